(** The folds x1 < x2 of psi for eps > 0 and beta < M_eps: G' - beta is negative below x1,
    positive between, negative beyond x2.  Existence by intermediate values around the
    maximum of G'; signs from the fact that psi has at most two critical points. *)

Require Import Reals Lra Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Jump.
Open Scope R_scope.

(** The folds: the two solutions of G' = beta, in increasing order. *)
Definition folds (beta eps x1 x2 : R) : Prop :=
  0 < x1 < x2 /\ dG eps x1 = beta /\ dG eps x2 = beta.

Lemma dG_continuity_pt : forall eps, 0 <= eps -> forall x, continuity_pt (dG eps) x.
Proof.
  intros eps He x. apply continuity_pt_filterlim.
  apply (ex_derive_continuous (dG eps)). unfold dG, GD, sinh, cosh. auto_derive.
  assert (P := GD_pos eps He x). assert (Q := sqrt_GD_pos eps He x).
  unfold GD, cosh in P, Q. repeat split; auto; try lra.
  - apply Rgt_not_eq, Rmult_lt_0_compat; assumption.
Qed.

Lemma dG_small_far : forall eps beta, 0 < eps -> 0 < beta -> exists K, 0 < K /\ forall x, K < x -> dG eps x < beta.
Proof.
  intros eps beta Pe Hb. assert (He : 0 <= eps) by lra.
  set (k := / (4 * eps * beta)). assert (Pk : 0 < k) by (apply Rinv_0_lt_compat; repeat apply Rmult_lt_0_compat; lra).
  exists (4 * k). split; [lra|]. intros x Hx.
  assert (C : k < cosh (x / 2)).
  { unfold cosh. assert (Z := exp_ineq1_le (x / 2)). assert (Z2 := exp_pos (- (x / 2))). lra. }
  assert (C1 := cosh_ge_1 (x / 2)).
  assert (S : sinh (x / 2) < cosh (x / 2)) by (unfold sinh, cosh; assert (Z := exp_pos (- (x / 2))); lra).
  assert (P := GD_ge_1 eps He x). assert (Q : 1 <= sqrt (GD eps x)) by (rewrite <- sqrt_1; apply sqrt_le_1; lra).
  unfold dG. apply Rmult_lt_reg_r with (GD eps x * sqrt (GD eps x)); [nra|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra.
  assert (E : 4 * eps * beta * k = 1) by (unfold k; field; lra).
  assert (D : cosh (x / 2) <= beta * GD eps x).
  { unfold GD. assert (4 * eps * beta * k * cosh (x / 2) <= 4 * eps * beta * (cosh (x / 2) * cosh (x / 2))).
    { rewrite !Rmult_assoc. repeat (apply Rmult_le_compat_l; [lra|]). nra. }
    rewrite E in H. nra. }
  assert (beta * GD eps x <= beta * (GD eps x * sqrt (GD eps x))).
  { apply Rmult_le_compat_l; [lra|]. nra. }
  lra.
Qed.

Section Folds.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis Pe : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Pe.

Theorem folds_exist : beta < Meps eps -> exists x1 x2, folds beta eps x1 x2 /\ x1 < xcusp eps < x2.
Proof.
  intro HM. assert (Px := xcusp_pos eps Pe). assert (Ex := dG_xcusp eps Pe).
  destruct (dG_small_far eps beta Pe Hb) as [K [HK Far]].
  destruct (ivt_up (dG eps) 0 (xcusp eps) beta) as [x1 [H1 E1]]; try lra.
  { intros. now apply dG_continuity_pt. } { rewrite dG_0 by exact He. lra. }
  set (X := Rmax K (xcusp eps) + 1). assert (X1 := Rmax_l K (xcusp eps)). assert (X2 := Rmax_r K (xcusp eps)).
  destruct (ivt_down (dG eps) (xcusp eps) X beta) as [x2 [H2 E2]].
  { unfold X; lra. } { intros. now apply dG_continuity_pt. }
  { assert (dG eps X < beta) by (apply Far; unfold X; lra). lra. }
  assert (x1 <> 0) by (intro Q; rewrite Q, dG_0 in E1 by exact He; lra).
  assert (x1 <> xcusp eps) by (intro Q; rewrite Q in E1; lra).
  assert (x2 <> xcusp eps) by (intro Q; rewrite Q in E2; lra).
  exists x1, x2. unfold folds. repeat split; auto; lra.
Qed.

Section Signs.
Variables x1 x2 : R.
Hypothesis Fo : folds beta eps x1 x2.

Lemma no_other_critical : forall x, dG eps x = beta -> x = x1 \/ x = x2.
Proof.
  destruct Fo as [H [E1 E2]]. intros x E. apply NNPP. intro N.
  assert (x <> x1) by tauto. assert (x <> x2) by tauto.
  destruct (Rtotal_order x x1) as [L|[Q|L]]; [|contradiction|].
  - apply (critical_at_most_two beta eps Hb He x x1 x2); auto; lra.
  - destruct (Rtotal_order x x2) as [L2|[Q|L2]]; [|contradiction|].
    + apply (critical_at_most_two beta eps Hb He x1 x x2); auto; lra.
    + apply (critical_at_most_two beta eps Hb He x1 x2 x); auto; lra.
Qed.

Lemma slope_below : forall x, x < x1 -> dG eps x < beta.
Proof.
  destruct Fo as [H [E1 E2]]. intros x Hx. apply Rnot_le_lt. intro N.
  assert (Px : 0 < x) by (apply (dG_pos_inv eps He); lra).
  destruct (ivt_up (dG eps) 0 x beta) as [z [Hz Ez]]; try lra.
  { intros. now apply dG_continuity_pt. } { rewrite dG_0 by exact He. lra. }
  destruct (no_other_critical z Ez); lra.
Qed.

Lemma slope_beyond : forall x, x2 < x -> dG eps x < beta.
Proof.
  destruct Fo as [H [E1 E2]]. intros x Hx. apply Rnot_le_lt. intro N.
  destruct (dG_small_far eps beta Pe Hb) as [K [HK Far]].
  set (X := Rmax K x + 1). assert (X1 := Rmax_l K x). assert (X2 := Rmax_r K x).
  destruct (ivt_down (dG eps) x X beta) as [z [Hz Ez]].
  { unfold X; lra. } { intros. now apply dG_continuity_pt. }
  { assert (dG eps X < beta) by (apply Far; unfold X; lra). lra. }
  destruct (no_other_critical z Ez); lra.
Qed.

(** Between the folds the slope exceeds beta: the cubic in w = GD changes sign there. *)
Lemma slope_between : forall x, x1 < x < x2 -> beta < dG eps x.
Proof.
  destruct Fo as [H [E1 E2]]. intros x Hx.
  assert (P := GD_pos eps He x). assert (Q := sqrt_GD_pos eps He x).
  assert (Sq : sqrt (GD eps x) * sqrt (GD eps x) = GD eps x) by (apply sqrt_sqrt; lra).
  assert (Px : 0 < dG eps x) by (apply dG_pos; lra).
  apply Rsqr_incrst_0; [|lra|lra]. unfold Rsqr.
  assert (C := cosh_sqr (x / 2)). fold (csq x) in C.
  assert (D2 : dG eps x * dG eps x = (csq x - 1) / (GD eps x * GD eps x * GD eps x)).
  { replace (csq x - 1) with (sinh (x / 2) * sinh (x / 2)) by lra. unfold dG.
    rewrite <- Sq at 5. field. lra. }
  rewrite D2. apply Rmult_lt_reg_r with (GD eps x * GD eps x * GD eps x); [repeat apply Rmult_lt_0_compat; lra|].
  replace ((csq x - 1) / (GD eps x * GD eps x * GD eps x) * (GD eps x * GD eps x * GD eps x))
    with (csq x - 1) by (field; lra).
  assert (K := critical_pair beta eps Hb He x1 x2 E1 E2 ltac:(lra)). cbv beta zeta in K.
  assert (Q1 := critical_equation beta eps He x1 E1).
  assert (C1 := csq_increasing x1 x ltac:(lra) ltac:(lra)).
  assert (C2 := csq_increasing x x2 ltac:(lra) ltac:(lra)).
  change (GD eps x) with (1 + 4 * eps * csq x).
  set (k := beta * beta) in *. assert (Pk : 0 < k) by (unfold k; nra).
  assert (D1 : 1 <= csq x1) by (unfold csq; assert (Z := cosh_ge_1 (x1 / 2)); nra).
  revert K Q1 C1 C2 D1. generalize (csq x1) (csq x) (csq x2). clearbody k. clear - Pk Pe.
  intros c1 c c2 K Q1 C1 C2 D1.
  set (w1 := 1 + 4 * eps * c1) in *. set (w := 1 + 4 * eps * c). set (w2 := 1 + 4 * eps * c2) in *.
  assert (W1 : w1 < w) by (unfold w1, w; nra). assert (W2 : w < w2) by (unfold w, w2; nra).
  assert (P1 : 0 < w1) by (unfold w1; nra).
  (* (c - 1) - k w^3 = (c - c1) (1 - 4 eps k (w^2 + w w1 + w1^2)), and the bracket is positive *)
  assert (E : (c - 1) - k * (w * w * w) = (c - c1) * (1 - 4 * eps * k * (w1 * w1 + w1 * w + w * w))).
  { replace (c - 1) with ((c - c1) + (c1 - 1)) by ring. rewrite Q1. unfold w, w1. ring. }
  assert (M : w1 * w1 + w1 * w + w * w < w1 * w1 + w1 * w2 + w2 * w2) by nra.
  assert (B : 4 * eps * k * (w1 * w1 + w1 * w + w * w) < 1).
  { rewrite K. apply Rmult_lt_compat_l; [|exact M]. repeat apply Rmult_lt_0_compat; lra. }
  assert (0 < (c - c1) * (1 - 4 * eps * k * (w1 * w1 + w1 * w + w * w))) by (apply Rmult_lt_0_compat; lra).
  lra.
Qed.
End Signs.
End Folds.

(** psi on the three branches. *)
Section Branches.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.

Lemma psi_incr_on : forall x y, x < y -> (forall z, x < z < y -> dG eps z < beta) ->
  psi beta eps x < psi beta eps y.
Proof.
  intros x y Hxy S. apply (increasing_on_derive _ (fun z => 1 - dG eps z / beta)); auto.
  - intros z _. now apply psi_derive.
  - intros z Hz. specialize (S z Hz). assert (dG eps z / beta < 1); [|lra].
    apply Rmult_lt_reg_r with beta; [exact Hb|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma psi_decr_on : forall x y, x < y -> (forall z, x < z < y -> beta < dG eps z) ->
  psi beta eps y < psi beta eps x.
Proof.
  intros x y Hxy S.
  assert (Z : - psi beta eps x < - psi beta eps y); [|lra].
  apply (increasing_on_derive (fun z => - psi beta eps z) (fun z => - (1 - dG eps z / beta))); auto.
  - intros z _. apply (is_derive_opp (psi beta eps)). now apply psi_derive.
  - intros z Hz. specialize (S z Hz). assert (1 < dG eps z / beta); [|lra].
    apply Rmult_lt_reg_r with beta; [exact Hb|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.
End Branches.
