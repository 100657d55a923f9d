(** The curve that parametrises 2-cycles of unsmoothed maps by their half
    width d:  X(d) = -2 asinh (kappa q) - A sqrt (1 + (kappa q)^2) cosh (d/2)
    with q = d / (2 sinh (d/2)).  It is strictly decreasing on d > 0 when
    kappa A >= 2, has the limit -2 asinh kappa - A sqrt (1 + kappa^2) at 0, and
    is unbounded below. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic.
Open Scope R_scope.

Definition qd (d : R) : R := d / (2 * sinh (d / 2)).
Definition root1 (u : R) : R := sqrt (1 + u * u).
Definition Xcurve (kappa A d : R) : R :=
  -2 * asinh (kappa * qd d) - A * root1 (kappa * qd d) * cosh (d / 2).
Definition Xsup (kappa A : R) : R := -2 * asinh kappa - A * root1 kappa.

Lemma root1_pos u : 0 < root1 u.
Proof. apply sqrt_lt_R0. nra. Qed.

Lemma root1_sqr u : root1 u * root1 u = 1 + u * u.
Proof. apply sqrt_sqrt. nra. Qed.

Lemma root1_ge_1 u : 1 <= root1 u.
Proof. pose proof (root1_pos u). pose proof (root1_sqr u). nra. Qed.

Lemma root1_le u v : 0 <= u <= v -> root1 u <= root1 v.
Proof. intros H. apply sqrt_le_1; nra. Qed.

Lemma root1_lt u v : 0 <= u < v -> root1 u < root1 v.
Proof. intros H. apply sqrt_lt_1; nra. Qed.

(** ** The quotient q *)

Lemma qd_lt_1 d : 0 < d -> qd d < 1.
Proof.
  intros H. unfold qd. pose proof (sinh_gt (d / 2)).
  apply (Rmult_lt_reg_r (2 * sinh (d / 2))); [lra |].
  field_simplify; lra.
Qed.

Lemma qd_gt d : 0 < d -> / cosh (d / 2) < qd d.
Proof.
  intros H. unfold qd. pose proof (sinh_pos (d / 2)). pose proof (cosh_pos (d / 2)).
  pose proof (x_cosh_gt_sinh (d / 2)).
  apply (Rmult_lt_reg_r (2 * sinh (d / 2) * cosh (d / 2))); [nra |].
  field_simplify; nra.
Qed.

Lemma qd_pos d : 0 < d -> 0 < qd d.
Proof.
  intros H. pose proof (qd_gt d H). pose proof (cosh_pos (d / 2)).
  pose proof (Rinv_0_lt_compat _ H1). lra.
Qed.

Definition qd' (d : R) : R :=
  (2 * sinh (d / 2) - d * cosh (d / 2)) / (4 * (sinh (d / 2) * sinh (d / 2))).

Lemma is_derive_qd d : 0 < d -> is_derive qd d (qd' d).
Proof.
  intros H. pose proof (sinh_pos (d / 2)). unfold qd, qd'.
  auto_derive; [lra |]. unfold Rdiv in *. field. lra.
Qed.

Lemma qd'_neg d : 0 < d -> qd' d < 0.
Proof.
  intros H. pose proof (sinh_pos (d / 2)). pose proof (x_cosh_gt_sinh (d / 2)).
  unfold qd'. apply div_neg_pos; nra.
Qed.

Lemma qd_decr a b : 0 < a -> a < b -> qd b < qd a.
Proof.
  intros Ha Hab. apply (deriv_neg_lt qd qd'); [exact Hab | |].
  - intros x Hx. apply is_derive_qd; lra.
  - intros x Hx. apply qd'_neg; lra.
Qed.

(** The sign that makes the curve monotone:
    |q'| (1 + q cosh (d/2)) - q^2 sinh (d/2) / 2 = (d^2 - 4 S^2) / (8 S^3) < 0. *)
Lemma curve_key d : 0 < d ->
  - qd' d * (1 + qd d * cosh (d / 2)) - qd d * qd d * sinh (d / 2) / 2 < 0.
Proof.
  intros H. set (S := sinh (d / 2)). set (C := cosh (d / 2)).
  assert (HS : d / 2 < S) by (apply sinh_gt; lra).
  replace (- qd' d * (1 + qd d * C) - qd d * qd d * S / 2)
    with (((d * d) * (C * C) - 4 * (S * S) - d * d * (S * S)) / (8 * (S * S * S))).
  2: { unfold qd', qd; fold S C. field. lra. }
  replace (C * C) with (1 + S * S) by (unfold C, S; rewrite cosh_sqr; reflexivity).
  assert (0 < S * S) by nra.
  apply div_neg_pos; [| apply Rmult_lt_0_compat; nra].
  nra.
Qed.

Definition Xcurve' (kappa A d : R) : R :=
  (-2 * (kappa * qd' d)
   - A * ((kappa * kappa) * qd d * qd' d * cosh (d / 2)
          + (1 + (kappa * qd d) * (kappa * qd d)) * sinh (d / 2) / 2))
  / root1 (kappa * qd d).

Lemma is_derive_Xcurve kappa A d : 0 < d ->
  is_derive (Xcurve kappa A) d (Xcurve' kappa A d).
Proof.
  intros H. unfold Xcurve, Xcurve', root1.
  pose proof (is_derive_qd d H) as Dq.
  assert (0 < 1 + kappa * qd d * (kappa * qd d)) as Hp by nra.
  pose proof (sqrt_lt_R0 _ Hp) as Hs.
  assert (Hx : Derive (fun x : R => qd x) d = qd' d) by (apply is_derive_unique, Dq).
  assert (Ex : ex_derive (fun x : R => qd x) d) by (exists (qd' d); exact Dq).
  auto_derive.
  - repeat split; try exact Ex; try exact Hp. apply ex_derive_asinh.
  - rewrite Derive_asinh, Hx.
    rewrite <- (sqrt_sqrt (1 + kappa * qd d * (kappa * qd d))) at 4 by lra.
    change (d * / 2) with (d / 2).
    field. lra.
Qed.

Lemma Xcurve'_neg kappa A d : 0 < kappa -> 0 < A -> 2 <= kappa * A -> 0 < d ->
  Xcurve' kappa A d < 0.
Proof.
  intros Hk HA Hr H. unfold Xcurve'.
  apply div_neg_pos; [| apply root1_pos].
  pose proof (curve_key d H) as K. pose proof (qd'_neg d H) as Q.
  pose proof (qd_pos d H) as P. pose proof (sinh_pos (d / 2)) as S.
  set (N := - qd' d) in *. set (q := qd d) in *.
  set (C := cosh (d / 2)) in *. set (T := sinh (d / 2)) in *.
  replace (qd' d) with (- N) by (unfold N; ring).
  assert (HN : 0 < N) by (unfold N; lra).
  clearbody N q C T.
  assert (E : N * q * C - q * q * T / 2 < - N) by lra.
  assert (kappa * (kappa * A * (N * q * C - q * q * T / 2) + 2 * N) <= 0).
  { assert (kappa * A * (N * q * C - q * q * T / 2) <= 2 * (N * q * C - q * q * T / 2)).
    { rewrite <- (Rmult_comm (N * q * C - q * q * T / 2) 2), (Rmult_comm (kappa * A)).
      apply Rmult_le_compat_neg_l; [lra | exact Hr]. }
    assert (kappa * A * (N * q * C - q * q * T / 2) + 2 * N <= 0) by lra.
    nra. }
  assert (0 < A * T) by (apply Rmult_lt_0_compat; lra).
  lra.
Qed.

Theorem Xcurve_strictly_decreasing kappa A : 0 < kappa -> 0 < A -> 2 <= kappa * A ->
  forall d e, 0 < d -> d < e -> Xcurve kappa A e < Xcurve kappa A d.
Proof.
  intros Hk HA Hr d e Hd Hde.
  apply (deriv_neg_lt (Xcurve kappa A) (Xcurve' kappa A)); [exact Hde | |].
  - intros x Hx. apply is_derive_Xcurve; lra.
  - intros x Hx. apply Xcurve'_neg; lra.
Qed.

(** ** Limit at 0 *)

Lemma qd_even d : qd (- d) = qd d.
Proof.
  unfold qd. replace (- d / 2) with (- (d / 2)) by field. rewrite sinh_opp.
  destruct (Req_dec (sinh (d / 2)) 0) as [-> | Hn].
  - rewrite Ropp_0, Rmult_0_r. unfold Rdiv; rewrite Rinv_0. ring.
  - field; exact Hn.
Qed.

Lemma Xcurve_even kappa A d : Xcurve kappa A (- d) = Xcurve kappa A d.
Proof.
  unfold Xcurve. rewrite qd_even.
  replace (- d / 2) with (- (d / 2)) by field. rewrite cosh_opp. reflexivity.
Qed.

Definition Xlow (kappa A d : R) : R := -2 * asinh kappa - A * root1 kappa * cosh (d / 2).
Definition Xhigh (kappa A d : R) : R :=
  -2 * asinh (kappa / cosh (d / 2)) - A * root1 (kappa / cosh (d / 2)) * cosh (d / 2).

Lemma Xcurve_squeeze kappa A d : 0 < kappa -> 0 < A -> d <> 0 ->
  Xlow kappa A d <= Xcurve kappa A d <= Xhigh kappa A d.
Proof.
  intros Hk HA.
  assert (Hpos : forall d, 0 < d -> Xlow kappa A d <= Xcurve kappa A d <= Xhigh kappa A d).
  { clear d. intros d H. unfold Xlow, Xcurve, Xhigh.
    pose proof (qd_lt_1 d H). pose proof (qd_gt d H). pose proof (cosh_pos (d / 2)) as C.
    pose proof (Rinv_0_lt_compat _ C). pose proof (qd_pos d H).
    set (c := cosh (d / 2)) in *. set (q := qd d) in *.
    assert (a1 : asinh (kappa * q) < asinh kappa) by (apply asinh_lt; nra).
    assert (a2 : asinh (kappa / c) < asinh (kappa * q)).
    { apply asinh_lt. unfold Rdiv. apply Rmult_lt_compat_l; lra. }
    assert (r1 : root1 (kappa * q) <= root1 kappa) by (apply root1_le; nra).
    assert (r2 : root1 (kappa / c) <= root1 (kappa * q)).
    { apply root1_le. unfold Rdiv. split; [nra | apply Rmult_le_compat_l; lra]. }
    assert (0 < A * c) by nra.
    assert (A * c * root1 (kappa * q) <= A * c * root1 kappa) by (apply Rmult_le_compat_l; lra).
    assert (A * c * root1 (kappa / c) <= A * c * root1 (kappa * q)) by (apply Rmult_le_compat_l; lra).
    split; nra. }
  intros Hn. destruct (Rdichotomy d 0 Hn) as [H | H].
  - specialize (Hpos (- d)). rewrite Xcurve_even in Hpos.
    unfold Xlow, Xhigh in *. replace (- d / 2) with (- (d / 2)) in Hpos by field.
    rewrite cosh_opp in Hpos. apply Hpos; lra.
  - apply Hpos; exact H.
Qed.

Lemma Xlow_lim kappa A : is_lim (Xlow kappa A) 0 (Xsup kappa A).
Proof.
  replace (Xsup kappa A) with (Xlow kappa A 0).
  - apply is_lim_continuity. apply (deriv_continuity_pt _ _ (- (A * root1 kappa * (sinh (0 / 2) / 2)))).
    unfold Xlow. auto_derive; [exact I |]. unfold Rdiv; ring.
  - unfold Xlow, Xsup, Rdiv. rewrite Rmult_0_l, cosh_0. ring.
Qed.

Lemma Xhigh_lim kappa A : is_lim (Xhigh kappa A) 0 (Xsup kappa A).
Proof.
  replace (Xsup kappa A) with (Xhigh kappa A 0).
  - apply is_lim_continuity. apply derivable_continuous_pt.
    apply ex_derive_Reals_0. unfold Xhigh, root1.
    pose proof (cosh_pos (0 / 2)) as C.
    auto_derive. repeat split; try apply ex_derive_asinh; try (apply Rgt_not_eq; exact C).
    match goal with |- 0 < 1 + ?u * ?u => nra end.
  - unfold Xhigh, Xsup. replace (0 / 2) with 0 by field. rewrite cosh_0.
    unfold Rdiv; rewrite Rinv_1, !Rmult_1_r. ring.
Qed.

Theorem Xcurve_lim_0 kappa A : 0 < kappa -> 0 < A ->
  is_lim (Xcurve kappa A) 0 (Xsup kappa A).
Proof.
  intros Hk HA.
  apply (is_lim_le_le_loc (Xlow kappa A) (Xhigh kappa A)); [| apply Xlow_lim | apply Xhigh_lim].
  exists posreal_one. intros y _ Hy. apply Xcurve_squeeze; assumption.
Qed.

(** The limit is a strict upper bound and every value below it is reached. *)
Lemma Xcurve_lt_sup kappa A d : 0 < kappa -> 0 < A -> 2 <= kappa * A -> 0 < d ->
  Xcurve kappa A d < Xsup kappa A.
Proof.
  intros Hk HA Hr Hd.
  assert (Hh : Xcurve kappa A d < Xcurve kappa A (d / 2)).
  { apply Xcurve_strictly_decreasing; lra. }
  apply Rlt_le_trans with (1 := Hh).
  destruct (Rle_lt_dec (Xcurve kappa A (d / 2)) (Xsup kappa A)) as [L | L]; [exact L | exfalso].
  pose proof (Xcurve_lim_0 kappa A Hk HA) as Lim.
  apply is_lim_spec in Lim.
  assert (0 < Xcurve kappa A (d / 2) - Xsup kappa A) as He by lra.
  destruct (Lim (mkposreal _ He)) as (del & Hdel).
  set (y := Rmin (d / 4) (del / 2)).
  assert (Hy : 0 < y) by (apply Rmin_pos; [lra | destruct del; simpl; lra]).
  assert (y <= d / 4) by apply Rmin_l. assert (y <= del / 2) by apply Rmin_r.
  specialize (Hdel y). simpl in Hdel.
  assert (Hb : Rabs (Xcurve kappa A y - Xsup kappa A) < Xcurve kappa A (d / 2) - Xsup kappa A).
  { apply Hdel; [| lra]. unfold ball; simpl; unfold AbsRing_ball, abs, minus, plus, opp; simpl.
    rewrite Ropp_0, Rplus_0_r, Rabs_pos_eq; destruct del; simpl in *; lra. }
  assert (Xcurve kappa A (d / 2) < Xcurve kappa A y).
  { apply Xcurve_strictly_decreasing; lra. }
  apply Rabs_def2 in Hb. lra.
Qed.

Lemma Xcurve_reaches kappa A x0 : 0 < kappa -> 0 < A ->
  x0 < Xsup kappa A -> exists d, 0 < d /\ Xcurve kappa A d = x0.
Proof.
  intros Hk HA Hx.
  (* a point near 0 with a larger value *)
  assert (Near : exists d1, 0 < d1 /\ x0 <= Xcurve kappa A d1).
  { pose proof (Xcurve_lim_0 kappa A Hk HA) as Lim.
    apply is_lim_spec in Lim.
    assert (0 < Xsup kappa A - x0) as He by lra.
    destruct (Lim (mkposreal _ He)) as (del & Hdel).
    exists (del / 2). destruct del as (del & Pd); simpl in *.
    split; [lra |].
    assert (Hb : Rabs (Xcurve kappa A (del / 2) - Xsup kappa A) < Xsup kappa A - x0).
    { apply Hdel; [| lra]. unfold ball; simpl; unfold AbsRing_ball, abs, minus, plus, opp; simpl.
      rewrite Ropp_0, Rplus_0_r, Rabs_pos_eq; lra. }
    apply Rabs_def2 in Hb. lra. }
  destruct Near as (d1 & P1 & L1).
  (* a point far away with a smaller value *)
  set (d2 := Rmax d1 (2 * (- x0 / A))).
  assert (d1 <= d2) by apply Rmax_l.
  assert (E2 : 2 * (- x0 / A) <= d2) by apply Rmax_r.
  assert (L2 : Xcurve kappa A d2 <= x0).
  { unfold Xcurve. pose proof (qd_pos d2 ltac:(lra)).
    pose proof (asinh_pos (kappa * qd d2) ltac:(nra)).
    pose proof (root1_ge_1 (kappa * qd d2)). pose proof (cosh_gt_x (d2 / 2)).
    assert (- x0 <= A * (d2 / 2)).
    { apply (Rmult_le_reg_r (/ A)); [apply Rinv_0_lt_compat; exact HA |].
      unfold Rdiv in E2 |- *. replace (A * (d2 * / 2) * / A) with (d2 * / 2) by (field; lra). lra. }
    pose proof (cosh_pos (d2 / 2)).
    assert (A * (d2 / 2) < A * cosh (d2 / 2)) by (apply Rmult_lt_compat_l; lra).
    assert (0 < A * cosh (d2 / 2)) by (apply Rmult_lt_0_compat; lra).
    assert (A * cosh (d2 / 2) * 1 <= A * cosh (d2 / 2) * root1 (kappa * qd d2))
      by (apply Rmult_le_compat_l; lra).
    lra. }
  destruct (ivt_down (Xcurve kappa A) d1 d2 x0) as (d & I & E); [lra | | lra |].
  - intros x I. apply (deriv_continuity_pt _ _ (Xcurve' kappa A x)).
    apply is_derive_Xcurve; lra.
  - exists d; split; [lra | exact E].
Qed.
