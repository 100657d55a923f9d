using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GrpoVerified.Analyzers;

/// <summary>What of the library a compilation can see. The analyzers are silent where it sees nothing.</summary>
internal sealed class GrpoSymbols
{
    /// <summary>An analyzer option that runs the rules without the library; only this repository's corpus test sets it.</summary>
    public const string ForceOption = "grpo_verified_without_library";

    private GrpoSymbols(Compilation compilation)
    {
        Rational = compilation.GetTypeByMetadataName("GrpoVerified.Arithmetic.Rational");
        Truth = compilation.GetTypeByMetadataName("GrpoVerified.Arithmetic.Truth");
        Formula = compilation.GetTypeByMetadataName("GrpoVerified.Arithmetic.FormulaAttribute");
        Arithmetic = compilation.GetTypeByMetadataName("GrpoVerified.Arithmetic.IArithmetic`1");
        Enclosure = compilation.GetTypeByMetadataName("GrpoVerified.Arithmetic.IEnclosure`1");
        Parameters = compilation.GetTypeByMetadataName("GrpoVerified.Theory.GrpoParameters");
        Requires = compilation.GetTypeByMetadataName("GrpoVerified.Theory.RequiresAttribute");
        Smoothing = compilation.GetTypeByMetadataName("GrpoVerified.Theory.SmoothingAttribute");
        Claim = compilation.GetTypeByMetadataName("GrpoVerified.Claims.Claim");
    }

    public INamedTypeSymbol? Rational { get; }

    public INamedTypeSymbol? Truth { get; }

    public INamedTypeSymbol? Formula { get; }

    public INamedTypeSymbol? Arithmetic { get; }

    public INamedTypeSymbol? Enclosure { get; }

    public INamedTypeSymbol? Parameters { get; }

    public INamedTypeSymbol? Requires { get; }

    public INamedTypeSymbol? Smoothing { get; }

    public INamedTypeSymbol? Claim { get; }

    /// <summary>Whether a type is declared in a namespace of this library.</summary>
    public static bool IsOurs(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space is { IsGlobalNamespace: false, Name: "GrpoVerified" };
    }

    /// <summary>What the compilation sees; null where neither the library nor its attributes are referenced.</summary>
    public static GrpoSymbols? Find(Compilation compilation, AnalyzerOptions options)
    {
        var symbols = new GrpoSymbols(compilation);
        return symbols.Rational is not null || symbols.Requires is not null || IsForced(options) ? symbols : null;
    }

    private static bool IsForced(AnalyzerOptions options)
        => options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(ForceOption, out var value)
            && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
