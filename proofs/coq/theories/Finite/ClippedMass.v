(** The clipped objective, coordinate by coordinate: the explicit coordinate,
    its supergradient, and its dependence on the multiplier. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening Contrastive.
Open Scope R_scope.

Definition L_clip n r eps beta elo ehi (ref old pi : nat -> R) : R :=
  clipped_surrogate n r eps elo ehi old pi - beta * KL n pi ref.

(** One coordinate of the clipped policy: reward b, reference mass q, old mass
    o, weights wp and wm, multiplier L. *)
Definition clip_coord (wp wm beta elo ehi : R) (b : bool) (q o L : R) : R :=
  if b then Rmin (q * exp ((wp - L) / beta)) (Rmax ((1 + ehi) * o) (q * exp (- L / beta)))
  else Rmax (q * exp ((- wm - L) / beta)) (Rmin ((1 - elo) * o) (q * exp (- L / beta))).

Definition clip_policy n r eps beta elo ehi (ref old : nat -> R) (L : R) (i : nat) : R :=
  let p := success n r old in
  clip_coord (w_plus eps p) (w_minus eps p) beta elo ehi (r i) (ref i) (old i) L.

(** One coordinate of the clipped surrogate. *)
Definition clip_gain (wp wm elo ehi : R) (b : bool) (o x : R) : R :=
  if b then wp * Rmin x ((1 + ehi) * o) else - wm * Rmax x ((1 - elo) * o).

Lemma clipped_surrogate_sum n r eps elo ehi old pi :
  positive n old -> 0 <= elo -> 0 <= ehi -> admissible eps (success n r old) ->
  clipped_surrogate n r eps elo ehi old pi =
  Rsum n (fun i => clip_gain (w_plus eps (success n r old))
    (w_minus eps (success n r old)) elo ehi (r i) (old i) (pi i)).
Proof.
  intros Ho Hl Hh Ha. set (p := success n r old) in *.
  assert (Hp := w_plus_nonneg eps p Ha). assert (Hm := w_minus_nonneg eps p Ha).
  apply Rsum_ext. intros i Hi. cbv zeta. fold p. rewrite adv_gain. unfold gain, clip_gain.
  specialize (Ho i Hi).
  assert (E : pi i = old i * ratio pi old i) by (unfold ratio; field; lra).
  destruct (r i).
  - destruct (clipping_formula_corrected (ratio pi old i) (w_plus eps p) elo ehi Hl Hh)
      as [-> _]; [|exact Hp].
    set (rho := ratio pi old i) in *. rewrite E.
    unfold Rmin. repeat destruct (Rle_dec _ _); nra.
  - destruct (clipping_formula_corrected (ratio pi old i) (- w_minus eps p) elo ehi Hl Hh)
      as [_ ->]; [|lra].
    set (rho := ratio pi old i) in *. rewrite E. unfold Rmax. repeat destruct (Rle_dec _ _); nra.
Qed.

Section Coordinate.
Variables wp wm beta elo ehi q o L : R.
Hypothesis Hwp : 0 <= wp.
Hypothesis Hwm : 0 <= wm.
Hypothesis Hb : 0 < beta.
Hypothesis Hq : 0 < q.

Lemma ln_exp_mult y : ln (q * exp y / q) = y.
Proof. replace (q * exp y / q) with (exp y) by (field; lra). apply ln_exp. Qed.

Lemma exp_div_le x y : x <= y -> q * exp (x / beta) <= q * exp (y / beta).
Proof.
  intros H. apply Rmult_le_compat_l; [lra|].
  assert (x / beta <= y / beta)
    by (apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|exact H]).
  destruct H0 as [H0| ->]; [left; apply exp_increasing, H0|lra].
Qed.

Lemma exp_div_pos x : 0 < q * exp (x / beta).
Proof. apply Rmult_lt_0_compat; [exact Hq|apply exp_pos]. Qed.

Lemma clip_coord_pos b : 0 < clip_coord wp wm beta elo ehi b q o L.
Proof.
  unfold clip_coord. destruct b.
  - apply Rmin_pos; [apply exp_div_pos|].
    apply Rlt_le_trans with (2 := Rmax_r _ _). apply exp_div_pos.
  - apply Rlt_le_trans with (2 := Rmax_l _ _). apply exp_div_pos.
Qed.

Lemma ln_between x y c :
  q * exp (x / beta) <= c <= q * exp (y / beta) -> x <= beta * ln (c / q) <= y.
Proof.
  intros [H1 H2]. assert (H0 := exp_div_pos x).
  assert (M : forall u v, 0 < u -> u <= v -> ln u <= ln v).
  { intros u v Hu [Hv| ->]; [left; apply ln_increasing; auto|lra]. }
  assert (A : forall u v, u <= v -> u / q <= v / q).
  { intros u v Huv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|exact Huv]. }
  assert (E1 : ln (q * exp (x / beta) / q) <= ln (c / q)).
  { apply M; [apply Rdiv_lt_0_compat; lra|]. apply A, H1. }
  assert (E2 : ln (c / q) <= ln (q * exp (y / beta) / q)).
  { apply M; [apply Rdiv_lt_0_compat; lra|]. apply A, H2. }
  rewrite ln_exp_mult in E1, E2.
  apply (Rmult_le_compat_l beta) in E1; [|lra].
  apply (Rmult_le_compat_l beta) in E2; [|lra].
  replace (beta * (x / beta)) with x in E1 by (field; lra).
  replace (beta * (y / beta)) with y in E2 by (field; lra). lra.
Qed.

(** L + beta ln (x* / q) is a supergradient of the clipped gain at x*. *)
Lemma clip_supergradient b x :
  let xs := clip_coord wp wm beta elo ehi b q o L in
  clip_gain wp wm elo ehi b o x <=
  clip_gain wp wm elo ehi b o xs + (L + beta * ln (xs / q)) * (x - xs).
Proof.
  cbv zeta. unfold clip_coord, clip_gain. destruct b.
  - set (c := (1 + ehi) * o).
    assert (Hab : q * exp (- L / beta) <= q * exp ((wp - L) / beta))
      by (apply exp_div_le; lra).
    destruct (Rle_dec c (q * exp (- L / beta))) as [H1|H1].
    + rewrite (Rmax_right c), (Rmin_right (q * exp ((wp - L) / beta))) by lra.
      rewrite ln_exp_mult. rewrite (Rmin_right (q * _)) by lra.
      replace (L + beta * (- L / beta)) with 0 by (field; lra).
      assert (Rmin x c <= c) by apply Rmin_r. nra.
    + rewrite (Rmax_left c) by lra.
      destruct (Rle_dec c (q * exp ((wp - L) / beta))) as [H2|H2].
      * rewrite (Rmin_right (q * _) c), (Rmin_left c c) by lra.
        destruct (ln_between (- L) (wp - L) c) as [B1 B2]; [lra|].
        unfold Rmin. destruct (Rle_dec x c); nra.
      * rewrite !(Rmin_left (q * _) c) by lra.
        rewrite ln_exp_mult.
        replace (L + beta * ((wp - L) / beta)) with wp by (field; lra).
        assert (Rmin x c <= x) by apply Rmin_l. nra.
  - set (c := (1 - elo) * o).
    assert (Hab : q * exp ((- wm - L) / beta) <= q * exp (- L / beta))
      by (apply exp_div_le; lra).
    destruct (Rle_dec (q * exp (- L / beta)) c) as [H1|H1].
    + rewrite (Rmin_right c), (Rmax_right (q * exp ((- wm - L) / beta))) by lra.
      rewrite ln_exp_mult. rewrite (Rmax_right (q * _)) by lra.
      replace (L + beta * (- L / beta)) with 0 by (field; lra).
      assert (c <= Rmax x c) by apply Rmax_r. nra.
    + rewrite (Rmin_left c) by lra.
      destruct (Rle_dec (q * exp ((- wm - L) / beta)) c) as [H2|H2].
      * rewrite (Rmax_right (q * _) c), (Rmax_left c c) by lra.
        destruct (ln_between (- wm - L) (- L) c) as [B1 B2]; [lra|].
        unfold Rmax. destruct (Rle_dec x c); nra.
      * rewrite !(Rmax_left (q * _) c) by lra.
        rewrite ln_exp_mult.
        replace (L + beta * ((- wm - L) / beta)) with (- wm) by (field; lra).
        assert (x <= Rmax x c) by apply Rmax_l. nra.
Qed.

(** Per coordinate, the gain of any x over x* is at most linear in x - x*
    minus a relative entropy. *)
Lemma clip_coord_gap b x :
  0 <= x ->
  let xs := clip_coord wp wm beta elo ehi b q o L in
  clip_gain wp wm elo ehi b o x - beta * (x * ln (x / q)) -
    (clip_gain wp wm elo ehi b o xs - beta * (xs * ln (xs / q)))
  <= L * (x - xs) - beta * (x * ln (x / xs)).
Proof.
  intros Hx xs. assert (G := clip_supergradient b x). cbv zeta in G. fold xs in G.
  assert (Hxs : 0 < xs) by apply clip_coord_pos.
  destruct (Req_dec x 0) as [E|N].
  - subst x. nra.
  - assert (E : ln (x / q) = ln (x / xs) + ln (xs / q))
      by (rewrite !ln_div by lra; ring).
    rewrite E. nra.
Qed.

End Coordinate.

(** * Dependence on the multiplier *)

Lemma Rmin_le_compat a b c d : a <= c -> b <= d -> Rmin a b <= Rmin c d.
Proof. intros. unfold Rmin. repeat destruct (Rle_dec _ _); lra. Qed.

Lemma Rmax_le_compat' a b c d : a <= c -> b <= d -> Rmax a b <= Rmax c d.
Proof. intros. unfold Rmax. repeat destruct (Rle_dec _ _); lra. Qed.

Lemma clip_coord_nonincreasing wp wm beta elo ehi b q o L L' :
  0 < beta -> 0 < q -> L <= L' ->
  clip_coord wp wm beta elo ehi b q o L' <= clip_coord wp wm beta elo ehi b q o L.
Proof.
  intros Hb Hq HL. unfold clip_coord. destruct b.
  - apply Rmin_le_compat; [apply exp_div_le; lra|].
    apply Rmax_le_compat'; [lra|apply exp_div_le; lra].
  - apply Rmax_le_compat'; [apply exp_div_le; lra|].
    apply Rmin_le_compat; [lra|apply exp_div_le; lra].
Qed.

Lemma continuity_Rmin f g :
  continuity f -> continuity g -> continuity (fun x => Rmin (f x) (g x)).
Proof.
  intros Hf Hg x.
  apply (continuity_pt_ext (fun x => (f x + g x - Rabs (f x - g x)) * / 2)).
  - intros y. unfold Rmin, Rabs.
    destruct (Rle_dec _ _); destruct (Rcase_abs _); lra.
  - apply continuity_pt_mult; [|apply continuity_pt_const; intros u v; reflexivity].
    apply continuity_pt_minus.
    + apply continuity_pt_plus; auto.
    + apply (continuity_pt_comp (fun x => f x - g x) Rabs);
        [apply continuity_pt_minus; auto|apply Rcontinuity_abs].
Qed.

Lemma continuity_Rmax f g :
  continuity f -> continuity g -> continuity (fun x => Rmax (f x) (g x)).
Proof.
  intros Hf Hg x.
  apply (continuity_pt_ext (fun x => - Rmin (- f x) (- g x))).
  - intros y. unfold Rmin, Rmax. repeat destruct (Rle_dec _ _); lra.
  - apply (continuity_pt_opp (fun x => Rmin (- f x) (- g x))).
    apply (continuity_Rmin (fun x => - f x) (fun x => - g x));
      intros y; apply continuity_pt_opp; auto.
Qed.

Lemma continuity_exp_div q u beta : continuity (fun L => q * exp ((u - L) / beta)).
Proof.
  intros x. apply continuity_pt_mult; [apply continuity_pt_const; intros y z; reflexivity|].
  apply (continuity_pt_comp (fun L => (u - L) / beta) exp).
  - apply continuity_pt_mult; [|apply continuity_pt_const; intros y z; reflexivity].
    apply continuity_pt_minus; [apply continuity_pt_const; intros y z; reflexivity|].
    apply derivable_continuous_pt, derivable_pt_id.
  - apply derivable_continuous_pt, derivable_pt_exp.
Qed.

Lemma continuity_const c : continuity (fun _ : R => c).
Proof. intros x. apply continuity_pt_const. intros y z. reflexivity. Qed.

Lemma clip_coord_continuous wp wm beta elo ehi b q o :
  continuity (clip_coord wp wm beta elo ehi b q o).
Proof.
  assert (C : continuity (fun L => q * exp (- L / beta))).
  { intros x. apply (continuity_pt_ext (fun L => q * exp ((0 - L) / beta))).
    - intros y. rewrite Rminus_0_l. reflexivity.
    - apply continuity_exp_div. }
  unfold clip_coord. destruct b.
  - apply (continuity_Rmin (fun L => q * exp ((wp - L) / beta))
      (fun L => Rmax ((1 + ehi) * o) (q * exp (- L / beta)))); [apply continuity_exp_div|].
    apply (continuity_Rmax (fun _ => (1 + ehi) * o)); [apply continuity_const|exact C].
  - apply (continuity_Rmax (fun L => q * exp ((- wm - L) / beta))
      (fun L => Rmin ((1 - elo) * o) (q * exp (- L / beta)))); [apply continuity_exp_div|].
    apply (continuity_Rmin (fun _ => (1 - elo) * o)); [apply continuity_const|exact C].
Qed.

Lemma continuity_Rsum n (f : nat -> R -> R) :
  (forall i, continuity (f i)) -> continuity (fun L => Rsum n (fun i => f i L)).
Proof.
  intros H. induction n as [|n IH]; simpl; [apply continuity_const|].
  apply (continuity_plus (fun L => Rsum n (fun i => f i L)) (f n)); auto.
Qed.

(** At L = w+ no coordinate exceeds the reference; at L = -w- none is below. *)
Lemma clip_coord_at_top wp wm beta elo ehi b q o :
  0 <= wp -> 0 <= wm -> 0 < beta -> 0 < q ->
  clip_coord wp wm beta elo ehi b q o wp <= q.
Proof.
  intros Hp Hm Hb Hq. assert (E0 : q * exp (0 / beta) = q).
  { replace (0 / beta) with 0 by (field; lra). rewrite exp_0. ring. }
  unfold clip_coord. destruct b.
  - replace (wp - wp) with 0 by ring. rewrite E0. apply Rmin_l.
  - assert (q * exp ((- wm - wp) / beta) <= q * exp (0 / beta)) by (apply exp_div_le; lra).
    assert (q * exp (- wp / beta) <= q * exp (0 / beta)) by (apply exp_div_le; lra).
    apply Rmax_lub; [lra|]. apply Rle_trans with (1 := Rmin_r _ _). lra.
Qed.

Lemma clip_coord_at_bottom wp wm beta elo ehi b q o :
  0 <= wp -> 0 <= wm -> 0 < beta -> 0 < q ->
  q <= clip_coord wp wm beta elo ehi b q o (- wm).
Proof.
  intros Hp Hm Hb Hq. assert (E0 : q * exp (0 / beta) = q).
  { replace (0 / beta) with 0 by (field; lra). rewrite exp_0. ring. }
  unfold clip_coord. destruct b.
  - assert (q * exp (0 / beta) <= q * exp ((wp - - wm) / beta)) by (apply exp_div_le; lra).
    assert (q * exp (0 / beta) <= q * exp (- - wm / beta)) by (apply exp_div_le; lra).
    apply Rmin_glb; [lra|]. apply Rle_trans with (2 := Rmax_r _ _). lra.
  - replace (- wm - - wm) with 0 by ring. rewrite E0. apply Rmax_l.
Qed.
