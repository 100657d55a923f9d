using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GrpoVerified.Analyzers.Tests;

/// <summary>Runs one analyzer (and its fix) over a piece of source that must compile.</summary>
internal static class Verify
{
    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("GrpoVerified.Analyzers", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    /// <summary>The analyzer reports exactly at the marked places; the messages are returned, in order.</summary>
    public static async Task<IReadOnlyList<string>> Fires<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var marked = MarkedSource.Parse(source);
        Assert.NotEmpty(marked.Marked);
        return await Reports<TAnalyzer>(marked);
    }

    /// <summary>The analyzer reports nothing.</summary>
    public static async Task Silent<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var marked = MarkedSource.Parse(source);
        Assert.Empty(marked.Marked);
        await Reports<TAnalyzer>(marked);
    }

    /// <summary>Applying the fix at every marked place gives the other source, which compiles and is silent.</summary>
    public static async Task Fixes<TAnalyzer, TFix>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var marked = MarkedSource.Parse(before);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Code", "Code", LanguageNames.CSharp, compilationOptions: Options, parseOptions: Parse, metadataReferences: Platform));
        var document = project.AddDocument("Code.cs", SourceText.From(marked.Text));
        for (var round = 0; round < marked.Marked.Count; round++)
        {
            var compilation = (await document.Project.GetCompilationAsync())!;
            var diagnostic = (await Run<TAnalyzer>(compilation)).OrderBy(d => d.Location.SourceSpan.Start).First();
            CodeAction? action = null;
            await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (a, _) => action ??= a, CancellationToken.None));
            Assert.NotNull(action);
            var operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
            document = operation.ChangedSolution.GetDocument(document.Id)!;
        }

        var written = (await document.GetTextAsync()).ToString();
        Assert.Equal(MarkedSource.Parse(after).Text, written);
        await Silent<TAnalyzer>(after);
    }

    /// <summary>The fixer offers nothing at the marked place.</summary>
    public static async Task OffersNoFix<TAnalyzer, TFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var marked = MarkedSource.Parse(source);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Code", "Code", LanguageNames.CSharp, compilationOptions: Options, parseOptions: Parse, metadataReferences: Platform));
        var document = project.AddDocument("Code.cs", SourceText.From(marked.Text));
        var diagnostic = Assert.Single(await Run<TAnalyzer>((await document.Project.GetCompilationAsync())!));
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (a, _) => Assert.Fail($"offered: {a.Title}"), CancellationToken.None));
    }

    /// <summary>All diagnostics of an analyzer over several files, compiled against given references.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Over<TAnalyzer>(IEnumerable<string> sources, bool withLibrary)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var references = withLibrary ? Platform : [.. Platform.Where(r => !Path.GetFileName(r.Display!).StartsWith("GrpoVerified", StringComparison.Ordinal))];
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s, Parse));
        return await Run<TAnalyzer>(CSharpCompilation.Create("Code", trees, references, Options));
    }

    /// <summary>A compilation of files that may hold errors (a file of another project, without its internals).</summary>
    public static Compilation Compile(params string[] sources)
        => CSharpCompilation.Create("Code", sources.Select(s => CSharpSyntaxTree.ParseText(s, Parse)), Platform, Options);

    /// <summary>All diagnostics of an analyzer over source that must compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Over(DiagnosticAnalyzer analyzer, string source, bool withLibrary = true)
    {
        var references = withLibrary ? Platform : [.. Platform.Where(r => !Path.GetFileName(r.Display!).StartsWith("GrpoVerified", StringComparison.Ordinal))];
        var compilation = CSharpCompilation.Create("Code", [CSharpSyntaxTree.ParseText(source, Parse)], references, Options);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"the source does not compile: {string.Join("; ", errors)}");
        return await Run(compilation, analyzer);
    }

    private static async Task<IReadOnlyList<string>> Reports<TAnalyzer>(MarkedSource marked)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var compilation = CSharpCompilation.Create("Code", [CSharpSyntaxTree.ParseText(marked.Text, Parse)], Platform, Options);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"the test's source does not compile: {string.Join("; ", errors)}");
        var diagnostics = (await Run<TAnalyzer>(compilation)).OrderBy(d => d.Location.SourceSpan.Start).ThenByDescending(d => d.Location.SourceSpan.Length).ToList();
        Assert.Equal(
            marked.Marked.Select(m => marked.Text.Substring(m.Start, m.Length)),
            diagnostics.Select(d => marked.Text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)));
        Assert.Equal(marked.Marked, diagnostics.Select(d => d.Location.SourceSpan));
        return [.. diagnostics.Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static Task<ImmutableArray<Diagnostic>> Run<TAnalyzer>(Compilation compilation)
        where TAnalyzer : DiagnosticAnalyzer, new()
        => Run(compilation, new TAnalyzer());

    private static async Task<ImmutableArray<Diagnostic>> Run(Compilation compilation, DiagnosticAnalyzer analyzer)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (e, failed, _) => Assert.Fail($"{failed.GetType().Name} threw {e}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync();
    }
}
