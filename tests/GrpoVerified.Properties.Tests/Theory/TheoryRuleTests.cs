using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rules.Theory;

namespace GrpoVerified.Properties.Tests.Theory;

public sealed class TheoryRuleTests
{
    private static readonly TheoryImplementation[] Right =
    [
        FormulaTheory.Double,
        HandTheory<double>.Of("by hand in double", DType.Float64),
        HandTheory<float>.Of("by hand in float", DType.Float32),
        MathNetTheory.Instance with { FixedPoints = null },
    ];

    public static TheoryData<string> RightNames => [.. Right.Select(i => i.Name)];

    [Theory]
    [MemberData(nameof(RightNames))]
    public void A_right_implementation_breaks_no_rule(string name)
    {
        var failures = new TheorySuite().Run(Right.Single(i => i.Name == name)).Where(r => r.Outcome == RuleOutcome.Failed);
        Assert.Empty(failures.Select(f => CounterexampleText.Write(f.Counterexample!)));
    }

    /// <summary>A seed takes all rules three seconds or more: three seeds in every run, a hundred with FULL=1.</summary>
    [Theory]
    [MemberData(nameof(RightNames))]
    public void A_right_implementation_breaks_no_rule_at_other_seeds(string name)
    {
        var implementation = Right.Single(i => i.Name == name);
        var seeds = Environment.GetEnvironmentVariable("FULL") is null or "" ? 3UL : 100UL;
        for (var seed = 1UL; seed <= seeds; seed++)
        {
            var failures = new TheorySuite { Seed = seed }.Run(implementation).Where(r => r.Outcome == RuleOutcome.Failed);
            Assert.Empty(failures.Select(f => CounterexampleText.Write(f.Counterexample!)));
        }
    }

    [Fact]
    public void Rules_have_distinct_ids_and_name_strength_and_claim()
    {
        Assert.Equal(TheoryRules.All.Count, TheoryRules.All.Select(r => r.Id).Distinct().Count());
        Assert.All(TheoryRules.All, r => Assert.StartsWith($"{r.Strength} {r.Claim}", r.Name));
        var claims = GrpoVerified.Claims.ClaimCatalogue.All.Select(c => c.Id).ToHashSet();
        Assert.All(TheoryRules.All, r => Assert.Contains(r.Claim, claims));
    }

    [Fact]
    public void Every_claim_has_a_rule_or_a_reason_why_not()
    {
        var claims = GrpoVerified.Claims.ClaimCatalogue.All.Select(c => c.Id).Order(StringComparer.Ordinal).ToList();
        var ruled = TheoryRules.All.Select(r => r.Claim).Distinct(StringComparer.Ordinal).ToList();
        Assert.Empty(ruled.Intersect(ClaimsWithoutRule.Reasons.Keys));
        Assert.Equal(claims, ruled.Concat(ClaimsWithoutRule.Reasons.Keys).Order(StringComparer.Ordinal));
        Assert.All(ClaimsWithoutRule.Reasons.Values, reason => Assert.True(reason.Length > 10));
    }

    [Fact]
    public void Every_rule_is_judged_on_the_formulas()
        => Assert.All(new TheorySuite().Run(FormulaTheory.Double), r => Assert.Equal(RuleOutcome.Passed, r.Outcome));

    [Fact]
    public void A_rule_without_its_function_is_skipped_with_the_reason()
    {
        var result = new TheorySuite().Run(new TheoryImplementation { Name = "only weights", Weights = (p, e) => (1, 1) }, TheoryRules.Find("C1"));
        Assert.Equal(RuleOutcome.Skipped, result.Outcome);
        Assert.Equal("only weights has no SuccessMap", result.Reason);
    }

    [Fact]
    public void The_same_seed_gives_the_same_counterexample()
    {
        var wrong = FormulaTheory.Double with { SuccessMap = (p, r, b, e) => r };
        var (first, again) = (new TheorySuite().Run(wrong, TheoryRules.Find("C1")), new TheorySuite().Run(wrong, TheoryRules.Find("C1")));
        Assert.Equal(CounterexampleText.Write(first.Counterexample!), CounterexampleText.Write(again.Counterexample!));
        var other = new TheorySuite { Seed = 5 }.Run(wrong, TheoryRules.Find("C1"));
        Assert.NotEqual(first.Counterexample!.OriginalInput, other.Counterexample!.OriginalInput);
    }

    [Fact]
    public void A_case_that_failed_fails_again_when_it_is_judged_alone()
    {
        var wrong = FormulaTheory.Double with { SuccessMap = (p, r, b, e) => r };
        var violation = Assert.Throws<RuleViolationException>(() => new TheorySuite().Judge(
            wrong, TheoryRules.Find("C1"), new TheoryCase { P = 0.1, Reference = 0.1, Beta = 1, Epsilon = 0.001 }));

        // S1 of the catalogue: p_1 = 0.75356985278729192543… (mpmath, tests/crosscheck).
        Assert.Contains("expected: 0.753569852787291", violation.Message);
        Assert.Contains("p = 1/10", violation.Message);
        new TheorySuite().Judge(FormulaTheory.Double, TheoryRules.Find("C1"), new TheoryCase { P = 0.1, Reference = 0.1, Beta = 1, Epsilon = 0.001 });
    }
}
