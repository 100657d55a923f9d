(** L1 and L2.  Groups of G independent outcomes of the old policy, advantages
    whitened with the empirical mean and deviation of the group: the expected
    surrogate is a weighted contrast with weights (1 - p) Omega_G and p Omega_G,
    where Omega_G is a Bernstein polynomial of degree G - 2. *)

Require Import Reals Lra Lia List.
From GrpoProofs Require Import Defs.
From GrpoProofs.Finite Require Import Sums.
From GrpoProofs.Groups Require Import Bernstein.
Import ListNotations.
Open Scope R_scope.

(** Empirical variance of k successes among G: with divisor G (ddof 0) and with
    divisor G - 1 (ddof 1); inverse deviation. *)
Definition v0 (G k : nat) : R := INR k * INR (G - k) / (INR G * INR G).
Definition v1 (G k : nat) : R := INR k * INR (G - k) / (INR G * (INR G - 1)).
Definition om0 (eps : R) (G k : nat) : R := / sqrt (v0 G k + eps).
Definition om1 (eps : R) (G k : nat) : R := / sqrt (v1 G k + eps).

(** Effective factor for any inverse deviation om; Omega_G for ddof 0 and 1. *)
Definition factor (om : nat -> R) (G : nat) (p : R) : R :=
  (INR G - 1) / INR G * bern (G - 2) (fun j => om (S j)) p.
Definition Omega0 (eps : R) (G : nat) : R -> R := factor (om0 eps G) G.
Definition Omega1 (eps : R) (G : nat) : R -> R := factor (om1 eps G) G.

(** ** Expectation over groups *)

Section Group.
Variables (n : nat) (r : nat -> bool) (old rho : nat -> R).
Hypothesis Hold : Rsum n old = 1.
Let p := csum n r true old.

(** Expectation of F over lists of G independent outcomes of the old policy. *)
Fixpoint group_mean (G : nat) (F : list nat -> R) : R :=
  match G with
  | O => F []
  | S m => Rsum n (fun o => old o * group_mean m (fun l => F (o :: l)))
  end.

Fixpoint count (l : list nat) : nat :=
  match l with [] => O | o :: t => if r o then S (count t) else count t end.
Fixpoint lsum (l : list nat) (f : nat -> R) : R :=
  match l with [] => 0 | o :: t => f o + lsum t f end.

Lemma group_mean_ext G F F' : (forall l, F l = F' l) -> group_mean G F = group_mean G F'.
Proof.
  revert F F'; induction G as [|G IH]; intros F F' H; simpl; [apply H|].
  apply Rsum_ext. intros o _. f_equal. apply IH. intros; apply H.
Qed.

Lemma group_mean_plus G F F' :
  group_mean G (fun l => F l + F' l) = group_mean G F + group_mean G F'.
Proof.
  revert F F'; induction G as [|G IH]; intros F F'; simpl; [reflexivity|].
  rewrite <- Rsum_plus. apply Rsum_ext. intros o _.
  rewrite (IH (fun l => F (o :: l)) (fun l => F' (o :: l))). ring.
Qed.

Lemma group_mean_scal G c F : group_mean G (fun l => c * F l) = c * group_mean G F.
Proof.
  revert F; induction G as [|G IH]; intros F; simpl; [reflexivity|].
  rewrite <- Rsum_scal. apply Rsum_ext. intros o _.
  rewrite (IH (fun l => F (o :: l))). ring.
Qed.

Lemma class_split (w : nat -> R) (X : bool -> R) :
  Rsum n (fun o => w o * X (r o)) = csum n r true w * X true + csum n r false w * X false.
Proof.
  unfold csum. rewrite <- !Rsum_scal_r, <- Rsum_plus. apply Rsum_ext. intros o _.
  destruct (r o); simpl; ring.
Qed.

Lemma failures : csum n r false old = 1 - p.
Proof. unfold p. rewrite <- Hold, (csum_split n r old). ring. Qed.

(** The number of correct outcomes is binomial. *)
Lemma count_binomial G f : group_mean G (fun l => f (count l)) = bern G f p.
Proof.
  revert f; induction G as [|G IH]; intros f; simpl; [reflexivity|].
  transitivity (Rsum n (fun o => old o *
            (fun b : bool => bern G (fun k => f (if b then S k else k)) p) (r o))).
  2:{ rewrite (class_split old (fun b : bool => bern G (fun k => f (if b then S k else k)) p)).
      rewrite failures. reflexivity. }
  - apply Rsum_ext. intros o _. f_equal. simpl. rewrite <- IH. apply group_mean_ext.
    intros l. destruct (r o); reflexivity.
Qed.

(** Sum over the members of a group of rho times a function of the own reward and
    of the number of correct outcomes. *)
Lemma member_sum m (f : bool -> nat -> R) :
  group_mean (S m) (fun l => lsum l (fun o => rho o * f (r o) (count l))) =
  INR (S m) * (csum n r true (fun o => old o * rho o) * bern m (fun j => f true (S j)) p
             + csum n r false (fun o => old o * rho o) * bern m (fun j => f false j) p).
Proof.
  set (P1 := csum n r true _). set (P0 := csum n r false _).
  revert f; induction m as [|m IH]; intros f.
  - simpl. transitivity (Rsum n (fun o => (old o * rho o) *
              (fun b : bool => f b (if b then 1%nat else O)) (r o))).
    2:{ rewrite (class_split (fun o => old o * rho o) (fun b : bool => f b (if b then 1%nat else O))).
        fold P1 P0. ring. }
    + apply Rsum_ext. intros o _. destruct (r o); ring.
  - change (group_mean (S (S m)) ?F) with
      (Rsum n (fun o => old o * group_mean (S m) (fun l => F (o :: l)))).
    set (sh := fun (b : bool) (k : nat) => if b then S k else k).
    set (X := fun b : bool => bern (S m) (fun k => f b (sh b k)) p).
    set (Y := fun b : bool => INR (S m) *
        (P1 * bern m (fun j => f true (sh b (S j))) p
         + P0 * bern m (fun j => f false (sh b j)) p)).
    transitivity (Rsum n (fun o => (old o * rho o) * X (r o) + old o * Y (r o))).
    2:{ rewrite Rsum_plus, (class_split (fun o => old o * rho o) X), (class_split old Y), failures.
      fold p P1 P0. unfold X, Y.
      assert (E : forall g, bern (S m) g p =
        p * bern m (fun k => g (S k)) p + (1 - p) * bern m g p) by reflexivity.
      unfold sh.
      rewrite (E (fun k => f true (S k))), (E (fun k => f false k)), (S_INR (S m)). ring. }
    + apply Rsum_ext. intros o _. unfold X, Y.
      rewrite (group_mean_ext (S m) _ (fun l => rho o * f (r o) (sh (r o) (count l)) +
        lsum l (fun o' => rho o' * (fun b k => f b (sh (r o) k)) (r o') (count l)))).
      2:{ intros l. simpl. unfold sh. destruct (r o); reflexivity. }
      rewrite group_mean_plus, (IH (fun b k => f b (sh (r o) k))).
      rewrite (group_mean_scal (S m) (rho o) (fun l => f (r o) (sh (r o) (count l)))).
      rewrite (count_binomial (S m) (fun k => f (r o) (sh (r o) k))). ring.
Qed.

(** Advantage of an outcome in a group with k correct outcomes among G. *)
Definition group_adv (om : nat -> R) (G : nat) (b : bool) (k : nat) : R :=
  (ind b - INR k / INR G) * om k.

(** Degenerate groups contribute nothing, whatever om is there. *)
Lemma degenerate_zero om G : (0 < G)%nat ->
  group_adv om G true G = 0 /\ group_adv om G false 0 = 0.
Proof.
  intros HG. apply lt_0_INR in HG. unfold group_adv, ind. simpl INR. split; field; lra.
Qed.

(** They have probability p^G + (1 - p)^G. *)
Lemma degenerate_probability G : (0 < G)%nat ->
  group_mean G (fun l => if Nat.eqb (count l) 0 then 1
                         else if Nat.eqb (count l) G then 1 else 0) = p ^ G + (1 - p) ^ G.
Proof.
  intros HG.
  rewrite (count_binomial G (fun k => if Nat.eqb k 0 then 1 else if Nat.eqb k G then 1 else 0)).
  rewrite (bern_ext G _ (fun k => (if Nat.eqb k G then 1 else 0) + (if Nat.eqb k 0 then 1 else 0))).
  2:{ intros k _. destruct (Nat.eqb_spec k 0), (Nat.eqb_spec k G); subst; try ring; lia. }
  rewrite bern_plus.
  assert (A : forall q m, bern m (fun k => if Nat.eqb k m then 1 else 0) q = q ^ m).
  { intros q. induction m as [|m IH]; [reflexivity|]. cbn [bern].
    rewrite (bern_ext m (fun k => if Nat.eqb k (S m) then 1 else 0) (fun _ => 0)).
    - rewrite bern_const. cbn [Nat.eqb]. rewrite IH. simpl. ring.
    - intros k Hk. destruct (Nat.eqb_spec k (S m)); [lia | reflexivity]. }
  rewrite A. f_equal. rewrite bern_sym, <- (A (1 - p) G). apply bern_ext.
  intros k Hk. destruct (Nat.eqb_spec (G - k) 0), (Nat.eqb_spec k G); try reflexivity; lia.
Qed.

(** L1. E [(1/G) sum_i rho_i A_i] = (1 - p) Omega_G P_pi (r = 1) - p Omega_G P_pi (r = 0)
    with pi = rho pi_old, for every inverse deviation om; groups with k = 0 or k = G
    contribute 0 and have probability p^G + (1 - p)^G. *)
Theorem effective_weights om G : (2 <= G)%nat ->
  group_mean G (fun l => / INR G *
    lsum l (fun o => rho o * group_adv om G (r o) (count l))) =
  (1 - p) * factor om G p * csum n r true (fun o => old o * rho o)
  - p * factor om G p * csum n r false (fun o => old o * rho o).
Proof.
  intros HG. destruct G as [|[|g]]; try lia.
  rewrite group_mean_scal, member_sum.
  set (P1 := csum n r true _). set (P0 := csum n r false _).
  assert (Hn : INR (S (S g)) <> 0) by (apply not_0_INR; lia).
  unfold factor. replace (S (S g) - 2)%nat with g by lia.
  assert (E1 : bern (S g) (fun j => group_adv om (S (S g)) true (S j)) p =
               (1 - p) * ((INR (S (S g)) - 1) / INR (S (S g)) * bern g (fun j => om (S j)) p)).
  { rewrite (bern_ext (S g) _ (fun k => / INR (S (S g)) * (INR (S g - k) * om (S k)))).
    - rewrite bern_scal, bern_failure. rewrite (S_INR (S g)) in *. field. exact Hn.
    - intros k Hk. unfold group_adv, ind. rewrite minus_INR by lia.
      rewrite (S_INR (S g)) in *. rewrite (S_INR k). field. exact Hn. }
  assert (E0 : bern (S g) (fun j => group_adv om (S (S g)) false j) p =
               - p * ((INR (S (S g)) - 1) / INR (S (S g)) * bern g (fun j => om (S j)) p)).
  { rewrite (bern_ext (S g) _ (fun k => - / INR (S (S g)) * (INR k * om k))).
    - rewrite bern_scal, bern_success. rewrite (S_INR (S g)) in *. field. exact Hn.
    - intros k Hk. unfold group_adv, ind. field. exact Hn. }
  rewrite E1, E0. field. exact Hn.
Qed.
End Group.

(** L2. The second form: Omega_G = E [(k (G - k) / G^2) om_k] / (p (1 - p)), k binomial. *)
Theorem factor_second_form om G p : (2 <= G)%nat -> 0 < p < 1 ->
  factor om G p = bern G (fun k => v0 G k * om k) p / var p.
Proof.
  intros HG Hp. destruct G as [|[|g]]; try lia. unfold factor.
  replace (S (S g) - 2)%nat with g by lia.
  assert (Hn : INR (S (S g)) <> 0) by (apply not_0_INR; lia).
  rewrite (bern_ext (S (S g)) _ (fun k => / (INR (S (S g)) * INR (S (S g))) *
             (INR k * (INR (S (S g) - k) * om k)))).
  2:{ intros k _. unfold v0. field. exact Hn. }
  rewrite bern_scal, bern_success. cbn [Nat.sub].
  rewrite (bern_failure g (fun k => om (S k))). unfold var.
  rewrite (S_INR (S g)) in *. field. repeat split; lra.
Qed.

(** L2. Explicit sums: degree at most G - 2 in p, positive coefficients times powers. *)
Theorem bernstein_form eps G p :
  Omega0 eps G p = (INR G - 1) / INR G *
    sum_f_R0 (fun j => Binomial.C (G - 2) j * p ^ j * (1 - p) ^ (G - 2 - j) * om0 eps G (S j)) (G - 2) /\
  Omega1 eps G p = (INR G - 1) / INR G *
    sum_f_R0 (fun j => Binomial.C (G - 2) j * p ^ j * (1 - p) ^ (G - 2 - j) * om1 eps G (S j)) (G - 2).
Proof. unfold Omega0, Omega1, factor. now rewrite !bern_sum. Qed.
