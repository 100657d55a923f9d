(** Limits of the fixed points for a whitening factor bounded by K: beta to infinity, p_ref
    to 0, and beta to 0 when the gain tends to K fast enough (claim D10). *)

Require Import Reals Lra List.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence Folds FixedPoints.
Import ListNotations.
Open Scope R_scope.

Lemma sigma_near (x0 e : R) : 0 < e -> exists d, 0 < d /\
  forall x, Rabs (x - x0) < d -> Rabs (sigma x - sigma x0) < e.
Proof.
  intros He. destruct (sigma_continuity_pt x0 e He) as [d [Pd H]].
  unfold dist in H; simpl in H. unfold R_dist in H.
  exists d. split; [exact Pd|]. intros x Hx.
  destruct (Req_dec x x0) as [->|Q]; [rewrite Rminus_eq_0, Rabs_R0; lra|].
  apply H. split; [split; [exact I | auto] | exact Hx].
Qed.

Lemma sigma_lt_exp y : sigma y < exp y.
Proof.
  unfold sigma. rewrite exp_Ropp. pose proof (exp_pos y) as Py.
  pose proof (Rinv_0_lt_compat _ Py).
  apply (Rmult_lt_reg_r (1 + / exp y)); [lra|].
  rewrite Rinv_l by lra.
  replace (exp y * (1 + / exp y)) with (exp y + 1) by (field; lra). lra.
Qed.

Section Limits.
Variables (W dg : R -> R) (K : R).
Hypothesis HW : whitening W dg.
Hypothesis HK : forall p, 0 < p < 1 -> W p < K.
Let g := gain W.

Lemma gain_lt_bound x : g x < K.
Proof. apply HK. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

Lemma bound_pos : 0 < K.
Proof. pose proof (gain_lt_bound 0). pose proof (gain_pos W dg HW 0). unfold g in *. lra. Qed.

Lemma fixpt_near_x0 x0 beta x : 0 < beta -> fixpt (FW W x0 beta) x -> 0 < x - x0 < K / beta.
Proof.
  intros Hb E. unfold fixpt, FW in E. fold g in E.
  assert (P : 0 < g x / beta) by (apply Rdiv_lt_0_compat; [apply (gain_pos W dg HW) | exact Hb]).
  assert (L : g x / beta < K / beta).
  { apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | apply gain_lt_bound]. }
  lra.
Qed.

Lemma fixed_point_near_reference pref beta p e d : 0 < pref < 1 -> 0 < beta ->
  (forall x, Rabs (x - logit pref) < d -> Rabs (sigma x - sigma (logit pref)) < e) ->
  K / beta <= d -> fixpt (hW W pref beta) p -> Rabs (p - pref) < e.
Proof.
  intros Hp Hb Hd Hs E. destruct (fixpt_p W pref beta Hp p E) as [Ex [Hq Eq]].
  pose proof (fixpt_near_x0 _ _ _ Hb Ex) as N.
  rewrite <- Eq. rewrite <- (sigma_logit pref Hp). apply Hd. apply Rabs_def1; lra.
Qed.

(** D10, any bounded factor. beta -> oo: every fixed point tends to p_ref. *)
Theorem fixed_points_large_beta pref : 0 < pref < 1 ->
  forall e, 0 < e -> exists B, 0 < B /\ forall beta, B < beta ->
    forall p, fixpt (hW W pref beta) p -> Rabs (p - pref) < e.
Proof.
  intros Hp e Pe. destruct (sigma_near (logit pref) e Pe) as [d [Pd Hd]].
  pose proof bound_pos as PK. assert (PB : 0 < K / d) by now apply Rdiv_lt_0_compat.
  exists (K / d). split; [exact PB|]. intros beta Hb p E.
  apply (fixed_point_near_reference pref beta p e d); auto; [lra|].
  apply (Rmult_le_reg_r beta); [lra|]. unfold Rdiv at 1.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  apply (Rmult_lt_compat_l d) in Hb; [|exact Pd].
  replace (d * (K / d)) with K in Hb by (field; lra). lra.
Qed.

(** D10, any bounded factor. First order in 1 / beta, with the constant M K. *)
Theorem fixed_points_first_order M pref beta p :
  (forall x y, Rabs (g x - g y) <= M * Rabs (x - y)) -> 0 <= M ->
  0 < pref < 1 -> 0 < beta -> fixpt (hW W pref beta) p ->
  Rabs (logit p - (logit pref + g (logit pref) / beta)) <= M * K / beta ^ 2.
Proof.
  intros Lip PM Hp Hb E. destruct (fixpt_p W pref beta Hp p E) as [Ex _].
  pose proof (fixpt_near_x0 _ _ _ Hb Ex) as N. unfold fixpt, FW in Ex. fold g in Ex.
  set (x := logit p) in *. set (x0 := logit pref) in *.
  replace (x - (x0 + g x0 / beta)) with ((g x - g x0) / beta) by (unfold Rdiv in *; lra).
  unfold Rdiv at 1. rewrite Rabs_mult, (Rabs_pos_eq (/ beta))
    by (left; now apply Rinv_0_lt_compat).
  pose proof (Lip x x0) as L. rewrite (Rabs_pos_eq (x - x0)) in L by lra.
  replace (M * K / beta ^ 2) with (M * (K / beta) * / beta) by (field; lra).
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
  eapply Rle_trans; [exact L|]. apply Rmult_le_compat_l; lra.
Qed.

(** D10, any bounded factor. p_ref -> 0: every fixed point (so the largest) tends to 0. *)
Theorem fixed_points_small_reference beta : 0 < beta ->
  forall e, 0 < e -> exists d, 0 < d /\ forall pref, 0 < pref < 1 -> pref < d ->
    forall p, fixpt (hW W pref beta) p -> 0 < p < e.
Proof.
  intros Hb e Pe. set (c := K / beta). pose proof (exp_pos c) as Pc.
  assert (Pd : 0 < e * / (2 * exp c)).
  { apply Rmult_lt_0_compat; [exact Pe | apply Rinv_0_lt_compat; lra]. }
  exists (Rmin (/ 2) (e * / (2 * exp c))).
  pose proof (Rmin_l (/ 2) (e * / (2 * exp c))). pose proof (Rmin_r (/ 2) (e * / (2 * exp c))).
  split; [apply Rmin_pos; lra|]. intros pref Hp Hpd p E.
  destruct (fixpt_p W pref beta Hp p E) as [Ex [Hq Eq]].
  pose proof (fixpt_near_x0 _ _ _ Hb Ex) as N. fold c in N.
  split; [lra|]. rewrite <- Eq.
  eapply Rlt_trans; [apply sigma_lt_exp|].
  apply Rlt_trans with (exp (logit pref + c)); [apply exp_increasing; lra|].
  rewrite exp_plus, exp_logit by exact Hp.
  apply Rle_lt_trans with (2 * pref * exp c).
  - apply Rmult_le_compat_r; [lra|]. apply (Rmult_le_reg_r (1 - pref)); [lra|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    assert (pref * pref <= pref * / 2) by (apply Rmult_le_compat_l; lra). lra.
  - assert (Q : pref < e * / (2 * exp c)) by lra.
    apply (Rmult_lt_compat_r (2 * exp c)) in Q; [|lra].
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r in Q by lra. lra.
Qed.

(** * beta to 0 *)

Variable C : R.
Hypothesis HC : 0 < C.
Hypothesis Tail : forall x, K - g x <= C * exp (- (x / 2)).
Hypothesis Slope : forall x, dg x <= C * exp (- (x / 2)).
Hypothesis Sm : smoothed W dg.
Variable pref : R.
Hypothesis Hp : 0 < pref < 1.
Let x0 := logit pref.
Let k := g 0.

Let k_pos : 0 < k.
Proof. apply (gain_pos W dg HW). Qed.

Let FW_low beta x : 0 < beta -> x0 + k / beta <= FW W x0 beta x.
Proof.
  intros Hb. unfold FW. fold g. apply Rplus_le_compat_l, Rmult_le_compat_r.
  - left. now apply Rinv_0_lt_compat.
  - assert (P : forall y, 0 <= y -> k <= g y).
    { intros y [L|<-]; [left; now apply (gain_inc W dg HW); [lra|] | apply Rle_refl]. }
    destruct (Rle_lt_dec 0 x) as [Q|Q]; [now apply P|].
    unfold g. rewrite <- (gain_even W dg HW x). apply P. lra.
Qed.

(** A fixed point x satisfies exp (- x / 2) <= D beta^2. *)
Lemma exp_fixpt_small : exists D, 0 < D /\ forall beta x, 0 < beta ->
  x0 + k / beta <= x -> exp (- (x / 2)) <= D * beta ^ 2.
Proof.
  exists (exp (- (x0 / 2)) * (16 / (k * k))). split.
  { apply Rmult_lt_0_compat; [apply exp_pos | apply Rdiv_lt_0_compat; [lra|]].
    now apply Rmult_lt_0_compat. }
  intros beta x Hb Hx.
  assert (Pz : 0 < k / (4 * beta)) by (apply Rdiv_lt_0_compat; lra).
  set (z := k / (4 * beta)) in *.
  assert (Ek : k / beta = 4 * z) by (unfold z; field; lra). rewrite Ek in Hx.
  apply Rle_trans with (exp (- (x0 / 2)) * exp (- (z + z))).
  { rewrite <- exp_plus. destruct (Rle_lt_or_eq_dec (- (x / 2)) (- (x0 / 2) + - (z + z))) as [Q|Q].
    - lra.
    - left. now apply exp_increasing.
    - rewrite Q. apply Rle_refl. }
  rewrite Rmult_assoc. apply Rmult_le_compat_l; [left; apply exp_pos|].
  rewrite exp_Ropp, exp_plus.
  assert (Ez : z <= exp z) by (pose proof (exp_ineq1_le z); lra).
  apply Rle_trans with (/ (z * z)).
  - apply Rinv_le_contravar; [now apply Rmult_lt_0_compat|]. apply Rmult_le_compat; lra.
  - right. unfold z. field. lra.
Qed.

Let above beta x : 0 < beta -> fixpt (FW W x0 beta) x -> x0 + k / beta <= x.
Proof. intros Hb E. rewrite <- E. now apply FW_low. Qed.

(** D10, any such factor. beta -> 0: the fixed point is unique for small beta, and
    1 - p* ~ exp (- x0 - K / beta), which tends to 0. *)
Theorem fixed_points_small_beta :
  (exists b, 0 < b /\ forall beta, 0 < beta < b -> nfix (hW W pref beta) 1) /\
  (forall e, 0 < e -> exists b, 0 < b /\ forall beta, 0 < beta < b ->
     forall p, fixpt (hW W pref beta) p ->
       1 - p < e /\ Rabs ((1 - p) / exp (- x0 - K / beta) - 1) < e).
Proof.
  destruct exp_fixpt_small as [D [PD HD]].
  assert (PCD : 0 < C * D) by now apply Rmult_lt_0_compat.
  split.
  - exists (/ (C * D)). split; [now apply Rinv_0_lt_compat|]. intros beta [Hb Hbb].
    assert (Sl : forall x, x0 + k / beta <= x -> dg x < beta).
    { intros x Hx. eapply Rle_lt_trans; [apply Slope|].
      specialize (HD beta x Hb Hx).
      apply Rle_lt_trans with (C * (D * beta ^ 2)); [apply Rmult_le_compat_l; lra|].
      apply (Rmult_lt_compat_r (C * D)) in Hbb; [|exact PCD]. rewrite Rinv_l in Hbb by lra.
      apply (Rmult_lt_compat_r beta) in Hbb; [|exact Hb]. simpl. lra. }
    apply nfix_h_F; [exact Hp|]. fold x0.
    destruct (psi_up_right W dg beta Sm Hb x0) as [m Hm].
    destruct (psi_solve_left W dg beta HW Hb x0 m) as [a [_ Ea]].
    { left. apply Hm. lra. }
    exists [a]. split; [constructor; [easy | constructor]|]. split; [reflexivity|].
    intros x. split.
    + intros [<-|[]]. now apply fixpt_psi.
    + intros E. left.
      assert (Fa : fixpt (FW W x0 beta) a) by now apply fixpt_psi.
      pose proof (above _ _ Hb E) as L1. pose proof (above _ _ Hb Fa) as L2.
      apply fixpt_psi in E.
      assert (Inc : forall u v, x0 + k / beta <= u -> u < v -> psiW W beta u < psiW W beta v).
      { intros u v Hu Huv. apply (psi_incr_on W dg beta HW Hb); auto. intros z Hz. apply Sl. lra. }
      destruct (Rtotal_order a x) as [L|[L|L]]; [|exact L|].
      * pose proof (Inc a x L2 L). lra.
      * pose proof (Inc x a L1 L). lra.
  - intros e Pe.
    destruct (derivable_continuous_pt exp 0 (derivable_pt_exp 0) (e / 2) ltac:(lra))
      as [d [Pd Hd]].
    unfold dist in Hd; simpl in Hd. unfold R_dist in Hd.
    set (d' := Rmin 1 (Rmin (d / 2) (e / 4))).
    assert (Pd' : 0 < d') by (repeat apply Rmin_pos; lra).
    assert (D0 : d' <= 1) by apply Rmin_l.
    assert (D1 : d' <= d / 2) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_l]).
    assert (D2 : d' <= e / 4) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_r]).
    set (b := Rmin 1 (Rmin (d' / D) (d' / (C * D)))).
    assert (B0 : b <= 1) by apply Rmin_l.
    assert (B1 : b <= d' / D) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_l]).
    assert (B2 : b <= d' / (C * D)) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_r]).
    exists b. split.
    { unfold b. repeat apply Rmin_pos; try lra; now apply Rdiv_lt_0_compat. }
    intros beta [Hb Hbb] p E.
    destruct (fixpt_p W pref beta Hp p E) as [Ex [Hq Eq]]. fold x0 in Ex.
    pose proof (above _ _ Hb Ex) as L. unfold fixpt, FW in Ex. fold g in Ex.
    set (x := logit p) in *.
    pose proof (HD beta x Hb L) as Hx. pose proof (exp_pos (- (x / 2))) as Px2.
    assert (Cb1 : D * beta <= d').
    { assert (Q : beta <= d' / D) by lra. apply (Rmult_le_compat_l D) in Q; [|lra].
      replace (D * (d' / D)) with d' in Q by (field; lra). exact Q. }
    assert (Cb2 : C * D * beta <= d').
    { assert (Q : beta <= d' / (C * D)) by lra. apply (Rmult_le_compat_l (C * D)) in Q; [|lra].
      replace (C * D * (d' / (C * D))) with d' in Q by (field; lra). exact Q. }
    assert (X2 : exp (- (x / 2)) <= d').
    { eapply Rle_trans; [exact Hx|]. simpl. rewrite Rmult_1_r, <- Rmult_assoc.
      rewrite <- (Rmult_1_r d'). apply Rmult_le_compat; try lra.
      left. now apply Rmult_lt_0_compat. }
    assert (X1 : exp (- x) <= d').
    { replace (- x) with (- (x / 2) + - (x / 2)) by field. rewrite exp_plus.
      rewrite <- (Rmult_1_r d'). apply Rmult_le_compat; lra. }
    pose proof (exp_pos (- x)) as Px.
    set (t := (K - g x) / beta).
    assert (T1 : 0 <= t).
    { unfold t. apply Rdiv_le_0_compat; [|exact Hb]. pose proof (gain_lt_bound x). lra. }
    assert (T2 : t <= d').
    { unfold t. apply (Rmult_le_reg_r beta); [exact Hb|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      eapply Rle_trans; [apply Tail|].
      apply Rle_trans with (C * (D * beta ^ 2)); [apply Rmult_le_compat_l; lra|].
      replace (C * (D * beta ^ 2)) with (C * D * beta * beta) by (simpl; ring).
      apply Rmult_le_compat_r; lra. }
    assert (E1 : 1 - p = exp (- x) / (1 + exp (- x))).
    { rewrite <- Eq. unfold sigma. fold x. field. lra. }
    assert (E2 : (1 - p) / exp (- x0 - K / beta) = exp t / (1 + exp (- x))).
    { rewrite E1. replace (exp t) with (exp (- x) / exp (- x0 - K / beta)).
      - field. split; [apply Rgt_not_eq, exp_pos | lra].
      - unfold Rdiv. rewrite <- exp_Ropp, <- exp_plus. f_equal. unfold t.
        rewrite <- Ex at 1. field. lra. }
    split.
    + rewrite E1. apply Rle_lt_trans with (exp (- x)); [|lra].
      apply (Rmult_le_reg_r (1 + exp (- x))); [lra|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      assert (0 <= exp (- x) * exp (- x)) by (apply Rmult_le_pos; lra). lra.
    + rewrite E2.
      assert (X0 : Rabs (exp t - 1) < e / 2).
      { rewrite <- exp_0. destruct (Req_dec t 0) as [->|Q].
        - rewrite Rminus_eq_0, Rabs_R0. lra.
        - apply Hd. split; [split; [exact I | auto]|]. rewrite Rminus_0_r, Rabs_pos_eq; lra. }
      apply Rabs_def2 in X0.
      replace (exp t / (1 + exp (- x)) - 1) with ((exp t - 1 - exp (- x)) / (1 + exp (- x)))
        by (field; lra).
      unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ _))
        by (left; apply Rinv_0_lt_compat; lra).
      apply Rle_lt_trans with (Rabs (exp t - 1 - exp (- x)) * 1).
      * apply Rmult_le_compat_l; [apply Rabs_pos|]. rewrite <- Rinv_1.
        apply Rinv_le_contravar; lra.
      * rewrite Rmult_1_r. apply Rabs_def1; lra.
Qed.
End Limits.
