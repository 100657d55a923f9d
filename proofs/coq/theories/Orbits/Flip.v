(** F4: a 2-cycle of F exists exactly when the lowest fixed point, if negative
    in log-odds, is linearly unstable.  One direction is the cross-ratio
    inequality; the other is the intermediate value theorem for F o F. *)

Require Import Reals Lra Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas CrossRatio LowFixpt.
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

Section Flip.
Variables x0 beta eps a : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.

(** |F' a| > 1 iff beta < B, in terms of the derivative of G. *)
Lemma slope_vs_threshold : Bthr eps (sigma a) = - dG eps a.
Proof. rewrite <- dG_abs by exact He. apply Rabs_left. now apply dG_neg. Qed.

(** The cross-ratio inequality for F. *)
Lemma cross_F : forall u v, u < a < v -> v <= 0 ->
  beta * ((f u - f a) * (f a - f v) * (v - u)) < Bthr eps (sigma a) * (f u - f v) * ((a - u) * (v - a)).
Proof.
  intros u v H Hv. rewrite slope_vs_threshold.
  assert (Z := cross_ratio_signed eps u a v He H Hv).
  replace (f u - f a) with ((G eps u - G eps a) / beta) by (unfold f, F; field; lra).
  replace (f a - f v) with ((G eps a - G eps v) / beta) by (unfold f, F; field; lra).
  replace (f u - f v) with ((G eps u - G eps v) / beta) by (unfold f, F; field; lra).
  apply Rmult_lt_reg_r with beta; [exact Hb|].
  replace (beta * ((G eps u - G eps a) / beta * ((G eps a - G eps v) / beta) * (v - u)) * beta)
    with ((G eps u - G eps a) * (G eps a - G eps v) * (v - u)) by (field; lra).
  replace (- dG eps a * ((G eps u - G eps v) / beta) * ((a - u) * (v - a)) * beta)
    with (- dG eps a * (G eps u - G eps v) * ((a - u) * (v - a))) by (field; lra).
  exact Z.
Qed.

Lemma two_cycle_below_threshold : forall u v, two_cycle f u v -> beta < Bthr eps (sigma a).
Proof.
  intros u v C. destruct (two_cycle_around x0 beta eps Hb He a Fa Ha u v C) as [ua av].
  destruct C as [Huv [Eu Ev]]. unfold fixpt in Fa.
  destruct (Rle_dec v 0) as [Nv|Pv].
  - assert (Z := cross_F u v (conj ua av) Nv). rewrite Eu, Ev, Fa in Z.
    assert (P : 0 < (v - a) * (a - u) * (v - u)) by (repeat apply Rmult_lt_0_compat; lra).
    replace (Bthr eps (sigma a) * (v - u) * ((a - u) * (v - a)))
      with (Bthr eps (sigma a) * ((v - a) * (a - u) * (v - u))) in Z by ring.
    apply Rmult_lt_reg_r in Z; auto.
  - set (w := - v).
    assert (Ew : f w = u) by (unfold w, f; rewrite F_opp; exact Ev).
    assert (Hw : a < w).
    { apply Rnot_le_lt. intro. assert (f a <= f w) by (apply f_ge; auto; lra). lra. }
    assert (Z := cross_F u w (conj ua Hw) ltac:(unfold w; lra)). rewrite Eu, Ew, Fa in Z.
    replace v with (- w) in Z by (unfold w; ring).
    assert (wn : w < 0) by (unfold w; lra).
    assert (P : 0 < (- w - u) * ((a - u) * (w - a))).
    { apply Rmult_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]. }
    assert (Q : (- w - u) * ((a - u) * (w - a)) < (- w - a) * (a - u) * (w - u)).
    { replace ((- w - u) * ((a - u) * (w - a))) with ((a - u) * ((- w - u) * (w - a))) by ring.
      replace ((- w - a) * (a - u) * (w - u)) with ((a - u) * ((- w - a) * (w - u))) by ring.
      apply Rmult_lt_compat_l; [lra|].
      assert (0 < (- w) * (a - u)) by (apply Rmult_lt_0_compat; lra). clearbody w. lra. }
    assert (Q2 := Rmult_lt_compat_l beta _ _ Hb Q).
    apply Rmult_lt_reg_r with (1 := P).
    replace (Bthr eps (sigma a) * ((- w - u) * ((a - u) * (w - a))))
      with (Bthr eps (sigma a) * (- w - u) * ((a - u) * (w - a))) by ring. lra.
Qed.

Lemma no_two_cycle_at_threshold : Bthr eps (sigma a) <= beta -> forall u v, ~ two_cycle f u v.
Proof. intros H u v C. apply two_cycle_below_threshold in C. lra. Qed.

(** Just right of a flip-unstable a, F o F moves away from a. *)
Lemma expansion_near : beta < Bthr eps (sigma a) ->
  exists d, 0 < d /\ forall y, y <> a -> Rabs (y - a) < d -> Rabs (y - a) < Rabs (f y - a).
Proof.
  intro H. set (lam := dG eps a / beta).
  assert (Hl : lam < -1).
  { unfold lam. rewrite slope_vs_threshold in H.
    apply Rmult_lt_reg_r with beta; [exact Hb|]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l by lra. lra. }
  destruct (derive_growth f a lam (F_derive x0 beta eps He a) ((- lam - 1) / 2) ltac:(lra))
    as [d [Hd D]].
  exists d. split; [exact Hd|]. intros y Ny Hy. specialize (D y Hy).
  unfold fixpt in Fa. rewrite Fa in D.
  assert (P : 0 < Rabs (y - a)) by (apply Rabs_pos_lt; lra).
  assert (T := Rabs_triang (f y - a) (- (f y - a - lam * (y - a)))).
  replace (f y - a + - (f y - a - lam * (y - a))) with (lam * (y - a)) in T by ring.
  rewrite Rabs_Ropp, Rabs_mult, (Rabs_left lam) in T by lra. nra.
Qed.

(** If beta < B(a) there is a genuine 2-cycle, its upper point in (a, -a). *)
Lemma two_cycle_exists : beta < Bthr eps (sigma a) ->
  exists v, a < v < - a /\ f v < a /\ two_cycle f (f v) v.
Proof.
  intro H. destruct (expansion_near H) as [d [Hd Exp]].
  destruct (continuity_pt_eps f a d (f_cont x0 beta eps He a) Hd) as [d' [Hd' C]].
  unfold fixpt in Fa. rewrite Fa in C.
  assert (Fo : f (- a) = f a) by apply F_opp.
  set (m := Rmin (Rmin d d') (- a)).
  assert (Hm : 0 < m) by (unfold m; repeat apply Rmin_glb_lt; lra).
  assert (m <= Rmin d d') by apply Rmin_l. assert (m <= - a) by apply Rmin_r.
  assert (Rmin d d' <= d) by apply Rmin_l. assert (Rmin d d' <= d') by apply Rmin_r.
  set (y := a + m / 2).
  assert (Hy : a < y < 0) by (unfold y; lra).
  assert (Hy' : Rabs (y - a) = m / 2) by (rewrite Rabs_pos_eq; unfold y; lra).
  assert (fy : f y < a) by (rewrite <- Fa; apply f_dec; lra).
  assert (E1 := Exp y ltac:(lra) ltac:(lra)).
  assert (E2 := Exp (f y) ltac:(lra) ltac:(apply C; lra)).
  assert (ffy : y < f (f y)).
  { assert (a < f (f y)) by (rewrite <- Fa; apply f_dec; lra).
    rewrite (Rabs_pos_eq (f (f y) - a)) in E2 by lra. unfold y in *. lra. }
  destruct (ivt_down (fun z => f (f z) - z) y (- a) 0) as [v [Hv Ev]]; try lra.
  - intros z _. apply continuity_pt_sub_id.
    apply (continuity_pt_comp f f z); apply f_cont; exact He.
  - assert (E : f (f (- a)) = a) by (rewrite Fo, Fa; exact Fa). lra.
  - assert (Nv : v <> - a) by (intro; subst v; rewrite Fo, Fa, Fa in Ev; lra).
    assert (fv : f v < a). { apply (f_lt_a x0 beta eps Hb He a Fa Ha). apply Rabs_def1; lra. }
    exists v. split; [lra|]. split; [exact fv|]. repeat split; lra.
Qed.
End Flip.

(** F4. Let a < 0 be the lowest fixed point of F. Every 2-cycle {u < v} lies on both
    sides of a and, with p_low = sigma a, forces |F' a| > 1, that is beta < B(p_low); so beta >= B(p_low) excludes every
    2-cycle. Conversely beta < B(p_low) gives a 2-cycle whose upper point is in (a, -a). *)
Theorem two_cycle_iff_flip_unstable : forall x0 beta eps a, 0 < beta -> 0 <= eps ->
  lowest (F x0 beta eps) a -> a < 0 ->
  (forall u v, two_cycle (F x0 beta eps) u v ->
     u < a < v /\ beta < Bthr eps (sigma a) /\
     forall lam, is_derive (F x0 beta eps) a lam -> 1 < Rabs lam) /\
  (Bthr eps (sigma a) <= beta -> forall u v, ~ two_cycle (F x0 beta eps) u v) /\
  (beta < Bthr eps (sigma a) ->
     exists u v, a < v < - a /\ u < a /\ two_cycle (F x0 beta eps) u v).
Proof.
  intros x0 beta eps a Hb He [Fa _] Ha. split; [|split].
  - intros u v C. split; [apply (two_cycle_around x0 beta eps); auto|].
    assert (L := two_cycle_below_threshold x0 beta eps a Hb He Fa Ha u v C).
    split; [exact L|]. intros lam D.
    assert (E : lam = dG eps a / beta).
    { apply is_derive_unique in D. rewrite <- D. apply is_derive_unique. now apply F_derive. }
    assert (N := dG_neg eps He a Ha). rewrite (slope_vs_threshold eps a He Ha) in L.
    rewrite E. unfold Rdiv. rewrite Rabs_mult, (Rabs_left (dG eps a)) by exact N.
    rewrite Rabs_pos_eq by (left; now apply Rinv_0_lt_compat).
    apply Rmult_lt_reg_r with beta; [exact Hb|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - intros H. now apply no_two_cycle_at_threshold with a.
  - intros H. destruct (two_cycle_exists x0 beta eps a Hb He Fa Ha H) as [v [Hv [Fv C]]].
    exists (F x0 beta eps v), v. auto.
Qed.
