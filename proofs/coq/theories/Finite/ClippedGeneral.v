(** The one-dimensional reduction of the clipped step fails when the old
    policy has other within-class conditionals than the reference: three
    outcomes for which the maximiser and the one-dimensional formula are both
    exact rationals, and differ. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes ClippedClass.
Open Scope R_scope.

Definition three (x y z : R) (i : nat) : R :=
  match i with O => x | S O => y | _ => z end.
Definition two_correct (i : nat) : bool := Nat.ltb i 2.

Lemma three_policy x y z :
  0 <= x -> 0 <= y -> 0 <= z -> x + y + z = 1 -> policy 3 (three x y z).
Proof.
  intros Hx Hy Hz H. split; [intros [|[|i]] _; simpl; lra|]. simpl. lra.
Qed.

Lemma three_positive x y z : 0 < x -> 0 < y -> 0 < z -> positive 3 (three x y z).
Proof. intros Hx Hy Hz [|[|i]] _; simpl; lra. Qed.

Lemma three_success x y z : success 3 two_correct (three x y z) = x + y.
Proof. unfold success, csum; simpl. ring. Qed.

Definition ref3 : nat -> R := three (/ 4) (/ 4) (/ 2).
Definition old3 : nat -> R := three (49 / 100) (/ 100) (/ 2).
(** The clipped maximiser (0.588, 0.13733..., 0.27466...). *)
Definition best3 : nat -> R := three (588 / 1000) (103 / 750) (206 / 750).

Lemma setting3 : clip_setting 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3.
Proof.
  unfold clip_setting, ref3, old3. rewrite three_success.
  split; [apply three_policy; lra|]. split; [apply three_positive; lra|].
  split; [apply three_policy; lra|]. split; [apply three_positive; lra|].
  repeat split; lra.
Qed.

(** The weights at p_old = 1/2, eps = 1/100 exceed 19/20. *)
Lemma weight_half : 19 / 20 < w_plus (/ 100) (/ 2) /\
                    w_minus (/ 100) (/ 2) = w_plus (/ 100) (/ 2).
Proof.
  unfold w_minus, w_plus, var. replace (1 - / 2) with (/ 2) by lra. split; [|lra].
  set (t := / 2 * / 2 + / 100).
  assert (sqrt t < 52 / 100).
  { rewrite <- (sqrt_square (52 / 100)) by lra. apply sqrt_lt_1; unfold t; lra. }
  assert (0 < sqrt t) by (apply sqrt_lt_R0; unfold t; lra).
  apply (Rmult_lt_reg_r (sqrt t)); [exact H0|]. unfold Rdiv at 2.
  rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(** e^(19/10) > 9/2. *)
Lemma exp_19_10 : 9 / 2 < exp (19 / 10).
Proof.
  assert (H := exp_ineq1 (19 / 40) ltac:(lra)).
  replace (19 / 10) with (19 / 40 + 19 / 40 + (19 / 40 + 19 / 40)) by field.
  rewrite !exp_plus. set (e := exp (19 / 40)) in *.
  assert (2.175 < e * e) by nra. nra.
Qed.

Lemma exp_weight_large wp :
  19 / 20 < wp -> 9 / 2 < exp (wp / / 2).
Proof.
  intros H. apply Rlt_trans with (1 := exp_19_10). apply exp_increasing.
  unfold Rdiv. rewrite Rinv_inv. lra.
Qed.

Lemma exp_weight_small wp : 19 / 20 < wp -> exp (- wp / / 2) < 2 / 9.
Proof.
  intros H. replace (- wp / / 2) with (- (wp / / 2)) by (unfold Rdiv; ring).
  rewrite exp_Ropp. replace (2 / 9) with (/ (9 / 2)) by field.
  assert (K := exp_weight_large wp H).
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra|exact K].
Qed.

Lemma exp_split wp L : exp ((wp - L) / / 2) = exp (wp / / 2) * exp (- L / / 2).
Proof. rewrite <- exp_plus. f_equal. unfold Rdiv. ring. Qed.

(** At the multiplier with e^(-L/beta) = 206/375 the formula of the explicit
    clipped policy is best3. *)
Lemma best3_formula :
  same 3 (clip_policy 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3
            (- (/ 2 * ln (206 / 375)))) best3.
Proof.
  set (L := - (/ 2 * ln (206 / 375))).
  assert (EL : exp (- L / / 2) = 206 / 375).
  { unfold L. replace (- - (/ 2 * ln (206 / 375)) / / 2) with (ln (206 / 375)) by field.
    apply exp_ln. lra. }
  destruct weight_half as [W Wm].
  assert (K := exp_weight_large _ W). assert (K' := exp_weight_small _ W).
  assert (K0 := exp_pos (- w_plus (/ 100) (/ 2) / / 2)).
  assert (S : success 3 two_correct old3 = / 2) by (unfold old3; rewrite three_success; lra).
  intros i Hi. unfold clip_policy. rewrite S.
  destruct i as [|[|[|i]]]; [| | |lia];
    unfold clip_coord, two_correct, ref3, old3, best3; simpl;
    rewrite ?Wm, !exp_split, EL.
  - rewrite (Rmax_left ((1 + / 5) * (49 / 100))) by lra. rewrite Rmin_right by lra. lra.
  - rewrite (Rmax_right ((1 + / 5) * / 100)) by lra. rewrite Rmin_right by lra. lra.
  - rewrite (Rmin_right ((1 - / 5) * / 2)) by lra. rewrite Rmax_right by lra. lra.
Qed.

Lemma best3_unique :
  unique_max 3 (policy 3) (L_clip 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3)
    (clip_policy 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3
       (- (/ 2 * ln (206 / 375)))).
Proof.
  apply clip_unique_max; [apply setting3|].
  rewrite (Rsum_ext 3 _ best3 best3_formula). unfold best3; simpl. lra.
Qed.

(** The one-dimensional formula at p_ref = p_old = 1/2 gives c+ = 3/5. *)
Lemma one_dimensional_value :
  unique_argmax (jfun (/ 100) (/ 2) (/ 5) (/ 5) (/ 2) (/ 2)) (3 / 5).
Proof.
  set (one := fun _ : nat => 1). set (half := mix first_correct (/ 2) one).
  assert (S2 : clip_setting 2 first_correct (/ 100) (/ 2) (/ 5) (/ 5) half half)
    by (apply clip_setting_mix; try lra; auto using unit_conditionals, unit_positive).
  destruct (clip_reduction 2 first_correct (/ 100) (/ 2) (/ 5) (/ 5) (/ 2) (/ 2) one)
    as [p [Hp [Ap [Up1 Up2]]]]; try lra; auto using unit_conditionals, unit_positive.
  destruct weight_half as [W Wm].
  assert (K := exp_weight_large _ W). assert (K' := exp_weight_small _ W).
  assert (E : same 2 (clip_policy 2 first_correct (/ 100) (/ 2) (/ 5) (/ 5) half half 0)
                (mix first_correct (3 / 5) one)).
  { assert (S : success 2 first_correct half = / 2)
      by (apply success_mix, unit_conditionals).
    assert (E0 : exp (- 0 / / 2) = 1).
    { replace (- 0 / / 2) with 0 by field. apply exp_0. }
    intros i Hi. unfold clip_policy. rewrite S.
    destruct i as [|[|i]]; [| |lia];
      unfold clip_coord, half, mix, one; simpl; rewrite ?Wm, !exp_split, E0.
    - rewrite (Rmax_left ((1 + / 5) * (/ 2 * 1))) by lra. rewrite Rmin_right by lra. lra.
    - rewrite (Rmin_left ((1 - / 5) * ((1 - / 2) * 1))) by lra.
      rewrite Rmax_right by lra. lra. }
  assert (M : Rsum 2 (clip_policy 2 first_correct (/ 100) (/ 2) (/ 5) (/ 5) half half 0) = 1).
  { rewrite (Rsum_ext 2 _ _ E). unfold mix, one; simpl. lra. }
  assert (U := clip_unique_max 2 first_correct (/ 100) (/ 2) (/ 5) (/ 5) half half S2 0 M).
  assert (S := Up2 _ (proj1 U)).
  assert (Ep : p = 3 / 5).
  { specialize (S O ltac:(lia)). rewrite E in S by lia.
    unfold mix, one in S; simpl in S. lra. }
  rewrite <- Ep. exact Ap.
Qed.

Lemma best3_success pc :
  maximises 3 (policy 3) (L_clip 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3) pc ->
  success 3 two_correct pc = 272 / 375.
Proof.
  intros M. rewrite (success_same 3 _ _ _ (proj2 best3_unique pc M)).
  rewrite (success_same 3 _ _ _ best3_formula). unfold best3. rewrite three_success. lra.
Qed.

(** J15 (counterexample). ref = (1/4, 1/4, 1/2), old = (49/100, 1/100, 1/2),
    r = (1, 1, 0), beta = 1/2, eps = 1/100, e = 1/5: both success
    probabilities are 1/2; a maximiser exists, every maximiser is
    (588/1000, 103/750, 206/750) with success probability 272/375, whereas the
    one-dimensional maximiser is 3/5. *)
Theorem one_dimensional_reduction_false :
  clip_setting 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3 /\
  success 3 two_correct ref3 = / 2 /\ success 3 two_correct old3 = / 2 /\
  (exists pc, maximises 3 (policy 3)
     (L_clip 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3) pc) /\
  (forall pc, maximises 3 (policy 3)
     (L_clip 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3) pc ->
     same 3 pc best3 /\ success 3 two_correct pc = 272 / 375) /\
  unique_argmax (jfun (/ 100) (/ 2) (/ 5) (/ 5) (/ 2) (/ 2)) (3 / 5) /\
  272 / 375 <> 3 / 5.
Proof.
  split; [apply setting3|].
  split; [unfold ref3; rewrite three_success; lra|].
  split; [unfold old3; rewrite three_success; lra|].
  split; [eexists; apply best3_unique|].
  split; [|split; [apply one_dimensional_value|lra]].
  intros pc M. split; [|apply best3_success, M].
  intros i Hi. rewrite <- best3_formula by exact Hi. apply best3_unique; auto.
Qed.

(** J15 (control). The two values differ by more than 0.1253, not by more
    than 0.1254. *)
Theorem one_dimensional_reduction_gap pc p :
  maximises 3 (policy 3) (L_clip 3 two_correct (/ 100) (/ 2) (/ 5) (/ 5) ref3 old3) pc ->
  unique_argmax (jfun (/ 100) (/ 2) (/ 5) (/ 5) (/ 2) (/ 2)) p ->
  1253 / 10000 < success 3 two_correct pc - p /\
  ~ 1254 / 10000 < success 3 two_correct pc - p.
Proof.
  intros M [P1 [P2 P3]]. rewrite (best3_success pc M).
  assert (E : 3 / 5 = p); [|lra].
  destruct one_dimensional_value as [Q1 [Q2 Q3]]. apply P3; [exact Q1|].
  apply Q2, P1.
Qed.
