(** Below beta_c every orbit tends to probability 1; the basin of 1 from an arbitrary start. *)

Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Orbits Require Import IterLemmas Coppel.
From GrpoProofs.Unsmoothed Require Import Calculus Hyperbolic TwoCycleCurve TwoCycles FixedPoints Thresholds Escape.
Open Scope R_scope.

(** G5. If beta < beta_c then p_n increases to 1 for every p_ref. *)
Theorem below_beta_c_escapes beta pref : 0 < beta < beta_c -> 0 < pref < 1 ->
  is_lim_seq (iter (h pref beta 0) pref) 1 /\
  forall n, iter (h pref beta 0) pref n < iter (h pref beta 0) pref (S n).
Proof.
  intros Hb Hp. set (x0 := logit pref).
  assert (L : is_lim_seq (iter (h pref beta 0) pref) 1).
  { apply p_limit_1; [exact Hp |]. fold x0.
    destruct (Rlt_le_dec (x_SN beta) x0) as [H | H]; [apply all_escape; lra |].
    destruct (upper_root beta ltac:(lra) x0 H) as (b & Hbf & Eb).
    apply (reference_escapes_iff beta x0 ltac:(lra) b Hbf Eb).
    pose proof (phi_pos_below beta b ltac:(lra)) as P. unfold phi in P.
    rewrite psi_unsmoothed in Eb.
    assert (b < cosh (b / 2) / beta).
    { apply (Rmult_lt_reg_r beta); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
    unfold Rdiv in Eb, H0. lra. }
  split; [exact L |]. apply escape_is_increasing; [lra | exact Hp | exact L].
Qed.

(** G5. At beta = beta_c the only exception is x0 = - 2 z (z tanh z = 1), where
    p_n = sigma (2 z) for all n >= 1. *)
Theorem at_beta_c pref : 0 < pref < 1 ->
  (is_lim_seq (iter (h pref beta_c 0) pref) 1 <-> logit pref <> - (2 * z_c)) /\
  (logit pref = - (2 * z_c) -> forall n, iter (h pref beta_c 0) pref (S n) = sigma (2 * z_c)).
Proof.
  intros Hp. set (x0 := logit pref). pose proof beta_c_pos as Hb. pose proof z_c_pos as Hz.
  assert (E0 : cosh z_c = 2 * beta_c * z_c).
  { pose proof phi_beta_c_min as E. unfold phi in E.
    replace (2 * z_c / 2) with z_c in E by field. lra. }
  assert (Fix : x0 = - (2 * z_c) -> forall y, Rabs y = 2 * z_c -> F x0 beta_c 0 y = 2 * z_c).
  { intros -> y Hy. rewrite <- F_unsm_abs, Hy, F_unsmoothed.
    replace (2 * z_c / 2) with z_c by field. rewrite E0. field. lra. }
  assert (Const : x0 = - (2 * z_c) -> forall n, iter (F x0 beta_c 0) x0 (S n) = 2 * z_c).
  { intros E n. induction n as [| n IH].
    - simpl. apply Fix; [exact E |]. rewrite E, Rabs_Ropp. apply Rabs_pos_eq. lra.
    - change (F x0 beta_c 0 (iter (F x0 beta_c 0) x0 (S n)) = 2 * z_c).
      rewrite IH. apply Fix; [exact E |]. apply Rabs_pos_eq. lra. }
  split.
  - split.
    + intros L E. apply p_limit_1 in L; [| exact Hp]. fold x0 in L.
      apply is_lim_seq_incr_1 in L.
      apply (is_lim_seq_ext _ (fun _ => 2 * z_c)) in L; [| intros n; apply Const, E].
      apply is_lim_seq_unique in L. rewrite Lim_seq_const in L. discriminate L.
    + intros Hn. apply p_limit_1; [exact Hp |]. fold x0.
      destruct (Rlt_le_dec (x_SN beta_c) x0) as [H | H]; [apply all_escape; assumption |].
      destruct (upper_root beta_c Hb x0 H) as (b & Hbf & Eb).
      apply (reference_escapes_iff beta_c x0 Hb b Hbf Eb).
      rewrite psi_unsmoothed in Eb.
      assert (Q : cosh (b / 2) = phi beta_c b + beta_c * b) by (unfold phi; ring).
      assert (R : x0 = - b - 2 * (phi beta_c b / beta_c)).
      { rewrite <- Eb, Q. field. lra. }
      destruct (Req_dec b (2 * z_c)) as [-> | Hnb].
      * exfalso. apply Hn. rewrite R, phi_beta_c_min. field. lra.
      * rewrite <- y_min_beta_c in Hnb. pose proof (phi_min beta_c b Hnb) as P.
        rewrite y_min_beta_c, phi_beta_c_min in P.
        pose proof (Rdiv_lt_0_compat _ _ P Hb). lra.
  - intros E n. rewrite p_orbit by assumption. fold x0. rewrite Const by exact E. reflexivity.
Qed.

(** G11 (first half). At eps = 0 with b the largest fixed point (it exists iff
    x0 <= x_SN; otherwise every start escapes): if F 0 >= - b, the orbit of p_init
    tends to 1 iff |logit p_init| > b.  (The second half of the row, escape of almost
    every start when F 0 < - b, is cited, not proved.) *)
Theorem basin_of_one beta pref pinit : 0 < beta -> 0 < pref < 1 -> 0 < pinit < 1 ->
  let x0 := logit pref in
  (x_SN beta < x0 -> is_lim_seq (iter (h pref beta 0) pinit) 1) /\
  (x0 <= x_SN beta -> exists b, fixpt (F x0 beta 0) b /\
     (forall c, fixpt (F x0 beta 0) c -> c <= b) /\
     (- b <= F x0 beta 0 0 ->
      (is_lim_seq (iter (h pref beta 0) pinit) 1 <-> b < Rabs (logit pinit)))).
Proof.
  intros Hb Hp Hi x0.
  assert (Q : is_lim_seq (iter (h pref beta 0) pinit) 1 <->
              is_lim_seq (iter (F x0 beta 0) (logit pinit)) p_infty).
  { rewrite <- sigma_tends_to_1. unfold x0.
    split; apply is_lim_seq_ext; intros n;
      rewrite sigma_iter_F, sigma_logit by assumption; reflexivity. }
  split.
  - intros H. apply Q. apply all_escape; assumption.
  - intros H. destruct (upper_root beta Hb x0 H) as (b & Hbf & Eb).
    exists b. split; [apply fixpt_psi; exact Eb |]. split.
    + intros c Hc. apply fixpt_psi in Hc. apply Rnot_lt_le. intros L.
      pose proof (psi_down beta Hb b c Hbf L). lra.
    + intros H0. rewrite Q. apply (basin_of_infinity beta x0 Hb b Hbf Eb); exact H0.
Qed.
