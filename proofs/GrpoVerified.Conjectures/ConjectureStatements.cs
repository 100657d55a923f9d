using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Conjectures;

/// <summary>Claims as statements of the certificate format.</summary>
public static class ConjectureStatements
{
    /// <summary>The statement of one conclusion of a claim without "there is".</summary>
    /// <remarks>A claim with several conclusions is several statements, each with its own certificate.</remarks>
    public static QuantifiedStatement Of(Conjecture conjecture, Comparison conclusion)
    {
        ArgumentNullException.ThrowIfNull(conjecture);
        ArgumentNullException.ThrowIfNull(conclusion);
        return conjecture.Existential.Count > 0
            ? throw new ArgumentException("the conclusions of a claim with 'there is' belong together", nameof(conjecture))
            : new(ForAll(conjecture), [], Assumptions(conjecture), ConclusionOf(conclusion.Sign), conclusion.Difference);
    }

    /// <summary>
    /// The one statement of a claim with "there is": a single conclusion, or several of the same strictness joined by min.
    /// A single equation in a single variable is the statement of a root.
    /// </summary>
    /// <exception cref="ConjectureException">The conclusions cannot be joined.</exception>
    public static QuantifiedStatement OfAll(Conjecture conjecture)
    {
        ArgumentNullException.ThrowIfNull(conjecture);
        var sign = conjecture.Conclusions[0].Sign;
        if (conjecture.Conclusions.Count > 1 && (sign == ClaimedSign.Zero || conjecture.Conclusions.Any(c => c.Sign != sign)))
        {
            throw new ConjectureException(
                "with 'there is', several conclusions must be all strict (<, >) or all weak (<=, >=)", "the claim", -1, "state them so, or one at a time");
        }

        if (sign == ClaimedSign.Zero && conjecture.Existential.Count != 1)
        {
            throw new ConjectureException(
                "with 'there is', an equation needs exactly one variable to solve for", "the ranges of 'exists'", -1, "put the other variables into the ranges of 'for all'");
        }

        return new(
            ForAll(conjecture),
            conjecture.Existential.Select(AxisOf),
            Assumptions(conjecture),
            sign == ClaimedSign.Zero ? Conclusion.Root : ConclusionOf(sign),
            conjecture.Conclusions.Select(c => c.Difference).Aggregate(Expr.Min));
    }

    /// <summary>
    /// Statements each of which refutes a claim that has "there is" only: its negation, or for an equation "always above" and
    /// "always below". Empty for a claim that also has "for all".
    /// </summary>
    public static IReadOnlyList<QuantifiedStatement> NegationsOf(Conjecture conjecture)
    {
        ArgumentNullException.ThrowIfNull(conjecture);
        if (conjecture.Universal.Count > 0 || conjecture.Existential.Count == 0)
        {
            return [];
        }

        var value = OfAll(conjecture).Expression;
        var axes = conjecture.Existential.Select(AxisOf).ToList();
        return conjecture.Conclusions[0].Sign switch
        {
            ClaimedSign.Positive => [QuantifiedStatement.Show(axes, -value, Proving.Statements.Relation.NonNegative)],
            ClaimedSign.NonNegative => [QuantifiedStatement.Show(axes, -value, Proving.Statements.Relation.Positive)],
            _ => [QuantifiedStatement.Show(axes, value, Proving.Statements.Relation.Positive), QuantifiedStatement.Show(axes, -value, Proving.Statements.Relation.Positive)],
        };
    }

    /// <summary>A range as an axis.</summary>
    public static Axis AxisOf(VariableRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new(range.Name, new Extent(EndOf(range.Lower, range.LowerClosed), EndOf(range.Upper, range.UpperClosed)));
    }

    private static Endpoint EndOf(Rational? value, bool closed) => value is { } x ? new(x, closed) : Endpoint.Infinite;

    private static IEnumerable<Axis> ForAll(Conjecture conjecture) => conjecture.Universal.Select(AxisOf);

    private static IEnumerable<Condition> Assumptions(Conjecture conjecture)
        => conjecture.FixedPointHypotheses.Concat(conjecture.Hypotheses).Select(h => new Condition(h.Difference, RelationOf(h.Sign)));

    private static Conclusion ConclusionOf(ClaimedSign sign) => QuantifiedStatement.ConclusionOf(RelationOf(sign));

    private static Proving.Statements.Relation RelationOf(ClaimedSign sign) => sign switch
    {
        ClaimedSign.Positive => Proving.Statements.Relation.Positive,
        ClaimedSign.NonNegative => Proving.Statements.Relation.NonNegative,
        _ => Proving.Statements.Relation.Zero,
    };
}
