(** Certificates for inequalities on boxes.

    A certificate of [0 < e] (or [0 <= e]) on a box with rational corners is a
    bisection tree.  The checker bisects the box as the tree says, with exact
    rational midpoints, and evaluates [e] in interval arithmetic on every leaf.
    The tree carries no numbers: a wrong tree can only be rejected.
    [check_correct]: an accepted tree proves the inequality at every real point
    of the box, together with the definedness of the formula. *)

From Coq Require Import Reals ZArith List Lra.
From GrpoProofs.Computation Require Import IntervalZ Expr.
Import ListNotations.
Open Scope R_scope.

(** The interval [lo / den, hi / den]. *)
Record axis : Set := Axis { lo : Z; hi : Z; den : positive }.

Definition in_axis (a : axis) (x : R) : Prop :=
  IZR (lo a) / IZR (Zpos (den a)) <= x <= IZR (hi a) / IZR (Zpos (den a)).

(** The point [v] lies in the box: as many coordinates as axes, each between
    its bounds. *)
Definition in_axes (box : list axis) (v : list R) : Prop := Forall2 in_axis box v.

Inductive tree : Set := Leaf | Split (i : nat) (l r : tree).

Inductive sign : Set := Pos | NonNeg.
Definition holds (s : sign) (y : R) : Prop :=
  match s with Pos => 0 < y | NonNeg => 0 <= y end.
Definition test (s : sign) : ZI.type -> bool :=
  match s with Pos => surely_pos | NonNeg => surely_nonneg end.

(** ** The checker *)

Definition lower_half (a : axis) : axis :=
  Axis (2 * lo a) (lo a + hi a) (2 * den a).
Definition upper_half (a : axis) : axis :=
  Axis (lo a + hi a) (2 * hi a) (2 * den a).

Fixpoint update (f : axis -> axis) (i : nat) (box : list axis) : list axis :=
  match box, i with
  | [], _ => []
  | a :: t, O => f a :: t
  | a :: t, S j => a :: update f j t
  end.

Definition zaxis (prec : ZF.precision) (a : axis) : ZI.type :=
  ZI.meet (ZI.upper_extent (zrat prec (lo a) (den a)))
          (ZI.lower_extent (zrat prec (hi a) (den a))).

Definition check_leaf (prec : ZF.precision) (s : sign) (e : expr) (box : list axis)
  : bool :=
  match enclose prec e (map (zaxis prec) box) with
  | Some j => test s j
  | None => false
  end.

Fixpoint check (prec : ZF.precision) (s : sign) (e : expr) (t : tree)
    (box : list axis) : bool :=
  match t with
  | Leaf => check_leaf prec s e box
  | Split i l r =>
      if check prec s e l (update lower_half i box)
      then check prec s e r (update upper_half i box) else false
  end.

(** ** Its correctness *)

Lemma zaxis_correct prec a x : in_axis a x -> contains_real (zaxis prec a) x.
Proof.
  intros [H1 H2]; apply ZI.meet_correct.
  - eapply ZI.upper_extent_correct; [apply zrat_correct | exact H1].
  - eapply ZI.lower_extent_correct; [apply zrat_correct | exact H2].
Qed.

Lemma test_correct s j y : test s j = true -> contains_real j y -> holds s y.
Proof. destruct s; [apply surely_pos_correct | apply surely_nonneg_correct]. Qed.

Lemma halves a x : in_axis a x -> in_axis (lower_half a) x \/ in_axis (upper_half a) x.
Proof.
  unfold in_axis, lower_half, upper_half; cbn [lo hi den].
  rewrite Pos2Z.inj_mul, !mult_IZR, !plus_IZR; intros [H1 H2].
  assert (D : 0 < IZR (Zpos (den a))) by now apply IZR_lt.
  assert (forall z, 2 * z / (2 * IZR (Zpos (den a))) = z / IZR (Zpos (den a))) as K
    by (intros z; field; lra).
  rewrite !K.
  destruct (Rle_dec x ((IZR (lo a) + IZR (hi a)) / (2 * IZR (Zpos (den a)))));
    [left | right]; lra.
Qed.

Lemma split_box i box v :
  in_axes box v ->
  in_axes (update lower_half i box) v \/ in_axes (update upper_half i box) v.
Proof.
  intros H; revert i; induction H as [|a x box v Hx H IH]; intros i.
  - left; destruct i; constructor.
  - destruct i as [|i]; simpl.
    + destruct (halves a x Hx); [left | right]; now constructor.
    + destruct (IH i); [left | right]; now constructor.
Qed.

Lemma map_zaxis_correct prec box v :
  in_axes box v -> in_box (map (zaxis prec) box) v.
Proof. induction 1; constructor; [now apply zaxis_correct | assumption]. Qed.

Lemma both (a b : bool) : (if a then b else false) = true -> a = true /\ b = true.
Proof. destruct a; [now split | discriminate]. Qed.

Theorem check_correct prec s e t box :
  check prec s e t box = true ->
  forall v, in_axes box v -> defined e v /\ holds s (eval e v).
Proof.
  revert box; induction t as [|i l IHl r IHr]; simpl; intros box H v Hv.
  - unfold check_leaf in H.
    destruct (enclose prec e (map (zaxis prec) box)) eqn:E; [|discriminate H].
    destruct (enclose_correct prec e _ v _ (map_zaxis_correct prec box v Hv) E).
    split; [assumption | now apply test_correct with (1 := H)].
  - apply both in H; destruct H as [Hl Hr].
    destruct (split_box i box v Hv); [now apply (IHl _ Hl) | now apply (IHr _ Hr)].
Qed.

(** The same with the working precision of 60 bits. *)
Definition bits60 : ZF.precision := Eval vm_compute in ZF.PtoP 60.
Notation check60 := (check bits60).

(** Trees that split the axes in turn, [k] levels deep. *)
Fixpoint even_tree (axes : list nat) (k : nat) : tree :=
  match k, axes with
  | S k', i :: rest =>
      let t := even_tree (rest ++ [i]) k' in Split i t t
  | _, _ => Leaf
  end.

(** A search that needs no certificate: bisect the axes in turn wherever a
    leaf test fails, at most [fuel] deep. *)
Fixpoint search (prec : ZF.precision) (s : sign) (e : expr) (fuel : nat)
    (axes : list nat) (box : list axis) : bool :=
  if check_leaf prec s e box then true
  else match fuel, axes with
       | S k, i :: rest =>
           if search prec s e k (rest ++ [i]) (update lower_half i box)
           then search prec s e k (rest ++ [i]) (update upper_half i box) else false
       | _, _ => false
       end.

(** The tree that this search visits: a certificate, when the search succeeds. *)
Fixpoint grow (prec : ZF.precision) (s : sign) (e : expr) (fuel : nat)
    (axes : list nat) (box : list axis) : tree :=
  if check_leaf prec s e box then Leaf
  else match fuel, axes with
       | S k, i :: rest =>
           Split i (grow prec s e k (rest ++ [i]) (update lower_half i box))
                   (grow prec s e k (rest ++ [i]) (update upper_half i box))
       | _, _ => Leaf
       end.

Theorem search_correct prec s e fuel axes box :
  search prec s e fuel axes box = true ->
  forall v, in_axes box v -> defined e v /\ holds s (eval e v).
Proof.
  revert axes box; induction fuel as [|k IH]; intros axes box H v Hv; simpl in H.
  - destruct (check_leaf prec s e box) eqn:E; [|discriminate H].
    exact (check_correct prec s e Leaf box E v Hv).
  - destruct (check_leaf prec s e box) eqn:E.
    + exact (check_correct prec s e Leaf box E v Hv).
    + destruct axes as [|i rest]; [discriminate H|].
      apply both in H; destruct H as [Hl Hr].
      destruct (split_box i box v Hv); [now apply (IH _ _ Hl) | now apply (IH _ _ Hr)].
Qed.

(** Prove that a listed point lies in a listed box. *)
Ltac in_axes_tac :=
  repeat (apply Forall2_cons;
          [unfold in_axis; cbn [lo hi den]; lra |]); apply Forall2_nil.
