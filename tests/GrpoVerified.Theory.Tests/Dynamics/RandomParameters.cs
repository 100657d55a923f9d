using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>Exact parameters biased to corners, the same for a given seed.</summary>
internal static class RandomParameters
{
    private static readonly string[] References = ["1e-12", "1/1000", "1/110", "1/100", "1/10", "1/4", "1/2", "3/4", "0.999999"];
    private static readonly string[] Betas = ["1e-6", "1/25", "1/4", "2/3", "1", "3/2", "4", "20", "1e6"];
    private static readonly string[] Epsilons = ["1e-30", "1e-9", "1e-6", "1/10000", "1/1000", "1/100", "1/12", "1", "1e6"];

    /// <summary>Reference, two-KL and outside-the-root variants; with or without smoothing.</summary>
    public static IEnumerable<GrpoParameters> Take(int seed, int count)
    {
        // A linear congruence (Knuth's MMIX constants): the sequence is part of the test.
        var state = (ulong)seed;
        for (var i = 0; i < count; i++)
        {
            var reference = Next(3) > 0 ? Corner(References) : new Rational(1 + Next(997), 1000);
            var beta = Next(2) > 0 ? Corner(Betas) : new Rational(1 + Next(400), 1 + Next(100));
            var epsilon = Next(8) == 0 ? Rational.Zero : Next(2) > 0 ? Corner(Epsilons) : new Rational(1 + Next(20), 1 + Next(4000));
            var parameters = GrpoParameters.Of(reference, beta, epsilon);
            yield return Next(4) switch
            {
                0 => parameters with { Regulariser = Regulariser.TwoKl, Alpha = new Rational(1 + Next(8), 8) },
                1 => parameters with
                {
                    Placement = EpsilonPlacement.Outside,

                    // At 1e-30 the upper fixed point has log-odds 1e30: 1 − p leaves the range of exponents.
                    Epsilon = epsilon == Rational.Parse("1e-30") ? Rational.Parse("1e-9") : epsilon,
                },
                _ => parameters,
            };
        }

        int Next(int bound)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            return (int)((state >> 33) % (ulong)bound);
        }

        Rational Corner(string[] values) => Rational.Parse(values[Next(values.Length)]);
    }
}
