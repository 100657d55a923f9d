(** Consequences for averages over prompts, pass@k, coverage and ranking, and
    relations between parameter settings. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Variants Require Import Maps.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes ClippedClass Invariance.
Open Scope R_scope.

Lemma h_amplifies pref beta eps p :
  0 < pref < 1 -> 0 < beta -> admissible eps p -> pref < h pref beta eps p.
Proof.
  intros Hr Hb Ha. assert (R := h_range pref beta eps Hr p).
  assert (L := logit_h_p pref beta eps Hr p).
  assert (0 < Omega eps p / beta).
  { apply Rdiv_lt_0_compat; [|exact Hb]. apply Rinv_0_lt_compat, admissible_sqrt, Ha. }
  destruct (Rlt_dec pref (h pref beta eps p)) as [|N]; [assumption|exfalso].
  destruct (Req_dec (h pref beta eps p) pref) as [E|E]; [rewrite E in L; lra|].
  assert (logit (h pref beta eps p) < logit pref) by (apply logit_increasing; lra).
  lra.
Qed.

(** Every policy of a run from the reference after the start is better. *)
Lemma run_amplifies n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> ref_run n r eps beta ref pis ->
  forall k, success n r ref < success n r (pis (S k)).
Proof.
  intros Hb He Hr Hs E0 Hrun k.
  assert (P0 : policy n (pis O)).
  { split; [intros i Hi; rewrite E0 by exact Hi; apply Hr, Hi|].
    rewrite (Rsum_ext n _ ref E0). apply Hr. }
  assert (S0 : success n r (pis O) = success n r ref) by (apply success_same, E0).
  assert (R := recurrence_run n r eps beta ref pis Hb He Hr Hs P0).
  rewrite S0 in R. specialize (R (admissible_interior eps _ He Hs) Hrun).
  rewrite (R (S k)). simpl. apply h_amplifies; auto.
  destruct k as [|k]; apply admissible_interior; auto. apply h_range; auto.
Qed.

(** * Averages over prompts *)

(** A family of prompts q < Q with weights w; prompt q has its own outcome
    space, reward, reference and run. *)
Section Prompts.
Variables (Q : nat) (w : nat -> R) (n : nat -> nat) (r : nat -> nat -> bool).
Variables (ref : nat -> nat -> R) (pis : nat -> nat -> nat -> R) (eps beta : R).
Hypothesis Hw : policy Q w.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Hypothesis Href : forall q, (q < Q)%nat -> policy (n q) (ref q).
Hypothesis H0 : forall q, (q < Q)%nat -> same (n q) (pis q O) (ref q).
Hypothesis Hrun : forall q, (q < Q)%nat -> ref_run (n q) (r q) eps beta (ref q) (pis q).

Definition average (f : nat -> R) : R := expect Q w f.

(** M1. The average success probability exceeds that of the reference after
    every n >= 1 steps, if prompts with 0 < p_ref < 1 have positive weight. *)
Theorem average_amplified :
  (exists q, (q < Q)%nat /\ 0 < w q /\ 0 < success (n q) (r q) (ref q) < 1) ->
  forall k, average (fun q => success (n q) (r q) (ref q)) <
            average (fun q => success (n q) (r q) (pis q (S k))).
Proof.
  intros [q0 [Hq [Hwq Hs]]] k. unfold average, expect.
  apply (Rsum_lt Q _ _ q0); [|exact Hq|].
  - intros q Hlt. apply Rmult_le_compat_l; [apply Hw, Hlt|].
    assert (R := success_range (n q) (r q) (ref q) (Href q Hlt)).
    destruct (absorbing_references (n q) (r q) eps beta (ref q) (pis q) Hb
                (Href q Hlt) (H0 q Hlt) (Hrun q Hlt)) as [A0 A1].
    destruct (Req_dec (success (n q) (r q) (ref q)) 0) as [E|N0].
    { rewrite (A0 E (S k)), E. lra. }
    destruct (Req_dec (success (n q) (r q) (ref q)) 1) as [E|N1].
    { rewrite (A1 E (S k)), E. lra. }
    left. apply run_amplifies with eps beta; auto; lra.
  - apply Rmult_lt_compat_l; [exact Hwq|].
    apply run_amplifies with eps beta; auto.
Qed.

End Prompts.

(** For p_ref = 1/10 and beta = 1 the second step goes down, for every
    eps >= 0. *)
Lemma second_step_down eps :
  0 <= eps ->
  let p := iter (h (/ 10) 1 eps) (/ 10) in p 2%nat < p 1%nat.
Proof.
  intros He p. assert (Hr : 0 < / 10 < 1) by lra.
  assert (A0 : admissible eps (/ 10)) by (apply admissible_interior; auto).
  assert (Hp1 : p 1%nat = h (/ 10) 1 eps (/ 10)) by reflexivity.
  assert (R1 : 0 < p 1%nat < 1) by (rewrite Hp1; apply h_range, Hr).
  assert (G1 : / 10 < p 1%nat) by (rewrite Hp1; apply h_amplifies; auto; lra).
  assert (O0 : Omega eps (/ 10) <= 10 / 3).
  { unfold Omega, var. replace (10 / 3) with (/ (3 / 10)) by field.
    apply Rinv_le_contravar; [lra|].
    rewrite <- (sqrt_square (3 / 10)) by lra. apply sqrt_le_1; lra. }
  assert (E3 : exp (10 / 3) < 81).
  { assert (P := exp_pos (10 / 3)).
    assert (T : exp (10 / 3) ^ 3 = exp 1 ^ 10).
    { simpl. rewrite !Rmult_1_r, <- !exp_plus. f_equal. field. }
    assert (U : exp 1 ^ 10 <= 3 ^ 10).
    { apply pow_incr. split; [left; apply exp_pos|apply exp_le_3]. }
    destruct (Rlt_dec (exp (10 / 3)) 81) as [|N]; [assumption|exfalso].
    assert (81 ^ 3 <= exp (10 / 3) ^ 3) by (apply pow_incr; lra). lra. }
  assert (G2 : p 1%nat < 9 / 10).
  { destruct (Rlt_dec (p 1%nat) (9 / 10)) as [|N]; [assumption|exfalso].
    assert (L := logit_h_p (/ 10) 1 eps Hr (/ 10)). rewrite <- Hp1 in L.
    assert (logit (9 / 10) <= logit (p 1%nat)).
    { destruct (Req_dec (p 1%nat) (9 / 10)) as [E|E];
        [rewrite E; lra|left; apply logit_increasing; lra]. }
    assert (L9 : logit (9 / 10) = - logit (/ 10)).
    { rewrite <- logit_compl by lra. f_equal. lra. }
    assert (Q : exp (logit (9 / 10) - logit (/ 10)) = 81).
    { rewrite L9. replace (- logit (/ 10) - logit (/ 10))
        with (- (logit (/ 10) + logit (/ 10))) by ring.
      rewrite exp_Ropp, exp_plus, exp_logit by lra. field. }
    assert (logit (9 / 10) - logit (/ 10) <= 10 / 3).
    { assert (Omega eps (/ 10) / 1 = Omega eps (/ 10)) by field. lra. }
    assert (exp (logit (9 / 10) - logit (/ 10)) <= exp (10 / 3)).
    { destruct H0 as [K|K]; [left; apply exp_increasing, K|rewrite K; lra]. }
    lra. }
  assert (V : Omega eps (p 1%nat) < Omega eps (/ 10)).
  { unfold Omega. assert (X : var (/ 10) < var (p 1%nat)) by (unfold var; nra).
    assert (Y := admissible_pos eps (/ 10) A0).
    assert (Z := sqrt_lt_R0 _ Y).
    assert (sqrt (var (/ 10) + eps) < sqrt (var (p 1%nat) + eps)) by (apply sqrt_lt_1; lra).
    apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra|lra]. }
  assert (R2 : 0 < p 2%nat < 1) by (apply h_range, Hr).
  assert (L1 := logit_h_p (/ 10) 1 eps Hr (/ 10)). rewrite <- Hp1 in L1.
  assert (L2 := logit_h_p (/ 10) 1 eps Hr (p 1%nat)).
  change (h (/ 10) 1 eps (p 1%nat)) with (p 2%nat) in L2.
  destruct (Rlt_dec (p 2%nat) (p 1%nat)) as [|N]; [assumption|exfalso].
  assert (logit (p 1%nat) <= logit (p 2%nat)).
  { destruct (Req_dec (p 2%nat) (p 1%nat)) as [E|E];
      [rewrite E; lra|left; apply logit_increasing; lra]. }
  lra.
Qed.

(** M1 (no monotonicity). The average need not be monotone in n: one prompt
    with two outcomes, p_ref = 1/10, beta = 1, any eps >= 0, has
    p_1 > p_ref and p_2 < p_1. *)
Theorem average_not_monotone eps :
  0 <= eps ->
  exists ref pis, policy 2 ref /\ same 2 (pis O) ref /\
    ref_run 2 first_correct eps 1 ref pis /\
    average 1 (fun _ => 1) (fun _ => success 2 first_correct ref) <
      average 1 (fun _ => 1) (fun _ => success 2 first_correct (pis 1%nat)) /\
    average 1 (fun _ => 1) (fun _ => success 2 first_correct (pis 2%nat)) <
      average 1 (fun _ => 1) (fun _ => success 2 first_correct (pis 1%nat)).
Proof.
  intros He. set (ref := two (/ 10) (9 / 10)).
  assert (P : policy 2 ref) by (apply two_policy; lra).
  assert (E : success 2 first_correct ref = / 10) by apply two_success.
  assert (Hs : 0 < success 2 first_correct ref < 1) by (rewrite E; lra).
  destruct (ref_run_exists 2 first_correct eps 1 ref ref) as [pis [E0 Hrun]];
    auto; try lra; [apply admissible_interior; auto|].
  assert (S0 : same 2 (pis O) ref) by (intros i _; rewrite E0; reflexivity).
  exists ref, pis. split; [exact P|]. split; [exact S0|]. split; [exact Hrun|].
  unfold average, expect. simpl Rsum.
  assert (A := run_amplifies 2 first_correct eps 1 ref pis ltac:(lra) He P Hs S0 Hrun 0).
  assert (R := recurrence_run 2 first_correct eps 1 ref pis ltac:(lra) He P Hs).
  rewrite E0, E in R. specialize (R P (admissible_interior eps (/ 10) He ltac:(lra)) Hrun).
  assert (D := second_step_down eps He). cbv zeta in D. rewrite <- !R in D. lra.
Qed.

(** * pass@k, coverage, ranking *)

(** M2. pass@m of every policy after the start exceeds that of the
    reference. *)
Theorem pass_at_k_amplified n r eps beta ref pis m :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> ref_run n r eps beta ref pis -> (1 <= m)%nat ->
  forall k, 1 - (1 - success n r ref) ^ m < 1 - (1 - success n r (pis (S k))) ^ m.
Proof.
  intros Hb He Hr Hs E0 Hrun Hm k.
  assert (A := run_amplifies n r eps beta ref pis Hb He Hr Hs E0 Hrun k).
  assert (P := proj1 (Hrun k)). destruct P as [P _].
  assert (R := success_range n r (pis (S k)) P).
  set (a := 1 - success n r (pis (S k))) in *. set (b := 1 - success n r ref) in *.
  assert (L : a ^ m < b ^ m); [|lra].
  destruct m as [|m]; [lia|]. clear Hm. simpl.
  assert (Q1 : 0 <= a ^ m <= b ^ m)
    by (split; [apply pow_le; unfold a; lra|apply pow_incr; unfold a, b; lra]).
  assert (Q2 : 0 < b ^ m) by (apply pow_lt; unfold b; lra).
  assert (a < b) by (unfold a, b; lra). assert (0 <= a) by (unfold a; lra). nra.
Qed.

(** M2. The coverage set and the ranking among outcomes of equal reward never
    change, along the four exact iterations. *)
Theorem coverage_and_ranking_fixed n r eps beta ref pis :
  0 < beta -> 0 <= eps -> policy n ref -> 0 < success n r ref < 1 ->
  same n (pis O) ref -> exact_run n r eps beta ref pis ->
  (forall k i, (i < n)%nat -> (0 < pis k i <-> 0 < ref i)) /\
  (forall k i i', (i < n)%nat -> (i' < n)%nat -> r i = r i' ->
     (pis k i < pis k i' <-> ref i < ref i')).
Proof.
  intros Hb He Hr Hs E0 Hrun.
  destruct (exact_run_family n r eps beta ref pis Hb He Hr Hs E0 Hrun)
    as [mu [[Hmu _] [[_ [Sr Er]] Fk]]].
  assert (C : forall c x y, 0 < c -> (c * x < c * y <-> x < y)).
  { intros c x y Hc. split; intros H; nra. }
  split.
  - intros k i Hi. destruct (Fk k) as [_ [Sk Ek]].
    rewrite (Ek i Hi), (Er i Hi). unfold mix.
    rewrite <- (Rmult_0_r (if r i then success n r (pis k) else 1 - success n r (pis k))) at 1.
    rewrite <- (Rmult_0_r (if r i then success n r ref else 1 - success n r ref)) at 2.
    rewrite !C; [reflexivity| |]; destruct (r i); lra.
  - intros k i i' Hi Hi' Hrr. destruct (Fk k) as [_ [Sk Ek]].
    rewrite (Ek i Hi), (Ek i' Hi'), (Er i Hi), (Er i' Hi'). unfold mix. rewrite Hrr.
    rewrite !C; [reflexivity| |]; destruct (r i'); lra.
Qed.

(** * Relations between parameter settings *)

(** M3. F depends on (beta, eps) only through G(.; eps) / beta. *)
Theorem orbit_depends_on_G_over_beta beta beta' eps eps' :
  (forall x, G eps x / beta = G eps' x / beta') ->
  forall x0 x k, iter (F x0 beta eps) x k = iter (F x0 beta' eps') x k.
Proof.
  intros H x0 x. induction k as [|k IH]; simpl; [reflexivity|].
  rewrite IH. unfold F. rewrite H. reflexivity.
Qed.

(** M3. Two-KL with alpha = 1 is the reference regulariser: same objective,
    same map. *)
Theorem two_kl_at_alpha_1 n r eps beta p ref old pi x0 x :
  L_two n r eps beta 1 p ref old pi = L_one n r eps beta p ref pi /\
  twoKL 1 x0 beta eps x = F x0 beta eps x.
Proof.
  split.
  - unfold L_two, L_one. rewrite Rminus_eq_0. ring.
  - unfold twoKL, F. ring.
Qed.

(** M3. Clipping with e_lo = 1 and e_hi large enough is no clipping: the
    objective is the unclipped one, for every policy. *)
Theorem clipping_vacuous n r eps beta ehi ref old pi :
  clip_setting n r eps beta 1 ehi ref old -> policy n pi ->
  (forall i, (i < n)%nat -> 1 <= (1 + ehi) * old i) ->
  L_clip n r eps beta 1 ehi ref old pi =
  L_one n r eps beta (success n r old) ref pi.
Proof.
  intros [Hr [Hrp [Ho [Hop [Hb [Hl [Hh Ha]]]]]]] Hpi Hbig. unfold L_clip, L_one.
  rewrite clipped_surrogate_sum, <- expect_gain by (auto; lra). f_equal.
  apply Rsum_ext. intros i Hi. specialize (Hbig i Hi).
  assert (P0 : 0 <= pi i) by apply Hpi, Hi.
  assert (P1 : pi i <= 1).
  { destruct Hpi as [H1 H2]. rewrite <- H2. apply Rsum_term_le; auto. }
  unfold clip_gain, gain. destruct (r i).
  - rewrite Rmin_left by lra. ring.
  - rewrite Rmax_left by lra. ring.
Qed.

(** M3. Such e_hi exist for every old policy of full support. *)
Theorem clipping_vacuous_threshold n old :
  policy n old -> positive n old ->
  exists E, 0 <= E /\ forall ehi, E <= ehi ->
    forall i, (i < n)%nat -> 1 <= (1 + ehi) * old i.
Proof.
  intros _ Hpos. exists (Rsum n (fun i => / old i)).
  assert (HP : forall i, (i < n)%nat -> 0 <= / old i)
    by (intros i Hi; left; apply Rinv_0_lt_compat, Hpos, Hi).
  split; [apply Rsum_nonneg, HP|]. intros ehi HE i Hi.
  assert (K := Rsum_term_le n (fun i => / old i) i HP Hi). cbv beta in K.
  specialize (Hpos i Hi).
  assert (/ old i * old i <= (1 + ehi) * old i) by (apply Rmult_le_compat_r; lra).
  rewrite Rinv_l in H by lra. exact H.
Qed.

(** M3. For eps -> infinity with beta sqrt eps = c the map tends to the
    mean-only map x0 + 1/c, uniformly in x: the error is at most
    1 / (4 c eps). *)
Theorem large_smoothing_error x0 c eps x :
  0 < c -> 0 < eps ->
  Rabs (F x0 (c / sqrt eps) eps x - (x0 + 1 / c)) <= 1 / (4 * c * eps).
Proof.
  intros Hc He. set (s := var (sigma x)).
  assert (Hs : 0 < s <= / 4) by (split; [apply var_sigma_pos|apply var_le_quarter]).
  assert (S1 := sqrt_lt_R0 eps He).
  assert (S2 : 0 < sqrt (s + eps)) by (apply sqrt_lt_R0; lra).
  assert (Q1 := sqrt_sqrt eps ltac:(lra)). assert (Q2 := sqrt_sqrt (s + eps) ltac:(lra)).
  assert (E : F x0 (c / sqrt eps) eps x - (x0 + 1 / c)
              = - ((sqrt (s + eps) - sqrt eps) / sqrt (s + eps) / c)).
  { unfold F, G, Omega. fold s. field. lra. }
  assert (L : sqrt eps < sqrt (s + eps)) by (apply sqrt_lt_1; lra).
  assert (D : sqrt (s + eps) - sqrt eps <= s / eps * sqrt (s + eps)).
  { assert (X : (sqrt (s + eps) - sqrt eps) * (sqrt (s + eps) + sqrt eps) = s) by nra.
    apply (Rmult_le_reg_r eps); [exact He|].
    replace (s / eps * sqrt (s + eps) * eps) with (s * sqrt (s + eps)) by (field; lra).
    set (a := sqrt eps) in *. set (b := sqrt (s + eps)) in *.
    rewrite <- Q1, <- X, Rmult_assoc. apply Rmult_le_compat_l; [lra|nra]. }
  rewrite E, Rabs_Ropp, Rabs_right.
  - apply Rle_trans with (s / eps * sqrt (s + eps) / sqrt (s + eps) / c).
    + unfold Rdiv at 1 2 4 5. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, Hc|].
      apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, S2|exact D].
    + replace (s / eps * sqrt (s + eps) / sqrt (s + eps) / c) with (s * / (c * eps))
        by (field; lra).
      replace (1 / (4 * c * eps)) with (/ 4 * / (c * eps)) by (field; lra).
      apply Rmult_le_compat_r; [|lra].
      left. apply Rinv_0_lt_compat, Rmult_lt_0_compat; auto.
  - apply Rle_ge. apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat, Hc].
    apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat, S2].
Qed.

(** M3. The same as a limit, at each x. *)
Theorem large_smoothing_limit x0 c x :
  0 < c -> is_lim (fun eps => F x0 (c / sqrt eps) eps x) p_infty (x0 + 1 / c).
Proof.
  intros Hc. apply is_lim_spec. intros eta.
  exists (Rmax 1 (1 / (4 * c * eta))). intros eps Heps.
  assert (A := Rmax_l 1 (1 / (4 * c * eta))). assert (B := Rmax_r 1 (1 / (4 * c * eta))).
  assert (He : 0 < eps) by lra. assert (Heta := cond_pos eta).
  apply Rle_lt_trans with (1 := large_smoothing_error x0 c eps x Hc He).
  assert (P : 0 < 4 * c * eta) by (repeat apply Rmult_lt_0_compat; lra).
  assert (P' : 0 < 4 * c * eps) by (repeat apply Rmult_lt_0_compat; lra).
  assert (H : 1 < eps * (4 * c * eta)).
  { assert (K : 1 / (4 * c * eta) * (4 * c * eta) = 1) by (field; lra).
    rewrite <- K. apply Rmult_lt_compat_r; lra. }
  apply Rmult_lt_reg_r with (4 * c * eps); [exact P'|].
  replace (1 / (4 * c * eps) * (4 * c * eps)) with 1 by (field; lra). lra.
Qed.
