(** The gain G x = Omega (sigma x) in log-odds: closed form through cosh (x/2), derivative,
    shape.

    Names provided here:
    - cosh, sinh: [cosh_ge_1], [cosh_pos], [cosh_opp], [sinh_opp], [cosh_sqr],
      [sinh_pos], [sinh_neg], [cosh_increasing], [is_derive_cosh],
      [is_derive_sinh], [var_sigma];
    - G: [G_closed], [G_opp], [G_Rabs], [G_pos], [G_0], [G_increasing],
      [G_decreasing], [G_abs_lt], [G_lower], [G_lower_strict], [G_upper],
      [dG], [G_derive], [G_continuous], [G_continuity_pt], [dG_opp], [dG_0],
      [dG_pos], [dG_neg], [dG_var], [dG_abs], [G_eps_decreasing]. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import Logistic.
Open Scope R_scope.

(** * Hyperbolic functions *)

Lemma cosh_pos x : 0 < cosh x.
Proof. unfold cosh. pose proof (exp_pos x). pose proof (exp_pos (- x)). lra. Qed.

Lemma cosh_opp x : cosh (- x) = cosh x.
Proof. unfold cosh. rewrite Ropp_involutive. lra. Qed.

Lemma sinh_opp x : sinh (- x) = - sinh x.
Proof. unfold sinh. rewrite Ropp_involutive. lra. Qed.

Lemma cosh_sqr x : cosh x * cosh x = 1 + sinh x * sinh x.
Proof.
  unfold cosh, sinh. rewrite exp_Ropp. pose proof (exp_pos x). field. lra.
Qed.

Lemma cosh_ge_1 x : 1 <= cosh x.
Proof. pose proof (cosh_pos x). pose proof (cosh_sqr x). nra. Qed.

Lemma sinh_pos x : 0 < x -> 0 < sinh x.
Proof.
  intros Hx. unfold sinh. assert (exp (- x) < exp x) by (apply exp_increasing; lra). lra.
Qed.

Lemma sinh_neg x : x < 0 -> sinh x < 0.
Proof. intros Hx. pose proof (sinh_pos (- x)). rewrite sinh_opp in *. lra. Qed.

Lemma is_derive_cosh x : is_derive cosh x (sinh x).
Proof. apply is_derive_Reals, derivable_pt_lim_cosh. Qed.

Lemma is_derive_sinh x : is_derive sinh x (cosh x).
Proof. apply is_derive_Reals, derivable_pt_lim_sinh. Qed.

Lemma cosh_increasing x y : 0 <= x -> x < y -> cosh x < cosh y.
Proof.
  intros Hx Hxy. apply (increasing_on_derive cosh sinh); [| |exact Hxy].
  - intros z _. apply is_derive_cosh.
  - intros z Hz. apply sinh_pos. lra.
Qed.

(** The variance and the tilt 2p - 1 in terms of the log-odds. *)
Lemma var_sigma x : var (sigma x) = / (4 * (cosh (x / 2) * cosh (x / 2))).
Proof.
  assert (E : exp x = exp (x / 2) * exp (x / 2)) by (rewrite <- exp_plus; f_equal; lra).
  unfold var, sigma, cosh. rewrite !exp_Ropp, E.
  pose proof (exp_pos (x / 2)). field. nra.
Qed.

Lemma tilt_sigma x : 2 * sigma x - 1 = sinh (x / 2) / cosh (x / 2).
Proof.
  assert (E : exp x = exp (x / 2) * exp (x / 2)) by (rewrite <- exp_plus; f_equal; lra).
  unfold sigma, cosh, sinh. rewrite !exp_Ropp, E.
  pose proof (exp_pos (x / 2)). field. nra.
Qed.

(** * The map G *)

(** 1 + 4 eps cosh^2 (x/2), the quantity under the root. *)
Definition GD (eps x : R) : R := 1 + 4 * eps * (cosh (x / 2) * cosh (x / 2)).

Definition dG (eps x : R) : R := sinh (x / 2) / (GD eps x * sqrt (GD eps x)).

Section Smoothing.
Variable eps : R.
Hypothesis Heps : 0 <= eps.

Lemma GD_ge_1 x : 1 <= GD eps x.
Proof. unfold GD. pose proof (cosh_ge_1 (x / 2)). nra. Qed.

Lemma GD_pos x : 0 < GD eps x.
Proof. pose proof (GD_ge_1 x). lra. Qed.

Lemma sqrt_GD_pos x : 0 < sqrt (GD eps x).
Proof. apply sqrt_lt_R0, GD_pos. Qed.

Lemma GD_opp x : GD eps (- x) = GD eps x.
Proof. unfold GD. replace (- x / 2) with (- (x / 2)) by lra. now rewrite cosh_opp. Qed.

Lemma var_eps_pos x : 0 < var (sigma x) + eps.
Proof. pose proof (var_sigma_pos x). lra. Qed.

Lemma var_eps_GD x : var (sigma x) + eps = GD eps x / (4 * (cosh (x / 2) * cosh (x / 2))).
Proof. rewrite var_sigma. unfold GD. pose proof (cosh_pos (x / 2)). field. nra. Qed.

Lemma sqrt_var_eps x : sqrt (var (sigma x) + eps) = sqrt (GD eps x) / (2 * cosh (x / 2)).
Proof.
  pose proof (cosh_pos (x / 2)). pose proof (sqrt_GD_pos x). pose proof (GD_pos x).
  rewrite var_eps_GD, sqrt_div_alt by nra. f_equal.
  replace (4 * (cosh (x / 2) * cosh (x / 2)))
    with ((2 * cosh (x / 2)) * (2 * cosh (x / 2))) by ring.
  apply sqrt_square. lra.
Qed.

Lemma G_closed x :
  G eps x = 2 * cosh (x / 2) / sqrt (1 + 4 * eps * (cosh (x / 2) * cosh (x / 2))).
Proof.
  fold (GD eps x). unfold G, Omega. rewrite sqrt_var_eps.
  pose proof (cosh_pos (x / 2)). pose proof (sqrt_GD_pos x). field. lra.
Qed.

Lemma G_opp x : G eps (- x) = G eps x.
Proof. unfold G, Omega. now rewrite sigma_opp, var_compl. Qed.

Lemma G_Rabs x : G eps (Rabs x) = G eps x.
Proof. unfold Rabs. destruct (Rcase_abs x); [apply G_opp | reflexivity]. Qed.

Lemma G_pos x : 0 < G eps x.
Proof. unfold G, Omega. apply Rinv_0_lt_compat, sqrt_lt_R0, var_eps_pos. Qed.

Lemma G_0 : G eps 0 = 2 / sqrt (1 + 4 * eps).
Proof.
  rewrite G_closed. replace (0 / 2) with 0 by lra. rewrite cosh_0.
  f_equal; [lra|]. do 2 f_equal. lra.
Qed.

Lemma G_derive x : is_derive (G eps) x (dG eps x).
Proof.
  apply (is_derive_ext (fun x => 2 * cosh (x / 2) /
    sqrt (1 + 4 * eps * (cosh (x / 2) * cosh (x / 2))))).
  { intros t. symmetry. apply G_closed. }
  set (g := fun c => 2 * c / sqrt (1 + 4 * eps * (c * c))).
  apply (is_derive_ext (fun x => g (cosh (x / 2)))); [reflexivity|].
  assert (Hc : is_derive (fun x => cosh (x / 2)) x (/ 2 * sinh (x / 2))).
  { apply (is_derive_comp cosh (fun x => x / 2)); [apply is_derive_cosh|].
    auto_derive; [exact I|lra]. }
  pose proof (GD_pos x) as HD. pose proof (sqrt_GD_pos x) as HS.
  assert (Hg : is_derive g (cosh (x / 2)) (2 / (GD eps x * sqrt (GD eps x)))).
  { unfold g. auto_derive.
    - fold (GD eps x). split; [exact HD|]. split; [lra|exact I].
    - fold (GD eps x).
      assert (Es : sqrt (GD eps x) * sqrt (GD eps x) = GD eps x) by (apply sqrt_sqrt; lra).
      assert (Ec : 4 * eps * (cosh (x / 2) * cosh (x / 2)) = GD eps x - 1) by (unfold GD; ring).
      set (D := GD eps x) in *. set (r := sqrt D) in *. set (c := cosh (x / 2)) in *.
      clearbody D r c. apply Rminus_diag_uniq.
      transitivity ((2 * (D - 4 * eps * (c * c)) - 2) / (r * r * r)).
      + rewrite <- Es. field. lra.
      + rewrite Ec. field. lra. }
  eapply is_derive_ext_loc; [apply filter_forall; intros t; reflexivity|].
  evar_last; [apply (is_derive_comp g _ x _ _ Hg Hc)|].
  unfold scal; simpl; unfold mult; simpl. unfold dG. field. lra.
Qed.

Lemma G_continuous x : continuous (G eps) x.
Proof. apply (ex_derive_continuous (G eps)). eexists. apply G_derive. Qed.

Lemma G_continuity_pt x : continuity_pt (G eps) x.
Proof. apply continuity_pt_filterlim, G_continuous. Qed.

Lemma dG_opp x : dG eps (- x) = - dG eps x.
Proof.
  unfold dG. rewrite GD_opp. replace (- x / 2) with (- (x / 2)) by lra.
  rewrite sinh_opp. unfold Rdiv. ring.
Qed.

Lemma dG_pos x : 0 < x -> 0 < dG eps x.
Proof.
  intros Hx. unfold dG. pose proof (GD_pos x). pose proof (sqrt_GD_pos x).
  apply Rdiv_lt_0_compat; [apply sinh_pos; lra | nra].
Qed.

Lemma dG_neg x : x < 0 -> dG eps x < 0.
Proof. intros Hx. pose proof (dG_pos (- x)). rewrite dG_opp in *. lra. Qed.

Lemma dG_0 : dG eps 0 = 0.
Proof. pose proof (dG_opp 0). rewrite Ropp_0 in *. lra. Qed.

(** The derivative in terms of p = sigma x. *)
Lemma dG_var x : dG eps x =
  var (sigma x) * (2 * sigma x - 1) /
  (2 * ((var (sigma x) + eps) * sqrt (var (sigma x) + eps))).
Proof.
  rewrite sqrt_var_eps, var_eps_GD, tilt_sigma, var_sigma. unfold dG.
  pose proof (cosh_pos (x / 2)). pose proof (GD_pos x). pose proof (sqrt_GD_pos x).
  field. lra.
Qed.

Lemma dG_abs x : Rabs (dG eps x) = Bthr eps (sigma x).
Proof.
  rewrite dG_var. unfold Bthr, Rdiv. rewrite !Rabs_mult.
  pose proof (var_sigma_pos x). pose proof (var_eps_pos x).
  pose proof (sqrt_lt_R0 _ (var_eps_pos x)).
  rewrite (Rabs_pos_eq (var (sigma x))) by lra.
  rewrite (Rabs_pos_eq (/ _)); [reflexivity|].
  left. apply Rinv_0_lt_compat. nra.
Qed.

Lemma G_increasing x y : 0 <= x -> x < y -> G eps x < G eps y.
Proof.
  intros Hx Hxy. apply (increasing_on_derive _ (dG eps)); [| |exact Hxy].
  - intros z _. apply G_derive.
  - intros z Hz. apply dG_pos. lra.
Qed.

Lemma G_decreasing x y : x < y -> y <= 0 -> G eps y < G eps x.
Proof.
  intros Hxy Hy. rewrite <- (G_opp x), <- (G_opp y). apply G_increasing; lra.
Qed.

Lemma G_abs_lt x y : Rabs x < Rabs y -> G eps x < G eps y.
Proof.
  intros H. rewrite <- (G_Rabs x), <- (G_Rabs y).
  apply G_increasing; [apply Rabs_pos | exact H].
Qed.

Lemma G_lower_strict x : x <> 0 -> 2 / sqrt (1 + 4 * eps) < G eps x.
Proof.
  intros Hx. rewrite <- G_0. apply G_abs_lt. rewrite Rabs_R0. now apply Rabs_pos_lt.
Qed.

Lemma G_lower x : 2 / sqrt (1 + 4 * eps) <= G eps x.
Proof.
  destruct (Req_dec x 0) as [->|Hx]; [right; symmetry; apply G_0|].
  left. now apply G_lower_strict.
Qed.

End Smoothing.

Lemma G_upper eps x : 0 < eps -> G eps x < / sqrt eps.
Proof.
  intros Heps. unfold G, Omega. pose proof (var_sigma_pos x).
  apply Rinv_lt_contravar.
  - apply Rmult_lt_0_compat; apply sqrt_lt_R0; lra.
  - apply sqrt_lt_1; lra.
Qed.

Lemma G_eps_decreasing eps eps' x : 0 <= eps < eps' -> G eps' x < G eps x.
Proof.
  intros H. unfold G, Omega. pose proof (var_sigma_pos x).
  apply Rinv_lt_contravar.
  - apply Rmult_lt_0_compat; apply sqrt_lt_R0; lra.
  - apply sqrt_lt_1; lra.
Qed.
