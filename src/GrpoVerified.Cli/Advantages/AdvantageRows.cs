using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Cli.Advantages;

/// <summary>Turns groups into rows of a report, one at a time; compositions that recur are computed once.</summary>
internal sealed class AdvantageRows
{
    private const int MostRemembered = 1 << 12;

    private readonly AdvantageConvention _convention;
    private readonly int _digits;
    private readonly Dictionary<(long Count, BigInteger Sum, BigInteger Squares, int Scale), GroupAdvantages> _known = [];

    /// <summary>Rows under a convention.</summary>
    public AdvantageRows(AdvantageConvention convention, int digits)
    {
        _convention = convention;
        _digits = digits;
    }

    /// <summary>Number of groups so far.</summary>
    public long Groups { get; private set; }

    /// <summary>Number of rollouts so far.</summary>
    public long Rollouts { get; private set; }

    /// <summary>The names of a row's values.</summary>
    public static IReadOnlyList<string> Columns(bool withLines)
        => withLines ? ["group", "n", "mean", "std", "advantages", "lines"] : ["group", "n", "mean", "std", "advantages"];

    /// <summary>One row per group.</summary>
    public IEnumerable<IReadOnlyList<Value>> Of(IEnumerable<RolloutGroup> groups)
    {
        foreach (var group in groups)
        {
            Groups++;
            Rollouts += group.Moments.Count;
            var advantages = Find(group.Moments);
            var list = Value.List(group.Rewards().Select(advantages.Of));
            Value[] row = [Value.Text(group.IdText), Value.Integer(group.Moments.Count), advantages.Mean, advantages.Std, list];
            yield return group.HasLines ? [.. row, Value.List(group.Lines().Select(Value.Integer))] : row;
        }
    }

    /// <summary>The row of a group given on the command line.</summary>
    public IEnumerable<IReadOnlyList<Value>> Of(IReadOnlyList<Rational> rewards)
    {
        Groups++;
        Rollouts += rewards.Count;
        var advantages = new GroupAdvantages(_convention, GroupMoments.Of(rewards), _digits);
        yield return
        [
            Value.Text("1"), Value.Integer(rewards.Count), advantages.Mean, advantages.Std, Value.List(rewards.Select(advantages.Of)),
        ];
    }

    private GroupAdvantages Find(RewardMoments moments)
    {
        var key = moments.Key;
        if (_known.TryGetValue(key, out var advantages))
        {
            return advantages;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        advantages = new GroupAdvantages(_convention, moments, _digits);
        _known.Add(key, advantages);
        return advantages;
    }
}
