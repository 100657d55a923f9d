namespace GrpoVerified.Claims;

/// <summary>All claims, in catalogue order.</summary>
public static class ClaimCatalogue
{
    /// <summary>Every claim.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        Catalogue.A01WhitenedReward.Claim, Catalogue.A02WeightIdentities.Claim, Catalogue.A03MonotoneWeights.Claim, Catalogue.A04ShapeOfOmega.Claim,
        Catalogue.A05ContrastiveIdentity.Claim, Catalogue.A06ConditionalReading.Claim, Catalogue.A07SwappedArguments.Claim,
        Catalogue.A08AffineSurrogate.Claim, Catalogue.A09AffineRecoding.Claim, Catalogue.A10LabelSwap.Claim,
        Catalogue.B01ExplicitPolicy.Claim, Catalogue.B02VariationalIdentity.Claim, Catalogue.B03OptimalValue.Claim,
        Catalogue.B04WithinClassInvariance.Claim, Catalogue.B05BernoulliDivergences.Claim, Catalogue.B06JeffreysBudget.Claim,
        Catalogue.B07AbsorbingReferences.Claim,
        Catalogue.C01Recurrence.Claim, Catalogue.C02LogOddsForm.Claim, Catalogue.C03ShapeOfMap.Claim, Catalogue.C04DerivativeOfMap.Claim,
        Catalogue.C05Envelope.Claim, Catalogue.C06FixedPointsAmplify.Claim, Catalogue.C07LipschitzConstant.Claim,
        Catalogue.D01Existence.Claim, Catalogue.D02OneIsNotFixed.Claim, Catalogue.D03NumberOfFixedPoints.Claim,
        Catalogue.D04SupremumOfThreshold.Claim, Catalogue.D05FoldCubic.Claim, Catalogue.D06BifurcationCurves.Claim, Catalogue.D07Cusp.Claim,
        Catalogue.D08WhereMultistable.Claim, Catalogue.D09Sensitivities.Claim, Catalogue.D10Limits.Claim, Catalogue.D11SideOfHalf.Claim,
        Catalogue.E01Multiplier.Claim, Catalogue.E02WhichAreUnstable.Claim, Catalogue.E03NonHyperbolic.Claim, Catalogue.E04NegativeSchwarzian.Claim,
        Catalogue.E05CrossRatio.Claim, Catalogue.E06AsymptoticRate.Claim,
        Catalogue.F01HighReference.Claim, Catalogue.F02MonotoneFromStepOne.Claim, Catalogue.F03GlobalContraction.Claim,
        Catalogue.F04NoTwoCycle.Claim, Catalogue.F05Classification.Claim, Catalogue.F06NecessaryAndSufficient.Claim, Catalogue.F07JumpTest.Claim,
        Catalogue.F08UniversalThreshold.Claim, Catalogue.F09NoJumpThreshold.Claim, Catalogue.F10UnconditionalConvergence.Claim,
        Catalogue.F11MonotoneIncrease.Claim, Catalogue.F12Alternation.Claim, Catalogue.F13BetterReference.Claim, Catalogue.F14PromptOrder.Claim,
        Catalogue.F15PeriodThree.Claim, Catalogue.F16AtMostTwoAttractors.Claim,
        Catalogue.G01InteriorFixedPoints.Claim, Catalogue.G02OneSuperattracts.Claim, Catalogue.G03StabilityDiagram.Claim,
        Catalogue.G04EscapeSet.Claim, Catalogue.G05EverythingEscapes.Claim, Catalogue.G06NonConvergenceThreshold.Claim, Catalogue.G07BetaOne.Claim,
        Catalogue.G08AllTwoCycles.Claim, Catalogue.G09SecondPeriodDoubling.Claim, Catalogue.G10HardPromptParadox.Claim,
        Catalogue.G11BasinOfOne.Claim,
        Catalogue.H01Mirror.Claim, Catalogue.H02MirrorEnvelope.Claim, Catalogue.H03MirrorUnsmoothed.Claim, Catalogue.H04MeanOnlyMirror.Claim,
        Catalogue.H05MeanOnlyReference.Claim, Catalogue.H06NoNormalisation.Claim, Catalogue.H07TwoKl.Claim, Catalogue.H08TwoKlFixedPoints.Claim,
        Catalogue.H09TwoKlStability.Claim, Catalogue.H10TwoKlConvergence.Claim, Catalogue.H11TwoKlMonotone.Claim, Catalogue.H12TwoKlCycles.Claim,
        Catalogue.H13DampedIteration.Claim, Catalogue.H14SmoothingOutside.Claim, Catalogue.H15MirrorFlow.Claim,
        Catalogue.I01NoAssumption.Claim, Catalogue.I02TwoKlArbitraryOld.Claim, Catalogue.I03TwoKlFails.Claim,
        Catalogue.J01ClippedPolicy.Claim, Catalogue.J02OneDimension.Claim, Catalogue.J03ClosedForm.Claim, Catalogue.J04ClippedVersusUnclipped.Claim,
        Catalogue.J05FixedPointsUnchanged.Claim, Catalogue.J06LocalDynamicsUnchanged.Claim, Catalogue.J07ClippedConvergence.Claim,
        Catalogue.J08NoJump.Claim, Catalogue.J09BoundedOscillation.Claim, Catalogue.J10ClippingDestroysConvergence.Claim,
        Catalogue.J11ClippingChangesLimit.Claim, Catalogue.J12HighReferenceClipped.Claim, Catalogue.J13GeometricConvergence.Claim,
        Catalogue.J14SmallBeta.Claim, Catalogue.J15NeedsEqualConditionals.Claim, Catalogue.J16ClippedVariants.Claim,
        Catalogue.J17ObjectiveValue.Claim,
        Catalogue.K01SharpParametricBound.Claim, Catalogue.K02Sharpness.Claim, Catalogue.K03FactorTwo.Claim, Catalogue.K04LimitNeedNotExist.Claim,
        Catalogue.K05InputToState.Claim, Catalogue.K06ConvergenceIsNeeded.Claim,
        Catalogue.L01EffectiveWeights.Claim, Catalogue.L02BernsteinForm.Claim, Catalogue.L03ShapeAndRange.Claim,
        Catalogue.L04UnderAmplification.Claim, Catalogue.L05FirstOrderBias.Claim, Catalogue.L06MonotoneInGroupSize.Claim,
        Catalogue.L07SmallGroups.Claim, Catalogue.L08FiniteRecurrence.Claim, Catalogue.L09FiniteContraction.Claim, Catalogue.L10MeanOnlyFinite.Claim,
        Catalogue.L11DynamicSampling.Claim, Catalogue.L12DivisorRelation.Claim,
        Catalogue.M01Averages.Claim, Catalogue.M02PassAtK.Claim, Catalogue.M03ParameterScaling.Claim, Catalogue.M04SafeRegime.Claim,
    ];

    /// <summary>The claim with an identifier (any case), or null.</summary>
    public static Claim? Find(string id)
        => All.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase));
}
