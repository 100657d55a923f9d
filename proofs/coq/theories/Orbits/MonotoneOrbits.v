(** F1 and F2: if p_ref >= 1/2, or only h (1/2) >= 1/2, the orbit of p_ref is
    monotone (from the first step on) and its limit is identified among the
    fixed points of h; for eps = 0 the limit is 1 when there is no fixed point
    to stop at.

    Every real fixed point of h lies in (0,1) ([fixpt_h_F]), so quantifying
    over all real fixed points is no restriction. *)

Require Import Reals Lra Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Success.
Open Scope R_scope.

Section LogOddsOrbit.
Variables x0 beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.

Lemma iter_abs : forall x n, iter f (Rabs x) (S n) = iter f x (S n).
Proof. intros. rewrite !iter_shift. unfold f. now rewrite f_abs. Qed.

Lemma lim_abs : forall x (l : Rbar), is_lim_seq (iter f (Rabs x)) l <-> is_lim_seq (iter f x) l.
Proof.
  intros x l.
  assert (E : forall u v, is_lim_seq (iter f u) l -> (forall n, iter f u (S n) = iter f v (S n)) ->
     is_lim_seq (iter f v) l).
  { intros u v L E. apply (is_lim_seq_incr_1 (iter f v)).
    apply is_lim_seq_ext with (fun n => iter f u (S n)); [exact E | now apply is_lim_seq_S]. }
  split; intro L; eapply E; try exact L; intro n; [|symmetry]; apply iter_abs.
Qed.

Lemma no_escape : 0 < eps -> forall x, ~ is_lim_seq (iter f x) p_infty.
Proof.
  intros Pe x L. apply is_lim_seq_spec in L.
  destruct (L (x0 + 1 / (beta * sqrt eps))) as [N HN].
  specialize (HN (S N) ltac:(lia)). simpl in HN.
  assert (Z := F_upper x0 beta eps Hb (iter f x N) Pe). fold f in Z. lra.
Qed.

(** Fixed points are above the start value x0 and above the critical value. *)
Lemma fixpt_above : forall c, fixpt f c -> f 0 <= c /\ x0 < c.
Proof.
  intros c Fc. rewrite <- Fc. split; [now apply f_low | now apply F_gt].
Qed.

Section Right.
Variable y : R.
Hypothesis Hy : 0 <= y.

Lemma incr_right : forall u v, 0 <= u <= v -> f u <= f v.
Proof. intros. now apply f_le. Qed.

Lemma right_up : y <= f y ->
  (forall n, iter f y n <= iter f y (S n)) /\
  ((exists c, y <= c /\ fixpt f c /\ (forall d, fixpt f d -> y <= d -> c <= d) /\ is_lim_seq (iter f y) c)
   \/ (eps = 0 /\ (forall d, y <= d -> ~ fixpt f d) /\ is_lim_seq (iter f y) p_infty)).
Proof.
  intro H. split.
  - intro n. apply (up_orbit f 0 y); auto. apply incr_right.
  - destruct (up_orbit_lim f 0 y incr_right (fun u _ => f_cont x0 beta eps He u) Hy H)
      as [[c [Hc [Fc [Mc Lc]]]]|[No L]].
    + left. exists c. repeat split; auto.
    + right. split; [|split; auto].
      destruct He as [Pe|E]; [|now symmetry]. exfalso. now apply (no_escape Pe y).
Qed.

Lemma right_down : 0 <= f 0 -> f y <= y ->
  exists c, c <= y /\ fixpt f c /\ (forall d, fixpt f d -> d <= y -> d <= c) /\ is_lim_seq (iter f y) c.
Proof.
  intros H0 H.
  destruct (down_orbit_lim f 0 y incr_right (fun u _ => f_cont x0 beta eps He u) Hy H0 H)
    as [c [Hc [Fc [Mc Lc]]]].
  exists c. split; [lra|]. split; [exact Fc|]. split; [|exact Lc].
  intros d Fd Hd. apply Mc; [|exact Fd]. destruct (fixpt_above d Fd). lra.
Qed.

Lemma right_strict_down : 0 <= f 0 -> f y < y -> forall n, 0 <= iter f y n /\ iter f y (S n) < iter f y n.
Proof.
  intros H0 H n. induction n as [|n [IH1 IH2]]; [simpl; lra|]. split.
  - assert (f 0 <= f (iter f y n)) by now apply f_low. simpl. lra.
  - apply f_inc; auto. assert (f 0 <= f (iter f y n)) by now apply f_low.
    apply Rle_trans with (f 0); assumption.
Qed.

Lemma right_strict_up : y < f y -> forall n, 0 <= iter f y n /\ iter f y n < iter f y (S n).
Proof.
  intros H n. induction n as [|n [IH1 IH2]]; [simpl; lra|]. split; [lra|].
  change (iter f y (S n)) with (f (iter f y n)) at 1. apply f_inc; auto.
Qed.
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
  set (x0 := logit pref). set (f := F x0 beta eps).
  assert (Hx0 : 0 <= x0).
  { apply Rnot_lt_le. intro N. apply sigma_lt_half in N. unfold x0 in N.
    rewrite sigma_logit in N; lra. }
  assert (Up : x0 < f x0) by now apply F_gt.
  split.
  - intro n. unfold p. rewrite !p_orbit by assumption. apply sigma_increasing.
    now apply right_strict_up.
  - destruct (right_up x0 beta eps Hb He x0 Hx0) as [_ [[c [Hc [Fc [Mc Lc]]]]|[E [No L]]]];
      [fold f; lra | left | right].
    + assert (x0 < c) by (now apply (fixpt_above x0 beta eps Hb He c)).
      exists (sigma c). repeat split.
      * rewrite <- (sigma_logit pref Hp). now apply sigma_increasing.
      * apply sigma_lt_1.
      * now apply fixpt_x.
      * intros d Fd. destruct (fixpt_p pref beta eps Hp d Fd) as [Fx [_ Es]].
        rewrite <- Es. apply sigma_le. apply Mc; auto.
        left. now apply (fixpt_above x0 beta eps Hb He).
      * now apply p_lim.
    + split; [exact E|]. split; [|now apply p_lim_1].
      intros d Fd. destruct (fixpt_p pref beta eps Hp d Fd) as [Fx _].
      apply (No (logit d)); auto. left. now apply (fixpt_above x0 beta eps Hb He).
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
  set (x0 := logit pref). set (f := F x0 beta eps). set (y := Rabs x0).
  assert (Hy : 0 <= y) by apply Rabs_pos.
  assert (Es : sigma x0 = pref) by now apply sigma_logit.
  assert (Pn : forall n, p (S n) = sigma (iter f y (S n))).
  { intro n. unfold p. rewrite p_orbit by assumption. unfold y, f. now rewrite iter_abs. }
  assert (Sy : sigma y = Rmax pref (1 - pref)).
  { unfold y, Rabs. destruct (Rcase_abs x0) as [L|L].
    - rewrite sigma_opp, Es. symmetry. apply Rmax_right.
      apply sigma_lt_half in L. rewrite Es in L. lra.
    - rewrite Es. symmetry. apply Rmax_left. apply Rnot_lt_le. intro N.
      assert (sigma x0 < / 2) by lra. apply sigma_lt_half in H. lra. }
  assert (S1 : p 1%nat = sigma (f y)) by exact (Pn 0%nat).
  split.
  { rewrite h_half by assumption. fold x0. unfold F0. rewrite <- sigma_0. split; intro H.
    - apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra.
    - now apply sigma_le. }
  intro H0. assert (H0' : 0 <= f 0) by (unfold f; rewrite F_0 by assumption; exact H0).
  split; [|split].
  - intro C. assert (Up : y <= f y).
    { destruct C as [C|C].
      - apply Rnot_lt_le. intro N. assert (Z := sigma_increasing _ _ N). rewrite <- S1, Sy in Z.
        assert (Q := Rmax_r pref (1 - pref)).
        unfold Rmax in Z. destruct (Rle_dec pref (1 - pref)); [lra|].
        assert (Hx0 : 0 <= x0).
        { apply Rnot_lt_le. intro N2. apply sigma_lt_half in N2. lra. }
        assert (E : y = x0) by (unfold y; now apply Rabs_pos_eq).
        rewrite E in N. assert (x0 < f x0) by now apply F_gt. lra.
      - assert (Hx0 : 0 <= x0).
        { apply Rnot_lt_le. intro N2. apply sigma_lt_half in N2. lra. }
        assert (E : y = x0) by (unfold y; now apply Rabs_pos_eq).
        rewrite E. left. now apply F_gt. }
    destruct (right_up x0 beta eps Hb He y Hy Up) as [Inc Alt]. fold f in Inc, Alt. split.
    + intro n. rewrite !Pn. apply sigma_le, Inc.
    + destruct Alt as [[c [Hc [Fc [Mc Lc]]]]|[E [No L]]]; [left | right].
      * exists (sigma c). rewrite <- Sy. repeat split.
        -- now apply sigma_le.
        -- apply sigma_lt_1.
        -- now apply fixpt_x.
        -- intros d Fd Hd. destruct (fixpt_p pref beta eps Hp d Fd) as [Fx [_ Ed]].
           rewrite <- Ed in Hd |- *. apply sigma_le. apply Mc; auto.
           apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra.
        -- apply p_lim; auto. apply (lim_abs x0 beta eps x0). exact Lc.
      * split; [exact E|]. rewrite <- Sy. split.
        -- intros d Hd Fd. destruct (fixpt_p pref beta eps Hp d Fd) as [Fx [_ Ed]].
           apply (No (logit d)); auto. apply Rnot_lt_le. intro N.
           apply sigma_increasing in N. lra.
        -- apply p_lim_1; auto. apply (lim_abs x0 beta eps x0). exact L.
  - intro C. assert (Nx : x0 < 0).
    { apply Rnot_le_lt. intro N.
      assert (E : y = x0) by (unfold y; apply Rabs_pos_eq; lra).
      assert (Z : x0 < f x0) by now apply F_gt. rewrite <- E in Z at 2.
      apply sigma_increasing in Z. rewrite <- S1, Es in Z.
      assert (0 <= x0) by lra. assert (sigma 0 <= sigma x0) by now apply sigma_le.
      rewrite sigma_0, Es in H1. lra. }
    assert (Sy' : sigma y = 1 - pref).
    { unfold y. rewrite Rabs_left, sigma_opp, Es by exact Nx. reflexivity. }
    assert (Dn : f y < y). { apply sigma_lt_iff. lra. }
    split.
    + intro n. rewrite !Pn. apply sigma_increasing.
      apply (right_strict_down x0 beta eps Hb He y Hy H0' Dn (S n)).
    + destruct (right_down x0 beta eps Hb He y Hy H0' ltac:(fold f; lra)) as [c [Hc [Fc [Mc Lc]]]].
      exists (sigma c). rewrite <- Sy'. repeat split.
      * apply sigma_pos.
      * now apply sigma_le.
      * now apply fixpt_x.
      * intros d Fd Hd. destruct (fixpt_p pref beta eps Hp d Fd) as [Fx [_ Ed]].
        rewrite <- Ed in Hd |- *. apply sigma_le. apply Mc; auto.
        apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra.
      * apply p_lim; auto. apply (lim_abs x0 beta eps x0). exact Lc.
  - intros C n. induction n as [|n IH]; [exact C|].
    change (p (S (S n))) with (h pref beta eps (p (S n))). rewrite IH.
    transitivity (h pref beta eps pref); [|exact C].
    unfold h, Omega. now rewrite var_compl.
Qed.
