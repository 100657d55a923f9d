(** How a fixed point moves with the parameters, for eps > 0: the derivatives of a local
    branch of fixed points in x0, beta and eps. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints Branch.
From GrpoProofs.Whitening Require Folds Sensitivity.
From GrpoProofs.Orbits Require Import Success Folds.
Open Scope R_scope.

Section Sensitivity.
Variables x0 beta eps xs : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Hypothesis Hfix : fixpt (F x0 beta eps) xs.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let lam := dG eps xs / beta.
Hypothesis Hlam : lam <> 1.

Lemma xs_gap : 0 < xs - x0 /\ xs - x0 = G eps xs / beta.
Proof.
  unfold fixpt, F in Hfix. assert (E : xs - x0 = G eps xs / beta) by lra.
  split; [|exact E]. rewrite E. apply Rdiv_lt_0_compat; [now apply G_pos | exact Hbeta].
Qed.

(** D9. dx*/dx0 = 1 / (1 - lam). *)
Theorem sensitivity_x0 :
  branch_derivative (fun t x => fixpt (F t beta eps) x) x0 xs (/ (1 - lam)).
Proof.
  exact (Whitening.Sensitivity.sensitivity_x0 (Omega eps) (dG eps) x0 beta xs
    (Omega_whitening eps He) (Whitening.Folds.sm_continuous _ _ (Omega_smoothed eps Heps) xs) Hfix Hlam).
Qed.

(** D9. dx*/dbeta = - (G / beta^2) / (1 - lam). *)
Theorem sensitivity_beta :
  branch_derivative (fun t x => fixpt (F x0 t eps) x) beta xs
    (- (G eps xs / beta ^ 2) / (1 - lam)).
Proof.
  exact (Whitening.Sensitivity.sensitivity_beta (Omega eps) (dG eps) x0 beta xs
    (Omega_whitening eps He) Hbeta
    (Whitening.Folds.sm_continuous _ _ (Omega_smoothed eps Heps) xs) Hfix Hlam).
Qed.

(** D9. dx*/deps = - (s + eps)^(-3/2) / (2 beta (1 - lam)), s = p* (1 - p* ). *)
Theorem sensitivity_eps :
  let s := var (sigma xs) in
  branch_derivative (fun t x => fixpt (F x0 beta t) x) eps xs
    (- / ((s + eps) * sqrt (s + eps)) / (2 * beta * (1 - lam))).
Proof.
  intros s. destruct xs_gap as [Pg Eg]. pose proof (var_sigma_pos xs) as Hs. fold s in Hs.
  assert (Hr : 0 < sqrt (s + eps)) by (apply sqrt_lt_R0; lra).
  assert (Er : sqrt (s + eps) * sqrt (s + eps) = s + eps) by (apply sqrt_sqrt; lra).
  assert (Gr : xs - x0 = / (sqrt (s + eps) * beta)).
  { rewrite Eg. unfold G, Omega. fold s. field. lra. }
  assert (El : lam = s * (2 * sigma xs - 1) / (2 * beta * ((s + eps) * sqrt (s + eps)))).
  { unfold lam. rewrite dG_var by exact He. fold s. field. lra. }
  assert (Ds : forall x, Derive (fun x => sigma x) x = var (sigma x))
    by (intros; now apply is_derive_unique, sigma_derive).
  assert (Et : - 2 / (beta * beta * ((xs - x0) * (xs - x0) * (xs - x0)))
               - (1 - 2 * sigma xs) * var (sigma xs)
               = - (2 * beta * ((s + eps) * sqrt (s + eps)) * (1 - lam))).
  { rewrite El, Gr. fold s. set (r := sqrt (s + eps)) in *. clearbody r.
    rewrite <- Er. field. lra. }
  assert (Nz : 2 * beta * ((s + eps) * sqrt (s + eps)) * (1 - lam) <> 0).
  { repeat apply Rmult_integral_contrapositive_currified; lra. }
  replace (- / ((s + eps) * sqrt (s + eps)) / (2 * beta * (1 - lam))) with
    (/ (- 2 / (beta * beta * ((xs - x0) * (xs - x0) * (xs - x0)))
        - (1 - 2 * sigma xs) * var (sigma xs))).
  2:{ rewrite Et. field. repeat split; lra. }
  apply (branch_from_inverse _
    (fun x => / ((beta * (x - x0)) * (beta * (x - x0))) - sigma x * (1 - sigma x))
    (fun x => - 2 / (beta * beta * ((x - x0) * (x - x0) * (x - x0)))
              - (1 - 2 * sigma x) * (sigma x * (1 - sigma x))) eps xs (xs - x0) eps); try lra.
  - intros x Hx. apply Rabs_def2 in Hx.
    assert (Q : 0 < beta * (x - x0)) by (apply Rmult_lt_0_compat; lra).
    auto_derive.
    + repeat split; try (eexists; apply sigma_derive). apply Rgt_not_eq. apply Rmult_lt_0_compat; exact Q.
    + rewrite !Ds. unfold var. field. lra.
  - apply continuity_pt_filterlim, (ex_derive_continuous
      (fun x => - 2 / (beta * beta * ((x - x0) * (x - x0) * (x - x0)))
              - (1 - 2 * sigma x) * (sigma x * (1 - sigma x)))).
    auto_derive. assert (H : 0 < beta * beta * ((xs - x0) * (xs - x0) * (xs - x0)))
      by (repeat apply Rmult_lt_0_compat; lra).
    repeat split; try (eexists; apply sigma_derive); apply Rgt_not_eq; exact H.
  - fold (var (sigma xs)). rewrite Et. lra.
  - fold (var (sigma xs)). fold s. rewrite Gr.
    transitivity (sqrt (s + eps) * sqrt (s + eps) - s); [field; lra | rewrite Er; ring].
  - intros t x Ht Hx. apply Rabs_def2 in Ht. apply Rabs_def2 in Hx.
    fold (var (sigma x)). pose proof (var_sigma_pos x) as Hv.
    assert (Hq : 0 < sqrt (var (sigma x) + t)) by (apply sqrt_lt_R0; lra).
    assert (Eq : sqrt (var (sigma x) + t) * sqrt (var (sigma x) + t) = var (sigma x) + t)
      by (apply sqrt_sqrt; lra).
    unfold fixpt, F, G, Omega. set (q := sqrt (var (sigma x) + t)) in *. clearbody q.
    assert (Pb : 0 < beta * (x - x0)) by (apply Rmult_lt_0_compat; lra).
    split; intros E.
    + assert (E1 : beta * (x - x0) = / q).
      { replace (x - x0) with (/ q / beta) by lra. field. lra. }
      rewrite E1, <- Rinv_mult, Rinv_inv, Eq. ring.
    + assert (E1 : / (beta * (x - x0)) = q).
      { apply Rsqr_eq_iff; [left; now apply Rinv_0_lt_compat | lra |].
        rewrite <- Rinv_mult, Eq. lra. }
      rewrite <- E1. field. lra.
Qed.

(** D9. Signs: with lam < 1 the fixed point increases with x0 and decreases with beta and
    eps; with lam > 1 (the middle one) all three signs are reversed. *)
Theorem sensitivity_signs :
  let s := var (sigma xs) in
  let dx0 := / (1 - lam) in
  let dbeta := - (G eps xs / beta ^ 2) / (1 - lam) in
  let deps := - / ((s + eps) * sqrt (s + eps)) / (2 * beta * (1 - lam)) in
  (lam < 1 -> 0 < dx0 /\ dbeta < 0 /\ deps < 0) /\
  (1 < lam -> dx0 < 0 /\ 0 < dbeta /\ 0 < deps).
Proof.
  intros s dx0 dbeta deps. pose proof (var_sigma_pos xs) as Hs. fold s in Hs.
  assert (Hr : 0 < sqrt (s + eps)) by (apply sqrt_lt_R0; lra).
  assert (P1 : 0 < G eps xs / beta ^ 2)
    by (apply Rdiv_lt_0_compat; [now apply G_pos | nra]).
  assert (P2 : 0 < / ((s + eps) * sqrt (s + eps)) / (2 * beta)).
  { apply Rdiv_lt_0_compat; [apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra | lra]. }
  assert (E1 : dbeta = - (G eps xs / beta ^ 2 * dx0)) by (unfold dbeta, dx0, Rdiv; ring).
  assert (E2 : deps = - (/ ((s + eps) * sqrt (s + eps)) / (2 * beta) * dx0)).
  { unfold deps, dx0. field. repeat split; try lra. }
  rewrite E1, E2. split; intros H.
  - assert (Pd : 0 < dx0) by (apply Rinv_0_lt_compat; lra).
    pose proof (Rmult_lt_0_compat _ _ P1 Pd). pose proof (Rmult_lt_0_compat _ _ P2 Pd). lra.
  - assert (Pd : 0 < - dx0).
    { unfold dx0. pose proof (Rinv_lt_0_compat (1 - lam) ltac:(lra)). lra. }
    pose proof (Rmult_lt_0_compat _ _ P1 Pd). pose proof (Rmult_lt_0_compat _ _ P2 Pd). lra.
Qed.

End Sensitivity.
