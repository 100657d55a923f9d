(** Implementations that divide by std + e instead of sqrt (variance + eps): advantage
    (r - p) / (sqrt s + e).  In log-odds the gain is G~ x = 1 / (y + e) with
    y = sqrt s = 1 / (2 cosh (x/2)): closed forms, envelope, fold equation, cross-ratio
    inequality, Schwarzian. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas CrossRatio.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve Schwarzian.
Open Scope R_scope.

(** Standard deviation at log-odds x, and the gain. *)
Definition std (x : R) : R := sqrt (var (sigma x)).
Definition Gstd (e x : R) : R := / (std x + e).
Definition Fstd (x0 beta e x : R) : R := x0 + Gstd e x / beta.

Section Gain.
Variable e : R.
Hypothesis He : 0 <= e.

Lemma std_closed x : std x = / (2 * cosh (x / 2)).
Proof.
  unfold std. rewrite var_sigma. pose proof (cosh_pos (x / 2)).
  replace (/ (4 * (cosh (x / 2) * cosh (x / 2))))
    with (/ (2 * cosh (x / 2)) * / (2 * cosh (x / 2))) by (field; lra).
  apply sqrt_square. left. apply Rinv_0_lt_compat. lra.
Qed.

Definition Nstd (x : R) : R := 1 + 2 * e * cosh (x / 2).

Lemma Nstd_pos x : 1 <= Nstd x.
Proof. unfold Nstd. pose proof (cosh_pos (x / 2)). nra. Qed.

Lemma Gstd_closed x : Gstd e x = 2 * cosh (x / 2) / Nstd x.
Proof.
  unfold Gstd. rewrite std_closed. pose proof (cosh_pos (x / 2)). pose proof (Nstd_pos x).
  unfold Nstd in *. field. repeat split; nra.
Qed.

Lemma Gstd_even x : Gstd e (- x) = Gstd e x.
Proof. unfold Gstd, std. rewrite sigma_opp, var_compl. reflexivity. Qed.

(** H14 (envelope). 2 / (1 + 2e) <= G~ x, with equality only at 0, and G~ x < 1 / e. *)
Theorem Gstd_envelope x :
  2 / (1 + 2 * e) <= Gstd e x /\ (x <> 0 -> 2 / (1 + 2 * e) < Gstd e x) /\
  Gstd e 0 = 2 / (1 + 2 * e) /\ (0 < e -> Gstd e x < / e).
Proof.
  rewrite !Gstd_closed. pose proof (Nstd_pos x) as N. unfold Nstd in *.
  assert (Z : 2 * cosh (0 / 2) / (1 + 2 * e * cosh (0 / 2)) = 2 / (1 + 2 * e)).
  { replace (0 / 2) with 0 by field. rewrite cosh_0, !Rmult_1_r. reflexivity. }
  assert (L : 1 < cosh (x / 2) -> 2 / (1 + 2 * e) < 2 * cosh (x / 2) / (1 + 2 * e * cosh (x / 2))).
  { intros K. apply (Rmult_lt_reg_r ((1 + 2 * e) * (1 + 2 * e * cosh (x / 2)))); [nra |].
    field_simplify; lra. }
  split; [| split; [| split]].
  - destruct (cosh_ge_1 (x / 2)) as [K | K]; [left; apply L, K |].
    rewrite <- K, !Rmult_1_r. lra.
  - intros Hx. apply L, cosh_gt_1. lra.
  - exact Z.
  - intros Pe. pose proof (cosh_pos (x / 2)).
    apply (Rmult_lt_reg_r (e * (1 + 2 * e * cosh (x / 2)))); [nra |].
    field_simplify; try lra.
Qed.

Definition dGstd (x : R) : R := sinh (x / 2) / (Nstd x * Nstd x).
Definition d2Gstd (x : R) : R :=
  (cosh (x / 2) / 2 - e * (cosh (x / 2) * cosh (x / 2)) + 2 * e) / (Nstd x * Nstd x * Nstd x).
Definition d3Gstd (x : R) : R :=
  sinh (x / 2) * (/ 4 - 2 * e * cosh (x / 2) + e * e * (cosh (x / 2) * cosh (x / 2)) - 6 * (e * e))
  / (Nstd x * Nstd x * Nstd x * Nstd x).

Lemma Gstd_derive x : is_derive (Gstd e) x (dGstd x).
Proof.
  apply (is_derive_ext (fun x => 2 * cosh (x / 2) / Nstd x)).
  { intros t. symmetry. apply Gstd_closed. }
  pose proof (Nstd_pos x) as N. unfold dGstd, Nstd in *. unfold Rdiv in *.
  auto_derive; [lra |]. field. lra.
Qed.

Lemma dGstd_derive x : is_derive dGstd x (d2Gstd x).
Proof.
  pose proof (Nstd_pos x) as N. unfold dGstd, d2Gstd, Nstd in *. unfold Rdiv in *.
  pose proof (cosh_sqr (x * / 2)) as E.
  auto_derive; [nra |].
  set (c := cosh (x * / 2)) in *. set (s := sinh (x * / 2)) in *. clearbody c s.
  assert (ES : s * s = c * c - 1) by lra.
  apply Rminus_diag_uniq.
  transitivity ((c * / 2 * (1 + 2 * e * c) - 2 * e * (s * s)
                 - (c * / 2 - e * (c * c) + 2 * e)) * / ((1 + 2 * e * c) * (1 + 2 * e * c) * (1 + 2 * e * c))).
  - field. lra.
  - rewrite ES. field. lra.
Qed.

Lemma d2Gstd_derive x : is_derive d2Gstd x (d3Gstd x).
Proof.
  pose proof (Nstd_pos x) as N. unfold d3Gstd, d2Gstd, Nstd in *. unfold Rdiv in *.
  auto_derive; [apply Rgt_not_eq; repeat apply Rmult_lt_0_compat; lra |].
  set (c := cosh (x * / 2)) in *. set (s := sinh (x * / 2)) in *. clearbody c s.
  field. lra.
Qed.

(** H14 (Schwarzian). S(F) = 1/4 - (3/8) coth^2 (x/2) < 0 for x <> 0, whatever e. *)
Theorem std_schwarzian beta x : 0 < beta -> x <> 0 ->
  schwarzian (dGstd x / beta) (d2Gstd x / beta) (d3Gstd x / beta)
  = / 4 - 3 / 8 * ((cosh (x / 2) / sinh (x / 2)) * (cosh (x / 2) / sinh (x / 2))) /\
  / 4 - 3 / 8 * ((cosh (x / 2) / sinh (x / 2)) * (cosh (x / 2) / sinh (x / 2))) < 0.
Proof.
  intros Hb Hx. pose proof (Nstd_pos x) as N. pose proof (cosh_sqr (x / 2)) as E.
  assert (NS : sinh (x / 2) <> 0).
  { destruct (Rdichotomy x 0 Hx) as [L | L].
    - pose proof (sinh_neg (x / 2) ltac:(lra)). lra.
    - pose proof (sinh_pos (x / 2) ltac:(lra)). lra. }
  unfold schwarzian, dGstd, d2Gstd, d3Gstd, Nstd in *.
  set (c := cosh (x / 2)) in *. set (s := sinh (x / 2)) in *. clearbody c s.
  assert (ES : s * s = c * c - 1) by lra.
  assert (P : 0 < s * s) by nra.
  split.
  - transitivity ((/ 4 - 2 * e * c + e * e * (c * c) - 6 * (e * e)) / ((1 + 2 * e * c) * (1 + 2 * e * c))
      - 3 / 2 * ((c / 2 - e * (c * c) + 2 * e) * (c / 2 - e * (c * c) + 2 * e))
        / (s * s * ((1 + 2 * e * c) * (1 + 2 * e * c)))).
    + field. repeat split; lra.
    + transitivity (/ 4 - 3 / 8 * (c * c) / (s * s)); [| field; exact NS].
      rewrite ES. field. split; lra.
  - replace (c / s * (c / s)) with (c * c / (s * s)) by (field; exact NS).
    rewrite E. replace ((1 + s * s) / (s * s)) with (1 + / (s * s)) by (field; exact NS).
    pose proof (Rinv_0_lt_compat _ P). lra.
Qed.

(** H14 (cross-ratio). The inequality of the unsmoothed gain carries over, because
    1 / (y + e) is a Moebius function of cosh (x/2). *)
Theorem std_cross_ratio u a v : u < a < v -> v <= 0 ->
  (Gstd e u - Gstd e a) * (Gstd e a - Gstd e v) * (v - u)
    < - dGstd a * (Gstd e u - Gstd e v) * ((a - u) * (v - a)).
Proof.
  intros Hu Hv. pose proof (cross_ratio_unsmoothed u a v Hu Hv) as CR. cbv zeta in CR.
  rewrite !Gstd_closed. unfold dGstd.
  pose proof (Nstd_pos u) as Nu. pose proof (Nstd_pos a) as Na. pose proof (Nstd_pos v) as Nv.
  assert (D : forall p q, 2 * cosh (p / 2) / Nstd p - 2 * cosh (q / 2) / Nstd q
              = (2 * cosh (p / 2) - 2 * cosh (q / 2)) / (Nstd p * Nstd q)).
  { intros p q. pose proof (Nstd_pos p). pose proof (Nstd_pos q). unfold Nstd in *. field. lra. }
  rewrite !D.
  set (A := 2 * cosh (u / 2) - 2 * cosh (a / 2)) in *.
  set (B := 2 * cosh (a / 2) - 2 * cosh (v / 2)) in *.
  set (Q := 2 * cosh (u / 2) - 2 * cosh (v / 2)) in *.
  set (w := / (Nstd u * (Nstd a * Nstd a) * Nstd v)).
  assert (Pw : 0 < w).
  { apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; lra. }
  replace (A / (Nstd u * Nstd a) * (B / (Nstd a * Nstd v)) * (v - u)) with (w * (A * B * (v - u)))
    by (unfold w; field; lra).
  replace (- (sinh (a / 2) / (Nstd a * Nstd a)) * (Q / (Nstd u * Nstd v)) * ((a - u) * (v - a)))
    with (w * (- sinh (a / 2) * Q * ((a - u) * (v - a)))) by (unfold w; field; lra).
  apply Rmult_lt_compat_l; assumption.
Qed.

(** H14 (slope in terms of y). |G~'| = y sqrt (1 - 4 y^2) / (2 (y + e)^2). *)
Lemma dGstd_in_y x : Rabs (dGstd x) =
  std x * sqrt (1 - 4 * (std x * std x)) / (2 * ((std x + e) * (std x + e))).
Proof.
  rewrite std_closed. pose proof (cosh_pos (x / 2)) as C. pose proof (Nstd_pos x) as N.
  pose proof (cosh_sqr (x / 2)) as E.
  assert (Sq : sqrt (1 - 4 * (/ (2 * cosh (x / 2)) * / (2 * cosh (x / 2)))) = Rabs (sinh (x / 2)) / cosh (x / 2)).
  { replace (1 - 4 * (/ (2 * cosh (x / 2)) * / (2 * cosh (x / 2))))
      with (Rsqr (Rabs (sinh (x / 2)) / cosh (x / 2))).
    - apply sqrt_Rsqr. unfold Rdiv. apply Rmult_le_pos; [apply Rabs_pos |].
      left; apply Rinv_0_lt_compat, C.
    - unfold Rsqr. transitivity (Rabs (sinh (x / 2)) * Rabs (sinh (x / 2)) / (cosh (x / 2) * cosh (x / 2))).
      { field. lra. }
      rewrite <- Rabs_mult, Rabs_pos_eq by (apply Rle_0_sqr).
      replace (sinh (x / 2) * sinh (x / 2)) with (cosh (x / 2) * cosh (x / 2) - 1) by lra.
      field. lra. }
  rewrite Sq. unfold dGstd. unfold Rdiv at 1. rewrite Rabs_mult.
  rewrite (Rabs_pos_eq (/ _)) by (left; apply Rinv_0_lt_compat; nra).
  unfold Nstd in *. field. repeat split; nra.
Qed.

(** H14 (fold equation). For x > 0 and beta > 0: G~' x = beta iff
    4 beta^2 (y + e)^4 + 4 y^4 - y^2 = 0. *)
Theorem std_fold_equation beta x : 0 < beta -> 0 < x ->
  let y := std x in
  (dGstd x = beta <->
   4 * (beta * beta) * ((y + e) * (y + e) * ((y + e) * (y + e))) + 4 * (y * y * (y * y)) - y * y = 0).
Proof.
  intros Hb Hx y.
  assert (Py : 0 < y).
  { unfold y. rewrite std_closed. apply Rinv_0_lt_compat. pose proof (cosh_pos (x / 2)). lra. }
  assert (P1 : 0 < dGstd x).
  { unfold dGstd. pose proof (Nstd_pos x). apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra]. }
  assert (Sq : 4 * ((y + e) * (y + e) * ((y + e) * (y + e))) * (dGstd x * dGstd x) = y * y * (1 - 4 * (y * y))).
  { assert (V : 0 <= 1 - 4 * (y * y)).
    { unfold y, std. rewrite sqrt_sqrt by (left; apply var_sigma_pos).
      pose proof (var_le_quarter (sigma x)). lra. }
    pose proof (dGstd_in_y x) as E. rewrite Rabs_pos_eq in E by lra. fold y in E. rewrite E.
    rewrite <- (sqrt_sqrt _ V) at 3. field. lra. }
  set (Z := (y + e) * (y + e) * ((y + e) * (y + e))) in *.
  assert (PZ : 0 < Z) by (unfold Z; repeat apply Rmult_lt_0_compat; lra).
  split; intros H.
  - rewrite H in Sq. lra.
  - assert (E : 4 * Z * (dGstd x * dGstd x) = 4 * Z * (beta * beta)) by lra.
    apply Rmult_eq_reg_l in E; [| lra]. nra.
Qed.

End Gain.
