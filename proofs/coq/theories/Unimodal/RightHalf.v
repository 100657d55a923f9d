(** Orbits of an even unimodal map on [0, infinity), where it increases: they are monotone
    and their limits are the nearest fixed points. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap.
Open Scope R_scope.

Definition bounded_above (f : R -> R) : Prop := exists K, forall x, f x < K.

Section RightHalf.
Variable f : R -> R.
Hypothesis U : even_unimodal f.

Lemma iter_abs : forall x n, iter f (Rabs x) (S n) = iter f x (S n).
Proof. intros. rewrite !iter_shift. now rewrite f_abs. Qed.

Lemma lim_abs : forall x (l : Rbar), is_lim_seq (iter f (Rabs x)) l <-> is_lim_seq (iter f x) l.
Proof.
  intros x l.
  assert (E : forall u v, is_lim_seq (iter f u) l -> (forall n, iter f u (S n) = iter f v (S n)) ->
     is_lim_seq (iter f v) l).
  { intros u v L E. apply (is_lim_seq_incr_1 (iter f v)).
    apply is_lim_seq_ext with (fun n => iter f u (S n)); [exact E | now apply is_lim_seq_S]. }
  split; intro L; eapply E; try exact L; intro n; [|symmetry]; apply iter_abs.
Qed.

Lemma no_escape : bounded_above f -> forall x, ~ is_lim_seq (iter f x) p_infty.
Proof.
  intros [K HK] x L. apply is_lim_seq_spec in L. destruct (L K) as [N HN].
  specialize (HN (S N) ltac:(lia)). simpl in HN. specialize (HK (iter f x N)). lra.
Qed.

(** Fixed points are above the critical value. *)
Lemma fixpt_above : forall c, fixpt f c -> f 0 <= c.
Proof. intros c Fc. rewrite <- Fc. now apply f_low. Qed.

Section Right.
Variable y : R.
Hypothesis Hy : 0 <= y.

Lemma incr_right : forall u v, 0 <= u <= v -> f u <= f v.
Proof. intros. now apply f_le. Qed.

Lemma right_up : y <= f y ->
  (forall n, iter f y n <= iter f y (S n)) /\
  ((exists c, y <= c /\ fixpt f c /\ (forall d, fixpt f d -> y <= d -> c <= d) /\ is_lim_seq (iter f y) c)
   \/ (~ bounded_above f /\ (forall d, y <= d -> ~ fixpt f d) /\ is_lim_seq (iter f y) p_infty)).
Proof.
  intro H. split.
  - intro n. apply (up_orbit f 0 y); auto. apply incr_right.
  - destruct (up_orbit_lim f 0 y incr_right (fun u _ => f_cont f U u) Hy H)
      as [[c [Hc [Fc [Mc Lc]]]]|[No L]].
    + left. exists c. repeat split; auto.
    + right. split; [|split; auto]. intro B. now apply (no_escape B y).
Qed.

Lemma right_down : 0 <= f 0 -> f y <= y ->
  exists c, c <= y /\ fixpt f c /\ (forall d, fixpt f d -> d <= y -> d <= c) /\ is_lim_seq (iter f y) c.
Proof.
  intros H0 H.
  destruct (down_orbit_lim f 0 y incr_right (fun u _ => f_cont f U u) Hy H0 H)
    as [c [Hc [Fc [Mc Lc]]]].
  exists c. split; [lra|]. split; [exact Fc|]. split; [|exact Lc].
  intros d Fd Hd. apply Mc; [|exact Fd]. assert (Z := fixpt_above d Fd). lra.
Qed.

Lemma right_strict_down : 0 <= f 0 -> f y < y -> forall n, 0 <= iter f y n /\ iter f y (S n) < iter f y n.
Proof.
  intros H0 H n. induction n as [|n [IH1 IH2]]; [simpl; lra|]. split.
  - assert (f 0 <= f (iter f y n)) by now apply f_low. simpl. lra.
  - apply f_inc; auto. assert (f 0 <= f (iter f y n)) by now apply f_low.
    apply Rle_trans with (f 0); assumption.
Qed.

Lemma right_strict_up : y < f y -> forall n, 0 <= iter f y n /\ iter f y n < iter f y (S n).
Proof.
  intros H n. induction n as [|n [IH1 IH2]]; [simpl; lra|]. split; [lra|].
  change (iter f y (S n)) with (f (iter f y n)) at 1. apply f_inc; auto.
Qed.
End Right.
End RightHalf.
