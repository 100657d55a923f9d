using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>Advantages against the enclosure that the profile gives.</summary>
internal static class AdvantageValueRules
{
    public static IEnumerable<TrainerRule> All =>
    [
        Rule("T101", Strength.Profile, "advantages are those of the profile", c => RewardCases.For(c.Description, c.Format).Any),
        Rule("T105", Strength.Profile, "scaling the rewards by s acts as the place of epsilon says", Scaled, applies: p => p.Advantage!.Deviation == DeviationKind.None ? "the profile does not divide by a deviation" : null),
        Rule("T107", Strength.Profile, "equal rewards whose mean rounds give what the profile says", c => RewardCases.For(c.Description, c.Format).Equal(dyadic: false), within: AreEqual),
        Rule("T111", Strength.Profile, "a group of one gets what the profile says", Singletons, [Capability.RaggedGroups], within: HasSingleton),
        Rule("T112", Strength.Profile, "groups of different sizes are each normalised by themselves", Ragged, [Capability.RaggedGroups], within: IsRagged),
        Rule("T115", Strength.Profile, "a missing reward acts as the profile says", Missing, [Capability.MissingRewards], p => p.Advantage!.Missing is null ? "the profile does not define missing rewards" : null, r => r.Rewards.Any(double.IsNaN)),
    ];

    /// <summary>What is wrong with an answer under the context's profile, or null.</summary>
    public static Finding? Compare(RuleContext context, AdvantageRequest request, string what)
    {
        var expected = AdvantageExpectation.Of(context.Profile.Advantage!, request, context.Budget);
        if (expected is null)
        {
            return Refusal(context, request);
        }

        var observed = context.Ask(request);
        for (var i = 0; i < observed.Count; i++)
        {
            if (context.Accepts(expected[i], observed[i]))
            {
                continue;
            }

            var at = i;
            var finding = context.Compare(
                expected[i],
                observed[i],
                FormattableString.Invariant($"advantages[{i}]"),
                FormattableString.Invariant($"{what}: sample {i} (reward {RequestText.Fraction(request.Rewards[i], context.Format)}) has another advantage than profile {context.Profile.Name} gives"),
                () => AdvantageExpectation.Of(context.Profile.Advantage!, request, RuleContext.Exact)![at]);
            if (finding is not null)
            {
                return finding.Explained(AxisVariants.Advantage(context.Profile), p => Fits(p, request, observed, context));
            }
        }

        return null;
    }

    private static Finding? Refusal(RuleContext context, AdvantageRequest request)
    {
        try
        {
            var answer = context.Ask(request);
            return new("a group of one is answered although the profile refuses it", "advantages", "a refusal") { Observed = answer[0] };
        }
        catch (TrainerFaultException fault) when (fault.Fault is TrainerFault.Rejected)
        {
            return null;
        }
    }

    private static bool Fits(TrainerProfile profile, AdvantageRequest request, IReadOnlyList<double> observed, RuleContext context)
        => AdvantageExpectation.Of(profile.Advantage!, request, context.Budget) is { } other
            && other.Zip(observed).All(p => p.First.Kind == ExpectedKind.Number ? !p.First.Value.IsUnconstrained && p.First.Value.Allows(p.Second) : p.First.Kind == ExpectedKind.Anything);

    private static CaseRule<AdvantageRequest> Rule(string id, Strength strength, string title, Func<RuleContext, Gen<AdvantageRequest>> cases, Capability[]? also = null, Func<TrainerProfile, string?>? applies = null, Func<AdvantageRequest, bool>? within = null)
        => new(id, strength, title)
        {
            Needs = [Capability.Advantages, .. also ?? []],
            Applies = p => Case.NeedsAdvantage(p) ?? applies?.Invoke(p),
            Cases = cases,
            Simpler = Generators.Simpler.Advantages,
            Shown = r => r,
            Within = (_, r) => within?.Invoke(r) ?? true,
            Judge = (c, r) => Compare(c, r, Subject(id)),
        };

    private static string Subject(string id) => id switch
    {
        "T105" => "scaled rewards",
        "T107" => "equal rewards",
        "T111" => "in a batch with a group of one",
        "T112" => "beside a group of another size",
        "T115" => "in a group with a missing reward",
        _ => "advantages",
    };

    private static Gen<AdvantageRequest> Scaled(RuleContext c)
        => from size in Gen.Choose(2, 8)
           from ones in Gen.Choose(1, size - 1)
           from k in Gen.Choose(0, c.Format.DType == DType.Float16 ? 10 : 30)
           from sign in Gen.Elements(1.0, -1.0)
           select new AdvantageRequest(c.Format.DType, [.. Enumerable.Range(0, size).Select(i => i < ones ? sign * Math.ScaleB(1, -k) : 0)], [.. Enumerable.Repeat(0, size)]);

    private static Gen<AdvantageRequest> Singletons(RuleContext c)
        => (RewardCases.For(c.Description, c.Format) with { MinSize = 1 }).Any.Where(HasSingleton);

    private static bool HasSingleton(AdvantageRequest r) => r.Groups.GroupBy(g => g).Any(g => g.Count() == 1);

    private static bool AreEqual(AdvantageRequest r) => r.Groups.Zip(r.Rewards).GroupBy(p => p.First, p => p.Second).All(g => g.Distinct().Count() == 1);

    private static bool IsRagged(AdvantageRequest r) => r.Groups.GroupBy(g => g).Select(g => g.Count()).Distinct().Count() > 1;

    private static Gen<AdvantageRequest> Ragged(RuleContext c)
        => RewardCases.For(c.Description, c.Format).Any.Where(IsRagged);

    private static Gen<AdvantageRequest> Missing(RuleContext c)
        => from r in RewardCases.For(c.Description, c.Format).Any
           from at in Gen.Choose(0, r.Rewards.Count - 1)
           where r.Groups.Count(g => g == r.Groups[at]) > 2
           select r with { Rewards = Generators.Simpler.With(r.Rewards, at, double.NaN) };
}
