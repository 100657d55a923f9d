(** Orbits of the recurrence with advantage (r - p) / (sqrt s + e), s = p (1 - p): the
    whitening factor W p = 1 / (sqrt s + e) satisfies the hypotheses of the general theory
    (folder Whitening), so the classification of the orbit of p_ref carries over, with
    F0~ = x0 + 2 / (beta (1 + 2e)) and the threshold B~ p = sqrt s |2p - 1| / (2 (sqrt s + e)^2).
    e = 0 is allowed: it is the unsmoothed case. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic.
From GrpoProofs.Unimodal Require Import EvenMap TwoCycles.
From GrpoProofs.Whitening Require Import Recurrence.
From GrpoProofs.Whitening Require MonotoneConvergence Classification.
From GrpoProofs.StdPlusEps Require Import Gain Slope.
Open Scope R_scope.

(** Whitening factor, success map, log-odds of h~ (1/2), stability threshold. *)
Definition Wstd (e p : R) : R := / (sqrt (var p) + e).
Definition hstd (pref beta e p : R) : R :=
  / (1 + (1 - pref) / pref * exp (- (/ (sqrt (var p) + e) / beta))).
Definition F0std (x0 beta e : R) : R := x0 + 2 / (beta * (1 + 2 * e)).
Definition Bstd (e p : R) : R :=
  sqrt (var p) * Rabs (2 * p - 1) / (2 * ((sqrt (var p) + e) * (sqrt (var p) + e))).

Section Factor.
Variable e : R.
Hypothesis He : 0 <= e.

Lemma Wstd_half : Wstd e (/ 2) = 2 / (1 + 2 * e).
Proof.
  unfold Wstd, var. replace (/ 2 * (1 - / 2)) with (/ 2 * / 2) by field.
  rewrite sqrt_square by lra. field. lra.
Qed.

Lemma dGstd_pos x : 0 < x -> 0 < dGstd e x.
Proof.
  intros Hx. unfold dGstd. pose proof (Nstd_pos e He x).
  apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra].
Qed.

Lemma dGstd_opp x : dGstd e (- x) = - dGstd e x.
Proof.
  unfold dGstd, Nstd. replace (- x / 2) with (- (x / 2)) by field.
  rewrite sinh_opp, cosh_opp. unfold Rdiv. ring.
Qed.

(** W satisfies the hypotheses of the general theory. *)
Theorem std_whitening : whitening (Wstd e) (dGstd e).
Proof.
  split.
  - intros p. unfold Wstd. now rewrite var_compl.
  - rewrite Wstd_half. apply Rdiv_lt_0_compat; lra.
  - intros x. apply (Gstd_derive e He).
  - exact dGstd_pos.
  - intros a _ u v Huv Hv. exact (std_cross_ratio e He u a v Huv Hv).
Qed.

Lemma Wstd_bounded : 0 < e -> bounded_factor (Wstd e).
Proof.
  intros Pe. exists (/ e). intros p Hp. unfold Wstd.
  pose proof (sqrt_lt_R0 _ (var_pos p Hp)). apply Rinv_lt_contravar; nra.
Qed.

Lemma dGstd_slopes_twice : 0 < e -> slopes_at_most_twice (dGstd e).
Proof. intros Pe x y z Hxy Hyz E1 E2. now apply (dGstd_level e Pe x y z). Qed.

Lemma dGstd_slopes_once : e = 0 -> slopes_at_most_once (dGstd e).
Proof.
  intros E x y Hxy. unfold dGstd, Nstd. rewrite E.
  assert (L : sinh (x / 2) < sinh (y / 2)) by (apply sinh_lt; lra).
  intros Q. rewrite !Rmult_0_r, !Rmult_0_l, !Rplus_0_r, !Rmult_1_r, !Rdiv_1 in Q. lra.
Qed.

Lemma slope_is_threshold a : a < 0 -> - dGstd e a = Bstd e (sigma a).
Proof.
  intros Ha. assert (N : dGstd e a < 0).
  { pose proof (dGstd_pos (- a) ltac:(lra)). rewrite dGstd_opp in H. lra. }
  rewrite <- (Rabs_left (dGstd e a) N), dGstd_in_y by exact He. unfold Bstd, std.
  assert (S : sqrt (1 - 4 * (sqrt (var (sigma a)) * sqrt (var (sigma a)))) = Rabs (2 * sigma a - 1)).
  { rewrite sqrt_sqrt by (left; apply var_sigma_pos).
    replace (1 - 4 * var (sigma a)) with (Rsqr (2 * sigma a - 1)) by (unfold Rsqr, var; ring).
    apply sqrt_Rsqr_abs. }
  now rewrite S.
Qed.
End Factor.

Section Orbit.
Variables pref beta e : R.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= e.
Let x0 := logit pref.
Let f := Fstd x0 beta e.
Let h := hstd pref beta e.
Let p := iter h pref.
Let HW := std_whitening e He.

Lemma critical_value : f 0 = F0std x0 beta e.
Proof.
  unfold f, F0std. transitivity (x0 + Wstd e (/ 2) / beta).
  - exact (FW_0 (Wstd e) x0 beta).
  - rewrite Wstd_half by exact He. field. lra.
Qed.

Let smoothed_or_not : 0 < e \/ e = 0.
Proof. lra. Qed.
Let unbounded : ~ bounded_factor (Wstd e) -> e = 0.
Proof. intros N. destruct smoothed_or_not as [P|E]; [|exact E]. now destruct (N (Wstd_bounded e P)). Qed.

(** H14 (as C1, C2). The orbit of p_ref under h~ is the logistic image of that of x0. *)
Theorem std_success_orbit : forall n, p n = sigma (iter f x0 n).
Proof. exact (p_orbit (Wstd e) pref beta Hp). Qed.

(** H14 (as F4). Let a < 0 be the lowest fixed point. Every 2-cycle {u < v} lies on both
    sides of a and forces beta < B~ (p_low), that is multiplier below -1; beta >= B~ (p_low)
    excludes 2-cycles; beta < B~ (p_low) gives one, its upper point in (a, -a). *)
Theorem std_two_cycle_iff_flip_unstable : forall a, lowest f a -> a < 0 ->
  is_derive f a (dGstd e a / beta) /\
  (forall u v, two_cycle f u v -> u < a < v /\ dGstd e a / beta < -1) /\
  (Bstd e (sigma a) <= beta -> forall u v, ~ two_cycle f u v) /\
  (beta < Bstd e (sigma a) -> exists u v, a < v < - a /\ u < a /\ two_cycle f u v).
Proof.
  intros a La Ha. rewrite <- slope_is_threshold by assumption. split.
  - exact (FW_derive (Wstd e) (dGstd e) x0 beta HW a).
  - exact (Classification.two_cycle_iff_flip_unstable _ _ pref beta HW Hb a La Ha).
Qed.

(** H14 (as F5, hypotheses). For F0~ < 0 the lowest fixed point exists and is in (F0~, 0). *)
Theorem std_lowest_fixpt_exists : F0std x0 beta e < 0 ->
  exists a, lowest f a /\ F0std x0 beta e < a < 0.
Proof.
  rewrite <- critical_value. exact (Classification.lowest_fixpt_exists _ _ pref beta HW Hb).
Qed.

(** H14 (as F5 (I)). F0~ >= 0: monotone from the first step, converging to a fixed point or,
    for e = 0, to 1 (details in [std_monotone_from_first_step]). *)
Theorem std_regime_I_monotone : 0 <= F0std x0 beta e ->
  ((forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n))) /\
  ((exists c, fixpt h c /\ is_lim_seq p c) \/ (e = 0 /\ is_lim_seq p 1)).
Proof.
  rewrite <- critical_value. intros H.
  destruct (Classification.regime_I_monotone _ _ pref beta HW Hp Hb H) as [M [C|[N L]]].
  - split; [exact M | now left].
  - split; [exact M | right; split; [now apply unbounded | exact L]].
Qed.

(** H14 (as F5 (II), "jump"). F0~ < 0, b exists and -x0 > b: p_1 > p_b, p_n is monotone from
    n = 1 and converges to the highest fixed point (e > 0) or to 1 (e = 0). *)
Theorem std_regime_II_jump : forall a b, F0std x0 beta e < 0 -> lowest f a -> next_fixpt f a b ->
  b < - x0 ->
  sigma b < p 1%nat /\
  ((forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n))) /\
  ((0 < e /\ exists c, highest h (sigma c) /\ is_lim_seq p (sigma c)) \/
   (e = 0 /\ is_lim_seq p 1)).
Proof.
  intros a b. rewrite <- critical_value. intros H La Nb Hj.
  destruct (Classification.regime_II_jump _ _ pref beta HW Hp Hb a b H La Nb Hj) as [J [M [L1 L2]]].
  split; [exact J|]. split; [exact M|]. destruct smoothed_or_not as [P|E]; [left | right].
  - split; [exact P|]. apply L1; [now apply Wstd_bounded | now apply dGstd_slopes_twice].
  - split; [exact E|]. now apply L2, dGstd_slopes_once.
Qed.

(** H14 (as F5 (III)). F0~ < 0 and -x0 = b: p_n = p_b for every n >= 1. *)
Theorem std_regime_III_landing : forall a b, lowest f a -> next_fixpt f a b -> - x0 = b ->
  forall n, p (S n) = sigma b.
Proof. exact (Classification.regime_III_landing _ _ pref beta HW Hp Hb). Qed.

(** H14 (as F5 (IV)). F0~ < 0 and b absent or -x0 < b. If beta >= B~ (p_low) then p_n
    converges to p_low = sigma a. If beta < B~ (p_low) then p_n converges (to anything) only
    if some p_n equals p_low exactly, and a 2-cycle of h~ exists. *)
Theorem std_regime_IV_trapped_orbit : forall a, F0std x0 beta e < 0 -> lowest f a ->
  (forall b, next_fixpt f a b -> - x0 < b) ->
  (Bstd e (sigma a) <= beta -> is_lim_seq p (sigma a)) /\
  (beta < Bstd e (sigma a) ->
     (ex_finite_lim_seq p -> exists n, p n = sigma a) /\
     (exists u v, u < sigma a < v /\ two_cycle h u v)).
Proof.
  intros a H La T. rewrite <- critical_value in H.
  assert (Ha : a < 0) by (apply (lowest_neg f (FW_even_unimodal _ _ x0 beta HW Hb) a H La)).
  rewrite <- slope_is_threshold by assumption.
  exact (Classification.regime_IV_trapped_orbit _ _ pref beta HW Hp Hb a H La T).
Qed.

(** H14 (as F1). If p_ref >= 1/2 the sequence p_n strictly increases and converges to the
    smallest fixed point, which exceeds p_ref; or e = 0, there is none, and it converges to 1. *)
Theorem std_monotone_convergence_from_half : / 2 <= pref ->
  (forall n, p n < p (S n)) /\
  ((exists c, pref < c < 1 /\ lowest h c /\ is_lim_seq p c)
   \/ (e = 0 /\ (forall d, ~ fixpt h d) /\ is_lim_seq p 1)).
Proof.
  intros H.
  destruct (MonotoneConvergence.monotone_convergence_from_half _ _ pref beta HW Hp Hb H) as [M [C|[N L]]].
  - split; [exact M | now left].
  - split; [exact M | right; split; [now apply unbounded | exact L]].
Qed.

(** H14 (as F2). If h~ (1/2) >= 1/2, that is F0~ >= 0, the sequence is monotone from the
    first step on: non-decreasing if p_1 >= 1 - p_ref or p_ref >= 1/2, to the smallest fixed
    point >= max (p_ref, 1 - p_ref), or to 1 if e = 0 and there is none; strictly decreasing
    if p_1 < 1 - p_ref, to the largest fixed point <= 1 - p_ref; constant if p_1 = 1 - p_ref. *)
Theorem std_monotone_from_first_step :
  (/ 2 <= h (/ 2) <-> 0 <= F0std x0 beta e) /\
  (0 <= F0std x0 beta e ->
   (1 - pref <= p 1%nat \/ / 2 <= pref ->
     (forall n, p (S n) <= p (S (S n))) /\
     ((exists c, Rmax pref (1 - pref) <= c < 1 /\ fixpt h c /\
        (forall d, fixpt h d -> Rmax pref (1 - pref) <= d -> c <= d) /\ is_lim_seq p c)
      \/ (e = 0 /\ (forall d, Rmax pref (1 - pref) <= d -> ~ fixpt h d) /\ is_lim_seq p 1))) /\
   (p 1%nat < 1 - pref ->
     (forall n, p (S (S n)) < p (S n)) /\
     exists c, 0 < c <= 1 - pref /\ fixpt h c /\
       (forall d, fixpt h d -> d <= 1 - pref -> d <= c) /\ is_lim_seq p c) /\
   (p 1%nat = 1 - pref -> forall n, p (S n) = 1 - pref)).
Proof.
  assert (E : F0std x0 beta e = logit pref + Wstd e (/ 2) / beta).
  { rewrite <- critical_value. exact (FW_0 (Wstd e) x0 beta). }
  destruct (MonotoneConvergence.monotone_from_first_step _ _ pref beta HW Hp Hb) as [A B].
  rewrite E. split; [exact A|]. intros H. destruct (B H) as [Up [Down Const]].
  split; [|split; [exact Down | exact Const]]. intros C.
  destruct (Up C) as [M [L|[N L]]]; split; try exact M; [now left|].
  right. split; [now apply unbounded | exact L].
Qed.
End Orbit.
