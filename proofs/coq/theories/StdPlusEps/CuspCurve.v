(** How M_e and the cusp value x0_c move with e: both are continuous and strictly decreasing;
    M_e from +oo to 0, x0_c from +oo to -oo. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Hyperbolic.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits NonConvergence Cusp.
Open Scope R_scope.

(** * The largest slope *)

Lemma dGstd_le_M e x : 0 < e -> dGstd e x <= Mstd e.
Proof.
  intros Pe. destruct (std_slope_supremum e Pe) as (_ & _ & _ & B & _).
  pose proof (B x). pose proof (Rle_abs (dGstd e x)). lra.
Qed.

Lemma dGstd_decreasing e e' x : 0 <= e < e' -> 0 < x -> dGstd e' x < dGstd e x.
Proof.
  intros He Hx. unfold dGstd. pose proof (sinh_pos (x / 2) ltac:(lra)) as S.
  pose proof (Nstd_pos e ltac:(lra) x) as N. pose proof (cosh_pos (x / 2)) as C.
  assert (L : Nstd e x < Nstd e' x).
  { unfold Nstd. assert (e * cosh (x / 2) < e' * cosh (x / 2)) by (apply Rmult_lt_compat_r; lra). lra. }
  set (a := Nstd e x) in *. set (a' := Nstd e' x) in *. clearbody a a'.
  apply Rmult_lt_compat_l; [exact S|].
  apply Rinv_lt_contravar; [repeat apply Rmult_lt_0_compat; lra | apply Rmult_le_0_lt_compat; lra].
Qed.

Lemma Mstd_decreasing e e' : 0 < e < e' -> Mstd e' < Mstd e.
Proof.
  intros He. rewrite <- (dGstd_xcstd e') by lra.
  apply Rlt_le_trans with (dGstd e (xcstd e')).
  - apply dGstd_decreasing; [lra | apply xcstd_pos; lra].
  - apply dGstd_le_M. lra.
Qed.

Lemma Mstd_large beta : 0 < beta -> exists e, 0 < e <= / 4 /\ beta < Mstd e.
Proof.
  intros Hb. set (c := cosh (4 * beta)). pose proof (cosh_ge_1 (4 * beta)) as C. fold c in C.
  assert (Pe : 0 < / (4 * c)) by (apply Rinv_0_lt_compat; lra).
  exists (/ (4 * c)). split.
  - split; [exact Pe|]. apply Rinv_le_contravar; lra.
  - apply Rlt_le_trans with (dGstd (/ (4 * c)) (8 * beta)); [|now apply dGstd_le_M].
    unfold dGstd, Nstd. replace (8 * beta / 2) with (4 * beta) by field. fold c.
    replace (1 + 2 * / (4 * c) * c) with (3 / 2) by (field; lra).
    pose proof (sinh_gt (4 * beta) ltac:(lra)). lra.
Qed.

Lemma Mstd_small beta : 0 < beta -> exists e, 1 <= e /\ Mstd e < beta.
Proof.
  intros Hb. set (t := / (4 * beta)).
  assert (Pt : 0 < t) by (apply Rinv_0_lt_compat; lra).
  set (e := 1 + t). assert (Pe : 1 < e) by (unfold e; lra).
  exists e. split; [lra|]. rewrite <- (dGstd_xcstd e) by lra.
  set (x := xcstd e). assert (Px : 0 < x) by (apply xcstd_pos; lra).
  unfold dGstd, Nstd. pose proof (cosh_ge_1 (x / 2)) as C.
  assert (S : sinh (x / 2) < cosh (x / 2))
    by (unfold sinh, cosh; pose proof (exp_pos (- (x / 2))); lra).
  set (c := cosh (x / 2)) in *.
  assert (Pec : 0 < e * c) by (apply Rmult_lt_0_compat; lra).
  set (q := 1 + 2 * e * c). assert (Lq : e * c < q) by (unfold q; lra).
  assert (Pq : 0 < q * q) by (apply Rmult_lt_0_compat; lra).
  apply (Rmult_lt_reg_r (q * q)); [exact Pq|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  assert (E : 4 * beta * t = 1) by (unfold t; field; lra).
  assert (Q : 4 * t <= e * e).
  { unfold e. pose proof (Rle_0_sqr (1 - t)) as Z. unfold Rsqr in Z. lra. }
  assert (B1 : 1 <= beta * (e * e)).
  { apply Rle_trans with (beta * (4 * t)); [lra | apply Rmult_le_compat_l; lra]. }
  assert (B2 : c <= beta * (e * e) * (c * c)).
  { apply Rle_trans with (1 * (c * c)); [nra|]. apply Rmult_le_compat_r; [apply Rmult_le_pos|]; lra. }
  apply Rlt_le_trans with c; [exact S|].
  apply Rle_trans with (1 := B2).
  replace (beta * (e * e) * (c * c)) with (beta * (e * c * (e * c))) by ring.
  apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat; lra.
Qed.

Lemma y1_ex_derive e : 0 < e -> ex_derive y1 e.
Proof.
  intros Pe. unfold y1. auto_derive. repeat split; try lra. nra.
Qed.

Lemma y1_continuity_pt e : 0 < e -> continuity_pt y1 e.
Proof. intros Pe. now apply continuity_pt_filterlim, (ex_derive_continuous y1), y1_ex_derive. Qed.

Lemma t1_ex_derive e : 0 < e -> ex_derive t1 e.
Proof.
  intros Pe. pose proof (y1_ex_derive e Pe) as D. destruct (y1_split e Pe) as [_ P].
  unfold t1. auto_derive. repeat split; try exact D. lra.
Qed.

Lemma Mstd_continuity_pt e : 0 < e -> continuity_pt Mstd e.
Proof.
  intros Pe. pose proof (y1_range e Pe) as [P _].
  apply continuity_pt_filterlim, (ex_derive_continuous (fun e => y1 e * t1 e / (2 * ((y1 e + e) * (y1 e + e))))).
  pose proof (y1_ex_derive e Pe). pose proof (t1_ex_derive e Pe).
  auto_derive. repeat split; auto. apply Rgt_not_eq.
  assert (0 < (y1 e + e) * (y1 e + e)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

(** H14 (as D8). For every beta there is exactly one e_max with M_e_max = beta. *)
Lemma Mstd_level beta : 0 < beta ->
  exists emax, 0 < emax /\ Mstd emax = beta /\ forall e, 0 < e -> (beta < Mstd e <-> e < emax).
Proof.
  intros Hb. destruct (Mstd_large beta Hb) as [u [Hu Lu]]. destruct (Mstd_small beta Hb) as [v [Hv Lv]].
  destruct (ivt_seg (fun e => - Mstd e) u v (- beta)) as [m [Hm Em]]; try lra.
  { intros e He. apply continuity_pt_opp, Mstd_continuity_pt. lra. }
  assert (Pm : 0 < m) by lra. exists m. split; [exact Pm|]. split; [lra|]. intros e Pe. split; intros Q.
  - apply Rnot_le_lt. intros [K|K]; [|subst e; lra]. pose proof (Mstd_decreasing m e ltac:(lra)). lra.
  - pose proof (Mstd_decreasing e m ltac:(lra)). lra.
Qed.

(** * The cusp value *)

Lemma y1_increasing e e' : 0 < e < e' -> y1 e < y1 e'.
Proof.
  intros H. destruct (y1_split e ltac:(lra)) as [E P]. destruct (y1_split e' ltac:(lra)) as [E' P'].
  pose proof (y1_range e ltac:(lra)) as [Q _]. pose proof (y1_range e' ltac:(lra)) as [Q' _].
  apply Rnot_le_lt. intros L. assert (S : y1 e' * y1 e' <= y1 e * y1 e) by (apply Rmult_le_compat; lra).
  assert (e * (1 - 8 * (y1 e * y1 e)) <= e * (1 - 8 * (y1 e' * y1 e'))) by (apply Rmult_le_compat_l; lra).
  assert (e * (1 - 8 * (y1 e' * y1 e')) < e' * (1 - 8 * (y1 e' * y1 e'))) by (apply Rmult_lt_compat_r; lra).
  lra.
Qed.

Lemma t1_decreasing e e' : 0 < e < e' -> t1 e' < t1 e.
Proof.
  intros H. pose proof (y1_increasing e e' H). destruct (y1_split e' ltac:(lra)) as [_ P'].
  pose proof (y1_range e ltac:(lra)) as [Q _]. unfold t1. apply sqrt_lt_1; [lra | |];
    assert (y1 e * y1 e < y1 e' * y1 e') by nra; lra.
Qed.

Lemma xcstd_decreasing e e' : 0 < e < e' -> xcstd e' < xcstd e.
Proof.
  intros H. apply sigma_lt_iff. rewrite !sigma_xcstd by lra. pose proof (t1_decreasing e e' H). lra.
Qed.

Lemma x0cstd_decreasing e e' : 0 < e < e' -> x0cstd e' < x0cstd e.
Proof.
  intros H. unfold x0cstd. pose proof (xcstd_decreasing e e' H).
  pose proof (y1_increasing e e' H) as Y. pose proof (y1_range e ltac:(lra)) as [Q _].
  destruct (y1_split e ltac:(lra)) as [_ P]. destruct (y1_split e' ltac:(lra)) as [_ P'].
  pose proof (t1_range e ltac:(lra)) as T. pose proof (t1_range e' ltac:(lra)) as T'.
  pose proof (t1_sqr e ltac:(lra)) as S. pose proof (t1_sqr e' ltac:(lra)) as S'.
  assert (U : y1 e * y1 e < y1 e' * y1 e') by nra.
  set (a := 1 - 8 * (y1 e * y1 e)) in *. set (a' := 1 - 8 * (y1 e' * y1 e')) in *.
  assert (La : a' < a) by (unfold a, a'; lra).
  assert (Ta : t1 e * t1 e = (1 + a) / 2) by (unfold a; lra).
  assert (Ta' : t1 e' * t1 e' = (1 + a') / 2) by (unfold a'; lra).
  assert (K : t1 e * a' < t1 e' * a).
  { apply Rsqr_incrst_0; [| apply Rmult_le_pos; lra | apply Rmult_le_pos; lra]. unfold Rsqr.
    replace (t1 e * a' * (t1 e * a')) with (t1 e * t1 e * (a' * a')) by ring.
    replace (t1 e' * a * (t1 e' * a)) with (t1 e' * t1 e' * (a * a)) by ring.
    rewrite Ta, Ta'. assert (0 < (a - a') * (a + a' + a * a')).
    { apply Rmult_lt_0_compat; [lra|]. pose proof (Rmult_lt_0_compat a a' P P'). lra. }
    lra. }
  assert (4 * t1 e / a < 4 * t1 e' / a'); [|lra].
  apply (Rmult_lt_reg_r (a * a')); [now apply Rmult_lt_0_compat|].
  replace (4 * t1 e / a * (a * a')) with (4 * (t1 e * a')) by (field; lra).
  replace (4 * t1 e' / a' * (a * a')) with (4 * (t1 e' * a)) by (field; lra). lra.
Qed.

Lemma x0cstd_large K : exists d, 0 < d /\ forall e, 0 < e < d -> K < x0cstd e.
Proof.
  set (s := 2 * sigma (K + 8) - 1).
  pose proof (sigma_pos (K + 8)). pose proof (sigma_lt_1 (K + 8)).
  assert (Hs : 0 < 1 - s * s) by (unfold s; nra).
  exists (Rmin (/ 4) (1 - s * s)). pose proof (Rmin_l (/ 4) (1 - s * s)). pose proof (Rmin_r (/ 4) (1 - s * s)).
  split; [apply Rmin_pos; lra|]. intros e He.
  destruct (y1_split e ltac:(lra)) as [E P]. pose proof (y1_range e ltac:(lra)) as [Q _].
  pose proof (t1_range e ltac:(lra)) as T. pose proof (t1_sqr e ltac:(lra)) as S.
  assert (Yy : 0 < y1 e * y1 e) by now apply Rmult_lt_0_compat.
  assert (Ye : y1 e <= e).
  { assert (0 < e * (y1 e * y1 e)) by (apply Rmult_lt_0_compat; lra). lra. }
  assert (Y4 : 4 * (y1 e * y1 e) <= y1 e) by nra.
  assert (Hst : s < t1 e).
  { apply Rnot_le_lt. intros L. assert (t1 e * t1 e <= s * s) by (apply Rmult_le_compat; lra). lra. }
  assert (Hx : K + 8 < xcstd e).
  { apply sigma_lt_iff. rewrite sigma_xcstd by lra. unfold s in Hst. lra. }
  assert (Hq : 4 * t1 e / (1 - 8 * (y1 e * y1 e)) <= 8).
  { apply (Rmult_le_reg_r (1 - 8 * (y1 e * y1 e))); [exact P|]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. nra. }
  unfold x0cstd. lra.
Qed.

Lemma x0cstd_small K : exists D, 0 < D /\ forall e, D < e -> x0cstd e < K.
Proof.
  exists (Rmax 1 (xcstd 1 - K)). pose proof (Rmax_l 1 (xcstd 1 - K)). pose proof (Rmax_r 1 (xcstd 1 - K)).
  split; [lra|]. intros e He. pose proof (xcstd_decreasing 1 e ltac:(lra)).
  destruct (y1_split e ltac:(lra)) as [E P]. pose proof (y1_range e ltac:(lra)) as Q.
  pose proof (t1_range e ltac:(lra)) as T.
  assert (e <= 4 * t1 e / (1 - 8 * (y1 e * y1 e))).
  { apply (Rmult_le_reg_r (1 - 8 * (y1 e * y1 e))); [exact P|]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. lra. }
  unfold x0cstd. lra.
Qed.

(** H14 (as D8). x0_c is strictly decreasing in e, from +oo (at 0) to -oo (at infinity). *)
Theorem std_cusp_curve_decreasing :
  (forall e e', 0 < e < e' -> x0cstd e' < x0cstd e) /\
  (forall K, exists d, 0 < d /\ forall e, 0 < e < d -> K < x0cstd e) /\
  (forall K, exists D, 0 < D /\ forall e, D < e -> x0cstd e < K).
Proof. split; [exact x0cstd_decreasing|]. split; [exact x0cstd_large | exact x0cstd_small]. Qed.

Lemma x0cstd_continuity_pt e : 0 < e -> continuity_pt x0cstd e.
Proof.
  intros Pe. pose proof (t1_range e Pe) as T. destruct (y1_split e Pe) as [_ P].
  apply continuity_pt_filterlim, (ex_derive_continuous x0cstd).
  pose proof (y1_ex_derive e Pe). pose proof (t1_ex_derive e Pe).
  unfold x0cstd, xcstd, artanh. auto_derive. repeat split; auto; try lra.
  apply Rdiv_lt_0_compat; lra.
Qed.

(** H14 (as D8). For every x0 there is exactly one e_c with x0_c (e_c) = x0. *)
Lemma x0cstd_level x0 : exists ec, 0 < ec /\ x0cstd ec = x0 /\
  forall e, 0 < e -> (x0 < x0cstd e <-> e < ec).
Proof.
  destruct (x0cstd_large x0) as [d [Pd Hd]]. destruct (x0cstd_small x0) as [D [PD HD]].
  assert (U : x0 < x0cstd (d / 2)) by (apply Hd; lra).
  assert (L : x0cstd (D + 1) < x0) by (apply HD; lra).
  assert (O : d / 2 <= D + 1).
  { apply Rnot_lt_le. intros Q. pose proof (x0cstd_decreasing (D + 1) (d / 2) ltac:(lra)). lra. }
  destruct (ivt_seg (fun e => - x0cstd e) (d / 2) (D + 1) (- x0)) as [m [Hm Em]]; try lra.
  { intros e He. apply continuity_pt_opp, x0cstd_continuity_pt. lra. }
  assert (Pm : 0 < m) by lra. exists m. split; [exact Pm|]. split; [lra|]. intros e Pe. split; intros Q.
  - apply Rnot_le_lt. intros [K|K]; [|subst e; lra]. pose proof (x0cstd_decreasing m e ltac:(lra)). lra.
  - pose proof (x0cstd_decreasing e m ltac:(lra)). lra.
Qed.
