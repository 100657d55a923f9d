(** The references whose unsmoothed orbit lands exactly on the lower fixed point are
    countable: for each n they are isolated zeros of an analytic function of the fixed
    point a, x0 = a - (2/beta) cosh (a/2). *)

Require Import Reals Lra Psatz Lia Classical Cantor ZArith.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycles FixedPoints Thresholds Escape
  HardPrompts NonConvergence Threshold2 Analytic IsolatedZeros.
Open Scope R_scope.

(** * Isolated points of the line are countable *)

(** Fractions (i - j) / (k + 1), by the code of (i, (j, k)). *)
Definition frac (n : nat) : R :=
  let (i, m) := of_nat n in let (j, k) := of_nat m in (INR i - INR j) / INR (S k).

Lemma frac_dense x y : x < y -> exists n, x < frac n < y.
Proof.
  intros H.
  (* k + 1 > 1 / (y - x) *)
  destruct (archimed (/ (y - x))) as (A & _).
  assert (Pi : 0 < / (y - x)) by (apply Rinv_0_lt_compat; lra).
  set (N := up (/ (y - x))) in *.
  assert (HN : (0 < N)%Z) by (apply lt_IZR; lra).
  set (k := (Z.to_nat N - 1)%nat).
  assert (Ek : INR (S k) = IZR N).
  { rewrite INR_IZR_INZ. f_equal. unfold k. lia. }
  assert (Pk : 0 < INR (S k)) by (rewrite Ek; lra).
  assert (Step : 1 < (y - x) * INR (S k)).
  { rewrite Ek. apply (Rmult_lt_compat_l (y - x)) in A; [| lra]. rewrite Rinv_r in A; lra. }
  (* numerator *)
  destruct (archimed (x * INR (S k))) as (A1 & A2).
  set (M := up (x * INR (S k))) in *.
  exists (to_nat (Z.to_nat M, to_nat (Z.to_nat (- M), k))).
  unfold frac. rewrite !cancel_of_to.
  assert (EM : INR (Z.to_nat M) - INR (Z.to_nat (- M)) = IZR M).
  { rewrite !INR_IZR_INZ, <- minus_IZR. f_equal. lia. }
  rewrite EM. split; apply (Rmult_lt_reg_r (INR (S k))); try exact Pk;
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra.
Qed.

(** For a countable family of sets without accumulation points, an enumeration of
    their union: the least upper bound of the part between two fractions. *)
Definition enum (Z : nat -> R -> Prop) (code : nat) : R :=
  let (n, m) := of_nat code in let (i, j) := of_nat m in
  real (Lub_Rbar (fun t => frac i < t < frac j /\ Z n t)).

Lemma isolated_enumerable (Z : nat -> R -> Prop) :
  (forall n z, exists d, 0 < d /\ forall t, 0 < Rabs (t - z) < d -> ~ Z n t) ->
  forall n z, Z n z -> exists code, enum Z code = z.
Proof.
  intros Iso n z Hz. destruct (Iso n z) as (d & Hd & H).
  destruct (frac_dense (z - d) z ltac:(lra)) as (i & Hi).
  destruct (frac_dense z (z + d) ltac:(lra)) as (j & Hj).
  exists (to_nat (n, to_nat (i, j))). unfold enum. rewrite !cancel_of_to.
  assert (E : Lub_Rbar (fun t => frac i < t < frac j /\ Z n t) = z).
  { apply is_lub_Rbar_unique. split.
    - intros t (It & Zt). simpl. destruct (Req_dec t z) as [-> | Hn]; [lra | exfalso].
      apply (H t); [| exact Zt]. split; [apply Rabs_pos_lt; lra | apply Rabs_def1; lra].
    - intros b Hb. apply Hb. split; [lra | exact Hz]. }
  rewrite E. reflexivity.
Qed.

(** * Landing times *)

Section Landing.
Variable beta : R.
Hypothesis Hbeta : 0 < beta.

(** x0 as a function of the fixed point, and the n-th iterate. *)
Definition x0_of (a : R) : R := a - 2 * cosh (a / 2) / beta.
Definition land (n : nat) (a : R) : R := iter (F (x0_of a) beta 0) (x0_of a) n.

Lemma x0_of_psi a : x0_of a = psi beta 0 a.
Proof. unfold x0_of. rewrite psi_unsmoothed. reflexivity. Qed.

Lemma analytic_cosh_half f : analytic f -> analytic (fun x => cosh (f x / 2)).
Proof.
  intros Hf.
  apply (analytic_ext (fun x => / 2 * exp (/ 2 * f x) + / 2 * exp (- / 2 * f x))).
  - intros x. unfold cosh. replace (/ 2 * f x) with (f x / 2) by field.
    replace (- / 2 * f x) with (- (f x / 2)) by field. field.
  - apply (analytic_plus (fun x => / 2 * exp (/ 2 * f x)) (fun x => / 2 * exp (- / 2 * f x)));
      apply analytic_scal, analytic_exp, analytic_scal, Hf.
Qed.

Lemma analytic_id : analytic (fun x => x).
Proof. apply (analytic_ext (fun x => 0 + 1 * x)); [intros; ring | apply analytic_affine]. Qed.

Lemma analytic_x0_of : analytic x0_of.
Proof.
  apply (analytic_ext (fun a => a + - (2 / beta) * cosh (a / 2))).
  - intros a. unfold x0_of. field. lra.
  - apply (analytic_plus (fun a => a) (fun a => - (2 / beta) * cosh (a / 2)));
      [apply analytic_id | apply analytic_scal, (analytic_cosh_half (fun a => a)), analytic_id].
Qed.

Lemma analytic_land n : analytic (land n).
Proof.
  induction n as [| n IH]; [apply analytic_x0_of |].
  apply (analytic_ext (fun a => x0_of a + 2 / beta * cosh (land n a / 2))).
  - intros a. unfold land at 2. simpl. fold (land n a). rewrite F_unsmoothed. field. lra.
  - apply (analytic_plus x0_of (fun a => 2 / beta * cosh (land n a / 2)));
      [apply analytic_x0_of | apply analytic_scal, analytic_cosh_half, IH].
Qed.

(** For very negative a the orbit never lands on a. *)
Lemma land_not_identity n : exists a, land n a - a <> 0.
Proof.
  exists (- (24 * beta)). set (a := - (24 * beta)).
  assert (L : x0_of a < a) by (rewrite x0_of_psi; apply psi_below; lra).
  destruct n as [| n].
  - unfold land. simpl. lra.
  - pose proof (later_steps_large beta Hbeta (x0_of a) n) as K.
    unfold land. unfold a in L. specialize (K ltac:(unfold a; lra) ltac:(unfold a; lra)).
    unfold a in *. lra.
Qed.

Lemma landing_isolated n z : exists d, 0 < d /\ forall t, 0 < Rabs (t - z) < d -> ~ land n t = t.
Proof.
  destruct (land_not_identity n) as (a & Ha).
  assert (An : analytic (fun t => land n t - t)).
  { apply (analytic_ext (fun t => land n t + -1 * t)); [intros; ring |].
    apply (analytic_plus (land n) (fun t => -1 * t));
      [apply analytic_land | apply analytic_scal, analytic_id]. }
  destruct (analytic_zeros_isolated _ a An Ha z) as (d & Hd & H).
  exists d. split; [exact Hd |]. intros t Ht E.
  apply (H (t - z) Ht). replace (z + (t - z)) with t by ring. lra.
Qed.
End Landing.

(** G6 (exceptional set). For each beta there is one sequence of reals that contains
    every x0 in (- b2, x_FL) from which p_n converges (by landing exactly on the lower
    fixed point): the exceptional set is countable. *)
Theorem exceptional_references_countable beta b2 : beta_2 < beta -> largest_root beta b2 ->
  exists e : nat -> R, forall pref, 0 < pref < 1 ->
    - b2 < logit pref < x_FL beta ->
    (exists l : R, is_lim_seq (iter (h pref beta 0) pref) l) ->
    exists k, e k = logit pref.
Proof.
  intros H2 Hroot. pose proof beta_2_gt_1. assert (Hb : 0 < beta) by lra.
  exists (fun k => x0_of beta (enum (fun n a => land beta n a = a) k)).
  intros pref Hp Hx Conv.
  destruct (nonconvergence_set beta b2 H2 Hroot) as (_ & Cls).
  destruct (Cls pref Hp) as (_ & Ins). destruct (Ins Hx) as (_ & a & b & _ & Fix & Iff).
  apply Iff in Conv. destruct Conv as (n & E).
  assert (Ea : psi beta 0 a = logit pref) by (apply fixpt_psi, Fix; left; reflexivity).
  assert (L : land beta n a = a).
  { unfold land. rewrite x0_of_psi, Ea. rewrite (p_orbit beta pref Hp) in E.
    apply sigma_inj in E. exact E. }
  destruct (isolated_enumerable (fun n a => land beta n a = a)
    (fun n z => landing_isolated beta Hb n z) n a L) as (k & Ek).
  exists k. rewrite Ek, x0_of_psi. exact Ea.
Qed.
