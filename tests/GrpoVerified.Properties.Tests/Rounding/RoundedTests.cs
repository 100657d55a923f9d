using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.TestKit;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Trainers;

namespace GrpoVerified.Properties.Tests.Rounding;

/// <summary>Computations carried out in software rounding lie in the budget, in every order of addition.</summary>
public sealed class RoundedTests
{
    private static readonly Gen<NumberFormat> Formats = Gen.Elements(NumberFormat.All.ToArray());

    [Fact]
    public void Every_order_of_addition_stays_in_the_budget()
        => Law.Holds(
            Formats.SelectMany(f => Gen.ArrayOf(DoubleCases.Between(-4, 4).Select(f.Round), 9).Zip(Gen.Shuffle(Enumerable.Range(0, 9)), (x, order) => (f, x, order))),
            _ => [],
            c =>
            {
                var budget = Statistics.Sum(c.x.Select(v => Rounded.Exactly(v, c.f)));
                var forward = c.order.Aggregate(0.0, (s, i) => c.f.Round(s + c.x[i]));
                var pairwise = c.order.Chunk(3).Select(g => g.Aggregate(0.0, (s, i) => c.f.Round(s + c.x[i]))).Aggregate(0.0, (s, v) => c.f.Round(s + v));
                Assert.True(budget.Allows(forward) && budget.Allows(pairwise), $"{c.f}: {forward:R} or {pairwise:R} is outside {budget}");
                Assert.True(Rounded.Contains(budget, c.x.Aggregate(Rational.Zero, (s, v) => s + Rational.FromDouble(v))));
            },
            400);

    [Fact]
    public void A_textbook_k3_and_an_expm1_k3_stay_in_their_budgets()
        => Law.Holds(
            Formats.SelectMany(f => DoubleCases.Magnitude(-20, 3).Select(d => (f, d: f.Round(d)))),
            _ => [],
            c =>
            {
                var d = Rounded.Exactly(c.d, c.f);
                var e = c.f.Round(Math.Exp(-c.d));
                Assert.True(KlTerm.TextbookK3(d).Allows(c.f.Round(c.f.Round(e - 1) + c.d)), "(e^−d − 1) + d");
                Assert.True(KlTerm.TextbookK3(d).Allows(c.f.Round(c.f.Round(e + c.d) - 1)), "(e^−d + d) − 1");
                Assert.True(Divergences.EstimatorK3(d).Allows(c.f.Round(c.f.Round(Float64Expm1(-c.d)) + c.d)), "expm1(−d) + d");
            },
            400);

    [Fact]
    public void The_budget_of_an_expm1_k3_is_far_smaller_near_0()
    {
        var d = Rounded.Exactly(1.0 / 1024, NumberFormat.Of(DType.Float32));
        Assert.True(KlTerm.TextbookK3(d).Set.Width > 100 * Divergences.EstimatorK3(d).Set.Width);
        Assert.True(KlTerm.TextbookK3(d).Set.Lower < 0);
    }

    [Fact]
    public void Overflow_extends_to_infinity_and_a_clamp_brings_it_back()
    {
        var format = NumberFormat.Of(DType.Float32);
        var huge = Rounded.Exp(Rounded.Exactly(100, format));
        Assert.True(huge.Allows(double.PositiveInfinity) && !huge.Allows(double.NaN) && !huge.Allows(1));
        var clamped = KlTerm.Clamp(huge - Rounded.One, Rounded.FromInteger(10));
        Assert.True(clamped.Allows(10) && !clamped.Allows(double.NaN) && !clamped.Allows(9.99));
        Assert.True((huge - huge).IsUnconstrained);
        Assert.True((Rounded.Exactly(0, format) * huge).IsUnconstrained);
    }

    [Fact]
    public void A_result_one_ulp_beyond_two_roundings_is_refused()
    {
        var format = NumberFormat.Of(DType.Float32);
        var product = Rounded.Exactly(1 + format.Ulp(1), format) * Rounded.Exactly(1.5, format);
        var exact = (1 + format.Ulp(1)) * 1.5;
        Assert.True(product.Allows(format.Round(exact)));
        Assert.False(product.Allows(exact + (3 * format.Ulp(1))));
        Assert.False(product.Allows(exact - (3 * format.Ulp(1))));
    }

    private static double Float64Expm1(double x) => Ball.Expm1(Ball.FromRational(Rational.FromDouble(x), 100)).Midpoint.ToDouble();
}
