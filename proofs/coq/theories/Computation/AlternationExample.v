(** F12 at p_ref = 1/10, beta = 1, eps = 1/1000: p_1 and p_2 are both above p*, and from n = 2
    on the orbit alternates around p*. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unimodal Require Import EvenMap.
From GrpoProofs.Whitening Require Import Recurrence.
From GrpoProofs.Orbits Require Import IterLemmas Success.
From GrpoProofs.Orbits Require Alternation.
From GrpoProofs.Computation Require Import IntervalZ AttractingCycle SuccessBoxes NotMonotone.
Open Scope R_scope.

Local Definition g := h (1 / 10) 1 (1 / 1000).
Local Definition x0 := logit (1 / 10).
Local Definition f := F x0 1 (1 / 1000).

Lemma f_unimodal : even_unimodal f.
Proof.
  exact (FW_even_unimodal (Omega (1 / 1000)) (dG (1 / 1000)) x0 1
    (Omega_whitening (1 / 1000) ltac:(lra)) ltac:(lra)).
Qed.

Lemma sigma_f x : sigma (f x) = g (sigma x).
Proof. apply sigma_F; lra. Qed.

Lemma critical_negative : f 0 < 0.
Proof. unfold f. rewrite F_0 by lra. unfold F0, x0, logit. zinterval. Qed.

(** Digits of the lowest fixed point. *)
Lemma low_digits a : lowest f a -> 0.4521 <= sigma a <= 0.4522.
Proof.
  intros La. pose proof (lowest_neg f f_unimodal a critical_negative La) as Ha.
  assert (Ea : g (sigma a) = sigma a) by (rewrite <- sigma_f; f_equal; apply La).
  assert (S : forall u v u' v', (forall p, u <= p <= v -> u' <= g p <= v') ->
    u <= sigma a <= v -> u' <= sigma a <= v') by (intros u v u' v' H Hc; rewrite <- Ea; now apply H).
  assert (I : 0.449 <= sigma a <= 0.5).
  { split.
    - apply Rle_trans with (sigma (f 0)); [|apply sigma_le; lra].
      rewrite sigma_f, sigma_0. unfold g, h, Omega, var. zinterval.
    - left. replace 0.5 with (/ 2) by lra. apply sigma_lt_half. lra. }
  apply (S 0.4520 0.4524); [intros p Hp; unfold g, h, Omega, var; split; zinterval_split p |].
  apply (S 0.4498 0.4525); [intros p Hp; unfold g, h, Omega, var; split; zinterval_split p |].
  apply (S 0.449 0.5); [intros p Hp; unfold g, h, Omega, var; split; zinterval_split p | exact I].
Qed.

Lemma from_three n : 0.45 <= pn (3 + n) <= 0.454.
Proof.
  destruct first_iterates as (_ & _ & I3 & _).
  induction n as [|n IH]; [simpl; unfold pn in I3; simpl in I3; unfold pn; simpl; lra|].
  replace (3 + S n)%nat with (S (3 + n)) by lia.
  exact (proj1 (proj2 (proj2 strong_box)) _ IH).
Qed.

Lemma never_lands a : lowest f a -> forall n, pn n <> sigma a.
Proof.
  intros La. pose proof (low_digits a La) as D. destruct first_iterates as (I1 & I2 & _ & _).
  induction n as [|n IH]; [unfold pn; simpl; lra|]. intros E.
  assert (Pn : 0 < pn n < 1).
  { destruct n as [|n]; [unfold pn; simpl; lra|]. apply (h_range (1 / 10) 1 (1 / 1000)). lra. }
  assert (Q : f (logit (pn n)) = f a).
  { apply sigma_inj. rewrite sigma_f, sigma_logit by exact Pn. rewrite (proj1 La). exact E. }
  assert (R : Rabs (logit (pn n)) = Rabs a).
  { destruct (Rtotal_order (Rabs (logit (pn n))) (Rabs a)) as [L | [L | L]]; [| exact L |].
    - pose proof (f_abs_lt f f_unimodal _ _ L). lra.
    - pose proof (f_abs_lt f f_unimodal _ _ L). lra. }
  assert (C : logit (pn n) = a \/ logit (pn n) = - a).
  { unfold Rabs in R. destruct (Rcase_abs (logit (pn n))); destruct (Rcase_abs a); lra. }
  destruct C as [C | C]; apply (f_equal sigma) in C; rewrite sigma_logit in C by exact Pn.
  - exact (IH C).
  - rewrite sigma_opp in C. destruct n as [|[|[|n]]].
    + unfold pn in C; simpl in C. lra.
    + lra.
    + lra.
    + pose proof (from_three n). simpl Nat.add in *. lra.
Qed.

(** F12, example. With p* the smallest fixed point: p* is in [0.4521, 0.4522], p_1 and p_2 exceed
    it, p_n tends to it, and (p_n - p* )(p_(n+1) - p* ) < 0 for every n >= 2. *)
Theorem alternation_example : exists c, lowest g c /\ 0.4521 <= c <= 0.4522 /\
  c < pn 1 /\ c < pn 2 /\ is_lim_seq pn c /\
  forall n, (2 <= n)%nat -> (pn n - c) * (pn (S n) - c) < 0.
Proof.
  destruct (low_exists f f_unimodal critical_negative) as [a [Ha Fa]].
  assert (La : lowest f a) by (apply (neg_fixpt_lowest f f_unimodal); [exact Fa | lra]).
  pose proof (low_digits a La) as D. destruct first_iterates as (I1 & I2 & _ & _).
  exists (sigma a).
  split; [exact (proj1 (Recurrence.lowest_p (Omega (1 / 1000)) (1 / 10) 1 ltac:(lra) a) La)|].
  split; [exact D|]. split; [lra|]. split; [lra|]. split.
  - destruct strong_limit as [d [Hd Ld]].
    assert (Fd := limit_fixpt (1 / 10) 1 (1 / 1000) d ltac:(lra) ltac:(lra) ltac:(lra) Ld).
    destruct (Recurrence.fixpt_p (Omega (1 / 1000)) (1 / 10) 1 ltac:(lra) d Fd) as [Fx [_ Ed]].
    assert (Neg : logit d < 0) by (apply sigma_lt_half; rewrite Ed; lra).
    rewrite <- (low_unique f f_unimodal a (logit d) Fa Fx ltac:(lra) ltac:(lra)), Ed. exact Ld.
  - destruct (Alternation.alternation_around_low (1 / 10) 1 (1 / 1000) a) as [_ [_ A]]; try lra.
    + fold x0. rewrite <- F_0 by lra. exact critical_negative.
    + exact La.
    + intros n Hn. refine (A _ (never_lands a La) 2%nat _ _ n Hn).
      * fold x0 f. rewrite <- F_0 by lra. fold f. left. apply sigma_lt_iff.
        rewrite sigma_f, sigma_f, sigma_0, sigma_opp.
        assert (g (g (/ 2)) < 0.46); [|lra].
        assert (B : 0.4498 <= g (/ 2) <= 0.4499) by (unfold g, h, Omega, var; split; zinterval).
        set (q := g (/ 2)) in *. clearbody q. unfold g, h, Omega, var. zinterval_split q.
      * lia.
      * change (pn 2 <= 1 - sigma a). lra.
Qed.

(** F12 (control). The alternation does not begin at n = 1: (p_1 - p* )(p_2 - p* ) > 0. *)
Theorem alternation_example_control c : lowest g c -> ~ (pn 1 - c) * (pn 2 - c) < 0.
Proof.
  intros Lc. destruct alternation_example as [d [Ld [Hd [D1 [D2 _]]]]].
  assert (c = d) by (apply Rle_antisym; [apply Lc, Ld | apply Ld, Lc]). subst d.
  apply Rle_not_lt, Rmult_le_pos; lra.
Qed.
