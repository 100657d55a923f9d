(** The slope of G: it is bounded by M_eps = 1 / (3 sqrt 3 sqrt eps (1 + 4 eps)),
    and the bound is attained exactly where p (1 - p) = 2 eps / (1 + 12 eps).
    The proof is the polynomial identity [slope_certificate]. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
Open Scope R_scope.

(** C7. The polynomial certificate of the bound. *)
Lemma slope_certificate (s eps : R) :
  4 * (s + eps) ^ 3 - 27 * eps * (1 + 4 * eps) ^ 2 * s ^ 2 * (1 - 4 * s)
  = (s * (1 + 12 * eps) - 2 * eps) ^ 2 * (s * (4 + 12 * eps) + eps).
Proof. ring. Qed.

Lemma Rsqr_le_iff (a b : R) : 0 <= a -> 0 <= b -> (a * a <= b * b <-> a <= b).
Proof. intros Ha Hb. split; intros H; nra. Qed.

Lemma Rsqr_eq_iff (a b : R) : 0 <= a -> 0 <= b -> (a * a = b * b <-> a = b).
Proof. intros Ha Hb. split; intros H; [nra | now subst]. Qed.

(** Square of the threshold B as a rational function of s = p (1 - p). *)
Lemma Bthr_sqr (eps p : R) : 0 < var p + eps ->
  Bthr eps p * Bthr eps p = (var p) ^ 2 * (1 - 4 * var p) / (4 * (var p + eps) ^ 3).
Proof.
  intros Hs. unfold Bthr.
  assert (Hr := sqrt_lt_R0 _ Hs).
  assert (E : sqrt (var p + eps) * sqrt (var p + eps) = var p + eps)
    by (apply sqrt_sqrt; lra).
  assert (Ea : Rabs (2 * p - 1) * Rabs (2 * p - 1) = 1 - 4 * var p).
  { rewrite <- Rabs_mult, Rabs_pos_eq by apply Rle_0_sqr. unfold var. ring. }
  rewrite <- Ea. set (r := sqrt (var p + eps)) in *. clearbody r.
  rewrite <- E. field. lra.
Qed.

Lemma Bthr_nonneg (eps p : R) : 0 <= var p -> 0 < var p + eps -> 0 <= Bthr eps p.
Proof.
  intros Hv Hs. unfold Bthr. assert (Hr := sqrt_lt_R0 _ Hs).
  apply Rdiv_le_0_compat; [|nra]. apply Rmult_le_pos; [lra | apply Rabs_pos].
Qed.

Section Slope.
Variable eps : R.
Hypothesis Heps : 0 < eps.

Lemma Meps_pos : 0 < Meps eps.
Proof.
  unfold Meps. apply Rinv_0_lt_compat.
  assert (0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  assert (0 < sqrt eps) by (apply sqrt_lt_R0; lra).
  repeat apply Rmult_lt_0_compat; lra.
Qed.

Lemma Meps_sqr : Meps eps * Meps eps = / (27 * eps * (1 + 4 * eps) ^ 2).
Proof.
  unfold Meps.
  assert (H3 : 0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  assert (He : 0 < sqrt eps) by (apply sqrt_lt_R0; lra).
  assert (E3 : sqrt 3 * sqrt 3 = 3) by (apply sqrt_sqrt; lra).
  assert (Ee : sqrt eps * sqrt eps = eps) by (apply sqrt_sqrt; lra).
  rewrite <- Rinv_mult. f_equal.
  transitivity (9 * (sqrt 3 * sqrt 3) * (sqrt eps * sqrt eps) * (1 + 4 * eps) ^ 2); [ring|].
  rewrite E3, Ee. ring.
Qed.

Lemma Meps_gap (p : R) : 0 <= var p ->
  Meps eps * Meps eps - Bthr eps p * Bthr eps p =
  (var p * (1 + 12 * eps) - 2 * eps) ^ 2 * (var p * (4 + 12 * eps) + eps) /
  (108 * eps * (1 + 4 * eps) ^ 2 * (var p + eps) ^ 3).
Proof.
  intros Hp. rewrite Meps_sqr, Bthr_sqr, <- slope_certificate by lra. field. lra.
Qed.

Lemma Bthr_le_Meps (p : R) : 0 <= p <= 1 -> Bthr eps p <= Meps eps.
Proof.
  intros Hp. pose proof (var_nonneg p Hp) as Hv. pose proof Meps_pos as HM.
  apply Rsqr_le_iff; [apply Bthr_nonneg; lra | lra |].
  pose proof (Meps_gap p Hv) as E.
  assert (0 <= Meps eps * Meps eps - Bthr eps p * Bthr eps p); [|lra].
  rewrite E. apply Rdiv_le_0_compat.
  - apply Rmult_le_pos; [apply pow2_ge_0 | nra].
  - repeat apply Rmult_lt_0_compat; try lra; apply pow_lt; lra.
Qed.

Lemma Bthr_eq_Meps (p : R) : 0 <= p <= 1 ->
  (Bthr eps p = Meps eps <-> var p = 2 * eps / (1 + 12 * eps)).
Proof.
  intros Hp. pose proof (var_nonneg p Hp) as Hv. pose proof Meps_pos as HM.
  rewrite <- Rsqr_eq_iff by (try apply Bthr_nonneg; lra).
  pose proof (Meps_gap p Hv) as E.
  assert (Hd : 0 < 108 * eps * (1 + 4 * eps) ^ 2 * (var p + eps) ^ 3)
    by (repeat apply Rmult_lt_0_compat; try lra; apply pow_lt; lra).
  split; intros H.
  - assert (Z : (var p * (1 + 12 * eps) - 2 * eps) ^ 2 * (var p * (4 + 12 * eps) + eps) = 0).
    { apply (Rmult_eq_reg_r (/ (108 * eps * (1 + 4 * eps) ^ 2 * (var p + eps) ^ 3)));
        [|now apply Rinv_neq_0_compat, Rgt_not_eq].
      unfold Rdiv in E. rewrite <- E, H. ring. }
    apply Rmult_integral in Z. destruct Z as [Z|Z]; [|nra].
    assert (var p * (1 + 12 * eps) - 2 * eps = 0) by (simpl in Z; nra).
    apply (Rmult_eq_reg_r (1 + 12 * eps)); [|lra]. field_simplify; lra.
  - assert (Z : var p * (1 + 12 * eps) - 2 * eps = 0) by (rewrite H; field; lra).
    rewrite Z in E. unfold Rdiv in E. simpl in E. rewrite !Rmult_0_l in E. lra.
Qed.

(** p (1 - p) = 2 eps / (1 + 12 eps) solved for p. *)
Definition tcusp : R := sqrt ((1 + 4 * eps) / (1 + 12 * eps)).

Lemma tcusp_sqr : tcusp * tcusp = (1 + 4 * eps) / (1 + 12 * eps).
Proof. apply sqrt_sqrt. apply Rdiv_le_0_compat; lra. Qed.

Lemma tcusp_range : 0 < tcusp < 1.
Proof.
  assert (H : 0 < (1 + 4 * eps) / (1 + 12 * eps) < 1).
  { split; [apply Rdiv_lt_0_compat; lra|].
    apply (Rmult_lt_reg_r (1 + 12 * eps)); [lra|]. field_simplify; lra. }
  split; [now apply sqrt_lt_R0 | rewrite <- sqrt_1; apply sqrt_lt_1; lra].
Qed.

Lemma var_argmax (p : R) :
  var p = 2 * eps / (1 + 12 * eps) <-> p = / 2 + tcusp / 2 \/ p = / 2 - tcusp / 2.
Proof.
  assert (E : 2 * eps / (1 + 12 * eps) = (1 - tcusp * tcusp) / 4)
    by (rewrite tcusp_sqr; field; lra).
  rewrite E. unfold var. split; intros H.
  - assert (Z : (p - (/ 2 + tcusp / 2)) * (p - (/ 2 - tcusp / 2)) = 0) by nra.
    apply Rmult_integral in Z. destruct Z; [left|right]; lra.
  - destruct H as [-> | ->]; field.
Qed.

(** The point of largest slope in log-odds. *)
Definition xcusp : R := logit (/ 2 + tcusp / 2).

Lemma sigma_xcusp : sigma xcusp = / 2 + tcusp / 2.
Proof. apply sigma_logit. pose proof tcusp_range. lra. Qed.

Lemma xcusp_pos : 0 < xcusp.
Proof. apply sigma_gt_half. rewrite sigma_xcusp. pose proof tcusp_range. lra. Qed.

Lemma xcusp_closed : xcusp = 2 * artanh (sqrt ((1 + 4 * eps) / (1 + 12 * eps))).
Proof.
  fold tcusp. unfold xcusp, artanh, logit. pose proof tcusp_range.
  rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. f_equal. field. lra.
Qed.

Lemma var_xcusp_iff (x : R) :
  var (sigma x) = 2 * eps / (1 + 12 * eps) <-> Rabs x = xcusp.
Proof.
  rewrite var_argmax. pose proof xcusp_pos as Hx.
  assert (Ho : / 2 - tcusp / 2 = sigma (- xcusp)) by (rewrite sigma_opp, sigma_xcusp; lra).
  rewrite Ho, <- sigma_xcusp. split.
  - intros [E|E]; apply sigma_inj in E; subst x.
    + apply Rabs_pos_eq. lra.
    + rewrite Rabs_Ropp. apply Rabs_pos_eq. lra.
  - unfold Rabs. destruct (Rcase_abs x); intros E; [right|left]; f_equal; lra.
Qed.

Lemma dG_abs_le (x : R) : Rabs (dG eps x) <= Meps eps.
Proof.
  rewrite dG_abs by lra. apply Bthr_le_Meps.
  pose proof (sigma_pos x). pose proof (sigma_lt_1 x). lra.
Qed.

Lemma dG_le (x : R) : dG eps x <= Meps eps.
Proof. pose proof (dG_abs_le x). pose proof (Rle_abs (dG eps x)). lra. Qed.

Lemma dG_abs_eq (x : R) :
  Rabs (dG eps x) = Meps eps <-> var (sigma x) = 2 * eps / (1 + 12 * eps).
Proof.
  rewrite dG_abs by lra. apply Bthr_eq_Meps.
  pose proof (sigma_pos x). pose proof (sigma_lt_1 x). lra.
Qed.

Lemma dG_abs_eq_x (x : R) : Rabs (dG eps x) = Meps eps <-> Rabs x = xcusp.
Proof. now rewrite dG_abs_eq, var_xcusp_iff. Qed.

Lemma dG_xcusp : dG eps xcusp = Meps eps.
Proof.
  pose proof xcusp_pos. pose proof (dG_pos eps (Rlt_le _ _ Heps) xcusp).
  rewrite <- (Rabs_pos_eq (dG eps xcusp)) by lra.
  apply dG_abs_eq_x, Rabs_pos_eq. lra.
Qed.

Lemma dG_eq_Meps (x : R) : dG eps x = Meps eps <-> x = xcusp.
Proof.
  split; [|intros ->; apply dG_xcusp]. intros E.
  destruct (Rle_lt_dec x 0) as [Hx|Hx].
  - pose proof Meps_pos. destruct Hx as [Hx|Hx].
    + pose proof (dG_neg eps (Rlt_le _ _ Heps) x Hx). lra.
    + subst x. rewrite dG_0 in E by lra. lra.
  - rewrite <- (Rabs_pos_eq x) by lra. apply dG_abs_eq_x.
    rewrite E. apply Rabs_pos_eq. pose proof Meps_pos. lra.
Qed.

Lemma dG_lt_Meps (x : R) : x <> xcusp -> dG eps x < Meps eps.
Proof.
  intros Hx. destruct (dG_le x) as [H|H]; [exact H|].
  apply dG_eq_Meps in H. contradiction.
Qed.

(** An increasing function with one critical point. *)
Lemma increasing_but_one (f df : R -> R) (c a b : R) :
  (forall x, is_derive f x (df x)) -> (forall x, x <> c -> 0 < df x) ->
  a < b -> f a < f b.
Proof.
  intros Hd Hp Hab.
  destruct (Rle_lt_dec c a) as [Ha|Ha]; [|destruct (Rle_lt_dec b c) as [Hb|Hb]].
  - apply (increasing_on_derive f df); auto. intros; apply Hp; lra.
  - apply (increasing_on_derive f df); auto. intros; apply Hp; lra.
  - apply Rlt_trans with (f c);
      apply (increasing_on_derive f df); auto; intros; apply Hp; lra.
Qed.

(** G is strictly M_eps-Lipschitz: equality never holds between two points. *)
Lemma G_lipschitz_up (x y : R) : x < y -> G eps y - G eps x < Meps eps * (y - x).
Proof.
  intros Hxy.
  assert (H : Meps eps * x - G eps x < Meps eps * y - G eps y); [|lra].
  apply (increasing_but_one (fun t => Meps eps * t - G eps t)
           (fun t => Meps eps - dG eps t) xcusp).
  - intros t. evar_last; [apply (is_derive_minus (fun t => Meps eps * t) (G eps))|].
    + apply (is_derive_scal (fun t => t)). apply is_derive_id.
    + apply G_derive. lra.
    + unfold minus, plus, opp, one; simpl. unfold mult; simpl. ring.
  - intros t Ht. pose proof (dG_lt_Meps t Ht). lra.
  - exact Hxy.
Qed.

Lemma G_lipschitz_strict (x y : R) : x <> y ->
  Rabs (G eps x - G eps y) < Meps eps * Rabs (x - y).
Proof.
  assert (W : forall x y, x < y -> Rabs (G eps x - G eps y) < Meps eps * Rabs (x - y)).
  { clear x y. intros x y Hxy.
    pose proof (G_lipschitz_up x y Hxy) as H1.
    pose proof (G_lipschitz_up (- y) (- x) ltac:(lra)) as H2.
    rewrite !G_opp in H2.
    rewrite (Rabs_left (x - y)) by lra. apply Rabs_def1; lra. }
  intros Hxy. destruct (Rtotal_order x y) as [H|[H|H]]; [now apply W | contradiction |].
  rewrite Rabs_minus_sym, (Rabs_minus_sym x y). now apply W.
Qed.

Lemma G_lipschitz (x y : R) : Rabs (G eps x - G eps y) <= Meps eps * Rabs (x - y).
Proof.
  destruct (Req_dec x y) as [->|H]; [|left; now apply G_lipschitz_strict].
  rewrite !Rminus_eq_0, Rabs_R0. lra.
Qed.

Lemma Derive_G (x : R) : Derive (G eps) x = dG eps x.
Proof. apply is_derive_unique, G_derive. lra. Qed.

(** C7. For eps > 0 the supremum of |G'| is M_eps; it is attained exactly at the
    points with s = p (1 - p) = 2 eps / (1 + 12 eps), and such points exist. *)
Theorem G_slope_supremum :
  (forall x, ex_derive (G eps) x) /\
  is_lub (fun r => exists x, r = Rabs (Derive (G eps) x)) (Meps eps) /\
  (forall x, Rabs (Derive (G eps) x) = Meps eps <->
             var (sigma x) = 2 * eps / (1 + 12 * eps)) /\
  (exists x, var (sigma x) = 2 * eps / (1 + 12 * eps)).
Proof.
  split; [|split; [|split]].
  - intros x. eexists. apply G_derive. lra.
  - split.
    + intros r [x ->]. rewrite Derive_G. apply dG_abs_le.
    + intros b Hb. apply Hb. exists xcusp. rewrite Derive_G, dG_xcusp.
      symmetry. apply Rabs_pos_eq. pose proof Meps_pos. lra.
  - intros x. rewrite Derive_G. apply dG_abs_eq.
  - exists xcusp. apply var_xcusp_iff, Rabs_pos_eq. pose proof xcusp_pos. lra.
Qed.

(** C7. G is Lipschitz with constant M_eps, strictly between distinct points. *)
Theorem G_lipschitz_constant (x y : R) :
  Rabs (G eps x - G eps y) <= Meps eps * Rabs (x - y) /\
  (x <> y -> Rabs (G eps x - G eps y) < Meps eps * Rabs (x - y)).
Proof. split; [apply G_lipschitz | apply G_lipschitz_strict]. Qed.

(** C7, control. No smaller Lipschitz constant is possible. *)
Theorem G_lipschitz_constant_sharp (L : R) : L < Meps eps ->
  ~ (forall x y, Rabs (G eps x - G eps y) <= L * Rabs (x - y)).
Proof.
  intros HL H.
  assert (Hd := proj2 (is_derive_Reals _ _ _) (proj1 (is_derive_Reals _ _ _)
    (G_derive eps (Rlt_le _ _ Heps) xcusp))).
  apply is_derive_Reals in Hd. rewrite dG_xcusp in Hd.
  destruct (Hd (Meps eps - L) ltac:(lra)) as [d Hd'].
  specialize (Hd' (d / 2)). pose proof (cond_pos d) as Hdp.
  assert (E := Hd' ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)).
  specialize (H (xcusp + d / 2) xcusp).
  replace (xcusp + d / 2 - xcusp) with (d / 2) in H by ring.
  rewrite (Rabs_pos_eq (d / 2)) in H by lra.
  set (q := G eps (xcusp + d / 2) - G eps xcusp) in *.
  assert (Hq : q / (d / 2) <= L).
  { apply (Rmult_le_reg_r (d / 2)); [lra|]. unfold Rdiv at 1.
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. pose proof (Rle_abs q). lra. }
  rewrite Rabs_left in E by lra. lra.
Qed.

(** D4. The stability threshold B(p) has supremum M_eps over [0,1], attained exactly
    at p = 1/2 +- sqrt ((1 + 4 eps) / (1 + 12 eps)) / 2. *)
Theorem threshold_supremum :
  is_lub (fun r => exists p, 0 <= p <= 1 /\ r = Bthr eps p) (Meps eps) /\
  (forall p, 0 <= p <= 1 -> (Bthr eps p = Meps eps <->
     p = / 2 + sqrt ((1 + 4 * eps) / (1 + 12 * eps)) / 2 \/
     p = / 2 - sqrt ((1 + 4 * eps) / (1 + 12 * eps)) / 2)) /\
  0 < / 2 - sqrt ((1 + 4 * eps) / (1 + 12 * eps)) / 2 /\
  / 2 + sqrt ((1 + 4 * eps) / (1 + 12 * eps)) / 2 < 1.
Proof.
  fold tcusp. pose proof tcusp_range as Ht. split; [|split].
  - split.
    + intros r [p [Hp ->]]. now apply Bthr_le_Meps.
    + intros b Hb. apply Hb. exists (/ 2 + tcusp / 2). split; [lra|].
      symmetry. apply Bthr_eq_Meps; [lra|]. apply var_argmax. now left.
  - intros p Hp. rewrite Bthr_eq_Meps by exact Hp. apply var_argmax.
  - lra.
Qed.

End Slope.
