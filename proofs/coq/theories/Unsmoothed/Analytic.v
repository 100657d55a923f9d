(** Real-analytic functions, as much as the exceptional references need: sums,
    multiples, affine functions, exponentials and real powers of positive functions are
    analytic. *)

Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs.Unsmoothed Require Import Calculus.
Open Scope R_scope.

Definition geo_bounded (a : nat -> R) (C q : R) : Prop :=
  0 <= C /\ 0 < q /\ forall k, Rabs (a k) <= C * q ^ k.

Definition analytic_at (f : R -> R) (z : R) : Prop :=
  exists a C q r, geo_bounded a C q /\ 0 < r /\ r * q <= 1 /\
    forall h, Rabs h < r -> f (z + h) = PSeries a h.

Definition analytic (f : R -> R) : Prop := forall z, analytic_at f z.

Lemma radius a C q h : geo_bounded a C q -> Rabs h * q < 1 -> Rbar_lt (Rabs h) (CV_radius a).
Proof.
  intros (HC & Hq & B) Hh.
  apply Rbar_lt_le_trans with (/ q).
  - simpl. apply (Rmult_lt_reg_r q); [exact Hq |]. rewrite Rinv_l; lra.
  - apply (CV_radius_bounded a). exists C. intros n.
    rewrite Rabs_mult. rewrite (Rabs_pos_eq ((/ q) ^ n)).
    2: { apply pow_le. left; apply Rinv_0_lt_compat; exact Hq. }
    assert (E : q ^ n * (/ q) ^ n = 1) by (rewrite <- Rpow_mult_distr, Rinv_r, pow1; lra).
    assert (P : 0 <= (/ q) ^ n) by (apply pow_le; left; apply Rinv_0_lt_compat; exact Hq).
    apply Rle_trans with (C * q ^ n * (/ q) ^ n); [apply Rmult_le_compat_r; [exact P | apply B] |].
    rewrite Rmult_assoc, E. lra.
Qed.

Lemma in_disc h r q : 0 < q -> Rabs h < r -> r * q <= 1 -> Rabs h * q < 1.
Proof. intros Hq Hh Hr. nra. Qed.

Lemma analytic_ext f g : (forall x, f x = g x) -> analytic f -> analytic g.
Proof.
  intros E H z. destruct (H z) as (a & C & q & r & B & Hr & Hq & S).
  exists a, C, q, r. repeat split; try assumption; try apply B.
  intros h Hh. rewrite <- E. apply S, Hh.
Qed.

Lemma analytic_plus f g : analytic f -> analytic g -> analytic (fun x => f x + g x).
Proof.
  intros Hf Hg z. destruct (Hf z) as (a & C & q & r & (B1 & B2 & B3) & Hr & Hq & S).
  destruct (Hg z) as (a' & C' & q' & r' & (B1' & B2' & B3') & Hr' & Hq' & S').
  exists (PS_plus a a'), (C + C'), (Rmax q q'), (Rmin r r').
  pose proof (Rmax_l q q'). pose proof (Rmax_r q q').
  pose proof (Rmin_l r r'). pose proof (Rmin_r r r').
  assert (P : 0 < Rmin r r') by (apply Rmin_pos; assumption).
  split; [| split; [exact P | split]].
  - split; [lra |]. split; [lra |]. intros k. unfold PS_plus.
    change (plus (a k) (a' k)) with (a k + a' k).
    apply Rle_trans with (1 := Rabs_triang _ _).
    assert (Q1 : q ^ k <= Rmax q q' ^ k) by (apply pow_incr; lra).
    assert (Q2 : q' ^ k <= Rmax q q' ^ k) by (apply pow_incr; lra).
    specialize (B3 k). specialize (B3' k).
    apply (Rmult_le_compat_l C) in Q1; [| lra]. apply (Rmult_le_compat_l C') in Q2; [| lra]. lra.
  - unfold Rmax. destruct (Rle_dec q q'); nra.
  - intros h Hh. rewrite S, S' by lra. symmetry. apply PSeries_plus.
    + apply CV_radius_inside, (radius a C q); [repeat split; assumption |].
      apply (in_disc h r q); lra.
    + apply CV_radius_inside, (radius a' C' q'); [repeat split; assumption |].
      apply (in_disc h r' q'); lra.
Qed.

Lemma analytic_scal c f : analytic f -> analytic (fun x => c * f x).
Proof.
  intros Hf z. destruct (Hf z) as (a & C & q & r & (B1 & B2 & B3) & Hr & Hq & S).
  exists (PS_scal c a), (Rabs c * C), q, r.
  split; [| split; [exact Hr | split; [exact Hq |]]].
  - split; [apply Rmult_le_pos; [apply Rabs_pos | exact B1] |]. split; [exact B2 |].
    intros k. unfold PS_scal. change (scal c (a k)) with (c * a k).
    rewrite Rabs_mult, Rmult_assoc. apply Rmult_le_compat_l; [apply Rabs_pos | apply B3].
  - intros h Hh. rewrite S by exact Hh. symmetry. apply PSeries_scal.
Qed.

Lemma analytic_affine p s : analytic (fun x => p + s * x).
Proof.
  intros z. set (a := fun k : nat => match k with 0%nat => p + s * z | 1%nat => s | _ => 0 end).
  exists a, (Rabs (p + s * z) + Rabs s), 1, 1.
  assert (B : geo_bounded a (Rabs (p + s * z) + Rabs s) 1).
  { pose proof (Rabs_pos (p + s * z)). pose proof (Rabs_pos s).
    split; [lra |]. split; [lra |]. intros k. rewrite pow1.
    destruct k as [| [| k]]; simpl; [lra | lra | rewrite Rabs_R0; lra]. }
  split; [exact B |]. split; [lra |]. split; [lra |]. intros h Hh.
  assert (Ex : ex_pseries a h).
  { apply CV_radius_inside, (radius a _ 1 h B). lra. }
  rewrite PSeries_decr_1 by exact Ex.
  assert (B1 : geo_bounded (PS_decr_1 a) (Rabs (p + s * z) + Rabs s) 1).
  { destruct B as (H1 & H2 & H3). split; [exact H1 |]. split; [exact H2 |].
    intros k. unfold PS_decr_1. specialize (H3 (S k)). rewrite pow1 in *. exact H3. }
  rewrite (PSeries_decr_1 (PS_decr_1 a)).
  2: { apply CV_radius_inside, (radius (PS_decr_1 a) _ 1 h B1). lra. }
  rewrite (PSeries_ext (PS_decr_1 (PS_decr_1 a)) (fun _ => 0)) by reflexivity.
  rewrite PSeries_const_0. unfold PS_decr_1, a. ring.
Qed.

(** * Coefficients given by a recursion y_(n+1) = sum_(k<=n) W n k y_(n-k) *)

Section Recursion.
Variables (y0 : R) (Wt : nat -> nat -> R) (C q : R).
Hypothesis HC : 0 <= C.
Hypothesis Hq : 0 < q.
Hypothesis HW : forall n k, (k <= n)%nat -> Rabs (Wt n k) <= C * q ^ S k.

Fixpoint upto (n : nat) : nat -> R :=
  match n with
  | 0%nat => fun _ => y0
  | S m => fun k => if Nat.leb k m then upto m k
                    else sum_f_R0 (fun j => Wt m j * upto m (m - j)) m
  end.
Definition ycoef (n : nat) : R := upto n n.

Lemma upto_stable n k : (k <= n)%nat -> upto n k = ycoef k.
Proof.
  induction n as [| n IH]; intros H.
  - replace k with 0%nat by lia. reflexivity.
  - destruct (Nat.eq_dec k (S n)) as [-> | Hn]; [reflexivity |].
    simpl. destruct (Nat.leb_spec k n); [apply IH; lia | lia].
Qed.

Lemma ycoef_S n : ycoef (S n) = sum_f_R0 (fun j => Wt n j * ycoef (n - j)) n.
Proof.
  unfold ycoef at 1. cbn [upto]. destruct (Nat.leb_spec (S n) n); [lia |].
  apply sum_eq. intros j Hj. rewrite upto_stable by lia. reflexivity.
Qed.

Lemma half_sum n : sum_f_R0 (fun k => (/ 2) ^ k) n <= 2.
Proof.
  assert (E : sum_f_R0 (fun k => (/ 2) ^ k) n = 2 - (/ 2) ^ n).
  { induction n as [| n IH]; [simpl; lra |].
    rewrite tech5, IH. simpl. lra. }
  rewrite E. assert (0 < (/ 2) ^ n) by (apply pow_lt; lra). lra.
Qed.

Let s := 2 * q * (1 + C).

Lemma ycoef_bounded : geo_bounded ycoef (Rabs y0) s.
Proof.
  assert (Hs : 0 < s) by (unfold s; nra).
  pose proof (Rabs_pos y0) as Py.
  split; [exact Py |]. split; [exact Hs |].
  assert (All : forall n k, (k <= n)%nat -> Rabs (ycoef k) <= Rabs y0 * s ^ k).
  { induction n as [| n IH]; intros k Hk.
    - replace k with 0%nat by lia. unfold ycoef; simpl. lra.
    - destruct (Nat.eq_dec k (S n)) as [-> | Hn]; [| apply IH; lia].
      rewrite ycoef_S. apply Rle_trans with (1 := Rsum_abs _ _).
      apply Rle_trans with (sum_f_R0 (fun j => (/ 2) ^ j * (C * q * Rabs y0 * s ^ n)) n).
      + apply sum_Rle. intros j Hj. rewrite Rabs_mult.
        specialize (IH (n - j)%nat ltac:(lia)).
        assert (L3 : Rabs (Wt n j) * Rabs (ycoef (n - j)) <= C * q ^ S j * (Rabs y0 * s ^ (n - j))).
        { apply Rmult_le_compat; try apply Rabs_pos; [apply HW; lia | exact IH]. }
        apply Rle_trans with (1 := L3).
        (* q^j s^(n-j) <= (1/2)^j s^n, as q <= s/2 *)
        assert (L4 : q ^ j <= (/ 2) ^ j * s ^ j).
        { rewrite <- Rpow_mult_distr. apply pow_incr. unfold s. nra. }
        assert (Es : s ^ n = s ^ j * s ^ (n - j)) by (rewrite <- pow_add; f_equal; lia).
        rewrite Es. simpl (q ^ S j).
        assert (Ps : 0 <= s ^ (n - j)) by (apply pow_le; lra).
        replace (C * (q * q ^ j) * (Rabs y0 * s ^ (n - j)))
          with (C * q * Rabs y0 * s ^ (n - j) * q ^ j) by ring.
        replace ((/ 2) ^ j * (C * q * Rabs y0 * (s ^ j * s ^ (n - j))))
          with (C * q * Rabs y0 * s ^ (n - j) * ((/ 2) ^ j * s ^ j)) by ring.
        apply Rmult_le_compat_l; [| exact L4].
        repeat apply Rmult_le_pos; lra.
      + rewrite <- scal_sum. pose proof (half_sum n) as Hh.
        assert (Ps : 0 <= s ^ n) by (apply pow_le; lra).
        assert (P : 0 <= C * q * Rabs y0 * s ^ n) by (repeat apply Rmult_le_pos; lra).
        apply Rle_trans with (C * q * Rabs y0 * s ^ n * 2).
        * apply Rmult_le_compat_l; assumption.
        * replace (Rabs y0 * s ^ S n) with (Rabs y0 * s ^ n * s) by (simpl; ring).
          replace (C * q * Rabs y0 * s ^ n * 2) with (Rabs y0 * s ^ n * (2 * q * C)) by ring.
          apply Rmult_le_compat_l; [apply Rmult_le_pos; lra |]. unfold s. nra. }
  intros k. apply (All k k (le_n k)).
Qed.
End Recursion.

(** A differentiable function with zero derivative on a disc is constant there. *)
Lemma const_on_disc (phi : R -> R) h :
  (forall t, Rabs t <= Rabs h -> is_derive phi t 0) -> phi h = phi 0.
Proof.
  intros D. destruct (Rtotal_order h 0) as [L | [-> | L]]; [| reflexivity |].
  - destruct (deriv_mean phi (fun _ => 0) h 0 L) as (xi & _ & E); [| lra].
    intros t Ht. apply D. rewrite !Rabs_left1; lra.
  - destruct (deriv_mean phi (fun _ => 0) 0 h L) as (xi & _ & E); [| lra].
    intros t Ht. apply D. rewrite !Rabs_pos_eq; lra.
Qed.

(** * Exponentials: y' = f' y *)

Section Exp.
Variable c : nat -> R.
Variables C q : R.
Hypothesis Bc : geo_bounded c C q.

Definition W_exp (n k : nat) : R := PS_derive c k / INR (S n).
Definition y_exp : nat -> R := ycoef (exp (c 0%nat)) W_exp.

Lemma y_exp_derive n : PS_derive y_exp n = PS_mult (PS_derive c) y_exp n.
Proof.
  unfold PS_derive at 1. unfold y_exp at 1. rewrite ycoef_S. fold y_exp.
  unfold PS_mult. rewrite scal_sum. apply sum_eq. intros j _.
  unfold W_exp. fold y_exp. field. apply not_0_INR. lia.
Qed.

Lemma y_exp_bounded : geo_bounded y_exp (Rabs (exp (c 0%nat))) (2 * q * (1 + C)).
Proof.
  destruct Bc as (HC & Hq & B). apply ycoef_bounded; [exact HC | exact Hq |].
  intros n k Hk. unfold W_exp, PS_derive. pose proof (lt_0_INR (S n) ltac:(lia)) as Pn.
  unfold Rdiv. rewrite !Rabs_mult, (Rabs_pos_eq (/ _)) by (left; apply Rinv_0_lt_compat; exact Pn).
  rewrite (Rabs_pos_eq (INR (S k))) by apply pos_INR.
  apply (Rmult_le_reg_r (INR (S n))); [exact Pn |].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. rewrite (Rmult_comm (C * q ^ S k)).
  apply Rmult_le_compat; [apply pos_INR | apply Rabs_pos | apply le_INR; lia | apply B].
Qed.

Lemma exp_series h : Rabs h * (2 * q * (1 + C)) < 1 -> PSeries y_exp h = exp (PSeries c h).
Proof.
  intros Hh. pose proof y_exp_bounded as By. destruct Bc as (HC & Hq & B).
  set (s := 2 * q * (1 + C)) in *.
  assert (Sq : q <= s) by (unfold s; nra).
  assert (D : forall t, Rabs t <= Rabs h -> Rbar_lt (Rabs t) (CV_radius c) /\ Rbar_lt (Rabs t) (CV_radius y_exp)).
  { intros t Ht. pose proof (Rabs_pos t). split.
    - apply (radius c C q t Bc). nra.
    - apply (radius y_exp _ s t By). nra. }
  assert (Const : PSeries y_exp h * exp (- PSeries c h) = PSeries y_exp 0 * exp (- PSeries c 0)).
  { apply (const_on_disc (fun t => PSeries y_exp t * exp (- PSeries c t))). intros t Ht.
    destruct (D t Ht) as (D1 & D2).
    pose proof (is_derive_PSeries c t D1) as E1. pose proof (is_derive_PSeries y_exp t D2) as E2.
    rewrite (PSeries_ext (PS_derive y_exp) (PS_mult (PS_derive c) y_exp) t y_exp_derive) in E2.
    rewrite PSeries_mult in E2; [| rewrite CV_radius_derive; exact D1 | exact D2].
    assert (X1 : ex_derive (fun t : R => PSeries c t) t) by (eexists; exact E1).
    assert (X2 : ex_derive (fun t : R => PSeries y_exp t) t) by (eexists; exact E2).
    assert (V1 : Derive (fun t : R => PSeries c t) t = PSeries (PS_derive c) t)
      by (apply is_derive_unique, E1).
    assert (V2 : Derive (fun t : R => PSeries y_exp t) t = PSeries (PS_derive c) t * PSeries y_exp t)
      by (apply is_derive_unique, E2).
    auto_derive; [repeat split; assumption |]. rewrite V1, V2. ring. }
  rewrite !PSeries_0 in Const.
  change (y_exp 0%nat) with (exp (c 0%nat)) in Const.
  rewrite !exp_Ropp in Const.
  pose proof (exp_pos (PSeries c h)). pose proof (exp_pos (c 0%nat)).
  rewrite Rinv_r in Const by lra.
  apply (Rmult_eq_reg_r (/ exp (PSeries c h))).
  - rewrite Const, Rinv_r; lra.
  - apply Rinv_neq_0_compat. lra.
Qed.
End Exp.

(** From a bounded coefficient sequence with the right sum on a small disc. *)
Lemma analytic_at_small f z b C s r : geo_bounded b C s -> 0 < r ->
  (forall h, Rabs h < r -> Rabs h * s < 1 -> f (z + h) = PSeries b h) -> analytic_at f z.
Proof.
  intros Bb Hr E. pose proof (proj1 (proj2 Bb)) as Ps.
  exists b, C, s, (Rmin r (/ s)).
  pose proof (Rmin_l r (/ s)). pose proof (Rmin_r r (/ s)) as M.
  pose proof (Rinv_0_lt_compat s Ps) as Pi.
  split; [exact Bb |]. split; [apply Rmin_pos; assumption |]. split.
  - apply (Rmult_le_compat_r s) in M; [| lra]. rewrite Rinv_l in M; lra.
  - intros h Hh. apply E; [lra |]. assert (L : Rabs h < / s) by lra.
    apply (Rmult_lt_compat_r s) in L; [| exact Ps]. rewrite Rinv_l in L; lra.
Qed.

Lemma analytic_exp f : analytic f -> analytic (fun x => exp (f x)).
Proof.
  intros Hf z. destruct (Hf z) as (c & C & q & r & B & Hr & Hq & E).
  apply (analytic_at_small _ z (y_exp c) _ _ r (y_exp_bounded c C q B) Hr).
  intros h Hh Hs. rewrite E by exact Hh. symmetry. apply (exp_series c C q B h Hs).
Qed.

(** * Real powers: u y' = m u' y *)

Section Power.
Variables (m : R) (c : nat -> R) (C q : R).
Hypothesis Bc : geo_bounded c C q.
Hypothesis Pc : 0 < c 0%nat.

Definition W_pow (n k : nat) : R :=
  c (S k) * (m * INR (S k) - INR (n - k)) / (c 0%nat * INR (S n)).
Definition y_pow : nat -> R := ycoef (exp (m * ln (c 0%nat))) W_pow.

Let K := C * (Rabs m + 1) / c 0%nat.

Lemma y_pow_bounded : geo_bounded y_pow (Rabs (exp (m * ln (c 0%nat)))) (2 * q * (1 + K)).
Proof.
  destruct Bc as (HC & Hq & B). pose proof (Rabs_pos m) as Pm.
  apply ycoef_bounded; [| exact Hq |].
  { unfold K. unfold Rdiv. apply Rmult_le_pos; [nra |]. left. apply Rinv_0_lt_compat, Pc. }
  intros n k Hk. unfold W_pow. pose proof (lt_0_INR (S n) ltac:(lia)) as Pn.
  assert (L : Rabs (m * INR (S k) - INR (n - k)) <= (Rabs m + 1) * INR (S n)).
  { assert (I1 : INR (S k) <= INR (S n)) by (apply le_INR; lia).
    assert (I2 : INR (n - k) <= INR (S n)) by (apply le_INR; lia).
    pose proof (pos_INR (S k)). pose proof (pos_INR (n - k)).
    unfold Rminus. apply Rle_trans with (1 := Rabs_triang _ _).
    rewrite Rabs_Ropp, Rabs_mult, (Rabs_pos_eq (INR (S k))), (Rabs_pos_eq (INR (n - k))) by assumption.
    nra. }
  specialize (B (S k)).
  unfold Rdiv at 1. rewrite !Rabs_mult, (Rabs_pos_eq (/ _)).
  2: { left. apply Rinv_0_lt_compat. apply Rmult_lt_0_compat; assumption. }
  apply (Rmult_le_reg_r (c 0%nat * INR (S n))); [apply Rmult_lt_0_compat; assumption |].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by (apply Rgt_not_eq, Rmult_lt_0_compat; assumption).
  apply Rle_trans with (C * q ^ S k * ((Rabs m + 1) * INR (S n))).
  - apply Rmult_le_compat; try apply Rabs_pos; assumption.
  - unfold K. right. field. lra.
Qed.

(** The differential equation, coefficient by coefficient. *)
Lemma y_pow_ode n : PS_mult c (PS_derive y_pow) n = m * PS_mult (PS_derive c) y_pow n.
Proof.
  assert (E0 : c 0%nat * INR (S n) * y_pow (S n)
     = sum_f_R0 (fun k => c (S k) * (m * INR (S k) - INR (n - k)) * y_pow (n - k)) n).
  { unfold y_pow at 1. rewrite ycoef_S. fold y_pow. rewrite scal_sum. apply sum_eq. intros j _.
    fold y_pow. unfold W_pow. field. split; [apply not_0_INR; lia | lra]. }
  assert (E1 : PS_mult c (PS_derive y_pow) n
     = c 0%nat * INR (S n) * y_pow (S n)
       + sum_f_R0 (fun k => c (S k) * INR (n - k) * y_pow (n - k)) n).
  { unfold PS_mult. destruct n as [| n].
    - simpl. unfold PS_derive. simpl. ring.
    - rewrite decomp_sum by lia. cbn [pred].
      rewrite (tech5 (fun k => c (S k) * INR (S n - k) * y_pow (S n - k)) n).
      rewrite Nat.sub_diag. rewrite (sum_eq _ (fun k => c (S k) * INR (S n - k) * y_pow (S n - k)) n).
      + unfold PS_derive. rewrite Nat.sub_0_r. simpl (INR 0). ring.
      + intros j Hj. unfold PS_derive. replace (S (S n - S j))%nat with (S n - j)%nat by lia. ring. }
  rewrite E1, E0. unfold PS_mult. rewrite scal_sum, <- sum_plus. apply sum_eq. intros j _.
  unfold PS_derive. ring.
Qed.

Lemma power_series h : Rabs h * (2 * q * (1 + K)) < 1 ->
  (forall t, Rabs t <= Rabs h -> 0 < PSeries c t) ->
  PSeries y_pow h = exp (m * ln (PSeries c h)).
Proof.
  intros Hh Pos. pose proof y_pow_bounded as By. destruct Bc as (HC & Hq & B).
  set (s := 2 * q * (1 + K)) in *.
  assert (PK : 0 <= K).
  { unfold K, Rdiv. pose proof (Rabs_pos m). apply Rmult_le_pos; [nra |]. left. apply Rinv_0_lt_compat, Pc. }
  assert (Sq : q <= s) by (unfold s; nra).
  assert (D : forall t, Rabs t <= Rabs h -> Rbar_lt (Rabs t) (CV_radius c) /\ Rbar_lt (Rabs t) (CV_radius y_pow)).
  { intros t Ht. pose proof (Rabs_pos t). split.
    - apply (radius c C q t Bc). nra.
    - apply (radius y_pow _ s t By). nra. }
  assert (Const : PSeries y_pow h * exp (- m * ln (PSeries c h)) = PSeries y_pow 0 * exp (- m * ln (PSeries c 0))).
  { apply (const_on_disc (fun t => PSeries y_pow t * exp (- m * ln (PSeries c t)))). intros t Ht.
    destruct (D t Ht) as (D1 & D2). specialize (Pos t Ht).
    pose proof (is_derive_PSeries c t D1) as E1. pose proof (is_derive_PSeries y_pow t D2) as E2.
    assert (Eq : PSeries c t * PSeries (PS_derive y_pow) t
                 = m * (PSeries (PS_derive c) t * PSeries y_pow t)).
    { rewrite <- PSeries_mult; [| exact D1 | rewrite CV_radius_derive; exact D2].
      rewrite <- PSeries_mult; [| rewrite CV_radius_derive; exact D1 | exact D2].
      rewrite <- PSeries_scal. apply PSeries_ext. intros n. unfold PS_scal.
      change (scal m (PS_mult (PS_derive c) y_pow n)) with (m * PS_mult (PS_derive c) y_pow n).
      apply y_pow_ode. }
    assert (X1 : ex_derive (fun t : R => PSeries c t) t) by (eexists; exact E1).
    assert (X2 : ex_derive (fun t : R => PSeries y_pow t) t) by (eexists; exact E2).
    assert (V1 : Derive (fun t : R => PSeries c t) t = PSeries (PS_derive c) t)
      by (apply is_derive_unique, E1).
    assert (V2 : Derive (fun t : R => PSeries y_pow t) t = PSeries (PS_derive y_pow) t)
      by (apply is_derive_unique, E2).
    auto_derive; [repeat split; assumption |]. rewrite V1, V2.
    set (e := exp (- m * ln (PSeries c t))).
    transitivity (e / PSeries c t * (PSeries c t * PSeries (PS_derive y_pow) t
                                     - m * (PSeries (PS_derive c) t * PSeries y_pow t))).
    - field. lra.
    - rewrite Eq. ring. }
  rewrite !PSeries_0 in Const.
  change (y_pow 0%nat) with (exp (m * ln (c 0%nat))) in Const.
  rewrite <- exp_plus in Const.
  replace (m * ln (c 0%nat) + - m * ln (c 0%nat)) with 0 in Const by ring. rewrite exp_0 in Const.
  apply (Rmult_eq_reg_r (exp (- m * ln (PSeries c h)))); [| apply Rgt_not_eq, exp_pos].
  rewrite Const, <- exp_plus. symmetry. rewrite <- exp_0. f_equal. ring.
Qed.
End Power.

Lemma analytic_power m f : (forall x, 0 < f x) -> analytic f -> analytic (fun x => exp (m * ln (f x))).
Proof.
  intros Pos Hf z. destruct (Hf z) as (c & C & q & r & B & Hr & Hq & E).
  assert (Pc : 0 < c 0%nat).
  { rewrite <- (PSeries_0 c), <- E by (rewrite Rabs_R0; exact Hr). apply Pos. }
  apply (analytic_at_small _ z (y_pow m c) _ _ r (y_pow_bounded m c C q B Pc) Hr).
  intros h Hh Hs. rewrite E by exact Hh. symmetry. apply (power_series m c C q B Pc h Hs).
  intros t Ht. rewrite <- E by lra. apply Pos.
Qed.
