using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>The search by monotone pieces against exhaustive subdivision, a second algorithm that uses no theorem on the map's shape.</summary>
public sealed class FixedPointSearchTests
{
    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Monotone_pieces_and_subdivision_find_the_same_fixed_points(int seed)
    {
        foreach (var parameters in RandomParameters.Take(seed, 40))
        {
            var pieces = FixedPointSet.Find(parameters);
            var subdivision = SubdivisionSearch.Search(parameters, Range(parameters));
            Assert.True(pieces.IsComplete, $"{parameters}: {pieces.Reason}");
            Assert.True(subdivision.IsComplete, $"{parameters}: {subdivision.Reason}");
            var (a, b) = (pieces.Interior.ToList(), subdivision.Points);
            Assert.True(a.Count == b.Count, $"{parameters}: {a.Count} by monotone pieces, {b.Count} by subdivision");
            foreach (var (left, right) in a.Zip(b))
            {
                Assert.True(Ball.Overlap(left.LogOdds(200), right.LogOdds(200)), $"{parameters}: {left.LogOdds(200)} and {right.LogOdds(200)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_fixed_point_is_fixed_certified_by_a_sign_change_and_refines_consistently(int seed)
    {
        foreach (var parameters in RandomParameters.Take(seed + 100, 20))
        {
            foreach (var point in FixedPointSet.Find(parameters).Interior)
            {
                var coarse = point.LogOdds(64);
                foreach (var bits in (int[])[40, 128, 400, 1500])
                {
                    var x = point.LogOdds(bits);
                    Assert.True(x.RelativeAccuracyBits >= bits, $"{parameters}: {x} has {x.RelativeAccuracyBits} bits, {bits} were asked for");
                    Assert.True(Ball.Overlap(x, coarse), $"{parameters}: {x} and {coarse}");
                    var p = point.Probability(bits);
                    Assert.True(p.Success.RelativeAccuracyBits >= bits, $"{parameters}: {p}");

                    // Beyond log-odds of about 3·10^18, 1 − p leaves the range of exponents.
                    Assert.True(x.Midpoint.Exponent > 61 || p.Failure.RelativeAccuracyBits >= bits, $"{parameters}: {p}");
                }

                AssertSignChange(parameters, point.LogOdds(128));
            }
        }
    }

    [Fact]
    public void Fixed_points_come_in_increasing_order_and_alternate_in_stability()
    {
        var points = FixedPointSet.Find(GrpoParameters.Of(Rational.Parse("1/10"), 1, Rational.Parse("1/1000"))).Points;
        Assert.Equal([FixedPointStability.Attracting, FixedPointStability.Repelling, FixedPointStability.Attracting], points.Select(p => p.Stability));
        Assert.True(points.Zip(points.Skip(1)).All(pair => Ball.Less(pair.First.LogOdds(64), pair.Second.LogOdds(64)).IsCertain));
    }

    // x − T(x) has opposite signs at relative distance 2^−100 on both sides, evaluated with the plain update, without derivatives.
    private static void AssertSignChange(GrpoParameters parameters, Ball x)
    {
        var bound = BoundParameters<Ball>.Bind(parameters, new BallContext(512));
        var middle = Ball.FromBigFloat(x.Midpoint, 512);
        var radius = Ball.Abs(middle).ScaleByPowerOfTwo(-100);
        var (lower, upper) = ((middle - radius).WithPrecision(512), (middle + radius).WithPrecision(512));
        var (a, b) = (lower - bound.NextUnclipped(lower), upper - bound.NextUnclipped(upper));
        Assert.True((a.IsNegative && b.IsPositive) || (a.IsPositive && b.IsNegative), $"{parameters}: {a} and {b} at the ends of {x}");
    }

    // Envelope of claims C5, H14; at ε = 0 a point beyond which 2cosh(x/2)/β exceeds x − x₀.
    private static Ball Range(GrpoParameters parameters)
    {
        const int precision = 128;
        var context = new BallContext(precision);
        var x0 = Probability<Ball>.FromRational(parameters.Reference, context).LogOdds;
        var beta = context.Enclose(parameters.AnchorWeight * parameters.Beta);
        var eps = context.Enclose(parameters.Epsilon);
        var reach = parameters.Epsilon.IsZero
            ? Ball.Abs(x0) + (Ball.FromInteger(4) * Ball.Log(Ball.Max(beta, Ball.One) * (Ball.FromInteger(40) + Ball.Abs(x0))))
            : (parameters.Placement == EpsilonPlacement.Inside ? Whitening.OmegaMaximum(eps) : Ball.One / eps) / beta;
        return Ball.Hull(x0 - Ball.One, x0 + reach + Ball.One);
    }
}
