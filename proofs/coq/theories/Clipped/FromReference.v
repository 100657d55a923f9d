(** The clipped orbit of p_ref.  J8: clipping removes the jump over the middle fixed point.
    J9: it bounds the oscillation.  J12: for p_ref >= 1/2 it increases, below the unclipped
    orbit, to the same limit. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Success MonotoneOrbits Folds JumpTest.
From GrpoProofs.Clipped Require Import Map Comparison Convergence.
Open Scope R_scope.

(** One clipped step never exceeds max (c+, answer to w-). *)
Lemma clipped_step_bound : forall elo ehi pref beta eps p,
  0 < elo -> 0 < ehi -> 0 < pref < 1 -> 0 < beta -> 0 <= eps -> 0 < p < 1 ->
  clipped_h elo ehi pref beta eps p <= Rmax (clip_plus ehi p) (answer pref beta (w_minus eps p)).
Proof.
  intros elo ehi pref beta eps p Hl Hh Hpref Hb He Hp.
  rewrite (clipped_symmetric_form elo ehi beta eps Hb He p Hp pref Hpref).
  set (B := Rmax (clip_plus ehi p) (answer pref beta (w_minus eps p))).
  assert (B1 : clip_plus ehi p <= B) by apply Rmax_l.
  assert (B2 : answer pref beta (w_minus eps p) <= B) by apply Rmax_r.
  destruct (weights_range eps p He Hp) as [_ [Wm _]].
  assert (P : pref <= answer pref beta (w_minus eps p)).
  { rewrite <- (answer_0 pref beta Hpref Hb) at 1. now apply answer_le; auto; lra. }
  repeat apply Rmax_lub; try lra.
  - eapply Rle_trans; [apply Rmin_l | exact B1].
  - eapply Rle_trans; [apply Rmin_r | exact B2].
  - eapply Rle_trans; [apply Rmin_l|]. eapply Rle_trans; [apply Rmin_l | exact B1].
Qed.

(** For p <= 1/2 the answer to w- stays below the critical value h (1/2). *)
Lemma w_minus_half : forall eps p, 0 <= eps -> 0 < p <= / 2 -> w_minus eps p < 2 / sqrt (1 + 4 * eps).
Proof.
  intros eps p He Hp. unfold w_minus.
  assert (V : 0 < var p) by (apply var_pos; lra).
  assert (S := sqrt_lt_R0 (var p + eps) ltac:(lra)). assert (K := sqrt_lt_R0 (1 + 4 * eps) ltac:(lra)).
  assert (Sq : sqrt (var p + eps) * sqrt (var p + eps) = var p + eps) by (apply sqrt_sqrt; lra).
  assert (Kq : sqrt (1 + 4 * eps) * sqrt (1 + 4 * eps) = 1 + 4 * eps) by (apply sqrt_sqrt; lra).
  set (s := sqrt (var p + eps)) in *. set (k := sqrt (1 + 4 * eps)) in *.
  assert (Q : p * k < 2 * s).
  { assert (0 <= p * k) by (apply Rmult_le_pos; lra).
    assert (P1 : 0 < p * (4 - 5 * p)) by (apply Rmult_lt_0_compat; lra).
    assert (P2 : 0 <= 4 * eps * (1 - p * p)) by (apply Rmult_le_pos; nra).
    apply Rsqr_incrst_0; [|lra|lra]. unfold Rsqr.
    replace (p * k * (p * k)) with (p * p * (k * k)) by ring. replace (2 * s * (2 * s)) with (4 * (s * s)) by ring.
    rewrite Sq, Kq. unfold var. lra. }
  apply Rmult_lt_reg_r with (s * k); [now apply Rmult_lt_0_compat|].
  replace (p / s * (s * k)) with (p * k) by (field; lra).
  replace (2 / k * (s * k)) with (2 * s) by (field; lra). exact Q.
Qed.

Section FromReference.
Variables elo ehi x0 beta eps : R.
Hypothesis Hl : 0 < elo.
Hypothesis Hh : 0 < ehi.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Let C := clipped_F elo ehi x0 beta eps.

Lemma answer_below_critical : forall x, x <= 0 -> answer (sigma x0) beta (w_minus eps (sigma x)) < sigma (f 0).
Proof.
  intros x Hx. rewrite answer_sigma, logit_sigma by apply sigma_in. apply sigma_increasing.
  unfold f, F. rewrite G_0 by exact He. apply Rplus_lt_compat_l, Rmult_lt_compat_r; [now apply Rinv_0_lt_compat|].
  apply w_minus_half; [exact He|]. split; [apply sigma_pos|]. rewrite <- sigma_0. now apply sigma_le.
Qed.

(** J8, invariance: orbits stay below every fixed point b >= ln (1 + e_hi). *)
Lemma stays_below_fixpt : forall b, fixpt f b -> ln (1 + ehi) <= b -> forall x, x <= b -> C x <= b.
Proof.
  intros b Fb Lb x Hx.
  assert (Pb : 0 < b). { assert (Z : ln 1 < ln (1 + ehi)) by (apply ln_increasing; lra). rewrite ln_1 in Z. lra. }
  destruct (Rle_dec (- b) x) as [L|L].
  - apply Rle_trans with (f x); [now apply C_le|]. unfold fixpt in Fb. rewrite <- Fb. apply f_abs_le; auto.
    rewrite (Rabs_pos_eq b) by lra. apply Rabs_le. lra.
  - assert (S := sigma_C elo ehi x0 beta eps Hb He x). fold C in S.
    assert (B := clipped_step_bound elo ehi (sigma x0) beta eps (sigma x) Hl Hh (sigma_in x0) Hb He (sigma_in x)).
    rewrite <- S in B.
    apply Rnot_lt_le. intro N. apply sigma_increasing in N.
    assert (A := answer_below_critical x ltac:(lra)).
    assert (A2 : sigma (f 0) <= sigma b).
    { apply sigma_le. unfold fixpt in Fb. rewrite <- Fb. now apply f_low. }
    assert (A3 : clip_plus ehi (sigma x) <= sigma b).
    { assert (Sx : sigma x < 1 - sigma b) by (rewrite <- sigma_opp; apply sigma_increasing; lra).
      assert (Sb := sigma_in b). assert (O := sigma_odds b).
      assert (E : 1 + ehi <= exp b).
      { rewrite <- (exp_ln (1 + ehi)) by lra. destruct Lb as [Lb|Lb]; [left; now apply exp_increasing | rewrite Lb; lra]. }
      unfold clip_plus. rewrite <- O in E.
      apply Rmult_le_compat_r with (r := 1 - sigma b) in E; [|lra].
      unfold Rdiv in E. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in E by lra. nra. }
    assert (Rmax (clip_plus ehi (sigma x)) (answer (sigma x0) beta (w_minus eps (sigma x))) <= sigma b).
    { apply Rmax_lub; lra. }
    lra.
Qed.

Lemma orbit_stays_below : forall b, fixpt f b -> ln (1 + ehi) <= b -> forall n, iter C x0 n <= b.
Proof.
  intros b Fb Lb n. assert (x0 < b) by (rewrite <- Fb; now apply F_gt).
  apply (iter_in C (fun y => y <= b)); [|lra]. intros y Hy. now apply stays_below_fixpt.
Qed.

(** J8, limit: below the next fixed point b, never equal to it, the limit is a. *)
Lemma orbit_limit_is_low : forall a b, lowest f a -> next_fixpt f a b ->
  (forall x, a < x < b -> f x < x) -> ln (1 + ehi) <= b ->
  low_weakly_stable x0 beta eps -> (forall n, iter C x0 n <> b) ->
  is_lim_seq (iter C x0) a.
Proof.
  intros a b [Fa La] Nb Dn Lb W Ne. assert (N := Nb). destruct N as [Fb [Hab Lob]].
  assert (B := orbit_stays_below b Fb Lb).
  destruct (clipped_convergence elo ehi x0 beta eps Hl Hh Hb He W) as [_ Cv].
  assert (E : exists c, fixpt f c /\ is_lim_seq (iter C x0) c).
  { destruct (Cv x0) as [[c [Fc [L _]]]|[_ L]]; [now exists c | exfalso].
    assert (Z := is_lim_seq_le (fun n => sigma (iter C x0 n)) (fun _ => sigma b) 1 (sigma b)
      (fun n => sigma_le _ _ (B n)) L (is_lim_seq_const _)). simpl in Z. assert (Q := sigma_lt_1 b). lra. }
  destruct E as [c [Fc L]].
  assert (cb : c <= b) by (apply (is_lim_seq_le (iter C x0) (fun _ => b) c b); [exact B | exact L | apply is_lim_seq_const]).
  destruct (Req_dec c b) as [Ecb|Ncb].
  - exfalso. subst c. apply is_lim_seq_spec in L.
    destruct (L (mkposreal (b - a) ltac:(lra))) as [M HM]. simpl in HM.
    assert (In : forall n, (M <= n)%nat -> a < iter C x0 n < b).
    { intros n Hn. specialize (HM n Hn). apply Rabs_def2 in HM. specialize (B n). specialize (Ne n). lra. }
    assert (Dec : forall n, (M <= n)%nat -> iter C x0 (S n) < iter C x0 n).
    { intros n Hn. specialize (In n Hn). specialize (Dn _ In).
      change (iter C x0 (S n)) with (C (iter C x0 n)). unfold C at 1. rewrite C_down; auto; fold f; lra. }
    assert (Dec' : forall n, (M <= n)%nat -> iter C x0 n <= iter C x0 M).
    { intros n Hn. induction Hn as [|m Hm IH]; [lra|]. specialize (Dec m Hm). lra. }
    assert (Q := In M (le_n M)).
    destruct (L (mkposreal (b - iter C x0 M) ltac:(lra))) as [M' HM']. simpl in HM'.
    specialize (HM' (M + M')%nat ltac:(lia)). specialize (Dec' (M + M')%nat ltac:(lia)).
    apply Rabs_def2 in HM'. lra.
  - assert (c = a); [|now subst].
    destruct (Rle_lt_dec c a) as [Q|Q]; [assert (Z := La c Fc); lra|].
    assert (Z := Lob c Fc Q). lra.
Qed.

(** J9, log-odds form: M = log-odds of (1 + e_hi) p_low, with a <= M <= - a. *)
Section Oscillation.
Variables a M : R.
Hypothesis Fa : fixpt f a.
Hypothesis Ha : a < 0.
Hypothesis HM : sigma M = (1 + ehi) * sigma a.
Hypothesis HMa : M <= - a.

Lemma a_lt_M : a < M.
Proof. apply sigma_lt_iff. rewrite HM. assert (Z := sigma_pos a). nra. Qed.

Lemma oscillation_step : forall x, x <= M -> C x <= M.
Proof.
  intros x Hx. assert (aM := a_lt_M). destruct (Rlt_le_dec x a) as [L|L].
  - apply Rnot_lt_le. intro N. apply sigma_increasing in N.
    assert (S := sigma_C elo ehi x0 beta eps Hb He x). fold C in S. rewrite S in N.
    assert (B := clipped_step_bound elo ehi (sigma x0) beta eps (sigma x) Hl Hh (sigma_in x0) Hb He (sigma_in x)).
    assert (A := answer_below_critical x ltac:(lra)).
    assert (A2 : sigma (f 0) <= sigma a).
    { apply sigma_le. left. now apply (F0_neg_of_low x0 beta eps Hb He a). }
    assert (A3 : clip_plus ehi (sigma x) < sigma M).
    { unfold clip_plus. rewrite HM. assert (Z := sigma_increasing _ _ L). nra. }
    apply sigma_increasing in aM.
    assert (Rmax (clip_plus ehi (sigma x)) (answer (sigma x0) beta (w_minus eps (sigma x))) <= sigma M).
    { apply Rmax_lub; lra. }
    lra.
  - assert (D : f x <= a).
    { unfold fixpt in Fa. rewrite <- Fa. apply f_abs_le; auto. rewrite (Rabs_left a) by lra. apply Rabs_le. lra. }
    apply Rle_trans with (f x); [now apply C_le | lra].
Qed.

Lemma oscillation_upper : forall n, iter C x0 n <= M.
Proof.
  intro n. apply (iter_in C (fun y => y <= M)); [exact oscillation_step|].
  assert (aM := a_lt_M). assert (x0 < a) by (rewrite <- Fa; now apply F_gt). lra.
Qed.

Lemma oscillation_lower : forall m, a <= iter C x0 m ->
  forall n, (m <= n)%nat -> f (Rmin 0 M) <= iter C x0 n.
Proof.
  intros m Hm. assert (aM := a_lt_M).
  assert (M0 : a <= Rmin 0 M <= 0) by (split; [apply Rmin_glb; lra | apply Rmin_l]).
  assert (Q : f (Rmin 0 M) <= a).
  { unfold fixpt in Fa. rewrite <- Fa. apply f_ge; auto. }
  intros n Hn. induction Hn as [|n Hn IH]; [lra|].
  assert (Up := oscillation_upper n). change (iter C x0 (S n)) with (C (iter C x0 n)).
  set (x := iter C x0 n) in *. destruct (Rlt_le_dec x a) as [L|L].
  - assert (U := above_left x0 beta eps Hb He a Fa Ha x L).
    assert (Z := C_up elo ehi x0 beta eps Hl Hh Hb He x U). fold C in Z. lra.
  - assert (D : f x <= x).
    { apply Rle_trans with a; [|exact L]. unfold fixpt in Fa. rewrite <- Fa. apply f_abs_le; auto.
      rewrite (Rabs_left a) by lra. apply Rabs_le. lra. }
    unfold C at 1. rewrite C_down by auto. fold f.
    destruct (Rle_dec x 0) as [N|P].
    + apply f_ge; auto. split; [apply Rmin_glb; [exact N | exact Up] | apply M0].
    + rewrite Rmin_left by lra. now apply f_low.
Qed.
End Oscillation.

(** J12: right half-line. *)
Lemma right_moves_up : forall x, 0 <= x0 -> x0 <= x -> (forall c, fixpt f c -> x < c) -> x < f x.
Proof.
  intros x H0 Hx Low. apply Rnot_le_lt. intro N.
  assert (U : x0 < f x0) by now apply F_gt.
  destruct (fixpt_between f x0 x) as [c [Hc Fc]]; auto; [intros; now apply f_cont | left; lra |].
  assert (Z := Low c Fc). lra.
Qed.

Lemma clipped_below_unclipped : 0 <= x0 -> forall n,
  x0 <= iter C x0 n <= iter f x0 n /\ (forall c, fixpt f c -> iter f x0 n < c).
Proof.
  intros H0 n. assert (U : x0 < f x0) by now apply F_gt.
  induction n as [|n [[IH1 IH2] IH3]].
  - simpl. split; [lra|]. intros c Fc. unfold fixpt in Fc. rewrite <- Fc. now apply F_gt.
  - simpl. split.
    + split; [now apply C_ge_x0|]. apply Rle_trans with (f (iter C x0 n)); [now apply C_le|].
      apply f_le; auto. lra.
    + intros c Fc. unfold fixpt in Fc. rewrite <- Fc. apply f_inc; auto. lra.
Qed.
End FromReference.

(** J8. Always p_new <= max ((1 + e_hi) p_old, sigma (x0 + w-(p_old)/beta)). If b is a fixed
    point in log-odds with p_b / (1 - p_b) >= 1 + e_hi, that is b >= ln (1 + e_hi), the clipped
    orbit of p_ref stays <= p_b for ever. If moreover b is the middle fixed point (next to the
    lowest a and on the middle branch, which is automatic for F0 < 0) and a is weakly stable,
    the orbit converges to the lowest fixed point unless it hits p_b exactly. *)
Theorem clipping_removes_jump : forall elo ehi x0 beta eps,
  0 < elo -> 0 < ehi -> 0 < beta -> 0 <= eps ->
  let f := F x0 beta eps in let C := clipped_F elo ehi x0 beta eps in
  (forall x, sigma (C x) <= Rmax ((1 + ehi) * sigma x) (sigma (x0 + w_minus eps (sigma x) / beta))) /\
  (forall b, 1 + ehi <= sigma b / (1 - sigma b) <-> ln (1 + ehi) <= b) /\
  (forall b, fixpt f b -> ln (1 + ehi) <= b ->
     (forall n, sigma (iter C x0 n) <= sigma b) /\
     (forall a, lowest f a -> next_fixpt f a b ->
        (F0 x0 beta eps < 0 \/
         (0 < eps /\ exists x1 x2, folds beta eps x1 x2 /\ x1 <= b <= x2) \/
         (eps = 0 /\ 2 * asinh beta <= b)) ->
        low_weakly_stable x0 beta eps -> (forall n, iter C x0 n <> b) ->
        is_lim_seq (fun n => sigma (iter C x0 n)) (sigma a))).
Proof.
  intros elo ehi x0 beta eps Hl Hh Hb He f C. split; [|split].
  - intro x. unfold C. rewrite sigma_C by assumption.
    assert (B := clipped_step_bound elo ehi (sigma x0) beta eps (sigma x) Hl Hh (sigma_in x0) Hb He (sigma_in x)).
    rewrite answer_sigma, logit_sigma in B by apply sigma_in.
    unfold clip_plus in B. now rewrite Rmult_comm in B.
  - intro b. rewrite sigma_odds. split; intro H.
    + rewrite <- (ln_exp b). destruct H as [H|H]; [left; apply ln_increasing; lra | rewrite H; lra].
    + rewrite <- (exp_ln (1 + ehi)) by lra. destruct H as [H|H]; [left; now apply exp_increasing | rewrite H; lra].
  - intros b Fb Lb. split.
    + intro n. apply sigma_le. now apply orbit_stays_below.
    + intros a La Nb Mid W Ne. apply lim_sigma.
      apply (orbit_limit_is_low elo ehi x0 beta eps Hl Hh Hb He a b); auto.
      destruct Mid as [H0|D].
      2:{ destruct La as [Fa _]. destruct Nb as [_ [Hab _]].
          now apply (below_middle_fixpt x0 beta eps a b). }
      intros x Hx.
      assert (Ha := lowest_neg x0 beta eps Hb He a ltac:(rewrite F_0 by assumption; exact H0) La).
      destruct La as [Fa _].
      apply (below_next x0 beta eps Hb He a Fa ltac:(lra) b); auto.
Qed.

(** J9. If p_low <= 1 / (2 + e_hi): along the clipped orbit of p_ref, p_n <= (1 + e_hi) p_low
    for all n, and once p_m >= p_low, p_n >= h (min (1/2, (1 + e_hi) p_low)) for all n >= m. *)
Theorem clipping_bounds_oscillation : forall elo ehi pref beta eps a,
  0 < elo -> 0 < ehi -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  lowest (F (logit pref) beta eps) a -> sigma a <= / (2 + ehi) ->
  let p n := sigma (iter (clipped_F elo ehi (logit pref) beta eps) (logit pref) n) in
  (forall n, p n <= (1 + ehi) * sigma a) /\
  (forall m, sigma a <= p m -> forall n, (m <= n)%nat ->
     h pref beta eps (Rmin (/ 2) ((1 + ehi) * sigma a)) <= p n).
Proof.
  intros elo ehi pref beta eps a Hl Hh Hp Hb He [Fa _] Hlow p.
  assert (Sa := sigma_in a).
  assert (K : (2 + ehi) * sigma a <= 1).
  { apply Rmult_le_compat_l with (r := 2 + ehi) in Hlow; [|lra]. rewrite Rinv_r in Hlow; lra. }
  assert (P0 : 0 < ehi * sigma a) by (apply Rmult_lt_0_compat; lra).
  assert (Ha : a < 0) by (apply sigma_lt_half; lra).
  set (q := (1 + ehi) * sigma a) in *.
  assert (Hq : 0 < q < 1) by (unfold q; lra).
  assert (HM : sigma (logit q) = q) by now apply sigma_logit.
  assert (HMa : logit q <= - a).
  { apply Rnot_lt_le. intro N. apply sigma_increasing in N. rewrite HM, sigma_opp in N. unfold q in N. lra. }
  split.
  - intro n. unfold p. rewrite <- HM. apply sigma_le.
    now apply (oscillation_upper elo ehi (logit pref) beta eps Hl Hh Hb He a (logit q)).
  - intros m Hm n Hn. unfold p in *.
    assert (E : Rmin (/ 2) q = sigma (Rmin 0 (logit q))).
    { rewrite <- HM at 1. rewrite <- sigma_0. unfold Rmin at 2. destruct (Rle_dec 0 (logit q)).
      - apply Rmin_left. now apply sigma_le.
      - apply Rmin_right. apply sigma_le. lra. }
    rewrite E, <- sigma_F by exact Hp. apply sigma_le.
    apply (oscillation_lower elo ehi (logit pref) beta eps Hl Hh Hb He a (logit q) Fa Ha HM HMa m); auto.
    apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra.
Qed.

(** J12. For p_ref >= 1/2 (x0 >= 0) and e_lo, e_hi > 0 the clipped sequence is strictly
    increasing, never above the unclipped one, and both have the same limit: the lowest fixed
    point, or 1 if eps = 0 and there is none. *)
Theorem clipped_from_half : forall elo ehi pref beta eps,
  0 < elo -> 0 < ehi -> / 2 <= pref < 1 -> 0 < beta -> 0 <= eps ->
  let p := iter (h pref beta eps) pref in
  let pc n := sigma (iter (clipped_F elo ehi (logit pref) beta eps) (logit pref) n) in
  (forall n, pc n < pc (S n)) /\ (forall n, pc n <= p n) /\
  ((exists c, lowest (h pref beta eps) c /\ is_lim_seq p c /\ is_lim_seq pc c) \/
   (eps = 0 /\ (forall d, ~ fixpt (h pref beta eps) d) /\ is_lim_seq p 1 /\ is_lim_seq pc 1)).
Proof.
  intros elo ehi pref beta eps Hl Hh Hp Hb He p pc.
  assert (Hp' : 0 < pref < 1) by lra.
  set (x0 := logit pref) in *. set (C := clipped_F elo ehi x0 beta eps) in *.
  assert (H0 : 0 <= x0).
  { apply Rnot_lt_le. intro N. apply sigma_lt_half in N. unfold x0 in N. rewrite sigma_logit in N; lra. }
  assert (B : forall n, x0 <= iter C x0 n <= iter (F x0 beta eps) x0 n /\
    forall c, fixpt (F x0 beta eps) c -> iter (F x0 beta eps) x0 n < c)
    by exact (clipped_below_unclipped elo ehi x0 beta eps Hb He H0).
  assert (Inc : forall n, iter C x0 n < iter C x0 (S n)).
  { intro n. destruct (B n) as [[B1 B2] B3]. apply (C_up elo ehi x0 beta eps Hl Hh Hb He (iter C x0 n)).
    apply right_moves_up; auto. intros c Fc. specialize (B3 c Fc). lra. }
  split; [intro n; apply sigma_increasing, Inc|].
  split; [intro n; unfold p; rewrite p_orbit by exact Hp'; apply sigma_le, B|].
  destruct (monotone_convergence_from_half pref beta eps Hp' Hb He ltac:(lra)) as [_ [[c [_ [Lo L]]]|[E [No L]]]].
  - left. exists c. split; [exact Lo|]. split; [exact L|].
    destruct Lo as [Fc Lc]. destruct (fixpt_p pref beta eps Hp' c Fc) as [Fx [_ Ec]].
    destruct (ex_finite_lim_seq_incr (iter C x0) (logit c)) as [d Ld].
    { intro n. left. apply Inc. }
    { intro n. destruct (B n) as [[_ B2] B3]. specialize (B3 _ Fx). lra. }
    assert (Fd := clipped_limit_fixpt elo ehi x0 beta eps Hl Hh Hb He x0 d Ld).
    assert (D1 : d <= logit c).
    { apply (is_lim_seq_le (iter C x0) (fun _ => logit c) d (logit c)); [|exact Ld | apply is_lim_seq_const].
      intro n. destruct (B n) as [[_ B2] B3]. specialize (B3 _ Fx). lra. }
    assert (D2 : logit c <= d).
    { apply fixpt_x in Fd; [|exact Hp']. specialize (Lc _ Fd). rewrite <- Ec in Lc.
      apply Rnot_lt_le. intro N. apply sigma_increasing in N. lra. }
    rewrite <- Ec. replace (logit c) with d by lra. unfold pc. now apply lim_sigma.
  - right. split; [exact E|]. split; [exact No|]. split; [exact L|].
    assert (NoF : forall d, ~ fixpt (F x0 beta eps) d).
    { intros d Fd. apply (No (sigma d)). now apply fixpt_x. }
    unfold pc. apply lim_sigma_infty. apply is_lim_seq_spec. intro K.
    assert (Ex : exists n, K < iter C x0 n).
    { apply not_all_not_ex. intro N. destruct (ex_finite_lim_seq_incr (iter C x0) K) as [d Ld].
      - intro n. left. apply Inc.
      - intro n. apply Rnot_lt_le. apply N.
      - apply (NoF d). exact (clipped_limit_fixpt elo ehi x0 beta eps Hl Hh Hb He x0 d Ld). }
    destruct Ex as [n Hn]. exists n. intros m Hm. apply Rlt_le_trans with (1 := Hn).
    induction Hm as [|m Hm IH]; [lra|]. specialize (Inc m). lra.
Qed.
