using System.Xml.Linq;

namespace GrpoVerified.Reports.Mathematics;

/// <summary>A formula in plain text as MathML: exponents, subscripts, roots and the marks of p*, w+, x~ are set; fractions stay in a line.</summary>
internal sealed class Formula
{
    private readonly IReadOnlyList<Lexeme> _pieces;
    private int _at;

    private Formula(IReadOnlyList<Lexeme> pieces) => _pieces = pieces;

    /// <summary>The parts of the formula.</summary>
    public static IReadOnlyList<XElement> Parse(IReadOnlyList<Lexeme> pieces) => new Formula(pieces).Sequence(null);

    private Lexeme? Current => _at < _pieces.Count ? _pieces[_at] : null;

    private string? Following => _at + 1 < _pieces.Count ? _pieces[_at + 1].Text : null;

    private List<XElement> Sequence(string? closing)
    {
        var parts = new List<XElement>();
        while (Current is { } piece && !string.Equals(piece.Text, closing, StringComparison.Ordinal))
        {
            if (piece.Kind == LexemeKind.Space)
            {
                _at++;
                continue;
            }

            parts.Add(Marked(Atom()));
        }

        return parts;
    }

    // What follows an atom directly: subscript in braces, star, sign, tilde, prime, exponent.
    private XElement Marked(XElement atom)
    {
        while (Current is { Kind: LexemeKind.Sign or LexemeKind.Prose or LexemeKind.Name } mark)
        {
            var isName = atom.Name.LocalName is "mi" or "msub" or "mover";
            if (mark.Text is "^")
            {
                _at++;
                atom = MathMl.Element("msup", atom, Exponent());
            }
            else if (mark.Text is "_" && Following is "{")
            {
                _at += 2;
                atom = MathMl.Element("msub", atom, MathMl.Row(Sequence("}")));
                _at++;
            }
            else if (mark.Text is "_" && _at + 1 < _pieces.Count)
            {
                _at++;
                atom = MathMl.Element("msub", atom, Atom());
            }
            else if (isName && mark.Text is "*" && IsPostfix())
            {
                _at++;
                atom = MathMl.Element("msup", atom, MathMl.Operator("∗"));
            }
            else if (isName && mark.Text is "+" or "-" && atom.Value is "w" or "c" && IsPostfix())
            {
                _at++;
                atom = MathMl.Element("msub", atom.Value is "w" ? MathMl.Element("mi", "ω") : atom, MathMl.Operator(mark.Text is "+" ? "+" : "−"));
            }
            else if (isName && mark.Text is "~" && IsPostfix())
            {
                _at++;
                atom = MathMl.Element("mover", atom, MathMl.Operator("~"));
            }
            else if (mark.Text is "'" && atom.Name.LocalName is not "mo")
            {
                _at++;
                atom = MathMl.Element("msup", atom, MathMl.Operator("′"));
            }
            else
            {
                break;
            }
        }

        return atom;
    }

    // p* and w+ are names when what follows cannot be an operand.
    private bool IsPostfix()
        => Following is null || Following[0] is ' ' or ')' or ']' or '}' or ',' or '|' or '\'' or '_' or '^' or '(' or '/' or '-' or '=' or '<' or '>' or '+'
            || (Following[0] is 'L' or 'O');

    private XElement Exponent()
    {
        if (Current is { Text: "-" or "+" } sign)
        {
            _at++;
            return MathMl.Element("mrow", MathMl.Operator(sign.Text is "-" ? "−" : "+"), Current is null ? MathMl.Number(string.Empty) : Exponent());
        }

        return Current is null ? MathMl.Number(string.Empty) : Unwrapped(Atom());
    }

    private XElement Atom()
    {
        var piece = _pieces[_at++];
        switch (piece.Kind)
        {
            case LexemeKind.Number:
                return MathMl.Number(piece.Text.Replace("...", "…", StringComparison.Ordinal));
            case LexemeKind.Name when piece.Text.StartsWith("sqrt", StringComparison.Ordinal) && piece.Text.Length == 5:
                return MathMl.Element("msqrt", MathMl.Number(piece.Text[4..]));
            case LexemeKind.Name when piece.Text is "sqrt":
                while (Current is { Kind: LexemeKind.Space })
                {
                    _at++;
                }

                return MathMl.Element("msqrt", Current is null ? MathMl.Number(string.Empty) : Unwrapped(Atom()));
            case LexemeKind.Name:
                return piece.Text is "in" ? MathMl.Operator("∈") : MathMl.Identifier(piece.Text);
        }

        if (piece.Text is "(" or "[" or "{")
        {
            var closing = piece.Text is "(" ? ")" : piece.Text is "[" ? "]" : "}";

            // Half-open ranges close with the other bracket.
            var other = closing is ")" ? "]" : ")";
            var inner = HasClosing(closing) ? Sequence(closing) : Sequence(other);
            var end = Current?.Text;
            _at = Math.Min(_at + 1, _pieces.Count);
            return MathMl.Element("mrow", MathMl.Bracket(piece.Text), inner, end is null ? null : MathMl.Bracket(end));
        }

        return piece.Text is "|" or ")" or "]" or "}" or "||"
            ? MathMl.Bracket(piece.Text is "||" ? "‖" : piece.Text)
            : MathMl.Operator(piece.Text switch { "<=" => "≤", ">=" => "≥", "->" => "→", "<<" => "≪", "+-" => "±", "-" => "−", "~" => "∼", "*" => "∗", _ => piece.Text });
    }

    private bool HasClosing(string closing)
    {
        var depth = 0;
        for (var i = _at; i < _pieces.Count; i++)
        {
            var text = _pieces[i].Text;
            if (depth == 0 && text is ")" or "]" or "}")
            {
                return string.Equals(text, closing, StringComparison.Ordinal);
            }

            depth += text is "(" or "[" or "{" ? 1 : text is ")" or "]" or "}" ? -1 : 0;
        }

        return true;
    }

    // Under a root or in an exponent the parentheses of the plain text are not needed.
    private static XElement Unwrapped(XElement element)
        => element.Name.LocalName is "mrow" && element.Elements().ToList() is { Count: > 1 } parts && parts[0].Value is "(" && parts[^1].Value is ")"
            ? MathMl.Row(parts[1..^1].Select(p => new XElement(p)))
            : element;
}
