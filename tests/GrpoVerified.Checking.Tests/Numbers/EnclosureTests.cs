using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Checking.Numbers;
using GrpoVerified.TestKit;
using BigInteger = System.Numerics.BigInteger;
using Q = GrpoVerified.Arithmetic.Rational;

namespace GrpoVerified.Checking.Tests.Numbers;

/// <summary>The checker's arithmetic against exact rational results and against Ball, which shares no code with it.</summary>
public sealed class EnclosureTests
{
    /// <summary>A dyadic number with mantissas and exponents biased to corners.</summary>
    private static readonly Gen<(BigInteger M, int E)> Dyadics =
        Gen.OneOf(
            Gen.Choose(-3, 3).Select(m => new BigInteger(m)),
            Gen.Choose(int.MinValue, int.MaxValue).Select(m => new BigInteger(m)),
            Gen.Choose(1, int.MaxValue).SelectMany(a => Gen.Choose(0, 100).Select(s => (new BigInteger(a) << s) + 1)),
            Gen.Choose(1, 90).Select(s => (BigInteger.One << s) - 1))
        .SelectMany(m => Gen.OneOf(Gen.Choose(-70, 3), Gen.Choose(-3, 3), Gen.Choose(-400, 40)).Select(e => (m, e)));

    private static readonly Gen<(BigInteger M, int E, BigInteger N, int F, int Bits)> Pairs =
        Dyadics.SelectMany(a => Dyadics.SelectMany(b => Gen.Elements(16, 17, 30, 53, 60, 64, 70, 113, 200).Select(p => (a.M, a.E, b.M, b.E, p))));

    private static Q Exact(Dyadic d) => new Q(d.M, 1) * Q.Pow(2, (int)d.E);

    private static IEnumerable<T> NoShrink<T>(T value) => [];

    [Fact]
    public void Dyadic_operations_round_to_their_side_within_one_unit()
        => Law.Holds(
            Pairs,
            NoShrink,
            c =>
            {
                var (a, b) = (new Dyadic(c.M, c.E), new Dyadic(c.N, c.F));
                Tight(Exact(a) + Exact(b), s => Dyadic.Add(a, b, c.Bits, s), c.Bits);
                Tight(Exact(a) * Exact(b), s => Dyadic.Multiply(a, b, c.Bits, s), c.Bits);
                if (b.Sign != 0)
                {
                    Tight(Exact(a) / Exact(b), s => Dyadic.Divide(a, b, c.Bits, s), c.Bits);
                }

                Assert.Equal(Exact(a).CompareTo(Exact(b)), Dyadic.Compare(a, b));
                Assert.Equal(Exact(a).CompareTo(new Q(c.N, 7)), Dyadic.Compare(a, Checking.Numbers.Rational.Of(c.N, 7)));
            },
            2000);

    [Fact]
    public void Square_roots_are_bounded_exactly()
        => Law.Holds(
            Pairs,
            NoShrink,
            c =>
            {
                var a = new Dyadic(BigInteger.Abs(c.M), c.E);
                var (low, high) = (Exact(Dyadic.Sqrt(a, c.Bits, Toward.Lower)), Exact(Dyadic.Sqrt(a, c.Bits, Toward.Upper)));
                Assert.True(low >= 0 && low * low <= Exact(a) && Exact(a) <= high * high);
                Assert.True(high - low <= high * Q.Pow(2, 1 - c.Bits));
                Assert.True(low == high || low * low != Exact(a), "an exact root is not given exactly");
            },
            2000);

    [Fact]
    public void Exponentials_and_logarithms_contain_those_of_Ball_and_are_as_tight_as_the_format_asks()
        => Law.Holds(
            Pairs,
            NoShrink,
            c =>
            {
                var x = Dyadic.Round(c.M, c.E, c.Bits, Toward.Lower);
                if (x.Top < 40)
                {
                    Against(Ball.Exp(ToBall(x, c.Bits + 80)), s => Exponential.Bound(x, c.Bits, s), c.Bits);
                }

                if (x.Sign > 0)
                {
                    Against(Ball.Log(ToBall(x, (3 * c.Bits) + 80)), s => Logarithm.Bound(x, c.Bits, s), c.Bits);
                }
            },
            4000);

    [Fact]
    public void Logarithms_keep_their_relative_precision_near_one()
    {
        foreach (var bits in new[] { 16, 53, 60, 300, 4096 })
        {
            foreach (var sign in new[] { 1, -1 })
            {
                for (var k = 1; k < bits; k += 1 + (bits / 20))
                {
                    var x = new Dyadic((BigInteger.One << k) + sign, -k);
                    if (x.Sign > 0)
                    {
                        Against(Ball.Log(ToBall(x, (2 * bits) + k + 80)), s => Logarithm.Bound(x, bits, s), bits);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(60)]
    [InlineData(500)]
    [InlineData(4096)]
    public void Exponentials_of_large_and_tiny_arguments_are_bounded(int bits)
    {
        foreach (var (m, e) in new[] { (1L, 30), (-1L, 30), (3L, 35), (-12345678901L, 3), (1L, -5000), (-1L, -5000), (1L, -1), (-7L, -3) })
        {
            var x = new Dyadic(m, e);
            Against(Ball.Exp(ToBall(x, bits + 120)), s => Exponential.Bound(x, bits, s), bits);
        }

        Assert.Equal(Dyadic.One, Exponential.Bound(Dyadic.Zero, bits, Toward.Upper));
        Assert.Equal(Dyadic.Zero, Logarithm.Bound(new Dyadic(4, -2), bits, Toward.Upper));
    }

    [Fact]
    public void The_bounds_of_log_two_hold_at_every_scale()
    {
        for (var scale = 1; scale < 5000; scale += 1 + (scale / 16))
        {
            var l = Logarithm.Two(scale);
            var log2 = Ball.Log2(scale + 64);
            Assert.False(Ball.Less(log2, Ball.FromRational(new Q(l, BigInteger.One << scale), scale + 64)).IsCertain);
            Assert.False(Ball.Less(Ball.FromRational(new Q(l + 2, BigInteger.One << scale), scale + 64), log2).IsCertain);
        }
    }

    [Fact]
    public void Interval_operations_contain_the_exact_results_of_members()
        => Law.Holds(
            Pairs.SelectMany(a => Pairs.Select(b => (a, b))),
            NoShrink,
            c =>
            {
                var bits = c.a.Bits;
                var x = Hull(new Dyadic(c.a.M, c.a.E), new Dyadic(c.a.N, c.a.F));
                var y = Hull(new Dyadic(c.b.M, c.b.E), new Dyadic(c.b.N, c.b.F));
                foreach (var (a, b) in new[] { (x.Lower, y.Lower), (x.Lower, y.Upper), (x.Upper, y.Lower), (x.Upper, y.Upper) })
                {
                    var (p, q) = (Exact(a), Exact(b));
                    Contains(Enclosure.Add(x, y, bits), p + q);
                    Contains(Enclosure.Subtract(x, y, bits), p - q);
                    Contains(Enclosure.Multiply(x, y, bits), p * q);
                    Contains(Enclosure.Minimum(x, y), Q.Min(p, q));
                    Contains(Enclosure.Maximum(x, y), Q.Max(p, q));
                    Contains(Enclosure.Negate(x), -p);
                    Contains(Enclosure.Abs(x), p.Abs());
                    Contains(Enclosure.Square(x, bits), p * p);
                    var quotient = Enclosure.Divide(x, y, bits);
                    Assert.Equal(y.Lower.Sign > 0 || y.Upper.Sign < 0, quotient.IsDefined);
                    if (quotient.IsDefined)
                    {
                        Contains(quotient, p / q);
                    }
                }

                if (x.Lower.Sign <= 0 && x.Upper.Sign >= 0)
                {
                    Assert.Equal(0, Enclosure.Abs(x).Lower.Sign);
                    Assert.Equal(0, Enclosure.Square(x, bits).Lower.Sign);
                    Contains(Enclosure.Multiply(x, y, bits), Q.Zero);
                }
            },
            2000);

    [Fact]
    public void What_is_not_defined_stays_undefined()
    {
        var huge = Enclosure.Of(new Dyadic(1, Dyadic.MaxExponent), new Dyadic(3, Dyadic.MaxExponent));
        var one = Enclosure.Of(Checking.Numbers.Rational.One, Checking.Numbers.Rational.One, 60);
        var minus = Enclosure.Negate(one);
        Assert.True(huge.IsDefined);
        Assert.False(Enclosure.Multiply(Enclosure.Negate(huge), huge with { Lower = new Dyadic(1, 1) }, 60).IsDefined);
        Assert.False(Enclosure.Exp(huge, 60).IsDefined);
        Assert.False(Enclosure.Log(minus, 60).IsDefined);
        Assert.False(Enclosure.Sqrt(minus, 60).IsDefined);
        Assert.False(Enclosure.Divide(one, Enclosure.Add(one, minus, 60), 60).IsDefined);
        Assert.False(Enclosure.Negate(Enclosure.None).IsDefined);
        Assert.False(Enclosure.None.IsInside(Checking.Statements.RealInterval.Parse("[-1, 1]")));
    }

    private static Enclosure Hull(Dyadic a, Dyadic b) => Dyadic.Compare(a, b) <= 0 ? Enclosure.Of(a, b) : Enclosure.Of(b, a);

    private static void Contains(Enclosure x, Q q) => Assert.True(x.IsDefined && Exact(x.Lower) <= q && q <= Exact(x.Upper));

    private static void Tight(Q exact, Func<Toward, Dyadic> bound, int bits)
    {
        var (low, high) = (Exact(bound(Toward.Lower)), Exact(bound(Toward.Upper)));
        Assert.True(low <= exact && exact <= high);
        Assert.True(high - low <= Q.Max(low.Abs(), high.Abs()) * Q.Pow(2, 1 - bits));
    }

    private static Ball ToBall(Dyadic x, int precision) => Ball.FromBigFloat(BigFloat.FromInteger(x.M).ScaleByPowerOfTwo(x.E), precision);

    // The bounds do not miss the ball, and differ by at most two units in the last place.
    private static void Against(Ball exact, Func<Toward, Dyadic> bound, int bits)
    {
        var (low, high) = (bound(Toward.Lower), bound(Toward.Upper));
        var (below, above) = (ToBall(low, 2 * bits), ToBall(high, 2 * bits));
        Assert.False(Ball.LessOrEqual(below, exact).IsRefuted, "the lower bound is above the value");
        Assert.False(Ball.LessOrEqual(exact, above).IsRefuted, "the upper bound is below the value");
        Assert.True(Dyadic.Compare(Dyadic.Add(high, -low, 30, Toward.Upper), new Dyadic(1, Math.Max(low.Top, high.Top) + 1 - bits)) <= 0, "the bounds are too wide");
    }
}
