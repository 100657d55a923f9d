(** Slopes of straight-line programs of one variable.

    On an interval i the value of a formula lies in [range], and between any two
    points r, s of i it changes by m (r - s) with m in [slope].  Nothing is
    differentiated, so [min], [max] and [abs] have slopes like everything else.
    Few bits are enough: what a map contracts, it contracts here
    ([image_correct]). *)

From Coq Require Import Reals QArith Qreals ZArith Arith Bool List Lra Lia.
From Interval.Real Require Import Xreal.
From Interval.Interval Require Import Interval.
From GrpoProofs.Computation Require Import IntervalZ.
From GrpoProofs.Computation Require Expr.
From GrpoProofs.Certificates Require Import Formula Domain Enclosure Tree Program.
Import ListNotations.
Open Scope R_scope.

Record dual : Type := Dual { range : ZI.type; slope : ZI.type }.

Section Compute.
Variable prec : ZF.precision.

(** Certainly below or equal. *)
Definition below (i j : ZI.type) : bool := Expr.surely_nonneg (zsub prec j i).

Definition dual1 (o : op1) (a : dual) : option dual :=
  match o with
  | ONeg => Some (Dual (ZI.neg (range a)) (ZI.neg (slope a)))
  | OSquare => Some (Dual (ZI.sqr prec (range a)) (ZI.mul prec (zadd prec (range a) (range a)) (slope a)))
  | OSqrt => match zsqrt prec (range a) with
             | Some r => option_map (Dual r) (zdiv prec (slope a) (zadd prec r r))
             | None => None
             end
  | OExp => let r := ZI.exp prec (range a) in Some (Dual r (ZI.mul prec r (slope a)))
  | OLog => match zlog prec (range a) with
            | Some r => option_map (Dual r) (zdiv prec (slope a) (range a))
            | None => None
            end
  | OAbs => let n := ZI.neg (slope a) in
            Some (Dual (ZI.abs (range a))
              (if Expr.surely_nonneg (range a) then slope a
               else if Expr.surely_nonneg (ZI.neg (range a)) then n else ZI.join (slope a) n))
  end.

Definition dual2 (o : op2) (a b : dual) : option dual :=
  match o with
  | OAdd => Some (Dual (zadd prec (range a) (range b)) (zadd prec (slope a) (slope b)))
  | OSub => Some (Dual (zsub prec (range a) (range b)) (zsub prec (slope a) (slope b)))
  | OMul => Some (Dual (ZI.mul prec (range a) (range b))
              (zadd prec (ZI.mul prec (slope a) (range b)) (ZI.mul prec (range a) (slope b))))
  | ODiv => match zdiv prec (range a) (range b) with
            | Some r => option_map (Dual r)
                (zdiv prec (zsub prec (slope a) (ZI.mul prec r (slope b))) (range b))
            | None => None
            end
  | OMin => Some (Dual (Expr.zmin (range a) (range b))
              (if below (range a) (range b) then slope a
               else if below (range b) (range a) then slope b else ZI.join (slope a) (slope b)))
  | OMax => Some (Dual (Expr.zmax (range a) (range b))
              (if below (range b) (range a) then slope a
               else if below (range a) (range b) then slope b else ZI.join (slope a) (slope b)))
  end.

Definition dual_of (x : nat) (i : ZI.type) (m : store (option dual)) (s : instr) : option dual :=
  match s with
  | INum q => Some (Dual (zq prec q) (ZI.fromZ prec 0))
  | IVar y => if Nat.eqb y x then Some (Dual i (ZI.fromZ prec 1)) else None
  | I1 o a => match get None m a with Some d => dual1 o d | None => None end
  | I2 o a b => match get None m a, get None m b with Some d, Some e => dual2 o d e | _, _ => None end
  end.
Fixpoint duals (x : nat) (i : ZI.type) (p : program) : store (option dual) :=
  match p with [] => nothing | s :: t => let m := duals x i t in push (dual_of x i m s) m end.

(** Value number k on i, by its range and by its value at the midpoint and its slope. *)
Definition image (x : nat) (i : ZI.type) (p : program) (k : positive) : option dual :=
  match get None (duals x i p) k with
  | None => None
  | Some d =>
      let c := ZH.J.midpoint i in
      match value prec (run prec [(x, c)] p) k with
      | None => Some d
      | Some y => Some (Dual (ZI.meet (range d) (zadd prec y (ZI.mul prec (slope d) (zsub prec i c))))
                          (slope d))
      end
  end.
End Compute.

(** ** Real numbers between two others *)

Lemma convex i a b c : contains_real i a -> contains_real i b -> Rmin a b <= c <= Rmax a b ->
  contains_real i c.
Proof.
  unfold Expr.contains_real, contains. destruct (ZI.convert i) as [|l u]; [auto|].
  intros [A1 A2] [B1 B2] H. unfold Rmin, Rmax in H.
  destruct l, u; destruct (Rle_dec a b); split; auto; lra.
Qed.
Lemma join_convex i j a b c : contains_real i a -> contains_real j b -> Rmin a b <= c <= Rmax a b ->
  contains_real (ZI.join i j) c.
Proof. intros A B. apply convex; apply ZI.join_correct; auto. Qed.

(** A change between those of two slopes has a slope between them. *)
Lemma slope_between s t d u : Rmin (s * d) (t * d) <= u <= Rmax (s * d) (t * d) ->
  exists m, Rmin s t <= m <= Rmax s t /\ u = m * d.
Proof.
  intros H. destruct (Req_dec d 0) as [->|N].
  - exists s. rewrite !Rmult_0_r, Rmin_left, Rmax_left in H by lra.
    split; [split; [apply Rmin_l | apply Rmax_l] | lra].
  - exists (u / d). split; [|field; exact N].
    assert (E : u = (u / d) * d) by (field; exact N). set (m := u / d) in *. clearbody m. subst u.
    destruct (Rtotal_order d 0) as [D|[D|D]]; [|contradiction|];
      unfold Rmin, Rmax in *; destruct (Rle_dec s t), (Rle_dec (s * d) (t * d)); nra.
Qed.
Lemma min_between a b a' b' : Rmin (a - a') (b - b') <= Rmin a b - Rmin a' b' <= Rmax (a - a') (b - b').
Proof.
  unfold Rmin, Rmax; destruct (Rle_dec (a - a') (b - b')), (Rle_dec a b), (Rle_dec a' b'); lra.
Qed.
Lemma max_between a b a' b' : Rmin (a - a') (b - b') <= Rmax a b - Rmax a' b' <= Rmax (a - a') (b - b').
Proof.
  unfold Rmin, Rmax; destruct (Rle_dec (a - a') (b - b')), (Rle_dec a b), (Rle_dec a' b'); lra.
Qed.
Lemma abs_between a a' : Rmin (a - a') (- (a - a')) <= Rabs a - Rabs a' <= Rmax (a - a') (- (a - a')).
Proof.
  unfold Rmin, Rmax, Rabs. destruct (Rle_dec (a - a') (- (a - a'))), (Rcase_abs a), (Rcase_abs a'); lra.
Qed.

(** The mean value theorem, the ends in any order. *)
Lemma change (f f' : R -> R) a b : (forall c, Rmin a b <= c <= Rmax a b -> derivable_pt_lim f c (f' c)) ->
  exists c, Rmin a b <= c <= Rmax a b /\ f a - f b = f' c * (a - b).
Proof.
  intros D. destruct (Rtotal_order a b) as [L|[->|L]].
  - destruct (MVT_cor2 f f' a b L) as [c [E H]].
    { intros c H. apply D. now rewrite Rmin_left, Rmax_right by lra. }
    exists c. rewrite Rmin_left, Rmax_right by lra. split; lra.
  - exists b. rewrite Rmin_left, Rmax_left by lra. split; lra.
  - destruct (MVT_cor2 f f' b a L) as [c [E H]].
    { intros c H. apply D. now rewrite Rmin_right, Rmax_left by lra. }
    exists c. rewrite Rmin_right, Rmax_left by lra. split; lra.
Qed.
Lemma exp_change a b : exists c, Rmin a b <= c <= Rmax a b /\ exp a - exp b = exp c * (a - b).
Proof. apply (change exp exp). intros c _. apply derivable_pt_lim_exp. Qed.
Lemma ln_change a b : 0 < a -> 0 < b ->
  exists c, Rmin a b <= c <= Rmax a b /\ ln a - ln b = / c * (a - b).
Proof.
  intros A B. apply (change ln Rinv). intros c H. apply derivable_pt_lim_ln.
  unfold Rmin in H. destruct (Rle_dec a b); lra.
Qed.
Lemma sqrt_change a b : 0 <= a -> 0 <= b -> sqrt a + sqrt b <> 0 ->
  sqrt a - sqrt b = (a - b) / (sqrt a + sqrt b).
Proof.
  intros A B N. assert (A2 := sqrt_sqrt a A). assert (B2 := sqrt_sqrt b B).
  set (u := sqrt a) in *. set (w := sqrt b) in *. clearbody u w. subst a b. field. exact N.
Qed.

(** ** Correctness *)

Definition has (i : ZI.type) (x : nat) (e : expr) (d : dual) : Prop :=
  forall v r, contains_real i r ->
    defined (upd v x r) e /\ contains_real (range d) (eval (upd v x r) e) /\
    forall s, contains_real i s -> exists m, contains_real (slope d) m /\
      eval (upd v x r) e - eval (upd v x s) e = m * (r - s).

Section Correct.
Variables (prec : ZF.precision) (x : nat) (i : ZI.type).

Lemma neg_real j y : contains_real j y -> contains_real (ZI.neg j) (- y).
Proof. intros; now apply (ZI.neg_correct _ (Xreal _)). Qed.
Lemma exp_real j y : contains_real j y -> contains_real (ZI.exp prec j) (exp y).
Proof. intros; now apply (ZI.exp_correct prec _ (Xreal _)). Qed.

Lemma below_correct j k y z : below prec j k = true -> contains_real j y -> contains_real k z -> y <= z.
Proof.
  intros H Hj Hk. assert (0 <= z - y); [|lra].
  eapply Expr.surely_nonneg_correct; [exact H | now apply sub_real].
Qed.

Lemma dual1_correct o e a d : has i x e a -> dual1 prec o a = Some d -> has i x (node1 o e) d.
Proof.
  intros Ha H v r Hr. destruct (Ha v r Hr) as (Df & Cr & Sl). destruct o; simpl in H.
  - injection H as <-. split; [exact Df|]. split; [now apply neg_real|]. intros s Hs.
    destruct (Sl s Hs) as (m & Hm & E). exists (- m). split; [now apply neg_real | simpl; lra].
  - injection H as <-. split; [exact Df|].
    split; [now apply (ZI.sqr_correct prec _ (Xreal _))|]. intros s Hs.
    destruct (Sl s Hs) as (m & Hm & E). destruct (Ha v s Hs) as (_ & Cs & _).
    exists ((eval (upd v x r) e + eval (upd v x s) e) * m).
    split; [apply mul_real; [now apply add_real | exact Hm]|]. simpl. unfold Rsqr.
    rewrite (Rmult_assoc _ m), <- E. ring.
  - destruct (zsqrt prec (range a)) as [w|] eqn:W; [|discriminate H].
    destruct (zdiv prec (slope a) (zadd prec w w)) as [q|] eqn:Q; [|discriminate H].
    injection H as <-. destruct (zsqrt_correct prec _ _ _ Cr W) as [Pr Wr].
    split; [now split|]. split; [exact Wr|]. intros s Hs.
    destruct (Sl s Hs) as (m & Hm & E). destruct (Ha v s Hs) as (_ & Cs & _).
    destruct (zsqrt_correct prec _ _ _ Cs W) as [Ps Ws].
    destruct (zdiv_correct prec _ _ _ _ _ Hm (add_real prec _ _ _ _ Wr Ws) Q) as [N C].
    exists (m / (sqrt (eval (upd v x r) e) + sqrt (eval (upd v x s) e))). split; [exact C|].
    simpl. rewrite sqrt_change by assumption. rewrite E. field. exact N.
  - injection H as <-. split; [exact Df|]. split; [now apply exp_real|]. intros s Hs.
    destruct (Sl s Hs) as (m & Hm & E). destruct (Ha v s Hs) as (_ & Cs & _).
    destruct (exp_change (eval (upd v x r) e) (eval (upd v x s) e)) as (c & Hc & F).
    exists (exp c * m). split; [apply mul_real; [|exact Hm]; apply exp_real; now apply (convex _ _ _ c Cr Cs)|].
    simpl. rewrite F, E. ring.
  - destruct (zlog prec (range a)) as [w|] eqn:W; [|discriminate H].
    destruct (zdiv prec (slope a) (range a)) as [q|] eqn:Q; [|discriminate H].
    injection H as <-. destruct (zlog_correct prec _ _ _ Cr W) as [Pr Wr].
    split; [now split|]. split; [exact Wr|]. intros s Hs.
    destruct (Sl s Hs) as (m & Hm & E). destruct (Ha v s Hs) as (_ & Cs & _).
    destruct (zlog_correct prec _ _ _ Cs W) as [Ps _].
    destruct (ln_change _ _ Pr Ps) as (c & Hc & F).
    destruct (zdiv_correct prec _ _ _ _ _ Hm (convex _ _ _ c Cr Cs Hc) Q) as [N C].
    exists (m / c). split; [exact C|]. simpl. rewrite F, E. field. exact N.
  - injection H as <-. split; [exact Df|].
    split; [now apply (ZI.abs_correct _ (Xreal _))|]. intros s Hs.
    destruct (Sl s Hs) as (m & Hm & E). destruct (Ha v s Hs) as (_ & Cs & _).
    cbn [slope node1 eval].
    destruct (Expr.surely_nonneg (range a)) eqn:P; [|destruct (Expr.surely_nonneg (ZI.neg (range a))) eqn:M].
    + exists m. split; [exact Hm|].
      rewrite !Rabs_right by (apply Rle_ge; eapply Expr.surely_nonneg_correct; eassumption). exact E.
    + assert (Nr := Expr.surely_nonneg_correct _ _ M (neg_real _ _ Cr)).
      assert (Ns := Expr.surely_nonneg_correct _ _ M (neg_real _ _ Cs)).
      exists (- m). split; [now apply neg_real|]. rewrite !Rabs_left1 by lra. lra.
    + destruct (slope_between m (- m) (r - s) (Rabs (eval (upd v x r) e) - Rabs (eval (upd v x s) e)))
        as (t & Ht & F).
      { replace (- m * (r - s)) with (- (m * (r - s))) by ring. rewrite <- E. apply abs_between. }
      exists t. split; [|exact F]. now apply (join_convex _ _ m (- m)); [|apply neg_real|].
Qed.

Lemma dual2_correct o e f a b d : has i x e a -> has i x f b -> dual2 prec o a b = Some d ->
  has i x (node2 o e f) d.
Proof.
  intros Ha Hb H v r Hr.
  destruct (Ha v r Hr) as (Da & Ca & Sa). destruct (Hb v r Hr) as (Db & Cb & Sb).
  assert (S : forall s, contains_real i s -> exists m n,
    contains_real (slope a) m /\ contains_real (slope b) n /\
    eval (upd v x r) e - eval (upd v x s) e = m * (r - s) /\
    eval (upd v x r) f - eval (upd v x s) f = n * (r - s) /\
    contains_real (range a) (eval (upd v x s) e) /\ contains_real (range b) (eval (upd v x s) f)).
  { intros s Hs. destruct (Sa s Hs) as (m & Hm & E). destruct (Sb s Hs) as (n & Hn & F).
    destruct (Ha v s Hs) as (_ & Ca' & _). destruct (Hb v s Hs) as (_ & Cb' & _).
    exists m, n. auto 7. }
  destruct o; simpl in H.
  - injection H as <-. split; [now split|]. split; [now apply add_real|]. intros s Hs.
    destruct (S s Hs) as (m & n & Hm & Hn & E & F & _). exists (m + n).
    split; [now apply add_real | simpl; lra].
  - injection H as <-. split; [now split|]. split; [now apply sub_real|]. intros s Hs.
    destruct (S s Hs) as (m & n & Hm & Hn & E & F & _). exists (m - n).
    split; [now apply sub_real | simpl; lra].
  - injection H as <-. split; [now split|]. split; [now apply mul_real|]. intros s Hs.
    destruct (S s Hs) as (m & n & Hm & Hn & E & F & Cs & _).
    exists (m * eval (upd v x r) f + eval (upd v x s) e * n).
    split; [apply add_real; now apply mul_real|]. simpl.
    rewrite Rmult_plus_distr_r, (Rmult_assoc _ n), <- F.
    replace (m * eval (upd v x r) f * (r - s)) with (m * (r - s) * eval (upd v x r) f) by ring.
    rewrite <- E. ring.
  - destruct (zdiv prec (range a) (range b)) as [w|] eqn:W; [|discriminate H].
    destruct (zdiv prec (zsub prec (slope a) (ZI.mul prec w (slope b))) (range b)) as [q|] eqn:Q; [|discriminate H].
    injection H as <-. destruct (zdiv_correct prec _ _ _ _ _ Ca Cb W) as [N Cw].
    split; [now repeat split|]. split; [exact Cw|]. intros s Hs.
    destruct (S s Hs) as (m & n & Hm & Hn & E & F & Cs & Ct).
    destruct (zdiv_correct prec _ _ _ _ _ Cs Ct W) as [N' Cw'].
    destruct (zdiv_correct prec _ _ _ _ _ (sub_real prec _ _ _ _ Hm (mul_real prec _ _ _ _ Cw' Hn)) Cb Q) as [_ C].
    exists ((m - eval (upd v x s) e / eval (upd v x s) f * n) / eval (upd v x r) f). split; [exact C|].
    simpl. set (p := eval (upd v x r) e) in *. set (p' := eval (upd v x s) e) in *.
    set (u := eval (upd v x r) f) in *. set (u' := eval (upd v x s) f) in *.
    replace ((m - p' / u' * n) / u * (r - s)) with ((m * (r - s) - p' / u' * (n * (r - s))) / u)
      by (field; now split).
    rewrite <- E, <- F. field. now split.
  - injection H as <-. split; [now split|]. split; [now apply Expr.zmin_correct|]. intros s Hs.
    destruct (S s Hs) as (m & n & Hm & Hn & E & F & Cs & Ct). cbn [slope node2 eval].
    destruct (below prec (range a) (range b)) eqn:B; [|destruct (below prec (range b) (range a)) eqn:B'].
    + exists m. split; [exact Hm|].
      rewrite !Rmin_left by (eapply below_correct; eassumption). exact E.
    + exists n. split; [exact Hn|].
      rewrite !Rmin_right by (eapply below_correct; eassumption). exact F.
    + edestruct slope_between as (t & Ht & G); [rewrite <- E, <- F; apply min_between|].
      exists t. split; [now apply (join_convex _ _ m n) | exact G].
  - injection H as <-. split; [now split|]. split; [now apply Expr.zmax_correct|]. intros s Hs.
    destruct (S s Hs) as (m & n & Hm & Hn & E & F & Cs & Ct). cbn [slope node2 eval].
    destruct (below prec (range b) (range a)) eqn:B; [|destruct (below prec (range a) (range b)) eqn:B'].
    + exists m. split; [exact Hm|].
      rewrite !Rmax_left by (eapply below_correct; eassumption). exact E.
    + exists n. split; [exact Hn|].
      rewrite !Rmax_right by (eapply below_correct; eassumption). exact F.
    + edestruct slope_between as (t & Ht & G); [rewrite <- E, <- F; apply max_between|].
      exists t. split; [now apply (join_convex _ _ m n) | exact G].
Qed.

Lemma duals_next p : snd (duals prec x i p) = snd (exprs p).
Proof. induction p; cbn; congruence. Qed.

Lemma duals_correct p : forall k d, get None (duals prec x i p) k = Some d ->
  has i x (get (Num 0) (exprs p) k) d.
Proof.
  induction p as [|s p IH]; cbn [duals exprs]; lazy zeta; intros k d.
  - now rewrite get_nothing.
  - rewrite !get_push, duals_next. destruct (Pos.eqb k _); [intros H | apply IH].
    destruct s as [q|y|o j|o j l]; cbn [dual_of expr_of] in *.
    + injection H as <-. intros v r Hr. split; [exact I|]. split; [apply zq_correct|]. intros s _.
      exists 0. split; [exact (ZI.fromZ_correct prec 0) | simpl; lra].
    + destruct (Nat.eqb y x) eqn:E; [|discriminate H]. apply Nat.eqb_eq in E; subst y.
      injection H as <-. intros v r Hr. split; [exact I|]. simpl. rewrite upd_same. split; [exact Hr|].
      intros s Hs. rewrite upd_same. exists 1. split; [exact (ZI.fromZ_correct prec 1) | lra].
    + destruct (get None (duals prec x i p) j) eqn:A; [|discriminate H].
      apply dual1_correct with (2 := H). now apply IH.
    + destruct (get None (duals prec x i p) j) eqn:A; [|discriminate H].
      destruct (get None (duals prec x i p) l) eqn:B; [|discriminate H].
      apply dual2_correct with (3 := H); now apply IH.
Qed.

Theorem image_correct p k e d : get (Num 0) (exprs p) k = e -> image prec x i p k = Some d -> has i x e d.
Proof.
  intros <- H. unfold image in H. destruct (get None (duals prec x i p) k) as [a|] eqn:A; [|discriminate H].
  apply duals_correct in A. lazy zeta in H.
  destruct (value prec (run prec [(x, ZH.J.midpoint i)] p) k) as [y|] eqn:Y; [|now injection H as <-].
  injection H as <-. intros v r Hr. destruct (A v r Hr) as (D & C & S). split; [exact D|]. split; [|exact S].
  assert (NE : not_empty (ZI.convert i)) by now exists r.
  set (c := proj_val (ZI.F.convert (ZI.midpoint i))).
  assert (Cc : contains_real i c).
  { destruct (ZI.midpoint_correct i NE) as [E M]. rewrite E in M. exact M. }
  assert (Cm : contains_real (ZH.J.midpoint i) c) by now apply ZH.J.contains_midpoint.
  destruct (S c Cc) as (m & Hm & E).
  rewrite (value_correct prec _ _ _ _ eq_refl) in Y.
  assert (B : in_box [(x, ZH.J.midpoint i)] (upd v x c)).
  { intros z b L. simpl in L. destruct (Nat.eqb x z) eqn:Z; [|discriminate L].
    apply Nat.eqb_eq in Z; subst z. injection L as <-. now rewrite upd_same. }
  destruct (enclose_correct prec _ _ _ B _ Y) as [_ Cy].
  apply ZI.meet_correct; [exact C|]. set (e := get (Num 0) (exprs p) k) in *.
  replace (eval (upd v x r) e) with (eval (upd v x c) e + m * (r - c)) by lra.
  apply add_real; [exact Cy|]. apply mul_real; [exact Hm|]. now apply sub_real.
Qed.
End Correct.
