(** Log-odds form of the dynamics: the logistic function, its inverse, and the
    maps G, F = x0 + G / beta and psi = id - G / beta.

    Names provided here:
    - tools: [increasing_on_derive], [ivt_seg];
    - sigma, logit: [sigma_pos], [sigma_lt_1], [sigma_opp], [sigma_0],
      [sigma_logit], [logit_sigma], [sigma_increasing], [logit_increasing],
      [sigma_inj], [logit_inj], [sigma_le], [sigma_lt_iff], [logit_half],
      [logit_compl], [sigma_derive], [logit_derive], [sigma_continuous],
      [sigma_continuity_pt], [sigma_gt_half], [sigma_lt_half];
    - variance: [var_pos], [var_le_quarter], [var_compl], [var_sigma],
      [var_sigma_pos];
    - cosh, sinh: [cosh_ge_1], [cosh_pos], [cosh_opp], [sinh_opp], [cosh_sqr],
      [sinh_pos], [sinh_neg], [cosh_increasing], [is_derive_cosh],
      [is_derive_sinh];
    - G: [G_closed], [G_opp], [G_Rabs], [G_pos], [G_0], [G_increasing],
      [G_decreasing], [G_abs_lt], [G_lower], [G_lower_strict], [G_upper],
      [dG], [G_derive], [G_continuous], [G_continuity_pt], [dG_opp], [dG_0],
      [dG_pos], [dG_neg], [dG_var], [dG_abs], [G_eps_decreasing];
    - F, psi, h: [F_opp], [F_0], [F_increasing], [F_decreasing], [F_lower],
      [F_upper], [F_gt], [F_derive], [F_continuous], [F_continuity_pt],
      [logit_h], [sigma_F], [h_range], [fixpt_h_F], [fixpt_F_h], [psi_derive],
      [psi_continuity_pt], [fixpt_psi], [psi_increasing_neg], [psi_0],
      [psi_below], [psi_below_unbounded]. *)

Require Import Reals Lra Psatz Ranalysis5.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
Open Scope R_scope.

(** * Two tools *)

Lemma increasing_on_derive (f df : R -> R) (a b : R) :
  (forall x, a <= x <= b -> is_derive f x (df x)) ->
  (forall x, a < x < b -> 0 < df x) -> a < b -> f a < f b.
Proof.
  intros Hd Hp Hab.
  destruct (MVT_cor2 f df a b Hab) as [c [Hc Hcab]].
  - intros c Hc. apply is_derive_Reals. now apply Hd.
  - specialize (Hp c Hcab). nra.
Qed.

Lemma ivt_seg (f : R -> R) (a b y : R) :
  (forall x, a <= x <= b -> continuity_pt f x) -> a <= b ->
  f a <= y <= f b -> exists x, a <= x <= b /\ f x = y.
Proof.
  intros Hc Hab [Ha Hb].
  destruct (Req_dec (f a) y) as [E|E]; [exists a; split; [lra|exact E]|].
  destruct (Req_dec (f b) y) as [E'|E']; [exists b; split; [lra|exact E']|].
  assert (a < b) by (destruct (Req_dec a b); [subst; lra | lra]).
  destruct (IVT_interv (fun x => f x - y) a b) as [z [Hz Hz']]; try lra.
  - intros x Hx. apply continuity_pt_minus; [now apply Hc|].
    apply continuity_pt_const. now intros ? ?.
  - exists z. split; lra.
Qed.

(** * Logistic function and log-odds *)

Lemma sigma_pos x : 0 < sigma x.
Proof. unfold sigma. apply Rinv_0_lt_compat. pose proof (exp_pos (- x)); lra. Qed.

Lemma sigma_lt_1 x : sigma x < 1.
Proof.
  unfold sigma. pose proof (exp_pos (- x)).
  rewrite <- Rinv_1. apply Rinv_lt_contravar; lra.
Qed.

Lemma sigma_opp x : sigma (- x) = 1 - sigma x.
Proof.
  unfold sigma. rewrite Ropp_involutive, exp_Ropp.
  pose proof (exp_pos x). field. lra.
Qed.

Lemma sigma_0 : sigma 0 = / 2.
Proof. unfold sigma. rewrite Ropp_0, exp_0. f_equal; lra. Qed.

Lemma sigma_odds x : sigma x / (1 - sigma x) = exp x.
Proof.
  unfold sigma. rewrite exp_Ropp. pose proof (exp_pos x). field. lra.
Qed.

Lemma logit_sigma x : logit (sigma x) = x.
Proof. unfold logit. rewrite sigma_odds. apply ln_exp. Qed.

Lemma exp_logit p : 0 < p < 1 -> exp (logit p) = p / (1 - p).
Proof. intros Hp. unfold logit. apply exp_ln. apply Rdiv_lt_0_compat; lra. Qed.

Lemma sigma_logit p : 0 < p < 1 -> sigma (logit p) = p.
Proof.
  intros Hp. unfold sigma. rewrite exp_Ropp, exp_logit by exact Hp. field. lra.
Qed.

Lemma sigma_increasing x y : x < y -> sigma x < sigma y.
Proof.
  intros Hxy. unfold sigma. pose proof (exp_pos (- y)). pose proof (exp_pos (- x)).
  apply Rinv_lt_contravar; [nra|].
  apply Rplus_lt_compat_l, exp_increasing. lra.
Qed.

Lemma sigma_le x y : x <= y -> sigma x <= sigma y.
Proof. intros [H|H]; [left; now apply sigma_increasing | right; now subst]. Qed.

Lemma sigma_lt_iff x y : sigma x < sigma y <-> x < y.
Proof.
  split; [|apply sigma_increasing].
  intros H. destruct (Rlt_le_dec x y) as [L|L]; [exact L|].
  apply sigma_le in L. lra.
Qed.

Lemma sigma_inj x y : sigma x = sigma y -> x = y.
Proof. intros H. rewrite <- (logit_sigma x), <- (logit_sigma y). now f_equal. Qed.

Lemma logit_increasing p q : 0 < p -> p < q -> q < 1 -> logit p < logit q.
Proof.
  intros Hp Hpq Hq. apply sigma_lt_iff. rewrite !sigma_logit; lra.
Qed.

Lemma logit_inj p q : 0 < p < 1 -> 0 < q < 1 -> logit p = logit q -> p = q.
Proof.
  intros Hp Hq E. rewrite <- (sigma_logit p Hp), <- (sigma_logit q Hq). now f_equal.
Qed.

Lemma logit_half : logit (/ 2) = 0.
Proof. rewrite <- sigma_0. apply logit_sigma. Qed.

Lemma logit_compl p : 0 < p < 1 -> logit (1 - p) = - logit p.
Proof.
  intros Hp. rewrite <- (sigma_logit p Hp) at 1.
  rewrite <- sigma_opp. apply logit_sigma.
Qed.

Lemma sigma_gt_half x : / 2 < sigma x <-> 0 < x.
Proof. rewrite <- sigma_0. apply sigma_lt_iff. Qed.

Lemma sigma_lt_half x : sigma x < / 2 <-> x < 0.
Proof. rewrite <- sigma_0. apply sigma_lt_iff. Qed.

Lemma sigma_derive x : is_derive sigma x (var (sigma x)).
Proof.
  unfold sigma. auto_derive; pose proof (exp_pos (- x)); [lra|].
  unfold var. field. lra.
Qed.

Lemma logit_derive p : 0 < p < 1 -> is_derive logit p (/ var p).
Proof.
  intros Hp. unfold logit, var. auto_derive.
  - split; [lra|]. split; [|exact I]. apply Rdiv_lt_0_compat; lra.
  - field. lra.
Qed.

Lemma sigma_continuous x : continuous sigma x.
Proof. apply (ex_derive_continuous sigma). eexists. apply sigma_derive. Qed.

Lemma sigma_continuity_pt x : continuity_pt sigma x.
Proof. apply continuity_pt_filterlim, sigma_continuous. Qed.

(** * Variance *)

Lemma var_pos p : 0 < p < 1 -> 0 < var p.
Proof. intros Hp. unfold var. nra. Qed.

Lemma var_nonneg p : 0 <= p <= 1 -> 0 <= var p.
Proof. intros Hp. unfold var. nra. Qed.

Lemma var_le_quarter p : var p <= / 4.
Proof. unfold var. pose proof (Rle_0_sqr (p - / 2)). unfold Rsqr in *. lra. Qed.

Lemma var_compl p : var (1 - p) = var p.
Proof. unfold var. ring. Qed.

Lemma var_sigma_pos x : 0 < var (sigma x).
Proof. apply var_pos. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

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

(** * The maps F, psi and h *)

Section Maps.
Variables x0 beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.

Let F := Defs.F x0 beta eps.
Let psi := Defs.psi beta eps.

Lemma F_opp x : F (- x) = F x.
Proof. unfold F, Defs.F. now rewrite G_opp. Qed.

Lemma F_0 : F 0 = F0 x0 beta eps.
Proof.
  unfold F, Defs.F, F0. rewrite G_0 by exact Heps.
  assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra). field. lra.
Qed.

Lemma F_increasing x y : 0 <= x -> x < y -> F x < F y.
Proof.
  intros Hx Hxy. unfold F, Defs.F. apply Rplus_lt_compat_l.
  apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | now apply G_increasing].
Qed.

Lemma F_decreasing x y : x < y -> y <= 0 -> F y < F x.
Proof.
  intros Hxy Hy. rewrite <- (F_opp x), <- (F_opp y). apply F_increasing; lra.
Qed.

Lemma F_lower_strict x : x <> 0 -> F0 x0 beta eps < F x.
Proof.
  intros Hx. rewrite <- F_0. unfold F, Defs.F. apply Rplus_lt_compat_l.
  apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat|].
  rewrite G_0 by exact Heps. now apply G_lower_strict.
Qed.

Lemma F_lower x : F0 x0 beta eps <= F x.
Proof.
  destruct (Req_dec x 0) as [->|Hx]; [right; symmetry; apply F_0|].
  left. now apply F_lower_strict.
Qed.

Lemma F0_gt : x0 < F0 x0 beta eps.
Proof.
  unfold F0. assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra).
  assert (0 < 2 / (beta * sqrt (1 + 4 * eps))) by (apply Rdiv_lt_0_compat; nra). lra.
Qed.

Lemma F_gt x : x0 < F x.
Proof. pose proof (F_lower x). pose proof F0_gt. lra. Qed.

Lemma F_upper x : 0 < eps -> F x < x0 + 1 / (beta * sqrt eps).
Proof.
  intros He. unfold F, Defs.F. apply Rplus_lt_compat_l.
  pose proof (sqrt_lt_R0 eps He). replace (1 / (beta * sqrt eps)) with (/ sqrt eps / beta)
    by (field; lra).
  apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | now apply G_upper].
Qed.

Lemma F_derive x : is_derive F x (dG eps x / beta).
Proof.
  unfold F, Defs.F.
  evar_last; [apply (is_derive_plus (fun _ => x0) (fun x => G eps x / beta))|].
  - apply is_derive_const.
  - unfold Rdiv. apply (is_derive_scal_l (G eps) x (dG eps x) (/ beta)).
    now apply G_derive.
  - unfold plus, zero, scal; simpl; unfold mult; simpl. unfold Rdiv. ring.
Qed.

Lemma F_continuous x : continuous F x.
Proof. apply (ex_derive_continuous F). eexists. apply F_derive. Qed.

Lemma F_continuity_pt x : continuity_pt F x.
Proof. apply continuity_pt_filterlim, F_continuous. Qed.

Lemma psi_derive x : is_derive psi x (1 - dG eps x / beta).
Proof.
  unfold psi, Defs.psi.
  evar_last; [apply (is_derive_minus (fun x => x) (fun x => G eps x / beta))|].
  - apply is_derive_id.
  - unfold Rdiv. apply (is_derive_scal_l (G eps) x (dG eps x) (/ beta)).
    now apply G_derive.
  - unfold minus, plus, opp, one, scal; simpl; unfold mult; simpl. unfold Rdiv. ring.
Qed.

Lemma psi_continuity_pt x : continuity_pt psi x.
Proof.
  apply continuity_pt_filterlim, (ex_derive_continuous psi). eexists. apply psi_derive.
Qed.

Lemma fixpt_psi x : fixpt F x <-> psi x = x0.
Proof. unfold fixpt, F, Defs.F, psi, Defs.psi. split; intros; lra. Qed.

Lemma psi_0 : psi 0 = - (2 / (beta * sqrt (1 + 4 * eps))).
Proof.
  unfold psi, Defs.psi. rewrite G_0 by exact Heps.
  assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra). field. lra.
Qed.

Lemma psi_increasing_neg x y : x < y -> y <= 0 -> psi x < psi y.
Proof.
  intros Hxy Hy. unfold psi, Defs.psi.
  pose proof (G_decreasing eps Heps x y Hxy Hy) as HG.
  assert (G eps y / beta < G eps x / beta)
    by (apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | exact HG]).
  lra.
Qed.

Lemma psi_below x : psi x < x.
Proof.
  unfold psi, Defs.psi. pose proof (G_pos eps Heps x).
  assert (0 < G eps x / beta) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.

(** psi (x0 + anything <= 0) <= x0: a point where psi is below x0. *)
Lemma psi_below_unbounded x : x <= x0 -> psi x < x0.
Proof. intros H. pose proof (psi_below x). lra. Qed.

End Maps.

(** A shift of the log-odds, in terms of probabilities. *)
Lemma sigma_logit_plus pref t : 0 < pref < 1 ->
  sigma (logit pref + t) = / (1 + (1 - pref) / pref * exp (- t)).
Proof.
  intros Hp. unfold sigma. do 2 f_equal.
  rewrite Ropp_plus_distr, exp_plus, (exp_Ropp (logit pref)), exp_logit by exact Hp.
  f_equal. field. lra.
Qed.

Section Success.
Variables pref beta eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.

(** C2. One step of the success map, seen in log-odds: sigma (F x) = h (sigma x). *)
Lemma sigma_Omega p :
  sigma (logit pref + Omega eps p / beta) = h pref beta eps p.
Proof. now apply sigma_logit_plus. Qed.

Lemma sigma_F x : sigma (F (logit pref) beta eps x) = h pref beta eps (sigma x).
Proof. apply sigma_Omega. Qed.

Lemma logit_h x : logit (h pref beta eps (sigma x)) = F (logit pref) beta eps x.
Proof. rewrite <- sigma_F. apply logit_sigma. Qed.

Lemma logit_h_p p :
  logit (h pref beta eps p) = logit pref + Omega eps p / beta.
Proof. rewrite <- sigma_Omega. apply logit_sigma. Qed.

Lemma h_range p : 0 < h pref beta eps p < 1.
Proof. rewrite <- sigma_Omega. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

Lemma fixpt_h_F p : fixpt (h pref beta eps) p ->
  0 < p < 1 /\ fixpt (F (logit pref) beta eps) (logit p).
Proof.
  intros E. assert (Hp : 0 < p < 1) by (rewrite <- E; apply h_range).
  split; [exact Hp|]. unfold fixpt in *.
  apply sigma_inj. rewrite sigma_F, sigma_logit by exact Hp. exact E.
Qed.

Lemma fixpt_F_h x : fixpt (F (logit pref) beta eps) x <-> fixpt (h pref beta eps) (sigma x).
Proof.
  unfold fixpt. rewrite <- sigma_F. split; intros E; [now rewrite E | now apply sigma_inj].
Qed.

(** The orbits of the two maps correspond. *)
Lemma sigma_iter_F x n :
  sigma (iter (F (logit pref) beta eps) x n) = iter (h pref beta eps) (sigma x) n.
Proof. induction n as [|n IH]; simpl; [reflexivity|]. now rewrite sigma_F, IH. Qed.

Lemma logit_iter_h x n :
  logit (iter (h pref beta eps) (sigma x) n) = iter (F (logit pref) beta eps) x n.
Proof. rewrite <- sigma_iter_F. apply logit_sigma. Qed.

End Success.
