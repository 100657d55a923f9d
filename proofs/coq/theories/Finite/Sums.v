(** Finite sums over the indices 0, ..., n-1, with the algebra and the order
    lemmas used for policies on a finite outcome space, and sums over the
    outcomes of one class of a binary label. *)

Require Import Reals Lra Lia Bool.
Open Scope R_scope.

Fixpoint Rsum (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S m => Rsum m f + f m end.

Lemma Rsum_ext n f g :
  (forall i, (i < n)%nat -> f i = g i) -> Rsum n f = Rsum n g.
Proof.
  induction n as [|n IH]; intros H; simpl; [reflexivity|].
  rewrite IH by (intros; apply H; lia). rewrite (H n) by lia. reflexivity.
Qed.

Lemma Rsum_plus n f g : Rsum n (fun i => f i + g i) = Rsum n f + Rsum n g.
Proof. induction n as [|n IH]; simpl; [ring|rewrite IH; ring]. Qed.

Lemma Rsum_minus n f g : Rsum n (fun i => f i - g i) = Rsum n f - Rsum n g.
Proof. induction n as [|n IH]; simpl; [ring|rewrite IH; ring]. Qed.

Lemma Rsum_opp n f : Rsum n (fun i => - f i) = - Rsum n f.
Proof. induction n as [|n IH]; simpl; [ring|rewrite IH; ring]. Qed.

Lemma Rsum_scal n c f : Rsum n (fun i => c * f i) = c * Rsum n f.
Proof. induction n as [|n IH]; simpl; [ring|rewrite IH; ring]. Qed.

Lemma Rsum_scal_r n c f : Rsum n (fun i => f i * c) = Rsum n f * c.
Proof. induction n as [|n IH]; simpl; [ring|rewrite IH; ring]. Qed.

Lemma Rsum_div n c f : Rsum n (fun i => f i / c) = Rsum n f / c.
Proof. apply Rsum_scal_r. Qed.

Lemma Rsum_zero n f : (forall i, (i < n)%nat -> f i = 0) -> Rsum n f = 0.
Proof.
  induction n as [|n IH]; intros H; simpl; [reflexivity|].
  rewrite IH by (intros; apply H; lia). rewrite (H n) by lia. ring.
Qed.

Lemma Rsum_le n f g :
  (forall i, (i < n)%nat -> f i <= g i) -> Rsum n f <= Rsum n g.
Proof.
  induction n as [|n IH]; intros H; simpl; [lra|].
  apply Rplus_le_compat; [apply IH; intros; apply H; lia | apply H; lia].
Qed.

Lemma Rsum_nonneg n f : (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= Rsum n f.
Proof.
  intros H. rewrite <- (Rsum_zero n (fun _ => 0)) by reflexivity.
  apply Rsum_le; exact H.
Qed.

Lemma Rsum_term_le n f k :
  (forall i, (i < n)%nat -> 0 <= f i) -> (k < n)%nat -> f k <= Rsum n f.
Proof.
  induction n as [|n IH]; intros H Hk; [lia|]. simpl.
  assert (0 <= f n) by (apply H; lia).
  destruct (Nat.eq_dec k n) as [->|Hne].
  - assert (0 <= Rsum n f) by (apply Rsum_nonneg; intros; apply H; lia). lra.
  - assert (f k <= Rsum n f) by (apply IH; [intros; apply H; lia | lia]). lra.
Qed.

Lemma Rsum_pos n f k :
  (forall i, (i < n)%nat -> 0 <= f i) -> (k < n)%nat -> 0 < f k -> 0 < Rsum n f.
Proof. intros H Hk Hp. generalize (Rsum_term_le n f k H Hk). lra. Qed.

Lemma Rsum_eq0 n f :
  (forall i, (i < n)%nat -> 0 <= f i) -> Rsum n f = 0 ->
  forall i, (i < n)%nat -> f i = 0.
Proof.
  intros H H0 i Hi. generalize (Rsum_term_le n f i H Hi) (H i Hi). lra.
Qed.

Lemma Rsum_lt n f g k :
  (forall i, (i < n)%nat -> f i <= g i) -> (k < n)%nat -> f k < g k ->
  Rsum n f < Rsum n g.
Proof.
  intros H Hk Hlt.
  assert (0 < Rsum n (fun i => g i - f i)).
  { apply Rsum_pos with k; [|exact Hk|lra].
    intros i Hi. specialize (H i Hi). lra. }
  rewrite Rsum_minus in H0. lra.
Qed.

(** Termwise ordered sums that agree have equal terms. *)
Lemma Rsum_le_eq n f g :
  (forall i, (i < n)%nat -> f i <= g i) -> Rsum n f = Rsum n g ->
  forall i, (i < n)%nat -> f i = g i.
Proof.
  intros H He i Hi.
  assert (Rsum n (fun i => g i - f i) = 0) by (rewrite Rsum_minus; lra).
  assert (g i - f i = 0); [|lra].
  apply (Rsum_eq0 n (fun i => g i - f i)); auto.
  intros j Hj. specialize (H j Hj). lra.
Qed.

Lemma Rsum_pos_term n f :
  (forall i, (i < n)%nat -> 0 <= f i) -> 0 < Rsum n f ->
  exists k, (k < n)%nat /\ 0 < f k.
Proof.
  induction n as [|n IH]; simpl; intros H Hs; [lra|].
  destruct (Rlt_dec 0 (f n)) as [Hp|Hp].
  - exists n. split; [lia|exact Hp].
  - destruct IH as [k [Hk Hk']]; [intros; apply H; lia | lra |].
    exists k. split; [lia|exact Hk'].
Qed.

(** * Sums over one class of a binary label *)

Definition ind (b : bool) : R := if b then 1 else 0.

(** Sum of f over the outcomes with r = b. *)
Definition csum (n : nat) (r : nat -> bool) (b : bool) (f : nat -> R) : R :=
  Rsum n (fun i => if Bool.eqb (r i) b then f i else 0).

Lemma csum_split n r f : Rsum n f = csum n r true f + csum n r false f.
Proof.
  unfold csum. rewrite <- Rsum_plus. apply Rsum_ext. intros i _.
  destruct (r i); simpl; ring.
Qed.

Lemma csum_ext n r b f g :
  (forall i, (i < n)%nat -> r i = b -> f i = g i) ->
  csum n r b f = csum n r b g.
Proof.
  intros H. apply Rsum_ext. intros i Hi.
  destruct (eqb_spec (r i) b); auto.
Qed.

Lemma csum_plus n r b f g :
  csum n r b (fun i => f i + g i) = csum n r b f + csum n r b g.
Proof.
  unfold csum. rewrite <- Rsum_plus. apply Rsum_ext. intros i _.
  destruct (Bool.eqb _ _); ring.
Qed.

Lemma csum_minus n r b f g :
  csum n r b (fun i => f i - g i) = csum n r b f - csum n r b g.
Proof.
  unfold csum. rewrite <- Rsum_minus. apply Rsum_ext. intros i _.
  destruct (Bool.eqb _ _); ring.
Qed.

Lemma csum_scal n r b c f : csum n r b (fun i => c * f i) = c * csum n r b f.
Proof.
  unfold csum. rewrite <- Rsum_scal. apply Rsum_ext. intros i _.
  destruct (Bool.eqb _ _); ring.
Qed.

Lemma csum_scal_r n r b c f : csum n r b (fun i => f i * c) = csum n r b f * c.
Proof.
  unfold csum. rewrite <- Rsum_scal_r. apply Rsum_ext. intros i _.
  destruct (Bool.eqb _ _); ring.
Qed.

Lemma csum_nonneg n r b f :
  (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= csum n r b f.
Proof.
  intros H. apply Rsum_nonneg. intros i Hi.
  destruct (Bool.eqb _ _); [auto|lra].
Qed.

Lemma csum_le n r b f g :
  (forall i, (i < n)%nat -> r i = b -> f i <= g i) ->
  csum n r b f <= csum n r b g.
Proof.
  intros H. apply Rsum_le. intros i Hi.
  destruct (eqb_spec (r i) b); [auto|lra].
Qed.

Lemma csum_eq0 n r b f :
  (forall i, (i < n)%nat -> 0 <= f i) -> csum n r b f = 0 ->
  forall i, (i < n)%nat -> r i = b -> f i = 0.
Proof.
  intros H H0 i Hi Hr.
  generalize (Rsum_eq0 n (fun i => if Bool.eqb (r i) b then f i else 0)).
  intros K. specialize (K ltac:(intros j Hj; cbv beta; destruct (Bool.eqb _ _); [auto|apply Rle_refl])).
  specialize (K H0 i Hi). cbv beta in K. rewrite Hr, eqb_reflx in K. exact K.
Qed.

Lemma csum_le_eq n r b f g :
  (forall i, (i < n)%nat -> r i = b -> f i <= g i) ->
  csum n r b f = csum n r b g ->
  forall i, (i < n)%nat -> r i = b -> f i = g i.
Proof.
  intros H He i Hi Hr.
  assert (K := Rsum_le_eq n (fun i => if Bool.eqb (r i) b then f i else 0)
             (fun i => if Bool.eqb (r i) b then g i else 0)).
  specialize (K ltac:(intros j Hj; cbv beta; destruct (eqb_spec (r j) b); [auto|apply Rle_refl])).
  specialize (K He i Hi). cbv beta in K. rewrite Hr, eqb_reflx in K. exact K.
Qed.

Lemma csum_pos n r b f k :
  (forall i, (i < n)%nat -> 0 <= f i) -> (k < n)%nat -> r k = b -> 0 < f k ->
  0 < csum n r b f.
Proof.
  intros H Hk Hr Hp. apply Rsum_pos with k; [|exact Hk|].
  - intros i Hi. destruct (Bool.eqb _ _); [auto|lra].
  - rewrite Hr, eqb_reflx. exact Hp.
Qed.

Lemma csum_pos_term n r b f :
  (forall i, (i < n)%nat -> 0 <= f i) -> 0 < csum n r b f ->
  exists k, (k < n)%nat /\ r k = b /\ 0 < f k.
Proof.
  intros H Hs.
  destruct (Rsum_pos_term n (fun i => if Bool.eqb (r i) b then f i else 0))
    as [k [Hk Hp]]; [|exact Hs|].
  - intros i Hi. destruct (Bool.eqb _ _); [auto|lra].
  - exists k. destruct (eqb_spec (r k) b); [auto|lra].
Qed.

(** A sum whose terms depend on the outcome through a factor that is constant
    on each class. *)
Lemma Rsum_class n r f (c : bool -> R) :
  Rsum n (fun i => f i * c (r i)) =
  csum n r true f * c true + csum n r false f * c false.
Proof.
  rewrite (csum_split n r). rewrite <- !csum_scal_r.
  f_equal; apply csum_ext; intros i _ ->; reflexivity.
Qed.
