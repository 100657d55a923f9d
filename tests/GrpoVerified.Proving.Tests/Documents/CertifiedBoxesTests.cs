using System.Globalization;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Proving.Tests.Search;
using GrpoVerified.TestKit;

namespace GrpoVerified.Proving.Tests.Documents;

/// <summary>The table of certified boxes in docs/proving.md says what the certificates say.</summary>
public sealed class CertifiedBoxesTests
{
    private static readonly string[][] Lines = [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "proving.md"))
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Where(w => w.Length == 12 && w[1].Length > 3 && w[1][0] is 'F' or 'J').Select(w => w[1..^1])];

    public static TheoryData<string> Cases => [.. Lines.Select(l => l[0])];

    [Fact]
    public void The_table_has_the_six_cases() => Assert.Equal(
        ["F10-CE1-cycle", "F10-CE2-cycle", "F10-CE3-cycle", "F15-period-three", "J10-CEA-cycle", "J10-CEB-cycle"], Lines.Select(l => l[0]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_is_what_its_three_certificates_prove(string name)
    {
        var line = Lines.Single(l => l[0] == name);
        var (box, period) = (Extent.Parse(line[5]), int.Parse(line[4], CultureInfo.InvariantCulture));

        var orbit = Read(name);
        var statement = Assert.IsType<OrbitStatement>(orbit.Statement);
        var step = Assert.IsType<OrbitStep>(orbit.Proof);
        Assert.Equal((Rational.Parse(line[1]), period, box), (statement.Start, statement.Period, statement.CyclePoint));
        Assert.Equal((box, line[7]), (step.Box, step.Enter.ToString(CultureInfo.InvariantCulture)));

        var at = name.EndsWith("-cycle", StringComparison.Ordinal) ? name[..^"-cycle".Length] : name;
        var point = Assert.IsType<UniqueCycleStatement>(Read(at + "-point").Statement);
        Assert.Equal((statement.Map, period, box, Extent.Parse(line[6])), (point.Map, point.Period, point.CyclePoint, point.Slopes));

        var repelling = Assert.IsType<UniqueCycleStatement>(Read(at + "-repelling").Statement);
        Assert.Equal((statement.Map, 1, Extent.Parse(line[8]), Extent.Parse(line[9])), (repelling.Map, repelling.Period, repelling.CyclePoint, repelling.Slopes));
        Assert.True(repelling.Slopes.Upper.Value < -1, "the fixed point repels");
        Assert.True(repelling.CyclePoint.Lower.Value > box.Upper.Value, "the fixed point lies outside of J");

        var reference = NewtonProofTests.Reference.Rows.Single(r => r.Name == at + "-point");
        Assert.Equal(reference.Entry, step.Enter);
        Assert.All(reference.Orbit, x => Assert.False(repelling.CyclePoint.Contains(x)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_parameters_of_a_line_are_those_of_its_certificate(string name)
    {
        var line = Lines.Single(l => l[0] == name);
        var numbers = Read(name).Statement.Lines.Where(l => l.Contains(" = num ", StringComparison.Ordinal)).Select(l => l.Split(' ')[3]).ToList();
        Assert.Contains($"p_ref = {line[1]} ", Read(name).Title.Replace(",", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"beta = {line[2]}, eps = {line[3]}", Read(name).Title, StringComparison.Ordinal);
        Assert.All([line[1], line[2], line[3]], q => Assert.Contains(q, numbers));
    }

    private static Certificate Read(string name) => CertificateReader.ReadFile(Path.Combine(Repository.Root, "proofs", "certificates", name + Certificate.Extension));
}
