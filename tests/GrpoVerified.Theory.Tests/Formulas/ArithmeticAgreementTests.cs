using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>The same formulas in doubles, intervals, derivatives and recorded expressions, against the reference digits or the balls.</summary>
public sealed class ArithmeticAgreementTests
{
    private const int Bits = 260;

    /// <summary>Formulas written over every arithmetic.</summary>
    public static TheoryData<string> Formulas => [.. FormulaMethods.Names.Where(FormulaMethods.IsGeneric)];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Interval_contains_the_reference(string formula)
    {
        foreach (var entry in FormulaEntry.Of(formula))
        {
            var intervals = FormulaCall.Evaluate(entry, Binding<Interval>.By(IntervalContext.Instance));
            for (var i = 0; i < intervals.Count; i++)
            {
                Assert.True(ContainsRounded(intervals[i], entry.Values[i]), $"{entry} component {i}: {intervals[i]} misses {entry.Values[i]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Double_is_within_the_running_bound_of_its_rounding_errors(string formula)
    {
        foreach (var entry in FormulaEntry.Of(formula))
        {
            var doubles = FormulaCall.Evaluate(entry, Binding<Float64>.By(Float64Context.Instance));
            var bounds = FormulaCall.Evaluate(entry, Binding<RoundingBound>.By(RoundingBound.Context.Instance));
            for (var i = 0; i < doubles.Count; i++)
            {
                var range = bounds[i].Range;
                Assert.True(ContainsRounded(range, entry.Values[i]), $"{entry} component {i}: {range} misses {entry.Values[i]}");
                if (Interval.IsFinite(range) && range.Magnitude < 1e300)
                {
                    // The platform's exp and log may err by a few units more than the kernels' outward rounding allows for.
                    var slack = (4 * range.Width) + (range.Magnitude * 1e-14) + 1e-300;
                    var x = doubles[i].Value;
                    Assert.True(x >= range.Lower - slack && x <= range.Upper + slack, $"{entry} component {i}: {x:R} is outside {range}");
                }
            }
        }
    }

    // Whole programs of steps: most of the entries must be decided, not drowned in width.
    [Fact]
    public void Intervals_are_narrow_at_most_points()
    {
        var components = FormulaEntry.All.Where(e => FormulaMethods.IsGeneric(e.Formula))
            .SelectMany(e => FormulaCall.Evaluate(e, Binding<Interval>.By(IntervalContext.Instance)))
            .ToList();
        var narrow = components.Count(x => x.Width <= 1e-12 * x.Mignitude || x.IsPoint);
        Assert.True(narrow >= 0.8 * components.Count, $"{narrow} of {components.Count} are narrow");
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Recorded_expression_evaluates_to_the_same_enclosure(string formula)
    {
        var context = new BallContext(Bits);
        foreach (var entry in FormulaEntry.Of(formula))
        {
            var values = new Dictionary<string, Ball>(StringComparer.Ordinal);
            var recorded = FormulaCall.Evaluate(entry, new Binding<Expr>(ExprContext.Instance, Record, RecordPair));
            var direct = FormulaCall.Evaluate(entry, Binding<Ball>.By(context), Bits);
            var replayed = recorded.Select(e => e.Evaluate(values, context)).ToList();
            Assert.True(direct.SequenceEqual(replayed), $"{entry}: {string.Join(" ", replayed)} against {string.Join(" ", direct)}");

            Expr Record(string slot, Rational value)
            {
                values[slot] = context.Enclose(value);
                return Expr.Variable(slot);
            }

            Probability<Expr> RecordPair(string slot, Rational value)
                => new(Record(slot, value), Record(slot + "c", Rational.One - value));
        }
    }

    // Contains a number that rounds to the digits.
    private static bool ContainsRounded(Interval x, string digits)
    {
        var value = Rational.Parse(digits);
        var half = FormulaEntry.HalfUnit(digits);
        return !x.IsEmpty && Interval.Overlap(x, Interval.Hull(Interval.FromRational(value - half), Interval.FromRational(value + half)));
    }
}
