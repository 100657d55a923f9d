(** Local dynamics at a fixed point of a differentiable map of the line:
    exponentially attracting iff |multiplier| < 1; repelling if |multiplier| > 1. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Unsmoothed Require Import Calculus.
Open Scope R_scope.

(** Orbits from a neighbourhood approach x at least as fast as a geometric sequence. *)
Definition exp_attracting (f : R -> R) (x : R) : Prop :=
  f x = x /\ exists delta c rho, 0 < delta /\ 0 <= c /\ 0 <= rho < 1 /\
    forall y, Rabs (y - x) < delta ->
    forall n, Rabs (iter f y n - x) <= c * rho ^ n * Rabs (y - x).

(** Every orbit from a punctured neighbourhood leaves the neighbourhood. *)
Definition repelling (f : R -> R) (x : R) : Prop :=
  f x = x /\ exists delta, 0 < delta /\
    forall y, y <> x -> Rabs (y - x) < delta -> exists n, delta <= Rabs (iter f y n - x).

Section Local.
Variables (f : R -> R) (x l : R).
Hypothesis Hfix : f x = x.
Hypothesis Hd : is_derive f x l.

Lemma linear_approx e : 0 < e -> exists delta, 0 < delta /\
  forall y, Rabs (y - x) < delta -> Rabs (f y - x - l * (y - x)) <= e * Rabs (y - x).
Proof.
  intros He. apply is_derive_Reals in Hd. destruct (Hd e He) as (del & H).
  exists del. split; [apply cond_pos |]. intros y Hy.
  destruct (Req_dec y x) as [-> | Hn].
  - rewrite Hfix, !Rminus_eq_0, Rmult_0_r, Rminus_0_r, Rabs_R0. lra.
  - specialize (H (y - x)). replace (x + (y - x)) with y in H by ring. rewrite Hfix in H.
    assert (L : Rabs ((f y - x) / (y - x) - l) < e) by (apply H; [lra | exact Hy]).
    replace (f y - x - l * (y - x)) with (((f y - x) / (y - x) - l) * (y - x)) by (field; lra).
    rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | lra].
Qed.

Theorem attracting_of_multiplier : Rabs l < 1 -> exp_attracting f x.
Proof.
  intros Hl. split; [exact Hfix |].
  set (rho := (1 + Rabs l) / 2). pose proof (Rabs_pos l).
  destruct (linear_approx ((1 - Rabs l) / 2)) as (delta & Hdel & H'); [lra |].
  assert (Step : forall y, Rabs (y - x) < delta -> Rabs (f y - x) <= rho * Rabs (y - x)).
  { intros y Hy. specialize (H' y Hy).
    replace (f y - x) with ((f y - x - l * (y - x)) + l * (y - x)) by ring.
    eapply Rle_trans; [apply Rabs_triang |]. rewrite (Rabs_mult l). unfold rho. lra. }
  exists delta, 1, rho. repeat split; try assumption; try (unfold rho; lra).
  intros y Hy n. rewrite Rmult_1_l.
  assert (0 <= rho <= 1) by (unfold rho; lra).
  induction n as [| n IH]; simpl; [lra |].
  assert (P : rho ^ n * Rabs (y - x) <= Rabs (y - x)).
  { pose proof (pow_incr rho 1 n). rewrite pow1 in *. pose proof (Rabs_pos (y - x)).
    assert (rho ^ n <= 1) by (apply H1; lra). nra. }
  assert (S : Rabs (iter f y n - x) < delta) by lra.
  specialize (Step _ S). nra.
Qed.

Lemma iter_fix n : iter f x n = x.
Proof. induction n as [| n IH]; simpl; [reflexivity |]. rewrite IH. exact Hfix. Qed.

Lemma iter_derive n : is_derive (fun y => iter f y n) x (l ^ n).
Proof.
  induction n as [| n IH]; simpl.
  - apply (is_derive_id (K := R_AbsRing)).
  - rewrite Rmult_comm. apply (is_derive_comp f (fun y => iter f y n)); [| exact IH].
    rewrite iter_fix. exact Hd.
Qed.

Theorem multiplier_of_attracting : exp_attracting f x -> Rabs l < 1.
Proof.
  intros (_ & delta & c & rho & Hdel & Hc & Hrho & H).
  destruct (Rlt_le_dec (Rabs l) 1) as [L | L]; [exact L | exfalso].
  (* the slope of the n-th iterate is at most c rho^n *)
  assert (Slope : forall n, Rabs l ^ n <= c * rho ^ n).
  { intros n. rewrite RPow_abs.
    apply Rnot_lt_le. intros K.
    pose proof (iter_derive n) as D. apply is_derive_Reals in D.
    set (e := Rabs (l ^ n) - c * rho ^ n) in *.
    assert (He : 0 < e) by (unfold e; lra).
    destruct (D e He) as (del & HD).
    set (y := Rmin (delta / 2) (del / 2)).
    assert (Py : 0 < y) by (apply Rmin_pos; [lra | pose proof (cond_pos del); lra]).
    assert (y <= delta / 2) by apply Rmin_l. assert (y <= del / 2) by apply Rmin_r.
    pose proof (cond_pos del).
    specialize (HD y ltac:(lra)). rewrite (Rabs_pos_eq y) in HD by lra.
    specialize (HD ltac:(lra)). rewrite iter_fix in HD.
    specialize (H (x + y)). replace (x + y - x) with y in H by ring.
    rewrite (Rabs_pos_eq y) in H by lra. specialize (H ltac:(lra) n).
    set (g := iter f (x + y) n - x) in *.
    assert (Rabs (g / y) <= c * rho ^ n).
    { unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ y)).
      2: { left; apply Rinv_0_lt_compat; exact Py. }
      apply (Rmult_le_reg_r y); [exact Py |]. rewrite Rmult_assoc, Rinv_l; lra. }
    assert (Rabs (l ^ n) <= Rabs (g / y) + Rabs (g / y - l ^ n)).
    { replace (l ^ n) with (g / y + - (g / y - l ^ n)) at 1 by ring.
      eapply Rle_trans; [apply Rabs_triang |]. rewrite Rabs_Ropp. lra. }
    unfold e in HD. lra. }
  assert (One : forall n, 1 <= c * rho ^ n).
  { intros n. apply Rle_trans with (2 := Slope n). apply pow_R1_Rle; exact L. }
  destruct (pow_lt_1_zero rho ltac:(rewrite Rabs_pos_eq; lra) (/ (c + 1))) as (N & HN).
  { apply Rinv_0_lt_compat; lra. }
  specialize (HN N (le_n N)). specialize (One N).
  rewrite Rabs_pos_eq in HN by (apply pow_le; lra).
  assert (c * rho ^ N <= c * / (c + 1)) by (apply Rmult_le_compat_l; lra).
  assert (c * / (c + 1) < 1).
  { apply (Rmult_lt_reg_r (c + 1)); [lra |]. rewrite Rmult_assoc, Rinv_l; lra. }
  lra.
Qed.

Theorem exp_attracting_iff : exp_attracting f x <-> Rabs l < 1.
Proof. split; [apply multiplier_of_attracting | apply attracting_of_multiplier]. Qed.

Theorem repelling_of_multiplier : 1 < Rabs l -> repelling f x.
Proof.
  intros Hl. split; [exact Hfix |].
  set (rho := (1 + Rabs l) / 2).
  destruct (linear_approx ((Rabs l - 1) / 2)) as (delta & Hdel & H'); [lra |].
  assert (Step : forall y, Rabs (y - x) < delta -> rho * Rabs (y - x) <= Rabs (f y - x)).
  { intros y Hy. specialize (H' y Hy).
    assert (T : Rabs (l * (y - x)) <= Rabs (f y - x) + Rabs (f y - x - l * (y - x))).
    { replace (l * (y - x)) with ((f y - x) + - (f y - x - l * (y - x))) at 1 by ring.
      eapply Rle_trans; [apply Rabs_triang |]. rewrite Rabs_Ropp. lra. }
    rewrite Rabs_mult in T. unfold rho. lra. }
  exists delta. split; [exact Hdel |]. intros y Hn Hy.
  apply Classical_Pred_Type.not_all_not_ex. intros Hall.
  assert (In : forall n, Rabs (iter f y n - x) < delta).
  { intros n. apply Rnot_le_lt. apply Hall. }
  assert (Grow : forall n, rho ^ n * Rabs (y - x) <= Rabs (iter f y n - x)).
  { induction n as [| n IH]; simpl; [lra |].
    specialize (Step _ (In n)). assert (0 < rho) by (unfold rho; lra). nra. }
  assert (0 < Rabs (y - x)) by (apply Rabs_pos_lt; lra).
  destruct (Pow_x_infinity rho ltac:(rewrite Rabs_pos_eq; unfold rho; lra)
    (delta / Rabs (y - x))) as (N & HN).
  specialize (HN N (le_n N)). specialize (In N). specialize (Grow N).
  rewrite Rabs_pos_eq in HN by (apply pow_le; unfold rho; lra).
  assert (delta <= rho ^ N * Rabs (y - x)).
  { apply Rge_le in HN. apply (Rmult_le_compat_r (Rabs (y - x))) in HN; [| lra].
    unfold Rdiv in HN. rewrite Rmult_assoc, Rinv_l in HN; lra. }
  lra.
Qed.

Lemma not_attracting_of_repelling : repelling f x -> ~ exp_attracting f x.
Proof.
  intros (_ & d & Hd0 & H) (_ & d' & c & rho & Hd' & Hc & Hrho & H').
  set (y := x + Rmin (Rmin (d / 2) (d' / 2)) (d / (2 * (c + 1)))).
  assert (Hp : 0 < y - x).
  { unfold y. replace (x + _ - x) with (Rmin (Rmin (d / 2) (d' / 2)) (d / (2 * (c + 1)))) by ring.
    repeat apply Rmin_pos; try lra. apply Rdiv_lt_0_compat; lra. }
  assert (B : y - x <= Rmin (d / 2) (d' / 2) /\ y - x <= d / (2 * (c + 1))).
  { unfold y. replace (x + _ - x) with (Rmin (Rmin (d / 2) (d' / 2)) (d / (2 * (c + 1)))) by ring.
    split; [apply Rmin_l | apply Rmin_r]. }
  destruct B as (B1 & B2).
  pose proof (Rmin_l (d / 2) (d' / 2)). pose proof (Rmin_r (d / 2) (d' / 2)).
  assert (E : Rabs (y - x) = y - x) by (apply Rabs_pos_eq; lra).
  destruct (H y ltac:(lra) ltac:(lra)) as (n & Hn).
  specialize (H' y ltac:(lra) n). rewrite E in H'.
  assert (rho ^ n <= 1).
  { pose proof (pow_incr rho 1 n). rewrite pow1 in *. apply H2; lra. }
  assert (0 <= rho ^ n) by (apply pow_le; lra).
  assert (c * rho ^ n * (y - x) <= c * (y - x)).
  { apply Rmult_le_compat_r; [lra |]. nra. }
  assert (c * (y - x) <= c * (d / (2 * (c + 1)))) by (apply Rmult_le_compat_l; lra).
  assert (c * (d / (2 * (c + 1))) < d).
  { apply (Rmult_lt_reg_r (2 * (c + 1))); [lra |].
    replace (c * (d / (2 * (c + 1))) * (2 * (c + 1))) with (c * d) by (field; lra). nra. }
  lra.
Qed.
End Local.
