(** Exponential tilts of an unnormalised anchor by an arbitrary score, and the
    Gibbs variational identity. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Finite Require Import Sums Policy.
Open Scope R_scope.

Definition Zsum (n : nat) (beta : R) (A a : nat -> R) : R :=
  Rsum n (fun i => a i * exp (A i / beta)).

Definition tilt (n : nat) (beta : R) (A a : nat -> R) (i : nat) : R :=
  a i * exp (A i / beta) / Zsum n beta A a.

Lemma exp_pos_mult a x : 0 <= a -> 0 <= a * exp x.
Proof. intros H. apply Rmult_le_pos; [exact H|left; apply exp_pos]. Qed.

Lemma Zsum_pos n beta A a k :
  (forall i, (i < n)%nat -> 0 <= a i) -> (k < n)%nat -> 0 < a k ->
  0 < Zsum n beta A a.
Proof.
  intros H Hk Hp. apply Rsum_pos with k; [|exact Hk|].
  - intros i Hi. apply exp_pos_mult; auto.
  - apply Rmult_lt_0_compat; [exact Hp|apply exp_pos].
Qed.

Lemma policy_support n pi : policy n pi -> exists k, (k < n)%nat /\ 0 < pi k.
Proof. intros [H H1]. apply Rsum_pos_term; [exact H|lra]. Qed.

(** Z > 0 as soon as some policy is absolutely continuous for the anchor. *)
Lemma Zsum_pos_policy n beta A a pi :
  (forall i, (i < n)%nat -> 0 <= a i) -> policy n pi -> abs_cont n pi a ->
  0 < Zsum n beta A a.
Proof.
  intros Ha Hpi Hac. destruct (policy_support n pi Hpi) as [k [Hk Hp]].
  apply Zsum_pos with k; auto.
  destruct (Req_dec (a k) 0) as [E|E]; [|specialize (Ha k Hk); lra].
  specialize (Hac k Hk E). lra.
Qed.

Lemma tilt_policy n beta A a :
  (forall i, (i < n)%nat -> 0 <= a i) -> 0 < Zsum n beta A a ->
  policy n (tilt n beta A a).
Proof.
  intros Ha HZ. split.
  - intros i Hi. apply Rmult_le_pos; [apply exp_pos_mult; auto|].
    left; apply Rinv_0_lt_compat, HZ.
  - unfold tilt. rewrite Rsum_div. unfold Zsum in *. field. lra.
Qed.

Lemma tilt_positive n beta A a :
  positive n a -> 0 < Zsum n beta A a -> positive n (tilt n beta A a).
Proof.
  intros Ha HZ i Hi. apply Rdiv_lt_0_compat; [|exact HZ].
  apply Rmult_lt_0_compat; [auto|apply exp_pos].
Qed.

Lemma tilt_zero n beta A a i :
  0 < Zsum n beta A a -> (tilt n beta A a i = 0 <-> a i = 0).
Proof.
  intros HZ. unfold tilt. assert (H := exp_pos (A i / beta)). split; intros E.
  - apply Rmult_integral in E as [E|E].
    + apply Rmult_integral in E as [E|E]; lra.
    + apply Rinv_neq_0_compat in E; [tauto|lra].
  - rewrite E. field. lra.
Qed.

Lemma tilt_abs_cont n beta A a : 0 < Zsum n beta A a -> abs_cont n (tilt n beta A a) a.
Proof. intros HZ i Hi E. apply tilt_zero; auto. Qed.

Lemma abs_cont_tilt n beta A a pi :
  0 < Zsum n beta A a -> abs_cont n pi a -> abs_cont n pi (tilt n beta A a).
Proof. intros HZ Hac i Hi E. apply Hac; [exact Hi|]. apply tilt_zero in E; auto. Qed.

Definition objective (n : nat) (beta : R) (A a pi : nat -> R) : R :=
  expect n pi A - beta * KL n pi a.

(** Gibbs variational identity. *)
Lemma gibbs_identity n beta A a pi :
  0 < beta -> (forall i, (i < n)%nat -> 0 <= a i) ->
  policy n pi -> abs_cont n pi a ->
  objective n beta A a pi =
  beta * ln (Zsum n beta A a) - beta * KL n pi (tilt n beta A a).
Proof.
  intros Hb Ha Hpi Hac.
  assert (HZ := Zsum_pos_policy n beta A a pi Ha Hpi Hac).
  replace (beta * ln (Zsum n beta A a))
    with (Rsum n (fun i => (beta * ln (Zsum n beta A a)) * pi i)).
  2: { rewrite Rsum_scal. destruct Hpi as [_ ->]. ring. }
  unfold objective, expect, KL. rewrite <- !Rsum_scal, <- !Rsum_minus.
  apply Rsum_ext. intros i Hi.
  destruct (Req_dec (pi i) 0) as [->|N]; [ring|].
  assert (0 < pi i) by (destruct Hpi as [H _]; specialize (H i Hi); lra).
  assert (0 < a i).
  { destruct (Req_dec (a i) 0) as [E|E]; [specialize (Hac i Hi E); lra|].
    specialize (Ha i Hi); lra. }
  assert (He := exp_pos (A i / beta)).
  unfold tilt.
  rewrite !ln_div by (try apply Rdiv_lt_0_compat; try apply Rmult_lt_0_compat; lra).
  rewrite ln_mult, ln_exp by lra. field. lra.
Qed.

Lemma gibbs_gap n beta A a pi :
  0 < beta -> (forall i, (i < n)%nat -> 0 <= a i) ->
  policy n pi -> abs_cont n pi a ->
  objective n beta A a (tilt n beta A a) - objective n beta A a pi =
  beta * KL n pi (tilt n beta A a).
Proof.
  intros Hb Ha Hpi Hac.
  assert (HZ := Zsum_pos_policy n beta A a pi Ha Hpi Hac).
  rewrite !gibbs_identity; auto using tilt_policy, tilt_abs_cont.
  rewrite KL_self by auto using tilt_policy. ring.
Qed.
