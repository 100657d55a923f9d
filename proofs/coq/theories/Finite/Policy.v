(** Policies on a finite outcome space {0, ..., n-1} with a binary reward
    r : nat -> bool, their success probability, Kullback-Leibler divergence
    and total variation distance, and Gibbs' inequality with its equality
    case.  A policy is a probability vector; absolute continuity is always an
    explicit hypothesis, and 0 * ln (0 / q) = 0 holds by computation. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums.
Open Scope R_scope.

Definition policy (n : nat) (pi : nat -> R) : Prop :=
  (forall i, (i < n)%nat -> 0 <= pi i) /\ Rsum n pi = 1.

Definition positive (n : nat) (pi : nat -> R) : Prop :=
  forall i, (i < n)%nat -> 0 < pi i.

(** pi << q: every outcome of mass 0 under q has mass 0 under pi. *)
Definition abs_cont (n : nat) (pi q : nat -> R) : Prop :=
  forall i, (i < n)%nat -> q i = 0 -> pi i = 0.

(** Equality as functions on the outcome space. *)
Definition same (n : nat) (pi q : nat -> R) : Prop :=
  forall i, (i < n)%nat -> pi i = q i.

Definition success (n : nat) (r : nat -> bool) (pi : nat -> R) : R := csum n r true pi.
Definition failure (n : nat) (r : nat -> bool) (pi : nat -> R) : R := csum n r false pi.

Definition expect (n : nat) (pi f : nat -> R) : R := Rsum n (fun i => pi i * f i).

Definition KL (n : nat) (pi q : nat -> R) : R :=
  Rsum n (fun i => pi i * ln (pi i / q i)).

(** Total variation distance, one half of the L1 distance. *)
Definition TV (n : nat) (pi q : nat -> R) : R :=
  / 2 * Rsum n (fun i => Rabs (pi i - q i)).

(** Parameters for which the whitened reward is defined: eps > 0, or eps = 0
    and 0 < p < 1. *)
Definition admissible (eps p : R) : Prop :=
  0 <= p <= 1 /\ 0 <= eps /\ (eps = 0 -> 0 < p < 1).

Lemma admissible_pos eps p : admissible eps p -> 0 < var p + eps.
Proof.
  intros [Hp [He H0]]. destruct (Req_dec eps 0) as [E|E].
  - generalize (var_pos p (H0 E)). lra.
  - generalize (var_nonneg p Hp). lra.
Qed.

Lemma admissible_sqrt eps p : admissible eps p -> 0 < sqrt (var p + eps).
Proof. intros H. apply sqrt_lt_R0, admissible_pos, H. Qed.

Lemma admissible_eps_pos eps p : 0 < eps -> 0 <= p <= 1 -> admissible eps p.
Proof. intros; repeat split; lra. Qed.

Lemma admissible_interior eps p : 0 <= eps -> 0 < p < 1 -> admissible eps p.
Proof. intros; repeat split; lra. Qed.

Lemma success_failure n r pi : policy n pi -> failure n r pi = 1 - success n r pi.
Proof.
  intros [_ H]. unfold failure, success. rewrite <- H, (csum_split n r). ring.
Qed.

Lemma success_range n r pi : policy n pi -> 0 <= success n r pi <= 1.
Proof.
  intros H. generalize (success_failure n r pi H).
  assert (0 <= success n r pi) by (apply csum_nonneg; apply H).
  assert (0 <= failure n r pi) by (apply csum_nonneg; apply H). lra.
Qed.

Lemma success_same n r pi q : same n pi q -> success n r pi = success n r q.
Proof. intros H. apply csum_ext. intros i Hi _. apply H, Hi. Qed.

Lemma positive_abs_cont n pi q : positive n q -> abs_cont n pi q.
Proof. intros H i Hi H0. specialize (H i Hi). lra. Qed.

Lemma abs_cont_refl n pi : abs_cont n pi pi.
Proof. intros i _ H; exact H. Qed.

Lemma abs_cont_trans n pi q s :
  abs_cont n pi q -> abs_cont n q s -> abs_cont n pi s.
Proof. intros H K i Hi H0. auto. Qed.

(** Both classes have an outcome of positive mass iff 0 < p < 1. *)
Lemma success_pos n r pi k :
  policy n pi -> (k < n)%nat -> r k = true -> 0 < pi k -> 0 < success n r pi.
Proof. intros [H _] Hk Hr Hp. apply (csum_pos n r true pi k); auto. Qed.

Lemma success_lt_1 n r pi k :
  policy n pi -> (k < n)%nat -> r k = false -> 0 < pi k -> success n r pi < 1.
Proof.
  intros H Hk Hr Hp. generalize (success_failure n r pi H).
  assert (0 < failure n r pi) by (apply (csum_pos n r false pi k); auto; apply H).
  lra.
Qed.

(** * Gibbs' inequality *)

Lemma ln_le_minus x : 0 < x -> ln x <= x - 1.
Proof.
  intros Hx. generalize (exp_ineq1_le (ln x)). rewrite exp_ln by exact Hx. lra.
Qed.

Lemma ln_lt_minus x : 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros Hx Hn.
  assert (ln x <> 0).
  { intros E. apply Hn. rewrite <- (exp_ln x Hx), E. apply exp_0. }
  generalize (exp_ineq1 (ln x) H). rewrite exp_ln by exact Hx. lra.
Qed.

Lemma ln_div_opp x y : 0 < x -> 0 < y -> ln (x / y) = - ln (y / x).
Proof.
  intros Hx Hy. rewrite <- ln_Rinv by (apply Rdiv_lt_0_compat; lra).
  f_equal. field. lra.
Qed.

Lemma ln_div x y : 0 < x -> 0 < y -> ln (x / y) = ln x - ln y.
Proof.
  intros Hx Hy. unfold Rdiv.
  rewrite ln_mult by (try apply Rinv_0_lt_compat; lra).
  rewrite ln_Rinv by lra. ring.
Qed.

(** Pointwise divergence x ln (x / y) - x + y. *)
Lemma pointwise_kl_nonneg x y :
  0 <= x -> 0 <= y -> (y = 0 -> x = 0) -> 0 <= x * ln (x / y) - x + y.
Proof.
  intros Hx Hy Hac. destruct (Req_dec x 0) as [->|Hx0]; [lra|].
  assert (0 < x) by lra. assert (0 < y) by (destruct (Req_dec y 0); [tauto|lra]).
  rewrite ln_div_opp by lra.
  assert (H1 := ln_le_minus (y / x) (Rdiv_lt_0_compat _ _ H0 H)).
  assert (x * ln (y / x) <= x * (y / x - 1)) by (apply Rmult_le_compat_l; lra).
  replace (x * (y / x - 1)) with (y - x) in H2 by (field; lra). lra.
Qed.

Lemma pointwise_kl_zero x y :
  0 <= x -> 0 <= y -> (y = 0 -> x = 0) -> x * ln (x / y) - x + y = 0 -> x = y.
Proof.
  intros Hx Hy Hac E. destruct (Req_dec x 0) as [->|Hx0]; [lra|].
  assert (0 < x) by lra. assert (0 < y) by (destruct (Req_dec y 0); [tauto|lra]).
  destruct (Req_dec (y / x) 1) as [E1|N1].
  - replace y with (y / x * x) by (field; lra). rewrite E1. ring.
  - exfalso. rewrite ln_div_opp in E by lra.
    assert (H1 := ln_lt_minus (y / x) (Rdiv_lt_0_compat _ _ H0 H) N1).
    assert (x * ln (y / x) < x * (y / x - 1)) by (apply Rmult_lt_compat_l; lra).
    replace (x * (y / x - 1)) with (y - x) in H2 by (field; lra). lra.
Qed.

Lemma KL_pointwise n pi q :
  policy n pi -> policy n q ->
  KL n pi q = Rsum n (fun i => pi i * ln (pi i / q i) - pi i + q i).
Proof.
  intros [_ H1] [_ H2]. rewrite Rsum_plus, Rsum_minus, H1, H2. unfold KL. ring.
Qed.

Lemma ac_pointwise n pi q i :
  abs_cont n pi q -> (i < n)%nat -> q i = 0 -> pi i = 0.
Proof. intros H Hi. apply (H i Hi). Qed.

Lemma KL_nonneg n pi q :
  policy n pi -> policy n q -> abs_cont n pi q -> 0 <= KL n pi q.
Proof.
  intros H1 H2 Hac. rewrite KL_pointwise by auto.
  apply Rsum_nonneg. intros i Hi. apply pointwise_kl_nonneg.
  - apply H1, Hi.
  - apply H2, Hi.
  - apply Hac, Hi.
Qed.

Lemma KL_zero n pi q :
  policy n pi -> policy n q -> abs_cont n pi q -> KL n pi q = 0 -> same n pi q.
Proof.
  intros H1 H2 Hac E. rewrite KL_pointwise in E by auto.
  intros i Hi. apply pointwise_kl_zero; [apply H1, Hi | apply H2, Hi | apply Hac, Hi |].
  apply (Rsum_eq0 n (fun i => pi i * ln (pi i / q i) - pi i + q i)); auto.
  intros j Hj. apply pointwise_kl_nonneg; [apply H1, Hj | apply H2, Hj | apply Hac, Hj].
Qed.

Lemma KL_self n pi : policy n pi -> KL n pi pi = 0.
Proof.
  intros [H _]. apply Rsum_zero. intros i Hi.
  destruct (Req_dec (pi i) 0) as [->|N]; [ring|].
  replace (pi i / pi i) with 1 by (field; auto). rewrite ln_1. ring.
Qed.

Lemma KL_same_l n pi pi' q : same n pi pi' -> KL n pi q = KL n pi' q.
Proof. intros H. apply Rsum_ext. intros i Hi. rewrite H by exact Hi. reflexivity. Qed.
