(** A certified bound on a box of dimension four, as a worked example of
    [BoxCert]: one step of the success map gains more than 0.198 over the
    reference for every reference in [3/10, 1/2], every KL coefficient in
    [1, 2], every smoothing in [1/1000, 1/10] and every previous probability of
    success.  The control shows that 0.1995 is not a bound. *)

From Coq Require Import Reals ZArith List Lra.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert.
Import ListNotations.
Open Scope R_scope.

(** Variables: [x_0] reference, [x_1] KL coefficient, [x_2] smoothing, [x_3]
    previous probability of success. *)
Definition one : expr := Cst 1 1.
Definition var_e : expr := Sub (Cst 1 4) (Sqr (Sub (Var 3) (Cst 1 2))).
Definition h_e : expr :=
  Inv (Add one (Mul (Sub (Inv (Var 0)) one)
                    (Exp (Neg (Inv (Mul (Var 1) (Sqrt (Add var_e (Var 2))))))))).
Definition gain_e : expr := Sub h_e (Var 0).

Definition gain_axes : list axis :=
  [Axis 3 5 10; Axis 1 2 1; Axis 1 100 1000; Axis 0 1 1].

(** Only the reference occurs more than once, hence only it needs splitting. *)
Definition gain_tree : tree := even_tree [0%nat] 8.

Lemma gain_checked :
  check60 Pos (Sub gain_e (Cst 198 1000)) gain_tree gain_axes = true.
Proof. vm_cast_no_check (eq_refl true). Qed.

(** The certificate does not prove the threshold of the control. *)
Lemma gain_not_checked :
  check60 Pos (Sub gain_e (Cst 1995 10000)) gain_tree gain_axes = false.
Proof. vm_cast_no_check (eq_refl false). Qed.

Lemma eval_gain pref beta eps p :
  0 < pref -> 0 < beta -> 0 < var p + eps ->
  eval gain_e [pref; beta; eps; p] = h pref beta eps p - pref.
Proof.
  intros Hr Hb Hs.
  assert (Q : 0 < sqrt (var p + eps)) by now apply sqrt_lt_R0.
  unfold gain_e, h_e, var_e, one; cbn [eval nth].
  replace (1 / 4 - Rsqr (p - 1 / 2)) with (var p) by (unfold var, Rsqr; field).
  unfold h, Omega; f_equal; f_equal; f_equal; [field|].
  f_equal; [field; lra|]. f_equal; f_equal. field; lra.
Qed.

Theorem gain_box pref beta eps p :
  3 / 10 <= pref <= 1 / 2 -> 1 <= beta <= 2 -> 1 / 1000 <= eps <= 1 / 10 ->
  0 <= p <= 1 -> 198 / 1000 < h pref beta eps p - pref.
Proof.
  intros Hr Hb He Hp.
  destruct (check_correct bits60 Pos _ gain_tree gain_axes gain_checked
              [pref; beta; eps; p]) as [_ H].
  - in_axes_tac.
  - assert (0 <= var p) by (unfold var; apply Rmult_le_pos; lra).
    cbn [holds] in H; change (0 < eval gain_e [pref; beta; eps; p] - 198 / 1000) in H.
    rewrite eval_gain in H; lra.
Qed.

Theorem gain_box_control :
  ~ (forall pref beta eps p,
       3 / 10 <= pref <= 1 / 2 -> 1 <= beta <= 2 -> 1 / 1000 <= eps <= 1 / 10 ->
       0 <= p <= 1 -> 1995 / 10000 < h pref beta eps p - pref).
Proof.
  intros H; specialize (H (3 / 10) 2 (1 / 10) (1 / 2)).
  assert (h (3 / 10) 2 (1 / 10) (1 / 2) - 3 / 10 <= 1995 / 10000).
  { unfold h, Omega, var; zinterval. }
  assert (1995 / 10000 < h (3 / 10) 2 (1 / 10) (1 / 2) - 3 / 10) by (apply H; lra).
  lra.
Qed.
