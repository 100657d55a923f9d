(** Interval evaluation of formulas, on the verified interval arithmetic of
    Computation/IntervalZ.v.  [enclose_correct]: when the evaluation answers, the
    formula is defined at every point of the box and its value lies in the answer. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra.
From Interval.Real Require Import Xreal.
From Interval.Float Require Import Specific_ops.
From Interval.Interval Require Import Interval Float.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require Expr.
From GrpoProofs.Certificates Require Import Formula Domain.
Import ListNotations.
Open Scope R_scope.

Notation contains_real := Expr.contains_real.

Definition zq (prec : ZF.precision) (q : Q) : ZI.type := Expr.zrat prec (Qnum q) (Qden q).

Lemma zq_correct prec q : contains_real (zq prec q) (Q2R q).
Proof. exact (Expr.zrat_correct prec (Qnum q) (Qden q)). Qed.

Definition bind1 (f : ZI.type -> option ZI.type) (a : option ZI.type) :=
  match a with Some i => f i | None => None end.
Definition bind2 (f : ZI.type -> ZI.type -> option ZI.type) (a b : option ZI.type) :=
  match a with Some i => match b with Some j => f i j | None => None end | None => None end.

Definition box := list (nat * ZI.type).
Definition in_box (b : box) (v : env) : Prop :=
  forall x i, lookup b x = Some i -> contains_real i (v x).

Definition zdiv (prec : ZF.precision) (i j : ZI.type) : option ZI.type :=
  Expr.guard (Expr.surely_nonzero j) (ZI.div prec i j).
Definition zsqrt (prec : ZF.precision) (i : ZI.type) : option ZI.type :=
  Expr.guard (Expr.surely_nonneg i) (ZI.sqrt prec i).
Definition zlog (prec : ZF.precision) (i : ZI.type) : option ZI.type :=
  Expr.guard (Expr.surely_pos i) (ZI.ln prec i).

(** ** Sums of numbers of very different size

    A sum of binary numbers is formed exactly before it is rounded: 1 + exp(-2^50)
    would take 2^50 bits.  An end of j that is smaller than 2^-8192 units of the same
    end of i moves outwards to that size before it is added to it. *)
Definition far_below (i j : ZF.type) : option Z :=
  match i, j with
  | Float m e, Float n f =>
      if Z.ltb f (e - 16384)%Z then
        if Z.eqb m 0 then None else if Z.eqb n 0 then None else Some (e - 8192)%Z
      else None
  | _, _ => None
  end.
Definition coarse (i j : ZI.type) : ZI.type :=
  match i, j with
  | Ibnd il iu, Ibnd jl ju =>
      match far_below il jl, far_below iu ju with
      | None, None => j
      | a, b => ZI.join j (Ibnd (match a with Some e => Float (-1)%Z e | None => jl end)
                                (match b with Some e => Float 1%Z e | None => ju end))
      end
  | _, _ => j
  end.
Definition zadd (prec : ZF.precision) (i j : ZI.type) : ZI.type := ZI.add prec (coarse j i) (coarse i j).
Definition zsub (prec : ZF.precision) (i j : ZI.type) : ZI.type := zadd prec i (ZI.neg j).

Lemma coarse_correct i j y : contains_real j y -> contains_real (coarse i j) y.
Proof.
  intros H. unfold coarse. destruct i as [|il iu]; [exact H|]. destruct j as [|jl ju]; [exact H|].
  destruct (far_below il jl), (far_below iu ju); try exact H; apply ZI.join_correct; now left.
Qed.
Lemma add_real prec i j x y : contains_real i x -> contains_real j y ->
  contains_real (zadd prec i j) (x + y).
Proof. intros; apply (ZI.add_correct prec _ _ (Xreal _) (Xreal _)); now apply coarse_correct. Qed.
Lemma sub_real prec i j x y : contains_real i x -> contains_real j y ->
  contains_real (zsub prec i j) (x - y).
Proof. intros; apply add_real; [assumption | now apply (ZI.neg_correct _ (Xreal _))]. Qed.

Fixpoint enclose (prec : ZF.precision) (b : box) (e : expr) : option ZI.type :=
  match e with
  | Num q => Some (zq prec q)
  | Var x => lookup b x
  | Add p q => bind2 (fun i j => Some (zadd prec i j)) (enclose prec b p) (enclose prec b q)
  | Sub p q => bind2 (fun i j => Some (zsub prec i j)) (enclose prec b p) (enclose prec b q)
  | Mul p q => bind2 (fun i j => Some (ZI.mul prec i j)) (enclose prec b p) (enclose prec b q)
  | Div p q => bind2 (zdiv prec) (enclose prec b p) (enclose prec b q)
  | Min p q => bind2 (fun i j => Some (Expr.zmin i j)) (enclose prec b p) (enclose prec b q)
  | Max p q => bind2 (fun i j => Some (Expr.zmax i j)) (enclose prec b p) (enclose prec b q)
  | Neg p => bind1 (fun i => Some (ZI.neg i)) (enclose prec b p)
  | Square p => bind1 (fun i => Some (ZI.sqr prec i)) (enclose prec b p)
  | Sqrt p => bind1 (zsqrt prec) (enclose prec b p)
  | Exp p => bind1 (fun i => Some (ZI.exp prec i)) (enclose prec b p)
  | Log p => bind1 (zlog prec) (enclose prec b p)
  | Abs p => bind1 (fun i => Some (ZI.abs i)) (enclose prec b p)
  end.

Lemma bind2_inv f a b i : bind2 f a b = Some i ->
  exists p q, a = Some p /\ b = Some q /\ f p q = Some i.
Proof. destruct a, b; try discriminate. simpl. eauto. Qed.
Lemma bind1_inv f a i : bind1 f a = Some i -> exists p, a = Some p /\ f p = Some i.
Proof. destruct a; try discriminate. simpl. eauto. Qed.
Lemma guard_inv b i j : Expr.guard b i = Some j -> b = true /\ i = j.
Proof. destruct b; [|discriminate]. now intros [= <-]. Qed.

Lemma zdiv_correct prec i j k x y : contains_real i x -> contains_real j y ->
  zdiv prec i j = Some k -> y <> 0 /\ contains_real k (x / y).
Proof.
  intros Hx Hy H; apply guard_inv in H; destruct H as [H <-].
  assert (y <> 0) by (eapply Expr.surely_nonzero_correct; eassumption).
  split; [assumption | now apply Expr.div_real].
Qed.
Lemma zsqrt_correct prec i k x : contains_real i x ->
  zsqrt prec i = Some k -> 0 <= x /\ contains_real k (sqrt x).
Proof.
  intros Hx H; apply guard_inv in H; destruct H as [H <-].
  split; [eapply Expr.surely_nonneg_correct; eassumption|].
  now apply (ZI.sqrt_correct prec _ (Xreal _)).
Qed.
Lemma zlog_correct prec i k x : contains_real i x ->
  zlog prec i = Some k -> 0 < x /\ contains_real k (ln x).
Proof.
  intros Hx H; apply guard_inv in H; destruct H as [H <-].
  assert (K : 0 < x) by (eapply Expr.surely_pos_correct; eassumption).
  split; [assumption|].
  generalize (ZI.ln_correct prec _ (Xreal _) Hx); simpl; unfold Xln'.
  now rewrite is_positive_true.
Qed.

Theorem enclose_correct prec b v e : in_box b v -> forall i,
  enclose prec b e = Some i -> defined v e /\ contains_real i (eval v e).
Proof.
  intros Hb; induction e; simpl; intros i H;
    try (apply bind2_inv in H; destruct H as (p & q & H1 & H2 & H);
         apply IHe1 in H1; apply IHe2 in H2; destruct H1 as [D1 C1], H2 as [D2 C2]);
    try (apply bind1_inv in H; destruct H as (p & H1 & H);
         apply IHe in H1; destruct H1 as [D1 C1]);
    try (injection H as <-).
  - split; [exact I | apply zq_correct].
  - split; [exact I | now apply Hb].
  - split; [now split | now apply add_real].
  - split; [now split | now apply sub_real].
  - split; [now split | now apply (ZI.mul_correct prec _ _ (Xreal _) (Xreal _))].
  - destruct (zdiv_correct prec p q i _ _ C1 C2 H); tauto.
  - split; [now split | now apply Expr.zmin_correct].
  - split; [now split | now apply Expr.zmax_correct].
  - split; [assumption | now apply (ZI.neg_correct _ (Xreal _))].
  - split; [assumption | now apply (ZI.sqr_correct prec _ (Xreal _))].
  - destruct (zsqrt_correct prec p i _ C1 H); tauto.
  - split; [assumption | now apply (ZI.exp_correct prec _ (Xreal _))].
  - destruct (zlog_correct prec p i _ C1 H); tauto.
  - split; [assumption | now apply (ZI.abs_correct _ (Xreal _))].
Qed.

(** ** Signs that an enclosure shows, and signs that it excludes *)

Definition shows (s : sign) (i : ZI.type) : bool :=
  match s with
  | Pos => Expr.surely_pos i
  | NonNeg => Expr.surely_nonneg i
  | Zero => false
  end.
Definition excludes (s : sign) (i : ZI.type) : bool :=
  match s with
  | Pos => Expr.surely_nonneg (ZI.neg i)
  | NonNeg => Expr.surely_pos (ZI.neg i)
  | Zero => Expr.surely_nonzero i
  end.

Lemma shows_correct s i y : shows s i = true -> contains_real i y -> holds s y.
Proof.
  destruct s; simpl; [apply Expr.surely_pos_correct | apply Expr.surely_nonneg_correct | discriminate].
Qed.

Lemma excludes_correct s i y : excludes s i = true -> contains_real i y -> ~ holds s y.
Proof.
  intros H Hy. assert (N : contains_real (ZI.neg i) (- y))
    by now apply (ZI.neg_correct _ (Xreal _)).
  destruct s; simpl in *.
  - assert (0 <= - y) by (eapply Expr.surely_nonneg_correct; eassumption). lra.
  - assert (0 < - y) by (eapply Expr.surely_pos_correct; eassumption). lra.
  - eapply Expr.surely_nonzero_correct; eassumption.
Qed.
