using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Goals;

/// <summary>What a proof step has to prove: a sign of an expression, under facts, on a domain.</summary>
/// <param name="Domain">The range of each variable, in order.</param>
/// <param name="Facts">What may be used, in order.</param>
/// <param name="Expression">The expression, in the operations of the certificate format.</param>
/// <param name="Relation">The sign to prove.</param>
public sealed record Goal(IReadOnlyList<Axis> Domain, IReadOnlyList<Condition> Facts, Expr Expression, Relation Relation)
{
    /// <summary>The goal of a statement without <c>exists</c> variables.</summary>
    public static Goal Of(QuantifiedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new([.. statement.ForAll, .. statement.Exists], statement.Assumptions, statement.Expression, statement.Relation ?? Relation.Zero);
    }

    /// <summary>The same context with another expression.</summary>
    public Goal Of(Expr expression) => this with { Expression = expression };

    /// <summary>The same context with another expression and sign.</summary>
    public Goal Of(Expr expression, Relation relation) => this with { Expression = expression, Relation = relation };

    /// <summary>Index of the axis of a variable; −1 if there is none.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Domain.Count; i++)
        {
            if (Domain[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The goal with the range of one axis replaced.</summary>
    public Goal WithExtent(int axis, Extent extent)
    {
        var domain = Domain.ToArray();
        domain[axis] = domain[axis] with { Extent = extent };
        return this with { Domain = domain };
    }

    /// <summary>The goal with a further fact.</summary>
    public Goal With(Condition fact) => this with { Facts = [.. Facts, fact] };

    /// <inheritdoc/>
    public override string ToString()
        => $"{Expression} {RelationText.Of(Relation)} 0 for {string.Join(", ", Domain)}{(Facts.Count > 0 ? " with " + string.Join(", ", Facts) : string.Empty)}";
}
