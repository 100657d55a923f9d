(** The smallest and the largest fixed point move strictly with p_ref, beta and eps. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape FixedPoints.
Open Scope R_scope.

Lemma least_lt (f g : R -> R) (m x y : R) :
  (forall z, continuity_pt f z) -> (forall z, f z < g z) -> (forall z, m < f z) ->
  least_fixpt f x -> least_fixpt g y -> x < y.
Proof.
  intros Cf Hlt Hm [Ex Mx] [Ey _]. unfold fixpt in *.
  pose proof (Hlt y) as Hy. pose proof (Hm y) as Hmy.
  destruct (ivt_seg (fun z => z - f z) m y 0) as [z [Hz Ez]].
  - intros z _. apply continuity_pt_minus; [|apply Cf].
    apply derivable_continuous_pt, derivable_pt_id.
  - lra.
  - specialize (Hm m). lra.
  - assert (z <> y) by (intros ->; lra). specialize (Mx z ltac:(lra)). lra.
Qed.

Lemma greatest_lt (f g : R -> R) (k x y : R) :
  (forall z, continuity_pt g z) -> (forall z, f z < g z) -> (forall z, g z < k) ->
  greatest_fixpt f x -> greatest_fixpt g y -> x < y.
Proof.
  intros Cg Hlt Hk [Ex _] [_ My]. unfold fixpt in *.
  pose proof (Hlt x) as Hx. pose proof (Hk x) as Hkx.
  destruct (ivt_seg (fun z => z - g z) x k 0) as [z [Hz Ez]].
  - intros z _. apply continuity_pt_minus; [|apply Cg].
    apply derivable_continuous_pt, derivable_pt_id.
  - lra.
  - specialize (Hk k). lra.
  - assert (z <> x) by (intros ->; lra). specialize (My z ltac:(lra)). lra.
Qed.

Lemma least_h_F pref beta eps p : 0 < pref < 1 -> least_fixpt (h pref beta eps) p ->
  0 < p < 1 /\ least_fixpt (F (logit pref) beta eps) (logit p).
Proof.
  intros Hp [E M]. destruct (fixpt_h_F pref beta eps Hp p E) as [Hq Ex].
  split; [exact Hq|]. split; [exact Ex|]. intros y Hy.
  apply fixpt_F_h in Hy; [|exact Hp]. apply M in Hy.
  rewrite <- (sigma_logit p Hq) in Hy.
  destruct (Rle_lt_dec (logit p) y) as [Q|Q]; [exact Q|]. apply sigma_increasing in Q. lra.
Qed.

Lemma greatest_h_F pref beta eps p : 0 < pref < 1 -> greatest_fixpt (h pref beta eps) p ->
  0 < p < 1 /\ greatest_fixpt (F (logit pref) beta eps) (logit p).
Proof.
  intros Hp [E M]. destruct (fixpt_h_F pref beta eps Hp p E) as [Hq Ex].
  split; [exact Hq|]. split; [exact Ex|]. intros y Hy.
  apply fixpt_F_h in Hy; [|exact Hp]. apply M in Hy.
  rewrite <- (sigma_logit p Hq) in Hy.
  destruct (Rle_lt_dec y (logit p)) as [Q|Q]; [exact Q|]. apply sigma_increasing in Q. lra.
Qed.

(** Order of the maps F in each parameter. *)
Lemma F_lt_params x0 x0' beta beta' eps eps' :
  0 < beta' <= beta -> 0 < eps' <= eps -> x0 <= x0' ->
  x0 < x0' \/ beta' < beta \/ eps' < eps ->
  forall x, F x0 beta eps x < F x0' beta' eps' x.
Proof.
  intros Hb He Hx H x. unfold F.
  assert (G1 : G eps x <= G eps' x).
  { destruct (proj2 He) as [Q|Q]; [left; apply G_eps_decreasing; lra | rewrite Q; lra]. }
  pose proof (G_pos eps ltac:(lra) x) as Pg.
  assert (I1 : / beta <= / beta') by (apply Rinv_le_contravar; lra).
  assert (I0 : 0 < / beta) by (apply Rinv_0_lt_compat; lra).
  assert (A : G eps x * / beta <= G eps' x * / beta) by (apply Rmult_le_compat_r; lra).
  assert (B : G eps' x * / beta <= G eps' x * / beta') by (apply Rmult_le_compat_l; lra).
  unfold Rdiv. destruct H as [H|[H|H]]; [lra| |].
  - assert (/ beta < / beta') by (apply Rinv_lt_contravar; [apply Rmult_lt_0_compat|]; lra).
    assert (G eps' x * / beta < G eps' x * / beta') by (apply Rmult_lt_compat_l; lra). lra.
  - assert (G eps x < G eps' x) by (apply G_eps_decreasing; lra).
    assert (G eps x * / beta < G eps' x * / beta) by (apply Rmult_lt_compat_r; lra). lra.
Qed.

(** D9. The smallest and the largest fixed point are strictly increasing in p_ref and
    strictly decreasing in beta and in eps (at a flip-unstable one too: no stability is
    assumed). *)
Theorem extreme_fixed_points_monotone pref pref' beta beta' eps eps' p p' :
  0 < pref -> pref <= pref' -> pref' < 1 -> 0 < beta' <= beta -> 0 < eps' <= eps ->
  pref < pref' \/ beta' < beta \/ eps' < eps ->
  (least_fixpt (h pref beta eps) p -> least_fixpt (h pref' beta' eps') p' -> p < p') /\
  (greatest_fixpt (h pref beta eps) p -> greatest_fixpt (h pref' beta' eps') p' -> p < p').
Proof.
  intros H1 H2 H3 Hb He H.
  assert (Hx : logit pref <= logit pref').
  { destruct H2 as [Q|Q]; [left; apply logit_increasing; lra | rewrite Q; lra]. }
  assert (H' : logit pref < logit pref' \/ beta' < beta \/ eps' < eps).
  { destruct H as [Q|[Q|Q]]; auto. left. apply logit_increasing; lra. }
  pose proof (F_lt_params _ _ _ _ _ _ Hb He Hx H') as Hlt.
  split; intros A B.
  - apply least_h_F in A; [|lra]. apply least_h_F in B; [|lra].
    destruct A as [Hp A], B as [Hp' B].
    rewrite <- (sigma_logit p Hp), <- (sigma_logit p' Hp'). apply sigma_increasing.
    apply (least_lt (F (logit pref) beta eps) (F (logit pref') beta' eps') (logit pref));
      auto; intros z; [apply F_continuity_pt | apply F_gt]; lra.
  - apply greatest_h_F in A; [|lra]. apply greatest_h_F in B; [|lra].
    destruct A as [Hp A], B as [Hp' B].
    rewrite <- (sigma_logit p Hp), <- (sigma_logit p' Hp'). apply sigma_increasing.
    apply (greatest_lt (F (logit pref) beta eps) (F (logit pref') beta' eps')
             (logit pref' + 1 / (beta' * sqrt eps')));
      auto; intros z; [apply F_continuity_pt | apply F_upper]; lra.
Qed.
