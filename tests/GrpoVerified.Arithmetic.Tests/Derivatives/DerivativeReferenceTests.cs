namespace GrpoVerified.Arithmetic.Tests.Derivatives;

/// <summary>First and second derivatives against mpmath's numerical differentiation (reference/derivative_points.py).</summary>
public sealed class DerivativeReferenceTests
{
    // Relative width of the reference: 40 digits printed, finite differences good to 10^-100.
    private static readonly Rational Slack = Rational.Pow(10, -38);

    public static TheoryData<string, string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "reference", "derivative_points.csv")))
            {
                var f = line.Split(',');
                rows.Add(f[0], f[1], f[2], f[3], f[4]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Derivatives_of_intervals_enclose_the_reference_tightly(string function, string point, string value, string first, string second)
    {
        var x = Interval.FromRational(Rational.Parse(point));
        var dual = DerivativeFunctions.Apply(function, Dual<Interval>.Variable(x));
        var jet = DerivativeFunctions.Apply(function, Jet<Interval>.Variable(x));
        AssertNear(value, dual.Value);
        AssertNear(first, dual.Derivative);
        AssertNear(value, jet.Value);
        AssertNear(first, jet.First);
        AssertNear(second, jet.Second);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Nested_duals_agree_with_jets(string function, string point, string value, string first, string second)
    {
        var x = Interval.FromRational(Rational.Parse(point));
        var nested = DerivativeFunctions.Apply(function, Dual<Dual<Interval>>.Variable(Dual<Interval>.Variable(x)));
        AssertNear(value, nested.Value.Value);
        AssertNear(first, nested.Value.Derivative);
        AssertNear(first, nested.Derivative.Value);
        AssertNear(second, nested.Derivative.Derivative);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Derivatives_of_doubles_are_near_the_reference(string function, string point, string value, string first, string second)
    {
        var jet = DerivativeFunctions.Apply(function, Jet<Float64>.Variable(new(Rational.Parse(point).ToDouble())));
        AssertClose(value, jet.Value.Value);
        AssertClose(first, jet.First.Value);
        AssertClose(second, jet.Second.Value);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Derivatives_recorded_as_formulas_evaluate_to_the_reference(string function, string point, string value, string first, string second)
    {
        if (function is "kinked")
        {
            return;
        }

        var jet = DerivativeFunctions.Apply(function, Jet<Expr>.Variable(Expr.Variable("x")));
        var assignment = new Dictionary<string, Interval>(StringComparer.Ordinal) { ["x"] = Interval.FromRational(Rational.Parse(point)) };
        AssertNear(value, jet.Value.Evaluate(assignment));
        AssertNear(first, jet.First.Evaluate(assignment));
        AssertNear(second, jet.Second.Evaluate(assignment));
    }

    private static void AssertNear(string expected, Interval actual)
    {
        var exact = Rational.Parse(expected);
        var slack = exact.Abs() * Slack;
        var padded = actual + Interval.Hull(Interval.FromRational(slack), Interval.FromRational(-slack));
        Assert.True(padded.Contains(exact), $"{actual} does not contain {expected}");
        Assert.True(actual.Width <= 1e-13 * Math.Max(1, actual.Magnitude), $"{actual} is wide");
    }

    private static void AssertClose(string expected, double actual)
    {
        var exact = Rational.Parse(expected).ToDouble();
        Assert.True(Math.Abs(actual - exact) <= 1e-12 * Math.Max(1e-3, Math.Abs(exact)), $"{actual:R} is not near {expected}");
    }
}
