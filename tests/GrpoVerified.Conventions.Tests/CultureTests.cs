using System.Globalization;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Conventions.Tests;

/// <summary>Numbers are read and written alike under a culture with decimal comma, point for thousands and its own minus sign.</summary>
public sealed class CultureTests
{
    public static TheoryData<string> Names => new(Samples.Keys);

    private static Dictionary<string, Func<string>> Samples { get; } = new(StringComparer.Ordinal)
    {
        ["parse a decimal"] = () => Rational.Parse("-1234.5e-3").ToString(),
        ["refuse a decimal comma"] = () => Rational.TryParse("0,1", out _, out var error) ? "read" : error,
        ["refuse an exponent"] = () => Rational.TryParse("1e1000000", out _, out var error) ? "read" : error,
        ["write an exact decimal"] = () => Rational.Parse("-12345/8").TryToDecimalString(out var text) ? text : "none",
        ["a double"] = () => Rational.FromDouble(-1234.5).ToString(),
        ["refuse a double"] = () => Assert.Throws<NotFiniteNumberException>(() => Rational.FromDouble(double.NegativeInfinity)).Message,
        ["an interval"] = () => new Interval(-1234.5, 0.25).ToString(),
        ["an unbounded interval"] = () => new Interval(-1234.5, double.PositiveInfinity).ToString(),
        ["refuse an interval"] = () => Assert.Throws<ArgumentException>(() => new Interval(0.5, -1234.5)).Message,
        ["a double as arithmetic"] = () => new Float64(-1234.5).ToString(),
        ["a dual number"] = () => new Dual<Interval>(new(-1234.5), new(0.5)).ToString(),
        ["a jet"] = () => new Jet<Float64>(new(-1234.5), new(0.5), new(1e-7)).ToString(),
        ["a ball"] = () => Ball.FromRational(Rational.Parse("-1234.6"), 53).ToString(),
        ["certain digits"] = () => DecimalText.TryFormat(Ball.FromRational(Rational.Parse("-1234.6"), 128), 12, out var text) ? text : "none",
        ["a formula"] = () => (Expr.Pow(Expr.Variable("x"), 1000) + Expr.FromRational(Rational.Parse("-1234.5"))).ToString(),
        ["a canonical formula"] = () => (Expr.Pow(Expr.Variable("x"), 1000) + Expr.FromRational(Rational.Parse("-1234.5"))).CanonicalText,
        ["a formula in LaTeX"] = () => (Expr.Pow(Expr.Variable("x"), 1000) + Expr.FromRational(Rational.Parse("-1234.5"))).ToLatex(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_does_not_depend_on_the_culture(string sample)
    {
        var expected = Under(CultureInfo.InvariantCulture, Samples[sample]);
        Assert.Equal(expected, Under(CommaCulture(), Samples[sample]));
        Assert.NotEqual("none", expected);
    }

    [Fact]
    public void The_culture_of_the_test_does_change_naive_text()
        => Assert.Equal("−1234,5", Under(CommaCulture(), () => (-1234.5).ToString(CultureInfo.CurrentCulture)));

    private static CultureInfo CommaCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.NumberFormat.PositiveInfinitySymbol = "oneindig";
        culture.NumberFormat.NegativeInfinitySymbol = "−oneindig";
        return culture;
    }

    private static string Under(CultureInfo culture, Func<string> text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return text();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
