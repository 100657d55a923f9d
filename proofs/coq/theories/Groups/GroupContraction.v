(** L9.  A bound of the slope of Omega_G in log-odds is a contraction constant of
    the iteration, also without smoothing; the slopes for groups of two, three and
    four. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape Convexity GroupIteration.
Open Scope R_scope.

(** Slope of Omega_G (sigma x) in log-odds: p (1 - p) times the slope in p. *)
Definition slopeG (eps : R) (G : nat) (p : R) : R :=
  var p * ((INR G - 1) / INR G *
    (INR (G - 2) * bern (pred (G - 2)) (fun k => om0 eps G (S (S k)) - om0 eps G (S k)) p)).

Lemma factor_slope eps G x : (2 <= G)%nat ->
  is_derive (fun x => Omega0 eps G (sigma x)) x (slopeG eps G (sigma x)).
Proof.
  intros HG. unfold slopeG, Omega0, factor.
  apply (is_derive_comp (fun p => (INR G - 1) / INR G * bern (G - 2) (fun j => om0 eps G (S j)) p) sigma);
    [|apply sigma_derive].
  apply is_derive_scal. destruct (G - 2)%nat as [|m].
  - simpl. evar_last; [apply is_derive_const|]. unfold zero; simpl. ring.
  - apply bern_derive.
Qed.

(** L9. If |d Omega_G (sigma x) / dx| <= M for all x and beta > M, the log-odds iteration
    converges geometrically to its only fixed point from every start, for every eps >= 0,
    eps = 0 included. *)
Theorem group_contraction G x0 beta eps M : (2 <= G)%nat -> 0 <= eps -> 0 <= M -> M < beta ->
  (forall p, 0 < p < 1 -> Rabs (slopeG eps G p) <= M) ->
  let f x := x0 + Omega0 eps G (sigma x) / beta in
  exists xs, f xs = xs /\ (forall c, f c = c -> c = xs) /\
    forall x n, Rabs (iter f x n - xs) <= (M / beta) ^ n * Rabs (x - xs).
Proof.
  intros HG He HM Hb HS f.
  assert (HL : 0 <= M / beta < 1).
  { split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]|].
    apply Rmult_lt_reg_r with beta; [lra|].
    replace (M / beta * beta) with M by (field; lra). lra. }
  assert (Df : forall x, is_derive f x (slopeG eps G (sigma x) / beta)).
  { intros x. unfold f.
    evar_last.
    { apply (is_derive_plus (fun _ => x0) (fun x => Omega0 eps G (sigma x) / beta)).
      - apply is_derive_const.
      - apply (is_derive_ext (fun x => / beta * Omega0 eps G (sigma x))).
        + intros; unfold Rdiv; apply Rmult_comm.
        + apply is_derive_scal, factor_slope, HG. }
    unfold plus, zero; simpl. unfold Rdiv. ring. }
  assert (Lip : forall x y, Rabs (f x - f y) <= M / beta * Rabs (x - y)).
  { intros x y.
    destruct (MVT_abs f (fun x => slopeG eps G (sigma x) / beta) y x) as [c [E _]].
    - intros c _. apply is_derive_Reals, Df.
    - rewrite E. apply Rmult_le_compat_r; [apply Rabs_pos|].
      unfold Rdiv. rewrite Rabs_mult, (Rabs_right (/ beta))
        by (apply Rle_ge; left; apply Rinv_0_lt_compat; lra).
      apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
      apply HS. split; [apply sigma_pos | apply sigma_lt_1]. }
  (* a fixed point by intermediate values *)
  assert (Bd : forall x, x0 <= f x <= x0 + Omega0 eps G 0 / beta).
  { intros x. assert (S0 := sigma_pos x). assert (S1 := sigma_lt_1 x). unfold f.
    assert (P := Omega0_pos eps G (sigma x) He HG ltac:(lra)).
    destruct (group_factor_shape eps G He HG) as [_ [_ [Mm _]]].
    specialize (Mm (sigma x) ltac:(lra)).
    assert (Ib : 0 < / beta) by (apply Rinv_0_lt_compat; lra). unfold Rdiv.
    assert (0 < Omega0 eps G (sigma x) * / beta) by now apply Rmult_lt_0_compat.
    assert (Omega0 eps G (sigma x) * / beta <= Omega0 eps G 0 * / beta)
      by (apply Rmult_le_compat_r; lra). lra. }
  destruct (fixpt_between f x0 (x0 + Omega0 eps G 0 / beta)) as [xs [_ Exs]].
  { assert (Z := Bd x0). lra. }
  { intros x _. apply continuity_pt_filterlim, (ex_derive_continuous f). eexists. apply Df. }
  { left. split; apply Bd. }
  exists xs. split; [exact Exs|]. split.
  - intros c Ec. destruct (Req_dec c xs) as [E|N]; [exact E|]. exfalso.
    assert (Z := Lip c xs). rewrite Ec, Exs in Z.
    assert (0 < Rabs (c - xs)) by (apply Rabs_pos_lt; lra). nra.
  - intros x n. induction n as [|n IH]; simpl; [lra|].
    rewrite <- Exs at 1. apply Rle_trans with (M / beta * Rabs (iter f x n - xs)); [apply Lip|].
    rewrite Rmult_assoc. apply Rmult_le_compat_l; [apply HL | exact IH].
Qed.

(** L9. Groups of two and three have slope 0: one step reaches the fixed point. *)
Theorem slope_two_three eps p : slopeG eps 2 p = 0 /\ slopeG eps 3 p = 0.
Proof.
  unfold slopeG, om0, v0. simpl. split; [ring|].
  replace ((1 + 1) * 1 / ((1 + 1 + 1) * (1 + 1 + 1))) with
    (1 * (1 + 1) / ((1 + 1 + 1) * (1 + 1 + 1))) by field. ring.
Qed.

(** The slope for groups of four at eps = 0. *)
Lemma slope_four p : slopeG 0 4 p = (2 * sqrt 3 - 3) * (var p * (2 * p - 1)).
Proof.
  unfold slopeG, om0, v0. simpl. rewrite !Rplus_0_r.
  assert (Q3 : 0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  assert (E3 : sqrt 3 * sqrt 3 = 3) by (apply sqrt_sqrt; lra).
  replace (1 * (1 + 1 + 1) / ((1 + 1 + 1 + 1) * (1 + 1 + 1 + 1))) with (3 / (4 * 4)) by field.
  replace ((1 + 1) * (1 + 1) / ((1 + 1 + 1 + 1) * (1 + 1 + 1 + 1))) with (/ 2 * / 2) by field.
  replace ((1 + 1 + 1) * 1 / ((1 + 1 + 1 + 1) * (1 + 1 + 1 + 1))) with (3 / (4 * 4)) by field.
  rewrite sqrt_div_alt, !sqrt_square by lra.
  replace (/ (sqrt 3 / 4)) with (4 / 3 * sqrt 3) by (rewrite <- E3 at 1; field; lra).
  field.
Qed.

(** L9. M_4 = 1/3 - sqrt 3 / 6 at eps = 0, attained at p = 1/2 + 1/(2 sqrt 3). *)
Theorem slope_four_maximum :
  (forall p, 0 < p < 1 -> Rabs (slopeG 0 4 p) <= / 3 - sqrt 3 / 6) /\
  slopeG 0 4 (/ 2 + / (2 * sqrt 3)) = / 3 - sqrt 3 / 6 /\
  0 < / 2 + / (2 * sqrt 3) < 1.
Proof.
  assert (Q3 : 0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  assert (E3 : sqrt 3 * sqrt 3 = 3) by (apply sqrt_sqrt; lra).
  assert (B : 3 / 2 < sqrt 3 < 2) by (split; nra).
  set (s := sqrt 3) in *.
  assert (Is : / (2 * s) = s / 6) by (rewrite <- (Rmult_1_r (/ (2 * s))); apply Rmult_eq_reg_r with (6 * s);
    [field_simplify; [|lra]; nra | nra]).
  split; [|split].
  - (* |u (1 - u^2)| <= 2 / (3 s) for u = 2 p - 1 *)
    intros p Hp. rewrite slope_four. fold s. rewrite Rabs_mult, (Rabs_right (2 * s - 3)) by lra.
    assert (K : Rabs (var p * (2 * p - 1)) <= s / 18).
    { apply Rabs_le. unfold var. set (u := 2 * p - 1).
      replace (p * (1 - p)) with ((1 - u * u) / 4) by (unfold u; field).
      assert (Hu : -1 < u < 1) by (unfold u; lra).
      (* s/18 - u (1 - u^2)/4 = (s u - 1)^2 (s u + 2) / (12 s) *)
      assert (A1 : 0 <= (s * u - 1) * (s * u - 1) * (s * u + 2)).
      { apply Rmult_le_pos; [apply Rle_0_sqr | nra]. }
      assert (A2 : 0 <= (s * u + 1) * (s * u + 1) * (2 - s * u)).
      { apply Rmult_le_pos; [apply Rle_0_sqr | nra]. }
      assert (C : s * s * s = 3 * s) by (rewrite E3; ring).
      assert (C3 : s * s * s * (u * u * u) = 3 * s * (u * u * u)) by (rewrite C; ring).
      assert (X1 : (s * u - 1) * (s * u - 1) * (s * u + 2) = s * s * s * (u * u * u) - 3 * (s * u) + 2) by ring.
      assert (X2 : (s * u + 1) * (s * u + 1) * (2 - s * u) = - (s * s * s * (u * u * u)) + 3 * (s * u) + 2) by ring.
      rewrite X1, C3 in A1. rewrite X2, C3 in A2.
      assert (S2 : s * (s / 18) = / 6) by (unfold Rdiv; rewrite <- Rmult_assoc, E3; field).
      split; apply Rmult_le_reg_l with s; try lra; nra. }
    apply Rle_trans with ((2 * s - 3) * (s / 18)).
    + apply Rmult_le_compat_l; lra.
    + right. replace ((2 * s - 3) * (s / 18)) with (s * s / 9 - s / 6) by field. rewrite E3. field.
  - rewrite slope_four. fold s. rewrite Is. unfold var.
    replace ((2 * s - 3) * ((/ 2 + s / 6) * (1 - (/ 2 + s / 6)) * (2 * (/ 2 + s / 6) - 1)))
      with ((2 * s - 3) * (s / 3) * (/ 4 - s * s / 36)) by field.
    rewrite E3. replace ((2 * s - 3) * (s / 3) * (/ 4 - 3 / 36)) with (s * s / 9 - s / 6) by field.
    rewrite E3. field.
  - rewrite Is. lra.
Qed.

(** L9 (control). No smaller bound of the slope holds for groups of four. *)
Theorem slope_four_control M : M < / 3 - sqrt 3 / 6 ->
  ~ (forall p, 0 < p < 1 -> Rabs (slopeG 0 4 p) <= M).
Proof.
  intros HM H. destruct slope_four_maximum as [_ [E Hp]].
  specialize (H _ Hp). rewrite E in H. assert (Z := Rle_abs (/ 3 - sqrt 3 / 6)). lra.
Qed.
