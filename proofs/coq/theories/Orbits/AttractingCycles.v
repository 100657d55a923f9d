(** At most two attracting cycles for eps > 0, given Singer's theorem (claim F16). *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Schwarzian.
From GrpoProofs.Whitening Require Import Recurrence Singer.
From GrpoProofs.Orbits Require Import Success Jump.
Open Scope R_scope.

Lemma d3G_continuity_pt eps x : 0 <= eps -> continuity_pt (d3G eps) x.
Proof.
  intros He. pose proof (GD_pos eps He x) as P. pose proof (sqrt_GD_pos eps He x) as Q.
  apply continuity_pt_filterlim, (ex_derive_continuous (d3G eps)).
  unfold d3G, GD in *. unfold Rdiv in *. auto_derive. repeat split; auto.
  apply Rgt_not_eq. repeat apply Rmult_lt_0_compat; auto.
Qed.

(** F16, given Singer's theorem, for eps > 0. In log-odds (0 is p = 1/2): an attracting cycle is
    the highest fixed point, or it attracts the orbit of 0; two attracting cycles that are not the
    highest fixed point are the same cycle. *)
Theorem attracting_cycles x0 beta eps : singer_theorem -> 0 < beta -> 0 < eps ->
  let f := F x0 beta eps in
  (forall n p, attracting f n p -> highest f p \/ drawn_to f n p 0) /\
  (forall n p n' p', attracting f n p -> attracting f n' p' -> ~ highest f p -> ~ highest f p' ->
     exists j, p' = iter f p j).
Proof.
  intros S Hb Pe. assert (He : 0 <= eps) by lra.
  apply (whitening_attracting_cycles (Omega eps) (dG eps) (d2G eps) (d3G eps) x0 beta S
    (Omega_whitening eps He) (Omega_bounded eps Pe) Hb).
  - exact (second_derivative eps He).
  - exact (third_derivative eps He).
  - intros x. now apply d3G_continuity_pt.
  - intros x Hx. destruct (schwarzian_negative eps He beta x Hb Hx) as [A B]. lra.
Qed.
