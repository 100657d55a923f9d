(** J4, J5, J6: the clipped map C against the unclipped map F in log-odds.  Downward moves
    are never clipped, fixed points are the same, and the two maps coincide near every
    fixed point. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt.
From GrpoProofs.Clipped Require Import Map.
Open Scope R_scope.

Lemma continuity_pt_same : forall f g x, (forall y, f y = g y) ->
  continuity_pt f x -> continuity_pt g x.
Proof.
  intros f g x E C e He. destruct (C e He) as [d [Hd H]]. exists d. split; [exact Hd|].
  intros y Hy. rewrite <- !E. now apply H.
Qed.

Lemma continuity_pt_Rmax : forall f g x, continuity_pt f x -> continuity_pt g x ->
  continuity_pt (fun y => Rmax (f y) (g y)) x.
Proof.
  intros f g x Cf Cg.
  assert (E : forall y, (f y + g y + Rabs (f y - g y)) * / 2 = Rmax (f y) (g y)).
  { intro y. unfold Rmax, Rabs. destruct Rle_dec; destruct Rcase_abs; lra. }
  apply (continuity_pt_same (fun y => (f y + g y + Rabs (f y - g y)) * / 2)); [exact E|].
  apply continuity_pt_mult; [|apply continuity_pt_const; intros ? ?; reflexivity].
  apply (continuity_pt_plus (fun y => f y + g y) (fun y => Rabs (f y - g y)));
    [now apply continuity_pt_plus|].
  apply (continuity_pt_comp (fun y => f y - g y) Rabs);
    [now apply continuity_pt_minus | apply Rcontinuity_abs].
Qed.

Lemma continuity_pt_Rmin : forall f g x, continuity_pt f x -> continuity_pt g x ->
  continuity_pt (fun y => Rmin (f y) (g y)) x.
Proof.
  intros f g x Cf Cg. apply (continuity_pt_same (fun y => - Rmax (- f y) (- g y))).
  { intro y. unfold Rmax, Rmin. repeat destruct Rle_dec; lra. }
  apply continuity_pt_opp.
  apply continuity_pt_Rmax; now apply continuity_pt_opp.
Qed.

Section Compare.
Variables elo ehi x0 beta eps : R.
Hypothesis Hl : 0 < elo.
Hypothesis Hh : 0 < ehi.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := F x0 beta eps.
Let C := clipped_F elo ehi x0 beta eps.
Let lo x := clip_lo elo ehi (sigma x).

Lemma sigma_in : forall x, 0 < sigma x < 1.
Proof. intro x. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

Lemma top_F : forall x, h (sigma x0) beta eps (sigma x) = sigma (f x).
Proof. intro x. rewrite <- sigma_F by apply sigma_in. now rewrite logit_sigma. Qed.

Lemma sigma_C : forall x, sigma (C x) = clipped_h elo ehi (sigma x0) beta eps (sigma x).
Proof. intro x. apply sigma_logit. apply clipped_range; auto using sigma_in. Qed.

Lemma below_lo : forall x, sigma x < lo x.
Proof.
  intro x. assert (S := sigma_in x). unfold lo, clip_lo, clip_plus, clip_minus.
  apply Rmin_glb_lt; nra.
Qed.

Lemma C_le : forall x, C x <= f x.
Proof.
  intro x. apply Rnot_lt_le. intro L. apply sigma_increasing in L. rewrite sigma_C, <- top_F in L.
  assert (Z := clipped_le_top elo ehi (sigma x0) beta eps (sigma x)). lra.
Qed.

Lemma C_eq_iff : forall x, C x = f x <-> sigma (f x) <= lo x.
Proof.
  intro x. rewrite <- top_F. unfold lo.
  rewrite <- (clipped_eq_iff elo ehi (sigma x0) beta eps (sigma x)); auto using sigma_in.
  rewrite <- sigma_C, top_F. split; intro E; [now rewrite E | now apply sigma_inj].
Qed.

Lemma C_ge_min : forall x, Rmin (sigma (f x)) (lo x) <= sigma (C x).
Proof. intro x. rewrite sigma_C, <- top_F. apply clipped_ge_min; auto using sigma_in. Qed.

Lemma C_down : forall x, f x <= x -> C x = f x.
Proof.
  intros x H. apply C_eq_iff. assert (Z := below_lo x). apply sigma_le in H. lra.
Qed.

Lemma C_up : forall x, x < f x -> x < C x.
Proof.
  intros x H. apply sigma_lt_iff. apply Rlt_le_trans with (2 := C_ge_min x).
  apply Rmin_glb_lt; [now apply sigma_increasing | apply below_lo].
Qed.

Lemma C_ge_x0 : forall x, x0 <= C x.
Proof.
  intro x. apply Rnot_lt_le. intro L. apply sigma_increasing in L. rewrite sigma_C in L.
  assert (Z := clipped_ge_pref elo ehi (sigma x0) beta eps (sigma x)
    (sigma_in x0) Hb He (sigma_in x)). lra.
Qed.

Lemma C_gt_x0 : forall x, x0 <= x -> x0 < C x.
Proof.
  intros x H. assert (F1 : x0 < f x) by now apply F_gt.
  destruct (Rlt_le_dec x (f x)) as [L|L].
  - assert (Z := C_up x L). lra.
  - now rewrite C_down.
Qed.

(** J5. *)
Lemma C_fixpt_iff : forall x, fixpt C x <-> fixpt f x.
Proof.
  intro x. unfold fixpt. split; intro E.
  - destruct (Rlt_le_dec x (f x)) as [L|L].
    + assert (Z := C_up x L). lra.
    + now rewrite <- C_down.
  - rewrite C_down; lra.
Qed.

Lemma lo_continuous : forall x, continuity_pt lo x.
Proof.
  intro x. unfold lo, clip_lo, clip_plus, clip_minus.
  assert (S := sigma_continuity_pt x).
  assert (K : forall c, continuity_pt (fun _ : R => c) x) by (intro; apply continuity_pt_const; intros ? ?; reflexivity).
  apply continuity_pt_Rmin.
  - now apply continuity_pt_mult.
  - apply continuity_pt_plus; [exact S|]. apply continuity_pt_mult; [apply K|].
    apply continuity_pt_minus; [apply K | exact S].
Qed.

Lemma sigma_f_continuous : forall x, continuity_pt (fun y => sigma (f y)) x.
Proof.
  intro x. apply (continuity_pt_comp f sigma); [now apply F_continuity_pt | apply sigma_continuity_pt].
Qed.

(** J6, topological part: C = F near every fixed point. *)
Lemma C_eq_near_fixpt : forall x, fixpt f x -> exists d, 0 < d /\ forall y, Rabs (y - x) < d -> C y = f y.
Proof.
  intros x Fx.
  assert (P : 0 < lo x - sigma (f x)) by (rewrite Fx; assert (Z := below_lo x); lra).
  destruct (continuity_pt_eps (fun y => lo y - sigma (f y)) x _
    (continuity_pt_minus lo (fun y => sigma (f y)) x (lo_continuous x) (sigma_f_continuous x)) P) as [d [Hd H]].
  exists d. split; [exact Hd|]. intros y Hy. apply H in Hy. apply Rabs_def2 in Hy.
  apply C_eq_iff. lra.
Qed.

(** A branch-free form, from which C is continuous. *)
Lemma clipped_symmetric_form : forall p, 0 < p < 1 -> forall pref, 0 < pref < 1 ->
  clipped_h elo ehi pref beta eps p =
  Rmax (Rmax pref (Rmin (clip_plus ehi p) (answer pref beta (w_plus eps p))))
       (Rmax (Rmin (clip_minus elo p) (answer pref beta (w_minus eps p)))
             (Rmin (clip_lo elo ehi p) (h pref beta eps p))).
Proof.
  intros p Hp pref Hpref. rewrite clipped_max_form by auto.
  destruct (weights_range eps p He Hp) as [[_ A] [_ B]].
  assert (A1 := answer_le pref beta _ _ Hpref Hb (Rlt_le _ _ A)).
  assert (B1 := answer_le pref beta _ _ Hpref Hb (Rlt_le _ _ B)).
  rewrite answer_Omega in A1, B1.
  unfold w_mid, clip_hi, clip_lo. destruct (Rlt_dec (clip_plus ehi p) (clip_minus elo p)) as [L|L].
  - rewrite (Rmax_right (clip_plus ehi p)), (Rmin_left (clip_plus ehi p) (clip_minus elo p)) by lra.
    set (cp := clip_plus ehi p) in *. set (top := h pref beta eps p) in *.
    assert (M : Rmin cp (answer pref beta (w_plus eps p)) <= Rmin cp top).
    { apply Rmin_glb; [apply Rmin_l | eapply Rle_trans; [apply Rmin_r | exact A1]]. }
    revert M. generalize (Rmin cp (answer pref beta (w_plus eps p))) (Rmin cp top)
      (Rmin (clip_minus elo p) (answer pref beta (w_minus eps p))). intros u v w M.
    unfold Rmax. repeat destruct Rle_dec; lra.
  - rewrite (Rmax_left (clip_plus ehi p)), (Rmin_right (clip_plus ehi p) (clip_minus elo p)) by lra.
    set (cm := clip_minus elo p) in *. set (top := h pref beta eps p) in *.
    assert (M : Rmin cm (answer pref beta (w_minus eps p)) <= Rmin cm top).
    { apply Rmin_glb; [apply Rmin_l | eapply Rle_trans; [apply Rmin_r | exact B1]]. }
    revert M. generalize (Rmin cm (answer pref beta (w_minus eps p))) (Rmin cm top)
      (Rmin (clip_plus ehi p) (answer pref beta (w_plus eps p))). intros u v w M.
    unfold Rmax. repeat destruct Rle_dec; lra.
Qed.

Lemma answer_continuous : forall (w : R -> R) x, continuity_pt w x ->
  continuity_pt (fun y => answer (sigma x0) beta (w y)) x.
Proof.
  intros w x Cw. apply (continuity_pt_same (fun y => sigma (x0 + w y * / beta))).
  { intro y. rewrite answer_sigma by apply sigma_in. now rewrite logit_sigma. }
  apply (continuity_pt_comp (fun y => x0 + w y * / beta) sigma); [|apply sigma_continuity_pt].
  apply continuity_pt_plus; [apply continuity_pt_const; intros ? ?; reflexivity|].
  apply continuity_pt_mult; [exact Cw | apply continuity_pt_const; intros ? ?; reflexivity].
Qed.

Lemma C_continuous : forall x, continuity_pt C x.
Proof.
  intro x. unfold C, clipped_F.
  assert (S := sigma_continuity_pt x).
  assert (K : forall c, continuity_pt (fun _ : R => c) x) by (intro; apply continuity_pt_const; intros ? ?; reflexivity).
  assert (CG : continuity_pt (G eps) x) by now apply G_continuity_pt.
  apply (continuity_pt_comp (fun y => clipped_h elo ehi (sigma x0) beta eps (sigma y)) logit).
  - apply (continuity_pt_same (fun y =>
      Rmax (Rmax (sigma x0) (Rmin (clip_plus ehi (sigma y)) (answer (sigma x0) beta (w_plus eps (sigma y)))))
       (Rmax (Rmin (clip_minus elo (sigma y)) (answer (sigma x0) beta (w_minus eps (sigma y))))
             (Rmin (lo y) (sigma (f y)))))).
    { intro y. rewrite clipped_symmetric_form by apply sigma_in. now rewrite top_F. }
    apply continuity_pt_Rmax; [apply continuity_pt_Rmax; [apply K | apply continuity_pt_Rmin] |
      apply continuity_pt_Rmax; apply continuity_pt_Rmin].
    + unfold clip_plus. now apply continuity_pt_mult.
    + apply (answer_continuous (fun y => (1 - sigma y) * G eps y)).
      apply continuity_pt_mult; [now apply continuity_pt_minus | exact CG].
    + unfold clip_minus. apply continuity_pt_plus; [exact S|]. apply continuity_pt_mult; [apply K|].
      now apply continuity_pt_minus.
    + apply (answer_continuous (fun y => sigma y * G eps y)). now apply continuity_pt_mult.
    + apply lo_continuous.
    + apply sigma_f_continuous.
  - apply continuity_pt_filterlim, (ex_derive_continuous logit). eexists. apply logit_derive.
    apply clipped_range; auto using sigma_in.
Qed.
End Compare.

(** J4. For e_lo, e_hi > 0, in log-odds, l = logit lo (+inf if lo >= 1): p_old < lo;
    C x <= F x; C x = F x iff F x <= l, in particular whenever F x <= x;
    C x >= min (F x, l); C x >= x0; from p_ref, p_n > p_ref for every n >= 1. *)
Theorem clipped_versus_unclipped : forall elo ehi x0 beta eps x,
  0 < elo -> 0 < ehi -> 0 < beta -> 0 <= eps ->
  let f := F x0 beta eps in let C := clipped_F elo ehi x0 beta eps in
  let lo := clip_lo elo ehi (sigma x) in
  sigma x < lo /\ C x <= f x /\
  (C x = f x <-> (lo < 1 -> f x <= logit lo)) /\ (f x <= x -> C x = f x) /\
  (lo < 1 -> Rmin (f x) (logit lo) <= C x) /\ (1 <= lo -> f x <= C x) /\
  x0 <= C x /\ (forall n, x0 < iter C x0 (S n)).
Proof.
  intros elo ehi x0 beta eps x Hl Hh Hb He f C lo.
  assert (Z : sigma x < lo) by now apply below_lo. assert (S := sigma_in x).
  assert (Eq := C_eq_iff elo ehi x0 beta eps Hb He x).
  split; [exact Z|]. split; [now apply C_le|]. split; [|split; [|split; [|split; [|split]]]].
  - unfold C, f. rewrite Eq. fold lo. split; intro H.
    + intro L1. apply Rnot_lt_le. intro N. apply sigma_increasing in N. rewrite sigma_logit in N; lra.
    + destruct (Rlt_le_dec lo 1) as [L|L].
      * rewrite <- (sigma_logit lo) by lra. apply sigma_le. now apply H.
      * assert (Q := sigma_lt_1 (F x0 beta eps x)). lra.
  - intro H. now apply C_down.
  - intro L. assert (M := C_ge_min elo ehi x0 beta eps Hb He x). fold lo in M.
    apply Rnot_lt_le. intro N. apply sigma_increasing in N.
    assert (Sl : sigma (logit lo) = lo) by (apply sigma_logit; lra).
    assert (Q : Rmin (sigma (f x)) lo <= sigma (C x)) by exact M.
    assert (Q2 : sigma (Rmin (f x) (logit lo)) <= Rmin (sigma (f x)) lo).
    { apply Rmin_glb; [|rewrite <- Sl at 2]; apply sigma_le; [apply Rmin_l | apply Rmin_r]. }
    lra.
  - intro L. right. symmetry. apply Eq. fold lo. assert (Q := sigma_lt_1 (F x0 beta eps x)). lra.
  - now apply C_ge_x0.
  - intro n. change (iter C x0 (Datatypes.S n)) with (C (iter C x0 n)).
    apply C_gt_x0; auto. destruct n; [simpl; lra | simpl; now apply C_ge_x0].
Qed.

(** J5. For e_lo, e_hi > 0 the fixed points of the clipped map are exactly those of F
    (in log-odds, that is in (0,1)). *)
Theorem clipped_fixed_points_unchanged : forall elo ehi x0 beta eps,
  0 < elo -> 0 < ehi -> 0 < beta -> 0 <= eps ->
  forall x, fixpt (clipped_F elo ehi x0 beta eps) x <-> fixpt (F x0 beta eps) x.
Proof. intros. now apply C_fixpt_iff. Qed.

(** J6. C = F in a neighbourhood of every fixed point; so C is differentiable there with
    the same multiplier, and stability and local rates are those of F. *)
Theorem clipped_local_dynamics_unchanged : forall elo ehi x0 beta eps,
  0 < elo -> 0 < ehi -> 0 < beta -> 0 <= eps ->
  forall x, fixpt (F x0 beta eps) x ->
  (exists d, 0 < d /\ forall y, Rabs (y - x) < d -> clipped_F elo ehi x0 beta eps y = F x0 beta eps y) /\
  is_derive (clipped_F elo ehi x0 beta eps) x (dG eps x / beta) /\
  is_derive (F x0 beta eps) x (dG eps x / beta).
Proof.
  intros elo ehi x0 beta eps Hl Hh Hb He x Fx.
  assert (N := C_eq_near_fixpt elo ehi x0 beta eps Hl Hh Hb He x Fx).
  split; [exact N|]. split; [|now apply F_derive].
  destruct N as [d [Hd H]]. apply (is_derive_ext_loc (F x0 beta eps)); [|now apply F_derive].
  exists (mkposreal d Hd). intros y By. symmetry. apply H.
  unfold ball in By; simpl in By; unfold AbsRing_ball, abs, minus, plus, opp in By; simpl in By. exact By.
Qed.
