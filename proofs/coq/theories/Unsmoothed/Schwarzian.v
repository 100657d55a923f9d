(** The Schwarzian derivative of the log-odds map, in closed form for every
    eps >= 0, and its bound S <= 1/4 - 3 / (8 tanh^2 (x/2)) <= -1/8.
    (That a map with negative Schwarzian and one critical point has at most one
    attracting cycle besides the upper fixed point is Singer's theorem: cited.) *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic.
Open Scope R_scope.

(** Schwarzian derivative from the values of the first three derivatives. *)
Definition schwarzian (f1 f2 f3 : R) : R := f3 / f1 - 3 / 2 * ((f2 / f1) * (f2 / f1)).

Section Derivatives.
Variable eps : R.
Hypothesis Heps : 0 <= eps.

Let C x := cosh (x / 2).
Let S x := sinh (x / 2).
Let D x := GD eps x.
Let r x := sqrt (GD eps x).

(** Second and third derivatives of G. *)
Definition d2G (x : R) : R :=
  C x * (/ 2 + 6 * eps - 4 * eps * (C x * C x)) / (D x * D x * r x).
Definition d3G (x : R) : R :=
  S x * ((/ 2 + 6 * eps - 12 * eps * (C x * C x)) * D x / 2
         - 10 * eps * (C x * C x) * (/ 2 + 6 * eps - 4 * eps * (C x * C x)))
  / (D x * D x * D x * r x).

Lemma C_S x : S x * S x = C x * C x - 1.
Proof. unfold S, C. pose proof (cosh_sqr (x / 2)). lra. Qed.

Lemma D_C x : D x = 1 + 4 * eps * (C x * C x).
Proof. reflexivity. Qed.

Lemma r_sqr x : r x * r x = D x.
Proof. apply sqrt_sqrt. left. apply GD_pos, Heps. Qed.

Lemma r_pos x : 0 < r x.
Proof. apply sqrt_GD_pos, Heps. Qed.

Lemma D_pos x : 0 < D x.
Proof. apply GD_pos, Heps. Qed.

Lemma C_derive x : is_derive C x (S x / 2).
Proof. unfold C, S. auto_derive; [exact I | unfold Rdiv; ring]. Qed.

Lemma S_derive x : is_derive S x (C x / 2).
Proof. unfold C, S. auto_derive; [exact I | unfold Rdiv; ring]. Qed.

Lemma D_derive x : is_derive D x (4 * eps * (C x * S x)).
Proof.
  apply (is_derive_ext (fun x => 1 + 4 * eps * (C x * C x))).
  { intros t. symmetry. apply D_C. }
  pose proof (C_derive x) as H.
  assert (Ex : ex_derive (fun x : R => C x) x) by (eexists; exact H).
  assert (Dv : Derive (fun x : R => C x) x = S x / 2) by (apply is_derive_unique, H).
  auto_derive; [repeat split; exact Ex |]. rewrite Dv. field.
Qed.

(** sqrt D has derivative D' / (2 sqrt D). *)
Lemma r_derive x : is_derive r x (2 * eps * (C x * S x) / r x).
Proof.
  evar_last.
  { apply (is_derive_comp sqrt D x).
    - apply is_derive_Reals, derivable_pt_lim_sqrt, D_pos.
    - apply D_derive. }
  as_real. fold (r x). pose proof (r_pos x). change (sqrt (D x)) with (r x). field. lra.
Qed.

Ltac known_derivatives x :=
  pose proof (C_derive x) as HC; pose proof (S_derive x) as HS;
  pose proof (D_derive x) as HD; pose proof (r_derive x) as Hr;
  assert (ExC : ex_derive (fun x : R => C x) x) by (eexists; exact HC);
  assert (ExS : ex_derive (fun x : R => S x) x) by (eexists; exact HS);
  assert (ExD : ex_derive (fun x : R => D x) x) by (eexists; exact HD);
  assert (Exr : ex_derive (fun x : R => r x) x) by (eexists; exact Hr);
  assert (DC : Derive (fun x : R => C x) x = S x / 2) by (apply is_derive_unique, HC);
  assert (DS : Derive (fun x : R => S x) x = C x / 2) by (apply is_derive_unique, HS);
  assert (DD : Derive (fun x : R => D x) x = 4 * eps * (C x * S x)) by (apply is_derive_unique, HD);
  assert (Dr : Derive (fun x : R => r x) x = 2 * eps * (C x * S x) / r x) by (apply is_derive_unique, Hr).

Lemma dG_form x : dG eps x = S x / (D x * r x).
Proof. reflexivity. Qed.

Theorem second_derivative x : is_derive (dG eps) x (d2G x).
Proof.
  apply (is_derive_ext (fun x => S x / (D x * r x))); [reflexivity |].
  known_derivatives x. pose proof (D_pos x) as PD. pose proof (r_pos x) as Pr.
  auto_derive.
  - repeat split; try assumption. apply Rgt_not_eq. nra.
  - rewrite DS, DD, Dr. unfold d2G. pose proof (r_sqr x) as E. pose proof (C_S x) as ES.
    pose proof (D_C x) as ED.
    set (cc := C x) in *. set (ss := S x) in *. set (dd := D x) in *. set (rr := r x) in *.
    clearbody cc ss dd rr. apply Rminus_diag_uniq.
    transitivity ((cc / 2 * dd * (rr * rr) - 4 * eps * cc * (ss * ss) * (rr * rr)
                   - 2 * eps * cc * (ss * ss) * dd
                   - cc * (/ 2 + 6 * eps - 4 * eps * (cc * cc)) * (rr * rr))
                  / (dd * dd * (rr * rr * rr))).
    + field. lra.
    + rewrite E, ES.
      replace (cc / 2 * dd * dd - 4 * eps * cc * (cc * cc - 1) * dd
               - 2 * eps * cc * (cc * cc - 1) * dd
               - cc * (/ 2 + 6 * eps - 4 * eps * (cc * cc)) * dd) with 0.
      * field. nra.
      * rewrite ED. field.
Qed.

Theorem third_derivative x : is_derive d2G x (d3G x).
Proof.
  unfold d2G.
  known_derivatives x. pose proof (D_pos x) as PD. pose proof (r_pos x) as Pr.
  auto_derive.
  - repeat split; try assumption. apply Rgt_not_eq. repeat apply Rmult_lt_0_compat; assumption.
  - rewrite DC, DD, Dr. unfold d3G. pose proof (r_sqr x) as E. pose proof (C_S x) as ES.
    pose proof (D_C x) as ED.
    set (cc := C x) in *. set (ss := S x) in *. set (dd := D x) in *. set (rr := r x) in *.
    clearbody cc ss dd rr. apply Rminus_diag_uniq.
    set (q := / 2 + 6 * eps - 4 * eps * (cc * cc)).
    transitivity (ss * ((q / 2 - 4 * eps * (cc * cc)) * dd * (rr * rr)
                        - 8 * eps * (cc * cc) * q * (rr * rr)
                        - 2 * eps * (cc * cc) * q * dd
                        - ((/ 2 + 6 * eps - 12 * eps * (cc * cc)) * dd / 2
                           - 10 * eps * (cc * cc) * q) * (rr * rr))
                  / (dd * dd * dd * (rr * rr * rr))).
    + unfold q. field. lra.
    + rewrite E.
      replace ((q / 2 - 4 * eps * (cc * cc)) * dd * dd
                        - 8 * eps * (cc * cc) * q * dd
                        - 2 * eps * (cc * cc) * q * dd
                        - ((/ 2 + 6 * eps - 12 * eps * (cc * cc)) * dd / 2
                           - 10 * eps * (cc * cc) * q) * dd) with 0.
      * field. nra.
      * unfold q. field.
Qed.

(** The first three derivatives of F = x0 + G / beta are those of G over beta, and the
    Schwarzian does not see the factor. *)
Theorem F_three_derivatives x0 beta x : 0 < beta ->
  is_derive (F x0 beta eps) x (dG eps x / beta) /\
  is_derive (fun x => dG eps x / beta) x (d2G x / beta) /\
  is_derive (fun x => d2G x / beta) x (d3G x / beta).
Proof.
  intros Hb. split; [apply F_derive; exact Heps |]. split.
  - apply (is_derive_scal_l (dG eps) x (d2G x) (/ beta)), second_derivative.
  - apply (is_derive_scal_l d2G x (d3G x) (/ beta)), third_derivative.
Qed.

(** E4 (formula). For x <> 0, with t = tanh (x/2) and s = p (1-p) = (1 - t^2) / 4:
    S(F) = (3/8) s^2 t^2 / (s + eps)^2 + 1 - (3/8) (1 + t^2)^2 / t^2. *)
Theorem schwarzian_formula beta x : 0 < beta -> x <> 0 ->
  let t := tanh (x / 2) in let s := var (sigma x) in
  s = (1 - t * t) / 4 /\
  schwarzian (dG eps x / beta) (d2G x / beta) (d3G x / beta) =
  3 / 8 * (s * s) * (t * t) / ((s + eps) * (s + eps)) + 1
  - 3 / 8 * ((1 + t * t) * (1 + t * t)) / (t * t).
Proof.
  intros Hb Hx t s.
  assert (PC : 0 < C x) by apply cosh_pos.
  assert (NS : S x <> 0).
  { unfold S. destruct (Rdichotomy x 0 Hx) as [L | L].
    - pose proof (sinh_neg (x / 2) ltac:(lra)). lra.
    - pose proof (sinh_pos (x / 2) ltac:(lra)). lra. }
  assert (Et : t = S x / C x) by reflexivity.
  assert (Es : s = / (4 * (C x * C x))) by (apply var_sigma).
  pose proof (C_S x) as ES. pose proof (D_pos x) as PD. pose proof (r_pos x) as Pr.
  pose proof (D_C x) as ED. pose proof (r_sqr x) as ER.
  assert (Ett : t * t = 1 - / (C x * C x)).
  { rewrite Et. transitivity (S x * S x / (C x * C x)); [field; lra |]. rewrite ES. field. lra. }
  split.
  { rewrite Es, Ett. field. lra. }
  assert (Ese : s + eps = D x / (4 * (C x * C x))).
  { rewrite Es, ED. field. lra. }
  rewrite Ese, Es, Ett. unfold schwarzian, d2G, d3G. rewrite dG_form.
  assert (N1 : C x * C x - 1 <> 0).
  { rewrite <- ES. apply Rmult_integral_contrapositive_currified; exact NS. }
  set (cc := C x) in *. set (ss := S x) in *. set (dd := D x) in *. set (rr := r x) in *.
  clearbody cc ss dd rr.
  transitivity (((/ 2 + 6 * eps - 12 * eps * (cc * cc)) * dd / 2
         - 10 * eps * (cc * cc) * (/ 2 + 6 * eps - 4 * eps * (cc * cc))) / (dd * dd)
      - 3 / 2 * (cc * cc * (/ 2 + 6 * eps - 4 * eps * (cc * cc))
                 * (/ 2 + 6 * eps - 4 * eps * (cc * cc)) / (ss * ss * (dd * dd)))).
  { field. repeat split; lra. }
  rewrite ES. rewrite ED in *. clear ER ES Et Es Ett Ese.
  assert (PD' : 1 + 4 * eps * (cc * cc) <> 0) by lra.
  field. repeat split; try lra.
Qed.

(** E4 (bound). S(F) <= 1/4 - 3 / (8 t^2) < -1/8 for every x <> 0 and eps >= 0. *)
Theorem schwarzian_negative beta x : 0 < beta -> x <> 0 ->
  let t := tanh (x / 2) in
  schwarzian (dG eps x / beta) (d2G x / beta) (d3G x / beta) <= / 4 - 3 / (8 * (t * t)) /\
  / 4 - 3 / (8 * (t * t)) < - / 8.
Proof.
  intros Hb Hx t. destruct (schwarzian_formula beta x Hb Hx) as (Es & E).
  fold t in Es, E. set (s := var (sigma x)) in *. rewrite E.
  pose proof (var_sigma_pos x) as Ps. fold s in Ps.
  assert (T1 : t * t < 1) by lra.
  assert (T0 : 0 < t * t).
  { assert (t <> 0).
    { unfold t, tanh, Rdiv. apply Rmult_integral_contrapositive_currified.
      - destruct (Rdichotomy x 0 Hx) as [L | L].
        + pose proof (sinh_neg (x / 2) ltac:(lra)). unfold Rdiv in *. lra.
        + pose proof (sinh_pos (x / 2) ltac:(lra)). unfold Rdiv in *. lra.
      - apply Rinv_neq_0_compat. pose proof (cosh_pos (x / 2)). unfold Rdiv in *. lra. }
    nra. }
  set (u := t * t) in *. split.
  - assert (Q : s * s / ((s + eps) * (s + eps)) <= 1).
    { apply (Rmult_le_reg_r ((s + eps) * (s + eps))); [nra |].
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l by nra. nra. }
    replace (3 / 8 * (s * s) * u / ((s + eps) * (s + eps)))
      with (3 / 8 * u * (s * s / ((s + eps) * (s + eps)))) by (field; lra).
    assert (3 / 8 * u * (s * s / ((s + eps) * (s + eps))) <= 3 / 8 * u * 1)
      by (apply Rmult_le_compat_l; lra).
    replace (3 / 8 * ((1 + u) * (1 + u)) / u) with (3 / (8 * u) + 3 / 4 + 3 / 8 * u) by (field; lra).
    lra.
  - assert (1 < / u) by (rewrite <- Rinv_1; apply Rinv_lt_contravar; lra).
    replace (3 / (8 * u)) with (3 / 8 * / u) by (field; lra). lra.
Qed.
End Derivatives.
