(** Real-analytic functions, as much as the exceptional references need: sums,
    multiples, affine functions and exponentials of analytic functions are analytic,
    and the zeros of an analytic function on the line that is not identically zero are
    isolated. *)

Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs.Unsmoothed Require Import Calculus.
Open Scope R_scope.

Definition geo_bounded (a : nat -> R) (C q : R) : Prop :=
  0 <= C /\ 0 < q /\ forall k, Rabs (a k) <= C * q ^ k.

Definition analytic_at (f : R -> R) (z : R) : Prop :=
  exists a C q r, geo_bounded a C q /\ 0 < r /\ r * q <= 1 /\
    forall h, Rabs h < r -> f (z + h) = PSeries a h.

Definition analytic (f : R -> R) : Prop := forall z, analytic_at f z.

Lemma radius a C q h : geo_bounded a C q -> Rabs h * q < 1 -> Rbar_lt (Rabs h) (CV_radius a).
Proof.
  intros (HC & Hq & B) Hh.
  apply Rbar_lt_le_trans with (/ q).
  - simpl. apply (Rmult_lt_reg_r q); [exact Hq |]. rewrite Rinv_l; lra.
  - apply (CV_radius_bounded a). exists C. intros n.
    rewrite Rabs_mult. rewrite (Rabs_pos_eq ((/ q) ^ n)).
    2: { apply pow_le. left; apply Rinv_0_lt_compat; exact Hq. }
    assert (E : q ^ n * (/ q) ^ n = 1) by (rewrite <- Rpow_mult_distr, Rinv_r, pow1; lra).
    assert (P : 0 <= (/ q) ^ n) by (apply pow_le; left; apply Rinv_0_lt_compat; exact Hq).
    apply Rle_trans with (C * q ^ n * (/ q) ^ n); [apply Rmult_le_compat_r; [exact P | apply B] |].
    rewrite Rmult_assoc, E. lra.
Qed.

Lemma in_disc h r q : 0 < q -> Rabs h < r -> r * q <= 1 -> Rabs h * q < 1.
Proof. intros Hq Hh Hr. nra. Qed.

Lemma analytic_ext f g : (forall x, f x = g x) -> analytic f -> analytic g.
Proof.
  intros E H z. destruct (H z) as (a & C & q & r & B & Hr & Hq & S).
  exists a, C, q, r. repeat split; try assumption; try apply B.
  intros h Hh. rewrite <- E. apply S, Hh.
Qed.

Lemma analytic_plus f g : analytic f -> analytic g -> analytic (fun x => f x + g x).
Proof.
  intros Hf Hg z. destruct (Hf z) as (a & C & q & r & (B1 & B2 & B3) & Hr & Hq & S).
  destruct (Hg z) as (a' & C' & q' & r' & (B1' & B2' & B3') & Hr' & Hq' & S').
  exists (PS_plus a a'), (C + C'), (Rmax q q'), (Rmin r r').
  pose proof (Rmax_l q q'). pose proof (Rmax_r q q').
  pose proof (Rmin_l r r'). pose proof (Rmin_r r r').
  assert (P : 0 < Rmin r r') by (apply Rmin_pos; assumption).
  split; [| split; [exact P | split]].
  - split; [lra |]. split; [lra |]. intros k. unfold PS_plus.
    change (plus (a k) (a' k)) with (a k + a' k).
    apply Rle_trans with (1 := Rabs_triang _ _).
    assert (Q1 : q ^ k <= Rmax q q' ^ k) by (apply pow_incr; lra).
    assert (Q2 : q' ^ k <= Rmax q q' ^ k) by (apply pow_incr; lra).
    specialize (B3 k). specialize (B3' k).
    apply (Rmult_le_compat_l C) in Q1; [| lra]. apply (Rmult_le_compat_l C') in Q2; [| lra]. lra.
  - unfold Rmax. destruct (Rle_dec q q'); nra.
  - intros h Hh. rewrite S, S' by lra. symmetry. apply PSeries_plus.
    + apply CV_radius_inside, (radius a C q); [repeat split; assumption |].
      apply (in_disc h r q); lra.
    + apply CV_radius_inside, (radius a' C' q'); [repeat split; assumption |].
      apply (in_disc h r' q'); lra.
Qed.

Lemma analytic_scal c f : analytic f -> analytic (fun x => c * f x).
Proof.
  intros Hf z. destruct (Hf z) as (a & C & q & r & (B1 & B2 & B3) & Hr & Hq & S).
  exists (PS_scal c a), (Rabs c * C), q, r.
  split; [| split; [exact Hr | split; [exact Hq |]]].
  - split; [apply Rmult_le_pos; [apply Rabs_pos | exact B1] |]. split; [exact B2 |].
    intros k. unfold PS_scal. change (scal c (a k)) with (c * a k).
    rewrite Rabs_mult, Rmult_assoc. apply Rmult_le_compat_l; [apply Rabs_pos | apply B3].
  - intros h Hh. rewrite S by exact Hh. symmetry. apply PSeries_scal.
Qed.

Lemma analytic_affine p s : analytic (fun x => p + s * x).
Proof.
  intros z. set (a := fun k : nat => match k with 0%nat => p + s * z | 1%nat => s | _ => 0 end).
  exists a, (Rabs (p + s * z) + Rabs s), 1, 1.
  assert (B : geo_bounded a (Rabs (p + s * z) + Rabs s) 1).
  { pose proof (Rabs_pos (p + s * z)). pose proof (Rabs_pos s).
    split; [lra |]. split; [lra |]. intros k. rewrite pow1.
    destruct k as [| [| k]]; simpl; [lra | lra | rewrite Rabs_R0; lra]. }
  split; [exact B |]. split; [lra |]. split; [lra |]. intros h Hh.
  assert (Ex : ex_pseries a h).
  { apply CV_radius_inside, (radius a _ 1 h B). lra. }
  rewrite PSeries_decr_1 by exact Ex.
  assert (B1 : geo_bounded (PS_decr_1 a) (Rabs (p + s * z) + Rabs s) 1).
  { destruct B as (H1 & H2 & H3). split; [exact H1 |]. split; [exact H2 |].
    intros k. unfold PS_decr_1. specialize (H3 (S k)). rewrite pow1 in *. exact H3. }
  rewrite (PSeries_decr_1 (PS_decr_1 a)).
  2: { apply CV_radius_inside, (radius (PS_decr_1 a) _ 1 h B1). lra. }
  rewrite (PSeries_ext (PS_decr_1 (PS_decr_1 a)) (fun _ => 0)) by reflexivity.
  rewrite PSeries_const_0. unfold PS_decr_1, a. ring.
Qed.

(** * Exponentials: y' = f' y as a recursion on coefficients *)

Section Exp.
Variable c : nat -> R.
Variables C q : R.
Hypothesis Bc : geo_bounded c C q.

(** y_(n+1) = (sum_(k<=n) (k+1) c_(k+1) y_(n-k)) / (n+1) *)
Fixpoint upto (n : nat) : nat -> R :=
  match n with
  | 0%nat => fun _ => exp (c 0%nat)
  | S m => fun k => if Nat.leb k m then upto m k
                    else sum_f_R0 (fun j => PS_derive c j * upto m (m - j)) m / INR (S m)
  end.
Definition ycoef (n : nat) : R := upto n n.

Lemma upto_stable n k : (k <= n)%nat -> upto n k = ycoef k.
Proof.
  induction n as [| n IH]; intros H.
  - replace k with 0%nat by lia. reflexivity.
  - destruct (Nat.eq_dec k (S n)) as [-> | Hn]; [reflexivity |].
    simpl. destruct (Nat.leb_spec k n); [apply IH; lia | lia].
Qed.

Lemma ycoef_S n : ycoef (S n) = PS_mult (PS_derive c) ycoef n / INR (S n).
Proof.
  unfold ycoef at 1. cbn [upto]. destruct (Nat.leb_spec (S n) n); [lia |].
  unfold PS_mult. f_equal. apply sum_eq. intros j Hj.
  rewrite upto_stable by lia. reflexivity.
Qed.

Lemma ycoef_derive n : PS_derive ycoef n = PS_mult (PS_derive c) ycoef n.
Proof.
  unfold PS_derive at 1. rewrite ycoef_S. field. apply not_0_INR. lia.
Qed.

Let s := 2 * q * (1 + C).

Lemma half_sum n : sum_f_R0 (fun k => (/ 2) ^ k) n <= 2.
Proof.
  assert (E : sum_f_R0 (fun k => (/ 2) ^ k) n = 2 - (/ 2) ^ n).
  { induction n as [| n IH]; [simpl; lra |].
    rewrite tech5, IH. simpl. lra. }
  rewrite E. assert (0 < (/ 2) ^ n) by (apply pow_lt; lra). lra.
Qed.

Lemma ycoef_bounded : geo_bounded ycoef (exp (c 0%nat)) s.
Proof.
  destruct Bc as (HC & Hq & B). assert (Hs : 0 < s) by (unfold s; nra).
  pose proof (exp_pos (c 0%nat)) as Py.
  split; [lra |]. split; [exact Hs |].
  assert (All : forall n k, (k <= n)%nat -> Rabs (ycoef k) <= exp (c 0%nat) * s ^ k).
  { induction n as [| n IH]; intros k Hk.
    - replace k with 0%nat by lia. unfold ycoef; simpl. rewrite Rabs_pos_eq; lra.
    - destruct (Nat.eq_dec k (S n)) as [-> | Hn]; [| apply IH; lia].
      rewrite ycoef_S. unfold PS_mult.
      assert (Pn : 0 < INR (S n)) by (apply lt_0_INR; lia).
      unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ _)) by (left; apply Rinv_0_lt_compat; exact Pn).
      apply (Rmult_le_reg_r (INR (S n))); [exact Pn |].
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      apply Rle_trans with (1 := Rsum_abs _ _).
      apply Rle_trans with (sum_f_R0 (fun j => (/ 2) ^ j * (INR (S n) * C * q * exp (c 0%nat) * s ^ n)) n).
      + apply sum_Rle. intros j Hj. rewrite Rabs_mult. unfold PS_derive. rewrite Rabs_mult.
        rewrite (Rabs_pos_eq (INR (S j))) by (apply pos_INR).
        specialize (B (S j)). specialize (IH (n - j)%nat ltac:(lia)).
        assert (L1 : INR (S j) <= INR (S n)) by (apply le_INR; lia).
        pose proof (pos_INR (S j)) as L0.
        assert (L2 : INR (S j) * Rabs (c (S j)) <= INR (S n) * (C * q ^ S j)).
        { apply Rmult_le_compat; try assumption. apply Rabs_pos. }
        assert (L3 : INR (S j) * Rabs (c (S j)) * Rabs (ycoef (n - j)) <=
                     INR (S n) * (C * q ^ S j) * (exp (c 0%nat) * s ^ (n - j))).
        { apply Rmult_le_compat; try assumption; [| apply Rabs_pos].
          apply Rmult_le_pos; [exact L0 | apply Rabs_pos]. }
        apply Rle_trans with (1 := L3).
        (* q^j s^(n-j) <= (1/2)^j s^n, as q <= s/2 *)
        assert (L4 : q ^ j <= (/ 2) ^ j * s ^ j).
        { rewrite <- Rpow_mult_distr. apply pow_incr. unfold s. nra. }
        assert (Es : s ^ n = s ^ j * s ^ (n - j)) by (rewrite <- pow_add; f_equal; lia).
        rewrite Es. simpl (q ^ S j).
        assert (Ps : 0 <= s ^ (n - j)) by (apply pow_le; lra).
        replace (INR (S n) * (C * (q * q ^ j)) * (exp (c 0%nat) * s ^ (n - j)))
          with (INR (S n) * C * q * exp (c 0%nat) * s ^ (n - j) * q ^ j) by ring.
        replace ((/ 2) ^ j * (INR (S n) * C * q * exp (c 0%nat) * (s ^ j * s ^ (n - j))))
          with (INR (S n) * C * q * exp (c 0%nat) * s ^ (n - j) * ((/ 2) ^ j * s ^ j)) by ring.
        apply Rmult_le_compat_l; [| exact L4].
        repeat apply Rmult_le_pos; lra.
      + rewrite <- scal_sum. pose proof (half_sum n) as Hh.
        assert (Ps : 0 <= s ^ n) by (apply pow_le; lra).
        assert (P : 0 <= INR (S n) * C * q * exp (c 0%nat) * s ^ n) by (repeat apply Rmult_le_pos; lra).
        apply Rle_trans with (INR (S n) * C * q * exp (c 0%nat) * s ^ n * 2).
        * apply Rmult_le_compat_l; assumption.
        * replace (exp (c 0%nat) * s ^ S n * INR (S n))
            with (INR (S n) * exp (c 0%nat) * s ^ n * s) by (simpl; ring).
          replace (INR (S n) * C * q * exp (c 0%nat) * s ^ n * 2)
            with (INR (S n) * exp (c 0%nat) * s ^ n * (2 * q * C)) by ring.
          apply Rmult_le_compat_l; [repeat apply Rmult_le_pos; lra |]. unfold s. nra. }
  intros k. apply (All k k (le_n k)).
Qed.

Lemma exp_series h : Rabs h * s < 1 -> PSeries ycoef h = exp (PSeries c h).
Proof.
  intros Hh. destruct Bc as (HC & Hq & B). pose proof ycoef_bounded as By.
  assert (Sq : q <= s) by (unfold s; nra).
  assert (D : forall t, Rabs t <= Rabs h -> Rbar_lt (Rabs t) (CV_radius c) /\ Rbar_lt (Rabs t) (CV_radius ycoef)).
  { intros t Ht. pose proof (Rabs_pos t). split.
    - apply (radius c C q t Bc). nra.
    - apply (radius ycoef _ s t By). nra. }
  set (phi := fun t => PSeries ycoef t * exp (- PSeries c t)).
  assert (Dphi : forall t, Rabs t <= Rabs h -> is_derive phi t 0).
  { intros t Ht. destruct (D t Ht) as (D1 & D2).
    pose proof (is_derive_PSeries c t D1) as E1. pose proof (is_derive_PSeries ycoef t D2) as E2.
    rewrite (PSeries_ext (PS_derive ycoef) (PS_mult (PS_derive c) ycoef) t ycoef_derive) in E2.
    rewrite PSeries_mult in E2; [| rewrite CV_radius_derive; exact D1 | exact D2].
    assert (X1 : ex_derive (fun t : R => PSeries c t) t) by (eexists; exact E1).
    assert (X2 : ex_derive (fun t : R => PSeries ycoef t) t) by (eexists; exact E2).
    assert (V1 : Derive (fun t : R => PSeries c t) t = PSeries (PS_derive c) t)
      by (apply is_derive_unique, E1).
    assert (V2 : Derive (fun t : R => PSeries ycoef t) t = PSeries (PS_derive c) t * PSeries ycoef t)
      by (apply is_derive_unique, E2).
    unfold phi. auto_derive; [repeat split; assumption |]. rewrite V1, V2. ring. }
  assert (Const : phi h = phi 0).
  { destruct (Rtotal_order h 0) as [L | [-> | L]]; [| reflexivity |].
    - destruct (deriv_mean phi (fun _ => 0) h 0 L) as (xi & _ & E); [| lra].
      intros t Ht. apply Dphi. rewrite !Rabs_left1; lra.
    - destruct (deriv_mean phi (fun _ => 0) 0 h L) as (xi & _ & E); [| lra].
      intros t Ht. apply Dphi. rewrite !Rabs_pos_eq; lra. }
  unfold phi in Const. rewrite !PSeries_0 in Const.
  change (ycoef 0) with (exp (c 0%nat)) in Const.
  rewrite exp_Ropp, exp_Ropp in Const.
  pose proof (exp_pos (PSeries c h)). pose proof (exp_pos (c 0%nat)).
  rewrite Rinv_r in Const by lra.
  apply (Rmult_eq_reg_r (/ exp (PSeries c h))).
  - rewrite Const, Rinv_r; lra.
  - apply Rinv_neq_0_compat. lra.
Qed.
End Exp.

Lemma analytic_exp f : analytic f -> analytic (fun x => exp (f x)).
Proof.
  intros Hf z. destruct (Hf z) as (c & C & q & r & B & Hr & Hq & E).
  pose proof (ycoef_bounded c C q B) as By.
  assert (Ps : 0 < 2 * q * (1 + C)) by (destruct B as (B1 & B2 & _); nra).
  set (s := 2 * q * (1 + C)) in *.
  exists (ycoef c), (exp (c 0%nat)), s, (Rmin r (/ s)).
  pose proof (Rmin_l r (/ s)). pose proof (Rmin_r r (/ s)).
  pose proof (Rinv_0_lt_compat s Ps) as Pi.
  split; [exact By |]. split; [apply Rmin_pos; assumption |]. split.
  - apply (Rmult_le_compat_r s) in H0; [| lra]. rewrite Rinv_l in H0; lra.
  - intros h Hh. rewrite E by lra. symmetry. apply (exp_series c C q B).
    fold s. assert (Rabs h < / s) by lra.
    apply (Rmult_lt_compat_r s) in H1; [| exact Ps]. rewrite Rinv_l in H1; lra.
Qed.

(** * Isolated zeros *)

Definition flat (f : R -> R) (z : R) : Prop :=
  exists d, 0 < d /\ forall h, Rabs h < d -> f (z + h) = 0.
Definition punctured (f : R -> R) (z : R) : Prop :=
  exists d, 0 < d /\ forall h, 0 < Rabs h < d -> f (z + h) <> 0.

Lemma analytic_dichotomy f z : analytic_at f z -> flat f z \/ punctured f z.
Proof.
  intros (a & C & q & r & (B1 & B2 & B3) & Hr & Hq & E).
  destruct (classic (forall k, a k = 0)) as [Z | NZ].
  - left. exists r. split; [exact Hr |]. intros h Hh. rewrite E by exact Hh.
    rewrite (PSeries_ext a (fun _ => 0)) by exact Z. apply PSeries_const_0.
  - right.
    (* the first non-zero coefficient *)
    assert (First : exists m, a m <> 0 /\ forall k, (k < m)%nat -> a k = 0).
    { apply not_all_ex_not in NZ. destruct NZ as (k & Hk). revert Hk.
      induction k as [k IH] using (well_founded_induction lt_wf). intros Hk.
      destruct (classic (exists j, (j < k)%nat /\ a j <> 0)) as [(j & Hj & Nj) | No].
      - apply (IH j Hj Nj).
      - exists k. split; [exact Hk |]. intros j Hj. apply NNPP. intros Nj. apply No. exists j. auto. }
    destruct First as (m & Hm & Before).
    set (b := PS_decr_n a m).
    assert (Bb : geo_bounded b (C * q ^ m) q).
    { split; [apply Rmult_le_pos; [exact B1 | apply pow_le; lra] |]. split; [exact B2 |].
      intros k. unfold b, PS_decr_n. rewrite Rmult_assoc, <- pow_add. apply B3. }
    assert (Cb : continuity_pt (PSeries b) 0).
    { apply PSeries_continuity. apply (radius b _ q 0 Bb). rewrite Rabs_R0. lra. }
    assert (B0 : PSeries b 0 = a m).
    { rewrite PSeries_0. unfold b, PS_decr_n. f_equal. lia. }
    assert (Pe : 0 < Rabs (a m)) by (apply Rabs_pos_lt, Hm).
    destruct (Cb (Rabs (a m)) Pe) as (d & Hd & Near).
    exists (Rmin r d). split; [apply Rmin_pos; assumption |]. intros h Hh.
    pose proof (Rmin_l r d). pose proof (Rmin_r r d).
    assert (Hn : h <> 0) by (intros ->; rewrite Rabs_R0 in Hh; lra).
    rewrite E by lra. rewrite (PSeries_decr_n_aux a m h Before). fold b.
    apply Rmult_integral_contrapositive_currified; [apply pow_nonzero, Hn |].
    intros K. specialize (Near h). simpl in Near. unfold R_dist in Near.
    rewrite K, B0, Rminus_0_r in Near.
    assert (L : Rabs (0 - a m) < Rabs (a m)).
    { apply Near. split; [split; [exact I | auto] |]. lra. }
    rewrite Rminus_0_l, Rabs_Ropp in L. lra.
Qed.

Lemma flat_not_punctured f z : flat f z -> punctured f z -> False.
Proof.
  intros (d & Hd & H) (d' & Hd' & H').
  set (h := Rmin (d / 2) (d' / 2)).
  assert (P : 0 < h) by (apply Rmin_pos; lra).
  assert (h <= d / 2) by apply Rmin_l. assert (h <= d' / 2) by apply Rmin_r.
  apply (H' h); [rewrite Rabs_pos_eq; lra |]. apply H. rewrite Rabs_pos_eq; lra.
Qed.

(** Flatness propagates to the right. *)
Lemma flat_right f z z1 : (forall t, flat f t \/ punctured f t) -> flat f z -> z <= z1 -> f z1 = 0.
Proof.
  intros Dich Fz Hz. apply NNPP. intros N1.
  destruct (completeness (fun t => z <= t <= z1 /\ forall s, z <= s <= t -> flat f s)) as (m & Ub & Lub).
  { exists z1. intros t Ht. lra. }
  { exists z. split; [lra |]. intros s Hs. replace s with z by lra. exact Fz. }
  assert (Hzm : z <= m).
  { apply Ub. split; [lra |]. intros s Hs. replace s with z by lra. exact Fz. }
  assert (Hm1 : m <= z1) by (apply Lub; intros t Ht; lra).
  assert (Below : forall s, z <= s < m -> flat f s).
  { intros s Hs. apply NNPP. intros Ns. assert (m <= s); [| lra].
    apply Lub. intros t (It & Ht). apply Rnot_lt_le. intros K. apply Ns, Ht. lra. }
  assert (Fm : flat f m).
  { destruct (Dich m) as [F | (d & Hd & P)]; [exact F | exfalso].
    destruct (Req_dec z m) as [Ezm | Nzm].
    { apply (flat_not_punctured f m); [rewrite <- Ezm; exact Fz | exists d; split; assumption]. }
    set (s := Rmax z (m - d / 2)).
    assert (z <= s) by apply Rmax_l. assert (m - d / 2 <= s) by apply Rmax_r.
    assert (s < m) by (apply Rmax_lub_lt; lra).
    destruct (Below s ltac:(lra)) as (d' & Hd' & Fs).
    apply (P (s - m)); [rewrite Rabs_left; lra |].
    replace (m + (s - m)) with (s + 0) by ring. apply Fs. rewrite Rabs_R0. exact Hd'. }
  destruct Fm as (d & Hd & Fm).
  destruct (Rle_lt_dec (m + d / 2) z1) as [L | L].
  - assert (m + d / 2 <= m); [| lra]. apply Ub. split; [lra |]. intros s Hs.
    destruct (Rlt_le_dec s m) as [K | K]; [apply Below; lra |].
    exists (d / 2). split; [lra |]. intros h Hh.
    replace (s + h) with (m + (s - m + h)) by ring. apply Fm.
    apply Rabs_def2 in Hh. apply Rabs_def1; lra.
  - apply N1. replace z1 with (m + (z1 - m)) by ring. apply Fm. rewrite Rabs_pos_eq; lra.
Qed.

(** The zeros of an analytic function that is not identically zero are isolated. *)
Theorem analytic_zeros_isolated f z1 : analytic f -> f z1 <> 0 -> forall z, punctured f z.
Proof.
  intros Hf N1 z.
  assert (Dich : forall t, flat f t \/ punctured f t) by (intros t; apply analytic_dichotomy, Hf).
  destruct (Dich z) as [F | P]; [exfalso | exact P].
  destruct (Rle_lt_dec z z1) as [L | L]; [apply N1, (flat_right f z z1 Dich F L) |].
  (* reflect *)
  assert (Refl : forall t, (flat f t -> flat (fun s => f (- s)) (- t)) /\
                           (punctured f t -> punctured (fun s => f (- s)) (- t))).
  { intros t. split; intros (d & Hd & H); exists d; (split; [exact Hd |]); intros h Hh;
      replace (- (- t + h)) with (t + - h) by ring; apply H; rewrite Rabs_Ropp; exact Hh. }
  apply N1. rewrite <- (Ropp_involutive z1).
  apply (flat_right (fun s => f (- s)) (- z) (- z1)); [| apply Refl, F | lra].
  intros t. rewrite <- (Ropp_involutive t).
  destruct (Dich (- t)) as [K | K]; [left; apply Refl, K | right; apply Refl, K].
Qed.
