(** The orbit of p_ref = 1/200 for beta = 3/2 and eps = 1/1000 does not
    converge: from n = 3 on it alternates between [19/1000, 31/1000] and
    [18/100, 37/100].  Hence the parametric bound needs convergence of the
    exact sequence as a hypothesis. *)

Require Import Reals Lra Lia Bool.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Finite Require Import Sums Policy Gibbs Recurrence Contrastive.
From GrpoProofs.Perturbed Require Import Parametric NonConvergent.
Open Scope R_scope.

Definition h_osc : R -> R := h (/ 200) (3 / 2) (/ 1000).

Lemma low_to_high p : 19 / 1000 <= p <= 31 / 1000 -> 18 / 100 <= h_osc p <= 37 / 100.
Proof. intros H. unfold h_osc, h, Omega, var. split; zinterval_split p. Qed.

Lemma high_to_low p : 18 / 100 <= p <= 37 / 100 -> 19 / 1000 <= h_osc p <= 31 / 1000.
Proof. intros H. unfold h_osc, h, Omega, var. split; zinterval_split p. Qed.

(** The orbit enters the low interval at n = 3. *)
Lemma entry : 19 / 1000 <= iter h_osc (/ 200) 3 <= 31 / 1000.
Proof.
  assert (H1 : 9654874 / 10000000 <= h_osc (/ 200) <= 9654876 / 10000000)
    by (unfold h_osc, h, Omega, var; split; zinterval).
  simpl iter. set (p1 := h_osc (/ 200)) in *. clearbody p1.
  assert (H2 : 1551 / 10000 <= h_osc p1 <= 1552 / 10000)
    by (unfold h_osc, h, Omega, var; split; zinterval).
  set (p2 := h_osc p1) in *. clearbody p2. clear H1 p1.
  unfold h_osc, h, Omega, var. split; zinterval.
Qed.

Lemma oscillation k :
  19 / 1000 <= iter h_osc (/ 200) (2 * k + 3) <= 31 / 1000 /\
  18 / 100 <= iter h_osc (/ 200) (2 * k + 4) <= 37 / 100.
Proof.
  induction k as [|k [IH1 IH2]].
  - split; [apply entry|]. change (2 * 0 + 4)%nat with 4%nat.
    change (iter h_osc (/ 200) 4) with (h_osc (iter h_osc (/ 200) 3)).
    apply low_to_high, entry.
  - assert (A : 19 / 1000 <= iter h_osc (/ 200) (2 * S k + 3) <= 31 / 1000).
    { replace (2 * S k + 3)%nat with (S (2 * k + 4)) by lia. simpl iter.
      apply high_to_low, IH2. }
    split; [exact A|].
    replace (2 * S k + 4)%nat with (S (2 * S k + 3)) by lia. simpl iter.
    apply low_to_high, A.
Qed.

(** The orbit has no limit, finite or not. *)
Theorem oscillating_orbit_diverges :
  ~ ex_lim_seq (iter (h (/ 200) (3 / 2) (/ 1000)) (/ 200)).
Proof.
  fold h_osc. intros [l Hl].
  assert (A : is_lim_seq (fun k => iter h_osc (/ 200) (2 * k + 3)) l).
  { apply (is_lim_seq_subseq _ l (fun k => (2 * k + 3)%nat)); [|exact Hl].
    apply eventually_subseq. intros k. lia. }
  assert (B : is_lim_seq (fun k => iter h_osc (/ 200) (2 * k + 4)) l).
  { apply (is_lim_seq_subseq _ l (fun k => (2 * k + 4)%nat)); [|exact Hl].
    apply eventually_subseq. intros k. lia. }
  assert (LA : Rbar_le l (31 / 1000)).
  { apply (is_lim_seq_le _ (fun _ => 31 / 1000) l _ (fun k => proj2 (proj1 (oscillation k))) A).
    apply is_lim_seq_const. }
  assert (LB : Rbar_le (18 / 100) l).
  { apply (is_lim_seq_le (fun _ => 18 / 100) _ _ l (fun k => proj1 (proj2 (oscillation k)))).
    - apply is_lim_seq_const.
    - exact B. }
  assert (C := Rbar_le_trans _ _ _ LB LA). simpl in C. lra.
Qed.

(** K6. Convergence of p_n is needed: for p_ref = 1/200, beta = 3/2,
    eps = 1/1000 the exact run, taken as its own approximation with all errors
    0, satisfies every other hypothesis of the parametric bound (delta_star =
    0), and limsup |p~_n - p_star| <= delta_star fails for every p_star. *)
Theorem convergence_needed :
  exists ref ex,
    policy 2 ref /\ success 2 first_correct ref = / 200 /\ ex O = ref /\
    ref_run 2 first_correct (/ 1000) (3 / 2) ref ex /\
    parametric 2 first_correct (TV 2) ex ex (fun _ => 0) 0 /\
    forall pstar : R,
      ~ Rbar_le (LimSup_seq (fun k => Rabs (success 2 first_correct (ex k) - pstar))) 0.
Proof.
  apply bound_void_without_convergence; try lra.
  intros [l Hl]. apply oscillating_orbit_diverges. exists l. exact Hl.
Qed.
