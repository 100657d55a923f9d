(** Certificates of convergence to a cycle, and of the absence of a limit.

    If k steps of f map an interval into itself and contract it, the interval
    contains a point c with f^k c = c, and every orbit that enters the interval
    tends to the cycle of c.  If moreover one step of f maps the interval into a
    disjoint one, such an orbit has no limit. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
Open Scope R_scope.

(** f maps [a, b] into [c, d]; f is L-Lipschitz on [a, b]. *)
Definition maps (f : R -> R) (a b c d : R) : Prop :=
  forall x, a <= x <= b -> c <= f x <= d.
Definition lipschitz (f : R -> R) (a b L : R) : Prop :=
  forall x y, a <= x <= b -> a <= y <= b -> Rabs (f x - f y) <= L * Rabs (x - y).
Definition continuous_on (f : R -> R) (a b : R) : Prop :=
  forall x, a <= x <= b -> continuity_pt f x.

Lemma lipschitz_derive f df a b L :
  (forall x, a <= x <= b -> is_derive f x (df x)) ->
  (forall x, a <= x <= b -> Rabs (df x) <= L) -> lipschitz f a b L.
Proof.
  intros D B x y Hx Hy.
  destruct (MVT_abs f df y x) as [z [E Hz]].
  - intros c Hc. apply is_derive_Reals, D. revert Hc.
    unfold Rmin, Rmax; destruct (Rle_dec y x); lra.
  - rewrite E. apply Rmult_le_compat_r; [apply Rabs_pos|]. apply B. revert Hz.
    unfold Rmin, Rmax; destruct (Rle_dec y x); lra.
Qed.

Lemma continuous_on_derive f df a b :
  (forall x, a <= x <= b -> is_derive f x (df x)) -> continuous_on f a b.
Proof.
  intros D x Hx. apply continuity_pt_filterlim, (ex_derive_continuous f).
  exists (df x). now apply D.
Qed.

Lemma maps_comp f g a b c d u v :
  maps f a b c d -> maps g c d u v -> maps (fun x => g (f x)) a b u v.
Proof. intros F G x Hx. now apply G, F. Qed.

Lemma lipschitz_comp f g a b c d L M : 0 <= M ->
  maps f a b c d -> lipschitz f a b L -> lipschitz g c d M ->
  lipschitz (fun x => g (f x)) a b (M * L).
Proof.
  intros HM F HL HM' x y Hx Hy.
  apply Rle_trans with (M * Rabs (f x - f y)); [apply HM'; now apply F|].
  rewrite Rmult_assoc. apply Rmult_le_compat_l; [exact HM | now apply HL].
Qed.

Lemma continuous_on_comp f g a b c d :
  maps f a b c d -> continuous_on f a b -> continuous_on g c d ->
  continuous_on (fun x => g (f x)) a b.
Proof.
  intros F Cf Cg x Hx. apply (continuity_pt_comp f g x); [now apply Cf|].
  now apply Cg, F.
Qed.

Section Contraction.
Variables (g : R -> R) (a b L : R).
Hypothesis Hab : a <= b.
Hypothesis HL : 0 <= L < 1.
Hypothesis Hmaps : maps g a b a b.
Hypothesis Hlip : lipschitz g a b L.
Hypothesis Hcont : continuous_on g a b.

Lemma fixed_point_inside : exists c, a <= c <= b /\ g c = c.
Proof.
  destruct (ivt_up (fun x => x - g x) a b 0 Hab) as [c [Hc E]].
  - intros x Hx. apply continuity_pt_minus; [|now apply Hcont].
    apply derivable_continuous_pt, derivable_pt_id.
  - destruct (Hmaps a ltac:(lra)), (Hmaps b ltac:(lra)). lra.
  - exists c. split; [exact Hc | lra].
Qed.

Lemma contraction_rate c x n : a <= c <= b -> g c = c -> a <= x <= b ->
  a <= iter g x n <= b /\ Rabs (iter g x n - c) <= L ^ n * (b - a).
Proof.
  intros Hc Ec Hx. induction n as [|n [IH1 IH2]]; simpl.
  - split; [exact Hx|]. rewrite Rmult_1_l. apply Rabs_le. lra.
  - split; [now apply Hmaps|]. rewrite <- Ec at 1.
    apply Rle_trans with (L * Rabs (iter g x n - c)); [now apply Hlip|].
    rewrite Rmult_assoc. apply Rmult_le_compat_l; lra.
Qed.

Lemma contraction_limit : exists c, a <= c <= b /\ g c = c /\
  forall x, a <= x <= b -> is_lim_seq (iter g x) c.
Proof.
  destruct fixed_point_inside as [c [Hc Ec]]. exists c. split; [exact Hc|].
  split; [exact Ec|]. intros x Hx.
  assert (Z : is_lim_seq (fun n => L ^ n * (b - a)) 0).
  { replace (Finite 0) with (Rbar_mult 0 (b - a)) by (simpl; f_equal; ring).
    apply is_lim_seq_scal_r, is_lim_seq_geom. rewrite Rabs_right; lra. }
  apply is_lim_seq_le_le with (fun n => c - L ^ n * (b - a)) (fun n => c + L ^ n * (b - a)).
  - intros n. destruct (contraction_rate c x n Hc Ec Hx) as [_ H].
    apply Rabs_le_between in H. lra.
  - replace (Finite c) with (Finite (c - 0)) by (f_equal; ring).
    apply (is_lim_seq_minus' (fun _ => c)); [apply is_lim_seq_const | exact Z].
  - replace (Finite c) with (Finite (c + 0)) by (f_equal; ring).
    apply (is_lim_seq_plus' (fun _ => c)); [apply is_lim_seq_const | exact Z].
Qed.
End Contraction.

Lemma iter_mult f x k n : iter (fun y => iter f y k) x n = iter f x (n * k).
Proof. induction n; simpl; [reflexivity|]. now rewrite IHn, iter_add. Qed.

Lemma iter_ext f g x n : (forall y, f y = g y) -> iter f x n = iter g x n.
Proof. intros E. induction n; simpl; [reflexivity|]. now rewrite IHn, E. Qed.

Section Cycle.
Variables (f : R -> R) (k : nat) (a b L x : R) (N : nat).
Let g (y : R) : R := iter f y k.
Hypothesis Hab : a <= b.
Hypothesis HL : 0 <= L < 1.
Hypothesis Hmaps : maps g a b a b.
Hypothesis Hlip : lipschitz g a b L.
Hypothesis Hcont : continuous_on g a b.
Hypothesis Henter : a <= iter f x N <= b.

Lemma stays_in n : a <= iter f x (n * k + N) <= b.
Proof.
  rewrite iter_add, <- iter_mult. fold g.
  apply (iter_in g (fun y => a <= y <= b)); [exact Hmaps | exact Henter].
Qed.

Lemma tends_to_cycle : exists c, a <= c <= b /\ iter f c k = c /\
  is_lim_seq (fun n => iter f x (n * k + N)) c.
Proof.
  destruct (contraction_limit g a b L Hab HL Hmaps Hlip Hcont) as [c [Hc [Ec H]]].
  exists c. split; [exact Hc|]. split; [exact Ec|].
  apply (is_lim_seq_ext (iter g (iter f x N))); [|now apply H].
  intros n. unfold g. now rewrite iter_mult, iter_add.
Qed.

Lemma no_limit c d : (0 < k)%nat -> maps f a b c d -> d < a \/ b < c ->
  ~ ex_lim_seq (iter f x).
Proof.
  intros Hk Hcd Hdis [l Hl].
  assert (A : is_lim_seq (fun n => iter f x (n * k + N)) l).
  { apply (is_lim_seq_subseq _ l (fun n => (n * k + N)%nat)); [|exact Hl].
    apply eventually_subseq. intros n. nia. }
  assert (B : is_lim_seq (fun n => iter f x (S (n * k + N))) l).
  { apply (is_lim_seq_subseq _ l (fun n => S (n * k + N)%nat)); [|exact Hl].
    apply eventually_subseq. intros n. nia. }
  assert (S1 := stays_in).
  assert (S2 : forall n, c <= iter f x (S (n * k + N)) <= d)
    by (intros n; apply Hcd, S1).
  assert (lo1 := is_lim_seq_le _ _ _ _ (fun n => proj1 (S1 n)) (is_lim_seq_const a) A).
  assert (up1 := is_lim_seq_le _ _ _ _ (fun n => proj2 (S1 n)) A (is_lim_seq_const b)).
  assert (lo2 := is_lim_seq_le _ _ _ _ (fun n => proj1 (S2 n)) (is_lim_seq_const c) B).
  assert (up2 := is_lim_seq_le _ _ _ _ (fun n => proj2 (S2 n)) B (is_lim_seq_const d)).
  destruct l as [l| |]; simpl in *; lra.
Qed.
End Cycle.
