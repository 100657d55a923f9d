(** F7: the closed-form jump test at the parameter points of the catalogue, and a jump that
    overshoots the upper fixed point. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require Import EvenMap.
From GrpoProofs.Whitening Require Import Recurrence.
From GrpoProofs.Orbits Require Import IterLemmas Success.
From GrpoProofs.Computation Require Import IntervalZ.
Open Scope R_scope.

Lemma G_at_reference eps q : 0 < q < 1 -> G eps (- logit q) = Omega eps q.
Proof. intros Hq. rewrite G_opp. unfold G. now rewrite sigma_logit. Qed.

(** A sign change of F - id above gives the next fixed point below it. *)
Lemma next_fixpt_below x0 beta eps u v : 0 < beta -> 0 <= eps -> F0 x0 beta eps < 0 ->
  0 < u < v -> F x0 beta eps u < u -> v < F x0 beta eps v ->
  exists a b, lowest (F x0 beta eps) a /\ next_fixpt (F x0 beta eps) a b /\ b < v.
Proof.
  intros Hb He H0 Huv Fu Fv. set (f := F x0 beta eps) in *.
  assert (U : even_unimodal f)
    by exact (FW_even_unimodal (Omega eps) (dG eps) x0 beta (Omega_whitening eps He) Hb).
  assert (E0 : f 0 < 0) by (unfold f; rewrite F_0 by assumption; exact H0).
  destruct (low_exists f U E0) as [a [Ha Fa]].
  destruct (fixpt_between f u v) as [c [Hc Fc]]; [lra | intros; apply (f_cont f U) | right; lra |].
  assert (c <> v) by (intros ->; lra).
  destruct (next_exists f U a Fa ltac:(lra) c Fc ltac:(lra)) as [b [Nb Hbc]].
  exists a, b. split; [apply (neg_fixpt_lowest f U); [exact Fa | lra]|]. split; [exact Nb | lra].
Qed.

(** F7, example p_ref = 1/100, beta = 1, eps = 1/1000. With y = - x0: G y - 2 beta y is between
    0.3880 and 0.3881, so the test says jump; b exists, b < y, and p_1 > 1 - p_ref. *)
Theorem jump_example : let x0 := logit (1 / 100) in let y := - x0 in let f := F x0 1 (1 / 1000) in
  0.3880 < G (1 / 1000) y - 2 * 1 * y < 0.3881 /\
  (exists a b, lowest f a /\ next_fixpt f a b /\ b < y) /\
  1 - 1 / 100 < h (1 / 100) 1 (1 / 1000) (1 / 100).
Proof.
  intros x0 y f.
  assert (Fx : forall x, f x = ln (1 / 100 / (1 - 1 / 100)) +
    / sqrt (/ (1 + exp (- x)) * (1 - / (1 + exp (- x))) + 1 / 1000) / 1) by reflexivity.
  split; [|split].
  - unfold y, x0. rewrite G_at_reference by lra. unfold Omega, var, logit. split.
    + assert (Z : 0.3880 < / sqrt (1 / 100 * (1 - 1 / 100) + 1 / 1000) + 2 * ln (1 / 100 / (1 - 1 / 100)))
        by zinterval. lra.
    + assert (Z : / sqrt (1 / 100 * (1 - 1 / 100) + 1 / 1000) + 2 * ln (1 / 100 / (1 - 1 / 100)) < 0.3881)
        by zinterval. lra.
  - destruct (next_fixpt_below x0 1 (1 / 1000) 4.4 4.55) as [a [b [La [Nb Lb]]]]; try lra.
    + unfold F0, x0, logit. zinterval.
    + fold f. rewrite Fx. zinterval.
    + fold f. rewrite Fx. zinterval.
    + exists a, b. split; [exact La|]. split; [exact Nb|].
      assert (4.55 < y); [|lra].
      assert (Z : ln (1 / 100 / (1 - 1 / 100)) < - 4.55) by zinterval. unfold y, x0, logit. lra.
  - unfold h, Omega, var. zinterval.
Qed.

(** F7 (control). G y - 2 beta y is not above 0.3881, and p_1 not above 0.9932. *)
Theorem jump_example_control : let y := - logit (1 / 100) in
  ~ 0.3881 < G (1 / 1000) y - 2 * 1 * y /\ ~ 0.9932 < h (1 / 100) 1 (1 / 1000) (1 / 100).
Proof.
  intros y. destruct jump_example as [B _]. fold y in B. split; [lra|].
  apply Rle_not_lt. unfold h, Omega, var. zinterval.
Qed.

(** F7, example p_ref = 1/10, beta = 7/10, eps = 0: y > x1 = 2 asinh beta and cosh (y/2) - beta y
    is between 0.1286 and 0.1287, so the test says jump. *)
Theorem jump_example_unsmoothed : let y := - logit (1 / 10) in
  2 * asinh (7 / 10) < y /\ 0.1286 < cosh (y / 2) - 7 / 10 * y < 0.1287.
Proof.
  intros y. unfold y, logit, asinh, cosh. split; [|split].
  - assert (Z : 2 * ln (7 / 10 + sqrt (7 / 10 * (7 / 10) + 1)) + ln (1 / 10 / (1 - 1 / 10)) < 0) by zinterval. lra.
  - zinterval.
  - zinterval.
Qed.

(** F7 (control). The difference is not above 0.1287. *)
Theorem jump_example_unsmoothed_control : let y := - logit (1 / 10) in
  ~ 0.1287 < cosh (y / 2) - 7 / 10 * y.
Proof. destruct jump_example_unsmoothed as [_ B]. simpl in *. lra. Qed.

(** F7, example of an overshoot: p_ref = 1/100, beta = 89/200, eps = 1/20. The reference jumps
    over b and even over the upper fixed point c, and p_1 < 1 - p_ref. *)
Theorem jump_overshoots : let x0 := logit (1 / 100) in let f := F x0 (89 / 200) (1 / 20) in
  (exists a b c, lowest f a /\ next_fixpt f a b /\ b < c /\ fixpt f c /\ c < - x0) /\
  h (1 / 100) (89 / 200) (1 / 20) (1 / 100) < 1 - 1 / 100.
Proof.
  intros x0 f.
  assert (Fx : forall x, f x = ln (1 / 100 / (1 - 1 / 100)) +
    / sqrt (/ (1 + exp (- x)) * (1 - / (1 + exp (- x))) + 1 / 20) / (89 / 200)) by reflexivity.
  assert (F37 : f 3.7 < 3.7) by (rewrite Fx; zinterval).
  assert (F38 : 3.8 < f 3.8) by (rewrite Fx; zinterval).
  assert (F45 : 4.5 < f 4.5) by (rewrite Fx; zinterval).
  assert (F459 : f 4.59 < 4.59) by (rewrite Fx; zinterval).
  assert (Y : 4.59 < - x0).
  { assert (Z : ln (1 / 100 / (1 - 1 / 100)) < - 4.59) by zinterval. unfold x0, logit. lra. }
  split.
  - destruct (next_fixpt_below x0 (89 / 200) (1 / 20) 3.7 3.8) as [a [b [La [Nb Lb]]]]; try lra; auto.
    { unfold F0, x0, logit. zinterval. }
    destruct (fixpt_between f 4.5 4.59) as [c [Hc Fc]]; [lra | | left; lra |].
    { intros; apply F_continuity_pt; lra. }
    exists a, b, c. split; [exact La|]. split; [exact Nb|]. split; [lra|]. split; [exact Fc | lra].
  - unfold h, Omega, var. zinterval.
Qed.

(** F7 (control). p_1 falls short of 1 - p_ref by less than 0.0001. *)
Theorem jump_overshoots_control : ~ h (1 / 100) (89 / 200) (1 / 20) (1 / 100) < 1 - 1 / 100 - 0.0001.
Proof. apply Rle_not_lt. unfold h, Omega, var. zinterval. Qed.
