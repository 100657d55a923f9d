(** The cusp for eps > 0, in closed form: the two saddle-node branches meet in one point. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints BifurcationCurves.
From GrpoProofs.Orbits Require Import Folds.
Open Scope R_scope.

(** Second derivative of G. *)
Definition d2G (eps x : R) : R :=
  cosh (x / 2) * (1 + 12 * eps - 8 * eps * (cosh (x / 2) * cosh (x / 2))) /
  (2 * (GD eps x * GD eps x * sqrt (GD eps x))).

Lemma dG_derive (eps x : R) : 0 <= eps -> is_derive (dG eps) x (d2G eps x).
Proof.
  intros He. pose proof (GD_pos eps He x) as HD. pose proof (sqrt_GD_pos eps He x) as HS.
  assert (Hc : is_derive (fun x => cosh (x / 2)) x (/ 2 * sinh (x / 2))).
  { apply (is_derive_comp cosh (fun x => x / 2)); [apply is_derive_cosh|].
    auto_derive; [exact I|lra]. }
  assert (Hs : is_derive (fun x => sinh (x / 2)) x (/ 2 * cosh (x / 2))).
  { apply (is_derive_comp sinh (fun x => x / 2)); [apply is_derive_sinh|].
    auto_derive; [exact I|lra]. }
  set (k := fun c => / ((1 + 4 * eps * (c * c)) * sqrt (1 + 4 * eps * (c * c)))).
  assert (Hk : is_derive k (cosh (x / 2))
    (- (12 * eps * cosh (x / 2)) / (GD eps x * GD eps x * sqrt (GD eps x)))).
  { unfold k. auto_derive.
    - fold (GD eps x). split; [exact HD|]. split; [nra|exact I].
    - fold (GD eps x).
      assert (Es : sqrt (GD eps x) * sqrt (GD eps x) = GD eps x) by (apply sqrt_sqrt; lra).
      set (D := GD eps x) in *. set (r := sqrt D) in *. set (c := cosh (x / 2)) in *.
      clearbody D r c. rewrite <- Es. field. lra. }
  apply (is_derive_ext (fun x => sinh (x / 2) * k (cosh (x / 2)))); [reflexivity|].
  pose proof (is_derive_comp k _ x _ _ Hk Hc) as Hkc.
  evar_last.
  - refine (is_derive_mult _ _ x _ _ Hs Hkc _). intros n m. apply Rmult_comm.
  - unfold plus, scal, mult; simpl. unfold mult; simpl. unfold k. fold (GD eps x). unfold d2G.
    pose proof (cosh_sqr (x / 2)) as Ec.
    replace (4 * eps * (cosh (x / 2) * cosh (x / 2))) with (GD eps x - 1) by (unfold GD; ring).
    replace (1 + (GD eps x - 1)) with (GD eps x) by ring.
    assert (Ed : GD eps x = 1 + 4 * eps * (cosh (x / 2) * cosh (x / 2))) by reflexivity.
    set (D := GD eps x) in *. set (r := sqrt D) in *. set (c := cosh (x / 2)) in *.
    set (S := sinh (x / 2)) in *. clearbody D r c S.
    assert (ES : S * S = c * c - 1) by lra.
    transitivity ((c * D - 12 * eps * c * (S * S)) / (2 * (D * D * r))); [field; lra|].
    rewrite ES, Ed at 1. field. lra.
Qed.

Section CuspPoint.
Variable eps : R.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.

Lemma d2G_zero (x : R) : d2G eps x = 0 <-> Rabs x = xcusp eps.
Proof.
  rewrite <- var_xcusp_iff by exact Heps. rewrite var_sigma.
  pose proof (cosh_ge_1 (x / 2)) as Hc. pose proof (GD_pos eps He x) as HD.
  pose proof (sqrt_GD_pos eps He x) as HS. unfold d2G.
  set (c := cosh (x / 2)) in *. set (N := 2 * (GD eps x * GD eps x * sqrt (GD eps x))).
  assert (HN : 0 < N) by (unfold N; repeat apply Rmult_lt_0_compat; lra).
  split; intros E.
  - assert (Z : 1 + 12 * eps - 8 * eps * (c * c) = 0).
    { apply (Rmult_eq_compat_r N) in E. unfold Rdiv in E.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r, Rmult_0_l in E by lra.
      apply Rmult_integral in E. destruct E; [lra|assumption]. }
    replace (1 + 12 * eps) with (8 * eps * (c * c)) by lra. field. lra.
  - assert (Z : 1 + 12 * eps - 8 * eps * (c * c) = 0).
    { assert (Q : / (4 * (c * c)) * (4 * (c * c)) = 1) by (field; lra). rewrite E in Q.
      assert (2 * eps * (4 * (c * c)) = 1 + 12 * eps); [|lra].
      transitivity ((2 * eps / (1 + 12 * eps) * (4 * (c * c))) * (1 + 12 * eps));
        [field; lra | rewrite Q; ring]. }
    rewrite Z, Rmult_0_r. unfold Rdiv. apply Rmult_0_l.
Qed.

Definition x0cusp : R := xcusp eps - 3 * sqrt ((1 + 4 * eps) * (1 + 12 * eps)).

Lemma G_over_M_cusp : G eps (xcusp eps) / Meps eps = 3 * sqrt ((1 + 4 * eps) * (1 + 12 * eps)).
Proof.
  pose proof (Meps_pos eps Heps) as HM. pose proof (G_pos eps He (xcusp eps)) as HG.
  assert (Hq : 0 < (1 + 4 * eps) * (1 + 12 * eps)) by nra.
  pose proof (sqrt_lt_R0 _ Hq) as Hr.
  apply Rsqr_eq_iff; [left; now apply Rdiv_lt_0_compat | lra |].
  replace (3 * sqrt _ * (3 * sqrt _)) with
    (9 * (sqrt ((1 + 4 * eps) * (1 + 12 * eps)) * sqrt ((1 + 4 * eps) * (1 + 12 * eps)))) by ring.
  rewrite sqrt_sqrt by lra.
  assert (Ev : var (sigma (xcusp eps)) = 2 * eps / (1 + 12 * eps)).
  { apply var_xcusp_iff; [exact Heps|]. apply Rabs_pos_eq. left. now apply xcusp_pos. }
  assert (EG : G eps (xcusp eps) * G eps (xcusp eps) = (1 + 12 * eps) / (3 * eps * (1 + 4 * eps))).
  { unfold G, Omega. rewrite <- Rinv_mult, sqrt_sqrt by (left; now apply var_eps_pos).
    rewrite Ev. field. repeat split; nra. }
  transitivity ((G eps (xcusp eps) * G eps (xcusp eps)) / (Meps eps * Meps eps)); [field; lra|].
  rewrite EG, Meps_sqr by exact Heps. field. lra.
Qed.

Lemma psi_cusp : psi (Meps eps) eps (xcusp eps) = x0cusp.
Proof. unfold psi, x0cusp. now rewrite G_over_M_cusp. Qed.

(** D7. The cusp: F has a fixed point with F' = 1 and F'' = 0 only for beta = M_eps,
    x = x_c = 2 artanh sqrt ((1 + 4 eps) / (1 + 12 eps)) and
    x0 = x_c - 3 sqrt ((1 + 4 eps) (1 + 12 eps)). *)
Theorem cusp_point :
  let xc := 2 * artanh (sqrt ((1 + 4 * eps) / (1 + 12 * eps))) in
  forall x0 beta x, 0 < beta ->
    (fixpt (F x0 beta eps) x /\ Derive (F x0 beta eps) x = 1 /\
     Derive (Derive (F x0 beta eps)) x = 0) <->
    (beta = Meps eps /\ x = xc /\ x0 = xc - 3 * sqrt ((1 + 4 * eps) * (1 + 12 * eps))).
Proof.
  intros xc x0 beta x Hb. unfold xc. rewrite <- xcusp_closed by exact Heps. fold x0cusp.
  assert (D1 : forall y, Derive (F x0 beta eps) y = dG eps y / beta)
    by (intros; now apply is_derive_unique, F_derive).
  assert (D2 : Derive (Derive (F x0 beta eps)) x = d2G eps x / beta).
  { rewrite (Derive_ext _ _ x D1). apply is_derive_unique. unfold Rdiv.
    apply (is_derive_scal_l (dG eps) x (d2G eps x) (/ beta)). now apply dG_derive. }
  rewrite D1, D2, fixpt_psi. split.
  - intros [Ef [E1 E2]].
    assert (Eb : dG eps x = beta).
    { apply (Rmult_eq_compat_r beta) in E1. unfold Rdiv in E1.
      rewrite Rmult_assoc, Rinv_l in E1 by lra. lra. }
    assert (Ez : d2G eps x = 0).
    { apply (Rmult_eq_compat_r beta) in E2. unfold Rdiv in E2.
      rewrite Rmult_assoc, Rinv_l in E2 by lra. lra. }
    apply d2G_zero in Ez.
    assert (Hx : 0 < x).
    { destruct (Rtotal_order x 0) as [L|[L|L]]; [| |exact L].
      - pose proof (dG_neg eps He x L). lra.
      - subst x. rewrite dG_0 in Eb by exact He. lra. }
    rewrite Rabs_pos_eq in Ez by lra. subst x.
    rewrite dG_xcusp in Eb by exact Heps. subst beta.
    split; [reflexivity|]. split; [reflexivity|]. rewrite <- Ef. apply psi_cusp.
  - intros [-> [-> ->]]. split; [apply psi_cusp|].
    pose proof (Meps_pos eps Heps). split.
    + rewrite dG_xcusp by exact Heps. field. lra.
    + replace (d2G eps (xcusp eps)) with 0; [unfold Rdiv; ring|].
      symmetry. apply d2G_zero, Rabs_pos_eq. left. now apply xcusp_pos.
Qed.

Lemma folds_around_cusp (beta x1 x2 : R) : 0 < beta -> beta < Meps eps ->
  folds beta eps x1 x2 -> x1 < xcusp eps < x2.
Proof.
  intros Hb Hm Hf. pose proof (dG_xcusp eps Heps) as E. destruct Hf as [Hx [E1 E2]].
  assert (Hf : folds beta eps x1 x2) by (split; [exact Hx | now split]).
  split.
  - destruct (Rtotal_order x1 (xcusp eps)) as [L|[L|L]]; [exact L| |].
    + rewrite L in E1. lra.
    + pose proof (slope_below beta eps Hb Heps x1 x2 Hf _ L). lra.
  - destruct (Rtotal_order (xcusp eps) x2) as [L|[L|L]]; [exact L| |].
    + rewrite <- L in E2. lra.
    + pose proof (slope_beyond beta eps Hb Heps x1 x2 Hf _ L). lra.
Qed.

(** Every fold value lies below the cusp value. *)
Lemma fold_below_cusp (beta x1 x2 : R) : 0 < beta -> beta < Meps eps ->
  folds beta eps x1 x2 -> psi beta eps x1 < x0cusp.
Proof.
  intros Hb Hm Hf. destruct (folds_around_cusp _ _ _ Hb Hm Hf) as [H1 _].
  pose proof (Meps_pos eps Heps) as HM.
  rewrite <- psi_cusp. apply Rlt_trans with (psi (Meps eps) eps x1).
  - unfold psi. pose proof (G_pos eps He x1).
    assert (G eps x1 * / Meps eps < G eps x1 * / beta); [|unfold Rdiv; lra].
    apply Rmult_lt_compat_l; [assumption|]. apply Rinv_lt_contravar; nra.
  - apply psi_increasing_large_beta; auto; lra.
Qed.

(** D7. The two saddle-node branches (x1, psi x1) and (x2, psi x2) exist for beta < M_eps
    and meet at the cusp as beta tends to M_eps. *)
Theorem saddle_node_branches_meet : forall e, 0 < e -> exists d, 0 < d /\
  forall beta, 0 < beta -> Meps eps - d < beta < Meps eps ->
  exists x1 x2, folds beta eps x1 x2 /\
    Rabs (x1 - xcusp eps) < e /\ Rabs (x2 - xcusp eps) < e /\
    Rabs (psi beta eps x1 - x0cusp) < e /\ Rabs (psi beta eps x2 - x0cusp) < e.
Proof.
  intros e Hpe. pose proof (Meps_pos eps Heps) as HM. pose proof (xcusp_pos eps Heps) as Hxc.
  pose proof (G_pos eps He (xcusp eps)) as HG.
  set (M := Meps eps) in *. set (xc := xcusp eps) in *. set (g := G eps xc) in *.
  set (e' := e / 8).
  assert (Hu : dG eps (xc - e') < M) by (apply dG_lt_Meps; [exact Heps | fold xc; unfold e'; lra]).
  assert (Hv : dG eps (xc + e') < M) by (apply dG_lt_Meps; [exact Heps | fold xc; unfold e'; lra]).
  set (d1 := Rmin (M - dG eps (xc - e')) (M - dG eps (xc + e'))).
  set (d2 := Rmin (M / 2) (e * (M * M) / (8 * g))).
  assert (P2 : 0 < e * (M * M) / (8 * g))
    by (apply Rdiv_lt_0_compat; [repeat apply Rmult_lt_0_compat|]; lra).
  assert (L1 : d1 <= M - dG eps (xc - e')) by apply Rmin_l.
  assert (L2 : d1 <= M - dG eps (xc + e')) by apply Rmin_r.
  assert (L3 : d2 <= M / 2) by apply Rmin_l.
  assert (L4 : d2 <= e * (M * M) / (8 * g)) by apply Rmin_r.
  assert (P1 : 0 < d1) by (apply Rmin_pos; lra).
  assert (P3 : 0 < d2) by (apply Rmin_pos; lra).
  exists (Rmin d1 d2). pose proof (Rmin_l d1 d2). pose proof (Rmin_r d1 d2).
  split; [now apply Rmin_pos|]. intros beta Hb [Hb1 Hb2].
  destruct (folds_exist beta eps Hb Heps Hb2) as [x1 [x2 [Hf Hc]]]. fold xc in Hc.
  exists x1, x2. split; [exact Hf|].
  assert (X1 : xc - e' < x1).
  { destruct (Rlt_le_dec (xc - e') x1) as [Q|[Q|Q]]; [exact Q| |].
    - assert (beta < dG eps (xc - e')); [|lra].
      apply (slope_between beta eps Hb Heps x1 x2 Hf). unfold e' in *. lra.
    - destruct Hf as [_ [E _]]. rewrite Q in E. lra. }
  assert (X2 : x2 < xc + e').
  { destruct (Rlt_le_dec x2 (xc + e')) as [Q|[Q|Q]]; [exact Q| |].
    - assert (beta < dG eps (xc + e')); [|lra].
      apply (slope_between beta eps Hb Heps x1 x2 Hf). unfold e' in *. lra.
    - destruct Hf as [_ [_ E]]. rewrite <- Q in E. lra. }
  assert (U : psi beta eps x1 < x0cusp) by (eapply fold_below_cusp; eauto).
  pose proof (folds_psi beta eps Hb Heps x1 x2 Hf) as Up.
  assert (Lo : x0cusp - e < psi beta eps x2).
  { rewrite <- psi_cusp. unfold psi. fold M xc g.
    assert (Gv : G eps x2 <= g + M * e').
    { pose proof (G_lipschitz_up eps Heps xc x2 (proj2 Hc)). fold M g in H1. nra. }
    assert (B1 : G eps x2 / beta <= (g + M * e') / beta).
    { apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | exact Gv]. }
    assert (B2 : M * e' / beta <= 2 * e').
    { apply (Rmult_le_reg_r beta); [exact Hb|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. unfold e' in *. nra. }
    assert (B3 : g / beta - g / M <= e / 4).
    { replace (g / beta - g / M) with (g * (M - beta) / (beta * M)) by (field; lra).
      apply (Rmult_le_reg_r (beta * M)); [nra|]. unfold Rdiv at 1.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra.
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

(** D6. Away from the cusp a saddle-node is non-degenerate: F'' <> 0 there. *)
Theorem saddle_node_nondegenerate (x0 beta x : R) : 0 < beta ->
  Derive (F x0 beta eps) x = 1 -> x <> xcusp eps -> Derive (Derive (F x0 beta eps)) x <> 0.
Proof.
  intros Hb E1 Hx E2.
  destruct (proj1 (cusp_point (psi beta eps x) beta x Hb)) as [_ [E _]].
  - assert (D : forall y z, Derive (F y beta eps) z = dG eps z / beta)
      by (intros; now apply is_derive_unique, F_derive).
    split; [now apply fixpt_psi|]. split.
    + rewrite D. rewrite D in E1. exact E1.
    + rewrite (Derive_ext _ _ x (D _)) in E2. rewrite (Derive_ext _ _ x (D _)). exact E2.
  - apply Hx. rewrite E. symmetry. now apply xcusp_closed.
Qed.

End CuspPoint.
