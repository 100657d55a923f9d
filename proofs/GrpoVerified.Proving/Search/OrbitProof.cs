using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// A box around a point of an attracting cycle that the iterate maps into itself and contracts, and the step at which the orbit enters.
/// The iterate is never nested: each image has its own enclosure.
/// </summary>
public static class OrbitProof
{
    private const int Warmup = 200_000;
    private const int MaxSteps = 5000;
    private const int Margin = 32;

    /// <summary>The step <c>orbit</c>, with the whole interval as its box where that is possible; null where no box was found.</summary>
    /// <param name="statement">The orbit, the period, and an interval with a point of the cycle.</param>
    /// <param name="token">Cancellation.</param>
    public static OrbitStep? Prove(OrbitStatement statement, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var map = new LeafMap(statement.Variable, statement.Map);
        if (InBox(statement, map, statement.CyclePoint, token) is { } whole)
        {
            return whole;
        }

        if (Settle(statement, map, token) is not { } cycle)
        {
            return null;
        }

        var centre = Rational.FromDouble(cycle);
        var room = Rational.Min(centre - statement.CyclePoint.Lower.Value!.Value, statement.CyclePoint.Upper.Value!.Value - centre);
        for (var k = 0; k < 40; k++)
        {
            var radius = room * Rational.Pow(new(3, 4), k) * new Rational(9, 10);
            if (InBox(statement, map, Rounded(centre - radius, centre + radius, radius / 64), token) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static OrbitStep? InBox(OrbitStatement statement, LeafMap map, Extent box, CancellationToken token)
    {
        var (first, last) = (box.Lower.Value!.Value.ToDoubleUp(), box.Upper.Value!.Value.ToDoubleDown());
        var tree = new CycleTree(map, statement.Period, box, (slope, image) => slope.Magnitude < 1 && first < image.Lower && image.Upper < last, token);
        if (tree.Find() is not { } found || Enter(statement, box) is not var (step, precision))
        {
            return null;
        }

        var slope = Rational.FromDouble(tree.Slopes.Magnitude);
        var room = Rational.One - slope;
        return new(precision, step, box, Fractions.SimplestBetween(slope + (room / 100), slope + (room / 2)), found);
    }

    // The point of the cycle inside the given interval, from a long run in doubles; a guess that is proved afterwards.
    private static double? Settle(OrbitStatement statement, LeafMap map, CancellationToken token)
    {
        var x = statement.Start.ToDouble();
        for (var n = 0; n < Warmup + statement.Period; n++)
        {
            if ((n & 4095) == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            if (map.Value(new(x)) is not { } y)
            {
                return null;
            }

            x = y.Midpoint;
            if (n >= Warmup && statement.CyclePoint.Contains(Rational.FromDouble(x)))
            {
                return x;
            }
        }

        return null;
    }

    // Ends with few digits, outside of [low, high] by at least a quarter and at most the given tolerance.
    private static Extent Rounded(Rational low, Rational high, Rational tolerance)
        => Extent.Closed(
            Fractions.SimplestBetween(low - tolerance, low - (tolerance / 4)),
            Fractions.SimplestBetween(high + (tolerance / 4), high + tolerance));

    // The first step at which the orbit is inside the box, in balls of enough precision.
    private static (int Step, int Precision)? Enter(OrbitStatement statement, Extent box)
    {
        for (var precision = 120; precision <= 1920; precision *= 2)
        {
            var lower = Ball.FromRational(box.Lower.Value!.Value, precision);
            var upper = Ball.FromRational(box.Upper.Value!.Value, precision);
            var x = Ball.FromRational(statement.Start, precision - Margin);
            for (var n = 0; n <= MaxSteps; n++)
            {
                if (Ball.Less(lower, x).IsCertain && Ball.Less(x, upper).IsCertain)
                {
                    return (n, precision);
                }

                if (PointValue.Enclose(statement.Map, x, precision - Margin) is not { } next)
                {
                    break;
                }

                x = next;
            }
        }

        return null;
    }
}
