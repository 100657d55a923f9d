(** Advantage (r - p) / (sqrt s + e): alternation around the lowest fixed point below 1/2, its
    stability at the flip, and the order of prompts after one step. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence Folds.
From GrpoProofs.Whitening Require Alternation.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits Thresholds.
Open Scope R_scope.

(** H14 (as F12). Let F0~ < 0, a the lowest fixed point in log-odds, p_low = sigma a. Always
    (p_0 - p_low)(p_1 - p_low) < 0. If p_n converges to p_low without ever landing on it, then
    (p_n - p_low)(p_(n+1) - p_low) < 0 from some n on. If F F0~ <= - a (and p_n never lands),
    strict alternation holds from the first n >= 1 with x_n <= - a on. *)
Theorem std_alternation_around_low pref beta e a : 0 < pref < 1 -> 0 < beta -> 0 <= e ->
  let x0 := logit pref in let f := Fstd x0 beta e in let p := iter (hstd pref beta e) pref in
  F0std x0 beta e < 0 -> lowest f a ->
  (p 0%nat - sigma a) * (p 1%nat - sigma a) < 0 /\
  (is_lim_seq p (sigma a) -> (forall n, p n <> sigma a) ->
     exists N, forall n, (N <= n)%nat -> (p n - sigma a) * (p (S n) - sigma a) < 0) /\
  (f (F0std x0 beta e) <= - a -> (forall n, p n <> sigma a) ->
     forall n, (1 <= n)%nat -> p n <= 1 - sigma a ->
     forall m, (n <= m)%nat -> (p m - sigma a) * (p (S m) - sigma a) < 0).
Proof.
  intros Hp Hb He x0 f p. assert (E0 := critical_value pref beta e Hp Hb He).
  fold x0 f in E0. rewrite <- E0.
  exact (Alternation.alternation_around_low (Wstd e) (dGstd e) pref beta
    (std_whitening e He) Hp Hb a).
Qed.

(** H14 (as E3, flip part). For every e >= 0 a fixed point a < 0 with beta >= B~ (p_low), the
    case of equality (multiplier -1) included, is asymptotically stable. *)
Theorem std_flip_point_asymptotically_stable x0 beta e a : 0 < beta -> 0 <= e ->
  fixpt (Fstd x0 beta e) a -> a < 0 -> Bstd e (sigma a) <= beta ->
  forall d, 0 < d -> exists r, 0 < r /\ forall x, Rabs (x - a) < r ->
    (forall n, Rabs (iter (Fstd x0 beta e) x n - a) < d) /\ is_lim_seq (iter (Fstd x0 beta e) x) a.
Proof.
  intros Hb He Fa Ha. rewrite <- slope_is_threshold by assumption.
  exact (Alternation.flip_point_asymptotically_stable (Wstd e) (dGstd e) x0 beta a
    (std_whitening e He) Hb Fa Ha).
Qed.

(** H14 (as F14). For e > 0, p_1 as a function of p_ref = p_0 is strictly increasing on (0,1)
    iff beta >= M_e. *)
Theorem std_first_step_preserves_order_iff beta e : 0 < beta -> 0 < e ->
  ((forall q r, 0 < q -> q < r -> r < 1 -> hstd q beta e q < hstd r beta e r) <-> Mstd e <= beta).
Proof.
  intros Hb Pe. set (psi := psiW (Wstd e) beta).
  assert (E : forall q, 0 < q < 1 -> hstd q beta e q = sigma (- psi (- logit q))).
  { intros q Hq. transitivity (sigma (Fstd (logit q) beta e (logit q))).
    - symmetry. transitivity (hstd q beta e (sigma (logit q))).
      + exact (sigma_FW (Wstd e) q beta Hq (logit q)).
      + now rewrite sigma_logit.
    - f_equal. change (logit q + Gstd e (logit q) / beta
        = - (- logit q - Gstd e (- logit q) / beta)). rewrite Gstd_even. ring. }
  assert (Inc : (forall x y, x < y -> psi x < psi y) <->
    (forall q r, 0 < q -> q < r -> r < 1 -> hstd q beta e q < hstd r beta e r)).
  { split.
    - intros I q r Hq Hqr Hr. rewrite !E by lra. apply sigma_increasing.
      pose proof (I (- logit r) (- logit q)) as Z. pose proof (logit_increasing q r Hq Hqr Hr). lra.
    - intros I x y Hxy. pose proof (sigma_pos (- y)). pose proof (sigma_lt_1 (- x)).
      pose proof (sigma_increasing (- y) (- x) ltac:(lra)) as S.
      pose proof (I (sigma (- y)) (sigma (- x)) H S H0) as Z.
      rewrite !E in Z by lra. rewrite !logit_sigma, !Ropp_involutive in Z.
      apply (proj1 (sigma_lt_iff _ _)) in Z. lra. }
  rewrite <- Inc. split.
  - intros I. apply Rnot_lt_le. intros HM.
    destruct (std_number_of_fixed_points_small_beta beta e Hb Pe HM) as (x1 & x2 & H12 & _ & D & _).
    pose proof (D x1 x2 (Rle_refl _) (proj2 H12) (Rle_refl _)).
    pose proof (I x1 x2 (proj2 H12)). unfold psi in *. lra.
  - intros HM. exact (proj1 (std_one_fixed_point_large_beta beta e Hb Pe HM)).
Qed.
