(** Proof steps as data, and their checker ([check]).  The theorem about every
    step, and [check_sound], are in Steps.v. *)

From Coq Require Import QArith Arith Bool List.
From GrpoProofs.Certificates Require Import Formula Domain Derivative Signs NormalForm Tree
  Bisection Change.
Import ListNotations.

Inductive end_name : Set := Lower | Upper.
Inductive side : Set := Left | Right.

Inductive proof : Set :=
| ByAbsurd
| BySign
| ByTree (precision : positive) (t : tree)
| ByCut (x : nat) (at_ : Q) (below above : proof)
| ByHave (f : expr) (s : sign) (p then_ : proof)
| ByRewrite (e' : expr) (then_ : proof)
| ByIdentity
| ByMonotone (then_ : proof)
| ByVary (x : nat) (toward : end_name) (slope then_ : proof)
| ByChange (x t : nat) (c : change) (then_ : proof)
| ByAbstract (g : expr) (x : nat) (i : interval) (lower upper then_ : proof)
| ByAbs (minus plus : proof)
| ByMinimum (left right : proof)
| ByMaximum (s : side) (then_ : proof)
| BySquare (nonnegative then_ : proof)
| ByContradiction (n : nat) (then_ : proof).

(** The domain below and above a cut. *)
Definition cut_below (q : Q) (i : interval) : interval := Interval (lower i) (Closed q).
Definition cut_above (q : Q) (i : interval) : interval := Interval (Closed q) (upper i).
Definition strictly_inside (q : Q) (i : interval) : bool :=
  match lower i with Inf => true | Open p | Closed p => Qltb p q end &&
  match upper i with Inf => true | Open p | Closed p => Qltb q p end.

Definition end_at (n : end_name) (i : interval) : bound :=
  match n with Lower => lower i | Upper => upper i end.
Definition toward_end (n : end_name) (slope : expr) : expr :=
  match n with Lower => slope | Upper => Neg slope end.

Fixpoint without (n : nat) (l : list fact) : list fact :=
  match l, n with [], _ => [] | _ :: t, O => t | f :: t, S m => f :: without m t end.
Definition opposite (s : sign) : option sign :=
  match s with Pos => Some NonNeg | NonNeg => Some Pos | Zero => None end.

(** What [monotone] asks of b when it compares f a with f b, and the new goal. *)
Definition monotone_goal (e : expr) : option (expr * expr * option sign) :=
  match e with
  | Sub (Exp a) (Exp b) => Some (a, b, None)
  | Sub (Log a) (Log b) => Some (a, b, Some Pos)
  | Sub (Sqrt a) (Sqrt b) => Some (a, b, Some NonNeg)
  | _ => None
  end.

Definition not_zero (s : sign) : bool := negb (is_zero_sign s).

Fixpoint check (p : proof) (d : dom) (l : list fact) (e : expr) (s : sign) {struct p} : bool :=
  match p with
  | ByAbsurd => false
  | BySign => check_sign d l e s
  | ByTree prec t => check_bisection prec d l e s t
  | ByCut x q p1 p2 =>
      match lookup d x with
      | Some i =>
          if strictly_inside q i then
            if check p1 (set d x (cut_below q i)) l e s
            then check p2 (set d x (cut_above q i)) l e s else false
          else false
      | None => false
      end
  | ByHave f t p1 p2 =>
      if check p1 d l f t then check p2 d (l ++ [Fact f t]) e s else false
  | ByRewrite e' p1 =>
      if defined_by_signs d l e then
        if equal_by_normal_form e e' then check p1 d l e' s else false
      else false
  | ByIdentity =>
      match s with
      | Pos => false
      | _ => if defined_by_signs d l e then zero_by_normal_form e else false
      end
  | ByMonotone p1 =>
      match monotone_goal e with
      | Some (a, b, need) =>
          if not_zero s then
            if match need with None => true | Some t => check_sign d l b t end
            then check p1 d l (Sub a b) s else false
          else false
      | None => false
      end
  | ByVary x n p1 p2 =>
      match lookup d x with
      | Some i =>
          match end_at n i, derivative x e with
          | Closed q, Some de =>
              if not_zero s then
                if absent x l then
                  if defined_by_signs d l e then
                    if check p1 d l (toward_end n de) NonNeg
                    then check p2 (set d x (point q)) l e s else false
                  else false
                else false
              else false
          | _, _ => false
          end
      | None => false
      end
  | ByChange x t c p1 =>
      match lookup d x with
      | Some i =>
          match new_interval c i with
          | Some i' =>
              if (if Nat.eqb t x then true else fresh d l e t) then
                check p1 (rename d x t i') (map_facts (subst x (replacement c t)) l)
                  (subst x (replacement c t) e) s
              else false
          | None => false
          end
      | None => false
      end
  | ByAbstract g x i p1 p2 p3 =>
      if fresh d l e x then
        if match lower i with
           | Inf => true
           | Open q => check p1 d l (Sub g (Num q)) Pos
           | Closed q => check p1 d l (Sub g (Num q)) NonNeg
           end then
          if match upper i with
             | Inf => true
             | Open q => check p2 d l (Sub (Num q) g) Pos
             | Closed q => check p2 d l (Sub (Num q) g) NonNeg
             end then
            if match lower i, upper i with Inf, Inf => defined_by_signs d l g | _, _ => true end then
              check p3 (d ++ [(x, i)]) (map_facts (replace g x) l) (replace g x e) s
            else false
          else false
        else false
      else false
  | ByAbs p1 p2 =>
      match e with
      | Sub b (Abs a) =>
          if not_zero s then
            if check p1 d l (Sub b a) s then check p2 d l (Add b a) s else false
          else false
      | _ => false
      end
  | ByMinimum p1 p2 =>
      match e with
      | Min a b =>
          if not_zero s then if check p1 d l a s then check p2 d l b s else false else false
      | _ => false
      end
  | ByMaximum k p1 =>
      match e with
      | Max a b =>
          if not_zero s then
            match k with
            | Left => if defined_by_signs d l b then check p1 d l a s else false
            | Right => if defined_by_signs d l a then check p1 d l b s else false
            end
          else false
      | _ => false
      end
  | BySquare p1 p2 =>
      match e with
      | Sub a b =>
          if not_zero s then
            if check p1 d l a NonNeg then check p2 d l (Sub (Square a) (Square b)) s else false
          else false
      | _ => false
      end
  | ByContradiction n p1 =>
      match nth_error l n with
      | Some f =>
          match opposite (its_sign f) with
          | Some t => check p1 d (without n l) (Neg (formula f)) t
          | None => false
          end
      | None => false
      end
  end.
