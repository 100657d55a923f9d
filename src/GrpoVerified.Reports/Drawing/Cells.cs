using System.Xml.Linq;

namespace GrpoVerified.Reports.Drawing;

/// <summary>One cell of a map.</summary>
/// <param name="Left">Left end in values of the axis.</param>
/// <param name="Right">Right end.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Style">Colour class.</param>
/// <param name="Letter">A letter where the cell has room for it.</param>
/// <param name="Title">What is shown over it.</param>
internal sealed record Cell(double Left, double Right, double Lower, double Upper, string Style, string Letter, string Title);

/// <summary>A map of cells.</summary>
/// <param name="Cells">The cells.</param>
internal sealed record CellLayer(IReadOnlyList<Cell> Cells) : Layer((string?)null)
{
    private const double RoomForLetter = 11;

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame) => Cells.SelectMany(c => Draw(frame, c));

    /// <inheritdoc/>
    public override XElement Swatch(double x, double y) => Svg.Rectangle("cell", x, y, 22, 12);

    private static IEnumerable<XElement> Draw(Frame frame, Cell cell)
    {
        var (x, y) = (frame.AtX(cell.Left), frame.AtY(cell.Upper));
        var (width, height) = (frame.AtX(cell.Right) - x, frame.AtY(cell.Lower) - y);
        yield return Svg.Rectangle("cell " + cell.Style, x, y, width, height, Svg.Title(cell.Title));
        if (width >= RoomForLetter && height >= RoomForLetter)
        {
            yield return Svg.Text("letter " + cell.Style, x + (width / 2), y + (height / 2) + 3.5, "middle", cell.Letter);
        }
    }
}

/// <summary>A line of the legend without a drawing of its own: the meaning of a cell's colour.</summary>
/// <param name="Name">The meaning.</param>
/// <param name="Style">Colour class.</param>
/// <param name="Letter">Letter.</param>
internal sealed record KeyLayer(string Name, string Style, string Letter) : Layer(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(Frame frame) => [];

    /// <inheritdoc/>
    public override XElement Swatch(double x, double y)
        => Svg.Element("g", [], Svg.Rectangle("cell " + Style, x, y - 1, 22, 14), Svg.Text("letter " + Style, x + 11, y + 9.5, "middle", Letter));
}
