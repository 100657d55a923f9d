(** The explicit optimal policy of the KL-regularised surrogate: an
    exponential tilt of the anchor.  The loss of any other policy is exactly
    beta times its divergence from the tilt (reference, mirror and two-KL
    regularisers alike), hence optimality, uniqueness and the optimal value. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Finite Require Import Sums Policy.
From GrpoProofs.Finite Require Export Tilt.
Open Scope R_scope.

(** * The GRPO objectives *)

(** Advantage of an outcome with reward b: w+ or -w-. *)
Definition gain (eps p : R) (b : bool) : R :=
  if b then w_plus eps p else - w_minus eps p.

Definition surrogate (n : nat) (r : nat -> bool) (eps p : R) (pi : nat -> R) : R :=
  w_plus eps p * success n r pi - w_minus eps p * failure n r pi.

(** One regulariser: anchor = reference policy, or = old policy (mirror). *)
Definition L_one n r eps beta p (anchor pi : nat -> R) : R :=
  surrogate n r eps p pi - beta * KL n pi anchor.

(** Two regularisers with weights alpha and 1 - alpha. *)
Definition L_two n r eps beta alpha p (ref old pi : nat -> R) : R :=
  surrogate n r eps p pi - beta * (alpha * KL n pi ref + (1 - alpha) * KL n pi old).

(** Weighted geometric mean, 0 when one argument is 0. *)
Definition geo (alpha x y : R) : R :=
  if Rlt_dec 0 x then
    if Rlt_dec 0 y then Rpower x alpha * Rpower y (1 - alpha) else 0
  else 0.

Definition geo_anchor (alpha : R) (ref old : nat -> R) (i : nat) : R :=
  geo alpha (ref i) (old i).

Definition Zpart n (r : nat -> bool) eps beta p (a : nat -> R) : R :=
  Zsum n beta (fun i => gain eps p (r i)) a.

(** a exp ((w+ 1_(r=1) - w- 1_(r=0)) / beta) / Z. *)
Definition gibbs n (r : nat -> bool) eps beta p (a : nat -> R) : nat -> R :=
  tilt n beta (fun i => gain eps p (r i)) a.

Lemma expect_gain n r eps p pi :
  expect n pi (fun i => gain eps p (r i)) = surrogate n r eps p pi.
Proof.
  unfold expect. rewrite (Rsum_class n r pi (gain eps p)).
  unfold surrogate, success, failure, gain. ring.
Qed.

Lemma L_one_objective n r eps beta p a pi :
  L_one n r eps beta p a pi = objective n beta (fun i => gain eps p (r i)) a pi.
Proof. unfold L_one, objective. rewrite expect_gain. reflexivity. Qed.

Lemma geo_nonneg alpha x y : 0 <= geo alpha x y.
Proof.
  unfold geo. destruct (Rlt_dec 0 x); [|lra]. destruct (Rlt_dec 0 y); [|lra].
  left. apply Rmult_lt_0_compat; apply exp_pos.
Qed.

Lemma geo_pos_eq alpha x y :
  0 < x -> 0 < y -> geo alpha x y = Rpower x alpha * Rpower y (1 - alpha).
Proof.
  intros Hx Hy. unfold geo. destruct (Rlt_dec 0 x); [|lra].
  destruct (Rlt_dec 0 y); [reflexivity|lra].
Qed.

Lemma geo_pos alpha x y : 0 < x -> 0 < y -> 0 < geo alpha x y.
Proof. intros. rewrite geo_pos_eq by auto. apply Rmult_lt_0_compat; apply exp_pos. Qed.

Lemma ln_geo alpha x y :
  0 < x -> 0 < y -> ln (geo alpha x y) = alpha * ln x + (1 - alpha) * ln y.
Proof.
  intros Hx Hy. rewrite geo_pos_eq by auto. unfold Rpower.
  rewrite ln_mult by apply exp_pos. rewrite !ln_exp. ring.
Qed.

Lemma policy_pos_ac n pi q i :
  policy n pi -> (forall i, (i < n)%nat -> 0 <= q i) -> abs_cont n pi q ->
  (i < n)%nat -> pi i <> 0 -> 0 < q i.
Proof.
  intros [H _] Hq Hac Hi N. specialize (Hq i Hi).
  destruct (Req_dec (q i) 0) as [E|E]; [specialize (Hac i Hi E); tauto|lra].
Qed.

Lemma geo_abs_cont n alpha ref old pi :
  policy n pi -> policy n ref -> policy n old ->
  abs_cont n pi ref -> abs_cont n pi old ->
  abs_cont n pi (geo_anchor alpha ref old).
Proof.
  intros Hpi Hr Ho H1 H2 i Hi E. destruct (Req_dec (pi i) 0) as [|N]; [auto|].
  generalize (geo_pos alpha (ref i) (old i)
    (policy_pos_ac n pi ref i Hpi (proj1 Hr) H1 Hi N)
    (policy_pos_ac n pi old i Hpi (proj1 Ho) H2 Hi N)).
  unfold geo_anchor in E. lra.
Qed.

(** The two divergences add up to one, from the geometric anchor. *)
Lemma L_two_objective n r eps beta alpha p ref old pi :
  policy n pi -> policy n ref -> policy n old ->
  abs_cont n pi ref -> abs_cont n pi old ->
  L_two n r eps beta alpha p ref old pi =
  objective n beta (fun i => gain eps p (r i)) (geo_anchor alpha ref old) pi.
Proof.
  intros Hpi Hr Ho H1 H2. unfold L_two, objective. rewrite expect_gain.
  f_equal. f_equal. unfold KL. rewrite <- !Rsum_scal, <- Rsum_plus.
  apply Rsum_ext. intros i Hi.
  destruct (Req_dec (pi i) 0) as [->|N]; [ring|].
  assert (0 < pi i) by (destruct Hpi as [H _]; specialize (H i Hi); lra).
  assert (Hri := policy_pos_ac n pi ref i Hpi (proj1 Hr) H1 Hi N).
  assert (Hoi := policy_pos_ac n pi old i Hpi (proj1 Ho) H2 Hi N).
  unfold geo_anchor. rewrite !ln_div by (auto using geo_pos).
  rewrite ln_geo by auto. ring.
Qed.

(** Z in closed form, for an anchor that is a policy. *)
Lemma Zpart_closed n r eps beta p a :
  policy n a ->
  Zpart n r eps beta p a =
  success n r a * exp (w_plus eps p / beta) +
  (1 - success n r a) * exp (- w_minus eps p / beta).
Proof.
  intros Ha. rewrite <- (success_failure n r a Ha).
  unfold Zpart, Zsum. rewrite (Rsum_class n r a (fun b => exp (gain eps p b / beta))).
  reflexivity.
Qed.

Lemma Zpart_pos n r eps beta p a : policy n a -> 0 < Zpart n r eps beta p a.
Proof.
  intros Ha. apply (Zsum_pos_policy n beta _ a a); auto using abs_cont_refl.
  apply Ha.
Qed.

Lemma gibbs_policy n r eps beta p a : policy n a -> policy n (gibbs n r eps beta p a).
Proof. intros Ha. apply tilt_policy; [apply Ha|apply Zpart_pos, Ha]. Qed.

(** A policy maximises an objective over a set of policies. *)
Definition maximises (n : nat) (S : (nat -> R) -> Prop) (L : (nat -> R) -> R)
  (pi : nat -> R) : Prop := S pi /\ forall q, S q -> L q <= L pi.

Definition unique_max (n : nat) (S : (nat -> R) -> Prop) (L : (nat -> R) -> R)
  (pi : nat -> R) : Prop :=
  maximises n S L pi /\ forall q, maximises n S L q -> same n q pi.

(** B2. Variational identity, reference KL (anchor = ref) and mirror
    (anchor = old): for every policy pi << anchor,
    L(pi_n) - L(pi) = beta KL(pi || pi_n). *)
Theorem variational_identity n r eps beta p anchor pi :
  0 < beta -> admissible eps p -> policy n anchor ->
  policy n pi -> abs_cont n pi anchor ->
  L_one n r eps beta p anchor (gibbs n r eps beta p anchor)
    - L_one n r eps beta p anchor pi
  = beta * KL n pi (gibbs n r eps beta p anchor).
Proof.
  intros Hb _ Ha Hpi Hac. rewrite !L_one_objective.
  apply gibbs_gap; auto. apply Ha.
Qed.

(** B2. Variational identity, two-KL: the anchor is the weighted geometric
    mean ref^alpha old^(1-alpha), unnormalised. *)
Theorem variational_identity_two_kl n r eps beta alpha p ref old pi :
  0 < beta -> admissible eps p -> policy n ref -> policy n old -> policy n pi ->
  abs_cont n pi ref -> abs_cont n pi old ->
  L_two n r eps beta alpha p ref old
      (gibbs n r eps beta p (geo_anchor alpha ref old))
    - L_two n r eps beta alpha p ref old pi
  = beta * KL n pi (gibbs n r eps beta p (geo_anchor alpha ref old)).
Proof.
  intros Hb _ Hr Ho Hpi H1 H2.
  assert (Hg := geo_abs_cont n alpha ref old pi Hpi Hr Ho H1 H2).
  assert (Hn : forall i, (i < n)%nat -> 0 <= geo_anchor alpha ref old i)
    by (intros; apply geo_nonneg).
  assert (HZ := Zsum_pos_policy n beta (fun i => gain eps p (r i)) _ pi Hn Hpi Hg).
  assert (Hac : forall q, (forall i, (i < n)%nat -> q i = 0 ->
    geo_anchor alpha ref old i = 0) -> abs_cont n (gibbs n r eps beta p (geo_anchor alpha ref old)) q).
  { intros q Hq i Hi E. apply tilt_zero; auto. }
  rewrite !L_two_objective; auto.
  - apply gibbs_gap; auto.
  - apply tilt_policy; auto.
  - apply Hac. intros i _ E. unfold geo_anchor, geo. rewrite E.
    destruct (Rlt_dec 0 0); [lra|reflexivity].
  - apply Hac. intros i _ E. unfold geo_anchor, geo. rewrite E.
    destruct (Rlt_dec 0 (ref i)); [|reflexivity].
    destruct (Rlt_dec 0 0); [lra|reflexivity].
Qed.

(** B3. Optimal value, reference and mirror: L(pi_n) = beta ln Z. *)
Theorem optimal_value n r eps beta p anchor :
  0 < beta -> admissible eps p -> policy n anchor ->
  L_one n r eps beta p anchor (gibbs n r eps beta p anchor)
  = beta * ln (Zpart n r eps beta p anchor).
Proof.
  intros Hb _ Ha. rewrite L_one_objective.
  assert (HZ := Zpart_pos n r eps beta p anchor Ha).
  rewrite gibbs_identity; [| auto | apply Ha | apply gibbs_policy, Ha | apply tilt_abs_cont, HZ].
  fold (gibbs n r eps beta p anchor). rewrite KL_self by (apply gibbs_policy, Ha).
  unfold Zpart. ring.
Qed.

(** B3. Optimal value, two-KL: beta ln Z with
    Z = sum ref^alpha old^(1-alpha) e^(A/beta), for policies with a common
    outcome of positive mass. *)
Theorem optimal_value_two_kl n r eps beta alpha p ref old k :
  0 < beta -> admissible eps p -> policy n ref -> policy n old ->
  (k < n)%nat -> 0 < ref k -> 0 < old k ->
  L_two n r eps beta alpha p ref old
      (gibbs n r eps beta p (geo_anchor alpha ref old))
  = beta * ln (Rsum n (fun i =>
      geo alpha (ref i) (old i) * exp (gain eps p (r i) / beta))).
Proof.
  intros Hb _ Hr Ho Hk Hrk Hok.
  assert (Hn : forall i, (i < n)%nat -> 0 <= geo_anchor alpha ref old i)
    by (intros; apply geo_nonneg).
  assert (HZ : 0 < Zsum n beta (fun i => gain eps p (r i)) (geo_anchor alpha ref old)).
  { apply Zsum_pos with k; auto. apply geo_pos; auto. }
  assert (HP : policy n (gibbs n r eps beta p (geo_anchor alpha ref old)))
    by (apply tilt_policy; auto).
  rewrite L_two_objective; auto.
  - rewrite gibbs_identity; auto using tilt_abs_cont.
    + fold (gibbs n r eps beta p (geo_anchor alpha ref old)).
      rewrite KL_self by exact HP. unfold Zsum, geo_anchor. ring.
    + apply tilt_abs_cont, HZ.
  - intros i Hi E. apply tilt_zero; auto. unfold geo_anchor, geo. rewrite E.
    destruct (Rlt_dec 0 0); [lra|reflexivity].
  - intros i Hi E. apply tilt_zero; auto. unfold geo_anchor, geo. rewrite E.
    destruct (Rlt_dec 0 (ref i)); [|reflexivity].
    destruct (Rlt_dec 0 0); [lra|reflexivity].
Qed.

(** Policies absolutely continuous with respect to the anchor: elsewhere the
    divergence is infinite.  All policies, if the anchor is positive. *)
Definition feasible (n : nat) (a pi : nat -> R) : Prop := policy n pi /\ abs_cont n pi a.

Lemma gibbs_feasible n r eps beta p a :
  policy n a -> feasible n a (gibbs n r eps beta p a).
Proof.
  intros Ha. split; [apply gibbs_policy, Ha|apply tilt_abs_cont, Zpart_pos, Ha].
Qed.

(** The tilt of any anchor is the unique maximiser over feasible policies. *)
Theorem gibbs_unique_max n r eps beta p a :
  0 < beta -> admissible eps p -> policy n a ->
  unique_max n (feasible n a) (L_one n r eps beta p a) (gibbs n r eps beta p a).
Proof.
  intros Hb Hp Ha. assert (HG := gibbs_feasible n r eps beta p a Ha).
  assert (HK : forall q, feasible n a q -> 0 <= KL n q (gibbs n r eps beta p a)).
  { intros q [Hq Hac]. apply KL_nonneg; [exact Hq|apply HG|].
    apply abs_cont_tilt; [apply Zpart_pos, Ha|exact Hac]. }
  assert (K : forall q, feasible n a q -> _) by exact (fun q Hq =>
    variational_identity n r eps beta p a q Hb Hp Ha (proj1 Hq) (proj2 Hq)).
  cbv beta in K.
  split; [split; [exact HG|]|].
  - intros q Hq. specialize (K q Hq).
    assert (0 <= beta * KL n q (gibbs n r eps beta p a)); [|lra].
    apply Rmult_le_pos; [lra|auto].
  - intros q [Hq Hmax]. specialize (K q Hq). specialize (Hmax _ HG).
    apply KL_zero; [apply Hq|apply HG| |].
    + apply abs_cont_tilt; [apply Zpart_pos, Ha|apply Hq].
    + destruct (HK q Hq) as [H0|H0]; [|lra].
      assert (0 < beta * KL n q (gibbs n r eps beta p a)); [|lra].
      apply Rmult_lt_0_compat; auto.
Qed.

Lemma feasible_positive n a pi : positive n a -> (feasible n a pi <-> policy n pi).
Proof.
  intros Ha. split; [intros [H _]; exact H|].
  intros H; split; [exact H|apply positive_abs_cont, Ha].
Qed.

Lemma maximises_positive n a L pi :
  positive n a -> (maximises n (feasible n a) L pi <-> maximises n (policy n) L pi).
Proof.
  intros Ha. unfold maximises. rewrite (feasible_positive n a pi Ha).
  split; intros [H1 H2]; (split; [exact H1|]); intros q Hq; apply H2;
    apply (feasible_positive n a q Ha), Hq.
Qed.

(** B1. Explicit optimal policy, reference KL: for every p_old it is the
    unique maximiser, and Z = p_ref e^(w+/beta) + (1-p_ref) e^(-w-/beta). *)
Theorem explicit_optimal_policy n r eps beta p ref :
  0 < beta -> admissible eps p -> policy n ref -> positive n ref ->
  0 < success n r ref < 1 ->
  unique_max n (policy n) (L_one n r eps beta p ref) (gibbs n r eps beta p ref) /\
  (forall i, gibbs n r eps beta p ref i =
     ref i * exp ((w_plus eps p * ind (r i) - w_minus eps p * ind (negb (r i))) / beta)
     / Zpart n r eps beta p ref) /\
  Zpart n r eps beta p ref =
    success n r ref * exp (w_plus eps p / beta) +
    (1 - success n r ref) * exp (- w_minus eps p / beta).
Proof.
  intros Hb Hp Hr Hpos _.
  destruct (gibbs_unique_max n r eps beta p ref Hb Hp Hr) as [H1 H2].
  split; [split|split].
  - apply (maximises_positive n ref _ _ Hpos), H1.
  - intros q Hq. apply H2, (maximises_positive n ref _ _ Hpos), Hq.
  - intros i. unfold gibbs, tilt, Zpart. do 4 f_equal.
    unfold gain, ind. destruct (r i); simpl; ring.
  - apply Zpart_closed, Hr.
Qed.
