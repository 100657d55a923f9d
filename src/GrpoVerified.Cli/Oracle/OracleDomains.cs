using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Oracle;

/// <summary>The domain that each parameter name of the oracle stands for, the same for every quantity.</summary>
internal static class OracleDomains
{
    /// <summary>Names, domains in words, and tests.</summary>
    public static IReadOnlyDictionary<string, (string Words, Func<Rational, bool> Contains)> All { get; }
        = new Dictionary<string, (string, Func<Rational, bool>)>(StringComparer.Ordinal)
        {
            ["p_ref"] = ("in (0,1); 0 and 1 are absorbing, claim B7", x => x.Sign > 0 && x < Rational.One),
            ["p"] = ("in [0,1]", IsProbability),
            ["q"] = ("in [0,1]", IsProbability),
            ["p_old"] = ("in [0,1]", IsProbability),
            ["beta"] = ("greater than 0", x => x.Sign > 0),
            ["epsilon"] = ("at least 0", x => x.Sign >= 0),
            ["alpha"] = ("in (0,1]", x => x.Sign > 0 && x <= Rational.One),
            ["clip_low"] = ("in (0,1]", x => x.Sign > 0 && x <= Rational.One),
            ["clip_high"] = ("greater than 0", x => x.Sign > 0),
            ["x"] = ("any number", _ => true),
            ["y"] = ("any number", _ => true),
            ["r"] = ("any number", _ => true),
            ["advantage"] = ("any number", _ => true),
            ["ratio"] = ("at least 0", x => x.Sign >= 0),
            ["s"] = ("in (0,1/4]", x => x.Sign > 0 && x <= new Rational(1, 4)),
            ["d"] = ("greater than 0", x => x.Sign > 0),
            ["kappa"] = ("greater than 0", x => x.Sign > 0),
            ["time"] = ("at least 0", x => x.Sign >= 0),
            ["log_ratio"] = ("any number", _ => true),
        };

    /// <summary>The number, if it lies in the domain of its name.</summary>
    public static Rational Check(string name, Rational value)
    {
        var (words, contains) = All[name];
        return contains(value) ? value : throw new OracleException(OracleException.Domain, $"{name} is not {words}");
    }

    private static bool IsProbability(Rational x) => x.Sign >= 0 && x <= Rational.One;
}
