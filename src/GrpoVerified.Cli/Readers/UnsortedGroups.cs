namespace GrpoVerified.Cli.Readers;

/// <summary>
/// Groups of rollouts that may be scattered over the input, in the order of their first rollouts. The input is
/// read once; beyond a few megabytes rollouts are partitioned by a hash of their group onto temporary files, each
/// part is regrouped in memory, and the parts are merged.
/// </summary>
internal sealed class UnsortedGroups
{
    private const int FanOutBits = 6;
    private const int FanOut = 1 << FanOutBits;
    private const int PartBuffer = 1 << 16;
    private const int DeepestSplit = 128 / FanOutBits;

    private readonly string _directory;
    private readonly int _inMemory;

    /// <summary>A grouping that holds about <paramref name="inMemory"/> bytes of encoded rollouts at a time.</summary>
    public UnsortedGroups(string temporaryDirectory, int inMemory = 1 << 22)
    {
        _directory = temporaryDirectory;
        _inMemory = inMemory;
    }

    /// <summary>The groups in order of first appearance. A group is valid until the next one is asked for.</summary>
    public IEnumerable<RolloutGroup> Read(RolloutReader rollouts)
    {
        var runs = new List<RolloutRun>();
        try
        {
            Collect(rollouts, runs);
            foreach (var group in Merge(runs))
            {
                yield return group;
            }
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }
    }

    private void Collect(RolloutReader rollouts, List<RolloutRun> runs)
    {
        using var whole = new RolloutRun(_directory, int.MaxValue / 2);
        while (rollouts.Read())
        {
            whole.Add(rollouts.Line, rollouts.Group, rollouts.Reward);
            if (whole.Length > _inMemory)
            {
                break;
            }
        }

        if (whole.Length <= _inMemory)
        {
            runs.Add(Regroup(whole, _inMemory));
            return;
        }

        var parts = Split(whole, depth: 0, rollouts);
        FinishParts(parts, depth: 1, runs);
    }

    // Distributes a run, and what is left of the input behind it, over parts by hash bits of the group.
    private RolloutRun[] Split(RolloutRun run, int depth, RolloutReader? rest)
    {
        var parts = new RolloutRun[FanOut];
        for (var i = 0; i < FanOut; i++)
        {
            parts[i] = new RolloutRun(_directory, PartBuffer);
        }

        try
        {
            for (var cursor = run.Open(); cursor.MoveNext();)
            {
                parts[PartOf(cursor.Id, depth)].Add(cursor.Line, cursor.Id, cursor.Reward);
            }

            while (rest is not null && rest.Read())
            {
                parts[PartOf(rest.Group, depth)].Add(rest.Line, rest.Group, rest.Reward);
            }

            return parts;
        }
        catch
        {
            Array.ForEach(parts, part => part.Dispose());
            throw;
        }
    }

    // Turns parts into runs whose groups stand together, in order of first appearance.
    private void FinishParts(RolloutRun[] parts, int depth, List<RolloutRun> runs)
    {
        try
        {
            for (var i = 0; i < parts.Length; i++)
            {
                var part = parts[i];
                if (part.HasOneGroup)
                {
                    runs.Add(part);
                    parts[i] = new RolloutRun(_directory, PartBuffer);
                }
                else
                {
                    runs.Add(part.Length <= _inMemory || depth >= DeepestSplit ? Regroup(part, PartBuffer) : SplitAndMerge(part, depth));
                    part.Dispose();
                }
            }
        }
        finally
        {
            Array.ForEach(parts, part => part.Dispose());
        }
    }

    private RolloutRun SplitAndMerge(RolloutRun part, int depth)
    {
        var runs = new List<RolloutRun>();
        var merged = new RolloutRun(_directory, PartBuffer);
        try
        {
            FinishParts(Split(part, depth, rest: null), depth + 1, runs);
            foreach (var cursor in MergeCursors(runs))
            {
                merged.Add(cursor.Line, cursor.Id, cursor.Reward);
            }

            return merged;
        }
        catch
        {
            merged.Dispose();
            throw;
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }
    }

    // The same rollouts with groups together: stable counting sort by the group's rank of first appearance.
    private RolloutRun Regroup(RolloutRun run, int inMemory)
    {
        var rankOf = new Dictionary<UInt128, int>();
        var ranks = new int[run.Count];
        var at = 0;
        for (var cursor = run.Open(); cursor.MoveNext(); at++)
        {
            // Fixed keys: two ids with the same 128 bits do not occur by chance; the order must not vary from run to run.
            var key = Hash(cursor.Id);
            if (!rankOf.TryGetValue(key, out var rank))
            {
                rankOf.Add(key, rank = rankOf.Count);
            }

            ranks[at] = rank;
        }

        var regrouped = new RolloutRun(_directory, inMemory);
        var rollouts = new (long Line, byte[] Id, ExactDecimal Reward)[run.Count];
        var next = new int[rankOf.Count + 1];
        foreach (var rank in ranks)
        {
            next[rank + 1]++;
        }

        for (var rank = 1; rank < next.Length; rank++)
        {
            next[rank] += next[rank - 1];
        }

        var ids = new byte[rankOf.Count][];
        at = 0;
        for (var cursor = run.Open(); cursor.MoveNext(); at++)
        {
            ids[ranks[at]] ??= cursor.Id.ToArray();
            rollouts[next[ranks[at]]++] = (cursor.Line, ids[ranks[at]], cursor.Reward);
        }

        foreach (var (line, id, reward) in rollouts)
        {
            regrouped.Add(line, id, reward);
        }

        return regrouped;
    }

    private IEnumerable<RolloutGroup> Merge(List<RolloutRun> runs)
    {
        using var group = new RolloutGroup(_directory, withLines: true);
        var started = false;
        foreach (var cursor in MergeCursors(runs))
        {
            if (!started || !cursor.Id.SequenceEqual(group.Id))
            {
                if (started)
                {
                    yield return group;
                }

                started = true;
                group.Start(cursor.Id, cursor.Line);
            }

            group.Add(cursor.Reward, cursor.Line);
        }

        if (started)
        {
            yield return group;
        }
    }

    // Whole groups, by the line of their first rollout; no group is in two runs.
    private static IEnumerable<RolloutRun.Cursor> MergeCursors(List<RolloutRun> runs)
    {
        var queue = new PriorityQueue<RolloutRun.Cursor, long>();
        foreach (var run in runs)
        {
            var cursor = run.Open();
            if (cursor.MoveNext())
            {
                queue.Enqueue(cursor, cursor.Line);
            }
        }

        while (queue.TryDequeue(out var cursor, out _))
        {
            var id = cursor.Id.ToArray();
            bool more;
            do
            {
                yield return cursor;
                more = cursor.MoveNext();
            }
            while (more && cursor.Id.SequenceEqual(id));
            if (more)
            {
                queue.Enqueue(cursor, cursor.Line);
            }
        }
    }

    private static int PartOf(ReadOnlySpan<byte> id, int depth)
        => (int)(ulong)(Hash(id) >> (FanOutBits * depth)) & (FanOut - 1);

    private static UInt128 Hash(ReadOnlySpan<byte> id) => SipHash.Compute(id, 0x6772_706f_6b65_7930, 0x6772_706f_6b65_7931);
}
