(** Checking bisection trees ([tree_sound]). *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require BoxCert.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure Derivative Tree.
Import ListNotations.
Open Scope R_scope.

Definition shown (s : sign) (i : option ZI.type) : bool :=
  match i with Some j => shows s j | None => false end.

Definition check_leaf (prec : ZF.precision) (l : list fact) (e : expr) (s : sign)
    (k : leaf) (c : cells) : bool :=
  match k with
  | Natural => shown s (enclose prec (enclose_cells prec c) e)
  | MeanValue => shown s (mean_value prec c e)
  | Excluded =>
      let b := enclose_cells prec c in
      existsb (fun f => match enclose prec b (formula f) with
                        | Some i => excludes (its_sign f) i | None => false end) l
  end.

(** The names of the axes, in the order of the domain. *)
Fixpoint check_tree (prec : ZF.precision) (names : list nat) (l : list fact) (e : expr) (s : sign)
    (t : tree) (c : cells) : bool :=
  match t with
  | Leaf k => check_leaf prec l e s k c
  | Split i lo hi =>
      match nth_error names i with
      | None => false
      | Some x =>
          match lookup c x with
          | None => false
          | Some a =>
              if check_tree prec names l e s lo (set c x (BoxCert.lower_half a))
              then check_tree prec names l e s hi (set c x (BoxCert.upper_half a)) else false
          end
      end
  end.

Lemma check_leaf_correct prec l e s k c : check_leaf prec l e s k c = true ->
  forall v, in_cells c v -> facts_at v l -> true_at v e s.
Proof.
  destruct k; simpl; intros H v Hv Hl.
  - unfold shown in H. destruct (enclose prec (enclose_cells prec c) e) eqn:E; [|discriminate H].
    destruct (enclose_correct prec _ v e (enclose_cells_correct prec c v Hv) _ E).
    split; [assumption | now apply shows_correct with (1 := H)].
  - unfold shown in H. destruct (mean_value prec c e) eqn:E; [|discriminate H].
    destruct (mean_value_correct prec c e v _ Hv E).
    split; [assumption | now apply shows_correct with (1 := H)].
  - exfalso. apply existsb_exists in H; destruct H as [f [F H]].
    destruct (enclose prec (enclose_cells prec c) (formula f)) eqn:E; [|discriminate H].
    destruct (enclose_correct prec _ v _ (enclose_cells_correct prec c v Hv) _ E) as [_ C].
    apply (excludes_correct _ _ _ H C).
    unfold facts_at in Hl. rewrite Forall_forall in Hl. now destruct (Hl f F).
Qed.

Lemma in_cells_set c v x a : in_cells c v -> in_axis a (v x) -> in_cells (set c x a) v.
Proof.
  intros H Hr y k K. destruct (Nat.eq_dec y x) as [->|N].
  - apply lookup_rename_new in K; [|now left]. now subst k.
  - apply lookup_rename_old in K; [|exact N]. now apply H.
Qed.

Theorem check_tree_correct prec names l e s t : forall c, check_tree prec names l e s t c = true ->
  forall v, in_cells c v -> facts_at v l -> true_at v e s.
Proof.
  induction t as [k|i lo IHlo hi IHhi]; simpl; intros c H v Hv Hl.
  - now apply check_leaf_correct with (1 := H).
  - destruct (nth_error names i) as [x|]; [|discriminate H].
    destruct (lookup c x) as [a|] eqn:L; [|discriminate H].
    apply BoxCert.both in H; destruct H as [H1 H2].
    destruct (BoxCert.halves a (v x) (Hv x a L)); [apply (IHlo _ H1) | apply (IHhi _ H2)]; auto;
      now apply in_cells_set.
Qed.

(** [precision] of the certificate, with the guard bits of this checker. *)
Definition working (prec : positive) : ZF.precision := ZF.PtoP (prec + 10)%positive.

Definition check_bisection (prec : positive) (d : dom) (l : list fact) (e : expr) (s : sign)
    (t : tree) : bool :=
  match closure d with
  | Some c => check_tree (working prec) (map fst d) l e s t c
  | None => false
  end.

Theorem tree_sound prec d l e s t : check_bisection prec d l e s t = true -> entails d l e s.
Proof.
  unfold check_bisection. destruct (closure d) as [c|] eqn:E; [|discriminate].
  intros H v Hd Hl. apply (check_tree_correct _ _ _ _ _ _ _ H); [|exact Hl].
  now apply closure_correct with (1 := E).
Qed.
