(** Three outcomes for which a two-KL step with an old policy of unequal
    conditionals lowers the success probability below the reference, although
    old policy and reference have the same success probability 1/2. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes ClippedGeneral TwoKL.
Open Scope R_scope.

Lemma geo_half x y : 0 < x -> 0 < y -> geo (/ 2) x y = sqrt (x * y).
Proof.
  intros Hx Hy. rewrite geo_pos_eq by auto. replace (1 - / 2) with (/ 2) by lra.
  rewrite !Rpower_sqrt, sqrt_mult by lra. reflexivity.
Qed.

Lemma sqrt_of_square x y : 0 <= y -> x = y * y -> sqrt x = y.
Proof. intros Hy ->. apply sqrt_square, Hy. Qed.

Lemma ref3_policy : policy 3 ref3.
Proof. apply three_policy; lra. Qed.

Lemma old3_policy : policy 3 old3.
Proof. apply three_policy; lra. Qed.

(** The affinities are 4/5 on the correct class and 1 on the other. *)
Lemma affinities3 :
  affinity 3 two_correct true (/ 2) ref3 old3 = 4 / 5 /\
  affinity 3 two_correct false (/ 2) ref3 old3 = 1.
Proof.
  unfold affinity, cond, mass, csum, ref3, old3, two_correct; simpl.
  rewrite !geo_half by lra. split.
  - rewrite (sqrt_of_square _ (7 / 10)), (sqrt_of_square _ (1 / 10)) by lra. lra.
  - rewrite (sqrt_of_square _ 1) by lra. lra.
Qed.

Lemma Omega_half : Omega 0 (/ 2) = 2.
Proof.
  unfold Omega, var. rewrite (sqrt_of_square _ (/ 2)) by lra. apply Rinv_inv.
Qed.

(** 1.218 < e^(1/5) < 1.2249. *)
Lemma exp_fifth : 1218 / 1000 < exp (/ 5) < 12249 / 10000.
Proof.
  assert (A := exp_ineq1 (/ 40) ltac:(lra)). assert (B := exp_ineq1 (- / 40) ltac:(lra)).
  assert (E : exp (/ 5) = exp (/ 40) ^ 8).
  { simpl. rewrite Rmult_1_r, <- !exp_plus. f_equal. field. }
  assert (E' : exp (- / 5) = exp (- / 40) ^ 8).
  { simpl. rewrite Rmult_1_r, <- !exp_plus. f_equal. field. }
  split.
  - rewrite E. apply Rlt_le_trans with ((1 + / 40) ^ 8); [lra|].
    apply pow_incr. lra.
  - assert ((1 + - / 40) ^ 8 <= exp (- / 40) ^ 8) by (apply pow_incr; lra).
    rewrite <- E', exp_Ropp in H. assert (P := exp_pos (/ 5)).
    assert (8166 / 10000 < / exp (/ 5)) by lra.
    apply Rinv_lt_contravar in H0; [|apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat; lra]].
    rewrite Rinv_inv in H0. lra.
Qed.

Lemma step3 next :
  two_kl_step 3 two_correct 0 10 (/ 2) ref3 old3 next ->
  0 < success 3 two_correct next < 1 /\
  success 3 two_correct next / (1 - success 3 two_correct next) = 4 / 5 * exp (/ 5).
Proof.
  intros Hst.
  assert (S1 : success 3 two_correct ref3 = / 2) by (unfold ref3; rewrite three_success; lra).
  assert (S2 : success 3 two_correct old3 = / 2) by (unfold old3; rewrite three_success; lra).
  destruct (two_kl_exact_formula 3 two_correct 0 10 (/ 2) ref3 old3 next 0 2) as [Hn E];
    auto using ref3_policy, old3_policy; try lia; try lra;
    try (unfold ref3, old3; simpl; lra).
  split; [exact Hn|]. rewrite <- exp_logit by exact Hn. rewrite E, S1, S2.
  destruct affinities3 as [-> ->]. rewrite logit_half, Omega_half.
  replace (/ 2 * 0 + (1 - / 2) * 0 + 2 / 10 + ln (4 / 5 / 1)) with (ln (4 / 5) + / 5)
    by (replace (4 / 5 / 1) with (4 / 5) by field; field).
  rewrite exp_plus, exp_ln by lra. reflexivity.
Qed.

(** I3 (counterexample). r = (1, 1, 0), ref = (1/4, 1/4, 1/2),
    old = (49/100, 1/100, 1/2), alpha = 1/2, beta = 10, eps = 0: the step
    exists; every such step has odds (4/5) e^(1/5), hence success probability
    below p_ref = p_old = 1/2, whereas the affinity-free formula predicts
    sigma (1/5) > 1/2. *)
Theorem two_kl_formula_false :
  success 3 two_correct ref3 = / 2 /\ success 3 two_correct old3 = / 2 /\
  (exists next, two_kl_step 3 two_correct 0 10 (/ 2) ref3 old3 next) /\
  (forall next, two_kl_step 3 two_correct 0 10 (/ 2) ref3 old3 next ->
     success 3 two_correct next = 4 / 5 * exp (/ 5) / (1 + 4 / 5 * exp (/ 5)) /\
     success 3 two_correct next < / 2) /\
  sigma (/ 2 * logit (/ 2) + (1 - / 2) * logit (/ 2) + Omega 0 (/ 2) / 10)
    = exp (/ 5) / (1 + exp (/ 5)) /\
  / 2 < exp (/ 5) / (1 + exp (/ 5)).
Proof.
  destruct exp_fifth as [X1 X2].
  split; [unfold ref3; rewrite three_success; lra|].
  split; [unfold old3; rewrite three_success; lra|].
  split; [|split; [|split]].
  - assert (S : success 3 two_correct old3 = / 2) by (unfold old3; rewrite three_success; lra).
    eexists. unfold two_kl_step. rewrite S.
    apply (two_kl_unique_max 3 two_correct 0 10 (/ 2) (/ 2) ref3 old3 0);
      auto using ref3_policy, old3_policy; try lia; try lra;
      try (unfold ref3, old3; simpl; lra). repeat split; lra.
  - intros next Hst. destruct (step3 next Hst) as [Hn E]. rewrite <- E.
    set (p := success 3 two_correct next) in *. split; [field; lra|].
    assert (p = 4 / 5 * exp (/ 5) * (1 - p)) by (rewrite <- E; field; lra). nra.
  - rewrite logit_half, Omega_half.
    replace (/ 2 * 0 + (1 - / 2) * 0 + 2 / 10) with (/ 5) by field.
    unfold sigma. rewrite exp_Ropp. field. lra.
  - apply (Rmult_lt_reg_r (1 + exp (/ 5))); [lra|]. field_simplify; lra.
Qed.

(** I3 (control). The formula overestimates by more than 0.054, not by more
    than 0.0572. *)
Theorem two_kl_formula_gap next :
  two_kl_step 3 two_correct 0 10 (/ 2) ref3 old3 next ->
  54 / 1000 < sigma (/ 5) - success 3 two_correct next /\
  ~ 572 / 10000 < sigma (/ 5) - success 3 two_correct next.
Proof.
  intros Hst. destruct exp_fifth as [X1 X2]. destruct (step3 next Hst) as [Hn E].
  set (p := success 3 two_correct next) in *.
  assert (Ep : p = 4 / 5 * exp (/ 5) * (1 - p)) by (rewrite <- E; field; lra).
  assert (Es : sigma (/ 5) * (1 + exp (/ 5)) = exp (/ 5)).
  { unfold sigma. rewrite exp_Ropp. field. lra. }
  set (e := exp (/ 5)) in *. set (s := sigma (/ 5)) in *.
  assert (49350 / 100000 < p < 49495 / 100000) by nra.
  assert (5491 / 10000 < s < 55056 / 100000) by nra.
  lra.
Qed.
