using System.Reflection;
using System.Xml.Linq;
using GrpoVerified.TestKit;

namespace GrpoVerified.Conventions.Tests;

/// <summary>Who may know whom. A checker that knew the prover, or numbers that knew the theory, could not be trusted separately.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["GrpoVerified.Arithmetic"] = [],
        ["GrpoVerified.Theory"] = ["GrpoVerified.Arithmetic"],
        ["GrpoVerified.Claims"] = ["GrpoVerified.Arithmetic", "GrpoVerified.Theory"],
        ["GrpoVerified.Reports"] = ["GrpoVerified.Arithmetic", "GrpoVerified.Theory", "GrpoVerified.Claims", "GrpoVerified.Properties"],
        ["GrpoVerified.Cli"] = ["GrpoVerified.Reports", "GrpoVerified.Arithmetic", "GrpoVerified.Theory", "GrpoVerified.Claims", "GrpoVerified.Proving", "GrpoVerified.Conjectures", "GrpoVerified.Checking", "GrpoVerified.Properties"],
        ["GrpoVerified.Proving"] = ["GrpoVerified.Arithmetic", "GrpoVerified.Theory", "GrpoVerified.Claims"],
        ["GrpoVerified.Conjectures"] = ["GrpoVerified.Arithmetic", "GrpoVerified.Theory", "GrpoVerified.Claims", "GrpoVerified.Proving"],
        ["GrpoVerified.EmitCoq"] = ["GrpoVerified.Proving"],
        ["GrpoVerified.Checking"] = [],
        ["GrpoVerified.Properties"] = ["GrpoVerified.Arithmetic", "GrpoVerified.Theory", "GrpoVerified.Claims"],
        ["GrpoVerified.Analyzers"] = [],
        ["GrpoVerified.Analyzers.CodeFixes"] = ["GrpoVerified.Analyzers"],
    };

    [Fact]
    public void Projects_reference_only_what_the_layering_allows()
    {
        var projects = new[] { "src", "proofs" }.SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .Append(Path.Combine(Repository.Root, "properties", "GrpoVerified.Properties", "GrpoVerified.Properties.csproj"))
            .Where(p => File.Exists(p) && !p.Contains("/Templates/", StringComparison.Ordinal))
            .ToList();
        Assert.True(projects.Count >= 4, "the projects of src were not found");
        Assert.All(projects, project =>
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.True(Allowed.ContainsKey(name), $"{name} has no line in the layering table of DependencyTests; add one");
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.All(references, r => Assert.True(Allowed[name].Contains(r), $"{name} must not reference {r}"));
        });
    }

    [Fact]
    public void The_stand_in_for_FsCheck_Xunit_is_referenced_by_tests_only_and_never_packed()
    {
        var users = new[] { "src", "proofs", "properties" }.SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .Where(p => XDocument.Load(p).Descendants().Any(e => e.Name.LocalName is "ProjectReference" or "PackageReference"
                && e.Attribute("Include") is { } include
                && include.Value.Contains("FsCheck.Xunit", StringComparison.Ordinal)));
        Assert.Empty(users);
        var standIn = XDocument.Load(Path.Combine(Repository.Root, "properties", "FsCheck.Xunit", "FsCheck.Xunit.csproj"));
        Assert.Equal("false", Assert.Single(standIn.Descendants("IsPackable")).Value);
    }

    [Theory]
    [InlineData("GrpoVerified.Arithmetic")]
    [InlineData("GrpoVerified.Theory")]
    [InlineData("GrpoVerified.Claims")]
    [InlineData("GrpoVerified.Checking")]
    public void Assemblies_reference_only_the_platform_and_what_the_layering_allows(string assembly)
        => Assert.All(
            Assembly.Load(assembly).GetReferencedAssemblies().Select(a => a.Name!),
            name => Assert.True(
                name.StartsWith("System.", StringComparison.Ordinal) || Allowed[assembly].Contains(name),
                $"{assembly} must not reference {name}"));
}
