(** F7: closed-form test for the jump, y = - x0 > b, from the folds x1 < x2 of psi
    (eps > 0), or from x1 = 2 asinh beta alone (eps = 0).  Here b is the fixed point on the
    middle branch [x1, x2] (eps = 0: on [x1, infinity)); for F0 < 0 it is the second one.
    For eps > 0 the instance W = Omega eps of [Whitening.JumpTest]. *)

Require Import Reals Lra Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Whitening Require Folds JumpTest.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Success Jump Folds.
Open Scope R_scope.

Module WFolds := GrpoProofs.Whitening.Folds.

Section Test.
Variables x0 beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Let y := - x0.

Lemma up_iff_psi : forall x, x < f x <-> psi beta eps x < x0.
Proof. intro x. unfold f, F, psi. lra. Qed.

(** F y > y at y = - x0 is the closed-form test, and means p_1 > 1 - p_ref. *)
Lemma up_iff_test : y < f y <-> 2 * beta * y < G eps y.
Proof.
  unfold f, F, y. split; intro H.
  - assert (Q : - x0 * 2 < G eps (- x0) / beta) by lra.
    apply Rmult_lt_compat_r with (r := beta) in Q; [|exact Hb].
    replace (G eps (- x0) / beta * beta) with (G eps (- x0)) in Q by (field; lra). lra.
  - assert (Q : - x0 * 2 < G eps (- x0) / beta); [|lra].
    apply Rmult_lt_reg_r with beta; [exact Hb|].
    replace (G eps (- x0) / beta * beta) with (G eps (- x0)) by (field; lra). lra.
Qed.

Lemma first_step_iff : 1 - sigma x0 < sigma (f x0) <-> y < f y.
Proof.
  rewrite <- sigma_opp, sigma_lt_iff. unfold y, f. rewrite F_opp. reflexivity.
Qed.

(** Middle branch: psi decreases from x1 on, up to x2. *)
Lemma decreasing_branch : forall x1 b, (forall u v, x1 <= u < v -> psi beta eps v < psi beta eps u) ->
  x1 <= b -> fixpt f b -> forall x, x1 <= x -> (x < f x <-> b < x).
Proof.
  intros x1 b Dec Hb1 Fb x Hx. rewrite up_iff_psi. apply fixpt_psi in Fb. split; intro H.
  - apply Rnot_le_lt. intros [L|E]; [assert (Z := Dec x b ltac:(lra)); lra | subst; lra].
  - assert (Z := Dec b x ltac:(lra)). lra.
Qed.
End Test.

(** eps = 0: the slope is sinh (x/2), increasing, and equals beta at 2 asinh beta. *)
Lemma dG_0_sinh : forall x, dG 0 x = sinh (x / 2).
Proof.
  intro x. unfold dG, GD. replace (1 + 4 * 0 * (cosh (x / 2) * cosh (x / 2))) with 1 by ring.
  rewrite sqrt_1. field.
Qed.

Lemma dG_0_increasing : forall x z, x < z -> dG 0 x < dG 0 z.
Proof.
  intros x z H. rewrite !dG_0_sinh. unfold sinh.
  assert (exp (x / 2) < exp (z / 2)) by (apply exp_increasing; lra).
  assert (exp (- (z / 2)) < exp (- (x / 2))) by (apply exp_increasing; lra). lra.
Qed.

Lemma dG_asinh : forall beta, dG 0 (2 * asinh beta) = beta.
Proof.
  intro beta. rewrite dG_0_sinh. replace (2 * asinh beta / 2) with (asinh beta) by field.
  unfold asinh, sinh.
  assert (Sq : sqrt (beta * beta + 1) * sqrt (beta * beta + 1) = beta * beta + 1) by (apply sqrt_sqrt; nra).
  assert (Pos : 0 < beta + sqrt (beta * beta + 1)).
  { assert (Q : Rabs beta < sqrt (beta * beta + 1)).
    { apply Rsqr_incrst_0; [|apply Rabs_pos | apply sqrt_pos].
      rewrite <- Rsqr_abs. unfold Rsqr. lra. }
    assert (Z := Rle_abs (- beta)). rewrite Rabs_Ropp in Z. lra. }
  rewrite exp_Ropp, exp_ln by exact Pos.
  assert (E : / (beta + sqrt (beta * beta + 1)) = sqrt (beta * beta + 1) - beta).
  { apply Rmult_eq_reg_r with (beta + sqrt (beta * beta + 1)); [|lra]. rewrite Rinv_l by lra.
    replace ((sqrt (beta * beta + 1) - beta) * (beta + sqrt (beta * beta + 1)))
      with (sqrt (beta * beta + 1) * sqrt (beta * beta + 1) - beta * beta) by ring. lra. }
  rewrite E. field.
Qed.

(** Between a lower fixed point and a fixed point of the middle branch F moves down. *)
Lemma below_middle_generic : forall x0 beta eps x1 a b,
  (forall u v, u < v <= x1 -> psi beta eps u < psi beta eps v) ->
  (forall u v, x1 <= u < v -> v <= b -> psi beta eps v < psi beta eps u) ->
  x1 <= b -> a < b -> fixpt (F x0 beta eps) a -> fixpt (F x0 beta eps) b ->
  forall x, a < x < b -> F x0 beta eps x < x.
Proof.
  intros x0 beta eps x1 a b Inc Dec Hb1 Hab Fa Fb x Hx. apply fixpt_psi in Fa. apply fixpt_psi in Fb.
  assert (a1 : a < x1).
  { apply Rnot_le_lt. intro L. assert (Z := Dec a b ltac:(lra) ltac:(lra)). lra. }
  assert (P : x0 < psi beta eps x).
  { destruct (Rle_dec x x1) as [L|L].
    - assert (Z := Inc a x ltac:(lra)). lra.
    - assert (Z := Dec x b ltac:(lra) ltac:(lra)). lra. }
  unfold F. unfold psi in P. lra.
Qed.

Theorem below_middle_fixpt : forall x0 beta eps a b, 0 < beta -> 0 <= eps ->
  fixpt (F x0 beta eps) a -> fixpt (F x0 beta eps) b -> a < b ->
  ((0 < eps /\ exists x1 x2, folds beta eps x1 x2 /\ x1 <= b <= x2) \/
   (eps = 0 /\ 2 * asinh beta <= b)) ->
  forall x, a < x < b -> F x0 beta eps x < x.
Proof.
  intros x0 beta eps a b Hb He Fa Fb Hab [[Pe [x1 [x2 [Fo Hb12]]]]|[E Hb1]].
  - apply below_middle_generic with x1; auto; try lra.
    + intros u v H. apply psi_incr_on; auto; try lra. intros z Hz.
      apply (slope_below beta eps Hb Pe x1 x2 Fo). lra.
    + intros u v H Hv. apply (WFolds.psi_middle _ _ beta (Omega_whitening eps He) Hb (Omega_smoothed eps Pe) x1 x2 Fo); lra.
  - assert (D := dG_asinh beta). subst eps.
    apply below_middle_generic with (2 * asinh beta); auto; try lra.
    + intros u v H. apply psi_incr_on; auto; try lra. intros z Hz. rewrite <- D.
      apply dG_0_increasing. lra.
    + intros u v H Hv. apply psi_decr_on; auto; try lra. intros z Hz. rewrite <- D at 1.
      apply dG_0_increasing. lra.
Qed.

(** For F0 < 0 the second fixed point b lies on the middle branch: the folds exist as soon
    as b does (eps > 0), and x1 <= b <= x2. *)
Theorem second_fixpt_on_middle_branch : forall x0 beta eps a b, 0 < beta -> 0 < eps ->
  fixpt (F x0 beta eps) a -> a < 0 -> next_fixpt (F x0 beta eps) a b ->
  exists x1 x2, folds beta eps x1 x2 /\ x1 <= b <= x2.
Proof.
  intros x0 beta eps a b Hb Pe Fa Ha Nb. assert (He : 0 <= eps) by lra.
  assert (HM : beta < Meps eps).
  { apply Rnot_le_lt. intro L. assert (N := Nb). destruct N as [Fb [Hab _]].
    apply fixpt_psi in Fa. apply fixpt_psi in Fb.
    assert (Q := G_lipschitz_up eps Pe a b Hab).
    assert (Meps eps * (b - a) <= beta * (b - a)) by (apply Rmult_le_compat_r; lra).
    assert (E : G eps b - G eps a = beta * (b - a)).
    { replace (b - a) with (G eps b / beta - G eps a / beta) by (unfold psi in *; lra). field. lra. }
    lra. }
  destruct (folds_exist beta eps Hb Pe HM) as [x1 [x2 [Fo _]]]. exists x1, x2. split; [exact Fo|].
  exact (GrpoProofs.Whitening.JumpTest.second_fixpt_on_middle_branch (Omega eps) (dG eps) x0 beta
    a b x1 x2 (Omega_whitening eps He) (Omega_smoothed eps Pe) Hb Fo Fa Ha Nb).
Qed.

(** F7, eps > 0. Let y = - x0, x1 < x2 the folds, b the fixed point with x1 <= b <= x2.
    Jump (y > b) iff y > x2, or x1 < y <= x2 and G y > 2 beta y. With c >= x2 the upper fixed
    point (it exists): p_1 > 1 - p_ref and y > x1 iff b < y < c; hence jump iff y > x2, or
    y > x1 and p_1 > 1 - p_ref. *)
Theorem jump_test : forall pref beta eps x1 x2 b, 0 < pref < 1 -> 0 < beta -> 0 < eps ->
  let x0 := logit pref in let y := - x0 in
  folds beta eps x1 x2 -> x1 <= b <= x2 -> fixpt (F x0 beta eps) b ->
  (b < y <-> (x2 < y \/ (x1 < y <= x2 /\ 2 * beta * y < G eps y))) /\
  (exists c, x2 <= c /\ fixpt (F x0 beta eps) c /\
     (1 - pref < h pref beta eps pref /\ x1 < y <-> b < y < c)) /\
  (b < y <-> (x2 < y \/ (x1 < y /\ 1 - pref < h pref beta eps pref))).
Proof.
  intros pref beta eps x1 x2 b Hp Hb Pe x0 y Fo Hb12 Fb.
  exact (GrpoProofs.Whitening.JumpTest.jump_test (Omega eps) (dG eps) pref beta
    (Omega_whitening eps (Rlt_le _ _ Pe)) (Omega_smoothed eps Pe) Hp Hb x1 x2 b Fo Hb12 Fb).
Qed.

(** F7, eps = 0: x1 = 2 asinh beta and no upper fold; b is the fixed point >= x1. Jump iff
    y > x1 and beta y < cosh (y/2), equivalently y > x1 and p_1 > 1 - p_ref. *)
Theorem jump_test_unsmoothed : forall pref beta b, 0 < pref < 1 -> 0 < beta ->
  let x0 := logit pref in let y := - x0 in let x1 := 2 * asinh beta in
  x1 <= b -> fixpt (F x0 beta 0) b -> 
  dG 0 x1 = beta /\
  (b < y <-> (x1 < y /\ beta * y < cosh (y / 2))) /\
  (b < y <-> (x1 < y /\ 1 - pref < h pref beta 0 pref)).
Proof.
  intros pref beta b Hp Hb x0 y x1 Hb1 Fb.
  assert (E1 : dG 0 x1 = beta) by apply dG_asinh.
  assert (Dec : forall u v, x1 <= u < v -> psi beta 0 v < psi beta 0 u).
  { intros u v H. apply psi_decr_on; try lra. intros z Hz. rewrite <- E1. apply dG_0_increasing. lra. }
  assert (J := decreasing_branch x0 beta 0 x1 b Dec Hb1 Fb).
  assert (T := up_iff_test x0 beta 0 Hb). fold y in T.
  assert (G0 : G 0 y = 2 * cosh (y / 2)).
  { rewrite G_closed by lra. replace (1 + 4 * 0 * (cosh (y / 2) * cosh (y / 2))) with 1 by ring.
    rewrite sqrt_1. field. }
  rewrite G0 in T.
  assert (S : 1 - pref < h pref beta 0 pref <-> y < F x0 beta 0 y).
  { unfold y. rewrite <- first_step_iff. unfold x0.
    rewrite sigma_F, sigma_logit by assumption. reflexivity. }
  split; [exact E1|]. split.
  - split.
    + intro H. split; [lra|]. assert (Z := proj1 T (proj2 (J y ltac:(lra)) H)). lra.
    + intros [H1 H2]. apply J; [lra|]. apply T. lra.
  - rewrite S. split.
    + intro H. split; [lra|]. apply J; lra.
    + intros [H1 H2]. apply J; [lra | exact H2].
Qed.
