using System.Xml.Linq;

namespace GrpoVerified.Reports.Drawing;

/// <summary>One thing drawn in a chart.</summary>
/// <param name="Name">Its name in the legend, or null to leave it out there.</param>
internal abstract record Layer(string? Name)
{
    /// <summary>An id for scripts, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Draws it.</summary>
    public abstract IEnumerable<XElement> Draw(Frame frame);

    /// <summary>A sample for the legend in a box 22 wide and 12 high.</summary>
    public abstract XElement Swatch(double x, double y);

    /// <summary>Attributes with the id in front, if there is one.</summary>
    protected IEnumerable<(string Name, string Value)> WithId(params (string Name, string Value)[] attributes)
        => Id is null ? attributes : attributes.Prepend(("id", Id));
}

/// <summary>A curve.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Style">Colour class, as in <c>s1</c>, perhaps with <c>dash</c>.</param>
/// <param name="Points">Its points.</param>
internal sealed record LineLayer(string? Name, string Style, IReadOnlyList<(double X, double Y)> Points) : Layer(Name)
{
    /// <summary>What is shown over it, or null.</summary>
    public string? Title { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame)
    {
        if (Points.Count > 0 || Id is not null)
        {
            yield return Svg.Element("path", WithId(("class", "line " + Style), ("d", Svg.Path(Points.Select(frame.At)))), Title is null ? null : Svg.Title(Title));
        }
    }

    /// <inheritdoc/>
    public override XElement Swatch(double x, double y) => Svg.Line("line " + Style, x, y + 6, x + 22, y + 6);
}

/// <summary>An enclosure drawn as an area: in each column the values lie between the two bounds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Style">Colour class.</param>
/// <param name="Columns">Columns from left to right.</param>
internal sealed record BandLayer(string? Name, string Style, IReadOnlyList<BandColumn> Columns) : Layer(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame)
    {
        var there = Columns.SelectMany(c => new[] { (c.Left, c.Upper), (c.Right, c.Upper) });
        var back = Columns.Reverse().SelectMany(c => new[] { (c.Right, c.Lower), (c.Left, c.Lower) });
        yield return Svg.Element("path", WithId(("class", "band " + Style), ("d", Svg.Path(there.Concat(back).Select(frame.At)) + "Z")));
    }

    /// <inheritdoc/>
    public override XElement Swatch(double x, double y) => Svg.Rectangle("band " + Style, x, y + 1, 22, 10);
}

/// <summary>A column of a band.</summary>
internal readonly record struct BandColumn(double Left, double Right, double Lower, double Upper);
