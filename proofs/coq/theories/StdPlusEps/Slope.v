(** The largest slope M_e of the gain G~ x = 1 / (y + e), y = sqrt s, and where it is attained. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve.
From GrpoProofs.StdPlusEps Require Import Gain.
Open Scope R_scope.

Section Slope.
Variable e : R.
Hypothesis He : 0 < e.

Definition y1 : R := (sqrt (1 + 32 * (e * e)) - 1) / (16 * e).
Definition Mstd : R := y1 * sqrt (1 - 4 * (y1 * y1)) / (2 * ((y1 + e) * (y1 + e))).

Lemma y1_equation : 8 * e * (y1 * y1) + y1 - e = 0.
Proof.
  unfold y1. assert (S : sqrt (1 + 32 * (e * e)) * sqrt (1 + 32 * (e * e)) = 1 + 32 * (e * e))
    by (apply sqrt_sqrt; nra).
  set (q := sqrt (1 + 32 * (e * e))) in *.
  transitivity ((q * q - 1 - 32 * (e * e)) / (32 * e)); [field; lra |].
  rewrite S. field. lra.
Qed.

Lemma y1_range : 0 < y1 < / 2.
Proof.
  pose proof y1_equation as E.
  assert (P : 0 < y1).
  { unfold y1. apply Rdiv_lt_0_compat; [| lra].
    assert (sqrt 1 < sqrt (1 + 32 * (e * e))) by (apply sqrt_lt_1; nra). rewrite sqrt_1 in H. lra. }
  split; [exact P |]. apply Rnot_le_lt. intros K.
  assert (/ 4 <= y1 * y1) by nra.
  assert (e * / 4 <= e * (y1 * y1)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Let c1 := / (2 * y1).
Let x1 := 2 * asinh (sqrt (c1 * c1 - 1)).

Lemma c1_gt_1 : 1 < c1.
Proof.
  unfold c1. pose proof y1_range. rewrite <- Rinv_1. apply Rinv_lt_contravar; lra.
Qed.

Lemma cosh_x1 : cosh (x1 / 2) = c1.
Proof.
  pose proof c1_gt_1. unfold x1.
  replace (2 * asinh (sqrt (c1 * c1 - 1)) / 2) with (asinh (sqrt (c1 * c1 - 1))) by field.
  rewrite cosh_asinh, sqrt_sqrt by nra.
  replace (1 + (c1 * c1 - 1)) with (c1 * c1) by ring. apply sqrt_square. lra.
Qed.

Lemma x1_pos : 0 < x1.
Proof.
  pose proof c1_gt_1. unfold x1.
  pose proof (asinh_pos (sqrt (c1 * c1 - 1)) ltac:(apply sqrt_lt_R0; nra)). lra.
Qed.

(** The numerator of G~'' changes sign at c1. *)
Lemma bend_sign c : 0 < c ->
  (c < c1 -> 0 < c / 2 - e * (c * c) + 2 * e) /\ (c1 < c -> c / 2 - e * (c * c) + 2 * e < 0).
Proof.
  intros Hc. pose proof c1_gt_1 as P.
  assert (Z : c1 / 2 - e * (c1 * c1) + 2 * e = 0).
  { unfold c1. pose proof y1_range. pose proof y1_equation as E.
    transitivity ((8 * e * (y1 * y1) + y1 - e) / (4 * (y1 * y1))); [field; lra |].
    rewrite E. field. lra. }
  (* c1 q(c) - c q(c1) = (c1 - c) e (c c1 + 2) *)
  assert (Id : forall k, k * (c / 2 - e * (c * c) + 2 * e) - c * (k / 2 - e * (k * k) + 2 * e)
               = e * ((k - c) * (c * k + 2))) by (intros k; field).
  specialize (Id c1).
  rewrite Z, Rmult_0_r, Rminus_0_r in Id.
  assert (Q : 0 < c * c1 + 2) by nra.
  split; intros L.
  - assert (0 < (c1 - c) * (c * c1 + 2)) by (apply Rmult_lt_0_compat; lra). nra.
  - assert (0 < (c - c1) * (c * c1 + 2)) by (apply Rmult_lt_0_compat; lra). nra.
Qed.

Lemma dGstd_max x : 0 <= x -> x <> x1 -> dGstd e x < dGstd e x1.
Proof.
  intros Hx Hn. pose proof x1_pos.
  assert (N3 : forall t, 0 < Nstd e t * Nstd e t * Nstd e t).
  { intros t. pose proof (Nstd_pos e ltac:(lra) t). repeat apply Rmult_lt_0_compat; lra. }
  destruct (Rdichotomy x x1 Hn) as [L | L].
  - apply (deriv_pos_lt (dGstd e) (d2Gstd e)); [exact L | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply Rdiv_lt_0_compat; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
  - apply (deriv_neg_lt (dGstd e) (d2Gstd e)); [exact L | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply div_neg_pos; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
Qed.

Lemma std_x1 : std x1 = y1.
Proof.
  rewrite std_closed, cosh_x1. unfold c1. pose proof y1_range. field. lra.
Qed.

Lemma dGstd_x1 : dGstd e x1 = Mstd.
Proof.
  pose proof x1_pos as P. pose proof (dGstd_in_y e ltac:(lra) x1) as E. rewrite std_x1 in E.
  fold Mstd in E. rewrite <- E. symmetry. apply Rabs_pos_eq.
  unfold dGstd. pose proof (Nstd_pos e ltac:(lra) x1). left.
  apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra].
Qed.

Lemma dGstd_odd x : dGstd e (- x) = - dGstd e x.
Proof.
  unfold dGstd, Nstd. replace (- x / 2) with (- (x / 2)) by field.
  rewrite sinh_opp, cosh_opp. unfold Rdiv. ring.
Qed.

Lemma dGstd_abs_bound x : Rabs x <> x1 -> Rabs (dGstd e x) < Mstd.
Proof.
  intros Hn. rewrite <- dGstd_x1.
  assert (Pos : forall t, 0 <= t -> 0 <= dGstd e t).
  { intros t Ht. unfold dGstd. pose proof (Nstd_pos e ltac:(lra) t).
    unfold Rdiv. apply Rmult_le_pos; [apply sinh_nonneg; lra |].
    left. apply Rinv_0_lt_compat. nra. }
  unfold Rabs in Hn. destruct (Rcase_abs x) as [L | L].
  - replace x with (- - x) by ring. rewrite dGstd_odd, Rabs_Ropp, Rabs_pos_eq by (apply Pos; lra).
    apply dGstd_max; [lra | exact Hn].
  - rewrite Rabs_pos_eq by (apply Pos; lra). apply dGstd_max; [lra | exact Hn].
Qed.

(** H14 (M_e). |G~'| has maximum M_e = y1 sqrt (1 - 4 y1^2) / (2 (y1 + e)^2), attained
    exactly where y = y1 = (sqrt (1 + 32 e^2) - 1) / (16 e), the positive root of
    8 e y^2 + y - e = 0. *)
Theorem std_slope_supremum :
  8 * e * (y1 * y1) + y1 - e = 0 /\ 0 < y1 < / 2 /\
  (forall x, is_derive (Gstd e) x (dGstd e x)) /\
  (forall x, Rabs (dGstd e x) <= Mstd) /\
  (forall x, Rabs (dGstd e x) = Mstd <-> std x = y1) /\ (exists x, std x = y1).
Proof.
  pose proof x1_pos as P.
  assert (Eq : forall x, Rabs x = x1 -> Rabs (dGstd e x) = Mstd).
  { intros x Hx. rewrite <- dGstd_x1, <- Hx. unfold Rabs at 2. destruct (Rcase_abs x) as [L | L].
    - rewrite dGstd_odd. apply Rabs_left. rewrite <- (Ropp_involutive x), dGstd_odd.
      replace (- x) with x1 by (rewrite <- Hx; apply Rabs_left; exact L).
      assert (0 < dGstd e x1); [| lra]. unfold dGstd. pose proof (Nstd_pos e ltac:(lra) x1).
      apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra].
    - apply Rabs_pos_eq. unfold dGstd. pose proof (Nstd_pos e ltac:(lra) x).
      unfold Rdiv. apply Rmult_le_pos; [apply sinh_nonneg; lra |].
      left. apply Rinv_0_lt_compat. nra. }
  assert (Y : forall x, std x = y1 <-> Rabs x = x1).
  { intros x. rewrite <- std_x1, !std_closed. rewrite <- (cosh_abs (x / 2)).
    assert (Ea : Rabs (x / 2) = Rabs x / 2).
    { unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ 2)) by lra. reflexivity. }
    rewrite Ea. pose proof (Rabs_pos x).
    pose proof (cosh_pos (Rabs x / 2)). pose proof (cosh_pos (x1 / 2)). split; intros H2.
    - apply (f_equal Rinv) in H2. rewrite !Rinv_inv in H2.
      destruct (Rtotal_order (Rabs x) x1) as [L | [L | L]]; [| exact L |].
      + pose proof (cosh_lt (Rabs x / 2) (x1 / 2) ltac:(lra) ltac:(lra)). lra.
      + pose proof (cosh_lt (x1 / 2) (Rabs x / 2) ltac:(lra) ltac:(lra)). lra.
    - rewrite H2. reflexivity. }
  split; [apply y1_equation |]. split; [apply y1_range |]. split; [| split; [| split]].
  - intros x. apply Gstd_derive. lra.
  - intros x. destruct (Req_dec (Rabs x) x1) as [Hx | Hx].
    + right. apply Eq, Hx.
    + left. apply dGstd_abs_bound, Hx.
  - intros x. rewrite Y. split; [| apply Eq]. intros H.
    destruct (Req_dec (Rabs x) x1) as [Hx | Hx]; [exact Hx |].
    pose proof (dGstd_abs_bound x Hx). lra.
  - exists x1. apply std_x1.
Qed.

(** Every slope is taken at most twice on x > 0. *)
Lemma dGstd_level t1 t2 t3 : 0 < t1 -> t1 < t2 -> t2 < t3 ->
  dGstd e t1 = dGstd e t2 -> dGstd e t2 = dGstd e t3 -> False.
Proof.
  intros P1 L12 L23 E1 E2. pose proof x1_pos.
  assert (N3 : forall t, 0 < Nstd e t * Nstd e t * Nstd e t).
  { intros t. pose proof (Nstd_pos e ltac:(lra) t). repeat apply Rmult_lt_0_compat; lra. }
  destruct (Rle_lt_dec t2 x1) as [L | L].
  - assert (dGstd e t1 < dGstd e t2); [| lra].
    apply (deriv_pos_lt (dGstd e) (d2Gstd e)); [exact L12 | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply Rdiv_lt_0_compat; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
  - assert (dGstd e t3 < dGstd e t2); [| lra].
    apply (deriv_neg_lt (dGstd e) (d2Gstd e)); [exact L23 | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply div_neg_pos; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
Qed.

(** H14 (as D3). There are at most three fixed points. *)
Theorem std_at_most_three_fixed_points x0 beta a b c d : 0 < beta -> a < b < c -> c < d ->
  fixpt (Fstd x0 beta e) a -> fixpt (Fstd x0 beta e) b ->
  fixpt (Fstd x0 beta e) c -> fixpt (Fstd x0 beta e) d -> False.
Proof.
  intros Hb Habc Hcd Fa Fb Fc Fd.
  assert (Gx : forall x, fixpt (Fstd x0 beta e) x -> Gstd e x = beta * (x - x0)).
  { intros x Fx. unfold fixpt, Fstd in Fx. rewrite <- Fx at 2. field. lra. }
  assert (Mean : forall u v, u < v -> fixpt (Fstd x0 beta e) u -> fixpt (Fstd x0 beta e) v ->
    exists t, u < t < v /\ dGstd e t = beta /\ 0 < t).
  { intros u v Huv Fu Fv.
    destruct (deriv_mean (Gstd e) (dGstd e) u v Huv) as (t & It & Et).
    { intros x _. apply Gstd_derive. lra. }
    rewrite (Gx u Fu), (Gx v Fv) in Et.
    assert (E : dGstd e t = beta).
    { apply (Rmult_eq_reg_r (v - u)); [rewrite <- Et; ring | lra]. }
    exists t. split; [exact It |]. split; [exact E |].
    apply Rnot_le_lt. intros K. unfold dGstd in E. pose proof (Nstd_pos e ltac:(lra) t) as N.
    assert (S : sinh (t / 2) <= 0) by (rewrite <- sinh_0; apply sinh_le; lra).
    assert (P : 0 < / (Nstd e t * Nstd e t)) by (apply Rinv_0_lt_compat; nra).
    unfold Rdiv in E. nra. }
  destruct (Mean a b) as (t1 & I1 & E1 & P1); try assumption; [lra |].
  destruct (Mean b c) as (t2 & I2 & E2 & _); try assumption; [lra |].
  destruct (Mean c d) as (t3 & I3 & E3 & _); try assumption.
  apply (dGstd_level t1 t2 t3); lra.
Qed.
End Slope.
