using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.PhaseMaps;

/// <summary>The certified regime of one cell.</summary>
/// <param name="Index">Place of the cell in its grid, from 0.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Beta">β.</param>
/// <param name="Reference">p_ref.</param>
/// <param name="Regime">The regime, or undecided.</param>
/// <param name="Period">Period of the attractor, or null.</param>
/// <param name="Limit">Digits of the limit, or null.</param>
/// <param name="LimitFailure">Digits of 1 − limit, or null.</param>
/// <param name="Cycle">Digits of the cycle's points; empty where there is none.</param>
/// <param name="Reason">What decides, or why nothing does.</param>
internal sealed record PhaseCell(
    int Index, Rational Epsilon, Rational Beta, Rational Reference, RegimeKind Regime, int? Period, string? Limit, string? LimitFailure, IReadOnlyList<string?> Cycle, string Reason)
{
    private const int MostBits = 32_768;

    /// <summary>Computes a cell, by the code of the verb <c>regime</c>.</summary>
    public static PhaseCell Of(PhaseGrid grid, int index)
    {
        var parameters = grid.At(index);
        var regime = Theory.Dynamics.Regime.Classify(parameters);
        var cycle = regime is { Kind: RegimeKind.Cycle, Cycle: { } attractor }
            ? Enumerable.Range(0, attractor.Period).Select(i => Text(bits => attractor.Points(bits)[i].Success, grid.Digits)).ToArray()
            : [];
        return new(
            index, parameters.Epsilon, parameters.Beta, parameters.Reference, regime.Kind, regime.Period,
            regime.Limit is { } limit ? Text(bits => limit(bits).Success, grid.Digits) : null,
            regime.Limit is { } same ? Text(bits => same(bits).Failure, grid.Digits) : null,
            cycle, regime.Reason);
    }

    private static string? Text(Func<int, Ball> enclose, int digits) => Certified.Digits(enclose, digits, MostBits).Text;
}
