using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GrpoVerified.Analyzers.Corpus;

/// <summary>Analyzer options that open the reference gate.</summary>
internal sealed class ForcedOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Values Forced = new(isGlobal: true);

    private static readonly Values None = new(isGlobal: false);

    public override AnalyzerConfigOptions GlobalOptions => Forced;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;

    private sealed class Values(bool isGlobal) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isGlobal && string.Equals(key, "grpo_verified_without_library", StringComparison.Ordinal) ? "true" : null;
            return value is not null;
        }
    }
}
