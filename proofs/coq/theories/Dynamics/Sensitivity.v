(** How a fixed point moves with the parameters, for eps > 0: the derivatives of a local
    branch of fixed points in x0, beta and eps, and the strict monotonicity of the smallest
    and of the largest fixed point. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints Cusp LocalStability.
Open Scope R_scope.

(** The solutions x of S t x near (t0, xs) form, for t near t0, a single branch whose
    derivative at t0 is l. *)
Definition branch_derivative (S : R -> R -> Prop) (t0 xs l : R) : Prop :=
  exists r, 0 < r /\ forall e, 0 < e -> exists d, 0 < d /\
    forall t, Rabs (t - t0) < d -> exists x, Rabs (x - xs) < r /\ S t x /\
      (forall y, Rabs (y - xs) < r -> S t y -> y = x) /\
      Rabs (x - xs - l * (t - t0)) <= e * Rabs (t - t0).

(** In particular every continuous selection of solutions is differentiable. *)
Lemma branch_is_derive (S : R -> R -> Prop) (t0 xs l : R) (X : R -> R) :
  branch_derivative S t0 xs l -> X t0 = xs -> continuity_pt X t0 ->
  (exists d, 0 < d /\ forall t, Rabs (t - t0) < d -> S t (X t)) -> is_derive X t0 l.
Proof.
  intros [r [Pr H]] E0 Hc [d0 [P0 HS]]. apply is_derive_Reals. intros e He.
  destruct (H (e / 2) ltac:(lra)) as [d1 [P1 H1]].
  destruct (Hc r Pr) as [d2 [P2 H2]]. unfold dist in H2; simpl in H2. unfold R_dist in H2.
  set (d := Rmin d0 (Rmin d1 d2)).
  assert (Pd : 0 < d) by (unfold d; repeat apply Rmin_pos; assumption).
  assert (L0 : d <= d0) by apply Rmin_l.
  assert (L1 : d <= d1) by (eapply Rle_trans; [apply Rmin_r|apply Rmin_l]).
  assert (L2 : d <= d2) by (eapply Rle_trans; [apply Rmin_r|apply Rmin_r]).
  exists (mkposreal d Pd). simpl. intros k Hk Hkd.
  destruct (H1 (t0 + k)) as [x [Hx [_ [Un B]]]].
  { replace (t0 + k - t0) with k by ring. lra. }
  replace (t0 + k - t0) with k in B by ring.
  assert (Ex : X (t0 + k) = x).
  { apply Un.
    - rewrite <- E0. apply H2. split.
      + split; [exact I|]. intros Q. apply Hk. lra.
      + replace (t0 + k - t0) with k by ring. lra.
    - apply HS. replace (t0 + k - t0) with k by ring. lra. }
  rewrite Ex, E0.
  replace ((x - xs) / k - l) with ((x - xs - l * k) / k) by (field; exact Hk).
  unfold Rdiv. rewrite Rabs_mult, Rabs_inv.
  pose proof (Rabs_pos_lt k Hk). apply (Rmult_lt_reg_r (Rabs k)); [assumption|].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. nra.
Qed.

(** Local inversion of a map with a continuous non-zero derivative. *)
Lemma local_inverse (T dT : R -> R) (xs r0 : R) : 0 < r0 ->
  (forall x, Rabs (x - xs) < r0 -> is_derive T x (dT x)) ->
  continuity_pt dT xs -> dT xs <> 0 ->
  exists r1, 0 < r1 <= r0 /\ forall r, 0 < r <= r1 ->
  forall e, 0 < e -> exists d, 0 < d /\
    forall t, Rabs (t - T xs) < d -> exists x, Rabs (x - xs) < r /\ T x = t /\
      (forall y, Rabs (y - xs) < r -> T y = t -> y = x) /\
      Rabs (x - xs - / dT xs * (t - T xs)) <= e * Rabs (t - T xs).
Proof.
  intros Pr0 Hd Hc Hn. set (l := dT xs) in *. pose proof (Rabs_pos_lt l Hn) as Pl.
  destruct (Hc (Rabs l / 2) ltac:(lra)) as [r2 [P2 H2]].
  unfold dist in H2; simpl in H2. unfold R_dist in H2.
  assert (Near : forall x, Rabs (x - xs) < r2 -> Rabs (dT x - l) < Rabs l / 2).
  { intros x Hx. destruct (Req_dec x xs) as [->|Q].
    - fold l. rewrite Rminus_eq_0, Rabs_R0. lra.
    - apply H2. split; [split; [exact I | auto] | exact Hx]. }
  set (r1 := Rmin r0 (r2 / 1)). 
  assert (L0 : r1 <= r0) by apply Rmin_l.
  assert (L2 : r1 <= r2) by (unfold r1; pose proof (Rmin_r r0 (r2 / 1)); lra).
  assert (P1 : 0 < r1) by (apply Rmin_pos; lra).
  (* distances are expanded by at least |l| / 2 on the neighbourhood *)
  assert (Ex : forall x y, Rabs (x - xs) < r1 -> Rabs (y - xs) < r1 -> x < y ->
    exists c, Rabs (c - xs) < r1 /\ T y - T x = dT c * (y - x)).
  { intros x y Hx Hy Hxy. apply Rabs_def2 in Hx. apply Rabs_def2 in Hy.
    destruct (MVT_cor2 T dT x y Hxy) as [c [E Hcc]].
    - intros c Hcc. apply is_derive_Reals, Hd. apply Rabs_def1; lra.
    - exists c. split; [apply Rabs_def1; lra | exact E]. }
  assert (Un : forall x y, Rabs (x - xs) < r1 -> Rabs (y - xs) < r1 -> T x = T y -> x = y).
  { assert (W : forall x y, Rabs (x - xs) < r1 -> Rabs (y - xs) < r1 -> x < y -> T x <> T y).
    { intros x y Hx Hy Hxy E. destruct (Ex x y Hx Hy Hxy) as [c [Hcc Ec]].
      assert (Z : dT c = 0).
      { rewrite E, Rminus_eq_0 in Ec. symmetry in Ec. apply Rmult_integral in Ec.
        destruct Ec; [assumption | lra]. }
      specialize (Near c ltac:(lra)). rewrite Z, Rminus_0_l, Rabs_Ropp in Near. lra. }
    intros x y Hx Hy E. destruct (Rtotal_order x y) as [L|[L|L]]; [|exact L|].
    - exfalso. now apply (W x y).
    - exfalso. apply (W y x); auto. }
  assert (Ct : forall x, Rabs (x - xs) < r1 -> continuity_pt T x).
  { intros x Hx. apply continuity_pt_filterlim, (ex_derive_continuous T). eexists.
    apply Hd. lra. }
  exists r1. split; [lra|]. intros r Hr e He.
  (* linear approximation at xs with a small error *)
  set (e1 := Rmin (Rabs l / 2) (e * (l * l) / 2)).
  assert (Pll : 0 < l * l) by nra.
  assert (Pe1 : 0 < e1) by (apply Rmin_pos; nra).
  assert (E1a : e1 <= Rabs l / 2) by apply Rmin_l.
  assert (E1b : e1 <= e * (l * l) / 2) by apply Rmin_r.
  assert (Hxs : Rabs (xs - xs) < r0) by (rewrite Rminus_eq_0, Rabs_R0; lra).
  destruct (linear_bound T xs l e1 (Hd xs Hxs) Pe1) as [d1 [Pd1 Hlin]].
  set (k := Rmin (r / 2) (d1 / 2)).
  assert (Pk : 0 < k) by (apply Rmin_pos; lra).
  assert (K1 : k <= r / 2) by apply Rmin_l. assert (K2 : k <= d1 / 2) by apply Rmin_r.
  (* end points of the interval of half-width k *)
  pose proof (Hlin (xs + k) ltac:(replace (xs + k - xs) with k by ring;
    rewrite Rabs_pos_eq; lra)) as Bp.
  pose proof (Hlin (xs - k) ltac:(replace (xs - k - xs) with (- k) by ring;
    rewrite Rabs_Ropp, Rabs_pos_eq; lra)) as Bm.
  replace (xs + k - xs) with k in Bp by ring. replace (xs - k - xs) with (- k) in Bm by ring.
  rewrite Rabs_Ropp in Bm. rewrite (Rabs_pos_eq k) in Bp, Bm by lra.
  assert (Sm : e1 * k <= Rabs l / 2 * k) by (apply Rmult_le_compat_r; lra).
  exists (Rabs l * k / 2). split; [nra|]. intros t Ht.
  assert (Sol : exists x, Rabs (x - xs) <= k /\ T x = t).
  { apply Rabs_def2 in Ht. apply Rabs_le_between in Bp. apply Rabs_le_between in Bm.
    destruct (Rcase_abs l) as [Q|Q].
    - assert (Al : Rabs l = - l) by now apply Rabs_left.
      rewrite Al in *.
      destruct (ivt_seg (fun x => - T x) (xs - k) (xs + k) (- t)) as [x [Hx E]].
      + intros x Hx. apply continuity_pt_opp, Ct. apply Rabs_def1; lra.
      + lra.
      + split; nra.
      + exists x. split; [apply Rabs_le; lra | lra].
    - assert (Al : Rabs l = l) by (apply Rabs_pos_eq; lra).
      rewrite Al in *.
      destruct (ivt_seg T (xs - k) (xs + k) t) as [x [Hx E]].
      + intros x Hx. apply Ct. apply Rabs_def1; lra.
      + lra.
      + split; nra.
      + exists x. split; [apply Rabs_le; lra | exact E]. }
  destruct Sol as [x [Hx E]]. exists x.
  split; [lra|]. split; [exact E|]. split.
  - intros y Hy Ey. apply Un; try lra.
  - pose proof (Hlin x ltac:(lra)) as B. rewrite E in B.
    set (u := x - xs) in *. set (v := t - T xs) in *.
    assert (Bu : Rabs l / 2 * Rabs u <= Rabs v).
    { assert (T1 : Rabs (l * u) <= Rabs v + Rabs (v - l * u)).
      { assert (Eq : l * u = v - (v - l * u)) by ring. rewrite Eq at 1.
        eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra. }
      rewrite Rabs_mult in T1. pose proof (Rabs_pos u).
      assert (e1 * Rabs u <= Rabs l / 2 * Rabs u) by (apply Rmult_le_compat_r; lra). lra. }
    replace (u - / l * v) with (- / l * (v - l * u)) by (field; exact Hn).
    rewrite Rabs_mult, Rabs_Ropp, Rabs_inv.
    apply (Rmult_le_reg_l (Rabs l)); [exact Pl|].
    rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra.
    eapply Rle_trans; [exact B|].
    assert (Al : Rabs l * Rabs l = l * l) by (rewrite <- Rabs_mult; apply Rabs_pos_eq; lra).
    pose proof (Rabs_pos u) as Pu.
    assert (S1 : e1 * Rabs u <= e * (l * l) / 2 * Rabs u) by (apply Rmult_le_compat_r; lra).
    rewrite <- Al in S1.
    assert (S2 : e * Rabs l * (Rabs l / 2 * Rabs u) <= e * Rabs l * Rabs v)
      by (apply Rmult_le_compat_l; nra).
    lra.
Qed.

(** From a parametrised equation to [branch_derivative]. *)
Lemma branch_from_inverse (S : R -> R -> Prop) (T dT : R -> R) (t0 xs r0 c0 : R) :
  0 < r0 -> 0 < c0 ->
  (forall x, Rabs (x - xs) < r0 -> is_derive T x (dT x)) ->
  continuity_pt dT xs -> dT xs <> 0 -> T xs = t0 ->
  (forall t x, Rabs (t - t0) < c0 -> Rabs (x - xs) < r0 -> (S t x <-> T x = t)) ->
  branch_derivative S t0 xs (/ dT xs).
Proof.
  intros P0 Pc Hd Hc Hn E0 Heq.
  destruct (local_inverse T dT xs r0 P0 Hd Hc Hn) as [r1 [Hr1 H]].
  exists r1. split; [lra|]. intros e He.
  destruct (H r1 ltac:(lra) e He) as [d [Pd Hd']]. rewrite E0 in Hd'.
  exists (Rmin d c0). split; [now apply Rmin_pos|]. intros t Ht.
  pose proof (Rmin_l d c0). pose proof (Rmin_r d c0).
  destruct (Hd' t ltac:(lra)) as [x [Hx [Ex [Un B]]]].
  exists x. split; [exact Hx|]. split; [apply Heq; [lra | lra | exact Ex]|].
  split; [|exact B]. intros y Hy Sy. apply Un; [exact Hy|]. apply Heq in Sy; lra || exact Sy.
Qed.

(** Side conditions of [auto_derive]. *)
Ltac side :=
  repeat match goal with
  | |- _ /\ _ => split
  | |- True => exact I
  | |- ex_derive ?f _ =>
      match f with
      | context [dG] => eexists; now apply dG_derive
      | context [G] => eexists; now apply G_derive
      | context [sigma] => eexists; apply sigma_derive
      end
  end; try lra.

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
  apply (branch_from_inverse _ (psi beta eps) (fun x => 1 - dG eps x / beta) x0 xs 1 1);
    try lra.
  - intros x _. now apply psi_derive.
  - apply continuity_pt_filterlim, (ex_derive_continuous (fun x => 1 - dG eps x / beta)).
    auto_derive. side.
  - fold lam. lra.
  - now apply (fixpt_psi x0 beta eps xs).
  - intros t x _ _. apply fixpt_psi.
Qed.

(** D9. dx*/dbeta = - (G / beta^2) / (1 - lam). *)
Theorem sensitivity_beta :
  branch_derivative (fun t x => fixpt (F x0 t eps) x) beta xs
    (- (G eps xs / beta ^ 2) / (1 - lam)).
Proof.
  destruct xs_gap as [Pg Eg]. pose proof (G_pos eps He xs) as HG.
  assert (DG : forall x, Derive (fun x => G eps x) x = dG eps x)
    by (intros; now apply is_derive_unique, G_derive).
  replace (- (G eps xs / beta ^ 2) / (1 - lam)) with
    (/ ((dG eps xs * (xs - x0) - G eps xs) / ((xs - x0) * (xs - x0)))).
  2:{ rewrite Eg. unfold lam in *. field.
      assert (beta - dG eps xs <> 0).
      { intros Q. apply Hlam. replace (dG eps xs) with beta by lra. field. lra. }
      repeat split; try lra; try nra. }
  apply (branch_from_inverse _ (fun x => G eps x / (x - x0))
    (fun x => (dG eps x * (x - x0) - G eps x) / ((x - x0) * (x - x0))) beta xs (xs - x0) beta);
    try lra.
  - intros x Hx. apply Rabs_def2 in Hx. auto_derive.
    + side.
    + rewrite DG. field. lra.
  - apply continuity_pt_filterlim, (ex_derive_continuous
      (fun x => (dG eps x * (x - x0) - G eps x) / ((x - x0) * (x - x0)))).
    auto_derive. side.
    apply Rmult_integral_contrapositive_currified; lra.
  - rewrite Eg. intros Q.
    assert (Z : (dG eps xs * (G eps xs / beta) - G eps xs) = 0).
    { assert (N : G eps xs / beta * (G eps xs / beta) <> 0) by (rewrite <- Eg; nra).
      apply (Rmult_eq_compat_r (G eps xs / beta * (G eps xs / beta))) in Q.
      unfold Rdiv at 1 in Q. rewrite Rmult_assoc, Rinv_l, Rmult_1_r, Rmult_0_l in Q by exact N.
      exact Q. }
    apply Hlam. unfold lam.
    assert (Z2 : G eps xs * (dG eps xs / beta - 1) = 0).
    { rewrite <- Z. field. lra. }
    apply Rmult_integral in Z2. destruct Z2; lra.
  - rewrite Eg. field. lra.
  - intros t x Ht Hx. apply Rabs_def2 in Ht. apply Rabs_def2 in Hx.
    unfold fixpt, F. split; intros E.
    + replace (x - x0) with (G eps x / t) by lra.
      pose proof (G_pos eps He x). field. lra.
    + rewrite <- E. pose proof (G_pos eps He x). field. lra.
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
    + side. apply Rgt_not_eq. apply Rmult_lt_0_compat; exact Q.
    + rewrite !Ds. unfold var. field. lra.
  - apply continuity_pt_filterlim, (ex_derive_continuous
      (fun x => - 2 / (beta * beta * ((x - x0) * (x - x0) * (x - x0)))
              - (1 - 2 * sigma x) * (sigma x * (1 - sigma x)))).
    auto_derive. assert (H : 0 < beta * beta * ((xs - x0) * (xs - x0) * (xs - x0)))
      by (repeat apply Rmult_lt_0_compat; lra).
    side; apply Rgt_not_eq; exact H.
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

(** * Monotonicity of the extreme fixed points *)

Lemma least_lt (f g : R -> R) (m x y : R) :
  (forall z, continuity_pt f z) -> (forall z, f z < g z) -> (forall z, m < f z) ->
  least_fixpt f x -> least_fixpt g y -> x < y.
Proof.
  intros Cf Hlt Hm [Ex Mx] [Ey _]. unfold fixpt in *.
  pose proof (Hlt y) as Hy. pose proof (Hm y) as Hmy.
  destruct (ivt_seg (fun z => z - f z) m y 0) as [z [Hz Ez]].
  - intros z _. apply continuity_pt_minus; [|apply Cf].
    apply derivable_continuous_pt, derivable_pt_id.
  - lra.
  - specialize (Hm m). lra.
  - assert (z <> y) by (intros ->; lra). specialize (Mx z ltac:(lra)). lra.
Qed.

Lemma greatest_lt (f g : R -> R) (k x y : R) :
  (forall z, continuity_pt g z) -> (forall z, f z < g z) -> (forall z, g z < k) ->
  greatest_fixpt f x -> greatest_fixpt g y -> x < y.
Proof.
  intros Cg Hlt Hk [Ex _] [_ My]. unfold fixpt in *.
  pose proof (Hlt x) as Hx. pose proof (Hk x) as Hkx.
  destruct (ivt_seg (fun z => z - g z) x k 0) as [z [Hz Ez]].
  - intros z _. apply continuity_pt_minus; [|apply Cg].
    apply derivable_continuous_pt, derivable_pt_id.
  - lra.
  - specialize (Hk k). lra.
  - assert (z <> x) by (intros ->; lra). specialize (My z ltac:(lra)). lra.
Qed.

Lemma least_h_F pref beta eps p : 0 < pref < 1 -> least_fixpt (h pref beta eps) p ->
  0 < p < 1 /\ least_fixpt (F (logit pref) beta eps) (logit p).
Proof.
  intros Hp [E M]. destruct (fixpt_h_F pref beta eps Hp p E) as [Hq Ex].
  split; [exact Hq|]. split; [exact Ex|]. intros y Hy.
  apply fixpt_F_h in Hy; [|exact Hp]. apply M in Hy.
  rewrite <- (sigma_logit p Hq) in Hy.
  destruct (Rle_lt_dec (logit p) y) as [Q|Q]; [exact Q|]. apply sigma_increasing in Q. lra.
Qed.

Lemma greatest_h_F pref beta eps p : 0 < pref < 1 -> greatest_fixpt (h pref beta eps) p ->
  0 < p < 1 /\ greatest_fixpt (F (logit pref) beta eps) (logit p).
Proof.
  intros Hp [E M]. destruct (fixpt_h_F pref beta eps Hp p E) as [Hq Ex].
  split; [exact Hq|]. split; [exact Ex|]. intros y Hy.
  apply fixpt_F_h in Hy; [|exact Hp]. apply M in Hy.
  rewrite <- (sigma_logit p Hq) in Hy.
  destruct (Rle_lt_dec y (logit p)) as [Q|Q]; [exact Q|]. apply sigma_increasing in Q. lra.
Qed.

(** Order of the maps F in each parameter. *)
Lemma F_lt_params x0 x0' beta beta' eps eps' :
  0 < beta' <= beta -> 0 < eps' <= eps -> x0 <= x0' ->
  x0 < x0' \/ beta' < beta \/ eps' < eps ->
  forall x, F x0 beta eps x < F x0' beta' eps' x.
Proof.
  intros Hb He Hx H x. unfold F.
  assert (G1 : G eps x <= G eps' x).
  { destruct (proj2 He) as [Q|Q]; [left; apply G_eps_decreasing; lra | rewrite Q; lra]. }
  pose proof (G_pos eps ltac:(lra) x) as Pg.
  assert (I1 : / beta <= / beta') by (apply Rinv_le_contravar; lra).
  assert (I0 : 0 < / beta) by (apply Rinv_0_lt_compat; lra).
  assert (A : G eps x * / beta <= G eps' x * / beta) by (apply Rmult_le_compat_r; lra).
  assert (B : G eps' x * / beta <= G eps' x * / beta') by (apply Rmult_le_compat_l; lra).
  unfold Rdiv. destruct H as [H|[H|H]]; [lra| |].
  - assert (/ beta < / beta') by (apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra).
    assert (G eps' x * / beta < G eps' x * / beta') by (apply Rmult_lt_compat_l; lra). lra.
  - assert (G eps x < G eps' x) by (apply G_eps_decreasing; lra).
    assert (G eps x * / beta < G eps' x * / beta) by (apply Rmult_lt_compat_r; lra). lra.
Qed.

(** D9. The smallest and the largest fixed point are strictly increasing in p_ref and
    strictly decreasing in beta and in eps (at a flip-unstable one too: no stability is
    assumed). *)
Theorem extreme_fixed_points_monotone pref pref' beta beta' eps eps' p p' :
  0 < pref -> pref <= pref' -> pref' < 1 -> 0 < beta' <= beta -> 0 < eps' <= eps ->
  pref < pref' \/ beta' < beta \/ eps' < eps ->
  (least_fixpt (h pref beta eps) p -> least_fixpt (h pref' beta' eps') p' -> p < p') /\
  (greatest_fixpt (h pref beta eps) p -> greatest_fixpt (h pref' beta' eps') p' -> p < p').
Proof.
  intros H1 H2 H3 Hb He H.
  assert (Hx : logit pref <= logit pref').
  { destruct H2 as [Q|Q]; [left; apply logit_increasing; lra | rewrite Q; lra]. }
  assert (H' : logit pref < logit pref' \/ beta' < beta \/ eps' < eps).
  { destruct H as [Q|[Q|Q]]; auto. left. apply logit_increasing; lra. }
  pose proof (F_lt_params _ _ _ _ _ _ Hb He Hx H') as Hlt.
  split; intros A B.
  - apply least_h_F in A; [|lra]. apply least_h_F in B; [|lra].
    destruct A as [Hp A], B as [Hp' B].
    rewrite <- (sigma_logit p Hp), <- (sigma_logit p' Hp'). apply sigma_increasing.
    apply (least_lt (F (logit pref) beta eps) (F (logit pref') beta' eps') (logit pref));
      auto; intros z; [apply F_continuity_pt | apply F_gt]; lra.
  - apply greatest_h_F in A; [|lra]. apply greatest_h_F in B; [|lra].
    destruct A as [Hp A], B as [Hp' B].
    rewrite <- (sigma_logit p Hp), <- (sigma_logit p' Hp'). apply sigma_increasing.
    apply (greatest_lt (F (logit pref) beta eps) (F (logit pref') beta' eps')
             (logit pref' + 1 / (beta' * sqrt eps')));
      auto; intros z; [apply F_continuity_pt | apply F_upper]; lra.
Qed.
