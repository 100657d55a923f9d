(** The log-odds maps of the variants: mirror (KL to the previous policy) and
    two-KL (a mixture of both). *)

Require Import Reals.
From GrpoProofs Require Import Defs.
Open Scope R_scope.

Definition mirror (beta eps x : R) : R := x + G eps x / beta.

(** alpha KL to the reference, 1 - alpha KL to the previous policy. *)
Definition twoKL (alpha x0 beta eps x : R) : R :=
  alpha * x0 + (1 - alpha) * x + G eps x / beta.
