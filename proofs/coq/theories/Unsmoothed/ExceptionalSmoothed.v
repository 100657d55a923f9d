(** The same for eps > 0: the references whose orbit lands exactly on a fixed point are
    countable, so in regime IV with an unstable lower fixed point p_n fails to converge
    for all but countably many references. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Jump Classification.
From GrpoProofs.Unsmoothed Require Import Hyperbolic Analytic IsolatedZeros Exceptional.
Open Scope R_scope.

Section Smoothed.
Variables beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.

(** G as powers and exponentials: s = (2 + 2 cosh x)^(-1), G = (s + eps)^(-1/2). *)
Lemma var_power x : var (sigma x) = exp (-1 * ln (2 + 2 * cosh x)).
Proof.
  pose proof (cosh_pos x).
  replace (-1 * ln (2 + 2 * cosh x)) with (- ln (2 + 2 * cosh x)) by ring.
  rewrite exp_Ropp, exp_ln by lra. rewrite var_sigma. f_equal.
  replace (cosh x) with (cosh (2 * (x / 2))) by (f_equal; field).
  rewrite cosh_double. ring.
Qed.

Lemma G_power x : G eps x = exp (- / 2 * ln (exp (-1 * ln (2 + 2 * cosh x)) + eps)).
Proof.
  rewrite <- var_power. unfold G, Omega. pose proof (var_sigma_pos x).
  replace (- / 2 * ln (var (sigma x) + eps)) with (- (/ 2 * ln (var (sigma x) + eps))) by ring.
  rewrite exp_Ropp. f_equal.
  change (exp (/ 2 * ln (var (sigma x) + eps))) with (Rpower (var (sigma x) + eps) (/ 2)).
  symmetry. apply Rpower_sqrt. lra.
Qed.

Lemma analytic_G f : analytic f -> analytic (fun x => G eps (f x)).
Proof.
  intros Hf.
  assert (A1 : analytic (fun x => 2 + 2 * cosh (f x))).
  { apply (analytic_ext (fun x => (2 + 0 * x) + (exp (f x) + exp (-1 * f x)))).
    - intros x. unfold cosh. replace (-1 * f x) with (- f x) by ring. field.
    - apply (analytic_plus (fun x => 2 + 0 * x) (fun x => exp (f x) + exp (-1 * f x)));
        [apply analytic_affine |].
      apply (analytic_plus (fun x => exp (f x)) (fun x => exp (-1 * f x)));
        [apply analytic_exp, Hf | apply analytic_exp, analytic_scal, Hf]. }
  assert (A2 : analytic (fun x => exp (-1 * ln (2 + 2 * cosh (f x))) + eps)).
  { apply (analytic_ext (fun x => exp (-1 * ln (2 + 2 * cosh (f x))) + (eps + 0 * x))).
    - intros x. ring.
    - apply (analytic_plus (fun x => exp (-1 * ln (2 + 2 * cosh (f x)))) (fun x => eps + 0 * x));
        [| apply analytic_affine].
      apply (analytic_power (-1) (fun x => 2 + 2 * cosh (f x))); [| exact A1].
      intros x. pose proof (cosh_pos (f x)). lra. }
  apply (analytic_ext (fun x => exp (- / 2 * ln (exp (-1 * ln (2 + 2 * cosh (f x))) + eps)))).
  - intros x. symmetry. apply G_power.
  - apply (analytic_power (- / 2) (fun x => exp (-1 * ln (2 + 2 * cosh (f x))) + eps)); [| exact A2].
    intros x. pose proof (exp_pos (-1 * ln (2 + 2 * cosh (f x)))). lra.
Qed.

(** x0 as a function of the fixed point a, and the n-th iterate. *)
Definition land_s (n : nat) (a : R) : R := iter (F (psi beta eps a) beta eps) (psi beta eps a) n.

Lemma analytic_psi : analytic (psi beta eps).
Proof.
  apply (analytic_ext (fun a => a + - / beta * G eps a)).
  - intros a. unfold psi. field. lra.
  - apply (analytic_plus (fun a => a) (fun a => - / beta * G eps a));
      [apply analytic_id | apply analytic_scal, (analytic_G (fun a => a)), analytic_id].
Qed.

Lemma analytic_land_s n : analytic (land_s n).
Proof.
  induction n as [| n IH]; [apply analytic_psi |].
  apply (analytic_ext (fun a => psi beta eps a + / beta * G eps (land_s n a))).
  - intros a. unfold land_s at 2. simpl. fold (land_s n a). unfold F. field. lra.
  - apply (analytic_plus (psi beta eps) (fun a => / beta * G eps (land_s n a)));
      [apply analytic_psi | apply analytic_scal, analytic_G, IH].
Qed.

(** For very negative a all iterates stay negative, where F is injective: no landing. *)
Lemma land_s_not_identity n : exists a, land_s n a - a <> 0.
Proof.
  set (D := 1 / (beta * sqrt eps)). pose proof (sqrt_lt_R0 eps Heps) as Sq.
  assert (PD : 0 < D) by (apply Rdiv_lt_0_compat; nra).
  exists (- D). set (a := - D). set (x0 := psi beta eps a).
  assert (L : x0 < a) by (apply psi_below; assumption).
  assert (Neg : forall m, iter (F x0 beta eps) x0 m < 0).
  { intros [| m]; [simpl; unfold a in L; lra |].
    pose proof (F_upper x0 beta eps Hbeta (iter (F x0 beta eps) x0 m) Heps) as U.
    fold D in U. change (F x0 beta eps (iter (F x0 beta eps) x0 m) < 0). unfold a in L. lra. }
  assert (Fa : F x0 beta eps a = a).
  { apply (fixpt_psi x0 beta eps). reflexivity. }
  assert (No : forall m, iter (F x0 beta eps) x0 m <> a).
  { induction m as [| m IH]; [simpl; lra |]. intros E. apply IH.
    change (F x0 beta eps (iter (F x0 beta eps) x0 m) = a) in E.
    pose proof (Neg m) as Nm. assert (Na : a < 0) by (unfold a; lra).
    destruct (Rtotal_order (iter (F x0 beta eps) x0 m) a) as [K | [K | K]]; [| exact K |].
    - pose proof (F_decreasing x0 beta eps Hbeta He _ _ K ltac:(lra)). lra.
    - pose proof (F_decreasing x0 beta eps Hbeta He _ _ K ltac:(lra)). lra. }
  specialize (No n). unfold land_s. fold x0. lra.
Qed.

Lemma landing_s_isolated n z : exists d, 0 < d /\ forall t, 0 < Rabs (t - z) < d -> ~ land_s n t = t.
Proof.
  destruct (land_s_not_identity n) as (a & Ha).
  assert (An : analytic (fun t => land_s n t - t)).
  { apply (analytic_ext (fun t => land_s n t + -1 * t)); [intros; ring |].
    apply (analytic_plus (land_s n) (fun t => -1 * t));
      [apply analytic_land_s | apply analytic_scal, analytic_id]. }
  destruct (analytic_zeros_isolated _ a An Ha z) as (d & Hd & H).
  exists d. split; [exact Hd |]. intros t Ht E.
  apply (H (t - z) Ht). replace (z + (t - z)) with t by ring. lra.
Qed.

(** F6 (exceptional set). For each beta > 0 and eps > 0 one sequence of reals contains the
    log-odds of every reference whose orbit lands on a fixed point after finitely many
    steps. *)
Theorem landing_references_countable : exists e : nat -> R, forall pref a n, 0 < pref < 1 ->
  fixpt (F (logit pref) beta eps) a -> iter (h pref beta eps) pref n = sigma a ->
  exists k, e k = logit pref.
Proof.
  exists (fun k => psi beta eps (enum (fun n a => land_s n a = a) k)).
  intros pref a n Hp Fa E.
  assert (Ea : psi beta eps a = logit pref) by (apply fixpt_psi, Fa).
  assert (L : land_s n a = a).
  { unfold land_s. rewrite Ea. apply sigma_inj. rewrite <- E.
    rewrite sigma_iter_F, sigma_logit by exact Hp. reflexivity. }
  destruct (isolated_enumerable (fun n a => land_s n a = a) landing_s_isolated n a L) as (k & Ek).
  exists k. rewrite Ek. exact Ea.
Qed.

(** F5 (IV), F6. In regime IV (F0 < 0; no second fixed point, or - x0 < b) with an unstable
    lower fixed point (beta < B(p_low)), p_n converges for at most countably many
    references, for fixed beta and eps. *)
Theorem unstable_references_countable : exists e : nat -> R, forall pref a, 0 < pref < 1 ->
  F0 (logit pref) beta eps < 0 -> lowest (F (logit pref) beta eps) a ->
  (forall b, next_fixpt (F (logit pref) beta eps) a b -> - logit pref < b) ->
  beta < Bthr eps (sigma a) ->
  ex_finite_lim_seq (iter (h pref beta eps) pref) ->
  exists k, e k = logit pref.
Proof.
  destruct landing_references_countable as (e & H). exists e.
  intros pref a Hp H0 La HT HB Conv.
  destruct (regime_IV_trapped_orbit pref beta eps Hp Hbeta He a H0 La HT) as (_ & U).
  destruct (U HB) as (Land & _). destruct (Land Conv) as (n & En).
  apply (H pref a n Hp (proj1 La) En).
Qed.
End Smoothed.
