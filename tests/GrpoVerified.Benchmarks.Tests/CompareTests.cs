using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using GrpoVerified.Benchmarks.Compare;
using GrpoVerified.Benchmarks.Own;
using GrpoVerified.Benchmarks.Reporting;
using Xunit.Abstractions;

namespace GrpoVerified.Benchmarks.Tests;

/// <summary>The comparison runs, with tiny counts, and all systems compute the same numbers. Nothing is asserted about time.</summary>
public sealed class CompareTests(ITestOutputHelper output)
{
    private static readonly string Anchors = Path.Combine(AppContext.BaseDirectory, "anchors");

    [Fact]
    public void Every_system_computes_the_same_values()
    {
        using var anchors = AnchorSet.Start(Anchors);
        foreach (var (name, reason) in anchors.Absent)
        {
            output.WriteLine($"without {name}: {reason}");
        }

        Assert.True(anchors.Absent.Count == 0 || Environment.GetEnvironmentVariable("CI") is not "true", "anchors are missing: " + string.Join("; ", anchors.Absent));
        var comparison = new Comparison(anchors, Effort.Tiny);

        // Coq alone would take longer than all tests here.
        var lines = Catalogue.All.Where(l => l.Bits <= 192 && !l.Workload.StartsWith(CertificateWork.Workload, StringComparison.Ordinal)).GroupBy(l => (l.Workload, l.Bits)).Select(g => g.ToList()).ToList();
        var ratios = lines.SelectMany(comparison.Measure).ToList();
        Assert.Empty(comparison.Disagreements);
        if (anchors.Absent.Count == 0)
        {
            Assert.All(lines, line => Assert.Contains(ratios, r => string.Equals(r.Workload, line[0].Workload, StringComparison.Ordinal) && r.Bits == line[0].Bits));
            Assert.All(lines.SelectMany(l => l), line => Assert.All(line.Bars, bar => Assert.Contains(ratios, r => string.Equals(r.Workload, line.Workload, StringComparison.Ordinal) && r.Theirs.System.StartsWith(bar.System, StringComparison.Ordinal) && r.First == bar.First)));
        }

        Assert.All(ratios, r => Assert.True(r.Ours.Nanoseconds > 0 && r.Theirs.Nanoseconds > 0));
    }

    [Theory]
    [InlineData("F15-criterion")]
    [InlineData("L04-under-amplifies-8")]
    public void The_certificates_of_the_comparison_are_accepted(string name)
    {
        Assert.Contains(name, CertificateWork.Names);
        Assert.Equal("1", CertificateWork.Checker(name).Value());
    }

    [Fact]
    public void A_wrong_value_of_an_anchor_is_reported()
    {
        using var anchors = AnchorSet.Start(Anchors);
        var comparison = new Comparison(anchors, Effort.Tiny);
        _ = comparison.Measure([new OwnLine("h", 128, () => new OwnWork("wrong", _ => { }, () => "0.9622764182033396"))]).ToList();
        Assert.Equal(anchors.On("h", 128).Count, comparison.Disagreements.Count);
    }

    [Fact]
    public void Table_json_and_plot_show_the_ratios()
    {
        Ratio At(int bits, double ours) => new("h", bits, new("balls", IsCertified: true, ours, 0), new("MPFR", IsCertified: false, 100, 0), 0.8, 0.4);
        var all = new Measurements(new DateOnly(2026, 1, 2), "a machine", 9, [At(128, 50), At(340, 200)], [("MPFI", "no header")]);
        Assert.Contains("| h | 128 | balls | 50 | MPFR° | 100 | **0.500** | 0.8 | 0.4 |", MarkdownTable.Of(all), StringComparison.Ordinal);
        Assert.Contains("| 2.000 |", MarkdownTable.Of(all), StringComparison.Ordinal);
        Assert.Contains("Absent: MPFI: no header", MarkdownTable.Of(all), StringComparison.Ordinal);
        Assert.Contains("Growth of h, ours: balls, exponents: 128 to 340 bits 1.42", MarkdownTable.Of(all), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(all.ToJson());
        Assert.Equal(2.0, json.RootElement.GetProperty("rows")[1].GetProperty("ratio").GetDouble());
        var svg = XDocument.Parse(Plot.Of("h", all.Ratios));
        Assert.Equal(2, svg.Descendants().Count(e => string.Equals(e.Name.LocalName, "polyline", StringComparison.Ordinal)));
    }

    [Fact]
    public void Medians_are_taken_over_systems_in_turn()
    {
        var calls = new List<string>();
        IMeasured System(string name, params double[] times)
        {
            var next = 0;
            return new Fake(name, () =>
            {
                calls.Add(name);
                return times[Math.Min(next++, times.Length - 1)];
            });
        }

        var timings = Measurement.Of([System("a", 9, 1, 5, 3), System("b", 9, 7, 7, 8)], new Effort(3, 0));
        Assert.Equal("3 7", string.Create(CultureInfo.InvariantCulture, $"{timings[0].Nanoseconds} {timings[1].Nanoseconds}"));
        Assert.Equal("a b a b a b a b", string.Join(' ', calls));
    }

    private sealed class Fake(string system, Func<double> time) : IMeasured
    {
        public string System => system;

        public bool IsCertified => false;

        public double Time(long count) => time();

        public string Value() => "0";
    }
}
