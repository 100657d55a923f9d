using Microsoft.CodeAnalysis;

namespace GrpoVerified.Analyzers;

/// <summary>How a rule describes itself: one category a folder, one page in docs/rules a rule.</summary>
internal static class Rules
{
    public const string Usage = "Usage";

    public const string Numerics = "Numerics";

    public const string Claims = "Claims";

    public static DiagnosticDescriptor Define(string id, string category, string title, string message, string description)
        => new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, $"{description} See docs/rules/{id}.md, or run: grpo-verified explain {id}");
}
