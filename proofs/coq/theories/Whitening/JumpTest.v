(** Closed-form test for the jump, y = - x0 > b, from the folds x1 < x2 of psi, for any
    smoothed whitening factor.  Here b is the fixed point on the middle branch [x1, x2]; for
    a critical value below 0 it is the second one. *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap Jump.
From GrpoProofs.Whitening Require Import Recurrence Folds.
Open Scope R_scope.

Section Test.
Variables (W dg : R -> R) (pref beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Sm : smoothed W dg.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Let x0 := logit pref.
Let f := FW W x0 beta.
Let y := - x0.
Let U : even_unimodal f := FW_even_unimodal W dg x0 beta HW Hb.

(** F y > y at y = - x0 is the closed-form test, and means p_1 > 1 - p_ref. *)
Lemma up_iff_test : y < f y <-> 2 * beta * y < gain W y.
Proof.
  unfold f, FW, y. split; intro H.
  - assert (Q : - x0 * 2 < gain W (- x0) / beta) by lra.
    apply Rmult_lt_compat_r with (r := beta) in Q; [|exact Hb].
    replace (gain W (- x0) / beta * beta) with (gain W (- x0)) in Q by (field; lra). lra.
  - assert (Q : - x0 * 2 < gain W (- x0) / beta); [|lra].
    apply Rmult_lt_reg_r with beta; [exact Hb|].
    replace (gain W (- x0) / beta * beta) with (gain W (- x0)) by (field; lra). lra.
Qed.

Lemma first_step_iff : 1 - pref < hW W pref beta pref <-> y < f y.
Proof.
  assert (E : hW W pref beta pref = sigma (f x0)).
  { unfold f. unfold x0 at 1. rewrite (sigma_FW W pref beta Hp). unfold x0. now rewrite sigma_logit. }
  assert (E2 : 1 - pref = sigma y) by (unfold y, x0; rewrite sigma_opp, sigma_logit; auto).
  assert (E3 : f x0 = f y) by (unfold y; symmetry; apply (f_even f U)).
  rewrite E, E2, E3. apply sigma_lt_iff.
Qed.

Variables x1 x2 b : R.
Hypothesis Fo : foldsW dg beta x1 x2.
Hypothesis Hb12 : x1 <= b <= x2.
Hypothesis Fb : fixpt f b.
Let up_psi : forall x, x < f x <-> psiW W beta x < x0 := up_iff_psi W beta x0.
Let psi_middle := psi_middle W dg beta HW Hb Sm x1 x2 Fo.
Let psi_upper := psi_upper W dg beta HW Hb Sm x1 x2 Fo.

Lemma middle_up_iff : forall x, x1 <= x <= x2 -> (x < f x <-> b < x).
Proof.
  intros x Hx. rewrite up_psi. assert (Eb := Fb). apply (fixpt_psi W) in Eb. split; intro H.
  - apply Rnot_le_lt. intros [L|E]; [assert (Z := psi_middle x b ltac:(lra) L ltac:(lra)); lra | subst; lra].
  - assert (Z := psi_middle b x ltac:(lra) H ltac:(lra)). lra.
Qed.

(** The upper fixed point c >= x2. *)
Lemma upper_fixpt_exists : exists c, x2 <= c /\ fixpt f c.
Proof.
  destruct (proj1 (FW_bounded W x0 beta Hb) (sm_bounded W dg Sm)) as [u Fu]. fold f in Fu.
  assert (U2 : x2 <= f x2).
  { destruct (Rle_lt_or_eq_dec b x2) as [L|E]; [lra| |].
    - left. assert (H12 := proj1 Fo). apply middle_up_iff; lra.
    - rewrite <- E. right. symmetry. exact Fb. }
  destruct (fixpt_between f x2 u) as [c [Hc Fc]].
  - specialize (Fu x2). lra.
  - intros. now apply (f_cont f U).
  - left. split; [exact U2 | left; apply Fu].
  - exists c. split; [lra | exact Fc].
Qed.

Lemma upper_up_iff : forall c, x2 <= c -> fixpt f c -> forall x, x2 <= x -> (x < f x <-> x < c).
Proof.
  intros c Hc Fc x Hx. rewrite up_psi. apply (fixpt_psi W) in Fc. split; intro H.
  - apply Rnot_le_lt. intros [L|E]; [assert (Z := psi_upper c x ltac:(lra) L); lra | subst; lra].
  - assert (Z := psi_upper x c ltac:(lra) H). lra.
Qed.

Lemma up_window : forall c, x2 <= c -> fixpt f c -> forall x, x1 < x -> (x < f x <-> b < x < c).
Proof.
  intros c Hc Fc x Hx. destruct (Rle_dec x x2) as [L|L].
  - rewrite (middle_up_iff x) by lra. split; [|tauto]. intro H. split; [exact H|].
    destruct (Rlt_le_dec x c) as [Q|Q]; [exact Q | exfalso].
    assert (E : c = x2) by lra. assert (x = x2) by lra. subst x c.
    assert (Z := proj2 (middle_up_iff x2 ltac:(assert (Q0 := proj1 Fo); lra)) H). unfold fixpt in Fc. lra.
  - rewrite (upper_up_iff c Hc Fc x) by lra. split; intro H; [split; lra | lra].
Qed.
(** F7, any smoothed factor. Let y = - x0, x1 < x2 the folds, b the fixed point with
    x1 <= b <= x2. Jump (y > b) iff y > x2, or x1 < y <= x2 and g y > 2 beta y. With c >= x2
    the upper fixed point (it exists): p_1 > 1 - p_ref and y > x1 iff b < y < c; hence jump
    iff y > x2, or y > x1 and p_1 > 1 - p_ref. *)
Theorem jump_test :
  (b < y <-> (x2 < y \/ (x1 < y <= x2 /\ 2 * beta * y < gain W y))) /\
  (exists c, x2 <= c /\ fixpt f c /\
     (1 - pref < hW W pref beta pref /\ x1 < y <-> b < y < c)) /\
  (b < y <-> (x2 < y \/ (x1 < y /\ 1 - pref < hW W pref beta pref))).
Proof.
  assert (T := up_iff_test). assert (S := first_step_iff). assert (Mid := middle_up_iff).
  split; [|split].
  - split.
    + intro H. destruct (Rlt_le_dec x2 y) as [L|L]; [now left | right].
      split; [lra|]. apply T. apply Mid; lra.
    + intros [H|[H1 H2]]; [lra|]. apply Mid; [lra | now apply T].
  - destruct upper_fixpt_exists as [c [Hc Fc]].
    exists c. split; [exact Hc|]. split; [exact Fc|]. rewrite S.
    assert (Wi := up_window c Hc Fc). split.
    + intros [H1 H2]. now apply (Wi y H2).
    + intro H. assert (x1 < y) by lra. split; [now apply (Wi y H0) | exact H0].
  - rewrite S. split.
    + intro H. destruct (Rlt_le_dec x2 y) as [L|L]; [now left | right].
      split; [lra | apply Mid; lra].
    + intros [H|[H1 H2]]; [lra|]. destruct (Rle_dec y x2) as [L|L]; [|lra]. apply Mid; [lra | exact H2].
Qed.

End Test.

(** For a critical value below 0 the second fixed point b lies on the middle branch. *)
Theorem second_fixpt_on_middle_branch : forall W dg x0 beta a b x1 x2,
  whitening W dg -> smoothed W dg -> 0 < beta -> foldsW dg beta x1 x2 ->
  fixpt (FW W x0 beta) a -> a < 0 -> next_fixpt (FW W x0 beta) a b -> x1 <= b <= x2.
Proof.
  intros W dg x0 beta a b x1 x2 HW Sm Hb Fo Fa Ha Nb.
  assert (U := FW_even_unimodal W dg x0 beta HW Hb).
  assert (N := Nb). destruct N as [Fb [Hab _]]. assert (H12 := proj1 Fo). split.
  - destruct (slope_one_between _ _ (FW_derive W dg x0 beta HW) a b Hab Fa Fb) as [z [Hz Ez]].
    apply (slope_one_iff dg beta Hb) in Ez.
    destruct (no_other_critical W dg beta HW Hb Sm x1 x2 Fo z Ez); lra.
  - apply Rnot_lt_le. intro L.
    assert (D := below_next _ U a Fa Ha b x2 Nb ltac:(lra)).
    assert (Q := psi_upper W dg beta HW Hb Sm x1 x2 Fo x2 b (Rle_refl _) L).
    apply (fixpt_psi W) in Fb. unfold FW in D. unfold psiW in *. lra.
Qed.
