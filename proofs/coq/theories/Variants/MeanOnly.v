(** Variants without division by the standard deviation: advantage r - p (Dr. GRPO)
    or plain reward r.  A constant shift of the advantage never changes the
    maximisers, and the mean-only step is the GRPO step whose whitening factor is 1
    (smoothing 1 - p (1-p) at the old p), so the recurrences are those with G = 1. *)

Require Import Reals Lra Psatz Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Classes Invariance TwoKL.
From GrpoProofs.Variants Require Import TwoKLRun.
Open Scope R_scope.

(** The surrogate with advantage r - c, minus any regulariser. *)
Definition L_mean n (r : nat -> bool) (c : R) (reg : (nat -> R) -> R) (pi : nat -> R) : R :=
  expect n pi (fun i => ind (r i) - c) - reg pi.

(** Mean-only steps: KL to [anchor], or two KL terms. c = p_old for Dr. GRPO, c = 0 for
    no baseline at all. *)
Definition mean_step n r beta c (anchor next : nat -> R) : Prop :=
  maximises n (feasible n anchor) (L_mean n r c (fun pi => beta * KL n pi anchor)) next.

Definition mean_two_kl_step n r beta alpha c (ref old next : nat -> R) : Prop :=
  maximises n (feasible_two n ref old)
    (L_mean n r c (fun pi => beta * (alpha * KL n pi ref + (1 - alpha) * KL n pi old))) next.

Lemma expect_shift n r c pi : policy n pi ->
  expect n pi (fun i => ind (r i) - c) = success n r pi - c.
Proof.
  intros [_ H1]. unfold expect.
  rewrite (Rsum_ext n _ (fun i => pi i * ind (r i) - c * pi i)) by (intros; ring).
  rewrite Rsum_minus, Rsum_scal, H1, Rmult_1_r. f_equal.
  unfold success, csum. apply Rsum_ext. intros i _. destruct (r i); simpl; ring.
Qed.

Lemma maximises_ext n (S : (nat -> R) -> Prop) L L' c pi : (forall q, S q -> L q = L' q + c) ->
  maximises n S L pi -> maximises n S L' pi.
Proof.
  intros E (Hs & H). split; [exact Hs |]. intros q Hq.
  specialize (H q Hq). rewrite (E q Hq), (E pi Hs) in H. lra.
Qed.

(** H6. Over any set of policies and with any regulariser, the advantages r - c and
    r - c' have the same maximisers: a constant shift changes the objective by a
    constant. *)
Theorem advantage_shift_same_maximisers n r c c' reg (S : (nat -> R) -> Prop) pi :
  (forall q, S q -> policy n q) ->
  (maximises n S (L_mean n r c reg) pi <-> maximises n S (L_mean n r c' reg) pi).
Proof.
  intros HS. split; [apply (maximises_ext n S) with (c := c' - c) | apply (maximises_ext n S) with (c := c - c')];
    intros q Hq; unfold L_mean; rewrite !expect_shift by (apply HS, Hq); ring.
Qed.

Corollary no_baseline_is_mean_only n r beta anchor old next :
  mean_step n r beta 0 anchor next <-> mean_step n r beta (success n r old) anchor next.
Proof. apply advantage_shift_same_maximisers. intros q Hq. apply Hq. Qed.

Corollary no_baseline_is_mean_only_two_kl n r beta alpha ref old next :
  mean_two_kl_step n r beta alpha 0 ref old next <->
  mean_two_kl_step n r beta alpha (success n r old) ref old next.
Proof. apply advantage_shift_same_maximisers. intros q Hq. apply Hq. Qed.

(** The mean-only step as a GRPO step with whitening factor 1. *)
Lemma unit_whitening p : sqrt (var p + (1 - var p)) = 1.
Proof. replace (var p + (1 - var p)) with 1 by ring. apply sqrt_1. Qed.

Lemma Omega_unit p : Omega (1 - var p) p = 1.
Proof. unfold Omega. rewrite unit_whitening. apply Rinv_1. Qed.

Lemma surrogate_unit n r p pi : policy n pi ->
  surrogate n r (1 - var p) p pi = expect n pi (fun i => ind (r i) - p).
Proof.
  intros Hpi. unfold surrogate, w_plus, w_minus. rewrite unit_whitening.
  rewrite expect_shift by exact Hpi.
  pose proof (success_failure n r pi Hpi) as E. rewrite E. field.
Qed.

Lemma mean_step_is_unit_step n r beta c anchor old next :
  mean_step n r beta c anchor next ->
  grpo_step n r (1 - var (success n r old)) beta anchor old next.
Proof.
  intros H. apply (advantage_shift_same_maximisers n r c (success n r old)) in H;
    [| intros q Hq; apply Hq].
  revert H. apply maximises_ext with (c := 0). intros q (Hq & _).
  unfold L_mean, L_one. rewrite surrogate_unit by exact Hq. ring.
Qed.

Lemma mean_two_kl_is_unit_step n r beta alpha c ref old next :
  mean_two_kl_step n r beta alpha c ref old next ->
  two_kl_step n r (1 - var (success n r old)) beta alpha ref old next.
Proof.
  intros H. apply (advantage_shift_same_maximisers n r c (success n r old)) in H;
    [| intros q Hq; apply Hq].
  revert H. apply maximises_ext with (c := 0). intros q (Hq & _).
  unfold L_mean, L_two. rewrite surrogate_unit by exact Hq. ring.
Qed.

Lemma unit_smoothing_pos p : 0 < 1 - var p.
Proof. pose proof (var_le_quarter p). lra. Qed.

(** One mean-only step: the log-odds of the anchor move by 1 / beta, whatever the old
    policy. *)
Theorem mean_only_step n r beta c anchor next : 0 < beta -> policy n anchor ->
  0 < success n r anchor < 1 -> mean_step n r beta c anchor next ->
  policy n next /\ success n r next = sigma (logit (success n r anchor) + 1 / beta).
Proof.
  intros Hb Ha Hs H. split; [apply H |].
  apply (mean_step_is_unit_step n r beta c anchor anchor next) in H.
  destruct (reference_recurrence_any_old n r (1 - var (success n r anchor)) beta anchor anchor next)
    as (E1 & E2); auto.
  - apply admissible_interior; [pose proof (unit_smoothing_pos (success n r anchor)); lra | exact Hs].
  - rewrite E1, <- sigma_Omega by exact Hs. rewrite Omega_unit. reflexivity.
Qed.

(** H4. Mean-only (Dr. GRPO) mirror iteration, any baselines c_k (c_k = p_(k-1) for
    Dr. GRPO, 0 for none): p_k = sigma (x0 + k / beta) exactly. *)
Theorem mean_only_mirror n r beta (c : nat -> R) (pis : nat -> nat -> R) : 0 < beta ->
  policy n (pis O) -> 0 < success n r (pis O) < 1 ->
  (forall k, mean_step n r beta (c k) (pis k) (pis (S k))) ->
  forall k, success n r (pis k) = sigma (logit (success n r (pis O)) + INR k / beta).
Proof.
  intros Hb P0 S0 Run.
  assert (H : forall k, policy n (pis k) /\
            success n r (pis k) = sigma (logit (success n r (pis O)) + INR k / beta)).
  { induction k as [| k (IP & IH)].
    - split; [exact P0 |]. simpl INR. unfold Rdiv. rewrite Rmult_0_l, Rplus_0_r.
      symmetry. apply sigma_logit, S0.
    - assert (Sk : 0 < success n r (pis k) < 1).
      { rewrite IH. split; [apply sigma_pos | apply sigma_lt_1]. }
      destruct (mean_only_step n r beta (c k) (pis k) (pis (S k)) Hb IP Sk (Run k)) as (IP' & E).
      split; [exact IP' |]. rewrite E, IH, logit_sigma, S_INR. f_equal. field. lra. }
  intros k. apply H.
Qed.

(** H5. Mean-only with the fixed reference: p_k = sigma (x0 + 1 / beta) for every
    k >= 1 and every start. *)
Theorem mean_only_reference n r beta (c : nat -> R) ref (pis : nat -> nat -> R) : 0 < beta ->
  policy n ref -> 0 < success n r ref < 1 ->
  (forall k, mean_step n r beta (c k) ref (pis (S k))) ->
  forall k, success n r (pis (S k)) = sigma (logit (success n r ref) + 1 / beta).
Proof.
  intros Hb Hr Hs Run k. apply (mean_only_step n r beta (c k) ref (pis (S k)) Hb Hr Hs (Run k)).
Qed.

(** H5 (dynamics). The log-odds map of the row is constant: one fixed point, reached in
    one step from everywhere, with derivative 0. *)
Theorem mean_only_one_step x0 beta : let f := fun _ : R => x0 + 1 / beta in
  (forall x, fixpt f x <-> x = x0 + 1 / beta) /\
  (forall x n, iter f x (S n) = x0 + 1 / beta) /\ (forall x, is_derive f x 0).
Proof.
  intros f. split; [| split].
  - intros x. unfold fixpt, f. split; intros H; symmetry; exact H.
  - intros x n. reflexivity.
  - intros x. unfold f. auto_derive; [exact I | reflexivity].
Qed.

(** H6. The two-KL recurrence without normalisation is that with G = 1 (equal
    within-class conditionals mu, as in H7). *)
Theorem mean_only_two_kl n r beta alpha c ref old next mu : 0 < beta ->
  conditionals n r mu -> in_family n r mu ref -> in_family n r mu old ->
  mean_two_kl_step n r beta alpha c ref old next ->
  logit (success n r next) =
    alpha * logit (success n r ref) + (1 - alpha) * logit (success n r old) + 1 / beta.
Proof.
  intros Hb Hmu Hr Ho H.
  destruct (class_outcome n r mu true Hmu) as (k1 & A1 & A2 & A3).
  destruct (class_outcome n r mu false Hmu) as (k0 & B1 & B2 & B3).
  apply mean_two_kl_is_unit_step in H.
  destruct (two_kl_formula_equal_conditionals n r (1 - var (success n r old)) beta alpha ref old next k1 k0)
    as (E & _); auto; try apply Hr; try apply Ho.
  - left. apply unit_smoothing_pos.
  - apply (family_pos n r mu ref k1 Hr A1 A3).
  - apply (family_pos n r mu ref k0 Hr B1 B3).
  - intros b i Hi Hbi. rewrite !(cond_of_family n r mu) by assumption. reflexivity.
  - rewrite Omega_unit in E. exact E.
Qed.
