using System.Xml.Linq;

namespace GrpoVerified.Reports.Mathematics;

/// <summary>
/// A statement of the catalogue, English with formulas in plain text, as text and MathML. The plain text is kept with every formula; what is not
/// understood stays text.
/// </summary>
internal static class StatementText
{
    private const string Glue = "<>=+-*/^()[]{}|,':~!_";

    /// <summary>Text and formulas in order.</summary>
    public static IEnumerable<XNode> Write(string text)
    {
        var pieces = Lexeme.Split(text);
        var i = 0;
        while (i < pieces.Count)
        {
            var end = FormulaEnd(pieces, i);
            if (end > i)
            {
                var formula = pieces.Skip(i).Take(end - i).ToList();
                yield return MathMl.Inline(string.Concat(formula.Select(p => p.Text)), Formula.Parse(formula));
                i = end;
            }
            else
            {
                yield return new XText(pieces[i++].Text);
            }
        }
    }

    // The longest run that starts and ends as a formula does and whose brackets are balanced.
    private static int FormulaEnd(IReadOnlyList<Lexeme> pieces, int start)
    {
        if (!Opens(pieces, start))
        {
            return start;
        }

        var depth = 0;
        var best = start;
        for (var i = start; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == LexemeKind.Prose || (piece.Kind == LexemeKind.Sign && !Glue.Contains(piece.Text[0], StringComparison.Ordinal)) || (depth == 0 && Separates(pieces, i)))
            {
                break;
            }

            depth += piece.Text is "(" or "[" or "{" ? 1 : piece.Text is ")" or "]" or "}" ? -1 : 0;
            if (depth < 0)
            {
                break;
            }

            if (depth == 0 && Closes(pieces, i))
            {
                best = i + 1;
            }
        }

        // A lone number is text.
        return best == start + 1 && pieces[start].Kind == LexemeKind.Number ? start : best;
    }

    private static bool Opens(IReadOnlyList<Lexeme> pieces, int i)
        => pieces[i].Kind is LexemeKind.Name or LexemeKind.Number || pieces[i].Text is "(" or "[" or "{" or "|"
            || (pieces[i].Text is "-" && i + 1 < pieces.Count && pieces[i + 1].Kind is LexemeKind.Name or LexemeKind.Number && (i == 0 || pieces[i - 1].Kind == LexemeKind.Space));

    // A comma, colon or stroke between formulas ends one; "x,y" without a space does not.
    private static bool Separates(IReadOnlyList<Lexeme> pieces, int i)
        => pieces[i].Text is "," or ":" && (i + 1 == pieces.Count || pieces[i + 1].Kind == LexemeKind.Space);

    private static bool Closes(IReadOnlyList<Lexeme> pieces, int i)
        => pieces[i].Kind is LexemeKind.Name or LexemeKind.Number || pieces[i].Text is ")" or "]" or "}" or "'" or "|"
            || (pieces[i].Text is "*" or "+" or "-" or "~" && i > 0 && pieces[i - 1].Kind == LexemeKind.Name && (i + 1 == pieces.Count || pieces[i + 1].Kind is LexemeKind.Space || pieces[i + 1].Text is "," or "." or ";" or ":" or ")"));
}
