(** Every formula of the program, as it records itself (Generated.v), is the readable
    one: that of Defs.v where there is one, else the closed form written here.
    Hypotheses say where the formula has its meaning. *)

Require Import Reals Lra.
From GrpoProofs Require Import Defs Generated.
Open Scope R_scope.

Ltac tie := intros; reflexivity.
Ltac algebra := intros; unfold Rdiv, Rsqr; rewrite ?Rinv_mult; ring.

Lemma inv_sqrt_cube a : 0 < a -> (/ sqrt a) ^ 3 = / (a * sqrt a).
Proof.
  intros H. assert (0 < sqrt a) by now apply sqrt_lt_R0.
  rewrite <- (sqrt_sqrt a) at 2 by lra. field. lra.
Qed.

Lemma bias p : Rabs (1 - p - p) = Rabs (2 * p - 1).
Proof. replace (1 - p - p) with (- (2 * p - 1)) by ring. apply Rabs_Ropp. Qed.

Lemma failure_of_log_odds x : / (1 + exp (- - x)) = 1 - sigma x.
Proof.
  unfold sigma. rewrite Ropp_involutive, exp_Ropp. assert (0 < exp x) by apply exp_pos. field. lra.
Qed.

(** ** Clipping *)

Definition clip (elo ehi r : R) : R := Rmax (1 - elo) (Rmin r (1 + ehi)).

Lemma tie_Clipping_Surrogate r a elo ehi :
  Clipping_Surrogate r a elo ehi = Rmin (r * a) (clip elo ehi r * a). Proof. tie. Qed.
Lemma tie_Clipping_Clip r elo ehi : Clipping_Clip r elo ehi = clip elo ehi r. Proof. tie. Qed.
Lemma tie_Clipping_ContrastivePlus r w ehi : Clipping_ContrastivePlus r w ehi = w * Rmin r (1 + ehi).
Proof. tie. Qed.
Lemma tie_Clipping_ContrastiveMinus r w elo : Clipping_ContrastiveMinus r w elo = - (w * Rmax r (1 - elo)).
Proof. tie. Qed.

(** Failure odds at the clips c+ = p (1 + ehi) and c- = p + elo (1 - p). *)
Lemma tie_Clipping_UpperKink p ehi : 0 < p -> 0 <= ehi ->
  let c := p * (1 + ehi) in Clipping_UpperKink p ehi = Rmax 0 ((1 - c) / c).
Proof.
  intros Hp He. lazy zeta. unfold Clipping_UpperKink, Rdiv.
  assert (C : 0 < p * (1 + ehi)) by (apply Rmult_lt_0_compat; lra).
  assert (I := Rinv_0_lt_compat _ C).
  rewrite Rmult_comm, <- RmaxRmult by lra. f_equal; ring.
Qed.
Lemma tie_Clipping_LowerKink p elo : let c := p + elo * (1 - p) in Clipping_LowerKink p elo = (1 - c) / c.
Proof. lazy zeta. unfold Clipping_LowerKink, Rdiv. f_equal. ring. Qed.
Lemma tie_Clipping_NextFailureOdds p r wp wm beta elo ehi :
  let free := r * exp (- ((wp + wm) / beta)) in
  let up := Clipping_UpperKink p ehi in let low := Clipping_LowerKink p elo in
  Clipping_NextFailureOdds p r wp wm beta elo ehi =
  Rmax (Rmax free (Rmin up (Rmax (r * exp (- (wm / beta))) (Rmin low r))))
       (Rmax free (Rmin low (Rmax (r * exp (- (wp / beta))) (Rmin up r)))).
Proof. tie. Qed.
Lemma tie_Clipping_Objective p old pref beta eps elo ehi :
  Clipping_Objective p old pref beta eps elo ehi =
  w_plus eps old * Rmin p (old * (1 + ehi))
  - w_minus eps old * Rmax (1 - p) (1 - (old + elo * (1 - old))) - beta * kl p pref.
Proof.
  replace (1 - (old + elo * (1 - old))) with ((1 - old) * (1 - elo)) by ring. reflexivity.
Qed.

(** ** Divergences *)

Lemma tie_Divergences_Bernoulli p q : Divergences_Bernoulli p q = kl p q. Proof. tie. Qed.
Lemma tie_Divergences_Jeffreys p q : Divergences_Jeffreys p q = (p - q) * (logit p - logit q). Proof. tie. Qed.
Lemma tie_Divergences_Share p q : Divergences_Share p q = p * ln (p / q). Proof. tie. Qed.
Lemma tie_Divergences_EstimatorK1 d : Divergences_EstimatorK1 d = d. Proof. tie. Qed.
Lemma tie_Divergences_EstimatorK2 d : Divergences_EstimatorK2 d = d ^ 2 / 2.
Proof. unfold Divergences_EstimatorK2. algebra. Qed.
Lemma tie_Divergences_EstimatorK3 d : Divergences_EstimatorK3 d = exp (- d) - 1 + d. Proof. tie. Qed.
Lemma tie_Divergences_EstimatorK3Derivative d : Divergences_EstimatorK3Derivative d = 1 - exp (- d).
Proof. unfold Divergences_EstimatorK3Derivative. ring. Qed.

(** ** Stability *)

Section Stability.
Variables p pref beta eps : R.
Hypothesis Hs : 0 < var p + eps.

Lemma cube : (/ sqrt (p * (1 - p) + eps)) ^ 3 = / ((var p + eps) * sqrt (var p + eps)).
Proof. now apply inv_sqrt_cube. Qed.

Definition multiplier : R := var p * (2 * p - 1) / (2 * beta * ((var p + eps) * sqrt (var p + eps))).

Lemma tie_Stability_Threshold : Stability_Threshold p eps = Bthr eps p.
Proof. unfold Stability_Threshold, Bthr. rewrite cube, bias. fold (var p). algebra. Qed.
Lemma tie_Stability_Multiplier : Stability_Multiplier p beta eps = multiplier.
Proof. unfold Stability_Multiplier, multiplier. rewrite cube. fold (var p). algebra. Qed.
Lemma tie_Stability_CurveReference :
  Stability_CurveReference p eps = logit p - 2 * (var p + eps) / (var p * Rabs (2 * p - 1)).
Proof. unfold Stability_CurveReference. now rewrite bias. Qed.
Lemma tie_Stability_SensitivityToReference :
  Stability_SensitivityToReference p pref beta eps = var p / (var pref * (1 - multiplier)).
Proof. rewrite <- tie_Stability_Multiplier. reflexivity. Qed.
Lemma tie_Stability_SensitivityToBeta :
  Stability_SensitivityToBeta p beta eps = - (var p * Omega eps p / (beta ^ 2 * (1 - multiplier))).
Proof.
  rewrite <- tie_Stability_Multiplier. unfold Stability_SensitivityToBeta; lazy zeta.
  replace (Rsqr beta) with (beta ^ 2) by (unfold Rsqr; ring). reflexivity.
Qed.
Lemma tie_Stability_SensitivityToEpsilon :
  Stability_SensitivityToEpsilon p beta eps =
  - (var p / ((var p + eps) * sqrt (var p + eps)) / (2 * beta * (1 - multiplier))).
Proof.
  rewrite <- tie_Stability_Multiplier. unfold Stability_SensitivityToEpsilon, Stability_Multiplier; lazy zeta.
  rewrite cube. reflexivity.
Qed.
Lemma tie_SuccessMap_Derivative : 0 < pref < 1 ->
  SuccessMap_Derivative p pref beta eps =
  h pref beta eps p * (1 - h pref beta eps p) * (2 * p - 1) / (2 * beta * ((var p + eps) * sqrt (var p + eps))).
Proof.
  intros Hp. unfold SuccessMap_Derivative; lazy zeta. rewrite cube.
  change (/ sqrt (p * (1 - p) + eps)) with (Omega eps p).
  set (X := (1 - pref) / pref * exp (- (Omega eps p / beta))).
  assert (0 < X) by (unfold X; apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply exp_pos]).
  change (h pref beta eps p) with (/ (1 + X)).
  replace (X / (1 + X)) with (1 - / (1 + X)) by (field; lra). algebra.
Qed.
Lemma tie_Whitening_WeightPlusDerivative :
  Whitening_WeightPlusDerivative p eps = - ((1 - p) / 2 + eps) / ((var p + eps) * sqrt (var p + eps)).
Proof. unfold Whitening_WeightPlusDerivative. rewrite cube. reflexivity. Qed.
Lemma tie_Whitening_WeightMinusDerivative :
  Whitening_WeightMinusDerivative p eps = (p / 2 + eps) / ((var p + eps) * sqrt (var p + eps)).
Proof. unfold Whitening_WeightMinusDerivative. rewrite cube. reflexivity. Qed.
End Stability.

Lemma tie_Stability_LipschitzConstant eps : 0 < eps -> Stability_LipschitzConstant eps = Meps eps.
Proof.
  intros H. unfold Stability_LipschitzConstant, Meps, Rdiv. rewrite <- Rinv_mult. f_equal. f_equal.
  replace (27 * eps) with (3 * 3 * 3 * eps) by ring.
  rewrite !sqrt_mult by lra. rewrite sqrt_sqrt by lra. ring.
Qed.
Lemma tie_Stability_LipschitzPoint eps :
  Stability_LipschitzPoint eps = / 2 + sqrt ((1 + 4 * eps) / (1 + 12 * eps)) / 2.
Proof. unfold Stability_LipschitzPoint. field. Qed.
Lemma tie_Stability_CuspLogOdds eps :
  Stability_CuspLogOdds eps = 2 * artanh (sqrt ((1 + 4 * eps) / (1 + 12 * eps))). Proof. tie. Qed.
Lemma tie_Stability_CuspReference eps : Stability_CuspReference eps =
  2 * artanh (sqrt ((1 + 4 * eps) / (1 + 12 * eps))) - 3 * sqrt ((1 + 4 * eps) * (1 + 12 * eps)).
Proof. tie. Qed.
Lemma tie_Stability_FoldPolynomial s beta eps :
  Stability_FoldPolynomial s beta eps = 4 * beta ^ 2 * (s + eps) ^ 3 + 4 * s ^ 3 - s ^ 2.
Proof. unfold Stability_FoldPolynomial. algebra. Qed.
Lemma tie_Stability_LogOddsOfVariance s :
  Stability_LogOddsOfVariance s = ln ((1 + sqrt (1 - 4 * s)) ^ 2 / (4 * s)).
Proof. unfold Stability_LogOddsOfVariance. f_equal. unfold Rsqr, Rdiv. ring. Qed.
Lemma tie_Stability_FoldPolynomialOutside y beta e :
  Stability_FoldPolynomialOutside y beta e = 4 * beta ^ 2 * (y + e) ^ 4 + 4 * y ^ 4 - y ^ 2.
Proof. unfold Stability_FoldPolynomialOutside. algebra. Qed.
Lemma tie_Stability_LipschitzRootOutside e :
  Stability_LipschitzRootOutside e = 2 * e / (1 + sqrt (1 + 32 * (e * e))). Proof. tie. Qed.
Lemma tie_Stability_LipschitzConstantOutside e : let y := Stability_LipschitzRootOutside e in
  Stability_LipschitzConstantOutside e = y * sqrt (1 - 4 * (y * y)) / (2 * ((y + e) * (y + e))).
Proof. tie. Qed.

(** ** The success map *)

Lemma tie_SuccessMap_Next_success p pref beta eps : SuccessMap_Next_success p pref beta eps = h pref beta eps p.
Proof. unfold SuccessMap_Next_success, Rdiv at 1. now rewrite Rmult_1_l. Qed.
Lemma tie_SuccessMap_Next_failure p pref beta eps : 0 < pref < 1 ->
  SuccessMap_Next_failure p pref beta eps = 1 - h pref beta eps p.
Proof.
  intros Hp. unfold SuccessMap_Next_failure; lazy zeta.
  change (/ sqrt (p * (1 - p) + eps)) with (Omega eps p).
  set (X := (1 - pref) / pref * exp (- (Omega eps p / beta))).
  assert (0 < X) by (unfold X; apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply exp_pos]).
  change (h pref beta eps p) with (/ (1 + X)). field. lra.
Qed.
Lemma tie_SuccessMap_OmegaOfLogOdds x eps : SuccessMap_OmegaOfLogOdds x eps = G eps x.
Proof. unfold SuccessMap_OmegaOfLogOdds. now rewrite failure_of_log_odds. Qed.
Lemma tie_SuccessMap_OmegaOfLogOddsDerivative x eps : let p := sigma x in 0 < var p + eps ->
  SuccessMap_OmegaOfLogOddsDerivative x eps = var p * (2 * p - 1) / (2 * ((var p + eps) * sqrt (var p + eps))).
Proof.
  lazy zeta. intros H. unfold SuccessMap_OmegaOfLogOddsDerivative; lazy zeta. rewrite failure_of_log_odds.
  fold (sigma x). rewrite cube by exact H. fold (var (sigma x)). algebra.
Qed.
Lemma tie_SuccessMap_NextLogOdds x x0 beta eps : SuccessMap_NextLogOdds x x0 beta eps = F x0 beta eps x.
Proof. unfold SuccessMap_NextLogOdds. now rewrite failure_of_log_odds. Qed.
Lemma tie_SuccessMap_Psi x beta eps : SuccessMap_Psi x beta eps = psi beta eps x.
Proof. unfold SuccessMap_Psi. now rewrite failure_of_log_odds. Qed.
Lemma tie_SuccessMap_LowerEnvelope x0 beta eps : SuccessMap_LowerEnvelope x0 beta eps = F0 x0 beta eps.
Proof. unfold SuccessMap_LowerEnvelope, F0. algebra. Qed.
Lemma tie_SuccessMap_UpperEnvelope x0 beta eps :
  SuccessMap_UpperEnvelope x0 beta eps = x0 + 1 / (beta * sqrt eps).
Proof. unfold SuccessMap_UpperEnvelope. algebra. Qed.
Lemma tie_SuccessMap_Schwarzian x eps : let s := var (sigma x) in let t := 2 * sigma x - 1 in
  SuccessMap_Schwarzian x eps =
  3 / 8 * (s / (s + eps)) ^ 2 * t ^ 2 + 1 - 3 / 8 * (1 + t ^ 2) ^ 2 / t ^ 2.
Proof.
  lazy zeta. unfold SuccessMap_Schwarzian; lazy zeta. rewrite failure_of_log_odds.
  fold (sigma x). fold (var (sigma x)).
  replace (Rsqr (1 - sigma x - sigma x)) with ((2 * sigma x - 1) ^ 2) by (unfold Rsqr; ring).
  set (a := (2 * sigma x - 1) ^ 2). algebra.
Qed.

(** One step from any anchor and any whitening factor. *)
Lemma tie_SuccessMap_NextFrom_success odds factor beta :
  SuccessMap_NextFrom_success odds factor beta = / (1 + odds * exp (- (factor / beta))).
Proof. unfold SuccessMap_NextFrom_success, Rdiv at 1. now rewrite Rmult_1_l. Qed.
Lemma tie_SuccessMap_NextFrom_failure odds factor beta : 0 <= odds ->
  SuccessMap_NextFrom_failure odds factor beta = 1 - / (1 + odds * exp (- (factor / beta))).
Proof.
  intros H. unfold SuccessMap_NextFrom_failure; lazy zeta. set (X := odds * exp (- (factor / beta))).
  assert (0 <= X) by (apply Rmult_le_pos; [exact H | left; apply exp_pos]). field. lra.
Qed.
Lemma tie_SuccessMap_NextLogOddsFrom anchor factor beta :
  SuccessMap_NextLogOddsFrom anchor factor beta = anchor + factor / beta. Proof. tie. Qed.
Lemma tie_SuccessMap_Anchor x0 x weight complement :
  SuccessMap_Anchor x0 x weight complement = weight * x0 + complement * x. Proof. tie. Qed.

(** ** Without smoothing *)

Lemma tie_Unsmoothed_SaddleNode beta :
  Unsmoothed_SaddleNode beta = 2 * asinh beta - 2 * sqrt (1 + / (beta * beta)).
Proof. unfold Unsmoothed_SaddleNode, Rdiv, Rsqr. now rewrite Rmult_1_l. Qed.
Lemma tie_Unsmoothed_Flip beta :
  Unsmoothed_Flip beta = -2 * asinh beta - 2 * sqrt (1 + / (beta * beta)).
Proof. unfold Unsmoothed_Flip, Rdiv, Rsqr. rewrite Rmult_1_l. ring. Qed.
Lemma tie_Unsmoothed_EscapeMargin y beta : Unsmoothed_EscapeMargin y beta = cosh (y / 2) - beta * y.
Proof. tie. Qed.
Lemma tie_Unsmoothed_CycleShape d : Unsmoothed_CycleShape d = d / (2 * sinh (d / 2)). Proof. tie. Qed.
Lemma tie_Unsmoothed_CycleCentre d kappa :
  Unsmoothed_CycleCentre d kappa = -2 * asinh (kappa * Unsmoothed_CycleShape d).
Proof. unfold Unsmoothed_CycleCentre. fold (Unsmoothed_CycleShape d). ring. Qed.
Lemma tie_Unsmoothed_CycleReference d alpha beta : let u := (2 - alpha) * beta * Unsmoothed_CycleShape d in
  Unsmoothed_CycleReference d alpha beta =
  -2 * asinh u - 2 / (alpha * beta) * sqrt (1 + u * u) * cosh (d / 2).
Proof.
  lazy zeta. unfold Unsmoothed_CycleReference; lazy zeta. fold (Unsmoothed_CycleShape d).
  unfold Rsqr, Rdiv. ring.
Qed.
Lemma tie_Unsmoothed_CycleMultiplier d beta : let q := Unsmoothed_CycleShape d in
  Unsmoothed_CycleMultiplier d beta = q * q - sinh (d / 2) * sinh (d / 2) / (beta * beta).
Proof.
  lazy zeta. unfold Unsmoothed_CycleMultiplier; lazy zeta. fold (Unsmoothed_CycleShape d). algebra.
Qed.
Lemma tie_Unsmoothed_TwoKlFlip alpha beta : let kappa := (2 - alpha) * beta in
  Unsmoothed_TwoKlFlip alpha beta = -2 * asinh kappa - 2 / (alpha * beta) * sqrt (1 + kappa * kappa).
Proof. lazy zeta. unfold Unsmoothed_TwoKlFlip; lazy zeta. unfold Rsqr, Rdiv. ring. Qed.
Lemma tie_Unsmoothed_SafeReference alpha : let r := (2 - alpha) / alpha in
  Unsmoothed_SafeReference alpha = -2 * asinh (sqrt r) - 2 * sqrt (r * (1 + r)).
Proof. lazy zeta. unfold Unsmoothed_SafeReference; lazy zeta. ring. Qed.

(** ** Whitening *)

Lemma tie_Whitening_Omega p eps : Whitening_Omega p eps = Omega eps p. Proof. tie. Qed.
Lemma tie_Whitening_OmegaOutside p e : Whitening_OmegaOutside p e = / (sqrt (var p) + e).
Proof. unfold Whitening_OmegaOutside, Rdiv. now rewrite Rmult_1_l. Qed.
Lemma tie_Whitening_WeightPlus p eps : Whitening_WeightPlus p eps = w_plus eps p. Proof. tie. Qed.
Lemma tie_Whitening_WeightMinus p eps : Whitening_WeightMinus p eps = w_minus eps p. Proof. tie. Qed.
Lemma tie_Whitening_Advantage r p eps : Whitening_Advantage r p eps = adv eps p r. Proof. tie. Qed.
Lemma tie_Whitening_WhitenedVariance p eps : Whitening_WhitenedVariance p eps = var p / (var p + eps).
Proof. tie. Qed.
Lemma tie_Whitening_OmegaMinimum eps : Whitening_OmegaMinimum eps = 2 / sqrt (1 + 4 * eps). Proof. tie. Qed.
Lemma tie_Whitening_OmegaMaximum eps : Whitening_OmegaMaximum eps = / sqrt eps. Proof. tie. Qed.
