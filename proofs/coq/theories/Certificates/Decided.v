(** On a box on which the enclosures decide them, min, max and abs are replaced by
    one of their operands; and Lipschitz constants of maps that are pieced together
    from maps on adjacent intervals. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra.
From GrpoProofs.Computation Require Import IntervalZ AttractingCycle.
From GrpoProofs.Computation Require Expr BoxCert.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure Derivative Tree.
Import ListNotations.
Open Scope R_scope.

Section Decide.
Variables (prec : ZF.precision) (b : box).

(** Certainly e <= f on the box. *)
Definition below_on (e f : expr) : bool :=
  match enclose prec b e, enclose prec b f with
  | Some i, Some j => Expr.surely_nonneg (ZI.sub prec j i)
  | _, _ => false
  end.

Fixpoint decide (e : expr) : expr :=
  match e with
  | Num _ | Var _ => e
  | Add p q => Add (decide p) (decide q)
  | Sub p q => Sub (decide p) (decide q)
  | Mul p q => Mul (decide p) (decide q)
  | Div p q => Div (decide p) (decide q)
  | Min p q => if below_on p q then decide p else if below_on q p then decide q
               else let d := decide p in let d' := decide q in if same d d' then d else Min d d'
  | Max p q => if below_on q p then decide p else if below_on p q then decide q
               else let d := decide p in let d' := decide q in if same d d' then d else Max d d'
  | Abs p => if below_on (Num 0) p then decide p else if below_on p (Num 0) then Neg (decide p)
             else Abs (decide p)
  | Neg p => Neg (decide p)
  | Square p => Square (decide p)
  | Sqrt p => Sqrt (decide p)
  | Exp p => Exp (decide p)
  | Log p => Log (decide p)
  end.

Lemma below_on_correct e f v : in_box b v -> below_on e f = true -> eval v e <= eval v f.
Proof.
  intros Hb H. unfold below_on in H.
  destruct (enclose prec b e) as [i|] eqn:E; [|discriminate H].
  destruct (enclose prec b f) as [j|] eqn:F; [|discriminate H].
  destruct (enclose_correct prec b v e Hb i E) as [_ Ci].
  destruct (enclose_correct prec b v f Hb j F) as [_ Cj].
  assert (0 <= eval v f - eval v e); [|lra].
  eapply Expr.surely_nonneg_correct; [exact H | now apply sub_real].
Qed.

Theorem decide_correct v e : in_box b v -> defined v e ->
  defined v (decide e) /\ eval v (decide e) = eval v e.
Proof.
  intros Hb. induction e; simpl; intros D;
    try (destruct (IHe1 ltac:(tauto)) as [D1 E1]; destruct (IHe2 ltac:(tauto)) as [D2 E2]);
    try (destruct (IHe ltac:(tauto)) as [D1 E1]);
    try (simpl; rewrite ?E1, ?E2; tauto).
  - destruct (below_on e1 e2) eqn:L; [|destruct (below_on e2 e1) eqn:M]; simpl.
    + apply (below_on_correct _ _ v Hb) in L. now rewrite Rmin_left.
    + apply (below_on_correct _ _ v Hb) in M. now rewrite Rmin_right.
    + destruct (same (decide e1) (decide e2)) eqn:S; [|simpl; rewrite E1, E2; tauto].
      apply same_correct in S. split; [exact D1|]. rewrite <- E1, <- E2, <- S.
      now rewrite Rmin_left by lra.
  - destruct (below_on e2 e1) eqn:L; [|destruct (below_on e1 e2) eqn:M]; simpl.
    + apply (below_on_correct _ _ v Hb) in L. now rewrite Rmax_left.
    + apply (below_on_correct _ _ v Hb) in M. now rewrite Rmax_right.
    + destruct (same (decide e1) (decide e2)) eqn:S; [|simpl; rewrite E1, E2; tauto].
      apply same_correct in S. split; [exact D1|]. rewrite <- E1, <- E2, <- S.
      now rewrite Rmax_left by lra.
  - destruct (below_on (Num 0) e) eqn:L; [|destruct (below_on e (Num 0)) eqn:M]; simpl.
    + apply (below_on_correct _ _ v Hb) in L. simpl in L. rewrite Q2R_0 in L.
      rewrite Rabs_right by lra. tauto.
    + apply (below_on_correct _ _ v Hb) in M. simpl in M. rewrite Q2R_0 in M.
      rewrite E1, Rabs_left1 by exact M. tauto.
    + rewrite E1. tauto.
Qed.
End Decide.

(** ** Adjacent intervals *)

Lemma lipschitz_join f a m b L : a <= m <= b ->
  lipschitz f a m L -> lipschitz f m b L -> lipschitz f a b L.
Proof.
  intros Hm A B.
  assert (W : forall x y, a <= x -> x <= y -> y <= b -> Rabs (f x - f y) <= L * Rabs (x - y)).
  { intros x y Hx Hxy Hy. destruct (Rle_dec y m); [apply A; lra|].
    destruct (Rle_dec m x); [apply B; lra|].
    replace (f x - f y) with ((f x - f m) + (f m - f y)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _).
    assert (P := A x m ltac:(lra) ltac:(lra)). assert (Q := B m y ltac:(lra) ltac:(lra)).
    rewrite (Rabs_left1 (x - m)) in P by lra. rewrite (Rabs_left1 (m - y)) in Q by lra.
    rewrite (Rabs_left1 (x - y)) by lra. lra. }
  intros x y Hx Hy. destruct (Rle_dec x y); [apply W; lra|].
  rewrite (Rabs_minus_sym (f x)), (Rabs_minus_sym x). apply W; lra.
Qed.

Lemma lipschitz_ext f g a b L : (forall x, a <= x <= b -> f x = g x) ->
  lipschitz f a b L -> lipschitz g a b L.
Proof. intros E H x y Hx Hy. rewrite <- !E by assumption. now apply H. Qed.

(** The ends of an axis. *)
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
