(** F9: if p_ref >= p_j = sigma (- b1), where b1 tanh (b1/2) = 1, the sequence never jumps
    over a fixed point: for every beta > 0 and eps >= 0 its limit is the lowest fixed point
    (or 1 if eps = 0 and there is none), and this limit is monotone in the parameters. *)

Require Import Reals Lra Psatz Classical Ranalysis5.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require Import TwoCycles Trapped.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt Flip Success
  MonotoneOrbits Jump Classification UniversalThresholds.
Open Scope R_scope.

Lemma tanh_coth : forall b, 0 < b -> (b * tanh (b / 2) = 1 <-> b = coth (b / 2)).
Proof.
  intros b Hb. assert (S := sinh_pos (b / 2) ltac:(lra)). assert (C := cosh_pos (b / 2)).
  unfold tanh, coth. split; intro H.
  - apply Rmult_eq_reg_r with (sinh (b / 2) / cosh (b / 2)).
    + unfold tanh in H. rewrite H. field. lra.
    + apply Rgt_not_eq, Rdiv_lt_0_compat; lra.
  - rewrite H at 1. field. lra.
Qed.

(** The constant b1 exists and is unique. *)
Theorem b1_exists_unique : exists b1, (0 < b1 /\ b1 * tanh (b1 / 2) = 1) /\
  forall b, 0 < b -> b * tanh (b / 2) = 1 -> b = b1.
Proof.
  destruct (ivt_up (fun b => b * sinh (b / 2) - cosh (b / 2)) 0 2 0) as [b1 [H1 E1]]; try lra.
  - intros x _. apply continuity_pt_filterlim, (ex_derive_continuous (fun b => b * sinh (b / 2) - cosh (b / 2))).
    unfold sinh, cosh. auto_derive. exact I.
  - replace (0 / 2) with 0 by field. replace (2 / 2) with 1 by field. rewrite sinh_0, cosh_0.
    split; [lra|]. unfold sinh, cosh. rewrite exp_Ropp.
    assert (E := exp_ineq1 1 ltac:(lra)). assert (Q : / exp 1 < / 2) by (apply Rinv_lt_contravar; lra). lra.
  - assert (P1 : 0 < b1).
    { destruct (Req_dec b1 0) as [Z|]; [|lra]. rewrite Z in E1. replace (0 / 2) with 0 in E1 by field.
      rewrite sinh_0, cosh_0 in E1. lra. }
    assert (T1 : b1 * tanh (b1 / 2) = 1).
    { unfold tanh. assert (C := cosh_pos (b1 / 2)). apply Rmult_eq_reg_r with (cosh (b1 / 2)); [|lra].
      replace (b1 * (sinh (b1 / 2) / cosh (b1 / 2)) * cosh (b1 / 2)) with (b1 * sinh (b1 / 2)) by (field; lra). lra. }
    exists b1. split; [split; assumption|]. intros b Pb Tb.
    apply tanh_coth in T1; [|exact P1]. apply tanh_coth in Tb; [|exact Pb].
    destruct (Rtotal_order b b1) as [L|[E|L]]; [|exact E|].
    + assert (Z := coth_decreasing (b / 2) (b1 / 2) ltac:(lra)). lra.
    + assert (Z := coth_decreasing (b1 / 2) (b / 2) ltac:(lra)). lra.
Qed.

Section NoJump.
Variables b1 x0 beta eps : R.
Hypothesis Hb1 : 0 < b1.
Hypothesis Tb1 : b1 * tanh (b1 / 2) = 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Hypothesis Hx0 : - b1 <= x0.
Let f := F x0 beta eps.

(** A steep point b < - x0 with psi b >= x0 would force x0 < - b1. *)
Lemma no_steep_point : forall b, b < - x0 -> x0 <= psi beta eps b -> beta <= dG eps b -> False.
Proof.
  intros b Hlt Hpsi Hst. assert (Pb : 0 < b) by (apply (dG_pos_inv eps He); lra).
  assert (Z := psi_steep beta eps Hb He b Pb Hst). apply tanh_coth in Tb1; [|exact Hb1].
  assert (C := coth_decreasing (b / 2) (b1 / 2) ltac:(lra)). lra.
Qed.

(** A maximum on [z, y) has non-positive derivative. *)
Lemma steep_maximum : forall z y, z < y -> x0 <= psi beta eps z -> psi beta eps y <= psi beta eps z ->
  exists b, z <= b < y /\ x0 <= psi beta eps b /\ beta <= dG eps b.
Proof.
  intros z y Hzy Hz Hyz.
  destruct (continuity_ab_maj (psi beta eps) z y) as [m [Mm Im]]; [lra|intros; now apply psi_continuity_pt|].
  assert (E : exists b, z <= b < y /\ forall c, z <= c <= y -> psi beta eps c <= psi beta eps b).
  { destruct (Req_dec m y) as [Q|Q].
    - exists z. split; [lra|]. intros c Hc. apply Rle_trans with (1 := Mm c Hc). now rewrite Q.
    - exists m. split; [lra | exact Mm]. }
  destruct E as [b [Ib Mb]]. exists b. split; [exact Ib|].
  assert (Mz := Mb z ltac:(lra)). split; [lra|].
  apply Rnot_lt_le. intro N. set (l := 1 - dG eps b / beta).
  assert (Pl : 0 < l).
  { unfold l. assert (dG eps b / beta < 1); [|lra]. apply Rmult_lt_reg_r with beta; [exact Hb|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  destruct (derive_growth (psi beta eps) b l (psi_derive beta eps He b) (l / 2) ltac:(lra)) as [d [Hd D]].
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
  assert (Ez : psi beta eps z = x0) by now apply fixpt_psi.
  assert (Ey : psi beta eps y <= x0) by (unfold f, F, psi in *; lra).
  destruct (steep_maximum z y) as [b [Ib [P S]]]; try lra.
  apply (no_steep_point b); auto. lra.
Qed.

Lemma low_stable : forall a, fixpt f a -> a < 0 -> Bthr eps (sigma a) <= beta.
Proof.
  intros a Fa Ha. apply Rnot_lt_le. intro U.
  assert (Z := unstable_forces_low_reference beta eps Hb He x0 a Fa Ha U).
  apply tanh_coth in Tb1; [|exact Hb1].
  destruct (Rlt_le_dec (- a / 2) (b1 / 2)) as [L|L].
  - assert (C := coth_decreasing (- a / 2) (b1 / 2) ltac:(lra)). lra.
  - assert (C := coth_pos (- a / 2) ltac:(lra)). lra.
Qed.

Lemma limit_is_lowest :
  (exists c, lowest f c /\ is_lim_seq (iter f x0) c) \/
  (eps = 0 /\ (forall d, ~ fixpt f d) /\ is_lim_seq (iter f x0) p_infty).
Proof.
  destruct (Rle_dec 0 (f 0)) as [P|N].
  - set (y := Rabs x0). assert (Hy : 0 <= y) by apply Rabs_pos.
    assert (Low : forall d, fixpt f d -> y <= f y -> y <= d).
    { intros d Fd Up. apply Rnot_lt_le. intro L. unfold y, Rabs in *. destruct (Rcase_abs x0).
      - assert (Z := no_jump d (- x0) Fd ltac:(lra)). lra.
      - destruct (fixpt_above x0 beta eps Hb He d Fd). lra. }
    destruct (Rle_dec y (f y)) as [Up|Dn].
    + destruct (right_up x0 beta eps Hb He y Hy Up) as [_ [[c [Hc [Fc [Mc Lc]]]]|[E [No L]]]].
      * left. exists c. split; [split; [exact Fc|]|].
        -- intros d Fd. apply Mc; auto.
        -- now apply (lim_abs x0 beta eps Hb He x0).
      * right. split; [exact E|]. split; [|now apply (lim_abs x0 beta eps Hb He x0)].
        intros d Fd. apply (No d); auto.
    + assert (Dn' : f y < y) by lra.
      assert (Nx : x0 < 0).
      { apply Rnot_le_lt. intro Q. assert (Ey : y = x0) by (apply Rabs_pos_eq; lra).
        rewrite Ey in Dn'. assert (x0 < f x0) by now apply F_gt. lra. }
      destruct (right_down x0 beta eps Hb He y Hy P ltac:(fold f; lra)) as [c [Hc [Fc [Mc Lc]]]].
      assert (Ey : y = - x0) by (apply Rabs_left; exact Nx).
      left. exists c. split; [split; [exact Fc|]|].
      * intros d Fd. apply Rnot_lt_le. intro L. assert (Z := no_jump d c Fd ltac:(lra)).
        unfold fixpt in Fc. fold f in Fc. lra.
      * now apply (lim_abs x0 beta eps Hb He x0).
  - assert (H0 : f 0 < 0) by lra. destruct (low_exists x0 beta eps Hb He H0) as [a [Ha Fa]].
    left. exists a. split; [apply neg_fixpt_lowest; auto; lra|].
    assert (Ha' : a < 0) by lra. assert (St := low_stable a Fa Ha').
    apply (trapped_converges f a (dG eps a / beta) (F_even_unimodal x0 beta eps Hb He) Fa Ha'
      (cross_F x0 beta eps a Hb He)); [now apply multiplier_vs_threshold|].
    intros b Nb. assert (x0 < f 0) by now apply F_gt.
    assert (L : - x0 < b).
    { apply Rnot_le_lt. intro L. destruct Nb as [Fb [Hab _]].
      assert (Z := no_jump a b Fa ltac:(lra)). unfold fixpt in Fb. fold f in Fb. lra. }
    split; [lra|]. rewrite Rabs_left; lra.
Qed.
End NoJump.

(** F9. If p_ref >= p_j = sigma (- b1), b1 > 0 with b1 tanh (b1/2) = 1, then for every
    beta > 0, eps >= 0 the limit is the lowest fixed point, or 1 if eps = 0 and there is none. *)
Theorem universal_no_jump_threshold : forall b1 pref beta eps,
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref < 1 -> 0 < beta -> 0 <= eps ->
  let p := iter (h pref beta eps) pref in
  (exists c, lowest (h pref beta eps) c /\ is_lim_seq p c) \/
  (eps = 0 /\ (forall d, ~ fixpt (h pref beta eps) d) /\ is_lim_seq p 1).
Proof.
  intros b1 pref beta eps Hb1 Tb1 Hj Hb He p.
  assert (Hp : 0 < pref < 1) by (assert (Z := sigma_pos (- b1)); lra).
  assert (Hx : - b1 <= logit pref).
  { apply Rnot_lt_le. intro N. apply sigma_increasing in N. rewrite sigma_logit in N; lra. }
  destruct (limit_is_lowest b1 (logit pref) beta eps Hb1 Tb1 Hb He Hx) as [[c [Lo L]]|[E [No L]]].
  - left. exists (sigma c). split; [now apply lowest_p | now apply p_lim].
  - right. split; [exact E|]. split; [|now apply p_lim_1].
    intros d Fd. destruct (fixpt_p pref beta eps Hp d Fd) as [Fx _]. apply (No _ Fx).
Qed.

Lemma F_monotone_parameters : forall x0 x0' beta beta' eps eps' x,
  0 < beta' <= beta -> 0 <= eps' <= eps -> x0 <= x0' ->
  F x0 beta eps x <= F x0' beta' eps' x.
Proof.
  intros x0 x0' beta beta' eps eps' x Hb He Hx. unfold F.
  assert (G1 : G eps x <= G eps' x).
  { destruct (Req_dec eps' eps) as [->|]; [lra|]. left. apply G_eps_decreasing. lra. }
  assert (P := G_pos eps ltac:(lra) x).
  assert (I : / beta <= / beta') by (apply Rinv_le_contravar; lra).
  assert (0 < / beta) by (apply Rinv_0_lt_compat; lra).
  assert (G eps x / beta <= G eps' x / beta'); [|lra].
  apply Rmult_le_compat; lra.
Qed.

(** F9, monotonicity. Above p_j the limit is non-decreasing in p_ref and non-increasing in
    beta and in eps. *)
Theorem no_jump_limit_monotone : forall b1 pref pref' beta beta' eps eps' l l' : R,
  0 < b1 -> b1 * tanh (b1 / 2) = 1 -> sigma (- b1) <= pref -> pref <= pref' -> pref' < 1 ->
  0 < beta' <= beta -> 0 <= eps' <= eps ->
  is_lim_seq (iter (h pref beta eps) pref) l -> is_lim_seq (iter (h pref' beta' eps') pref') l' ->
  l <= l'.
Proof.
  intros b1 pref pref' beta beta' eps eps' l l' Hb1 Tb1 Hj Hpp Hp1 Hb He L L'.
  assert (Zs := sigma_pos (- b1)). assert (Hp : 0 < pref < 1) by lra. assert (Hp' : 0 < pref' < 1) by lra.
  assert (U : forall u v : R, forall s, is_lim_seq s u -> is_lim_seq s v -> u = v).
  { intros u v s A B. apply is_lim_seq_unique in A. apply is_lim_seq_unique in B. rewrite A in B. now injection B. }
  assert (Hx : logit pref <= logit pref').
  { destruct Hpp as [Q|Q]; [left; apply logit_increasing; lra | rewrite Q; lra]. }
  destruct (universal_no_jump_threshold b1 pref' beta' eps' Hb1 Tb1 ltac:(lra) ltac:(lra) ltac:(lra))
    as [[c' [[Fc' _] Lc']]|[_ [_ Lc']]]; rewrite (U _ _ _ L' Lc').
  - destruct (fixpt_p pref' beta' eps' Hp' c' Fc') as [Fz [Hc' Ec']]. set (z := logit c') in *.
    assert (Dn : F (logit pref) beta eps z <= z).
    { unfold fixpt in Fz. rewrite <- Fz at 2. now apply F_monotone_parameters. }
    assert (Hz : logit pref <= z).
    { unfold fixpt in Fz. rewrite <- Fz. assert (Z := F_gt (logit pref') beta' eps' ltac:(lra) ltac:(lra) z). lra. }
    destruct (fixpt_between (F (logit pref) beta eps) (logit pref) z) as [d [Hd Fd]]; auto.
    { intros. apply F_continuity_pt. lra. }
    { left. split; [left; apply F_gt; lra | exact Dn]. }
    apply fixpt_x in Fd; [|exact Hp].
    destruct (universal_no_jump_threshold b1 pref beta eps Hb1 Tb1 ltac:(lra) ltac:(lra) ltac:(lra))
      as [[c [[Fc Lo] Lc]]|[_ [No _]]].
    + rewrite (U _ _ _ L Lc). rewrite <- Ec'. apply Rle_trans with (sigma d); [now apply Lo | now apply sigma_le].
    + exfalso. now apply (No (sigma d)).
  - apply (is_lim_seq_le (iter (h pref beta eps) pref) (fun _ => 1) l 1); [|exact L | apply is_lim_seq_const].
    intro n. rewrite p_orbit by exact Hp. left. apply sigma_lt_1.
Qed.
