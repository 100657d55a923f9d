(** Exactly when the unsmoothed orbit of p_ref fails to converge: not for
    beta <= beta_2; for beta > beta_2, for x0 in (- b2, x_FL) unless the orbit lands
    on the lower fixed point exactly. *)

Require Import Reals Ranalysis5 Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic LocalDynamics TwoCycleCurve TwoCycles
  FixedPoints Thresholds Escape Stability.
Open Scope R_scope.

(** * The constant beta_2 *)

Definition cothw (w : R) : R := cosh w / sinh w.
Definition Tw (w : R) : R := w + cothw w.
(** Logarithm of cosh T / (2 T sinh w). *)
Definition lnR (w : R) : R := ln (cosh (Tw w)) - ln (2 * Tw w) - ln (sinh w).

Lemma cothw_gt_1 w : 0 < w -> 1 < cothw w.
Proof.
  intros H. unfold cothw. pose proof (sinh_pos w H). pose proof (cosh_gt_sinh w).
  apply (Rmult_lt_reg_r (sinh w)); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma Tw_gt_2 w : 0 < w -> 2 < Tw w.
Proof.
  intros H. unfold Tw. pose proof (sinh_pos w H) as S. pose proof (x_cosh_gt_sinh w H) as L.
  assert (K : / w < cothw w).
  { unfold cothw. apply (Rmult_lt_reg_r (w * sinh w)); [nra |].
    replace (/ w * (w * sinh w)) with (sinh w) by (field; lra).
    replace (cosh w / sinh w * (w * sinh w)) with (w * cosh w) by (field; lra). exact L. }
  assert (2 <= w + / w); [| lra].
  assert (E : (w + / w - 2) * w = (w - 1) * (w - 1)) by (field; lra).
  pose proof (Rle_0_sqr (w - 1)) as Sq. unfold Rsqr in Sq. nra.
Qed.

Definition Tw' (w : R) : R := 1 - / (sinh w * sinh w).

Lemma Tw_derive w : 0 < w -> is_derive Tw w (Tw' w).
Proof.
  intros H. pose proof (sinh_pos w H). unfold Tw, cothw, Tw'.
  auto_derive; [lra |]. pose proof (cosh_sqr w) as E.
  transitivity (1 + (sinh w * sinh w - cosh w * cosh w) / (sinh w * sinh w)).
  - field. lra.
  - rewrite E. field. lra.
Qed.

Definition lnR' (w : R) : R := Tw' w * (sinh (Tw w) / cosh (Tw w) - / Tw w) - cothw w.

Lemma lnR_derive w : 0 < w -> is_derive lnR w (lnR' w).
Proof.
  intros H. pose proof (sinh_pos w H) as S. pose proof (Tw_gt_2 w H) as T.
  pose proof (cosh_pos (Tw w)) as C. pose proof (Tw_derive w H) as D.
  assert (Ex : ex_derive (fun x : R => Tw x) w) by (exists (Tw' w); exact D).
  assert (Dv : Derive (fun x : R => Tw x) w = Tw' w) by (apply is_derive_unique, D).
  unfold lnR, lnR', cothw. auto_derive.
  - repeat split; try exact Ex; lra.
  - rewrite Dv. field. lra.
Qed.

Lemma lnR'_neg w : 0 < w -> lnR' w < 0.
Proof.
  intros H. unfold lnR'. pose proof (cothw_gt_1 w H) as K. pose proof (sinh_pos w H) as S.
  pose proof (Tw_gt_2 w H) as T. pose proof (cosh_pos (Tw w)) as C.
  pose proof (cosh_gt_sinh (Tw w)) as CS.
  assert (Z : 0 < sinh (Tw w) / cosh (Tw w) - / Tw w < 1).
  { pose proof z_c_enclosure. pose proof z_c_pos.
    pose proof (zfun_increasing z_c (Tw w) ltac:(lra) ltac:(lra)) as M. unfold zfun in M.
    rewrite z_c_eq in M.
    assert (Q : sinh (Tw w) / cosh (Tw w) < 1).
    { apply (Rmult_lt_reg_r (cosh (Tw w))); [exact C |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
    pose proof (Rinv_0_lt_compat (Tw w) ltac:(lra)) as P. split; [| lra].
    apply (Rmult_lt_reg_r (Tw w * cosh (Tw w))); [apply Rmult_lt_0_compat; lra |].
    replace ((sinh (Tw w) / cosh (Tw w) - / Tw w) * (Tw w * cosh (Tw w)))
      with (Tw w * sinh (Tw w) - cosh (Tw w)) by (field; lra). lra. }
  set (m := sinh (Tw w) / cosh (Tw w) - / Tw w) in *.
  assert (L : Tw' w < 1).
  { unfold Tw'. pose proof (Rinv_0_lt_compat (sinh w * sinh w) ltac:(nra)). lra. }
  destruct (Rle_lt_dec (Tw' w) 0) as [N | N]; nra.
Qed.

Lemma lnR_decreasing v w : 0 < v -> v < w -> lnR w < lnR v.
Proof.
  intros Hv H. apply (deriv_neg_lt lnR lnR'); [exact H | |].
  - intros x Hx. apply lnR_derive; lra.
  - intros x Hx. apply lnR'_neg; lra.
Qed.

Lemma ln_expr w : 0 < w -> lnR w = ln (cosh (Tw w)) - ln (2 * sinh w * Tw w).
Proof.
  intros H. pose proof (sinh_pos w H). pose proof (Tw_gt_2 w H). unfold lnR.
  replace (2 * sinh w * Tw w) with (2 * Tw w * sinh w) by ring.
  rewrite (ln_mult (2 * Tw w) (sinh w)) by lra. ring.
Qed.

(** lnR has the sign of cosh T - 2 T sinh w. *)
Lemma lnR_pos w : 0 < w -> (0 < lnR w <-> 2 * sinh w * Tw w < cosh (Tw w)) /\
  (lnR w = 0 <-> cosh (Tw w) = 2 * sinh w * Tw w).
Proof.
  intros H. pose proof (sinh_pos w H) as S. pose proof (Tw_gt_2 w H) as T.
  pose proof (cosh_pos (Tw w)) as C. rewrite (ln_expr w H).
  set (A := cosh (Tw w)) in *. set (B := 2 * sinh w * Tw w).
  assert (PB : 0 < B) by (unfold B; apply Rmult_lt_0_compat; lra).
  destruct (Rtotal_order A B) as [L | [L | L]].
  - pose proof (ln_increasing A B C L). split; split; lra.
  - rewrite L. split; split; lra.
  - pose proof (ln_increasing B A PB L). split; split; lra.
Qed.

Lemma sign_at_low : 2 * sinh 0.9 * Tw 0.9 < cosh (Tw 0.9).
Proof.
  apply Rminus_lt_0. unfold Tw, cothw, sinh, cosh. zinterval.
Qed.

Lemma sign_at_high : cosh (Tw 1) < 2 * sinh 1 * Tw 1.
Proof.
  apply Rminus_lt_0. unfold Tw, cothw, sinh, cosh. zinterval.
Qed.

Definition w_2_sig : {w : R | 0.9 <= w <= 1 /\ - lnR w = 0}.
Proof.
  apply (f_interv_is_interv (fun w => - lnR w) 0.9 1 0).
  - lra.
  - pose proof (proj1 (lnR_pos 0.9 ltac:(lra))) as S1. pose proof (lnR_pos 1 ltac:(lra)) as (S2 & S3).
    pose proof sign_at_low as A1. pose proof sign_at_high as A2. apply S1 in A1.
    split; [lra |]. apply Rnot_lt_le. intros K.
    assert (0 < lnR 1 \/ lnR 1 = 0) as [Q | Q].
    { destruct (Rle_lt_dec (lnR 1) 0) as [[Q | Q] | Q]; [lra | right; exact Q | left; exact Q]. }
    + apply S2 in Q. lra.
    + apply S3 in Q. lra.
  - intros x Hx. apply (continuity_pt_opp lnR).
    apply (deriv_continuity_pt _ _ (lnR' x)), lnR_derive. lra.
Qed.

Definition w_2 : R := proj1_sig w_2_sig.
(** beta_2 = 1.0958431... *)
Definition beta_2 : R := sinh w_2.

Lemma w_2_range : 0.9 <= w_2 <= 1.
Proof. exact (proj1 (proj2_sig w_2_sig)). Qed.

Lemma lnR_w_2 : lnR w_2 = 0.
Proof. pose proof (proj2 (proj2_sig w_2_sig)) as E. fold w_2 in E. simpl in E. lra. Qed.

Lemma beta_2_gt_1 : 1 < beta_2.
Proof.
  unfold beta_2. pose proof w_2_range.
  assert (A : 1 < sinh 0.9) by (unfold sinh; zinterval).
  pose proof (sinh_le 0.9 w_2 ltac:(lra)). lra.
Qed.

(** G6 (the constant). w = asinh beta_2 is the only positive solution of
    cosh (w + coth w) = 2 sinh w (w + coth w). *)
Theorem beta_2_equation w : 0 < w ->
  (cosh (w + cosh w / sinh w) = 2 * sinh w * (w + cosh w / sinh w) <-> w = asinh beta_2).
Proof.
  intros H. fold (cothw w). fold (Tw w). rewrite <- (proj2 (lnR_pos w H)).
  unfold beta_2. rewrite asinh_sinh. pose proof w_2_range. pose proof lnR_w_2. split.
  - intros E. destruct (Rtotal_order w w_2) as [L | [L | L]]; [| exact L |].
    + pose proof (lnR_decreasing w w_2 H L). lra.
    + pose proof (lnR_decreasing w_2 w ltac:(lra) L). lra.
  - intros ->. exact H1.
Qed.

(** * x_FL against the largest root of cosh (y/2) = beta y *)

Section Beta.
Variable beta : R.
Hypothesis Hbeta : 0 < beta.
Let w := asinh beta.

Let w_pos : 0 < w.
Proof. apply asinh_pos, Hbeta. Qed.

Lemma x_FL_Tw : - x_FL beta = 2 * Tw w.
Proof.
  unfold x_FL, Tw, cothw. rewrite <- (root1_over_beta beta Hbeta).
  unfold w. rewrite cosh_asinh, sinh_asinh. unfold root1. ring.
Qed.

Lemma phi_at_FL : phi beta (- x_FL beta) = cosh (Tw w) - 2 * sinh w * Tw w.
Proof.
  unfold phi. rewrite x_FL_Tw. replace (2 * Tw w / 2) with (Tw w) by field.
  assert (E : sinh w = beta) by (unfold w; apply sinh_asinh). rewrite E. ring.
Qed.

Lemma phi_FL_sign : (0 <= phi beta (- x_FL beta) <-> beta <= beta_2).
Proof.
  rewrite phi_at_FL. destruct (lnR_pos w w_pos) as (S1 & S2).
  assert (Eb : beta = sinh w) by (unfold w; rewrite sinh_asinh; reflexivity).
  pose proof w_2_range as W. pose proof lnR_w_2 as E2.
  assert (Q : 0 <= lnR w <-> beta <= beta_2).
  { unfold beta_2. rewrite Eb. split; intros K.
    - apply Rnot_lt_le. intros L. apply sinh_inj_lt in L.
      pose proof (lnR_decreasing w_2 w ltac:(lra) L). lra.
    - apply Rnot_lt_le. intros L.
      destruct (Rle_lt_dec w w_2) as [[M | M] | M].
      + pose proof (lnR_decreasing w w_2 w_pos M). lra.
      + rewrite M in L. lra.
      + pose proof (sinh_lt w_2 w M). lra. }
  rewrite <- Q. split; intros K.
  - destruct K as [K | K]; [left; apply S1; lra | right; symmetry; apply S2; lra].
  - destruct K as [K | K]; [apply S1 in K; lra | symmetry in K; apply S2 in K; lra].
Qed.

(** - x_FL lies to the right of the minimum of phi: sinh (w + coth w) > 2 sinh w. *)
Lemma FL_beyond_min : y_min beta < - x_FL beta.
Proof.
  rewrite x_FL_Tw. unfold y_min.
  assert (L : asinh (2 * beta) < Tw w); [| lra].
  apply sinh_inj_lt. rewrite sinh_asinh. unfold Tw. rewrite sinh_plus.
  assert (Eb : beta = sinh w) by (unfold w; rewrite sinh_asinh; reflexivity).
  pose proof (cothw_gt_1 w w_pos) as K. set (c := cothw w) in *. rewrite Eb.
  pose proof (sinh_pos w w_pos) as S. pose proof (cosh_gt_sinh w) as C.
  pose proof (sinh_pos c ltac:(lra)) as Sc.
  assert (E : cosh c + sinh c = exp c) by (unfold cosh, sinh; field).
  assert (2 < exp c).
  { apply Rle_lt_trans with (1 + c); [lra |]. apply exp_ineq1. lra. }
  assert (sinh w * sinh c < cosh w * sinh c) by (apply Rmult_lt_compat_r; lra).
  assert (sinh w * 2 < sinh w * exp c) by (apply Rmult_lt_compat_l; lra).
  rewrite <- E in H1. lra.
Qed.

Lemma x_FL_below_fold : x_FL beta < - x_fold beta.
Proof.
  pose proof FL_beyond_min. pose proof (x_fold_lt_y_min beta Hbeta). lra.
Qed.

(** * Orbits from p_ref *)

Section Orbit.
Variable x0 : R.
Let f := F x0 beta 0.

(** Outside (- b, x_FL) the orbit escapes or converges to a fixed point. *)
Theorem converges_above_FL : x_FL beta <= x0 ->
  is_lim_seq (iter f x0) p_infty \/ exists c, fixpt f c /\ is_lim_seq (iter f x0) c.
Proof.
  intros H. destruct (Rlt_le_dec (x_SN beta) x0) as [L | L].
  { left. apply all_escape; assumption. }
  destruct (upper_root beta Hbeta x0 L) as (b & Hb & Eb).
  destruct (Rlt_le_dec x0 (- b)) as [K | K].
  { left. apply (reference_escapes_iff beta x0 Hbeta b Hb Eb), K. }
  right.
  pose proof (F0_gt_minus_b beta x0 Hbeta b K) as K0.
  pose proof (x0_lt_b beta x0 Hbeta b Eb) as K1.
  destruct (trapped_converges beta x0 Hbeta b x0 Hb Eb) as (c & _ & Fc & Lc); try assumption.
  - lra.
  - apply Rabs_le. lra.
  - exists c. split; assumption.
Qed.

(** For beta <= beta_2 every start below x_FL escapes. *)
Theorem escapes_below_FL : beta <= beta_2 -> x0 < x_FL beta -> is_lim_seq (iter f x0) p_infty.
Proof.
  intros H2 H. apply reference_escape_set; [exact Hbeta |]. right.
  pose proof x_FL_below_fold as Q1. pose proof FL_beyond_min as Q2. pose proof (x_fold_pos beta Hbeta).
  split; [lra |]. rewrite Rabs_left by lra.
  pose proof (phi_increasing beta (- x_FL beta) (- x0) ltac:(lra) ltac:(lra)) as P.
  apply phi_FL_sign in H2. unfold phi in P at 2.
  replace (- x0 / 2) with (- (x0 / 2)) in P by field. rewrite cosh_opp in P. lra.
Qed.

(** Trapped below x_FL: the orbit converges only by landing on the lower fixed point. *)
Section Trapped.
Variables a b : R.
Hypothesis Hab : a < x_fold beta < b.
Hypothesis Fix : forall x, fixpt f x <-> x = a \/ x = b.
Hypothesis Hx : - b < x0 < x_FL beta.

Let Eb : psi beta 0 b = x0.
Proof. apply fixpt_psi, Fix. right; reflexivity. Qed.

Lemma strictly_trapped y : - b < y < b -> forall n, - b < iter f y n < b.
Proof.
  intros Hy n. apply (iter_in f (fun t => - b < t < b)); [| exact Hy].
  intros t Ht. pose proof (F0_gt_minus_b beta x0 Hbeta b ltac:(lra)) as K0.
  unfold f. rewrite <- F_unsm_abs. fold f. pose proof (Rabs_pos t) as P.
  assert (Rabs t < b) by (apply Rabs_def1; lra). split.
  - apply Rlt_le_trans with (1 := K0). apply (F_unsm_le beta x0 Hbeta); lra.
  - rewrite <- (F_b beta x0 b Eb). apply (F_unsm_increasing beta x0 Hbeta); lra.
Qed.

Lemma start_trapped : - b < x0 < b.
Proof. pose proof (x0_lt_b beta x0 Hbeta b Eb). lra. Qed.

Theorem trapped_converges_iff_lands :
  (exists c : R, is_lim_seq (iter f x0) c) <-> exists n, iter f x0 n = a.
Proof.
  assert (Fa : f a = a) by (apply Fix; left; reflexivity).
  split.
  - intros (c & L).
    assert (Fc : f c = c).
    { apply (limit_is_fixpt f x0 c); [apply F_continuity_pt; lra | exact L]. }
    apply Fix in Fc. destruct Fc as [-> | ->].
    + apply (converges_to_repelling f a x0); [| exact L].
      apply lower_repelling; [exact Hbeta | lra | exact Fa | lra].
    + exfalso. destruct (converges_to_repelling f b x0) as (n & E).
      * apply upper_fixed_point_repelling; [exact Hbeta | apply Fix; right; reflexivity | lra].
      * exact L.
      * pose proof (strictly_trapped x0 start_trapped n). lra.
  - intros (n & E). exists a. apply (lim_shift _ n).
    apply is_lim_seq_ext with (fun _ => a); [| apply is_lim_seq_const].
    intros m. symmetry. rewrite iter_add, E. apply iter_fixpt, Fa.
Qed.

(** The orbit does not stay above the upper point of the 2-cycle. *)
Lemma comes_below v : a < v -> v < b -> exists N, iter f x0 (S N) <= v.
Proof.
  intros Hav Hvb. apply Classical_Pred_Type.not_all_not_ex. intros NN.
  assert (Above : forall n, v < iter f x0 (S n) < b).
  { intros n. split; [apply Rnot_le_lt, NN | apply (strictly_trapped x0 start_trapped (S n))]. }
  assert (Ea : psi beta 0 a = x0) by (apply fixpt_psi, Fix; left; reflexivity).
  assert (Below : forall x, a < x < b -> f x < x).
  { intros x I. pose proof (F_sub beta x0 x) as E. fold f in E.
    destruct (Rle_lt_dec x (x_fold beta)) as [L | L].
    - pose proof (psi_up beta Hbeta a x ltac:(lra) L). lra.
    - pose proof (psi_down beta Hbeta x b ltac:(lra) ltac:(lra)). lra. }
  destruct (ex_finite_lim_seq_decr (fun n => iter f x0 (S n)) v) as (l & Hl).
  { intros n. left. apply (Below (iter f x0 (S n))). pose proof (Above n). lra. }
  { intros n. pose proof (Above n). lra. }
  assert (Lv : v <= l).
  { apply (is_lim_seq_le (fun _ => v) (fun n => iter f x0 (S n)) v l);
      [intros n; left; apply Above | apply is_lim_seq_const | exact Hl]. }
  assert (Lu : l <= iter f x0 1).
  { apply (is_lim_seq_le (fun n => iter f x0 (S n)) (fun _ => iter f x0 1) l (iter f x0 1));
      [| exact Hl | apply is_lim_seq_const].
    intros n. induction n as [| n IH]; [lra |].
    apply Rle_trans with (2 := IH). left. apply (Below (iter f x0 (S n))).
    pose proof (Above n). lra. }
  pose proof (Above 0%nat) as A0.
  assert (Fl : f l = l).
  { apply (limit_is_fixpt f x0 l); [apply F_continuity_pt; lra |].
    apply is_lim_seq_incr_1. exact Hl. }
  pose proof (Below l ltac:(lra)). lra.
Qed.
End Trapped.
End Orbit.
End Beta.
