(** Generated from GrpoVerified.Theory.Formulas: each formula as the program records it.
    Do not edit; the tests of GrpoVerified.Proving say how to write it anew. *)

Require Import Reals.
From GrpoProofs Require Import Defs.
Open Scope R_scope.

Definition Clipping_Surrogate (ratio advantage clipLow clipHigh : R) : R :=
  Rmin (ratio * advantage) (Rmax (1 - clipLow) (Rmin ratio (1 + clipHigh)) * advantage).

Definition Clipping_Clip (ratio clipLow clipHigh : R) : R :=
  Rmax (1 - clipLow) (Rmin ratio (1 + clipHigh)).

Definition Clipping_ContrastivePlus (ratio weightPlus clipHigh : R) : R :=
  weightPlus * Rmin ratio (1 + clipHigh).

Definition Clipping_ContrastiveMinus (ratio weightMinus clipLow : R) : R :=
  - (weightMinus * Rmax ratio (1 - clipLow)).

Definition Clipping_UpperKink (p clipHigh : R) : R :=
  Rmax 0 (1 - p - p * clipHigh) / (p * (1 + clipHigh)).

Definition Clipping_LowerKink (p clipLow : R) : R :=
  (1 - p) * (1 - clipLow) / (p + clipLow * (1 - p)).

Definition Clipping_NextFailureOdds (p anchorFailureOdds weightPlus weightMinus beta clipLow clipHigh : R) : R :=
  let v8 := anchorFailureOdds * exp (- ((weightPlus + weightMinus) / beta)) in
  let v19 := Rmax 0 (1 - p - p * clipHigh) / (p * (1 + clipHigh)) in
  let v29 := (1 - p) * (1 - clipLow) / (p + clipLow * (1 - p)) in
  Rmax (Rmax v8 (Rmin v19 (Rmax (anchorFailureOdds * exp (- (weightMinus / beta))) (Rmin v29 anchorFailureOdds)))) (Rmax v8 (Rmin v29 (Rmax (anchorFailureOdds * exp (- (weightPlus / beta))) (Rmin v19 anchorFailureOdds)))).

Definition Clipping_Objective (p pOld pRef beta eps clipLow clipHigh : R) : R :=
  let v6 := / sqrt (pOld * (1 - pOld) + eps) in
  (1 - pOld) * v6 * Rmin p (pOld * (1 + clipHigh)) - pOld * v6 * Rmax (1 - p) ((1 - pOld) * (1 - clipLow)) - beta * (p * ln (p / pRef) + (1 - p) * ln ((1 - p) / (1 - pRef))).

Definition Divergences_Bernoulli (p q : R) : R :=
  p * ln (p / q) + (1 - p) * ln ((1 - p) / (1 - q)).

Definition Divergences_Jeffreys (p q : R) : R :=
  (p - q) * (ln (p / (1 - p)) - ln (q / (1 - q))).

Definition Divergences_Share (p q : R) : R :=
  p * ln (p / q).

Definition Divergences_EstimatorK1 (d : R) : R :=
  d.

Definition Divergences_EstimatorK2 (d : R) : R :=
  Rsqr d / 2.

Definition Divergences_EstimatorK3 (d : R) : R :=
  exp (- d) - 1 + d.

Definition Divergences_EstimatorK3Derivative (d : R) : R :=
  - (exp (- d) - 1).

Definition Stability_Threshold (p eps : R) : R :=
  p * (1 - p) * Rabs (1 - p - p) * ((/ sqrt (p * (1 - p) + eps)) ^ 3) / 2.

Definition Stability_LipschitzConstant (eps : R) : R :=
  (/ sqrt (27 * eps)) / (1 + 4 * eps).

Definition Stability_LipschitzPoint (eps : R) : R :=
  (1 + sqrt ((1 + 4 * eps) / (1 + 12 * eps))) / 2.

Definition Stability_Multiplier (p beta eps : R) : R :=
  p * (1 - p) * (- (1 - p - p)) * ((/ sqrt (p * (1 - p) + eps)) ^ 3) / (2 * beta).

Definition Stability_CurveReference (p eps : R) : R :=
  ln (p / (1 - p)) - 2 * (p * (1 - p) + eps) / (p * (1 - p) * Rabs (1 - p - p)).

Definition Stability_CuspLogOdds (eps : R) : R :=
  2 * artanh (sqrt ((1 + 4 * eps) / (1 + 12 * eps))).

Definition Stability_CuspReference (eps : R) : R :=
  let v8 := 1 + 12 * eps in
  2 * artanh (sqrt ((1 + 4 * eps) / v8)) - 3 * sqrt ((1 + 4 * eps) * v8).

Definition Stability_FoldPolynomial (s beta eps : R) : R :=
  4 * Rsqr beta * ((s + eps) ^ 3) + 4 * (s ^ 3) - Rsqr s.

Definition Stability_LogOddsOfVariance (s : R) : R :=
  ln (Rsqr (1 + sqrt (1 - 4 * s)) / (4 * s)).

Definition Stability_FoldPolynomialOutside (y beta e : R) : R :=
  4 * Rsqr beta * ((y + e) ^ 4) + 4 * (y ^ 4) - Rsqr y.

Definition Stability_LipschitzRootOutside (e : R) : R :=
  2 * e / (1 + sqrt (1 + 32 * Rsqr e)).

Definition Stability_SensitivityToReference (fixedPoint pRef beta eps : R) : R :=
  let v2 := 1 - fixedPoint in
  let v3 := fixedPoint * v2 in
  v3 / (pRef * (1 - pRef) * (1 - v3 * (- (v2 - fixedPoint)) * ((/ sqrt (v3 + eps)) ^ 3) / (2 * beta))).

Definition Stability_SensitivityToBeta (fixedPoint beta eps : R) : R :=
  let v2 := 1 - fixedPoint in
  let v3 := fixedPoint * v2 in
  let v6 := / sqrt (v3 + eps) in
  - (v3 * v6 / (Rsqr beta * (1 - v3 * (- (v2 - fixedPoint)) * (v6 ^ 3) / (2 * beta)))).

Definition Stability_SensitivityToEpsilon (fixedPoint beta eps : R) : R :=
  let v2 := 1 - fixedPoint in
  let v3 := fixedPoint * v2 in
  let v7 := (/ sqrt (v3 + eps)) ^ 3 in
  - (v3 * v7 / (2 * beta * (1 - v3 * (- (v2 - fixedPoint)) * v7 / (2 * beta)))).

Definition Stability_LipschitzConstantOutside (e : R) : R :=
  let v10 := 2 * e / (1 + sqrt (1 + 32 * Rsqr e)) in
  v10 * sqrt (1 - 4 * Rsqr v10) / (2 * Rsqr (v10 + e)).

Definition SuccessMap_Next_success (p pRef beta eps : R) : R :=
  1 / (1 + (1 - pRef) / pRef * exp (- ((/ sqrt (p * (1 - p) + eps)) / beta))).

Definition SuccessMap_Next_failure (p pRef beta eps : R) : R :=
  let v14 := (1 - pRef) / pRef * exp (- ((/ sqrt (p * (1 - p) + eps)) / beta)) in
  v14 / (1 + v14).

Definition SuccessMap_NextFrom_success (anchorFailureOdds factor beta : R) : R :=
  1 / (1 + anchorFailureOdds * exp (- (factor / beta))).

Definition SuccessMap_NextFrom_failure (anchorFailureOdds factor beta : R) : R :=
  let v6 := anchorFailureOdds * exp (- (factor / beta)) in
  v6 / (1 + v6).

Definition SuccessMap_Derivative (p pRef beta eps : R) : R :=
  let v9 := / sqrt (p * (1 - p) + eps) in
  let v14 := (1 - pRef) / pRef * exp (- (v9 / beta)) in
  1 / (1 + v14) * (v14 / (1 + v14)) * (- (1 - p - p)) * (v9 ^ 3) / (2 * beta).

Definition SuccessMap_OmegaOfLogOdds (x eps : R) : R :=
  / sqrt ((/ (1 + exp (- x))) * (/ (1 + exp (- (- x)))) + eps).

Definition SuccessMap_OmegaOfLogOddsDerivative (x eps : R) : R :=
  let v1 := / (1 + exp (- x)) in
  let v3 := / (1 + exp (- (- x))) in
  v1 * v3 * (- (v3 - v1)) * ((/ sqrt (v1 * v3 + eps)) ^ 3) / 2.

Definition SuccessMap_NextLogOdds (x x0 beta eps : R) : R :=
  x0 + (/ sqrt ((/ (1 + exp (- x))) * (/ (1 + exp (- (- x)))) + eps)) / beta.

Definition SuccessMap_NextLogOddsFrom (anchor factor beta : R) : R :=
  anchor + factor / beta.

Definition SuccessMap_Anchor (x0 x weight complement : R) : R :=
  weight * x0 + complement * x.

Definition SuccessMap_Psi (x beta eps : R) : R :=
  x - (/ sqrt ((/ (1 + exp (- x))) * (/ (1 + exp (- (- x)))) + eps)) / beta.

Definition SuccessMap_LowerEnvelope (x0 beta eps : R) : R :=
  x0 + 2 * (/ sqrt (1 + 4 * eps)) / beta.

Definition SuccessMap_UpperEnvelope (x0 beta eps : R) : R :=
  x0 + (/ sqrt eps) / beta.

Definition SuccessMap_Schwarzian (x eps : R) : R :=
  let v2 := / (1 + exp (- x)) in
  let v4 := / (1 + exp (- (- x))) in
  let v12 := Rsqr (v4 - v2) in
  3 * Rsqr (v2 * v4 / (v2 * v4 + eps)) * v12 / 8 + 1 - 3 * Rsqr (1 + v12) / (v12 * 8).

Definition Unsmoothed_SaddleNode (beta : R) : R :=
  2 * asinh beta - 2 * sqrt (1 + 1 / Rsqr beta).

Definition Unsmoothed_Flip (beta : R) : R :=
  (- (2 * asinh beta)) - 2 * sqrt (1 + 1 / Rsqr beta).

Definition Unsmoothed_EscapeMargin (y beta : R) : R :=
  cosh (y / 2) - beta * y.

Definition Unsmoothed_CycleShape (d : R) : R :=
  d / (2 * sinh (d / 2)).

Definition Unsmoothed_CycleCentre (d kappa : R) : R :=
  - (2 * asinh (kappa * (d / (2 * sinh (d / 2))))).

Definition Unsmoothed_CycleReference (d alpha beta : R) : R :=
  let v10 := (2 - alpha) * beta * (d / (2 * sinh (d / 2))) in
  (- (2 * asinh v10)) - 2 * sqrt (1 + Rsqr v10) * cosh (d / 2) / (alpha * beta).

Definition Unsmoothed_CycleMultiplier (d beta : R) : R :=
  let v3 := sinh (d / 2) in
  Rsqr (d / (2 * v3)) - Rsqr (v3 / beta).

Definition Unsmoothed_TwoKlFlip (alpha beta : R) : R :=
  let v4 := (2 - alpha) * beta in
  (- (2 * asinh v4)) - 2 * sqrt (1 + Rsqr v4) / (alpha * beta).

Definition Unsmoothed_SafeReference (alpha : R) : R :=
  let v3 := (2 - alpha) / alpha in
  (- (2 * asinh (sqrt v3))) - 2 * sqrt (v3 * (1 + v3)).

Definition Whitening_Omega (p eps : R) : R :=
  / sqrt (p * (1 - p) + eps).

Definition Whitening_OmegaOutside (p e : R) : R :=
  1 / (sqrt (p * (1 - p)) + e).

Definition Whitening_WeightPlus (p eps : R) : R :=
  (1 - p) * (/ sqrt (p * (1 - p) + eps)).

Definition Whitening_WeightMinus (p eps : R) : R :=
  p * (/ sqrt (p * (1 - p) + eps)).

Definition Whitening_Advantage (r p eps : R) : R :=
  (r - p) * (/ sqrt (p * (1 - p) + eps)).

Definition Whitening_WhitenedVariance (p eps : R) : R :=
  p * (1 - p) / (p * (1 - p) + eps).

Definition Whitening_WeightPlusDerivative (p eps : R) : R :=
  (- ((1 - p) / 2 + eps)) * ((/ sqrt (p * (1 - p) + eps)) ^ 3).

Definition Whitening_WeightMinusDerivative (p eps : R) : R :=
  (p / 2 + eps) * ((/ sqrt (p * (1 - p) + eps)) ^ 3).

Definition Whitening_OmegaMinimum (eps : R) : R :=
  2 * (/ sqrt (1 + 4 * eps)).

Definition Whitening_OmegaMaximum (eps : R) : R :=
  / sqrt eps.
