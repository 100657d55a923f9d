(** Folds and flips in closed form: the fold equation is a cubic in s = p (1 - p); the
    saddle-node and flip sets are parametrised by p. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints.
From GrpoProofs.Orbits Require Import Folds.
Open Scope R_scope.

Lemma artanh_logit (t : R) : 0 < t < 1 -> 2 * artanh t = logit ((1 + t) / 2).
Proof.
  intros Ht. unfold artanh, logit. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra.
  f_equal. field. lra.
Qed.

Lemma sigma_artanh (t : R) : 0 < t < 1 -> sigma (2 * artanh t) = (1 + t) / 2.
Proof. intros Ht. rewrite artanh_logit by exact Ht. apply sigma_logit. lra. Qed.

Lemma x_of_var (x : R) : 0 < x ->
  0 < var (sigma x) < / 4 /\ x = 2 * artanh (sqrt (1 - 4 * var (sigma x))).
Proof.
  intros Hx. pose proof (proj2 (sigma_gt_half x) Hx) as H1. pose proof (sigma_lt_1 x) as H2.
  pose proof (var_half_gap (sigma x)). pose proof (var_sigma_pos x).
  assert (0 < (sigma x - / 2) * (sigma x - / 2)) by nra.
  split; [lra|].
  replace (1 - 4 * var (sigma x)) with ((2 * sigma x - 1) * (2 * sigma x - 1))
    by (unfold var; ring).
  rewrite sqrt_square by lra. rewrite artanh_logit by lra.
  replace ((1 + (2 * sigma x - 1)) / 2) with (sigma x) by field.
  symmetry. apply logit_sigma.
Qed.

Lemma dG_sqr (eps x : R) : 0 <= eps -> dG eps x * dG eps x =
  var (sigma x) ^ 2 * (1 - 4 * var (sigma x)) / (4 * (var (sigma x) + eps) ^ 3).
Proof.
  intros He. pose proof (var_eps_pos eps He x).
  rewrite <- Bthr_sqr by assumption. rewrite <- dG_abs by exact He.
  rewrite <- Rabs_mult. symmetry. apply Rabs_pos_eq, Rle_0_sqr.
Qed.

Lemma fold_cubic_iff (beta eps x : R) : 0 < beta -> 0 <= eps -> 0 < x ->
  let s := var (sigma x) in
  (dG eps x = beta <-> 4 * beta ^ 2 * (s + eps) ^ 3 + 4 * s ^ 3 - s ^ 2 = 0).
Proof.
  intros Hb He Hx s. pose proof (dG_pos eps He x Hx) as Hp.
  rewrite <- Rsqr_eq_iff by lra. rewrite dG_sqr by exact He. fold s.
  pose proof (var_sigma_pos x) as Hs. fold s in Hs.
  assert (Hc : 0 < (s + eps) ^ 3) by (apply pow_lt; lra).
  split; intros E.
  - assert (E2 : s ^ 2 * (1 - 4 * s) = beta * beta * (4 * (s + eps) ^ 3)).
    { rewrite <- E. field. lra. }
    simpl in *. lra.
  - apply (Rmult_eq_reg_r (4 * (s + eps) ^ 3)); [|lra].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. simpl in *. lra.
Qed.

(** D5. The solutions x > 0 of G' x = beta correspond, through s = p (1 - p) and
    x = 2 artanh sqrt (1 - 4 s), to the roots in (0, 1/4) of
    4 beta^2 (s + eps)^3 + 4 s^3 - s^2. *)
Theorem fold_equation_cubic (beta eps : R) : 0 < beta -> 0 <= eps ->
  (forall x, 0 < x -> Derive (G eps) x = beta ->
     let s := var (sigma x) in
     0 < s < / 4 /\ 4 * beta ^ 2 * (s + eps) ^ 3 + 4 * s ^ 3 - s ^ 2 = 0 /\
     x = 2 * artanh (sqrt (1 - 4 * s))) /\
  (forall s, 0 < s < / 4 -> 4 * beta ^ 2 * (s + eps) ^ 3 + 4 * s ^ 3 - s ^ 2 = 0 ->
     let x := 2 * artanh (sqrt (1 - 4 * s)) in
     0 < x /\ var (sigma x) = s /\ Derive (G eps) x = beta).
Proof.
  intros Hb He.
  assert (D : forall x, Derive (G eps) x = dG eps x)
    by (intros; apply is_derive_unique, G_derive; exact He).
  split.
  - intros x Hx E s. rewrite D in E. destruct (x_of_var x Hx) as [Hs Ex].
    split; [exact Hs|]. split; [|exact Ex]. now apply fold_cubic_iff.
  - intros s Hs E x. rewrite D. set (t := sqrt (1 - 4 * s)) in *.
    assert (Ht : 0 < t < 1).
    { split; [apply sqrt_lt_R0; lra | rewrite <- sqrt_1; apply sqrt_lt_1; lra]. }
    assert (Et : t * t = 1 - 4 * s) by (apply sqrt_sqrt; lra).
    assert (Es : sigma x = (1 + t) / 2) by now apply sigma_artanh.
    assert (Ev : var (sigma x) = s) by (rewrite Es; unfold var; nra).
    assert (Hx : 0 < x) by (apply sigma_gt_half; lra).
    split; [exact Hx|]. split; [exact Ev|].
    apply (fold_cubic_iff beta eps x Hb He Hx). rewrite Ev. exact E.
Qed.

(** The derivative of h at a fixed point is B (p) / beta up to the sign of 2 p - 1. *)
Lemma multiplier_at_fixpt (pref beta eps p : R) :
  0 < pref < 1 -> 0 < beta -> 0 <= eps -> fixpt (h pref beta eps) p ->
  0 < p < 1 /\
  is_derive (h pref beta eps) p
    (p * (1 - p) * (2 * p - 1) / (2 * beta * ((var p + eps) * sqrt (var p + eps)))).
Proof.
  intros Hp Hb He E. assert (Hq : 0 < p < 1) by (rewrite <- E; now apply h_range).
  split; [exact Hq|]. pose proof (var_ok eps He p Hq) as Hv.
  pose proof (success_map_derivative pref beta eps Hp Hb p Hv) as Hd.
  unfold fixpt in E. rewrite E in Hd. exact Hd.
Qed.

Lemma fixpt_h_log_odds (pref beta eps p : R) : 0 < pref < 1 -> 0 < beta -> 0 < p < 1 ->
  (fixpt (h pref beta eps) p <-> logit pref = logit p - Omega eps p / beta).
Proof.
  intros Hp Hb Hq. unfold fixpt. rewrite <- sigma_Omega by assumption. split; intros E.
  - rewrite <- E at 1. rewrite logit_sigma. ring.
  - rewrite E. replace (logit p - _ + _) with (logit p) by ring. now apply sigma_logit.
Qed.

Section Curves.
Variables pref beta eps p : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.
Let s := var p.

(** The ratio G / |G'| in closed form. *)
Lemma Omega_over_Bthr (d : R) : 0 < p < 1 -> d = Rabs (2 * p - 1) -> 0 < d ->
  Omega eps p / Bthr eps p = 2 * (s + eps) / (s * d).
Proof.
  intros Hp Ed Hd. unfold Omega, Bthr. rewrite <- Ed. fold s.
  assert (Hs : 0 < s) by now apply var_pos.
  assert (Hr : 0 < sqrt (s + eps)) by (apply sqrt_lt_R0; lra).
  set (r := sqrt _) in *. field. lra.
Qed.

(** D6. Saddle-node set, p in (1/2, 1): p is a fixed point of h with h' = +1 exactly when
    beta = B (p) and x0 = logit p - 2 (s + eps) / (s (2 p - 1)), s = p (1 - p). *)
Theorem saddle_node_curve : / 2 < p < 1 ->
  (fixpt (h pref beta eps) p /\ is_derive (h pref beta eps) p 1) <->
  (beta = Bthr eps p /\ logit pref = logit p - 2 * (s + eps) / (s * (2 * p - 1))).
Proof.
  intros Hp. assert (Hs : 0 < s) by (apply var_pos; lra).
  assert (Ea : 2 * p - 1 = Rabs (2 * p - 1)) by (symmetry; apply Rabs_pos_eq; lra).
  pose proof (Omega_over_Bthr _ ltac:(lra) Ea ltac:(lra)) as Er.
  assert (Hr : 0 < sqrt (s + eps)) by (apply sqrt_lt_R0; lra).
  assert (El : p * (1 - p) * (2 * p - 1) / (2 * beta * ((s + eps) * sqrt (s + eps)))
               = Bthr eps p / beta).
  { unfold Bthr. rewrite <- Ea. fold s. replace (p * (1 - p)) with s by reflexivity.
    field. lra. }
  split.
  - intros [Hf Hd]. destruct (multiplier_at_fixpt _ _ _ _ Hpref Hbeta Heps Hf) as [_ Hd'].
    fold s in Hd'. rewrite El in Hd'.
    apply is_derive_unique in Hd. apply is_derive_unique in Hd'. rewrite Hd in Hd'.
    assert (Eb : beta = Bthr eps p).
    { apply (Rmult_eq_reg_r (/ beta)); [|apply Rinv_neq_0_compat; lra].
      unfold Rdiv in Hd'. rewrite <- Hd'. field. lra. }
    split; [exact Eb|]. rewrite <- Er, <- Eb.
    apply fixpt_h_log_odds; try assumption. lra.
  - intros [Eb Ex]. assert (Hf : fixpt (h pref beta eps) p).
    { apply fixpt_h_log_odds; try assumption; [lra|]. rewrite Ex, <- Er, <- Eb. reflexivity. }
    split; [exact Hf|]. destruct (multiplier_at_fixpt _ _ _ _ Hpref Hbeta Heps Hf) as [_ Hd'].
    fold s in Hd'. rewrite El, <- Eb in Hd'.
    replace (beta / beta) with 1 in Hd' by (field; lra). exact Hd'.
Qed.

(** D6. Flip set, p in (0, 1/2): p is a fixed point of h with h' = -1 exactly when
    beta = B (p) and x0 = logit p - 2 (s + eps) / (s (1 - 2 p)). *)
Theorem flip_curve : 0 < p < / 2 ->
  (fixpt (h pref beta eps) p /\ is_derive (h pref beta eps) p (-1)) <->
  (beta = Bthr eps p /\ logit pref = logit p - 2 * (s + eps) / (s * (1 - 2 * p))).
Proof.
  intros Hp. assert (Hs : 0 < s) by (apply var_pos; lra).
  assert (Ea : 1 - 2 * p = Rabs (2 * p - 1)).
  { rewrite Rabs_left by lra. ring. }
  pose proof (Omega_over_Bthr _ ltac:(lra) Ea ltac:(lra)) as Er.
  assert (Hr : 0 < sqrt (s + eps)) by (apply sqrt_lt_R0; lra).
  assert (El : p * (1 - p) * (2 * p - 1) / (2 * beta * ((s + eps) * sqrt (s + eps)))
               = - (Bthr eps p / beta)).
  { unfold Bthr. rewrite <- Ea. fold s. replace (p * (1 - p)) with s by reflexivity.
    field. lra. }
  split.
  - intros [Hf Hd]. destruct (multiplier_at_fixpt _ _ _ _ Hpref Hbeta Heps Hf) as [_ Hd'].
    fold s in Hd'. rewrite El in Hd'.
    apply is_derive_unique in Hd. apply is_derive_unique in Hd'. rewrite Hd in Hd'.
    assert (Eb : beta = Bthr eps p).
    { assert (E1 : Bthr eps p / beta = 1) by lra.
      apply (Rmult_eq_reg_r (/ beta)); [|apply Rinv_neq_0_compat; lra].
      unfold Rdiv in E1. rewrite E1. field. lra. }
    split; [exact Eb|]. rewrite <- Er, <- Eb.
    apply fixpt_h_log_odds; try assumption. lra.
  - intros [Eb Ex]. assert (Hf : fixpt (h pref beta eps) p).
    { apply fixpt_h_log_odds; try assumption; [lra|]. rewrite Ex, <- Er, <- Eb. reflexivity. }
    split; [exact Hf|]. destruct (multiplier_at_fixpt _ _ _ _ Hpref Hbeta Heps Hf) as [_ Hd'].
    fold s in Hd'. rewrite El, <- Eb in Hd'.
    replace (- (beta / beta)) with (-1) in Hd' by (field; lra). exact Hd'.
Qed.

End Curves.
