(** Without convergence of the exact sequence the parametric bound says
    nothing: with exact approximations and no errors at all, no limit point
    satisfies the conclusion. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Contrastive.
From GrpoProofs.Perturbed Require Import Parametric.
Open Scope R_scope.

(** limsup |u_n - l| <= 0 is convergence to l. *)
Lemma limsup_zero_converges (u : nat -> R) (l : R) :
  Rbar_le (LimSup_seq (fun k => Rabs (u k - l))) 0 -> is_lim_seq u l.
Proof.
  intros H. destruct (ex_LimSup_seq (fun k => Rabs (u k - l))) as [m Hm].
  rewrite (is_LimSup_seq_unique _ _ Hm) in H.
  assert (K : Rbar_le 0 m).
  { rewrite <- (is_LimSup_seq_unique _ _ Hm), <- (LimSup_seq_const 0).
    apply LimSup_le. exists O. intros k _. apply Rabs_pos. }
  assert (S : is_LimSup_seq (fun k => Rabs (u k - l)) 0)
    by (rewrite (Rbar_le_antisym 0 m K H); exact Hm).
  apply is_lim_seq_spec. intros eta.
  destruct (S eta) as [_ [N HN]]. exists N. intros k Hk.
  specialize (HN k Hk). lra.
Qed.

Lemma parametric_no_error n r ex :
  (forall k, policy n (ex k)) -> parametric n r (TV n) ex ex (fun _ => 0) 0.
Proof.
  intros He. split; [exact He|]. split; [exact He|].
  split; [intros i _; reflexivity|]. split; [intros k; lra|]. split.
  - assert (K : is_lim_seq (sum_n (fun _ => 0)) 0); [|exact K].
    apply (is_lim_seq_ext (fun _ => 0)); [|apply is_lim_seq_const].
    intros k. rewrite <- Rsum_sum_n, Rsum_zero; auto.
  - intros k. rewrite !TV_zero by (intros i _; reflexivity). lra.
Qed.

(** If the orbit of p_ref under h has no finite limit, then a run on two
    outcomes satisfies all hypotheses of the parametric bound with all errors
    0, except convergence, and the conclusion holds for no p_star. *)
Lemma bound_void_without_convergence pref beta eps :
  0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  ~ (exists l : R, is_lim_seq (iter (h pref beta eps) pref) l) ->
  exists ref ex,
    policy 2 ref /\ success 2 first_correct ref = pref /\ ex O = ref /\
    ref_run 2 first_correct eps beta ref ex /\
    parametric 2 first_correct (TV 2) ex ex (fun _ => 0) 0 /\
    forall pstar : R,
      ~ Rbar_le (LimSup_seq (fun k => Rabs (success 2 first_correct (ex k) - pstar))) 0.
Proof.
  intros Hp Hb He Hno. set (ref := two pref (1 - pref)).
  assert (P : policy 2 ref) by (apply two_policy; lra).
  assert (E : success 2 first_correct ref = pref) by apply two_success.
  assert (Hs : 0 < success 2 first_correct ref < 1) by (rewrite E; exact Hp).
  assert (Ha : admissible eps (success 2 first_correct ref))
    by (apply admissible_interior; auto).
  destruct (ref_run_exists 2 first_correct eps beta ref ref Hb He P Hs P Ha) as [ex [E0 Hrun]].
  exists ref, ex. split; [exact P|]. split; [exact E|]. split; [exact E0|].
  split; [exact Hrun|]. split.
  - apply parametric_no_error. intros [|k]; [rewrite E0; exact P|apply (Hrun k)].
  - intros pstar H. apply Hno. exists pstar.
    apply limsup_zero_converges in H.
    apply (is_lim_seq_ext (fun k => success 2 first_correct (ex k))); [|exact H].
    intros k. assert (R := recurrence_run 2 first_correct eps beta ref ex Hb He P Hs).
    rewrite E0 in R. specialize (R P Ha Hrun k). rewrite E in R. exact R.
Qed.
