using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// Newton's method for a point of a cycle, attracting or repelling: slopes of f^k by the chain rule along the orbit of each leaf, and the
/// image of the centre. The iterate is never nested.
/// </summary>
public static class NewtonProof
{
    private const int Margin = 32;

    /// <summary>The step <c>newton</c>; null where none was found.</summary>
    /// <param name="statement">The map, the period, the interval and the slopes.</param>
    /// <param name="token">Cancellation.</param>
    public static NewtonStep? Prove(UniqueCycleStatement statement, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var (low, high) = (statement.Slopes.Lower.Value!.Value.ToDoubleUp(), statement.Slopes.Upper.Value!.Value.ToDoubleDown());
        var tree = new CycleTree(
            new(statement.Variable, statement.Map), statement.Period, statement.CyclePoint, (slope, _) => low < slope.Lower && slope.Upper < high, token);
        return Precision(statement) is { } precision && tree.Find() is { } found ? new(precision, found) : null;
    }

    // The precision at which Newton's step from the centre is seen to stay inside: |f^k(centre) - centre| at most the reach.
    private static int? Precision(UniqueCycleStatement statement)
    {
        var (a, b) = (statement.CyclePoint.Lower.Value!.Value, statement.CyclePoint.Upper.Value!.Value);
        var (c, d) = (statement.Slopes.Lower.Value!.Value, statement.Slopes.Upper.Value!.Value);
        var reach = (c > Rational.One ? c - 1 : 1 - d) * (b - a) / 2;
        for (var precision = 120; reach.Sign > 0 && precision <= 1920; precision *= 2)
        {
            var centre = Ball.FromRational((a + b) / 2, precision - Margin);
            Ball? x = centre;
            for (var n = 0; n < statement.Period && x is { } at; n++)
            {
                x = PointValue.Enclose(statement.Map, at, precision - Margin);
            }

            if (x is { } image && Ball.Less(Ball.Abs(image - centre), Ball.FromRational(reach, precision)).IsCertain)
            {
                return precision;
            }
        }

        return null;
    }
}
