(** Alternation around the lowest fixed point a < 0, for any whitening factor, and its
    asymptotic stability up to and including multiplier -1. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require Import EvenMap TwoCycles Alternation.
From GrpoProofs.Whitening Require Import Recurrence.
Open Scope R_scope.

Section Alternation.
Variables (W dg : R -> R) (pref beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Let x0 := logit pref.
Let f := FW W x0 beta.
Let p := iter (hW W pref beta) pref.
Let U : even_unimodal f := FW_even_unimodal W dg x0 beta HW Hb.

(** F12, any factor. Let f 0 < 0, a the lowest fixed point in log-odds, p_low = sigma a.
    Always (p_0 - p_low)(p_1 - p_low) < 0. If p_n converges to p_low without ever landing on
    it, then (p_n - p_low)(p_(n+1) - p_low) < 0 from some n on. If f (f 0) <= - a (and p_n
    never lands), strict alternation holds from the first n >= 1 with x_n <= - a on. *)
Theorem alternation_around_low : forall a, f 0 < 0 -> lowest f a ->
  (p 0%nat - sigma a) * (p 1%nat - sigma a) < 0 /\
  (is_lim_seq p (sigma a) -> (forall n, p n <> sigma a) ->
     exists N, forall n, (N <= n)%nat -> (p n - sigma a) * (p (S n) - sigma a) < 0) /\
  (f (f 0) <= - a -> (forall n, p n <> sigma a) ->
     forall n, (1 <= n)%nat -> p n <= 1 - sigma a ->
     forall m, (n <= m)%nat -> (p m - sigma a) * (p (S m) - sigma a) < 0).
Proof.
  intros a H0 La. assert (Ha := lowest_neg f U a H0 La). destruct La as [Fa _].
  assert (Ha' : a < 0) by lra.
  assert (Pn : forall n, p n = sigma (iter f x0 n)) by exact (p_orbit W pref beta Hp).
  assert (Ne : (forall n, p n <> sigma a) -> forall n, iter f x0 n <> a).
  { intros N n E. apply (N n). rewrite Pn. now f_equal. }
  assert (Sg : forall x y, (x - a) * (y - a) < 0 -> (sigma x - sigma a) * (sigma y - sigma a) < 0).
  { intros x y H. destruct (Rtotal_order x a) as [L|[E|L]].
    - assert (a < y) by nra. apply sigma_increasing in L. apply sigma_increasing in H1. nra.
    - subst. lra.
    - assert (y < a) by nra. apply sigma_increasing in L. apply sigma_increasing in H1. nra. }
  split; [|split].
  - rewrite !Pn. apply Sg. simpl. assert (x0 < a).
    { rewrite <- Fa. apply (FW_gt W dg x0 beta HW Hb). }
    apply (opposite_sides f a U); auto; lra.
  - intros L N.
    assert (Lx : is_lim_seq (iter f x0) a).
    { apply is_lim_seq_ext with (fun n => logit (p n)).
      - intro n. rewrite Pn. apply logit_sigma.
      - rewrite <- (logit_sigma a). apply is_lim_seq_continuous; [|exact L].
        apply continuity_pt_filterlim, (ex_derive_continuous logit). eexists. apply logit_derive.
        split; [apply sigma_pos | apply sigma_lt_1]. }
    destruct (alternates_eventually f a U Fa Ha' x0 Lx (Ne N)) as [M HM].
    exists M. intros n Hn. rewrite !Pn. now apply Sg, HM.
  - intros C N n Hn Bn m Hm. rewrite !Pn. apply Sg.
    apply (alternates_from f a U Fa Ha') with n; auto.
    rewrite Pn in Bn. apply Rnot_lt_le. intro L. apply sigma_increasing in L.
    rewrite sigma_opp in L. lra.
Qed.
End Alternation.

(** E3, flip part, any factor. A fixed point a < 0 with multiplier >= -1 is asymptotically
    stable: stable in the sense of Lyapunov, and all orbits starting near it converge to it. *)
Theorem flip_point_asymptotically_stable : forall W dg x0 beta a,
  whitening W dg -> 0 < beta -> fixpt (FW W x0 beta) a -> a < 0 -> - dg a <= beta ->
  forall e, 0 < e -> exists d, 0 < d /\ forall x, Rabs (x - a) < d ->
    (forall n, Rabs (iter (FW W x0 beta) x n - a) < e) /\ is_lim_seq (iter (FW W x0 beta) x) a.
Proof.
  intros W dg x0 beta a HW Hb Fa Ha H.
  assert (U := FW_even_unimodal W dg x0 beta HW Hb).
  apply (stable_without_two_cycle _ a U Fa Ha).
  apply (no_two_cycle_stable _ a (dg a / beta) U Fa Ha (FW_cross W dg x0 beta HW Hb a Ha)).
  now apply multiplier_iff.
Qed.
