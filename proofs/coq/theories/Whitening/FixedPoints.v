(** The number of fixed points for a smoothed whitening factor, read off the shape of
    psi x = x - g x / beta: increasing, or increasing, decreasing, increasing with turning
    points 0 < x1 < x2 (the folds).  [nfix f n] says that f has exactly n fixed points. *)

Require Import Reals Lra Psatz List FinFun.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence Folds.
Import ListNotations.
Open Scope R_scope.

Definition nfix (f : R -> R) (n : nat) : Prop :=
  exists l, NoDup l /\ length l = n /\ forall x, In x l <-> fixpt f x.

Lemma nfix_unique f n m : nfix f n -> nfix f m -> n = m.
Proof.
  intros [l [Dl [<- Hl]]] [k [Dk [<- Hk]]].
  apply Nat.le_antisymm; apply NoDup_incl_length; auto;
    intros x Hx; apply Hl in Hx || apply Hk in Hx; apply Hl || apply Hk; exact Hx.
Qed.

(** The fixed points of h and of f correspond through sigma. *)
Lemma nfix_h_F W pref beta n : 0 < pref < 1 ->
  nfix (FW W (logit pref) beta) n <-> nfix (hW W pref beta) n.
Proof.
  intros Hp. split; intros [l [Dl [Ll Hl]]].
  - exists (map sigma l). split; [|split].
    + apply Injective_map_NoDup; [|exact Dl]. intros x y. apply sigma_inj.
    + now rewrite map_length.
    + intros p. rewrite in_map_iff. split.
      * intros [x [<- Hx]]. apply fixpt_x; [exact Hp|]. now apply Hl.
      * intros E. destruct (fixpt_p W pref beta Hp p E) as [Ex [Hp' Es]].
        exists (logit p). split; [now apply sigma_logit | now apply Hl].
  - exists (map logit l).
    assert (R : forall p, In p l -> 0 < p < 1).
    { intros p Hi. apply Hl in Hi. now apply (fixpt_p W pref beta Hp p). }
    split; [|split].
    + clear Ll Hl. induction Dl as [|p l' Hn Dl IH]; simpl; constructor.
      * rewrite in_map_iff. intros [q [E Hq]]. apply logit_inj in E.
        { now subst. } { apply R; now right. } { apply R; now left. }
      * apply IH. intros q Hq. apply R. now right.
    + now rewrite map_length.
    + intros x. rewrite in_map_iff. split.
      * intros [p [<- Hi]]. apply Hl in Hi. now apply (fixpt_p W pref beta Hp p).
      * intros E. apply fixpt_x in E; [|exact Hp].
        exists (sigma x). split; [apply logit_sigma | now apply Hl].
Qed.

Section Count.
Variables (W dg : R -> R) (beta : R).
Hypothesis HW : whitening W dg.
Hypothesis Sm : smoothed W dg.
Hypothesis Hbeta : 0 < beta.
Let psi := psiW W beta.

Lemma psi_up_right (x0 : R) : exists m, forall x, m <= x -> x0 < psi x.
Proof.
  destruct (proj1 (FW_bounded W x0 beta Hbeta) (sm_bounded W dg Sm)) as [m Hm].
  exists m. intros x Hx. specialize (Hm x). unfold FW, psi, psiW in *. lra.
Qed.

Lemma psi_solve_left (x0 z : R) : x0 <= psi z -> exists x, x <= z /\ psi x = x0.
Proof.
  intros Hz. set (m := Rmin x0 z). pose proof (Rmin_l x0 z). pose proof (Rmin_r x0 z).
  destruct (ivt_seg psi m z x0) as [x [Hx E]].
  - intros x _. now apply (psi_continuity_pt W dg).
  - exact H0.
  - split; [|exact Hz]. left. pose proof (psi_below W dg beta HW Hbeta m) as Q. fold psi in Q. fold m in H. lra.
  - exists x. split; [lra|exact E].
Qed.

Lemma psi_solve_right (x0 z : R) : psi z <= x0 -> exists x, z <= x /\ psi x = x0.
Proof.
  intros Hz. destruct (psi_up_right x0) as [k Hk]. set (m := Rmax k z).
  pose proof (Rmax_l k z). pose proof (Rmax_r k z).
  destruct (ivt_seg psi z m x0) as [x [Hx E]].
  - intros x _. now apply (psi_continuity_pt W dg).
  - exact H0.
  - split; [exact Hz|]. left. apply Hk. exact H.
  - exists x. split; [lra|exact E].
Qed.

Lemma nfix_increasing (x0 : R) : (forall x y, x < y -> psi x < psi y) -> nfix (FW W x0 beta) 1.
Proof.
  intros Inc. destruct (psi_up_right x0) as [m Hm]. destruct (psi_solve_left x0 m) as [a [_ Ea]].
  { left. apply Hm. lra. }
  exists [a]. split; [constructor; [easy | constructor]|]. split; [reflexivity|].
  intros x. rewrite fixpt_psi. fold psi. split.
  - intros [<-|[]]. exact Ea.
  - intros Ex. left. destruct (Rtotal_order a x) as [L|[L|L]]; [|exact L|];
      pose proof (Inc _ _ L); lra.
Qed.

Section Small.
Variables x1 x2 : R.
Hypothesis Hf : foldsW dg beta x1 x2.

Let psi_up_1 : forall x y, x < y -> y <= x1 -> psi x < psi y :=
  psi_lower W dg beta HW Hbeta Sm x1 x2 Hf.
Let psi_down : forall x y, x1 <= x -> x < y -> y <= x2 -> psi y < psi x :=
  psi_middle W dg beta HW Hbeta Sm x1 x2 Hf.
Let psi_up_2 : forall x y, x2 <= x -> x < y -> psi x < psi y :=
  psi_upper W dg beta HW Hbeta Sm x1 x2 Hf.

Lemma folds_psi : psi x2 < psi x1.
Proof. assert (Hx := proj1 Hf). apply psi_down; lra. Qed.

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
  intros Hx. assert (Hx12 := proj1 Hf).
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
  intros H. assert (Hx12 := proj1 Hf).
  destruct (psi_solve_left x0 x1 ltac:(lra)) as [a [Ha Ea]].
  destruct (psi_solve_right x0 x2 ltac:(lra)) as [c [Hc Ec]].
  destruct (ivt_seg (fun x => - psi x) x1 x2 (- x0)) as [b [Hb Eb]]; try lra.
  { intros x _. now apply continuity_pt_opp, (psi_continuity_pt W dg). }
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

Lemma nfix_3 (x0 : R) : psi x2 < x0 < psi x1 -> nfix (FW W x0 beta) 3.
Proof.
  intros H. destruct (three_fixpts x0 H) as [a [b [c [H1 [H2 E]]]]].
  exists [a; b; c]. split; [|split; [reflexivity|]].
  - repeat constructor; simpl; intros K; decompose [or] K; try lra; easy.
  - intros x. rewrite fixpt_psi. fold psi. rewrite E. simpl. intuition congruence.
Qed.

Lemma two_list (x0 a c : R) : a <> c -> (forall x, psi x = x0 <-> x = a \/ x = c) ->
  nfix (FW W x0 beta) 2.
Proof.
  intros Hac E. exists [a; c]. split; [|split; [reflexivity|]].
  - repeat constructor; simpl; intros K; decompose [or] K; try lra; easy.
  - intros x. rewrite fixpt_psi. fold psi. rewrite E. simpl. intuition congruence.
Qed.

Lemma nfix_2_top (x0 : R) : x0 = psi x1 -> nfix (FW W x0 beta) 2.
Proof.
  intros H. pose proof folds_psi as Hp. assert (Hx12 := proj1 Hf).
  destruct (psi_solve_right x0 x2 ltac:(lra)) as [c [Hc Ec]].
  apply (two_list x0 x1 c); [lra|]. intros x. split; [|intros [-> | ->]; lra].
  intros E. destruct (Rle_lt_dec x x1) as [Q|Q]; [|destruct (Rle_lt_dec x x2) as [Q'|Q']].
  - left. apply psi_inj_1; lra.
  - left. apply psi_inj_mid; lra.
  - right. apply psi_inj_2; lra.
Qed.

Lemma nfix_2_bottom (x0 : R) : x0 = psi x2 -> nfix (FW W x0 beta) 2.
Proof.
  intros H. pose proof folds_psi as Hp. assert (Hx12 := proj1 Hf).
  destruct (psi_solve_left x0 x1 ltac:(lra)) as [a [Ha Ea]].
  apply (two_list x0 a x2); [lra|]. intros x. split; [|intros [-> | ->]; lra].
  intros E. destruct (Rle_lt_dec x x1) as [Q|Q]; [|destruct (Rle_lt_dec x x2) as [Q'|Q']].
  - left. apply psi_inj_1; lra.
  - right. apply psi_inj_mid; lra.
  - right. apply psi_inj_2; lra.
Qed.

Lemma nfix_1 (x0 : R) : x0 < psi x2 \/ psi x1 < x0 -> nfix (FW W x0 beta) 1.
Proof.
  intros H. pose proof folds_psi as Hp. assert (Hx12 := proj1 Hf).
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
  (nfix (FW W x0 beta) 3 <-> psi x2 < x0 < psi x1) /\
  (nfix (FW W x0 beta) 2 <-> x0 = psi x1 \/ x0 = psi x2) /\
  (nfix (FW W x0 beta) 1 <-> x0 < psi x2 \/ psi x1 < x0).
Proof.
  pose proof folds_psi as Hp.
  assert (T : psi x2 < x0 < psi x1 \/ (x0 = psi x1 \/ x0 = psi x2) \/
              (x0 < psi x2 \/ psi x1 < x0)) by lra.
  destruct T as [T|[T|T]].
  - pose proof (nfix_3 x0 T) as N.
    split; [tauto|]. split; split; intros K; try lra; pose proof (nfix_unique _ _ _ N K); lia.
  - assert (N : nfix (FW W x0 beta) 2)
      by (destruct T; [now apply nfix_2_top | now apply nfix_2_bottom]).
    split; [|split; [tauto|]]; split; intros K; try lra;
      pose proof (nfix_unique _ _ _ N K); lia.
  - pose proof (nfix_1 x0 T) as N.
    split; [|split; [|tauto]]; split; intros K; try lra;
      pose proof (nfix_unique _ _ _ N K); lia.
Qed.

End Small.

(** D3, any smoothed factor, increasing psi: exactly one fixed point, for every p_ref. *)
Theorem one_fixed_point : (forall x y, x < y -> psi x < psi y) ->
  forall pref, 0 < pref < 1 -> nfix (hW W pref beta) 1.
Proof. intros Inc pref Hp. apply nfix_h_F; [exact Hp|]. now apply nfix_increasing. Qed.

(** D3, any smoothed factor, beta below some slope: psi increases up to x1, decreases on
    [x1, x2] and increases from x2 on, 0 < x1 < x2; h has 3 fixed points iff
    psi x2 < x0 < psi x1, 2 iff x0 is psi x1 or psi x2, and 1 otherwise (x0 = logit p_ref). *)
Theorem number_of_fixed_points : forall top, 0 < top -> beta < dg top ->
  exists x1 x2, 0 < x1 < x2 /\
    (forall x y, x < y -> y <= x1 -> psi x < psi y) /\
    (forall x y, x1 <= x -> x < y -> y <= x2 -> psi y < psi x) /\
    (forall x y, x2 <= x -> x < y -> psi x < psi y) /\
    (forall pref, 0 < pref < 1 ->
       (nfix (hW W pref beta) 3 <-> psi x2 < logit pref < psi x1) /\
       (nfix (hW W pref beta) 2 <-> logit pref = psi x1 \/ logit pref = psi x2) /\
       (nfix (hW W pref beta) 1 <-> logit pref < psi x2 \/ psi x1 < logit pref)).
Proof.
  intros top Pt Hm. destruct (folds_exist W dg beta HW Hbeta Sm top Pt Hm) as [x1 [x2 [Hf _]]].
  exists x1, x2. split; [apply Hf|]. split; [exact (psi_lower W dg beta HW Hbeta Sm x1 x2 Hf)|].
  split; [exact (psi_middle W dg beta HW Hbeta Sm x1 x2 Hf)|].
  split; [exact (psi_upper W dg beta HW Hbeta Sm x1 x2 Hf)|].
  intros pref Hp. rewrite <- !nfix_h_F by exact Hp. exact (nfix_cases x1 x2 Hf _).
Qed.
End Count.
