(** Straight-line programs: formulas with shared parts, evaluated part by part.

    The compiler is not trusted: [exprs] turns a program back into formulas, and a
    checker compares them with the formula that it means, once for all leaves. *)

From Coq Require Import Reals QArith ZArith Arith Bool List FMapPositive.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require Expr.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure.
Import ListNotations.

Inductive op1 : Set := ONeg | OSquare | OSqrt | OExp | OLog | OAbs.
Inductive op2 : Set := OAdd | OSub | OMul | ODiv | OMin | OMax.
(** Operands are numbers of earlier instructions, from 1. *)
Inductive instr : Set :=
| INum (q : Q) | IVar (x : nat) | I1 (o : op1) (i : positive) | I2 (o : op2) (i j : positive).
(** The last instruction first. *)
Definition program := list instr.

(** What a program has computed, by numbers, and the next number.  Programs have
    thousands of instructions, so a value is found by the digits of its number. *)
Definition store (A : Type) := (PositiveMap.t A * positive)%type.
Definition nothing {A} : store A := (PositiveMap.empty A, 1%positive).
Definition push {A} (a : A) (s : store A) : store A :=
  (PositiveMap.add (snd s) a (fst s), Pos.succ (snd s)).
Definition get {A} (d : A) (s : store A) (k : positive) : A :=
  match PositiveMap.find k (fst s) with Some a => a | None => d end.

Lemma get_nothing {A} (d : A) k : get d nothing k = d.
Proof. unfold get, nothing. cbn [fst]. now rewrite PositiveMap.gempty. Qed.
Lemma get_push {A} (d a : A) s k : get d (push a s) k = if Pos.eqb k (snd s) then a else get d s k.
Proof.
  unfold get, push; cbn [fst]. destruct (Pos.eqb_spec k (snd s)) as [->|N].
  - now rewrite PositiveMap.gss.
  - now rewrite PositiveMap.gso.
Qed.

(** ** Back to formulas *)

Definition node1 (o : op1) : expr -> expr :=
  match o with ONeg => Neg | OSquare => Square | OSqrt => Sqrt | OExp => Exp | OLog => Log | OAbs => Abs end.
Definition node2 (o : op2) : expr -> expr -> expr :=
  match o with OAdd => Add | OSub => Sub | OMul => Mul | ODiv => Div | OMin => Min | OMax => Max end.

Definition expr_of (m : store expr) (i : instr) : expr :=
  match i with
  | INum q => Num q
  | IVar x => Var x
  | I1 o i => node1 o (get (Num 0) m i)
  | I2 o i j => node2 o (get (Num 0) m i) (get (Num 0) m j)
  end.
Fixpoint exprs (p : program) : store expr :=
  match p with [] => nothing | i :: t => let m := exprs t in push (expr_of m i) m end.

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
  | OAdd => bind2 (fun i j => Some (zadd prec i j))
  | OSub => bind2 (fun i j => Some (zsub prec i j))
  | OMul => bind2 (fun i j => Some (ZI.mul prec i j))
  | ODiv => bind2 (zdiv prec)
  | OMin => bind2 (fun i j => Some (Expr.zmin i j))
  | OMax => bind2 (fun i j => Some (Expr.zmax i j))
  end.
Definition exec (prec : ZF.precision) (b : box) (m : store (option ZI.type)) (i : instr) : option ZI.type :=
  match i with
  | INum q => Some (zq prec q)
  | IVar x => lookup b x
  | I1 o i => exec1 prec o (get (Some (zq prec 0)) m i)
  | I2 o i j => exec2 prec o (get (Some (zq prec 0)) m i) (get (Some (zq prec 0)) m j)
  end.
Fixpoint run (prec : ZF.precision) (b : box) (p : program) : store (option ZI.type) :=
  match p with [] => nothing | i :: t => let m := run prec b t in push (exec prec b m i) m end.

(** Value number k of a program that was run. *)
Definition value (prec : ZF.precision) (m : store (option ZI.type)) (k : positive) : option ZI.type :=
  get (Some (zq prec 0)) m k.

Lemma run_next prec b p : snd (run prec b p) = snd (exprs p).
Proof. induction p as [|i p IH]; cbn; congruence. Qed.

Lemma value_correct prec b p : forall k e, get (Num 0) (exprs p) k = e ->
  value prec (run prec b p) k = enclose prec b e.
Proof.
  unfold value. induction p as [|i p IH]; cbn [run exprs]; lazy zeta; intros k e.
  - rewrite !get_nothing. now intros <-.
  - rewrite !get_push, run_next. destruct (Pos.eqb k _); [intros <- | apply IH].
    destruct i as [q|x|o i|o i j]; cbn [exec expr_of]; try reflexivity;
      rewrite ?(IH _ _ eq_refl); now destruct o.
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
  | I1 o i, I1 p k => if Pos.eqb i k then op1_eq o p else false
  | I2 o i j, I2 p k l => if Pos.eqb i k then if Pos.eqb j l then op2_eq o p else false else false
  | _, _ => false
  end.

(** The number of an instruction that is written after p. *)
Definition count (p : program) : positive := Pos.of_succ_nat (length p).
Fixpoint position (i : instr) (p : program) : option positive :=
  match p with
  | [] => None
  | j :: t => if instr_eq i j then Some (count t) else position i t
  end.
Definition emit (i : instr) (p : program) : program * positive :=
  match position i p with Some k => (p, k) | None => (i :: p, count p) end.

Fixpoint compile (e : expr) (p : program) : program * positive :=
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
