(** Formulas of certificates: trees of the operations of docs/certificate-format.md.

    A point [v : env] gives every variable a real value.  [eval] is the value of
    a formula at a point, [defined] says that in no part of it a divisor is 0,
    the operand of a square root negative or the operand of a logarithm [<= 0]. *)

From Coq Require Import Reals QArith Qreals Arith Bool Lia Lra.
Open Scope R_scope.

Inductive expr : Set :=
| Num (q : Q) | Var (x : nat)
| Add (a b : expr) | Sub (a b : expr) | Mul (a b : expr) | Div (a b : expr)
| Min (a b : expr) | Max (a b : expr)
| Neg (a : expr) | Square (a : expr) | Sqrt (a : expr) | Exp (a : expr)
| Log (a : expr) | Abs (a : expr).

Definition env := nat -> R.
Definition upd (v : env) (x : nat) (r : R) : env := fun y => if Nat.eqb y x then r else v y.

Fixpoint eval (v : env) (e : expr) : R :=
  match e with
  | Num q => Q2R q
  | Var x => v x
  | Add a b => eval v a + eval v b
  | Sub a b => eval v a - eval v b
  | Mul a b => eval v a * eval v b
  | Div a b => eval v a / eval v b
  | Min a b => Rmin (eval v a) (eval v b)
  | Max a b => Rmax (eval v a) (eval v b)
  | Neg a => - eval v a
  | Square a => Rsqr (eval v a)
  | Sqrt a => sqrt (eval v a)
  | Exp a => exp (eval v a)
  | Log a => ln (eval v a)
  | Abs a => Rabs (eval v a)
  end.

Fixpoint defined (v : env) (e : expr) : Prop :=
  match e with
  | Num _ | Var _ => True
  | Add a b | Sub a b | Mul a b | Min a b | Max a b => defined v a /\ defined v b
  | Div a b => defined v a /\ defined v b /\ eval v b <> 0
  | Neg a | Square a | Exp a | Abs a => defined v a
  | Sqrt a => defined v a /\ 0 <= eval v a
  | Log a => defined v a /\ 0 < eval v a
  end.

(** Signs of goals and of facts. *)
Inductive sign : Set := Pos | NonNeg | Zero.
Definition holds (s : sign) (y : R) : Prop :=
  match s with Pos => 0 < y | NonNeg => 0 <= y | Zero => y = 0 end.
Definition is_zero_sign (s : sign) : bool := match s with Zero => true | _ => false end.

(** A statement at a point: the formula is defined there and has the sign. *)
Definition true_at (v : env) (e : expr) (s : sign) : Prop := defined v e /\ holds s (eval v e).

(** ** Variables *)

Fixpoint occurs (x : nat) (e : expr) : bool :=
  match e with
  | Num _ => false
  | Var y => Nat.eqb y x
  | Add a b | Sub a b | Mul a b | Div a b | Min a b | Max a b => occurs x a || occurs x b
  | Neg a | Square a | Sqrt a | Exp a | Log a | Abs a => occurs x a
  end.

Lemma upd_same v x r : upd v x r x = r.
Proof. unfold upd; now rewrite Nat.eqb_refl. Qed.
Lemma upd_other v x r y : y <> x -> upd v x r y = v y.
Proof. intros H; unfold upd; apply Nat.eqb_neq in H; now rewrite H. Qed.

(** Value and definedness depend only on the variables that occur. *)
Lemma eval_ext e v w : (forall x, occurs x e = true -> v x = w x) -> eval v e = eval w e.
Proof.
  induction e; simpl; intros H;
    try (rewrite IHe1, IHe2; [reflexivity | | ]; intros y Hy; apply H; rewrite Hy; auto with bool);
    try (rewrite IHe; [reflexivity | assumption]); try reflexivity.
  apply H, Nat.eqb_refl.
Qed.

Lemma defined_ext e v w : (forall x, occurs x e = true -> v x = w x) ->
  defined v e -> defined w e.
Proof.
  induction e; simpl; intros H D; try exact I;
    try (assert (H1 : forall x, occurs x e1 = true -> v x = w x)
           by (intros y Hy; apply H; rewrite Hy; auto with bool);
         assert (H2 : forall x, occurs x e2 = true -> v x = w x)
           by (intros y Hy; apply H; rewrite Hy; auto with bool)).
  all: try (split; [apply IHe1; tauto | try (apply IHe2; tauto)]).
  all: try (now apply IHe).
  - split; [apply IHe2; tauto|]. rewrite <- (eval_ext e2 v w H2); tauto.
  - split; [apply IHe; tauto|]. rewrite <- (eval_ext e v w H); tauto.
  - split; [apply IHe; tauto|]. rewrite <- (eval_ext e v w H); tauto.
Qed.

Lemma true_at_ext e s v w : (forall x, occurs x e = true -> v x = w x) ->
  true_at v e s -> true_at w e s.
Proof.
  intros H [D E]; split; [now apply (defined_ext e v w)|].
  now rewrite <- (eval_ext e v w H).
Qed.

Lemma absent_agree e x v r y : occurs x e = false -> occurs y e = true -> v y = upd v x r y.
Proof.
  intros H Hy; rewrite upd_other; [reflexivity|]. intros ->. congruence.
Qed.

Lemma eval_absent e x v r : occurs x e = false -> eval (upd v x r) e = eval v e.
Proof. intros H; symmetry; apply eval_ext; intros y; now apply absent_agree. Qed.

(** ** Substitution *)

Fixpoint subst (x : nat) (r : expr) (e : expr) : expr :=
  match e with
  | Num q => Num q
  | Var y => if Nat.eqb y x then r else Var y
  | Add a b => Add (subst x r a) (subst x r b)
  | Sub a b => Sub (subst x r a) (subst x r b)
  | Mul a b => Mul (subst x r a) (subst x r b)
  | Div a b => Div (subst x r a) (subst x r b)
  | Min a b => Min (subst x r a) (subst x r b)
  | Max a b => Max (subst x r a) (subst x r b)
  | Neg a => Neg (subst x r a)
  | Square a => Square (subst x r a)
  | Sqrt a => Sqrt (subst x r a)
  | Exp a => Exp (subst x r a)
  | Log a => Log (subst x r a)
  | Abs a => Abs (subst x r a)
  end.

Lemma eval_subst x r e v : eval v (subst x r e) = eval (upd v x (eval v r)) e.
Proof.
  induction e; simpl; try congruence.
  unfold upd. now destruct (Nat.eqb x0 x).
Qed.

Lemma defined_subst x r e v : defined v r ->
  (defined v (subst x r e) <-> defined (upd v x (eval v r)) e).
Proof.
  intros H; induction e; simpl; rewrite ?eval_subst; try tauto.
  destruct (Nat.eqb x0 x); simpl; tauto.
Qed.

Lemma true_at_subst x r e s v : defined v r ->
  (true_at v (subst x r e) s <-> true_at (upd v x (eval v r)) e s).
Proof. intros H; unfold true_at. now rewrite eval_subst, defined_subst. Qed.

(** ** Equality *)

Fixpoint same (a b : expr) : bool :=
  match a, b with
  | Num p, Num q => Z.eqb (Qnum p) (Qnum q) && Pos.eqb (Qden p) (Qden q)
  | Var x, Var y => Nat.eqb x y
  | Add a1 a2, Add b1 b2 | Sub a1 a2, Sub b1 b2 | Mul a1 a2, Mul b1 b2
  | Div a1 a2, Div b1 b2 | Min a1 a2, Min b1 b2 | Max a1 a2, Max b1 b2 =>
      if same a1 b1 then same a2 b2 else false
  | Neg a1, Neg b1 | Square a1, Square b1 | Sqrt a1, Sqrt b1 | Exp a1, Exp b1
  | Log a1, Log b1 | Abs a1, Abs b1 => same a1 b1
  | _, _ => false
  end.

Lemma same_correct a : forall b, same a b = true -> a = b.
Proof.
  induction a; intros [] H; simpl in H; try discriminate H;
    try (destruct (same a1 a) eqn:E1; [|discriminate H];
         rewrite (IHa1 _ E1), (IHa2 _ H); reflexivity);
    try (now rewrite (IHa _ H)).
  - apply andb_prop in H; destruct H as [H1 H2].
    apply Z.eqb_eq in H1; apply Pos.eqb_eq in H2.
    destruct q, q0; simpl in *; now subst.
  - apply Nat.eqb_eq in H; now subst.
Qed.

(** ** Replacing a part *)

Fixpoint replace (g : expr) (s : nat) (e : expr) : expr :=
  if same g e then Var s else
  match e with
  | Num _ | Var _ => e
  | Add a b => Add (replace g s a) (replace g s b)
  | Sub a b => Sub (replace g s a) (replace g s b)
  | Mul a b => Mul (replace g s a) (replace g s b)
  | Div a b => Div (replace g s a) (replace g s b)
  | Min a b => Min (replace g s a) (replace g s b)
  | Max a b => Max (replace g s a) (replace g s b)
  | Neg a => Neg (replace g s a)
  | Square a => Square (replace g s a)
  | Sqrt a => Sqrt (replace g s a)
  | Exp a => Exp (replace g s a)
  | Log a => Log (replace g s a)
  | Abs a => Abs (replace g s a)
  end.

Lemma eval_replace g s e v : occurs s e = false ->
  eval (upd v s (eval v g)) (replace g s e) = eval v e.
Proof.
  induction e; intros H; simpl in H; try (apply orb_false_elim in H; destruct H as [H1 H2]);
    cbn [replace];
    match goal with |- context [if same ?g ?e then _ else _] =>
      let E := fresh in destruct (same g e) eqn:E;
      [apply same_correct in E; rewrite E; simpl; apply upd_same | simpl] end;
    try (rewrite IHe1, IHe2 by assumption; reflexivity);
    try (rewrite IHe by assumption; reflexivity); try reflexivity.
  apply upd_other. intros ->. now rewrite Nat.eqb_refl in H.
Qed.

Lemma defined_replace g s e v : occurs s e = false -> defined v g ->
  (defined (upd v s (eval v g)) (replace g s e) <-> defined v e).
Proof.
  intros H Hg; revert H;
  induction e; intros H; simpl in H; try (apply orb_false_elim in H; destruct H as [H1 H2]);
    cbn [replace];
    match goal with |- context [if same ?g ?e then _ else _] =>
      let E := fresh in destruct (same g e) eqn:E;
      [apply same_correct in E; rewrite E in Hg; simpl in Hg |- *; tauto | simpl] end;
    rewrite ?eval_replace by assumption; tauto.
Qed.
