using System.Globalization;
using System.Text;
using GrpoVerified.Benchmarks.Compare;

namespace GrpoVerified.Benchmarks.Reporting;

/// <summary>Nanoseconds against bits, both axes logarithmic, one line for each system: an SVG.</summary>
internal static class Plot
{
    private const int Width = 760;
    private const int Height = 460;
    private const int Left = 70;
    private const int Right = 210;
    private const int Top = 40;
    private const int Bottom = 50;

    private static readonly string[] Colours = ["#0b61a4", "#d1495b", "#2e8540", "#8e5ea2", "#e08e0b", "#4c4c4c", "#00a6a6", "#a0522d"];

    public static string Of(string workload, IReadOnlyList<Ratio> ratios)
    {
        var lines = ratios.Where(r => string.Equals(r.Workload, workload, StringComparison.Ordinal))
            .SelectMany(r => new[] { (r.Bits, Timing: r.Ours, Ours: true), (r.Bits, Timing: r.Theirs, Ours: false) })
            .GroupBy(t => (t.Timing.System, t.Ours))
            .Select(g => (Name: g.Key.Ours ? $"ours: {g.Key.System}" : g.Key.System, g.Key.Ours, Points: g.DistinctBy(t => t.Bits).OrderBy(t => t.Bits).Select(t => (X: Math.Log10(t.Bits), Y: Math.Log10(t.Timing.Nanoseconds))).ToList()))
            .ToList();
        if (lines.Count == 0)
        {
            return string.Empty;
        }

        var all = lines.SelectMany(l => l.Points).ToList();
        var (x0, x1) = (all.Min(p => p.X) - 0.05, all.Max(p => p.X) + 0.05);
        var (y0, y1) = (Math.Floor(all.Min(p => p.Y)), Math.Ceiling(all.Max(p => p.Y)));
        string X(double x) => F(Left + ((x - x0) / (x1 - x0) * (Width - Left - Right)));
        string Y(double y) => F(Height - Bottom - ((y - y0) / (y1 - y0) * (Height - Top - Bottom)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>\n<text x=\"{Left}\" y=\"22\" font-size=\"15\">{workload}: nanoseconds against bits</text>\n");
        for (var y = y0; y <= y1; y++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(y)}\" y2=\"{Y(y)}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(y)}\" text-anchor=\"end\" dominant-baseline=\"middle\">10^{y}</text>\n");
        }

        foreach (var x in all.Select(p => p.X).Distinct().Order())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(x)}\" x2=\"{X(x)}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#eee\"/><text x=\"{X(x)}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Math.Round(Math.Pow(10, x))}</text>\n");
        }

        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var colour = Colours[i % Colours.Length];
            var points = string.Join(' ', line.Points.Select(p => $"{X(p.X)},{Y(p.Y)}"));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(line.Ours ? 3 : 1.5)}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Width - Right + 14}\" y=\"{Top + (20 * i)}\" width=\"14\" height=\"{(line.Ours ? 4 : 2)}\" fill=\"{colour}\"/><text x=\"{Width - Right + 34}\" y=\"{Top + (20 * i) + 5}\">{line.Name}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">bits</text>\n</svg>\n");
        return svg.ToString();
    }

    private static string F(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}
