using GrpoVerified.Analyzers.Folding;

namespace GrpoVerified.Analyzers.Regimes;

/// <summary>What fails for given parameters, and why; certified, or not said.</summary>
internal static class InvariantDecision
{
    private const int Steps = 64;

    private const int Bisections = 60;

    private const int Pieces = 4096;

    /// <summary>Why p_0 &lt; p_1 &lt; … fails, or null when it holds or is not refuted within 64 steps.</summary>
    public static string? RefuteMonotoneConvergence(SuccessMap map)
    {
        // Claim F1: from p_ref ≥ 1/2 the orbit increases.
        if (map.Reference + map.Reference >= Fraction.One)
        {
            return null;
        }

        var orbit = map.Orbit(Steps);
        for (var n = 1; n < orbit.Count; n++)
        {
            if (Enclosure.CertainlyLess(orbit[n], orbit[n - 1]))
            {
                var first = string.Join(", ", orbit.Take(n + 2).Skip(n < 4 ? 0 : n - 3).Select((p, i) => $"p_{i + (n < 4 ? 0 : n - 3)} = {p}"));
                return $"the orbit is not monotone: {first} (claims F2 and F5)";
            }
        }

        return null;
    }

    /// <summary>Why the orbit has no limit, or null when it has one or that is not refuted.</summary>
    /// <remarks>
    /// Claim F5(IV): the orbit is trapped below the middle fixed point when h(1/2) &lt; 1/2 and h(p) &lt; p on [1/2, 1−p_ref];
    /// then it converges only if some iterate equals the lowest fixed point p* exactly, unless β ≥ B(p*).
    /// </remarks>
    public static string? RefuteConvergence(SuccessMap map)
    {
        var half = new Fraction(1, 2);

        // Claim F8: from p_ref ≥ 0.0101 every orbit converges; this spares the search.
        if (map.Reference >= new Fraction(101, 10000) || !IsBelowDiagonal(map, half, Fraction.One - map.Reference))
        {
            return null;
        }

        if (LowestFixedPoint(map) is not { } p || Threshold(p, map) is not { } threshold || !Enclosure.CertainlyLess(Enclosure.Of(map.Beta), threshold))
        {
            return null;
        }

        var orbit = string.Join(", ", map.Orbit(5).Select((x, i) => $"p_{i} = {x}"));
        return $"the orbit does not settle: its only candidate for a limit, p* = {p}, repels, because beta is below the stability threshold B(p*) = {threshold}; {orbit} (claim F5(IV))";
    }

    // h increases on [1/2, 1), so h(p) < p on [u, v] follows from h(v) < u.
    private static bool IsBelowDiagonal(SuccessMap map, Fraction from, Fraction to)
    {
        var open = new Stack<(Fraction From, Fraction To)>();
        open.Push((from, to));
        for (var used = 0; open.Count > 0; used++)
        {
            var (u, v) = open.Pop();
            if (used > Pieces || map.Next(Enclosure.Of(v)) is not { } image || Enclosure.CertainlyLess(Enclosure.Of(v), image))
            {
                return false;
            }

            if (!Enclosure.CertainlyLess(image, Enclosure.Of(u)))
            {
                var middle = (u + v) * new Fraction(1, 2);
                open.Push((u, middle));
                open.Push((middle, v));
            }
        }

        return true;
    }

    // The lowest fixed point lies in (r, 1/2), where h decreases: one sign change, bracketed by certain signs.
    private static Enclosure? LowestFixedPoint(SuccessMap map)
    {
        var (lower, upper) = (map.Reference, new Fraction(1, 2));
        for (var n = 0; n < Bisections; n++)
        {
            var middle = (lower + upper) * new Fraction(1, 2);
            var p = Enclosure.Of(middle);
            if (map.Next(p) is not { } image)
            {
                return null;
            }

            if (Enclosure.CertainlyLess(p, image))
            {
                lower = middle;
            }
            else if (Enclosure.CertainlyLess(image, p))
            {
                upper = middle;
            }
            else
            {
                break;
            }
        }

        return Enclosure.Hull(lower, upper);
    }

    // B(p) = s(1−2p) / (2(s+ε)^(3/2)), p < 1/2. Claim E1.
    private static Enclosure? Threshold(Enclosure p, SuccessMap map)
    {
        var s = p * (Enclosure.One - p);
        var smoothed = s + Enclosure.Of(map.Epsilon);
        var twice = Enclosure.Of(new Fraction(2, 1));
        return Enclosure.Divide(s * (Enclosure.One - (twice * p)), twice * smoothed * Enclosure.Sqrt(smoothed));
    }
}
