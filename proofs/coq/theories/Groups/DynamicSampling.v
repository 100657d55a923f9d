(** L11.  Discarding the degenerate groups (all correct, or all wrong): the factor
    is divided by the probability of the other groups, grows like 1 / p near the
    ends, and makes p = 1 super-attracting again, with or without smoothing. *)

Require Import Reals Lra Lia List.
From Coquelicot Require Import Coquelicot.
From GrpoProofs Require Import Defs.
From GrpoProofs.Dynamics Require Import LogOdds.
From GrpoProofs.Finite Require Import Sums.
From GrpoProofs.Groups Require Import Bernstein Weights FactorShape Convexity GroupIteration.
Open Scope R_scope.

(** Probability of a group that is not degenerate; factor after discarding. *)
Definition mixed (G : nat) (p : R) : R := 1 - p ^ G - (1 - p) ^ G.
Definition OmegaDS (eps : R) (G : nat) (p : R) : R := Omega0 eps G p / mixed G p.

(** The surrogate vanishes on degenerate groups. *)
Lemma degenerate_surrogate r rho om l : (0 < length l)%nat ->
  count r l = 0%nat \/ count r l = length l ->
  lsum l (fun o => rho o * group_adv om (length l) (r o) (count r l)) = 0.
Proof.
  intros Hl H. set (G := length l) in *.
  assert (HG : INR G <> 0) by (apply not_0_INR; lia).
  assert (Cl : forall l', (count r l' <= length l')%nat).
  { induction l' as [|o t IH]; simpl; [lia|]. destruct (r o); lia. }
  assert (Z : forall l' k, (k = 0%nat /\ count r l' = 0%nat) \/ (k = G /\ count r l' = length l') ->
    lsum l' (fun o => rho o * group_adv om G (r o) k) = 0).
  { induction l' as [|o t IH]; simpl; intros k Hk; [reflexivity|].
    specialize (Cl t). destruct Hk as [[-> Hc]|[-> Hc]].
    - destruct (r o) eqn:E; [lia|]. rewrite IH by (left; auto).
      unfold group_adv, ind. simpl (INR 0). field. exact HG.
    - destruct (r o) eqn:E; [|lia]. rewrite IH by (right; split; [reflexivity | lia]).
      unfold group_adv, ind. field. exact HG. }
  apply Z. destruct H as [H|H]; [left | right]; split; assumption || reflexivity.
Qed.

Lemma mixed_pos G p : (2 <= G)%nat -> 0 < p < 1 -> 0 < mixed G p.
Proof.
  intros HG Hp. unfold mixed. destruct G as [|[|g]]; try lia.
  assert (L : forall q n, 0 <= q <= 1 -> q ^ n <= 1).
  { intros q n Hq. induction n as [|n IH]; simpl; [lra|].
    assert (0 <= q ^ n) by (apply pow_le; lra). nra. }
  assert (A := L p g ltac:(lra)). assert (B := L (1 - p) g ltac:(lra)).
  assert (A0 : 0 <= p ^ g) by (apply pow_le; lra).
  assert (B0 : 0 <= (1 - p) ^ g) by (apply pow_le; lra).
  simpl pow.
  assert (p * (p * p ^ g) <= p * p).
  { rewrite <- Rmult_assoc. rewrite <- (Rmult_1_r (p * p)) at 2. apply Rmult_le_compat_l; nra. }
  assert ((1 - p) * ((1 - p) * (1 - p) ^ g) <= (1 - p) * (1 - p)).
  { rewrite <- Rmult_assoc. rewrite <- (Rmult_1_r ((1 - p) * (1 - p))) at 2.
    apply Rmult_le_compat_l; nra. }
  nra.
Qed.

(** L11. Conditional expectation of the surrogate, given that the group is not degenerate:
    the weights of L1 with Omega_G replaced by Omega_G / (1 - p^G - (1 - p)^G). *)
Theorem dynamic_sampling_weights n r old rho eps G : Rsum n old = 1 -> (2 <= G)%nat ->
  let p := csum n r true old in
  0 < p < 1 ->
  group_mean n old G (fun l => / INR G *
    lsum l (fun o => rho o * group_adv (om0 eps G) G (r o) (count r l))) /
  (1 - group_mean n old G (fun l => if Nat.eqb (count r l) 0 then 1
                                    else if Nat.eqb (count r l) G then 1 else 0)) =
  (1 - p) * OmegaDS eps G p * csum n r true (fun o => old o * rho o)
  - p * OmegaDS eps G p * csum n r false (fun o => old o * rho o).
Proof.
  intros H1 HG p Hp. rewrite effective_weights by assumption.
  rewrite degenerate_probability by (assumption || lia). fold p. unfold OmegaDS.
  fold (Omega0 eps G). assert (M := mixed_pos G p HG Hp).
  replace (1 - (p ^ G + (1 - p) ^ G)) with (mixed G p) by (unfold mixed; ring).
  field. lra.
Qed.

Lemma bernoulli n q : 0 <= q <= 1 -> 1 - q ^ n <= INR n * (1 - q).
Proof.
  intros Hq. induction n as [|n IH]; [simpl; lra|]. rewrite S_INR. simpl pow.
  assert (0 <= q ^ n) by (apply pow_le; lra).
  assert (q ^ n <= 1).
  { clear IH H. induction n as [|n IH]; simpl; [lra|].
    assert (0 <= q ^ n) by (apply pow_le; lra). nra. }
  nra.
Qed.

(** Explicit lower bound near both ends. *)
Lemma OmegaDS_lower eps G p : 0 <= eps -> (2 <= G)%nat -> 0 < p < 1 ->
  Omega0 eps G (/ 2) / (INR G * p) <= OmegaDS eps G p /\
  Omega0 eps G (/ 2) / (INR G * (1 - p)) <= OmegaDS eps G p.
Proof.
  intros He HG Hp. assert (H2 := INR_ge2 G HG). assert (M := mixed_pos G p HG Hp).
  destruct (group_factor_shape eps G He HG) as [_ [_ [Mm _]]].
  specialize (Mm p ltac:(lra)).
  assert (P := Omega0_pos eps G (/ 2) He HG ltac:(lra)).
  assert (B1 := bernoulli G p ltac:(lra)). assert (B2 := bernoulli G (1 - p) ltac:(lra)).
  replace (1 - (1 - p)) with p in B2 by ring.
  assert (0 <= p ^ G) by (apply pow_le; lra). assert (0 <= (1 - p) ^ G) by (apply pow_le; lra).
  unfold OmegaDS, Rdiv.
  split; (apply Rmult_le_compat; [lra | left; apply Rinv_0_lt_compat; nra | lra |];
          apply Rinv_le_contravar; [exact M | unfold mixed; lra]).
Qed.

(** L11. For every eps >= 0 the factor exceeds the population factor for all small p. *)
Theorem dynamic_sampling_over_amplifies eps G : 0 <= eps -> (2 <= G)%nat ->
  exists d, 0 < d < 1 /\ forall p, 0 < p < d -> Omega eps p < OmegaDS eps G p.
Proof.
  intros He HG. assert (H2 := INR_ge2 G HG).
  set (c := Omega0 eps G (/ 2) / INR G).
  assert (Hc : 0 < c).
  { apply Rdiv_lt_0_compat; [apply Omega0_pos; (assumption || lra) | lra]. }
  set (d := Rmin (/ 2) (c * c / 2)).
  assert (Hd : 0 < d). { apply Rmin_glb_lt; [lra|]. nra. }
  assert (Hd1 : d <= / 2) by apply Rmin_l. assert (Hd2 : d <= c * c / 2) by apply Rmin_r.
  exists d. split; [lra|]. intros p Hp.
  destruct (OmegaDS_lower eps G p He HG ltac:(lra)) as [L _].
  apply Rlt_le_trans with (2 := L).
  replace (Omega0 eps G (/ 2) / (INR G * p)) with (c / p) by (unfold c; field; lra).
  unfold Omega. assert (V : p / 2 < var p) by (unfold var; nra).
  assert (Q : 0 < sqrt (var p + eps)) by (apply sqrt_lt_R0; lra).
  apply Rmult_lt_reg_r with (p * sqrt (var p + eps)); [apply Rmult_lt_0_compat; lra|].
  replace (/ sqrt (var p + eps) * (p * sqrt (var p + eps))) with p by (field; lra).
  replace (c / p * (p * sqrt (var p + eps))) with (c * sqrt (var p + eps)) by (field; lra).
  apply Rsqr_incrst_0; [|lra | apply Rmult_le_pos; lra].
  rewrite Rsqr_mult, Rsqr_sqrt by lra. unfold Rsqr. nra.
Qed.

(** L11. As p -> 0 the factor is asymptotic to Omega_G (0) / (G p). *)
Theorem dynamic_sampling_asymptotics eps G : 0 <= eps -> (2 <= G)%nat ->
  is_lim (fun p => p * OmegaDS eps G p) 0 (Omega0 eps G 0 / INR G).
Proof.
  intros He HG. assert (H2 := INR_ge2 G HG).
  assert (D : is_derive (mixed G) 0 (INR G)).
  { unfold mixed. destruct G as [|[|g]]; try lia.
    evar_last.
    { apply (is_derive_minus (fun p => 1 - p ^ S (S g)) (fun p => (1 - p) ^ S (S g))).
      - apply (is_derive_minus (fun _ => 1) (fun p => p ^ S (S g))); [apply is_derive_const|].
        apply is_derive_pow, is_derive_id.
      - apply is_derive_pow. apply (is_derive_minus (fun _ => 1) (fun p => p));
          [apply is_derive_const | apply is_derive_id]. }
    unfold minus, plus, opp, one, zero; simpl pred. cbn -[INR pow].
    rewrite Rminus_0_r, pow1, pow_ne_zero by lia. ring. }
  assert (M0 : mixed G 0 = 0).
  { unfold mixed. rewrite Rminus_0_r, pow1, pow_ne_zero by lia. ring. }
  assert (L : is_lim (fun p => mixed G p / p) 0 (INR G)).
  { apply is_lim_spec. intros e. apply is_derive_Reals in D.
    destruct (D e (cond_pos e)) as [d Hd]. exists d. intros y Hy Ny.
    specialize (Hd y Ny). rewrite Rplus_0_l, M0, Rminus_0_r in Hd. apply Hd.
    unfold ball in Hy; simpl in Hy; unfold AbsRing_ball, abs, minus, plus, opp in Hy; simpl in Hy.
    now rewrite Ropp_0, Rplus_0_r in Hy. }
  apply (is_lim_ext_loc (fun p => Omega0 eps G p / (mixed G p / p))).
  { exists (mkposreal 1 Rlt_0_1). intros y Hy Ny. unfold OmegaDS, Rdiv.
    rewrite Rinv_mult, Rinv_inv. ring. }
  apply (is_lim_div _ _ _ (Omega0 eps G 0) (INR G)).
  - apply is_lim_continuity. unfold Omega0, factor.
    apply continuity_pt_scal, bern_continuous.
  - exact L.
  - intros E. injection E as E. lra.
  - unfold is_Rbar_div, is_Rbar_mult; simpl. reflexivity.
Qed.

(** Success map with discarding. *)
Definition hDS (G : nat) (pref beta eps p : R) : R :=
  sigma (logit pref + OmegaDS eps G p / beta).

Lemma exp_opp_square y : 0 < y -> exp (- y) <= 4 / (y * y).
Proof.
  intros Hy. assert (E : exp y = exp (y / 2) * exp (y / 2)) by (rewrite <- exp_plus; f_equal; field).
  assert (K : y / 2 < exp (y / 2)) by (assert (Z := exp_ineq1 (y / 2) ltac:(lra)); lra).
  rewrite exp_Ropp. replace (4 / (y * y)) with (/ (y / 2 * (y / 2))) by (field; lra).
  apply Rinv_le_contravar; [nra|]. rewrite E. nra.
Qed.

(** L11. p = 1 is super-attracting for every eps >= 0: 1 - p_n is at most a constant times
    the square of 1 - p_(n-1). *)
Theorem dynamic_sampling_super_attracting G pref beta eps :
  (2 <= G)%nat -> 0 < pref < 1 -> 0 < beta -> 0 <= eps ->
  exists K, 0 < K /\ forall p, 0 < p < 1 -> 1 - hDS G pref beta eps p <= K * ((1 - p) * (1 - p)).
Proof.
  intros HG Hp Hb He. assert (H2 := INR_ge2 G HG).
  set (c := Omega0 eps G (/ 2) / (INR G * beta)).
  assert (Hc : 0 < c).
  { apply Rdiv_lt_0_compat; [apply Omega0_pos; (assumption || lra) | apply Rmult_lt_0_compat; lra]. }
  exists (exp (- logit pref) * (4 / (c * c))). split.
  { apply Rmult_lt_0_compat; [apply exp_pos|]. apply Rdiv_lt_0_compat; nra. }
  intros p Hpp. destruct (OmegaDS_lower eps G p He HG Hpp) as [_ L].
  assert (Ly : c / (1 - p) <= OmegaDS eps G p / beta).
  { replace (c / (1 - p)) with (Omega0 eps G (/ 2) / (INR G * (1 - p)) / beta)
      by (unfold c; field; lra).
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | exact L]. }
  assert (Pc : 0 < c / (1 - p)) by (apply Rdiv_lt_0_compat; lra).
  set (y := OmegaDS eps G p / beta) in *.
  unfold hDS. fold y. rewrite <- sigma_opp.
  apply Rle_trans with (exp (- logit pref) * exp (- y)).
  - rewrite <- exp_plus. unfold sigma. rewrite Ropp_involutive.
    replace (- logit pref + - y) with (- (logit pref + y)) by ring. rewrite exp_Ropp.
    apply Rinv_le_contravar; [apply exp_pos | lra].
  - rewrite Rmult_assoc. apply Rmult_le_compat_l; [left; apply exp_pos|].
    apply Rle_trans with (exp (- (c / (1 - p)))).
    + destruct Ly as [Ly|Ly]; [left; apply exp_increasing; lra | right; now rewrite Ly].
    + apply Rle_trans with (1 := exp_opp_square _ Pc). right. field. lra.
Qed.
