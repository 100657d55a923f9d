(** Under the hypotheses of the parametric bound |p~_n - p_star| need not
    converge: three outcomes for which it alternates between 1/10 and 0. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Finite Require Import Sums Policy Contrastive ClippedGeneral.
From GrpoProofs.Perturbed Require Import Parametric.
Open Scope R_scope.

Definition exact3 (_ : nat) : nat -> R := three (/ 2) (/ 4) (/ 4).

(** From step 1 on the mass d = 1/10 is moved from the second outcome to the
    first, or from the third to the second. *)
Definition approx3 (k : nat) : nat -> R :=
  match k with
  | O => three (/ 2) (/ 4) (/ 4)
  | S m => if Nat.even m then three (/ 2 + / 10) (/ 4 - / 10) (/ 4)
           else three (/ 2) (/ 4 + / 10) (/ 4 - / 10)
  end.

Definition delta3 (k : nat) : R := match k with O => / 10 | _ => 0 end.

Lemma delta3_series : is_series delta3 (/ 10).
Proof.
  assert (H : is_lim_seq (sum_n delta3) (/ 10)); [|exact H].
  apply (is_lim_seq_ext (fun _ => / 10)); [|apply is_lim_seq_const].
  intros k. rewrite <- Rsum_sum_n. induction k as [|k IH]; simpl; [ring|].
  simpl in IH. rewrite <- IH. ring.
Qed.

Lemma three_TV x y z x' y' z' :
  TV 3 (three x y z) (three x' y' z')
  = / 2 * (Rabs (x - x') + Rabs (y - y') + Rabs (z - z')).
Proof. unfold TV, three; simpl. ring. Qed.

Lemma approx3_TV m : TV 3 (approx3 (S m)) (exact3 (S m)) = / 10.
Proof.
  unfold approx3, exact3. destruct (Nat.even m); rewrite three_TV; unfold Rabs;
    repeat destruct (Rcase_abs _); lra.
Qed.

Lemma parametric3 : parametric 3 first_correct (TV 3) exact3 approx3 delta3 (/ 10).
Proof.
  split; [intros k; apply three_policy; lra|].
  split; [intros [|k]; simpl; [apply three_policy; lra|];
          destruct (Nat.even k); apply three_policy; lra|].
  split; [intros i _; reflexivity|].
  split; [intros [|k]; simpl; lra|].
  split; [apply delta3_series|].
  intros [|k].
  - rewrite approx3_TV, TV_zero by (intros i _; reflexivity). simpl. lra.
  - rewrite !approx3_TV. simpl. lra.
Qed.

Lemma three_first x y z : success 3 first_correct (three x y z) = x.
Proof. unfold success, csum; simpl. ring. Qed.

Definition error3 (k : nat) : R := Rabs (success 3 first_correct (approx3 k) - / 2).

Lemma error3_odd m : error3 (2 * m + 1) = / 10.
Proof.
  unfold error3. replace (2 * m + 1)%nat with (S (2 * m)) by lia. unfold approx3.
  rewrite Nat.even_mul. simpl. rewrite three_first. unfold Rabs.
  destruct (Rcase_abs _); lra.
Qed.

Lemma error3_even m : error3 (2 * m) = 0.
Proof.
  unfold error3. destruct m as [|m].
  - simpl. rewrite three_first, Rminus_eq_0. apply Rabs_R0.
  - replace (2 * S m)%nat with (S (S (2 * m))) by lia. unfold approx3.
    rewrite Nat.even_succ, Nat.odd_mul. simpl.
    rewrite three_first, Rminus_eq_0. apply Rabs_R0.
Qed.

(** K4 (counterexample). All hypotheses of the parametric bound hold, p_n is
    constantly 1/2, the sum of the errors is 1/10, and |p~_n - p_star|
    alternates between 1/10 and 0: it has no limit, not even an infinite one. *)
Theorem parametric_limit_need_not_exist :
  parametric 3 first_correct (TV 3) exact3 approx3 delta3 (/ 10) /\
  (forall k, success 3 first_correct (exact3 k) = / 2) /\
  (forall m, error3 (2 * m + 1) = / 10) /\ (forall m, error3 (2 * m) = 0) /\
  ~ ex_lim_seq error3.
Proof.
  split; [apply parametric3|]. split; [intros k; apply three_first|].
  split; [apply error3_odd|]. split; [apply error3_even|].
  intros [l Hl].
  assert (A : is_lim_seq (fun m => error3 (2 * m + 1)) l).
  { apply (is_lim_seq_subseq error3 l (fun m => (2 * m + 1)%nat)); [|exact Hl].
    apply eventually_subseq. intros m. lia. }
  assert (B : is_lim_seq (fun m => error3 (2 * m)) l).
  { apply (is_lim_seq_subseq error3 l (fun m => (2 * m)%nat)); [|exact Hl].
    apply eventually_subseq. intros m. lia. }
  apply (is_lim_seq_ext _ (fun _ => / 10) _ error3_odd), is_lim_seq_unique in A.
  apply (is_lim_seq_ext _ (fun _ => 0) _ error3_even), is_lim_seq_unique in B.
  rewrite Lim_seq_const in A, B. rewrite <- A in B. injection B. lra.
Qed.

(** K4 (control). In the example the limsup bound 1/10 holds, and no smaller
    constant is an eventual bound. *)
Theorem parametric_example_limsup :
  Rbar_le (LimSup_seq error3) (/ 10) /\
  forall c, c < / 10 -> ~ eventually (fun k => error3 k <= c).
Proof.
  split.
  - apply (parametric_bound 3 first_correct exact3 approx3 delta3 (/ 10) (/ 2) parametric3).
    apply (is_lim_seq_ext (fun _ => / 2)); [|apply is_lim_seq_const].
    intros k. symmetry. apply three_first.
  - intros c Hc [N HN]. specialize (HN (2 * N + 1)%nat ltac:(lia)).
    rewrite error3_odd in HN. lra.
Qed.
