(** The hard-prompt paradox: without smoothing p_n -> 1 as p_ref -> 0, with
    smoothing p_n -> 0, and all fixed points with it. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve TwoCycles FixedPoints
  Thresholds Escape.
Open Scope R_scope.

(** log-odds below any bound for p close to 0. *)
Lemma logit_below M : forall p, 0 < p < sigma M -> 0 < p < 1 /\ logit p < M.
Proof.
  intros p Hp. pose proof (sigma_lt_1 M). split; [lra |].
  rewrite <- (logit_sigma M). apply logit_increasing; lra.
Qed.

Section Unsmoothed.
Variable beta : R.
Hypothesis Hbeta : 0 < beta.

(** For very negative x0 the first step exceeds - x0 + |x0|; later steps only grow. *)
Lemma first_step_large x0 : x0 <= 0 -> 24 * beta <= - x0 -> - 2 * x0 <= F x0 beta 0 x0.
Proof.
  intros H0 H. rewrite F_unsmoothed. pose proof (cosh_quadratic (x0 / 2)) as Q.
  assert (K : - 3 * x0 <= 2 * cosh (x0 / 2) / beta); [| lra].
  apply (Rmult_le_reg_r beta); [exact Hbeta |].
  replace (2 * cosh (x0 / 2) / beta * beta) with (2 * cosh (x0 / 2)) by (field; lra). nra.
Qed.

Lemma later_steps_large x0 n : x0 <= 0 -> 24 * beta <= - x0 ->
  - x0 <= iter (F x0 beta 0) x0 (S n).
Proof.
  intros H0 H. induction n as [| n IH].
  - simpl. pose proof (first_step_large x0 H0 H). lra.
  - change (- x0 <= F x0 beta 0 (iter (F x0 beta 0) x0 (S n))).
    set (y := iter (F x0 beta 0) x0 (S n)) in *.
    apply Rle_trans with (F x0 beta 0 (- x0)).
    + rewrite F_opp. pose proof (first_step_large x0 H0 H). lra.
    + apply (F_unsm_le beta x0 Hbeta); lra.
Qed.

(** G10 (eps = 0). For every beta > 0 and n >= 1, p_n -> 1 as p_ref -> 0+; moreover the
    closeness to 1 holds for all n >= 1 at once, and p_n -> 1 as n -> infinity for all
    p_ref small enough. *)
Theorem hard_prompt_unsmoothed_uniform e : 0 < e ->
  exists eta, 0 < eta /\ forall pref, 0 < pref < eta ->
    forall n, 1 - e < iter (h pref beta 0) pref (S n) < 1.
Proof.
  intros He.
  (* K with sigma K > 1 - e *)
  set (K := Rmax (24 * beta) (Rmax 0 (- ln e))).
  assert (K1 : 24 * beta <= K) by apply Rmax_l.
  assert (K2 : 0 <= K) by (eapply Rle_trans; [apply Rmax_l | apply Rmax_r]).
  assert (K3 : - ln e <= K).
  { eapply Rle_trans; [apply (Rmax_r 0) | apply Rmax_r]. }
  exists (sigma (- K)). split; [apply sigma_pos |].
  intros pref Hp n. destruct (logit_below (- K) pref Hp) as (Hp1 & Hx).
  rewrite (p_orbit beta pref Hp1). set (x0 := logit pref) in *.
  pose proof (later_steps_large x0 n ltac:(lra) ltac:(lra)) as L.
  set (y := iter (F x0 beta 0) x0 (S n)) in *.
  split; [| apply sigma_lt_1].
  assert (B : 1 - sigma y < e); [| lra].
  rewrite <- sigma_opp. unfold sigma. rewrite Ropp_involutive.
  apply Rlt_trans with (/ exp y).
  - apply Rinv_lt_contravar; [| lra]. pose proof (exp_pos y). nra.
  - rewrite <- exp_Ropp. rewrite <- (exp_ln e He). apply exp_increasing. lra.
Qed.

Theorem hard_prompt_unsmoothed n :
  filterlim (fun pref => iter (h pref beta 0) pref (S n)) (at_right 0) (locally 1).
Proof.
  apply filterlim_locally. intros e.
  destruct (hard_prompt_unsmoothed_uniform e (cond_pos e)) as (eta & Heta & H).
  exists (mkposreal eta Heta). intros p Hp Hpos.
  assert (Hr : 0 < p < eta).
  { split; [exact Hpos |]. change (Rabs (p - 0) < eta) in Hp. apply Rabs_def2 in Hp. lra. }
  specialize (H p Hr n).
  change (Rabs (iter (h p beta 0) p (S n) - 1) < e).
  apply Rabs_def1; lra.
Qed.

(** The limit n -> infinity is 1 for all small references. *)
Theorem hard_prompt_escapes :
  exists eta, 0 < eta /\ forall pref, 0 < pref < eta ->
    is_lim_seq (iter (h pref beta 0) pref) 1.
Proof.
  set (K := Rmax (24 * beta) (x_fold beta)).
  assert (K1 : 24 * beta <= K) by apply Rmax_l.
  assert (K2 : x_fold beta <= K) by apply Rmax_r.
  pose proof (x_fold_pos beta Hbeta).
  exists (sigma (- K)). split; [apply sigma_pos |].
  intros pref Hp. destruct (logit_below (- K) pref Hp) as (Hp1 & Hx).
  apply (escape_set beta pref Hbeta Hp1). right.
  set (x0 := logit pref) in *. fold (x_fold beta). split; [lra |].
  pose proof (first_step_large x0 ltac:(lra) ltac:(lra)) as L. rewrite F_unsmoothed in L.
  rewrite Rabs_left by lra.
  set (c := cosh (x0 / 2)) in *.
  replace (2 * c / beta) with (2 * (c / beta)) in L by (field; lra).
  assert (Q : beta * (c / beta) = c) by (field; lra). nra.
Qed.
End Unsmoothed.

Section Smoothed.
Variables beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.

(** G10 (eps > 0). Every p_n and every fixed point of h tend to 0 as p_ref -> 0+,
    uniformly in n. *)
Theorem hard_prompt_smoothed_uniform e : 0 < e ->
  exists eta, 0 < eta <= 1 /\ forall pref, 0 < pref < eta ->
    (forall n, 0 < iter (h pref beta eps) pref n < e) /\
    (forall p, fixpt (h pref beta eps) p -> 0 < p < e).
Proof.
  intros He. set (D := 1 / (beta * sqrt eps)).
  assert (PD : 0 < D).
  { unfold D. pose proof (sqrt_lt_R0 eps Heps). apply Rdiv_lt_0_compat; nra. }
  set (e' := Rmin e (/ 2)). assert (Pe : 0 < e') by (apply Rmin_pos; lra).
  assert (Ee : e' <= e) by apply Rmin_l. assert (Eh : e' <= / 2) by apply Rmin_r.
  set (M := logit e' - D).
  exists (sigma M). split; [split; [apply sigma_pos | left; apply sigma_lt_1] |].
  intros pref Hp. destruct (logit_below M pref Hp) as (Hp1 & Hx).
  set (x0 := logit pref) in *.
  assert (Up : forall y, F x0 beta eps y < logit e').
  { intros y. pose proof (F_upper x0 beta eps Hbeta y Heps). unfold M in Hx. fold D in H. lra. }
  assert (S : forall y, y < logit e' -> 0 < sigma y < e).
  { intros y Hy. split; [apply sigma_pos |]. apply sigma_increasing in Hy.
    rewrite sigma_logit in Hy by lra. lra. }
  split.
  - intros n. assert (Q : iter (h pref beta eps) pref n = sigma (iter (F x0 beta eps) x0 n)).
    { unfold x0. rewrite sigma_iter_F, sigma_logit by exact Hp1. reflexivity. }
    rewrite Q. apply S. fold x0. destruct n as [| n]; [simpl; unfold M in Hx; lra | apply Up].
  - intros p Fp. destruct (fixpt_h_F pref beta eps Hp1 p Fp) as (Ip & Fx).
    rewrite <- (sigma_logit p Ip). apply S. rewrite <- Fx. apply Up.
Qed.

Theorem hard_prompt_smoothed n :
  filterlim (fun pref => iter (h pref beta eps) pref n) (at_right 0) (locally 0).
Proof.
  apply filterlim_locally. intros e.
  destruct (hard_prompt_smoothed_uniform e (cond_pos e)) as (eta & (Heta & _) & H).
  exists (mkposreal eta Heta). intros p Hp Hpos.
  assert (Hr : 0 < p < eta).
  { split; [exact Hpos |]. change (Rabs (p - 0) < eta) in Hp. apply Rabs_def2 in Hp. lra. }
  destruct (H p Hr) as (K & _). specialize (K n).
  change (Rabs (iter (h p beta eps) p n - 0) < e).
  apply Rabs_def1; lra.
Qed.
End Smoothed.
