using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Proving.Tactics;

namespace GrpoVerified.Proving.Search;

/// <summary>Decides statements: proof, refutation at an exact point, or neither.</summary>
public static class Prover
{
    /// <summary>Searches for a proof and for a counterexample.</summary>
    /// <param name="statement">A statement with a sign to show; its <c>exists</c> variables are looked for among exact points.</param>
    /// <param name="options">Budget, threads, checkpoint, progress.</param>
    /// <param name="token">Cancellation; what was finished stays in the checkpoint.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static Verdict Prove(QuantifiedStatement statement, ProverOptions? options = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        options ??= new();
        var control = new SearchControl(options, token);
        if (statement.Relation is null)
        {
            return RootProof.Prove(statement, control) is { } bracket
                ? new Proved(bracket, control.Spent)
                : new Inconclusive([], "no change of sign at the ends of the interval, or no sign of the slope, could be shown", control.Spent);
        }

        return statement.Exists.Count > 0 ? Witness(statement, control) : ForAll(statement, control);
    }

    /// <summary>
    /// Does one part of the search of <see cref="Prove"/> with the same options, and keeps it in the checkpoint. What is cheap every part does; the
    /// branch and bound over the whole domain is shared out.
    /// </summary>
    internal static void Explore(QuantifiedStatement statement, Share share, ProverOptions options, CancellationToken token)
    {
        var control = new SearchControl(options, token);
        var goal = Goal.Of(statement);
        if (Counterexample.Find(goal) is null && new Automatic(control).Prove(goal) is null && TreeSearch.Applies(goal))
        {
            TreeSearch.Explore(goal, control.Left, control, share);
        }
    }

    private static Verdict ForAll(QuantifiedStatement statement, SearchControl control)
    {
        var goal = Goal.Of(statement);
        if (Counterexample.Find(goal) is { } early)
        {
            return Refutation(statement, early, control);
        }

        var automatic = new Automatic(control);
        var proof = automatic.Prove(goal) ?? automatic.Tree(goal, control.Left, 0);
        if (proof is not null)
        {
            return new Proved(proof, control.Spent);
        }

        if (automatic.Violation is { } point && Counterexample.Certify(goal, [.. point]) is { } found)
        {
            return Refutation(statement, found, control);
        }

        var reason = automatic.Remaining.Count > 0 ? "the budget of boxes is spent"
            : TreeSearch.Applies(goal) ? "no rule of the format led to a proof, and no counterexample was found"
            : goal.Relation == Relation.Zero ? "the two sides have different normal forms, and no point separates them"
            : "no rule of the format led to a proof, and branch and bound needs bounded ranges; no counterexample was found";
        return new Inconclusive(automatic.Remaining, reason, control.Spent);
    }

    private static Verdict Witness(QuantifiedStatement statement, SearchControl control)
    {
        if (WitnessSearch.Find(statement, control) is { } proof)
        {
            return new Proved(proof, control.Spent);
        }

        // No witness was found. Whether there is none is the universal statement of the opposite.
        if (statement.ForAll.Count == 0 && statement.Assumptions.Count == 0 && statement.Relation is { } relation && relation != Relation.Zero)
        {
            var opposite = new Goal(statement.Exists, [], -statement.Expression, relation == Relation.Positive ? Relation.NonNegative : Relation.Positive);
            var automatic = new Automatic(control);
            if ((automatic.Prove(opposite) ?? automatic.Tree(opposite, control.Left, 0)) is { } none)
            {
                return new Refuted(
                    [], Ball.Zero, QuantifiedStatement.Show(statement.Exists, opposite.Expression, opposite.Relation), none, control.Spent);
            }

            return new Inconclusive(automatic.Remaining, "no point with the sign was found, and that there is none was not proved", control.Spent);
        }

        return new Inconclusive([], "no values for the exists variables were found", control.Spent);
    }

    private static Refuted Refutation(QuantifiedStatement statement, Counterexample found, SearchControl control)
    {
        var at = statement.ForAll.Select((a, i) => KeyValuePair.Create(a.Name, found.Point[i])).ToList();
        if (statement.Assumptions.Count > 0)
        {
            return new(at, found.Value, null, null, control.Spent);
        }

        var e = statement.Expression;
        var (negated, relation) = statement.Relation switch
        {
            Relation.Positive => (-e, Relation.NonNegative),
            Relation.NonNegative => (-e, Relation.Positive),
            _ => (Expr.Square(e), Relation.Positive),
        };
        var negation = new QuantifiedStatement([], statement.ForAll, [], QuantifiedStatement.ConclusionOf(relation), negated);
        return new(at, found.Value, negation, WitnessSearch.At(negation, at), control.Spent);
    }
}
