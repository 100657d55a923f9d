(** Advantage (r - p) / (sqrt s + e): the saddle-node and flip sets in closed form. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence.
From GrpoProofs.Whitening Require Curves.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits.
Open Scope R_scope.

Section Curves.
Variables pref beta e p : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis He : 0 <= e.
Let y := sqrt (var p).

Let y_pos : 0 < p < 1 -> 0 < y.
Proof. intros Hp. apply sqrt_lt_R0. now apply var_pos. Qed.

Lemma slope_left : 0 < p < / 2 -> dGstd e (logit p) = - Bstd e p.
Proof.
  intros Hp. assert (N : logit p < 0).
  { apply sigma_lt_half. rewrite sigma_logit; lra. }
  pose proof (slope_is_threshold e He (logit p) N) as E. rewrite sigma_logit in E by lra. lra.
Qed.

Lemma slope_right : / 2 < p < 1 -> dGstd e (logit p) = Bstd e p.
Proof.
  intros Hp. assert (N : - logit p < 0).
  { assert (0 < logit p); [|lra]. apply sigma_gt_half. rewrite sigma_logit; lra. }
  pose proof (slope_is_threshold e He (- logit p) N) as E.
  rewrite dGstd_opp, sigma_opp, sigma_logit in E by lra.
  assert (S : Bstd e (1 - p) = Bstd e p).
  { unfold Bstd. rewrite var_compl. replace (2 * (1 - p) - 1) with (- (2 * p - 1)) by ring.
    now rewrite Rabs_Ropp. }
  rewrite S in E. lra.
Qed.

(** The ratio g~ / |g~'|. *)
Lemma gain_over_threshold d : 0 < p < 1 -> d = Rabs (2 * p - 1) -> 0 < d ->
  Wstd e p / Bstd e p = 2 * (y + e) / (y * d).
Proof.
  intros Hp Ed Hd. pose proof (y_pos Hp) as P. unfold Wstd, Bstd. rewrite <- Ed. fold y.
  field. repeat split; lra.
Qed.

(** H14 (as D6). Saddle-node set, p in (1/2, 1): p is a fixed point of h~ with h~' = +1 exactly
    when beta = B~ (p) and x0 = logit p - 2 (y + e) / (y (2 p - 1)), y = sqrt (p (1 - p)). *)
Theorem std_saddle_node_curve : / 2 < p < 1 ->
  (fixpt (hstd pref beta e) p /\ is_derive (hstd pref beta e) p 1) <->
  (beta = Bstd e p /\ logit pref = logit p - 2 * (y + e) / (y * (2 * p - 1))).
Proof.
  intros Hp. rewrite <- (gain_over_threshold (2 * p - 1)) by
    (try lra; symmetry; apply Rabs_pos_eq; lra).
  pose proof (Whitening.Curves.multiplier_curve (Wstd e) (dGstd e) pref beta p
    (std_whitening e He) Hpref Hbeta ltac:(lra) 1) as C.
  rewrite slope_right, Rmult_1_l in C by exact Hp.
  change (hW (Wstd e) pref beta) with (hstd pref beta e) in C. rewrite C.
  split; intros [E1 E2]; (split; [now symmetry | rewrite E2, E1; reflexivity]).
Qed.

(** H14 (as D6). Flip set, p in (0, 1/2): p is a fixed point of h~ with h~' = -1 exactly when
    beta = B~ (p) and x0 = logit p - 2 (y + e) / (y (1 - 2 p)). *)
Theorem std_flip_curve : 0 < p < / 2 ->
  (fixpt (hstd pref beta e) p /\ is_derive (hstd pref beta e) p (-1)) <->
  (beta = Bstd e p /\ logit pref = logit p - 2 * (y + e) / (y * (1 - 2 * p))).
Proof.
  intros Hp. rewrite <- (gain_over_threshold (1 - 2 * p)) by
    (try lra; rewrite Rabs_left by lra; ring).
  pose proof (Whitening.Curves.multiplier_curve (Wstd e) (dGstd e) pref beta p
    (std_whitening e He) Hpref Hbeta ltac:(lra) (-1)) as C.
  rewrite slope_left in C by exact Hp.
  change (hW (Wstd e) pref beta) with (hstd pref beta e) in C. rewrite C.
  split; intros [E1 E2].
  - assert (Eb : beta = Bstd e p) by lra. split; [exact Eb | rewrite E2, Eb at 1; reflexivity].
  - split; [lra | rewrite E2, E1; reflexivity].
Qed.
End Curves.
