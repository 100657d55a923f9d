using System.Globalization;

namespace GrpoVerified.Arithmetic.Tests.Intervals;

/// <summary>Elementary functions of intervals against mpmath at 4000 bits (reference/interval_points.py).</summary>
public sealed class IntervalReferenceTests
{
    private static readonly Dictionary<string, Func<Interval, Interval>> Functions = new(StringComparer.Ordinal)
    {
        ["exp"] = Interval.Exp,
        ["expm1"] = Interval.Expm1,
        ["log"] = Interval.Log,
        ["log1p"] = Interval.Log1p,
        ["cosh"] = Interval.Cosh,
        ["sinh"] = Interval.Sinh,
        ["asinh"] = Interval.Asinh,
        ["atanh"] = Interval.Atanh,
        ["logistic"] = Interval.Logistic,
    };

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_of_a_point_encloses_the_reference_and_is_at_most_three_doubles_wide(string name)
    {
        var path = Environment.GetEnvironmentVariable("GRPOVERIFIED_INTERVAL_POINTS") ?? Path.Combine(AppContext.BaseDirectory, "reference", "interval_points.csv");
        var (count, tight) = (0, 0);
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split(',');
            if (!string.Equals(fields[0], name, StringComparison.Ordinal))
            {
                continue;
            }

            var (x, down) = (FromBits(fields[1]), FromBits(fields[2]));
            var y = Functions[name](new Interval(x));

            // The reference lies strictly between the two: the functions are irrational at the sampled points.
            var up = Math.BitIncrement(down);
            Assert.True(y.Lower <= down && up <= y.Upper, $"{name}({x:R}) gave {y}, reference above {down:R}");
            Assert.True(y.Lower >= Math.BitDecrement(down) && y.Upper <= Math.BitIncrement(up), $"{name}({x:R}) gave the wide {y}, reference above {down:R}");
            count++;
            tight += y.Lower == down && y.Upper == up ? 1 : 0;
        }

        Assert.True(count > 100, $"only {count} reference points of {name}");
        Assert.True(tight > 0.9 * count, $"{tight} of {count} enclosures of {name} are the tightest ones");
    }

    private static double FromBits(string hex)
        => BitConverter.Int64BitsToDouble(long.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
