(** Two-KL step with an arbitrary old policy: the exact log-odds formula, with
    the Hellinger-type affinities of the within-class conditionals, and the
    failure of the affinity-free formula and of amplification when the
    conditionals differ. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes ClippedGeneral.
Open Scope R_scope.

(** * Weighted arithmetic and geometric means *)

Lemma exp_gap_nonneg u : 0 <= exp u - 1 - u.
Proof. generalize (exp_ineq1_le u). lra. Qed.

Lemma exp_gap_zero u : exp u - 1 - u = 0 -> u = 0.
Proof.
  intros E. destruct (Req_dec u 0) as [|N]; [auto|].
  generalize (exp_ineq1 u N). lra.
Qed.

Lemma mean_gap alpha x y :
  0 < x -> 0 < y ->
  let g := geo alpha x y in
  alpha * x + (1 - alpha) * y - g =
  g * (alpha * (exp (ln (x / g)) - 1 - ln (x / g)) +
       (1 - alpha) * (exp (ln (y / g)) - 1 - ln (y / g))).
Proof.
  intros Hx Hy g. assert (Hg : 0 < g) by (apply geo_pos; auto).
  assert (Lg : ln g = alpha * ln x + (1 - alpha) * ln y) by (apply ln_geo; auto).
  rewrite !exp_ln by (apply Rdiv_lt_0_compat; lra).
  rewrite !ln_div, Lg by lra.
  field. lra.
Qed.

Lemma geo_le_mean alpha x y :
  0 <= alpha <= 1 -> 0 <= x -> 0 <= y ->
  geo alpha x y <= alpha * x + (1 - alpha) * y.
Proof.
  intros Ha Hx Hy. unfold geo at 1.
  destruct (Rlt_dec 0 x) as [Px|Px]; [|nra].
  destruct (Rlt_dec 0 y) as [Py|Py]; [|nra].
  rewrite <- (geo_pos_eq alpha x y Px Py).
  assert (G := mean_gap alpha x y Px Py). cbv zeta in G.
  assert (Hg := geo_pos alpha x y Px Py). set (g := geo alpha x y) in *.
  assert (A := exp_gap_nonneg (ln (x / g))). assert (B := exp_gap_nonneg (ln (y / g))).
  assert (0 <= g * (alpha * (exp (ln (x / g)) - 1 - ln (x / g)) +
       (1 - alpha) * (exp (ln (y / g)) - 1 - ln (y / g)))); [|lra].
  apply Rmult_le_pos; [lra|]. apply Rplus_le_le_0_compat; apply Rmult_le_pos; lra.
Qed.

Lemma geo_eq_mean alpha x y :
  0 < alpha < 1 -> 0 <= x -> 0 <= y ->
  geo alpha x y = alpha * x + (1 - alpha) * y -> x = y.
Proof.
  intros Ha Hx Hy E.
  destruct (Rlt_dec 0 x) as [Px|Px]; [destruct (Rlt_dec 0 y) as [Py|Py]|].
  - assert (G := mean_gap alpha x y Px Py). cbv zeta in G.
    assert (Hg := geo_pos alpha x y Px Py). rewrite <- E in G.
    set (g := geo alpha x y) in *.
    assert (A := exp_gap_nonneg (ln (x / g))). assert (B := exp_gap_nonneg (ln (y / g))).
    rewrite Rminus_eq_0 in G. symmetry in G. apply Rmult_integral in G as [G|G]; [lra|].
    assert (A0 : 0 <= alpha * (exp (ln (x / g)) - 1 - ln (x / g)))
      by (apply Rmult_le_pos; lra).
    assert (B0 : 0 <= (1 - alpha) * (exp (ln (y / g)) - 1 - ln (y / g)))
      by (apply Rmult_le_pos; lra).
    assert (Ax : ln (x / g) = 0) by (apply exp_gap_zero; nra).
    assert (Ay : ln (y / g) = 0) by (apply exp_gap_zero; nra).
    rewrite ln_div in Ax, Ay by lra. apply ln_inv; lra.
  - unfold geo in E. destruct (Rlt_dec 0 x); [|lra]. destruct (Rlt_dec 0 y); [lra|]. nra.
  - unfold geo in E. destruct (Rlt_dec 0 x); [lra|].
    assert (0 <= alpha * x) by (apply Rmult_le_pos; lra).
    assert (0 <= (1 - alpha) * y) by (apply Rmult_le_pos; lra). nra.
Qed.

Lemma geo_scale alpha a b x y :
  0 < a -> 0 < b -> 0 <= x -> 0 <= y ->
  geo alpha (a * x) (b * y) = geo alpha a b * geo alpha x y.
Proof.
  intros Ha Hb Hx Hy.
  destruct (Req_dec x 0) as [->|Nx].
  { unfold geo at 1 3. rewrite Rmult_0_r. destruct (Rlt_dec 0 0); [lra|ring]. }
  destruct (Req_dec y 0) as [->|Ny].
  { unfold geo at 1 3. rewrite Rmult_0_r. destruct (Rlt_dec 0 0); [lra|].
    destruct (Rlt_dec 0 (a * x)); destruct (Rlt_dec 0 x); ring. }
  assert (0 < a * x) by (apply Rmult_lt_0_compat; lra).
  assert (0 < b * y) by (apply Rmult_lt_0_compat; lra).
  apply ln_inv.
  - apply geo_pos; auto.
  - apply Rmult_lt_0_compat; apply geo_pos; lra.
  - rewrite ln_mult by (apply geo_pos; lra). rewrite !ln_geo, !ln_mult by lra. ring.
Qed.

(** * Affinities of the conditionals *)

(** Mass of the class b, and the conditional on it. *)
Definition mass n r b pi : R := csum n r b pi.
Definition cond n r b pi (i : nat) : R := pi i / mass n r b pi.

(** A_b = sum over class b of mu_ref^alpha mu_old^(1-alpha). *)
Definition affinity n r b alpha ref old : R :=
  csum n r b (fun i => geo alpha (cond n r b ref i) (cond n r b old i)).

Lemma cond_nonneg n r b pi i :
  policy n pi -> 0 < mass n r b pi -> (i < n)%nat -> 0 <= cond n r b pi i.
Proof.
  intros [H _] Hm Hi. apply Rmult_le_pos; [auto|left; apply Rinv_0_lt_compat, Hm].
Qed.

Lemma cond_sum n r b pi : 0 < mass n r b pi -> csum n r b (cond n r b pi) = 1.
Proof.
  intros Hm. unfold cond, Rdiv. rewrite csum_scal_r. fold (mass n r b pi). field. lra.
Qed.

(** I2 (affinities). For 0 <= alpha <= 1 each affinity is at most 1; for
    0 < alpha < 1 it is 1 iff the conditionals agree on the class. *)
Theorem affinity_at_most_one n r b alpha ref old :
  0 <= alpha <= 1 -> policy n ref -> policy n old ->
  0 < mass n r b ref -> 0 < mass n r b old ->
  affinity n r b alpha ref old <= 1 /\
  (0 < alpha < 1 ->
   (affinity n r b alpha ref old = 1 <->
    forall i, (i < n)%nat -> r i = b -> cond n r b ref i = cond n r b old i)).
Proof.
  intros Ha Hr Ho Mr Mo.
  assert (S : csum n r b (fun i => alpha * cond n r b ref i
                               + (1 - alpha) * cond n r b old i) = 1).
  { rewrite csum_plus, !csum_scal, !cond_sum by auto. ring. }
  assert (P : forall i, (i < n)%nat -> r i = b ->
    geo alpha (cond n r b ref i) (cond n r b old i)
    <= alpha * cond n r b ref i + (1 - alpha) * cond n r b old i).
  { intros i Hi _. apply geo_le_mean; auto; apply cond_nonneg; auto. }
  split.
  - rewrite <- S. apply csum_le, P.
  - intros Ha'. split.
    + intros E i Hi Hb. apply (geo_eq_mean alpha); auto; try (apply cond_nonneg; auto).
      apply (csum_le_eq n r b
        (fun i => geo alpha (cond n r b ref i) (cond n r b old i))
        (fun i => alpha * cond n r b ref i + (1 - alpha) * cond n r b old i)); auto.
      rewrite S. exact E.
    + intros E. unfold affinity. rewrite <- (cond_sum n r b ref Mr).
      apply csum_ext. intros i Hi Hb. rewrite <- (E i Hi Hb).
      assert (C := cond_nonneg n r b ref i Hr Mr Hi).
      unfold geo. destruct (Rlt_dec 0 (cond n r b ref i)); [|lra].
      rewrite <- Rpower_plus. replace (alpha + (1 - alpha)) with 1 by ring.
      apply Rpower_1. lra.
Qed.

Lemma geo_anchor_mass n r b alpha ref old :
  policy n ref -> policy n old -> 0 < mass n r b ref -> 0 < mass n r b old ->
  csum n r b (geo_anchor alpha ref old) =
  geo alpha (mass n r b ref) (mass n r b old) * affinity n r b alpha ref old.
Proof.
  intros Hr Ho Mr Mo. unfold affinity. rewrite <- csum_scal.
  apply csum_ext. intros i Hi _. unfold geo_anchor.
  rewrite <- geo_scale by (auto; apply cond_nonneg; auto).
  f_equal; unfold cond; field; lra.
Qed.

Lemma affinity_pos n r b alpha ref old k :
  0 < mass n r b ref -> 0 < mass n r b old ->
  (k < n)%nat -> r k = b -> 0 < ref k -> 0 < old k ->
  0 < affinity n r b alpha ref old.
Proof.
  intros Mr Mo Hk Hb Hr Ho.
  apply csum_pos with k; auto; [intros; apply geo_nonneg|].
  apply geo_pos; apply Rdiv_lt_0_compat; auto.
Qed.

Lemma csum_gibbs n r eps beta p a b :
  csum n r b (gibbs n r eps beta p a) =
  csum n r b a * exp (gain eps p b / beta) / Zpart n r eps beta p a.
Proof.
  unfold gibbs, tilt. fold (Zpart n r eps beta p a).
  unfold Rdiv. rewrite csum_scal_r. f_equal. rewrite <- csum_scal_r.
  apply csum_ext. intros i _ ->. reflexivity.
Qed.

(** I2. Two-KL with an arbitrary old policy (a common outcome in each class):
    x_n = alpha x_0 + (1-alpha) x_old + Omega(p_old)/beta + ln (A_1 / A_0). *)
Theorem two_kl_exact_formula n r eps beta alpha ref old next k1 k0 :
  0 < beta -> 0 <= eps -> policy n ref -> policy n old ->
  0 < success n r ref < 1 -> 0 < success n r old < 1 ->
  (k1 < n)%nat -> r k1 = true -> 0 < ref k1 -> 0 < old k1 ->
  (k0 < n)%nat -> r k0 = false -> 0 < ref k0 -> 0 < old k0 ->
  two_kl_step n r eps beta alpha ref old next ->
  0 < success n r next < 1 /\
  logit (success n r next) =
    alpha * logit (success n r ref) + (1 - alpha) * logit (success n r old)
    + Omega eps (success n r old) / beta
    + ln (affinity n r true alpha ref old / affinity n r false alpha ref old).
Proof.
  intros Hb He Hr Ho Sr So Hk1 Hb1 Hr1 Ho1 Hk0 Hb0 Hr0 Ho0 Hst.
  set (p := success n r old) in *. set (q := success n r ref) in *.
  assert (Ha := admissible_interior eps p He So).
  destruct (two_kl_unique_max n r eps beta alpha p ref old k1 Hb Ha Hr Ho Hk1 Hr1 Ho1)
    as [[[UP _] _] U2].
  set (a := geo_anchor alpha ref old) in *.
  set (g := gibbs n r eps beta p a) in *.
  assert (Mr1 : mass n r true ref = q) by reflexivity.
  assert (Mo1 : mass n r true old = p) by reflexivity.
  assert (Mr0 : mass n r false ref = 1 - q) by (apply success_failure, Hr).
  assert (Mo0 : mass n r false old = 1 - p) by (apply success_failure, Ho).
  assert (A1 : 0 < affinity n r true alpha ref old)
    by (apply affinity_pos with k1; auto; lra).
  assert (A0 : 0 < affinity n r false alpha ref old)
    by (apply affinity_pos with k0; auto; lra).
  assert (HZ : 0 < Zpart n r eps beta p a).
  { apply Zsum_pos with k1; auto; [intros; apply geo_nonneg|apply geo_pos; auto]. }
  assert (E : success n r next = success n r g).
  { apply success_same. apply U2. exact Hst. }
  assert (E1 : success n r g = geo alpha q p * affinity n r true alpha ref old
                 * exp (w_plus eps p / beta) / Zpart n r eps beta p a).
  { unfold success, g. rewrite csum_gibbs. unfold a at 1.
    rewrite geo_anchor_mass, Mr1, Mo1 by (auto; lra). reflexivity. }
  assert (E0 : 1 - success n r g = geo alpha (1 - q) (1 - p)
      * affinity n r false alpha ref old
      * exp (- w_minus eps p / beta) / Zpart n r eps beta p a).
  { rewrite <- success_failure by exact UP. unfold failure, g. rewrite csum_gibbs.
    unfold a at 1. rewrite geo_anchor_mass, Mr0, Mo0 by (auto; lra). reflexivity. }
  assert (G1 : 0 < geo alpha q p) by (apply geo_pos; lra).
  assert (G0 : 0 < geo alpha (1 - q) (1 - p)) by (apply geo_pos; lra).
  assert (X1 := exp_pos (w_plus eps p / beta)).
  assert (X0 := exp_pos (- w_minus eps p / beta)).
  assert (P1 : 0 < success n r g).
  { rewrite E1. apply Rdiv_lt_0_compat; [|exact HZ]. repeat apply Rmult_lt_0_compat; auto. }
  assert (P0 : 0 < 1 - success n r g).
  { rewrite E0. apply Rdiv_lt_0_compat; [|exact HZ]. repeat apply Rmult_lt_0_compat; auto. }
  rewrite E. split; [lra|]. unfold logit. rewrite ln_div by lra. rewrite E0, E1.
  rewrite !ln_div by (repeat apply Rmult_lt_0_compat; lra).
  rewrite !ln_mult by (repeat apply Rmult_lt_0_compat; lra).
  rewrite !ln_geo, !ln_exp, <- w_sum by lra. field. lra.
Qed.

(** I3 (corrected). With equal within-class conditionals the affinities are 1,
    so x_n = alpha x_0 + (1-alpha) x_old + Omega/beta; and then p_n > p_ref
    whenever p_old >= p_ref and 0 <= alpha <= 1. *)
Theorem two_kl_formula_equal_conditionals n r eps beta alpha ref old next k1 k0 :
  0 < beta -> 0 <= eps -> policy n ref -> policy n old ->
  0 < success n r ref < 1 -> 0 < success n r old < 1 ->
  (k1 < n)%nat -> r k1 = true -> 0 < ref k1 ->
  (k0 < n)%nat -> r k0 = false -> 0 < ref k0 ->
  (forall b i, (i < n)%nat -> r i = b -> cond n r b ref i = cond n r b old i) ->
  two_kl_step n r eps beta alpha ref old next ->
  logit (success n r next) =
    alpha * logit (success n r ref) + (1 - alpha) * logit (success n r old)
    + Omega eps (success n r old) / beta /\
  (0 <= alpha <= 1 -> success n r ref <= success n r old ->
   success n r ref < success n r next).
Proof.
  intros Hb He Hr Ho Sr So Hk1 Hb1 Hr1 Hk0 Hb0 Hr0 Hc Hst.
  assert (M : forall b pi, policy n pi -> 0 < success n r pi < 1 -> 0 < mass n r b pi).
  { intros [|] pi Hpi Hs; unfold mass; [apply Hs|].
    fold (failure n r pi). rewrite success_failure by exact Hpi. lra. }
  assert (OP : forall b k, (k < n)%nat -> r k = b -> 0 < ref k -> 0 < old k).
  { intros b k Hk Hkb Hrk. assert (E := Hc b k Hk Hkb). unfold cond in E.
    assert (A := M b ref Hr Sr). assert (B := M b old Ho So).
    assert (0 < ref k / mass n r b ref) by (apply Rdiv_lt_0_compat; auto).
    rewrite E in H. replace (old k) with (old k / mass n r b old * mass n r b old)
      by (field; lra). apply Rmult_lt_0_compat; auto. }
  assert (A : forall b, affinity n r b alpha ref old = 1).
  { intros b. unfold affinity. rewrite <- (cond_sum n r b ref (M b ref Hr Sr)).
    apply csum_ext. intros i Hi Hib. rewrite <- (Hc b i Hi Hib).
    assert (C := cond_nonneg n r b ref i Hr (M b ref Hr Sr) Hi).
    unfold geo. destruct (Rlt_dec 0 (cond n r b ref i)); [|lra].
    rewrite <- Rpower_plus. replace (alpha + (1 - alpha)) with 1 by ring.
    apply Rpower_1. lra. }
  destruct (two_kl_exact_formula n r eps beta alpha ref old next k1 k0) as [Hn E]; eauto.
  rewrite !A in E. replace (1 / 1) with 1 in E by field.
  rewrite ln_1, Rplus_0_r in E. split; [exact E|].
  intros Ha Hle.
  assert (L : logit (success n r ref) <= logit (success n r old)).
  { destruct Hle as [L|L]; [left; apply logit_increasing; lra|rewrite L; lra]. }
  assert (0 < Omega eps (success n r old) / beta).
  { apply Rdiv_lt_0_compat; [|exact Hb].
    apply Rinv_0_lt_compat, admissible_sqrt, admissible_interior; auto. }
  destruct (Rlt_dec (success n r ref) (success n r next)) as [K|K]; [exact K|].
  assert (K' : logit (success n r next) <= logit (success n r ref)).
  { destruct (Req_dec (success n r next) (success n r ref)) as [Q|Q];
      [rewrite Q; lra|left; apply logit_increasing; lra]. }
  nra.
Qed.
