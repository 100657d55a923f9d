using GrpoVerified.Analyzers.Folding;
using GrpoVerified.Analyzers.Regimes;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using Enclosure = GrpoVerified.Analyzers.Regimes.Enclosure;

namespace GrpoVerified.Analyzers.Tests.Regimes;

/// <summary>The compile-time decisions against the library's certified ones: two programs without common code.</summary>
public sealed class InvariantDecisionTests
{
    private static readonly string[] References = ["1/100000", "1/2500", "1/500", "1/200", "1/100", "1/50", "1/10", "1/3", "49/100", "1/2", "3/4", "99/100"];

    private static readonly string[] Betas = ["1/10", "3/5", "1", "3/2", "2", "5", "30"];

    private static readonly string[] Epsilons = ["0", "1/1000000", "1/1000", "1/100", "1/10", "1"];

    [Fact]
    public void Whatever_is_refuted_at_compile_time_is_not_certified_by_the_library()
    {
        var refuted = 0;
        foreach (var (r, b, e) in Grid())
        {
            var map = Map(r, b, e);
            var regime = new Lazy<Regime>(() => Regime.Classify(GrpoParameters.Of(Rational.Parse(r), Rational.Parse(b), Rational.Parse(e)), new CycleSearchOptions(8, 2000, 512)));
            if (InvariantDecision.RefuteMonotoneConvergence(map) is { } monotone)
            {
                refuted++;
                Assert.False(regime.Value.Kind == RegimeKind.Monotone, $"p_ref = {r}, beta = {b}, epsilon = {e}: {monotone}, but the library certifies {regime.Value.Reason}");
            }

            if (InvariantDecision.RefuteConvergence(map) is { } convergence)
            {
                refuted++;
                Assert.True(regime.Value.Kind is RegimeKind.Cycle or RegimeKind.Undecided, $"p_ref = {r}, beta = {b}, epsilon = {e}: {convergence}, but the library certifies {regime.Value.Reason}");
            }
        }

        Assert.True(refuted > 50, $"only {refuted} points of the grid were refuted: the test shows little");
    }

    [Fact]
    public void Every_certified_cycle_of_the_grid_is_refuted_at_compile_time()
        => Assert.All(
            Grid().Where(g => Regime.Classify(GrpoParameters.Of(Rational.Parse(g.Reference), Rational.Parse(g.Beta), Rational.Parse(g.Epsilon)), new CycleSearchOptions(8, 2000, 512)).Kind == RegimeKind.Cycle),
            g => Assert.NotNull(InvariantDecision.RefuteConvergence(Map(g.Reference, g.Beta, g.Epsilon))));

    [Fact]
    public void The_orbit_agrees_with_the_library_s_enclosure()
    {
        var compileTime = Map("1/200", "3/2", "1/1000").Orbit(20);
        var library = Orbit.Enclose(GrpoParameters.Of(Rational.Parse("1/200"), Rational.Parse("3/2"), Rational.Parse("1/1000")), 20, 256).ToList();
        Assert.Equal(library.Count, compileTime.Count);
        for (var n = 0; n < library.Count; n++)
        {
            var midpoint = library[n].Success.Midpoint.ToDouble();
            var slack = Fraction.FromDouble(1e-12)!.Value;
            var expected = Fraction.FromDouble(midpoint)!.Value;
            Assert.False(Enclosure.CertainlyLess(compileTime[n], Enclosure.Of(expected - slack)), $"p_{n} is below the library's");
            Assert.False(Enclosure.CertainlyLess(Enclosure.Of(expected + slack), compileTime[n]), $"p_{n} is above the library's");
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1/1000000000000")]
    [InlineData("1/3")]
    [InlineData("1")]
    [InlineData("7/2")]
    [InlineData("100")]
    public void Exp_of_minus_x_encloses_the_library_s_ball(string text)
    {
        var enclosure = Enclosure.ExpOfMinus(Enclosure.Of(Fraction.Parse(text)!.Value));
        var ball = Ball.Exp(-Ball.FromRational(Rational.Parse(text), 400));
        var lower = (ball.Midpoint - BigFloat.FromDouble(1e-100)).ToRational();
        var upper = (ball.Midpoint + BigFloat.FromDouble(1e-100)).ToRational();
        Assert.False(Enclosure.CertainlyLess(enclosure, Enclosure.Of(new Fraction(lower.Numerator, lower.Denominator))));
        Assert.False(Enclosure.CertainlyLess(Enclosure.Of(new Fraction(upper.Numerator, upper.Denominator)), enclosure));
        var width = Enclosure.Of(new Fraction(System.Numerics.BigInteger.One, System.Numerics.BigInteger.One << 170));
        Assert.False(Enclosure.CertainlyLess(enclosure + width, enclosure - width));
    }

    private static IEnumerable<(string Reference, string Beta, string Epsilon)> Grid()
        => from r in References from b in Betas from e in Epsilons select (r, b, e);

    private static SuccessMap Map(string r, string b, string e)
        => new(Fraction.Parse(r)!.Value, Fraction.Parse(b)!.Value, Fraction.Parse(e)!.Value);
}
