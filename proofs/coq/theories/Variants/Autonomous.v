(** The scalar autonomous equation x' = v (x) by separation of variables: where the
    velocity is positive, the time map is the integral of 1 / v, and its inverse is the
    solution, the only one. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs.Unsmoothed Require Import Calculus.
Open Scope R_scope.

Section Autonomous.
Variables (v : R -> R) (x0 : R) (c : Rbar).
Hypothesis Cont : forall y, continuity_pt v y.
Hypothesis Pos : forall y : R, Rbar_lt y c -> 0 < v y.
Hypothesis Below : Rbar_lt x0 c.

(** Time that the solution takes from x0 to y (negative for y < x0). *)
Definition time (y : R) : R := RInt (fun u => / v u) x0 y.

Lemma lt_le_trans_c (y z : R) : y <= z -> Rbar_lt z c -> Rbar_lt y c.
Proof. intros H. apply (Rbar_le_lt_trans y z c). exact H. Qed.

Lemma inv_v_continuous (y : R) : Rbar_lt y c -> continuous (fun u => / v u) y.
Proof.
  intros Hy. apply continuity_pt_filterlim. apply continuity_pt_inv; [apply Cont |].
  specialize (Pos y Hy). lra.
Qed.

Lemma time_exists (y z : R) : Rbar_lt y c -> Rbar_lt z c -> ex_RInt (fun u => / v u) y z.
Proof.
  intros Hy Hz. apply (ex_RInt_continuous (fun u => / v u)). intros u Hu. apply inv_v_continuous.
  apply (lt_le_trans_c u (Rmax y z)); [apply Hu |].
  unfold Rmax. destruct (Rle_dec y z); assumption.
Qed.

(** Room between a point below c and c. *)
Lemma room (y : R) : Rbar_lt y c -> exists d, 0 < d /\ Rbar_lt (y + d) c.
Proof.
  destruct c as [r | |]; simpl; intros Hy; [| exists 1; split; [lra | exact I] | contradiction].
  exists ((r - y) / 2). lra.
Qed.

Lemma time_derive (y : R) : Rbar_lt y c -> is_derive time y (/ v y).
Proof.
  intros Hy. apply (is_derive_RInt (fun u => / v u) time x0); [| now apply inv_v_continuous].
  destruct (room y Hy) as (d & Pd & Hd). exists (mkposreal d Pd). intros z Hz.
  change (Rabs (z - y) < d) in Hz. apply Rabs_def2 in Hz.
  apply (RInt_correct (fun u => / v u)), time_exists; [exact Below |].
  apply (lt_le_trans_c z (y + d)); [lra | exact Hd].
Qed.

Lemma time_start : time x0 = 0.
Proof. apply (RInt_point (V := R_CompleteNormedModule)). Qed.

Lemma time_increasing (y z : R) : y < z -> Rbar_lt z c -> time y < time z.
Proof.
  intros Hyz Hz. assert (L : forall u : R, u <= z -> Rbar_lt u c)
    by (intros u Hu; now apply (lt_le_trans_c u z)).
  apply (deriv_pos_lt time (fun u => / v u)); [exact Hyz | |].
  - intros u Hu. apply time_derive, L. lra.
  - intros u Hu. apply Rinv_0_lt_compat, Pos, L. lra.
Qed.

Lemma time_le (y z : R) : y <= z -> Rbar_lt z c -> time y <= time z.
Proof. intros [H | ->] Hz; [left; now apply time_increasing | lra]. Qed.

Lemma time_le_inv (z y : R) : Rbar_lt z c -> Rbar_lt y c -> time z <= time y -> z <= y.
Proof.
  intros Hz Hy H. apply Rnot_lt_le. intros K. pose proof (time_increasing y z K Hz). lra.
Qed.

(** The inverse of the time map: the solution. *)
Definition solution (t : R) : R := real (Lub_Rbar (fun y => Rbar_lt y c /\ time y <= t)).

Lemma solution_time (y : R) : Rbar_lt y c -> solution (time y) = y.
Proof.
  intros Hy. unfold solution.
  rewrite (is_lub_Rbar_unique (fun z : R => Rbar_lt z c /\ time z <= time y) y); [reflexivity |].
  split.
  - intros z [Hz Ht]. exact (time_le_inv z y Hz Hy Ht).
  - intros b Hb. apply (Hb y). split; [exact Hy | lra].
Qed.

Lemma solution_start : solution 0 = x0.
Proof. rewrite <- time_start. apply solution_time, Below. Qed.

Lemma time_onto (y z t : R) : y <= z -> Rbar_lt z c -> time y <= t <= time z ->
  exists u, y <= u <= z /\ time u = t.
Proof.
  intros Hyz Hz Ht. apply ivt_up; [exact Hyz | | exact Ht].
  intros u Hu. apply (deriv_continuity_pt _ _ (/ v u)). apply time_derive.
  apply (lt_le_trans_c u z); [lra | exact Hz].
Qed.

(** Two points of the time map and the velocity between them. *)
Lemma time_mean (y z : R) : Rbar_lt y c -> Rbar_lt z c ->
  exists u, Rmin y z <= u <= Rmax y z /\ z - y = v u * (time z - time y).
Proof.
  assert (K : forall y z : R, y < z -> Rbar_lt z c ->
    exists u, y <= u <= z /\ z - y = v u * (time z - time y)).
  { intros a b Hab Hb. assert (L : forall u : R, u <= b -> Rbar_lt u c)
      by (intros u Hu; now apply (lt_le_trans_c u b)).
    destruct (deriv_mean time (fun u => / v u) a b Hab) as (u & Iu & Eu).
    - intros u Hu. apply time_derive, L. lra.
    - exists u. split; [lra |]. rewrite Eu. pose proof (Pos u (L u ltac:(lra))). field. lra. }
  intros Hy Hz. destruct (Rtotal_order y z) as [L | [<- | L]].
  - rewrite Rmin_left, Rmax_right by lra. now apply K.
  - exists y. rewrite Rmin_left, Rmax_left by lra. split; [lra | ring].
  - rewrite Rmin_right, Rmax_left by lra. destruct (K z y L Hy) as (u & Iu & Eu).
    exists u. split; [exact Iu |]. lra.
Qed.

(** The solution solves the equation at every time that is reached. *)
Lemma solution_derive (y : R) : Rbar_lt y c -> is_derive solution (time y) (v y).
Proof.
  intros Hy. apply is_derive_Reals. intros e He.
  destruct (room y Hy) as (d & Pd & Hd).
  destruct (Cont y e He) as (al & Pal & Hal).
  set (et := Rmin d al / 2). assert (Pet : 0 < et).
  { unfold et. assert (0 < Rmin d al) by (apply Rmin_pos; [exact Pd | exact Pal]). lra. }
  assert (Ed : et < d). { unfold et. pose proof (Rmin_l d al). pose proof (Rmin_pos d al Pd Pal). lra. }
  assert (Ea : et < al). { unfold et. pose proof (Rmin_r d al). pose proof (Rmin_pos d al Pd Pal). lra. }
  assert (Hp : Rbar_lt (y + et) c) by (apply (lt_le_trans_c (y + et) (y + d)); [lra | exact Hd]).
  pose proof (time_increasing (y - et) y ltac:(lra) Hy) as T1.
  pose proof (time_increasing y (y + et) ltac:(lra) Hp) as T2.
  set (del := Rmin (time y - time (y - et)) (time (y + et) - time y)).
  assert (Pdel : 0 < del) by (apply Rmin_pos; lra).
  exists (mkposreal del Pdel). intros k Hk Hkd. simpl in Hkd. apply Rabs_def2 in Hkd.
  pose proof (Rmin_l (time y - time (y - et)) (time (y + et) - time y)).
  pose proof (Rmin_r (time y - time (y - et)) (time (y + et) - time y)).
  fold del in H, H0.
  destruct (time_onto (y - et) (y + et) (time y + k)) as (z & Iz & Ez); [lra | exact Hp | lra |].
  assert (Hz : Rbar_lt z c) by (apply (lt_le_trans_c z (y + et)); [lra | exact Hp]).
  rewrite <- Ez. rewrite !solution_time by assumption.
  destruct (time_mean y z Hy Hz) as (u & Iu & Eu). rewrite Ez in Eu.
  replace (time y + k - time y) with k in Eu by ring. rewrite Eu.
  replace (v u * k / k - v y) with (v u - v y) by (field; exact Hk).
  assert (B : Rabs (u - y) < al).
  { apply Rabs_def1; unfold Rmin, Rmax in Iu; destruct (Rle_dec y z); lra. }
  destruct (Req_dec u y) as [-> | N].
  - replace (v y - v y) with 0 by ring. now rewrite Rabs_R0.
  - apply (Hal u). split; [split; [exact I | auto] | exact B].
Qed.

(** Uniqueness: whatever solves the equation below c is this function. *)
Lemma solution_unique (w : R -> R) (tau : R) : w 0 = x0 ->
  (forall t, 0 <= t < tau -> Rbar_lt (w t) c) ->
  (forall t, 0 <= t < tau -> is_derive w t (v (w t))) ->
  forall t, 0 <= t < tau -> time (w t) = t /\ w t = solution t.
Proof.
  intros W0 Wc Wd t Ht.
  assert (E : time (w t) = t).
  { destruct (Req_dec t 0) as [-> | N]; [rewrite W0; apply time_start |].
    destruct (deriv_mean (fun s => time (w s) - s) (fun _ => 0) 0 t) as (s & _ & Es).
    - lra.
    - intros s Hs. evar_last.
      { apply (is_derive_minus (fun s => time (w s)) (fun s => s)).
        - apply (is_derive_comp time w s); [apply time_derive, Wc; lra | apply Wd; lra].
        - apply (is_derive_id (K := R_AbsRing)). }
      pose proof (Pos (w s) (Wc s ltac:(lra))). as_real. change (v (w s) * / v (w s) + - 1 = 0). field. lra.
    - rewrite W0, time_start in Es. lra. }
  split; [exact E |]. rewrite <- E at 2. symmetry. apply solution_time, Wc, Ht.
Qed.

(** Existence up to a time T that is the supremum of the time map. *)
Lemma solution_exists (T : Rbar) :
  (forall t, 0 <= t -> Rbar_lt t T -> exists y : R, Rbar_lt y c /\ t <= time y) ->
  forall t, 0 <= t -> Rbar_lt t T ->
    is_derive solution t (v (solution t)) /\ Rbar_lt (solution t) c.
Proof.
  intros Onto t Ht HT. destruct (Onto t Ht HT) as (y & Hy & Hty).
  assert (L : x0 <= y). { apply (time_le_inv x0 y); [exact Below | exact Hy |]. rewrite time_start. lra. }
  destruct (time_onto x0 y t L Hy) as (u & Iu & Eu); [rewrite time_start; lra |].
  assert (Hu : Rbar_lt u c) by (apply (lt_le_trans_c u y); [lra | exact Hy]).
  rewrite <- Eu. rewrite solution_time by exact Hu. split; [now apply solution_derive | exact Hu].
Qed.

End Autonomous.
