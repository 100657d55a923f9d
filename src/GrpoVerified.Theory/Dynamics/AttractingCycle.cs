using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>
/// A certified attracting cycle (period 1: fixed point) to which the orbit of p_ref converges.
/// </summary>
/// <param name="Parameters">The exact parameters.</param>
/// <param name="Box">The trapping box.</param>
/// <param name="EntryStep">A step n at which the orbit of p_ref is proved to lie in the box.</param>
/// <remarks>
/// With period at least 2 this is a certificate that p_n does not converge: the boxes J_i are disjoint and the orbit
/// visits them in turn. Claims F10, F15, J10.
/// </remarks>
public sealed record AttractingCycle(GrpoParameters Parameters, TrappingBox Box, int EntryStep)
{
    private readonly Root _root = new(Displacement(Parameters, Box.Boxes.Count), Box.Boxes[0], signAtLower: 1);

    /// <summary>The period k.</summary>
    public int Period => Box.Boxes.Count;

    /// <summary>Log-odds of the cycle's points in the order in which the orbit visits them, from the one in the box.</summary>
    public IReadOnlyList<Ball> LogOdds(int bits)
    {
        var precision = bits + 32 + (4 * Period);
        var step = UpdateDerivative.Full(Parameters, precision);
        var x = _root.Enclose(precision).WithPrecision(precision);
        var points = new List<Ball>();
        for (var i = 0; i < Period; i++)
        {
            points.Add(x);
            x = step(x).Value;
        }

        return points;
    }

    /// <summary>The cycle's points as probabilities (p, 1−p).</summary>
    public IReadOnlyList<Probability<Ball>> Points(int bits) => [.. LogOdds(bits).Select(Probability<Ball>.FromLogOdds)];

    /// <summary>Multiplier of the cycle: the derivative of T^k at its points.</summary>
    public Ball Multiplier(int bits)
    {
        var precision = bits + 32 + (4 * Period);
        var step = UpdateDerivative.Full(Parameters, precision);
        return LogOdds(precision).Aggregate(Ball.One, (product, x) => product * step(x).Derivative);
    }

    /// <summary>
    /// Looks for a cycle of period at most <see cref="CycleSearchOptions.MaximumPeriod"/> that attracts the orbit of p_ref;
    /// the search is by simulation in double, the result is certified.
    /// </summary>
    /// <param name="parameters">The exact parameters.</param>
    /// <param name="options">Effort.</param>
    /// <param name="definiteSlope">Whether the slope on the box must be bounded away from 0 (to tell monotone from alternating).</param>
    /// <returns>The cycle, or null if none was certified.</returns>
    public static AttractingCycle? Find(GrpoParameters parameters, CycleSearchOptions options, bool definiteSlope = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(options);
        var orbit = Orbit.LogOdds(BoundParameters<Float64>.Bind(parameters, Float64Context.Instance), options.TransientSteps + options.MaximumPeriod)
            .Select(x => x.Value).TakeWhile(double.IsFinite).ToArray();
        if (orbit.Length < options.TransientSteps + options.MaximumPeriod)
        {
            return null;
        }

        var last = orbit[^(options.MaximumPeriod + 1)];
        var tail = orbit.AsSpan(orbit.Length - options.MaximumPeriod - 1);
        var period = 1;
        while (period <= options.MaximumPeriod && Math.Abs(tail[period] - last) > 1e-9 * (1 + Math.Abs(last)))
        {
            period++;
        }

        if (period > options.MaximumPeriod)
        {
            return null;
        }

        var centre = tail[..period].ToArray().Min();
        for (var radius = 0.25; radius > 1e-10; radius *= 0.75)
        {
            if (TrappingBox.TryCertify(parameters, centre, radius, period) is { } box
                && (!definiteSlope || !Ball.ContainsZero(box.Slope))
                && FindEntry(parameters, box, orbit, centre, radius, options) is { } entry)
            {
                return new AttractingCycle(parameters, box, entry);
            }
        }

        return null;
    }

    private static int? FindEntry(
        GrpoParameters parameters, TrappingBox box, double[] orbit, double centre, double radius, CycleSearchOptions options)
    {
        var guess = Array.FindIndex(orbit, x => Math.Abs(x - centre) < 0.99 * radius);
        if (guess < 0)
        {
            return null;
        }

        for (var precision = 128; precision <= options.MaximumPrecision; precision *= 2)
        {
            var n = 0;
            foreach (var x in Orbit.LogOdds(BoundParameters<Ball>.Bind(parameters, new BallContext(precision)), guess))
            {
                if (!x.IsFinite || x.RelativeAccuracyBits < 8)
                {
                    break;
                }

                if (Ball.IsInterior(x, box.Boxes[0]))
                {
                    return n;
                }

                n++;
            }
        }

        return null;
    }

    // T^k(x) − x: decreasing across J, since |(T^k)′| < 1.
    private static EnclosedFunction Displacement(GrpoParameters parameters, int period)
        => precision =>
        {
            var step = UpdateDerivative.Full(parameters, precision);
            return start =>
            {
                var value = start;
                var slope = Ball.One;
                for (var i = 0; i < period; i++)
                {
                    var next = step(value);
                    value = next.Value;
                    slope *= next.Derivative;
                }

                return new Dual<Ball>(value - start, slope - Ball.One);
            };
        };
}
