(** Stability of the 2-cycles of the unsmoothed map: the multiplier is strictly
    decreasing in the half width, so there is exactly one superstable cycle and
    exactly one cycle at which stability is lost. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve TwoCycles LocalDynamics.
Open Scope R_scope.

Section Stability.
Variable beta : R.
Hypothesis Hbeta : 0 < beta.

Lemma cycle_mult_decr d e : 0 < d -> d < e -> cycle_mult beta e < cycle_mult beta d.
Proof.
  intros Hd Hde. unfold cycle_mult.
  pose proof (qd_decr d e Hd Hde). pose proof (qd_pos e ltac:(lra)).
  pose proof (sinh_lt (d / 2) (e / 2) ltac:(lra)). pose proof (sinh_pos (d / 2) ltac:(lra)).
  assert (0 < / (beta * beta)) by (apply Rinv_0_lt_compat; nra).
  assert (qd e * qd e < qd d * qd d) by nra.
  assert (sinh (d / 2) * sinh (d / 2) < sinh (e / 2) * sinh (e / 2)) by nra.
  assert (sinh (d / 2) * sinh (d / 2) / (beta * beta) < sinh (e / 2) * sinh (e / 2) / (beta * beta))
    by (apply Rmult_lt_compat_r; assumption).
  lra.
Qed.

Lemma cycle_mult_lt_1 d : 0 < d -> cycle_mult beta d < 1.
Proof.
  intros Hd. unfold cycle_mult.
  pose proof (qd_lt_1 d Hd). pose proof (qd_pos d Hd).
  pose proof (sinh_pos (d / 2) ltac:(lra)).
  assert (0 < sinh (d / 2) * sinh (d / 2) / (beta * beta)) by (apply Rdiv_lt_0_compat; nra).
  nra.
Qed.

Lemma cycle_mult_continuity d : 0 < d -> continuity_pt (cycle_mult beta) d.
Proof.
  intros Hd. unfold cycle_mult, qd. apply derivable_continuous_pt, ex_derive_Reals_0.
  pose proof (sinh_pos (d / 2) ltac:(lra)). auto_derive. repeat split; lra.
Qed.

Lemma cycle_mult_reaches c : -3 <= c <= 0 -> exists d, 0 < d /\ cycle_mult beta d = c.
Proof.
  intros Hc.
  set (d1 := 2 * asinh (beta * qd (2 * asinh beta))).
  set (d2 := 2 * asinh (2 * beta)).
  assert (Pa : 0 < 2 * asinh beta) by (pose proof (asinh_pos beta Hbeta); lra).
  pose proof (qd_pos _ Pa) as Pq. pose proof (qd_lt_1 _ Pa) as Lq.
  assert (P1 : 0 < d1) by (unfold d1; pose proof (asinh_pos (beta * qd (2 * asinh beta))); nra).
  assert (L12 : d1 < d2).
  { unfold d1, d2. pose proof (asinh_lt (beta * qd (2 * asinh beta)) (2 * beta)). nra. }
  assert (S1 : sinh (d1 / 2) = beta * qd (2 * asinh beta)).
  { unfold d1. replace (2 * asinh (beta * qd (2 * asinh beta)) / 2)
      with (asinh (beta * qd (2 * asinh beta))) by field. apply sinh_asinh. }
  assert (S2 : sinh (d2 / 2) = 2 * beta).
  { unfold d2. replace (2 * asinh (2 * beta) / 2) with (asinh (2 * beta)) by field. apply sinh_asinh. }
  assert (V1 : 0 <= cycle_mult beta d1).
  { unfold cycle_mult. rewrite S1.
    assert (d1 < 2 * asinh beta).
    { unfold d1. pose proof (asinh_lt (beta * qd (2 * asinh beta)) beta). nra. }
    pose proof (qd_decr d1 (2 * asinh beta) P1 H).
    replace (beta * qd (2 * asinh beta) * (beta * qd (2 * asinh beta)) / (beta * beta))
      with (qd (2 * asinh beta) * qd (2 * asinh beta)) by (field; lra).
    nra. }
  assert (V2 : cycle_mult beta d2 <= -3).
  { unfold cycle_mult. rewrite S2.
    pose proof (qd_pos d2 ltac:(lra)). pose proof (qd_lt_1 d2 ltac:(lra)).
    replace (2 * beta * (2 * beta) / (beta * beta)) with 4 by (field; lra). nra. }
  destruct (ivt_down (cycle_mult beta) d1 d2 c) as (d & I & E); [lra | | lra |].
  - intros x Hx. apply cycle_mult_continuity; lra.
  - exists d; split; [lra | exact E].
Qed.

Lemma cycle_mult_inj d e : 0 < d -> 0 < e -> cycle_mult beta d = cycle_mult beta e -> d = e.
Proof.
  intros Hd He E. destruct (Rtotal_order d e) as [L | [L | L]]; [| exact L |].
  - pose proof (cycle_mult_decr d e Hd L). lra.
  - pose proof (cycle_mult_decr e d He L). lra.
Qed.

Lemma cycle_mult_minus_1 d : 0 < d ->
  cycle_mult beta d = -1 <->
  sinh (d / 2) * sinh (d / 2) = beta * beta * (1 + qd d * qd d).
Proof.
  intros Hd. unfold cycle_mult. split; intros E.
  - replace (sinh (d / 2) * sinh (d / 2))
      with (beta * beta * (sinh (d / 2) * sinh (d / 2) / (beta * beta))) by (field; lra).
    replace (sinh (d / 2) * sinh (d / 2) / (beta * beta)) with (1 + qd d * qd d) by lra.
    reflexivity.
  - rewrite E. field. lra.
Qed.

Lemma cycle_mult_0 d : 0 < d -> cycle_mult beta d = 0 <-> sinh (d / 2) = beta * qd d.
Proof.
  intros Hd. unfold cycle_mult. split; intros E.
  - assert (S : sinh (d / 2) * sinh (d / 2) = (beta * qd d) * (beta * qd d)).
    { replace (sinh (d / 2) * sinh (d / 2))
        with (beta * beta * (sinh (d / 2) * sinh (d / 2) / (beta * beta))) by (field; lra).
      replace (sinh (d / 2) * sinh (d / 2) / (beta * beta)) with (qd d * qd d) by lra. ring. }
    pose proof (sinh_pos (d / 2) ltac:(lra)). pose proof (qd_pos d Hd).
    assert (0 < beta * qd d) by nra. nra.
  - rewrite E. field. lra.
Qed.

(** G9 (superstable cycle). The multiplier vanishes at exactly one half width,
    the one with sinh (d/2) = beta q. *)
Theorem superstable_cycle : exists d, 0 < d /\
  forall e, 0 < e -> (cycle_mult beta e = 0 <-> e = d) /\ (sinh (e / 2) = beta * qd e <-> e = d).
Proof.
  destruct (cycle_mult_reaches 0) as (d & Hd & E); [lra |].
  exists d. split; [exact Hd |]. intros e He.
  assert (Q : cycle_mult beta e = 0 <-> e = d).
  { split; [intros E'; apply cycle_mult_inj; try assumption; lra | intros ->; exact E]. }
  split; [exact Q |]. rewrite <- cycle_mult_0 by exact He. exact Q.
Qed.

Variable x0 : R.
Let FF x := F x0 beta 0 (F x0 beta 0 x).

(** The multiplier is the same at the upper point of the cycle. *)
Lemma multiplier_upper d : 0 < d -> x0 = X beta d ->
  is_derive FF (mid beta d + d) (cycle_mult beta d).
Proof.
  intros Hd E. apply (two_cycle_iff_on_curve beta x0 Hbeta d Hd) in E. destruct E as (_ & _ & E2).
  rewrite <- (mult_product beta Hbeta d Hd). rewrite Rmult_comm.
  apply (is_derive_comp (F x0 beta 0) (F x0 beta 0)).
  - rewrite E2. apply is_derive_F_unsmoothed.
  - apply is_derive_F_unsmoothed.
Qed.

Lemma cycle_fixed d : 0 < d -> x0 = X beta d ->
  FF (mid beta d - d) = mid beta d - d /\ FF (mid beta d + d) = mid beta d + d.
Proof.
  intros Hd E. apply (two_cycle_iff_on_curve beta x0 Hbeta d Hd) in E. destruct E as (_ & E1 & E2).
  unfold FF. rewrite E1, E2. split; [reflexivity | exact E1].
Qed.
End Stability.

(** G9. There is exactly one half width d2 with sinh^2 (d2/2) = beta^2 (1 + q^2);
    there the multiplier is -1; narrower cycles are exponentially attracting (both
    points, under F o F), wider ones are repelling. The threshold depends on beta only. *)
Theorem two_cycle_loses_stability beta : 0 < beta ->
  exists d2, 0 < d2 /\
    (forall e, 0 < e ->
       (sinh (e / 2) * sinh (e / 2) = beta * beta * (1 + qd e * qd e) <-> e = d2)) /\
    forall x0 d, 0 < d -> x0 = X beta d ->
      let FF := fun x => F x0 beta 0 (F x0 beta 0 x) in
      (d < d2 <-> exp_attracting FF (mid beta d - d) /\ exp_attracting FF (mid beta d + d)) /\
      (d = d2 <-> cycle_mult beta d = -1) /\
      (d2 < d -> repelling FF (mid beta d - d) /\ repelling FF (mid beta d + d)).
Proof.
  intros Hb.
  destruct (cycle_mult_reaches beta Hb (-1)) as (d2 & Hd2 & E2); [lra |].
  assert (Uniq : forall e, 0 < e -> (cycle_mult beta e = -1 <-> e = d2)).
  { intros e He. split; [intros E; apply (cycle_mult_inj beta Hb); try assumption; lra |].
    intros ->; exact E2. }
  exists d2. split; [exact Hd2 |]. split.
  - intros e He. rewrite <- Uniq by exact He. symmetry. apply cycle_mult_minus_1; assumption.
  - intros x0 d Hd E FF.
    pose proof (cycle_fixed beta Hb x0 d Hd E) as (Fu & Fv).
    pose proof (two_cycle_multiplier beta x0 Hb d Hd E) as Du.
    pose proof (multiplier_upper beta Hb x0 d Hd E) as Dv.
    pose proof (cycle_mult_lt_1 beta Hb d Hd) as L1.
    assert (Iff : Rabs (cycle_mult beta d) < 1 <-> d < d2).
    { split; intros H.
      - destruct (Rlt_le_dec d d2) as [L | [L | L]]; [exact L | |].
        + pose proof (cycle_mult_decr beta Hb d2 d Hd2 L). apply Rabs_def2 in H. lra.
        + subst d2. rewrite E2 in H. apply Rabs_def2 in H. lra.
      - pose proof (cycle_mult_decr beta Hb d d2 Hd H). apply Rabs_def1; lra. }
    split; [| split].
    + rewrite <- Iff. split.
      * intros H. split; [apply (attracting_of_multiplier FF _ _ Fu Du H) | apply (attracting_of_multiplier FF _ _ Fv Dv H)].
      * intros (H & _). apply (multiplier_of_attracting FF _ _ Fu Du H).
    + symmetry. apply Uniq, Hd.
    + intros H. pose proof (cycle_mult_decr beta Hb d2 d Hd2 H) as L.
      assert (1 < Rabs (cycle_mult beta d)) by (rewrite Rabs_left; lra).
      split; [apply (repelling_of_multiplier FF _ _ Fu Du) | apply (repelling_of_multiplier FF _ _ Fv Dv)]; assumption.
Qed.
