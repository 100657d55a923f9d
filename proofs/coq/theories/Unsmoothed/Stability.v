(** Stability of the interior fixed points at eps = 0: the upper one is always
    repelling, the lower one is asymptotically stable iff x_FL <= x0 < x_SN. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic LocalDynamics TwoCycleCurve TwoCycles
  FixedPoints Thresholds Escape.
Open Scope R_scope.

(** Asymptotically stable: orbits from nearby stay near, and converge. *)
Definition asym_stable (f : R -> R) (x : R) : Prop :=
  f x = x /\
  (forall e, 0 < e -> exists d, 0 < d /\
     forall y, Rabs (y - x) < d -> forall n, Rabs (iter f y n - x) < e) /\
  (exists d, 0 < d /\ forall y, Rabs (y - x) < d -> is_lim_seq (iter f y) x).

Lemma exp_attracting_asym f x : exp_attracting f x -> asym_stable f x.
Proof.
  intros (Fx & d & c & rho & Hd & Hc & Hr & H). split; [exact Fx |].
  assert (P : forall n, 0 <= rho ^ n <= 1).
  { intros n. split; [apply pow_le; lra |].
    pose proof (pow_incr rho 1 n ltac:(lra)) as Q. rewrite pow1 in Q. exact Q. }
  split.
  - intros e He. exists (Rmin d (e / (c + 1))). split.
    { apply Rmin_pos; [exact Hd | apply Rdiv_lt_0_compat; lra]. }
    intros y Hy n. pose proof (Rmin_l d (e / (c + 1))). pose proof (Rmin_r d (e / (c + 1))).
    apply Rle_lt_trans with (1 := H y ltac:(lra) n).
    pose proof (Rabs_pos (y - x)). specialize (P n).
    apply Rle_lt_trans with (c * Rabs (y - x)).
    { apply Rmult_le_compat_r; [lra |]. rewrite <- (Rmult_1_r c) at 2.
      apply Rmult_le_compat_l; lra. }
    apply Rle_lt_trans with (c * (e / (c + 1))).
    { apply Rmult_le_compat_l; lra. }
    apply (Rmult_lt_reg_r (c + 1)); [lra |].
    replace (c * (e / (c + 1)) * (c + 1)) with (c * e) by (field; lra). nra.
  - exists d. split; [exact Hd |]. intros y Hy.
    apply is_lim_seq_spec. intros e.
    destruct (pow_lt_1_zero rho ltac:(rewrite Rabs_pos_eq; lra) (e / ((c + 1) * (d + 1)))) as (N & HN).
    { apply Rdiv_lt_0_compat; [apply cond_pos | nra]. }
    exists N. intros n Hn. specialize (HN n Hn). rewrite Rabs_pos_eq in HN by apply P.
    apply Rle_lt_trans with (1 := H y Hy n). pose proof (Rabs_pos (y - x)).
    pose proof (P n). pose proof (cond_pos e).
    apply Rle_lt_trans with (rho ^ n * (c * (d + 1))).
    { rewrite (Rmult_comm c), Rmult_assoc. apply Rmult_le_compat_l; [lra |].
      apply Rmult_le_compat_l; lra. }
    apply Rle_lt_trans with (e / ((c + 1) * (d + 1)) * (c * (d + 1))).
    { apply Rmult_le_compat_r; [nra | lra]. }
    replace (e / ((c + 1) * (d + 1)) * (c * (d + 1))) with (e * (c / (c + 1))) by (field; lra).
    assert (c / (c + 1) < 1).
    { apply (Rmult_lt_reg_r (c + 1)); [lra |].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
    nra.
Qed.

Lemma repelling_not_asym f x : repelling f x -> ~ asym_stable f x.
Proof.
  intros (_ & d & Hd & H) (_ & S & _). destruct (S d Hd) as (d' & Hd' & H').
  set (y := x + Rmin (d / 2) (d' / 2)).
  assert (Py : 0 < Rmin (d / 2) (d' / 2)) by (apply Rmin_pos; lra).
  pose proof (Rmin_l (d / 2) (d' / 2)). pose proof (Rmin_r (d / 2) (d' / 2)).
  assert (E : Rabs (y - x) = Rmin (d / 2) (d' / 2)).
  { unfold y. replace (x + _ - x) with (Rmin (d / 2) (d' / 2)) by ring. apply Rabs_pos_eq. lra. }
  destruct (H y) as (n & Hn); [unfold y; lra | lra |].
  specialize (H' y ltac:(lra) n). lra.
Qed.

(** An orbit that converges to a repelling fixed point lands on it exactly. *)
Lemma converges_to_repelling f x y : repelling f x -> is_lim_seq (iter f y) x ->
  exists n, iter f y n = x.
Proof.
  intros (_ & d & Hd & H) L. apply is_lim_seq_spec in L.
  destruct (L (mkposreal d Hd)) as (N & HN). simpl in HN.
  destruct (Req_dec (iter f y N) x) as [E | Hn]; [exists N; exact E | exfalso].
  destruct (H (iter f y N) Hn (HN N (le_n N))) as (n & Hlarge).
  rewrite <- iter_add in Hlarge. specialize (HN (n + N)%nat ltac:(lia)). lra.
Qed.

(** A fixed point at which f decreases and f o f lies below the diagonal just to the
    right is asymptotically stable, whatever its multiplier. *)
Lemma flip_stable f l a u : l < a < u -> f a = a ->
  (forall x, l <= x <= u -> continuity_pt f x) ->
  (forall x y, l <= x -> x < y -> y <= u -> f y < f x) ->
  (forall y, a < y <= u -> l <= f y -> f (f y) < y) -> asym_stable f a.
Proof.
  intros Hlu Fa C D S.
  (* a small invariant interval [f u', u'] *)
  assert (J : forall e, 0 < e -> exists u', a < u' <= u /\ u' < a + e /\ a - e < f u' /\ l <= f u').
  { intros e He.
    assert (He' : 0 < Rmin e (a - l)) by (apply Rmin_pos; lra).
    destruct (continuity_pt_eps f a (Rmin e (a - l)) (C a ltac:(lra)) He') as (d & Hd & Hc).
    set (u' := a + Rmin (d / 2) (Rmin (e / 2) (u - a))).
    assert (P1 : 0 < Rmin (e / 2) (u - a)) by (apply Rmin_pos; lra).
    assert (P2 : 0 < Rmin (d / 2) (Rmin (e / 2) (u - a))) by (apply Rmin_pos; lra).
    pose proof (Rmin_l (d / 2) (Rmin (e / 2) (u - a))).
    pose proof (Rmin_r (d / 2) (Rmin (e / 2) (u - a))).
    pose proof (Rmin_l (e / 2) (u - a)). pose proof (Rmin_r (e / 2) (u - a)).
    pose proof (Rmin_l e (a - l)). pose proof (Rmin_r e (a - l)).
    assert (Hu : Rabs (u' - a) < d) by (rewrite Rabs_pos_eq; unfold u'; lra).
    specialize (Hc u' Hu). rewrite Fa in Hc. apply Rabs_def2 in Hc.
    exists u'. unfold u' in *. repeat split; lra. }
  assert (Inv : forall u', a < u' <= u -> l <= f u' ->
            forall t, f u' <= t <= u' -> f u' <= f t <= u').
  { intros u' Hu' Hl t Ht.
    assert (f (f u') < u') by (apply S; assumption).
    assert (f u' <= f t).
    { destruct (proj2 Ht) as [L | ->]; [left; apply D; lra | lra]. }
    assert (f t <= f (f u')).
    { destruct (proj1 Ht) as [L | <-]; [left; apply D; lra | lra]. }
    lra. }
  assert (Below : forall u', a < u' <= u -> f u' < a).
  { intros u' Hu'. assert (f u' < f a) by (apply D; lra). lra. }
  split; [exact Fa |]. split.
  - intros e He. destruct (J e He) as (u' & Hu' & H1 & H2 & H3).
    pose proof (Below u' Hu').
    exists (Rmin (u' - a) (a - f u')). split; [apply Rmin_pos; lra |].
    intros y Hy n. pose proof (Rmin_l (u' - a) (a - f u')). pose proof (Rmin_r (u' - a) (a - f u')).
    apply Rabs_def2 in Hy.
    assert (In : f u' <= iter f y n <= u').
    { apply (iter_in f (fun t => f u' <= t <= u')); [apply Inv; assumption | lra]. }
    apply Rabs_def1; lra.
  - destruct (J 1 Rlt_0_1) as (u' & Hu' & _ & _ & H3). pose proof (Below u' Hu').
    exists (Rmin (u' - a) (a - f u')). split; [apply Rmin_pos; lra |].
    intros y Hy. pose proof (Rmin_l (u' - a) (a - f u')). pose proof (Rmin_r (u' - a) (a - f u')).
    apply Rabs_def2 in Hy.
    assert (Up : forall x, a < x <= u' -> f (f x) < x).
    { intros x Hx. apply S; [lra |]. apply Rle_trans with (1 := H3).
      destruct (proj2 Hx) as [L | ->]; [left; apply D; lra | lra]. }
    assert (No2 : forall x, f u' <= x <= u' -> f (f x) = x -> f x = x).
    { intros x Hx E. destruct (Rtotal_order x a) as [L | [-> | L]]; [| exact Fa |].
      - assert (f a < f x) by (apply D; lra).
        assert (I : f u' <= f x <= u') by (apply Inv; assumption).
        specialize (Up (f x) ltac:(lra)). rewrite E in Up. lra.
      - specialize (Up x ltac:(lra)). lra. }
    destruct (coppel f (f u') u') with (x := y) as (c & Ic & Fc & Lc).
    + intros x Hx. apply C. lra.
    + apply Inv; assumption.
    + exact No2.
    + lra.
    + assert (c = a) as ->; [| exact Lc].
      destruct (Rtotal_order c a) as [L | [L | L]]; [| exact L |].
      * assert (f a < f c) by (apply D; lra). lra.
      * assert (f c < f a) by (apply D; lra). lra.
Qed.

Section Diagram.
Variables beta x0 : R.
Hypothesis Hbeta : 0 < beta.
Let f := F x0 beta 0.

Lemma multiplier x : is_derive f x (sinh (x / 2) / beta).
Proof. apply is_derive_F_unsmoothed. Qed.

Lemma psi_minus_fold : psi beta 0 (- x_fold beta) = x_FL beta.
Proof.
  rewrite psi_unsmoothed. unfold x_FL, x_fold.
  rewrite <- (root1_over_beta beta Hbeta).
  replace (- (2 * asinh beta) / 2) with (- asinh beta) by field.
  rewrite cosh_opp, cosh_asinh. unfold root1. field. lra.
Qed.

Lemma sinh_minus_fold : sinh (- x_fold beta / 2) = - beta.
Proof.
  replace (- x_fold beta / 2) with (- (x_fold beta / 2)) by field.
  rewrite sinh_opp, sinh_x_fold. reflexivity.
Qed.

(** G3 (upper fixed point). A fixed point beyond the fold is repelling. *)
Theorem upper_fixed_point_repelling b : fixpt f b -> x_fold beta < b -> repelling f b.
Proof.
  intros Fb H. apply (repelling_of_multiplier f b _ Fb (multiplier b)).
  apply (sinh_above_fold beta) in H.
  assert (L : 1 < sinh (b / 2) / beta).
  { apply (Rmult_lt_reg_r beta); [exact Hbeta |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  rewrite Rabs_pos_eq; lra.
Qed.

Section Lower.
Variable a : R.
Hypothesis Ha : a < x_fold beta.
Hypothesis Ea : fixpt f a.

Let psi_a : psi beta 0 a = x0.
Proof. apply fixpt_psi, Ea. Qed.

Lemma lower_position : (x_FL beta < x0 <-> - x_fold beta < a) /\ (x_FL beta = x0 <-> - x_fold beta = a).
Proof.
  pose proof (x_fold_pos beta Hbeta) as P. rewrite <- psi_minus_fold, <- psi_a.
  destruct (Rtotal_order (- x_fold beta) a) as [L | [L | L]].
  - pose proof (psi_up beta Hbeta (- x_fold beta) a L ltac:(lra)). split; split; lra.
  - rewrite <- L. split; split; lra.
  - pose proof (psi_up beta Hbeta a (- x_fold beta) L ltac:(lra)). split; split; lra.
Qed.

Lemma lower_multiplier : (Rabs (sinh (a / 2) / beta) < 1 <-> x_FL beta < x0) /\
  (1 < Rabs (sinh (a / 2) / beta) <-> x0 < x_FL beta).
Proof.
  pose proof (x_fold_pos beta Hbeta) as P.
  pose proof Ha as S1. apply (sinh_below_fold beta) in S1.
  assert (E : sinh (a / 2) = beta * (sinh (a / 2) / beta)) by (field; lra).
  set (m := sinh (a / 2) / beta) in *.
  assert (M1 : m < 1) by nra.
  destruct lower_position as (Q1 & Q2).
  destruct (Rtotal_order (- x_fold beta) a) as [L | [L | L]].
  - pose proof (sinh_lt (- x_fold beta / 2) (a / 2) ltac:(lra)) as S2.
    rewrite sinh_minus_fold in S2. assert (-1 < m) by nra.
    assert (Rabs m < 1) by (apply Rabs_def1; lra). apply Q1 in L. split; split; lra.
  - assert (S2 : sinh (a / 2) = - beta) by (rewrite <- L; apply sinh_minus_fold).
    assert (m = -1) by nra. assert (Rabs m = 1) by (rewrite H, Rabs_left; lra).
    apply Q2 in L. split; split; lra.
  - pose proof (sinh_lt (a / 2) (- x_fold beta / 2) ltac:(lra)) as S2.
    rewrite sinh_minus_fold in S2. assert (m < -1) by nra.
    assert (1 < Rabs m) by (rewrite Rabs_left; lra).
    assert (x0 < x_FL beta).
    { destruct (Rtotal_order x0 (x_FL beta)) as [K | [K | K]]; [exact K | |].
      - symmetry in K. apply Q2 in K. lra.
      - apply Q1 in K. lra. }
    split; split; lra.
Qed.

Theorem lower_exp_attracting_iff : exp_attracting f a <-> x_FL beta < x0.
Proof.
  rewrite (exp_attracting_iff f a _ Ea (multiplier a)). apply lower_multiplier.
Qed.

Theorem lower_repelling : x0 < x_FL beta -> repelling f a.
Proof.
  intros H. apply (repelling_of_multiplier f a _ Ea (multiplier a)).
  apply lower_multiplier, H.
Qed.

(** At the flip itself there is no 2-cycle, and F o F < id just right of a. *)
Theorem lower_stable_at_flip : x_FL beta = x0 -> asym_stable f a.
Proof.
  intros H. destruct lower_position as (_ & Q). apply Q in H as Eq. 
  pose proof (x_fold_pos beta Hbeta) as P.
  assert (C : forall x, continuity_pt f x) by (intros x; apply F_continuity_pt; lra).
  assert (D : forall x y, x < y -> y <= 0 -> f y < f x) by (intros; apply F_decreasing; lra).
  apply (flip_stable f (a - 1) a 0); try lra.
  - exact Ea.
  - intros; apply C.
  - intros; apply D; lra.
  - intros y Hy _. apply Rnot_le_lt. intros K.
    (* f o f - id is negative at - a: a zero in [y, - a) would be a 2-cycle *)
    assert (Fm : f (- a) = a) by (unfold f; rewrite F_opp; exact Ea).
    destruct (IterLemmas.ivt_down (fun t => f (f t) - t) y (- a) 0) as (t & It & Et).
    + lra.
    + intros x Hx. apply continuity_pt_sub_id.
      apply (continuity_pt_comp f f x); apply C.
    + rewrite Fm, Ea. lra.
    + assert (E2 : f (f t) = t) by lra.
      assert (Ft : f t = t).
      { destruct (Rtotal_order t (f t)) as [L | [L | L]]; [| symmetry; exact L |]; exfalso.
        - assert (K2 : exists u v, two_cycle f u v) by (exists t, (f t); repeat split; assumption).
          apply (two_cycle_exists_iff beta x0 Hbeta) in K2. lra.
        - assert (K2 : exists u v, two_cycle f u v) by (exists (f t), t; repeat split; assumption).
          apply (two_cycle_exists_iff beta x0 Hbeta) in K2. lra. }
      apply (fixpt_psi x0 beta 0) in Ft.
      destruct (Req_dec t (- a)) as [-> | Hn]; [rewrite Fm, Ea in E2; lra |].
      pose proof (psi_up beta Hbeta a t ltac:(lra) ltac:(lra)). lra.
Qed.

(** G3 (lower fixed point). It is asymptotically stable iff x_FL <= x0 (here x0 < x_SN,
    as the fixed point is below the fold); exponentially so iff x_FL < x0. *)
Theorem lower_stable_iff : asym_stable f a <-> x_FL beta <= x0.
Proof.
  split.
  - intros S. apply Rnot_lt_le. intros L. apply (repelling_not_asym f a); [apply lower_repelling, L | exact S].
  - intros [L | E].
    + apply exp_attracting_asym, lower_exp_attracting_iff, L.
    + apply lower_stable_at_flip, E.
Qed.
End Lower.

(** G3 (fold). At x0 = x_SN the only fixed point x_fold is semi-stable: orbits from
    [0, x_fold] increase to it, orbits from above it tend to infinity. *)
Theorem fold_semistable : x0 = x_SN beta ->
  fixpt f (x_fold beta) /\
  (forall y, 0 <= y <= x_fold beta ->
     (forall n, y <= iter f y n <= x_fold beta) /\ is_lim_seq (iter f y) (x_fold beta)) /\
  (forall y, x_fold beta < y -> is_lim_seq (iter f y) p_infty) /\ ~ asym_stable f (x_fold beta).
Proof.
  intros H. pose proof (x_fold_pos beta Hbeta) as P.
  assert (Efold : psi beta 0 (x_fold beta) = x0) by (rewrite H; apply psi_at_fold, Hbeta).
  assert (Ff : fixpt f (x_fold beta)) by (apply fixpt_psi; exact Efold).
  assert (Up : forall y, x_fold beta < y -> is_lim_seq (iter f y) p_infty).
  { intros y Hy. apply (beyond_escapes beta x0 Hbeta (x_fold beta) (Rle_refl _) Efold).
    rewrite Rabs_pos_eq; lra. }
  split; [exact Ff |]. split; [| split; [exact Up |]].
  - intros y Hy.
    assert (I : forall u v, 0 <= u <= v -> f u <= f v) by (intros; apply (F_unsm_le beta x0 Hbeta); lra).
    assert (C : forall u, 0 <= u -> continuity_pt f u) by (intros; apply F_continuity_pt; lra).
    assert (Hup : y <= f y).
    { pose proof (F_sub beta x0 y). pose proof (psi_le_SN beta Hbeta y). fold f in H0. lra. }
    assert (B : forall n, y <= iter f y n <= x_fold beta).
    { intros n. split.
      - apply (up_orbit f 0 y I); lra.
      - apply (up_orbit_below_fixpt f 0 y I); try lra. exact Ff. }
    split; [exact B |].
    destruct (up_orbit_lim f 0 y I C ltac:(lra) Hup) as [(c & Hc & Fc & _ & L) | (_ & L)].
    + assert (c = x_fold beta) as <-; [| exact L].
      apply (one_fixed_point beta Hbeta x0 H). exact Fc.
    + exfalso. apply (bounded_no_escape beta x0 y (x_fold beta)); [| exact L]. apply B.
  - intros (_ & _ & d & Hd & A).
    assert (K : is_lim_seq (iter f (x_fold beta + d / 2)) (x_fold beta)).
    { apply A. rewrite Rabs_pos_eq; lra. }
    apply is_lim_seq_unique in K. rewrite (is_lim_seq_unique _ _ (Up (x_fold beta + d / 2) ltac:(lra))) in K.
    discriminate K.
Qed.
End Diagram.

(** G3, G5. For every beta > 0 (even beta < beta_c, where every orbit from p_ref
    escapes) some references have an exponentially attracting interior fixed point. *)
Theorem attracting_fixed_point_exists beta : 0 < beta ->
  exists pref a, 0 < pref < 1 /\ exp_attracting (F (logit pref) beta 0) a.
Proof.
  intros Hb. pose proof (x_fold_pos beta Hb) as P.
  assert (L : x_FL beta < x_SN beta) by (unfold x_FL, x_SN; unfold x_fold in P; lra).
  set (x0 := (x_FL beta + x_SN beta) / 2).
  destruct (two_fixed_points beta Hb x0) as (a & b & I & E); [unfold x0; lra |].
  exists (sigma x0), a. split; [split; [apply sigma_pos | apply sigma_lt_1] |].
  rewrite logit_sigma. apply lower_exp_attracting_iff.
  - exact Hb.
  - lra.
  - apply E. left; reflexivity.
  - unfold x0; lra.
Qed.

(** G3 (summary). For x0 < x_SN the map has exactly two fixed points a < b; b is
    repelling; a is asymptotically stable iff x_FL <= x0, exponentially iff x_FL < x0,
    and repelling iff x0 < x_FL. *)
Theorem stability_diagram beta x0 : 0 < beta -> x0 < x_SN beta ->
  exists a b, a < b /\ (forall x, fixpt (F x0 beta 0) x <-> x = a \/ x = b) /\
    repelling (F x0 beta 0) b /\
    (asym_stable (F x0 beta 0) a <-> x_FL beta <= x0) /\
    (exp_attracting (F x0 beta 0) a <-> x_FL beta < x0) /\
    (repelling (F x0 beta 0) a <-> x0 < x_FL beta).
Proof.
  intros Hb H. destruct (two_fixed_points beta Hb x0 H) as (a & b & I & E).
  assert (Fa : fixpt (F x0 beta 0) a) by (apply E; left; reflexivity).
  assert (Fb : fixpt (F x0 beta 0) b) by (apply E; right; reflexivity).
  assert (S : asym_stable (F x0 beta 0) a <-> x_FL beta <= x0) by (apply lower_stable_iff; lra || exact Fa).
  exists a, b. split; [lra |]. split; [exact E |]. split.
  { apply upper_fixed_point_repelling; [exact Hb | exact Fb | lra]. }
  split; [exact S |]. split.
  { apply lower_exp_attracting_iff; lra || exact Fa. }
  split.
  - intros R. apply Rnot_le_lt. intros K. apply S in K. revert K. apply repelling_not_asym, R.
  - intros K. apply lower_repelling; lra || exact Fa.
Qed.
