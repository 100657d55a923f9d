(** From log-odds to probabilities: the orbit of p_ref under h is the logistic
    image of the orbit of x0 = logit p_ref under F, and limits correspond: the instance of
    [Whitening.Recurrence] for W = Omega eps. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Recurrence.
From GrpoProofs.Orbits Require Import CrossRatio.
Open Scope R_scope.

(** Omega eps satisfies the hypotheses of the general theory. *)
Lemma Omega_whitening : forall eps, 0 <= eps -> Recurrence.whitening (Omega eps) (dG eps).
Proof.
  intros eps He. split.
  - intro p. unfold Omega. now rewrite var_compl.
  - rewrite <- sigma_0. now apply (G_pos eps He).
  - now apply G_derive.
  - now apply dG_pos.
  - intros a _ u v Huv Hv. now apply cross_ratio_signed.
Qed.

Lemma Omega_bounded : forall eps, 0 < eps -> Recurrence.bounded_factor (Omega eps).
Proof.
  intros eps Pe. exists (/ sqrt eps). intros p Hp.
  rewrite <- (sigma_logit p Hp). now apply G_upper.
Qed.

Lemma lim_sigma : forall (x : nat -> R) (c : R),
  is_lim_seq x c -> is_lim_seq (fun n => sigma (x n)) (sigma c).
Proof. exact Recurrence.lim_sigma. Qed.

Lemma sigma_near_1 : forall x, 0 < x -> 1 - / x < sigma x.
Proof. exact Recurrence.sigma_near_1. Qed.

Lemma lim_sigma_infty : forall x : nat -> R,
  is_lim_seq x p_infty -> is_lim_seq (fun n => sigma (x n)) 1.
Proof. exact Recurrence.lim_sigma_infty. Qed.

Section Orbit.
Variables pref beta eps : R.
Hypothesis Hp : 0 < pref < 1.
Let x0 := logit pref.
Let f := F x0 beta eps.

Lemma p_orbit : forall n, iter (h pref beta eps) pref n = sigma (iter f x0 n).
Proof. exact (Recurrence.p_orbit (Omega eps) pref beta Hp). Qed.

Lemma p_lim : forall c : R, is_lim_seq (iter f x0) c ->
  is_lim_seq (iter (h pref beta eps) pref) (sigma c).
Proof. exact (Recurrence.p_lim (Omega eps) pref beta Hp). Qed.

Lemma p_lim_1 : is_lim_seq (iter f x0) p_infty -> is_lim_seq (iter (h pref beta eps) pref) 1.
Proof. exact (Recurrence.p_lim_1 (Omega eps) pref beta Hp). Qed.

Lemma fixpt_p : forall d, fixpt (h pref beta eps) d -> fixpt f (logit d) /\ 0 < d < 1 /\ sigma (logit d) = d.
Proof. exact (Recurrence.fixpt_p (Omega eps) pref beta Hp). Qed.

Lemma fixpt_x : forall c, fixpt f c -> fixpt (h pref beta eps) (sigma c).
Proof. exact (Recurrence.fixpt_x (Omega eps) pref beta Hp). Qed.

Lemma lowest_p : forall a, lowest f a <-> lowest (h pref beta eps) (sigma a).
Proof. exact (Recurrence.lowest_p (Omega eps) pref beta Hp). Qed.

Hypothesis Hb : 0 < beta.

Lemma h_half : 0 <= eps -> h pref beta eps (/ 2) = sigma (F0 x0 beta eps).
Proof.
  intro He. rewrite <- sigma_0. unfold x0. rewrite <- sigma_F by assumption.
  now rewrite F_0.
Qed.
End Orbit.
