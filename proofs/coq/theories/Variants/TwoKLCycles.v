(** Two-KL at eps = 0: a 2-cycle exists iff the lower fixed point is flip-unstable,
    references that are safe for every beta, and convergence without 2-cycles. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve TwoCycles FixedPoints Escape.
From GrpoProofs.Variants Require Import Maps TwoKLRun TwoKLDynamics.
Open Scope R_scope.

Section Cycles.
Variables alpha beta x0 : R.
Hypothesis Halpha : 0 < alpha <= 1.
Hypothesis Hbeta : 0 < beta.
Let T := twoKL alpha x0 beta 0.
Let kappa := (2 - alpha) * beta.

(** Flip threshold of the two-KL map at eps = 0. *)
Definition x_FL_two : R := -2 * asinh kappa - 2 / (alpha * beta) * sqrt (1 + kappa * kappa).

Lemma x_FL_two_Xsup : x_FL_two = Xsup kappa (2 / (alpha * beta)).
Proof. unfold x_FL_two, Xsup, root1. ring. Qed.

(** H12. Every 2-cycle is {m - d, m + d} with m = -2 asinh (kappa q), q = d / (2 sinh (d/2)),
    kappa = (2 - alpha) beta, x0 = m - 2 / (alpha beta) sqrt (1 + kappa^2 q^2) cosh (d/2);
    and conversely; the right-hand side strictly decreases in d. *)
Theorem two_kl_two_cycles :
  (forall d, 0 < d -> let m := -2 * asinh (kappa * (d / (2 * sinh (d / 2)))) in
     (two_cycle T (m - d) (m + d) <->
      x0 = m - 2 / (alpha * beta) * sqrt (1 + (kappa * qd d) * (kappa * qd d)) * cosh (d / 2))) /\
  (forall u v, two_cycle T u v -> exists d, 0 < d /\
     u = -2 * asinh (kappa * qd d) - d /\ v = -2 * asinh (kappa * qd d) + d) /\
  (forall d e, 0 < d -> d < e ->
     Xcurve kappa (2 / (alpha * beta)) e < Xcurve kappa (2 / (alpha * beta)) d) /\
  (forall u v u' v', two_cycle T u v -> two_cycle T u' v' -> u = u' /\ v = v').
Proof.
  split; [| split; [| split]].
  - intros d Hd m. apply (twoKL_two_cycle_iff alpha beta x0 Halpha Hbeta d Hd).
  - intros u v C. destruct (twoKL_two_cycle_form alpha beta x0 Halpha Hbeta u v C)
      as (d & Hd & Hu & Hv & _). exists d. repeat split; assumption.
  - intros d e. apply Xcurve_strictly_decreasing;
      [apply kappa_pos | apply A_pos | apply kappa_A]; assumption.
  - apply (twoKL_two_cycle_unique alpha beta x0 Halpha Hbeta).
Qed.

(** H12. A 2-cycle exists iff x0 < x_FL_two. *)
Theorem two_kl_two_cycle_exists_iff : (exists u v, two_cycle T u v) <-> x0 < x_FL_two.
Proof.
  rewrite x_FL_two_Xsup. apply (twoKL_two_cycle_exists_iff alpha beta x0 Halpha Hbeta).
Qed.

Let beta' := alpha * beta.
Let beta'_pos : 0 < beta'.
Proof. unfold beta'. nra. Qed.

Lemma psi_at_flip : psi beta' 0 (-2 * asinh kappa) = x_FL_two.
Proof.
  rewrite psi_unsmoothed. unfold x_FL_two.
  replace (-2 * asinh kappa / 2) with (- asinh kappa) by field.
  rewrite cosh_opp, cosh_asinh. fold beta'. field. lra.
Qed.

(** H12. For x0 < x_SN (beta') the lower fixed point a exists; it is flip-unstable
    (multiplier < -1) iff x0 < x_FL_two, iff a 2-cycle exists. *)
Theorem two_kl_flip_iff_two_cycle : x0 < x_SN beta' ->
  exists a, fixpt T a /\ a < x_fold beta' /\ (forall c, fixpt T c -> a <= c) /\
    (1 - alpha + dG 0 a / beta < -1 <-> x0 < x_FL_two) /\
    (1 - alpha + dG 0 a / beta < -1 <-> exists u v, two_cycle T u v).
Proof.
  intros H. destruct (two_fixed_points beta' beta'_pos x0 H) as (a & b & Iab & Fix).
  assert (FT : forall c, fixpt T c <-> c = a \/ c = b).
  { intros c. unfold T. rewrite two_kl_fixed_points by lra. apply Fix. }
  assert (Ea : psi beta' 0 a = x0) by (apply fixpt_psi, Fix; left; reflexivity).
  pose proof (x_fold_pos beta' beta'_pos) as P.
  pose proof (kappa_pos alpha beta Halpha Hbeta) as Pk. fold kappa in Pk.
  pose proof (asinh_pos kappa Pk) as Pa.
  assert (Q1 : a < -2 * asinh kappa <-> x0 < x_FL_two).
  { rewrite <- psi_at_flip, <- Ea. split; intros K.
    - apply psi_up; lra.
    - apply Rnot_le_lt. intros [L | L].
      + pose proof (psi_up beta' beta'_pos (-2 * asinh kappa) a L ltac:(lra)). lra.
      + rewrite L in K. lra. }
  assert (Dg : dG 0 a = sinh (a / 2)).
  { unfold dG, GD. rewrite Rmult_0_r, Rmult_0_l, Rplus_0_r, sqrt_1. field. }
  assert (Q2 : 1 - alpha + dG 0 a / beta < -1 <-> a < -2 * asinh kappa).
  { rewrite Dg. assert (E : sinh (a / 2) = beta * (sinh (a / 2) / beta)) by (field; lra).
    assert (Sk : sinh (- asinh kappa) = - kappa) by (rewrite sinh_opp, sinh_asinh; reflexivity).
    split; intros K.
    - assert (L : sinh (a / 2) < sinh (- asinh kappa)) by (rewrite Sk; unfold kappa; nra).
      apply sinh_inj_lt in L. lra.
    - assert (L : sinh (a / 2) < sinh (- asinh kappa)) by (apply sinh_lt; lra).
      rewrite Sk in L. unfold kappa in L. set (q := sinh (a / 2) / beta) in *. nra. }
  exists a. split; [apply FT; left; reflexivity |]. split; [lra |]. split.
  { intros c Hc. apply FT in Hc. destruct Hc; lra. }
  split; [rewrite Q2; exact Q1 |]. rewrite two_kl_two_cycle_exists_iff, Q2. exact Q1.
Qed.

(** Without 2-cycles every orbit converges to a fixed point or tends to infinity. *)
Theorem two_kl_unsmoothed_convergence y : x_FL_two <= x0 ->
  is_lim_seq (iter T y) p_infty \/ exists c, fixpt T c /\ is_lim_seq (iter T y) c.
Proof.
  intros H.
  assert (No2 : forall u v, ~ two_cycle T u v).
  { intros u v C. assert (x0 < x_FL_two); [| lra].
    apply two_kl_two_cycle_exists_iff. exists u, v. exact C. }
  assert (Sub : forall x, T x - x = alpha * (x0 - psi beta' 0 x)).
  { intros x. unfold T. rewrite two_kl_is_euler_step by lra. unfold psi, beta'. ring. }
  assert (Cont : forall x, continuity_pt T x) by (intros; apply twoKL_continuity; lra).
  destruct (Rlt_le_dec (x_SN beta') x0) as [L | L].
  - left. apply climbs; intros x _; [apply Cont |].
    pose proof (Sub x) as E. pose proof (psi_le_SN beta' beta'_pos x) as B. nra.
  - destruct (upper_root beta' beta'_pos x0 L) as (b & Hb & Eb).
    assert (Tb : T b = b) by (pose proof (Sub b) as E; rewrite Eb in E; lra).
    assert (Above : forall x, b < x -> x < T x).
    { intros x Hx. pose proof (Sub x) as E. pose proof (psi_down beta' beta'_pos b x Hb Hx). nra. }
    destruct (Classical_Prop.classic (exists n, b < iter T y n)) as [(n & Hn) | Hall].
    + left. destruct (climbs T (iter T y n)) as (_ & Lim).
      * intros; apply Cont.
      * intros x Hx. apply Above. lra.
      * apply (lim_shift _ n). apply (is_lim_seq_ext (iter T (iter T y n))); [| exact Lim].
        intros m. rewrite <- iter_add. reflexivity.
    + right.
      assert (Below : forall n, iter T y n <= b).
      { intros n. apply Rnot_lt_le. intros K. apply Hall. exists n. exact K. }
      (* truncate at b; the truncated map leaves [lo, b] invariant *)
      set (lo := Rmin x0 y).
      assert (L1 : lo <= x0) by apply Rmin_l. assert (L2 : lo <= y) by apply Rmin_r.
      set (S := fun x => (T x + b - Rabs (T x - b)) / 2).
      assert (Smin : forall x, (T x <= b -> S x = T x) /\ (b <= T x -> S x = b)).
      { intros x. unfold S. split; intros K.
        - rewrite Rabs_left1 by lra. field.
        - rewrite Rabs_pos_eq by lra. field. }
      assert (Slo : forall x, lo <= x <= b -> lo <= S x <= b).
      { intros x Hx. assert (TL : lo <= T x).
        { unfold T, twoKL. pose proof (G_over_beta_pos beta 0 Hbeta (Rle_refl 0) x). nra. }
        pose proof (Below 0%nat) as Y. simpl in Y.
        destruct (Rle_lt_dec (T x) b) as [K | K].
        - rewrite (proj1 (Smin x) K). lra.
        - rewrite (proj2 (Smin x)) by lra. lra. }
      assert (Orb : forall n, iter S y n = iter T y n).
      { induction n as [| n IH]; [reflexivity |]. simpl. rewrite IH.
        apply Smin. apply (Below (Datatypes.S n)). }
      assert (S2 : forall u v, u < v -> v <= b -> S u = v -> S v = u -> False).
      { intros u v Huv Hv Su Sv.
        assert (Tv : T v = u).
        { destruct (Rle_lt_dec (T v) b) as [K | K].
          - rewrite <- (proj1 (Smin v) K). exact Sv.
          - rewrite (proj2 (Smin v)) in Sv by lra. lra. }
        destruct (Rle_lt_dec (T u) b) as [K | K].
        - apply (No2 u v). rewrite (proj1 (Smin u) K) in Su. repeat split; assumption.
        - rewrite (proj2 (Smin u)) in Su by lra. rewrite <- Su, Tb in Tv. lra. }
      destruct (coppel S lo b) with (x := y) as (c & Ic & Sc & Lc).
      * intros x _. unfold S. apply (continuity_pt_mult _ (fun _ => / 2));
          [| apply continuity_pt_const; intros ? ?; reflexivity].
        apply (continuity_pt_minus (fun x => T x + b) (fun x => Rabs (T x - b))).
        -- apply (continuity_pt_plus T (fun _ => b)); [apply Cont |].
           apply continuity_pt_const; intros ? ?; reflexivity.
        -- apply (continuity_pt_comp (fun x => T x - b) Rabs).
           ++ apply (continuity_pt_minus T (fun _ => b)); [apply Cont |].
              apply continuity_pt_const; intros ? ?; reflexivity.
           ++ apply Rcontinuity_abs.
      * exact Slo.
      * intros x Hx E. destruct (Rtotal_order x (S x)) as [K | [K | K]]; [| symmetry; exact K |]; exfalso.
        -- apply (S2 x (S x)); try assumption; [apply Slo; exact Hx | reflexivity].
        -- apply (S2 (S x) x); try assumption; [lra | reflexivity].
      * split; [exact L2 |]. apply (Below 0%nat).
      * exists c. split.
        -- unfold fixpt. destruct (Rle_lt_dec (T c) b) as [K | K].
           ++ rewrite <- (proj1 (Smin c) K) at 1. exact Sc.
           ++ rewrite (proj2 (Smin c)) in Sc by lra. subst c. exact Tb.
        -- apply (is_lim_seq_ext (iter S y)); [exact Orb | exact Lc].
Qed.
End Cycles.

(** * References that are safe for every beta *)

Definition safe_two (alpha : R) : R :=
  let r := (2 - alpha) / alpha in -2 * asinh (sqrt r) - 2 * sqrt (r * (1 + r)).

Section Safe.
Variable alpha : R.
Hypothesis Halpha : 0 < alpha <= 1.
Let r := (2 - alpha) / alpha.

Let r_pos : 0 < r.
Proof. unfold r. apply Rdiv_lt_0_compat; lra. Qed.

(** The flip threshold as a function of kappa = (2 - alpha) beta. *)
Definition flip_curve (k : R) : R := -2 * asinh k - 2 * r * sqrt (1 + k * k) / k.

Lemma flip_curve_eq beta : 0 < beta -> x_FL_two alpha beta = flip_curve ((2 - alpha) * beta).
Proof.
  intros Hb. unfold x_FL_two, flip_curve, r. field. repeat split; lra.
Qed.

Lemma flip_curve_derive k : 0 < k ->
  is_derive flip_curve k (2 * (r - k * k) / (k * k * sqrt (1 + k * k))).
Proof.
  intros Hk. pose proof (root1_pos k) as P. unfold root1 in P.
  assert (E : sqrt (1 + k * k) * sqrt (1 + k * k) = 1 + k * k) by (apply sqrt_sqrt; nra).
  unfold flip_curve. auto_derive.
  - repeat split; [apply ex_derive_asinh | nra | lra].
  - rewrite Derive_asinh. set (s := sqrt (1 + k * k)) in *.
    apply Rminus_diag_uniq.
    transitivity (2 * r * (s * s - 1 - k * k) / (k * k * s)).
    + field. lra.
    + rewrite E. field. lra.
Qed.

Lemma flip_curve_max k : 0 < k -> k <> sqrt r -> flip_curve k < flip_curve (sqrt r).
Proof.
  intros Hk Hn. pose proof (sqrt_lt_R0 r r_pos) as Pr.
  assert (Er : sqrt r * sqrt r = r) by (apply sqrt_sqrt; lra).
  assert (Den : forall x, 0 < x -> 0 < x * x * sqrt (1 + x * x)).
  { intros x Hx. pose proof (root1_pos x) as Q. unfold root1 in Q. apply Rmult_lt_0_compat; nra. }
  destruct (Rdichotomy k (sqrt r) Hn) as [L | L].
  - apply (deriv_pos_lt flip_curve (fun k => 2 * (r - k * k) / (k * k * sqrt (1 + k * k)))); [exact L | |].
    + intros x Hx. apply flip_curve_derive. lra.
    + intros x Hx. apply Rdiv_lt_0_compat; [nra | apply Den; lra].
  - apply (deriv_neg_lt flip_curve (fun k => 2 * (r - k * k) / (k * k * sqrt (1 + k * k)))); [exact L | |].
    + intros x Hx. apply flip_curve_derive. lra.
    + intros x Hx. apply div_neg_pos; [nra | apply Den; lra].
Qed.

Lemma flip_curve_top : flip_curve (sqrt r) = safe_two alpha.
Proof.
  unfold flip_curve, safe_two. fold r. pose proof (sqrt_lt_R0 r r_pos) as Pr.
  assert (Er : sqrt r * sqrt r = r) by (apply sqrt_sqrt; lra).
  rewrite Er, sqrt_mult by lra.
  replace (2 * r * sqrt (1 + r) / sqrt r) with (2 * (sqrt r * sqrt (1 + r))).
  - reflexivity.
  - transitivity (2 * (sqrt r * sqrt r) * sqrt (1 + r) / sqrt r); [field; lra | rewrite Er; reflexivity].
Qed.

(** H12 (universal). x0 >= -2 asinh (sqrt r) - 2 sqrt (r (1 + r)), r = (2 - alpha) / alpha, is
    exactly the set of references without 2-cycle for any beta; from such a reference
    every orbit of two-KL at eps = 0, for every beta, converges to a fixed point or
    tends to probability 1. *)
Theorem two_kl_universal_safe x0 :
  (safe_two alpha <= x0 <->
   forall beta, 0 < beta -> ~ exists u v, two_cycle (twoKL alpha x0 beta 0) u v) /\
  (safe_two alpha <= x0 -> forall beta y, 0 < beta ->
     is_lim_seq (iter (twoKL alpha x0 beta 0) y) p_infty \/
     exists c, fixpt (twoKL alpha x0 beta 0) c /\ is_lim_seq (iter (twoKL alpha x0 beta 0) y) c).
Proof.
  assert (Le : forall beta, 0 < beta -> x_FL_two alpha beta <= safe_two alpha).
  { intros beta Hb. rewrite flip_curve_eq by exact Hb. rewrite <- flip_curve_top.
    destruct (Req_dec ((2 - alpha) * beta) (sqrt r)) as [-> | Hn]; [lra |].
    left. apply flip_curve_max; [nra | exact Hn]. }
  split; [split |].
  - intros H beta Hb C. apply (two_kl_two_cycle_exists_iff alpha beta x0 Halpha Hb) in C.
    specialize (Le beta Hb). lra.
  - intros H. apply Rnot_lt_le. intros L.
    pose proof (sqrt_lt_R0 r r_pos) as Pr.
    set (beta := sqrt r / (2 - alpha)).
    assert (Hb : 0 < beta) by (apply Rdiv_lt_0_compat; lra).
    apply (H beta Hb). apply (two_kl_two_cycle_exists_iff alpha beta x0 Halpha Hb).
    rewrite flip_curve_eq by exact Hb.
    replace ((2 - alpha) * beta) with (sqrt r) by (unfold beta; field; lra).
    rewrite flip_curve_top. exact L.
  - intros H beta y Hb. apply two_kl_unsmoothed_convergence; [exact Halpha | exact Hb |].
    specialize (Le beta Hb). lra.
Qed.
End Safe.
