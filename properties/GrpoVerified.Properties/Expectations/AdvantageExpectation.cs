using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Theory.Groups;
using GrpoVerified.Theory.Trainers;

namespace GrpoVerified.Properties.Expectations;

/// <summary>Advantages under a profile.</summary>
internal static class AdvantageExpectation
{
    /// <summary>One expectation a sample, or null where the request must be refused.</summary>
    public static Expected<T>[]? Of<T>(AdvantageProfile profile, AdvantageRequest request, Evaluation<T> evaluation)
        where T : IEnclosure<T>
    {
        var expected = new Expected<T>[request.Rewards.Count];
        Array.Fill(expected, Expected<T>.Anything);
        var samples = Samples(profile, request);
        var groups = samples.GroupBy(s => s.Group).Select(g => g.ToList()).ToList();
        foreach (var group in groups)
        {
            var pool = profile.BaselineScope == StatisticScope.Batch ? samples : group;
            if (pool.Count == 1 && profile.Singleton == SingletonRule.Rejected)
            {
                return null;
            }

            Fill(profile, evaluation, group, pool, profile.DeviationScope == StatisticScope.Batch ? samples : group, expected);
        }

        return expected;
    }

    private static List<Sample> Samples(AdvantageProfile profile, AdvantageRequest request)
    {
        var samples = new List<Sample>();
        for (var i = 0; i < request.Rewards.Count; i++)
        {
            var isMissing = double.IsNaN(request.Rewards[i]);
            if (request.Mask is { } mask && !mask[i])
            {
                continue;
            }

            if (isMissing && profile.Missing == MissingRewardRule.CountedAsZero)
            {
                samples.Add(new(i, request.Groups[i], 0));
            }
            else if (!isMissing)
            {
                samples.Add(new(i, request.Groups[i], request.Rewards[i]));
            }
        }

        return samples;
    }

    private static void Fill<T>(AdvantageProfile profile, Evaluation<T> e, List<Sample> group, List<Sample> baselinePool, List<Sample> deviationPool, Expected<T>[] expected)
        where T : IEnclosure<T>
    {
        if (baselinePool.Count == 1)
        {
            foreach (var sample in group)
            {
                expected[sample.Index] = Single(profile, e, e.Input(sample.Reward));
            }

            return;
        }

        var rewards = e.Inputs(group.Select(s => s.Reward));
        var mean = Statistics.Mean(profile.BaselineScope == StatisticScope.Group ? rewards : e.Inputs(baselinePool.Select(s => s.Reward)));
        var pool = profile.DeviationScope == StatisticScope.Group ? rewards : e.Inputs(deviationPool.Select(s => s.Reward));
        var common = profile.Deviation is DeviationKind.None or DeviationKind.OfTheOthers ? T.Zero : Variance(profile, e, pool);
        for (var i = 0; i < group.Count; i++)
        {
            var sample = group[i];
            if (profile.EqualRewards == EqualRewardsRule.ExactZero && AllEqual(baselinePool))
            {
                expected[sample.Index] = T.Zero;
                continue;
            }

            var centred = profile.Baseline switch
            {
                Baseline.Mean => rewards[i] - mean,
                Baseline.LeaveOneOut => TrainerAdvantage.LeaveOneOut(rewards[i], mean, e.Parameter(new Rational(baselinePool.Count, baselinePool.Count - 1))),
                _ => rewards[i],
            };
            var others = profile.Deviation == DeviationKind.OfTheOthers ? Without(deviationPool, sample.Index) : deviationPool;
            var variance = profile.Deviation == DeviationKind.OfTheOthers ? Variance(profile, e, e.Inputs(others.Select(s => s.Reward))) : common;
            expected[sample.Index] = profile.Deviation == DeviationKind.None ? centred : Divide(profile, e, centred, variance, AllEqual(others));
        }
    }

    private static Expected<T> Single<T>(AdvantageProfile profile, Evaluation<T> e, T reward)
        where T : IEnclosure<T>
        => profile.Singleton switch
        {
            SingletonRule.Zero => T.Zero,
            SingletonRule.RawReward => profile.Deviation == DeviationKind.None ? reward : TrainerAdvantage.Raw(reward, e.Parameter(profile.Epsilon)),
            SingletonRule.NaN => Expected<T>.NaN,
            _ => Expected<T>.Anything,
        };

    private static T Variance<T>(AdvantageProfile profile, Evaluation<T> e, T[] pool)
        where T : IEnclosure<T>
    {
        var divisor = profile.Deviation == DeviationKind.Population ? pool.Length : pool.Length - 1;
        return divisor == 0 ? T.Zero
            : profile.VarianceForm == VarianceForm.Moments ? Statistics.VarianceByMoments(pool, e.Parameter(new Rational(pool.Length, divisor)))
            : Statistics.Variance(pool, divisor);
    }

    private static T Divide<T>(AdvantageProfile profile, Evaluation<T> e, T centred, T variance, bool isDegenerate)
        where T : IEnclosure<T>
    {
        var v = e.IsExact && isDegenerate ? T.Zero : variance;
        var eps = e.Parameter(profile.Epsilon);
        return profile.EpsilonRule switch
        {
            EpsilonRule.Inside => TrainerAdvantage.Inside(centred, v, eps),
            EpsilonRule.Outside => TrainerAdvantage.Outside(centred, v, eps),
            EpsilonRule.VarianceFloor => TrainerAdvantage.Floored(centred, v, e.Parameter(profile.VarianceFloor), eps),
            _ => Guarded(e, centred, v, eps, isDegenerate),
        };
    }

    private static T Guarded<T>(Evaluation<T> e, T centred, T variance, T eps, bool isDegenerate)
        where T : IEnclosure<T>
    {
        if (e.IsExact)
        {
            return isDegenerate ? centred : TrainerAdvantage.Outside(centred, variance, eps);
        }

        // A computed variance that may be 0 or not takes either way.
        return T.LessOrEqual(variance, T.Zero).IsRefuted ? TrainerAdvantage.Outside(centred, variance, eps)
            : T.IsSubset(variance, T.Zero) ? centred
            : T.Hull(centred, TrainerAdvantage.Outside(centred, variance, eps));
    }

    private static bool AllEqual(List<Sample> samples) => samples.TrueForAll(s => s.Reward == samples[0].Reward);

    private static List<Sample> Without(List<Sample> samples, int index) => samples.FindAll(s => s.Index != index);

    private readonly record struct Sample(int Index, int Group, double Reward);
}
