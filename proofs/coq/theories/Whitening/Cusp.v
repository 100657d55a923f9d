(** The cusp for any smoothed whitening factor whose gain has its largest slope M = g' top
    at one point top > 0 only: the folds lie on both sides of top, and the two saddle-node
    branches meet at beta = M, x = top, x0 = top - g top / M. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence Folds FixedPoints.
Open Scope R_scope.

(** The slope has its strict maximum at top. *)
Definition peak (dg : R -> R) (top : R) : Prop := 0 < top /\ forall x, x <> top -> dg x < dg top.

Section Cusp.
Variables (W dg : R -> R) (top : R).
Hypothesis HW : whitening W dg.
Hypothesis Pk : peak dg top.
Let M := dg top.
Let Ptop : 0 < top := proj1 Pk.
Let Max : forall x, x <> top -> dg x < M := proj2 Pk.

Lemma peak_pos : 0 < M.
Proof. now apply (wh_slope W dg HW). Qed.

(** For beta >= M, psi is strictly increasing. *)
Lemma psi_increasing_from_peak beta : M <= beta -> forall x y, x < y -> psiW W beta x < psiW W beta y.
Proof.
  intros HM. pose proof peak_pos as PM.
  assert (Side : forall x y, x < y -> y <= top \/ top <= x -> psiW W beta x < psiW W beta y).
  { intros x y Hxy Hs. apply (psi_incr_on W dg beta HW ltac:(lra) x y Hxy).
    intros z Hz. assert (Hn : z <> top) by lra. specialize (Max z Hn). lra. }
  intros x y Hxy. destruct (Rle_lt_dec y top) as [L|L]; [apply Side; [exact Hxy | now left]|].
  destruct (Rle_lt_dec top x) as [Q|Q]; [apply Side; [exact Hxy | now right]|].
  apply Rlt_trans with (psiW W beta top); apply Side; lra.
Qed.

Definition x0_peak : R := psiW W (dg top) top.

Hypothesis Sm : smoothed W dg.

Lemma folds_around_peak beta x1 x2 : 0 < beta -> beta < M -> foldsW dg beta x1 x2 -> x1 < top < x2.
Proof.
  intros Hb Hm Hf. pose proof Hf as [Hx [E1 E2]]. split.
  - destruct (Rtotal_order x1 top) as [L|[L|L]]; [exact L| |].
    + subst x1. fold M in E1. lra.
    + pose proof (slope_below W dg beta HW Hb Sm x1 x2 Hf top L). fold M in H. lra.
  - destruct (Rtotal_order top x2) as [L|[L|L]]; [exact L| |].
    + rewrite <- L in E2. fold M in E2. lra.
    + pose proof (slope_beyond W dg beta HW Hb Sm x1 x2 Hf top L). fold M in H. lra.
Qed.

(** Every fold value lies below the cusp value. *)
Lemma fold_below_peak beta x1 x2 : 0 < beta -> beta < M -> foldsW dg beta x1 x2 ->
  psiW W beta x1 < x0_peak.
Proof.
  intros Hb Hm Hf. destruct (folds_around_peak _ _ _ Hb Hm Hf) as [H1 _].
  apply Rlt_trans with (psiW W M x1).
  - unfold psiW. pose proof (gain_pos W dg HW x1) as Pg.
    assert (gain W x1 * / M < gain W x1 * / beta); [|unfold Rdiv; lra].
    apply Rmult_lt_compat_l; [exact Pg|]. apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
  - unfold x0_peak. fold M. apply psi_increasing_from_peak; [apply Rle_refl | exact H1].
Qed.

(** D7, any such factor. The saddle-node branches (x1, psi x1), (x2, psi x2) exist for
    beta < M and meet at (top, x0_peak) as beta tends to M. *)
Theorem branches_meet : forall e, 0 < e -> exists d, 0 < d /\
  forall beta, 0 < beta -> M - d < beta < M ->
  exists x1 x2, foldsW dg beta x1 x2 /\
    Rabs (x1 - top) < e /\ Rabs (x2 - top) < e /\
    Rabs (psiW W beta x1 - x0_peak) < e /\ Rabs (psiW W beta x2 - x0_peak) < e.
Proof.
  intros e Hpe. pose proof peak_pos as HM. set (g := gain W top).
  assert (HG : 0 < g) by apply (gain_pos W dg HW).
  set (e' := e / 8).
  assert (Hu : dg (top - e') < M) by (apply Max; unfold e'; lra).
  assert (Hv : dg (top + e') < M) by (apply Max; unfold e'; lra).
  set (d1 := Rmin (M - dg (top - e')) (M - dg (top + e'))).
  set (d2 := Rmin (M / 2) (e * (M * M) / (8 * g))).
  assert (P2 : 0 < e * (M * M) / (8 * g))
    by (apply Rdiv_lt_0_compat; [repeat apply Rmult_lt_0_compat|]; lra).
  assert (L1 : d1 <= M - dg (top - e')) by apply Rmin_l.
  assert (L2 : d1 <= M - dg (top + e')) by apply Rmin_r.
  assert (L3 : d2 <= M / 2) by apply Rmin_l.
  assert (L4 : d2 <= e * (M * M) / (8 * g)) by apply Rmin_r.
  assert (P1 : 0 < d1) by (apply Rmin_pos; lra).
  assert (P3 : 0 < d2) by (apply Rmin_pos; lra).
  exists (Rmin d1 d2). pose proof (Rmin_l d1 d2). pose proof (Rmin_r d1 d2).
  split; [now apply Rmin_pos|]. intros beta Hb [Hb1 Hb2].
  destruct (folds_exist W dg beta HW Hb Sm top Ptop Hb2) as [x1 [x2 [Hf Hc]]].
  exists x1, x2. split; [exact Hf|].
  assert (X1 : top - e' < x1).
  { destruct (Rlt_le_dec (top - e') x1) as [Q|[Q|Q]]; [exact Q| |].
    - assert (beta < dg (top - e')); [|lra].
      apply (slope_between W dg beta HW Hb Sm x1 x2 Hf). unfold e' in *. lra.
    - destruct Hf as [_ [E _]]. rewrite Q in E. lra. }
  assert (X2 : x2 < top + e').
  { destruct (Rlt_le_dec x2 (top + e')) as [Q|[Q|Q]]; [exact Q| |].
    - assert (beta < dg (top + e')); [|lra].
      apply (slope_between W dg beta HW Hb Sm x1 x2 Hf). unfold e' in *. lra.
    - destruct Hf as [_ [_ E]]. rewrite <- Q in E. lra. }
  assert (U : psiW W beta x1 < x0_peak) by (eapply fold_below_peak; eauto).
  pose proof (folds_psi W dg beta HW Sm Hb x1 x2 Hf) as Up.
  assert (Lo : x0_peak - e < psiW W beta x2).
  { unfold x0_peak, psiW. fold M g.
    assert (Gv : gain W x2 <= g + M * e').
    { pose proof (psi_increasing_from_peak M (Rle_refl _) top x2 (proj2 Hc)) as Z.
      unfold psiW in Z. fold g in Z.
      assert (Q : (gain W x2 - g) / M < e') by (unfold Rdiv in *; lra).
      apply (Rmult_lt_compat_r M) in Q; [|exact HM].
      replace ((gain W x2 - g) / M * M) with (gain W x2 - g) in Q by (field; lra). lra. }
    assert (B1 : gain W x2 / beta <= (g + M * e') / beta).
    { apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | exact Gv]. }
    assert (B2 : M * e' / beta <= 2 * e').
    { apply (Rmult_le_reg_r beta); [exact Hb|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      assert (M / 2 * e' <= beta * e') by (apply Rmult_le_compat_r; unfold e'; lra). lra. }
    assert (B3 : g / beta - g / M <= e / 4).
    { replace (g / beta - g / M) with (g * (M - beta) / (beta * M)) by (field; lra).
      assert (Pbm : 0 < beta * M) by (apply Rmult_lt_0_compat; lra).
      apply (Rmult_le_reg_r (beta * M)); [exact Pbm|]. unfold Rdiv at 1.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      assert (g * (M - beta) <= g * (e * (M * M) / (8 * g)))
        by (apply Rmult_le_compat_l; lra).
      replace (g * (e * (M * M) / (8 * g))) with (e * (M * M) / 8) in * by (field; lra).
      assert (M / 2 * M <= beta * M) by (apply Rmult_le_compat_r; lra).
      assert (e * (M / 2 * M) <= e * (beta * M)) by (apply Rmult_le_compat_l; lra).
      lra. }
    replace ((g + M * e') / beta) with (g / beta + M * e' / beta) in B1 by (field; lra).
    unfold e' in *. lra. }
  unfold e' in *.
  repeat split; apply Rabs_def1; lra.
Qed.
End Cusp.

(** * The degenerate point *)

Section Degenerate.
Variables (W dg d2g : R -> R) (top : R).
Hypothesis HW : whitening W dg.
Hypothesis Ptop : 0 < top.
Hypothesis D2 : forall x, is_derive dg x (d2g x).
Hypothesis Z2 : forall x, 0 < x -> (d2g x = 0 <-> x = top).

Lemma two_derivatives x0 beta x : 0 < beta ->
  Derive (FW W x0 beta) x = dg x / beta /\ Derive (Derive (FW W x0 beta)) x = d2g x / beta.
Proof.
  intros Hb. assert (D1 : forall y, Derive (FW W x0 beta) y = dg y / beta)
    by (intros; now apply is_derive_unique, (FW_derive W dg)).
  split; [apply D1|]. rewrite (Derive_ext _ _ x D1). apply is_derive_unique.
  apply (is_derive_scal_l dg x (d2g x) (/ beta)), D2.
Qed.

Lemma ratio_zero y beta : 0 < beta -> (y / beta = 0 <-> y = 0).
Proof.
  intros Hb. split; intros E; [|rewrite E; unfold Rdiv; ring].
  apply (Rmult_eq_compat_r beta) in E. unfold Rdiv in E.
  rewrite Rmult_assoc, Rinv_l in E by lra. lra.
Qed.

(** D7, any such factor. F has a fixed point with F' = 1 and F'' = 0 only for beta = g' top,
    x = top and x0 = top - g top / g' top. *)
Theorem cusp_point x0 beta x : 0 < beta ->
  (fixpt (FW W x0 beta) x /\ Derive (FW W x0 beta) x = 1 /\ Derive (Derive (FW W x0 beta)) x = 0) <->
  (beta = dg top /\ x = top /\ x0 = x0_peak W dg top).
Proof.
  intros Hb. destruct (two_derivatives x0 beta x Hb) as [-> ->].
  rewrite (fixpt_psi W beta x0 x), ratio_zero by exact Hb.
  rewrite (slope_one_iff dg beta Hb x). unfold x0_peak. split.
  - intros [Ef [E1 E2]].
    assert (Hx : 0 < x) by (apply (slope_sign W dg HW); lra).
    apply Z2 in E2; [|exact Hx]. subst x. rewrite E1. auto.
  - intros [-> [-> ->]]. split; [reflexivity|]. split; [reflexivity|]. now apply Z2.
Qed.

(** D6, any such factor. Away from the cusp a saddle-node is non-degenerate. *)
Theorem saddle_node_nondegenerate x0 beta x : 0 < beta ->
  Derive (FW W x0 beta) x = 1 -> x <> top -> Derive (Derive (FW W x0 beta)) x <> 0.
Proof.
  intros Hb. destruct (two_derivatives x0 beta x Hb) as [-> ->].
  rewrite (slope_one_iff dg beta Hb x), ratio_zero by exact Hb. intros E1 Hx E2. apply Hx, Z2.
  - apply (slope_sign W dg HW). lra.
  - exact E2.
Qed.
End Degenerate.
