(** References above p_j = sigma (- b1), where b1 tanh (b1/2) = 1, never jump over a fixed
    point, for any whitening factor whose gain satisfies g >= 2 coth (x/2) g' on x > 0: the
    limit is the lowest fixed point (or 1 if the factor is unbounded and there is none), and
    it is monotone in p_ref, in beta and in the factor. *)

Require Import Reals Lra Psatz Ranalysis5.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap TwoCycles Trapped RightHalf.
From GrpoProofs.Whitening Require Import Recurrence Folds UniversalThreshold.
Open Scope R_scope.

Section NoJump.
Variables (W dg : R -> R) (b1 x0 beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Ra : steep_ratio W dg.
Hypothesis Hb1 : 0 < b1.
Hypothesis Tb1 : b1 * tanh (b1 / 2) = 1.
Hypothesis Hb : 0 < beta.
Hypothesis Hx0 : - b1 <= x0.
Let f := FW W x0 beta.
Let U : even_unimodal f := FW_even_unimodal W dg x0 beta HW Hb.

Let fixpt_gt : forall c, fixpt f c -> x0 < c.
Proof. intros c Fc. rewrite <- Fc. now apply (FW_gt W dg). Qed.

(** A steep point b < - x0 with psi b >= x0 would force x0 < - b1. *)
Lemma no_steep_point : forall b, b < - x0 -> x0 <= psiW W beta b -> beta <= dg b -> False.
Proof.
  intros b Hlt Hpsi Hst. assert (Pb : 0 < b) by (apply (slope_sign W dg HW); lra).
  assert (Z := psi_steep W dg beta Ra Hb b Pb Hst). apply tanh_coth in Tb1; [|exact Hb1].
  assert (C := coth_decreasing (b / 2) (b1 / 2) ltac:(lra)). lra.
Qed.

(** A maximum on [z, y) has non-positive derivative. *)
Lemma steep_maximum : forall z y, z < y -> x0 <= psiW W beta z -> psiW W beta y <= psiW W beta z ->
  exists b, z <= b < y /\ x0 <= psiW W beta b /\ beta <= dg b.
Proof.
  intros z y Hzy Hz Hyz.
  destruct (continuity_ab_maj (psiW W beta) z y) as [m [Mm Im]]; [lra|intros; now apply (psi_continuity_pt W dg)|].
  assert (E : exists b, z <= b < y /\ forall c, z <= c <= y -> psiW W beta c <= psiW W beta b).
  { destruct (Req_dec m y) as [Q|Q].
    - exists z. split; [lra|]. intros c Hc. apply Rle_trans with (1 := Mm c Hc). now rewrite Q.
    - exists m. split; [lra | exact Mm]. }
  destruct E as [b [Ib Mb]]. exists b. split; [exact Ib|].
  assert (Mz := Mb z ltac:(lra)). split; [lra|].
  apply Rnot_lt_le. intro N. set (l := 1 - dg b / beta).
  assert (Pl : 0 < l).
  { unfold l. assert (dg b / beta < 1); [|lra]. apply Rmult_lt_reg_r with beta; [exact Hb|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  destruct (derive_growth (psiW W beta) b l (psi_derive W dg beta HW b) (l / 2) ltac:(lra)) as [d [Hd D]].
  set (c := b + Rmin (d / 2) (y - b)).
  assert (R1 := Rmin_l (d / 2) (y - b)). assert (R2 := Rmin_r (d / 2) (y - b)).
  assert (R3 : 0 < Rmin (d / 2) (y - b)) by (apply Rmin_glb_lt; lra).
  assert (Z := D c ltac:(rewrite Rabs_pos_eq; unfold c; lra)).
  rewrite (Rabs_pos_eq (c - b)) in Z by (unfold c; lra).
  assert (Q := Mb c ltac:(unfold c; lra)).
  assert (P : 0 < c - b) by (unfold c; lra).
  apply Rabs_le_between in Z. nra.
Qed.

(** Beyond a fixed point and up to - x0, F moves down. *)
Lemma no_jump : forall z y, fixpt f z -> z < y <= - x0 -> f y < y.
Proof.
  intros z y Fz Hy. apply Rnot_le_lt. intro N.
  assert (Ez : psiW W beta z = x0) by now apply (fixpt_psi W).
  assert (Ey : psiW W beta y <= x0) by (unfold f, FW, psiW in *; lra).
  destruct (steep_maximum z y) as [b [Ib [P S]]]; try lra.
  apply (no_steep_point b); auto. lra.
Qed.

Lemma low_stable : forall a, fixpt f a -> a < 0 -> - dg a <= beta.
Proof.
  intros a Fa Ha. apply Rnot_lt_le. intro Un.
  assert (Z := unstable_forces_low_reference W dg beta HW Ra Hb x0 a Fa Ha Un).
  apply tanh_coth in Tb1; [|exact Hb1].
  destruct (Rlt_le_dec (- a / 2) (b1 / 2)) as [L|L].
  - assert (C := coth_decreasing (- a / 2) (b1 / 2) ltac:(lra)). lra.
  - assert (C := coth_pos (- a / 2) ltac:(lra)). lra.
Qed.

Lemma limit_is_lowest :
  (exists c, lowest f c /\ is_lim_seq (iter f x0) c) \/
  (~ bounded_factor W /\ (forall d, ~ fixpt f d) /\ is_lim_seq (iter f x0) p_infty).
Proof.
  destruct (Rle_dec 0 (f 0)) as [P|N].
  - set (y := Rabs x0). assert (Hy : 0 <= y) by apply Rabs_pos.
    assert (Low : forall d, fixpt f d -> y <= f y -> y <= d).
    { intros d Fd Up. apply Rnot_lt_le. intro L. unfold y, Rabs in *. destruct (Rcase_abs x0).
      - assert (Z := no_jump d (- x0) Fd ltac:(lra)). lra.
      - assert (Z := fixpt_gt d Fd). lra. }
    destruct (Rle_dec y (f y)) as [Up|Dn].
    + destruct (right_up f U y Hy Up) as [_ [[c [Hc [Fc [Mc Lc]]]]|[E [No L]]]].
      * left. exists c. split; [split; [exact Fc|]|].
        -- intros d Fd. apply Mc; auto.
        -- now apply (lim_abs f U x0).
      * right. split; [intro B; apply E; now apply (FW_bounded W x0 beta Hb)|]. split; [|now apply (lim_abs f U x0)].
        intros d Fd. apply (No d); auto.
    + assert (Dn' : f y < y) by lra.
      assert (Nx : x0 < 0).
      { apply Rnot_le_lt. intro Q. assert (Ey : y = x0) by (apply Rabs_pos_eq; lra).
        rewrite Ey in Dn'. assert (x0 < f x0) by now apply (FW_gt W dg). lra. }
      destruct (right_down f U y Hy P ltac:(lra)) as [c [Hc [Fc [Mc Lc]]]].
      assert (Ey : y = - x0) by (apply Rabs_left; exact Nx).
      left. exists c. split; [split; [exact Fc|]|].
      * intros d Fd. apply Rnot_lt_le. intro L. assert (Z := no_jump d c Fd ltac:(lra)).
        unfold fixpt in Fc. lra.
      * now apply (lim_abs f U x0).
  - assert (H0 : f 0 < 0) by lra. destruct (low_exists f U H0) as [a [Ha Fa]].
    left. exists a. split; [apply neg_fixpt_lowest; auto; lra|].
    assert (Ha' : a < 0) by lra. assert (St := low_stable a Fa Ha').
    apply (trapped_converges f a (dg a / beta) U Fa Ha' (FW_cross W dg x0 beta HW Hb a Ha'));
      [now apply multiplier_iff|].
    intros b Nb. assert (x0 < f 0) by now apply (FW_gt W dg).
    assert (L : - x0 < b).
    { apply Rnot_le_lt. intro L. destruct Nb as [Fb [Hab _]].
      assert (Z := no_jump a b Fa ltac:(lra)). unfold fixpt in Fb. lra. }
    split; [lra|]. rewrite Rabs_left; lra.
Qed.
End NoJump.

(** F9, any such factor. If p_ref >= p_j the limit is the lowest fixed point, or 1 if the
    factor is unbounded and there is none. *)
Theorem universal_no_jump_threshold : forall W dg b1 pref beta,
  whitening W dg -> steep_ratio W dg ->
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref < 1 -> 0 < beta ->
  let p := iter (hW W pref beta) pref in
  (exists c, lowest (hW W pref beta) c /\ is_lim_seq p c) \/
  (~ bounded_factor W /\ (forall d, ~ fixpt (hW W pref beta) d) /\ is_lim_seq p 1).
Proof.
  intros W dg b1 pref beta HW Ra Hb1 Tb1 Hj Hb p.
  assert (Hp : 0 < pref < 1) by (assert (Z := sigma_pos (- b1)); lra).
  assert (Hx : - b1 <= logit pref).
  { apply Rnot_lt_le. intro N. apply sigma_increasing in N. rewrite sigma_logit in N; lra. }
  destruct (limit_is_lowest W dg b1 (logit pref) beta HW Ra Hb1 Tb1 Hb Hx) as [[c [Lo L]]|[E [No L]]].
  - left. exists (sigma c). split; [now apply lowest_p | now apply p_lim].
  - right. split; [exact E|]. split; [|now apply p_lim_1].
    intros d Fd. destruct (fixpt_p W pref beta Hp d Fd) as [Fx _]. apply (No _ Fx).
Qed.

Lemma FW_monotone : forall W dg W' x0 x0' beta beta' x, whitening W dg ->
  0 < beta' <= beta -> (forall p, 0 < p < 1 -> W p <= W' p) -> x0 <= x0' ->
  FW W x0 beta x <= FW W' x0' beta' x.
Proof.
  intros W dg W' x0 x0' beta beta' x HW Hb Hle Hx. unfold FW.
  assert (G1 : gain W x <= gain W' x) by (apply Hle; split; [apply sigma_pos | apply sigma_lt_1]).
  assert (P := gain_pos W dg HW x).
  assert (I : / beta <= / beta') by (apply Rinv_le_contravar; lra).
  assert (0 < / beta) by (apply Rinv_0_lt_compat; lra).
  assert (gain W x / beta <= gain W' x / beta'); [|lra].
  apply Rmult_le_compat; lra.
Qed.

(** F9, monotonicity, any such factors. Above p_j the limit is non-decreasing in p_ref and
    in the factor, and non-increasing in beta. *)
Theorem no_jump_limit_monotone : forall W dg W' dg' b1 pref pref' beta beta' (l l' : R),
  whitening W dg -> steep_ratio W dg -> whitening W' dg' -> steep_ratio W' dg' ->
  (forall p, 0 < p < 1 -> W p <= W' p) ->
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref -> pref <= pref' -> pref' < 1 ->
  0 < beta' <= beta ->
  is_lim_seq (iter (hW W pref beta) pref) l -> is_lim_seq (iter (hW W' pref' beta') pref') l' ->
  l <= l'.
Proof.
  intros W dg W' dg' b1 pref pref' beta beta' l l' HW Ra HW' Ra' Hle Hb1 Tb1 Hj Hpp Hp1 Hb L L'.
  assert (Zs := sigma_pos (- b1)). assert (Hp : 0 < pref < 1) by lra. assert (Hp' : 0 < pref' < 1) by lra.
  assert (U : forall u v : R, forall s, is_lim_seq s u -> is_lim_seq s v -> u = v).
  { intros u v s A B. apply is_lim_seq_unique in A. apply is_lim_seq_unique in B. rewrite A in B. now injection B. }
  assert (Hx : logit pref <= logit pref').
  { destruct Hpp as [Q|Q]; [left; apply logit_increasing; lra | rewrite Q; lra]. }
  destruct (universal_no_jump_threshold W' dg' b1 pref' beta' HW' Ra' Hb1 Tb1 ltac:(lra) ltac:(lra))
    as [[c' [[Fc' _] Lc']]|[_ [_ Lc']]]; rewrite (U _ _ _ L' Lc').
  - destruct (fixpt_p W' pref' beta' Hp' c' Fc') as [Fz [Hc' Ec']]. set (z := logit c') in *.
    assert (Dn : FW W (logit pref) beta z <= z).
    { unfold fixpt in Fz. rewrite <- Fz at 2. now apply (FW_monotone W dg). }
    assert (Hz : logit pref <= z).
    { unfold fixpt in Fz. rewrite <- Fz. assert (Z := FW_gt W' dg' (logit pref') beta' HW' ltac:(lra) z). lra. }
    destruct (fixpt_between (FW W (logit pref) beta) (logit pref) z) as [d [Hd Fd]]; auto.
    { intros. apply (f_cont _ (FW_even_unimodal W dg (logit pref) beta HW ltac:(lra))). }
    { left. split; [left; apply (FW_gt W dg); [exact HW | lra] | exact Dn]. }
    apply fixpt_x in Fd; [|exact Hp].
    destruct (universal_no_jump_threshold W dg b1 pref beta HW Ra Hb1 Tb1 ltac:(lra) ltac:(lra))
      as [[c [[Fc Lo] Lc]]|[_ [No _]]].
    + rewrite (U _ _ _ L Lc). rewrite <- Ec'. apply Rle_trans with (sigma d); [now apply Lo | now apply sigma_le].
    + exfalso. now apply (No (sigma d)).
  - apply (is_lim_seq_le (iter (hW W pref beta) pref) (fun _ => 1) l 1); [|exact L | apply is_lim_seq_const].
    intro n. rewrite p_orbit by exact Hp. left. apply sigma_lt_1.
Qed.
