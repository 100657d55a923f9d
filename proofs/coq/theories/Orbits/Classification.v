(** F5: complete classification of the orbit of p_ref.

    F0 is the log-odds of h (1/2), a the lowest and b the second fixed point of
    F in log-odds. The instance W = Omega eps of [Whitening.Classification]. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Classification.
From GrpoProofs.Orbits Require Import LowFixpt Flip Success MonotoneOrbits Jump.
Open Scope R_scope.

Section Classification.
Variables pref beta eps : R.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let x0 := logit pref.
Let f := F x0 beta eps.
Let p := iter (h pref beta eps) pref.
Let HW := Omega_whitening eps He.

Lemma critical_value : f 0 = F0 x0 beta eps.
Proof. now apply F_0. Qed.

(** F5, hypotheses: for F0 < 0 the lowest fixed point exists and lies in (F0, 0). *)
Theorem lowest_fixpt_exists : F0 x0 beta eps < 0 ->
  exists a, lowest f a /\ F0 x0 beta eps < a < 0.
Proof.
  rewrite <- critical_value. exact (Classification.lowest_fixpt_exists _ _ pref beta HW Hb).
Qed.

(** F5 (I). F0 >= 0: monotone from the first step, converging to a fixed point or, for
    eps = 0, to 1 (details in [monotone_from_first_step], F2). *)
Theorem regime_I_monotone : 0 <= F0 x0 beta eps ->
  ((forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n))) /\
  ((exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1)).
Proof.
  rewrite <- critical_value. intro H.
  destruct (Classification.regime_I_monotone _ _ pref beta HW Hp Hb H) as [M [C|[N L]]].
  - split; [exact M | now left].
  - split; [exact M | right; split; [now apply unbounded_unsmoothed | exact L]].
Qed.

(** F5 (II), "jump". F0 < 0, b exists and -x0 > b: p_1 > p_b, p_n is monotone from n = 1
    and converges to the highest fixed point (eps > 0) or to 1 (eps = 0). *)
Theorem regime_II_jump : forall a b, F0 x0 beta eps < 0 -> lowest f a -> next_fixpt f a b ->
  b < - x0 ->
  sigma b < p 1%nat /\
  ((forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n))) /\
  ((0 < eps /\ exists c, highest (h pref beta eps) (sigma c) /\ is_lim_seq p (sigma c)) \/
   (eps = 0 /\ is_lim_seq p 1)).
Proof.
  intros a b. rewrite <- critical_value. intros H La Nb Hj.
  destruct (Classification.regime_II_jump _ _ pref beta HW Hp Hb a b H La Nb Hj) as [J [M [L1 L2]]].
  split; [exact J|]. split; [exact M|]. destruct He as [P|E]; [left | right].
  - split; [exact P|]. apply L1; [now apply Omega_bounded | now apply dG_slopes_twice].
  - split; [now symmetry|]. now apply L2, dG_slopes_once.
Qed.

(** F5 (III). F0 < 0 and -x0 = b: p_n = p_b for every n >= 1. *)
Theorem regime_III_landing : forall a b, lowest f a -> next_fixpt f a b -> - x0 = b ->
  forall n, p (S n) = sigma b.
Proof. exact (Classification.regime_III_landing _ _ pref beta HW Hp Hb). Qed.

(** F5 (IV). F0 < 0 and b absent or -x0 < b. If beta >= B(p_low) then p_n converges to
    p_low = sigma a. If beta < B(p_low) then p_n converges (to anything) only if some p_n
    equals p_low exactly, and a 2-cycle of h exists. *)
Theorem regime_IV_trapped_orbit : forall a, F0 x0 beta eps < 0 -> lowest f a ->
  (forall b, next_fixpt f a b -> - x0 < b) ->
  (Bthr eps (sigma a) <= beta -> is_lim_seq p (sigma a)) /\
  (beta < Bthr eps (sigma a) ->
     (ex_finite_lim_seq p -> exists n, p n = sigma a) /\
     (exists u v, u < sigma a < v /\ two_cycle (h pref beta eps) u v)).
Proof.
  intros a H La T. rewrite <- critical_value in H.
  assert (Ha : a < 0) by (apply (lowest_neg x0 beta eps Hb He a H La)).
  rewrite slope_vs_threshold by assumption.
  exact (Classification.regime_IV_trapped_orbit _ _ pref beta HW Hp Hb a H La T).
Qed.
End Classification.
