using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>h(p) at p = k/257, p_ref = 3/10, β = 1/2, ε = 1/1000, one point at a time, in the order of anchor.h.</summary>
internal static class SuccessMapWork
{
    public const int Points = 256;

    /// <summary>p = 101/257 is the point whose value is compared.</summary>
    public const int Shown = 100;

    public static int Point(long i) => (int)((i * 37) & (Points - 1));

    public static OwnWork Balls(int bits)
    {
        var context = new BallContext(bits);
        var points = Enumerable.Range(1, Points).Select(k => Probability<Ball>.FromRational(new Rational(k, 257), context)).ToArray();
        var reference = Probability<Ball>.FromRational(new Rational(3, 10), context);
        var (beta, eps) = (context.Enclose(new Rational(1, 2)), context.Enclose(new Rational(1, 1000)));
        var results = new Probability<Ball>[Points];
        return new(
            "balls",
            count =>
            {
                for (var i = 0L; i < count; i++)
                {
                    var k = Point(i);
                    results[k] = SuccessMap.Next(points[k], reference, beta, eps);
                }
            },
            () => Digits.Of(SuccessMap.Next(points[Shown], reference, beta, eps).Success, bits));
    }

    /// <summary>The same with the parameters bound once, as the systems beside us bind them.</summary>
    public static OwnWork Bound(int bits)
    {
        var map = new FixedWidthSuccessMap(new Rational(3, 10), new Rational(1, 2), new Rational(1, 1000), bits);
        var context = new BallContext(bits);
        var points = Enumerable.Range(1, Points).Select(k => context.Enclose(new Rational(k, 257))).ToArray();
        var results = new Ball[Points];
        return new(
            "limbs, parameters bound",
            count =>
            {
                for (var i = 0L; i < count; i++)
                {
                    var k = Point(i);
                    results[k] = map.Next(points[k]);
                }
            },
            () => Digits.Of(map.Next(points[Shown]), bits));
    }
}
