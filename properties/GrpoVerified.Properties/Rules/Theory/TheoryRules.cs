namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>The rules of the theory, in the order of the claims.</summary>
public static class TheoryRules
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<TheoryRule> All { get; } =
        [.. WeightRules.All, .. PolicyRules.All, .. MapRules.All, .. FixedPointRules.All, .. OrbitRules.All, .. EscapeRules.All, .. VariantRules.All, .. ClippedRules.All, .. GroupRules.All, .. PerturbationRules.All];

    /// <summary>The rule of an id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TheoryRule Find(string id)
        => All.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"there is no rule {id} of the theory", nameof(id));
}
