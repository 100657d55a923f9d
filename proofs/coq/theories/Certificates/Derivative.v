(** The derivative of a formula, simplified while it is built, and its meaning:
    [derivative_correct], where the formula and its derivative are defined.
    [continuous_where_defined]: a formula is continuous in each variable there. *)

From Coq Require Import Reals QArith Qreals Arith Bool Lra.
From GrpoProofs.Certificates Require Import Formula Domain.
Open Scope R_scope.

Definition is0 (e : expr) : bool := match e with Num q => Z.eqb (Qnum q) 0 | _ => false end.
Definition is1 (e : expr) : bool :=
  match e with Num q => Z.eqb (Qnum q) 1 && Pos.eqb (Qden q) 1 | _ => false end.

Definition add' (a b : expr) : expr := if is0 a then b else if is0 b then a else Add a b.
Definition neg' (a : expr) : expr := if is0 a then a else Neg a.
Definition sub' (a b : expr) : expr := if is0 b then a else if is0 a then neg' b else Sub a b.
Definition mul' (a b : expr) : expr :=
  if is0 a then a else if is0 b then b else if is1 a then b else if is1 b then a else Mul a b.
Definition div' (a b : expr) : expr := if is0 a then a else Div a b.

Definition both (f : expr -> expr -> expr) (a b : option expr) : option expr :=
  match a, b with Some p, Some q => Some (f p q) | _, _ => None end.

Definition zero_unless_occurs (x : nat) (e : expr) : option expr :=
  if occurs x e then None else Some (Num 0).

Fixpoint derivative (x : nat) (e : expr) : option expr :=
  match e with
  | Num _ => Some (Num 0)
  | Var y => Some (Num (if Nat.eqb y x then 1 else 0)%Q)
  | Add a b => both add' (derivative x a) (derivative x b)
  | Sub a b => both sub' (derivative x a) (derivative x b)
  | Mul a b => both (fun da db => add' (mul' da b) (mul' a db)) (derivative x a) (derivative x b)
  | Div a b => both (fun da db => div' (sub' (mul' da b) (mul' a db)) (Square b))
                 (derivative x a) (derivative x b)
  | Neg a => option_map neg' (derivative x a)
  | Square a => option_map (mul' (mul' (Num 2) a)) (derivative x a)
  | Sqrt a => option_map (fun da => div' da (mul' (Num 2) (Sqrt a))) (derivative x a)
  | Exp a => option_map (mul' (Exp a)) (derivative x a)
  | Log a => option_map (fun da => div' da a) (derivative x a)
  | Min a b => zero_unless_occurs x e
  | Max a b => zero_unless_occurs x e
  | Abs a => zero_unless_occurs x e
  end.

(** ** Values and definedness of simplified nodes *)

Lemma is0_num e : is0 e = true -> exists q, e = Num q /\ Q2R q = 0.
Proof.
  destruct e as [[n d]| | | | | | | | | | | | |]; try discriminate; simpl; intros H.
  apply Z.eqb_eq in H; subst n. exists (0 # d)%Q; split; [reflexivity|].
  unfold Q2R; simpl; lra.
Qed.
Lemma is0_eval e v : is0 e = true -> eval v e = 0.
Proof. intros H; apply is0_num in H; destruct H as [q [-> H]]; exact H. Qed.
Lemma is0_defined e v : is0 e = true -> defined v e.
Proof. intros H; apply is0_num in H; destruct H as [q [-> _]]; exact I. Qed.
Lemma is1_eval e v : is1 e = true -> eval v e = 1.
Proof.
  destruct e as [[n d]| | | | | | | | | | | | |]; try discriminate; cbn [is1 Qnum Qden]; intros H.
  apply andb_prop in H; destruct H as [H1 H2].
  apply Z.eqb_eq in H1; apply Pos.eqb_eq in H2; subst. unfold Q2R; simpl; lra.
Qed.
Lemma is1_defined e v : is1 e = true -> defined v e.
Proof. destruct e; try discriminate; intros _; exact I. Qed.

Ltac by_cases :=
  repeat match goal with |- context [if ?b then _ else _] => destruct b eqn:? end;
  repeat match goal with
  | H : is0 ?e = true |- context [eval ?v ?e] => rewrite (is0_eval e v H)
  | H : is1 ?e = true |- context [eval ?v ?e] => rewrite (is1_eval e v H)
  end.

Lemma eval_add' v a b : eval v (add' a b) = eval v a + eval v b.
Proof. unfold add'; by_cases; simpl; lra. Qed.
Lemma eval_neg' v a : eval v (neg' a) = - eval v a.
Proof. unfold neg'; by_cases; simpl; lra. Qed.
Lemma eval_sub' v a b : eval v (sub' a b) = eval v a - eval v b.
Proof. unfold sub'; by_cases; rewrite ?eval_neg'; simpl; lra. Qed.
Lemma eval_mul' v a b : eval v (mul' a b) = eval v a * eval v b.
Proof. unfold mul'; by_cases; simpl; lra. Qed.
Lemma eval_div' v a b : eval v (div' a b) = eval v a / eval v b.
Proof. unfold div'; by_cases; simpl; unfold Rdiv; lra. Qed.

Lemma defined_add' v a b : defined v (add' a b) -> defined v a /\ defined v b.
Proof.
  unfold add'. destruct (is0 a) eqn:A; [intros H; split; [now apply is0_defined | exact H]|].
  destruct (is0 b) eqn:B; [intros H; split; [exact H | now apply is0_defined]|]. exact (fun H => H).
Qed.
Lemma defined_neg' v a : defined v (neg' a) -> defined v a.
Proof. unfold neg'. now destruct (is0 a). Qed.
Lemma defined_sub' v a b : defined v (sub' a b) -> defined v a /\ defined v b.
Proof.
  unfold sub'. destruct (is0 b) eqn:B; [intros H; split; [exact H | now apply is0_defined]|].
  destruct (is0 a) eqn:A; [intros H; split; [now apply is0_defined | now apply defined_neg']|].
  exact (fun H => H).
Qed.
Lemma defined_mul' v a b : defined v (mul' a b) ->
  (is0 b = false -> defined v a) /\ (is0 a = false -> defined v b).
Proof.
  unfold mul'. destruct (is0 a) eqn:A; [intros H; split; [intros _; exact H | discriminate]|].
  destruct (is0 b) eqn:B; [intros H; split; [discriminate | intros _; exact H]|].
  destruct (is1 a) eqn:A1; [intros H; split; [intros _; now apply is1_defined | auto]|].
  destruct (is1 b) eqn:B1; [intros H; split; [auto | intros _; now apply is1_defined]|].
  simpl; tauto.
Qed.
Lemma defined_div' v a b : defined v (div' a b) ->
  defined v a /\ (is0 a = false -> defined v b /\ eval v b <> 0).
Proof.
  unfold div'. destruct (is0 a) eqn:A; simpl; [intros H; split; [exact H | discriminate] | tauto].
Qed.

Lemma is0_add' a b : is0 (add' a b) = true -> is0 a = true /\ is0 b = true.
Proof. unfold add'; destruct (is0 a) eqn:A, (is0 b) eqn:B; cbn [is0]; intros H; split; congruence. Qed.
Lemma is0_neg' a : is0 (neg' a) = true -> is0 a = true.
Proof. unfold neg'; destruct (is0 a) eqn:A; simpl; auto. Qed.
Lemma is0_sub' a b : is0 (sub' a b) = true -> is0 a = true /\ is0 b = true.
Proof.
  unfold sub'; destruct (is0 b) eqn:B; [auto|]. destruct (is0 a) eqn:A; [|discriminate].
  intros H; apply is0_neg' in H; congruence.
Qed.
Lemma is0_mul' a b : is0 (mul' a b) = true -> is0 a = true \/ is0 b = true.
Proof.
  unfold mul'; destruct (is0 a) eqn:A; [auto|]; destruct (is0 b) eqn:B; [auto|].
  destruct (is1 a); [congruence|]. destruct (is1 b); [congruence | discriminate].
Qed.
Lemma is0_div' a b : is0 (div' a b) = true -> is0 a = true.
Proof. unfold div'; destruct (is0 a) eqn:A; [auto | discriminate]. Qed.

(** ** Derivative num 0: the value does not depend on the variable *)

Ltac invert :=
  repeat match goal with
  | H : both _ ?a ?b = Some _ |- _ =>
      destruct a eqn:?; [|discriminate H]; destruct b eqn:?; [|discriminate H];
      injection H as <-
  | H : option_map _ ?a = Some _ |- _ => destruct a eqn:?; [|discriminate H]; injection H as <-
  | H : zero_unless_occurs ?x ?e = Some _ |- _ =>
      unfold zero_unless_occurs in H; destruct (occurs x e) eqn:?; [discriminate H|];
      injection H as <-
  end.

Lemma zero_derivative x e : forall d, derivative x e = Some d -> is0 d = true ->
  forall v r, eval (upd v x r) e = eval v e.
Proof.
  induction e; simpl; intros d H Z v r; invert.
  - reflexivity.
  - injection H as <-. destruct (Nat.eqb x0 x) eqn:E; [discriminate Z|].
    apply upd_other; intros ->; now rewrite Nat.eqb_refl in E.
  - apply is0_add' in Z; destruct Z. f_equal; eauto.
  - apply is0_sub' in Z; destruct Z. f_equal; eauto.
  - apply is0_add' in Z; destruct Z as [Z1 Z2].
    apply is0_mul' in Z1; apply is0_mul' in Z2.
    destruct Z1 as [Z1|Z1]; [|now rewrite !(is0_eval e2), !Rmult_0_r].
    destruct Z2 as [Z2|Z2]; [now rewrite !(is0_eval e1), !Rmult_0_l|].
    f_equal; eauto.
  - apply is0_div', is0_sub' in Z; destruct Z as [Z1 Z2].
    apply is0_mul' in Z1; apply is0_mul' in Z2.
    destruct Z1 as [Z1|Z1];
      [|rewrite !(is0_eval e2) by exact Z1; unfold Rdiv; now rewrite Rinv_0, !Rmult_0_r].
    destruct Z2 as [Z2|Z2];
      [rewrite !(is0_eval e1) by exact Z2; unfold Rdiv; now rewrite !Rmult_0_l|].
    f_equal; eauto.
  - now apply (eval_absent (Min e1 e2)).
  - now apply (eval_absent (Max e1 e2)).
  - apply is0_neg' in Z. f_equal; eauto.
  - apply is0_mul' in Z; destruct Z as [Z|Z]; [|f_equal; eauto].
    apply is0_mul' in Z; destruct Z as [Z|Z]; [discriminate Z|].
    now rewrite !(is0_eval e).
  - apply is0_div' in Z. f_equal; eauto.
  - apply is0_mul' in Z; destruct Z as [Z|Z]; [discriminate Z | f_equal; eauto].
  - apply is0_div' in Z. f_equal; eauto.
  - now apply (eval_absent (Abs e)).
Qed.

(** ** Its meaning *)

Lemma derivable_constant f c l (k : R) : (forall r, f r = k) -> l = 0 -> derivable_pt_lim f c l.
Proof.
  intros H ->. replace f with (fun _ : R => k).
  - apply derivable_pt_lim_const.
  - apply FunctionalExtensionality.functional_extensionality; intros; now rewrite H.
Qed.

Theorem derivative_correct x e : forall d v c, derivative x e = Some d ->
  defined (upd v x c) e -> defined (upd v x c) d ->
  derivable_pt_lim (fun r => eval (upd v x r) e) c (eval (upd v x c) d).
Proof.
  induction e; simpl; intros d v c H De Dd; invert.
  - injection H as <-; simpl; rewrite Q2R_0. apply (derivable_pt_lim_const (Q2R q)).
  - injection H as <-. simpl. unfold upd. destruct (Nat.eqb x0 x).
    + rewrite Q2R_1. apply derivable_pt_lim_id.
    + rewrite Q2R_0. apply (derivable_pt_lim_const (v x0)).
  - rewrite eval_add'. apply defined_add' in Dd.
    exact (derivable_pt_lim_plus _ _ _ _ _ (IHe1 _ v c eq_refl (proj1 De) (proj1 Dd))
             (IHe2 _ v c eq_refl (proj2 De) (proj2 Dd))).
  - rewrite eval_sub'. apply defined_sub' in Dd.
    exact (derivable_pt_lim_minus _ _ _ _ _ (IHe1 _ v c eq_refl (proj1 De) (proj1 Dd))
             (IHe2 _ v c eq_refl (proj2 De) (proj2 Dd))).
  - rewrite eval_add', !eval_mul'. apply defined_add' in Dd; destruct Dd as [D1 D2].
    apply defined_mul' in D1; destruct D1 as [D1 _]; apply defined_mul' in D2; destruct D2 as [_ D2].
    destruct (is0 e1) eqn:E1.
    { apply (derivable_constant _ _ _ 0); [intros r; rewrite (is0_eval e1) by exact E1; ring|].
      rewrite (is0_eval e1) by exact E1.
      apply is0_num in E1; destruct E1 as [q [-> _]]. injection Heqo as <-.
      simpl; rewrite Q2R_0; ring. }
    destruct (is0 e2) eqn:E2.
    { apply (derivable_constant _ _ _ 0); [intros r; rewrite (is0_eval e2) by exact E2; ring|].
      rewrite (is0_eval e2) by exact E2.
      apply is0_num in E2; destruct E2 as [q [-> _]]. injection Heqo0 as <-.
      simpl; rewrite Q2R_0; ring. }
    exact (derivable_pt_lim_mult _ _ _ _ _ (IHe1 _ v c eq_refl (proj1 De) (D1 eq_refl))
             (IHe2 _ v c eq_refl (proj2 De) (D2 eq_refl))).
  - rewrite eval_div', eval_sub', !eval_mul'. destruct De as (De1 & De2 & N).
    apply defined_div' in Dd; destruct Dd as [Dd _].
    apply defined_sub' in Dd; destruct Dd as [D1 D2].
    apply defined_mul' in D1; destruct D1 as [D1 _]; apply defined_mul' in D2; destruct D2 as [_ D2].
    assert (E2 : is0 e2 = false).
    { destruct (is0 e2) eqn:E; [|reflexivity]. now rewrite (is0_eval e2) in N. }
    destruct (is0 e1) eqn:E1.
    { apply (derivable_constant _ _ _ 0);
        [intros r; rewrite (is0_eval e1) by exact E1; unfold Rdiv; ring|].
      rewrite (is0_eval e1) by exact E1.
      apply is0_num in E1; destruct E1 as [q [-> _]]. injection Heqo as <-.
      simpl; rewrite Q2R_0; unfold Rdiv; ring. }
    replace (eval (upd v x c) e * eval (upd v x c) e2 - eval (upd v x c) e1 * eval (upd v x c) e0)
      with (eval (upd v x c) e * eval (upd v x c) e2 - eval (upd v x c) e0 * eval (upd v x c) e1)
      by ring.
    exact (derivable_pt_lim_div _ _ _ _ _ (IHe1 _ v c eq_refl De1 (D1 E2))
             (IHe2 _ v c eq_refl De2 (D2 eq_refl)) N).
  - apply (derivable_constant _ _ _ (eval v (Min e1 e2))); [|apply Q2R_0].
    intros r. now apply (eval_absent (Min e1 e2)).
  - apply (derivable_constant _ _ _ (eval v (Max e1 e2))); [|apply Q2R_0].
    intros r. now apply (eval_absent (Max e1 e2)).
  - rewrite eval_neg'. apply defined_neg' in Dd.
    exact (derivable_pt_lim_opp _ _ _ (IHe _ v c eq_refl De Dd)).
  - rewrite !eval_mul'. apply defined_mul' in Dd; destruct Dd as [_ D].
    destruct (is0 (mul' (Num 2) e)) eqn:E.
    { apply is0_mul' in E; destruct E as [E|E]; [discriminate E|].
      apply (derivable_constant _ _ _ 0); [intros r; rewrite (is0_eval e) by exact E; apply Rsqr_0|].
      rewrite (is0_eval e) by exact E. ring. }
    assert (K := IHe _ v c eq_refl De (D eq_refl)).
    simpl. rewrite Q2R_2.
    replace (2 * eval (upd v x c) e * eval (upd v x c) e0)
      with (eval (upd v x c) e0 * eval (upd v x c) e + eval (upd v x c) e * eval (upd v x c) e0) by ring.
    exact (derivable_pt_lim_mult _ _ _ _ _ K K).
  - rewrite eval_div', eval_mul'. destruct De as [De P]. apply defined_div' in Dd; destruct Dd as [D1 D2].
    destruct (is0 e0) eqn:E.
    { apply (derivable_constant _ _ _ (eval v (Sqrt e))).
      - intros r; simpl; f_equal. now apply (zero_derivative x e e0).
      - rewrite (is0_eval e0) by exact E. unfold Rdiv; ring. }
    destruct (D2 eq_refl) as [_ N]. rewrite eval_mul' in N. simpl in N |- *. rewrite Q2R_2 in N |- *.
    assert (0 < eval (upd v x c) e).
    { destruct P as [P|P]; [exact P|]. exfalso; apply N. rewrite <- P, sqrt_0; ring. }
    replace (eval (upd v x c) e0 / (2 * sqrt (eval (upd v x c) e)))
      with (/ (2 * sqrt (eval (upd v x c) e)) * eval (upd v x c) e0) by (unfold Rdiv; ring).
    exact (derivable_pt_lim_comp _ sqrt c _ _ (IHe _ v c eq_refl De D1)
             (derivable_pt_lim_sqrt _ H)).
  - rewrite eval_mul'. apply defined_mul' in Dd; destruct Dd as [_ D].
    exact (derivable_pt_lim_comp _ exp c _ _ (IHe _ v c eq_refl De (D eq_refl))
             (derivable_pt_lim_exp _)).
  - rewrite eval_div'. destruct De as [De P]. apply defined_div' in Dd; destruct Dd as [D1 _].
    unfold Rdiv; rewrite Rmult_comm.
    exact (derivable_pt_lim_comp _ ln c _ _ (IHe _ v c eq_refl De D1) (derivable_pt_lim_ln _ P)).
  - apply (derivable_constant _ _ _ (eval v (Abs e))); [|apply Q2R_0].
    intros r. now apply (eval_absent (Abs e)).
Qed.

(** ** Continuity *)

Lemma continuity_pt_ext f g c : (forall r, f r = g r) -> continuity_pt f c -> continuity_pt g c.
Proof.
  intros H. replace g with f; [auto|].
  now apply FunctionalExtensionality.functional_extensionality.
Qed.

Lemma continuity_abs f c : continuity_pt f c -> continuity_pt (fun r => Rabs (f r)) c.
Proof. intros H. exact (continuity_pt_comp f Rabs c H (Rcontinuity_abs (f c))). Qed.

Theorem continuous_where_defined x e v c : defined (upd v x c) e ->
  continuity_pt (fun r => eval (upd v x r) e) c.
Proof.
  induction e; simpl; intros D; try specialize (IHe D);
    try (match type of D with _ /\ _ => destruct D as [D1 D2]; specialize (IHe1 D1) end).
  - apply continuity_pt_const. now intros r s.
  - unfold upd. destruct (Nat.eqb x0 x).
    + apply derivable_continuous_pt, derivable_pt_id.
    + apply continuity_pt_const. now intros r s.
  - exact (continuity_pt_plus _ _ _ IHe1 (IHe2 D2)).
  - exact (continuity_pt_minus _ _ _ IHe1 (IHe2 D2)).
  - exact (continuity_pt_mult _ _ _ IHe1 (IHe2 D2)).
  - destruct D2 as [D2 N]. exact (continuity_pt_div _ _ _ IHe1 (IHe2 D2) N).
  - specialize (IHe2 D2).
    assert (A := continuity_abs _ _ (continuity_pt_minus _ _ _ IHe1 IHe2)).
    assert (S := continuity_pt_minus _ _ _ (continuity_pt_plus _ _ _ IHe1 IHe2) A).
    apply (continuity_pt_ext (fun r => / 2 * ((eval (upd v x r) e1 + eval (upd v x r) e2)
      - Rabs (eval (upd v x r) e1 - eval (upd v x r) e2)))).
    + intros r. unfold Rmin, Rabs. destruct (Rle_dec _ _), (Rcase_abs _); lra.
    + exact (continuity_pt_scal _ (/ 2) _ S).
  - specialize (IHe2 D2).
    assert (A := continuity_abs _ _ (continuity_pt_minus _ _ _ IHe1 IHe2)).
    assert (S := continuity_pt_plus _ _ _ (continuity_pt_plus _ _ _ IHe1 IHe2) A).
    apply (continuity_pt_ext (fun r => / 2 * ((eval (upd v x r) e1 + eval (upd v x r) e2)
      + Rabs (eval (upd v x r) e1 - eval (upd v x r) e2)))).
    + intros r. unfold Rmax, Rabs. destruct (Rle_dec _ _), (Rcase_abs _); lra.
    + exact (continuity_pt_scal _ (/ 2) _ S).
  - exact (continuity_pt_opp _ _ IHe).
  - exact (continuity_pt_mult _ _ _ IHe IHe).
  - destruct D as [D P]. specialize (IHe D).
    exact (continuity_pt_comp _ sqrt c IHe (continuity_pt_sqrt _ P)).
  - exact (continuity_pt_comp _ exp c IHe (derivable_continuous_pt _ _ (derivable_pt_exp _))).
  - destruct D as [D P]. specialize (IHe D).
    refine (continuity_pt_comp _ ln c IHe _).
    apply derivable_continuous_pt. exists (/ eval (upd v x c) e). now apply derivable_pt_lim_ln.
  - now apply continuity_abs.
Qed.
