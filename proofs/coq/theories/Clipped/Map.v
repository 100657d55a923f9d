(** The clipped success map (one-dimensional reduction), its equivalent forms and its
    elementary properties.

    c+ = p (1 + e_hi) and c- = p + e_lo (1 - p) are the clipping thresholds at
    p = p_old, lo and hi the smaller and the larger of them.  The closed form is
      p_new = min (h p, max (lo, min (mid, max (hi, p_ref)))),
    where mid is the answer to the single weight that is still active between lo
    and hi: w- if c+ < c-, w+ otherwise.  That it maximises the clipped objective
    is proved in [ClosedForm]. *)

Require Import Reals Lra Psatz.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
Open Scope R_scope.

Definition clip_plus (ehi p : R) : R := p * (1 + ehi).
Definition clip_minus (elo p : R) : R := p + elo * (1 - p).
Definition clip_lo (elo ehi p : R) : R := Rmin (clip_plus ehi p) (clip_minus elo p).
Definition clip_hi (elo ehi p : R) : R := Rmax (clip_plus ehi p) (clip_minus elo p).

Definition w_mid (elo ehi eps p : R) : R :=
  if Rlt_dec (clip_plus ehi p) (clip_minus elo p) then w_minus eps p else w_plus eps p.

(** Answer to a constant weight w: log-odds logit p_ref + w / beta. *)
Definition answer (pref beta w : R) : R := / (1 + (1 - pref) / pref * exp (- (w / beta))).

(** The clipped success map. *)
Definition clipped_h (elo ehi pref beta eps p : R) : R :=
  Rmin (h pref beta eps p)
    (Rmax (clip_lo elo ehi p)
      (Rmin (answer pref beta (w_mid elo ehi eps p)) (Rmax (clip_hi elo ehi p) pref))).

(** The same map in log-odds, x0 = logit p_ref. *)
Definition clipped_F (elo ehi x0 beta eps x : R) : R :=
  logit (clipped_h elo ehi (sigma x0) beta eps (sigma x)).

Lemma answer_sigma : forall pref beta w, 0 < pref < 1 -> answer pref beta w = sigma (logit pref + w / beta).
Proof.
  intros pref beta w Hp. unfold answer, sigma.
  rewrite Ropp_plus_distr, exp_plus, (exp_Ropp (logit pref)), exp_logit by exact Hp.
  do 2 f_equal. field. lra.
Qed.

Lemma answer_Omega : forall pref beta eps p, answer pref beta (Omega eps p) = h pref beta eps p.
Proof. reflexivity. Qed.

Lemma answer_increasing : forall pref beta v w, 0 < pref < 1 -> 0 < beta -> v < w ->
  answer pref beta v < answer pref beta w.
Proof.
  intros pref beta v w Hp Hb H. rewrite !answer_sigma by exact Hp. apply sigma_increasing.
  apply Rplus_lt_compat_l, Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | exact H].
Qed.

Lemma answer_le : forall pref beta v w, 0 < pref < 1 -> 0 < beta -> v <= w ->
  answer pref beta v <= answer pref beta w.
Proof.
  intros pref beta v w Hp Hb [H| ->]; [left; now apply answer_increasing | lra].
Qed.

Lemma answer_0 : forall pref beta, 0 < pref < 1 -> 0 < beta -> answer pref beta 0 = pref.
Proof.
  intros pref beta Hp Hb. rewrite answer_sigma by exact Hp. unfold Rdiv.
  rewrite Rmult_0_l, Rplus_0_r. now apply sigma_logit.
Qed.

Lemma answer_range : forall pref beta w, 0 < pref < 1 -> 0 < answer pref beta w < 1.
Proof.
  intros. rewrite answer_sigma by assumption. split; [apply sigma_pos | apply sigma_lt_1].
Qed.

(** Weights at an interior p. *)
Section Weights.
Variables eps p : R.
Hypothesis He : 0 <= eps.
Hypothesis Hp : 0 < p < 1.

Lemma Omega_pos : 0 < Omega eps p.
Proof.
  unfold Omega. assert (Z := var_pos p Hp). apply Rinv_0_lt_compat, sqrt_lt_R0. lra.
Qed.

Lemma w_plus_Omega : w_plus eps p = (1 - p) * Omega eps p.
Proof. reflexivity. Qed.
Lemma w_minus_Omega : w_minus eps p = p * Omega eps p.
Proof. reflexivity. Qed.

Lemma weights_range : 0 < w_plus eps p < Omega eps p /\ 0 < w_minus eps p < Omega eps p.
Proof. rewrite w_plus_Omega, w_minus_Omega. assert (Z := Omega_pos). split; split; nra. Qed.

Lemma weights_sum : w_plus eps p + w_minus eps p = Omega eps p.
Proof. rewrite w_plus_Omega, w_minus_Omega. ring. Qed.

Lemma w_mid_range : forall elo ehi, 0 < w_mid elo ehi eps p < Omega eps p.
Proof. intros. unfold w_mid. destruct Rlt_dec; apply weights_range. Qed.
End Weights.

Section Map.
Variables elo ehi pref beta eps p : R.
Hypothesis Hl : 0 <= elo.
Hypothesis Hh : 0 <= ehi.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Hypothesis Hp : 0 < p < 1.

Let lo := clip_lo elo ehi p.
Let hi := clip_hi elo ehi p.
Let mid := answer pref beta (w_mid elo ehi eps p).
Let top := h pref beta eps p.
Let new := clipped_h elo ehi pref beta eps p.

Lemma lo_le_hi : lo <= hi.
Proof. unfold lo, hi, clip_lo, clip_hi. eapply Rle_trans; [apply Rmin_l | apply Rmax_l]. Qed.

Lemma lo_ge_p : p <= lo.
Proof. unfold lo, clip_lo, clip_plus, clip_minus. apply Rmin_glb; nra. Qed.

Lemma order : pref < mid < top.
Proof.
  destruct (w_mid_range eps p He Hp elo ehi) as [A B]. split.
  - rewrite <- (answer_0 pref beta Hpref Hb) at 1. now apply answer_increasing.
  - unfold top. rewrite <- answer_Omega. now apply answer_increasing.
Qed.

Lemma top_range : 0 < top < 1.
Proof. apply answer_range. exact Hpref. Qed.

(** Maximum form. *)
Lemma clipped_max_form : new = Rmax pref (Rmax (Rmin hi mid) (Rmin lo top)).
Proof.
  unfold new, clipped_h. fold lo hi mid top. assert (O := order). assert (L := lo_le_hi).
  unfold Rmin, Rmax. repeat destruct Rle_dec; lra.
Qed.

Lemma clipped_le_top : new <= top.
Proof. apply Rmin_l. Qed.

Lemma clipped_ge_pref : pref <= new.
Proof. rewrite clipped_max_form. apply Rmax_l. Qed.

Lemma clipped_ge_min : Rmin top lo <= new.
Proof.
  rewrite clipped_max_form, (Rmin_comm top). eapply Rle_trans; [|apply Rmax_r]. apply Rmax_r.
Qed.

Lemma clipped_range : 0 < new < 1.
Proof. assert (A := clipped_ge_pref). assert (B := clipped_le_top). assert (C := top_range). lra. Qed.

(** The clipped and the unclipped step agree iff h p <= lo. *)
Lemma clipped_eq_iff : new = top <-> top <= lo.
Proof.
  assert (O := order). rewrite clipped_max_form.
  assert (M := Rmin_r hi mid). split; intro H.
  - apply Rnot_lt_le. intro N. rewrite (Rmin_left lo top) in H by lra.
    assert (Rmax pref (Rmax (Rmin hi mid) lo) < top); [|lra].
    repeat apply Rmax_lub_lt; lra.
  - rewrite (Rmin_right lo top) by lra.
    rewrite (Rmax_right (Rmin hi mid) top) by lra. apply Rmax_right. lra.
Qed.

(** Five regimes. *)
Lemma regime_free : top <= lo -> new = top.
Proof. apply clipped_eq_iff. Qed.
Lemma regime_lo : mid <= lo <= top -> new = lo.
Proof.
  intro H. assert (O := order). rewrite clipped_max_form.
  rewrite (Rmin_left lo top) by lra. assert (Rmin hi mid <= lo) by (eapply Rle_trans; [apply Rmin_r | lra]).
  rewrite (Rmax_right (Rmin hi mid)) by lra. apply Rmax_right. lra.
Qed.
Lemma regime_mid : lo <= mid <= hi -> new = mid.
Proof.
  intro H. assert (O := order). rewrite clipped_max_form.
  rewrite (Rmin_right hi mid) by lra. assert (Rmin lo top <= mid) by (eapply Rle_trans; [apply Rmin_l | lra]).
  rewrite (Rmax_left mid) by lra. apply Rmax_right. lra.
Qed.
Lemma regime_hi : pref <= hi <= mid -> new = hi.
Proof.
  intro H. assert (O := order). assert (L := lo_le_hi). rewrite clipped_max_form.
  rewrite (Rmin_left hi mid) by lra. assert (Rmin lo top <= hi) by (eapply Rle_trans; [apply Rmin_l | lra]).
  rewrite (Rmax_left hi) by lra. apply Rmax_right. lra.
Qed.
Lemma regime_pref : hi <= pref -> new = pref.
Proof.
  intro H. assert (O := order). assert (L := lo_le_hi). rewrite clipped_max_form.
  apply Rmax_left. apply Rmax_lub; [eapply Rle_trans; [apply Rmin_l | lra]|].
  eapply Rle_trans; [apply Rmin_l | lra].
Qed.
Lemma regimes_exhaustive : top <= lo \/ (mid <= lo <= top) \/ (lo <= mid <= hi) \/
  (pref <= hi <= mid) \/ hi <= pref.
Proof. assert (O := order). assert (L := lo_le_hi). lra. Qed.
End Map.
