(** Parametric approximation of the policies: if the total variation error
    grows by at most delta_n per step and the sum of the delta_n is delta_star,
    then limsup |p~_n - p_star| <= delta_star, and this is sharp.  The limit
    itself need not exist. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Finite Require Import Sums Policy Contrastive.
Open Scope R_scope.

(** * Event probabilities and total variation *)

Lemma Rsum_abs n f : Rabs (Rsum n f) <= Rsum n (fun i => Rabs (f i)).
Proof.
  induction n as [|n IH]; simpl; [rewrite Rabs_R0; lra|].
  apply Rle_trans with (1 := Rabs_triang _ _). lra.
Qed.

Lemma csum_abs n r b f : Rabs (csum n r b f) <= csum n r b (fun i => Rabs (f i)).
Proof.
  unfold csum. apply Rle_trans with (1 := Rsum_abs _ _). right.
  apply Rsum_ext. intros i _. destruct (Bool.eqb _ _); [reflexivity|apply Rabs_R0].
Qed.

(** |P(r=1) - Q(r=1)| <= TV(P, Q), TV = half of the L1 distance. *)
Lemma success_le_TV n r pi q :
  policy n pi -> policy n q ->
  Rabs (success n r pi - success n r q) <= TV n pi q.
Proof.
  intros Hp Hq.
  assert (E1 : success n r pi - success n r q = csum n r true (fun i => pi i - q i))
    by (unfold success; rewrite csum_minus; reflexivity).
  assert (E0 : success n r q - success n r pi = csum n r false (fun i => pi i - q i)).
  { rewrite csum_minus. fold (failure n r pi) (failure n r q).
    rewrite !success_failure by auto. ring. }
  assert (A := csum_abs n r true (fun i => pi i - q i)).
  assert (B := csum_abs n r false (fun i => pi i - q i)).
  rewrite <- E1 in A. rewrite <- E0, Rabs_minus_sym in B.
  unfold TV. rewrite (csum_split n r). lra.
Qed.

Lemma TV_nonneg n pi q : 0 <= TV n pi q.
Proof.
  unfold TV. apply Rmult_le_pos; [lra|]. apply Rsum_nonneg. intros; apply Rabs_pos.
Qed.

Lemma TV_zero n pi q : same n pi q -> TV n pi q = 0.
Proof.
  intros H. unfold TV. rewrite (Rsum_zero n); [ring|].
  intros i Hi. rewrite H by exact Hi. rewrite Rminus_eq_0. apply Rabs_R0.
Qed.

(** * Partial sums *)

Lemma Rsum_sum_n f k : Rsum (S k) f = sum_n f k.
Proof.
  induction k as [|k IH]; [simpl; rewrite sum_O; ring|].
  rewrite sum_Sn, <- IH. reflexivity.
Qed.

Lemma partial_sum_le delta total k :
  (forall i, 0 <= delta i) -> is_series delta total -> Rsum k delta <= total.
Proof.
  intros Hd Hs.
  assert (H : is_lim_seq (fun m => sum_n delta m) total) by exact Hs.
  apply (is_lim_seq_le_loc (fun _ => Rsum k delta) (sum_n delta)
    (Finite (Rsum k delta)) (Finite total)); [|apply is_lim_seq_const|exact H].
  exists k. intros m Hm. rewrite <- Rsum_sum_n.
  induction Hm as [|m Hm IH].
  - simpl. specialize (Hd k). lra.
  - apply Rle_trans with (1 := IH). simpl. specialize (Hd (S m)). lra.
Qed.

Lemma partial_sum_lim delta total :
  is_series delta total -> is_lim_seq (fun k => Rsum k delta) total.
Proof.
  intros Hs. apply is_lim_seq_incr_1.
  apply (is_lim_seq_ext (sum_n delta)); [intros k; symmetry; apply Rsum_sum_n|exact Hs].
Qed.

(** limsup of a sequence below c + (something tending to 0). *)
Lemma LimSup_le_of_bound (u e : nat -> R) (c : R) :
  (forall k, u k <= c + e k) -> is_lim_seq e 0 -> Rbar_le (LimSup_seq u) c.
Proof.
  intros H He.
  assert (L : is_lim_seq (fun k => c + e k) c).
  { replace (Finite c) with (Finite (c + 0)) by (f_equal; ring).
    apply is_lim_seq_plus'; [apply is_lim_seq_const|exact He]. }
  replace (Finite c) with (LimSup_seq (fun k => c + e k)).
  - apply LimSup_le. exists O. intros k _. apply H.
  - apply is_LimSup_seq_unique, is_lim_LimSup_seq, L.
Qed.

(** * The parametric bound *)

(** Parametric setting: exact policies, approximate policies, per-step errors
    (delta k is the error of step k+1), their sum and the exact limit. *)
Definition parametric n (r : nat -> bool) (dist : (nat -> R) -> (nat -> R) -> R)
  (exact approx : nat -> nat -> R) (delta : nat -> R) (total : R) : Prop :=
  (forall k, policy n (exact k)) /\ (forall k, policy n (approx k)) /\
  same n (approx O) (exact O) /\
  (forall k, 0 <= delta k) /\ is_series delta total /\
  (forall k, dist (approx (S k)) (exact (S k)) <= dist (approx k) (exact k) + delta k).

Lemma distance_le_partial_sum n r dist ex ap delta total :
  parametric n r dist ex ap delta total -> dist (ap O) (ex O) = 0 ->
  forall k, dist (ap k) (ex k) <= Rsum k delta.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]] H0. induction k as [|k IH]; simpl; [lra|].
  specialize (H k). lra.
Qed.

(** K1. |p~_n - p_n| is at most the sum of the first n errors, and
    limsup |p~_n - p_star| <= delta_star (TV = half of L1).
    K4 (corrected): the statement with limsup instead of lim. *)
Theorem parametric_bound n r ex ap delta total (pstar : R) :
  parametric n r (TV n) ex ap delta total ->
  is_lim_seq (fun k => success n r (ex k)) pstar ->
  (forall k, Rabs (success n r (ap k) - success n r (ex k)) <= Rsum k delta) /\
  Rbar_le (LimSup_seq (fun k => Rabs (success n r (ap k) - pstar))) total.
Proof.
  intros HP Hlim. assert (HP' := HP). destruct HP' as [He [Ha [H0 [Hd [Hs Hstep]]]]].
  assert (D := distance_le_partial_sum n r (TV n) ex ap delta total HP
                 (TV_zero n _ _ H0)).
  assert (B : forall k, Rabs (success n r (ap k) - success n r (ex k)) <= Rsum k delta).
  { intros k. apply Rle_trans with (2 := D k). apply success_le_TV; auto. }
  split; [exact B|].
  apply (LimSup_le_of_bound _ (fun k => Rabs (success n r (ex k) - pstar))).
  - intros k. assert (P := partial_sum_le delta total k Hd Hs). specialize (B k).
    replace (success n r (ap k) - pstar) with
      ((success n r (ap k) - success n r (ex k)) + (success n r (ex k) - pstar)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _). lra.
  - apply (is_lim_seq_abs_0 (fun k => success n r (ex k) - pstar)).
    replace (Finite 0) with (Finite (pstar - pstar)) by (f_equal; ring).
    apply is_lim_seq_minus'; [exact Hlim|apply is_lim_seq_const].
Qed.

(** K1, in epsilon form: eventually |p~_n - p_star| < delta_star + eta. *)
Theorem parametric_bound_eventually n r ex ap delta total (pstar : R) :
  parametric n r (TV n) ex ap delta total ->
  is_lim_seq (fun k => success n r (ex k)) pstar ->
  forall eta, 0 < eta -> exists N, forall k, (N <= k)%nat ->
    Rabs (success n r (ap k) - pstar) < total + eta.
Proof.
  intros HP Hlim eta Heta.
  destruct (parametric_bound n r ex ap delta total pstar HP Hlim) as [B _].
  destruct HP as [_ [_ [_ [Hd [Hs _]]]]].
  apply is_lim_seq_spec in Hlim. destruct (Hlim (mkposreal eta Heta)) as [N HN].
  exists N. intros k Hk. specialize (HN k Hk). simpl in HN. specialize (B k).
  assert (P := partial_sum_le delta total k Hd Hs).
  replace (success n r (ap k) - pstar) with
    ((success n r (ap k) - success n r (ex k)) + (success n r (ex k) - pstar)) by ring.
  apply Rle_lt_trans with (1 := Rabs_triang _ _). lra.
Qed.

(** K3. The bound 2 delta_star holds; it is a limsup bound, and it is not
    sharp: for delta_star > 0 the limsup is strictly smaller. *)
Theorem parametric_bound_twice n r ex ap delta total (pstar : R) :
  parametric n r (TV n) ex ap delta total ->
  is_lim_seq (fun k => success n r (ex k)) pstar ->
  Rbar_le (LimSup_seq (fun k => Rabs (success n r (ap k) - pstar))) (2 * total) /\
  (0 < total ->
   Rbar_lt (LimSup_seq (fun k => Rabs (success n r (ap k) - pstar))) (2 * total)) /\
  (forall l, is_lim_seq (fun k => Rabs (success n r (ap k) - pstar)) l ->
     Rbar_le l (2 * total)).
Proof.
  intros HP Hlim. destruct (parametric_bound n r ex ap delta total pstar HP Hlim) as [_ B].
  assert (T : 0 <= total).
  { destruct HP as [_ [_ [_ [Hd [Hs _]]]]]. apply (partial_sum_le delta total 0 Hd Hs). }
  assert (B2 : Rbar_le (LimSup_seq (fun k => Rabs (success n r (ap k) - pstar))) (2 * total)).
  { apply Rbar_le_trans with (1 := B). simpl. lra. }
  split; [exact B2|]. split.
  - intros H. apply Rbar_le_lt_trans with (1 := B). simpl. lra.
  - intros l Hl. apply is_lim_LimSup_seq, is_LimSup_seq_unique in Hl.
    rewrite <- Hl. exact B2.
Qed.

Definition L1 (n : nat) (pi q : nat -> R) : R := 2 * TV n pi q.

(** K3 (L1). If the errors are measured in L1, even delta_star / 2 holds. *)
Theorem parametric_bound_L1 n r ex ap delta total (pstar : R) :
  parametric n r (L1 n) ex ap delta total ->
  is_lim_seq (fun k => success n r (ex k)) pstar ->
  Rbar_le (LimSup_seq (fun k => Rabs (success n r (ap k) - pstar))) (total / 2).
Proof.
  intros [He [Ha [H0 [Hd [Hs Hstep]]]]] Hlim.
  assert (HP : parametric n r (TV n) ex ap (fun k => / 2 * delta k) (/ 2 * total)).
  { split; [exact He|]. split; [exact Ha|]. split; [exact H0|]. split; [|split].
    - intros k. specialize (Hd k). lra.
    - apply (is_series_scal_l (/ 2) delta total Hs).
    - intros k. specialize (Hstep k). unfold L1 in Hstep. lra. }
  destruct (parametric_bound n r ex ap _ _ pstar HP Hlim) as [_ B].
  replace (total / 2) with (/ 2 * total) by field. exact B.
Qed.

(** * Sharpness *)

Lemma two_TV x y x' y' : x + y = x' + y' -> TV 2 (two x y) (two x' y') = Rabs (x - x').
Proof.
  intros H. unfold TV, two; simpl. replace (y - y') with (- (x - x')) by lra.
  rewrite Rabs_Ropp. lra.
Qed.

Lemma Rmin_step a b d m : 0 <= d -> b = a + d -> Rmin b m <= Rmin a m + d.
Proof. intros Hd ->. unfold Rmin. repeat destruct (Rle_dec _ _); lra. Qed.

Lemma is_lim_seq_Rmin u l m : is_lim_seq u (Finite l) ->
  is_lim_seq (fun k => Rmin (u k) m) (Rmin l m).
Proof.
  intros H. assert (E : forall a, Rmin a m = (a + m - Rabs (a - m)) * / 2).
  { intros a. unfold Rmin, Rabs. destruct (Rle_dec _ _); destruct (Rcase_abs _); lra. }
  apply (is_lim_seq_ext (fun k => (u k + m - Rabs (u k - m)) * / 2)).
  { intros k. symmetry. apply E. }
  rewrite E. apply is_lim_seq_mult'; [|apply is_lim_seq_const].
  apply is_lim_seq_minus'.
  - apply is_lim_seq_plus'; [exact H|apply is_lim_seq_const].
  - apply (is_lim_seq_abs (fun k => u k - m) (l - m)).
    apply is_lim_seq_minus'; [exact H|apply is_lim_seq_const].
Qed.

(** K2. For every p_star in [0,1] and every summable sequence of errors, the
    limsup is at most min(delta_star, max(p_star, 1 - p_star)), and two
    outcomes with constant exact policies attain it (as a limit).  In
    particular delta_star is attained when it is at most
    max(p_star, 1 - p_star). *)
Theorem parametric_bound_sharp (pstar : R) (delta : nat -> R) (total : R) :
  0 <= pstar <= 1 -> (forall k, 0 <= delta k) -> is_series delta total ->
  let m := Rmax pstar (1 - pstar) in
  (forall n r ex ap, parametric n r (TV n) ex ap delta total ->
     is_lim_seq (fun k => success n r (ex k)) pstar ->
     Rbar_le (LimSup_seq (fun k => Rabs (success n r (ap k) - pstar))) (Rmin total m)) /\
  (exists ex ap, parametric 2 first_correct (TV 2) ex ap delta total /\
     (forall k, success 2 first_correct (ex k) = pstar) /\
     is_lim_seq (fun k => Rabs (success 2 first_correct (ap k) - pstar)) (Rmin total m)) /\
  (total <= m -> Rmin total m = total).
Proof.
  intros Hp Hd Hs m. split; [|split].
  - intros n r ex ap HP Hlim.
    destruct (parametric_bound n r ex ap delta total pstar HP Hlim) as [_ B].
    unfold Rmin. destruct (Rle_dec total m) as [L|L]; [exact B|].
    apply (LimSup_le_of_bound _ (fun _ => 0)); [|apply is_lim_seq_const].
    intros k. destruct HP as [_ [Ha _]].
    assert (R := success_range n r (ap k) (Ha k)).
    assert (M1 := Rmax_l pstar (1 - pstar)). assert (M2 := Rmax_r pstar (1 - pstar)).
    fold m in M1, M2. apply Rabs_le. lra.
  - set (s := if Rle_dec pstar (1 - pstar) then 1 else - 1).
    assert (Hs1 : Rabs s = 1).
    { unfold s, Rabs. destruct (Rle_dec _ _); destruct (Rcase_abs _); lra. }
    set (u := fun k => Rmin (Rsum k delta) m).
    assert (Hm : 0 <= m) by (apply Rle_trans with (2 := Rmax_l _ _); lra).
    assert (Hu : forall k, 0 <= u k <= m).
    { intros k. split; [|apply Rmin_r]. apply Rmin_glb; [|exact Hm].
      apply Rsum_nonneg; auto. }
    set (x := fun k => pstar + s * u k).
    assert (Hx : forall k, 0 <= x k <= 1).
    { intros k. specialize (Hu k). unfold x, s, m, Rmax in *.
      destruct (Rle_dec pstar (1 - pstar)); lra. }
    assert (Hdist : forall k, Rabs (x k - pstar) = u k).
    { intros k. unfold x. replace (pstar + s * u k - pstar) with (s * u k) by ring.
      rewrite Rabs_mult, Hs1, Rabs_right by (apply Rle_ge, Hu). ring. }
    exists (fun _ => two pstar (1 - pstar)), (fun k => two (x k) (1 - x k)).
    split; [|split].
    + split; [intros k; apply two_policy; lra|].
      split; [intros k; specialize (Hx k); apply two_policy; lra|].
      split.
      { assert (E : x O = pstar).
        { unfold x, u. simpl. rewrite Rmin_left by exact Hm. ring. }
        intros [|i] _; simpl; lra. }
      split; [exact Hd|]. split; [exact Hs|]. intros k.
      rewrite !two_TV, !Hdist by ring. unfold u. apply Rmin_step; [apply Hd|reflexivity].
    + intros k. apply two_success.
    + apply (is_lim_seq_ext u).
      * intros k. rewrite two_success. symmetry. apply Hdist.
      * apply is_lim_seq_Rmin, partial_sum_lim, Hs.
  - intros L. apply Rmin_left, L.
Qed.
