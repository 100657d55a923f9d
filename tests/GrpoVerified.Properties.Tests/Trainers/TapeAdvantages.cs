using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;
using GroupBaseline = GrpoVerified.Theory.Groups.Baseline;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <summary>Rewards to advantages: sums in trees, Welford's variance, products with a reciprocal.</summary>
internal sealed class TapeAdvantages(AdvantageProfile profile, NumberFormat format)
{
    public IReadOnlyList<double> Of(AdvantageRequest r)
    {
        var rewards = r.Rewards.Select(x => double.IsNaN(x) && profile.Missing == MissingRewardRule.CountedAsZero ? 0 : x).ToArray();
        var kept = Enumerable.Range(0, rewards.Length).Where(i => (r.Mask is null || r.Mask[i]) && !double.IsNaN(rewards[i])).ToArray();
        var result = new double[rewards.Length];
        foreach (var i in kept)
        {
            var group = kept.Where(j => r.Groups[j] == r.Groups[i]).ToArray();
            var pool = profile.BaselineScope == StatisticScope.Batch ? kept : group;
            var spread = profile.DeviationScope == StatisticScope.Batch ? kept : group;
            result[i] = One(rewards[i], [.. pool.Select(j => rewards[j])], [.. spread.Where(j => j != i || profile.Deviation != DeviationKind.OfTheOthers).Select(j => rewards[j])]);
        }

        return result;
    }

    private double One(double reward, double[] pool, double[] spread)
    {
        if (pool.Length == 1)
        {
            return profile.Singleton switch
            {
                SingletonRule.Zero => 0,
                SingletonRule.RawReward => profile.Deviation == DeviationKind.None ? reward : R(reward * R(1 / R(1 + P(profile.Epsilon)))),
                SingletonRule.NaN => double.NaN,
                _ => throw new TrainerFaultException(TrainerFault.Rejected, "a group needs two samples"),
            };
        }

        if (profile.EqualRewards == EqualRewardsRule.ExactZero && pool.Distinct().Count() == 1)
        {
            return 0;
        }

        var centred = profile.Baseline switch
        {
            GroupBaseline.None => reward,
            GroupBaseline.LeaveOneOut => R(reward - R(R(Sum(pool) - reward) / (pool.Length - 1))),
            _ => R(reward - R(Sum(pool) * R(1.0 / pool.Length))),
        };
        return profile.Deviation == DeviationKind.None ? centred : Divided(centred, spread);
    }

    private double Divided(double centred, double[] spread)
    {
        var variance = Variance(spread);
        var eps = P(profile.Epsilon);
        return profile.EpsilonRule switch
        {
            EpsilonRule.Inside => Over(centred, R(Math.Sqrt(R(variance + eps)))),
            EpsilonRule.VarianceFloor => Over(centred, R(R(Math.Sqrt(Math.Max(variance, P(profile.VarianceFloor)))) + eps)),
            EpsilonRule.Guarded when variance == 0 => centred,
            _ => Over(centred, R(R(Math.Sqrt(variance)) + eps)),
        };
    }

    // In half precision the reciprocal of a small epsilon overflows.
    private double Over(double centred, double divisor)
        => double.IsFinite(R(1 / divisor)) ? R(centred * R(1 / divisor)) : R(centred / divisor);

    private double Variance(double[] values)
    {
        var divisor = profile.Deviation == DeviationKind.Population ? values.Length : values.Length - 1;
        if (divisor == 0)
        {
            return 0;
        }

        if (profile.VarianceForm == VarianceForm.Moments)
        {
            var mean = R(Sum(values) * R(1.0 / values.Length));
            var square = R(Sum([.. values.Select(x => R(x * x))]) * R(1.0 / values.Length));
            return R(R(Math.Max(0, R(square - R(mean * mean))) * values.Length) / divisor);
        }

        var (running, squares) = (0.0, 0.0);
        for (var n = 0; n < values.Length; n++)
        {
            var delta = R(values[n] - running);
            running = R(running + R(delta / (n + 1)));
            squares = R(squares + R(delta * R(values[n] - running)));
        }

        return R(squares / divisor);
    }

    private double R(double x) => format.Round(x);

    private double P(Rational value) => format.Round(value.ToDouble());

    private double Sum(double[] values)
        => values.Length == 0 ? 0 : values.Length == 1 ? values[0] : R(Sum(values[..(values.Length / 2)]) + Sum(values[(values.Length / 2)..]));
}
