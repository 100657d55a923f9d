(** The threshold beta_2 of the unsmoothed case: p_n converges for every reference
    iff beta <= beta_2.  Above beta_2 the non-convergent references are those with
    x0 in (- b2, x_FL), except the ones whose orbit lands on the fixed point. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic LocalDynamics TwoCycleCurve TwoCycles
  FixedPoints Thresholds Escape Stability NonConvergence.
Open Scope R_scope.

Lemma logit_continuity_pt p : 0 < p < 1 -> continuity_pt logit p.
Proof. intros H. apply (deriv_continuity_pt _ _ _ (logit_derive p H)). Qed.

Lemma sigma_le_inv x y : sigma x <= sigma y -> x <= y.
Proof.
  intros H. apply Rnot_lt_le. intros L. apply sigma_increasing in L. lra.
Qed.

(** Convergence of p_n in terms of the log-odds. *)
Lemma p_converges_iff beta pref : 0 < beta -> 0 < pref < 1 ->
  let x := iter (F (logit pref) beta 0) (logit pref) in
  (exists l : R, is_lim_seq (iter (h pref beta 0) pref) l) <->
  is_lim_seq x p_infty \/ exists c : R, is_lim_seq x c.
Proof.
  intros Hb Hp x. split.
  - intros (l & L).
    assert (P : forall n, iter (h pref beta 0) pref n = sigma (x n)).
    { intros n. apply (p_orbit beta pref Hp). }
    assert (Lo : pref <= l).
    { apply (is_lim_seq_le (fun _ => pref) (iter (h pref beta 0) pref) pref l);
        [| apply is_lim_seq_const | exact L].
      intros n. rewrite P. rewrite <- (sigma_logit pref Hp) at 1. apply sigma_le.
      unfold x. destruct n as [| n]; [simpl; lra |]. left. apply F_gt; lra. }
    assert (Hi : l <= 1).
    { apply (is_lim_seq_le (iter (h pref beta 0) pref) (fun _ => 1) l 1);
        [| exact L | apply is_lim_seq_const].
      intros n. rewrite P. left. apply sigma_lt_1. }
    destruct Hi as [Hi | ->].
    + right. exists (logit l).
      apply (is_lim_seq_ext (fun n => logit (iter (h pref beta 0) pref n))).
      { intros n. rewrite P. apply logit_sigma. }
      apply is_lim_seq_continuous; [apply logit_continuity_pt; lra | exact L].
    + left. apply (p_limit_1 beta pref Hp). exact L.
  - intros [L | (c & L)].
    + exists 1. apply (p_limit_1 beta pref Hp). exact L.
    + exists (sigma c). apply (is_lim_seq_ext (fun n => sigma (x n))).
      { intros n. symmetry. apply (p_orbit beta pref Hp). }
      apply is_lim_seq_continuous; [apply sigma_continuity_pt | exact L].
Qed.

(** An orbit that lands on a 2-cycle has no limit. *)
Lemma on_cycle_no_limit f u v y N : two_cycle f u v -> iter f y N = v ->
  forall l : Rbar, ~ is_lim_seq (iter f y) l.
Proof.
  intros (Huv & Fu & Fv) E l L.
  assert (Even : forall k, iter f v (2 * k) = v).
  { induction k as [| k IH]; [reflexivity |].
    replace (2 * S k)%nat with (S (S (2 * k))) by lia. simpl iter at 1.
    change (f (f (iter f v (2 * k))) = v). rewrite IH, Fv, Fu. reflexivity. }
  assert (L1 : is_lim_seq (fun k => iter f y (2 * k + N)) l).
  { apply (is_lim_seq_subseq (iter f y) l (fun k => (2 * k + N)%nat)); [| exact L].
    apply eventually_subseq. intros n. lia. }
  assert (L2 : is_lim_seq (fun k => iter f y (S (2 * k + N))) l).
  { apply (is_lim_seq_subseq (iter f y) l (fun k => S (2 * k + N))); [| exact L].
    apply eventually_subseq. intros n. lia. }
  apply (is_lim_seq_ext _ (fun _ => v)) in L1.
  2: { intros k. rewrite iter_add, E. apply Even. }
  apply (is_lim_seq_ext _ (fun _ => u)) in L2.
  2: { intros k. change (f (iter f y (2 * k + N)) = u). rewrite iter_add, E, Even. exact Fv. }
  apply is_lim_seq_unique in L1. apply is_lim_seq_unique in L2.
  rewrite Lim_seq_const in L1, L2. rewrite <- L1 in L2. injection L2. lra.
Qed.

(** * beta <= beta_2 *)

(** G6 (sufficiency). For beta <= beta_2, from every p_ref, p_n tends to 1 or to an
    interior fixed point. *)
Theorem converges_up_to_beta_2 beta pref : 0 < beta <= beta_2 -> 0 < pref < 1 ->
  is_lim_seq (iter (h pref beta 0) pref) 1 \/
  exists p, fixpt (h pref beta 0) p /\ is_lim_seq (iter (h pref beta 0) pref) p.
Proof.
  intros Hb Hp. set (x0 := logit pref).
  assert (D : is_lim_seq (iter (F x0 beta 0) x0) p_infty \/
              exists c, fixpt (F x0 beta 0) c /\ is_lim_seq (iter (F x0 beta 0) x0) c).
  { destruct (Rlt_le_dec x0 (x_FL beta)) as [L | L].
    - left. apply escapes_below_FL; lra.
    - apply converges_above_FL; lra. }
  destruct D as [D | (c & Fc & D)].
  - left. apply p_limit_1; assumption.
  - right. exists (sigma c). split; [apply fixpt_F_h; assumption |].
    apply (is_lim_seq_ext (fun n => sigma (iter (F x0 beta 0) x0 n))).
    { intros n. symmetry. apply p_orbit; assumption. }
    apply is_lim_seq_continuous; [apply sigma_continuity_pt | exact D].
Qed.

(** * beta > beta_2 *)

Section Above.
Variables beta b2 : R.
Hypothesis Hb2 : beta_2 < beta.
Hypothesis Hroot : largest_root beta b2.

Let Hbeta : 0 < beta.
Proof. pose proof beta_2_gt_1. lra. Qed.

(** The interval (- b2, x_FL) is not empty. *)
Lemma interval_nonempty : - b2 < x_FL beta.
Proof.
  pose proof (FL_beyond_min beta Hbeta) as M.
  assert (N : phi beta (- x_FL beta) < 0).
  { apply Rnot_le_lt. intros K. apply phi_FL_sign in K; [lra | exact Hbeta]. }
  apply Rnot_le_lt. intros K.
  destruct (Req_dec (- x_FL beta) b2) as [E | Hn].
  - destruct Hroot as (Z & _). rewrite E in N. unfold phi in N. lra.
  - assert (P : 0 < phi beta (- x_FL beta)).
    { apply (phi_pos_right beta b2 (- x_FL beta) Hbeta Hroot); lra. }
    lra.
Qed.

Lemma phi_inside x0 : - b2 < x0 < x_FL beta -> phi beta (- x0) < 0.
Proof.
  intros H. pose proof (FL_beyond_min beta Hbeta) as M.
  pose proof (phi_increasing beta (- x0) b2 ltac:(lra) ltac:(lra)) as I.
  destruct Hroot as (Z & _). unfold phi in I at 2. lra.
Qed.

Lemma inside_is_trapped x0 b : - b2 < x0 < x_FL beta ->
  x_fold beta < b -> psi beta 0 b = x0 -> - b < x0.
Proof.
  intros H Hb Eb. apply Rnot_le_lt. intros K.
  pose proof (phi_inside x0 H) as N.
  assert (P : psi beta 0 (- x0) <= x0).
  { rewrite <- Eb at 2. destruct (Req_dec b (- x0)) as [<- | Hn]; [lra |].
    left. apply psi_down; lra. }
  rewrite psi_unsmoothed in P. unfold phi in N.
  set (c := cosh (- x0 / 2)) in *.
  replace (2 * c / beta) with (2 * (c / beta)) in P by (field; lra).
  assert (Q : beta * (c / beta) = c) by (field; lra). nra.
Qed.

(** Landing times vary continuously with the reference along the 2-cycle curve. *)
Lemma orbit_continuity N d : 0 < d ->
  continuity_pt (fun d => iter (F (X beta d) beta 0) (X beta d) N) d.
Proof.
  intros Hd.
  assert (CX : continuity_pt (X beta) d).
  { apply (deriv_continuity_pt _ _ (Xcurve' beta (2 / beta) d)).
    apply (is_derive_Xcurve beta (2 / beta) d Hd). }
  induction N as [| N IH]; simpl; [exact CX |].
  unfold F. apply continuity_pt_plus; [exact CX |].
  apply (continuity_pt_mult _ (fun _ => / beta)).
  - apply (continuity_pt_comp (fun d => iter (F (X beta d) beta 0) (X beta d) N) (G 0));
      [exact IH | apply G_continuity_pt; lra].
  - apply continuity_pt_const. intros ? ?; reflexivity.
Qed.

Lemma mid_continuity d : 0 < d -> continuity_pt (fun d => mid beta d + d) d.
Proof.
  intros Hd. apply continuity_pt_plus; [| apply derivable_continuous_pt, derivable_pt_id].
  apply derivable_continuous_pt, ex_derive_Reals_0. unfold mid, qd.
  pose proof (sinh_pos (d / 2) ltac:(lra)).
  auto_derive. repeat split; [apply ex_derive_asinh | lra].
Qed.

(** At x0 = - b2 the orbit sits on the upper fixed point b2 from n = 1 on. *)
Lemma F_at_corner y : Rabs y = b2 -> F (- b2) beta 0 y = b2.
Proof.
  intros Hy. destruct Hroot as (Z & _).
  rewrite <- F_unsm_abs, Hy, F_unsmoothed, Z. field. lra.
Qed.

Lemma b2_pos : 0 < b2.
Proof.
  destruct (largest_root_ge_min beta b2 Hbeta Hroot) as (_ & M).
  pose proof (y_min_pos beta Hbeta). lra.
Qed.

Lemma corner_orbit n : iter (F (- b2) beta 0) (- b2) (S n) = b2.
Proof.
  pose proof b2_pos. induction n as [| n IH].
  - simpl. apply F_at_corner. rewrite Rabs_Ropp. apply Rabs_pos_eq. lra.
  - change (F (- b2) beta 0 (iter (F (- b2) beta 0) (- b2) (S n)) = b2).
    rewrite IH. apply F_at_corner. apply Rabs_pos_eq. lra.
Qed.

(** Some reference in the interval has an orbit that lands on the 2-cycle. *)
Theorem some_orbit_lands_on_cycle : exists x0 u v N,
  - b2 < x0 < x_FL beta /\ two_cycle (F x0 beta 0) u v /\ iter (F x0 beta 0) x0 N = v.
Proof.
  pose proof interval_nonempty as Hne. pose proof b2_pos as P2.
  destruct (proj2 (two_cycle_exists_iff beta (- b2) Hbeta) Hne) as (u1 & v1 & C1).
  destruct (two_cycle_on_curve beta (- b2) Hbeta u1 v1 C1) as (d1 & Hd1 & Eu1 & Ev1 & EX1).
  (* the upper point of that cycle is below b2 *)
  assert (V1 : v1 < b2).
  { destruct C1 as (K & F1 & F2). apply Rnot_le_lt. intros [L | L].
    - assert (Efix : psi beta 0 b2 = - b2).
      { apply (fixpt_psi (- b2) beta 0). apply F_at_corner. apply Rabs_pos_eq; lra. }
      destruct (largest_root_ge_min beta b2 Hbeta Hroot) as (_ & M).
      pose proof (x_fold_lt_y_min beta Hbeta).
      pose proof (above_b beta (- b2) Hbeta b2 ltac:(lra) Efix v1 L). lra.
    - rewrite <- L in F2. rewrite F_at_corner in F2; [lra | apply Rabs_pos_eq; lra]. }
  (* a narrower cycle: its orbit comes below the cycle point *)
  set (d0 := d1 / 2). assert (Hd0 : 0 < d0 < d1) by (unfold d0; lra).
  set (x0 := X beta d0).
  assert (I0 : - b2 < x0 < x_FL beta).
  { split.
    - rewrite EX1. apply X_strictly_decreasing; lra.
    - apply (two_cycle_exists_iff beta x0 Hbeta).
      exists (mid beta d0 - d0), (mid beta d0 + d0).
      apply two_cycle_iff_on_curve; [exact Hbeta | lra | reflexivity]. }
  assert (LSN : x0 < x_SN beta).
  { pose proof (x_fold_pos beta Hbeta) as P. unfold x_FL, x_SN, x_fold in *. lra. }
  destruct (two_fixed_points beta Hbeta x0 LSN) as (a & b & Iab & Fix).
  assert (Eb : psi beta 0 b = x0) by (apply fixpt_psi, Fix; right; reflexivity).
  assert (Ea : psi beta 0 a = x0) by (apply fixpt_psi, Fix; left; reflexivity).
  pose proof (inside_is_trapped x0 b I0 (proj2 Iab) Eb) as Tb.
  set (v := mid beta d0 + d0).
  assert (C0 : two_cycle (F x0 beta 0) (mid beta d0 - d0) v).
  { apply two_cycle_iff_on_curve; [exact Hbeta | lra | reflexivity]. }
  assert (Vab : a < v < b).
  { destruct C0 as (K & F1 & F2).
    assert (Dn : F x0 beta 0 v < v) by lra.
    pose proof (F_sub beta x0 v) as E. split; apply Rnot_le_lt; intros [L | L].
    - pose proof (psi_up beta Hbeta v a L ltac:(lra)). lra.
    - rewrite <- L in Ea. lra.
    - pose proof (psi_down beta Hbeta b v ltac:(lra) L). lra.
    - rewrite L in Eb. lra. }
  destruct (comes_below beta Hbeta x0 a b Fix (conj Tb (proj2 I0)) v) as (N & HN); try lra.
  (* intermediate value between d0 and d1 *)
  destruct (Calculus.ivt_up
    (fun d => iter (F (X beta d) beta 0) (X beta d) (S N) - (mid beta d + d)) d0 d1 0)
    as (d & Id & Ed).
  - lra.
  - intros d Hd. apply continuity_pt_minus; [apply orbit_continuity; lra | apply mid_continuity; lra].
  - split.
    + fold x0. fold v. lra.
    + rewrite <- EX1, <- Ev1, corner_orbit. lra.
  - assert (Hdl : d < d1).
    { destruct (proj2 Id) as [L | L]; [exact L |]. exfalso.
      rewrite L in Ed. rewrite <- EX1, <- Ev1, corner_orbit in Ed. lra. }
    exists (X beta d), (mid beta d - d), (mid beta d + d), (S N).
    split; [| split].
    + split.
      * rewrite EX1. apply X_strictly_decreasing; lra.
      * apply (two_cycle_exists_iff beta (X beta d) Hbeta).
        exists (mid beta d - d), (mid beta d + d).
        apply two_cycle_iff_on_curve; [exact Hbeta | lra | reflexivity].
    + apply two_cycle_iff_on_curve; [exact Hbeta | lra | reflexivity].
    + lra.
Qed.

(** G6 (above beta_2). With b2 the largest root of cosh (b/2) = beta b: the interval
    (- b2, x_FL) is not empty; outside it p_n converges; inside it there is a 2-cycle and
    p_n converges only if it lands exactly on the lower fixed point. (These exceptions
    form a countable set: Exceptional.v.) *)
Theorem nonconvergence_set : - b2 < x_FL beta /\
  forall pref, 0 < pref < 1 ->
  let x0 := logit pref in
  (~ (- b2 < x0 < x_FL beta) -> exists l : R, is_lim_seq (iter (h pref beta 0) pref) l) /\
  (- b2 < x0 < x_FL beta ->
     (exists u v, two_cycle (F x0 beta 0) u v) /\
     exists a b, a < b /\ (forall x, fixpt (F x0 beta 0) x <-> x = a \/ x = b) /\
       ((exists l : R, is_lim_seq (iter (h pref beta 0) pref) l) <->
        exists n, iter (h pref beta 0) pref n = sigma a)).
Proof.
  split; [apply interval_nonempty |]. intros pref Hp x0. split.
  - intros H. apply (p_converges_iff beta pref Hbeta Hp). fold x0.
    destruct (Rlt_le_dec x0 (x_FL beta)) as [L | L].
    + assert (K : x0 <= - b2) by (apply Rnot_lt_le; intros K; apply H; lra).
      destruct K as [K | K].
      * left. apply reference_escape_set; [exact Hbeta |]. right.
        apply (second_clause_b2 beta b2 x0); [| exact Hroot | exact K].
        pose proof beta_2_gt_1. pose proof beta_1_enclosure. lra.
      * right. exists b2. rewrite K. apply is_lim_seq_incr_1.
        apply is_lim_seq_ext with (fun _ => b2); [| apply is_lim_seq_const].
        intros n. symmetry. apply corner_orbit.
    + destruct (converges_above_FL beta Hbeta x0 L) as [D | (c & _ & D)];
        [left; exact D | right; exists c; exact D].
  - intros H. split; [apply two_cycle_exists_iff; lra |].
    assert (LSN : x0 < x_SN beta).
    { pose proof (x_fold_pos beta Hbeta) as P. unfold x_FL, x_SN, x_fold in *. lra. }
    destruct (two_fixed_points beta Hbeta x0 LSN) as (a & b & Iab & Fix).
    assert (Eb : psi beta 0 b = x0) by (apply fixpt_psi, Fix; right; reflexivity).
    pose proof (inside_is_trapped x0 b H (proj2 Iab) Eb) as Tb.
    exists a, b. split; [lra |]. split; [exact Fix |].
    rewrite (p_converges_iff beta pref Hbeta Hp). fold x0.
    pose proof (trapped_converges_iff_lands beta Hbeta x0 a b Iab Fix (conj Tb (proj2 H))) as Q.
    assert (Land : (exists n, iter (h pref beta 0) pref n = sigma a) <->
                   exists n, iter (F x0 beta 0) x0 n = a).
    { split; intros (n & E); exists n.
      - rewrite (p_orbit beta pref Hp) in E. apply sigma_inj in E. exact E.
      - rewrite (p_orbit beta pref Hp). fold x0. rewrite E. reflexivity. }
    rewrite Land, <- Q. split; [intros [D | D]; [exfalso | exact D] | intros D; right; exact D].
    apply (bounded_no_escape beta x0 x0 b); [| exact D]. intros n. left.
    apply (strictly_trapped beta Hbeta x0 a b Fix (conj Tb (proj2 H)) x0).
    apply (start_trapped beta Hbeta x0 a b Fix (conj Tb (proj2 H))).
Qed.
End Above.

(** G6. p_n converges for every p_ref iff beta <= beta_2. *)
Theorem converges_for_all_references_iff beta : 0 < beta ->
  ((forall pref, 0 < pref < 1 -> exists l : R, is_lim_seq (iter (h pref beta 0) pref) l) <->
   beta <= beta_2).
Proof.
  intros Hb. split.
  - intros H. apply Rnot_lt_le. intros L.
    assert (Hc : beta_c <= beta).
    { pose proof beta_2_gt_1. pose proof beta_c_enclosure. lra. }
    destruct (largest_root_exists beta Hc) as (b2 & Hroot & _).
    destruct (some_orbit_lands_on_cycle beta b2 L Hroot) as (x0 & u & v & N & _ & C & E).
    assert (Hp : 0 < sigma x0 < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
    specialize (H (sigma x0) Hp). apply (p_converges_iff beta (sigma x0) Hb Hp) in H.
    rewrite logit_sigma in H.
    destruct H as [D | (c & D)]; revert D; apply (on_cycle_no_limit _ u v x0 N C E).
  - intros L pref Hp.
    destruct (converges_up_to_beta_2 beta pref (conj Hb L) Hp) as [D | (p & _ & D)];
      [exists 1 | exists p]; exact D.
Qed.

(** x_FL decreases for beta > 1. *)
Lemma x_FL_decreasing a b : 1 < a -> a < b -> x_FL b < x_FL a.
Proof.
  intros Ha Hab. pose proof (x_FL_Tw a ltac:(lra)) as Ea. pose proof (x_FL_Tw b ltac:(lra)) as Eb.
  assert (L : Tw (asinh a) < Tw (asinh b)); [| lra].
  pose proof (asinh_pos a ltac:(lra)).
  apply (deriv_pos_lt Tw Tw'); [apply asinh_lt; exact Hab | |].
  - intros x Hx. apply Tw_derive. lra.
  - intros x Hx. unfold Tw'.
    pose proof (sinh_lt (asinh a) x ltac:(lra)) as S. rewrite sinh_asinh in S.
    assert (/ (sinh x * sinh x) < / 1); [| lra].
    apply Rinv_lt_contravar; nra.
Qed.

(** G6 (universal). If p_ref >= sigma (x_FL (beta_2)) then, at eps = 0, p_n converges for
    every beta. *)
Theorem universal_convergence_unsmoothed pref : 0 < pref < 1 ->
  sigma (x_FL beta_2) <= pref ->
  forall beta, 0 < beta -> exists l : R, is_lim_seq (iter (h pref beta 0) pref) l.
Proof.
  intros Hp H beta Hb. destruct (Rle_lt_dec beta beta_2) as [L | L].
  - apply (converges_for_all_references_iff beta Hb); assumption.
  - apply (p_converges_iff beta pref Hb Hp).
    assert (K : x_FL beta <= logit pref).
    { pose proof (x_FL_decreasing beta_2 beta beta_2_gt_1 L).
      assert (x_FL beta_2 <= logit pref); [| lra].
      apply sigma_le_inv. rewrite sigma_logit by exact Hp. exact H. }
    destruct (converges_above_FL beta Hb (logit pref) K) as [D | (c & _ & D)];
      [left; exact D | right; exists c; exact D].
Qed.
