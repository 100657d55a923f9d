(** Regime II: -x0 above the second fixed point b.  The orbit jumps over b at the
    first step, is monotone from then on, and ends at the highest fixed point
    (eps > 0) or at p = 1 (eps = 0).  That there is no further fixed point to stop
    at comes from counting critical points of psi = id - G / beta: at most two,
    and at most one for eps = 0. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt MonotoneOrbits.
Open Scope R_scope.

(** ** Critical points of psi *)

Definition csq (x : R) : R := cosh (x / 2) * cosh (x / 2).

Lemma csq_increasing : forall x y, 0 <= x -> x < y -> csq x < csq y.
Proof.
  intros x y Hx Hxy. unfold csq. assert (Z := cosh_increasing (x / 2) (y / 2) ltac:(lra) ltac:(lra)).
  assert (Q := cosh_ge_1 (x / 2)). nra.
Qed.

Section Critical.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.

Lemma dG_pos_inv : forall x, 0 < dG eps x -> 0 < x.
Proof.
  intros x H. destruct (Rtotal_order x 0) as [L|[E|L]]; auto.
  - assert (Z := dG_neg eps He x L). lra.
  - subst. rewrite dG_0 in H by exact He. lra.
Qed.

(** The equation G' = beta in terms of cosh^2. *)
Lemma critical_equation : forall x, dG eps x = beta ->
  csq x - 1 = beta * beta * ((1 + 4 * eps * csq x) * (1 + 4 * eps * csq x) * (1 + 4 * eps * csq x)).
Proof.
  intros x E. assert (P := GD_pos eps He x). assert (Q := sqrt_GD_pos eps He x).
  assert (S : sqrt (GD eps x) * sqrt (GD eps x) = GD eps x) by (apply sqrt_sqrt; lra).
  assert (C := cosh_sqr (x / 2)). fold (csq x) in C.
  assert (Sh : sinh (x / 2) = beta * (GD eps x * sqrt (GD eps x))).
  { rewrite <- E. unfold dG. field. lra. }
  replace (csq x - 1) with (sinh (x / 2) * sinh (x / 2)) by lra.
  change (1 + 4 * eps * csq x) with (GD eps x). rewrite Sh.
  transitivity (beta * beta * (GD eps x * GD eps x * (sqrt (GD eps x) * sqrt (GD eps x)))); [ring|].
  rewrite S. ring.
Qed.

Lemma critical_pair : forall x y, dG eps x = beta -> dG eps y = beta -> x < y ->
  let w z := 1 + 4 * eps * csq z in
  1 = 4 * eps * (beta * beta) * (w x * w x + w x * w y + w y * w y).
Proof.
  intros x y Ex Ey Hxy w. assert (Px : 0 < x) by (apply dG_pos_inv; lra).
  assert (C := csq_increasing x y ltac:(lra) Hxy).
  apply critical_equation in Ex. apply critical_equation in Ey. unfold w.
  apply Rmult_eq_reg_r with (csq y - csq x); [|lra].
  replace (1 * (csq y - csq x)) with ((csq y - 1) - (csq x - 1)) by ring.
  rewrite Ex, Ey. ring.
Qed.

Lemma critical_at_most_two : forall x y z, x < y < z ->
  dG eps x = beta -> dG eps y = beta -> dG eps z = beta -> False.
Proof.
  intros x y z H Ex Ey Ez. assert (Px : 0 < x) by (apply dG_pos_inv; lra).
  assert (C := csq_increasing y z ltac:(lra) ltac:(lra)).
  assert (E1 := critical_pair x y Ex Ey ltac:(lra)).
  assert (E2 := critical_pair x z Ex Ez ltac:(lra)). cbv zeta in E1, E2.
  assert (Cx := cosh_ge_1 (x / 2)). assert (Cy := cosh_ge_1 (y / 2)). assert (Cz := cosh_ge_1 (z / 2)).
  assert (Dx : 1 <= csq x) by (unfold csq; nra). assert (Dy : 1 <= csq y) by (unfold csq; nra).
  assert (Pe : eps <> 0) by (intro E; rewrite E in E1; lra).
  assert (Pe' : 0 < eps) by lra.
  set (k := 4 * eps * (beta * beta)) in *.
  assert (Pk : 0 < k) by (unfold k; apply Rmult_lt_0_compat; nra).
  set (wx := 1 + 4 * eps * csq x) in *. set (wy := 1 + 4 * eps * csq y) in *.
  set (wz := 1 + 4 * eps * csq z) in *.
  assert (0 < wx) by (unfold wx; nra). assert (0 < wy) by (unfold wy; nra).
  assert (wy < wz) by (unfold wy, wz; nra).
  assert (E3 : k * ((wz - wy) * (wx + wy + wz)) = 0).
  { replace (k * ((wz - wy) * (wx + wy + wz)))
      with (k * (wx * wx + wx * wz + wz * wz) - k * (wx * wx + wx * wy + wy * wy)) by ring. lra. }
  assert (0 < k * ((wz - wy) * (wx + wy + wz))) by (repeat apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma critical_at_most_one : eps = 0 -> forall x y, x < y ->
  dG eps x = beta -> dG eps y = beta -> False.
Proof.
  intros E x y H Ex Ey. assert (E1 := critical_pair x y Ex Ey H). cbv zeta in E1.
  rewrite E in E1. lra.
Qed.

(** Rolle and Fermat for psi. *)
Lemma psi_rolle : forall x y, x < y -> psi beta eps x = psi beta eps y ->
  exists z, x < z < y /\ dG eps z = beta.
Proof.
  intros x y Hxy E.
  destruct (MVT_cor2 (psi beta eps) (fun z => 1 - dG eps z / beta) x y Hxy) as [z [Ez Hz]].
  - intros c _. apply is_derive_Reals. now apply psi_derive.
  - exists z. split; [exact Hz|]. rewrite E, Rminus_eq_0 in Ez. symmetry in Ez.
    apply Rmult_integral in Ez. destruct Ez as [Ez|Ez]; [|lra].
    apply Rmult_eq_reg_r with (/ beta); [|apply Rinv_neq_0_compat; lra].
    rewrite Rinv_r by lra. unfold Rdiv in Ez. lra.
Qed.

Lemma psi_fermat : forall a b c, a < c < b ->
  (forall x, a < x < b -> psi beta eps c <= psi beta eps x) -> dG eps c = beta.
Proof.
  intros a b c Hc M.
  assert (D : is_derive (psi beta eps) c (1 - dG eps c / beta)) by now apply psi_derive.
  apply is_derive_Reals in D.
  assert (pr : derivable_pt (psi beta eps) c) by (exists (1 - dG eps c / beta); exact D).
  assert (Z : derive_pt (psi beta eps) c pr = 0) by (apply deriv_minimum with a b; auto; try lra; intros; apply M; lra).
  apply derive_pt_eq in Z. assert (E := uniqueness_limite _ _ _ _ D Z).
  apply Rmult_eq_reg_r with (/ beta); [|apply Rinv_neq_0_compat; lra].
  rewrite Rinv_r by lra. unfold Rdiv in E. lra.
Qed.
End Critical.

(** ** Regime II *)

Section Jump.
Variables x0 beta eps a b : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.
Hypothesis Nb : next_fixpt f a b.

Let psi_of : forall c, fixpt f c -> psi beta eps c = x0.
Proof. intros c Fc. now apply fixpt_psi. Qed.

Lemma psi_le_f : forall x, f x <= x <-> x0 <= psi beta eps x.
Proof. intro x. unfold f, F, psi. lra. Qed.

(** At most three fixed points; at most two for eps = 0. *)
Lemma no_fourth : forall c d, b < c < d -> fixpt f c -> fixpt f d -> False.
Proof.
  intros c d H Fc Fd. destruct Nb as [Fb [Hab _]].
  destruct (psi_rolle beta eps Hb He a b Hab) as [x [Hx Ex]]; [now rewrite !psi_of|].
  destruct (psi_rolle beta eps Hb He b c ltac:(lra)) as [y [Hy Ey]]; [now rewrite !psi_of|].
  destruct (psi_rolle beta eps Hb He c d ltac:(lra)) as [z [Hz Ez]]; [now rewrite !psi_of|].
  apply (critical_at_most_two beta eps Hb He x y z); auto; lra.
Qed.

Lemma no_third_unsmoothed : eps = 0 -> forall c, b < c -> fixpt f c -> False.
Proof.
  intros E c H Fc. destruct Nb as [Fb [Hab _]].
  destruct (psi_rolle beta eps Hb He a b Hab) as [x [Hx Ex]]; [now rewrite !psi_of|].
  destruct (psi_rolle beta eps Hb He b c ltac:(lra)) as [y [Hy Ey]]; [now rewrite !psi_of|].
  apply (critical_at_most_one beta eps Hb He E x y); auto; lra.
Qed.

(** If F - id is negative somewhere above b and no fixed point lies between, then b is a
    minimum of psi, hence critical. *)
Lemma touching : forall y, b < y -> f y < y -> (forall c, b < c < y -> ~ fixpt f c) -> dG eps b = beta.
Proof.
  intros y Hy Dn No. destruct Nb as [Fb [Hab _]].
  apply (psi_fermat beta eps Hb He a y b); [lra|]. intros x Hx. rewrite (psi_of b Fb).
  apply psi_le_f. destruct (Rtotal_order x b) as [L|[E|L]].
  - left. apply (below_next x0 beta eps Hb He a Fa Ha b); auto. lra.
  - subst. right. exact Fb.
  - apply Rnot_lt_le. intro N.
    destruct (fixpt_between f x y) as [c [Hc Fc]]; try lra.
    + intros. now apply f_cont.
    + assert (c <> y) by (intro; subst; lra). assert (c <> x) by (intro; subst; lra).
      apply (No c); [lra | exact Fc].
Qed.

(** Moving down above b: no fixed point beyond, and eps > 0. *)
Lemma down_is_top : forall y, b < y -> f y < y -> 0 < eps /\ forall c, fixpt f c -> c < y.
Proof.
  intros y Hy Dn. assert (N := Nb). destruct N as [Fb [Hab _]].
  destruct (psi_rolle beta eps Hb He a b Hab) as [x [Hx Ex]]; [now rewrite !psi_of|].
  split.
  - destruct He as [P|E]; [exact P | exfalso].
    assert (T : dG eps b = beta).
    { apply (touching y); auto. intros c Hc Fc. apply (no_third_unsmoothed (eq_sym E) c); auto. lra. }
    apply (critical_at_most_one beta eps Hb He (eq_sym E) x b); auto. lra.
  - intros c Fc. apply Rnot_le_lt. intro N.
    assert (c <> y) by (intro; subst; unfold fixpt in Fc; lra).
    assert (T : dG eps b = beta).
    { apply (touching y); auto. intros d Hd Fd. apply (no_fourth d c); auto. lra. }
    destruct (psi_rolle beta eps Hb He b c ltac:(lra)) as [z [Hz Ez]]; [now rewrite !psi_of|].
    apply (critical_at_most_two beta eps Hb He x b z); auto; lra.
Qed.

Lemma jump_orbit : b < - x0 ->
  b < f x0 /\
  ((forall n, iter f x0 (S n) <= iter f x0 (S (S n))) \/
   (forall n, iter f x0 (S (S n)) <= iter f x0 (S n))) /\
  ((0 < eps /\ exists c, highest f c /\ is_lim_seq (iter f x0) c) \/
   (eps = 0 /\ is_lim_seq (iter f x0) p_infty)).
Proof.
  intro H. assert (Pb := next_pos x0 beta eps Hb He a Fa Ha b Nb). fold f in Pb.
  assert (N := Nb). destruct N as [Fb [Hab Lb]]. set (y := f x0).
  assert (Hy : b < y).
  { unfold y. unfold fixpt in Fb. rewrite <- Fb. apply f_abs_lt; auto.
    rewrite (Rabs_pos_eq b), Rabs_left; lra. }
  split; [exact Hy|].
  assert (Sh : forall n, iter f x0 (S n) = iter f y n) by (intro; apply iter_shift).
  assert (ShL : forall l, is_lim_seq (iter f y) l -> is_lim_seq (iter f x0) l).
  { intros l L. apply (is_lim_seq_incr_1 (iter f x0)).
    apply is_lim_seq_ext with (iter f y); [intro; symmetry; apply Sh | exact L]. }
  assert (Inc : forall u v, b <= u <= v -> f u <= f v) by (intros; apply f_le; auto; lra).
  assert (Con : forall u, b <= u -> continuity_pt f u) by (intros; now apply f_cont).
  destruct (Rle_dec y (f y)) as [Up|Dn].
  - split.
    + left. intro n. rewrite !Sh. apply (up_orbit f b y); auto. lra.
    + destruct (up_orbit_lim f b y Inc Con ltac:(lra) Up) as [[c [Hc [Fc [Mc Lc]]]]|[No L]].
      * left. split.
        -- destruct He as [P|E]; [exact P | exfalso].
           apply (no_third_unsmoothed (eq_sym E) c); auto. lra.
        -- exists c. split; [|now apply ShL]. split; [exact Fc|]. intros d Fd.
           apply Rnot_lt_le. intro Q. apply (no_fourth c d); auto. lra.
      * right. split; [|now apply ShL].
        destruct He as [P|E]; [|now symmetry]. exfalso. now apply (no_escape x0 beta eps Hb P y).
  - assert (Dn' : f y < y) by lra. destruct (down_is_top y Hy Dn') as [Pe Top].
    assert (Fb' : b <= f b) by (right; symmetry; exact Fb).
    split.
    + right. intro n. rewrite !Sh. apply (down_orbit f b y Inc ltac:(lra) Fb'). lra.
    + left. split; [exact Pe|].
      destruct (down_orbit_lim f b y Inc Con ltac:(lra) Fb' ltac:(lra)) as [c [Hc [Fc [Mc Lc]]]].
      exists c. split; [|now apply ShL]. split; [exact Fc|]. intros d Fd.
      destruct (Rle_dec b d) as [Q|Q]; [|lra]. apply Mc; auto. assert (Z := Top d Fd). lra.
Qed.
End Jump.
