using GrpoVerified.Analyzers.Folding;

namespace GrpoVerified.Analyzers.Regimes;

/// <summary>The success map h(p) = 1/(1 + (1−r)/r · exp(−Ω(p)/β)), Ω = 1/√(p(1−p)+ε), in enclosures. Claim C1.</summary>
internal readonly struct SuccessMap(Fraction reference, Fraction beta, Fraction epsilon)
{
    public Fraction Reference { get; } = reference;

    public Fraction Beta { get; } = beta;

    public Fraction Epsilon { get; } = epsilon;

    /// <summary>h(p); null where p(1−p)+ε is not certainly positive.</summary>
    public Enclosure? Next(Enclosure p)
    {
        var deviation = Enclosure.Sqrt((p * (Enclosure.One - p)) + Enclosure.Of(Epsilon));
        var odds = Enclosure.Of(new Fraction(Reference.Denominator - Reference.Numerator, Reference.Numerator));
        return Enclosure.Divide(Enclosure.One, deviation * Enclosure.Of(Beta)) is { } exponent
            ? Enclosure.Divide(Enclosure.One, Enclosure.One + (odds * Enclosure.ExpOfMinus(exponent)))
            : null;
    }

    /// <summary>p_0 = r, p_1, … as far as they can be enclosed, at most <paramref name="steps"/> steps.</summary>
    public IReadOnlyList<Enclosure> Orbit(int steps)
    {
        var orbit = new List<Enclosure> { Enclosure.Of(Reference) };
        while (orbit.Count <= steps && Next(orbit[orbit.Count - 1]) is { } next)
        {
            orbit.Add(next);
        }

        return orbit;
    }
}
