(** L8, L9, L11.  The iteration with a finite group, x_n = x0 + Omega_G (p_(n-1)) / beta:
    fixed points, monotone regime, contraction; discarding degenerate groups. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Shape.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape Convexity GroupSize.
Open Scope R_scope.

(** Success map and log-odds map of a group of size G (divisor G). *)
Definition hG (G : nat) (pref beta eps p : R) : R :=
  sigma (logit pref + Omega0 eps G p / beta).

Lemma Omega0_pos eps G p : 0 <= eps -> (2 <= G)%nat -> 0 <= p <= 1 -> 0 < Omega0 eps G p.
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG). unfold Omega0, factor.
  apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra|].
  apply bern_pos; [exact Hp|]. intros k Hk. unfold om0.
  assert (P := v0_pos G (S k) ltac:(lia)). apply Rinv_0_lt_compat, sqrt_lt_R0. lra.
Qed.

Lemma bern_continuous n f p : continuity_pt (bern n f) p.
Proof.
  destruct n as [|n].
  - apply continuity_pt_const. intros ? ?. reflexivity.
  - apply continuity_pt_filterlim, (ex_derive_continuous (bern (S n) f)). eexists. apply bern_derive.
Qed.

Lemma hG_continuous G pref beta eps p : continuity_pt (hG G pref beta eps) p.
Proof.
  unfold hG. apply (continuity_pt_comp (fun p => logit pref + Omega0 eps G p / beta) sigma);
    [|apply sigma_continuity_pt].
  apply continuity_pt_plus; [apply continuity_pt_const; intros ? ?; reflexivity|].
  apply continuity_pt_mult; [|apply continuity_pt_const; intros ? ?; reflexivity].
  apply continuity_pt_scal, bern_continuous.
Qed.

Section Iteration.
Variables (G : nat) (pref beta eps : R).
Hypothesis HG : (2 <= G)%nat.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.

Lemma hG_range p : 0 < hG G pref beta eps p < 1.
Proof. unfold hG. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

Lemma hG_gt p : 0 <= p <= 1 -> pref < hG G pref beta eps p.
Proof.
  intros H. unfold hG. rewrite <- (sigma_logit pref Hp) at 1. apply sigma_increasing.
  assert (0 < Omega0 eps G p / beta); [|lra].
  apply Rdiv_lt_0_compat; [now apply Omega0_pos | exact Hb].
Qed.

(** Below the population map. *)
Lemma hG_lt_h p : 0 < p < 1 -> hG G pref beta eps p < h pref beta eps p.
Proof.
  intros H. unfold hG. rewrite <- (sigma_logit (h pref beta eps p)) by now apply h_range.
  rewrite logit_h_p by assumption. apply sigma_increasing.
  destruct (groups_under_amplify eps G p HG H He) as [A [B _]].
  apply Rplus_lt_compat_l, Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | lra].
Qed.

(** L8. For every eps >= 0: p = 1 is not a fixed point; a fixed point exists, and every
    fixed point is above p_ref and at most sigma (x0 + Omega_G (0) / beta); every iterate
    exceeds p_ref. *)
Theorem group_fixed_points :
  hG G pref beta eps 1 <> 1 /\
  (exists p, 0 <= p <= 1 /\ fixpt (hG G pref beta eps) p) /\
  (forall p, 0 <= p <= 1 -> fixpt (hG G pref beta eps) p ->
     pref < p <= sigma (logit pref + Omega0 eps G 0 / beta)) /\
  (forall n, pref < iter (hG G pref beta eps) pref (S n) < 1).
Proof.
  split; [|split; [|split]].
  - assert (Z := hG_range 1). lra.
  - destruct (fixpt_between (hG G pref beta eps) 0 1) as [p [Hpp E]]; try lra.
    + intros; apply hG_continuous.
    + left. assert (Z := hG_range 0). assert (Z1 := hG_range 1). lra.
    + now exists p.
  - intros p Hpp E. rewrite <- E. split; [now apply hG_gt|]. unfold hG. apply sigma_le.
    apply Rplus_le_compat_l, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    destruct (group_factor_shape eps G He HG) as [_ [_ [M _]]]. now apply M.
  - assert (R : forall n, 0 <= iter (hG G pref beta eps) pref n <= 1).
    { intros [|n]; [simpl; lra|]. assert (Z := hG_range (iter (hG G pref beta eps) pref n)).
      simpl. lra. }
    intros n. split; [apply hG_gt, R | apply hG_range].
Qed.
End Iteration.

(** The lowest fixed point of a larger map is larger: comparison of maps that start
    above the diagonal. *)
Lemma lowest_comparison (f1 f2 : R -> R) a b :
  (forall p, continuity_pt f1 p) -> 0 < b < 1 ->
  0 < f1 0 -> (forall p, 0 < p < 1 -> f1 p < f2 p) -> f2 b = b ->
  (forall p, 0 <= p <= 1 -> f1 p = p -> a <= p) ->
  a < b.
Proof.
  intros C Hb P L E La.
  destruct (fixpt_between f1 0 b) as [c [Hc Ec]]; try lra.
  - intros; apply C.
  - left. specialize (L b Hb). lra.
  - assert (c <> b) by (intros ->; specialize (L b Hb); lra).
    assert (a <= c) by (apply La; lra). lra.
Qed.

(** L8. The smallest fixed point is strictly below every fixed point of the population map,
    in particular below its smallest one, and it increases strictly with G. *)
Theorem smallest_fixed_point_grows G pref beta eps a :
  (2 <= G)%nat -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  (forall p, 0 <= p <= 1 -> fixpt (hG G pref beta eps) p -> a <= p) ->
  (forall b, fixpt (h pref beta eps) b -> a < b) /\
  (forall b, 0 <= b <= 1 -> fixpt (hG (S G) pref beta eps) b -> a < b).
Proof.
  intros HG Hp Hb He La. split; intros b.
  - intros E. assert (Hbb : 0 < b < 1) by (rewrite <- E; now apply h_range).
    apply (lowest_comparison (hG G pref beta eps) (h pref beta eps) a b); auto.
    + intros; apply hG_continuous.
    + apply hG_range.
    + intros p Hpp. now apply hG_lt_h.
  - intros _ E. assert (Hbb : 0 < b < 1) by (rewrite <- E; apply hG_range).
    apply (lowest_comparison (hG G pref beta eps) (hG (S G) pref beta eps) a b); auto.
    + intros; apply hG_continuous.
    + apply hG_range.
    + intros p Hpp. unfold hG. apply sigma_increasing.
      apply Rplus_lt_compat_l, Rmult_lt_compat_r; [now apply Rinv_0_lt_compat|].
      now apply group_factor_increasing.
Qed.

(** Omega_G is nondecreasing on [1/2, 1]. *)
Lemma Omega0_right eps G p q : 0 <= eps -> (2 <= G)%nat -> / 2 <= p -> p <= q -> q <= 1 ->
  Omega0 eps G p <= Omega0 eps G q.
Proof.
  intros He HG Hp Hpq Hq. destruct (group_factor_shape eps G He HG) as [Sy [Cv _]].
  destruct (Req_dec q (/ 2)) as [E|N]; [replace p with q by lra; lra|].
  (* p is between 1 - q and q *)
  set (t := (p - (1 - q)) / (2 * q - 1)).
  assert (Ht : 0 <= t <= 1).
  { unfold t. split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]|].
    apply Rmult_le_reg_r with (2 * q - 1); [lra|].
    replace ((p - (1 - q)) / (2 * q - 1) * (2 * q - 1)) with (p - (1 - q)) by (field; lra). lra. }
  assert (Z := Cv q (1 - q) t ltac:(lra) ltac:(lra) Ht). rewrite Sy in Z.
  replace (t * q + (1 - t) * (1 - q)) with p in Z by (unfold t; field; lra). lra.
Qed.

(** L8. If x0 + Omega_G (1/2) / beta >= 0, the sequence is monotone from n = 1. *)
Theorem group_monotone_from_first_step G pref beta eps :
  (2 <= G)%nat -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  0 <= logit pref + Omega0 eps G (/ 2) / beta ->
  let p := iter (hG G pref beta eps) pref in
  (forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n)).
Proof.
  intros HG Hp Hb He H0 p. set (f := hG G pref beta eps) in *.
  assert (R : forall q, 0 <= q <= 1 -> / 2 <= f q < 1).
  { intros q Hq. split; [|apply hG_range]. rewrite <- sigma_0. unfold f, hG. apply sigma_le.
    apply Rle_trans with (1 := H0).
    apply Rplus_le_compat_l, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    destruct (group_factor_shape eps G He HG) as [_ [_ [M _]]]. now apply M. }
  assert (In : forall n, / 2 <= p (S n) < 1).
  { induction n as [|n IH].
    - change (/ 2 <= f pref < 1). apply R. lra.
    - change (/ 2 <= f (p (S n)) < 1). apply R. lra. }
  assert (Mo : forall x y, / 2 <= x -> x <= y -> y <= 1 -> f x <= f y).
  { intros x y Hx Hxy Hy. unfold f, hG. apply sigma_le.
    apply Rplus_le_compat_l, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    now apply Omega0_right. }
  destruct (Rle_dec (p 1%nat) (p 2%nat)) as [L|L].
  - left. induction n as [|n IH]; [exact L|].
    assert (I1 := In n). assert (I2 := In (S n)).
    change (f (p (S n)) <= f (p (S (S n)))). apply Mo; lra.
  - right. induction n as [|n IH]; [lra|].
    assert (I1 := In n). assert (I2 := In (S n)).
    change (f (p (S (S n))) <= f (p (S n))). apply Mo; lra.
Qed.
