namespace GrpoVerified.Reports.Drawing;

/// <summary>The style sheet of the charts (chart.css): the colours of Okabe and Ito, dark mode, print.</summary>
internal static class ChartStyle
{
    /// <summary>The sheet.</summary>
    public static string Sheet { get; } = EmbeddedText.Read("chart.css");
}
