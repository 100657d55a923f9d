(** The limit beta -> 0 at fixed eps > 0: the fixed point becomes unique and 1 - p* is
    asymptotically exp (- x0 - 1 / (beta sqrt eps)). *)

Require Import Reals Lra Psatz List.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints.
From GrpoProofs.Orbits Require Import Folds.
Import ListNotations.
Open Scope R_scope.

Section SmallBeta.
Variables pref eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let x0 := logit pref.
Let q := sqrt eps.

Lemma q_pos : 0 < q.
Proof. now apply sqrt_lt_R0. Qed.

Lemma q_sqr : q * q = eps.
Proof. apply sqrt_sqrt. lra. Qed.

(** cosh (x/2)^2 >= exp x / 4. *)
Lemma cosh_sqr_lower (x : R) : exp x / 4 <= cosh (x / 2) * cosh (x / 2).
Proof.
  assert (E : exp x = exp (x / 2) * exp (x / 2)) by (rewrite <- exp_plus; f_equal; field).
  rewrite E. unfold cosh. pose proof (exp_pos (x / 2)). pose proof (exp_pos (- (x / 2))). nra.
Qed.

(** G' x <= exp (-x) / (2 eps^(3/2)). *)
Lemma dG_tail (x : R) : dG eps x <= exp (- x) / (2 * (eps * q)).
Proof.
  pose proof q_pos as Pq. pose proof q_sqr as Eq.
  pose proof (cosh_ge_1 (x / 2)) as Hc. pose proof (cosh_sqr_lower x) as Hl.
  pose proof (exp_pos x) as Px. set (c := cosh (x / 2)) in *.
  assert (Hs : sinh (x / 2) <= c).
  { unfold c, sinh, cosh. pose proof (exp_pos (- (x / 2))). lra. }
  assert (Dl : 4 * eps * (c * c) <= GD eps x) by (unfold GD; fold c; lra).
  assert (Sl : 2 * q * c <= sqrt (GD eps x)).
  { rewrite <- (sqrt_square (2 * q * c)) by nra. apply sqrt_le_1_alt.
    replace (2 * q * c * (2 * q * c)) with (4 * (q * q) * (c * c)) by ring.
    rewrite Eq. exact Dl. }
  assert (Pr : 0 < 4 * eps * (c * c) * (2 * q * c)).
  { assert (0 < c * c) by nra. assert (0 < q * c) by nra.
    apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra. }
  unfold dG. apply Rle_trans with (c / (4 * eps * (c * c) * (2 * q * c))).
  - unfold Rdiv. apply Rle_trans with (c * / (GD eps x * sqrt (GD eps x))).
    + apply Rmult_le_compat_r; [|exact Hs]. left. apply Rinv_0_lt_compat.
      apply Rmult_lt_0_compat; [now apply GD_pos | now apply sqrt_GD_pos].
    + apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; [exact Pr|].
      apply Rmult_le_compat; try nra.
  - replace (c / (4 * eps * (c * c) * (2 * q * c))) with (/ (2 * (eps * q)) * / (4 * (c * c)))
      by (field; lra).
    unfold Rdiv. rewrite (Rmult_comm (exp (- x))), exp_Ropp.
    apply Rmult_le_compat_l; [left; apply Rinv_0_lt_compat; nra|].
    apply Rinv_le_contravar; lra.
Qed.

(** 1 / sqrt eps - G x <= exp (-x) / (2 eps^(3/2)). *)
Lemma G_tail (x : R) : / q - G eps x <= exp (- x) / (2 * (eps * q)).
Proof.
  pose proof q_pos as Pq. pose proof q_sqr as Eq.
  unfold G, Omega. pose proof (var_sigma_pos x) as Pv.
  assert (Vs : var (sigma x) <= exp (- x)).
  { rewrite var_sigma, exp_Ropp. apply Rinv_le_contravar; [apply exp_pos|].
    pose proof (cosh_sqr_lower x). lra. }
  set (v := var (sigma x)) in *. assert (Pr : 0 < sqrt (v + eps)) by (apply sqrt_lt_R0; lra).
  assert (Er : sqrt (v + eps) * sqrt (v + eps) = v + eps) by (apply sqrt_sqrt; lra).
  set (r := sqrt (v + eps)) in *.
  assert (Hqr : q <= r) by (unfold q, r; apply sqrt_le_1_alt; lra).
  apply Rle_trans with (v / (2 * (eps * q))).
  - (* 1/q - 1/r = v / (q r (q + r)) *)
    replace (/ q - / r) with ((r * r - q * q) / (q * r * (q + r))) by (field; lra).
    rewrite Er, Eq. replace (v + eps - eps) with v by ring.
    unfold Rdiv. apply Rmult_le_compat_l; [lra|].
    apply Rinv_le_contravar; [rewrite <- Eq; repeat apply Rmult_lt_0_compat; lra|].
    rewrite <- Eq. replace (2 * (q * q * q)) with (q * q * (2 * q)) by ring.
    apply Rmult_le_compat; nra.
  - unfold Rdiv. apply Rmult_le_compat_r; [|exact Vs].
    left. apply Rinv_0_lt_compat. nra.
Qed.

(** A fixed point x satisfies exp (-x) <= C beta^2. *)
Lemma exp_fixpt_small : exists C, 0 < C /\ forall beta x, 0 < beta ->
  F0 x0 beta eps <= x -> exp (- x) <= C * beta ^ 2.
Proof.
  set (k := 2 / sqrt (1 + 4 * eps)).
  assert (Pk : 0 < k) by (apply Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra]).
  exists (exp (- x0) * (4 / (k * k))). split.
  { apply Rmult_lt_0_compat; [apply exp_pos | apply Rdiv_lt_0_compat; nra]. }
  intros beta x Hb Hx. unfold F0 in Hx.
  assert (Ek : 2 / (beta * sqrt (1 + 4 * eps)) = k / beta).
  { assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra). unfold k. field. lra. }
  rewrite Ek in Hx.
  apply Rle_trans with (exp (- x0) * exp (- (k / beta))).
  { rewrite <- exp_plus. destruct (Rle_lt_or_eq_dec _ _ Hx) as [Q|Q];
      [left; apply exp_increasing; lra | right; f_equal; lra]. }
  rewrite Rmult_assoc. apply Rmult_le_compat_l; [left; apply exp_pos|].
  assert (Pz : 0 < k / (2 * beta)) by (apply Rdiv_lt_0_compat; lra).
  set (z := k / (2 * beta)) in *.
  replace (k / beta) with (z + z) by (unfold z; field; lra).
  rewrite exp_Ropp, exp_plus.
  assert (Ez : z <= exp z) by (pose proof (exp_ineq1_le z); lra).
  apply Rle_trans with (/ (z * z)).
  - apply Rinv_le_contravar; nra.
  - right. unfold z. field. lra.
Qed.

(** D10. beta -> 0: the fixed point is unique for small beta, and
    1 - p* ~ exp (- x0 - 1 / (beta sqrt eps)), which tends to 0. *)
Theorem fixed_points_small_beta :
  (exists b, 0 < b /\ forall beta, 0 < beta < b -> nfix (h pref beta eps) 1) /\
  (forall e, 0 < e -> exists b, 0 < b /\ forall beta, 0 < beta < b ->
     forall p, fixpt (h pref beta eps) p ->
       1 - p < e /\
       Rabs ((1 - p) / exp (- x0 - 1 / (beta * sqrt eps)) - 1) < e).
Proof.
  destruct exp_fixpt_small as [C [PC HC]]. pose proof q_pos as Pq.
  assert (Pw : 0 < 2 * (eps * q)) by nra. set (w := 2 * (eps * q)) in *.
  assert (LB : forall beta x, 0 < beta -> fixpt (F x0 beta eps) x -> F0 x0 beta eps <= x).
  { intros beta x Hb E. unfold fixpt in E. rewrite <- E. now apply F_lower. }
  split.
  - (* psi is increasing beyond F0 *)
    exists (w / C). split; [now apply Rdiv_lt_0_compat|]. intros beta [Hb Hbb].
    assert (Sl : forall x, F0 x0 beta eps <= x -> dG eps x < beta).
    { intros x Hx. eapply Rle_lt_trans; [apply dG_tail|]. fold w.
      specialize (HC beta x Hb Hx).
      apply (Rmult_lt_reg_r w); [exact Pw|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      eapply Rle_lt_trans; [exact HC|].
      apply (Rmult_lt_compat_r C) in Hbb; [|exact PC].
      unfold Rdiv in Hbb. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in Hbb by lra. nra. }
    apply nfix_h_F; [exact Hpref|]. fold x0.
    destruct (psi_solve_left beta eps Hb Heps x0 (x0 + 1 / (beta * sqrt eps))) as [a [_ Ea]].
    { left. apply psi_up_right; lra. }
    exists [a]. split; [constructor; [easy | constructor]|]. split; [reflexivity|].
    intros x. split.
    + intros [<-|[]]. now apply fixpt_psi.
    + intros E. left.
      assert (Fa : fixpt (F x0 beta eps) a) by now apply fixpt_psi.
      pose proof (LB _ _ Hb E) as L1. pose proof (LB _ _ Hb Fa) as L2.
      apply fixpt_psi in E.
      assert (W : forall u v, F0 x0 beta eps <= u -> u < v -> psi beta eps u < psi beta eps v).
      { intros u v Hu Huv. apply psi_incr_on; auto. intros z Hz. apply Sl. lra. }
      destruct (Rtotal_order a x) as [L|[L|L]]; [|exact L|].
      * pose proof (W a x L2 L). lra.
      * pose proof (W x a L1 L). lra.
  - intros e Pe.
    (* for small beta: exp (-x) < e' and (1/q - G x)/beta < e' with exp e' - 1 < e, e' <= e/2.. *)
    destruct (derivable_continuous_pt exp 0 (derivable_pt_exp 0) (e / 2) ltac:(lra))
      as [d [Pd Hd]].
    unfold dist in Hd; simpl in Hd. unfold R_dist in Hd.
    set (d' := Rmin (d / 2) (e / 4)).
    assert (Pd' : 0 < d') by (apply Rmin_pos; lra).
    assert (D1 : d' <= d / 2) by apply Rmin_l. assert (D2 : d' <= e / 4) by apply Rmin_r.
    set (b := Rmin 1 (Rmin (d' / C) (w * d' / C))).
    assert (B0 : b <= 1) by apply Rmin_l.
    assert (B1 : b <= d' / C) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_l]).
    assert (B2 : b <= w * d' / C) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_r]).
    exists b. split.
    { unfold b. repeat apply Rmin_pos; try lra; apply Rdiv_lt_0_compat; try lra.
      now apply Rmult_lt_0_compat. }
    intros beta [Hb Hbb] p E.
    destruct (fixpt_h_F pref beta eps Hpref p E) as [Hp Ex]. fold x0 in Ex.
    pose proof (LB _ _ Hb Ex) as L. unfold fixpt, F in Ex.
    set (x := logit p) in *. assert (Ep : p = sigma x) by (symmetry; now apply sigma_logit).
    pose proof (HC beta x Hb L) as Hx. pose proof (exp_pos (- x)) as Px.
    assert (Cb1 : C * beta <= d').
    { assert (Q : beta <= d' / C) by lra. apply (Rmult_le_compat_l C) in Q; [|lra].
      replace (C * (d' / C)) with d' in Q by (field; lra). exact Q. }
    assert (Cb2 : C * beta <= w * d').
    { assert (Q : beta <= w * d' / C) by lra. apply (Rmult_le_compat_l C) in Q; [|lra].
      replace (C * (w * d' / C)) with (w * d') in Q by (field; lra). exact Q. }
    assert (X1 : exp (- x) <= d').
    { eapply Rle_trans; [exact Hx|]. simpl. nra. }
    set (t := (/ q - G eps x) / beta).
    assert (T1 : 0 <= t).
    { apply Rdiv_le_0_compat; [|exact Hb]. pose proof (G_upper eps x Heps). fold q in H. lra. }
    assert (T2 : t <= d').
    { unfold t. apply (Rmult_le_reg_r beta); [exact Hb|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      eapply Rle_trans; [apply G_tail|]. fold w.
      apply (Rmult_le_reg_r w); [exact Pw|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      eapply Rle_trans; [exact Hx|]. simpl. nra. }
    assert (E1 : 1 - p = exp (- x) / (1 + exp (- x))).
    { rewrite Ep. unfold sigma. field. lra. }
    assert (E2 : (1 - p) / exp (- x0 - 1 / (beta * sqrt eps)) = exp t / (1 + exp (- x))).
    { rewrite E1. replace (exp t) with (exp (- x) / exp (- x0 - 1 / (beta * sqrt eps))).
      - field. split; [apply Rgt_not_eq, exp_pos | lra].
      - unfold Rdiv. rewrite <- exp_Ropp, <- exp_plus. f_equal. unfold t. fold q.
        rewrite <- Ex at 1. field. lra. }
    split.
    + rewrite E1. apply Rle_lt_trans with (exp (- x)); [|lra].
      apply (Rmult_le_reg_r (1 + exp (- x))); [lra|]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. nra.
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

End SmallBeta.
