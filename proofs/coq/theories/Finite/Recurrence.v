(** From policies to the recurrence: the success probability of the exact
    GRPO step depends on the old policy only through its success probability.
    Reference and mirror regularisers, every old policy; absorbing references;
    the Jeffreys budget identity; the label-swap symmetry. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs.
Open Scope R_scope.

Lemma w_sum eps p : w_plus eps p + w_minus eps p = Omega eps p.
Proof. unfold w_plus, w_minus, Omega, Rdiv. ring. Qed.

Lemma success_gibbs n r eps beta p a :
  policy n a ->
  success n r (gibbs n r eps beta p a) =
  success n r a * exp (w_plus eps p / beta) / Zpart n r eps beta p a.
Proof.
  intros Ha. unfold success, gibbs, tilt. fold (Zpart n r eps beta p a).
  unfold Rdiv. rewrite csum_scal_r. f_equal. rewrite <- csum_scal_r.
  apply csum_ext. intros i _ ->. reflexivity.
Qed.

Lemma success_gibbs_h n r eps beta p a :
  policy n a -> 0 < success n r a < 1 ->
  success n r (gibbs n r eps beta p a) = h (success n r a) beta eps p.
Proof.
  intros Ha Hs. rewrite success_gibbs, Zpart_closed by exact Ha.
  unfold h. rewrite <- w_sum.
  replace (- ((w_plus eps p + w_minus eps p) / beta))
    with (- (w_plus eps p / beta) + - w_minus eps p / beta)
    by (unfold Rdiv; ring).
  rewrite exp_plus, exp_Ropp.
  assert (E1 := exp_pos (w_plus eps p / beta)).
  assert (E2 := exp_pos (- w_minus eps p / beta)).
  set (a1 := exp (w_plus eps p / beta)) in *.
  set (a2 := exp (- w_minus eps p / beta)) in *.
  set (s := success n r a) in *.
  assert (0 < s * a1) by (apply Rmult_lt_0_compat; lra).
  assert (0 < (1 - s) * a2) by (apply Rmult_lt_0_compat; lra).
  field. repeat split; lra.
Qed.

(** * One step and whole runs *)

(** [next] is an exact GRPO step from [old] with KL to [anchor]: it maximises
    the objective whose weights are those of the success probability of
    [old], over the policies absolutely continuous for the anchor. *)
Definition grpo_step n r eps beta (anchor old next : nat -> R) : Prop :=
  maximises n (feasible n anchor)
    (L_one n r eps beta (success n r old) anchor) next.

(** A run with the fixed reference [ref], from any start [pis 0]. *)
Definition ref_run n r eps beta ref (pis : nat -> nat -> R) : Prop :=
  forall k, grpo_step n r eps beta ref (pis k) (pis (S k)).

(** A run with KL to the previous policy. *)
Definition mirror_run n r eps beta (pis : nat -> nat -> R) : Prop :=
  forall k, grpo_step n r eps beta (pis k) (pis k) (pis (S k)).

Lemma grpo_step_gibbs n r eps beta anchor old next :
  0 < beta -> admissible eps (success n r old) -> policy n anchor ->
  grpo_step n r eps beta anchor old next ->
  same n next (gibbs n r eps beta (success n r old) anchor).
Proof.
  intros Hb Hp Ha Hs.
  destruct (gibbs_unique_max n r eps beta (success n r old) anchor Hb Hp Ha) as [_ H].
  apply H, Hs.
Qed.

(** C1. Recurrence, one step: for EVERY old policy the success probability of
    the maximiser is h of the success probability of the old policy. *)
Theorem recurrence_step n r eps beta ref old next :
  0 < beta -> policy n ref -> 0 < success n r ref < 1 ->
  policy n old -> admissible eps (success n r old) ->
  grpo_step n r eps beta ref old next ->
  success n r next = h (success n r ref) beta eps (success n r old).
Proof.
  intros Hb Hr Hs _ Hp Hst.
  rewrite (success_same n r next _ (grpo_step_gibbs _ _ _ _ _ _ _ Hb Hp Hr Hst)).
  apply success_gibbs_h; auto.
Qed.

(** C1 (existence). The step exists, from every admissible old policy. *)
Theorem recurrence_step_exists n r eps beta ref old :
  0 < beta -> policy n ref -> admissible eps (success n r old) ->
  grpo_step n r eps beta ref old (gibbs n r eps beta (success n r old) ref).
Proof. intros Hb Hr Hp. apply gibbs_unique_max; auto. Qed.

(** C1. Recurrence along a whole run from any start: p_k = h^k (p_0). *)
Theorem recurrence_run n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  policy n (pis O) -> admissible eps (success n r (pis O)) ->
  ref_run n r eps beta ref pis ->
  forall k, success n r (pis k) =
            iter (h (success n r ref) beta eps) (success n r (pis O)) k.
Proof.
  intros Hb He Hr Hs H0 Ha Hrun.
  assert (K : forall k, policy n (pis k) /\ admissible eps (success n r (pis k))).
  { intros [|k]; [auto|]. split; [apply (Hrun k)|].
    induction k as [|k IH].
    - rewrite (recurrence_step n r eps beta ref (pis O)); auto.
      apply admissible_interior; [exact He|apply h_range, Hs].
    - rewrite (recurrence_step n r eps beta ref (pis (S k))); auto.
      + apply admissible_interior; [exact He|apply h_range, Hs].
      + apply (Hrun k). }
  induction k as [|k IH]; simpl; [reflexivity|].
  rewrite (recurrence_step n r eps beta ref (pis k)), IH; auto; apply K.
Qed.

(** Runs exist from every admissible start. *)
Theorem ref_run_exists n r eps beta ref start :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  policy n start -> admissible eps (success n r start) ->
  exists pis, pis O = start /\ ref_run n r eps beta ref pis.
Proof.
  intros Hb He Hr Hs H0 Ha.
  exists (fix pis k := match k with
    | O => start
    | S m => gibbs n r eps beta (success n r (pis m)) ref end).
  split; [reflexivity|]. intros k. apply recurrence_step_exists; auto.
  destruct k as [|k]; [exact Ha|].
  rewrite success_gibbs_h by auto.
  apply admissible_interior; [exact He|apply h_range, Hs].
Qed.

(** I1. The reference recurrence needs no assumption on the old policy:
    x_n = x_0 + Omega(p_old) / beta. *)
Theorem reference_recurrence_any_old n r eps beta ref old next :
  0 < beta -> policy n ref -> 0 < success n r ref < 1 ->
  policy n old -> admissible eps (success n r old) ->
  grpo_step n r eps beta ref old next ->
  success n r next = h (success n r ref) beta eps (success n r old) /\
  logit (success n r next) =
    logit (success n r ref) + Omega eps (success n r old) / beta.
Proof.
  intros Hb Hr Hs Ho Hp Hst.
  assert (E := recurrence_step n r eps beta ref old next Hb Hr Hs Ho Hp Hst).
  split; [exact E|]. rewrite E. apply logit_h_p, Hs.
Qed.

(** I1. Nor does the mirror recurrence: with KL to the old policy,
    x_n = x_old + Omega(p_old) / beta for every old policy. *)
Theorem mirror_recurrence_any_old n r eps beta old next :
  0 < beta -> 0 <= eps -> policy n old -> 0 < success n r old < 1 ->
  grpo_step n r eps beta old old next ->
  success n r next = h (success n r old) beta eps (success n r old) /\
  logit (success n r next) =
    logit (success n r old) + Omega eps (success n r old) / beta.
Proof.
  intros Hb He Ho Hs Hst. apply reference_recurrence_any_old; auto.
  apply admissible_interior; auto.
Qed.

(** * Jeffreys budget *)

Lemma jeffreys p q :
  0 < p < 1 -> 0 < q < 1 -> kl p q + kl q p = (p - q) * (logit p - logit q).
Proof.
  intros Hp Hq. unfold kl, logit. rewrite !ln_div by lra. ring.
Qed.

(** B6. Jeffreys budget identity: Omega(p_(n-1)) (p_n - p_ref) =
    beta (kl(p_n || p_ref) + kl(p_ref || p_n)), for every old policy. *)
Theorem jeffreys_budget n r eps beta ref old next :
  0 < beta -> policy n ref -> 0 < success n r ref < 1 ->
  policy n old -> admissible eps (success n r old) ->
  grpo_step n r eps beta ref old next ->
  Omega eps (success n r old) * (success n r next - success n r ref) =
  beta * (kl (success n r next) (success n r ref) +
          kl (success n r ref) (success n r next)).
Proof.
  intros Hb Hr Hs Ho Hp Hst.
  destruct (reference_recurrence_any_old n r eps beta ref old next) as [E L]; auto.
  rewrite jeffreys, L; [field; lra| |exact Hs].
  rewrite E. apply h_range, Hs.
Qed.

(** B6. The same for the mirror step, with p_(n-1) for p_ref. *)
Theorem jeffreys_budget_mirror n r eps beta old next :
  0 < beta -> 0 <= eps -> policy n old -> 0 < success n r old < 1 ->
  grpo_step n r eps beta old old next ->
  Omega eps (success n r old) * (success n r next - success n r old) =
  beta * (kl (success n r next) (success n r old) +
          kl (success n r old) (success n r next)).
Proof.
  intros Hb He Ho Hs Hst. apply jeffreys_budget; auto.
  apply admissible_interior; auto.
Qed.

(** * Absorbing references *)

(** B7 (support form, any eps). A policy absolutely continuous for a
    reference of success probability 0 (1) has success probability 0 (1). *)
Theorem absorbing_support n r ref pi :
  policy n ref -> policy n pi -> abs_cont n pi ref ->
  (success n r ref = 0 -> success n r pi = 0) /\
  (success n r ref = 1 -> success n r pi = 1).
Proof.
  intros Hr Hpi Hac.
  assert (A : forall b, csum n r b ref = 0 -> csum n r b pi = 0).
  { intros b E. assert (K := csum_eq0 n r b ref (proj1 Hr) E).
    rewrite (csum_ext n r b pi (fun _ => 0 * 0)).
    - rewrite csum_scal. ring.
    - intros i Hi Hb. rewrite (Hac i Hi (K i Hi Hb)). ring. }
  split; intros E; [apply A, E|].
  assert (F := success_failure n r pi Hpi).
  assert (failure n r ref = 0) by (rewrite success_failure by exact Hr; lra).
  assert (failure n r pi = 0) by (apply A; exact H). lra.
Qed.

(** B7. Along a run from the reference: p_ref = 0 gives p_k = 0 for all k,
    p_ref = 1 gives p_k = 1 (in both cases no amplification).  No hypothesis
    on eps is needed: only supports matter. *)
Theorem absorbing_references n r eps beta ref pis :
  0 < beta -> policy n ref -> same n (pis O) ref ->
  ref_run n r eps beta ref pis ->
  (success n r ref = 0 -> forall k, success n r (pis k) = 0) /\
  (success n r ref = 1 -> forall k, success n r (pis k) = 1).
Proof.
  intros Hb Hr H0 Hrun.
  assert (K : forall k, (success n r ref = 0 -> success n r (pis k) = 0) /\
                        (success n r ref = 1 -> success n r (pis k) = 1)).
  { intros [|k].
    - rewrite (success_same n r _ _ H0). auto.
    - destruct (Hrun k) as [[Hq Hac] _]. apply absorbing_support; auto. }
  split; intros E k; apply K, E.
Qed.

(** B7. The exact step from the reference exists for eps > 0 also when p_ref
    is 0 or 1, and it does not amplify: amplification needs 0 < p_ref < 1. *)
Theorem absorbing_step_exists n r eps beta ref :
  0 < beta -> 0 < eps -> policy n ref ->
  success n r ref = 0 \/ success n r ref = 1 ->
  exists next, grpo_step n r eps beta ref ref next /\
               success n r next = success n r ref.
Proof.
  intros Hb He Hr Hs. exists (gibbs n r eps beta (success n r ref) ref).
  destruct (gibbs_feasible n r eps beta (success n r ref) ref Hr) as [H1 H2].
  destruct (absorbing_support n r ref _ Hr H1 H2) as [K0 K1].
  split.
  - apply recurrence_step_exists; auto.
    apply admissible_eps_pos; auto. apply success_range, Hr.
  - destruct Hs as [E|E]; [rewrite (K0 E)|rewrite (K1 E)]; auto.
Qed.

(** * Label swap *)

Definition swap (r : nat -> bool) (i : nat) : bool := negb (r i).

Lemma success_swap n r pi : policy n pi -> success n (swap r) pi = 1 - success n r pi.
Proof.
  intros H. rewrite <- (success_failure n r pi H).
  apply Rsum_ext. intros i _. unfold swap. destruct (r i); reflexivity.
Qed.

Lemma Omega_symmetric eps p : Omega eps (1 - p) = Omega eps p.
Proof. unfold Omega. now rewrite var_compl. Qed.

(** A10. One step on the reward 1 - r drives the original success probability
    by x_n = x_0 - Omega(p_old) / beta. *)
Theorem label_swap_step n r eps beta ref old next :
  0 < beta -> policy n ref -> 0 < success n r ref < 1 ->
  policy n old -> admissible eps (success n r old) ->
  grpo_step n (swap r) eps beta ref old next ->
  logit (success n r next) =
    logit (success n r ref) - Omega eps (success n r old) / beta.
Proof.
  intros Hb Hr Hs Ho Hp Hst.
  assert (Hn : policy n next) by apply Hst.
  destruct (reference_recurrence_any_old n (swap r) eps beta ref old next)
    as [E L]; auto.
  - rewrite success_swap by auto. lra.
  - rewrite success_swap by auto. destruct Hp as [P1 [P2 P3]].
    split; [lra|split; [exact P2|]]. intros E0. specialize (P3 E0). lra.
  - assert (R : 0 < success n r next < 1).
    { assert (R : 0 < success n (swap r) next < 1).
      { rewrite E. apply h_range. rewrite success_swap by auto. lra. }
      rewrite success_swap in R by auto. lra. }
    rewrite !success_swap, Omega_symmetric, !logit_compl in L by auto. lra.
Qed.

(** A10. The run on the reward 1 - r, started at the reference, is the
    reflection p -> 1 - p of the orbit of the map with reference 1 - p_ref. *)
Theorem label_swap_symmetry n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> ref_run n (swap r) eps beta ref pis ->
  forall k, success n r (pis k) =
    1 - iter (h (1 - success n r ref) beta eps) (1 - success n r ref) k.
Proof.
  intros Hb He Hr Hs H0 Hrun k.
  assert (P0 : policy n (pis O)).
  { split; [intros i Hi; rewrite H0 by exact Hi; apply Hr, Hi|].
    rewrite (Rsum_ext n _ ref H0). apply Hr. }
  assert (Hk : policy n (pis k)) by (destruct k; [exact P0|apply (Hrun k)]).
  assert (E := recurrence_run n (swap r) eps beta ref pis Hb He Hr).
  rewrite (success_same n (swap r) (pis O) ref H0) in E.
  rewrite (success_swap n r ref Hr) in E.
  assert (R : 0 < 1 - success n r ref < 1) by lra.
  specialize (E R P0 (admissible_interior eps _ He R) Hrun k).
  rewrite (success_swap n r (pis k) Hk) in E. lra.
Qed.

(** A10, in log-odds: reflecting an orbit. *)
Theorem label_swap_log_odds x0 beta eps x :
  forall k, iter (fun y => x0 - G eps y / beta) x k
            = - iter (F (- x0) beta eps) (- x) k.
Proof.
  induction k as [|k IH]; simpl; [ring|].
  rewrite IH. unfold F. rewrite G_opp. ring.
Qed.

(** A10 (whole run, log-odds). On the reward 1 - r the original success
    probability follows x_k = x_0 - G(x_(k-1)) / beta from x_0 = logit p_ref. *)
Theorem label_swap_run_log_odds n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> ref_run n (swap r) eps beta ref pis ->
  let x0 := logit (success n r ref) in
  forall k, logit (success n r (pis k)) = iter (fun y => x0 - G eps y / beta) x0 k.
Proof.
  intros Hb He Hr Hs H0 Hrun x0 k.
  rewrite (label_swap_symmetry n r eps beta ref pis Hb He Hr Hs H0 Hrun k).
  set (q := 1 - success n r ref). assert (Hq : 0 < q < 1) by (unfold q; lra).
  assert (Lq : logit q = - x0) by (apply logit_compl, Hs).
  assert (R : 0 < iter (h q beta eps) q k < 1)
    by (destruct k; simpl; [exact Hq|apply h_range, Hq]).
  rewrite logit_compl, label_swap_log_odds by exact R. f_equal.
  rewrite <- Lq. rewrite <- (sigma_logit q Hq) at 2. apply logit_iter_h, Hq.
Qed.
