using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>Exact points of a domain in a fixed order: closed ends first, then points spread evenly and, near ends, in magnitude.</summary>
internal static class Samples
{
    // Fractional parts of multiples of these fill a cube evenly (powers of the root of x^(d+1) = x + 1 would do as well).
    private static readonly double[] Steps =
    [
        0.6180339887498949, 0.7548776662466927, 0.5698402909980532, 0.8191725133961645, 0.6710436067037893, 0.5497004779019703,
        0.8566748838545029, 0.7338918566271260, 0.6287067210378087, 0.5385972572236101,
    ];

    /// <summary>The first points.</summary>
    public static IEnumerable<Rational[]> Of(IReadOnlyList<Axis> domain, int count)
    {
        foreach (var corner in Corners(domain))
        {
            yield return corner;
        }

        for (var n = 1; n <= count; n++)
        {
            var point = new Rational[domain.Count];
            for (var i = 0; i < point.Length; i++)
            {
                var t = (0.5 + (n * Steps[i % Steps.Length]) + (i / Steps.Length * 0.123)) % 1;
                point[i] = Place(domain[i].Extent, t, (n + (i * 7)) % 4);
            }

            yield return point;
        }
    }

    /// <summary>The sign of the goal's expression at samples where the facts hold: 1, −1, 0 if mixed, null if none could be evaluated.</summary>
    public static int? SignOf(Goal goal) => SignOf(goal, equalities: true) ?? SignOf(goal, equalities: false);

    // Samples seldom satisfy an equation; without them the sign may look mixed, which costs a proof and no truth.
    private static int? SignOf(Goal goal, bool equalities)
    {
        var program = new BoxProgram([.. goal.Domain.Select(a => a.Name)], [goal.Expression, .. goal.Facts.Select(f => f.Expression)]);
        var values = program.NewValues();
        int? sign = null;
        foreach (var point in Of(goal.Domain, 120))
        {
            var box = point.Select(Interval.FromRational).ToArray();
            if (!FactsHold(goal, program, box, values, equalities) || !program.Evaluate(box, values, 0, program.Root(0)))
            {
                continue;
            }

            var x = values[program.Root(0)];
            var here = x.Lower > 0 ? 1 : x.Upper < 0 ? -1 : 0;
            if (here != 0 && sign is { } known && known != here)
            {
                return 0;
            }

            sign = here != 0 ? here : sign;
        }

        return sign;
    }

    private static bool FactsHold(Goal goal, BoxProgram program, Interval[] box, Interval[] values, bool equalities)
    {
        for (var f = 0; f < goal.Facts.Count; f++)
        {
            var step = program.Root(f + 1);
            if (!program.Evaluate(box, values, 0, step) || (values[step].Upper < 0 && goal.Facts[f].Relation != Relation.Zero)
                || (goal.Facts[f].Relation == Relation.Zero && equalities && !Interval.ContainsZero(values[step])))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Rational[]> Corners(IReadOnlyList<Axis> domain)
    {
        var choices = domain.Select(a => new[] { a.Extent.Lower, a.Extent.Upper }
            .Where(e => e.IsClosed).Select(e => e.Value!.Value).Append(Place(a.Extent, 0.5, 0)).Distinct().ToArray()).ToArray();
        var total = choices.Aggregate(1L, (n, c) => Math.Min(4096, n * c.Length));
        for (var n = 0L; n < Math.Min(total, 512); n++)
        {
            var rest = n;
            yield return [.. choices.Select(c =>
            {
                var value = c[(int)(rest % c.Length)];
                rest /= c.Length;
                return value;
            })];
        }
    }

    private static Rational Place(Extent x, double t, int mode)
    {
        if (x.IsPoint)
        {
            return x.Lower.Value!.Value;
        }

        // A number of few digits, so that counterexamples are readable.
        var fraction = new Rational((long)Math.Round(Math.Clamp(t, 0.0005, 0.9995) * 1024), 1024);
        var shrink = Rational.Pow(2, -(int)(t * 24));
        switch (x.Lower.Value, x.Upper.Value)
        {
            case ({ } a, { } b):
                return mode switch
                {
                    1 => a + ((b - a) * shrink * fraction),
                    2 => b - ((b - a) * shrink * fraction),
                    _ => a + ((b - a) * fraction),
                };
            case ({ } a, null):
                return a + (mode == 1 ? shrink * fraction : mode == 2 ? fraction / shrink : fraction / (1 - fraction));
            case (null, { } b):
                return b - (mode == 1 ? shrink * fraction : mode == 2 ? fraction / shrink : fraction / (1 - fraction));
            default:
                var size = mode == 1 ? shrink : mode == 2 ? 32 * fraction : 4 * fraction / (1 - fraction);
                return ((long)(t * 1e6) & 1) == 0 ? size : -size;
        }
    }
}
