using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>Fixed points against fixed_points.json, up to 1000 digits and up to 1 − p about 10^−1000180.</summary>
public sealed class FixedPointReferenceTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, ReferenceRows.Read("fixed_points.json").Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fixed_points_have_the_digits_of_the_reference(int index)
    {
        var row = ReferenceRows.Read("fixed_points.json")[index];
        var set = FixedPointSet.Find(ReferenceRows.Parameters(row));
        var points = set.Interior.ToList();
        Assert.True(set.IsComplete, set.Reason);
        Assert.Equal(row.GetProperty("success").GetArrayLength(), points.Count);
        var digits = row.GetProperty("digits").GetInt32();
        var bits = (int)(3.33 * digits) + 16;
        for (var i = 0; i < points.Count; i++)
        {
            var p = points[i].Probability(bits);
            AssertDigits(row.GetProperty("success")[i].GetString()!, digits, p.Success);
            AssertDigits(row.GetProperty("failure")[i].GetString()!, digits, p.Failure);
        }
    }

    // beta sqrt(eps) = 1/2303000: the upper fixed point lies at log-odds about 2303000, in relative precision on both sides.
    [Theory]
    [InlineData(64)]
    [InlineData(300)]
    [InlineData(3400)]
    public void Both_probabilities_are_relatively_accurate_next_to_one(int bits)
    {
        var parameters = GrpoParameters.Of(Rational.Parse("1/10"), Rational.Parse("1/2303"), Rational.Parse("1e-6"));
        var upper = Assert.Single(FixedPointSet.Find(parameters).Interior);
        var p = upper.Probability(bits);
        Assert.True(p.Failure.RelativeAccuracyBits >= bits, $"1 - p has {p.Failure.RelativeAccuracyBits} bits");
        Assert.True(p.Success.RelativeAccuracyBits >= bits, $"p has {p.Success.RelativeAccuracyBits} bits");
        Assert.InRange(p.Failure.Midpoint.Exponent * 0.30103, -1_000_190, -1_000_170);
    }

    // The reference writes a mantissa and an exponent that may be too large for exact rationals: compare as text.
    private static void AssertDigits(string expected, int digits, Ball actual)
    {
        Assert.True(DecimalText.TryFormat(actual, digits, out var text), $"{actual} has no {digits} certain digits");
        Assert.Equal(Normal(expected), Normal(text));
    }

    // Significant digits and the decimal exponent of the first of them.
    private static (string Digits, long Exponent) Normal(string text)
    {
        var parts = text.Split('e');
        var exponent = parts.Length > 1 ? long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? parts[0].Length : point;
        var all = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.TrimStart('0').TrimEnd('0'), exponent + whole - leading - 1);
    }
}
