using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Arithmetic.Tests.Balls;

/// <summary>Digits computed by mpmath (reference/balls.py) against certified digits.</summary>
public sealed class BallReferenceTests
{
    private static readonly Dictionary<string, Func<Ball, Ball>> Functions = BallNumbers.Functions
        .Append(("pi", x => Ball.Pi(x.Precision)))
        .ToDictionary(f => f.Name, f => f.Function, StringComparer.Ordinal);

    [Theory]
    [InlineData(5, 0)]
    [InlineData(40, 0)]
    [InlineData(1000, 0)]
    [InlineData(20_000, 5)]
    [InlineData(100_000, 3)]
    public void Certified_digits_agree_with_mpmath(int digits, int rows)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "reference", "ball_points.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Where(words => int.Parse(words[2], CultureInfo.InvariantCulture) == digits)
            .ToList();
        Assert.True(rows == 0 ? lines.Count > 150 : lines.Count == rows);
        foreach (var words in lines)
        {
            var fraction = words[1].Split('/');
            var argument = new Rational(
                BigInteger.Parse(fraction[0], CultureInfo.InvariantCulture),
                fraction.Length == 1 ? BigInteger.One : BigInteger.Parse(fraction[1], CultureInfo.InvariantCulture));
            var result = Certified.Digits(p => Functions[words[0]](Ball.FromRational(argument, p)), digits, 1 << 20);
            Assert.True(result.IsCertain, $"{words[0]}({words[1]}): {result.Reason}");
            Assert.Equal($"{words[0]}({words[1]}) {words[3]} {words[4]}", $"{words[0]}({words[1]}) {Summary(result.Text!, digits)}");
        }
    }

    // Sign and digits, shortened as the script does, then the decimal exponent.
    private static string Summary(string text, int digitsAsked)
    {
        var sign = text.StartsWith('-') ? "-" : string.Empty;
        var parts = text.TrimStart('-').Split('e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        var exponent = (point < 0 ? digits.Length : point) - 1 - (digits.Length - significant.Length)
            + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        significant = significant.PadRight(digitsAsked, '0');
        var shown = significant.Length <= 80
            ? significant
            : string.Create(CultureInfo.InvariantCulture, $"{significant[..40]}..{significant[^40..]}..{significant.Sum(c => c - '0')}");
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{shown} {exponent}");
    }
}
