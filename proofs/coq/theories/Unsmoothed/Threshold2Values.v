(** Numerical enclosures of the threshold beta_2 = 1.0958431... and of the universal
    reference sigma (x_FL beta_2) = 0.0099256138..., and the resulting decimal form of
    the universal convergence theorem. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycles Thresholds NonConvergence
  Threshold2.
Open Scope R_scope.

Lemma w_2_enclosure : 0.94754 < w_2 < 0.94755.
Proof.
  pose proof w_2_range as W. pose proof lnR_w_2 as Z.
  assert (A1 : 2 * sinh 0.94754 * Tw 0.94754 < cosh (Tw 0.94754)).
  { apply Rminus_lt_0. unfold Tw, cothw, sinh, cosh. zinterval. }
  assert (A2 : cosh (Tw 0.94755) < 2 * sinh 0.94755 * Tw 0.94755).
  { apply Rminus_lt_0. unfold Tw, cothw, sinh, cosh. zinterval. }
  apply lnR_pos in A1; [| lra].
  destruct (lnR_pos 0.94755 ltac:(lra)) as (S1 & S2).
  split; apply Rnot_le_lt; intros [L | L].
  - pose proof (lnR_decreasing w_2 0.94754 ltac:(lra) L). lra.
  - rewrite L in Z. lra.
  - pose proof (lnR_decreasing 0.94755 w_2 ltac:(lra) L) as M. rewrite Z in M.
    apply S1 in M. lra.
  - rewrite <- L in Z. apply S2 in Z. lra.
Qed.

(** G6 (value of beta_2). *)
Theorem beta_2_enclosure : 1.0958 < beta_2 < 1.0959.
Proof.
  pose proof w_2_enclosure as (L & U). apply sinh_lt in L. apply sinh_lt in U. fold beta_2 in L, U.
  assert (A1 : 1.0958 < sinh 0.94754) by (unfold sinh; zinterval).
  assert (A2 : sinh 0.94755 < 1.0959) by (unfold sinh; zinterval).
  lra.
Qed.

Lemma Tw_increasing a b : 1 < sinh a -> 0 < a -> a < b -> Tw a < Tw b.
Proof.
  intros Ha Pa Hab. apply (deriv_pos_lt Tw Tw'); [exact Hab | |].
  - intros x Hx. apply Tw_derive. lra.
  - intros x Hx. unfold Tw'. pose proof (sinh_lt a x ltac:(lra)).
    assert (/ (sinh x * sinh x) < / 1); [| lra]. apply Rinv_lt_contravar; nra.
Qed.

Lemma sinh_low : 1 < sinh 0.94754.
Proof. unfold sinh. zinterval. Qed.

Lemma sigma_low : 0.009925 < sigma (- (2 * Tw 0.94755)).
Proof. unfold sigma, Tw, cothw, sinh, cosh. zinterval. Qed.

Lemma sigma_high : sigma (- (2 * Tw 0.94754)) < 0.009926.
Proof. unfold sigma, Tw, cothw, sinh, cosh. zinterval. Qed.

(** G6 (value of the universal reference). *)
Theorem universal_reference_enclosure : 0.009925 < sigma (x_FL beta_2) < 0.009926.
Proof.
  pose proof w_2_enclosure as (L & U).
  pose proof beta_2_gt_1 as B.
  assert (E : x_FL beta_2 = - (2 * Tw w_2)).
  { pose proof (x_FL_Tw beta_2 ltac:(lra)) as E. unfold beta_2 in E at 2.
    rewrite asinh_sinh in E. lra. }
  pose proof sinh_low as S1.
  pose proof (Tw_increasing 0.94754 w_2 S1 ltac:(lra) L) as T1.
  assert (S2 : 1 < sinh w_2) by (pose proof (sinh_lt _ _ L); lra).
  pose proof (Tw_increasing w_2 0.94755 S2 ltac:(lra) U) as T2.
  rewrite E. split.
  - apply Rlt_trans with (sigma (- (2 * Tw 0.94755))).
    + apply sigma_low.
    + apply sigma_increasing. lra.
  - apply Rlt_trans with (sigma (- (2 * Tw 0.94754))).
    + apply sigma_increasing. lra.
    + apply sigma_high.
Qed.

(** G6 (decimal form). Without smoothing, p_ref >= 0.009926 converges for every beta. *)
Corollary universal_convergence_decimal pref beta : 0.009926 <= pref < 1 -> 0 < beta ->
  exists l : R, is_lim_seq (iter (h pref beta 0) pref) l.
Proof.
  intros Hp Hb. pose proof universal_reference_enclosure.
  apply universal_convergence_unsmoothed; lra.
Qed.

(** G6 (control). The universal reference is the best possible: below it, arbitrarily
    close, there are references and beta for which p_n has no limit. *)
Theorem universal_reference_sharp delta : 0 < delta ->
  exists beta pref, 0 < beta /\ 0 < pref < 1 /\
    x_FL beta_2 - delta < logit pref < x_FL beta_2 /\
    ~ exists l : R, is_lim_seq (iter (h pref beta 0) pref) l.
Proof.
  intros Hd. pose proof beta_2_gt_1 as B2.
  set (y0 := - x_FL beta_2). set (y := y0 + delta).
  pose proof (FL_beyond_min beta_2 ltac:(lra)) as M. fold y0 in M.
  pose proof (y_min_pos beta_2 ltac:(lra)) as Pm.
  assert (P0 : 0 <= phi beta_2 y0) by (apply phi_FL_sign; lra).
  assert (P1 : 0 < phi beta_2 y).
  { pose proof (phi_increasing beta_2 y0 y ltac:(lra) ltac:(unfold y; lra)). lra. }
  assert (S1 : 2 * beta_2 < sinh (y / 2)).
  { rewrite <- sinh_y_min. apply sinh_lt. unfold y. lra. }
  (* beta slightly above beta_2 *)
  set (eta := Rmin ((sinh (y / 2) - 2 * beta_2) / 2) (phi beta_2 y / (2 * y))).
  assert (Py : 0 < y) by (unfold y; lra).
  assert (Pe : 0 < eta) by (apply Rmin_pos; [lra | apply Rdiv_lt_0_compat; lra]).
  assert (L1 : eta <= (sinh (y / 2) - 2 * beta_2) / 2) by apply Rmin_l.
  assert (L2 : eta <= phi beta_2 y / (2 * y)) by apply Rmin_r.
  set (beta := beta_2 + eta).
  assert (Hb : 0 < beta) by (unfold beta; lra).
  assert (Ym : y_min beta <= y).
  { apply Rnot_lt_le. intros K. pose proof (sinh_lt (y / 2) (y_min beta / 2) ltac:(lra)) as Q.
    rewrite sinh_y_min in Q. unfold beta in Q. lra. }
  assert (Py2 : 0 < phi beta y).
  { assert (eta * y <= phi beta_2 y / 2).
    { apply (Rmult_le_compat_r y) in L2; [| lra].
      replace (phi beta_2 y / (2 * y) * y) with (phi beta_2 y / 2) in L2 by (field; lra). exact L2. }
    unfold beta, phi in *. lra. }
  assert (Hc : beta_c <= beta) by (pose proof beta_c_enclosure; unfold beta; lra).
  destruct (largest_root_exists beta Hc) as (b2 & Root & _).
  assert (Lb : b2 < y) by (apply (phi_pos_right beta b2 y Hb Root Ym); exact Py2).
  destruct (some_orbit_lands_on_cycle beta b2 ltac:(unfold beta; lra) Root)
    as (x0 & u & v & N & Ix & Cy & E).
  assert (Hp : 0 < sigma x0 < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  exists beta, (sigma x0). split; [exact Hb |]. split; [exact Hp |]. rewrite logit_sigma. split.
  - pose proof (x_FL_decreasing beta_2 beta B2 ltac:(unfold beta; lra)). unfold y, y0 in *. lra.
  - intros Conv. apply (p_converges_iff beta (sigma x0) Hb Hp) in Conv.
    rewrite logit_sigma in Conv.
    destruct Conv as [D | (c & D)]; revert D; apply (on_cycle_no_limit _ u v x0 N Cy E).
Qed.

(** F8 (control). The universal reference p_u = 0.01003... of F8 cannot be replaced by
    0.009925: some reference above it diverges. *)
Theorem universal_threshold_control :
  ~ (forall pref beta eps, 0.009925 <= pref -> pref < 1 -> 0 < beta -> 0 <= eps ->
       exists l : R, is_lim_seq (iter (h pref beta eps) pref) l).
Proof.
  intros H. pose proof universal_reference_enclosure as (L & _).
  assert (D : logit 0.009925 < x_FL beta_2).
  { apply sigma_lt_iff. rewrite sigma_logit by lra. exact L. }
  destruct (universal_reference_sharp (x_FL beta_2 - logit 0.009925)) as
    (beta & pref & Hb & Hp & Ix & No); [lra |].
  apply No. apply (H pref beta 0); try lra. left.
  rewrite <- (sigma_logit 0.009925) by lra. rewrite <- (sigma_logit pref) by exact Hp.
  apply sigma_increasing. lra.
Qed.
