using FsCheck.Fluent;
using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Laws;

/// <summary>Two arithmetics that share no elementary function, intervals and balls, on the same points; balls at two precisions.</summary>
public sealed class AgreementLaws
{
    private static readonly BallContext Coarse = new(64);
    private static readonly BallContext Fine = new(200);

    [Fact]
    public void Interval_functions_enclose_what_balls_of_200_bits_compute() => Law.Holds(
        DoubleCases.Any.Select(x => KnownMember.Point(Rational.FromDouble(x))),
        KnownMember.Simpler,
        set =>
        {
            var (interval, ball) = (Interval.FromRational(set.Member), Fine.Enclose(set.Member));
            foreach (var ((name, f, domain), (_, g, _)) in FunctionTable.Of<Interval>().Zip(FunctionTable.Of<Ball>()))
            {
                if (domain(set.Member))
                {
                    AssertOverlap(name, set.Member, f(interval), g(ball));
                }
            }
        },
        count: 1000);

    [Fact]
    public void Interval_operations_enclose_what_balls_of_200_bits_compute() => Law.Holds(
        Gen.Zip(RationalCases.Any, RationalCases.Any, (a, b) => (A: KnownMember.Point(a), B: KnownMember.Point(b))),
        KnownMember.SimplerPair,
        pair =>
        {
            var (a, b) = (pair.A.Member, pair.B.Member);
            AssertOverlap("+", a, Interval.FromRational(a) + Interval.FromRational(b), Fine.Enclose(a) + Fine.Enclose(b));
            AssertOverlap("*", a, Interval.FromRational(a) * Interval.FromRational(b), Fine.Enclose(a) * Fine.Enclose(b));
            AssertOverlap("/", a, Interval.FromRational(a) / Interval.FromRational(b), Fine.Enclose(a) / Fine.Enclose(b));
        },
        count: 1000);

    [Fact]
    public void Ball_functions_at_two_precisions_overlap() => Law.Holds(
        KnownMember.Around(RationalCases.Any),
        KnownMember.Simpler,
        set =>
        {
            foreach (var (name, f, domain) in FunctionTable.Of<Ball>())
            {
                if (domain(set.Member))
                {
                    var (coarse, fine) = (f(Coarse.Enclose(set.Member)), f(Fine.Enclose(set.Member)));
                    Assert.True(Ball.Overlap(coarse, fine), $"{name}({set.Member}): {coarse} at 64 bits, {fine} at 200 bits");
                }
            }
        });

    // The ball lies within the interval, up to the ball's own radius.
    private static void AssertOverlap(string name, Rational x, Interval interval, Ball ball)
    {
        if (!ball.IsFinite)
        {
            return;
        }

        var above = double.IsNegativeInfinity(interval.Lower) || BigFloat.FromDouble(interval.Lower) <= ball.UpperBound(300);
        var below = double.IsPositiveInfinity(interval.Upper) || ball.LowerBound(300) <= BigFloat.FromDouble(interval.Upper);
        Assert.True(above && below, $"{name} at {x}: interval {interval}, ball {ball}");
    }
}
