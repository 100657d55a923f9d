using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// Boxes around an attracting cycle, each mapped into the next with a bound on the slope, and the step at which the orbit enters.
/// The map is never nested: each box has its own enclosure.
/// </summary>
public static class OrbitProof
{
    private const int Warmup = 200_000;
    private const int MaxLeaves = 64;
    private const int MaxSteps = 5000;
    private const int Margin = 32;

    /// <summary>The step <c>orbit</c>; null where no boxes were found.</summary>
    /// <param name="statement">The orbit, the period, and an interval with a point of the cycle.</param>
    /// <param name="token">Cancellation.</param>
    public static OrbitStep? Prove(OrbitStatement statement, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var map = new LeafMap(statement.Variable, statement.Map);
        if (Settle(statement, map, token) is not { } cycle)
        {
            return null;
        }

        var (a, b) = (statement.CyclePoint.Lower.Value!.Value, statement.CyclePoint.Upper.Value!.Value);
        var centre = Rational.FromDouble(cycle);
        var room = Rational.Min(centre - a, b - centre);
        for (var k = 0; k < 40; k++)
        {
            token.ThrowIfCancellationRequested();
            var radius = room * Rational.Pow(new(3, 4), k) * new Rational(9, 10);
            if (Boxes(statement, map, Rounded(centre - radius, centre + radius, radius / 64)) is { } found && Enter(statement, found.Boxes[0]) is var (step, precision))
            {
                return new(precision, step, found.Boxes, found.Slopes, found.Trees);
            }
        }

        return null;
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

    private static (List<Extent> Boxes, List<Rational> Slopes, List<string> Trees)? Boxes(OrbitStatement statement, LeafMap map, Extent first)
    {
        var (boxes, slopes, trees) = (new List<Extent>(), new List<Rational>(), new List<string>());
        var product = Rational.One;
        var box = first;
        for (var j = 0; j < statement.Period; j++)
        {
            boxes.Add(box);
            var target = j == statement.Period - 1 ? first : (Extent?)null;
            if (Image(map, box, target) is not { } image)
            {
                return null;
            }

            slopes.Add(image.Slope);
            trees.Add(image.Tree);
            product *= image.Slope;
            box = image.Box;
        }

        var disjoint = boxes.SelectMany((x, i) => boxes.Skip(i + 1).Select(y => x.Upper.Value < y.Lower.Value || y.Upper.Value < x.Lower.Value)).All(d => d);
        return product < Rational.One && disjoint ? (boxes, slopes, trees) : null;
    }

    // An enclosure of the image and of the slope, by as few equal leaves as make the image small (or fit into the target).
    private static (Extent Box, Rational Slope, string Tree)? Image(LeafMap map, Extent box, Extent? target)
    {
        (Extent Box, Rational Slope, string Tree)? best = null;
        var bestWidth = Rational.Zero;
        for (var (leaves, tree) = (1, "."); leaves <= MaxLeaves; leaves *= 2, tree = $"A{tree}{tree}")
        {
            if (Evaluate(map, box, leaves) is not var (hull, slope))
            {
                continue;
            }

            var (low, high) = (Rational.FromDouble(hull.Lower), Rational.FromDouble(hull.Upper));
            if (target is { } t)
            {
                if (t.Lower.Value < low && high < t.Upper.Value)
                {
                    return (t, SlopeBound(slope), tree);
                }

                continue;
            }

            // Finer leaves must gain at least a tenth.
            var width = high - low;
            if (best is null || width * 10 < bestWidth * 9)
            {
                (best, bestWidth) = ((Rounded(low, high, width / 64), SlopeBound(slope), tree), width);
            }
            else
            {
                break;
            }
        }

        return best;
    }

    private static (Interval Hull, double Slope)? Evaluate(LeafMap map, Extent box, int leaves)
    {
        var hull = Interval.Empty;
        var slope = 0.0;
        var (a, width) = (box.Lower.Value!.Value, box.Upper.Value!.Value - box.Lower.Value!.Value);
        for (var i = 0; i < leaves; i++)
        {
            if (map.Image(a + (width * i / leaves), a + (width * (i + 1) / leaves)) is not var (image, d))
            {
                return null;
            }

            hull = i == 0 ? image : Interval.Hull(hull, image);
            slope = Math.Max(slope, d.Magnitude);
        }

        return (hull, slope);
    }

    // Ends with few digits, outside of [low, high] by at least a quarter and at most the given tolerance.
    private static Extent Rounded(Rational low, Rational high, Rational tolerance)
        => Extent.Closed(
            Fractions.SimplestBetween(low - tolerance, low - (tolerance / 4)),
            Fractions.SimplestBetween(high + (tolerance / 4), high + tolerance));

    private static Rational SlopeBound(double slope)
    {
        var s = Rational.FromDouble(slope);
        return Fractions.SimplestBetween(s + (s / 100_000), s + (s / 1000));
    }

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
