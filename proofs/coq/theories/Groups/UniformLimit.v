(** L6.  With smoothing the limit of large groups is uniform on [0, 1]. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape Convexity GroupLimit.
Open Scope R_scope.

Lemma bern_abs n f p : 0 <= p <= 1 -> Rabs (bern n f p) <= bern n (fun k => Rabs (f k)) p.
Proof.
  intros Hp. apply Rabs_le. split.
  - replace (- bern n (fun k => Rabs (f k)) p) with (bern n (fun k => -1 * Rabs (f k)) p)
      by (rewrite bern_scal; ring).
    apply bern_le; [exact Hp|]. intros k _. assert (Z := Rle_abs (- f k)). rewrite Rabs_Ropp in Z. lra.
  - apply bern_le; [exact Hp|]. intros k _. apply Rle_abs.
Qed.

(** The factor is Lipschitz when eps > 0. *)
Lemma Omega_lipschitz eps x y : 0 < eps -> 0 <= x <= 1 -> 0 <= y <= 1 ->
  Rabs (Omega eps x - Omega eps y) <= / (eps * sqrt eps) * Rabs (x - y).
Proof.
  intros He Hx Hy. unfold Omega.
  assert (Vx : 0 <= var x) by (unfold var; apply Rmult_le_pos; lra).
  assert (Vy : 0 <= var y) by (unfold var; apply Rmult_le_pos; lra).
  assert (Qe : 0 < sqrt eps) by now apply sqrt_lt_R0.
  assert (Ee : sqrt eps * sqrt eps = eps) by (apply sqrt_sqrt; lra).
  assert (Lx : sqrt eps <= sqrt (var x + eps)) by (apply sqrt_le_1_alt; lra).
  assert (Ly : sqrt eps <= sqrt (var y + eps)) by (apply sqrt_le_1_alt; lra).
  assert (Ex : sqrt (var x + eps) * sqrt (var x + eps) = var x + eps) by (apply sqrt_sqrt; lra).
  assert (Ey : sqrt (var y + eps) * sqrt (var y + eps) = var y + eps) by (apply sqrt_sqrt; lra).
  set (a := sqrt (var x + eps)) in *. set (b := sqrt (var y + eps)) in *. set (s := sqrt eps) in *.
  assert (V : Rabs (var x - var y) <= Rabs (x - y)).
  { replace (var x - var y) with ((x - y) * (1 - x - y)) by (unfold var; ring).
    rewrite Rabs_mult. rewrite <- (Rmult_1_r (Rabs (x - y))) at 2.
    apply Rmult_le_compat_l; [apply Rabs_pos|]. apply Rabs_le. lra. }
  assert (P : 0 < a * b * (a + b)) by (repeat apply Rmult_lt_0_compat; lra).
  replace (/ a - / b) with ((var y - var x) * / (a * b * (a + b))).
  2:{ replace (var y - var x) with (b * b - a * a) by lra. field. repeat split; lra. }
  rewrite Rabs_mult, (Rabs_right (/ (a * b * (a + b))))
    by (apply Rle_ge; left; now apply Rinv_0_lt_compat).
  rewrite Rabs_minus_sym, Rmult_comm.
  apply Rmult_le_compat; [left; now apply Rinv_0_lt_compat | apply Rabs_pos | | exact V].
  apply Rinv_le_contravar; [rewrite <- Ee; repeat apply Rmult_lt_0_compat; lra|].
  rewrite <- Ee. apply Rmult_le_compat; [apply Rmult_le_pos; lra | lra | | lra].
  apply Rmult_le_compat; lra.
Qed.

(** Mean square distance of (J + 1) / G from p, J binomial with n = G - 2 trials. *)
Lemma shifted_square_error n p : 0 <= p <= 1 ->
  bern n (fun j => (INR (S j) / INR (S (S n)) - p) * (INR (S j) / INR (S (S n)) - p)) p
  <= / INR (S (S n)).
Proof.
  intros Hp. set (G := INR (S (S n))).
  assert (HG : G = INR n + 2) by (unfold G; rewrite !S_INR; ring).
  assert (Hn : 0 <= INR n) by apply pos_INR.
  rewrite (bern_ext n _ (fun j => / (G * G) * (INR j * INR j)
     + ((2 * (1 - G * p) / (G * G)) * (INR j * 1) + (1 - G * p) * (1 - G * p) / (G * G)))).
  2:{ intros j _. rewrite S_INR. field. lra. }
  rewrite !bern_plus, !bern_scal, bern_const.
  assert (E1 : bern n (fun k => INR k * 1) p = INR n * p).
  { destruct n as [|m]; [simpl; ring|]. rewrite (bern_success m (fun _ => 1)), bern_const. ring. }
  assert (E2 : bern n (fun k => INR k * INR k) p = INR n * p * (1 + (INR n - 1) * p)).
  { destruct n as [|m]; [simpl; ring|]. rewrite (bern_success m INR).
    rewrite (bern_ext m (fun k => INR (S k)) (fun k => INR k * 1 + 1))
      by (intros; rewrite S_INR; ring).
    rewrite bern_plus, bern_const.
    assert (E3 : bern m (fun k => INR k * 1) p = INR m * p).
    { destruct m as [|l]; [simpl; ring|]. rewrite (bern_success l (fun _ => 1)), bern_const. ring. }
    rewrite E3, (S_INR m). ring. }
  rewrite E1, E2.
  apply Rmult_le_reg_r with (G * G); [nra|].
  replace (/ G * (G * G)) with G by (field; lra).
  replace ((_ + _) * (G * G)) with (INR n * (p * (1 - p)) + (1 - 2 * p) * (1 - 2 * p))
    by (rewrite HG; field; lra).
  assert (p * (1 - p) <= 1) by nra. assert ((1 - 2 * p) * (1 - 2 * p) <= 1) by nra. nra.
Qed.

(** L6. For eps > 0 the convergence is uniform on [0, 1], at the rate 1 / sqrt G. *)
Theorem group_factor_uniform_limit eps G p : 0 < eps -> (2 <= G)%nat -> 0 <= p <= 1 ->
  Rabs (Omega0 eps G p - Omega eps p) <= (/ (eps * sqrt eps) + / sqrt eps) / sqrt (INR G).
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG).
  destruct G as [|[|n]]; try lia. set (G := INR (S (S n))) in *.
  assert (Qe : 0 < sqrt eps) by now apply sqrt_lt_R0.
  assert (QG : 0 < sqrt G) by (apply sqrt_lt_R0; lra).
  assert (EG : sqrt G * sqrt G = G) by (apply sqrt_sqrt; lra).
  assert (IG : / G = / sqrt G * / sqrt G) by (rewrite <- Rinv_mult, EG; reflexivity).
  set (L := / (eps * sqrt eps)). assert (PL : 0 < L) by (apply Rinv_0_lt_compat; nra).
  set (f := fun j => Omega eps (INR (S j) / G)).
  assert (EO : Omega0 eps (S (S n)) p = (G - 1) / G * bern n f p).
  { unfold Omega0, factor. cbn [Nat.sub]. rewrite Nat.sub_0_r. fold G. f_equal.
    apply bern_ext. intros j Hj. unfold f. rewrite om0_Omega by lia. reflexivity. }
  assert (D : Rabs (bern n f p - Omega eps p) <= L / sqrt G).
  { rewrite <- (bern_const n (Omega eps p) p), <- bern_minus.
    apply Rle_trans with (1 := bern_abs n _ p Hp).
    apply Rle_trans with (bern n (fun j => L * (/ (2 * sqrt G)
       + sqrt G / 2 * ((INR (S j) / G - p) * (INR (S j) / G - p)))) p).
    - apply bern_le; [exact Hp|]. intros j Hj. unfold f.
      assert (Hj' : 0 <= INR (S j) / G <= 1).
      { assert (INR (S j) <= G) by (unfold G; apply le_INR; lia).
        assert (0 <= INR (S j)) by apply pos_INR.
        split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]|].
        apply Rmult_le_reg_r with G; [lra|].
        replace (INR (S j) / G * G) with (INR (S j)) by (field; lra). lra. }
      apply Rle_trans with (1 := Omega_lipschitz eps _ p He Hj' Hp). fold L.
      apply Rmult_le_compat_l; [lra|].
      set (y := INR (S j) / G - p).
      assert (Sq : Rabs y * Rabs y = y * y) by (rewrite <- Rabs_mult; apply Rabs_right, Rle_ge, Rle_0_sqr).
      rewrite <- Sq. set (z := Rabs y).
      assert (0 <= (sqrt G * z - 1) * (sqrt G * z - 1)) by apply Rle_0_sqr.
      apply Rmult_le_reg_l with (2 * sqrt G); [lra|].
      replace (2 * sqrt G * (/ (2 * sqrt G) + sqrt G / 2 * (z * z)))
        with (1 + sqrt G * z * (sqrt G * z)) by (field; lra). lra.
    - rewrite bern_scal, bern_plus, bern_const, bern_scal. unfold Rdiv.
      apply Rmult_le_compat_l; [lra|].
      assert (Z := shifted_square_error n p Hp). fold G in Z.
      apply (Rmult_le_compat_l (sqrt G / 2)) in Z; [|lra].
      replace (sqrt G / 2 * / G) with (/ (2 * sqrt G)) in Z
        by (rewrite IG; field; lra).
      replace (/ sqrt G) with (/ (2 * sqrt G) + / (2 * sqrt G)) by (field; lra).
      unfold Rdiv in *. lra. }
  assert (Vp : 0 <= var p) by (unfold var; apply Rmult_le_pos; lra).
  assert (OU : 0 < Omega eps p <= / sqrt eps).
  { unfold Omega. split; [apply Rinv_0_lt_compat, sqrt_lt_R0; lra|].
    apply Rinv_le_contravar; [exact Qe|]. apply sqrt_le_1_alt. lra. }
  rewrite EO. replace ((G - 1) / G * bern n f p - Omega eps p)
    with ((G - 1) / G * (bern n f p - Omega eps p) + - (Omega eps p / G)) by (field; lra).
  apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_Ropp, Rabs_mult.
  assert (C : 0 <= (G - 1) / G <= 1).
  { split; [apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]|].
    apply Rmult_le_reg_r with G; [lra|]. replace ((G - 1) / G * G) with (G - 1) by (field; lra). lra. }
  rewrite (Rabs_right ((G - 1) / G)) by lra.
  assert (Rabs (Omega eps p / G) <= / sqrt eps / sqrt G).
  { rewrite Rabs_right by (apply Rle_ge, Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]).
    unfold Rdiv. apply Rmult_le_compat; [lra | left; apply Rinv_0_lt_compat; lra | lra |].
    apply Rinv_le_contravar; [exact QG|]. rewrite <- EG at 2.
    rewrite <- (Rmult_1_r (sqrt G)) at 1. apply Rmult_le_compat_l; [lra|].
    rewrite <- sqrt_1 at 1. apply sqrt_le_1_alt. lra. }
  assert ((G - 1) / G * Rabs (bern n f p - Omega eps p) <= L / sqrt G).
  { apply Rle_trans with (1 * Rabs (bern n f p - Omega eps p)); [|lra].
    apply Rmult_le_compat_r; [apply Rabs_pos | lra]. }
  unfold Rdiv in *. lra.
Qed.

(** L6. The limit for divisor G - 1 (ddof 1), every eps >= 0. *)
Theorem group_factor_limit_ddof1 eps p : 0 <= eps -> 0 < p < 1 ->
  is_lim_seq (fun G => Omega1 eps G p) (Omega eps p).
Proof.
  intros He Hp. apply (is_lim_seq_incr_n _ 2).
  assert (C1 : is_lim_seq (fun n => sqrt (1 - / INR (n + 2))) 1).
  { replace (Finite 1) with (Finite (sqrt 1)) by (now rewrite sqrt_1).
    apply (is_lim_seq_continuous sqrt (fun n => 1 - / INR (n + 2)) 1).
    - apply continuity_pt_sqrt. lra.
    - replace (Finite 1) with (Finite (1 - 0)) by (f_equal; ring).
      apply is_lim_seq_minus'; [apply is_lim_seq_const|].
      apply (is_lim_seq_incr_n (fun n => / INR n) 2).
      apply (is_lim_seq_inv INR p_infty); [apply is_lim_seq_INR | easy]. }
  assert (C2 : is_lim_seq (fun n => Omega0 eps (n + 2) p) (Omega eps p)).
  { apply (is_lim_seq_incr_n (fun G => Omega0 eps G p) 2). now apply group_factor_limit. }
  apply is_lim_seq_le_le with
    (fun n => sqrt (1 - / INR (n + 2)) * Omega0 eps (n + 2) p) (fun _ => Omega eps p).
  - intros n. set (G := (n + 2)%nat). assert (HG : (2 <= G)%nat) by (unfold G; lia).
    assert (H2 := INR_ge2 G HG).
    destruct (groups_under_amplify eps G p HG Hp He) as [_ [_ U]].
    assert (V : 0 < var p) by now apply var_pos'.
    assert (P : 0 < Omega eps p) by (unfold Omega; apply Rinv_0_lt_compat, sqrt_lt_R0; lra).
    assert (Hc : 0 < (INR G - 1) / INR G <= 1).
    { split; [apply Rdiv_lt_0_compat; lra|]. apply Rmult_le_reg_r with (INR G); [lra|].
      replace ((INR G - 1) / INR G * INR G) with (INR G - 1) by (field; lra). lra. }
    split.
    + destruct (ddof_relation eps G p HG He) as [-> _].
      replace (1 - / INR G) with ((INR G - 1) / INR G) by (field; lra).
      apply Rmult_le_compat_l; [apply sqrt_pos|]. unfold Omega0, factor.
      apply Rmult_le_compat_l; [lra|]. apply bern_le; [lra|]. intros k Hk. unfold om0.
      assert (Hv := v0_pos G (S k) ltac:(lia)).
      assert (Hs : 0 <= eps * ((INR G - 1) / INR G) <= eps).
      { split; [apply Rmult_le_pos; lra|]. rewrite <- (Rmult_1_r eps) at 2.
        apply Rmult_le_compat_l; lra. }
      apply Rinv_le_contravar; [apply sqrt_lt_R0; lra | apply sqrt_le_1_alt; lra].
    + apply Rle_trans with (1 := U). rewrite <- (Rmult_1_l (Omega eps p)) at 2.
      apply Rmult_le_compat_r; lra.
  - replace (Finite (Omega eps p)) with (Finite (1 * Omega eps p)) by (f_equal; ring).
    apply is_lim_seq_mult'; assumption.
  - apply is_lim_seq_const.
Qed.

Lemma Omega1_lower eps G p : 0 <= eps -> (2 <= G)%nat -> 0 <= p <= 1 ->
  sqrt ((INR G - 1) / INR G) * Omega0 eps G p <= Omega1 eps G p.
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG).
  assert (Hc : 0 < (INR G - 1) / INR G <= 1).
  { split; [apply Rdiv_lt_0_compat; lra|]. apply Rmult_le_reg_r with (INR G); [lra|].
    replace ((INR G - 1) / INR G * INR G) with (INR G - 1) by (field; lra). lra. }
  destruct (ddof_relation eps G p HG He) as [-> _].
  apply Rmult_le_compat_l; [apply sqrt_pos|]. unfold Omega0, factor.
  apply Rmult_le_compat_l; [lra|]. apply bern_le; [exact Hp|]. intros k Hk. unfold om0.
  assert (Hv := v0_pos G (S k) ltac:(lia)).
  assert (Hs : 0 <= eps * ((INR G - 1) / INR G) <= eps).
  { split; [apply Rmult_le_pos; lra|]. rewrite <- (Rmult_1_r eps) at 2.
    apply Rmult_le_compat_l; lra. }
  apply Rinv_le_contravar; [apply sqrt_lt_R0; lra | apply sqrt_le_1_alt; lra].
Qed.

Lemma Omega1_upper eps G p : 0 < eps -> (2 <= G)%nat -> 0 <= p <= 1 ->
  Omega1 eps G p <= Omega eps p.
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG).
  assert (Hc : 0 < (INR G - 1) / INR G <= 1).
  { split; [apply Rdiv_lt_0_compat; lra|]. apply Rmult_le_reg_r with (INR G); [lra|].
    replace ((INR G - 1) / INR G * INR G) with (INR G - 1) by (field; lra). lra. }
  assert (Qe : 0 < sqrt eps) by now apply sqrt_lt_R0.
  assert (End : Omega1 eps G 0 <= / sqrt eps).
  { unfold Omega1, factor. rewrite bern_0. unfold om1.
    assert (0 <= v1 G 1).
    { rewrite v1_v0 by exact HG. apply Rmult_le_pos; [apply v0_nonneg|].
      left. apply Rdiv_lt_0_compat; lra. }
    assert (/ sqrt (v1 G 1 + eps) <= / sqrt eps)
      by (apply Rinv_le_contravar; [exact Qe | apply sqrt_le_1_alt; lra]).
    assert (0 < / sqrt (v1 G 1 + eps)) by (apply Rinv_0_lt_compat, sqrt_lt_R0; lra).
    apply Rle_trans with (1 * / sqrt (v1 G 1 + eps)); [|lra].
    apply Rmult_le_compat_r; lra. }
  destruct (Req_dec p 0) as [->|N0]; [|destruct (Req_dec p 1) as [->|N1]].
  - unfold Omega, var. rewrite Rmult_0_l, Rplus_0_l. exact End.
  - destruct (group_factor_shape_ddof1 eps G ltac:(lra) HG) as [_ [_ [_ [-> _]]]].
    unfold Omega, var. replace (1 * (1 - 1) + eps) with eps by ring. exact End.
  - destruct (groups_under_amplify eps G p HG ltac:(lra) ltac:(lra)) as [_ [_ U]].
    assert (P : 0 < Omega eps p).
    { unfold Omega. apply Rinv_0_lt_compat, sqrt_lt_R0.
      assert (0 < var p) by (apply var_pos'; lra). lra. }
    apply Rle_trans with (1 := U). rewrite <- (Rmult_1_l (Omega eps p)) at 2.
    apply Rmult_le_compat_r; lra.
Qed.

(** L6. Uniform convergence on [0, 1] for divisor G - 1, eps > 0. *)
Theorem group_factor_uniform_limit_ddof1 eps G p : 0 < eps -> (2 <= G)%nat -> 0 <= p <= 1 ->
  Rabs (Omega1 eps G p - Omega eps p) <= (/ (eps * sqrt eps) + 2 * / sqrt eps) / sqrt (INR G).
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG).
  assert (U := group_factor_uniform_limit eps G p He HG Hp).
  assert (A := Omega1_lower eps G p ltac:(lra) HG Hp). assert (B := Omega1_upper eps G p He HG Hp).
  assert (Qe : 0 < sqrt eps) by now apply sqrt_lt_R0.
  assert (QG : 0 < sqrt (INR G)) by (apply sqrt_lt_R0; lra).
  assert (EG : sqrt (INR G) * sqrt (INR G) = INR G) by (apply sqrt_sqrt; lra).
  set (c := (INR G - 1) / INR G) in *. set (r := sqrt c) in *.
  assert (Hc : 0 < c < 1).
  { unfold c. split; [apply Rdiv_lt_0_compat; lra|]. apply Rmult_lt_reg_r with (INR G); [lra|].
    replace ((INR G - 1) / INR G * INR G) with (INR G - 1) by (field; lra). lra. }
  assert (Hr : 0 < r) by (apply sqrt_lt_R0; lra).
  assert (Er : r * r = c) by (apply sqrt_sqrt; lra).
  assert (Hr1 : 1 - r <= / sqrt (INR G)).
  { apply Rle_trans with (1 - c); [nra|].
    replace (1 - c) with (/ INR G) by (unfold c; field; lra).
    apply Rinv_le_contravar; [exact QG|]. rewrite <- EG at 2.
    rewrite <- (Rmult_1_r (sqrt (INR G))) at 1. apply Rmult_le_compat_l; [lra|].
    rewrite <- sqrt_1. apply sqrt_le_1_alt. lra. }
  assert (Vp : 0 <= var p) by (unfold var; apply Rmult_le_pos; lra).
  assert (OU : 0 < Omega eps p <= / sqrt eps).
  { unfold Omega. split; [apply Rinv_0_lt_compat, sqrt_lt_R0; lra|].
    apply Rinv_le_contravar; [exact Qe|]. apply sqrt_le_1_alt. lra. }
  apply Rabs_le_between in U. rewrite Rabs_left1 by lra.
  set (K := / (eps * sqrt eps)) in *.
  assert (I1 : (1 - r) * Omega eps p <= / sqrt (INR G) * / sqrt eps).
  { assert (r <= 1) by nra. apply Rmult_le_compat; lra. }
  assert (I2 : r * (Omega eps p - Omega0 eps G p) <= (K + / sqrt eps) / sqrt (INR G)).
  { assert (P : 0 <= (K + / sqrt eps) / sqrt (INR G)) by lra.
    assert (r <= 1) by nra.
    apply Rle_trans with (r * ((K + / sqrt eps) / sqrt (INR G))); [apply Rmult_le_compat_l; lra|].
    rewrite <- (Rmult_1_l ((K + / sqrt eps) / sqrt (INR G))) at 2.
    apply Rmult_le_compat_r; lra. }
  replace ((K + 2 * / sqrt eps) / sqrt (INR G))
    with (/ sqrt (INR G) * / sqrt eps + (K + / sqrt eps) / sqrt (INR G)) by (field; lra).
  lra.
Qed.
