(** Where three fixed points exist, for any smoothed whitening factor with a strict maximum
    of the slope: for free beta and p_ref always; for fixed p_ref exactly below the cusp. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence Folds FixedPoints Cusp.
Open Scope R_scope.

Lemma ratio_lt_1 y beta : 0 < beta -> y < beta -> y / beta < 1.
Proof.
  intros Hb H. apply (Rmult_lt_reg_r beta); [exact Hb|]. unfold Rdiv.
  rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma ratio_gt_1 y beta : 0 < beta -> beta < y -> 1 < y / beta.
Proof.
  intros Hb H. apply (Rmult_lt_reg_r beta); [exact Hb|]. unfold Rdiv.
  rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Section Multistability.
Variables (W dg : R -> R) (top : R).
Hypothesis HW : whitening W dg.
Hypothesis Sm : smoothed W dg.
Hypothesis Pk : peak dg top.
Let M := dg top.
Let Ptop : 0 < top := proj1 Pk.
Let Max : forall x, x <> top -> dg x < M := proj2 Pk.
Let dcont := sm_continuous W dg Sm.

Lemma three_need_small_beta pref beta : 0 < pref < 1 -> 0 < beta ->
  nfix (hW W pref beta) 3 -> beta < M.
Proof.
  intros Hp Hb N. destruct (Rlt_le_dec beta M) as [Q|Q]; [exact Q|].
  pose proof (one_fixed_point W dg beta HW Sm Hb
    (psi_increasing_from_peak W dg top HW Pk beta Q) pref Hp) as N1.
  pose proof (nfix_unique _ _ _ N N1). discriminate.
Qed.

(** D8, any such factor. For every beta < M three fixed points exist exactly for x0 in the
    non-empty interval (psi x2, psi x1). *)
Theorem multistability_for_small_beta beta : 0 < beta < M ->
  exists x1 x2, foldsW dg beta x1 x2 /\ psiW W beta x2 < psiW W beta x1 /\
    (forall pref, 0 < pref < 1 -> (nfix (hW W pref beta) 3 <->
       psiW W beta x2 < logit pref < psiW W beta x1)) /\
    (exists pref, 0 < pref < 1 /\ nfix (hW W pref beta) 3).
Proof.
  intros [Hb Hm]. destruct (folds_exist W dg beta HW Hb Sm top Ptop Hm) as [x1 [x2 [Hf _]]].
  pose proof (folds_psi W dg beta HW Sm Hb x1 x2 Hf) as Hp.
  assert (N : forall pref, 0 < pref < 1 -> (nfix (hW W pref beta) 3 <->
       psiW W beta x2 < logit pref < psiW W beta x1)).
  { intros pref Hq. rewrite <- nfix_h_F by exact Hq.
    apply (nfix_cases W dg beta HW Sm Hb x1 x2 Hf). }
  exists x1, x2. split; [exact Hf|]. split; [exact Hp|]. split; [exact N|].
  set (m := (psiW W beta x1 + psiW W beta x2) / 2). exists (sigma m).
  assert (Hq : 0 < sigma m < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  split; [exact Hq|]. apply N; [exact Hq|]. rewrite logit_sigma. unfold m. lra.
Qed.

(** D8, any such factor. For x0 just below psi x1 the lowest and the highest of the three
    fixed points attract. *)
Theorem bistable_below_the_fold beta x1 x2 : 0 < beta -> foldsW dg beta x1 x2 ->
  exists d, 0 < d /\ forall x0, psiW W beta x1 - d < x0 < psiW W beta x1 ->
  exists a b c, a < x1 < b /\ b < x2 < c /\
    (forall x, fixpt (FW W x0 beta) x <-> x = a \/ x = b \/ x = c) /\
    0 < dg a / beta < 1 /\ 1 < dg b / beta /\ 0 < dg c / beta < 1.
Proof.
  intros Hb Hf. pose proof (folds_psi W dg beta HW Sm Hb x1 x2 Hf) as Hp.
  pose proof Hf as [[P1 P2] _].
  pose proof (psi_lower W dg beta HW Hb Sm x1 x2 Hf 0 x1 P1 ltac:(lra)) as Hp0.
  set (m := Rmax (psiW W beta 0) (psiW W beta x2)).
  assert (M1 : psiW W beta 0 <= m) by apply Rmax_l.
  assert (M2 : psiW W beta x2 <= m) by apply Rmax_r.
  assert (Mm : m < psiW W beta x1) by (apply Rmax_lub_lt; assumption).
  exists (psiW W beta x1 - m). split; [lra|]. intros x0 Hx.
  destruct (three_fixpts W dg beta HW Sm Hb x1 x2 Hf x0) as [a [b [c [H1 [H2 E]]]]]; [lra|].
  exists a, b, c. split; [exact H1|]. split; [exact H2|].
  split; [intros x; rewrite fixpt_psi; apply E|].
  assert (Ea : psiW W beta a = x0) by (apply E; auto).
  assert (Pa : 0 < a).
  { destruct (Rle_lt_dec a 0) as [Q|Q]; [|exact Q].
    assert (psiW W beta a <= psiW W beta 0); [|lra].
    destruct Q as [Q|Q]; [left; apply (psi_increasing_neg W dg beta HW Hb); lra | rewrite Q; lra]. }
  pose proof (slope_below W dg beta HW Hb Sm x1 x2 Hf a ltac:(lra)) as Sa.
  pose proof (slope_between W dg beta HW Hb Sm x1 x2 Hf b ltac:(lra)) as Sb.
  pose proof (slope_beyond W dg beta HW Hb Sm x1 x2 Hf c ltac:(lra)) as Sc.
  pose proof (wh_slope W dg HW a Pa). pose proof (wh_slope W dg HW c ltac:(lra)).
  repeat split; try (apply Rdiv_lt_0_compat; lra); try now apply ratio_lt_1.
  now apply ratio_gt_1.
Qed.

Let phi (x : R) : R := x - gain W x / dg x.

Lemma phi_low x0 : exists y, 0 < y < top /\ phi y <= x0.
Proof.
  set (m := Rmin 1 (top / 2)).
  assert (M2 : m <= top / 2) by apply Rmin_r. assert (M1 : m <= 1) by apply Rmin_l.
  assert (M0 : 0 < m) by (apply Rmin_pos; lra).
  set (g0 := gain W 0). assert (Pg0 : 0 < g0) by apply (gain_pos W dg HW).
  set (K := Rabs x0 + 1). assert (PK : 0 < K) by (unfold K; pose proof (Rabs_pos x0); lra).
  pose proof (wh_slope W dg HW m M0) as Pm. pose proof (slope_at_0 W dg HW) as D0.
  set (tau := Rmin (g0 / (2 * K)) (dg m / 2)).
  assert (T0 : 0 < tau) by (apply Rmin_pos; [apply Rdiv_lt_0_compat|]; lra).
  assert (T1 : tau <= g0 / (2 * K)) by apply Rmin_l.
  assert (T2 : tau <= dg m / 2) by apply Rmin_r.
  destruct (ivt_seg dg 0 m tau) as [y [Hy Ey]]; [intros; apply dcont | lra | lra |].
  assert (Py : 0 < y).
  { destruct (proj1 Hy) as [Q|Q]; [exact Q|]. rewrite <- Q in Ey. lra. }
  exists y. split; [lra|]. unfold phi.
  assert (HG : g0 < gain W y) by (apply (gain_inc W dg HW); lra).
  assert (K <= gain W y / dg y).
  { rewrite Ey. apply (Rmult_le_reg_r tau); [exact T0|]. unfold Rdiv at 1.
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    assert (K * tau <= K * (g0 / (2 * K))) by (apply Rmult_le_compat_l; lra).
    replace (K * (g0 / (2 * K))) with (g0 / 2) in * by (field; lra). lra. }
  pose proof (Rle_abs (- x0)) as Q. rewrite Rabs_Ropp in Q. unfold K in *. lra.
Qed.

(** D8, any such factor. For fixed p_ref (beta free) three fixed points exist for some beta
    exactly when logit p_ref is below the cusp value top - g top / M. *)
Theorem multistability_fixed_reference pref : 0 < pref < 1 ->
  ((exists beta, 0 < beta /\ nfix (hW W pref beta) 3) <-> logit pref < x0_peak W dg top).
Proof.
  intros Hp. set (x0 := logit pref). split.
  - intros [beta [Hb N]]. pose proof (three_need_small_beta pref beta Hp Hb N) as Hm.
    destruct (folds_exist W dg beta HW Hb Sm top Ptop Hm) as [x1 [x2 [Hf _]]].
    apply nfix_h_F in N; [|exact Hp].
    apply (nfix_cases W dg beta HW Sm Hb x1 x2 Hf) in N. fold x0 in N.
    pose proof (fold_below_peak W dg top HW Pk Sm beta x1 x2 Hb Hm Hf). lra.
  - intros Hx. destruct (phi_low x0) as [y [Hy Phiy]].
    destruct (ivt_seg phi y top x0) as [z [Hz Ez]].
    { intros x Hxx. unfold phi. apply continuity_pt_minus.
      - apply derivable_continuous_pt, derivable_pt_id.
      - apply (continuity_pt_div (gain W) dg).
        + apply continuity_pt_filterlim, (ex_derive_continuous (gain W)).
          eexists. apply (wh_derive W dg HW).
        + apply dcont.
        + apply Rgt_not_eq, (wh_slope W dg HW). lra. }
    { lra. } { split; [exact Phiy|]. left. exact Hx. }
    assert (Hzc : z < top).
    { destruct (proj2 Hz) as [Q|Q]; [exact Q|]. rewrite Q in Ez.
      unfold x0_peak, psiW in Hx. unfold phi in Ez. lra. }
    set (b0 := dg z).
    assert (Pb0 : 0 < b0) by (apply (wh_slope W dg HW); lra).
    assert (Mb0 : b0 < M) by (apply Max; lra).
    destruct (folds_exist W dg b0 HW Pb0 Sm top Ptop Mb0) as [x1 [x2 [Hf Hc]]].
    assert (Ez1 : z = x1).
    { destruct (no_other_critical W dg b0 HW Pb0 Sm x1 x2 Hf z eq_refl); lra. }
    subst x1. pose proof (folds_psi W dg b0 HW Sm Pb0 z x2 Hf) as Hps.
    assert (Ez' : psiW W b0 z = x0) by exact Ez. rewrite Ez' in Hps.
    assert (Zx : x0 < z) by (rewrite <- Ez'; apply (psi_below W dg b0 HW Pb0)).
    set (w := x2 - x0). assert (Pw : 0 < w) by (unfold w; lra).
    set (B := Rmin M (gain W x2 / w)).
    assert (B1 : B <= M) by apply Rmin_l.
    assert (B2 : B <= gain W x2 / w) by apply Rmin_r.
    assert (B0 : b0 < B).
    { apply Rmin_glb_lt; [exact Mb0|]. unfold psiW in Hps.
      assert (Q : w < gain W x2 / b0) by (unfold w; lra).
      apply (Rmult_lt_reg_r w); [exact Pw|]. unfold Rdiv.
      rewrite (Rmult_assoc _ (/ w)), Rinv_l, Rmult_1_r by lra.
      apply (Rmult_lt_compat_l b0) in Q; [|exact Pb0].
      replace (b0 * (gain W x2 / b0)) with (gain W x2) in Q by (field; lra). exact Q. }
    set (b := (b0 + B) / 2). assert (Hb : b0 < b < B) by (unfold b; lra).
    assert (Pb : 0 < b) by lra. assert (Mb : b < M) by lra.
    exists b. split; [exact Pb|]. apply nfix_h_F; [exact Hp|]. fold x0.
    destruct (folds_exist W dg b HW Pb Sm top Ptop Mb) as [y1 [y2 [Hf' Hc']]].
    apply (nfix_cases W dg b HW Sm Pb y1 y2 Hf'). split.
    + eapply Rle_lt_trans; [apply (psi_ge_mid W dg b HW Sm Pb y1 y2 Hf' x2); lra|].
      unfold psiW. assert (Q : w < gain W x2 / b); [|unfold w in Q; lra].
      apply (Rmult_lt_reg_r b); [exact Pb|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      assert (Q : b < gain W x2 / w) by lra.
      apply (Rmult_lt_compat_l w) in Q; [|exact Pw].
      replace (w * (gain W x2 / w)) with (gain W x2) in Q by (field; lra). exact Q.
    + eapply Rlt_le_trans; [|apply (psi_le_mid W dg b HW Sm Pb y1 y2 Hf' z); lra].
      rewrite <- Ez'. unfold psiW. pose proof (gain_pos W dg HW z) as Pg.
      assert (gain W z * / b < gain W z * / b0); [|unfold Rdiv; lra].
      apply Rmult_lt_compat_l; [exact Pg|].
      apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
Qed.
End Multistability.
