using System.Reflection;
using GrpoVerified.Proving.Coq;
using GrpoVerified.TestKit;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Proving.Tests.Coq;

/// <summary>Generated.v is what the formulas record today. To write it anew: GRPOVERIFIED_UPDATE_BASELINES=1 and run this test, or emit-coq --formulas.</summary>
public sealed class GeneratedFormulasTests
{
    [Fact]
    public void The_committed_Coq_definitions_are_those_of_the_formulas()
    {
        var path = Path.Combine(Repository.Root, "proofs", "coq", "theories", "Generated.v");
        var expected = CoqFormulas.Write();
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void Every_generic_formula_has_a_definition()
    {
        var formulas = typeof(SuccessMap).Assembly.GetTypes()
            .Where(t => t.Namespace == "GrpoVerified.Theory.Formulas" && t.IsPublic)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.IsGenericMethodDefinition)
            .Select(m => $"{m.DeclaringType!.Name}_{m.Name}")
            .ToList();
        var defined = CoqFormulas.All().Select(f => f.Name).ToList();
        Assert.True(formulas.Count > 40, "few formulas were found");
        Assert.All(formulas, f => Assert.Contains(defined, d => d == f || d == f + "_success"));
    }

    [Fact]
    public void Every_definition_has_a_lemma_in_Ties()
    {
        var ties = File.ReadAllText(Path.Combine(Repository.Root, "proofs", "coq", "theories", "Ties.v"));
        Assert.All(CoqFormulas.All(), f => Assert.Contains($"Lemma tie_{f.Name} ", ties, StringComparison.Ordinal));
    }
}
