(** The recurrence with an arbitrary whitening factor W (p): p_n = h p_(n-1) with
    h p = 1 / (1 + (1 - p_ref) / p_ref exp (- W p / beta)), in log-odds
    x_n = x0 + g x_(n-1) / beta with g x = W (sigma x).  W p = 1 / sqrt (s + eps) and
    W p = 1 / (sqrt s + e), s = p (1 - p), are the two conventions in use.

    [whitening W dg] states what the classification of orbits needs: W symmetric about 1/2
    and positive there, g differentiable with derivative dg > 0 on x > 0, and the
    cross-ratio inequality on x < 0. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap TwoCycles RightHalf Jump.
Open Scope R_scope.

Definition hW (W : R -> R) (pref beta p : R) : R :=
  / (1 + (1 - pref) / pref * exp (- (W p / beta))).
Definition gain (W : R -> R) (x : R) : R := W (sigma x).
Definition FW (W : R -> R) (x0 beta x : R) : R := x0 + gain W x / beta.

Record whitening (W dg : R -> R) : Prop := {
  wh_symmetric : forall p, W (1 - p) = W p;
  wh_positive : 0 < W (/ 2);
  wh_derive : forall x : R, is_derive (gain W) x (dg x);
  wh_slope : forall x, 0 < x -> 0 < dg x;
  wh_cross : forall a, a < 0 -> cross_ratio_at (gain W) a (dg a) }.

(** What tells the smoothed from the unsmoothed case: W bounded, every slope of the gain
    taken at most twice (at most once) on x > 0. *)
Definition bounded_factor (W : R -> R) : Prop := exists K, forall p, 0 < p < 1 -> W p < K.
Definition slopes_at_most_twice (dg : R -> R) : Prop :=
  forall x y z, 0 < x < y -> y < z -> dg x = dg y -> dg y = dg z -> False.
Definition slopes_at_most_once (dg : R -> R) : Prop := forall x y, 0 < x < y -> dg x <> dg y.

(** * Limits through the logistic function *)

Lemma lim_sigma : forall (x : nat -> R) (c : R),
  is_lim_seq x c -> is_lim_seq (fun n => sigma (x n)) (sigma c).
Proof. intros x c H. apply is_lim_seq_continuous; [apply sigma_continuity_pt | exact H]. Qed.

Lemma sigma_near_1 : forall x, 0 < x -> 1 - / x < sigma x.
Proof.
  intros x Hx. replace (sigma x) with (1 - sigma (- x)) by (rewrite sigma_opp; ring).
  assert (sigma (- x) < / x); [|lra]. unfold sigma. rewrite Ropp_involutive.
  apply Rinv_lt_contravar; [assert (Z := exp_pos x); nra|].
  assert (Z := exp_ineq1 x ltac:(lra)). lra.
Qed.

Lemma lim_sigma_infty : forall x : nat -> R,
  is_lim_seq x p_infty -> is_lim_seq (fun n => sigma (x n)) 1.
Proof.
  intros x H. apply is_lim_seq_spec. intros [e He].
  apply is_lim_seq_spec in H. destruct (H (/ e)) as [N HN]. exists N. intros n Hn. simpl.
  specialize (HN n Hn). assert (0 < / e) by now apply Rinv_0_lt_compat.
  assert (Z := sigma_near_1 (x n) ltac:(lra)). assert (Z2 := sigma_lt_1 (x n)).
  assert (/ x n < e). { rewrite <- (Rinv_inv e). apply Rinv_lt_contravar; nra. }
  rewrite Rabs_left1; lra.
Qed.

(** A bounded sequence of log-odds converges as soon as its probabilities do. *)
Lemma lim_logit : forall (x : nat -> R) K q, (forall n, Rabs (x n) <= K) ->
  is_lim_seq (fun n => sigma (x n)) (Finite q) -> 0 < q < 1 /\ is_lim_seq x (logit q).
Proof.
  intros x K q HK H.
  assert (B : sigma (- K) <= q <= sigma K).
  { split.
    - apply (is_lim_seq_le (fun _ => sigma (- K)) (fun n => sigma (x n)) (sigma (- K)) q);
        [|apply is_lim_seq_const | exact H].
      intro n. apply sigma_le. specialize (HK n). apply Rabs_le_between in HK. lra.
    - apply (is_lim_seq_le (fun n => sigma (x n)) (fun _ => sigma K) q (sigma K));
        [|exact H | apply is_lim_seq_const].
      intro n. apply sigma_le. specialize (HK n). apply Rabs_le_between in HK. lra. }
  assert (Z := sigma_pos (- K)). assert (Z2 := sigma_lt_1 K).
  assert (Hq : 0 < q < 1) by lra. split; [exact Hq|].
  apply is_lim_seq_ext with (fun n => logit (sigma (x n))); [intro; apply logit_sigma|].
  apply is_lim_seq_continuous; [|exact H].
  apply continuity_pt_filterlim, (ex_derive_continuous logit).
  eexists. now apply logit_derive.
Qed.

(** * The map in log-odds *)

Section Map.
Variables (W dg : R -> R) (x0 beta : R).
Hypothesis H : whitening W dg.
Hypothesis Hb : 0 < beta.
Let f := FW W x0 beta.
Let df (x : R) : R := dg x / beta.

Lemma gain_even : forall x, gain W (- x) = gain W x.
Proof. intro x. unfold gain. rewrite sigma_opp. apply H. Qed.

Lemma gain_inc : forall x y, 0 <= x -> x < y -> gain W x < gain W y.
Proof.
  intros x y Hx Hxy. apply (increasing_on_derive (gain W) dg); [| |exact Hxy].
  - intros. apply H.
  - intros z Hz. apply H. lra.
Qed.

Lemma gain_pos : forall x, 0 < gain W x.
Proof.
  assert (Z : 0 < gain W 0) by (unfold gain; rewrite sigma_0; apply H).
  assert (P : forall x, 0 <= x -> 0 < gain W x).
  { intros x [L|E]; [|now rewrite <- E]. assert (Q := gain_inc 0 x (Rle_refl 0) L). lra. }
  intro x. destruct (Rle_dec 0 x); [now apply P|]. rewrite <- gain_even. apply P. lra.
Qed.

Lemma FW_derive : forall x : R, is_derive f x (df x).
Proof.
  intro x. unfold f, FW, df. evar_last.
  - apply (is_derive_plus (fun _ => x0) (fun x => gain W x / beta)); [apply is_derive_const|].
    apply (is_derive_scal_l (gain W) x (dg x) (/ beta)). apply H.
  - unfold plus, zero, scal; simpl; unfold mult; simpl. unfold Rdiv. ring.
Qed.

Lemma FW_even_unimodal : even_unimodal f.
Proof.
  split.
  - intro x. unfold f, FW. now rewrite gain_even.
  - intros x y Hx Hxy. unfold f, FW. apply Rplus_lt_compat_l.
    apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | now apply gain_inc].
  - intro x. apply continuity_pt_filterlim, (ex_derive_continuous f). eexists. apply FW_derive.
Qed.

Lemma FW_0 : f 0 = x0 + W (/ 2) / beta.
Proof. unfold f, FW, gain. now rewrite sigma_0. Qed.

Lemma FW_gt : forall x, x0 < f x.
Proof.
  intro x. assert (Z := f_low f FW_even_unimodal x). rewrite FW_0 in Z.
  assert (0 < W (/ 2) / beta) by (apply Rdiv_lt_0_compat; [apply H | exact Hb]). lra.
Qed.

Lemma FW_bounded : bounded_factor W <-> bounded_above f.
Proof.
  assert (P := Rinv_0_lt_compat beta Hb). split; intros [K HK].
  - exists (x0 + K / beta). intro x. unfold f, FW. apply Rplus_lt_compat_l.
    apply Rmult_lt_compat_r; [exact P|]. apply HK. split; [apply sigma_pos | apply sigma_lt_1].
  - exists (beta * (K - x0)). intros p Hp. specialize (HK (logit p)).
    unfold f, FW, gain in HK. rewrite sigma_logit in HK by exact Hp.
    apply Rmult_lt_reg_r with (/ beta); [exact P|].
    replace (beta * (K - x0) * / beta) with (K - x0) by (field; lra). unfold Rdiv in HK. lra.
Qed.

Lemma FW_cross : forall a, a < 0 -> cross_ratio_at f a (df a).
Proof.
  intros a Ha u v Huv Hv. assert (Z := wh_cross W dg H a Ha u v Huv Hv). unfold df.
  replace (f u - f a) with ((gain W u - gain W a) / beta) by (unfold f, FW; field; lra).
  replace (f a - f v) with ((gain W a - gain W v) / beta) by (unfold f, FW; field; lra).
  replace (f u - f v) with ((gain W u - gain W v) / beta) by (unfold f, FW; field; lra).
  apply Rmult_lt_reg_r with (beta * beta); [nra|].
  replace ((gain W u - gain W a) / beta * ((gain W a - gain W v) / beta) * (v - u) * (beta * beta))
    with ((gain W u - gain W a) * (gain W a - gain W v) * (v - u)) by (field; lra).
  replace (- (dg a / beta) * ((gain W u - gain W v) / beta) * ((a - u) * (v - a)) * (beta * beta))
    with (- dg a * (gain W u - gain W v) * ((a - u) * (v - a))) by (field; lra).
  exact Z.
Qed.

Lemma multiplier_iff : forall a,
  (df a < -1 <-> beta < - dg a) /\ (-1 <= df a <-> - dg a <= beta).
Proof.
  intro a. assert (E : df a * beta = dg a) by (unfold df; field; lra). rewrite <- E.
  assert (S : forall u v, u < v <-> u * beta < v * beta).
  { intros. split; [now apply Rmult_lt_compat_r | now apply Rmult_lt_reg_r]. }
  assert (Z1 := S (df a) (-1)). assert (Z2 := S (-1) (df a)). clearbody df. clear S E.
  split; split; intro Q.
  - apply Z1 in Q. lra.
  - apply Z1. lra.
  - destruct Q as [Q|Q]; [apply Z2 in Q; lra | rewrite <- Q; lra].
  - apply Rnot_lt_le. intro N. apply Z1 in N. lra.
Qed.

Lemma slope_odd : forall x, dg (- x) = - dg x.
Proof.
  intro x. assert (E : is_derive (gain W) (- x) (- dg x)).
  { apply (is_derive_ext (fun t => gain W (- t))); [intro; apply gain_even|].
    apply is_derive_Reals. replace (- dg x) with (dg x * -1) by ring.
    apply (derivable_pt_lim_comp (fun t => - t) (gain W)).
    - apply (derivable_pt_lim_opp id), derivable_pt_lim_id.
    - rewrite Ropp_involutive. apply is_derive_Reals, H. }
  apply is_derive_unique in E. rewrite <- E. symmetry. apply is_derive_unique, H.
Qed.

Lemma slope_sign : forall x, 0 < dg x -> 0 < x.
Proof.
  intros x P. assert (Odd := slope_odd x). destruct (Rtotal_order x 0) as [L|[L|L]]; [| |exact L].
  - assert (Z := wh_slope W dg H (- x) ltac:(lra)). lra.
  - subst x. rewrite Ropp_0 in Odd. lra.
Qed.

Lemma slope_one_iff : forall x, df x = 1 <-> dg x = beta.
Proof.
  intro x. unfold df. split; intro E.
  - apply Rmult_eq_reg_r with (/ beta); [|apply Rinv_neq_0_compat; lra].
    rewrite Rinv_r by lra. exact E.
  - rewrite E. apply Rinv_r. lra.
Qed.

Lemma FW_twice : slopes_at_most_twice dg -> slope_one_at_most_twice df.
Proof.
  intros T x y z Hxyz Ex Ey Ez. apply slope_one_iff in Ex, Ey, Ez.
  apply (T x y z); try lra. split; [apply slope_sign | ]; lra.
Qed.

Lemma FW_once : slopes_at_most_once dg -> slope_one_at_most_once df.
Proof.
  intros T x y Hxy Ex Ey. apply slope_one_iff in Ex, Ey.
  apply (T x y); try lra. split; [apply slope_sign | ]; lra.
Qed.
End Map.

(** * From log-odds to probabilities *)

Section Success.
Variables (W : R -> R) (pref beta : R).
Hypothesis Hp : 0 < pref < 1.
Let x0 := logit pref.
Let f := FW W x0 beta.
Let h := hW W pref beta.

Lemma sigma_FW : forall x, sigma (f x) = h (sigma x).
Proof. intro x. now apply sigma_logit_plus. Qed.

Lemma hW_range : forall p, 0 < h p < 1.
Proof.
  intro p. unfold h, hW. rewrite <- sigma_logit_plus by exact Hp.
  split; [apply sigma_pos | apply sigma_lt_1].
Qed.

Lemma p_orbit : forall n, iter h pref n = sigma (iter f x0 n).
Proof.
  induction n as [|n IH]; simpl; [symmetry; now apply sigma_logit|]. now rewrite IH, sigma_FW.
Qed.

Lemma p_lim : forall c : R, is_lim_seq (iter f x0) c -> is_lim_seq (iter h pref) (sigma c).
Proof.
  intros c L. apply is_lim_seq_ext with (fun n => sigma (iter f x0 n)).
  - intro; symmetry; apply p_orbit.
  - now apply lim_sigma.
Qed.

Lemma p_lim_1 : is_lim_seq (iter f x0) p_infty -> is_lim_seq (iter h pref) 1.
Proof.
  intros L. apply is_lim_seq_ext with (fun n => sigma (iter f x0 n)).
  - intro; symmetry; apply p_orbit.
  - now apply lim_sigma_infty.
Qed.

Lemma p_lim_inv : forall K q, (forall n, Rabs (iter f x0 n) <= K) ->
  is_lim_seq (iter h pref) (Finite q) -> 0 < q < 1 /\ is_lim_seq (iter f x0) (logit q).
Proof.
  intros K q HK L. apply (lim_logit _ K); [exact HK|].
  apply is_lim_seq_ext with (iter h pref); [intro; apply p_orbit | exact L].
Qed.

Lemma fixpt_p : forall d, fixpt h d -> fixpt f (logit d) /\ 0 < d < 1 /\ sigma (logit d) = d.
Proof.
  intros d Fd. assert (Hd : 0 < d < 1) by (rewrite <- Fd; apply hW_range).
  assert (E : sigma (logit d) = d) by now apply sigma_logit.
  repeat split; try lra; try exact E. apply sigma_inj. rewrite sigma_FW, E. exact Fd.
Qed.

Lemma fixpt_x : forall c, fixpt f c -> fixpt h (sigma c).
Proof. intros c Fc. unfold fixpt. rewrite <- sigma_FW. now f_equal. Qed.

Lemma lowest_p : forall a, lowest f a <-> lowest h (sigma a).
Proof.
  intro a. split; intros [Fa La].
  - split; [now apply fixpt_x|]. intros d Fd. destruct (fixpt_p d Fd) as [Fx [_ E]].
    rewrite <- E. apply sigma_le. now apply La.
  - split.
    + destruct (fixpt_p (sigma a) Fa) as [Fx _]. now rewrite logit_sigma in Fx.
    + intros c Fc. apply fixpt_x in Fc.
      apply Rnot_lt_le. intro L. apply sigma_increasing in L. apply La in Fc. lra.
Qed.
End Success.
