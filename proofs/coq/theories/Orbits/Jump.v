(** Critical points of psi = id - G / beta, that is solutions of G' = beta: at most two, and
    at most one for eps = 0; so every slope of G is taken at most twice on x > 0. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Whitening Require Recurrence.
Open Scope R_scope.

Definition csq (x : R) : R := cosh (x / 2) * cosh (x / 2).

Lemma csq_increasing : forall x y, 0 <= x -> x < y -> csq x < csq y.
Proof.
  intros x y Hx Hxy. unfold csq. assert (Z := cosh_increasing (x / 2) (y / 2) ltac:(lra) ltac:(lra)).
  assert (Q := cosh_ge_1 (x / 2)). nra.
Qed.

Section Critical.
Variables beta eps : R.
Hypothesis Hb : 0 < beta.
Hypothesis He : 0 <= eps.

Lemma dG_pos_inv : forall x, 0 < dG eps x -> 0 < x.
Proof.
  intros x H. destruct (Rtotal_order x 0) as [L|[E|L]]; auto.
  - assert (Z := dG_neg eps He x L). lra.
  - subst. rewrite dG_0 in H by exact He. lra.
Qed.

(** The equation G' = beta in terms of cosh^2. *)
Lemma critical_equation : forall x, dG eps x = beta ->
  csq x - 1 = beta * beta * ((1 + 4 * eps * csq x) * (1 + 4 * eps * csq x) * (1 + 4 * eps * csq x)).
Proof.
  intros x E. assert (P := GD_pos eps He x). assert (Q := sqrt_GD_pos eps He x).
  assert (S : sqrt (GD eps x) * sqrt (GD eps x) = GD eps x) by (apply sqrt_sqrt; lra).
  assert (C := cosh_sqr (x / 2)). fold (csq x) in C.
  assert (Sh : sinh (x / 2) = beta * (GD eps x * sqrt (GD eps x))).
  { rewrite <- E. unfold dG. field. lra. }
  replace (csq x - 1) with (sinh (x / 2) * sinh (x / 2)) by lra.
  change (1 + 4 * eps * csq x) with (GD eps x). rewrite Sh.
  transitivity (beta * beta * (GD eps x * GD eps x * (sqrt (GD eps x) * sqrt (GD eps x)))); [ring|].
  rewrite S. ring.
Qed.

Lemma critical_pair : forall x y, dG eps x = beta -> dG eps y = beta -> x < y ->
  let w z := 1 + 4 * eps * csq z in
  1 = 4 * eps * (beta * beta) * (w x * w x + w x * w y + w y * w y).
Proof.
  intros x y Ex Ey Hxy w. assert (Px : 0 < x) by (apply dG_pos_inv; lra).
  assert (C := csq_increasing x y ltac:(lra) Hxy).
  apply critical_equation in Ex. apply critical_equation in Ey. unfold w.
  apply Rmult_eq_reg_r with (csq y - csq x); [|lra].
  replace (1 * (csq y - csq x)) with ((csq y - 1) - (csq x - 1)) by ring.
  rewrite Ex, Ey. ring.
Qed.

Lemma critical_at_most_two : forall x y z, x < y < z ->
  dG eps x = beta -> dG eps y = beta -> dG eps z = beta -> False.
Proof.
  intros x y z H Ex Ey Ez. assert (Px : 0 < x) by (apply dG_pos_inv; lra).
  assert (C := csq_increasing y z ltac:(lra) ltac:(lra)).
  assert (E1 := critical_pair x y Ex Ey ltac:(lra)).
  assert (E2 := critical_pair x z Ex Ez ltac:(lra)). cbv zeta in E1, E2.
  assert (Cx := cosh_ge_1 (x / 2)). assert (Cy := cosh_ge_1 (y / 2)). assert (Cz := cosh_ge_1 (z / 2)).
  assert (Dx : 1 <= csq x) by (unfold csq; nra). assert (Dy : 1 <= csq y) by (unfold csq; nra).
  assert (Pe : eps <> 0) by (intro E; rewrite E in E1; lra).
  assert (Pe' : 0 < eps) by lra.
  set (k := 4 * eps * (beta * beta)) in *.
  assert (Pk : 0 < k) by (unfold k; apply Rmult_lt_0_compat; nra).
  set (wx := 1 + 4 * eps * csq x) in *. set (wy := 1 + 4 * eps * csq y) in *.
  set (wz := 1 + 4 * eps * csq z) in *.
  assert (0 < wx) by (unfold wx; nra). assert (0 < wy) by (unfold wy; nra).
  assert (wy < wz) by (unfold wy, wz; nra).
  assert (E3 : k * ((wz - wy) * (wx + wy + wz)) = 0).
  { replace (k * ((wz - wy) * (wx + wy + wz)))
      with (k * (wx * wx + wx * wz + wz * wz) - k * (wx * wx + wx * wy + wy * wy)) by ring. lra. }
  assert (0 < k * ((wz - wy) * (wx + wy + wz))) by (repeat apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma critical_at_most_one : eps = 0 -> forall x y, x < y ->
  dG eps x = beta -> dG eps y = beta -> False.
Proof.
  intros E x y H Ex Ey. assert (E1 := critical_pair x y Ex Ey H). cbv zeta in E1.
  rewrite E in E1. lra.
Qed.

(** Rolle for psi. *)
Lemma psi_rolle : forall x y, x < y -> psi beta eps x = psi beta eps y ->
  exists z, x < z < y /\ dG eps z = beta.
Proof.
  intros x y Hxy E.
  destruct (MVT_cor2 (psi beta eps) (fun z => 1 - dG eps z / beta) x y Hxy) as [z [Ez Hz]].
  - intros c _. apply is_derive_Reals. now apply psi_derive.
  - exists z. split; [exact Hz|]. rewrite E, Rminus_eq_0 in Ez. symmetry in Ez.
    apply Rmult_integral in Ez. destruct Ez as [Ez|Ez]; [|lra].
    apply Rmult_eq_reg_r with (/ beta); [|apply Rinv_neq_0_compat; lra].
    rewrite Rinv_r by lra. unfold Rdiv in Ez. lra.
Qed.

End Critical.

Lemma dG_slopes_twice : forall eps, 0 <= eps -> Recurrence.slopes_at_most_twice (dG eps).
Proof.
  intros eps He x y z Hxy Hyz E1 E2.
  apply (critical_at_most_two (dG eps x) eps ltac:(apply dG_pos; lra) He x y z); congruence || lra.
Qed.

Lemma dG_slopes_once : forall eps, 0 <= eps -> eps = 0 -> Recurrence.slopes_at_most_once (dG eps).
Proof.
  intros eps He E x y Hxy Q.
  apply (critical_at_most_one (dG eps x) eps ltac:(apply dG_pos; lra) He E x y); congruence || lra.
Qed.
