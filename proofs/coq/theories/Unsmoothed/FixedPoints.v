(** Fixed points of the unsmoothed reference map F x = x0 + (2/beta) cosh (x/2):
    none, one or two according to the sign of x0 - x_SN.  psi increases up to the
    critical point 2 asinh beta, where its value is x_SN, and decreases after it. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve TwoCycles.
Open Scope R_scope.

(** The fold point: x1 = 2 asinh beta. *)
Definition x_fold (beta : R) : R := 2 * asinh beta.

Section FixedPoints.
Variable beta : R.
Hypothesis Hbeta : 0 < beta.

Let psi0 := psi beta 0.

Lemma psi_unsmoothed x : psi0 x = x - 2 * cosh (x / 2) / beta.
Proof. unfold psi0, psi. rewrite G_unsmoothed. reflexivity. Qed.

Lemma psi_unsmoothed_derive x : is_derive psi0 x (1 - sinh (x / 2) / beta).
Proof.
  apply (is_derive_ext (fun x => x - 2 * cosh (x / 2) / beta)).
  { intros t. symmetry. apply psi_unsmoothed. }
  auto_derive; [exact I |]. unfold Rdiv. field. lra.
Qed.

Lemma psi_unsmoothed_continuity x : continuity_pt psi0 x.
Proof. apply (deriv_continuity_pt _ _ _ (psi_unsmoothed_derive x)). Qed.

Lemma x_fold_pos : 0 < x_fold beta.
Proof. unfold x_fold. pose proof (asinh_pos beta Hbeta). lra. Qed.

Lemma sinh_x_fold : sinh (x_fold beta / 2) = beta.
Proof.
  unfold x_fold. replace (2 * asinh beta / 2) with (asinh beta) by field. apply sinh_asinh.
Qed.

Lemma sinh_below_fold x : x < x_fold beta <-> sinh (x / 2) < beta.
Proof.
  pose proof sinh_x_fold as E. split; intros H.
  - rewrite <- E. apply sinh_lt. lra.
  - rewrite <- E in H at 1. apply sinh_inj_lt in H. lra.
Qed.

Lemma sinh_above_fold x : x_fold beta < x <-> beta < sinh (x / 2).
Proof.
  pose proof sinh_x_fold as E. split; intros H.
  - rewrite <- E. apply sinh_lt. lra.
  - rewrite <- E in H at 1. apply sinh_inj_lt in H. lra.
Qed.

Lemma psi_at_fold : psi0 (x_fold beta) = x_SN beta.
Proof.
  rewrite psi_unsmoothed. unfold x_SN. rewrite <- (root1_over_beta beta Hbeta).
  unfold x_fold at 2. replace (2 * asinh beta / 2) with (asinh beta) by field.
  rewrite cosh_asinh. fold (root1 beta). unfold x_fold. field. lra.
Qed.

Lemma psi_up x y : x < y -> y <= x_fold beta -> psi0 x < psi0 y.
Proof.
  intros Hxy Hy. apply (deriv_pos_lt psi0 (fun t => 1 - sinh (t / 2) / beta)); [exact Hxy | |].
  - intros t _. apply psi_unsmoothed_derive.
  - intros t Ht. assert (sinh (t / 2) < beta) by (apply sinh_below_fold; lra).
    assert (sinh (t / 2) / beta < 1); [| lra].
    apply (Rmult_lt_reg_r beta); [exact Hbeta |]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma psi_down x y : x_fold beta <= x -> x < y -> psi0 y < psi0 x.
Proof.
  intros Hx Hxy. apply (deriv_neg_lt psi0 (fun t => 1 - sinh (t / 2) / beta)); [exact Hxy | |].
  - intros t _. apply psi_unsmoothed_derive.
  - intros t Ht. assert (beta < sinh (t / 2)) by (apply sinh_above_fold; lra).
    assert (1 < sinh (t / 2) / beta); [| lra].
    apply (Rmult_lt_reg_r beta); [exact Hbeta |]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma psi_max x : x <> x_fold beta -> psi0 x < x_SN beta.
Proof.
  intros Hn. rewrite <- psi_at_fold.
  destruct (Rdichotomy x (x_fold beta) Hn) as [H | H].
  - apply psi_up; lra.
  - apply psi_down; lra.
Qed.

Lemma psi_le_SN x : psi0 x <= x_SN beta.
Proof.
  destruct (Req_dec x (x_fold beta)) as [-> | Hn].
  - right; apply psi_at_fold.
  - left; apply psi_max, Hn.
Qed.

(** cosh x >= 1 + x^2 / 2, to see that psi is unbounded below on the right. *)
Lemma cosh_quadratic x : 1 + x * x / 2 <= cosh x.
Proof.
  assert (P : forall t, 0 < t -> 1 + t * t / 2 < cosh t).
  { intros t Ht.
    assert (L : cosh 0 - 0 * 0 / 2 < cosh t - t * t / 2).
    { apply (deriv_pos_lt (fun t => cosh t - t * t / 2) (fun t => sinh t - t)); [exact Ht | |].
      - intros s _. auto_derive; [exact I | field].
      - intros s Hs. pose proof (sinh_gt s). lra. }
    rewrite cosh_0 in L. lra. }
  destruct (Rtotal_order x 0) as [H | [-> | H]].
  - specialize (P (- x) ltac:(lra)). rewrite cosh_opp in P. lra.
  - rewrite cosh_0. lra.
  - left. apply P, H.
Qed.

Lemma psi_right_unbounded c : exists x, x_fold beta <= x /\ psi0 x <= c.
Proof.
  (* psi x <= x - 2/beta - x^2 / (4 beta) <= c for x = max (x_fold, 8 beta, -c) *)
  set (x := Rmax (x_fold beta) (Rmax (8 * beta) (- c))).
  assert (H1 : x_fold beta <= x) by apply Rmax_l.
  assert (H2 : 8 * beta <= x).
  { eapply Rle_trans; [apply Rmax_l | apply Rmax_r]. }
  assert (H3 : - c <= x).
  { eapply Rle_trans; [apply (Rmax_r (8 * beta)) | apply Rmax_r]. }
  exists x. split; [exact H1 |]. rewrite psi_unsmoothed.
  pose proof (cosh_quadratic (x / 2)) as Q.
  assert (K : 2 * x <= 2 * cosh (x / 2) / beta).
  { apply (Rmult_le_reg_r beta); [exact Hbeta |].
    replace (2 * cosh (x / 2) / beta * beta) with (2 * cosh (x / 2)) by (field; lra). nra. }
  lra.
Qed.

Section Count.
Variable x0 : R.
Let F := F x0 beta 0.

Lemma fixpt_iff x : fixpt F x <-> psi0 x = x0.
Proof. apply fixpt_psi. Qed.

Lemma F_sub_id x : F x - x = x0 - psi0 x.
Proof. unfold F, Defs.F, psi0, psi. ring. Qed.

Theorem no_fixed_point : x_SN beta < x0 -> forall x, x < F x.
Proof. intros H x. pose proof (F_sub_id x). pose proof (psi_le_SN x). lra. Qed.

Theorem one_fixed_point : x0 = x_SN beta -> forall x, fixpt F x <-> x = x_fold beta.
Proof.
  intros Hx x. rewrite fixpt_iff. split.
  - intros E. destruct (Req_dec x (x_fold beta)) as [H | H]; [exact H |].
    pose proof (psi_max x H). lra.
  - intros ->. rewrite Hx. apply psi_at_fold.
Qed.

Lemma lower_root : x0 <= x_SN beta -> exists a, a <= x_fold beta /\ psi0 a = x0.
Proof.
  intros H. rewrite <- psi_at_fold in H.
  destruct (ivt_up psi0 (Rmin x0 (x_fold beta)) (x_fold beta) x0) as (a & I & E).
  - apply Rmin_r.
  - intros; apply psi_unsmoothed_continuity.
  - split; [| exact H]. left. eapply Rlt_le_trans; [| apply (Rmin_l x0 (x_fold beta))].
    apply psi_below; lra.
  - exists a; split; [lra | exact E].
Qed.

Lemma upper_root : x0 <= x_SN beta -> exists b, x_fold beta <= b /\ psi0 b = x0.
Proof.
  intros H. rewrite <- psi_at_fold in H.
  destruct (psi_right_unbounded x0) as (y & Hy & L).
  destruct (ivt_down psi0 (x_fold beta) y x0) as (b & I & E).
  - exact Hy.
  - intros; apply psi_unsmoothed_continuity.
  - split; assumption.
  - exists b; split; [lra | exact E].
Qed.

Theorem two_fixed_points : x0 < x_SN beta ->
  exists a b, a < x_fold beta < b /\ forall x, fixpt F x <-> x = a \/ x = b.
Proof.
  intros H.
  destruct lower_root as (a & La & Ea); [lra |].
  destruct upper_root as (b & Lb & Eb); [lra |].
  assert (a <> x_fold beta).
  { intros E. rewrite E, psi_at_fold in Ea. lra. }
  assert (b <> x_fold beta).
  { intros E. rewrite E, psi_at_fold in Eb. lra. }
  exists a, b. split; [lra |]. intros x. rewrite fixpt_iff. split.
  - intros E. destruct (Rle_lt_dec x (x_fold beta)) as [L | L].
    + left. destruct (Rtotal_order x a) as [L' | [L' | L']]; [| exact L' |].
      * pose proof (psi_up x a L' La). lra.
      * pose proof (psi_up a x L' L). lra.
    + right. destruct (Rtotal_order x b) as [L' | [L' | L']]; [| exact L' |].
      * pose proof (psi_down x b ltac:(lra) L'). lra.
      * pose proof (psi_down b x Lb L'). lra.
  - intros [-> | ->]; assumption.
Qed.

(** G1. At eps = 0 the equation x = x0 + (2/beta) cosh (x/2) has no, exactly one,
    exactly two real solutions iff x0 >, =, < x_SN = 2 asinh beta - 2 sqrt (1 + 1/beta^2). *)
Theorem number_of_fixed_points :
  ((forall x, ~ fixpt F x) <-> x_SN beta < x0) /\
  ((exists a, forall x, fixpt F x <-> x = a) <-> x0 = x_SN beta) /\
  ((exists a b, a < b /\ forall x, fixpt F x <-> x = a \/ x = b) <-> x0 < x_SN beta).
Proof.
  assert (P0 : x_SN beta < x0 -> forall x, ~ fixpt F x).
  { intros H x E. pose proof (no_fixed_point H x). unfold fixpt in E. lra. }
  assert (P1 : x0 = x_SN beta -> exists a, forall x, fixpt F x <-> x = a).
  { intros H. exists (x_fold beta). apply one_fixed_point, H. }
  assert (P2 : x0 < x_SN beta -> exists a b, a < b /\ forall x, fixpt F x <-> x = a \/ x = b).
  { intros H. destruct (two_fixed_points H) as (a & b & I & E). exists a, b. split; [lra | exact E]. }
  split; [| split]; (split; [| assumption]).
  - intros H. destruct (Rtotal_order x0 (x_SN beta)) as [L | [L | L]]; [| | exact L].
    + destruct (P2 L) as (a & b & _ & E). destruct (H a). apply E. left; reflexivity.
    + destruct (P1 L) as (a & E). destruct (H a). apply E. reflexivity.
  - intros (a & H). destruct (Rtotal_order x0 (x_SN beta)) as [L | [L | L]]; [| exact L |].
    + destruct (P2 L) as (c & d & I & E).
      assert (c = a) by (apply H, E; left; reflexivity).
      assert (d = a) by (apply H, E; right; reflexivity). lra.
    + destruct (P0 L a). apply H. reflexivity.
  - intros (a & b & I & H). destruct (Rtotal_order x0 (x_SN beta)) as [L | [L | L]]; [exact L | |].
    + destruct (P1 L) as (c & E).
      assert (a = c) by (apply E, H; left; reflexivity).
      assert (b = c) by (apply E, H; right; reflexivity). lra.
    + destruct (P0 L a). apply H. left; reflexivity.
Qed.
End Count.
End FixedPoints.
