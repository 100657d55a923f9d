(** L6.  Omega_G grows strictly with the group size G: Bernstein polynomials of a
    strictly concave function increase with the degree. *)

Require Import Reals Lra Lia.
From GrpoProofs Require Import Defs.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape.
Open Scope R_scope.

(** Degree elevation: an average over n trials as an average over n + 1. *)
Lemma degree_elevation n f p :
  bern n f p = bern (S n) (fun k => INR k / INR (S n) * f (pred k)
                                    + INR (S n - k) / INR (S n) * f k) p.
Proof.
  assert (Hn : INR (S n) <> 0) by (apply not_0_INR; lia).
  rewrite (bern_ext (S n) _ (fun k => / INR (S n) * (INR k * f (pred k))
             + / INR (S n) * (INR (S n - k) * f k))).
  2:{ intros k _. field. exact Hn. }
  rewrite bern_plus, !bern_scal, bern_success, bern_failure.
  change (bern n (fun k => f (pred (S k))) p) with (bern n f p). field. exact Hn.
Qed.

(** g r v = v / sqrt (r v + eps). *)
Definition g (r eps v : R) : R := v * / sqrt (r * v + eps).

Lemma g_tangent r eps v m : 0 < r -> 0 <= eps -> 0 <= v -> 0 < m ->
  g r eps v <= g r eps m +
    (/ (2 * sqrt (r * m + eps)) + eps / (2 * (sqrt (r * m + eps) * (r * m + eps)))) * (v - m).
Proof.
  intros Hr He Hv Hm. unfold g.
  assert (Prm : 0 < r * m) by now apply Rmult_lt_0_compat.
  assert (Prv : 0 <= r * v) by (apply Rmult_le_pos; lra).
  assert (Q : 0 < sqrt (r * m + eps)) by (apply sqrt_lt_R0; lra).
  assert (Eq : sqrt (r * m + eps) * sqrt (r * m + eps) = r * m + eps) by (apply sqrt_sqrt; lra).
  destruct (Req_dec (r * v + eps) 0) as [E|E].
  - assert (eps = 0) by lra. subst eps. rewrite Rplus_0_r in *.
    assert (v = 0). { destruct (Rmult_integral r v); lra. }
    subst v. rewrite !Rplus_0_r, Rmult_0_l. set (q := sqrt (r * m)) in *.
    replace (m * / q + (/ (2 * q) + 0 / (2 * (q * (r * m)))) * (0 - m)) with (m / (2 * q))
      by (field; lra).
    apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra.
  - assert (T := tangent_above eps (r * v) (r * m) He ltac:(lra) ltac:(lra)).
    apply Rmult_le_reg_l with r; [exact Hr|].
    replace (r * (v * / sqrt (r * v + eps))) with (r * v * / sqrt (r * v + eps)) by ring.
    eapply Rle_trans; [exact T|]. right. ring.
Qed.

Lemma g_increasing r eps v w : 0 < r -> 0 <= eps -> 0 < v -> v < w -> g r eps v < g r eps w.
Proof.
  intros Hr He Hv Hw. unfold g.
  assert (P1 : 0 < r * v + eps) by (assert (0 < r * v) by (apply Rmult_lt_0_compat; lra); lra).
  assert (P2 : 0 < r * w + eps) by (assert (0 < r * w) by (apply Rmult_lt_0_compat; lra); lra).
  assert (Q1 := sqrt_lt_R0 _ P1). assert (Q2 := sqrt_lt_R0 _ P2).
  apply Rmult_lt_reg_r with (sqrt (r * v + eps) * sqrt (r * w + eps));
    [now apply Rmult_lt_0_compat|].
  replace (v * / sqrt (r * v + eps) * (sqrt (r * v + eps) * sqrt (r * w + eps)))
    with (v * sqrt (r * w + eps)) by (field; lra).
  replace (w * / sqrt (r * w + eps) * (sqrt (r * v + eps) * sqrt (r * w + eps)))
    with (w * sqrt (r * v + eps)) by (field; lra).
  apply Rsqr_incrst_0; [|apply Rmult_le_pos; lra | apply Rmult_le_pos; lra].
  rewrite !Rsqr_mult, !Rsqr_sqrt by lra. unfold Rsqr.
  assert (0 < r * (v * w)) by (repeat apply Rmult_lt_0_compat; lra).
  assert (v * v <= w * w) by nra. nra.
Qed.

(** Concavity along the empirical mean. *)
Lemma g_var_concave r eps x y l : 0 < r -> 0 <= eps -> 0 <= x <= 1 -> 0 <= y <= 1 -> x <> y ->
  0 < l < 1 -> 0 < l * var x + (1 - l) * var y ->
  l * g r eps (var x) + (1 - l) * g r eps (var y) < g r eps (var (l * x + (1 - l) * y)).
Proof.
  intros Hr He Hx Hy N Hl Hm. set (m := l * var x + (1 - l) * var y) in *.
  assert (Vx : 0 <= var x) by (unfold var; apply Rmult_le_pos; lra).
  assert (Vy : 0 <= var y) by (unfold var; apply Rmult_le_pos; lra).
  apply Rle_lt_trans with (g r eps m).
  - assert (Tx := g_tangent r eps (var x) m Hr He Vx Hm).
    assert (Ty := g_tangent r eps (var y) m Hr He Vy Hm).
    set (d := / (2 * sqrt (r * m + eps)) + eps / (2 * (sqrt (r * m + eps) * (r * m + eps)))) in *.
    apply (Rmult_le_compat_l l) in Tx; [|lra]. apply (Rmult_le_compat_l (1 - l)) in Ty; [|lra].
    assert (l * (d * (var x - m)) + (1 - l) * (d * (var y - m)) = 0) by (unfold m; ring). lra.
  - apply g_increasing; try assumption. unfold m, var.
    assert (0 < (x - y) * (x - y)).
    { destruct (Rtotal_order x y) as [L|[L|L]]; [|contradiction|].
      - replace ((x - y) * (x - y)) with ((y - x) * (y - x)) by ring. apply Rmult_lt_0_compat; lra.
      - apply Rmult_lt_0_compat; lra. }
    assert (0 < l * (1 - l) * ((x - y) * (x - y)))
      by (apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; lra | assumption]).
    lra.
Qed.

(** E [g (v_k)], k binomial. *)
Definition mean_g (r eps : R) (G : nat) (p : R) : R := bern G (fun k => g r eps (v0 G k)) p.

Lemma mean_g_increasing r eps G p : 0 < r -> 0 <= eps -> (2 <= G)%nat -> 0 < p < 1 ->
  mean_g r eps G p < mean_g r eps (S G) p.
Proof.
  intros Hr He HG Hp. unfold mean_g. rewrite (degree_elevation G).
  assert (H2 := INR_ge2 G HG). assert (Hn : INR (S G) = INR G + 1) by apply S_INR.
  assert (K : forall k, (0 < k <= G)%nat ->
    INR k / INR (S G) * g r eps (v0 G (pred k)) + INR (S G - k) / INR (S G) * g r eps (v0 G k)
    < g r eps (v0 (S G) k)).
  { intros k Hk. rewrite !v0_var by lia.
    assert (H1 : 1 <= INR k) by (change 1 with (INR 1); apply le_INR; lia).
    assert (Hle : INR k <= INR G) by (apply le_INR; lia).
    assert (Ep : INR (pred k) = INR k - 1).
    { replace k with (S (pred k)) at 2 by lia. rewrite S_INR. lra. }
    rewrite minus_INR by lia. rewrite Ep.
    set (a := INR k) in *. set (n := INR G) in *. rewrite Hn in *.
    assert (Dx : 0 <= (a - 1) / n <= 1).
    { split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]|].
      apply Rmult_le_reg_r with n; [lra|]. field_simplify; lra. }
    assert (Dy : 0 <= a / n <= 1).
    { split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]|].
      apply Rmult_le_reg_r with n; [lra|]. field_simplify; lra. }
    assert (Dl : 0 < a / (n + 1) < 1).
    { split; [apply Rdiv_lt_0_compat; lra|].
      apply Rmult_lt_reg_r with (n + 1); [lra|]. field_simplify; lra. }
    replace ((n + 1 - a) / (n + 1)) with (1 - a / (n + 1)) by (field; lra).
    replace (a / (n + 1)) with (a / (n + 1) * ((a - 1) / n) + (1 - a / (n + 1)) * (a / n)) at 3
      by (field; lra).
    apply g_var_concave; try assumption.
    - intros E. apply (Rmult_eq_compat_r n) in E. field_simplify in E; lra.
    - unfold var.
      assert (0 <= (a - 1) / n * (1 - (a - 1) / n)) by (apply Rmult_le_pos; lra).
      assert (0 <= a / n * (1 - a / n)) by (apply Rmult_le_pos; lra).
      destruct (Req_dec a n) as [E|E].
      + assert (0 < (a - 1) / n * (1 - (a - 1) / n)).
        { rewrite E. replace ((n - 1) / n * (1 - (n - 1) / n)) with ((n - 1) / (n * n)) by (field; lra).
          apply Rdiv_lt_0_compat; nra. }
        nra.
      + assert (0 < a / n * (1 - a / n)).
        { replace (a / n * (1 - a / n)) with (a * (n - a) / (n * n)) by (field; lra).
          apply Rdiv_lt_0_compat; nra. }
        nra. }
  assert (Z0 : forall n, v0 n 0 = 0) by (intros; unfold v0, Rdiv; simpl; ring).
  assert (Z1 : forall n, v0 n n = 0).
  { intros. unfold v0, Rdiv. rewrite Nat.sub_diag. simpl. ring. }
  assert (G0 : g r eps 0 = 0) by (unfold g; ring).
  apply bern_lt with 1%nat; [exact Hp | | lia | apply K; lia].
  intros k Hk. destruct (Nat.eq_dec k 0) as [->|N0]; [|destruct (Nat.eq_dec k (S G)) as [->|N1]].
  - simpl pred. rewrite Nat.sub_0_r, !Z0, G0. simpl (INR 0). right. field. lra.
  - simpl pred. rewrite Nat.sub_diag, !Z1, G0. simpl (INR 0). right. field. lra.
  - left. apply K. lia.
Qed.

(** The second form of L2 in terms of mean_g. *)
Lemma Omega0_mean eps G p : (2 <= G)%nat -> 0 < p < 1 -> Omega0 eps G p = mean_g 1 eps G p / var p.
Proof.
  intros HG Hp. unfold Omega0. rewrite factor_second_form by assumption. unfold mean_g. f_equal.
  apply bern_ext. intros k _. unfold g, om0. now rewrite Rmult_1_l.
Qed.

Lemma Omega1_mean eps G p : (2 <= G)%nat -> 0 < p < 1 ->
  Omega1 eps G p = mean_g (INR G / (INR G - 1)) eps G p / var p.
Proof.
  intros HG Hp. unfold Omega1. rewrite factor_second_form by assumption. unfold mean_g. f_equal.
  apply bern_ext. intros k _. unfold g, om1. rewrite v1_v0 by exact HG.
  now rewrite (Rmult_comm (v0 G k) (INR G / (INR G - 1))).
Qed.

(** L6. For 0 < p < 1, eps >= 0 and both divisors, Omega_G (p) is strictly increasing in G. *)
Theorem group_factor_increasing eps G p : 0 <= eps -> (2 <= G)%nat -> 0 < p < 1 ->
  Omega0 eps G p < Omega0 eps (S G) p /\ Omega1 eps G p < Omega1 eps (S G) p.
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG). assert (Pv := var_pos' p Hp).
  assert (Iv := Rinv_0_lt_compat _ Pv). split.
  - rewrite !Omega0_mean by (assumption || lia). apply Rmult_lt_compat_r; [exact Iv|].
    apply mean_g_increasing; (assumption || lra).
  - rewrite !Omega1_mean by (assumption || lia). apply Rmult_lt_compat_r; [exact Iv|].
    set (r := INR G / (INR G - 1)). set (r' := INR (S G) / (INR (S G) - 1)).
    assert (Hr' : 0 < r') by (unfold r'; rewrite S_INR; apply Rdiv_lt_0_compat; lra).
    assert (Hrr : r' <= r).
    { unfold r, r'. rewrite S_INR.
      replace ((INR G + 1) / (INR G + 1 - 1)) with (1 + / INR G) by (field; lra).
      replace (INR G / (INR G - 1)) with (1 + / (INR G - 1)) by (field; lra).
      apply Rplus_le_compat_l, Rinv_le_contravar; lra. }
    apply Rlt_le_trans with (mean_g r eps (S G) p).
    + apply mean_g_increasing; try assumption. lra.
    + apply bern_le; [lra|]. intros k Hk. unfold g.
      assert (Nv := v0_nonneg (S G) k).
      destruct (Req_dec (v0 (S G) k) 0) as [E|E]; [rewrite E; lra|].
      apply Rmult_le_compat_l; [lra|].
      assert (0 < r' * v0 (S G) k) by (apply Rmult_lt_0_compat; lra).
      apply Rinv_le_contravar; [apply sqrt_lt_R0; lra|].
      apply sqrt_le_1_alt. apply Rplus_le_compat_r, Rmult_le_compat_r; lra.
Qed.
