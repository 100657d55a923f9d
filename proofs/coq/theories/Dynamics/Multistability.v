(** Where several fixed points exist, for eps > 0: for free beta and p_ref at every eps;
    for fixed beta up to a largest eps; for fixed p_ref up to a largest eps given by the
    cusp curve x0_c (eps), which decreases from +oo to -oo. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints Cusp LocalStability.
From GrpoProofs.Orbits Require Import Folds.
Open Scope R_scope.

Section FixedEps.
Variable eps : R.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.

Lemma nfix_3_needs_small_beta (pref beta : R) : 0 < pref < 1 -> 0 < beta ->
  nfix (h pref beta eps) 3 -> beta < Meps eps.
Proof.
  intros Hp Hb N. destruct (Rlt_le_dec beta (Meps eps)) as [Q|Q]; [exact Q|].
  destruct (one_fixed_point_large_beta beta eps Hb Heps Q) as [_ N1].
  specialize (N1 pref Hp). pose proof (nfix_unique _ _ _ N N1). discriminate.
Qed.

(** D8. For every eps > 0 and beta < M_eps, three fixed points exist exactly for x0 in the
    non-empty interval (psi x2, psi x1); so there is no largest eps when beta and p_ref
    are free. *)
Theorem multistability_at_every_eps :
  0 < Meps eps /\
  forall beta, 0 < beta < Meps eps -> exists x1 x2, folds beta eps x1 x2 /\
    psi beta eps x2 < psi beta eps x1 /\
    (forall pref, 0 < pref < 1 -> (nfix (h pref beta eps) 3 <->
       psi beta eps x2 < logit pref < psi beta eps x1)) /\
    (exists pref, 0 < pref < 1 /\ nfix (h pref beta eps) 3).
Proof.
  split; [now apply Meps_pos|]. intros beta [Hb Hm].
  destruct (folds_exist beta eps Hb Heps Hm) as [x1 [x2 [Hf _]]].
  pose proof (folds_psi beta eps Hb Heps x1 x2 Hf) as Hp.
  assert (N : forall pref, 0 < pref < 1 -> (nfix (h pref beta eps) 3 <->
       psi beta eps x2 < logit pref < psi beta eps x1)).
  { intros pref Hq. rewrite <- nfix_h_F by exact Hq.
    apply (nfix_cases beta eps Hb Heps x1 x2 Hf). }
  exists x1, x2. split; [exact Hf|]. split; [exact Hp|]. split; [exact N|].
  set (m := (psi beta eps x1 + psi beta eps x2) / 2). exists (sigma m).
  assert (Hq : 0 < sigma m < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  split; [exact Hq|]. apply N; [exact Hq|]. rewrite logit_sigma. unfold m. lra.
Qed.

(** D8. For x0 just below psi x1 two of the three fixed points attract. *)
Theorem bistable_below_the_fold (beta x1 x2 : R) : 0 < beta -> folds beta eps x1 x2 ->
  exists d, 0 < d /\ forall x0, psi beta eps x1 - d < x0 < psi beta eps x1 ->
  exists a b c, a < x1 < b /\ b < x2 < c /\
    (forall x, fixpt (F x0 beta eps) x <-> x = a \/ x = b \/ x = c) /\
    0 < dG eps a / beta < 1 /\ 1 < dG eps b / beta /\ 0 < dG eps c / beta < 1.
Proof.
  intros Hb Hf. pose proof (folds_psi beta eps Hb Heps x1 x2 Hf) as Hp.
  pose proof Hf as [[P1 P2] _].
  pose proof (psi_up_1 beta eps Hb Heps x1 x2 Hf 0 x1 P1 ltac:(lra)) as Hp0.
  set (m := Rmax (psi beta eps 0) (psi beta eps x2)).
  assert (M1 : psi beta eps 0 <= m) by apply Rmax_l.
  assert (M2 : psi beta eps x2 <= m) by apply Rmax_r.
  assert (Mm : m < psi beta eps x1) by (apply Rmax_lub_lt; assumption).
  exists (psi beta eps x1 - m). split; [lra|]. intros x0 Hx.
  destruct (three_fixpts beta eps Hb Heps x1 x2 Hf x0) as [a [b [c [H1 [H2 E]]]]]; [lra|].
  exists a, b, c. split; [exact H1|]. split; [exact H2|].
  split; [intros x; rewrite fixpt_psi; apply E|].
  assert (Ea : psi beta eps a = x0) by (apply E; auto).
  assert (Pa : 0 < a).
  { destruct (Rle_lt_dec a 0) as [Q|Q]; [|exact Q].
    assert (psi beta eps a <= psi beta eps 0); [|lra].
    destruct Q as [Q|Q]; [left; apply psi_increasing_neg; lra | rewrite Q; lra]. }
  pose proof (slope_below beta eps Hb Heps x1 x2 Hf a ltac:(lra)) as Sa.
  pose proof (slope_between beta eps Hb Heps x1 x2 Hf b ltac:(lra)) as Sb.
  pose proof (slope_beyond beta eps Hb Heps x1 x2 Hf c ltac:(lra)) as Sc.
  pose proof (dG_pos eps He a Pa). pose proof (dG_pos eps He c ltac:(lra)).
  repeat split; try (apply Rdiv_lt_0_compat; lra); try now apply ratio_lt_1.
  now apply ratio_gt_1.
Qed.

(** D8. For fixed p_ref (beta free), three fixed points exist for some beta exactly when
    logit p_ref < x0_c (eps), the cusp value. *)
Theorem multistability_fixed_reference (pref : R) : 0 < pref < 1 ->
  ((exists beta, 0 < beta /\ nfix (h pref beta eps) 3) <-> logit pref < x0cusp eps).
Proof.
  intros Hp. set (x0 := logit pref). pose proof (xcusp_pos eps Heps) as Pc. split.
  - intros [beta [Hb N]]. pose proof (nfix_3_needs_small_beta pref beta Hp Hb N) as Hm.
    destruct (folds_exist beta eps Hb Heps Hm) as [x1 [x2 [Hf _]]].
    apply nfix_h_F in N; [|exact Hp].
    apply (nfix_cases beta eps Hb Heps x1 x2 Hf) in N. fold x0 in N.
    pose proof (fold_below_cusp eps Heps beta x1 x2 Hb Hm Hf). lra.
  - intros Hx. set (phi := fun x => x - G eps x / dG eps x).
    set (m := Rmin 1 (xcusp eps)).
    assert (M1 : m <= 1) by apply Rmin_l. assert (M2 : m <= xcusp eps) by apply Rmin_r.
    assert (M0 : 0 < m) by (apply Rmin_pos; lra).
    set (g0 := 2 / sqrt (1 + 4 * eps)).
    assert (Pg0 : 0 < g0) by (apply Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra]).
    pose proof (Rabs_pos x0) as Pa.
    set (K := Rabs x0 + 1). assert (PK : 0 < K) by (unfold K; lra).
    pose proof (dG_pos eps He m M0) as Pm.
    set (tau := Rmin (g0 / (2 * K)) (dG eps m / 2)).
    assert (T0 : 0 < tau) by (apply Rmin_pos; [apply Rdiv_lt_0_compat|]; lra).
    assert (T1 : tau <= g0 / (2 * K)) by apply Rmin_l.
    assert (T2 : tau <= dG eps m / 2) by apply Rmin_r.
    destruct (ivt_seg (dG eps) 0 m tau) as [y [Hy Ey]].
    { intros x _. now apply dG_continuity_pt. } { lra. }
    { rewrite dG_0 by exact He. lra. }
    assert (Py : 0 < y).
    { destruct (proj1 Hy) as [Q|Q]; [exact Q|]. rewrite <- Q, dG_0 in Ey by exact He. lra. }
    assert (Phiy : phi y <= x0).
    { unfold phi. pose proof (G_lower eps He y) as HG. fold g0 in HG.
      assert (K <= G eps y / dG eps y).
      { rewrite Ey. apply (Rmult_le_reg_r tau); [exact T0|]. unfold Rdiv at 1.
        rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
        assert (K * tau <= K * (g0 / (2 * K))) by (apply Rmult_le_compat_l; lra).
        replace (K * (g0 / (2 * K))) with (g0 / 2) in * by (field; lra). lra. }
      pose proof (Rle_abs (- x0)) as Q. rewrite Rabs_Ropp in Q. unfold K in *. lra. }
    assert (Phic : phi (xcusp eps) = x0cusp eps).
    { unfold phi. rewrite dG_xcusp by exact Heps. now apply psi_cusp. }
    destruct (ivt_seg phi y (xcusp eps) x0) as [z [Hz Ez]].
    { intros x Hxx. unfold phi. apply continuity_pt_minus.
      - apply derivable_continuous_pt, derivable_pt_id.
      - apply (continuity_pt_div (G eps) (dG eps)).
        + now apply G_continuity_pt. + now apply dG_continuity_pt.
        + apply Rgt_not_eq. apply dG_pos; lra. }
    { lra. } { lra. }
    assert (Hzc : z < xcusp eps).
    { destruct (proj2 Hz) as [Q|Q]; [exact Q|]. rewrite Q in Ez. lra. }
    set (b0 := dG eps z).
    assert (Pb0 : 0 < b0) by (apply dG_pos; lra).
    assert (Mb0 : b0 < Meps eps) by (apply dG_lt_Meps; lra).
    destruct (folds_exist b0 eps Pb0 Heps Mb0) as [x1 [x2 [Hf Hc]]].
    assert (Ez1 : z = x1).
    { destruct (no_other_critical b0 eps Pb0 Heps x1 x2 Hf z eq_refl); lra. }
    subst x1. pose proof (folds_psi b0 eps Pb0 Heps z x2 Hf) as Hps.
    assert (Ez' : psi b0 eps z = x0) by exact Ez. rewrite Ez' in Hps.
    assert (Zx : x0 < z) by (rewrite <- Ez'; now apply psi_below).
    set (w := x2 - x0). assert (Pw : 0 < w) by (unfold w; lra).
    set (B := Rmin (Meps eps) (G eps x2 / w)).
    assert (B1 : B <= Meps eps) by apply Rmin_l.
    assert (B2 : B <= G eps x2 / w) by apply Rmin_r.
    assert (B0 : b0 < B).
    { apply Rmin_glb_lt; [exact Mb0|]. unfold psi in Hps.
      assert (Q : w < G eps x2 / b0) by (unfold w; lra).
      apply (Rmult_lt_reg_r w); [exact Pw|]. unfold Rdiv.
      rewrite (Rmult_assoc _ (/ w)), Rinv_l, Rmult_1_r by lra.
      apply (Rmult_lt_compat_l b0) in Q; [|exact Pb0].
      replace (b0 * (G eps x2 / b0)) with (G eps x2) in Q by (field; lra). exact Q. }
    set (b := (b0 + B) / 2). assert (Hb : b0 < b < B) by (unfold b; lra).
    assert (Pb : 0 < b) by lra. assert (Mb : b < Meps eps) by lra.
    exists b. split; [exact Pb|]. apply nfix_h_F; [exact Hp|]. fold x0.
    destruct (folds_exist b eps Pb Heps Mb) as [y1 [y2 [Hf' Hc']]].
    apply (nfix_cases b eps Pb Heps y1 y2 Hf'). split.
    + eapply Rle_lt_trans; [apply (psi_ge_mid b eps Pb Heps y1 y2 Hf' x2); lra|].
      unfold psi. assert (Q : w < G eps x2 / b); [|unfold w in Q; lra].
      apply (Rmult_lt_reg_r b); [exact Pb|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      assert (Q : b < G eps x2 / w) by lra.
      apply (Rmult_lt_compat_l w) in Q; [|exact Pw].
      replace (w * (G eps x2 / w)) with (G eps x2) in Q by (field; lra). exact Q.
    + eapply Rlt_le_trans; [|apply (psi_le_mid b eps Pb Heps y1 y2 Hf' z); lra].
      rewrite <- Ez'. unfold psi. pose proof (G_pos eps He z).
      assert (G eps z * / b < G eps z * / b0); [|unfold Rdiv; lra].
      apply Rmult_lt_compat_l; [assumption|].
      apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra.
Qed.

End FixedEps.

(** * The largest eps for fixed beta *)

Lemma small_beta_iff (beta eps : R) : 0 < beta -> 0 < eps ->
  (beta < Meps eps <-> 3 * sqrt 3 * sqrt eps * (1 + 4 * eps) * beta < 1).
Proof.
  intros Hb He. unfold Meps. pose proof (sqrt_lt_R0 eps He) as Hs.
  assert (H3 : 0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  assert (Pk : 0 < 3 * sqrt 3 * sqrt eps * (1 + 4 * eps))
    by (repeat apply Rmult_lt_0_compat; lra).
  set (k := 3 * sqrt 3 * sqrt eps * (1 + 4 * eps)) in *. split; intros H.
  - apply (Rmult_lt_compat_l k) in H; [|exact Pk]. rewrite Rinv_r in H by lra. exact H.
  - apply (Rmult_lt_reg_l k); [exact Pk|]. rewrite Rinv_r by lra. exact H.
Qed.

Lemma threshold_mono (e e' : R) : 0 <= e < e' ->
  3 * sqrt 3 * sqrt e * (1 + 4 * e) < 3 * sqrt 3 * sqrt e' * (1 + 4 * e').
Proof.
  intros H. assert (H3 : 0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  assert (Hs : sqrt e < sqrt e') by (apply sqrt_lt_1; lra).
  pose proof (sqrt_pos e).
  rewrite !Rmult_assoc. repeat (apply Rmult_lt_compat_l; [lra|]).
  apply Rle_lt_trans with (sqrt e * (1 + 4 * e')); [apply Rmult_le_compat_l; lra|].
  apply Rmult_lt_compat_r; lra.
Qed.

(** D8. For fixed beta there is a unique root eps_max of 3 sqrt 3 sqrt eps (1 + 4 eps) beta = 1,
    and three fixed points exist for some p_ref exactly when eps < eps_max. *)
Theorem multistability_fixed_beta (beta : R) : 0 < beta ->
  exists emax, 0 < emax /\ 3 * sqrt 3 * sqrt emax * (1 + 4 * emax) * beta = 1 /\
    (forall e, 0 < e -> 3 * sqrt 3 * sqrt e * (1 + 4 * e) * beta = 1 -> e = emax) /\
    (forall eps, 0 < eps ->
       ((exists pref, 0 < pref < 1 /\ nfix (h pref beta eps) 3) <-> eps < emax)).
Proof.
  intros Hb. set (k := fun e => 3 * sqrt 3 * sqrt e * (1 + 4 * e) * beta).
  assert (H3 : 1 < sqrt 3) by (rewrite <- sqrt_1; apply sqrt_lt_1; lra).
  assert (Kmono : forall e e', 0 <= e < e' -> k e < k e').
  { intros e e' H. unfold k. apply Rmult_lt_compat_r; [exact Hb | now apply threshold_mono]. }
  set (E := / beta * / beta). assert (Ib : 0 < / beta) by now apply Rinv_0_lt_compat.
  assert (PE : 0 < E) by (unfold E; nra).
  destruct (ivt_seg k 0 E 1) as [em [Hem Eem]].
  - intros x Hx. unfold k. apply continuity_pt_mult;
      [|apply continuity_pt_const; now intros ? ?].
    apply continuity_pt_mult.
    + apply continuity_pt_mult; [apply continuity_pt_const; now intros ? ?|].
      apply continuity_pt_sqrt. lra.
    + apply derivable_continuous_pt. reg.
  - lra.
  - split.
    + unfold k. rewrite sqrt_0. lra.
    + unfold k, E. rewrite sqrt_square by lra.
      replace (3 * sqrt 3 * / beta * (1 + 4 * (/ beta * / beta)) * beta) with
        (3 * sqrt 3 * (1 + 4 * (/ beta * / beta))) by (field; lra). nra.
  - assert (Pem : 0 < em).
    { destruct (proj1 Hem) as [Q|Q]; [exact Q|]. rewrite <- Q in Eem. unfold k in Eem.
      rewrite sqrt_0 in Eem. lra. }
    exists em. split; [exact Pem|]. split; [exact Eem|]. split.
    + intros e Pe Ee. destruct (Rtotal_order e em) as [L|[L|L]]; [|exact L|].
      * pose proof (Kmono e em ltac:(lra)) as Q. unfold k in Q, Eem. lra.
      * pose proof (Kmono em e ltac:(lra)) as Q. unfold k in Q, Eem. lra.
    + intros eps Pe. split.
      * intros [pref [Hp N]]. apply nfix_3_needs_small_beta in N; auto.
        apply small_beta_iff in N; auto. fold (k eps) in N.
        destruct (Rlt_le_dec eps em) as [Q|Q]; [exact Q|].
        destruct Q as [Q|Q]; [pose proof (Kmono em eps ltac:(lra)); lra|].
        subst em. lra.
      * intros Q. pose proof (Kmono eps em ltac:(lra)) as L. rewrite Eem in L.
        apply small_beta_iff in L; auto.
        destruct (multistability_at_every_eps eps Pe) as [_ H].
        destruct (H beta ltac:(lra)) as [x1 [x2 [_ [_ [_ N]]]]]. exact N.
Qed.

(** * The cusp curve *)

Lemma tcusp_decreasing (e e' : R) : 0 < e < e' -> tcusp e' < tcusp e.
Proof.
  intros H. unfold tcusp. apply sqrt_lt_1; try (apply Rdiv_le_0_compat; lra).
  apply (Rmult_lt_reg_r ((1 + 12 * e) * (1 + 12 * e'))); [apply Rmult_lt_0_compat; lra|].
  replace ((1 + 4 * e') / (1 + 12 * e') * ((1 + 12 * e) * (1 + 12 * e')))
    with ((1 + 4 * e') * (1 + 12 * e)) by (field; lra).
  replace ((1 + 4 * e) / (1 + 12 * e) * ((1 + 12 * e) * (1 + 12 * e')))
    with ((1 + 4 * e) * (1 + 12 * e')) by (field; lra).
  lra.
Qed.

Lemma xcusp_decreasing (e e' : R) : 0 < e < e' -> xcusp e' < xcusp e.
Proof.
  intros H. pose proof (tcusp_decreasing e e' H).
  pose proof (tcusp_range e ltac:(lra)). pose proof (tcusp_range e' ltac:(lra)).
  unfold xcusp. apply logit_increasing; lra.
Qed.

(** D8. x0_c is strictly decreasing in eps, from +oo (at 0) to -oo (at infinity). *)
Theorem cusp_curve_decreasing :
  (forall e e', 0 < e < e' -> x0cusp e' < x0cusp e) /\
  (forall K, exists d, 0 < d /\ forall e, 0 < e < d -> K < x0cusp e) /\
  (forall K, exists D, 0 < D /\ forall e, D < e -> x0cusp e < K).
Proof.
  split; [|split].
  - intros e e' H. unfold x0cusp. pose proof (xcusp_decreasing e e' H).
    assert (sqrt ((1 + 4 * e) * (1 + 12 * e)) < sqrt ((1 + 4 * e') * (1 + 12 * e')));
      [|lra].
    apply sqrt_lt_1; try nra.
  - intros K. set (s := 2 * sigma (K + 6) - 1).
    pose proof (sigma_pos (K + 6)). pose proof (sigma_lt_1 (K + 6)).
    assert (Hs : 0 < 1 - s * s) by (unfold s; nra).
    exists (Rmin (/ 12) ((1 - s * s) / 8)). pose proof (Rmin_l (/ 12) ((1 - s * s) / 8)).
    pose proof (Rmin_r (/ 12) ((1 - s * s) / 8)).
    split; [apply Rmin_pos; lra|]. intros e He.
    pose proof (tcusp_range e ltac:(lra)) as Ht. pose proof (tcusp_sqr e ltac:(lra)) as Et.
    assert (Lt : 1 - 8 * e <= tcusp e * tcusp e).
    { rewrite Et. apply (Rmult_le_reg_r (1 + 12 * e)); [lra|].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. nra. }
    assert (Hst : s < tcusp e) by nra.
    assert (Hx : K + 6 < xcusp e).
    { apply sigma_lt_iff. rewrite sigma_xcusp by lra. unfold s in Hst. lra. }
    assert (Hq : sqrt ((1 + 4 * e) * (1 + 12 * e)) <= 2).
    { rewrite <- (sqrt_square 2) by lra. apply sqrt_le_1_alt. nra. }
    unfold x0cusp. lra.
  - intros K. exists (Rmax 1 (xcusp 1 - K)).
    pose proof (Rmax_l 1 (xcusp 1 - K)). pose proof (Rmax_r 1 (xcusp 1 - K)).
    split; [lra|]. intros e He. pose proof (xcusp_decreasing 1 e ltac:(lra)).
    assert (e <= sqrt ((1 + 4 * e) * (1 + 12 * e))).
    { rewrite <- (sqrt_square e) at 1 by lra. apply sqrt_le_1_alt. nra. }
    unfold x0cusp. lra.
Qed.

Lemma x0cusp_continuity_pt (e : R) : 0 < e -> continuity_pt x0cusp e.
Proof.
  intros He. unfold x0cusp. apply continuity_pt_filterlim.
  pose proof (tcusp_range e He) as Ht.
  assert (D1 : ex_derive xcusp e).
  { unfold xcusp. apply (ex_derive_comp logit (fun e => / 2 + tcusp e / 2)).
    - eexists. apply logit_derive. lra.
    - unfold tcusp. auto_derive. split; [lra|]. split; [|exact I].
      apply Rdiv_lt_0_compat; lra. }
  apply (ex_derive_continuous (fun e => xcusp e - 3 * sqrt ((1 + 4 * e) * (1 + 12 * e)))).
  apply @ex_derive_minus; [exact D1|]. auto_derive. apply Rmult_lt_0_compat; lra.
Qed.

(** D8. For fixed p_ref there is a unique eps_c with x0_c (eps_c) = logit p_ref, and three
    fixed points exist for some beta exactly when eps < eps_c. *)
Theorem multistability_fixed_reference_eps (pref : R) : 0 < pref < 1 ->
  exists ec, 0 < ec /\ x0cusp ec = logit pref /\
    (forall e, 0 < e -> x0cusp e = logit pref -> e = ec) /\
    (forall eps, 0 < eps ->
       ((exists beta, 0 < beta /\ nfix (h pref beta eps) 3) <-> eps < ec)).
Proof.
  intros Hp. set (x0 := logit pref). destruct cusp_curve_decreasing as [Dec [Up Dn]].
  destruct (Up x0) as [d [Pd Hd]]. destruct (Dn x0) as [D [PD HD]].
  assert (U : x0 < x0cusp (d / 2)) by (apply Hd; lra).
  assert (L : x0cusp (D + 1) < x0) by (apply HD; lra).
  assert (O : d / 2 <= D + 1).
  { destruct (Rle_lt_dec (d / 2) (D + 1)) as [Q|Q]; [exact Q|].
    pose proof (Dec (D + 1) (d / 2) ltac:(lra)). lra. }
  destruct (ivt_seg (fun e => - x0cusp e) (d / 2) (D + 1) (- x0)) as [ec [Hec E]].
  - intros e He. apply continuity_pt_opp, x0cusp_continuity_pt. lra.
  - exact O.
  - lra.
  - assert (Ec : x0cusp ec = x0) by lra.
    exists ec. split; [lra|]. split; [exact Ec|]. split.
    + intros e Pe Ee. destruct (Rtotal_order e ec) as [Q|[Q|Q]]; [|exact Q|].
      * pose proof (Dec e ec ltac:(lra)). lra.
      * pose proof (Dec ec e ltac:(lra)). lra.
    + intros eps Pe. rewrite multistability_fixed_reference by assumption. fold x0.
      rewrite <- Ec. split; intros Q.
      * destruct (Rlt_le_dec eps ec) as [K|[K|K]]; [exact K| |].
        { pose proof (Dec ec eps ltac:(lra)). lra. }
        { rewrite K in Q. lra. }
      * apply Dec. lra.
Qed.
