(** Exact GRPO never changes the relative probability of two outcomes of the
    same reward and never creates support: reference, mirror, two-KL and
    clipped iterations.  Hence the divergences along a run are Bernoulli
    divergences of the success probabilities. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes ClippedClass.
Open Scope R_scope.

(** pi has the within-class conditionals mu and both classes have mass. *)
Definition in_family n r (mu pi : nat -> R) : Prop :=
  policy n pi /\ 0 < success n r pi < 1 /\ same n pi (mix r (success n r pi) mu).

Lemma mix_family n r mu p pi :
  conditionals n r mu -> 0 < p < 1 -> same n pi (mix r p mu) -> in_family n r mu pi.
Proof.
  intros Hmu Hp S. assert (E : success n r pi = p).
  { rewrite (success_same n r _ _ S). apply success_mix, Hmu. }
  assert (P := mix_policy n r p mu Hmu ltac:(lra)).
  split; [|rewrite E; split; [exact Hp|exact S]]. split.
  - intros i Hi. rewrite S by exact Hi. apply P, Hi.
  - rewrite (Rsum_ext n _ _ S). apply P.
Qed.

Lemma family_same n r mu pi q :
  in_family n r mu pi -> same n q pi -> in_family n r mu q.
Proof.
  intros [[P1 P2] [Hs S]] H.
  assert (E : success n r q = success n r pi) by (apply success_same, H).
  split; [split|rewrite E; split; [exact Hs|]].
  - intros i Hi. rewrite H by exact Hi. auto.
  - rewrite (Rsum_ext n _ _ H). exact P2.
  - intros i Hi. rewrite H by exact Hi. auto.
Qed.

(** Reference KL: one step lands in the family of the reference from EVERY
    old policy. *)
Lemma step_family n r eps beta mu anchor old next :
  0 < beta -> conditionals n r mu -> admissible eps (success n r old) ->
  in_family n r mu anchor -> grpo_step n r eps beta anchor old next ->
  in_family n r mu next.
Proof.
  intros Hb Hmu Ha [Hp [Hs S]] Hst.
  apply (family_same n r mu (gibbs n r eps beta (success n r old) anchor)).
  - destruct (gibbs_mix n r eps beta (success n r old) anchor mu _ Hmu Hs S Hp) as [A B].
    apply (mix_family n r mu _ _ Hmu A B).
  - apply grpo_step_gibbs; auto.
Qed.

Lemma family_outcome n r mu pi :
  in_family n r mu pi -> exists k, (k < n)%nat /\ 0 < mu k.
Proof.
  intros [P [Hs S]]. destruct (policy_support n pi P) as [k [Hk Hpk]].
  exists k. split; [exact Hk|]. rewrite S in Hpk by exact Hk. unfold mix in Hpk.
  destruct (r k); nra.
Qed.

Lemma family_pos n r mu pi k :
  in_family n r mu pi -> (k < n)%nat -> 0 < mu k -> 0 < pi k.
Proof.
  intros [P [Hs S]] Hk Hm. rewrite S by exact Hk. unfold mix.
  apply Rmult_lt_0_compat; [destruct (r k); lra|exact Hm].
Qed.

Lemma two_kl_family n r eps beta alpha mu ref old next :
  0 < beta -> 0 <= eps -> conditionals n r mu ->
  in_family n r mu ref -> in_family n r mu old ->
  two_kl_step n r eps beta alpha ref old next -> in_family n r mu next.
Proof.
  intros Hb He Hmu Hr Ho Hst.
  destruct (family_outcome n r mu ref Hr) as [k [Hk Hm]].
  assert (Hrk := family_pos n r mu ref k Hr Hk Hm).
  assert (Hok := family_pos n r mu old k Ho Hk Hm).
  destruct Hr as [Pr [Sr Er]], Ho as [Po [So Eo]].
  assert (Ha := admissible_interior eps _ He So).
  destruct (two_kl_unique_max n r eps beta alpha (success n r old) ref old k Hb Ha Pr Po
              Hk Hrk Hok) as [U1 U2].
  apply (family_same n r mu (gibbs n r eps beta (success n r old) (geo_anchor alpha ref old))).
  - destruct (two_kl_mix n r eps beta alpha (success n r old) ref old mu _ _
                Hmu Sr So Er Eo) as [A B].
    + apply U1.
    + apply Zsum_pos with k; auto; [intros; apply geo_nonneg|apply geo_pos; auto].
    + apply (mix_family n r mu _ _ Hmu A B).
  - apply U2, Hst.
Qed.

Lemma clip_family n r eps beta elo ehi mu ref old next :
  0 < beta -> 0 <= eps -> 0 <= elo <= 1 -> 0 <= ehi ->
  conditionals n r mu -> positive n mu ->
  in_family n r mu ref -> in_family n r mu old ->
  clip_step n r eps beta elo ehi ref old next -> in_family n r mu next.
Proof.
  intros Hb He Hl Hh Hmu Hpos [Pr [Sr Er]] [Po [So Eo]] Hst.
  destruct (clip_step_mix n r eps beta elo ehi _ _ mu ref old next
              Hmu Hpos Sr So Hb Hl Hh He Er Eo Hst) as [p [Hp [_ [S _]]]].
  apply (mix_family n r mu p next Hmu Hp S).
Qed.

(** The four exact iterations, started at the reference. *)
Inductive exact_run n r eps beta (ref : nat -> R) (pis : nat -> nat -> R) : Prop :=
| exact_reference : ref_run n r eps beta ref pis -> exact_run n r eps beta ref pis
| exact_mirror : mirror_run n r eps beta pis -> exact_run n r eps beta ref pis
| exact_two_kl alpha : two_kl_run n r eps beta alpha ref pis ->
    exact_run n r eps beta ref pis
| exact_clipped elo ehi : 0 <= elo <= 1 -> 0 <= ehi -> positive n ref ->
    clip_run n r eps beta elo ehi ref pis -> exact_run n r eps beta ref pis.

Lemma exact_run_family n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> exact_run n r eps beta ref pis ->
  exists mu, conditionals n r mu /\ in_family n r mu ref /\
             forall k, in_family n r mu (pis k).
Proof.
  intros Hb He Hr Hs E0 Hrun.
  destruct (conditionals_exist n r ref Hr Hs) as [mu [Hmu [Sr Hpos]]].
  exists mu. assert (Fr : in_family n r mu ref) by (split; auto).
  split; [exact Hmu|]. split; [exact Fr|].
  induction k as [|k IH]; [apply (family_same n r mu ref); auto|].
  destruct Hrun as [H|H|alpha H|elo ehi Hl Hh Hp H].
  - apply (step_family n r eps beta mu ref (pis k)); auto.
    apply admissible_interior; [exact He|apply IH].
  - apply (step_family n r eps beta mu (pis k) (pis k)); auto.
    apply admissible_interior; [exact He|apply IH].
  - apply (two_kl_family n r eps beta alpha mu ref (pis k)); auto.
  - apply (clip_family n r eps beta elo ehi mu ref (pis k)); auto.
Qed.

(** B4. Along the reference, mirror, two-KL and clipped iterations started at
    the reference, pi_k(o) / pi_k(o') = pi_ref(o) / pi_ref(o') whenever
    r(o) = r(o'); the support is that of the reference; and
    pi_k = p_k mu_1 + (1-p_k) mu_0 with conditionals mu that do not depend
    on k. *)
Theorem within_class_invariance n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> exact_run n r eps beta ref pis ->
  (forall k i i', (i < n)%nat -> (i' < n)%nat -> r i = r i' -> 0 < ref i' ->
     0 < pis k i' /\ pis k i / pis k i' = ref i / ref i') /\
  (forall k i, (i < n)%nat -> (pis k i = 0 <-> ref i = 0)) /\
  (exists mu, conditionals n r mu /\
     same n ref (mix r (success n r ref) mu) /\
     forall k, same n (pis k) (mix r (success n r (pis k)) mu)).
Proof.
  intros Hb He Hr Hs E0 Hrun.
  destruct (exact_run_family n r eps beta ref pis Hb He Hr Hs E0 Hrun)
    as [mu [Hmu [Fr Fk]]].
  assert (Z : forall pi i, in_family n r mu pi -> (i < n)%nat -> (pi i = 0 <-> mu i = 0)).
  { intros pi i [_ [S E]] Hi. rewrite E by exact Hi. unfold mix.
    split; intros H; [|rewrite H; ring].
    apply Rmult_integral in H as [H|H]; [destruct (r i); lra|exact H]. }
  split; [|split].
  - intros k i i' Hi Hi' Hrr Hp.
    assert (Hm : 0 < mu i').
    { destruct (Req_dec (mu i') 0) as [E|N].
      - apply (Z ref i' Fr Hi') in E. lra.
      - destruct Hmu as [Hmu _]. specialize (Hmu i' Hi'). lra. }
    split; [apply (family_pos n r mu (pis k)); auto|].
    destruct (Fk k) as [_ [Sk Ek]]. destruct Fr as [_ [_ Er]].
    rewrite (Ek i Hi), (Ek i' Hi'), (Er i Hi), (Er i' Hi'). unfold mix. rewrite Hrr.
    destruct (r i'); field; lra.
  - intros k i Hi. rewrite (Z (pis k) i (Fk k) Hi), (Z ref i Fr Hi). reflexivity.
  - exists mu. split; [exact Hmu|]. split; [apply Fr|]. intros k. apply Fk.
Qed.

(** Divergences between two members of a family. *)
Lemma family_divergences n r mu pi q :
  conditionals n r mu -> in_family n r mu pi -> in_family n r mu q ->
  KL n pi q = kl (success n r pi) (success n r q) /\
  TV n pi q = Rabs (success n r pi - success n r q).
Proof.
  intros Hmu [_ [_ Ep]] [_ [Sq Eq]]. split.
  - rewrite (KL_same n _ _ _ _ Ep Eq). apply KL_mix; auto.
  - rewrite (TV_same n _ _ _ _ Ep Eq). apply TV_mix; auto.
Qed.

(** B5. For pi_0 = pi_ref, along each of the four iterations:
    KL(pi_k || pi_ref) = kl(p_k || p_ref), TV(pi_k, pi_ref) = |p_k - p_ref|,
    KL(pi_(k+1) || pi_k) = kl(p_(k+1) || p_k). *)
Theorem divergences_reduce_to_bernoulli n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> exact_run n r eps beta ref pis ->
  forall k,
    KL n (pis k) ref = kl (success n r (pis k)) (success n r ref) /\
    TV n (pis k) ref = Rabs (success n r (pis k) - success n r ref) /\
    KL n (pis (S k)) (pis k) = kl (success n r (pis (S k))) (success n r (pis k)).
Proof.
  intros Hb He Hr Hs E0 Hrun k.
  destruct (exact_run_family n r eps beta ref pis Hb He Hr Hs E0 Hrun)
    as [mu [Hmu [Fr Fk]]].
  destruct (family_divergences n r mu _ _ Hmu (Fk k) Fr) as [A B].
  destruct (family_divergences n r mu _ _ Hmu (Fk (S k)) (Fk k)) as [C _]. auto.
Qed.

(** B5 (any start). For the reference KL the first two identities need no
    assumption on the start: they hold after one step from EVERY old policy. *)
Theorem divergences_from_any_old n r eps beta ref old next :
  0 < beta -> policy n ref -> 0 < success n r ref < 1 ->
  policy n old -> admissible eps (success n r old) ->
  grpo_step n r eps beta ref old next ->
  KL n next ref = kl (success n r next) (success n r ref) /\
  TV n next ref = Rabs (success n r next - success n r ref).
Proof.
  intros Hb Hr Hs Ho Ha Hst.
  destruct (conditionals_exist n r ref Hr Hs) as [mu [Hmu [Sr _]]].
  assert (Fr : in_family n r mu ref) by (split; auto).
  apply (family_divergences n r mu); auto.
  apply (step_family n r eps beta mu ref old); auto.
Qed.
