namespace GrpoVerified.Conjectures.Functions;

/// <summary>The list of functions: what is not here cannot be called.</summary>
internal static class FunctionTable
{
    /// <summary>Every function, in the order in which documents list them.</summary>
    public static IReadOnlyList<Function> All { get; } = [.. ElementaryFunctions.All, .. TheoryFunctions.All, .. SuccessMaps.All, .. FormFunctions.All];

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(f => f.Name));

    /// <summary>The function with a name, or null.</summary>
    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>A hint for a name from elsewhere, ending in a blank, or nothing.</summary>
    public static string Suggest(string name)
    {
        var known = name.ToLowerInvariant() switch
        {
            "ln" => "log",
            "logistic" or "sigmoid" => "sigma",
            "fabs" => "abs",
            "expit" => "sigma",
            "power" => "pow",
            "diff" or "d" => "derivative",
            "next" or "success_map" => "h",
            var lower => All.Select(f => f.Name).FirstOrDefault(n => string.Equals(n.Replace("_", string.Empty, StringComparison.Ordinal), lower.Replace("_", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal)),
        };
        return known is null ? string.Empty : $"did you mean {known}? ";
    }
}
