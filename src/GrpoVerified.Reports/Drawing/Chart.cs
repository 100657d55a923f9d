using System.Xml.Linq;

namespace GrpoVerified.Reports.Drawing;

/// <summary>An axis: what it measures and how.</summary>
/// <param name="Label">What it measures.</param>
/// <param name="Scale">Its scale.</param>
internal sealed record Axis(string Label, Scale Scale);

/// <summary>A diagram: axes, layers from back to front, a legend.</summary>
/// <param name="Title">What it shows, one line.</param>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Layers">Layers from back to front.</param>
internal sealed record Chart(string Title, Axis X, Axis Y, IReadOnlyList<Layer> Layers)
{
    private const double CharacterWidth = 6.9;
    private const double LegendLine = 20;
    private const double MarginLeft = 66;
    private const double MarginRight = 18;

    /// <summary>A name for ids of the chart, unique on a page.</summary>
    public string Id { get; init; } = "chart";

    /// <summary>A second line under the title, or null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Width of the picture.</summary>
    public double Width { get; init; } = 640;

    /// <summary>Height of the picture.</summary>
    public double Height { get; init; } = 480;

    /// <summary>The plot area.</summary>
    public Frame Frame
    {
        get
        {
            var top = 30 + (Subtitle is null ? 0 : 18) + (LegendRows().Count * LegendLine) + 8;
            return new(X.Scale, Y.Scale, MarginLeft, top, Width - MarginLeft - MarginRight, Height - top - 50);
        }
    }

    /// <summary>The chart as a group at the origin.</summary>
    public XElement Draw()
    {
        var frame = Frame;
        var clip = Id + "-area";
        return Svg.Element(
            "g",
            [("class", "chart"), ("id", Id)],
            Svg.Element("clipPath", [("id", clip)], Svg.Rectangle("area", frame.Left, frame.Top, frame.Width, frame.Height)),
            Svg.Text("title", MarginLeft, 20, "start", Title),
            Subtitle is null ? null : Svg.Text("subtitle", MarginLeft, 38, "start", Subtitle),
            Legend(),
            Axes(frame),
            Svg.Element("g", [("clip-path", $"url(#{clip})"), ("class", "plot"), ("data-frame", Numbers(frame.Left, frame.Top, frame.Width, frame.Height)), ("data-x", Range(X.Scale)), ("data-y", Range(Y.Scale))], Layers.SelectMany(l => l.Draw(frame))),
            Svg.Rectangle("border", frame.Left, frame.Top, frame.Width, frame.Height));
    }

    private static string Numbers(params double[] values) => string.Join(' ', values.Select(Svg.Number));

    private static string Range(Scale scale)
        => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{scale.Low:R} {scale.High:R}");

    private IEnumerable<XElement> Axes(Frame frame)
    {
        foreach (var tick in X.Scale.Ticks(Math.Max(3, (int)(frame.Width / 62))))
        {
            var x = frame.AtX(tick.Value);
            yield return Svg.Line("grid", x, frame.Top, x, frame.Bottom);
            yield return Svg.Text("tick", x, frame.Bottom + 17, "middle", tick.Label);
        }

        foreach (var tick in Y.Scale.Ticks(Math.Max(3, (int)(frame.Height / 34))))
        {
            var y = frame.AtY(tick.Value);
            yield return Svg.Line("grid", frame.Left, y, frame.Right, y);
            yield return Svg.Text("tick", frame.Left - 7, y + 4, "end", tick.Label);
        }

        yield return Svg.Text("label", frame.Left + (frame.Width / 2), frame.Bottom + 38, "middle", X.Label);
        var middle = frame.Top + (frame.Height / 2);
        var label = Svg.Text("label", 16, middle, "middle", Y.Label);
        label.Add(new XAttribute("transform", $"rotate(-90 16 {Svg.Number(middle)})"));
        yield return label;
    }

    private XElement Legend()
    {
        var group = Svg.Element("g", [("class", "legend")]);
        var y = 30.0 + (Subtitle is null ? 0 : 18);
        foreach (var row in LegendRows())
        {
            var x = MarginLeft;
            foreach (var layer in row)
            {
                group.Add(layer.Swatch(x, y));
                group.Add(Svg.Text("key", x + 28, y + 10, "start", layer.Name!));
                x += EntryWidth(layer);
            }

            y += LegendLine;
        }

        return group;
    }

    private List<List<Layer>> LegendRows()
    {
        var rows = new List<List<Layer>>();
        var x = double.PositiveInfinity;
        foreach (var layer in Layers.Where(l => l.Name is not null))
        {
            if (x + EntryWidth(layer) > Width - MarginRight)
            {
                rows.Add([]);
                x = MarginLeft;
            }

            rows[^1].Add(layer);
            x += EntryWidth(layer);
        }

        return rows;
    }

    private static double EntryWidth(Layer layer) => 28 + (layer.Name!.Length * CharacterWidth) + 16;
}
