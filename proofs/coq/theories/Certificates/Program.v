(** Straight-line programs: formulas with shared parts, evaluated part by part.

    The compiler is not trusted: [exprs] turns a program back into formulas, and a
    checker compares them with the formula that it means, once for all leaves. *)

From Coq Require Import Reals QArith ZArith Arith Bool List Lia.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require Expr.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure.
Import ListNotations.

Inductive op1 : Set := ONeg | OSquare | OSqrt | OExp | OLog | OAbs.
Inductive op2 : Set := OAdd | OSub | OMul | ODiv | OMin | OMax.
(** Operands are numbers of earlier instructions, from 0. *)
Inductive instr : Set :=
| INum (q : Q) | IVar (x : nat) | I1 (o : op1) (i : nat) | I2 (o : op2) (i j : nat).
(** The last instruction first. *)
Definition program := list instr.

(** The k-th of a list that is written last first. *)
Definition get {A} (d : A) (l : list A) (k : nat) : A := nth (length l - 1 - k) l d.

Lemma get_map {A B} (f : A -> B) d l k : get (f d) (map f l) k = f (get d l k).
Proof. unfold get. rewrite map_length. apply map_nth. Qed.

(** ** Back to formulas *)

Definition node1 (o : op1) : expr -> expr :=
  match o with ONeg => Neg | OSquare => Square | OSqrt => Sqrt | OExp => Exp | OLog => Log | OAbs => Abs end.
Definition node2 (o : op2) : expr -> expr -> expr :=
  match o with OAdd => Add | OSub => Sub | OMul => Mul | ODiv => Div | OMin => Min | OMax => Max end.

Definition expr_of (m : list expr) (i : instr) : expr :=
  match i with
  | INum q => Num q
  | IVar x => Var x
  | I1 o i => node1 o (get (Num 0) m i)
  | I2 o i j => node2 o (get (Num 0) m i) (get (Num 0) m j)
  end.
Fixpoint exprs (p : program) : list expr :=
  match p with [] => [] | i :: t => let m := exprs t in expr_of m i :: m end.

(** ** Evaluation *)

Definition exec1 (prec : ZF.precision) (o : op1) : option ZI.type -> option ZI.type :=
  match o with
  | ONeg => bind1 (fun i => Some (ZI.neg i))
  | OSquare => bind1 (fun i => Some (ZI.sqr prec i))
  | OSqrt => bind1 (zsqrt prec)
  | OExp => bind1 (fun i => Some (ZI.exp prec i))
  | OLog => bind1 (zlog prec)
  | OAbs => bind1 (fun i => Some (ZI.abs i))
  end.
Definition exec2 (prec : ZF.precision) (o : op2) : option ZI.type -> option ZI.type -> option ZI.type :=
  match o with
  | OAdd => bind2 (fun i j => Some (ZI.add prec i j))
  | OSub => bind2 (fun i j => Some (ZI.sub prec i j))
  | OMul => bind2 (fun i j => Some (ZI.mul prec i j))
  | ODiv => bind2 (zdiv prec)
  | OMin => bind2 (fun i j => Some (Expr.zmin i j))
  | OMax => bind2 (fun i j => Some (Expr.zmax i j))
  end.
Definition exec (prec : ZF.precision) (b : box) (m : list (option ZI.type)) (i : instr) : option ZI.type :=
  match i with
  | INum q => Some (zq prec q)
  | IVar x => lookup b x
  | I1 o i => exec1 prec o (get (Some (zq prec 0)) m i)
  | I2 o i j => exec2 prec o (get (Some (zq prec 0)) m i) (get (Some (zq prec 0)) m j)
  end.
Fixpoint run (prec : ZF.precision) (b : box) (p : program) : list (option ZI.type) :=
  match p with [] => [] | i :: t => let m := run prec b t in exec prec b m i :: m end.

Lemma run_correct prec b p : run prec b p = map (enclose prec b) (exprs p).
Proof.
  induction p as [|i p IH]; [reflexivity|]. cbn [run exprs map]; lazy zeta. rewrite IH. f_equal.
  destruct i as [q|x|o i|o i j]; cbn [exec expr_of]; try reflexivity;
    rewrite ?(get_map (enclose prec b) (Num 0)); now destruct o.
Qed.

(** Value number k of a program that was run. *)
Definition value (prec : ZF.precision) (m : list (option ZI.type)) (k : nat) : option ZI.type :=
  get (Some (zq prec 0)) m k.

Lemma value_correct prec b p k e : get (Num 0) (exprs p) k = e ->
  value prec (run prec b p) k = enclose prec b e.
Proof.
  intros <-. unfold value. rewrite run_correct. apply (get_map (enclose prec b) (Num 0)).
Qed.

(** ** Compilation, each distinct part once *)

Definition op1_eq (a b : op1) : bool :=
  match a, b with
  | ONeg, ONeg | OSquare, OSquare | OSqrt, OSqrt | OExp, OExp | OLog, OLog | OAbs, OAbs => true
  | _, _ => false
  end.
Definition op2_eq (a b : op2) : bool :=
  match a, b with
  | OAdd, OAdd | OSub, OSub | OMul, OMul | ODiv, ODiv | OMin, OMin | OMax, OMax => true
  | _, _ => false
  end.
Definition instr_eq (a b : instr) : bool :=
  match a, b with
  | INum p, INum q => Z.eqb (Qnum p) (Qnum q) && Pos.eqb (Qden p) (Qden q)
  | IVar x, IVar y => Nat.eqb x y
  | I1 o i, I1 p k => if Nat.eqb i k then op1_eq o p else false
  | I2 o i j, I2 p k l => if Nat.eqb i k then if Nat.eqb j l then op2_eq o p else false else false
  | _, _ => false
  end.

Fixpoint position (i : instr) (p : program) : option nat :=
  match p with
  | [] => None
  | j :: t => if instr_eq i j then Some (length t) else position i t
  end.
Definition emit (i : instr) (p : program) : program * nat :=
  match position i p with Some k => (p, k) | None => (i :: p, length p) end.

Fixpoint compile (e : expr) (p : program) : program * nat :=
  let c1 o a := let r := compile a p in emit (I1 o (snd r)) (fst r) in
  let c2 o a b := let r := compile a p in let s := compile b (fst r) in
                  emit (I2 o (snd r) (snd s)) (fst s) in
  match e with
  | Num q => emit (INum q) p
  | Var x => emit (IVar x) p
  | Add a b => c2 OAdd a b | Sub a b => c2 OSub a b | Mul a b => c2 OMul a b
  | Div a b => c2 ODiv a b | Min a b => c2 OMin a b | Max a b => c2 OMax a b
  | Neg a => c1 ONeg a | Square a => c1 OSquare a | Sqrt a => c1 OSqrt a
  | Exp a => c1 OExp a | Log a => c1 OLog a | Abs a => c1 OAbs a
  end.
