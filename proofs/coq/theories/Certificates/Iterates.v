(** Iterates of a map of one variable, computed step by step: an orbit from one
    point ([enters_correct]), and the images of an interval with the slopes of the
    iterate ([check_cells_correct]).  An iterate is never nested: each image has its
    own enclosure, and the slopes multiply. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra Lia.
From Interval.Real Require Import Xreal.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require Expr.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure Derivative Tree Program
  SlopeBounds Slopes.
Import ListNotations.
Open Scope R_scope.

(** The map of a formula in the variable x, and its domain of definition. *)
Definition at_point (x : nat) (r : R) : env := upd (fun _ => 0) x r.
Definition map_of (x : nat) (f : expr) (r : R) : R := eval (at_point x r) f.
Definition map_defined (x : nat) (f : expr) (r : R) : Prop := defined (at_point x r) f.

Definition between (b : Q * Q) (r : R) : Prop := Q2R (fst b) <= r <= Q2R (snd b).

(** ** The checker

    A map that contracts is followed by slopes (Slopes.v), with few bits whatever the
    length of the orbit.  Where that does not decide, the map is evaluated as
    docs/certificate-format.md says, with the bits of the certificate. *)

(** A test with few bits, then with more. *)
Fixpoint with_bits (l : list positive) (test : ZF.precision -> bool) : bool :=
  match l with
  | [] => false
  | b :: t => if test (ZF.PtoP b) then true else with_bits t test
  end.
Definition few_bits : list positive := [40; 100]%positive.

Definition more_bits (bits : positive) : positive := (bits + 10)%positive.

(** The map as a program, and the number of its result. *)
Definition code := (program * positive)%type.
Definition code_of (f : expr) (c : code) : bool := same (get (Num 0) (exprs (fst c)) (snd c)) f.

Definition within_ends (prec : ZF.precision) (a b : Q) (i : ZI.type) : bool :=
  if Expr.surely_nonneg (zsub prec i (zq prec a)) then Expr.surely_nonneg (zsub prec (zq prec b) i)
  else false.
Definition within_some (prec : ZF.precision) (a b : Q) (i : option ZI.type) : bool :=
  match i with Some j => within_ends prec a b j | None => false end.

(** ** An orbit *)
Definition by_slopes (prec : ZF.precision) (x : nat) (p : code) (i : ZI.type) : option ZI.type :=
  option_map range (image prec x i (fst p) (snd p)).
Definition naturally (prec : ZF.precision) (x : nat) (p : code) (i : ZI.type) : option ZI.type :=
  value prec (run prec [(x, i)] (fst p)) (snd p).

Fixpoint follow (step : ZI.type -> option ZI.type) (i : ZI.type) (n : nat) : option ZI.type :=
  match n with
  | O => Some i
  | S m => match follow step i m with Some j => step j | None => None end
  end.

(** The n-th iterate of q lies in b. *)
Definition enters (bits : positive) (x : nat) (p : code) (q : Q) (n : nat) (b : Q * Q) : bool :=
  if with_bits few_bits (fun few =>
       within_some few (fst b) (snd b) (follow (by_slopes few x p) (zq few q) n)) then true
  else let prec := ZF.PtoP (more_bits bits) in
    within_some prec (fst b) (snd b) (follow (naturally prec x p) (zq prec q) n).

(** ** The images of an interval *)

Definition apart (prec : ZF.precision) (b : Q * Q) (i : ZI.type) : bool :=
  if Expr.surely_pos (zsub prec i (zq prec (snd b))) then true
  else Expr.surely_pos (zsub prec (zq prec (fst b)) i).

(** n steps from an interval and a slope; the images before the last are apart from b. *)
Fixpoint along (prec : ZF.precision) (x : nat) (p : code) (b : Q * Q) (d : dual) (n : nat) : option dual :=
  match n with
  | O => Some d
  | S n' =>
      match image prec x (range d) (fst p) (snd p) with
      | None => None
      | Some e =>
          let t := Dual (range e) (ZI.mul prec (slope d) (slope e)) in
          match n' with
          | O => Some t
          | _ => if apart prec b (range e) then along prec x p b t n' else None
          end
      end
  end.

(** On a leaf of b the k-th iterate has its slopes in m, and comes back to b where that is asked. *)
Definition check_cell (prec : ZF.precision) (x : nat) (p : code) (k : nat) (b m : Q * Q) (back : bool)
    (a : axis) : bool :=
  match along prec x p b (Dual (zaxis prec a) (ZI.fromZ prec 1)) k with
  | None => false
  | Some d =>
      if within_ends prec (fst m) (snd m) (slope d) then
        if back then within_ends prec (fst b) (snd b) (range d) else true
      else false
  end.
Definition check_cells (bits : positive) (x : nat) (p : code) (k : nat) (b m : Q * Q) (back : bool) (t : tree) : bool :=
  on_leaves (fun a => with_bits (few_bits ++ [more_bits bits])
    (fun prec => check_cell prec x p k b m back a)) t (axis_between (fst b) (snd b)).

(** ** Correctness *)

Lemma with_bits_correct l test : with_bits l test = true -> exists prec, test prec = true.
Proof.
  induction l as [|b l IH]; simpl; [discriminate|].
  destruct (test (ZF.PtoP b)) eqn:E; [now exists (ZF.PtoP b) | exact IH].
Qed.

Lemma within_ends_correct prec a b i y : within_ends prec a b i = true -> contains_real i y ->
  Q2R a <= y <= Q2R b.
Proof.
  unfold within_ends. destruct (Expr.surely_nonneg (zsub prec i (zq prec a))) eqn:E; [|discriminate].
  intros F Hy.
  assert (0 <= y - Q2R a).
  { eapply Expr.surely_nonneg_correct; [exact E | apply sub_real; [exact Hy | apply zq_correct]]. }
  assert (0 <= Q2R b - y).
  { eapply Expr.surely_nonneg_correct; [exact F | apply sub_real; [apply zq_correct | exact Hy]]. }
  lra.
Qed.
Lemma within_some_correct prec a b i : within_some prec a b i = true ->
  exists j, i = Some j /\ forall y, contains_real j y -> Q2R a <= y <= Q2R b.
Proof.
  destruct i as [j|]; [|discriminate]. intros H; exists j; split; [reflexivity|].
  intros y; now apply within_ends_correct with (1 := H).
Qed.

(** A step encloses what the map makes of every point. *)
Definition follows (x : nat) (f : expr) (step : ZI.type -> option ZI.type) : Prop :=
  forall i j r, step i = Some j -> contains_real i r ->
    map_defined x f r /\ contains_real j (map_of x f r).

Lemma by_slopes_correct prec x f p : code_of f p = true -> follows x f (by_slopes prec x p).
Proof.
  intros Hp i j r H Hr. apply same_correct in Hp. unfold by_slopes in H.
  destruct (image prec x i (fst p) (snd p)) as [d|] eqn:E; [|discriminate H]. injection H as <-.
  apply (image_correct _ _ _ _ _ f _ Hp) in E. now destruct (E (fun _ => 0) r Hr) as (D & C & _).
Qed.
Lemma naturally_correct prec x f p : code_of f p = true -> follows x f (naturally prec x p).
Proof.
  intros Hp i j r H Hr. apply same_correct in Hp. unfold naturally in H.
  rewrite (value_correct _ _ _ _ _ Hp) in H. apply (enclose_correct prec [(x, i)]); [|exact H].
  intros y b K. simpl in K. destruct (Nat.eqb x y) eqn:E; [|discriminate K].
  apply Nat.eqb_eq in E; subst y. injection K as <-. unfold at_point. now rewrite upd_same.
Qed.

Lemma follow_correct x f step i r : follows x f step -> contains_real i r -> forall n j,
  follow step i n = Some j ->
  contains_real j (iter (map_of x f) r n) /\
  forall m, (m < n)%nat -> map_defined x f (iter (map_of x f) r m).
Proof.
  intros Hs Hi. induction n as [|n IH]; intros j H; simpl in H |- *.
  - injection H as <-. split; [exact Hi | intros; lia].
  - destruct (follow step i n) as [k|]; [|discriminate H].
    destruct (IH k eq_refl) as [C D]. destruct (Hs k j _ H C) as [Df Cf]. split; [exact Cf|].
    intros m Hm. destruct (Nat.eq_dec m n) as [->|]; [exact Df | apply D; lia].
Qed.

Lemma enters_correct bits x f p q n b : code_of f p = true -> enters bits x p q n b = true ->
  Q2R (fst b) <= iter (map_of x f) (Q2R q) n <= Q2R (snd b) /\
  forall m, (m < n)%nat -> map_defined x f (iter (map_of x f) (Q2R q) m).
Proof.
  intros Hp H. unfold enters in H.
  assert (G : forall prec step, follows x f step ->
    within_some prec (fst b) (snd b) (follow step (zq prec q) n) = true ->
    Q2R (fst b) <= iter (map_of x f) (Q2R q) n <= Q2R (snd b) /\
    forall m, (m < n)%nat -> map_defined x f (iter (map_of x f) (Q2R q) m)).
  { intros prec step Hs K. apply within_some_correct in K; destruct K as [j [Ej Hj]].
    destruct (follow_correct x f step _ _ Hs (zq_correct prec q) n j Ej) as [C D].
    split; [now apply Hj | exact D]. }
  destruct (with_bits few_bits _) eqn:E; [|apply (G _ _ (naturally_correct _ x f p Hp) H)].
  apply with_bits_correct in E; destruct E as [few E]. apply (G _ _ (by_slopes_correct _ x f p Hp) E).
Qed.

Lemma apart_correct prec b i r : apart prec b i = true -> contains_real i r -> ~ between b r.
Proof.
  unfold apart, between. intros H Hr [L U].
  destruct (Expr.surely_pos (zsub prec i (zq prec (snd b)))) eqn:E.
  - assert (0 < r - Q2R (snd b)); [|lra].
    eapply Expr.surely_pos_correct; [exact E | apply sub_real; [exact Hr | apply zq_correct]].
  - assert (0 < Q2R (fst b) - r); [|lra].
    eapply Expr.surely_pos_correct; [exact H | apply sub_real; [apply zq_correct | exact Hr]].
Qed.

Lemma along_correct prec x f p b : code_of f p = true -> let F := map_of x f in
  forall n d t, along prec x p b d n = Some t ->
  (forall r, contains_real (range d) r ->
     (forall j, (j < n)%nat -> map_defined x f (iter F r j)) /\
     (forall j, (0 < j < n)%nat -> ~ between b (iter F r j)) /\
     contains_real (range t) (iter F r n)) /\
  forall r u, contains_real (range d) r -> contains_real (range d) u -> exists m,
    iter F r n - iter F u n = m * (r - u) /\
    forall q, contains_real (slope d) q -> contains_real (slope t) (q * m).
Proof.
  intros Hp F. apply same_correct in Hp. induction n as [|n IH]; intros d t H.
  - injection H as <-. split.
    + intros r Hr. split; [intros; lia|]. split; [intros; lia | exact Hr].
    + intros r u _ _. exists 1. split; [simpl; lra | intros q Hq; now rewrite Rmult_1_r].
  - cbn [along] in H. destruct (image prec x (range d) (fst p) (snd p)) as [e|] eqn:E; [|discriminate H].
    apply (image_correct _ _ _ _ _ f _ Hp) in E. lazy zeta in H.
    assert (D : forall r, contains_real (range d) r -> map_defined x f r /\ contains_real (range e) (F r) /\
      forall u, contains_real (range d) u -> exists m, contains_real (slope e) m /\ F r - F u = m * (r - u)).
    { intros r Hr. exact (E (fun _ => 0) r Hr). }
    destruct n as [|n].
    + injection H as <-. cbn [range slope]. split.
      * intros r Hr. destruct (D r Hr) as (Df & Cf & _). split; [|split; [intros; lia | exact Cf]].
        intros j Hj. now replace j with O by lia.
      * intros r u Hr Hu. destruct (D r Hr) as (_ & _ & Sl). destruct (Sl u Hu) as (m & Hm & G).
        exists m. split; [exact G|]. intros q Hq. now apply mul_real.
    + destruct (apart prec b (range e)) eqn:A; [|discriminate H].
      destruct (IH _ _ H) as [I1 I2]. cbn [range slope] in I1, I2. split.
      * intros r Hr. destruct (D r Hr) as (Df & Cf & _). destruct (I1 _ Cf) as (J1 & J2 & J3).
        split; [|split; [|now rewrite (iter_shift F r (S n))]].
        -- intros [|j] Hj; [exact Df|]. rewrite iter_shift. apply J1. lia.
        -- intros [|j] Hj; [lia|]. rewrite iter_shift. destruct j as [|j].
           ++ simpl. now apply (apart_correct prec _ (range e)).
           ++ apply J2. lia.
      * intros r u Hr Hu. destruct (D r Hr) as (_ & Cr & Sl). destruct (D u Hu) as (_ & Cu & _).
        destruct (Sl u Hu) as (m & Hm & G). destruct (I2 _ _ Cr Cu) as (w & Hw & K).
        exists (m * w). rewrite (iter_shift F r (S n)), (iter_shift F u (S n)). split.
        -- rewrite Hw, G. ring.
        -- intros q Hq. rewrite <- Rmult_assoc. apply K. now apply mul_real.
Qed.

(** What holds at every point of b. *)
Definition cell_at (x : nat) (f : expr) (k : nat) (b : Q * Q) (back : bool) (r : R) : Prop :=
  let F := map_of x f in
  (forall j, (j < k)%nat -> map_defined x f (iter F r j)) /\
  (forall j, (0 < j < k)%nat -> ~ between b (iter F r j)) /\
  (back = true -> between b (iter F r k)).

Lemma check_cell_correct prec x f p k b m back a : code_of f p = true ->
  check_cell prec x p k b m back a = true ->
  (forall r, in_axis a r -> cell_at x f k b back r) /\
  slopes_between (fun r => iter (map_of x f) r k) (left_end a) (right_end a) (Q2R (fst m)) (Q2R (snd m)).
Proof.
  intros Hp H. unfold check_cell in H.
  destruct (along prec x p b _ k) as [t|] eqn:E; [|discriminate H].
  destruct (within_ends prec (fst m) (snd m) (slope t)) eqn:Ht; [|discriminate H].
  apply (along_correct prec x f p b Hp) in E. cbn [range slope] in E. destruct E as [D S].
  assert (B : forall r, in_axis a r -> contains_real (zaxis prec a) r)
    by (intros r; apply BoxCert.zaxis_correct).
  split.
  - intros r Hr. destruct (D r (B r Hr)) as (D1 & D2 & D3). split; [exact D1|]. split; [exact D2|].
    intros ->. now apply (within_ends_correct _ _ _ _ _ H).
  - intros r s Hr Hrs Hs.
    assert (Ar : in_axis a r) by (split; [exact Hr | exact (Rle_trans _ _ _ Hrs Hs)]).
    assert (As : in_axis a s) by (split; [exact (Rle_trans _ _ _ Hr Hrs) | exact Hs]).
    destruct (S s r (B s As) (B r Ar)) as (q & -> & K).
    assert (Q := within_ends_correct _ _ _ _ _ Ht (K 1 (ZI.fromZ_correct prec 1))). rewrite Rmult_1_l in Q.
    split; apply Rmult_le_compat_r; lra.
Qed.

Lemma ends_of_axis p q : left_end (axis_between p q) = Q2R p /\ right_end (axis_between p q) = Q2R q.
Proof.
  unfold left_end, right_end, axis_between, Q2R; cbn [BoxCert.lo BoxCert.hi BoxCert.den].
  rewrite !mult_IZR, Pos2Z.inj_mul, mult_IZR.
  assert (0 < IZR (Zpos (Qden p))) by now apply IZR_lt.
  assert (0 < IZR (Zpos (Qden q))) by now apply IZR_lt. split; field; lra.
Qed.

Theorem check_cells_correct bits x f p k b m back t : code_of f p = true ->
  Q2R (fst b) <= Q2R (snd b) -> check_cells bits x p k b m back t = true ->
  (forall r, between b r -> cell_at x f k b back r) /\
  slopes_between (fun r => iter (map_of x f) r k) (Q2R (fst b)) (Q2R (snd b)) (Q2R (fst m)) (Q2R (snd m)).
Proof.
  intros Hp Hb H. unfold check_cells in H. destruct (ends_of_axis (fst b) (snd b)) as [E1 E2].
  apply (on_leaves_correct _ (cell_at x f k b back) (fun r => iter (map_of x f) r k) (Q2R (fst m)) (Q2R (snd m)))
    in H; [|intros a K | rewrite E1, E2; exact Hb].
  2: { apply with_bits_correct in K; destruct K as [prec K]. now apply check_cell_correct with prec p. }
  rewrite E1, E2 in H. destruct H as [D S]. split; [|exact S].
  intros r Hr. apply D. now apply axis_between_correct.
Qed.

Lemma iter_continuous_where_defined x f r k :
  (forall j, (j < k)%nat -> map_defined x f (iter (map_of x f) r j)) ->
  continuity_pt (fun r => iter (map_of x f) r k) r.
Proof.
  induction k as [|k IH]; intros D.
  - apply derivable_continuous_pt, derivable_pt_id.
  - apply (continuity_pt_comp (fun r => iter (map_of x f) r k) (map_of x f)).
    + apply IH. intros j Hj. apply D. lia.
    + apply (continuous_where_defined x f (fun _ => 0)). apply (D k). lia.
Qed.

