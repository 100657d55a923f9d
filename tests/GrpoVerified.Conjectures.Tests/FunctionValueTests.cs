using System.Reflection;

namespace GrpoVerified.Conjectures.Tests;

/// <summary>Every function of the list against digits from mpmath (reference/functions.py).</summary>
public sealed class FunctionValueTests
{
    private const string Ranges = "p = 3/10, q = 2/3, x = 5/4, p_ref = 1/10, beta = 3/2, eps = 1/1000, alpha = 1/4, clip_low = 1/50, clip_high = 1/20";

    public static TheoryData<string, string> Reference()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("functions.txt")!;
        using var reader = new StreamReader(stream);
        var data = new TheoryData<string, string>();
        while (reader.ReadLine() is { } line)
        {
            var cut = line.IndexOf('\t', StringComparison.Ordinal);
            data.Add(line[..cut], line[(cut + 1)..]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Reference))]
    public void Term_has_the_reference_value(string term, string digits)
    {
        var conjecture = ConjectureReader.Read($"{term} == value", $"{Ranges}, value = {digits}");
        var values = conjecture.Universal.ToDictionary(r => r.Name, r => Ball.FromRational(r.Lower!.Value, 256));
        var difference = conjecture.Conclusions[0].Difference.Evaluate(values, new BallContext(256));
        Assert.True(difference.IsFinite);
        Assert.True(Ball.Less(Ball.Abs(difference), Ball.FromRational(Rational.Parse("1e-30"), 256)).IsCertain, $"{term}: off by {difference}");
    }

    [Fact]
    public void Every_function_but_fixed_points_has_a_reference_value()
    {
        var terms = Reference().Select(row => (string)row[0]).ToList();
        var missing = Functions.FunctionTable.All.Select(f => f.Name)
            .Where(name => !name.StartsWith("fixed_point", StringComparison.Ordinal) && !terms.Exists(t => t.Contains(name + "(", StringComparison.Ordinal)));
        Assert.Empty(missing);
    }
}
