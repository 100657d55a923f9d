using System.Xml.Linq;

namespace GrpoVerified.Reports.Mathematics;

/// <summary>The statement of a certificate (docs/certificate-format.md) as MathML: quantifiers, assumptions, what is shown.</summary>
internal static class ProgramText
{
    private const int MostNodes = 260;

    /// <summary>The formula; null where it is too large to be read or has a line that is not understood.</summary>
    public static XElement? Write(IReadOnlyList<string> statement)
    {
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal);
        var lines = new List<XElement>();
        foreach (var line in statement)
        {
            var words = line.Split(' ');
            if (words.Length > 2 && words[1] is "=")
            {
                if (Term.Of(words[2], [.. words.Skip(3)], terms) is not { } term || term.Size > MostNodes)
                {
                    return null;
                }

                terms[words[0]] = term;
            }
            else if (Sentence(line, words, terms) is { } sentence)
            {
                lines.Add(MathMl.Element("mtr", MathMl.Element("mtd", sentence)));
            }
            else
            {
                return null;
            }
        }

        return MathMl.Element("math", new XAttribute("display", "block"), MathMl.Element("mtable", new XAttribute("displaystyle", "true"), lines));
    }

    private static XElement? Sentence(string line, string[] words, Dictionary<string, Term> terms)
        => words[0] switch
        {
            "forall" or "exists" => MathMl.Element("mrow", MathMl.Operator(words[0] is "forall" ? "∀" : "∃"), MathMl.Identifier(words[1]), MathMl.Operator("∈"), Range(line)),
            "assume" or "show" when words.Length == 4 && terms.TryGetValue(words[1], out var term)
                => MathMl.Element("mrow", MathMl.Element("mtext", words[0] is "assume" ? "where\u00a0" : "then\u00a0"), term.Body, MathMl.Operator(Relation(words[2])), MathMl.Number(words[3])),
            "show" when words[1] is "cycle" => MathMl.Element("mrow", MathMl.Element("mtext", $"the orbit tends to a cycle of period {words[2]} with a point in\u00a0"), Range(line)),
            "show" when words[1] is "unique-cycle" && line.IndexOf(" slope ", StringComparison.Ordinal) is > 0 and var slope => MathMl.Element(
                "mrow",
                MathMl.Element("mtext", $"exactly one point of period {words[2]} in\u00a0"),
                Range(line[..slope]),
                MathMl.Element("mtext", $", the slopes of iterate {words[2]} there lie in\u00a0"),
                Range(line[slope..])),
            "iterate" => MathMl.Element("mrow", MathMl.Element("mtext", "iterates of a map of\u00a0"), MathMl.Identifier(words[1])),
            "orbit" => MathMl.Element("mrow", MathMl.Element("mtext", "start\u00a0"), MathMl.Identifier(words[1]), MathMl.Operator("="), MathMl.Number(words[^1])),
            "map" when terms.TryGetValue(words[1], out var term) => MathMl.Element("mrow", MathMl.Element("mtext", "map\u00a0"), term.Body),
            "unique-root" when terms.TryGetValue(words[1], out var term)
                => MathMl.Element("mrow", MathMl.Element("mtext", "and only one, with\u00a0"), term.Body, MathMl.Operator("="), MathMl.Number("0")),
            _ => null,
        };

    private static string Relation(string word) => word switch { ">=" => "≥", "<=" => "≤", "==" => "=", "!=" => "≠", _ => word };

    private static XElement Range(string line)
    {
        var open = line.IndexOfAny(['(', '[']);
        var ends = line[(open + 1)..^1].Split(", ");
        return MathMl.Element("mrow", MathMl.Bracket(line[open..(open + 1)]), End(ends[0]), MathMl.Operator(","), End(ends[1]), MathMl.Bracket(line[^1..]));
    }

    private static XElement End(string text) => text is "inf" ? MathMl.Operator("∞") : text is "-inf" ? MathMl.Operator("−∞") : MathMl.Number(text.Replace('-', '−'));

    /// <summary>A term with how tightly it binds: 0 sums, 1 products, 2 everything else.</summary>
    private sealed record Term(XElement Body, int Binding, int Size)
    {
        public static Term? Of(string operation, string[] arguments, Dictionary<string, Term> terms)
        {
            if (operation is "num")
            {
                return new(MathMl.Number(arguments[0].Replace('-', '−')), arguments[0].Contains('/', StringComparison.Ordinal) ? 1 : arguments[0][0] == '-' ? 0 : 2, 1);
            }

            if (operation is "var")
            {
                return new(MathMl.Identifier(arguments[0]), 2, 1);
            }

            var parts = arguments.Select(terms.GetValueOrDefault).ToList();
            if (parts.Contains(null))
            {
                return null;
            }

            var (a, b) = (parts[0]!, parts[^1]!);
            var size = 1 + parts.Sum(p => p!.Size);
            return operation switch
            {
                "add" => new(MathMl.Element("mrow", a.At(0), MathMl.Operator("+"), b.At(0)), 0, size),
                "sub" => new(MathMl.Element("mrow", a.At(0), MathMl.Operator("−"), b.At(1)), 0, size),
                "neg" => new(MathMl.Element("mrow", MathMl.Operator("−"), a.At(1)), 0, size),
                "mul" => new(MathMl.Element("mrow", a.At(1), MathMl.Operator("\u2062"), b.At(1)), 1, size),
                "div" => new(MathMl.Element("mfrac", a.Copy(), b.Copy()), 1, size),
                "square" => new(MathMl.Element("msup", a.Base(), MathMl.Number("2")), 2, size),
                "sqrt" => new(MathMl.Element("msqrt", a.Copy()), 2, size),
                "exp" when a.Size <= 3 => new(MathMl.Element("msup", MathMl.Element("mi", "e"), a.Copy()), 2, size),
                "abs" => new(MathMl.Element("mrow", MathMl.Bracket("|"), a.Copy(), MathMl.Bracket("|")), 2, size),
                "exp" or "log" => new(MathMl.Element("mrow", MathMl.Element("mi", operation), MathMl.Parentheses(a.Copy())), 2, size),
                "min" or "max" => new(MathMl.Element("mrow", MathMl.Element("mi", operation), MathMl.Bracket("("), a.Copy(), MathMl.Operator(","), b.Copy(), MathMl.Bracket(")")), 2, size),
                _ => null,
            };
        }

        // An element has one parent only.
        private XElement Copy() => new(Body);

        private XElement At(int binding) => Binding >= binding ? Copy() : MathMl.Parentheses(Copy());

        // What an exponent may stand on without parentheses: a letter, a positive integer, something in its own brackets.
        private XElement Base() => Binding == 2 && Body.Name.LocalName is not "msup" ? Copy() : MathMl.Parentheses(Copy());
    }
}
