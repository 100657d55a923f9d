(** The logistic function, its inverse, and the variance p (1 - p).

    Names provided here:
    - tools: [increasing_on_derive], [ivt_seg];
    - sigma, logit: [sigma_pos], [sigma_lt_1], [sigma_opp], [sigma_0],
      [sigma_logit], [logit_sigma], [sigma_increasing], [logit_increasing],
      [sigma_inj], [logit_inj], [sigma_le], [sigma_lt_iff], [logit_half],
      [logit_compl], [sigma_derive], [logit_derive], [sigma_continuous],
      [sigma_continuity_pt], [sigma_gt_half], [sigma_lt_half];
    - variance: [var_pos], [var_le_quarter], [var_compl], [var_sigma_pos]. *)

Require Import Reals Lra Psatz Ranalysis5.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
Open Scope R_scope.

(** * Two tools *)

Lemma increasing_on_derive (f df : R -> R) (a b : R) :
  (forall x, a <= x <= b -> is_derive f x (df x)) ->
  (forall x, a < x < b -> 0 < df x) -> a < b -> f a < f b.
Proof.
  intros Hd Hp Hab.
  destruct (MVT_cor2 f df a b Hab) as [c [Hc Hcab]].
  - intros c Hc. apply is_derive_Reals. now apply Hd.
  - specialize (Hp c Hcab). nra.
Qed.

Lemma ivt_seg (f : R -> R) (a b y : R) :
  (forall x, a <= x <= b -> continuity_pt f x) -> a <= b ->
  f a <= y <= f b -> exists x, a <= x <= b /\ f x = y.
Proof.
  intros Hc Hab [Ha Hb].
  destruct (Req_dec (f a) y) as [E|E]; [exists a; split; [lra|exact E]|].
  destruct (Req_dec (f b) y) as [E'|E']; [exists b; split; [lra|exact E']|].
  assert (a < b) by (destruct (Req_dec a b); [subst; lra | lra]).
  destruct (IVT_interv (fun x => f x - y) a b) as [z [Hz Hz']]; try lra.
  - intros x Hx. apply continuity_pt_minus; [now apply Hc|].
    apply continuity_pt_const. now intros ? ?.
  - exists z. split; lra.
Qed.

(** * Logistic function and log-odds *)

Lemma sigma_pos x : 0 < sigma x.
Proof. unfold sigma. apply Rinv_0_lt_compat. pose proof (exp_pos (- x)); lra. Qed.

Lemma sigma_lt_1 x : sigma x < 1.
Proof.
  unfold sigma. pose proof (exp_pos (- x)).
  rewrite <- Rinv_1. apply Rinv_lt_contravar; lra.
Qed.

Lemma sigma_opp x : sigma (- x) = 1 - sigma x.
Proof.
  unfold sigma. rewrite Ropp_involutive, exp_Ropp.
  pose proof (exp_pos x). field. lra.
Qed.

Lemma sigma_0 : sigma 0 = / 2.
Proof. unfold sigma. rewrite Ropp_0, exp_0. f_equal; lra. Qed.

Lemma sigma_odds x : sigma x / (1 - sigma x) = exp x.
Proof.
  unfold sigma. rewrite exp_Ropp. pose proof (exp_pos x). field. lra.
Qed.

Lemma logit_sigma x : logit (sigma x) = x.
Proof. unfold logit. rewrite sigma_odds. apply ln_exp. Qed.

Lemma exp_logit p : 0 < p < 1 -> exp (logit p) = p / (1 - p).
Proof. intros Hp. unfold logit. apply exp_ln. apply Rdiv_lt_0_compat; lra. Qed.

Lemma sigma_logit p : 0 < p < 1 -> sigma (logit p) = p.
Proof.
  intros Hp. unfold sigma. rewrite exp_Ropp, exp_logit by exact Hp. field. lra.
Qed.

Lemma sigma_increasing x y : x < y -> sigma x < sigma y.
Proof.
  intros Hxy. unfold sigma. pose proof (exp_pos (- y)). pose proof (exp_pos (- x)).
  apply Rinv_lt_contravar; [nra|].
  apply Rplus_lt_compat_l, exp_increasing. lra.
Qed.

Lemma sigma_le x y : x <= y -> sigma x <= sigma y.
Proof. intros [H|H]; [left; now apply sigma_increasing | right; now subst]. Qed.

Lemma sigma_lt_iff x y : sigma x < sigma y <-> x < y.
Proof.
  split; [|apply sigma_increasing].
  intros H. destruct (Rlt_le_dec x y) as [L|L]; [exact L|].
  apply sigma_le in L. lra.
Qed.

Lemma sigma_inj x y : sigma x = sigma y -> x = y.
Proof. intros H. rewrite <- (logit_sigma x), <- (logit_sigma y). now f_equal. Qed.

Lemma logit_increasing p q : 0 < p -> p < q -> q < 1 -> logit p < logit q.
Proof.
  intros Hp Hpq Hq. apply sigma_lt_iff. rewrite !sigma_logit; lra.
Qed.

Lemma logit_inj p q : 0 < p < 1 -> 0 < q < 1 -> logit p = logit q -> p = q.
Proof.
  intros Hp Hq E. rewrite <- (sigma_logit p Hp), <- (sigma_logit q Hq). now f_equal.
Qed.

Lemma logit_half : logit (/ 2) = 0.
Proof. rewrite <- sigma_0. apply logit_sigma. Qed.

Lemma logit_compl p : 0 < p < 1 -> logit (1 - p) = - logit p.
Proof.
  intros Hp. rewrite <- (sigma_logit p Hp) at 1.
  rewrite <- sigma_opp. apply logit_sigma.
Qed.

Lemma sigma_gt_half x : / 2 < sigma x <-> 0 < x.
Proof. rewrite <- sigma_0. apply sigma_lt_iff. Qed.

Lemma sigma_lt_half x : sigma x < / 2 <-> x < 0.
Proof. rewrite <- sigma_0. apply sigma_lt_iff. Qed.

Lemma sigma_derive x : is_derive sigma x (var (sigma x)).
Proof.
  unfold sigma. auto_derive; pose proof (exp_pos (- x)); [lra|].
  unfold var. field. lra.
Qed.

Lemma logit_derive p : 0 < p < 1 -> is_derive logit p (/ var p).
Proof.
  intros Hp. unfold logit, var. auto_derive.
  - split; [lra|]. split; [|exact I]. apply Rdiv_lt_0_compat; lra.
  - field. lra.
Qed.

Lemma sigma_continuous x : continuous sigma x.
Proof. apply (ex_derive_continuous sigma). eexists. apply sigma_derive. Qed.

Lemma sigma_continuity_pt x : continuity_pt sigma x.
Proof. apply continuity_pt_filterlim, sigma_continuous. Qed.

(** * Variance *)

Lemma var_pos p : 0 < p < 1 -> 0 < var p.
Proof. intros Hp. unfold var. nra. Qed.

Lemma var_nonneg p : 0 <= p <= 1 -> 0 <= var p.
Proof. intros Hp. unfold var. nra. Qed.

Lemma var_le_quarter p : var p <= / 4.
Proof. unfold var. pose proof (Rle_0_sqr (p - / 2)). unfold Rsqr in *. lra. Qed.

Lemma var_compl p : var (1 - p) = var p.
Proof. unfold var. ring. Qed.

Lemma var_sigma_pos x : 0 < var (sigma x).
Proof. apply var_pos. split; [apply sigma_pos | apply sigma_lt_1]. Qed.
