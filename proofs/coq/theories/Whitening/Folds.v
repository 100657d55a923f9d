(** The folds x1 < x2 of psi = id - g / beta, for a bounded whitening factor whose gain g has
    slopes that vanish at infinity and are taken at most twice: g' - beta is negative below
    x1, positive between, negative beyond x2, whenever beta is below the largest slope. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Whitening Require Import Recurrence.
Open Scope R_scope.

Definition psiW (W : R -> R) (beta x : R) : R := x - gain W x / beta.

(** The folds: the two solutions of g' = beta, in increasing order. *)
Definition foldsW (dg : R -> R) (beta x1 x2 : R) : Prop :=
  0 < x1 < x2 /\ dg x1 = beta /\ dg x2 = beta.

(** What the smoothed case adds. *)
Record smoothed (W dg : R -> R) : Prop := {
  sm_bounded : bounded_factor W;
  sm_twice : slopes_at_most_twice dg;
  sm_continuous : forall x, continuity_pt dg x;
  sm_far : forall beta, 0 < beta -> exists K, 0 < K /\ forall x, K < x -> dg x < beta }.

Section Psi.
Variables (W dg : R -> R) (beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Hb : 0 < beta.
Let psi := psiW W beta.

Lemma psi_derive : forall x : R, is_derive psi x (1 - dg x / beta).
Proof.
  intro x. apply is_derive_Reals. apply (derivable_pt_lim_minus id (fun x => gain W x / beta)).
  - apply derivable_pt_lim_id.
  - apply is_derive_Reals, (is_derive_scal_l (gain W) x (dg x) (/ beta)), HW.
Qed.

Lemma psi_continuity_pt : forall x, continuity_pt psi x.
Proof.
  intro x. apply continuity_pt_filterlim, (ex_derive_continuous psi). eexists. apply psi_derive.
Qed.

Lemma fixpt_psi : forall x0 x, fixpt (FW W x0 beta) x <-> psi x = x0.
Proof. intros. unfold fixpt, FW, psi, psiW. split; intros; lra. Qed.

Lemma up_iff_psi : forall x0 x, x < FW W x0 beta x <-> psi x < x0.
Proof. intros. unfold FW, psi, psiW. lra. Qed.

Let slope_vs (s : R) : (s < beta -> s / beta < 1) /\ (beta < s -> 1 < s / beta).
Proof.
  assert (E : s / beta * beta = s) by (field; lra).
  split; intro; apply Rmult_lt_reg_r with beta; lra.
Qed.

Lemma psi_incr_on : forall x y, x < y -> (forall z, x < z < y -> dg z < beta) -> psi x < psi y.
Proof.
  intros x y Hxy S. apply (increasing_on_derive _ (fun z => 1 - dg z / beta)); auto.
  - intros z _. apply psi_derive.
  - intros z Hz. assert (Z := proj1 (slope_vs (dg z)) (S z Hz)). lra.
Qed.

Lemma psi_decr_on : forall x y, x < y -> (forall z, x < z < y -> beta < dg z) -> psi y < psi x.
Proof.
  intros x y Hxy S. apply Ropp_lt_cancel.
  apply (increasing_on_derive (fun z => - psi z) (fun z => - (1 - dg z / beta))); auto.
  - intros z _. apply (is_derive_opp psi). apply psi_derive.
  - intros z Hz. assert (Z := proj2 (slope_vs (dg z)) (S z Hz)). lra.
Qed.

Lemma slope_at_0 : dg 0 <= 0.
Proof. apply Rnot_lt_le. intro N. apply (slope_sign W dg HW) in N. lra. Qed.

Lemma slope_neg : forall x, x < 0 -> dg x < 0.
Proof.
  intros x Hx. assert (P := wh_slope W dg HW (- x) ltac:(lra)).
  rewrite (slope_odd W dg HW) in P. lra.
Qed.

Lemma psi_increasing_neg : forall x y, x < y -> y <= 0 -> psi x < psi y.
Proof.
  intros x y Hxy Hy. apply psi_incr_on; [exact Hxy|]. intros z Hz.
  assert (Z := slope_neg z ltac:(lra)). lra.
Qed.

Lemma psi_below : forall x, psi x < x.
Proof. intro x. assert (Z := FW_gt W dg (psi x) beta HW Hb x). unfold FW, psi, psiW in *. lra. Qed.
End Psi.

Section Folds.
Variables (W dg : R -> R) (beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Hb : 0 < beta.
Hypothesis Sm : smoothed W dg.
Let twice := sm_twice W dg Sm.
Let dcont := sm_continuous W dg Sm.
Let at0 := slope_at_0 W dg HW.

Theorem folds_exist : forall top, 0 < top -> beta < dg top ->
  exists x1 x2, foldsW dg beta x1 x2 /\ x1 < top < x2.
Proof.
  intros top Px Ex. destruct (sm_far W dg Sm beta Hb) as [K [HK Far]].
  destruct (ivt_up dg 0 top beta) as [x1 [H1 E1]]; try lra.
  { intros. apply dcont. }
  set (X := Rmax K top + 1). assert (X1 := Rmax_l K top). assert (X2 := Rmax_r K top).
  destruct (ivt_down dg top X beta) as [x2 [H2 E2]].
  { unfold X; lra. } { intros. apply dcont. }
  { assert (dg X < beta) by (apply Far; unfold X; lra). lra. }
  assert (x1 <> 0) by (intro Q; rewrite Q in E1; lra).
  assert (x1 <> top) by (intro Q; rewrite Q in E1; lra).
  assert (x2 <> top) by (intro Q; rewrite Q in E2; lra).
  exists x1, x2. unfold foldsW. repeat split; auto; lra.
Qed.

Section Signs.
Variables x1 x2 : R.
Hypothesis Fo : foldsW dg beta x1 x2.

Lemma no_other_critical : forall x, dg x = beta -> x = x1 \/ x = x2.
Proof.
  destruct Fo as [H [E1 E2]]. intros x E.
  assert (Px : 0 < x) by (apply (slope_sign W dg HW); lra).
  destruct (Rtotal_order x x1) as [L|[Q|L]]; [|now left|].
  - exfalso. apply (twice x x1 x2); lra.
  - destruct (Rtotal_order x x2) as [L2|[Q|L2]]; [|now right|].
    + exfalso. apply (twice x1 x x2); lra.
    + exfalso. apply (twice x1 x2 x); lra.
Qed.

Lemma slope_below : forall x, x < x1 -> dg x < beta.
Proof.
  destruct Fo as [H [E1 E2]]. intros x Hx. apply Rnot_le_lt. intro N.
  assert (Px : 0 < x) by (apply (slope_sign W dg HW); lra).
  destruct (ivt_up dg 0 x beta) as [z [Hz Ez]]; try lra.
  { intros. apply dcont. }
  destruct (no_other_critical z Ez); lra.
Qed.

Lemma slope_beyond : forall x, x2 < x -> dg x < beta.
Proof.
  destruct Fo as [H [E1 E2]]. intros x Hx. apply Rnot_le_lt. intro N.
  destruct (sm_far W dg Sm beta Hb) as [K [HK Far]].
  set (X := Rmax K x + 1). assert (X1 := Rmax_l K x). assert (X2 := Rmax_r K x).
  destruct (ivt_down dg x X beta) as [z [Hz Ez]].
  { unfold X; lra. } { intros. apply dcont. }
  { assert (dg X < beta) by (apply Far; unfold X; lra). lra. }
  destruct (no_other_critical z Ez); lra.
Qed.

(** A slope below beta between the folds would repeat three times. *)
Lemma slope_between : forall x, x1 < x < x2 -> beta < dg x.
Proof.
  destruct Fo as [H [E1 E2]]. intros x Hx. apply Rnot_le_lt. intros [L|E].
  2:{ destruct (no_other_critical x E); lra. }
  assert (P := wh_slope W dg HW x ltac:(lra)). set (m := (dg x + beta) / 2).
  destruct (ivt_up dg 0 x1 m) as [z1 [H1 Q1]]; try (unfold m; lra). { intros. apply dcont. }
  destruct (ivt_down dg x1 x m) as [z2 [H2 Q2]]; try (unfold m; lra). { intros. apply dcont. }
  destruct (ivt_up dg x x2 m) as [z3 [H3 Q3]]; try (unfold m; lra). { intros. apply dcont. }
  assert (z1 <> 0) by (intro; subst z1; unfold m in *; lra).
  assert (z1 <> x1) by (intro; subst z1; unfold m in *; lra).
  assert (z2 <> x1) by (intro; subst z2; unfold m in *; lra).
  assert (z2 <> x) by (intro; subst z2; unfold m in *; lra).
  assert (z3 <> x) by (intro; subst z3; unfold m in *; lra).
  apply (twice z1 z2 z3); lra.
Qed.

(** psi on the three branches. *)
Let psi := psiW W beta.

Lemma psi_lower : forall x y, x < y -> y <= x1 -> psi x < psi y.
Proof. intros. apply (psi_incr_on W dg); auto. intros. apply slope_below. lra. Qed.

Lemma psi_middle : forall x y, x1 <= x -> x < y -> y <= x2 -> psi y < psi x.
Proof. intros. apply (psi_decr_on W dg); auto. intros. apply slope_between. lra. Qed.

Lemma psi_upper : forall x y, x2 <= x -> x < y -> psi x < psi y.
Proof. intros. apply (psi_incr_on W dg); auto. intros. apply slope_beyond. lra. Qed.
End Signs.
End Folds.
