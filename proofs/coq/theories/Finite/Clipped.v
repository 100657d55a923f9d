(** The clipped GRPO step for an ARBITRARY old policy of full support: the
    maximiser is explicit up to one multiplier L, which exists by the
    intermediate value theorem; it is optimal and unique, and every root L
    gives the same policy. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening Contrastive.
From GrpoProofs.Finite Require Export ClippedMass.
Open Scope R_scope.

(** * The clipped policy *)

(** Standing assumptions on a clipped step. *)
Definition clip_setting n (r : nat -> bool) eps beta elo ehi (ref old : nat -> R) : Prop :=
  policy n ref /\ positive n ref /\ policy n old /\ positive n old /\
  0 < beta /\ 0 <= elo <= 1 /\ 0 <= ehi /\ admissible eps (success n r old).

Section Clip.
Variables (n : nat) (r : nat -> bool) (eps beta elo ehi : R) (ref old : nat -> R).
Hypothesis HS : clip_setting n r eps beta elo ehi ref old.

Let p := success n r old.
Let wp := w_plus eps p.
Let wm := w_minus eps p.
Let obj := L_clip n r eps beta elo ehi ref old.
Let pol := clip_policy n r eps beta elo ehi ref old.

Lemma clip_mass_nonincreasing L L' : L <= L' -> Rsum n (pol L') <= Rsum n (pol L).
Proof.
  destruct HS as [_ [Hr [_ [_ [Hb _]]]]].
  intros HL. apply Rsum_le. intros i Hi. apply clip_coord_nonincreasing; auto.
Qed.

Lemma clip_mass_continuous : continuity (fun L => Rsum n (pol L)).
Proof.
  apply (continuity_Rsum n (fun i L => pol L i)).
  intros i. apply clip_coord_continuous.
Qed.

(** The multiplier exists, in [-w-, w+]. *)
Lemma clip_multiplier : {L | - wm <= L <= wp /\ Rsum n (pol L) = 1}.
Proof.
  assert (HS' := HS).
  assert (Hr : policy n ref) by apply HS'. assert (Hrp : positive n ref) by apply HS'.
  assert (Hb : 0 < beta) by apply HS'. assert (Ha : admissible eps p) by apply HS'.
  assert (Hp := w_plus_nonneg eps p Ha). assert (Hm := w_minus_nonneg eps p Ha).
  fold wp in Hp. fold wm in Hm.
  destruct (IVT_cor (fun L => Rsum n (pol L) - 1) (- wm) wp) as [L [H1 H2]].
  - apply (continuity_minus (fun L => Rsum n (pol L)));
      [apply clip_mass_continuous|apply continuity_const].
  - lra.
  - assert (1 <= Rsum n (pol (- wm))).
    { replace 1 with (Rsum n ref) by apply Hr. apply Rsum_le. intros i Hi.
      apply clip_coord_at_bottom; auto. }
    assert (Rsum n (pol wp) <= 1).
    { replace 1 with (Rsum n ref) by apply Hr. apply Rsum_le. intros i Hi.
      apply clip_coord_at_top; auto. }
    nra.
  - exists L. split; [exact H1|lra].
Qed.

Lemma clip_multiplier_exists : exists L, - wm <= L <= wp /\ Rsum n (pol L) = 1.
Proof. destruct clip_multiplier as [L HL]. exists L. exact HL. Qed.

(** Every root of the mass equation gives the same policy. *)
Lemma clip_roots_agree L L' :
  Rsum n (pol L) = 1 -> Rsum n (pol L') = 1 -> same n (pol L) (pol L').
Proof.
  assert (A : forall a b, a <= b -> Rsum n (pol a) = 1 -> Rsum n (pol b) = 1 ->
              same n (pol b) (pol a)).
  { intros a b Hab Ea Eb. destruct HS as [_ [Hr [_ [_ [Hb _]]]]].
    intros i Hi. apply (Rsum_le_eq n (pol b) (pol a)); [|lra|exact Hi].
    intros j Hj. apply clip_coord_nonincreasing; auto. }
  intros E E'. destruct (Rle_dec L L') as [H|H].
  - intros i Hi. symmetry. apply A; auto.
  - apply A; auto; lra.
Qed.

(** The roots form an interval. *)
Lemma clip_roots_convex L M L' :
  Rsum n (pol L) = 1 -> Rsum n (pol L') = 1 -> L <= M <= L' -> Rsum n (pol M) = 1.
Proof.
  intros E E' [H1 H2].
  assert (A := clip_mass_nonincreasing L M H1).
  assert (B := clip_mass_nonincreasing M L' H2). lra.
Qed.

Lemma clip_policy_positive L : positive n (pol L).
Proof. intros i Hi. apply clip_coord_pos. apply HS, Hi. Qed.

Lemma clip_policy_policy L : Rsum n (pol L) = 1 -> policy n (pol L).
Proof.
  intros E. split; [|exact E].
  intros i Hi. left. apply clip_policy_positive, Hi.
Qed.

(** Any policy q loses at least beta KL (q || clipped policy). *)
Lemma clip_gap L q :
  Rsum n (pol L) = 1 -> policy n q ->
  beta * KL n q (pol L) <= obj (pol L) - obj q.
Proof.
  intros E Hq. assert (HS' := HS).
  destruct HS' as [Hr [Hrp [Ho [Hop [Hb [Hl [Hh Ha]]]]]]].
  assert (Hp := w_plus_nonneg eps p Ha). assert (Hm := w_minus_nonneg eps p Ha).
  fold wp in Hp. fold wm in Hm.
  assert (HL : forall x, obj x = Rsum n (fun i =>
     clip_gain wp wm elo ehi (r i) (old i) (x i) - beta * (x i * ln (x i / ref i)))).
  { intros x. unfold obj, L_clip. rewrite clipped_surrogate_sum by (auto; lra).
    rewrite Rsum_minus, Rsum_scal. reflexivity. }
  assert (K : obj q - obj (pol L) <=
     Rsum n (fun i => L * (q i - pol L i) - beta * (q i * ln (q i / pol L i)))).
  { rewrite !HL, <- Rsum_minus. apply Rsum_le. intros i Hi.
    apply (clip_coord_gap wp wm beta elo ehi (ref i) (old i) L Hp Hm Hb (Hrp i Hi)).
    apply Hq, Hi. }
  rewrite Rsum_minus, Rsum_scal, Rsum_minus, Rsum_scal in K.
  destruct Hq as [_ Eq]. rewrite E, Eq in K. unfold KL. lra.
Qed.

Lemma clip_unique_max L :
  Rsum n (pol L) = 1 -> unique_max n (policy n) obj (pol L).
Proof.
  intros E. assert (Hpol := clip_policy_policy L E).
  assert (Hb : 0 < beta) by apply HS.
  assert (HK : forall q, policy n q -> 0 <= KL n q (pol L)).
  { intros q Hq. apply KL_nonneg; auto. apply positive_abs_cont, clip_policy_positive. }
  split; [split; [exact Hpol|]|].
  - intros q Hq. assert (G := clip_gap L q E Hq). specialize (HK q Hq). nra.
  - intros q [Hq Hmax]. specialize (Hmax _ Hpol).
    assert (G := clip_gap L q E Hq). specialize (HK q Hq).
    apply KL_zero; auto.
    + apply positive_abs_cont, clip_policy_positive.
    + nra.
Qed.

End Clip.

(** J1. Explicit clipped policy for an arbitrary old policy: the mass of the
    coordinatewise formula is continuous and non-increasing in L and equal to
    1 for some L in [-w-, w+]; the roots form an interval and all give the
    same policy, which is the unique maximiser. *)
Theorem explicit_clipped_policy n r eps beta elo ehi ref old :
  clip_setting n r eps beta elo ehi ref old ->
  let p := success n r old in
  let pol := clip_policy n r eps beta elo ehi ref old in
  (forall L i, pol L i =
     if r i then Rmin (ref i * exp ((w_plus eps p - L) / beta))
                      (Rmax ((1 + ehi) * old i) (ref i * exp (- L / beta)))
     else Rmax (ref i * exp ((- w_minus eps p - L) / beta))
               (Rmin ((1 - elo) * old i) (ref i * exp (- L / beta)))) /\
  continuity (fun L => Rsum n (pol L)) /\
  (forall L L', L <= L' -> Rsum n (pol L') <= Rsum n (pol L)) /\
  (exists L, - w_minus eps p <= L <= w_plus eps p /\ Rsum n (pol L) = 1) /\
  (forall L M L', Rsum n (pol L) = 1 -> Rsum n (pol L') = 1 -> L <= M <= L' ->
     Rsum n (pol M) = 1) /\
  (forall L L', Rsum n (pol L) = 1 -> Rsum n (pol L') = 1 -> same n (pol L) (pol L')) /\
  (forall L, Rsum n (pol L) = 1 ->
     unique_max n (policy n) (L_clip n r eps beta elo ehi ref old) (pol L)).
Proof.
  intros HS p pol. split; [reflexivity|].
  split; [apply clip_mass_continuous|].
  split; [intros L L'; apply clip_mass_nonincreasing, HS|].
  split; [apply clip_multiplier_exists, HS|].
  split; [intros L M L'; apply clip_roots_convex, HS|].
  split; [intros L L'; apply clip_roots_agree, HS|].
  intros L. apply clip_unique_max, HS.
Qed.
