(** Advantage (r - p) / (sqrt s + e), e > 0: at most two attracting cycles, given Singer's
    theorem (claim F16). *)

Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Import Recurrence Singer.
From GrpoProofs.StdPlusEps Require Import Gain Slope Orbits.
Open Scope R_scope.

Lemma d3Gstd_continuity_pt e x : 0 <= e -> continuity_pt (d3Gstd e) x.
Proof.
  intros He. pose proof (Nstd_pos e He x) as N.
  apply continuity_pt_filterlim, (ex_derive_continuous (d3Gstd e)).
  unfold d3Gstd, Nstd in *. unfold Rdiv in *. auto_derive.
  apply Rgt_not_eq. repeat apply Rmult_lt_0_compat; lra.
Qed.

(** H14 (as F16), given Singer's theorem. In log-odds (0 is p = 1/2): an attracting cycle is the
    highest fixed point, or it attracts the orbit of 0; two attracting cycles that are not the
    highest fixed point are the same cycle. *)
Theorem std_attracting_cycles x0 beta e : singer_theorem -> 0 < beta -> 0 < e ->
  let f := Fstd x0 beta e in
  (forall n p, attracting f n p -> highest f p \/ drawn_to f n p 0) /\
  (forall n p n' p', attracting f n p -> attracting f n' p' -> ~ highest f p -> ~ highest f p' ->
     exists j, p' = iter f p j).
Proof.
  intros S Hb Pe. assert (He : 0 <= e) by lra.
  apply (whitening_attracting_cycles (Wstd e) (dGstd e) (d2Gstd e) (d3Gstd e) x0 beta S
    (std_whitening e He) (Wstd_bounded e Pe) Hb (dGstd_derive e He) (d2Gstd_derive e He)).
  - intros x. now apply d3Gstd_continuity_pt.
  - intros x Hx. destruct (std_schwarzian e He beta x Hb Hx) as [-> N]. exact N.
Qed.
