(** Dynamics of the two-KL map T x = alpha x0 + (1 - alpha) x + G x / beta:
    local stability (including the flip), global convergence, monotone regime. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Orbits Require Import IterLemmas Coppel CrossRatio.
From GrpoProofs.Unsmoothed Require Import Calculus LocalDynamics Stability.
From GrpoProofs.Variants Require Import Maps TwoKLRun.
Open Scope R_scope.

Section Local.
Variables alpha x0 beta eps : R.
Hypothesis Halpha : 0 < alpha <= 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.
Let T := twoKL alpha x0 beta eps.

Lemma twoKL_derive x : is_derive T x (1 - alpha + dG eps x / beta).
Proof.
  pose proof (G_derive eps Heps x) as D.
  assert (Ex : ex_derive (fun x : R => G eps x) x) by (exists (dG eps x); exact D).
  assert (Dv : Derive (fun x : R => G eps x) x = dG eps x) by (apply is_derive_unique, D).
  unfold T, twoKL. auto_derive; [exact Ex |].
  rewrite Dv. field. lra.
Qed.

Lemma twoKL_continuity x : continuity_pt T x.
Proof. apply (deriv_continuity_pt _ _ _ (twoKL_derive x)). Qed.

Variable a : R.
Hypothesis Fa : fixpt T a.

(** H9. Multiplier 1 - alpha + G' / beta; exponentially attracting iff
    - (2 - alpha) beta < G' < alpha beta. *)
Theorem two_kl_exp_attracting_iff :
  is_derive T a (1 - alpha + dG eps a / beta) /\
  (exp_attracting T a <-> - ((2 - alpha) * beta) < dG eps a < alpha * beta).
Proof.
  split; [apply twoKL_derive |].
  rewrite (exp_attracting_iff T a _ Fa (twoKL_derive a)).
  assert (E : dG eps a = beta * (dG eps a / beta)) by (field; lra).
  set (m := dG eps a / beta) in *. split; intros H.
  - apply Rabs_def2 in H. rewrite E. split; nra.
  - rewrite E in H. apply Rabs_def1; nra.
Qed.

(** H9. Below 1/2 (a < 0, p = sigma a) the condition reads B p < (2 - alpha) beta, that
    is, B p < (2 / alpha - 1) beta' with beta' = alpha beta. Multiplier 1 (saddle-node)
    iff G' = beta', as for the reference map with beta'. *)
Theorem two_kl_flip_threshold : a < 0 ->
  (exp_attracting T a <-> Bthr eps (sigma a) < (2 - alpha) * beta) /\
  (2 - alpha) * beta = (2 / alpha - 1) * (alpha * beta).
Proof.
  intros H. split; [| field; lra].
  rewrite (proj2 two_kl_exp_attracting_iff).
  pose proof (dG_neg eps Heps a H) as N. rewrite <- (dG_abs eps Heps a), Rabs_left by exact N.
  split; intros K; nra.
Qed.

Theorem two_kl_saddle_node_condition :
  1 - alpha + dG eps a / beta = 1 <-> dG eps a = alpha * beta.
Proof.
  assert (E : dG eps a = beta * (dG eps a / beta)) by (field; lra).
  set (m := dG eps a / beta) in *. rewrite E. split; intros H; nra.
Qed.

Lemma dG_continuity x : continuity_pt (dG eps) x.
Proof.
  apply derivable_continuous_pt, ex_derive_Reals_0. unfold dG.
  pose proof (GD_pos eps Heps x) as P. pose proof (sqrt_GD_pos eps Heps x) as Q.
  unfold GD in *. auto_derive. repeat split; try exact P.
  apply Rgt_not_eq. apply Rmult_lt_0_compat; assumption.
Qed.

(** Around a flip, T o T lies below the diagonal to the right of the fixed point: the
    cross-ratio inequality. *)
Lemma two_kl_second_iterate v : dG eps a = - ((2 - alpha) * beta) ->
  a < v -> v <= 0 -> T v < a -> T (T v) < v.
Proof.
  intros Flip Hav Hv Hu. apply Rnot_le_lt. intros HW.
  set (u := T v) in *. set (w := T u) in *.
  pose proof (cross_ratio_signed eps u a v Heps (conj Hu Hav) Hv) as CR.
  (* increments of G from the equations *)
  assert (Gx : forall x, G eps x = beta * (T x - alpha * x0 - (1 - alpha) * x)).
  { intros x. unfold T, twoKL. field. lra. }
  assert (Ta : T a = a) by exact Fa.
  rewrite (Gx u), (Gx a), (Gx v) in CR. fold w in CR. fold u in CR. rewrite Ta, Flip in CR.
  set (A := a - u) in *. set (B := v - a) in *. set (W := w - a).
  set (gam := 1 - alpha) in *.
  assert (HA : 0 < A) by (unfold A; lra). assert (HB : 0 < B) by (unfold B; lra).
  assert (HWB : B <= W) by (unfold B, W; lra). assert (Hg : 0 <= gam) by (unfold gam; lra).
  assert (E1 : beta * (w - alpha * x0 - gam * u) - beta * (a - alpha * x0 - gam * a)
               = beta * (W + gam * A)) by (unfold W, A; ring).
  assert (E2 : beta * (a - alpha * x0 - gam * a) - beta * (u - alpha * x0 - gam * v)
               = beta * (A + gam * B)) by (unfold A, B; ring).
  assert (E3 : beta * (w - alpha * x0 - gam * u) - beta * (u - alpha * x0 - gam * v)
               = beta * (W + gam * A + (A + gam * B))) by (unfold W, A, B; ring).
  rewrite E1, E2, E3 in CR.
  replace (v - u) with (A + B) in CR by (unfold A, B; ring).
  replace (- - ((2 - alpha) * beta)) with ((1 + gam) * beta) in CR by (unfold gam; ring).
  assert (Id : (W + gam * A) * (A + gam * B) * (A + B)
             - (1 + gam) * (W + gam * A + (A + gam * B)) * (A * B)
             = (W - B) * (A * A + gam * (B * B)) + (A + B) * gam * ((A - B) * (A - B))) by ring.
  assert (P1 : 0 <= (W - B) * (A * A + gam * (B * B))) by (apply Rmult_le_pos; nra).
  assert (P2 : 0 <= (A + B) * gam * ((A - B) * (A - B))).
  { apply Rmult_le_pos; [nra |]. apply Rle_0_sqr. }
  assert (Hbb : 0 < beta * beta) by nra.
  assert (L : beta * beta * ((W + gam * A) * (A + gam * B) * (A + B))
            < beta * beta * ((1 + gam) * (W + gam * A + (A + gam * B)) * (A * B))) by lra.
  apply Rmult_lt_reg_l in L; [lra | exact Hbb].
Qed.

(** H9 (boundary). At the flip G' = - (2 - alpha) beta the fixed point is still
    asymptotically stable, for every eps >= 0. *)
Theorem two_kl_stable_at_flip : dG eps a = - ((2 - alpha) * beta) -> asym_stable T a.
Proof.
  intros Flip.
  assert (Ha : a < 0).
  { apply Rnot_le_lt. intros [L | L].
    - pose proof (dG_pos eps Heps a L). nra.
    - rewrite <- L, dG_0 in Flip by exact Heps. nra. }
  (* T decreases near a *)
  set (m := fun x => 1 - alpha + dG eps x / beta).
  assert (Cm : continuity_pt m a).
  { unfold m. apply (continuity_pt_plus (fun _ => 1 - alpha) (fun x => dG eps x / beta));
      [apply continuity_pt_const; intros ? ?; reflexivity |].
    apply (continuity_pt_mult (dG eps) (fun _ => / beta)); [apply dG_continuity |].
    apply continuity_pt_const; intros ? ?; reflexivity. }
  assert (Ma : m a = -1) by (unfold m; rewrite Flip; field; lra).
  destruct (continuity_pt_eps m a 1 Cm Rlt_0_1) as (d & Hd & Near).
  set (e := Rmin (d / 2) (- a)).
  assert (Pe : 0 < e) by (apply Rmin_pos; lra).
  assert (e <= d / 2) by apply Rmin_l. assert (e <= - a) by apply Rmin_r.
  assert (Dec : forall x y, a - e <= x -> x < y -> y <= a + e -> T y < T x).
  { intros x y Hx Hxy Hy. apply (deriv_neg_lt T m); [exact Hxy | |].
    - intros t _. apply twoKL_derive.
    - intros t Ht. assert (K : Rabs (m t - m a) < 1) by (apply Near; apply Rabs_def1; lra).
      rewrite Ma in K. apply Rabs_def2 in K. lra. }
  apply (flip_stable T (a - e) a (a + e)); try lra.
  - exact Fa.
  - intros; apply twoKL_continuity.
  - exact Dec.
  - intros y Hy _. apply two_kl_second_iterate; try lra.
    assert (T y < T a) by (apply Dec; lra). unfold fixpt in Fa. lra.
Qed.
End Local.

Section Global.
Variables alpha x0 beta eps : R.
Hypothesis Halpha : 0 < alpha <= 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let T := twoKL alpha x0 beta eps.
Let Heps0 : 0 <= eps := Rlt_le _ _ Heps.

(** H10 (no 2-cycle). *)
Theorem two_kl_no_two_cycle : Meps eps <= (2 - alpha) * beta ->
  forall u v, ~ two_cycle T u v.
Proof.
  intros HM u v (Huv & Tu & Tv).
  pose proof (proj2 (G_lipschitz_constant eps Heps u v) ltac:(lra)) as L.
  assert (Gx : forall x, G eps x = beta * (T x - alpha * x0 - (1 - alpha) * x)).
  { intros x. unfold T, twoKL. field. lra. }
  rewrite (Gx u), (Gx v), Tu, Tv in L.
  replace (beta * (v - alpha * x0 - (1 - alpha) * u) - beta * (u - alpha * x0 - (1 - alpha) * v))
    with ((2 - alpha) * beta * (v - u)) in L by ring.
  assert (P : 0 < (2 - alpha) * beta * (v - u)) by (apply Rmult_lt_0_compat; nra).
  rewrite Rabs_pos_eq, (Rabs_left (u - v)) in L by lra.
  assert (Meps eps * (v - u) <= (2 - alpha) * beta * (v - u)) by (apply Rmult_le_compat_r; lra).
  lra.
Qed.

(** A compact invariant interval around any start. *)
Lemma two_kl_bounds x : alpha * x0 + (1 - alpha) * x < T x < alpha * (x0 + / sqrt eps / (alpha * beta)) + (1 - alpha) * x.
Proof.
  unfold T, twoKL. pose proof (G_upper eps x Heps) as U.
  pose proof (G_over_beta_pos beta eps Hbeta Heps0 x).
  split; [lra |].
  replace (alpha * (x0 + / sqrt eps / (alpha * beta))) with (alpha * x0 + / sqrt eps / beta).
  2: { field. pose proof (sqrt_lt_R0 eps Heps). lra. }
  assert (G eps x / beta < / sqrt eps / beta); [| lra].
  apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; exact Hbeta | exact U].
Qed.

Lemma two_kl_interval y : exists l u, l <= y <= u /\ forall x, l <= x <= u -> l <= T x <= u.
Proof.
  set (top := x0 + / sqrt eps / (alpha * beta)).
  exists (Rmin x0 y), (Rmax top y).
  pose proof (Rmin_l x0 y). pose proof (Rmin_r x0 y).
  pose proof (Rmax_l top y). pose proof (Rmax_r top y).
  split; [lra |]. intros x Hx. pose proof (two_kl_bounds x) as (B1 & B2). fold top in B2.
  assert (alpha * Rmin x0 y <= alpha * x0) by (apply Rmult_le_compat_l; lra).
  assert ((1 - alpha) * Rmin x0 y <= (1 - alpha) * x) by (apply Rmult_le_compat_l; lra).
  assert (alpha * top <= alpha * Rmax top y) by (apply Rmult_le_compat_l; lra).
  assert ((1 - alpha) * x <= (1 - alpha) * Rmax top y) by (apply Rmult_le_compat_l; lra).
  lra.
Qed.

(** H10. If eps > 0, 0 < alpha <= 1 and (2 - alpha) beta >= M_eps, every orbit from every
    start converges to a fixed point. *)
Theorem two_kl_global_convergence y : Meps eps <= (2 - alpha) * beta ->
  exists c, fixpt T c /\ is_lim_seq (iter T y) c.
Proof.
  intros HM. destruct (two_kl_interval y) as (l & u & Hy & Inv).
  destruct (coppel T l u) with (x := y) as (c & _ & Fc & Lc).
  - intros; apply twoKL_continuity; assumption.
  - exact Inv.
  - intros x _ E.
    destruct (Rtotal_order x (T x)) as [L | [L | L]]; [| symmetry; exact L |]; exfalso.
    + apply (two_kl_no_two_cycle HM x (T x)). repeat split; assumption.
    + apply (two_kl_no_two_cycle HM (T x) x). repeat split; assumption.
  - exact Hy.
  - exists c. split; assumption.
Qed.

(** H11. If moreover (1 - alpha) beta >= M_eps, T is strictly increasing, and from p_ref
    the sequence increases to the smallest fixed point. *)
Theorem two_kl_increasing : Meps eps <= (1 - alpha) * beta ->
  forall x y, x < y -> T x < T y.
Proof.
  intros HM x y Hxy.
  pose proof (proj2 (G_lipschitz_constant eps Heps x y) ltac:(lra)) as L.
  rewrite (Rabs_left (x - y)) in L by lra. apply Rabs_def2 in L.
  assert (K : G eps x - G eps y < (1 - alpha) * beta * (y - x)).
  { assert (Meps eps * (y - x) <= (1 - alpha) * beta * (y - x)) by (apply Rmult_le_compat_r; lra). lra. }
  unfold T, twoKL.
  assert (Q : G eps x / beta < (1 - alpha) * (y - x) + G eps y / beta); [| lra].
  apply (Rmult_lt_reg_r beta); [exact Hbeta |].
  replace (G eps x / beta * beta) with (G eps x) by (field; lra).
  replace (((1 - alpha) * (y - x) + G eps y / beta) * beta)
    with ((1 - alpha) * beta * (y - x) + G eps y) by (field; lra). lra.
Qed.

Theorem two_kl_monotone_regime : Meps eps <= (1 - alpha) * beta ->
  (forall n, iter T x0 n < iter T x0 (S n)) /\
  exists c, fixpt T c /\ (forall d, fixpt T d -> c <= d) /\ is_lim_seq (iter T x0) c.
Proof.
  intros HM. pose proof (two_kl_increasing HM) as Inc.
  assert (Up : x0 < T x0).
  { pose proof (two_kl_bounds x0) as (B & _). lra. }
  split.
  - induction n as [| n IH]; [exact Up |]. apply Inc, IH.
  - assert (Mono : forall u v, x0 <= u <= v -> T u <= T v).
    { intros u v (_ & [L | ->]); [left; apply Inc, L | lra]. }
    assert (Cont : forall u, x0 <= u -> continuity_pt T u).
    { intros; apply twoKL_continuity; assumption. }
    assert (Above : forall d, fixpt T d -> x0 <= d).
    { intros d Fd. unfold fixpt in Fd. pose proof (two_kl_bounds d) as (B & _). rewrite Fd in B. nra. }
    destruct (up_orbit_lim T x0 x0 Mono Cont (Rle_refl _) (Rlt_le _ _ Up))
      as [(c & Hc & Fc & Small & L) | (_ & L)].
    + exists c. split; [exact Fc |]. split; [| exact L].
      intros d Fd. apply Small; [apply Above, Fd | exact Fd].
    + exfalso. destruct (two_kl_interval x0) as (l & u & Hy & Inv).
      assert (B : forall n, iter T x0 n <= u).
      { intros n. apply (iter_in T (fun t => l <= t <= u) x0 n Inv Hy). }
      apply (is_lim_seq_le (iter T x0) (fun _ => u) p_infty u B L (is_lim_seq_const u)).
Qed.
End Global.
