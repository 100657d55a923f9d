(** The step [sign]: sets of possible signs of a formula, from the intervals of its
    variables and from facts about its parts.  When [signs] answers, the formula is
    defined at every point of the domain at which the facts hold, and the sign of
    its value there is in the answer ([signs_correct]). *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra Lia.
From GrpoProofs.Certificates Require Import Formula Domain.
Import ListNotations.
Open Scope R_scope.

Inductive sgn : Set := N | Z0 | P.
Record set_of_signs : Set := Signs { hasN : bool; has0 : bool; hasP : bool }.

Definition has (s : set_of_signs) (g : sgn) : bool :=
  match g with N => hasN s | Z0 => has0 s | P => hasP s end.
Definition is_sgn (g : sgn) (y : R) : Prop :=
  match g with N => y < 0 | Z0 => y = 0 | P => 0 < y end.
(** The sign of y is in the set. *)
Definition allowed (s : set_of_signs) (y : R) : Prop := exists g, is_sgn g y /\ has s g = true.

Lemma some_sgn y : exists g, is_sgn g y.
Proof.
  destruct (total_order_T y 0) as [[H|H]|H]; [exists N | exists Z0 | exists P]; exact H.
Qed.

Definition none := Signs false false false.
Definition all := Signs true true true.
Definition only (g : sgn) : set_of_signs :=
  match g with N => Signs true false false | Z0 => Signs false true false | P => Signs false false true end.
Definition union (a b : set_of_signs) :=
  Signs (hasN a || hasN b) (has0 a || has0 b) (hasP a || hasP b).
Definition meet (a b : set_of_signs) :=
  Signs (hasN a && hasN b) (has0 a && has0 b) (hasP a && hasP b).
Definition mirror (a : set_of_signs) := Signs (hasP a) (has0 a) (hasN a).

Lemma allowed_all y : allowed all y.
Proof. destruct (some_sgn y) as [g H]; exists g; split; [exact H | now destruct g]. Qed.
Lemma allowed_meet a b y : allowed a y -> allowed b y -> allowed (meet a b) y.
Proof.
  intros [g [G A]] [h [H B]]. exists g; split; [exact G|].
  assert (g = h) by (destruct g, h; simpl in *; reflexivity || lra). subst h.
  destruct g; simpl in *; now rewrite A, B.
Qed.
Lemma allowed_mirror a y : allowed a y -> allowed (mirror a) (- y).
Proof.
  intros [g [G A]]. destruct g; simpl in *; [exists P | exists Z0 | exists N]; simpl; split; auto; lra.
Qed.

(** Operations member by member. *)
Definition lift1 (f : sgn -> set_of_signs) (a : set_of_signs) : set_of_signs :=
  union (if hasN a then f N else none)
    (union (if has0 a then f Z0 else none) (if hasP a then f P else none)).
Definition lift2 (f : sgn -> sgn -> set_of_signs) (a b : set_of_signs) : set_of_signs :=
  lift1 (fun g => lift1 (f g) b) a.

Lemma has_union a b g : has (union a b) g = has a g || has b g.
Proof. now destruct g. Qed.
Lemma has_lift1 f a g k : has a g = true -> has (f g) k = true -> has (lift1 f a) k = true.
Proof.
  intros A F; unfold lift1; rewrite !has_union.
  destruct g; simpl in A; rewrite A, F; simpl; auto with bool.
Qed.
Lemma allowed_lift1 f a x y : allowed a x ->
  (forall g, is_sgn g x -> allowed (f g) y) -> allowed (lift1 f a) y.
Proof.
  intros [g [G A]] H. destruct (H g G) as [k [K F]]. exists k; split; [exact K|].
  now apply has_lift1 with g.
Qed.
Lemma allowed_lift2 f a b x y z : allowed a x -> allowed b y ->
  (forall g k, is_sgn g x -> is_sgn k y -> allowed (f g k) z) -> allowed (lift2 f a b) z.
Proof.
  intros A B H. apply allowed_lift1 with x; [exact A|]. intros g G.
  apply allowed_lift1 with y; [exact B|]. intros k K. now apply H.
Qed.
Lemma allowed_only g y : is_sgn g y -> allowed (only g) y.
Proof. intros H; exists g; split; [exact H | now destruct g]. Qed.

Definition t_neg (g : sgn) : sgn := match g with N => P | Z0 => Z0 | P => N end.
Definition t_add (g k : sgn) : set_of_signs :=
  match g, k with
  | Z0, _ => only k | _, Z0 => only g
  | N, N => only N | P, P => only P | _, _ => all
  end.
Definition t_mul (g k : sgn) : sgn :=
  match g, k with Z0, _ => Z0 | _, Z0 => Z0 | N, N => P | P, P => P | _, _ => N end.
Definition t_square (g : sgn) : sgn := match g with Z0 => Z0 | _ => P end.
Definition t_min (g k : sgn) : sgn :=
  match g, k with N, _ => N | _, N => N | Z0, _ => Z0 | _, Z0 => Z0 | P, P => P end.
Definition t_max (g k : sgn) : sgn :=
  match g, k with P, _ => P | _, P => P | Z0, _ => Z0 | _, Z0 => Z0 | N, N => N end.

Lemma t_add_correct g k x y : is_sgn g x -> is_sgn k y -> allowed (t_add g k) (x + y).
Proof.
  destruct g, k; cbn [t_add]; intros; try apply allowed_all; apply allowed_only; simpl in *; lra.
Qed.
Lemma t_mul_correct g k x y : is_sgn g x -> is_sgn k y -> is_sgn (t_mul g k) (x * y).
Proof. destruct g, k; simpl; intros; subst; nra. Qed.
Lemma t_div_correct g k x y : is_sgn g x -> is_sgn k y -> y <> 0 -> is_sgn (t_mul g k) (x / y).
Proof.
  intros G K Y. unfold Rdiv. apply t_mul_correct; [exact G|].
  destruct k; simpl in *; [now apply Rinv_lt_0_compat | lra | now apply Rinv_0_lt_compat].
Qed.
Lemma t_square_correct g x : is_sgn g x -> is_sgn (t_square g) (x * x).
Proof. destruct g; simpl; intros; subst; nra. Qed.
Lemma t_min_correct g k x y : is_sgn g x -> is_sgn k y -> is_sgn (t_min g k) (Rmin x y).
Proof. destruct g, k; simpl; intros; unfold Rmin; destruct (Rle_dec x y); lra. Qed.
Lemma t_max_correct g k x y : is_sgn g x -> is_sgn k y -> is_sgn (t_max g k) (Rmax x y).
Proof. destruct g, k; simpl; intros; unfold Rmax; destruct (Rle_dec x y); lra. Qed.

(** ** Signs from exact ends *)

Definition of_interval (i : interval) : set_of_signs :=
  Signs (match lower i with Inf => true | Open q | Closed q => Qltb q 0 end)
        (match lower i with Inf => true | Open q => Qltb q 0 | Closed q => Qleb q 0 end &&
         match upper i with Inf => true | Open q => Qltb 0 q | Closed q => Qleb 0 q end)
        (match upper i with Inf => true | Open q | Closed q => Qltb 0 q end).

Lemma Qltb_false a b : Qltb a b = false -> Q2R b <= Q2R a.
Proof. unfold Qltb. intros H; apply negb_false_iff in H. now apply Qleb_correct. Qed.

Lemma of_interval_correct i y : inside i y -> allowed (of_interval i) y.
Proof.
  intros [L U]. destruct (some_sgn y) as [g G]. exists g; split; [exact G|].
  unfold of_interval; destruct g; simpl in *.
  - destruct (lower i); simpl in *; auto; apply not_false_is_true; intros K;
      apply Qltb_false in K; rewrite Q2R_0 in K; lra.
  - subst y. apply andb_true_intro; split; [destruct (lower i) | destruct (upper i)]; simpl in *; auto;
      apply not_false_is_true; intros K; first [apply Qltb_false in K | apply Qleb_false in K];
      rewrite Q2R_0 in K; lra.
  - destruct (upper i); simpl in *; auto; apply not_false_is_true; intros K;
      apply Qltb_false in K; rewrite Q2R_0 in K; lra.
Qed.

Definition bound2 (f : Q -> Q -> Q) (a b : bound) : bound :=
  match a, b with
  | Inf, _ | _, Inf => Inf
  | Closed p, Closed q => Closed (f p q)
  | Open p, Open q | Open p, Closed q | Closed p, Open q => Open (f p q)
  end.
Definition iadd (i j : interval) : interval :=
  Interval (bound2 Qplus (lower i) (lower j)) (bound2 Qplus (upper i) (upper j)).
Definition isub (i j : interval) : interval :=
  Interval (bound2 Qminus (lower i) (upper j)) (bound2 Qminus (upper i) (lower j)).

Lemma iadd_correct i j x y : inside i x -> inside j y -> inside (iadd i j) (x + y).
Proof.
  intros [A B] [C D]; split; simpl;
    [destruct (lower i), (lower j) | destruct (upper i), (upper j)]; simpl in *; auto;
    rewrite Q2R_plus; lra.
Qed.
Lemma isub_correct i j x y : inside i x -> inside j y -> inside (isub i j) (x - y).
Proof.
  intros [A B] [C D]; split; simpl;
    [destruct (lower i), (upper j) | destruct (upper i), (lower j)]; simpl in *; auto;
    rewrite Q2R_minus; lra.
Qed.

Definition line := Interval Inf Inf.
Lemma line_inside x : inside line x.
Proof. split; exact I. Qed.

(** The interval of a number or a variable. *)
Definition simple (d : dom) (e : expr) : option interval :=
  match e with
  | Num q => Some (point q)
  | Var x => Some (match lookup d x with Some i => i | None => line end)
  | _ => None
  end.

Lemma simple_correct d v e i : in_dom d v -> simple d e = Some i -> inside i (eval v e).
Proof.
  intros H; destruct e; try discriminate; simpl; intros [= <-].
  - now apply point_inside.
  - destruct (lookup d x) eqn:E; [now apply H | apply line_inside].
Qed.

Definition by_ends (d : dom) (f : interval -> interval -> interval) (a b : expr) : set_of_signs :=
  match simple d a, simple d b with
  | Some i, Some j => of_interval (f i j)
  | _, _ => all
  end.

(** ** Signs from facts *)

Definition of_sign (s : sign) : set_of_signs :=
  match s with Pos => only P | NonNeg => Signs false true true | Zero => only Z0 end.

Lemma of_sign_correct s y : holds s y -> allowed (of_sign s) y.
Proof.
  destruct s; simpl; intros H; [now exists P | | now exists Z0].
  destruct H as [H|H]; [exists P | exists Z0]; simpl; auto.
Qed.

Definition from_fact (e : expr) (f : fact) : set_of_signs :=
  if same (formula f) e then of_sign (its_sign f)
  else match formula f with
       | Neg a => if same a e then mirror (of_sign (its_sign f)) else all
       | Sub a b =>
           match e with
           | Sub c d => if same a d then if same b c then mirror (of_sign (its_sign f)) else all else all
           | _ => all
           end
       | _ => all
       end.

Lemma from_fact_correct v e f : fact_at v f -> allowed (from_fact e f) (eval v e).
Proof.
  intros [_ H]; unfold from_fact. destruct (same (formula f) e) eqn:E.
  - apply same_correct in E; subst e. now apply of_sign_correct.
  - destruct (formula f) as [ | | | a b | | | | | a | | | | | ] eqn:F; try apply allowed_all.
    + destruct e as [ | | | c d | | | | | | | | | | ]; try apply allowed_all.
      destruct (same a d) eqn:E1; [|apply allowed_all].
      destruct (same b c) eqn:E2; [|apply allowed_all].
      apply same_correct in E1, E2; subst. simpl in *.
      replace (eval v c - eval v d) with (- (eval v d - eval v c)) by ring.
      now apply allowed_mirror, of_sign_correct.
    + destruct (same a e) eqn:E1; [|apply allowed_all].
      apply same_correct in E1; subst. simpl in H.
      rewrite <- (Ropp_involutive (eval v e)). now apply allowed_mirror, of_sign_correct.
Qed.

Definition refine (l : list fact) (e : expr) (s : set_of_signs) : set_of_signs :=
  fold_right (fun f t => meet (from_fact e f) t) s l.

Lemma refine_correct v l e s : facts_at v l -> allowed s (eval v e) ->
  allowed (refine l e s) (eval v e).
Proof.
  intros H S; induction H; simpl; [exact S|].
  apply allowed_meet; [now apply from_fact_correct | assumption].
Qed.

(** ** The evaluation *)

Definition then1 (f : set_of_signs -> option set_of_signs) (a : option set_of_signs) :=
  match a with Some s => f s | None => None end.
Definition then2 (f : set_of_signs -> set_of_signs -> option set_of_signs) (a b : option set_of_signs) :=
  match a, b with Some s, Some t => f s t | _, _ => None end.

Fixpoint signs (d : dom) (l : list fact) (e : expr) : option set_of_signs :=
  option_map (refine l e)
  match e with
  | Num q => Some (of_interval (point q))
  | Var x => Some (match lookup d x with Some i => of_interval i | None => all end)
  | Add a b => then2 (fun s t => Some (meet (by_ends d iadd a b) (lift2 t_add s t)))
                 (signs d l a) (signs d l b)
  | Sub a b => then2 (fun s t => Some (meet (by_ends d isub a b) (lift2 t_add s (mirror t))))
                 (signs d l a) (signs d l b)
  | Mul a b => then2 (fun s t => Some (if same a b then lift1 (fun g => only (t_square g)) s
                                       else lift2 (fun g k => only (t_mul g k)) s t))
                 (signs d l a) (signs d l b)
  | Div a b => then2 (fun s t => if has0 t then None else Some (lift2 (fun g k => only (t_mul g k)) s t))
                 (signs d l a) (signs d l b)
  | Min a b => then2 (fun s t => Some (lift2 (fun g k => only (t_min g k)) s t))
                 (signs d l a) (signs d l b)
  | Max a b => then2 (fun s t => Some (lift2 (fun g k => only (t_max g k)) s t))
                 (signs d l a) (signs d l b)
  | Neg a => then1 (fun s => Some (mirror s)) (signs d l a)
  | Square a | Abs a => then1 (fun s => Some (lift1 (fun g => only (t_square g)) s)) (signs d l a)
  | Sqrt a => then1 (fun s => if hasN s then None else Some s) (signs d l a)
  | Exp a => then1 (fun _ => Some (only P)) (signs d l a)
  | Log a => then1 (fun s => if hasN s || has0 s then None else Some all) (signs d l a)
  end.

Lemma allowed_no0 s y : allowed s y -> has0 s = false -> y <> 0.
Proof. intros [[] [G A]] H; simpl in *; [lra | congruence | lra]. Qed.

Theorem signs_correct d l v e : in_dom d v -> facts_at v l ->
  forall s, signs d l e = Some s -> defined v e /\ allowed s (eval v e).
Proof.
  intros Hd Hl; induction e; intros s H; cbn [signs] in H;
    match type of H with option_map _ ?r = Some _ =>
      destruct r as [s0|] eqn:E; [|discriminate H]; simpl in H; injection H as <- end;
    (match goal with |- defined ?v ?e /\ allowed (refine ?l ?e ?s) _ =>
      cut (defined v e /\ allowed s (eval v e));
        [intros [? ?]; split; [assumption | now apply refine_correct] |] end);
    try (destruct (signs d l e1) as [s1|] eqn:E1; [|discriminate E];
         destruct (signs d l e2) as [s2|] eqn:E2; [|discriminate E];
         destruct (IHe1 _ eq_refl) as [D1 A1], (IHe2 _ eq_refl) as [D2 A2];
         cbn [then2] in E);
    try (destruct (signs d l e) as [s1|] eqn:E1; [|discriminate E];
         destruct (IHe _ eq_refl) as [D1 A1]; cbn [then1] in E).
  - injection E as <-. split; [exact I|]. apply of_interval_correct. now apply point_inside.
  - injection E as <-. split; [exact I|].
    destruct (lookup d x) eqn:F; [apply of_interval_correct; now apply Hd | apply allowed_all].
  - injection E as <-. split; [now split|]. apply allowed_meet.
    + unfold by_ends. destruct (simple d e1) eqn:F1; [|apply allowed_all].
      destruct (simple d e2) eqn:F2; [|apply allowed_all].
      apply of_interval_correct, iadd_correct; eapply simple_correct; eassumption.
    + apply allowed_lift2 with (1 := A1) (2 := A2). intros; now apply t_add_correct.
  - injection E as <-. split; [now split|]. apply allowed_meet.
    + unfold by_ends. destruct (simple d e1) eqn:F1; [|apply allowed_all].
      destruct (simple d e2) eqn:F2; [|apply allowed_all].
      apply of_interval_correct, isub_correct; eapply simple_correct; eassumption.
    + apply allowed_lift2 with (1 := A1) (2 := allowed_mirror _ _ A2).
      intros; now apply t_add_correct.
  - injection E as <-. split; [now split|]. simpl. destruct (same e1 e2) eqn:F.
    + apply same_correct in F; subst e2. apply allowed_lift1 with (1 := A1).
      intros; apply allowed_only. now apply t_square_correct.
    + apply allowed_lift2 with (1 := A1) (2 := A2). intros; apply allowed_only. now apply t_mul_correct.
  - destruct (has0 s2) eqn:F; [discriminate E|]. injection E as <-.
    assert (Y := allowed_no0 _ _ A2 F). split; [simpl; tauto|].
    apply allowed_lift2 with (1 := A1) (2 := A2). intros; apply allowed_only. now apply t_div_correct.
  - injection E as <-. split; [now split|].
    apply allowed_lift2 with (1 := A1) (2 := A2). intros; apply allowed_only. now apply t_min_correct.
  - injection E as <-. split; [now split|].
    apply allowed_lift2 with (1 := A1) (2 := A2). intros; apply allowed_only. now apply t_max_correct.
  - injection E as <-. split; [assumption | now apply allowed_mirror].
  - injection E as <-. split; [assumption|]. apply allowed_lift1 with (1 := A1).
    intros; apply allowed_only. now apply t_square_correct.
  - destruct (hasN s1) eqn:F; [discriminate E|]. injection E as <-.
    destruct A1 as [g [G A]]. destruct g; simpl in *; [congruence | |]; split.
    1, 3: split; [assumption | lra].
    + exists Z0; split; [|assumption]. simpl. rewrite G. apply sqrt_0.
    + exists P; split; [|assumption]. simpl. now apply sqrt_lt_R0.
  - injection E as <-. split; [assumption|]. exists P; split; [apply exp_pos | reflexivity].
  - destruct (hasN s1 || has0 s1) eqn:F; [discriminate E|]. injection E as <-.
    apply orb_false_elim in F; destruct F as [F1 F2].
    split; [|apply allowed_all]. split; [assumption|].
    destruct A1 as [[] [G A]]; simpl in *; congruence || assumption.
  - injection E as <-. split; [assumption|]. apply allowed_lift1 with (1 := A1).
    intros g G; apply allowed_only. simpl.
    destruct g; simpl in *; [rewrite Rabs_left; lra | rewrite G; apply Rabs_R0 | rewrite Rabs_right; lra].
Qed.

Definition within (s : sign) (a : set_of_signs) : bool :=
  match s with
  | Pos => negb (hasN a || has0 a)
  | NonNeg => negb (hasN a)
  | Zero => negb (hasN a || hasP a)
  end.

Lemma within_correct s a y : within s a = true -> allowed a y -> holds s y.
Proof.
  intros H [g [G A]]; destruct s, g; simpl in *; rewrite ?A in H; simpl in H;
    rewrite ?orb_true_r in H; try discriminate H; lra.
Qed.

(** ** Steps *)

Definition defined_by_signs (d : dom) (l : list fact) (e : expr) : bool :=
  match signs d l e with Some _ => true | None => false end.
Definition check_sign (d : dom) (l : list fact) (e : expr) (s : sign) : bool :=
  match signs d l e with Some a => within s a | None => false end.

Lemma defined_by_signs_correct d l e : defined_by_signs d l e = true ->
  forall v, in_dom d v -> facts_at v l -> defined v e.
Proof.
  unfold defined_by_signs; destruct (signs d l e) eqn:E; [|discriminate].
  intros _ v Hd Hl. now destruct (signs_correct d l v e Hd Hl _ E).
Qed.

Theorem sign_sound d l e s : check_sign d l e s = true -> entails d l e s.
Proof.
  unfold check_sign; destruct (signs d l e) eqn:E; [|discriminate].
  intros H v Hd Hl. destruct (signs_correct d l v e Hd Hl _ E) as [D A].
  split; [exact D | now apply within_correct with (1 := H)].
Qed.
