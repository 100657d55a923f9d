(** The recurrence with advantage (r - p) / (sqrt s + e), e > 0: p_n converges for every
    p_ref iff beta >= M_e. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas CrossRatio.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic.
From GrpoProofs.Whitening Require Import Recurrence Folds.
From GrpoProofs.Whitening Require NonConvergence.
From GrpoProofs.StdPlusEps Require Import Gain Slope GlobalConvergence Orbits.
Open Scope R_scope.

Section Smoothed.
Variable e : R.
Hypothesis Pe : 0 < e.
Let He : 0 <= e := Rlt_le _ _ Pe.

Lemma dGstd_small_far : forall beta, 0 < beta -> exists K, 0 < K /\ forall x, K < x -> dGstd e x < beta.
Proof.
  intros beta Hb. set (k := / (4 * (e * e) * beta)).
  assert (Pk : 0 < k) by (apply Rinv_0_lt_compat; repeat apply Rmult_lt_0_compat; lra).
  exists (4 * k). split; [lra|]. intros x Hx.
  assert (C : k < cosh (x / 2)).
  { unfold cosh. assert (Z := exp_ineq1_le (x / 2)). assert (Z2 := exp_pos (- (x / 2))). lra. }
  assert (S : sinh (x / 2) < cosh (x / 2))
    by (unfold sinh, cosh; assert (Z := exp_pos (- (x / 2))); lra).
  assert (E : 4 * (e * e) * beta * k = 1) by (unfold k; field; lra).
  unfold dGstd, Nstd. set (c := cosh (x / 2)) in *.
  assert (Pc : 0 < c) by lra. clearbody c.
  assert (D : c <= beta * ((2 * e * c) * (2 * e * c))).
  { replace (beta * ((2 * e * c) * (2 * e * c))) with (4 * (e * e) * beta * c * c) by ring.
    rewrite <- (Rmult_1_l c) at 1. apply Rmult_le_compat_r; [lra|]. rewrite <- E.
    apply Rmult_le_compat_l; [|lra]. repeat apply Rmult_le_pos; lra. }
  assert (Pec : 0 < 2 * e * c).
  { apply Rmult_lt_0_compat; [|exact Pc]. lra. }
  apply Rmult_lt_reg_r with ((1 + 2 * e * c) * (1 + 2 * e * c)); [apply Rmult_lt_0_compat; lra|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r
    by (apply Rgt_not_eq, Rmult_lt_0_compat; lra).
  apply Rlt_le_trans with (1 := S). apply Rle_trans with (1 := D).
  apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat; lra.
Qed.

Lemma std_smoothed : smoothed (Wstd e) (dGstd e).
Proof.
  split.
  - now apply Wstd_bounded.
  - now apply dGstd_slopes_twice.
  - intros x. apply (deriv_continuity_pt _ _ (d2Gstd e x)), dGstd_derive, He.
  - exact dGstd_small_far.
Qed.

(** The slope of the gain has its maximum M_e at some x > 0. *)
Lemma top_exists : exists z, 0 < z /\ std z = y1 e /\ dGstd e z = Mstd e.
Proof.
  destruct (std_slope_supremum e Pe) as (_ & Y & _ & _ & Eq & (z & Hz)).
  assert (Ev : std (- z) = std z) by (unfold std; now rewrite sigma_opp, var_compl).
  assert (S0 : std 0 = / 2).
  { rewrite std_closed. replace (0 / 2) with 0 by field. rewrite cosh_0. field. }
  assert (A : forall t, 0 < t -> std t = y1 e -> dGstd e t = Mstd e).
  { intros t Ht E. apply Eq in E. rewrite Rabs_pos_eq in E; [exact E|]. left. now apply dGstd_pos. }
  destruct (Rtotal_order z 0) as [L | [L | L]].
  - exists (- z). rewrite Ev. repeat split; try lra. apply A; lra.
  - rewrite L in Hz. lra.
  - exists z. repeat split; try lra. apply A; lra.
Qed.

(** Beyond the maximum of the slope, 2 e cosh^2 (x/2) >= cosh (x/2) + 4 e. *)
Lemma beyond_top z x : 0 < z <= x -> std z = y1 e ->
  cosh (x / 2) + 4 * e <= 2 * e * (cosh (x / 2) * cosh (x / 2)).
Proof.
  intros Hzx Hz. rewrite std_closed in Hz.
  assert (Cz : 1 <= cosh (z / 2)) by apply cosh_ge_1.
  assert (C : cosh (z / 2) <= cosh (x / 2)).
  { destruct (Req_dec z x) as [->|N]; [lra|]. left. apply cosh_lt; lra. }
  assert (Y := y1_equation e Pe). rewrite <- Hz in Y.
  set (k := cosh (z / 2)) in *. set (c := cosh (x / 2)) in *. clearbody k c.
  assert (E : k + 4 * e = 2 * e * (k * k)).
  { apply Rmult_eq_reg_r with (/ (2 * (k * k))); [|apply Rinv_neq_0_compat; nra].
    apply Rminus_diag_uniq.
    replace ((k + 4 * e) * / (2 * (k * k)) - 2 * e * (k * k) * / (2 * (k * k)))
      with (8 * e * (/ (2 * k) * / (2 * k)) + / (2 * k) - e) by (field; lra).
    exact Y. }
  assert (P : 1 <= 2 * e * k) by nra.
  assert (0 <= (c - k) * (2 * e * (c + k) - 1)) by (apply Rmult_le_pos; nra). nra.
Qed.

Lemma std_fold_gap beta x2 : 0 < beta -> 0 < x2 -> dGstd e x2 = beta ->
  (forall z, x2 < z -> dGstd e z < beta) ->
  Gstd e (x2 + (Gstd e x2 - Gstd e 0) / beta) - Gstd e x2 < 2 * beta * x2.
Proof.
  intros Hb Hx E S. destruct top_exists as (z & Pz & Hz & Ez).
  assert (L : z <= x2).
  { apply Rnot_lt_le. intros N. specialize (S z N).
    destruct (std_slope_supremum e Pe) as (_ & _ & _ & B & _). specialize (B x2).
    assert (Q := Rle_abs (dGstd e x2)). lra. }
  assert (Q := beyond_top z x2 (conj Pz L) Hz).
  set (v := x2 + (Gstd e x2 - Gstd e 0) / beta). clearbody v.
  destruct (Gstd_envelope e He v) as (_ & _ & _ & U).
  specialize (U Pe). rewrite (Gstd_closed e He x2). unfold Nstd.
  assert (T := t_cosh_ge_sinh (x2 / 2) ltac:(lra)).
  assert (Ps := sinh_pos (x2 / 2) ltac:(lra)). assert (C := cosh_sqr (x2 / 2)).
  assert (C1 := cosh_ge_1 (x2 / 2)).
  rewrite <- E. unfold dGstd, Nstd.
  set (c := cosh (x2 / 2)) in *. set (s := sinh (x2 / 2)) in *.
  clearbody c s. assert (Pn : 0 < 1 + 2 * e * c) by nra.
  assert (A : / e - 2 * c / (1 + 2 * e * c) = / (e * (1 + 2 * e * c))) by (field; lra).
  assert (B : / (e * (1 + 2 * e * c)) <= 4 * (s * s) / (c * ((1 + 2 * e * c) * (1 + 2 * e * c)))).
  { apply Rmult_le_reg_r with (e * c * ((1 + 2 * e * c) * (1 + 2 * e * c)));
      [repeat apply Rmult_lt_0_compat; lra|].
    replace (/ (e * (1 + 2 * e * c)) * (e * c * ((1 + 2 * e * c) * (1 + 2 * e * c))))
      with (c + 2 * e * (c * c)) by (field; lra).
    replace (4 * (s * s) / (c * ((1 + 2 * e * c) * (1 + 2 * e * c))) *
      (e * c * ((1 + 2 * e * c) * (1 + 2 * e * c)))) with (4 * e * (s * s)) by (field; lra).
    replace (s * s) with (c * c - 1) by lra. lra. }
  assert (D : 4 * (s * s) / (c * ((1 + 2 * e * c) * (1 + 2 * e * c)))
              < 2 * (s / ((1 + 2 * e * c) * (1 + 2 * e * c))) * x2).
  { replace (2 * (s / ((1 + 2 * e * c) * (1 + 2 * e * c))) * x2)
      with (4 * (s * (x2 / 2 * c)) / (c * ((1 + 2 * e * c) * (1 + 2 * e * c)))) by (field; lra).
    apply Rmult_lt_compat_r.
    - apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; lra.
    - apply Rmult_lt_compat_l; [lra|]. now apply Rmult_lt_compat_l. }
  lra.
Qed.
End Smoothed.

(** H14 (as F6). For e > 0, p_n converges for every p_ref in (0,1) iff beta >= M_e. *)
Theorem std_converges_for_all_references_iff beta e : 0 < beta -> 0 < e ->
  ((forall pref, 0 < pref < 1 -> ex_finite_lim_seq (iter (hstd pref beta e) pref))
   <-> Mstd e <= beta).
Proof.
  intros Hb Pe. assert (He : 0 <= e) by lra. split.
  - intros H. apply Rnot_lt_le. intros HM. destruct (top_exists e Pe) as (z & Pz & _ & Ez).
    destruct (NonConvergence.nonconvergent_reference (Wstd e) (dGstd e) beta (std_whitening e He)
      (std_smoothed e Pe) Hb) with (top := z) as (pref & Hp & No).
    + intros x2 Hx E S. exact (std_fold_gap e Pe beta x2 Hb Hx E S).
    + exact Pz.
    + lra.
    + exact (No (H pref Hp)).
  - intros HM pref Hp.
    destruct (std_global_convergence e (logit pref) beta Pe Hb HM) as (c & _ & _ & L).
    exists (sigma c). exact (p_lim (Wstd e) pref beta Hp c (L (logit pref))).
Qed.
