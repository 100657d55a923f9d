(** J13: at eps = 0 a clipped orbit that tends to 1 does so geometrically.  J14: the clipped
    step as beta tends to 0. *)

Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import Success.
From GrpoProofs.Clipped Require Import Map Comparison.
Open Scope R_scope.

Lemma exp_cubic : forall z, 0 <= z -> z * z * z / 27 <= exp z.
Proof.
  intros z Hz. assert (E : exp z = exp (z / 3) * exp (z / 3) * exp (z / 3)).
  { rewrite <- !exp_plus. f_equal. field. }
  rewrite E. assert (Q := exp_ineq1_le (z / 3)).
  assert (A : z / 3 * (z / 3) <= exp (z / 3) * exp (z / 3)) by (apply Rmult_le_compat; lra).
  replace (z * z * z / 27) with (z / 3 * (z / 3) * (z / 3)) by field.
  apply Rmult_le_compat; try lra. nra.
Qed.

Lemma failure_bound : forall y, 1 - sigma y <= exp (- y).
Proof.
  intro y. rewrite <- sigma_opp. unfold sigma. rewrite Ropp_involutive, exp_Ropp.
  assert (P := exp_pos y). apply Rinv_le_contravar; lra.
Qed.

Section Geometric.
Variables elo ehi pref beta : R.
Hypothesis Hl : 0 < elo < 1.
Hypothesis Hh : 0 < ehi.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hb : 0 < beta.

Lemma w_plus_le_1 : forall p, / 2 <= p < 1 -> w_plus 0 p <= 1.
Proof.
  intros p Hp. unfold w_plus. rewrite Rplus_0_r.
  assert (V : 0 < var p) by (apply var_pos; lra). assert (S := sqrt_lt_R0 _ V).
  assert (Sq : sqrt (var p) * sqrt (var p) = var p) by (apply sqrt_sqrt; lra).
  assert (Q : 1 - p <= sqrt (var p)).
  { apply Rsqr_incr_0; [|lra|lra]. unfold Rsqr. rewrite Sq. unfold var. nra. }
  apply Rmult_le_reg_r with (sqrt (var p)); [exact S|].
  replace ((1 - p) / sqrt (var p) * sqrt (var p)) with (1 - p) by (field; lra). lra.
Qed.

(** Near 1 the unclipped step beats the threshold c-. *)
Lemma unclipped_step_near_1 : exists d, 0 < d /\ forall p, 0 < p < 1 -> 1 - p < d ->
  1 - h pref beta 0 p <= (1 - elo) * (1 - p).
Proof.
  set (K := exp (- logit pref)). assert (PK : 0 < K) by apply exp_pos.
  set (Z := 27 * K * (beta * beta) / (1 - elo)).
  assert (PZ : 0 < Z).
  { unfold Z. apply Rdiv_lt_0_compat; [|lra]. repeat apply Rmult_lt_0_compat; lra. }
  set (T := beta * Z). assert (PT : 0 < T) by (now apply Rmult_lt_0_compat).
  assert (PTT : 0 < T * T) by (now apply Rmult_lt_0_compat).
  exists (/ (T * T)). split; [now apply Rinv_0_lt_compat|]. intros p Hp Hd.
  assert (V : 0 < var p) by (apply var_pos; lra).
  set (s := sqrt (var p)). assert (Ps : 0 < s) by (now apply sqrt_lt_R0).
  assert (Ss : s * s = var p) by (apply sqrt_sqrt; lra).
  assert (Vp : var p <= 1 - p) by (unfold var; nra).
  assert (Om : Omega 0 p = / s) by (unfold Omega; now rewrite Rplus_0_r).
  set (z := / s / beta).
  assert (Pz : 0 < z) by (apply Rdiv_lt_0_compat; [now apply Rinv_0_lt_compat | lra]).
  assert (TS : T * s < 1).
  { apply Rsqr_incrst_0; [|left; now apply Rmult_lt_0_compat | lra]. unfold Rsqr.
    replace (T * s * (T * s)) with (T * T * (s * s)) by ring. rewrite Ss.
    apply Rle_lt_trans with (T * T * (1 - p)); [apply Rmult_le_compat_l; lra|].
    apply Rmult_lt_compat_l with (r := T * T) in Hd; [|exact PTT]. rewrite Rinv_r in Hd; lra. }
  assert (Zz : Z <= z).
  { left. apply Rmult_lt_reg_r with (beta * s); [now apply Rmult_lt_0_compat|].
    replace (z * (beta * s)) with 1 by (unfold z; field; lra).
    replace (Z * (beta * s)) with (T * s) by (unfold T; ring). exact TS. }
  rewrite <- answer_Omega, answer_sigma, Om by exact Hpref. fold z.
  apply Rle_trans with (1 := failure_bound (logit pref + z)).
  rewrite Ropp_plus_distr, exp_plus. fold K.
  assert (P3 : 0 < z * z * z) by exact (Rmult_lt_0_compat _ _ (Rmult_lt_0_compat _ _ Pz Pz) Pz).
  assert (P5 : 0 < beta * beta * (z * z * z)) by exact (Rmult_lt_0_compat _ _ (Rmult_lt_0_compat _ _ Hb Hb) P3).
  assert (C := exp_cubic z ltac:(lra)). rewrite exp_Ropp.
  apply Rle_trans with (K * (27 / (z * z * z))).
  - apply Rmult_le_compat_l; [lra|].
    replace (27 / (z * z * z)) with (/ (z * z * z / 27)) by (field; lra).
    apply Rinv_le_contravar; [|exact C]. apply Rdiv_lt_0_compat; lra.
  - apply Rle_trans with ((1 - elo) * var p); [|apply Rmult_le_compat_l; lra].
    assert (Ev : var p = / (beta * beta * (z * z))) by (rewrite <- Ss; unfold z; field; lra).
    rewrite Ev.
    apply Rmult_le_reg_r with (beta * beta * (z * z * z)); [exact P5|].
    replace (K * (27 / (z * z * z)) * (beta * beta * (z * z * z))) with (27 * K * (beta * beta)) by (field; lra).
    replace ((1 - elo) * / (beta * beta * (z * z)) * (beta * beta * (z * z * z))) with ((1 - elo) * z) by (field; lra).
    replace (27 * K * (beta * beta)) with ((1 - elo) * Z) by (unfold Z; field; lra).
    apply Rmult_le_compat_l; lra.
Qed.

Lemma clipped_near_1 : exists d, 0 < d /\ forall p, 0 < p < 1 -> 1 - p < d ->
  clipped_h elo ehi pref beta 0 p = clip_minus elo p.
Proof.
  destruct unclipped_step_near_1 as [d1 [H1 N1]].
  assert (A := answer_range pref beta 1 Hpref).
  set (d := Rmin (Rmin d1 (/ 2)) (Rmin (1 - answer pref beta 1) (ehi / (1 + ehi)))).
  assert (P3 : 0 < ehi / (1 + ehi)) by (apply Rdiv_lt_0_compat; lra).
  assert (D1 := Rmin_l (Rmin d1 (/ 2)) (Rmin (1 - answer pref beta 1) (ehi / (1 + ehi)))).
  assert (D2 := Rmin_r (Rmin d1 (/ 2)) (Rmin (1 - answer pref beta 1) (ehi / (1 + ehi)))).
  fold d in D1, D2. assert (D3 := Rmin_l d1 (/ 2)). assert (D4 := Rmin_r d1 (/ 2)).
  assert (D5 := Rmin_l (1 - answer pref beta 1) (ehi / (1 + ehi))).
  assert (D6 := Rmin_r (1 - answer pref beta 1) (ehi / (1 + ehi))).
  exists d. split; [unfold d; repeat apply Rmin_glb_lt; lra|]. intros p Hp Hd.
  assert (Cp : 1 <= clip_plus ehi p).
  { unfold clip_plus. assert (E : 1 - ehi / (1 + ehi) = / (1 + ehi)) by (field; lra).
    assert (Q : / (1 + ehi) <= p) by lra.
    apply Rmult_le_compat_r with (r := 1 + ehi) in Q; [|lra]. rewrite Rinv_l in Q; lra. }
  assert (Cm : p <= clip_minus elo p < 1) by (unfold clip_minus; split; nra).
  assert (Lo : clip_lo elo ehi p = clip_minus elo p) by (unfold clip_lo; apply Rmin_right; lra).
  rewrite <- Lo. apply regime_lo; auto; try lra. rewrite Lo. split.
  - unfold w_mid. destruct Rlt_dec; [lra|].
    apply Rle_trans with (answer pref beta 1); [|lra].
    apply answer_le; auto. apply w_plus_le_1. lra.
  - assert (Z := N1 p Hp ltac:(lra)). unfold clip_minus. lra.
Qed.

Lemma geometric_tail : forall q : nat -> R, (forall n, 0 < q n < 1) ->
  (forall n, q (S n) = clipped_h elo ehi pref beta 0 (q n)) -> is_lim_seq q 1 ->
  exists N, forall n, (N <= n)%nat -> 1 - q (S n) = (1 - elo) * (1 - q n).
Proof.
  intros q Iq Sq L. destruct clipped_near_1 as [d [Hd N1]].
  apply is_lim_seq_spec in L. destruct (L (mkposreal d Hd)) as [N HN]. simpl in HN.
  exists N. intros n Hn. specialize (HN n Hn). apply Rabs_def2 in HN.
  rewrite Sq, N1; [unfold clip_minus; ring | apply Iq | lra].
Qed.
End Geometric.

(** J13. Let 0 < e_lo < 1, e_hi > 0, eps = 0. If a clipped orbit (from any start x in log-odds)
    has p_n tending to 1, then 1 - p_n = (1 - e_lo) (1 - p_(n-1)) for all large n. *)
Theorem clipped_geometric_convergence_to_1 : forall elo ehi x0 beta x,
  0 < elo < 1 -> 0 < ehi -> 0 < beta ->
  let p n := sigma (iter (clipped_F elo ehi x0 beta 0) x n) in
  is_lim_seq p 1 ->
  exists N, forall n, (N <= n)%nat -> 1 - p (S n) = (1 - elo) * (1 - p n).
Proof.
  intros elo ehi x0 beta x Hl Hh Hb p L.
  apply (geometric_tail elo ehi (sigma x0) beta Hl Hh (sigma_in x0) Hb); [| |exact L].
  - intro n. apply sigma_in.
  - intro n. unfold p. simpl. apply sigma_C; auto. lra.
Qed.

(** J14. As beta tends to 0+, the clipped step tends to max (p_ref, min (1, max (c+, c-))). *)
Theorem clipped_step_small_beta : forall elo ehi pref eps p,
  0 <= elo -> 0 <= ehi -> 0 < pref < 1 -> 0 <= eps -> 0 < p < 1 ->
  filterlim (fun beta => clipped_h elo ehi pref beta eps p) (at_right 0)
    (locally (Rmax pref (Rmin 1 (Rmax (clip_plus ehi p) (clip_minus elo p))))).
Proof.
  intros elo ehi pref eps p Hl Hh Hpref He Hp. fold (clip_hi elo ehi p).
  set (hi := clip_hi elo ehi p). set (w := w_mid elo ehi eps p).
  assert (Pw : 0 < w) by (apply w_mid_range; assumption).
  set (x0 := logit pref).
  intros P [e HP].
  set (Y := / e + Rabs x0). assert (Pe := cond_pos e).
  assert (PY : 0 < Y).
  { unfold Y. assert (0 < / e) by now apply Rinv_0_lt_compat. assert (Z := Rabs_pos x0). lra. }
  exists (mkposreal (w / Y) (Rdiv_lt_0_compat _ _ Pw PY)). intros beta Bb Hb. apply HP.
  unfold ball in *; simpl in *; unfold AbsRing_ball, abs, minus, plus, opp in *; simpl in *.
  apply Rabs_def2 in Bb.
  assert (Hbw : Y < w / beta).
  { apply Rmult_lt_reg_r with beta; [exact Hb|].
    replace (w / beta * beta) with w by (field; lra).
    assert (Q : beta < w / Y) by lra. apply Rmult_lt_compat_l with (r := Y) in Q; [|exact PY].
    replace (Y * (w / Y)) with w in Q by (field; lra). exact Q. }
  assert (Near : 1 - answer pref beta w < e).
  { rewrite answer_sigma by exact Hpref. fold x0.
    assert (Q : / e < x0 + w / beta).
    { unfold Y in Hbw. assert (Z := Rle_abs (- x0)). rewrite Rabs_Ropp in Z. lra. }
    assert (Ie : 0 < / e) by now apply Rinv_0_lt_compat.
    assert (N := sigma_near_1 (x0 + w / beta) ltac:(lra)).
    assert (/ (x0 + w / beta) < e).
    { rewrite <- (Rinv_inv e). apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra | exact Q]. }
    lra. }
  assert (Am := answer_range pref beta w Hpref).
  assert (Tm := top_range pref beta eps p Hpref).
  assert (LH := lo_le_hi elo ehi p). fold hi in LH.
  rewrite clipped_max_form by assumption. fold hi w.
  set (mid := answer pref beta w) in *. set (lo := clip_lo elo ehi p) in *. set (top := h pref beta eps p) in *.
  assert (U : Rmax pref (Rmax (Rmin hi mid) (Rmin lo top)) <= Rmax pref (Rmin 1 hi)).
  { apply Rmax_lub; [apply Rmax_l|]. apply Rle_trans with (Rmin 1 hi); [|apply Rmax_r].
    apply Rmax_lub; apply Rmin_glb.
    - eapply Rle_trans; [apply Rmin_r | lra].
    - apply Rmin_l.
    - eapply Rle_trans; [apply Rmin_r | lra].
    - eapply Rle_trans; [apply Rmin_l | exact LH]. }
  assert (D : Rmax pref (Rmin 1 hi) - e < Rmax pref (Rmax (Rmin hi mid) (Rmin lo top))).
  { assert (D1 : Rmax pref (Rmin hi mid) <= Rmax pref (Rmax (Rmin hi mid) (Rmin lo top))).
    { apply Rmax_lub; [apply Rmax_l|]. eapply Rle_trans; [|apply Rmax_r]. apply Rmax_l. }
    apply Rlt_le_trans with (2 := D1). unfold Rmax, Rmin. repeat destruct Rle_dec; lra. }
  apply Rabs_def1; lra.
Qed.
