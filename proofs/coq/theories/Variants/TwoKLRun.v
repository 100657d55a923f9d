(** The two-KL iteration, alpha KL to the reference and 1 - alpha KL to the previous
    policy: the recurrence along runs with equal within-class conditionals, its
    fixed points, and its reading as a damped (Euler) iteration. *)

Require Import Reals Lra Psatz Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Classes Invariance TwoKL.
From GrpoProofs.Variants Require Import Maps.
Open Scope R_scope.

Lemma cond_of_family n r mu pi b i : conditionals n r mu -> in_family n r mu pi ->
  (i < n)%nat -> r i = b -> cond n r b pi i = mu i.
Proof.
  intros Hmu (Hp & Hs & S) Hi Hb. unfold cond, mass.
  assert (M : csum n r b pi = if b then success n r pi else 1 - success n r pi).
  { rewrite <- (csum_mix n r (success n r pi) mu b Hmu). apply csum_ext. intros j Hj _. apply S, Hj. }
  rewrite M, (S i Hi). unfold mix. rewrite Hb. destruct b; field; lra.
Qed.

Lemma class_outcome n r mu b : conditionals n r mu ->
  exists k, (k < n)%nat /\ r k = b /\ 0 < mu k.
Proof.
  intros (Hn & H1 & H0).
  assert (E : csum n r b mu = 1) by (destruct b; assumption).
  destruct (Rsum_pos_term n (fun i => if Bool.eqb (r i) b then mu i else 0)) as (k & Hk & P).
  - intros i Hi. destruct (Bool.eqb (r i) b); [apply Hn, Hi | lra].
  - unfold csum in E. lra.
  - exists k. split; [exact Hk |]. destruct (eqb_spec (r k) b) as [Q | Q]; [split; assumption | lra].
Qed.

(** H7. Two-KL recurrence. If the reference and the initial policy have the same
    within-class conditionals mu (for instance pi_0 = pi_ref), then along every run of
    exact two-KL steps x_k = alpha x_ref + (1 - alpha) x_(k-1) + G (x_(k-1)) / beta. *)
Theorem two_kl_recurrence n r eps beta alpha mu ref pis : 0 < beta -> 0 <= eps ->
  conditionals n r mu -> in_family n r mu ref -> in_family n r mu (pis O) ->
  two_kl_run n r eps beta alpha ref pis ->
  let x k := logit (success n r (pis k)) in
  (forall k, 0 < success n r (pis k) < 1) /\
  (forall k, x (S k) = alpha * logit (success n r ref) + (1 - alpha) * x k + G eps (x k) / beta) /\
  (forall k, x k = iter (twoKL alpha (logit (success n r ref)) beta eps) (x O) k).
Proof.
  intros Hb He Hmu Hr H0 Run x.
  assert (Fam : forall k, in_family n r mu (pis k)).
  { induction k as [| k IH]; [exact H0 |].
    apply (two_kl_family n r eps beta alpha mu ref (pis k) (pis (S k)) Hb He Hmu Hr IH (Run k)). }
  assert (Step : forall k, x (S k) =
            alpha * logit (success n r ref) + (1 - alpha) * x k + G eps (x k) / beta).
  { intros k.
    destruct (class_outcome n r mu true Hmu) as (k1 & A1 & A2 & A3).
    destruct (class_outcome n r mu false Hmu) as (k0 & B1 & B2 & B3).
    destruct (two_kl_formula_equal_conditionals n r eps beta alpha ref (pis k) (pis (S k)) k1 k0)
      as (E & _); auto; try apply Hr; try apply (Fam k); try apply (Run k).
    - apply (family_pos n r mu ref k1 Hr A1 A3).
    - apply (family_pos n r mu ref k0 Hr B1 B3).
    - intros b i Hi Hbi. rewrite !(cond_of_family n r mu) by (auto; apply Fam). reflexivity.
    - unfold x. rewrite E. unfold G. rewrite sigma_logit; [reflexivity | apply (Fam k)]. }
  split; [intros k; apply (Fam k) |]. split; [exact Step |].
  induction k as [| k IH]; [reflexivity |]. simpl. rewrite <- IH. apply Step.
Qed.

(** H7, from the reference itself. *)
Corollary two_kl_recurrence_from_reference n r eps beta alpha ref pis : 0 < beta -> 0 <= eps ->
  policy n ref -> 0 < success n r ref < 1 -> same n (pis O) ref ->
  two_kl_run n r eps beta alpha ref pis ->
  let x0 := logit (success n r ref) in
  forall k, logit (success n r (pis k)) = iter (twoKL alpha x0 beta eps) x0 k.
Proof.
  intros Hb He Hr Hs H0 Run x0 k.
  destruct (conditionals_exist n r ref Hr Hs) as (mu & Hmu & S & _).
  assert (Fr : in_family n r mu ref) by (split; [exact Hr | split; [exact Hs | exact S]]).
  assert (F0 : in_family n r mu (pis O)) by (apply (family_same n r mu ref); assumption).
  destruct (two_kl_recurrence n r eps beta alpha mu ref pis Hb He Hmu Fr F0 Run) as (_ & _ & E).
  rewrite E. f_equal. unfold x0. f_equal. apply success_same, H0.
Qed.

Section Map.
Variables alpha x0 beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.

Lemma G_over_beta_pos x : 0 < G eps x / beta.
Proof. apply Rdiv_lt_0_compat; [apply G_pos; exact Heps | exact Hbeta]. Qed.

(** H7. From a start with p_0 >= p_ref, p_n > p_ref for all n >= 1. *)
Theorem two_kl_exceeds_reference x n : 0 <= alpha <= 1 -> x0 <= x ->
  x0 < iter (twoKL alpha x0 beta eps) x (S n).
Proof.
  intros Ha Hx.
  assert (S : forall y, x0 <= y -> x0 < twoKL alpha x0 beta eps y).
  { intros y Hy. unfold twoKL. pose proof (G_over_beta_pos y). nra. }
  induction n as [| n IH]; [apply S, Hx |].
  change (x0 < twoKL alpha x0 beta eps (iter (twoKL alpha x0 beta eps) x (Datatypes.S n))).
  apply S. lra.
Qed.

(** H8. For alpha > 0 the fixed points of two-KL (alpha, beta) are those of the
    reference map with beta' = alpha beta. *)
Theorem two_kl_fixed_points x : 0 < alpha ->
  fixpt (twoKL alpha x0 beta eps) x <-> fixpt (F x0 (alpha * beta) eps) x.
Proof.
  intros Ha. unfold fixpt, twoKL, F.
  assert (E : G eps x / beta = alpha * (G eps x / (alpha * beta))) by (field; lra).
  rewrite E. set (q := G eps x / (alpha * beta)). split; intros H.
  - apply (Rmult_eq_reg_l alpha); lra.
  - assert (K : alpha * (x0 + q) = alpha * x) by (rewrite H; reflexivity). lra.
Qed.

(** H13 (algebra). A two-KL step is an explicit Euler step of length alpha for
    x' = x0 - x + G (x) / beta', beta' = alpha beta. *)
Theorem two_kl_is_euler_step x : 0 < alpha ->
  twoKL alpha x0 beta eps x - x = alpha * (x0 - x + G eps x / (alpha * beta)).
Proof. intros Ha. unfold twoKL. field. lra. Qed.
End Map.

(** H7. The inequality p_n > p_ref does not hold from every start: p_ref = 1/2,
    p_0 = 1/100, alpha = 1/2, beta = 10, eps = 0 gives p_1 = 0.2154... < p_ref. *)
Theorem two_kl_below_reference :
  sigma (twoKL (/ 2) (logit (/ 2)) 10 0 (logit (/ 100))) < 0.2155.
Proof.
  unfold twoKL. rewrite logit_half. unfold G. rewrite sigma_logit by lra.
  unfold Omega, var, logit, sigma.
  zinterval.
Qed.
