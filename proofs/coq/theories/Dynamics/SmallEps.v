(** The limit eps -> 0 at fixed beta: the largest fixed point tends to 1 and the two
    lower ones tend to the pair of fixed points at eps = 0. *)

Require Import Reals Lra Psatz List Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints.
From GrpoProofs.Orbits Require Import Folds.
From GrpoProofs.Unsmoothed Require Import TwoCycles FixedPoints.
Import ListNotations.
Open Scope R_scope.
Local Notation nfix := GrpoProofs.Dynamics.FixedPoints.nfix.

Section SmallEps.
Variables x0 beta : R.
Hypothesis Hbeta : 0 < beta.

Lemma psi_eps_above (x eps : R) : 0 < eps -> x0 < psi beta 0 x -> x0 < psi beta eps x.
Proof.
  intros He H. unfold psi in *.
  pose proof (G_eps_decreasing 0 eps x ltac:(lra)).
  assert (G eps x * / beta < G 0 x * / beta)
    by (apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | assumption]).
  unfold Rdiv in *. lra.
Qed.

Lemma psi_eps_below (x : R) : psi beta 0 x < x0 ->
  exists d, 0 < d /\ forall eps, 0 < eps < d -> psi beta eps x < x0.
Proof.
  intros H. pose proof (var_sigma_pos x) as Pv.
  assert (Cn : continuity_pt (fun eps => psi beta eps x) 0).
  { unfold psi, G, Omega. apply continuity_pt_filterlim,
      (ex_derive_continuous (fun eps => x - / sqrt (var (sigma x) + eps) / beta)).
    assert (0 < sqrt (var (sigma x) + 0)) by (apply sqrt_lt_R0; lra).
    auto_derive. repeat split; lra. }
  destruct (Cn (x0 - psi beta 0 x) ltac:(lra)) as [d [Pd Hd]].
  unfold dist in Hd; simpl in Hd. unfold R_dist in Hd.
  exists d. split; [exact Pd|]. intros eps He.
  assert (Q : Rabs (psi beta eps x - psi beta 0 x) < x0 - psi beta 0 x).
  { apply Hd. split; [split; [exact I | lra]|]. rewrite Rminus_0_r, Rabs_pos_eq; lra. }
  apply Rabs_def2 in Q. lra.
Qed.

(** psi at eps = 0 is below x0 far out. *)
Lemma psi0_far (K : R) : exists y, K < y /\ 0 < y /\ psi beta 0 y < x0.
Proof.
  set (y := Rmax (Rmax K 0 + 1) (Rmax (16 * beta) (2 * beta * Rabs x0))).
  assert (Y1 : Rmax K 0 + 1 <= y) by apply Rmax_l.
  pose proof (Rmax_l K 0). pose proof (Rmax_r K 0).
  assert (Y2 : 16 * beta <= y) by (eapply Rle_trans; [apply Rmax_l | apply Rmax_r]).
  assert (Y3 : 2 * beta * Rabs x0 <= y) by (eapply Rle_trans; [apply Rmax_r | apply Rmax_r]).
  exists y. split; [lra|]. split; [lra|]. unfold psi.
  assert (HG : beta * (y - x0) < G 0 y).
  { rewrite G_closed by lra. replace (1 + 4 * 0 * _) with 1 by ring. rewrite sqrt_1.
    assert (E : exp (y / 2) = exp (y / 4) * exp (y / 4))
      by (rewrite <- exp_plus; f_equal; field).
    unfold cosh. pose proof (exp_pos (- (y / 2))). pose proof (exp_ineq1_le (y / 4)).
    assert ((1 + y / 4) * (1 + y / 4) <= exp (y / 2)) by (rewrite E; nra).
    assert (beta * y <= y * y / 16) by nra.
    assert (- (beta * x0) <= y / 2).
    { pose proof (Rle_abs (- x0)) as Q. rewrite Rabs_Ropp in Q. nra. }
    lra. }
  assert (y - x0 < G 0 y / beta); [|lra].
  apply (Rmult_lt_reg_r beta); [exact Hbeta|]. unfold Rdiv.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r; lra.
Qed.

(** A fixed point beyond any bound, for eps small. *)
Lemma far_fixpt (K : R) : exists d, 0 < d /\ forall eps, 0 < eps < d ->
  exists c, K < c /\ fixpt (F x0 beta eps) c.
Proof.
  destruct (psi0_far K) as [y [Hy [_ Py]]]. destruct (psi_eps_below y Py) as [d [Pd Hd]].
  exists d. split; [exact Pd|]. intros eps He.
  destruct (psi_solve_right beta eps Hbeta (proj1 He) x0 y) as [c [Hc Ec]].
  { left. now apply Hd. }
  exists c. split; [lra|]. now apply fixpt_psi.
Qed.

(** At eps = 0, dG is strictly increasing, so psi is strictly concave. *)
Lemma dG0_increasing (u v : R) : u < v -> dG 0 u < dG 0 v.
Proof.
  intros H. unfold dG, GD.
  replace (1 + 4 * 0 * (cosh (u / 2) * cosh (u / 2))) with 1 by ring.
  replace (1 + 4 * 0 * (cosh (v / 2) * cosh (v / 2))) with 1 by ring. rewrite sqrt_1.
  replace (sinh (u / 2) / (1 * 1)) with (sinh (u / 2)) by field.
  replace (sinh (v / 2) / (1 * 1)) with (sinh (v / 2)) by field.
  unfold sinh. assert (exp (u / 2) < exp (v / 2)) by (apply exp_increasing; lra).
  assert (exp (- (v / 2)) < exp (- (u / 2))) by (apply exp_increasing; lra). lra.
Qed.

Lemma psi0_mvt (u v : R) : u < v -> exists c, u < c < v /\
  psi beta 0 v - psi beta 0 u = (1 - dG 0 c / beta) * (v - u).
Proof.
  intros H. destruct (MVT_cor2 (psi beta 0) (fun x => 1 - dG 0 x / beta) u v H) as [c [E Hc]].
  - intros c _. apply is_derive_Reals, psi_derive; lra.
  - exists c. now split.
Qed.

Lemma slope_order (c1 c2 : R) : c1 < c2 -> 1 - dG 0 c2 / beta < 1 - dG 0 c1 / beta.
Proof.
  intros H. pose proof (dG0_increasing _ _ H).
  assert (dG 0 c1 / beta < dG 0 c2 / beta)
    by (apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | assumption]). lra.
Qed.

Lemma psi0_signs (a b : R) : a < b -> psi beta 0 a = x0 -> psi beta 0 b = x0 ->
  (forall y, y < a -> psi beta 0 y < x0) /\
  (forall y, a < y < b -> x0 < psi beta 0 y) /\
  (forall y, b < y -> psi beta 0 y < x0).
Proof.
  intros Hab Ea Eb. destruct (psi0_mvt a b Hab) as [m [Hm Em]].
  assert (Zm : 1 - dG 0 m / beta = 0) by nra.
  split; [|split]; intros y Hy.
  - destruct (psi0_mvt y a Hy) as [c [Hc E]].
    pose proof (slope_order c m ltac:(lra)). nra.
  - destruct (psi0_mvt a y (proj1 Hy)) as [c1 [Hc1 E1]].
    destruct (psi0_mvt y b (proj2 Hy)) as [c2 [Hc2 E2]].
    pose proof (slope_order c1 c2 ltac:(lra)).
    destruct (Rlt_le_dec x0 (psi beta 0 y)) as [Q|Q]; [exact Q|].
    assert (1 - dG 0 c1 / beta <= 0) by nra.
    assert (0 <= 1 - dG 0 c2 / beta) by nra. lra.
  - destruct (psi0_mvt b y Hy) as [c [Hc E]].
    pose proof (slope_order m c ltac:(lra)). nra.
Qed.

(** At most three fixed points. *)
Lemma at_most_three (eps : R) : 0 < eps ->
  exists n, (n <= 3)%nat /\ nfix (F x0 beta eps) n.
Proof.
  intros He. destruct (Rlt_le_dec beta (Meps eps)) as [Q|Q].
  - destruct (folds_exist beta eps Hbeta He Q) as [x1 [x2 [Hf _]]].
    pose proof (folds_psi beta eps Hbeta He x1 x2 Hf) as Hp.
    destruct (nfix_cases beta eps Hbeta He x1 x2 Hf x0) as [C3 [C2 C1]].
    destruct (Rtotal_order x0 (psi beta eps x1)) as [L|[L|L]].
    + destruct (Rtotal_order x0 (psi beta eps x2)) as [K|[K|K]].
      * exists 1%nat. split; [lia|]. apply C1. now left.
      * exists 2%nat. split; [lia|]. apply C2. now right.
      * exists 3%nat. split; [lia|]. apply C3. lra.
    + exists 2%nat. split; [lia|]. apply C2. now left.
    + exists 1%nat. split; [lia|]. apply C1. now right.
  - exists 1%nat. split; [lia|]. now apply nfix_large_beta.
Qed.

(** D10. eps -> 0 with x0 < x_SN (beta): F has exactly three fixed points for small eps; the
    lower two tend to the pair a0 < b0 of fixed points at eps = 0, the largest to +oo. *)
Theorem fixed_points_small_eps : x0 < x_SN beta ->
  exists a0 b0, a0 < b0 /\
    (forall x, fixpt (F x0 beta 0) x <-> x = a0 \/ x = b0) /\
    forall e K, 0 < e -> exists d, 0 < d /\ forall eps, 0 < eps < d ->
      exists a b c, a < b < c /\ Rabs (a - a0) < e /\ Rabs (b - b0) < e /\ K < c /\
        forall x, fixpt (F x0 beta eps) x <-> x = a \/ x = b \/ x = c.
Proof.
  intros Hx. destruct (number_of_fixed_points beta Hbeta x0) as [_ [_ C2]].
  destruct (proj2 C2 Hx) as [a0 [b0 [Hab E0]]].
  exists a0, b0. split; [exact Hab|]. split; [exact E0|].
  assert (Ea : psi beta 0 a0 = x0) by (apply fixpt_psi, E0; now left).
  assert (Eb : psi beta 0 b0 = x0) by (apply fixpt_psi, E0; now right).
  destruct (psi0_signs a0 b0 Hab Ea Eb) as [S1 [S2 S3]].
  intros e K Pe. set (r := Rmin (e / 2) ((b0 - a0) / 3)).
  assert (Pr : 0 < r) by (apply Rmin_pos; lra).
  assert (R1 : r <= e / 2) by apply Rmin_l. assert (R2 : r <= (b0 - a0) / 3) by apply Rmin_r.
  destruct (psi_eps_below (a0 - r) (S1 (a0 - r) ltac:(lra))) as [d1 [P1 H1]].
  destruct (psi_eps_below (b0 + r) (S3 (b0 + r) ltac:(lra))) as [d2 [P2 H2]].
  destruct (far_fixpt (Rmax K (b0 + r))) as [d3 [P3 H3]].
  pose proof (Rmax_l K (b0 + r)). pose proof (Rmax_r K (b0 + r)).
  set (d := Rmin d1 (Rmin d2 d3)).
  assert (L1 : d <= d1) by apply Rmin_l.
  assert (L2 : d <= d2) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_l]).
  assert (L3 : d <= d3) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_r]).
  exists d. split; [unfold d; repeat apply Rmin_pos; assumption|]. intros eps He.
  specialize (H1 eps ltac:(lra)). specialize (H2 eps ltac:(lra)).
  destruct (H3 eps ltac:(lra)) as [c [Hc Fc]].
  pose proof (psi_eps_above (a0 + r) eps ltac:(lra) (S2 (a0 + r) ltac:(lra))) as U1.
  pose proof (psi_eps_above (b0 - r) eps ltac:(lra) (S2 (b0 - r) ltac:(lra))) as U2.
  destruct (ivt_seg (psi beta eps) (a0 - r) (a0 + r) x0) as [a [Ha Fa]]; try lra.
  { intros x _. apply psi_continuity_pt; lra. }
  destruct (ivt_seg (fun x => - psi beta eps x) (b0 - r) (b0 + r) (- x0)) as [b [Hb Fb]]; try lra.
  { intros x _. apply continuity_pt_opp, psi_continuity_pt; lra. }
  assert (Fa' : fixpt (F x0 beta eps) a) by (apply fixpt_psi; lra).
  assert (Fb' : fixpt (F x0 beta eps) b) by (apply fixpt_psi; lra).
  exists a, b, c. split; [lra|]. split; [apply Rabs_def1; lra|].
  split; [apply Rabs_def1; lra|]. split; [lra|].
  destruct (at_most_three eps (proj1 He)) as [n [Hn [l [Dl [Ll Hl]]]]].
  assert (Nd : NoDup [a; b; c]).
  { repeat constructor; simpl; intros Q; decompose [or] Q; try lra; easy. }
  assert (Inc : incl [a; b; c] l).
  { intros x [<-|[<-|[<-|[]]]]; now apply Hl. }
  assert (Inc' : incl l [a; b; c]) by (apply NoDup_length_incl; [exact Nd | simpl; lia | exact Inc]).
  intros x. split.
  - intros Ex. apply Hl, Inc' in Ex. destruct Ex as [<-|[<-|[<-|[]]]]; auto.
  - intros [-> | [-> | ->]]; assumption.
Qed.

End SmallEps.

(** D10. eps -> 0: the largest fixed point tends to 1. *)
Theorem largest_fixed_point_small_eps (pref beta : R) : 0 < pref < 1 -> 0 < beta ->
  forall e, 0 < e -> exists d, 0 < d /\ forall eps, 0 < eps < d ->
    forall p, greatest_fixpt (h pref beta eps) p -> 1 - e < p < 1.
Proof.
  intros Hp Hb e Pe. set (m := Rmax (1 - e) (/ 2)).
  pose proof (Rmax_l (1 - e) (/ 2)). pose proof (Rmax_r (1 - e) (/ 2)).
  assert (Hm : 0 < m < 1) by (unfold m; split; [lra | apply Rmax_lub_lt; lra]).
  destruct (far_fixpt (logit pref) beta Hb (logit m)) as [d [Pd Hd]].
  exists d. split; [exact Pd|]. intros eps He p [E M].
  destruct (Hd eps He) as [c [Hc Fc]]. apply fixpt_F_h in Fc; [|exact Hp].
  apply M in Fc. apply sigma_increasing in Hc. rewrite sigma_logit in Hc by exact Hm.
  pose proof (h_range pref beta eps Hp p) as Hr. unfold fixpt in E. rewrite E in Hr.
  unfold m in *. lra.
Qed.
