(** Geometric convergence of the orbits of a contraction to its fixed point. *)

Require Import Reals Lra.
From GrpoProofs Require Import Defs.
Open Scope R_scope.

Section Rate.
Variables (f : R -> R) (L c : R).
Hypothesis HL : 0 <= L < 1.
Hypothesis Lip : forall x y, Rabs (f x - f y) <= L * Rabs (x - y).
Hypothesis Fc : fixpt f c.

Lemma rate_from_start x n : Rabs (iter f x n - c) <= L ^ n * Rabs (x - c).
Proof.
  induction n; simpl; [lra|]. unfold fixpt in Fc. rewrite <- Fc at 1.
  apply Rle_trans with (L * Rabs (iter f x n - c)); [apply Lip|].
  rewrite Rmult_assoc. now apply Rmult_le_compat_l.
Qed.

Lemma distance_from_first_step x : Rabs (x - c) <= Rabs (f x - x) / (1 - L).
Proof.
  assert (Z := Lip x c). unfold fixpt in Fc. rewrite Fc in Z.
  assert (T := Rabs_triang (- (f x - x)) (f x - c)).
  replace (- (f x - x) + (f x - c)) with (x - c) in T by ring. rewrite Rabs_Ropp in T.
  apply Rmult_le_reg_r with (1 - L); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Theorem geometric_rate x n :
  Rabs (iter f x n - c) <= L ^ n * Rabs (x - c) /\
  Rabs (iter f x n - c) <= L ^ n / (1 - L) * Rabs (iter f x 1 - x).
Proof.
  assert (R := rate_from_start x n). split; [exact R|].
  apply Rle_trans with (1 := R).
  replace (L ^ n / (1 - L) * Rabs (iter f x 1 - x)) with (L ^ n * (Rabs (f x - x) / (1 - L)))
    by (simpl; field; lra).
  apply Rmult_le_compat_l; [apply pow_le; lra | apply distance_from_first_step].
Qed.
End Rate.
