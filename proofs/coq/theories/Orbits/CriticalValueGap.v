(** A gap estimate for F6: at the upper fold x2 (G' x2 = beta, slope below beta beyond),
    G (x2 + (G x2 - G 0) / beta) - G x2 < 2 beta x2.
    Either concavity beyond x2 gives it (variance not small against eps), or the bound
    G < 1 / sqrt eps does (variance small). *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Orbits Require Import IterLemmas CrossRatio LowFixpt Jump Folds.
Open Scope R_scope.

Lemma gap_concave_algebra : forall s eps r k, 0 < s <= / 4 -> 0 < eps -> 0 < r -> 0 < k ->
  r * r = s + eps -> k * k = 1 + 4 * eps -> eps <= s * (1 + 8 * eps) ->
  / r - 2 / k <= 2 * s * (1 - 4 * s) / (r * r * r).
Proof.
  intros s eps r k Hs Pe Hr Hk Er Ek H.
  set (rho := 2 * r / k). assert (Prho : 0 < rho) by (apply Rdiv_lt_0_compat; lra).
  assert (E2 : 1 - rho * rho = (1 - 4 * s) / (1 + 4 * eps)).
  { unfold rho. replace (2 * r / k * (2 * r / k)) with (4 * (r * r) / (k * k)) by (field; lra).
    rewrite Er, Ek. field. lra. }
  assert (Q : 0 <= (1 - 4 * s) / (1 + 4 * eps)) by (apply Rdiv_le_0_compat; lra).
  assert (L1 : rho <= 1) by nra.
  assert (L2 : 1 - rho <= (1 - 4 * s) / (1 + 4 * eps)) by (rewrite <- E2; nra).
  apply Rmult_le_reg_r with (r * r * r); [repeat apply Rmult_lt_0_compat; lra|].
  replace (2 * s * (1 - 4 * s) / (r * r * r) * (r * r * r)) with (2 * s * (1 - 4 * s)) by (field; lra).
  replace ((/ r - 2 / k) * (r * r * r)) with (r * r * (1 - rho)) by (unfold rho; field; lra).
  rewrite Er. apply Rle_trans with ((s + eps) * ((1 - 4 * s) / (1 + 4 * eps))); [apply Rmult_le_compat_l; lra|].
  apply Rmult_le_reg_r with (1 + 4 * eps); [lra|].
  replace ((s + eps) * ((1 - 4 * s) / (1 + 4 * eps)) * (1 + 4 * eps)) with ((s + eps) * (1 - 4 * s)) by (field; lra).
  assert (s + eps <= 2 * s * (1 + 4 * eps)) by nra.
  replace (2 * s * (1 - 4 * s) * (1 + 4 * eps)) with (2 * s * (1 + 4 * eps) * (1 - 4 * s)) by ring.
  apply Rmult_le_compat_r; lra.
Qed.

Lemma gap_bounded_algebra : forall s eps r e, 0 < s -> 0 < eps -> 0 < r -> 0 < e ->
  r * r = s + eps -> e * e = eps -> s * (1 + 8 * eps) < eps ->
  / e - / r <= 2 * s * (1 - 4 * s) / (r * r * r).
Proof.
  intros s eps r e Hs Pe Hr Hpe Er Ee H.
  assert (H4 : / 2 <= 1 - 4 * s) by nra.
  assert (Ler : e <= r) by nra.
  assert (Key : r * r <= 2 * (1 - 4 * s) * (e * (r + e))).
  { apply Rle_trans with (e * (r + e)).
    - assert (s <= eps) by nra. nra.
    - assert (0 < e * (r + e)) by nra. nra. }
  apply Rmult_le_reg_r with (r * r * r * e * (r + e)); [repeat apply Rmult_lt_0_compat; lra|].
  replace (2 * s * (1 - 4 * s) / (r * r * r) * (r * r * r * e * (r + e)))
    with (s * (2 * (1 - 4 * s) * (e * (r + e)))) by (field; lra).
  replace ((/ e - / r) * (r * r * r * e * (r + e))) with ((r * r - e * e) * (r * r)) by (field; lra).
  rewrite Er at 1. rewrite Ee. replace (s + eps - eps) with s by ring.
  apply Rmult_le_compat_l; lra.
Qed.

Section Gap.
Variable eps : R.
Hypothesis Pe : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Pe.

(** 2 G'(x) x >= 2 s (1 - 4 s) / (s + eps)^(3/2), from x >= 2 tanh (x/2). *)
Lemma slope_times_x : forall x, 0 < x ->
  let s := var (sigma x) in let r := sqrt (s + eps) in
  2 * s * (1 - 4 * s) / (r * r * r) <= 2 * dG eps x * x.
Proof.
  intros x Hx s r. set (tau := 2 * sigma x - 1).
  assert (Ps : 0 < s) by apply var_sigma_pos.
  assert (Pr : 0 < r) by (apply sqrt_lt_R0; lra).
  assert (Er : r * r = s + eps) by (apply sqrt_sqrt; lra).
  assert (T : 2 * tau < x).
  { unfold tau. rewrite tilt_sigma. assert (Z := t_cosh_ge_sinh (x / 2) ltac:(lra)).
    assert (C := cosh_pos (x / 2)). assert (sinh (x / 2) / cosh (x / 2) < x / 2); [|lra].
    apply Rmult_lt_reg_r with (cosh (x / 2)); [exact C|].
    unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l; lra. }
  assert (Pt : 0 < tau) by (assert (Z := proj2 (sigma_gt_half x) Hx); unfold tau; lra).
  assert (Et : 1 - 4 * s = tau * tau) by (unfold s, var, tau; ring).
  assert (D : dG eps x = s * tau / (2 * (r * r * r))).
  { rewrite dG_var by exact He. fold s. fold r. fold tau. now rewrite <- Er. }
  rewrite D, Et.
  replace (2 * s * (tau * tau) / (r * r * r)) with (2 * (s * tau / (2 * (r * r * r))) * (2 * tau)) by (field; lra).
  apply Rmult_le_compat_l; [|lra].
  assert (0 < s * tau / (2 * (r * r * r))); [|lra].
  apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat|].
  repeat apply Rmult_lt_0_compat; lra.
Qed.

Lemma fold_gap : forall beta x2, 0 < beta -> 0 < x2 -> dG eps x2 = beta ->
  (forall z, x2 < z -> dG eps z < beta) ->
  G eps (x2 + (G eps x2 - G eps 0) / beta) - G eps x2 < 2 * beta * x2.
Proof.
  intros beta x2 Hb Hx E S. set (T := x2 + (G eps x2 - G eps 0) / beta).
  assert (G0x := G_increasing eps He 0 x2 (Rle_refl 0) Hx).
  assert (HT : x2 < T).
  { unfold T. assert (0 < (G eps x2 - G eps 0) / beta) by (apply Rdiv_lt_0_compat; lra). lra. }
  assert (Z := slope_times_x x2 Hx). cbv zeta in Z. rewrite E in Z.
  set (s := var (sigma x2)) in *. set (r := sqrt (s + eps)) in *.
  assert (Ps : 0 < s) by apply var_sigma_pos. assert (Qs : s <= / 4) by apply var_le_quarter.
  assert (Pr : 0 < r) by (apply sqrt_lt_R0; lra).
  assert (Er : r * r = s + eps) by (apply sqrt_sqrt; lra).
  assert (EG : G eps x2 = / r) by reflexivity.
  destruct (Rle_dec eps (s * (1 + 8 * eps))) as [C|C].
  - assert (B : G eps T - G eps x2 < G eps x2 - G eps 0).
    { assert (P := psi_incr_on beta eps Hb He x2 T HT (fun z Hz => S z (proj1 Hz))).
      unfold psi in P.
      assert (Q : (G eps T - G eps x2) / beta < T - x2).
      { unfold Rdiv. rewrite Rmult_minus_distr_r. unfold Rdiv in P. lra. }
      apply Rmult_lt_compat_r with (r := beta) in Q; [|exact Hb].
      replace ((G eps T - G eps x2) / beta * beta) with (G eps T - G eps x2) in Q by (field; lra).
      replace ((T - x2) * beta) with (G eps x2 - G eps 0) in Q by (unfold T; field; lra). exact Q. }
    assert (A := gap_concave_algebra s eps r (sqrt (1 + 4 * eps)) (conj Ps Qs) Pe Pr
      ltac:(apply sqrt_lt_R0; lra) Er ltac:(apply sqrt_sqrt; lra) C).
    rewrite <- EG, <- G_0 in A by exact He. lra.
  - assert (U := G_upper eps T Pe).
    assert (A := gap_bounded_algebra s eps r (sqrt eps) Ps Pe Pr ltac:(apply sqrt_lt_R0; lra) Er
      ltac:(apply sqrt_sqrt; lra) ltac:(lra)).
    rewrite <- EG in A. lra.
Qed.
End Gap.
