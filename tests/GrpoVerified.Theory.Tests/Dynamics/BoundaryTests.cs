using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>
/// Parameters on a boundary of the classification, exactly or to 2200 digits: the answer is "undecided" with the comparison
/// that failed, or the theorem that covers the boundary, never a guess.
/// </summary>
public sealed class BoundaryTests
{
    // 7400 bits: beyond the last precision that a comparison tries.
    private const int Bits = 7400;

    private static readonly Rational Epsilon = new(1, 1000);

    [Fact]
    public void Image_of_one_half_next_to_one_half_is_undecided()
    {
        var regime = Regime.Classify(Near(-(Whitening.OmegaMinimum(Enclose(Epsilon)) / Ball.One), 1, Epsilon));
        Assert.Equal(RegimeKind.Undecided, regime.Kind);
        Assert.Contains("h(1/2)", regime.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_next_to_the_reflected_middle_fixed_point_is_undecided()
    {
        // −x₀ = b and b = F(b): G(b) = 2βb at the larger root.
        EnclosedFunction function = precision => x => SuccessMap.OmegaOfLogOdds(Dual<Ball>.Variable(x), Dual<Ball>.Constant(Ball.FromRational(Epsilon, precision)))
            - (Dual<Ball>.FromInteger(2) * Dual<Ball>.Variable(x));
        var b = new Root(function, Ball.FromEndpoints(BigFloat.FromInteger(4), BigFloat.FromInteger(5), 64), signAtLower: -1).Enclose(Bits);
        var regime = Regime.Classify(Near(-b, 1, Epsilon));
        Assert.Equal(RegimeKind.Undecided, regime.Kind);
        Assert.Contains("F5(III)", regime.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Multiplier_next_to_minus_one_is_undecided()
    {
        // Flip curve at p = 1/10, ε = 1/100: both β and x₀ are irrational, approximated.
        var eps = new Rational(1, 100);
        var p = Probability<Ball>.FromRational(new(1, 10), new BallContext(Bits));
        var beta = Stability.Threshold(p, Enclose(eps)).Midpoint.ToRational();
        var parameters = Near(Stability.CurveReference(p, Enclose(eps)), beta, eps);
        var regime = Regime.Classify(parameters);
        Assert.Equal(RegimeKind.Undecided, regime.Kind);
        Assert.Contains("B(p*)", regime.Reason, StringComparison.Ordinal);
        Assert.Equal(FixedPointStability.Undecided, FixedPointSet.Find(parameters).Points[0].Stability);
    }

    [Fact]
    public void Reference_next_to_a_saddle_node_is_incomplete_with_a_reason()
    {
        var p = Probability<Ball>.FromRational(new(9, 10), new BallContext(Bits));
        var eps = new Rational(1, 100);
        var beta = Stability.Threshold(p, Enclose(eps)).Midpoint.ToRational();
        var set = FixedPointSet.Find(Near(Stability.CurveReference(p, Enclose(eps)), beta, eps));
        Assert.False(set.IsComplete);
        Assert.Contains("saddle-node", set.Reason, StringComparison.Ordinal);
    }

    // 27 eps (1+4 eps)^2 beta^2 = 1 at eps = 1/12, beta = 1/2: the contraction constant is 1 exactly, one fixed point, decided exactly.
    [Theory]
    [InlineData("1/1000")]
    [InlineData("1/10")]
    [InlineData("9/10")]
    public void Coefficient_equal_to_the_Lipschitz_constant_has_one_fixed_point(string reference)
    {
        var parameters = GrpoParameters.Of(Rational.Parse(reference), new(1, 2), new(1, 12));
        var set = FixedPointSet.Find(parameters);
        Assert.True(set.IsComplete);
        Assert.Single(set.Points);
        Assert.NotEqual(RegimeKind.Undecided, Regime.Classify(parameters).Kind);
    }

    // M_e = 49/768 exactly at e = 15/14 for smoothing outside the root: the comparison is an exact tie that enclosures cannot decide.
    [Fact]
    public void Exact_tie_with_the_outside_constant_is_incomplete_with_a_reason()
    {
        var parameters = GrpoParameters.Of(new(1, 10), new(49, 768), new(15, 14)) with { Placement = EpsilonPlacement.Outside };
        var set = FixedPointSet.Find(parameters);
        Assert.False(set.IsComplete);
        Assert.NotNull(set.Reason);
        Assert.True(Ball.Contains(Stability.LipschitzConstantOutside(Ball.FromRational(new(15, 14), 500)), new Rational(49, 768)));
    }

    // p_ref = 1/2: x₀ = 0 exactly, the start is the critical point.
    [Fact]
    public void Reference_one_half_is_monotone()
        => Assert.Equal(RegimeKind.Monotone, Regime.Classify(GrpoParameters.Of(new(1, 2), 1, Epsilon)).Kind);

    private static Ball Enclose(Rational value) => Ball.FromRational(value, Bits);

    private static GrpoParameters Near(Ball logOdds, Rational beta, Rational epsilon)
        => GrpoParameters.Of(Ball.Logistic(logOdds).Midpoint.ToRational(), beta, epsilon);
}
