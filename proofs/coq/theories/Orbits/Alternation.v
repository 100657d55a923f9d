(** F12: for F0 < 0 an orbit that tends to the lowest fixed point without landing on it
    eventually alternates around it.  E3, flip part: at beta = B(p_low), p_low < 1/2
    (multiplier -1) the fixed point is still asymptotically stable. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require Import Alternation.
From GrpoProofs.Orbits Require Import LowFixpt Flip Success.
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
  intros pref beta eps a Hp Hb He x0 f p H0 La.
  assert (E0 : f 0 = F0 x0 beta eps) by now apply F_0.
  assert (U := F_even_unimodal x0 beta eps Hb He). fold f in U.
  assert (Ha := lowest_neg x0 beta eps Hb He a ltac:(fold f; lra) La). destruct La as [Fa _].
  assert (Ha' : a < 0) by lra.
  assert (Pn : forall n, p n = sigma (iter f x0 n)) by (intro; now apply p_orbit).
  assert (Ne : (forall n, p n <> sigma a) -> forall n, iter f x0 n <> a).
  { intros N n E. apply (N n). rewrite Pn. now f_equal. }
  assert (Sg : forall x y, (x - a) * (y - a) < 0 -> (sigma x - sigma a) * (sigma y - sigma a) < 0).
  { intros x y H. destruct (Rtotal_order x a) as [L|[E|L]].
    - assert (a < y) by nra. apply sigma_increasing in L. apply sigma_increasing in H1. nra.
    - subst. lra.
    - assert (y < a) by nra. apply sigma_increasing in L. apply sigma_increasing in H1. nra. }
  split; [|split].
  - rewrite !Pn. apply Sg. simpl. assert (x0 < a).
    { rewrite <- Fa. apply F_gt; auto. }
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
    + change (f (f 0) <= - a). rewrite E0. exact C.
    + change (iter f x0 n <= - a). rewrite Pn in Bn. apply Rnot_lt_le. intro L. apply sigma_increasing in L.
      rewrite sigma_opp in L. lra.
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
  intros x0 beta eps a Hb He Fa Ha. split.
  - intro E. replace (-1) with (dG eps a / beta); [now apply F_derive|].
    rewrite (slope_vs_threshold eps a He Ha) in E. rewrite E. field. lra.
  - intro H. apply stable_without_two_cycle; auto; [now apply F_even_unimodal|]. now apply no_two_cycle_at_threshold with a.
Qed.
