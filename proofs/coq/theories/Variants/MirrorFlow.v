(** The mirror flow at eps = 0, dp/dt = sqrt (p (1-p)) / beta: the explicit solution
    sin^2 (arcsin sqrt p0 + t / (2 beta)), its hitting time of 1, and uniqueness. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Unsmoothed Require Import Calculus.
Open Scope R_scope.

Definition flow (p0 beta t : R) : R :=
  sin (asin (sqrt p0) + t / (2 * beta)) * sin (asin (sqrt p0) + t / (2 * beta)).

Definition hitting_time (p0 beta : R) : R := 2 * beta * acos (sqrt p0).

Lemma sqrt_unit p0 : 0 <= p0 <= 1 -> 0 <= sqrt p0 <= 1.
Proof.
  intros H. split; [apply sqrt_pos |]. rewrite <- sqrt_1. apply sqrt_le_1; lra.
Qed.

Lemma angle_range p0 beta t : 0 < beta -> 0 <= p0 <= 1 -> 0 <= t <= hitting_time p0 beta ->
  0 <= asin (sqrt p0) + t / (2 * beta) <= PI / 2.
Proof.
  intros Hb Hp Ht. pose proof (sqrt_unit p0 Hp) as S. unfold hitting_time in Ht.
  rewrite acos_asin in Ht by lra.
  assert (A : 0 <= asin (sqrt p0)).
  { rewrite <- asin_0. destruct (proj1 S) as [L | <-]; [| lra].
    left. apply Rnot_le_lt. intros K.
    pose proof (asin_bound 0). pose proof (asin_bound (sqrt p0)).
    destruct K as [K | K].
    - pose proof (sin_increasing_1 (asin (sqrt p0)) (asin 0)) as M.
      rewrite !sin_asin in M by lra. lra.
    - assert (sin (asin (sqrt p0)) = sin (asin 0)) by (rewrite K; reflexivity).
      rewrite !sin_asin in H1 by lra. lra. }
  assert (0 <= t / (2 * beta) <= PI / 2 - asin (sqrt p0)).
  { split.
    - unfold Rdiv. apply Rmult_le_pos; [lra |]. left; apply Rinv_0_lt_compat; lra.
    - apply (Rmult_le_reg_r (2 * beta)); [lra |].
      replace (t / (2 * beta) * (2 * beta)) with t by (field; lra). lra. }
  lra.
Qed.

(** H15. For 0 < p0 <= 1 the function p(t) = sin^2 (arcsin sqrt p0 + t / (2 beta))
    starts at p0, satisfies dp/dt = sqrt (p (1-p)) / beta for 0 <= t <= T with
    T = 2 beta arccos sqrt p0, and reaches 1 at t = T and not before. *)
Theorem mirror_flow_solution p0 beta : 0 < beta -> 0 < p0 <= 1 ->
  flow p0 beta 0 = p0 /\
  (forall t, 0 <= t <= hitting_time p0 beta ->
     is_derive (flow p0 beta) t (sqrt (flow p0 beta t * (1 - flow p0 beta t)) / beta)) /\
  flow p0 beta (hitting_time p0 beta) = 1 /\
  (forall t, 0 <= t < hitting_time p0 beta -> flow p0 beta t < 1).
Proof.
  intros Hb Hp. pose proof (sqrt_unit p0 ltac:(lra)) as S.
  split; [| split; [| split]].
  - unfold flow. replace (asin (sqrt p0) + 0 / (2 * beta)) with (asin (sqrt p0)) by (field; lra).
    rewrite sin_asin by lra. apply sqrt_sqrt. lra.
  - intros t Ht. pose proof (angle_range p0 beta t Hb ltac:(lra) Ht) as A.
    set (th := asin (sqrt p0) + t / (2 * beta)) in *.
    assert (Ps : 0 <= sin th) by (apply sin_ge_0; pose proof PI_RGT_0; lra).
    assert (Pc : 0 <= cos th) by (apply cos_ge_0; pose proof PI_RGT_0; lra).
    assert (E : sqrt (flow p0 beta t * (1 - flow p0 beta t)) = sin th * cos th).
    { apply sqrt_lem_1.
      - unfold flow. fold th. pose proof (sin2_cos2 th) as Q. unfold Rsqr in Q. nra.
      - nra.
      - unfold flow. fold th. pose proof (sin2_cos2 th) as Q. unfold Rsqr in Q.
        replace (1 - sin th * sin th) with (cos th * cos th) by lra. ring. }
    rewrite E. unfold flow. auto_derive; [exact I |].
    change (t * / (2 * beta)) with (t / (2 * beta)). fold th. field. lra.
  - unfold flow, hitting_time.
    replace (asin (sqrt p0) + 2 * beta * acos (sqrt p0) / (2 * beta))
      with (asin (sqrt p0) + acos (sqrt p0)) by (field; lra).
    rewrite acos_asin by lra.
    replace (asin (sqrt p0) + (PI / 2 - asin (sqrt p0))) with (PI / 2) by ring.
    rewrite sin_PI2. ring.
  - intros t Ht. pose proof (angle_range p0 beta t Hb ltac:(lra) ltac:(lra)) as A.
    unfold flow. set (th := asin (sqrt p0) + t / (2 * beta)) in *.
    assert (L : th < PI / 2).
    { unfold th, hitting_time in *. rewrite acos_asin in Ht by lra.
      assert (t / (2 * beta) < PI / 2 - asin (sqrt p0)); [| lra].
      apply (Rmult_lt_reg_r (2 * beta)); [lra |].
      replace (t / (2 * beta) * (2 * beta)) with t by (field; lra). lra. }
    assert (M : sin th < sin (PI / 2)).
    { apply sin_increasing_1; pose proof PI_RGT_0; lra. }
    rewrite sin_PI2 in M.
    assert (Ps : 0 <= sin th) by (apply sin_ge_0; pose proof PI_RGT_0; lra). nra.
Qed.

Lemma is_derive_asin x : -1 < x < 1 -> is_derive asin x (1 / sqrt (1 - x²)).
Proof.
  intros H. apply is_derive_Reals. rewrite <- (derive_pt_asin x H). apply derive_pt_eq_1 with (derivable_pt_asin x H).
  reflexivity.
Qed.

(** H15 (uniqueness). Any solution with values in (0, 1) on [0, T] is this one. *)
Theorem mirror_flow_unique (p : R -> R) p0 beta T : 0 < beta -> 0 < T -> p 0 = p0 ->
  (forall t, 0 <= t <= T -> 0 < p t < 1) ->
  (forall t, 0 <= t <= T -> is_derive p t (sqrt (p t * (1 - p t)) / beta)) ->
  forall t, 0 <= t <= T -> p t = flow p0 beta t.
Proof.
  intros Hb HT H0 In Ode t Ht.
  set (theta := fun s => asin (sqrt (p s))).
  assert (D : forall s, 0 <= s <= T -> is_derive (fun s => theta s - s / (2 * beta)) s 0).
  { intros s Hs. specialize (In s Hs). specialize (Ode s Hs).
    assert (Sq : 0 < sqrt (p s) < 1).
    { split; [apply sqrt_lt_R0; lra |]. rewrite <- sqrt_1. apply sqrt_lt_1; lra. }
    assert (Dq : is_derive (fun s => sqrt (p s)) s (sqrt (1 - p s) / (2 * beta))).
    { evar_last; [apply (is_derive_comp sqrt p s) |].
      - apply is_derive_Reals, derivable_pt_lim_sqrt. lra.
      - exact Ode.
      - as_real. rewrite sqrt_mult by lra. field. split; lra. }
    evar_last.
    { apply (is_derive_minus theta (fun s => s / (2 * beta))).
      - apply (is_derive_comp asin (fun s => sqrt (p s)) s); [| exact Dq].
        apply is_derive_asin. lra.
      - apply (is_derive_scal_l (fun s => s) s 1 (/ (2 * beta))). apply (is_derive_id (K := R_AbsRing)). }
    as_real. unfold Rsqr. rewrite sqrt_sqrt by lra.
    assert (0 < sqrt (1 - p s)) by (apply sqrt_lt_R0; lra).
    change (sqrt (1 - p s) / (2 * beta) * (1 / sqrt (1 - p s)) + - (1 * / (2 * beta)) = 0).
    field. split; lra. }
  assert (E : theta t - t / (2 * beta) = theta 0 - 0 / (2 * beta)).
  { destruct (Req_dec t 0) as [-> | Hn]; [reflexivity |].
    destruct (deriv_mean (fun s => theta s - s / (2 * beta)) (fun _ => 0) 0 t) as (c & _ & Ec).
    - lra.
    - intros s Hs. apply D. lra.
    - lra. }
  unfold theta in E. rewrite H0 in E.
  assert (Q : asin (sqrt (p t)) = asin (sqrt p0) + t / (2 * beta)).
  { unfold Rdiv in *. lra. }
  unfold flow. rewrite <- Q. specialize (In t Ht).
  rewrite sin_asin; [symmetry; apply sqrt_sqrt; lra |].
  pose proof (sqrt_unit (p t) ltac:(lra)). lra.
Qed.
