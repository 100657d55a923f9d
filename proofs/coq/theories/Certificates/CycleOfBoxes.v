(** A cycle of boxes: f maps box j into box j + 1, box k is box 0, and the product
    of the Lipschitz constants is < 1.  Then box 0 contains a point of period k
    that attracts every orbit which enters box 0 ([cycle_of_boxes]). *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Computation Require Import AttractingCycle.
Open Scope R_scope.

Section Boxes.
Variables (f : R -> R) (k : nat) (lo hi L : nat -> R) (x : R) (N : nat).
Hypothesis Hk : (0 < k)%nat.
Hypothesis Hwrap : lo k = lo O /\ hi k = hi O.
Hypothesis Hbox : lo O <= hi O.
Hypothesis HL : forall j, (j < k)%nat -> 0 <= L j.
Hypothesis Hmaps : forall j, (j < k)%nat -> maps f (lo j) (hi j) (lo (S j)) (hi (S j)).
Hypothesis Hlip : forall j, (j < k)%nat -> lipschitz f (lo j) (hi j) (L j).
Hypothesis Hcont : forall j, (j < k)%nat -> continuous_on f (lo j) (hi j).
Hypothesis Henter : lo O <= iter f x N <= hi O.

Fixpoint product (m : nat) : R := match m with O => 1 | S j => L j * product j end.
Hypothesis Hproduct : product k < 1.
Hypothesis Hdisjoint : forall j, (0 < j < k)%nat -> hi j < lo O \/ hi O < lo j.

Lemma product_nonneg m : (m <= k)%nat -> 0 <= product m.
Proof.
  induction m as [|m IH]; intros H; simpl; [lra|]. apply Rmult_le_pos; [apply HL | apply IH]; lia.
Qed.

Lemma iter_maps m : (m <= k)%nat -> maps (fun y => iter f y m) (lo O) (hi O) (lo m) (hi m).
Proof.
  induction m as [|m IH]; intros H; [intros y Hy; exact Hy|].
  apply (maps_comp (fun y => iter f y m) f _ _ (lo m) (hi m)); [apply IH | apply Hmaps]; lia.
Qed.
Lemma iter_lipschitz m : (m <= k)%nat -> lipschitz (fun y => iter f y m) (lo O) (hi O) (product m).
Proof.
  induction m as [|m IH]; intros H; [intros y z _ _; simpl; lra|].
  apply (lipschitz_comp (fun y => iter f y m) f _ _ (lo m) (hi m));
    [apply HL | apply iter_maps | apply IH | apply Hlip]; lia.
Qed.
Lemma iter_continuous m : (m <= k)%nat -> continuous_on (fun y => iter f y m) (lo O) (hi O).
Proof.
  induction m as [|m IH]; intros H.
  - intros y _. apply derivable_continuous_pt, derivable_pt_id.
  - apply (continuous_on_comp (fun y => iter f y m) f _ _ (lo m) (hi m));
      [apply iter_maps | apply IH | apply Hcont]; lia.
Qed.

Lemma stays_in_boxes (P : R -> Prop) :
  (forall j y, (j < k)%nat -> lo j <= y <= hi j -> P y) -> forall n, P (iter f x (n + N)).
Proof.
  intros H n. rewrite iter_add.
  assert (Q : exists j, (j < k)%nat /\ lo j <= iter f (iter f x N) n <= hi j).
  { apply (iter_in f (fun y => exists j, (j < k)%nat /\ lo j <= y <= hi j)); [|now exists O].
    intros y [j [Hj Hy]]. destruct (Nat.eq_dec (S j) k) as [E|E].
    - exists O; split; [exact Hk|]. destruct Hwrap as [<- <-]. rewrite <- E. now apply Hmaps.
    - exists (S j); split; [lia | now apply Hmaps]. }
  destruct Q as [j [Hj Hy]]. now apply (H j).
Qed.

Theorem cycle_of_boxes :
  (exists c, lo O <= c <= hi O /\ iter f c k = c /\
     (forall j, (0 < j < k)%nat -> iter f c j <> c) /\
     is_lim_seq (fun n => iter f x (n * k + N)) c) /\
  ((2 <= k)%nat -> ~ ex_lim_seq (iter f x)).
Proof.
  assert (K : 0 <= product k < 1) by (split; [now apply product_nonneg | exact Hproduct]).
  assert (M : maps (fun y => iter f y k) (lo O) (hi O) (lo O) (hi O)).
  { destruct Hwrap as [E F]. rewrite <- E, <- F at 2. rewrite <- E at 1. rewrite <- F at 1.
    intros y Hy. rewrite E, F in *. rewrite <- E, <- F. apply iter_maps; [lia | exact Hy]. }
  split.
  - destruct (tends_to_cycle f k (lo O) (hi O) (product k) x N Hbox K M
      (iter_lipschitz k (le_n k)) (iter_continuous k (le_n k)) Henter) as [c [Hc [Ec Lc]]].
    exists c. repeat split; auto; try lra. intros j Hj E.
    assert (Cj : lo j <= iter f c j <= hi j) by (apply iter_maps; [lia | exact Hc]).
    rewrite E in Cj. destruct (Hdisjoint j Hj); lra.
  - intros H2. apply (no_limit f k (lo O) (hi O) x N M Henter (lo 1%nat) (hi 1%nat)); [exact Hk | |].
    + now apply Hmaps.
    + apply Hdisjoint. lia.
Qed.
End Boxes.
