(** The constants of the unsmoothed case: z with z tanh z = 1 and
    beta_c = sinh z / 2 = min cosh (y/2) / y; beta_1 with
    sqrt (1 + beta^2) = 2 beta asinh beta.  The shape of cosh (y/2) - beta y. *)

Require Import Reals Ranalysis5 Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve TwoCycles FixedPoints.
Open Scope R_scope.

(** * z tanh z = 1 *)

Definition zfun (t : R) : R := t * sinh t - cosh t.

Lemma zfun_derive t : is_derive zfun t (t * cosh t).
Proof. unfold zfun. auto_derive; [exact I | ring]. Qed.

Lemma zfun_increasing s t : 0 <= s -> s < t -> zfun s < zfun t.
Proof.
  intros Hs Hst. apply (deriv_pos_lt zfun (fun t => t * cosh t)); [exact Hst | |].
  - intros x _. apply zfun_derive.
  - intros x Hx. pose proof (cosh_pos x). nra.
Qed.

Lemma zfun_continuity t : continuity_pt zfun t.
Proof. apply (deriv_continuity_pt _ _ _ (zfun_derive t)). Qed.

Lemma zfun_at_0 : zfun 0 = -1.
Proof. unfold zfun. rewrite sinh_0, cosh_0. ring. Qed.

Lemma zfun_at_2 : 0 < zfun 2.
Proof.
  unfold zfun, sinh, cosh.
  assert (0 < 2 * ((exp 2 - exp (- (2))) / 2) - (exp 2 + exp (- (2))) / 2) by zinterval.
  lra.
Qed.

Definition z_sig : {z : R | 0 <= z <= 2 /\ zfun z = 0}.
Proof.
  apply (f_interv_is_interv zfun 0 2 0).
  - lra.
  - rewrite zfun_at_0. pose proof zfun_at_2. lra.
  - intros; apply zfun_continuity.
Qed.

(** z = 1.19967864..., and beta_c = 0.75443978... *)
Definition z_c : R := proj1_sig z_sig.
Definition beta_c : R := sinh z_c / 2.

Lemma z_c_pos : 0 < z_c.
Proof.
  destruct (proj2_sig z_sig) as (I & E). fold z_c in I, E.
  destruct (proj1 I) as [H | H]; [exact H |]. rewrite <- H, zfun_at_0 in E. lra.
Qed.

Lemma z_c_eq : z_c * sinh z_c = cosh z_c.
Proof. destruct (proj2_sig z_sig) as (_ & E). fold z_c in E. unfold zfun in E. lra. Qed.

Lemma z_c_unique t : 0 < t -> t * sinh t = cosh t -> t = z_c.
Proof.
  intros Ht E. pose proof z_c_pos. pose proof z_c_eq.
  destruct (Rtotal_order t z_c) as [L | [L | L]]; [| exact L |].
  - pose proof (zfun_increasing t z_c ltac:(lra) L) as M. unfold zfun in M. lra.
  - pose proof (zfun_increasing z_c t ltac:(lra) L) as M. unfold zfun in M. lra.
Qed.

Lemma beta_c_pos : 0 < beta_c.
Proof. unfold beta_c. pose proof (sinh_pos z_c z_c_pos). lra. Qed.

(** * The convex function cosh (y/2) - beta y *)

Definition phi (beta y : R) : R := cosh (y / 2) - beta * y.

Lemma phi_derive beta y : is_derive (phi beta) y (sinh (y / 2) / 2 - beta).
Proof. unfold phi. auto_derive; [exact I | unfold Rdiv; ring]. Qed.

Lemma phi_continuity beta y : continuity_pt (phi beta) y.
Proof. apply (deriv_continuity_pt _ _ _ (phi_derive beta y)). Qed.

(** Its minimum is at y = 2 asinh (2 beta). *)
Definition y_min (beta : R) : R := 2 * asinh (2 * beta).

Lemma sinh_y_min beta : sinh (y_min beta / 2) = 2 * beta.
Proof.
  unfold y_min. replace (2 * asinh (2 * beta) / 2) with (asinh (2 * beta)) by field.
  apply sinh_asinh.
Qed.

Lemma phi_decreasing beta x y : x < y -> y <= y_min beta -> phi beta y < phi beta x.
Proof.
  intros Hxy Hy. apply (deriv_neg_lt (phi beta) (fun t => sinh (t / 2) / 2 - beta)); [exact Hxy | |].
  - intros t _. apply phi_derive.
  - intros t Ht. pose proof (sinh_lt (t / 2) (y_min beta / 2) ltac:(lra)) as L.
    rewrite sinh_y_min in L. lra.
Qed.

Lemma phi_increasing beta x y : y_min beta <= x -> x < y -> phi beta x < phi beta y.
Proof.
  intros Hx Hxy. apply (deriv_pos_lt (phi beta) (fun t => sinh (t / 2) / 2 - beta)); [exact Hxy | |].
  - intros t _. apply phi_derive.
  - intros t Ht. pose proof (sinh_lt (y_min beta / 2) (t / 2) ltac:(lra)) as L.
    rewrite sinh_y_min in L. lra.
Qed.

Lemma phi_min beta y : y <> y_min beta -> phi beta (y_min beta) < phi beta y.
Proof.
  intros Hn. destruct (Rdichotomy y _ Hn) as [H | H].
  - apply phi_decreasing; lra.
  - apply phi_increasing; lra.
Qed.

Lemma y_min_beta_c : y_min beta_c = 2 * z_c.
Proof.
  unfold y_min, beta_c. replace (2 * (sinh z_c / 2)) with (sinh z_c) by field.
  rewrite asinh_sinh. reflexivity.
Qed.

Lemma phi_beta_c_min : phi beta_c (2 * z_c) = 0.
Proof.
  unfold phi, beta_c. replace (2 * z_c / 2) with z_c by field.
  rewrite <- z_c_eq. field.
Qed.

(** G5 (the constant). beta_c is the minimum of cosh (y/2) / y over y > 0, attained
    at y = 2 z only, where z tanh z = 1; and 1 / (2 beta_c) = 1 / sinh z is the
    maximum of t / cosh t (the Laplace limit). *)
Theorem beta_c_is_min : (forall y, 0 < y -> beta_c <= cosh (y / 2) / y) /\
  (forall y, 0 < y -> (cosh (y / 2) / y = beta_c <-> y = 2 * z_c)).
Proof.
  assert (E : forall y, 0 < y -> cosh (y / 2) / y = beta_c + phi beta_c y / y).
  { intros y Hy. unfold phi. field. lra. }
  assert (P : forall y, 0 < y -> y <> 2 * z_c -> beta_c < cosh (y / 2) / y).
  { intros y Hy Hn. rewrite (E y Hy). rewrite <- y_min_beta_c in Hn.
    pose proof (phi_min beta_c y Hn) as L. rewrite y_min_beta_c, phi_beta_c_min in L.
    pose proof (Rdiv_lt_0_compat _ _ L Hy). lra. }
  assert (Q : cosh (2 * z_c / 2) / (2 * z_c) = beta_c).
  { pose proof z_c_pos. rewrite E by lra. rewrite phi_beta_c_min. field. lra. }
  split.
  - intros y Hy. destruct (Req_dec y (2 * z_c)) as [-> | Hn].
    + right. symmetry. exact Q.
    + left. apply P; assumption.
  - intros y Hy. split.
    + intros H. destruct (Req_dec y (2 * z_c)) as [E' | Hn]; [exact E' |].
      pose proof (P y Hy Hn). lra.
    + intros ->. exact Q.
Qed.

Theorem laplace_limit : 2 * beta_c = sinh z_c /\
  (forall t, t / cosh t <= / (2 * beta_c)) /\ z_c / cosh z_c = / (2 * beta_c).
Proof.
  assert (S : 2 * beta_c = sinh z_c) by (unfold beta_c; field).
  pose proof beta_c_pos as Hb. pose proof z_c_pos.
  split; [exact S |]. split.
  - intros t. pose proof (cosh_pos t).
    destruct (Rle_lt_dec t 0) as [L | L].
    + apply Rle_trans with 0.
      * unfold Rdiv. pose proof (Rinv_0_lt_compat _ H0). nra.
      * left. apply Rinv_0_lt_compat. lra.
    + destruct beta_c_is_min as (M & _). specialize (M (2 * t) ltac:(lra)).
      replace (2 * t / 2) with t in M by field.
      apply (Rmult_le_reg_r (2 * beta_c)); [lra |]. rewrite Rinv_l by lra.
      apply (Rmult_le_compat_l (2 * (t / cosh t))) in M.
      2: { pose proof (Rdiv_lt_0_compat t (cosh t) L H0). lra. }
      replace (2 * (t / cosh t) * (cosh t / (2 * t))) with 1 in M by (field; lra). lra.
  - rewrite S, <- z_c_eq. pose proof (sinh_pos z_c H). field. split; lra.
Qed.

(** Numerical enclosures (z = 1.199678640..., beta_c = 0.754439780...). *)
Lemma z_c_enclosure : 1.199678 < z_c < 1.199679.
Proof.
  pose proof z_c_pos as Hz.
  assert (Z : zfun z_c = 0) by (unfold zfun; pose proof z_c_eq; lra).
  assert (A1 : zfun 1.199678 < 0) by (unfold zfun, sinh, cosh; zinterval).
  assert (A2 : 0 < zfun 1.199679) by (unfold zfun, sinh, cosh; zinterval).
  split; apply Rnot_le_lt; intros [L | L].
  - pose proof (zfun_increasing z_c 1.199678 ltac:(lra) L). lra.
  - rewrite L in Z. lra.
  - pose proof (zfun_increasing 1.199679 z_c ltac:(lra) L). lra.
  - rewrite <- L in Z. lra.
Qed.

Theorem beta_c_enclosure : 0.75443 < beta_c < 0.75445.
Proof.
  pose proof z_c_enclosure as [L U]. apply sinh_lt in L. apply sinh_lt in U.
  unfold beta_c.
  assert (A1 : 0.75443 < sinh 1.199678 / 2) by (unfold sinh; zinterval).
  assert (A2 : sinh 1.199679 / 2 < 0.75445) by (unfold sinh; zinterval).
  lra.
Qed.

(** * The largest root b2 of cosh (y/2) = beta y *)

Definition largest_root (beta b : R) : Prop :=
  cosh (b / 2) = beta * b /\ forall y, cosh (y / 2) = beta * y -> y <= b.

Lemma phi_large beta : 0 < beta -> exists y, y_min beta <= y /\ 0 <= phi beta y.
Proof.
  intros Hb. exists (Rmax (y_min beta) (8 * beta)).
  set (y := Rmax (y_min beta) (8 * beta)).
  assert (y_min beta <= y) by apply Rmax_l. assert (8 * beta <= y) by apply Rmax_r.
  split; [assumption |]. unfold phi. pose proof (cosh_quadratic (y / 2)). nra.
Qed.

Lemma y_min_pos beta : 0 < beta -> 0 < y_min beta.
Proof. intros Hb. unfold y_min. pose proof (asinh_pos (2 * beta) ltac:(lra)). lra. Qed.

(** The minimum of cosh (y/2) - beta y is <= 0 iff beta >= beta_c. *)
Lemma phi_min_nonpos beta : beta_c <= beta -> phi beta (y_min beta) <= 0.
Proof.
  intros H. pose proof phi_beta_c_min as E. pose proof z_c_pos.
  assert (phi beta (2 * z_c) <= 0) by (unfold phi in *; nra).
  destruct (Req_dec (2 * z_c) (y_min beta)) as [<- | Hn]; [assumption |].
  pose proof (phi_min beta _ Hn). lra.
Qed.

Lemma phi_pos_below beta y : 0 <= beta < beta_c -> 0 < phi beta y.
Proof.
  intros H. destruct (Rle_lt_dec y 0) as [L | L].
  - unfold phi. pose proof (cosh_pos (y / 2)). nra.
  - destruct beta_c_is_min as (M & _). specialize (M y L).
    apply (Rmult_le_compat_r y) in M; [| lra].
    replace (cosh (y / 2) / y * y) with (cosh (y / 2)) in M by (field; lra).
    unfold phi. nra.
Qed.

Lemma largest_root_exists beta : beta_c <= beta -> exists b, largest_root beta b /\ y_min beta <= b.
Proof.
  intros H. pose proof beta_c_pos.
  destruct (phi_large beta ltac:(lra)) as (y & Hy & Py).
  destruct (ivt_up (phi beta) (y_min beta) y 0) as (b & I & E).
  - exact Hy.
  - intros; apply phi_continuity.
  - pose proof (phi_min_nonpos beta H). lra.
  - exists b. split; [| lra]. split; [unfold phi in E; lra |].
    intros t Et. apply Rnot_lt_le. intros L.
    pose proof (phi_increasing beta b t ltac:(lra) L) as M. unfold phi in *. lra.
Qed.

Lemma largest_root_unique beta b b' : largest_root beta b -> largest_root beta b' -> b = b'.
Proof.
  intros (E & M) (E' & M'). apply Rle_antisym; [apply M'; exact E | apply M; exact E'].
Qed.

Lemma largest_root_ge_min beta b : 0 < beta -> largest_root beta b -> beta_c <= beta /\ y_min beta <= b.
Proof.
  intros Hb L. assert (H : beta_c <= beta).
  { apply Rnot_lt_le. intros K. destruct L as (E & _).
    pose proof (phi_pos_below beta b ltac:(lra)) as P. unfold phi in P. lra. }
  split; [exact H |]. destruct (largest_root_exists beta H) as (b' & L' & I).
  rewrite (largest_root_unique beta b b' L L'). exact I.
Qed.

(** phi is positive exactly beyond b2, to the right of the minimum. *)
Lemma phi_pos_right beta b y : 0 < beta -> largest_root beta b -> y_min beta <= y ->
  (0 < phi beta y <-> b < y).
Proof.
  intros Hb L Hy. destruct (largest_root_ge_min beta b Hb L) as (_ & I).
  destruct L as (E & _). assert (E' : phi beta b = 0) by (unfold phi; lra).
  split; intros H.
  - destruct (Rtotal_order y b) as [K | [K | K]]; [| | exact K].
    + pose proof (phi_increasing beta y b Hy K). lra.
    + subst y. lra.
  - pose proof (phi_increasing beta b y I H). lra.
Qed.

(** * beta_1 *)

Definition gfun (t : R) : R := 2 * t * asinh t - sqrt (1 + t * t).

Lemma gfun_derive t : is_derive gfun t (2 * asinh t + t / sqrt (1 + t * t)).
Proof.
  unfold gfun. pose proof (root1_pos t) as P. unfold root1 in P.
  auto_derive.
  - repeat split; [apply ex_derive_asinh | nra].
  - rewrite Derive_asinh. field. lra.
Qed.

Lemma gfun_increasing s t : 0 <= s -> s < t -> gfun s < gfun t.
Proof.
  intros Hs Hst.
  apply (deriv_pos_lt gfun (fun t => 2 * asinh t + t / sqrt (1 + t * t))); [exact Hst | |].
  - intros x _. apply gfun_derive.
  - intros x Hx. pose proof (asinh_pos x ltac:(lra)).
    pose proof (Rdiv_lt_0_compat x _ ltac:(lra) (root1_pos x)) as P. unfold root1 in P. lra.
Qed.

Definition beta_1_sig : {t : R | 0 <= t <= 1 /\ gfun t = 0}.
Proof.
  apply (f_interv_is_interv gfun 0 1 0).
  - lra.
  - split.
    + unfold gfun. rewrite asinh_0, Rmult_0_r, Rmult_0_l, Rplus_0_r, sqrt_1. lra.
    + unfold gfun, asinh.
      assert (0 <= 2 * 1 * ln (1 + sqrt (1 * 1 + 1)) - sqrt (1 + 1 * 1)) by zinterval.
      assumption.
  - intros x _. apply (deriv_continuity_pt _ _ _ (gfun_derive x)).
Qed.

(** beta_1 = 0.85061... *)
Definition beta_1 : R := proj1_sig beta_1_sig.

Lemma gfun_beta_1 : gfun beta_1 = 0.
Proof. exact (proj2 (proj2_sig beta_1_sig)). Qed.

Lemma beta_1_pos : 0 < beta_1.
Proof.
  destruct (proj1 (proj1 (proj2_sig beta_1_sig))) as [H | H]; [exact H |].
  pose proof gfun_beta_1 as E. fold beta_1 in H. rewrite <- H in E.
  unfold gfun in E. rewrite asinh_0, Rmult_0_r, Rmult_0_l, Rplus_0_r, sqrt_1 in E. lra.
Qed.

Lemma gfun_sign t : 0 < t -> (gfun t < 0 <-> t < beta_1) /\ (gfun t = 0 <-> t = beta_1).
Proof.
  intros Ht. pose proof gfun_beta_1 as E. pose proof beta_1_pos as P.
  destruct (Rtotal_order t beta_1) as [L | [L | L]].
  - pose proof (gfun_increasing t beta_1 ltac:(lra) L). split; split; lra.
  - rewrite L in *. split; split; lra.
  - pose proof (gfun_increasing beta_1 t ltac:(lra) L). split; split; lra.
Qed.

(** The fold value and the line x0 = - x*, in terms of gfun. *)
Lemma x_SN_gfun beta : 0 < beta -> x_SN beta + x_fold beta = 2 * gfun beta / beta.
Proof.
  intros Hb. unfold x_SN, x_fold, gfun. rewrite <- (root1_over_beta beta Hb).
  unfold root1. field. lra.
Qed.

(** G7. The saddle-node curve x0 = x_SN (beta) and the line x0 = - x* (x* the fixed
    point at the fold) meet at exactly one beta > 0, the root beta_1 of
    sqrt (1 + beta^2) = 2 beta asinh beta; b_1 = 2 asinh beta_1 is the unique positive
    solution of b tanh (b/2) = 1. *)
Theorem saddle_node_meets_line beta : 0 < beta ->
  (x_SN beta = - x_fold beta <-> sqrt (1 + beta * beta) = 2 * beta * asinh beta) /\
  (sqrt (1 + beta * beta) = 2 * beta * asinh beta <-> beta = beta_1).
Proof.
  intros Hb. pose proof (x_SN_gfun beta Hb) as E.
  assert (Q : sqrt (1 + beta * beta) = 2 * beta * asinh beta <-> gfun beta = 0)
    by (unfold gfun; split; lra).
  split.
  - rewrite Q. split; intros H.
    + assert (K : 2 * gfun beta / beta = 0) by lra.
      apply (Rmult_eq_compat_r beta) in K. unfold Rdiv in K.
      rewrite Rmult_assoc, Rinv_l in K; lra.
    + rewrite H in E. unfold Rdiv in E. lra.
  - rewrite Q. apply gfun_sign, Hb.
Qed.

Theorem fold_at_beta_1 b : 0 < b -> (b * (sinh (b / 2) / cosh (b / 2)) = 1 <-> b = 2 * asinh beta_1).
Proof.
  intros Hb. pose proof (cosh_pos (b / 2)) as C. pose proof (sinh_pos (b / 2) ltac:(lra)) as S.
  assert (Q : b * (sinh (b / 2) / cosh (b / 2)) = 1 <-> gfun (sinh (b / 2)) = 0).
  { unfold gfun. rewrite asinh_sinh.
    rewrite <- cosh_sqr, sqrt_square by lra. split; intros H.
    - assert (b * sinh (b / 2) = cosh (b / 2)); [| lra].
      replace (b * sinh (b / 2)) with (b * (sinh (b / 2) / cosh (b / 2)) * cosh (b / 2)) by (field; lra).
      rewrite H. ring.
    - apply (Rmult_eq_reg_r (cosh (b / 2))); [| lra].
      replace (b * (sinh (b / 2) / cosh (b / 2)) * cosh (b / 2)) with (b * sinh (b / 2)) by (field; lra).
      lra. }
  rewrite Q. rewrite (proj2 (gfun_sign (sinh (b / 2)) S)). split; intros H.
  - rewrite <- H, asinh_sinh. field.
  - rewrite H. replace (2 * asinh beta_1 / 2) with (asinh beta_1) by field. apply sinh_asinh.
Qed.

(** Numerical enclosure of beta_1 = 0.850610226... *)
Theorem beta_1_enclosure : 0.85061 < beta_1 < 0.85062.
Proof.
  assert (A1 : gfun 0.85061 < 0) by (unfold gfun, asinh; zinterval).
  assert (A2 : 0 < gfun 0.85062) by (unfold gfun, asinh; zinterval).
  pose proof (gfun_sign 0.85061 ltac:(lra)) as (S1 & _).
  pose proof (gfun_sign 0.85062 ltac:(lra)) as (S2 & S2').
  split; [apply S1; exact A1 |].
  apply Rnot_le_lt. intros [L | L].
  - apply S2 in L. lra.
  - apply S2' in L. lra.
Qed.

Lemma beta_c_lt_beta_1 : beta_c < beta_1.
Proof. pose proof beta_c_enclosure. pose proof beta_1_enclosure. lra. Qed.
