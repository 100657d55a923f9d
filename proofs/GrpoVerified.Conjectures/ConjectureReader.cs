using GrpoVerified.Conjectures.Functions;
using GrpoVerified.Conjectures.Syntax;

namespace GrpoVerified.Conjectures;

/// <summary>Reads a claim typed by a user. The text is parsed, never executed.</summary>
public static class ConjectureReader
{
    private const string Claim = "the claim";
    private const string Ranges = "the ranges";
    private const string Given = "the hypotheses";
    private const string Exists = "the ranges of 'exists'";

    /// <summary>The claim as understood.</summary>
    /// <param name="claim">Comparisons of C# terms joined by <c>&amp;&amp;</c>.</param>
    /// <param name="ranges">Ranges of the variables quantified by "for all", such as <c>p in [0,1], beta in (0,inf)</c>.</param>
    /// <param name="given">Hypotheses, comparisons as in the claim; null for none.</param>
    /// <param name="exists">Ranges of the variables quantified by "there is"; null for none.</param>
    /// <exception cref="ConjectureException">A text cannot be read; the message says where and what to do.</exception>
    public static Conjecture Read(string claim, string ranges, string? given = null, string? exists = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(ranges);
        var terms = new TermReader(Claim);
        var conclusions = new ComparisonReader(terms, Claim).Read(ExpressionSyntaxReader.Read(claim, Claim)).ToList();
        var assumedTerms = new TermReader(Given);
        var hypotheses = given is null ? [] : new ComparisonReader(assumedTerms, Given).Read(ExpressionSyntaxReader.Read(given, Given)).ToList();
        var universal = RangeParser.Read(ranges, Ranges);
        var existential = exists is null ? [] : RangeParser.Read(exists, Exists);
        RequireDistinct(universal, existential);

        var points = terms.FixedPoints.Union(assumedTerms.FixedPoints).Order().ToList();
        var fixedPointHypotheses = FixedPointHypotheses(points).ToList();
        var used = conclusions.Concat(hypotheses).Concat(fixedPointHypotheses).SelectMany(c => c.Left.FreeVariables.Concat(c.Right.FreeVariables)).ToHashSet(StringComparer.Ordinal);
        RequireRanges(used.Where(name => !FixedPointNames.IsOne(name)), universal, existential);
        RequireUniversal(hypotheses, existential);
        return new Conjecture
        {
            Universal = [.. universal.Where(r => used.Contains(r.Name)), .. points.Select(p => VariableRange.UnitInterval(FixedPointNames.Of(p)))],
            Existential = [.. existential.Where(r => used.Contains(r.Name))],
            Hypotheses = hypotheses,
            FixedPointHypotheses = fixedPointHypotheses,
            Conclusions = conclusions,
            FixedPoints = [.. points.Select(p => (FixedPointNames.Of(p), p))],
            Notes = [.. Unused(universal.Concat(existential), used), .. FixedPointNotes(points)],
        };
    }

    private static void RequireDistinct(IReadOnlyList<VariableRange> universal, IReadOnlyList<VariableRange> existential)
    {
        if (universal.FirstOrDefault(u => existential.Any(e => string.Equals(e.Name, u.Name, StringComparison.Ordinal))) is { } twice)
        {
            throw new ConjectureException($"{twice.Name} is quantified twice", Exists, -1, "range it over 'for all' or over 'there is', not both");
        }

        if (universal.Concat(existential).FirstOrDefault(r => FixedPointNames.IsOne(r.Name) || FunctionTable.Find(r.Name) is not null) is { } function)
        {
            throw new ConjectureException($"{function.Name} is the name of a function", Ranges, -1, "variables have other names");
        }
    }

    private static void RequireRanges(IEnumerable<string> used, IReadOnlyList<VariableRange> universal, IReadOnlyList<VariableRange> existential)
    {
        var known = universal.Concat(existential).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var missing = used.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new ConjectureException(
                $"no range for {string.Join(", ", missing)}",
                Ranges,
                -1,
                $"add {string.Join(", ", missing.Select(Usual))}{(missing.Contains("e", StringComparer.Ordinal) ? " (Euler's number is exp(1))" : string.Empty)}");
        }
    }

    private static string Usual(string name) => name switch
    {
        "beta" or "eps" => $"{name} in (0,inf)",
        "p" or "p_ref" or "alpha" => $"{name} in (0,1)",
        _ => $"{name} in [0,1], or wherever it runs",
    };

    private static void RequireUniversal(IEnumerable<Comparison> hypotheses, IReadOnlyList<VariableRange> existential)
    {
        if (hypotheses.SelectMany(h => h.Left.FreeVariables.Concat(h.Right.FreeVariables)).FirstOrDefault(n => existential.Any(e => string.Equals(e.Name, n, StringComparison.Ordinal))) is { } name)
        {
            throw new ConjectureException($"a hypothesis speaks of {name}, which is quantified by 'there is'", Given, -1, "hypotheses restrict 'for all' variables only; put the condition into the claim");
        }
    }

    private static IEnumerable<string> Unused(IEnumerable<VariableRange> ranges, HashSet<string> used)
        => ranges.Where(r => !used.Contains(r.Name)).Select(r => $"{r.Name} does not occur in the claim; its range is left out");

    // h(x) = x for each, and their order where there are several.
    private static IEnumerable<Comparison> FixedPointHypotheses(List<FixedPointPlace> points)
    {
        foreach (var point in points.Select(FixedPointNames.Of))
        {
            yield return new Comparison(SuccessMaps.Reference(Expr.Variable(point)), Relation.Equal, Expr.Variable(point), $"h({point}) == {point}");
        }

        foreach (var (lower, upper) in points.Zip(points.Skip(1), (a, b) => (FixedPointNames.Of(a), FixedPointNames.Of(b))))
        {
            yield return new Comparison(Expr.Variable(lower), Relation.AtMost, Expr.Variable(upper), $"{lower} <= {upper}");
        }
    }

    private static IEnumerable<string> FixedPointNotes(List<FixedPointPlace> points)
    {
        if (points.Count > 0)
        {
            yield return $"{string.Join(", ", points.Select(FixedPointNames.Of))}: a proof is for every x in [0,1] with h(x) == x{(points.Count > 1 ? ", in this order" : string.Empty)}, whichever fixed point it is; a refutation uses the fixed point named";
        }
    }
}
