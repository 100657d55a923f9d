using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>How many bits of p_n an enclosure holds after n steps, at several working precisions.</summary>
internal static class WidthDiagram
{
    private static readonly (int Precision, string Style)[] Precisions = [(53, "s2"), (96, "s5"), (128, "s1"), (192, "s3"), (256, "s4")];

    /// <summary>The diagram.</summary>
    public static Chart Of(GrpoParameters parameters, int steps)
    {
        List<Layer> layers = [];
        foreach (var (precision, style) in Precisions)
        {
            var bits = Orbit.Enclose(parameters, steps, precision).Select((p, n) => (N: n, Bits: Math.Clamp(p.Success.RelativeAccuracyBits, 0, precision))).ToList();
            layers.Add(new LineLayer($"{precision} bits", style, [.. bits.Select(b => ((double)b.N, (double)b.Bits))]));
            layers.Add(new MarkLayer(null, style, MarkShape.Disc, [.. bits.Select(b => new Mark(b.N, b.Bits, $"{precision} bits of working precision, n = {b.N}: the enclosure of p_n holds {b.Bits} bits"))]) { Size = 2 });
        }

        return new("Width of the enclosures along the orbit", new("step n", Scale.Linear(0, steps)), new("certain bits of p", Scale.Linear(0, 270)), layers)
        {
            Id = "widths",
            Subtitle = "each line: one working precision; digits are printed only from certain bits",
        };
    }
}
