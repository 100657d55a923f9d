using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Proving.Tactics;

namespace GrpoVerified.Proving.Search;

/// <summary>Values for the <c>exists</c> variables of a statement.</summary>
internal static class WitnessSearch
{
    // Checkers may round differently from balls of the stated precision; these bits are the margin.
    private const int Margin = 32;

    /// <summary>The step <c>witness</c> with a proof at the point; null where the sign cannot be shown there.</summary>
    public static WitnessStep? At(QuantifiedStatement statement, IReadOnlyList<KeyValuePair<string, Rational>> at)
    {
        var exists = at.Where(p => statement.Exists.Any(a => a.Name == p.Key)).ToList();
        var goal = Shrink(statement, exists);
        return Point(goal) is { } proof ? new(exists, proof) : null;
    }

    /// <summary>A proof by a witness found among exact points.</summary>
    public static WitnessStep? Find(QuantifiedStatement statement, SearchControl control)
    {
        if (statement.Relation is not { } relation)
        {
            return null;
        }

        var opposite = relation switch
        {
            Relation.Positive => new Goal(statement.Exists, [], -statement.Expression, Relation.NonNegative),
            Relation.NonNegative => new Goal(statement.Exists, [], -statement.Expression, Relation.Positive),
            _ => null,
        };
        if (statement.ForAll.Count == 0)
        {
            // A witness is a counterexample of the opposite.
            return opposite is not null && Counterexample.Find(opposite) is { } found
                ? At(statement, [.. statement.Exists.Select((a, i) => KeyValuePair.Create(a.Name, found.Point[i]))])
                : Candidates(statement).Select(p => At(statement, p)).FirstOrDefault(s => s is not null);
        }

        // One value for all points: samples, each tried with a proof.
        foreach (var candidate in Candidates(statement).Take(40))
        {
            if (new Automatic(control).Prove(Shrink(statement, candidate)) is { } proof)
            {
                return new(candidate, proof);
            }
        }

        return null;
    }

    /// <summary>A proof at a single point: signs, identity, or evaluation with enough bits.</summary>
    public static ProofStep? Point(Goal goal)
    {
        if (Proofs.Sign(goal) is { } sign)
        {
            return sign;
        }

        if (Proofs.Identity(goal) is { } identity)
        {
            return identity;
        }

        if (goal.Relation == Relation.Zero || !goal.Domain.All(a => a.Extent.IsPoint))
        {
            return null;
        }

        var at = goal.Domain.ToDictionary(a => a.Name, a => a.Extent.Lower.Value!.Value, StringComparer.Ordinal);
        var (holds, value, precision) = PointValue.Decide(goal.Expression, goal.Relation, at);
        return holds is true && (value.IsPositive || value.IsNegative) ? new TreeStep(precision + Margin, ".") : null;
    }

    private static IEnumerable<List<KeyValuePair<string, Rational>>> Candidates(QuantifiedStatement statement)
        => Samples.Of(statement.Exists, 400).Select(p => statement.Exists.Select((a, i) => KeyValuePair.Create(a.Name, p[i])).ToList());

    private static Goal Shrink(QuantifiedStatement statement, IReadOnlyList<KeyValuePair<string, Rational>> at)
    {
        var goal = Goal.Of(statement);
        foreach (var (name, value) in at)
        {
            goal = goal.WithExtent(goal.IndexOf(name), Extent.Closed(value, value));
        }

        return goal;
    }
}
