(** L4, L7, L10, L12.  Finite groups under-amplify; groups of two and three give
    a constant factor; no whitening; the two conventions for the deviation. *)

Require Import Reals Lra Lia.
From GrpoProofs Require Import Defs.
From GrpoProofs.Groups Require Import Bernstein Weights.
Open Scope R_scope.

Lemma INR_ge2 G : (2 <= G)%nat -> 2 <= INR G.
Proof. intros H. apply le_INR in H. exact H. Qed.

Lemma var_pos' p : 0 < p < 1 -> 0 < var p.
Proof. intros H. unfold var. apply Rmult_lt_0_compat; lra. Qed.

(** Empirical variance. *)
Lemma v0_var G k : (0 < G)%nat -> (k <= G)%nat -> v0 G k = var (INR k / INR G).
Proof.
  intros HG Hk. apply lt_0_INR in HG. unfold v0, var. rewrite minus_INR by exact Hk. field. lra.
Qed.

Lemma v0_nonneg G k : 0 <= v0 G k.
Proof.
  unfold v0, Rdiv. apply Rmult_le_pos; [apply Rmult_le_pos; apply pos_INR|].
  destruct (Req_dec (INR G) 0) as [->|N].
  - rewrite Rmult_0_l, Rinv_0. lra.
  - left. apply Rinv_0_lt_compat. assert (0 <= INR G) by apply pos_INR. nra.
Qed.

Lemma v0_pos G k : (0 < k < G)%nat -> 0 < v0 G k.
Proof.
  intros H. unfold v0. apply Rdiv_lt_0_compat.
  - apply Rmult_lt_0_compat; apply lt_0_INR; lia.
  - apply Rmult_lt_0_compat; apply lt_0_INR; lia.
Qed.

Lemma v1_v0 G k : (2 <= G)%nat -> v1 G k = v0 G k * (INR G / (INR G - 1)).
Proof.
  intros H. apply INR_ge2 in H. unfold v1, v0. field. lra.
Qed.

Lemma v0_sym G k : (k <= G)%nat -> v0 G (G - k) = v0 G k.
Proof.
  intros H. unfold v0. replace (G - (G - k))%nat with k by lia. f_equal. apply Rmult_comm.
Qed.

(** Expectation of the empirical variance. *)
Lemma mean_v0 G p : (2 <= G)%nat -> bern G (v0 G) p = var p * ((INR G - 1) / INR G).
Proof.
  intros H. destruct G as [|[|g]]; try lia.
  assert (Hn : INR (S (S g)) <> 0) by (apply not_0_INR; lia).
  rewrite (bern_ext (S (S g)) _ (fun k => / (INR (S (S g)) * INR (S (S g))) *
             (INR k * (INR (S (S g) - k) * 1)))).
  2:{ intros k _. unfold v0. field. exact Hn. }
  rewrite bern_scal, bern_success. cbn [Nat.sub].
  rewrite (bern_failure g (fun _ => 1)), bern_const. unfold var.
  rewrite (S_INR (S g)) in *. field. lra.
Qed.

(** ** L12 *)

(** L12. Divisor G - 1 with smoothing eps is sqrt ((G - 1) / G) times divisor G with
    smoothing eps (G - 1) / G; for eps = 0 the smoothing is the same. *)
Theorem ddof_relation eps G p : (2 <= G)%nat -> 0 <= eps ->
  Omega1 eps G p = sqrt ((INR G - 1) / INR G) * Omega0 (eps * ((INR G - 1) / INR G)) G p /\
  Omega1 0 G p = sqrt ((INR G - 1) / INR G) * Omega0 0 G p.
Proof.
  intros HG He. assert (H2 := INR_ge2 G HG).
  assert (K : forall e, 0 <= e ->
    Omega1 e G p = sqrt ((INR G - 1) / INR G) * Omega0 (e * ((INR G - 1) / INR G)) G p).
  { intros e E. unfold Omega1, Omega0, factor.
    set (c := (INR G - 1) / INR G).
    assert (Hc : 0 < c) by (apply Rdiv_lt_0_compat; lra).
    rewrite <- Rmult_assoc, (Rmult_comm (sqrt c)), Rmult_assoc.
    apply (f_equal (Rmult c)). rewrite <- bern_scal. apply bern_ext. intros k Hk. unfold om1, om0.
    assert (Hv : 0 < v0 G (S k)) by (apply v0_pos; lia).
    rewrite v1_v0 by exact HG.
    replace (v0 G (S k) * (INR G / (INR G - 1)) + e) with ((v0 G (S k) + e * c) / c)
      by (unfold c; field; lra).
    rewrite sqrt_div_alt by exact Hc.
    assert (0 < sqrt c) by now apply sqrt_lt_R0.
    assert (0 < sqrt (v0 G (S k) + e * c)).
    { apply sqrt_lt_R0. assert (0 <= e * c) by (apply Rmult_le_pos; lra). lra. }
    field. lra. }
  split; [now apply K|].
  rewrite K by lra. now rewrite Rmult_0_l.
Qed.

(** ** L7, L10 *)

(** L7. Groups of two and three: the factor does not depend on p. *)
Theorem groups_of_two_and_three eps p : 0 <= eps ->
  Omega0 eps 2 p = / 2 / sqrt (/ 4 + eps) /\
  Omega0 eps 3 p = 2 / 3 / sqrt (2 / 9 + eps) /\
  Omega0 0 2 p = 1 /\ Omega0 0 3 p = sqrt 2.
Proof.
  intros He.
  assert (A : forall e, Omega0 e 2 p = / 2 / sqrt (/ 4 + e)).
  { intros e. unfold Omega0, factor, om0, v0. simpl.
    replace (1 * 1 / ((1 + 1) * (1 + 1)) + e) with (/ 4 + e) by field. unfold Rdiv. f_equal. field. }
  assert (B : forall e, Omega0 e 3 p = 2 / 3 / sqrt (2 / 9 + e)).
  { intros e. unfold Omega0, factor, om0, v0. simpl.
    replace (1 * (1 + 1) / ((1 + 1 + 1) * (1 + 1 + 1)) + e) with (2 / 9 + e) by field.
    replace ((1 + 1) * 1 / ((1 + 1 + 1) * (1 + 1 + 1)) + e) with (2 / 9 + e) by field.
    unfold Rdiv. replace (p * / sqrt (2 * / 9 + e) + (1 - p) * / sqrt (2 * / 9 + e))
      with (/ sqrt (2 * / 9 + e)) by ring. f_equal. field. }
  split; [apply A|]. split; [apply B|]. split.
  - rewrite A. replace (/ 4 + 0) with (/ 2 * / 2) by field.
    rewrite sqrt_square by lra. field.
  - rewrite B. replace (2 / 9 + 0) with (2 / (3 * 3)) by field.
    rewrite sqrt_div_alt, sqrt_square by lra.
    assert (Q : 0 < sqrt 2) by (apply sqrt_lt_R0; lra).
    assert (E : sqrt 2 * sqrt 2 = 2) by (apply sqrt_sqrt; lra).
    apply Rmult_eq_reg_r with (sqrt 2); [|lra]. rewrite E. field. lra.
Qed.

(** L10. Without whitening (om = 1) the factor is (G - 1) / G, and one step gives
    sigma (x0 + (G - 1) / (G beta)); with the leave-one-out baseline, whose advantage
    is G / (G - 1) times as large, the factor is 1. *)
Theorem mean_only_groups G p : (2 <= G)%nat ->
  factor (fun _ => 1) G p = (INR G - 1) / INR G /\
  factor (fun _ => INR G / (INR G - 1)) G p = 1.
Proof.
  intros HG. apply INR_ge2 in HG. unfold factor. rewrite !bern_const. split; field; lra.
Qed.

(** The leave-one-out advantage is G / (G - 1) times the centred reward. *)
Lemma leave_one_out (b : bool) G k : (2 <= G)%nat ->
  Sums.ind b - (INR k - Sums.ind b) / (INR G - 1)
  = group_adv (fun _ => INR G / (INR G - 1)) G b k.
Proof. intros HG. apply INR_ge2 in HG. unfold group_adv. field. lra. Qed.

(** ** L4 *)

(** Tangent of v / sqrt (v + eps), a concave function. *)
Lemma tangent_above eps v m : 0 <= eps -> 0 < v + eps -> 0 < m + eps ->
  v * / sqrt (v + eps) <= m * / sqrt (m + eps) +
    (/ (2 * sqrt (m + eps)) + eps / (2 * (sqrt (m + eps) * (m + eps)))) * (v - m).
Proof.
  intros He Hv Hm.
  assert (Ht := sqrt_lt_R0 _ Hv). assert (Hu := sqrt_lt_R0 _ Hm).
  assert (Et : sqrt (v + eps) * sqrt (v + eps) = v + eps) by (apply sqrt_sqrt; lra).
  assert (Eu : sqrt (m + eps) * sqrt (m + eps) = m + eps) by (apply sqrt_sqrt; lra).
  set (t := sqrt (v + eps)) in *. set (u := sqrt (m + eps)) in *. clearbody t u.
  rewrite <- Eu. replace v with (t * t - eps) by lra. replace m with (u * u - eps) by lra.
  apply Rminus_le.
  replace (_ - _) with (- ((t - u) * (t - u) * (/ (2 * u) + eps * (t + 2 * u) / (2 * (u * u * u) * t))))
    by (field; lra).
  assert (0 <= (t - u) * (t - u)) by apply Rle_0_sqr.
  assert (0 < / (2 * u)) by (apply Rinv_0_lt_compat; lra).
  assert (0 <= eps * (t + 2 * u) / (2 * (u * u * u) * t)).
  { apply Rmult_le_pos; [apply Rmult_le_pos; lra|]. left. apply Rinv_0_lt_compat.
    repeat apply Rmult_lt_0_compat; lra. }
  nra.
Qed.

Lemma upper_bound_scaled c eps G p : (2 <= G)%nat -> 0 < p < 1 -> 0 <= eps -> 0 < c ->
  let v k := c * v0 G k in let m := c * (var p * ((INR G - 1) / INR G)) in
  bern G (fun k => v k * / sqrt (v k + eps)) p <= m * / sqrt (m + eps).
Proof.
  intros HG Hp He Hc v m. assert (H2 := INR_ge2 G HG).
  assert (Pv := var_pos' p Hp).
  assert (Pm : 0 < m).
  { unfold m. repeat apply Rmult_lt_0_compat; try lra. apply Rinv_0_lt_compat. lra. }
  set (d := / (2 * sqrt (m + eps)) + eps / (2 * (sqrt (m + eps) * (m + eps)))).
  assert (Hq : 0 < sqrt (m + eps)) by (apply sqrt_lt_R0; lra).
  apply Rle_trans with (bern G (fun k => m * / sqrt (m + eps) + d * (v k - m)) p).
  - apply bern_le; [lra|]. intros k Hk.
    assert (Nv : 0 <= v k) by (apply Rmult_le_pos; [lra | apply v0_nonneg]).
    destruct (Req_dec (v k + eps) 0) as [E|E].
    + (* only for eps = 0 and k = 0 or G *)
      assert (v k = 0) by lra. assert (eps = 0) by lra. rewrite H, Rmult_0_l.
      unfold d. rewrite H0. rewrite Rplus_0_r in *.
      assert (Em : sqrt m * sqrt m = m) by (apply sqrt_sqrt; lra).
      rewrite H0, Rplus_0_r in Hq.
      replace (m * / sqrt m + (/ (2 * sqrt m) + 0 / (2 * (sqrt m * m))) * (0 - m))
        with (m / (2 * sqrt m)) by (field; lra).
      apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra.
    + apply tangent_above; lra.
  - rewrite bern_plus, bern_const, bern_scal, bern_minus, bern_const.
    unfold v. rewrite bern_scal, mean_v0 by exact HG. fold m. right. ring.
Qed.

(** L4. Finite groups under-amplify. *)
Theorem groups_under_amplify eps G p : (2 <= G)%nat -> 0 < p < 1 -> 0 <= eps ->
  Omega0 eps G p <= (INR G - 1) / INR G / sqrt (var p * (INR G - 1) / INR G + eps) /\
  (INR G - 1) / INR G / sqrt (var p * (INR G - 1) / INR G + eps) < Omega eps p /\
  Omega1 eps G p <= (INR G - 1) / INR G * Omega eps p.
Proof.
  intros HG Hp He. assert (H2 := INR_ge2 G HG). assert (Pv := var_pos' p Hp).
  set (c := (INR G - 1) / INR G). assert (Hc : 0 < c) by (apply Rdiv_lt_0_compat; lra).
  assert (Hc1 : c < 1).
  { unfold c. apply Rmult_lt_reg_r with (INR G); [lra|]. field_simplify; lra. }
  replace (var p * (INR G - 1) / INR G) with (var p * c) by (unfold c; field; lra).
  assert (Psc : 0 < var p * c) by now apply Rmult_lt_0_compat.
  split; [|split].
  - unfold Omega0. rewrite factor_second_form by assumption.
    assert (U := upper_bound_scaled 1 eps G p HG Hp He Rlt_0_1). cbv zeta in U.
    fold c in U. rewrite Rmult_1_l in U.
    rewrite (bern_ext G _ (fun k => v0 G k * om0 eps G k)) in U.
    2:{ intros. unfold om0. now rewrite Rmult_1_l. }
    apply Rmult_le_reg_r with (var p); [exact Pv|].
    replace (bern G (fun k => v0 G k * om0 eps G k) p / var p * var p)
      with (bern G (fun k => v0 G k * om0 eps G k) p) by (field; lra).
    eapply Rle_trans; [exact U|]. right.
    assert (0 < sqrt (var p * c + eps)) by (apply sqrt_lt_R0; lra). field. lra.
  - (* c / sqrt (c s + eps) < 1 / sqrt (s + eps), since c^2 (s + eps) < c s + eps *)
    unfold Omega.
    assert (Q1 : 0 < sqrt (var p * c + eps)) by (apply sqrt_lt_R0; lra).
    assert (Q2 : 0 < sqrt (var p + eps)) by (apply sqrt_lt_R0; lra).
    apply Rmult_lt_reg_r with (sqrt (var p * c + eps) * sqrt (var p + eps));
      [now apply Rmult_lt_0_compat|].
    replace (c / sqrt (var p * c + eps) * (sqrt (var p * c + eps) * sqrt (var p + eps)))
      with (c * sqrt (var p + eps)) by (field; lra).
    replace (/ sqrt (var p + eps) * (sqrt (var p * c + eps) * sqrt (var p + eps)))
      with (sqrt (var p * c + eps)) by (field; lra).
    apply Rsqr_incrst_0; [|apply Rmult_le_pos; lra | lra].
    rewrite Rsqr_mult, !Rsqr_sqrt by lra. unfold Rsqr.
    assert (c * c < c) by nra. nra.
  - unfold Omega1. rewrite factor_second_form by assumption.
    assert (Hr : 0 < INR G / (INR G - 1)) by (apply Rdiv_lt_0_compat; lra).
    assert (U := upper_bound_scaled (INR G / (INR G - 1)) eps G p HG Hp He Hr). cbv zeta in U.
    replace (INR G / (INR G - 1) * (var p * ((INR G - 1) / INR G))) with (var p) in U
      by (field; lra).
    rewrite (bern_ext G _ (fun k => INR G / (INR G - 1) * (v0 G k * om1 eps G k))) in U.
    2:{ intros. unfold om1. rewrite v1_v0 by exact HG.
        rewrite (Rmult_comm (INR G / (INR G - 1)) (v0 G k)). ring. }
    rewrite bern_scal in U. fold (Omega eps p) in U.
    apply Rmult_le_reg_l with (INR G / (INR G - 1) * var p); [now apply Rmult_lt_0_compat|].
    replace (INR G / (INR G - 1) * var p * (bern G (fun k => v0 G k * om1 eps G k) p / var p))
      with (INR G / (INR G - 1) * bern G (fun k => v0 G k * om1 eps G k) p) by (field; lra).
    replace (INR G / (INR G - 1) * var p * (c * Omega eps p)) with (var p * Omega eps p)
      by (unfold c; field; lra).
    exact U.
Qed.
