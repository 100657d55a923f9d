(** Controls for F8 and F9.  Some reference below p_u does not converge, so F8 needs a
    threshold; and p_j of F9 cannot be lowered: arbitrarily close below p_j there are
    references (with eps = 0) that jump to 1 although h has a fixed point. *)

Require Import Reals Lra Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Success MonotoneOrbits Folds
  NonConvergence UniversalThresholds NoJump JumpTest.
Open Scope R_scope.

(** F8, control. For every eps > 0 and beta < M_eps there is a reference with a divergent
    orbit, and it lies below p_u. *)
Theorem divergence_below_p_u : forall beta eps, 0 < beta -> 0 < eps -> beta < Meps eps ->
  exists pref, 0 < pref < p_u /\ ~ ex_finite_lim_seq (iter (h pref beta eps) pref).
Proof.
  intros beta eps Hb Pe HM. destruct (nonconvergent_reference beta eps Hb Pe HM) as [pref [Hp No]].
  exists pref. split; [|exact No]. split; [lra|]. apply Rnot_le_lt. intro L. apply No.
  apply (universal_convergence_threshold pref beta eps); lra.
Qed.

(** eps = 0: a fixed point b > 0 where the slope exceeds beta, and a reference with
    - x0 > b: the orbit tends to 1. *)
Lemma jump_to_1 : forall x0 beta b, 0 < beta -> fixpt (F x0 beta 0) b -> beta <= sinh (b / 2) ->
  0 < b < - x0 -> is_lim_seq (iter (F x0 beta 0) x0) p_infty.
Proof.
  intros x0 beta b Hb Fb Hs Hbx. set (y := - x0) in *. assert (Z : 0 <= 0) by lra.
  assert (Dec : forall u v, b <= u < v -> psi beta 0 v < psi beta 0 u).
  { intros u v H. apply psi_decr_on; try lra. intros z Hz. rewrite dG_0_sinh.
    apply Rle_lt_trans with (1 := Hs). apply sinh_increasing. lra. }
  assert (J := decreasing_branch x0 beta 0 b b Dec (Rle_refl b) Fb).
  assert (Up : y < F x0 beta 0 y) by (apply J; lra).
  assert (Ey : Rabs x0 = y) by (unfold y; apply Rabs_left; unfold y in Hbx; lra).
  apply (lim_abs x0 beta 0 Hb Z x0). rewrite Ey.
  destruct (right_up x0 beta 0 Hb Z y ltac:(lra) ltac:(lra)) as [_ [[c [Hc [Fc _]]]|[_ [_ L]]]]; [|exact L].
  exfalso. assert (Q := proj2 (J c ltac:(lra)) ltac:(lra)). unfold fixpt in Fc. lra.
Qed.

(** F9, control. p_j = sigma (- b1) cannot be replaced by a smaller q: some reference in
    (q, p_j) with eps = 0 converges to 1 although h has a fixed point. *)
Theorem no_jump_threshold_sharp : forall b1 q, 0 < b1 -> b1 * tanh (b1 / 2) = 1 -> q < sigma (- b1) ->
  exists pref beta c, q < pref < sigma (- b1) /\ 0 < pref /\ 0 < beta /\
    fixpt (h pref beta 0) c /\ c < 1 /\ is_lim_seq (iter (h pref beta 0) pref) 1.
Proof.
  intros b1 q Hb1 Tb1 Hq. apply tanh_coth in Tb1; [|exact Hb1].
  (* replace q by a log-odds - B *)
  assert (EB : exists B, b1 < B /\ q <= sigma (- B)).
  { destruct (Rle_dec q 0) as [L|L].
    - exists (b1 + 1). split; [lra|]. assert (Z := sigma_pos (- (b1 + 1))). lra.
    - assert (S := sigma_lt_1 (- b1)). exists (- logit q). split.
      + assert (Q : logit q < - b1) by (apply sigma_lt_iff; rewrite sigma_logit; lra). lra.
      + rewrite Ropp_involutive, sigma_logit; lra. }
  destruct EB as [B [HB HqB]].
  set (d := (B - b1) / 3). set (b := b1 + d). set (x0 := - (b1 + 2 * d)).
  assert (Hd : 0 < d) by (unfold d; lra).
  assert (C := cosh_pos (b / 2)). assert (S : 0 < sinh (b / 2)) by (apply sinh_pos; unfold b; lra).
  set (beta := 2 * cosh (b / 2) / (b - x0)).
  assert (Pb : 0 < beta) by (apply Rdiv_lt_0_compat; [lra | unfold b, x0; lra]).
  assert (G0 : G 0 b = 2 * cosh (b / 2)).
  { rewrite G_closed by lra. replace (1 + 4 * 0 * (cosh (b / 2) * cosh (b / 2))) with 1 by ring.
    rewrite sqrt_1. field. }
  assert (Fb : fixpt (F x0 beta 0) b).
  { apply fixpt_psi. unfold psi. rewrite G0. unfold beta. field. split; [unfold b, x0; lra | lra]. }
  assert (St : beta <= sinh (b / 2)).
  { assert (K : coth (b / 2) < coth (b1 / 2)) by (apply coth_decreasing; unfold b; lra).
    left. apply Rmult_lt_reg_r with ((b - x0) / sinh (b / 2)).
    - apply Rdiv_lt_0_compat; [unfold b, x0; lra | exact S].
    - replace (beta * ((b - x0) / sinh (b / 2))) with (2 * coth (b / 2))
        by (unfold beta, coth; field; split; [lra | unfold b, x0; lra]).
      replace (sinh (b / 2) * ((b - x0) / sinh (b / 2))) with (b - x0) by (field; lra).
      unfold b, x0 in *. lra. }
  set (pref := sigma x0). assert (Hp : 0 < pref < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  assert (El : logit pref = x0) by apply logit_sigma.
  exists pref, beta, (sigma b). split; [|split; [lra|split; [exact Pb|split; [|split; [apply sigma_lt_1|]]]]].
  - split; [apply Rle_lt_trans with (1 := HqB)|]; apply sigma_increasing; unfold x0, d; lra.
  - apply fixpt_x; [exact Hp|]. now rewrite El.
  - apply p_lim_1; [exact Hp|]. rewrite El. apply (jump_to_1 x0 beta b); auto. unfold b, x0; lra.
Qed.
