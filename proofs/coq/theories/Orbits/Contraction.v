(** F3: for eps > 0 and beta >= M_eps every orbit converges to the unique fixed point,
    geometrically if beta > M_eps.  F14: one step preserves the order of prompts iff
    beta >= M_eps; for eps = 0 it never does. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Variants Require Import Maps.
From GrpoProofs.Orbits Require Import IterLemmas Coppel GeometricRate LowFixpt Success.
Open Scope R_scope.

Section Contraction.
Variables x0 beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis Pe : 0 < eps.
Let f := F x0 beta eps.
Let L := Meps eps / beta.
Let He : 0 <= eps := Rlt_le _ _ Pe.

Lemma F_diff : forall x y, Rabs (f x - f y) = Rabs (G eps x - G eps y) / beta.
Proof.
  intros. replace (f x - f y) with ((G eps x - G eps y) * / beta) by (unfold f, F; field; lra).
  rewrite Rabs_mult, (Rabs_pos_eq (/ beta)); [reflexivity|]. left. now apply Rinv_0_lt_compat.
Qed.

Lemma F_lipschitz : forall x y, Rabs (f x - f y) <= L * Rabs (x - y).
Proof.
  intros. rewrite F_diff. unfold L.
  replace (Meps eps / beta * Rabs (x - y)) with (Meps eps * Rabs (x - y) / beta) by (field; lra).
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | now apply G_lipschitz].
Qed.

Hypothesis HM : Meps eps <= beta.

Lemma F_nonexpansive : forall x y, x <> y -> Rabs (f x - f y) < Rabs (x - y).
Proof.
  intros x y Ne. rewrite F_diff. apply Rmult_lt_reg_r with beta; [exact Hb|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  apply Rlt_le_trans with (Meps eps * Rabs (x - y)); [now apply G_lipschitz_strict|].
  rewrite (Rmult_comm (Rabs (x - y))). apply Rmult_le_compat_r; [apply Rabs_pos | exact HM].
Qed.

Lemma contraction_unique : forall c d, fixpt f c -> fixpt f d -> c = d.
Proof.
  intros c d Fc Fd. apply NNPP. intro Ne. assert (Z := F_nonexpansive c d Ne).
  rewrite Fc, Fd in Z. lra.
Qed.

Lemma contraction_converges : forall x, exists c, fixpt f c /\ is_lim_seq (iter f x) c.
Proof.
  intro x. set (u := x0 + 1 / (beta * sqrt eps)).
  assert (Inv : forall y, x0 <= f y <= u).
  { intro y. split; left; [now apply F_gt | now apply F_upper]. }
  destruct (coppel f x0 u) with (x := f x) as [c [_ [Fc Lc]]].
  - intros. now apply f_cont.
  - intros. apply Inv.
  - intros y _ E. apply NNPP. intro Ne. assert (Z := F_nonexpansive (f y) y Ne).
    rewrite E in Z. rewrite Rabs_minus_sym in Z. lra.
  - apply Inv.
  - exists c. split; [exact Fc|]. apply (is_lim_seq_incr_1 (iter f x)).
    apply is_lim_seq_ext with (iter f (f x)); [intro n; symmetry; apply iter_shift | exact Lc].
Qed.

End Contraction.

(** F3. eps > 0 and beta >= M_eps: there is exactly one fixed point and every orbit of F
    (in log-odds, from every start) converges to it; if beta > M_eps, with L = M_eps / beta,
    |x_n - x_star| <= L^n |x_0 - x_star| and |x_n - x_star| <= L^n / (1 - L) |x_1 - x_0|. *)
Theorem global_contraction : forall x0 beta eps, 0 < beta -> 0 < eps -> Meps eps <= beta ->
  let f := F x0 beta eps in let L := Meps eps / beta in
  exists xs, fixpt f xs /\ (forall c, fixpt f c -> c = xs) /\
    (forall x, is_lim_seq (iter f x) xs) /\
    (Meps eps < beta -> forall x n,
       Rabs (iter f x n - xs) <= L ^ n * Rabs (x - xs) /\
       Rabs (iter f x n - xs) <= L ^ n / (1 - L) * Rabs (iter f x 1 - x)).
Proof.
  intros x0 beta eps Hb Pe HM f L.
  destruct (contraction_converges x0 beta eps Hb Pe HM 0) as [xs [Fx _]].
  exists xs. split; [exact Fx|]. split; [|split].
  - intros c Fc. now apply (contraction_unique x0 beta eps Hb Pe HM).
  - intro x. destruct (contraction_converges x0 beta eps Hb Pe HM x) as [c [Fc Lc]].
    now rewrite (contraction_unique x0 beta eps Hb Pe HM xs c Fx Fc).
  - intros HM' x n. apply geometric_rate; [|apply F_lipschitz; assumption | exact Fx]. unfold L. split.
    + left. apply Rdiv_lt_0_compat; [now apply Meps_pos | exact Hb].
    + apply Rmult_lt_reg_r with beta; [exact Hb|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(** F3 for probabilities: every start p in [0,1] leads to the unique fixed point of h. *)
Theorem global_convergence_of_success : forall pref beta eps,
  0 < pref < 1 -> 0 < beta -> 0 < eps -> Meps eps <= beta ->
  exists ps, 0 < ps < 1 /\ fixpt (h pref beta eps) ps /\
    (forall d, fixpt (h pref beta eps) d -> d = ps) /\
    forall p, 0 <= p <= 1 -> is_lim_seq (iter (h pref beta eps) p) ps.
Proof.
  intros pref beta eps Hp Hb Pe HM.
  destruct (global_contraction (logit pref) beta eps Hb Pe HM) as [xs [Fx [Un [Cv _]]]].
  exists (sigma xs). repeat split; try apply sigma_pos; try apply sigma_lt_1.
  - now apply fixpt_x.
  - intros d Fd. destruct (fixpt_p pref beta eps Hp d Fd) as [Fl [_ E]].
    rewrite <- E. f_equal. now apply Un.
  - intros p _. set (q := h pref beta eps p).
    assert (Hq : 0 < q < 1) by now apply h_range.
    apply (is_lim_seq_incr_1 (iter (h pref beta eps) p)).
    apply is_lim_seq_ext with (fun n => sigma (iter (F (logit pref) beta eps) (logit q) n)).
    + intro n. rewrite sigma_iter_F, sigma_logit by assumption. symmetry. apply iter_shift.
    + apply lim_sigma, Cv.
Qed.

(** ** F14 *)

(** One step from p_0 = p_ref: the reference and the mirror iteration agree. *)
Lemma first_step_mirror : forall beta eps q, 0 < q < 1 ->
  h q beta eps q = sigma (mirror beta eps (logit q)).
Proof.
  intros beta eps q Hq. unfold mirror. rewrite <- (sigma_logit q Hq) at 2.
  rewrite <- sigma_F by assumption. reflexivity.
Qed.

Lemma mirror_increasing_iff : forall beta eps, 0 < beta -> 0 < eps ->
  (forall x y, x < y -> mirror beta eps x < mirror beta eps y) <-> Meps eps <= beta.
Proof.
  intros beta eps Hb Pe. split.
  - intro Inc. apply Rnot_lt_le. intro N.
    apply (G_lipschitz_constant_sharp eps Pe beta N).
    assert (S : forall x y, x < y -> Rabs (G eps x - G eps y) <= beta * Rabs (x - y)).
    { intros x y Hxy. assert (A := Inc x y Hxy). assert (B := Inc (- y) (- x) ltac:(lra)).
      unfold mirror in A, B. rewrite !G_opp in B.
      rewrite (Rabs_left (x - y)) by lra.
      assert (A' : G eps x / beta - G eps y / beta < y - x) by lra.
      assert (B' : G eps y / beta - G eps x / beta < y - x) by lra.
      apply Rmult_lt_compat_r with (r := beta) in A'; [|exact Hb].
      apply Rmult_lt_compat_r with (r := beta) in B'; [|exact Hb].
      replace ((G eps x / beta - G eps y / beta) * beta) with (G eps x - G eps y) in A' by (field; lra).
      replace ((G eps y / beta - G eps x / beta) * beta) with (G eps y - G eps x) in B' by (field; lra).
      apply Rabs_le. lra. }
    intros x y. destruct (Rtotal_order x y) as [Q|[->|Q]].
    + now apply S.
    + rewrite !Rminus_eq_0, Rabs_R0. lra.
    + rewrite Rabs_minus_sym, (Rabs_minus_sym x). now apply S.
  - intros HM x y Hxy. unfold mirror.
    assert (Z := G_lipschitz_strict eps Pe x y ltac:(lra)).
    rewrite (Rabs_left (x - y)) in Z by lra. assert (Q := Rle_abs (G eps x - G eps y)).
    assert (G eps x - G eps y < beta * (y - x)) by nra.
    assert (G eps x / beta - G eps y / beta < y - x); [|lra].
    apply Rmult_lt_reg_r with beta; [exact Hb|].
    replace ((G eps x / beta - G eps y / beta) * beta) with (G eps x - G eps y) by (field; lra). lra.
Qed.

(** F14, eps > 0. p_1 as a function of p_ref = p_0 (reference and mirror KL give the same
    p_1) is strictly increasing on (0,1) iff beta >= M_eps. *)
Theorem first_step_preserves_order_iff : forall beta eps, 0 < beta -> 0 < eps ->
  (forall q, 0 < q < 1 -> h q beta eps q = sigma (mirror beta eps (logit q))) /\
  ((forall q r, 0 < q -> q < r -> r < 1 -> h q beta eps q < h r beta eps r) <-> Meps eps <= beta).
Proof.
  intros beta eps Hb Pe. split; [intros; now apply first_step_mirror|].
  rewrite <- (mirror_increasing_iff beta eps Hb Pe). split; intro H.
  - intros x y Hxy. apply sigma_lt_iff.
    assert (A := sigma_pos x). assert (B := sigma_lt_1 y). assert (C := sigma_increasing _ _ Hxy).
    rewrite <- (logit_sigma x), <- (logit_sigma y), <- !first_step_mirror by lra. now apply H.
  - intros q r Hq Hqr Hr. rewrite !first_step_mirror by lra.
    apply sigma_increasing, H. now apply logit_increasing.
Qed.

Lemma unsmoothed_far_left : forall beta t, 0 < beta -> 12 * beta <= t -> t <= mirror beta 0 (- (2 * t)).
Proof.
  intros beta t Hb Ht. unfold mirror. rewrite G_opp, G_closed by lra.
  replace (1 + 4 * 0 * (cosh (2 * t / 2) * cosh (2 * t / 2))) with 1 by ring.
  rewrite sqrt_1. replace (2 * t / 2) with t by field.
  assert (E : t * t / 4 <= exp t).
  { replace t with (t / 2 + t / 2) at 3 by field. rewrite exp_plus.
    assert (Z := exp_ineq1_le (t / 2)). nra. }
  assert (C : t * t / 4 <= 2 * cosh t).
  { unfold cosh. assert (Z := exp_pos (- t)). lra. }
  assert (D : 3 * t <= 2 * cosh t / 1 / beta).
  { apply Rmult_le_reg_r with beta; [exact Hb|].
    replace (2 * cosh t / 1 / beta * beta) with (2 * cosh t) by (field; lra). nra. }
  lra.
Qed.

(** F14, eps = 0. p_1 tends to 1 as p_ref tends to 0, so the order is never preserved. *)
Theorem first_step_unsmoothed : forall beta, 0 < beta ->
  filterlim (fun q => h q beta 0 q) (at_right 0) (locally 1) /\
  ~ (forall q r, 0 < q -> q < r -> r < 1 -> h q beta 0 q < h r beta 0 r).
Proof.
  intros beta Hb.
  assert (Near : forall e, 0 < e -> exists d, 0 < d < / 2 /\ forall q, 0 < q < d -> 1 - e < h q beta 0 q < 1).
  { intros e Pe. set (T := Rmax (12 * beta) (/ e)).
    assert (T1 := Rmax_l (12 * beta) (/ e)). assert (T2 := Rmax_r (12 * beta) (/ e)). fold T in T1, T2.
    assert (Ie : 0 < / e) by now apply Rinv_0_lt_compat.
    exists (sigma (- (2 * T))). split.
    - split; [apply sigma_pos|]. apply sigma_lt_half. lra.
    - intros q Hq. assert (Hq1 : 0 < q < 1) by (assert (Z := sigma_lt_1 (- (2 * T))); lra).
      rewrite first_step_mirror by exact Hq1. split; [|apply sigma_lt_1].
      assert (Lq : logit q < - (2 * T)). { apply sigma_lt_iff. rewrite sigma_logit; lra. }
      set (t := - logit q / 2). assert (Ht : T < t) by (unfold t; lra).
      replace (logit q) with (- (2 * t)) by (unfold t; field).
      assert (Z := unsmoothed_far_left beta t Hb ltac:(lra)).
      set (y := mirror beta 0 (- (2 * t))) in *.
      assert (N := sigma_near_1 y ltac:(lra)).
      assert (/ y < e). { rewrite <- (Rinv_inv e). apply Rinv_lt_contravar; nra. }
      lra. }
  split.
  - intros P [e He]. destruct (Near e (cond_pos e)) as [d [Hd H]].
    exists (mkposreal d ltac:(lra)). intros q Bq Pq. apply He.
    unfold ball in *; simpl in *; unfold AbsRing_ball, abs, minus, plus, opp in *; simpl in *.
    apply Rabs_def2 in Bq. assert (Z := H q ltac:(lra)). apply Rabs_def1; lra.
  - intro Inc. assert (R := h_range (/ 2) beta 0 ltac:(lra) (/ 2)).
    destruct (Near (1 - h (/ 2) beta 0 (/ 2)) ltac:(lra)) as [d [Hd H]].
    assert (Z := H (d / 2) ltac:(lra)). assert (Q := Inc (d / 2) (/ 2) ltac:(lra) ltac:(lra) ltac:(lra)). lra.
Qed.
