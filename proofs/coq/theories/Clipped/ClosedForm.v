(** J3: the closed form of the clipped update.  It is the unique maximiser on [0,1] of the
    one-dimensional objective j of J2, equals the min / max formula in log-odds, and has
    five regimes. *)

Require Import Reals Lra Psatz.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import ClippedClass.
From GrpoProofs.Clipped Require Import Map.
Open Scope R_scope.

(** ** Bernoulli divergence *)

Lemma ln_lt_pred : forall x, 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros x Hx Ne. assert (Z := exp_ineq1 (ln x)). rewrite exp_ln in Z by exact Hx.
  assert (ln x <> 0). { intro E. apply Ne. rewrite <- (exp_ln x Hx), E. apply exp_0. }
  specialize (Z H). lra.
Qed.

Lemma kl_pos : forall p q, 0 <= p <= 1 -> 0 < q < 1 -> p <> q -> 0 < kl p q.
Proof.
  intros p q Hp Hq Ne. unfold kl.
  assert (T : forall s t, 0 <= s -> 0 < t -> s <> t -> s - t < s * ln (s / t)).
  { intros s t Hs Ht N. destruct (Req_dec s 0) as [->|N0]; [lra|].
    assert (P : 0 < t / s) by (apply Rdiv_lt_0_compat; lra).
    assert (Q : t / s <> 1). { intro E. apply N. apply Rmult_eq_reg_r with (/ s); [|apply Rinv_neq_0_compat; lra].
      rewrite Rinv_r by lra. unfold Rdiv in E. lra. }
    assert (Z := ln_lt_pred _ P Q).
    replace (s / t) with (/ (t / s)) by (field; lra). rewrite ln_Rinv by exact P.
    assert (s * ln (t / s) < s * (t / s - 1)) by (apply Rmult_lt_compat_l; lra).
    replace (s * (t / s - 1)) with (t - s) in H by (field; lra). lra. }
  assert (A := T p q ltac:(lra) ltac:(lra) Ne).
  assert (B := T (1 - p) (1 - q) ltac:(lra) ltac:(lra) ltac:(lra)). lra.
Qed.

Lemma xlnx_split : forall s t, 0 <= s -> 0 < t -> s * ln (s / t) = s * ln s - s * ln t.
Proof.
  intros s t Hs Ht. destruct (Req_dec s 0) as [->|N]; [lra|].
  unfold Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat; lra.
Qed.

Lemma kl_split : forall p q, 0 <= p <= 1 -> 0 < q < 1 ->
  kl p q = p * ln p + (1 - p) * ln (1 - p) - p * ln q - (1 - p) * ln (1 - q).
Proof. intros p q Hp Hq. unfold kl. rewrite !xlnx_split by lra. ring. Qed.

Lemma logit_ln : forall q, 0 < q < 1 -> logit q = ln q - ln (1 - q).
Proof.
  intros q Hq. unfold logit, Rdiv. rewrite ln_mult, ln_Rinv; try lra. apply Rinv_0_lt_compat; lra.
Qed.

(** Three-point identity. *)
Lemma kl_shift : forall p q r, 0 <= p <= 1 -> 0 < q < 1 -> 0 < r < 1 ->
  kl p r = kl p q + (logit q - logit r) * (p - q) + kl q r.
Proof.
  intros p q r Hp Hq Hr. rewrite !kl_split, !logit_ln by lra. ring.
Qed.

(** ** Supergradients of the clipped gains *)

Lemma supergradient_min : forall c p q t, 0 <= t <= 1 -> (q < c -> t = 1) -> (c < q -> t = 0) ->
  Rmin p c - Rmin q c <= t * (p - q).
Proof.
  intros c p q t Ht H1 H0. destruct (Rtotal_order q c) as [L|[E|L]].
  - rewrite (H1 L). unfold Rmin. repeat destruct Rle_dec; lra.
  - subst. unfold Rmin. repeat destruct Rle_dec; nra.
  - rewrite (H0 L). unfold Rmin. repeat destruct Rle_dec; lra.
Qed.

Section J.
Variables elo ehi pref beta eps pold : R.
Hypothesis Hl : 0 <= elo <= 1.
Hypothesis Hh : 0 <= ehi.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Hypothesis Hp : 0 < pold < 1.

Let cp := clip_plus ehi pold.
Let cm := clip_minus elo pold.
Let wp := w_plus eps pold.
Let wm := w_minus eps pold.
Let j := jfun eps beta elo ehi pref pold.
Let q := clipped_h elo ehi pref beta eps pold.

Lemma j_form : forall p, j p = wp * Rmin p cp + wm * Rmin p cm - wm - beta * kl p pref.
Proof.
  intro p. unfold j, jfun. change (c_plus ehi pold) with cp. change (c_minus elo pold) with cm.
  fold wp wm. assert (E : Rmax (1 - p) (1 - cm) = 1 - Rmin p cm).
  { unfold Rmax, Rmin. repeat destruct Rle_dec; lra. }
  rewrite E. ring.
Qed.

(** A point q with a matching supergradient is the unique maximiser. *)
Lemma maximiser_of_supergradient : forall r tp tm, 0 < r < 1 ->
  0 <= tp <= 1 -> (r < cp -> tp = 1) -> (cp < r -> tp = 0) ->
  0 <= tm <= 1 -> (r < cm -> tm = 1) -> (cm < r -> tm = 0) ->
  wp * tp + wm * tm = beta * (logit r - logit pref) -> unique_argmax j r.
Proof.
  intros r tp tm Hr A1 A2 A3 B1 B2 B3 E.
  destruct (weights_range eps pold He Hp) as [[W1 _] [W2 _]]. fold wp wm in W1, W2.
  assert (D : forall p, 0 <= p <= 1 -> j p <= j r - beta * kl p r).
  { intros p Ip. rewrite !j_form, (kl_shift p r pref) by lra.
    assert (S1 := supergradient_min cp p r tp A1 A2 A3).
    assert (S2 := supergradient_min cm p r tm B1 B2 B3).
    assert (wp * (Rmin p cp - Rmin r cp) <= wp * (tp * (p - r))) by (apply Rmult_le_compat_l; lra).
    assert (wm * (Rmin p cm - Rmin r cm) <= wm * (tm * (p - r))) by (apply Rmult_le_compat_l; lra).
    assert (K : beta * (logit r - logit pref) * (p - r) = (wp * tp + wm * tm) * (p - r)) by (rewrite E; ring).
    lra. }
  assert (K0 : forall p, 0 <= p <= 1 -> p <> r -> j p < j r).
  { intros p Ip Ne. assert (Z := D p Ip). assert (P := kl_pos p r Ip Hr Ne).
    assert (0 < beta * kl p r) by (now apply Rmult_lt_0_compat). lra. }
  split; [lra|]. split.
  - intros y Hy. destruct (Req_dec y r) as [->|N]; [lra | left; now apply K0].
  - intros y Hy Le. destruct (Req_dec y r) as [->|N]; [reflexivity|]. assert (Z := K0 y Hy N). lra.
Qed.

Lemma logit_answer : forall w, logit (answer pref beta w) = logit pref + w / beta.
Proof. intro w. rewrite answer_sigma by exact Hpref. apply logit_sigma. Qed.

Lemma slope_answer : forall w, beta * (logit (answer pref beta w) - logit pref) = w.
Proof. intro w. rewrite logit_answer. field. lra. Qed.

Lemma logit_le : forall x y, 0 < x -> x <= y -> y < 1 -> logit x <= logit y.
Proof. intros x y Hx [H| ->] Hy; [left; now apply logit_increasing | lra]. Qed.

Lemma slope_between_answers : forall r v w, 0 < r < 1 -> v < w ->
  answer pref beta v <= r <= answer pref beta w ->
  v <= beta * (logit r - logit pref) <= w.
Proof.
  intros r v w Hr Hvw [H1 H2].
  assert (R1 := answer_range pref beta v Hpref). assert (R2 := answer_range pref beta w Hpref).
  assert (S1 := slope_answer v). assert (S2 := slope_answer w).
  assert (L1 := logit_le _ _ (proj1 R1) H1 (proj2 Hr)). assert (L2 := logit_le _ _ (proj1 Hr) H2 (proj2 R2)).
  apply (Rmult_le_compat_l beta) in L1; [|lra]. apply (Rmult_le_compat_l beta) in L2; lra.
Qed.

Theorem clipped_h_maximises : unique_argmax j q.
Proof.
  destruct (weights_range eps pold He Hp) as [[W1 _] [W2 _]]. fold wp wm in W1, W2.
  assert (Ws := weights_sum eps pold). fold wp wm in Ws.
  assert (Rq := clipped_range elo ehi pref beta eps pold Hpref Hb He Hp). fold q in Rq.
  assert (Pr : answer pref beta 0 = pref) by now apply answer_0.
  assert (LoHi : (cp < cm /\ clip_lo elo ehi pold = cp /\ clip_hi elo ehi pold = cm /\ w_mid elo ehi eps pold = wm)
     \/ (cm <= cp /\ clip_lo elo ehi pold = cm /\ clip_hi elo ehi pold = cp /\ w_mid elo ehi eps pold = wp)).
  { unfold w_mid, clip_lo, clip_hi. fold cp cm.
    destruct (Rlt_dec cp cm) as [L|L]; [left | right].
    - rewrite Rmin_left, Rmax_right by lra. repeat split; lra.
    - rewrite Rmin_right, Rmax_left by lra. repeat split; lra. }
  assert (Om : 0 < Omega eps pold) by now apply Omega_pos.
  destruct (regimes_exhaustive elo ehi pref beta eps pold Hpref Hb He Hp) as [R|[R|[R|[R|R]]]].
  - (* free *)
    assert (Eq : q = answer pref beta (Omega eps pold)) by (apply regime_free; auto).
    assert (S : beta * (logit q - logit pref) = wp + wm) by (rewrite Eq, slope_answer; lra).
    assert (Q : q <= clip_lo elo ehi pold) by (rewrite Eq; exact R).
    apply (maximiser_of_supergradient q 1 1); auto; try lra; intros; exfalso;
      destruct LoHi as [[? [E [? ?]]]|[? [E [? ?]]]]; rewrite E in Q; lra.
  - (* stuck at lo *)
    assert (Eq : q = clip_lo elo ehi pold) by (apply regime_lo; auto).
    rewrite <- Eq in R.
    destruct LoHi as [[L [E1 [E2 E3]]]|[L [E1 [E2 E3]]]]; rewrite E3 in R; rewrite E1 in Eq.
    + assert (S := slope_between_answers q wm (Omega eps pold) Rq ltac:(lra) R).
      set (t := (beta * (logit q - logit pref) - wm) / wp).
      assert (Et : wp * t = beta * (logit q - logit pref) - wm) by (unfold t; field; lra).
      assert (It : 0 <= t <= 1) by (split; apply Rmult_le_reg_l with wp; lra).
      apply (maximiser_of_supergradient q t 1); auto; lra.
    + assert (S := slope_between_answers q wp (Omega eps pold) Rq ltac:(lra) R).
      set (t := (beta * (logit q - logit pref) - wp) / wm).
      assert (Et : wm * t = beta * (logit q - logit pref) - wp) by (unfold t; field; lra).
      assert (It : 0 <= t <= 1) by (split; apply Rmult_le_reg_l with wm; lra).
      destruct (Req_dec cm cp) as [Ec|Ec].
      * (* both thresholds coincide *)
        set (t' := beta * (logit q - logit pref) / (wp + wm)).
        assert (Et' : (wp + wm) * t' = beta * (logit q - logit pref)) by (unfold t'; field; lra).
        assert (It' : 0 <= t' <= 1) by (split; apply Rmult_le_reg_l with (wp + wm); lra).
        apply (maximiser_of_supergradient q t' t'); auto; lra.
      * apply (maximiser_of_supergradient q 1 t); auto; lra.
  - (* middle *)
    assert (Eq : q = answer pref beta (w_mid elo ehi eps pold)) by (apply regime_mid; auto).
    rewrite <- Eq in R.
    assert (S : beta * (logit q - logit pref) = w_mid elo ehi eps pold) by (rewrite Eq at 1; apply slope_answer).
    destruct LoHi as [[L [E1 [E2 E3]]]|[L [E1 [E2 E3]]]]; rewrite E1, E2 in R; rewrite E3 in S.
    + destruct (Req_dec q cp) as [Qc|Qc].
      * apply (maximiser_of_supergradient q 0 1); auto; lra.
      * destruct (Req_dec q cm) as [Qm|Qm]; apply (maximiser_of_supergradient q 0 1); auto; lra.
    + destruct (Req_dec cm cp) as [Ec|Ec].
      * set (t' := wp / (wp + wm)).
        assert (Et' : (wp + wm) * t' = wp) by (unfold t'; field; lra).
        assert (It' : 0 <= t' <= 1) by (split; apply Rmult_le_reg_l with (wp + wm); lra).
        apply (maximiser_of_supergradient q t' t'); auto; lra.
      * apply (maximiser_of_supergradient q 1 0); auto; lra.
  - (* stuck at hi *)
    assert (Eq : q = clip_hi elo ehi pold) by (apply regime_hi; auto).
    rewrite <- Eq in R. rewrite <- Pr in R at 1.
    destruct LoHi as [[L [E1 [E2 E3]]]|[L [E1 [E2 E3]]]]; rewrite E3 in R; rewrite E2 in Eq.
    + assert (S := slope_between_answers q 0 wm Rq ltac:(lra) R).
      set (t := beta * (logit q - logit pref) / wm).
      assert (Et : wm * t = beta * (logit q - logit pref)) by (unfold t; field; lra).
      assert (It : 0 <= t <= 1) by (split; apply Rmult_le_reg_l with wm; lra).
      apply (maximiser_of_supergradient q 0 t); auto; lra.
    + assert (S := slope_between_answers q 0 wp Rq ltac:(lra) R).
      destruct (Req_dec cm cp) as [Ec|Ec].
      * set (t' := beta * (logit q - logit pref) / (wp + wm)).
        assert (Et' : (wp + wm) * t' = beta * (logit q - logit pref)) by (unfold t'; field; lra).
        assert (It' : 0 <= t' <= 1) by (split; apply Rmult_le_reg_l with (wp + wm); lra).
        apply (maximiser_of_supergradient q t' t'); auto; lra.
      * set (t := beta * (logit q - logit pref) / wp).
        assert (Et : wp * t = beta * (logit q - logit pref)) by (unfold t; field; lra).
        assert (It : 0 <= t <= 1) by (split; apply Rmult_le_reg_l with wp; lra).
        apply (maximiser_of_supergradient q t 0); auto; lra.
  - (* stuck at p_ref *)
    assert (Eq : q = pref) by (apply regime_pref; auto).
    assert (S : beta * (logit q - logit pref) = 0) by (rewrite Eq; ring).
    rewrite <- Eq in R.
    destruct LoHi as [[L [E1 [E2 E3]]]|[L [E1 [E2 E3]]]]; rewrite E2 in R;
      apply (maximiser_of_supergradient q 0 0); auto; try lra; intros; exfalso; lra.
Qed.
End J.

(** ** Log-odds form *)

(** The formula of J3 in log-odds; a threshold that is >= 1 counts as +infinity. *)
Definition clipped_log_odds (elo ehi x0 beta eps x : R) : R :=
  let p := sigma x in
  let top := x0 + Omega eps p / beta in
  let mid := x0 + w_mid elo ehi eps p / beta in
  let inner := if Rlt_dec (clip_hi elo ehi p) 1
    then Rmin mid (Rmax (logit (clip_hi elo ehi p)) x0) else mid in
  if Rlt_dec (clip_lo elo ehi p) 1 then Rmin top (Rmax (logit (clip_lo elo ehi p)) inner) else top.

Lemma sigma_Rmin : forall x y, sigma (Rmin x y) = Rmin (sigma x) (sigma y).
Proof.
  intros x y. unfold Rmin at 1. destruct (Rle_dec x y) as [L|L].
  - symmetry. apply Rmin_left. now apply sigma_le.
  - symmetry. apply Rmin_right. apply sigma_le. lra.
Qed.

Lemma sigma_Rmax : forall x y, sigma (Rmax x y) = Rmax (sigma x) (sigma y).
Proof.
  intros x y. unfold Rmax at 1. destruct (Rle_dec x y) as [L|L].
  - symmetry. apply Rmax_right. now apply sigma_le.
  - symmetry. apply Rmax_left. apply sigma_le. lra.
Qed.

Lemma clipped_F_log_odds : forall elo ehi x0 beta eps x, 0 <= elo -> 0 <= ehi -> 0 < beta -> 0 <= eps ->
  clipped_F elo ehi x0 beta eps x = clipped_log_odds elo ehi x0 beta eps x.
Proof.
  intros elo ehi x0 beta eps x Hl Hh Hb He.
  assert (Hx0 : 0 < sigma x0 < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  assert (Hx : 0 < sigma x < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  rewrite <- (logit_sigma (clipped_log_odds elo ehi x0 beta eps x)). unfold clipped_F. f_equal.
  unfold clipped_h, clipped_log_odds. set (p := sigma x) in *.
  rewrite <- answer_Omega, !answer_sigma, logit_sigma by exact Hx0.
  assert (L := lo_ge_p elo ehi p Hl Hh Hx). assert (L2 := lo_le_hi elo ehi p).
  set (top := x0 + Omega eps p / beta). set (mid := x0 + w_mid elo ehi eps p / beta).
  assert (St := sigma_lt_1 top). assert (Sm := sigma_lt_1 mid).
  set (lo := clip_lo elo ehi p) in *. set (hi := clip_hi elo ehi p) in *.
  assert (In : sigma (if Rlt_dec hi 1 then Rmin mid (Rmax (logit hi) x0) else mid)
               = Rmin (sigma mid) (Rmax hi (sigma x0))).
  { destruct (Rlt_dec hi 1) as [H|H].
    - rewrite sigma_Rmin, sigma_Rmax, sigma_logit by lra. reflexivity.
    - symmetry. apply Rmin_left. apply Rle_trans with hi; [lra | apply Rmax_l]. }
  destruct (Rlt_dec lo 1) as [H|H].
  - rewrite sigma_Rmin, sigma_Rmax, sigma_logit, In by lra. reflexivity.
  - apply Rmin_left. apply Rle_trans with lo; [lra | apply Rmax_l].
Qed.

(** J3. With lo = min(c+, c-), hi = max(c+, c-), l = logit lo (+inf if lo >= 1),
    u = logit hi (+inf if hi >= 1), w_mid = w- if c+ < c- and w+ otherwise: the unique
    maximiser of the clipped one-dimensional objective has log-odds
    min (x0 + Omega/beta, max (l, min (x0 + w_mid/beta, max (u, x0)))).
    For e_lo = e_hi > 0, c+ < c- iff p_old < 1/2. Five regimes: free, stuck at lo, middle,
    stuck at hi, stuck at p_ref. *)
Theorem clipped_update_closed_form : forall elo ehi pref beta eps pold,
  0 <= elo <= 1 -> 0 <= ehi -> 0 < pref < 1 -> 0 < beta -> 0 <= eps -> 0 < pold < 1 ->
  let q := clipped_h elo ehi pref beta eps pold in
  let lo := clip_lo elo ehi pold in let hi := clip_hi elo ehi pold in
  let top := h pref beta eps pold in let mid := answer pref beta (w_mid elo ehi eps pold) in
  unique_argmax (jfun eps beta elo ehi pref pold) q /\
  logit q = clipped_log_odds elo ehi (logit pref) beta eps (logit pold) /\
  (elo = ehi -> 0 < elo -> (clip_plus ehi pold < clip_minus elo pold <-> pold < / 2)) /\
  ((top <= lo /\ q = top) \/ (mid <= lo <= top /\ q = lo) \/ (lo <= mid <= hi /\ q = mid) \/
   (pref <= hi <= mid /\ q = hi) \/ (hi <= pref /\ q = pref)).
Proof.
  intros elo ehi pref beta eps pold Hl Hh Hpref Hb He Hp q lo hi top mid.
  split; [now apply clipped_h_maximises|]. split; [|split].
  - rewrite <- clipped_F_log_odds by (auto; lra). unfold clipped_F.
    now rewrite !sigma_logit by assumption.
  - intros E Pl. unfold clip_plus, clip_minus. rewrite E in *. split; intro H; nra.
  - destruct (regimes_exhaustive elo ehi pref beta eps pold Hpref Hb He Hp) as [R|[R|[R|[R|R]]]].
    + left. split; [exact R | now apply regime_free].
    + right; left. split; [exact R | now apply regime_lo].
    + right; right; left. split; [exact R | now apply regime_mid].
    + right; right; right; left. split; [exact R | now apply regime_hi].
    + right; right; right; right. split; [exact R | now apply regime_pref].
Qed.
