(** Domains: one interval for each variable, its ends open or closed, finite or
    not; and what it means that a goal follows from facts on a domain. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra.
From GrpoProofs.Certificates Require Import Formula.
Import ListNotations.
Open Scope R_scope.

Inductive bound : Set := Inf | Open (q : Q) | Closed (q : Q).
Record interval : Set := Interval { lower : bound; upper : bound }.

Definition above (b : bound) (x : R) : Prop :=
  match b with Inf => True | Open q => Q2R q < x | Closed q => Q2R q <= x end.
Definition below (b : bound) (x : R) : Prop :=
  match b with Inf => True | Open q => x < Q2R q | Closed q => x <= Q2R q end.
Definition inside (i : interval) (x : R) : Prop := above (lower i) x /\ below (upper i) x.
Definition point (q : Q) : interval := Interval (Closed q) (Closed q).

Lemma point_inside q x : inside (point q) x <-> x = Q2R q.
Proof. unfold inside; simpl; split; [lra | intros ->; lra]. Qed.

(** ** Comparisons of rational numbers *)

Definition Qleb (a b : Q) : bool := Qle_bool a b.
Definition Qltb (a b : Q) : bool := negb (Qle_bool b a).

Lemma Qleb_correct a b : Qleb a b = true -> Q2R a <= Q2R b.
Proof. intros H; apply Qle_Rle; now apply Qle_bool_iff. Qed.
Lemma Qltb_correct a b : Qltb a b = true -> Q2R a < Q2R b.
Proof.
  unfold Qltb; intros H; apply Qlt_Rlt, Qnot_le_lt; intros K.
  apply Qle_bool_iff in K; rewrite K in H; discriminate H.
Qed.
Lemma Qleb_false a b : Qleb a b = false -> Q2R b < Q2R a.
Proof. intros H; apply Qltb_correct; unfold Qltb, Qleb in *; now rewrite H. Qed.
Lemma Q2R_0 : Q2R 0 = 0.
Proof. unfold Q2R; simpl; lra. Qed.
Lemma Q2R_1 : Q2R 1 = 1.
Proof. unfold Q2R; simpl; lra. Qed.
Lemma Q2R_2 : Q2R 2 = 2.
Proof. unfold Q2R; simpl; lra. Qed.

(** ** Association lists by variable; only the first entry of a variable counts *)

Section Lists.
Context {A : Type}.

Fixpoint lookup (l : list (nat * A)) (x : nat) : option A :=
  match l with
  | [] => None
  | (y, i) :: t => if Nat.eqb y x then Some i else lookup t x
  end.

(** Every entry of x becomes an entry [i] of t. *)
Definition rename (l : list (nat * A)) (x t : nat) (i : A) : list (nat * A) :=
  map (fun a => if Nat.eqb (fst a) x then (t, i) else a) l.
Definition set (l : list (nat * A)) (x : nat) (i : A) := rename l x x i.

Lemma lookup_rename_new l x t i k : (t = x \/ lookup l t = None) ->
  lookup (rename l x t i) t = Some k -> k = i.
Proof.
  intros H; induction l as [|[y j] l IH]; simpl; [discriminate|].
  destruct (Nat.eqb y x) eqn:E; simpl.
  - rewrite Nat.eqb_refl. now intros [= <-].
  - destruct (Nat.eqb y t) eqn:F.
    + apply Nat.eqb_eq in F; subst y. destruct H as [-> | H].
      * now rewrite Nat.eqb_refl in E.
      * simpl in H. rewrite Nat.eqb_refl in H. discriminate H.
    + apply IH. destruct H as [H|H]; [now left | right]. simpl in H. now rewrite F in H.
Qed.

Lemma lookup_rename_old l x t i y k : y <> t ->
  lookup (rename l x t i) y = Some k -> lookup l y = Some k /\ y <> x.
Proof.
  intros N; induction l as [|[z j] l IH]; simpl; [discriminate|].
  destruct (Nat.eqb z x) eqn:E; simpl.
  - destruct (Nat.eqb t y) eqn:F; [apply Nat.eqb_eq in F; congruence|].
    intros H; apply IH in H; destruct H as [H1 H2]; split; [|exact H2].
    apply Nat.eqb_eq in E; subst z. destruct (Nat.eqb x y) eqn:G; [|exact H1].
    apply Nat.eqb_eq in G; congruence.
  - destruct (Nat.eqb z y) eqn:F.
    + intros [= <-]; split; [reflexivity|]. intros ->. congruence.
    + exact IH.
Qed.

Lemma lookup_app l x y i : lookup l x = None \/ y = x ->
  forall k, lookup (l ++ [(x, i)]) y = Some k -> lookup l y = Some k \/ (y = x /\ k = i).
Proof.
  intros _; induction l as [|[z j] l IH]; simpl; intros k.
  - destruct (Nat.eqb x y) eqn:E; [|discriminate]. intros [= <-].
    apply Nat.eqb_eq in E; auto.
  - destruct (Nat.eqb z y); [auto | apply IH].
Qed.
End Lists.

(** ** Points of a domain, facts, entailment *)

Definition dom := list (nat * interval).
Definition in_dom (d : dom) (v : env) : Prop :=
  forall x i, lookup d x = Some i -> inside i (v x).

Record fact : Set := Fact { formula : expr; its_sign : sign }.
Definition fact_at (v : env) (f : fact) : Prop := true_at v (formula f) (its_sign f).
Definition facts_at (v : env) (l : list fact) : Prop := Forall (fact_at v) l.

(** The goal is defined and has the sign at every point of the domain at which
    the facts are defined and hold. *)
Definition entails (d : dom) (l : list fact) (e : expr) (s : sign) : Prop :=
  forall v, in_dom d v -> facts_at v l -> true_at v e s.

Lemma in_dom_upd d v x i r : in_dom d v -> inside i r -> in_dom (set d x i) (upd v x r).
Proof.
  intros H Hr y k K. destruct (Nat.eq_dec y x) as [->|N].
  - apply lookup_rename_new in K; [|now left]. subst k. now rewrite upd_same.
  - apply lookup_rename_old in K; [|exact N]. rewrite upd_other by exact N.
    now apply H.
Qed.

Lemma in_dom_set d v x i : in_dom d v -> inside i (v x) -> in_dom (set d x i) v.
Proof.
  intros H Hr y k K. destruct (Nat.eq_dec y x) as [->|N].
  - apply lookup_rename_new in K; [|now left]. now subst k.
  - apply lookup_rename_old in K; [|exact N]. now apply H.
Qed.

Lemma in_dom_rename d v x t i r : in_dom d v -> (t = x \/ lookup d t = None) ->
  inside i r -> in_dom (rename d x t i) (upd v t r).
Proof.
  intros H Ht Hr y k K. destruct (Nat.eq_dec y t) as [->|N].
  - apply lookup_rename_new in K; [|exact Ht]. subst k. now rewrite upd_same.
  - apply lookup_rename_old in K; [|exact N]. rewrite upd_other by exact N. now apply H.
Qed.

Lemma in_dom_app d v x i r : in_dom d v -> lookup d x = None ->
  inside i r -> in_dom (d ++ [(x, i)]) (upd v x r).
Proof.
  intros H Hx Hr y k K. apply lookup_app in K; [|now left].
  destruct K as [K | [-> ->]]; [|now rewrite upd_same].
  rewrite upd_other; [now apply H|]. intros ->. congruence.
Qed.

(** A variable that occurs in no fact. *)
Definition absent (x : nat) (l : list fact) : bool :=
  forallb (fun f => negb (occurs x (formula f))) l.

Lemma absent_facts x l v r : absent x l = true -> facts_at v l -> facts_at (upd v x r) l.
Proof.
  unfold absent, facts_at; rewrite forallb_forall, !Forall_forall.
  intros H K f Hf. apply (true_at_ext _ _ v); [|now apply K].
  intros y Hy. apply (absent_agree (formula f)); [|exact Hy].
  specialize (H f Hf). now apply negb_true_iff in H.
Qed.
