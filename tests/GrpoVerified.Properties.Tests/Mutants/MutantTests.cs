using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Properties.Tests.Trainers;
using GrpoVerified.TestKit;

namespace GrpoVerified.Properties.Tests.Mutants;

public sealed class MutantTests
{
    public static TheoryData<int> Indices => new(Enumerable.Range(0, Mutant.All.Count));

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_broken_trainer_is_killed_by_the_named_rule(int index)
    {
        var mutant = Mutant.All[index];
        var result = KillTable.ResultOf(mutant);
        Assert.True(result.Outcome == RuleOutcome.Failed, $"{mutant.Fault} under {mutant.Profile} survives {result.RuleName}: {result.Reason ?? "no case contradicts it"}");
        Assert.Contains(mutant.Says, result.Counterexample!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_in_a_mutant_and_there_are_at_least_sixty()
    {
        var unused = Enum.GetValues<Fault>().Except(Mutant.All.Select(m => m.Fault)).Except([Fault.None]).ToList();
        Assert.True(unused.Count == 0, $"no mutant has the fault {string.Join(", ", unused)}");
        Assert.True(Mutant.All.Select(m => m.Fault).Distinct().Count() >= 60);
    }

    // One report of each class of defects that the suite was written for.
    [Theory]
    [InlineData("verl 179")]
    [InlineData("verl 931")]
    [InlineData("verl 5366")]
    [InlineData("verl 906")]
    [InlineData("verl 972")]
    [InlineData("verl 6348")]
    [InlineData("verl 6058")]
    [InlineData("verl 2377")]
    [InlineData("verl 7581")]
    [InlineData("verl 6375")]
    [InlineData("rllm 776")]
    [InlineData("TRL 3991")]
    [InlineData("prime-rl 1188")]
    [InlineData("prime-rl 390")]
    [InlineData("prime-rl 600")]
    [InlineData("slime 1414")]
    [InlineData("NeMo 1518")]
    [InlineData("NeMo 2506")]
    [InlineData("TRL 3015")]
    [InlineData("SkyRL 1340")]
    [InlineData("TRL 6369")]
    [InlineData("TRL 5902")]
    [InlineData("EasyR1 596")]
    [InlineData("slime 2247")]
    [InlineData("Liger 1082")]
    [InlineData("SkyRL 553")]
    [InlineData("verl 6280")]
    [InlineData("OpenRLHF 1270")]
    [InlineData("OpenRLHF feeb0283")]
    [InlineData("autonomous-dev 413")]
    [InlineData("TRL 2703")]
    public void Every_class_of_reported_defects_has_a_mutant(string report)
        => Assert.Contains(Mutant.All, m => m.Class.Contains(report, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Indices))]
    public void The_correct_trainer_of_the_same_profile_passes_the_rule(int index)
    {
        var mutant = Mutant.All[index];
        var profile = TestProfiles.Find(mutant.Profile);
        var result = Rule(mutant.Rule).Run(new TextbookTrainer(profile), profile, new SuiteSettings());
        Assert.True(result.Outcome == RuleOutcome.Passed, result.Counterexample is { } c ? CounterexampleText.Write(c) : result.Reason);
    }

    [Fact]
    public void The_kill_table_is_the_committed_one()
    {
        var path = Repository.PathOf("docs/kill-table.md");
        var text = KillTable.Write();
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_UPDATE_BASELINES") is "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : string.Empty, text);
        Assert.DoesNotContain("survives", text, StringComparison.Ordinal);
    }

    internal static RuleResult Kill(Mutant mutant)
        => Rule(mutant.Rule).Run(mutant.Trainer, TestProfiles.Find(mutant.Profile), new SuiteSettings());

    private static Rules.TrainerRule Rule(string id) => ConformanceSuite.Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));
}
