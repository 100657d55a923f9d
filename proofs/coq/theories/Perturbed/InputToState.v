(** Input-to-state stability of the recurrence in log-odds: with a contraction
    constant L < 1, bounded (not necessarily summable) errors give a bounded
    deviation from the exact orbit and from its fixed point. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Perturbed Require Import Parametric.
Open Scope R_scope.

(** sigma is 1/4-Lipschitz. *)
Lemma sigma_lipschitz x y : Rabs (sigma x - sigma y) <= Rabs (x - y) / 4.
Proof.
  assert (K : forall a b, a < b -> 0 <= sigma b - sigma a <= (b - a) / 4).
  { intros a b Hab. assert (H := sigma_increasing a b Hab).
    destruct (MVT_gen sigma a b (fun t => var (sigma t))) as [c [_ Hc]].
    - intros t _. apply sigma_derive.
    - intros t _. apply sigma_continuity_pt.
    - assert (V := var_le_quarter (sigma c)). nra. }
  destruct (Rtotal_order x y) as [H|[->|H]].
  - specialize (K x y H). rewrite (Rabs_left1 (sigma x - sigma y)), (Rabs_left1 (x - y)); lra.
  - rewrite !Rminus_eq_0, Rabs_R0. lra.
  - specialize (K y x H). rewrite (Rabs_right (sigma x - sigma y)), (Rabs_right (x - y)); lra.
Qed.

Section Contraction.
Variables (f : R -> R) (L eta : R).
Hypothesis HL : 0 <= L < 1.
Hypothesis Hf : forall x y, Rabs (f x - f y) <= L * Rabs (x - y).

Lemma perturbed_orbit x xt :
  (forall n, Rabs (xt (S n) - f (xt n)) <= eta) ->
  forall n, Rabs (xt n - iter f x n)
            <= eta * (1 - L ^ n) / (1 - L) + L ^ n * Rabs (xt O - x).
Proof.
  intros He. induction n as [|n IH].
  - simpl. unfold Rdiv. rewrite Rminus_eq_0, Rmult_0_r, Rmult_0_l. lra.
  - simpl iter. specialize (He n). specialize (Hf (xt n) (iter f x n)).
    replace (xt (S n) - f (iter f x n)) with
      ((xt (S n) - f (xt n)) + (f (xt n) - f (iter f x n))) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _).
    apply (Rmult_le_compat_l L) in IH; [|lra].
    replace (eta * (1 - L ^ S n) / (1 - L) + L ^ S n * Rabs (xt O - x)) with
      (eta + L * (eta * (1 - L ^ n) / (1 - L) + L ^ n * Rabs (xt O - x)))
      by (simpl; field; lra).
    lra.
Qed.

Lemma iter_fixpt n xs : f xs = xs -> iter f xs n = xs.
Proof. intros E. induction n as [|n IH]; simpl; [reflexivity|]. rewrite IH; exact E. Qed.

Lemma perturbed_limsup xs xt :
  f xs = xs -> (forall n, Rabs (xt (S n) - f (xt n)) <= eta) ->
  Rbar_le (LimSup_seq (fun n => Rabs (xt n - xs))) (eta / (1 - L)).
Proof.
  intros E He.
  apply (LimSup_le_of_bound _ (fun n =>
    (Rabs (xt O - xs) - eta / (1 - L)) * L ^ n)).
  - intros n. assert (B := perturbed_orbit xs xt He n).
    rewrite iter_fixpt in B by exact E.
    apply Rle_trans with (1 := B). right. field. lra.
  - replace (Finite 0) with (Finite ((Rabs (xt O - xs) - eta / (1 - L)) * 0))
      by (f_equal; ring).
    apply is_lim_seq_mult'; [apply is_lim_seq_const|].
    apply is_lim_seq_geom. rewrite Rabs_right; lra.
Qed.

End Contraction.

(** K5. If eps > 0, L = M_eps / beta < 1 and every step of the perturbed orbit
    errs by at most eta in log-odds, then
    |x~_n - x_n| <= eta (1 - L^n) / (1 - L) + L^n |x~_0 - x_0| for the exact
    orbit x_n, limsup |x~_n - x_star| <= eta / (1 - L) for the fixed point,
    and |p~ - p| <= |x~ - x| / 4.  The errors need not be summable. *)
Theorem input_to_state_stability pref beta eps eta x xt :
  0 < pref < 1 -> 0 < beta -> 0 < eps -> Meps eps / beta < 1 ->
  let L := Meps eps / beta in
  let f := F (logit pref) beta eps in
  (forall n, Rabs (xt (S n) - f (xt n)) <= eta) ->
  (forall n, Rabs (xt n - iter f x n)
             <= eta * (1 - L ^ n) / (1 - L) + L ^ n * Rabs (xt O - x)) /\
  (forall xs, fixpt f xs ->
     Rbar_le (LimSup_seq (fun n => Rabs (xt n - xs))) (eta / (1 - L))) /\
  (forall n, Rabs (sigma (xt n) - sigma (iter f x n))
             <= Rabs (xt n - iter f x n) / 4).
Proof.
  intros Hp Hb He HL1 L f Herr.
  assert (HL : 0 <= L < 1).
  { split; [|exact HL1]. left. apply Rdiv_lt_0_compat; [apply Meps_pos, He|exact Hb]. }
  assert (Hf : forall a b, Rabs (f a - f b) <= L * Rabs (a - b)).
  { intros a b. unfold f, F, L.
    replace (logit pref + G eps a / beta - (logit pref + G eps b / beta))
      with ((G eps a - G eps b) * / beta) by (unfold Rdiv; ring).
    rewrite Rabs_mult, (Rabs_right (/ beta)) by (left; apply Rinv_0_lt_compat; lra).
    destruct (G_lipschitz_constant eps He a b) as [K _].
    apply (Rmult_le_compat_r (/ beta)) in K; [|left; apply Rinv_0_lt_compat; lra].
    unfold Rdiv. lra. }
  split; [apply (perturbed_orbit f L eta HL Hf); exact Herr|].
  split; [|intros n; apply sigma_lipschitz].
  intros xs E. apply (perturbed_limsup f L eta HL Hf xs xt E Herr).
Qed.

(** K5 (the fixed point exists, and is unique). *)
Theorem contraction_fixed_point pref beta eps :
  0 < pref < 1 -> 0 < beta -> 0 < eps -> Meps eps / beta < 1 ->
  exists xs, fixpt (F (logit pref) beta eps) xs /\
    forall ys, fixpt (F (logit pref) beta eps) ys -> ys = xs.
Proof.
  intros Hp Hb He HL. set (x0 := logit pref).
  set (top := x0 + 1 / (beta * sqrt eps)).
  assert (T : 0 < 1 / (beta * sqrt eps)).
  { apply Rdiv_lt_0_compat; [lra|]. apply Rmult_lt_0_compat; [lra|apply sqrt_lt_R0, He]. }
  destruct (ivt_seg (psi beta eps) x0 top x0) as [xs [_ E]].
  - intros t _. apply psi_continuity_pt; lra.
  - unfold top. lra.
  - split.
    + left. apply psi_below; lra.
    + assert (K := F_upper x0 beta eps Hb top He). unfold F in K. fold top in K.
      unfold psi. lra.
  - exists xs. assert (E' : fixpt (F x0 beta eps) xs) by (apply fixpt_psi; exact E).
    split; [exact E'|]. intros ys Ey. unfold fixpt in *.
    destruct (Req_dec ys xs) as [|N]; [assumption|exfalso].
    destruct (G_lipschitz_constant eps He ys xs) as [K _].
    assert (D : beta * (ys - xs) = G eps ys - G eps xs).
    { unfold F in *. assert (ys - xs = G eps ys / beta - G eps xs / beta) by lra.
      rewrite H. field. lra. }
    rewrite <- D, Rabs_mult, (Rabs_right beta) in K by lra.
    assert (P : 0 < Rabs (ys - xs)) by (apply Rabs_pos_lt; lra).
    assert (M : Meps eps < beta).
    { apply (Rmult_lt_compat_r beta) in HL; [|exact Hb].
      replace (Meps eps / beta * beta) with (Meps eps) in HL by (field; lra). lra. }
    nra.
Qed.
