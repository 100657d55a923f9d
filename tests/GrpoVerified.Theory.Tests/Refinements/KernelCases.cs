using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Tests.Refinements;

/// <summary>Parameters and points inside the range of the kernels of the success map, and what the formula says in balls.</summary>
internal static class KernelCases
{
    /// <summary>Simple and extreme parameters: 2^−11 ≤ β &lt; 2^40, 0 ≤ ε ≤ ½, all of them quotients of 64-bit integers.</summary>
    public static (Rational Reference, Rational Beta, Rational Epsilon) Parameters(Random random)
    {
        var reference = random.Next(4) switch
        {
            0 => new Rational(1, random.Next(2, 100_000)),
            1 => Rational.One - new Rational(1, random.Next(2, 100_000)),
            2 => new Rational(random.Next(1, 1 << 30), 1 << 30),
            _ => new Rational(random.Next(1, 1000), 1000),
        };
        var beta = random.Next(4) switch
        {
            0 => new Rational(1, random.Next(1, 2000)),
            1 => new Rational(1L << random.Next(40), 1),
            _ => new Rational(random.Next(1, 20_000), random.Next(1, 500)),
        };
        var epsilon = random.Next(3) switch
        {
            0 => Rational.Zero,
            1 => new Rational(1, random.Next(2, 1_000_000)),
            _ => new Rational(random.Next(0, 501), 1000),
        };
        return (reference, beta, epsilon);
    }

    /// <summary>The numerator over 2^bits of a point in (0, 1): random fractions, simple ones, one half and its neighbours, powers of two and their neighbours.</summary>
    public static BigInteger Numerator(Random random, int bits)
    {
        var one = BigInteger.One << bits;
        var scaled = random.Next(6) switch
        {
            0 => one >> random.Next(1, 24),
            1 => one - (one >> random.Next(1, 24)),
            2 => one * random.Next(1, 257) / 257,
            3 => (one >> 1) + random.Next(-2, 3),
            _ => ((BigInteger)random.NextInt64() << (bits - 63)) + random.NextInt64(),
        };
        return BigInteger.Min(BigInteger.Max(scaled + random.Next(-1, 2), BigInteger.One), one - 1);
    }

    /// <summary>h(p) by the formula in balls.</summary>
    public static Ball Formula(BigFloat p, Rational reference, Rational beta, Rational epsilon, BallContext context)
        => SuccessMap.Next(
            Probability<Ball>.FromSuccess(Ball.FromBigFloat(p, context.Precision)),
            Probability<Ball>.FromRational(reference, context),
            context.Enclose(beta),
            context.Enclose(epsilon)).Success;
}
