(** Definitions of the theory, in the notation of the claims catalogue.

    p, p_ref in [0,1]: probability of success; beta > 0: KL coefficient;
    eps >= 0: smoothing of the variance; x = logit p: log-odds.

    Coq's [/ 0], [sqrt] of a negative number and [ln] of a non-positive number
    are total but meaningless, so every theorem states the positivity that it
    needs as a hypothesis. *)

Require Import Reals.
Open Scope R_scope.

(** Variance of a Bernoulli reward, and the inverse of the smoothed standard
    deviation (the "whitening factor" Omega). *)
Definition var (p : R) : R := p * (1 - p).
Definition Omega (eps p : R) : R := / sqrt (var p + eps).

(** Whitened binary reward and the two contrastive weights. *)
Definition adv (eps p r : R) : R := (r - p) / sqrt (var p + eps).
Definition w_plus (eps p : R) : R := (1 - p) / sqrt (var p + eps).
Definition w_minus (eps p : R) : R := p / sqrt (var p + eps).

(** Logistic function, log-odds, Bernoulli Kullback-Leibler divergence. *)
Definition sigma (x : R) : R := / (1 + exp (- x)).
Definition logit (p : R) : R := ln (p / (1 - p)).
Definition kl (p q : R) : R := p * ln (p / q) + (1 - p) * ln ((1 - p) / (1 - q)).

(** Success map h of the reference-KL iteration, p_n = h p_(n-1). *)
Definition h (pref beta eps p : R) : R :=
  / (1 + (1 - pref) / pref * exp (- (Omega eps p / beta))).

(** The same map in log-odds: x_n = F x_(n-1), with x0 = logit p_ref. *)
Definition G (eps x : R) : R := Omega eps (sigma x).
Definition F (x0 beta eps x : R) : R := x0 + G eps x / beta.
Definition psi (beta eps x : R) : R := x - G eps x / beta.

(** F0 = F 0 = log-odds of h (1/2). *)
Definition F0 (x0 beta eps : R) : R := x0 + 2 / (beta * sqrt (1 + 4 * eps)).

(** Orbits: [iter f x n] is the n-th iterate of f at x. *)
Fixpoint iter (f : R -> R) (x : R) (n : nat) : R :=
  match n with O => x | S m => f (iter f x m) end.

(** Stability threshold B(p) and its supremum M_eps. *)
Definition Bthr (eps p : R) : R :=
  var p * Rabs (2 * p - 1) / (2 * ((var p + eps) * sqrt (var p + eps))).
Definition Meps (eps : R) : R := / (3 * sqrt 3 * sqrt eps * (1 + 4 * eps)).

(** Inverse hyperbolic functions used in closed forms. *)
Definition asinh (x : R) : R := ln (x + sqrt (x * x + 1)).
Definition artanh (x : R) : R := / 2 * ln ((1 + x) / (1 - x)).

(** Fixed point of a map; genuine 2-cycle u < v; lowest, next (after a) and highest fixed
    point. *)
Definition fixpt (f : R -> R) (x : R) : Prop := f x = x.
Definition two_cycle (f : R -> R) (u v : R) : Prop := u < v /\ f u = v /\ f v = u.
Definition lowest (f : R -> R) (a : R) : Prop :=
  fixpt f a /\ forall c, fixpt f c -> a <= c.
Definition next_fixpt (f : R -> R) (a b : R) : Prop :=
  fixpt f b /\ a < b /\ forall c, fixpt f c -> a < c -> b <= c.
Definition highest (f : R -> R) (c : R) : Prop :=
  fixpt f c /\ forall d, fixpt f d -> d <= c.
