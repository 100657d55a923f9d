using GrpoVerified.Properties.Examples;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Properties.Tests.Suites;

/// <summary>properties/examples/csharp.</summary>
public sealed class ExampleTests
{
    private static readonly TrainerProfile Profile = NamedProfiles.Find("tiny-grpo")!;

    [Fact]
    public void The_passing_trainer_breaks_no_binding_rule()
    {
        var results = ConformanceSuite.Run(PassingTrainer.Instance, Profile, new SuiteSettings()).ToList();
        Assert.Empty(results.Where(r => r.Outcome == RuleOutcome.Failed && r.Strength != Strength.Advisory).Select(r => CounterexampleText.Write(r.Counterexample!)));
        Assert.True(results.Count(r => r.Outcome == RuleOutcome.Passed) >= 20, "too few rules were judged");
    }

    [Theory]
    [InlineData("T101", "has another advantage than profile tiny-grpo gives")]
    [InlineData("T402", "NaN under the mask changes the aggregate")]
    public void The_failing_trainer_breaks_the_rules_for_its_mistakes(string rule, string says)
    {
        var result = Assert.Single(ConformanceSuite.Run(FailingTrainer.Instance, Profile, new SuiteSettings { Rules = new HashSet<string>(StringComparer.Ordinal) { rule } }));
        Assert.Equal(RuleOutcome.Failed, result.Outcome);
        Assert.Contains(says, result.Counterexample!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paper", "trl", "T101", "fits profile paper")]
    [InlineData("trl-grpo", "trl", "T310", "1/25 times the KL estimate in the loss")]
    [InlineData("trl", "paper", "T101", "fits profile trl")]
    public void A_convention_that_differs_in_several_axes_is_named(string trainer, string profile, string rule, string says)
    {
        var settings = new SuiteSettings { Rules = new HashSet<string>(StringComparer.Ordinal) { rule } };
        var result = Assert.Single(ConformanceSuite.Run(new Trainers.TextbookTrainer(NamedProfiles.Find(trainer)!), NamedProfiles.Find(profile)!, settings));
        Assert.Contains(says, result.Counterexample!.Message, StringComparison.Ordinal);
    }
}
