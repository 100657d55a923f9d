(** For a smoothed whitening factor and beta below the largest slope of its gain, some
    reference has an orbit without limit.

    Take the fixed point a = - y with y slightly below the upper fold x2.  It is the only
    fixed point, it is flip-unstable, and the orbit of x0 = psi (- y) can land on it only by
    passing through y exactly.  The orbit comes down from above y in finitely many steps and
    never returns there; moving y a little moves the orbit up and y down, so a nearby y is
    missed. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unimodal Require Import EvenMap.
From GrpoProofs.Whitening Require Import Recurrence Classification Folds.
Open Scope R_scope.

Lemma positive_near : forall (g : R -> R) x, continuity_pt g x -> 0 < g x ->
  exists d, 0 < d /\ forall y, Rabs (y - x) < d -> 0 < g y.
Proof.
  intros g x C P. destruct (continuity_pt_eps g x (g x) C P) as [d [Hd H]].
  exists d. split; [exact Hd|]. intros y Hy. apply H in Hy. apply Rabs_def2 in Hy. lra.
Qed.

Section Below.
Variables (W dg : R -> R) (beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Sm : smoothed W dg.
Hypothesis Hb : 0 < beta.

(** The gap estimate at the upper fold. *)
Hypothesis gap : forall x2, 0 < x2 -> dg x2 = beta -> (forall z, x2 < z -> dg z < beta) ->
  gain W (x2 + (gain W x2 - gain W 0) / beta) - gain W x2 < 2 * beta * x2.

(** Parameter and orbit as functions of y = - a. *)
Definition anchor (y : R) : R := psiW W beta (- y).
Definition Fy (y : R) : R -> R := FW W (anchor y) beta.
Definition X (n : nat) (y : R) : R := iter (Fy y) (anchor y) n.

Let U (y : R) : even_unimodal (Fy y) := FW_even_unimodal W dg (anchor y) beta HW Hb.

Lemma gain_ex_derive : forall x, ex_derive (gain W) x.
Proof. intro x. exists (dg x). apply HW. Qed.

Ltac ex_side := repeat split; first [exact (gain_ex_derive _) | lra | idtac].

Lemma Fy_eq : forall y x, Fy y x = - y + (gain W x - gain W y) / beta.
Proof. intros. unfold Fy, FW, anchor, psiW. rewrite (gain_even W dg HW). field. lra. Qed.

Lemma X_ex_derive : forall n y, ex_derive (X n) y.
Proof.
  induction n; intro y.
  - apply (ex_derive_ext (fun y => - y - gain W (- y) / beta)); [reflexivity|].
    auto_derive. ex_side.
  - apply (ex_derive_ext (fun y => - y + (gain W (X n y) - gain W y) / beta)).
    + intro t. symmetry. apply Fy_eq.
    + auto_derive. ex_side; apply IHn.
Qed.

Lemma ex_derive_continuity_pt : forall g x, ex_derive g x -> continuity_pt g x.
Proof. intros g x D. now apply continuity_pt_filterlim, (ex_derive_continuous g). Qed.

(** Conditions on y that hold near the upper fold. *)
Record good (y : R) : Prop := {
  good_pos : 0 < y;
  good_unstable : beta < dg y;
  good_only : forall x, 0 < x -> Fy y x < x;
  good_critical : Fy y (Fy y 0) < y }.

Section Fold.
Variables x1 x2 : R.
Hypothesis Fo : foldsW dg beta x1 x2.

Lemma good_near : exists y0, x1 < y0 < x2 /\
  forall y, y0 < y < x2 -> good y /\ anchor y < - x2.
Proof.
  assert (Fo' := Fo). destruct Fo' as [H12 [E1 E2]].
  set (A := fun y => 2 * beta * y - (gain W (y + (gain W y - gain W 0) / beta) - gain W y)).
  set (B := fun y => beta * y - (gain W x2 - gain W y)).
  set (C := fun y => gain W y / beta + y - x2).
  assert (PA : 0 < A x2).
  { unfold A. assert (Z := gap x2 ltac:(lra) E2
      (slope_beyond W dg beta HW Hb Sm x1 x2 Fo)). lra. }
  assert (PB : 0 < B x2). { unfold B. assert (0 < beta * x2) by (apply Rmult_lt_0_compat; lra). lra. }
  assert (PC : 0 < C x2).
  { unfold C. assert (0 < gain W x2 / beta) by (apply Rdiv_lt_0_compat; [now apply (gain_pos W dg) | lra]). lra. }
  assert (CA : continuity_pt A x2).
  { apply ex_derive_continuity_pt. unfold A. auto_derive. ex_side. }
  assert (CB : continuity_pt B x2).
  { apply ex_derive_continuity_pt. unfold B. auto_derive. ex_side. }
  assert (CC : continuity_pt C x2).
  { apply ex_derive_continuity_pt. unfold C. auto_derive. ex_side. }
  destruct (positive_near A x2 CA PA) as [dA [HA NA]].
  destruct (positive_near B x2 CB PB) as [dB [HB NB]].
  destruct (positive_near C x2 CC PC) as [dC [HC NC]].
  set (d := Rmin (Rmin dA dB) (Rmin dC (x2 - x1))).
  assert (D1 : d <= Rmin dA dB) by apply Rmin_l. assert (D2 : d <= Rmin dC (x2 - x1)) by apply Rmin_r.
  assert (D3 := Rmin_l dA dB). assert (D4 := Rmin_r dA dB).
  assert (D5 := Rmin_l dC (x2 - x1)). assert (D6 := Rmin_r dC (x2 - x1)).
  assert (Pd : 0 < d) by (unfold d; repeat apply Rmin_glb_lt; lra).
  exists (x2 - d / 2). split; [lra|]. intros y Hy.
  assert (Ry : Rabs (y - x2) < d) by (apply Rabs_def1; lra).
  specialize (NA y ltac:(lra)). specialize (NB y ltac:(lra)). specialize (NC y ltac:(lra)).
  unfold A in NA. unfold B in NB. unfold C in NC.
  split; [constructor|].
  - lra.
  - apply (slope_between W dg beta HW Hb Sm x1 x2 Fo). lra.
  - intros x Px. rewrite Fy_eq.
    assert (Q : gain W x - gain W y < beta * (x + y)).
    { destruct (Rle_dec x x2) as [L|L].
      - assert (gain W x <= gain W x2).
        { destruct (Req_dec x x2); [subst; lra | left; apply (gain_inc W dg HW); lra]. }
        assert (0 < beta * x) by (apply Rmult_lt_0_compat; lra). lra.
      - assert (Z := psi_incr_on W dg beta HW Hb x2 x ltac:(lra)
          (fun z Hz => slope_beyond W dg beta HW Hb Sm x1 x2 Fo z (proj1 Hz))).
        unfold psiW in Z.
        assert (Q : (gain W x - gain W x2) / beta < x - x2).
        { unfold Rdiv. rewrite Rmult_minus_distr_r. unfold Rdiv in Z. lra. }
        apply Rmult_lt_compat_r with (r := beta) in Q; [|exact Hb].
        replace ((gain W x - gain W x2) / beta * beta) with (gain W x - gain W x2) in Q by (field; lra).
        assert (0 < x2 * beta) by (apply Rmult_lt_0_compat; lra). lra. }
    assert ((gain W x - gain W y) / beta < x + y); [|lra].
    apply Rmult_lt_reg_r with beta; [exact Hb|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
  - assert (E0 : Fy y 0 = - (y + (gain W y - gain W 0) / beta)) by (rewrite Fy_eq; field; lra).
    rewrite E0, Fy_eq, (gain_even W dg HW).
    assert ((gain W (y + (gain W y - gain W 0) / beta) - gain W y) / beta < 2 * y); [|lra].
    apply Rmult_lt_reg_r with beta; [exact Hb|]. unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l; lra.
  - unfold anchor, psiW. rewrite (gain_even W dg HW). lra.
Qed.

(** The first steps grow when y decreases. *)
Lemma anchor_decreasing : forall y' y, 0 < y' < y -> anchor y < anchor y'.
Proof. intros y' y H. unfold anchor. apply (psi_increasing_neg W dg); auto; lra. Qed.

Lemma first_step_grows : forall u v, u < v -> v < - x2 -> u + gain W u / beta < v + gain W v / beta.
Proof.
  intros u v Huv Hv.
  assert (Z := psi_incr_on W dg beta HW Hb (- v) (- u) ltac:(lra)
    (fun z Hz => slope_beyond W dg beta HW Hb Sm x1 x2 Fo z ltac:(lra))).
  unfold psiW in Z. rewrite !(gain_even W dg HW) in Z. lra.
Qed.
End Fold.

Section Good.
Variable y : R.
Hypothesis Gy : good y.

Lemma Fy_fix : fixpt (Fy y) (- y).
Proof. apply (fixpt_psi W). reflexivity. Qed.

Lemma neg_y : - y < 0. Proof. destruct Gy. lra. Qed.

Lemma below_stays : forall x, Fy y 0 <= x < y -> Fy y 0 <= Fy y x < y.
Proof.
  intros x Hx. split; [apply (f_low _ (U y))|]. assert (N := neg_y).
  destruct (Rle_dec x (- y)) as [L|L].
  - apply Rle_lt_trans with (Fy y (Fy y 0)); [|apply Gy]. apply (f_ge _ (U y)). lra.
  - assert (Fy y x < - y); [|lra].
    apply (f_lt_a (Fy y) (U y) (- y) Fy_fix N). apply Rabs_def1; lra.
Qed.

(** To land on - y the orbit must pass through y. *)
Lemma landing_through_y : forall x, Fy y x = - y -> x = y \/ x = - y.
Proof.
  intros x E. assert (N := neg_y). assert (Fx := Fy_fix). unfold fixpt in Fx.
  destruct (Rtotal_order (Rabs x) y) as [L|[Q|L]].
  - assert (Z := f_lt_a (Fy y) (U y) (- y) Fy_fix N x). rewrite Ropp_involutive in Z.
    specialize (Z L).  lra.
  - unfold Rabs in Q. destruct (Rcase_abs x); lra.
  - assert (Z := f_gt_a (Fy y) (U y) (- y) Fy_fix N x). rewrite Ropp_involutive in Z.
    specialize (Z L).  lra.
Qed.

Lemma X_low : forall n, Fy y 0 <= X (S n) y.
Proof. intro n. unfold X. simpl. apply (f_low _ (U y)). Qed.

Lemma X_stays_below : forall k, (1 <= k)%nat -> X k y < y -> forall m, (k <= m)%nat -> X m y < y.
Proof.
  intros k Hk Bk m Hm.
  assert (Fy y 0 <= X m y < y); [|lra].
  induction Hm as [|m Hm IH].
  - split; [|exact Bk]. destruct k; [lia | apply X_low].
  - now apply below_stays.
Qed.

Lemma X_0_below : X 0 y < - y.
Proof. unfold X, anchor; simpl. now apply (psi_below W dg). Qed.

(** A landing orbit: some X m = y with m >= 1, staying at or above y from step 1 to m. *)
Lemma landing_shape : (exists n, X n y = - y) ->
  exists m, (1 <= m)%nat /\ X m y = y /\ forall k, (1 <= k <= m)%nat -> y <= X k y.
Proof.
  intros [n Hn]. assert (N := neg_y). assert (X0 := X_0_below).
  assert (E : exists m, X m y = y).
  { induction n as [|n IH]; [lra|].
    destruct (landing_through_y (X n y) Hn) as [Q|Q]; [now exists n | now apply IH]. }
  destruct E as [m Em]. assert (Hm : (1 <= m)%nat) by (destruct m; [lra | lia]).
  exists m. split; [exact Hm|]. split; [exact Em|]. intros k Hk.
  apply Rnot_lt_le. intro L. assert (Z := X_stays_below k ltac:(lia) L m ltac:(lia)). lra.
Qed.

(** An orbit that jumps over y in one step never lands on - y. *)
Lemma jumping_over_never_lands : forall m,
  (forall k, (1 <= k <= m)%nat -> y < X k y) -> X (S m) y < y -> (1 <= m)%nat ->
  forall n, X n y <> - y.
Proof.
  intros m Above Below Hm n E. assert (N := neg_y).
  destruct (landing_shape (ex_intro _ n E)) as [j [Hj [Ej Aj]]].
  destruct (le_lt_dec j m) as [L|L].
  - assert (Z := Above j ltac:(lia)). lra.
  - assert (Z := X_stays_below (S m) ltac:(lia) Below j ltac:(lia)). lra.
Qed.
End Good.

Lemma never_landing_exists : forall top, 0 < top -> beta < dg top -> exists y, good y /\ forall n, X n y <> - y.
Proof.
  intros top Ptop HM. destruct (folds_exist W dg beta HW Hb Sm top Ptop HM) as [x1 [x2 [Fo _]]].
  destruct (good_near x1 x2 Fo) as [y0 [H0 Near]].
  set (y := (y0 + x2) / 2). assert (Hy : y0 < y < x2) by (unfold y; lra).
  destruct (Near y Hy) as [Gy Ay].
  destruct (classic (exists n, X n y = - y)) as [Land|No].
  2:{ exists y. split; [exact Gy|]. intros n E. apply No. now exists n. }
  assert (Py := good_pos y Gy).
  destruct (landing_shape y Gy Land) as [m [Hm [Em Above]]].
  assert (EF : X (S m) y = - y).
  { change (X (S m) y) with (Fy y (X m y)). rewrite Em, <- (f_even _ (U y) y).
    apply Fy_fix. }
  destruct (continuity_pt_eps (X (S m)) y y (ex_derive_continuity_pt _ _ (X_ex_derive (S m) y)) Py)
    as [d [Hd Cd]].
  set (y' := y - Rmin (d / 2) ((y - y0) / 2)).
  assert (P1 : 0 < Rmin (d / 2) ((y - y0) / 2)) by (apply Rmin_glb_lt; lra).
  assert (P2 := Rmin_l (d / 2) ((y - y0) / 2)). assert (P3 := Rmin_r (d / 2) ((y - y0) / 2)).
  assert (Hy' : y0 < y' < y) by (unfold y'; lra).
  destruct (Near y' ltac:(lra)) as [Gy' Ay']. assert (Py' := good_pos y' Gy').
  assert (AD : anchor y < anchor y') by (apply anchor_decreasing; lra).
  assert (Grow : forall k, (k < m)%nat -> X (S k) y < X (S k) y').
  { induction k as [|k IH]; intro Hk.
    - change (anchor y + gain W (anchor y) / beta < anchor y' + gain W (anchor y') / beta).
      now apply (first_step_grows x1 x2 Fo).
    - specialize (IH ltac:(lia)). assert (Q := Above (S k) ltac:(lia)).
      change (anchor y + gain W (X (S k) y) / beta < anchor y' + gain W (X (S k) y') / beta).
      assert (gain W (X (S k) y) / beta < gain W (X (S k) y') / beta); [|lra].
      apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat|]. apply (gain_inc W dg HW); lra. }
  exists y'. split; [exact Gy'|].
  apply (jumping_over_never_lands y' Gy' m); [| |exact Hm].
  - intros k Hk. destruct k as [|k]; [lia|]. assert (Q := Above (S k) ltac:(lia)).
    assert (Z := Grow k ltac:(lia)). lra.
  - assert (Q : Rabs (y' - y) < d) by (rewrite Rabs_left; unfold y'; lra).
    apply Cd in Q. rewrite EF in Q. apply Rabs_def2 in Q. lra.
Qed.

(** If beta is below some slope, some reference has a non-convergent orbit. *)
Theorem nonconvergent_reference : forall top, 0 < top -> beta < dg top ->
  exists pref, 0 < pref < 1 /\ ~ ex_finite_lim_seq (iter (hW W pref beta) pref).
Proof.
  intros top Ptop HM. destruct (never_landing_exists top Ptop HM) as [y [Gy No]].
  assert (Py := good_pos y Gy). assert (N := neg_y y Gy).
  set (pref := sigma (anchor y)).
  assert (Hp : 0 < pref < 1) by (split; [apply sigma_pos | apply sigma_lt_1]).
  assert (El : logit pref = anchor y) by apply logit_sigma.
  exists pref. split; [exact Hp|]. intro Conv.
  assert (Fa : fixpt (FW W (logit pref) beta) (- y)) by (rewrite El; apply Fy_fix).
  assert (Fy_fix' := Fy_fix y).
  assert (La : lowest (FW W (logit pref) beta) (- y)).
  { rewrite El. now apply (neg_fixpt_lowest _ (U y)), N. }
  assert (Ed : FW W (logit pref) beta = Fy y) by (unfold Fy; now rewrite El).
  assert (H0 : FW W (logit pref) beta 0 < 0).
  { rewrite Ed. assert (Z := critical_value_below_low _ (U y) (- y) Fy_fix' N). lra. }
  assert (NoB : forall b, next_fixpt (FW W (logit pref) beta) (- y) b -> - logit pref < b).
  { intros b Nb. exfalso. rewrite Ed in Nb.
    assert (Pb := next_pos _ (U y) (- y) Fy_fix' N b Nb).
    destruct Nb as [Fb _]. assert (Z := good_only y Gy b Pb). unfold fixpt in Fb. lra. }
  destruct (regime_IV_trapped_orbit W dg pref beta HW Hp Hb (- y) H0 La NoB) as [_ Un].
  assert (Hy : beta < - dg (- y)).
  { rewrite (slope_odd W dg HW), Ropp_involutive. apply Gy. }
  destruct (Un Hy) as [Land _]. destruct (Land Conv) as [n Hn].
  rewrite (p_orbit W pref beta Hp) in Hn. apply sigma_inj in Hn. rewrite Ed, El in Hn.
  now apply (No n).
Qed.
End Below.
