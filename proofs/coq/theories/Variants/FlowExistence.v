(** The continuous limit of two-KL has a solution, and only one: for all times when the
    map has a fixed point, up to a finite time at which the probability of success
    reaches 1 when it has none. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic.
From GrpoProofs.Variants Require Import Autonomous Flow.
Open Scope R_scope.

(** The time to come close to a fixed point is unbounded. *)
Lemma time_unbounded_before (v : R -> R) x0 c L : (forall y, continuity_pt v y) ->
  (forall y, y < c -> 0 < v y) -> x0 < c -> 0 < L ->
  (forall y, x0 <= y < c -> v y <= L * (c - y)) ->
  forall t, 0 <= t -> exists y, y < c /\ t <= time v x0 y.
Proof.
  intros Cont Pos Hc HL Lin t Ht.
  set (K := L + 1). assert (HK : 0 < K) by (unfold K; lra).
  set (E := exp (- (K * t))).
  assert (PE : 0 < E) by apply exp_pos.
  destruct (Req_dec t 0) as [-> | Nt].
  { exists x0. rewrite time_start. lra. }
  assert (E1 : E < 1).
  { rewrite <- exp_0. apply exp_increasing. assert (0 < K * t) by (apply Rmult_lt_0_compat; lra). lra. }
  set (y := c - (c - x0) * E). assert (Iy : x0 < y < c) by (unfold y; split; nra).
  exists y. split; [lra |].
  assert (D : K * time v x0 x0 + ln (c - x0) < K * time v x0 y + ln (c - y)).
  { apply (deriv_pos_lt (fun u => K * time v x0 u + ln (c - u)) (fun u => K * / v u + - / (c - u)));
      [lra | |].
    - intros u Hu.
      assert (D := time_derive v x0 c Cont Pos Hc u ltac:(simpl; lra)).
      assert (Ex : ex_derive (fun y : R => time v x0 y) u) by (eexists; exact D).
      assert (Dv : Derive (fun y : R => time v x0 y) u = / v u) by (apply is_derive_unique, D).
      auto_derive; [split; [exact Ex | split; [lra | exact I]] |]. rewrite Dv. field.
      specialize (Pos u ltac:(lra)). lra.
    - intros u Hu. pose proof (Pos u ltac:(lra)) as Pu. pose proof (Lin u ltac:(lra)) as Lu.
      assert (v u < K * (c - u)) by (unfold K; lra).
      assert (/ (c - u) < K * / v u); [| lra].
      apply Rmult_lt_reg_r with ((c - u) * v u); [apply Rmult_lt_0_compat; lra |].
      field_simplify; lra. }
  rewrite time_start, Rmult_0_r, Rplus_0_l in D.
  replace (c - y) with ((c - x0) * E) in D by (unfold y; ring).
  rewrite ln_mult in D by lra. unfold E in D. rewrite ln_exp in D.
  apply Rmult_le_reg_l with K; lra.
Qed.

(** H13 (flow, fixed point present): the equation has a solution for all times, any other
    solution agrees with it as long as it is defined, and it increases to the smallest
    fixed point. *)
Theorem flow_exists x0 beta eps c : 0 < beta -> 0 <= eps -> fixpt (F x0 beta eps) c ->
  (forall d, fixpt (F x0 beta eps) d -> c <= d) ->
  exists x : R -> R, x 0 = x0 /\
    (forall t, 0 <= t -> is_derive x t (vel x0 beta eps (x t))) /\
    (forall w T, w 0 = x0 -> (forall t, 0 <= t < T -> is_derive w t (vel x0 beta eps (w t))) ->
       forall t, 0 <= t < T -> w t = x t) /\
    (forall s t, 0 <= s -> s < t -> x s < x t) /\
    (forall t, 0 <= t -> x t < c) /\ is_lim x p_infty c.
Proof.
  intros Hb He Fc Small. set (v := vel x0 beta eps).
  assert (Hc : x0 < c).
  { apply Rnot_le_lt. intros L. pose proof (vel_pos_left x0 beta eps Hb He c L).
    apply vel_fixpt in Fc; try assumption. lra. }
  assert (Cont : forall y, continuity_pt v y) by (intros; now apply vel_continuity).
  assert (VP : forall y, y < c -> 0 < v y).
  { intros y Hy. apply vel_pos_before; try assumption. intros d Fd. specialize (Small d Fd). lra. }
  destruct (vel_linear_before x0 beta eps Hb He c Fc) as (L & HL & Lin).
  set (x := solution v x0 c).
  assert (Sol : forall t, 0 <= t -> is_derive x t (v (x t)) /\ x t < c).
  { intros t Ht. apply (solution_exists v x0 c Cont VP Hc p_infty); [| exact Ht | exact I].
    intros r Hr _. apply (time_unbounded_before v x0 c L); assumption. }
  assert (X0 : x 0 = x0) by (apply (solution_start v x0 c); assumption).
  assert (Ode : forall t, 0 <= t -> is_derive x t (v (x t))) by (intros; now apply Sol).
  destruct (flow_to_smallest_fixed_point x0 beta eps Hb He x X0 Ode c Fc Small) as (A & B & C).
  exists x. split; [exact X0 |]. split; [exact Ode |]. split; [| now split].
  intros w T W0 Wd t Ht.
  apply (solution_unique v x0 c Cont VP Hc w T); [exact W0 | | exact Wd | exact Ht].
  intros r Hr. apply (stays_below x0 beta eps Hb He w T); assumption.
Qed.

(** Either there is a smallest fixed point, or eps = 0 and there is none. *)
Theorem smallest_fixed_point_or_none x0 beta eps : 0 < beta -> 0 <= eps ->
  (exists c, lowest (F x0 beta eps) c) \/ (eps = 0 /\ forall d, ~ fixpt (F x0 beta eps) d).
Proof.
  intros Hb He. set (f := F x0 beta eps).
  destruct (Rlt_le_dec (F0 x0 beta eps) 0) as [L | L].
  { rewrite <- (F_0 x0 beta eps) in L by assumption.
    left. destruct (low_exists x0 beta eps Hb He L) as (a & Ha & Fa). exists a.
    apply (neg_fixpt_lowest x0 beta eps Hb He a Fa). lra. }
  assert (N : forall d, fixpt f d -> 0 <= d).
  { intros d Fd. rewrite <- Fd. apply Rle_trans with (1 := L). now apply F_lower. }
  assert (St : 0 <= f 0) by (unfold f; rewrite F_0; assumption).
  destruct (up_orbit_lim f 0 0) as [(c & _ & Fc & Low & _) | (None & Lim)]; try lra.
  - intros u w Huw. now apply f_le.
  - intros u _. now apply F_continuity_pt.
  - left. exists c. split; [exact Fc |]. intros d Fd. apply Low; [now apply N | exact Fd].
  - right. split; [| intros d Fd; apply (None d (N d Fd) Fd)].
    destruct He as [He | <-]; [exfalso | reflexivity].
    apply is_lim_seq_S in Lim.
    enough (Q : Rbar_le p_infty (x0 + 1 / (beta * sqrt eps))) by exact Q.
    apply (is_lim_seq_le (fun n => iter f 0 (S n)) (fun _ => x0 + 1 / (beta * sqrt eps)));
      [| exact Lim | apply is_lim_seq_const].
    intros n. left. simpl. apply F_upper; assumption.
Qed.

(** At eps = 0 the velocity grows exponentially. *)
Lemma vel_grows x0 beta : 0 < beta ->
  exists A, x0 <= A /\ forall u, A <= u -> exp (u / 2) / (2 * beta) <= vel x0 beta 0 u.
Proof.
  intros Hb. set (k := 1 + Rabs x0). assert (Hk : 1 <= k) by (unfold k; pose proof (Rabs_pos x0); lra).
  exists (k + 32 * beta * k). pose proof (Rle_abs x0) as A0.
  assert (P : 0 < 32 * beta * k) by (repeat apply Rmult_lt_0_compat; lra).
  split; [unfold k in *; lra |].
  intros u Hu. unfold vel. rewrite G_unsmoothed.
  assert (C : exp (u / 2) / beta <= 2 * cosh (u / 2) / beta).
  { apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra |].
    unfold cosh. pose proof (exp_pos (- (u / 2))). lra. }
  assert (Q : u * u / 16 <= exp (u / 2)).
  { replace (u / 2) with (u / 4 + u / 4) by field. rewrite exp_plus.
    pose proof (exp_ineq1_le (u / 4)). assert (0 <= u) by lra.
    replace (u * u / 16) with (u / 4 * (u / 4)) by field. apply Rmult_le_compat; lra. }
  assert (B : u - x0 <= exp (u / 2) / (2 * beta)).
  { apply Rle_trans with (u * u / 16 / (2 * beta)).
    - apply Rmult_le_reg_r with (32 * beta); [lra |].
      replace (u * u / 16 / (2 * beta) * (32 * beta)) with (u * u) by (field; lra).
      pose proof (Rabs_Ropp x0). pose proof (Rle_abs (- x0)).
      assert (u - x0 <= u * k) by (unfold k in *; nra).
      assert (32 * beta * k <= u) by lra.
      apply Rle_trans with (u * k * (32 * beta)); [apply Rmult_le_compat_r; lra |].
      replace (u * k * (32 * beta)) with (u * (32 * beta * k)) by ring.
      apply Rmult_le_compat_l; lra.
    - unfold Rdiv at 1 3. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra | exact Q]. }
  replace (exp (u / 2) / beta) with (exp (u / 2) / (2 * beta) + exp (u / 2) / (2 * beta)) in C
    by (field; lra).
  lra.
Qed.

(** H13 (flow, no fixed point; with smoothing there always is one). At eps = 0 the solution
    exists up to a finite time T, at which it tends to infinity (probability 1); every
    other solution agrees with it and ends at T or before. *)
Theorem flow_reaches_one x0 beta : 0 < beta -> (forall d, ~ fixpt (F x0 beta 0) d) ->
  exists (T : R) (x : R -> R), 0 < T /\ x 0 = x0 /\
    (forall t, 0 <= t < T -> is_derive x t (vel x0 beta 0 (x t))) /\
    (forall s t, 0 <= s -> s < t -> t < T -> x s < x t) /\
    filterlim x (at_left T) (Rbar_locally p_infty) /\
    (forall w S, 0 < S -> w 0 = x0 -> (forall t, 0 <= t < S -> is_derive w t (vel x0 beta 0 (w t))) ->
       S <= T /\ forall t, 0 <= t < S -> w t = x t).
Proof.
  intros Hb None. assert (He : 0 <= 0) by lra. set (v := vel x0 beta 0).
  assert (Cont : forall y, continuity_pt v y) by (intros; now apply vel_continuity).
  assert (VP : forall y : R, Rbar_lt y p_infty -> 0 < v y).
  { intros y _. apply vel_pos_before; try assumption. intros d Fd. destruct (None d Fd). }
  assert (Hc : Rbar_lt x0 p_infty) by exact I.
  pose proof (time_increasing v x0 p_infty Cont VP Hc) as TI.
  pose proof (time_le v x0 p_infty Cont VP Hc) as TL.
  destruct (vel_grows x0 beta Hb) as (A & HA & Grow).
  (* the time map is bounded *)
  set (tm := time v x0) in *.
  assert (Bd : forall y, tm y <= tm A + 8 * beta * exp (- (A / 2))).
  { intros y. assert (PA := exp_pos (- (A / 2))).
    assert (0 < 8 * beta * exp (- (A / 2))) by (apply Rmult_lt_0_compat; lra).
    destruct (Rle_lt_dec y A) as [L | L].
    { pose proof (TL y A L I). lra. }
    assert (D : tm y + 8 * beta * exp (- (y / 2)) < tm A + 8 * beta * exp (- (A / 2))).
    { apply (deriv_neg_lt (fun u => tm u + 8 * beta * exp (- (u / 2)))
        (fun u => / v u - 4 * beta * exp (- (u / 2)))); [exact L | |].
      - intros u _.
        assert (D := time_derive v x0 p_infty Cont VP Hc u I). fold tm in D.
        assert (Ex : ex_derive (fun y : R => tm y) u) by (eexists; exact D).
        assert (Dv : Derive (fun y : R => tm y) u = / v u) by (apply is_derive_unique, D).
        auto_derive; [exact Ex |]. rewrite Dv. unfold Rdiv. field.
        specialize (VP u I). lra.
      - intros u Hu. specialize (Grow u ltac:(lra)). fold v in Grow.
        assert (Pe : 0 < exp (u / 2)) by apply exp_pos.
        assert (/ v u <= 2 * beta * exp (- (u / 2))).
        { rewrite exp_Ropp. replace (2 * beta * / exp (u / 2)) with (/ (exp (u / 2) / (2 * beta)))
            by (field; lra).
          apply Rinv_le_contravar; [apply Rdiv_lt_0_compat; lra | exact Grow]. }
        assert (0 < 2 * beta * exp (- (u / 2))) by (apply Rmult_lt_0_compat; [lra | apply exp_pos]).
        lra. }
    assert (0 < 8 * beta * exp (- (y / 2))) by (apply Rmult_lt_0_compat; [lra | apply exp_pos]). lra. }
  (* its supremum *)
  destruct (completeness (fun t => exists y, tm y = t)) as (T & Up & Least).
  { exists (tm A + 8 * beta * exp (- (A / 2))). intros t (y & <-). apply Bd. }
  { exists (tm x0), x0. reflexivity. }
  assert (Lt : forall y, tm y < T).
  { intros y. apply Rlt_le_trans with (tm (y + 1)); [apply TI; [lra | exact I] | apply Up; now exists (y + 1)]. }
  assert (Onto : forall t, t < T -> exists y, t <= tm y).
  { intros t Ht. apply Classical_Prop.NNPP. intros NN.
    assert (T <= t); [| lra]. apply Least. intros r (y & <-).
    apply Rnot_lt_le. intros K. apply NN. exists y. lra. }
  assert (T0 : tm x0 = 0) by apply time_start.
  set (x := solution v x0 p_infty).
  assert (Sol : forall t, 0 <= t < T -> is_derive x t (v (x t))).
  { intros t Ht. apply (solution_exists v x0 p_infty Cont VP Hc T); [| apply Ht | apply Ht].
    intros r _ Hr. destruct (Onto r Hr) as (y & Hy). exists y. split; [exact I | exact Hy]. }
  assert (Inv : forall y, x (tm y) = y)
    by (intros y; apply (solution_time v x0 p_infty Cont VP Hc); exact I).
  assert (Hit : forall t, 0 <= t < T -> exists y, x0 <= y /\ tm y = t).
  { intros t Ht. destruct (Onto t ltac:(lra)) as (y & Hy).
    assert (L : x0 <= y).
    { apply (time_le_inv v x0 p_infty Cont VP Hc x0 y); [exact I | exact I |]. fold tm. lra. }
    destruct (time_onto v x0 p_infty Cont VP Hc x0 y t L I) as (u & Iu & Eu); [fold tm; lra |].
    exists u. split; [apply Iu | exact Eu]. }
  exists T, x. split; [rewrite <- T0; apply Lt |].
  split; [apply (solution_start v x0 p_infty); assumption |]. split; [exact Sol |]. split; [| split].
  - intros s t Hs Hst Ht. destruct (Hit s ltac:(lra)) as (y & _ & <-).
    destruct (Hit t ltac:(lra)) as (z & _ & <-). rewrite !Inv. apply Rnot_le_lt. intros K.
    pose proof (TL z y K I). lra.
  - intros P (M & HM). set (m := Rmax M x0). pose proof (Lt m) as Lm.
    assert (Pos : 0 < T - tm m) by lra. exists (mkposreal _ Pos). intros t Ht HtT.
    change (Rabs (t - T) < T - tm m) in Ht. apply Rabs_def2 in Ht. apply HM.
    assert (Hm : x0 <= m) by apply Rmax_r. pose proof (TL x0 m Hm I) as T1. rewrite T0 in T1.
    destruct (Hit t ltac:(lra)) as (y & _ & Ey). rewrite <- Ey, Inv.
    apply Rle_lt_trans with m; [apply Rmax_l |]. apply Rnot_le_lt. intros K.
    pose proof (TL y m K I). lra.
  - intros w S HS W0 Wd.
    assert (Un : forall t, 0 <= t < S -> tm (w t) = t /\ w t = x t).
    { intros t Ht. apply (solution_unique v x0 p_infty Cont VP Hc w S); [exact W0 | | exact Wd | exact Ht].
      intros; exact I. }
    split; [| intros t Ht; now apply Un].
    apply Rnot_lt_le. intros K.
    assert (PT : 0 < T) by (rewrite <- T0; apply Lt).
    destruct (Un T ltac:(lra)) as (E & _). pose proof (Lt (w T)). lra.
Qed.
