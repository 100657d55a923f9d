(** The step [change]: exact changes of one variable ([change_sound]). *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra Lia.
From GrpoProofs.Certificates Require Import Formula Domain Signs.
Import ListNotations.
Open Scope R_scope.

Inductive change : Set :=
| Reciprocal | Odds | LogOdds | Exponential | SquareOf | Complement | Affine (scale offset : Q).

(** What replaces the variable, in terms of the new variable t. *)
Definition replacement (c : change) (t : nat) : expr :=
  match c with
  | Reciprocal => Div (Num 1) (Var t)
  | Odds => Div (Var t) (Add (Num 1) (Var t))
  | LogOdds => Div (Num 1) (Add (Num 1) (Exp (Neg (Var t))))
  | Exponential => Exp (Var t)
  | SquareOf => Square (Var t)
  | Complement => Sub (Num 1) (Var t)
  | Affine a b => Add (Mul (Num a) (Var t)) (Num b)
  end.

(** ** Ends: [inf] for an infinite end, [special] an open end that goes to infinity *)

Definition is_special (special : option Q) (q : Q) : bool :=
  match special with Some s => Qeq_bool q s | None => false end.
Definition convert (inf : option bound) (special : option Q) (f : Q -> option Q) (b : bound)
  : option bound :=
  match b with
  | Inf => inf
  | Open q => if is_special special q then Some Inf else option_map Open (f q)
  | Closed q => option_map Closed (f q)
  end.

Definition q_if (b : bool) (q : Q) : option Q := if b then Some q else None.
Definition f_reciprocal (q : Q) : option Q := q_if (Qltb 0 q) (/ q)%Q.
Definition f_odds (q : Q) : option Q :=
  if Qleb 0 q then q_if (Qltb q 1) (Qred (q / (1 - q)))%Q else None.
Definition f_log_odds (q : Q) : option Q := q_if (Qeq_bool q (1 # 2)) 0%Q.
Definition f_log (q : Q) : option Q := q_if (Qeq_bool q 1) 0%Q.
Definition f_sqrt (q : Q) : option Q :=
  let r := (Z.sqrt (Qnum q) # Pos.sqrt (Qden q))%Q in
  if Qleb 0 r then q_if (Qeq_bool (r * r) q) r else None.
Definition f_complement (q : Q) : option Q := Some (Qred (1 - q))%Q.
Definition f_affine (a b q : Q) : option Q := q_if (Qltb 0 a) (Qred ((q - b) / a))%Q.

Definition two_ends (l u : option bound) : option interval :=
  match l, u with Some p, Some q => Some (Interval p q) | _, _ => None end.

Definition new_interval (c : change) (i : interval) : option interval :=
  match c with
  | Reciprocal => two_ends (convert (Some (Open 0%Q)) None f_reciprocal (upper i))
                           (convert None (Some 0%Q) f_reciprocal (lower i))
  | Odds => two_ends (convert None None f_odds (lower i)) (convert None (Some 1%Q) f_odds (upper i))
  | LogOdds => two_ends (convert None (Some 0%Q) f_log_odds (lower i))
                        (convert None (Some 1%Q) f_log_odds (upper i))
  | Exponential => two_ends (convert None (Some 0%Q) f_log (lower i))
                            (convert (Some Inf) None f_log (upper i))
  | SquareOf => two_ends (convert None None f_sqrt (lower i)) (convert (Some Inf) None f_sqrt (upper i))
  | Complement => two_ends (convert (Some Inf) None f_complement (upper i))
                           (convert (Some Inf) None f_complement (lower i))
  | Affine a b => if Qltb 0 a then
                    two_ends (convert (Some Inf) None (f_affine a b) (lower i))
                             (convert (Some Inf) None (f_affine a b) (upper i))
                  else None
  end.

(** ** Correctness of the ends *)

Lemma Qeq_bool_R p q : Qeq_bool p q = true -> Q2R p = Q2R q.
Proof. intros H; now apply Qeq_eqR, Qeq_bool_iff. Qed.

Section Ends.
Variables (inf : option bound) (special : option Q) (f : Q -> option Q) (b b' : bound) (x y : R).
Hypothesis H : convert inf special f b = Some b'.

Lemma convert_above : above b x ->
  (forall c, inf = Some c -> above c y) ->
  (forall q r, f q = Some r -> (Q2R q < x -> Q2R r < y) /\ (Q2R q <= x -> Q2R r <= y)) -> above b' y.
Proof.
  intros A I F. destruct b as [|q|q]; simpl in *.
  - now apply I.
  - destruct (is_special special q); [injection H as <-; exact Logic.I|].
    destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
  - destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
Qed.
Lemma convert_below : below b x ->
  (forall c, inf = Some c -> below c y) ->
  (forall q r, f q = Some r -> (x < Q2R q -> y < Q2R r) /\ (x <= Q2R q -> y <= Q2R r)) -> below b' y.
Proof.
  intros A I F. destruct b as [|q|q]; simpl in *.
  - now apply I.
  - destruct (is_special special q); [injection H as <-; exact Logic.I|].
    destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
  - destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
Qed.
Lemma convert_above_below : above b x ->
  (forall c, inf = Some c -> below c y) ->
  (forall q r, f q = Some r -> (Q2R q < x -> y < Q2R r) /\ (Q2R q <= x -> y <= Q2R r)) -> below b' y.
Proof.
  intros A I F. destruct b as [|q|q]; simpl in *.
  - now apply I.
  - destruct (is_special special q); [injection H as <-; exact Logic.I|].
    destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
  - destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
Qed.
Lemma convert_below_above : below b x ->
  (forall c, inf = Some c -> above c y) ->
  (forall q r, f q = Some r -> (x < Q2R q -> Q2R r < y) /\ (x <= Q2R q -> Q2R r <= y)) -> above b' y.
Proof.
  intros A I F. destruct b as [|q|q]; simpl in *.
  - now apply I.
  - destruct (is_special special q); [injection H as <-; exact Logic.I|].
    destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
  - destruct (f q) eqn:E; [|discriminate H]. injection H as <-. now apply (F q).
Qed.
End Ends.

Lemma convert_lower_gt f b b' x c : convert None (Some c) f b = Some b' -> above b x ->
  (forall q r, f q = Some r -> Q2R c < Q2R q) -> Q2R c < x.
Proof.
  intros H A F. destruct b as [|q|q]; simpl in *; [discriminate H | |].
  - destruct (Qeq_bool q c) eqn:E; [apply Qeq_bool_R in E; lra|].
    destruct (f q) eqn:G; [|discriminate H]. specialize (F q _ G). lra.
  - destruct (f q) eqn:G; [|discriminate H]. specialize (F q _ G). lra.
Qed.
Lemma convert_upper_lt f b b' x c : convert None (Some c) f b = Some b' -> below b x ->
  (forall q r, f q = Some r -> Q2R q < Q2R c) -> x < Q2R c.
Proof.
  intros H A F. destruct b as [|q|q]; simpl in *; [discriminate H | |].
  - destruct (Qeq_bool q c) eqn:E; [apply Qeq_bool_R in E; lra|].
    destruct (f q) eqn:G; [|discriminate H]. specialize (F q _ G). lra.
  - destruct (f q) eqn:G; [|discriminate H]. specialize (F q _ G). lra.
Qed.
Lemma convert_lower_ge f b b' x : convert None None f b = Some b' -> above b x ->
  (forall q r, f q = Some r -> 0 <= Q2R q) -> 0 <= x.
Proof.
  intros H A F. destruct b as [|q|q]; simpl in *; [discriminate H | |];
    (destruct (f q) eqn:G; [|discriminate H]); specialize (F q _ G); lra.
Qed.

Lemma Q2R_red q : Q2R (Qred q) = Q2R q.
Proof. apply Qeq_eqR, Qred_correct. Qed.
Lemma Q2R_half : Q2R (1 # 2) = / 2.
Proof. unfold Q2R; simpl; lra. Qed.

Lemma q_if_inv b q r : q_if b q = Some r -> b = true /\ r = q.
Proof. destruct b; [|discriminate]. now intros [= <-]. Qed.

Lemma f_reciprocal_inv q r : f_reciprocal q = Some r -> 0 < Q2R q /\ Q2R r = / Q2R q.
Proof.
  intros H; apply q_if_inv in H; destruct H as [H ->]. apply Qltb_correct in H. rewrite Q2R_0 in H.
  split; [exact H|]. apply Q2R_inv. intros E. apply Qeq_eqR in E. rewrite Q2R_0 in E. lra.
Qed.
Lemma f_odds_inv q r : f_odds q = Some r -> 0 <= Q2R q < 1 /\ Q2R r = Q2R q / (1 - Q2R q).
Proof.
  unfold f_odds. destruct (Qleb 0 q) eqn:E; [|discriminate].
  intros H; apply q_if_inv in H; destruct H as [H ->].
  apply Qleb_correct in E. apply Qltb_correct in H. rewrite Q2R_0 in E. rewrite Q2R_1 in H.
  split; [lra|]. rewrite Q2R_red, Q2R_div, Q2R_minus, Q2R_1; [reflexivity|].
  intros K. apply Qeq_eqR in K. rewrite Q2R_minus, Q2R_0, Q2R_1 in K. lra.
Qed.
Lemma f_log_odds_inv q r : f_log_odds q = Some r -> Q2R q = / 2 /\ Q2R r = 0.
Proof.
  intros H; apply q_if_inv in H; destruct H as [H ->]. apply Qeq_bool_R in H.
  rewrite H, Q2R_0, Q2R_half. split; reflexivity.
Qed.
Lemma f_log_inv q r : f_log q = Some r -> Q2R q = 1 /\ Q2R r = 0.
Proof.
  intros H; apply q_if_inv in H; destruct H as [H ->]. apply Qeq_bool_R in H.
  rewrite H, Q2R_0, Q2R_1. split; reflexivity.
Qed.
Lemma f_sqrt_inv q r : f_sqrt q = Some r -> 0 <= Q2R r /\ Q2R q = Q2R r * Q2R r.
Proof.
  unfold f_sqrt. destruct (Qleb 0 _) eqn:E; [|discriminate].
  intros H; apply q_if_inv in H; destruct H as [H ->].
  apply Qleb_correct in E. apply Qeq_bool_R in H. rewrite Q2R_0 in E. rewrite Q2R_mult in H. now split.
Qed.
Lemma f_complement_inv q r : f_complement q = Some r -> Q2R r = 1 - Q2R q.
Proof.
  intros H. assert (E : r = Qred (1 - q)) by (unfold f_complement in H; congruence).
  rewrite E, Q2R_red, Q2R_minus, Q2R_1. reflexivity.
Qed.
Lemma f_affine_inv a b q r : f_affine a b q = Some r -> 0 < Q2R a /\ Q2R r = (Q2R q - Q2R b) / Q2R a.
Proof.
  intros H; apply q_if_inv in H; destruct H as [H ->]. apply Qltb_correct in H. rewrite Q2R_0 in H.
  split; [exact H|]. rewrite Q2R_red, Q2R_div, Q2R_minus; [reflexivity|].
  intros K. apply Qeq_eqR in K. rewrite Q2R_0 in K. lra.
Qed.

Lemma two_ends_inv l u i : two_ends l u = Some i ->
  exists p q, l = Some p /\ u = Some q /\ i = Interval p q.
Proof. destruct l, u; try discriminate. intros [= <-]. eauto. Qed.

(** ** Every value of the old variable is reached *)

Definition reaches (c : change) (i' : interval) (x : R) : Prop :=
  exists y, inside i' y /\
    forall v t, v t = y -> defined v (replacement c t) /\ eval v (replacement c t) = x.

Ltac ends := intros; try discriminate;
  repeat match goal with H : Some _ = Some _ |- _ => injection H as <- end; simpl; auto; try lra.

Lemma odds_mono a b : a < 1 -> b < 1 -> (a < b -> a / (1 - a) < b / (1 - b)).
Proof.
  intros A B L. apply (Rmult_lt_reg_r ((1 - a) * (1 - b))); [nra|]. 
  replace (a / (1 - a) * ((1 - a) * (1 - b))) with (a * (1 - b)) by (field; lra).
  replace (b / (1 - b) * ((1 - a) * (1 - b))) with (b * (1 - a)) by (field; lra). nra.
Qed.
Lemma odds_mono_le a b : a < 1 -> b < 1 -> (a <= b -> a / (1 - a) <= b / (1 - b)).
Proof.
  intros A B [L| ->]; [|apply Rle_refl]. apply Rlt_le. now apply odds_mono.
Qed.

Lemma new_interval_correct c i i' x : new_interval c i = Some i' -> inside i x -> reaches c i' x.
Proof.
  intros H [A B]. destruct c; simpl in H; try (apply two_ends_inv in H; destruct H as (p & q & Hp & Hq & ->)).
  - assert (X : 0 < x).
    { rewrite <- Q2R_0. apply (convert_lower_gt _ _ _ _ _ Hq A).
      intros r s E. rewrite Q2R_0. now apply f_reciprocal_inv in E. }
    exists (/ x). split; [split|].
    + apply (convert_below_above _ _ _ _ _ _ _ Hp B); [ends; rewrite Q2R_0; now apply Rinv_0_lt_compat|].
      intros r s E; apply f_reciprocal_inv in E; destruct E as [P ->].
      split; [now apply Rinv_lt_contravar; nra | now apply Rinv_le_contravar].
    + apply (convert_above_below _ _ _ _ _ _ _ Hq A); [ends|].
      intros r s E; apply f_reciprocal_inv in E; destruct E as [P ->].
      split; [intros; apply Rinv_lt_contravar; nra | intros; now apply Rinv_le_contravar].
    + intros v t E; simpl; rewrite E, Q2R_1. assert (0 < / x) by now apply Rinv_0_lt_compat.
      split; [repeat split; lra | field; lra].
  - assert (X0 : 0 <= x).
    { apply (convert_lower_ge _ _ _ _ Hp A). intros r s E. now apply f_odds_inv in E. }
    assert (X1 : x < 1).
    { rewrite <- Q2R_1. apply (convert_upper_lt _ _ _ _ _ Hq B).
      intros r s E. rewrite Q2R_1. now apply f_odds_inv in E. }
    exists (x / (1 - x)). split; [split|].
    + apply (convert_above _ _ _ _ _ _ _ Hp A); [ends|].
      intros r s E; apply f_odds_inv in E; destruct E as [P ->].
      split; intros; [apply odds_mono | apply odds_mono_le]; lra.
    + apply (convert_below _ _ _ _ _ _ _ Hq B); [ends|].
      intros r s E; apply f_odds_inv in E; destruct E as [P ->].
      split; intros; [apply odds_mono | apply odds_mono_le]; lra.
    + intros v t E; simpl; rewrite E, Q2R_1.
      assert (S : 1 + x / (1 - x) = / (1 - x)) by (field; lra).
      assert (0 < / (1 - x)) by (apply Rinv_0_lt_compat; lra). rewrite S.
      split; [repeat split; lra | field; lra].
  - assert (X0 : 0 < x).
    { rewrite <- Q2R_0. apply (convert_lower_gt _ _ _ _ _ Hp A).
      intros r s E. apply f_log_odds_inv in E. rewrite Q2R_0. lra. }
    assert (X1 : x < 1).
    { rewrite <- Q2R_1. apply (convert_upper_lt _ _ _ _ _ Hq B).
      intros r s E. apply f_log_odds_inv in E. rewrite Q2R_1. lra. }
    assert (O : 0 < x / (1 - x)) by (apply Rdiv_lt_0_compat; lra).
    assert (U : / 2 < x -> 1 < x / (1 - x)) by (intros; replace 1 with (/ 2 / (1 - / 2)) at 1 by field; apply odds_mono; lra).
    assert (L : x < / 2 -> x / (1 - x) < 1) by (intros; replace 1 with (/ 2 / (1 - / 2)) at 2 by field; apply odds_mono; lra).
    assert (M : x = / 2 -> ln (x / (1 - x)) = 0) by (intros ->; replace (/ 2 / (1 - / 2)) with 1 by field; apply ln_1).
    assert (UL : / 2 < x -> 0 < ln (x / (1 - x))) by (intros; rewrite <- ln_1; apply ln_increasing; [lra | now apply U]).
    assert (LL : x < / 2 -> ln (x / (1 - x)) < 0) by (intros; rewrite <- ln_1; apply ln_increasing; [exact O | now apply L]).
    exists (ln (x / (1 - x))). split; [split|].
    + apply (convert_above _ _ _ _ _ _ _ Hp A); [ends|].
      intros r s E; apply f_log_odds_inv in E; destruct E as [-> ->].
      split; [exact UL|]. intros [K|K]; [now apply Rlt_le, UL | rewrite M; lra].
    + apply (convert_below _ _ _ _ _ _ _ Hq B); [ends|].
      intros r s E; apply f_log_odds_inv in E; destruct E as [-> ->].
      split; [exact LL|]. intros [K|K]; [now apply Rlt_le, LL | rewrite M; lra].
    + intros v t E; simpl; rewrite E, Q2R_1, exp_Ropp, exp_ln by exact O.
      assert (S : 1 + / (x / (1 - x)) = / x) by (field; lra). rewrite S.
      assert (0 < / x) by now apply Rinv_0_lt_compat. split; [repeat split; lra | field; lra].
  - assert (X0 : 0 < x).
    { rewrite <- Q2R_0. apply (convert_lower_gt _ _ _ _ _ Hp A).
      intros r s E. apply f_log_inv in E. rewrite Q2R_0. lra. }
    assert (U : 1 < x -> 0 < ln x) by (intros; rewrite <- ln_1; apply ln_increasing; lra).
    assert (L : x < 1 -> ln x < 0) by (intros; rewrite <- ln_1; apply ln_increasing; lra).
    exists (ln x). split; [split|].
    + apply (convert_above _ _ _ _ _ _ _ Hp A); [ends|].
      intros r s E; apply f_log_inv in E; destruct E as [-> ->].
      split; [exact U|]. intros [K|<-]; [now apply Rlt_le, U | rewrite ln_1; lra].
    + apply (convert_below _ _ _ _ _ _ _ Hq B); [ends|].
      intros r s E; apply f_log_inv in E; destruct E as [-> ->].
      split; [exact L|]. intros [K| ->]; [now apply Rlt_le, L | rewrite ln_1; lra].
    + intros v t E; simpl; rewrite E. split; [exact I | now apply exp_ln].
  - assert (X0 : 0 <= x).
    { apply (convert_lower_ge _ _ _ _ Hp A). intros r s E. apply f_sqrt_inv in E. destruct E as [P ->]. nra. }
    exists (sqrt x). split; [split|].
    + apply (convert_above _ _ _ _ _ _ _ Hp A); [ends|].
      intros r s E; apply f_sqrt_inv in E; destruct E as [P ->].
      split; intros K; [apply (Rle_lt_trans _ (sqrt (Q2R s * Q2R s))) | apply (Rle_trans _ (sqrt (Q2R s * Q2R s)))];
        try (rewrite sqrt_square; lra);
        [apply sqrt_lt_1_alt; split; [nra | exact K] | now apply sqrt_le_1_alt].
    + apply (convert_below _ _ _ _ _ _ _ Hq B); [ends|].
      intros r s E; apply f_sqrt_inv in E; destruct E as [P ->].
      split; intros K; [apply (Rlt_le_trans _ (sqrt (Q2R s * Q2R s))) | apply (Rle_trans _ (sqrt (Q2R s * Q2R s)))];
        try (rewrite sqrt_square; lra);
        [apply sqrt_lt_1_alt; now split | now apply sqrt_le_1_alt].
    + intros v t E; simpl; rewrite E. split; [exact I | now apply sqrt_sqrt].
  - exists (1 - x). split; [split|].
    + apply (convert_below_above _ _ _ _ _ _ _ Hp B); [ends|].
      intros r s E; apply f_complement_inv in E. lra.
    + apply (convert_above_below _ _ _ _ _ _ _ Hq A); [ends|].
      intros r s E; apply f_complement_inv in E. lra.
    + intros v t E; simpl; rewrite E, Q2R_1. split; [now split | ring].
  - destruct (Qltb 0 scale) eqn:S; [|discriminate H].
    apply two_ends_inv in H; destruct H as (p & q & Hp & Hq & ->).
    apply Qltb_correct in S; rewrite Q2R_0 in S.
    assert (I : 0 < / Q2R scale) by now apply Rinv_0_lt_compat.
    exists ((x - Q2R offset) / Q2R scale). split; [split|].
    + apply (convert_above _ _ _ _ _ _ _ Hp A); [ends|].
      intros r s E; apply f_affine_inv in E; destruct E as [_ ->]. unfold Rdiv.
      split; intros; [apply Rmult_lt_compat_r | apply Rmult_le_compat_r]; lra.
    + apply (convert_below _ _ _ _ _ _ _ Hq B); [ends|].
      intros r s E; apply f_affine_inv in E; destruct E as [_ ->]. unfold Rdiv.
      split; intros; [apply Rmult_lt_compat_r | apply Rmult_le_compat_r]; lra.
    + intros v t E; simpl; rewrite E. split; [tauto | field; lra].
Qed.

(** ** The step *)

Definition fresh (d : dom) (l : list fact) (e : expr) (t : nat) : bool :=
  match lookup d t with
  | Some _ => false
  | None => if absent t l then negb (occurs t e) else false
  end.

Lemma fresh_inv d l e t : fresh d l e t = true ->
  lookup d t = None /\ absent t l = true /\ occurs t e = false.
Proof.
  unfold fresh. destruct (lookup d t); [discriminate|]. destruct (absent t l); [|discriminate].
  intros H; apply negb_true_iff in H. auto.
Qed.

Definition map_facts (f : expr -> expr) (l : list fact) : list fact :=
  map (fun g => Fact (f (formula g)) (its_sign g)) l.

Lemma agree_after t x v y (e : expr) z : t = x \/ occurs t e = false -> occurs z e = true ->
  upd (upd v t y) x (v x) z = v z.
Proof.
  intros H Z. destruct (Nat.eq_dec z x) as [->|N]; [now rewrite upd_same|].
  rewrite upd_other by exact N. destruct (Nat.eq_dec z t) as [->|M]; [|now apply upd_other].
  destruct H; congruence.
Qed.

Theorem change_sound d l e s c x t i i' :
  lookup d x = Some i -> new_interval c i = Some i' -> t = x \/ fresh d l e t = true ->
  entails (rename d x t i') (map_facts (subst x (replacement c t)) l)
    (subst x (replacement c t) e) s ->
  entails d l e s.
Proof.
  intros L N F H v Hd Hl.
  destruct (new_interval_correct c i i' (v x) N (Hd x i L)) as [y [Y R]].
  set (w := upd v t y). destruct (R w t (upd_same v t y)) as [D E].
  assert (Ft : t = x \/ lookup d t = None) by (destruct F as [F|F]; [auto | right; now apply fresh_inv in F]).
  assert (W : in_dom (rename d x t i') w) by now apply in_dom_rename.
  assert (B : forall f g, t = x \/ occurs t f = false ->
    (true_at w (subst x (replacement c t) f) g <-> true_at v f g)).
  { intros f g O. rewrite true_at_subst by exact D. rewrite E. unfold w.
    split; apply true_at_ext; intros z Z; [|symmetry]; now apply (agree_after t x v y f). }
  apply B; [destruct F as [F|F]; [auto | right; now apply fresh_inv in F]|].
  apply H; [exact W|]. unfold facts_at, map_facts in *. apply Forall_map. rewrite Forall_forall in *.
  intros f Hf. unfold fact_at; cbn [formula its_sign]. apply B; [|now apply Hl].
  destruct F as [F|F]; [auto | right]. apply fresh_inv in F. destruct F as (_ & F & _).
  unfold absent in F. rewrite forallb_forall in F. specialize (F f Hf). now apply negb_true_iff in F.
Qed.
