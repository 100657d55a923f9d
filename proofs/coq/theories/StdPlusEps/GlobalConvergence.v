(** Dynamics of the recurrence with advantage (r - p) / (std + e): the sharp
    Lipschitz constant of the gain, and global convergence for beta >= M_e. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel GeometricRate.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic.
From GrpoProofs.StdPlusEps Require Import Gain Slope.
Open Scope R_scope.

(** Strictly increasing although the derivative may vanish at one point. *)
Lemma deriv_pos_lt_but_one (f df : R -> R) z a b : a < b ->
  (forall x, is_derive f x (df x)) -> (forall x, x <> z -> 0 < df x) -> f a < f b.
Proof.
  intros Hab Hd Hp.
  assert (Side : forall u v, u < v -> (v <= z \/ z <= u) -> f u < f v).
  { intros u v Huv Hz. apply (deriv_pos_lt f df); [exact Huv | intros; apply Hd |].
    intros x Hx. apply Hp. destruct Hz; lra. }
  destruct (Rle_lt_dec b z) as [L | L]; [apply Side; [exact Hab | left; exact L] |].
  destruct (Rle_lt_dec z a) as [L' | L']; [apply Side; [exact Hab | right; exact L'] |].
  apply Rlt_trans with (f z); apply Side; lra.
Qed.

Section Lipschitz.
Variable e : R.
Hypothesis He : 0 < e.

Lemma std_pos x : 0 < std x.
Proof. unfold std. apply sqrt_lt_R0, var_sigma_pos. Qed.

Lemma Gstd_pos x : 0 < Gstd e x.
Proof. unfold Gstd. apply Rinv_0_lt_compat. pose proof (std_pos x). lra. Qed.

Lemma Gstd_continuity x : continuity_pt (Gstd e) x.
Proof. apply (deriv_continuity_pt _ _ (dGstd e x)), Gstd_derive. lra. Qed.

(** H14 (sharp Lipschitz constant). *)
Theorem Gstd_lipschitz x y : x <> y -> Rabs (Gstd e x - Gstd e y) < Mstd e * Rabs (x - y).
Proof.
  destruct (std_slope_supremum e He) as (_ & _ & Der & Bound & Eq & (z & Hz)).
  assert (Only : forall t, Rabs (dGstd e t) = Mstd e -> t = z \/ t = - z).
  { intros t Ht. apply Eq in Ht. rewrite <- Hz, !std_closed in Ht.
    apply (f_equal Rinv) in Ht. rewrite !Rinv_inv in Ht.
    assert (C : cosh (Rabs (t / 2)) = cosh (Rabs (z / 2))) by (rewrite !cosh_abs; lra).
    pose proof (Rabs_pos (t / 2)). pose proof (Rabs_pos (z / 2)).
    assert (A : Rabs (t / 2) = Rabs (z / 2)).
    { destruct (Rtotal_order (Rabs (t / 2)) (Rabs (z / 2))) as [L | [L | L]]; [| exact L |].
      - pose proof (cosh_lt _ _ H L). lra.
      - pose proof (cosh_lt _ _ H0 L). lra. }
    unfold Rabs in A. destruct (Rcase_abs (t / 2)); destruct (Rcase_abs (z / 2)); lra. }
  (* at the two extremal points the derivative has opposite signs *)
  assert (W : forall x y, x < y -> Rabs (Gstd e x - Gstd e y) < Mstd e * (y - x)).
  { intros a b Hab.
    assert (Up : exists zp, forall t, t <> zp -> 0 < Mstd e - dGstd e t).
    { exists (Rabs z). intros t Ht. pose proof (Bound t) as B. pose proof (Rle_abs (dGstd e t)).
      assert (K : Rabs (dGstd e t) <> Mstd e \/ dGstd e t < 0).
      { destruct (Req_dec (Rabs (dGstd e t)) (Mstd e)) as [E | E]; [right | left; exact E].
        assert (Ht0 : t < 0).
        { destruct (Only t E) as [-> | ->]; unfold Rabs in Ht; destruct (Rcase_abs z); lra. }
        unfold dGstd. pose proof (Nstd_pos e ltac:(lra) t).
        apply div_neg_pos; [apply sinh_neg; lra | nra]. }
      destruct K as [K | K]; [lra |].
      assert (0 <= Rabs (dGstd e t)) by apply Rabs_pos. lra. }
    assert (Dn : exists zm, forall t, t <> zm -> 0 < Mstd e + dGstd e t).
    { destruct Up as (zp & Up). exists (- zp). intros t Ht.
      specialize (Up (- t) ltac:(lra)). rewrite dGstd_odd in Up. lra. }
    destruct Up as (zp & Up). destruct Dn as (zm & Dn).
    assert (I1 : Mstd e * a - Gstd e a < Mstd e * b - Gstd e b).
    { apply (deriv_pos_lt_but_one (fun t => Mstd e * t - Gstd e t) (fun t => Mstd e - dGstd e t) zp);
        [exact Hab | | exact Up].
      intros t. pose proof (Der t) as D.
      assert (Ex : ex_derive (fun x : R => Gstd e x) t) by (eexists; exact D).
      assert (Dv : Derive (fun x : R => Gstd e x) t = dGstd e t) by (apply is_derive_unique, D).
      auto_derive; [exact Ex |]. rewrite Dv. ring. }
    assert (I2 : Mstd e * a + Gstd e a < Mstd e * b + Gstd e b).
    { apply (deriv_pos_lt_but_one (fun t => Mstd e * t + Gstd e t) (fun t => Mstd e + dGstd e t) zm);
        [exact Hab | | exact Dn].
      intros t. pose proof (Der t) as D.
      assert (Ex : ex_derive (fun x : R => Gstd e x) t) by (eexists; exact D).
      assert (Dv : Derive (fun x : R => Gstd e x) t = dGstd e t) by (apply is_derive_unique, D).
      auto_derive; [exact Ex |]. rewrite Dv. ring. }
    apply Rabs_def1; lra. }
  intros Hn. destruct (Rdichotomy x y Hn) as [L | L].
  - rewrite (Rabs_left (x - y)) by lra. replace (- (x - y)) with (y - x) by ring. apply W, L.
  - rewrite (Rabs_pos_eq (x - y)) by lra. rewrite Rabs_minus_sym. apply W, L.
Qed.
End Lipschitz.

Section Orbits.
Variables e x0 beta : R.
Hypothesis He : 0 < e.
Hypothesis Hbeta : 0 < beta.
Let f := Fstd x0 beta e.

Lemma Fstd_gain x : Gstd e x = beta * (f x - x0).
Proof. unfold f, Fstd. field. lra. Qed.

Lemma Fstd_continuity x : continuity_pt f x.
Proof.
  unfold f, Fstd. apply (continuity_pt_plus (fun _ => x0) (fun x => Gstd e x / beta)).
  - apply continuity_pt_const; intros ? ?; reflexivity.
  - apply (continuity_pt_mult (Gstd e) (fun _ => / beta)); [apply Gstd_continuity, He |].
    apply continuity_pt_const; intros ? ?; reflexivity.
Qed.

(** Amplification and envelope: x0 + 2 / (beta (1 + 2e)) <= F x < x0 + 1 / (beta e). *)
Theorem Fstd_envelope x : x0 + 2 / (1 + 2 * e) / beta <= f x < x0 + / e / beta.
Proof.
  destruct (Gstd_envelope e ltac:(lra) x) as (A & _ & _ & B). specialize (B He).
  pose proof (Rinv_0_lt_compat beta Hbeta) as I. unfold f, Fstd, Rdiv in *.
  split; [apply Rplus_le_compat_l, Rmult_le_compat_r; lra |].
  apply Rplus_lt_compat_l, Rmult_lt_compat_r; lra.
Qed.

(** H14 (as F3). If beta >= M_e every orbit from every start converges to the unique
    fixed point. *)
Theorem std_global_convergence : Mstd e <= beta ->
  exists c, fixpt f c /\ (forall d, fixpt f d -> d = c) /\ forall y, is_lim_seq (iter f y) c.
Proof.
  intros HM.
  assert (Contr : forall x y, x <> y -> Rabs (f x - f y) < Rabs (x - y)).
  { intros x y Hn. pose proof (Gstd_lipschitz e He x y Hn) as L. rewrite !Fstd_gain in L.
    replace (beta * (f x - x0) - beta * (f y - x0)) with (beta * (f x - f y)) in L by ring.
    rewrite Rabs_mult, (Rabs_pos_eq beta) in L by lra.
    assert (P : 0 < Rabs (x - y)) by (apply Rabs_pos_lt; lra).
    assert (Mstd e * Rabs (x - y) <= beta * Rabs (x - y)) by (apply Rmult_le_compat_r; lra).
    apply (Rmult_lt_reg_l beta); [exact Hbeta | lra]. }
  assert (Uniq : forall c d, fixpt f c -> fixpt f d -> d = c).
  { intros c d Fc Fd. destruct (Req_dec d c) as [E | Hn]; [exact E | exfalso].
    pose proof (Contr d c Hn) as K. unfold fixpt in *. rewrite Fc, Fd in K. lra. }
  assert (Conv : forall y, exists c, fixpt f c /\ is_lim_seq (iter f y) c).
  { intros y. set (top := x0 + / e / beta).
    pose proof (Rmin_l x0 y). pose proof (Rmin_r x0 y).
    pose proof (Rmax_l top y). pose proof (Rmax_r top y).
    destruct (coppel f (Rmin x0 y) (Rmax top y)) with (x := y) as (c & _ & Fc & Lc).
    - intros; apply Fstd_continuity.
    - intros x _. pose proof (Fstd_envelope x) as (A & B). fold top in B.
      assert (0 < 2 / (1 + 2 * e) / beta) by (repeat apply Rdiv_lt_0_compat; lra). lra.
    - intros x _ E. destruct (Req_dec (f x) x) as [K | K]; [exact K | exfalso].
      pose proof (Contr (f x) x K) as L. rewrite E, Rabs_minus_sym in L. lra.
    - lra.
    - exists c. split; assumption. }
  destruct (Conv 0) as (c & Fc & _). exists c. split; [exact Fc |].
  split; [intros d; apply Uniq, Fc |]. intros y. destruct (Conv y) as (d & Fd & L).
  rewrite <- (Uniq c d Fc Fd). exact L.
Qed.

(** H14 (as F3, rate). If beta > M_e, with L = M_e / beta and c the fixed point,
    |x_n - c| <= L^n |x_0 - c| and |x_n - c| <= L^n / (1 - L) |x_1 - x_0|. *)
Theorem std_geometric_rate : Mstd e < beta ->
  let L := Mstd e / beta in 0 < L < 1 /\
  forall c, fixpt f c -> forall x n,
    Rabs (iter f x n - c) <= L ^ n * Rabs (x - c) /\
    Rabs (iter f x n - c) <= L ^ n / (1 - L) * Rabs (iter f x 1 - x).
Proof.
  intros HM L. pose proof (y1_range e He) as [Py Hy].
  assert (PM : 0 < Mstd e).
  { pose proof (Gstd_lipschitz e He 1 0 ltac:(lra)) as Z. rewrite Rminus_0_r, Rabs_R1 in Z.
    pose proof (Rabs_pos (Gstd e 1 - Gstd e 0)). lra. }
  assert (HL : 0 < L < 1).
  { unfold L. split; [now apply Rdiv_lt_0_compat|]. apply (Rmult_lt_reg_r beta); [exact Hbeta|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  split; [exact HL|]. intros c Fc. apply geometric_rate; [lra | | exact Fc].
  intros x y. destruct (Req_dec x y) as [->|N]; [rewrite !Rminus_eq_0, Rabs_R0; lra|].
  pose proof (Gstd_lipschitz e He x y N) as Z. rewrite !Fstd_gain in Z.
  replace (beta * (f x - x0) - beta * (f y - x0)) with (beta * (f x - f y)) in Z by ring.
  rewrite Rabs_mult, (Rabs_pos_eq beta) in Z by lra.
  apply (Rmult_le_reg_l beta); [exact Hbeta|]. unfold L.
  replace (beta * (Mstd e / beta * Rabs (x - y))) with (Mstd e * Rabs (x - y)) by (field; lra). lra.
Qed.

End Orbits.
