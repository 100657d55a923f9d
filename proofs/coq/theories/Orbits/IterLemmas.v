(** General facts on orbits [iter f x] of a real function: shifts, limits are
    fixed points, orbits of a monotone map, and two forms of the intermediate
    value theorem (weak inequalities; last zero of a function). *)

Require Import Reals Lra Lia Classical Ranalysis5.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
Open Scope R_scope.

Lemma iter_add : forall f x n m, iter f x (n + m) = iter f (iter f x m) n.
Proof. induction n; intros; simpl; [reflexivity | now rewrite IHn]. Qed.

Lemma iter_shift : forall f x n, iter f x (S n) = iter f (f x) n.
Proof. intros. replace (S n) with (n + 1)%nat by lia. now rewrite iter_add. Qed.

Lemma iter_fixpt : forall f x n, f x = x -> iter f x n = x.
Proof. induction n; intros; simpl; [reflexivity | now rewrite IHn]. Qed.

(** Once an orbit sits on a fixed point it stays there. *)
Lemma iter_stays : forall f x c n m,
  iter f x n = c -> f c = c -> (n <= m)%nat -> iter f x m = c.
Proof.
  intros f x c n m E Fc H. replace m with ((m - n) + n)%nat by lia.
  now rewrite iter_add, E, iter_fixpt.
Qed.

Lemma iter_in : forall f (P : R -> Prop) x n,
  (forall y, P y -> P (f y)) -> P x -> P (iter f x n).
Proof. induction n; simpl; intros; auto. Qed.

Lemma continuous_pt : forall f x, continuity_pt f x <-> continuous f x.
Proof. intros. apply continuity_pt_filterlim. Qed.

Lemma is_lim_seq_S : forall (v : nat -> R) l,
  is_lim_seq v l -> is_lim_seq (fun n => v (S n)) l.
Proof. intros v l H. now apply (is_lim_seq_incr_1 v l). Qed.

(** The limit of a convergent orbit is a fixed point. *)
Lemma limit_is_fixpt : forall f x (l : R),
  continuity_pt f l -> is_lim_seq (iter f x) l -> f l = l.
Proof.
  intros f x l C H.
  assert (H1 : is_lim_seq (fun n => f (iter f x n)) (f l)).
  { apply (is_lim_seq_continuous f (iter f x) l); auto. }
  assert (H2 : is_lim_seq (fun n => f (iter f x n)) l).
  { apply (is_lim_seq_ext (fun n => iter f x (S n))); [reflexivity | now apply is_lim_seq_S]. }
  apply is_lim_seq_unique in H1. apply is_lim_seq_unique in H2.
  rewrite H1 in H2. now injection H2.
Qed.

Lemma lim_shift : forall (v : nat -> R) k (l : Rbar),
  is_lim_seq (fun n => v (n + k)%nat) l -> is_lim_seq v l.
Proof. intros v k l H. now apply (is_lim_seq_incr_n v k l). Qed.

(** Neighbourhood form of continuity. *)
Lemma continuity_pt_eps : forall f x e, continuity_pt f x -> 0 < e ->
  exists d, 0 < d /\ forall y, Rabs (y - x) < d -> Rabs (f y - f x) < e.
Proof.
  intros f x e C He. destruct (C e He) as [d [Hd H]].
  exists d; split; [exact Hd|]. intros y Hy.
  destruct (Req_dec x y) as [->|Ne].
  - rewrite Rminus_eq_0, Rabs_R0. exact He.
  - apply (H y). split; [split; [exact I | exact Ne] | exact Hy].
Qed.

(** Intermediate values, weak inequalities, continuity on the segment only. *)
Lemma ivt_up : forall f a b y, a <= b ->
  (forall x, a <= x <= b -> continuity_pt f x) ->
  f a <= y <= f b -> exists c, a <= c <= b /\ f c = y.
Proof.
  intros f a b y Hab C [H1 H2].
  destruct (Req_dec (f a) y) as [E|N]; [exists a; split; [lra | exact E]|].
  destruct (Req_dec (f b) y) as [E|N2]; [exists b; split; [lra | exact E]|].
  destruct (Req_dec a b) as [E|N3]; [subst; lra|].
  destruct (IVT_interv (fun x => f x - y) a b) as [c [Hc Ec]]; try lra.
  - intros x Hx. apply continuity_pt_minus; [now apply C | apply continuity_pt_const; intros ? ?; reflexivity].
  - exists c; split; [exact Hc | lra].
Qed.

Lemma ivt_down : forall f a b y, a <= b ->
  (forall x, a <= x <= b -> continuity_pt f x) ->
  f b <= y <= f a -> exists c, a <= c <= b /\ f c = y.
Proof.
  intros f a b y Hab C H.
  destruct (ivt_up (fun x => - f x) a b (- y)) as [c [Hc E]]; auto; try lra.
  - intros x Hx. apply continuity_pt_opp. now apply C.
  - exists c; split; [exact Hc | lra].
Qed.

Lemma continuity_pt_sub_id : forall f x, continuity_pt f x -> continuity_pt (fun y => f y - y) x.
Proof.
  intros f x C. apply continuity_pt_minus; [exact C|].
  apply derivable_continuous_pt, derivable_pt_id.
Qed.

(** A fixed point between a point that moves up and one that moves down. *)
Lemma fixpt_between : forall f a b, a <= b ->
  (forall x, a <= x <= b -> continuity_pt f x) ->
  (a <= f a /\ f b <= b) \/ (f a <= a /\ b <= f b) ->
  exists c, a <= c <= b /\ f c = c.
Proof.
  intros f a b Hab C H.
  assert (C' : forall x, a <= x <= b -> continuity_pt (fun y => f y - y) x).
  { intros x Hx. apply continuity_pt_sub_id; auto. }
  assert (E : exists c, a <= c <= b /\ f c - c = 0).
  { destruct H as [[H1 H2]|[H1 H2]];
    [apply (ivt_down (fun y => f y - y) a b 0) | apply (ivt_up (fun y => f y - y) a b 0)]; auto; lra. }
  destruct E as [c [Hc E]]. exists c; split; [exact Hc | lra].
Qed.

(** The last zero of a function that ends negative. *)
Lemma last_zero : forall g a b, a <= b ->
  (forall x, a <= x <= b -> continuity_pt g x) ->
  0 <= g a -> g b < 0 ->
  exists t, a <= t < b /\ g t = 0 /\ forall y, t < y <= b -> g y < 0.
Proof.
  intros g a b Hab C Ha Hb.
  destruct (completeness (fun y => a <= y <= b /\ 0 <= g y)) as [t [Ub Lub]].
  - exists b. intros y Hy. lra.
  - exists a. lra.
  - assert (Hat : a <= t) by (apply Ub; lra).
    assert (Htb : t <= b) by (apply Lub; intros y Hy; lra).
    assert (After : forall y, t < y <= b -> g y < 0).
    { intros y Hy. apply Rnot_le_lt. intro N. assert (y <= t) by (apply Ub; lra). lra. }
    assert (G0 : 0 <= g t).
    { apply Rnot_lt_le. intro N.
      destruct (continuity_pt_eps g t (- g t)) as [d [Hd H]]; [apply C; lra | lra |].
      assert (t <= t - d); [|lra]. apply Lub. intros y [Hy Gy].
      apply Rnot_lt_le. intro Hlt. assert (y <= t) by (apply Ub; lra).
      specialize (H y). rewrite Rabs_left1 in H by lra.
      assert (Hx : - (y - t) < d) by lra. apply H in Hx. apply Rabs_def2 in Hx. lra. }
    assert (Htb' : t < b) by (destruct (Req_dec t b); [subst; lra | lra]).
    exists t; split; [lra|]. split; [|exact After].
    apply Rle_antisym; [|exact G0]. apply Rnot_lt_le. intro N.
    destruct (continuity_pt_eps g t (g t)) as [d [Hd H]]; [apply C; lra | lra |].
    pose (y := t + Rmin (d / 2) (b - t)).
    assert (Hm : 0 < Rmin (d / 2) (b - t)) by (apply Rmin_glb_lt; lra).
    assert (Hm1 := Rmin_l (d / 2) (b - t)). assert (Hm2 := Rmin_r (d / 2) (b - t)).
    assert (Hy : Rabs (y - t) < d) by (unfold y; rewrite Rabs_pos_eq; lra).
    apply H in Hy. apply Rabs_def2 in Hy.
    assert (g y < 0) by (apply After; unfold y; lra). lra.
Qed.

(** ** Orbits of a monotone map *)

Section Monotone.
Variables (f : R -> R) (lo x : R).
Hypothesis incr : forall u v, lo <= u <= v -> f u <= f v.
Hypothesis cont : forall u, lo <= u -> continuity_pt f u.
Hypothesis Hx : lo <= x.

Lemma up_orbit : x <= f x -> forall n, x <= iter f x n <= iter f x (S n).
Proof.
  intros H n. induction n; simpl in *; [lra|].
  split; [lra|]. apply incr. lra.
Qed.

Lemma up_orbit_below_fixpt : x <= f x -> forall c, x <= c -> f c = c -> forall n, iter f x n <= c.
Proof.
  intros H c Hc Fc n. induction n; simpl; [lra|].
  rewrite <- Fc. apply incr. assert (Z := up_orbit H n). lra.
Qed.

(** Non-decreasing orbit: it converges to the smallest fixed point above the
    start, or there is none and the orbit tends to infinity. *)
Lemma up_orbit_lim : x <= f x ->
  (exists c, x <= c /\ f c = c /\ (forall d, x <= d -> f d = d -> c <= d)
     /\ is_lim_seq (iter f x) c)
  \/ ((forall d, x <= d -> f d <> d) /\ is_lim_seq (iter f x) p_infty).
Proof.
  intros H. assert (Inc : forall n, iter f x n <= iter f x (S n)) by (intro; apply up_orbit; auto).
  destruct (classic (exists M, forall n, iter f x n <= M)) as [[M HM]|NB].
  - left. destruct (ex_finite_lim_seq_incr _ M Inc HM) as [c Hc].
    assert (Hxc : x <= c).
    { apply (is_lim_seq_le (fun _ => x) (iter f x) x c);
        [intro n; apply up_orbit; auto | apply is_lim_seq_const | exact Hc]. }
    assert (Fc : f c = c) by (eapply limit_is_fixpt; [apply cont; lra | exact Hc]).
    exists c. repeat split; auto. intros d Hd Fd.
    apply (is_lim_seq_le (iter f x) (fun _ => d) c d);
      [intro n; apply up_orbit_below_fixpt; auto | exact Hc | apply is_lim_seq_const].
  - right. split.
    + intros d Hd Fd. apply NB. exists d. intro n. apply up_orbit_below_fixpt; auto.
    + apply is_lim_seq_spec. intro M.
      assert (E : exists n, M < iter f x n).
      { apply not_all_not_ex. intro N. apply NB. exists M. intro n.
        apply Rnot_lt_le. apply N. }
      destruct E as [n Hn]. exists n. intros m Hm.
      apply Rlt_le_trans with (1 := Hn). clear - Inc Hm.
      induction Hm; [lra | eapply Rle_trans; [exact IHHm | apply Inc]].
Qed.

Lemma down_orbit : lo <= f lo -> f x <= x ->
  forall n, lo <= iter f x n /\ iter f x (S n) <= iter f x n <= x.
Proof.
  intros Hlo H n. induction n; simpl in *.
  - lra.
  - assert (lo <= f (iter f x n)).
    { eapply Rle_trans; [exact Hlo | apply incr; lra]. }
    repeat split; try lra. apply incr. lra.
Qed.

(** Non-increasing orbit: it converges to the largest fixed point below the start. *)
Lemma down_orbit_lim : lo <= f lo -> f x <= x ->
  exists c, lo <= c <= x /\ f c = c /\ (forall d, lo <= d <= x -> f d = d -> d <= c)
     /\ is_lim_seq (iter f x) c.
Proof.
  intros Hlo H.
  destruct (ex_finite_lim_seq_decr (iter f x) lo) as [c Hc].
  { intro n; apply down_orbit; auto. } { intro n; apply down_orbit; auto. }
  assert (B : lo <= c <= x).
  { split.
    - apply (is_lim_seq_le (fun _ => lo) (iter f x) lo c);
        [intro n; apply down_orbit; auto | apply is_lim_seq_const | exact Hc].
    - apply (is_lim_seq_le (iter f x) (fun _ => x) c x);
        [intro n; apply down_orbit; auto | exact Hc | apply is_lim_seq_const]. }
  exists c. split; [exact B|]. split; [eapply limit_is_fixpt; [apply cont; lra | exact Hc]|].
  split; [|exact Hc]. intros d Hd Fd.
  apply (is_lim_seq_le (fun _ => d) (iter f x) d c); [|apply is_lim_seq_const | exact Hc].
  intro n. induction n; simpl; [lra|]. rewrite <- Fd. apply incr. lra.
Qed.
End Monotone.
