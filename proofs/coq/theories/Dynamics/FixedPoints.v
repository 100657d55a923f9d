(** The number of fixed points for eps > 0. It is read off the shape of
    psi x = x - G x / beta: increasing when beta >= M_eps, and otherwise increasing,
    decreasing, increasing with turning points 0 < x1 < x2 (the folds).
    [nfix f n] says that f has exactly n fixed points. Mostly the instance W = Omega eps of
    [Whitening.FixedPoints]. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape.
From GrpoProofs.Whitening Require Folds FixedPoints.
From GrpoProofs.Orbits Require Import Success Folds.
Open Scope R_scope.

Module WF := GrpoProofs.Whitening.FixedPoints.
Module WFolds := GrpoProofs.Whitening.Folds.

Notation nfix := WF.nfix.

Definition least_fixpt (f : R -> R) (x : R) : Prop :=
  fixpt f x /\ forall y, fixpt f y -> x <= y.
Definition greatest_fixpt (f : R -> R) (x : R) : Prop :=
  fixpt f x /\ forall y, fixpt f y -> y <= x.

Lemma nfix_unique f n m : nfix f n -> nfix f m -> n = m.
Proof. exact (WF.nfix_unique f n m). Qed.

(** The fixed points of h and of F correspond through sigma. *)
Lemma nfix_h_F pref beta eps n : 0 < pref < 1 ->
  nfix (F (logit pref) beta eps) n <-> nfix (h pref beta eps) n.
Proof. exact (WF.nfix_h_F (Omega eps) pref beta n). Qed.

Section Count.
Variables beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let HW := Omega_whitening eps He.
Let Sm := Omega_smoothed eps Heps.
Let psi := Defs.psi beta eps.

Lemma psi_up_right (x0 : R) : forall x, x0 + 1 / (beta * sqrt eps) <= x -> x0 < psi x.
Proof.
  intros x Hx. unfold psi, Defs.psi.
  pose proof (F_upper x0 beta eps Hbeta x Heps). unfold F in *. lra.
Qed.

Lemma psi_solve_left (x0 z : R) : x0 <= psi z -> exists x, x <= z /\ psi x = x0.
Proof. exact (WF.psi_solve_left _ _ beta HW Hbeta x0 z). Qed.

Lemma psi_solve_right (x0 z : R) : psi z <= x0 -> exists x, z <= x /\ psi x = x0.
Proof. exact (WF.psi_solve_right _ _ beta HW Sm Hbeta x0 z). Qed.

Lemma psi_increasing_large_beta (x y : R) : Meps eps <= beta -> x < y -> psi x < psi y.
Proof.
  intros Hm Hxy. unfold psi, Defs.psi.
  pose proof (G_lipschitz_up eps Heps x y Hxy) as HL.
  assert (G eps y / beta - G eps x / beta < y - x); [|lra].
  apply (Rmult_lt_reg_l beta); [exact Hbeta|]. field_simplify; [|lra]. nra.
Qed.

Lemma nfix_large_beta (x0 : R) : Meps eps <= beta -> nfix (F x0 beta eps) 1.
Proof. 
  intros Hm. apply (WF.nfix_increasing _ _ beta HW Sm Hbeta). intros x y.
  now apply psi_increasing_large_beta.
 Qed.

Section Small.
Variables x1 x2 : R.
Hypothesis Hf : folds beta eps x1 x2.

Lemma psi_up_1 (x y : R) : x < y -> y <= x1 -> psi x < psi y.
Proof. exact (WFolds.psi_lower _ _ beta HW Hbeta Sm x1 x2 Hf x y). Qed.

Lemma psi_down (x y : R) : x1 <= x -> x < y -> y <= x2 -> psi y < psi x.
Proof. exact (WFolds.psi_middle _ _ beta HW Hbeta Sm x1 x2 Hf x y). Qed.

Lemma psi_up_2 (x y : R) : x2 <= x -> x < y -> psi x < psi y.
Proof. exact (WFolds.psi_upper _ _ beta HW Hbeta Sm x1 x2 Hf x y). Qed.

Lemma folds_psi : psi x2 < psi x1.
Proof. exact (WF.folds_psi _ _ beta HW Sm Hbeta x1 x2 Hf). Qed.

Lemma psi_inj_1 (x y : R) : x <= x1 -> y <= x1 -> psi x = psi y -> x = y.
Proof. exact (WF.psi_inj_1 _ _ beta HW Sm Hbeta x1 x2 Hf x y). Qed.

Lemma psi_inj_mid (x y : R) : x1 <= x <= x2 -> x1 <= y <= x2 -> psi x = psi y -> x = y.
Proof. exact (WF.psi_inj_mid _ _ beta HW Sm Hbeta x1 x2 Hf x y). Qed.

Lemma psi_inj_2 (x y : R) : x2 <= x -> x2 <= y -> psi x = psi y -> x = y.
Proof. exact (WF.psi_inj_2 _ _ beta HW Sm Hbeta x1 x2 Hf x y). Qed.

Lemma psi_ge_mid (x : R) : x1 <= x -> psi x2 <= psi x.
Proof. exact (WF.psi_ge_mid _ _ beta HW Sm Hbeta x1 x2 Hf x). Qed.

Lemma psi_le_mid (x : R) : x <= x2 -> psi x <= psi x1.
Proof. exact (WF.psi_le_mid _ _ beta HW Sm Hbeta x1 x2 Hf x). Qed.

(** Three fixed points, one on each branch. *)
Lemma three_fixpts (x0 : R) : psi x2 < x0 < psi x1 ->
  exists a b c, a < x1 < b /\ b < x2 < c /\
    forall x, psi x = x0 <-> x = a \/ x = b \/ x = c.
Proof. exact (WF.three_fixpts _ _ beta HW Sm Hbeta x1 x2 Hf x0). Qed.

Lemma nfix_3 (x0 : R) : psi x2 < x0 < psi x1 -> nfix (F x0 beta eps) 3.
Proof. exact (WF.nfix_3 _ _ beta HW Sm Hbeta x1 x2 Hf x0). Qed.

Lemma nfix_cases (x0 : R) :
  (nfix (F x0 beta eps) 3 <-> psi x2 < x0 < psi x1) /\
  (nfix (F x0 beta eps) 2 <-> x0 = psi x1 \/ x0 = psi x2) /\
  (nfix (F x0 beta eps) 1 <-> x0 < psi x2 \/ psi x1 < x0).
Proof. exact (WF.nfix_cases _ _ beta HW Sm Hbeta x1 x2 Hf x0). Qed.

End Small.

(** D3. For beta >= M_eps, psi is strictly increasing and h has exactly one fixed
    point, for every p_ref. *)
Theorem one_fixed_point_large_beta : Meps eps <= beta ->
  (forall x y, x < y -> psi x < psi y) /\
  (forall pref, 0 < pref < 1 -> nfix (h pref beta eps) 1).
Proof.
  intros Hm. split; [intros; now apply psi_increasing_large_beta|].
  intros pref Hp. apply nfix_h_F; [exact Hp|]. now apply nfix_large_beta.
Qed.

(** D3. For beta < M_eps, psi increases up to x1, decreases on [x1, x2] and increases
    from x2 on, 0 < x1 < x2; h has 3 fixed points iff psi x2 < x0 < psi x1, 2 iff x0 is
    psi x1 or psi x2, and 1 otherwise (x0 = logit p_ref). *)
Theorem number_of_fixed_points_small_beta : beta < Meps eps ->
  exists x1 x2, 0 < x1 < x2 /\
    (forall x y, x < y -> y <= x1 -> psi x < psi y) /\
    (forall x y, x1 <= x -> x < y -> y <= x2 -> psi y < psi x) /\
    (forall x y, x2 <= x -> x < y -> psi x < psi y) /\
    (forall pref, 0 < pref < 1 ->
       (nfix (h pref beta eps) 3 <-> psi x2 < logit pref < psi x1) /\
       (nfix (h pref beta eps) 2 <-> logit pref = psi x1 \/ logit pref = psi x2) /\
       (nfix (h pref beta eps) 1 <-> logit pref < psi x2 \/ psi x1 < logit pref)).
Proof.
  intros Hm. destruct (folds_exist beta eps Hbeta Heps Hm) as [x1 [x2 [Hf _]]].
  exists x1, x2. split; [apply Hf|]. split; [exact (psi_up_1 x1 x2 Hf)|].
  split; [exact (psi_down x1 x2 Hf)|]. split; [exact (psi_up_2 x1 x2 Hf)|].
  intros pref Hp. rewrite <- !nfix_h_F by exact Hp. exact (nfix_cases x1 x2 Hf _).
Qed.

End Count.
