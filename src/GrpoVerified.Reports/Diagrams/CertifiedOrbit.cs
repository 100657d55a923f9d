using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>One iterate with certified digits.</summary>
/// <param name="N">n.</param>
/// <param name="Success">p_n, correctly rounded.</param>
/// <param name="Failure">1 − p_n, correctly rounded.</param>
/// <param name="Place">p_n as a double, for drawing.</param>
internal sealed record OrbitStep(int N, string Success, string Failure, double Place);

/// <summary>The certified orbit of p_ref, as far as its digits are certain.</summary>
internal static class CertifiedOrbit
{
    private const int Digits = 15;

    /// <summary>p_0, …, p_n with 15 digits, fewer steps where more bits than the limit would be needed.</summary>
    public static IReadOnlyList<OrbitStep> Of(GrpoParameters parameters, int steps, int mostBits = 8192)
    {
        List<OrbitStep> best = [];
        for (var bits = 128; best.Count <= steps && bits <= mostBits + (4 * steps); bits *= 2)
        {
            var found = Orbit.Enclose(parameters, steps, bits).Select(Step).TakeWhile(s => s is not null).Select(s => s!).ToList();
            best = found.Count > best.Count ? found : best;
        }

        return best;
    }

    private static OrbitStep? Step(Probability<Ball> p, int n)
        => DecimalText.TryFormat(p.Success, Digits, out var success) && DecimalText.TryFormat(p.Failure, Digits, out var failure)
            ? new(n, success, failure, p.Success.Midpoint.ToDouble())
            : null;
}
