(** Checking bisection trees ([tree_sound]).  Leaves are evaluated by straight-line
    programs, first with few bits, then with those of the certificate. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require BoxCert.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure Derivative Tree Program.
Import ListNotations.
Open Scope R_scope.

(** ** The goal and its derivatives as programs *)

Record compiled : Set := Compiled {
  goal : program; goal_at : positive;
  slopes : program; self_at : positive; slope_at : list (nat * positive) }.

Fixpoint compile_slopes (e : expr) (names : list nat) (p : program) : program * list (nat * positive) :=
  match names with
  | [] => (p, [])
  | x :: t =>
      match derivative x e with
      | None => compile_slopes e t p
      | Some d =>
          let r := compile d p in let s := compile_slopes e t (fst r) in
          (fst s, (x, snd r) :: snd s)
      end
  end.
Definition compile_goal (e : expr) (names : list nat) : compiled :=
  let g := compile e [] in
  let s := compile_slopes e names (fst g) in
  Compiled (fst g) (snd g) (fst s) (snd g) (snd s).

(** The programs are programs of e and of its derivatives. *)
Definition faithful (e : expr) (c : compiled) : bool :=
  let m := exprs (slopes c) in
  if same (get (Num 0) (exprs (goal c)) (goal_at c)) e then
    if same (get (Num 0) m (self_at c)) e then
      forallb (fun s => match derivative (fst s) e with
                        | Some d => same (get (Num 0) m (snd s)) d | None => false end) (slope_at c)
    else false
  else false.

Definition run_goal (prec : ZF.precision) (b : box) (k : compiled) : option ZI.type :=
  value prec (run prec b (goal k)) (goal_at k).

Fixpoint run_spread (prec : ZF.precision) (m : store (option ZI.type)) (all rest : cells) (k : compiled)
  : option ZI.type :=
  match rest with
  | [] => Some (ZI.fromZ prec 0)
  | (x, _) :: t =>
      match lookup all x, lookup (slope_at k) x with
      | Some a, Some n =>
          bind2 (fun i s => Some (zadd prec (ZI.mul prec i
              (zsub prec (zaxis prec a) (zcentre prec a))) s))
            (value prec m n) (run_spread prec m all t k)
      | _, _ => None
      end
  end.

Definition run_mean_value (prec : ZF.precision) (c : cells) (k : compiled) : option ZI.type :=
  let m := run prec (enclose_cells prec c) (slopes k) in
  match value prec m (self_at k) with
  | None => None
  | Some _ => bind2 (fun i s => Some (zadd prec i s))
                (run_goal prec (enclose_centre prec c) k) (run_spread prec m c c k)
  end.

Section Faithful.
Variables (e : expr) (k : compiled).
Hypothesis H : faithful e k = true.

Lemma faithful_inv : get (Num 0) (exprs (goal k)) (goal_at k) = e /\
  get (Num 0) (exprs (slopes k)) (self_at k) = e /\
  forall x n, lookup (slope_at k) x = Some n ->
    exists d, derivative x e = Some d /\ get (Num 0) (exprs (slopes k)) n = d.
Proof.
  unfold faithful in H; lazy zeta in H.
  destruct (same (get (Num 0) (exprs (goal k)) (goal_at k)) e) eqn:E; [|discriminate H].
  destruct (same (get (Num 0) (exprs (slopes k)) (self_at k)) e) eqn:F; [|discriminate H].
  apply same_correct in E, F. repeat split; auto. intros x n L.
  rewrite forallb_forall in H.
  assert (I : In (x, n) (slope_at k)).
  { clear - L. induction (slope_at k) as [|[y m] l IH]; [discriminate L|]. simpl in L.
    destruct (Nat.eqb y x) eqn:E; [|right; now apply IH].
    apply Nat.eqb_eq in E; subst y. injection L as ->. now left. }
  specialize (H _ I). simpl in H. destruct (derivative x e) as [d|]; [|discriminate H].
  exists d; split; [reflexivity | now apply same_correct].
Qed.

Lemma run_goal_correct prec b : run_goal prec b k = enclose prec b e.
Proof. unfold run_goal. apply value_correct. now destruct faithful_inv. Qed.

Lemma run_spread_correct prec b all : forall rest s,
  run_spread prec (run prec b (slopes k)) all rest k = Some s -> spread prec b all rest e = Some s.
Proof.
  induction rest as [|[x a] rest IH]; intros s; cbn [run_spread spread]; [auto|].
  destruct (lookup all x); [|discriminate].
  destruct (lookup (slope_at k) x) as [n|] eqn:L; [|discriminate].
  destruct faithful_inv as (_ & _ & F). destruct (F x n L) as [d [D G]].
  rewrite D, (value_correct prec b _ _ _ G). intros K. apply bind2_inv in K.
  destruct K as (i & j & Hi & Hj & <-). now rewrite Hi, (IH j Hj).
Qed.

Lemma run_mean_value_correct prec c i : run_mean_value prec c k = Some i -> mean_value prec c e = Some i.
Proof.
  unfold run_mean_value, mean_value; lazy zeta. destruct faithful_inv as (_ & S & _).
  rewrite (value_correct prec _ _ _ _ S), run_goal_correct.
  destruct (enclose prec (enclose_cells prec c) e); [|discriminate].
  intros K. apply bind2_inv in K. destruct K as (p & q & Hp & Hq & <-).
  now rewrite Hp, (run_spread_correct _ _ _ _ _ Hq).
Qed.
End Faithful.

(** ** Leaves and trees *)

Definition shown (s : sign) (i : option ZI.type) : bool :=
  match i with Some j => shows s j | None => false end.

Definition check_leaf (prec : ZF.precision) (l : list fact) (k : compiled) (s : sign)
    (f : leaf) (c : cells) : bool :=
  match f with
  | Natural => shown s (run_goal prec (enclose_cells prec c) k)
  | MeanValue => shown s (run_mean_value prec c k)
  | Excluded =>
      let b := enclose_cells prec c in
      existsb (fun f => match enclose prec b (formula f) with
                        | Some i => excludes (its_sign f) i | None => false end) l
  end.

(** The names of the axes, in the order of the domain. *)
Fixpoint check_tree (few prec : ZF.precision) (names : list nat) (l : list fact) (k : compiled) (s : sign)
    (t : tree) (c : cells) : bool :=
  match t with
  | Leaf f => if check_leaf few l k s f c then true else check_leaf prec l k s f c
  | Split i lo hi =>
      match nth_error names i with
      | None => false
      | Some x =>
          match lookup c x with
          | None => false
          | Some a =>
              if check_tree few prec names l k s lo (set c x (BoxCert.lower_half a))
              then check_tree few prec names l k s hi (set c x (BoxCert.upper_half a)) else false
          end
      end
  end.

Lemma check_leaf_correct prec l e k s f c : faithful e k = true -> check_leaf prec l k s f c = true ->
  forall v, in_cells c v -> facts_at v l -> true_at v e s.
Proof.
  intros K. destruct f; simpl; intros H v Hv Hl.
  - unfold shown in H. rewrite (run_goal_correct e k K) in H.
    destruct (enclose prec (enclose_cells prec c) e) eqn:E; [|discriminate H].
    destruct (enclose_correct prec _ v e (enclose_cells_correct prec c v Hv) _ E).
    split; [assumption | now apply shows_correct with (1 := H)].
  - unfold shown in H. destruct (run_mean_value prec c k) eqn:E; [|discriminate H].
    apply (run_mean_value_correct e k K) in E. destruct (mean_value_correct prec c e v _ Hv E).
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

Theorem check_tree_correct few prec names l e k s t : faithful e k = true ->
  forall c, check_tree few prec names l k s t c = true ->
  forall v, in_cells c v -> facts_at v l -> true_at v e s.
Proof.
  intros K. induction t as [f|i lo IHlo hi IHhi]; simpl; intros c H v Hv Hl.
  - destruct (check_leaf few l k s f c) eqn:E;
      [now apply check_leaf_correct with (2 := E) | now apply check_leaf_correct with (2 := H)].
  - destruct (nth_error names i) as [x|]; [|discriminate H].
    destruct (lookup c x) as [a|] eqn:L; [|discriminate H].
    apply BoxCert.both in H; destruct H as [H1 H2].
    destruct (BoxCert.halves a (v x) (Hv x a L)); [apply (IHlo _ H1) | apply (IHhi _ H2)]; auto;
      now apply in_cells_set.
Qed.

(** [precision] of the certificate with guard bits, and the few bits tried first. *)
Definition working (prec : positive) : ZF.precision := ZF.PtoP (prec + 10)%positive.
Definition few_bits : ZF.precision := ZF.PtoP 30.

Definition check_bisection (prec : positive) (d : dom) (l : list fact) (e : expr) (s : sign)
    (t : tree) : bool :=
  match closure d with
  | Some c =>
      let k := compile_goal e (map fst d) in
      if faithful e k then check_tree few_bits (working prec) (map fst d) l k s t c else false
  | None => false
  end.

Theorem tree_sound prec d l e s t : check_bisection prec d l e s t = true -> entails d l e s.
Proof.
  unfold check_bisection; lazy zeta. destruct (closure d) as [c|] eqn:E; [|discriminate].
  destruct (faithful e (compile_goal e (map fst d))) eqn:F; [|discriminate].
  intros H v Hd Hl. apply (check_tree_correct _ _ _ _ e _ _ _ F _ H); [|exact Hl].
  now apply closure_correct with (1 := E).
Qed.
