(** The number of fixed points for eps > 0. It is read off the shape of
    psi x = x - G x / beta: increasing when beta >= M_eps, and otherwise increasing,
    decreasing, increasing with turning points 0 < x1 < x2 (the folds).
    [nfix f n] says that f has exactly n fixed points. *)

Require Import Reals Lra Psatz List FinFun.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Lipschitz Shape.
From GrpoProofs.Orbits Require Import Folds.
Import ListNotations.
Open Scope R_scope.

Definition nfix (f : R -> R) (n : nat) : Prop :=
  exists l, NoDup l /\ length l = n /\ forall x, In x l <-> fixpt f x.

Definition least_fixpt (f : R -> R) (x : R) : Prop :=
  fixpt f x /\ forall y, fixpt f y -> x <= y.
Definition greatest_fixpt (f : R -> R) (x : R) : Prop :=
  fixpt f x /\ forall y, fixpt f y -> y <= x.

Lemma nfix_unique f n m : nfix f n -> nfix f m -> n = m.
Proof.
  intros [l [Dl [<- Hl]]] [k [Dk [<- Hk]]].
  apply Nat.le_antisymm; apply NoDup_incl_length; auto;
    intros x Hx; apply Hl in Hx || apply Hk in Hx; apply Hl || apply Hk; exact Hx.
Qed.

(** The fixed points of h and of F correspond through sigma. *)
Lemma nfix_h_F pref beta eps n : 0 < pref < 1 ->
  nfix (F (logit pref) beta eps) n <-> nfix (h pref beta eps) n.
Proof.
  intros Hp. split; intros [l [Dl [Ll Hl]]].
  - exists (map sigma l). split; [|split].
    + apply Injective_map_NoDup; [|exact Dl]. intros x y. apply sigma_inj.
    + now rewrite map_length.
    + intros p. rewrite in_map_iff. split.
      * intros [x [<- Hx]]. apply fixpt_F_h; [exact Hp|]. now apply Hl.
      * intros E. destruct (fixpt_h_F pref beta eps Hp p E) as [Hp' Ex].
        exists (logit p). split; [now apply sigma_logit | now apply Hl].
  - exists (map logit l).
    assert (R : forall p, In p l -> 0 < p < 1).
    { intros p Hi. apply Hl in Hi. now apply (fixpt_h_F pref beta eps Hp p). }
    split; [|split].
    + clear Ll Hl. induction Dl as [|p l' Hn Dl IH]; simpl; constructor.
      * rewrite in_map_iff. intros [q [E Hq]]. apply logit_inj in E.
        { now subst. } { apply R; now right. } { apply R; now left. }
      * apply IH. intros q Hq. apply R. now right.
    + now rewrite map_length.
    + intros x. rewrite in_map_iff. split.
      * intros [p [<- Hi]]. apply Hl in Hi. now apply (fixpt_h_F pref beta eps Hp p).
      * intros E. apply fixpt_F_h in E; [|exact Hp].
        exists (sigma x). split; [apply logit_sigma | now apply Hl].
Qed.

Section Count.
Variables beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 < eps.
Let He : 0 <= eps := Rlt_le _ _ Heps.
Let psi := Defs.psi beta eps.

Lemma psi_up_right (x0 : R) : forall x, x0 + 1 / (beta * sqrt eps) <= x -> x0 < psi x.
Proof.
  intros x Hx. unfold psi, Defs.psi.
  pose proof (F_upper x0 beta eps Hbeta x Heps). unfold F in *. lra.
Qed.

Lemma psi_solve_left (x0 z : R) : x0 <= psi z -> exists x, x <= z /\ psi x = x0.
Proof.
  intros Hz. set (m := Rmin x0 z). pose proof (Rmin_l x0 z). pose proof (Rmin_r x0 z).
  destruct (ivt_seg psi m z x0) as [x [Hx E]].
  - intros x _. now apply psi_continuity_pt.
  - exact H0.
  - split; [|exact Hz]. left. now apply psi_below_unbounded.
  - exists x. split; [lra|exact E].
Qed.

Lemma psi_solve_right (x0 z : R) : psi z <= x0 -> exists x, z <= x /\ psi x = x0.
Proof.
  intros Hz. set (k := x0 + 1 / (beta * sqrt eps)). set (m := Rmax k z).
  pose proof (Rmax_l k z). pose proof (Rmax_r k z).
  destruct (ivt_seg psi z m x0) as [x [Hx E]].
  - intros x _. now apply psi_continuity_pt.
  - exact H0.
  - split; [exact Hz|]. left. apply psi_up_right. exact H.
  - exists x. split; [lra|exact E].
Qed.

Lemma psi_increasing_large_beta (x y : R) : Meps eps <= beta -> x < y -> psi x < psi y.
Proof.
  intros Hm Hxy. unfold psi, Defs.psi.
  pose proof (G_lipschitz_up eps Heps x y Hxy) as HL.
  assert (G eps y / beta - G eps x / beta < y - x); [|lra].
  apply (Rmult_lt_reg_l beta); [exact Hbeta|]. field_simplify; [|lra]. nra.
Qed.

Lemma nfix_large_beta (x0 : R) : Meps eps <= beta -> nfix (F x0 beta eps) 1.
Proof.
  intros Hm. destruct (psi_solve_left x0 (x0 + 1 / (beta * sqrt eps))) as [a [_ Ea]].
  { left. apply psi_up_right. lra. }
  exists [a]. split; [constructor; [easy | constructor]|]. split; [reflexivity|].
  intros x. rewrite fixpt_psi. fold psi. split.
  - intros [<-|[]]. exact Ea.
  - intros Ex. left. destruct (Rtotal_order a x) as [L|[L|L]]; [|exact L|];
      pose proof (psi_increasing_large_beta _ _ Hm L); lra.
Qed.

Section Small.
Variables x1 x2 : R.
Hypothesis Hf : folds beta eps x1 x2.

Lemma psi_up_1 (x y : R) : x < y -> y <= x1 -> psi x < psi y.
Proof.
  intros Hxy Hy. apply psi_incr_on; auto. intros z Hz.
  apply (slope_below beta eps Hbeta Heps x1 x2 Hf). lra.
Qed.

Lemma psi_down (x y : R) : x1 <= x -> x < y -> y <= x2 -> psi y < psi x.
Proof.
  intros Hx Hxy Hy. apply psi_decr_on; auto. intros z Hz.
  apply (slope_between beta eps Hbeta Heps x1 x2 Hf). lra.
Qed.

Lemma psi_up_2 (x y : R) : x2 <= x -> x < y -> psi x < psi y.
Proof.
  intros Hx Hxy. apply psi_incr_on; auto. intros z Hz.
  apply (slope_beyond beta eps Hbeta Heps x1 x2 Hf). lra.
Qed.

Lemma folds_psi : psi x2 < psi x1.
Proof. destruct Hf as [Hx _]. apply psi_down; lra. Qed.

Lemma psi_inj_1 (x y : R) : x <= x1 -> y <= x1 -> psi x = psi y -> x = y.
Proof.
  intros Hx Hy E. destruct (Rtotal_order x y) as [L|[L|L]]; [|exact L|].
  - pose proof (psi_up_1 x y L Hy). lra.
  - pose proof (psi_up_1 y x L Hx). lra.
Qed.

Lemma psi_inj_mid (x y : R) : x1 <= x <= x2 -> x1 <= y <= x2 -> psi x = psi y -> x = y.
Proof.
  intros Hx Hy E. destruct (Rtotal_order x y) as [L|[L|L]]; [|exact L|].
  - pose proof (psi_down x y ltac:(lra) L ltac:(lra)). lra.
  - pose proof (psi_down y x ltac:(lra) L ltac:(lra)). lra.
Qed.

Lemma psi_inj_2 (x y : R) : x2 <= x -> x2 <= y -> psi x = psi y -> x = y.
Proof.
  intros Hx Hy E. destruct (Rtotal_order x y) as [L|[L|L]]; [|exact L|].
  - pose proof (psi_up_2 x y Hx L). lra.
  - pose proof (psi_up_2 y x Hy L). lra.
Qed.

Lemma psi_ge_mid (x : R) : x1 <= x -> psi x2 <= psi x.
Proof.
  intros Hx. destruct Hf as [Hx12 _].
  destruct (Rtotal_order x x2) as [L|[->|L]]; [|lra|].
  - left. apply psi_down; lra.
  - left. apply psi_up_2; lra.
Qed.

Lemma psi_le_mid (x : R) : x <= x2 -> psi x <= psi x1.
Proof.
  intros Hx. destruct (Rtotal_order x x1) as [L|[->|L]]; [|lra|].
  - left. apply psi_up_1; lra.
  - left. apply psi_down; lra.
Qed.

(** Three fixed points, one on each branch. *)
Lemma three_fixpts (x0 : R) : psi x2 < x0 < psi x1 ->
  exists a b c, a < x1 < b /\ b < x2 < c /\
    forall x, psi x = x0 <-> x = a \/ x = b \/ x = c.
Proof.
  intros H. destruct Hf as [Hx12 _].
  destruct (psi_solve_left x0 x1 ltac:(lra)) as [a [Ha Ea]].
  destruct (psi_solve_right x0 x2 ltac:(lra)) as [c [Hc Ec]].
  destruct (ivt_seg (fun x => - psi x) x1 x2 (- x0)) as [b [Hb Eb]]; try lra.
  { intros x _. now apply continuity_pt_opp, psi_continuity_pt. }
  assert (Eb' : psi b = x0) by lra. clear Eb.
  assert (a <> x1) by (intros ->; lra). assert (b <> x1) by (intros ->; lra).
  assert (b <> x2) by (intros ->; lra). assert (c <> x2) by (intros ->; lra).
  exists a, b, c. split; [lra|]. split; [lra|]. intros x. split.
  - intros E. destruct (Rle_lt_dec x x1) as [Q|Q]; [|destruct (Rle_lt_dec x x2) as [Q'|Q']].
    + left. apply psi_inj_1; lra.
    + right; left. apply psi_inj_mid; lra.
    + right; right. apply psi_inj_2; lra.
  - intros [-> | [-> | ->]]; assumption.
Qed.

Lemma nfix_3 (x0 : R) : psi x2 < x0 < psi x1 -> nfix (F x0 beta eps) 3.
Proof.
  intros H. destruct (three_fixpts x0 H) as [a [b [c [H1 [H2 E]]]]].
  exists [a; b; c]. split; [|split; [reflexivity|]].
  - repeat constructor; simpl; intros K; decompose [or] K; try lra; easy.
  - intros x. rewrite fixpt_psi. fold psi. rewrite E. simpl. intuition congruence.
Qed.

Lemma two_list (x0 a c : R) : a <> c -> (forall x, psi x = x0 <-> x = a \/ x = c) ->
  nfix (F x0 beta eps) 2.
Proof.
  intros Hac E. exists [a; c]. split; [|split; [reflexivity|]].
  - repeat constructor; simpl; intros K; decompose [or] K; try lra; easy.
  - intros x. rewrite fixpt_psi. fold psi. rewrite E. simpl. intuition congruence.
Qed.

Lemma nfix_2_top (x0 : R) : x0 = psi x1 -> nfix (F x0 beta eps) 2.
Proof.
  intros H. pose proof folds_psi as Hp. destruct Hf as [Hx12 _].
  destruct (psi_solve_right x0 x2 ltac:(lra)) as [c [Hc Ec]].
  apply (two_list x0 x1 c); [lra|]. intros x. split; [|intros [-> | ->]; lra].
  intros E. destruct (Rle_lt_dec x x1) as [Q|Q]; [|destruct (Rle_lt_dec x x2) as [Q'|Q']].
  - left. apply psi_inj_1; lra.
  - left. apply psi_inj_mid; lra.
  - right. apply psi_inj_2; lra.
Qed.

Lemma nfix_2_bottom (x0 : R) : x0 = psi x2 -> nfix (F x0 beta eps) 2.
Proof.
  intros H. pose proof folds_psi as Hp. destruct Hf as [Hx12 _].
  destruct (psi_solve_left x0 x1 ltac:(lra)) as [a [Ha Ea]].
  apply (two_list x0 a x2); [lra|]. intros x. split; [|intros [-> | ->]; lra].
  intros E. destruct (Rle_lt_dec x x1) as [Q|Q]; [|destruct (Rle_lt_dec x x2) as [Q'|Q']].
  - left. apply psi_inj_1; lra.
  - right. apply psi_inj_mid; lra.
  - right. apply psi_inj_2; lra.
Qed.

Lemma nfix_1 (x0 : R) : x0 < psi x2 \/ psi x1 < x0 -> nfix (F x0 beta eps) 1.
Proof.
  intros H. pose proof folds_psi as Hp. destruct Hf as [Hx12 _].
  assert (S : exists a, forall x, psi x = x0 <-> x = a).
  { destruct H as [H|H].
    - destruct (psi_solve_left x0 x1 ltac:(lra)) as [a [Ha Ea]].
      exists a. intros x. split; [|intros ->; exact Ea]. intros E.
      destruct (Rle_lt_dec x x1) as [Q|Q]; [apply psi_inj_1; lra|].
      pose proof (psi_ge_mid x ltac:(lra)). lra.
    - destruct (psi_solve_right x0 x2 ltac:(lra)) as [a [Ha Ea]].
      exists a. intros x. split; [|intros ->; exact Ea]. intros E.
      destruct (Rle_lt_dec x2 x) as [Q|Q]; [apply psi_inj_2; lra|].
      pose proof (psi_le_mid x ltac:(lra)). lra. }
  destruct S as [a E]. exists [a].
  split; [constructor; [easy | constructor]|]. split; [reflexivity|].
  intros x. rewrite fixpt_psi. fold psi. rewrite E. simpl. intuition congruence.
Qed.

Lemma nfix_cases (x0 : R) :
  (nfix (F x0 beta eps) 3 <-> psi x2 < x0 < psi x1) /\
  (nfix (F x0 beta eps) 2 <-> x0 = psi x1 \/ x0 = psi x2) /\
  (nfix (F x0 beta eps) 1 <-> x0 < psi x2 \/ psi x1 < x0).
Proof.
  pose proof folds_psi as Hp.
  assert (T : psi x2 < x0 < psi x1 \/ (x0 = psi x1 \/ x0 = psi x2) \/
              (x0 < psi x2 \/ psi x1 < x0)) by lra.
  destruct T as [T|[T|T]].
  - pose proof (nfix_3 x0 T) as N.
    split; [tauto|]. split; split; intros K; try lra; pose proof (nfix_unique _ _ _ N K); lia.
  - assert (N : nfix (F x0 beta eps) 2)
      by (destruct T; [now apply nfix_2_top | now apply nfix_2_bottom]).
    split; [|split; [tauto|]]; split; intros K; try lra;
      pose proof (nfix_unique _ _ _ N K); lia.
  - pose proof (nfix_1 x0 T) as N.
    split; [|split; [|tauto]]; split; intros K; try lra;
      pose proof (nfix_unique _ _ _ N K); lia.
Qed.

End Small.

(** D3. For beta >= M_eps, psi is strictly increasing and h has exactly one fixed
    point, for every p_ref. *)
Theorem one_fixed_point_large_beta : Meps eps <= beta ->
  (forall x y, x < y -> psi x < psi y) /\
  (forall pref, 0 < pref < 1 -> nfix (h pref beta eps) 1).
Proof.
  intros Hm. split; [intros; now apply psi_increasing_large_beta|].
  intros pref Hp. apply nfix_h_F; [exact Hp|]. now apply nfix_large_beta.
Qed.

(** D3. For beta < M_eps, psi increases up to x1, decreases on [x1, x2] and increases
    from x2 on, 0 < x1 < x2; h has 3 fixed points iff psi x2 < x0 < psi x1, 2 iff x0 is
    psi x1 or psi x2, and 1 otherwise (x0 = logit p_ref). *)
Theorem number_of_fixed_points_small_beta : beta < Meps eps ->
  exists x1 x2, 0 < x1 < x2 /\
    (forall x y, x < y -> y <= x1 -> psi x < psi y) /\
    (forall x y, x1 <= x -> x < y -> y <= x2 -> psi y < psi x) /\
    (forall x y, x2 <= x -> x < y -> psi x < psi y) /\
    (forall pref, 0 < pref < 1 ->
       (nfix (h pref beta eps) 3 <-> psi x2 < logit pref < psi x1) /\
       (nfix (h pref beta eps) 2 <-> logit pref = psi x1 \/ logit pref = psi x2) /\
       (nfix (h pref beta eps) 1 <-> logit pref < psi x2 \/ psi x1 < logit pref)).
Proof.
  intros Hm. destruct (folds_exist beta eps Hbeta Heps Hm) as [x1 [x2 [Hf _]]].
  exists x1, x2. split; [apply Hf|]. split; [exact (psi_up_1 x1 x2 Hf)|].
  split; [exact (psi_down x1 x2 Hf)|]. split; [exact (psi_up_2 x1 x2 Hf)|].
  intros pref Hp. rewrite <- !nfix_h_F by exact Hp. exact (nfix_cases x1 x2 Hf _).
Qed.

End Count.
