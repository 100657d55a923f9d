(** Implementations that divide by std + e instead of sqrt (variance + eps): advantage
    (r - p) / (sqrt s + e).  In log-odds the gain is G~ x = 1 / (y + e) with
    y = sqrt s = 1 / (2 cosh (x/2)): closed forms, envelope, slope bound M_e, fold
    equation, cross-ratio inequality, Schwarzian, and global convergence. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence.
From GrpoProofs.Orbits Require Import IterLemmas Coppel CrossRatio.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve Schwarzian.
Open Scope R_scope.

(** Standard deviation at log-odds x, and the gain. *)
Definition std (x : R) : R := sqrt (var (sigma x)).
Definition Gstd (e x : R) : R := / (std x + e).
Definition Fstd (x0 beta e x : R) : R := x0 + Gstd e x / beta.

(** One step with advantage (r - p) / (sqrt (var p) + e), p = p_old. *)
Definition std_step n (r : nat -> bool) e beta (anchor old next : nat -> R) : Prop :=
  let p := success n r old in
  maximises n (feasible n anchor)
    (fun pi => expect n pi (fun i => (ind (r i) - p) / (sqrt (var p) + e)) - beta * KL n pi anchor) next.

Section StdStep.
Variables (n : nat) (r : nat -> bool) (e beta : R).
Hypothesis He : 0 <= e.
Hypothesis Hbeta : 0 < beta.

(** It is the GRPO step with smoothing (sqrt s + e)^2 - s at the old p. *)
Definition smoothing_of (p : R) : R := (sqrt (var p) + e) * (sqrt (var p) + e) - var p.

Lemma sqrt_smoothing p : 0 < p < 1 -> sqrt (var p + smoothing_of p) = sqrt (var p) + e.
Proof.
  intros Hp. unfold smoothing_of.
  replace (var p + ((sqrt (var p) + e) * (sqrt (var p) + e) - var p))
    with ((sqrt (var p) + e) * (sqrt (var p) + e)) by ring.
  apply sqrt_square. pose proof (sqrt_pos (var p)). lra.
Qed.

Lemma smoothing_nonneg p : 0 < p < 1 -> 0 <= smoothing_of p.
Proof.
  intros Hp. unfold smoothing_of. pose proof (var_pos p Hp) as V.
  pose proof (sqrt_pos (var p)). pose proof (sqrt_sqrt (var p) ltac:(lra)). nra.
Qed.

Lemma std_step_is_grpo_step anchor old next : 0 < success n r old < 1 ->
  std_step n r e beta anchor old next ->
  grpo_step n r (smoothing_of (success n r old)) beta anchor old next.
Proof.
  intros Hp (Hf & H). set (p := success n r old) in *.
  assert (E : forall q, policy n q ->
    expect n q (fun i => (ind (r i) - p) / (sqrt (var p) + e)) = surrogate n r (smoothing_of p) p q).
  { intros q Hq. rewrite <- expect_gain. unfold expect. apply Rsum_ext. intros i _.
    unfold gain, w_plus, w_minus. rewrite sqrt_smoothing by exact Hp.
    destruct (r i); simpl; unfold Rdiv; ring. }
  split; [exact Hf |]. intros q Hq. specialize (H q Hq). simpl in H.
  fold p in H. rewrite !E in H by (apply Hq || apply Hf).
  unfold L_one. fold p. exact H.
Qed.

(** H14 (recurrence). One exact step from any old policy: the log-odds become those of
    the anchor plus G~ (x_old) / beta. *)
Theorem std_recurrence anchor old next : policy n anchor -> 0 < success n r anchor < 1 ->
  policy n old -> 0 < success n r old < 1 -> std_step n r e beta anchor old next ->
  logit (success n r next) = Fstd (logit (success n r anchor)) beta e (logit (success n r old)).
Proof.
  intros Ha Sa Ho So H. apply std_step_is_grpo_step in H; [| exact So].
  pose proof (smoothing_nonneg (success n r old) So) as P.
  destruct (reference_recurrence_any_old n r _ beta anchor old next Hbeta Ha Sa Ho
    (admissible_interior _ _ P So) H) as (_ & E).
  rewrite E. unfold Fstd, Gstd, std, Omega. rewrite sqrt_smoothing by exact So.
  rewrite sigma_logit by exact So. reflexivity.
Qed.
End StdStep.

(** * The gain *)

Section Gain.
Variable e : R.
Hypothesis He : 0 <= e.

Lemma std_closed x : std x = / (2 * cosh (x / 2)).
Proof.
  unfold std. rewrite var_sigma. pose proof (cosh_pos (x / 2)).
  replace (/ (4 * (cosh (x / 2) * cosh (x / 2))))
    with (/ (2 * cosh (x / 2)) * / (2 * cosh (x / 2))) by (field; lra).
  apply sqrt_square. left. apply Rinv_0_lt_compat. lra.
Qed.

Definition Nstd (x : R) : R := 1 + 2 * e * cosh (x / 2).

Lemma Nstd_pos x : 1 <= Nstd x.
Proof. unfold Nstd. pose proof (cosh_pos (x / 2)). nra. Qed.

Lemma Gstd_closed x : Gstd e x = 2 * cosh (x / 2) / Nstd x.
Proof.
  unfold Gstd. rewrite std_closed. pose proof (cosh_pos (x / 2)). pose proof (Nstd_pos x).
  unfold Nstd in *. field. repeat split; nra.
Qed.

Lemma Gstd_even x : Gstd e (- x) = Gstd e x.
Proof. unfold Gstd, std. rewrite sigma_opp, var_compl. reflexivity. Qed.

(** H14 (envelope). 2 / (1 + 2e) <= G~ x, with equality only at 0, and G~ x < 1 / e. *)
Theorem Gstd_envelope x :
  2 / (1 + 2 * e) <= Gstd e x /\ (x <> 0 -> 2 / (1 + 2 * e) < Gstd e x) /\
  Gstd e 0 = 2 / (1 + 2 * e) /\ (0 < e -> Gstd e x < / e).
Proof.
  rewrite !Gstd_closed. pose proof (Nstd_pos x) as N. unfold Nstd in *.
  assert (Z : 2 * cosh (0 / 2) / (1 + 2 * e * cosh (0 / 2)) = 2 / (1 + 2 * e)).
  { replace (0 / 2) with 0 by field. rewrite cosh_0, !Rmult_1_r. reflexivity. }
  assert (L : 1 < cosh (x / 2) -> 2 / (1 + 2 * e) < 2 * cosh (x / 2) / (1 + 2 * e * cosh (x / 2))).
  { intros K. apply (Rmult_lt_reg_r ((1 + 2 * e) * (1 + 2 * e * cosh (x / 2)))); [nra |].
    field_simplify; lra. }
  split; [| split; [| split]].
  - destruct (cosh_ge_1 (x / 2)) as [K | K]; [left; apply L, K |].
    rewrite <- K, !Rmult_1_r. lra.
  - intros Hx. apply L, cosh_gt_1. lra.
  - exact Z.
  - intros Pe. pose proof (cosh_pos (x / 2)).
    apply (Rmult_lt_reg_r (e * (1 + 2 * e * cosh (x / 2)))); [nra |].
    field_simplify; try lra.
Qed.

Definition dGstd (x : R) : R := sinh (x / 2) / (Nstd x * Nstd x).
Definition d2Gstd (x : R) : R :=
  (cosh (x / 2) / 2 - e * (cosh (x / 2) * cosh (x / 2)) + 2 * e) / (Nstd x * Nstd x * Nstd x).
Definition d3Gstd (x : R) : R :=
  sinh (x / 2) * (/ 4 - 2 * e * cosh (x / 2) + e * e * (cosh (x / 2) * cosh (x / 2)) - 6 * (e * e))
  / (Nstd x * Nstd x * Nstd x * Nstd x).

Lemma Gstd_derive x : is_derive (Gstd e) x (dGstd x).
Proof.
  apply (is_derive_ext (fun x => 2 * cosh (x / 2) / Nstd x)).
  { intros t. symmetry. apply Gstd_closed. }
  pose proof (Nstd_pos x) as N. unfold dGstd, Nstd in *. unfold Rdiv in *.
  auto_derive; [lra |]. field. lra.
Qed.

Lemma dGstd_derive x : is_derive dGstd x (d2Gstd x).
Proof.
  pose proof (Nstd_pos x) as N. unfold dGstd, d2Gstd, Nstd in *. unfold Rdiv in *.
  pose proof (cosh_sqr (x * / 2)) as E.
  auto_derive; [nra |].
  set (c := cosh (x * / 2)) in *. set (s := sinh (x * / 2)) in *. clearbody c s.
  assert (ES : s * s = c * c - 1) by lra.
  apply Rminus_diag_uniq.
  transitivity ((c * / 2 * (1 + 2 * e * c) - 2 * e * (s * s)
                 - (c * / 2 - e * (c * c) + 2 * e)) * / ((1 + 2 * e * c) * (1 + 2 * e * c) * (1 + 2 * e * c))).
  - field. lra.
  - rewrite ES. field. lra.
Qed.

Lemma d2Gstd_derive x : is_derive d2Gstd x (d3Gstd x).
Proof.
  pose proof (Nstd_pos x) as N. unfold d3Gstd, d2Gstd, Nstd in *. unfold Rdiv in *.
  auto_derive; [apply Rgt_not_eq; repeat apply Rmult_lt_0_compat; lra |].
  set (c := cosh (x * / 2)) in *. set (s := sinh (x * / 2)) in *. clearbody c s.
  field. lra.
Qed.

(** H14 (Schwarzian). S(F) = 1/4 - (3/8) coth^2 (x/2) < 0 for x <> 0, whatever e. *)
Theorem std_schwarzian beta x : 0 < beta -> x <> 0 ->
  schwarzian (dGstd x / beta) (d2Gstd x / beta) (d3Gstd x / beta)
  = / 4 - 3 / 8 * ((cosh (x / 2) / sinh (x / 2)) * (cosh (x / 2) / sinh (x / 2))) /\
  / 4 - 3 / 8 * ((cosh (x / 2) / sinh (x / 2)) * (cosh (x / 2) / sinh (x / 2))) < 0.
Proof.
  intros Hb Hx. pose proof (Nstd_pos x) as N. pose proof (cosh_sqr (x / 2)) as E.
  assert (NS : sinh (x / 2) <> 0).
  { destruct (Rdichotomy x 0 Hx) as [L | L].
    - pose proof (sinh_neg (x / 2) ltac:(lra)). lra.
    - pose proof (sinh_pos (x / 2) ltac:(lra)). lra. }
  unfold schwarzian, dGstd, d2Gstd, d3Gstd, Nstd in *.
  set (c := cosh (x / 2)) in *. set (s := sinh (x / 2)) in *. clearbody c s.
  assert (ES : s * s = c * c - 1) by lra.
  assert (P : 0 < s * s) by nra.
  split.
  - transitivity ((/ 4 - 2 * e * c + e * e * (c * c) - 6 * (e * e)) / ((1 + 2 * e * c) * (1 + 2 * e * c))
      - 3 / 2 * ((c / 2 - e * (c * c) + 2 * e) * (c / 2 - e * (c * c) + 2 * e))
        / (s * s * ((1 + 2 * e * c) * (1 + 2 * e * c)))).
    + field. repeat split; lra.
    + transitivity (/ 4 - 3 / 8 * (c * c) / (s * s)); [| field; exact NS].
      rewrite ES. field. split; lra.
  - replace (c / s * (c / s)) with (c * c / (s * s)) by (field; exact NS).
    rewrite E. replace ((1 + s * s) / (s * s)) with (1 + / (s * s)) by (field; exact NS).
    pose proof (Rinv_0_lt_compat _ P). lra.
Qed.

(** H14 (cross-ratio). The inequality of the unsmoothed gain carries over, because
    1 / (y + e) is a Moebius function of cosh (x/2). *)
Theorem std_cross_ratio u a v : u < a < v -> v <= 0 ->
  (Gstd e u - Gstd e a) * (Gstd e a - Gstd e v) * (v - u)
    < - dGstd a * (Gstd e u - Gstd e v) * ((a - u) * (v - a)).
Proof.
  intros Hu Hv. pose proof (cross_ratio_unsmoothed u a v Hu Hv) as CR. cbv zeta in CR.
  rewrite !Gstd_closed. unfold dGstd.
  pose proof (Nstd_pos u) as Nu. pose proof (Nstd_pos a) as Na. pose proof (Nstd_pos v) as Nv.
  assert (D : forall p q, 2 * cosh (p / 2) / Nstd p - 2 * cosh (q / 2) / Nstd q
              = (2 * cosh (p / 2) - 2 * cosh (q / 2)) / (Nstd p * Nstd q)).
  { intros p q. pose proof (Nstd_pos p). pose proof (Nstd_pos q). unfold Nstd in *. field. lra. }
  rewrite !D.
  set (A := 2 * cosh (u / 2) - 2 * cosh (a / 2)) in *.
  set (B := 2 * cosh (a / 2) - 2 * cosh (v / 2)) in *.
  set (Q := 2 * cosh (u / 2) - 2 * cosh (v / 2)) in *.
  set (w := / (Nstd u * (Nstd a * Nstd a) * Nstd v)).
  assert (Pw : 0 < w).
  { apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; lra. }
  replace (A / (Nstd u * Nstd a) * (B / (Nstd a * Nstd v)) * (v - u)) with (w * (A * B * (v - u)))
    by (unfold w; field; lra).
  replace (- (sinh (a / 2) / (Nstd a * Nstd a)) * (Q / (Nstd u * Nstd v)) * ((a - u) * (v - a)))
    with (w * (- sinh (a / 2) * Q * ((a - u) * (v - a)))) by (unfold w; field; lra).
  apply Rmult_lt_compat_l; assumption.
Qed.

(** H14 (slope in terms of y). |G~'| = y sqrt (1 - 4 y^2) / (2 (y + e)^2). *)
Lemma dGstd_in_y x : Rabs (dGstd x) =
  std x * sqrt (1 - 4 * (std x * std x)) / (2 * ((std x + e) * (std x + e))).
Proof.
  rewrite std_closed. pose proof (cosh_pos (x / 2)) as C. pose proof (Nstd_pos x) as N.
  pose proof (cosh_sqr (x / 2)) as E.
  assert (Sq : sqrt (1 - 4 * (/ (2 * cosh (x / 2)) * / (2 * cosh (x / 2)))) = Rabs (sinh (x / 2)) / cosh (x / 2)).
  { replace (1 - 4 * (/ (2 * cosh (x / 2)) * / (2 * cosh (x / 2))))
      with (Rsqr (Rabs (sinh (x / 2)) / cosh (x / 2))).
    - apply sqrt_Rsqr. unfold Rdiv. apply Rmult_le_pos; [apply Rabs_pos |].
      left; apply Rinv_0_lt_compat, C.
    - unfold Rsqr. transitivity (Rabs (sinh (x / 2)) * Rabs (sinh (x / 2)) / (cosh (x / 2) * cosh (x / 2))).
      { field. lra. }
      rewrite <- Rabs_mult, Rabs_pos_eq by (apply Rle_0_sqr).
      replace (sinh (x / 2) * sinh (x / 2)) with (cosh (x / 2) * cosh (x / 2) - 1) by lra.
      field. lra. }
  rewrite Sq. unfold dGstd. unfold Rdiv at 1. rewrite Rabs_mult.
  rewrite (Rabs_pos_eq (/ _)) by (left; apply Rinv_0_lt_compat; nra).
  unfold Nstd in *. field. repeat split; nra.
Qed.

(** H14 (fold equation). For x > 0 and beta > 0: G~' x = beta iff
    4 beta^2 (y + e)^4 + 4 y^4 - y^2 = 0. *)
Theorem std_fold_equation beta x : 0 < beta -> 0 < x ->
  let y := std x in
  (dGstd x = beta <->
   4 * (beta * beta) * ((y + e) * (y + e) * ((y + e) * (y + e))) + 4 * (y * y * (y * y)) - y * y = 0).
Proof.
  intros Hb Hx y.
  assert (Py : 0 < y).
  { unfold y. rewrite std_closed. apply Rinv_0_lt_compat. pose proof (cosh_pos (x / 2)). lra. }
  assert (P1 : 0 < dGstd x).
  { unfold dGstd. pose proof (Nstd_pos x). apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra]. }
  assert (Sq : 4 * ((y + e) * (y + e) * ((y + e) * (y + e))) * (dGstd x * dGstd x) = y * y * (1 - 4 * (y * y))).
  { assert (V : 0 <= 1 - 4 * (y * y)).
    { unfold y, std. rewrite sqrt_sqrt by (left; apply var_sigma_pos).
      pose proof (var_le_quarter (sigma x)). lra. }
    pose proof (dGstd_in_y x) as E. rewrite Rabs_pos_eq in E by lra. fold y in E. rewrite E.
    rewrite <- (sqrt_sqrt _ V) at 3. field. lra. }
  set (Z := (y + e) * (y + e) * ((y + e) * (y + e))) in *.
  assert (PZ : 0 < Z) by (unfold Z; repeat apply Rmult_lt_0_compat; lra).
  split; intros H.
  - rewrite H in Sq. lra.
  - assert (E : 4 * Z * (dGstd x * dGstd x) = 4 * Z * (beta * beta)) by lra.
    apply Rmult_eq_reg_l in E; [| lra]. nra.
Qed.

End Gain.

(** * The largest slope *)

Section Slope.
Variable e : R.
Hypothesis He : 0 < e.

Definition y1 : R := (sqrt (1 + 32 * (e * e)) - 1) / (16 * e).
Definition Mstd : R := y1 * sqrt (1 - 4 * (y1 * y1)) / (2 * ((y1 + e) * (y1 + e))).

Lemma y1_equation : 8 * e * (y1 * y1) + y1 - e = 0.
Proof.
  unfold y1. assert (S : sqrt (1 + 32 * (e * e)) * sqrt (1 + 32 * (e * e)) = 1 + 32 * (e * e))
    by (apply sqrt_sqrt; nra).
  set (q := sqrt (1 + 32 * (e * e))) in *.
  transitivity ((q * q - 1 - 32 * (e * e)) / (32 * e)); [field; lra |].
  rewrite S. field. lra.
Qed.

Lemma y1_range : 0 < y1 < / 2.
Proof.
  pose proof y1_equation as E.
  assert (P : 0 < y1).
  { unfold y1. apply Rdiv_lt_0_compat; [| lra].
    assert (sqrt 1 < sqrt (1 + 32 * (e * e))) by (apply sqrt_lt_1; nra). rewrite sqrt_1 in H. lra. }
  split; [exact P |]. apply Rnot_le_lt. intros K.
  assert (/ 4 <= y1 * y1) by nra.
  assert (e * / 4 <= e * (y1 * y1)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Let c1 := / (2 * y1).
Let x1 := 2 * asinh (sqrt (c1 * c1 - 1)).

Lemma c1_gt_1 : 1 < c1.
Proof.
  unfold c1. pose proof y1_range. rewrite <- Rinv_1. apply Rinv_lt_contravar; lra.
Qed.

Lemma cosh_x1 : cosh (x1 / 2) = c1.
Proof.
  pose proof c1_gt_1. unfold x1.
  replace (2 * asinh (sqrt (c1 * c1 - 1)) / 2) with (asinh (sqrt (c1 * c1 - 1))) by field.
  rewrite cosh_asinh, sqrt_sqrt by nra.
  replace (1 + (c1 * c1 - 1)) with (c1 * c1) by ring. apply sqrt_square. lra.
Qed.

Lemma x1_pos : 0 < x1.
Proof.
  pose proof c1_gt_1. unfold x1.
  pose proof (asinh_pos (sqrt (c1 * c1 - 1)) ltac:(apply sqrt_lt_R0; nra)). lra.
Qed.

(** The numerator of G~'' changes sign at c1. *)
Lemma bend_sign c : 0 < c ->
  (c < c1 -> 0 < c / 2 - e * (c * c) + 2 * e) /\ (c1 < c -> c / 2 - e * (c * c) + 2 * e < 0).
Proof.
  intros Hc. pose proof c1_gt_1 as P.
  assert (Z : c1 / 2 - e * (c1 * c1) + 2 * e = 0).
  { unfold c1. pose proof y1_range. pose proof y1_equation as E.
    transitivity ((8 * e * (y1 * y1) + y1 - e) / (4 * (y1 * y1))); [field; lra |].
    rewrite E. field. lra. }
  (* c1 q(c) - c q(c1) = (c1 - c) e (c c1 + 2) *)
  assert (Id : forall k, k * (c / 2 - e * (c * c) + 2 * e) - c * (k / 2 - e * (k * k) + 2 * e)
               = e * ((k - c) * (c * k + 2))) by (intros k; field).
  specialize (Id c1).
  rewrite Z, Rmult_0_r, Rminus_0_r in Id.
  assert (Q : 0 < c * c1 + 2) by nra.
  split; intros L.
  - assert (0 < (c1 - c) * (c * c1 + 2)) by (apply Rmult_lt_0_compat; lra). nra.
  - assert (0 < (c - c1) * (c * c1 + 2)) by (apply Rmult_lt_0_compat; lra). nra.
Qed.

Lemma dGstd_max x : 0 <= x -> x <> x1 -> dGstd e x < dGstd e x1.
Proof.
  intros Hx Hn. pose proof x1_pos.
  assert (N3 : forall t, 0 < Nstd e t * Nstd e t * Nstd e t).
  { intros t. pose proof (Nstd_pos e ltac:(lra) t). repeat apply Rmult_lt_0_compat; lra. }
  destruct (Rdichotomy x x1 Hn) as [L | L].
  - apply (deriv_pos_lt (dGstd e) (d2Gstd e)); [exact L | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply Rdiv_lt_0_compat; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
  - apply (deriv_neg_lt (dGstd e) (d2Gstd e)); [exact L | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply div_neg_pos; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
Qed.

Lemma std_x1 : std x1 = y1.
Proof.
  rewrite std_closed, cosh_x1. unfold c1. pose proof y1_range. field. lra.
Qed.

Lemma dGstd_x1 : dGstd e x1 = Mstd.
Proof.
  pose proof x1_pos as P. pose proof (dGstd_in_y e ltac:(lra) x1) as E. rewrite std_x1 in E.
  fold Mstd in E. rewrite <- E. symmetry. apply Rabs_pos_eq.
  unfold dGstd. pose proof (Nstd_pos e ltac:(lra) x1). left.
  apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra].
Qed.

Lemma dGstd_odd x : dGstd e (- x) = - dGstd e x.
Proof.
  unfold dGstd, Nstd. replace (- x / 2) with (- (x / 2)) by field.
  rewrite sinh_opp, cosh_opp. unfold Rdiv. ring.
Qed.

Lemma dGstd_abs_bound x : Rabs x <> x1 -> Rabs (dGstd e x) < Mstd.
Proof.
  intros Hn. rewrite <- dGstd_x1.
  assert (Pos : forall t, 0 <= t -> 0 <= dGstd e t).
  { intros t Ht. unfold dGstd. pose proof (Nstd_pos e ltac:(lra) t).
    unfold Rdiv. apply Rmult_le_pos; [apply sinh_nonneg; lra |].
    left. apply Rinv_0_lt_compat. nra. }
  unfold Rabs in Hn. destruct (Rcase_abs x) as [L | L].
  - replace x with (- - x) by ring. rewrite dGstd_odd, Rabs_Ropp, Rabs_pos_eq by (apply Pos; lra).
    apply dGstd_max; [lra | exact Hn].
  - rewrite Rabs_pos_eq by (apply Pos; lra). apply dGstd_max; [lra | exact Hn].
Qed.

(** H14 (M_e). |G~'| has maximum M_e = y1 sqrt (1 - 4 y1^2) / (2 (y1 + e)^2), attained
    exactly where y = y1 = (sqrt (1 + 32 e^2) - 1) / (16 e), the positive root of
    8 e y^2 + y - e = 0. *)
Theorem std_slope_supremum :
  8 * e * (y1 * y1) + y1 - e = 0 /\ 0 < y1 < / 2 /\
  (forall x, is_derive (Gstd e) x (dGstd e x)) /\
  (forall x, Rabs (dGstd e x) <= Mstd) /\
  (forall x, Rabs (dGstd e x) = Mstd <-> std x = y1) /\ (exists x, std x = y1).
Proof.
  pose proof x1_pos as P.
  assert (Eq : forall x, Rabs x = x1 -> Rabs (dGstd e x) = Mstd).
  { intros x Hx. rewrite <- dGstd_x1, <- Hx. unfold Rabs at 2. destruct (Rcase_abs x) as [L | L].
    - rewrite dGstd_odd. apply Rabs_left. rewrite <- (Ropp_involutive x), dGstd_odd.
      replace (- x) with x1 by (rewrite <- Hx; apply Rabs_left; exact L).
      assert (0 < dGstd e x1); [| lra]. unfold dGstd. pose proof (Nstd_pos e ltac:(lra) x1).
      apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra].
    - apply Rabs_pos_eq. unfold dGstd. pose proof (Nstd_pos e ltac:(lra) x).
      unfold Rdiv. apply Rmult_le_pos; [apply sinh_nonneg; lra |].
      left. apply Rinv_0_lt_compat. nra. }
  assert (Y : forall x, std x = y1 <-> Rabs x = x1).
  { intros x. rewrite <- std_x1, !std_closed. rewrite <- (cosh_abs (x / 2)).
    assert (Ea : Rabs (x / 2) = Rabs x / 2).
    { unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ 2)) by lra. reflexivity. }
    rewrite Ea. pose proof (Rabs_pos x).
    pose proof (cosh_pos (Rabs x / 2)). pose proof (cosh_pos (x1 / 2)). split; intros H2.
    - apply (f_equal Rinv) in H2. rewrite !Rinv_inv in H2.
      destruct (Rtotal_order (Rabs x) x1) as [L | [L | L]]; [| exact L |].
      + pose proof (cosh_lt (Rabs x / 2) (x1 / 2) ltac:(lra) ltac:(lra)). lra.
      + pose proof (cosh_lt (x1 / 2) (Rabs x / 2) ltac:(lra) ltac:(lra)). lra.
    - rewrite H2. reflexivity. }
  split; [apply y1_equation |]. split; [apply y1_range |]. split; [| split; [| split]].
  - intros x. apply Gstd_derive. lra.
  - intros x. destruct (Req_dec (Rabs x) x1) as [Hx | Hx].
    + right. apply Eq, Hx.
    + left. apply dGstd_abs_bound, Hx.
  - intros x. rewrite Y. split; [| apply Eq]. intros H.
    destruct (Req_dec (Rabs x) x1) as [Hx | Hx]; [exact Hx |].
    pose proof (dGstd_abs_bound x Hx). lra.
  - exists x1. apply std_x1.
Qed.

(** Every slope is taken at most twice on x > 0. *)
Lemma dGstd_level t1 t2 t3 : 0 < t1 -> t1 < t2 -> t2 < t3 ->
  dGstd e t1 = dGstd e t2 -> dGstd e t2 = dGstd e t3 -> False.
Proof.
  intros P1 L12 L23 E1 E2. pose proof x1_pos.
  assert (N3 : forall t, 0 < Nstd e t * Nstd e t * Nstd e t).
  { intros t. pose proof (Nstd_pos e ltac:(lra) t). repeat apply Rmult_lt_0_compat; lra. }
  destruct (Rle_lt_dec t2 x1) as [L | L].
  - assert (dGstd e t1 < dGstd e t2); [| lra].
    apply (deriv_pos_lt (dGstd e) (d2Gstd e)); [exact L12 | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply Rdiv_lt_0_compat; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
  - assert (dGstd e t3 < dGstd e t2); [| lra].
    apply (deriv_neg_lt (dGstd e) (d2Gstd e)); [exact L23 | |].
    + intros t _. apply dGstd_derive. lra.
    + intros t Ht. unfold d2Gstd. apply div_neg_pos; [| apply N3].
      apply bend_sign; [apply cosh_pos |]. rewrite <- cosh_x1. apply cosh_lt; lra.
Qed.

(** H14 (as D3). There are at most three fixed points. *)
Theorem std_at_most_three_fixed_points x0 beta a b c d : 0 < beta -> a < b < c -> c < d ->
  fixpt (Fstd x0 beta e) a -> fixpt (Fstd x0 beta e) b ->
  fixpt (Fstd x0 beta e) c -> fixpt (Fstd x0 beta e) d -> False.
Proof.
  intros Hb Habc Hcd Fa Fb Fc Fd.
  assert (Gx : forall x, fixpt (Fstd x0 beta e) x -> Gstd e x = beta * (x - x0)).
  { intros x Fx. unfold fixpt, Fstd in Fx. rewrite <- Fx at 2. field. lra. }
  assert (Mean : forall u v, u < v -> fixpt (Fstd x0 beta e) u -> fixpt (Fstd x0 beta e) v ->
    exists t, u < t < v /\ dGstd e t = beta /\ 0 < t).
  { intros u v Huv Fu Fv.
    destruct (deriv_mean (Gstd e) (dGstd e) u v Huv) as (t & It & Et).
    { intros x _. apply Gstd_derive. lra. }
    rewrite (Gx u Fu), (Gx v Fv) in Et.
    assert (E : dGstd e t = beta).
    { apply (Rmult_eq_reg_r (v - u)); [rewrite <- Et; ring | lra]. }
    exists t. split; [exact It |]. split; [exact E |].
    apply Rnot_le_lt. intros K. unfold dGstd in E. pose proof (Nstd_pos e ltac:(lra) t) as N.
    assert (S : sinh (t / 2) <= 0) by (rewrite <- sinh_0; apply sinh_le; lra).
    assert (P : 0 < / (Nstd e t * Nstd e t)) by (apply Rinv_0_lt_compat; nra).
    unfold Rdiv in E. nra. }
  destruct (Mean a b) as (t1 & I1 & E1 & P1); try assumption; [lra |].
  destruct (Mean b c) as (t2 & I2 & E2 & _); try assumption; [lra |].
  destruct (Mean c d) as (t3 & I3 & E3 & _); try assumption.
  apply (dGstd_level t1 t2 t3); lra.
Qed.
End Slope.
