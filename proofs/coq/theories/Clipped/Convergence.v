(** J7: if F0 >= 0 or beta >= B(p_low), the clipped iteration has no 2-cycle and every orbit
    converges to a fixed point of F, or to p = 1 when eps = 0.  A 2-cycle of C would move
    down without clipping and up by at most one step of F, against F o F < id; Coppel's
    lemma does the rest, after truncation when eps = 0. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz.
From GrpoProofs.Unimodal Require Import Alternation.
From GrpoProofs.Orbits Require Import IterLemmas Coppel LowFixpt Flip Success
  Contraction UniversalThresholds Folds.
From GrpoProofs.Clipped Require Import Map Comparison.
Open Scope R_scope.

Section Convergence.
Variables elo ehi x0 beta eps : R.
Hypothesis Hl : 0 < elo.
Hypothesis Hh : 0 < ehi.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Let C := clipped_F elo ehi x0 beta eps.

(** Weak stability of the lowest fixed point, or critical value on the right. *)
Definition low_weakly_stable : Prop :=
  0 <= F0 x0 beta eps \/ exists a, lowest f a /\ Bthr eps (sigma a) <= beta.

Lemma clipped_no_two_cycle : low_weakly_stable -> forall u v, ~ two_cycle C u v.
Proof.
  intros W u v [Huv [Eu Ev]].
  assert (Dv : f v <= v).
  { apply Rnot_lt_le. intro L. assert (Z := C_up elo ehi x0 beta eps Hl Hh Hb He v L). fold C in Z. lra. }
  assert (Fv : f v = u).
  { assert (Z := C_down elo ehi x0 beta eps Hl Hh Hb He v Dv). fold C f in Z. lra. }
  assert (Fu : v <= f u).
  { assert (Z := C_le elo ehi x0 beta eps Hb He u). fold C f in Z. lra. }
  assert (Nu : u < 0).
  { apply Rnot_le_lt. intro P. assert (f u < f v) by (now apply f_inc). lra. }
  destruct W as [W|[a [La S]]].
  - rewrite <- (F_0 x0 beta eps Hb He) in W. assert (Z := f_low x0 beta eps Hb He v).
    fold f in Z, W. lra.
  - assert (H0 : f 0 < 0).
    { assert (Z := f_low x0 beta eps Hb He v). fold f in Z. lra. }
    assert (Ha := lowest_neg x0 beta eps Hb He a H0 La). destruct La as [Fa _].
    assert (Ha' : a < 0) by lra. assert (Fa' : f a = a) by exact Fa.
    assert (av : a < v).
    { destruct (Rtotal_order v a) as [L|[E|L]]; [|subst; lra|exact L].
      assert (Z := above_left x0 beta eps Hb He a Fa Ha' v L). fold f in Z. lra. }
    destruct (Rlt_le_dec v (- a)) as [L|L].
    + assert (Z := second_iterate_below f a (F_even_unimodal x0 beta eps Hb He) Fa Ha'
        (no_two_cycle_at_threshold x0 beta eps a Hb He Fa Ha' S) v (conj av L)).
      change (f (f v) < v) in Z. rewrite Fv in Z. lra.
    + assert (Q : f (- a) <= f v).
      { apply f_le; auto. lra. }
      assert (Q2 : f (- a) = a) by (unfold f; rewrite F_opp; exact Fa).
      assert (f u <= f a) by (apply f_ge; auto; lra). lra.
Qed.

Lemma clipped_limit_fixpt : forall x (c : R), is_lim_seq (iter C x) c -> fixpt f c.
Proof.
  intros x c L. apply (C_fixpt_iff elo ehi x0 beta eps Hl Hh Hb He).
  apply limit_is_fixpt with x; [now apply C_continuous | exact L].
Qed.

(** eps > 0: all iterates lie in a compact interval. *)
Lemma clipped_converges_smoothed : 0 < eps -> low_weakly_stable ->
  forall x, exists c, fixpt f c /\ is_lim_seq (iter C x) c.
Proof.
  intros Pe W x. set (U := x0 + 1 / (beta * sqrt eps)).
  assert (Inv : forall y, x0 <= C y <= U).
  { intro y. split; [now apply C_ge_x0|].
    apply Rle_trans with (f y); [now apply C_le | left; now apply F_upper]. }
  destruct (coppel C x0 U) with (x := C x) as [c [_ [_ L]]].
  - intros. now apply C_continuous.
  - intros. apply Inv.
  - intros y _ E. destruct (Rtotal_order y (C y)) as [Q|[Q|Q]]; auto.
    + exfalso. apply (clipped_no_two_cycle W y (C y)). repeat split; auto.
    + exfalso. apply (clipped_no_two_cycle W (C y) y). repeat split; auto.
  - apply Inv.
  - assert (L' : is_lim_seq (iter C x) c).
    { apply (is_lim_seq_incr_1 (iter C x)). apply is_lim_seq_ext with (iter C (C x)); [|exact L].
      intro n. symmetry. apply iter_shift. }
    exists c. split; [now apply clipped_limit_fixpt with x | exact L'].
Qed.

(** Beyond a point K from which F moves up, orbits of C climb to infinity. *)
Lemma clipped_climbs : forall K, (forall y, K < y -> y < f y) -> forall x, K < x ->
  is_lim_seq (iter C x) p_infty.
Proof.
  intros K HK x Hx.
  assert (Up : forall n, K < iter C x n /\ iter C x n < iter C x (S n)).
  { assert (Step : forall y, K < y -> y < C y) by (intros y Hy; apply C_up; auto).
    induction n as [|n [IH1 IH2]].
    - split; [exact Hx | now apply Step].
    - assert (Q : K < iter C x (S n)) by lra. split; [exact Q | now apply (Step (iter C x (S n)))]. }
  destruct (classic (exists M, forall n, iter C x n <= M)) as [[M HM]|NB].
  - exfalso. destruct (ex_finite_lim_seq_incr (iter C x) M) as [c Lc]; auto.
    { intro n. left. apply Up. }
    assert (Fc := clipped_limit_fixpt x c Lc).
    assert (x <= c).
    { apply (is_lim_seq_le (fun _ => x) (iter C x) x c); [|apply is_lim_seq_const | exact Lc].
      intro n. induction n; [simpl; lra|]. assert (Z := proj2 (Up n)). lra. }
    assert (Z := HK c ltac:(lra)). unfold fixpt in Fc. lra.
  - apply is_lim_seq_spec. intro M.
    assert (E : exists n, M < iter C x n).
    { apply not_all_not_ex. intro N. apply NB. exists M. intro n. apply Rnot_lt_le. apply N. }
    destruct E as [n Hn]. exists n. intros m Hm. apply Rlt_le_trans with (1 := Hn).
    induction Hm as [|m Hm IH]; [lra|]. assert (Z := proj2 (Up m)). lra.
Qed.

(** eps = 0: F moves up far on the right. *)
Lemma unsmoothed_far_right : eps = 0 -> exists K, forall y, K < y -> y < f y.
Proof.
  intro E. exists (Rmax 1 (Rmax (32 * beta) (2 * (- x0)))). intros y Hy.
  assert (M1 := Rmax_l 1 (Rmax (32 * beta) (2 * (- x0)))).
  assert (M2 := Rmax_r 1 (Rmax (32 * beta) (2 * (- x0)))).
  assert (M3 := Rmax_l (32 * beta) (2 * (- x0))). assert (M4 := Rmax_r (32 * beta) (2 * (- x0))).
  unfold f, F. rewrite G_closed by exact He.
  replace (1 + 4 * eps * (cosh (y / 2) * cosh (y / 2))) with 1 by (rewrite E; ring). rewrite sqrt_1.
  assert (X : y * y / 16 <= 2 * cosh (y / 2)).
  { unfold cosh. assert (P := exp_pos (- (y / 2))).
    assert (Q : y / 2 = y / 4 + y / 4) by field. rewrite Q at 1. rewrite exp_plus.
    assert (Z := exp_ineq1_le (y / 4)). nra. }
  assert (Y : 2 * y <= 2 * cosh (y / 2) / 1 / beta).
  { apply Rmult_le_reg_r with beta; [exact Hb|].
    replace (2 * cosh (y / 2) / 1 / beta * beta) with (2 * cosh (y / 2)) by (field; lra). nra. }
  lra.
Qed.

Lemma clipped_converges_unsmoothed : eps = 0 -> low_weakly_stable ->
  forall x, (exists c, fixpt f c /\ is_lim_seq (iter C x) c) \/ is_lim_seq (iter C x) p_infty.
Proof.
  intros E W x. destruct (unsmoothed_far_right E) as [K HK].
  destruct (classic (exists N, K < iter C x N)) as [[N HN]|No].
  - right. apply (lim_shift _ N).
    apply is_lim_seq_ext with (iter C (iter C x N)).
    + intro n. symmetry. apply iter_add.
    + now apply (clipped_climbs K).
  - assert (Le : forall n, iter C x n <= K) by (intro n; apply Rnot_lt_le; intro; apply No; now exists n).
    set (D := fun y => Rmin (C y) K).
    assert (Hx0K : x0 <= K). { assert (Z := C_ge_x0 elo ehi x0 beta eps Hb He x). fold C in Z. specialize (Le 1%nat). simpl in Le. lra. }
    assert (DC : forall n, iter D (C x) n = iter C (C x) n).
    { induction n; [reflexivity|]. simpl. rewrite IHn. apply Rmin_left.
      specialize (Le (S (S n))). rewrite iter_shift in Le. exact Le. }
    destruct (coppel D x0 K) with (x := C x) as [c [_ [_ L]]].
    + intros y _. apply continuity_pt_Rmin; [now apply C_continuous|].
      apply continuity_pt_const. intros ? ?. reflexivity.
    + intros y _. split; [apply Rmin_glb; [now apply C_ge_x0 | exact Hx0K] | apply Rmin_r].
    + assert (T : forall u v, u < v -> v <= K -> D u = v -> D v = u -> False).
      { intros u v Huv HvK Eu Ev. unfold D in *.
        assert (Ev' : C v = u).
        { revert Ev. unfold Rmin. destruct Rle_dec; intros; lra. }
        assert (Eu' : C u = v).
        { revert Eu. unfold Rmin. destruct Rle_dec as [Q|Q]; intro Eu; [exact Eu|]. exfalso.
          (* v = K: C would map K to u < K, but F moves K up or fixes it *)
          assert (FK : K <= f K).
          { apply Rnot_lt_le. intro Dn.
            destruct (continuity_pt_eps (fun t => f t - t) K (K - f K)
              (continuity_pt_sub_id f K (F_continuity_pt x0 beta eps He K)) ltac:(lra)) as [d [Hd Cd]].
            specialize (Cd (K + d / 2)). rewrite Rabs_pos_eq in Cd by lra.
            specialize (Cd ltac:(lra)). apply Rabs_def2 in Cd.
            assert (Z := HK (K + d / 2) ltac:(lra)). lra. }
          destruct (Req_dec (f K) K) as [EK|NK].
          - assert (Z := C_down elo ehi x0 beta eps Hl Hh Hb He K ltac:(fold f; lra)). fold C f in Z.
            subst v. lra.
          - assert (Z := C_up elo ehi x0 beta eps Hl Hh Hb He K ltac:(fold f; lra)). fold C in Z.
            subst v. lra. }
        apply (clipped_no_two_cycle W u v). repeat split; auto. }
      intros y Hy Ey.
      assert (DK : D y <= K) by apply Rmin_r.
      destruct (Rtotal_order y (D y)) as [Q|[Q|Q]]; auto.
      * exfalso. apply (T y (D y)); auto.
      * exfalso. apply (T (D y) y); auto. lra.
    + split; [now apply C_ge_x0 | apply (Le 1%nat)].
    + assert (L' : is_lim_seq (iter C x) c).
      { apply (is_lim_seq_incr_1 (iter C x)). apply is_lim_seq_ext with (iter D (C x)); [|exact L].
        intro n. rewrite DC. symmetry. apply iter_shift. }
      left. exists c. split; [now apply clipped_limit_fixpt with x | exact L'].
Qed.
End Convergence.

(** J7. For all e_lo, e_hi > 0: if F0 >= 0 or beta >= B(p_low), the clipped map has no 2-cycle,
    and from every start x (in log-odds) the clipped orbit converges to a fixed point of F, or,
    only if eps = 0, tends to infinity (p_n tends to 1). *)
Theorem clipped_convergence : forall elo ehi x0 beta eps,
  0 < elo -> 0 < ehi -> 0 < beta -> 0 <= eps -> low_weakly_stable x0 beta eps ->
  let C := clipped_F elo ehi x0 beta eps in
  (forall u v, ~ two_cycle C u v) /\
  (forall x, (exists c, fixpt (F x0 beta eps) c /\ is_lim_seq (iter C x) c /\
                        is_lim_seq (fun n => sigma (iter C x n)) (sigma c)) \/
             (eps = 0 /\ is_lim_seq (fun n => sigma (iter C x n)) 1)).
Proof.
  intros elo ehi x0 beta eps Hl Hh Hb He W C. split.
  - now apply clipped_no_two_cycle.
  - intro x. assert (A : (exists c, fixpt (F x0 beta eps) c /\ is_lim_seq (iter C x) c) \/
      (eps = 0 /\ is_lim_seq (iter C x) p_infty)).
    { assert (He1 := He). destruct He1 as [P|E].
      - left. exact (clipped_converges_smoothed elo ehi x0 beta eps Hl Hh Hb He P W x).
      - destruct (clipped_converges_unsmoothed elo ehi x0 beta eps Hl Hh Hb He (eq_sym E) W x) as [Q|Q].
        + now left.
        + right. split; [now symmetry | exact Q]. }
    destruct A as [[c [Fc L]]|[E L]].
    + left. exists c. split; [exact Fc|]. split; [exact L | now apply lim_sigma].
    + right. split; [exact E | now apply lim_sigma_infty].
Qed.

(** J7, in particular: the hypothesis holds for p_ref >= p_u, and for beta >= M_eps (eps > 0). *)
Theorem clipped_convergence_cases : forall pref beta eps, 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  (p_u <= pref \/ (0 < eps /\ Meps eps <= beta)) -> low_weakly_stable (logit pref) beta eps.
Proof.
  intros pref beta eps Hp Hb He H.
  destruct (Rle_dec 0 (F0 (logit pref) beta eps)) as [P|N]; [now left | right].
  assert (H0 : F (logit pref) beta eps 0 < 0) by (rewrite F_0 by assumption; lra).
  destruct (low_exists (logit pref) beta eps Hb He H0) as [a [Ha Fa]].
  assert (Ha' : a < 0) by lra.
  exists a. split; [now apply neg_fixpt_lowest|]. destruct H as [H|[Pe H]].
  - apply Rnot_lt_le. intro U.
    assert (Z := unstable_forces_low_reference beta eps Hb He (logit pref) a Fa Ha' U).
    assert (M := t_plus_coth_min (- a / 2) ltac:(lra)).
    assert (Hx : x_u <= logit pref).
    { apply Rnot_lt_le. intro L. apply sigma_increasing in L. rewrite sigma_x_u, sigma_logit in L; lra. }
    unfold x_u in Hx. lra.
  - apply Rle_trans with (2 := H). apply Bthr_le_Meps; auto.
    assert (A := sigma_pos a). assert (B := sigma_lt_1 a). lra.
Qed.
