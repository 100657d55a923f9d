using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Proving.Tactics;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>A statement about the theory and the way its certificate is made.</summary>
/// <param name="Name">Name of the certificate's file.</param>
/// <param name="Claim">The claim of the catalogue that it supports.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Statement">The statement, built from the formulas of GrpoVerified.Theory.</param>
public sealed record CatalogueEntry(string Name, string Claim, string Title, Statement Statement)
{
    /// <summary>The proof where the automatic strategy needs guidance, given that strategy for the remaining goals.</summary>
    internal Func<Tactic, Tactic>? Script { get; init; }

    /// <summary>The point of a <c>witness</c>, where it is given and not searched.</summary>
    internal IReadOnlyList<KeyValuePair<string, Rational>>? At { get; init; }

    /// <summary>Searches for the proof.</summary>
    /// <param name="options">Budget and threads; they do not change the certificate.</param>
    /// <param name="token">Cancellation.</param>
    /// <exception cref="InvalidOperationException">No proof was found.</exception>
    public Certificate Certify(ProverOptions? options = null, CancellationToken token = default)
        => new(Name, Claim, Title, Statement, Proof(options ?? new(), token)
            ?? throw new InvalidOperationException($"No proof of {Name} was found; the statement is:\n{Statement}"));

    private ProofStep? Proof(ProverOptions options, CancellationToken token)
    {
        if (Statement is OrbitStatement orbit)
        {
            return OrbitProof.Prove(orbit, token);
        }

        if (Statement is UniqueCycleStatement cycle)
        {
            return NewtonProof.Prove(cycle, token);
        }

        var statement = (QuantifiedStatement)Statement;
        if (At is { } at)
        {
            return WitnessSearch.At(statement, at);
        }

        if (Script is not { } script)
        {
            return (Prover.Prove(statement, options, token) as Proved)?.Proof;
        }

        var control = new SearchControl(options, token);
        return script(goal => new Automatic(control) { SubBudget = 20_000 }.Prove(goal))(Goals.Goal.Of(statement));
    }
}
