(** The universal convergence threshold p_u = 0.010039... for any whitening factor whose gain
    satisfies g >= 2 coth (x/2) g' on x > 0: flip instability at the lowest fixed point forces
    x0 < - 2 (t + coth t) for some t > 0, and t + coth t >= ln (1 + sqrt 2) + sqrt 2. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import CrossRatio.
From GrpoProofs.Whitening Require Import Recurrence Folds Classification.
Open Scope R_scope.

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

Lemma tanh_coth : forall b, 0 < b -> (b * tanh (b / 2) = 1 <-> b = coth (b / 2)).
Proof.
  intros b Hb. assert (S := sinh_pos (b / 2) ltac:(lra)). assert (C := cosh_pos (b / 2)).
  unfold tanh, coth. split; intro H.
  - apply Rmult_eq_reg_r with (sinh (b / 2) / cosh (b / 2)).
    + unfold tanh in H. rewrite H. field. lra.
    + apply Rgt_not_eq, Rdiv_lt_0_compat; lra.
  - rewrite H at 1. field. lra.
Qed.

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

(** ** Steep points and the threshold *)

Definition steep_ratio (W dg : R -> R) : Prop :=
  forall x, 0 < x -> 2 * coth (x / 2) * dg x <= gain W x.

Section Threshold.
Variables (W dg : R -> R) (beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Ra : steep_ratio W dg.
Hypothesis Hb : 0 < beta.

(** If the slope at x is at least beta, psi x <= x - 2 coth (x/2). *)
Lemma psi_steep : forall x, 0 < x -> beta <= dg x -> psiW W beta x <= x - 2 * coth (x / 2).
Proof.
  intros x Hx H. unfold psiW. assert (Z := Ra x Hx).
  assert (P := coth_pos (x / 2) ltac:(lra)).
  assert (2 * coth (x / 2) <= gain W x / beta); [|lra].
  apply Rmult_le_reg_r with beta; [exact Hb|].
  replace (gain W x / beta * beta) with (gain W x) by (field; lra).
  apply Rle_trans with (2 * coth (x / 2) * dg x); [|exact Z]. apply Rmult_le_compat_l; lra.
Qed.

Lemma psi_steep_strict : forall x, 0 < x -> beta < dg x -> psiW W beta x < x - 2 * coth (x / 2).
Proof.
  intros x Hx H. unfold psiW. assert (Z := Ra x Hx).
  assert (P := coth_pos (x / 2) ltac:(lra)).
  assert (2 * coth (x / 2) < gain W x / beta); [|lra].
  apply Rmult_lt_reg_r with beta; [exact Hb|].
  replace (gain W x / beta * beta) with (gain W x) by (field; lra).
  apply Rlt_le_trans with (2 * coth (x / 2) * dg x); [|exact Z]. apply Rmult_lt_compat_l; lra.
Qed.

(** Flip instability at a < 0 forces x0 < - 2 (t + coth t), t = - a / 2. *)
Lemma unstable_forces_low_reference : forall x0 a, fixpt (FW W x0 beta) a -> a < 0 ->
  beta < - dg a -> x0 < - (2 * (- a / 2 + coth (- a / 2))).
Proof.
  intros x0 a Fa Ha Un. rewrite <- (slope_odd W dg HW) in Un.
  assert (Z := psi_steep_strict (- a) ltac:(lra) Un).
  apply fixpt_psi in Fa. unfold psiW in *. rewrite (gain_even W dg HW) in Z. lra.
Qed.

(** Above p_u no fixed point below 1/2 is flip-unstable. *)
Theorem low_stable_above_threshold : forall pref, p_u <= pref < 1 ->
  0 < pref < 1 /\ forall a, fixpt (FW W (logit pref) beta) a -> a < 0 -> - dg a <= beta.
Proof.
  intros pref Hpu.
  assert (Hp : 0 < pref < 1) by (rewrite <- sigma_x_u in Hpu; assert (Z := sigma_pos x_u); lra).
  split; [exact Hp|].
  assert (Hx : x_u <= logit pref).
  { apply Rnot_lt_le. intro N. apply sigma_increasing in N. rewrite sigma_x_u, sigma_logit in N; lra. }
  intros a Fa Ha. apply Rnot_lt_le. intro Un.
  assert (Z := unstable_forces_low_reference (logit pref) a Fa Ha Un).
  assert (M := t_plus_coth_min (- a / 2) ltac:(lra)). unfold x_u in Hx. lra.
Qed.

(** F8, any such factor. *)
Theorem universal_convergence_threshold : forall pref, p_u <= pref < 1 ->
  let p := iter (hW W pref beta) pref in
  (bounded_factor W -> slopes_at_most_twice dg ->
     exists c, fixpt (hW W pref beta) c /\ is_lim_seq p c) /\
  (slopes_at_most_once dg ->
     (exists c, fixpt (hW W pref beta) c /\ is_lim_seq p c) \/ is_lim_seq p 1).
Proof.
  intros pref Hpu p. destruct (low_stable_above_threshold pref Hpu) as [Hp St].
  now apply converges_if_low_stable.
Qed.
End Threshold.
