(** L5.  Omega_G (p) = Omega (p) - (s + 4 eps (1 - s) + 8 eps^2) / (8 G (s + eps)^(5/2)) + O (G^-2),
    s = p (1 - p): third-order expansion of v / sqrt (v + eps) with an algebraic
    remainder, and the first four moments of the empirical mean. *)

Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Rcomplements.
From GrpoProofs Require Import Defs.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape GroupSize.
Open Scope R_scope.

(** ** Moments *)

(** Central moments of the number of successes. *)
Definition moment (n : nat) (p : R) (j : nat) : R := bern n (fun k => (INR k - INR n * p) ^ j) p.

Lemma bern_poly4 n p c0 c1 c2 c3 c4 :
  bern n (fun k => c4 * (INR k - INR n * p) ^ 4 + (c3 * (INR k - INR n * p) ^ 3 +
    (c2 * (INR k - INR n * p) ^ 2 + (c1 * (INR k - INR n * p) ^ 1 + c0)))) p =
  c4 * moment n p 4 + (c3 * moment n p 3 + (c2 * moment n p 2 + (c1 * moment n p 1 + c0))).
Proof. unfold moment. rewrite !bern_plus, !bern_scal, bern_const. reflexivity. Qed.

Lemma moments n p :
  moment n p 1 = 0 /\ moment n p 2 = INR n * var p /\
  moment n p 3 = INR n * var p * (1 - 2 * p) /\
  moment n p 4 = INR n * var p * (1 - 3 * var p) + 3 * INR n * (INR n - 1) * (var p * var p).
Proof.
  induction n as [|n (M1 & M2 & M3 & M4)].
  - unfold moment. cbn [bern]. simpl. repeat split; ring.
  - assert (Step : forall j c0 c1 c2 c3 c4 d0 d1 d2 d3 d4,
      (forall x, (x + (1 - p)) ^ j = c4 * x ^ 4 + (c3 * x ^ 3 + (c2 * x ^ 2 + (c1 * x ^ 1 + c0)))) ->
      (forall x, (x - p) ^ j = d4 * x ^ 4 + (d3 * x ^ 3 + (d2 * x ^ 2 + (d1 * x ^ 1 + d0)))) ->
      moment (S n) p j =
        p * (c4 * moment n p 4 + (c3 * moment n p 3 + (c2 * moment n p 2 + (c1 * moment n p 1 + c0)))) +
        (1 - p) * (d4 * moment n p 4 + (d3 * moment n p 3 + (d2 * moment n p 2 + (d1 * moment n p 1 + d0))))).
    { intros j c0 c1 c2 c3 c4 d0 d1 d2 d3 d4 Hc Hd. unfold moment at 1. cbn [bern].
      rewrite <- !bern_poly4. f_equal; f_equal; apply bern_ext; intros k _.
      - rewrite <- Hc. f_equal. rewrite !S_INR. ring.
      - rewrite <- Hd. f_equal. rewrite !S_INR. ring. }
    set (q := 1 - p).
    assert (S1 := Step 1%nat q 1 0 0 0 (- p) 1 0 0 0 ltac:(intros; fold q; ring) ltac:(intros; ring)).
    assert (S2 := Step 2%nat (q ^ 2) (2 * q) 1 0 0 (p ^ 2) (- 2 * p) 1 0 0
      ltac:(intros; fold q; ring) ltac:(intros; ring)).
    assert (S3 := Step 3%nat (q ^ 3) (3 * q ^ 2) (3 * q) 1 0 (- p ^ 3) (3 * p ^ 2) (- 3 * p) 1 0
      ltac:(intros; fold q; ring) ltac:(intros; ring)).
    assert (S4 := Step 4%nat (q ^ 4) (4 * q ^ 3) (6 * q ^ 2) (4 * q) 1
      (p ^ 4) (- 4 * p ^ 3) (6 * p ^ 2) (- 4 * p) 1 ltac:(intros; fold q; ring) ltac:(intros; ring)).
    rewrite M1, M2, M3, M4 in *. rewrite S1, S2, S3, S4, S_INR. unfold q, var.
    repeat split; ring.
Qed.

(** ** Expansion *)

(** Third-order expansion of v / sqrt (v + eps) at m, in w = v - m; u = sqrt (m + eps). *)
Definition expansion (eps u w : R) : R :=
  (u - eps / u) + (/ (2 * u) + eps / (2 * u ^ 3)) * w
  - (/ (8 * u ^ 3) + 3 * eps / (8 * u ^ 5)) * w ^ 2
  + (/ (16 * u ^ 5) + 5 * eps / (16 * u ^ 7)) * w ^ 3.

Lemma expansion_error eps v m : 0 <= eps -> 0 <= v -> 0 < m ->
  Rabs (g 1 eps v - expansion eps (sqrt (m + eps)) (v - m)) <= 2 / sqrt (m + eps) ^ 7 * (v - m) ^ 4.
Proof.
  intros He Hv Hm. unfold g. rewrite Rmult_1_l.
  assert (Hu : 0 < sqrt (m + eps)) by (apply sqrt_lt_R0; lra).
  assert (Eu : sqrt (m + eps) * sqrt (m + eps) = m + eps) by (apply sqrt_sqrt; lra).
  assert (Ht : 0 <= sqrt (v + eps)) by apply sqrt_pos.
  assert (Et : sqrt (v + eps) * sqrt (v + eps) = v + eps) by (apply sqrt_sqrt; lra).
  set (u := sqrt (m + eps)) in *. set (t := sqrt (v + eps)) in *. set (rho := eps * / t).
  (* t - rho is the value, also at v + eps = 0 *)
  assert (Rh : rho * t = eps /\ 0 <= rho <= t /\ v * / t = t - rho).
  { unfold rho. destruct (Req_dec t 0) as [E | N].
    - assert (eps = 0) by nra. assert (v = 0) by nra. rewrite E. subst eps v. split; [ring | split; [lra | ring]].
    - assert (Pt : 0 < t) by lra. split; [field; lra |]. split.
      + split; [apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat] |].
        apply Rmult_le_reg_r with t; [exact Pt |]. replace (eps * / t * t) with eps by (field; lra). lra.
      + replace v with (t * t - eps) by lra. field. lra. }
  destruct Rh as (Re & Rp & ->).
  assert (W : v - m = (t - u) * (t + u)) by (replace (v - m) with ((v + eps) - (m + eps)) by ring; rewrite <- Et, <- Eu; ring).
  assert (Id : t - rho - expansion eps u (v - m) =
    - ((t - u) ^ 4 * ((t ^ 2 + 4 * (t * u) + 5 * u ^ 2) / (16 * u ^ 5) +
       rho * (5 * t ^ 3 + 20 * (t ^ 2 * u) + 29 * (t * u ^ 2) + 16 * u ^ 3) / (16 * u ^ 7)))).
  { unfold expansion. rewrite W, <- Re. field. lra. }
  rewrite Id, Rabs_Ropp, W.
  assert (D4 : 0 <= (t - u) ^ 4) by (replace ((t - u) ^ 4) with (((t - u) ^ 2) ^ 2) by ring; apply pow2_ge_0).
  assert (P5 : 0 < u ^ 5) by now apply pow_lt. assert (P7 : 0 < u ^ 7) by now apply pow_lt.
  assert (Tu : 0 <= t * u) by (apply Rmult_le_pos; lra).
  assert (N1 : 0 <= (t ^ 2 + 4 * (t * u) + 5 * u ^ 2) / (16 * u ^ 5)).
  { apply Rmult_le_pos; [nra | left; apply Rinv_0_lt_compat; lra]. }
  assert (T3 : 0 <= t ^ 3) by (apply pow_le; lra). assert (U3 : 0 <= u ^ 3) by (apply pow_le; lra).
  assert (TTU : 0 <= t ^ 2 * u) by (apply Rmult_le_pos; [apply pow_le; lra | lra]).
  assert (TUU : 0 <= t * u ^ 2) by (apply Rmult_le_pos; [lra | apply pow_le; lra]).
  set (Q := 5 * t ^ 3 + 20 * (t ^ 2 * u) + 29 * (t * u ^ 2) + 16 * u ^ 3).
  assert (HQ : 0 <= Q <= 16 * (t + u) ^ 3).
  { replace ((t + u) ^ 3) with (t ^ 3 + 3 * (t ^ 2 * u) + 3 * (t * u ^ 2) + u ^ 3) by ring. unfold Q. lra. }
  assert (N2 : 0 <= rho * Q / (16 * u ^ 7)).
  { apply Rmult_le_pos; [apply Rmult_le_pos; lra | left; apply Rinv_0_lt_compat; lra]. }
  rewrite Rabs_pos_eq by (apply Rmult_le_pos; lra).
  replace (2 / u ^ 7 * ((t - u) * (t + u)) ^ 4) with ((t - u) ^ 4 * (2 / u ^ 7 * (t + u) ^ 4))
    by (field; lra).
  apply Rmult_le_compat_l; [exact D4 |].
  apply Rmult_le_reg_r with (16 * u ^ 7); [lra |].
  replace (((t ^ 2 + 4 * (t * u) + 5 * u ^ 2) / (16 * u ^ 5) + rho * Q / (16 * u ^ 7)) * (16 * u ^ 7))
    with ((t ^ 2 + 4 * (t * u) + 5 * u ^ 2) * u ^ 2 + rho * Q) by (field; lra).
  replace (2 / u ^ 7 * (t + u) ^ 4 * (16 * u ^ 7)) with (16 * (t + u) ^ 4 + 16 * (t + u) ^ 4)
    by (field; lra).
  assert (S2 : u ^ 2 <= (t + u) ^ 2) by (apply pow_incr; lra).
  assert (S2' : 0 <= u ^ 2) by (apply pow_le; lra).
  apply Rplus_le_compat.
  - replace (16 * (t + u) ^ 4) with (16 * (t + u) ^ 2 * (t + u) ^ 2) by ring.
    apply Rmult_le_compat; [nra | exact S2' | nra | exact S2].
  - replace (16 * (t + u) ^ 4) with ((t + u) * (16 * (t + u) ^ 3)) by ring.
    apply Rmult_le_compat; lra.
Qed.

(** The same along the empirical mean q, in d = q - p, with a remainder of fourth order. *)
Lemma expansion_in_mean eps p q u A2 A3 : 0 <= p <= 1 -> 0 <= q <= 1 -> 0 < u ->
  A2 = / (8 * u ^ 3) + 3 * eps / (8 * u ^ 5) -> A3 = / (16 * u ^ 5) + 5 * eps / (16 * u ^ 7) ->
  0 <= A2 -> 0 <= A3 ->
  Rabs (expansion eps u (var q - var p) -
    ((u - eps / u) + (/ (2 * u) + eps / (2 * u ^ 3)) * (1 - 2 * p) * (q - p)
     + (- (/ (2 * u) + eps / (2 * u ^ 3)) - A2 * (1 - 4 * var p)) * (q - p) ^ 2
     + (2 * A2 * (1 - 2 * p) + A3 * (1 - 2 * p) ^ 3) * (q - p) ^ 3))
  <= (A2 + 7 * A3) * (q - p) ^ 4 /\
  (var q - var p) ^ 4 <= (q - p) ^ 4.
Proof.
  intros Hp Hq Hu E2 E3 P2 P3. set (d := q - p). set (k := 1 - 2 * p).
  assert (Hk : -1 <= k <= 1) by (unfold k; lra). assert (Hd : -1 <= d <= 1) by (unfold d; lra).
  assert (W : var q - var p = d * (k - d)) by (unfold var, d, k; ring).
  assert (V : 1 - 4 * var p = k ^ 2) by (unfold var, k; ring).
  assert (D4 : 0 <= d ^ 4) by (replace (d ^ 4) with ((d ^ 2) ^ 2) by ring; apply pow2_ge_0).
  split.
  - unfold expansion. rewrite <- E2, <- E3, W, V.
    match goal with |- Rabs ?e <= _ => replace e with
      ((- A2 + A3 * (- 3 * k ^ 2 + 3 * (k * d) - d ^ 2)) * d ^ 4) by (field; lra) end.
    rewrite Rabs_mult, (Rabs_pos_eq (d ^ 4)) by exact D4.
    apply Rmult_le_compat_r; [exact D4 |]. apply Rabs_le.
    assert (Kd : -1 <= k * d <= 1) by (split; nra).
    assert (K2 : 0 <= k ^ 2 <= 1) by (split; nra). assert (D2 : 0 <= d ^ 2 <= 1) by (split; nra).
    assert (B : -7 <= - 3 * k ^ 2 + 3 * (k * d) - d ^ 2 <= 7) by lra. split; nra.
  - rewrite W, Rpow_mult_distr. rewrite <- (Rmult_1_r (d ^ 4)) at 2.
    apply Rmult_le_compat_l; [exact D4 |].
    replace ((k - d) ^ 4) with (((k - d) ^ 2) ^ 2) by ring.
    assert (0 <= (k - d) ^ 2 <= 1).
    { split; [apply pow2_ge_0 |]. assert (-1 <= k - d <= 1) by (unfold k, d; lra). nra. }
    rewrite <- (pow1 2). apply pow_incr. lra.
Qed.

(** ** The bias *)

Lemma bern_abs_error n f f' b p : 0 <= p <= 1 ->
  (forall k, (k <= n)%nat -> Rabs (f k - f' k) <= b k) -> Rabs (bern n f p - bern n f' p) <= bern n b p.
Proof.
  intros Hp H. rewrite <- bern_minus. apply Rabs_le. split.
  - replace (- bern n b p) with (-1 * bern n b p) by ring. rewrite <- bern_scal.
    apply bern_le; [exact Hp |]. intros k Hk. specialize (H k Hk). apply Rabs_le_between in H. lra.
  - apply bern_le; [exact Hp |]. intros k Hk. specialize (H k Hk). apply Rabs_le_between in H. lra.
Qed.

Lemma mean_g_expansion eps p : 0 <= eps -> 0 < p < 1 ->
  let s := var p in let u := sqrt (s + eps) in
  exists C, forall G, (2 <= G)%nat ->
    Rabs (mean_g 1 eps G p -
      (s / u - s * (s + 4 * eps * (1 - s) + 8 * eps ^ 2) / (8 * INR G * u ^ 5))) <= C / INR G ^ 2.
Proof.
  intros He Hp s u. assert (Ps : 0 < s) by now apply var_pos'.
  assert (Hs4 : s <= / 4) by (assert (Z := pow2_ge_0 (2 * p - 1)); unfold s, var; lra).
  assert (Hu : 0 < u) by (apply sqrt_lt_R0; lra).
  assert (Eu : u * u = s + eps) by (apply sqrt_sqrt; lra).
  assert (Pw : forall n, 0 < u ^ n) by (intros; now apply pow_lt).
  assert (P3 := Pw 3%nat). assert (P5 := Pw 5%nat). assert (P7 := Pw 7%nat).
  assert (Pos : forall a b, 0 <= a -> 0 < b -> 0 <= a / b).
  { intros a b Ha Hb. apply Rmult_le_pos; [exact Ha | left; now apply Rinv_0_lt_compat]. }
  set (A2 := / (8 * u ^ 3) + 3 * eps / (8 * u ^ 5)). set (A3 := / (16 * u ^ 5) + 5 * eps / (16 * u ^ 7)).
  assert (PA2 : 0 <= A2).
  { apply Rplus_le_le_0_compat; [left; apply Rinv_0_lt_compat | apply Pos]; lra. }
  assert (PA3 : 0 <= A3).
  { apply Rplus_le_le_0_compat; [left; apply Rinv_0_lt_compat | apply Pos]; lra. }
  set (B1 := (/ (2 * u) + eps / (2 * u ^ 3)) * (1 - 2 * p)).
  set (B2 := - (/ (2 * u) + eps / (2 * u ^ 3)) - A2 * (1 - 4 * s)).
  set (B3 := 2 * A2 * (1 - 2 * p) + A3 * (1 - 2 * p) ^ 3).
  set (K := 2 / u ^ 7 + (A2 + 7 * A3)).
  assert (PK : 0 <= K) by (apply Rplus_le_le_0_compat; [apply Pos |]; lra).
  exists (Rabs (B3 * (s * (1 - 2 * p))) + K * (4 * s)). intros G HG.
  assert (H2 := INR_ge2 G HG). set (n := INR G) in *.
  destruct (moments G p) as (M1 & M2 & M3 & M4). fold n s in M2, M3, M4.
  (* the expectation of the expansion and of the remainder *)
  set (T := fun k => 0 * (INR k - n * p) ^ 4 + (B3 / n ^ 3 * (INR k - n * p) ^ 3 +
    (B2 / n ^ 2 * (INR k - n * p) ^ 2 + (B1 / n * (INR k - n * p) ^ 1 + (u - eps / u))))).
  set (E := fun k => K / n ^ 4 * (INR k - n * p) ^ 4 + (0 * (INR k - n * p) ^ 3 +
    (0 * (INR k - n * p) ^ 2 + (0 * (INR k - n * p) ^ 1 + 0)))).
  assert (N2 : 0 < n ^ 2) by (apply pow_lt; lra).
  assert (ET : bern G T p = (u - eps / u) + B2 * s / n + B3 * (s * (1 - 2 * p)) / n ^ 2).
  { unfold T, n. rewrite bern_poly4, M1, M2, M3, M4. fold n. field. split; lra. }
  assert (EE : bern G E p <= K * (4 * s) / n ^ 2).
  { unfold E, n. rewrite bern_poly4, M1, M2, M3, M4. fold n.
    replace (K / n ^ 4 * (n * s * (1 - 3 * s) + 3 * n * (n - 1) * (s * s)) +
      (0 * (n * s * (1 - 2 * p)) + (0 * (n * s) + (0 * 0 + 0))))
      with (K / n ^ 2 * ((s * (1 - 3 * s) + 3 * (n - 1) * (s * s)) / n)) by (field; lra).
    replace (K * (4 * s) / n ^ 2) with (K / n ^ 2 * (4 * s)) by (field; lra).
    apply Rmult_le_compat_l; [now apply Pos |].
    apply Rmult_le_reg_r with n; [lra |].
    replace ((s * (1 - 3 * s) + 3 * (n - 1) * (s * s)) / n * n)
      with (s + 3 * (n * (s * s)) - 6 * (s * s)) by (field; lra).
    assert (Q0 : 0 <= s * s) by (apply Rmult_le_pos; lra).
    assert (Q1 : s * s <= s * / 4) by (apply Rmult_le_compat_l; lra).
    assert (Q2 : n * (s * s) <= n * (s * / 4)) by (apply Rmult_le_compat_l; lra).
    assert (Q3 : 1 * s <= n * s) by (apply Rmult_le_compat_r; lra). lra. }
  assert (Err : Rabs (mean_g 1 eps G p - bern G T p) <= bern G E p).
  { unfold mean_g. apply bern_abs_error; [lra |]. intros k Hk.
    assert (Hq : 0 <= INR k / n <= 1).
    { assert (Z := le_INR _ _ Hk). fold n in Z. assert (Z0 := pos_INR k). split; [apply Pos; lra |].
      apply Rmult_le_reg_r with n; [lra |]. field_simplify; lra. }
    rewrite v0_var by lia. fold n. set (q := INR k / n) in *.
    assert (Vq : 0 <= var q) by (unfold var; apply Rmult_le_pos; lra).
    assert (X1 := expansion_error eps (var q) s He Vq Ps). fold u in X1.
    destruct (expansion_in_mean eps p q u A2 A3 ltac:(lra) Hq Hu eq_refl eq_refl PA2 PA3) as [X2 X3].
    fold s B1 B2 B3 in X2. fold s in X3.
    assert (Dk : INR k - n * p = n * (q - p)) by (unfold q; field; lra).
    assert (TT : T k = (u - eps / u) + B1 * (q - p) + B2 * (q - p) ^ 2 + B3 * (q - p) ^ 3).
    { unfold T. rewrite Dk. field. split; lra. }
    assert (TE : E k = K * (q - p) ^ 4) by (unfold E; rewrite Dk; field; lra).
    rewrite TT, TE.
    replace (g 1 eps (var q) - (u - eps / u + B1 * (q - p) + B2 * (q - p) ^ 2 + B3 * (q - p) ^ 3))
      with ((g 1 eps (var q) - expansion eps u (var q - s)) + (expansion eps u (var q - s) -
        (u - eps / u + B1 * (q - p) + B2 * (q - p) ^ 2 + B3 * (q - p) ^ 3))) by ring.
    eapply Rle_trans; [apply Rabs_triang |]. unfold K. rewrite Rmult_plus_distr_r.
    apply Rplus_le_compat; [| exact X2]. eapply Rle_trans; [exact X1 |].
    apply Rmult_le_compat_l; [apply Pos; lra | exact X3]. }
  assert (Coef : B2 = - ((s + 4 * eps * (1 - s) + 8 * eps ^ 2) / (8 * u ^ 5))).
  { unfold B2, A2. apply Rmult_eq_reg_r with (8 * u ^ 5); [| lra].
    replace (- ((s + 4 * eps * (1 - s) + 8 * eps ^ 2) / (8 * u ^ 5)) * (8 * u ^ 5))
      with (- (s + 4 * eps * (1 - s) + 8 * eps ^ 2)) by (field; lra).
    replace ((- (/ (2 * u) + eps / (2 * u ^ 3)) - (/ (8 * u ^ 3) + 3 * eps / (8 * u ^ 5)) * (1 - 4 * s)) *
      (8 * u ^ 5)) with (- (4 * (u * u) ^ 2 + 4 * eps * (u * u)) - (u * u + 3 * eps) * (1 - 4 * s))
      by (field; lra).
    rewrite Eu. ring. }
  assert (Lead : u - eps / u = s / u).
  { replace s with (u * u - eps) by lra. field. lra. }
  replace (s / u - s * (s + 4 * eps * (1 - s) + 8 * eps ^ 2) / (8 * n * u ^ 5))
    with (bern G T p - B3 * (s * (1 - 2 * p)) / n ^ 2).
  2:{ rewrite ET, Lead, Coef. field. lra. }
  replace (mean_g 1 eps G p - (bern G T p - B3 * (s * (1 - 2 * p)) / n ^ 2))
    with (B3 * (s * (1 - 2 * p)) / n ^ 2 + (mean_g 1 eps G p - bern G T p)) by ring.
  eapply Rle_trans; [apply Rabs_triang |].
  replace ((Rabs (B3 * (s * (1 - 2 * p))) + K * (4 * s)) / n ^ 2)
    with (Rabs (B3 * (s * (1 - 2 * p))) / n ^ 2 + K * (4 * s) / n ^ 2) by (field; lra).
  apply Rplus_le_compat.
  - unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ n ^ 2)) by (left; now apply Rinv_0_lt_compat). lra.
  - eapply Rle_trans; [exact Err | exact EE].
Qed.

(** L5. First-order bias with its remainder, divisor G, every eps >= 0;
    (s + eps)^(5/2) is written (s + eps)^2 sqrt (s + eps). *)
Theorem first_order_bias eps p : 0 <= eps -> 0 < p < 1 ->
  exists C, forall G, (2 <= G)%nat ->
    Rabs (Omega0 eps G p - (Omega eps p - (var p + 4 * eps * (1 - var p) + 8 * eps ^ 2) /
      (8 * INR G * ((var p + eps) ^ 2 * sqrt (var p + eps))))) <= C / INR G ^ 2.
Proof.
  intros He Hp. assert (Ps := var_pos' p Hp).
  destruct (mean_g_expansion eps p He Hp) as (C & HC). exists (C / var p). intros G HG.
  specialize (HC G HG). assert (H2 := INR_ge2 G HG).
  assert (Hu : 0 < sqrt (var p + eps)) by (apply sqrt_lt_R0; lra).
  assert (Eu : sqrt (var p + eps) * sqrt (var p + eps) = var p + eps) by (apply sqrt_sqrt; lra).
  rewrite Omega0_mean by assumption. unfold Omega. set (u := sqrt (var p + eps)) in *.
  replace ((var p + eps) ^ 2 * u) with (u ^ 5) by (rewrite <- Eu; ring).
  set (s := var p) in *. set (N := s + 4 * eps * (1 - s) + 8 * eps ^ 2) in *.
  replace (mean_g 1 eps G p / s - (/ u - N / (8 * INR G * u ^ 5)))
    with (/ s * (mean_g 1 eps G p - (s / u - s * N / (8 * INR G * u ^ 5)))) by (field; lra).
  rewrite Rabs_mult, (Rabs_pos_eq (/ s)) by (left; now apply Rinv_0_lt_compat).
  replace (C / s / INR G ^ 2) with (/ s * (C / INR G ^ 2)) by (field; lra).
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat | exact HC].
Qed.

(** L5 at eps = 0: -1 / (8 G s^(3/2)), and the extra term -1 / (2 G sqrt s) for the divisor G - 1. *)
Theorem first_order_bias_unsmoothed p : 0 < p < 1 ->
  exists C, forall G, (2 <= G)%nat ->
    Rabs (Omega0 0 G p - (Omega 0 p - / (8 * INR G * (var p * sqrt (var p))))) <= C / INR G ^ 2 /\
    Rabs (Omega1 0 G p - (Omega 0 p - / (8 * INR G * (var p * sqrt (var p)))
                            - / (2 * INR G * sqrt (var p)))) <= C / INR G ^ 2.
Proof.
  intros Hp. assert (Ps := var_pos' p Hp).
  destruct (first_order_bias 0 p ltac:(lra) Hp) as (C & HC).
  unfold Omega in *. rewrite Rplus_0_r in HC |- *.
  assert (Hu : 0 < sqrt (var p)) by now apply sqrt_lt_R0.
  set (s := var p) in *. set (u := sqrt s) in *.
  set (A := / u). set (B := / (8 * (s * u))).
  assert (PA : 0 < A) by now apply Rinv_0_lt_compat.
  assert (PB : 0 < B) by (apply Rinv_0_lt_compat; apply Rmult_lt_0_compat; [lra | now apply Rmult_lt_0_compat]).
  assert (First : forall G, (2 <= G)%nat -> Rabs (Omega0 0 G p - (A - B / INR G)) <= C / INR G ^ 2).
  { intros G HG. assert (H2 := INR_ge2 G HG). specialize (HC G HG).
    replace (A - B / INR G) with (/ u - (s + 4 * 0 * (1 - s) + 8 * 0 ^ 2) / (8 * INR G * (s ^ 2 * u)));
      [exact HC |]. unfold A, B. field. repeat split; lra. }
  exists (C + A + B). intros G HG. assert (H2 := INR_ge2 G HG). specialize (First G HG).
  set (n := INR G) in *. assert (N2 : 0 < n ^ 2) by (apply pow_lt; lra).
  assert (Split : forall a b c, (a + b + c) / n ^ 2 = a / n ^ 2 + b / n ^ 2 + c / n ^ 2)
    by (intros; field; lra).
  assert (QA : 0 < A / n ^ 2) by now apply Rdiv_lt_0_compat.
  assert (QB : 0 < B / n ^ 2) by now apply Rdiv_lt_0_compat.
  rewrite Split.
  replace (/ (8 * n * (s * u))) with (B / n) by (unfold B; field; repeat split; lra).
  replace (/ (2 * n * u)) with (A / (2 * n)) by (unfold A; field; lra).
  split; [lra |].
  destruct (ddof_relation 0 G p HG ltac:(lra)) as [_ ->]. fold n.
  (* sqrt (1 - 1/n) = 1 - 1/(2 n) - r, 0 <= r <= 1/n^2 *)
  set (c := sqrt ((n - 1) / n)).
  assert (Hc0 : 0 <= (n - 1) / n) by (apply Rmult_le_pos; [lra | left; apply Rinv_0_lt_compat; lra]).
  assert (Pc : 0 <= c) by apply sqrt_pos. assert (Ec : c * c = (n - 1) / n) by now apply sqrt_sqrt.
  set (x := / n). assert (Hx : 0 < x <= / 2).
  { unfold x. split; [apply Rinv_0_lt_compat; lra | apply Rinv_le_contravar; lra]. }
  replace ((n - 1) / n) with (1 - x) in Ec by (unfold x; field; lra).
  assert (Cu : c <= 1 - x / 2) by (apply Rnot_lt_le; intros K; nra).
  assert (Cl : 1 - x / 2 - x ^ 2 <= c).
  { apply Rnot_lt_le; intros K.
    assert (c * c < (1 - x / 2 - x ^ 2) * (1 - x / 2 - x ^ 2)) by nra.
    assert (0 <= x * (x * (7 / 4 - x - x ^ 2))) by (repeat apply Rmult_le_pos; nra).
    nra. }
  apply Rabs_le_between in First.
  assert (En : C / n ^ 2 = C * x ^ 2) by (unfold x; field; lra).
  assert (Ea : A / n ^ 2 = A * x ^ 2) by (unfold x; field; lra).
  assert (Eb : B / n ^ 2 = B * x ^ 2) by (unfold x; field; lra).
  assert (E1 : B / n = B * x) by reflexivity.
  assert (E2 : A / (2 * n) = A * (x / 2)) by (unfold x; field; lra).
  rewrite En, E1 in First. rewrite En, Ea, Eb, E1, E2.
  set (O := Omega0 0 G p) in *. set (r := O - (A - B * x)).
  assert (Hr : - (C * x ^ 2) <= r <= C * x ^ 2) by (unfold r; lra).
  replace (c * O - (A - B * x - A * (x / 2))) with
    (c * r + A * (c - (1 - x / 2)) + B * x * (1 - c)) by (unfold r; ring).
  assert (Hc1 : c <= 1) by lra.
  assert (I1 : - (C * x ^ 2) <= c * r <= C * x ^ 2) by (split; nra).
  assert (I2 : - (A * x ^ 2) <= A * (c - (1 - x / 2)) <= 0) by (split; nra).
  assert (I3 : 0 <= B * x * (1 - c) <= B * x ^ 2).
  { assert (0 <= 1 - c <= x) by (split; [lra |]; nra).
    assert (0 < B * x) by (apply Rmult_lt_0_compat; lra).
    split; [apply Rmult_le_pos; lra |]. replace (B * x ^ 2) with (B * x * x) by ring.
    apply Rmult_le_compat_l; lra. }
  apply Rabs_le. lra.
Qed.
