(** Three facts of one-variable calculus in the form used by the closed forms
    of this folder: strict monotonicity from the sign of the derivative in the
    open interval, and the intermediate value theorem on a segment. *)

Require Import Reals Ranalysis5 Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Lemma deriv_mean (f df : R -> R) a b : a < b ->
  (forall x, a <= x <= b -> is_derive f x (df x)) ->
  exists c, a < c < b /\ f b - f a = df c * (b - a).
Proof.
  intros Hab Hd.
  destruct (MVT_cor2 f df a b Hab) as (c & E & I).
  - intros x Hx; apply is_derive_Reals, Hd; exact Hx.
  - exists c; split; [exact I | exact E].
Qed.

Lemma deriv_pos_lt (f df : R -> R) a b : a < b ->
  (forall x, a <= x <= b -> is_derive f x (df x)) ->
  (forall x, a < x < b -> 0 < df x) -> f a < f b.
Proof.
  intros Hab Hd Hp.
  destruct (deriv_mean f df a b Hab Hd) as (c & I & E).
  assert (0 < df c * (b - a)) by (apply Rmult_lt_0_compat; [apply Hp; exact I | lra]).
  lra.
Qed.

Lemma deriv_neg_lt (f df : R -> R) a b : a < b ->
  (forall x, a <= x <= b -> is_derive f x (df x)) ->
  (forall x, a < x < b -> df x < 0) -> f b < f a.
Proof.
  intros Hab Hd Hp.
  destruct (deriv_mean f df a b Hab Hd) as (c & I & E).
  assert (0 < - df c * (b - a)).
  { apply Rmult_lt_0_compat; [specialize (Hp c I); lra | lra]. }
  lra.
Qed.

Lemma deriv_continuity_pt (f : R -> R) x l : is_derive f x l -> continuity_pt f x.
Proof.
  intros H. apply derivable_continuous_pt. exists l. apply is_derive_Reals; exact H.
Qed.

Lemma ivt_up (f : R -> R) a b y : a <= b ->
  (forall x, a <= x <= b -> continuity_pt f x) -> f a <= y <= f b ->
  exists x, a <= x <= b /\ f x = y.
Proof.
  intros Hab Hc Hy.
  destruct (Req_dec a b) as [<- | Hn].
  - exists a; split; lra.
  - destruct (f_interv_is_interv f a b y) as (x & I & E); [lra | exact Hy | exact Hc |].
    exists x; split; assumption.
Qed.

Lemma ivt_down (f : R -> R) a b y : a <= b ->
  (forall x, a <= x <= b -> continuity_pt f x) -> f b <= y <= f a ->
  exists x, a <= x <= b /\ f x = y.
Proof.
  intros Hab Hc Hy.
  destruct (ivt_up (fun x => - f x) a b (- y) Hab) as (x & I & E).
  - intros x Hx. apply (continuity_pt_opp f); apply Hc; exact Hx.
  - simpl; lra.
  - exists x; split; [exact I | lra].
Qed.

(** Equalities between reals that Coquelicot states in another carrier. *)
Ltac as_real := match goal with |- ?a = ?b => change (@eq R a b) end;
  unfold plus, minus, opp, zero, one, mult, scal; simpl; unfold mult; simpl.

Lemma div_neg_pos a b : a < 0 -> 0 < b -> a / b < 0.
Proof.
  intros Ha Hb. unfold Rdiv. pose proof (Rinv_0_lt_compat b Hb). nra.
Qed.
