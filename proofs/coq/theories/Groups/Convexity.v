(** L3.  Omega_G is symmetric and convex, smallest at 1/2 and largest at 0 and 1. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Finite Require Import Policy OmegaShape.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape.
Open Scope R_scope.

Lemma bern_derive n f p :
  is_derive (bern (S n) f) p (INR (S n) * bern n (fun k => f (S k) - f k) p).
Proof.
  revert f; induction n as [|n IH]; intros f.
  - simpl. auto_derive; [exact I | ring].
  - apply (is_derive_ext (fun q => q * bern (S n) (fun k => f (S k)) q + (1 - q) * bern (S n) f q)).
    { reflexivity. }
    evar_last.
    { apply (is_derive_plus (fun q => q * bern (S n) (fun k => f (S k)) q)
               (fun q => (1 - q) * bern (S n) f q)).
      - apply (is_derive_mult (fun q => q) (bern (S n) (fun k => f (S k)))).
        + apply (is_derive_id p). + apply IH. + intros; apply Rmult_comm.
      - apply (is_derive_mult (fun q => 1 - q) (bern (S n) f)).
        + apply (is_derive_minus (fun _ => 1) (fun q => q)); [apply is_derive_const | apply is_derive_id].
        + apply IH. + intros; apply Rmult_comm. }
    unfold plus, minus, mult, opp, zero, one; simpl; unfold plus, minus, mult, opp, zero, one; simpl.
    change (bern (S n) (fun k => f (S k) - f k) p) with
      (p * bern n (fun k => f (S (S k)) - f (S k)) p + (1 - p) * bern n (fun k => f (S k) - f k) p).
    assert (E : bern (S n) (fun k => f (S k)) p - bern (S n) f p =
                bern (S n) (fun k => f (S k) - f k) p) by now rewrite bern_minus.
    change (bern (S n) (fun k => f (S k) - f k) p) with
      (p * bern n (fun k => f (S (S k)) - f (S k)) p + (1 - p) * bern n (fun k => f (S k) - f k) p) in E.
    change (p * bern n (fun k => f (S (S k))) p + (1 - p) * bern n (fun k => f (S k)) p)
      with (bern (S n) (fun k => f (S k)) p).
    change (p * bern n (fun k => f (S k)) p + (1 - p) * bern n f p) with (bern (S n) f p).
    change (match n with O => 1 | S _ => INR n + 1 end) with (INR (S n)).
    lra.
Qed.

Lemma bern_mono n g p q : (forall k, (k < n)%nat -> g k <= g (S k)) ->
  0 <= p -> p <= q -> q <= 1 -> bern n g p <= bern n g q.
Proof.
  intros H Hp Hpq Hq; revert g H; induction n as [|n IH]; intros g H; [right; reflexivity|].
  cbn [bern].
  assert (A := IH g ltac:(intros; apply H; lia)).
  assert (B := IH (fun k => g (S k)) ltac:(intros; apply H; lia)).
  assert (D : bern n g p <= bern n (fun k => g (S k)) p)
    by (apply bern_le; [lra | intros; apply H; lia]).
  apply Rle_trans with (q * bern n (fun k => g (S k)) p + (1 - q) * bern n g p); [nra|].
  apply Rplus_le_compat; apply Rmult_le_compat_l; lra.
Qed.

(** A convex sequence has a convex Bernstein polynomial. *)
Lemma bern_convex n f p q t : (forall k, (k + 2 <= n)%nat -> 2 * f (S k) <= f k + f (S (S k))) ->
  0 <= p <= 1 -> 0 <= q <= 1 -> 0 <= t <= 1 ->
  bern n f (t * p + (1 - t) * q) <= t * bern n f p + (1 - t) * bern n f q.
Proof.
  intros H.
  assert (W : forall p q t, p < q -> 0 <= p <= 1 -> 0 <= q <= 1 -> 0 <= t <= 1 ->
    bern n f (t * p + (1 - t) * q) <= t * bern n f p + (1 - t) * bern n f q).
  { clear p q t. intros p q t Hpq Hp Hq Ht. destruct n as [|n]; [simpl; lra|].
    set (m := t * p + (1 - t) * q).
    assert (Hm : p <= m <= q) by (unfold m; nra).
    assert (M : forall a b, a <= b -> exists c, a <= c <= b /\
              bern (S n) f b - bern (S n) f a =
              INR (S n) * bern n (fun k => f (S k) - f k) c * (b - a)).
    { intros a b Hab.
      destruct (MVT_gen (bern (S n) f) a b
                  (fun c => INR (S n) * bern n (fun k => f (S k) - f k) c)) as [c [Hc E]].
      - intros; apply bern_derive.
      - intros x _. apply continuity_pt_filterlim, (ex_derive_continuous (bern (S n) f)).
        eexists; apply bern_derive.
      - rewrite Rmin_left, Rmax_right in Hc by lra. exists c. split; [exact Hc | exact E]. }
    destruct (M p m) as [c1 [H1 E1]]; [lra|]. destruct (M m q) as [c2 [H2 E2]]; [lra|].
    assert (D : bern n (fun k => f (S k) - f k) c1 <= bern n (fun k => f (S k) - f k) c2).
    { apply bern_mono; try lra. intros k Hk. specialize (H k ltac:(lia)). lra. }
    assert (Hn := lt_0_INR (S n) ltac:(lia)).
    replace (m - p) with ((1 - t) * (q - p)) in E1 by (unfold m; ring).
    replace (q - m) with (t * (q - p)) in E2 by (unfold m; ring).
    set (d1 := bern n (fun k => f (S k) - f k) c1) in *.
    set (d2 := bern n (fun k => f (S k) - f k) c2) in *.
    assert (K : 0 <= t * (1 - t) * (q - p) * INR (S n)).
    { repeat apply Rmult_le_pos; lra. }
    assert (t * (bern (S n) f m - bern (S n) f p) <= (1 - t) * (bern (S n) f q - bern (S n) f m)).
    { rewrite E1, E2.
      replace (t * (INR (S n) * d1 * ((1 - t) * (q - p)))) with (t * (1 - t) * (q - p) * INR (S n) * d1) by ring.
      replace ((1 - t) * (INR (S n) * d2 * (t * (q - p)))) with (t * (1 - t) * (q - p) * INR (S n) * d2) by ring.
      now apply Rmult_le_compat_l. }
    lra. }
  intros Hp Hq Ht. destruct (Rtotal_order p q) as [L|[->|L]].
  - now apply W.
  - replace (t * q + (1 - t) * q) with q by ring. lra.
  - replace (t * p + (1 - t) * q) with ((1 - t) * q + (1 - (1 - t)) * p) by ring.
    assert (Z := W q p (1 - t) L Hq Hp ltac:(lra)). lra.
Qed.

Lemma om0_Omega eps G k : (0 < G)%nat -> (k <= G)%nat -> om0 eps G k = Omega eps (INR k / INR G).
Proof. intros HG Hk. unfold om0, Omega. now rewrite v0_var. Qed.

Lemma om0_convex eps G k : 0 <= eps -> (k + 2 < G)%nat -> (0 < k)%nat ->
  2 * om0 eps G (S k) <= om0 eps G k + om0 eps G (S (S k)).
Proof.
  intros He Hk H0. rewrite !om0_Omega by lia.
  assert (HG : 0 < INR G) by (apply lt_0_INR; lia).
  assert (I : forall j, (0 < j < G)%nat -> 0 < INR j / INR G < 1).
  { intros j Hj. assert (0 < INR j) by (apply lt_0_INR; lia).
    assert (INR j < INR G) by (apply lt_INR; lia).
    split; [apply Rdiv_lt_0_compat; lra|]. apply Rmult_lt_reg_r with (INR G); [lra|].
    field_simplify; lra. }
  assert (C := omega_strictly_convex eps (INR k / INR G) (INR (S (S k)) / INR G) (/ 2)).
  replace (/ 2 * (INR k / INR G) + (1 - / 2) * (INR (S (S k)) / INR G))
    with (INR (S k) / INR G) in C by (rewrite !S_INR; field; lra).
  assert (Omega eps (INR (S k) / INR G) < / 2 * Omega eps (INR k / INR G)
            + (1 - / 2) * Omega eps (INR (S (S k)) / INR G)); [|lra].
  apply C; try (apply admissible_interior; [exact He | apply I; lia]); [|lra].
  intros E. apply (Rmult_eq_compat_r (INR G)) in E. rewrite !S_INR in E. field_simplify in E; lra.
Qed.

(** v_k is at least v_1 for 0 < k < G. *)
Lemma v0_ge_first G k : (0 < k < G)%nat -> v0 G 1 <= v0 G k.
Proof.
  intros H. unfold v0. assert (HG : 0 < INR G) by (apply lt_0_INR; lia).
  apply Rmult_le_compat_r.
  - left. apply Rinv_0_lt_compat. nra.
  - rewrite !minus_INR by lia. simpl (INR 1).
    assert (1 <= INR k) by (change 1 with (INR 1); apply le_INR; lia).
    assert (INR k + 1 <= INR G) by (rewrite <- S_INR; apply le_INR; lia). nra.
Qed.

(** L3 for divisor G (ddof 0): symmetry, convexity, minimum at 1/2, maximum at 0 and 1 with
    its value. *)
Theorem group_factor_shape eps G : 0 <= eps -> (2 <= G)%nat ->
  (forall p, Omega0 eps G (1 - p) = Omega0 eps G p) /\
  (forall p q t, 0 <= p <= 1 -> 0 <= q <= 1 -> 0 <= t <= 1 ->
     Omega0 eps G (t * p + (1 - t) * q) <= t * Omega0 eps G p + (1 - t) * Omega0 eps G q) /\
  (forall p, 0 <= p <= 1 -> Omega0 eps G (/ 2) <= Omega0 eps G p <= Omega0 eps G 0) /\
  Omega0 eps G 1 = Omega0 eps G 0 /\
  Omega0 eps G 0 = (INR G - 1) / INR G / sqrt (v0 G 1 + eps) /\
  Omega0 0 G 0 = sqrt (INR G - 1).
Proof.
  intros He HG. assert (H2 := INR_ge2 G HG).
  assert (Hc : 0 < (INR G - 1) / INR G) by (apply Rdiv_lt_0_compat; lra).
  assert (Sy : forall p, Omega0 eps G (1 - p) = Omega0 eps G p).
  { intros p. unfold Omega0, factor. f_equal. rewrite bern_sym.
    replace (1 - (1 - p)) with p by ring. apply bern_ext. intros k Hk. unfold om0.
    rewrite <- (v0_sym G (S k)) by lia. do 4 f_equal. lia. }
  assert (Cv : forall p q t, 0 <= p <= 1 -> 0 <= q <= 1 -> 0 <= t <= 1 ->
     Omega0 eps G (t * p + (1 - t) * q) <= t * Omega0 eps G p + (1 - t) * Omega0 eps G q).
  { intros p q t Hp Hq Ht. unfold Omega0, factor.
    assert (B := bern_convex (G - 2) (fun j => om0 eps G (S j)) p q t).
    assert (Z : bern (G - 2) (fun j => om0 eps G (S j)) (t * p + (1 - t) * q) <=
      t * bern (G - 2) (fun j => om0 eps G (S j)) p + (1 - t) * bern (G - 2) (fun j => om0 eps G (S j)) q).
    { apply B; auto. intros k Hk. apply om0_convex; [exact He | lia | lia]. }
    apply (Rmult_le_compat_l _ _ _ (Rlt_le _ _ Hc)) in Z. lra. }
  assert (V0 : forall e, Omega0 e G 0 = (INR G - 1) / INR G / sqrt (v0 G 1 + e)).
  { intros e. unfold Omega0, factor. now rewrite bern_0. }
  split; [exact Sy|]. split; [exact Cv|]. split; [|split; [|split]].
  - intros p Hp. split.
    + assert (Z := Cv p (1 - p) (/ 2) Hp ltac:(lra) ltac:(lra)).
      replace (/ 2 * p + (1 - / 2) * (1 - p)) with (/ 2) in Z by field. rewrite Sy in Z. lra.
    + unfold Omega0, factor. apply Rmult_le_compat_l; [lra|]. rewrite bern_0.
      rewrite <- (bern_const (G - 2) (om0 eps G 1) p) at 1. rewrite bern_const.
      rewrite <- (bern_const (G - 2) (om0 eps G 1) p).
      apply bern_le; [exact Hp|]. intros k Hk. unfold om0.
      assert (P1 := v0_pos G 1 ltac:(lia)).
      apply Rinv_le_contravar; [apply sqrt_lt_R0; lra|].
      apply sqrt_le_1_alt. assert (Z := v0_ge_first G (S k) ltac:(lia)). lra.
  - replace 1 with (1 - 0) by ring. apply Sy.
  - apply V0.
  - rewrite V0. rewrite Rplus_0_r.
    replace (v0 G 1) with ((INR G - 1) / (INR G * INR G)).
    2:{ unfold v0. rewrite minus_INR by lia. simpl (INR 1). field. lra. }
    rewrite sqrt_div_alt, sqrt_square by nra.
    assert (Q : 0 < sqrt (INR G - 1)) by (apply sqrt_lt_R0; lra).
    assert (E : sqrt (INR G - 1) * sqrt (INR G - 1) = INR G - 1) by (apply sqrt_sqrt; lra).
    rewrite <- E at 1. field. lra.
Qed.

(** L3 for divisor G - 1 (ddof 1): the same, with maximum (G - 1) / sqrt G at eps = 0. *)
Theorem group_factor_shape_ddof1 eps G : 0 <= eps -> (2 <= G)%nat ->
  (forall p, Omega1 eps G (1 - p) = Omega1 eps G p) /\
  (forall p q t, 0 <= p <= 1 -> 0 <= q <= 1 -> 0 <= t <= 1 ->
     Omega1 eps G (t * p + (1 - t) * q) <= t * Omega1 eps G p + (1 - t) * Omega1 eps G q) /\
  (forall p, 0 <= p <= 1 -> Omega1 eps G (/ 2) <= Omega1 eps G p <= Omega1 eps G 0) /\
  Omega1 eps G 1 = Omega1 eps G 0 /\
  Omega1 eps G 0 = (INR G - 1) / INR G / sqrt (v1 G 1 + eps) /\
  Omega1 0 G 0 = sqrt ((INR G - 1) * (INR G - 1) / INR G).
Proof.
  intros He HG. assert (H2 := INR_ge2 G HG).
  set (c := (INR G - 1) / INR G). assert (Hc : 0 < c) by (apply Rdiv_lt_0_compat; lra).
  assert (Q : 0 < sqrt c) by now apply sqrt_lt_R0.
  assert (He' : 0 <= eps * c) by (apply Rmult_le_pos; lra).
  destruct (group_factor_shape (eps * c) G He' HG) as [Sy [Cv [Mm [E1 _]]]].
  assert (R : forall p, Omega1 eps G p = sqrt c * Omega0 (eps * c) G p)
    by (intros p; now apply ddof_relation).
  split; [intros p; now rewrite !R, Sy|]. split; [|split; [|split; [|split]]].
  - intros p q t Hp Hq Ht. rewrite !R. specialize (Cv p q t Hp Hq Ht).
    apply (Rmult_le_compat_l _ _ _ (Rlt_le _ _ Q)) in Cv. lra.
  - intros p Hp. rewrite !R. specialize (Mm p Hp).
    split; apply Rmult_le_compat_l; lra.
  - now rewrite !R, E1.
  - unfold Omega1, factor. now rewrite bern_0.
  - destruct (ddof_relation 0 G 0 HG ltac:(lra)) as [_ ->].
    destruct (group_factor_shape 0 G ltac:(lra) HG) as [_ [_ [_ [_ [_ ->]]]]].
    fold c. rewrite <- sqrt_mult by lra. f_equal. unfold c. field. lra.
Qed.
