(** The zeros of a real-analytic function on the line that is not identically zero are
    isolated. *)

Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
From GrpoProofs.Unsmoothed Require Import Calculus Analytic.
Open Scope R_scope.

Definition flat (f : R -> R) (z : R) : Prop :=
  exists d, 0 < d /\ forall h, Rabs h < d -> f (z + h) = 0.
Definition punctured (f : R -> R) (z : R) : Prop :=
  exists d, 0 < d /\ forall h, 0 < Rabs h < d -> f (z + h) <> 0.

Lemma analytic_dichotomy f z : analytic_at f z -> flat f z \/ punctured f z.
Proof.
  intros (a & C & q & r & (B1 & B2 & B3) & Hr & Hq & E).
  destruct (classic (forall k, a k = 0)) as [Z | NZ].
  - left. exists r. split; [exact Hr |]. intros h Hh. rewrite E by exact Hh.
    rewrite (PSeries_ext a (fun _ => 0)) by exact Z. apply PSeries_const_0.
  - right.
    (* the first non-zero coefficient *)
    assert (First : exists m, a m <> 0 /\ forall k, (k < m)%nat -> a k = 0).
    { apply not_all_ex_not in NZ. destruct NZ as (k & Hk). revert Hk.
      induction k as [k IH] using (well_founded_induction lt_wf). intros Hk.
      destruct (classic (exists j, (j < k)%nat /\ a j <> 0)) as [(j & Hj & Nj) | No].
      - apply (IH j Hj Nj).
      - exists k. split; [exact Hk |]. intros j Hj. apply NNPP. intros Nj. apply No. exists j. auto. }
    destruct First as (m & Hm & Before).
    set (b := PS_decr_n a m).
    assert (Bb : geo_bounded b (C * q ^ m) q).
    { split; [apply Rmult_le_pos; [exact B1 | apply pow_le; lra] |]. split; [exact B2 |].
      intros k. unfold b, PS_decr_n. rewrite Rmult_assoc, <- pow_add. apply B3. }
    assert (Cb : continuity_pt (PSeries b) 0).
    { apply PSeries_continuity. apply (radius b _ q 0 Bb). rewrite Rabs_R0. lra. }
    assert (B0 : PSeries b 0 = a m).
    { rewrite PSeries_0. unfold b, PS_decr_n. f_equal. lia. }
    assert (Pe : 0 < Rabs (a m)) by (apply Rabs_pos_lt, Hm).
    destruct (Cb (Rabs (a m)) Pe) as (d & Hd & Near).
    exists (Rmin r d). split; [apply Rmin_pos; assumption |]. intros h Hh.
    pose proof (Rmin_l r d). pose proof (Rmin_r r d).
    assert (Hn : h <> 0) by (intros ->; rewrite Rabs_R0 in Hh; lra).
    rewrite E by lra. rewrite (PSeries_decr_n_aux a m h Before). fold b.
    apply Rmult_integral_contrapositive_currified; [apply pow_nonzero, Hn |].
    intros K. specialize (Near h). simpl in Near. unfold R_dist in Near.
    rewrite K, B0, Rminus_0_r in Near.
    assert (L : Rabs (0 - a m) < Rabs (a m)).
    { apply Near. split; [split; [exact I | auto] |]. lra. }
    rewrite Rminus_0_l, Rabs_Ropp in L. lra.
Qed.

Lemma flat_not_punctured f z : flat f z -> punctured f z -> False.
Proof.
  intros (d & Hd & H) (d' & Hd' & H').
  set (h := Rmin (d / 2) (d' / 2)).
  assert (P : 0 < h) by (apply Rmin_pos; lra).
  assert (h <= d / 2) by apply Rmin_l. assert (h <= d' / 2) by apply Rmin_r.
  apply (H' h); [rewrite Rabs_pos_eq; lra |]. apply H. rewrite Rabs_pos_eq; lra.
Qed.

(** Flatness propagates to the right. *)
Lemma flat_right f z z1 : (forall t, flat f t \/ punctured f t) -> flat f z -> z <= z1 -> f z1 = 0.
Proof.
  intros Dich Fz Hz. apply NNPP. intros N1.
  destruct (completeness (fun t => z <= t <= z1 /\ forall s, z <= s <= t -> flat f s)) as (m & Ub & Lub).
  { exists z1. intros t Ht. lra. }
  { exists z. split; [lra |]. intros s Hs. replace s with z by lra. exact Fz. }
  assert (Hzm : z <= m).
  { apply Ub. split; [lra |]. intros s Hs. replace s with z by lra. exact Fz. }
  assert (Hm1 : m <= z1) by (apply Lub; intros t Ht; lra).
  assert (Below : forall s, z <= s < m -> flat f s).
  { intros s Hs. apply NNPP. intros Ns. assert (m <= s); [| lra].
    apply Lub. intros t (It & Ht). apply Rnot_lt_le. intros K. apply Ns, Ht. lra. }
  assert (Fm : flat f m).
  { destruct (Dich m) as [F | (d & Hd & P)]; [exact F | exfalso].
    destruct (Req_dec z m) as [Ezm | Nzm].
    { apply (flat_not_punctured f m); [rewrite <- Ezm; exact Fz | exists d; split; assumption]. }
    set (s := Rmax z (m - d / 2)).
    assert (z <= s) by apply Rmax_l. assert (m - d / 2 <= s) by apply Rmax_r.
    assert (s < m) by (apply Rmax_lub_lt; lra).
    destruct (Below s ltac:(lra)) as (d' & Hd' & Fs).
    apply (P (s - m)); [rewrite Rabs_left; lra |].
    replace (m + (s - m)) with (s + 0) by ring. apply Fs. rewrite Rabs_R0. exact Hd'. }
  destruct Fm as (d & Hd & Fm).
  destruct (Rle_lt_dec (m + d / 2) z1) as [L | L].
  - assert (m + d / 2 <= m); [| lra]. apply Ub. split; [lra |]. intros s Hs.
    destruct (Rlt_le_dec s m) as [K | K]; [apply Below; lra |].
    exists (d / 2). split; [lra |]. intros h Hh.
    replace (s + h) with (m + (s - m + h)) by ring. apply Fm.
    apply Rabs_def2 in Hh. apply Rabs_def1; lra.
  - apply N1. replace z1 with (m + (z1 - m)) by ring. apply Fm. rewrite Rabs_pos_eq; lra.
Qed.

(** The zeros of an analytic function that is not identically zero are isolated. *)
Theorem analytic_zeros_isolated f z1 : analytic f -> f z1 <> 0 -> forall z, punctured f z.
Proof.
  intros Hf N1 z.
  assert (Dich : forall t, flat f t \/ punctured f t) by (intros t; apply analytic_dichotomy, Hf).
  destruct (Dich z) as [F | P]; [exfalso | exact P].
  destruct (Rle_lt_dec z z1) as [L | L]; [apply N1, (flat_right f z z1 Dich F L) |].
  (* reflect *)
  assert (Refl : forall t, (flat f t -> flat (fun s => f (- s)) (- t)) /\
                           (punctured f t -> punctured (fun s => f (- s)) (- t))).
  { intros t. split; intros (d & Hd & H); exists d; (split; [exact Hd |]); intros h Hh;
      replace (- (- t + h)) with (t + - h) by ring; apply H; rewrite Rabs_Ropp; exact Hh. }
  apply N1. rewrite <- (Ropp_involutive z1).
  apply (flat_right (fun s => f (- s)) (- z) (- z1)); [| apply Refl, F | lra].
  intros t. rewrite <- (Ropp_involutive t).
  destruct (Dich (- t)) as [K | K]; [left; apply Refl, K | right; apply Refl, K].
Qed.
