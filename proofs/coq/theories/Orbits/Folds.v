(** The folds x1 < x2 of psi for eps > 0 and beta < M_eps: G' - beta is negative below x1,
    positive between, negative beyond x2. The instance W = Omega eps of [Whitening.Folds]. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Whitening Require Folds.
From GrpoProofs.Orbits Require Import Success Jump.
Open Scope R_scope.

(** The folds: the two solutions of G' = beta, in increasing order. *)
Definition folds (beta eps x1 x2 : R) : Prop :=
  0 < x1 < x2 /\ dG eps x1 = beta /\ dG eps x2 = beta.

Lemma dG_continuity_pt : forall eps, 0 <= eps -> forall x, continuity_pt (dG eps) x.
Proof.
  intros eps He x. apply continuity_pt_filterlim.
  apply (ex_derive_continuous (dG eps)). unfold dG, GD, sinh, cosh. auto_derive.
  assert (P := GD_pos eps He x). assert (Q := sqrt_GD_pos eps He x).
  unfold GD, cosh in P, Q. repeat split; auto; try lra.
  - apply Rgt_not_eq, Rmult_lt_0_compat; assumption.
Qed.

Lemma dG_small_far : forall eps beta, 0 < eps -> 0 < beta -> exists K, 0 < K /\ forall x, K < x -> dG eps x < beta.
Proof.
  intros eps beta Pe Hb. assert (He : 0 <= eps) by lra.
  set (k := / (4 * eps * beta)). assert (Pk : 0 < k) by (apply Rinv_0_lt_compat; repeat apply Rmult_lt_0_compat; lra).
  exists (4 * k). split; [lra|]. intros x Hx.
  assert (C : k < cosh (x / 2)).
  { unfold cosh. assert (Z := exp_ineq1_le (x / 2)). assert (Z2 := exp_pos (- (x / 2))). lra. }
  assert (C1 := cosh_ge_1 (x / 2)).
  assert (S : sinh (x / 2) < cosh (x / 2)) by (unfold sinh, cosh; assert (Z := exp_pos (- (x / 2))); lra).
  assert (P := GD_ge_1 eps He x). assert (Q : 1 <= sqrt (GD eps x)) by (rewrite <- sqrt_1; apply sqrt_le_1; lra).
  unfold dG. apply Rmult_lt_reg_r with (GD eps x * sqrt (GD eps x)); [nra|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra.
  assert (E : 4 * eps * beta * k = 1) by (unfold k; field; lra).
  assert (D : cosh (x / 2) <= beta * GD eps x).
  { unfold GD. assert (4 * eps * beta * k * cosh (x / 2) <= 4 * eps * beta * (cosh (x / 2) * cosh (x / 2))).
    { rewrite !Rmult_assoc. repeat (apply Rmult_le_compat_l; [lra|]). nra. }
    rewrite E in H. nra. }
  assert (beta * GD eps x <= beta * (GD eps x * sqrt (GD eps x))).
  { apply Rmult_le_compat_l; [lra|]. nra. }
  lra.
Qed.

Lemma Omega_smoothed : forall eps, 0 < eps -> GrpoProofs.Whitening.Folds.smoothed (Omega eps) (dG eps).
Proof.
  intros eps Pe. assert (He : 0 <= eps) by lra. split.
  - now apply Omega_bounded.
  - now apply dG_slopes_twice.
  - now apply dG_continuity_pt.
  - intros beta Hb. now apply dG_small_far.
Qed.

Section Folds.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis Pe : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Pe.
Let HW := Omega_whitening eps He.
Let Sm := Omega_smoothed eps Pe.

Theorem folds_exist : beta < Meps eps -> exists x1 x2, folds beta eps x1 x2 /\ x1 < xcusp eps < x2.
Proof.
  intro HM. apply (GrpoProofs.Whitening.Folds.folds_exist _ _ beta HW Hb Sm); [now apply xcusp_pos|].
  now rewrite dG_xcusp.
Qed.

Section Signs.
Variables x1 x2 : R.
Hypothesis Fo : folds beta eps x1 x2.

Lemma no_other_critical : forall x, dG eps x = beta -> x = x1 \/ x = x2.
Proof. exact (GrpoProofs.Whitening.Folds.no_other_critical _ _ beta HW Hb Sm x1 x2 Fo). Qed.

Lemma slope_below : forall x, x < x1 -> dG eps x < beta.
Proof. exact (GrpoProofs.Whitening.Folds.slope_below _ _ beta HW Hb Sm x1 x2 Fo). Qed.

Lemma slope_beyond : forall x, x2 < x -> dG eps x < beta.
Proof. exact (GrpoProofs.Whitening.Folds.slope_beyond _ _ beta HW Hb Sm x1 x2 Fo). Qed.

Lemma slope_between : forall x, x1 < x < x2 -> beta < dG eps x.
Proof. exact (GrpoProofs.Whitening.Folds.slope_between _ _ beta HW Hb Sm x1 x2 Fo). Qed.
End Signs.
End Folds.

(** psi on the three branches. *)
Section Branches.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let HW := Omega_whitening eps He.

Lemma psi_incr_on : forall x y, x < y -> (forall z, x < z < y -> dG eps z < beta) ->
  psi beta eps x < psi beta eps y.
Proof. exact (GrpoProofs.Whitening.Folds.psi_incr_on _ _ beta HW Hb). Qed.

Lemma psi_decr_on : forall x y, x < y -> (forall z, x < z < y -> beta < dG eps z) ->
  psi beta eps y < psi beta eps x.
Proof. exact (GrpoProofs.Whitening.Folds.psi_decr_on _ _ beta HW Hb). Qed.
End Branches.
