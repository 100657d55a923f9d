using System.Globalization;
using GrpoVerified.Proving.Catalogue;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.TestKit;

namespace GrpoVerified.Proving.Tests.Search;

/// <summary>Points of cycles against reference/cycles.tsv, which cycles.py computed with mpmath.</summary>
public sealed class NewtonProofTests
{
    public static TheoryData<string> Names => [.. Reference.Rows.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_point_of_a_cycle_lies_where_the_reference_has_it(string name)
    {
        var row = Reference.Rows.Single(r => r.Name == name);
        var statement = Assert.IsType<UniqueCycleStatement>(CertificateCatalogue.All.Single(e => e.Name == name).Statement);
        Assert.Equal(row.Period, statement.Period);
        Assert.Equal(row.Interval, statement.CyclePoint);
        Assert.True(statement.CyclePoint.Contains(row.Orbit[0]), $"{statement.CyclePoint} misses {row.Orbit[0]}");
        Assert.True(statement.Slopes.Contains(row.Multiplier), $"{statement.Slopes} misses {row.Multiplier}");
        Assert.All(row.Orbit.Skip(1), x => Assert.False(statement.CyclePoint.Contains(x)));
    }

    [Fact]
    public void Cycles_of_period_1_2_3_5_and_7_that_repel_are_proved()
    {
        var repelling = CertificateCatalogue.All.Select(e => e.Statement).OfType<UniqueCycleStatement>().Where(s => s.Slopes.Lower.Value > 1 || s.Slopes.Upper.Value < -1);
        Assert.Superset(new HashSet<int> { 1, 2, 3, 5, 7 }, repelling.Select(s => s.Period).ToHashSet());
    }

    [Theory]
    [InlineData("F15-cycle-of-2", 1, "[508/625, 8129/10000]", "[-4, -2]")]
    [InlineData("F15-cycle-of-2", 4, "[508/625, 8129/10000]", "[4, 16]")]
    [InlineData("F15-cycle-of-2", 2, "[8129/10000, 813/1000]", "[-4, -2]")]
    [InlineData("F15-cycle-of-2", 2, "[508/625, 8129/10000]", "[-3, -2]")]
    [InlineData("F15-cycle-of-2", 2, "[508/625, 8129/10000]", "[-4, 1]")]
    [InlineData("F15-period-three-repelling", 2, "[47/625, 377/5000]", "[3, 5]")]
    [InlineData("F15-cycle-of-7", 7, "[1/10, 3/10]", "[-1000000, 1000000]")]
    public void What_is_no_point_of_the_cycle_is_not_proved(string map, int period, string interval, string slopes)
        => Assert.Null(NewtonProof.Prove(new(
            "p", ((UniqueCycleStatement)CertificateCatalogue.All.Single(e => e.Name == map).Statement).Map, period, Extent.Parse(interval), Extent.Parse(slopes))));

    /// <summary>The rows of reference/cycles.tsv.</summary>
    internal sealed record Reference(string Name, int Period, Extent Interval, Rational Multiplier, int? Entry, IReadOnlyList<Rational> Orbit)
    {
        public static IReadOnlyList<Reference> Rows { get; } = [.. File
            .ReadLines(Path.Combine(Repository.Root, "tests", "GrpoVerified.Proving.Tests", "reference", "cycles.tsv"))
            .Skip(1).Select(line => line.Split('\t')).Select(w => new Reference(
                w[0],
                int.Parse(w[1], CultureInfo.InvariantCulture),
                Extent.Closed(Rational.Parse(w[2]), Rational.Parse(w[3])),
                Rational.Parse(w[4]),
                w[5].Length == 0 ? null : int.Parse(w[5], CultureInfo.InvariantCulture),
                [.. w[6].Split(' ').Select(Rational.Parse)]))];
    }
}
