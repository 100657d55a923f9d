(** The escape set of the unsmoothed map: which orbits tend to probability 1. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve TwoCycles FixedPoints Thresholds.
Open Scope R_scope.

(** * Probabilities tend to 1 iff log-odds tend to infinity *)

Lemma sigma_tends_to_1 (u : nat -> R) :
  is_lim_seq (fun n => sigma (u n)) 1 <-> is_lim_seq u p_infty.
Proof.
  split; intros H; apply is_lim_seq_spec in H; apply is_lim_seq_spec.
  - intros M. assert (He : 0 < 1 - sigma M) by (pose proof (sigma_lt_1 M); lra).
    destruct (H (mkposreal _ He)) as (N & HN). exists N. intros n Hn.
    specialize (HN n Hn). simpl in HN. apply Rabs_def2 in HN.
    apply sigma_lt_iff. lra.
  - intros e. destruct (H (- ln e)) as (N & HN). exists N. intros n Hn.
    specialize (HN n Hn). pose proof (sigma_lt_1 (u n)).
    rewrite Rabs_left by lra.
    replace (- (sigma (u n) - 1)) with (sigma (- u n)) by (rewrite sigma_opp; ring).
    assert (L : exp (- u n) < e).
    { rewrite <- (exp_ln e) by apply cond_pos. apply exp_increasing. lra. }
    apply Rle_lt_trans with (2 := L).
    unfold sigma. rewrite Ropp_involutive. rewrite <- (Rinv_inv (exp (- u n))).
    apply Rinv_le_contravar; [apply Rinv_0_lt_compat, exp_pos |].
    rewrite exp_Ropp, Rinv_inv. lra.
Qed.

(** An orbit along which f lies above the diagonal, without fixed point, increases
    to infinity. *)
Lemma climbs (f : R -> R) y :
  (forall x, y <= x -> continuity_pt f x) -> (forall x, y <= x -> x < f x) ->
  (forall n, iter f y n < iter f y (S n)) /\ is_lim_seq (iter f y) p_infty.
Proof.
  intros C U.
  assert (In : forall n, y <= iter f y n).
  { induction n as [| n IH]; simpl; [lra |]. pose proof (U _ IH). lra. }
  assert (Inc : forall n, iter f y n < iter f y (S n)) by (intros n; apply U, In).
  split; [exact Inc |].
  destruct (ex_lim_seq_incr (iter f y)) as (l & Hl); [intros n; left; apply Inc |].
  destruct l as [l | |]; [| exact Hl |].
  - exfalso.
    assert (L : y <= l).
    { apply (is_lim_seq_le (fun _ => y) (iter f y) y l In (is_lim_seq_const y) Hl). }
    pose proof (limit_is_fixpt f y l (C l L) Hl). pose proof (U l L). lra.
  - exfalso.
    apply (is_lim_seq_le (fun _ => y) (iter f y) y m_infty In (is_lim_seq_const y) Hl).
Qed.

Lemma lim_after_first (f : R -> R) y l :
  is_lim_seq (iter f y) l <-> is_lim_seq (iter f (f y)) l.
Proof.
  rewrite (is_lim_seq_incr_1 (iter f y)). split; apply is_lim_seq_ext; intros n.
  - rewrite <- iter_shift. reflexivity.
  - rewrite <- iter_shift. reflexivity.
Qed.

Section Escape.
Variables beta x0 : R.
Hypothesis Hbeta : 0 < beta.
Let f := F x0 beta 0.

Let F_cont x : continuity_pt f x.
Proof. apply F_continuity_pt. lra. Qed.

Lemma F_unsm_increasing x y : 0 <= x -> x < y -> f x < f y.
Proof. apply F_increasing; lra. Qed.

Lemma F_unsm_le x y : 0 <= x -> x <= y -> f x <= f y.
Proof. intros H [L | ->]; [left; apply F_unsm_increasing; assumption | lra]. Qed.

Lemma F_unsm_abs x : f (Rabs x) = f x.
Proof. unfold f, F. rewrite G_Rabs. reflexivity. Qed.

Lemma F_sub x : f x - x = x0 - psi beta 0 x.
Proof. unfold f, F, psi. ring. Qed.

(** No fixed point: every orbit increases to infinity. *)
Theorem all_escape : x_SN beta < x0 -> forall y,
  (forall n, iter f y n < iter f y (S n)) /\ is_lim_seq (iter f y) p_infty.
Proof.
  intros H y. apply climbs; intros x _; [apply F_cont |].
  apply (no_fixed_point beta Hbeta x0 H).
Qed.

Section Trapped.
(** b: the largest fixed point. *)
Variable b : R.
Hypothesis Hb : x_fold beta <= b.
Hypothesis Eb : psi beta 0 b = x0.

Lemma b_pos : 0 < b.
Proof. pose proof (x_fold_pos beta Hbeta). lra. Qed.

Lemma F_b : f b = b.
Proof. pose proof (F_sub b). lra. Qed.

Lemma F_minus_b : f (- b) = b.
Proof. unfold f. rewrite F_opp. apply F_b. Qed.

Lemma above_b x : b < x -> x < f x.
Proof.
  intros H. pose proof (F_sub x). pose proof (psi_down beta Hbeta b x Hb H). lra.
Qed.

Lemma x0_lt_b : x0 < b.
Proof. rewrite <- Eb. apply psi_below; lra. Qed.

(** Starts beyond b, on either side, escape; the orbit increases from the first step. *)
Theorem beyond_escapes y : b < Rabs y ->
  (forall n, iter f y (S n) < iter f y (S (S n))) /\ is_lim_seq (iter f y) p_infty.
Proof.
  intros H.
  assert (H1 : b < f y).
  { rewrite <- F_unsm_abs. pose proof (above_b (Rabs y) H). lra. }
  destruct (climbs f (f y)) as (Inc & Lim).
  - intros; apply F_cont.
  - intros x Hx. apply above_b. lra.
  - split; [| apply lim_after_first; exact Lim].
    intros n. rewrite !(iter_shift f y). apply Inc.
Qed.

(** The interval [-b, b] is invariant when F 0 >= - b. *)
Lemma inside_invariant x : - b <= f 0 -> - b <= x <= b -> - b <= f x <= b.
Proof.
  intros H Hx. rewrite <- F_unsm_abs. pose proof (Rabs_pos x) as P.
  assert (Q : Rabs x <= b) by (apply Rabs_le; lra).
  split.
  - apply Rle_trans with (1 := H). apply F_unsm_le; lra.
  - rewrite <- F_b. apply F_unsm_le; assumption.
Qed.

Lemma bounded_no_escape y M : (forall n, iter f y n <= M) -> ~ is_lim_seq (iter f y) p_infty.
Proof.
  intros H L.
  apply (is_lim_seq_le (iter f y) (fun _ => M) p_infty M H L (is_lim_seq_const M)).
Qed.

Lemma inside_stays y : - b <= f 0 -> Rabs y <= b -> forall n, - b <= iter f y n <= b.
Proof.
  intros H Hy n. apply (iter_in f (fun x => - b <= x <= b)).
  - intros x Hx. apply inside_invariant; assumption.
  - pose proof (Rabs_le_between y b) as (K & _). specialize (K Hy). lra.
Qed.

(** G11 (first half), in log-odds. *)
Theorem basin_of_infinity y : - b <= f 0 ->
  (is_lim_seq (iter f y) p_infty <-> b < Rabs y).
Proof.
  intros H. split.
  - intros L. apply Rnot_le_lt. intros K.
    apply (bounded_no_escape y b); [| exact L].
    intros n. apply (inside_stays y H K n).
  - intros K. apply beyond_escapes, K.
Qed.

Lemma F0_gt_minus_b : - b <= x0 -> - b < f 0.
Proof.
  intros H. pose proof (F_gt x0 beta 0 Hbeta (Rle_refl 0) 0). unfold f. lra.
Qed.

(** From the start x0: escape iff x0 < - b, and then from step 0 on. *)
Theorem reference_escapes_iff : is_lim_seq (iter f x0) p_infty <-> x0 < - b.
Proof.
  pose proof x0_lt_b. pose proof b_pos.
  split.
  - intros L. apply Rnot_le_lt. intros K.
    pose proof (F0_gt_minus_b K).
    apply (basin_of_infinity x0 ltac:(lra)) in L. revert L. apply Rle_not_lt.
    apply Rabs_le. lra.
  - intros K. apply beyond_escapes. rewrite Rabs_left; lra.
Qed.

Theorem reference_escape_monotone : x0 < - b -> forall n, iter f x0 n < iter f x0 (S n).
Proof.
  intros K n. pose proof b_pos.
  assert (A : b < Rabs x0) by (rewrite Rabs_left; lra).
  destruct n as [| n].
  - simpl. rewrite <- F_unsm_abs. pose proof (above_b (Rabs x0) A). lra.
  - apply (beyond_escapes x0 A).
Qed.

(** The jump condition without b. *)
Lemma jump_closed_form :
  x0 < - b <-> x0 < - x_fold beta /\ beta * Rabs x0 < cosh (x0 / 2).
Proof.
  pose proof (x_fold_pos beta Hbeta) as P.
  assert (K : x0 < - x_fold beta ->
    (beta * Rabs x0 < cosh (x0 / 2) <-> psi beta 0 (- x0) < x0)).
  { intros H. rewrite Rabs_left by lra. rewrite psi_unsmoothed.
    replace (- x0 / 2) with (- (x0 / 2)) by field. rewrite cosh_opp.
    set (c := cosh (x0 / 2)).
    replace (2 * c / beta) with (2 * (c / beta)) by (field; lra).
    assert (Q : beta * (c / beta) = c) by (field; lra).
    split; intros L; nra. }
  split.
  - intros H. assert (H1 : x0 < - x_fold beta) by lra. split; [exact H1 |].
    apply (K H1). rewrite <- Eb at 2. apply psi_down; lra.
  - intros (H1 & H2). apply (K H1) in H2. rewrite <- Eb in H2 at 2.
    destruct (Rtotal_order (- x0) b) as [L | [L | L]]; [| | lra].
    + pose proof (psi_down beta Hbeta (- x0) b ltac:(lra) L). lra.
    + rewrite L in H2. lra.
Qed.
End Trapped.

(** G4, in log-odds. *)
Theorem reference_escape_set :
  is_lim_seq (iter f x0) p_infty <->
  x_SN beta < x0 \/ (x0 < - x_fold beta /\ beta * Rabs x0 < cosh (x0 / 2)).
Proof.
  destruct (Rlt_le_dec (x_SN beta) x0) as [H | H].
  - split; [intros _; left; exact H |]. intros _. apply all_escape, H.
  - destruct (upper_root beta Hbeta x0 H) as (b & Hb & Eb).
    rewrite (reference_escapes_iff b Hb Eb), (jump_closed_form b Hb Eb).
    split; [intros K; right; exact K | intros [K | K]; [lra | exact K]].
Qed.

Theorem reference_escape_increasing :
  is_lim_seq (iter f x0) p_infty -> forall n, iter f x0 n < iter f x0 (S n).
Proof.
  intros L. destruct (Rlt_le_dec (x_SN beta) x0) as [H | H].
  - apply all_escape, H.
  - destruct (upper_root beta Hbeta x0 H) as (b & Hb & Eb).
    apply (reference_escape_monotone b Hb Eb). apply (reference_escapes_iff b Hb Eb), L.
Qed.

(** Without 2-cycles, a trapped orbit converges (Coppel). *)
Theorem trapped_converges b y : x_fold beta <= b -> psi beta 0 b = x0 -> - b <= f 0 ->
  x_FL beta <= x0 -> Rabs y <= b ->
  exists c, - b <= c <= b /\ fixpt f c /\ is_lim_seq (iter f y) c.
Proof.
  intros Hb Eb H0 HFL Hy.
  apply (coppel f (- b) b).
  - intros; apply F_cont.
  - intros x Hx. apply (inside_invariant b Eb x H0 Hx).
  - intros x _ E.
    destruct (Rtotal_order x (f x)) as [L | [L | L]]; [| symmetry; exact L |]; exfalso.
    + assert (C : exists u v, two_cycle f u v) by (exists x, (f x); repeat split; [exact L | exact E]).
      apply (two_cycle_exists_iff beta x0 Hbeta) in C. lra.
    + assert (C : exists u v, two_cycle f u v) by (exists (f x), x; repeat split; [exact L | exact E]).
      apply (two_cycle_exists_iff beta x0 Hbeta) in C. lra.
  - pose proof (Rabs_le_between y b) as (K & _). specialize (K Hy). lra.
Qed.
End Escape.

(** * In probabilities *)

Section Probability.
Variables beta pref : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Hpref : 0 < pref < 1.
Let x0 := logit pref.

Lemma p_orbit n : iter (h pref beta 0) pref n = sigma (iter (F x0 beta 0) x0 n).
Proof.
  unfold x0. rewrite sigma_iter_F by exact Hpref. rewrite sigma_logit by exact Hpref. reflexivity.
Qed.

Lemma p_limit_1 : is_lim_seq (iter (h pref beta 0) pref) 1 <->
  is_lim_seq (iter (F x0 beta 0) x0) p_infty.
Proof.
  rewrite <- sigma_tends_to_1. split; apply is_lim_seq_ext; intros n; rewrite p_orbit; reflexivity.
Qed.

(** G4. At eps = 0, p_n -> 1 (from p_0 = p_ref) iff x0 > x_SN (beta), or
    x0 < - 2 asinh beta and beta |x0| < cosh (x0/2). *)
Theorem escape_set : is_lim_seq (iter (h pref beta 0) pref) 1 <->
  x_SN beta < x0 \/ (x0 < - (2 * asinh beta) /\ beta * Rabs x0 < cosh (x0 / 2)).
Proof. rewrite p_limit_1. apply (reference_escape_set beta x0 Hbeta). Qed.

(** G4. When p_n -> 1, the sequence is strictly increasing (from n = 0). *)
Theorem escape_is_increasing : is_lim_seq (iter (h pref beta 0) pref) 1 ->
  forall n, iter (h pref beta 0) pref n < iter (h pref beta 0) pref (S n).
Proof.
  intros L n. apply p_limit_1 in L. rewrite !p_orbit. apply sigma_increasing.
  apply (reference_escape_increasing beta x0 Hbeta L).
Qed.
End Probability.

(** The second clause of the escape set in terms of b2. *)
Lemma x_fold_lt_y_min beta : 0 < beta -> x_fold beta < y_min beta.
Proof. intros H. unfold x_fold, y_min. pose proof (asinh_lt beta (2 * beta)). lra. Qed.

Lemma phi_at_fold beta : 0 < beta -> phi beta (x_fold beta) = - gfun beta.
Proof.
  intros H. unfold phi, gfun. unfold x_fold at 1.
  replace (2 * asinh beta / 2) with (asinh beta) by field.
  rewrite cosh_asinh. unfold x_fold. ring.
Qed.

(** G4. For beta >= beta_1 the second clause is x0 < - b2, where b2 is the largest
    root of cosh (b/2) = beta b (it exists for every beta >= beta_c). *)
Theorem second_clause_b2 beta b2 x0 : beta_1 <= beta -> largest_root beta b2 ->
  (x0 < - (2 * asinh beta) /\ beta * Rabs x0 < cosh (x0 / 2) <-> x0 < - b2).
Proof.
  intros H1 Hb2. pose proof beta_1_pos. assert (Hb : 0 < beta) by lra.
  pose proof (x_fold_lt_y_min beta Hb) as L. pose proof (x_fold_pos beta Hb).
  destruct (largest_root_ge_min beta b2 Hb Hb2) as (_ & I).
  fold (x_fold beta).
  assert (Gp : 0 <= gfun beta).
  { destruct (gfun_sign beta Hb) as (S1 & S2). apply Rnot_lt_le. intros K. apply S1 in K. lra. }
  assert (K : x0 < 0 -> (beta * Rabs x0 < cosh (x0 / 2) <-> 0 < phi beta (- x0))).
  { intros Hn. rewrite Rabs_left by exact Hn. unfold phi.
    replace (- x0 / 2) with (- (x0 / 2)) by field. rewrite cosh_opp. split; lra. }
  split.
  - intros (A & B). apply K in B; [| lra].
    destruct (Rle_lt_dec (y_min beta) (- x0)) as [M | M].
    + apply (phi_pos_right beta b2 (- x0) Hb Hb2 M) in B. lra.
    + exfalso. pose proof (phi_decreasing beta (x_fold beta) (- x0) ltac:(lra) ltac:(lra)) as D.
      rewrite phi_at_fold in D by exact Hb. lra.
  - intros A. split; [lra |]. apply K; [lra |].
    apply (phi_pos_right beta b2 (- x0) Hb Hb2); lra.
Qed.
