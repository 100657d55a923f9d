using System.Globalization;
using System.Xml.Linq;

namespace GrpoVerified.Reports.Drawing;

/// <summary>Elements of SVG.</summary>
internal static class Svg
{
    /// <summary>The namespace of SVG.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>A coordinate: two decimal places, no negative zero.</summary>
    public static string Number(double value)
    {
        // Far outside the picture the exact place does not matter; renderers want moderate numbers.
        var rounded = Math.Round(Math.Clamp(double.IsNaN(value) ? 0 : value, -1e5, 1e5), 2);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>An element with attributes in order and content.</summary>
    public static XElement Element(string name, IEnumerable<(string Name, string Value)> attributes, params object?[] content)
        => new(Namespace + name, attributes.Select(a => new XAttribute(a.Name, a.Value)), content);

    /// <summary>A line.</summary>
    public static XElement Line(string style, double x1, double y1, double x2, double y2)
        => Element("line", [("class", style), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2))]);

    /// <summary>A rectangle.</summary>
    public static XElement Rectangle(string style, double x, double y, double width, double height, params object?[] content)
        => Element("rect", [("class", style), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height))], content);

    /// <summary>A text with an anchor (start, middle, end).</summary>
    public static XElement Text(string style, double x, double y, string anchor, string text)
        => Element("text", [("class", style), ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor)], text);

    /// <summary>What a browser shows over the element.</summary>
    public static XElement Title(string text) => new(Namespace + "title", text);

    /// <summary>The path through points.</summary>
    public static string Path(IEnumerable<(double X, double Y)> points)
    {
        var text = new System.Text.StringBuilder();
        var command = 'M';
        foreach (var (x, y) in points)
        {
            text.Append(command).Append(Number(x)).Append(' ').Append(Number(y));
            command = 'L';
        }

        return text.ToString();
    }
}
