using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>Bounds of the first three derivatives of the residual r(p) = 1 − p − pW(p) over a neighbourhood, in double precision.</summary>
/// <param name="Slope">A lower bound of |r′|, above 0.</param>
/// <param name="Second">An upper bound of |r″|.</param>
/// <param name="Third">An upper bound of |r‴|.</param>
/// <param name="Cubic">C with |p* − (a − q − ½(r″/r′)q²)| ≤ C|r(a)/Slope|³ for q = r(a)/r′(a): theorem BX10 in docs/formulas.md.</param>
internal readonly record struct ResidualBounds(double Slope, double Second, double Third, double Cubic)
{
    /// <summary>The bounds over centre ± radius inside (0, 1); false where the slope may vanish.</summary>
    public static bool TryOver(GrpoParameters parameters, double centre, double radius, out ResidualBounds bounds)
    {
        bounds = default;
        var p = Interval.FromRational(parameters.Reference);
        var odds = (Interval.One - p) / p;
        var x = new Interval(centre) + new Interval(-radius, radius);
        if (!(x.Lower > 0 && x.Upper < 1))
        {
            return false;
        }

        // u = Ω/β, v = Ω², b = 1 − 2p: u′ = −½buv, u″ = uv(1 + ¾b²v), u‴ = −buv²(9/2 + (15/8)b²v).
        var (two, three) = (Interval.FromInteger(2), Interval.FromInteger(3));
        var b = Interval.One - (two * x);
        var v = Interval.One / ((x * (Interval.One - x)) + Interval.FromRational(parameters.Epsilon));
        var u = Interval.Sqrt(v) / Interval.FromRational(parameters.Beta);
        var w = odds * Interval.Exp(-u);
        var b2v = Interval.Square(b) * v;
        var uv = u * v;
        var g = -(b * uv) / two;
        var g1 = uv * (Interval.One + (Quarter(3) * b2v));
        var g2 = -(b * uv * v * (Half(9) + (Half(15) * b2v / Interval.FromInteger(4))));
        var square = Interval.Square(g);

        // (pW)′ = W(1 − pg), (pW)″ = W(p(g² − g′) − 2g), (pW)‴ = W(3(g² − g′) + p(3gg′ − g³ − g″)).
        var first = -Interval.One - (w * (Interval.One - (x * g)));
        var second = w * ((x * (square - g1)) - (two * g));
        var third = w * ((three * (square - g1)) + (x * ((three * g * g1) - (square * g) - g2)));
        var slope = Interval.Abs(first).Lower;
        var (m2, m3) = (Interval.Abs(second).Upper, Interval.Abs(third).Upper);
        if (!(slope > 1e-100 && m2 < 1e100 && m3 < 1e100))
        {
            return false;
        }

        // γ = (½m2 + m3τ/6)/slope for τ ≤ radius; the factor covers the rounding of this line.
        var gamma = ((0.5 * m2) + (m3 * radius)) / slope;
        bounds = new(slope, m2, m3, 1.001 * ((gamma * m2) + m3) / slope);
        return true;
    }

    private static Interval Half(long n) => Interval.FromInteger(n) / Interval.FromInteger(2);

    private static Interval Quarter(long n) => Interval.FromInteger(n) / Interval.FromInteger(4);
}
