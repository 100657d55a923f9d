using System.Xml.Linq;

namespace GrpoVerified.Reports.Mathematics;

/// <summary>Elements of MathML Core.</summary>
internal static class MathMl
{
    /// <summary>The namespace of MathML.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/1998/Math/MathML";

    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["delta"] = "δ",
        ["eps"] = "ε",
        ["epsilon"] = "ε",
        ["eta"] = "η",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["om"] = "ω",
        ["Omega"] = "Ω",
        ["pi"] = "π",
        ["psi"] = "ψ",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["inf"] = "∞",
        ["sum"] = "∑",
        ["dx"] = "dx",
        ["dp"] = "dp",
        ["dt"] = "dt",
        ["dbeta"] = "dβ",
        ["deps"] = "dε",
        ["dOmega"] = "dΩ",
    };

    private static readonly HashSet<string> Functions = new(
        ["sqrt", "exp", "log", "logit", "sinh", "cosh", "tanh", "coth", "asinh", "artanh", "sin", "arcsin", "arccos", "min", "max", "sup", "lim", "limsup", "clip", "kl", "KL", "TV"], StringComparer.Ordinal);

    /// <summary>An element.</summary>
    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>A row.</summary>
    public static XElement Row(IEnumerable<XElement> parts) => parts.ToList() is [var only] ? only : Element("mrow", parts);

    /// <summary>A number.</summary>
    public static XElement Number(string text) => Element("mn", text);

    /// <summary>An operator or a bracket.</summary>
    public static XElement Operator(string text) => Element("mo", text);

    /// <summary>A bracket that keeps its size.</summary>
    public static XElement Bracket(string text) => Element("mo", new XAttribute("stretchy", "false"), text);

    /// <summary>Something between parentheses.</summary>
    public static XElement Parentheses(XElement inner) => Element("mrow", Bracket("("), inner, Bracket(")"));

    /// <summary>Whether a word belongs to mathematics wherever it stands.</summary>
    public static bool IsKnown(string word) => Letters.ContainsKey(word) || Functions.Contains(word);

    /// <summary>The name of a variable or function: Greek where its name is, with what follows a letter as a subscript (x0, p_ref).</summary>
    public static XElement Identifier(string name)
    {
        if (name.IndexOf('_', StringComparison.Ordinal) is > 0 and var bar)
        {
            return Element("msub", Identifier(name[..bar]), Identifier(name[(bar + 1)..]));
        }

        if (Letters.TryGetValue(name, out var letter))
        {
            return Element("mi", letter);
        }

        return name.Length == 2 && char.IsAsciiLetter(name[0]) && char.IsAsciiDigit(name[1])
            ? Element("msub", Element("mi", name[..1]), Number(name[1..]))
            : char.IsAsciiDigit(name[0]) ? Number(name) : Element("mi", name);
    }

    /// <summary>A formula in a line of text; the plain text is what a reader hears or copies where MathML is not there.</summary>
    public static XElement Inline(string plain, IEnumerable<XElement> parts) => Element("math", new XAttribute("alttext", plain), parts);
}
