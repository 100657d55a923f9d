(** The whitened binary reward on a finite outcome space: its two values, its
    mean and variance; identities and monotonicity of the two weights; and the
    effect of an affine recoding of the reward. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence.
Open Scope R_scope.

Definition variance (n : nat) (pi f : nat -> R) : R :=
  expect n pi (fun i => (f i - expect n pi f) * (f i - expect n pi f)).

Lemma expect_class n r pi (c : bool -> R) :
  policy n pi ->
  expect n pi (fun i => c (r i)) =
  success n r pi * c true + (1 - success n r pi) * c false.
Proof.
  intros H. rewrite <- (success_failure n r pi H). unfold expect.
  apply Rsum_class.
Qed.

Lemma expect_ext n pi f g :
  (forall i, (i < n)%nat -> f i = g i) -> expect n pi f = expect n pi g.
Proof. intros H. apply Rsum_ext. intros i Hi. rewrite H by exact Hi. reflexivity. Qed.

(** Mean and variance of an affine recoding of the binary reward. *)
Lemma mean_recoded n r pi a b :
  policy n pi -> expect n pi (fun i => a * ind (r i) + b) = a * success n r pi + b.
Proof.
  intros H. rewrite (expect_class n r pi (fun x => a * ind x + b) H).
  unfold ind. ring.
Qed.

Lemma variance_recoded n r pi a b :
  policy n pi ->
  variance n pi (fun i => a * ind (r i) + b) = a * a * var (success n r pi).
Proof.
  intros H. unfold variance. rewrite mean_recoded by exact H.
  set (p := success n r pi).
  rewrite (expect_class n r pi
    (fun x => (a * ind x + b - (a * p + b)) * (a * ind x + b - (a * p + b))) H).
  fold p. unfold ind, var. ring.
Qed.

(** A1. The whitened binary reward is w+ on r = 1 and -w- on r = 0; under the
    old policy it has mean 0 and variance s / (s + eps), which is at most 1,
    with equality iff eps = 0. *)
Theorem whitened_reward n r old eps :
  policy n old -> admissible eps (success n r old) ->
  let p := success n r old in
  let A := fun i => adv eps p (ind (r i)) in
  (forall i, r i = true -> A i = w_plus eps p) /\
  (forall i, r i = false -> A i = - w_minus eps p) /\
  expect n old A = 0 /\
  variance n old A = var p / (var p + eps) /\
  variance n old A <= 1 /\
  (variance n old A = 1 <-> eps = 0) /\
  (0 < eps -> variance n old A < 1).
Proof.
  intros Ho Ha p A.
  assert (Hs := admissible_sqrt eps p Ha). assert (Hv := admissible_pos eps p Ha).
  assert (Hp : 0 <= var p) by (apply var_nonneg, Ha).
  assert (H0 : 0 <= eps) by apply Ha.
  assert (HV : variance n old A = var p / (var p + eps)).
  { transitivity (variance n old (fun i => / sqrt (var p + eps) * ind (r i)
                                         + - (p / sqrt (var p + eps)))).
    - assert (E : forall i, A i = / sqrt (var p + eps) * ind (r i)
                            + - (p / sqrt (var p + eps))).
      { intros i. unfold A, adv. field. lra. }
      unfold variance. rewrite (expect_ext n old A _ (fun i _ => E i)).
      apply expect_ext. intros i _. rewrite E. reflexivity.
    - rewrite variance_recoded by exact Ho. fold p.
      rewrite <- Rinv_mult, sqrt_sqrt by lra. field. lra. }
  repeat split.
  - intros i Hi. unfold A, adv, w_plus, ind. rewrite Hi. reflexivity.
  - intros i Hi. unfold A, adv, w_minus, ind. rewrite Hi. field. lra.
  - unfold A. rewrite (expect_class n r old (fun b => adv eps p (ind b)) Ho).
    fold p. unfold adv, ind. field. lra.
  - exact HV.
  - rewrite HV. apply (Rmult_le_reg_r (var p + eps)); [lra|]. field_simplify; lra.
  - intros E. rewrite HV in E.
    assert (E1 : var p / (var p + eps) * (var p + eps) = var p) by (field; lra).
    rewrite E in E1. lra.
  - intros E. rewrite HV. rewrite E in *. field. lra.
  - intros He. rewrite HV.
    apply (Rmult_lt_reg_r (var p + eps)); [lra|]. field_simplify; lra.
Qed.

(** A2. Weight identities. *)
Theorem weight_identities eps p :
  admissible eps p ->
  p * w_plus eps p = (1 - p) * w_minus eps p /\
  w_plus eps p = (1 - p) * Omega eps p /\
  w_minus eps p = p * Omega eps p /\
  w_plus eps p + w_minus eps p = Omega eps p /\
  Omega eps p = 1 / sqrt (var p + eps) /\
  w_plus eps p - w_minus eps p = (1 - 2 * p) * Omega eps p /\
  w_plus eps p * w_minus eps p = var p / (var p + eps).
Proof.
  intros Ha. assert (Hs := admissible_sqrt eps p Ha).
  assert (Hv := admissible_pos eps p Ha).
  assert (E := sqrt_sqrt (var p + eps) ltac:(lra)).
  unfold w_plus, w_minus, Omega.
  repeat split; try (field; lra).
  replace (var p / (var p + eps))
    with (p * (1 - p) / (sqrt (var p + eps) * sqrt (var p + eps)))
    by (rewrite E; reflexivity).
  field. lra.
Qed.

(** A3 (derivative of w+). -((1-p)/2 + eps) / (s+eps)^(3/2), written with
    (s+eps) sqrt (s+eps). *)
Theorem w_plus_derivative eps p :
  admissible eps p ->
  is_derive (w_plus eps) p
    (- (((1 - p) / 2 + eps) / ((var p + eps) * sqrt (var p + eps)))).
Proof.
  intros Ha. assert (Hs := admissible_sqrt eps p Ha).
  assert (Hv := admissible_pos eps p Ha).
  assert (E := sqrt_sqrt (var p + eps) ltac:(lra)).
  unfold w_plus, var in *. auto_derive.
  - repeat split; [exact Hv | apply Rgt_not_eq; exact Hs].
  - replace (p * (1 + - p) + eps) with (p * (1 - p) + eps) by ring.
    set (t := sqrt (p * (1 - p) + eps)) in *.
    rewrite <- !E. apply (Rmult_eq_reg_r (t * t * t)); [|nra].
    field_simplify; try lra.
Qed.

(** A3 (derivative of w-). (p/2 + eps) / (s+eps)^(3/2). *)
Theorem w_minus_derivative eps p :
  admissible eps p ->
  is_derive (w_minus eps) p
    ((p / 2 + eps) / ((var p + eps) * sqrt (var p + eps))).
Proof.
  intros Ha. assert (Hs := admissible_sqrt eps p Ha).
  assert (Hv := admissible_pos eps p Ha).
  assert (E := sqrt_sqrt (var p + eps) ltac:(lra)).
  unfold w_minus, var in *. auto_derive.
  - repeat split; [exact Hv | apply Rgt_not_eq; exact Hs].
  - replace (p * (1 + - p) + eps) with (p * (1 - p) + eps) by ring.
    set (t := sqrt (p * (1 - p) + eps)) in *.
    rewrite <- !E. apply (Rmult_eq_reg_r (t * t * t)); [|nra].
    field_simplify; try lra.
Qed.

Lemma admissible_between eps p q x :
  admissible eps p -> admissible eps q -> p <= x <= q -> admissible eps x.
Proof.
  intros [P1 [P2 P3]] [Q1 [Q2 Q3]] H. split; [lra|split; [lra|]].
  intros E. specialize (P3 E). specialize (Q3 E). lra.
Qed.

Lemma admissible_denominator eps p :
  admissible eps p -> 0 < (var p + eps) * sqrt (var p + eps).
Proof.
  intros H. apply Rmult_lt_0_compat; [apply admissible_pos|apply admissible_sqrt]; exact H.
Qed.

(** A3. w+ is strictly decreasing and w- strictly increasing, on [0,1] for
    eps > 0 and on (0,1) for eps = 0. *)
Theorem weights_monotone eps p q :
  admissible eps p -> admissible eps q -> p < q ->
  w_plus eps q < w_plus eps p /\ w_minus eps p < w_minus eps q.
Proof.
  intros Hp Hq Hpq. split.
  - assert (- w_plus eps p < - w_plus eps q); [|lra].
    apply (increasing_on_derive (fun x => - w_plus eps x)
      (fun x => (((1 - x) / 2 + eps) / ((var x + eps) * sqrt (var x + eps))))); auto.
    + intros x Hx.
      assert (D := w_plus_derivative eps x (admissible_between eps p q x Hp Hq Hx)).
      apply is_derive_opp in D. evar_last; [exact D|]. apply Ropp_involutive.
    + intros x Hx. apply Rdiv_lt_0_compat.
      * destruct Hp as [P1 [P2 _]], Hq as [Q1 _]. lra.
      * apply admissible_denominator, (admissible_between eps p q); auto; lra.
  - apply (increasing_on_derive (w_minus eps)
      (fun x => (x / 2 + eps) / ((var x + eps) * sqrt (var x + eps)))); auto.
    + intros x Hx. apply w_minus_derivative, (admissible_between eps p q); auto.
    + intros x Hx. apply Rdiv_lt_0_compat.
      * destruct Hp as [P1 [P2 _]], Hq as [Q1 _]. lra.
      * apply admissible_denominator, (admissible_between eps p q); auto; lra.
Qed.

(** * Affine recoding of the reward *)

(** Whitening of an arbitrary real reward. *)
Definition whiten (n : nat) (eps : R) (old reward : nat -> R) (i : nat) : R :=
  (reward i - expect n old reward) / sqrt (variance n old reward + eps).

Lemma whiten_recoded n r old eps a b i :
  policy n old -> 0 < a -> 0 <= eps -> 0 < success n r old < 1 ->
  whiten n eps old (fun i => a * ind (r i) + b) i =
  adv (eps / (a * a)) (success n r old) (ind (r i)).
Proof.
  intros Ho Ha He Hp. unfold whiten.
  rewrite mean_recoded, variance_recoded by exact Ho.
  set (p := success n r old) in *. assert (Hv := var_pos p Hp).
  assert (0 <= eps / (a * a)) by (apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; nra]).
  replace (a * a * var p + eps) with (a * a * (var p + eps / (a * a))) by (field; lra).
  rewrite sqrt_mult, sqrt_square by nra.
  assert (0 < sqrt (var p + eps / (a * a))) by (apply sqrt_lt_R0; lra).
  unfold adv. field. lra.
Qed.

(** The advantage determines the smoothing. *)
Lemma adv_inj_eps eps eps' p b :
  0 < p < 1 -> 0 <= eps -> 0 <= eps' ->
  adv eps p (ind b) = adv eps' p (ind b) -> eps = eps'.
Proof.
  intros Hp He He' E. assert (Hv := var_pos p Hp).
  assert (H1 : 0 < sqrt (var p + eps)) by (apply sqrt_lt_R0; lra).
  assert (H2 : 0 < sqrt (var p + eps')) by (apply sqrt_lt_R0; lra).
  assert (N : ind b - p <> 0) by (unfold ind; destruct b; lra).
  unfold adv in E. apply Rmult_eq_reg_l in E; [|exact N].
  apply (f_equal Rinv) in E. rewrite !Rinv_inv in E.
  apply sqrt_inj in E; lra.
Qed.

(** A9. Rewards {b, a+b} with smoothing eps' have the whitened reward of {0,1}
    with smoothing eps iff eps' = a^2 eps. *)
Theorem affine_recoding n r old eps eps' a b :
  policy n old -> 0 < a -> 0 <= eps -> 0 <= eps' -> 0 < success n r old < 1 ->
  (forall i, (i < n)%nat ->
     whiten n eps' old (fun i => a * ind (r i) + b) i =
     adv eps (success n r old) (ind (r i))) <->
  eps' = a * a * eps.
Proof.
  intros Ho Ha He He' Hp.
  assert (0 <= eps' / (a * a)) by (apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; nra]).
  split.
  - intros H0. destruct (policy_support n old Ho) as [k [Hk _]].
    specialize (H0 k Hk). rewrite whiten_recoded in H0 by auto.
    apply adv_inj_eps in H0; auto. rewrite <- H0. field. lra.
  - intros -> i Hi. rewrite whiten_recoded by auto. f_equal. field. lra.
Qed.

(** A9. Rewards {b, a+b} with smoothing eps give the {0,1} advantages with
    smoothing eps / a^2; at eps = 0 they are invariant; rewards {-1, +1} give
    eps / 4. *)
Theorem recoded_smoothing n r old eps a b i :
  policy n old -> 0 < a -> 0 <= eps -> 0 < success n r old < 1 ->
  whiten n eps old (fun i => a * ind (r i) + b) i =
    adv (eps / (a * a)) (success n r old) (ind (r i)) /\
  whiten n 0 old (fun i => a * ind (r i) + b) i =
    adv 0 (success n r old) (ind (r i)) /\
  whiten n eps old (fun i => 2 * ind (r i) + -1) i =
    adv (eps / 4) (success n r old) (ind (r i)).
Proof.
  intros Ho Ha He Hp. rewrite !whiten_recoded by (auto; lra).
  repeat split; f_equal; field; lra.
Qed.
