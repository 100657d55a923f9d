(** How a fixed point moves with x0 and beta, for any whitening factor: the derivatives of a
    local branch of fixed points (claim D9). *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Branch.
From GrpoProofs.Whitening Require Import Recurrence Folds.
Open Scope R_scope.

Section Sensitivity.
Variables (W dg : R -> R) (x0 beta xs : R).
Hypothesis HW : whitening W dg.
Hypothesis Hbeta : 0 < beta.
Hypothesis Cont : continuity_pt dg xs.
Hypothesis Hfix : fixpt (FW W x0 beta) xs.
Let lam := dg xs / beta.
Hypothesis Hlam : lam <> 1.
Let g := gain W.

Lemma gap : 0 < xs - x0 /\ xs - x0 = g xs / beta.
Proof.
  unfold fixpt, FW in Hfix. fold g in Hfix. assert (E : xs - x0 = g xs / beta) by lra.
  split; [|exact E]. rewrite E. apply Rdiv_lt_0_compat; [apply (gain_pos W dg HW) | exact Hbeta].
Qed.

Let const_cont (c x : R) : continuity_pt (fun _ => c) x.
Proof. apply continuity_pt_const. now intros ? ?. Qed.

Let id_cont (x : R) : continuity_pt (fun t => t) x.
Proof. apply derivable_continuous_pt, derivable_pt_id. Qed.

(** D9, any factor. dx*/dx0 = 1 / (1 - lam). *)
Theorem sensitivity_x0 :
  branch_derivative (fun t x => fixpt (FW W t beta) x) x0 xs (/ (1 - lam)).
Proof.
  apply (branch_from_inverse _ (psiW W beta) (fun x => 1 - dg x / beta) x0 xs 1 1); try lra.
  - intros x _. now apply (psi_derive W dg).
  - apply continuity_pt_minus; [apply const_cont|].
    apply (continuity_pt_mult dg (fun _ => / beta)); [exact Cont | apply const_cont].
  - fold lam. lra.
  - now apply (fixpt_psi W beta x0 xs).
  - intros t x _ _. apply fixpt_psi.
Qed.

(** D9, any factor. dx*/dbeta = - (g x* / beta^2) / (1 - lam). *)
Theorem sensitivity_beta :
  branch_derivative (fun t x => fixpt (FW W x0 t) x) beta xs
    (- (g xs / beta ^ 2) / (1 - lam)).
Proof.
  destruct gap as [Pg Eg]. assert (HG : 0 < g xs) by apply (gain_pos W dg HW).
  assert (Dg : forall x, is_derive g x (dg x)) by apply (wh_derive W dg HW).
  replace (- (g xs / beta ^ 2) / (1 - lam)) with
    (/ ((dg xs * (xs - x0) - g xs) / ((xs - x0) * (xs - x0)))).
  2:{ rewrite Eg. unfold lam in *. field.
      assert (beta - dg xs <> 0).
      { intros Q. apply Hlam. replace (dg xs) with beta by lra. field. lra. }
      assert (g xs * g xs <> 0) by (apply Rgt_not_eq, Rmult_lt_0_compat; lra).
      repeat split; try lra. intros Q. apply H.
      apply Rmult_eq_reg_r with (g xs); [|lra]. lra. }
  apply (branch_from_inverse _ (fun x => g x / (x - x0))
    (fun x => (dg x * (x - x0) - g x) / ((x - x0) * (x - x0))) beta xs (xs - x0) beta); try lra.
  - intros x Hx. apply Rabs_def2 in Hx.
    assert (Ex : ex_derive (fun x : R => g x) x) by (eexists; apply Dg).
    assert (Dv : Derive (fun x : R => g x) x = dg x) by (apply is_derive_unique, Dg).
    auto_derive; [split; [exact Ex | split; [lra | exact I]]|]. rewrite Dv. field. lra.
  - apply (continuity_pt_div (fun x => dg x * (x - x0) - g x) (fun x => (x - x0) * (x - x0))).
    + apply continuity_pt_minus.
      * apply (continuity_pt_mult dg (fun x => x - x0)); [exact Cont|].
        apply continuity_pt_minus; [apply id_cont | apply const_cont].
      * apply continuity_pt_filterlim, (ex_derive_continuous g). eexists. apply Dg.
    + apply (continuity_pt_mult (fun x => x - x0) (fun x => x - x0));
        (apply continuity_pt_minus; [apply id_cont | apply const_cont]).
    + apply Rgt_not_eq, Rmult_lt_0_compat; lra.
  - rewrite Eg. intros Q.
    assert (Z : dg xs * (g xs / beta) - g xs = 0).
    { assert (N : g xs / beta * (g xs / beta) <> 0)
        by (rewrite <- Eg; apply Rgt_not_eq, Rmult_lt_0_compat; lra).
      apply (Rmult_eq_compat_r (g xs / beta * (g xs / beta))) in Q.
      unfold Rdiv at 1 in Q. rewrite Rmult_assoc, Rinv_l, Rmult_1_r, Rmult_0_l in Q by exact N.
      exact Q. }
    apply Hlam. unfold lam.
    assert (Z2 : g xs * (dg xs / beta - 1) = 0) by (rewrite <- Z; field; lra).
    apply Rmult_integral in Z2. destruct Z2; lra.
  - rewrite Eg. field. lra.
  - intros t x Ht Hx. apply Rabs_def2 in Ht. apply Rabs_def2 in Hx.
    unfold fixpt, FW. fold g. split; intros E.
    + replace (x - x0) with (g x / t) by lra.
      assert (0 < g x) by apply (gain_pos W dg HW). field. lra.
    + rewrite <- E. assert (0 < g x) by apply (gain_pos W dg HW). field. lra.
Qed.
End Sensitivity.
