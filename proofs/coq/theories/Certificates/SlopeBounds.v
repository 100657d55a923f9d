(** Bounds of slopes: between any two points of [a, b], f changes by l to u times
    their distance.  Bounds on adjacent intervals hold on both together. *)

From Coq Require Import Reals ZArith Lra.
From GrpoProofs.Computation Require Import AttractingCycle.
From GrpoProofs.Computation Require BoxCert.
From GrpoProofs.Certificates Require Import Domain Tree.
Open Scope R_scope.

Definition slopes_between (f : R -> R) (a b l u : R) : Prop :=
  forall r s, a <= r -> r <= s -> s <= b -> l * (s - r) <= f s - f r <= u * (s - r).

Lemma slopes_join f a m b l u : a <= m <= b ->
  slopes_between f a m l u -> slopes_between f m b l u -> slopes_between f a b l u.
Proof.
  intros Hm A B r s Hr Hrs Hs. destruct (Rle_dec s m); [now apply A|].
  destruct (Rle_dec m r); [now apply B|].
  assert (P := A r m ltac:(lra) ltac:(lra) ltac:(lra)).
  assert (Q := B m s ltac:(lra) ltac:(lra) ltac:(lra)). lra.
Qed.

Lemma slopes_lipschitz f a b L : slopes_between f a b (- L) L -> lipschitz f a b L.
Proof.
  intros H x y Hx Hy. destruct (Rle_dec x y).
  - assert (K := H x y ltac:(lra) ltac:(lra) ltac:(lra)).
    rewrite (Rabs_left1 (x - y)) by lra. apply Rabs_le. lra.
  - assert (K := H y x ltac:(lra) ltac:(lra) ltac:(lra)).
    rewrite (Rabs_right (x - y)) by lra. apply Rabs_le. lra.
Qed.

(** ** The ends of an axis *)

Definition left_end (a : axis) : R := IZR (BoxCert.lo a) / IZR (Zpos (BoxCert.den a)).
Definition right_end (a : axis) : R := IZR (BoxCert.hi a) / IZR (Zpos (BoxCert.den a)).

Lemma halves_ends a :
  left_end (BoxCert.lower_half a) = left_end a /\ right_end (BoxCert.upper_half a) = right_end a /\
  right_end (BoxCert.lower_half a) = left_end (BoxCert.upper_half a) /\
  left_end (BoxCert.upper_half a) = (left_end a + right_end a) / 2.
Proof.
  unfold left_end, right_end, BoxCert.lower_half, BoxCert.upper_half; cbn [BoxCert.lo BoxCert.hi BoxCert.den].
  rewrite Pos2Z.inj_mul, !mult_IZR, plus_IZR.
  assert (0 < IZR (Zpos (BoxCert.den a))) by now apply IZR_lt.
  repeat split; field; lra.
Qed.

(** ** Trees with splits of one axis and natural leaves *)

Fixpoint on_leaves (test : axis -> bool) (t : tree) (a : axis) : bool :=
  match t with
  | Leaf Natural => test a
  | Leaf _ => false
  | Split O t1 t2 =>
      if on_leaves test t1 (BoxCert.lower_half a) then on_leaves test t2 (BoxCert.upper_half a) else false
  | Split _ _ _ => false
  end.

(** What the test shows of every point of a leaf, and the slopes on it. *)
Lemma on_leaves_correct test (P : R -> Prop) f l u :
  (forall a, test a = true ->
     (forall r, in_axis a r -> P r) /\ slopes_between f (left_end a) (right_end a) l u) ->
  forall t a, on_leaves test t a = true -> left_end a <= right_end a ->
    (forall r, in_axis a r -> P r) /\ slopes_between f (left_end a) (right_end a) l u.
Proof.
  intros T. induction t as [k|i t1 IH1 t2 IH2]; intros a H Ha.
  - destruct k; try discriminate H. now apply T.
  - cbn [on_leaves] in H. destruct i; [|discriminate H].
    destruct (on_leaves test t1 (BoxCert.lower_half a)) eqn:E; [|discriminate H].
    destruct (halves_ends a) as (E1 & E2 & E3 & E4).
    destruct (IH1 _ E) as [I1 L1]; [rewrite E1, E3, E4; lra|].
    destruct (IH2 _ H) as [I2 L2]; [rewrite E2, E4; lra|].
    split.
    + intros r Hr. destruct (BoxCert.halves a r Hr); [now apply I1 | now apply I2].
    + apply slopes_join with (left_end (BoxCert.upper_half a)); [rewrite E4; lra | |].
      * now rewrite <- E1, <- E3.
      * now rewrite <- E2.
Qed.
