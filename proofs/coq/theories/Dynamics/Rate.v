(** The rate at which an orbit of F tends to a fixed point, and the signs of the errors. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Linearisation LocalStability.
Open Scope R_scope.

(** * Root test from ratio test *)

Lemma root_of_constant (C : R) : is_lim_seq (fun n => Rpower C (/ INR n)) 1.
Proof.
  unfold Rpower. rewrite <- exp_0. apply (is_lim_seq_continuous exp).
  - apply derivable_continuous_pt, derivable_pt_exp.
  - replace (Finite 0) with (Rbar_mult (Finite 0) (Finite (ln C)))
      by (simpl; f_equal; ring).
    apply (is_lim_seq_scal_r (fun n => / INR n) (ln C)).
    replace (Finite 0) with (Rbar_inv p_infty) by reflexivity.
    apply is_lim_seq_inv; [apply is_lim_seq_INR | easy].
Qed.

Lemma root_of_geometric (C K : R) (n : nat) : 0 < C -> 0 < K -> (0 < n)%nat ->
  Rpower (C * K ^ n) (/ INR n) = Rpower C (/ INR n) * K.
Proof.
  intros HC HK Hn. rewrite <- Rpower_mult_distr by (try apply pow_lt; assumption).
  f_equal. rewrite <- Rpower_pow, Rpower_mult by exact HK.
  rewrite Rinv_r by (apply not_0_INR; lia). now apply Rpower_1.
Qed.

Lemma geometric_above (u : nat -> R) (K : R) (N : nat) : 0 < K ->
  (forall n, (N <= n)%nat -> u (S n) <= K * u n) ->
  forall n, (N <= n)%nat -> u n <= u N / K ^ N * K ^ n.
Proof.
  intros HK H n Hn. induction Hn as [|n Hn IH].
  - right. field. apply pow_nonzero. lra.
  - eapply Rle_trans; [now apply H|]. simpl.
    replace (u N / K ^ N * (K * K ^ n)) with (K * (u N / K ^ N * K ^ n)) by ring.
    apply Rmult_le_compat_l; lra.
Qed.

Lemma geometric_below (u : nat -> R) (K : R) (N : nat) : 0 < K ->
  (forall n, (N <= n)%nat -> K * u n <= u (S n)) ->
  forall n, (N <= n)%nat -> u N / K ^ N * K ^ n <= u n.
Proof.
  intros HK H n Hn. induction Hn as [|n Hn IH].
  - right. field. apply pow_nonzero. lra.
  - eapply Rle_trans; [|now apply H]. simpl.
    replace (u N / K ^ N * (K * K ^ n)) with (K * (u N / K ^ N * K ^ n)) by ring.
    apply Rmult_le_compat_l; lra.
Qed.

Lemma root_from_ratio (u : nat -> R) (L : R) : 0 <= L -> (forall n, 0 < u n) ->
  (forall e, 0 < e -> exists N, forall n, (N <= n)%nat ->
     (L - e) * u n <= u (S n) <= (L + e) * u n) ->
  is_lim_seq (fun n => Rpower (u n) (/ INR n)) L.
Proof.
  intros HL Pu H. apply is_lim_seq_spec. intros e. pose proof (cond_pos e) as Pe.
  assert (Inv : forall n, (1 <= n)%nat -> 0 <= / INR n).
  { intros n Hn. left. apply Rinv_0_lt_compat, lt_0_INR. lia. }
  assert (Pp : forall a b, 0 < Rpower a b) by (intros; apply exp_pos).
  destruct (H (e / 2) ltac:(lra)) as [N HN].
  (* upper bound *)
  set (K := L + e / 2). assert (PK : 0 < K) by (unfold K; lra).
  set (C := u N / K ^ N). assert (PC : 0 < C) by (apply Rdiv_lt_0_compat; [auto | now apply pow_lt]).
  assert (Pd : 0 < e / 2 / (K + 1)) by (apply Rdiv_lt_0_compat; lra).
  destruct (proj2 (is_lim_seq_spec _ _) (root_of_constant C) (mkposreal _ Pd)) as [N1 HN1].
  simpl in HN1.
  assert (Up : forall n, (N <= n)%nat -> (N1 <= n)%nat -> (1 <= n)%nat ->
    Rpower (u n) (/ INR n) < L + e).
  { intros n A B D.
    assert (G : u n <= C * K ^ n) by (apply geometric_above; auto; intros; now apply HN).
    apply Rle_lt_trans with (Rpower C (/ INR n) * K).
    - rewrite <- root_of_geometric by (assumption || lia).
      apply Rle_Rpower_l; [now apply Inv | split; [apply Pu | exact G]].
    - specialize (HN1 n B). apply Rabs_def2 in HN1. destruct HN1 as [Q _].
      assert (Rpower C (/ INR n) < 1 + e / 2 / (K + 1)) by lra.
      apply Rlt_le_trans with ((1 + e / 2 / (K + 1)) * K); [apply Rmult_lt_compat_r; lra|].
      assert (e / 2 / (K + 1) * K <= e / 2).
      { apply (Rmult_le_reg_r (K + 1)); [lra|]. unfold Rdiv.
        replace (e * / 2 * / (K + 1) * K * (K + 1)) with (e * / 2 * K) by (field; lra). nra. }
      unfold K in *. lra. }
  (* lower bound *)
  destruct (Rle_lt_dec (L - e / 2) 0) as [Q|Q].
  - exists (max N (max N1 1)). intros n Hn.
    specialize (Up n ltac:(lia) ltac:(lia) ltac:(lia)). pose proof (Pp (u n) (/ INR n)).
    apply Rabs_def1; lra.
  - set (k := L - e / 2) in *. set (c := u N / k ^ N).
    assert (Pc : 0 < c) by (apply Rdiv_lt_0_compat; [auto | now apply pow_lt]).
    assert (Pd' : 0 < e / 2 / (k + 1)) by (apply Rdiv_lt_0_compat; lra).
    destruct (proj2 (is_lim_seq_spec _ _) (root_of_constant c) (mkposreal _ Pd')) as [N2 HN2].
    simpl in HN2. exists (max N (max N1 (max N2 1))). intros n Hn.
    specialize (Up n ltac:(lia) ltac:(lia) ltac:(lia)).
    assert (G : c * k ^ n <= u n)
      by (apply geometric_below; [exact Q | intros; now apply HN | lia]).
    assert (Rpower c (/ INR n) * k <= Rpower (u n) (/ INR n)).
    { rewrite <- root_of_geometric by (assumption || lia).
      apply Rle_Rpower_l; [apply Inv; lia|].
      split; [apply Rmult_lt_0_compat; [exact Pc | now apply pow_lt] | exact G]. }
    specialize (HN2 n ltac:(lia)). apply Rabs_def2 in HN2. destruct HN2 as [_ Q2].
    assert ((1 - e / 2 / (k + 1)) * k < Rpower c (/ INR n) * k)
      by (apply Rmult_lt_compat_r; lra).
    assert (e / 2 / (k + 1) * k <= e / 2).
    { apply (Rmult_le_reg_r (k + 1)); [lra|]. unfold Rdiv.
      replace (e * / 2 * / (k + 1) * k * (k + 1)) with (e * / 2 * k) by (field; lra). nra. }
    apply Rabs_def1; [lra|].
    assert (Ek : k = L - e / 2) by reflexivity. lra.
Qed.

(** * Orbits of F *)

Section Rate.
Variables x0 beta eps xs x : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.
Let f := F x0 beta eps.
Let lam := dG eps xs / beta.
Hypothesis Hfix : fixpt f xs.
Hypothesis Hlim : is_lim_seq (iter f x) xs.
Hypothesis Hne : forall n, iter f x n <> xs.

Lemma error_linear (e : R) : 0 < e -> exists N, forall n, (N <= n)%nat ->
  Rabs (iter f x (S n) - xs - lam * (iter f x n - xs)) <= e * Rabs (iter f x n - xs).
Proof.
  intros He.
  destruct (linear_bound f xs lam e) as [d [Pd H]]; [now apply F_derive | exact He |].
  destruct (proj2 (is_lim_seq_spec _ _) Hlim (mkposreal d Pd)) as [N HN]. simpl in HN.
  exists N. intros n Hn. specialize (H _ (HN n Hn)).
  unfold fixpt in Hfix. rewrite Hfix in H. exact H.
Qed.

(** E6. If x_n tends to x* without hitting it then |x_n - x*|^(1/n) tends to |lam|. *)
Theorem asymptotic_rate :
  is_lim_seq (fun n => Rpower (Rabs (iter f x n - xs)) (/ INR n)) (Rabs lam).
Proof.
  apply (root_from_ratio (fun n => Rabs (iter f x n - xs))).
  - apply Rabs_pos.
  - intros n. apply Rabs_pos_lt. specialize (Hne n). lra.
  - intros e He. destruct (error_linear e He) as [N HN]. exists N. intros n Hn.
    specialize (HN n Hn).
    set (a := iter f x (S n) - xs) in *. set (b := iter f x n - xs) in *.
    pose proof (Rle_abs (Rabs a - Rabs lam * Rabs b)).
    pose proof (Rle_abs (- (Rabs a - Rabs lam * Rabs b))) as T2. rewrite Rabs_Ropp in T2.
    pose proof (Rabs_triang_inv2 a (lam * b)) as T3. rewrite Rabs_mult in T3.
    split; lra.
Qed.

Lemma lam_zero_at_0 : lam = 0 -> xs = 0.
Proof.
  intros E. assert (E1 : dG eps xs = 0).
  { unfold lam in E. apply (Rmult_eq_compat_r beta) in E. unfold Rdiv in E.
    rewrite Rmult_assoc, Rinv_l in E by lra. lra. }
  destruct (Rtotal_order xs 0) as [L|[L|L]]; [|exact L|].
  - pose proof (dG_neg eps Heps xs L). lra.
  - pose proof (dG_pos eps Heps xs L). lra.
Qed.

Lemma errors_alternate : lam < 0 -> exists N, forall n, (N <= n)%nat ->
  (iter f x (S n) - xs) * (iter f x n - xs) < 0.
Proof.
  intros Hl. destruct (error_linear (- lam / 2) ltac:(lra)) as [N HN]. exists N.
  intros n Hn. specialize (HN n Hn). specialize (Hne n).
  set (a := iter f x (S n) - xs) in *.
  assert (Hb : iter f x n - xs <> 0) by lra. set (b := iter f x n - xs) in *.
  clearbody a b. apply Rabs_le_between in HN.
  destruct (Rtotal_order b 0) as [L|[L|L]]; [|contradiction|].
  - rewrite (Rabs_left b) in HN by exact L. assert (0 < a) by nra. nra.
  - rewrite (Rabs_pos_eq b) in HN by lra. assert (a < 0) by nra. nra.
Qed.

Lemma errors_keep_sign : 0 <= lam -> exists N, forall n, (N <= n)%nat ->
  0 < (iter f x (S n) - xs) * (iter f x n - xs).
Proof.
  intros [Hl|Hl].
  - destruct (error_linear (lam / 2) ltac:(lra)) as [N HN]. exists N.
    intros n Hn. specialize (HN n Hn). specialize (Hne n).
    set (a := iter f x (S n) - xs) in *.
    assert (Hb : iter f x n - xs <> 0) by lra. set (b := iter f x n - xs) in *.
    clearbody a b. apply Rabs_le_between in HN.
    destruct (Rtotal_order b 0) as [L|[L|L]]; [|contradiction|].
    + rewrite (Rabs_left b) in HN by exact L. assert (a < 0) by nra. nra.
    + rewrite (Rabs_pos_eq b) in HN by lra. assert (0 < a) by nra. nra.
  - symmetry in Hl. pose proof (lam_zero_at_0 Hl) as E. exists 1%nat.
    assert (Pos : forall n, 0 < iter f x (S n) - xs).
    { intros n. rewrite E. simpl. unfold fixpt in Hfix. rewrite E in Hfix.
      assert (F0 x0 beta eps < f (iter f x n)).
      { apply F_lower_strict; auto. rewrite <- E. apply Hne. }
      unfold f in Hfix. rewrite F_0 in Hfix by assumption. lra. }
    intros n Hn. destruct n as [|n]; [lia|].
    apply Rmult_lt_0_compat; apply Pos.
Qed.

(** E6. The sign of x_n - x* alternates eventually exactly when lam < 0 (equivalently
    p* < 1/2), and is eventually constant exactly when lam >= 0. *)
Theorem error_signs :
  (lam < 0 <-> exists N, forall n, (N <= n)%nat ->
     (iter f x (S n) - xs) * (iter f x n - xs) < 0) /\
  (0 <= lam <-> exists N, forall n, (N <= n)%nat ->
     0 < (iter f x (S n) - xs) * (iter f x n - xs)) /\
  (lam < 0 <-> sigma xs < / 2).
Proof.
  split; [|split].
  - split; [exact errors_alternate|]. intros [N HN].
    destruct (Rlt_le_dec lam 0) as [Q|Q]; [exact Q|].
    destruct (errors_keep_sign Q) as [N' HN'].
    specialize (HN (max N N') ltac:(lia)). specialize (HN' (max N N') ltac:(lia)). lra.
  - split; [exact errors_keep_sign|]. intros [N HN].
    destruct (Rlt_le_dec lam 0) as [Q|Q]; [|exact Q].
    destruct (errors_alternate Q) as [N' HN'].
    specialize (HN (max N N') ltac:(lia)). specialize (HN' (max N N') ltac:(lia)). lra.
  - rewrite sigma_lt_half. pose proof (Rinv_0_lt_compat _ Hbeta) as I.
    unfold lam, Rdiv. split; intros H.
    + destruct (Rtotal_order xs 0) as [L|[L|L]]; [exact L| |].
      * rewrite L, dG_0, Rmult_0_l in H by exact Heps. lra.
      * pose proof (dG_pos eps Heps xs L). nra.
    + pose proof (dG_neg eps Heps xs H). nra.
Qed.

End Rate.
