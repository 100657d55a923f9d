using System.Globalization;

namespace GrpoVerified.Proving.Statements;

/// <summary>
/// An interval holds exactly one point of a cycle of a map, attracting or repelling: on [a, b] the iterates f^j, 0 &lt; j &lt; k, are defined and
/// lie outside of [a, b], f^k has its slopes in [c, d], and exactly one point is its own image under f^k.
/// </summary>
public sealed record UniqueCycleStatement : Statement
{
    /// <summary>A statement; the map is lowered to the operations of the format.</summary>
    /// <param name="variable">The variable of the map.</param>
    /// <param name="map">f(x).</param>
    /// <param name="period">Period of the cycle, at least 1.</param>
    /// <param name="cyclePoint">The closed bounded interval.</param>
    /// <param name="slopes">A closed bounded interval of slopes of f^k, without 1.</param>
    public UniqueCycleStatement(string variable, Expr map, int period, Extent cyclePoint, Extent slopes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        (Variable, Map, Period, CyclePoint, Slopes) = (variable, Lowering.Lower(map), period, cyclePoint, slopes);
        var other = Map.FreeVariables.FirstOrDefault(n => n != variable);
        if (other is not null)
        {
            throw new CertificateFormatException($"the map contains the variable {other}; a map has exact parameters");
        }

        foreach (var extent in new[] { cyclePoint, slopes })
        {
            if (!extent.IsBounded || !extent.Lower.IsClosed || !extent.Upper.IsClosed)
            {
                throw new CertificateFormatException($"the interval {extent} of a cycle must be closed and bounded");
            }
        }

        var program = new SharedProgram(Map);
        Lines =
        [
            $"iterate {variable}",
            .. program.Lines,
            string.Create(CultureInfo.InvariantCulture, $"map v{program.Roots[0]}"),
            string.Create(CultureInfo.InvariantCulture, $"show unique-cycle {period} in {cyclePoint} slope {slopes}"),
        ];
    }

    /// <summary>The variable of the map.</summary>
    public string Variable { get; }

    /// <summary>f(x).</summary>
    public Expr Map { get; }

    /// <summary>Period of the cycle.</summary>
    public int Period { get; }

    /// <summary>The interval with the one point.</summary>
    public Extent CyclePoint { get; }

    /// <summary>The slopes of f^k there.</summary>
    public Extent Slopes { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines { get; }

    /// <inheritdoc/>
    public bool Equals(UniqueCycleStatement? other) => other is not null && Lines.SequenceEqual(other.Lines, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hash);

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
