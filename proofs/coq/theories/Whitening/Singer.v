(** At most two attracting cycles (claim F16), from Singer's theorem as a hypothesis.

    [singer_theorem] states the theorem of Singer (1978) for three times continuously
    differentiable maps of a compact interval with one critical point and negative
    Schwarzian derivative elsewhere.  It is not proved here: every theorem below has it as an
    explicit hypothesis. *)

Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Unsmoothed Require Import Schwarzian.
From GrpoProofs.Unimodal Require Import EvenMap RightHalf.
From GrpoProofs.Computation Require Import AttractingCycle LiYorke.
From GrpoProofs.Whitening Require Import Recurrence Folds.
Open Scope R_scope.

(** p is periodic with period n (not necessarily the least one) and attracts a neighbourhood. *)
Definition attracting (f : R -> R) (n : nat) (p : R) : Prop :=
  (0 < n)%nat /\ iter f p n = p /\
  exists d, 0 < d /\ forall x, Rabs (x - p) < d -> is_lim_seq (fun k => iter f x (k * n)) p.

(** The orbit of q converges to the cycle of p. *)
Definition drawn_to (f : R -> R) (n : nat) (p q : R) : Prop :=
  exists i, is_lim_seq (fun k => iter f q (k * n + i)) p.

Definition singer_theorem : Prop := forall (f f1 f2 f3 : R -> R) (a b c : R),
  a < c < b -> (forall x, a <= x <= b -> a <= f x <= b) ->
  (forall x, is_derive f x (f1 x)) -> (forall x, is_derive f1 x (f2 x)) ->
  (forall x, is_derive f2 x (f3 x)) -> (forall x, continuity_pt f3 x) ->
  (forall x, a <= x <= b -> (f1 x = 0 <-> x = c)) ->
  (forall x, a <= x <= b -> x <> c -> schwarzian (f1 x) (f2 x) (f3 x) < 0) ->
  forall n p, a <= p <= b -> attracting f n p ->
  drawn_to f n p a \/ drawn_to f n p b \/ drawn_to f n p c.

Lemma drawn_from_image f n p q : drawn_to f n p (f q) -> drawn_to f n p q.
Proof.
  intros [i L]. exists (S i). apply is_lim_seq_ext with (2 := L). intros k.
  replace (k * n + S i)%nat with (S (k * n + i)) by lia. now rewrite iter_shift.
Qed.

Lemma drawn_same_image f n p q r : (0 < n)%nat -> f q = f r -> drawn_to f n p q -> drawn_to f n p r.
Proof.
  intros Hn E [i L]. exists (i + n)%nat. apply is_lim_seq_incr_1 in L.
  apply is_lim_seq_ext with (2 := L). intros k.
  replace (S k * n + i)%nat with (S (k * n + i + pred n)) by lia.
  replace (k * n + (i + n))%nat with (S (k * n + i + pred n)) by lia.
  now rewrite !iter_shift, E.
Qed.

Section Convergent.
Variable f : R -> R.
Hypothesis Cont : forall x, continuity_pt f x.

Lemma iter_cont n x : continuity_pt (fun y => iter f y n) x.
Proof. now apply iter_continuous. Qed.

(** A shift of the index by j moves the limit from p to f^j p. *)
Lemma lim_iter_shift n (p q : R) i j : is_lim_seq (fun k => iter f q (k * n + i)%nat) p ->
  is_lim_seq (fun k => iter f q (k * n + (i + j))) (iter f p j).
Proof.
  intros L. apply is_lim_seq_ext with (fun k => iter f (iter f q (k * n + i)) j).
  - intros k. rewrite <- iter_add. f_equal. lia.
  - apply (is_lim_seq_continuous (fun y => iter f y j)); [apply iter_cont | exact L].
Qed.

(** If an orbit converges to c, it is drawn to no cycle but {c}. *)
Lemma drawn_to_limit n (p q c : R) : (0 < n)%nat -> drawn_to f n p q -> is_lim_seq (iter f q) c -> p = c.
Proof.
  intros Hn [i L] Lc.
  assert (S : is_lim_seq (fun k => iter f q (k * n + i)) c).
  { apply (is_lim_seq_subseq (iter f q) c (fun k => (k * n + i)%nat)); [|exact Lc].
    apply eventually_subseq. intros k. nia. }
  apply is_lim_seq_unique in L. apply is_lim_seq_unique in S. rewrite L in S. now injection S.
Qed.

(** Two cycles that draw the same orbit are the same cycle. *)
Lemma drawn_same_cycle n p n' p' q : (0 < n)%nat -> (0 < n')%nat ->
  drawn_to f n p q -> drawn_to f n' p' q -> exists j, p' = iter f p j.
Proof.
  intros Hn Hn' [i L] [i' L'].
  assert (A : is_lim_seq (fun k => iter f q (k * (n * n') + i)) p).
  { apply is_lim_seq_ext with (fun k => iter f q (k * n' * n + i)).
    - intros k. f_equal. nia.
    - apply (is_lim_seq_subseq (fun k => iter f q (k * n + i)) p (fun k => (k * n')%nat)); [|exact L].
      apply eventually_subseq. intros k. nia. }
  assert (B : is_lim_seq (fun k => iter f q (k * (n * n') + (i' + i * n'))) p').
  { apply is_lim_seq_ext with (fun k => iter f q ((k * n + i) * n' + i')).
    - intros k. f_equal. nia.
    - apply (is_lim_seq_subseq (fun k => iter f q (k * n' + i')) p' (fun k => (k * n + i)%nat)); [|exact L'].
      apply eventually_subseq. intros k. nia. }
  assert (G : (i <= i' + i * n')%nat) by nia.
  set (j := (i' + i * n' - i)%nat). exists j.
  pose proof (lim_iter_shift (n * n') p q i j A) as A'.
  replace (i + j)%nat with (i' + i * n')%nat in A' by (unfold j; lia).
  apply is_lim_seq_unique in A'. apply is_lim_seq_unique in B. rewrite A' in B. now injection B.
Qed.
End Convergent.

(** * Even unimodal maps *)

Section EvenMap.
Variables (f f1 f2 f3 : R -> R).
Hypothesis U : even_unimodal f.
Hypothesis Top : bounded_above f.
Hypothesis D1 : forall x, is_derive f x (f1 x).
Hypothesis D2 : forall x, is_derive f1 x (f2 x).
Hypothesis D3 : forall x, is_derive f2 x (f3 x).
Hypothesis C3 : forall x, continuity_pt f3 x.
Hypothesis Z1 : forall x, f1 x = 0 <-> x = 0.
Hypothesis Neg : forall x, x <> 0 -> schwarzian (f1 x) (f2 x) (f3 x) < 0.
Hypothesis Singer : singer_theorem.

(** On an invariant interval [-B, B] an attracting cycle draws the critical orbit or that of B. *)
Lemma draws_critical_or_end B n p : 0 < B -> - B <= f 0 -> f B <= B -> Rabs p <= B ->
  attracting f n p -> drawn_to f n p B \/ drawn_to f n p 0.
Proof.
  intros PB Lo Hi Hp A. assert (Hn : (0 < n)%nat) by apply A.
  destruct (Singer f f1 f2 f3 (- B) B 0) with (n := n) (p := p) as [D|[D|D]]; auto; try lra.
  - intros x Hx. split.
    + apply Rle_trans with (1 := Lo). apply (f_low f U).
    + apply Rle_trans with (2 := Hi). apply (f_abs_le f U).
      rewrite (Rabs_pos_eq B) by lra. apply Rabs_le. lra.
  - now apply Rabs_le_between.
  - left. apply (drawn_same_image f n p (- B) B Hn); [apply (f_even f U) | exact D].
Qed.

(** Without a fixed point >= 0 a cycle stays in [f 0, - f 0], which is invariant. *)
Lemma cycle_within n p : f 0 < 0 -> (forall x, - f 0 <= x -> f x < x) ->
  (0 < n)%nat -> iter f p n = p -> Rabs p <= - f 0.
Proof.
  intros H0 Down Hn E.
  assert (Lo : forall k, (0 < k)%nat -> f 0 <= iter f p k).
  { intros k Hk. destruct k as [|k]; [lia|]. apply (f_low f U). }
  apply Rabs_le. split; [rewrite Ropp_involutive, <- E; now apply Lo|].
  apply Rnot_lt_le. intros L.
  assert (H : forall k, (k <= n)%nat -> p <= iter f p (n - k) /\ ((0 < k)%nat -> p < iter f p (n - k))).
  { induction k as [|k IH]; intros Hk.
    - rewrite Nat.sub_0_r, E. split; [apply Rle_refl | lia].
    - destruct (IH ltac:(lia)) as [I1 _]. replace (n - k)%nat with (S (n - S k)) in I1 by lia.
      simpl in I1. set (r := iter f p (n - S k)) in *.
      assert (Lr : - f 0 < r).
      { apply Rnot_le_lt. intros Q. destruct (Rle_lt_dec (f 0) r) as [P|P].
        - assert (f r <= f (- f 0)).
          { apply (f_abs_le f U). rewrite (Rabs_pos_eq (- f 0)) by lra. apply Rabs_le. lra. }
          specialize (Down (- f 0) (Rle_refl _)). lra.
        - destruct (Nat.eq_dec (n - S k) 0) as [Z|Z].
          + unfold r in P. rewrite Z in P. simpl in P. lra.
          + specialize (Lo (n - S k)%nat ltac:(lia)). fold r in Lo. lra. }
      specialize (Down r (Rlt_le _ _ Lr)). split; [lra | intros _; lra]. }
  destruct (H n (Nat.le_refl n)) as [_ S]. rewrite Nat.sub_diag in S. simpl in S.
  specialize (S Hn). lra.
Qed.

(** F16, given Singer's theorem. An attracting cycle is the highest fixed point, or it
    attracts the orbit of the critical point 0. *)
Theorem attracting_cycle_cases n p : attracting f n p -> highest f p \/ drawn_to f n p 0.
Proof.
  intros At. assert (Hn : (0 < n)%nat) by apply At. assert (E : iter f p n = p) by apply At.
  destruct Top as [K HK].
  destruct (classic (exists c, 0 <= c /\ fixpt f c)) as [[c0 [P0 F0]]|No].
  - set (B := Rmax (Rmax K c0) (Rmax (Rabs p) (- f 0)) + 1).
    assert (B1 : K < B).
    { assert (Q := Rmax_l (Rmax K c0) (Rmax (Rabs p) (- f 0))). assert (Q2 := Rmax_l K c0). unfold B; lra. }
    assert (B2 : c0 < B).
    { assert (Q := Rmax_l (Rmax K c0) (Rmax (Rabs p) (- f 0))). assert (Q2 := Rmax_r K c0). unfold B; lra. }
    assert (B3 : Rabs p <= B).
    { assert (Q := Rmax_r (Rmax K c0) (Rmax (Rabs p) (- f 0))). assert (Q2 := Rmax_l (Rabs p) (- f 0)). unfold B; lra. }
    assert (B4 : - B <= f 0).
    { assert (Q := Rmax_r (Rmax K c0) (Rmax (Rabs p) (- f 0))). assert (Q2 := Rmax_r (Rabs p) (- f 0)). unfold B; lra. }
    assert (FB : f B <= B) by (specialize (HK B); lra).
    destruct (draws_critical_or_end B n p ltac:(lra) B4 FB B3 At) as [D|D]; [left | now right].
    destruct (down_orbit_lim f c0 B) as [c [Hc [Fc [Mc Lc]]]]; try lra.
    { intros u v Huv. apply (f_le f U). lra. }
    { intros u _. apply (f_cont f U). }
    { rewrite F0. lra. }
    rewrite (drawn_to_limit f n p B c Hn D Lc). split; [exact Fc|].
    intros d Fd. destruct (Rle_lt_dec c0 d) as [Q|Q]; [|lra].
    apply Mc; [|exact Fd]. split; [exact Q|]. specialize (HK d). rewrite Fd in HK. lra.
  - right.
    assert (H0 : f 0 < 0).
    { apply Rnot_le_lt. intros Q. apply No.
      destruct (fixpt_between f 0 (Rmax K 0)) as [c [Hc Fc]].
      - apply Rmax_r.
      - intros. apply (f_cont f U).
      - left. split; [exact Q|]. specialize (HK (Rmax K 0)). assert (Z := Rmax_l K 0). lra.
      - exists c. split; [lra | exact Fc]. }
    destruct (low_exists f U H0) as [a [Ha Fa]].
    assert (Down : forall x, a < x -> f x < x).
    { intros x Hx. apply (below_right f U a Fa ltac:(lra)); [exact Hx|].
      intros c Hc Fc. destruct (Rle_lt_dec 0 c) as [Q|Q]; [apply No; now exists c|].
      assert (c = a) by (apply (low_unique f U a c); auto; lra). lra. }
    destruct (draws_critical_or_end (- f 0) n p ltac:(lra) ltac:(lra)) as [D|D]; auto.
    + left. apply Down. lra.
    + apply cycle_within with n; auto. intros x Hx. apply Down. lra.
    + apply drawn_from_image.
      now apply (drawn_same_image f n p (- f 0) (f 0) Hn); [apply (f_even f U)|].
Qed.

(** F16, given Singer's theorem. At most two attracting cycles coexist: two of them, neither
    the highest fixed point, are one cycle. *)
Theorem at_most_two_attracting_cycles n p n' p' :
  attracting f n p -> attracting f n' p' -> ~ highest f p -> ~ highest f p' ->
  exists j, p' = iter f p j.
Proof.
  intros A A' H H'.
  destruct (attracting_cycle_cases n p A) as [Q|D]; [now destruct H|].
  destruct (attracting_cycle_cases n' p' A') as [Q|D']; [now destruct H'|].
  apply (drawn_same_cycle f (f_cont f U) n p n' p' 0); auto; [apply A | apply A'].
Qed.
End EvenMap.

(** F16, given Singer's theorem, for the recurrence with a bounded whitening factor. *)
Theorem whitening_attracting_cycles (W dg d2 d3 : R -> R) x0 beta :
  singer_theorem -> whitening W dg -> bounded_factor W -> 0 < beta ->
  (forall x, is_derive dg x (d2 x)) -> (forall x, is_derive d2 x (d3 x)) ->
  (forall x, continuity_pt d3 x) ->
  (forall x, x <> 0 -> schwarzian (dg x / beta) (d2 x / beta) (d3 x / beta) < 0) ->
  let f := FW W x0 beta in
  (forall n p, attracting f n p -> highest f p \/ drawn_to f n p 0) /\
  (forall n p n' p', attracting f n p -> attracting f n' p' -> ~ highest f p -> ~ highest f p' ->
     exists j, p' = iter f p j).
Proof.
  intros S HW B Hb D2 D3 C3 Neg f.
  assert (U := FW_even_unimodal W dg x0 beta HW Hb).
  assert (Top := proj1 (FW_bounded W x0 beta Hb) B).
  assert (Sc : forall (g g' : R -> R) (x : R), is_derive g x (g' x) ->
    is_derive (fun y => g y / beta) x (g' x / beta))
    by (intros g g' x D; exact (is_derive_scal_l g x (g' x) (/ beta) D)).
  assert (D1 := FW_derive W dg x0 beta HW).
  assert (C3' : forall x, continuity_pt (fun y => d3 y / beta) x).
  { intros x. apply (continuity_pt_mult d3 (fun _ => / beta)); [apply C3|].
    apply continuity_pt_const. now intros ? ?. }
  assert (Z1 : forall x, dg x / beta = 0 <-> x = 0).
  { intros x. split.
    - intros E. apply (Rmult_eq_compat_r beta) in E. unfold Rdiv in E.
      rewrite Rmult_assoc, Rinv_l in E by lra.
      destruct (Rtotal_order x 0) as [L|[L|L]]; [|exact L|].
      + assert (P := slope_neg W dg HW x L). lra.
      + assert (P := wh_slope W dg HW x L). lra.
    - intros ->. assert (O := slope_odd W dg HW 0). rewrite Ropp_0 in O.
      replace (dg 0) with 0 by lra. unfold Rdiv. ring. }
  split.
  - intros n p A.
    apply (attracting_cycle_cases f (fun x => dg x / beta) (fun x => d2 x / beta) (fun x => d3 x / beta)); auto.
  - intros n p n' p'.
    apply (at_most_two_attracting_cycles f (fun x => dg x / beta) (fun x => d2 x / beta) (fun x => d3 x / beta)); auto.
Qed.
