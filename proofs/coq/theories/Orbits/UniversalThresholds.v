(** F8: above the universal threshold p_u = 0.010039... the sequence converges for every
    beta > 0 and every eps >= 0.  Flip instability at the lowest fixed point forces
    x0 < - 2 (t + coth t) for some t > 0, and t + coth t >= ln (1 + sqrt 2) + sqrt 2. *)

Require Import Reals Lra Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Classification.
From GrpoProofs.Orbits Require Import IterLemmas CrossRatio LowFixpt Flip Success Jump.
Open Scope R_scope.

(** ** The ratio G / G' *)

Definition coth (t : R) : R := cosh t / sinh t.

Lemma coth_decreasing : forall s t, 0 < s < t -> coth t < coth s.
Proof.
  intros s t H. unfold coth. assert (P := sinh_pos s ltac:(lra)). assert (Q := sinh_pos t ltac:(lra)).
  assert (D := sinh_pos (t - s) ltac:(lra)).
  unfold Rminus in D. rewrite sinh_plus, sinh_opp, cosh_opp in D.
  apply Rmult_lt_reg_r with (sinh s * sinh t); [nra|].
  replace (cosh t / sinh t * (sinh s * sinh t)) with (cosh t * sinh s) by (field; lra).
  replace (cosh s / sinh s * (sinh s * sinh t)) with (cosh s * sinh t) by (field; lra). nra.
Qed.

Lemma coth_pos : forall t, 0 < t -> 0 < coth t.
Proof. intros. apply Rdiv_lt_0_compat; [apply cosh_pos | now apply sinh_pos]. Qed.

Section Ratio.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.

(** G >= 2 coth (x/2) G' for x > 0. *)
Lemma G_over_slope : forall x, 0 < x -> 2 * coth (x / 2) * dG eps x <= G eps x.
Proof.
  intros x Hx. rewrite G_closed by exact He. fold (GD eps x). unfold dG, coth.
  assert (P := GD_ge_1 eps He x). assert (Q := sqrt_GD_pos eps He x).
  assert (S := sinh_pos (x / 2) ltac:(lra)). assert (C := cosh_pos (x / 2)).
  replace (2 * (cosh (x / 2) / sinh (x / 2)) * (sinh (x / 2) / (GD eps x * sqrt (GD eps x))))
    with (2 * cosh (x / 2) / sqrt (GD eps x) * / GD eps x) by (field; lra).
  rewrite <- (Rmult_1_r (2 * cosh (x / 2) / sqrt (GD eps x))) at 2.
  apply Rmult_le_compat_l.
  - left. apply Rdiv_lt_0_compat; lra.
  - rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.

(** If the slope at x is at least beta, psi x <= x - 2 coth (x/2). *)
Lemma psi_steep : forall x, 0 < x -> beta <= dG eps x -> psi beta eps x <= x - 2 * coth (x / 2).
Proof.
  intros x Hx H. unfold psi. assert (Z := G_over_slope x Hx).
  assert (P := coth_pos (x / 2) ltac:(lra)).
  assert (2 * coth (x / 2) <= G eps x / beta); [|lra].
  apply Rmult_le_reg_r with beta; [exact Hb|].
  replace (G eps x / beta * beta) with (G eps x) by (field; lra).
  apply Rle_trans with (2 * coth (x / 2) * dG eps x); [|exact Z]. apply Rmult_le_compat_l; lra.
Qed.

Lemma psi_steep_strict : forall x, 0 < x -> beta < dG eps x -> psi beta eps x < x - 2 * coth (x / 2).
Proof.
  intros x Hx H. unfold psi. assert (Z := G_over_slope x Hx).
  assert (P := coth_pos (x / 2) ltac:(lra)).
  assert (2 * coth (x / 2) < G eps x / beta); [|lra].
  apply Rmult_lt_reg_r with beta; [exact Hb|].
  replace (G eps x / beta * beta) with (G eps x) by (field; lra).
  apply Rlt_le_trans with (2 * coth (x / 2) * dG eps x); [|exact Z]. apply Rmult_lt_compat_l; lra.
Qed.

(** Flip instability at a < 0 forces x0 < - 2 (t + coth t), t = - a / 2. *)
Lemma unstable_forces_low_reference : forall x0 a, fixpt (F x0 beta eps) a -> a < 0 ->
  beta < Bthr eps (sigma a) -> x0 < - (2 * (- a / 2 + coth (- a / 2))).
Proof.
  intros x0 a Fa Ha U. rewrite (slope_vs_threshold eps a He Ha), <- dG_opp in U by exact He.
  assert (Z := psi_steep_strict (- a) ltac:(lra) U).
  apply fixpt_psi in Fa. unfold psi in *. rewrite G_opp in Z. lra.
Qed.
End Ratio.

(** ** F8 *)

Definition x_u : R := - (2 * ln (1 + sqrt 2) + 2 * sqrt 2).
Definition p_u : R := / (1 + (1 + sqrt 2) ^ 2 * exp (2 * sqrt 2)).

Lemma sqrt2_facts : 0 < sqrt 2 /\ sqrt 2 * sqrt 2 = 2.
Proof. split; [apply sqrt_lt_R0; lra | apply sqrt_sqrt; lra]. Qed.

Lemma sigma_x_u : sigma x_u = p_u.
Proof.
  unfold sigma, p_u, x_u. rewrite Ropp_involutive, exp_plus.
  replace (2 * ln (1 + sqrt 2)) with (ln (1 + sqrt 2) + ln (1 + sqrt 2)) by ring.
  assert (Z := sqrt2_facts). rewrite exp_plus, exp_ln by lra. f_equal. ring.
Qed.

Lemma sinh_t0 : sinh (ln (1 + sqrt 2)) = 1 /\ cosh (ln (1 + sqrt 2)) = sqrt 2.
Proof.
  destruct sqrt2_facts as [P Q]. unfold sinh, cosh. rewrite exp_Ropp, exp_ln by lra.
  assert (E : / (1 + sqrt 2) = sqrt 2 - 1).
  { apply Rmult_eq_reg_r with (1 + sqrt 2); [|lra]. rewrite Rinv_l by lra.
    replace ((sqrt 2 - 1) * (1 + sqrt 2)) with (sqrt 2 * sqrt 2 - 1) by ring. lra. }
  rewrite E. split; field.
Qed.

Lemma sinh_increasing : forall x y, x < y -> sinh x < sinh y.
Proof.
  intros x y H. unfold sinh. assert (exp x < exp y) by now apply exp_increasing.
  assert (exp (- y) < exp (- x)) by (apply exp_increasing; lra). lra.
Qed.

Lemma t_plus_coth_min : forall t, 0 < t -> ln (1 + sqrt 2) + sqrt 2 <= t + coth t.
Proof.
  intros t Ht. set (t0 := ln (1 + sqrt 2)). destruct sinh_t0 as [S0 C0]. fold t0 in S0, C0.
  assert (P0 : 0 < t0).
  { apply Rnot_le_lt. intro N. destruct N as [N|N]; [apply sinh_neg in N; lra|].
    rewrite N, sinh_0 in S0. lra. }
  assert (E0 : t0 + coth t0 = t0 + sqrt 2) by (unfold coth; rewrite S0, C0; field).
  rewrite <- E0.
  assert (D : forall x, 0 < x -> is_derive (fun x => x + coth x) x (1 - / (sinh x * sinh x))).
  { intros x Hx. assert (S := sinh_pos x Hx). assert (C := cosh_sqr x).
    assert (Dc : is_derive coth x ((sinh x * sinh x - cosh x * cosh x) / sinh x ^ 2)).
    { apply (is_derive_div cosh sinh x (sinh x) (cosh x));
        [apply is_derive_cosh | apply is_derive_sinh | lra]. }
    rewrite C in Dc. evar_last.
    - apply (is_derive_plus (fun x => x) coth); [apply is_derive_id | exact Dc].
    - unfold plus, one; simpl. field. lra. }
  destruct (Rtotal_order t t0) as [L|[E|L]].
  - left. assert (Z : - (t + coth t) < - (t0 + coth t0)); [|lra].
    apply (increasing_on_derive (fun x => - (x + coth x)) (fun x => - (1 - / (sinh x * sinh x)))); auto.
    + intros x Hx. apply (is_derive_opp (fun x => x + coth x)). apply D. lra.
    + intros x Hx. assert (S := sinh_pos x ltac:(lra)). assert (S' := sinh_increasing x t0 ltac:(lra)).
      assert (/ 1 < / (sinh x * sinh x)); [|lra]. apply Rinv_lt_contravar; nra.
  - subst. lra.
  - left. apply (increasing_on_derive (fun x => x + coth x) (fun x => 1 - / (sinh x * sinh x))); auto.
    + intros x Hx. apply D. lra.
    + intros x Hx. assert (S' := sinh_increasing t0 x ltac:(lra)).
      assert (/ (sinh x * sinh x) < / 1); [|lra]. apply Rinv_lt_contravar; nra.
Qed.

(** Convergence whenever no fixed point below 1/2 is flip-unstable. *)
Theorem converges_if_low_stable : forall pref beta eps, 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  (forall a, fixpt (F (logit pref) beta eps) a -> a < 0 -> Bthr eps (sigma a) <= beta) ->
  let p := iter (h pref beta eps) pref in
  (exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1).
Proof.
  intros pref beta eps Hp Hb He St p.
  destruct (Classification.converges_if_low_stable _ _ pref beta (Omega_whitening eps He) Hp Hb)
    as [C1 C2].
  - intros a Fa Ha. rewrite <- (slope_vs_threshold eps a He Ha). now apply St.
  - destruct He as [P|E].
    + left. apply C1; [now apply Omega_bounded | now apply dG_slopes_twice, Rlt_le].
    + destruct C2 as [C|C]; [now apply dG_slopes_once; [right|] | now left | now right].
Qed.

(** F8. If p_ref >= p_u = 1 / (1 + (1 + sqrt 2)^2 exp (2 sqrt 2)), then p_n converges for
    every beta > 0 and every eps >= 0: to a fixed point of h, or to 1 if eps = 0. *)
Theorem universal_convergence_threshold : forall pref beta eps,
  p_u <= pref < 1 -> 0 < beta -> 0 <= eps ->
  let p := iter (h pref beta eps) pref in
  ex_finite_lim_seq p /\
  ((exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1)).
Proof.
  intros pref beta eps Hpu Hb He p.
  assert (Hp : 0 < pref < 1) by (rewrite <- sigma_x_u in Hpu; assert (Z := sigma_pos x_u); lra).
  assert (Hx : x_u <= logit pref).
  { apply Rnot_lt_le. intro N. apply sigma_increasing in N. rewrite sigma_x_u, sigma_logit in N; lra. }
  assert (C : (exists c, fixpt (h pref beta eps) c /\ is_lim_seq p c) \/ (eps = 0 /\ is_lim_seq p 1)).
  { apply converges_if_low_stable; auto. intros a Fa Ha. apply Rnot_lt_le. intro U.
    assert (Z := unstable_forces_low_reference beta eps Hb He (logit pref) a Fa Ha U).
    assert (M := t_plus_coth_min (- a / 2) ltac:(lra)). unfold x_u in Hx. lra. }
  split; [|exact C]. destruct C as [[c [_ L]]|[_ L]]; [exists c | exists 1]; exact L.
Qed.
