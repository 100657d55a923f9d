(** Value of the clipped objective against the unclipped one, and the failure
    of the one-dimensional reduction when the old policy has other
    within-class conditionals than the reference. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes ClippedClass.
Open Scope R_scope.

(** Clipping can only lower the objective. *)
Lemma clipped_le_unclipped n r eps beta elo ehi ref old pi :
  clip_setting n r eps beta elo ehi ref old -> policy n pi ->
  L_clip n r eps beta elo ehi ref old pi <=
  L_one n r eps beta (success n r old) ref pi.
Proof.
  intros [Hr [Hrp [Ho [Hop [Hb [Hl [Hh Ha]]]]]]] Hpi. unfold L_clip, L_one.
  assert (Hp := w_plus_nonneg eps _ Ha). assert (Hm := w_minus_nonneg eps _ Ha).
  rewrite clipped_surrogate_sum, <- expect_gain by (auto; lra).
  apply Rplus_le_compat_r. apply Rsum_le. intros i Hi.
  unfold clip_gain, gain. destruct (r i).
  - assert (K := Rmin_l (pi i) ((1 + ehi) * old i)). nra.
  - assert (K := Rmax_l (pi i) ((1 - elo) * old i)). nra.
Qed.

Lemma w_plus_pos eps p : 0 <= eps -> 0 < p < 1 -> 0 < w_plus eps p.
Proof.
  intros He Hp. apply Rdiv_lt_0_compat; [lra|].
  apply admissible_sqrt, admissible_interior; auto.
Qed.

Lemma w_minus_pos eps p : 0 <= eps -> 0 < p < 1 -> 0 < w_minus eps p.
Proof.
  intros He Hp. apply Rdiv_lt_0_compat; [lra|].
  apply admissible_sqrt, admissible_interior; auto.
Qed.

Lemma c_plus_pos ehi pold : 0 <= ehi -> 0 < pold -> 0 < c_plus ehi pold.
Proof. intros. unfold c_plus. apply Rmult_lt_0_compat; lra. Qed.

Lemma c_minus_pos elo pold : 0 <= elo <= 1 -> 0 < pold < 1 -> 0 < c_minus elo pold.
Proof. intros. unfold c_minus. nra. Qed.

(** On mixtures the unclipped objective is the one-dimensional one without
    clipping. *)
Lemma L_one_mix n r eps beta pref pold mu p :
  conditionals n r mu -> 0 < pref < 1 -> 0 <= p <= 1 ->
  L_one n r eps beta pold (mix r pref mu) (mix r p mu)
  = w_plus eps pold * p - w_minus eps pold * (1 - p) - beta * kl p pref.
Proof.
  intros Hmu Hr Hp. unfold L_one, surrogate. rewrite KL_mix by auto.
  rewrite success_failure by (apply mix_policy; auto).
  rewrite success_mix by exact Hmu. reflexivity.
Qed.

(** The two objectives agree at p iff no clip is active there. *)
Lemma clip_inactive eps beta elo ehi pref pold p :
  0 <= eps -> 0 < pold < 1 ->
  (jfun eps beta elo ehi pref pold p =
     w_plus eps pold * p - w_minus eps pold * (1 - p) - beta * kl p pref) <->
  p <= Rmin (c_plus ehi pold) (c_minus elo pold).
Proof.
  intros He Ho. assert (Hp := w_plus_pos eps pold He Ho).
  assert (Hm := w_minus_pos eps pold He Ho). unfold jfun.
  assert (A := Rmin_l p (c_plus ehi pold)).
  assert (B := Rmax_l (1 - p) (1 - c_minus elo pold)).
  split; intros H.
  - assert (E1 : Rmin p (c_plus ehi pold) = p) by nra.
    assert (E2 : Rmax (1 - p) (1 - c_minus elo pold) = 1 - p) by nra.
    apply Rmin_glb.
    + rewrite <- E1. apply Rmin_r.
    + assert (C := Rmax_r (1 - p) (1 - c_minus elo pold)). lra.
  - assert (C := Rmin_l (c_plus ehi pold) (c_minus elo pold)).
    assert (D := Rmin_r (c_plus ehi pold) (c_minus elo pold)).
    rewrite Rmin_left, Rmax_left by lra. reflexivity.
Qed.

(** J17 (arbitrary old policy). The clipped maximum never exceeds the
    unclipped maximum; both are attained. *)
Theorem clipped_maximum_below n r eps beta elo ehi ref old pc pu :
  clip_setting n r eps beta elo ehi ref old ->
  maximises n (policy n) (L_clip n r eps beta elo ehi ref old) pc ->
  maximises n (policy n) (L_one n r eps beta (success n r old) ref) pu ->
  L_clip n r eps beta elo ehi ref old pc <=
  L_one n r eps beta (success n r old) ref pu.
Proof.
  intros HS [Hc _] [_ Hu].
  apply Rle_trans with (L_one n r eps beta (success n r old) ref pc).
  - apply clipped_le_unclipped; auto.
  - apply Hu, Hc.
Qed.

(** J17. With equal within-class conditionals the clipped maximum is j(p_n),
    the unclipped one is beta ln Z, and they agree iff h(p_old) <= min(c+, c-),
    that is F(x_old) <= l with l = logit min(c+, c-), or +infinity when
    min(c+, c-) >= 1. *)
Theorem clipped_objective_value n r eps beta elo ehi pref pold mu pc pu :
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pold < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  let ref := mix r pref mu in
  let old := mix r pold mu in
  let lo := Rmin (c_plus ehi pold) (c_minus elo pold) in
  let Vc := L_clip n r eps beta elo ehi ref old pc in
  let Vu := L_one n r eps beta pold ref pu in
  maximises n (policy n) (L_clip n r eps beta elo ehi ref old) pc ->
  maximises n (policy n) (L_one n r eps beta pold ref) pu ->
  Vc = jfun eps beta elo ehi pref pold (success n r pc) /\
  unique_argmax (jfun eps beta elo ehi pref pold) (success n r pc) /\
  Vu = beta * ln (Zpart n r eps beta pold ref) /\
  Vc <= Vu /\
  (Vc = Vu <-> h pref beta eps pold <= lo) /\
  (Vc = Vu <-> (1 <= lo \/ F (logit pref) beta eps (logit pold) <= logit lo)).
Proof.
  intros Hmu Hpos Hr Ho Hb Hl Hh He ref old lo Vc Vu Mc Mu.
  assert (HS := clip_setting_mix n r eps beta elo ehi pref pold mu
                  Hmu Hpos Hr Ho Hb Hl Hh He).
  fold ref old in HS.
  assert (Hold : success n r old = pold) by (apply success_mix, Hmu).
  assert (Href : success n r ref = pref) by (apply success_mix, Hmu).
  assert (Ha : admissible eps pold) by (apply admissible_interior; auto).
  assert (Pref : policy n ref) by apply HS.
  destruct (clip_step_mix n r eps beta elo ehi pref pold mu ref old pc)
    as [p [Hp [Ap [Sp Ep]]]]; auto; try (intros i Hi; reflexivity).
  assert (EVc : Vc = jfun eps beta elo ehi pref pold p).
  { unfold Vc. rewrite (L_clip_same n r eps beta elo ehi ref (mix r pref mu) old
      (mix r pold mu) pc (mix r p mu)) by (auto; intros i Hi; reflexivity).
    apply L_clip_mix; auto. }
  set (g := gibbs n r eps beta pold ref).
  assert (Hg : policy n g) by (apply gibbs_policy, Pref).
  assert (Ug : unique_max n (policy n) (L_one n r eps beta pold ref) g).
  { apply explicit_optimal_policy; auto; [apply HS|rewrite Href; lra]. }
  set (hh := h pref beta eps pold).
  assert (Hhh : 0 < hh < 1) by (apply h_range; auto).
  assert (Sg : same n g (mix r hh mu)).
  { destruct (gibbs_mix n r eps beta pold ref mu pref Hmu Hr) as [_ K];
      [intros i Hi; reflexivity|exact Pref|].
    fold g in K. unfold g in K at 2. rewrite success_gibbs_h in K by (auto; rewrite Href; auto).
    rewrite Href in K. exact K. }
  assert (EVu : Vu = L_one n r eps beta pold ref g).
  { unfold Vu. apply Rle_antisym; [apply Ug, Mu|apply Mu, Hg]. }
  assert (LM : forall x y, same n x y ->
            L_one n r eps beta pold ref x = L_one n r eps beta pold ref y).
  { intros x y Hxy. unfold L_one, surrogate.
    rewrite (success_same n r x y Hxy), (KL_same_l n x y ref Hxy).
    unfold failure. rewrite (csum_ext n r false x y) by (intros; apply Hxy; auto).
    reflexivity. }
  assert (EVu' : Vu = w_plus eps pold * hh - w_minus eps pold * (1 - hh)
                      - beta * kl hh pref).
  { rewrite EVu, (LM g _ Sg). apply L_one_mix; auto; lra. }
  assert (Hle : forall q, policy n q ->
    L_clip n r eps beta elo ehi ref old q <= L_one n r eps beta pold ref q).
  { intros q Hq. rewrite <- Hold. apply clipped_le_unclipped; auto. }
  assert (HV : Vc <= Vu) by
    (apply Rle_trans with (2 := proj2 Mu pc (proj1 Mc)); apply Hle, Mc).
  assert (Q : Vc = Vu <-> hh <= lo).
  { unfold lo. rewrite <- (clip_inactive eps beta elo ehi pref pold hh He Ho).
    rewrite <- EVu'. split; intros E.
    - assert (Mpc : maximises n (policy n) (L_one n r eps beta pold ref) pc).
      { split; [apply Mc|]. intros q Hq. apply Rle_trans with Vu; [apply Mu, Hq|].
        rewrite <- E. apply Hle, Mc. }
      assert (K : p = hh).
      { rewrite <- Ep. rewrite (success_same n r pc g (proj2 Ug pc Mpc)).
        rewrite (success_same n r g _ Sg). apply success_mix, Hmu. }
      rewrite <- E, EVc, K. reflexivity.
    - apply Rle_antisym; [exact HV|]. rewrite <- E, EVc. apply Ap. lra. }
  rewrite Ep. split; [exact EVc|]. split; [exact Ap|]. split.
  { rewrite EVu. apply optimal_value; auto. }
  split; [exact HV|]. split; [exact Q|]. rewrite Q.
  assert (Hlo : 0 < lo) by
    (apply Rmin_pos; [apply c_plus_pos; lra|apply c_minus_pos; auto]).
  assert (EL : F (logit pref) beta eps (logit pold) = logit hh).
  { unfold F, G. rewrite sigma_logit by exact Ho. symmetry. apply logit_h_p, Hr. }
  rewrite EL. split; intros H.
  - destruct (Rle_dec 1 lo) as [L|L]; [left; exact L|right].
    destruct H as [H|H]; [left; apply logit_increasing; lra|rewrite H; lra].
  - destruct H as [H|H]; [lra|].
    destruct (Rle_dec 1 lo) as [L|L]; [lra|].
    destruct (Rle_dec hh lo) as [K|K]; [exact K|].
    assert (logit lo < logit hh) by (apply logit_increasing; lra). lra.
Qed.
