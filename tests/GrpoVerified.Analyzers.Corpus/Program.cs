using System.Collections.Immutable;
using System.Diagnostics;
using GrpoVerified.Analyzers;
using GrpoVerified.Analyzers.Corpus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

if (args.Length == 0)
{
    await Console.Error.WriteLineAsync("usage: GrpoVerified.Analyzers.Corpus FOLDER…: lists every diagnostic of the analyzers over the C# files of each folder, with the reference gate open");
    return 2;
}

ImmutableArray<DiagnosticAnalyzer> analyzers =
[
    .. typeof(GrpoAnalyzer).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(GrpoAnalyzer)) && !t.IsAbstract).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
];
MetadataReference[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];
var parse = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET6_0_OR_GREATER", "NETCOREAPP"]);
const string globalUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using Xunit;";
foreach (var folder in args)
{
    var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);
    var trees = files.AsParallel().AsOrdered().Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), parse, f)).AsSequential().Concat([CSharpSyntaxTree.ParseText(globalUsings, parse, "global")]).ToList();
    var compilation = CSharpCompilation.Create("Corpus", trees, references, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    var watch = Stopwatch.StartNew();
    var diagnostics = await compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new ForcedOptions()), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
    foreach (var d in diagnostics.OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal))
    {
        var place = d.Location.GetLineSpan();
        Console.WriteLine($"{d.Id} {Path.GetRelativePath(folder, place.Path)}:{place.StartLinePosition.Line + 1}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    var tests = trees.Sum(t => t.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Count(a => a.Name.ToString() is "Fact" or "Theory" or "Test" or "TestCase" or "Property"));
    Console.WriteLine($"{folder}: {files.Length} files, {tests} test attributes, {diagnostics.Length} diagnostics, {watch.Elapsed.TotalSeconds:F1} s");
}

return 0;
