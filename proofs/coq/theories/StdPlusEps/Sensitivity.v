(** Advantage (r - p) / (sqrt s + e), e > 0: how a fixed point moves with x0, beta and e
    (claim D9): the derivatives of a local branch, their signs, and the strict monotonicity
    of the smallest and of the largest fixed point. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Branch ExtremeMonotone.
From GrpoProofs.Unimodal Require Import EvenMap.
From GrpoProofs.Whitening Require Import Recurrence Folds.
From GrpoProofs.Whitening Require Sensitivity.
From GrpoProofs.StdPlusEps Require Import Gain Slope GlobalConvergence Orbits NonConvergence.
Open Scope R_scope.

(** y = std x decreases with slope - sinh (x/2) / (4 cosh^2 (x/2)). *)
Definition dstd (x : R) : R := - (sinh (x / 2) / (4 * (cosh (x / 2) * cosh (x / 2)))).

Lemma std_derive x : is_derive std x (dstd x).
Proof.
  apply (is_derive_ext (fun x => / (2 * cosh (x / 2)))).
  { intros t. symmetry. apply std_closed. }
  pose proof (cosh_pos (x / 2)). unfold dstd, Rdiv in *. auto_derive; [lra|]. field. lra.
Qed.

Lemma dGstd_dstd e x : 0 <= e -> dstd x = - (dGstd e x * ((std x + e) * (std x + e))).
Proof.
  intros He. unfold dstd, dGstd, Nstd. rewrite std_closed. pose proof (cosh_pos (x / 2)).
  pose proof (Nstd_pos e He x) as N. unfold Nstd in N. field. split; lra.
Qed.

Lemma dstd_continuity_pt x : continuity_pt dstd x.
Proof.
  apply continuity_pt_filterlim, (ex_derive_continuous dstd).
  pose proof (cosh_pos (x * / 2)) as P. pose proof (Rmult_lt_0_compat _ _ P P).
  unfold dstd, Rdiv. auto_derive. lra.
Qed.

Section Sensitivity.
Variables x0 beta e xs : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Pe : 0 < e.
Hypothesis Hfix : fixpt (Fstd x0 beta e) xs.
Let He : 0 <= e := Rlt_le _ _ Pe.
Let HW := std_whitening e He.
Let lam := dGstd e xs / beta.
Hypothesis Hlam : lam <> 1.

(** H14 (as D9). dx*/dx0 = 1 / (1 - lam). *)
Theorem std_sensitivity_x0 :
  branch_derivative (fun t x => fixpt (Fstd t beta e) x) x0 xs (/ (1 - lam)).
Proof.
  exact (Whitening.Sensitivity.sensitivity_x0 (Wstd e) (dGstd e) x0 beta xs HW
    (sm_continuous _ _ (std_smoothed e Pe) xs) Hfix Hlam).
Qed.

(** H14 (as D9). dx*/dbeta = - (G~ / beta^2) / (1 - lam). *)
Theorem std_sensitivity_beta :
  branch_derivative (fun t x => fixpt (Fstd x0 t e) x) beta xs
    (- (Gstd e xs / beta ^ 2) / (1 - lam)).
Proof.
  exact (Whitening.Sensitivity.sensitivity_beta (Wstd e) (dGstd e) x0 beta xs HW Hbeta
    (sm_continuous _ _ (std_smoothed e Pe) xs) Hfix Hlam).
Qed.

Let gap_eq : beta * (xs - x0) = / (std xs + e).
Proof.
  destruct (Whitening.Sensitivity.gap (Wstd e) (dGstd e) x0 beta xs HW Hbeta Hfix) as [_ E].
  rewrite E. change (gain (Wstd e) xs) with (/ (std xs + e)). pose proof (std_pos xs). field. lra.
Qed.

(** H14 (as D9). dx*/de = - (y + e)^(-2) / (beta (1 - lam)), y = sqrt (p* (1 - p* )). *)
Theorem std_sensitivity_e :
  let y := std xs in
  branch_derivative (fun t x => fixpt (Fstd x0 beta t) x) e xs
    (- / ((y + e) * (y + e)) / (beta * (1 - lam))).
Proof.
  intros y. pose proof (std_pos xs) as Py. fold y in Py. pose proof gap_eq as G. fold y in G.
  assert (Pg : 0 < xs - x0).
  { apply (Rmult_lt_reg_l beta); [exact Hbeta|]. rewrite G, Rmult_0_r.
    apply Rinv_0_lt_compat. lra. }
  assert (Et : - / (beta * ((xs - x0) * (xs - x0))) - dstd xs
               = - (beta * ((y + e) * (y + e)) * (1 - lam))).
  { rewrite (dGstd_dstd e xs He). fold y. unfold lam.
    replace (xs - x0) with (/ (y + e) / beta).
    - field. split; lra.
    - rewrite <- G. field. lra. }
  assert (Nz : beta * ((y + e) * (y + e)) * (1 - lam) <> 0).
  { repeat apply Rmult_integral_contrapositive_currified; lra. }
  replace (- / ((y + e) * (y + e)) / (beta * (1 - lam))) with
    (/ (- / (beta * ((xs - x0) * (xs - x0))) - dstd xs)).
  2:{ rewrite Et. field. repeat split; lra. }
  apply (branch_from_inverse _ (fun x => / (beta * (x - x0)) - std x)
    (fun x => - / (beta * ((x - x0) * (x - x0))) - dstd x) e xs (xs - x0) e); try lra.
  - intros x Hx. apply Rabs_def2 in Hx.
    assert (Q : 0 < beta * (x - x0)) by (apply Rmult_lt_0_compat; lra).
    pose proof (std_derive x) as D.
    assert (Ex : ex_derive (fun x : R => std x) x) by (eexists; exact D).
    assert (Dv : Derive (fun x : R => std x) x = dstd x) by (apply is_derive_unique, D).
    auto_derive.
    + repeat split; try exact Ex. apply Rgt_not_eq. exact Q.
    + rewrite Dv. field. split; lra.
  - apply continuity_pt_minus; [|apply dstd_continuity_pt].
    apply continuity_pt_filterlim, (ex_derive_continuous (fun x => - / (beta * ((x - x0) * (x - x0))))).
    auto_derive. apply Rgt_not_eq.
    change (0 < beta * ((xs - x0) * (xs - x0))). repeat apply Rmult_lt_0_compat; lra.
  - fold y. rewrite G, Rinv_inv. ring.
  - intros t x Ht Hx. apply Rabs_def2 in Ht. apply Rabs_def2 in Hx.
    pose proof (std_pos x) as Px.
    assert (Q : 0 < beta * (x - x0)) by (apply Rmult_lt_0_compat; lra).
    unfold fixpt, Fstd, Gstd. split; intros E.
    + assert (E1 : beta * (x - x0) = / (std x + t)).
      { replace (x - x0) with (/ (std x + t) / beta) by lra. field. lra. }
      rewrite E1, Rinv_inv. ring.
    + assert (E1 : std x + t = / (beta * (x - x0))) by lra.
      rewrite E1, Rinv_inv. field. lra.
Qed.

(** H14 (as D9). Signs: with lam < 1 the fixed point increases with x0 and decreases with beta
    and e; with lam > 1 (the middle one) all three signs are reversed. *)
Theorem std_sensitivity_signs :
  let y := std xs in
  let dx0 := / (1 - lam) in
  let dbeta := - (Gstd e xs / beta ^ 2) / (1 - lam) in
  let de := - / ((y + e) * (y + e)) / (beta * (1 - lam)) in
  (lam < 1 -> 0 < dx0 /\ dbeta < 0 /\ de < 0) /\
  (1 < lam -> dx0 < 0 /\ 0 < dbeta /\ 0 < de).
Proof.
  intros y dx0 dbeta de. pose proof (std_pos xs) as Py. fold y in Py.
  assert (P1 : 0 < Gstd e xs / beta ^ 2).
  { apply Rdiv_lt_0_compat; [now apply Gstd_pos|]. simpl. apply Rmult_lt_0_compat; lra. }
  assert (P2 : 0 < / ((y + e) * (y + e)) / beta).
  { apply Rdiv_lt_0_compat; [apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra | lra]. }
  assert (E1 : dbeta = - (Gstd e xs / beta ^ 2 * dx0)) by (unfold dbeta, dx0, Rdiv; ring).
  assert (E2 : de = - (/ ((y + e) * (y + e)) / beta * dx0)).
  { unfold de, dx0. field. repeat split; lra. }
  rewrite E1, E2. split; intros H.
  - assert (Pd : 0 < dx0) by (apply Rinv_0_lt_compat; lra).
    pose proof (Rmult_lt_0_compat _ _ P1 Pd). pose proof (Rmult_lt_0_compat _ _ P2 Pd). lra.
  - assert (Pd : 0 < - dx0).
    { unfold dx0. pose proof (Rinv_lt_0_compat (1 - lam) ltac:(lra)). lra. }
    pose proof (Rmult_lt_0_compat _ _ P1 Pd). pose proof (Rmult_lt_0_compat _ _ P2 Pd). lra.
Qed.
End Sensitivity.

Lemma Fstd_lt_params x0 x0' beta beta' e e' :
  0 < beta' <= beta -> 0 < e' <= e -> x0 <= x0' -> x0 < x0' \/ beta' < beta \/ e' < e ->
  forall x, Fstd x0 beta e x < Fstd x0' beta' e' x.
Proof.
  intros Hb He Hx H x. unfold Fstd. pose proof (std_pos x) as Ps.
  assert (G1 : Gstd e x <= Gstd e' x) by (apply Rinv_le_contravar; lra).
  pose proof (Gstd_pos e ltac:(lra) x) as Pg.
  assert (I1 : / beta <= / beta') by (apply Rinv_le_contravar; lra).
  assert (I0 : 0 < / beta) by (apply Rinv_0_lt_compat; lra).
  assert (A : Gstd e x * / beta <= Gstd e' x * / beta) by (apply Rmult_le_compat_r; lra).
  assert (B : Gstd e' x * / beta <= Gstd e' x * / beta') by (apply Rmult_le_compat_l; lra).
  unfold Rdiv. destruct H as [H|[H|H]]; [lra| |].
  - assert (/ beta < / beta') by (apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra).
    assert (Gstd e' x * / beta < Gstd e' x * / beta') by (apply Rmult_lt_compat_l; lra). lra.
  - assert (Gstd e x < Gstd e' x).
    { apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra. }
    assert (Gstd e x * / beta < Gstd e' x * / beta) by (apply Rmult_lt_compat_r; lra). lra.
Qed.

Lemma highest_p (W : R -> R) pref beta d : 0 < pref < 1 -> highest (hW W pref beta) d ->
  highest (FW W (logit pref) beta) (logit d).
Proof.
  intros Hp [E M]. destruct (fixpt_p W pref beta Hp d E) as [Fx [_ Ed]]. split; [exact Fx|].
  intros y Fy. apply (fixpt_x W pref beta Hp) in Fy. apply M in Fy. rewrite <- Ed in Fy.
  apply Rnot_lt_le. intros L. apply sigma_increasing in L. lra.
Qed.

(** H14 (as D9). The smallest and the largest fixed point are strictly increasing in p_ref and
    strictly decreasing in beta and in e (at a flip-unstable one too). *)
Theorem std_extreme_fixed_points_strict pref pref' beta beta' e e' p p' :
  0 < pref -> pref <= pref' -> pref' < 1 -> 0 < beta' <= beta -> 0 < e' <= e ->
  pref < pref' \/ beta' < beta \/ e' < e ->
  (lowest (hstd pref beta e) p -> lowest (hstd pref' beta' e') p' -> p < p') /\
  (highest (hstd pref beta e) p -> highest (hstd pref' beta' e') p' -> p < p').
Proof.
  intros H1 H2 H3 Hb He H. assert (HpA : 0 < pref < 1) by lra. assert (HpB : 0 < pref' < 1) by lra.
  assert (Hx : logit pref <= logit pref').
  { destruct H2 as [Q|Q]; [left; apply logit_increasing; lra | rewrite Q; lra]. }
  assert (H' : logit pref < logit pref' \/ beta' < beta \/ e' < e).
  { destruct H as [Q|[Q|Q]]; auto. left. apply logit_increasing; lra. }
  pose proof (Fstd_lt_params _ _ _ _ _ _ Hb He Hx H') as Hlt.
  set (f := Fstd (logit pref) beta e) in *. set (f' := Fstd (logit pref') beta' e') in *.
  assert (S : forall q b d c, 0 < q < 1 -> fixpt (hstd q b d) c -> 0 < c < 1 /\ sigma (logit c) = c)
    by (intros q b d c Hq Fc; exact (proj2 (fixpt_p (Wstd d) q b Hq c Fc))).
  split; intros A B.
  - destruct (S _ _ _ _ HpA (proj1 A)) as [_ Sp]. destruct (S _ _ _ _ HpB (proj1 B)) as [_ Sp'].
    rewrite <- Sp, <- Sp'. apply sigma_increasing.
    rewrite <- Sp in A. rewrite <- Sp' in B.
    apply (lowest_p (Wstd e) pref beta HpA) in A. apply (lowest_p (Wstd e') pref' beta' HpB) in B.
    apply (least_lt f f' (logit pref)); auto.
    + intros z. apply (f_cont f (FW_even_unimodal _ _ _ beta (std_whitening e ltac:(lra)) ltac:(lra))).
    + intros z. apply (FW_gt (Wstd e) (dGstd e) _ beta (std_whitening e ltac:(lra)) ltac:(lra)).
  - destruct (S _ _ _ _ HpA (proj1 A)) as [_ Sp]. destruct (S _ _ _ _ HpB (proj1 B)) as [_ Sp'].
    rewrite <- Sp, <- Sp'. apply sigma_increasing.
    apply (highest_p (Wstd e) pref beta p HpA) in A. apply (highest_p (Wstd e') pref' beta' p' HpB) in B.
    apply (greatest_lt f f' (logit pref' + / e' / beta')); auto.
    + intros z. apply (f_cont f' (FW_even_unimodal _ _ _ beta' (std_whitening e' ltac:(lra)) ltac:(lra))).
    + intros z. apply (Fstd_envelope e' (logit pref') beta'); lra.
Qed.
