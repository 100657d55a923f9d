(** Policies with prescribed within-class conditionals: pi = p mu_1 +
    (1-p) mu_0.  Divergences between two such policies reduce to Bernoulli
    divergences, and exact updates (reference, mirror, two-KL) keep the form. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence.
Open Scope R_scope.

(** mu gives on each class a probability vector: mu_1 on r = 1, mu_0 on r = 0. *)
Definition conditionals (n : nat) (r : nat -> bool) (mu : nat -> R) : Prop :=
  (forall i, (i < n)%nat -> 0 <= mu i) /\ csum n r true mu = 1 /\ csum n r false mu = 1.

(** p mu_1 + (1-p) mu_0. *)
Definition mix (r : nat -> bool) (p : R) (mu : nat -> R) (i : nat) : R :=
  (if r i then p else 1 - p) * mu i.

Lemma csum_mix n r p mu b :
  conditionals n r mu -> csum n r b (mix r p mu) = if b then p else 1 - p.
Proof.
  intros [_ [H1 H0]].
  rewrite (csum_ext n r b (mix r p mu) (fun i => (if b then p else 1 - p) * mu i)).
  - rewrite csum_scal. destruct b; [rewrite H1|rewrite H0]; ring.
  - intros i _ Hi. unfold mix. rewrite Hi. reflexivity.
Qed.

Lemma success_mix n r p mu : conditionals n r mu -> success n r (mix r p mu) = p.
Proof. intros H. apply (csum_mix n r p mu true H). Qed.

Lemma mix_policy n r p mu : conditionals n r mu -> 0 <= p <= 1 -> policy n (mix r p mu).
Proof.
  intros H Hp. split.
  - intros i Hi. apply Rmult_le_pos; [destruct (r i); lra|apply H, Hi].
  - rewrite (csum_split n r), !csum_mix by exact H. ring.
Qed.

Lemma mix_positive n r p mu : positive n mu -> 0 < p < 1 -> positive n (mix r p mu).
Proof.
  intros H Hp i Hi. apply Rmult_lt_0_compat; [destruct (r i); lra|apply H, Hi].
Qed.

(** Every policy with 0 < p < 1 has conditionals. *)
Lemma conditionals_exist n r pi :
  policy n pi -> 0 < success n r pi < 1 ->
  exists mu, conditionals n r mu /\ same n pi (mix r (success n r pi) mu) /\
             (positive n pi -> positive n mu).
Proof.
  intros H Hp. set (p := success n r pi) in *.
  set (k := fun i => if r i then p else 1 - p).
  assert (Hk : forall i, 0 < k i) by (intros i; unfold k; destruct (r i); lra).
  exists (fun i => pi i / k i). repeat split.
  - intros i Hi. apply Rmult_le_pos; [apply H, Hi|].
    left. apply Rinv_0_lt_compat, Hk.
  - rewrite (csum_ext n r true _ (fun i => pi i * / p)).
    + rewrite csum_scal_r. fold (success n r pi). fold p. field. lra.
    + intros i _ Hi. unfold k. rewrite Hi. reflexivity.
  - rewrite (csum_ext n r false _ (fun i => pi i * / (1 - p))).
    + rewrite csum_scal_r. fold (failure n r pi).
      rewrite success_failure by exact H. fold p. field. lra.
    + intros i _ Hi. unfold k. rewrite Hi. reflexivity.
  - intros i Hi. unfold mix. fold (k i). specialize (Hk i). field. lra.
  - intros Hpos i Hi. apply Rdiv_lt_0_compat; auto.
Qed.

(** A policy whose density with respect to mu is constant on classes. *)
Lemma mix_of_class n r pi mu (c : bool -> R) :
  policy n pi -> conditionals n r mu ->
  (forall i, (i < n)%nat -> pi i = c (r i) * mu i) ->
  success n r pi = c true /\ failure n r pi = c false /\
  same n pi (mix r (success n r pi) mu).
Proof.
  intros Hpi [Hmu [H1 H0]] Hc.
  assert (E1 : success n r pi = c true).
  { unfold success. rewrite (csum_ext n r true pi (fun i => c true * mu i)).
    - rewrite csum_scal, H1. ring.
    - intros i Hi Hr. rewrite Hc, Hr by exact Hi. reflexivity. }
  assert (E0 : failure n r pi = c false).
  { unfold failure. rewrite (csum_ext n r false pi (fun i => c false * mu i)).
    - rewrite csum_scal, H0. ring.
    - intros i Hi Hr. rewrite Hc, Hr by exact Hi. reflexivity. }
  repeat split; auto. intros i Hi. rewrite Hc by exact Hi. unfold mix.
  assert (F := success_failure n r pi Hpi). rewrite E0 in F.
  destruct (r i); [rewrite E1|rewrite <- F]; reflexivity.
Qed.

(** * Divergences *)

Lemma kl_term p q m :
  0 <= m -> 0 < q -> p * m * ln (p * m / (q * m)) = p * ln (p / q) * m.
Proof.
  intros Hm Hq. destruct (Req_dec m 0) as [->|N]; [ring|].
  replace (p * m / (q * m)) with (p / q) by (field; lra). ring.
Qed.

Lemma KL_mix n r p q mu :
  conditionals n r mu -> 0 < q < 1 ->
  KL n (mix r p mu) (mix r q mu) = kl p q.
Proof.
  intros [Hmu [H1 H0]] Hq. unfold KL, kl.
  set (c := fun b : bool =>
    if b then p * ln (p / q) else (1 - p) * ln ((1 - p) / (1 - q))).
  transitivity (Rsum n (fun i => mu i * c (r i))).
  - apply Rsum_ext. intros i Hi. unfold mix, c.
    destruct (r i); rewrite kl_term by (auto; lra); ring.
  - rewrite Rsum_class, H1, H0. unfold c. ring.
Qed.

Lemma TV_mix n r p q mu :
  conditionals n r mu -> TV n (mix r p mu) (mix r q mu) = Rabs (p - q).
Proof.
  intros [Hmu [H1 H0]]. unfold TV.
  set (c := fun _ : bool => Rabs (p - q)).
  rewrite (Rsum_ext n _ (fun i => mu i * c (r i))).
  - rewrite Rsum_class, H1, H0. unfold c. lra.
  - intros i Hi. unfold mix. specialize (Hmu i Hi).
    replace ((if r i then p else 1 - p) * mu i - (if r i then q else 1 - q) * mu i)
      with ((if r i then p - q else q - p) * mu i) by (destruct (r i); ring).
    rewrite Rabs_mult, (Rabs_right (mu i)) by lra. unfold c.
    destruct (r i); [|rewrite (Rabs_minus_sym q p)]; ring.
Qed.

Lemma KL_same n pi pi' q q' :
  same n pi pi' -> same n q q' -> KL n pi q = KL n pi' q'.
Proof.
  intros H K. apply Rsum_ext. intros i Hi. rewrite H, K by exact Hi. reflexivity.
Qed.

Lemma TV_same n pi pi' q q' :
  same n pi pi' -> same n q q' -> TV n pi q = TV n pi' q'.
Proof.
  intros H K. unfold TV. f_equal. apply Rsum_ext. intros i Hi.
  rewrite H, K by exact Hi. reflexivity.
Qed.

(** * Exact updates keep the conditionals *)

Lemma gibbs_mix n r eps beta p a mu q :
  conditionals n r mu -> 0 < q < 1 -> same n a (mix r q mu) ->
  policy n a ->
  0 < success n r (gibbs n r eps beta p a) < 1 /\
  same n (gibbs n r eps beta p a)
         (mix r (success n r (gibbs n r eps beta p a)) mu).
Proof.
  intros Hmu Hq Hs Ha.
  set (c := fun b : bool => (if b then q else 1 - q) * exp (gain eps p b / beta)
                            / Zpart n r eps beta p a).
  assert (HP := gibbs_policy n r eps beta p a Ha).
  destruct (mix_of_class n r (gibbs n r eps beta p a) mu c HP Hmu) as [E1 [E0 E]].
  - intros i Hi. unfold gibbs, tilt, c. rewrite Hs by exact Hi. unfold mix.
    unfold Zpart, Rdiv. ring.
  - split; [|exact E].
    assert (HZ := Zpart_pos n r eps beta p a Ha).
    assert (C : forall b, 0 < c b).
    { intros b. apply Rdiv_lt_0_compat; [|exact HZ].
      apply Rmult_lt_0_compat; [destruct b; lra|apply exp_pos]. }
    assert (F := success_failure n r _ HP).
    generalize (C true) (C false). rewrite <- E1, <- E0. lra.
Qed.

(** Two-KL: policies dominated by both anchors. *)
Definition feasible_two (n : nat) (ref old pi : nat -> R) : Prop :=
  policy n pi /\ abs_cont n pi ref /\ abs_cont n pi old.

Definition two_kl_step n r eps beta alpha (ref old next : nat -> R) : Prop :=
  maximises n (feasible_two n ref old)
    (L_two n r eps beta alpha (success n r old) ref old) next.

Definition two_kl_run n r eps beta alpha ref (pis : nat -> nat -> R) : Prop :=
  forall k, two_kl_step n r eps beta alpha ref (pis k) (pis (S k)).

Lemma geo_anchor_zero n r eps beta alpha p ref old :
  0 < Zsum n beta (fun i => gain eps p (r i)) (geo_anchor alpha ref old) ->
  abs_cont n (gibbs n r eps beta p (geo_anchor alpha ref old)) ref /\
  abs_cont n (gibbs n r eps beta p (geo_anchor alpha ref old)) old.
Proof.
  intros HZ. split; intros i Hi E; apply tilt_zero; auto; unfold geo_anchor, geo;
    rewrite E.
  - destruct (Rlt_dec 0 0); [lra|reflexivity].
  - destruct (Rlt_dec 0 (ref i)); [|reflexivity].
    destruct (Rlt_dec 0 0); [lra|reflexivity].
Qed.

(** The tilt of the geometric anchor is the unique two-KL maximiser, when
    reference and old policy have a common outcome. *)
Theorem two_kl_unique_max n r eps beta alpha p ref old k :
  0 < beta -> admissible eps p -> policy n ref -> policy n old ->
  (k < n)%nat -> 0 < ref k -> 0 < old k ->
  unique_max n (feasible_two n ref old) (L_two n r eps beta alpha p ref old)
    (gibbs n r eps beta p (geo_anchor alpha ref old)).
Proof.
  intros Hb Hp Hr Ho Hk Hrk Hok.
  assert (Hn : forall i, (i < n)%nat -> 0 <= geo_anchor alpha ref old i)
    by (intros; apply geo_nonneg).
  assert (HZ : 0 < Zsum n beta (fun i => gain eps p (r i)) (geo_anchor alpha ref old)).
  { apply Zsum_pos with k; auto. apply geo_pos; auto. }
  set (g := gibbs n r eps beta p (geo_anchor alpha ref old)).
  destruct (geo_anchor_zero n r eps beta alpha p ref old HZ) as [G1 G2].
  assert (HG : feasible_two n ref old g)
    by (split; [apply tilt_policy; auto|split; assumption]).
  assert (HK : forall q, feasible_two n ref old q -> abs_cont n q g).
  { intros q [Hq [A B]]. apply abs_cont_tilt; [exact HZ|].
    apply geo_abs_cont; auto. }
  assert (V : forall q, feasible_two n ref old q -> _) by exact (fun q Hq =>
    variational_identity_two_kl n r eps beta alpha p ref old q Hb Hp Hr Ho
      (proj1 Hq) (proj1 (proj2 Hq)) (proj2 (proj2 Hq))).
  cbv beta in V. fold g in V.
  split; [split; [exact HG|]|].
  - intros q Hq. specialize (V q Hq).
    assert (0 <= KL n q g) by (apply KL_nonneg; [apply Hq|apply HG|auto]). nra.
  - intros q [Hq Hmax]. specialize (V q Hq). specialize (Hmax g HG).
    apply KL_zero; [apply Hq|apply HG|auto|].
    assert (0 <= KL n q g) by (apply KL_nonneg; [apply Hq|apply HG|auto]). nra.
Qed.

Lemma geo_mult alpha x y m :
  0 < x -> 0 < y -> 0 <= m -> geo alpha (x * m) (y * m) = geo alpha x y * m.
Proof.
  intros Hx Hy Hm. destruct (Req_dec m 0) as [->|N].
  - rewrite !Rmult_0_r. unfold geo. destruct (Rlt_dec 0 0); [lra|reflexivity].
  - assert (0 < m) by lra.
    assert (0 < x * m) by (apply Rmult_lt_0_compat; auto).
    assert (0 < y * m) by (apply Rmult_lt_0_compat; auto).
    apply ln_inv; [apply geo_pos; auto|apply Rmult_lt_0_compat; auto; apply geo_pos; auto|].
    rewrite ln_mult, !ln_geo, !ln_mult by (auto using geo_pos). ring.
Qed.

Lemma two_kl_mix n r eps beta alpha p ref old mu q s :
  conditionals n r mu -> 0 < q < 1 -> 0 < s < 1 ->
  same n ref (mix r q mu) -> same n old (mix r s mu) ->
  policy n (gibbs n r eps beta p (geo_anchor alpha ref old)) ->
  0 < Zpart n r eps beta p (geo_anchor alpha ref old) ->
  0 < success n r (gibbs n r eps beta p (geo_anchor alpha ref old)) < 1 /\
  same n (gibbs n r eps beta p (geo_anchor alpha ref old))
    (mix r (success n r (gibbs n r eps beta p (geo_anchor alpha ref old))) mu).
Proof.
  intros Hmu Hq Hs Er Eo HP HZ.
  set (g := gibbs n r eps beta p (geo_anchor alpha ref old)) in *.
  set (w := fun b : bool => if b then geo alpha q s else geo alpha (1 - q) (1 - s)).
  set (c := fun b : bool => w b * exp (gain eps p b / beta)
                            / Zpart n r eps beta p (geo_anchor alpha ref old)).
  destruct (mix_of_class n r g mu c HP Hmu) as [E1 [E0 E]].
  - intros i Hi. unfold g, gibbs, tilt, c, w.
    replace (geo_anchor alpha ref old i)
      with ((if r i then geo alpha q s else geo alpha (1 - q) (1 - s)) * mu i).
    + unfold Zpart, Rdiv. ring.
    + unfold geo_anchor. rewrite Er, Eo by exact Hi. unfold mix.
      destruct Hmu as [Hmu _].
      destruct (r i); rewrite geo_mult by (auto; lra); reflexivity.
  - split; [|exact E].
    assert (C : forall b, 0 < c b).
    { intros b. apply Rdiv_lt_0_compat; [|exact HZ].
      apply Rmult_lt_0_compat; [destruct b; apply geo_pos; lra|apply exp_pos]. }
    assert (F := success_failure n r _ HP).
    generalize (C true) (C false). rewrite <- E1, <- E0. lra.
Qed.
