(** L8, L9, L11.  The iteration with a finite group, x_n = x0 + Omega_G (p_(n-1)) / beta:
    fixed points, monotone regime, contraction; discarding degenerate groups.  The
    theorems hold for both divisors of the empirical variance: G (ddof 0) and G - 1. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Shape.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape Convexity GroupSize.
Open Scope R_scope.

(** Factor and success map of a group of size G: divisor G - 1 if [ddof1], else G. *)
Definition OmegaG (ddof1 : bool) : R -> nat -> R -> R := if ddof1 then Omega1 else Omega0.
Definition hG (ddof1 : bool) (G : nat) (pref beta eps p : R) : R :=
  sigma (logit pref + OmegaG ddof1 eps G p / beta).

Lemma Omega0_pos eps G p : 0 <= eps -> (2 <= G)%nat -> 0 <= p <= 1 -> 0 < Omega0 eps G p.
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG). unfold Omega0, factor.
  apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra|].
  apply bern_pos; [exact Hp|]. intros k Hk. unfold om0.
  assert (P := v0_pos G (S k) ltac:(lia)). apply Rinv_0_lt_compat, sqrt_lt_R0. lra.
Qed.

Lemma OmegaG_pos ddof1 eps G p : 0 <= eps -> (2 <= G)%nat -> 0 <= p <= 1 -> 0 < OmegaG ddof1 eps G p.
Proof.
  intros He HG Hp. destruct ddof1; [simpl | now apply Omega0_pos].
  assert (H2 := INR_ge2 G HG).
  assert (Hc : 0 < (INR G - 1) / INR G) by (apply Rdiv_lt_0_compat; lra).
  destruct (ddof_relation eps G p HG He) as [-> _].
  apply Rmult_lt_0_compat; [now apply sqrt_lt_R0 |]. apply Omega0_pos; [|exact HG | exact Hp].
  apply Rmult_le_pos; lra.
Qed.

(** Shape for both divisors: symmetry, convexity, extremes. *)
Lemma OmegaG_shape ddof1 eps G : 0 <= eps -> (2 <= G)%nat ->
  (forall p, OmegaG ddof1 eps G (1 - p) = OmegaG ddof1 eps G p) /\
  (forall p q t, 0 <= p <= 1 -> 0 <= q <= 1 -> 0 <= t <= 1 ->
     OmegaG ddof1 eps G (t * p + (1 - t) * q) <=
     t * OmegaG ddof1 eps G p + (1 - t) * OmegaG ddof1 eps G q) /\
  (forall p, 0 <= p <= 1 ->
     OmegaG ddof1 eps G (/ 2) <= OmegaG ddof1 eps G p <= OmegaG ddof1 eps G 0).
Proof.
  intros He HG. destruct ddof1.
  - destruct (group_factor_shape_ddof1 eps G He HG) as [A [B [C _]]]. now split.
  - destruct (group_factor_shape eps G He HG) as [A [B [C _]]]. now split.
Qed.

Lemma OmegaG_below ddof1 eps G p : 0 <= eps -> (2 <= G)%nat -> 0 < p < 1 ->
  OmegaG ddof1 eps G p < Omega eps p.
Proof.
  intros He HG Hp. destruct (groups_under_amplify eps G p HG Hp He) as [A [B C]].
  destruct ddof1; [simpl | simpl; lra]. apply Rle_lt_trans with (1 := C).
  assert (H2 := INR_ge2 G HG). assert (Pv := var_pos' p Hp).
  assert (0 < Omega eps p) by (apply Rinv_0_lt_compat, sqrt_lt_R0; lra).
  assert ((INR G - 1) / INR G < 1); [|nra].
  apply Rmult_lt_reg_r with (INR G); [lra |]. field_simplify; lra.
Qed.

Lemma OmegaG_increasing ddof1 eps G p : 0 <= eps -> (2 <= G)%nat -> 0 < p < 1 ->
  OmegaG ddof1 eps G p < OmegaG ddof1 eps (S G) p.
Proof.
  intros He HG Hp. destruct (group_factor_increasing eps G p He HG Hp). now destruct ddof1.
Qed.

Lemma bern_continuous n f p : continuity_pt (bern n f) p.
Proof.
  destruct n as [|n].
  - apply continuity_pt_const. intros ? ?. reflexivity.
  - apply continuity_pt_filterlim, (ex_derive_continuous (bern (S n) f)). eexists. apply bern_derive.
Qed.

Lemma hG_continuous ddof1 G pref beta eps p : continuity_pt (hG ddof1 G pref beta eps) p.
Proof.
  unfold hG. apply (continuity_pt_comp (fun p => logit pref + OmegaG ddof1 eps G p / beta) sigma);
    [|apply sigma_continuity_pt].
  apply continuity_pt_plus; [apply continuity_pt_const; intros ? ?; reflexivity|].
  apply continuity_pt_mult; [|apply continuity_pt_const; intros ? ?; reflexivity].
  destruct ddof1; apply continuity_pt_scal, bern_continuous.
Qed.

Section Iteration.
Variables (ddof1 : bool) (G : nat) (pref beta eps : R).
Hypothesis HG : (2 <= G)%nat.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.

Lemma hG_range p : 0 < hG ddof1 G pref beta eps p < 1.
Proof. unfold hG. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

Lemma hG_gt p : 0 <= p <= 1 -> pref < hG ddof1 G pref beta eps p.
Proof.
  intros H. unfold hG. rewrite <- (sigma_logit pref Hp) at 1. apply sigma_increasing.
  assert (0 < OmegaG ddof1 eps G p / beta); [|lra].
  apply Rdiv_lt_0_compat; [now apply OmegaG_pos | exact Hb].
Qed.

(** Below the population map. *)
Lemma hG_lt_h p : 0 < p < 1 -> hG ddof1 G pref beta eps p < h pref beta eps p.
Proof.
  intros H. unfold hG. rewrite <- (sigma_logit (h pref beta eps p)) by now apply h_range.
  rewrite logit_h_p by assumption. apply sigma_increasing.
  apply Rplus_lt_compat_l, Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | now apply OmegaG_below].
Qed.

(** L8. For every eps >= 0: p = 1 is not a fixed point; a fixed point exists, and every
    fixed point is above p_ref and at most sigma (x0 + Omega_G (0) / beta); every iterate
    exceeds p_ref. *)
Theorem group_fixed_points :
  hG ddof1 G pref beta eps 1 <> 1 /\
  (exists p, 0 <= p <= 1 /\ fixpt (hG ddof1 G pref beta eps) p) /\
  (forall p, 0 <= p <= 1 -> fixpt (hG ddof1 G pref beta eps) p ->
     pref < p <= sigma (logit pref + OmegaG ddof1 eps G 0 / beta)) /\
  (forall n, pref < iter (hG ddof1 G pref beta eps) pref (S n) < 1).
Proof.
  split; [|split; [|split]].
  - assert (Z := hG_range 1). lra.
  - destruct (fixpt_between (hG ddof1 G pref beta eps) 0 1) as [p [Hpp E]]; try lra.
    + intros; apply hG_continuous.
    + left. assert (Z := hG_range 0). assert (Z1 := hG_range 1). lra.
    + now exists p.
  - intros p Hpp E. rewrite <- E. split; [now apply hG_gt|]. unfold hG. apply sigma_le.
    apply Rplus_le_compat_l, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    destruct (OmegaG_shape ddof1 eps G He HG) as [_ [_ M]]. now apply M.
  - assert (R : forall n, 0 <= iter (hG ddof1 G pref beta eps) pref n <= 1).
    { intros [|n]; [simpl; lra|]. assert (Z := hG_range (iter (hG ddof1 G pref beta eps) pref n)).
      simpl. lra. }
    intros n. split; [apply hG_gt, R | apply hG_range].
Qed.

Lemma smallest_fixed_point_exists : exists a, 0 < a < 1 /\ fixpt (hG ddof1 G pref beta eps) a /\
  forall p, 0 <= p <= 1 -> fixpt (hG ddof1 G pref beta eps) p -> a <= p.
Proof.
  set (f := hG ddof1 G pref beta eps).
  destruct (last_zero (fun y => (1 - y) - f (1 - y)) 0 1) as (t & Ht & Et & After); try lra.
  - intros y _. apply (continuity_pt_comp (fun y => 1 - y) (fun x => x - f x)).
    + apply continuity_pt_minus; [apply continuity_pt_const; intros ? ?; reflexivity |].
      apply derivable_continuous_pt, derivable_pt_id.
    + apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id |].
      apply hG_continuous.
  - rewrite Rminus_0_r. assert (Z := hG_range 1). fold f in Z. lra.
  - replace (1 - 1) with 0 by ring. assert (Z := hG_range 0). fold f in Z. lra.
  - assert (Fa : f (1 - t) = 1 - t) by lra.
    exists (1 - t). split; [rewrite <- Fa; apply hG_range |]. split; [exact Fa |].
    intros p Hpp Fp. apply Rnot_lt_le. intros K. specialize (After (1 - p) ltac:(lra)).
    replace (1 - (1 - p)) with p in After by ring. unfold fixpt in Fp. fold f in Fp. lra.
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

(** L8. There is a smallest fixed point; it is strictly below every fixed point of the
    population map, in particular below its smallest one, and it increases strictly with G. *)
Theorem smallest_fixed_point_grows ddof1 G pref beta eps :
  (2 <= G)%nat -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  exists a, 0 < a < 1 /\ fixpt (hG ddof1 G pref beta eps) a /\
    (forall p, 0 <= p <= 1 -> fixpt (hG ddof1 G pref beta eps) p -> a <= p) /\
    (forall b, fixpt (h pref beta eps) b -> a < b) /\
    (forall b, 0 <= b <= 1 -> fixpt (hG ddof1 (S G) pref beta eps) b -> a < b).
Proof.
  intros HG Hp Hb He.
  destruct (smallest_fixed_point_exists ddof1 G pref beta eps) as (a & Ia & Fa & La).
  exists a. split; [exact Ia |]. split; [exact Fa |]. split; [exact La |]. split; intros b.
  - intros E. assert (Hbb : 0 < b < 1) by (rewrite <- E; now apply h_range).
    apply (lowest_comparison (hG ddof1 G pref beta eps) (h pref beta eps) a b); auto.
    + intros; apply hG_continuous.
    + apply hG_range.
    + intros p Hpp. now apply hG_lt_h.
  - intros _ E. assert (Hbb : 0 < b < 1) by (rewrite <- E; apply hG_range).
    apply (lowest_comparison (hG ddof1 G pref beta eps) (hG ddof1 (S G) pref beta eps) a b); auto.
    + intros; apply hG_continuous.
    + apply hG_range.
    + intros p Hpp. unfold hG. apply sigma_increasing.
      apply Rplus_lt_compat_l, Rmult_lt_compat_r; [now apply Rinv_0_lt_compat|].
      now apply OmegaG_increasing.
Qed.

(** Omega_G is nondecreasing on [1/2, 1]. *)
Lemma OmegaG_right ddof1 eps G p q : 0 <= eps -> (2 <= G)%nat -> / 2 <= p -> p <= q -> q <= 1 ->
  OmegaG ddof1 eps G p <= OmegaG ddof1 eps G q.
Proof.
  intros He HG Hp Hpq Hq. destruct (OmegaG_shape ddof1 eps G He HG) as [Sy [Cv _]].
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
Theorem group_monotone_from_first_step ddof1 G pref beta eps :
  (2 <= G)%nat -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  0 <= logit pref + OmegaG ddof1 eps G (/ 2) / beta ->
  let p := iter (hG ddof1 G pref beta eps) pref in
  (forall n, p (S n) <= p (S (S n))) \/ (forall n, p (S (S n)) <= p (S n)).
Proof.
  intros HG Hp Hb He H0 p. set (f := hG ddof1 G pref beta eps) in *.
  assert (R : forall q, 0 <= q <= 1 -> / 2 <= f q < 1).
  { intros q Hq. split; [|apply hG_range]. rewrite <- sigma_0. unfold f, hG. apply sigma_le.
    apply Rle_trans with (1 := H0).
    apply Rplus_le_compat_l, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    destruct (OmegaG_shape ddof1 eps G He HG) as [_ [_ M]]. now apply M. }
  assert (In : forall n, / 2 <= p (S n) < 1).
  { induction n as [|n IH].
    - change (/ 2 <= f pref < 1). apply R. lra.
    - change (/ 2 <= f (p (S n)) < 1). apply R. lra. }
  assert (Mo : forall x y, / 2 <= x -> x <= y -> y <= 1 -> f x <= f y).
  { intros x y Hx Hxy Hy. unfold f, hG. apply sigma_le.
    apply Rplus_le_compat_l, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|].
    now apply OmegaG_right. }
  destruct (Rle_dec (p 1%nat) (p 2%nat)) as [L|L].
  - left. induction n as [|n IH]; [exact L|].
    assert (I1 := In n). assert (I2 := In (S n)).
    change (f (p (S n)) <= f (p (S (S n)))). apply Mo; lra.
  - right. induction n as [|n IH]; [lra|].
    assert (I1 := In n). assert (I2 := In (S n)).
    change (f (p (S (S n))) <= f (p (S n))). apply Mo; lra.
Qed.
