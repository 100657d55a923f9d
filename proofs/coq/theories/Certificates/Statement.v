(** Statements of certificates, their meaning in the real numbers, root steps,
    and the theorem: an accepted certificate proves the meaning of its statement
    ([certificate_sound]). *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Certificates Require Import Formula Domain Derivative Signs Tree Change Proof Steps Iterates Orbit Newton.
Import ListNotations.
Open Scope R_scope.

Inductive statement : Set :=
| Show (foralls existss : dom) (assumptions : list fact) (e : expr) (s : sign)
| Root (foralls : dom) (x : nat) (i : interval) (assumptions : list fact) (e : expr)
| UniqueRoot (foralls : dom) (x : nat) (i : interval) (assumptions : list fact) (e : expr)
| Cycle (x : nat) (q : Q) (f : expr) (k : nat) (i : interval)
| UniqueCycle (x : nat) (f : expr) (k : nat) (b m : Q * Q).

(** The root of e in x at the point v. *)
Definition has_root (v : env) (x : nat) (i : interval) (e : expr) : Prop :=
  exists r, inside i r /\ true_at (upd v x r) e Zero.
Definition has_unique_root (v : env) (x : nat) (i : interval) (e : expr) : Prop :=
  (forall r, inside i r -> defined (upd v x r) e) /\
  exists r, (inside i r /\ eval (upd v x r) e = 0) /\
    forall t, inside i t /\ eval (upd v x t) e = 0 -> t = r.

(** Two points that differ at most in the variables of d. *)
Definition same_outside (d : dom) (v w : env) : Prop := forall x, lookup d x = None -> w x = v x.

Definition meaning (st : statement) : Prop :=
  match st with
  | Show d ex l e s =>
      forall v, in_dom d v -> facts_at v l ->
        exists w, same_outside ex v w /\ in_dom ex w /\ true_at w e s
  | Root d x i l e => forall v, in_dom d v -> facts_at v l -> has_root v x i e
  | UniqueRoot d x i l e => forall v, in_dom d v -> facts_at v l -> has_unique_root v x i e
  | Cycle x q f k i => cycle_statement x q f k i
  | UniqueCycle x f k b m => unique_cycle_statement x f k b m
  end.

(** Root steps. *)
Inductive certificate : Set :=
| Direct (p : proof)
| Witness (at_ : list (nat * Q)) (p : proof)
| Bracket (rising : bool) (defined_ low high slope : proof)
| OrbitBox (o : orbit_data)
| NewtonCells (o : newton_data).

(** ** The checker *)

Definition is_inside (q : Q) (i : interval) : bool :=
  match lower i with Inf => true | Open p => Qltb p q | Closed p => Qleb p q end &&
  match upper i with Inf => true | Open p => Qltb q p | Closed p => Qleb q p end.

Fixpoint witness_dom (ex : dom) (at_ : list (nat * Q)) : option dom :=
  match ex with
  | [] => Some []
  | (x, i) :: t =>
      match lookup at_ x, witness_dom t at_ with
      | Some q, Some d => if is_inside q i then Some ((x, point q) :: d) else None
      | _, _ => None
      end
  end.

Definition new_variable (d : dom) (l : list fact) (x : nat) : bool :=
  match lookup d x with None => absent x l | Some _ => false end.

Definition sided (rising : bool) (e : expr) : expr := if rising then e else Neg e.

Definition check_bracket (d : dom) (x : nat) (i : interval) (l : list fact) (e : expr)
    (rising : bool) (pd pl ph : proof) : bool :=
  match lower i, upper i with
  | Closed a, Closed b =>
      if new_variable d l x then
      if Qleb a b then
      if check pd (d ++ [(x, i)]) l (Square e) NonNeg then
      if check pl (d ++ [(x, point a)]) l (sided (negb rising) e) NonNeg then
        check ph (d ++ [(x, point b)]) l (sided rising e) NonNeg
      else false else false else false else false
  | _, _ => false
  end.

Definition check_certificate (st : statement) (c : certificate) : bool :=
  match st, c with
  | Show d [] l e s, Direct p => check p d l e s
  | Show d ex l e s, Witness at_ p =>
      match witness_dom ex at_ with
      | Some w =>
          if forallb (fun c => new_variable d l (fst c)) ex then check p (d ++ w) l e s else false
      | None => false
      end
  | Root d x i l e, Bracket rising pd pl ph _ => check_bracket d x i l e rising pd pl ph
  | UniqueRoot d x i l e, Bracket rising pd pl ph ps =>
      if check_bracket d x i l e rising pd pl ph then
        match derivative x e with
        | Some de => check ps (d ++ [(x, i)]) l (sided rising de) Pos
        | None => false
        end
      else false
  | Cycle x q f k i, OrbitBox o => check_orbit x q f k i o
  | UniqueCycle x f k b m, NewtonCells o => check_newton x f k b m o
  | _, _ => false
  end.

(** ** Its correctness *)

Lemma is_inside_correct q i : is_inside q i = true -> inside i (Q2R q).
Proof.
  unfold is_inside; intros H; apply andb_prop in H; destruct H as [A B].
  split; [destruct (lower i) | destruct (upper i)]; simpl; auto;
    first [now apply Qltb_correct | now apply Qleb_correct].
Qed.

Lemma new_variable_inv d l x : new_variable d l x = true -> lookup d x = None /\ absent x l = true.
Proof. unfold new_variable. destruct (lookup d x); [discriminate | auto]. Qed.

Definition overlay (v : env) (w : dom) (at_ : list (nat * Q)) : env :=
  fun x => match lookup w x with
           | Some _ => match lookup at_ x with Some q => Q2R q | None => v x end
           | None => v x
           end.

Lemma witness_dom_lookup ex at_ : forall w, witness_dom ex at_ = Some w -> forall x,
  (lookup ex x = None -> lookup w x = None) /\
  (forall i, lookup ex x = Some i -> exists q, lookup at_ x = Some q /\
     inside i (Q2R q) /\ lookup w x = Some (point q)).
Proof.
  induction ex as [|[y i] ex IH]; simpl; intros w H x.
  - injection H as <-. split; [auto | discriminate].
  - destruct (lookup at_ y) as [q|] eqn:E; [|discriminate H].
    destruct (witness_dom ex at_) as [d|]; [|discriminate H].
    destruct (is_inside q i) eqn:F; [|discriminate H]. injection H as <-. simpl.
    destruct (Nat.eqb y x) eqn:G; [|now apply IH].
    apply Nat.eqb_eq in G; subst y. split; [discriminate|]. intros k [= <-].
    exists q. repeat split; auto; now apply is_inside_correct.
Qed.

Lemma in_dom_join d w v : in_dom d v -> in_dom w v -> in_dom (d ++ w) v.
Proof.
  intros D W x i H. destruct (lookup d x) as [j|] eqn:E.
  - replace (lookup (d ++ w) x) with (Some j) in H; [injection H as <-; now apply D|].
    clear - E. induction d as [|[y k] d IH]; simpl in *; [discriminate E|].
    destruct (Nat.eqb y x); auto.
  - apply W. revert H. clear - E. induction d as [|[y k] d IH]; simpl in *; auto.
    destruct (Nat.eqb y x); [discriminate E | auto].
Qed.

Theorem witness_sound d ex l e s at_ w p : witness_dom ex at_ = Some w ->
  forallb (fun c => new_variable d l (fst c)) ex = true ->
  check p (d ++ w) l e s = true -> meaning (Show d ex l e s).
Proof.
  intros W N C v Hd Hl. set (u := overlay v w at_).
  assert (K := witness_dom_lookup ex at_ w W).
  assert (New : forall x, lookup ex x <> None -> lookup d x = None /\ absent x l = true).
  { intros x Hx. destruct (lookup ex x) as [i|] eqn:E; [|congruence].
    apply lookup_in in E. apply in_map_iff in E; destruct E as [c [<- I]].
    rewrite forallb_forall in N. now apply new_variable_inv, N. }
  assert (Out : forall x, lookup ex x = None -> u x = v x).
  { intros x E. unfold u, overlay. now rewrite (proj1 (K x) E). }
  assert (U : in_dom w u /\ in_dom ex u).
  { split; intros x i H.
    - destruct (lookup ex x) as [j|] eqn:E; [|rewrite (proj1 (K x) E) in H; discriminate H].
      destruct (proj2 (K x) j E) as (q & A & _ & B). rewrite B in H. injection H as <-.
      apply point_inside. unfold u, overlay. now rewrite B, A.
    - destruct (proj2 (K x) i H) as (q & A & I & B). unfold u, overlay. now rewrite B, A. }
  assert (D : in_dom d u).
  { intros x i H. rewrite Out; [now apply Hd|].
    destruct (lookup ex x) eqn:E; [|reflexivity]. destruct (New x); [congruence | congruence]. }
  assert (F : facts_at u l).
  { unfold facts_at in *. rewrite Forall_forall in *. intros f Hf.
    apply (true_at_ext _ _ v); [|now apply Hl]. intros x Hx. symmetry; apply Out.
    destruct (lookup ex x) eqn:E; [|reflexivity]. destruct (New x) as [_ A]; [congruence|].
    unfold absent in A. rewrite forallb_forall in A. specialize (A f Hf).
    apply negb_true_iff in A. congruence. }
  exists u. split; [exact Out|]. split; [apply U|].
  apply (check_sound p _ _ _ _ C); [|exact F]. now apply in_dom_join.
Qed.

Section Bracket.
Variables (d : dom) (x : nat) (i : interval) (l : list fact) (e : expr) (rising : bool).
Variables pd pl ph : proof.
Hypothesis H : check_bracket d x i l e rising pd pl ph = true.

Lemma bracket_inv : exists a b, i = Interval (Closed a) (Closed b) /\
  lookup d x = None /\ absent x l = true /\ Q2R a <= Q2R b /\
  entails (d ++ [(x, i)]) l (Square e) NonNeg /\
  entails (d ++ [(x, point a)]) l (sided (negb rising) e) NonNeg /\
  entails (d ++ [(x, point b)]) l (sided rising e) NonNeg.
Proof.
  unfold check_bracket in H. destruct i as [[|a|a] [|b|b]]; try discriminate H. simpl in H.
  exists a, b. cases H. apply new_variable_inv in C; destruct C.
  repeat split; auto; try (now apply Qleb_correct); now apply check_sound with (1 := C1) ||
    now apply check_sound with (1 := C2) || now apply check_sound with (1 := H).
Qed.

Variable v : env.
Hypothesis Hd : in_dom d v.
Hypothesis Hl : facts_at v l.

Lemma bracket_point r j : inside j r -> lookup d x = None -> absent x l = true ->
  in_dom (d ++ [(x, j)]) (upd v x r) /\ facts_at (upd v x r) l.
Proof. intros I L A. split; [now apply in_dom_app | now apply absent_facts]. Qed.

Lemma bracket_defined r : inside i r -> defined (upd v x r) e.
Proof.
  intros I. destruct bracket_inv as (a & b & -> & L & A & _ & D & _).
  destruct (bracket_point r _ I L A) as [B F]. now destruct (D _ B F).
Qed.

Theorem bracket_sound : has_root v x i e.
Proof.
  assert (Df := bracket_defined).
  destruct bracket_inv as (a & b & -> & L & A & Hab & _ & Lo & Up).
  destruct (bracket_point (Q2R a) (point a)) as [B1 F1]; auto; [now apply point_inside|].
  destruct (bracket_point (Q2R b) (point b)) as [B2 F2]; auto; [now apply point_inside|].
  destruct (Lo _ B1 F1) as [_ L1], (Up _ B2 F2) as [_ U1]. cbn [holds] in L1, U1.
  assert (C : forall r, Q2R a <= r <= Q2R b -> continuity_pt (fun r => eval (upd v x r) e) r).
  { intros r Hr. now apply continuous_where_defined, Df. }
  assert (R : exists r, Q2R a <= r <= Q2R b /\ eval (upd v x r) e = 0).
  { destruct rising; simpl in L1, U1.
    - apply (ivt_up (fun r => eval (upd v x r) e)); auto; lra.
    - apply (ivt_down (fun r => eval (upd v x r) e)); auto; lra. }
  destruct R as [r [Hr Z]]. exists r. split; [exact Hr|]. split; [now apply Df | exact Z].
Qed.

Theorem unique_bracket_sound de : derivative x e = Some de ->
  entails (d ++ [(x, i)]) l (sided rising de) Pos -> has_unique_root v x i e.
Proof.
  intros D S. assert (Df := bracket_defined). split; [exact Df|].
  destruct bracket_sound as [r [Hr [_ Z]]]. exists r. split; [now split|].
  intros t [Ht Zt]. destruct bracket_inv as (a & b & E & L & A & _).
  assert (Seg : forall c, Rmin r t <= c <= Rmax r t -> inside i c).
  { intros c Hc. rewrite E in *. unfold inside in *; simpl in *.
    unfold Rmin, Rmax in Hc. destruct (Rle_dec r t); lra. }
  assert (Sl : forall c, inside i c -> defined (upd v x c) de /\
    (0 < eval (upd v x c) de \/ eval (upd v x c) de < 0)).
  { intros c Hc. destruct (bracket_point c i Hc L A) as [B F]. destruct (S _ B F) as [Dd P].
    destruct rising; simpl in *; (split; [exact Dd | first [left; lra | right; lra]]). }
  destruct (one_step e de x v r t D) as [c [Hc M]].
  { intros c Hc. split; [now apply Df, Seg | now apply Sl, Seg]. }
  cbn [holds] in Z. rewrite Z, Zt, Rminus_0_r in M. symmetry in M.
  apply Rmult_integral in M. destruct M as [M|M]; [|lra].
  destruct (Sl c (Seg c Hc)) as [_ [?|?]]; lra.
Qed.
End Bracket.

Theorem certificate_sound st c : check_certificate st c = true -> meaning st.
Proof.
  intros H. destruct st as [d ex l e s|d x i l e|d x i l e|x q f k i|x f k b m].
  - destruct c as [p|at_ p| | |]; try (destruct ex; discriminate H).
    + destruct ex; [|discriminate H]. intros v Hd Hl. exists v. split; [intros x _; reflexivity|].
      split; [intros x i K; discriminate K | now apply (check_sound p d l e s)].
    + assert (G : match witness_dom ex at_ with
        | Some w => if forallb (fun c => new_variable d l (fst c)) ex then check p (d ++ w) l e s else false
        | None => false end = true) by (destruct ex; exact H).
      cases G. now apply witness_sound with at_ d0 p.
  - destruct c; try discriminate H. simpl in H. intros v Hd Hl.
    now apply bracket_sound with (1 := H).
  - destruct c; try discriminate H. simpl in H. intros v Hd Hl.
    destruct (check_bracket d x i l e rising defined_ low high) eqn:E; [|discriminate H].
    destruct (derivative x e) as [de|] eqn:D; [|discriminate H].
    apply unique_bracket_sound with (1 := E) (de := de); auto. now apply check_sound with slope.
  - destruct c; try discriminate H. simpl in H. now apply orbit_sound with o.
  - destruct c; try discriminate H. simpl in H. now apply newton_sound with o.
Qed.
