(** One theorem for every proof step, named after it, and [check_sound]: an
    accepted proof shows that the goal follows from the facts on the domain.

    | step | theorem |
    |---|---|
    | sign | Signs.sign_sound |
    | tree | Bisection.tree_sound |
    | change | Change.change_sound |
    | cut, have, rewrite, identity, monotone, vary, abstract, abs, minimum,
      maximum, square, contradiction | here, cut_sound and so on | *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra.
From GrpoProofs.Certificates Require Import Formula Domain Derivative Signs NormalForm
  NormalFormCorrect Tree Bisection Change Proof.
Import ListNotations.
Open Scope R_scope.

Section Context.
Variables (d : dom) (l : list fact).

Theorem cut_sound e s x i q : lookup d x = Some i ->
  entails (set d x (cut_below q i)) l e s -> entails (set d x (cut_above q i)) l e s ->
  entails d l e s.
Proof.
  intros L B A v Hd Hl. destruct (Hd x i L) as [Lo Up].
  destruct (Rle_dec (v x) (Q2R q)) as [H|H]; [apply B | apply A]; auto;
    apply in_dom_set; auto; split; simpl; auto; lra.
Qed.

Theorem have_sound e s f t : entails d l f t -> entails d (l ++ [Fact f t]) e s -> entails d l e s.
Proof.
  intros F E v Hd Hl. apply E; [exact Hd|]. apply Forall_app; split; [exact Hl|].
  constructor; [now apply F | constructor].
Qed.

Theorem rewrite_sound e s e' : defined_by_signs d l e = true -> equal_by_normal_form e e' = true ->
  entails d l e' s -> entails d l e s.
Proof.
  intros D N E v Hd Hl. destruct (E v Hd Hl) as [D' H'].
  assert (De := defined_by_signs_correct d l e D v Hd Hl). split; [exact De|].
  now rewrite (equal_by_normal_form_correct e e' v N De D').
Qed.

Theorem identity_sound e s : s <> Pos -> defined_by_signs d l e = true ->
  zero_by_normal_form e = true -> entails d l e s.
Proof.
  intros P D Z v Hd Hl. assert (De := defined_by_signs_correct d l e D v Hd Hl).
  split; [exact De|]. assert (H := zero_by_normal_form_correct e v Z De).
  destruct s; simpl; [congruence | lra | exact H].
Qed.

Lemma strict_or_weak s (f : R -> R) a b (P : R -> Prop) : is_zero_sign s = false ->
  (a > b -> f a > f b) -> holds s (a - b) -> holds s (f a - f b).
Proof.
  destruct s; simpl; intros Z M H; [assert (f a > f b) by (apply M; lra); lra | | discriminate Z].
  destruct (Req_dec a b) as [->|N]; [lra|]. assert (f a > f b) by (apply M; lra). lra.
Qed.

Theorem monotone_sound e s a b need : monotone_goal e = Some (a, b, need) ->
  is_zero_sign s = false ->
  (forall t, need = Some t -> entails d l b t) ->
  entails d l (Sub a b) s -> entails d l e s.
Proof.
  intros M Z N E v Hd Hl. destruct (E v Hd Hl) as [[Da Db] H]. simpl in H.
  assert (G : 0 <= eval v a - eval v b) by (destruct s; simpl in H; lra).
  destruct e as [ | | | f g | | | | | | | | | | ]; try discriminate M.
  destruct f, g; try discriminate M; simpl in M; injection M as -> -> <-.
  - specialize (N _ eq_refl v Hd Hl). destruct N as [_ P]. simpl in P.
    split; [simpl; repeat split; auto; lra|]. simpl.
    apply (strict_or_weak s sqrt _ _ (fun _ => True)); auto.
    intros K. apply sqrt_lt_1; lra.
  - split; [simpl; auto|]. simpl. apply (strict_or_weak s exp _ _ (fun _ => True)); auto.
    intros K. now apply exp_increasing.
  - specialize (N _ eq_refl v Hd Hl). destruct N as [_ P]. simpl in P.
    split; [simpl; repeat split; auto; lra|]. simpl.
    apply (strict_or_weak s ln _ _ (fun _ => True)); auto.
    intros K. now apply ln_increasing.
Qed.

Theorem vary_sound e s x i n q de : lookup d x = Some i -> end_at n i = Closed q ->
  derivative x e = Some de -> is_zero_sign s = false -> absent x l = true ->
  (forall v, in_dom d v -> facts_at v l -> defined v e) ->
  entails d l (toward_end n de) NonNeg ->
  entails (set d x (point q)) l e s -> entails d l e s.
Proof.
  intros L E D Z A De S T v Hd Hl. split; [now apply De|].
  destruct (Hd x i L) as [Lo Up].
  set (w := upd v x (Q2R q)).
  destruct (T w) as [_ H]; [now apply in_dom_upd, point_inside | now apply absent_facts|].
  assert (K : forall c, Rmin (Q2R q) (v x) <= c <= Rmax (Q2R q) (v x) ->
    in_dom d (upd v x c) /\ facts_at (upd v x c) l).
  { intros c Hc. split; [|now apply absent_facts].
    intros y k Ky. destruct (Nat.eq_dec y x) as [->|N].
    - rewrite upd_same. rewrite L in Ky. injection Ky as <-.
      destruct n; simpl in E; rewrite E in *; simpl in *.
      + rewrite Rmin_left, Rmax_right in Hc by lra. split; [rewrite E; simpl; lra|].
        destruct (upper i); simpl in *; auto; lra.
      + rewrite Rmin_right, Rmax_left in Hc by lra. split; [|rewrite E; simpl; lra].
        destruct (lower i); simpl in *; auto; lra.
    - rewrite upd_other by exact N. now apply Hd. }
  destruct (one_step e de x v (Q2R q) (v x) D) as [c [Hc M]].
  { intros c Hc. destruct (K c Hc) as [K1 K2]. split; [now apply De|].
    destruct (S _ K1 K2) as [Ds _]. now destruct n. }
  rewrite upd_self in M. destruct (K c Hc) as [K1 K2]. destruct (S _ K1 K2) as [_ Hs].
  assert (I : eval w e <= eval v e).
  { unfold w. destruct n; simpl in E, Hs; rewrite E in *; simpl in *.
    - assert (0 <= eval (upd v x c) de * (v x - Q2R q)) by (apply Rmult_le_pos; lra). lra.
    - assert (0 <= - eval (upd v x c) de * (Q2R q - v x)) by (apply Rmult_le_pos; lra). lra. }
  destruct s; simpl in *; [lra | lra | discriminate Z].
Qed.

Theorem abstract_sound e s g x i : fresh d l e x = true ->
  (forall v, in_dom d v -> facts_at v l -> defined v g /\ inside i (eval v g)) ->
  entails (d ++ [(x, i)]) (map_facts (replace g x) l) (replace g x e) s -> entails d l e s.
Proof.
  intros F G T v Hd Hl. apply fresh_inv in F; destruct F as (F1 & F2 & F3).
  destruct (G v Hd Hl) as [Dg Ig]. set (w := upd v x (eval v g)).
  assert (W : in_dom (d ++ [(x, i)]) w) by now apply in_dom_app.
  assert (B : forall f, occurs x f = false -> forall t,
    true_at w (replace g x f) t <-> true_at v f t).
  { intros f O t. unfold true_at, w. now rewrite eval_replace, defined_replace. }
  apply B; [exact F3|]. apply T; [exact W|].
  unfold facts_at, map_facts in *. apply Forall_map. rewrite Forall_forall in *. intros f Hf.
  unfold fact_at; cbn [formula its_sign]. apply B; [|now apply Hl].
  unfold absent in F2. rewrite forallb_forall in F2. specialize (F2 f Hf).
  now apply negb_true_iff in F2.
Qed.

Theorem abs_sound s a b : is_zero_sign s = false ->
  entails d l (Sub b a) s -> entails d l (Add b a) s -> entails d l (Sub b (Abs a)) s.
Proof.
  intros Z M P v Hd Hl. destruct (M v Hd Hl) as [[Db Da] H], (P v Hd Hl) as [_ K].
  split; [now split|]. destruct s; simpl in *; try discriminate Z;
    unfold Rabs; destruct (Rcase_abs (eval v a)); lra.
Qed.

Theorem minimum_sound s a b : is_zero_sign s = false ->
  entails d l a s -> entails d l b s -> entails d l (Min a b) s.
Proof.
  intros Z A B v Hd Hl. destruct (A v Hd Hl) as [Da Ha], (B v Hd Hl) as [Db Hb].
  split; [now split|]. destruct s; simpl in *; try discriminate Z;
    unfold Rmin; destruct (Rle_dec (eval v a) (eval v b)); lra.
Qed.

Theorem maximum_sound s a b : is_zero_sign s = false ->
  (forall v, in_dom d v -> facts_at v l -> defined v a /\ defined v b) ->
  entails d l a s \/ entails d l b s -> entails d l (Max a b) s.
Proof.
  intros Z D [A|A] v Hd Hl; destruct (A v Hd Hl) as [_ Ha];
    (split; [now apply D|]); destruct s; simpl in *; try discriminate Z;
    unfold Rmax; destruct (Rle_dec (eval v a) (eval v b)); lra.
Qed.

Theorem square_sound s a b : is_zero_sign s = false -> entails d l a NonNeg ->
  entails d l (Sub (Square a) (Square b)) s -> entails d l (Sub a b) s.
Proof.
  intros Z A S v Hd Hl. destruct (A v Hd Hl) as [_ Ha], (S v Hd Hl) as [[Da Db] H].
  split; [now split|]. simpl in *. unfold Rsqr in H.
  destruct s; simpl in *; try discriminate Z; nra.
Qed.

Lemma without_facts v n : forall m, facts_at v m -> facts_at v (without n m).
Proof.
  induction n; intros [|f m] H; simpl; auto; inversion H; subst; auto. constructor; auto.
  now apply IHn.
Qed.

Theorem contradiction_sound e s n f t : nth_error l n = Some f ->
  opposite (its_sign f) = Some t -> entails d (without n l) (Neg (formula f)) t -> entails d l e s.
Proof.
  intros N O C v Hd Hl. exfalso.
  destruct (C v Hd (without_facts v n l Hl)) as [_ H]. apply nth_error_In in N.
  unfold facts_at in Hl. rewrite Forall_forall in Hl. destruct (Hl f N) as [_ K].
  destruct (its_sign f); simpl in O; try discriminate O; injection O as <-; simpl in *; lra.
Qed.
End Context.

(** ** All together *)

Ltac cases H :=
  repeat match type of H with
  | (if ?b then _ else false) = true => let E := fresh "C" in destruct b eqn:E; [|discriminate H]
  | match ?b with Some _ => _ | None => false end = true =>
      let E := fresh "C" in destruct b eqn:E; [|discriminate H]
  end.

Lemma not_zero_inv s : not_zero s = true -> is_zero_sign s = false.
Proof. unfold not_zero. now intros H; apply negb_true_iff in H. Qed.

Theorem check_sound p : forall d l e s, check p d l e s = true -> entails d l e s.
Proof.
  induction p; intros d l e s0 H; cbn [check] in H.
  - discriminate H.
  - now apply sign_sound.
  - now apply tree_sound in H.
  - cases H. apply cut_sound with (x := x) (i := i) (q := at_); auto.
  - cases H. apply have_sound with f s; auto.
  - cases H. apply rewrite_sound with e'; auto.
  - destruct s0; [discriminate H | |]; cases H; apply identity_sound; auto; discriminate.
  - destruct (monotone_goal e) as [[[a b] need]|] eqn:M; [|discriminate H]. cases H.
    apply monotone_sound with a b need; auto; [now apply not_zero_inv|].
    intros t ->. now apply sign_sound.
  - destruct (lookup d x) as [i|] eqn:L; [|discriminate H].
    destruct (end_at toward i) as [|q|q] eqn:E; try discriminate H.
    destruct (derivative x e) as [de|] eqn:D; [|discriminate H]. cases H.
    apply vary_sound with x i toward q de; auto; [now apply not_zero_inv|].
    now apply defined_by_signs_correct.
  - cases H. apply change_sound with c x t i i0; auto.
    destruct (Nat.eqb t x) eqn:E; [left; now apply Nat.eqb_eq | now right].
  - cases H. apply abstract_sound with g x i; auto. intros v Hd Hl.
    assert (Lo : above (lower i) (eval v g) /\ (lower i <> Inf -> defined v g)).
    { destruct (lower i) eqn:E; [split; [exact I | congruence] | |];
        apply IHp1 in C0; destruct (C0 v Hd Hl) as [[Dg _] K]; simpl in K |- *; split; auto; lra. }
    assert (Up : below (upper i) (eval v g) /\ (upper i <> Inf -> defined v g)).
    { destruct (upper i) eqn:E; [split; [exact I | congruence] | |];
        apply IHp2 in C1; destruct (C1 v Hd Hl) as [[_ Dg] K]; simpl in K |- *; split; auto; lra. }
    split; [|now split].
    destruct (lower i); [|now apply Lo | now apply Lo].
    destruct (upper i); [|now apply Up | now apply Up].
    now apply (defined_by_signs_correct d l g).
  - destruct e as [ | | | b [ | | | | | | | | | | | | |a] | | | | | | | | | | ]; try discriminate H.
    cases H. apply abs_sound; auto; now apply not_zero_inv.
  - destruct e; try discriminate H. cases H. apply minimum_sound; auto; now apply not_zero_inv.
  - destruct e as [ | | | | | | |a b| | | | | | ]; try discriminate H. cases H.
    destruct s; cases H; apply maximum_sound; auto; try now apply not_zero_inv.
    + intros v Hd Hl; split; [now apply (IHp _ _ _ _ H v) | now apply (defined_by_signs_correct d l b)].
    + intros v Hd Hl; split; [now apply (defined_by_signs_correct d l a) | now apply (IHp _ _ _ _ H v)].
  - destruct e as [ | | |a b| | | | | | | | | | ]; try discriminate H. cases H.
    apply square_sound; auto; now apply not_zero_inv.
  - cases H. apply contradiction_sound with n f s; auto.
Qed.
