(** F9: if p_ref >= p_j = sigma (- b1), where b1 tanh (b1/2) = 1, the sequence never jumps
    over a fixed point: for every beta > 0 and eps >= 0 its limit is the lowest fixed point
    (or 1 if eps = 0 and there is none), and this limit is monotone in the parameters. The
    instance W = Omega eps of [Whitening.NoJump]. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require NoJump.
From GrpoProofs.Orbits Require Import IterLemmas Success MonotoneOrbits UniversalThresholds.
Open Scope R_scope.

(** The constant b1 exists and is unique. *)
Theorem b1_exists_unique : exists b1, (0 < b1 /\ b1 * tanh (b1 / 2) = 1) /\
  forall b, 0 < b -> b * tanh (b / 2) = 1 -> b = b1.
Proof.
  destruct (ivt_up (fun b => b * sinh (b / 2) - cosh (b / 2)) 0 2 0) as [b1 [H1 E1]]; try lra.
  - intros x _. apply continuity_pt_filterlim, (ex_derive_continuous (fun b => b * sinh (b / 2) - cosh (b / 2))).
    unfold sinh, cosh. auto_derive. exact I.
  - replace (0 / 2) with 0 by field. replace (2 / 2) with 1 by field. rewrite sinh_0, cosh_0.
    split; [lra|]. unfold sinh, cosh. rewrite exp_Ropp.
    assert (E := exp_ineq1 1 ltac:(lra)). assert (Q : / exp 1 < / 2) by (apply Rinv_lt_contravar; lra). lra.
  - assert (P1 : 0 < b1).
    { destruct (Req_dec b1 0) as [Z|]; [|lra]. rewrite Z in E1. replace (0 / 2) with 0 in E1 by field.
      rewrite sinh_0, cosh_0 in E1. lra. }
    assert (T1 : b1 * tanh (b1 / 2) = 1).
    { unfold tanh. assert (C := cosh_pos (b1 / 2)). apply Rmult_eq_reg_r with (cosh (b1 / 2)); [|lra].
      replace (b1 * (sinh (b1 / 2) / cosh (b1 / 2)) * cosh (b1 / 2)) with (b1 * sinh (b1 / 2)) by (field; lra). lra. }
    exists b1. split; [split; assumption|]. intros b Pb Tb.
    apply tanh_coth in T1; [|exact P1]. apply tanh_coth in Tb; [|exact Pb].
    destruct (Rtotal_order b b1) as [L|[E|L]]; [|exact E|].
    + assert (Z := coth_decreasing (b / 2) (b1 / 2) ltac:(lra)). lra.
    + assert (Z := coth_decreasing (b1 / 2) (b / 2) ltac:(lra)). lra.
Qed.

(** F9. If p_ref >= p_j = sigma (- b1), b1 > 0 with b1 tanh (b1/2) = 1, then for every
    beta > 0, eps >= 0 the limit is the lowest fixed point, or 1 if eps = 0 and there is none. *)
Theorem universal_no_jump_threshold : forall b1 pref beta eps,
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref < 1 -> 0 < beta -> 0 <= eps ->
  let p := iter (h pref beta eps) pref in
  (exists c, lowest (h pref beta eps) c /\ is_lim_seq p c) \/
  (eps = 0 /\ (forall d, ~ fixpt (h pref beta eps) d) /\ is_lim_seq p 1).
Proof.
  intros b1 pref beta eps Hb1 Tb1 Hj Hb He p.
  destruct (NoJump.universal_no_jump_threshold _ _ b1 pref beta (Omega_whitening eps He)
    (G_over_slope eps He) Hb1 Tb1 Hj Hb) as [C|[N L]]; [now left | right].
  split; [now apply unbounded_unsmoothed | exact L].
Qed.

(** F9, monotonicity. Above p_j the limit is non-decreasing in p_ref and non-increasing in
    beta and in eps. *)
Theorem no_jump_limit_monotone : forall b1 pref pref' beta beta' eps eps' l l' : R,
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref -> pref <= pref' -> pref' < 1 ->
  0 < beta' <= beta -> 0 <= eps' <= eps ->
  is_lim_seq (iter (h pref beta eps) pref) l -> is_lim_seq (iter (h pref' beta' eps') pref') l' ->
  l <= l'.
Proof.
  intros b1 pref pref' beta beta' eps eps' l l' Hb1 Tb1 Hj Hpp Hp1 Hb He L L'.
  assert (He1 : 0 <= eps) by lra. assert (He2 : 0 <= eps') by lra.
  apply (NoJump.no_jump_limit_monotone (Omega eps) (dG eps) (Omega eps') (dG eps')
    b1 pref pref' beta beta' l l' (Omega_whitening eps He1) (G_over_slope eps He1)
    (Omega_whitening eps' He2) (G_over_slope eps' He2)); auto.
  intros p Hp. rewrite <- (sigma_logit p Hp).
  destruct (Req_dec eps' eps) as [->|Q]; [lra|]. left. apply G_eps_decreasing. lra.
Qed.
