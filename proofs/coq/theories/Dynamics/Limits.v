(** Limits of the fixed points for eps > 0 when beta or eps tends to infinity or p_ref
    tends to 0: bounds on the distance of a fixed point to x0. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints.
Open Scope R_scope.

(** Distance of a fixed point to x0, and its first-order expansion in 1 / beta. *)
Lemma fixpt_near_x0 (x0 beta eps x : R) : 0 < beta -> 0 < eps -> fixpt (F x0 beta eps) x ->
  0 < x - x0 < / (beta * sqrt eps).
Proof.
  intros Hb He E. unfold fixpt in E.
  pose proof (F_gt x0 beta eps Hb (Rlt_le _ _ He) x).
  pose proof (F_upper x0 beta eps Hb x He).
  replace (/ (beta * sqrt eps)) with (1 / (beta * sqrt eps)) by (unfold Rdiv; ring). lra.
Qed.

Lemma sigma_near (x0 e : R) : 0 < e -> exists d, 0 < d /\
  forall x, Rabs (x - x0) < d -> Rabs (sigma x - sigma x0) < e.
Proof.
  intros He. destruct (sigma_continuity_pt x0 e He) as [d [Pd H]].
  unfold dist in H; simpl in H. unfold R_dist in H.
  exists d. split; [exact Pd|]. intros x Hx.
  destruct (Req_dec x x0) as [->|Q]; [rewrite Rminus_eq_0, Rabs_R0; lra|].
  apply H. split; [split; [exact I | auto] | exact Hx].
Qed.

Lemma fixed_point_near_reference (pref beta eps p e d : R) : 0 < pref < 1 -> 0 < beta ->
  0 < eps -> (forall x, Rabs (x - logit pref) < d -> Rabs (sigma x - sigma (logit pref)) < e) ->
  / (beta * sqrt eps) <= d -> fixpt (h pref beta eps) p -> Rabs (p - pref) < e.
Proof.
  intros Hp Hb He Hd Hs E.
  destruct (fixpt_h_F pref beta eps Hp p E) as [Hq Ex].
  pose proof (fixpt_near_x0 _ _ _ _ Hb He Ex) as N.
  rewrite <- (sigma_logit p Hq). rewrite <- (sigma_logit pref Hp).
  apply Hd. apply Rabs_def1; lra.
Qed.

(** D10. beta -> oo: every fixed point tends to p_ref, and in log-odds
    x* = x0 + G x0 / beta + O (1 / beta^2), with the explicit constant M_eps / sqrt eps. *)
Theorem fixed_points_large_beta (pref eps : R) : 0 < pref < 1 -> 0 < eps ->
  (forall e, 0 < e -> exists B, 0 < B /\ forall beta, B < beta ->
     forall p, fixpt (h pref beta eps) p -> Rabs (p - pref) < e) /\
  (forall beta p, 0 < beta -> fixpt (h pref beta eps) p ->
     Rabs (logit p - (logit pref + G eps (logit pref) / beta))
       <= Meps eps / sqrt eps / beta ^ 2).
Proof.
  intros Hp He. pose proof (sqrt_lt_R0 eps He) as Hs. split.
  - intros e Pe. destruct (sigma_near (logit pref) e Pe) as [d [Pd Hd]].
    assert (PB : 0 < / (d * sqrt eps)) by (apply Rinv_0_lt_compat; nra).
    exists (/ (d * sqrt eps)). split; [exact PB|]. intros beta Hb p E.
    apply (fixed_point_near_reference pref beta eps p e d); auto; [lra|].
    replace d with (/ (/ (d * sqrt eps) * sqrt eps)) by (field; lra).
    left. apply Rinv_lt_contravar; [repeat apply Rmult_lt_0_compat; lra|].
    apply Rmult_lt_compat_r; lra.
  - intros beta p Hb E. destruct (fixpt_h_F pref beta eps Hp p E) as [Hq Ex].
    pose proof (fixpt_near_x0 _ _ _ _ Hb He Ex) as N. unfold fixpt, F in Ex.
    set (x := logit p) in *. set (x0 := logit pref) in *.
    replace (x - (x0 + G eps x0 / beta)) with ((G eps x - G eps x0) / beta) by lra.
    unfold Rdiv at 1. rewrite Rabs_mult, (Rabs_pos_eq (/ beta))
      by (left; now apply Rinv_0_lt_compat).
    pose proof (G_lipschitz eps He x x0) as L. rewrite (Rabs_pos_eq (x - x0)) in L by lra.
    pose proof (Meps_pos eps He) as PM.
    replace (Meps eps / sqrt eps / beta ^ 2) with (Meps eps * / (beta * sqrt eps) * / beta)
      by (field; lra).
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    eapply Rle_trans; [exact L|]. apply Rmult_le_compat_l; lra.
Qed.

(** D10. eps -> oo: every fixed point tends to p_ref. *)
Theorem fixed_points_large_eps (pref beta : R) : 0 < pref < 1 -> 0 < beta ->
  forall e, 0 < e -> exists E, 0 < E /\ forall eps, E < eps ->
    forall p, fixpt (h pref beta eps) p -> Rabs (p - pref) < e.
Proof.
  intros Hp Hb e Pe. destruct (sigma_near (logit pref) e Pe) as [d [Pd Hd]].
  set (r := / (d * beta)). assert (Pr : 0 < r) by (apply Rinv_0_lt_compat; nra).
  exists (r * r). split; [nra|]. intros eps He p E.
  apply (fixed_point_near_reference pref beta eps p e d); auto; [nra|].
  assert (Hs : r < sqrt eps).
  { rewrite <- (sqrt_square r) by lra. apply sqrt_lt_1; nra. }
  replace d with (/ (beta * r)) by (unfold r; field; lra).
  left. apply Rinv_lt_contravar; [repeat apply Rmult_lt_0_compat; lra|].
  apply Rmult_lt_compat_l; lra.
Qed.

(** D10. p_ref -> 0: every fixed point (so the largest) tends to 0. *)
Theorem fixed_points_small_reference (beta eps : R) : 0 < beta -> 0 < eps ->
  forall e, 0 < e -> exists d, 0 < d /\ forall pref, 0 < pref < 1 -> pref < d ->
    forall p, fixpt (h pref beta eps) p -> 0 < p < e.
Proof.
  intros Hb He e Pe. set (c := / (beta * sqrt eps)).
  pose proof (exp_pos c) as Pc.
  assert (Pd : 0 < e * / (2 * exp c)).
  { apply Rmult_lt_0_compat; [exact Pe | apply Rinv_0_lt_compat; lra]. }
  exists (Rmin (/ 2) (e * / (2 * exp c))).
  pose proof (Rmin_l (/ 2) (e * / (2 * exp c))). pose proof (Rmin_r (/ 2) (e * / (2 * exp c))).
  split; [apply Rmin_pos; lra|]. intros pref Hp Hpd p E.
  destruct (fixpt_h_F pref beta eps Hp p E) as [Hq Ex].
  pose proof (fixpt_near_x0 _ _ _ _ Hb He Ex) as N. fold c in N.
  split; [lra|]. rewrite <- (sigma_logit p Hq).
  assert (S : forall y, sigma y < exp y).
  { intros y. unfold sigma. rewrite exp_Ropp. pose proof (exp_pos y) as Py.
    apply (Rmult_lt_reg_r (1 + / exp y)).
    - pose proof (Rinv_0_lt_compat _ Py). lra.
    - rewrite Rinv_l by (pose proof (Rinv_0_lt_compat _ Py); lra).
      replace (exp y * (1 + / exp y)) with (exp y + 1) by (field; lra). lra. }
  eapply Rlt_trans; [apply S|].
  apply Rlt_trans with (exp (logit pref + c)); [apply exp_increasing; lra|].
  rewrite exp_plus, exp_logit by exact Hp.
  apply Rle_lt_trans with (2 * pref * exp c).
  - apply Rmult_le_compat_r; [lra|]. apply (Rmult_le_reg_r (1 - pref)); [lra|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. nra.
  - assert (Q : pref < e * / (2 * exp c)) by lra.
    apply (Rmult_lt_compat_r (2 * exp c)) in Q; [|lra].
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r in Q by lra. lra.
Qed.
