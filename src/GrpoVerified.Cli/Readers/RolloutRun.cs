namespace GrpoVerified.Cli.Readers;

/// <summary>Rollouts on a spool, each with its line, the id of its group and its reward.</summary>
internal sealed class RolloutRun : IDisposable
{
    private readonly Spool _spool;
    private byte[] _firstId = [];

    /// <summary>An empty run.</summary>
    public RolloutRun(string temporaryDirectory, int inMemory)
        => _spool = new Spool(temporaryDirectory, inMemory);

    /// <summary>Bytes on the spool.</summary>
    public long Length => _spool.Length;

    /// <summary>Number of rollouts.</summary>
    public long Count { get; private set; }

    /// <summary>Whether all rollouts so far belong to one group.</summary>
    public bool HasOneGroup { get; private set; } = true;

    /// <summary>Appends a rollout.</summary>
    public void Add(long line, ReadOnlySpan<byte> id, ExactDecimal reward)
    {
        if (Count == 0)
        {
            _firstId = id.ToArray();
        }
        else
        {
            HasOneGroup = HasOneGroup && id.SequenceEqual(_firstId);
        }

        Count++;
        _spool.WriteVarint((ulong)line);
        _spool.WriteVarint((ulong)id.Length);
        _spool.Write(id);
        RewardCode.Write(_spool, reward);
    }

    /// <summary>A cursor before the first rollout.</summary>
    public Cursor Open() => new(_spool);

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();

    /// <summary>Walks over the rollouts of a run.</summary>
    internal sealed class Cursor
    {
        private readonly SpoolReader _reader;
        private byte[] _id = new byte[64];
        private int _idLength;

        /// <summary>A cursor before the first rollout on the spool.</summary>
        public Cursor(Spool spool) => _reader = new SpoolReader(spool);

        /// <summary>Line of the current rollout.</summary>
        public long Line { get; private set; }

        /// <summary>Group of the current rollout.</summary>
        public ReadOnlySpan<byte> Id => _id.AsSpan(0, _idLength);

        /// <summary>Reward of the current rollout.</summary>
        public ExactDecimal Reward { get; private set; }

        /// <summary>Moves to the next rollout.</summary>
        public bool MoveNext()
        {
            if (_reader.AtEnd)
            {
                return false;
            }

            Line = (long)_reader.ReadVarint();
            _idLength = (int)_reader.ReadVarint();
            if (_id.Length < _idLength)
            {
                _id = new byte[2 * _idLength];
            }

            _reader.ReadBytes(_idLength).CopyTo(_id);
            Reward = RewardCode.Read(_reader);
            return true;
        }
    }
}
