using System.Text;

namespace GrpoVerified.Cli.Readers;

/// <summary>One group of rollouts: its id, the moments of its rewards, the rewards in the order of the input.</summary>
internal sealed class RolloutGroup : IDisposable
{
    private const int InMemory = 1 << 23;

    private readonly Spool _rewards;
    private readonly Spool? _lines;
    private byte[] _id = [];
    private int _idLength;

    /// <summary>An empty group, to be filled again and again.</summary>
    /// <param name="temporaryDirectory">Where a group of millions may be spilled.</param>
    /// <param name="withLines">Whether the line of each rollout is kept.</param>
    public RolloutGroup(string temporaryDirectory, bool withLines)
    {
        _rewards = new Spool(temporaryDirectory, InMemory);
        _lines = withLines ? new Spool(temporaryDirectory, InMemory) : null;
    }

    /// <summary>Number, sum and squares of the rewards.</summary>
    public RewardMoments Moments { get; } = new();

    /// <summary>Line of the first rollout.</summary>
    public long FirstLine { get; private set; }

    /// <summary>Line of the last rollout.</summary>
    public long LastLine { get; private set; }

    /// <summary>Whether lines are kept.</summary>
    public bool HasLines => _lines is not null;

    /// <summary>The id, UTF-8.</summary>
    public ReadOnlySpan<byte> Id => _id.AsSpan(0, _idLength);

    /// <summary>The id as text.</summary>
    public string IdText => Encoding.UTF8.GetString(Id);

    /// <summary>Starts a new group with no rollouts.</summary>
    public void Start(ReadOnlySpan<byte> id, long line)
    {
        if (id.Length > _id.Length)
        {
            _id = new byte[2 * id.Length];
        }

        id.CopyTo(_id);
        _idLength = id.Length;
        FirstLine = line;
        Moments.Clear();
        _rewards.Clear();
        _lines?.Clear();
    }

    /// <summary>Adds a rollout.</summary>
    public void Add(ExactDecimal reward, long line)
    {
        LastLine = line;
        Moments.Add(reward);
        RewardCode.Write(_rewards, reward);
        _lines?.WriteVarint((ulong)line);
    }

    /// <summary>The rewards in order.</summary>
    public IEnumerable<ExactDecimal> Rewards()
    {
        for (var reader = new SpoolReader(_rewards, 1 << 16); !reader.AtEnd;)
        {
            yield return RewardCode.Read(reader);
        }
    }

    /// <summary>The lines of the rollouts, in order.</summary>
    public IEnumerable<long> Lines()
    {
        if (_lines is null)
        {
            yield break;
        }

        for (var reader = new SpoolReader(_lines, 1 << 16); !reader.AtEnd;)
        {
            yield return (long)reader.ReadVarint();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rewards.Dispose();
        _lines?.Dispose();
    }
}
