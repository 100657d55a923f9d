(** F15.  Period three and chaos occur: an attracting 3-cycle, certified by boxes,
    and a criterion in terms of the orbit of p = 1/2 that gives points of every
    period. *)

Require Import Reals ZArith Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas LowFixpt.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck
  AttractingCycle SuccessBoxes LiYorke.
Open Scope R_scope.

(** From log-odds to probabilities. *)
Lemma least_period_h pref beta eps x n : 0 < pref < 1 ->
  least_period (F (logit pref) beta eps) x n -> least_period (h pref beta eps) (sigma x) n.
Proof.
  intros Hp [E N]. split.
  - rewrite <- sigma_iter_F by assumption. now rewrite E.
  - intros k Hk K. apply (N k Hk), sigma_inj. now rewrite sigma_iter_F by assumption.
Qed.

(** Points p1 < p2 < p3 with h p2 = p1, h p3 = p2, h p1 >= p3: every period occurs. *)
Lemma every_period_h pref beta eps x1 x2 x3 :
  0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  let f := F (logit pref) beta eps in
  x1 < x2 -> x2 < x3 -> x3 <= f x1 -> f x2 = x1 -> f x3 = x2 ->
  forall n, (1 <= n)%nat -> exists p, 0 < p < 1 /\ least_period (h pref beta eps) p n.
Proof.
  intros Hp Hb He f H12 H23 E1 E2 E3 n Hn.
  destruct (every_period f) with (x1 := x1) (x2 := x2) (x3 := x3) (n := n) as [x [_ Px]]; auto.
  - intros x. now apply F_continuity_pt.
  - exists (sigma x). split; [split; [apply sigma_pos | apply sigma_lt_1]|].
    now apply least_period_h.
Qed.

(** ** (ii) The criterion *)

(** F15 (ii). If h (1/2) < 1/2 and h^3 (1/2) >= 1/2, then for every n >= 1 the map h has a
    point of least period n, in particular of least period 3.  The orbit need not be
    trapped for this. *)
Theorem period_three_criterion pref beta eps :
  0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  h pref beta eps (/ 2) < / 2 -> / 2 <= iter (h pref beta eps) (/ 2) 3 ->
  forall n, (1 <= n)%nat -> exists p, 0 < p < 1 /\ least_period (h pref beta eps) p n.
Proof.
  intros Hp Hb He H1 H3. set (f := F (logit pref) beta eps).
  assert (K1 : f 0 < 0).
  { apply sigma_lt_half. unfold f. rewrite sigma_F by assumption. now rewrite sigma_0. }
  assert (K3 : 0 <= f (f (f 0))).
  { apply Rnot_lt_le. intros L. apply sigma_lt_half in L.
    change (f (f (f 0))) with (iter f 0 3) in L. unfold f in L.
    rewrite sigma_iter_F, sigma_0 in L by assumption. lra. }
  set (z := f (f 0)) in *.
  assert (Ez : f (Rabs z) = f z) by now apply f_abs.
  destruct (ivt_up f 0 (Rabs z) 0) as [y [Hy Ey]].
  { apply Rabs_pos. } { intros x _. now apply F_continuity_pt. } { lra. }
  assert (Py : 0 < y).
  { destruct (Req_dec y 0) as [E|E]; [|lra]. rewrite E in Ey. lra. }
  assert (Hz : y <= z).
  { destruct (Rle_dec 0 z) as [Z|Z]; [rewrite Rabs_right in Hy by lra; lra|].
    exfalso. rewrite Rabs_left in Hy by lra.
    destruct (low_exists (logit pref) beta eps Hb He K1) as [a [Ha Fa]].
    fold f in Ha, Fa. unfold fixpt in Fa.
    assert (a < z) by (rewrite <- Fa; apply F_decreasing; lra).
    assert (f y < f a).
    { apply f_abs_lt; auto. rewrite Rabs_right, Rabs_left; lra. }
    lra. }
  intros n Hn. apply (every_period_h pref beta eps (f 0) 0 y); auto.
Qed.

Lemma orbit_of_half r rd b bd e ed eps0 n l u d :
  step_in bits120 (h_formula r rd b bd e ed eps0) 1 2 n l u d = true ->
  IZR l / IZR (Zpos d) <=
  iter (h (IZR (Zpos r) / IZR (Zpos rd)) (IZR (Zpos b) / IZR (Zpos bd))
          (if eps0 then 0 else IZR (Zpos e) / IZR (Zpos ed))) (/ 2) n
  <= IZR u / IZR (Zpos d).
Proof.
  intros E. apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct r rd b bd e ed eps0)) in E.
  replace (1 / 2) with (/ 2) in E by lra. exact E.
Qed.

Lemma instance_ii : let f := h (1 / 10000) (3 / 5) (1 / 100) in
  0.00262 <= iter f (/ 2) 1 <= 0.00263 /\ 0.99393 <= iter f (/ 2) 3 <= 0.99394.
Proof.
  intros f.
  assert (E1 := orbit_of_half 1 10000 3 5 1 100 false 1 262 263 100000
                  ltac:(vm_cast_no_check (eq_refl true))).
  assert (E3 := orbit_of_half 1 10000 3 5 1 100 false 3 99393 99394 100000
                  ltac:(vm_cast_no_check (eq_refl true))).
  cbv iota in E1, E3. fold f in E1, E3. lra.
Qed.

(** F15 (ii), instance p_ref = 1/10000, beta = 3/5, eps = 1/100. *)
Theorem every_period_at_1_10000 n : (1 <= n)%nat ->
  exists p, 0 < p < 1 /\ least_period (h (1 / 10000) (3 / 5) (1 / 100)) p n.
Proof.
  assert (I := instance_ii). simpl in I.
  apply period_three_criterion; try lra. simpl. lra.
Qed.

(** F15 (control). In that instance h^3 (1/2) >= 0.99393, but not >= 0.99395. *)
Theorem period_three_control : let f := h (1 / 10000) (3 / 5) (1 / 100) in
  0.99393 <= iter f (/ 2) 3 /\ ~ 0.99395 <= iter f (/ 2) 3.
Proof. assert (I := instance_ii). simpl in *. lra. Qed.

Lemma instance_iii : let f := h (1 / 340000) 23 0 in
  0 <= iter f (/ 2) 1 <= 0.01 /\ 0.76434 <= iter f (/ 2) 3 <= 0.76435.
Proof.
  intros f.
  assert (E1 := orbit_of_half 1 340000 23 1 1 1 true 1 0 1000 100000
                  ltac:(vm_cast_no_check (eq_refl true))).
  assert (E3 := orbit_of_half 1 340000 23 1 1 1 true 3 76434 76435 100000
                  ltac:(vm_cast_no_check (eq_refl true))).
  cbv iota in E1, E3. replace (23 / 1) with 23 in E1, E3 by lra.
  fold f in E1, E3. lra.
Qed.

(** F15 (iii). The same at eps = 0: p_ref = 1/340000, beta = 23; here the orbit of p_ref is
    trapped, since beta |x0| > cosh (x0 / 2). *)
Theorem every_period_unsmoothed :
  (forall n, (1 <= n)%nat ->
     exists p, 0 < p < 1 /\ least_period (h (1 / 340000) 23 0) p n) /\
  cosh (logit (1 / 340000) / 2) < 23 * Rabs (logit (1 / 340000)).
Proof.
  split.
  - assert (I := instance_iii). simpl in I. intros n Hn.
    apply period_three_criterion; try lra; [simpl; lra | exact Hn].
  - apply Rminus_gt_0_lt. unfold logit, cosh. zinterval.
Qed.

(** ** (i) An attracting 3-cycle: p_ref = 1/2500, beta = 2/3, eps = 1/100 *)

Lemma c3_low : h_box (1 / 2500) (2 / 3) (1 / 100) 0.007595 0.007625 0.97050 0.97079 9.2.
Proof. prove_h_box. Qed.

Lemma c3_top : h_box (1 / 2500) (2 / 3) (1 / 100) 0.97050 0.97079 0.4519 0.4592 23.5.
Proof. prove_h_box. Qed.

Lemma c3_mid : h_box (1 / 2500) (2 / 3) (1 / 100) 0.4519 0.4592 0.007595 0.007625 0.0042.
Proof. prove_h_box. Qed.

Lemma c3_entry :
  0.007595 <= iter (h (1 / 2500) (2 / 3) (1 / 100)) (1 / 2500) 58 <= 0.007625.
Proof.
  assert (E : step_in bits120 (h_formula 1 2500 2 3 1 100 false) 1 2500 58
                7595 7625 1000000 = true) by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 2500 2 3 1 100 false)) in E. lra.
Qed.

(** F15 (i). The orbit of p_ref = 1/2500 (beta = 2/3, eps = 1/100) tends to a 3-cycle, hence
    has no limit; and h has points of every period. *)
Theorem attracting_three_cycle : let f := h (1 / 2500) (2 / 3) (1 / 100) in
  (exists u, 0.007595 <= u <= 0.007625 /\ 0.97050 <= f u <= 0.97079 /\
     0.4519 <= f (f u) <= 0.4592 /\ f (f (f u)) = u /\
     is_lim_seq (fun n => iter f (1 / 2500) (n * 3 + 58)) u) /\
  ~ ex_lim_seq (iter f (1 / 2500)) /\
  (forall n, (1 <= n)%nat -> exists p, 0 < p < 1 /\ least_period f p n).
Proof.
  intros f. set (r := 1 / 2500) in *. set (be := 2 / 3) in *. set (ep := 1 / 100) in *.
  assert (Hr : 0 < r < 1) by (unfold r; lra). assert (Hb : 0 < be) by (unfold be; lra).
  assert (He : 0 <= ep) by (unfold ep; lra).
  assert (B1 := c3_low). assert (B2 := c3_top). assert (B3 := c3_mid).
  fold r be ep in B1, B2, B3. fold f in B1, B2, B3.
  assert (M1 : maps f 0.007595 0.007625 0.97050 0.97079) by apply B1.
  assert (M2 : maps f 0.97050 0.97079 0.4519 0.4592) by apply B2.
  assert (M3 : maps f 0.4519 0.4592 0.007595 0.007625) by apply B3.
  assert (L1 := h_box_lipschitz r be ep Hr Hb He _ _ _ _ _ B1).
  assert (L2 := h_box_lipschitz r be ep Hr Hb He _ _ _ _ _ B2).
  assert (L3 := h_box_lipschitz r be ep Hr Hb He _ _ _ _ _ B3).
  assert (C1 := h_box_continuous r be ep Hr Hb He _ _ _ _ _ B1).
  assert (C2 := h_box_continuous r be ep Hr Hb He _ _ _ _ _ B2).
  assert (C3 := h_box_continuous r be ep Hr Hb He _ _ _ _ _ B3).
  fold f in L1, L2, L3, C1, C2, C3.
  assert (M12 := maps_comp _ _ _ _ _ _ _ _ M1 M2).
  assert (Mg : maps (fun y => iter f y 3) 0.007595 0.007625 0.007595 0.007625)
    by exact (maps_comp _ _ _ _ _ _ _ _ M12 M3).
  assert (Lg : lipschitz (fun y => iter f y 3) 0.007595 0.007625 (0.0042 * (23.5 * 9.2))).
  { apply (lipschitz_comp (fun y => f (f y)) f _ _ 0.4519 0.4592 (23.5 * 9.2) 0.0042
             ltac:(lra) M12); [|exact L3].
    exact (lipschitz_comp f f _ _ _ _ 9.2 23.5 ltac:(lra) M1 L1 L2). }
  assert (Cg : continuous_on (fun y => iter f y 3) 0.007595 0.007625).
  { apply (continuous_on_comp (fun y => f (f y)) f _ _ 0.4519 0.4592 M12); [|exact C3].
    exact (continuous_on_comp f f _ _ _ _ M1 C1 C2). }
  destruct (tends_to_cycle f 3 0.007595 0.007625 (0.0042 * (23.5 * 9.2)) r 58
              ltac:(lra) ltac:(lra) Mg Lg Cg c3_entry) as [u [Hu [Eu Lu]]].
  assert (U1 : 0.97050 <= f u <= 0.97079) by now apply M1.
  assert (U2 : 0.4519 <= f (f u) <= 0.4592) by now apply M2.
  split; [|split].
  - exists u. split; [exact Hu|]. split; [exact U1|]. split; [exact U2|]. split; [exact Eu|].
    exact Lu.
  - apply (no_limit f 3 _ _ r 58 Mg c3_entry 0.97050 0.97079); [lia | exact M1 | lra].
  - simpl in Eu.
    assert (S : forall p, 0 < p < 1 -> F (logit r) be ep (logit p) = logit (f p)).
    { intros p Hpp. unfold f. rewrite <- (logit_sigma (F _ _ _ _)), sigma_F by assumption.
      now rewrite sigma_logit. }
    apply (every_period_h r be ep (logit u) (logit (f (f u))) (logit (f u))); auto.
    + apply logit_increasing; lra.
    + apply logit_increasing; lra.
    + rewrite S by lra. lra.
    + rewrite S by lra. now rewrite Eu.
    + rewrite S by lra. reflexivity.
Qed.
