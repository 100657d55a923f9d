(** A parameter regime that is safe in practice: above an explicit, usually
    tiny, reference probability the sequence is monotone from the first step
    on and converges. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import MonotoneOrbits.
From GrpoProofs.Computation Require Import IntervalZ.
Open Scope R_scope.

(** The threshold sigma (-2 / (beta sqrt (1 + 4 eps))). *)
Definition safe_threshold (beta eps : R) : R := sigma (- (2 / (beta * sqrt (1 + 4 * eps)))).

(** M4. If p_ref >= sigma (-2 / (beta sqrt (1 + 4 eps))), the sequence is
    monotone from n = 1 on and converges to a limit in (0,1]. *)
Theorem safe_regime pref beta eps :
  0 < pref < 1 -> 0 < beta -> 0 <= eps -> safe_threshold beta eps <= pref ->
  let p := iter (h pref beta eps) pref in
  ((forall n, (1 <= n)%nat -> p n <= p (S n)) \/
   (forall n, (1 <= n)%nat -> p (S n) <= p n)) /\
  exists l, 0 < l <= 1 /\ is_lim_seq p l.
Proof.
  intros Hp Hb He Ht p.
  destruct (monotone_from_first_step pref beta eps Hp Hb He) as [_ H].
  assert (H0 : 0 <= logit pref + 2 / (beta * sqrt (1 + 4 * eps))).
  { assert (K : - (2 / (beta * sqrt (1 + 4 * eps))) <= logit pref); [|lra].
    destruct (Rle_dec (- (2 / (beta * sqrt (1 + 4 * eps)))) (logit pref)) as [|N];
      [assumption|exfalso].
    assert (S := sigma_increasing (logit pref) (- (2 / (beta * sqrt (1 + 4 * eps)))) ltac:(lra)).
    rewrite sigma_logit in S by exact Hp. unfold safe_threshold in Ht. lra. }
  destruct (H H0) as [A [B C]]. fold p in A, B, C. clear H.
  destruct (Rtotal_order (p 1%nat) (1 - pref)) as [L|[L|L]].
  - destruct (B L) as [D [c [Hc [_ [_ Hlim]]]]]. split.
    + right. intros [|n] Hn; [lia|]. left. apply D.
    + exists c. split; [lra|exact Hlim].
  - assert (E := C L). split.
    + left. intros [|n] Hn; [lia|]. rewrite !E. lra.
    + exists (1 - pref). split; [lra|]. apply is_lim_seq_incr_1.
      apply (is_lim_seq_ext (fun _ => 1 - pref)); [|apply is_lim_seq_const].
      intros n. symmetry. apply E.
  - destruct (A ltac:(left; lra)) as [D M]. split.
    + left. intros [|n] Hn; [lia|]. apply D.
    + destruct M as [[c [Hc [_ [_ Hlim]]]]|[_ [_ Hlim]]].
      * assert (Q := Rmax_l pref (1 - pref)). exists c. split; [lra|exact Hlim].
      * exists 1. split; [lra|exact Hlim].
Qed.

(** Enclosure of the threshold at beta = 1/25, eps = 10^-6. *)
Lemma safe_threshold_value :
  1928 / 10 ^ 25 < safe_threshold (/ 25) (/ 10 ^ 6) < 193 / 10 ^ 24.
Proof.
  unfold safe_threshold, sigma. split; zinterval.
Qed.

(** M4 (values). For beta = 1/25 and eps = 10^-6 every p_ref >= 1.93e-22 is
    in the safe regime. *)
Theorem safe_regime_example pref :
  193 / 10 ^ 24 <= pref < 1 ->
  let p := iter (h pref (/ 25) (/ 10 ^ 6)) pref in
  ((forall n, (1 <= n)%nat -> p n <= p (S n)) \/
   (forall n, (1 <= n)%nat -> p (S n) <= p n)) /\
  exists l, 0 < l <= 1 /\ is_lim_seq p l.
Proof.
  intros Hp. assert (T := safe_threshold_value). apply safe_regime.
  - assert (0 < 193 / 10 ^ 24) by (apply Rdiv_lt_0_compat; [lra|apply pow_lt; lra]). lra.
  - lra.
  - left. apply Rinv_0_lt_compat, pow_lt. lra.
  - lra.
Qed.

(** M4 (control). 1.928e-22 is below the threshold. *)
Theorem safe_threshold_not_smaller :
  ~ safe_threshold (/ 25) (/ 10 ^ 6) <= 1928 / 10 ^ 25.
Proof. assert (T := safe_threshold_value). lra. Qed.
