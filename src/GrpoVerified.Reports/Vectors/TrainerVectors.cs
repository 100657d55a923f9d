using System.Text.Json.Nodes;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Reports.Vectors;

/// <summary>Golden values of trainers: advantages, KL estimates, losses and their gradients under each named profile.</summary>
/// <remarks>Every input is a dyadic number, so that a trainer in doubles receives it exactly.</remarks>
internal static class TrainerVectors
{
    private static readonly (Rational[] Rewards, int[] Groups)[] RewardCases =
    [
        ([1, 0, 0, 1, 1, 1, 1, 0], [0, 0, 0, 0, 1, 1, 1, 1]),
        ([1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]),
        ([new(1, 2), new(1, 4), 1, 0, new(-3, 2), new(7, 8), 2, 0], [0, 1, 0, 1, 0, 1, 0, 1]),
    ];

    private static readonly Rational[] LogRatios = [new(1, 1024), new(1, 2), new(-1, 2), 3, -3, 24, -24];

    /// <summary>All of them.</summary>
    public static IEnumerable<Vector> All() => Advantages().Concat(Estimates()).Concat(Losses());

    private static IEnumerable<Vector> Advantages()
        => NamedProfiles.All.Where(p => p.Advantage is not null).SelectMany((profile, i) => RewardCases.SelectMany((c, j) =>
        {
            var request = new AdvantageRequest(DType.Float64, Doubles(c.Rewards), c.Groups);
            var inputs = new JsonObject { ["profile"] = profile.Name, ["rewards"] = VectorCase.List(c.Rewards), ["groups"] = VectorCase.List(c.Groups.Select(g => (Rational)g)) };
            return Judged("advantages", (10 * (i + 1)) + j + 1, inputs, [.. c.Rewards.Select((_, k) => $"advantage[{k}]")], bits => AdvantageExpectation.Of(profile.Advantage!, request, Evaluations.Exact(bits)) ?? []);
        }));

    private static IEnumerable<Vector> Estimates()
        => NamedProfiles.All.Where(p => p.Kl is not null).SelectMany((profile, i) => LogRatios.SelectMany((d, j) =>
        {
            // log pi_theta = d - 1, log pi_ref = -1: their difference is d, exactly.
            var inputs = new JsonObject { ["profile"] = profile.Name, ["log_prob"] = (d - 1).ToString(), ["reference_log_prob"] = "-1" };
            return VectorCase.Of("kl-estimate", (10 * (i + 1)) + j + 1, inputs, ["estimate", "gradient"], bits =>
            {
                var context = Evaluations.Exact(bits);
                var estimate = KlExpectation.Of(profile.Kl!, context.Input((d - 1).ToDouble()), context.Input(-1), context);
                return [estimate.Value, estimate.Derivative];
            });
        }));

    private static IEnumerable<Vector> Losses()
    {
        Rational[][] logProbs = [[new(-1, 2), new(-5, 4), new(-1, 8)], [-2, new(-3, 4), new(-1, 4)]];
        Rational[][] old = [[new(-3, 4), -1, new(-1, 8)], [new(-7, 4), new(-3, 2), -1]];
        Rational[][] reference = [[-1, new(-9, 8), new(-1, 4)], [new(-3, 2), new(-1, 2), -3]];
        bool[][] mask = [[true, true, true], [true, true, false]];
        Rational[] advantages = [new(5, 4), new(-3, 4)];
        var request = new LossRequest(DType.Float64, [.. logProbs.Select(Doubles)], [.. old.Select(Doubles)], [.. reference.Select(Doubles)], mask, Doubles(advantages), [0, 0], 4);
        return NamedProfiles.All.Where(p => p.Clip is not null).SelectMany((profile, i) =>
        {
            var inputs = new JsonObject
            {
                ["profile"] = profile.Name,
                ["log_probs"] = VectorCase.Rows(logProbs),
                ["old_log_probs"] = VectorCase.Rows(old),
                ["reference_log_probs"] = VectorCase.Rows(reference),
                ["mask"] = VectorCase.Rows(mask.Select(r => r.Select(m => m ? Rational.One : Rational.Zero))),
                ["advantages"] = VectorCase.List(advantages),
                ["groups"] = VectorCase.List([0, 0]),
                ["max_length"] = "4",
            };
            return Judged("loss", i + 1, inputs, ["loss", .. Enumerable.Range(0, 6).Select(k => $"gradient[{k / 3}][{k % 3}]")], bits =>
            {
                var expected = LossExpectation.Of(profile, request, Evaluations.Exact(bits));
                return [expected.Loss, .. expected.Gradient.SelectMany(r => r)];
            });
        });
    }

    // Places that a profile leaves open, or at which it gives NaN, are no vectors.
    private static IEnumerable<Vector> Judged(string quantity, int number, JsonObject inputs, IReadOnlyList<string> outputs, Func<int, IReadOnlyList<Expected<Ball>>> evaluate)
    {
        var first = evaluate(128);
        return VectorCase.Of(quantity, number, inputs, [.. outputs.Take(first.Count)], bits => [.. evaluate(bits).Select(e => e.Value)]).Where((_, i) => first[i].Kind == ExpectedKind.Number);
    }

    private static double[] Doubles(Rational[] values) => [.. values.Select(v => v.ToDouble())];
}
