using System.Text.Json;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Reference;

/// <summary>
/// Every reference value of the claims, computed elsewhere at 70 and 110 working digits, is reproduced to every digit given.
/// </summary>
public sealed class ReferenceValueTests
{
    private static readonly string[] Exact = ["6/5 , 3", "1/10 , 0"];

    public static TheoryData<string, int, string, string> Values()
    {
        var data = new TheoryData<string, int, string, string>();
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", "reference_values.json"));
        using var document = JsonDocument.Parse(stream);
        var position = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var claim = entry.GetProperty("id").GetString()!;
            var value = entry.GetProperty("value").GetString()!;
            if (!Exact.Contains(value, StringComparer.Ordinal))
            {
                var index = position.GetValueOrDefault(claim);
                position[claim] = index + 1;
                data.Add(claim, index, entry.GetProperty("label").GetString()!, value);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Reference_value_is_reproduced_to_every_digit(string claim, int index, string label, string value)
    {
        var enclosure = ReferenceExpressions.ByClaim[claim][index]();
        var digits = value.StartsWith("0.28847", StringComparison.Ordinal) || value.StartsWith("0.63894", StringComparison.Ordinal) ? 25 : 40;
        Assert.True(digits <= SignificantDigits(value), label);

        // Half a unit in the last place given; the enclosure must lie inside it entirely.
        var given = Rational.Parse(value);
        var half = UnitInTheLastPlace(value) / 2;
        var inside = Ball.LessOrEqual(Ball.FromRational(given - half, 600), enclosure) & Ball.LessOrEqual(enclosure, Ball.FromRational(given + half, 600));
        Assert.True(inside.IsCertain, $"{claim} {label}: {value} against {enclosure}");
    }

    [Fact]
    public void There_is_one_expression_for_each_value_and_no_other()
    {
        var counts = Values().Select(row => (string)row[0]).GroupBy(id => id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Equal(266, counts.Values.Sum());
        Assert.Equal(
            counts.OrderBy(c => c.Key, StringComparer.Ordinal),
            ReferenceExpressions.ByClaim.Select(e => KeyValuePair.Create(e.Key, e.Value.Length)).OrderBy(c => c.Key, StringComparer.Ordinal));
    }

    private static int SignificantDigits(string value)
        => value.Split('e')[0].Where(char.IsAsciiDigit).SkipWhile(c => c == '0').Count();

    private static Rational UnitInTheLastPlace(string value)
    {
        var parts = value.Split('e');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var places = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0].Length - parts[0].IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Rational.Pow(10, exponent - places);
    }
}
