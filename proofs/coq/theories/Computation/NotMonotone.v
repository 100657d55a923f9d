(** F11 and F13.  The orbit of p_ref need not be monotone, and a better
    reference need not give a better limit; what is true instead. *)

Require Import Reals ZArith Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape.
From GrpoProofs.Orbits Require Import IterLemmas Success Contraction.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck
  AttractingCycle SuccessBoxes.
Open Scope R_scope.

(** ** F11: p_ref = 1/10, beta = 1, eps = 1/1000 *)

Definition pn (n : nat) : R := iter (h (1 / 10) 1 (1 / 1000)) (1 / 10) n.

Lemma pn_in n l u d :
  step_in bits120 (h_formula 1 10 1 1 1 1000 false) 1 10 n l u d = true ->
  IZR l / IZR (Zpos d) <= pn n <= IZR u / IZR (Zpos d).
Proof.
  intros E. apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 10 1 1 1 1000 false)) in E.
  replace (1 / 1) with 1 in E by lra. exact E.
Qed.

Lemma first_iterates :
  0.75356 <= pn 1 <= 0.75357 /\ 0.52924 <= pn 2 <= 0.52925 /\
  0.45070 <= pn 3 <= 0.45071 /\ 0.45227 <= pn 4 <= 0.45228.
Proof.
  assert (E1 := pn_in 1 75356 75357 100000 ltac:(vm_cast_no_check (eq_refl true))).
  assert (E2 := pn_in 2 52924 52925 100000 ltac:(vm_cast_no_check (eq_refl true))).
  assert (E3 := pn_in 3 45070 45071 100000 ltac:(vm_cast_no_check (eq_refl true))).
  assert (E4 := pn_in 4 45227 45228 100000 ltac:(vm_cast_no_check (eq_refl true))).
  lra.
Qed.

(** F11. "p_n increases", and even "p_n is monotone from some of the first steps on", is
    false: p_0 < p_1 > p_2 > p_3 < p_4 at p_ref = 1/10, beta = 1, eps = 1/1000. *)
Theorem monotone_orbit_false :
  (pn 0 < pn 1 /\ pn 2 < pn 1 /\ pn 3 < pn 2 /\ pn 3 < pn 4) /\
  ~ (forall pref beta eps, 0 < pref < 1 -> 0 < beta -> 0 < eps ->
       (forall n, iter (h pref beta eps) pref n <= iter (h pref beta eps) pref (S n)) \/
       (forall n, iter (h pref beta eps) pref (S n) <= iter (h pref beta eps) pref n)).
Proof.
  assert (I := first_iterates). assert (I0 : pn 0 = 1 / 10) by reflexivity.
  split; [lra|]. intros H.
  destruct (H (1 / 10) 1 (1 / 1000)) as [K|K]; try lra.
  - specialize (K 1%nat). fold (pn 1) (pn 2) in K. lra.
  - specialize (K 0%nat). fold (pn 0) (pn 1) in K. lra.
Qed.

(** F11 (control). The decrease from p_1 to p_2 is at least 0.2243, but not 0.2244. *)
Theorem monotone_orbit_control : 0.2243 <= pn 1 - pn 2 /\ ~ 0.2244 <= pn 1 - pn 2.
Proof. assert (I := first_iterates). lra. Qed.

(** ** F13: beta = 1, eps = 1/1000, p_ref = 1/100 against p_ref = 1/10 *)

Lemma weak_box : h_box (1 / 100) 1 (1 / 1000) (1 - 1 / 10 ^ 11) (1 - 1 / 10 ^ 13)
  (1 - 1 / 10 ^ 11) (1 - 1 / 10 ^ 13) (1 / 1000).
Proof.
  unfold h_box, maps; repeat split; try lra.
  - unfold h, Omega, var. zinterval120.
  - unfold h, Omega, var. zinterval120.
  - intros p Hp. unfold dh, h, Omega, var. zinterval120.
Qed.

Lemma strong_box : h_box (1 / 10) 1 (1 / 1000) 0.45 0.454 0.45 0.454 0.2.
Proof. prove_h_box. Qed.

Lemma middle_box : h_box (3 / 10) 1 (1 / 1000) (1 - 1 / 10 ^ 11) (1 - 1 / 10 ^ 15)
  (1 - 1 / 10 ^ 11) (1 - 1 / 10 ^ 15) (1 / 1000).
Proof.
  unfold h_box, maps; repeat split; try lra.
  - unfold h, Omega, var. zinterval120.
  - unfold h, Omega, var. zinterval120.
  - intros p Hp. unfold dh, h, Omega, var. zinterval120.
Qed.

Lemma weak_limit : exists c : R, 1 - 1 / 10 ^ 11 <= c <= 1 - 1 / 10 ^ 13 /\
  is_lim_seq (iter (h (1 / 100) 1 (1 / 1000)) (1 / 100)) c.
Proof.
  destruct (h_converges_in_box (1 / 100) 1 (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra)
              _ _ _ (1 / 100) 6 weak_box) as [c [Hc [_ L]]]; try lra; [|eauto].
  assert (E : step_in bits120 (h_formula 1 100 1 1 1 1000 false) 1 100 6
                9999999999900 9999999999999 10000000000000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 100 1 1 1 1000 false)) in E.
  replace (1 / 1) with 1 in E by lra.  lra.
Qed.

Lemma strong_limit : exists c : R, 0.45 <= c <= 0.454 /\
  is_lim_seq (iter (h (1 / 10) 1 (1 / 1000)) (1 / 10)) c.
Proof.
  destruct (h_converges_in_box (1 / 10) 1 (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra)
              _ _ _ (1 / 10) 4 strong_box) as [c [Hc [_ L]]]; try lra; [|eauto].
  assert (I := first_iterates). fold (pn 4). lra.
Qed.

Lemma middle_limit : exists c : R, 1 - 1 / 10 ^ 11 <= c <= 1 - 1 / 10 ^ 15 /\
  is_lim_seq (iter (h (3 / 10) 1 (1 / 1000)) (3 / 10)) c.
Proof.
  destruct (h_converges_in_box (3 / 10) 1 (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra)
              _ _ _ (3 / 10) 12 middle_box) as [c [Hc [_ L]]]; try lra; [|eauto].
  assert (E : step_in bits120 (h_formula 3 10 1 1 1 1000 false) 3 10 12
                999999999990000 999999999999999 1000000000000000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 3 10 1 1 1 1000 false)) in E.
  replace (1 / 1) with 1 in E by lra.  lra.
Qed.

Definition better_reference_better_limit (beta eps : R) : Prop :=
  forall pref pref' c c' : R, 0 < pref -> pref < pref' -> pref' < 1 ->
    is_lim_seq (iter (h pref beta eps) pref) c ->
    is_lim_seq (iter (h pref' beta eps) pref') c' -> c <= c'.

(** F13. "A better reference gives a better limit" is false: for beta = 1, eps = 1/1000
    the reference 1/100 leads to a limit above 1 - 10^-11, the reference 1/10 to one
    below 0.454. *)
Theorem better_reference_better_limit_false :
  ~ better_reference_better_limit 1 (1 / 1000).
Proof.
  intros H. destruct weak_limit as [c [Hc Lc]], strong_limit as [d [Hd Ld]].
  assert (c <= d) by (apply (H (1 / 100) (1 / 10) c d); auto; lra). lra.
Qed.

(** F13 (control). The opposite statement is false as well: the reference 3/10 leads to a
    better limit than 1/10. *)
Theorem better_reference_control :
  ~ (forall pref pref' c c' : R, 0 < pref -> pref < pref' -> pref' < 1 ->
       is_lim_seq (iter (h pref 1 (1 / 1000)) pref) c ->
       is_lim_seq (iter (h pref' 1 (1 / 1000)) pref') c' -> c' <= c).
Proof.
  intros H. destruct strong_limit as [c [Hc Lc]], middle_limit as [d [Hd Ld]].
  assert (d <= c) by (apply (H (1 / 10) (3 / 10) c d); auto; lra). lra.
Qed.

(** The limit of the orbit is a fixed point. *)
Lemma limit_fixpt pref beta eps (c : R) : 0 < pref < 1 -> 0 < beta -> 0 < eps ->
  is_lim_seq (iter (h pref beta eps) pref) c -> fixpt (h pref beta eps) c.
Proof.
  intros Hp Hb He L. apply (limit_is_fixpt _ pref); [|exact L].
  assert (Hc : 0 <= c <= 1).
  { assert (B : forall n, 0 <= iter (h pref beta eps) pref n <= 1).
    { intros n. apply (iter_h_ok pref beta eps); try lra.
      assert (0 < var pref) by now apply var_pos. lra. }
    split.
    - exact (is_lim_seq_le _ _ _ _ (fun n => proj1 (B n)) (is_lim_seq_const 0) L).
    - exact (is_lim_seq_le _ _ _ _ (fun n => proj2 (B n)) L (is_lim_seq_const 1)). }
  apply h_continuity_pt; try lra. apply var_ok_closed; lra.
Qed.

(** F13 (corrected). For beta >= M_eps a better reference gives a strictly better limit;
    both limits exist. *)
Theorem better_reference_better_limit_corrected beta eps pref pref' :
  0 < eps -> 0 < beta -> Meps eps <= beta -> 0 < pref -> pref < pref' -> pref' < 1 ->
  exists c c' : R, is_lim_seq (iter (h pref beta eps) pref) c /\
    is_lim_seq (iter (h pref' beta eps) pref') c' /\ c < c'.
Proof.
  intros He Hb HM H0 Hpp H1.
  assert (K : forall r, 0 < r < 1 -> exists c : R,
            is_lim_seq (iter (h r beta eps) r) c).
  { intros r Hr.
    destruct (Contraction.global_convergence_of_success r beta eps Hr Hb He HM)
      as [c [_ [_ [_ L]]]]. exists c. apply L. lra. }
  destruct (K pref) as [c L]; [lra|]. destruct (K pref') as [c' L']; [lra|].
  exists c, c'. split; [exact L|]. split; [exact L'|].
  assert (Fc := limit_fixpt pref beta eps c ltac:(lra) Hb He L).
  assert (Fc' := limit_fixpt pref' beta eps c' ltac:(lra) Hb He L').
  destruct (fixpt_p pref beta eps ltac:(lra) c Fc) as [Fx [Hc Ec]].
  destruct (fixpt_p pref' beta eps ltac:(lra) c' Fc') as [Fx' [Hc' Ec']].
  rewrite <- Ec, <- Ec'. apply sigma_increasing.
  set (x := logit c) in *. set (x' := logit c') in *.
  apply Rnot_le_lt. intros Hx. unfold fixpt, F in Fx, Fx'.
  assert (P : logit pref < logit pref') by (apply logit_increasing; lra).
  destruct (G_lipschitz_constant eps He x x') as [Lip _].
  rewrite (Rabs_right (x - x')) in Lip by lra.
  apply Rabs_le_between in Lip.
  assert (G eps x = beta * (x - logit pref)) by (rewrite <- Fx at 2; field; lra).
  assert (G eps x' = beta * (x' - logit pref')) by (rewrite <- Fx' at 2; field; lra).
  assert (Meps eps * (x - x') <= beta * (x - x')) by (apply Rmult_le_compat_r; lra).
  assert (0 < beta * (logit pref' - logit pref)) by (apply Rmult_lt_0_compat; lra).
  lra.
Qed.
