using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>The fixed point of h, certified, from scratch: three cases.</summary>
internal static class FixedPointWork
{
    public static IReadOnlyList<GrpoParameters> Cases { get; } =
    [
        GrpoParameters.Of(new Rational(3, 10), 5, new Rational(1, 1000)),
        GrpoParameters.Of(new Rational(1, 100), 2, new Rational(1, 100_000)),
        GrpoParameters.Of(new Rational(7, 10), 20, Rational.Zero),
    ];

    /// <summary>All fixed points proved complete, then the smallest of them to the bits.</summary>
    public static OwnWork Search(int number, int bits)
    {
        var parameters = Cases[number - 1];
        Ball Find() => FixedPointSet.Find(parameters).Points[0].Probability(bits).Success;
        return new(
            "complete search",
            count =>
            {
                for (; count > 0; count--)
                {
                    _ = Find();
                }
            },
            () => Digits.Of(Find(), bits));
    }

    /// <summary>The fixed point that Newton's method reaches, certified, from the parameters: fixed width first, then steps of third order.</summary>
    public static OwnWork Newton(int number, int bits)
    {
        var parameters = Cases[number - 1];
        Ball Find() => NewtonFixedPoint.TryFind(parameters, bits, out var point) ? point : throw new InvalidOperationException("A fixed point was not certified.");
        return new(
            "steps of third order",
            count =>
            {
                for (; count > 0; count--)
                {
                    _ = Find();
                }
            },
            () => Digits.Of(Find(), bits));
    }
}
