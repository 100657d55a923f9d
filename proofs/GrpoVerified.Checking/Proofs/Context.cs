using System.Collections.Immutable;

namespace GrpoVerified.Checking.Proofs;

/// <summary>What a step has to prove: at every point of the domain where all facts are defined and hold, the goal is defined and holds.</summary>
internal sealed record Context(Domain Domain, ImmutableList<Judgement> Facts, Judgement Goal)
{
    /// <summary>The same with another goal.</summary>
    public Context Proves(int term, Relation relation) => this with { Goal = new Judgement(term, relation) };
}
