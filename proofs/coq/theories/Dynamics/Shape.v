(** Shape of the success map h: symmetry, monotone halves, range, derivative,
    the envelope of every iterate, and the amplification of fixed points.
    At eps = 0 the end points p = 0, 1 are excluded by the hypothesis
    0 < var p + eps. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
Open Scope R_scope.

Section Shape.
Variables pref beta eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.
Let h := Defs.h pref beta eps.
Let x0 := logit pref.

Lemma Omega_lt (p q : R) : 0 < var q + eps -> var q < var p -> Omega eps p < Omega eps q.
Proof.
  intros Hq Hv. unfold Omega. apply Rinv_lt_contravar.
  - apply Rmult_lt_0_compat; apply sqrt_lt_R0; lra.
  - apply sqrt_lt_1; lra.
Qed.

Lemma Omega_half : Omega eps (/ 2) = 2 / sqrt (1 + 4 * eps).
Proof. rewrite <- sigma_0. now apply G_0. Qed.

Lemma h_lt_iff (p q : R) : h p < h q <-> Omega eps p < Omega eps q.
Proof.
  unfold h. rewrite <- !sigma_Omega by assumption. rewrite sigma_lt_iff.
  assert (Hi := Rinv_0_lt_compat _ Hbeta). unfold Rdiv. split; intros; nra.
Qed.

Lemma var_half_gap (p : R) : / 4 - var p = (p - / 2) * (p - / 2).
Proof. unfold var. field. Qed.

(** Every value of h is at least h (1/2), with equality only at 1/2. *)
Lemma h_half_lt (p : R) : 0 < var p + eps -> p <> / 2 -> h (/ 2) < h p.
Proof.
  intros Hp Hn. apply h_lt_iff, Omega_lt; [exact Hp|].
  pose proof (var_half_gap p). pose proof (var_half_gap (/ 2)).
  assert (0 < (p - / 2) * (p - / 2)) by nra. nra.
Qed.

Lemma h_half : h (/ 2) = sigma (F0 x0 beta eps).
Proof.
  unfold h. rewrite <- sigma_0, <- sigma_F by assumption.
  now rewrite F_0 by assumption.
Qed.

Lemma h_half_le (p : R) : 0 < var p + eps -> h (/ 2) <= h p.
Proof.
  intros Hp. destruct (Req_dec p (/ 2)) as [->|Hn]; [lra|].
  left. now apply h_half_lt.
Qed.

Lemma var_ok (p : R) : 0 < p < 1 -> 0 < var p + eps.
Proof. intros Hp. pose proof (var_pos p Hp). lra. Qed.

Lemma var_ok_closed (p : R) : 0 < eps -> 0 <= p <= 1 -> 0 < var p + eps.
Proof. intros He Hp. pose proof (var_nonneg p Hp). lra. Qed.

Lemma h_continuous (p : R) : 0 < var p + eps -> continuous h p.
Proof.
  intros Hp. apply continuous_ext with (fun p => sigma (x0 + Omega eps p / beta)).
  { intros q. now apply sigma_Omega. }
  apply continuous_comp; [|apply sigma_continuous].
  unfold Omega, var in *. apply (ex_derive_continuous (fun p => x0 + / sqrt (p * (1 - p) + eps) / beta)).
  auto_derive. pose proof (sqrt_lt_R0 _ Hp). split; [exact Hp|]. split; [|exact I].
  apply Rgt_not_eq. exact H.
Qed.

Lemma h_continuity_pt (p : R) : 0 < var p + eps -> continuity_pt h p.
Proof. intros Hp. now apply continuity_pt_filterlim, h_continuous. Qed.

(** C2. In log-odds x = logit p the recurrence reads x_n = x_0 + G (x_(n-1)) / beta,
    with x_0 = logit p_ref and G x = Omega (sigma x); orbits correspond. *)
Theorem log_odds_recurrence :
  (forall p, 0 < p < 1 -> logit (h p) = x0 + Omega eps (sigma (logit p)) / beta) /\
  (forall p n, 0 < p < 1 ->
     logit (iter h p (S n)) = x0 + G eps (logit (iter h p n)) / beta) /\
  (forall n, logit (iter h pref n) = iter (F x0 beta eps) x0 n).
Proof.
  assert (H1 : forall p, 0 < p < 1 -> logit (h p) = x0 + Omega eps (sigma (logit p)) / beta).
  { intros p Hp. rewrite sigma_logit by exact Hp. now apply logit_h_p. }
  split; [exact H1|]. split.
  - intros p n Hp. simpl. apply H1. destruct n; [exact Hp|]. now apply h_range.
  - intros n. unfold h, x0. rewrite <- (logit_iter_h pref beta eps Hpref).
    now rewrite sigma_logit.
Qed.

Lemma var_mono (p q : R) : p < q -> q <= / 2 -> var p < var q.
Proof. intros. unfold var. nra. Qed.

(** C3. h is symmetric about 1/2, strictly decreasing on [0, 1/2] and strictly
    increasing on [1/2, 1] (end points included when eps > 0). *)
Theorem success_map_shape :
  (forall p, h p = h (1 - p)) /\
  (forall p q, 0 < var p + eps -> 0 <= p -> p < q -> q <= / 2 -> h q < h p) /\
  (forall p q, 0 < var q + eps -> / 2 <= p -> p < q -> q <= 1 -> h p < h q).
Proof.
  split; [|split].
  - intros p. unfold h, Defs.h, Omega. now rewrite var_compl.
  - intros p q Hp Hp0 Hpq Hq. apply h_lt_iff, Omega_lt; [exact Hp|]. now apply var_mono.
  - intros p q Hq Hp Hpq Hq1. apply h_lt_iff, Omega_lt; [exact Hq|].
    rewrite <- (var_compl p), <- (var_compl q). apply var_mono; lra.
Qed.

(** C3. For eps > 0 the image of [0,1] is [h (1/2), h 0], and h 0 = h 1. *)
Theorem success_map_range : 0 < eps ->
  h 0 = h 1 /\
  (forall y, (exists p, 0 <= p <= 1 /\ h p = y) <-> h (/ 2) <= y <= h 0).
Proof.
  intros He. destruct success_map_shape as [Hs [Hd Hi]].
  split; [rewrite (Hs 0); f_equal; ring|]. intros y. split.
  - intros [p [Hp <-]]. split; [apply h_half_le, var_ok_closed; assumption|].
    assert (W : forall p, 0 <= p <= / 2 -> h p <= h 0).
    { intros q Hq. destruct (Req_dec q 0) as [->|Hn]; [lra|].
      left. apply Hd; try lra. apply var_ok_closed; lra. }
    destruct (Rle_lt_dec p (/ 2)) as [Hle|Hgt]; [apply W; lra|].
    rewrite Hs. apply W; lra.
  - intros Hy.
    destruct (ivt_seg (fun p => - h p) 0 (/ 2) (- y)) as [p [Hp E]]; try lra.
    + intros p Hp. apply continuity_pt_opp, h_continuity_pt, var_ok_closed; lra.
    + exists p. split; lra.
Qed.

(** C4. h'(p) = h (1 - h) (2 p - 1) / (2 beta (p (1 - p) + eps)^(3/2)). *)
Theorem success_map_derivative (p : R) : 0 < var p + eps ->
  is_derive h p (h p * (1 - h p) * (2 * p - 1) /
                 (2 * beta * ((var p + eps) * sqrt (var p + eps)))).
Proof.
  intros Hp. pose proof (sqrt_lt_R0 _ Hp) as Hr.
  assert (Er : sqrt (var p + eps) * sqrt (var p + eps) = var p + eps) by (apply sqrt_sqrt; lra).
  apply (is_derive_ext (fun p => sigma (x0 + Omega eps p / beta))).
  { intros q. now apply sigma_Omega. }
  assert (Ho : is_derive (fun p => x0 + Omega eps p / beta) p
    ((2 * p - 1) / (2 * beta * ((var p + eps) * sqrt (var p + eps))))).
  { unfold Omega, var in *. auto_derive.
    - split; [exact Hp|]. split; [|exact I]. apply Rgt_not_eq. exact Hr.
    - change (p * (1 + - p)) with (p * (1 - p)).
      set (r := sqrt (p * (1 - p) + eps)) in *. clearbody r. rewrite <- Er. field. lra. }
  evar_last; [apply (is_derive_comp sigma _ p _ _ (sigma_derive _) Ho)|].
  unfold h. rewrite <- sigma_Omega by assumption. fold x0.
  unfold scal; simpl; unfold mult; simpl. unfold var at 3. field. lra.
Qed.

(** The logarithm of an iterate is bounded below and, for eps > 0, above. *)
Lemma h_envelope (p : R) : 0 <= p <= 1 -> 0 < var p + eps ->
  x0 + 2 / (beta * sqrt (1 + 4 * eps)) <= logit (h p) /\
  (0 < eps -> logit (h p) <= x0 + 1 / (beta * sqrt eps)) /\
  pref < h p.
Proof.
  intros Hp Hv.
  assert (L : x0 + 2 / (beta * sqrt (1 + 4 * eps)) <= logit (h p)).
  { fold (F0 x0 beta eps). rewrite <- (logit_sigma (F0 x0 beta eps)), <- h_half.
    destruct (h_half_le p Hv) as [H|H]; [|right; now rewrite H].
    left. unfold h in *. apply logit_increasing; [|exact H|]; apply h_range; assumption. }
  split; [exact L|]. split.
  - intros He. unfold h. rewrite logit_h_p by assumption. fold x0.
    apply Rplus_le_compat_l.
    pose proof (sqrt_lt_R0 _ He). replace (1 / (beta * sqrt eps)) with (/ sqrt eps / beta)
      by (field; lra).
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    unfold Omega. apply Rinv_le_contravar; [assumption|].
    apply sqrt_le_1_alt. pose proof (var_nonneg p Hp). lra.
  - rewrite <- (sigma_logit pref Hpref).
    rewrite <- (sigma_logit (h p)) by now apply h_range.
    apply sigma_increasing. fold x0.
    pose proof (F0_gt x0 beta eps Hbeta Heps). unfold F0 in *. lra.
Qed.

Lemma iter_h_ok (p : R) (n : nat) : 0 <= p <= 1 -> 0 < var p + eps ->
  0 <= iter h p n <= 1 /\ 0 < var (iter h p n) + eps.
Proof.
  intros Hp Hv. destruct n as [|n]; [now split|]. simpl.
  pose proof (h_range pref beta eps Hpref (iter h p n)) as Hr. fold h in Hr.
  split; [lra | now apply var_ok].
Qed.

(** C5. From any start, every iterate n >= 1 exceeds p_ref, with the envelope
    x0 + 2 / (beta sqrt (1 + 4 eps)) <= logit p_n <= x0 + 1 / (beta sqrt eps). *)
Theorem iterates_envelope (p : R) (n : nat) :
  0 <= p <= 1 -> 0 < var p + eps -> (1 <= n)%nat ->
  x0 + 2 / (beta * sqrt (1 + 4 * eps)) <= logit (iter h p n) /\
  (0 < eps -> logit (iter h p n) <= x0 + 1 / (beta * sqrt eps)) /\
  pref < iter h p n.
Proof.
  intros Hp Hv Hn. destruct n as [|n]; [lia|]. simpl.
  destruct (iter_h_ok p n Hp Hv). now apply h_envelope.
Qed.

(** C6. A fixed point p* exceeds p_ref, and p* >= sigma (x0 + 2/(beta sqrt (1+4 eps)))
    with equality exactly when p* = 1/2. *)
Theorem fixed_points_amplify (p : R) : 0 <= p <= 1 -> fixpt h p ->
  pref < p /\
  sigma (x0 + 2 / (beta * sqrt (1 + 4 * eps))) <= p /\
  (p = sigma (x0 + 2 / (beta * sqrt (1 + 4 * eps))) <-> p = / 2).
Proof.
  intros Hp E. fold (F0 x0 beta eps). rewrite <- h_half. unfold fixpt in E.
  assert (Hp' : 0 < p < 1) by (rewrite <- E; now apply h_range).
  pose proof (var_ok p Hp') as Hv.
  split; [rewrite <- E; now apply h_envelope|]. split; [rewrite <- E; now apply h_half_le|].
  split; intros Hq.
  - destruct (Req_dec p (/ 2)) as [H|H]; [exact H|].
    pose proof (h_half_lt p Hv H). lra.
  - rewrite <- Hq. symmetry. exact E.
Qed.

(** C6. The same for every point of every cycle; equality exactly when the
    predecessor in the cycle is 1/2. *)
Theorem cycle_points_amplify (p : R) (k : nat) : 0 < p < 1 -> iter h p (S k) = p ->
  pref < p /\
  sigma (x0 + 2 / (beta * sqrt (1 + 4 * eps))) <= p /\
  (p = sigma (x0 + 2 / (beta * sqrt (1 + 4 * eps))) <-> iter h p k = / 2).
Proof.
  intros Hp E. fold (F0 x0 beta eps). rewrite <- h_half. simpl in E.
  destruct (iter_h_ok p k ltac:(lra) (var_ok p Hp)) as [Hi Hv].
  set (q := iter h p k) in *. clearbody q.
  split; [rewrite <- E; now apply h_envelope|]. split; [rewrite <- E; now apply h_half_le|].
  split; intros Hq.
  - destruct (Req_dec q (/ 2)) as [H|H]; [exact H|].
    pose proof (h_half_lt q Hv H). lra.
  - rewrite <- Hq. now symmetry.
Qed.

(** D1. For eps > 0, h is continuous from [0,1] to [0,1], a fixed point exists, and
    every fixed point lies in the enclosure. *)
Theorem fixed_point_exists : 0 < eps ->
  (forall p, 0 <= p <= 1 -> continuous h p /\ 0 <= h p <= 1) /\
  (exists p, 0 <= p <= 1 /\ fixpt h p) /\
  (forall p, fixpt h p ->
     sigma (x0 + 2 / (beta * sqrt (1 + 4 * eps))) <= p
       <= sigma (x0 + 1 / (beta * sqrt eps))).
Proof.
  intros He. assert (Hr : forall p, 0 < h p < 1) by (intros; now apply h_range).
  split; [|split].
  - intros p Hp. split; [now apply h_continuous, var_ok_closed|]. specialize (Hr p). lra.
  - destruct (ivt_seg (fun p => p - h p) 0 1 0) as [p [Hp E]].
    + intros p Hp. apply continuity_pt_minus.
      * apply derivable_continuous_pt, derivable_pt_id.
      * now apply h_continuity_pt, var_ok_closed.
    + lra.
    + pose proof (Hr 0). pose proof (Hr 1). lra.
    + exists p. split; [exact Hp|]. unfold fixpt. lra.
  - intros p E. assert (Hp : 0 < p < 1) by (rewrite <- E; apply Hr).
    destruct (h_envelope p ltac:(lra) (var_ok p Hp)) as [L [U _]].
    unfold fixpt in E. rewrite E in L, U.
    rewrite <- (sigma_logit p Hp). split; apply sigma_le; [exact L | now apply U].
Qed.

End Shape.

(** C3. At eps = 0 the image of (0,1) is [h (1/2), 1). *)
Theorem success_map_range_unsmoothed (pref beta : R) :
  0 < pref < 1 -> 0 < beta ->
  forall y, (exists p, 0 < p < 1 /\ h pref beta 0 p = y) <-> h pref beta 0 (/ 2) <= y < 1.
Proof.
  intros Hpref Hbeta y. split.
  - intros [p [Hp <-]]. split; [|now apply h_range].
    apply h_half_le; try (assumption || lra). apply var_ok; lra.
  - intros Hy. assert (H0 := h_range pref beta 0 Hpref (/ 2)).
    set (t := (logit y - logit pref) * beta).
    assert (Hc : forall x, 0 <= x -> x / 2 <= G 0 x).
    { intros x Hx. rewrite G_closed by lra.
      replace (1 + 4 * 0 * _) with 1 by ring. rewrite sqrt_1. unfold cosh.
      pose proof (exp_ineq1_le (x / 2)). pose proof (exp_pos (- (x / 2))). lra. }
    destruct (ivt_seg (F (logit pref) beta 0) 0 (2 * Rabs t) (logit y)) as [x [Hx E]].
    + intros x _. apply F_continuity_pt; lra.
    + pose proof (Rabs_pos t). lra.
    + split.
      * rewrite F_0 by lra. rewrite <- (logit_sigma (F0 _ _ _)).
        rewrite <- (h_half pref beta 0 Hpref Hbeta (Rle_refl 0)).
        destruct (proj1 Hy) as [H|H]; [|right; now rewrite H].
        left. apply logit_increasing; lra.
      * unfold F. pose proof (Rabs_pos t). pose proof (Hc (2 * Rabs t) ltac:(lra)) as Hg.
        pose proof (Rle_abs t). assert (Hi := Rinv_0_lt_compat _ Hbeta).
        assert (E : logit y = logit pref + t / beta) by (unfold t; field; lra).
        rewrite E. apply Rplus_le_compat_l, Rmult_le_compat_r; lra.
    + exists (sigma x). split; [split; [apply sigma_pos | apply sigma_lt_1]|].
      rewrite <- sigma_F by assumption. rewrite E. apply sigma_logit. lra.
Qed.

