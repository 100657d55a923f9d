(** Bisection trees as text, in the letters of the format: capitals split an axis,
    [.] natural evaluation, [*] mean-value form, [x] excluded by a fact.  Nothing
    rests on this parser: whatever tree it returns is checked. *)

From Coq Require Import Ascii String List Arith.
From GrpoProofs.Certificates Require Import Tree.
Import ListNotations.

(** One letter, read from the right: the trees that follow it are on the stack. *)
Definition push (c : ascii) (stack : option (list tree)) : option (list tree) :=
  match stack with
  | None => None
  | Some s =>
      let n := nat_of_ascii c in
      if Nat.eqb n 46 then Some (Leaf Natural :: s)
      else if Nat.eqb n 42 then Some (Leaf MeanValue :: s)
      else if Nat.eqb n 120 then Some (Leaf Excluded :: s)
      else if Nat.leb 65 n then
        if Nat.leb n 90 then
          match s with
          | l :: r :: t => Some (Split (n - 65) l r :: t)
          | _ => None
          end
        else None
      else None
  end.

Fixpoint push_all (s : string) (stack : option (list tree)) : option (list tree) :=
  match s with
  | EmptyString => stack
  | String c t => push c (push_all t stack)
  end.

(** The tree written in pieces, one after the other.  A text that is no tree gives a
    tree that no checker accepts. *)
Definition tree_of (pieces : list string) : tree :=
  match fold_right push_all (Some []) pieces with
  | Some [t] => t
  | _ => Split 1000 (Leaf Natural) (Leaf Natural)
  end.
