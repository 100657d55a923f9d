(** The clipped step when old policy and reference have the same within-class
    conditionals: it is one-dimensional, its maximum is the maximum of a
    function of the success probability, and it is compared with the
    unclipped maximum. *)

Require Import Reals Lra Lia Bool.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Whitening
  Contrastive Clipped Classes.
Open Scope R_scope.

(** The one-dimensional objective, with c+ = p_old (1+e_hi) and
    c- = p_old + e_lo (1-p_old). *)
Definition c_plus (ehi pold : R) : R := pold * (1 + ehi).
Definition c_minus (elo pold : R) : R := pold + elo * (1 - pold).

Definition jfun (eps beta elo ehi pref pold p : R) : R :=
  w_plus eps pold * Rmin p (c_plus ehi pold)
  - w_minus eps pold * Rmax (1 - p) (1 - c_minus elo pold)
  - beta * kl p pref.

(** x is the unique maximiser of f on [0,1]. *)
Definition unique_argmax (f : R -> R) (x : R) : Prop :=
  0 <= x <= 1 /\ (forall y, 0 <= y <= 1 -> f y <= f x) /\
  (forall y, 0 <= y <= 1 -> f x <= f y -> y = x).

Lemma clip_setting_mix n r eps beta elo ehi pref pold mu :
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pold < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  clip_setting n r eps beta elo ehi (mix r pref mu) (mix r pold mu).
Proof.
  intros Hmu Hpos Hr Ho Hb Hl Hh He. unfold clip_setting.
  rewrite success_mix by exact Hmu.
  repeat split; try apply mix_policy; try apply mix_positive; auto; lra.
Qed.

Lemma Rmax_mult_pos m x y : 0 <= m -> Rmax (x * m) (y * m) = Rmax x y * m.
Proof. intros H. rewrite !(Rmult_comm _ m). apply RmaxRmult, H. Qed.

Lemma Rmin_mult_pos' m x y : 0 <= m -> Rmin (x * m) (y * m) = Rmin x y * m.
Proof. intros H. rewrite Rmin_mult_pos by exact H. ring. Qed.

Lemma L_clip_mix n r eps beta elo ehi pref pold mu p :
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pold < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  L_clip n r eps beta elo ehi (mix r pref mu) (mix r pold mu) (mix r p mu)
  = jfun eps beta elo ehi pref pold p.
Proof.
  intros Hmu Hpos Hr Ho Hb Hl Hh He.
  destruct (clip_setting_mix n r eps beta elo ehi pref pold mu) as
    [S1 [S2 [S3 [S4 [S5 [S6 [S7 S8]]]]]]]; auto.
  unfold L_clip, jfun. rewrite clipped_surrogate_sum, KL_mix by (auto; lra).
  rewrite success_mix by exact Hmu. f_equal.
  set (wp := w_plus eps pold). set (wm := w_minus eps pold).
  set (c := fun b : bool => if b then wp * Rmin p (c_plus ehi pold)
            else - wm * Rmax (1 - p) (1 - c_minus elo pold)).
  rewrite (Rsum_ext n _ (fun i => mu i * c (r i))).
  - rewrite Rsum_class. destruct Hmu as [_ [-> ->]]. unfold c. ring.
  - intros i Hi. specialize (Hpos i Hi). unfold clip_gain, mix, c.
    destruct (r i).
    + replace ((1 + ehi) * (pold * mu i)) with (c_plus ehi pold * mu i)
        by (unfold c_plus; ring).
      rewrite Rmin_mult_pos by lra. ring.
    + replace ((1 - elo) * ((1 - pold) * mu i)) with ((1 - c_minus elo pold) * mu i)
        by (unfold c_minus; ring).
      rewrite Rmax_mult_pos by lra. ring.
Qed.

Lemma L_clip_same n r eps beta elo ehi ref ref' old old' pi pi' :
  same n ref ref' -> same n old old' -> same n pi pi' ->
  L_clip n r eps beta elo ehi ref old pi = L_clip n r eps beta elo ehi ref' old' pi'.
Proof.
  intros Hr Ho Hp. unfold L_clip. rewrite (KL_same n pi pi' ref ref' Hp Hr). f_equal.
  unfold clipped_surrogate, expect. rewrite (success_same n r old old' Ho).
  apply Rsum_ext. intros i Hi. unfold ratio. rewrite Ho, Hp by exact Hi. reflexivity.
Qed.

Lemma clip_coord_mult wp wm beta elo ehi b q o L m :
  0 <= m ->
  clip_coord wp wm beta elo ehi b (q * m) (o * m) L
  = clip_coord wp wm beta elo ehi b q o L * m.
Proof.
  intros Hm. unfold clip_coord.
  replace ((1 + ehi) * (o * m)) with ((1 + ehi) * o * m) by ring.
  replace ((1 - elo) * (o * m)) with ((1 - elo) * o * m) by ring.
  replace (q * m * exp ((wp - L) / beta)) with (q * exp ((wp - L) / beta) * m) by ring.
  replace (q * m * exp ((- wm - L) / beta)) with (q * exp ((- wm - L) / beta) * m) by ring.
  replace (q * m * exp (- L / beta)) with (q * exp (- L / beta) * m) by ring.
  destruct b.
  - rewrite Rmax_mult_pos, Rmin_mult_pos' by exact Hm. reflexivity.
  - rewrite Rmin_mult_pos', Rmax_mult_pos by exact Hm. reflexivity.
Qed.

Lemma unit_conditionals : conditionals 2 first_correct (fun _ => 1).
Proof. unfold conditionals, csum; simpl. repeat split; intros; lra. Qed.

Lemma unit_positive : positive 2 (fun _ => 1).
Proof. intros i _; lra. Qed.

Section Reduction.
Variables (n : nat) (r : nat -> bool) (eps beta elo ehi pref pold : R) (mu : nat -> R).
Hypothesis Hmu : conditionals n r mu.
Hypothesis Hpos : positive n mu.
Hypothesis Hr : 0 < pref < 1.
Hypothesis Ho : 0 < pold < 1.
Hypothesis Hb : 0 < beta.
Hypothesis Hl : 0 <= elo <= 1.
Hypothesis Hh : 0 <= ehi.
Hypothesis He : 0 <= eps.

Let j := jfun eps beta elo ehi pref pold.
Let obj := L_clip n r eps beta elo ehi (mix r pref mu) (mix r pold mu).

(** A multiplier of the two-outcome problem is one of the full problem. *)
Lemma clip_reduction :
  exists p, 0 < p < 1 /\ unique_argmax j p /\ unique_max n (policy n) obj (mix r p mu).
Proof.
  set (one := fun _ : nat => 1).
  set (ref2 := mix first_correct pref one). set (old2 := mix first_correct pold one).
  assert (S2 : clip_setting 2 first_correct eps beta elo ehi ref2 old2)
    by (apply clip_setting_mix; auto using unit_conditionals, unit_positive).
  destruct (explicit_clipped_policy 2 first_correct eps beta elo ehi ref2 old2 S2)
    as [_ [_ [_ [[L [_ EL]] [_ [_ U]]]]]].
  specialize (U L EL).
  set (pol2 := clip_policy 2 first_correct eps beta elo ehi ref2 old2 L) in *.
  assert (P2 := clip_policy_positive 2 first_correct eps beta elo ehi ref2 old2 S2 L).
  fold pol2 in P2.
  exists (pol2 O). set (p := pol2 O).
  assert (E1 : pol2 1%nat = 1 - p) by (simpl in EL; unfold p; lra).
  assert (Hp : 0 < p < 1).
  { assert (A := P2 O ltac:(lia)). assert (B := P2 1%nat ltac:(lia)).
    fold p in A. lra. }
  assert (M2 : same 2 pol2 (mix first_correct p one)).
  { intros i Hi. unfold mix, one. destruct i as [|[|i]]; simpl; [fold p| |lia]; lra. }
  assert (J2 : forall y, L_clip 2 first_correct eps beta elo ehi ref2 old2
                 (mix first_correct y one) = j y).
  { intros y. apply L_clip_mix; auto using unit_conditionals, unit_positive. }
  assert (Jp : L_clip 2 first_correct eps beta elo ehi ref2 old2 pol2 = j p).
  { rewrite <- J2. apply L_clip_same; auto; intros i Hi; reflexivity. }
  split; [exact Hp|]. split; [split; [lra|split]|].
  - intros y Hy. rewrite <- J2, <- Jp. apply U. apply mix_policy; auto using unit_conditionals.
  - intros y Hy Hle.
    assert (K : same 2 (mix first_correct y one) pol2).
    { apply U. split; [apply mix_policy; auto using unit_conditionals|].
      intros q Hq. rewrite J2. apply Rle_trans with (2 := Hle). rewrite <- Jp.
      apply U, Hq. }
    specialize (K O ltac:(lia)). unfold mix, one in K; simpl in K. fold p in K. lra.
  - assert (SN := clip_setting_mix n r eps beta elo ehi pref pold mu
                    Hmu Hpos Hr Ho Hb Hl Hh He).
    assert (EN : same n (clip_policy n r eps beta elo ehi (mix r pref mu) (mix r pold mu) L)
                   (mix r p mu)).
    { intros i Hi. unfold clip_policy. rewrite success_mix by exact Hmu.
      unfold mix at 1 2. rewrite clip_coord_mult by (left; apply Hpos, Hi).
      unfold mix. f_equal.
      assert (A : p = clip_coord (w_plus eps pold) (w_minus eps pold) beta elo ehi true
                        pref pold L).
      { unfold p, pol2, clip_policy, old2. rewrite success_mix by apply unit_conditionals.
        simpl. unfold ref2, old2, mix, one; simpl. rewrite !Rmult_1_r. reflexivity. }
      assert (B : 1 - p = clip_coord (w_plus eps pold) (w_minus eps pold) beta elo ehi false
                        (1 - pref) (1 - pold) L).
      { rewrite <- E1. unfold pol2, clip_policy, old2.
        rewrite success_mix by apply unit_conditionals.
        simpl. unfold ref2, old2, mix, one; simpl. rewrite !Rmult_1_r. reflexivity. }
      destruct (r i); [rewrite A|rewrite B]; reflexivity. }
    assert (EM : Rsum n (clip_policy n r eps beta elo ehi (mix r pref mu)
                   (mix r pold mu) L) = 1).
    { rewrite (Rsum_ext n _ _ EN). apply mix_policy; [exact Hmu|lra]. }
    destruct (explicit_clipped_policy n r eps beta elo ehi _ _ SN)
      as [_ [_ [_ [_ [_ [_ UN]]]]]].
    destruct (UN L EM) as [[U1 U2] U3]. split; [split|].
    + apply mix_policy; [exact Hmu|lra].
    + intros q Hq. unfold obj.
      rewrite (L_clip_same n r eps beta elo ehi _ (mix r pref mu) _ (mix r pold mu)
                 (mix r p mu) (clip_policy n r eps beta elo ehi (mix r pref mu)
                   (mix r pold mu) L)); try (intros i Hi; reflexivity).
      * apply U2, Hq.
      * intros i Hi. symmetry. apply EN, Hi.
    + intros q Hq i Hi. rewrite <- EN by exact Hi. apply U3; auto.
Qed.

End Reduction.

(** * Clipped runs *)

Definition clip_step n r eps beta elo ehi (ref old next : nat -> R) : Prop :=
  maximises n (policy n) (L_clip n r eps beta elo ehi ref old) next.

Definition clip_run n r eps beta elo ehi ref (pis : nat -> nat -> R) : Prop :=
  forall k, clip_step n r eps beta elo ehi ref (pis k) (pis (S k)).

(** J2. With equal within-class conditionals the clipped maximiser is
    p_n mu_1 + (1-p_n) mu_0, where p_n is the unique maximiser of j.
    J15 (corrected): this is the case in which the reduction holds; for an
    arbitrary old policy see [explicit_clipped_policy]. *)
Theorem clipped_reduction_to_one_dimension n r eps beta elo ehi pref pold mu :
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pold < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  exists p, 0 < p < 1 /\
    unique_argmax (jfun eps beta elo ehi pref pold) p /\
    unique_max n (policy n)
      (L_clip n r eps beta elo ehi (mix r pref mu) (mix r pold mu)) (mix r p mu).
Proof. intros. apply clip_reduction; auto. Qed.

(** One step, for policies that agree with mixtures on the outcome space. *)
Lemma clip_step_mix n r eps beta elo ehi pref pold mu ref old next :
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pold < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  same n ref (mix r pref mu) -> same n old (mix r pold mu) ->
  clip_step n r eps beta elo ehi ref old next ->
  exists p, 0 < p < 1 /\ unique_argmax (jfun eps beta elo ehi pref pold) p /\
    same n next (mix r p mu) /\ success n r next = p.
Proof.
  intros Hmu Hpos Hr Ho Hb Hl Hh He Er Eo [Hn Hmax].
  destruct (clip_reduction n r eps beta elo ehi pref pold mu) as [p [Hp [Ha [_ U]]]]; auto.
  exists p. assert (S : same n next (mix r p mu)).
  { apply U. split; [exact Hn|]. intros q Hq.
    rewrite <- (L_clip_same n r eps beta elo ehi ref _ old _ q q Er Eo)
      by (intros i Hi; reflexivity).
    rewrite <- (L_clip_same n r eps beta elo ehi ref _ old _ next next Er Eo)
      by (intros i Hi; reflexivity).
    apply Hmax, Hq. }
  split; [exact Hp|split; [exact Ha|split; [exact S|]]].
  rewrite (success_same n r _ _ S). apply success_mix, Hmu.
Qed.

(** J2 (whole iteration). The property is inherited: along a clipped run from
    a policy with the conditionals of the reference, every policy is
    p_k mu_1 + (1-p_k) mu_0, and p_(k+1) is the unique maximiser of j at p_k. *)
Theorem clipped_run_one_dimensional n r eps beta elo ehi pref pstart mu ref pis :
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pstart < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  same n ref (mix r pref mu) -> same n (pis O) (mix r pstart mu) ->
  clip_run n r eps beta elo ehi ref pis ->
  forall k, 0 < success n r (pis k) < 1 /\
    same n (pis k) (mix r (success n r (pis k)) mu) /\
    unique_argmax (jfun eps beta elo ehi pref (success n r (pis k)))
      (success n r (pis (S k))).
Proof.
  intros Hmu Hpos Hr Ho Hb Hl Hh He Er E0 Hrun.
  assert (K : forall k, 0 < success n r (pis k) < 1 /\
                        same n (pis k) (mix r (success n r (pis k)) mu)).
  { induction k as [|k [IH1 IH2]].
    - assert (E : success n r (pis O) = pstart).
      { rewrite (success_same n r _ _ E0). apply success_mix, Hmu. }
      rewrite E. auto.
    - destruct (clip_step_mix n r eps beta elo ehi pref (success n r (pis k)) mu ref
                  (pis k) (pis (S k))) as [p [Hp [_ [S E]]]]; auto.
      rewrite E. auto. }
  intros k. destruct (K k) as [K1 K2]. split; [exact K1|]. split; [exact K2|].
  destruct (clip_step_mix n r eps beta elo ehi pref (success n r (pis k)) mu ref
              (pis k) (pis (S k))) as [p [_ [A [_ ->]]]]; auto.
Qed.
