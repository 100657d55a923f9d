(** F8: above the universal threshold p_u = 0.010039... the sequence converges for every
    beta > 0 and every eps >= 0. The instance W = Omega eps of [Whitening.UniversalThreshold]. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Classification.
From GrpoProofs.Whitening Require Export UniversalThreshold.
From GrpoProofs.Orbits Require Import CrossRatio LowFixpt Flip Success Jump.
Open Scope R_scope.

Section Ratio.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.

(** G >= 2 coth (x/2) G' for x > 0. *)
Lemma G_over_slope : forall x, 0 < x -> 2 * coth (x / 2) * dG eps x <= G eps x.
Proof.
  intros x Hx. rewrite G_closed by exact He. fold (GD eps x). unfold dG, coth.
  assert (P := GD_ge_1 eps He x). assert (Q := sqrt_GD_pos eps He x).
  assert (S := sinh_pos (x / 2) ltac:(lra)). assert (C := cosh_pos (x / 2)).
  replace (2 * (cosh (x / 2) / sinh (x / 2)) * (sinh (x / 2) / (GD eps x * sqrt (GD eps x))))
    with (2 * cosh (x / 2) / sqrt (GD eps x) * / GD eps x) by (field; lra).
  rewrite <- (Rmult_1_r (2 * cosh (x / 2) / sqrt (GD eps x))) at 2.
  apply Rmult_le_compat_l.
  - left. apply Rdiv_lt_0_compat; lra.
  - rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.

(** If the slope at x is at least beta, psi x <= x - 2 coth (x/2). *)
Lemma psi_steep : forall x, 0 < x -> beta <= dG eps x -> psi beta eps x <= x - 2 * coth (x / 2).
Proof. exact (UniversalThreshold.psi_steep _ _ beta G_over_slope Hb). Qed.

(** Flip instability at a < 0 forces x0 < - 2 (t + coth t), t = - a / 2. *)
Lemma unstable_forces_low_reference : forall x0 a, fixpt (F x0 beta eps) a -> a < 0 ->
  beta < Bthr eps (sigma a) -> x0 < - (2 * (- a / 2 + coth (- a / 2))).
Proof.
  intros x0 a Fa Ha. rewrite (slope_vs_threshold eps a He Ha).
  now apply (UniversalThreshold.unstable_forces_low_reference _ _ beta
    (Omega_whitening eps He) G_over_slope Hb).
Qed.
End Ratio.

(** Convergence whenever no fixed point below 1/2 is flip-unstable. *)
Theorem converges_if_low_stable : forall pref beta eps, 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  (forall a, fixpt (F (logit pref) beta eps) a -> a < 0 -> Bthr eps (sigma a) <= beta) ->
  let p := iter (h pref beta eps) pref in
  (exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1).
Proof.
  intros pref beta eps Hp Hb He St p.
  destruct (Classification.converges_if_low_stable _ _ pref beta (Omega_whitening eps He) Hp Hb)
    as [C1 C2].
  - intros a Fa Ha. rewrite <- (slope_vs_threshold eps a He Ha). now apply St.
  - destruct He as [P|E].
    + left. apply C1; [now apply Omega_bounded | now apply dG_slopes_twice, Rlt_le].
    + destruct C2 as [C|C]; [now apply dG_slopes_once; [right|] | now left | now right].
Qed.

(** F8. If p_ref >= p_u = 1 / (1 + (1 + sqrt 2)^2 exp (2 sqrt 2)), then p_n converges for
    every beta > 0 and every eps >= 0: to a fixed point of h, or to 1 if eps = 0. *)
Theorem universal_convergence_threshold : forall pref beta eps,
  p_u <= pref < 1 -> 0 < beta -> 0 <= eps ->
  let p := iter (h pref beta eps) pref in
  ex_finite_lim_seq p /\
  ((exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1)).
Proof.
  intros pref beta eps Hpu Hb He p.
  destruct (low_stable_above_threshold _ _ beta (Omega_whitening eps He)
    (G_over_slope eps He) Hb pref Hpu) as [Hp St].
  assert (C : (exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1)).
  { apply converges_if_low_stable; auto. intros a Fa Ha.
    rewrite (slope_vs_threshold eps a He Ha). now apply St. }
  split; [|exact C]. destruct C as [[c [_ L]]|[_ L]]; [exists c | exists 1]; exact L.
Qed.
