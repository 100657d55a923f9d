(** Linearisation of a map at a fixed point: a multiplier below 1 in absolute value attracts,
    one above 1 repels. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
Open Scope R_scope.

Lemma linear_bound (f : R -> R) (c l e : R) : is_derive f c l -> 0 < e ->
  exists d, 0 < d /\ forall x, Rabs (x - c) < d ->
    Rabs (f x - f c - l * (x - c)) <= e * Rabs (x - c).
Proof.
  intros Hd He. apply is_derive_Reals in Hd. destruct (Hd e He) as [d Hd'].
  exists d. split; [apply cond_pos|]. intros x Hx.
  destruct (Req_dec x c) as [->|Hn].
  { rewrite !Rminus_eq_0, Rmult_0_r, Rminus_0_r, Rabs_R0. lra. }
  specialize (Hd' (x - c) ltac:(lra) Hx). replace (c + (x - c)) with x in Hd' by ring.
  replace (f x - f c - l * (x - c)) with (((f x - f c) / (x - c) - l) * (x - c))
    by (field; lra).
  rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | lra].
Qed.

(** |f'(c)| < 1 at a fixed point c: orbits starting near c tend to c geometrically. *)
Lemma local_attraction (f : R -> R) (c l : R) : is_derive f c l -> f c = c -> Rabs l < 1 ->
  exists d L, 0 < d /\ 0 <= L < 1 /\ forall x, Rabs (x - c) < d ->
    forall n, Rabs (iter f x n - c) <= L ^ n * Rabs (x - c).
Proof.
  intros Hd Hc Hl. set (e := (1 - Rabs l) / 2).
  destruct (linear_bound f c l e Hd ltac:(unfold e; lra)) as [d [Pd H]].
  pose proof (Rabs_pos l) as P. exists d, (Rabs l + e).
  split; [exact Pd|]. split; [unfold e; lra|].
  assert (S : forall x, Rabs (x - c) < d -> Rabs (f x - c) <= (Rabs l + e) * Rabs (x - c)).
  { intros x Hx. specialize (H x Hx). rewrite Hc in H.
    replace (f x - c) with ((f x - c - l * (x - c)) + l * (x - c)) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. rewrite (Rabs_mult l). lra. }
  intros x Hx n. induction n as [|n IH]; simpl; [lra|].
  assert (Pn : 0 <= (Rabs l + e) ^ n <= 1).
  { split; [apply pow_le; unfold e; lra|]. rewrite <- (pow1 n). apply pow_incr. unfold e. lra. }
  pose proof (Rabs_pos (x - c)) as Px.
  assert (Hn : Rabs (iter f x n - c) < d).
  { eapply Rle_lt_trans; [exact IH|]. apply Rle_lt_trans with (1 * Rabs (x - c)); [|lra].
    apply Rmult_le_compat_r; lra. }
  eapply Rle_trans; [apply S, Hn|]. rewrite Rmult_assoc.
  apply Rmult_le_compat_l; [unfold e; lra | exact IH].
Qed.

(** |f'(c)| > 1: near c the distance to c is multiplied by at least L > 1. *)
Lemma local_repulsion (f : R -> R) (c l : R) : is_derive f c l -> f c = c -> 1 < Rabs l ->
  exists d L, 0 < d /\ 1 < L /\ forall x, Rabs (x - c) < d ->
    L * Rabs (x - c) <= Rabs (f x - c).
Proof.
  intros Hd Hc Hl. set (e := (Rabs l - 1) / 2).
  destruct (linear_bound f c l e Hd ltac:(unfold e; lra)) as [d [Pd H]].
  exists d, (Rabs l - e). split; [exact Pd|]. split; [unfold e; lra|].
  intros x Hx. specialize (H x Hx). rewrite Hc in H.
  assert (T : Rabs (l * (x - c)) <= Rabs (f x - c) + Rabs (f x - c - l * (x - c))).
  { assert (E1 : l * (x - c) = (f x - c) - (f x - c - l * (x - c))) by ring.
    rewrite E1 at 1.
    eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra. }
  rewrite Rabs_mult in T. lra.
Qed.
