using Microsoft.CodeAnalysis.Diagnostics;

namespace GrpoVerified.Analyzers;

/// <summary>Base of the rules: silent where the library is not referenced.</summary>
public abstract class GrpoAnalyzer : DiagnosticAnalyzer
{
    private protected GrpoAnalyzer()
    {
    }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (GrpoSymbols.Find(start.Compilation, start.Options) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext start, GrpoSymbols symbols);
}
