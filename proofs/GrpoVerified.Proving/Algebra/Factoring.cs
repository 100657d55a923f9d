namespace GrpoVerified.Proving.Algebra;

/// <summary>A constant times powers of polynomials.</summary>
/// <param name="Constant">The constant.</param>
/// <param name="Factors">The factors with their multiplicities, none of them constant.</param>
internal sealed record Factorisation(Rational Constant, IReadOnlyList<(Polynomial Factor, int Multiplicity)> Factors);

/// <summary>
/// Splits polynomials by contents, by multiplicity (Yun), and by trial with given candidates; not into irreducible factors.
/// </summary>
internal static class Factoring
{
    /// <summary>A factorisation; the product of the parts is the polynomial.</summary>
    /// <param name="p">A polynomial, not zero.</param>
    /// <param name="candidates">Polynomials that are tried as divisors.</param>
    public static Factorisation Split(Polynomial p, IReadOnlyList<Polynomial> candidates)
    {
        var parts = new List<(Polynomial Factor, int Multiplicity)>();
        Split(p, 1, parts, candidates);
        var merged = new List<(Polynomial Factor, int Multiplicity)>();
        foreach (var (factor, n) in parts)
        {
            var same = merged.FindIndex(m => m.Factor.Same(factor) || m.Factor.Same(-factor));
            if (same >= 0)
            {
                merged[same] = (merged[same].Factor, merged[same].Multiplicity + n);
            }
            else
            {
                merged.Add((factor, n));
            }
        }

        var product = merged.Aggregate(Polynomial.One, (q, m) => q * Polynomial.Power(m.Factor, m.Multiplicity));
        var constant = PolynomialDivision.Divide(p, product)
            ?? throw new InvalidOperationException("The factors do not multiply to the polynomial.");
        return new(constant.ConstantTerm, merged);
    }

    private static void Split(Polynomial p, int n, List<(Polynomial Factor, int Multiplicity)> parts, IReadOnlyList<Polynomial> candidates)
    {
        if (p.IsConstant)
        {
            return;
        }

        p = p.Normalised().Primitive;
        foreach (var candidate in candidates.Where(c => !c.IsConstant))
        {
            while (!p.IsConstant && PolynomialDivision.Divide(p, candidate) is { } quotient)
            {
                parts.Add((candidate, n));
                p = quotient;
            }
        }

        if (p.IsConstant)
        {
            return;
        }

        foreach (var atom in p.Atoms)
        {
            var content = PolynomialDivision.Content(p, atom);
            if (!content.IsConstant)
            {
                Split(content, n, parts, candidates);
                Split(PolynomialDivision.Divide(p, content)!, n, parts, candidates);
                return;
            }
        }

        var main = p.Atoms.First();
        var repeated = PolynomialDivision.Gcd(p, p.Derivative(main));
        if (repeated.IsConstant)
        {
            parts.Add((p.Normalised().Primitive, n));
            return;
        }

        // Yun: w holds each remaining factor once, c what is left of the repetitions.
        var (w, c) = (PolynomialDivision.Divide(p, repeated)!, repeated);
        for (var i = 1; !w.IsConstant; i++)
        {
            var y = PolynomialDivision.Gcd(w, c);
            var factor = PolynomialDivision.Divide(w, y)!;
            if (!factor.IsConstant)
            {
                parts.Add((factor.Normalised().Primitive, n * i));
            }

            (w, c) = (y, PolynomialDivision.Divide(c, y)!);
        }
    }
}
