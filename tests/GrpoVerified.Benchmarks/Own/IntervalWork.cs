using GrpoVerified.Arithmetic;
using GrpoVerified.Arithmetic.Vectors;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Batches;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>Certified doubles: h at 4096 points, and orbit steps that wait for each other.</summary>
internal static class IntervalWork
{
    private static readonly GrpoParameters BatchParameters = GrpoParameters.Of(new Rational(3, 10), new Rational(1, 2), new Rational(1, 1000));
    private static readonly GrpoParameters OrbitParameters = GrpoParameters.Of(new Rational(3, 10), 5, new Rational(1, 1000));
    private static readonly double[] Points = [.. Enumerable.Range(0, 4096).Select(k => ((k % SuccessMapWork.Points) + 1) / 257.0)];

    /// <summary>The formula in scalar intervals.</summary>
    public static OwnWork OneAtATime()
    {
        var (reference, beta, eps) = Bind(BatchParameters, IntervalContext.Instance);
        var results = new Interval[Points.Length];
        return Batch("intervals, one at a time", n =>
        {
            for (var i = 0; i < n; i++)
            {
                results[i] = SuccessMap.Next(Probability<Interval>.FromSuccess(new Interval(Points[i])), reference, beta, eps).Success;
            }
        }, () => results[SuccessMapWork.Shown].Midpoint);
    }

    /// <summary>The same formula in the longest vectors of the machine.</summary>
    public static OwnWork SideBySide()
        => DoubleLanes8.IsSupported ? SideBySide<DoubleLanes8>() : DoubleLanes4.IsSupported ? SideBySide<DoubleLanes4>() : SideBySide<DoubleLanes2>();

    /// <summary>The refinement of the formula with one bound for the whole map.</summary>
    public static OwnWork OneBound()
    {
        var map = SuccessBatch.Of(BatchParameters);
        double[] lower = new double[Points.Length], upper = new double[Points.Length];
        return Batch("batch of h", n => map.Enclose(Points.AsSpan(0, n), lower.AsSpan(0, n), upper.AsSpan(0, n)), () => lower[SuccessMapWork.Shown]);
    }

    /// <summary>The formula in scalar intervals from p = p_ref: each step encloses the image of the last enclosure.</summary>
    public static OwnWork OrbitByFormula()
    {
        var (reference, beta, eps) = Bind(OrbitParameters, IntervalContext.Instance);
        Interval From(long steps)
        {
            var p = reference;
            for (; steps > 0; steps--)
            {
                p = SuccessMap.Next(p, reference, beta, eps);
            }

            return p.Success;
        }

        return new("intervals", count => _ = From(count), () => Digits.Of(From(1000).Midpoint));
    }

    /// <summary>Balls with one bound for the whole map.</summary>
    public static OwnWork OrbitOfBalls()
    {
        var map = SuccessBatch.Of(OrbitParameters);
        ProbabilityBall From(long steps)
        {
            var p = new ProbabilityBall(0.3, 1e-16);
            for (; steps > 0; steps--)
            {
                p = map.Next(p);
            }

            return p;
        }

        return new("balls of h", count => _ = From(count), () => Digits.Of(From(1000).Midpoint));
    }

    private static OwnWork SideBySide<T>()
        where T : struct, IDoubleLanes<T>
    {
        var (reference, beta, eps) = Bind(BatchParameters, new IntervalLanesContext<T>());
        double[] lower = new double[Points.Length], upper = new double[Points.Length];
        return Batch("formula in vectors", n =>
        {
            for (var i = 0; i + T.Count <= n; i += T.Count)
            {
                var p = IntervalLanes<T>.FromPoints(T.Load(Points.AsSpan(i)));
                var h = SuccessMap.Next(Probability<IntervalLanes<T>>.FromSuccess(p), reference, beta, eps).Success;
                h.Lower.Store(lower.AsSpan(i));
                h.Upper.Store(upper.AsSpan(i));
            }
        }, () => lower[SuccessMapWork.Shown]);
    }

    // The value is read after a run over all points.
    private static OwnWork Batch(string system, Action<int> run, Func<double> shown) => new(
        system,
        count =>
        {
            for (; count > 0; count -= Points.Length)
            {
                run((int)Math.Min(count, Points.Length));
            }
        },
        () =>
        {
            run(Points.Length);
            return Digits.Of(shown());
        });

    private static (Probability<T> Reference, T Beta, T Eps) Bind<T>(GrpoParameters p, IArithmeticContext<T> context)
        where T : IElementary<T>
        => (Probability<T>.FromRational(p.Reference, context), context.Enclose(p.Beta), context.Enclose(p.Epsilon));
}
