(** Advantage (r - p) / (sqrt s + e): with three fixed points the lower one need not attract: an
    example at e = 1/1000, beta = 1, x0 = -10 (claim D8). *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Whitening Require Import Recurrence Folds FixedPoints.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits NonConvergence Cusp.
Open Scope R_scope.

Local Definition e3 : R := 1 / 1000.
Local Definition psi (x : R) : R := psiW (Wstd e3) 1 x.

Lemma psi_unfold x : psi x = x - 2 * cosh (x / 2) / (1 + 2 * e3 * cosh (x / 2)).
Proof.
  unfold psi, psiW. change (gain (Wstd e3) x) with (Gstd e3 x).
  rewrite (Gstd_closed e3) by (unfold e3; lra). unfold Nstd. field.
  pose proof (cosh_pos (x / 2)). unfold e3. lra.
Qed.

Ltac enclose_psi := rewrite psi_unfold; unfold cosh, e3; zinterval.

(** H14 (as D8). At e = 1/1000, beta = 1, x0 = -10 there are three fixed points and the lowest
    one is repelling: its multiplier is below -2.992. *)
Theorem std_lower_fixed_point_repelling_example :
  nfix (Fstd (-10) 1 (1 / 1000)) 3 /\
  exists a, lowest (Fstd (-10) 1 (1 / 1000)) a /\ Derive (Fstd (-10) 1 (1 / 1000)) a < -2.992.
Proof.
  fold e3. assert (Pe : 0 < e3) by (unfold e3; lra). assert (He : 0 <= e3) by lra.
  set (HW := std_whitening e3 He). set (Sm := std_smoothed e3 Pe).
  assert (V0 : -10 < psi 0) by enclose_psi. assert (V10 : psi 10 < -10) by enclose_psi.
  assert (Vl : psi (-3.65658) < -10) by enclose_psi. assert (Vr : -10 < psi (-3.65657)) by enclose_psi.
  assert (Hm : 1 < dGstd e3 (xcstd e3)).
  { apply Rnot_le_lt. intros Q.
    assert (psi 0 < psi 10); [|lra].
    apply (Cusp.psi_increasing_from_peak (Wstd e3) (dGstd e3) (xcstd e3) HW (std_peak e3 Pe) 1 Q). lra. }
  destruct (folds_exist (Wstd e3) (dGstd e3) 1 HW Rlt_0_1 Sm (xcstd e3) (xcstd_pos e3 Pe) Hm)
    as [x1 [x2 [Hf _]]].
  pose proof Hf as [[P1 P2] _].
  assert (X10 : x1 <= 10).
  { apply Rnot_lt_le. intros Q.
    pose proof (psi_lower (Wstd e3) (dGstd e3) 1 HW Rlt_0_1 Sm x1 x2 Hf 0 10 ltac:(lra) ltac:(lra)) as Z.
    fold (psi 0) (psi 10) in Z. lra. }
  pose proof (psi_ge_mid (Wstd e3) (dGstd e3) 1 HW Sm Rlt_0_1 x1 x2 Hf 10 X10) as Z1.
  pose proof (psi_le_mid (Wstd e3) (dGstd e3) 1 HW Sm Rlt_0_1 x1 x2 Hf 0 ltac:(lra)) as Z2.
  fold (psi 10) in Z1. fold (psi 0) in Z2.
  split; [apply (nfix_3 (Wstd e3) (dGstd e3) 1 HW Sm Rlt_0_1 x1 x2 Hf); lra|].
  destruct (ivt_seg psi (-3.65658) (-3.65657) (-10)) as [a [Ha Ea]]; try lra.
  { intros x _. apply (psi_continuity_pt (Wstd e3) (dGstd e3) 1 HW). }
  exists a. split.
  - split; [now apply (fixpt_psi (Wstd e3))|]. intros y Hy. apply (fixpt_psi (Wstd e3)) in Hy.
    fold (psi y) in Hy. apply Rnot_lt_le. intros Q.
    pose proof (psi_increasing_neg (Wstd e3) (dGstd e3) 1 HW Rlt_0_1 y a Q ltac:(lra)) as Z.
    fold (psi y) (psi a) in Z. lra.
  - replace (Derive (Fstd (-10) 1 e3) a) with (dGstd e3 a / 1)
      by (symmetry; apply is_derive_unique, (FW_derive (Wstd e3) (dGstd e3) (-10) 1 HW)).
    assert (dGstd e3 a < -2.992); [|lra].
    unfold dGstd, Nstd, sinh, cosh, e3. zinterval.
Qed.

(** H14 (as D8), control. The multiplier is not below -2.994: the digits are exact. *)
Theorem std_lower_fixed_point_repelling_control a :
  lowest (Fstd (-10) 1 (1 / 1000)) a -> ~ Derive (Fstd (-10) 1 (1 / 1000)) a < -2.994.
Proof.
  fold e3. assert (Pe : 0 < e3) by (unfold e3; lra). assert (He : 0 <= e3) by lra.
  set (HW := std_whitening e3 He). intros [Ea Ma]. apply (fixpt_psi (Wstd e3)) in Ea. fold (psi a) in Ea.
  assert (Vl : psi (-3.65658) < -10) by enclose_psi. assert (Vr : -10 < psi (-3.65657)) by enclose_psi.
  destruct (ivt_seg psi (-3.65658) (-3.65657) (-10)) as [c [Hc Ec]]; try lra.
  { intros x _. apply (psi_continuity_pt (Wstd e3) (dGstd e3) 1 HW). }
  pose proof (Ma c (proj2 (fixpt_psi (Wstd e3) 1 (-10) c) Ec)) as Hac.
  assert (Ha : -3.65658 <= a <= -3.65657).
  { split; [|lra]. apply Rnot_lt_le. intros Q.
    pose proof (psi_increasing_neg (Wstd e3) (dGstd e3) 1 HW Rlt_0_1 a (-3.65658) Q ltac:(lra)) as Z.
    fold (psi a) (psi (-3.65658)) in Z. lra. }
  replace (Derive (Fstd (-10) 1 e3) a) with (dGstd e3 a / 1)
    by (symmetry; apply is_derive_unique, (FW_derive (Wstd e3) (dGstd e3) (-10) 1 HW)).
  assert (-2.994 <= dGstd e3 a); [|lra].
  unfold dGstd, Nstd, sinh, cosh, e3. zinterval.
Qed.
