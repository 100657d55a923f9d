(** Interval arithmetic over binary integers ([Z] mantissas), and the tactic
    [zinterval].

    The tactics shipped with the Interval library compute with primitive
    machine integers or floats, which Coq treats as axioms.  The instance below
    runs on the inductive type [Z], so that a proof by [zinterval] depends on
    the axioms of the real numbers and on nothing else.  Only the functors that
    are needed are applied: this keeps the independent re-check fast. *)

From Coq Require Import Reals List ZArith.
From Interval.Tactics Require Import Interval_helper.
From Interval.Float Require Import Specific_stdz Specific_ops.
From Interval.Interval Require Import Float_full.
From Interval.Eval Require Import Reify.

(** Floating-point numbers [m * 2^e], [m] and [e] in [Z]; intervals; reflexive
    evaluation. *)
Module ZF := SpecificFloat StdZRadix2.
Module ZI := FloatIntervalFull ZF.
Module ZH := IntervalTacticAux ZI.

(** [zinterval]: prove [a <= e], [e <= b], [a <= e <= b], [a < e], [e < b] or
    [e <> 0], with [a], [b] constants, from bounds on the variables of [e] that
    are in the context.  Direct evaluation with mantissas of 60 bits.
    [zinterval120]: the same with 120 bits.
    [zinterval_split x]: bisect on the variable [x] (depth at most 15).
    [zinterval_diff x]: bisect on [x], with first derivatives. *)
Ltac zinterval_core prec fvar bvars method :=
  let prec := eval vm_compute in (ZF.PtoP prec) in
  ZH.do_interval fvar bvars prec 10%nat 15%nat false false method.
Tactic Notation "zinterval" :=
  zinterval_core 60%positive (@None R) (@nil R) itm_naive.
Tactic Notation "zinterval120" :=
  zinterval_core 120%positive (@None R) (@nil R) itm_naive.
Tactic Notation "zinterval_split" constr(x) :=
  zinterval_core 60%positive (@None R) (cons x nil) itm_naive.
Tactic Notation "zinterval_diff" constr(x) :=
  zinterval_core 60%positive (Some x) (cons x nil) itm_autodiff.

Section Checks.
Open Scope R_scope.

Let exp_1_enclosed : 2.718 <= exp 1 <= 2.719.
Proof. zinterval. Qed.

Let variance_bounded x : 0 <= x <= 1 -> x * (1 - x) <= 26 / 100.
Proof. intros H. zinterval_split x. Qed.

Let exp_above_tangent x : -1 <= x <= 1 -> exp x - x >= 99 / 100.
Proof. intros H. zinterval_diff x. Qed.

(** Must fail: the bounds are false. *)
Goal 2.719 <= exp 1.
Proof. Fail zinterval. Abort.

Goal forall x, 0 <= x <= 1 -> x * (1 - x) <= 24 / 100.
Proof. intros x H. Fail zinterval_split x. Abort.

End Checks.
