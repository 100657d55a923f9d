(** All 2-cycles of the unsmoothed maps (eps = 0), explicitly: of the two-KL map
    with weight alpha in (0, 1], and of the reference map (alpha = 1).  A 2-cycle
    exists iff x0 is below an explicit threshold, and it is unique. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve.
From GrpoProofs.Variants Require Import Maps.
Open Scope R_scope.

(** Midpoint of the 2-cycle of half width d. *)
Definition mid (kappa d : R) : R := -2 * asinh (kappa * qd d).

Lemma sinh_mid kappa d : sinh (mid kappa d / 2) = - (kappa * qd d).
Proof.
  unfold mid. replace (-2 * asinh (kappa * qd d) / 2) with (- asinh (kappa * qd d)) by field.
  rewrite sinh_opp, sinh_asinh. reflexivity.
Qed.

Lemma cosh_mid kappa d : cosh (mid kappa d / 2) = root1 (kappa * qd d).
Proof.
  unfold mid. replace (-2 * asinh (kappa * qd d) / 2) with (- asinh (kappa * qd d)) by field.
  rewrite cosh_opp. apply cosh_asinh.
Qed.

Section TwoKL.
Variables alpha beta x0 : R.
Hypothesis Halpha : 0 < alpha <= 1.
Hypothesis Hbeta : 0 < beta.

Let T := twoKL alpha x0 beta 0.
Let kappa := (2 - alpha) * beta.
Let A := 2 / (alpha * beta).

Lemma kappa_pos : 0 < kappa.
Proof. unfold kappa. nra. Qed.

Lemma A_pos : 0 < A.
Proof. unfold A. apply Rdiv_lt_0_compat; nra. Qed.

Lemma kappa_A : 2 <= kappa * A.
Proof.
  unfold kappa, A. replace ((2 - alpha) * beta * (2 / (alpha * beta))) with (2 * ((2 - alpha) / alpha))
    by (field; lra).
  assert (1 <= (2 - alpha) / alpha); [| lra].
  apply (Rmult_le_reg_r alpha); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(** Sum and difference of the two equations of a 2-cycle. *)
Lemma cycle_equations m d :
  (T (m - d) = m + d /\ T (m + d) = m - d) <->
  (alpha * beta * m = alpha * beta * x0 + 2 * (cosh (m / 2) * cosh (d / 2)) /\
   kappa * d = - (2 * (sinh (m / 2) * sinh (d / 2)))).
Proof.
  unfold T, twoKL, kappa. rewrite !G_unsmoothed.
  replace ((m - d) / 2) with (m / 2 - d / 2) by field.
  replace ((m + d) / 2) with (m / 2 + d / 2) by field.
  rewrite cosh_minus, cosh_plus.
  set (P := cosh (m / 2) * cosh (d / 2)). set (Q := sinh (m / 2) * sinh (d / 2)).
  assert (E1 : forall y, 2 * (P - Q) / beta = y <-> 2 * (P - Q) = beta * y).
  { intros y. split; [intros <-; field; lra | intros E; rewrite E; field; lra]. }
  assert (E2 : forall y, 2 * (P + Q) / beta = y <-> 2 * (P + Q) = beta * y).
  { intros y. split; [intros <-; field; lra | intros E; rewrite E; field; lra]. }
  split.
  - intros [H1 H2].
    assert (L1 : 2 * (P - Q) / beta = m + d - alpha * x0 - (1 - alpha) * (m - d)) by lra.
    assert (L2 : 2 * (P + Q) / beta = m - d - alpha * x0 - (1 - alpha) * (m + d)) by lra.
    apply E1 in L1. apply E2 in L2. split; lra.
  - intros [H1 H2].
    assert (L1 : 2 * (P - Q) / beta = m + d - alpha * x0 - (1 - alpha) * (m - d)) by (apply E1; lra).
    assert (L2 : 2 * (P + Q) / beta = m - d - alpha * x0 - (1 - alpha) * (m + d)) by (apply E2; lra).
    split; lra.
Qed.

Lemma cycle_mid m d : 0 < d ->
  kappa * d = - (2 * (sinh (m / 2) * sinh (d / 2))) <-> m = mid kappa d.
Proof.
  intros Hd. pose proof (sinh_pos (d / 2) ltac:(lra)) as HS.
  split.
  - intros E.
    assert (S : sinh (m / 2) = sinh (mid kappa d / 2)).
    { rewrite sinh_mid. unfold qd. apply (Rmult_eq_reg_r (2 * sinh (d / 2))); [| lra].
      field_simplify; lra. }
    apply sinh_inj in S. lra.
  - intros ->. rewrite sinh_mid. unfold qd. field. lra.
Qed.

Theorem twoKL_two_cycle_iff d : 0 < d ->
  two_cycle T (mid kappa d - d) (mid kappa d + d) <-> x0 = Xcurve kappa A d.
Proof.
  intros Hd.
  assert (Hab : 0 < alpha * beta) by nra.
  assert (Eq : alpha * beta * mid kappa d = alpha * beta * x0 +
     2 * (cosh (mid kappa d / 2) * cosh (d / 2)) <-> x0 = Xcurve kappa A d).
  { unfold Xcurve. fold (mid kappa d). rewrite cosh_mid.
    set (c := root1 (kappa * qd d)). set (e := cosh (d / 2)). set (m := mid kappa d).
    unfold A. replace (2 / (alpha * beta) * c * e) with (2 * (c * e) / (alpha * beta)) by (field; lra).
    split.
    - intros E. apply (Rmult_eq_reg_l (alpha * beta)); [| lra].
      rewrite Rmult_minus_distr_l.
      replace (alpha * beta * (2 * (c * e) / (alpha * beta))) with (2 * (c * e)) by (field; lra).
      lra.
    - intros ->. field. lra. }
  split.
  - intros (_ & H1 & H2). apply Eq. apply cycle_equations. split; assumption.
  - intros E. split; [lra |]. apply cycle_equations. split; [apply Eq; exact E |].
    apply cycle_mid; [exact Hd | reflexivity].
Qed.

(** Every 2-cycle is on the curve. *)
Theorem twoKL_two_cycle_form u v : two_cycle T u v ->
  exists d, 0 < d /\ u = mid kappa d - d /\ v = mid kappa d + d /\ x0 = Xcurve kappa A d.
Proof.
  intros (Huv & H1 & H2).
  set (d := (v - u) / 2). set (m := (u + v) / 2).
  assert (Hu : u = m - d) by (unfold m, d; field).
  assert (Hv : v = m + d) by (unfold m, d; field).
  assert (Hd : 0 < d) by (unfold d; lra).
  assert (Hm : m = mid kappa d).
  { apply (cycle_mid m d Hd). apply (cycle_equations m d). rewrite <- Hu, <- Hv. split; assumption. }
  exists d. rewrite <- Hm. repeat split; try assumption.
  apply (twoKL_two_cycle_iff d Hd). rewrite <- Hm, <- Hu, <- Hv. repeat split; assumption.
Qed.

Theorem twoKL_two_cycle_exists_iff :
  (exists u v, two_cycle T u v) <-> x0 < Xsup kappa A.
Proof.
  split.
  - intros (u & v & C). destruct (twoKL_two_cycle_form u v C) as (d & Hd & _ & _ & ->).
    apply Xcurve_lt_sup; [apply kappa_pos | apply A_pos | apply kappa_A | exact Hd].
  - intros H. destruct (Xcurve_reaches kappa A x0 kappa_pos A_pos H) as (d & Hd & E).
    exists (mid kappa d - d), (mid kappa d + d).
    apply twoKL_two_cycle_iff; [exact Hd | symmetry; exact E].
Qed.

Theorem twoKL_two_cycle_unique u v u' v' :
  two_cycle T u v -> two_cycle T u' v' -> u = u' /\ v = v'.
Proof.
  intros C C'.
  destruct (twoKL_two_cycle_form u v C) as (d & Hd & -> & -> & E).
  destruct (twoKL_two_cycle_form u' v' C') as (d' & Hd' & -> & -> & E').
  assert (d = d') as ->; [| split; reflexivity].
  pose proof (Xcurve_strictly_decreasing kappa A kappa_pos A_pos kappa_A) as M.
  destruct (Rtotal_order d d') as [L | [L | L]]; [| exact L |].
  - specialize (M d d' Hd L). lra.
  - specialize (M d' d Hd' L). lra.
Qed.
End TwoKL.

(** * The reference map *)

Lemma F_is_twoKL x0 beta eps x : F x0 beta eps x = twoKL 1 x0 beta eps x.
Proof. unfold F, twoKL. ring. Qed.

Lemma two_cycle_ext f g u v : (forall x, f x = g x) -> two_cycle f u v -> two_cycle g u v.
Proof. intros E (H & H1 & H2). rewrite E in H1, H2. repeat split; assumption. Qed.

(** Flip threshold of the lower fixed point, and the fold. *)
Definition x_FL (beta : R) : R := -2 * asinh beta - 2 * sqrt (1 + / (beta * beta)).
Definition x_SN (beta : R) : R := 2 * asinh beta - 2 * sqrt (1 + / (beta * beta)).

Lemma root1_over_beta beta : 0 < beta -> root1 beta / beta = sqrt (1 + / (beta * beta)).
Proof.
  intros Hb. unfold root1.
  replace (1 + / (beta * beta)) with ((1 + beta * beta) / (beta * beta)) by (field; lra).
  rewrite sqrt_div_alt by nra. rewrite (sqrt_square beta) by lra. reflexivity.
Qed.

Lemma Xsup_x_FL beta : 0 < beta -> Xsup beta (2 / beta) = x_FL beta.
Proof.
  intros Hb. unfold Xsup, x_FL. rewrite <- (root1_over_beta beta Hb). field. lra.
Qed.

(** X (d) of the row: x0 of the map that has the 2-cycle of half width d. *)
Definition X (beta d : R) : R :=
  -2 * asinh (beta * qd d)
  - 2 / beta * sqrt (1 + (beta * qd d) * (beta * qd d)) * cosh (d / 2).

Section Reference.
Variables beta x0 : R.
Hypothesis Hbeta : 0 < beta.

Let one_in : 0 < 1 <= 1.
Proof. lra. Qed.

Lemma ref_kappa : (2 - 1) * beta = beta.
Proof. ring. Qed.

Lemma ref_A : 2 / (1 * beta) = 2 / beta.
Proof. rewrite Rmult_1_l. reflexivity. Qed.

(** G8 (first part). At eps = 0, {m - d, m + d} with m = -2 asinh (beta q) is a
    2-cycle iff x0 = X d. *)
Theorem two_cycle_iff_on_curve d : 0 < d ->
  two_cycle (F x0 beta 0) (mid beta d - d) (mid beta d + d) <-> x0 = X beta d.
Proof.
  intros Hd. pose proof (twoKL_two_cycle_iff 1 beta x0 one_in Hbeta d Hd) as E.
  rewrite ref_kappa, ref_A in E. rewrite <- E. split; apply two_cycle_ext;
    intros; rewrite F_is_twoKL; reflexivity.
Qed.

(** G8. Every 2-cycle has this form. *)
Theorem two_cycle_on_curve u v : two_cycle (F x0 beta 0) u v ->
  exists d, 0 < d /\ u = mid beta d - d /\ v = mid beta d + d /\ x0 = X beta d.
Proof.
  intros C.
  destruct (twoKL_two_cycle_form 1 beta x0 one_in Hbeta u v) as (d & Hd & Hu & Hv & E).
  - revert C. apply two_cycle_ext. intros; apply F_is_twoKL.
  - rewrite ref_kappa in Hu, Hv, E. rewrite ref_A in E. exists d. repeat split; assumption.
Qed.

(** G8. X is strictly decreasing and X (0+) = x_FL (as a two-sided limit; X is even). *)
Theorem X_strictly_decreasing d e : 0 < d -> d < e -> X beta e < X beta d.
Proof.
  intros Hd Hde. apply (Xcurve_strictly_decreasing beta (2 / beta)); try assumption.
  - apply Rdiv_lt_0_compat; lra.
  - right. field. lra.
Qed.

Theorem X_limit_at_0 : is_lim (X beta) 0 (x_FL beta).
Proof.
  rewrite <- (Xsup_x_FL beta Hbeta). apply (Xcurve_lim_0 beta (2 / beta)); [exact Hbeta |].
  apply Rdiv_lt_0_compat; lra.
Qed.

(** G8. A 2-cycle exists iff x0 < x_FL, and it is unique. *)
Theorem two_cycle_exists_iff : (exists u v, two_cycle (F x0 beta 0) u v) <-> x0 < x_FL beta.
Proof.
  rewrite <- (Xsup_x_FL beta Hbeta).
  pose proof (twoKL_two_cycle_exists_iff 1 beta x0 one_in Hbeta) as E.
  rewrite ref_kappa, ref_A in E. rewrite <- E.
  split; intros (u & v & C); exists u, v; revert C; apply two_cycle_ext;
    intros; rewrite F_is_twoKL; reflexivity.
Qed.

Theorem two_cycle_unique u v u' v' :
  two_cycle (F x0 beta 0) u v -> two_cycle (F x0 beta 0) u' v' -> u = u' /\ v = v'.
Proof.
  intros C C'. apply (twoKL_two_cycle_unique 1 beta x0 one_in Hbeta);
    [revert C | revert C']; apply two_cycle_ext; intros; apply F_is_twoKL.
Qed.

(** Multiplier of the 2-cycle. *)
Definition cycle_mult (d : R) : R := qd d * qd d - sinh (d / 2) * sinh (d / 2) / (beta * beta).

Lemma mult_product d : 0 < d ->
  sinh ((mid beta d - d) / 2) / beta * (sinh ((mid beta d + d) / 2) / beta) = cycle_mult d.
Proof.
  intros Hd. unfold cycle_mult.
  replace ((mid beta d - d) / 2) with (mid beta d / 2 - d / 2) by field.
  replace ((mid beta d + d) / 2) with (mid beta d / 2 + d / 2) by field.
  rewrite sinh_minus, sinh_plus.
  pose proof (cosh_sqr (mid beta d / 2)) as E1. pose proof (cosh_sqr (d / 2)) as E2.
  rewrite sinh_mid in *. set (c := cosh (mid beta d / 2)) in *. set (e := cosh (d / 2)) in *.
  set (s := sinh (d / 2)) in *.
  transitivity (((beta * qd d) * (beta * qd d) * (e * e) - c * c * (s * s)) / (beta * beta)).
  { field. lra. }
  rewrite E1, E2. field. lra.
Qed.

(** G8. The derivative of F o F at the cycle is q^2 - sinh^2 (d/2) / beta^2. *)
Theorem two_cycle_multiplier d : 0 < d -> x0 = X beta d ->
  is_derive (fun x => F x0 beta 0 (F x0 beta 0 x)) (mid beta d - d) (cycle_mult d).
Proof.
  intros Hd E. apply (two_cycle_iff_on_curve d Hd) in E. destruct E as (_ & E1 & _).
  rewrite <- mult_product by exact Hd.
  apply (is_derive_comp (F x0 beta 0) (F x0 beta 0)).
  - rewrite E1. apply is_derive_F_unsmoothed.
  - apply is_derive_F_unsmoothed.
Qed.
End Reference.
