(** Complete classification of the orbit of p_ref for any whitening factor W.

    f 0 = x0 + W (1/2) / beta is the log-odds of h (1/2); a is the lowest and b the second
    fixed point of f in log-odds; dg a / beta is the multiplier at a. *)

Require Import Reals Lra Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap TwoCycles Trapped Alternation Jump.
From GrpoProofs.Whitening Require Import Recurrence MonotoneConvergence.
Open Scope R_scope.

Section Classification.
Variables (W dg : R -> R) (pref beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Let x0 := logit pref.
Let f := FW W x0 beta.
Let h := hW W pref beta.
Let p := iter h pref.
Let U : even_unimodal f := FW_even_unimodal W dg x0 beta HW Hb.
Let D : forall x : R, is_derive f x (dg x / beta) := FW_derive W dg x0 beta HW.

(** F4, any factor. A 2-cycle of f lies on both sides of a and forces multiplier below -1;
    conversely a multiplier below -1 gives a 2-cycle with upper point in (a, -a). *)
Theorem two_cycle_iff_flip_unstable : forall a, lowest f a -> a < 0 ->
  (forall u v, two_cycle f u v -> u < a < v /\ dg a / beta < -1) /\
  (- dg a <= beta -> forall u v, ~ two_cycle f u v) /\
  (beta < - dg a -> exists u v, a < v < - a /\ u < a /\ two_cycle f u v).
Proof.
  intros a [Fa _] Ha. assert (CR := FW_cross W dg x0 beta HW Hb a Ha).
  destruct (multiplier_iff dg beta Hb a) as [M1 M2]. split; [|split].
  - intros u v C. split; [now apply (two_cycle_around f U)|].
    now apply (two_cycle_needs_flip f a _ U Fa Ha CR u v).
  - intros St. apply M2 in St. now apply (no_two_cycle_stable f a _ U Fa Ha CR).
  - intros Un. apply M1 in Un.
    destruct (two_cycle_exists f a _ U Fa Ha (D a) Un) as [v [Hv [Fv C]]].
    exists (f v), v. auto.
Qed.

(** F5, any factor, hypotheses: for f 0 < 0 the lowest fixed point exists in (f 0, 0). *)
Theorem lowest_fixpt_exists : f 0 < 0 -> exists a, lowest f a /\ f 0 < a < 0.
Proof.
  intro H. destruct (low_exists f U H) as [a [Ha Fa]]. exists a. split; [|exact Ha].
  apply neg_fixpt_lowest; auto. lra.
Qed.

(** F5 (I), any factor. f 0 >= 0: monotone from the first step, converging to a fixed point
    or, for an unbounded factor, to 1. *)
Theorem regime_I_monotone : 0 <= f 0 ->
  ((forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n))) /\
  ((exists c, fixpt h c /\ is_lim_seq p c) \/ (~ bounded_factor W /\ is_lim_seq p 1)).
Proof.
  intro H. destruct (monotone_from_first_step W dg pref beta HW Hp Hb) as [_ M].
  unfold f in H. rewrite FW_0 in H.
  destruct (M H) as [Up [Down _]]. fold h p in Up, Down.
  destruct (Rle_dec (1 - pref) (p 1%nat)) as [L|L].
  - destruct (Up (or_introl L)) as [Inc [[c [_ [Fc [_ Lc]]]]|[E [_ Lc]]]]; split; eauto.
  - destruct Down as [Dec [c [_ [Fc [_ Lc]]]]]; [lra|]. split; [right | left; eauto].
    intro n. left. apply Dec.
Qed.

(** F5 (II), any factor: "jump". f 0 < 0, b exists and -x0 > b: p_1 > p_b, p_n is monotone
    from n = 1 and converges to the highest fixed point (bounded factor, every slope taken
    at most twice) or to 1 (every slope taken at most once). *)
Theorem regime_II_jump : forall a b, f 0 < 0 -> lowest f a -> next_fixpt f a b -> b < - x0 ->
  sigma b < p 1%nat /\
  ((forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n))) /\
  (bounded_factor W -> slopes_at_most_twice dg ->
     exists c, highest h (sigma c) /\ is_lim_seq p (sigma c)) /\
  (slopes_at_most_once dg -> is_lim_seq p 1).
Proof.
  intros a b H0 La Nb Hj. assert (Ha := lowest_neg f U a H0 La). destruct La as [Fa _].
  assert (Ha' : a < 0) by lra.
  assert (Pn : forall n, p n = sigma (iter f x0 n)) by (intro; now apply p_orbit).
  split; [|split; [|split]].
  - rewrite Pn. apply sigma_increasing. exact (jumps_over f a b U Fa Ha' Nb x0 Hj).
  - destruct (monotone_after_jump f a b U Fa Ha' Nb x0 Hj) as [M|M]; [left | right];
      intro n; rewrite !Pn; apply sigma_le, M.
  - intros B T.
    destruct (jump_to_highest f _ a b U D Fa Ha' Nb x0 Hj) as [c [[Fc Top] Lc]].
    + now apply FW_twice with W.
    + now apply FW_bounded.
    + exists c. split; [|now apply p_lim]. split; [now apply fixpt_x|]. intros d Fd.
      destruct (fixpt_p W pref beta Hp d Fd) as [Fx [_ Ed]]. rewrite <- Ed. now apply sigma_le, Top.
  - intros T. apply p_lim_1; [exact Hp|].
    apply (jump_to_infinity f _ a b U D Fa Ha' Nb x0 Hj). now apply FW_once with W.
Qed.

(** F5 (III), any factor. f 0 < 0 and -x0 = b: p_n = p_b for every n >= 1. *)
Theorem regime_III_landing : forall a b, lowest f a -> next_fixpt f a b -> - x0 = b ->
  forall n, p (S n) = sigma b.
Proof.
  intros a b La [Fb _] E n. unfold p. rewrite (p_orbit W pref beta Hp). f_equal.
  fold x0 f. rewrite iter_shift. apply iter_stays with (n := 0%nat).
  - simpl. replace x0 with (- b) by lra. rewrite (f_even f U). exact Fb.
  - exact Fb.
  - apply Nat.le_0_l.
Qed.

(** In regime IV the orbit of x0 is trapped below b. *)
Lemma regime_IV_trapped : forall a, (forall b, next_fixpt f a b -> - x0 < b) ->
  f 0 < 0 -> trapped f a x0.
Proof.
  intros a H H0 b Nb. specialize (H b Nb).
  assert (x0 < f 0) by now apply (FW_gt W dg).
  split; [lra|]. rewrite Rabs_left; lra.
Qed.

(** F5 (IV), any factor. f 0 < 0 and b absent or -x0 < b. If beta >= |g' a| then p_n
    converges to p_low = sigma a. If beta < |g' a| then p_n converges (to anything) only if
    some p_n equals p_low exactly, and a 2-cycle of h exists. *)
Theorem regime_IV_trapped_orbit : forall a, f 0 < 0 -> lowest f a ->
  (forall b, next_fixpt f a b -> - x0 < b) ->
  (- dg a <= beta -> is_lim_seq p (sigma a)) /\
  (beta < - dg a ->
     (ex_finite_lim_seq p -> exists n, p n = sigma a) /\
     (exists u v, u < sigma a < v /\ two_cycle h u v)).
Proof.
  intros a H0 La HT. assert (T := regime_IV_trapped a HT H0).
  assert (Ha := lowest_neg f U a H0 La). destruct La as [Fa _].
  assert (Ha' : a < 0) by lra. assert (CR := FW_cross W dg x0 beta HW Hb a Ha').
  destruct (multiplier_iff dg beta Hb a) as [M1 M2]. split.
  - intro H. apply M2 in H. apply p_lim; auto. now apply (trapped_converges f a _ U Fa Ha' CR).
  - intro H. apply M1 in H. split.
    + intros [q Lq]. destruct (trapped_bounded f a U Fa Ha' x0 T) as [K HK].
      destruct (p_lim_inv W pref beta Hp K q HK Lq) as [Hq Lx].
      assert (E := trapped_limit f a U Fa Ha' x0 T _ Lx). fold x0 f in Lx. rewrite E in Lx.
      destruct (unstable_landing f a _ Fa (D a) H x0 Lx) as [n En].
      exists n. unfold p. rewrite (p_orbit W pref beta Hp). now f_equal.
    + destruct (two_cycle_exists f a _ U Fa Ha' (D a) H) as [v [Hv [Fv [Cuv [C1 C2]]]]].
      exists (sigma (f v)), (sigma v).
      split; [split; apply sigma_increasing; [exact Fv | apply Hv]|].
      split; [now apply sigma_increasing|].
      unfold h. rewrite <- !(sigma_FW W pref beta Hp). fold x0 f.
      split; [now f_equal | reflexivity].
Qed.

(** Convergence whenever no fixed point below 1/2 is flip-unstable. *)
Theorem converges_if_low_stable : (forall a, fixpt f a -> a < 0 -> - dg a <= beta) ->
  (bounded_factor W -> slopes_at_most_twice dg -> exists c, fixpt h c /\ is_lim_seq p c) /\
  (slopes_at_most_once dg -> (exists c, fixpt h c /\ is_lim_seq p c) \/ is_lim_seq p 1).
Proof.
  intros St. destruct (Rle_dec 0 (f 0)) as [P|N].
  - destruct (regime_I_monotone P) as [_ [C|[B C]]]; split; auto. intro B'. now destruct B.
  - assert (H0 : f 0 < 0) by lra.
    destruct (lowest_fixpt_exists H0) as [a [La Ha]].
    destruct (classic (exists b, next_fixpt f a b /\ b <= - x0)) as [[b [Nb Hle]]|NoB].
    + destruct Hle as [L|E].
      * destruct (regime_II_jump a b H0 La Nb L) as [_ [_ [J1 J2]]]. split.
        -- intros B T. destruct (J1 B T) as [c [[Hc _] Lc]]. now exists (sigma c).
        -- intros T. right. now apply J2.
      * assert (C : exists c, fixpt h c /\ is_lim_seq p c); [|split; auto].
        exists (sigma b). split; [apply fixpt_x; auto; apply Nb|].
        apply (is_lim_seq_incr_1 p). apply is_lim_seq_ext with (fun _ => sigma b); [|apply is_lim_seq_const].
        intro n. symmetry. apply (regime_III_landing a b La Nb). now symmetry.
    + assert (C : exists c, fixpt h c /\ is_lim_seq p c); [|split; auto].
      exists (sigma a). split; [apply fixpt_x; auto; apply La|].
      apply (regime_IV_trapped_orbit a H0 La).
      * intros b Nb. apply Rnot_le_lt. intro L. apply NoB. now exists b.
      * apply St; [apply La | lra].
Qed.
End Classification.
