(** Normal forms: fractions of polynomials over atoms, as docs/certificate-format.md
    defines them; the atoms, their table, and what the entries of the table mean at a point.
    NormalFormCorrect.v concludes. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra Lia.
From GrpoProofs.Certificates Require Import Formula Domain Polynomials.
Import ListNotations.
Open Scope R_scope.

Inductive head : Set := HVar (x : nat) | HSqrt | HExp | HLog | HAbs | HMin | HMax.
Definition frac : Type := (poly * poly)%type.
(** An atom: its operation, the formula itself, the normal forms of its operands. *)
Record atom : Type := Atom { op : head; whole : expr; operands : list frac }.
Definition table := list atom.

Definition same_head (a b : head) : bool :=
  match a, b with
  | HVar x, HVar y => Nat.eqb x y
  | HSqrt, HSqrt | HExp, HExp | HLog, HLog | HAbs, HAbs | HMin, HMin | HMax, HMax => true
  | _, _ => false
  end.

(** ** Reduction to zero *)

Definition reduce_by (i : nat) (a : atom) (p : poly) : poly :=
  match op a, operands a with
  | HSqrt, [(n, d)] => halve i n d p
  | _, _ => p
  end.

(** The last atom first. *)
Fixpoint reduce_from (i : nat) (l : table) (p : poly) : poly :=
  match l with [] => p | a :: t => reduce_by i a (reduce_from (S i) t p) end.

Definition is_zero (st : table) (p : poly) : bool :=
  match p with
  | [] => true
  | _ => match reduce_from 0 st p with [] => true | _ => false end
  end.

Definition equal_frac (st : table) (f g : frac) : bool :=
  is_zero st (psub (pmul (fst f) (snd g)) (pmul (fst g) (snd f))).

(** ** The table of atoms *)

Fixpoint equal_fracs (st : table) (l m : list frac) : bool :=
  match l, m with
  | [], [] => true
  | f :: s, g :: t => if equal_frac st f g then equal_fracs st s t else false
  | _, _ => false
  end.

Fixpoint find (st : table) (a : atom) (i : nat) (l : table) : option nat :=
  match l with
  | [] => None
  | b :: t =>
      if same_head (op a) (op b)
      then if equal_fracs st (operands a) (operands b) then Some i else find st a (S i) t
      else find st a (S i) t
  end.

Definition fone : frac := (pone, pone).
Definition fzero : frac := ([], pone).
Definition fmul (f g : frac) : frac := (pmul (fst f) (fst g), pmul (snd f) (snd g)).
Definition finv (f : frac) : frac := (snd f, fst f).
Definition fneg (f : frac) : frac := (pneg (fst f), snd f).

Fixpoint same_poly (p q : poly) : bool :=
  match p, q with
  | [], [] => true
  | (m, c) :: s, (n, d) :: t =>
      match mcompare m n with
      | Eq => if Qeq_bool c d then same_poly s t else false
      | _ => false
      end
  | _, _ => false
  end.

Definition fadd (f g : frac) : frac :=
  if same_poly (snd f) (snd g) then (padd (fst f) (fst g), snd f)
  else (padd (pmul (fst f) (snd g)) (pmul (fst g) (snd f)), pmul (snd f) (snd g)).

Definition intern (a : atom) (st : table) : table * frac :=
  match find st a 0 st with
  | Some i => (st, (pvar i, pone))
  | None => (st ++ [a], (pvar (length st), pone))
  end.

(** ** Normal form of e (or, with [ex], of exp e) *)

Definition computation := table -> table * frac.
Definition one (h : head) (w : expr) (r : table * frac) : table * frac :=
  intern (Atom h w [snd r]) (fst r).
Definition two (h : head) (w : expr) (a b : computation) (st : table) : table * frac :=
  let r := a st in let s := b (fst r) in intern (Atom h w [snd r; snd s]) (fst s).
Definition map1 (f : frac -> frac) (r : table * frac) : table * frac := (fst r, f (snd r)).
Definition pair (f : frac -> frac -> frac) (a b : computation) (st : table) : table * frac :=
  let r := a st in let s := b (fst r) in (fst s, f (snd r) (snd s)).
Definition fsub (f g : frac) : frac := fadd f (fneg g).
Definition fdiv (f g : frac) : frac := fmul f (finv g).

(** From the normal form of the operand of e = sqrt a, e = log a, and of exp e. *)
Definition sqrt_of (e : expr) (r : table * frac) : table * frac :=
  if is_zero (fst r) (fst (snd r)) then (fst r, fzero)
  else if equal_frac (fst r) (snd r) fone then (fst r, fone) else one HSqrt e r.
Definition log_of (e : expr) (r : table * frac) : table * frac :=
  if equal_frac (fst r) (snd r) fone then (fst r, fzero) else one HLog e r.
Definition exp_of (e : expr) (r : table * frac) : table * frac :=
  if is_zero (fst r) (fst (snd r)) then (fst r, fone) else one HExp (Exp e) r.

(** exp e is taken apart. *)
Definition splits (e : expr) : bool :=
  match e with Neg _ | Add _ _ | Sub _ _ | Log _ => true | _ => false end.

Fixpoint norm (e : expr) (ex : bool) (st : table) {struct e} : table * frac :=
  if (if ex then splits e else false) then
    match e with
    | Neg a => map1 finv (norm a true st)
    | Add a b => pair fmul (norm a true) (norm b true) st
    | Sub a b => pair fdiv (norm a true) (norm b true) st
    | Log a => norm a false st
    | _ => (st, fone)
    end
  else
    let r :=
      match e with
      | Num q => (st, (pconst q, pone))
      | Var x => intern (Atom (HVar x) e []) st
      | Add a b => pair fadd (norm a false) (norm b false) st
      | Sub a b => pair fsub (norm a false) (norm b false) st
      | Mul a b => pair fmul (norm a false) (norm b false) st
      | Div a b => pair fdiv (norm a false) (norm b false) st
      | Neg a => map1 fneg (norm a false st)
      | Square a => map1 (fun f => fmul f f) (norm a false st)
      | Exp a => norm a true st
      | Sqrt a => sqrt_of e (norm a false st)
      | Log a => match a with Exp b => norm b false st | _ => log_of e (norm a false st) end
      | Abs a => one HAbs e (norm a false st)
      | Min a b => two HMin e (norm a false) (norm b false) st
      | Max a b => two HMax e (norm a false) (norm b false) st
      end in
    if ex then exp_of e r else r.

Definition equal_by_normal_form (e f : expr) : bool :=
  let r := norm e false [] in
  let s := norm f false (fst r) in
  equal_frac (fst s) (snd r) (snd s).

Definition zero_by_normal_form (e : expr) : bool :=
  let r := norm e false [] in is_zero (fst r) (fst (snd r)).

(** ** Correctness *)

Section Point.
Variables (v : env) (rho : nat -> R).

Definition value (f : frac) : R := peval rho (fst f) / peval rho (snd f).
(** The fraction has a denominator that is not 0 and the value y. *)
Definition is_value (f : frac) (y : R) : Prop := peval rho (snd f) <> 0 /\ y = value f.

Definition apply (h : head) (l : list R) : R :=
  match h, l with
  | HVar x, _ => v x
  | HSqrt, [a] => sqrt a
  | HExp, [a] => exp a
  | HLog, [a] => ln a
  | HAbs, [a] => Rabs a
  | HMin, [a; b] => Rmin a b
  | HMax, [a; b] => Rmax a b
  | _, _ => 0
  end.

Definition agrees_from (i : nat) (l : table) : Prop :=
  forall k a, nth_error l k = Some a -> rho (i + k)%nat = eval v (whole a).

Definition good (a : atom) : Prop :=
  Forall (fun f => peval rho (snd f) <> 0) (operands a) /\
  eval v (whole a) = apply (op a) (map value (operands a)) /\
  (op a = HSqrt -> Forall (fun f => 0 <= value f) (operands a)).

Lemma agrees_cons i a l : agrees_from i (a :: l) ->
  rho i = eval v (whole a) /\ agrees_from (S i) l.
Proof.
  intros H; split.
  - rewrite <- (H O a eq_refl). f_equal; lia.
  - intros k b K. rewrite <- (H (S k) b K). f_equal; lia.
Qed.

Lemma reduce_from_correct l : forall i p, agrees_from i l -> Forall good l ->
  peval rho (reduce_from i l p) = 0 -> peval rho p = 0.
Proof.
  induction l as [|a l IH]; intros i p H G; [auto|].
  inversion G as [|? ? Ga Gl]; subst. apply agrees_cons in H; destruct H as [Ha Hl].
  simpl. intros K. apply (IH (S i) p Hl Gl). revert K.
  unfold reduce_by. destruct (op a) eqn:O; auto.
  destruct (operands a) as [|[n d] [|]] eqn:E; auto.
  destruct Ga as (D & V & S). rewrite O, E in *. specialize (S eq_refl).
  inversion D; subst. inversion S; subst. simpl in *.
  apply halve_correct; [assumption|]. rewrite Ha, V. now apply sqrt_sqrt.
Qed.

Definition consistent (st : table) : Prop := agrees_from 0 st /\ Forall good st.

Lemma is_zero_correct st p : consistent st -> is_zero st p = true -> peval rho p = 0.
Proof.
  intros [A G] H. destruct p as [|t p]; [reflexivity|]. unfold is_zero in H.
  apply (reduce_from_correct st 0 _ A G).
  destruct (reduce_from 0 st (t :: p)); [reflexivity | discriminate H].
Qed.

Lemma equal_frac_correct st f g : consistent st -> equal_frac st f g = true ->
  peval rho (snd f) <> 0 -> peval rho (snd g) <> 0 -> value f = value g.
Proof.
  intros C H F G. apply (is_zero_correct st) in H; [|exact C].
  rewrite peval_psub, !peval_pmul in H. unfold value.
  apply (Rmult_eq_reg_r (peval rho (snd f) * peval rho (snd g))); [field_simplify; [lra| |]; auto|].
  now apply Rmult_integral_contrapositive.
Qed.

Lemma equal_fracs_correct st l : forall m, consistent st -> equal_fracs st l m = true ->
  Forall (fun f => peval rho (snd f) <> 0) l -> Forall (fun f => peval rho (snd f) <> 0) m ->
  map value l = map value m.
Proof.
  induction l as [|f l IH]; intros [|g m] C H F G; try discriminate H; [reflexivity|].
  simpl in H. destruct (equal_frac st f g) eqn:E; [|discriminate H].
  inversion F; inversion G; subst. simpl. f_equal; [|now apply IH].
  now apply (equal_frac_correct st).
Qed.

Lemma same_head_correct a b : same_head a b = true -> a = b.
Proof.
  destruct a, b; simpl; try discriminate; try reflexivity.
  intros H; apply Nat.eqb_eq in H; now subst.
Qed.

Lemma find_correct st a l : forall i k, consistent st -> agrees_from i l -> Forall good l ->
  find st a i l = Some k -> good a -> rho k = eval v (whole a).
Proof.
  induction l as [|b l IH]; intros i k C A G H Ga; [discriminate H|].
  inversion G as [|? ? Gb Gl]; subst. apply agrees_cons in A; destruct A as [Ab Al].
  simpl in H. destruct (same_head (op a) (op b)) eqn:E; [|now apply (IH (S i))].
  destruct (equal_fracs st (operands a) (operands b)) eqn:F; [|now apply (IH (S i))].
  injection H as <-. rewrite Ab. destruct Ga as (D & V & _), Gb as (D' & V' & _).
  rewrite V, V'. apply same_head_correct in E; rewrite E. f_equal. symmetry.
  now apply (equal_fracs_correct st).
Qed.

Lemma agrees_app l m : agrees_from 0 (l ++ m) -> agrees_from 0 l.
Proof.
  intros H k a K. apply H. rewrite nth_error_app1; [exact K|].
  apply nth_error_Some. congruence.
Qed.

Lemma pone_1 : peval rho pone = 1.
Proof. apply peval_pone. Qed.

Lemma is_value_var i y : rho i = y -> is_value (pvar i, pone) y.
Proof.
  intros <-; split; unfold value; cbn [fst snd]; rewrite pone_1; [lra|].
  rewrite peval_pvar; field.
Qed.
Lemma same_poly_correct p : forall q, same_poly p q = true -> peval rho p = peval rho q.
Proof.
  induction p as [|[m c] p IH]; intros [|[n d] q] H; try discriminate H; [reflexivity|].
  simpl in H. destruct (mcompare m n) eqn:E; try discriminate H. apply mcompare_eq in E; subst.
  destruct (Qeq_bool c d) eqn:F; [|discriminate H]. apply Qeq_bool_iff, Qeq_eqR in F.
  simpl. now rewrite F, (IH q H).
Qed.
Lemma fadd_value f g x y : is_value f x -> is_value g y -> is_value (fadd f g) (x + y).
Proof.
  intros [F ->] [G ->]. unfold fadd, is_value, value.
  destruct (same_poly (snd f) (snd g)) eqn:E; cbn [fst snd].
  - apply same_poly_correct in E. split; [exact F|]. rewrite peval_padd, E in *. field. exact G.
  - rewrite peval_padd, !peval_pmul. split; [now apply Rmult_integral_contrapositive|].
    field; auto.
Qed.
Lemma fneg_value f x : is_value f x -> is_value (fneg f) (- x).
Proof.
  intros [F ->]. unfold is_value, value, fneg; cbn [fst snd]. split; [exact F|].
  rewrite peval_pneg. field; exact F.
Qed.
Lemma fmul_value f g x y : is_value f x -> is_value g y -> is_value (fmul f g) (x * y).
Proof.
  intros [F ->] [G ->]. unfold is_value, value, fmul; cbn [fst snd]. rewrite !peval_pmul.
  split; [now apply Rmult_integral_contrapositive|]. field; auto.
Qed.
Lemma finv_value f x : is_value f x -> x <> 0 -> is_value (finv f) (/ x).
Proof.
  intros [F ->] N. unfold is_value, value, finv in *; cbn [fst snd].
  assert (peval rho (fst f) <> 0) by (intros E; apply N; rewrite E; unfold Rdiv; ring).
  split; [assumption|]. field; auto.
Qed.
Lemma fone_value : is_value fone 1.
Proof. split; unfold value; cbn [fone fst snd]; rewrite pone_1; [lra | field]. Qed.
Lemma fzero_value : is_value fzero 0.
Proof. split; unfold value; cbn [fzero fst snd]; rewrite pone_1; [lra | simpl; field]. Qed.
End Point.
