(** J10 and J11: the parameter points. *)

Require Import Reals ZArith List Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Shape.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unsmoothed Require Import TwoCycles Escape.
From GrpoProofs.Clipped Require Import Map.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck
  AttractingCycle SuccessBoxes NotMonotone ClippedOrbits.
Open Scope R_scope.

(** Prove that [a, b] is invariant under the capped map; t: a point such that
    (1 + e) t is below b and h is below b on [t, b]. *)
Ltac capped_invariant t :=
  let p := fresh "p" in let Hp := fresh "Hp" in
  intros p Hp; split;
  [ apply Rmin_glb; [unfold h, Omega, var; zinterval_split p | lra]
  | destruct (Rle_dec p t);
    [ eapply Rle_trans; [apply Rmin_r | lra]
    | eapply Rle_trans; [apply Rmin_l |];
      assert (t <= p <= 0.18) by lra; clear Hp; unfold h, Omega, var; zinterval_split p ] ].

Ltac answer_below :=
  let p := fresh "p" in let Hp := fresh "Hp" in
  intros p Hp; apply Rminus_le; unfold answer, w_minus, var; zinterval_split p.

(** ** CE-A: p_ref = 1/110, beta = 1, eps = 0, clip radius 3/10 *)

Lemma a_invariant : maps (capped (3 / 10) (1 / 110) 1 0) (1 / 110) 0.17 (1 / 110) 0.17.
Proof. capped_invariant 0.13. Qed.

Lemma a_answer p : 1 / 110 <= p <= 0.17 ->
  answer (1 / 110) 1 (w_minus 0 p) <= (1 + 3 / 10) * p.
Proof. revert p; answer_below. Qed.

Lemma a_box : h_box (1 / 110) 1 0 ((1 + 3 / 10) * 0.12265) ((1 + 3 / 10) * 0.12350)
  0.12265 0.12350 0.76.
Proof. prove_h_box. Qed.

Lemma a_grow p : 0.12265 <= p <= 0.12350 ->
  capped (3 / 10) (1 / 110) 1 0 p = (1 + 3 / 10) * p.
Proof.
  apply (capped_grows _ _ _ _ _ _ 0.1606); [lra | | lra].
  clear p. intros p Hp. unfold h, Omega, var. zinterval_split p.
Qed.

Lemma a_free p : (1 + 3 / 10) * 0.12265 <= p <= (1 + 3 / 10) * 0.12350 ->
  capped (3 / 10) (1 / 110) 1 0 p = h (1 / 110) 1 0 p.
Proof.
  apply (capped_free _ _ _ _ _ _ 0.1236); [lra | | lra].
  intros q Hq. destruct a_box as [_ [_ [M _]]]. specialize (M q Hq). lra.
Qed.

Lemma a_entry : 0.12265 <= iter (capped (3 / 10) (1 / 110) 1 0) (1 / 110) 14 <= 0.12350.
Proof.
  assert (E : step_in bits120 (capped_formula 3 10 1 110 1 1 1 1 true) 1 110 14
                12265 12350 100000 = true) by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (capped_formula_correct 3 10 1 110 1 1 1 1 true)) in E.
  cbv iota in E. replace (1 / 1) with 1 in E by lra. lra.
Qed.

Lemma escapes pref : 0 < pref < 1 ->
  logit pref < -2 -> Rabs (logit pref) < cosh (logit pref / 2) ->
  is_lim_seq (iter (h pref 1 0) pref) 1.
Proof.
  intros Hp H1 H2. apply (escape_set 1 pref Rlt_0_1 Hp). right. split; [|lra].
  assert (asinh 1 <= 1); [|lra]. unfold asinh. zinterval.
Qed.

(** J10, CE-A. At p_ref = 1/110, beta = 1, eps = 0 the unclipped orbit tends to 1; with
    clip radius 3/10 the orbit is attracted by the 2-cycle {u, 1.3 u} of the clipped
    map and has no limit. *)
Theorem clipping_destroys_convergence_a :
  let C := clipped_h (3 / 10) (3 / 10) (1 / 110) 1 0 in
  is_lim_seq (iter (h (1 / 110) 1 0) (1 / 110)) 1 /\
  (exists u, 0.12265 <= u <= 0.12350 /\ two_cycle C u ((1 + 3 / 10) * u) /\
     is_lim_seq (fun n => iter C (1 / 110) (n * 2 + 14)) u) /\
  ~ ex_lim_seq (iter C (1 / 110)).
Proof.
  intros C.
  assert (I : forall n, iter C (1 / 110) n = iter (capped (3 / 10) (1 / 110) 1 0) (1 / 110) n).
  { intros n. apply (iter_clipped _ _ _ _ (1 / 110) 0.17); try lra;
      [apply a_invariant | apply a_answer]. }
  destruct (capped_two_cycle (3 / 10) (1 / 110) 1 0 0.12265 0.12350 0.76 (1 / 110) 14)
    as [[u [Hu [[Huv [Eu Ev]] Lu]]] Nl]; try lra.
  { apply a_box. } { apply a_grow. } { apply a_free. } { apply a_entry. }
  split; [|split].
  - apply escapes; [lra | |]; unfold logit.
    + zinterval.
    + apply Rminus_lt. unfold cosh. zinterval.
  - exists u. split; [exact Hu|]. split.
    + assert (forall p, 0 < p < / 2 -> 1 / 110 <= p <= 0.17 ->
        C p = capped (3 / 10) (1 / 110) 1 0 p) as K.
      { intros p H1 H2. apply clipped_is_capped; [lra | exact H1 | now apply a_answer]. }
      split; [exact Huv|]. split; rewrite K by lra; assumption.
    + apply (is_lim_seq_ext (fun n => iter (capped (3 / 10) (1 / 110) 1 0) (1 / 110) (n * 2 + 14)));
        [intros; symmetry; apply I | exact Lu].
  - intros [l Hl]. apply Nl. exists l.
    apply (is_lim_seq_ext (iter C (1 / 110))); [exact I | exact Hl].
Qed.

(** ** CE-B: p_ref = 1/125, beta = 1, eps = 0, clip radius 1/2 *)

Lemma b_invariant : maps (capped (1 / 2) (1 / 125) 1 0) (1 / 125) 0.18 (1 / 125) 0.18.
Proof. capped_invariant 0.115. Qed.

Lemma b_answer p : 1 / 125 <= p <= 0.18 ->
  answer (1 / 125) 1 (w_minus 0 p) <= (1 + 1 / 2) * p.
Proof. revert p; answer_below. Qed.

Lemma b_box : h_box (1 / 125) 1 0 ((1 + 1 / 2) * 0.10785) ((1 + 1 / 2) * 0.10865)
  0.10785 0.10865 0.66.
Proof. prove_h_box. Qed.

Lemma b_grow p : 0.10785 <= p <= 0.10865 ->
  capped (1 / 2) (1 / 125) 1 0 p = (1 + 1 / 2) * p.
Proof.
  apply (capped_grows _ _ _ _ _ _ 0.165); [lra | | lra].
  clear p. intros p Hp. unfold h, Omega, var. zinterval_split p.
Qed.

Lemma b_free p : (1 + 1 / 2) * 0.10785 <= p <= (1 + 1 / 2) * 0.10865 ->
  capped (1 / 2) (1 / 125) 1 0 p = h (1 / 125) 1 0 p.
Proof.
  apply (capped_free _ _ _ _ _ _ 0.1087); [lra | | lra].
  intros q Hq. destruct b_box as [_ [_ [M _]]]. specialize (M q Hq). lra.
Qed.

Lemma b_entry : 0.10785 <= iter (capped (1 / 2) (1 / 125) 1 0) (1 / 125) 98 <= 0.10865.
Proof.
  assert (E : step_in bits120 (capped_formula 1 2 1 125 1 1 1 1 true) 1 125 98
                10785 10865 100000 = true) by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (capped_formula_correct 1 2 1 125 1 1 1 1 true)) in E.
  cbv iota in E. replace (1 / 1) with 1 in E by lra. lra.
Qed.

(** J10, CE-B. The same at p_ref = 1/125 with clip radius 1/2: the clipped orbit is
    attracted by the 2-cycle {u, 1.5 u} of the clipped map. *)
Theorem clipping_destroys_convergence_b :
  let C := clipped_h (1 / 2) (1 / 2) (1 / 125) 1 0 in
  is_lim_seq (iter (h (1 / 125) 1 0) (1 / 125)) 1 /\
  (exists u, 0.10785 <= u <= 0.10865 /\ two_cycle C u ((1 + 1 / 2) * u) /\
     is_lim_seq (fun n => iter C (1 / 125) (n * 2 + 98)) u) /\
  ~ ex_lim_seq (iter C (1 / 125)).
Proof.
  intros C.
  assert (I : forall n, iter C (1 / 125) n = iter (capped (1 / 2) (1 / 125) 1 0) (1 / 125) n).
  { intros n. apply (iter_clipped _ _ _ _ (1 / 125) 0.18); try lra;
      [apply b_invariant | apply b_answer]. }
  destruct (capped_two_cycle (1 / 2) (1 / 125) 1 0 0.10785 0.10865 0.66 (1 / 125) 98)
    as [[u [Hu [[Huv [Eu Ev]] Lu]]] Nl]; try lra.
  { apply b_box. } { apply b_grow. } { apply b_free. } { apply b_entry. }
  split; [|split].
  - apply escapes; [lra | |]; unfold logit.
    + zinterval.
    + apply Rminus_lt. unfold cosh. zinterval.
  - exists u. split; [exact Hu|]. split.
    + assert (forall p, 0 < p < / 2 -> 1 / 125 <= p <= 0.18 ->
        C p = capped (1 / 2) (1 / 125) 1 0 p) as K.
      { intros p H1 H2. apply clipped_is_capped; [lra | exact H1 | now apply b_answer]. }
      split; [exact Huv|]. split; rewrite K by lra; assumption.
    + apply (is_lim_seq_ext (fun n => iter (capped (1 / 2) (1 / 125) 1 0) (1 / 125) (n * 2 + 98)));
        [intros; symmetry; apply I | exact Lu].
  - intros [l Hl]. apply Nl. exists l.
    apply (is_lim_seq_ext (iter C (1 / 125))); [exact I | exact Hl].
Qed.

(** J10. "Clipped GRPO converges whenever unclipped GRPO does" is false. *)
Theorem clipped_converges_when_unclipped_does_false :
  ~ (forall e pref beta eps, 0 < e < 1 -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
       ex_finite_lim_seq (iter (h pref beta eps) pref) ->
       ex_finite_lim_seq (iter (clipped_h e e pref beta eps) pref)).
Proof.
  intros H. destruct clipping_destroys_convergence_a as [L [_ Nl]].
  destruct (H (3 / 10) (1 / 110) 1 0) as [l Hl]; try lra; [now exists 1|].
  apply Nl. now exists l.
Qed.

(** ** J11: p_ref = 1/100, beta = 1, eps = 1/1000, clip radius 1/5 *)

Lemma c_invariant :
  maps (capped (1 / 5) (1 / 100) 1 (1 / 1000)) (1 / 100) 0.17 (1 / 100) 0.17.
Proof. capped_invariant 0.14. Qed.

Lemma c_answer p : 1 / 100 <= p <= 0.17 ->
  answer (1 / 100) 1 (w_minus (1 / 1000) p) <= (1 + 1 / 5) * p.
Proof. revert p; answer_below. Qed.

Lemma c_box : h_box (1 / 100) 1 (1 / 1000) 0.145155 0.145835 0.145155 0.145835 0.9995.
Proof. prove_h_box. Qed.

Lemma c_entry : 0.145155 <= iter (capped (1 / 5) (1 / 100) 1 (1 / 1000)) (1 / 100) 500 <= 0.145835.
Proof.
  assert (E : step_in bits60 (capped_formula 1 5 1 100 1 1 1 1000 false) 1 100 500
                145155 145835 1000000 = true) by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (capped_formula_correct 1 5 1 100 1 1 1 1000 false)) in E.
  cbv iota in E. replace (1 / 1) with 1 in E by lra. lra.
Qed.

Lemma clipped_limit : exists c : R, 0.145155 <= c <= 0.145835 /\
  fixpt (h (1 / 100) 1 (1 / 1000)) c /\
  is_lim_seq (iter (clipped_h (1 / 5) (1 / 5) (1 / 100) 1 (1 / 1000)) (1 / 100)) c.
Proof.
  set (m := capped (1 / 5) (1 / 100) 1 (1 / 1000)). set (f := h (1 / 100) 1 (1 / 1000)).
  assert (Fr : forall p, 0.145155 <= p <= 0.145835 -> m p = f p).
  { apply (capped_free _ _ _ _ _ _ 0.145835); [lra | | lra].
    intros p Hp. destruct c_box as [_ [_ [M _]]]. specialize (M p Hp). lra. }
  destruct (contraction_limit f 0.145155 0.145835 0.9995) as [c [Hc [Ec Lc]]]; try lra.
  { apply c_box. }
  { apply (h_box_lipschitz (1 / 100) 1 (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra) _ _ _ _ _ c_box). }
  { apply (h_box_continuous (1 / 100) 1 (1 / 1000) ltac:(lra) ltac:(lra) ltac:(lra) _ _ _ _ _ c_box). }
  exists c. split; [exact Hc|]. split; [exact Ec|].
  apply (is_lim_seq_incr_n _ 500).
  apply (is_lim_seq_ext (iter f (iter m (1 / 100) 500))); [|apply Lc; exact c_entry].
  intros n. rewrite (iter_clipped _ _ _ _ (1 / 100) 0.17); try lra;
    [|apply c_invariant | apply c_answer].
  fold m. rewrite iter_add. generalize c_entry. fold m.
  generalize (iter m (1 / 100) 500). intros y Hy.
  induction n as [|n IH]; [reflexivity|].
  simpl. rewrite <- IH. symmetry. apply Fr.
  apply (iter_in f (fun z => 0.145155 <= z <= 0.145835)); [apply c_box | exact Hy].
Qed.

(** J11. At p_ref = 1/100, beta = 1, eps = 1/1000 the unclipped orbit converges to a limit
    above 1 - 10^-11, the orbit with clip radius 1/5 to one of the fixed points of the
    same map h between 0.145155 and 0.145835. *)
Theorem clipping_changes_the_limit : exists c c' : R,
  is_lim_seq (iter (h (1 / 100) 1 (1 / 1000)) (1 / 100)) c /\
  is_lim_seq (iter (clipped_h (1 / 5) (1 / 5) (1 / 100) 1 (1 / 1000)) (1 / 100)) c' /\
  fixpt (h (1 / 100) 1 (1 / 1000)) c /\ fixpt (h (1 / 100) 1 (1 / 1000)) c' /\
  1 - 1 / 10 ^ 11 <= c < 1 /\ 0.145155 <= c' <= 0.145835.
Proof.
  destruct weak_limit as [c [Hc Lc]], clipped_limit as [c' [Hc' [Fc' Lc']]].
  exists c, c'. repeat split; try assumption; try lra.
  apply limit_fixpt; try lra. exact Lc.
Qed.

(** J11 (control). The clipped limit is not below 0.145. *)
Theorem clipping_changes_the_limit_control (c' : R) :
  is_lim_seq (iter (clipped_h (1 / 5) (1 / 5) (1 / 100) 1 (1 / 1000)) (1 / 100)) c' -> ~ c' < 0.145.
Proof.
  intros L. destruct clipped_limit as [c [Hc [_ Lc]]].
  apply is_lim_seq_unique in L. apply is_lim_seq_unique in Lc. rewrite L in Lc.
  injection Lc as ->. lra.
Qed.

(** J10 (control). "Clipping destroys convergence for every admissible choice of the
    parameters" is false as well: at the point of J11 both orbits converge. *)
Theorem clipping_need_not_destroy_convergence :
  ~ (forall e pref beta eps, 0 < e < 1 -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
       ex_finite_lim_seq (iter (h pref beta eps) pref) ->
       ~ ex_lim_seq (iter (clipped_h e e pref beta eps) pref)).
Proof.
  intros H. destruct clipping_changes_the_limit as [c [c' [L [L' _]]]].
  apply (H (1 / 5) (1 / 100) 1 (1 / 1000)); try lra; [now exists c | now exists c'].
Qed.
