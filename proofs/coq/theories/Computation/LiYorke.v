(** Period three implies every period (Li and Yorke), by covering intervals.

    For a continuous map f of the line and points x1 < x2 < x3 with f x2 = x1,
    f x3 = x2 and f x1 >= x3 (a cycle of period three is the case of equality),
    there is for every n >= 1 a point whose least period is n. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
Open Scope R_scope.

(** x returns after n steps, and not earlier. *)
Definition least_period (f : R -> R) (x : R) (n : nat) : Prop :=
  iter f x n = x /\ forall k, (0 < k < n)%nat -> iter f x k <> x.

Lemma continuity_minus_const g s x : continuity_pt g x -> continuity_pt (fun y => g y - s) x.
Proof.
  intros C. apply continuity_pt_minus; [exact C|].
  apply continuity_pt_const. intros ? ?. reflexivity.
Qed.

(** A continuous g that crosses [s, t] upwards on [u, v] does so exactly on a
    subinterval. *)
Lemma cross_up g u v s t : (forall x, continuity_pt g x) ->
  u <= v -> s < t -> g u <= s -> t <= g v ->
  exists u' v', u <= u' /\ u' <= v' /\ v' <= v /\ g u' = s /\ g v' = t /\
    forall x, u' <= x <= v' -> s <= g x <= t.
Proof.
  intros C Huv Hst Hu Hv.
  (* v' : the first point where g reaches t *)
  assert (exists v', u <= v' <= v /\ g v' = t /\ forall x, u <= x < v' -> g x < t)
    as [v' [Hv' [Gv' Bv']]].
  { destruct (last_zero (fun y => g (- y) - t) (- v) (- u)) as [z [Hz [Ez Az]]]; try lra.
    - intros x _. apply (continuity_minus_const (fun y => g (- y))).
      apply (continuity_pt_comp Ropp g); [|apply C].
      apply derivable_continuous_pt, derivable_pt_opp, derivable_pt_id.
    - rewrite Ropp_involutive. lra.
    - rewrite Ropp_involutive. lra.
    - exists (- z). split; [lra|]. split; [lra|]. intros x Hx.
      specialize (Az (- x) ltac:(lra)). rewrite Ropp_involutive in Az. lra. }
  (* u' : the last point before v' where g is at s *)
  destruct (last_zero (fun y => s - g y) u v') as [u' [Hu' [Gu' Au']]]; try lra.
  { intros x _. apply continuity_pt_minus; [|apply C].
    apply continuity_pt_const. intros ? ?. reflexivity. }
  exists u', v'. repeat split; try lra.
  - destruct (Req_dec x u') as [->|N]; [lra|]. specialize (Au' x ltac:(lra)). lra.
  - destruct (Req_dec x v') as [->|N]; [lra|]. specialize (Bv' x ltac:(lra)). lra.
Qed.

(** The end points of [u, v] go to the end points of [s, t], in some order, and
    the interval goes into [s, t]. *)
Definition onto (g : R -> R) (u v s t : R) : Prop :=
  u <= v /\ (g u = s /\ g v = t \/ g u = t /\ g v = s) /\
  forall x, u <= x <= v -> s <= g x <= t.

Lemma onto_sub g u v c d s t : (forall x, continuity_pt g x) ->
  onto g u v c d -> c <= s -> s < t -> t <= d ->
  exists u' v', u <= u' /\ v' <= v /\ onto g u' v' s t.
Proof.
  intros C [Huv [[[Eu Ev]|[Eu Ev]] _]] Hc Hst Hd.
  - destruct (cross_up g u v s t C) as [u' [v' [H1 [H2 [H3 [H4 [H5 H6]]]]]]]; try lra.
    exists u', v'. repeat split; try lra; auto; now apply H6.
  - destruct (cross_up (fun y => g (- y)) (- v) (- u) s t)
      as [u' [v' [H1 [H2 [H3 [H4 [H5 H6]]]]]]]; try lra.
    + intros x. apply (continuity_pt_comp Ropp g); [|apply C].
      apply derivable_continuous_pt, derivable_pt_opp, derivable_pt_id.
    + rewrite Ropp_involutive. lra.
    + rewrite Ropp_involutive. lra.
    + exists (- v'), (- u'). split; [lra|]. split; [lra|]. split; [lra|].
      split; [right; split; assumption|]. intros x Hx.
      specialize (H6 (- x) ltac:(lra)). rewrite Ropp_involutive in H6. exact H6.
Qed.

Lemma onto_comp g f u v s t c d : onto g u v s t -> onto f s t c d ->
  onto (fun x => f (g x)) u v c d.
Proof.
  intros [Huv [Eg Bg]] [Hst [Ef Bf]]. split; [exact Huv|]. split.
  - destruct Eg as [[-> ->]|[-> ->]], Ef as [[-> ->]|[-> ->]]; auto.
  - intros x Hx. now apply Bf, Bg.
Qed.

Lemma iter_continuous f n : (forall x, continuity_pt f x) ->
  forall x, continuity_pt (fun y => iter f y n) x.
Proof.
  intros C. induction n as [|n IH]; simpl; intros x.
  - apply derivable_continuous_pt, derivable_pt_id.
  - apply (continuity_pt_comp (fun y => iter f y n) f); auto.
Qed.

Section PeriodThree.
Variable f : R -> R.
Hypothesis Hf : forall x, continuity_pt f x.
Variables x1 x2 x3 : R.
Hypothesis H12 : x1 < x2.
Hypothesis H23 : x2 < x3.
Hypothesis F1 : x3 <= f x1.
Hypothesis F2 : f x2 = x1.
Hypothesis F3 : f x3 = x2.

(** f stretches L = [x1, x2] over L and over M = [x2, x3], and M over L. *)
Lemma stretch_L s t : x1 <= s -> s < t -> t <= x3 ->
  exists u v, x1 <= u /\ v <= x2 /\ onto f u v s t.
Proof.
  intros H1 H2 H3.
  destruct (cross_up (fun y => f (- y)) (- x2) (- x1) s t)
    as [u [v [K1 [K2 [K3 [K4 [K5 K6]]]]]]]; try lra.
  - intros x. apply (continuity_pt_comp Ropp f); [|apply Hf].
    apply derivable_continuous_pt, derivable_pt_opp, derivable_pt_id.
  - rewrite Ropp_involutive. lra.
  - rewrite Ropp_involutive. lra.
  - exists (- v), (- u). split; [lra|]. split; [lra|]. split; [lra|].
    split; [right; split; assumption|]. intros x Hx.
    specialize (K6 (- x) ltac:(lra)). rewrite Ropp_involutive in K6. exact K6.
Qed.

Lemma stretch_M : exists u v, x2 <= u /\ v <= x3 /\ onto f u v x1 x2.
Proof.
  destruct (cross_up f x2 x3 x1 x2 Hf) as [u [v [K1 [K2 [K3 [K4 [K5 K6]]]]]]]; try lra.
  exists u, v. repeat split; try lra; auto; now apply K6.
Qed.

(** A subinterval of M that stays in L for n + 1 steps and then covers [s, t]. *)
Lemma itinerary n s t : x1 <= s -> s < t -> t <= x3 -> (n = 0%nat -> x1 = s /\ t = x2) ->
  exists u v, x2 <= u /\ v <= x3 /\ onto (fun y => iter f y (S n)) u v s t /\
    forall k x, (0 < k <= n)%nat -> u <= x <= v -> x1 <= iter f x k <= x2.
Proof.
  revert s t. induction n as [|n IH]; intros s t Hs Hst Ht H0.
  - destruct (H0 eq_refl) as [<- ->]. destruct stretch_M as [u [v [Hu [Hv O]]]].
    exists u, v. split; [exact Hu|]. split; [exact Hv|]. split; [exact O|]. intros; lia.
  - destruct (stretch_L s t Hs Hst Ht) as [a [b [Ha [Hb O]]]].
    assert (Hab : a < b).
    { destruct O as [L [[[E E']|[E E']] _]]; destruct L as [L|L]; auto; subst; lra. }
    destruct (IH x1 x2 ltac:(lra) ltac:(lra) ltac:(lra) (fun _ => conj eq_refl eq_refl))
      as [u [v [Hu [Hv [Ou I]]]]].
    destruct (onto_sub (fun y => iter f y (S n)) u v x1 x2 a b) as [u' [v' [Hu' [Hv' O']]]];
      auto; [now apply iter_continuous|].
    exists u', v'. split; [lra|]. split; [lra|]. split.
    + exact (onto_comp _ _ _ _ _ _ _ _ O' O).
    + intros k x Hk Hx. destruct (Nat.eq_dec k (S n)) as [->|N].
      * destruct O' as [_ [_ B]]. specialize (B x Hx). lra.
      * apply I; [lia | lra].
Qed.

Lemma fixpt_of_cover g u v s t : (forall x, continuity_pt g x) ->
  onto g u v s t -> s <= u -> v <= t -> exists x, u <= x <= v /\ g x = x.
Proof.
  intros C [Huv [E _]] Hs Ht.
  destruct (fixpt_between g u v) as [c [Hc Ec]]; auto.
  - destruct E as [[E1 E2]|[E1 E2]]; [right | left]; lra.
  - now exists c.
Qed.

(** Period three implies every period. *)
Theorem every_period n : (1 <= n)%nat -> exists x, x1 <= x <= x3 /\ least_period f x n.
Proof.
  intros Hn. destruct n as [|[|n]]; [lia| |].
  - destruct (stretch_L x1 x2) as [u [v [Hu [Hv O]]]]; try lra.
    destruct (fixpt_of_cover f u v x1 x2 Hf O Hu Hv) as [x [Hx E]].
    exists x. split; [lra|]. split; [exact E | lia].
  - destruct (itinerary (S n) x2 x3) as [u [v [Hu [Hv [O I]]]]]; try lra; [lia|].
    destruct (fixpt_of_cover (fun y => iter f y (S (S n))) u v x2 x3) as [x [Hx E]]; auto.
    { now apply iter_continuous. }
    exists x. split; [lra|]. split; [exact E|]. intros k Hk Ek.
    assert (B : x1 <= iter f x k <= x2) by (apply I; [lia | lra]).
    assert (x = x2) by lra. subst x.
    destruct n as [|n].
    + (* period 2: the point would be fixed *)
      assert (k = 1%nat) by lia. subst k. simpl in Ek. lra.
    + (* the second iterate of x2 leaves L *)
      assert (B2 : x1 <= iter f x2 2 <= x2) by (apply I; [lia | lra]).
      simpl in B2. rewrite F2 in B2. lra.
Qed.
End PeriodThree.
