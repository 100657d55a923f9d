using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Properties.Tests.Trainers;
using GrpoVerified.Properties.Xunit;
using Xunit.Abstractions;

namespace GrpoVerified.Properties.Tests.Suites;

/// <summary>A user's class: each rule appears as a test of its own in this assembly.</summary>
public sealed class TextbookTrlConformance(ITestOutputHelper output) : TrainerConformance(output)
{
    protected override ITrainer Trainer { get; } = new TextbookTrainer(NamedProfiles.Find("trl-grpo")!);

    protected override TrainerProfile Profile { get; } = NamedProfiles.Find("trl-grpo")!;
}

public sealed class XunitFaceTests
{
    [Fact]
    public void There_is_one_test_for_every_rule()
        => Assert.Equal(ConformanceSuite.Rules.Select(r => r.Name), ((IEnumerable<object[]>)TrainerConformance.RuleNames).Select(row => (string)row[0]));

    [Fact]
    public void A_broken_rule_fails_its_test_with_the_counterexample()
    {
        var face = new Broken(new Silent());
        var rule = ConformanceSuite.Rules.Single(r => string.Equals(r.Id, "T116", StringComparison.Ordinal));
        var violation = Assert.Throws<RuleViolationException>(() => face.Rule(rule.Name));
        Assert.Equal("T116", violation.Counterexample!.RuleId);
        Assert.Contains("replay: GRPOVERIFIED_REPLAY=T116:", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_face_does_not_reference_a_stand_in()
        => Assert.DoesNotContain(typeof(TrainerConformance).Assembly.GetReferencedAssemblies(), a => a.Name!.Contains("FsCheck.Xunit", StringComparison.Ordinal));

    private sealed class Broken(ITestOutputHelper output) : TrainerConformance(output)
    {
        protected override ITrainer Trainer { get; } = new TextbookTrainer(NamedProfiles.Find("trl")!, Fault.AdvantageSignFlipped);

        protected override TrainerProfile Profile { get; } = NamedProfiles.Find("trl")!;
    }

    private sealed class Silent : ITestOutputHelper
    {
        public void WriteLine(string message)
        {
        }

        public void WriteLine(string format, params object[] args)
        {
        }
    }
}
