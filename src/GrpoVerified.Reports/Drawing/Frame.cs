namespace GrpoVerified.Reports.Drawing;

/// <summary>Where a chart's values lie in the picture.</summary>
/// <param name="X">Scale of the horizontal axis.</param>
/// <param name="Y">Scale of the vertical axis.</param>
/// <param name="Left">Left side of the plot area.</param>
/// <param name="Top">Its top.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
internal sealed record Frame(Scale X, Scale Y, double Left, double Top, double Width, double Height)
{
    /// <summary>Right side of the plot area.</summary>
    public double Right => Left + Width;

    /// <summary>Bottom of the plot area.</summary>
    public double Bottom => Top + Height;

    /// <summary>Horizontal place of a value.</summary>
    public double AtX(double value) => Left + (Math.Clamp(X.Place(value), -50, 50) * Width);

    /// <summary>Vertical place of a value.</summary>
    public double AtY(double value) => Bottom - (Math.Clamp(Y.Place(value), -50, 50) * Height);

    /// <summary>Place of a point.</summary>
    public (double X, double Y) At((double X, double Y) point) => (AtX(point.X), AtY(point.Y));
}
