(** Points of every period, for any whitening factor: the criterion in terms of the orbit of
    p = 1/2 (claim F15). *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap.
From GrpoProofs.Computation Require Import LiYorke.
From GrpoProofs.Whitening Require Import Recurrence.
Open Scope R_scope.

Section Periods.
Variables (W dg : R -> R) (pref beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Let f := FW W (logit pref) beta.
Let h := hW W pref beta.
Let U : even_unimodal f := FW_even_unimodal W dg (logit pref) beta HW Hb.

Lemma sigma_iter : forall x n, sigma (iter f x n) = iter h (sigma x) n.
Proof.
  intros x n. induction n as [|n IH]; [reflexivity|]. simpl. rewrite <- IH.
  now apply sigma_FW.
Qed.

Lemma least_period_sigma x n : least_period f x n -> least_period h (sigma x) n.
Proof.
  intros [E N]. split.
  - rewrite <- sigma_iter. now rewrite E.
  - intros k Hk K. apply (N k Hk), sigma_inj. now rewrite sigma_iter.
Qed.

(** F15, any factor. Points x1 < x2 < x3 with f x2 = x1, f x3 = x2, f x1 >= x3: every period. *)
Lemma every_period_sigma x1 x2 x3 : x1 < x2 -> x2 < x3 -> x3 <= f x1 -> f x2 = x1 -> f x3 = x2 ->
  forall n, (1 <= n)%nat -> exists p, 0 < p < 1 /\ least_period h p n.
Proof.
  intros H12 H23 E1 E2 E3 n Hn.
  destruct (every_period f) with (x1 := x1) (x2 := x2) (x3 := x3) (n := n) as [x [_ Px]]; auto.
  - apply (f_cont f U).
  - exists (sigma x). split; [split; [apply sigma_pos | apply sigma_lt_1]|].
    now apply least_period_sigma.
Qed.

(** F15 (ii), any factor. If h (1/2) < 1/2 and h^3 (1/2) >= 1/2, then for every n >= 1 the map
    h has a point of least period n. *)
Theorem period_three_criterion : h (/ 2) < / 2 -> / 2 <= iter h (/ 2) 3 ->
  forall n, (1 <= n)%nat -> exists p, 0 < p < 1 /\ least_period h p n.
Proof.
  intros H1 H3.
  assert (K1 : f 0 < 0).
  { apply sigma_lt_half. change (sigma (iter f 0 1) < / 2). now rewrite sigma_iter, sigma_0. }
  assert (K3 : 0 <= f (f (f 0))).
  { apply Rnot_lt_le. intros L. apply sigma_lt_half in L.
    change (sigma (iter f 0 3) < / 2) in L. rewrite sigma_iter, sigma_0 in L. lra. }
  set (z := f (f 0)) in *.
  assert (Ez : f (Rabs z) = f z) by apply (f_abs f U).
  destruct (ivt_up f 0 (Rabs z) 0) as [y [Hy Ey]].
  { apply Rabs_pos. } { intros x _. apply (f_cont f U). } { lra. }
  assert (Py : 0 < y).
  { destruct (Req_dec y 0) as [E|E]; [|lra]. rewrite E in Ey. lra. }
  assert (Hz : y <= z).
  { destruct (Rle_dec 0 z) as [Z|Z]; [rewrite Rabs_right in Hy by lra; lra|].
    exfalso. rewrite Rabs_left in Hy by lra.
    destruct (low_exists f U K1) as [a [Ha Fa]]. unfold fixpt in Fa.
    assert (a < z) by (rewrite <- Fa; apply (f_dec f U); lra).
    assert (f y < f a).
    { apply (f_abs_lt f U). rewrite Rabs_right, Rabs_left; lra. }
    lra. }
  intros n Hn. apply (every_period_sigma (f 0) 0 y); auto.
Qed.
End Periods.
