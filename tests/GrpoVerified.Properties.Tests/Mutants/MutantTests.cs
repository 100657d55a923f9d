using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Properties.Tests.Trainers;

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
        var path = Path.Combine(RepositoryRoot(AppContext.BaseDirectory), "docs", "kill-table.md");
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

    internal static string RepositoryRoot(string folder)
        => File.Exists(Path.Combine(folder, "GrpoVerified.sln")) ? folder : RepositoryRoot(Path.GetDirectoryName(folder)!);
}
