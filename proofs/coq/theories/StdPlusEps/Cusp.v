(** Advantage (r - p) / (sqrt s + e), e > 0: the cusp in closed form.  With y1 the positive
    root of 8 e y^2 + y - e = 0 it is at beta = M_e, x_c = 2 artanh sqrt (1 - 4 y1^2) and
    x0_c = x_c - 4 sqrt (1 - 4 y1^2) / (1 - 8 y1^2). *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds BifurcationCurves.
From GrpoProofs.Unsmoothed Require Import Hyperbolic.
From GrpoProofs.Whitening Require Import Recurrence Folds Cusp.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits NonConvergence.
Open Scope R_scope.

Lemma std_inj x z : 0 < x -> 0 < z -> std x = std z -> x = z.
Proof.
  intros Px Pz E. rewrite !std_closed in E. apply (f_equal Rinv) in E. rewrite !Rinv_inv in E.
  destruct (Rtotal_order x z) as [L | [L | L]]; [| exact L |].
  - pose proof (cosh_lt (x / 2) (z / 2) ltac:(lra) ltac:(lra)). lra.
  - pose proof (cosh_lt (z / 2) (x / 2) ltac:(lra) ltac:(lra)). lra.
Qed.

(** t1 = sqrt (1 - 4 y1^2) = |2p - 1| at the cusp; x_c and x0_c. *)
Definition t1 (e : R) : R := sqrt (1 - 4 * (y1 e * y1 e)).
Definition xcstd (e : R) : R := 2 * artanh (t1 e).
Definition x0cstd (e : R) : R := xcstd e - 4 * t1 e / (1 - 8 * (y1 e * y1 e)).

Section Cusp.
Variable e : R.
Hypothesis Pe : 0 < e.
Let He : 0 <= e := Rlt_le _ _ Pe.

Lemma y1_split : e * (1 - 8 * (y1 e * y1 e)) = y1 e /\ 0 < 1 - 8 * (y1 e * y1 e).
Proof.
  pose proof (y1_equation e Pe) as E. pose proof (y1_range e Pe) as [P _].
  assert (Q : e * (1 - 8 * (y1 e * y1 e)) = y1 e) by lra. split; [exact Q|].
  apply (Rmult_lt_reg_l e); [exact Pe|]. lra.
Qed.

Lemma t1_sqr : t1 e * t1 e = 1 - 4 * (y1 e * y1 e).
Proof. destruct y1_split as [_ P]. apply sqrt_sqrt. lra. Qed.

Lemma t1_range : / 2 < t1 e < 1.
Proof.
  destruct y1_split as [_ P]. pose proof t1_sqr as E. pose proof (y1_range e Pe) as [Q _].
  assert (N : 0 <= t1 e) by apply sqrt_pos.
  assert (0 < y1 e * y1 e) by now apply Rmult_lt_0_compat. split; nra.
Qed.

Lemma sigma_xcstd : sigma (xcstd e) = (1 + t1 e) / 2.
Proof. unfold xcstd. apply sigma_artanh. pose proof t1_range. lra. Qed.

Lemma xcstd_pos : 0 < xcstd e.
Proof. apply sigma_gt_half. rewrite sigma_xcstd. pose proof t1_range. lra. Qed.

Lemma std_xcstd : std (xcstd e) = y1 e.
Proof.
  unfold std. rewrite sigma_xcstd. pose proof t1_sqr as E. pose proof (y1_range e Pe) as [P _].
  replace (var ((1 + t1 e) / 2)) with (y1 e * y1 e) by (unfold var; nra).
  apply sqrt_square. lra.
Qed.

Lemma dGstd_xcstd : dGstd e (xcstd e) = Mstd e.
Proof.
  destruct (std_slope_supremum e Pe) as (_ & _ & _ & _ & Eq & _).
  pose proof (proj2 (Eq (xcstd e)) std_xcstd) as E. rewrite Rabs_pos_eq in E; [exact E|].
  left. now apply dGstd_pos, xcstd_pos.
Qed.

(** The slope has its strict maximum M_e at x_c. *)
Lemma std_peak : peak (dGstd e) (xcstd e).
Proof.
  split; [exact xcstd_pos|]. intros x Hx. rewrite dGstd_xcstd.
  destruct (std_slope_supremum e Pe) as (_ & _ & _ & B & Eq & _).
  pose proof (Rle_abs (dGstd e x)) as L. pose proof (B x) as Bx.
  destruct (Rle_lt_or_eq_dec _ _ Bx) as [Q | Q]; [lra|].
  apply Eq in Q. destruct (Rle_lt_dec x 0) as [N | N].
  - pose proof (dGstd_pos e He (xcstd e) xcstd_pos) as P. rewrite dGstd_xcstd in P.
    assert (dGstd e x <= 0); [|lra].
    unfold dGstd. pose proof (Nstd_pos e He x).
    destruct N as [N | N]; [left; apply Calculus.div_neg_pos; [apply sinh_neg; lra | nra]|].
    rewrite N. replace (0 / 2) with 0 by field. rewrite sinh_0. unfold Rdiv. lra.
  - exfalso. apply Hx. apply std_inj; [exact N | exact xcstd_pos | rewrite Q; symmetry; exact std_xcstd].
Qed.

Lemma psi_xcstd : psiW (Wstd e) (Mstd e) (xcstd e) = x0cstd e.
Proof.
  unfold psiW, x0cstd. f_equal. unfold gain, Wstd. fold (std (xcstd e)). rewrite std_xcstd.
  unfold Mstd. fold (t1 e). pose proof t1_range as T. destruct y1_split as [E P].
  pose proof (y1_range e Pe) as [Q _]. pose proof t1_sqr as S.
  transitivity (2 * (y1 e + e) / (y1 e * t1 e)); [field; repeat split; lra|].
  assert (Ee : e = y1 e / (1 - 8 * (y1 e * y1 e))).
  { apply (Rmult_eq_reg_r (1 - 8 * (y1 e * y1 e))); [|lra].
    rewrite E. field. lra. }
  set (y := y1 e) in *. set (t := t1 e) in *. rewrite Ee. clearbody y t.
  apply (Rmult_eq_reg_r (y * t * (1 - 8 * (y * y)))); [|apply Rgt_not_eq; repeat apply Rmult_lt_0_compat; lra].
  transitivity (4 * y * (1 - 4 * (y * y))); [field; repeat split; lra|].
  rewrite <- S. field. lra.
Qed.

Lemma d2Gstd_zero x : 0 < x -> (d2Gstd e x = 0 <-> x = xcstd e).
Proof.
  intros Px. pose proof (Nstd_pos e He x) as N. pose proof (std_closed x) as C.
  pose proof (cosh_pos (x / 2)) as Pc. pose proof (y1_equation e Pe) as Y.
  pose proof (y1_range e Pe) as [Q _].
  assert (Py : 0 < std x) by (rewrite C; apply Rinv_0_lt_compat; lra).
  assert (E : d2Gstd e x = 0 <-> 8 * e * (std x * std x) + std x - e = 0).
  { assert (Id : d2Gstd e x * (Nstd e x * Nstd e x * Nstd e x) * (4 * (std x * std x))
                 = 8 * e * (std x * std x) + std x - e).
    { unfold d2Gstd. rewrite C. field. repeat split; lra. }
    assert (Pk : 0 < Nstd e x * Nstd e x * Nstd e x) by (repeat apply Rmult_lt_0_compat; lra).
    assert (Pq : 0 < 4 * (std x * std x)) by (pose proof (Rmult_lt_0_compat _ _ Py Py); lra).
    split; intros Z.
    - rewrite <- Id, Z. ring.
    - rewrite Z in Id. apply Rmult_integral in Id. destruct Id as [Id | Id]; [|lra].
      apply Rmult_integral in Id. destruct Id as [Id | Id]; [exact Id | lra]. }
  rewrite E. split.
  - intros Z. apply std_inj; [exact Px | exact xcstd_pos|]. rewrite std_xcstd.
    assert (F : (std x - y1 e) * (8 * e * (std x + y1 e) + 1) = 0) by lra.
    apply Rmult_integral in F. destruct F as [F | F]; [lra|].
    assert (0 < e * (std x + y1 e)) by (apply Rmult_lt_0_compat; lra). lra.
  - intros ->. rewrite std_xcstd. exact Y.
Qed.

(** H14 (as D7). F~ has a fixed point with F~' = 1 and F~'' = 0 only for beta = M_e,
    x = x_c and x0 = x0_c. *)
Theorem std_cusp_point :
  let xc := 2 * artanh (sqrt (1 - 4 * (y1 e * y1 e))) in
  forall x0 beta x, 0 < beta ->
    (fixpt (Fstd x0 beta e) x /\ Derive (Fstd x0 beta e) x = 1 /\
     Derive (Derive (Fstd x0 beta e)) x = 0) <->
    (beta = Mstd e /\ x = xc /\
     x0 = xc - 4 * sqrt (1 - 4 * (y1 e * y1 e)) / (1 - 8 * (y1 e * y1 e))).
Proof.
  intros xc x0 beta x Hb.
  pose proof (cusp_point (Wstd e) (dGstd e) (d2Gstd e) (xcstd e) (std_whitening e He) xcstd_pos
    (dGstd_derive e He) d2Gstd_zero x0 beta x Hb) as C.
  unfold x0_peak in C. rewrite dGstd_xcstd, psi_xcstd in C. exact C.
Qed.

(** H14 (as D7). The two saddle-node branches (x1, psi~ x1), (x2, psi~ x2) exist for beta < M_e
    and meet at the cusp as beta tends to M_e. *)
Theorem std_saddle_node_branches_meet : forall d, 0 < d -> exists r, 0 < r /\
  forall beta, 0 < beta -> Mstd e - r < beta < Mstd e ->
  exists x1 x2, (0 < x1 < x2 /\ dGstd e x1 = beta /\ dGstd e x2 = beta) /\
    Rabs (x1 - xcstd e) < d /\ Rabs (x2 - xcstd e) < d /\
    Rabs (psiW (Wstd e) beta x1 - x0cstd e) < d /\ Rabs (psiW (Wstd e) beta x2 - x0cstd e) < d.
Proof.
  pose proof (branches_meet (Wstd e) (dGstd e) (xcstd e) (std_whitening e He) std_peak
    (std_smoothed e Pe)) as C.
  unfold x0_peak in C. rewrite dGstd_xcstd, psi_xcstd in C. exact C.
Qed.

(** H14 (as D6). Away from the cusp a saddle-node is non-degenerate: F~'' <> 0 there. *)
Theorem std_saddle_node_nondegenerate x0 beta x : 0 < beta ->
  Derive (Fstd x0 beta e) x = 1 -> x <> xcstd e -> Derive (Derive (Fstd x0 beta e)) x <> 0.
Proof.
  exact (saddle_node_nondegenerate (Wstd e) (dGstd e) (d2Gstd e) (xcstd e) (std_whitening e He)
    (dGstd_derive e He) d2Gstd_zero x0 beta x).
Qed.
End Cusp.
