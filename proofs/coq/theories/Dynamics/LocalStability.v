(** Local stability of fixed points: the multiplier lam = h' p* = F' x* = G' x* / beta,
    linear attraction and repulsion, which of the fixed points can be unstable, and the
    degenerate case lam = 1. *)

Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints Cusp.
From GrpoProofs.Orbits Require Import IterLemmas Folds.
Open Scope R_scope.

(** * Linearisation of a map at a fixed point *)

Lemma linear_bound (f : R -> R) (c l e : R) : is_derive f c l -> 0 < e ->
  exists d, 0 < d /\ forall x, Rabs (x - c) < d ->
    Rabs (f x - f c - l * (x - c)) <= e * Rabs (x - c).
Proof.
  intros Hd He. apply is_derive_Reals in Hd. destruct (Hd e He) as [d Hd'].
  exists d. split; [apply cond_pos|]. intros x Hx.
  destruct (Req_dec x c) as [->|Hn].
  { rewrite !Rminus_eq_0, Rmult_0_r, Rminus_0_r, Rabs_R0. lra. }
  specialize (Hd' (x - c) ltac:(lra) Hx). replace (c + (x - c)) with x in Hd' by ring.
  replace (f x - f c - l * (x - c)) with (((f x - f c) / (x - c) - l) * (x - c))
    by (field; lra).
  rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | lra].
Qed.

(** |f'(c)| < 1 at a fixed point c: orbits starting near c tend to c geometrically. *)
Lemma local_attraction (f : R -> R) (c l : R) : is_derive f c l -> f c = c -> Rabs l < 1 ->
  exists d L, 0 < d /\ 0 <= L < 1 /\ forall x, Rabs (x - c) < d ->
    forall n, Rabs (iter f x n - c) <= L ^ n * Rabs (x - c).
Proof.
  intros Hd Hc Hl. set (e := (1 - Rabs l) / 2).
  destruct (linear_bound f c l e Hd ltac:(unfold e; lra)) as [d [Pd H]].
  pose proof (Rabs_pos l) as P. exists d, (Rabs l + e).
  split; [exact Pd|]. split; [unfold e; lra|].
  assert (S : forall x, Rabs (x - c) < d -> Rabs (f x - c) <= (Rabs l + e) * Rabs (x - c)).
  { intros x Hx. specialize (H x Hx). rewrite Hc in H.
    replace (f x - c) with ((f x - c - l * (x - c)) + l * (x - c)) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. rewrite (Rabs_mult l). lra. }
  intros x Hx n. induction n as [|n IH]; simpl; [lra|].
  assert (Pn : 0 <= (Rabs l + e) ^ n <= 1).
  { split; [apply pow_le; unfold e; lra|]. rewrite <- (pow1 n). apply pow_incr. unfold e. lra. }
  pose proof (Rabs_pos (x - c)) as Px.
  assert (Hn : Rabs (iter f x n - c) < d).
  { eapply Rle_lt_trans; [exact IH|]. apply Rle_lt_trans with (1 * Rabs (x - c)); [|lra].
    apply Rmult_le_compat_r; lra. }
  eapply Rle_trans; [apply S, Hn|]. rewrite Rmult_assoc.
  apply Rmult_le_compat_l; [unfold e; lra | exact IH].
Qed.

(** |f'(c)| > 1: near c the distance to c is multiplied by at least L > 1. *)
Lemma local_repulsion (f : R -> R) (c l : R) : is_derive f c l -> f c = c -> 1 < Rabs l ->
  exists d L, 0 < d /\ 1 < L /\ forall x, Rabs (x - c) < d ->
    L * Rabs (x - c) <= Rabs (f x - c).
Proof.
  intros Hd Hc Hl. set (e := (Rabs l - 1) / 2).
  destruct (linear_bound f c l e Hd ltac:(unfold e; lra)) as [d [Pd H]].
  exists d, (Rabs l - e). split; [exact Pd|]. split; [unfold e; lra|].
  intros x Hx. specialize (H x Hx). rewrite Hc in H.
  assert (T : Rabs (l * (x - c)) <= Rabs (f x - c) + Rabs (f x - c - l * (x - c))).
  { assert (E1 : l * (x - c) = (f x - c) - (f x - c - l * (x - c))) by ring.
    rewrite E1 at 1.
    eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra. }
  rewrite Rabs_mult in T. lra.
Qed.

(** * The multiplier *)

Section Multiplier.
Variables pref beta eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.
Let h := Defs.h pref beta eps.
Let x0 := logit pref.

Definition lam (beta eps p : R) : R :=
  p * (1 - p) * (2 * p - 1) / (2 * beta * ((var p + eps) * sqrt (var p + eps))).

Lemma lam_dG (x : R) : lam beta eps (sigma x) = dG eps x / beta.
Proof.
  rewrite dG_var by exact Heps. unfold lam.
  pose proof (var_eps_pos eps Heps x) as H. pose proof (sqrt_lt_R0 _ H).
  fold (var (sigma x)). field. lra.
Qed.

Lemma lam_abs (p : R) : 0 < p < 1 -> Rabs (lam beta eps p) = Bthr eps p / beta.
Proof.
  intros Hp. rewrite <- (sigma_logit p Hp), lam_dG. unfold Rdiv.
  rewrite Rabs_mult, dG_abs by exact Heps. f_equal.
  apply Rabs_pos_eq. left. now apply Rinv_0_lt_compat.
Qed.

Lemma lam_lt_1_iff (p : R) : 0 < p < 1 -> (Rabs (lam beta eps p) < 1 <-> Bthr eps p < beta).
Proof.
  intros Hp. rewrite lam_abs by exact Hp. split; intros H.
  - apply (Rmult_lt_compat_r beta) in H; [|exact Hbeta].
    unfold Rdiv in H. rewrite Rmult_assoc, Rinv_l in H by lra. lra.
  - apply (Rmult_lt_reg_r beta); [exact Hbeta|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(** E1. At a fixed point p* = sigma x*, h' p* = F' x* = lam in closed form; |lam| < 1
    exactly when beta > B p*, and then p* attracts exponentially. *)
Theorem multiplier_and_linear_stability (p : R) : fixpt h p ->
  is_derive h p (lam beta eps p) /\
  is_derive (F x0 beta eps) (logit p) (lam beta eps p) /\
  (Rabs (lam beta eps p) < 1 <-> Bthr eps p < beta) /\
  (Bthr eps p < beta -> exists d L, 0 < d /\ 0 <= L < 1 /\
     forall q, Rabs (q - p) < d -> forall n, Rabs (iter h q n - p) <= L ^ n * Rabs (q - p)).
Proof.
  intros E. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta Heps E) as [Hp Hd].
  fold (lam beta eps p) in Hd. split; [exact Hd|]. split.
  - rewrite <- (sigma_logit p Hp) at 2. rewrite lam_dG. now apply F_derive.
  - split; [now apply lam_lt_1_iff|]. intros HB.
    apply (local_attraction h p (lam beta eps p)); [exact Hd | exact E | now apply lam_lt_1_iff].
Qed.

(** D11. The smallest fixed point p* is below, at or above 1/2 exactly when
    x0 <, =, > - 2 / (beta sqrt (1 + 4 eps)), equivalently h (1/2) <, =, > 1/2. *)
Theorem side_of_half (p : R) : least_fixpt h p ->
  let t := - (2 / (beta * sqrt (1 + 4 * eps))) in
  ((p < / 2 <-> x0 < t) /\ (p = / 2 <-> x0 = t) /\ (/ 2 < p <-> t < x0)) /\
  ((p < / 2 <-> h (/ 2) < / 2) /\ (p = / 2 <-> h (/ 2) = / 2) /\ (/ 2 < p <-> / 2 < h (/ 2))).
Proof.
  intros [E Hmin] t.
  destruct (fixpt_h_F pref beta eps Hpref p E) as [Hp Ex].
  assert (Et : t = psi beta eps 0) by (symmetry; now apply psi_0).
  apply fixpt_psi in Ex. fold x0 in Ex. set (x := logit p) in *.
  assert (Epx : p = sigma x) by (symmetry; now apply sigma_logit).
  assert (S : x0 <= t -> x <= 0).
  { intros Hx. rewrite Et in Hx.
    destruct (ivt_seg (psi beta eps) (Rmin x0 0) 0 x0) as [y [Hy Ey]].
    - intros z _. now apply psi_continuity_pt.
    - apply Rmin_r.
    - split; [left; apply psi_below_unbounded; try assumption; apply Rmin_l | exact Hx].
    - assert (Hy' : fixpt h (sigma y)).
      { apply fixpt_F_h; [exact Hpref|]. now apply fixpt_psi. }
      apply Hmin in Hy'. rewrite Epx in Hy'.
      destruct (Rle_lt_dec x y) as [Q|Q]; [lra|]. apply sigma_increasing in Q. lra. }
  assert (C : (x < 0 /\ x0 < t) \/ (x = 0 /\ x0 = t) \/ (0 < x /\ t < x0)).
  { destruct (Rtotal_order x 0) as [L|[L|L]].
    - left. split; [exact L|]. rewrite Et, <- Ex. apply psi_increasing_neg; auto; lra.
    - right; left. split; [exact L|]. rewrite Et, <- Ex, L. reflexivity.
    - right; right. split; [exact L|]. destruct (Rle_lt_dec x0 t) as [Q|Q]; [|exact Q].
      apply S in Q. lra. }
  assert (Hh : h (/ 2) = sigma (x0 - t)).
  { unfold h. rewrite h_half by assumption. f_equal. unfold F0, t, x0. ring. }
  assert (Q : (p < / 2 /\ x0 < t /\ h (/ 2) < / 2) \/ (p = / 2 /\ x0 = t /\ h (/ 2) = / 2) \/
              (/ 2 < p /\ t < x0 /\ / 2 < h (/ 2))).
  { rewrite Epx, Hh. destruct C as [[A B]|[[A B]|[A B]]].
    - left. split; [now apply sigma_lt_half|]. split; [exact B|]. apply sigma_lt_half. lra.
    - right; left. rewrite A. split; [apply sigma_0|]. split; [exact B|].
      rewrite B, Rminus_eq_0. apply sigma_0.
    - right; right. split; [now apply sigma_gt_half|]. split; [exact B|].
      apply sigma_gt_half. lra. }
  repeat split; intros; lra.
Qed.

(** D11, E2. p* = 1/2 is superstable: h' (1/2) = 0. *)
Theorem half_superstable : is_derive h (/ 2) 0.
Proof.
  assert (Hv : 0 < var (/ 2) + eps) by (apply var_ok; lra).
  evar_last; [apply (success_map_derivative pref beta eps Hpref Hbeta _ Hv)|].
  replace (2 * / 2 - 1) with 0 by field. unfold Rdiv. ring.
Qed.

(** The orbit of F is the log-odds of the orbit of h. *)
Lemma fixpt_logit (p : R) : fixpt h p -> psi beta eps (logit p) = x0.
Proof.
  intros E. destruct (fixpt_h_F pref beta eps Hpref p E) as [_ Ex]. now apply fixpt_psi in Ex.
Qed.

End Multiplier.

(** * Which fixed points can be unstable *)

Section Branches.
Variables pref beta eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let h := Defs.h pref beta eps.
Let x0 := logit pref.

Lemma lam_of_slope (p : R) : 0 < p < 1 -> lam beta eps p = dG eps (logit p) / beta.
Proof. intros Hp. rewrite <- (sigma_logit p Hp) at 1. now apply lam_dG. Qed.

Lemma ratio_lt_1 (y : R) : y < beta -> y / beta < 1.
Proof.
  intros H. apply (Rmult_lt_reg_r beta); [exact Hbeta|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma ratio_gt_1 (y : R) : beta < y -> 1 < y / beta.
Proof.
  intros H. apply (Rmult_lt_reg_r beta); [exact Hbeta|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

(** A fixed point whose slope is below beta attracts unless it is a flip. *)
Lemma lower_attracts (p : R) : 0 < p < 1 -> dG eps (logit p) < beta ->
  lam beta eps p < 1 /\
  (Rabs (lam beta eps p) < 1 <-> ~ (p < / 2 /\ beta <= Bthr eps p)) /\
  (lam beta eps p < -1 <-> p < / 2 /\ beta < Bthr eps p).
Proof.
  intros Hp Hs. pose proof (lam_of_slope p Hp) as El. pose proof (ratio_lt_1 _ Hs) as L1.
  rewrite <- El in L1. split; [exact L1|].
  pose proof (lam_abs beta eps Hbeta He p Hp) as Ea.
  assert (Sg : (p < / 2 -> lam beta eps p < 0) /\ (/ 2 <= p -> 0 <= lam beta eps p)).
  { assert (Hi := Rinv_0_lt_compat _ Hbeta). rewrite El. split; intros Q.
    - assert (logit p < 0) by (rewrite <- logit_half; apply logit_increasing; lra).
      pose proof (dG_neg eps He _ H). unfold Rdiv. nra.
    - assert (0 <= dG eps (logit p)).
      { destruct Q as [Q|Q].
        - left. apply dG_pos; [exact He|]. rewrite <- logit_half. apply logit_increasing; lra.
        - rewrite <- Q, logit_half, dG_0 by exact He. lra. }
      unfold Rdiv. nra. }
  pose proof (lam_lt_1_iff beta eps Hbeta He p Hp) as Hi.
  split.
  - rewrite Hi. split; [intros H [_ H']; lra|]. intros H.
    destruct (Rlt_le_dec (Bthr eps p) beta) as [Q|Q]; [exact Q|].
    apply Hi. destruct (Rlt_le_dec p (/ 2)) as [Q'|Q']; [exfalso; apply H; now split|].
    rewrite Rabs_pos_eq; [exact L1 | now apply Sg].
  - split.
    + intros H. assert (Q : p < / 2).
      { destruct (Rlt_le_dec p (/ 2)) as [Q|Q]; [exact Q|]. apply Sg in Q. lra. }
      split; [exact Q|]. rewrite Rabs_left in Ea by lra.
      destruct (Rlt_le_dec beta (Bthr eps p)) as [K|K]; [exact K|].
      assert (Bthr eps p / beta <= 1); [|lra].
      apply (Rmult_le_reg_r beta); [exact Hbeta|].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
    + intros [Q K]. apply Sg in Q. rewrite Rabs_left in Ea by exact Q.
      apply ratio_gt_1 in K. lra.
Qed.

(** E2. For beta < M_eps with folds x1 < x2, and x0 different from psi x1 and psi x2: a fixed
    point between the folds is repelling (lam > 1), one above x2 is attracting
    (0 < lam < 1), and one below x1 has lam < 1 and is attracting unless p* < 1/2 and
    beta <= B p*, with lam < -1 exactly when p* < 1/2 and beta < B p*.  Every fixed
    point is of one of the three kinds; if there are three, one is of each kind. *)
Theorem which_fixed_points_unstable (x1 x2 : R) : folds beta eps x1 x2 ->
  x0 <> psi beta eps x1 -> x0 <> psi beta eps x2 ->
  (forall p, fixpt h p ->
     (logit p < x1 \/ x1 < logit p < x2 \/ x2 < logit p) /\
     (x1 < logit p < x2 -> 1 < lam beta eps p /\ exists d L, 0 < d /\ 1 < L /\
        forall q, Rabs (q - p) < d -> L * Rabs (q - p) <= Rabs (h q - p)) /\
     (x2 < logit p -> 0 < lam beta eps p < 1) /\
     (logit p < x1 -> lam beta eps p < 1 /\
        (Rabs (lam beta eps p) < 1 <-> ~ (p < / 2 /\ beta <= Bthr eps p)) /\
        (lam beta eps p < -1 <-> p < / 2 /\ beta < Bthr eps p))) /\
  (nfix h 3 -> exists a b c, fixpt h a /\ fixpt h b /\ fixpt h c /\
     logit a < x1 < logit b /\ logit b < x2 < logit c /\
     forall p, fixpt h p -> p = a \/ p = b \/ p = c).
Proof.
  intros Hf N1 N2. split.
  - intros p E. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He E) as [Hp Hd].
    fold (lam beta eps p) in Hd. pose proof (fixpt_logit pref beta eps Hpref p E) as Ex.
    fold x0 in Ex. pose proof (lam_of_slope p Hp) as El. destruct (proj1 Hf) as [P1 P2].
    split; [|split; [|split]].
    + assert (logit p <> x1) by (intros Q; rewrite Q in Ex; auto).
      assert (logit p <> x2) by (intros Q; rewrite Q in Ex; auto). lra.
    + intros Hx. pose proof (slope_between beta eps Hbeta Heps x1 x2 Hf _ Hx) as Hs.
      apply ratio_gt_1 in Hs. rewrite <- El in Hs. split; [exact Hs|].
      apply (local_repulsion h p (lam beta eps p)); [exact Hd | exact E |].
      rewrite Rabs_pos_eq; lra.
    + intros Hx. pose proof (slope_beyond beta eps Hbeta Heps x1 x2 Hf _ Hx) as Hs.
      rewrite El. split; [|now apply ratio_lt_1].
      apply Rdiv_lt_0_compat; [apply dG_pos; lra | exact Hbeta].
    + intros Hx. apply lower_attracts; [exact Hp|].
      now apply (slope_below beta eps Hbeta Heps x1 x2 Hf).
  - intros N. apply nfix_h_F in N; [|exact Hpref].
    destruct (nfix_cases beta eps Hbeta Heps x1 x2 Hf (logit pref)) as [C3 _].
    apply C3 in N.
    destruct (three_fixpts beta eps Hbeta Heps x1 x2 Hf _ N) as [a [b [c [H1 [H2 E]]]]].
    assert (Fx : forall y, (y = a \/ y = b \/ y = c) -> fixpt h (sigma y)).
    { intros y Hy. apply fixpt_F_h; [exact Hpref|]. apply fixpt_psi. now apply E. }
    exists (sigma a), (sigma b), (sigma c). rewrite !logit_sigma.
    split; [apply Fx; auto|]. split; [apply Fx; auto|]. split; [apply Fx; auto|].
    split; [exact H1|]. split; [exact H2|]. intros p Ep.
    destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He Ep) as [Hp _].
    pose proof (fixpt_logit pref beta eps Hpref p Ep) as Ex. apply E in Ex.
    rewrite <- (sigma_logit p Hp). destruct Ex as [-> | [-> | ->]]; auto.
Qed.

(** E2. For beta >= M_eps the only fixed point behaves like the lower one, except at the
    cusp where beta = M_eps and x* = x_c. *)
Theorem single_fixed_point_stability (p : R) : Meps eps <= beta -> fixpt h p ->
  (beta = Meps eps -> logit p <> xcusp eps) ->
  lam beta eps p < 1 /\
  (Rabs (lam beta eps p) < 1 <-> ~ (p < / 2 /\ beta <= Bthr eps p)) /\
  (lam beta eps p < -1 <-> p < / 2 /\ beta < Bthr eps p).
Proof.
  intros Hm E Hn. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He E) as [Hp _].
  apply lower_attracts; [exact Hp|].
  destruct Hm as [Hm|Hm]; [pose proof (dG_le eps Heps (logit p)); lra|].
  rewrite <- Hm. apply dG_lt_Meps; [exact Heps | apply Hn; now symmetry].
Qed.

(** E3. When beta = B p* and p* > 1/2 the multiplier is +1, and p* is the cusp point (with
    beta = M_eps) or one of the two folds (with beta < M_eps). *)
Theorem unit_multiplier_cases (p : R) : fixpt h p -> / 2 < p -> beta = Bthr eps p ->
  lam beta eps p = 1 /\
  ((beta = Meps eps /\ logit p = xcusp eps) \/
   (beta < Meps eps /\ exists x1 x2, folds beta eps x1 x2 /\ (logit p = x1 \/ logit p = x2))).
Proof.
  intros E Hp2 Eb. destruct (multiplier_at_fixpt pref beta eps p Hpref Hbeta He E) as [Hp _].
  assert (Px : 0 < logit p) by (rewrite <- logit_half; apply logit_increasing; lra).
  pose proof (dG_pos eps He _ Px) as Pd.
  assert (Es : dG eps (logit p) = beta).
  { rewrite Eb. rewrite <- (sigma_logit p Hp) at 2. rewrite <- dG_abs by exact He.
    symmetry. apply Rabs_pos_eq. lra. }
  split; [rewrite lam_of_slope, Es by exact Hp; field; lra|].
  pose proof (dG_le eps Heps (logit p)) as Hle. rewrite Es in Hle.
  destruct Hle as [Q|Q].
  - right. split; [exact Q|]. destruct (folds_exist beta eps Hbeta Heps Q) as [x1 [x2 [Hf _]]].
    exists x1, x2. split; [exact Hf|]. now apply (no_other_critical beta eps Hbeta Heps x1 x2 Hf).
  - left. split; [exact Q|]. apply (dG_eq_Meps eps Heps). lra.
Qed.

End Branches.

(** * The degenerate case lam = 1 *)

Section Degenerate.
Variables x0 beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let f := F x0 beta eps.

Lemma f_mono (u v : R) : 0 <= u <= v -> f u <= f v.
Proof.
  intros [Hu [Hv|Hv]]; [left; now apply F_increasing | subst; apply Rle_refl].
Qed.

Lemma f_cont (u : R) : 0 <= u -> continuity_pt f u.
Proof. intros _. now apply F_continuity_pt. Qed.

Lemma f_minus_id (x : R) : f x - x = x0 - psi beta eps x.
Proof. unfold f, F, psi. ring. Qed.

Lemma fixpt_f (x : R) : f x = x <-> psi beta eps x = x0.
Proof. apply (fixpt_psi x0 beta eps x). Qed.

(** E3. lam = 1 at the lower fold, x* = x1: orbits starting in [0, x1] tend to x*, orbits
    starting in (x1, x2] increase away from it: attraction from below only. *)
Theorem lower_fold_semistable (x1 x2 : R) : folds beta eps x1 x2 -> fixpt f x1 ->
  (forall x, 0 <= x <= x1 -> is_lim_seq (iter f x) x1) /\
  (forall x, x1 < x <= x2 -> x < f x /\ (forall n, x <= iter f x n) /\
     ~ is_lim_seq (iter f x) x1).
Proof.
  intros Hf E. apply fixpt_f in E. pose proof Hf as [[P1 P2] _]. split.
  - intros x Hx.
    assert (Up : x <= f x).
    { pose proof (f_minus_id x). destruct (proj2 Hx) as [L|L]; [|subst x; lra].
      pose proof (psi_up_1 beta eps Hbeta Heps x1 x2 Hf x x1 L ltac:(lra)). lra. }
    destruct (up_orbit_lim f 0 x f_mono f_cont ltac:(lra) Up) as [[c [Hc [Fc [Mc Lc]]]]|[Nc _]].
    + apply fixpt_f in E. specialize (Mc x1 ltac:(lra) E). apply fixpt_f in Fc. apply fixpt_f in E.
      assert (c = x1); [|now subst].
      apply (psi_inj_1 beta eps Hbeta Heps x1 x2 Hf); lra.
    + exfalso. apply (Nc x1); [lra|]. now apply fixpt_f.
  - intros x Hx.
    assert (Up : x < f x).
    { pose proof (f_minus_id x).
      pose proof (psi_down beta eps Hbeta Heps x1 x2 Hf x1 x ltac:(lra) ltac:(lra) ltac:(lra)).
      lra. }
    assert (Mo : forall n, x <= iter f x n)
      by (intros n; apply (up_orbit f 0 x f_mono); lra).
    split; [exact Up|]. split; [exact Mo|]. intros L.
    assert (Q : Rbar_le x x1).
    { apply (is_lim_seq_le (fun _ => x) (iter f x)); [exact Mo | apply is_lim_seq_const | exact L]. }
    simpl in Q. lra.
Qed.

(** E3. lam = 1 at the upper fold, x* = x2: attraction from above only; from below,
    orbits decrease until they have left (x1, x2). *)
Theorem upper_fold_semistable (x1 x2 : R) : folds beta eps x1 x2 -> fixpt f x2 ->
  (forall x, x2 <= x -> is_lim_seq (iter f x) x2) /\
  (forall x, x1 <= x < x2 -> f x < x /\ exists n, iter f x n <= x1).
Proof.
  intros Hf E. assert (E' : f x2 = x2) by exact E. apply fixpt_f in E.
  pose proof Hf as [[P1 P2] _]. split.
  - intros x Hx.
    assert (Dn : f x <= x).
    { pose proof (f_minus_id x). destruct Hx as [L|L]; [|subst x; lra].
      pose proof (psi_up_2 beta eps Hbeta Heps x1 x2 Hf x2 x ltac:(lra) L). lra. }
    assert (f_mono2 : forall u v, x2 <= u <= v -> f u <= f v) by (intros; apply f_mono; lra).
    assert (f_cont2 : forall u, x2 <= u -> continuity_pt f u) by (intros; apply f_cont; lra).
    destruct (down_orbit_lim f x2 x f_mono2 f_cont2 Hx ltac:(lra) Dn) as [c [Hc [Fc [_ Lc]]]].
    apply fixpt_f in Fc. assert (c = x2); [|now subst].
    apply (psi_inj_2 beta eps Hbeta Heps x1 x2 Hf); lra.
  - intros x Hx.
    assert (Dn : f x < x).
    { pose proof (f_minus_id x).
      pose proof (psi_down beta eps Hbeta Heps x1 x2 Hf x x2 ltac:(lra) ltac:(lra) ltac:(lra)).
      lra. }
    split; [exact Dn|].
    destruct (classic (exists n, iter f x n <= x1)) as [Q|Q]; [exact Q | exfalso].
    assert (Hi : forall n, x1 < iter f x n).
    { intros n. apply Rnot_le_lt. intros K. apply Q. now exists n. }
    assert (Hs : forall n, iter f x n <= x /\ iter f x (S n) <= iter f x n).
    { assert (St : forall y, x1 < y < x2 -> f y < y).
      { intros y Hy. pose proof (f_minus_id y).
        pose proof (psi_down beta eps Hbeta Heps x1 x2 Hf y x2 ltac:(lra) ltac:(lra) ltac:(lra)).
        lra. }
      intros n. induction n as [|n [IH1 IH2]]; simpl.
      - lra.
      - simpl in IH2. split; [lra|]. pose proof (Hi (S n)) as K. simpl in K.
        left. apply St. lra. }
    destruct (ex_finite_lim_seq_decr (iter f x) x1) as [c Hc].
    { intros n. apply Hs. } { intros n. left. apply Hi. }
    assert (B1 : Rbar_le x1 c).
    { apply (is_lim_seq_le (fun _ => x1) (iter f x)); [|apply is_lim_seq_const | exact Hc].
      intros n. left. apply Hi. }
    assert (B2 : Rbar_le c x).
    { apply (is_lim_seq_le (iter f x) (fun _ => x)); [|exact Hc | apply is_lim_seq_const].
      intros n. apply Hs. }
    simpl in B1, B2.
    assert (Fc : f c = c) by (eapply limit_is_fixpt; [apply f_cont; lra | exact Hc]).
    apply fixpt_f in Fc.
    assert (c = x2) by (apply (psi_inj_mid beta eps Hbeta Heps x1 x2 Hf); lra). lra.
Qed.

(** E3. At the cusp, beta = M_eps and x* = x_c, the fixed point is globally attracting. *)
Theorem cusp_globally_attracting : beta = Meps eps -> fixpt f (xcusp eps) ->
  forall x, is_lim_seq (iter f x) (xcusp eps).
Proof.
  intros Hm E x. apply fixpt_f in E. pose proof (xcusp_pos eps Heps) as Pc.
  assert (Inc : forall u v, u < v -> psi beta eps u < psi beta eps v)
    by (intros; apply psi_increasing_large_beta; auto; lra).
  assert (Un : forall c, f c = c -> c = xcusp eps).
  { intros c Fc. apply fixpt_f in Fc. destruct (Rtotal_order c (xcusp eps)) as [L|[L|L]].
    - apply Inc in L. lra. - exact L. - apply Inc in L. lra. }
  assert (P0 : 0 < f 0) by (pose proof (f_minus_id 0); pose proof (Inc _ _ Pc); lra).
  assert (Py : 0 < f x).
  { eapply Rlt_le_trans; [exact P0|]. unfold f. rewrite F_0 by assumption.
    now apply F_lower. }
  apply is_lim_seq_incr_1.
  apply (is_lim_seq_ext (iter f (f x))); [intros n; symmetry; apply iter_shift|].
  set (y := f x) in *. clearbody y.
  destruct (Rle_lt_dec y (f y)) as [Q|Q].
  - destruct (up_orbit_lim f 0 y f_mono f_cont ltac:(lra) Q) as [[c [_ [Fc [_ Lc]]]]|[_ Li]].
    + apply Un in Fc. now subst c.
    + exfalso. assert (B : Rbar_le p_infty (x0 + 1 / (beta * sqrt eps))); [|easy].
      apply (is_lim_seq_le (fun n => iter f y (S n)) (fun _ => x0 + 1 / (beta * sqrt eps)));
        [| apply is_lim_seq_incr_1 in Li; exact Li | apply is_lim_seq_const].
      intros n. simpl. left. now apply F_upper.
  - destruct (down_orbit_lim f 0 y f_mono f_cont ltac:(lra) ltac:(lra) ltac:(lra))
      as [c [_ [Fc [_ Lc]]]].
    apply Un in Fc. now subst c.
Qed.

End Degenerate.
