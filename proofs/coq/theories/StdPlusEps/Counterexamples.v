(** Advantage (r - p) / (sqrt s + e): what fails for this normaliser too. Below M_e some
    reference below p_u has no limit, the sequence is not monotone when h~ (1/2) < 1/2, and
    a better reference can have a worse limit. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Unimodal Require Import EvenMap RightHalf.
From GrpoProofs.Whitening Require Import Recurrence UniversalThreshold.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits NonConvergence
  Thresholds FirstSteps.
Open Scope R_scope.

(** H14 (as F8, control, and F10). For every e > 0 and beta < M_e there is a reference without
    limit, and it lies below p_u. *)
Theorem std_divergence_below_p_u beta e : 0 < beta -> 0 < e -> beta < Mstd e ->
  exists pref, 0 < pref < p_u /\ ~ ex_finite_lim_seq (iter (hstd pref beta e) pref).
Proof.
  intros Hb Pe HM. apply NNPP. intros No.
  assert (C : Mstd e <= beta); [|lra].
  apply (std_converges_for_all_references_iff beta e Hb Pe). intros pref Hp. apply NNPP. intros NC.
  apply No. exists pref. split; [|exact NC]. split; [lra|]. apply Rnot_le_lt. intros L. apply NC.
  apply (std_universal_convergence_threshold pref beta e); lra.
Qed.

Lemma no_alternation u v w : u * v < 0 -> v * w < 0 -> ~ (u <= v <= w) /\ ~ (w <= v <= u).
Proof.
  intros A B. destruct (Rtotal_order v 0) as [L | [L | L]]; [| rewrite L in A; lra |].
  - assert (0 < u) by nra. assert (0 < w) by nra. lra.
  - assert (u < 0) by nra. assert (w < 0) by nra. lra.
Qed.

(** H14 (as F11). If F0~ < 0 the sequence p_n is not monotone: p_0 < p_low < p_1, and p_n neither
    increases nor decreases for ever if it converges to p_low without landing on it. *)
Theorem std_not_monotone pref beta e a : 0 < pref < 1 -> 0 < beta -> 0 <= e ->
  let p := iter (hstd pref beta e) pref in
  F0std (logit pref) beta e < 0 -> lowest (Fstd (logit pref) beta e) a ->
  p 0%nat < sigma a < p 1%nat /\
  (is_lim_seq p (sigma a) -> (forall n, p n <> sigma a) ->
   ~ (exists N, forall n, (N <= n)%nat -> p n <= p (S n)) /\
   ~ (exists N, forall n, (N <= n)%nat -> p (S n) <= p n)).
Proof.
  intros Hp Hb He p H0 La.
  destruct (std_alternation_around_low pref beta e a Hp Hb He H0 La) as [A [B _]]. fold p in A, B.
  assert (Up : p 0%nat < p 1%nat).
  { assert (Z := FW_gt (Wstd e) (dGstd e) (logit pref) beta (std_whitening e He) Hb (logit pref)).
    assert (E : forall n, p n = sigma (iter (Fstd (logit pref) beta e) (logit pref) n))
      by exact (std_success_orbit pref beta e Hp).
    rewrite !E. now apply sigma_increasing. }
  assert (Three : forall N M, (forall n, (N <= n)%nat -> (p n - sigma a) * (p (S n) - sigma a) < 0) ->
    (p (N + M)%nat - sigma a) * (p (S (N + M)) - sigma a) < 0 /\
    (p (S (N + M)) - sigma a) * (p (S (S (N + M))) - sigma a) < 0).
  { intros N M H. split; apply H; lia. }
  split; [nra|]. intros L Ne. destruct (B L Ne) as [N HN]. split; intros [M HM].
  - destruct (Three N M HN) as [Z1 Z2]. apply (proj1 (no_alternation _ _ _ Z1 Z2)).
    assert (I1 := HM (N + M)%nat ltac:(lia)). assert (I2 := HM (S (N + M)) ltac:(lia)). lra.
  - destruct (Three N M HN) as [Z1 Z2]. apply (proj2 (no_alternation _ _ _ Z1 Z2)).
    assert (I1 := HM (N + M)%nat ltac:(lia)). assert (I2 := HM (S (N + M)) ltac:(lia)). lra.
Qed.

(** H14 (as F13). beta = 1, e = 1/1000: from p_ref = 1/100 the limit is at least 99/100, from the
    better p_ref = 1/5 it is at most 4/5. *)
Theorem std_better_reference_worse_limit : exists l l' : R,
  is_lim_seq (iter (hstd (1 / 100) 1 (1 / 1000)) (1 / 100)) l /\
  is_lim_seq (iter (hstd (1 / 5) 1 (1 / 1000)) (1 / 5)) l' /\ 99 / 100 <= l /\ l' <= 4 / 5.
Proof.
  set (e := 1 / 1000). assert (Pe : 0 < e) by (unfold e; lra). assert (He : 0 <= e) by lra.
  assert (First : exists l : R, is_lim_seq (iter (hstd (1 / 100) 1 e) (1 / 100)) l /\ 99 / 100 <= l).
  { set (x0 := logit (1 / 100)). set (f := Fstd x0 1 e).
    assert (Hp : 0 < 1 / 100 < 1) by lra.
    assert (U : even_unimodal f)
      by exact (FW_even_unimodal (Wstd e) (dGstd e) x0 1 (std_whitening e He) Rlt_0_1).
    assert (S0 : sigma x0 = 1 / 100) by now apply sigma_logit.
    assert (Nx : x0 < 0) by (apply sigma_lt_half; lra).
    set (y := Rabs x0). assert (Ey : y = - x0) by (apply Rabs_left; exact Nx).
    assert (Up : y <= f y).
    { unfold y at 2. rewrite (f_abs f U), Ey. unfold f, Fstd, Gstd, std. rewrite S0.
      assert (Z : 0 <= 2 * ln (1 / 100 / (1 - 1 / 100)) + / (sqrt (1 / 100 * (1 - 1 / 100)) + 1 / 1000)) by zinterval.
      fold (logit (1 / 100)) in Z. fold x0 in Z. unfold var, e. lra. }
    destruct (right_up f U y (Rabs_pos x0) Up) as [_ [[c [Hc [Fc [_ Lc]]]] | [B _]]].
    - exists (sigma c). split.
      + apply (p_lim (Wstd e) (1 / 100) 1 Hp). now apply (lim_abs f U x0).
      + apply Rle_trans with (sigma y); [|now apply sigma_le].
        rewrite Ey, sigma_opp, S0. lra.
    - exfalso. apply B. apply (FW_bounded (Wstd e) x0 1 Rlt_0_1). now apply Wstd_bounded. }
  assert (Second : exists l : R, is_lim_seq (iter (hstd (1 / 5) 1 e) (1 / 5)) l /\ l <= 4 / 5).
  { destruct (std_monotone_from_first_step (1 / 5) 1 e ltac:(lra) Rlt_0_1 He) as [_ M].
    destruct M as [_ [Down _]].
    - unfold F0std, logit, e. zinterval.
    - destruct Down as [_ [c [Hc [_ [_ Lc]]]]].
      + simpl. unfold hstd, var, e. replace (1 - 1 / 5) with (4 / 5) at 3 by lra. zinterval.
      + exists c. split; [exact Lc | lra]. }
  destruct First as [l [L Hl]]. destruct Second as [l' [L' Hl']]. exists l, l'. auto.
Qed.

(** H14 (as F13), control. The difference of the two limits is at least 19/100, but not 1/2: the
    limit from 1/5 is above 1/2. *)
Theorem std_better_reference_control (l l' : R) :
  is_lim_seq (iter (hstd (1 / 100) 1 (1 / 1000)) (1 / 100)) l ->
  is_lim_seq (iter (hstd (1 / 5) 1 (1 / 1000)) (1 / 5)) l' -> 19 / 100 <= l - l' /\ ~ 1 / 2 <= l - l'.
Proof.
  intros L L'. destruct std_better_reference_worse_limit as [m [m' [M [M' [Hm Hm']]]]].
  assert (E : l = m) by (apply is_lim_seq_unique in L; apply is_lim_seq_unique in M; congruence).
  assert (E' : l' = m') by (apply is_lim_seq_unique in L'; apply is_lim_seq_unique in M'; congruence).
  subst m m'. split; [lra|]. intros D.
  assert (B : l <= 1).
  { apply (is_lim_seq_le (iter (hstd (1 / 100) 1 (1 / 1000)) (1 / 100)) (fun _ => 1) l 1);
      [|exact L | apply is_lim_seq_const]. intros n.
    destruct n as [|n]; [simpl; lra|]. left. apply (hW_range (Wstd (1 / 1000)) (1 / 100) 1). lra. }
  assert (B' : 1 / 2 < l').
  { assert (P : forall n, 51 / 100 <= iter (hstd (1 / 5) 1 (1 / 1000)) (1 / 5) (S n)).
    { intros n. set (q := iter (hstd (1 / 5) 1 (1 / 1000)) (1 / 5) n).
      change (51 / 100 <= hstd (1 / 5) 1 (1 / 1000) q).
      assert (S : sqrt (var q) <= / 2).
      { replace (/ 2) with (sqrt (/ 4)).
        - apply sqrt_le_1_alt, var_le_quarter.
        - replace (/ 4) with (/ 2 * / 2) by lra. apply sqrt_square. lra. }
      pose proof (sqrt_pos (var q)) as S0. unfold hstd. set (y := sqrt (var q)) in *. clearbody y.
      zinterval. }
    assert (51 / 100 <= l'); [|lra].
    apply (is_lim_seq_le (fun _ => 51 / 100) (fun n => iter (hstd (1 / 5) 1 (1 / 1000)) (1 / 5) (S n)) (51 / 100) l');
      [exact P | apply is_lim_seq_const | now apply (is_lim_seq_incr_1 (iter _ _))]. }
  lra.
Qed.
