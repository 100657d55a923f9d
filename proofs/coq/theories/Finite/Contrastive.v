(** The clipped GRPO surrogate as a weighted contrastive loss: with
    unconditional expectations and indicators it is an identity, with
    conditional expectations it is not; nor is the clipping formula with ratio
    and advantage swapped.  The unclipped surrogate is affine in the success
    probability. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening.
Open Scope R_scope.

Definition clip (lo hi x : R) : R := Rmax lo (Rmin x hi).

(** Importance ratio rho = pi / pi_old. *)
Definition ratio (pi old : nat -> R) (i : nat) : R := pi i / old i.

(** sum_o pi_old min (rho A, clip (rho, 1-e_lo, 1+e_hi) A). *)
Definition clipped_surrogate n r eps elo ehi (old pi : nat -> R) : R :=
  expect n old (fun i =>
    let A := adv eps (success n r old) (ind (r i)) in
    Rmin (ratio pi old i * A) (clip (1 - elo) (1 + ehi) (ratio pi old i) * A)).

(** E_old [min (rho, 1+e_hi) 1_(r=1)] and E_old [max (rho, 1-e_lo) 1_(r=0)]. *)
Definition mean_min n r ehi (old pi : nat -> R) : R :=
  expect n old (fun i => Rmin (ratio pi old i) (1 + ehi) * ind (r i)).
Definition mean_max n r elo (old pi : nat -> R) : R :=
  expect n old (fun i => Rmax (ratio pi old i) (1 - elo) * ind (negb (r i))).

Lemma Rmin_mult_pos A x y : 0 <= A -> Rmin (x * A) (y * A) = A * Rmin x y.
Proof.
  intros H. unfold Rmin at 2. destruct (Rle_dec x y) as [L|L].
  - rewrite Rmin_left; [ring|nra].
  - rewrite Rmin_right; [ring|nra].
Qed.

Lemma Rmin_mult_neg A x y : A <= 0 -> Rmin (x * A) (y * A) = A * Rmax x y.
Proof.
  intros H. unfold Rmax. destruct (Rle_dec x y) as [L|L].
  - rewrite Rmin_right; [ring|nra].
  - rewrite Rmin_left; [ring|nra].
Qed.

Lemma min_clip lo hi x : lo <= hi -> Rmin x (clip lo hi x) = Rmin x hi.
Proof.
  intros H. unfold clip, Rmax, Rmin.
  repeat destruct (Rle_dec _ _); lra.
Qed.

Lemma max_clip lo hi x : lo <= hi -> Rmax x (clip lo hi x) = Rmax x lo.
Proof.
  intros H. unfold clip, Rmax, Rmin.
  repeat destruct (Rle_dec _ _); lra.
Qed.

(** A7 (corrected). The clipped surrogate of one outcome with ratio x and
    advantage y is y min (x, 1+e) for y >= 0 and y max (x, 1-e) for y <= 0. *)
Theorem clipping_formula_corrected x y elo ehi :
  0 <= elo -> 0 <= ehi ->
  (0 <= y -> Rmin (x * y) (clip (1 - elo) (1 + ehi) x * y) = y * Rmin x (1 + ehi)) /\
  (y <= 0 -> Rmin (x * y) (clip (1 - elo) (1 + ehi) x * y) = y * Rmax x (1 - elo)).
Proof.
  intros Hl Hh. split; intros Hy.
  - rewrite Rmin_mult_pos, min_clip by lra. reflexivity.
  - rewrite Rmin_mult_neg, max_clip by lra. reflexivity.
Qed.

(** A7 (counterexample). x min (y, 1+e) is not the clipped surrogate for
    y > 0: at x = 3, y = 1, e = 1/5 the surrogate is 6/5, the formula 3. *)
Theorem swapped_clipping_formula_false :
  exists x y e, 0 < x /\ 0 < y /\ 0 < e < 1 /\
  Rmin (x * y) (clip (1 - e) (1 + e) x * y) = 6 / 5 /\
  x * Rmin y (1 + e) = 3.
Proof.
  exists 3, 1, (/ 5). repeat split; try lra.
  - unfold clip. rewrite (Rmin_right 3), Rmax_right, Rmin_right by lra. lra.
  - rewrite Rmin_left by lra. lra.
Qed.

(** A7 (control). At x = 3, y = 1, e = 1/5 the printed formula is off by 9/5
    exactly: by more than 179/100 but not by more than 9/5. *)
Theorem swapped_clipping_formula_gap :
  let d := 3 * Rmin 1 (1 + / 5) - Rmin (3 * 1) (clip (1 - / 5) (1 + / 5) 3 * 1) in
  179 / 100 < d /\ ~ 9 / 5 < d.
Proof.
  unfold clip. rewrite (Rmin_left 1), (Rmin_right 3 (1 + / 5)), Rmax_right by lra.
  rewrite Rmin_right by lra. lra.
Qed.

Lemma w_plus_nonneg eps p : admissible eps p -> 0 <= w_plus eps p.
Proof.
  intros H. apply Rmult_le_pos; [destruct H as [H _]; lra|].
  left. apply Rinv_0_lt_compat, admissible_sqrt, H.
Qed.

Lemma w_minus_nonneg eps p : admissible eps p -> 0 <= w_minus eps p.
Proof.
  intros H. apply Rmult_le_pos; [destruct H as [H _]; lra|].
  left. apply Rinv_0_lt_compat, admissible_sqrt, H.
Qed.

Lemma adv_gain eps p b : adv eps p (ind b) = gain eps p b.
Proof. unfold adv, gain, w_plus, w_minus, ind, Rdiv. destruct b; ring. Qed.

(** A5. Contrastive identity with asymmetric clipping. *)
Theorem contrastive_identity n r eps elo ehi old pi :
  policy n old -> policy n pi -> abs_cont n pi old ->
  0 <= elo <= 1 -> 0 <= ehi -> admissible eps (success n r old) ->
  clipped_surrogate n r eps elo ehi old pi =
  w_plus eps (success n r old) * mean_min n r ehi old pi -
  w_minus eps (success n r old) * mean_max n r elo old pi.
Proof.
  intros _ _ _ Hl Hh Ha. set (p := success n r old) in *.
  assert (Hp := w_plus_nonneg eps p Ha). assert (Hm := w_minus_nonneg eps p Ha).
  unfold clipped_surrogate, mean_min, mean_max, expect. fold p.
  rewrite <- !Rsum_scal, <- Rsum_minus. apply Rsum_ext. intros i _. cbv zeta.
  rewrite adv_gain. unfold gain.
  destruct (clipping_formula_corrected (ratio pi old i) (w_plus eps p) elo ehi) as [E _];
    [lra|lra|].
  destruct (clipping_formula_corrected (ratio pi old i) (- w_minus eps p) elo ehi) as [_ E'];
    [lra|lra|].
  destruct (r i); unfold ind; simpl.
  - rewrite E by exact Hp. ring.
  - rewrite E' by lra. ring.
Qed.

(** The display with expectations conditional on r = 1 and on r = 0. *)
Definition conditional_reading n r eps elo ehi (old pi : nat -> R) : R :=
  w_plus eps (success n r old) * (mean_min n r ehi old pi / success n r old) -
  w_minus eps (success n r old) * (mean_max n r elo old pi / (1 - success n r old)).

(** A6 (corrected). With the event masses in front the conditional form is
    right; without them it is right iff (1-p)^3 X1 = p^3 X0, where X1, X0 are
    the two expectations with indicators. *)
Theorem conditional_reading_corrected n r eps elo ehi old pi :
  policy n old -> policy n pi -> abs_cont n pi old ->
  0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps -> 0 < success n r old < 1 ->
  let p := success n r old in
  let X1 := mean_min n r ehi old pi in
  let X0 := mean_max n r elo old pi in
  clipped_surrogate n r eps elo ehi old pi =
    p * w_plus eps p * (X1 / p) - (1 - p) * w_minus eps p * (X0 / (1 - p)) /\
  (conditional_reading n r eps elo ehi old pi =
     clipped_surrogate n r eps elo ehi old pi <->
   (1 - p) ^ 3 * X1 = p ^ 3 * X0).
Proof.
  intros Ho Hpi Hac Hl Hh He Hp p X1 X0. fold p in Hp.
  assert (Ha := admissible_interior eps p He Hp).
  assert (Hs := admissible_sqrt eps p Ha).
  assert (E := contrastive_identity n r eps elo ehi old pi Ho Hpi Hac Hl Hh Ha).
  fold p X1 X0 in E. rewrite E. split; [field; lra|].
  unfold conditional_reading. fold p X1 X0.
  assert (D : w_plus eps p * (X1 / p) - w_minus eps p * (X0 / (1 - p)) -
              (w_plus eps p * X1 - w_minus eps p * X0)
              = ((1 - p) ^ 3 * X1 - p ^ 3 * X0)
                / (sqrt (var p + eps) * p * (1 - p))).
  { unfold w_plus, w_minus. field. lra. }
  assert (P : 0 < sqrt (var p + eps) * p * (1 - p))
    by (repeat apply Rmult_lt_0_compat; lra).
  split; intros H.
  - rewrite H in D. rewrite Rminus_eq_0 in D.
    symmetry in D. apply Rmult_integral in D as [D|D]; [lra|].
    apply Rinv_neq_0_compat in D; [tauto|lra].
  - rewrite H, Rminus_eq_0 in D. unfold Rdiv in D at 3. lra.
Qed.

Lemma ratio_self n old i : positive n old -> (i < n)%nat -> ratio old old i = 1.
Proof. intros H Hi. unfold ratio. specialize (H i Hi). field. lra. Qed.

(** On policy and without clip range (pi = pi_old, e = 0) the surrogate is 0
    and the conditional reading is w+ - w- = (1 - 2p) Omega. *)
Lemma conditional_reading_on_policy n r eps old :
  policy n old -> positive n old -> 0 <= eps -> 0 < success n r old < 1 ->
  clipped_surrogate n r eps 0 0 old old = 0 /\
  conditional_reading n r eps 0 0 old old =
    (1 - 2 * success n r old) * Omega eps (success n r old).
Proof.
  intros Ho Hpos He Hp. set (p := success n r old) in *.
  assert (Ha := admissible_interior eps p He Hp).
  assert (Hs := admissible_sqrt eps p Ha).
  assert (X1 : mean_min n r 0 old old = p).
  { unfold mean_min. transitivity (expect n old (fun i => ind (r i))).
    - apply expect_ext. intros i Hi. rewrite (ratio_self n) by auto.
      rewrite Rmin_left by lra. ring.
    - rewrite (expect_class n r old ind Ho). fold p. unfold ind. ring. }
  assert (X0 : mean_max n r 0 old old = 1 - p).
  { unfold mean_max. transitivity (expect n old (fun i => ind (negb (r i)))).
    - apply expect_ext. intros i Hi. rewrite (ratio_self n) by auto.
      rewrite Rmax_left by lra. ring.
    - rewrite (expect_class n r old (fun b => ind (negb b)) Ho). fold p.
      unfold ind; simpl. ring. }
  split.
  - rewrite contrastive_identity; auto using abs_cont_refl; try lra.
    fold p. rewrite X1, X0. unfold w_plus, w_minus. field. lra.
  - unfold conditional_reading. fold p. rewrite X1, X0.
    unfold w_plus, w_minus, Omega. field. lra.
Qed.

(** Two outcomes, the first correct. *)
Definition first_correct (i : nat) : bool := match i with O => true | _ => false end.
Definition two (x y : R) (i : nat) : R := match i with O => x | _ => y end.

Lemma two_policy x y : 0 <= x -> 0 <= y -> x + y = 1 -> policy 2 (two x y).
Proof.
  intros Hx Hy H. split; [intros [|i] _; simpl; lra|]. simpl. lra.
Qed.

Lemma two_positive x y : 0 < x -> 0 < y -> positive 2 (two x y).
Proof. intros Hx Hy [|i] _; simpl; lra. Qed.

Lemma two_success x y : success 2 first_correct (two x y) = x.
Proof. unfold success, csum; simpl. ring. Qed.

(** A6 (counterexample). old = (1/4, 3/4), pi = old, e = 0, eps = 1/100: the
    surrogate is 0, the conditional reading is Omega(1/4) / 2 > 1.12. *)
Theorem conditional_reading_false :
  let old := two (/ 4) (3 / 4) in
  policy 2 old /\ positive 2 old /\
  clipped_surrogate 2 first_correct (/ 100) 0 0 old old = 0 /\
  conditional_reading 2 first_correct (/ 100) 0 0 old old
    = / 2 * Omega (/ 100) (/ 4) /\
  112 / 100 < conditional_reading 2 first_correct (/ 100) 0 0 old old.
Proof.
  intros old.
  assert (P : policy 2 old) by (apply two_policy; lra).
  assert (Q : positive 2 old) by (apply two_positive; lra).
  destruct (conditional_reading_on_policy 2 first_correct (/ 100) old P Q) as [S C].
  - lra.
  - unfold old. rewrite two_success. lra.
  - unfold old in C at 3 4. rewrite two_success in C.
    repeat split; auto; try apply P.
    + rewrite C. lra.
    + rewrite C. unfold Omega, var.
      assert (sqrt (/ 4 * (1 - / 4) + / 100) < 445 / 1000).
      { rewrite <- (sqrt_square (445 / 1000)) by lra. apply sqrt_lt_1; lra. }
      assert (0 < sqrt (/ 4 * (1 - / 4) + / 100)) by (apply sqrt_lt_R0; lra).
      assert (/ (445 / 1000) < / sqrt (/ 4 * (1 - / 4) + / 100))
        by (apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra|lra]).
      lra.
Qed.

(** A6 (control). The wrong value is not above 1.126. *)
Theorem conditional_reading_not_larger :
  ~ 1126 / 1000 <
    conditional_reading 2 first_correct (/ 100) 0 0
      (two (/ 4) (3 / 4)) (two (/ 4) (3 / 4)).
Proof.
  destruct conditional_reading_false as [_ [_ [_ [-> _]]]].
  unfold Omega, var.
  assert (4441 / 10000 < sqrt (/ 4 * (1 - / 4) + / 100)).
  { rewrite <- (sqrt_square (4441 / 10000)) by lra. apply sqrt_lt_1; lra. }
  assert (/ sqrt (/ 4 * (1 - / 4) + / 100) < / (4441 / 10000))
    by (apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra|lra]).
  lra.
Qed.

(** A8. The unclipped surrogate is affine in the success probability:
    E_old [rho A] = E_pi [A] = Omega(p_old) (p_pi - p_old). *)
Theorem unclipped_surrogate_affine n r eps old pi :
  policy n old -> policy n pi -> abs_cont n pi old ->
  admissible eps (success n r old) ->
  let A := fun i => adv eps (success n r old) (ind (r i)) in
  expect n old (fun i => ratio pi old i * A i) = expect n pi A /\
  expect n pi A = Omega eps (success n r old) * (success n r pi - success n r old) /\
  expect n pi A = surrogate n r eps (success n r old) pi.
Proof.
  intros Ho Hpi Hac Ha A. assert (Hs := admissible_sqrt eps _ Ha).
  repeat split.
  - apply Rsum_ext. intros i Hi. unfold ratio.
    destruct (Req_dec (old i) 0) as [E|N].
    + rewrite E, (Hac i Hi E). ring.
    + field. exact N.
  - unfold A. rewrite (expect_class n r pi
      (fun b => adv eps (success n r old) (ind b)) Hpi).
    unfold adv, Omega, ind. field. lra.
  - rewrite <- expect_gain. apply expect_ext. intros i _. apply adv_gain.
Qed.
