(** F1 and F2: if p_ref >= 1/2, or only h (1/2) >= 1/2, the orbit of p_ref is
    monotone (from the first step on) and its limit is identified among the
    fixed points of h; for eps = 0 the limit is 1 when there is no fixed point
    to stop at.

    Every real fixed point of h lies in (0,1) ([fixpt_h_F]), so quantifying
    over all real fixed points is no restriction. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require RightHalf.
From GrpoProofs.Whitening Require Recurrence MonotoneConvergence.
From GrpoProofs.Orbits Require Import LowFixpt Success.
Open Scope R_scope.

Lemma unbounded_unsmoothed : forall eps, 0 <= eps ->
  ~ Recurrence.bounded_factor (Omega eps) -> eps = 0.
Proof. intros eps [P|E] N; [now destruct (N (Omega_bounded eps P)) | now symmetry]. Qed.

Section LogOddsOrbit.
Variables x0 beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Let U := F_even_unimodal x0 beta eps Hb He.

Lemma lim_abs : forall x (l : Rbar), is_lim_seq (iter f (Rabs x)) l <-> is_lim_seq (iter f x) l.
Proof. exact (RightHalf.lim_abs f U). Qed.

(** Fixed points are above the start value x0 and above the critical value. *)
Lemma fixpt_above : forall c, fixpt f c -> f 0 <= c /\ x0 < c.
Proof.
  intros c Fc. rewrite <- Fc. split; [now apply f_low | now apply F_gt].
Qed.

Section Right.
Variable y : R.
Hypothesis Hy : 0 <= y.

Lemma right_up : y <= f y ->
  (forall n, iter f y n <= iter f y (S n)) /\
  ((exists c, y <= c /\ fixpt f c /\ (forall d, fixpt f d -> y <= d -> c <= d) /\ is_lim_seq (iter f y) c)
   \/ (eps = 0 /\ (forall d, y <= d -> ~ fixpt f d) /\ is_lim_seq (iter f y) p_infty)).
Proof.
  intro H. destruct (RightHalf.right_up f U y Hy H) as [M [C|[N L]]].
  - split; [exact M | now left].
  - split; [exact M | right; split; [|exact L]]. apply unbounded_unsmoothed; [exact He|].
    intro B. apply N. now apply (Recurrence.FW_bounded (Omega eps) x0 beta Hb).
Qed.

Lemma right_down : 0 <= f 0 -> f y <= y ->
  exists c, c <= y /\ fixpt f c /\ (forall d, fixpt f d -> d <= y -> d <= c) /\ is_lim_seq (iter f y) c.
Proof. exact (RightHalf.right_down f U y Hy). Qed.
End Right.
End LogOddsOrbit.

(** F1. If p_ref >= 1/2 the sequence p_n strictly increases and converges to the smallest
    fixed point, which exceeds p_ref; or eps = 0, there is no fixed point, and it converges to 1. *)
Theorem monotone_convergence_from_half : forall pref beta eps,
  0 < pref < 1 -> 0 < beta -> 0 <= eps -> / 2 <= pref ->
  let p := iter (h pref beta eps) pref in
  (forall n, p n < p (S n)) /\
  ((exists c, pref < c < 1 /\ lowest (h pref beta eps) c /\ is_lim_seq p c)
   \/ (eps = 0 /\ (forall d, ~ fixpt (h pref beta eps) d) /\ is_lim_seq p 1)).
Proof.
  intros pref beta eps Hp Hb He Hhalf p.
  destruct (MonotoneConvergence.monotone_convergence_from_half _ _ pref beta
    (Omega_whitening eps He) Hp Hb Hhalf) as [M [C|[N L]]].
  - split; [exact M | now left].
  - split; [exact M | right; split; [now apply unbounded_unsmoothed | exact L]].
Qed.

(** F2. If h (1/2) >= 1/2, that is x0 + 2 / (beta sqrt (1 + 4 eps)) >= 0, the sequence is
    monotone from the first step on:
    non-decreasing if p_1 >= 1 - p_ref or p_ref >= 1/2, to the smallest fixed point
    >= max (p_ref, 1 - p_ref), or to 1 if eps = 0 and there is none;
    strictly decreasing if p_1 < 1 - p_ref, to the largest fixed point <= 1 - p_ref;
    constant if p_1 = 1 - p_ref. *)
Theorem monotone_from_first_step : forall pref beta eps,
  0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  let p := iter (h pref beta eps) pref in
  (/ 2 <= h pref beta eps (/ 2) <-> 0 <= logit pref + 2 / (beta * sqrt (1 + 4 * eps))) /\
  (0 <= logit pref + 2 / (beta * sqrt (1 + 4 * eps)) ->
   (1 - pref <= p 1%nat \/ / 2 <= pref ->
     (forall n, p (S n) <= p (S (S n))) /\
     ((exists c, Rmax pref (1 - pref) <= c < 1 /\ fixpt (h pref beta eps) c /\
        (forall d, fixpt (h pref beta eps) d -> Rmax pref (1 - pref) <= d -> c <= d) /\
        is_lim_seq p c)
      \/ (eps = 0 /\ (forall d, Rmax pref (1 - pref) <= d -> ~ fixpt (h pref beta eps) d) /\
          is_lim_seq p 1))) /\
   (p 1%nat < 1 - pref ->
     (forall n, p (S (S n)) < p (S n)) /\
     exists c, 0 < c <= 1 - pref /\ fixpt (h pref beta eps) c /\
       (forall d, fixpt (h pref beta eps) d -> d <= 1 - pref -> d <= c) /\ is_lim_seq p c) /\
   (p 1%nat = 1 - pref -> forall n, p (S n) = 1 - pref)).
Proof.
  intros pref beta eps Hp Hb He p.
  replace (2 / (beta * sqrt (1 + 4 * eps))) with (Omega eps (/ 2) / beta).
  2:{ rewrite <- sigma_0. change (Omega eps (sigma 0)) with (G eps 0). rewrite G_0 by exact He.
      assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra). field. lra. }
  destruct (MonotoneConvergence.monotone_from_first_step _ _ pref beta
    (Omega_whitening eps He) Hp Hb) as [A B].
  split; [exact A|]. intro H. destruct (B H) as [Up [Down Const]].
  split; [|split; [exact Down | exact Const]]. intro C.
  destruct (Up C) as [M [L|[N L]]]; split; try exact M; [now left|].
  right. split; [now apply unbounded_unsmoothed | exact L].
Qed.
