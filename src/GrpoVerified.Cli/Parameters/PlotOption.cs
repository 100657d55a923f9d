using System.CommandLine;
using GrpoVerified.Reports.Drawing;

namespace GrpoVerified.Cli.Parameters;

/// <summary>The option <c>--plot FILE.svg</c>.</summary>
internal sealed class PlotOption
{
    private readonly Option<string?> _file = ExactOption.Create("--plot", "file.svg", "Also draw the result as an SVG file.");

    /// <summary>Adds the option to a command.</summary>
    public PlotOption(Command command) => command.Add(_file);

    /// <summary>Whether a picture is asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_file) is not null;

    /// <summary>Draws where that is asked for.</summary>
    public void Write(ParseResult parsed, Func<Figure> draw)
    {
        if (parsed.GetValue(_file) is { } path)
        {
            RequireSvg(path);
            draw().Write(path);
        }
    }

    private static void RequireSvg(string path)
    {
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"{UsageException.Quote(path)} is not the name of an SVG file", "option --plot", "end it in .svg");
        }

        OutputFolder.Require(path, "option --plot");
    }
}
