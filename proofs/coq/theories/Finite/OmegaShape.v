(** Shape of the whitening factor Omega: symmetry, strict convexity, minimum
    at 1/2, supremum at the ends; and of G, the same function in log-odds. *)

Require Import Reals Lra Lia.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence.
Open Scope R_scope.

(** Tangent of u -> 1 / sqrt u at w. *)
Lemma inv_sqrt_tangent u w :
  0 < u -> 0 < w -> / sqrt w - (u - w) / (2 * (w * sqrt w)) <= / sqrt u.
Proof.
  intros Hu Hw.
  assert (Ha := sqrt_lt_R0 u Hu). assert (Hb := sqrt_lt_R0 w Hw).
  rewrite <- (sqrt_sqrt u) at 1 by lra.
  rewrite <- (sqrt_sqrt w) at 2 3 by lra.
  set (a := sqrt u) in *. set (b := sqrt w) in *.
  assert (E : / a - (/ b - (a * a - b * b) / (2 * (b * b * b)))
              = (a - b) * (a - b) * (a + 2 * b) / (2 * a * (b * b * b)))
    by (field; lra).
  assert (0 <= (a - b) * (a - b) * (a + 2 * b) / (2 * a * (b * b * b))); [|lra].
  apply Rmult_le_pos.
  - apply Rmult_le_pos; [apply Rle_0_sqr|lra].
  - left. apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; lra.
Qed.

Lemma inv_sqrt_convex u v t :
  0 < u -> 0 < v -> 0 < t < 1 ->
  / sqrt (t * u + (1 - t) * v) <= t * / sqrt u + (1 - t) * / sqrt v.
Proof.
  intros Hu Hv Ht. set (w := t * u + (1 - t) * v).
  assert (Hw : 0 < w).
  { assert (0 < t * u) by (apply Rmult_lt_0_compat; lra).
    assert (0 < (1 - t) * v) by (apply Rmult_lt_0_compat; lra). unfold w; lra. }
  assert (A := inv_sqrt_tangent u w Hu Hw). assert (B := inv_sqrt_tangent v w Hv Hw).
  apply (Rmult_le_compat_l t) in A; [|lra].
  apply (Rmult_le_compat_l (1 - t)) in B; [|lra].
  set (k := 2 * (w * sqrt w)) in *.
  assert (t * (/ sqrt w - (u - w) / k) + (1 - t) * (/ sqrt w - (v - w) / k)
          = / sqrt w) by (unfold w, Rdiv; ring).
  lra.
Qed.

Lemma inv_sqrt_lt u v : 0 < u -> u < v -> / sqrt v < / sqrt u.
Proof.
  intros Hu Huv. assert (H := sqrt_lt_R0 u Hu).
  assert (sqrt u < sqrt v) by (apply sqrt_lt_1; lra).
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra|lra].
Qed.

(** A4 (symmetry). Omega(p) = Omega(1 - p). *)
Theorem omega_symmetric eps p : Omega eps p = Omega eps (1 - p).
Proof. symmetry. apply Omega_symmetric. Qed.

(** A4 (strict convexity), on (0,1) for every eps >= 0, and on [0,1] for
    eps > 0. *)
Theorem omega_strictly_convex eps p q t :
  admissible eps p -> admissible eps q -> p <> q -> 0 < t < 1 ->
  Omega eps (t * p + (1 - t) * q) < t * Omega eps p + (1 - t) * Omega eps q.
Proof.
  intros Hp Hq N Ht.
  assert (A := admissible_pos eps p Hp). assert (B := admissible_pos eps q Hq).
  assert (E : var (t * p + (1 - t) * q) + eps =
    t * (var p + eps) + (1 - t) * (var q + eps) + t * (1 - t) * ((p - q) * (p - q)))
    by (unfold var; ring).
  assert (0 < t * (1 - t) * ((p - q) * (p - q))).
  { apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; lra|].
    assert (p - q <> 0) by lra. apply Rsqr_pos_lt in H. exact H. }
  unfold Omega. rewrite E.
  apply Rlt_le_trans with (/ sqrt (t * (var p + eps) + (1 - t) * (var q + eps))).
  - apply inv_sqrt_lt; [|lra].
    assert (0 < t * (var p + eps)) by (apply Rmult_lt_0_compat; lra).
    assert (0 < (1 - t) * (var q + eps)) by (apply Rmult_lt_0_compat; lra). lra.
  - apply inv_sqrt_convex; auto.
Qed.

(** A4 (minimum). Omega(1/2) = 2 / sqrt (1 + 4 eps), and Omega is larger
    everywhere else. *)
Theorem omega_minimum eps p :
  0 <= eps ->
  Omega eps (/ 2) = 2 / sqrt (1 + 4 * eps) /\
  (admissible eps p -> p <> / 2 -> 2 / sqrt (1 + 4 * eps) < Omega eps p).
Proof.
  intros He.
  assert (E : Omega eps (/ 2) = 2 / sqrt (1 + 4 * eps)).
  { unfold Omega, var. replace (/ 2 * (1 - / 2) + eps) with ((1 + 4 * eps) / 4) by field.
    rewrite sqrt_div by lra. replace 4 with (2 * 2) at 2 by ring.
    rewrite sqrt_square by lra.
    assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra). field. lra. }
  split; [exact E|]. intros Hp N. rewrite <- E. unfold Omega.
  apply inv_sqrt_lt; [apply admissible_pos, Hp|].
  assert (0 < (p - / 2) * (p - / 2)).
  { assert (p - / 2 <> 0) by lra. apply Rsqr_pos_lt in H. exact H. }
  unfold var. lra.
Qed.

(** A4 (supremum, eps > 0). 1 / sqrt eps, attained exactly at 0 and 1. *)
Theorem omega_supremum eps :
  0 < eps ->
  Omega eps 0 = / sqrt eps /\ Omega eps 1 = / sqrt eps /\
  (forall p, 0 < p < 1 -> Omega eps p < / sqrt eps).
Proof.
  intros He. unfold Omega, var. repeat split.
  - do 2 f_equal. ring.
  - do 2 f_equal. ring.
  - intros p Hp. apply inv_sqrt_lt; [exact He|].
    assert (H := var_pos p Hp). unfold var in H. lra.
Qed.

(** A4 (supremum, eps = 0). Omega tends to +infinity at both ends. *)
Theorem omega_unbounded K :
  exists d, 0 < d <= / 2 /\
  forall p, 0 < p < d -> K < Omega 0 p /\ K < Omega 0 (1 - p).
Proof.
  set (M := Rabs K + 2). assert (HM : 2 <= M) by (generalize (Rabs_pos K); unfold M; lra).
  exists (/ (M * M)). split.
  - split; [apply Rinv_0_lt_compat; nra|].
    apply Rinv_le_contravar; nra.
  - intros p Hp. rewrite Omega_symmetric.
    assert (K < Omega 0 p); [|split; assumption].
    assert (HK : K < M) by (generalize (Rle_abs K); unfold M; lra).
    apply Rlt_trans with M; [exact HK|].
    replace M with (/ sqrt (/ (M * M))).
    + apply inv_sqrt_lt.
      * assert (/ (M * M) <= / 4) by (apply Rinv_le_contravar; nra).
        unfold var. nra.
      * unfold var. nra.
    + rewrite sqrt_inv, sqrt_square by lra. apply Rinv_inv.
Qed.

(** A4 (log-odds). G(x) = 2 cosh(x/2) / sqrt(1 + 4 eps cosh^2(x/2)) is even and
    strictly increasing in |x|. *)
Theorem omega_in_log_odds eps :
  0 <= eps ->
  (forall x, G eps x =
     2 * cosh (x / 2) / sqrt (1 + 4 * eps * (cosh (x / 2) * cosh (x / 2)))) /\
  (forall x, G eps (- x) = G eps x) /\
  (forall x y, Rabs x < Rabs y -> G eps x < G eps y).
Proof.
  intros He. repeat split.
  - apply G_closed, He.
  - apply G_opp.
  - apply G_abs_lt, He.
Qed.
