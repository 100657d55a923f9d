(** The slope of Omega_G in log-odds as a polynomial in the odds r = (1 - p) / p, and the
    polynomial that carries the sign of its derivative: its maximum can be located by the
    sign of one polynomial on two intervals. *)

Require Import Reals Lra Lia List ZArith.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape Convexity GroupContraction.
From GrpoProofs.Unsmoothed Require Import Calculus.
Import ListNotations.
Open Scope R_scope.

(** ** Polynomials in the form of Horner *)

Fixpoint horner (c : nat -> R) (n : nat) (r : R) : R :=
  match n with
  | O => c O
  | S m => c O + r * horner (fun k => c (S k)) m r
  end.

Lemma horner_sum c n r : horner c n r = sum_f_R0 (fun k => c k * r ^ k) n.
Proof.
  revert c; induction n as [|n IH]; intros c; [simpl; ring |].
  rewrite decomp_sum by lia. cbn [horner Nat.pred]. rewrite IH, scal_sum. simpl pow.
  rewrite Rmult_1_r. f_equal. apply sum_eq. intros k _. ring.
Qed.

Lemma horner_ext c c' n r : (forall k, c k = c' k) -> horner c n r = horner c' n r.
Proof.
  revert c c'; induction n as [|n IH]; intros c c' H; simpl; [apply H |].
  rewrite (H O). f_equal. f_equal. apply IH. intros; apply H.
Qed.

Lemma horner_extend c n r : c (S n) = 0 -> horner c (S n) r = horner c n r.
Proof. intros H. rewrite !horner_sum, tech5, H. ring. Qed.

Lemma horner_plus c c' n r : horner (fun k => c k + c' k) n r = horner c n r + horner c' n r.
Proof.
  revert c c'; induction n as [|n IH]; intros c c'; simpl; [reflexivity |].
  rewrite (IH (fun k => c (S k)) (fun k => c' (S k))). ring.
Qed.

(** Derivative. *)
Fixpoint dhorner (c : nat -> R) (n : nat) (r : R) : R :=
  match n with
  | O => 0
  | S m => horner (fun k => c (S k)) m r + r * dhorner (fun k => c (S k)) m r
  end.

Lemma horner_derive c n r : is_derive (horner c n) r (dhorner c n r).
Proof.
  revert c; induction n as [|n IH]; intros c; simpl.
  - evar_last; [apply is_derive_const | reflexivity].
  - evar_last.
    { apply (is_derive_plus (fun _ => c O) (fun r => r * horner (fun k => c (S k)) n r)).
      - apply is_derive_const.
      - apply (is_derive_mult (fun r => r) (horner (fun k => c (S k)) n)).
        + apply (is_derive_id (K := R_AbsRing)).
        + apply IH.
        + intros; apply Rmult_comm. }
    as_real. ring.
Qed.

Lemma euler_operator a c n r :
  r * dhorner c n r + a * horner c n r = horner (fun k => (INR k + a) * c k) n r.
Proof.
  revert a c; induction n as [|n IH]; intros a c; [simpl; ring |].
  cbn [horner dhorner]. specialize (IH (a + 1) (fun k => c (S k))).
  rewrite (horner_ext (fun k => (INR (S k) + a) * c (S k)) (fun k => (INR k + (a + 1)) * c (S k)))
    by (intros k; rewrite S_INR; ring).
  rewrite <- IH. simpl INR. ring.
Qed.

(** Coefficients [<= 0] but the last: on [0, 1] the value is at most r^n times that at 1. *)
Lemma horner_one_sign c n r : 0 <= r <= 1 -> (forall k, (k < n)%nat -> c k <= 0) ->
  horner c n r <= r ^ n * horner c n 1.
Proof.
  intros Hr. revert c; induction n as [|n IH]; intros c H; [simpl; lra |].
  cbn [horner]. specialize (IH (fun k => c (S k)) (fun k Hk => H (S k) ltac:(lia))).
  apply (Rmult_le_compat_l r) in IH; [|lra]. specialize (H O ltac:(lia)).
  assert (P : r ^ S n <= 1) by (rewrite <- (pow1 (S n)); now apply pow_incr).
  assert (c O <= r ^ S n * c O) by nra. simpl pow in *. lra.
Qed.

(** ** Binomial coefficients as integers *)

Fixpoint add_shift (a : Z) (l : list Z) : list Z :=
  match l with
  | [] => [a]
  | b :: t => (a + b)%Z :: add_shift b t
  end.
Fixpoint row (n : nat) : list Z :=
  match n with O => [1%Z] | S m => add_shift 0 (row m) end.
Definition binom (n j : nat) : Z := nth j (row n) 0%Z.

Lemma nth_add_shift l a j :
  nth j (add_shift a l) 0%Z = (nth j (a :: l) 0 + nth j l 0)%Z.
Proof.
  revert a j; induction l as [|b l IH]; intros a j.
  - destruct j as [|[|j]]; simpl; lia.
  - destruct j as [|j]; [simpl; lia |]. cbn [add_shift nth]. rewrite IH. reflexivity.
Qed.

Lemma binom_beyond n j : (n < j)%nat -> binom n j = 0%Z.
Proof.
  unfold binom. revert j; induction n as [|n IH]; intros j Hj.
  - destruct j as [|[|j]]; [lia | reflexivity | reflexivity].
  - cbn [row]. rewrite nth_add_shift. destruct j as [|j]; [lia |]. cbn [nth].
    rewrite (IH j), (IH (S j)) by lia. reflexivity.
Qed.

Lemma binom_C n j : (j <= n)%nat -> IZR (binom n j) = Binomial.C n j.
Proof.
  assert (C0 : forall m, Binomial.C m 0 = 1).
  { intros m. unfold Binomial.C. rewrite Nat.sub_0_r. simpl. field. apply INR_fact_neq_0. }
  assert (Cn : forall m, Binomial.C m m = 1).
  { intros m. unfold Binomial.C. rewrite Nat.sub_diag. simpl. field. apply INR_fact_neq_0. }
  revert j; induction n as [|n IH]; intros j Hj.
  - replace j with O by lia. rewrite C0. reflexivity.
  - unfold binom. cbn [row]. rewrite nth_add_shift. destruct j as [|j].
    + rewrite C0. cbn [nth]. fold (binom n 0). rewrite plus_IZR, IH, C0 by lia. ring.
    + cbn [nth]. fold (binom n j) (binom n (S j)). rewrite plus_IZR, IH by lia.
      destruct (Nat.eq_dec j n) as [-> | N].
      * rewrite binom_beyond, !Cn by lia. ring.
      * rewrite IH by lia. apply pascal. lia.
Qed.

(** An average over n trials in the odds of failure. *)
Lemma bern_odds n f r : 0 <= r ->
  bern n f (/ (1 + r)) = horner (fun j => IZR (binom n j) * f (n - j)%nat) n r / (1 + r) ^ n.
Proof.
  intros Hr. assert (Q : (1 + r) ^ n <> 0) by (apply pow_nonzero; lra).
  rewrite bern_sym, bern_sum, horner_sum. unfold Rdiv. rewrite Rmult_comm, scal_sum.
  apply sum_eq. intros k Hk. rewrite binom_C by exact Hk.
  replace (1 - (1 - / (1 + r))) with (/ (1 + r)) by ring.
  replace (1 - / (1 + r)) with (r * / (1 + r)) by (field; lra).
  rewrite Rpow_mult_distr.
  replace ((1 + r) ^ n) with ((1 + r) ^ k * (1 + r) ^ (n - k)) by (rewrite <- pow_add; f_equal; lia).
  rewrite !pow_inv. field. split; apply pow_nonzero; lra.
Qed.

(** ** The slope *)

Section Slope.
Variables (eps : R) (n : nat).
Let G := (n + 3)%nat.

(** Coefficients: of the numerator, and of the sign of its derivative. *)
Definition scoef (m : nat) : R :=
  match m with
  | O => 0
  | S j => IZR (binom n j) * (om0 eps G (S (S (n - j))) - om0 eps G (S (n - j)))
  end.
Definition dcoef (m : nat) : R :=
  (INR m + 1) * scoef (S m) + (INR m + - INR (n + 2)) * scoef m.

(** The slope at p = 1 / (1 + r). *)
Definition slope_odds (r : R) : R :=
  (INR G - 1) / INR G * INR (n + 1) * (horner scoef (S n) r / (1 + r) ^ (n + 2)).

Lemma slope_in_odds r : 0 <= r -> slopeG eps G (/ (1 + r)) = slope_odds r.
Proof.
  intros Hr. unfold slopeG, slope_odds.
  replace (G - 2)%nat with (S n) by (unfold G; lia).
  replace (n + 1)%nat with (S n) by lia. cbn [Nat.pred].
  rewrite bern_odds by exact Hr. cbn [horner]. unfold scoef at 1.
  change (horner (fun k => scoef (S k)) n r) with (horner (fun j => IZR (binom n j) *
    (om0 eps G (S (S (n - j))) - om0 eps G (S (n - j)))) n r).
  set (N := horner _ n r).
  rewrite pow_add. unfold var. simpl ((1 + r) ^ 2).
  assert ((1 + r) ^ n <> 0) by (apply pow_nonzero; lra).
  assert (INR G <> 0) by (apply not_0_INR; unfold G; lia).
  field. repeat split; lra.
Qed.

Lemma slope_odds_derive r : 0 <= r -> is_derive slope_odds r
  ((INR G - 1) / INR G * INR (n + 1) * (horner dcoef (S n) r / (1 + r) ^ (n + 3))).
Proof.
  intros Hr. unfold slope_odds.
  assert (Q : (1 + r) ^ n <> 0) by (apply pow_nonzero; lra).
  assert (E : horner dcoef (S n) r =
    (1 + r) * dhorner scoef (S n) r - INR (n + 2) * horner scoef (S n) r).
  { unfold dcoef. rewrite (horner_plus (fun m => (INR m + 1) * scoef (S m))).
    rewrite horner_extend.
    2:{ unfold scoef. rewrite binom_beyond by lia. ring. }
    rewrite <- (euler_operator (- INR (n + 2)) scoef (S n) r).
    cbn [dhorner]. rewrite <- (Rmult_1_l (horner (fun k => scoef (S k)) n r)) at 1.
    rewrite (Rplus_comm (1 * _)), (euler_operator 1 (fun k => scoef (S k)) n r).
    rewrite <- (euler_operator 1 (fun k => scoef (S k)) n r). ring. }
  rewrite E. evar_last.
  { apply is_derive_scal. apply (is_derive_ext (fun r => horner scoef (S n) r * / (1 + r) ^ (n + 2))).
    { reflexivity. }
    apply (is_derive_mult (horner scoef (S n)) (fun r => / (1 + r) ^ (n + 2))).
    - apply horner_derive.
    - apply (is_derive_inv (fun r => (1 + r) ^ (n + 2)) r (INR (n + 2) * (1 * (1 + r) ^ (n + 1)))).
      + evar_last.
        { apply (is_derive_pow (fun r => 1 + r)).
          apply (is_derive_plus (fun _ => 1) (fun r => r)); [apply is_derive_const |].
          apply (is_derive_id (K := R_AbsRing)). }
        replace (Nat.pred (n + 2)) with (n + 1)%nat by lia. as_real. ring.
      + apply pow_nonzero. lra.
    - intros; apply Rmult_comm. }
  as_real. rewrite !pow_add. simpl ((1 + r) ^ 1). simpl ((1 + r) ^ 2). simpl ((1 + r) ^ 3).
  assert (INR G <> 0) by (apply not_0_INR; unfold G; lia).
  field. repeat split; lra.
Qed.

(** The slope is odd about p = 1/2. *)
Lemma slope_odd p : slopeG eps G (1 - p) = - slopeG eps G p.
Proof.
  unfold slopeG. replace (G - 2)%nat with (S n) by (unfold G; lia). cbn [Nat.pred].
  rewrite (bern_sym n _ (1 - p)). replace (1 - (1 - p)) with p by ring.
  rewrite (bern_ext n _ (fun k => - 1 * (om0 eps G (S (S k)) - om0 eps G (S k)))).
  - rewrite bern_scal. unfold var. ring.
  - intros k Hk. unfold om0.
    rewrite <- (v0_sym G (S (S (n - k)))), <- (v0_sym G (S (n - k))) by (unfold G; lia).
    replace (G - S (S (n - k)))%nat with (S k) by (unfold G; lia).
    replace (G - S (n - k))%nat with (S (S k)) by (unfold G; lia). ring.
Qed.

(** The sign of the derivative changes once on [0, 1] when the coefficients are [<= 0] but the
    first and the last, and the polynomial falls at 1. *)
Definition ecoef (k : nat) : R := (INR k + 1) * dcoef (S k).

Lemma sign_decreasing : (forall k, (k < n)%nat -> ecoef k <= 0) -> horner ecoef n 1 < 0 ->
  forall a b, 0 <= a -> a < b -> b <= 1 -> horner dcoef (S n) b < horner dcoef (S n) a.
Proof.
  intros Neg At1 a b Ha Hab Hb.
  apply (deriv_neg_lt (horner dcoef (S n)) (dhorner dcoef (S n))); [exact Hab | |].
  - intros; apply horner_derive.
  - intros r Hr. cbn [dhorner].
    rewrite <- (Rmult_1_l (horner (fun k => dcoef (S k)) n r)), Rplus_comm.
    rewrite (euler_operator 1 (fun k => dcoef (S k))).
    assert (Z := horner_one_sign ecoef n r ltac:(lra) Neg). unfold ecoef at 1 in Z.
    assert (0 < r ^ n) by (apply pow_lt; lra). nra.
Qed.

(** If the derivative is positive on [0, r1], negative on [r2, 1], and the slope between lo
    and hi on [r1, r2], the slope has its maximum in between. *)
Lemma slope_maximum r1 r2 lo hi : 0 < r1 -> r1 < r2 -> r2 < 1 -> 0 <= lo ->
  (forall r, 0 <= r <= r1 -> 0 < horner dcoef (S n) r) ->
  (forall r, r2 <= r <= 1 -> horner dcoef (S n) r < 0) ->
  (forall r, r1 <= r <= r2 -> lo <= slope_odds r <= hi) ->
  exists pm, / (1 + r2) <= pm <= / (1 + r1) /\
    lo <= slopeG eps G pm <= hi /\
    forall p, 0 < p < 1 -> Rabs (slopeG eps G p) <= slopeG eps G pm.
Proof.
  intros H1 H12 H2 Hlo Up Down Mid.
  assert (HG : 3 <= INR G) by (replace 3 with (INR 3) by (simpl; ring); apply le_INR; unfold G; lia).
  assert (K : 0 < (INR G - 1) / INR G * INR (n + 1)).
  { apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply lt_0_INR; lia]. }
  assert (Pw : forall r, 0 <= r -> 0 < (1 + r) ^ (n + 3)) by (intros; apply pow_lt; lra).
  assert (Inc : forall a b, 0 <= a -> a <= b -> b <= r1 -> slope_odds a <= slope_odds b).
  { intros a b Ha [Hab | <-] Hb; [left | lra].
    apply (deriv_pos_lt slope_odds _ a b Hab (fun r Hr => slope_odds_derive r ltac:(lra))).
    intros r Hr. apply Rmult_lt_0_compat; [exact K |].
    apply Rdiv_lt_0_compat; [apply Up; lra | apply Pw; lra]. }
  assert (Dec : forall a b, r2 <= a -> a <= b -> b <= 1 -> slope_odds b <= slope_odds a).
  { intros a b Ha [Hab | <-] Hb; [left | lra].
    apply (deriv_neg_lt slope_odds _ a b Hab (fun r Hr => slope_odds_derive r ltac:(lra))).
    intros r Hr. specialize (Down r ltac:(lra)). specialize (Pw r ltac:(lra)).
    apply Rinv_0_lt_compat in Pw.
    assert (horner dcoef (S n) r / (1 + r) ^ (n + 3) < 0) by (unfold Rdiv; nra). nra. }
  destruct (continuity_ab_maj slope_odds r1 r2) as (rm & Max & Irm); [lra | |].
  { intros r Hr. apply (deriv_continuity_pt _ _ _ (slope_odds_derive r ltac:(lra))). }
  assert (S0 : 0 <= slope_odds 0).
  { unfold slope_odds. apply Rmult_le_pos; [lra |]. cbn [horner]. unfold scoef at 1.
    unfold Rdiv. rewrite Rmult_0_l, Rplus_0_l. lra. }
  assert (S1 : 0 <= slope_odds 1).
  { rewrite <- slope_in_odds by lra. assert (Z := slope_odd (/ (1 + 1))).
    replace (1 - / (1 + 1)) with (/ (1 + 1)) in Z by field. lra. }
  assert (Bd : forall r, 0 <= r <= 1 -> 0 <= slope_odds r <= slope_odds rm).
  { intros r Hr. destruct (Rle_lt_dec r r1) as [L | L]; [| destruct (Rle_lt_dec r r2) as [L2 | L2]].
    - assert (Z := Inc 0 r ltac:(lra) ltac:(lra) L). assert (Z1 := Inc r r1 ltac:(lra) L ltac:(lra)).
      specialize (Max r1 ltac:(lra)). lra.
    - assert (Z := Mid r ltac:(lra)). specialize (Max r ltac:(lra)). lra.
    - assert (Z := Dec r 1 ltac:(lra) ltac:(lra) ltac:(lra)).
      assert (Z1 := Dec r2 r ltac:(lra) ltac:(lra) ltac:(lra)). specialize (Max r2 ltac:(lra)). lra. }
  exists (/ (1 + rm)). split.
  { split; apply Rinv_le_contravar; lra. }
  rewrite slope_in_odds by lra. split; [apply Mid, Irm |].
  assert (Right : forall p, / 2 <= p < 1 -> Rabs (slopeG eps G p) <= slope_odds rm).
  { intros p Hp. set (r := (1 - p) / p).
    assert (Hr : 0 <= r <= 1).
    { unfold r. split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra] |].
      apply Rmult_le_reg_r with p; [lra |]. field_simplify; lra. }
    replace p with (/ (1 + r)) by (unfold r; field; lra).
    rewrite slope_in_odds by apply Hr. specialize (Bd r Hr). rewrite Rabs_pos_eq; lra. }
  intros p Hp. destruct (Rle_lt_dec (/ 2) p) as [L | L]; [apply Right; lra |].
  rewrite <- Rabs_Ropp, <- slope_odd. apply Right. lra.
Qed.
End Slope.
