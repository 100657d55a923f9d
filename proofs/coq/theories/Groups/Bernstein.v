(** Expectation of a function of the number of successes in n independent trials
    with probability of success p: the Bernstein operator.

    It is defined by conditioning on one trial; [bern_sum] is the usual sum over
    binomial coefficients. *)

Require Import Reals Lra Lia.
From GrpoProofs Require Import Defs.
Open Scope R_scope.

Fixpoint bern (n : nat) (f : nat -> R) (p : R) : R :=
  match n with
  | O => f O
  | S m => p * bern m (fun k => f (S k)) p + (1 - p) * bern m f p
  end.

Lemma bern_ext n f g p : (forall k, (k <= n)%nat -> f k = g k) -> bern n f p = bern n g p.
Proof.
  revert f g; induction n as [|n IH]; intros f g H; simpl; [apply H; lia|].
  rewrite (IH f g), (IH (fun k => f (S k)) (fun k => g (S k))); [reflexivity| |];
    intros; apply H; lia.
Qed.

Lemma bern_plus n f g p : bern n (fun k => f k + g k) p = bern n f p + bern n g p.
Proof.
  revert f g; induction n as [|n IH]; intros f g; simpl; [reflexivity|].
  rewrite (IH f g), (IH (fun k => f (S k)) (fun k => g (S k))). ring.
Qed.

Lemma bern_scal n c f p : bern n (fun k => c * f k) p = c * bern n f p.
Proof.
  revert f; induction n as [|n IH]; intros f; simpl; [reflexivity|].
  rewrite (IH f), (IH (fun k => f (S k))). ring.
Qed.

Lemma bern_const n c p : bern n (fun _ => c) p = c.
Proof. induction n as [|n IH]; simpl; [reflexivity|]. rewrite IH. ring. Qed.

Lemma bern_minus n f g p : bern n (fun k => f k - g k) p = bern n f p - bern n g p.
Proof.
  revert f g; induction n as [|n IH]; intros f g; simpl; [reflexivity|].
  rewrite (IH f g), (IH (fun k => f (S k)) (fun k => g (S k))). ring.
Qed.

Lemma bern_le n f g p : 0 <= p <= 1 -> (forall k, (k <= n)%nat -> f k <= g k) ->
  bern n f p <= bern n g p.
Proof.
  intros Hp; revert f g; induction n as [|n IH]; intros f g H; simpl; [apply H; lia|].
  apply Rplus_le_compat; apply Rmult_le_compat_l; try lra; apply IH; intros; apply H; lia.
Qed.

Lemma bern_lt n f g p j : 0 < p < 1 -> (forall k, (k <= n)%nat -> f k <= g k) ->
  (j <= n)%nat -> f j < g j -> bern n f p < bern n g p.
Proof.
  intros Hp; revert f g j; induction n as [|n IH]; intros f g j H Hj Hlt; simpl.
  - assert (j = O) by lia. now subst.
  - assert (L1 : bern n f p <= bern n g p) by (apply bern_le; [lra | intros; apply H; lia]).
    assert (L2 : bern n (fun k => f (S k)) p <= bern n (fun k => g (S k)) p)
      by (apply bern_le; [lra | intros; apply H; lia]).
    destruct j as [|j].
    + assert (bern n f p < bern n g p) by (apply (IH _ _ O); [intros; apply H; lia | lia | exact Hlt]).
      nra.
    + assert (bern n (fun k => f (S k)) p < bern n (fun k => g (S k)) p)
        by (apply (IH _ _ j); [intros; apply H; lia | lia | exact Hlt]).
      nra.
Qed.

Lemma bern_pos n f p : 0 <= p <= 1 -> (forall k, (k <= n)%nat -> 0 < f k) -> 0 < bern n f p.
Proof.
  intros Hp; revert f; induction n as [|n IH]; intros f H; simpl; [apply H; lia|].
  assert (0 < bern n f p) by (apply IH; intros; apply H; lia).
  assert (0 < bern n (fun k => f (S k)) p) by (apply IH; intros; apply H; lia). nra.
Qed.

Lemma bern_0 n f : bern n f 0 = f O.
Proof. revert f; induction n as [|n IH]; intros f; simpl; [reflexivity|]. rewrite !IH. ring. Qed.

(** Exchanging success and failure. *)
Lemma bern_sym n f p : bern n f p = bern n (fun k => f (n - k)%nat) (1 - p).
Proof.
  revert f; induction n as [|n IH]; intros f; [reflexivity|]. cbn [bern].
  rewrite (IH f), (IH (fun k => f (S k))).
  rewrite (bern_ext n (fun k => f (S (n - k))) (fun k => f (S n - k)%nat) (1 - p))
    by (intros k Hk; f_equal; lia).
  change (fun k => f (S n - S k)%nat) with (fun k => f (n - k)%nat). ring.
Qed.

Lemma bern_1 n f : bern n f 1 = f n.
Proof. rewrite bern_sym. replace (1 - 1) with 0 by ring. rewrite bern_0. f_equal. lia. Qed.

(** Conditioning on the last trial instead of the first. *)
Lemma bern_S n f p :
  bern (S n) f p = bern n (fun k => p * f (S k) + (1 - p) * f k) p.
Proof. rewrite bern_plus, !bern_scal. reflexivity. Qed.

(** Size bias: E [k f(k)] = n p E' [f (k + 1)], and the same for failures. *)
Lemma bern_success n f p :
  bern (S n) (fun k => INR k * f k) p = INR (S n) * p * bern n (fun k => f (S k)) p.
Proof.
  revert f; induction n as [|n IH]; intros f.
  - simpl. ring.
  - change (bern (S (S n)) (fun k => INR k * f k) p) with
      (p * bern (S n) (fun k => INR (S k) * f (S k)) p
       + (1 - p) * bern (S n) (fun k => INR k * f k) p).
    rewrite IH.
    rewrite (bern_ext (S n) (fun k => INR (S k) * f (S k))
               (fun k => INR k * f (S k) + f (S k)))
      by (intros; rewrite S_INR; ring).
    rewrite bern_plus, (IH (fun k => f (S k))). rewrite !S_INR.
    change (bern (S n) (fun k => f (S k)) p) with
      (p * bern n (fun k => f (S (S k))) p + (1 - p) * bern n (fun k => f (S k)) p).
    ring.
Qed.

Lemma bern_failure n f p :
  bern (S n) (fun k => INR (S n - k) * f k) p = INR (S n) * (1 - p) * bern n f p.
Proof.
  rewrite bern_sym.
  rewrite (bern_ext (S n) _ (fun k => INR k * f (S n - k)%nat))
    by (intros k Hk; f_equal; f_equal; lia).
  rewrite (bern_success n (fun k => f (S n - k)%nat)). f_equal. rewrite (bern_sym n f).
  apply bern_ext. intros; f_equal; lia.
Qed.

(** The usual sum. *)
Lemma bern_sum n f p :
  bern n f p = sum_f_R0 (fun k => C n k * p ^ k * (1 - p) ^ (n - k) * f k) n.
Proof.
  revert f; induction n as [|n IH]; intros f.
  - simpl. unfold C. simpl. field.
  - cbn [bern]. rewrite (IH f), (IH (fun k => f (S k))). clear IH.
    destruct n as [|n].
    { simpl. unfold C. simpl. field. }
    rewrite (decomp_sum (fun k => C (S (S n)) k * p ^ k * (1 - p) ^ (S (S n) - k) * f k) (S (S n)))
      by lia.
    change (pred (S (S n))) with (S n).
    rewrite (tech5 (fun i => C (S (S n)) (S i) * p ^ S i * (1 - p) ^ (S (S n) - S i) * f (S i)) n).
    rewrite (decomp_sum (fun k => C (S n) k * p ^ k * (1 - p) ^ (S n - k) * f k) (S n)) by lia.
    rewrite (tech5 (fun k => C (S n) k * p ^ k * (1 - p) ^ (S n - k) * f (S k)) n).
    change (pred (S n)) with n.
    assert (C0 : forall m, C m 0 = 1).
    { intros m. unfold C. rewrite Nat.sub_0_r. simpl. field. apply INR_fact_neq_0. }
    assert (Cn : forall m, C m m = 1).
    { intros m. unfold C. rewrite Nat.sub_diag. simpl. field. apply INR_fact_neq_0. }
    rewrite !C0, !Cn, !Nat.sub_0_r, !Nat.sub_diag.
    rewrite (sum_eq (fun i => C (S (S n)) (S i) * p ^ S i * (1 - p) ^ (S (S n) - S i) * f (S i))
      (fun i => p * (C (S n) i * p ^ i * (1 - p) ^ (S n - i) * f (S i))
                + (1 - p) * (C (S n) (S i) * p ^ S i * (1 - p) ^ (S n - S i) * f (S i))) n).
    + rewrite plus_sum.
      rewrite (sum_eq (fun i => p * (C (S n) i * p ^ i * (1 - p) ^ (S n - i) * f (S i)))
                (fun i => (C (S n) i * p ^ i * (1 - p) ^ (S n - i) * f (S i)) * p))
        by (intros; ring).
      rewrite (sum_eq (fun i => (1 - p) * (C (S n) (S i) * p ^ S i * (1 - p) ^ (S n - S i) * f (S i)))
                (fun i => (C (S n) (S i) * p ^ S i * (1 - p) ^ (S n - S i) * f (S i)) * (1 - p)))
        by (intros; ring).
      rewrite <- !scal_sum. simpl pow. ring.
    + intros i Hi. rewrite <- (pascal (S n) i) by lia.
      replace (S (S n) - S i)%nat with (S (S n - S i)) by lia.
      replace (S n - i)%nat with (S (S n - S i)) by lia. simpl pow. ring.
Qed.
