(** One step of GRPO with advantage (r - p) / (sqrt s + e), and the recurrence in log-odds. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence.
From GrpoProofs.StdPlusEps Require Import Gain.
Open Scope R_scope.

(** One step with advantage (r - p) / (sqrt (var p) + e), p = p_old. *)
Definition std_step n (r : nat -> bool) e beta (anchor old next : nat -> R) : Prop :=
  let p := success n r old in
  maximises n (feasible n anchor)
    (fun pi => expect n pi (fun i => (ind (r i) - p) / (sqrt (var p) + e)) - beta * KL n pi anchor) next.

Section StdStep.
Variables (n : nat) (r : nat -> bool) (e beta : R).
Hypothesis He : 0 <= e.
Hypothesis Hbeta : 0 < beta.

(** It is the GRPO step with smoothing (sqrt s + e)^2 - s at the old p. *)
Definition smoothing_of (p : R) : R := (sqrt (var p) + e) * (sqrt (var p) + e) - var p.

Lemma sqrt_smoothing p : 0 < p < 1 -> sqrt (var p + smoothing_of p) = sqrt (var p) + e.
Proof.
  intros Hp. unfold smoothing_of.
  replace (var p + ((sqrt (var p) + e) * (sqrt (var p) + e) - var p))
    with ((sqrt (var p) + e) * (sqrt (var p) + e)) by ring.
  apply sqrt_square. pose proof (sqrt_pos (var p)). lra.
Qed.

Lemma smoothing_nonneg p : 0 < p < 1 -> 0 <= smoothing_of p.
Proof.
  intros Hp. unfold smoothing_of. pose proof (var_pos p Hp) as V.
  pose proof (sqrt_pos (var p)). pose proof (sqrt_sqrt (var p) ltac:(lra)). nra.
Qed.

Lemma std_step_is_grpo_step anchor old next : 0 < success n r old < 1 ->
  std_step n r e beta anchor old next ->
  grpo_step n r (smoothing_of (success n r old)) beta anchor old next.
Proof.
  intros Hp (Hf & H). set (p := success n r old) in *.
  assert (E : forall q, policy n q ->
    expect n q (fun i => (ind (r i) - p) / (sqrt (var p) + e)) = surrogate n r (smoothing_of p) p q).
  { intros q Hq. rewrite <- expect_gain. unfold expect. apply Rsum_ext. intros i _.
    unfold gain, w_plus, w_minus. rewrite sqrt_smoothing by exact Hp.
    destruct (r i); simpl; unfold Rdiv; ring. }
  split; [exact Hf |]. intros q Hq. specialize (H q Hq). simpl in H.
  fold p in H. rewrite !E in H by (apply Hq || apply Hf).
  unfold L_one. fold p. exact H.
Qed.

(** H14 (recurrence). One exact step from any old policy: the log-odds become those of
    the anchor plus G~ (x_old) / beta. *)
Theorem std_recurrence anchor old next : policy n anchor -> 0 < success n r anchor < 1 ->
  policy n old -> 0 < success n r old < 1 -> std_step n r e beta anchor old next ->
  logit (success n r next) = Fstd (logit (success n r anchor)) beta e (logit (success n r old)).
Proof.
  intros Ha Sa Ho So H. apply std_step_is_grpo_step in H; [| exact So].
  pose proof (smoothing_nonneg (success n r old) So) as P.
  destruct (reference_recurrence_any_old n r _ beta anchor old next Hbeta Ha Sa Ho
    (admissible_interior _ _ P So) H) as (_ & E).
  rewrite E. unfold Fstd, Gstd, std, Omega. rewrite sqrt_smoothing by exact So.
  rewrite sigma_logit by exact So. reflexivity.
Qed.
End StdStep.
