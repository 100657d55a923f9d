(** J16: the clipped step with mirror KL (divergence to the previous policy) or with a
    mixture of both divergences is the reference step with another anchor; the clipped
    mirror sequence increases strictly to 1 and never exceeds the upper threshold. *)

Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Finite Require Import ClippedClass.
From GrpoProofs.Clipped Require Import Map ClosedForm Comparison.
Open Scope R_scope.

(** Objective with the penalty beta (alpha kl(p, p_ref) + (1 - alpha) kl(p, p_old)). *)
Definition jfun_two_kl (alpha eps beta elo ehi pref pold p : R) : R :=
  w_plus eps pold * Rmin p (clip_plus ehi pold)
  - w_minus eps pold * Rmax (1 - p) (1 - clip_minus elo pold)
  - beta * (alpha * kl p pref + (1 - alpha) * kl p pold).

(** Anchor: sigma (alpha logit p_ref + (1 - alpha) logit p_old). *)
Definition anchor_two_kl (alpha pref pold : R) : R :=
  sigma (alpha * logit pref + (1 - alpha) * logit pold).

Lemma kl_mixture : forall alpha p q r, 0 <= p <= 1 -> 0 < q < 1 -> 0 < r < 1 ->
  let g := anchor_two_kl alpha q r in
  alpha * kl p q + (1 - alpha) * kl p r
    = kl p g + (alpha * kl g q + (1 - alpha) * kl g r).
Proof.
  intros alpha p q r Hp Hq Hr g.
  assert (Hg : 0 < g < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  assert (E : logit g = alpha * logit q + (1 - alpha) * logit r) by apply logit_sigma.
  rewrite (kl_shift p g q), (kl_shift p g r) by assumption. rewrite E. ring.
Qed.

(** J16, first part. The unique maximiser of the clipped objective with the mixture penalty
    is the clipped map with the anchor x_bar = alpha x0 + (1 - alpha) x_old in place of x0;
    alpha = 0 is the clipped mirror step with anchor x_old, alpha = 1 the reference step. *)
Theorem clipped_two_kl_step : forall alpha elo ehi pref beta eps pold,
  0 <= alpha <= 1 -> 0 <= elo <= 1 -> 0 <= ehi -> 0 < pref < 1 -> 0 < beta -> 0 <= eps -> 0 < pold < 1 ->
  let g := anchor_two_kl alpha pref pold in
  unique_argmax (jfun_two_kl alpha eps beta elo ehi pref pold) (clipped_h elo ehi g beta eps pold) /\
  logit (clipped_h elo ehi g beta eps pold)
    = clipped_log_odds elo ehi (alpha * logit pref + (1 - alpha) * logit pold) beta eps (logit pold) /\
  (alpha = 0 -> g = pold) /\ (alpha = 1 -> g = pref).
Proof.
  intros alpha elo ehi pref beta eps pold Ha Hl Hh Hpref Hb He Hp g.
  assert (Hg : 0 < g < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  assert (Eg : logit g = alpha * logit pref + (1 - alpha) * logit pold) by apply logit_sigma.
  split; [|split; [|split]].
  - destruct (clipped_h_maximises elo ehi g beta eps pold Hg Hb He Hp) as [A [B D]].
    set (k := alpha * kl g pref + (1 - alpha) * kl g pold).
    assert (J : forall p, 0 <= p <= 1 ->
      jfun_two_kl alpha eps beta elo ehi pref pold p = jfun eps beta elo ehi g pold p - beta * k).
    { intros p Ip. unfold jfun_two_kl, jfun. rewrite (kl_mixture alpha p pref pold Ip Hpref Hp).
      fold g. fold k. unfold clip_plus, clip_minus, c_plus, c_minus. ring. }
    split; [exact A|]. split.
    + intros y Hy. rewrite !J by assumption. specialize (B y Hy). lra.
    + intros y Hy Le. rewrite !J in Le by assumption. apply D; [exact Hy | lra].
  - destruct (clipped_update_closed_form elo ehi g beta eps pold Hl Hh Hg Hb He Hp) as [_ [E _]].
    rewrite E, Eg. reflexivity.
  - intro E. unfold g, anchor_two_kl. rewrite E.
    replace (0 * logit pref + (1 - 0) * logit pold) with (logit pold) by ring. now apply sigma_logit.
  - intro E. unfold g, anchor_two_kl. rewrite E.
    replace (1 * logit pref + (1 - 1) * logit pold) with (logit pref) by ring. now apply sigma_logit.
Qed.

(** The clipped mirror map. *)
Definition clipped_mirror (elo ehi beta eps p : R) : R := clipped_h elo ehi p beta eps p.

Section Mirror.
Variables elo ehi beta eps : R.
Hypothesis Hl : 0 < elo.
Hypothesis Hh : 0 < ehi.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let m := clipped_mirror elo ehi beta eps.

Lemma mirror_range : forall p, 0 < p < 1 -> 0 < m p < 1.
Proof. intros p Hp. now apply clipped_range. Qed.

Lemma mirror_bounds : forall p, 0 < p < 1 ->
  p < Rmin (h p beta eps p) (clip_lo elo ehi p) <= m p /\ m p <= clip_hi elo ehi p.
Proof.
  intros p Hp. assert (O := order elo ehi p beta eps p Hp Hb He Hp).
  assert (L : p < clip_lo elo ehi p).
  { unfold clip_lo, clip_plus, clip_minus. apply Rmin_glb_lt; nra. }
  assert (LH := lo_le_hi elo ehi p).
  split; [split|].
  - apply Rmin_glb_lt; lra.
  - now apply clipped_ge_min.
  - unfold m, clipped_mirror. rewrite clipped_max_form by auto.
    repeat apply Rmax_lub; try lra; (eapply Rle_trans; [apply Rmin_l | lra]).
Qed.

Lemma mirror_lower_continuous : forall p, 0 < p < 1 ->
  continuity_pt (fun q => Rmin (h q beta eps q) (clip_lo elo ehi q)) p.
Proof.
  intros p Hp. apply continuity_pt_Rmin.
  - assert (V := var_pos p Hp). assert (S := sqrt_lt_R0 (var p + eps) ltac:(lra)).
    apply continuity_pt_filterlim, (ex_derive_continuous (fun q => h q beta eps q)).
    unfold h, Omega, var, Rdiv, Rminus in *. auto_derive.
    assert (P : 0 < (1 + - p) * / p) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
    assert (Z := exp_pos (- (/ sqrt (p * (1 + - p) + eps) * / beta))).
    assert (Q := Rmult_lt_0_compat _ _ P Z).
    repeat split; apply Rgt_not_eq || lra; lra.
  - unfold clip_lo, clip_plus, clip_minus.
    assert (D : continuity_pt (fun q : R => q) p) by (apply derivable_continuous_pt, derivable_pt_id).
    assert (K : forall c, continuity_pt (fun _ : R => c) p) by (intro; apply continuity_pt_const; intros ? ?; reflexivity).
    apply continuity_pt_Rmin.
    + now apply continuity_pt_mult.
    + apply continuity_pt_plus; [exact D|]. apply continuity_pt_mult; [apply K|]. now apply continuity_pt_minus.
Qed.

Lemma mirror_converges : forall p0, 0 < p0 < 1 -> is_lim_seq (iter m p0) 1.
Proof.
  intros p0 Hp0.
  assert (In : forall n, 0 < iter m p0 n < 1).
  { intro n. apply (iter_in m (fun y => 0 < y < 1)); [intros; now apply mirror_range | exact Hp0]. }
  assert (Inc : forall n, iter m p0 n < iter m p0 (S n)).
  { intro n. destruct (mirror_bounds _ (In n)) as [B _]. simpl. lra. }
  destruct (ex_finite_lim_seq_incr (iter m p0) 1) as [c Lc].
  { intro n. left. apply Inc. } { intro n. left. apply In. }
  assert (C1 : p0 <= c).
  { apply (is_lim_seq_le (fun _ => p0) (iter m p0) p0 c); [|apply is_lim_seq_const | exact Lc].
    induction n; [simpl; lra|]. specialize (Inc n). lra. }
  assert (C2 : c <= 1).
  { apply (is_lim_seq_le (iter m p0) (fun _ => 1) c 1); [intro n; left; apply In | exact Lc | apply is_lim_seq_const]. }
  destruct (Req_dec c 1) as [->|Ne]; [exact Lc | exfalso].
  assert (Hc : 0 < c < 1) by lra.
  set (g := fun q => Rmin (h q beta eps q) (clip_lo elo ehi q)).
  assert (Lg : is_lim_seq (fun n => g (iter m p0 n)) (g c)).
  { apply is_lim_seq_continuous; [now apply mirror_lower_continuous | exact Lc]. }
  assert (Z : g c <= c).
  { apply (is_lim_seq_le (fun n => g (iter m p0 n)) (fun n => iter m p0 (S n)) (g c) c);
      [|exact Lg | now apply is_lim_seq_S].
    intro n. apply (mirror_bounds _ (In n)). }
  destruct (mirror_bounds c Hc) as [[B _] _]. unfold g in Z. lra.
Qed.
End Mirror.

(** J16, second part. For e_lo, e_hi > 0 the clipped mirror sequence from any p_0 in (0,1) is
    strictly increasing, tends to 1, and never exceeds hi = max (c+, c-) of the previous step. *)
Theorem clipped_mirror_increases_to_1 : forall elo ehi beta eps p0,
  0 < elo -> 0 < ehi -> 0 < beta -> 0 <= eps -> 0 < p0 < 1 ->
  let p := iter (clipped_mirror elo ehi beta eps) p0 in
  (forall n, 0 < p n < 1 /\ p n < p (S n) /\
     p (S n) <= Rmax (p n * (1 + ehi)) (p n + elo * (1 - p n))) /\
  is_lim_seq p 1.
Proof.
  intros elo ehi beta eps p0 Hl Hh Hb He Hp0 p. split; [|now apply mirror_converges].
  intro n.
  assert (In : 0 < p n < 1).
  { apply (iter_in (clipped_mirror elo ehi beta eps) (fun y => 0 < y < 1));
      [intros; now apply mirror_range | exact Hp0]. }
  destruct (mirror_bounds elo ehi beta eps Hl Hh Hb He (p n) In) as [[A1 A2] B].
  split; [exact In|]. split; [simpl; apply Rlt_le_trans with (1 := A1); exact A2 | exact B].
Qed.
