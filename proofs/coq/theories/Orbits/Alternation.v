(** F12: for F0 < 0 an orbit that tends to the lowest fixed point without landing on it
    eventually alternates around it.  E3, flip part: at beta = B(p_low), p_low < 1/2
    (multiplier -1) the fixed point is still asymptotically stable. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Alternation.
From GrpoProofs.Orbits Require Import Flip Success.
Open Scope R_scope.

(** F12. Let F0 < 0 and a the lowest fixed point in log-odds, p_low = sigma a. Always
    (p_0 - p_low)(p_1 - p_low) < 0. If p_n converges to p_low without ever landing on it,
    then (p_n - p_low)(p_(n+1) - p_low) < 0 from some n on. If F F0 <= - a (and p_n never
    lands), strict alternation holds from the first n >= 1 with x_n <= - a on. *)
Theorem alternation_around_low : forall pref beta eps a,
  0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  let x0 := logit pref in let f := F x0 beta eps in let p := iter (h pref beta eps) pref in
  F0 x0 beta eps < 0 -> lowest f a ->
  (p 0%nat - sigma a) * (p 1%nat - sigma a) < 0 /\
  (is_lim_seq p (sigma a) -> (forall n, p n <> sigma a) ->
     exists N, forall n, (N <= n)%nat -> (p n - sigma a) * (p (S n) - sigma a) < 0) /\
  (f (F0 x0 beta eps) <= - a -> (forall n, p n <> sigma a) ->
     forall n, (1 <= n)%nat -> p n <= 1 - sigma a ->
     forall m, (n <= m)%nat -> (p m - sigma a) * (p (S m) - sigma a) < 0).
Proof.
  intros pref beta eps a Hp Hb He x0 f p. rewrite <- (F_0 x0 beta eps Hb He).
  exact (GrpoProofs.Whitening.Alternation.alternation_around_low (Omega eps) (dG eps) pref beta
    (Omega_whitening eps He) Hp Hb a).
Qed.

(** E3, flip part. For every eps >= 0: if a < 0 is a fixed point of F and beta = B(p_low)
    (multiplier F' a = -1), or more generally beta >= B(p_low), then a is asymptotically
    stable: stable in the sense of Lyapunov, and all orbits starting near it converge to it. *)
Theorem flip_point_asymptotically_stable : forall x0 beta eps a,
  0 < beta -> 0 <= eps -> fixpt (F x0 beta eps) a -> a < 0 ->
  (beta = Bthr eps (sigma a) -> is_derive (F x0 beta eps) a (-1)) /\
  (Bthr eps (sigma a) <= beta ->
   forall e, 0 < e -> exists d, 0 < d /\ forall x, Rabs (x - a) < d ->
     (forall n, Rabs (iter (F x0 beta eps) x n - a) < e) /\
     is_lim_seq (iter (F x0 beta eps) x) a).
Proof.
  intros x0 beta eps a Hb He Fa Ha. rewrite (slope_vs_threshold eps a He Ha). split.
  - intro E. replace (-1) with (dG eps a / beta); [now apply F_derive|]. rewrite E. field.
    assert (N := dG_neg eps He a Ha). lra.
  - exact (GrpoProofs.Whitening.Alternation.flip_point_asymptotically_stable (Omega eps) (dG eps) x0 beta a
      (Omega_whitening eps He) Hb Fa Ha).
Qed.
