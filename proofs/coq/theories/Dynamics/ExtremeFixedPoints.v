(** For eps > 0 the smallest and the largest fixed point of h exist. *)

Require Import Reals Lra List.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds FixedPoints SmallEps.
Import ListNotations.
Open Scope R_scope.

Lemma list_min (l : list R) : l <> [] -> exists m, In m l /\ forall x, In x l -> m <= x.
Proof.
  induction l as [|a l IH]; [easy|]. intros _. destruct l as [|b l].
  - exists a. split; [now left|]. intros x [<-|[]]. apply Rle_refl.
  - destruct IH as [m [Hm Mm]]; [easy|]. destruct (Rle_lt_dec a m) as [Q|Q].
    + exists a. split; [now left|]. intros x [<-|Hx]; [apply Rle_refl|].
      specialize (Mm x Hx). lra.
    + exists m. split; [now right|]. intros x [<-|Hx]; [lra | now apply Mm].
Qed.

Lemma list_max (l : list R) : l <> [] -> exists m, In m l /\ forall x, In x l -> x <= m.
Proof.
  induction l as [|a l IH]; [easy|]. intros _. destruct l as [|b l].
  - exists a. split; [now left|]. intros x [<-|[]]. apply Rle_refl.
  - destruct IH as [m [Hm Mm]]; [easy|]. destruct (Rle_lt_dec m a) as [Q|Q].
    + exists a. split; [now left|]. intros x [<-|Hx]; [apply Rle_refl|].
      specialize (Mm x Hx). lra.
    + exists m. split; [now right|]. intros x [<-|Hx]; [lra | now apply Mm].
Qed.

(** D9. The smallest and the largest fixed point exist, for every eps > 0. *)
Theorem extreme_fixed_points_exist (pref beta eps : R) : 0 < pref < 1 -> 0 < beta -> 0 < eps ->
  (exists p, least_fixpt (h pref beta eps) p) /\ (exists p, greatest_fixpt (h pref beta eps) p).
Proof.
  intros Hp Hb He. destruct (at_most_three (logit pref) beta Hb eps He) as [n [_ N]].
  apply nfix_h_F in N; [|exact Hp]. destruct N as [l [_ [_ Hl]]].
  assert (Ne : l <> []).
  { destruct (psi_solve_left beta eps Hb He (logit pref)
      (logit pref + 1 / (beta * sqrt eps))) as [a [_ Ea]].
    { left. apply psi_up_right; lra. }
    assert (Fa : fixpt (h pref beta eps) (sigma a))
      by (apply fixpt_F_h; [exact Hp | now apply fixpt_psi]).
    apply Hl in Fa. intros Q. rewrite Q in Fa. exact Fa. }
  split.
  - destruct (list_min l Ne) as [m [Hm Mm]]. exists m. split; [now apply Hl|].
    intros y Hy. apply Mm. now apply Hl.
  - destruct (list_max l Ne) as [m [Hm Mm]]. exists m. split; [now apply Hl|].
    intros y Hy. apply Mm. now apply Hl.
Qed.
