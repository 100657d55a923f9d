using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Advantages;

/// <summary>The certified advantages of one composition of rewards: they depend on the reward and the group's moments only.</summary>
internal sealed class GroupAdvantages
{
    private const int MostRemembered = 1 << 12;

    private readonly AdvantageProfile _profile;
    private readonly int _digits;
    private readonly Dictionary<ExactDecimal, Value> _known = [];
    private readonly Rational _mean;
    private readonly Rational _variance;
    private readonly long _count;
    private readonly ScaledRewards? _scaled;
    private bool _remembers = true;

    /// <summary>The advantages for a group's exact mean and sum of squared deviations from it.</summary>
    public GroupAdvantages(AdvantageProfile profile, long count, Rational mean, Rational squaredDeviations, int digits)
    {
        _profile = profile;
        _digits = digits;
        _count = count;
        _mean = mean;
        var divisor = profile.Deviation == Deviation.Sample ? count - 1 : count;
        _variance = divisor == 0 ? Rational.Zero : squaredDeviations / divisor;
        Mean = Value.Text(RootQuotient.Digits(_mean, 1, 0, digits));
        Std = profile.Deviation == Deviation.None
            ? Value.None
            : Value.Text(_variance.IsZero ? "0" : RootQuotient.Digits(_variance, _variance, 0, digits));
    }

    /// <summary>The advantages of a group read from a file.</summary>
    public GroupAdvantages(AdvantageProfile profile, RewardMoments moments, int digits)
        : this(profile, moments.Count, moments.Mean(), moments.SquaredDeviations(), digits)
    {
        var (count, sum, _, scale) = moments.Key;
        var loo = profile.Baseline == Baseline.LeaveOneOut;
        if ((profile.Deviation != Deviation.None && _variance.IsZero) || (loo && count == 1))
        {
            return;
        }

        var unit = new Rational(BigInteger.Pow(10, scale), 1);
        var (factor, subtracted, divisor) = profile.Baseline == Baseline.None
            ? (BigInteger.One, BigInteger.Zero, unit)
            : (count, sum, unit * (loo ? count - 1 : count));
        var (variance, epsilon) = Divisor();
        _scaled = new ScaledRewards(factor, subtracted, scale, divisor, variance, epsilon, digits);
    }

    /// <summary>Mean of the rewards.</summary>
    public Value Mean { get; }

    /// <summary>Standard deviation of the rewards as the profile takes it, without ε; absent if it takes none.</summary>
    public Value Std { get; }

    /// <summary>The advantage of a reward of the group.</summary>
    public Value Of(ExactDecimal reward)
    {
        if (_remembers && _known.TryGetValue(reward, out var value))
        {
            return value;
        }

        value = _scaled?.Digits(reward) is { } digits ? Value.Text(digits) : Of(reward.ToRational());
        if (_remembers)
        {
            // A group with more values than this hardly repeats one.
            _remembers = _known.Count < MostRemembered;
            _known.Add(reward, value);
        }

        return value;
    }

    /// <summary>The advantage of a reward of the group.</summary>
    public Value Of(Rational reward) => Value.Text(Compute(reward));

    private string Compute(Rational reward)
    {
        var centred = _profile.Baseline switch
        {
            Baseline.Mean => reward - _mean,
            Baseline.LeaveOneOut => _count == 1 ? Rational.Zero : (reward - _mean) * _count / (_count - 1),
            _ => reward,
        };
        var (variance, epsilon) = Divisor();
        return variance.IsZero && epsilon.IsZero ? "0" : RootQuotient.Digits(centred, variance, epsilon, _digits);
    }

    // The divisor as √v + e.
    private (Rational Variance, Rational Epsilon) Divisor()
        => _profile.Deviation == Deviation.None ? (1, 0)
            : _profile.EpsilonInside ? (_variance + _profile.Epsilon, 0)
            : (_variance, _profile.Epsilon);
}
