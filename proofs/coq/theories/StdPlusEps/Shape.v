(** Advantage (r - p) / (sqrt s + e): shape and derivative of the success map h~, its fixed
    points, their side of 1/2, and how the outermost ones move with the parameters. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap RightHalf.
From GrpoProofs.Whitening Require Import Recurrence.
From GrpoProofs.Whitening Require NoJump.
From GrpoProofs.StdPlusEps Require Import Gain Slope GlobalConvergence Orbits.
Open Scope R_scope.

(** H14 (as C3). For e > 0: h~ is symmetric about 1/2, strictly decreasing on [0, 1/2] and
    strictly increasing on [1/2, 1]. *)
Theorem std_success_map_shape pref beta e : 0 < pref < 1 -> 0 < beta -> 0 < e ->
  (forall p, hstd pref beta e (1 - p) = hstd pref beta e p) /\
  (forall p q, 0 <= p -> p < q -> q <= / 2 -> hstd pref beta e q < hstd pref beta e p) /\
  (forall p q, / 2 <= p -> p < q -> q <= 1 -> hstd pref beta e p < hstd pref beta e q).
Proof.
  intros Hp Hb Pe.
  assert (Sym : forall p, hstd pref beta e (1 - p) = hstd pref beta e p).
  { intros p. unfold hstd. now rewrite var_compl. }
  assert (Dec : forall p q, 0 <= p -> p < q -> q <= / 2 -> hstd pref beta e q < hstd pref beta e p).
  { intros p q H0 Hpq Hq.
    assert (V : sqrt (var p) < sqrt (var q)) by (apply sqrt_lt_1; unfold var; nra).
    pose proof (sqrt_pos (var p)) as V0.
    assert (Wlt : / (sqrt (var q) + e) < / (sqrt (var p) + e)) by (apply Rinv_lt_contravar; nra).
    change (hW (Wstd e) pref beta q < hW (Wstd e) pref beta p). unfold hW.
    rewrite <- !sigma_logit_plus by exact Hp. apply sigma_increasing, Rplus_lt_compat_l.
    apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | exact Wlt]. }
  split; [exact Sym|]. split; [exact Dec|]. intros p q H0 Hpq Hq.
  rewrite <- (Sym p), <- (Sym q). apply Dec; lra.
Qed.

(** H14 (as C4). h~' p = h~ p (1 - h~ p) (2p - 1) / (2 beta sqrt s (sqrt s + e)^2). *)
Theorem std_success_map_derivative pref beta e p : 0 < pref < 1 -> 0 < beta -> 0 <= e -> 0 < p < 1 ->
  is_derive (hstd pref beta e) p
    (hstd pref beta e p * (1 - hstd pref beta e p) * (2 * p - 1) /
     (2 * beta * (sqrt (var p) * ((sqrt (var p) + e) * (sqrt (var p) + e))))).
Proof.
  intros Hp Hb He Hp1. pose proof (var_pos p Hp1) as V. pose proof (sqrt_lt_R0 _ V) as S.
  assert (K : 0 < (1 - pref) / pref) by (apply Rdiv_lt_0_compat; lra).
  unfold hstd, var in *. set (k := (1 - pref) / pref) in *. clearbody k.
  pose proof (exp_pos (- (/ (sqrt (p * (1 - p)) + e) / beta))) as E.
  assert (P : 0 < k * exp (- (/ (sqrt (p * (1 - p)) + e) / beta))) by now apply Rmult_lt_0_compat.
  auto_derive; change (1 + - p) with (1 - p) in *.
  - unfold Rdiv in P. repeat split; lra.
  - set (x := exp (- (/ (sqrt (p * (1 - p)) + e) / beta))) in *.
    replace (exp (- (/ (sqrt (p * (1 - p)) + e) * / beta))) with x by reflexivity.
    clearbody x. set (r := sqrt (p * (1 - p))) in *. clearbody r.
    field. repeat split; lra.
Qed.

Section FixedPoints.
Variables pref beta e : R.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis Pe : 0 < e.
Let He : 0 <= e := Rlt_le _ _ Pe.
Let x0 := logit pref.
Let f := Fstd x0 beta e.
Let h := hstd pref beta e.
Let U : even_unimodal f := FW_even_unimodal (Wstd e) (dGstd e) x0 beta (std_whitening e He) Hb.

(** H14 (as C6, D1, D2). A lowest fixed point of h~ exists; every fixed point is above p_ref and
    in [sigma (x0 + 2 / (beta (1 + 2e))), sigma (x0 + 1 / (beta e))), so 1 is not one. *)
Theorem std_fixed_points_enclosed :
  (exists c, lowest h c) /\
  forall d, fixpt h d -> pref < d < 1 /\ sigma (F0std x0 beta e) <= d < sigma (x0 + / e / beta).
Proof.
  split.
  - assert (L : exists a, lowest f a).
    { destruct (Rle_dec 0 (f 0)) as [P | N].
      - destruct (right_up f U 0 (Rle_refl 0) P) as [_ [[c [_ [Fc [Mc _]]]] | [B _]]].
        + exists c. split; [exact Fc|]. intros d Fd. apply Mc; [exact Fd|].
          assert (Z := fixpt_above f U d Fd). lra.
        + exfalso. apply B. apply (FW_bounded (Wstd e) x0 beta Hb). now apply Wstd_bounded.
      - destruct (low_exists f U ltac:(lra)) as [a [Ha Fa]]. exists a.
        apply neg_fixpt_lowest; auto. lra. }
    destruct L as [a La]. exists (sigma a). now apply (lowest_p (Wstd e) pref beta Hp).
  - intros d Fd. destruct (fixpt_p (Wstd e) pref beta Hp d Fd) as [Fx [Hd E]].
    change (fixpt f (logit d)) in Fx.
    assert (A := FW_gt (Wstd e) (dGstd e) x0 beta (std_whitening e He) Hb (logit d)).
    change (x0 < f (logit d)) in A.
    destruct (Fstd_envelope e x0 beta Pe Hb (logit d)) as [_ B]. fold f in B.
    assert (C := f_low f U (logit d)). assert (E0 := critical_value pref beta e Hp Hb He).
    fold x0 f in E0. rewrite E0 in C.
    unfold fixpt in Fx. rewrite Fx in A, B, C. rewrite <- E. split; [split | split].
    + rewrite <- (sigma_logit pref Hp). now apply sigma_increasing.
    + apply sigma_lt_1.
    + now apply sigma_le.
    + now apply sigma_increasing.
Qed.

(** H14 (as D11). The smallest fixed point is < 1/2, = 1/2, > 1/2 iff F0~ is < 0, = 0, > 0. *)
Theorem std_side_of_half : forall c, lowest h c ->
  (c < / 2 <-> F0std x0 beta e < 0) /\ (c = / 2 <-> F0std x0 beta e = 0) /\
  (/ 2 < c <-> 0 < F0std x0 beta e).
Proof.
  intros c Lc. assert (Hc := hW_range (Wstd e) pref beta Hp c).
  change (0 < h c < 1) in Hc. rewrite (proj1 Lc) in Hc.
  assert (Ec : sigma (logit c) = c) by now apply sigma_logit.
  assert (La : lowest f (logit c)).
  { apply (lowest_p (Wstd e) pref beta Hp). now rewrite Ec. }
  assert (E0 := critical_value pref beta e Hp Hb He). fold x0 f in E0.
  rewrite <- E0, <- Ec, <- sigma_0, !sigma_lt_iff.
  set (a := logit c) in *. clearbody a.
  assert (T : (f 0 < 0 -> a < 0) /\ (f 0 = 0 -> a = 0) /\ (0 < f 0 -> 0 < a)).
  { split; [|split]; intro Z.
    - apply (lowest_neg f U a Z La).
    - assert (A := proj2 La 0 Z). assert (B := fixpt_above f U a (proj1 La)). lra.
    - assert (B := fixpt_above f U a (proj1 La)). lra. }
  assert (Inj : sigma a = sigma 0 <-> a = 0) by (split; [apply sigma_inj | congruence]).
  rewrite Inj. lra.
Qed.
End FixedPoints.

(** H14 (as D9, monotone form). The smallest and the largest fixed point are non-decreasing in
    p_ref and non-increasing in beta and in e. *)
Theorem std_extreme_fixed_points_monotone pref pref' beta beta' e e' c c' :
  0 < pref -> pref <= pref' -> pref' < 1 -> 0 < beta' <= beta -> 0 < e' <= e ->
  (lowest (hstd pref beta e) c -> lowest (hstd pref' beta' e') c' -> c <= c') /\
  (highest (hstd pref beta e) c -> highest (hstd pref' beta' e') c' -> c <= c').
Proof.
  intros Hp Hpp Hp1 Hb Hee. assert (HpA : 0 < pref < 1) by lra. assert (HpB : 0 < pref' < 1) by lra.
  assert (He1 : 0 <= e) by lra. assert (He2 : 0 <= e') by lra.
  set (f := Fstd (logit pref) beta e). set (f' := Fstd (logit pref') beta' e').
  assert (Hx : logit pref <= logit pref').
  { destruct Hpp as [Q | Q]; [left; apply logit_increasing; lra | rewrite Q; lra]. }
  assert (Le : forall x, f x <= f' x).
  { intros x. apply (NoJump.FW_monotone (Wstd e) (dGstd e) (Wstd e')); auto.
    - now apply std_whitening.
    - intros p Hp'. unfold Wstd. pose proof (sqrt_lt_R0 _ (var_pos p Hp')).
      apply Rinv_le_contravar; lra. }
  assert (C : forall x, continuity_pt f x) by (intros; apply Fstd_continuity; lra).
  assert (C' : forall x, continuity_pt f' x) by (intros; apply Fstd_continuity; lra).
  assert (Gt : forall x, logit pref < f x).
  { intros x. apply (FW_gt (Wstd e) (dGstd e) _ beta); [now apply std_whitening | lra]. }
  assert (Gt' : forall x, logit pref' < f' x).
  { intros x. apply (FW_gt (Wstd e') (dGstd e') _ beta'); [now apply std_whitening | lra]. }
  assert (Fx : forall d, fixpt (hstd pref beta e) d -> fixpt f (logit d) /\ sigma (logit d) = d).
  { intros d Fd. destruct (fixpt_p (Wstd e) pref beta HpA d Fd) as [A [_ B]]. now split. }
  assert (Fx' : forall d, fixpt (hstd pref' beta' e') d -> fixpt f' (logit d) /\ sigma (logit d) = d).
  { intros d Fd. destruct (fixpt_p (Wstd e') pref' beta' HpB d Fd) as [A [_ B]]. now split. }
  split; intros [Fc Lc] [Fc' Lc'].
  - destruct (Fx' c' Fc') as [F' E']. set (z := logit c') in *. unfold fixpt in F'.
    destruct (fixpt_between f (logit pref) z) as [d [Hd Fd]]; auto.
    { specialize (Gt' z). lra. }
    { left. split; [left; apply Gt | rewrite <- F' at 2; apply Le]. }
    rewrite <- E'. apply Rle_trans with (sigma d); [|apply sigma_le; lra].
    apply Lc. now apply (fixpt_x (Wstd e) pref beta HpA).
  - destruct (Fx c Fc) as [F1 E1]. set (z := logit c) in *. unfold fixpt in F1.
    set (top := Rmax z (logit pref' + / e' / beta')).
    destruct (fixpt_between f' z top) as [d [Hd Fd]]; auto.
    { apply Rmax_l. }
    { left. split; [rewrite <- F1 at 1; apply Le|].
      destruct (Fstd_envelope e' (logit pref') beta' ltac:(lra) ltac:(lra) top) as [_ B].
      assert (Z := Rmax_r z (logit pref' + / e' / beta')). fold top in Z. fold f' in B. lra. }
    rewrite <- E1. apply Rle_trans with (sigma d); [apply sigma_le; lra|].
    apply Lc'. now apply (fixpt_x (Wstd e') pref' beta' HpB).
Qed.
