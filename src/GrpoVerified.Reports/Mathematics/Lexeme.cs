using System.Text.RegularExpressions;

namespace GrpoVerified.Reports.Mathematics;

/// <summary>What a piece of a statement may be.</summary>
internal enum LexemeKind
{
    /// <summary>White space.</summary>
    Space,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A name of mathematics.</summary>
    Name,

    /// <summary>A word of English.</summary>
    Prose,

    /// <summary>An operator, a bracket or a mark.</summary>
    Sign,
}

/// <summary>A piece of a statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The piece as it stands there.</param>
internal readonly partial record struct Lexeme(LexemeKind Kind, string Text)
{
    /// <summary>The pieces of a text: joined they are the text again.</summary>
    public static IReadOnlyList<Lexeme> Split(string text)
    {
        var pieces = Pieces().Matches(text).Select(m => m.Value).ToList();
        return [.. pieces.Select((p, i) => new Lexeme(KindOf(p, pieces, i), p))];
    }

    private static LexemeKind KindOf(string piece, List<string> pieces, int at)
        => char.IsWhiteSpace(piece[0]) ? LexemeKind.Space
            : char.IsAsciiDigit(piece[0]) ? LexemeKind.Number
            : !char.IsLetter(piece[0]) ? LexemeKind.Sign
            : IsClaim(piece) ? LexemeKind.Prose
            : (at > 0 && pieces[at - 1] is "_") || IsMathematics(piece, pieces, at) ? LexemeKind.Name
            : LexemeKind.Prose;

    // F10 names a claim; F0 and x1 are variables.
    private static bool IsClaim(string word) => word.Length > 1 && word[0] is >= 'A' and <= 'M' && word[1] != '0' && word.Skip(1).All(char.IsAsciiDigit);

    private static bool IsMathematics(string word, List<string> pieces, int at)
    {
        var stem = word.Split('_')[0];
        return word.Contains('_', StringComparison.Ordinal) || MathMl.IsKnown(stem) || (stem.Length == 2 && char.IsAsciiDigit(stem[1]))
            || (word.Length == 1 && (word is not ("a" or "A" or "I") || TouchesOperator(pieces, at)))
            || (word is "in" && at + 2 < pieces.Count && pieces[at + 2][0] is '[' or '(' or '{');
    }

    // "a < 0" is mathematics, "a 2-cycle" and "(A" at the head of a sentence are not.
    private static bool TouchesOperator(List<string> pieces, int at)
        => Neighbour(pieces, at, +1) is { } next && "<>=+*/^)|,'".Contains(next[0], StringComparison.Ordinal) && (next[0] is not (')' or ',') || Neighbour(pieces, at, -1) is "(" or "[" or "," or "|" or "-" or "+" or "/" or "=")
            || Neighbour(pieces, at, -1) is "<" or ">" or "=" or "<=" or ">=" or "+" or "/" or "^" or "[" or "|";

    private static string? Neighbour(List<string> pieces, int at, int step)
    {
        var i = at + step;
        while (i >= 0 && i < pieces.Count && char.IsWhiteSpace(pieces[i][0]))
        {
            i += step;
        }

        return i >= 0 && i < pieces.Count ? pieces[i] : null;
    }

    [GeneratedRegex(@"\s+|[A-Za-z]{2,}'s(?![A-Za-z])|[A-M][1-9][0-9]?(?![A-Za-z0-9_])|[0-9]+(\.[0-9]+)?(e-?[0-9]+)?(\.\.\.)?|[A-Za-z]+[0-9]?(_[A-Za-z0-9]+)*|<=|>=|<<|->|\|\||\+-|.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Pieces();
}
