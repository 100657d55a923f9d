(** Even unimodal maps: even, continuous, strictly increasing on [0, infinity). For a
    fixed point a < 0: it is the lowest one; sign of f - id around it, the next fixed point
    b, and the position of every 2-cycle with respect to a. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
Open Scope R_scope.

Record even_unimodal (f : R -> R) : Prop := {
  eu_even : forall x, f (- x) = f x;
  eu_inc : forall x y, 0 <= x -> x < y -> f x < f y;
  eu_cont : forall x, continuity_pt f x }.

Section Low.
Variable f : R -> R.
Hypothesis U : even_unimodal f.

Lemma f_even : forall x, f (- x) = f x.
Proof. apply U. Qed.
Lemma f_abs : forall x, f (Rabs x) = f x.
Proof. intro x. unfold Rabs. destruct (Rcase_abs x); [apply f_even | reflexivity]. Qed.
Lemma f_inc : forall x y, 0 <= x -> x < y -> f x < f y.
Proof. apply U. Qed.
Lemma f_dec : forall x y, x < y -> y <= 0 -> f y < f x.
Proof. intros. rewrite <- (f_even x), <- (f_even y). apply f_inc; lra. Qed.
Lemma f_cont : forall x, continuity_pt f x.
Proof. apply U. Qed.
Lemma f_le : forall x y, 0 <= x <= y -> f x <= f y.
Proof. intros x y H. destruct (Req_dec x y); [subst; lra | left; apply f_inc; lra]. Qed.
Lemma f_ge : forall x y, x <= y <= 0 -> f y <= f x.
Proof. intros x y H. destruct (Req_dec x y); [subst; lra | left; apply f_dec; lra]. Qed.
Lemma f_abs_lt : forall x y, Rabs x < Rabs y -> f x < f y.
Proof. intros. rewrite <- (f_abs x), <- (f_abs y). apply f_inc; [apply Rabs_pos | lra]. Qed.
Lemma f_abs_le : forall x y, Rabs x <= Rabs y -> f x <= f y.
Proof. intros. rewrite <- (f_abs x), <- (f_abs y). apply f_le. split; [apply Rabs_pos | lra]. Qed.
Lemma f_low : forall x, f 0 <= f x.
Proof. intro. apply f_abs_le. rewrite Rabs_R0. apply Rabs_pos. Qed.

Lemma low_exists : f 0 < 0 -> exists a, f 0 < a < 0 /\ fixpt f a.
Proof.
  intro H. destruct (fixpt_between f (f 0) 0) as [a [Ha Fa]]; try lra.
  - intros. apply f_cont.
  - left. split; [apply f_low | lra].
  - assert (a <> 0) by (intro; subst; lra).
    assert (f 0 < f a) by (apply f_abs_lt; rewrite Rabs_R0; now apply Rabs_pos_lt).
    exists a. unfold fixpt. lra.
Qed.

(** A fixed point below 0 is the only one there, hence the lowest. *)
Lemma low_unique : forall a c, fixpt f a -> fixpt f c -> a < 0 -> c <= 0 -> c = a.
Proof.
  unfold fixpt. intros a c Fa Fc Ha Hc.
  destruct (Rtotal_order c a) as [L|[E|L]]; auto.
  - assert (f a < f c) by (apply f_dec; lra). lra.
  - assert (f c < f a) by (apply f_dec; lra). lra.
Qed.

Lemma neg_fixpt_lowest : forall a, fixpt f a -> a < 0 -> lowest f a.
Proof.
  intros a Fa Ha. split; [exact Fa|]. intros c Fc.
  apply Rnot_lt_le. intro L. assert (c = a) by (apply low_unique; auto; lra). lra.
Qed.

Lemma lowest_neg : forall a, f 0 < 0 -> lowest f a -> f 0 < a < 0.
Proof.
  intros a H [Fa La]. destruct (low_exists H) as [a' [Ha' Fa']].
  assert (a <= a') by auto. assert (a = a') by (apply (low_unique a' a); auto; lra). lra.
Qed.

Lemma critical_value_below_low : forall a, fixpt f a -> a < 0 -> f 0 < a.
Proof.
  intros a Fa Ha. rewrite <- Fa. apply f_abs_lt. rewrite Rabs_R0. apply Rabs_pos_lt. lra.
Qed.

Section AtLow.
Variable a : R.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.

Lemma above_left : forall x, x < a -> x < f x.
Proof. intros x Hx. assert (f a < f x) by (apply f_dec; lra). unfold fixpt in Fa. lra. Qed.

Lemma f_lt_a : forall x, Rabs x < - a -> f x < a.
Proof.
  intros x Hx. rewrite <- Fa at 1. apply f_abs_lt. rewrite (Rabs_left a) by exact Ha. exact Hx.
Qed.

Lemma f_gt_a : forall x, - a < Rabs x -> a < f x.
Proof.
  intros x Hx. rewrite <- Fa at 1. apply f_abs_lt. rewrite (Rabs_left a) by exact Ha. exact Hx.
Qed.

(** F - id keeps its negative sign from a up to the next fixed point. *)
Lemma below_right : forall x, a < x -> (forall c, a < c <= x -> ~ fixpt f c) -> f x < x.
Proof.
  intros x Hx No. apply Rnot_le_lt. intro N.
  assert (fa : f (a / 2) < a / 2).
  { assert (f (a / 2) < f a) by (apply f_dec; lra). unfold fixpt in Fa. lra. }
  destruct (Rle_dec x (a / 2)) as [L|L].
  - assert (f x < f a) by (apply f_dec; lra). unfold fixpt in Fa. lra.
  - destruct (fixpt_between f (a / 2) x) as [c [Hc Fc]]; try lra.
    + intros. apply f_cont.
    + apply (No c); [lra | exact Fc].
Qed.

(** As soon as there is a fixed point above a, there is a next one. *)
Lemma next_exists : forall c, fixpt f c -> a < c -> exists b, next_fixpt f a b /\ b <= c.
Proof.
  intros c Fc Hc.
  assert (Pc : 0 < c).
  { apply Rnot_le_lt. intro. assert (c = a) by (apply low_unique; auto). lra. }
  assert (G0 : f 0 < 0) by (assert (Z := critical_value_below_low a Fa Ha); lra).
  destruct (last_zero (fun y => f (- y) - - y) (- c) 0) as [t [Ht [Et After]]]; try lra.
  - intros y _. apply (continuity_pt_comp (fun y => - y) (fun z => f z - z) y).
    + apply continuity_pt_opp, derivable_continuous_pt, derivable_pt_id.
    + apply continuity_pt_sub_id, f_cont.
  - rewrite Ropp_involutive. rewrite Fc. lra.
  - rewrite Ropp_0. lra.
  - exists (- t). split; [|lra]. repeat split.
    + unfold fixpt. lra.
    + lra.
    + intros d Fd Hd. apply Rnot_lt_le. intro N.
      assert (Pd : 0 < d).
      { apply Rnot_le_lt. intro. assert (d = a) by (apply low_unique; auto). lra. }
      assert (Z := After (- d) ltac:(lra)). simpl in Z. rewrite Ropp_involutive in Z.
      rewrite Fd in Z. lra.
Qed.

Lemma next_pos : forall b, next_fixpt f a b -> 0 < b.
Proof.
  intros b [Fb [Hab _]]. apply Rnot_le_lt. intro.
  assert (b = a) by (apply low_unique; auto). lra.
Qed.

Lemma below_next : forall b x, next_fixpt f a b -> a < x < b -> f x < x.
Proof.
  intros b x [_ [_ N]] Hx. apply below_right; [lra|].
  intros c Hc Fc. assert (b <= c) by (apply N; auto; lra). lra.
Qed.

Lemma below_all : (forall b, ~ next_fixpt f a b) -> forall x, a < x -> f x < x.
Proof.
  intros No x Hx. apply below_right; [exact Hx|]. intros c Hc Fc.
  destruct (next_exists c Fc) as [b [Hb' _]]; [lra|]. apply (No b Hb').
Qed.

(** A 2-cycle lies on both sides of a. *)
Lemma two_cycle_around : forall u v, two_cycle f u v -> u < a < v.
Proof.
  intros u v [Huv [Eu Ev]].
  assert (Nu : u < 0).
  { apply Rnot_le_lt. intro. assert (f u < f v) by (apply f_inc; lra). lra. }
  assert (ua : u < a).
  { apply Rnot_le_lt. intro. assert (f u <= f a) by (apply f_ge; lra). unfold fixpt in Fa. lra. }
  split; [exact ua|]. rewrite <- Eu, <- Fa. apply f_dec; lra.
Qed.
End AtLow.

(** With non-negative critical value there is no 2-cycle. *)
Lemma no_two_cycle_right : 0 <= f 0 -> forall u v, ~ two_cycle f u v.
Proof.
  intros H u v [Huv [Eu Ev]]. assert (f 0 <= f v) by apply f_low.
  assert (f u < f v) by (apply f_inc; lra). lra.
Qed.

(** From absence of 2-cycles to the form needed by Coppel's lemma. *)
Lemma no_two_cycle_fix : (forall u v, ~ two_cycle f u v) -> forall x, f (f x) = x -> f x = x.
Proof.
  intros No x E. destruct (Rtotal_order x (f x)) as [L|[Q|L]]; auto.
  - exfalso. apply (No x (f x)). repeat split; auto.
  - exfalso. apply (No (f x) x). repeat split; auto.
Qed.
End Low.
