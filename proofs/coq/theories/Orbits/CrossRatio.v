(** E5: the cross-ratio inequality of the map G on negative log-odds.

    For eps = 0 it is a hyperbolic-sine identity together with
    sinh (A+B) / (A+B) >= (sinh A / A) (sinh B / B).  For eps > 0, G^2 is a
    Moebius function of the square of the unsmoothed map, which reduces the
    claim to the case eps = 0 and a monotonicity of a ratio. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
Open Scope R_scope.

Lemma sinh_plus : forall x y, sinh (x + y) = sinh x * cosh y + cosh x * sinh y.
Proof. intros. unfold sinh, cosh. rewrite Ropp_plus_distr, !exp_plus. field. Qed.

Lemma cosh_plus : forall x y, cosh (x + y) = cosh x * cosh y + sinh x * sinh y.
Proof. intros. unfold sinh, cosh. rewrite Ropp_plus_distr, !exp_plus. field. Qed.

Lemma t_cosh_ge_sinh : forall t, 0 < t -> sinh t < t * cosh t.
Proof.
  intros t Ht.
  assert (Z : 0 * cosh 0 - sinh 0 < t * cosh t - sinh t).
  { apply (increasing_on_derive (fun t => t * cosh t - sinh t) (fun t => t * sinh t)); [| |exact Ht].
    - intros x _. unfold cosh, sinh. auto_derive; [exact I | field].
    - intros x Hx. assert (0 < sinh x) by (apply sinh_pos; lra). nra. }
  rewrite sinh_0 in Z. lra.
Qed.

Lemma sinhc_supermult : forall A B, 0 < A -> 0 < B ->
  sinh A * sinh B * (A + B) <= sinh (A + B) * (A * B).
Proof.
  intros A B HA HB. rewrite sinh_plus.
  assert (a1 := t_cosh_ge_sinh A HA). assert (b1 := t_cosh_ge_sinh B HB).
  assert (a2 := sinh_pos A HA). assert (b2 := sinh_pos B HB).
  assert (0 <= A * sinh A * (B * cosh B - sinh B)) by (apply Rmult_le_pos; nra).
  assert (0 <= B * sinh B * (A * cosh A - sinh A)) by (apply Rmult_le_pos; nra).
  nra.
Qed.

Lemma cosh_diff : forall x y, cosh (x + y) - cosh (x - y) = 2 * (sinh x * sinh y).
Proof.
  intros. unfold Rminus at 2. rewrite !cosh_plus, cosh_opp, sinh_opp. ring.
Qed.

Lemma sinh_exchange : forall c A B,
  sinh c * sinh (c + A - B) - sinh (c + A) * sinh (c - B) = sinh A * sinh B.
Proof.
  intros. replace (c + A - B) with ((c + A) + - B) by ring. unfold Rminus.
  rewrite !sinh_plus, !cosh_plus, sinh_opp, cosh_opp.
  assert (C := cosh_sqr c). 
  transitivity ((cosh c * cosh c - sinh c * sinh c) * (sinh A * sinh B)); [ring|].
  rewrite C. ring.
Qed.

(** The unsmoothed inequality, for g = 2 cosh (x/2). *)
Lemma cross_ratio_unsmoothed : forall u a v, u < a < v -> v <= 0 ->
  let g x := 2 * cosh (x / 2) in
  (g u - g a) * (g a - g v) * (v - u) < - sinh (a / 2) * (g u - g v) * ((a - u) * (v - a)).
Proof.
  intros u a v Huv Hv g.
  set (A := (a - u) / 4). set (B := (v - a) / 4). set (c := - a / 2).
  assert (HA : 0 < A) by (unfold A; lra). assert (HB : 0 < B) by (unfold B; lra).
  assert (E1 : g u - g a = 4 * (sinh (c + A) * sinh A)).
  { unfold g. replace (u / 2) with (- ((c + A) + A)) by (unfold c, A; field).
    replace (a / 2) with (- ((c + A) - A)) by (unfold c, A; field).
    rewrite !cosh_opp. assert (Z := cosh_diff (c + A) A). lra. }
  assert (E2 : g a - g v = 4 * (sinh (c - B) * sinh B)).
  { unfold g. replace (a / 2) with (- ((c - B) + B)) by (unfold c, B; field).
    replace (v / 2) with (- ((c - B) - B)) by (unfold c, B; field).
    rewrite !cosh_opp. assert (Z := cosh_diff (c - B) B). lra. }
  assert (E3 : g u - g v = 4 * (sinh (c + A - B) * sinh (A + B))).
  { unfold g. replace (u / 2) with (- ((c + A - B) + (A + B))) by (unfold c, A, B; field).
    replace (v / 2) with (- ((c + A - B) - (A + B))) by (unfold c, A, B; field).
    rewrite !cosh_opp. assert (Z := cosh_diff (c + A - B) (A + B)). lra. }
  replace (- sinh (a / 2)) with (sinh c) by (unfold c; rewrite <- sinh_opp; f_equal; field).
  replace (v - u) with (4 * (A + B)) by (unfold A, B; field).
  replace ((a - u) * (v - a)) with (16 * (A * B)) by (unfold A, B; field).
  rewrite E1, E2, E3.
  assert (Ex := sinh_exchange c A B). assert (Sm := sinhc_supermult A B HA HB).
  assert (pA := sinh_pos A HA). assert (pB := sinh_pos B HB).
  assert (pAB := sinh_pos (A + B) ltac:(lra)).
  assert (p1 : 0 < sinh (c + A)) by (apply sinh_pos; unfold c, A; lra).
  assert (p2 : 0 < sinh (c - B)) by (apply sinh_pos; unfold c, B; lra).
  revert Ex Sm pA pB pAB p1 p2.
  generalize (sinh (c + A)) (sinh (c - B)) (sinh (c + A - B)) (sinh c) (sinh A) (sinh B) (sinh (A + B)).
  clearbody A B. clear - HA HB. intros s1 s2 s3 sc sA sB sAB Ex Sm pA pB pAB p1 p2.
  assert (q1 : 0 < s1 * s2) by nra. assert (q2 : s1 * s2 < sc * s3) by nra.
  assert (q3 : (s1 * s2) * (sA * sB * (A + B)) <= (s1 * s2) * (sAB * (A * B))).
  { apply Rmult_le_compat_l; lra. }
  assert (q4 : (s1 * s2) * (sAB * (A * B)) < (sc * s3) * (sAB * (A * B))).
  { apply Rmult_lt_compat_r; [|exact q2]. apply Rmult_lt_0_compat; nra. }
  nra.
Qed.

(** The ratio R = 2 (r + q) / ((1 + r)(1 + q)) in homogeneous form: it grows
    with r >= 1 and falls with q <= 1. *)
Lemma ratio_monotone : forall r q r0 q0, 1 <= r <= r0 -> 0 < q0 <= q -> q <= 1 ->
  (r + q) * ((1 + r0) * (1 + q0)) <= (r0 + q0) * ((1 + r) * (1 + q)).
Proof.
  intros r q r0 q0 Hr Hq Hq1.
  assert (S1 : (r + q) * (1 + r0) <= (r0 + q) * (1 + r)) by nra.
  assert (S2 : (r0 + q) * (1 + q0) <= (r0 + q0) * (1 + q)) by nra.
  apply Rle_trans with ((r0 + q) * (1 + r) * (1 + q0)); [nra|].
  apply Rle_trans with ((r0 + q0) * (1 + q) * (1 + r)); [nra | right; ring].
Qed.

(** g / k increases with g. *)
Lemma smoothed_value_monotone : forall eps g g' k k', 0 < g' < g -> 0 < k -> 0 < k' ->
  k * k = 1 + eps * (g * g) -> k' * k' = 1 + eps * (g' * g') -> g' / k' <= g / k.
Proof.
  intros eps g g' k k' P P1 P2 E E'.
  assert (Q : g' * k <= g * k').
  { apply Rsqr_incr_0_var; [|apply Rmult_le_pos; lra]. unfold Rsqr.
    replace (g' * k * (g' * k)) with (g' * g' * (k * k)) by ring.
    replace (g * k' * (g * k')) with (g * g * (k' * k')) by ring.
    rewrite E, E'. assert (g' * g' <= g * g) by (apply Rmult_le_compat; lra). lra. }
  assert (Pk : 0 < k * k') by (now apply Rmult_lt_0_compat).
  apply Rmult_le_reg_r with (k * k'); [exact Pk|].
  replace (g' / k' * (k * k')) with (g' * k) by (field; lra).
  replace (g / k * (k * k')) with (g * k') by (field; lra). exact Q.
Qed.

(** Difference of two smoothed values. *)
Lemma smoothed_difference : forall eps g g' k k', 0 < g -> 0 < g' -> 0 < k -> 0 < k' ->
  k * k = 1 + eps * (g * g) -> k' * k' = 1 + eps * (g' * g') ->
  g / k - g' / k' = (g * g - g' * g') / (k * k * (k' * k') * (g / k + g' / k')).
Proof.
  intros eps g g' k k' P1 P2 P3 P4 E1 E2.
  assert (Q1 : 0 < g / k) by (apply Rdiv_lt_0_compat; lra).
  assert (Q2 : 0 < g' / k') by (apply Rdiv_lt_0_compat; lra).
  assert (Q3 : g * k' + g' * k <> 0).
  { assert (0 < g * k') by (now apply Rmult_lt_0_compat).
    assert (0 < g' * k) by (now apply Rmult_lt_0_compat). lra. }
  assert (Q4 : k' * g + g' * k <> 0) by lra.
  transitivity (((g / k) * (g / k) - (g' / k') * (g' / k')) / (g / k + g' / k')).
  { field. repeat split; lra. }
  replace (g * g - g' * g') with ((g * g) * (k' * k') - (g' * g') * (k * k)) by (rewrite E1, E2; ring).
  field. repeat split; lra.
Qed.

(** Moebius reduction: from unsmoothed values g to smoothed values g / k. *)
Lemma moebius_reduction : forall eps S X Y gu ga gv ku ka kv,
  0 <= eps -> 0 < S -> 0 < X -> 0 < Y -> 0 < gv < ga -> ga < gu ->
  0 < ku -> 0 < ka -> 0 < kv ->
  ku * ku = 1 + eps * (gu * gu) -> ka * ka = 1 + eps * (ga * ga) ->
  kv * kv = 1 + eps * (gv * gv) ->
  (gu - ga) * (ga - gv) * Y < S * (gu - gv) * X ->
  (gu / ku - ga / ka) * (ga / ka - gv / kv) * Y
    < S / (ka * ka * ka) * (gu / ku - gv / kv) * X.
Proof.
  intros eps S X Y gu ga gv ku ka kv He HS HX HY Hg1 Hg2 Hku Hka Hkv Eu Ea Ev H.
  assert (Mono : forall g g' k k', 0 < g' < g -> 0 < k -> k' * k' = 1 + eps * (g' * g') ->
     k * k = 1 + eps * (g * g) -> k' <= k).
  { intros g g' k k' P P1 E' E. apply Rsqr_incr_0_var; [|lra]. unfold Rsqr. rewrite E, E'.
    assert (g' * g' <= g * g) by nra. nra. }
  assert (Lua : ka <= ku) by (apply (Mono gu ga); auto; lra).
  assert (Lav : kv <= ka) by (apply (Mono ga gv); auto; lra). clear Mono.
  set (Gu := gu / ku). set (Ga := ga / ka). set (Gv := gv / kv).
  assert (Pu : 0 < Gu) by (apply Rdiv_lt_0_compat; lra).
  assert (Pa : 0 < Ga) by (apply Rdiv_lt_0_compat; lra).
  assert (Pv : 0 < Gv) by (apply Rdiv_lt_0_compat; lra).
  assert (D := smoothed_difference eps).
  assert (Duv := D gu gv ku kv ltac:(lra) ltac:(lra) Hku Hkv Eu Ev).
  assert (Dua := D gu ga ku ka ltac:(lra) ltac:(lra) Hku Hka Eu Ea).
  assert (Dav := D ga gv ka kv ltac:(lra) ltac:(lra) Hka Hkv Ea Ev). clear D.
  fold Gu Ga Gv in Duv, Dua, Dav. rewrite Duv, Dua, Dav.
  (* the ratio inequality *)
  assert (Rm : (gu + ga) * (ga + gv) * (Ga * (Gu + Gv)) <= (gu + gv) * ga * ((Gu + Ga) * (Ga + Gv))).
  { assert (Z := ratio_monotone (Gu / Ga) (Gv / Ga) (gu / ga) (gv / ga)).
    assert (Ru : Gu / Ga <= gu / ga).
    { replace (Gu / Ga) with (gu / ga * (ka / ku)) by (unfold Gu, Ga; field; lra).
      rewrite <- (Rmult_1_r (gu / ga)) at 2. apply Rmult_le_compat_l.
      - left; apply Rdiv_lt_0_compat; lra.
      - apply Rmult_le_reg_r with ku; [lra|]. field_simplify; lra. }
    assert (Rv : gv / ga <= Gv / Ga).
    { replace (Gv / Ga) with (gv / ga * (ka / kv)) by (unfold Gv, Ga; field; lra).
      rewrite <- (Rmult_1_r (gv / ga)) at 1. apply Rmult_le_compat_l.
      - left; apply Rdiv_lt_0_compat; lra.
      - apply Rmult_le_reg_r with kv; [lra|]. field_simplify; lra. }
    assert (Pos := smoothed_value_monotone eps).
    assert (L1 : Ga <= Gu) by (apply Pos; auto; lra).
    assert (L2 : Gv <= Ga) by (apply Pos; auto; lra).
    assert (R1 : 1 <= Gu / Ga). { apply Rmult_le_reg_r with Ga; [lra|]. field_simplify; lra. }
    assert (R2 : Gv / Ga <= 1). { apply Rmult_le_reg_r with Ga; [lra|]. field_simplify; lra. }
    assert (R3 : 0 < gv / ga) by (apply Rdiv_lt_0_compat; lra).
    assert (Z' := Z ltac:(lra) ltac:(lra) R2). clear Z.
    apply Rmult_le_compat_l with (r := ga * ga * (Ga * Ga)) in Z'; [|left; apply Rmult_lt_0_compat; apply Rmult_lt_0_compat; assumption || lra].
    replace (ga * ga * (Ga * Ga) * ((Gu / Ga + Gv / Ga) * ((1 + gu / ga) * (1 + gv / ga))))
      with ((gu + ga) * (ga + gv) * (Ga * (Gu + Gv))) in Z' by (field; lra).
    replace (ga * ga * (Ga * Ga) * ((gu / ga + gv / ga) * ((1 + Gu / Ga) * (1 + Gv / Ga))))
      with ((gu + gv) * ga * ((Gu + Ga) * (Ga + Gv))) in Z' by (field; lra).
    exact Z'. }
  assert (Eka : ga = Ga * ka) by (unfold Ga; field; lra).
  clearbody Gu Ga Gv.
  set (den := ku * ku * (kv * kv) * (ka * ka * ka * ka) * ((Gu + Ga) * (Ga + Gv) * (Gu + Gv))).
  assert (Hden : 0 < den) by (unfold den; repeat apply Rmult_lt_0_compat; lra).
  apply Rmult_lt_reg_r with den; [exact Hden|].
  replace ((gu * gu - ga * ga) / (ku * ku * (ka * ka) * (Gu + Ga)) *
    ((ga * ga - gv * gv) / (ka * ka * (kv * kv) * (Ga + Gv))) * Y * den)
    with ((gu - ga) * (ga - gv) * Y * ((gu + ga) * (ga + gv) * (Gu + Gv)))
    by (unfold den; field; repeat split; lra).
  replace (S / (ka * ka * ka) * ((gu * gu - gv * gv) / (ku * ku * (kv * kv) * (Gu + Gv))) * X * den)
    with (S * (gu - gv) * X * ((gu + gv) * ka * ((Gu + Ga) * (Ga + Gv))))
    by (unfold den; field; repeat split; lra).
  assert (Rm' : (gu + ga) * (ga + gv) * (Gu + Gv) <= (gu + gv) * ka * ((Gu + Ga) * (Ga + Gv))).
  { apply Rmult_le_reg_l with Ga; [exact Pa|].
    rewrite Eka in Rm at 3. lra. }
  assert (Pos1 : 0 < (gu - ga) * (ga - gv) * Y) by (repeat apply Rmult_lt_0_compat; lra).
  assert (Pos2 : 0 < (gu + ga) * (ga + gv) * (Gu + Gv)) by (repeat apply Rmult_lt_0_compat; lra).
  apply Rlt_le_trans with (S * (gu - gv) * X * ((gu + ga) * (ga + gv) * (Gu + Gv))).
  - apply Rmult_lt_compat_r; lra.
  - apply Rmult_le_compat_l; lra.
Qed.

Lemma cross_ratio_signed : forall eps u a v, 0 <= eps -> u < a < v -> v <= 0 ->
  (G eps u - G eps a) * (G eps a - G eps v) * (v - u)
    < - dG eps a * (G eps u - G eps v) * ((a - u) * (v - a)).
Proof.
  intros eps u a v He Huv Hv.
  assert (GE : forall x, G eps x = (2 * cosh (x / 2)) / sqrt (GD eps x)).
  { intro x. apply G_closed. exact He. }
  assert (KK : forall x, sqrt (GD eps x) * sqrt (GD eps x)
                = 1 + eps * ((2 * cosh (x / 2)) * (2 * cosh (x / 2)))).
  { intro x. rewrite sqrt_sqrt; [unfold GD; ring|]. left. now apply GD_pos. }
  rewrite !GE.
  replace (- dG eps a) with (- sinh (a / 2) / (sqrt (GD eps a) * sqrt (GD eps a) * sqrt (GD eps a))).
  2:{ unfold dG. rewrite sqrt_sqrt by (left; now apply GD_pos).
      field. split; apply Rgt_not_eq; [apply sqrt_GD_pos | apply GD_pos]; exact He. }
  assert (cosh_dec : forall x y, x < y -> y <= 0 -> 2 * cosh (y / 2) < 2 * cosh (x / 2)).
  { intros x y Hxy Hy. rewrite <- (cosh_opp (x / 2)), <- (cosh_opp (y / 2)).
    assert (cosh (- (y / 2)) < cosh (- (x / 2))) by (apply cosh_increasing; lra). lra. }
  apply moebius_reduction with eps; try apply sqrt_GD_pos; auto; try lra.
  - assert (sinh (a / 2) < 0) by (apply sinh_neg; lra). lra.
  - nra.
  - split; [assert (Z := cosh_pos (v / 2)); lra | apply cosh_dec; lra].
  - apply cosh_dec; lra.
  - assert (Z := cross_ratio_unsmoothed u a v Huv Hv). cbv zeta in Z. lra.
Qed.

(** E5. For u < a < v <= 0 and every eps >= 0,
    |G'(a)| |G v - G u| / (v - u) > (|G a - G u| / (a - u)) (|G v - G a| / (v - a)).
    Here [dG eps] is the derivative of [G eps] (lemma [G_derive]). *)
Theorem cross_ratio_inequality : forall eps u a v, 0 <= eps -> u < a < v -> v <= 0 ->
  is_derive (G eps) a (dG eps a) /\
  Rabs (G eps a - G eps u) / (a - u) * (Rabs (G eps v - G eps a) / (v - a))
    < Rabs (dG eps a) * (Rabs (G eps v - G eps u) / (v - u)).
Proof.
  intros eps u a v He Huv Hv. split; [now apply G_derive|].
  assert (Z := cross_ratio_signed eps u a v He Huv Hv).
  assert (D1 := G_decreasing eps He u a ltac:(lra) ltac:(lra)).
  assert (D2 := G_decreasing eps He a v ltac:(lra) ltac:(lra)).
  assert (D3 := dG_neg eps He a ltac:(lra)).
  rewrite !Rabs_left by lra.
  apply Rmult_lt_reg_r with ((v - u) * ((a - u) * (v - a))).
  { repeat apply Rmult_lt_0_compat; lra. }
  replace (- (G eps a - G eps u) / (a - u) * (- (G eps v - G eps a) / (v - a)) *
    ((v - u) * ((a - u) * (v - a))))
    with ((G eps u - G eps a) * (G eps a - G eps v) * (v - u)) by (field; lra).
  replace (- dG eps a * (- (G eps v - G eps u) / (v - u)) * ((v - u) * ((a - u) * (v - a))))
    with (- dG eps a * (G eps u - G eps v) * ((a - u) * (v - a))) by (field; lra).
  exact Z.
Qed.
