using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Proving.Tactics;

namespace GrpoVerified.Proving.Search;

/// <summary>Existence (and uniqueness) of a zero: a change of sign between the ends, and a slope of one sign.</summary>
internal static class RootProof
{
    /// <summary>The step <c>bracket</c> for a statement <c>root</c> or <c>unique-root</c>; null where it cannot be shown.</summary>
    public static BracketStep? Prove(QuantifiedStatement statement, SearchControl control)
    {
        var goal = Goal.Of(statement);
        var axis = statement.Exists[0].Name;
        var i = goal.IndexOf(axis);
        var x = goal.Domain[i].Extent;
        if (!x.Lower.IsClosed || !x.Upper.IsClosed)
        {
            return null;
        }

        ProofStep? Show(Goal g)
        {
            var automatic = new Automatic(control);
            return WitnessSearch.Point(g) ?? automatic.Prove(g) ?? automatic.Tree(g, control.Left, 1);
        }

        var e = statement.Expression;
        var atLow = goal.WithExtent(i, new(x.Lower, x.Lower));
        var rising = Samples.SignOf(atLow.Of(e, Relation.NonNegative)) is not 1;
        var defined = Show(goal.Of(Expr.Square(e), Relation.NonNegative));
        var low = Show(atLow.Of(rising ? -e : e, Relation.NonNegative));
        var high = Show(goal.WithExtent(i, new(x.Upper, x.Upper)).Of(rising ? e : -e, Relation.NonNegative));
        if (defined is null || low is null || high is null)
        {
            return null;
        }

        if (statement.Conclusion == Conclusion.Root)
        {
            return new(rising, defined, low, high, null);
        }

        return Differentiation.Of(e, axis) is { } d && Show(goal.Of(rising ? d : -d, Relation.Positive)) is { } slope
            ? new(rising, defined, low, high, slope)
            : null;
    }
}
