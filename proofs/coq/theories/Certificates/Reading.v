(** Statements of certificates as a person writes them: real variables with their
    ranges as hypotheses, and formulas of real numbers instead of trees.

    [reads st] unfolds to such a statement, and [emitted_sound] proves it from an
    accepted certificate.  A file written by the emitter states its theorem without
    any of the definitions of this folder; Coq compares it with [reads st]. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra.
From Coquelicot Require Import Rbar Lim_seq.
From GrpoProofs Require Import Defs.
From GrpoProofs.Certificates Require Import Formula Domain Tree Change Proof Steps Iterates Orbit Newton Statement.
Import ListNotations.
Open Scope R_scope.

(** ** Formulas *)

Definition number (q : Q) : R :=
  match Qden q with xH => IZR (Qnum q) | d => IZR (Qnum q) / IZR (Zpos d) end.

Lemma number_correct q : number q = Q2R q.
Proof. unfold number, Q2R. destruct (Qden q); try reflexivity. now rewrite Rinv_1, Rmult_1_r. Qed.

Fixpoint read (v : env) (e : expr) : R :=
  match e with
  | Num q => number q
  | Var x => v x
  | Add a b => read v a + read v b
  | Sub a b => read v a - read v b
  | Mul a b => read v a * read v b
  | Div a b => read v a / read v b
  | Min a b => Rmin (read v a) (read v b)
  | Max a b => Rmax (read v a) (read v b)
  | Neg a => - read v a
  | Square a => Rsqr (read v a)
  | Sqrt a => sqrt (read v a)
  | Exp a => exp (read v a)
  | Log a => ln (read v a)
  | Abs a => Rabs (read v a)
  end.

Lemma read_correct v e : read v e = eval v e.
Proof. induction e; simpl; rewrite ?number_correct; congruence. Qed.

(** ** Definedness: the conditions that are not obvious, each once *)

Inductive condition : Set := NotZero (e : expr) | NotNegative (e : expr) | Positive (e : expr).

Definition unless_constant (f : Q -> bool) (c : condition) (e : expr) : list condition :=
  match e with Num q => if f q then [] else [c] | _ => [c] end.

Fixpoint conditions (e : expr) : list condition :=
  match e with
  | Num _ | Var _ => []
  | Add a b | Sub a b | Mul a b | Min a b | Max a b => conditions a ++ conditions b
  | Div a b => conditions a ++ conditions b
               ++ unless_constant (fun q => negb (Qeq_bool q 0)) (NotZero b) b
  | Neg a | Square a | Exp a | Abs a => conditions a
  | Sqrt a => conditions a ++ unless_constant (Qleb 0) (NotNegative a) a
  | Log a => conditions a ++ unless_constant (Qltb 0) (Positive a) a
  end.

Definition same_condition (c d : condition) : bool :=
  match c, d with
  | NotZero a, NotZero b | NotNegative a, NotNegative b | Positive a, Positive b => same a b
  | _, _ => false
  end.

(** Without repetitions; the first of equal ones stays. *)
Fixpoint distinct_conditions (seen l : list condition) : list condition :=
  match l with
  | [] => []
  | c :: t => if existsb (same_condition c) seen then distinct_conditions seen t
              else c :: distinct_conditions (c :: seen) t
  end.

Definition read_condition (v : env) (c : condition) : Prop :=
  match c with
  | NotZero e => read v e <> 0
  | NotNegative e => 0 <= read v e
  | Positive e => 0 < read v e
  end.
Definition read_sign (s : sign) (y : R) : Prop :=
  match s with Pos => 0 < y | NonNeg => 0 <= y | Zero => y = 0 end.

Lemma unless_constant_correct v f c e :
  (forall q, f q = true -> read_condition v c \/ e <> Num q) ->
  (read_condition v c <-> Forall (read_condition v) (unless_constant f c e)).
Proof.
  intros H. assert (One : read_condition v c <-> Forall (read_condition v) [c]).
  { split; [now constructor | intros K; now inversion K]. }
  destruct e; simpl; try exact One. destruct (f q) eqn:E; [|exact One].
  split; [constructor|]. intros _. destruct (H q E) as [K|K]; [exact K | congruence].
Qed.

Lemma conditions_correct v e : defined v e <-> Forall (read_condition v) (conditions e).
Proof.
  induction e; simpl; rewrite ?Forall_app; try tauto; try (split; [constructor | tauto]).
  - rewrite <- unless_constant_correct.
    + simpl. rewrite read_correct. tauto.
    + intros q Hq. destruct (Req_dec (eval v e2) 0) as [Z|Z]; [right | left; simpl; now rewrite read_correct].
      intros ->. simpl in Z. apply negb_true_iff in Hq.
      assert (Qeq_bool q 0 = true); [|congruence]. apply Qeq_bool_iff, eqR_Qeq. now rewrite Z, Q2R_0.
  - rewrite <- unless_constant_correct.
    + simpl. rewrite read_correct. tauto.
    + intros q Hq. apply Qleb_correct in Hq. rewrite Q2R_0 in Hq.
      destruct (Rle_dec 0 (eval v e)) as [Z|Z]; [left; simpl; now rewrite read_correct | right].
      intros ->. now apply Z.
  - rewrite <- unless_constant_correct.
    + simpl. rewrite read_correct. tauto.
    + intros q Hq. apply Qltb_correct in Hq. rewrite Q2R_0 in Hq.
      destruct (Rlt_dec 0 (eval v e)) as [Z|Z]; [left; simpl; now rewrite read_correct | right].
      intros ->. now apply Z.
Qed.

Lemma same_condition_correct c d : same_condition c d = true -> c = d.
Proof.
  destruct c, d; simpl; try discriminate; intros H; apply same_correct in H; now subst.
Qed.

Lemma distinct_conditions_correct (P : condition -> Prop) l : forall seen, Forall P seen ->
  (Forall P (distinct_conditions seen l) <-> Forall P l).
Proof.
  induction l as [|c l IH]; intros seen S; simpl; [tauto|].
  destruct (existsb (same_condition c) seen) eqn:E.
  - apply existsb_exists in E; destruct E as [d [D K]]. apply same_condition_correct in K; subst d.
    assert (Pc : P c) by (rewrite Forall_forall in S; now apply S). rewrite (IH seen S).
    split; [now constructor | intros K; now inversion K].
  - split; intros K; inversion K; subst; constructor; auto; apply (IH (c :: seen)); auto.
Qed.

Fixpoint conjunction (l : list Prop) (last : Prop) : Prop :=
  match l with [] => last | P :: t => P /\ conjunction t last end.

Lemma conjunction_correct {A} (f : A -> Prop) l last :
  conjunction (map f l) last <-> Forall f l /\ last.
Proof.
  induction l as [|a l IH]; simpl; [split; [now split; [constructor|] | tauto]|].
  rewrite IH. split; [intros (H & K & L); split; [now constructor | exact L]|].
  intros [H L]. now inversion H.
Qed.

(** The formula is defined and has the sign. *)
Definition reads_true (v : env) (e : expr) (s : sign) : Prop :=
  conjunction (map (read_condition v) (distinct_conditions [] (conditions e))) (read_sign s (read v e)).

Lemma reads_true_correct v e s : reads_true v e s <-> true_at v e s.
Proof.
  unfold reads_true, true_at. rewrite conjunction_correct, distinct_conditions_correct by constructor.
  rewrite <- conditions_correct, read_correct. destruct s; simpl; tauto.
Qed.

(** ** Ranges and quantifiers *)

Definition range (i : interval) (r : R) : option Prop :=
  match lower i, upper i with
  | Inf, Inf => None
  | Inf, Open b => Some (r < number b)
  | Inf, Closed b => Some (r <= number b)
  | Open a, Inf => Some (number a < r)
  | Closed a, Inf => Some (number a <= r)
  | Open a, Open b => Some (number a < r < number b)
  | Open a, Closed b => Some (number a < r <= number b)
  | Closed a, Open b => Some (number a <= r < number b)
  | Closed a, Closed b => Some (number a <= r <= number b)
  end.
Definition implied (o : option Prop) (P : Prop) : Prop := match o with None => P | Some Q => Q -> P end.
Definition joined (o : option Prop) (P : Prop) : Prop := match o with None => P | Some Q => Q /\ P end.

Lemma implied_correct i r (P : Prop) : implied (range i r) P <-> (inside i r -> P).
Proof.
  destruct i as [[|a|a] [|b|b]]; unfold range, inside; simpl; rewrite ?number_correct; tauto.
Qed.
Lemma joined_correct i r (P : Prop) : joined (range i r) P <-> (inside i r /\ P).
Proof.
  destruct i as [[|a|a] [|b|b]]; unfold range, inside; simpl; rewrite ?number_correct; tauto.
Qed.

Fixpoint for_all (d : dom) (v : env) (k : env -> Prop) : Prop :=
  match d with
  | [] => k v
  | (x, i) :: t => forall r : R, implied (range i r) (for_all t (upd v x r) k)
  end.
Fixpoint there_are (d : dom) (v : env) (k : env -> Prop) : Prop :=
  match d with
  | [] => k v
  | (x, i) :: t => exists r : R, joined (range i r) (there_are t (upd v x r) k)
  end.
Fixpoint assuming (l : list fact) (v : env) (P : Prop) : Prop :=
  match l with [] => P | f :: t => reads_true v (formula f) (its_sign f) -> assuming t v P end.

Fixpoint no_repetition (d : dom) : bool :=
  match d with
  | [] => true
  | (x, _) :: t => match lookup t x with None => no_repetition t | Some _ => false end
  end.

Lemma for_all_intro d (k : env -> Prop) : no_repetition d = true -> forall v,
  (forall w, same_outside d v w -> in_dom d w -> k w) -> for_all d v k.
Proof.
  induction d as [|[x i] d IH]; simpl; intros N v H.
  - apply H; [intros y _; reflexivity | intros y j K; discriminate K].
  - destruct (lookup d x) eqn:L; [discriminate N|]. intros r. apply implied_correct. intros Hr.
    apply (IH N). intros w S D. apply H.
    + intros y Hy. simpl in Hy. destruct (Nat.eqb x y) eqn:E; [discriminate Hy|].
      rewrite (S y Hy). apply upd_other. intros ->. now rewrite Nat.eqb_refl in E.
    + intros y j K. simpl in K. destruct (Nat.eqb x y) eqn:E; [|now apply D].
      apply Nat.eqb_eq in E; subst y. injection K as <-. rewrite (S x L), upd_same. exact Hr.
Qed.

Lemma there_are_intro d (k : env -> Prop) w : k w -> forall v, same_outside d v w -> in_dom d w ->
  no_repetition d = true -> there_are d v k.
Proof.
  intros K. induction d as [|[x i] d IH]; simpl; intros v S D N.
  - replace v with w; [exact K|]. apply FunctionalExtensionality.functional_extensionality.
    intros y; now apply S.
  - destruct (lookup d x) eqn:L; [discriminate N|]. exists (w x). apply joined_correct. split.
    + apply D. simpl. now rewrite Nat.eqb_refl.
    + apply IH; [| |exact N].
      * intros y Hy. destruct (Nat.eq_dec y x) as [->|M]; [now rewrite upd_same|].
        rewrite upd_other by exact M. apply S. simpl.
        destruct (Nat.eqb x y) eqn:E; [apply Nat.eqb_eq in E; congruence | exact Hy].
      * intros y j Hy. apply D. simpl.
        destruct (Nat.eqb x y) eqn:E; [apply Nat.eqb_eq in E; congruence | exact Hy].
Qed.

Lemma assuming_intro l v (P : Prop) : (facts_at v l -> P) -> assuming l v P.
Proof.
  induction l as [|f l IH]; simpl; intros H; [apply H; constructor|].
  intros F. apply IH. intros K. apply H. constructor; [now apply reads_true_correct | exact K].
Qed.

(** ** Statements *)

Definition reads_unique_root (v : env) (x : nat) (i : interval) (e : expr) : Prop :=
  (forall r : R, implied (range i r)
     (conjunction (map (read_condition (upd v x r)) (distinct_conditions [] (conditions e))) True)) /\
  exists! r : R, joined (range i r) (read (upd v x r) e = 0).

Definition reads_cycle (x : nat) (q : Q) (f : expr) (k : nat) (i : interval) : Prop :=
  let F := fun r : R => read (at_point x r) f in
  (forall n : nat, conjunction (map (read_condition (at_point x (iter F (number q) n)))
     (distinct_conditions [] (conditions f))) True) /\
  (exists (c : R) (N : nat), joined (range i c) (iter F c k = c /\
     (forall j : nat, (0 < j < k)%nat -> iter F c j <> c) /\
     is_lim_seq (fun n => iter F (number q) (n * k + N)) c)) /\
  ((2 <= k)%nat -> ~ ex_lim_seq (iter F (number q))).

Definition reads_unique_cycle (x : nat) (f : expr) (k : nat) (b m : Q * Q) : Prop :=
  let F := fun r : R => read (at_point x r) f in
  (forall r : R, number (fst b) <= r <= number (snd b) -> forall j : nat, (j < k)%nat ->
     conjunction (map (read_condition (at_point x (iter F r j))) (distinct_conditions [] (conditions f))) True) /\
  (forall r : R, number (fst b) <= r <= number (snd b) -> forall j : nat, (0 < j < k)%nat ->
     ~ number (fst b) <= iter F r j <= number (snd b)) /\
  (forall r s : R, number (fst b) <= r -> r <= s -> s <= number (snd b) ->
     number (fst m) * (s - r) <= iter F s k - iter F r k <= number (snd m) * (s - r)) /\
  exists! c : R, number (fst b) <= c <= number (snd b) /\ iter F c k = c.

Definition start : env := fun _ => 0.

Definition reads (st : statement) : Prop :=
  match st with
  | Show d ex l e s =>
      for_all d start (fun v => assuming l v (there_are ex v (fun w => reads_true w e s)))
  | Root d x i l e =>
      for_all d start (fun v => assuming l v (there_are [(x, i)] v (fun w => reads_true w e Zero)))
  | UniqueRoot d x i l e => for_all d start (fun v => assuming l v (reads_unique_root v x i e))
  | Cycle x q f k i => reads_cycle x q f k i
  | UniqueCycle x f k b m => reads_unique_cycle x f k b m
  end.

Definition well_formed (st : statement) : bool :=
  match st with
  | Show d ex _ _ _ => if no_repetition d then no_repetition ex else false
  | Root d _ _ _ _ | UniqueRoot d _ _ _ _ => no_repetition d
  | Cycle _ _ _ _ _ | UniqueCycle _ _ _ _ _ => true
  end.

Definition check_emitted (st : statement) (c : certificate) : bool :=
  if well_formed st then check_certificate st c else false.

Lemma conditions_true v e : defined v e ->
  conjunction (map (read_condition v) (distinct_conditions [] (conditions e))) True.
Proof.
  intros H. rewrite conjunction_correct, distinct_conditions_correct by constructor.
  now rewrite <- conditions_correct.
Qed.

Theorem emitted_sound st c : check_emitted st c = true -> reads st.
Proof.
  unfold check_emitted. destruct (well_formed st) eqn:W; [|discriminate].
  intros H; apply certificate_sound in H. destruct st as [d ex l e s|d x i l e|d x i l e|x q f k i|x f k b m]; simpl in W.
  - destruct (no_repetition d) eqn:N; [|discriminate W].
    apply for_all_intro; [exact N|]. intros v _ D. apply assuming_intro. intros F.
    destruct (H v D F) as (w & S & E & T). apply there_are_intro with w; auto.
    now apply reads_true_correct.
  - apply for_all_intro; [exact W|]. intros v _ D. apply assuming_intro. intros F.
    destruct (H v D F) as (r & I & T). exists r. apply joined_correct. split; [exact I|].
    now apply reads_true_correct.
  - apply for_all_intro; [exact W|]. intros v _ D. apply assuming_intro. intros F.
    destruct (H v D F) as [Df (r & [I Z] & U)]. split.
    + intros t. apply implied_correct. intros Ht. now apply conditions_true, Df.
    + exists r. split; [apply joined_correct; rewrite read_correct; now split|].
      intros t Ht. apply joined_correct in Ht. rewrite read_correct in Ht. symmetry. now apply U.
  - destruct H as (Df & (c0 & N & I & P & J & L) & No).
    assert (E : (fun r : R => read (at_point x r) f) = map_of x f).
    { apply FunctionalExtensionality.functional_extensionality. intros r. apply read_correct. }
    unfold reads, reads_cycle; lazy zeta. rewrite E, number_correct. split; [|split; [|exact No]].
    + intros n. apply conditions_true, Df.
    + exists c0, N. apply joined_correct. auto.
  - destruct H as (Df & Out & Sl & (c0 & [I P] & U)).
    assert (E : (fun r : R => read (at_point x r) f) = map_of x f).
    { apply FunctionalExtensionality.functional_extensionality. intros r. apply read_correct. }
    unfold reads, reads_unique_cycle; lazy zeta. rewrite E, !number_correct.
    split; [|split; [exact Out|split; [exact Sl|]]].
    + intros r Hr j Hj. apply conditions_true. now apply (Df r Hr j Hj).
    + exists c0. split; [split; [exact I | exact P]|]. intros d Hd. symmetry. now apply U.
Qed.
