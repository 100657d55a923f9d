(** Controls of computed bounds: each is the refutation of a bound that is stronger in the last
    digit. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Thresholds NonConvergence Threshold2 Threshold2Values TwoCycles.
From GrpoProofs.Computation Require Import IntervalZ PeriodThree.
Open Scope R_scope.

(** G5 (control). beta_c = 0.7544..., not more. *)
Theorem beta_c_control : ~ 0.7545 < beta_c.
Proof. pose proof beta_c_enclosure. lra. Qed.

(** G6 (control). beta_2 = 1.0958..., not more; and sigma (x_FL beta_2) = 0.009925..., not more. *)
Theorem beta_2_control : ~ 1.0959 < beta_2 /\ ~ 0.009926 < sigma (x_FL beta_2).
Proof. pose proof beta_2_enclosure. pose proof universal_reference_enclosure. lra. Qed.

(** G7 (control). beta_1 = 0.8506..., not more. *)
Theorem beta_1_control : ~ 0.8507 < beta_1.
Proof. pose proof beta_1_enclosure. lra. Qed.

(** F15 (i), control. The lowest point of the 3-cycle is above 0.007595, but not above 0.007623. *)
Theorem three_cycle_control u : let f := h (1 / 2500) (2 / 3) (1 / 100) in
  0.007595 <= u <= 0.007625 -> f (f (f u)) = u -> ~ 0.007623 < u.
Proof.
  intros f Hu E L.
  assert (M1 : 0.9705076 <= f u <= 0.9705259)
    by (unfold f, h, Omega, var; split; zinterval_split u).
  set (v := f u) in *. clearbody v.
  assert (M2 : 0.452374 <= f v <= 0.452797) by (unfold f, h, Omega, var; split; zinterval_split v).
  set (w := f v) in *. clearbody w.
  assert (M3 : f w <= 0.0076226) by (unfold f, h, Omega, var; zinterval_split w). lra.
Qed.

(** F15 (iii), control. h^3 (1/2) is not above 0.76436. *)
Theorem period_three_unsmoothed_control : ~ 0.76436 <= iter (h (1 / 340000) 23 0) (/ 2) 3.
Proof. pose proof instance_iii as I. simpl in *. lra. Qed.

(** F10 (CE2), control. The lower point of the 2-cycle is above 0.0076, but not above 0.0078. *)
Theorem cycle_2_control u : let f := h (1 / 1000) 1 (1 / 100) in
  0.0076 <= u <= 0.0079 -> f (f u) = u -> ~ 0.0078 < u.
Proof.
  intros f Hu E L.
  assert (M1 : 0.641 <= f u <= 0.646) by (unfold f, h, Omega, var; split; zinterval_split u).
  revert E. set (v := f u) in *. clearbody v. intros E.
  assert (M2 : f v <= 0.0078) by (unfold f, h, Omega, var; zinterval_split v). lra.
Qed.

(** F10 (CE3), control. The lower point of the 2-cycle is above 0.0055, but not above 0.00565. *)
Theorem cycle_3_control u : let f := h (1 / 500) 2 0 in
  0.0055 <= u <= 0.0057 -> f (f u) = u -> ~ 0.00565 < u.
Proof.
  intros f Hu E L.
  assert (M1 : 0.603 <= f u <= 0.613) by (unfold f, h, Omega, var; split; zinterval_split u).
  revert E. set (v := f u) in *. clearbody v. intros E.
  assert (M2 : f v <= 0.00565) by (unfold f, h, Omega, var; zinterval_split v). lra.
Qed.
