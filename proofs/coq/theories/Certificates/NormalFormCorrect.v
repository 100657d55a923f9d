(** Normal forms are right: [equal_by_normal_form_correct], two formulas that are
    equal by normal form have equal values wherever both are defined, and
    [zero_by_normal_form_correct]. *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra Lia.
From GrpoProofs.Certificates Require Import Formula Domain Polynomials NormalForm.
Import ListNotations.
Open Scope R_scope.

(** What a computation from table [st] must deliver. *)
Definition delivers (st : table) (r : table * frac) (ok : env -> Prop) (y : env -> R) : Prop :=
  (exists l, fst r = st ++ l) /\
  forall v rho, agrees_from v rho 0 (fst r) -> Forall (good v rho) st -> ok v ->
    Forall (good v rho) (fst r) /\ is_value rho (snd r) (y v).

Lemma delivers_ext st r (ok ok' : env -> Prop) y y' : delivers st r ok y ->
  (forall v, ok' v -> ok v /\ y v = y' v) -> delivers st r ok' y'.
Proof.
  intros [L H] E. split; [exact L|]. intros v rho A G O. destruct (E v O) as [O' <-].
  now apply H.
Qed.

Lemma delivers_map st r ok y (f : frac -> frac) (g : R -> R) (ok' : env -> Prop) :
  delivers st r ok y -> (forall v, ok' v -> ok v) ->
  (forall v rho, ok' v -> is_value rho (snd r) (y v) -> is_value rho (f (snd r)) (g (y v))) ->
  delivers st (fst r, f (snd r)) ok' (fun v => g (y v)).
Proof.
  intros [L H] O F. split; [exact L|]. cbn [fst snd]. intros v rho A G K.
  destruct (H v rho A G (O v K)) as [H1 H2]. split; [exact H1 | now apply F].
Qed.

Lemma delivers_pair st r s ok1 y1 ok2 y2 (f : frac -> frac -> frac) (g : R -> R -> R) (ok : env -> Prop) :
  delivers st r ok1 y1 -> delivers (fst r) s ok2 y2 ->
  (forall v, ok v -> ok1 v /\ ok2 v) ->
  (forall v rho, ok v -> is_value rho (snd r) (y1 v) -> is_value rho (snd s) (y2 v) ->
     is_value rho (f (snd r) (snd s)) (g (y1 v) (y2 v))) ->
  delivers st (fst s, f (snd r) (snd s)) ok (fun v => g (y1 v) (y2 v)).
Proof.
  intros [[l L] H] [[m M] K] O F. split; [exists (l ++ m); cbn [fst]; now rewrite M, L, app_assoc|].
  cbn [fst snd]. intros v rho A G B. destruct (O v B) as [B1 B2].
  assert (A1 : agrees_from v rho 0 (fst r)) by (rewrite M in A; now apply agrees_app in A).
  destruct (H v rho A1 G B1) as [G1 V1]. destruct (K v rho A G1 B2) as [G2 V2].
  split; [exact G2 | now apply F].
Qed.

Lemma delivers_intern st a (ok : env -> Prop) (y : env -> R) :
  (forall v rho, agrees_from v rho 0 st -> Forall (good v rho) st -> ok v ->
     good v rho a /\ eval v (whole a) = y v) ->
  delivers st (intern a st) ok y.
Proof.
  intros H. unfold intern. destruct (find st a 0 st) as [i|] eqn:E; split; cbn [fst snd].
  - exists []; now rewrite app_nil_r.
  - intros v rho A G O. split; [exact G|]. destruct (H v rho A G O) as [Ga <-].
    apply is_value_var. now apply (find_correct v rho st a st 0 i).
  - now exists [a].
  - intros v rho A G O. assert (A' := agrees_app v rho _ _ A).
    destruct (H v rho A' G O) as [Ga <-]. split.
    + apply Forall_app; split; [exact G | now constructor].
    + apply is_value_var. rewrite <- (A (length st) a); [reflexivity|].
      rewrite nth_error_app2, Nat.sub_diag by lia. reflexivity.
Qed.

Lemma delivers_one st r ok y h w (f : R -> R) (ok' : env -> Prop) : delivers st r ok y ->
  (forall v, ok' v -> ok v /\ (h = HSqrt -> 0 <= y v)) ->
  (forall v, apply v h [y v] = f (y v)) -> (forall v, ok' v -> eval v w = f (y v)) ->
  delivers st (intern (Atom h w [snd r]) (fst r)) ok' (fun v => f (y v)).
Proof.
  intros D O F W.
  assert (I : delivers (fst r) (intern (Atom h w [snd r]) (fst r))
    (fun v => ok' v /\ forall rho, agrees_from v rho 0 (fst r) -> Forall (good v rho) (fst r) ->
       is_value rho (snd r) (y v)) (fun v => f (y v))).
  { apply delivers_intern. intros v rho A G [B K]. destruct (K rho A G) as [N V].
    split; [|now apply W]. split; [|split]; cbn [operands op whole map].
    - now constructor.
    - rewrite W by exact B. now rewrite <- V, F.
    - intros S. constructor; [|constructor]. rewrite <- V. now apply O. }
  destruct D as [[l L] H], I as [[m M] I]. split; [exists (l ++ m); now rewrite M, L, app_assoc|].
  intros v rho A G B.
  assert (A1 : agrees_from v rho 0 (fst r)) by (rewrite M in A; now apply agrees_app in A).
  destruct (H v rho A1 G (proj1 (O v B))) as [G1 V1].
  apply I; [exact A | exact G1|]. split; [exact B|].
  intros rho' A' G'. (* the value does not depend on the valuation *)
  destruct (H v rho' A') as [_ V']; [|now apply O | exact V'].
  rewrite L in G'. now apply Forall_app in G'.
Qed.

Lemma delivers_two st r s ok1 y1 ok2 y2 h w (f : R -> R -> R) (ok : env -> Prop) :
  h <> HSqrt ->
  delivers st r ok1 y1 -> delivers (fst r) s ok2 y2 ->
  (forall v, ok v -> ok1 v /\ ok2 v) ->
  (forall v, apply v h [y1 v; y2 v] = f (y1 v) (y2 v)) ->
  (forall v, ok v -> eval v w = f (y1 v) (y2 v)) ->
  delivers st (intern (Atom h w [snd r; snd s]) (fst s)) ok (fun v => f (y1 v) (y2 v)).
Proof.
  intros NS D1 D2 O F W.
  destruct D1 as [[l L] H1], D2 as [[m M] H2].
  assert (V : forall v rho, agrees_from v rho 0 (fst s) -> Forall (good v rho) st -> ok v ->
    Forall (good v rho) (fst s) /\ is_value rho (snd r) (y1 v) /\ is_value rho (snd s) (y2 v)).
  { intros v rho A G B. destruct (O v B) as [B1 B2].
    assert (A1 : agrees_from v rho 0 (fst r)) by (rewrite M in A; now apply agrees_app in A).
    destruct (H1 v rho A1 G B1) as [G1 V1]. destruct (H2 v rho A G1 B2) as [G2 V2]. auto. }
  assert (I : delivers (fst s) (intern (Atom h w [snd r; snd s]) (fst s)) ok
    (fun v => f (y1 v) (y2 v))).
  { apply delivers_intern. intros v rho A G B.
    assert (Gst : Forall (good v rho) st).
    { rewrite M, L in G. apply Forall_app in G; destruct G as [G _]. now apply Forall_app in G. }
    destruct (V v rho A Gst B) as (_ & [N1 E1] & [N2 E2]).
    split; [|now apply W]. split; [|split]; cbn [operands op whole map].
    - repeat constructor; assumption.
    - rewrite W by exact B. now rewrite <- E1, <- E2, F.
    - congruence. }
  destruct I as [[k K] I]. split; [exists (l ++ m ++ k); now rewrite K, M, L, !app_assoc|].
  intros v rho A G B. apply I; [exact A | | exact B].
  apply V; [rewrite K in A; now apply agrees_app in A | exact G | exact B].
Qed.

Lemma delivers_zero st r ok y (b : bool) (z : frac) k (c : R) (ok' : env -> Prop) y' :
  delivers st r ok y -> (forall v, ok' v -> ok v) ->
  (b = true -> forall v rho, consistent v rho (fst r) -> ok' v ->
     is_value rho (snd r) (y v) -> y' v = c) ->
  (forall rho, is_value rho z c) ->
  (b = false -> delivers st k ok' y') ->
  delivers st (if b then (fst r, z) else k) ok' y'.
Proof.
  intros D O B Z K. destruct b; [|now apply K].
  destruct D as [L H]. split; [exact L|]. cbn [fst snd]. intros v rho A G P.
  destruct (H v rho A G (O v P)) as [G1 V1]. split; [exact G1|].
  rewrite (B eq_refl v rho); [apply Z | now split | exact P | exact V1].
Qed.

Definition wanted (ex : bool) (e : expr) (v : env) : R := if ex then exp (eval v e) else eval v e.
Definition normal (e : expr) : Prop :=
  forall ex st, delivers st (norm e ex st) (fun v => defined v e) (wanted ex e).

Ltac hyps := intros; simpl in *; repeat match goal with H : _ /\ _ |- _ => destruct H end;
  repeat split; auto; try congruence.

(** The operand equals 1. *)
Lemma is_one st r ok y v rho : delivers st r ok y -> equal_frac (fst r) (snd r) fone = true ->
  consistent v rho (fst r) -> is_value rho (snd r) (y v) -> y v = 1.
Proof.
  intros _ E C [N V]. rewrite V. apply (equal_frac_correct v rho) with (1 := C) in E; auto.
  - rewrite E. symmetry. apply (proj2 (fone_value rho)).
  - apply (proj1 (fone_value rho)).
Qed.

Lemma sqrt_case a st r : delivers st r (fun v => defined v a) (wanted false a) ->
  delivers st (sqrt_of (Sqrt a) r) (fun v => defined v (Sqrt a)) (wanted false (Sqrt a)).
Proof.
  intros H. apply (delivers_zero st _ _ _ _ fzero _ 0) with (1 := H); [hyps | | intros; apply fzero_value |].
  { intros Z v rho C _ [N V]. apply (is_zero_correct v rho) in Z; [|exact C].
    unfold wanted in *; simpl. rewrite V. unfold value. rewrite Z. unfold Rdiv.
    rewrite Rmult_0_l. apply sqrt_0. }
  intros _. apply (delivers_zero st _ _ _ _ fone _ 1) with (1 := H); [hyps | | intros; apply fone_value |].
  { intros Z v rho C _ V. unfold wanted; simpl.
    replace (eval v a) with 1; [apply sqrt_1|]. symmetry. exact (is_one st _ _ _ v rho H Z C V). }
  intros _. apply (delivers_one st _ _ _ HSqrt (Sqrt a) sqrt) with (1 := H); hyps.
Qed.

Lemma log_case a st r : delivers st r (fun v => defined v a) (wanted false a) ->
  delivers st (log_of (Log a) r) (fun v => defined v (Log a)) (wanted false (Log a)).
Proof.
  intros H. apply (delivers_zero st _ _ _ _ fzero _ 0) with (1 := H); [hyps | | intros; apply fzero_value |].
  { intros Z v rho C _ V. unfold wanted; simpl.
    replace (eval v a) with 1; [apply ln_1|]. symmetry. exact (is_one st _ _ _ v rho H Z C V). }
  intros _. apply (delivers_one st _ _ _ HLog (Log a) ln) with (1 := H); hyps.
Qed.

Lemma exp_case e st r : delivers st r (fun v => defined v e) (wanted false e) ->
  delivers st (exp_of e r) (fun v => defined v e) (wanted true e).
Proof.
  intros D. apply (delivers_zero st r _ _ _ fone _ 1) with (1 := D).
  - auto.
  - intros Z v rho C _ [N V]. apply (is_zero_correct v rho) in Z; [|exact C].
    unfold wanted in *. rewrite V. unfold value. rewrite Z. unfold Rdiv. rewrite Rmult_0_l. apply exp_0.
  - intros rho; apply fone_value.
  - intros _. apply (delivers_one st r _ _ HExp (Exp e) exp) with (1 := D); hyps.
Qed.

Lemma pair_case (f : frac -> frac -> frac) (g : R -> R -> R) e1 e2 ex1 ex2 (ok : env -> Prop) st :
  normal e1 -> normal e2 ->
  (forall v, ok v -> defined v e1 /\ defined v e2) ->
  (forall v rho a b, ok v -> is_value rho a (wanted ex1 e1 v) -> is_value rho b (wanted ex2 e2 v) ->
     is_value rho (f a b) (g (wanted ex1 e1 v) (wanted ex2 e2 v))) ->
  delivers st (pair f (norm e1 ex1) (norm e2 ex2) st) ok (fun v => g (wanted ex1 e1 v) (wanted ex2 e2 v)).
Proof.
  intros H1 H2 O F.
  apply (delivers_pair st _ _ _ _ _ _ f g) with (1 := H1 ex1 st) (2 := H2 ex2 _); [exact O|].
  intros v rho K. now apply F.
Qed.

Lemma two_case h (f : R -> R -> R) e1 e2 w st : h <> HSqrt -> normal e1 -> normal e2 ->
  (forall v, defined v w -> defined v e1 /\ defined v e2) ->
  (forall v a b, apply v h [a; b] = f a b) ->
  (forall v, eval v w = f (eval v e1) (eval v e2)) ->
  delivers st (two h w (norm e1 false) (norm e2 false) st) (fun v => defined v w) (wanted false w).
Proof.
  intros S H1 H2 O F W.
  apply (delivers_ext _ _ (fun v => defined v w) _ (fun v => f (wanted false e1 v) (wanted false e2 v)));
    [|intros v D; split; [exact D | unfold wanted; now rewrite W]].
  apply (delivers_two st _ _ _ _ _ _ h w f) with (2 := H1 false st) (3 := H2 false _); auto.
  intros v _; apply W.
Qed.

Lemma value_of_num st q : delivers st (st, (pconst q, pone)) (fun v => defined v (Num q)) (wanted false (Num q)).
Proof.
  split; [exists []; cbn [fst]; now rewrite app_nil_r|].
  cbn [fst snd]. intros v rho _ G _. split; [exact G|]. unfold wanted; simpl.
  split; unfold value; cbn [fst snd]; rewrite peval_pone; [lra|]. rewrite peval_pconst. field.
Qed.

Lemma sub_case e1 e2 st : normal e1 -> normal e2 ->
  delivers st (pair fsub (norm e1 false) (norm e2 false) st) (fun v => defined v (Sub e1 e2))
    (wanted false (Sub e1 e2)).
Proof.
  intros. apply (pair_case fsub Rminus); auto.
  intros; unfold Rminus, fsub; apply fadd_value; [assumption | now apply fneg_value].
Qed.
Lemma div_case e1 e2 st : normal e1 -> normal e2 ->
  delivers st (pair fdiv (norm e1 false) (norm e2 false) st) (fun v => defined v (Div e1 e2))
    (wanted false (Div e1 e2)).
Proof.
  intros. apply (pair_case fdiv Rdiv); auto; [hyps|].
  intros v rho a b D A B. apply fmul_value; [assumption|]. apply finv_value; [assumption|].
  simpl in D. now unfold wanted.
Qed.

Lemma exp_not_0 e v : wanted true e v <> 0.
Proof. unfold wanted. apply Rgt_not_eq, exp_pos. Qed.

Lemma norm_correct_exp e : normal e /\ forall b, e = Exp b -> normal b.
Proof.
  unfold normal.
  induction e; try (destruct IHe1 as [IHe1 _], IHe2 as [IHe2 _]); try (destruct IHe as [IHe IHx]);
    (split; [intros ex st; cbn [norm splits]; lazy zeta
            | intros b E; try discriminate E; injection E as <-; exact IHe]);
    try (destruct ex; cbv iota; [apply exp_case|]).
  - apply value_of_num.
  - apply value_of_num.
  - apply delivers_intern. intros v rho _ _ _. repeat split; [constructor | discriminate].
  - apply delivers_intern. intros v rho _ _ _. repeat split; [constructor | discriminate].
  - (* add *) destruct ex; cbv iota.
    + apply (delivers_ext _ _ (fun v => defined v (Add e1 e2)) _ (fun v => wanted true e1 v * wanted true e2 v));
        [|intros v D; split; [exact D | unfold wanted; simpl; now rewrite exp_plus]].
      apply (pair_case fmul Rmult); auto. intros; now apply fmul_value.
    + apply (pair_case fadd Rplus); auto. intros; now apply fadd_value.
  - (* sub *) destruct ex; cbv iota; [|now apply sub_case].
    apply (delivers_ext _ _ (fun v => defined v (Sub e1 e2)) _ (fun v => wanted true e1 v / wanted true e2 v));
      [|intros v D; split; [exact D | unfold wanted; simpl; unfold Rminus; now rewrite exp_plus, exp_Ropp]].
    apply (pair_case fdiv Rdiv); auto. intros; apply fmul_value; [assumption|].
    apply finv_value; [assumption | apply exp_not_0].
  - apply (pair_case fmul Rmult); auto. intros; now apply fmul_value.
  - apply (pair_case fmul Rmult); auto. intros; now apply fmul_value.
  - now apply div_case.
  - now apply div_case.
  - apply (two_case HMin Rmin); auto; discriminate.
  - apply (two_case HMin Rmin); auto; discriminate.
  - apply (two_case HMax Rmax); auto; discriminate.
  - apply (two_case HMax Rmax); auto; discriminate.
  - (* neg *) destruct ex; cbv iota.
    + apply (delivers_ext _ _ (fun v => defined v e) _ (fun v => / wanted true e v));
        [|intros v D; split; [exact D | unfold wanted; simpl; now rewrite exp_Ropp]].
      apply (delivers_map st _ _ _ finv Rinv) with (1 := IHe true st); [auto|].
      intros v rho _ V. apply finv_value; [exact V | apply exp_not_0].
    + apply (delivers_map st _ _ _ fneg Ropp) with (1 := IHe false st); [auto|].
      intros; now apply fneg_value.
  - apply (delivers_map st _ _ _ (fun f => fmul f f) Rsqr) with (1 := IHe false st); [auto|].
    intros; now apply fmul_value.
  - apply (delivers_map st _ _ _ (fun f => fmul f f) Rsqr) with (1 := IHe false st); [auto|].
    intros; now apply fmul_value.
  - apply sqrt_case, IHe.
  - apply sqrt_case, IHe.
  - exact (IHe true st).
  - exact (IHe true st).
  - (* log *) destruct ex; cbv iota.
    + apply (delivers_ext _ _ (fun v => defined v e) _ (wanted false e)); [apply IHe|].
      intros v [D P]. split; [exact D|]. unfold wanted; simpl. now rewrite exp_ln.
    + assert (G := log_case e st _ (IHe false st)).
      destruct e; lazymatch goal with |- delivers _ (log_of _ _) _ _ => exact G | _ => clear G end.
      apply (delivers_ext _ _ (fun v => defined v e) _ (wanted false e)); [now apply (IHx e)|].
      intros v [D _]. split; [exact D|]. unfold wanted; simpl. now rewrite ln_exp.
  - apply (delivers_one st _ _ _ HAbs (Abs e) Rabs) with (1 := IHe false st); hyps.
  - apply (delivers_one st _ _ _ HAbs (Abs e) Rabs) with (1 := IHe false st); hyps.
Qed.

Theorem norm_correct e : normal e.
Proof. apply norm_correct_exp. Qed.

(** ** Conclusions *)

Definition whole_values (v : env) (st : table) (i : nat) : R :=
  match nth_error st i with Some a => eval v (whole a) | None => 0 end.

Lemma whole_values_agree v st : agrees_from v (whole_values v st) 0 st.
Proof. intros k a H. unfold whole_values. simpl. now rewrite H. Qed.

Theorem equal_by_normal_form_correct e f v : equal_by_normal_form e f = true ->
  defined v e -> defined v f -> eval v e = eval v f.
Proof.
  unfold equal_by_normal_form; lazy zeta. intros H E F.
  destruct (norm_correct e false []) as [[l L] He].
  destruct (norm_correct f false (fst (norm e false []))) as [[m M] Hf].
  set (r := norm e false []) in *. set (s := norm f false (fst r)) in *.
  set (rho := whole_values v (fst s)).
  assert (A : agrees_from v rho 0 (fst s)) by apply whole_values_agree.
  assert (A1 : agrees_from v rho 0 (fst r)) by (rewrite M in A; now apply agrees_app in A).
  destruct (He v rho A1 (Forall_nil _) E) as [G1 [N1 V1]].
  destruct (Hf v rho A G1 F) as [G2 [N2 V2]].
  unfold wanted in *. rewrite V1, V2. now apply (equal_frac_correct v rho (fst s)).
Qed.

Theorem zero_by_normal_form_correct e v : zero_by_normal_form e = true ->
  defined v e -> eval v e = 0.
Proof.
  unfold zero_by_normal_form; lazy zeta. intros H E.
  destruct (norm_correct e false []) as [[l L] He]. set (r := norm e false []) in *.
  set (rho := whole_values v (fst r)).
  assert (A : agrees_from v rho 0 (fst r)) by apply whole_values_agree.
  destruct (He v rho A (Forall_nil _) E) as [G1 [N1 V1]].
  unfold wanted in V1. rewrite V1. unfold value.
  rewrite (is_zero_correct v rho (fst r) _ (conj A G1) H). unfold Rdiv; ring.
Qed.
