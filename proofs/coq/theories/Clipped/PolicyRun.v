(** The clipped iteration of policies realises the clipped success map: along a clipped run
    that starts with the within-class conditionals of the reference, the probabilities of
    success are the iterates of [clipped_h]. *)

Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Policy Gibbs Classes ClippedClass.
From GrpoProofs.Clipped Require Import Map ClosedForm Comparison.
Open Scope R_scope.

Lemma unique_argmax_inj : forall f x y, unique_argmax f x -> unique_argmax f y -> x = y.
Proof.
  intros f x y [Ix [Mx Ux]] [Iy [My _]]. symmetry. apply Ux; [exact Iy | now apply My].
Qed.

(** The orbit of [clipped_h] in log-odds. *)
Lemma clipped_orbit_log_odds : forall elo ehi pref beta eps p, 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  0 < p < 1 -> forall k,
  iter (clipped_h elo ehi pref beta eps) p k
    = sigma (iter (clipped_F elo ehi (logit pref) beta eps) (logit p) k).
Proof.
  intros elo ehi pref beta eps p Hpref Hb He Hp k. induction k as [|k IH]; simpl.
  - symmetry. now apply sigma_logit.
  - rewrite IH, sigma_C by assumption. now rewrite sigma_logit.
Qed.

(** J3, iterated. Along a clipped run whose first policy and whose reference are mixtures of
    the same within-class conditionals, p_(k+1) = clipped_h p_k for every k. *)
Theorem clipped_run_follows_map : forall n r eps beta elo ehi pref pstart mu ref pis,
  conditionals n r mu -> positive n mu -> 0 < pref < 1 -> 0 < pstart < 1 ->
  0 < beta -> 0 <= elo <= 1 -> 0 <= ehi -> 0 <= eps ->
  same n ref (mix r pref mu) -> same n (pis O) (mix r pstart mu) ->
  clip_run n r eps beta elo ehi ref pis ->
  forall k, success n r (pis k) = iter (clipped_h elo ehi pref beta eps) pstart k /\
    success n r (pis k)
      = sigma (iter (clipped_F elo ehi (logit pref) beta eps) (logit pstart) k).
Proof.
  intros n r eps beta elo ehi pref pstart mu ref pis Hmu Hpos Hr Ho Hb Hl Hh He Er E0 Run.
  assert (K : forall k, success n r (pis k) = iter (clipped_h elo ehi pref beta eps) pstart k).
  { induction k as [|k IH].
    - simpl. rewrite (success_same n r _ _ E0). now apply success_mix.
    - destruct (clipped_run_one_dimensional n r eps beta elo ehi pref pstart mu ref pis
        Hmu Hpos Hr Ho Hb Hl Hh He Er E0 Run k) as [Ik [_ A]].
      simpl. rewrite <- IH.
      apply (unique_argmax_inj _ _ _ A). now apply clipped_h_maximises. }
  intro k. split; [apply K|]. rewrite K. now apply clipped_orbit_log_odds.
Qed.
