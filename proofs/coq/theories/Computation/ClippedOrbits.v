(** J10 and J11.  Clipping can destroy convergence: without smoothing, the
    unclipped orbit tends to 1 while the clipped orbit is attracted by a 2-cycle
    of the clipped map.  Clipping can change the limit: both orbits converge, to
    different fixed points. *)

Require Import Reals ZArith List Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Shape.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unsmoothed Require Import Escape.
From GrpoProofs.Clipped Require Import Map.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck
  AttractingCycle SuccessBoxes NotMonotone.
Import ListNotations.
Open Scope R_scope.

(** Below 1/2, and when the middle answer is below the clip, a clipped step is
    the smaller of a free step and of multiplication by 1 + e. *)
Definition capped (e pref beta eps p : R) : R := Rmin (h pref beta eps p) ((1 + e) * p).

Lemma clipped_is_capped e pref beta eps p : 0 < e -> 0 < p < / 2 ->
  answer pref beta (w_minus eps p) <= (1 + e) * p ->
  clipped_h e e pref beta eps p = capped e pref beta eps p.
Proof.
  intros He Hp Ha. unfold clipped_h, capped. f_equal.
  assert (D : clip_plus e p < clip_minus e p) by (unfold clip_plus, clip_minus; nra).
  assert (E : clip_lo e e p = (1 + e) * p).
  { unfold clip_lo. rewrite Rmin_left by lra. unfold clip_plus. ring. }
  unfold w_mid. destruct (Rlt_dec _ _) as [_|N]; [|contradiction].
  rewrite E. apply Rmax_left. eapply Rle_trans; [apply Rmin_l | exact Ha].
Qed.

Section Invariant.
Variables e pref beta eps a b : R.
Hypothesis Ha : 0 < a.
Hypothesis Hb : b < / 2.
Hypothesis He : 0 < e.
Hypothesis Hin : maps (capped e pref beta eps) a b a b.
Hypothesis Hans : forall p, a <= p <= b -> answer pref beta (w_minus eps p) <= (1 + e) * p.

Lemma iter_clipped x n : a <= x <= b ->
  iter (clipped_h e e pref beta eps) x n = iter (capped e pref beta eps) x n.
Proof.
  intros Hx. induction n as [|n IH]; [reflexivity|]. simpl. rewrite IH.
  assert (K : a <= iter (capped e pref beta eps) x n <= b)
    by now apply (iter_in _ (fun y => a <= y <= b)).
  apply clipped_is_capped; [exact He | lra | now apply Hans].
Qed.
End Invariant.

(** ** The capped map on boxes *)

Lemma capped_grows e pref beta eps a b c : 0 <= 1 + e ->
  (forall p, a <= p <= b -> c <= h pref beta eps p) -> (1 + e) * b <= c ->
  forall p, a <= p <= b -> capped e pref beta eps p = (1 + e) * p.
Proof.
  intros H0 H Hc p Hp. apply Rmin_right. apply Rle_trans with c; [|now apply H].
  apply Rle_trans with ((1 + e) * b); [|exact Hc]. apply Rmult_le_compat_l; lra.
Qed.

Lemma capped_free e pref beta eps a b c : 0 <= 1 + e ->
  (forall p, a <= p <= b -> h pref beta eps p <= c) -> c <= (1 + e) * a ->
  forall p, a <= p <= b -> capped e pref beta eps p = h pref beta eps p.
Proof.
  intros H0 H Hc p Hp. apply Rmin_left. apply Rle_trans with c; [now apply H|].
  apply Rle_trans with ((1 + e) * a); [exact Hc|]. apply Rmult_le_compat_l; lra.
Qed.

Section TwoCycle.
Variables e pref beta eps a b L x : R.
Variable N : nat.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.
Hypothesis He : 0 < e.
Let m := capped e pref beta eps.
Let f := h pref beta eps.
Hypothesis Hab : 0 < a < b.
Hypothesis Hsep : b < (1 + e) * a.
Hypothesis Hbox : h_box pref beta eps ((1 + e) * a) ((1 + e) * b) a b L.
Hypothesis HL : 0 <= L.
Hypothesis Hcontract : L * (1 + e) < 1.
Hypothesis Hgrow : forall p, a <= p <= b -> m p = (1 + e) * p.
Hypothesis Hfree : forall p, (1 + e) * a <= p <= (1 + e) * b -> m p = f p.
Hypothesis Hent : a <= iter m x N <= b.

Let g (p : R) : R := (1 + e) * p.

Lemma g_maps : maps g a b ((1 + e) * a) ((1 + e) * b).
Proof. intros p Hpp. unfold g. split; apply Rmult_le_compat_l; lra. Qed.

Lemma g_lipschitz : lipschitz g a b (1 + e).
Proof.
  intros p q _ _. unfold g. replace ((1 + e) * p - (1 + e) * q) with ((1 + e) * (p - q)) by ring.
  rewrite Rabs_mult, (Rabs_right (1 + e)); lra.
Qed.

Lemma two_steps p : a <= p <= b -> iter m p 2 = f (g p).
Proof. intros H. simpl. rewrite (Hgrow p H). apply Hfree. now apply g_maps. Qed.

Lemma capped_two_cycle :
  (exists u, a <= u <= b /\ two_cycle m u ((1 + e) * u) /\
     is_lim_seq (fun n => iter m x (n * 2 + N)) u) /\
  ~ ex_lim_seq (iter m x).
Proof.
  assert (Mf : maps f ((1 + e) * a) ((1 + e) * b) a b) by apply Hbox.
  assert (M : maps (fun p => f (g p)) a b a b) by exact (maps_comp _ _ _ _ _ _ _ _ g_maps Mf).
  assert (Li : lipschitz (fun p => f (g p)) a b (L * (1 + e))).
  { apply (lipschitz_comp g f _ _ _ _ _ _ HL g_maps g_lipschitz).
    apply (h_box_lipschitz pref beta eps Hp Hbeta Heps _ _ _ _ _ Hbox). }
  assert (C : continuous_on (fun p => f (g p)) a b).
  { apply (continuous_on_comp g f _ _ _ _ g_maps).
    - intros p _. apply continuity_pt_scal, derivable_continuous_pt, derivable_pt_id.
    - apply (h_box_continuous pref beta eps Hp Hbeta Heps _ _ _ _ _ Hbox). }
  assert (M2 : maps (fun p => iter m p 2) a b a b).
  { intros p Hpp. rewrite two_steps by exact Hpp. now apply M. }
  assert (HK : 0 <= L * (1 + e) < 1) by (split; [apply Rmult_le_pos; lra | exact Hcontract]).
  split.
  - destruct (contraction_limit (fun p => f (g p)) a b (L * (1 + e)) ltac:(lra) HK M Li C)
      as [u [Hu [Eu Lu]]].
    exists u. split; [exact Hu|]. split.
    + split; [nra|]. split; [now apply Hgrow|].
      rewrite (Hfree ((1 + e) * u) (g_maps u Hu)). exact Eu.
    + apply (is_lim_seq_ext (iter (fun p => f (g p)) (iter m x N))); [|now apply Lu].
      intros n. rewrite iter_add, <- iter_mult.
      induction n as [|n IH]; [reflexivity|].
      change (f (g (iter (fun p => f (g p)) (iter m x N) n))
              = iter m (iter (fun y => iter m y 2) (iter m x N) n) 2).
      rewrite IH. symmetry. apply two_steps.
      apply (iter_in _ (fun y => a <= y <= b)); assumption.
  - apply (no_limit m 2 a b x N M2 Hent ((1 + e) * a) ((1 + e) * b)); [lia | | now right].
    intros p Hpp. rewrite Hgrow by exact Hpp. now apply g_maps.
Qed.
End TwoCycle.

(** ** Orbits of the capped map, computed *)

Definition capped_formula (en ed r rd b bd e ed' : positive) (eps0 : bool) : expr :=
  Min (h_formula r rd b bd e ed' eps0) (Mul (Add (Cst 1 1) (Cst (Zpos en) ed)) (Var 0)).

Lemma capped_formula_correct en ed r rd b bd e ed' eps0 p :
  step (capped_formula en ed r rd b bd e ed' eps0) p
  = capped (IZR (Zpos en) / IZR (Zpos ed)) (IZR (Zpos r) / IZR (Zpos rd))
      (IZR (Zpos b) / IZR (Zpos bd)) (if eps0 then 0 else IZR (Zpos e) / IZR (Zpos ed')) p.
Proof.
  unfold capped. rewrite <- h_formula_correct. unfold step, capped_formula.
  cbn [eval nth]. f_equal. unfold Rdiv at 1. now rewrite Rinv_1, Rmult_1_r.
Qed.
