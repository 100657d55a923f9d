(** K6 in digits.  The orbit of p_ref = 1/200 for beta = 3/2 and eps = 1/1000 comes close to
    its 2-cycle, whose points differ by 0.3238. *)

Require Import Reals ZArith Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert OrbitCheck
  AttractingCycle SuccessBoxes.
Open Scope R_scope.

Lemma gap_low : maps (h (1 / 200) (3 / 2) (1 / 1000)) 0.01995 0.02001 0.343 0.3447.
Proof. intros p Hp. unfold h, Omega, var. split; zinterval_split p. Qed.

Lemma gap_high : maps (h (1 / 200) (3 / 2) (1 / 1000)) 0.343 0.3447 0.01995 0.02001.
Proof. intros p Hp. unfold h, Omega, var. split; zinterval_split p. Qed.

Lemma gap_entry : 0.01995 <= iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) 23 <= 0.02001.
Proof.
  assert (E : step_in bits120 (h_formula 1 200 3 2 1 1000 false) 1 200 23 1995 2001 100000 = true)
    by (vm_cast_no_check (eq_refl true)).
  apply step_in_correct in E.
  rewrite (iter_ext _ _ _ _ (h_formula_correct 1 200 3 2 1 1000 false)) in E. lra.
Qed.

Lemma gap_oscillation k :
  0.01995 <= iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) (2 * k + 23) <= 0.02001 /\
  0.343 <= iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) (S (2 * k + 23)) <= 0.3447.
Proof.
  assert (K : 0.01995 <= iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) (2 * k + 23) <= 0.02001).
  { induction k as [|k IH]; [apply gap_entry |].
    replace (2 * S k + 23)%nat with (S (S (2 * k + 23))) by lia. simpl iter.
    apply gap_high, gap_low, IH. }
  split; [exact K | apply gap_low, K].
Qed.

(** K6 (how far). In that run |p~_n - p_star| exceeds 0.161 infinitely often, for every
    p_star. *)
Theorem convergence_needed_gap pstar N :
  exists k, (N <= k)%nat /\
    0.161 < Rabs (iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) k - pstar).
Proof.
  destruct (gap_oscillation N) as [A B].
  destruct (Rle_dec pstar 0.1818) as [L|L].
  - exists (S (2 * N + 23)). split; [lia|]. rewrite Rabs_right; lra.
  - exists (2 * N + 23)%nat. split; [lia|]. rewrite Rabs_left; lra.
Qed.

(** K6 (control). 0.163 instead of 0.161 is false: p_star = 0.1819 is nearer in the end. *)
Theorem convergence_needed_control :
  ~ (forall pstar N, exists k, (N <= k)%nat /\
       0.163 < Rabs (iter (h (1 / 200) (3 / 2) (1 / 1000)) (1 / 200) k - pstar)).
Proof.
  intros H. destruct (H 0.1819 23%nat) as (k & Hk & F).
  destruct (Nat.Even_or_Odd (k - 23)) as [[j Ej] | [j Ej]].
  - replace k with (2 * j + 23)%nat in F by lia. destruct (gap_oscillation j) as [A _].
    rewrite Rabs_left in F; lra.
  - replace k with (S (2 * j + 23)) in F by lia. destruct (gap_oscillation j) as [_ B].
    rewrite Rabs_right in F; lra.
Qed.
