(** The step [orbit]: an orbit enters an interval which k steps map into itself and
    contract, and which the steps between leave ([orbit_sound]). *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Computation Require Import AttractingCycle.
From GrpoProofs.Certificates Require Import Formula Domain Derivative Tree Program SlopeBounds Iterates.
Import ListNotations.
Open Scope R_scope.

(** Every iterate of q is defined; the orbit of q is attracted by a point of period
    exactly k in the interval, and has no limit when k >= 2. *)
Definition cycle_statement (x : nat) (q : Q) (f : expr) (k : nat) (i : interval) : Prop :=
  let F := map_of x f in
  (forall n, map_defined x f (iter F (Q2R q) n)) /\
  (exists c N, inside i c /\ iter F c k = c /\
     (forall j, (0 < j < k)%nat -> iter F c j <> c) /\
     is_lim_seq (fun n => iter F (Q2R q) (n * k + N)) c) /\
  ((2 <= k)%nat -> ~ ex_lim_seq (iter F (Q2R q))).

(** The interval, and a bound of the slopes of the k-th iterate on it. *)
Record orbit_data : Set := OrbitData {
  precision : positive; enter : nat; target : Q * Q; slope : Q; cells : tree }.

Definition ends_inside (b : Q * Q) (i : interval) : bool :=
  match lower i with Inf => true | Open p => Qltb p (fst b) | Closed p => Qleb p (fst b) end &&
  match upper i with Inf => true | Open p => Qltb (snd b) p | Closed p => Qleb (snd b) p end.

Definition check_orbit (x : nat) (q : Q) (f : expr) (k : nat) (i : interval) (o : orbit_data) : bool :=
  let p := compile f [] in
  let b := target o in
  if code_of f p then
  if Nat.ltb 0 k then
  if Qleb (fst b) (snd b) then
  if ends_inside b i then
  if Qleb 0 (slope o) then
  if Qltb (slope o) 1 then
  if enters (precision o) x p q (enter o) b then
    check_cells (precision o) x p k b ((- slope o)%Q, slope o) true (cells o)
  else false else false else false else false else false else false else false.

Lemma ends_inside_correct b i r : ends_inside b i = true -> between b r -> inside i r.
Proof.
  unfold ends_inside, between. intros H [L U]. apply andb_prop in H; destruct H as [E1 E2]. split.
  - destruct (lower i); simpl; auto; [apply Qltb_correct in E1 | apply Qleb_correct in E1]; lra.
  - destruct (upper i); simpl; auto; [apply Qltb_correct in E2 | apply Qleb_correct in E2]; lra.
Qed.

Theorem orbit_sound x q f k i o : check_orbit x q f k i o = true -> cycle_statement x q f k i.
Proof.
  unfold check_orbit; lazy zeta. set (p := compile f []). set (b := target o). set (N := enter o).
  destruct (code_of f p) eqn:Hp; [|discriminate]. destruct (Nat.ltb 0 k) eqn:Ek; [|discriminate].
  destruct (Qleb (fst b) _) eqn:Eo; [|discriminate]. destruct (ends_inside b i) eqn:Ei; [|discriminate].
  destruct (Qleb 0 _) eqn:E0; [|discriminate]. destruct (Qltb _ 1) eqn:E1; [|discriminate].
  destruct (enters _ _ _ _ _ _) eqn:Ee; [|discriminate]. intros H.
  apply Nat.ltb_lt in Ek. apply Qleb_correct in Eo, E0. apply Qltb_correct in E1. rewrite Q2R_0 in E0.
  rewrite Q2R_1 in E1. apply (enters_correct _ _ f) in Ee; [|exact Hp]. destruct Ee as [In Def].
  apply (check_cells_correct _ _ f) in H; [|exact Hp | exact Eo]. destruct H as [C S].
  cbn [fst snd] in S. rewrite Q2R_opp in S. apply slopes_lipschitz in S.
  set (F := map_of x f) in *.
  assert (M : maps (fun r => iter F r k) (Q2R (fst b)) (Q2R (snd b)) (Q2R (fst b)) (Q2R (snd b))).
  { intros r Hr. now apply (C r Hr). }
  assert (Cont : continuous_on (fun r => iter F r k) (Q2R (fst b)) (Q2R (snd b))).
  { intros r Hr. apply iter_continuous_where_defined. now apply (C r Hr). }
  destruct (tends_to_cycle F k _ _ (Q2R (slope o)) (Q2R q) N Eo (conj E0 E1) M S Cont In) as (c & Hc & Ec & Lc).
  assert (J : forall j, (0 < j < k)%nat -> iter F c j <> c).
  { intros j Hj E. destruct (C c Hc) as (_ & A & _). apply (A j Hj). fold F. now rewrite E. }
  assert (Stay := stays_in F k _ _ (Q2R q) N M In).
  split; [|split].
  - intros n. destruct (le_lt_dec N n) as [K|K]; [|now apply Def].
    assert (E : n = (((n - N) mod k) + ((n - N) / k * k + N))%nat).
    { assert (D := Nat.div_mod (n - N) k ltac:(lia)). lia. }
    rewrite E, iter_add. apply (C _ (Stay ((n - N) / k)%nat)). apply Nat.mod_upper_bound. lia.
  - exists c, N. split; [now apply (ends_inside_correct b)|]. auto.
  - intros H2 [l Hl].
    assert (A : is_lim_seq (fun n => iter F (Q2R q) (n * k + N)) l).
    { apply (is_lim_seq_subseq _ l (fun n => (n * k + N)%nat)); [|exact Hl].
      apply eventually_subseq. intros n. nia. }
    assert (E : l = c) by (apply is_lim_seq_unique in A; apply is_lim_seq_unique in Lc; congruence).
    subst l. apply (J 1%nat); [lia|]. simpl. apply (limit_is_fixpt F (Q2R q)); [|exact Hl].
    apply (continuous_where_defined x f (fun _ => 0)). destruct (C c Hc) as (D & _). exact (D O ltac:(lia)).
Qed.
