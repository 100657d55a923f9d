(** F5: complete classification of the orbit of p_ref.

    F0 is the log-odds of h (1/2), a the lowest and b the second fixed point of
    F in log-odds. *)

Require Import Reals Lra Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Flip Success Trapped MonotoneOrbits Jump.
Open Scope R_scope.

Section Classification.
Variables pref beta eps : R.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let x0 := logit pref.
Let f := F x0 beta eps.
Let p := iter (h pref beta eps) pref.

Lemma critical_value : f 0 = F0 x0 beta eps.
Proof. now apply F_0. Qed.

(** F5, hypotheses: for F0 < 0 the lowest fixed point exists and lies in (F0, 0). *)
Theorem lowest_fixpt_exists : F0 x0 beta eps < 0 ->
  exists a, lowest f a /\ F0 x0 beta eps < a < 0.
Proof.
  rewrite <- critical_value. intro H.
  destruct (low_exists x0 beta eps Hb He H) as [a [Ha Fa]]. exists a. split; [|exact Ha].
  apply neg_fixpt_lowest; auto. lra.
Qed.

(** F5 (I). F0 >= 0: monotone from the first step, converging to a fixed point or, for
    eps = 0, to 1 (details in [monotone_from_first_step], F2). *)
Theorem regime_I_monotone : 0 <= F0 x0 beta eps ->
  ((forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n))) /\
  ((exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1)).
Proof.
  intro H. destruct (monotone_from_first_step pref beta eps Hp Hb He) as [_ M].
  destruct (M H) as [Up [Down _]]. fold p in Up, Down.
  destruct (Rle_dec (1 - pref) (p 1%nat)) as [L|L].
  - destruct (Up (or_introl L)) as [Inc [[c [_ [Fc [_ Lc]]]]|[E [_ Lc]]]]; split; eauto.
  - destruct Down as [Dec [c [_ [Fc [_ Lc]]]]]; [lra|]. split; [right | left; eauto].
    intro n. left. apply Dec.
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
  intros a b H0 La Nb Hj. rewrite <- critical_value in H0.
  assert (Ha := lowest_neg x0 beta eps Hb He a H0 La). destruct La as [Fa _].
  destruct (jump_orbit x0 beta eps a b Hb He Fa ltac:(lra) Nb Hj) as [J [M L]].
  fold f in J, M, L.
  assert (Pn : forall n, p n = sigma (iter f x0 n)) by (intro; now apply p_orbit).
  split; [|split].
  - rewrite Pn. now apply sigma_increasing.
  - destruct M as [M|M]; [left | right]; intro n; rewrite !Pn; apply sigma_le, M.
  - destruct L as [[Pe [c [[Fc Top] Lc]]]|[E Lc]]; [left | right].
    + split; [exact Pe|]. exists c. split; [|now apply p_lim].
      split; [now apply fixpt_x|]. intros d Fd.
      destruct (fixpt_p pref beta eps Hp d Fd) as [Fx [_ Ed]]. rewrite <- Ed.
      now apply sigma_le, Top.
    + split; [exact E | now apply p_lim_1].
Qed.

(** F5 (III). F0 < 0 and -x0 = b: p_n = p_b for every n >= 1. *)
Theorem regime_III_landing : forall a b, lowest f a -> next_fixpt f a b -> - x0 = b ->
  forall n, p (S n) = sigma b.
Proof.
  intros a b La [Fb _] E n. unfold p. rewrite p_orbit by assumption. f_equal.
  fold x0. fold f. rewrite iter_shift. apply iter_stays with (n := 0%nat).
  - simpl. replace x0 with (- b) by lra. unfold f. rewrite F_opp. exact Fb.
  - exact Fb.
  - apply Nat.le_0_l.
Qed.

(** In regime IV the orbit of x0 is trapped below b. *)
Lemma regime_IV_trapped : forall a, (forall b, next_fixpt f a b -> - x0 < b) ->
  F0 x0 beta eps < 0 -> trapped x0 beta eps a x0.
Proof.
  intros a H H0 b Nb. specialize (H b Nb).
  assert (x0 < F0 x0 beta eps) by (now apply F0_gt). fold f. rewrite critical_value.
  split; [lra|]. rewrite Rabs_left; lra.
Qed.

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
  intros a H0 La HT. assert (T := regime_IV_trapped a HT H0).
  assert (H0' := H0). rewrite <- critical_value in H0'.
  assert (Ha := lowest_neg x0 beta eps Hb He a H0' La). destruct La as [Fa _].
  assert (Ha' : a < 0) by lra. split.
  - intro H. apply p_lim; auto. fold x0. now apply trapped_converges.
  - intro H. split.
    + intros [q Lq]. destruct (trapped_bounded x0 beta eps a Hb He Fa Ha' x0 T) as [K HK].
      destruct (p_lim_inv pref beta eps Hp K q HK Lq) as [Hq Lx].
      assert (E := trapped_limit x0 beta eps a Hb He Fa Ha' x0 T _ Lx). rewrite E in Lx.
      destruct (unstable_landing x0 beta eps a Hb He Fa Ha' H x0 Lx) as [n En].
      exists n. unfold p. rewrite p_orbit by assumption. now f_equal.
    + destruct (two_cycle_exists x0 beta eps a Hb He Fa Ha' H) as [v [Hv [Fv [Cuv [C1 C2]]]]].
      exists (sigma (f v)), (sigma v).
      split; [split; apply sigma_increasing; [exact Fv | apply Hv]|].
      split; [now apply sigma_increasing|].
      rewrite <- !sigma_F by assumption. fold x0. fold f. fold f in C1, C2.
      split; [now f_equal | reflexivity].
Qed.
End Classification.
