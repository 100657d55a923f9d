(** p = 1 is never a fixed point of the success map when eps > 0 and p_ref < 1; it is
    one for p_ref = 1, and, as a limit, for eps = 0. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Dynamics Require Import LogOdds Shape.
Open Scope R_scope.

Lemma h_1_example : h (1 / 2) 1 1 1 = / (1 + exp (-1)).
Proof.
  unfold h, Omega, var. replace (1 * (1 - 1) + 1) with 1 by ring. rewrite sqrt_1.
  replace (- (/ 1 / 1)) with (-1) by field. f_equal. field.
Qed.

(** D2, counterexample. For p_ref = 1/2, beta = 1, eps = 1 the value
    h 1 = 1 / (1 + exp (-1)) is below 0.7311: p = 1 is not a fixed point. *)
Theorem one_not_fixed_counterexample :
  h (1 / 2) 1 1 1 = / (1 + exp (-1)) /\ h (1 / 2) 1 1 1 < 7311 / 10000 /\
  ~ (forall pref beta eps, 0 < pref < 1 -> 0 < beta -> 0 < eps -> fixpt (h pref beta eps) 1).
Proof.
  assert (L : h (1 / 2) 1 1 1 < 7311 / 10000) by (rewrite h_1_example; zinterval).
  split; [exact h_1_example|]. split; [exact L|].
  intros H. specialize (H (1 / 2) 1 1 ltac:(lra) ltac:(lra) ltac:(lra)).
  unfold fixpt in H. lra.
Qed.

(** D2, control. The bound 0.7311 cannot be replaced by 0.7310. *)
Theorem one_not_fixed_bound_sharp : ~ h (1 / 2) 1 1 1 < 7310 / 10000.
Proof.
  rewrite h_1_example. assert (7310 / 10000 <= / (1 + exp (-1))) by zinterval. lra.
Qed.

(** D2, corrected. For eps > 0 and p_ref < 1 the point 1 is never fixed, with
    1 - h 1 = 1 / (1 + p_ref / (1 - p_ref) exp (1 / (beta sqrt eps))) > 0; it is fixed
    for p_ref = 1; for eps = 0 it is fixed in the sense that h p -> 1 as p -> 1. *)
Theorem one_fixed_only_in_limits (beta : R) : 0 < beta ->
  (forall pref eps, 0 < pref < 1 -> 0 < eps ->
     1 - h pref beta eps 1 = / (1 + pref / (1 - pref) * exp (1 / (beta * sqrt eps))) /\
     0 < 1 - h pref beta eps 1 /\ ~ fixpt (h pref beta eps) 1) /\
  (forall eps, fixpt (h 1 beta eps) 1) /\
  (forall pref, 0 < pref < 1 ->
     filterlim (h pref beta 0) (at_left 1) (locally 1)).
Proof.
  intros Hb. split; [|split].
  - intros pref eps Hp He. pose proof (sqrt_lt_R0 _ He) as Hs.
    assert (E : 1 - h pref beta eps 1
                = / (1 + pref / (1 - pref) * exp (1 / (beta * sqrt eps)))).
    { unfold h, Omega, var. replace (1 * (1 - 1) + eps) with eps by ring.
      replace (/ sqrt eps / beta) with (1 / (beta * sqrt eps)) by (field; lra).
      rewrite exp_Ropp. pose proof (exp_pos (1 / (beta * sqrt eps))).
      set (z := exp _) in *. field. split; [|split; [|split]]; try lra; nra. }
    pose proof (h_range pref beta eps Hp 1). split; [exact E|]. split; [lra|].
    unfold fixpt. lra.
  - intros eps. unfold fixpt, h. replace ((1 - 1) / 1) with 0 by field.
    rewrite Rmult_0_l, Rplus_0_r. apply Rinv_1.
  - intros pref Hp P [d Hd].
    (* pick z with 1 - sigma z < d, then p close enough to 1 *)
    set (c := Rmax (1 - d / 2) (/ 2)). pose proof (cond_pos d) as Hdp.
    assert (Hc : 0 < c < 1).
    { unfold c. pose proof (Rmax_r (1 - d / 2) (/ 2)).
      split; [lra|]. apply Rmax_lub_lt; lra. }
    set (c' := Rmax c (h pref beta 0 (/ 2))).
    assert (Hc' : h pref beta 0 (/ 2) <= c' < 1).
    { unfold c'. split; [apply Rmax_r|]. apply Rmax_lub_lt; [lra|]. now apply h_range. }
    destruct (proj2 (success_map_range_unsmoothed pref beta Hp Hb c') Hc') as [q [Hq Eq]].
    destruct (success_map_shape pref beta 0 Hp Hb) as [Hsym [_ Hinc]].
    set (q' := Rmax q (1 - q)).
    assert (Hq' : / 2 <= q' < 1).
    { unfold q'. pose proof (Rmax_l q (1 - q)). pose proof (Rmax_r q (1 - q)).
      split; [lra|]. apply Rmax_lub_lt; lra. }
    assert (Eq' : h pref beta 0 q' = c').
    { unfold q', Rmax. destruct (Rle_dec q (1 - q)); [now rewrite <- Hsym | exact Eq]. }
    assert (H0 : 0 < 1 - q') by lra.
    exists (mkposreal _ H0). intros p Hpb Hp1. apply Hd.
    unfold ball in *; simpl in *. unfold AbsRing_ball, abs, minus, plus, opp in *; simpl in *.
    apply Rabs_def2 in Hpb.
    assert (Hlt : h pref beta 0 q' < h pref beta 0 p).
    { apply Hinc; try lra. pose proof (var_pos p ltac:(lra)); lra. }
    rewrite Eq' in Hlt. pose proof (h_range pref beta 0 Hp p).
    assert (1 - d / 2 <= c').
    { unfold c', c. eapply Rle_trans; [apply (Rmax_l (1 - d / 2) (/ 2))|apply Rmax_l]. }
    apply Rabs_def1; lra.
Qed.
