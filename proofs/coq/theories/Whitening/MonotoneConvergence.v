(** For any whitening factor: if p_ref >= 1/2, or only h (1/2) >= 1/2, the orbit of p_ref is
    monotone (from the first step on) and its limit is identified among the fixed points of
    h; for an unbounded factor the limit is 1 when there is no fixed point to stop at.

    Every real fixed point of h lies in (0,1) ([fixpt_p]), so quantifying over all real
    fixed points is no restriction. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require Import EvenMap RightHalf.
From GrpoProofs.Whitening Require Import Recurrence.
Open Scope R_scope.

Section Monotone.
Variables (W dg : R -> R) (pref beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Let x0 := logit pref.
Let f := FW W x0 beta.
Let h := hW W pref beta.
Let p := iter h pref.
Let U : even_unimodal f := FW_even_unimodal W dg x0 beta HW Hb.
Let unbounded : ~ bounded_above f -> ~ bounded_factor W.
Proof. intros N B. apply N. now apply FW_bounded. Qed.

Let fixpt_gt : forall c, fixpt f c -> x0 < c.
Proof. intros c Fc. rewrite <- Fc. now apply (FW_gt W dg). Qed.

(** F1. If p_ref >= 1/2 the sequence p_n strictly increases and converges to the smallest
    fixed point, which exceeds p_ref; or ~ bounded_factor W, there is no fixed point, and it converges to 1. *)
Theorem monotone_convergence_from_half : / 2 <= pref ->
  (forall n, p n < p (S n)) /\
  ((exists c, pref < c < 1 /\ lowest (h) c /\ is_lim_seq p c)
   \/ (~ bounded_factor W /\ (forall d, ~ fixpt (h) d) /\ is_lim_seq p 1)).
Proof.
  intro Hhalf.
  assert (Hx0 : 0 <= x0).
  { apply Rnot_lt_le. intro N. apply sigma_lt_half in N. unfold x0 in N.
    rewrite sigma_logit in N; lra. }
  assert (Up : x0 < f x0) by now apply (FW_gt W dg).
  split.
  - intro n. unfold p. rewrite !(p_orbit W pref beta Hp). apply sigma_increasing.
    now apply right_strict_up.
  - destruct (right_up f U x0 Hx0) as [_ [[c [Hc [Fc [Mc Lc]]]]|[E [No L]]]];
      [fold f; lra | left | right].
    + assert (x0 < c) by (now apply fixpt_gt).
      exists (sigma c). repeat split.
      * rewrite <- (sigma_logit pref Hp). now apply sigma_increasing.
      * apply sigma_lt_1.
      * now apply fixpt_x.
      * intros d Fd. destruct (fixpt_p W pref beta Hp d Fd) as [Fx [_ Es]].
        rewrite <- Es. apply sigma_le. apply Mc; auto.
        left. now apply fixpt_gt.
      * now apply p_lim.
    + split; [now apply unbounded|]. split; [|now apply p_lim_1].
      intros d Fd. destruct (fixpt_p W pref beta Hp d Fd) as [Fx _].
      apply (No (logit d)); auto. left. now apply fixpt_gt.
Qed.

(** F2. If h (1/2) >= 1/2, that is x0 + 2 / (beta sqrt (1 + 4 eps)) >= 0, the sequence is
    monotone from the first step on:
    non-decreasing if p_1 >= 1 - p_ref or p_ref >= 1/2, to the smallest fixed point
    >= max (p_ref, 1 - p_ref), or to 1 if ~ bounded_factor W and there is none;
    strictly decreasing if p_1 < 1 - p_ref, to the largest fixed point <= 1 - p_ref;
    constant if p_1 = 1 - p_ref. *)
Theorem monotone_from_first_step :
  (/ 2 <= h (/ 2) <-> 0 <= logit pref + W (/ 2) / beta) /\
  (0 <= logit pref + W (/ 2) / beta ->
   (1 - pref <= p 1%nat \/ / 2 <= pref ->
     (forall n, p (S n) <= p (S (S n))) /\
     ((exists c, Rmax pref (1 - pref) <= c < 1 /\ fixpt (h) c /\
        (forall d, fixpt (h) d -> Rmax pref (1 - pref) <= d -> c <= d) /\
        is_lim_seq p c)
      \/ (~ bounded_factor W /\ (forall d, Rmax pref (1 - pref) <= d -> ~ fixpt (h) d) /\
          is_lim_seq p 1))) /\
   (p 1%nat < 1 - pref ->
     (forall n, p (S (S n)) < p (S n)) /\
     exists c, 0 < c <= 1 - pref /\ fixpt (h) c /\
       (forall d, fixpt (h) d -> d <= 1 - pref -> d <= c) /\ is_lim_seq p c) /\
   (p 1%nat = 1 - pref -> forall n, p (S n) = 1 - pref)).
Proof.
  set (y := Rabs x0).
  assert (Hy : 0 <= y) by apply Rabs_pos.
  assert (Es : sigma x0 = pref) by now apply sigma_logit.
  assert (Pn : forall n, p (S n) = sigma (iter f y (S n))).
  { intro n. unfold p. rewrite (p_orbit W pref beta Hp). unfold y. now rewrite (iter_abs f U). }
  assert (Sy : sigma y = Rmax pref (1 - pref)).
  { unfold y, Rabs. destruct (Rcase_abs x0) as [L|L].
    - rewrite sigma_opp, Es. symmetry. apply Rmax_right.
      apply sigma_lt_half in L. rewrite Es in L. lra.
    - rewrite Es. symmetry. apply Rmax_left. apply Rnot_lt_le. intro N.
      assert (sigma x0 < / 2) by lra. apply sigma_lt_half in H. lra. }
  assert (S1 : p 1%nat = sigma (f y)) by exact (Pn 0%nat).
  split.
  { assert (E : h (/ 2) = sigma (f 0)) by (symmetry; rewrite <- sigma_0; apply (sigma_FW W pref beta Hp)).
    fold x0. rewrite E, <- (FW_0 W x0 beta), <- sigma_0. fold f. split; intro H.
    - apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra.
    - now apply sigma_le. }
  intro H0. assert (H0' : 0 <= f 0) by (unfold f; rewrite FW_0; exact H0).
  split; [|split].
  - intro C. assert (Up : y <= f y).
    { destruct C as [C|C].
      - apply Rnot_lt_le. intro N. assert (Z := sigma_increasing _ _ N). rewrite <- S1, Sy in Z.
        assert (Q := Rmax_r pref (1 - pref)).
        unfold Rmax in Z. destruct (Rle_dec pref (1 - pref)); [lra|].
        assert (Hx0 : 0 <= x0).
        { apply Rnot_lt_le. intro N2. apply sigma_lt_half in N2. lra. }
        assert (E : y = x0) by (unfold y; now apply Rabs_pos_eq).
        rewrite E in N. assert (x0 < f x0) by now apply (FW_gt W dg). lra.
      - assert (Hx0 : 0 <= x0).
        { apply Rnot_lt_le. intro N2. apply sigma_lt_half in N2. lra. }
        assert (E : y = x0) by (unfold y; now apply Rabs_pos_eq).
        rewrite E. left. now apply (FW_gt W dg). }
    destruct (right_up f U y Hy Up) as [Inc Alt]. fold f in Inc, Alt. split.
    + intro n. rewrite !Pn. apply sigma_le, Inc.
    + destruct Alt as [[c [Hc [Fc [Mc Lc]]]]|[E [No L]]]; [left | right].
      * exists (sigma c). rewrite <- Sy. repeat split.
        -- now apply sigma_le.
        -- apply sigma_lt_1.
        -- now apply fixpt_x.
        -- intros d Fd Hd. destruct (fixpt_p W pref beta Hp d Fd) as [Fx [_ Ed]].
           rewrite <- Ed in Hd |- *. apply sigma_le. apply Mc; auto.
           apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra.
        -- apply p_lim; auto. apply (lim_abs f U x0). exact Lc.
      * split; [now apply unbounded|]. rewrite <- Sy. split.
        -- intros d Hd Fd. destruct (fixpt_p W pref beta Hp d Fd) as [Fx [_ Ed]].
           apply (No (logit d)); auto. apply Rnot_lt_le. intro N.
           apply sigma_increasing in N. lra.
        -- apply p_lim_1; auto. apply (lim_abs f U x0). exact L.
  - intro C. assert (Nx : x0 < 0).
    { apply Rnot_le_lt. intro N.
      assert (E : y = x0) by (unfold y; apply Rabs_pos_eq; lra).
      assert (Z : x0 < f x0) by now apply (FW_gt W dg). rewrite <- E in Z at 2.
      apply sigma_increasing in Z. rewrite <- S1, Es in Z.
      assert (0 <= x0) by lra. assert (sigma 0 <= sigma x0) by now apply sigma_le.
      rewrite sigma_0, Es in H1. lra. }
    assert (Sy' : sigma y = 1 - pref).
    { unfold y. rewrite Rabs_left, sigma_opp, Es by exact Nx. reflexivity. }
    assert (Dn : f y < y). { apply sigma_lt_iff. lra. }
    split.
    + intro n. rewrite !Pn. apply sigma_increasing.
      apply (right_strict_down f U y Hy H0' Dn (S n)).
    + destruct (right_down f U y Hy H0' ltac:(fold f; lra)) as [c [Hc [Fc [Mc Lc]]]].
      exists (sigma c). rewrite <- Sy'. repeat split.
      * apply sigma_pos.
      * now apply sigma_le.
      * now apply fixpt_x.
      * intros d Fd Hd. destruct (fixpt_p W pref beta Hp d Fd) as [Fx [_ Ed]].
        rewrite <- Ed in Hd |- *. apply sigma_le. apply Mc; auto.
        apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra.
      * apply p_lim; auto. apply (lim_abs f U x0). exact Lc.
  - intros C n. induction n as [|n IH]; [exact C|].
    change (p (S (S n))) with (h (p (S n))). rewrite IH.
    transitivity (h pref); [|exact C].
    unfold h, hW. now rewrite (wh_symmetric W dg HW).
Qed.
End Monotone.
