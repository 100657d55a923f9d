using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Cli.Advantages;

/// <summary>The certified advantages of one composition of rewards: they depend on the reward and the group's moments only.</summary>
/// <remarks>
/// The formula is <see cref="GroupAdvantage"/>. Its values are algebraic, centred reward over √v + e, so that their digits
/// come from integer square roots here, ties included; a test holds them against the formula in ball arithmetic.
/// </remarks>
internal sealed class GroupAdvantages
{
    private const int MostRemembered = 1 << 12;

    private readonly AdvantageConvention _convention;
    private readonly GroupMoments _moments;
    private readonly int _digits;
    private readonly Dictionary<ExactDecimal, Value> _known = [];
    private readonly ScaledRewards? _scaled;
    private bool _remembers = true;

    /// <summary>The advantages for a group's exact moments.</summary>
    public GroupAdvantages(AdvantageConvention convention, GroupMoments moments, int digits)
    {
        _convention = convention;
        _moments = moments;
        _digits = digits;
        Mean = Value.Text(RootQuotient.Digits(moments.Mean, 1, 0, digits));
        Std = convention.Deviation is { } deviation ? Value.Text(Root(moments.Variance(deviation), digits)) : Value.None;
    }

    /// <summary>The advantages of a group read from a file.</summary>
    public GroupAdvantages(AdvantageConvention convention, RewardMoments moments, int digits)
        : this(convention, new GroupMoments(moments.Count, moments.Mean(), moments.SquaredDeviations()), digits)
    {
        var (count, sum, _, scale) = moments.Key;
        var loo = convention.Baseline == Baseline.LeaveOneOut;
        var (variance, epsilon) = Divisor();
        if ((variance.IsZero && epsilon.IsZero) || (loo && count == 1))
        {
            return;
        }

        // N = n·R − S for rewards R and their sum S as integers over 10^scale; C = 1/(n·10^scale·divisor), n − 1 for leave-one-out.
        var unit = new Rational(BigInteger.Pow(10, scale), 1);
        var (factor, subtracted, divisor) = convention.Baseline == Baseline.None
            ? (BigInteger.One, BigInteger.Zero, unit)
            : (count, sum, unit * (loo ? count - 1 : count));
        _scaled = new ScaledRewards(factor, subtracted, scale, divisor, variance, epsilon, digits);
    }

    /// <summary>Mean of the rewards.</summary>
    public Value Mean { get; }

    /// <summary>Standard deviation of the rewards as the convention takes it, without ε; absent if it takes none.</summary>
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
    public Value Of(Rational reward)
    {
        var (variance, epsilon) = Divisor();
        return Value.Text(variance.IsZero && epsilon.IsZero
            ? "0"
            : RootQuotient.Digits(GroupAdvantage.Centred(reward, _moments, _convention.Baseline), variance, epsilon, _digits));
    }

    // The divisor as √v + e.
    private (Rational Variance, Rational Epsilon) Divisor()
        => _convention.Deviation is not { } deviation ? (1, 0)
            : _convention.Placement == EpsilonPlacement.Inside ? (_moments.Variance(deviation) + _convention.Epsilon, 0)
            : (_moments.Variance(deviation), _convention.Epsilon);

    private static string Root(Rational variance, int digits) => variance.IsZero ? "0" : RootQuotient.Digits(variance, variance, 0, digits);
}
