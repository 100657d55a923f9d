namespace GrpoVerified.Analyzers.Tests.Seeded;

/// <summary>
/// A mistake in a small program of its own, written from the rule pages alone, before its author had read a rule; the styles differ
/// on purpose (local functions, records, switch expressions, LINQ, target-typed new, static using, aliases, patterns).
/// </summary>
/// <param name="Rule">The rule whose page names the mistake.</param>
/// <param name="Mistake">What is wrong.</param>
/// <param name="FirstRun">Whether the rules, as they stood when this was written, saw it.</param>
/// <param name="Source">The program.</param>
public sealed partial record BlindSeed(string Rule, string Mistake, bool FirstRun, string Source)
{
    /// <summary>All of them; never reworded to suit a rule.</summary>
    public static IReadOnlyList<BlindSeed> All { get; } = [.. Usage, .. Numerics, .. Claims];
}
