(** Advantage (r - p) / (sqrt s + e), e > 0: where three fixed points exist (claim D8). *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Whitening Require Import Recurrence Folds FixedPoints.
From GrpoProofs.Whitening Require Multistability.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits NonConvergence Cusp CuspCurve.
Open Scope R_scope.

(** H14 (as D8). For every e > 0, M_e > 0, and for every beta < M_e three fixed points exist
    exactly for x0 in the non-empty interval (psi~ x2, psi~ x1): no largest e. *)
Theorem std_multistability_at_every_e e : 0 < e ->
  0 < Mstd e /\
  forall beta, 0 < beta < Mstd e -> exists x1 x2,
    (0 < x1 < x2 /\ dGstd e x1 = beta /\ dGstd e x2 = beta) /\
    psiW (Wstd e) beta x2 < psiW (Wstd e) beta x1 /\
    (forall pref, 0 < pref < 1 -> (nfix (hstd pref beta e) 3 <->
       psiW (Wstd e) beta x2 < logit pref < psiW (Wstd e) beta x1)) /\
    (exists pref, 0 < pref < 1 /\ nfix (hstd pref beta e) 3).
Proof.
  intros Pe. assert (He : 0 <= e) by lra. split.
  - rewrite <- dGstd_xcstd by exact Pe. now apply dGstd_pos, xcstd_pos.
  - rewrite <- dGstd_xcstd by exact Pe.
    exact (Whitening.Multistability.multistability_for_small_beta (Wstd e) (dGstd e) (xcstd e)
      (std_whitening e He) (std_smoothed e Pe) (std_peak e Pe)).
Qed.

(** H14 (as D8). For x0 just below psi~ x1 two of the three fixed points attract. *)
Theorem std_bistable_below_the_fold beta e x1 x2 : 0 < beta -> 0 < e ->
  0 < x1 < x2 -> dGstd e x1 = beta -> dGstd e x2 = beta ->
  exists d, 0 < d /\
  forall x0, psiW (Wstd e) beta x1 - d < x0 < psiW (Wstd e) beta x1 ->
  exists a b c, a < x1 < b /\ b < x2 < c /\
    (forall x, fixpt (Fstd x0 beta e) x <-> x = a \/ x = b \/ x = c) /\
    0 < dGstd e a / beta < 1 /\ 1 < dGstd e b / beta /\ 0 < dGstd e c / beta < 1.
Proof.
  intros Hb Pe H12 E1 E2.
  exact (Whitening.Multistability.bistable_below_the_fold (Wstd e) (dGstd e)
    (std_whitening e (Rlt_le _ _ Pe)) (std_smoothed e Pe) beta x1 x2 Hb
    (conj H12 (conj E1 E2))).
Qed.

(** H14 (as D8). For fixed p_ref (beta free) three fixed points exist for some beta exactly when
    logit p_ref < x0_c (e). *)
Theorem std_multistability_fixed_reference pref e : 0 < pref < 1 -> 0 < e ->
  ((exists beta, 0 < beta /\ nfix (hstd pref beta e) 3) <-> logit pref < x0cstd e).
Proof.
  intros Hp Pe. rewrite <- psi_xcstd by exact Pe. rewrite <- dGstd_xcstd by exact Pe.
  exact (Whitening.Multistability.multistability_fixed_reference (Wstd e) (dGstd e) (xcstd e)
    (std_whitening e (Rlt_le _ _ Pe)) (std_smoothed e Pe) (std_peak e Pe) pref Hp).
Qed.

(** H14 (as D8). For fixed beta there is a unique e_max with M_e_max = beta, and three fixed
    points exist for some p_ref exactly when e < e_max. *)
Theorem std_multistability_fixed_beta beta : 0 < beta ->
  exists emax, 0 < emax /\ Mstd emax = beta /\
    (forall e, 0 < e -> Mstd e = beta -> e = emax) /\
    (forall e, 0 < e -> ((exists pref, 0 < pref < 1 /\ nfix (hstd pref beta e) 3) <-> e < emax)).
Proof.
  intros Hb. destruct (Mstd_level beta Hb) as [m [Pm [Em H]]]. exists m.
  split; [exact Pm|]. split; [exact Em|]. split.
  - intros e Pe Ee. destruct (Rtotal_order e m) as [L|[L|L]]; [|exact L|].
    + apply H in L; [lra | exact Pe].
    + pose proof (Mstd_decreasing m e ltac:(lra)). lra.
  - intros e Pe. rewrite <- (H e Pe). split.
    + intros [pref [Hp N]]. rewrite <- dGstd_xcstd by exact Pe.
      exact (Whitening.Multistability.three_need_small_beta (Wstd e) (dGstd e) (xcstd e)
        (std_whitening e (Rlt_le _ _ Pe)) (std_smoothed e Pe) (std_peak e Pe) pref beta Hp Hb N).
    + intros L. destruct (std_multistability_at_every_e e Pe) as [_ A].
      destruct (A beta (conj Hb L)) as [x1 [x2 [_ [_ [_ N]]]]]. exact N.
Qed.

(** H14 (as D8). For fixed p_ref there is a unique e_c with x0_c (e_c) = logit p_ref, and three
    fixed points exist for some beta exactly when e < e_c. *)
Theorem std_multistability_fixed_reference_e pref : 0 < pref < 1 ->
  exists ec, 0 < ec /\ x0cstd ec = logit pref /\
    (forall e, 0 < e -> x0cstd e = logit pref -> e = ec) /\
    (forall e, 0 < e -> ((exists beta, 0 < beta /\ nfix (hstd pref beta e) 3) <-> e < ec)).
Proof.
  intros Hp. destruct (x0cstd_level (logit pref)) as [m [Pm [Em H]]]. exists m.
  split; [exact Pm|]. split; [exact Em|]. split.
  - intros e Pe Ee. destruct (Rtotal_order e m) as [L|[L|L]]; [|exact L|].
    + apply H in L; [lra | exact Pe].
    + pose proof (x0cstd_decreasing m e ltac:(lra)). lra.
  - intros e Pe. rewrite <- (H e Pe). now apply std_multistability_fixed_reference.
Qed.
