(** The slope of Omega_G at eps = 0 as a formula for interval arithmetic: a maximum of the
    slope follows from three computations. *)

Require Import Reals Lra Lia List ZArith.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert.
From GrpoProofs.Groups Require Import Bernstein Weights GroupContraction SlopePolynomial.
Import ListNotations.
Open Scope R_scope.

(** ** The formulas; the variable 0 is the odds r *)

Definition om_e (G k : nat) : expr :=
  Inv (Sqrt (Cst (Z.of_nat k * Z.of_nat (G - k)) (Pos.of_nat G * Pos.of_nat G))).
Definition scoef_e (n m : nat) : expr :=
  match m with
  | O => Cst 0 1
  | S j => Mul (Cst (binom n j) 1)
             (Sub (om_e (n + 3) (S (S (n - j)))) (om_e (n + 3) (S (n - j))))
  end.
Definition dcoef_e (n m : nat) : expr :=
  Add (Mul (Cst (Z.of_nat m + 1) 1) (scoef_e n (S m)))
      (Mul (Cst (Z.of_nat m - Z.of_nat (n + 2)) 1) (scoef_e n m)).
Definition ecoef_e (n k : nat) : expr := Mul (Cst (Z.of_nat k + 1) 1) (dcoef_e n (S k)).
Fixpoint horner_e (c : nat -> expr) (n : nat) : expr :=
  match n with
  | O => c O
  | S m => Add (c O) (Mul (Var 0) (horner_e (fun k => c (S k)) m))
  end.
Fixpoint pow_e (k : nat) : expr :=
  match k with O => Cst 1 1 | S j => Mul (Add (Cst 1 1) (Var 0)) (pow_e j) end.

Definition sign_e (n : nat) : expr := horner_e (dcoef_e n) (S n).
Definition slope_e (n : nat) : expr :=
  Mul (Cst (Z.of_nat (n + 2) * Z.of_nat (n + 1)) (Pos.of_nat (n + 3)))
      (Div (horner_e (scoef_e n) (S n)) (pow_e (n + 2))).

(** ** Their values *)

Lemma of_nat_INR k : IZR (Z.of_nat k) = INR k.
Proof. symmetry. apply INR_IZR_INZ. Qed.

Lemma pos_INR k : (0 < k)%nat -> IZR (Zpos (Pos.of_nat k)) = INR k.
Proof.
  intros H. rewrite <- of_nat_INR. f_equal. destruct k as [|k]; [lia |].
  rewrite <- Pos.of_nat_succ. reflexivity.
Qed.

Lemma eval_om G k v : (0 < G)%nat -> eval (om_e G k) v = om0 0 G k.
Proof.
  intros HG. unfold om_e, om0, v0. cbn [eval].
  rewrite Pos2Z.inj_mul, !mult_IZR, !of_nat_INR, !pos_INR by exact HG.
  now rewrite Rplus_0_r.
Qed.

Lemma eval_scoef n m v : eval (scoef_e n m) v = scoef 0 n m.
Proof.
  destruct m as [|j]; unfold scoef_e, scoef; cbn [eval]; [field |].
  rewrite !eval_om by lia. unfold Rdiv. rewrite Rinv_1, Rmult_1_r. reflexivity.
Qed.

Lemma eval_dcoef n m v : eval (dcoef_e n m) v = dcoef 0 n m.
Proof.
  unfold dcoef_e, dcoef. cbn [eval]. rewrite !eval_scoef, plus_IZR, minus_IZR, !of_nat_INR.
  field.
Qed.

Lemma eval_ecoef n k v : eval (ecoef_e n k) v = ecoef 0 n k.
Proof.
  unfold ecoef_e, ecoef. cbn [eval]. rewrite eval_dcoef, plus_IZR, !of_nat_INR. field.
Qed.

Lemma eval_horner ce c n r v : (forall k, eval (ce k) (r :: v) = c k) ->
  eval (horner_e ce n) (r :: v) = horner c n r.
Proof.
  revert ce c; induction n as [|n IH]; intros ce c H; [apply H |].
  cbn [horner_e horner eval nth]. rewrite (H O). f_equal. f_equal. apply IH. intros; apply H.
Qed.

Lemma eval_pow k r v : eval (pow_e k) (r :: v) = (1 + r) ^ k.
Proof.
  induction k as [|k IH]; cbn [pow_e eval nth pow]; [field |]. rewrite IH. field.
Qed.

Lemma eval_sign n r : eval (sign_e n) [r] = horner (dcoef 0 n) (S n) r.
Proof. apply eval_horner. intros; apply eval_dcoef. Qed.

Lemma eval_slope n r : 0 <= r -> eval (slope_e n) [r] = slope_odds 0 n r.
Proof.
  intros Hr. unfold slope_e, slope_odds. cbn [eval].
  rewrite (eval_horner _ (scoef 0 n)) by (intros; apply eval_scoef).
  rewrite eval_pow, mult_IZR, !of_nat_INR, pos_INR by lia.
  replace (INR (n + 3) - 1) with (INR (n + 2)) by (rewrite !plus_INR; simpl; ring).
  assert ((1 + r) ^ (n + 2) <> 0) by (apply pow_nonzero; lra).
  assert (INR (n + 3) <> 0) by (apply not_0_INR; lia).
  field. split; assumption.
Qed.

(** ** The computations *)

Definition bits160 : ZF.precision := Eval vm_compute in ZF.PtoP 160.

(** [k / d] and [(k + 1) / d] bracket the maximum; [lo / e] and [hi / e] its value. *)
Definition maximum_checked (n : nat) (k : Z) (d : positive) (lo hi : Z) (e : positive) : bool :=
  (0 <? k)%Z && (k + 1 <? Zpos d)%Z && (0 <=? lo)%Z &&
  forallb (fun k => check_leaf bits160 NonNeg (Neg (ecoef_e n k)) []) (seq 0 n) &&
  check_leaf bits160 Pos (Neg (horner_e (ecoef_e n) n)) [Axis 1 1 1] &&
  check_leaf bits160 Pos (sign_e n) [Axis k k d] &&
  check_leaf bits160 Pos (Neg (sign_e n)) [Axis (k + 1) (k + 1) d] &&
  check_leaf bits160 NonNeg (Sub (slope_e n) (Cst lo e)) [Axis k (k + 1) d] &&
  check_leaf bits160 NonNeg (Sub (Cst hi e) (slope_e n)) [Axis k (k + 1) d].

Lemma leaf s e (a : list axis) v : check_leaf bits160 s e a = true -> in_axes a v ->
  holds s (eval e v).
Proof. intros H I. exact (proj2 (check_correct bits160 s e Leaf a H v I)). Qed.

Theorem maximum_from_check n k d lo hi e : maximum_checked n k d lo hi e = true ->
  exists pm, / 2 < pm < 1 /\
    IZR lo / IZR (Zpos e) <= slopeG 0 (n + 3) pm <= IZR hi / IZR (Zpos e) /\
    forall p, 0 < p < 1 -> Rabs (slopeG 0 (n + 3) p) <= slopeG 0 (n + 3) pm.
Proof.
  unfold maximum_checked. rewrite !Bool.andb_true_iff.
  intros [[[[[[[[Hk Hkd] Hlo] Sg] At1] At] At'] Lo] Hi].
  apply Z.ltb_lt in Hk, Hkd. apply Z.leb_le in Hlo.
  assert (D : 0 < IZR (Zpos d)) by now apply IZR_lt.
  assert (E : 0 < IZR (Zpos e)) by now apply IZR_lt.
  apply IZR_lt in Hk, Hkd. rewrite plus_IZR in Hkd. apply IZR_le in Hlo.
  set (q := IZR k / IZR (Zpos d)). set (q' := (IZR k + 1) / IZR (Zpos d)).
  assert (Q0 : 0 < q) by (apply Rdiv_lt_0_compat; lra).
  assert (Q1 : q < q') by (apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | lra]).
  assert (Q2 : q' < 1).
  { apply Rmult_lt_reg_r with (IZR (Zpos d)); [exact D |]. unfold q'. field_simplify; lra. }
  assert (In : forall (a b : Z) (r : R), IZR a / IZR (Zpos d) <= r <= IZR b / IZR (Zpos d) ->
    in_axes [Axis a b d] [r]).
  { intros a b r Hr. apply Forall2_cons; [exact Hr | apply Forall2_nil]. }
  assert (Fall : forall a b, 0 <= a -> a < b -> b <= 1 ->
    horner (dcoef 0 n) (S n) b < horner (dcoef 0 n) (S n) a).
  { apply sign_decreasing.
    - intros j Hj. rewrite forallb_forall in Sg.
      specialize (Sg j ltac:(apply in_seq; lia)).
      assert (Z := leaf _ _ _ [] Sg (Forall2_nil _)). cbn [holds eval] in Z.
      rewrite eval_ecoef in Z. lra.
    - assert (I : in_axes [Axis 1 1 1] [1]).
      { apply Forall2_cons; [unfold in_axis; cbn [BoxCert.lo BoxCert.hi den]; lra | apply Forall2_nil]. }
      assert (Z := leaf _ _ _ [1] At1 I). cbn [holds eval] in Z.
      rewrite (eval_horner _ (ecoef 0 n)) in Z by (intros; apply eval_ecoef). lra. }
  assert (Pq : 0 < horner (dcoef 0 n) (S n) q).
  { rewrite <- eval_sign. apply (leaf _ _ _ [q] At). apply In. fold q. lra. }
  assert (Nq : horner (dcoef 0 n) (S n) q' < 0).
  { assert (I : in_axes [Axis (k + 1) (k + 1) d] [q']) by (apply In; rewrite plus_IZR; fold q'; lra).
    rewrite <- eval_sign. assert (Z := leaf _ _ _ [q'] At' I). cbn [holds eval] in Z. lra. }
  destruct (slope_maximum 0 n q q' (IZR lo / IZR (Zpos e)) (IZR hi / IZR (Zpos e)))
    as (pm & Ipm & Bpm & Max); try assumption.
  - apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat].
  - intros r [H0 [H1 | ->]]; [| exact Pq]. specialize (Fall r q H0 H1 ltac:(lra)). lra.
  - intros r [[H0 | <-] H1]; [| exact Nq]. specialize (Fall q' r ltac:(lra) H0 H1). lra.
  - intros r Hr. rewrite <- eval_slope by lra.
    assert (I : in_axes [Axis k (k + 1) d] [r]) by (apply In; rewrite plus_IZR; exact Hr).
    assert (L := leaf _ _ _ _ Lo I). assert (H := leaf _ _ _ _ Hi I).
    cbn [eval holds] in L, H. lra.
  - exists pm. split; [| split; [exact Bpm | exact Max]].
    assert (/ 2 < / (1 + q')) by (apply Rinv_lt_contravar; lra).
    assert (/ (1 + q) < 1) by (rewrite <- Rinv_1; apply Rinv_lt_contravar; lra). lra.
Qed.
