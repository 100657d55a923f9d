namespace GrpoVerified.Arithmetic;

/// <summary>Names of variables in LaTeX: Greek letters by name, the part after the first underscore as an index.</summary>
internal static class LatexNames
{
    private static readonly HashSet<string> Greek = new(StringComparer.Ordinal)
    {
        "alpha", "beta", "gamma", "delta", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma",
        "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega",
    };

    public static string Of(string name)
    {
        var cut = name.IndexOf('_', StringComparison.Ordinal);
        return cut > 0 && cut < name.Length - 1
            ? $"{Word(name[..cut])}_{{{Word(name[(cut + 1)..])}}}"
            : Word(name);
    }

    private static string Word(string word) => word switch
    {
        "eps" or "epsilon" => @"\varepsilon",
        _ when Greek.Contains(word) => $@"\{word}",
        "_" => @"\_",
        _ when word.Length == 1 || word.All(char.IsAsciiDigit) => word,
        _ => $@"\mathrm{{{word.Replace("_", @"\_", StringComparison.Ordinal)}}}",
    };
}
