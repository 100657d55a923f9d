(** Exact runs of all four kinds exist from every reference of full support
    with 0 < p_ref < 1, so that statements about runs are not void. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes ClippedClass Invariance.
Open Scope R_scope.

(** A step that stays in a family can be iterated. *)
Lemma iterate_step n r mu ref (step : (nat -> R) -> (nat -> R) -> Prop) :
  in_family n r mu ref ->
  (forall old, in_family n r mu old ->
     {next | step old next /\ in_family n r mu next}) ->
  exists pis, pis O = ref /\ forall k, step (pis k) (pis (S k)).
Proof.
  intros Fr Hstep.
  set (s := fix s (k : nat) : {old | in_family n r mu old} := match k with
    | O => exist _ ref Fr
    | S m => let x := s m in
             let y := Hstep (proj1_sig x) (proj2_sig x) in
             exist _ (proj1_sig y) (proj2 (proj2_sig y)) end).
  exists (fun k => proj1_sig (s k)). split; [reflexivity|].
  intros k. simpl. exact (proj1 (proj2_sig (Hstep (proj1_sig (s k)) (proj2_sig (s k))))).
Qed.

Lemma family_clip_setting n r eps beta elo ehi mu ref old :
  0 < beta -> 0 <= eps -> 0 <= elo <= 1 -> 0 <= ehi ->
  positive n mu -> in_family n r mu ref -> in_family n r mu old ->
  clip_setting n r eps beta elo ehi ref old.
Proof.
  intros Hb He Hl Hh Hmp Fr Fo.
  assert (P : forall pi, in_family n r mu pi -> positive n pi).
  { intros pi F i Hi. apply (family_pos n r mu); auto. }
  split; [apply Fr|]. split; [apply P, Fr|]. split; [apply Fo|]. split; [apply P, Fo|].
  split; [exact Hb|]. split; [exact Hl|]. split; [exact Hh|].
  apply admissible_interior; [exact He|apply Fo].
Qed.

(** B4 (the iterations exist). *)
Theorem exact_runs_exist n r eps beta alpha elo ehi ref :
  0 < beta -> 0 <= eps -> 0 <= elo <= 1 -> 0 <= ehi ->
  policy n ref -> positive n ref -> 0 < success n r ref < 1 ->
  (exists pis, pis O = ref /\ ref_run n r eps beta ref pis) /\
  (exists pis, pis O = ref /\ mirror_run n r eps beta pis) /\
  (exists pis, pis O = ref /\ two_kl_run n r eps beta alpha ref pis) /\
  (exists pis, pis O = ref /\ clip_run n r eps beta elo ehi ref pis).
Proof.
  intros Hb He Hl Hh Hr Hrp Hs.
  destruct (conditionals_exist n r ref Hr Hs) as [mu [Hmu [Sr Hmp]]].
  specialize (Hmp Hrp). assert (Fr : in_family n r mu ref) by (split; auto).
  assert (A : forall old, in_family n r mu old -> admissible eps (success n r old))
    by (intros old [_ [Ho _]]; apply admissible_interior; auto).
  split; [apply (iterate_step n r mu ref (grpo_step n r eps beta ref) Fr)|
  split; [apply (iterate_step n r mu ref (fun o q => grpo_step n r eps beta o o q) Fr)|
  split; [apply (iterate_step n r mu ref (two_kl_step n r eps beta alpha ref) Fr)|
          apply (iterate_step n r mu ref (clip_step n r eps beta elo ehi ref) Fr)]]];
    intros old Fo.
  - assert (St := recurrence_step_exists n r eps beta ref old Hb Hr (A old Fo)).
    eexists. split; [exact St|]. exact (step_family n r eps beta mu ref old _ Hb Hmu (A old Fo) Fr St).
  - assert (St := recurrence_step_exists n r eps beta old old Hb (proj1 Fo) (A old Fo)).
    eexists. split; [exact St|]. exact (step_family n r eps beta mu old old _ Hb Hmu (A old Fo) Fo St).
  - exists (gibbs n r eps beta (success n r old) (geo_anchor alpha ref old)).
    assert (St : two_kl_step n r eps beta alpha ref old
      (gibbs n r eps beta (success n r old) (geo_anchor alpha ref old))).
    { destruct (family_outcome n r mu ref Fr) as [k [Hk Hm]].
      apply (two_kl_unique_max n r eps beta alpha (success n r old) ref old k); auto.
      - apply Fo.
      - apply (family_pos n r mu old k); auto. }
    split; [exact St|]. apply (two_kl_family n r eps beta alpha mu ref old); auto.
  - assert (CS := family_clip_setting n r eps beta elo ehi mu ref old
                    Hb He Hl Hh Hmp Fr Fo).
    destruct (clip_multiplier n r eps beta elo ehi ref old CS) as [L [_ EL]].
    exists (clip_policy n r eps beta elo ehi ref old L).
    assert (St : clip_step n r eps beta elo ehi ref old
                   (clip_policy n r eps beta elo ehi ref old L))
      by apply (clip_unique_max n r eps beta elo ehi ref old CS L EL).
    split; [exact St|].
    exact (clip_family n r eps beta elo ehi mu ref old _ Hb He Hl Hh Hmu Hmp Fr Fo St).
Qed.
