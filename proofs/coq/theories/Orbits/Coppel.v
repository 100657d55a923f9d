(** Coppel's lemma: a continuous map of a compact interval into itself without
    genuine 2-cycles has only convergent orbits.  First, a point that moves up
    never returns below itself; then the points of an orbit that move up
    increase, those that move down decrease, and their two limits would form a
    2-cycle if they differed. *)

Require Import Reals Lra Lia Classical Ranalysis5.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
Open Scope R_scope.

Section Up.
Variables (f : R -> R) (l u : R).
Hypothesis cont : forall x, l <= x <= u -> continuity_pt f x.
Hypothesis inv : forall x, l <= x <= u -> l <= f x <= u.
Hypothesis no2 : forall x, l <= x <= u -> f (f x) = x -> f x = x.

Lemma iter_inv : forall x n, l <= x <= u -> l <= iter f x n <= u.
Proof. intros. apply (iter_in f (fun y => l <= y <= u)); auto. Qed.

Lemma up_two : forall x, l <= x <= u -> x < f x -> x < f (f x).
Proof.
  intros x Hx Up. apply Rnot_le_lt. intro N.
  assert (Lt : f (f x) < x).
  { destruct (Req_dec (f (f x)) x) as [E|]; [apply no2 in E; lra | lra]. }
  destruct (last_zero (fun y => f (f y) - y) l x) as [t [Ht [Et Neg]]]; try lra.
  - intros y Hy. apply continuity_pt_sub_id.
    apply (continuity_pt_comp f f y); apply cont; [lra | apply inv; lra].
  - destruct (inv (f l)); [apply inv; lra | lra].
  - assert (Ft : f t = t) by (apply no2; lra).
    assert (UpAll : forall y, t < y <= x -> y < f y).
    { intros y Hy. apply Rnot_le_lt. intro Ny.
      destruct (fixpt_between f y x) as [z [Hz Fz]]; try lra.
      - intros; apply cont; lra.
      - assert (f (f z) - z < 0) by (apply Neg; lra). rewrite Fz in H. rewrite Fz in H. lra. }
    destruct (continuity_pt_eps f t (x - t)) as [d [Hd H]]; [apply cont; lra | lra |].
    pose (y := t + Rmin (d / 2) ((x - t) / 2)).
    assert (Hm : 0 < Rmin (d / 2) ((x - t) / 2)) by (apply Rmin_glb_lt; lra).
    assert (Hm1 := Rmin_l (d / 2) ((x - t) / 2)). assert (Hm2 := Rmin_r (d / 2) ((x - t) / 2)).
    assert (Hy : t < y < x) by (unfold y; lra).
    assert (Hd' : Rabs (y - t) < d) by (rewrite Rabs_pos_eq; unfold y; lra).
    apply H in Hd'. rewrite Ft in Hd'. apply Rabs_def2 in Hd'.
    assert (y < f y) by (apply UpAll; lra).
    assert (f y < f (f y)) by (apply UpAll; lra).
    assert (f (f y) - y < 0) by (apply Neg; lra). lra.
Qed.

(** A point that moves up stays below its whole future. *)
Lemma up_forever : forall n x, l <= x <= u -> x < f x -> (1 <= n)%nat -> x < iter f x n.
Proof.
  induction n as [n IH] using (well_founded_induction lt_wf).
  intros x Hx Up Hn. apply Rnot_le_lt. intro N.
  destruct n as [|[|m]]; [lia | simpl in N; lra |].
  set (y := iter f x (S m)).
  assert (Iy : l <= y <= u) by (apply iter_inv; auto).
  assert (Hy : x < y) by (apply IH; auto; lia).
  assert (Fy : f y <= x) by exact N.
  assert (Down : forall k, (k <= m)%nat -> iter f x (S m) <= iter f x (S (m - k))).
  { induction k; intro Hk; [replace (m - 0)%nat with m by lia; lra|].
    eapply Rle_trans; [apply IHk; lia|].
    replace (S (m - k)) with (S (S (m - S k))) by lia.
    apply Rnot_lt_le. intro N2.
    assert (Z : iter f x (S (m - S k)) < iter f (iter f x (S (m - S k))) (S k)).
    { apply IH; try lia; [apply iter_inv; auto | exact N2]. }
    rewrite <- iter_add in Z. replace (S k + S (m - S k))%nat with (S m) in Z by lia.
    assert (Z2 : iter f x (S (m - S k)) < iter f (iter f x (S (m - S k))) (S (S k))).
    { apply IH; try lia; [apply iter_inv; auto | exact N2]. }
    rewrite <- iter_add in Z2. replace (S (S k) + S (m - S k))%nat with (S (S m)) in Z2 by lia.
    assert (x < iter f x (S (m - S k))) by (apply IH; auto; lia). lra. }
  assert (Top : y <= f x).
  { specialize (Down m (le_n m)). replace (m - m)%nat with 0%nat in Down by lia. exact Down. }
  destruct (fixpt_between f x y) as [z [Hz Fz]]; try lra.
  { intros; apply cont; lra. }
  destruct (ivt_down f x z y) as [w [Hw Fw]]; try lra.
  { intros; apply cont; lra. }
  assert (w < f (f w)). { apply up_two; try lra. destruct (Req_dec z y); [subst; lra | lra]. }
  rewrite Fw in H. lra.
Qed.
End Up.

Section Coppel.
Variables (f : R -> R) (l u : R).
Hypothesis cont : forall x, l <= x <= u -> continuity_pt f x.
Hypothesis inv : forall x, l <= x <= u -> l <= f x <= u.
Hypothesis no2 : forall x, l <= x <= u -> f (f x) = x -> f x = x.

Lemma iter_reflect : forall x n, iter (fun y => - f (- y)) (- x) n = - iter f x n.
Proof. induction n; simpl; [reflexivity|]. rewrite IHn. now rewrite Ropp_involutive. Qed.

Lemma down_forever : forall n x, l <= x <= u -> f x < x -> (1 <= n)%nat -> iter f x n < x.
Proof.
  intros n x Hx Dn Hn.
  assert (Z : - x < iter (fun y => - f (- y)) (- x) n).
  { apply (up_forever (fun y => - f (- y)) (- u) (- l)); auto.
    - intros y Hy. apply continuity_pt_opp.
      apply (continuity_pt_comp (fun y => - y) f y).
      + apply continuity_pt_opp, derivable_continuous_pt, derivable_pt_id.
      + apply cont. lra.
    - intros y Hy. assert (Q : l <= - y <= u) by lra. apply inv in Q. lra.
    - intros y Hy E. rewrite Ropp_involutive in E.
      assert (f (- y) = - y) by (apply no2; lra). lra.
    - lra.
    - rewrite Ropp_involutive. lra. }
  rewrite iter_reflect in Z. lra.
Qed.

Variable x : R.
Hypothesis Hx : l <= x <= u.
Let v := iter f x.

Lemma v_in : forall n, l <= v n <= u.
Proof. intro. apply iter_inv; auto. Qed.

Lemma v_up : forall n m, v n < v (S n) -> (n < m)%nat -> v n < v m.
Proof.
  intros n m H Hm. unfold v. replace m with ((m - n) + n)%nat by lia. rewrite iter_add.
  apply (up_forever f l u); auto; [apply v_in | lia].
Qed.

Lemma v_down : forall n m, v (S n) < v n -> (n < m)%nat -> v m < v n.
Proof.
  intros n m H Hm. unfold v. replace m with ((m - n) + n)%nat by lia. rewrite iter_add.
  apply down_forever; auto; [apply v_in | lia].
Qed.

Lemma eventually_monotone_converges : forall N,
  (forall n, (N <= n)%nat -> v n <= v (S n)) \/ (forall n, (N <= n)%nat -> v (S n) <= v n) ->
  exists c : R, is_lim_seq v c.
Proof.
  intros N [H|H].
  - destruct (ex_finite_lim_seq_incr (fun n => v (n + N)%nat) u) as [c Hc].
    + intro n. apply (H (n + N)%nat). lia.
    + intro n. apply v_in.
    + exists c. eapply lim_shift. exact Hc.
  - destruct (ex_finite_lim_seq_decr (fun n => v (n + N)%nat) l) as [c Hc].
    + intro n. apply (H (n + N)%nat). lia.
    + intro n. apply v_in.
    + exists c. eapply lim_shift. exact Hc.
Qed.

(** Either the orbit converges, or it changes direction infinitely often, both ways. *)
Lemma switches : (exists c : R, is_lim_seq v c) \/
  ((forall n, v (S n) <> v n) /\
   (forall N, exists n, (N <= n)%nat /\ v n < v (S n) /\ v (S (S n)) < v (S n)) /\
   (forall N, exists n, (N <= n)%nat /\ v (S n) < v n /\ v (S n) < v (S (S n)))).
Proof.
  destruct (classic (exists c : R, is_lim_seq v c)) as [|NC]; [left; auto | right].
  assert (NF : forall n, v (S n) <> v n).
  { intros n E. apply NC. exists (v n). apply (lim_shift _ n).
    apply is_lim_seq_ext with (fun _ => v n); [|apply is_lim_seq_const].
    intro m. unfold v. symmetry. rewrite iter_add. apply iter_fixpt. exact E. }
  split; [exact NF|].
  assert (NE : forall N, ~ ((forall n, (N <= n)%nat -> v n <= v (S n)) \/
                            (forall n, (N <= n)%nat -> v (S n) <= v n))).
  { intros N H. apply NC. apply (eventually_monotone_converges N H). }
  split; intro N; apply NNPP; intro NN.
  - apply (NE N). destruct (classic (exists k, (N <= k)%nat /\ v k < v (S k))) as [[k [Hk Hu]]|No].
    + exfalso. apply (NE k). left. intros n Hn.
      assert (Hs : v n < v (S n)); [|lra].
      induction Hn as [|m Hm IHHn]; [exact Hu|]. apply Rnot_le_lt. intro Hle.
      apply NN. exists m. split; [lia|]. split; [exact IHHn|].
      assert (Z := NF (S m)). lra.
    + right. intros n Hn. apply Rnot_lt_le. intro. apply No. exists n; auto.
  - apply (NE N). destruct (classic (exists k, (N <= k)%nat /\ v (S k) < v k)) as [[k [Hk Hu]]|No].
    + exfalso. apply (NE k). right. intros n Hn.
      assert (Hs : v (S n) < v n); [|lra].
      induction Hn as [|m Hm IHHn]; [exact Hu|]. apply Rnot_le_lt. intro Hle.
      apply NN. exists m. split; [lia|]. split; [exact IHHn|].
      assert (Z := NF (S m)). lra.
    + left. intros n Hn. apply Rnot_lt_le. intro. apply No. exists n; auto.
Qed.

(** If the points come arbitrarily near p while their successors come near q, then f p = q. *)
Lemma near_image : forall p q, l <= p <= u ->
  (forall d, 0 < d -> exists n, Rabs (v n - p) < d /\ Rabs (v (S n) - q) < d) -> f p = q.
Proof.
  intros p q Hp H. apply NNPP. intro Ne.
  assert (Pos : 0 < Rabs (f p - q) / 2).
  { assert (0 < Rabs (f p - q)); [|lra]. apply Rabs_pos_lt. intro E. apply Ne. lra. }
  destruct (continuity_pt_eps f p _ (cont p Hp) Pos) as [d [Hd C]].
  destruct (H (Rmin d (Rabs (f p - q) / 2))) as [n [H1 H2]]; [apply Rmin_glb_lt; lra|].
  assert (M1 := Rmin_l d (Rabs (f p - q) / 2)). assert (M2 := Rmin_r d (Rabs (f p - q) / 2)).
  assert (Z : Rabs (f (v n) - f p) < Rabs (f p - q) / 2) by (apply C; lra).
  change (v (S n)) with (f (v n)) in H2.
  assert (T := Rabs_triang (f p - f (v n)) (f (v n) - q)).
  replace (f p - f (v n) + (f (v n) - q)) with (f p - q) in T by ring.
  rewrite (Rabs_minus_sym (f p) (f (v n))) in T. lra.
Qed.

Lemma orbit_converges : exists c : R, is_lim_seq v c.
Proof.
  destruct switches as [|[NF [UD DU]]]; [auto|].
  destruct (UD 0%nat) as [n0 [_ [Un0 _]]]. destruct (DU 0%nat) as [m0 [_ [Dm0 _]]].
  assert (Sep : forall n m, v n < v (S n) -> v (S m) < v m -> v n < v m).
  { intros n m Hn Hm. destruct (Nat.lt_trichotomy n m) as [L|[E|L]].
    - now apply v_up.
    - subst. lra.
    - now apply v_down. }
  destruct (completeness (fun y => exists n, v n < v (S n) /\ y = v n)) as [p [Pub Plub]].
  { exists u. intros y [n [_ ->]]. apply v_in. } { exists (v n0); eauto. }
  destruct (completeness (fun y => exists n, v (S n) < v n /\ y = - v n)) as [q' [Qub Qlub]].
  { exists (- l). intros y [n [_ ->]]. assert (Z := v_in n). lra. } { exists (- v m0); eauto. }
  set (q := - q').
  assert (Pn : forall n, v n < v (S n) -> v n <= p) by (intros; apply Pub; eauto).
  assert (Qn : forall n, v (S n) < v n -> q <= v n).
  { intros n H. assert (- v n <= q') by (apply Qub; eauto). unfold q; lra. }
  assert (PQ : p <= q).
  { apply Plub. intros y [n [Hn ->]].
    assert (q' <= - v n); [|unfold q; lra]. apply Qlub. intros z [m [Hm ->]].
    assert (Z := Sep n m Hn Hm). lra. }
  assert (Pnear : forall d, 0 < d -> exists N, forall n, (N <= n)%nat -> v n < v (S n) -> Rabs (v n - p) < d).
  { intros d Hd. assert (E : exists n, v n < v (S n) /\ p - d < v n).
    { apply NNPP. intro No. assert (p <= p - d); [|lra]. apply Plub. intros y [n [Hn ->]].
      apply Rnot_lt_le. intro. apply No. exists n. split; auto. }
    destruct E as [N [HN HN']]. exists (S N). intros n Hn Un.
    assert (v N < v n) by (apply v_up; auto). assert (v n <= p) by auto.
    apply Rabs_def1; lra. }
  assert (Qnear : forall d, 0 < d -> exists N, forall n, (N <= n)%nat -> v (S n) < v n -> Rabs (v n - q) < d).
  { intros d Hd. assert (E : exists n, v (S n) < v n /\ v n < q + d).
    { apply NNPP. intro No. assert (q' <= q' - d); [|lra]. apply Qlub. intros y [n [Hn ->]].
      apply Rnot_lt_le. intro. apply No. exists n. split; auto. unfold q; lra. }
    destruct E as [N [HN HN']]. exists (S N). intros n Hn Un.
    assert (v n < v N) by (apply v_down; auto). assert (q <= v n) by auto.
    apply Rabs_def1; lra. }
  assert (Ip : l <= p <= u).
  { split; [|apply Plub; intros y [n [_ ->]]; apply v_in].
    apply Rle_trans with (v n0); [apply v_in | auto]. }
  assert (Iq : l <= q <= u).
  { split; [lra|]. apply Rle_trans with (v m0); [auto | apply v_in]. }
  assert (Fp : f p = q).
  { apply near_image; [exact Ip|]. intros d Hd.
    destruct (Pnear d Hd) as [N1 H1]. destruct (Qnear d Hd) as [N2 H2].
    destruct (UD (N1 + N2)%nat) as [n [Hn [Un Dn]]].
    exists n. split; [apply H1; auto; lia | apply H2; auto; lia]. }
  assert (Fq : f q = p).
  { apply near_image; [exact Iq|]. intros d Hd.
    destruct (Pnear d Hd) as [N1 H1]. destruct (Qnear d Hd) as [N2 H2].
    destruct (DU (N1 + N2)%nat) as [n [Hn [Un Dn]]].
    exists n. split; [apply H2; auto; lia | apply H1; auto; lia]. }
  assert (E : p = q). { rewrite <- Fp. symmetry. apply no2; auto. now rewrite Fp. }
  exists p. apply is_lim_seq_spec. intros [d Hd].
  destruct (Pnear d Hd) as [N1 H1]. destruct (Qnear d Hd) as [N2 H2].
  exists (N1 + N2)%nat. intros n Hn. simpl.
  destruct (Rtotal_order (v n) (v (S n))) as [L|[Eq|L]].
  - apply H1; auto; lia.
  - exfalso. apply (NF n). now symmetry.
  - rewrite E. apply H2; auto; lia.
Qed.

(** Coppel's lemma: every orbit converges to a fixed point in the interval. *)
Theorem coppel : exists c : R, l <= c <= u /\ f c = c /\ is_lim_seq (iter f x) c.
Proof.
  destruct orbit_converges as [c Hc].
  assert (Ic : l <= c <= u).
  { split.
    - apply (is_lim_seq_le (fun _ => l) v l c); [intro; apply v_in | apply is_lim_seq_const | exact Hc].
    - apply (is_lim_seq_le v (fun _ => u) c u); [intro; apply v_in | exact Hc | apply is_lim_seq_const]. }
  exists c. split; [exact Ic|]. split; [|exact Hc].
  apply limit_is_fixpt with x; auto.
Qed.
End Coppel.
