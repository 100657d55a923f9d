(** F4: a 2-cycle of F exists exactly when the lowest fixed point, if negative
    in log-odds, is linearly unstable: the instance of [Unimodal.TwoCycles] for F, whose
    cross-ratio inequality is E5. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require EvenMap.
From GrpoProofs.Unimodal Require Import TwoCycles.
From GrpoProofs.Orbits Require Import CrossRatio LowFixpt.
Open Scope R_scope.

Section Flip.
Variables x0 beta eps a : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.
Let lam := dG eps a / beta.

(** |F' a| > 1 iff beta < B, in terms of the derivative of G. *)
Lemma slope_vs_threshold : Bthr eps (sigma a) = - dG eps a.
Proof. rewrite <- dG_abs by exact He. apply Rabs_left. now apply dG_neg. Qed.

Lemma multiplier_vs_threshold : (lam < -1 <-> beta < Bthr eps (sigma a)) /\
  (-1 <= lam <-> Bthr eps (sigma a) <= beta).
Proof.
  rewrite slope_vs_threshold. assert (E : lam * beta = dG eps a) by (unfold lam; field; lra).
  rewrite <- E. split; split; intro; nra.
Qed.

(** The cross-ratio inequality for F. *)
Lemma cross_F : cross_ratio_at f a lam.
Proof.
  intros u v H Hv. assert (Z := cross_ratio_signed eps u a v He H Hv). unfold lam.
  replace (f u - f a) with ((G eps u - G eps a) / beta) by (unfold f, F; field; lra).
  replace (f a - f v) with ((G eps a - G eps v) / beta) by (unfold f, F; field; lra).
  replace (f u - f v) with ((G eps u - G eps v) / beta) by (unfold f, F; field; lra).
  apply Rmult_lt_reg_r with (beta * beta); [nra|].
  replace ((G eps u - G eps a) / beta * ((G eps a - G eps v) / beta) * (v - u) * (beta * beta))
    with ((G eps u - G eps a) * (G eps a - G eps v) * (v - u)) by (field; lra).
  replace (- (dG eps a / beta) * ((G eps u - G eps v) / beta) * ((a - u) * (v - a)) * (beta * beta))
    with (- dG eps a * (G eps u - G eps v) * ((a - u) * (v - a))) by (field; lra).
  exact Z.
Qed.

Let U := F_even_unimodal x0 beta eps Hb He.
Let D : is_derive f a lam := F_derive x0 beta eps He a.

Lemma two_cycle_below_threshold : forall u v, two_cycle f u v -> beta < Bthr eps (sigma a).
Proof.
  intros u v C. apply multiplier_vs_threshold. now apply (two_cycle_needs_flip f a lam U Fa Ha cross_F u v).
Qed.

Lemma no_two_cycle_at_threshold : Bthr eps (sigma a) <= beta -> forall u v, ~ two_cycle f u v.
Proof. intros H u v C. apply two_cycle_below_threshold in C. lra. Qed.

(** If beta < B(a) there is a genuine 2-cycle, its upper point in (a, -a). *)
Lemma two_cycle_exists : beta < Bthr eps (sigma a) ->
  exists v, a < v < - a /\ f v < a /\ two_cycle f (f v) v.
Proof.
  intro H. apply multiplier_vs_threshold in H. now apply (TwoCycles.two_cycle_exists f a lam U Fa Ha D).
Qed.
End Flip.

(** F4. Let a < 0 be the lowest fixed point of F. Every 2-cycle {u < v} lies on both
    sides of a and, with p_low = sigma a, forces |F' a| > 1, that is beta < B(p_low); so beta >= B(p_low) excludes every
    2-cycle. Conversely beta < B(p_low) gives a 2-cycle whose upper point is in (a, -a). *)
Theorem two_cycle_iff_flip_unstable : forall x0 beta eps a, 0 < beta -> 0 <= eps ->
  lowest (F x0 beta eps) a -> a < 0 ->
  (forall u v, two_cycle (F x0 beta eps) u v ->
     u < a < v /\ beta < Bthr eps (sigma a) /\
     forall lam, is_derive (F x0 beta eps) a lam -> 1 < Rabs lam) /\
  (Bthr eps (sigma a) <= beta -> forall u v, ~ two_cycle (F x0 beta eps) u v) /\
  (beta < Bthr eps (sigma a) ->
     exists u v, a < v < - a /\ u < a /\ two_cycle (F x0 beta eps) u v).
Proof.
  intros x0 beta eps a Hb He [Fa _] Ha. split; [|split].
  - intros u v C. split; [apply (EvenMap.two_cycle_around _ (F_even_unimodal x0 beta eps Hb He)); auto|].
    assert (L := two_cycle_below_threshold x0 beta eps a Hb He Fa Ha u v C).
    split; [exact L|]. intros lam D.
    assert (E : lam = dG eps a / beta).
    { apply is_derive_unique in D. rewrite <- D. apply is_derive_unique. now apply F_derive. }
    assert (N := dG_neg eps He a Ha). rewrite (slope_vs_threshold eps a He Ha) in L.
    rewrite E. unfold Rdiv. rewrite Rabs_mult, (Rabs_left (dG eps a)) by exact N.
    rewrite Rabs_pos_eq by (left; now apply Rinv_0_lt_compat).
    apply Rmult_lt_reg_r with beta; [exact Hb|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - intros H. now apply no_two_cycle_at_threshold with a.
  - intros H. destruct (two_cycle_exists x0 beta eps a Hb He Fa Ha H) as [v [Hv [Fv C]]].
    exists (F x0 beta eps v), v. auto.
Qed.
