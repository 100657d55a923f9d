(** Controls of F10, F13 and J10: statements slightly stronger than the counterexamples,
    refuted.  The orbits converge at neighbouring parameters, and the digits of the
    limits are the right ones. *)

Require Import Reals ZArith Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Shape.
From GrpoProofs.Orbits Require Import UniversalThresholds.
From GrpoProofs.Clipped Require Import Map Convergence PolicyRun.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck
  AttractingCycle SuccessBoxes NotMonotone.
Open Scope R_scope.

(** ** F10 *)

Lemma reference_box : h_box (1 / 100) (3 / 2) (1 / 1000) 0.09045 0.09245 0.09045 0.09245 0.98.
Proof. prove_h_box. Qed.

Lemma reference_entry : 0.09045 <= iter (h (1 / 100) (3 / 2) (1 / 1000)) (1 / 100) 60 <= 0.09245.
Proof.
  assert (E : step_in bits120 (h_formula 1 100 3 2 1 1000 false) 1 100 60 9045 9245 100000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 100 3 2 1 1000 false)) in E. lra.
Qed.

Lemma beta_box : h_box (1 / 200) (5 / 2) (1 / 1000) 0.03754 0.03854 0.03754 0.03854 0.98.
Proof. prove_h_box. Qed.

Lemma beta_entry : 0.03754 <= iter (h (1 / 200) (5 / 2) (1 / 1000)) (1 / 200) 80 <= 0.03854.
Proof.
  assert (E : step_in bits120 (h_formula 1 200 5 2 1 1000 false) 1 200 80 3754 3854 100000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 200 5 2 1 1000 false)) in E. lra.
Qed.

(** F10 (control). Twice the reference of CE1 is too much, and so is a KL coefficient of 5/2
    instead of 3/2: there the orbits converge. *)
Theorem nonconvergence_neighbours :
  ~ (forall pref, 1 / 200 <= pref <= 1 / 100 ->
       ~ ex_lim_seq (iter (h pref (3 / 2) (1 / 1000)) pref)) /\
  ~ (forall beta, 3 / 2 <= beta <= 5 / 2 ->
       ~ ex_lim_seq (iter (h (1 / 200) beta (1 / 1000)) (1 / 200))).
Proof.
  split; intros H.
  - apply (H (1 / 100)); [lra |].
    destruct (h_converges_in_box (1 / 100) (3 / 2) (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra)
                _ _ _ (1 / 100) 60 reference_box) as [c [_ [_ L]]]; [lra | apply reference_entry |].
    now exists c.
  - apply (H (5 / 2)); [lra |].
    destruct (h_converges_in_box (1 / 200) (5 / 2) (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra)
                _ _ _ (1 / 200) 80 beta_box) as [c [_ [_ L]]]; [lra | apply beta_entry |].
    now exists c.
Qed.

(** ** F13 *)

(** The two limits of the counterexample, in digits. *)
Lemma weak_limit_digits c : is_lim_seq (iter (h (1 / 100) 1 (1 / 1000)) (1 / 100)) (Finite c) ->
  1 - 1.83 / 10 ^ 12 <= c <= 1 - 1.82 / 10 ^ 12.
Proof.
  intros L. destruct weak_limit as [d [Hd Ld]].
  assert (E : d = c) by (apply is_lim_seq_unique in L; apply is_lim_seq_unique in Ld; congruence).
  subst d. assert (F := limit_fixpt (1 / 100) 1 (1 / 1000) c ltac:(lra) ltac:(lra) ltac:(lra) L).
  rewrite <- F. unfold h, Omega, var. split; zinterval120.
Qed.

Lemma strong_limit_digits c : is_lim_seq (iter (h (1 / 10) 1 (1 / 1000)) (1 / 10)) (Finite c) ->
  0.4521 <= c <= 0.4522.
Proof.
  intros L. destruct strong_limit as [d [Hd Ld]].
  assert (E : d = c) by (apply is_lim_seq_unique in L; apply is_lim_seq_unique in Ld; congruence).
  subst d. assert (F := limit_fixpt (1 / 10) 1 (1 / 1000) c ltac:(lra) ltac:(lra) ltac:(lra) L).
  assert (S : forall a b a' b', (forall p, a <= p <= b -> a' <= h (1 / 10) 1 (1 / 1000) p <= b') ->
    a <= c <= b -> a' <= c <= b') by (intros a b a' b' H Hc; rewrite <- F; now apply H).
  apply (S 0.4518 0.4524); [intros p Hp; unfold h, Omega, var; split; zinterval_split p |].
  apply (S 0.45 0.454); [intros p Hp; unfold h, Omega, var; split; zinterval_split p | exact Hd].
Qed.

(** F13 (control). The limit from 1/100 exceeds that from 1/10 by more than 0.5478, but not by
    0.5479; it is above 1 - 1.83 10^-12, but not above 1 - 1.82 10^-12. *)
Theorem better_reference_gap (c d : R) :
  is_lim_seq (iter (h (1 / 100) 1 (1 / 1000)) (1 / 100)) c ->
  is_lim_seq (iter (h (1 / 10) 1 (1 / 1000)) (1 / 10)) d ->
  0.5477 < c - d /\ ~ 0.5479 < c - d /\ ~ 1 - 1.82 / 10 ^ 12 < c.
Proof.
  intros Lc Ld. assert (C := weak_limit_digits c Lc). assert (D := strong_limit_digits d Ld). lra.
Qed.

(** ** J10 *)

(** J10 (control). Neither counterexample extends to the reference 1/99: from p_u = 0.01003...
    on, the clipped orbit converges as well. *)
Theorem clipping_destroys_convergence_control :
  ~ (forall pref, 1 / 110 <= pref <= 1 / 99 ->
       ~ ex_lim_seq (iter (clipped_h (3 / 10) (3 / 10) pref 1 0) pref)) /\
  ~ (forall pref, 1 / 125 <= pref <= 1 / 99 ->
       ~ ex_lim_seq (iter (clipped_h (1 / 2) (1 / 2) pref 1 0) pref)).
Proof.
  assert (U : p_u <= 1 / 99) by (unfold p_u; zinterval).
  assert (K : forall e, 0 < e -> ex_lim_seq (iter (clipped_h e e (1 / 99) 1 0) (1 / 99))).
  { intros e He.
    assert (W := clipped_convergence_cases (1 / 99) 1 0 ltac:(lra) ltac:(lra) ltac:(lra) (or_introl U)).
    destruct (clipped_convergence e e (logit (1 / 99)) 1 0 He He ltac:(lra) ltac:(lra) W) as [_ Conv].
    assert (E : forall n, sigma (iter (clipped_F e e (logit (1 / 99)) 1 0) (logit (1 / 99)) n) =
      iter (clipped_h e e (1 / 99) 1 0) (1 / 99) n)
      by (intros n; symmetry; apply clipped_orbit_log_odds; lra).
    destruct (Conv (logit (1 / 99))) as [[c [_ [_ L]]] | [_ L]].
    - exists (sigma c). now apply (is_lim_seq_ext _ _ _ E).
    - exists 1. now apply (is_lim_seq_ext _ _ _ E). }
  split; intros H; apply (H (1 / 99)); try lra; apply K; lra.
Qed.
