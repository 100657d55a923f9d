(** Orbits of an even unimodal map around its fixed point a < 0: they change sides at every
    step while they stay below - a; without 2-cycles a is asymptotically stable. *)

Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unimodal Require Import EvenMap.
Open Scope R_scope.

Section Low.
Variables (f : R -> R) (a : R).
Hypothesis U : even_unimodal f.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.

Lemma crosses_from_left : forall x, x < a -> a < f x.
Proof. intros x Hx. rewrite <- Fa at 1. apply f_dec; auto; lra. Qed.

Lemma crosses_from_right : forall x, a < x < - a -> f x < a.
Proof.
  intros x Hx. apply (f_lt_a f U a Fa Ha). apply Rabs_def1; lra.
Qed.

Lemma opposite_sides : forall x, x <> a -> x < - a -> (x - a) * (f x - a) < 0.
Proof.
  intros x Ne Hx. destruct (Rtotal_order x a) as [L|[E|L]]; [|contradiction|].
  - assert (Z := crosses_from_left x L). nra.
  - assert (Z := crosses_from_right x (conj L Hx)). nra.
Qed.

Lemma alternates_eventually : forall x, is_lim_seq (iter f x) a -> (forall n, iter f x n <> a) ->
  exists N, forall n, (N <= n)%nat -> (iter f x n - a) * (iter f x (S n) - a) < 0.
Proof.
  intros x L Ne. apply is_lim_seq_spec in L. destruct (L (mkposreal (- a) ltac:(lra))) as [N HN].
  simpl in HN. exists N. intros n Hn. apply opposite_sides; [apply Ne|].
  specialize (HN n Hn). apply Rabs_def2 in HN. lra.
Qed.

Lemma alternates_from : f (f 0) <= - a -> forall x, (forall n, iter f x n <> a) ->
  forall n, (1 <= n)%nat -> iter f x n <= - a ->
  forall m, (n <= m)%nat -> (iter f x m - a) * (iter f x (S m) - a) < 0.
Proof.
  intros C x Ne n Hn Bn.
  assert (Low : forall m, (1 <= m)%nat -> f 0 <= iter f x m).
  { intros m Hm. destruct m as [|m]; [lia|]. simpl. now apply f_low. }
  assert (Fs : f 0 < a) by now apply (critical_value_below_low f U a Fa Ha).
  assert (Step : forall m, (1 <= m)%nat -> iter f x m <= - a -> iter f x m < - a).
  { intros m Hm Bm. destruct (Req_dec (iter f x m) (- a)) as [E|]; [|lra].
    exfalso. apply (Ne (S m)). simpl. rewrite E. rewrite f_even by exact U. exact Fa. }
  assert (Next : forall m, (1 <= m)%nat -> iter f x m < - a -> iter f x (S m) <= - a).
  { intros m Hm Bm. change (iter f x (S m)) with (f (iter f x m)).
    destruct (Rtotal_order (iter f x m) a) as [L|[E|L]].
    - apply Rle_trans with (f (f 0)); [|exact C]. apply f_ge; auto. split; [now apply Low | lra].
    - rewrite E. unfold fixpt in Fa. lra.
    - assert (Z := crosses_from_right _ (conj L Bm)). lra. }
  assert (All : forall m, (n <= m)%nat -> iter f x m < - a).
  { intros m Hm. induction Hm as [|m Hm IH]; [now apply Step|].
    apply Step; [lia|]. apply Next; [lia | exact IH]. }
  intros m Hm. apply opposite_sides; [apply Ne | now apply All].
Qed.

(** Small invariant intervals [F v, v] around a when there is no 2-cycle. *)
Lemma second_iterate_below : (forall u v, ~ two_cycle f u v) ->
  forall x, a < x < - a -> f (f x) < x.
Proof.
  intros No x Hx. apply Rnot_le_lt. intro N.
  assert (Fo : f (- a) = a) by (rewrite f_even by exact U; exact Fa).
  destruct (ivt_down (fun z => f (f z) - z) x (- a) 0) as [z [Hz Ez]]; try lra.
  - intros t _. apply continuity_pt_sub_id. apply (continuity_pt_comp f f t); now apply f_cont.
  - rewrite Fo. unfold fixpt in Fa. rewrite Fa. lra.
  - assert (Fz : f z = z) by (apply no_two_cycle_fix; [exact No | change (f (f z) = z); lra]).
    assert (z <> - a) by (intro; subst z; lra).
    assert (Z := crosses_from_right z ltac:(lra)). lra.
Qed.

Theorem stable_without_two_cycle : (forall u v, ~ two_cycle f u v) ->
  forall e, 0 < e -> exists d, 0 < d /\ forall x, Rabs (x - a) < d ->
    (forall n, Rabs (iter f x n - a) < e) /\ is_lim_seq (iter f x) a.
Proof.
  intros No e Pe.
  destruct (continuity_pt_eps f a e (f_cont f U a) Pe) as [d' [Hd' C]].
  assert (Fa' := Fa). unfold fixpt in Fa'. rewrite Fa' in C.
  set (m := Rmin (Rmin e d') (- a)). assert (M1 := Rmin_l (Rmin e d') (- a)).
  assert (M2 := Rmin_r (Rmin e d') (- a)). assert (M3 := Rmin_l e d'). assert (M4 := Rmin_r e d').
  fold m in M1, M2. assert (Pm : 0 < m) by (unfold m; repeat apply Rmin_glb_lt; lra).
  set (v := a + m / 2). assert (Hv : a < v < 0) by (unfold v; lra).
  assert (fv : f v < a) by (apply crosses_from_right; lra).
  assert (Cv : Rabs (f v - a) < e) by (apply C; rewrite Rabs_pos_eq; unfold v; lra).
  apply Rabs_def2 in Cv.
  assert (ffv := second_iterate_below No v ltac:(lra)).
  assert (Inv : forall x, f v <= x <= v -> f v <= f x <= v).
  { intros x Hx. split; [apply f_ge; auto; lra|].
    apply Rle_trans with (f (f v)); [apply f_ge; auto; lra | lra]. }
  exists (Rmin (v - a) (a - f v)). split; [apply Rmin_glb_lt; lra|].
  intros x Hx. assert (X1 := Rmin_l (v - a) (a - f v)). assert (X2 := Rmin_r (v - a) (a - f v)).
  assert (Hx' : Rabs (x - a) < v - a) by lra. assert (Hx2 : Rabs (x - a) < a - f v) by lra.
  apply Rabs_def2 in Hx'. apply Rabs_def2 in Hx2.
  assert (Ix : f v <= x <= v) by lra.
  split.
  - intro n. assert (In : f v <= iter f x n <= v) by now apply (iter_in f (fun y => f v <= y <= v)).
    apply Rabs_def1; unfold v in *; lra.
  - destruct (coppel f (f v) v) with (x := x) as [c [Hc [Fc L]]]; auto.
    + intros. now apply f_cont.
    + intros y _. apply no_two_cycle_fix. exact No.
    + assert (c = a) by (apply (low_unique f U a c); auto; lra). now subst.
Qed.
End Low.
