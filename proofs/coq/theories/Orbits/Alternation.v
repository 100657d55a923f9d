(** F12: for F0 < 0 an orbit that tends to the lowest fixed point without landing on it
    eventually alternates around it.  E3, flip part: at beta = B(p_low), p_low < 1/2
    (multiplier -1) the fixed point is still asymptotically stable. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel LowFixpt Flip Success.
Open Scope R_scope.

Section Low.
Variables x0 beta eps a : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.

Lemma crosses_from_left : forall x, x < a -> a < f x.
Proof. intros x Hx. rewrite <- Fa at 1. apply f_dec; auto; lra. Qed.

Lemma crosses_from_right : forall x, a < x < - a -> f x < a.
Proof.
  intros x Hx. apply (f_lt_a x0 beta eps Hb He a Fa Ha). apply Rabs_def1; lra.
Qed.

Lemma opposite_sides : forall x, x <> a -> x < - a -> (x - a) * (f x - a) < 0.
Proof.
  intros x Ne Hx. destruct (Rtotal_order x a) as [L|[E|L]]; [|contradiction|].
  - assert (Z := crosses_from_left x L). nra.
  - assert (Z := crosses_from_right x (conj L Hx)). nra.
Qed.

Lemma alternates_eventually : forall x, is_lim_seq (iter f x) a -> (forall n, iter f x n <> a) ->
  exists N, forall n, (N <= n)%nat -> (iter f x n - a) * (iter f x (S n) - a) < 0.
Proof.
  intros x L Ne. apply is_lim_seq_spec in L. destruct (L (mkposreal (- a) ltac:(lra))) as [N HN].
  simpl in HN. exists N. intros n Hn. apply opposite_sides; [apply Ne|].
  specialize (HN n Hn). apply Rabs_def2 in HN. lra.
Qed.

Lemma alternates_from : f (f 0) <= - a -> forall x, (forall n, iter f x n <> a) ->
  forall n, (1 <= n)%nat -> iter f x n <= - a ->
  forall m, (n <= m)%nat -> (iter f x m - a) * (iter f x (S m) - a) < 0.
Proof.
  intros C x Ne n Hn Bn.
  assert (Low : forall m, (1 <= m)%nat -> f 0 <= iter f x m).
  { intros m Hm. destruct m as [|m]; [lia|]. simpl. now apply f_low. }
  assert (Fs : f 0 < a) by now apply (F0_neg_of_low x0 beta eps Hb He a Fa Ha).
  assert (Step : forall m, (1 <= m)%nat -> iter f x m <= - a -> iter f x m < - a).
  { intros m Hm Bm. destruct (Req_dec (iter f x m) (- a)) as [E|]; [|lra].
    exfalso. apply (Ne (S m)). simpl. rewrite E. unfold f. rewrite F_opp. exact Fa. }
  assert (Next : forall m, (1 <= m)%nat -> iter f x m < - a -> iter f x (S m) <= - a).
  { intros m Hm Bm. change (iter f x (S m)) with (f (iter f x m)).
    destruct (Rtotal_order (iter f x m) a) as [L|[E|L]].
    - apply Rle_trans with (f (f 0)); [|exact C]. apply f_ge; auto. split; [now apply Low | lra].
    - rewrite E. unfold fixpt in Fa. fold f. lra.
    - assert (Z := crosses_from_right _ (conj L Bm)). fold f. lra. }
  assert (All : forall m, (n <= m)%nat -> iter f x m < - a).
  { intros m Hm. induction Hm as [|m Hm IH]; [now apply Step|].
    apply Step; [lia|]. apply Next; [lia | exact IH]. }
  intros m Hm. apply opposite_sides; [apply Ne | now apply All].
Qed.

(** Small invariant intervals [F v, v] around a when there is no 2-cycle. *)
Lemma second_iterate_below : (forall u v, ~ two_cycle f u v) ->
  forall x, a < x < - a -> f (f x) < x.
Proof.
  intros No x Hx. apply Rnot_le_lt. intro N.
  assert (Fo : f (- a) = a) by (unfold f; rewrite F_opp; exact Fa).
  destruct (ivt_down (fun z => f (f z) - z) x (- a) 0) as [z [Hz Ez]]; try lra.
  - intros t _. apply continuity_pt_sub_id. apply (continuity_pt_comp f f t); now apply f_cont.
  - rewrite Fo. unfold fixpt in Fa. rewrite Fa. lra.
  - assert (Fz : f z = z) by (apply no_two_cycle_fix; [exact No | change (f (f z) = z); lra]).
    assert (z <> - a) by (intro; subst z; lra).
    assert (Z := crosses_from_right z ltac:(lra)). lra.
Qed.

Theorem stable_without_two_cycle : (forall u v, ~ two_cycle f u v) ->
  forall e, 0 < e -> exists d, 0 < d /\ forall x, Rabs (x - a) < d ->
    (forall n, Rabs (iter f x n - a) < e) /\ is_lim_seq (iter f x) a.
Proof.
  intros No e Pe.
  destruct (continuity_pt_eps f a e (f_cont x0 beta eps He a) Pe) as [d' [Hd' C]].
  assert (Fa' := Fa). unfold fixpt in Fa'. rewrite Fa' in C.
  set (m := Rmin (Rmin e d') (- a)). assert (M1 := Rmin_l (Rmin e d') (- a)).
  assert (M2 := Rmin_r (Rmin e d') (- a)). assert (M3 := Rmin_l e d'). assert (M4 := Rmin_r e d').
  fold m in M1, M2. assert (Pm : 0 < m) by (unfold m; repeat apply Rmin_glb_lt; lra).
  set (v := a + m / 2). assert (Hv : a < v < 0) by (unfold v; lra).
  assert (fv : f v < a) by (apply crosses_from_right; lra).
  assert (Cv : Rabs (f v - a) < e) by (apply C; rewrite Rabs_pos_eq; unfold v; lra).
  apply Rabs_def2 in Cv.
  assert (ffv := second_iterate_below No v ltac:(lra)).
  assert (Inv : forall x, f v <= x <= v -> f v <= f x <= v).
  { intros x Hx. split; [apply f_ge; auto; lra|].
    apply Rle_trans with (f (f v)); [apply f_ge; auto; lra | lra]. }
  exists (Rmin (v - a) (a - f v)). split; [apply Rmin_glb_lt; lra|].
  intros x Hx. assert (X1 := Rmin_l (v - a) (a - f v)). assert (X2 := Rmin_r (v - a) (a - f v)).
  assert (Hx' : Rabs (x - a) < v - a) by lra. assert (Hx2 : Rabs (x - a) < a - f v) by lra.
  apply Rabs_def2 in Hx'. apply Rabs_def2 in Hx2.
  assert (Ix : f v <= x <= v) by lra.
  split.
  - intro n. assert (In : f v <= iter f x n <= v) by now apply (iter_in f (fun y => f v <= y <= v)).
    apply Rabs_def1; unfold v in *; lra.
  - destruct (coppel f (f v) v) with (x := x) as [c [Hc [Fc L]]]; auto.
    + intros. now apply f_cont.
    + intros y _. apply no_two_cycle_fix. exact No.
    + assert (c = a) by (apply (low_unique x0 beta eps Hb He a c); auto; lra). now subst.
Qed.
End Low.

(** F12. Let F0 < 0 and a the lowest fixed point in log-odds, p_low = sigma a. Always
    (p_0 - p_low)(p_1 - p_low) < 0. If p_n converges to p_low without ever landing on it,
    then (p_n - p_low)(p_(n+1) - p_low) < 0 from some n on. If F F0 <= - a (and p_n never
    lands), strict alternation holds from the first n >= 1 with x_n <= - a on. *)
Theorem alternation_around_low : forall pref beta eps a,
  0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  let x0 := logit pref in let f := F x0 beta eps in let p := iter (h pref beta eps) pref in
  F0 x0 beta eps < 0 -> lowest f a ->
  (p 0%nat - sigma a) * (p 1%nat - sigma a) < 0 /\
  (is_lim_seq p (sigma a) -> (forall n, p n <> sigma a) ->
     exists N, forall n, (N <= n)%nat -> (p n - sigma a) * (p (S n) - sigma a) < 0) /\
  (f (F0 x0 beta eps) <= - a -> (forall n, p n <> sigma a) ->
     forall n, (1 <= n)%nat -> p n <= 1 - sigma a ->
     forall m, (n <= m)%nat -> (p m - sigma a) * (p (S m) - sigma a) < 0).
Proof.
  intros pref beta eps a Hp Hb He x0 f p H0 La.
  assert (E0 : f 0 = F0 x0 beta eps) by now apply F_0.
  assert (Ha := lowest_neg x0 beta eps Hb He a ltac:(fold f; lra) La). destruct La as [Fa _].
  assert (Ha' : a < 0) by lra.
  assert (Pn : forall n, p n = sigma (iter f x0 n)) by (intro; now apply p_orbit).
  assert (Ne : (forall n, p n <> sigma a) -> forall n, iter f x0 n <> a).
  { intros N n E. apply (N n). rewrite Pn. now f_equal. }
  assert (Sg : forall x y, (x - a) * (y - a) < 0 -> (sigma x - sigma a) * (sigma y - sigma a) < 0).
  { intros x y H. destruct (Rtotal_order x a) as [L|[E|L]].
    - assert (a < y) by nra. apply sigma_increasing in L. apply sigma_increasing in H1. nra.
    - subst. lra.
    - assert (y < a) by nra. apply sigma_increasing in L. apply sigma_increasing in H1. nra. }
  split; [|split].
  - rewrite !Pn. apply Sg. simpl. assert (x0 < a).
    { rewrite <- Fa. apply F_gt; auto. }
    apply opposite_sides; auto; lra.
  - intros L N. 
    assert (Lx : is_lim_seq (iter f x0) a).
    { apply is_lim_seq_ext with (fun n => logit (p n)).
      - intro n. rewrite Pn. apply logit_sigma.
      - rewrite <- (logit_sigma a). apply is_lim_seq_continuous; [|exact L].
        apply continuity_pt_filterlim, (ex_derive_continuous logit). eexists. apply logit_derive.
        split; [apply sigma_pos | apply sigma_lt_1]. }
    destruct (alternates_eventually x0 beta eps a Hb He Fa Ha' x0 Lx (Ne N)) as [M HM].
    exists M. intros n Hn. rewrite !Pn. now apply Sg, HM.
  - intros C N n Hn Bn m Hm. rewrite !Pn. apply Sg.
    apply (alternates_from x0 beta eps a Hb He Fa Ha') with n; auto.
    + change (f (f 0) <= - a). rewrite E0. exact C.
    + change (iter f x0 n <= - a). rewrite Pn in Bn. apply Rnot_lt_le. intro L. apply sigma_increasing in L.
      rewrite sigma_opp in L. lra.
Qed.

(** E3, flip part. For every eps >= 0: if a < 0 is a fixed point of F and beta = B(p_low)
    (multiplier F' a = -1), or more generally beta >= B(p_low), then a is asymptotically
    stable: stable in the sense of Lyapunov, and all orbits starting near it converge to it. *)
Theorem flip_point_asymptotically_stable : forall x0 beta eps a,
  0 < beta -> 0 <= eps -> fixpt (F x0 beta eps) a -> a < 0 ->
  (beta = Bthr eps (sigma a) -> is_derive (F x0 beta eps) a (-1)) /\
  (Bthr eps (sigma a) <= beta ->
   forall e, 0 < e -> exists d, 0 < d /\ forall x, Rabs (x - a) < d ->
     (forall n, Rabs (iter (F x0 beta eps) x n - a) < e) /\
     is_lim_seq (iter (F x0 beta eps) x) a).
Proof.
  intros x0 beta eps a Hb He Fa Ha. split.
  - intro E. replace (-1) with (dG eps a / beta); [now apply F_derive|].
    rewrite (slope_vs_threshold eps a He Ha) in E. rewrite E. field. lra.
  - intro H. apply stable_without_two_cycle; auto. now apply no_two_cycle_at_threshold with a.
Qed.
