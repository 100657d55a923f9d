using System.Text;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Tests.Pictures;

public sealed class PhaseMapTests
{
    private static readonly string[] Map = ["phase-map", "--p-ref", "1/200,1/10,3/5", "--beta", "1/2:4:4", "--epsilon", "1/1000", "--digits", "12"];

    private static readonly PhaseGrid Grid = new(
        GrpoParameters.Of(new(1, 2), 1, 1), [new(1, 1000)], [new(1, 2), new(5, 3), new(17, 6), 4], [new(1, 200), new(1, 10), new(3, 5)], 12);

    [Fact]
    public void Cells_say_what_the_verb_regime_says()
    {
        var json = CommandLine.Run([.. Map, "--format", "json"]).Json();
        Assert.Equal("phase-map", json.GetProperty("command").GetString());
        var cells = json.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(12, cells.Count);
        Assert.Equal(12, json.GetProperty("summary").GetProperty("cells").GetInt32());
        foreach (var cell in cells)
        {
            var regime = CommandLine.Run(
                "regime", "--p-ref", cell.GetProperty("p_ref").GetString()!, "--beta", cell.GetProperty("beta").GetString()!, "--epsilon", cell.GetProperty("epsilon").GetString()!, "--digits", "12", "--format", "json").Json();
            foreach (var field in (string[])["regime", "period", "limit", "limitFailure", "cycle", "reason"])
            {
                Assert.Equal(regime.GetProperty(field).GetRawText(), cell.GetProperty(field).GetRawText());
            }
        }
    }

    [Fact]
    public void Csv_has_a_header_and_a_record_for_every_cell()
    {
        var lines = CommandLine.Run([.. Map, "--format", "csv"]).Output.TrimEnd('\n').Split('\n');
        Assert.Equal("epsilon,beta,p_ref,regime,period,limit,limitFailure,cycle,reason", lines[0]);
        Assert.Equal(13, lines.Length);
        Assert.StartsWith("1/1000,1/2,1/200,jump,1,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("table")]
    public void An_interrupted_run_resumes_to_the_bytes_of_an_uninterrupted_one(string format)
    {
        var folder = Directory.CreateTempSubdirectory("phase").FullName;
        var (whole, resumed) = (Path.Combine(folder, "whole"), Path.Combine(folder, "resumed"));
        var first = CommandLine.Run([.. Map, "--format", format, "--out", whole]);
        Assert.Equal(0, first.ExitCode);
        using (var cells = CellFile.Open(resumed + ".cells", Grid, [.. Enumerable.Range(0, 12)], resume: false, out _))
        {
            foreach (var cell in PhaseSweep.Run(Grid, Enumerable.Range(0, 5)))
            {
                cells.Append(cell);
            }
        }

        File.AppendAllText(resumed + ".cells", "{\"cell\":5,\"epsi");
        Assert.Equal(0, CommandLine.Run([.. Map, "--format", format, "--out", resumed, "--resume"]).ExitCode);
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(whole)), File.ReadAllText(resumed));
        Assert.Equal(CommandLine.Run([.. Map, "--format", format]).Output, File.ReadAllText(whole));
        Assert.Equal(["resumed", "whole"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_picture_shows_every_cell_and_the_curves()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("phase").FullName, "map.svg");
        CommandLine.Run([.. Map, "--plot", path]);
        var svg = System.Xml.Linq.XDocument.Load(path);
        var plot = svg.Descendants().Single(e => e.Attribute("class")?.Value == "plot");
        Assert.Equal(12, plot.Elements().Count(e => e.Name.LocalName == "rect" && e.Elements().Any()));
        Assert.Contains(svg.Descendants(), e => e.Value == "saddle-node curve");
        Assert.Contains(svg.Descendants(), e => e.Value == "flip curve");
    }

    [Fact]
    public void Cells_kept_for_another_command_are_not_mixed_in()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("phase").FullName, "map.csv");
        CellFile.Open(path + ".cells", Grid with { Digits = 5 }, [0], resume: false, out _).Dispose();
        CommandLine.Run([.. Map, "--out", path, "--resume"]).IsOneLineUsageError("another command", "map.csv.cells", "delete the file");
    }

    [Theory]
    [InlineData("--p-ref", "0,1/2", "p_ref = 0")]
    [InlineData("--p-ref", "1:2:3:lin", "option --p-ref")]
    [InlineData("--beta", "0:1:3", "beta = 0")]
    [InlineData("--epsilon", "-1", "epsilon = -1")]
    [InlineData("--resume", null, "--out")]
    [InlineData("--out", "/no/such/folder/map.csv", "create it first")]
    public void Bad_input_is_one_clear_line(string option, string? value, string part)
        => CommandLine.Run(["phase-map", option, .. value is null ? (string[])[] : [value]]).IsOneLineUsageError(part);
}
