(** An even unimodal map f with a fixed point a < 0, the next one b, and a start x0 with
    -x0 > b.  The orbit jumps over b at the first step, is monotone from then on, and ends at
    the highest fixed point (f bounded, slope 1 at most twice) or tends to infinity (slope 1
    at most once).  That there is no further fixed point to stop at comes from counting the
    points of slope 1. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap RightHalf.
Open Scope R_scope.

Definition slope_one_at_most_once (df : R -> R) : Prop :=
  forall x y, x < y -> df x = 1 -> df y = 1 -> False.
Definition slope_one_at_most_twice (df : R -> R) : Prop :=
  forall x y z, x < y < z -> df x = 1 -> df y = 1 -> df z = 1 -> False.

Section Jump.
Variables f df : R -> R.
Variables a b : R.
Hypothesis U : even_unimodal f.
Hypothesis D : forall x : R, is_derive f x (df x).
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.
Hypothesis Nb : next_fixpt f a b.

Let gap_derive : forall x, derivable_pt_lim (fun x => x - f x) x (1 - df x).
Proof.
  intro x. apply derivable_pt_lim_minus; [apply derivable_pt_lim_id | apply is_derive_Reals, D].
Qed.

(** Rolle and Fermat for id - f. *)
Lemma slope_one_between : forall x y, x < y -> fixpt f x -> fixpt f y ->
  exists z, x < z < y /\ df z = 1.
Proof.
  intros x y Hxy Fx Fy. unfold fixpt in *.
  destruct (MVT_cor2 (fun x => x - f x) (fun z => 1 - df z) x y Hxy) as [z [Ez Hz]].
  - intros c _. apply gap_derive.
  - exists z. split; [exact Hz|]. rewrite Fx, Fy, !Rminus_eq_0 in Ez. symmetry in Ez.
    apply Rmult_integral in Ez. lra.
Qed.

Lemma slope_one_at_minimum : forall l u c, l < c < u ->
  (forall x, l < x < u -> c - f c <= x - f x) -> df c = 1.
Proof.
  intros l u c Hc M. assert (Dc := gap_derive c).
  assert (pr : derivable_pt (fun x => x - f x) c) by (exists (1 - df c); exact Dc).
  assert (Z : derive_pt (fun x => x - f x) c pr = 0)
    by (apply deriv_minimum with l u; auto; try lra; intros; apply M; lra).
  apply derive_pt_eq in Z. assert (E := uniqueness_limite _ _ _ _ Dc Z). lra.
Qed.

(** At most three fixed points; at most two if the slope 1 occurs at most once. *)
Lemma no_fourth : slope_one_at_most_twice df ->
  forall c d, b < c < d -> fixpt f c -> fixpt f d -> False.
Proof.
  intros Two c d H Fc Fd. destruct Nb as [Fb [Hab _]].
  destruct (slope_one_between a b Hab Fa Fb) as [x [Hx Ex]].
  destruct (slope_one_between b c ltac:(lra) Fb Fc) as [y [Hy Ey]].
  destruct (slope_one_between c d ltac:(lra) Fc Fd) as [z [Hz Ez]].
  apply (Two x y z); auto; lra.
Qed.

Lemma no_third : slope_one_at_most_once df -> forall c, b < c -> fixpt f c -> False.
Proof.
  intros One c H Fc. destruct Nb as [Fb [Hab _]].
  destruct (slope_one_between a b Hab Fa Fb) as [x [Hx Ex]].
  destruct (slope_one_between b c H Fb Fc) as [y [Hy Ey]].
  apply (One x y); auto; lra.
Qed.

(** If f - id is negative somewhere above b and no fixed point lies between, then b is a
    minimum of id - f, hence a point of slope 1. *)
Lemma touching : forall y, b < y -> f y < y -> (forall c, b < c < y -> ~ fixpt f c) -> df b = 1.
Proof.
  intros y Hy Dn No. destruct Nb as [Fb [Hab _]]. assert (Fb' := Fb). unfold fixpt in Fb'.
  apply (slope_one_at_minimum a y b); [lra|]. intros x Hx. rewrite Fb', Rminus_eq_0.
  assert (f x <= x); [|lra]. destruct (Rtotal_order x b) as [L|[E|L]].
  - left. apply (below_next f U a Fa Ha b); auto. lra.
  - subst. right. exact Fb.
  - apply Rnot_lt_le. intro N.
    destruct (fixpt_between f x y) as [c [Hc Fc]]; try lra.
    + intros. now apply f_cont.
    + assert (c <> y) by (intro; subst; lra). assert (c <> x) by (intro; subst; lra).
      apply (No c); [lra | exact Fc].
Qed.

Lemma up_beyond : slope_one_at_most_once df -> forall y, b < y -> y <= f y.
Proof.
  intros One y Hy. apply Rnot_lt_le. intro Dn. assert (N := Nb). destruct N as [Fb [Hab _]].
  destruct (slope_one_between a b Hab Fa Fb) as [x [Hx Ex]].
  assert (T : df b = 1).
  { apply (touching y); auto. intros c Hc Fc. apply (no_third One c); auto. lra. }
  apply (One x b); auto. lra.
Qed.

(** Moving down above b: no fixed point beyond. *)
Lemma down_is_top : slope_one_at_most_twice df -> forall y, b < y -> f y < y ->
  forall c, fixpt f c -> c < y.
Proof.
  intros Two y Hy Dn c Fc. assert (NbC := Nb). destruct NbC as [Fb [Hab _]].
  destruct (slope_one_between a b Hab Fa Fb) as [x [Hx Ex]].
  apply Rnot_le_lt. intro N. assert (c <> y) by (intro; subst; unfold fixpt in Fc; lra).
  assert (T : df b = 1).
  { apply (touching y); auto. intros d Hd Fd. apply (no_fourth Two d c); auto. lra. }
  destruct (slope_one_between b c ltac:(lra) Fb Fc) as [z [Hz Ez]].
  apply (Two x b z); auto; lra.
Qed.

Section Orbit.
Variable x0 : R.
Hypothesis Hjump : b < - x0.
Let y := f x0.

Let Pb : 0 < b := next_pos f U a Fa Ha b Nb.

Theorem jumps_over : b < f x0.
Proof.
  assert (N := Nb). destruct N as [Fb _]. unfold fixpt in Fb. rewrite <- Fb. apply (f_abs_lt f U).
  rewrite (Rabs_pos_eq b), Rabs_left; lra.
Qed.

Let Inc : forall u v, b <= u <= v -> f u <= f v.
Proof. intros. apply (f_le f U). lra. Qed.
Let Con : forall u, b <= u -> continuity_pt f u.
Proof. intros. now apply f_cont. Qed.
Let Sh : forall n, iter f x0 (S n) = iter f y n.
Proof. intro. apply iter_shift. Qed.
Let ShL : forall l, is_lim_seq (iter f y) l -> is_lim_seq (iter f x0) l.
Proof.
  intros l L. apply (is_lim_seq_incr_1 (iter f x0)).
  apply is_lim_seq_ext with (iter f y); [intro; symmetry; apply Sh | exact L].
Qed.

Theorem monotone_after_jump :
  (forall n, iter f x0 (S n) <= iter f x0 (S (S n))) \/
  (forall n, iter f x0 (S (S n)) <= iter f x0 (S n)).
Proof.
  assert (Hy := jumps_over). fold y in Hy. assert (N := Nb). destruct N as [Fb _].
  destruct (Rle_dec y (f y)) as [Up|Dn].
  - left. intro n. rewrite !Sh. apply (up_orbit f b y); auto. lra.
  - right. intro n. rewrite !Sh. apply (down_orbit f b y Inc); try lra. right. symmetry. exact Fb.
Qed.

Theorem jump_to_highest : slope_one_at_most_twice df -> bounded_above f ->
  exists c, highest f c /\ is_lim_seq (iter f x0) c.
Proof.
  intros Two B. assert (Hy := jumps_over). fold y in Hy. assert (N := Nb). destruct N as [Fb _].
  destruct (Rle_dec y (f y)) as [Up|Dn].
  - destruct (up_orbit_lim f b y Inc Con ltac:(lra) Up) as [[c [Hc [Fc [Mc Lc]]]]|[No L]].
    + exists c. split; [|now apply ShL]. split; [exact Fc|]. intros d Fd.
      apply Rnot_lt_le. intro Q. apply (no_fourth Two c d); auto. lra.
    + exfalso. now apply (no_escape f B y).
  - assert (Dn' : f y < y) by lra. assert (Top := down_is_top Two y Hy Dn').
    assert (Fb' : b <= f b) by (right; symmetry; exact Fb).
    destruct (down_orbit_lim f b y Inc Con ltac:(lra) Fb' ltac:(lra)) as [c [Hc [Fc [Mc Lc]]]].
    exists c. split; [|now apply ShL]. split; [exact Fc|]. intros d Fd.
    destruct (Rle_dec b d) as [Q|Q]; [|lra]. apply Mc; auto. assert (Z := Top d Fd). lra.
Qed.

Theorem jump_to_infinity : slope_one_at_most_once df -> is_lim_seq (iter f x0) p_infty.
Proof.
  intros One. assert (Hy := jumps_over). fold y in Hy. assert (Up := up_beyond One y Hy).
  destruct (up_orbit_lim f b y Inc Con ltac:(lra) Up) as [[c [Hc [Fc _]]]|[_ L]].
  - exfalso. apply (no_third One c); auto. lra.
  - now apply ShL.
Qed.
End Orbit.
End Jump.
