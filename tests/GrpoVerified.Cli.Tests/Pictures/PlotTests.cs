using System.Xml.Linq;

namespace GrpoVerified.Cli.Tests.Pictures;

public sealed class PlotTests
{
    private static readonly string[] Point = ["--p-ref", "1/200", "--beta", "3/2", "--epsilon", "1/1000"];

    [Theory]
    [InlineData("iterate")]
    [InlineData("fixed-points")]
    [InlineData("regime")]
    public void A_picture_stands_beside_the_result_and_changes_none_of_it(string verb)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("plot").FullName, "picture.svg");
        var plain = CommandLine.Run([verb, .. Point]);
        var drawn = CommandLine.Run([verb, .. Point, "--plot", path]);
        Assert.Equal((plain.ExitCode, plain.Output), (drawn.ExitCode, drawn.Output));
        Assert.Equal("svg", XDocument.Load(path).Root!.Name.LocalName);
        Assert.Contains("repelling", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_has_to_be_an_svg_file_in_a_folder_that_is_there()
    {
        CommandLine.Run(["regime", .. Point, "--plot", "picture.png"]).IsOneLineUsageError("picture.png", "option --plot", ".svg");
        CommandLine.Run(["regime", .. Point, "--plot", "/no/such/folder/picture.svg"]).IsOneLineUsageError("/no/such/folder", "option --plot", "create it first");
    }

    [Fact]
    public void An_audit_draws_its_worst_deviations()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("plot").FullName, "audit.svg");
        const string Log = """
            {"group":"a","reward":1,"advantage":0.5}
            {"group":"a","reward":0,"advantage":-0.8658754}
            {"group":"a","reward":0,"advantage":-0.8658754}
            {"group":"a","reward":1,"advantage":0.8658754}
            """;
        var run = CommandLine.RunWith(Log, "audit", "-", "--profile", "trl", "--plot", path);
        Assert.Equal(ExitCode.Refuted, run.ExitCode);
        var svg = XDocument.Load(path);
        var mark = Assert.Single(svg.Descendants(), e => e.Attribute("class")?.Value == "marks s2" && e.Ancestors().All(a => a.Attribute("class")?.Value != "legend"));
        Assert.Contains("logged 0.5", Assert.Single(mark.Elements()).Value, StringComparison.Ordinal);
        Assert.Contains("1 deviations in 4 rollouts", svg.Root!.Value, StringComparison.Ordinal);
    }
}
