using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>Certified doubles: h at many points, and orbit steps that wait for each other.</summary>
internal static class IntervalWork
{
    private static readonly Interval Half = Interval.FromRational(new Rational(1, 2));
    private static readonly Interval Five = Interval.FromInteger(5);
    private static readonly Interval Eps = Interval.FromRational(new Rational(1, 1000));
    private static readonly Probability<Interval> Reference = Probability<Interval>.FromRational(new Rational(3, 10), IntervalContext.Instance);

    public static double[] Points { get; } = [.. Enumerable.Range(0, 4096).Select(k => ((k % SuccessMapWork.Points) + 1) / 257.0)];

    /// <summary>The formula in scalar intervals.</summary>
    public static OwnWork Batch()
    {
        var results = new Interval[Points.Length];
        void Once(int n)
        {
            for (var i = 0; i < n; i++)
            {
                results[i] = SuccessMap.Next(Probability<Interval>.FromSuccess(new Interval(Points[i])), Reference, Half, Eps).Success;
            }
        }

        return new("intervals, one at a time", count => InBatches(count, Once), () =>
        {
            Once(Points.Length);
            return Digits.Of(results[SuccessMapWork.Shown].Midpoint);
        });
    }

    /// <summary>Orbit in scalar intervals from p = p_ref = 3/10, β = 5, ε = 1/1000: each step an enclosure of the image of the last enclosure.</summary>
    public static OwnWork Orbit()
    {
        static Interval From(long steps)
        {
            var p = Reference;
            for (; steps > 0; steps--)
            {
                p = SuccessMap.Next(p, Reference, Five, Eps);
            }

            return p.Success;
        }

        return new("intervals", count => _ = From(count), () => Digits.Of(From(1000).Midpoint));
    }

    /// <summary>A count of points in whole and partial batches.</summary>
    public static void InBatches(long count, Action<int> batch)
    {
        for (; count > 0; count -= Points.Length)
        {
            batch((int)Math.Min(count, Points.Length));
        }
    }
}
