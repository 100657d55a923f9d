(** F6: for eps > 0, p_n converges for every p_ref in (0,1) iff beta >= M_eps.
    Sufficiency is F3; the rest is the instance W = Omega eps of [Whitening.NonConvergence],
    with the gap estimate of [CriticalValueGap]. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Whitening Require NonConvergence.
From GrpoProofs.Orbits Require Import Success Folds CriticalValueGap Contraction.
Open Scope R_scope.

(** For beta < M_eps some reference has a non-convergent orbit. *)
Theorem nonconvergent_reference : forall beta eps, 0 < beta -> 0 < eps -> beta < Meps eps ->
  exists pref, 0 < pref < 1 /\ ~ ex_finite_lim_seq (iter (h pref beta eps) pref).
Proof.
  intros beta eps Hb Pe HM.
  apply (NonConvergence.nonconvergent_reference (Omega eps) (dG eps) beta
    (Omega_whitening eps (Rlt_le _ _ Pe)) (Omega_smoothed eps Pe) Hb
    (fun x2 Hx E S => fold_gap eps Pe beta x2 Hb Hx E S) (xcusp eps)).
  - now apply xcusp_pos.
  - now rewrite dG_xcusp.
Qed.

(** F6. For eps > 0, p_n converges for every p_ref in (0,1) iff beta >= M_eps.
    (For each beta < M_eps one non-convergent p_ref is exhibited; that only countably many
    references of the unstable window are exceptional is proved in Unsmoothed/ExceptionalSmoothed.v.) *)
Theorem converges_for_all_references_iff : forall beta eps, 0 < beta -> 0 < eps ->
  ((forall pref, 0 < pref < 1 -> ex_finite_lim_seq (iter (h pref beta eps) pref))
   <-> Meps eps <= beta).
Proof.
  intros beta eps Hb Pe. split.
  - intro H. apply Rnot_lt_le. intro HM.
    destruct (nonconvergent_reference beta eps Hb Pe HM) as [pref [Hp No]]. now apply No, H.
  - intros HM pref Hp.
    destruct (global_convergence_of_success pref beta eps Hp Hb Pe HM) as [ps [_ [_ [_ Cv]]]].
    exists ps. apply Cv. lra.
Qed.
