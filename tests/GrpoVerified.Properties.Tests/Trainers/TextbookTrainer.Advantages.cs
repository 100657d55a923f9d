using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;
using GroupBaseline = GrpoVerified.Theory.Groups.Baseline;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <content>Rewards to advantages.</content>
internal sealed partial class TextbookTrainer
{
    private AdvantageAnswer Advantages(AdvantageRequest r)
    {
        var a = Profile.Advantage!;
        var n = r.Rewards.Count;
        var rewards = r.Rewards.ToArray();
        var groups = Regrouped(r);
        var present = Enumerable.Range(0, n).Select(i => r.Mask is null || r.Mask[i] || Has(Fault.RejectedMovesBaseline) || Has(Fault.RejectedCountsAsZero)).ToArray();
        for (var i = 0; i < n; i++)
        {
            rewards[i] = Has(Fault.RejectedCountsAsZero) && r.Mask is { } mask && !mask[i] ? 0 : rewards[i];
            if (double.IsNaN(rewards[i]))
            {
                if ((a.Missing == MissingRewardRule.CountedAsZero && !Has(Fault.MissingRewardPoisonsGroup)) || Has(Fault.MissingRewardCountsAsZero))
                {
                    rewards[i] = 0;
                }
                else if (!Has(Fault.MissingRewardPoisonsGroup))
                {
                    present[i] = false;
                }
            }
            else if (Has(Fault.RewardsRoundedToBFloat16))
            {
                rewards[i] = NumberFormat.Of(DType.BFloat16).Round(rewards[i]);
            }
        }

        var all = Enumerable.Range(0, n).Where(i => present[i]).ToArray();
        var result = new double[n];
        var previous = Array.Empty<int>();
        foreach (var members in all.GroupBy(i => groups[i]).Select(g => g.ToArray()))
        {
            var pool = a.BaselineScope == StatisticScope.Batch ? all : members;
            foreach (var i in members)
            {
                result[i] = One(a, i, Has(Fault.DeviationOfPreviousGroup) && previous.Length > 1 ? previous : members, pool, all, rewards);
            }

            previous = members;
        }

        if (Has(Fault.AdvantagesClippedToOne))
        {
            result = [.. result.Select(x => Clamp(x, 1))];
        }

        var equal = groups.Distinct().Count(g => rewards.Where((_, i) => groups[i] == g).Distinct().Count() == 1);
        return new(result)
        {
            Metrics = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                [MetricNames.ZeroVarianceFraction] = Has(Fault.ZeroVarianceMetricCountsNone) ? 0 : R((double)equal / groups.Distinct().Count()),
            },
        };
    }

    private int[] Regrouped(AdvantageRequest r)
    {
        var groups = r.Groups.ToArray();
        var sizes = groups.GroupBy(g => g).Select(g => g.Count()).ToList();
        return Has(Fault.WholeBatchOneGroup) || (Has(Fault.UnequalCountsBecomeOneGroup) && sizes.Distinct().Count() > 1) ? [.. groups.Select(_ => 0)]
            : Has(Fault.UniqueIdPerSample) ? [.. groups.Select((_, i) => i)]
            : Has(Fault.GroupsByPositionOfFixedSize) ? [.. groups.Select((_, i) => i / sizes[0])]
            : groups;
    }

    private double One(AdvantageProfile a, int i, int[] members, int[] pool, int[] all, double[] rewards)
    {
        var reward = rewards[i];
        if (pool.Length == 1)
        {
            return Single(a, reward);
        }

        var deviation = _options.TryGetValue(OptionNames.Deviation, out var text) ? Enum.Parse<DeviationKind>(text, ignoreCase: true) : a.Deviation;
        deviation = Has(Fault.ScaleBranchesSwapped) ? (deviation == DeviationKind.None ? DeviationKind.Sample : DeviationKind.None) : deviation;
        var deviationPool = a.DeviationScope == StatisticScope.Batch ^ Has(Fault.LocalAndGlobalStdSwapped) ? all : members;
        if (deviation == DeviationKind.OfTheOthers)
        {
            deviationPool = [.. deviationPool.Where(j => j != i)];
        }

        var baseline = Baseline(a, i, pool, rewards);
        var centred = Has(Fault.MissingParentheses) ? R(reward - R(baseline / 2)) : R(reward - baseline);
        centred = Has(Fault.AdvantageSignFlipped) ? -centred : centred;
        if (a.EqualRewards == EqualRewardsRule.ExactZero && pool.All(j => rewards[j] == rewards[pool[0]]))
        {
            return 0;
        }

        return deviation == DeviationKind.None ? centred : Divided(a, deviation, centred, [.. deviationPool.Select(j => rewards[j])]);
    }

    private double Baseline(AdvantageProfile a, int i, int[] pool, double[] rewards)
    {
        if (a.Baseline == GroupBaseline.None || Has(Fault.NoBaseline))
        {
            return 0;
        }

        if (a.Baseline == GroupBaseline.LeaveOneOut && !Has(Fault.LeaveOneOutKeepsItself))
        {
            var others = pool.Where(j => j != i).Select(j => rewards[j]).ToArray();
            return R(Sum(others) / (Has(Fault.LeaveOneOutForgetsFactor) ? pool.Length : others.Length));
        }

        return R(Sum(pool.Select(j => rewards[j])) / (Has(Fault.BaselineOffByOneSample) ? pool.Length + 1 : pool.Length));
    }

    private double Single(AdvantageProfile a, double reward)
    {
        var rule = Has(Fault.SingletonGetsZero) ? SingletonRule.Zero : Has(Fault.SingletonGetsRaw) ? SingletonRule.RawReward : Has(Fault.SingletonIsNaN) ? SingletonRule.NaN : a.Singleton;
        return rule switch
        {
            SingletonRule.Zero => 0,
            SingletonRule.RawReward => a.Deviation == DeviationKind.None ? reward : R(reward / R(1 + Parameter(a.Epsilon))),
            SingletonRule.NaN => double.NaN,
            _ => throw new TrainerFaultException(TrainerFault.Rejected, "a group needs two samples"),
        };
    }

    private double Divided(AdvantageProfile a, DeviationKind deviation, double centred, double[] values)
    {
        var variance = Variance(a, deviation, values);
        var eps = Option(OptionNames.Epsilon, a.Epsilon);
        eps = Has(Fault.EpsilonTooLarge) ? R(0.01) : Has(Fault.EpsilonTooSmall) ? R(eps / 100) : Has(Fault.NoEpsilon) ? 0 : eps;
        eps = Has(Fault.EpsilonScaledWithRewards) ? R(eps * values.Max(Math.Abs)) : eps;
        if (Has(Fault.LastPartialGroupDividesByEpsilon) && values.Length % 2 == 1)
        {
            return R(centred / eps);
        }

        if (Has(Fault.ZeroVarianceDividesByTinyStd) && variance == 0)
        {
            return 1;
        }

        var rule = Has(Fault.EpsilonInsideRoot) ? EpsilonRule.Inside : Has(Fault.VarianceFloor) ? EpsilonRule.VarianceFloor : a.EpsilonRule;
        return rule switch
        {
            EpsilonRule.Inside => R(centred / R(Math.Sqrt(R(variance + eps)))),
            EpsilonRule.VarianceFloor => R(centred / R(R(Math.Sqrt(Math.Max(variance, a.VarianceFloor.Sign > 0 ? Parameter(a.VarianceFloor) : 0.001))) + eps)),
            EpsilonRule.Guarded => variance > 0 ? R(centred / R(R(Math.Sqrt(variance)) + eps)) : centred,
            _ => R(centred / R(R(Math.Sqrt(variance)) + eps)),
        };
    }

    private double Variance(AdvantageProfile a, DeviationKind deviation, double[] values)
    {
        var n = values.Length;
        var divisor = deviation == DeviationKind.Population ^ Has(Fault.StdSwappedDivisor) ? n : n - 1;
        if (divisor == 0)
        {
            return 0;
        }

        var mean = R(Sum(values) / n);
        if (a.VarianceForm == VarianceForm.Moments || Has(Fault.VarianceByMomentsInFormat) || Has(Fault.ShiftedMomentsWithoutCentre))
        {
            var square = R(Sum(values.Select(x => R(x * x))) / n);
            var biased = Has(Fault.ShiftedMomentsWithoutCentre) ? square : Math.Max(0, R(square - R(mean * mean)));
            return R(biased * R((double)n / divisor));
        }

        return R(Sum(values.Select(x => R(R(x - mean) * R(x - mean)))) / divisor);
    }
}
