(** F10.  The orbit of p_ref need not converge: three parameter points at which
    it is attracted by a genuine 2-cycle, certified by boxes exchanged by h, by
    bounds of the derivative, and by an enclosure of the orbit up to its entry
    into a box. *)

Require Import Reals ZArith Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck
  AttractingCycle SuccessBoxes.
Open Scope R_scope.

(** ** CE1: p_ref = 1/200, beta = 3/2, eps = 1/1000 *)

Lemma ce1_low : h_box (1 / 200) (3 / 2) (1 / 1000) 0.0195 0.0205 0.331 0.357 27.
Proof. prove_h_box. Qed.

Lemma ce1_high : h_box (1 / 200) (3 / 2) (1 / 1000) 0.331 0.357 0.0195 0.0205 0.023.
Proof. prove_h_box. Qed.

Lemma ce1_entry : 0.0195 <= iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) 15 <= 0.0205.
Proof.
  assert (E : step_in bits120 (h_formula 1 200 3 2 1 1000 false) 1 200 15 195 205 10000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 200 3 2 1 1000 false)) in E. lra.
Qed.

(** F10, CE1. The orbit of p_ref = 1/200 (beta = 3/2, eps = 1/1000) has no limit: its
    even and odd iterates tend to the two points of a 2-cycle with multiplier at
    most 0.621 in absolute value. *)
Theorem orbit_without_limit_1 :
  (exists u v, 0.0195 <= u <= 0.0205 /\ 0.331 <= v <= 0.357 /\
     two_cycle (h (1 / 200) (3 / 2) (1 / 1000)) u v /\
     Rabs (dh (1 / 200) (3 / 2) (1 / 1000) v * dh (1 / 200) (3 / 2) (1 / 1000) u) <= 0.023 * 27 /\
     is_lim_seq (fun n => iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) (n * 2 + 15)) u /\
     is_lim_seq (fun n => iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) (S (n * 2 + 15))) v) /\
  ~ ex_lim_seq (iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200)).
Proof.
  apply (h_two_boxes (1 / 200) (3 / 2) (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra)
           _ _ _ _ _ _ _ 15 ce1_low ce1_high); try lra. exact ce1_entry.
Qed.

(** ** CE2: p_ref = 1/1000, beta = 1, eps = 1/100 *)

Lemma ce2_low : h_box (1 / 1000) 1 (1 / 100) 0.0076 0.0079 0.640 0.657 49.
Proof. prove_h_box. Qed.

Lemma ce2_high : h_box (1 / 1000) 1 (1 / 100) 0.640 0.657 0.0076 0.0079 0.012.
Proof. prove_h_box. Qed.

Lemma ce2_entry : 0.0076 <= iter (h (1 / 1000) 1 (1 / 100)) (1 / 1000) 12 <= 0.0079.
Proof.
  assert (E : step_in bits120 (h_formula 1 1000 1 1 1 100 false) 1 1000 12 76 79 10000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 1000 1 1 1 100 false)) in E.
  replace (1 / 1) with 1 in E by lra. lra.
Qed.

(** F10, CE2. The same at p_ref = 1/1000, beta = 1, eps = 1/100. *)
Theorem orbit_without_limit_2 :
  (exists u v, 0.0076 <= u <= 0.0079 /\ 0.640 <= v <= 0.657 /\
     two_cycle (h (1 / 1000) 1 (1 / 100)) u v /\
     Rabs (dh (1 / 1000) 1 (1 / 100) v * dh (1 / 1000) 1 (1 / 100) u) <= 0.012 * 49 /\
     is_lim_seq (fun n => iter (h (1 / 1000) 1 (1 / 100)) (1 / 1000) (n * 2 + 12)) u /\
     is_lim_seq (fun n => iter (h (1 / 1000) 1 (1 / 100)) (1 / 1000) (S (n * 2 + 12))) v) /\
  ~ ex_lim_seq (iter (h (1 / 1000) 1 (1 / 100)) (1 / 1000)).
Proof.
  apply (h_two_boxes (1 / 1000) 1 (1 / 100) ltac:(lra) ltac:(lra) ltac:(lra)
           _ _ _ _ _ _ _ 12 ce2_low ce2_high); try lra. exact ce2_entry.
Qed.

(** ** CE3: p_ref = 1/500, beta = 2, eps = 0 *)

Lemma ce3_low : h_box (1 / 500) 2 0 0.0055 0.0057 0.604 0.635 145.
Proof. prove_h_box. Qed.

Lemma ce3_high : h_box (1 / 500) 2 0 0.604 0.635 0.0055 0.0057 0.004.
Proof. prove_h_box. Qed.

Lemma ce3_entry : 0.0055 <= iter (h (1 / 500) 2 0) (1 / 500) 5 <= 0.0057.
Proof.
  assert (E : step_in bits120 (h_formula 1 500 2 1 1 1 true) 1 500 5 55 57 10000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 500 2 1 1 1 true)) in E.
  replace (2 / 1) with 2 in E by lra. lra.
Qed.

(** F10, CE3. The same without smoothing: p_ref = 1/500, beta = 2, eps = 0. *)
Theorem orbit_without_limit_3 :
  (exists u v, 0.0055 <= u <= 0.0057 /\ 0.604 <= v <= 0.635 /\
     two_cycle (h (1 / 500) 2 0) u v /\
     Rabs (dh (1 / 500) 2 0 v * dh (1 / 500) 2 0 u) <= 0.004 * 145 /\
     is_lim_seq (fun n => iter (h (1 / 500) 2 0) (1 / 500) (n * 2 + 5)) u /\
     is_lim_seq (fun n => iter (h (1 / 500) 2 0) (1 / 500) (S (n * 2 + 5))) v) /\
  ~ ex_lim_seq (iter (h (1 / 500) 2 0) (1 / 500)).
Proof.
  apply (h_two_boxes (1 / 500) 2 0 ltac:(lra) ltac:(lra) ltac:(lra)
           _ _ _ _ _ _ _ 5 ce3_low ce3_high); try lra. exact ce3_entry.
Qed.

(** F10. "The sequence of probabilities of success converges to a fixed point" is
    false, for eps > 0 and for eps = 0. *)
Theorem unconditional_convergence_false :
  ~ (forall pref beta eps, 0 < pref < 1 -> 0 < beta -> 0 < eps ->
       exists c : R, fixpt (h pref beta eps) c /\ is_lim_seq (iter (h pref beta eps) pref) c) /\
  ~ (forall pref beta, 0 < pref < 1 -> 0 < beta ->
       exists c : R, is_lim_seq (iter (h pref beta 0) pref) c).
Proof.
  split; intros H.
  - destruct (H (1 / 200) (3 / 2) (1 / 1000)) as [c [_ Hc]]; try lra.
    apply orbit_without_limit_1. now exists c.
  - destruct (H (1 / 500) 2) as [c Hc]; try lra.
    apply orbit_without_limit_3. now exists c.
Qed.

(** ** Control *)


(** ** Control *)

Lemma control_box : h_box (1 / 200) 4 (1 / 1000) 0.0235 0.0248 0.0235 0.0248 0.8.
Proof. prove_h_box. Qed.

Lemma control_entry : 0.0235 <= iter (h (1 / 200) 4 (1 / 1000)) (1 / 200) 40 <= 0.0248.
Proof.
  assert (E : step_in bits120 (h_formula 1 200 4 1 1 1000 false) 1 200 40 235 248 10000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 200 4 1 1 1000 false)) in E.
  replace (4 / 1) with 4 in E by lra. lra.
Qed.

(** F10 (control). "For p_ref = 1/200, eps = 1/1000 no beta > 0 gives convergence" is
    false: beta = 4 does. And the even iterates of the orbit of CE1 do converge. *)
Theorem nonconvergence_control :
  ~ (forall beta, 0 < beta -> ~ ex_lim_seq (iter (h (1 / 200) beta (1 / 1000)) (1 / 200))) /\
  ex_finite_lim_seq (fun n => iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) (n * 2 + 15)).
Proof.
  split.
  - intros H. apply (H 4); [lra|].
    destruct (h_converges_in_box (1 / 200) 4 (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra)
                _ _ _ (1 / 200) 40 control_box) as [c [_ [_ Lc]]]; [lra | apply control_entry |].
    now exists c.
  - destruct orbit_without_limit_1 as [[u [v [_ [_ [_ [_ [L _]]]]]]] _]. now exists u.
Qed.
