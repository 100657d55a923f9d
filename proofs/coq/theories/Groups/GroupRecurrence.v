(** L8, from policies: the exact step on the expected surrogate of finite groups, with a KL
    penalty to the reference, moves the success probability by the map hG. *)

Require Import Reals Lra Lia.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence.
From GrpoProofs.Groups Require Import Weights FactorShape GroupIteration.
Open Scope R_scope.

(** Expectation over groups of G outcomes of the old policy of the mean of ratio times
    advantage, minus beta times the divergence from the reference. *)
Definition group_objective (ddof1 : bool) n r eps beta G (ref old pi : nat -> R) : R :=
  group_mean n old G (fun l => / INR G * lsum l (fun o => pi o / old o *
    group_adv (if ddof1 then om1 eps G else om0 eps G) G (r o) (count r l)))
  - beta * KL n pi ref.

(** It is a positive multiple of the population objective with another beta. *)
Lemma group_objective_scaled ddof1 n r eps beta G ref old pi :
  (2 <= G)%nat -> 0 <= eps -> policy n old -> positive n old -> 0 < success n r old < 1 ->
  let p := success n r old in
  let c := OmegaG ddof1 eps G p / Omega eps p in
  0 < c /\ group_objective ddof1 n r eps beta G ref old pi = c * L_one n r eps (beta / c) p ref pi.
Proof.
  intros HG He Hold Pos Hp p c. fold p in Hp.
  assert (Pv := var_pos' p Hp).
  assert (Q : 0 < sqrt (var p + eps)) by (apply sqrt_lt_R0; lra).
  assert (PO : 0 < Omega eps p) by now apply Rinv_0_lt_compat.
  assert (PG : 0 < OmegaG ddof1 eps G p) by (apply OmegaG_pos; lra || assumption).
  assert (Pc : 0 < c) by now apply Rdiv_lt_0_compat.
  split; [exact Pc |]. unfold group_objective.
  rewrite (effective_weights n r old (fun o => pi o / old o)) by (assumption || apply Hold).
  assert (E : forall b, csum n r b (fun o => old o * (pi o / old o)) = csum n r b pi).
  { intros b. unfold csum. apply Rsum_ext. intros i Hi. specialize (Pos i Hi).
    replace (old i * (pi i / old i)) with (pi i) by (field; lra). reflexivity. }
  rewrite !E. fold (success n r old) p (success n r pi) (failure n r pi).
  replace (factor (if ddof1 then om1 eps G else om0 eps G) G p) with (OmegaG ddof1 eps G p)
    by (destruct ddof1; reflexivity).
  unfold L_one, surrogate.
  assert (W : OmegaG ddof1 eps G p = c * Omega eps p) by (unfold c; field; lra).
  rewrite W. unfold w_plus, w_minus, Omega. field. split; lra.
Qed.

(** L8. Recurrence of finite groups, both divisors, every old policy: the maximiser has
    x_n = x0 + Omega_G (p_(n-1)) / beta; it exists. *)
Theorem group_recurrence_step ddof1 n r eps beta G ref old next :
  (2 <= G)%nat -> 0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  policy n old -> positive n old -> 0 < success n r old < 1 ->
  maximises n (feasible n ref) (group_objective ddof1 n r eps beta G ref old) next ->
  success n r next = hG ddof1 G (success n r ref) beta eps (success n r old) /\
  logit (success n r next) =
    logit (success n r ref) + OmegaG ddof1 eps G (success n r old) / beta.
Proof.
  intros HG Hb He Hr Hs Hold Pos Hp [Feas Max].
  set (p := success n r old) in *. set (c := OmegaG ddof1 eps G p / Omega eps p).
  assert (Sc : forall pi, 0 < c /\ group_objective ddof1 n r eps beta G ref old pi =
    c * L_one n r eps (beta / c) p ref pi) by (intros pi; now apply group_objective_scaled).
  assert (Pc : 0 < c) by apply (Sc ref).
  assert (St : grpo_step n r eps (beta / c) ref old next).
  { split; [exact Feas |]. fold p. intros q Hq. specialize (Max q Hq).
    rewrite !(fun pi => proj2 (Sc pi)) in Max. now apply Rmult_le_reg_l with c. }
  assert (Pv := var_pos' p Hp).
  assert (Q : 0 < sqrt (var p + eps)) by (apply sqrt_lt_R0; lra).
  assert (PO : 0 < Omega eps p) by now apply Rinv_0_lt_compat.
  assert (E : success n r next = h (success n r ref) (beta / c) eps p).
  { apply (recurrence_step n r eps (beta / c) ref old next); try assumption.
    - now apply Rdiv_lt_0_compat.
    - now apply admissible_interior. }
  assert (X : logit (success n r next) = logit (success n r ref) + OmegaG ddof1 eps G p / beta).
  { rewrite E, logit_h_p by assumption. f_equal. unfold c. field.
    repeat split; try lra. intros Z. unfold c in Pc. rewrite Z in Pc. unfold Rdiv in Pc. lra. }
  split; [| exact X].
  unfold hG. rewrite <- X. symmetry. apply sigma_logit. rewrite E. now apply h_range.
Qed.

Theorem group_step_exists ddof1 n r eps beta G ref old :
  (2 <= G)%nat -> 0 < beta -> 0 <= eps -> policy n ref ->
  policy n old -> positive n old -> 0 < success n r old < 1 ->
  exists next, maximises n (feasible n ref) (group_objective ddof1 n r eps beta G ref old) next.
Proof.
  intros HG Hb He Hr Hold Pos Hp.
  set (p := success n r old) in *. set (c := OmegaG ddof1 eps G p / Omega eps p).
  assert (Sc : forall pi, 0 < c /\ group_objective ddof1 n r eps beta G ref old pi =
    c * L_one n r eps (beta / c) p ref pi) by (intros pi; now apply group_objective_scaled).
  assert (Pc : 0 < c) by apply (Sc ref).
  destruct (recurrence_step_exists n r eps (beta / c) ref old) as [F M]; try assumption.
  - now apply Rdiv_lt_0_compat.
  - now apply admissible_interior.
  - exists (gibbs n r eps (beta / c) p ref). split; [exact F |]. intros q Hq.
    rewrite !(fun pi => proj2 (Sc pi)). apply Rmult_le_compat_l; [lra | now apply M].
Qed.
