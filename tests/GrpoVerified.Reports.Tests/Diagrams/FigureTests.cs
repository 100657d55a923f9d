using System.Globalization;
using System.Xml.Linq;
using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;

namespace GrpoVerified.Reports.Tests.Diagrams;

public sealed class FigureTests
{
    private static readonly GrpoParameters Hard = GrpoParameters.Of(new(1, 200), new(3, 2), new(1, 1000));

    public static TheoryData<string> Conventions => ["reference", "mirror", "two-kl", "mean-only", "clipped", "group", "outside", "unsmoothed"];

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Every_convention_can_be_drawn_and_the_picture_is_well_formed(string convention)
    {
        foreach (var figure in new[] { DynamicsFigures.Iterates(Parameters(convention), 12), DynamicsFigures.FixedPoints(Parameters(convention)), DynamicsFigures.LongRun(Parameters(convention)) })
        {
            var svg = XDocument.Parse(figure.Text());
            Assert.Equal("svg", svg.Root!.Name.LocalName);
            var numbers = svg.Descendants().Attributes().Where(a => a.Name.LocalName is "x" or "y" or "cx" or "cy" or "x1" or "y2" or "width" or "height");
            Assert.All(numbers, a => Assert.True(double.IsFinite(double.Parse(a.Value.TrimEnd('%'), CultureInfo.InvariantCulture)), a.Parent!.ToString()));
            Assert.All(svg.Descendants().Where(e => e.Attribute("class")?.Value.Split(' ')[0] is "mark" && e.Ancestors().All(a => a.Attribute("class")?.Value != "legend")), m => Assert.Contains(m.Elements(), e => e.Name.LocalName is "title"));
            Assert.DoesNotContain("NaN", figure.Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
        => Assert.Equal(DynamicsFigures.Iterates(Hard, 40).Text(), DynamicsFigures.Iterates(Hard, 40).Text());

    [Fact]
    public void A_file_carries_its_style_for_dark_mode_and_print_and_refers_to_nothing_outside()
    {
        var text = DynamicsFigures.FixedPoints(Hard).Text();
        Assert.Contains("prefers-color-scheme: dark", text, StringComparison.Ordinal);
        Assert.Contains("@media print", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_an_orbit_carry_certified_digits()
    {
        // 30 digits of the same step: `iterate --p-ref 1/200 --beta 3/2 --epsilon 1/1000`, mpmath agrees (tests/GrpoVerified.Cli.Tests/reference).
        var orbit = CertifiedOrbit.Of(Hard, 3);
        Assert.Equal(4, orbit.Count);
        Assert.Equal("0.005", orbit[0].Success.TrimEnd('0'));
        using var high = Theory.Dynamics.Orbit.Enclose(Hard, 3, 500).GetEnumerator();
        foreach (var step in orbit)
        {
            Assert.True(high.MoveNext());
            var distance = Ball.Abs(high.Current.Success - Ball.FromRational(Rational.Parse(step.Success), 500));
            Assert.True(Ball.Less(distance, high.Current.Success * Ball.FromRational(Rational.Parse("1e-14"), 500)).IsCertain);
        }
    }

    [Fact]
    public void The_legend_names_the_certified_cycle_and_its_period()
        => Assert.Contains("certified cycle of period 2", DynamicsFigures.LongRun(Hard).Text(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Conventions))]
    public void The_band_contains_the_map_at_points_between_its_columns(string convention)
    {
        var parameters = Parameters(convention);
        var bound = Theory.Dynamics.BoundParameters<Ball>.Bind(parameters, new BallContext(200));
        var band = MapGraph.Band(parameters);
        foreach (var i in Enumerable.Range(0, 97))
        {
            var p = new Rational((2 * i) + 1, 197);
            var value = bound.Next(Probability<Ball>.FromRational(p, new BallContext(200))).Success;
            var column = band.First(c => Rational.FromDouble(c.Right) >= p);
            Assert.False(Ball.Less(value, Ball.FromBigFloat(BigFloat.FromDouble(column.Lower))).IsCertain, $"{convention}: the map at {p} is below the band");
            Assert.False(Ball.Less(Ball.FromBigFloat(BigFloat.FromDouble(column.Upper)), value).IsCertain, $"{convention}: the map at {p} is above the band");
        }
    }

    [Fact]
    public void The_curve_stays_inside_the_band()
    {
        var band = MapGraph.Band(Hard);
        Assert.All(MapGraph.Curve(Hard), point => Assert.Contains(band, c => c.Left <= point.X && point.X <= c.Right && c.Lower - 1e-12 <= point.Y && point.Y <= c.Upper + 1e-12));
    }

    [Fact]
    public void Charts_of_a_figure_stand_in_rows_without_overlap()
    {
        var chart = new Chart("t", new("x", Scale.Linear(0, 1)), new("y", Scale.Linear(0, 1)), []);
        var svg = new Figure("three", [chart with { Id = "a" }, chart with { Id = "b" }, chart with { Id = "c" }]).Draw(withStyle: false);
        var places = svg.Elements().Select(e => e.Attribute("transform")?.Value).Where(t => t is not null);
        Assert.Equal(["translate(0 0)", "translate(640 0)", "translate(0 480)"], places);
        Assert.Equal("0 0 1280 960", svg.Attribute("viewBox")!.Value);
    }

    private static GrpoParameters Parameters(string convention) => convention switch
    {
        "mirror" => Hard with { Regulariser = Regulariser.Mirror },
        "two-kl" => Hard with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 2) },
        "mean-only" => Hard with { Normalisation = Normalisation.MeanOnly },
        "clipped" => Hard with { Clip = new(new(1, 5), new(1, 5)) },
        "group" => Hard with { GroupSize = 8, Deviation = GroupDeviation.Sample },
        "outside" => Hard with { Placement = EpsilonPlacement.Outside },
        "unsmoothed" => GrpoParameters.Of(new(1, 10), new(1, 2), 0),
        _ => Hard,
    };
}
