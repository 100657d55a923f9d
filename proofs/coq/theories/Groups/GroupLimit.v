(** L6, L9, L10.  Omega_G tends to the population factor as the group grows; one step
    suffices when the factor is constant. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape GroupSize.
Open Scope R_scope.

(** L10. Mean-only groups: from any start, p_n = sigma (x0 + (G - 1) / (G beta)), n >= 1. *)
Theorem mean_only_one_step G pref beta p n : (2 <= G)%nat ->
  iter (fun q => sigma (logit pref + factor (fun _ => 1) G q / beta)) p (S n) =
  sigma (logit pref + (INR G - 1) / (INR G * beta)).
Proof.
  intros HG. cbn [iter]. destruct (mean_only_groups G
    (iter (fun q => sigma (logit pref + factor (fun _ => 1) G q / beta)) p n) HG) as [-> _].
  f_equal. unfold Rdiv. rewrite Rinv_mult. ring.
Qed.

(** Second moment of the empirical mean. *)
Lemma mean_square_error G p : (2 <= G)%nat ->
  bern G (fun k => (INR k / INR G - p) * (INR k / INR G - p)) p = var p / INR G.
Proof.
  intros HG. destruct G as [|[|m]]; try lia. set (n := S (S m)).
  assert (Hn : INR n <> 0) by (apply not_0_INR; lia).
  rewrite (bern_ext n _ (fun k => / (INR n * INR n) * (INR k * INR k)
             + ((- (2 * p) / INR n) * (INR k * 1) + p * p))).
  2:{ intros k _. field. exact Hn. }
  rewrite !bern_plus, !bern_scal, bern_const.
  assert (E1 : bern n (fun k => INR k * 1) p = INR n * p).
  { unfold n. rewrite (bern_success (S m) (fun _ => 1)), bern_const. ring. }
  assert (E2 : bern n (fun k => INR k * INR k) p = INR n * p * (1 + (INR n - 1) * p)).
  { unfold n. rewrite (bern_success (S m) INR).
    rewrite (bern_ext (S m) (fun k => INR (S k)) (fun k => INR k * 1 + 1))
      by (intros; rewrite S_INR; ring).
    rewrite bern_plus, bern_const, (bern_success m (fun _ => 1)), bern_const.
    rewrite (S_INR (S m)). ring. }
  rewrite E1, E2. unfold var. field. exact Hn.
Qed.

(** The variance p (1 - p) is 1-Lipschitz on [0, 1]. *)
Lemma var_lipschitz x y : 0 <= x <= 1 -> 0 <= y <= 1 ->
  (var x - var y) * (var x - var y) <= (x - y) * (x - y).
Proof.
  intros Hx Hy. replace (var x - var y) with ((x - y) * (1 - x - y)) by (unfold var; ring).
  replace ((x - y) * (1 - x - y) * ((x - y) * (1 - x - y)))
    with ((x - y) * (x - y) * ((1 - x - y) * (1 - x - y))) by ring.
  rewrite <- (Rmult_1_r ((x - y) * (x - y))) at 2.
  apply Rmult_le_compat_l; [apply Rle_0_sqr|]. nra.
Qed.

(** Quadratic lower bound of v / sqrt (v + eps) at its tangent in m. *)
Lemma tangent_gap eps v m : 0 <= eps -> 0 <= v -> 0 < m ->
  g 1 eps m + (/ (2 * sqrt (m + eps)) + eps / (2 * (sqrt (m + eps) * (m + eps)))) * (v - m)
  - 4 / (m * sqrt (m + eps)) * ((v - m) * (v - m)) <= g 1 eps v.
Proof.
  intros He Hv Hm. unfold g. rewrite !Rmult_1_l.
  assert (Hu : 0 < sqrt (m + eps)) by (apply sqrt_lt_R0; lra).
  assert (Eu : sqrt (m + eps) * sqrt (m + eps) = m + eps) by (apply sqrt_sqrt; lra).
  assert (D2 : 0 <= (v - m) * (v - m)) by apply Rle_0_sqr.
  destruct (Req_dec v 0) as [->|Nv].
  - rewrite Rmult_0_l. set (u := sqrt (m + eps)) in *.
    replace (m * / u + (/ (2 * u) + eps / (2 * (u * (m + eps)))) * (0 - m)
             - 4 / (m * u) * ((0 - m) * (0 - m)))
      with (- (m / u) * (7 / 2 + eps / (2 * (m + eps)))) by (field; lra).
    assert (0 < m / u) by (apply Rdiv_lt_0_compat; lra).
    assert (0 <= eps / (2 * (m + eps))).
    { apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]. }
    nra.
  - assert (Ht : 0 < sqrt (v + eps)) by (apply sqrt_lt_R0; lra).
    assert (Et : sqrt (v + eps) * sqrt (v + eps) = v + eps) by (apply sqrt_sqrt; lra).
    assert (Hte : eps <= sqrt (v + eps) * sqrt (v + eps)) by lra.
    assert (Hue : eps <= sqrt (m + eps) * sqrt (m + eps)) by lra.
    set (t := sqrt (v + eps)) in *. set (u := sqrt (m + eps)) in *.
    assert (Ev : v = t * t - eps) by lra. assert (Em : m + eps = u * u) by lra.
    (* the exact gap is (t-u)^2 (1/(2u) + eps (t+2u)/(2 u^3 t)) *)
    assert (Gap : m * / u + (/ (2 * u) + eps / (2 * (u * (m + eps)))) * (v - m) - v * / t =
      (t - u) * (t - u) * (/ (2 * u) + eps * (t + 2 * u) / (2 * (u * u * u) * t))).
    { rewrite Em, Ev. replace m with (u * u - eps) by lra. field. lra. }
    assert (Vm : (v - m) * (v - m) = (t - u) * (t - u) * ((t + u) * (t + u))).
    { replace (v - m) with (t * t - u * u) by lra. ring. }
    assert (S0 : 0 <= (t - u) * (t - u)) by apply Rle_0_sqr.
    assert (F : / (2 * u) + eps * (t + 2 * u) / (2 * (u * u * u) * t)
                <= 4 / (m * u) * ((t + u) * (t + u))).
    { assert (Hmu : m <= u * u) by lra.
      assert (A : / (2 * u) <= / (m * u) * (u * u)).
      { replace (/ (2 * u)) with (/ (m * u) * (m / 2)) by (field; lra).
        apply Rmult_le_compat_l; [left; apply Rinv_0_lt_compat; apply Rmult_lt_0_compat; lra|]. lra. }
      assert (B : eps * (t + 2 * u) / (2 * (u * u * u) * t) <= / (m * u) * (3 * (t + u) * (t + u))).
      { assert (C1 : eps / t <= t + u).
        { apply Rmult_le_reg_r with t; [exact Ht|].
          replace (eps / t * t) with eps by (field; lra). nra. }
        replace (eps * (t + 2 * u) / (2 * (u * u * u) * t))
          with (/ (u * u * u) * (eps / t * (t / 2 + u))) by (field; lra).
        apply Rmult_le_compat.
        - left. apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; lra.
        - apply Rmult_le_pos; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra] | lra].
        - apply Rinv_le_contravar; [apply Rmult_lt_0_compat; lra|].
          apply Rmult_le_compat_r; lra.
        - apply Rle_trans with ((t + u) * (t + u)).
          + apply Rmult_le_compat; try lra.
            apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra].
          + nra. }
      apply Rle_trans with (/ (m * u) * (u * u) + / (m * u) * (3 * (t + u) * (t + u))); [lra|].
      rewrite <- Rmult_plus_distr_l. replace (4 / (m * u) * ((t + u) * (t + u)))
        with (/ (m * u) * (4 * ((t + u) * (t + u)))) by (unfold Rdiv; ring).
      apply Rmult_le_compat_l; [left; apply Rinv_0_lt_compat; apply Rmult_lt_0_compat; lra|]. nra. }
    apply (Rmult_le_compat_l _ _ _ S0) in F. rewrite <- Gap in F. rewrite Vm.
    replace (4 / (m * u) * ((t - u) * (t - u) * ((t + u) * (t + u))))
      with ((t - u) * (t - u) * (4 / (m * u) * ((t + u) * (t + u)))) by ring.
    lra.
Qed.

(** L6. For 0 < p < 1 and every eps >= 0, Omega_G (p) tends to the population factor, with
    an explicit rate of order 1 / G. *)
Theorem group_factor_limit eps p : 0 <= eps -> 0 < p < 1 ->
  (exists K, forall G, (2 <= G)%nat ->
     Omega eps p - K / INR G <= Omega0 eps G p < Omega eps p) /\
  is_lim_seq (fun G => Omega0 eps G p) (Omega eps p).
Proof.
  intros He Hp. assert (Pv := var_pos' p Hp).
  set (m := var p) in *.
  set (d := / (2 * sqrt (m + eps)) + eps / (2 * (sqrt (m + eps) * (m + eps)))).
  set (q := 4 / (m * sqrt (m + eps))).
  assert (Q : 0 < sqrt (m + eps)) by (apply sqrt_lt_R0; lra).
  assert (Pq : 0 < q) by (apply Rdiv_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]).
  assert (B : forall G, (2 <= G)%nat -> Omega eps p - (d + q) / INR G <= Omega0 eps G p < Omega eps p).
  { intros G HG. assert (H2 := INR_ge2 G HG). split.
    2:{ destruct (groups_under_amplify eps G p HG Hp He) as [A [C _]]. lra. }
    rewrite Omega0_mean by assumption. fold m.
    assert (L : bern G (fun k => g 1 eps m + d * (v0 G k - m)
                  - q * ((INR k / INR G - p) * (INR k / INR G - p))) p <= mean_g 1 eps G p).
    { apply bern_le; [lra|]. intros k Hk.
      assert (T := tangent_gap eps (v0 G k) m He (v0_nonneg G k) Pv). fold d q in T.
      apply Rle_trans with (2 := T). apply Rplus_le_compat_l, Ropp_le_contravar.
      apply Rmult_le_compat_l; [lra|]. rewrite v0_var by lia. unfold m. apply var_lipschitz; [|lra].
      assert (INR k <= INR G) by (apply le_INR; lia). assert (0 <= INR k) by apply pos_INR.
      split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]|].
      apply Rmult_le_reg_r with (INR G); [lra|].
      replace (INR k / INR G * INR G) with (INR k) by (field; lra). lra. }
    rewrite bern_minus, bern_plus, bern_const, !bern_scal, bern_minus, bern_const in L.
    rewrite mean_v0, mean_square_error in L by assumption. fold m in L.
    apply Rmult_le_reg_r with m; [exact Pv|].
    replace (mean_g 1 eps G p / m * m) with (mean_g 1 eps G p) by (field; lra).
    apply Rle_trans with (2 := L). right.
    unfold Omega, g. fold m. rewrite Rmult_1_l. unfold Rdiv. field. lra. }
  split; [exists (d + q); exact B|].
  apply (is_lim_seq_incr_n _ 2).
  apply is_lim_seq_le_le with (fun n => Omega eps p - (d + q) / INR (n + 2)) (fun _ => Omega eps p).
  - intros n. specialize (B (n + 2)%nat ltac:(lia)). lra.
  - replace (Finite (Omega eps p)) with (Finite (Omega eps p - (d + q) * 0)) by (f_equal; ring).
    apply is_lim_seq_minus'; [apply is_lim_seq_const|].
    apply (is_lim_seq_scal_l (fun n => / INR (n + 2)) (d + q) 0).
    apply (is_lim_seq_incr_n (fun n => / INR n) 2).
    apply (is_lim_seq_inv INR p_infty); [apply is_lim_seq_INR | easy].
  - apply is_lim_seq_const.
Qed.
