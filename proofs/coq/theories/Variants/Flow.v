(** The continuous limit of two-KL, x' = x0 - x + G (x) / beta': every solution that
    starts at x0 increases; it stays below the smallest fixed point and tends to it,
    or tends to infinity when there is none.  That there is a solution, and only one,
    is the subject of FlowExistence. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic.
Open Scope R_scope.

Section Flow.
Variables x0 beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.

(** The velocity. *)
Definition vel (x : R) : R := x0 - x + G eps x / beta.

Lemma vel_F x : vel x = F x0 beta eps x - x.
Proof. unfold vel, F. ring. Qed.

Lemma vel_fixpt x : vel x = 0 <-> fixpt (F x0 beta eps) x.
Proof. rewrite vel_F. unfold fixpt. split; lra. Qed.

Lemma vel_derive x : is_derive vel x (dG eps x / beta - 1).
Proof.
  pose proof (G_derive eps Heps x) as D.
  assert (Ex : ex_derive (fun x : R => G eps x) x) by (exists (dG eps x); exact D).
  assert (Dv : Derive (fun x : R => G eps x) x = dG eps x) by (apply is_derive_unique, D).
  unfold vel. auto_derive; [exact Ex |]. rewrite Dv. field. lra.
Qed.

Lemma vel_continuity x : continuity_pt vel x.
Proof. apply (deriv_continuity_pt _ _ _ (vel_derive x)). Qed.

Lemma vel_pos_left x : x <= x0 -> 0 < vel x.
Proof.
  intros H. unfold vel. pose proof (G_pos eps Heps x).
  assert (0 < G eps x / beta) by (apply Rdiv_lt_0_compat; assumption). lra.
Qed.

(** Where there is no fixed point in between, the velocity is positive. *)
Lemma vel_pos_before y : (forall d, fixpt (F x0 beta eps) d -> y < d) -> 0 < vel y.
Proof.
  intros H. apply Rnot_le_lt. intros K.
  destruct (Rle_lt_dec y x0) as [L | L].
  { pose proof (vel_pos_left y L). lra. }
  destruct (Calculus.ivt_down vel x0 y 0) as (d & Id & Ed).
  - lra.
  - intros; apply vel_continuity.
  - pose proof (vel_pos_left x0 (Rle_refl _)). lra.
  - apply vel_fixpt, H in Ed. lra.
Qed.

Lemma dG_bound m y : Rabs y <= m -> Rabs (dG eps y) <= sinh (m / 2).
Proof.
  intros H.
  assert (P : Rabs (dG eps y) <= Rabs (sinh (y / 2))).
  { unfold dG. pose proof (GD_ge_1 eps Heps y) as N.
    assert (Q : 1 <= sqrt (GD eps y)) by (rewrite <- sqrt_1; apply sqrt_le_1; lra).
    unfold Rdiv at 1. rewrite Rabs_mult, (Rabs_pos_eq (/ _)) by (left; apply Rinv_0_lt_compat; nra).
    rewrite <- (Rmult_1_r (Rabs (sinh (y / 2)))) at 2.
    apply Rmult_le_compat_l; [apply Rabs_pos |]. rewrite <- Rinv_1. apply Rinv_le_contravar; nra. }
  apply Rle_trans with (1 := P). apply Rabs_le.
  pose proof (Rabs_le_between y m) as (K & _). specialize (K H). split.
  - rewrite <- sinh_opp. apply sinh_le. lra.
  - apply sinh_le. lra.
Qed.

(** Before a fixed point the velocity vanishes at most linearly. *)
Lemma vel_linear_before c : fixpt (F x0 beta eps) c ->
  exists L, 0 < L /\ forall y, x0 <= y < c -> vel y <= L * (c - y).
Proof.
  intros Fc. set (m := Rmax (Rabs x0) (Rabs c)).
  assert (M1 : Rabs x0 <= m) by apply Rmax_l. assert (M2 : Rabs c <= m) by apply Rmax_r.
  exists (1 + sinh (m / 2) / beta). split.
  { assert (0 <= sinh (m / 2) / beta); [| lra].
    apply Rmult_le_pos; [| left; apply Rinv_0_lt_compat; exact Hbeta].
    apply sinh_nonneg. pose proof (Rabs_pos x0). lra. }
  intros y Hy.
  destruct (deriv_mean vel (fun r => dG eps r / beta - 1) y c) as (eta & Ie & Ee); [lra | |].
  - intros r _. apply vel_derive.
  - apply vel_fixpt in Fc. rewrite Fc in Ee.
    assert (B : Rabs eta <= m).
    { apply Rabs_le. apply Rabs_le_between in M1. apply Rabs_le_between in M2. lra. }
    pose proof (dG_bound m eta B) as D. apply Rabs_le_between in D.
    assert (Q : - (dG eps eta / beta) <= sinh (m / 2) / beta).
    { unfold Rdiv. rewrite <- Ropp_mult_distr_l_reverse.
      apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; exact Hbeta | lra]. }
    replace (vel y) with ((1 - dG eps eta / beta) * (c - y)) by lra.
    apply Rmult_le_compat_r; lra.
Qed.

Section Solution.
Variables (x : R -> R) (T : R).
Hypothesis Start : x 0 = x0.
Hypothesis Ode : forall t, 0 <= t < T -> is_derive x t (vel (x t)).

Lemma x_continuity t : 0 <= t < T -> continuity_pt x t.
Proof. intros H. apply (deriv_continuity_pt _ _ _ (Ode t H)). Qed.

Lemma increases_while s t : 0 <= s -> s < t < T -> (forall r, s <= r <= t -> 0 < vel (x r)) -> x s < x t.
Proof.
  intros Hs Hst H. apply (deriv_pos_lt x (fun r => vel (x r))); [apply Hst | |].
  - intros r Hr. apply Ode. lra.
  - intros r Hr. apply H. lra.
Qed.

(** The solution never reaches the smallest fixed point. *)
Lemma stays_below c : fixpt (F x0 beta eps) c ->
  (forall d, fixpt (F x0 beta eps) d -> c <= d) -> forall t, 0 <= t < T -> x t < c.
Proof.
  intros Fc Small t1 Ht1. apply Rnot_le_lt. intros K.
  assert (Hc : x0 < c).
  { apply Rnot_le_lt. intros L. pose proof (vel_pos_left c L). apply vel_fixpt in Fc. lra. }
  assert (VP : forall y, y < c -> 0 < vel y).
  { intros y Hy. apply vel_pos_before. intros d Fd. specialize (Small d Fd). lra. }
  (* first time at c *)
  destruct (last_zero (fun s => x (t1 - s) - c) 0 t1) as (s & Is & Es & After).
  - apply Ht1.
  - intros s Hs. apply continuity_pt_minus; [| apply continuity_pt_const; intros ? ?; reflexivity].
    apply (continuity_pt_comp (fun s => t1 - s) x).
    + apply continuity_pt_minus; [apply continuity_pt_const; intros ? ?; reflexivity |].
      apply derivable_continuous_pt, derivable_pt_id.
    + apply x_continuity. lra.
  - rewrite Rminus_0_r. lra.
  - replace (t1 - t1) with 0 by ring. rewrite Start. lra.
  - set (tau := t1 - s) in *. assert (Pt : 0 < tau < T) by (unfold tau; lra).
    assert (Bel : forall t, 0 <= t < tau -> x t < c).
    { intros t Ht. specialize (After (t1 - t) ltac:(unfold tau in Ht; lra)).
      replace (t1 - (t1 - t)) with t in After by ring. lra. }
    destruct (vel_linear_before c Fc) as (L & HL & Lip).
    destruct (deriv_mean (fun t => (c - x t) * exp (L * t))
      (fun t => (- vel (x t) + L * (c - x t)) * exp (L * t)) 0 tau ltac:(lra)) as (xi & Ixi & Exi).
    + intros t Ht. pose proof (Ode t ltac:(lra)) as D.
      assert (Ex : ex_derive (fun t : R => x t) t) by (eexists; exact D).
      assert (Dv : Derive (fun t : R => x t) t = vel (x t)) by (apply is_derive_unique, D).
      auto_derive; [exact Ex |]. rewrite Dv. ring.
    + assert (Up : x0 < x xi).
      { rewrite <- Start. apply increases_while; try lra.
        intros r Hr. apply VP, Bel. lra. }
      pose proof (Bel xi ltac:(lra)) as Lc.
      pose proof (Lip (x xi) ltac:(lra)) as Lx.
      pose proof (exp_pos (L * xi)) as Pe.
      assert (N : 0 <= (- vel (x xi) + L * (c - x xi)) * exp (L * xi) * (tau - 0)).
      { apply Rmult_le_pos; [apply Rmult_le_pos; lra | lra]. }
      rewrite <- Exi in N. cbv beta in N. rewrite Start, Rmult_0_r, exp_0 in N.
      replace (c - x tau) with 0 in N by lra. lra.
Qed.

End Solution.

(** Solutions for all times. *)
Variable x : R -> R.
Hypothesis Start : x 0 = x0.
Hypothesis Ode : forall t, 0 <= t -> is_derive x t (vel (x t)).

(** If the velocity is positive on [x0, M], the solution exceeds M at some time. *)
Lemma exceeds M : x0 <= M -> (forall y, x0 <= y <= M -> 0 < vel y) ->
  (forall t, 0 <= t -> 0 < vel (x t)) -> exists t, 0 <= t /\ M < x t.
Proof.
  intros HM V P. apply Classical_Prop.NNPP. intros NN.
  assert (B : forall t, 0 <= t -> x t <= M).
  { intros t Ht. apply Rnot_lt_le. intros K. apply NN. exists t. split; assumption. }
  destruct (continuity_ab_min vel x0 M HM) as (z & Min & Iz).
  { intros; apply vel_continuity. }
  pose proof (V z Iz) as Pz. set (d := vel z) in *.
  set (t := (M - x0 + 1) / d). assert (Ht : 0 < t) by (apply Rdiv_lt_0_compat; lra).
  destruct (deriv_mean x (fun r => vel (x r)) 0 t Ht) as (xi & Ixi & Exi).
  { intros r Hr. apply Ode. lra. }
  assert (In : x0 <= x xi <= M).
  { split; [| apply B; lra]. left. rewrite <- Start. apply (increases_while x (t + 1)); try lra.
    - intros r Hr. apply Ode. lra.
    - intros r Hr. apply P. lra. }
  pose proof (Min (x xi) In) as Q. fold d in Q.
  pose proof (B t ltac:(lra)) as Bt. rewrite Start, Rminus_0_r in Exi.
  assert (d * t <= vel (x xi) * t) by (apply Rmult_le_compat_r; lra).
  assert (d * t = M - x0 + 1) by (unfold t; field; lra). lra.
Qed.

(** H13 (flow, fixed point present). The solution from x0 is strictly increasing and
    tends to the smallest fixed point. *)
Theorem flow_to_smallest_fixed_point c : fixpt (F x0 beta eps) c ->
  (forall d, fixpt (F x0 beta eps) d -> c <= d) ->
  (forall s t, 0 <= s -> s < t -> x s < x t) /\ (forall t, 0 <= t -> x t < c) /\ is_lim x p_infty c.
Proof.
  intros Fc Small.
  assert (Bel : forall t, 0 <= t -> x t < c).
  { intros t Ht. apply (stays_below x (t + 1)); try assumption; [| lra].
    intros r Hr. apply Ode. lra. }
  assert (VP : forall y, y < c -> 0 < vel y).
  { intros y Hy. apply vel_pos_before. intros d Fd. specialize (Small d Fd). lra. }
  assert (Inc : forall s t, 0 <= s -> s < t -> x s < x t).
  { intros s t Hs Hst. apply (increases_while x (t + 1)); try lra.
    - intros r Hr. apply Ode. lra.
    - intros r Hr. apply VP, Bel. lra. }
  split; [exact Inc |]. split; [exact Bel |].
  apply is_lim_spec. intros e. pose proof (cond_pos e) as Pe.
  assert (T : exists t, 0 <= t /\ c - e < x t).
  { destruct (Rle_lt_dec x0 (c - e)) as [L | L].
    - apply exceeds; [exact L | |].
      + intros y Hy. apply VP. lra.
      + intros t Ht. apply VP, Bel, Ht.
    - exists 0. rewrite Start. lra. }
  destruct T as (t & Ht & K). exists t. intros s Hs.
  pose proof (Inc t s Ht Hs). pose proof (Bel s ltac:(lra)). apply Rabs_def1; lra.
Qed.

End Flow.

(** H13 (flow, no fixed point; possible at eps = 0 only). A solution on [0, T) is strictly
    increasing; for every level M there is a time after which every solution that is
    still defined exceeds M; and a solution that is unbounded on [0, T) tends to
    infinity (to probability 1) at the finite time T. *)
Theorem flow_without_fixed_point x0 beta eps : 0 < beta -> 0 <= eps ->
  (forall d, ~ fixpt (F x0 beta eps) d) ->
  forall M, exists TM, 0 < TM /\
  forall (x : R -> R) T, 0 < T -> x 0 = x0 ->
    (forall t, 0 <= t < T -> is_derive x t (vel x0 beta eps (x t))) ->
    (forall s t, 0 <= s -> s < t -> t < T -> x s < x t) /\
    (forall t, TM <= t < T -> M < x t) /\
    ((forall B, exists t, 0 <= t < T /\ B < x t) ->
       filterlim x (at_left T) (Rbar_locally p_infty)).
Proof.
  intros Hb He None M. set (v := vel x0 beta eps).
  assert (VP : forall y, 0 < v y).
  { intros y. apply vel_pos_before; [exact Hb | exact He |].
    intros d Fd. exfalso. apply (None d Fd). }
  set (top := Rmax x0 M).
  destruct (continuity_ab_min v x0 top (Rmax_l x0 M)) as (z & Min & _).
  { intros; apply vel_continuity; assumption. }
  pose proof (VP z) as Pz. set (d := v z) in *.
  assert (top >= x0 /\ top >= M) as (Tp1 & Tp2).
  { split; apply Rle_ge; [apply Rmax_l | apply Rmax_r]. }
  exists ((top - x0 + 1) / d). split; [apply Rdiv_lt_0_compat; lra |].
  intros x T HT Start Ode.
  assert (Inc : forall s t, 0 <= s -> s < t -> t < T -> x s < x t).
  { intros s t Hs Hst Ht. apply (deriv_pos_lt x (fun r => v (x r))); [exact Hst | |].
    - intros r Hr. apply Ode. lra.
    - intros r _. apply VP. }
  split; [exact Inc |]. split.
  - intros t Ht. apply Rnot_le_lt. intros K.
    assert (P : 0 < (top - x0 + 1) / d) by (apply Rdiv_lt_0_compat; lra).
    destruct (deriv_mean x (fun r => v (x r)) 0 t ltac:(lra)) as (xi & Ixi & Exi).
    { intros r Hr. apply Ode. lra. }
    assert (In : x0 <= x xi <= top).
    { split.
      - rewrite <- Start. left. apply Inc; lra.
      - pose proof (Inc xi t ltac:(lra) ltac:(lra) ltac:(lra)). lra. }
    pose proof (Min (x xi) In) as Q. fold d in Q.
    rewrite Start, Rminus_0_r in Exi.
    assert (d * t <= v (x xi) * t) by (apply Rmult_le_compat_r; lra).
    assert (E : d * ((top - x0 + 1) / d) = top - x0 + 1) by (field; lra).
    assert (d * ((top - x0 + 1) / d) <= d * t) by (apply Rmult_le_compat_l; lra).
    lra.
  - intros Unb. intros P (B & HB). destruct (Unb (Rmax B 0)) as (t & It & Kt).
    assert (He' : 0 < T - t) by lra.
    exists (mkposreal _ He'). intros y Hy Hlt. change (Rabs (y - T) < T - t) in Hy.
    apply Rabs_def2 in Hy. apply HB.
    pose proof (Inc t y ltac:(lra) ltac:(lra) Hlt). pose proof (Rmax_l B 0). lra.
Qed.
