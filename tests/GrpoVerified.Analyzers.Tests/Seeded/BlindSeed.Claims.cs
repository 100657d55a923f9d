namespace GrpoVerified.Analyzers.Tests.Seeded;

public sealed partial record BlindSeed
{
    private static IReadOnlyList<BlindSeed> Claims =>
    [
        new("GRPO3001", "an argument compared with itself", false, """
            using FsCheck.Xunit;
            public class Sums
            {
                [Property] public bool Reflexive(int x, int y) => x + y == x + y;
            }
            """),
        new("GRPO3001", "a failure is caught and passed over in a method that returns nothing", true, """
            using System;
            using Xunit;
            using Check = FsCheck.Xunit.PropertyAttribute;
            public class Roots
            {
                [Check]
                public void Squares(double x)
                {
                    try
                    {
                        Assert.Equal(x, Math.Sqrt(x) * Math.Sqrt(x));
                    }
                    catch
                    {
                    }
                }
            }
            """),
        new("GRPO3001", "a switch expression that is true in every arm", false, """
            using FsCheck.Xunit;
            public class Signs
            {
                [Property]
                public bool Sign(int x) => x switch { < 0 => true, 0 => true, _ => true };
            }
            """),
        new("GRPO3002", "the assertion stands in a local function that nobody calls", false, """
            using Xunit;
            public class Parses
            {
                [Theory, InlineData("1/3"), InlineData("2/3")]
                public void Round_trips(string text)
                {
                    var value = GrpoVerified.Arithmetic.Rational.Parse(text);
                    var again = value.ToString();

                    void Same() => Assert.Equal(text, again);
                }
            }
            """),
        new("GRPO3002", "an asynchronous fact that only awaits", true, """
            using System.IO;
            using System.Threading.Tasks;
            public class Files
            {
                [Xunit.Fact]
                public async Task Writes_the_ledger()
                {
                    await using MemoryStream stream = new();
                    await stream.WriteAsync(new byte[] { 1, 2, 3 });
                }
            }
            """),
        new("GRPO3003", "a trait with a constant that names no claim", true, """
            using Xunit;
            public class Limits
            {
                private const string Claim = "F99";
                [Fact, Trait("Claim", Claim)] public void Holds() => Assert.True(System.Environment.ProcessorCount > 0);
            }
            """),
        new("GRPO3003", "an id in lower case", true, """
            using System.Linq;
            using static GrpoVerified.Claims.ClaimCatalogue;
            public static class Search
            {
                public static object?[] Some() => new[] { "F1", "c5" }.Select(id => Find(id)).ToArray<object?>();
                public static string Title() => Find("f1")!.Title;
            }
            """),
        new("GRPO3004", "a false claim whose list of counterexamples is empty", true, """
            using GrpoVerified.Claims;
            public static class Mine
            {
                public static Claim Wrong { get; } = new()
                {
                    Id = "M1", Title = "always one", Statement = "h(1) = 1", Source = "new", Proof = "none",
                    Expected = CatalogueStatus.FalseAsStated, Corrected = "h(1) < 1", Counterexamples = [],
                };
            }
            """),
        new("GRPO3004", "the checks are emptied by a with-expression", false, """
            using GrpoVerified.Claims;
            public static class Mine
            {
                public static Claim Quick(Claim slow) => slow with { Checks = [], NotPointwise = null };
            }
            """),
    ];
}
