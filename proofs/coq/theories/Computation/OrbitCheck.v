(** Enclosures of an orbit by repeated interval evaluation of one step.

    [step_in] checks, by computation, that n steps of a formula from a rational
    point end between two rationals.  [h_formula] is the success map with
    rational parameters. *)

Require Import Reals ZArith List Lra Lia.
From GrpoProofs Require Import Defs.
From GrpoProofs.Computation Require Import IntervalZ Expr BoxCert.
Import ListNotations.
Open Scope R_scope.

(** The map p -> value of the formula at p. *)
Definition step (e : expr) (p : R) : R := eval e [p].

Fixpoint enclose_orbit (prec : ZF.precision) (e : expr) (i : ZI.type) (n : nat)
  : option ZI.type :=
  match n with
  | O => Some i
  | S m => match enclose_orbit prec e i m with
           | Some j => enclose prec e [j]
           | None => None
           end
  end.

Definition between (prec : ZF.precision) (i : ZI.type) (l u : Z) (d : positive) : bool :=
  surely_nonneg (ZI.sub prec i (zrat prec l d)) &&
  surely_nonneg (ZI.sub prec (zrat prec u d) i).

Definition step_in (prec : ZF.precision) (e : expr) (s : Z) (sd : positive) (n : nat)
    (l u : Z) (d : positive) : bool :=
  match enclose_orbit prec e (zrat prec s sd) n with
  | Some j => between prec j l u d
  | None => false
  end.

Lemma enclose_orbit_correct prec e i p n j :
  contains_real i p -> enclose_orbit prec e i n = Some j ->
  contains_real j (iter (step e) p n).
Proof.
  intros Hp; revert j; induction n as [|n IH]; simpl; intros j E.
  - now injection E as <-.
  - destruct (enclose_orbit prec e i n) as [m|]; [|discriminate E].
    apply (enclose_correct prec e [m] [iter (step e) p n] j); [|exact E].
    constructor; [now apply IH | constructor].
Qed.

Lemma sub_real prec i j x y : contains_real i x -> contains_real j y ->
  contains_real (ZI.sub prec i j) (x - y).
Proof. intros; now apply (ZI.sub_correct prec _ _ (Xreal.Xreal _) (Xreal.Xreal _)). Qed.

Lemma between_correct prec i l u d x : between prec i l u d = true ->
  contains_real i x -> IZR l / IZR (Zpos d) <= x <= IZR u / IZR (Zpos d).
Proof.
  intros H Hx; apply andb_prop in H; destruct H as [H1 H2].
  assert (0 <= x - IZR l / IZR (Zpos d)).
  { eapply surely_nonneg_correct; [exact H1 | apply sub_real; [exact Hx | apply zrat_correct]]. }
  assert (0 <= IZR u / IZR (Zpos d) - x).
  { eapply surely_nonneg_correct; [exact H2 | apply sub_real; [apply zrat_correct | exact Hx]]. }
  lra.
Qed.

Theorem step_in_correct prec e s sd n l u d : step_in prec e s sd n l u d = true ->
  IZR l / IZR (Zpos d) <= iter (step e) (IZR s / IZR (Zpos sd)) n <= IZR u / IZR (Zpos d).
Proof.
  unfold step_in; intros H.
  destruct (enclose_orbit prec e (zrat prec s sd) n) as [j|] eqn:E; [|discriminate H].
  apply between_correct with (1 := H).
  now apply (enclose_orbit_correct prec e (zrat prec s sd)); [apply zrat_correct|].
Qed.

(** h for p_ref = r / rd, beta = b / bd, eps = e / ed; the variance
    1/4 - (p - 1/2)^2 and every parameter occur once. *)
Definition h_formula (r rd b bd e ed : positive) (eps0 : bool) : expr :=
  let v := Sub (Cst 1 4) (Sqr (Sub (Var 0) (Cst 1 2))) in
  Inv (Add (Cst 1 1)
    (Mul (Cst (Zpos rd - Zpos r) r)
       (Exp (Neg (Div (Cst (Zpos bd) b)
                      (Sqrt (if eps0 then v else Add v (Cst (Zpos e) ed)))))))).

Lemma h_formula_correct r rd b bd e ed eps0 p :
  step (h_formula r rd b bd e ed eps0) p
  = h (IZR (Zpos r) / IZR (Zpos rd)) (IZR (Zpos b) / IZR (Zpos bd))
      (if eps0 then 0 else IZR (Zpos e) / IZR (Zpos ed)) p.
Proof.
  assert (P : forall q, 0 < IZR (Zpos q)) by (intros; now apply IZR_lt).
  assert (Pr := P r); assert (Prd := P rd); assert (Pb := P b); assert (Pbd := P bd).
  unfold step, h_formula, h, Omega.
  assert (V : 1 / 4 - Rsqr (p - 1 / 2) = var p) by (unfold var, Rsqr; field).
  cbn [eval nth]. rewrite minus_IZR.
  replace (eval (if eps0 then _ else _) [p])
    with (var p + (if eps0 then 0 else IZR (Zpos e) / IZR (Zpos ed)))
    by (destruct eps0; cbn [eval nth]; rewrite V; ring).
  set (q := sqrt _). unfold Rdiv at 1. rewrite Rinv_1, Rmult_1_r.
  f_equal. f_equal. f_equal; [field; lra|].
  f_equal. f_equal. unfold Rdiv. rewrite Rinv_mult, Rinv_inv. ring.
Qed.

Definition bits120 : ZF.precision := Eval vm_compute in ZF.PtoP 120.
