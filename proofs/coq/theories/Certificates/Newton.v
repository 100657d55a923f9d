(** The step [newton]: an interval has exactly one point of a cycle of period k,
    attracting or repelling, by Newton's method for f^k with interval slopes along
    the orbit ([newton_sound]). *)

From Coq Require Import Reals QArith Qreals Arith Bool List Lra Lia.
From GrpoProofs Require Import Defs.
From GrpoProofs.Orbits Require Import IterLemmas.
From GrpoProofs.Certificates Require Import Formula Domain Tree Program SlopeBounds Iterates.
Import ListNotations.
Open Scope R_scope.

(** On b the iterates are defined, those before the k-th lie outside of b, the k-th
    has its slopes in m, and exactly one point is its own k-th iterate. *)
Definition unique_cycle_statement (x : nat) (f : expr) (k : nat) (b m : Q * Q) : Prop :=
  let F := map_of x f in
  (forall r, between b r -> forall j, (j < k)%nat -> map_defined x f (iter F r j)) /\
  (forall r, between b r -> forall j, (0 < j < k)%nat -> ~ between b (iter F r j)) /\
  slopes_between (fun r => iter F r k) (Q2R (fst b)) (Q2R (snd b)) (Q2R (fst m)) (Q2R (snd m)) /\
  exists c, (between b c /\ iter F c k = c) /\ forall d, between b d /\ iter F d k = d -> d = c.

Record newton_data : Set := NewtonData { bits : positive; cells : tree }.

(** ** The checker *)

(** How far 1 is from the slopes, and how far the image of the centre may be from it. *)
Definition distance (m : Q * Q) : Q := if Qltb 1 (fst m) then (fst m - 1)%Q else (1 - snd m)%Q.
Definition centre (b : Q * Q) : Q := ((fst b + snd b) * (1 # 2))%Q.
Definition reach (b m : Q * Q) : Q := (distance m * ((snd b - fst b) * (1 # 2)))%Q.

Definition check_newton (x : nat) (f : expr) (k : nat) (b m : Q * Q) (o : newton_data) : bool :=
  let p := compile f [] in
  let c := centre b in
  if code_of f p then
  if Qleb (fst b) (snd b) then
  if Qltb 0 (distance m) then
  if Nat.ltb 0 k then
  if enters (bits o) x p c k ((c - reach b m)%Q, (c + reach b m)%Q) then
    check_cells (bits o) x p k b m false (cells o)
  else false else false else false else false else false.

(** ** Newton's method for real functions *)

Lemma newton_root g a b l u d : a <= b -> (forall r, a <= r <= b -> continuity_pt g r) ->
  slopes_between g a b l u -> 0 < d -> 1 + d <= l \/ u <= 1 - d ->
  (a + b) / 2 - d * ((b - a) / 2) <= g ((a + b) / 2) <= (a + b) / 2 + d * ((b - a) / 2) ->
  exists c, (a <= c <= b /\ g c = c) /\ forall z, a <= z <= b /\ g z = z -> z = c.
Proof.
  intros Hab C S Hd Hlu N. set (m := (a + b) / 2) in *. set (r := (b - a) / 2) in *.
  assert (Ha : a = m - r) by (unfold m, r; lra). assert (Hb : b = m + r) by (unfold m, r; lra).
  assert (Hr : 0 <= r) by (unfold r; lra). clearbody m r. subst a b.
  assert (Low := S (m - r) m ltac:(lra) ltac:(lra) ltac:(lra)).
  assert (Up := S m (m + r) ltac:(lra) ltac:(lra) ltac:(lra)).
  assert (D : forall z, m - r <= z <= m + r -> continuity_pt (fun z => g z - z) z).
  { intros z Hz. apply continuity_pt_minus; [now apply C|]. apply derivable_continuous_pt, derivable_pt_id. }
  assert (E : exists c, m - r <= c <= m + r /\ g c - c = 0).
  { destruct Hlu as [Hl|Hu].
    - assert (K : (1 + d) * r <= l * r) by (apply Rmult_le_compat_r; lra).
      apply (ivt_up (fun z => g z - z)); [lra | exact D | lra].
    - assert (K : u * r <= (1 - d) * r) by (apply Rmult_le_compat_r; lra).
      apply (ivt_down (fun z => g z - z)); [lra | exact D | lra]. }
  destruct E as [c [Hc Ec]]. exists c. split; [split; [exact Hc | lra]|]. intros z [Hz Ez].
  assert (One : forall y w, m - r <= y -> y < w -> w <= m + r -> g y = y -> g w = w -> False).
  { intros y w Hy Hyw Hw Ey Ew. assert (K := S y w ltac:(lra) ltac:(lra) ltac:(lra)). rewrite Ey, Ew in K.
    assert (P : 0 < d * (w - y)) by (apply Rmult_lt_0_compat; lra).
    destruct Hlu as [Hl|Hu].
    - assert (Q : (1 + d) * (w - y) <= l * (w - y)) by (apply Rmult_le_compat_r; lra). lra.
    - assert (Q : u * (w - y) <= (1 - d) * (w - y)) by (apply Rmult_le_compat_r; lra). lra. }
  destruct (Rtotal_order z c) as [L|[L|L]]; [exfalso | exact L | exfalso].
  - apply (One z c); lra.
  - apply (One c z); lra.
Qed.

(** ** Correctness *)

Lemma Q2R_half : Q2R (1 # 2) = / 2.
Proof. unfold Q2R; simpl; lra. Qed.

Theorem newton_sound x f k b m o : check_newton x f k b m o = true -> unique_cycle_statement x f k b m.
Proof.
  unfold check_newton; lazy zeta. set (p := compile f []).
  destruct (code_of f p) eqn:Hp; [|discriminate]. destruct (Qleb _ _) eqn:Eo; [|discriminate].
  destruct (Qltb 0 _) eqn:Ed; [|discriminate]. destruct (Nat.ltb 0 k); [|discriminate].
  destruct (enters _ _ _ _ _ _) eqn:Ee; [|discriminate]. intros H.
  apply Qleb_correct in Eo. apply Qltb_correct in Ed. rewrite Q2R_0 in Ed.
  apply (enters_correct _ _ f) in Ee; [|exact Hp]. destruct Ee as [N _]. cbn [fst snd] in N.
  apply (check_cells_correct _ _ f) in H; [|exact Hp | exact Eo]. destruct H as [I S].
  unfold unique_cycle_statement; lazy zeta.
  split; [intros r Hr; now apply I|]. split; [intros r Hr; now apply I|]. split; [exact S|].
  apply (newton_root _ _ _ (Q2R (fst m)) (Q2R (snd m)) (Q2R (distance m))); auto.
  - intros r Hr. apply iter_continuous_where_defined. now apply I.
  - unfold distance in *. destruct (Qltb 1 (fst m)); [left | right]; rewrite Q2R_minus, Q2R_1; lra.
  - unfold centre, reach in N. rewrite !Q2R_minus, !Q2R_plus, !Q2R_mult, !Q2R_plus, !Q2R_minus, Q2R_half in N.
    exact N.
Qed.
