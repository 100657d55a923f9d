(** L9.  The contraction constants M_8, M_16 and M_64 at eps = 0, ddof 0. *)

Require Import Reals Lra Lia ZArith.
From GrpoProofs Require Import Defs.
From GrpoProofs.Groups Require Import GroupContraction SlopeExpr.
Open Scope R_scope.

(** M is the largest slope: it bounds |d Omega_G (sigma x) / dx| everywhere and is attained. *)
Definition largest_slope (G : nat) (M : R) : Prop :=
  (forall p, 0 < p < 1 -> Rabs (slopeG 0 G p) <= M) /\
  exists p, 0 < p < 1 /\ slopeG 0 G p = M.

(** The bracket of the maximum in the odds (1 - p) / p comes from a search outside Coq; nothing
    depends on where it comes from. *)
Lemma largest_slope_from_check n k d lo hi e : maximum_checked n k d lo hi e = true ->
  exists M, largest_slope (n + 3) M /\ IZR lo / IZR (Zpos e) <= M <= IZR hi / IZR (Zpos e).
Proof.
  intros H. destruct (maximum_from_check n k d lo hi e H) as (p & Ip & B & Max).
  exists (slopeG 0 (n + 3) p). split; [split; [exact Max |] | exact B].
  exists p. split; [lra | reflexivity].
Qed.

(** L9. M_8 = 0.2884752590595401698667004... *)
Theorem largest_slope_eight : exists M, largest_slope 8 M /\
  2884752590595401698667004 / 10 ^ 25 <= M <= 2884752590595401698667005 / 10 ^ 25.
Proof.
  rewrite !(pow_IZR 10 25).
  apply (largest_slope_from_check 5 228852375588549855808423446521 (10 ^ 30)).
  vm_cast_no_check (eq_refl true).
Qed.

(** L9. M_16 = 0.6389457564133008804940692... *)
Theorem largest_slope_sixteen : exists M, largest_slope 16 M /\
  6389457564133008804940692 / 10 ^ 25 <= M <= 6389457564133008804940693 / 10 ^ 25.
Proof.
  rewrite !(pow_IZR 10 25).
  apply (largest_slope_from_check 13 139956771441699490235191538219 (10 ^ 30)).
  vm_cast_no_check (eq_refl true).
Qed.

(** L9. M_64 = 1.665477672098870765328982... *)
Theorem largest_slope_sixty_four : exists M, largest_slope 64 M /\
  1665477672098870765328982 / 10 ^ 24 <= M <= 1665477672098870765328983 / 10 ^ 24.
Proof.
  rewrite !(pow_IZR 10 24).
  apply (largest_slope_from_check 61 39348069823930193761171186857 (10 ^ 30)).
  vm_cast_no_check (eq_refl true).
Qed.

(** L9 (controls). No bound below the last digit holds. *)
Theorem largest_slope_controls :
  ~ (forall p, 0 < p < 1 -> Rabs (slopeG 0 8 p) <= 2884752590595401698667003 / 10 ^ 25) /\
  ~ (forall p, 0 < p < 1 -> Rabs (slopeG 0 16 p) <= 6389457564133008804940691 / 10 ^ 25) /\
  ~ (forall p, 0 < p < 1 -> Rabs (slopeG 0 64 p) <= 1665477672098870765328981 / 10 ^ 24).
Proof.
  assert (K : forall G M b, largest_slope G M -> b < M ->
    ~ (forall p, 0 < p < 1 -> Rabs (slopeG 0 G p) <= b)).
  { intros G M b [_ (p & Ip & E)] HM H. specialize (H p Ip). rewrite E in H.
    assert (Z := Rle_abs M). lra. }
  destruct largest_slope_eight as (M8 & L8 & B8).
  destruct largest_slope_sixteen as (M16 & L16 & B16).
  destruct largest_slope_sixty_four as (M64 & L64 & B64).
  split; [| split]; [apply (K _ M8) | apply (K _ M16) | apply (K _ M64)]; try assumption; lra.
Qed.
