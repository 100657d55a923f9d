(** Fixed points with a given multiplier, for any whitening factor: the curves in
    (p_ref, beta) on which p is a fixed point of h with h' p = m. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence.
Open Scope R_scope.

Section Curves.
Variables (W dg : R -> R) (pref beta p : R).
Hypothesis HW : whitening W dg.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis Hq : 0 < p < 1.
Let h := hW W pref beta.

Lemma hW_log_odds : forall q, h q = sigma (logit pref + W q / beta).
Proof. intros q. symmetry. now apply sigma_logit_plus. Qed.

Lemma fixpt_log_odds : fixpt h p <-> logit pref = logit p - W p / beta.
Proof.
  unfold fixpt. rewrite hW_log_odds. split; intros E.
  - rewrite <- E at 1. rewrite logit_sigma. ring.
  - rewrite E. replace (logit p - W p / beta + W p / beta) with (logit p) by ring.
    now apply sigma_logit.
Qed.

(** The multiplier at a fixed point is g' (logit p) / beta. *)
Lemma multiplier_at_fixpt : fixpt h p -> is_derive h p (dg (logit p) / beta).
Proof.
  intros E. set (f := FW W (logit pref) beta).
  apply (is_derive_ext_loc (fun q => sigma (f (logit q)))).
  { apply (locally_interval _ p 0 1); simpl; try lra. intros q H0 H1. simpl in H0, H1.
    unfold f. rewrite sigma_FW by exact Hp. now rewrite sigma_logit. }
  assert (Ef : sigma (f (logit p)) = p).
  { unfold f. rewrite sigma_FW by exact Hp. rewrite sigma_logit by exact Hq. exact E. }
  pose proof (var_pos p Hq) as V.
  evar_last.
  - apply (is_derive_comp sigma (fun q => f (logit q)) p); [apply sigma_derive |].
    apply (is_derive_comp f logit p); [apply (FW_derive W dg _ _ HW) | now apply logit_derive].
  - rewrite Ef. unfold scal; simpl; unfold mult; simpl. field. lra.
Qed.

(** D6, any factor. p is a fixed point of h with h' p = m exactly when g' (logit p) = m beta
    and logit p_ref = logit p - W p / beta. *)
Theorem multiplier_curve (m : R) : (fixpt h p /\ is_derive h p m) <->
  (dg (logit p) = m * beta /\ logit pref = logit p - W p / beta).
Proof.
  rewrite <- fixpt_log_odds. split.
  - intros [E D]. split; [|exact E]. pose proof (multiplier_at_fixpt E) as D'.
    apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'.
    rewrite D'. field. lra.
  - intros [Em E]. split; [exact E|]. replace m with (dg (logit p) / beta).
    + now apply multiplier_at_fixpt.
    + rewrite Em. field. lra.
Qed.
End Curves.
