(** At eps = 0 the point p = 1 is super-attracting: h extends continuously by
    h 0 = h 1 = 1, and 1 - h vanishes at both ends with all one-sided derivatives.

    All derivatives of w = 1 - h on (0, 1) are polynomials in p, Omega and w, divisible
    by w; w decays like exp (- Omega / beta), faster than every power of Omega. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus TwoCycles FixedPoints Escape.
Open Scope R_scope.

Section Super.
Variables pref beta : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.

Let c := (1 - pref) / pref.
Let w p := 1 - h pref beta 0 p.
Let Om p := Omega 0 p.

Let c_pos : 0 < c.
Proof. unfold c. apply Rdiv_lt_0_compat; lra. Qed.

Lemma Om_pos p : 0 < p < 1 -> 0 < Om p.
Proof.
  intros Hp. unfold Om, Omega. apply Rinv_0_lt_compat, sqrt_lt_R0.
  pose proof (var_pos p Hp). lra.
Qed.

Lemma Om_sqr p : 0 < p < 1 -> Om p * Om p * var p = 1.
Proof.
  intros Hp. unfold Om, Omega. rewrite Rplus_0_r. pose proof (var_pos p Hp) as V.
  pose proof (sqrt_lt_R0 _ V) as S. rewrite <- (sqrt_sqrt (var p)) at 3 by lra. field. lra.
Qed.

Lemma Om_ge_1 p : 0 < p < 1 -> 1 <= Om p.
Proof.
  intros Hp. pose proof (Om_sqr p Hp). pose proof (Om_pos p Hp). pose proof (var_le_quarter p).
  pose proof (var_pos p Hp). nra.
Qed.

Lemma w_formula p : w p = c * exp (- (Om p / beta)) / (1 + c * exp (- (Om p / beta))).
Proof.
  unfold w, h. fold c. fold (Om p). pose proof (exp_pos (- (Om p / beta))).
  field. nra.
Qed.

Lemma w_bounds p : 0 < w p <= c * exp (- (Om p / beta)) /\ w p < 1.
Proof.
  rewrite w_formula. pose proof (exp_pos (- (Om p / beta))).
  set (t := c * exp (- (Om p / beta))). assert (Ht : 0 < t) by (unfold t; nra).
  split; [split |].
  - apply Rdiv_lt_0_compat; lra.
  - apply (Rmult_le_reg_r (1 + t)); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
  - apply (Rmult_lt_reg_r (1 + t)); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(** G2 (bound). 1 - h p <= (1 - p_ref) / p_ref * exp (- 1 / (beta sqrt (1 - p))). *)
Theorem distance_to_one p : 0 < p < 1 ->
  0 < 1 - h pref beta 0 p <= (1 - pref) / pref * exp (- (1 / (beta * sqrt (1 - p)))).
Proof.
  intros Hp. pose proof (w_bounds p) as ((W1 & W2) & _). unfold w in *. split; [exact W1 |].
  apply Rle_trans with (1 := W2). fold c. apply Rmult_le_compat_l; [lra |].
  assert (L : 1 / (beta * sqrt (1 - p)) <= Om p / beta).
  { assert (Sq : 0 < sqrt (1 - p)) by (apply sqrt_lt_R0; lra).
    replace (1 / (beta * sqrt (1 - p))) with (/ sqrt (1 - p) / beta) by (field; lra).
    unfold Rdiv. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; exact Hbeta |].
    unfold Om, Omega. rewrite Rplus_0_r. apply Rinv_le_contravar.
    - apply sqrt_lt_R0, var_pos, Hp.
    - apply sqrt_le_1; [left; apply var_pos, Hp | lra |]. unfold var. nra. }
  destruct L as [L | L]; [left; apply exp_increasing; lra | right; rewrite L; reflexivity].
Qed.

(** * Derivatives of all orders *)

Inductive expr : Type :=
| K (r : R) | P | O | W | Add (a b : expr) | Mul (a b : expr).

Fixpoint eval (e : expr) (p : R) : R :=
  match e with
  | K r => r | P => p | O => Om p | W => w p
  | Add a b => eval a p + eval b p | Mul a b => eval a p * eval b p
  end.

(** (1 - 2p) Omega^3 / 2 *)
Definition half_slope : expr :=
  Mul (K (/ 2)) (Mul (Add (K 1) (Mul (K (-2)) P)) (Mul O (Mul O O))).

(** w' = w * ratio *)
Definition ratio : expr := Mul (Mul (K (/ beta)) (Add (K 1) (Mul (K (-1)) W))) half_slope.

Fixpoint diff (e : expr) : expr :=
  match e with
  | K _ => K 0 | P => K 1
  | O => Mul (K (-1)) half_slope
  | W => Mul W ratio
  | Add a b => Add (diff a) (diff b)
  | Mul a b => Add (Mul (diff a) b) (Mul a (diff b))
  end.

Lemma Om_derive p : 0 < p < 1 -> is_derive Om p (- (/ 2 * ((1 - 2 * p) * (Om p * (Om p * Om p))))).
Proof.
  intros Hp. pose proof (var_pos p Hp) as V. pose proof (sqrt_lt_R0 _ V) as S.
  unfold Om, Omega, var in *. auto_derive.
  - rewrite !Rplus_0_r. change (1 + - p) with (1 - p). repeat split; [exact V | lra].
  - rewrite !Rplus_0_r. change (1 + - p) with (1 - p). field. lra.
Qed.

Lemma w_derive p : 0 < p < 1 -> is_derive w p (eval (Mul W ratio) p).
Proof.
  intros Hp. pose proof (Om_derive p Hp) as D.
  assert (Ex : ex_derive (fun x : R => Om x) p) by (eexists; exact D).
  assert (Dv : Derive (fun x : R => Om x) p = - (/ 2 * ((1 - 2 * p) * (Om p * (Om p * Om p)))))
    by (apply is_derive_unique, D).
  apply (is_derive_ext (fun p => c * exp (- (Om p / beta)) / (1 + c * exp (- (Om p / beta))))).
  { intros t. symmetry. apply w_formula. }
  pose proof (exp_pos (- (Om p / beta))) as E.
  auto_derive.
  - repeat split; try exact Ex. apply Rgt_not_eq. unfold Rdiv in E. nra.
  - rewrite Dv. change (Om p * / beta) with (Om p / beta).
    unfold ratio, half_slope; simpl. rewrite (w_formula p).
    set (q := exp (- (Om p / beta))) in *. field. split; nra.
Qed.

Lemma eval_derive e p : 0 < p < 1 -> is_derive (eval e) p (eval (diff e) p).
Proof.
  intros Hp. induction e as [r | | | | a IHa b IHb | a IHa b IHb].
  - apply (is_derive_const (K := R_AbsRing) (V := R_NormedModule)).
  - apply (is_derive_id (K := R_AbsRing)).
  - evar_last; [apply Om_derive, Hp |]. unfold half_slope. simpl. ring.
  - apply w_derive, Hp.
  - apply (is_derive_plus (eval a) (eval b)); assumption.
  - evar_last.
    + apply (is_derive_mult (eval a) (eval b)); [exact IHa | exact IHb |].
      intros; apply Rmult_comm.
    + reflexivity.
Qed.

(** The n-th derivative of w is w times this expression. *)
Fixpoint cofactor (n : nat) : expr :=
  match n with
  | 0%nat => K 1
  | S m => Add (Mul ratio (cofactor m)) (diff (cofactor m))
  end.

Lemma w_derivatives n p : 0 < p < 1 ->
  is_derive (fun p => w p * eval (cofactor n) p) p (w p * eval (cofactor (S n)) p).
Proof.
  intros Hp. pose proof (eval_derive (Mul W (cofactor n)) p Hp) as D.
  evar_last; [exact D |]. simpl. ring.
Qed.

Lemma eval_bound e : exists C k, 0 <= C /\ forall p, 0 < p < 1 -> Rabs (eval e p) <= C * Om p ^ k.
Proof.
  induction e as [r | | | | a (Ca & ka & Pa & Ba) b (Cb & kb & Pb & Bb)
                          | a (Ca & ka & Pa & Ba) b (Cb & kb & Pb & Bb)].
  - exists (Rabs r), 0%nat. split; [apply Rabs_pos |]. intros p Hp. simpl. lra.
  - exists 1, 0%nat. split; [lra |]. intros p Hp. simpl. rewrite Rabs_pos_eq; lra.
  - exists 1, 1%nat. split; [lra |]. intros p Hp. simpl. pose proof (Om_pos p Hp).
    rewrite Rabs_pos_eq; lra.
  - exists 1, 0%nat. split; [lra |]. intros p Hp. simpl. pose proof (w_bounds p).
    rewrite Rabs_pos_eq; lra.
  - exists (Ca + Cb), (ka + kb)%nat. split; [lra |]. intros p Hp. simpl.
    specialize (Ba p Hp). specialize (Bb p Hp). pose proof (Om_ge_1 p Hp) as O1.
    apply Rle_trans with (1 := Rabs_triang _ _).
    assert (Qa : Om p ^ ka <= Om p ^ (ka + kb)) by (apply Rle_pow; [exact O1 | lia]).
    assert (Qb : Om p ^ kb <= Om p ^ (ka + kb)) by (apply Rle_pow; [exact O1 | lia]).
    apply (Rmult_le_compat_l Ca) in Qa; [| exact Pa].
    apply (Rmult_le_compat_l Cb) in Qb; [| exact Pb]. lra.
  - exists (Ca * Cb), (ka + kb)%nat. split; [apply Rmult_le_pos; assumption |]. intros p Hp. simpl.
    specialize (Ba p Hp). specialize (Bb p Hp).
    rewrite Rabs_mult, pow_add.
    replace (Ca * Cb * (Om p ^ ka * Om p ^ kb)) with (Ca * Om p ^ ka * (Cb * Om p ^ kb)) by ring.
    apply Rmult_le_compat; try apply Rabs_pos; assumption.
Qed.

(** Exponential decay beats every power. *)
Lemma power_decay m t : (1 <= m)%nat -> 0 < t -> t ^ m * exp (- (t / beta)) <= (beta * INR m) ^ m.
Proof.
  intros Hm Ht. assert (Pm : 0 < INR m) by (apply lt_0_INR; lia).
  set (y := t / (beta * INR m)).
  assert (Py : 0 < y) by (apply Rdiv_lt_0_compat; nra).
  assert (Et : t = beta * INR m * y) by (unfold y; field; lra).
  assert (E : exp (- (t / beta)) * exp y ^ m = 1).
  { assert (Q : forall n, exp y ^ n = exp (INR n * y)).
    { induction n as [| n IH]; [simpl; rewrite Rmult_0_l, exp_0; reflexivity |].
      rewrite S_INR. simpl. rewrite IH, <- exp_plus. f_equal. ring. }
    rewrite Q, <- exp_plus, <- exp_0. f_equal. rewrite Et. field. lra. }
  assert (L : y ^ m <= exp y ^ m).
  { apply pow_incr. split; [lra |]. pose proof (exp_ineq1 y ltac:(lra)). lra. }
  pose proof (exp_pos (- (t / beta))) as Pe.
  rewrite Et at 1. rewrite Rpow_mult_distr.
  assert (0 <= (beta * INR m) ^ m) by (apply pow_le; nra).
  assert (y ^ m * exp (- (t / beta)) <= 1).
  { rewrite <- E. rewrite Rmult_comm. apply Rmult_le_compat_l; lra. }
  rewrite Rmult_assoc. rewrite <- (Rmult_1_r ((beta * INR m) ^ m)) at 2.
  apply Rmult_le_compat_l; assumption.
Qed.

(** Each derivative is O (1 / Omega^3), hence o (1 / Omega^2). *)
Lemma derivative_bound n : exists C, 0 <= C /\ forall p, 0 < p < 1 ->
  Rabs (w p * eval (cofactor n) p) * Om p ^ 3 <= C.
Proof.
  destruct (eval_bound (cofactor n)) as (C & k & PC & B).
  exists (C * c * (beta * INR (k + 3)) ^ (k + 3)). split.
  { apply Rmult_le_pos; [nra |]. apply pow_le. pose proof (pos_INR (k + 3)). nra. }
  intros p Hp. specialize (B p Hp). pose proof (w_bounds p) as ((W1 & W2) & _).
  pose proof (Om_pos p Hp) as PO.
  rewrite Rabs_mult, (Rabs_pos_eq (w p)) by lra.
  pose proof (power_decay (k + 3) (Om p) ltac:(lia) PO) as D.
  assert (P3 : 0 < Om p ^ 3) by (apply pow_lt; exact PO).
  apply Rle_trans with (c * exp (- (Om p / beta)) * (C * Om p ^ k) * Om p ^ 3).
  - apply Rmult_le_compat_r; [lra |]. apply Rmult_le_compat; try lra. apply Rabs_pos.
  - replace (c * exp (- (Om p / beta)) * (C * Om p ^ k) * Om p ^ 3)
      with (C * c * (Om p ^ (k + 3) * exp (- (Om p / beta)))) by (rewrite pow_add; ring).
    apply Rmult_le_compat_l; [nra | exact D].
Qed.

(** The extension by 0 of the n-th derivative to the ends. *)
Definition Dw (n : nat) (p : R) : R :=
  if Rlt_dec 0 p then if Rlt_dec p 1 then w p * eval (cofactor n) p else 0 else 0.

Lemma Dw_inside n p : 0 < p < 1 -> Dw n p = w p * eval (cofactor n) p.
Proof.
  intros Hp. unfold Dw. destruct (Rlt_dec 0 p); [| lra]. destruct (Rlt_dec p 1); [reflexivity | lra].
Qed.

(** Difference quotients at an end: |D / dist| <= C sqrt dist, if dist >= var. *)
Lemma quotient_small n d e : (forall p, 0 < p < 1 -> 0 < d p /\ var p <= d p) -> 0 < e ->
  exists eta, 0 < eta /\ forall p, 0 < p < 1 -> d p < eta -> Rabs (Dw n p / d p) < e.
Proof.
  intros Hd He. destruct (derivative_bound n) as (C & PC & B).
  exists ((e / (C + 1)) * (e / (C + 1))).
  assert (Pe : 0 < e / (C + 1)) by (apply Rdiv_lt_0_compat; lra).
  split; [nra |]. intros p Hp Hdp. destruct (Hd p Hp) as (Pd & Vd).
  rewrite (Dw_inside n p Hp). specialize (B p Hp).
  pose proof (Om_sqr p Hp) as E. pose proof (Om_pos p Hp) as PO. pose proof (var_pos p Hp) as V.
  set (A := Rabs (w p * eval (cofactor n) p)) in *.
  assert (PA : 0 <= A) by apply Rabs_pos.
  unfold Rdiv at 1. rewrite Rabs_mult, (Rabs_pos_eq (/ d p)) by (left; apply Rinv_0_lt_compat; exact Pd).
  fold A.
  (* A / d <= A Omega^2 <= C / Omega, and 1 / Omega <= sqrt d < e / (C + 1) *)
  assert (I1 : / d p <= Om p * Om p).
  { apply (Rmult_le_reg_r (d p)); [exact Pd |]. rewrite Rinv_l by lra. nra. }
  assert (I2 : / Om p < e / (C + 1)).
  { assert (Q : / Om p * / Om p = var p).
    { apply (Rmult_eq_reg_l (Om p * Om p)); [| nra].
      rewrite E. field. lra. }
    pose proof (Rinv_0_lt_compat _ PO). nra. }
  assert (I3 : A * (Om p * Om p) <= C * / Om p).
  { apply (Rmult_le_reg_r (Om p)); [exact PO |].
    replace (C * / Om p * Om p) with C by (field; lra).
    replace (A * (Om p * Om p) * Om p) with (A * Om p ^ 3) by ring. exact B. }
  apply Rle_lt_trans with (A * (Om p * Om p)); [apply Rmult_le_compat_l; assumption |].
  apply Rle_lt_trans with (1 := I3).
  apply Rle_lt_trans with (C * (e / (C + 1))); [apply Rmult_le_compat_l; lra |].
  apply (Rmult_lt_reg_r (C + 1)); [lra |].
  replace (C * (e / (C + 1)) * (C + 1)) with (C * e) by (field; lra). nra.
Qed.

(** G2 (flatness). There are functions D n on [0, 1], the derivatives of all orders of
    1 - h on (0, 1) extended by 0, such that each D n has one-sided derivative 0 at
    both ends: every one-sided derivative of the continuous extension of 1 - h vanishes
    at 1, and at 0. *)
Theorem one_is_flat : exists D : nat -> R -> R,
  (forall p, 0 < p < 1 -> D 0%nat p = 1 - h pref beta 0 p) /\
  (forall n p, 0 < p < 1 -> is_derive (D n) p (D (S n) p)) /\
  (forall n, D n 0 = 0 /\ D n 1 = 0) /\
  (forall n, filterlim (fun p => (D n p - D n 1) / (p - 1)) (at_left 1) (locally 0)) /\
  (forall n, filterlim (fun p => (D n p - D n 0) / (p - 0)) (at_right 0) (locally 0)).
Proof.
  exists Dw. split; [| split; [| split; [| split]]].
  - intros p Hp. rewrite (Dw_inside 0 p Hp). simpl. unfold w. ring.
  - intros n p Hp. rewrite (Dw_inside (S n) p Hp).
    apply (is_derive_ext_loc (fun p => w p * eval (cofactor n) p)); [| apply w_derivatives, Hp].
    assert (He : 0 < Rmin p (1 - p)) by (apply Rmin_pos; lra).
    exists (mkposreal _ He). intros y Hy. change (Rabs (y - p) < Rmin p (1 - p)) in Hy.
    pose proof (Rmin_l p (1 - p)). pose proof (Rmin_r p (1 - p)). apply Rabs_def2 in Hy.
    symmetry. apply Dw_inside. lra.
  - intros n. unfold Dw. split.
    + destruct (Rlt_dec 0 0); [lra | reflexivity].
    + destruct (Rlt_dec 0 1); [| reflexivity]. destruct (Rlt_dec 1 1); [lra | reflexivity].
  - intros n. assert (D1 : Dw n 1 = 0).
    { unfold Dw. destruct (Rlt_dec 0 1); [| reflexivity]. destruct (Rlt_dec 1 1); [lra | reflexivity]. }
    apply filterlim_locally. intros e.
    destruct (quotient_small n (fun p => 1 - p) e) as (eta & Peta & H).
    + intros p Hp. unfold var. split; [lra | nra].
    + apply cond_pos.
    + assert (He : 0 < Rmin eta 1) by (apply Rmin_pos; lra).
      exists (mkposreal _ He). intros y Hy Hlt. change (Rabs (y - 1) < Rmin eta 1) in Hy.
      pose proof (Rmin_l eta 1). pose proof (Rmin_r eta 1). apply Rabs_def2 in Hy.
      change (Rabs ((Dw n y - Dw n 1) / (y - 1) - 0) < e).
      rewrite D1. replace ((Dw n y - 0) / (y - 1) - 0) with (- (Dw n y / (1 - y))) by (field; lra).
      rewrite Rabs_Ropp. apply H; lra.
  - intros n. assert (D0 : Dw n 0 = 0).
    { unfold Dw. destruct (Rlt_dec 0 0); [lra | reflexivity]. }
    apply filterlim_locally. intros e.
    destruct (quotient_small n (fun p => p) e) as (eta & Peta & H).
    + intros p Hp. unfold var. split; [lra | nra].
    + apply cond_pos.
    + assert (He : 0 < Rmin eta 1) by (apply Rmin_pos; lra).
      exists (mkposreal _ He). intros y Hy Hlt. change (Rabs (y - 0) < Rmin eta 1) in Hy.
      pose proof (Rmin_l eta 1). pose proof (Rmin_r eta 1). apply Rabs_def2 in Hy.
      change (Rabs ((Dw n y - Dw n 0) / (y - 0) - 0) < e).
      rewrite D0. replace ((Dw n y - 0) / (y - 0) - 0) with (Dw n y / y) by (field; lra).
      apply H; lra.
Qed.

(** G2 (continuous extension). h tends to 1 at both ends. *)
Theorem limits_at_the_ends :
  filterlim (h pref beta 0) (at_left 1) (locally 1) /\
  filterlim (h pref beta 0) (at_right 0) (locally 1).
Proof.
  assert (Q : forall d, (forall p, 0 < p < 1 -> 0 < d p /\ var p <= d p) -> forall e, 0 < e ->
    exists eta, 0 < eta <= 1 /\ forall p, 0 < p < 1 -> d p < eta -> Rabs (h pref beta 0 p - 1) < e).
  { intros d Hd e He. destruct (quotient_small 0 d e Hd He) as (eta & Peta & H).
    exists (Rmin eta 1). pose proof (Rmin_l eta 1). pose proof (Rmin_r eta 1).
    split; [split; [apply Rmin_pos; lra | lra] |]. intros p Hp Hdp.
    specialize (H p Hp ltac:(lra)). rewrite (Dw_inside 0 p Hp) in H. simpl in H.
    destruct (Hd p Hp) as (Pd & _). rewrite Rmult_1_r in H.
    pose proof (w_bounds p) as ((W1 & _) & _).
    replace (h pref beta 0 p - 1) with (- w p) by (unfold w; ring).
    rewrite Rabs_Ropp, Rabs_pos_eq by lra.
    assert (P2 : 0 < w p / d p) by (apply Rdiv_lt_0_compat; lra).
    rewrite Rabs_pos_eq in H by lra.
    assert (E : w p = w p / d p * d p) by (field; lra). rewrite E. nra. }
  split; apply filterlim_locally; intros e.
  - destruct (Q (fun p => 1 - p) ltac:(intros p Hp; unfold var; split; [lra | nra]) e (cond_pos e))
      as (eta & Peta & H).
    exists (mkposreal eta (proj1 Peta)). intros y Hy Hlt. change (Rabs (y - 1) < eta) in Hy.
    apply Rabs_def2 in Hy. change (Rabs (h pref beta 0 y - 1) < e). apply H; lra.
  - destruct (Q (fun p => p) ltac:(intros p Hp; unfold var; split; [lra | nra]) e (cond_pos e))
      as (eta & Peta & H).
    exists (mkposreal eta (proj1 Peta)). intros y Hy Hlt. change (Rabs (y - 0) < eta) in Hy.
    apply Rabs_def2 in Hy. change (Rabs (h pref beta 0 y - 1) < e). apply H; lra.
Qed.

(** G2 (attraction). Every start close enough to 1, or to 0, is attracted to 1. *)
Theorem one_attracts : exists eta, 0 < eta < 1 / 2 /\
  forall p, (0 < p < eta \/ 1 - eta < p < 1) -> is_lim_seq (iter (h pref beta 0) p) 1.
Proof.
  set (x0 := logit pref).
  assert (B : exists b, 0 <= b /\ forall y, b < Rabs y -> is_lim_seq (iter (F x0 beta 0) y) p_infty).
  { destruct (Rlt_le_dec (x_SN beta) x0) as [H | H].
    - exists 0. split; [lra |]. intros y _. apply all_escape; assumption.
    - destruct (upper_root beta Hbeta x0 H) as (b & Hb & Eb).
      exists b. pose proof (x_fold_pos beta Hbeta). split; [lra |].
      intros y Hy. apply (beyond_escapes beta x0 Hbeta b Hb Eb y Hy). }
  destruct B as (b & Pb & Esc). exists (sigma (- (b + 1))).
  pose proof (sigma_pos (- (b + 1))) as S1.
  assert (S2 : sigma (- (b + 1)) < / 2) by (apply sigma_lt_half; lra).
  split; [lra |]. intros p Hp.
  assert (Ip : 0 < p < 1) by (destruct Hp; lra).
  apply (is_lim_seq_ext (fun n => sigma (iter (F x0 beta 0) (logit p) n))).
  { intros n. unfold x0. rewrite sigma_iter_F, sigma_logit by assumption. reflexivity. }
  apply sigma_tends_to_1, Esc.
  destruct Hp as [Hp | Hp].
  - assert (L : logit p < - (b + 1)).
    { rewrite <- (logit_sigma (- (b + 1))). apply logit_increasing; lra. }
    rewrite Rabs_left; lra.
  - assert (L : b + 1 < logit p).
    { rewrite <- (logit_sigma (b + 1)). apply logit_increasing; [apply sigma_pos | | lra].
      rewrite sigma_opp in Hp. lra. }
    rewrite Rabs_pos_eq; lra.
Qed.
End Super.
