(** Log-odds form of the dynamics: the maps F = x0 + G / beta and psi = id - G / beta, and
    their relation to the success map h.  Exports [Logistic] and [Gain].

    Names provided here:
    - F, psi, h: [F_opp], [F_0], [F_increasing], [F_decreasing], [F_lower],
      [F_upper], [F_gt], [F_derive], [F_continuous], [F_continuity_pt],
      [logit_h], [sigma_F], [h_range], [fixpt_h_F], [fixpt_F_h], [psi_derive],
      [psi_continuity_pt], [fixpt_psi], [psi_increasing_neg], [psi_0],
      [psi_below], [psi_below_unbounded]. *)

Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Export Logistic Gain.
Open Scope R_scope.

Section Maps.
Variables x0 beta eps : R.
Hypothesis Hbeta : 0 < beta.
Hypothesis Heps : 0 <= eps.

Let F := Defs.F x0 beta eps.
Let psi := Defs.psi beta eps.

Lemma F_opp x : F (- x) = F x.
Proof. unfold F, Defs.F. now rewrite G_opp. Qed.

Lemma F_0 : F 0 = F0 x0 beta eps.
Proof.
  unfold F, Defs.F, F0. rewrite G_0 by exact Heps.
  assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra). field. lra.
Qed.

Lemma F_increasing x y : 0 <= x -> x < y -> F x < F y.
Proof.
  intros Hx Hxy. unfold F, Defs.F. apply Rplus_lt_compat_l.
  apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | now apply G_increasing].
Qed.

Lemma F_decreasing x y : x < y -> y <= 0 -> F y < F x.
Proof.
  intros Hxy Hy. rewrite <- (F_opp x), <- (F_opp y). apply F_increasing; lra.
Qed.

Lemma F_lower_strict x : x <> 0 -> F0 x0 beta eps < F x.
Proof.
  intros Hx. rewrite <- F_0. unfold F, Defs.F. apply Rplus_lt_compat_l.
  apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat|].
  rewrite G_0 by exact Heps. now apply G_lower_strict.
Qed.

Lemma F_lower x : F0 x0 beta eps <= F x.
Proof.
  destruct (Req_dec x 0) as [->|Hx]; [right; symmetry; apply F_0|].
  left. now apply F_lower_strict.
Qed.

Lemma F0_gt : x0 < F0 x0 beta eps.
Proof.
  unfold F0. assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra).
  assert (0 < 2 / (beta * sqrt (1 + 4 * eps))) by (apply Rdiv_lt_0_compat; nra). lra.
Qed.

Lemma F_gt x : x0 < F x.
Proof. pose proof (F_lower x). pose proof F0_gt. lra. Qed.

Lemma F_upper x : 0 < eps -> F x < x0 + 1 / (beta * sqrt eps).
Proof.
  intros He. unfold F, Defs.F. apply Rplus_lt_compat_l.
  pose proof (sqrt_lt_R0 eps He). replace (1 / (beta * sqrt eps)) with (/ sqrt eps / beta)
    by (field; lra).
  apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | now apply G_upper].
Qed.

Lemma F_derive x : is_derive F x (dG eps x / beta).
Proof.
  unfold F, Defs.F.
  evar_last; [apply (is_derive_plus (fun _ => x0) (fun x => G eps x / beta))|].
  - apply is_derive_const.
  - unfold Rdiv. apply (is_derive_scal_l (G eps) x (dG eps x) (/ beta)).
    now apply G_derive.
  - unfold plus, zero, scal; simpl; unfold mult; simpl. unfold Rdiv. ring.
Qed.

Lemma F_continuous x : continuous F x.
Proof. apply (ex_derive_continuous F). eexists. apply F_derive. Qed.

Lemma F_continuity_pt x : continuity_pt F x.
Proof. apply continuity_pt_filterlim, F_continuous. Qed.

Lemma psi_derive x : is_derive psi x (1 - dG eps x / beta).
Proof.
  unfold psi, Defs.psi.
  evar_last; [apply (is_derive_minus (fun x => x) (fun x => G eps x / beta))|].
  - apply is_derive_id.
  - unfold Rdiv. apply (is_derive_scal_l (G eps) x (dG eps x) (/ beta)).
    now apply G_derive.
  - unfold minus, plus, opp, one, scal; simpl; unfold mult; simpl. unfold Rdiv. ring.
Qed.

Lemma psi_continuity_pt x : continuity_pt psi x.
Proof.
  apply continuity_pt_filterlim, (ex_derive_continuous psi). eexists. apply psi_derive.
Qed.

Lemma fixpt_psi x : fixpt F x <-> psi x = x0.
Proof. unfold fixpt, F, Defs.F, psi, Defs.psi. split; intros; lra. Qed.

Lemma psi_0 : psi 0 = - (2 / (beta * sqrt (1 + 4 * eps))).
Proof.
  unfold psi, Defs.psi. rewrite G_0 by exact Heps.
  assert (0 < sqrt (1 + 4 * eps)) by (apply sqrt_lt_R0; lra). field. lra.
Qed.

Lemma psi_increasing_neg x y : x < y -> y <= 0 -> psi x < psi y.
Proof.
  intros Hxy Hy. unfold psi, Defs.psi.
  pose proof (G_decreasing eps Heps x y Hxy Hy) as HG.
  assert (G eps y / beta < G eps x / beta)
    by (apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | exact HG]).
  lra.
Qed.

Lemma psi_below x : psi x < x.
Proof.
  unfold psi, Defs.psi. pose proof (G_pos eps Heps x).
  assert (0 < G eps x / beta) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.

(** psi (x0 + anything <= 0) <= x0: a point where psi is below x0. *)
Lemma psi_below_unbounded x : x <= x0 -> psi x < x0.
Proof. intros H. pose proof (psi_below x). lra. Qed.

End Maps.

(** A shift of the log-odds, in terms of probabilities. *)
Lemma sigma_logit_plus pref t : 0 < pref < 1 ->
  sigma (logit pref + t) = / (1 + (1 - pref) / pref * exp (- t)).
Proof.
  intros Hp. unfold sigma. do 2 f_equal.
  rewrite Ropp_plus_distr, exp_plus, (exp_Ropp (logit pref)), exp_logit by exact Hp.
  f_equal. field. lra.
Qed.

Section Success.
Variables pref beta eps : R.
Hypothesis Hpref : 0 < pref < 1.
Hypothesis Hbeta : 0 < beta.

(** C2. One step of the success map, seen in log-odds: sigma (F x) = h (sigma x). *)
Lemma sigma_Omega p :
  sigma (logit pref + Omega eps p / beta) = h pref beta eps p.
Proof. now apply sigma_logit_plus. Qed.

Lemma sigma_F x : sigma (F (logit pref) beta eps x) = h pref beta eps (sigma x).
Proof. apply sigma_Omega. Qed.

Lemma logit_h x : logit (h pref beta eps (sigma x)) = F (logit pref) beta eps x.
Proof. rewrite <- sigma_F. apply logit_sigma. Qed.

Lemma logit_h_p p :
  logit (h pref beta eps p) = logit pref + Omega eps p / beta.
Proof. rewrite <- sigma_Omega. apply logit_sigma. Qed.

Lemma h_range p : 0 < h pref beta eps p < 1.
Proof. rewrite <- sigma_Omega. split; [apply sigma_pos | apply sigma_lt_1]. Qed.

Lemma fixpt_h_F p : fixpt (h pref beta eps) p ->
  0 < p < 1 /\ fixpt (F (logit pref) beta eps) (logit p).
Proof.
  intros E. assert (Hp : 0 < p < 1) by (rewrite <- E; apply h_range).
  split; [exact Hp|]. unfold fixpt in *.
  apply sigma_inj. rewrite sigma_F, sigma_logit by exact Hp. exact E.
Qed.

Lemma fixpt_F_h x : fixpt (F (logit pref) beta eps) x <-> fixpt (h pref beta eps) (sigma x).
Proof.
  unfold fixpt. rewrite <- sigma_F. split; intros E; [now rewrite E | now apply sigma_inj].
Qed.

(** The orbits of the two maps correspond. *)
Lemma sigma_iter_F x n :
  sigma (iter (F (logit pref) beta eps) x n) = iter (h pref beta eps) (sigma x) n.
Proof. induction n as [|n IH]; simpl; [reflexivity|]. now rewrite sigma_F, IH. Qed.

Lemma logit_iter_h x n :
  logit (iter (h pref beta eps) (sigma x) n) = iter (F (logit pref) beta eps) x n.
Proof. rewrite <- sigma_iter_F. apply logit_sigma. Qed.

End Success.
