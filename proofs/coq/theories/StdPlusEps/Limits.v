(** Advantage (r - p) / (sqrt s + e): limits of the fixed points (claim D10). *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import TwoCycles.
From GrpoProofs.Whitening Require Import Recurrence Folds FixedPoints.
From GrpoProofs.Whitening Require Limits SmallSmoothing.
From GrpoProofs.StdPlusEps Require Import Gain Slope GlobalConvergence Orbits NonConvergence Cusp.
Open Scope R_scope.

Section Smoothed.
Variable e : R.
Hypothesis Pe : 0 < e.
Let He : 0 <= e := Rlt_le _ _ Pe.

Let K_bound : forall p, 0 < p < 1 -> Wstd e p < / e.
Proof.
  intros p Hp. unfold Wstd. pose proof (sqrt_lt_R0 _ (var_pos p Hp)).
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
Qed.

Lemma std_le_exp x : std x <= exp (- (x / 2)).
Proof.
  rewrite std_closed. rewrite <- (Rinv_inv (exp (- (x / 2)))), <- exp_Ropp, Ropp_involutive.
  apply Rinv_le_contravar; [apply exp_pos|]. unfold cosh. pose proof (exp_pos (- (x / 2))). lra.
Qed.

Let Pee : 0 < e * e.
Proof. now apply Rmult_lt_0_compat. Qed.

Lemma Gstd_tail x : / e - Gstd e x <= / (e * e) * exp (- (x / 2)).
Proof.
  pose proof (std_pos x) as P. pose proof (std_le_exp x) as L. unfold Gstd.
  replace (/ e - / (std x + e)) with (std x * / (e * (std x + e))) by (field; lra).
  rewrite (Rmult_comm (/ (e * e))). apply Rmult_le_compat; try lra.
  - left. apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra.
  - apply Rinv_le_contravar; [exact Pee|]. apply Rmult_le_compat_l; lra.
Qed.

Lemma dGstd_tail x : dGstd e x <= / (e * e) * exp (- (x / 2)).
Proof.
  pose proof (Rinv_0_lt_compat _ Pee) as I. pose proof (exp_pos (- (x / 2))) as X.
  pose proof (Rmult_lt_0_compat _ _ I X) as IX.
  destruct (Rle_lt_dec x 0) as [Q|Q].
  - assert (dGstd e x <= 0); [|lra]. destruct Q as [Q|Q].
    + pose proof (slope_neg (Wstd e) (dGstd e) (std_whitening e He) x Q). lra.
    + rewrite Q. apply (slope_at_0 (Wstd e) (dGstd e) (std_whitening e He)).
  - pose proof (dGstd_in_y e He x) as E. rewrite Rabs_pos_eq in E by (left; now apply dGstd_pos).
    rewrite E. pose proof (std_pos x) as P. pose proof (std_le_exp x) as L.
    assert (R1 : sqrt (1 - 4 * (std x * std x)) <= 1).
    { rewrite <- sqrt_1 at 2. apply sqrt_le_1_alt. pose proof (Rmult_lt_0_compat _ _ P P). lra. }
    pose proof (sqrt_pos (1 - 4 * (std x * std x))) as R0.
    rewrite (Rmult_comm (/ (e * e))). unfold Rdiv. apply Rmult_le_compat.
    + apply Rmult_le_pos; lra.
    + left. apply Rinv_0_lt_compat.
      assert (0 < (std x + e) * (std x + e)) by (apply Rmult_lt_0_compat; lra). lra.
    + apply Rle_trans with (std x * 1); [apply Rmult_le_compat_l; lra | lra].
    + apply Rinv_le_contravar; [exact Pee|].
      assert (e * e <= (std x + e) * (std x + e)) by (apply Rmult_le_compat; lra). lra.
Qed.

Lemma Gstd_lipschitz_weak x y : Rabs (Gstd e x - Gstd e y) <= Mstd e * Rabs (x - y).
Proof.
  destruct (Req_dec x y) as [->|N]; [rewrite !Rminus_eq_0, Rabs_R0; lra|].
  left. now apply Gstd_lipschitz.
Qed.

(** H14 (as D10). beta -> oo: every fixed point tends to p_ref, and in log-odds
    x* = x0 + G~ x0 / beta + O (1 / beta^2), with the explicit constant M_e / e. *)
Theorem std_fixed_points_large_beta pref : 0 < pref < 1 ->
  (forall d, 0 < d -> exists B, 0 < B /\ forall beta, B < beta ->
     forall p, fixpt (hstd pref beta e) p -> Rabs (p - pref) < d) /\
  (forall beta p, 0 < beta -> fixpt (hstd pref beta e) p ->
     Rabs (logit p - (logit pref + Gstd e (logit pref) / beta)) <= Mstd e * / e / beta ^ 2).
Proof.
  intros Hp. split.
  - exact (Limits.fixed_points_large_beta (Wstd e) (dGstd e) (/ e) (std_whitening e He) K_bound pref Hp).
  - intros beta p Hb E.
    apply (Limits.fixed_points_first_order (Wstd e) (dGstd e) (/ e) (std_whitening e He) K_bound
      (Mstd e) pref beta p); auto.
    + exact Gstd_lipschitz_weak.
    + rewrite <- dGstd_xcstd by exact Pe. left. now apply dGstd_pos, xcstd_pos.
Qed.

(** H14 (as D10). p_ref -> 0: every fixed point (so the largest) tends to 0. *)
Theorem std_fixed_points_small_reference beta : 0 < beta ->
  forall d, 0 < d -> exists r, 0 < r /\ forall pref, 0 < pref < 1 -> pref < r ->
    forall p, fixpt (hstd pref beta e) p -> 0 < p < d.
Proof.
  exact (Limits.fixed_points_small_reference (Wstd e) (dGstd e) (/ e) (std_whitening e He) K_bound beta).
Qed.

(** H14 (as D10). beta -> 0: the fixed point is unique for small beta, and
    1 - p* ~ exp (- x0 - 1 / (beta e)), which tends to 0. *)
Theorem std_fixed_points_small_beta pref : 0 < pref < 1 ->
  (exists b, 0 < b /\ forall beta, 0 < beta < b -> nfix (hstd pref beta e) 1) /\
  (forall d, 0 < d -> exists b, 0 < b /\ forall beta, 0 < beta < b ->
     forall p, fixpt (hstd pref beta e) p ->
       1 - p < d /\ Rabs ((1 - p) / exp (- logit pref - / e / beta) - 1) < d).
Proof.
  intros Hp. exact (Limits.fixed_points_small_beta (Wstd e) (dGstd e) (/ e) (std_whitening e He)
    K_bound (/ (e * e)) (Rinv_0_lt_compat _ Pee) Gstd_tail dGstd_tail (std_smoothed e Pe) pref Hp).
Qed.
End Smoothed.

(** H14 (as D10). e -> oo: every fixed point tends to p_ref. *)
Theorem std_fixed_points_large_e pref beta : 0 < pref < 1 -> 0 < beta ->
  forall d, 0 < d -> exists E, 0 < E /\ forall e, E < e ->
    forall p, fixpt (hstd pref beta e) p -> Rabs (p - pref) < d.
Proof.
  intros Hp Hb d Pd. destruct (Limits.sigma_near (logit pref) d Pd) as [r [Pr Hr]].
  assert (P : 0 < / (r * beta)) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra).
  exists (/ (r * beta)). split; [exact P|]. intros e He p E. assert (Pe : 0 < e) by lra.
  apply (Limits.fixed_point_near_reference (Wstd e) (dGstd e) (/ e)
    (std_whitening e (Rlt_le _ _ Pe))) with (beta := beta) (d := r); auto.
  - intros q Hq. unfold Wstd. pose proof (sqrt_lt_R0 _ (var_pos q Hq)).
    apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
  - apply (Rmult_lt_compat_r (r * beta)) in He; [|apply Rmult_lt_0_compat; lra].
    rewrite Rinv_l in He by (apply Rgt_not_eq, Rmult_lt_0_compat; lra).
    apply (Rmult_le_reg_r (e * beta)); [apply Rmult_lt_0_compat; lra|].
    replace (/ e / beta * (e * beta)) with 1 by (field; lra). lra.
Qed.

(** * e to 0 *)

Lemma Gstd_below e x : 0 < e -> gain (Wstd e) x < G 0 x.
Proof.
  intros Pe. change (Gstd e x < G 0 x). unfold Gstd, G, Omega. rewrite Rplus_0_r.
  pose proof (std_pos x) as P. unfold std in *.
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
Qed.

Lemma Gstd_tends x d : 0 < d ->
  exists r, 0 < r /\ forall e, 0 < e < r -> G 0 x - d < gain (Wstd e) x.
Proof.
  intros Pd. pose proof (std_pos x) as P. set (y := std x) in *.
  exists (d * (y * y)). split; [repeat apply Rmult_lt_0_compat; lra|]. intros e He.
  change (G 0 x - d < Gstd e x). unfold Gstd, G, Omega. rewrite Rplus_0_r. fold (std x). fold y.
  assert (Pyy : 0 < y * y) by now apply Rmult_lt_0_compat.
  assert (Q : / y - / (y + e) < d); [|lra].
  replace (/ y - / (y + e)) with (e * / (y * (y + e))) by (field; lra).
  apply Rle_lt_trans with (e * / (y * y)).
  - apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; [exact Pyy|].
    apply Rmult_le_compat_l; lra.
  - apply (Rmult_lt_reg_r (y * y)); [exact Pyy|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(** H14 (as D10). e -> 0 with x0 < x_SN (beta): exactly three fixed points for small e; the lower
    two tend to the pair a0 < b0 of fixed points at e = 0, the largest to +oo. *)
Theorem std_fixed_points_small_e x0 beta : 0 < beta -> x0 < x_SN beta ->
  exists a0 b0, a0 < b0 /\
    (forall x, fixpt (F x0 beta 0) x <-> x = a0 \/ x = b0) /\
    forall d K, 0 < d -> exists r, 0 < r /\ forall e, 0 < e < r ->
      exists a b c, a < b < c /\ Rabs (a - a0) < d /\ Rabs (b - b0) < d /\ K < c /\
        forall x, fixpt (Fstd x0 beta e) x <-> x = a \/ x = b \/ x = c.
Proof.
  exact (SmallSmoothing.fixed_points_small_smoothing Wstd dGstd
    (fun e Pe => std_whitening e (Rlt_le _ _ Pe)) std_smoothed
    (fun e Pe => ex_intro _ (xcstd e) (std_peak e Pe)) Gstd_below Gstd_tends x0 beta).
Qed.

(** H14 (as D10). e -> 0: the largest fixed point tends to 1. *)
Theorem std_largest_fixed_point_small_e pref beta : 0 < pref < 1 -> 0 < beta ->
  forall d, 0 < d -> exists r, 0 < r /\ forall e, 0 < e < r ->
    forall p, highest (hstd pref beta e) p -> 1 - d < p < 1.
Proof.
  exact (SmallSmoothing.largest_fixed_point_small_smoothing Wstd dGstd
    (fun e Pe => std_whitening e (Rlt_le _ _ Pe)) std_smoothed Gstd_tends pref beta).
Qed.
