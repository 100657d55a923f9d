(** The mirror iteration (KL to the previous policy): recurrence, monotone
    convergence to probability 1, explicit envelope, and the exact asymptotic
    rate for eps > 0; tower-type growth for eps = 0. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence.
From GrpoProofs.Unsmoothed Require Import Hyperbolic Escape.
From GrpoProofs.Variants Require Import Maps.
Open Scope R_scope.

Section Mirror.
Variables beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.

(** The smallest increment. *)
Definition step_min : R := 2 / (beta * sqrt (1 + 4 * eps)).

Lemma step_min_pos : 0 < step_min.
Proof.
  unfold step_min. assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra).
  apply Rdiv_lt_0_compat; nra.
Qed.

Lemma mirror_step_ge x : x + step_min <= mirror beta eps x.
Proof.
  unfold mirror, step_min. pose proof (G_lower eps Heps x) as H.
  assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra).
  apply (Rmult_le_compat_r (/ beta)) in H; [| left; apply Rinv_0_lt_compat; exact Hbeta].
  replace (2 / (beta * sqrt (1 + 4 * eps))) with (2 / sqrt (1 + 4 * eps) * / beta) by (field; lra).
  unfold Rdiv. unfold Rdiv in H. lra.
Qed.

Lemma mirror_increases x n : iter (mirror beta eps) x n < iter (mirror beta eps) x (S n).
Proof.
  simpl. pose proof (mirror_step_ge (iter (mirror beta eps) x n)). pose proof step_min_pos. lra.
Qed.

(** H2 (lower envelope, every eps >= 0). *)
Theorem mirror_lower_envelope x n : x + 2 * INR n / (beta * sqrt (1 + 4 * eps)) <= iter (mirror beta eps) x n.
Proof.
  replace (2 * INR n / (beta * sqrt (1 + 4 * eps))) with (INR n * step_min).
  2: { unfold step_min, Rdiv. ring. }
  induction n as [| n IH]; [simpl; lra |].
  rewrite S_INR. simpl iter. pose proof (mirror_step_ge (iter (mirror beta eps) x n)). lra.
Qed.

Lemma mirror_to_infinity x : is_lim_seq (iter (mirror beta eps) x) p_infty.
Proof.
  apply (is_lim_seq_le_p_loc (fun n => x + INR n * step_min)).
  - exists 0%nat. intros n _. pose proof (mirror_lower_envelope x n) as H.
    replace (INR n * step_min) with (2 * INR n / (beta * sqrt (1 + 4 * eps))); [exact H |].
    unfold step_min, Rdiv. ring.
  - apply (is_lim_seq_plus (fun _ => x) (fun n => INR n * step_min) x p_infty).
    + apply is_lim_seq_const.
    + apply (is_lim_seq_ext (fun n => step_min * INR n)); [intros; ring |].
      pose proof step_min_pos as P.
      replace p_infty with (Rbar_mult step_min p_infty).
      * apply is_lim_seq_scal_l, is_lim_seq_INR.
      * apply is_Rbar_mult_unique. apply is_Rbar_mult_sym.
        apply is_Rbar_mult_p_infty_pos. exact P.
    + reflexivity.
Qed.

(** H1. Mirror recurrence: for every initial policy with 0 < p_0 < 1, along a run of
    exact steps with KL to the previous policy, x_n = x_(n-1) + G (x_(n-1)) / beta, and
    p_n is strictly increasing with limit 1, for every eps >= 0. *)
Theorem mirror_recurrence n r pis : policy n (pis O) -> 0 < success n r (pis O) < 1 ->
  mirror_run n r eps beta pis ->
  let p k := success n r (pis k) in
  (forall k, 0 < p k < 1) /\
  (forall k, logit (p (S k)) = logit (p k) + G eps (logit (p k)) / beta) /\
  (forall k, logit (p k) = iter (mirror beta eps) (logit (p O)) k) /\
  (forall k, p k < p (S k)) /\ is_lim_seq p 1.
Proof.
  intros P0 S0 Run p.
  assert (Pk : forall k, policy n (pis k)).
  { intros [| k]; [exact P0 |]. destruct (Run k) as (Hf & _). apply Hf. }
  assert (Step : forall k, 0 < p k < 1 -> 0 < p (S k) < 1 /\
            logit (p (S k)) = logit (p k) + G eps (logit (p k)) / beta).
  { intros k Hk.
    destruct (mirror_recurrence_any_old n r eps beta (pis k) (pis (S k)) Hbeta Heps (Pk k) Hk (Run k))
      as (E1 & E2).
    split.
    - unfold p. rewrite E1. apply h_range. exact Hk.
    - unfold p. rewrite E2. unfold G. rewrite sigma_logit by exact Hk. reflexivity. }
  assert (In : forall k, 0 < p k < 1).
  { induction k as [| k IH]; [exact S0 | apply Step, IH]. }
  assert (It : forall k, logit (p k) = iter (mirror beta eps) (logit (p O)) k).
  { induction k as [| k IH]; [reflexivity |].
    simpl. rewrite <- IH. unfold mirror. apply Step, In. }
  assert (Sg : forall k, p k = sigma (iter (mirror beta eps) (logit (p O)) k)).
  { intros k. rewrite <- It. symmetry. apply sigma_logit, In. }
  repeat split; try apply In; try exact It.
  - intros k. apply Step, In.
  - intros k. rewrite (Sg k), (Sg (S k)). apply sigma_increasing, mirror_increases.
  - apply (is_lim_seq_ext (fun k => sigma (iter (mirror beta eps) (logit (p O)) k))).
    { intros k. symmetry. apply Sg. }
    apply sigma_tends_to_1, mirror_to_infinity.
Qed.

(** H2 (steps). Any n >= beta sqrt (1 + 4 eps) / 2 * (ln T - x0) reaches odds T: so the
    first such step is at most max (0, ceil (that number)). *)
Theorem mirror_steps_to_odds x T n : 0 < T ->
  beta * sqrt (1 + 4 * eps) / 2 * (ln T - x) <= INR n ->
  let p := sigma (iter (mirror beta eps) x n) in T <= p / (1 - p).
Proof.
  intros HT H p. unfold p. rewrite sigma_odds. rewrite <- (exp_ln T HT).
  pose proof (mirror_lower_envelope x n) as L.
  assert (Sq : 0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra).
  set (D := beta * sqrt (1 + 4 * eps)) in *.
  assert (PD : 0 < D) by (unfold D; nra).
  assert (K : ln T - x <= 2 * INR n / D).
  { apply (Rmult_le_reg_r (D / 2)); [lra |].
    replace (2 * INR n / D * (D / 2)) with (INR n) by (field; lra). lra. }
  assert (Q : ln T <= iter (mirror beta eps) x n) by lra.
  destruct Q as [Q | Q]; [left; apply exp_increasing; exact Q | right; f_equal; exact Q].
Qed.
End Mirror.

(** * Rate for eps > 0 *)

Section Rate.
Variables beta eps x : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.

Let u := iter (mirror beta eps) x.
(** Asymptotic slope. *)
Let g := 1 / (beta * sqrt eps).
Let y n := u n - INR n * g.

Let sq_pos : 0 < sqrt eps.
Proof. apply sqrt_lt_R0, Heps. Qed.

Lemma defect t : 0 < / sqrt eps - G eps t <= exp (- t) / (2 * (eps * sqrt eps)).
Proof.
  pose proof (G_upper eps t Heps) as U. split; [lra |].
  unfold G, Omega in *. pose proof (var_sigma_pos t) as V.
  set (s := var (sigma t)) in *.
  assert (Hs : s <= exp (- t)).
  { unfold s, var. rewrite <- sigma_opp. pose proof (sigma_pos (- t)). pose proof (sigma_lt_1 t).
    assert (sigma (- t) <= exp (- t)).
    { unfold sigma. rewrite Ropp_involutive, exp_Ropp. pose proof (exp_pos t).
      apply Rinv_le_contravar; lra. }
    pose proof (sigma_pos t). nra. }
  assert (Hb : 0 < sqrt (s + eps)) by (apply sqrt_lt_R0; lra).
  set (a := sqrt eps) in *. set (b := sqrt (s + eps)) in *.
  assert (Ea : a * a = eps) by (apply sqrt_sqrt; lra).
  assert (Eb : b * b = s + eps) by (apply sqrt_sqrt; lra).
  assert (Hab : a <= b) by nra.
  apply Rle_trans with (s / (2 * (eps * a))).
  - replace (/ a - / b) with (s * / (a * b * (a + b))).
    2: { replace s with (b * b - a * a) by lra. field. nra. }
    unfold Rdiv. apply Rmult_le_compat_l; [lra |].
    apply Rinv_le_contravar; [rewrite <- Ea; nra |]. rewrite <- Ea.
    assert (a * a <= a * b) by nra.
    replace (2 * (a * a * a)) with (a * a * (2 * a)) by ring.
    apply Rmult_le_compat; nra.
  - unfold Rdiv. apply Rmult_le_compat_r; [| exact Hs].
    left. apply Rinv_0_lt_compat. rewrite <- Ea. nra.
Qed.

Lemma y_step n : y (S n) = y n - (/ sqrt eps - G eps (u n)) / beta.
Proof.
  unfold y, u, g. rewrite S_INR. simpl iter. unfold mirror at 1.
  set (v := iter (mirror beta eps) x n). field. split; lra.
Qed.

Lemma y_decreasing n : y (S n) < y n.
Proof.
  rewrite y_step. pose proof (defect (u n)) as (D & _).
  assert (0 < (/ sqrt eps - G eps (u n)) / beta) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.

(** H2 (upper envelope). *)
Theorem mirror_upper_envelope n : u n <= x + INR n / (beta * sqrt eps).
Proof.
  assert (H : y n <= y O).
  { induction n as [| n IH]; [lra |]. pose proof (y_decreasing n). lra. }
  unfold y in H. replace (INR n / (beta * sqrt eps)) with (INR n * g).
  - change (u O) with x in H. simpl (INR 0) in H. lra.
  - unfold g. field. lra.
Qed.

Let rho := exp (- step_min beta eps).
Let K := exp (- x) / (2 * (eps * sqrt eps)) / beta.

Let rho_range : 0 < rho < 1.
Proof.
  unfold rho. pose proof (step_min_pos beta eps Hbeta (Rlt_le _ _ Heps)). split; [apply exp_pos |].
  rewrite <- exp_0. apply exp_increasing. lra.
Qed.

Lemma exp_tail n : exp (- u n) <= exp (- x) * rho ^ n.
Proof.
  unfold rho. induction n as [| n IH]; [change (u O) with x; simpl; lra |].
  pose proof (mirror_step_ge beta eps Hbeta (Rlt_le _ _ Heps) (u n)) as Q.
  change (mirror beta eps (u n)) with (u (S n)) in Q.
  apply Rle_trans with (exp (- u n) * exp (- step_min beta eps)).
  - rewrite <- exp_plus. destruct Q as [Q | Q].
    + left. apply exp_increasing. lra.
    + right. f_equal. lra.
  - simpl. pose proof (exp_pos (- step_min beta eps)).
    apply (Rmult_le_compat_r (exp (- step_min beta eps))) in IH; lra.
Qed.

Lemma y_lower n : x - K * ((1 - rho ^ n) / (1 - rho)) <= y n.
Proof.
  induction n as [| n IH].
  - unfold y. change (u O) with x. simpl. unfold Rdiv. lra.
  - rewrite y_step. pose proof (defect (u n)) as (_ & D). pose proof (exp_tail n) as T.
    pose proof rho_range as R.
    assert (C : 0 < 2 * (eps * sqrt eps)) by nra.
    assert (B : (/ sqrt eps - G eps (u n)) / beta <= K * rho ^ n).
    { unfold K. apply (Rmult_le_reg_r beta); [exact Hbeta |].
      replace ((/ sqrt eps - G eps (u n)) / beta * beta) with (/ sqrt eps - G eps (u n)) by (field; lra).
      replace (exp (- x) / (2 * (eps * sqrt eps)) / beta * rho ^ n * beta)
        with (exp (- x) * rho ^ n / (2 * (eps * sqrt eps))) by (field; lra).
      apply Rle_trans with (1 := D). unfold Rdiv. apply Rmult_le_compat_r; [| exact T].
      left. apply Rinv_0_lt_compat, C. }
    replace ((1 - rho ^ S n) / (1 - rho)) with ((1 - rho ^ n) / (1 - rho) + rho ^ n)
      by (simpl; field; lra).
    lra.
Qed.

(** H2. x_n - n / (beta sqrt eps) decreases to a finite limit. *)
Theorem mirror_rate_constant : exists L : R,
  is_lim_seq (fun n => u n - INR n / (beta * sqrt eps)) L /\
  (forall n, u (S n) - INR (S n) / (beta * sqrt eps) < u n - INR n / (beta * sqrt eps)).
Proof.
  assert (Y : forall n, u n - INR n / (beta * sqrt eps) = y n).
  { intros n. unfold y, g. field. lra. }
  destruct (ex_finite_lim_seq_decr y (x - K * (1 / (1 - rho)))) as (L & HL).
  - intros n. left. apply y_decreasing.
  - intros n. apply Rle_trans with (2 := y_lower n). pose proof rho_range as R.
    assert (P : 0 < rho ^ n) by (apply pow_lt; lra).
    assert (PK : 0 < K).
    { unfold K. pose proof (exp_pos (- x)). repeat apply Rdiv_lt_0_compat; nra. }
    assert (Q : (1 - rho ^ n) / (1 - rho) <= 1 / (1 - rho)).
    { unfold Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra | lra]. }
    apply (Rmult_le_compat_l K) in Q; lra.
  - exists L. split.
    + apply (is_lim_seq_ext y); [intros; symmetry; apply Y | exact HL].
    + intros n. rewrite !Y. apply y_decreasing.
Qed.

(** H2. Hence 1 - p_n ~ C exp (- n / (beta sqrt eps)) with some C > 0. *)
Theorem mirror_rate : exists C, 0 < C /\
  is_lim_seq (fun n => (1 - sigma (u n)) * exp (INR n / (beta * sqrt eps))) C.
Proof.
  destruct mirror_rate_constant as (L & HL & _).
  exists (exp (- L)). split; [apply exp_pos |].
  apply (is_lim_seq_ext (fun n => exp (- (u n - INR n / (beta * sqrt eps))) * sigma (u n))).
  - intros n. rewrite <- sigma_opp. unfold sigma. rewrite Ropp_involutive.
    replace (- (u n - INR n / (beta * sqrt eps))) with (- u n + INR n / (beta * sqrt eps)) by ring.
    rewrite exp_plus, exp_Ropp. pose proof (exp_pos (u n)). field. lra.
  - replace (Finite (exp (- L))) with (Rbar_mult (exp (- L)) 1) by (simpl; f_equal; ring).
    apply is_lim_seq_mult'.
    + apply is_lim_seq_continuous; [apply derivable_continuous_pt, derivable_pt_exp |].
      apply (proj1 (is_lim_seq_opp _ L) HL).
    + apply sigma_tends_to_1. apply mirror_to_infinity; lra.
Qed.
End Rate.

(** H3. Without smoothing the increments themselves grow exponentially:
    x_(n+1) >= x_n + 2 / beta and x_(n+1) > x_n + e^(|x_n|/2) / beta. *)
Theorem mirror_unsmoothed_growth beta x : 0 < beta ->
  x + 2 / beta <= mirror beta 0 x /\ x + exp (Rabs x / 2) / beta < mirror beta 0 x.
Proof.
  intros Hb. unfold mirror. rewrite G_unsmoothed.
  pose proof (Rinv_0_lt_compat beta Hb) as I. unfold Rdiv. split.
  - pose proof (cosh_ge_1 (x * / 2)). nra.
  - pose proof (cosh_ge_exp_abs (x / 2)) as C.
    replace (Rabs (x / 2)) with (Rabs x / 2) in C.
    2: { unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ 2)) by lra. reflexivity. }
    unfold Rdiv in C.
    assert (exp (Rabs x * / 2) * / beta < 2 * cosh (x * / 2) * / beta)
      by (apply Rmult_lt_compat_r; lra).
    lra.
Qed.
