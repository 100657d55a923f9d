(** Universal thresholds and the number of fixed points for the recurrence with advantage
    (r - p) / (sqrt s + e): the constants p_u and p_j of the other convention hold here too,
    because g~ >= 2 coth (x/2) g~' on x > 0 for every e >= 0. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence Folds UniversalThreshold.
From GrpoProofs.Whitening Require NoJump FixedPoints JumpTest.
From GrpoProofs.StdPlusEps Require Import Gain Slope GlobalConvergence Orbits
  NonConvergence.
Open Scope R_scope.

Lemma std_steep_ratio e : 0 <= e -> steep_ratio (Wstd e) (dGstd e).
Proof.
  intros He x Hx. change (2 * coth (x / 2) * dGstd e x <= Gstd e x).
  rewrite (Gstd_closed e He). unfold dGstd, coth.
  pose proof (Nstd_pos e He x) as N. pose proof (sinh_pos (x / 2) ltac:(lra)) as S.
  pose proof (cosh_pos (x / 2)) as C.
  set (n := Nstd e x) in *. set (c := cosh (x / 2)) in *. set (s := sinh (x / 2)) in *.
  clearbody n c s.
  replace (2 * (c / s) * (s / (n * n))) with (2 * c / n * / n) by (field; lra).
  rewrite <- (Rmult_1_r (2 * c / n)) at 2. apply Rmult_le_compat_l.
  - left. apply Rdiv_lt_0_compat; lra.
  - rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.

(** H14 (as F8). If p_ref >= p_u = 1 / (1 + (1 + sqrt 2)^2 exp (2 sqrt 2)), then p_n converges
    for every beta > 0 and every e >= 0: to a fixed point of h~, or to 1 if e = 0. *)
Theorem std_universal_convergence_threshold pref beta e : p_u <= pref < 1 -> 0 < beta -> 0 <= e ->
  let p := iter (hstd pref beta e) pref in
  ex_finite_lim_seq p /\
  ((exists c, fixpt (hstd pref beta e) c /\ is_lim_seq p c) \/ (e = 0 /\ is_lim_seq p 1)).
Proof.
  intros Hpu Hb He p.
  destruct (universal_convergence_threshold (Wstd e) (dGstd e) beta (std_whitening e He)
    (std_steep_ratio e He) Hb pref Hpu) as [C1 C2].
  assert (C : (exists c, fixpt (hstd pref beta e) c /\ is_lim_seq p c) \/ (e = 0 /\ is_lim_seq p 1)).
  { destruct He as [P | E].
    - left. apply C1; [now apply Wstd_bounded | now apply dGstd_slopes_twice].
    - destruct C2 as [C | C]; [now apply dGstd_slopes_once | now left | right; split; auto]. }
  split; [|exact C]. destruct C as [[c [_ L]] | [_ L]]; [exists c | exists 1]; exact L.
Qed.

(** H14 (as F9). If p_ref >= p_j = sigma (- b1), b1 > 0 with b1 tanh (b1/2) = 1, then for every
    beta > 0, e >= 0 the limit is the lowest fixed point, or 1 if e = 0 and there is none. *)
Theorem std_universal_no_jump_threshold b1 pref beta e :
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref < 1 -> 0 < beta -> 0 <= e ->
  let p := iter (hstd pref beta e) pref in
  (exists c, lowest (hstd pref beta e) c /\ is_lim_seq p c) \/
  (e = 0 /\ (forall d, ~ fixpt (hstd pref beta e) d) /\ is_lim_seq p 1).
Proof.
  intros Hb1 Tb1 Hj Hb He p.
  destruct (NoJump.universal_no_jump_threshold (Wstd e) (dGstd e) b1 pref beta
    (std_whitening e He) (std_steep_ratio e He) Hb1 Tb1 Hj Hb) as [C | [N L]]; [now left | right].
  split; [|exact L]. destruct He as [P | E]; [|now symmetry]. now destruct (N (Wstd_bounded e P)).
Qed.

(** H14 (as F9, monotonicity). Above p_j the limit is non-decreasing in p_ref and
    non-increasing in beta and in e. *)
Theorem std_no_jump_limit_monotone b1 pref pref' beta beta' e e' (l l' : R) :
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref -> pref <= pref' -> pref' < 1 ->
  0 < beta' <= beta -> 0 <= e' <= e ->
  is_lim_seq (iter (hstd pref beta e) pref) l -> is_lim_seq (iter (hstd pref' beta' e') pref') l' ->
  l <= l'.
Proof.
  intros Hb1 Tb1 Hj Hpp Hp1 Hb He L L'.
  assert (He1 : 0 <= e) by lra. assert (He2 : 0 <= e') by lra.
  apply (NoJump.no_jump_limit_monotone (Wstd e) (dGstd e) (Wstd e') (dGstd e')
    b1 pref pref' beta beta' l l' (std_whitening e He1) (std_steep_ratio e He1)
    (std_whitening e' He2) (std_steep_ratio e' He2)); auto.
  intros p Hp. unfold Wstd. pose proof (sqrt_lt_R0 _ (var_pos p Hp)).
  apply Rinv_le_contravar; lra.
Qed.

(** H14 (as D3). For beta >= M_e, psi~ x = x - G~ x / beta is strictly increasing and h~ has
    exactly one fixed point, for every p_ref. *)
Theorem std_one_fixed_point_large_beta beta e : 0 < beta -> 0 < e -> Mstd e <= beta ->
  (forall x y, x < y -> psiW (Wstd e) beta x < psiW (Wstd e) beta y) /\
  (forall pref, 0 < pref < 1 -> FixedPoints.nfix (hstd pref beta e) 1).
Proof.
  intros Hb Pe HM.
  assert (Inc : forall x y, x < y -> psiW (Wstd e) beta x < psiW (Wstd e) beta y).
  { intros x y Hxy. change (x - Gstd e x / beta < y - Gstd e y / beta).
    pose proof (Gstd_lipschitz e Pe x y ltac:(lra)) as L.
    rewrite (Rabs_left (x - y)) in L by lra. apply Rabs_def2 in L.
    assert (Mstd e * (y - x) <= beta * (y - x)) by (apply Rmult_le_compat_r; lra).
    assert (Gstd e y / beta - Gstd e x / beta < y - x); [|lra].
    apply (Rmult_lt_reg_r beta); [exact Hb|].
    replace ((Gstd e y / beta - Gstd e x / beta) * beta) with (Gstd e y - Gstd e x) by (field; lra).
    lra. }
  split; [exact Inc|].
  exact (FixedPoints.one_fixed_point (Wstd e) (dGstd e) beta (std_whitening e (Rlt_le _ _ Pe))
    (std_smoothed e Pe) Hb Inc).
Qed.

(** H14 (as D3). For beta < M_e, psi~ increases up to x1, decreases on [x1, x2] and increases
    from x2 on, 0 < x1 < x2; h~ has 3 fixed points iff psi~ x2 < x0 < psi~ x1, 2 iff x0 is
    psi~ x1 or psi~ x2, and 1 otherwise (x0 = logit p_ref). *)
Theorem std_number_of_fixed_points_small_beta beta e : 0 < beta -> 0 < e -> beta < Mstd e ->
  let psi := psiW (Wstd e) beta in
  exists x1 x2, 0 < x1 < x2 /\
    (forall x y, x < y -> y <= x1 -> psi x < psi y) /\
    (forall x y, x1 <= x -> x < y -> y <= x2 -> psi y < psi x) /\
    (forall x y, x2 <= x -> x < y -> psi x < psi y) /\
    (forall pref, 0 < pref < 1 ->
       (FixedPoints.nfix (hstd pref beta e) 3 <-> psi x2 < logit pref < psi x1) /\
       (FixedPoints.nfix (hstd pref beta e) 2 <-> logit pref = psi x1 \/ logit pref = psi x2) /\
       (FixedPoints.nfix (hstd pref beta e) 1 <-> logit pref < psi x2 \/ psi x1 < logit pref)).
Proof.
  intros Hb Pe HM psi. destruct (top_exists e Pe) as (z & Pz & _ & Ez).
  apply (FixedPoints.number_of_fixed_points (Wstd e) (dGstd e) beta
    (std_whitening e (Rlt_le _ _ Pe)) (std_smoothed e Pe) Hb z Pz). lra.
Qed.

(** H14 (as F7). Let y = - x0, x1 < x2 the folds (G~' = beta, the fold equation), b the fixed
    point with x1 <= b <= x2. Jump (y > b) iff y > x2, or x1 < y <= x2 and G~ y > 2 beta y. With
    c >= x2 the upper fixed point (it exists): p_1 > 1 - p_ref and y > x1 iff b < y < c; hence
    jump iff y > x2, or y > x1 and p_1 > 1 - p_ref. *)
Theorem std_jump_test pref beta e x1 x2 b : 0 < pref < 1 -> 0 < beta -> 0 < e ->
  let x0 := logit pref in let y := - x0 in
  0 < x1 < x2 -> dGstd e x1 = beta -> dGstd e x2 = beta ->
  x1 <= b <= x2 -> fixpt (Fstd x0 beta e) b ->
  (b < y <-> (x2 < y \/ (x1 < y <= x2 /\ 2 * beta * y < Gstd e y))) /\
  (exists c, x2 <= c /\ fixpt (Fstd x0 beta e) c /\
     (1 - pref < hstd pref beta e pref /\ x1 < y <-> b < y < c)) /\
  (b < y <-> (x2 < y \/ (x1 < y /\ 1 - pref < hstd pref beta e pref))).
Proof.
  intros Hp Hb Pe x0 y H12 E1 E2 Hb12 Fb.
  exact (JumpTest.jump_test (Wstd e) (dGstd e) pref beta (std_whitening e (Rlt_le _ _ Pe))
    (std_smoothed e Pe) Hp Hb x1 x2 b (conj H12 (conj E1 E2)) Hb12 Fb).
Qed.

(** H14 (as F7, position of b). For a fixed point a < 0 the next fixed point b, if there is one,
    lies between the folds, which exist in that case. *)
Theorem std_second_fixpt_on_middle_branch x0 beta e a b : 0 < beta -> 0 < e ->
  fixpt (Fstd x0 beta e) a -> a < 0 -> next_fixpt (Fstd x0 beta e) a b ->
  exists x1 x2, 0 < x1 < x2 /\ dGstd e x1 = beta /\ dGstd e x2 = beta /\ x1 <= b <= x2.
Proof.
  intros Hb Pe Fa Ha Nb. set (HW := std_whitening e (Rlt_le _ _ Pe)).
  assert (HM : beta < Mstd e).
  { apply Rnot_le_lt. intros HM. destruct (std_one_fixed_point_large_beta beta e Hb Pe HM) as [Inc _].
    destruct Nb as [Fb [Hab _]]. specialize (Inc a b Hab).
    apply (fixpt_psi (Wstd e) beta) in Fa. apply (fixpt_psi (Wstd e) beta) in Fb. lra. }
  destruct (top_exists e Pe) as (z & Pz & _ & Ez). rewrite <- Ez in HM.
  destruct (folds_exist _ _ beta HW Hb (std_smoothed e Pe) z Pz HM) as (x1 & x2 & Fo & _).
  exists x1, x2. destruct (JumpTest.second_fixpt_on_middle_branch _ _ x0 beta a b x1 x2 HW
    (std_smoothed e Pe) Hb Fo Fa Ha Nb). destruct Fo as (F1 & F2 & F3). auto.
Qed.
