(** Orbits of an even unimodal map f trapped below the next fixed point b (or b absent)
    of its fixed point a < 0.  If f' a >= -1 and the cross-ratio inequality holds at a they
    converge to a; if f' a < -1 an orbit converges only by landing on a exactly. *)

Require Import Reals Lra Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unimodal Require Import EvenMap TwoCycles.
Open Scope R_scope.

Section Trapped.
Variables (f : R -> R) (a lam : R).
Hypothesis U : even_unimodal f.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.
Hypothesis D : is_derive f a lam.

(** The start x is below b in absolute value, and so is the critical value. *)
Definition trapped (x : R) : Prop :=
  forall b, next_fixpt f a b -> - b < f 0 /\ Rabs x < b.

Let f0neg : f 0 < 0.
Proof. assert (Z := critical_value_below_low f U a Fa Ha). lra. Qed.

(** An invariant symmetric interval. *)
Lemma symmetric_invariant : forall K, 0 < K -> - K <= f 0 -> f K <= K ->
  forall y, - K <= y <= K -> - K <= f y <= K.
Proof.
  intros K HK H1 H2 y Hy. split.
  - apply Rle_trans with (f 0); [lra | now apply f_low].
  - apply Rle_trans with (f K); [|lra]. apply f_abs_le; auto.
    rewrite (Rabs_pos_eq K) by lra. apply Rabs_le. lra.
Qed.

Lemma trap : forall x, trapped x -> exists K, 0 < K /\ - K <= f 0 /\ f K <= K /\ Rabs x <= K /\
  (forall c, fixpt f c -> c <= K -> c = a \/ (next_fixpt f a c /\ c = K)).
Proof.
  intros x T. destruct (classic (exists b, next_fixpt f a b)) as [[b Nb]|No].
  - destruct (T b Nb) as [T1 T2]. assert (Pb := next_pos f U a Fa Ha b Nb).
    exists b. destruct Nb as [Fb [Hab Lb]]. repeat split; auto; try lra.
    + unfold fixpt in Fb. lra.
    + intros c Fc Hc. destruct (Rle_dec c a) as [L|L].
      * left. apply (low_unique f U a c Fa Fc Ha). lra.
      * right. assert (b <= c) by (apply Lb; auto; lra). assert (c = b) by lra. subst c.
        repeat split; auto.
  - set (K := Rmax (Rabs x) (- f 0)). assert (K1 := Rmax_l (Rabs x) (- f 0)).
    assert (K2 := Rmax_r (Rabs x) (- f 0)). fold K in K1, K2.
    assert (B : forall y, a < y -> f y < y).
    { apply (below_all f U a Fa Ha). intros b Nb. apply No. now exists b. }
    exists K. repeat split; try lra.
    + left. apply B. lra.
    + intros c Fc Hc. left. apply Rle_antisym.
      * apply Rnot_lt_le. intro L. assert (Z := B c L). unfold fixpt in Fc. lra.
      * apply (neg_fixpt_lowest f U a Fa Ha). exact Fc.
Qed.

Lemma iter_below_next : forall x, trapped x -> forall b, next_fixpt f a b ->
  forall n, Rabs (iter f x n) < b.
Proof.
  intros x T b Nb n. destruct (T b Nb) as [T1 T2].
  assert (Pb := next_pos f U a Fa Ha b Nb).
  destruct Nb as [Fb _]. induction n; simpl; [exact T2|].
  assert (f (iter f x n) < b).
  { unfold fixpt in Fb. rewrite <- Fb at 1. apply f_abs_lt; auto. now rewrite (Rabs_pos_eq b) by lra. }
  assert (f 0 <= f (iter f x n)) by now apply f_low.
  apply Rabs_def1; lra.
Qed.

(** An orbit trapped below b does not converge to b. *)
Lemma no_limit_next : forall x, trapped x -> forall b, next_fixpt f a b -> ~ is_lim_seq (iter f x) b.
Proof.
  intros x T b Nb L. assert (B := iter_below_next x T b Nb).
  assert (Hab : a < b) by (destruct Nb; tauto).
  apply is_lim_seq_spec in L. destruct (L (mkposreal (b - a) ltac:(lra))) as [N HN]. simpl in HN.
  assert (M : forall n, (N <= n)%nat -> iter f x (S n) < iter f x n).
  { intros n Hn. specialize (HN n Hn). apply Rabs_def2 in HN. specialize (B n). apply Rabs_def2 in B.
    apply (below_next f U a Fa Ha b); auto. lra. }
  assert (M' : forall n, (N <= n)%nat -> iter f x n <= iter f x N).
  { intros n Hn. induction Hn as [|m Hm IH]; [lra|]. specialize (M m Hm). lra. }
  assert (C := B N). apply Rabs_def2 in C.
  destruct (L (mkposreal (b - iter f x N) ltac:(lra))) as [N' HN']. simpl in HN'.
  specialize (HN' (N + N')%nat ltac:(lia)). specialize (M' (N + N')%nat ltac:(lia)).
  apply Rabs_def2 in HN'. lra.
Qed.

(** The only possible limit of a trapped orbit is a. *)
Lemma trapped_limit : forall x, trapped x -> forall c : R, is_lim_seq (iter f x) c -> c = a.
Proof.
  intros x T c L. destruct (trap x T) as [K [HK [K1 [K2 [K3 KF]]]]].
  assert (Fc : fixpt f c) by (apply limit_is_fixpt with x; auto; now apply f_cont).
  assert (Inv : forall n, - K <= iter f x n <= K).
  { intro n. apply (iter_in f (fun y => - K <= y <= K)).
    - now apply symmetric_invariant. - now apply Rabs_le_between. }
  assert (c <= K).
  { apply (is_lim_seq_le (iter f x) (fun _ => K) c K); [intro; apply Inv | exact L | apply is_lim_seq_const]. }
  destruct (KF c Fc H) as [E|[Nb _]]; [exact E|]. exfalso. now apply (no_limit_next x T c).
Qed.

Lemma trapped_bounded : forall x, trapped x -> exists K, forall n, Rabs (iter f x n) <= K.
Proof.
  intros x T. destruct (trap x T) as [K [HK [K1 [K2 [K3 KF]]]]]. exists K. intro n.
  apply Rabs_le. apply (iter_in f (fun y => - K <= y <= K)).
  - now apply symmetric_invariant. - now apply Rabs_le_between.
Qed.

Theorem trapped_converges : cross_ratio_at f a lam -> -1 <= lam ->
  forall x, trapped x -> is_lim_seq (iter f x) a.
Proof.
  intros CR H x T. destruct (trap x T) as [K [HK [K1 [K2 [K3 KF]]]]].
  destruct (coppel f (- K) K) with (x := x) as [c [Hc [Fc L]]].
  - intros. now apply f_cont.
  - now apply symmetric_invariant.
  - intros y _. apply no_two_cycle_fix. now apply (no_two_cycle_stable f a lam).
  - now apply Rabs_le_between.
  - now rewrite <- (trapped_limit x T c L).
Qed.

(** A flip-unstable a attracts an orbit only if the orbit lands on it. *)
Theorem unstable_landing : lam < -1 ->
  forall x, is_lim_seq (iter f x) a -> exists n, iter f x n = a.
Proof.
  intros H x L. apply NNPP. intro No.
  assert (Ne : forall n, iter f x n <> a) by (intros n E; apply No; now exists n).
  destruct (expansion_near f a lam Fa D H) as [d [Hd Exp]].
  assert (L' := L). apply is_lim_seq_spec in L. destruct (L (mkposreal d Hd)) as [N HN]. simpl in HN.
  assert (M : forall n, (N <= n)%nat -> Rabs (iter f x N - a) <= Rabs (iter f x n - a)).
  { intros n Hn. induction Hn as [|m Hm IH]; [lra|].
    assert (Z := Exp (iter f x m) (Ne m) (HN m Hm)). simpl. lra. }
  assert (P : 0 < Rabs (iter f x N - a)) by (apply Rabs_pos_lt; specialize (Ne N); lra).
  destruct (L (mkposreal _ P)) as [N' HN']. simpl in HN'.
  specialize (HN' (N + N')%nat ltac:(lia)). specialize (M (N + N')%nat ltac:(lia)). lra.
Qed.
End Trapped.
