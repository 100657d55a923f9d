using System.Reflection;
using GrpoVerified.TestKit;

namespace GrpoVerified.Conventions.Tests;

/// <summary>Nothing public changes unnoticed: the signatures of each package are compared with a committed list.</summary>
/// <remarks>After a deliberate change, run the tests once with GRPOVERIFIED_UPDATE_BASELINES=1 and commit the changed lists.</remarks>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["GrpoVerified.Arithmetic", "GrpoVerified.Theory", "GrpoVerified.Claims", "GrpoVerified.Checking", "GrpoVerified.Proving", "GrpoVerified.Conjectures", "GrpoVerified.Properties", "GrpoVerified.Properties.Xunit"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Public_signatures_are_the_committed_ones(string assembly)
    {
        var path = Path.Combine(Repository.Root, "tests", "GrpoVerified.Conventions.Tests", "PublicApi", assembly + ".txt");
        var actual = PublicApi.Of(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_UPDATE_BASELINES") is "1")
        {
            File.WriteAllText(path, string.Join('\n', actual) + "\n");
        }

        var expected = File.Exists(path) ? File.ReadAllLines(path) : [];
        var added = actual.Except(expected, StringComparer.Ordinal).Select(l => "+ " + l);
        var removed = expected.Except(actual, StringComparer.Ordinal).Select(l => "- " + l);
        var differences = added.Concat(removed).ToList();
        Assert.True(
            differences.Count == 0,
            $"The public interface of {assembly} changed:\n{string.Join('\n', differences)}\nIf that is meant, run this test with GRPOVERIFIED_UPDATE_BASELINES=1 and commit {Repository.Relative(path)}.");
    }

    [Fact]
    public void The_listing_shows_types_and_members_of_every_kind()
    {
        var lines = PublicApi.Of(typeof(PublicApiTests).Assembly);
        Assert.Contains("GrpoVerified.Conventions.Tests.PublicApiTests : sealed class", lines);
        Assert.Contains("GrpoVerified.Conventions.Tests.PublicApiTests.Assemblies { get; } : static TheoryData<String>", lines);
        Assert.Contains("GrpoVerified.Conventions.Tests.PublicApiTests.Public_signatures_are_the_committed_ones(String assembly) : Void", lines);
        Assert.DoesNotContain(lines, l => l.Contains("GrpoVerified.Conventions.Tests.Repository", StringComparison.Ordinal));
    }
}
