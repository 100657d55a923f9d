using System.Globalization;

namespace GrpoVerified.Proving.Statements;

/// <summary>The orbit of a map from an exact start is attracted to a cycle with a point in an interval.</summary>
public sealed record OrbitStatement : Statement
{
    /// <summary>A statement; the map is lowered to the operations of the format.</summary>
    /// <param name="variable">The variable of the map.</param>
    /// <param name="start">x₀.</param>
    /// <param name="map">f(x).</param>
    /// <param name="period">Period of the cycle, at least 1.</param>
    /// <param name="cyclePoint">A closed bounded interval with a point of the cycle.</param>
    public OrbitStatement(string variable, Rational start, Expr map, int period, Extent cyclePoint)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Variable = variable;
        Start = start;
        Map = Lowering.Lower(map);
        Period = period;
        CyclePoint = cyclePoint;
        var other = Map.FreeVariables.FirstOrDefault(n => n != variable);
        if (other is not null)
        {
            throw new CertificateFormatException($"the map contains the variable {other}; an orbit has exact parameters");
        }

        if (!cyclePoint.IsBounded || !cyclePoint.Lower.IsClosed || !cyclePoint.Upper.IsClosed)
        {
            throw new CertificateFormatException($"the interval {cyclePoint} of a cycle must be closed and bounded");
        }

        var program = new SharedProgram(Map);
        Lines =
        [
            $"orbit {variable} from {start}",
            .. program.Lines,
            string.Create(CultureInfo.InvariantCulture, $"map v{program.Roots[0]}"),
            string.Create(CultureInfo.InvariantCulture, $"show cycle {period} in {cyclePoint}"),
        ];
    }

    /// <summary>The variable of the map.</summary>
    public string Variable { get; }

    /// <summary>x₀.</summary>
    public Rational Start { get; }

    /// <summary>f(x).</summary>
    public Expr Map { get; }

    /// <summary>Period of the cycle.</summary>
    public int Period { get; }

    /// <summary>An interval with a point of the cycle.</summary>
    public Extent CyclePoint { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines { get; }

    /// <inheritdoc/>
    public bool Equals(OrbitStatement? other) => other is not null && Lines.SequenceEqual(other.Lines, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hash);

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
