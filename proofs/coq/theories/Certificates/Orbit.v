(** The step [orbit]: a cycle of boxes, checked by computation ([orbit_sound]). *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra Lia.
From Coquelicot Require Import Coquelicot.
From Interval.Real Require Import Xreal.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Computation Require Import IntervalZ AttractingCycle.
From GrpoProofs.Computation Require Expr BoxCert.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure Derivative Tree Program
  Bisection CycleOfBoxes Decided Slopes.
Import ListNotations.
Open Scope R_scope.

(** The map of a formula in the variable x, and its domain of definition. *)
Definition at_point (x : nat) (r : R) : env := upd (fun _ => 0) x r.
Definition map_of (x : nat) (f : expr) (r : R) : R := eval (at_point x r) f.
Definition map_defined (x : nat) (f : expr) (r : R) : Prop := defined (at_point x r) f.

(** Every iterate of q is defined; the orbit of q is attracted by a point of period
    exactly k in the interval, and has no limit when k >= 2. *)
Definition cycle_statement (x : nat) (q : Q) (f : expr) (k : nat) (i : interval) : Prop :=
  let F := map_of x f in
  (forall n, map_defined x f (iter F (Q2R q) n)) /\
  (exists c N, inside i c /\ iter F c k = c /\
     (forall j, (0 < j < k)%nat -> iter F c j <> c) /\
     is_lim_seq (fun n => iter F (Q2R q) (n * k + N)) c) /\
  ((2 <= k)%nat -> ~ ex_lim_seq (iter F (Q2R q))).

Record orbit_data : Set := OrbitData {
  precision : positive; enter : nat;
  boxes : list (Q * Q); slopes : list Q; trees : list tree }.

(** ** The checker

    A map that contracts is followed by slopes (Slopes.v), with few bits whatever the
    length of the orbit.  Where that does not decide, the map is evaluated as
    docs/certificate-format.md says: naturally, with the bits of the certificate. *)

(** A test with few bits, then with more. *)
Fixpoint with_bits (l : list positive) (test : ZF.precision -> bool) : bool :=
  match l with
  | [] => false
  | b :: t => if test (ZF.PtoP b) then true else with_bits t test
  end.
Definition orbit_bits : list positive := [40; 100]%positive.

Lemma with_bits_correct l test : with_bits l test = true -> exists prec, test prec = true.
Proof.
  induction l as [|b l IH]; simpl; [discriminate|].
  destruct (test (ZF.PtoP b)) eqn:E; [now exists (ZF.PtoP b) | exact IH].
Qed.

(** The map as a program, and the number of its result. *)
Definition code := (program * nat)%type.
Definition code_of (f : expr) (c : code) : bool := same (get (Num 0) (exprs (fst c)) (snd c)) f.

Definition within_ends (prec : ZF.precision) (a b : Q) (i : ZI.type) : bool :=
  if Expr.surely_nonneg (ZI.sub prec i (zq prec a)) then Expr.surely_nonneg (ZI.sub prec (zq prec b) i)
  else false.
Definition within_some (prec : ZF.precision) (a b : Q) (i : option ZI.type) : bool :=
  match i with Some j => within_ends prec a b j | None => false end.

(** The map on a leaf, its derivative there, and its range. *)
Definition check_image (prec : ZF.precision) (x : nat) (f : expr) (next : Q * Q) (slope : Q)
    (c : cells) : bool :=
  let b := enclose_cells prec c in
  match enclose prec b f with
  | None => false
  | Some i =>
      let g := decide prec b f in
      match derivative x g with
      | None => false
      | Some dg =>
          if within_some prec (- slope) slope (enclose prec b dg) then
            if within_ends prec (fst next) (snd next) i then true
            else within_some prec (fst next) (snd next) (mean_value prec c g)
          else false
      end
  end.

Definition check_slopes (prec : ZF.precision) (x : nat) (p : code) (next : Q * Q) (slope : Q)
    (a : axis) : bool :=
  match image prec x (zaxis prec a) (fst p) (snd p) with
  | None => false
  | Some d =>
      if within_ends prec (- slope) slope (Slopes.slope d)
      then within_ends prec (fst next) (snd next) (range d) else false
  end.

(** Only splits of the one axis and natural leaves. *)
Fixpoint check_images (prec : ZF.precision) (x : nat) (f : expr) (p : code) (next : Q * Q) (slope : Q)
    (t : tree) (a : axis) : bool :=
  match t with
  | Leaf Natural =>
      if with_bits orbit_bits (fun few => check_slopes few x p next slope a) then true
      else check_image prec x f next slope [(x, a)]
  | Leaf _ => false
  | Split O t1 t2 =>
      if check_images prec x f p next slope t1 (BoxCert.lower_half a)
      then check_images prec x f p next slope t2 (BoxCert.upper_half a) else false
  | Split _ _ _ => false
  end.

Fixpoint check_boxes (prec : ZF.precision) (x : nat) (f : expr) (p : code) (first : Q * Q)
    (bs : list (Q * Q)) (ss : list Q) (ts : list tree) : bool :=
  match bs, ss, ts with
  | [], [], [] => true
  | b :: bs', s :: ss', t :: ts' =>
      let next := match bs' with [] => first | b' :: _ => b' end in
      if Qleb 0 s then
        if Qleb (fst b) (snd b) then
          if check_images prec x f p next s t (axis_between (fst b) (snd b))
          then check_boxes prec x f p first bs' ss' ts' else false
        else false
      else false
  | _, _, _ => false
  end.

(** One step of the orbit. *)
Definition by_slopes (prec : ZF.precision) (x : nat) (p : code) (i : ZI.type) : option ZI.type :=
  option_map range (image prec x i (fst p) (snd p)).
Definition naturally (prec : ZF.precision) (x : nat) (p : code) (i : ZI.type) : option ZI.type :=
  value prec (run prec [(x, i)] (fst p)) (snd p).

Fixpoint follow (step : ZI.type -> option ZI.type) (i : ZI.type) (n : nat) : option ZI.type :=
  match n with
  | O => Some i
  | S m => match follow step i m with Some j => step j | None => None end
  end.

Definition enters (prec : ZF.precision) (x : nat) (p : code) (q : Q) (n : nat) (b : Q * Q) : bool :=
  if with_bits orbit_bits (fun few =>
       within_some few (fst b) (snd b) (follow (by_slopes few x p) (zq few q) n)) then true
  else within_some prec (fst b) (snd b) (follow (naturally prec x p) (zq prec q) n).

Definition disjoint (b c : Q * Q) : bool := if Qltb (snd c) (fst b) then true else Qltb (snd b) (fst c).
Definition ends_inside (b : Q * Q) (i : interval) : bool :=
  match lower i with Inf => true | Open p => Qltb p (fst b) | Closed p => Qleb p (fst b) end &&
  match upper i with Inf => true | Open p => Qltb (snd b) p | Closed p => Qleb (snd b) p end.

Definition check_orbit (x : nat) (q : Q) (f : expr) (k : nat) (i : interval) (o : orbit_data) : bool :=
  let prec := working (precision o) in
  let p := compile f [] in
  match boxes o with
  | b :: bs =>
      if code_of f p then
      if Nat.eqb (length (boxes o)) k then
      if Qleb (fst b) (snd b) then
      if ends_inside b i then
      if forallb (disjoint b) bs then
      if Qltb (fold_right Qmult 1%Q (slopes o)) 1 then
      if enters prec x p q (enter o) b then
        check_boxes prec x f p b (boxes o) (slopes o) (trees o)
      else false else false else false else false else false else false else false
  | [] => false
  end.

(** ** Its correctness *)

Lemma within_ends_correct prec a b i y : within_ends prec a b i = true -> contains_real i y ->
  Q2R a <= y <= Q2R b.
Proof.
  unfold within_ends. destruct (Expr.surely_nonneg (ZI.sub prec i (zq prec a))) eqn:E; [|discriminate].
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

(** What the boxes must deliver at every point of a box. *)
Definition image_at (x : nat) (f : expr) (next : Q * Q) (r : R) : Prop :=
  defined (at_point x r) f /\ Q2R (fst next) <= map_of x f r <= Q2R (snd next).

Lemma one_cell x a r : in_axis a r -> in_cells [(x, a)] (at_point x r).
Proof.
  intros H y b K. simpl in K. destruct (Nat.eqb x y) eqn:E; [|discriminate K].
  apply Nat.eqb_eq in E; subst y. injection K as <-. unfold at_point. now rewrite upd_same.
Qed.

Lemma check_slopes_correct few x f p next slope a : code_of f p = true ->
  check_slopes few x p next slope a = true ->
  (forall r, in_axis a r -> image_at x f next r) /\
  lipschitz (map_of x f) (left_end a) (right_end a) (Q2R slope).
Proof.
  intros Hp H. apply same_correct in Hp. unfold check_slopes in H.
  destruct (image few x (zaxis few a) (fst p) (snd p)) as [d|] eqn:E; [|discriminate H].
  apply (image_correct _ _ _ _ _ f _ Hp) in E.
  destruct (within_ends few (- slope) slope (Slopes.slope d)) eqn:S; [|discriminate H].
  assert (B : forall r, in_axis a r -> contains_real (zaxis few a) r)
    by (intros r; apply BoxCert.zaxis_correct).
  split.
  - intros r Hr. destruct (E (fun _ => 0) r (B r Hr)) as (D & C & _). split; [exact D|].
    now apply (within_ends_correct _ _ _ _ _ H).
  - intros r s Hr Hs. destruct (E (fun _ => 0) r (B r Hr)) as (_ & _ & L).
    destruct (L s (B s Hs)) as (m & Hm & F). unfold map_of, at_point. rewrite F, Rabs_mult.
    apply Rmult_le_compat_r; [apply Rabs_pos|].
    apply (within_ends_correct _ _ _ _ _ S) in Hm. rewrite Q2R_opp in Hm. apply Rabs_le. lra.
Qed.

Lemma check_images_correct prec x f p next slope t : code_of f p = true -> forall a,
  check_images prec x f p next slope t a = true -> left_end a <= right_end a ->
  (forall r, in_axis a r -> image_at x f next r) /\
  lipschitz (map_of x f) (left_end a) (right_end a) (Q2R slope).
Proof.
  intros Hp. induction t as [k|i t1 IH1 t2 IH2]; intros a H Ha.
  - destruct k; try discriminate H. cbn [check_images] in H.
    destruct (with_bits orbit_bits _) eqn:Sl.
    { apply with_bits_correct in Sl; destruct Sl as [few Sl]. now apply check_slopes_correct with few p. }
    unfold check_image in H; lazy zeta in H.
    set (b := enclose_cells prec [(x, a)]) in *.
    destruct (enclose prec b f) as [i|] eqn:Ei; [|discriminate H].
    set (g := decide prec b f) in *.
    destruct (derivative x g) as [dg|] eqn:Dg; [|discriminate H].
    destruct (within_some prec (- slope) slope _) eqn:E; [|discriminate H].
    apply within_some_correct in E; destruct E as [j [Ej Hj]].
    assert (All : forall r, in_axis a r -> in_cells [(x, a)] (at_point x r) /\
      defined (at_point x r) f /\ contains_real i (map_of x f r) /\
      defined (at_point x r) g /\ eval (at_point x r) g = map_of x f r /\
      defined (at_point x r) dg /\ Rabs (eval (at_point x r) dg) <= Q2R slope).
    { intros r Hr. assert (C := one_cell x a r Hr). assert (B := enclose_cells_correct prec _ _ C).
      destruct (enclose_correct prec _ _ f B i Ei) as [Df Cf].
      destruct (enclose_correct prec _ _ dg B j Ej) as [Dd Cd]. apply Hj in Cd. rewrite Q2R_opp in Cd.
      destruct (decide_correct prec _ _ f B Df) as [Dfg Eg].
      split; [exact C|]. repeat split; auto. apply Rabs_le. lra. }
    split.
    + intros r Hr. destruct (All r Hr) as (C & Df & Cf & _ & Eg & _). split; [exact Df|].
      destruct (within_ends prec (fst next) (snd next) i) eqn:F.
      * now apply (within_ends_correct _ _ _ _ _ F).
      * apply within_some_correct in H; destruct H as [m [Em Hm]].
        destruct (mean_value_correct prec _ g _ m C Em) as [_ Cm]. rewrite <- Eg. now apply Hm.
    + apply (lipschitz_ext (map_of x g)).
      { intros r Hr. now destruct (All r Hr) as (_ & _ & _ & _ & Eg & _). }
      apply lipschitz_derive with (fun r => eval (at_point x r) dg).
      * intros r Hr. destruct (All r Hr) as (_ & _ & _ & Dfg & _ & Dd & _).
        apply is_derive_Reals. now apply (derivative_correct x g dg (fun _ => 0) r Dg).
      * intros r Hr. now destruct (All r Hr) as (_ & _ & _ & _ & _ & _ & S).
  - cbn [check_images] in H. destruct i; [|discriminate H].
    destruct (check_images prec x f p next slope t1 (BoxCert.lower_half a)) eqn:E; [|discriminate H].
    destruct (halves_ends a) as (E1 & E2 & E3 & E4).
    destruct (IH1 _ E) as [I1 L1]; [rewrite E1, E3, E4; lra|].
    destruct (IH2 _ H) as [I2 L2]; [rewrite E2, E4; lra|].
    split.
    + intros r Hr. destruct (BoxCert.halves a r Hr); [now apply I1 | now apply I2].
    + apply lipschitz_join with (left_end (BoxCert.upper_half a)); [rewrite E4; lra | |].
      * now rewrite <- E1, <- E3.
      * now rewrite <- E2.
Qed.

Definition box_of (first : Q * Q) (bs : list (Q * Q)) (j : nat) : Q * Q := nth j bs first.

Lemma ends_of_axis p q : left_end (axis_between p q) = Q2R p /\ right_end (axis_between p q) = Q2R q.
Proof.
  unfold left_end, right_end, axis_between, Q2R; cbn [BoxCert.lo BoxCert.hi BoxCert.den].
  rewrite !mult_IZR, Pos2Z.inj_mul, mult_IZR.
  assert (0 < IZR (Zpos (Qden p))) by now apply IZR_lt.
  assert (0 < IZR (Zpos (Qden q))) by now apply IZR_lt. split; field; lra.
Qed.

Lemma check_boxes_correct prec x f p first : code_of f p = true -> forall bs ss ts,
  check_boxes prec x f p first bs ss ts = true ->
  length ss = length bs /\ (forall j, (j < length bs)%nat ->
    let b := box_of first bs j in
    0 <= Q2R (nth j ss 0%Q) /\ Q2R (fst b) <= Q2R (snd b) /\
    (forall r, Q2R (fst b) <= r <= Q2R (snd b) -> image_at x f (box_of first bs (S j)) r) /\
    lipschitz (map_of x f) (Q2R (fst b)) (Q2R (snd b)) (Q2R (nth j ss 0%Q))).
Proof.
  intros Hp. induction bs as [|b bs IH]; intros [|s ss] [|t ts] H; try discriminate H.
  - split; [reflexivity | simpl; lia].
  - cbn [check_boxes] in H. destruct (Qleb 0 s) eqn:E; [|discriminate H].
    destruct (Qleb (fst b) (snd b)) eqn:O; [|discriminate H].
    destruct (check_images _ _ _ _ _ _ t _) eqn:F; [|discriminate H].
    destruct (IH ss ts H) as [Len G]. split; [simpl; now rewrite Len|].
    intros [|j] Hj; [|apply (G j); simpl in Hj; lia]. lazy zeta.
    apply Qleb_correct in E, O. rewrite Q2R_0 in E.
    destruct (ends_of_axis (fst b) (snd b)) as [E1 E2].
    apply check_images_correct in F; [|exact Hp | rewrite E1, E2; exact O].
    destruct F as [I L]. rewrite E1, E2 in L.
    change (box_of first (b :: bs) 0) with b. change (nth 0 (s :: ss) 0%Q) with s.
    replace (box_of first (b :: bs) 1) with (match bs with [] => first | b' :: _ => b' end)
      by (now destruct bs).
    repeat split; auto; apply I; now apply axis_between_correct.
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

Lemma enters_correct prec x f p q n b : code_of f p = true -> enters prec x p q n b = true ->
  Q2R (fst b) <= iter (map_of x f) (Q2R q) n <= Q2R (snd b) /\
  forall m, (m < n)%nat -> map_defined x f (iter (map_of x f) (Q2R q) m).
Proof.
  intros Hp H. unfold enters in H.
  assert (G : forall bits step, follows x f step ->
    within_some bits (fst b) (snd b) (follow step (zq bits q) n) = true ->
    Q2R (fst b) <= iter (map_of x f) (Q2R q) n <= Q2R (snd b) /\
    forall m, (m < n)%nat -> map_defined x f (iter (map_of x f) (Q2R q) m)).
  { intros bits step Hs K. apply within_some_correct in K; destruct K as [j [Ej Hj]].
    destruct (follow_correct x f step _ _ Hs (zq_correct bits q) n j Ej) as [C D].
    split; [now apply Hj | exact D]. }
  destruct (with_bits orbit_bits _) eqn:E; [|apply (G _ _ (naturally_correct _ x f p Hp) H)].
  apply with_bits_correct in E; destruct E as [few E]. apply (G _ _ (by_slopes_correct _ x f p Hp) E).
Qed.

Lemma product_of_slopes ss : forall k, length ss = k ->
  product (fun j => Q2R (nth j ss 0%Q)) k = Q2R (fold_right Qmult 1%Q ss).
Proof.
  assert (G : forall l m, product (fun j => Q2R (nth j (l ++ m) 0%Q)) (length l) = Q2R (fold_right Qmult 1%Q l)).
  { intros l; induction l as [|a l IH] using rev_ind; intros m; [simpl; now rewrite Q2R_1|].
    rewrite app_length, Nat.add_comm. simpl. rewrite <- app_assoc, IH.
    rewrite app_nth2, Nat.sub_diag by lia. simpl. rewrite fold_right_app. simpl.
    assert (P : forall u c, Q2R (fold_right Qmult c u) = Q2R c * Q2R (fold_right Qmult 1%Q u)).
    { induction u as [|w u IHu]; intros c; simpl; [rewrite Q2R_1; ring|].
      rewrite !Q2R_mult, IHu. ring. }
    rewrite (P l (a * 1)%Q), Q2R_mult, Q2R_1. ring. }
  intros k <-. rewrite <- (G ss []). now rewrite app_nil_r.
Qed.

Theorem orbit_sound x q f k i o : check_orbit x q f k i o = true -> cycle_statement x q f k i.
Proof.
  unfold check_orbit; lazy zeta. destruct (boxes o) as [|b bs] eqn:Eb; [discriminate|].
  set (p := compile f []). destruct (code_of f p) eqn:Hp; [|discriminate].
  destruct (Nat.eqb _ k) eqn:Ek; [|discriminate]. destruct (Qleb _ _) eqn:Eo; [|discriminate].
  destruct (ends_inside b i) eqn:Ei; [|discriminate]. destruct (forallb _ _) eqn:Ed; [|discriminate].
  destruct (Qltb _ 1) eqn:Ep; [|discriminate]. destruct (enters _ _ _ _ _ _) eqn:Ee; [|discriminate].
  intros H. apply Nat.eqb_eq in Ek. set (prec := working (precision o)) in *.
  apply check_boxes_correct in H; [|exact Hp]; destruct H as [Len G].
  apply (enters_correct _ _ f) in Ee; [|exact Hp]. destruct Ee as [C Def].
  set (F := map_of x f) in *. set (bb := box_of b (b :: bs)) in *.
  set (lo := fun m => Q2R (fst (bb m))). set (hi := fun m => Q2R (snd (bb m))).
  set (L := fun m => Q2R (nth m (slopes o) 0%Q)).
  assert (Wrap : lo k = lo O /\ hi k = hi O).
  { unfold lo, hi, bb, box_of. rewrite (nth_overflow (b :: bs)) by lia. split; reflexivity. }
  assert (Img : forall m, (m < k)%nat -> forall r, lo m <= r <= hi m -> image_at x f (bb (S m)) r).
  { intros m Hm. apply G. lia. }
  assert (Dis : forall m, (0 < m < k)%nat -> hi m < lo O \/ hi O < lo m).
  { intros [|m] Hm; [lia|]. rewrite forallb_forall in Ed.
    assert (In (bb (S m)) bs).
    { unfold bb, box_of. cbn [nth]. apply nth_In. simpl in Ek. lia. }
    specialize (Ed _ H). unfold disjoint in Ed. unfold lo, hi, bb at 2 3, box_of. cbn [nth].
    destruct (Qltb (snd (bb (S m))) (fst b)) eqn:E; [left | right]; now apply Qltb_correct. }
  assert (Pr : product L k < 1).
  { unfold L. rewrite product_of_slopes by (rewrite Len; exact Ek).
    rewrite <- Q2R_1. now apply Qltb_correct. }
  destruct (cycle_of_boxes F k lo hi L (Q2R q) (enter o)) as [[c (Cin & Ck & Cj & Cl)] NL]; auto.
  - simpl in Ek; lia.
  - unfold lo, hi, bb, box_of; simpl. now apply Qleb_correct.
  - intros m Hm. apply G. lia.
  - intros m Hm r Hr. now destruct (Img m Hm r Hr) as [_ I].
  - intros m Hm. apply G. lia.
  - intros m Hm r Hr. destruct (Img m Hm r Hr) as [I _].
    now apply (continuous_where_defined x f (fun _ => 0)).
  - split; [|split].
    + intros n. destruct (le_lt_dec (enter o) n) as [K|K]; [|now apply Def].
      replace n with ((n - enter o) + enter o)%nat by lia.
      apply (stays_in_boxes F k lo hi (Q2R q) (enter o)); auto.
      * simpl in Ek; lia.
      * intros m Hm r Hr. now destruct (Img m Hm r Hr) as [_ I].
      * intros m r Hm Hr. now destruct (Img m Hm r Hr) as [I _].
    + exists c, (enter o). repeat split; auto.
      * unfold ends_inside in Ei. apply andb_prop in Ei; destruct Ei as [E1 _].
        unfold lo, bb, box_of in Cin; simpl in Cin.
        destruct (lower i); simpl; auto; [apply Qltb_correct in E1 | apply Qleb_correct in E1]; lra.
      * unfold ends_inside in Ei. apply andb_prop in Ei; destruct Ei as [_ E1].
        unfold hi, bb, box_of in Cin; simpl in Cin.
        destruct (upper i); simpl; auto; [apply Qltb_correct in E1 | apply Qleb_correct in E1]; lra.
    + exact NL.
Qed.
