(** Local stability of fixed points: the multiplier lam = h' p* = F' x* = G' x* / beta, and
    which of the fixed points can be unstable. *)

Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints BifurcationCurves Linearisation.
From GrpoProofs.Orbits Require Import IterLemmas Folds.
Open Scope R_scope.

(** * The multiplier *)

Section Multiplier.
Variables pref beta eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.
Let h := Defs.h pref beta eps.
Let x0 := logit pref.

Definition lam (beta eps p : R) : R :=
  p * (1 - p) * (2 * p - 1) / (2 * beta * ((var p + eps) * sqrt (var p + eps))).

Lemma lam_dG (x : R) : lam beta eps (sigma x) = dG eps x / beta.
Proof.
  rewrite dG_var by exact Heps. unfold lam.
  pose proof (var_eps_pos eps Heps x) as H. pose proof (sqrt_lt_R0 _ H).
  fold (var (sigma x)). field. lra.
Qed.

Lemma lam_abs (p : R) : 0 < p < 1 -> Rabs (lam beta eps p) = Bthr eps p / beta.
Proof.
  intros Hp. rewrite <- (sigma_logit p Hp), lam_dG. unfold Rdiv.
  rewrite Rabs_mult, dG_abs by exact Heps. f_equal.
  apply Rabs_pos_eq. left. now apply Rinv_0_lt_compat.
Qed.

Lemma lam_lt_1_iff (p : R) : 0 < p < 1 -> (Rabs (lam beta eps p) < 1 <-> Bthr eps p < beta).
Proof.
  intros Hp. rewrite lam_abs by exact Hp. split; intros H.
  - apply (Rmult_lt_compat_r beta) in H; [|exact Hbeta].
    unfold Rdiv in H. rewrite Rmult_assoc, Rinv_l in H by lra. lra.
  - apply (Rmult_lt_reg_r beta); [exact Hbeta|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(** E1. At a fixed point p* = sigma x*, h' p* = F' x* = lam in closed form; |lam| < 1
    exactly when beta > B p*, and then p* attracts exponentially. *)
Theorem multiplier_and_linear_stability (p : R) : fixpt h p ->
  is_derive h p (lam beta eps p) /\
  is_derive (F x0 beta eps) (logit p) (lam beta eps p) /\
  (Rabs (lam beta eps p) < 1 <-> Bthr eps p < beta) /\
  (Bthr eps p < beta -> exists d L, 0 < d /\ 0 <= L < 1 /\
     forall q, Rabs (q - p) < d -> forall n, Rabs (iter h q n - p) <= L ^ n * Rabs (q - p)).
Proof.
  intros E. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta Heps E) as [Hp Hd].
  fold (lam beta eps p) in Hd. split; [exact Hd|]. split.
  - rewrite <- (sigma_logit p Hp) at 2. rewrite lam_dG. now apply F_derive.
  - split; [now apply lam_lt_1_iff|]. intros HB.
    apply (local_attraction h p (lam beta eps p)); [exact Hd | exact E | now apply lam_lt_1_iff].
Qed.

(** D11. The smallest fixed point p* is below, at or above 1/2 exactly when
    x0 <, =, > - 2 / (beta sqrt (1 + 4 eps)), equivalently h (1/2) <, =, > 1/2. *)
Theorem side_of_half (p : R) : least_fixpt h p ->
  let t := - (2 / (beta * sqrt (1 + 4 * eps))) in
  ((p < / 2 <-> x0 < t) /\ (p = / 2 <-> x0 = t) /\ (/ 2 < p <-> t < x0)) /\
  ((p < / 2 <-> h (/ 2) < / 2) /\ (p = / 2 <-> h (/ 2) = / 2) /\ (/ 2 < p <-> / 2 < h (/ 2))).
Proof.
  intros [E Hmin] t.
  destruct (fixpt_h_F pref beta eps Hpref p E) as [Hp Ex].
  assert (Et : t = psi beta eps 0) by (symmetry; now apply psi_0).
  apply fixpt_psi in Ex. fold x0 in Ex. set (x := logit p) in *.
  assert (Epx : p = sigma x) by (symmetry; now apply sigma_logit).
  assert (S : x0 <= t -> x <= 0).
  { intros Hx. rewrite Et in Hx.
    destruct (ivt_seg (psi beta eps) (Rmin x0 0) 0 x0) as [y [Hy Ey]].
    - intros z _. now apply psi_continuity_pt.
    - apply Rmin_r.
    - split; [left; apply psi_below_unbounded; try assumption; apply Rmin_l | exact Hx].
    - assert (Hy' : fixpt h (sigma y)).
      { apply fixpt_F_h; [exact Hpref|]. now apply fixpt_psi. }
      apply Hmin in Hy'. rewrite Epx in Hy'.
      destruct (Rle_lt_dec x y) as [Q|Q]; [lra|]. apply sigma_increasing in Q. lra. }
  assert (C : (x < 0 /\ x0 < t) \/ (x = 0 /\ x0 = t) \/ (0 < x /\ t < x0)).
  { destruct (Rtotal_order x 0) as [L|[L|L]].
    - left. split; [exact L|]. rewrite Et, <- Ex. apply psi_increasing_neg; auto; lra.
    - right; left. split; [exact L|]. rewrite Et, <- Ex, L. reflexivity.
    - right; right. split; [exact L|]. destruct (Rle_lt_dec x0 t) as [Q|Q]; [|exact Q].
      apply S in Q. lra. }
  assert (Hh : h (/ 2) = sigma (x0 - t)).
  { unfold h. rewrite h_half by assumption. f_equal. unfold F0, t, x0. ring. }
  assert (Q : (p < / 2 /\ x0 < t /\ h (/ 2) < / 2) \/ (p = / 2 /\ x0 = t /\ h (/ 2) = / 2) \/
              (/ 2 < p /\ t < x0 /\ / 2 < h (/ 2))).
  { rewrite Epx, Hh. destruct C as [[A B]|[[A B]|[A B]]].
    - left. split; [now apply sigma_lt_half|]. split; [exact B|]. apply sigma_lt_half. lra.
    - right; left. rewrite A. split; [apply sigma_0|]. split; [exact B|].
      rewrite B, Rminus_eq_0. apply sigma_0.
    - right; right. split; [now apply sigma_gt_half|]. split; [exact B|].
      apply sigma_gt_half. lra. }
  repeat split; intros; lra.
Qed.

(** D11, E2. p* = 1/2 is superstable: h' (1/2) = 0. *)
Theorem half_superstable : is_derive h (/ 2) 0.
Proof.
  assert (Hv : 0 < var (/ 2) + eps) by (apply var_ok; lra).
  evar_last; [apply (success_map_derivative pref beta eps Hpref Hbeta _ Hv)|].
  replace (2 * / 2 - 1) with 0 by field. unfold Rdiv. ring.
Qed.

(** The orbit of F is the log-odds of the orbit of h. *)
Lemma fixpt_logit (p : R) : fixpt h p -> psi beta eps (logit p) = x0.
Proof.
  intros E. destruct (fixpt_h_F pref beta eps Hpref p E) as [_ Ex]. now apply fixpt_psi in Ex.
Qed.

End Multiplier.

(** * Which fixed points can be unstable *)

Section Branches.
Variables pref beta eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let h := Defs.h pref beta eps.
Let x0 := logit pref.

Lemma lam_of_slope (p : R) : 0 < p < 1 -> lam beta eps p = dG eps (logit p) / beta.
Proof. intros Hp. rewrite <- (sigma_logit p Hp) at 1. now apply lam_dG. Qed.

Lemma ratio_lt_1 (y : R) : y < beta -> y / beta < 1.
Proof.
  intros H. apply (Rmult_lt_reg_r beta); [exact Hbeta|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma ratio_gt_1 (y : R) : beta < y -> 1 < y / beta.
Proof.
  intros H. apply (Rmult_lt_reg_r beta); [exact Hbeta|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(** A fixed point whose slope is below beta attracts unless it is a flip. *)
Lemma lower_attracts (p : R) : 0 < p < 1 -> dG eps (logit p) < beta ->
  lam beta eps p < 1 /\
  (Rabs (lam beta eps p) < 1 <-> ~ (p < / 2 /\ beta <= Bthr eps p)) /\
  (lam beta eps p < -1 <-> p < / 2 /\ beta < Bthr eps p).
Proof.
  intros Hp Hs. pose proof (lam_of_slope p Hp) as El. pose proof (ratio_lt_1 _ Hs) as L1.
  rewrite <- El in L1. split; [exact L1|].
  pose proof (lam_abs beta eps Hbeta He p Hp) as Ea.
  assert (Sg : (p < / 2 -> lam beta eps p < 0) /\ (/ 2 <= p -> 0 <= lam beta eps p)).
  { assert (Hi := Rinv_0_lt_compat _ Hbeta). rewrite El. split; intros Q.
    - assert (logit p < 0) by (rewrite <- logit_half; apply logit_increasing; lra).
      pose proof (dG_neg eps He _ H). unfold Rdiv. nra.
    - assert (0 <= dG eps (logit p)).
      { destruct Q as [Q|Q].
        - left. apply dG_pos; [exact He|]. rewrite <- logit_half. apply logit_increasing; lra.
        - rewrite <- Q, logit_half, dG_0 by exact He. lra. }
      unfold Rdiv. nra. }
  pose proof (lam_lt_1_iff beta eps Hbeta He p Hp) as Hi.
  split.
  - rewrite Hi. split; [intros H [_ H']; lra|]. intros H.
    destruct (Rlt_le_dec (Bthr eps p) beta) as [Q|Q]; [exact Q|].
    apply Hi. destruct (Rlt_le_dec p (/ 2)) as [Q'|Q']; [exfalso; apply H; now split|].
    rewrite Rabs_pos_eq; [exact L1 | now apply Sg].
  - split.
    + intros H. assert (Q : p < / 2).
      { destruct (Rlt_le_dec p (/ 2)) as [Q|Q]; [exact Q|]. apply Sg in Q. lra. }
      split; [exact Q|]. rewrite Rabs_left in Ea by lra.
      destruct (Rlt_le_dec beta (Bthr eps p)) as [K|K]; [exact K|].
      assert (Bthr eps p / beta <= 1); [|lra].
      apply (Rmult_le_reg_r beta); [exact Hbeta|].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
    + intros [Q K]. apply Sg in Q. rewrite Rabs_left in Ea by exact Q.
      apply ratio_gt_1 in K. lra.
Qed.

(** E2. For beta < M_eps with folds x1 < x2, and x0 different from psi x1 and psi x2: a fixed
    point between the folds is repelling (lam > 1), one above x2 is attracting
    (0 < lam < 1), and one below x1 has lam < 1 and is attracting unless p* < 1/2 and
    beta <= B p*, with lam < -1 exactly when p* < 1/2 and beta < B p*.  Every fixed
    point is of one of the three kinds; if there are three, one is of each kind. *)
Theorem which_fixed_points_unstable (x1 x2 : R) : folds beta eps x1 x2 ->
  x0 <> psi beta eps x1 -> x0 <> psi beta eps x2 ->
  (forall p, fixpt h p ->
     (logit p < x1 \/ x1 < logit p < x2 \/ x2 < logit p) /\
     (x1 < logit p < x2 -> 1 < lam beta eps p /\ exists d L, 0 < d /\ 1 < L /\
        forall q, Rabs (q - p) < d -> L * Rabs (q - p) <= Rabs (h q - p)) /\
     (x2 < logit p -> 0 < lam beta eps p < 1) /\
     (logit p < x1 -> lam beta eps p < 1 /\
        (Rabs (lam beta eps p) < 1 <-> ~ (p < / 2 /\ beta <= Bthr eps p)) /\
        (lam beta eps p < -1 <-> p < / 2 /\ beta < Bthr eps p))) /\
  (nfix h 3 -> exists a b c, fixpt h a /\ fixpt h b /\ fixpt h c /\
     logit a < x1 < logit b /\ logit b < x2 < logit c /\
     forall p, fixpt h p -> p = a \/ p = b \/ p = c).
Proof.
  intros Hf N1 N2. split.
  - intros p E. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He E) as [Hp Hd].
    fold (lam beta eps p) in Hd. pose proof (fixpt_logit pref beta eps Hpref p E) as Ex.
    fold x0 in Ex. pose proof (lam_of_slope p Hp) as El. destruct (proj1 Hf) as [P1 P2].
    split; [|split; [|split]].
    + assert (logit p <> x1) by (intros Q; rewrite Q in Ex; auto).
      assert (logit p <> x2) by (intros Q; rewrite Q in Ex; auto). lra.
    + intros Hx. pose proof (slope_between beta eps Hbeta Heps x1 x2 Hf _ Hx) as Hs.
      apply ratio_gt_1 in Hs. rewrite <- El in Hs. split; [exact Hs|].
      apply (local_repulsion h p (lam beta eps p)); [exact Hd | exact E |].
      rewrite Rabs_pos_eq; lra.
    + intros Hx. pose proof (slope_beyond beta eps Hbeta Heps x1 x2 Hf _ Hx) as Hs.
      rewrite El. split; [|now apply ratio_lt_1].
      apply Rdiv_lt_0_compat; [apply dG_pos; lra | exact Hbeta].
    + intros Hx. apply lower_attracts; [exact Hp|].
      now apply (slope_below beta eps Hbeta Heps x1 x2 Hf).
  - intros N. apply nfix_h_F in N; [|exact Hpref].
    destruct (nfix_cases beta eps Hbeta Heps x1 x2 Hf (logit pref)) as [C3 _].
    apply C3 in N.
    destruct (three_fixpts beta eps Hbeta Heps x1 x2 Hf _ N) as [a [b [c [H1 [H2 E]]]]].
    assert (Fx : forall y, (y = a \/ y = b \/ y = c) -> fixpt h (sigma y)).
    { intros y Hy. apply fixpt_F_h; [exact Hpref|]. apply fixpt_psi. now apply E. }
    exists (sigma a), (sigma b), (sigma c). rewrite !logit_sigma.
    split; [apply Fx; auto|]. split; [apply Fx; auto|]. split; [apply Fx; auto|].
    split; [exact H1|]. split; [exact H2|]. intros p Ep.
    destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He Ep) as [Hp _].
    pose proof (fixpt_logit pref beta eps Hpref p Ep) as Ex. apply E in Ex.
    rewrite <- (sigma_logit p Hp). destruct Ex as [-> | [-> | ->]]; auto.
Qed.

(** E2. For beta >= M_eps the only fixed point behaves like the lower one, except at the
    cusp where beta = M_eps and x* = x_c. *)
Theorem single_fixed_point_stability (p : R) : Meps eps <= beta -> fixpt h p ->
  (beta = Meps eps -> logit p <> xcusp eps) ->
  lam beta eps p < 1 /\
  (Rabs (lam beta eps p) < 1 <-> ~ (p < / 2 /\ beta <= Bthr eps p)) /\
  (lam beta eps p < -1 <-> p < / 2 /\ beta < Bthr eps p).
Proof.
  intros Hm E Hn. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He E) as [Hp _].
  apply lower_attracts; [exact Hp|].
  destruct Hm as [Hm|Hm]; [pose proof (dG_le eps Heps (logit p)); lra|].
  rewrite <- Hm. apply dG_lt_Meps; [exact Heps | apply Hn; now symmetry].
Qed.

(** E3. When beta = B p* and p* > 1/2 the multiplier is +1, and p* is the cusp point (with
    beta = M_eps) or one of the two folds (with beta < M_eps). *)
Theorem unit_multiplier_cases (p : R) : fixpt h p -> / 2 < p -> beta = Bthr eps p ->
  lam beta eps p = 1 /\
  ((beta = Meps eps /\ logit p = xcusp eps) \/
   (beta < Meps eps /\ exists x1 x2, folds beta eps x1 x2 /\ (logit p = x1 \/ logit p = x2))).
Proof.
  intros E Hp2 Eb. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He E) as [Hp _].
  assert (Px : 0 < logit p) by (rewrite <- logit_half; apply logit_increasing; lra).
  pose proof (dG_pos eps He _ Px) as Pd.
  assert (Es : dG eps (logit p) = beta).
  { rewrite Eb. rewrite <- (sigma_logit p Hp) at 2. rewrite <- dG_abs by exact He.
    symmetry. apply Rabs_pos_eq. lra. }
  split; [rewrite lam_of_slope, Es by exact Hp; field; lra|].
  pose proof (dG_le eps Heps (logit p)) as Hle. rewrite Es in Hle.
  destruct Hle as [Q|Q].
  - right. split; [exact Q|]. destruct (folds_exist beta eps Hbeta Heps Q) as [x1 [x2 [Hf _]]].
    exists x1, x2. split; [exact Hf|]. now apply (no_other_critical beta eps Hbeta Heps x1 x2 Hf).
  - left. split; [exact Q|]. apply (dG_eq_Meps eps Heps). lra.
Qed.

End Branches.
