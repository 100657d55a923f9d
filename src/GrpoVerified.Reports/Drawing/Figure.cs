using System.Text;
using System.Xml.Linq;

namespace GrpoVerified.Reports.Drawing;

/// <summary>Charts side by side as one picture.</summary>
/// <param name="Title">What the picture shows, for readers who do not see it.</param>
/// <param name="Charts">The charts, from left to right.</param>
internal sealed record Figure(string Title, IReadOnlyList<Chart> Charts)
{
    /// <summary>Charts in a row before the next row begins.</summary>
    public int Columns { get; init; } = 2;

    /// <summary>The picture as an element; a file carries its own style.</summary>
    public XElement Draw(bool withStyle)
    {
        var rows = Charts.Chunk(Columns).ToList();
        var width = rows.Max(r => r.Sum(c => c.Width));
        var height = rows.Sum(r => r.Max(c => c.Height));
        var svg = Svg.Element(
            "svg",
            [("class", "gv"), ("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(height)}"), ("role", "img"), ("aria-label", Title)],
            Svg.Title(Title));
        if (withStyle)
        {
            svg.SetAttributeValue("width", Svg.Number(width));
            svg.SetAttributeValue("height", Svg.Number(height));
            svg.Add(Svg.Element("style", [], ChartStyle.Sheet));
        }

        svg.Add(Patterns(), Svg.Rectangle("paper", 0, 0, width, height));
        var y = 0.0;
        foreach (var row in rows)
        {
            var x = 0.0;
            foreach (var chart in row)
            {
                svg.Add(Svg.Element("g", [("transform", $"translate({Svg.Number(x)} {Svg.Number(y)})")], chart.Draw()));
                x += chart.Width;
            }

            y += row.Max(c => c.Height);
        }

        return svg;
    }

    /// <summary>Writes the picture as a file of its own.</summary>
    public void Write(string path) => File.WriteAllText(path, Text(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>The file's text.</summary>
    public string Text() => Draw(withStyle: true).ToString(SaveOptions.DisableFormatting) + "\n";

    // Hatching says "undecided" without colour.
    private static XElement Patterns()
        => Svg.Element(
            "defs",
            [],
            Svg.Element(
                "pattern",
                [("id", "hatch"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")],
                Svg.Rectangle("hatch-paper", 0, 0, 6, 6),
                Svg.Line("hatch-line", 0, 0, 0, 6)));
}
