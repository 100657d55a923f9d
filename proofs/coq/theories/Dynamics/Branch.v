(** The derivative of a branch of solutions of an equation with one parameter. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Linearisation.
Open Scope R_scope.

(** The solutions x of S t x near (t0, xs) form, for t near t0, a single branch whose
    derivative at t0 is l. *)
Definition branch_derivative (S : R -> R -> Prop) (t0 xs l : R) : Prop :=
  exists r, 0 < r /\ forall e, 0 < e -> exists d, 0 < d /\
    forall t, Rabs (t - t0) < d -> exists x, Rabs (x - xs) < r /\ S t x /\
      (forall y, Rabs (y - xs) < r -> S t y -> y = x) /\
      Rabs (x - xs - l * (t - t0)) <= e * Rabs (t - t0).

(** In particular every continuous selection of solutions is differentiable. *)
Lemma branch_is_derive (S : R -> R -> Prop) (t0 xs l : R) (X : R -> R) :
  branch_derivative S t0 xs l -> X t0 = xs -> continuity_pt X t0 ->
  (exists d, 0 < d /\ forall t, Rabs (t - t0) < d -> S t (X t)) -> is_derive X t0 l.
Proof.
  intros [r [Pr H]] E0 Hc [d0 [P0 HS]]. apply is_derive_Reals. intros e He.
  destruct (H (e / 2) ltac:(lra)) as [d1 [P1 H1]].
  destruct (Hc r Pr) as [d2 [P2 H2]]. unfold dist in H2; simpl in H2. unfold R_dist in H2.
  set (d := Rmin d0 (Rmin d1 d2)).
  assert (Pd : 0 < d) by (unfold d; repeat apply Rmin_pos; assumption).
  assert (L0 : d <= d0) by apply Rmin_l.
  assert (L1 : d <= d1) by (eapply Rle_trans; [apply Rmin_r|apply Rmin_l]).
  assert (L2 : d <= d2) by (eapply Rle_trans; [apply Rmin_r|apply Rmin_r]).
  exists (mkposreal d Pd). simpl. intros k Hk Hkd.
  destruct (H1 (t0 + k)) as [x [Hx [_ [Un B]]]].
  { replace (t0 + k - t0) with k by ring. lra. }
  replace (t0 + k - t0) with k in B by ring.
  assert (Ex : X (t0 + k) = x).
  { apply Un.
    - rewrite <- E0. apply H2. split.
      + split; [exact I|]. intros Q. apply Hk. lra.
      + replace (t0 + k - t0) with k by ring. lra.
    - apply HS. replace (t0 + k - t0) with k by ring. lra. }
  rewrite Ex, E0.
  replace ((x - xs) / k - l) with ((x - xs - l * k) / k) by (field; exact Hk).
  unfold Rdiv. rewrite Rabs_mult, Rabs_inv.
  pose proof (Rabs_pos_lt k Hk). apply (Rmult_lt_reg_r (Rabs k)); [assumption|].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. nra.
Qed.

(** Local inversion of a map with a continuous non-zero derivative. *)
Lemma local_inverse (T dT : R -> R) (xs r0 : R) : 0 < r0 ->
  (forall x, Rabs (x - xs) < r0 -> is_derive T x (dT x)) ->
  continuity_pt dT xs -> dT xs <> 0 ->
  exists r1, 0 < r1 <= r0 /\ forall r, 0 < r <= r1 ->
  forall e, 0 < e -> exists d, 0 < d /\
    forall t, Rabs (t - T xs) < d -> exists x, Rabs (x - xs) < r /\ T x = t /\
      (forall y, Rabs (y - xs) < r -> T y = t -> y = x) /\
      Rabs (x - xs - / dT xs * (t - T xs)) <= e * Rabs (t - T xs).
Proof.
  intros Pr0 Hd Hc Hn. set (l := dT xs) in *. pose proof (Rabs_pos_lt l Hn) as Pl.
  destruct (Hc (Rabs l / 2) ltac:(lra)) as [r2 [P2 H2]].
  unfold dist in H2; simpl in H2. unfold R_dist in H2.
  assert (Near : forall x, Rabs (x - xs) < r2 -> Rabs (dT x - l) < Rabs l / 2).
  { intros x Hx. destruct (Req_dec x xs) as [->|Q].
    - fold l. rewrite Rminus_eq_0, Rabs_R0. lra.
    - apply H2. split; [split; [exact I | auto] | exact Hx]. }
  set (r1 := Rmin r0 (r2 / 1)). 
  assert (L0 : r1 <= r0) by apply Rmin_l.
  assert (L2 : r1 <= r2) by (unfold r1; pose proof (Rmin_r r0 (r2 / 1)); lra).
  assert (P1 : 0 < r1) by (apply Rmin_pos; lra).
  (* distances are expanded by at least |l| / 2 on the neighbourhood *)
  assert (Ex : forall x y, Rabs (x - xs) < r1 -> Rabs (y - xs) < r1 -> x < y ->
    exists c, Rabs (c - xs) < r1 /\ T y - T x = dT c * (y - x)).
  { intros x y Hx Hy Hxy. apply Rabs_def2 in Hx. apply Rabs_def2 in Hy.
    destruct (MVT_cor2 T dT x y Hxy) as [c [E Hcc]].
    - intros c Hcc. apply is_derive_Reals, Hd. apply Rabs_def1; lra.
    - exists c. split; [apply Rabs_def1; lra | exact E]. }
  assert (Un : forall x y, Rabs (x - xs) < r1 -> Rabs (y - xs) < r1 -> T x = T y -> x = y).
  { assert (W : forall x y, Rabs (x - xs) < r1 -> Rabs (y - xs) < r1 -> x < y -> T x <> T y).
    { intros x y Hx Hy Hxy E. destruct (Ex x y Hx Hy Hxy) as [c [Hcc Ec]].
      assert (Z : dT c = 0).
      { rewrite E, Rminus_eq_0 in Ec. symmetry in Ec. apply Rmult_integral in Ec.
        destruct Ec; [assumption | lra]. }
      specialize (Near c ltac:(lra)). rewrite Z, Rminus_0_l, Rabs_Ropp in Near. lra. }
    intros x y Hx Hy E. destruct (Rtotal_order x y) as [L|[L|L]]; [|exact L|].
    - exfalso. now apply (W x y).
    - exfalso. apply (W y x); auto. }
  assert (Ct : forall x, Rabs (x - xs) < r1 -> continuity_pt T x).
  { intros x Hx. apply continuity_pt_filterlim, (ex_derive_continuous T). eexists.
    apply Hd. lra. }
  exists r1. split; [lra|]. intros r Hr e He.
  (* linear approximation at xs with a small error *)
  set (e1 := Rmin (Rabs l / 2) (e * (l * l) / 2)).
  assert (Pll : 0 < l * l) by nra.
  assert (Pe1 : 0 < e1) by (apply Rmin_pos; nra).
  assert (E1a : e1 <= Rabs l / 2) by apply Rmin_l.
  assert (E1b : e1 <= e * (l * l) / 2) by apply Rmin_r.
  assert (Hxs : Rabs (xs - xs) < r0) by (rewrite Rminus_eq_0, Rabs_R0; lra).
  destruct (linear_bound T xs l e1 (Hd xs Hxs) Pe1) as [d1 [Pd1 Hlin]].
  set (k := Rmin (r / 2) (d1 / 2)).
  assert (Pk : 0 < k) by (apply Rmin_pos; lra).
  assert (K1 : k <= r / 2) by apply Rmin_l. assert (K2 : k <= d1 / 2) by apply Rmin_r.
  (* end points of the interval of half-width k *)
  pose proof (Hlin (xs + k) ltac:(replace (xs + k - xs) with k by ring;
    rewrite Rabs_pos_eq; lra)) as Bp.
  pose proof (Hlin (xs - k) ltac:(replace (xs - k - xs) with (- k) by ring;
    rewrite Rabs_Ropp, Rabs_pos_eq; lra)) as Bm.
  replace (xs + k - xs) with k in Bp by ring. replace (xs - k - xs) with (- k) in Bm by ring.
  rewrite Rabs_Ropp in Bm. rewrite (Rabs_pos_eq k) in Bp, Bm by lra.
  assert (Sm : e1 * k <= Rabs l / 2 * k) by (apply Rmult_le_compat_r; lra).
  exists (Rabs l * k / 2). split; [nra|]. intros t Ht.
  assert (Sol : exists x, Rabs (x - xs) <= k /\ T x = t).
  { apply Rabs_def2 in Ht. apply Rabs_le_between in Bp. apply Rabs_le_between in Bm.
    destruct (Rcase_abs l) as [Q|Q].
    - assert (Al : Rabs l = - l) by now apply Rabs_left.
      rewrite Al in *.
      destruct (ivt_seg (fun x => - T x) (xs - k) (xs + k) (- t)) as [x [Hx E]].
      + intros x Hx. apply continuity_pt_opp, Ct. apply Rabs_def1; lra.
      + lra.
      + split; nra.
      + exists x. split; [apply Rabs_le; lra | lra].
    - assert (Al : Rabs l = l) by (apply Rabs_pos_eq; lra).
      rewrite Al in *.
      destruct (ivt_seg T (xs - k) (xs + k) t) as [x [Hx E]].
      + intros x Hx. apply Ct. apply Rabs_def1; lra.
      + lra.
      + split; nra.
      + exists x. split; [apply Rabs_le; lra | exact E]. }
  destruct Sol as [x [Hx E]]. exists x.
  split; [lra|]. split; [exact E|]. split.
  - intros y Hy Ey. apply Un; try lra.
  - pose proof (Hlin x ltac:(lra)) as B. rewrite E in B.
    set (u := x - xs) in *. set (v := t - T xs) in *.
    assert (Bu : Rabs l / 2 * Rabs u <= Rabs v).
    { assert (T1 : Rabs (l * u) <= Rabs v + Rabs (v - l * u)).
      { assert (Eq : l * u = v - (v - l * u)) by ring. rewrite Eq at 1.
        eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra. }
      rewrite Rabs_mult in T1. pose proof (Rabs_pos u).
      assert (e1 * Rabs u <= Rabs l / 2 * Rabs u) by (apply Rmult_le_compat_r; lra). lra. }
    replace (u - / l * v) with (- / l * (v - l * u)) by (field; exact Hn).
    rewrite Rabs_mult, Rabs_Ropp, Rabs_inv.
    apply (Rmult_le_reg_l (Rabs l)); [exact Pl|].
    rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra.
    eapply Rle_trans; [exact B|].
    assert (Al : Rabs l * Rabs l = l * l) by (rewrite <- Rabs_mult; apply Rabs_pos_eq; lra).
    pose proof (Rabs_pos u) as Pu.
    assert (S1 : e1 * Rabs u <= e * (l * l) / 2 * Rabs u) by (apply Rmult_le_compat_r; lra).
    rewrite <- Al in S1.
    assert (S2 : e * Rabs l * (Rabs l / 2 * Rabs u) <= e * Rabs l * Rabs v)
      by (apply Rmult_le_compat_l; nra).
    lra.
Qed.

(** From a parametrised equation to [branch_derivative]. *)
Lemma branch_from_inverse (S : R -> R -> Prop) (T dT : R -> R) (t0 xs r0 c0 : R) :
  0 < r0 -> 0 < c0 ->
  (forall x, Rabs (x - xs) < r0 -> is_derive T x (dT x)) ->
  continuity_pt dT xs -> dT xs <> 0 -> T xs = t0 ->
  (forall t x, Rabs (t - t0) < c0 -> Rabs (x - xs) < r0 -> (S t x <-> T x = t)) ->
  branch_derivative S t0 xs (/ dT xs).
Proof.
  intros P0 Pc Hd Hc Hn E0 Heq.
  destruct (local_inverse T dT xs r0 P0 Hd Hc Hn) as [r1 [Hr1 H]].
  exists r1. split; [lra|]. intros e He.
  destruct (H r1 ltac:(lra) e He) as [d [Pd Hd']]. rewrite E0 in Hd'.
  exists (Rmin d c0). split; [now apply Rmin_pos|]. intros t Ht.
  pose proof (Rmin_l d c0). pose proof (Rmin_r d c0).
  destruct (Hd' t ltac:(lra)) as [x [Hx [Ex [Un B]]]].
  exists x. split; [exact Hx|]. split; [apply Heq; [lra | lra | exact Ex]|].
  split; [|exact B]. intros y Hy Sy. apply Un; [exact Hy|]. apply Heq in Sy; lra || exact Sy.
Qed.
