(** Formulas as data.

    An [expr] is a formula in variables [x_0, x_1, ...] with rational constants.
    [eval] is its value in the real numbers, [defined] says that no denominator
    vanishes, no square root is taken of a negative number and no logarithm of a
    number [<= 0] (outside that domain the total functions of Coq return
    meaningless values).  [enclose] evaluates the formula in interval arithmetic;
    [enclose_correct]: when it answers, the formula is defined at every point of
    the box and its value lies in the answer. *)

From Coq Require Import Reals ZArith List Lra.
From Interval.Real Require Import Xreal.
From Interval.Interval Require Import Interval.
From GrpoProofs.Computation Require Import IntervalZ.
Import ListNotations.
Open Scope R_scope.

Inductive expr : Set :=
| Var (i : nat)
| Cst (num : Z) (den : positive)
| Add (a b : expr) | Sub (a b : expr) | Mul (a b : expr) | Div (a b : expr)
| Neg (a : expr) | Inv (a : expr) | Sqr (a : expr) | Sqrt (a : expr)
| Exp (a : expr) | Ln (a : expr) | Abs (a : expr)
| Min (a b : expr) | Max (a b : expr).

(** Value at the point [v]; variables beyond the list are 0. *)
Fixpoint eval (e : expr) (v : list R) : R :=
  match e with
  | Var i => nth i v 0
  | Cst n d => IZR n / IZR (Zpos d)
  | Add a b => eval a v + eval b v
  | Sub a b => eval a v - eval b v
  | Mul a b => eval a v * eval b v
  | Div a b => eval a v / eval b v
  | Neg a => - eval a v
  | Inv a => / eval a v
  | Sqr a => Rsqr (eval a v)
  | Sqrt a => sqrt (eval a v)
  | Exp a => exp (eval a v)
  | Ln a => ln (eval a v)
  | Abs a => Rabs (eval a v)
  | Min a b => Rmin (eval a v) (eval b v)
  | Max a b => Rmax (eval a v) (eval b v)
  end.

Fixpoint defined (e : expr) (v : list R) : Prop :=
  match e with
  | Var i => (i < length v)%nat
  | Cst _ _ => True
  | Add a b | Sub a b | Mul a b | Min a b | Max a b => defined a v /\ defined b v
  | Div a b => defined a v /\ defined b v /\ eval b v <> 0
  | Neg a | Sqr a | Exp a | Abs a => defined a v
  | Inv a => defined a v /\ eval a v <> 0
  | Sqrt a => defined a v /\ 0 <= eval a v
  | Ln a => defined a v /\ 0 < eval a v
  end.

(** ** Interval evaluation *)

Definition contains_real (I : ZI.type) (x : R) : Prop :=
  contains (ZI.convert I) (Xreal x).

(** Sign tests: they answer [true] only for certain. *)
Definition surely_nonzero (I : ZI.type) : bool :=
  match ZI.sign_strict I with Xlt | Xgt => true | _ => false end.
Definition surely_pos (I : ZI.type) : bool :=
  match ZI.sign_strict I with Xgt => true | _ => false end.
Definition surely_nonneg (I : ZI.type) : bool :=
  match ZI.sign_large I with Xgt | Xeq => true | _ => false end.

Lemma surely_pos_correct I x : surely_pos I = true -> contains_real I x -> 0 < x.
Proof.
  unfold surely_pos; intros H Hx; generalize (ZI.sign_strict_correct I).
  destruct (ZI.sign_strict I); try discriminate.
  now intros K; apply K in Hx.
Qed.

Lemma surely_nonneg_correct I x :
  surely_nonneg I = true -> contains_real I x -> 0 <= x.
Proof.
  unfold surely_nonneg; intros H Hx; generalize (ZI.sign_large_correct I).
  destruct (ZI.sign_large I); try discriminate.
  - intros K; apply K in Hx; injection Hx as ->; lra.
  - now intros K; apply K in Hx.
Qed.

Lemma surely_nonzero_correct I x : surely_nonzero I = true -> contains_real I x -> x <> 0.
Proof.
  unfold surely_nonzero; intros H Hx; generalize (ZI.sign_strict_correct I).
  destruct (ZI.sign_strict I); try discriminate;
    intros K; apply K in Hx; destruct Hx as [_ Hx]; simpl in Hx; lra.
Qed.

(** Minimum and maximum of two intervals. *)
Definition zmax (I J : ZI.type) : ZI.type :=
  ZI.meet (ZI.meet (ZI.upper_extent I) (ZI.upper_extent J)) (ZI.join I J).
Definition zmin (I J : ZI.type) : ZI.type :=
  ZI.meet (ZI.meet (ZI.lower_extent I) (ZI.lower_extent J)) (ZI.join I J).

Lemma zmax_correct I J x y :
  contains_real I x -> contains_real J y -> contains_real (zmax I J) (Rmax x y).
Proof.
  intros Hx Hy; apply ZI.meet_correct; [apply ZI.meet_correct|].
  - now apply (ZI.upper_extent_correct I _ x); [|apply Rmax_l].
  - now apply (ZI.upper_extent_correct J _ y); [|apply Rmax_r].
  - apply ZI.join_correct; unfold Rmax; destruct (Rle_dec x y); auto.
Qed.

Lemma zmin_correct I J x y :
  contains_real I x -> contains_real J y -> contains_real (zmin I J) (Rmin x y).
Proof.
  intros Hx Hy; apply ZI.meet_correct; [apply ZI.meet_correct|].
  - now apply (ZI.lower_extent_correct I _ x); [|apply Rmin_l].
  - now apply (ZI.lower_extent_correct J _ y); [|apply Rmin_r].
  - apply ZI.join_correct; unfold Rmin; destruct (Rle_dec x y); auto.
Qed.

(** Enclosure of a rational number. *)
Definition zrat (prec : ZF.precision) (n : Z) (d : positive) : ZI.type :=
  ZI.div prec (ZI.fromZ prec n) (ZI.fromZ prec (Zpos d)).

Lemma div_real prec I J x y :
  contains_real I x -> contains_real J y -> y <> 0 ->
  contains_real (ZI.div prec I J) (x / y).
Proof.
  intros Hx Hy Hn; generalize (ZI.div_correct prec I J _ _ Hx Hy).
  simpl; unfold Xdiv'; now rewrite is_zero_false.
Qed.

Lemma zrat_correct prec n d : contains_real (zrat prec n d) (IZR n / IZR (Zpos d)).
Proof.
  apply div_real; try apply ZI.fromZ_correct.
  now apply not_0_IZR.
Qed.

Definition opt1 (f : ZI.type -> option ZI.type) (a : option ZI.type) :=
  match a with Some i => f i | None => None end.
Definition opt2 (f : ZI.type -> ZI.type -> option ZI.type) (a b : option ZI.type) :=
  match a, b with Some i, Some j => f i j | _, _ => None end.
Definition guard (b : bool) (I : ZI.type) : option ZI.type :=
  if b then Some I else None.

(** [None]: the formula is not certainly defined on the whole box. *)
Fixpoint enclose (prec : ZF.precision) (e : expr) (box : list ZI.type)
  : option ZI.type :=
  let rec a := enclose prec a box in
  match e with
  | Var i => nth_error box i
  | Cst n d => Some (zrat prec n d)
  | Add a b => opt2 (fun I J => Some (ZI.add prec I J)) (rec a) (rec b)
  | Sub a b => opt2 (fun I J => Some (ZI.sub prec I J)) (rec a) (rec b)
  | Mul a b => opt2 (fun I J => Some (ZI.mul prec I J)) (rec a) (rec b)
  | Div a b => opt2 (fun I J => guard (surely_nonzero J) (ZI.div prec I J)) (rec a) (rec b)
  | Neg a => opt1 (fun I => Some (ZI.neg I)) (rec a)
  | Inv a => opt1 (fun I => guard (surely_nonzero I) (ZI.inv prec I)) (rec a)
  | Sqr a => opt1 (fun I => Some (ZI.sqr prec I)) (rec a)
  | Sqrt a => opt1 (fun I => guard (surely_nonneg I) (ZI.sqrt prec I)) (rec a)
  | Exp a => opt1 (fun I => Some (ZI.exp prec I)) (rec a)
  | Ln a => opt1 (fun I => guard (surely_pos I) (ZI.ln prec I)) (rec a)
  | Abs a => opt1 (fun I => Some (ZI.abs I)) (rec a)
  | Min a b => opt2 (fun I J => Some (zmin I J)) (rec a) (rec b)
  | Max a b => opt2 (fun I J => Some (zmax I J)) (rec a) (rec b)
  end.

(** The point [v] lies in the box. *)
Definition in_box (box : list ZI.type) (v : list R) : Prop :=
  Forall2 contains_real box v.

Lemma in_box_nth box v i I :
  in_box box v -> nth_error box i = Some I ->
  (i < length v)%nat /\ contains_real I (nth i v 0).
Proof.
  intros H; revert i; induction H as [|J x box v Hx H IH]; intros [|i] E;
    try discriminate; simpl in *.
  - injection E as <-; split; [apply Nat.lt_0_succ | exact Hx].
  - destruct (IH i E); split; [now apply -> Nat.succ_lt_mono | assumption].
Qed.

Ltac split_answer :=
  repeat match goal with
  | H : opt1 _ ?a = Some _ |- _ =>
      let E := fresh "E" in destruct a eqn:E; [simpl in H | discriminate H]
  | H : opt2 _ ?a ?b = Some _ |- _ =>
      let E := fresh "E" in let E' := fresh "E" in
      destruct a eqn:E; [|discriminate H]; destruct b eqn:E'; [simpl in H | discriminate H]
  | H : guard ?b _ = Some _ |- _ =>
      let E := fresh "G" in destruct b eqn:E; [simpl in H | discriminate H]
  | H : Some _ = Some _ |- _ => injection H as <-
  | IH : forall I, Some ?J = Some I -> _ |- _ => specialize (IH _ eq_refl)
  | H : _ /\ _ |- _ => destruct H
  end.

Theorem enclose_correct prec e box v I :
  in_box box v -> enclose prec e box = Some I ->
  defined e v /\ contains_real I (eval e v).
Proof.
  intros Hbox; revert I; induction e; simpl; intros I HI; split_answer.
  - now apply in_box_nth with (1 := Hbox).
  - split; [exact Logic.I | apply zrat_correct].
  - split; [now split | now apply (ZI.add_correct prec _ _ (Xreal _) (Xreal _))].
  - split; [now split | now apply (ZI.sub_correct prec _ _ (Xreal _) (Xreal _))].
  - split; [now split | now apply (ZI.mul_correct prec _ _ (Xreal _) (Xreal _))].
  - assert (eval e2 v <> 0) by (eapply surely_nonzero_correct; eassumption).
    split; [now repeat split | now apply div_real].
  - split; [assumption | now apply (ZI.neg_correct _ (Xreal _))].
  - assert (K : eval e v <> 0) by (eapply surely_nonzero_correct; eassumption).
    split; [now split|].
    generalize (ZI.inv_correct prec _ (Xreal _) H0); simpl; unfold Xinv'.
    now rewrite is_zero_false.
  - split; [assumption | now apply (ZI.sqr_correct prec _ (Xreal _))].
  - split; [split; [assumption | eapply surely_nonneg_correct; eassumption] |].
    now apply (ZI.sqrt_correct prec _ (Xreal _)).
  - split; [assumption | now apply (ZI.exp_correct prec _ (Xreal _))].
  - assert (K : 0 < eval e v) by (eapply surely_pos_correct; eassumption).
    split; [now split|].
    generalize (ZI.ln_correct prec _ (Xreal _) H0); simpl; unfold Xln'.
    now rewrite is_positive_true.
  - split; [assumption | now apply (ZI.abs_correct _ (Xreal _))].
  - split; [now split | now apply zmin_correct].
  - split; [now split | now apply zmax_correct].
Qed.
