(** The clipped two-KL and the clipped mirror iterations of policies. With equal within-class
    conditionals the mixture of the two divergences is, up to a constant, the divergence to
    the geometric mixture, which has the same conditionals; so the runs of policies follow
    the one-dimensional clipped map with the moving anchor. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Contrastive Classes ClippedMass Clipped ClippedClass.
From GrpoProofs.Clipped Require Import Map ClosedForm Comparison TwoKL PolicyRun.
Open Scope R_scope.

(** Clipped objective with the penalty beta (alpha KL(pi || ref) + (1 - alpha) KL(pi || old)). *)
Definition L_clip_two n r eps beta alpha elo ehi (ref old pi : nat -> R) : R :=
  clipped_surrogate n r eps elo ehi old pi
  - beta * (alpha * KL n pi ref + (1 - alpha) * KL n pi old).

Definition clip_two_step n r eps beta alpha elo ehi (ref old next : nat -> R) : Prop :=
  maximises n (policy n) (L_clip_two n r eps beta alpha elo ehi ref old) next.

Definition clip_two_run n r eps beta alpha elo ehi ref (pis : nat -> nat -> R) : Prop :=
  forall k, clip_two_step n r eps beta alpha elo ehi ref (pis k) (pis (S k)).

(** The one-dimensional clipped map with the moving anchor. *)
Definition clipped_two_kl (alpha elo ehi pref beta eps p : R) : R :=
  clipped_h elo ehi (anchor_two_kl alpha pref p) beta eps p.

Lemma anchor_range : forall alpha p q, 0 < anchor_two_kl alpha p q < 1.
Proof. intros. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

(** The gap between the two penalties, the same in both classes. *)
Definition anchor_gap (alpha pref pold : R) : R :=
  ln (anchor_two_kl alpha pref pold) - alpha * ln pref - (1 - alpha) * ln pold.

Lemma anchor_gap_failures : forall alpha q p, 0 < q < 1 -> 0 < p < 1 ->
  anchor_gap alpha q p
    = ln (1 - anchor_two_kl alpha q p) - alpha * ln (1 - q) - (1 - alpha) * ln (1 - p).
Proof.
  intros alpha q p Hq Hp. assert (Hg := anchor_range alpha q p).
  assert (E : logit (anchor_two_kl alpha q p) = alpha * logit q + (1 - alpha) * logit p)
    by apply logit_sigma.
  unfold anchor_gap. set (g := anchor_two_kl alpha q p) in *.
  assert (L : forall x, 0 < x < 1 -> logit x = ln x - ln (1 - x)).
  { intros x Hx. unfold logit, Rdiv. rewrite ln_mult by (try apply Rinv_0_lt_compat; lra).
    rewrite ln_Rinv by lra. ring. }
  rewrite !L in E by assumption. lra.
Qed.

Lemma KL_two_anchor : forall n r alpha pref pold mu pi,
  positive n mu -> 0 < pref < 1 -> 0 < pold < 1 -> policy n pi ->
  alpha * KL n pi (mix r pref mu) + (1 - alpha) * KL n pi (mix r pold mu)
    = KL n pi (mix r (anchor_two_kl alpha pref pold) mu) + anchor_gap alpha pref pold.
Proof.
  intros n r alpha q p mu pi Hmu Hq Hp [Hpos H1].
  assert (Hg := anchor_range alpha q p). assert (F := anchor_gap_failures alpha q p Hq Hp).
  assert (T : forall k, (k < n)%nat ->
    alpha * (pi k * ln (pi k / mix r q mu k)) + (1 - alpha) * (pi k * ln (pi k / mix r p mu k))
    = pi k * ln (pi k / mix r (anchor_two_kl alpha q p) mu k) + anchor_gap alpha q p * pi k).
  { intros k Hk. destruct (Rle_lt_or_eq_dec 0 (pi k) (Hpos k Hk)) as [P|<-]; [|ring].
    assert (M := Hmu k Hk).
    assert (D : forall x, 0 < x -> ln (pi k / (x * mu k)) = ln (pi k) - ln x - ln (mu k)).
    { intros x Hx. assert (Q : 0 < x * mu k) by now apply Rmult_lt_0_compat.
      unfold Rdiv. rewrite ln_mult by (auto; now apply Rinv_0_lt_compat).
      rewrite ln_Rinv, ln_mult by assumption. ring. }
    unfold mix. destruct (r k); rewrite !D by lra; [unfold anchor_gap | rewrite F]; ring. }
  unfold KL. rewrite <- !Rsum_scal, <- Rsum_plus.
  rewrite (Rsum_ext n _ _ T), Rsum_plus, Rsum_scal, H1. ring.
Qed.

(** J16 (policies, one step). With equal within-class conditionals a maximiser of the clipped
    two-KL objective is p mu_1 + (1-p) mu_0, where p is the clipped map with the anchor
    alpha x0 + (1 - alpha) x_old; that mixture is the unique maximiser. *)
Theorem clipped_two_kl_policy_step : forall n r eps beta alpha elo ehi pref pold mu ref old,
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pold < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  same n ref (mix r pref mu) -> same n old (mix r pold mu) ->
  let p := clipped_two_kl alpha elo ehi pref beta eps pold in
  0 < p < 1 /\
  logit p = clipped_log_odds elo ehi (alpha * logit pref + (1 - alpha) * logit pold) beta eps (logit pold) /\
  unique_max n (policy n) (L_clip_two n r eps beta alpha elo ehi ref old) (mix r p mu).
Proof.
  intros n r eps beta alpha elo ehi pref pold mu ref old Hmu Hpos Hr Ho Hb Hl Hh He Er Eo p.
  set (g := anchor_two_kl alpha pref pold).
  assert (Hg : 0 < g < 1) by apply anchor_range.
  destruct (clipped_reduction_to_one_dimension n r eps beta elo ehi g pold mu)
    as [p' [Hp' [A [[P M] U]]]]; auto.
  assert (E : p' = p).
  { apply (unique_argmax_inj _ _ _ A). now apply clipped_h_maximises. }
  rewrite E in *. split; [exact Hp'|]. split.
  { destruct (clipped_update_closed_form elo ehi g beta eps pold Hl Hh Hg Hb He Ho) as [_ [Q _]].
    unfold p, clipped_two_kl. fold g. rewrite Q. unfold g, anchor_two_kl.
    now rewrite logit_sigma. }
  assert (J : forall pi, policy n pi -> L_clip_two n r eps beta alpha elo ehi ref old pi
    = L_clip n r eps beta elo ehi (mix r g mu) (mix r pold mu) pi - beta * anchor_gap alpha pref pold).
  { intros pi Hpi.
    assert (S : same n pi pi) by (intros i Hi; reflexivity).
    assert (C := L_clip_same n r eps beta elo ehi ref (mix r pref mu) old (mix r pold mu) pi pi Er Eo S).
    unfold L_clip in C. rewrite (KL_same n pi pi ref _ S Er) in C.
    unfold L_clip_two, L_clip. rewrite (KL_same n pi pi ref _ S Er), (KL_same n pi pi old _ S Eo).
    rewrite KL_two_anchor by assumption. fold g. lra. }
  split; [split; [exact P|]|].
  - intros q Hq. rewrite !J by assumption. specialize (M q Hq). lra.
  - intros q [Hq Mq]. apply U. split; [exact Hq|]. intros q' Hq'.
    specialize (Mq q' Hq'). rewrite !J in Mq by assumption. lra.
Qed.

(** J16 (policies, whole iteration). Along a clipped two-KL run whose reference and first
    policy have the same conditionals, every policy is p_k mu_1 + (1-p_k) mu_0, and the p_k
    are the iterates of the clipped map with the moving anchor. *)
Theorem clipped_two_kl_run_follows_map : forall n r eps beta alpha elo ehi pref pstart mu ref pis,
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pstart < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  same n ref (mix r pref mu) -> same n (pis O) (mix r pstart mu) ->
  clip_two_run n r eps beta alpha elo ehi ref pis ->
  forall k, let p := iter (clipped_two_kl alpha elo ehi pref beta eps) pstart k in
    0 < p < 1 /\ success n r (pis k) = p /\ same n (pis k) (mix r p mu).
Proof.
  intros n r eps beta alpha elo ehi pref pstart mu ref pis Hmu Hpos Hr Ho Hb Hl Hh He Er E0 Run k.
  cbv zeta. induction k as [|k [I1 [I2 I3]]].
  - simpl. split; [exact Ho|]. split; [|exact E0].
    rewrite (success_same n r _ _ E0). now apply success_mix.
  - simpl. set (p := iter _ pstart k) in *.
    destruct (clipped_two_kl_policy_step n r eps beta alpha elo ehi pref p mu ref (pis k)
      Hmu Hpos Hr I1 Hb Hl Hh He Er I3) as [R1 [_ [_ U]]].
    assert (S1 := U _ (Run k)). split; [exact R1|]. split; [|exact S1].
    rewrite (success_same n r _ _ S1). now apply success_mix.
Qed.

(** J16 (policies, mirror). For a positive first policy of any conditionals, the success
    probabilities of a clipped mirror run (divergence to the previous policy) strictly
    increase to 1, and each is at most hi = max (c+, c-) of its predecessor. *)
Theorem clipped_mirror_policies_increase_to_1 : forall n r eps beta elo ehi pis,
  policy n (pis O) -> positive n (pis O) -> 0 < success n r (pis O) < 1 ->
  0 < beta -> 0 < elo <= 1 -> 0 < ehi -> 0 <= eps ->
  (forall k, clip_step n r eps beta elo ehi (pis k) (pis k) (pis (S k))) ->
  let p k := success n r (pis k) in
  (forall k, p k = iter (clipped_mirror elo ehi beta eps) (p O) k) /\
  (forall k, 0 < p k < 1 /\ p k < p (S k) /\
     p (S k) <= Rmax (p k * (1 + ehi)) (p k + elo * (1 - p k))) /\
  is_lim_seq p 1.
Proof.
  intros n r eps beta elo ehi pis P0 Q0 S0 Hb Hl Hh He Run p.
  destruct (conditionals_exist n r (pis O) P0 S0) as [mu [Hmu [E0 Pm]]]. assert (Hpos := Pm Q0).
  assert (K : forall k, p k = iter (clipped_mirror elo ehi beta eps) (p O) k).
  { assert (T : clip_two_run n r eps beta 0 elo ehi (pis O) pis).
    { intro k. destruct (Run k) as [A M]. split; [exact A|]. intros q Hq.
      specialize (M q Hq). unfold L_clip in M. unfold L_clip_two. lra. }
    assert (W := clipped_two_kl_run_follows_map n r eps beta 0 elo ehi (p O) (p O) mu (pis O) pis
      Hmu Hpos S0 S0 Hb ltac:(lra) ltac:(lra) He E0 E0 T).
    intro k. unfold p at 1. destruct (W k) as [_ [-> _]].
    clear -W. induction k as [|k IH]; [reflexivity|]. simpl. rewrite <- IH.
    destruct (W k) as [I _]. set (x := iter _ _ k) in *. unfold clipped_two_kl, clipped_mirror.
    replace (anchor_two_kl 0 (p O) x) with x; [reflexivity|].
    unfold anchor_two_kl. replace (0 * logit (p O) + (1 - 0) * logit x) with (logit x) by ring.
    symmetry. now apply sigma_logit. }
  destruct (clipped_mirror_increases_to_1 elo ehi beta eps (p O)) as [A B]; try assumption; try lra.
  split; [exact K|]. split.
  - intro k. rewrite (K (S k)), (K k). exact (A k).
  - apply (is_lim_seq_ext (iter (clipped_mirror elo ehi beta eps) (p O))); [|exact B].
    intro k. symmetry. apply K.
Qed.
