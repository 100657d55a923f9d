(** A family of smoothed whitening factors W_e that tends from below to the unsmoothed one as
    e -> 0 (both conventions in use do): the largest fixed point tends to 1, the two lower
    ones to the pair of fixed points at e = 0 (claim D10). *)

Require Import Reals Lra Psatz List Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds SmallEps.
From GrpoProofs.Unsmoothed Require Import TwoCycles.
From GrpoProofs.Unsmoothed Require FixedPoints.
From GrpoProofs.Whitening Require Import Recurrence Folds FixedPoints Cusp.
Import ListNotations.
Open Scope R_scope.

Section Family.
Variables (W dg : R -> R -> R).
Hypothesis HW : forall e, 0 < e -> whitening (W e) (dg e).
Hypothesis Sm : forall e, 0 < e -> smoothed (W e) (dg e).
Hypothesis Pk : forall e, 0 < e -> exists top, peak (dg e) top.
Hypothesis Below : forall e x, 0 < e -> gain (W e) x < G 0 x.
Hypothesis Tends : forall x d, 0 < d -> exists r, 0 < r /\ forall e, 0 < e < r -> G 0 x - d < gain (W e) x.

Section Point.
Variables x0 beta : R.
Hypothesis Hb : 0 < beta.

Let psi_above (x e : R) : 0 < e -> x0 < psi beta 0 x -> x0 < psiW (W e) beta x.
Proof.
  intros He H. unfold psi in H. unfold psiW. pose proof (Below e x He).
  assert (gain (W e) x * / beta < G 0 x * / beta)
    by (apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | assumption]).
  unfold Rdiv in *. lra.
Qed.

Let psi_below (x : R) : psi beta 0 x < x0 ->
  exists r, 0 < r /\ forall e, 0 < e < r -> psiW (W e) beta x < x0.
Proof.
  intros H. assert (Pd : 0 < (x0 - psi beta 0 x) * beta) by (apply Rmult_lt_0_compat; lra).
  destruct (Tends x _ Pd) as [r [Pr Hr]]. exists r. split; [exact Pr|]. intros e He.
  specialize (Hr e He). unfold psi in *. unfold psiW.
  assert (Q : (G 0 x - (x0 - (x - G 0 x / beta)) * beta) * / beta < gain (W e) x * / beta)
    by (apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | assumption]).
  replace ((G 0 x - (x0 - (x - G 0 x / beta)) * beta) * / beta) with (x - x0) in Q by (field; lra).
  unfold Rdiv. lra.
Qed.

(** A fixed point beyond any bound, for e small. *)
Lemma far_fixpt (K : R) : exists d, 0 < d /\ forall e, 0 < e < d ->
  exists c, K < c /\ fixpt (FW (W e) x0 beta) c.
Proof.
  destruct (psi0_far x0 beta Hb K) as [y [Hy [_ Py]]]. destruct (psi_below y Py) as [d [Pd Hd]].
  exists d. split; [exact Pd|]. intros e He.
  destruct (psi_solve_right (W e) (dg e) beta (HW e (proj1 He)) (Sm e (proj1 He)) Hb x0 y) as [c [Hc Ec]].
  { left. now apply Hd. }
  exists c. split; [lra|]. now apply fixpt_psi.
Qed.

Lemma at_most_three (e : R) : 0 < e -> exists n, (n <= 3)%nat /\ nfix (FW (W e) x0 beta) n.
Proof.
  intros He. pose proof (HW e He) as H. pose proof (Sm e He) as S.
  destruct (Pk e He) as [top T]. destruct (Rlt_le_dec beta (dg e top)) as [Q|Q].
  - destruct (folds_exist (W e) (dg e) beta H Hb S top (proj1 T) Q) as [x1 [x2 [Hf _]]].
    pose proof (folds_psi (W e) (dg e) beta H S Hb x1 x2 Hf) as Hp.
    destruct (nfix_cases (W e) (dg e) beta H S Hb x1 x2 Hf x0) as [C3 [C2 C1]].
    destruct (Rtotal_order x0 (psiW (W e) beta x1)) as [L|[L|L]].
    + destruct (Rtotal_order x0 (psiW (W e) beta x2)) as [K|[K|K]].
      * exists 1%nat. split; [lia|]. apply C1. now left.
      * exists 2%nat. split; [lia|]. apply C2. now right.
      * exists 3%nat. split; [lia|]. apply C3. lra.
    + exists 2%nat. split; [lia|]. apply C2. now left.
    + exists 1%nat. split; [lia|]. apply C1. now right.
  - exists 1%nat. split; [lia|].
    apply (nfix_increasing (W e) (dg e) beta H S Hb x0).
    exact (psi_increasing_from_peak (W e) (dg e) top H T beta Q).
Qed.

(** D10, any such family. e -> 0 with x0 < x_SN (beta): exactly three fixed points for small
    e; the lower two tend to the pair a0 < b0 of fixed points at e = 0, the largest to +oo. *)
Theorem fixed_points_small_smoothing : x0 < x_SN beta ->
  exists a0 b0, a0 < b0 /\
    (forall x, fixpt (F x0 beta 0) x <-> x = a0 \/ x = b0) /\
    forall d K, 0 < d -> exists r, 0 < r /\ forall e, 0 < e < r ->
      exists a b c, a < b < c /\ Rabs (a - a0) < d /\ Rabs (b - b0) < d /\ K < c /\
        forall x, fixpt (FW (W e) x0 beta) x <-> x = a \/ x = b \/ x = c.
Proof.
  intros Hx. destruct (Unsmoothed.FixedPoints.number_of_fixed_points beta Hb x0) as [_ [_ C2]].
  destruct (proj2 C2 Hx) as [a0 [b0 [Hab E0]]].
  exists a0, b0. split; [exact Hab|]. split; [exact E0|].
  assert (Ea : psi beta 0 a0 = x0) by (apply LogOdds.fixpt_psi, E0; now left).
  assert (Eb : psi beta 0 b0 = x0) by (apply LogOdds.fixpt_psi, E0; now right).
  destruct (psi0_signs x0 beta Hb a0 b0 Hab Ea Eb) as [S1 [S2 S3]].
  intros d K Pe. set (r := Rmin (d / 2) ((b0 - a0) / 3)).
  assert (Pr : 0 < r) by (apply Rmin_pos; lra).
  assert (R1 : r <= d / 2) by apply Rmin_l. assert (R2 : r <= (b0 - a0) / 3) by apply Rmin_r.
  destruct (psi_below (a0 - r) (S1 (a0 - r) ltac:(lra))) as [d1 [P1 H1]].
  destruct (psi_below (b0 + r) (S3 (b0 + r) ltac:(lra))) as [d2 [P2 H2]].
  destruct (far_fixpt (Rmax K (b0 + r))) as [d3 [P3 H3]].
  pose proof (Rmax_l K (b0 + r)). pose proof (Rmax_r K (b0 + r)).
  set (q := Rmin d1 (Rmin d2 d3)).
  assert (L1 : q <= d1) by apply Rmin_l.
  assert (L2 : q <= d2) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_l]).
  assert (L3 : q <= d3) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_r]).
  exists q. split; [unfold q; repeat apply Rmin_pos; assumption|]. intros e He.
  assert (P : 0 < e) by lra.
  specialize (H1 e ltac:(lra)). specialize (H2 e ltac:(lra)).
  destruct (H3 e ltac:(lra)) as [c [Hc Fc]].
  pose proof (psi_above (a0 + r) e P (S2 (a0 + r) ltac:(lra))) as U1.
  pose proof (psi_above (b0 - r) e P (S2 (b0 - r) ltac:(lra))) as U2.
  destruct (ivt_seg (psiW (W e) beta) (a0 - r) (a0 + r) x0) as [a [Ha Fa]]; try lra.
  { intros x _. now apply (psi_continuity_pt (W e) (dg e) beta (HW e P)). }
  destruct (ivt_seg (fun x => - psiW (W e) beta x) (b0 - r) (b0 + r) (- x0)) as [b [Hb' Fb]]; try lra.
  { intros x _. now apply continuity_pt_opp, (psi_continuity_pt (W e) (dg e) beta (HW e P)). }
  assert (Fa' : fixpt (FW (W e) x0 beta) a) by (apply fixpt_psi; lra).
  assert (Fb' : fixpt (FW (W e) x0 beta) b) by (apply fixpt_psi; lra).
  exists a, b, c. split; [lra|]. split; [apply Rabs_def1; lra|].
  split; [apply Rabs_def1; lra|]. split; [lra|].
  destruct (at_most_three e P) as [n [Hn [l [Dl [Ll Hl]]]]].
  assert (Nd : NoDup [a; b; c]).
  { repeat constructor; simpl; intros Q; decompose [or] Q; try lra; easy. }
  assert (Inc : incl [a; b; c] l).
  { intros x [<-|[<-|[<-|[]]]]; now apply Hl. }
  assert (Inc' : incl l [a; b; c]) by (apply NoDup_length_incl; [exact Nd | simpl; lia | exact Inc]).
  intros x. split.
  - intros Ex. apply Hl, Inc' in Ex. destruct Ex as [<-|[<-|[<-|[]]]]; auto.
  - intros [-> | [-> | ->]]; assumption.
Qed.
End Point.

(** D10, any such family. e -> 0: the largest fixed point tends to 1. *)
Theorem largest_fixed_point_small_smoothing pref beta : 0 < pref < 1 -> 0 < beta ->
  forall d, 0 < d -> exists r, 0 < r /\ forall e, 0 < e < r ->
    forall p, highest (hW (W e) pref beta) p -> 1 - d < p < 1.
Proof.
  intros Hp Hb d Pd. set (m := Rmax (1 - d) (/ 2)).
  pose proof (Rmax_l (1 - d) (/ 2)). pose proof (Rmax_r (1 - d) (/ 2)).
  assert (Hm : 0 < m < 1) by (unfold m; split; [lra | apply Rmax_lub_lt; lra]).
  destruct (far_fixpt (logit pref) beta Hb (logit m)) as [r [Pr Hr]].
  exists r. split; [exact Pr|]. intros e He p [E M].
  destruct (Hr e He) as [c [Hc Fc]]. apply (fixpt_x (W e) pref beta Hp) in Fc.
  apply M in Fc. apply sigma_increasing in Hc. rewrite sigma_logit in Hc by exact Hm.
  pose proof (hW_range (W e) pref beta Hp p) as Hr'. unfold fixpt in E. rewrite E in Hr'.
  unfold m in *. lra.
Qed.
End Family.
