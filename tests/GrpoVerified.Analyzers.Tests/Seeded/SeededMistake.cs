namespace GrpoVerified.Analyzers.Tests.Seeded;

/// <summary>A mistake put into this repository's own code.</summary>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Right">What stands there.</param>
/// <param name="Wrong">The mistake.</param>
/// <param name="Rule">The rule that should see it.</param>
public sealed record SeededMistake(string File, string Right, string Wrong, string Rule)
{
    /// <summary>Mistakes a person makes, chosen by what goes wrong and not by what the rules can see; the recall is measured on them.</summary>
    public static IReadOnlyList<SeededMistake> All { get; } =
    [
        new("tests/GrpoVerified.Theory.Tests/Documents/ReadmeSnippetTests.cs", "Rational.Parse(\"1/10\"), 1,", "Rational.Parse(\"11/10\"), 1,", "GRPO1001"),
        new("src/GrpoVerified.Claims/Catalogue/F13_BetterReference.cs", "new(1, 100), 1, new(1, 1000)", "new(1, 100), -1, new(1, 1000)", "GRPO1001"),
        new("src/GrpoVerified.Claims/Catalogue/F11_MonotoneIncrease.cs", "GrpoParameters.Of(new(1, 10), 1,", "GrpoParameters.Of(new(10, 1), 1,", "GRPO1001"),
        new("src/GrpoVerified.Claims/Grid/DefaultGrid.cs", "GrpoParameters.Of(new(3, 5), 3,", "GrpoParameters.Of(new(3, 5), 0,", "GRPO1001"),
        new("src/GrpoVerified.Claims/Grid/DefaultGrid.cs", "GrpoParameters.Of(new(1, 4), 2, new(1, 50))", "GrpoParameters.Of(new(1, 4), 2, -new Rational(1, 50))", "GRPO1001"),
        new("tests/GrpoVerified.Theory.Tests/Dynamics/FixedPointSearchTests.cs", "1, Rational.Parse(\"1/1000\")", "1, Rational.Parse(\"-1/1000\")", "GRPO1001"),
        new("tests/GrpoVerified.Theory.Tests/Dynamics/OrbitTests.cs", "Rational.Parse(\"1/10000\"), Rational.Parse(\"3/5\")", "Rational.Parse(\"1/10000\"), Rational.Zero", "GRPO1001"),
        new("tests/GrpoVerified.Theory.Tests/Dynamics/FixedPointReferenceTests.cs", "Rational.Parse(\"1/2303\")", "Rational.Parse(\"1/2303\") - 1", "GRPO1001"),
        new("src/GrpoVerified.Claims/Catalogue/J10_ClippingDestroysConvergence.cs", "GrpoParameters.Of(Rational.Parse(pRef), 1, 0)", "GrpoParameters.Of(Rational.Parse(pRef), 0, 0)", "GRPO1001"),
        new("src/GrpoVerified.Claims/Catalogue/F11_MonotoneIncrease.cs", "internal static class", "[Requires(Invariant.MonotoneConvergence)] internal static class", "GRPO1002"),
        new("tests/GrpoVerified.Theory.Tests/Dynamics/OrbitTests.cs", "public sealed class OrbitTests", "[Requires(Invariant.Convergence)] public sealed class OrbitTests", "GRPO1002"),
        new("tests/GrpoVerified.Theory.Tests/Dynamics/FixedPointSearchTests.cs", "public sealed class", "[Requires(Invariant.MonotoneConvergence)] public sealed class", "GRPO1002"),
        new("src/GrpoVerified.Claims/Catalogue/K04_LimitNeedNotExist.cs", "new(3, 5), new(3, 20), new(1, 4)", "new(3, 5), new(3, 20), new(1, 5)", "GRPO1003"),
        new("src/GrpoVerified.Claims/Catalogue/K04_LimitNeedNotExist.cs", "new(1, 2), new(7, 20), new(3, 20)", "new(1, 2), new(7, 20), Rational.Parse(\"0.1500001\")", "GRPO1003"),
        new("tests/GrpoVerified.Theory.Tests/Documents/ReadmeSnippetTests.cs", "Rational.Parse(\"0.001\")", "Rational.FromDouble(0.001)", "GRPO2001"),
        new("src/GrpoVerified.Claims/Grid/DefaultGrid.cs", "Rational.Parse(\"1e-6\")", "Rational.FromDouble(1e-6)", "GRPO2001"),
        new("src/GrpoVerified.Claims/Catalogue/F05_Classification.cs", "Rational.Parse(\"1e-9\")", "Rational.FromDouble(1 / 1e9)", "GRPO2001"),
        new("src/GrpoVerified.Claims/Catalogue/Forms.cs", "Rational.Parse(\"1e-20\")", "Rational.FromDouble(1e-20)", "GRPO2001"),
        new("src/GrpoVerified.Theory/Constants/ParametricConstants.cs", "Rational.Parse(\"1e-12\")", "Rational.FromDouble(1e-12)", "GRPO2001"),
        new("src/GrpoVerified.Claims/Catalogue/G07_BetaOne.cs", "Rational.Parse(\"0.8506102268772883755\")", "Rational.FromDouble(0.8506102268772883755)", "GRPO2001"),
        new("tests/GrpoVerified.Arithmetic.Tests/Documentation/ArithmeticGuideTests.cs", "Rational.Parse(\"1e-3\")", "Rational.FromDouble(1e-3)", "GRPO2001"),
        new("src/GrpoVerified.Claims/Catalogue/F05_Classification.cs", "Rational.Parse(\"1e-9\")", "Rational.FromDouble(Math.Pow(10, -9))", "GRPO2001"),
        new("src/GrpoVerified.Theory/Constants/ParametricConstants.cs", "!margin.IsCertain", "margin != Truth.True", "GRPO2002"),
        new("src/GrpoVerified.Theory/Policies/ClippedPolicy.cs", "Ball.Less(sum, Ball.One).IsCertain", "Ball.Less(sum, Ball.One) == Truth.True", "GRPO2002"),
        new("src/GrpoVerified.Theory/Policies/ClippedPolicy.cs", "Ball.Less(sum, Ball.One).IsCertain", "sum != Ball.One", "GRPO2002"),
        new("src/GrpoVerified.Theory/Dynamics/FixedPoint.cs", "inside.IsCertain ?", "inside == Truth.True ?", "GRPO2002"),
        new("src/GrpoVerified.Theory/Dynamics/MonotonePieces.cs", "return Ball.Less(Ball.Zero, value).IsCertain ?", "return value == Ball.Zero ?", "GRPO2002"),
        new("src/GrpoVerified.Theory/Dynamics/TrappingBox.cs", "Ball.Less(Ball.Abs(slope), Ball.One).IsCertain", "Ball.Less(Ball.Abs(slope), Ball.One) != Truth.False", "GRPO2002"),
        new("src/GrpoVerified.Theory/Formulas/Whitening.cs", "=> p.Failure * Omega", "=> (T.One - p.Success) * Omega", "GRPO2003"),
        new("src/GrpoVerified.Theory/Formulas/Whitening.cs", "(p.Failure / T.FromInteger(2))", "((T.One - p.Success) / T.FromInteger(2))", "GRPO2003"),
        new("src/GrpoVerified.Theory/Formulas/Clipping.cs", "T.Max(T.Zero, p.Failure -", "T.Max(T.Zero, T.One - p.Success -", "GRPO2003"),
        new("src/GrpoVerified.Theory/Formulas/Clipping.cs", "=> p.Failure * (T.One - clipLow)", "=> (T.FromInteger(1) - p.Success) * (T.One - clipLow)", "GRPO2003"),
        new("src/GrpoVerified.Theory/Formulas/Divergences.cs", "(p.Failure * T.Log", "((T.One - p.Success) * T.Log", "GRPO2003"),
        new("src/GrpoVerified.Theory/Formulas/Stability.cs", "fixedPoint.Variance / (pRef", "fixedPoint.Success * (T.One - fixedPoint.Success) / (pRef", "GRPO2003"),
        new("src/GrpoVerified.Theory/Formulas/Stability.cs", "T.FromInteger(27) * eps", "T.FromInteger((long)27.0) * eps", "GRPO2004"),
        new("src/GrpoVerified.Theory/Formulas/Stability.cs", "T.Pow(Whitening.Omega(p, eps), 3)", "T.Pow(Whitening.Omega(p, eps), (int)Math.Ceiling(2.5))", "GRPO2004"),
        new("src/GrpoVerified.Theory/Formulas/SuccessMap.cs", "T.Exp(-(factor / beta))", "T.FromInteger((long)Math.Exp(0))", "GRPO2004"),
        new("src/GrpoVerified.Theory/Formulas/Unsmoothed.cs", "T.Cosh(y / T.FromInteger(2))", "T.FromInteger((long)double.Cosh(2))", "GRPO2004"),
        new("src/GrpoVerified.Theory/Dynamics/MonotonePieces.cs", "return Ball.Less(Ball.Zero, value).IsCertain ?", "return value.Midpoint.ToDouble() > 0 ?", "GRPO2005"),
        new("src/GrpoVerified.Theory/Policies/ClippedPolicy.cs", "Ball.Less(sum, Ball.One).IsCertain", "sum.Midpoint.ToDouble() < 1", "GRPO2005"),
        new("src/GrpoVerified.Theory/Dynamics/TrappingBox.cs", "Ball.Less(Ball.Abs(slope), Ball.One).IsCertain", "Math.Abs(slope.Midpoint.ToDouble()) < 1", "GRPO2005"),
        new("src/GrpoVerified.Theory/Formulas/Divergences.cs", "T.Expm1(-d) + d", "T.Exp(-d) - T.One + d", "GRPO2006"),
        new("src/GrpoVerified.Theory/Formulas/Divergences.cs", "T.Expm1(-d) + d", "T.Exp(-d) + d - T.One", "GRPO2006"),
        new("src/GrpoVerified.Theory/Formulas/Divergences.cs", "T.Expm1(-d) + d", "d + (T.Exp(-d) - T.FromInteger(1))", "GRPO2006"),
        new("src/GrpoVerified.Theory/Formulas/Whitening.cs", "public static T OmegaOutside<T>", "[Smoothing(EpsilonPlacement.Outside)] public static T OmegaOutside<T>(T v, T eps) where T : IElementary<T> => T.One / T.Sqrt(v + eps);\n    public static T OmegaOutside<T>", "GRPO2007"),
        new("tests/GrpoVerified.Claims.Tests/CatalogueTests.cs", "=> Assert.Equal(found, ClaimCatalogue.Find(id)?.Id);", "=> GC.KeepAlive(ClaimCatalogue.Find(id)?.Id + found);", "GRPO3002"),
        new("tests/GrpoVerified.Claims.Tests/CatalogueTests.cs", "Assert.Equal(125, expected.Length);\n        Assert.Equal(expected, ClaimCatalogue.All.Select(c => c.Id));", "GC.KeepAlive(expected);", "GRPO3002"),
        new("tests/GrpoVerified.Claims.Tests/LedgerRunTests.cs", "ClaimCatalogue.Find(\"D2\")", "ClaimCatalogue.Find(\"D12\")", "GRPO3003"),
        new("src/GrpoVerified.Claims/Catalogue/C07_LipschitzConstant.cs", "Id = \"C7\",", "Id = \"C7\", Expected = CatalogueStatus.FalseAsStated,", "GRPO3004"),
        new("src/GrpoVerified.Claims/Catalogue/K04_LimitNeedNotExist.cs", "Corrected = \"Read limsup (K1).\",", "", "GRPO3004"),
    ];
}
