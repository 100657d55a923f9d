(** The step [tree]: bisection trees, leaves by natural evaluation or by the
    mean-value form, and leaves that a fact excludes.

    Boxes have rational corners over a common denominator (Computation/BoxCert.v);
    midpoints are exact and are computed here. *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra.
From Interval.Real Require Import Xreal.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require Expr BoxCert.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure Derivative.
Import ListNotations.
Open Scope R_scope.

Notation axis := BoxCert.axis.
Notation in_axis := BoxCert.in_axis.
Notation zaxis := BoxCert.zaxis.

Inductive leaf : Set := Natural | MeanValue | Excluded.
Inductive tree : Set := Leaf (l : leaf) | Split (i : nat) (lo hi : tree).

Definition cells := list (nat * axis).
Definition in_cells (b : cells) (v : env) : Prop :=
  forall x a, lookup b x = Some a -> in_axis a (v x).

(** ** The closure of a bounded domain *)

Definition end_of (b : bound) : option Q :=
  match b with Inf => None | Open q | Closed q => Some q end.
Definition axis_between (p q : Q) : axis :=
  BoxCert.Axis (Qnum p * Zpos (Qden q)) (Qnum q * Zpos (Qden p)) (Qden p * Qden q).

Fixpoint closure (d : dom) : option cells :=
  match d with
  | [] => Some []
  | (x, i) :: t =>
      match end_of (lower i), end_of (upper i), closure t with
      | Some p, Some q, Some c => Some ((x, axis_between p q) :: c)
      | _, _, _ => None
      end
  end.

Lemma axis_between_correct p q x : Q2R p <= x <= Q2R q -> in_axis (axis_between p q) x.
Proof.
  unfold in_axis, BoxCert.in_axis, axis_between, Q2R; cbn [BoxCert.lo BoxCert.hi BoxCert.den].
  rewrite !mult_IZR, Pos2Z.inj_mul, mult_IZR.
  assert (0 < IZR (Zpos (Qden p))) by now apply IZR_lt.
  assert (0 < IZR (Zpos (Qden q))) by now apply IZR_lt.
  intros [A B]; split; [apply Rle_trans with (2 := A) | apply Rle_trans with (1 := B)];
    apply Req_le; field; lra.
Qed.

Lemma closure_correct d v : forall c, closure d = Some c -> in_dom d v -> in_cells c v.
Proof.
  assert (G : forall c, closure d = Some c -> forall x a, lookup c x = Some a ->
    exists i, lookup d x = Some i /\ forall y, inside i y -> in_axis a y).
  { induction d as [|[z i] d IH]; simpl; intros c H x a K.
    - injection H as <-; discriminate K.
    - destruct (end_of (lower i)) as [p|] eqn:E; [|discriminate H].
      destruct (end_of (upper i)) as [q|] eqn:F; [|discriminate H].
      destruct (closure d) as [c'|]; [|discriminate H]. injection H as <-. simpl in K.
      destruct (Nat.eqb z x); [|now apply (IH c')]. injection K as <-.
      exists i; split; [reflexivity|]. intros y [A B]. apply axis_between_correct.
      destruct (lower i), (upper i); simpl in *; try discriminate;
        injection E as <-; injection F as <-; lra. }
  intros c H D x a K. destruct (G c H x a K) as [i [L A]]. apply A. now apply D.
Qed.

(** ** Enclosures of a box and of its centre *)

Definition centre (a : axis) : Z * positive :=
  ((BoxCert.lo a + BoxCert.hi a)%Z, (2 * BoxCert.den a)%positive).
Definition zcentre (prec : ZF.precision) (a : axis) : ZI.type :=
  Expr.zrat prec (fst (centre a)) (snd (centre a)).
Definition centre_value (a : axis) : R := IZR (fst (centre a)) / IZR (Zpos (snd (centre a))).

Definition enclose_cells (prec : ZF.precision) (b : cells) : box :=
  map (fun c => (fst c, zaxis prec (snd c))) b.
Definition enclose_centre (prec : ZF.precision) (b : cells) : box :=
  map (fun c => (fst c, zcentre prec (snd c))) b.

Lemma lookup_map {A B} (f : A -> B) (l : list (nat * A)) x :
  lookup (map (fun c => (fst c, f (snd c))) l) x = option_map f (lookup l x).
Proof. induction l as [|[y a] l IH]; simpl; [reflexivity|]. now destruct (Nat.eqb y x). Qed.

Lemma enclose_cells_correct prec b v : in_cells b v -> in_box (enclose_cells prec b) v.
Proof.
  intros H x i K. unfold enclose_cells in K. rewrite lookup_map in K.
  destruct (lookup b x) eqn:E; [|discriminate K]. injection K as <-.
  apply BoxCert.zaxis_correct. now apply H.
Qed.

Lemma centre_inside a x : in_axis a x -> in_axis a (centre_value a).
Proof.
  unfold in_axis, BoxCert.in_axis, centre_value, centre; cbn [fst snd]. intros [A B].
  rewrite Pos2Z.inj_mul, mult_IZR, plus_IZR.
  assert (0 < IZR (Zpos (BoxCert.den a))) by now apply IZR_lt.
  assert (E : (IZR (BoxCert.lo a) + IZR (BoxCert.hi a)) / (2 * IZR (Zpos (BoxCert.den a)))
    = (IZR (BoxCert.lo a) / IZR (Zpos (BoxCert.den a)) + IZR (BoxCert.hi a) / IZR (Zpos (BoxCert.den a))) / 2)
    by (field; lra).
  rewrite E. lra.
Qed.

(** ** The mean-value form *)

(** Sum of the derivatives over the box times the distances from the centre. *)
Fixpoint spread (prec : ZF.precision) (b : box) (all rest : cells) (e : expr) : option ZI.type :=
  match rest with
  | [] => Some (ZI.fromZ prec 0)
  | (x, _) :: t =>
      match lookup all x, derivative x e with
      | Some a, Some d =>
          bind2 (fun i s => Some (zadd prec (ZI.mul prec i
              (zsub prec (zaxis prec a) (zcentre prec a))) s))
            (enclose prec b d) (spread prec b all t e)
      | _, _ => None
      end
  end.

Definition mean_value (prec : ZF.precision) (c : cells) (e : expr) : option ZI.type :=
  let b := enclose_cells prec c in
  match enclose prec b e with
  | None => None
  | Some _ => bind2 (fun i s => Some (zadd prec i s))
                (enclose prec (enclose_centre prec c) e) (spread prec b c c e)
  end.

Fixpoint to_centre (all rest : cells) (v : env) : env :=
  match rest with
  | [] => v
  | (x, _) :: t =>
      to_centre all t (match lookup all x with Some a => upd v x (centre_value a) | None => v end)
  end.

Lemma in_cells_upd b v x a r : in_cells b v -> lookup b x = Some a -> in_axis a r ->
  in_cells b (upd v x r).
Proof.
  intros H L Hr y k K. destruct (Nat.eq_dec y x) as [->|N].
  - rewrite upd_same. rewrite L in K. now injection K as <-.
  - rewrite upd_other by exact N. now apply H.
Qed.

Lemma upd_self v x e : eval (upd v x (v x)) e = eval v e.
Proof.
  apply eval_ext. intros y _. destruct (Nat.eq_dec y x) as [->|N];
    [apply upd_same | now apply upd_other].
Qed.

(** The mean value theorem in one variable, on the segment from r to s. *)
Lemma one_step e d x v r s : derivative x e = Some d ->
  (forall c, Rmin r s <= c <= Rmax r s -> defined (upd v x c) e /\ defined (upd v x c) d) ->
  exists c, Rmin r s <= c <= Rmax r s /\
    eval (upd v x s) e - eval (upd v x r) e = eval (upd v x c) d * (s - r).
Proof.
  intros D H.
  destruct (Rtotal_order r s) as [L|[->|L]].
  - destruct (MVT_cor2 (fun c => eval (upd v x c) e) (fun c => eval (upd v x c) d) r s L) as [t [E T]].
    { intros t T. destruct (H t); [rewrite Rmin_left, Rmax_right; lra|]. now apply derivative_correct. }
    exists t; split; [rewrite Rmin_left, Rmax_right; lra | exact E].
  - exists s. split; [|ring]. split; [apply Rmin_l | apply Rmax_l].
  - destruct (MVT_cor2 (fun c => eval (upd v x c) e) (fun c => eval (upd v x c) d) s r L) as [t [E T]].
    { intros t T. destruct (H t); [rewrite Rmin_right, Rmax_left; lra|]. now apply derivative_correct. }
    exists t; split; [rewrite Rmin_right, Rmax_left; lra|]. lra.
Qed.

Lemma mul_real prec i j x y : contains_real i x -> contains_real j y ->
  contains_real (ZI.mul prec i j) (x * y).
Proof. intros; now apply (ZI.mul_correct prec _ _ (Xreal _) (Xreal _)). Qed.

Lemma between_in_axis a r s c : in_axis a r -> in_axis a s ->
  Rmin r s <= c <= Rmax r s -> in_axis a c.
Proof.
  unfold in_axis, BoxCert.in_axis, Rmin, Rmax. intros; destruct (Rle_dec r s); lra.
Qed.

Lemma spread_correct prec all e : forall rest v i s,
  enclose prec (enclose_cells prec all) e = Some i ->
  in_cells all v -> spread prec (enclose_cells prec all) all rest e = Some s ->
  contains_real s (eval v e - eval (to_centre all rest v) e).
Proof.
  induction rest as [|[x u] rest IH]; intros v i s He Hv H; simpl in H |- *.
  - injection H as <-. rewrite Rminus_diag_eq by reflexivity. exact (ZI.fromZ_correct prec 0).
  - destruct (lookup all x) as [a|] eqn:L; [|discriminate H].
    destruct (derivative x e) as [d|] eqn:D; [|discriminate H].
    apply bind2_inv in H; destruct H as (j & t & Hj & Ht & [= <-]).
    set (c := centre_value a).
    assert (Ha : in_axis a (v x)) by now apply Hv.
    assert (Hc : in_axis a c) by now apply centre_inside with (v x).
    assert (Hw : in_cells all (upd v x c)) by now apply in_cells_upd with a.
    assert (All : forall w, in_cells all w -> defined w e /\ defined w d /\ contains_real j (eval w d)).
    { intros w W. assert (W' := enclose_cells_correct prec all w W).
      destruct (enclose_correct prec _ w e W' _ He), (enclose_correct prec _ w d W' _ Hj). auto. }
    destruct (one_step e d x v c (v x) D) as [z [Hz E]].
    { intros z Hz. destruct (All (upd v x z)) as (? & ? & _); [|now split].
      apply in_cells_upd with a; [exact Hv | exact L |]. now apply between_in_axis with c (v x). }
    rewrite upd_self in E.
    replace (eval v e - eval (to_centre all rest (upd v x c)) e)
      with (eval (upd v x z) d * (v x - c)
            + (eval (upd v x c) e - eval (to_centre all rest (upd v x c)) e)) by lra.
    apply add_real; [apply mul_real|].
    + apply All, in_cells_upd with a; [exact Hv | exact L |]. now apply between_in_axis with c (v x).
    + apply sub_real; [now apply BoxCert.zaxis_correct | apply Expr.zrat_correct].
    + now apply (IH (upd v x c) i t).
Qed.

Lemma to_centre_in all rest : forall v, in_cells all v ->
  forall x, In x (map fst rest) \/ (forall a, lookup all x = Some a -> v x = centre_value a) ->
  forall a, lookup all x = Some a -> to_centre all rest v x = centre_value a.
Proof.
  induction rest as [|[y u] rest IH]; intros v Hv x H a L; simpl in *.
  - destruct H as [[]|H]. now apply H.
  - destruct (lookup all y) as [b|] eqn:Lb.
    + apply IH; [|destruct (Nat.eq_dec x y) as [->|N]; [right | destruct H as [[H|H]|H]]|exact L].
      * apply in_cells_upd with b; [exact Hv | exact Lb |]. apply centre_inside with (v y). now apply Hv.
      * intros k K. rewrite upd_same. congruence.
      * congruence.
      * now left.
      * right. intros k K. rewrite upd_other by exact N. now apply H.
    + apply IH; [exact Hv | | exact L]. destruct H as [[->|H]|H]; [congruence | now left | now right].
Qed.

Lemma lookup_in {A} (l : list (nat * A)) x a : lookup l x = Some a -> In x (map fst l).
Proof.
  induction l as [|[y b] l IH]; simpl; [discriminate|].
  destruct (Nat.eqb y x) eqn:E; [apply Nat.eqb_eq in E; auto | auto].
Qed.

Theorem mean_value_correct prec c e v i : in_cells c v -> mean_value prec c e = Some i ->
  defined v e /\ contains_real i (eval v e).
Proof.
  intros Hv H. unfold mean_value in H.
  destruct (enclose prec (enclose_cells prec c) e) as [k|] eqn:E; [|discriminate H].
  apply bind2_inv in H; destruct H as (j & s & Hj & Hs & [= <-]).
  assert (B := enclose_cells_correct prec c v Hv).
  split; [now destruct (enclose_correct prec _ v e B _ E)|].
  assert (S := spread_correct prec c e c v k s E Hv Hs).
  set (w := to_centre c c v) in *.
  assert (W : in_box (enclose_centre prec c) w).
  { intros x l K. unfold enclose_centre in K. rewrite lookup_map in K.
    destruct (lookup c x) as [a|] eqn:L; [|discriminate K]. injection K as <-.
    unfold w. rewrite (to_centre_in c c v Hv x (or_introl (lookup_in c x a L)) a L).
    apply Expr.zrat_correct. }
  destruct (enclose_correct prec _ w e W _ Hj) as [_ C].
  replace (eval v e) with (eval w e + (eval v e - eval w e)) by ring.
  now apply add_real.
Qed.
