(** The tools of [AttractingCycle] for the success map h: boxes, bounds of the
    derivative, and the resulting 2-cycles and limits. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds Shape.
From GrpoProofs.Computation Require Import IntervalZ AttractingCycle.
Open Scope R_scope.

(** Derivative of h (claim C4). *)
Definition dh (pref beta eps p : R) : R :=
  h pref beta eps p * (1 - h pref beta eps p) * (2 * p - 1) /
  (2 * beta * ((var p + eps) * sqrt (var p + eps))).

(** On [a, b] inside (0, 1) the values of h lie in [c, d] and |h'| <= L. *)
Definition h_box (pref beta eps a b c d L : R) : Prop :=
  0 < a <= b /\ b < 1 /\ maps (h pref beta eps) a b c d /\
  forall p, a <= p <= b -> Rabs (dh pref beta eps p) <= L.

(** Prove a box by bisection on p. *)
Ltac prove_h_box :=
  unfold h_box, maps; repeat split; try lra;
  let p := fresh "p" in
  match goal with |- context [dh] => intros p ?; unfold dh, h, Omega, var; zinterval_split p
  | _ => unfold h, Omega, var;
         match goal with H : _ <= ?x <= _ |- _ => zinterval_split x end end.

Section Boxes.
Variables pref beta eps : R.
Hypothesis Hp : 0 < pref < 1.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.
Let f := h pref beta eps.

Lemma h_box_derive a b c d L : h_box pref beta eps a b c d L ->
  forall p, a <= p <= b -> is_derive f p (dh pref beta eps p).
Proof.
  intros [Ha [Hb1 _]] p Hpp. apply success_map_derivative; auto.
  assert (0 < var p) by (apply var_pos; lra). lra.
Qed.

Lemma h_box_lipschitz a b c d L : h_box pref beta eps a b c d L -> lipschitz f a b L.
Proof.
  intros H. apply lipschitz_derive with (dh pref beta eps).
  - now apply h_box_derive with (1 := H).
  - apply H.
Qed.

Lemma h_box_continuous a b c d L : h_box pref beta eps a b c d L -> continuous_on f a b.
Proof. intros H. eapply continuous_on_derive, h_box_derive, H. Qed.

(** One contracting box: the orbit converges to a fixed point in it. *)
Lemma h_converges_in_box a b L x N : h_box pref beta eps a b a b L -> 0 <= L < 1 ->
  a <= iter f x N <= b ->
  exists c, a <= c <= b /\ fixpt f c /\ is_lim_seq (iter f x) c.
Proof.
  intros H HL HN. assert (Hab : a <= b) by apply H.
  destruct (contraction_limit f a b L Hab HL) as [c [Hc [Ec Lc]]].
  - apply H.
  - apply (h_box_lipschitz _ _ _ _ _ H).
  - apply (h_box_continuous _ _ _ _ _ H).
  - exists c. split; [exact Hc|]. split; [exact Ec|].
    apply (is_lim_seq_incr_n _ N). specialize (Lc _ HN).
    apply (is_lim_seq_ext (iter f (iter f x N))); [|exact Lc].
    intros n. now rewrite IterLemmas.iter_add.
Qed.

(** Two boxes that h exchanges with contraction: an attracting 2-cycle, to which
    the orbit converges, so that the orbit itself has no limit. *)
Lemma h_two_boxes a b c d L M x N :
  h_box pref beta eps a b c d L -> h_box pref beta eps c d a b M ->
  0 <= L -> 0 <= M -> M * L < 1 -> b < c -> a <= iter f x N <= b ->
  (exists u v, a <= u <= b /\ c <= v <= d /\ two_cycle f u v /\
     Rabs (dh pref beta eps v * dh pref beta eps u) <= M * L /\
     is_lim_seq (fun n => iter f x (n * 2 + N)) u /\
     is_lim_seq (fun n => iter f x (S (n * 2 + N))) v) /\
  ~ ex_lim_seq (iter f x).
Proof.
  intros B1 B2 HL HM HML Hbc HN.
  assert (Hab : a <= b) by apply B1.
  assert (Mp : maps (fun y => iter f y 2) a b a b).
  { apply (maps_comp f f a b c d a b); [apply B1 | apply B2]. }
  assert (Lp : lipschitz (fun y => iter f y 2) a b (M * L)).
  { apply (lipschitz_comp f f a b c d L M HM); [apply B1 | |].
    - apply (h_box_lipschitz _ _ _ _ _ B1).
    - apply (h_box_lipschitz _ _ _ _ _ B2). }
  assert (Cp : continuous_on (fun y => iter f y 2) a b).
  { apply (continuous_on_comp f f a b c d); [apply B1 | |].
    - apply (h_box_continuous _ _ _ _ _ B1).
    - apply (h_box_continuous _ _ _ _ _ B2). }
  assert (HK : 0 <= M * L < 1) by (split; [now apply Rmult_le_pos | exact HML]).
  split.
  - destruct (tends_to_cycle f 2 a b (M * L) x N Hab HK Mp Lp Cp HN) as [u [Hu [Eu Lu]]].
    exists u, (f u). assert (Hv : c <= f u <= d) by now apply B1.
    split; [exact Hu|]. split; [exact Hv|]. split; [repeat split; [lra | exact Eu]|].
    split; [|split; [exact Lu|]].
    + rewrite Rabs_mult. apply Rmult_le_compat; try apply Rabs_pos; [now apply B2 | now apply B1].
    + apply (is_lim_seq_continuous f _ u); [|exact Lu].
      now apply (h_box_continuous _ _ _ _ _ B1).
  - apply (no_limit f 2 a b x N Mp HN c d); [lia | apply B1 | now right].
Qed.
End Boxes.
