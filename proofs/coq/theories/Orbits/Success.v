(** From log-odds to probabilities: the orbit of p_ref under h is the logistic
    image of the orbit of x0 = logit p_ref under F, and limits correspond. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt.
Open Scope R_scope.

Lemma lim_sigma : forall (x : nat -> R) (c : R),
  is_lim_seq x c -> is_lim_seq (fun n => sigma (x n)) (sigma c).
Proof. intros x c H. apply is_lim_seq_continuous; [apply sigma_continuity_pt | exact H]. Qed.

Lemma sigma_near_1 : forall x, 0 < x -> 1 - / x < sigma x.
Proof.
  intros x Hx. replace (sigma x) with (1 - sigma (- x)) by (rewrite sigma_opp; ring).
  assert (sigma (- x) < / x); [|lra]. unfold sigma. rewrite Ropp_involutive.
  apply Rinv_lt_contravar; [assert (Z := exp_pos x); nra|].
  assert (Z := exp_ineq1 x ltac:(lra)). lra.
Qed.

Lemma lim_sigma_infty : forall x : nat -> R,
  is_lim_seq x p_infty -> is_lim_seq (fun n => sigma (x n)) 1.
Proof.
  intros x H. apply is_lim_seq_spec. intros [e He].
  apply is_lim_seq_spec in H. destruct (H (/ e)) as [N HN]. exists N. intros n Hn. simpl.
  specialize (HN n Hn). assert (0 < / e) by now apply Rinv_0_lt_compat.
  assert (Z := sigma_near_1 (x n) ltac:(lra)). assert (Z2 := sigma_lt_1 (x n)).
  assert (/ x n < e). { rewrite <- (Rinv_inv e). apply Rinv_lt_contravar; nra. }
  rewrite Rabs_left1; lra.
Qed.

(** A bounded sequence of log-odds converges as soon as its probabilities do. *)
Lemma lim_logit : forall (x : nat -> R) K q, (forall n, Rabs (x n) <= K) ->
  is_lim_seq (fun n => sigma (x n)) (Finite q) -> 0 < q < 1 /\ is_lim_seq x (logit q).
Proof.
  intros x K q HK H.
  assert (B : sigma (- K) <= q <= sigma K).
  { split.
    - apply (is_lim_seq_le (fun _ => sigma (- K)) (fun n => sigma (x n)) (sigma (- K)) q);
        [|apply is_lim_seq_const | exact H].
      intro n. apply sigma_le. specialize (HK n). apply Rabs_le_between in HK. lra.
    - apply (is_lim_seq_le (fun n => sigma (x n)) (fun _ => sigma K) q (sigma K));
        [|exact H | apply is_lim_seq_const].
      intro n. apply sigma_le. specialize (HK n). apply Rabs_le_between in HK. lra. }
  assert (Z := sigma_pos (- K)). assert (Z2 := sigma_lt_1 K).
  assert (Hq : 0 < q < 1) by lra. split; [exact Hq|].
  apply is_lim_seq_ext with (fun n => logit (sigma (x n))); [intro; apply logit_sigma|].
  apply is_lim_seq_continuous; [|exact H].
  apply continuity_pt_filterlim, (ex_derive_continuous logit).
  eexists. now apply logit_derive.
Qed.

Section Orbit.
Variables pref beta eps : R.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Let x0 := logit pref.
Let f := F x0 beta eps.

Lemma p_orbit : forall n, iter (h pref beta eps) pref n = sigma (iter f x0 n).
Proof.
  intro n. unfold f, x0. rewrite sigma_iter_F by assumption. now rewrite sigma_logit.
Qed.

Lemma p_lim : forall c : R, is_lim_seq (iter f x0) c ->
  is_lim_seq (iter (h pref beta eps) pref) (sigma c).
Proof.
  intros c H. apply is_lim_seq_ext with (fun n => sigma (iter f x0 n)).
  - intro; symmetry; apply p_orbit.
  - now apply lim_sigma.
Qed.

Lemma p_lim_1 : is_lim_seq (iter f x0) p_infty -> is_lim_seq (iter (h pref beta eps) pref) 1.
Proof.
  intros H. apply is_lim_seq_ext with (fun n => sigma (iter f x0 n)).
  - intro; symmetry; apply p_orbit.
  - now apply lim_sigma_infty.
Qed.

Lemma p_lim_inv : forall K q, (forall n, Rabs (iter f x0 n) <= K) ->
  is_lim_seq (iter (h pref beta eps) pref) (Finite q) -> 0 < q < 1 /\ is_lim_seq (iter f x0) (logit q).
Proof.
  intros K q HK H. apply (lim_logit _ K); [exact HK|].
  apply is_lim_seq_ext with (iter (h pref beta eps) pref); [intro; apply p_orbit | exact H].
Qed.

Lemma fixpt_p : forall d, fixpt (h pref beta eps) d -> fixpt f (logit d) /\ 0 < d < 1 /\ sigma (logit d) = d.
Proof.
  intros d Fd. destruct (fixpt_h_F pref beta eps Hp d Fd) as [Hd Fx].
  repeat split; auto; try lra. now apply sigma_logit.
Qed.

Lemma fixpt_x : forall c, fixpt f c -> fixpt (h pref beta eps) (sigma c).
Proof. intros c Fc. now apply fixpt_F_h. Qed.

Lemma lowest_p : forall a, lowest f a <-> lowest (h pref beta eps) (sigma a).
Proof.
  intro a. split; intros [Fa La].
  - split; [now apply fixpt_x|]. intros d Fd. destruct (fixpt_p d Fd) as [Fx [_ E]].
    rewrite <- E. apply sigma_le. now apply La.
  - split; [now apply fixpt_F_h|]. intros c Fc. apply fixpt_x in Fc.
    apply Rnot_lt_le. intro L. apply sigma_increasing in L. apply La in Fc. lra.
Qed.

Lemma h_half : 0 <= eps -> h pref beta eps (/ 2) = sigma (F0 x0 beta eps).
Proof.
  intro He. rewrite <- sigma_0. unfold x0. rewrite <- sigma_F by assumption.
  now rewrite F_0.
Qed.
End Orbit.
