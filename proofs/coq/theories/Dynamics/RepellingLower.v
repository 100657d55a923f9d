(** With three fixed points the lower one need not attract: an example at eps = 10^-6,
    beta = 1, x0 = -10. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints LocalStability.
From GrpoProofs.Orbits Require Import Folds.
Open Scope R_scope.

Definition e6 : R := 1 / 1000000.

Lemma psi_unfold (x : R) : psi 1 e6 x =
  x - 1 / sqrt (/ (1 + exp (- x)) * (1 - / (1 + exp (- x))) + 1 / 1000000).
Proof. unfold psi, G, Omega, sigma, var, e6. field. apply Rgt_not_eq, sqrt_lt_R0.
  pose proof (var_sigma_pos x) as H. unfold var, sigma in H. lra. Qed.

Lemma slope_on_box (x : R) : -3.64655 <= x <= -3.64654 -> dG e6 x < -3.015.
Proof.
  intros Hx. unfold dG, GD, sinh, cosh, e6. zinterval.
Qed.

(** D8. At eps = 10^-6, beta = 1, x0 = -10 there are three fixed points and the lowest one
    is repelling: its multiplier is below -3.015. *)
Theorem lower_fixed_point_repelling_example :
  nfix (F (-10) 1 e6) 3 /\
  exists a, least_fixpt (F (-10) 1 e6) a /\ Derive (F (-10) 1 e6) a < -3.015.
Proof.
  assert (He : 0 < e6) by (unfold e6; lra).
  assert (Hm : 1 < Meps e6) by (unfold Meps, e6; zinterval).
  destruct (folds_exist 1 e6 Rlt_0_1 He Hm) as [x1 [x2 [Hf _]]].
  pose proof Hf as [[P1 P2] _].
  assert (V0 : -10 < psi 1 e6 0) by (rewrite psi_unfold; zinterval).
  assert (V20 : psi 1 e6 20 < -10) by (rewrite psi_unfold; zinterval).
  assert (Vl : psi 1 e6 (-3.64655) < -10) by (rewrite psi_unfold; zinterval).
  assert (Vr : -10 < psi 1 e6 (-3.64654)) by (rewrite psi_unfold; zinterval).
  assert (X20 : x1 <= 20).
  { destruct (Rle_lt_dec x1 20) as [Q|Q]; [exact Q|].
    pose proof (psi_up_1 1 e6 Rlt_0_1 He x1 x2 Hf 0 20 ltac:(lra) ltac:(lra)). lra. }
  pose proof (psi_ge_mid 1 e6 Rlt_0_1 He x1 x2 Hf 20 X20).
  pose proof (psi_le_mid 1 e6 Rlt_0_1 He x1 x2 Hf 0 ltac:(lra)).
  split; [apply (nfix_3 1 e6 Rlt_0_1 He x1 x2 Hf); lra|].
  destruct (ivt_seg (psi 1 e6) (-3.64655) (-3.64654) (-10)) as [a [Ha Ea]]; try lra.
  { intros x _. apply psi_continuity_pt; lra. }
  exists a. split.
  - split; [now apply fixpt_psi|]. intros y Hy. apply fixpt_psi in Hy.
    destruct (Rle_lt_dec a y) as [Q|Q]; [exact Q|].
    pose proof (psi_increasing_neg 1 e6 Rlt_0_1 (Rlt_le _ _ He) y a Q ltac:(lra)). lra.
  - replace (Derive (F (-10) 1 e6) a) with (dG e6 a / 1)
      by (symmetry; apply is_derive_unique, F_derive; lra).
    pose proof (slope_on_box a Ha). lra.
Qed.

(** D8, control. The multiplier is not below -3.0152: the digits of the example are exact. *)
Theorem lower_fixed_point_repelling_control (a : R) :
  least_fixpt (F (-10) 1 e6) a -> ~ Derive (F (-10) 1 e6) a < -3.0152.
Proof.
  assert (He : 0 < e6) by (unfold e6; lra). intros [Ea Ma].
  apply fixpt_psi in Ea.
  assert (Vl : psi 1 e6 (-3.64655) < -10) by (rewrite psi_unfold; zinterval).
  assert (Vr : -10 < psi 1 e6 (-3.64654)) by (rewrite psi_unfold; zinterval).
  destruct (ivt_seg (psi 1 e6) (-3.64655) (-3.64654) (-10)) as [c [Hc Ec]]; try lra.
  { intros x _. apply psi_continuity_pt; lra. }
  pose proof (Ma c (proj2 (fixpt_psi (-10) 1 e6 c) Ec)) as Hac.
  assert (Ha : -3.64655 <= a <= -3.64654).
  { split; [|lra]. destruct (Rle_lt_dec (-3.64655) a) as [Q|Q]; [exact Q|].
    pose proof (psi_increasing_neg 1 e6 Rlt_0_1 (Rlt_le _ _ He) a (-3.64655) Q ltac:(lra)). lra. }
  replace (Derive (F (-10) 1 e6) a) with (dG e6 a / 1)
    by (symmetry; apply is_derive_unique, F_derive; lra).
  assert (-3.0152 <= dG e6 a); [|lra].
  unfold dG, GD, sinh, cosh, e6. zinterval.
Qed.
