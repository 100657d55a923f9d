(** The lowest fixed point a of F in log-odds when the critical value F0 = F 0
    is negative: existence, sign of F - id around it, the next fixed point b,
    and the position of every 2-cycle with respect to a.  F is an even unimodal map,
    and everything here is an instance of [Unimodal.EvenMap]. *)

Require Import Reals Lra.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require EvenMap.
Open Scope R_scope.

Section Low.
Variables x0 beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.

Lemma F_even_unimodal : EvenMap.even_unimodal (F x0 beta eps).
Proof.
  split.
  - intro. apply F_opp.
  - intros. now apply F_increasing.
  - intro. now apply F_continuity_pt.
Qed.
Let U := F_even_unimodal.

Lemma f_abs : forall x, f (Rabs x) = f x.
Proof. intro x. unfold Rabs. destruct (Rcase_abs x); [apply F_opp | reflexivity]. Qed.
Lemma f_inc : forall x y, 0 <= x -> x < y -> f x < f y.
Proof. exact (EvenMap.f_inc f U). Qed.
Lemma f_dec : forall x y, x < y -> y <= 0 -> f y < f x.
Proof. exact (EvenMap.f_dec f U). Qed.
Lemma f_cont : forall x, continuity_pt f x.
Proof. intro. now apply F_continuity_pt. Qed.
Lemma f_le : forall x y, 0 <= x <= y -> f x <= f y.
Proof. exact (EvenMap.f_le f U). Qed.
Lemma f_ge : forall x y, x <= y <= 0 -> f y <= f x.
Proof. exact (EvenMap.f_ge f U). Qed.
Lemma f_abs_lt : forall x y, Rabs x < Rabs y -> f x < f y.
Proof. exact (EvenMap.f_abs_lt f U). Qed.
Lemma f_abs_le : forall x y, Rabs x <= Rabs y -> f x <= f y.
Proof. exact (EvenMap.f_abs_le f U). Qed.
Lemma f_low : forall x, f 0 <= f x.
Proof. exact (EvenMap.f_low f U). Qed.

Lemma low_exists : f 0 < 0 -> exists a, f 0 < a < 0 /\ fixpt f a.
Proof. exact (EvenMap.low_exists f U). Qed.

(** A fixed point below 0 is the only one there, hence the lowest. *)
Lemma low_unique : forall a c, fixpt f a -> fixpt f c -> a < 0 -> c <= 0 -> c = a.
Proof. exact (EvenMap.low_unique f U). Qed.
Lemma neg_fixpt_lowest : forall a, fixpt f a -> a < 0 -> lowest f a.
Proof. exact (EvenMap.neg_fixpt_lowest f U). Qed.
Lemma lowest_neg : forall a, f 0 < 0 -> lowest f a -> f 0 < a < 0.
Proof. exact (EvenMap.lowest_neg f U). Qed.
Lemma F0_neg_of_low : forall a, fixpt f a -> a < 0 -> f 0 < a.
Proof. exact (EvenMap.critical_value_below_low f U). Qed.

Section AtLow.
Variable a : R.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.

Lemma above_left : forall x, x < a -> x < f x.
Proof. exact (EvenMap.above_left f U a Fa Ha). Qed.
Lemma f_lt_a : forall x, Rabs x < - a -> f x < a.
Proof. exact (EvenMap.f_lt_a f U a Fa Ha). Qed.
Lemma f_gt_a : forall x, - a < Rabs x -> a < f x.
Proof. exact (EvenMap.f_gt_a f U a Fa Ha). Qed.
Lemma next_pos : forall b, next_fixpt f a b -> 0 < b.
Proof. exact (EvenMap.next_pos f U a Fa Ha). Qed.
Lemma below_next : forall b x, next_fixpt f a b -> a < x < b -> f x < x.
Proof. exact (EvenMap.below_next f U a Fa Ha). Qed.
End AtLow.
End Low.
