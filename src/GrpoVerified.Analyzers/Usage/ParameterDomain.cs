using GrpoVerified.Analyzers.Folding;

namespace GrpoVerified.Analyzers.Usage;

/// <summary>The domain of a parameter of the theory, found by the parameter's name.</summary>
internal sealed class ParameterDomain(string symbol, string text, string remedy, Func<Fraction, bool> contains)
{
    private static readonly ParameterDomain Reference = new(
        "p_ref", "0 < p_ref < 1", "0 and 1 are absorbing (claim B7), so there are no dynamics; give a value such as 1/10", x => x > Fraction.Zero && x < Fraction.One);

    private static readonly ParameterDomain Beta = new("beta", "beta > 0", "the KL coefficient must be positive", x => x > Fraction.Zero);

    private static readonly ParameterDomain Epsilon = new("epsilon", "epsilon >= 0", "the smoothing of the variance cannot be negative", x => x >= Fraction.Zero);

    private static readonly ParameterDomain Alpha = new("alpha", "0 <= alpha <= 1", "alpha is the weight of the reference in two-KL", x => x >= Fraction.Zero && x <= Fraction.One);

    private static readonly ParameterDomain ClipLow = new("clip-low", "0 < clip-low <= 1", "the ratio is kept above 1 - clip-low", x => x > Fraction.Zero && x <= Fraction.One);

    private static readonly ParameterDomain ClipHigh = new("clip-high", "clip-high > 0", "the ratio is kept below 1 + clip-high", x => x > Fraction.Zero);

    private static readonly ParameterDomain GroupSize = new("group size", "group size >= 2", "a group of one has no spread to normalise by", x => x >= new Fraction(2, 1));

    private static readonly Dictionary<string, ParameterDomain> ByParameter = new(StringComparer.Ordinal)
    {
        ["pRef"] = Reference,
        ["beta"] = Beta,
        ["eps"] = Epsilon,
        ["epsilon"] = Epsilon,
        ["alpha"] = Alpha,
        ["groupSize"] = GroupSize,
    };

    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal) { "Reference", "Beta", "Epsilon", "Alpha", "GroupSize", "Low", "High" };

    private static readonly Dictionary<(string Type, string Property), ParameterDomain> ByProperty = new()
    {
        [("GrpoParameters", "Reference")] = Reference,
        [("GrpoParameters", "Beta")] = Beta,
        [("GrpoParameters", "Epsilon")] = Epsilon,
        [("GrpoParameters", "Alpha")] = Alpha,
        [("GrpoParameters", "GroupSize")] = GroupSize,
        [("ClipRange", "Low")] = ClipLow,
        [("ClipRange", "High")] = ClipHigh,
    };

    public string Symbol { get; } = symbol;

    public string Text { get; } = text;

    public string Remedy { get; } = remedy;

    public bool Contains(Fraction value) => contains(value);

    /// <summary>The domain of a method's parameter, by its name.</summary>
    public static ParameterDomain? OfParameter(string type, string name)
        => ByParameter.TryGetValue(name, out var domain) ? domain : OfProperty(type, name);

    /// <summary>The domain of a property, by its type's and its own name.</summary>
    public static ParameterDomain? OfProperty(string type, string name)
        => Properties.Contains(name) && ByProperty.TryGetValue((type, name), out var domain) ? domain : null;
}
