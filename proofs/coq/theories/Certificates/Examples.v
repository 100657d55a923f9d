(** Certificates of every kind of step, written by hand: the checker accepts the
    right ones and rejects wrong ones.  All are computations. *)

From Coq Require Import Reals QArith List String.
From Coquelicot Require Import Rbar Lim_seq.
From GrpoProofs Require Import Defs.
From GrpoProofs.Certificates Require Import Formula Domain Change Tree TreeText Proof Orbit Newton Statement Reading.
Import ListNotations.
Local Open Scope nat_scope.

Local Notation x := (Var 0).
Local Notation y := (Var 1).
Local Notation t := (Var 7).
Local Notation num q := (Num q).
Local Notation unit := (Interval (Closed 0) (Closed 1)).
Local Notation inner := (Interval (Open 0) (Open 1)).
Local Notation half_line := (Interval (Open 0) Inf).

Definition goal_on (i : interval) (l : list fact) (e : expr) (s : sign) (p : proof) : bool :=
  check_emitted (Show [(0, i)] [] l e s) (Direct p).

Ltac computed := vm_compute; reflexivity.

(** sign *)
Definition variance := Mul x (Sub (num 1) x).
Example sign_ok : goal_on inner [] variance Pos BySign = true. Proof. computed. Qed.
Example sign_closed_ends : goal_on unit [] variance Pos BySign = false. Proof. computed. Qed.
Example sign_closed_weak : goal_on unit [] variance NonNeg BySign = true. Proof. computed. Qed.
Example sign_undefined : goal_on unit [] (Div (num 1) x) Pos BySign = false. Proof. computed. Qed.
Example sign_by_fact : goal_on unit [Fact x Pos] (Div (num 1) x) Pos BySign = true. Proof. computed. Qed.
Example sign_mirrored_fact :
  goal_on unit [Fact (Sub x (num (1 # 2))) Pos] (Sub (num (1 # 2)) x) Pos BySign = false. Proof. computed. Qed.
Example sign_log_of_zero : goal_on unit [] (Neg (Log x)) NonNeg BySign = false. Proof. computed. Qed.

(** tree *)
Definition tree_ (s : string) : proof := ByTree 60 (tree_of [s]).
Example tree_natural : goal_on unit [] (Add variance (num (1 # 10))) Pos (tree_ ".") = true. Proof. computed. Qed.
Example tree_too_shallow : goal_on unit [] (Sub (num (3 # 10)) variance) Pos (tree_ ".") = false. Proof. computed. Qed.
Example tree_split : goal_on unit [] (Sub (num (3 # 10)) variance) Pos (tree_ "AA..AA..A..A.") = false. Proof. computed. Qed.
Example tree_deep :
  goal_on unit [] (Sub (num (3 # 10)) variance) Pos (tree_ "A.AAA..A..A.A..") = false. Proof. computed. Qed.
Definition one := Add (Sub x x) (num 1).
Example tree_not_natural : goal_on unit [] one Pos (tree_ ".") = false. Proof. computed. Qed.
Example tree_mean_value : goal_on unit [] one Pos (tree_ "*") = true. Proof. computed. Qed.
Example tree_excluded :
  goal_on unit [Fact (Sub (num (1 # 2)) x) Pos] (Sub (num (3 # 4)) x) Pos (tree_ "A.x") = true. Proof. computed. Qed.
Example tree_not_excluded :
  goal_on unit [Fact (Sub (num (1 # 2)) x) NonNeg] (Sub (num (3 # 4)) x) Pos (tree_ "A.x") = false. Proof. computed. Qed.
Example tree_unbounded : goal_on half_line [] (num 1) Pos (tree_ ".") = false. Proof. computed. Qed.
Example tree_truncated : goal_on unit [] (num 1) Pos (tree_ "A.") = false. Proof. computed. Qed.
Example tree_no_equality : goal_on unit [] (num 0) Zero (tree_ ".") = false. Proof. computed. Qed.
Example tree_of_nothing : check_emitted (Show [] [] [] (Sub (Exp (num 1)) (num 2)) Pos) (Direct (tree_ ".")) = true.
Proof. computed. Qed.

(** Sums of numbers whose sizes differ by 2^50 binary places. *)
Definition far_below_one := Exp (num (- (1125899906842624 # 1))).
Example tree_far_sum : check_emitted (Show [] [] [] (Sub (Add (num 1) far_below_one) (num (999 # 1000))) Pos) (Direct (tree_ ".")) = true.
Proof. computed. Qed.
Example tree_far_difference : check_emitted (Show [] [] [] (Sub (num 1) (Sub (num 1) far_below_one)) NonNeg) (Direct (tree_ ".")) = false.
Proof. computed. Qed.

(** cut, vary, rewrite, monotone: exp x + 1 - x > 0 on the line *)
Definition tangent := Sub (Add (Exp x) (num 1)) x.
Definition slope_proof := ByRewrite (Sub (Exp x) (Exp (num 0))) (ByMonotone BySign).
Example line_ok :
  goal_on (Interval Inf Inf) [] tangent Pos (ByCut 0 0 BySign (ByVary 0 Lower slope_proof BySign)) = true.
Proof. computed. Qed.
Example vary_to_infinity :
  goal_on (Interval Inf Inf) [] tangent Pos (ByVary 0 Lower slope_proof BySign) = false. Proof. computed. Qed.
Example vary_wrong_end :
  goal_on unit [] tangent Pos (ByVary 0 Upper slope_proof BySign) = false. Proof. computed. Qed.
Example vary_equality : (* x >= 0, with value 0 at the end, is not x = 0 *)
  goal_on unit [] x Zero (ByVary 0 Lower BySign BySign) = false. Proof. computed. Qed.
Example vary_with_fact :
  goal_on unit [Fact x Pos] x Pos (ByVary 0 Lower BySign BySign) = false. Proof. computed. Qed.
Example vary_abs :
  goal_on (Interval (Closed (-1)) (Closed 1)) [] (Abs x) NonNeg (ByVary 0 Lower BySign BySign) = false.
Proof. computed. Qed.
Example cut_outside : goal_on unit [] x NonNeg (ByCut 0 1 BySign BySign) = false. Proof. computed. Qed.
Example rewrite_wrong : goal_on unit [] x NonNeg (ByRewrite (Add x (num 1)) BySign) = false. Proof. computed. Qed.
Example rewrite_undefined : goal_on unit [] (Div x x) Pos (ByRewrite (num 1) BySign) = false. Proof. computed. Qed.
Example rewrite_defined : goal_on inner [] (Div x x) Pos (ByRewrite (num 1) BySign) = true. Proof. computed. Qed.
Example monotone_log_undefined :
  goal_on unit [] (Sub (Log (num 1)) (Log x)) NonNeg (ByMonotone BySign) = false. Proof. computed. Qed.
Example monotone_log :
  goal_on inner [] (Sub (Log (num 1)) (Log x)) Pos (ByMonotone BySign) = true. Proof. computed. Qed.
Example monotone_sqrt :
  goal_on unit [] (Sub (Sqrt (num 1)) (Sqrt x)) NonNeg (ByMonotone BySign) = true. Proof. computed. Qed.

(** have *)
Example have_ok :
  goal_on unit [] (Sqrt variance) NonNeg (ByHave variance NonNeg BySign BySign) = true. Proof. computed. Qed.
Example have_unproved :
  goal_on unit [] (Div (num 1) variance) Pos (ByHave variance Pos BySign BySign) = false. Proof. computed. Qed.

(** identity and normal forms *)
Definition zero e := goal_on unit [] e Zero ByIdentity.
Example identity_binomial :
  zero (Sub (Square (Add x (num 1))) (Add (Square x) (Add (Mul (num 2) x) (num 1)))) = true. Proof. computed. Qed.
Example identity_wrong : zero (Sub (Square (Add x (num 1))) (Square x)) = false. Proof. computed. Qed.
Example identity_sqrt : zero (Sub (Square (Sqrt x)) x) = true. Proof. computed. Qed.
Example identity_sqrt_of_quotient :
  zero (Sub (Square (Sqrt (Div x (Add (num 1) x)))) (Div x (Add (num 1) x))) = true. Proof. computed. Qed.
Example identity_sqrt_negative :
  goal_on (Interval (Closed (-1)) (Closed 1)) [] (Sub (Square (Sqrt x)) x) Zero ByIdentity = false.
Proof. computed. Qed.
Example identity_sqrt_sign : zero (Sub (Sqrt (Square x)) x) = false. Proof. computed. Qed.
Example identity_exp : zero (Sub (Mul (Exp x) (Exp (Neg x))) (num 1)) = true. Proof. computed. Qed.
Example identity_exp_sum : zero (Sub (Exp (Add x x)) (Square (Exp x))) = true. Proof. computed. Qed.
Example identity_log_exp : zero (Sub (Log (Exp x)) x) = true. Proof. computed. Qed.
Example identity_exp_wrong : zero (Sub (Exp (Mul x x)) (Square (Exp x))) = false. Proof. computed. Qed.
Example identity_atoms : zero (Sub (Exp (Mul x (Add x (num 1)))) (Exp (Add x (Square x)))) = false. Proof. computed. Qed.
Example identity_atoms_equal :
  zero (Sub (Exp (Mul x (Add x (num 1)))) (Exp (Mul (Add (num 1) x) x))) = true. Proof. computed. Qed.
Example identity_strict : goal_on unit [] (Sub x x) Pos ByIdentity = false. Proof. computed. Qed.

(** change *)
Definition change_ i e s c p := goal_on i [] e s (ByChange 0 7 c p).
Example change_reciprocal :
  change_ (Interval (Closed 1) Inf) (Sub (num 2) (Div (num 1) x)) Pos Reciprocal
    (ByRewrite (Sub (num 2) t) BySign) = true. Proof. computed. Qed.
Example change_reciprocal_zero : change_ unit x NonNeg Reciprocal BySign = false. Proof. computed. Qed.
Example change_odds :
  change_ (Interval (Closed 0) (Open 1)) (Sub (num 1) x) Pos Odds
    (ByRewrite (Div (num 1) (Add (num 1) t)) BySign) = true. Proof. computed. Qed.
Example change_odds_closed : change_ unit x NonNeg Odds BySign = false. Proof. computed. Qed.
Example change_log_odds : change_ inner x Pos LogOdds BySign = true. Proof. computed. Qed.
Example change_log_odds_end :
  change_ (Interval (Closed 0) (Closed (1 # 2))) x NonNeg LogOdds BySign = false. Proof. computed. Qed.
Example change_exp :
  change_ (Interval (Open 0) (Closed 1)) (Neg (Log x)) NonNeg Exponential (ByRewrite (Neg t) BySign) = true.
Proof. computed. Qed.
Example change_square : change_ (Interval (Closed (1 # 4)) Inf) x Pos SquareOf BySign = true. Proof. computed. Qed.
Example change_square_irrational :
  change_ (Interval (Closed (1 # 2)) Inf) x Pos SquareOf BySign = false. Proof. computed. Qed.
Example change_complement :
  change_ unit (Sub (num 1) x) NonNeg Complement (ByRewrite t BySign) = true. Proof. computed. Qed.
Example change_affine :
  change_ (Interval (Closed 2) (Closed 4)) (Sub x (num 2)) NonNeg (Affine 2 2)
    (ByRewrite (Mul (num 2) t) BySign) = true. Proof. computed. Qed.
Example change_affine_negative : change_ unit x NonNeg (Affine (-1) 1) BySign = false. Proof. computed. Qed.
Example change_to_used_name :
  check_emitted (Show [(0, unit); (7, unit)] [] [] x NonNeg) (Direct (ByChange 0 7 Complement BySign)) = false.
Proof. computed. Qed.

(** abstract *)
Definition abstract_ (hi : Q) := goal_on unit [] (Sub (num 1) variance) Pos
  (ByAbstract variance 7 (Interval (Closed 0) (Closed hi)) BySign
     (ByRewrite (Square (Sub x (num (1 # 2)))) BySign) BySign).
Example abstract_ok : abstract_ (1 # 4) = true. Proof. computed. Qed.
Example abstract_too_small : abstract_ (1 # 5) = false. Proof. computed. Qed.

(** abs, minimum, maximum, square, contradiction *)
Definition symmetric_open := Interval (Open (-1)) (Open 1).
Example abs_ok : goal_on symmetric_open [] (Sub (num 1) (Abs x)) Pos (ByAbs BySign BySign) = true. Proof. computed. Qed.
Example abs_closed :
  goal_on (Interval (Closed (-1)) (Closed 1)) [] (Sub (num 1) (Abs x)) Pos (ByAbs BySign BySign) = false.
Proof. computed. Qed.
Example minimum_ok : goal_on unit [] (Min x (Sub (num 1) x)) NonNeg (ByMinimum BySign BySign) = true. Proof. computed. Qed.
Example minimum_half : goal_on unit [] (Min x (num (-1))) NonNeg (ByMinimum BySign BySign) = false. Proof. computed. Qed.
Example maximum_ok : goal_on unit [] (Max x (Neg x)) NonNeg (ByMaximum Left BySign) = true. Proof. computed. Qed.
Example maximum_other_side : goal_on inner [] (Max x (Neg x)) NonNeg (ByMaximum Right BySign) = false. Proof. computed. Qed.
Example maximum_equality : (* max(0, x) = 0 does not follow from 0 = 0 *)
  goal_on unit [] (Max (num 0) x) Zero (ByMaximum Left BySign) = false. Proof. computed. Qed.
Example maximum_undefined : goal_on unit [] (Max x (Log x)) NonNeg (ByMaximum Left BySign) = false. Proof. computed. Qed.
Example square_ok :
  goal_on inner [] (Sub (num 1) (Sqrt x)) Pos (BySquare BySign (ByRewrite (Sub (num 1) x) BySign)) = true.
Proof. computed. Qed.
Example square_negative :
  goal_on inner [] (Sub (num (-1)) x) Pos (BySquare BySign (ByRewrite (Sub (num 1) (Square x)) BySign)) = false.
Proof. computed. Qed.
Example contradiction_ok :
  goal_on unit [Fact (Sub x (num 1)) Pos] (num (-1)) Pos (ByContradiction 0 BySign) = true. Proof. computed. Qed.
Example contradiction_none :
  goal_on unit [Fact (Sub x (num 1)) NonNeg] (num (-1)) Pos (ByContradiction 0 BySign) = false. Proof. computed. Qed.

(** witness *)
Definition above_half at_ := check_emitted
  (Show [] [(0, unit)] [] (Sub x (num (1 # 2))) Pos) (Witness [(0, at_)] BySign).
Example witness_ok : above_half (3 # 4) = true. Proof. computed. Qed.
Example witness_too_small : above_half (1 # 4) = false. Proof. computed. Qed.
Example witness_outside : above_half (5 # 4) = false. Proof. computed. Qed.

(** bracket *)
Definition square_root (a b : Q) rising := check_emitted
  (UniqueRoot [] 0 (Interval (Closed a) (Closed b)) [] (Sub (Square x) (num 2)))
  (Bracket rising BySign (tree_ ".") (tree_ ".") (tree_ ".")).
Example bracket_ok : square_root 1 2 true = true. Proof. computed. Qed.
Example bracket_no_root : square_root 2 3 true = false. Proof. computed. Qed.
Example bracket_falling : square_root 1 2 false = false. Proof. computed. Qed.
Example bracket_slope : square_root (-1) 2 true = false. Proof. computed. Qed.

(** orbit: x -> 16/5 x (1 - x) from 1/2 *)
Definition logistic := Mul (num (16 # 5)) variance.
Definition logistic_statement (k : nat) : statement :=
  Cycle 0 (1 # 2) logistic k (Interval (Closed (1 # 2)) (Closed (53 # 100))).
Definition logistic_box (n : nat) (s : Q) : certificate :=
  OrbitBox (OrbitData 60 n ((51 # 100), (516 # 1000))%Q s (tree_of ["A.."]%string)).
Example orbit_ok : check_emitted (logistic_statement 2) (logistic_box 2 (1 # 4)) = true. Proof. computed. Qed.
Example orbit_slope : check_emitted (logistic_statement 2) (logistic_box 2 (1 # 100)) = false. Proof. computed. Qed.
Example orbit_not_entered : check_emitted (logistic_statement 2) (logistic_box 1 (1 # 4)) = false. Proof. computed. Qed.
Example orbit_period : check_emitted (logistic_statement 1) (logistic_box 2 (1 # 4)) = false. Proof. computed. Qed.
Example orbit_not_apart : check_emitted (logistic_statement 4) (logistic_box 2 (1 # 4)) = false. Proof. computed. Qed.
Example orbit_decided : (* min is decided on each image *)
  check_emitted (Cycle 0 (1 # 2) (Min logistic (num 1)) 2 (Interval (Closed (1 # 2)) (Closed (53 # 100))))
    (logistic_box 2 (1 # 4)) = true. Proof. computed. Qed.

(** newton: the repelling 2-cycle of x -> 18/5 x (1 - x), and its repelling fixed point 13/18 *)
Definition steeper := Mul (num (18 # 5)) variance.
Definition newton (k : nat) (b m : Q * Q) (t : string) : bool :=
  check_emitted (UniqueCycle 0 steeper k b m) (NewtonCells (NewtonData 60 (tree_of [t]%string))).
Example newton_fixed_point : newton 1 ((72 # 100), (73 # 100)) ((-17 # 10), (-15 # 10)) "." = true. Proof. computed. Qed.
Example newton_no_fixed_point : newton 1 ((73 # 100), (74 # 100)) ((-18 # 10), (-15 # 10)) "." = false. Proof. computed. Qed.
Example newton_slope : newton 1 ((72 # 100), (73 # 100)) ((-16 # 10), (-15 # 10)) "." = false. Proof. computed. Qed.
Example newton_two_cycle : newton 2 ((865 # 1000), (875 # 1000)) ((-23 # 10), (-12 # 10)) "AA..A.." = true. Proof. computed. Qed.
Example newton_not_period_two : (* the fixed point is one of the second iterate too *)
  newton 2 ((72 # 100), (73 # 100)) ((2 # 1), (3 # 1)) "A.." = false. Proof. computed. Qed.
Example newton_slope_one : newton 2 ((865 # 1000), (875 # 1000)) ((-23 # 10), (1 # 1)) "AA..A.." = false. Proof. computed. Qed.

(** ** Three statements as a reader sees them *)

Open Scope R_scope.

Theorem square_root_of_two_exists :
  (forall x : R, 1 <= x <= 2 -> True) /\ (exists! x : R, 1 <= x <= 2 /\ Rsqr x - 2 = 0).
Proof.
  refine (emitted_sound (UniqueRoot [] 0 (Interval (Closed 1) (Closed 2)) [] (Sub (Square x) (num 2)))
    (Bracket true BySign (tree_ ".") (tree_ ".") (tree_ ".")) bracket_ok).
Qed.

Theorem logistic_two_cycle :
  let f := fun x : R => 16 / 5 * (x * (1 - x)) in
  (forall n : nat, True) /\
  (exists (c : R) (N : nat), 1 / 2 <= c <= 53 / 100 /\ iter f c 2 = c /\
     (forall j : nat, (0 < j < 2)%nat -> iter f c j <> c) /\
     is_lim_seq (fun n => iter f (1 / 2) (n * 2 + N)) c) /\
  ((2 <= 2)%nat -> ~ ex_lim_seq (iter f (1 / 2))).
Proof. exact (emitted_sound (logistic_statement 2) (logistic_box 2 (1 # 4)) orbit_ok). Qed.

Theorem repelling_fixed_point :
  let f := fun x : R => 18 / 5 * (x * (1 - x)) in
  (forall x : R, 72 / 100 <= x <= 73 / 100 -> forall j : nat, (j < 1)%nat -> True) /\
  (forall x : R, 72 / 100 <= x <= 73 / 100 -> forall j : nat, (0 < j < 1)%nat -> ~ 72 / 100 <= iter f x j <= 73 / 100) /\
  (forall x y : R, 72 / 100 <= x -> x <= y -> y <= 73 / 100 ->
     - 17 / 10 * (y - x) <= iter f y 1 - iter f x 1 <= - 15 / 10 * (y - x)) /\
  (exists! c : R, 72 / 100 <= c <= 73 / 100 /\ iter f c 1 = c).
Proof.
  exact (emitted_sound (UniqueCycle 0 steeper 1 ((72 # 100), (73 # 100)) ((-17 # 10), (-15 # 10)))
    (NewtonCells (NewtonData 60 (tree_of ["."]%string))) newton_fixed_point).
Qed.
