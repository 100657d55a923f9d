(** Hyperbolic functions: the identities, monotonicity and elementary bounds of
    cosh, sinh and asinh that the unsmoothed map [2 cosh (x/2)] needs, and the
    closed form [G 0 x = 2 cosh (x/2)]. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus.
Open Scope R_scope.

(** * Algebra *)

Lemma exp_mul_opp x : exp x * exp (- x) = 1.
Proof. rewrite <- exp_plus, Rplus_opp_r. apply exp_0. Qed.

Lemma cosh_plus x y : cosh (x + y) = cosh x * cosh y + sinh x * sinh y.
Proof.
  unfold cosh, sinh.
  replace (- (x + y)) with (- x + - y) by ring.
  rewrite !exp_plus. field.
Qed.

Lemma sinh_plus x y : sinh (x + y) = sinh x * cosh y + cosh x * sinh y.
Proof.
  unfold cosh, sinh.
  replace (- (x + y)) with (- x + - y) by ring.
  rewrite !exp_plus. field.
Qed.

Lemma cosh_minus x y : cosh (x - y) = cosh x * cosh y - sinh x * sinh y.
Proof.
  replace (x - y) with (x + - y) by ring.
  rewrite cosh_plus, cosh_opp, sinh_opp. ring.
Qed.

Lemma sinh_minus x y : sinh (x - y) = sinh x * cosh y - cosh x * sinh y.
Proof.
  replace (x - y) with (x + - y) by ring.
  rewrite sinh_plus, cosh_opp, sinh_opp. ring.
Qed.

Lemma cosh_double x : cosh (2 * x) = 2 * (cosh x * cosh x) - 1.
Proof.
  replace (2 * x) with (x + x) by ring.
  rewrite cosh_plus. pose proof (cosh_sqr x). lra.
Qed.

Lemma sinh_double x : sinh (2 * x) = 2 * (sinh x * cosh x).
Proof.
  replace (2 * x) with (x + x) by ring.
  rewrite sinh_plus. ring.
Qed.

(** * Signs and monotonicity *)

Lemma sinh_le x y : x <= y -> sinh x <= sinh y.
Proof. intros [H | ->]; [left; apply sinh_lt; exact H | right; reflexivity]. Qed.

Lemma sinh_inj_lt x y : sinh x < sinh y -> x < y.
Proof.
  intros H. destruct (Rlt_le_dec x y) as [L | L]; [exact L |].
  pose proof (sinh_le y x L). lra.
Qed.

Lemma sinh_inj x y : sinh x = sinh y -> x = y.
Proof.
  intros H. destruct (Rtotal_order x y) as [L | [L | L]]; [| exact L |].
  - pose proof (sinh_lt x y L). lra.
  - pose proof (sinh_lt y x L). lra.
Qed.

Lemma sinh_nonneg x : 0 <= x -> 0 <= sinh x.
Proof. intros H. rewrite <- sinh_0. apply sinh_le; exact H. Qed.

Lemma cosh_lt x y : 0 <= x -> x < y -> cosh x < cosh y.
Proof.
  intros H0 H.
  pose proof (sinh_nonneg x H0). pose proof (sinh_lt x y H).
  pose proof (cosh_sqr x). pose proof (cosh_sqr y).
  pose proof (cosh_pos x). pose proof (cosh_pos y). nra.
Qed.

Lemma cosh_le x y : 0 <= x -> x <= y -> cosh x <= cosh y.
Proof.
  intros H0 [H | ->]; [left; apply cosh_lt; assumption | right; reflexivity].
Qed.

Lemma cosh_gt_1 x : x <> 0 -> 1 < cosh x.
Proof.
  intros Hn. rewrite <- cosh_0.
  destruct (Rdichotomy x 0 Hn) as [H | H].
  - rewrite <- (cosh_opp x). apply cosh_lt; lra.
  - apply cosh_lt; lra.
Qed.

Lemma cosh_abs x : cosh (Rabs x) = cosh x.
Proof. unfold Rabs; destruct (Rcase_abs x); [apply cosh_opp | reflexivity]. Qed.

Lemma cosh_gt_sinh x : sinh x < cosh x.
Proof. unfold cosh, sinh. pose proof (exp_pos (- x)). lra. Qed.

Lemma cosh_ge_exp_abs x : exp (Rabs x) / 2 < cosh x.
Proof.
  rewrite <- cosh_abs. unfold cosh. pose proof (exp_pos (- Rabs x)). lra.
Qed.

(** * Derivatives and elementary bounds *)

Lemma is_derive_cosh_half x : is_derive (fun x => 2 * cosh (x / 2)) x (sinh (x / 2)).
Proof.
  evar_last.
  { apply is_derive_scal. apply (is_derive_comp cosh (fun x => x / 2)).
    - apply is_derive_cosh.
    - auto_derive; [exact I | reflexivity]. }
  as_real. field.
Qed.

Lemma is_derive_sinh_half x : is_derive (fun x => 2 * sinh (x / 2)) x (cosh (x / 2)).
Proof.
  evar_last.
  { apply is_derive_scal. apply (is_derive_comp sinh (fun x => x / 2)).
    - apply is_derive_sinh.
    - auto_derive; [exact I | reflexivity]. }
  as_real. field.
Qed.

Lemma sinh_gt x : 0 < x -> x < sinh x.
Proof.
  intros H.
  assert (L : sinh 0 - 0 < sinh x - x).
  { apply (deriv_pos_lt (fun t => sinh t - t) (fun t => cosh t - 1)); [exact H | |].
    - intros t _. unfold sinh, cosh. auto_derive; [exact I | field].
    - intros t Ht. pose proof (cosh_gt_1 t). lra. }
  rewrite sinh_0 in L. lra.
Qed.

Lemma x_cosh_gt_sinh x : 0 < x -> sinh x < x * cosh x.
Proof.
  intros H.
  assert (L : 0 * cosh 0 - sinh 0 < x * cosh x - sinh x).
  { apply (deriv_pos_lt (fun t => t * cosh t - sinh t) (fun t => t * sinh t)); [exact H | |].
    - intros t _. unfold sinh, cosh. auto_derive; [exact I | field].
    - intros t Ht. pose proof (sinh_pos t). nra. }
  rewrite sinh_0 in L. lra.
Qed.

Lemma cosh_gt_x x : x < cosh x.
Proof.
  destruct (Rlt_le_dec 0 x) as [H | H].
  - pose proof (sinh_gt x H). pose proof (cosh_gt_sinh x). lra.
  - pose proof (cosh_ge_1 x). lra.
Qed.

(** * The inverse hyperbolic sine *)

Lemma asinh_arcsinh x : asinh x = arcsinh x.
Proof. unfold asinh, arcsinh. do 3 f_equal. ring. Qed.

Lemma sinh_asinh x : sinh (asinh x) = x.
Proof. rewrite asinh_arcsinh. apply sinh_arcsinh. Qed.

Lemma asinh_sinh x : asinh (sinh x) = x.
Proof. apply sinh_inj, sinh_asinh. Qed.

Lemma cosh_asinh x : cosh (asinh x) = sqrt (1 + x * x).
Proof.
  symmetry. apply sqrt_lem_1.
  - nra.
  - left; apply cosh_pos.
  - rewrite cosh_sqr, sinh_asinh. reflexivity.
Qed.

Lemma asinh_lt x y : x < y -> asinh x < asinh y.
Proof. intros H. apply sinh_inj_lt. rewrite !sinh_asinh. exact H. Qed.

Lemma asinh_0 : asinh 0 = 0.
Proof. apply sinh_inj. rewrite sinh_asinh, sinh_0. reflexivity. Qed.

Lemma asinh_pos x : 0 < x -> 0 < asinh x.
Proof. intros H. rewrite <- asinh_0. apply asinh_lt; exact H. Qed.

Lemma asinh_opp x : asinh (- x) = - asinh x.
Proof. apply sinh_inj. rewrite sinh_opp, !sinh_asinh. reflexivity. Qed.

Lemma asinh_eq x y : sinh y = x -> y = asinh x.
Proof. intros <-. symmetry; apply asinh_sinh. Qed.

Lemma is_derive_asinh x : is_derive asinh x (/ sqrt (1 + x * x)).
Proof.
  apply (is_derive_ext arcsinh); [intros; symmetry; apply asinh_arcsinh |].
  replace (1 + x * x) with (x ^ 2 + 1) by ring.
  apply is_derive_Reals, derivable_pt_lim_arcsinh.
Qed.

(** * The unsmoothed log-odds map *)

Theorem G_unsmoothed x : G 0 x = 2 * cosh (x / 2).
Proof.
  rewrite G_closed by lra. rewrite Rmult_0_r, Rmult_0_l, Rplus_0_r, sqrt_1.
  unfold Rdiv. rewrite Rinv_1. ring.
Qed.

Lemma F_unsmoothed x0 beta x : F x0 beta 0 x = x0 + 2 * cosh (x / 2) / beta.
Proof. unfold F. rewrite G_unsmoothed. reflexivity. Qed.

Lemma is_derive_F_unsmoothed x0 beta x :
  is_derive (F x0 beta 0) x (sinh (x / 2) / beta).
Proof.
  apply (is_derive_ext (fun x => x0 + / beta * (2 * cosh (x / 2)))).
  { intros t. rewrite F_unsmoothed. as_real. unfold Rdiv; ring. }
  evar_last.
  { apply (is_derive_plus (fun _ => x0)); [apply is_derive_const |].
    apply is_derive_scal. apply is_derive_cosh_half. }
  as_real. unfold Rdiv; ring.
Qed.

(** For [auto_derive], which knows cosh and sinh but not asinh. *)
Lemma ex_derive_asinh x : ex_derive (fun x : R => asinh x) x.
Proof. exists (/ sqrt (1 + x * x)). apply is_derive_asinh. Qed.

Lemma Derive_asinh x : Derive (fun x : R => asinh x) x = / sqrt (1 + x * x).
Proof. apply is_derive_unique, is_derive_asinh. Qed.
