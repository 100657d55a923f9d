(** Stability of a fixed point with multiplier 1: semi-stable at a fold, globally attracting
    at the cusp. *)

Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints.
From GrpoProofs.Orbits Require Import IterLemmas Folds.
Open Scope R_scope.

Section Degenerate.
Variables x0 beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let f := F x0 beta eps.

Lemma f_mono (u v : R) : 0 <= u <= v -> f u <= f v.
Proof.
  intros [Hu [Hv|Hv]]; [left; now apply F_increasing | subst; apply Rle_refl].
Qed.

Lemma f_cont (u : R) : 0 <= u -> continuity_pt f u.
Proof. intros _. now apply F_continuity_pt. Qed.

Lemma f_minus_id (x : R) : f x - x = x0 - psi beta eps x.
Proof. unfold f, F, psi. ring. Qed.

Lemma fixpt_f (x : R) : f x = x <-> psi beta eps x = x0.
Proof. apply (fixpt_psi x0 beta eps x). Qed.

(** E3. lam = 1 at the lower fold, x* = x1: orbits starting in [0, x1] tend to x*, orbits
    starting in (x1, x2] increase away from it: attraction from below only. *)
Theorem lower_fold_semistable (x1 x2 : R) : folds beta eps x1 x2 -> fixpt f x1 ->
  (forall x, 0 <= x <= x1 -> is_lim_seq (iter f x) x1) /\
  (forall x, x1 < x <= x2 -> x < f x /\ (forall n, x <= iter f x n) /\
     ~ is_lim_seq (iter f x) x1).
Proof.
  intros Hf E. apply fixpt_f in E. pose proof Hf as [[P1 P2] _]. split.
  - intros x Hx.
    assert (Up : x <= f x).
    { pose proof (f_minus_id x). destruct (proj2 Hx) as [L|L]; [|subst x; lra].
      pose proof (psi_up_1 beta eps Hbeta Heps x1 x2 Hf x x1 L ltac:(lra)). lra. }
    destruct (up_orbit_lim f 0 x f_mono f_cont ltac:(lra) Up) as [[c [Hc [Fc [Mc Lc]]]]|[Nc _]].
    + apply fixpt_f in E. specialize (Mc x1 ltac:(lra) E). apply fixpt_f in Fc. apply fixpt_f in E.
      assert (c = x1); [|now subst].
      apply (psi_inj_1 beta eps Hbeta Heps x1 x2 Hf); lra.
    + exfalso. apply (Nc x1); [lra|]. now apply fixpt_f.
  - intros x Hx.
    assert (Up : x < f x).
    { pose proof (f_minus_id x).
      pose proof (psi_down beta eps Hbeta Heps x1 x2 Hf x1 x ltac:(lra) ltac:(lra) ltac:(lra)).
      lra. }
    assert (Mo : forall n, x <= iter f x n)
      by (intros n; apply (up_orbit f 0 x f_mono); lra).
    split; [exact Up|]. split; [exact Mo|]. intros L.
    assert (Q : Rbar_le x x1).
    { apply (is_lim_seq_le (fun _ => x) (iter f x)); [exact Mo | apply is_lim_seq_const | exact L]. }
    simpl in Q. lra.
Qed.

(** E3. lam = 1 at the upper fold, x* = x2: attraction from above only; from below,
    orbits decrease until they have left (x1, x2). *)
Theorem upper_fold_semistable (x1 x2 : R) : folds beta eps x1 x2 -> fixpt f x2 ->
  (forall x, x2 <= x -> is_lim_seq (iter f x) x2) /\
  (forall x, x1 <= x < x2 -> f x < x /\ exists n, iter f x n <= x1).
Proof.
  intros Hf E. assert (E' : f x2 = x2) by exact E. apply fixpt_f in E.
  pose proof Hf as [[P1 P2] _]. split.
  - intros x Hx.
    assert (Dn : f x <= x).
    { pose proof (f_minus_id x). destruct Hx as [L|L]; [|subst x; lra].
      pose proof (psi_up_2 beta eps Hbeta Heps x1 x2 Hf x2 x ltac:(lra) L). lra. }
    assert (f_mono2 : forall u v, x2 <= u <= v -> f u <= f v) by (intros; apply f_mono; lra).
    assert (f_cont2 : forall u, x2 <= u -> continuity_pt f u) by (intros; apply f_cont; lra).
    destruct (down_orbit_lim f x2 x f_mono2 f_cont2 Hx ltac:(lra) Dn) as [c [Hc [Fc [_ Lc]]]].
    apply fixpt_f in Fc. assert (c = x2); [|now subst].
    apply (psi_inj_2 beta eps Hbeta Heps x1 x2 Hf); lra.
  - intros x Hx.
    assert (Dn : f x < x).
    { pose proof (f_minus_id x).
      pose proof (psi_down beta eps Hbeta Heps x1 x2 Hf x x2 ltac:(lra) ltac:(lra) ltac:(lra)).
      lra. }
    split; [exact Dn|].
    destruct (classic (exists n, iter f x n <= x1)) as [Q|Q]; [exact Q | exfalso].
    assert (Hi : forall n, x1 < iter f x n).
    { intros n. apply Rnot_le_lt. intros K. apply Q. now exists n. }
    assert (Hs : forall n, iter f x n <= x /\ iter f x (S n) <= iter f x n).
    { assert (St : forall y, x1 < y < x2 -> f y < y).
      { intros y Hy. pose proof (f_minus_id y).
        pose proof (psi_down beta eps Hbeta Heps x1 x2 Hf y x2 ltac:(lra) ltac:(lra) ltac:(lra)).
        lra. }
      intros n. induction n as [|n [IH1 IH2]]; simpl.
      - lra.
      - simpl in IH2. split; [lra|]. pose proof (Hi (S n)) as K. simpl in K.
        left. apply St. lra. }
    destruct (ex_finite_lim_seq_decr (iter f x) x1) as [c Hc].
    { intros n. apply Hs. } { intros n. left. apply Hi. }
    assert (B1 : Rbar_le x1 c).
    { apply (is_lim_seq_le (fun _ => x1) (iter f x)); [|apply is_lim_seq_const | exact Hc].
      intros n. left. apply Hi. }
    assert (B2 : Rbar_le c x).
    { apply (is_lim_seq_le (iter f x) (fun _ => x)); [|exact Hc | apply is_lim_seq_const].
      intros n. apply Hs. }
    simpl in B1, B2.
    assert (Fc : f c = c) by (eapply limit_is_fixpt; [apply f_cont; lra | exact Hc]).
    apply fixpt_f in Fc.
    assert (c = x2) by (apply (psi_inj_mid beta eps Hbeta Heps x1 x2 Hf); lra). lra.
Qed.

(** E3. At the cusp, beta = M_eps and x* = x_c, the fixed point is globally attracting. *)
Theorem cusp_globally_attracting : beta = Meps eps -> fixpt f (xcusp eps) ->
  forall x, is_lim_seq (iter f x) (xcusp eps).
Proof.
  intros Hm E x. apply fixpt_f in E. pose proof (xcusp_pos eps Heps) as Pc.
  assert (Inc : forall u v, u < v -> psi beta eps u < psi beta eps v)
    by (intros; apply psi_increasing_large_beta; auto; lra).
  assert (Un : forall c, f c = c -> c = xcusp eps).
  { intros c Fc. apply fixpt_f in Fc. destruct (Rtotal_order c (xcusp eps)) as [L|[L|L]].
    - apply Inc in L. lra. - exact L. - apply Inc in L. lra. }
  assert (P0 : 0 < f 0) by (pose proof (f_minus_id 0); pose proof (Inc _ _ Pc); lra).
  assert (Py : 0 < f x).
  { eapply Rlt_le_trans; [exact P0|]. unfold f. rewrite F_0 by assumption.
    now apply F_lower. }
  apply is_lim_seq_incr_1.
  apply (is_lim_seq_ext (iter f (f x))); [intros n; symmetry; apply iter_shift|].
  set (y := f x) in *. clearbody y.
  destruct (Rle_lt_dec y (f y)) as [Q|Q].
  - destruct (up_orbit_lim f 0 y f_mono f_cont ltac:(lra) Q) as [[c [_ [Fc [_ Lc]]]]|[_ Li]].
    + apply Un in Fc. now subst c.
    + exfalso. assert (B : Rbar_le p_infty (x0 + 1 / (beta * sqrt eps))); [|easy].
      apply (is_lim_seq_le (fun n => iter f y (S n)) (fun _ => x0 + 1 / (beta * sqrt eps)));
        [| apply is_lim_seq_incr_1 in Li; exact Li | apply is_lim_seq_const].
      intros n. simpl. left. now apply F_upper.
  - destruct (down_orbit_lim f 0 y f_mono f_cont ltac:(lra) ltac:(lra) ltac:(lra))
      as [c [_ [Fc [_ Lc]]]].
    apply Un in Fc. now subst c.
Qed.

End Degenerate.
