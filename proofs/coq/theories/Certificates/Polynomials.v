(** Polynomials with rational coefficients in atoms numbered from 0.

    A monomial is the list of its exponents, a polynomial a list of monomials with
    coefficients, kept sorted.  The lemmas say that the operations are right under
    every valuation of the atoms; nothing rests on the order. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra Lia.
From GrpoProofs.Certificates Require Import Domain.
Import ListNotations.
Open Scope R_scope.

Definition mono := list nat.
Definition poly := list (mono * Q).

Section Values.
Variable rho : nat -> R.

Fixpoint meval_from (i : nat) (m : mono) : R :=
  match m with [] => 1 | k :: t => rho i ^ k * meval_from (S i) t end.
Definition meval (m : mono) : R := meval_from 0 m.
Fixpoint peval (p : poly) : R :=
  match p with [] => 0 | (m, c) :: t => Q2R c * meval m + peval t end.
End Values.

(** ** Operations *)

Fixpoint mmul (a b : mono) : mono :=
  match a, b with
  | [], _ => b
  | _, [] => a
  | j :: s, k :: t => (j + k)%nat :: mmul s t
  end.

Fixpoint mcompare (a b : mono) : comparison :=
  match a, b with
  | [], [] => Eq
  | [], _ => Lt
  | _, [] => Gt
  | j :: s, k :: t => match Nat.compare j k with Eq => mcompare s t | c => c end
  end.

Definition q_zero (c : Q) : bool := Z.eqb (Qnum c) 0.

Fixpoint padd (p : poly) : poly -> poly :=
  match p with
  | [] => fun q => q
  | (m, c) :: p' =>
      let tail := padd p' in
      fix inner (q : poly) : poly :=
        match q with
        | [] => (m, c) :: p'
        | (n, d) :: q' =>
            match mcompare m n with
            | Eq => let e := Qred (c + d) in
                    if q_zero e then tail q' else (m, e) :: tail q'
            | Lt => (m, c) :: tail q
            | Gt => (n, d) :: inner q'
            end
        end
  end.

Definition pscale (m : mono) (c : Q) (q : poly) : poly :=
  map (fun t => (mmul m (fst t), Qred (c * snd t))) q.
Fixpoint pmul (p q : poly) : poly :=
  match p with [] => [] | (m, c) :: t => padd (pscale m c q) (pmul t q) end.
Definition pconst (q : Q) : poly := if q_zero q then [] else [([], q)].
Definition pone : poly := [([], 1%Q)].
Definition pneg (p : poly) : poly := map (fun t => (fst t, Qopp (snd t))) p.
Definition psub (p q : poly) : poly := padd p (pneg q).
Fixpoint ppow (p : poly) (k : nat) : poly :=
  match k with O => pone | S j => pmul p (ppow p j) end.
Definition single (i k : nat) : mono := match k with O => [] | _ => repeat O i ++ [k] end.
Definition pvar (i : nat) : poly := [(single i 1, 1%Q)].

(** ** Values *)

Section Lemmas.
Variable rho : nat -> R.
Notation meval := (meval rho).
Notation peval := (peval rho).

Lemma meval_mmul_from a : forall i b,
  meval_from rho i (mmul a b) = meval_from rho i a * meval_from rho i b.
Proof.
  induction a as [|j s IH]; intros i [|k t]; simpl; try ring.
  rewrite pow_add, IH. ring.
Qed.
Lemma meval_mmul a b : meval (mmul a b) = meval a * meval b.
Proof. apply meval_mmul_from. Qed.

Lemma mcompare_eq a : forall b, mcompare a b = Eq -> a = b.
Proof.
  induction a as [|j s IH]; intros [|k t]; simpl; try discriminate; [reflexivity|].
  destruct (Nat.compare j k) eqn:E; try discriminate.
  apply Nat.compare_eq in E; subst k. intros H; now rewrite (IH t H).
Qed.

Lemma Q2R_red q : Q2R (Qred q) = Q2R q.
Proof. apply Qeq_eqR, Qred_correct. Qed.

Lemma q_zero_correct c : q_zero c = true -> Q2R c = 0.
Proof.
  unfold q_zero; intros H; apply Z.eqb_eq in H. unfold Q2R; rewrite H; simpl; ring.
Qed.

Lemma peval_padd p : forall q, peval (padd p q) = peval p + peval q.
Proof.
  induction p as [|[m c] p IH]; [intros; simpl; ring|].
  intros q; induction q as [|[n d] q IHq]; [simpl; ring|].
  cbn [padd]. destruct (mcompare m n) eqn:E.
  - apply mcompare_eq in E; subst n. destruct (q_zero (Qred (c + d))) eqn:Z.
    + apply q_zero_correct in Z. rewrite Q2R_red, Q2R_plus in Z. rewrite IH. simpl.
      replace (Q2R c) with (- Q2R d) by lra. ring.
    + cbn [Polynomials.peval]. rewrite IH, Q2R_red, Q2R_plus. ring.
  - cbn [Polynomials.peval]. rewrite IH. cbn [Polynomials.peval]. ring.
  - cbn [padd] in IHq. change (peval ((n, d) :: padd ((m, c) :: p) q)
      = peval ((m, c) :: p) + peval ((n, d) :: q)).
    simpl in IHq |- *. rewrite IHq. ring.
Qed.

Lemma peval_pscale m c q : peval (pscale m c q) = Q2R c * meval m * peval q.
Proof.
  induction q as [|[n d] q IH]; cbn [pscale map Polynomials.peval fst snd]; [ring|].
  fold (pscale m c q). rewrite IH, meval_mmul, Q2R_red, Q2R_mult. ring.
Qed.

Lemma peval_pmul p q : peval (pmul p q) = peval p * peval q.
Proof.
  induction p as [|[m c] p IH]; simpl; [ring|].
  rewrite peval_padd, peval_pscale, IH. ring.
Qed.

Lemma peval_pconst q : peval (pconst q) = Q2R q.
Proof.
  unfold pconst; destruct (q_zero q) eqn:Z; simpl; [now rewrite (q_zero_correct q)|].
  unfold Polynomials.meval; simpl; ring.
Qed.

Lemma peval_pone : peval pone = 1.
Proof. simpl. unfold Polynomials.meval; simpl. rewrite Q2R_1; ring. Qed.

Lemma peval_pneg p : peval (pneg p) = - peval p.
Proof. induction p as [|[m c] p IH]; simpl; [ring|]. rewrite IH, Q2R_opp. ring. Qed.

Lemma peval_psub p q : peval (psub p q) = peval p - peval q.
Proof. unfold psub. rewrite peval_padd, peval_pneg. ring. Qed.

Lemma peval_ppow p k : peval (ppow p k) = peval p ^ k.
Proof. induction k; [apply peval_pone|]. cbn [ppow]. rewrite peval_pmul, IHk. reflexivity. Qed.

Lemma meval_from_repeat k i : forall j,
  meval_from rho j (repeat O i ++ [k]) = rho (j + i)%nat ^ k.
Proof.
  induction i as [|i IH]; intros j; simpl; [rewrite Nat.add_0_r; ring|].
  rewrite IH, Nat.add_succ_r. simpl. ring.
Qed.
Lemma meval_single i k : meval (single i k) = rho i ^ k.
Proof.
  unfold single. destruct k; [reflexivity|]. apply (meval_from_repeat (S k) i 0).
Qed.
Lemma peval_pvar i : peval (pvar i) = rho i.
Proof. unfold pvar; cbn [Polynomials.peval]. rewrite meval_single, Q2R_1. ring. Qed.
End Lemmas.

(** ** Replacing the square of an atom: rho i ^ 2 = n / d *)

Fixpoint trim (m : mono) : mono :=
  match m with
  | [] => []
  | k :: t => match trim t with [] => match k with O => [] | _ => [k] end | u => k :: u end
  end.

(** The exponent of atom i, and the monomial without it. *)
Fixpoint take_out (i : nat) (m : mono) : nat * mono :=
  match m, i with
  | [], _ => (O, [])
  | k :: t, O => (k, O :: t)
  | k :: t, S j => let r := take_out j t in (fst r, k :: snd r)
  end.
Definition exponent (i : nat) (m : mono) : nat := fst (take_out i m).

Definition highest (i : nat) (p : poly) : nat :=
  fold_right (fun t k => Nat.max (Nat.div2 (exponent i (fst t))) k) O p.

Fixpoint odd_part (k : nat) : nat := match k with O => O | S O => 1%nat | S (S j) => odd_part j end.

Definition halve_term (i : nat) (factors : list poly) (t : mono * Q) : poly :=
  let (k, m0) := take_out i (fst t) in
  pscale (mmul (trim m0) (single i (odd_part k))) (snd t) (nth (Nat.div2 k) factors []).

Definition halve (i : nat) (n d : poly) (p : poly) : poly :=
  let h := highest i p in
  match h with
  | O => p
  | _ =>
      let factors := map (fun j => pmul (ppow n j) (ppow d (h - j))) (seq 0 (S h)) in
      fold_right (fun t acc => padd (halve_term i factors t) acc) [] p
  end.

Section Halve.
Variable rho : nat -> R.

Lemma meval_trim_from m : forall i, meval_from rho i (trim m) = meval_from rho i m.
Proof.
  induction m as [|k t IH]; intros i; [reflexivity|]. simpl. rewrite <- IH.
  destruct (trim t) as [|u s]; [destruct k; simpl; ring | reflexivity].
Qed.

Lemma take_out_correct_from m : forall i j, meval_from rho j m =
  rho (j + i)%nat ^ fst (take_out i m) * meval_from rho j (snd (take_out i m)).
Proof.
  induction m as [|k t IH]; intros i j; [destruct i; simpl; ring|].
  destruct i as [|i]; simpl; [rewrite Nat.add_0_r; ring|].
  rewrite (IH i (S j)). replace (S j + i)%nat with (j + S i)%nat by lia. ring.
Qed.
Lemma take_out_correct i m :
  meval rho m = rho i ^ fst (take_out i m) * meval rho (snd (take_out i m)).
Proof. apply (take_out_correct_from m i 0). Qed.

Lemma odd_part_correct x k : x ^ k = (x * x) ^ Nat.div2 k * x ^ odd_part k.
Proof.
  revert k. fix IH 1. intros [|[|k]]; [simpl; ring | simpl; ring |].
  simpl. rewrite (IH k) at 1. ring.
Qed.

Variables (i : nat) (n d : poly).
Hypothesis Hd : peval rho d <> 0.
Hypothesis Hs : rho i * rho i = peval rho n / peval rho d.

Lemma halve_term_correct h t :
  (Nat.div2 (exponent i (fst t)) <= h)%nat ->
  peval rho (halve_term i (map (fun j => pmul (ppow n j) (ppow d (h - j))) (seq 0 (S h))) t)
  = peval rho d ^ h * (Q2R (snd t) * meval rho (fst t)).
Proof.
  unfold exponent, halve_term. rewrite (take_out_correct i (fst t)).
  destruct (take_out i (fst t)) as [k m0]. cbn [fst snd]. intros Hk.
  set (f := fun j => pmul (ppow n j) (ppow d (h - j))).
  rewrite (nth_indep _ [] (f O)) by (rewrite map_length, seq_length; lia).
  rewrite map_nth, seq_nth by lia. unfold f; simpl (0 + _)%nat.
  rewrite peval_pscale, meval_mmul, meval_single, peval_pmul, !peval_ppow.
  unfold meval at 1. rewrite meval_trim_from.
  rewrite (odd_part_correct (rho i) k), Hs.
  replace h with (Nat.div2 k + (h - Nat.div2 k))%nat at 2 by lia.
  rewrite pow_add. unfold Rdiv. rewrite Rpow_mult_distr, pow_inv by auto.
  unfold meval. field. now apply pow_nonzero.
Qed.

Theorem halve_correct p : peval rho (halve i n d p) = 0 -> peval rho p = 0.
Proof.
  unfold halve. destruct (highest i p) as [|h'] eqn:E; [auto|].
  set (h := S h') in *.
  assert (H : forall q, (highest i q <= h)%nat ->
    peval rho (fold_right (fun t acc => padd (halve_term i
      (map (fun j => pmul (ppow n j) (ppow d (h - j))) (seq 0 (S h))) t) acc) [] q)
    = peval rho d ^ h * peval rho q).
  { induction q as [|[m c] q IH]; intros Hq; [simpl; ring|].
    unfold highest in Hq; cbn [fold_right fst] in Hq; fold (highest i q) in Hq.
    cbn [fold_right]. rewrite peval_padd, IH by lia.
    rewrite halve_term_correct by (cbn [fst]; lia). simpl. ring. }
  rewrite (H p) by lia. intros K. apply Rmult_integral in K. destruct K as [K|K]; [|exact K].
  now apply pow_nonzero in K.
Qed.
End Halve.
