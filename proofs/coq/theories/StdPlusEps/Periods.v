(** Advantage (r - p) / (sqrt s + e): period three and every period (claim F15): the criterion
    in terms of the orbit of 1/2, an instance of it, and an attracting 3-cycle. *)

Require Import Reals ZArith List Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck AttractingCycle LiYorke.
From GrpoProofs.Whitening Require Import Recurrence.
From GrpoProofs.Whitening Require Periods.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits Shape.
Import ListNotations.
Open Scope R_scope.

(** H14 (as F15 (ii)). If h~ (1/2) < 1/2 and h~^3 (1/2) >= 1/2, then for every n >= 1 the map h~
    has a point of least period n. *)
Theorem std_period_three_criterion pref beta e : 0 < pref < 1 -> 0 < beta -> 0 <= e ->
  hstd pref beta e (/ 2) < / 2 -> / 2 <= iter (hstd pref beta e) (/ 2) 3 ->
  forall n, (1 <= n)%nat -> exists p, 0 < p < 1 /\ least_period (hstd pref beta e) p n.
Proof.
  intros Hp Hb He.
  exact (Periods.period_three_criterion (Wstd e) (dGstd e) pref beta (std_whitening e He) Hp Hb).
Qed.

(** h~ for p_ref = r / rd, beta = b / bd, e = n / d, as a formula. *)
Definition hstd_formula (r rd b bd n d : positive) : expr :=
  let v := Sub (Cst 1 4) (Sqr (Sub (Var 0) (Cst 1 2))) in
  Inv (Add (Cst 1 1)
    (Mul (Cst (Zpos rd - Zpos r) r)
       (Exp (Neg (Div (Inv (Add (Sqrt v) (Cst (Zpos n) d))) (Cst (Zpos b) bd)))))).

Lemma hstd_formula_correct r rd b bd n d p : step (hstd_formula r rd b bd n d) p
  = hstd (IZR (Zpos r) / IZR (Zpos rd)) (IZR (Zpos b) / IZR (Zpos bd)) (IZR (Zpos n) / IZR (Zpos d)) p.
Proof.
  assert (P : forall q, 0 < IZR (Zpos q)) by (intros; now apply IZR_lt).
  assert (Pr := P r); assert (Prd := P rd).
  unfold step, hstd_formula, hstd.
  assert (V : 1 / 4 - Rsqr (p - 1 / 2) = var p) by (unfold var, Rsqr; field).
  cbn [eval nth]. rewrite V, minus_IZR.
  unfold Rdiv at 1. rewrite Rinv_1, Rmult_1_r.
  f_equal. f_equal. f_equal. field. lra.
Qed.

Lemma std_orbit_in r rd b bd n d s sd k l u m :
  step_in bits120 (hstd_formula r rd b bd n d) s sd k l u m = true ->
  IZR l / IZR (Zpos m) <=
  iter (hstd (IZR (Zpos r) / IZR (Zpos rd)) (IZR (Zpos b) / IZR (Zpos bd)) (IZR (Zpos n) / IZR (Zpos d)))
    (IZR s / IZR (Zpos sd)) k <= IZR u / IZR (Zpos m).
Proof.
  intros E. apply step_in_correct in E.
  now rewrite (iter_ext _ _ _ _ (hstd_formula_correct r rd b bd n d)) in E.
Qed.

Lemma std_instance_ii : let f := hstd (1 / 2500) (2 / 3) (1 / 20) in
  0.00608 <= iter f (/ 2) 1 <= 0.00609 /\ 0.53622 <= iter f (/ 2) 3 <= 0.53623.
Proof.
  intros f.
  assert (E1 := std_orbit_in 1 2500 2 3 1 20 1 2 1 608 609 100000 ltac:(vm_cast_no_check (eq_refl true))).
  assert (E3 := std_orbit_in 1 2500 2 3 1 20 1 2 3 53622 53623 100000 ltac:(vm_cast_no_check (eq_refl true))).
  replace (1 / 2) with (/ 2) in E1, E3 by lra. fold f in E1, E3. lra.
Qed.

(** H14 (as F15 (ii), instance). p_ref = 1/2500, beta = 2/3, e = 1/20: every period occurs. *)
Theorem std_every_period_at_1_2500 n : (1 <= n)%nat ->
  exists p, 0 < p < 1 /\ least_period (hstd (1 / 2500) (2 / 3) (1 / 20)) p n.
Proof.
  assert (I := std_instance_ii). simpl in I.
  apply std_period_three_criterion; try lra. simpl. lra.
Qed.

(** H14 (as F15, control). In that instance h~^3 (1/2) >= 0.53622, but not >= 0.53624. *)
Theorem std_period_three_control : let f := hstd (1 / 2500) (2 / 3) (1 / 20) in
  0.53622 <= iter f (/ 2) 3 /\ ~ 0.53624 <= iter f (/ 2) 3.
Proof. assert (I := std_instance_ii). simpl in *. lra. Qed.

(** * An attracting 3-cycle: p_ref = 1/20000, beta = 1/2, e = 1/10 *)

Definition dhstd (pref beta e p : R) : R :=
  hstd pref beta e p * (1 - hstd pref beta e p) * (2 * p - 1) /
  (2 * beta * (sqrt (var p) * ((sqrt (var p) + e) * (sqrt (var p) + e)))).

Definition std_box (pref beta e a b c d L : R) : Prop :=
  0 < a <= b /\ b < 1 /\ maps (hstd pref beta e) a b c d /\
  forall p, a <= p <= b -> Rabs (dhstd pref beta e p) <= L.

Ltac prove_std_box :=
  unfold std_box, maps; repeat split; try lra;
  let p := fresh "p" in
  match goal with |- context [dhstd] => intros p ?; unfold dhstd, hstd, var; zinterval_split p
  | _ => unfold hstd, var;
         match goal with H : _ <= ?x <= _ |- _ => zinterval_split x end end.

Section Boxes.
Variables pref beta e : R.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= e.

Lemma std_box_derive a b c d L : std_box pref beta e a b c d L ->
  forall p, a <= p <= b -> is_derive (hstd pref beta e) p (dhstd pref beta e p).
Proof. intros [Ha [Hb1 _]] p Hpp. apply std_success_map_derivative; auto. lra. Qed.

Lemma std_box_lipschitz a b c d L : std_box pref beta e a b c d L -> lipschitz (hstd pref beta e) a b L.
Proof.
  intros H. apply lipschitz_derive with (dhstd pref beta e).
  - now apply std_box_derive with (1 := H).
  - apply H.
Qed.

Lemma std_box_continuous a b c d L : std_box pref beta e a b c d L -> continuous_on (hstd pref beta e) a b.
Proof. intros H. eapply continuous_on_derive, std_box_derive, H. Qed.
End Boxes.

Lemma s3_low : std_box (1 / 20000) (1 / 2) (1 / 10) 0.001414 0.001424 0.99023 0.99038 13.6.
Proof. prove_std_box. Qed.

Lemma s3_top : std_box (1 / 20000) (1 / 2) (1 / 10) 0.99023 0.99038 0.5446 0.5542 63.8.
Proof. prove_std_box. Qed.

Lemma s3_mid : std_box (1 / 20000) (1 / 2) (1 / 10) 0.5446 0.5542 0.001414 0.001424 0.00088.
Proof. prove_std_box. Qed.

Lemma s3_entry : 0.001414 <= iter (hstd (1 / 20000) (1 / 2) (1 / 10)) (1 / 20000) 44 <= 0.001424.
Proof.
  assert (E := std_orbit_in 1 20000 1 2 1 10 1 20000 44 1414 1424 1000000
    ltac:(vm_cast_no_check (eq_refl true))).
  lra.
Qed.

(** H14 (as F15 (i)). The orbit of p_ref = 1/20000 (beta = 1/2, e = 1/10) tends to a 3-cycle,
    hence has no limit; and h~ has points of every period. *)
Theorem std_attracting_three_cycle : let f := hstd (1 / 20000) (1 / 2) (1 / 10) in
  (exists u, 0.001414 <= u <= 0.001424 /\ 0.99023 <= f u <= 0.99038 /\
     0.5446 <= f (f u) <= 0.5542 /\ f (f (f u)) = u /\
     is_lim_seq (fun n => iter f (1 / 20000) (n * 3 + 44)) u) /\
  ~ ex_lim_seq (iter f (1 / 20000)) /\
  (forall n, (1 <= n)%nat -> exists p, 0 < p < 1 /\ least_period f p n).
Proof.
  intros f. set (r := 1 / 20000) in *. set (be := 1 / 2) in *. set (ep := 1 / 10) in *.
  assert (Hr : 0 < r < 1) by (unfold r; lra). assert (Hb : 0 < be) by (unfold be; lra).
  assert (He : 0 <= ep) by (unfold ep; lra).
  assert (B1 := s3_low). assert (B2 := s3_top). assert (B3 := s3_mid).
  fold r be ep in B1, B2, B3.
  assert (M1 : maps f 0.001414 0.001424 0.99023 0.99038) by apply B1.
  assert (M2 : maps f 0.99023 0.99038 0.5446 0.5542) by apply B2.
  assert (M3 : maps f 0.5446 0.5542 0.001414 0.001424) by apply B3.
  assert (L1 := std_box_lipschitz r be ep Hr Hb He _ _ _ _ _ B1).
  assert (L2 := std_box_lipschitz r be ep Hr Hb He _ _ _ _ _ B2).
  assert (L3 := std_box_lipschitz r be ep Hr Hb He _ _ _ _ _ B3).
  assert (C1 := std_box_continuous r be ep Hr Hb He _ _ _ _ _ B1).
  assert (C2 := std_box_continuous r be ep Hr Hb He _ _ _ _ _ B2).
  assert (C3 := std_box_continuous r be ep Hr Hb He _ _ _ _ _ B3).
  fold f in L1, L2, L3, C1, C2, C3.
  assert (M12 := maps_comp _ _ _ _ _ _ _ _ M1 M2).
  assert (Mg : maps (fun y => iter f y 3) 0.001414 0.001424 0.001414 0.001424)
    by exact (maps_comp _ _ _ _ _ _ _ _ M12 M3).
  assert (Lg : lipschitz (fun y => iter f y 3) 0.001414 0.001424 (0.00088 * (63.8 * 13.6))).
  { apply (lipschitz_comp (fun y => f (f y)) f _ _ 0.5446 0.5542 (63.8 * 13.6) 0.00088
             ltac:(lra) M12); [|exact L3].
    exact (lipschitz_comp f f _ _ _ _ 13.6 63.8 ltac:(lra) M1 L1 L2). }
  assert (Cg : continuous_on (fun y => iter f y 3) 0.001414 0.001424).
  { apply (continuous_on_comp (fun y => f (f y)) f _ _ 0.5446 0.5542 M12); [|exact C3].
    exact (continuous_on_comp f f _ _ _ _ M1 C1 C2). }
  destruct (tends_to_cycle f 3 0.001414 0.001424 (0.00088 * (63.8 * 13.6)) r 44
              ltac:(lra) ltac:(lra) Mg Lg Cg s3_entry) as [u [Hu [Eu Lu]]].
  assert (U1 : 0.99023 <= f u <= 0.99038) by now apply M1.
  assert (U2 : 0.5446 <= f (f u) <= 0.5542) by now apply M2.
  split; [|split].
  - exists u. split; [exact Hu|]. split; [exact U1|]. split; [exact U2|]. split; [exact Eu|].
    exact Lu.
  - apply (no_limit f 3 _ _ r 44 Mg s3_entry 0.99023 0.99038); [lia | exact M1 | lra].
  - simpl in Eu.
    assert (S : forall p, 0 < p < 1 -> Fstd (logit r) be ep (logit p) = logit (f p)).
    { intros p Hpp. rewrite <- (logit_sigma (Fstd _ _ _ _)). f_equal.
      transitivity (f (sigma (logit p))); [exact (sigma_FW (Wstd ep) r be Hr (logit p))|].
      now rewrite sigma_logit. }
    apply (Periods.every_period_sigma (Wstd ep) (dGstd ep) r be (std_whitening ep He) Hr Hb
      (logit u) (logit (f (f u))) (logit (f u))).
    + apply logit_increasing; lra.
    + apply logit_increasing; lra.
    + change (logit (f u) <= Fstd (logit r) be ep (logit u)). rewrite S by lra. lra.
    + change (Fstd (logit r) be ep (logit (f (f u))) = logit u). rewrite S by lra. now rewrite Eu.
    + change (Fstd (logit r) be ep (logit (f u)) = logit (f (f u))). rewrite S by lra. reflexivity.
Qed.

(** H14 (as F15 (i)), control. The lowest point of the 3-cycle is above 0.001414, but not above
    0.001423. *)
Theorem std_three_cycle_control u : let f := hstd (1 / 20000) (1 / 2) (1 / 10) in
  0.001414 <= u <= 0.001424 -> f (f (f u)) = u -> ~ 0.001423 < u.
Proof.
  intros f Hu E L.
  assert (M1 : 0.99023 <= f u <= 0.99027) by (unfold f, hstd, var; split; zinterval_split u).
  set (v := f u) in *. clearbody v.
  assert (M2 : 0.5446 <= f v <= 0.5474) by (unfold f, hstd, var; split; zinterval_split v).
  set (w := f v) in *. clearbody w.
  assert (M3 : f w <= 0.001423) by (unfold f, hstd, var; zinterval_split w). lra.
Qed.
