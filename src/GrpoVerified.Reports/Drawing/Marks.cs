using System.Xml.Linq;

namespace GrpoVerified.Reports.Drawing;

/// <summary>The shape of a mark: colour alone never carries a meaning.</summary>
internal enum MarkShape
{
    /// <summary>A disc.</summary>
    Disc,

    /// <summary>A square.</summary>
    Square,

    /// <summary>An upright triangle.</summary>
    Triangle,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A ring.</summary>
    Ring,
}

/// <summary>One mark.</summary>
/// <param name="X">Horizontal value.</param>
/// <param name="Y">Vertical value.</param>
/// <param name="Title">What is shown over it.</param>
internal readonly record struct Mark(double X, double Y, string Title);

/// <summary>Marks at points, each with its values on hover.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Style">Colour class.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Marks">The marks.</param>
internal sealed record MarkLayer(string? Name, string Style, MarkShape Shape, IReadOnlyList<Mark> Marks) : Layer(Name)
{
    /// <summary>Half the width of a mark.</summary>
    public double Size { get; init; } = 4;

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame)
        => [Svg.Element("g", WithId(("class", "marks " + Style)), Marks.Select(m => Draw(frame.AtX(m.X), frame.AtY(m.Y), Size, Svg.Title(m.Title))))];

    /// <inheritdoc/>
    public override XElement Swatch(double x, double y)
        => Svg.Element("g", [("class", "marks " + Style)], Draw(x + 11, y + 6, Math.Clamp(Size, 3.5, 5), content: null));

    private XElement Draw(double x, double y, double r, XElement? content) => Shape switch
    {
        MarkShape.Square => Svg.Rectangle("mark", x - r, y - r, 2 * r, 2 * r, content),
        MarkShape.Triangle => Polygon([(x, y - (1.2 * r)), (x + (1.2 * r), y + r), (x - (1.2 * r), y + r)], content),
        MarkShape.Diamond => Polygon([(x, y - (1.4 * r)), (x + (1.4 * r), y), (x, y + (1.4 * r)), (x - (1.4 * r), y)], content),
        MarkShape.Ring => Circle("mark ring", x, y, r, content),
        _ => Circle("mark", x, y, r, content),
    };

    private static XElement Circle(string style, double x, double y, double r, XElement? content)
        => Svg.Element("circle", [("class", style), ("cx", Svg.Number(x)), ("cy", Svg.Number(y)), ("r", Svg.Number(r))], content);

    private static XElement Polygon(IEnumerable<(double X, double Y)> corners, XElement? content)
        => Svg.Element("path", [("class", "mark"), ("d", Svg.Path(corners) + "Z")], content);
}
