(** 2-cycles of an even unimodal map f with a fixed point a < 0 and multiplier lam = f' a:
    under the cross-ratio inequality at a, a 2-cycle exists exactly when lam < -1.  One
    direction is that inequality; the other is the intermediate value theorem for f o f. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap.
Open Scope R_scope.

(** Derivatives and growth near a point. *)
Lemma derive_growth : forall (g : R -> R) (z lam : R), is_derive g z lam ->
  forall e, 0 < e -> exists d, 0 < d /\ forall y, Rabs (y - z) < d ->
    Rabs (g y - g z - lam * (y - z)) <= e * Rabs (y - z).
Proof.
  intros g z lam D e Pe. apply is_derive_Reals in D.
  destruct (D e Pe) as [d Hd]. exists (pos d). split; [apply cond_pos|].
  intros y Hy. destruct (Req_dec y z) as [->|Ne].
  - rewrite !Rminus_eq_0, Rmult_0_r, Rminus_0_r, Rabs_R0. lra.
  - assert (Z := Hd (y - z) ltac:(lra) Hy). replace (z + (y - z)) with y in Z by ring.
    replace (g y - g z - lam * (y - z)) with (((g y - g z) / (y - z) - lam) * (y - z)) by (field; lra).
    rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | lra].
Qed.

(** The cross-ratio inequality of f at a, with slope lam < 0 there, for u < a < v <= 0. *)
Definition cross_ratio_at (f : R -> R) (a lam : R) : Prop := forall u v, u < a < v -> v <= 0 ->
  (f u - f a) * (f a - f v) * (v - u) < - lam * (f u - f v) * ((a - u) * (v - a)).

Section TwoCycles.
Variables (f : R -> R) (a lam : R).
Hypothesis U : even_unimodal f.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.
Hypothesis D : is_derive f a lam.

Theorem two_cycle_needs_flip : cross_ratio_at f a lam -> forall u v, two_cycle f u v -> lam < -1.
Proof.
  intros CR u v C. destruct (two_cycle_around f U a Fa Ha u v C) as [ua av].
  destruct C as [Huv [Eu Ev]]. unfold fixpt in Fa. apply Ropp_lt_cancel.
  destruct (Rle_dec v 0) as [Nv|Pv].
  - assert (Z := CR u v (conj ua av) Nv). rewrite Eu, Ev, Fa in Z.
    assert (P : 0 < (v - a) * (a - u) * (v - u)) by (repeat apply Rmult_lt_0_compat; lra).
    apply Rmult_lt_reg_r with (1 := P). lra.
  - set (w := - v).
    assert (Ew : f w = u) by (unfold w; rewrite f_even by exact U; exact Ev).
    assert (Hw : a < w).
    { apply Rnot_le_lt. intro. assert (f a <= f w) by (apply f_ge; auto; unfold w in *; lra). lra. }
    assert (Z := CR u w (conj ua Hw) ltac:(unfold w; lra)). rewrite Eu, Ew, Fa in Z.
    replace v with (- w) in Z by (unfold w; ring).
    assert (wn : w < 0) by (unfold w; lra).
    assert (P : 0 < (- w - u) * ((a - u) * (w - a))).
    { apply Rmult_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]. }
    assert (Q : (- w - u) * ((a - u) * (w - a)) < (- w - a) * (a - u) * (w - u)).
    { replace ((- w - u) * ((a - u) * (w - a))) with ((a - u) * ((- w - u) * (w - a))) by ring.
      replace ((- w - a) * (a - u) * (w - u)) with ((a - u) * ((- w - a) * (w - u))) by ring.
      apply Rmult_lt_compat_l; [lra|].
      assert (0 < (- w) * (a - u)) by (apply Rmult_lt_0_compat; lra). clearbody w. lra. }
    apply Rmult_lt_reg_r with (1 := P). lra.
Qed.

Lemma no_two_cycle_stable : cross_ratio_at f a lam -> -1 <= lam -> forall u v, ~ two_cycle f u v.
Proof. intros CR H u v C. assert (Z := two_cycle_needs_flip CR u v C). lra. Qed.

(** Near a flip-unstable a, f moves away from a. *)
Lemma expansion_near : lam < -1 ->
  exists d, 0 < d /\ forall y, y <> a -> Rabs (y - a) < d -> Rabs (y - a) < Rabs (f y - a).
Proof.
  intro Hl. destruct (derive_growth f a lam D ((- lam - 1) / 2) ltac:(lra)) as [d [Hd G]].
  exists d. split; [exact Hd|]. intros y Ny Hy. specialize (G y Hy).
  unfold fixpt in Fa. rewrite Fa in G.
  assert (P : 0 < Rabs (y - a)) by (apply Rabs_pos_lt; lra).
  assert (T := Rabs_triang (f y - a) (- (f y - a - lam * (y - a)))).
  replace (f y - a + - (f y - a - lam * (y - a))) with (lam * (y - a)) in T by ring.
  rewrite Rabs_Ropp, Rabs_mult, (Rabs_left lam) in T by lra. nra.
Qed.

(** If lam < -1 there is a genuine 2-cycle, its upper point in (a, -a). *)
Theorem two_cycle_exists : lam < -1 ->
  exists v, a < v < - a /\ f v < a /\ two_cycle f (f v) v.
Proof.
  intro H. destruct (expansion_near H) as [d [Hd Exp]].
  destruct (continuity_pt_eps f a d (f_cont f U a) Hd) as [d' [Hd' C]].
  unfold fixpt in Fa. rewrite Fa in C.
  assert (Fo : f (- a) = f a) by now apply f_even.
  set (m := Rmin (Rmin d d') (- a)).
  assert (Hm : 0 < m) by (unfold m; repeat apply Rmin_glb_lt; lra).
  assert (m <= Rmin d d') by apply Rmin_l. assert (m <= - a) by apply Rmin_r.
  assert (Rmin d d' <= d) by apply Rmin_l. assert (Rmin d d' <= d') by apply Rmin_r.
  set (y := a + m / 2).
  assert (Hy : a < y < 0) by (unfold y; lra).
  assert (Hy' : Rabs (y - a) = m / 2) by (rewrite Rabs_pos_eq; unfold y; lra).
  assert (fy : f y < a) by (rewrite <- Fa; apply f_dec; auto; lra).
  assert (E1 := Exp y ltac:(lra) ltac:(lra)).
  assert (E2 := Exp (f y) ltac:(lra) ltac:(apply C; lra)).
  assert (ffy : y < f (f y)).
  { assert (a < f (f y)) by (rewrite <- Fa; apply f_dec; auto; lra).
    rewrite (Rabs_pos_eq (f (f y) - a)) in E2 by lra. unfold y in *. lra. }
  destruct (ivt_down (fun z => f (f z) - z) y (- a) 0) as [v [Hv Ev]]; try lra.
  - intros z _. apply continuity_pt_sub_id.
    apply (continuity_pt_comp f f z); now apply f_cont.
  - assert (E : f (f (- a)) = a) by (rewrite Fo, Fa; exact Fa). lra.
  - assert (Nv : v <> - a) by (intro; subst v; rewrite Fo, Fa, Fa in Ev; lra).
    assert (fv : f v < a). { apply (f_lt_a f U a Fa Ha). apply Rabs_def1; lra. }
    exists v. split; [lra|]. split; [exact fv|]. repeat split; lra.
Qed.
End TwoCycles.
