namespace GrpoVerified.Cli.Readers;

/// <summary>A named input of rollouts, cut into groups.</summary>
internal sealed class RolloutSource : IDisposable
{
    private readonly CommandContext _context;
    private readonly string _file;
    private readonly bool _csv;
    private readonly string _groupField;
    private readonly string _rewardField;
    private readonly string _temporaryDirectory;
    private readonly Stream _stream;

    /// <summary>Opens the input.</summary>
    public RolloutSource(CommandContext context, string file, bool csv, string groupField, string rewardField, string temporaryDirectory)
    {
        if (string.Equals(groupField, rewardField, StringComparison.Ordinal))
        {
            throw new UsageException($"group and reward are both field '{groupField}'", "options --group-field, --reward-field", "name two different fields");
        }

        _context = context;
        _file = file;
        _csv = csv;
        _groupField = groupField;
        _rewardField = rewardField;
        _temporaryDirectory = temporaryDirectory;
        _stream = InputFile.Open(file, context, "argument file");
    }

    /// <summary>The groups, read once.</summary>
    public IEnumerable<RolloutGroup> Groups(bool unsorted)
    {
        var any = false;
        var rollouts = Open(_stream);
        var groups = unsorted
            ? new UnsortedGroups(_temporaryDirectory).Read(rollouts)
            : ContiguousGroups.Read(rollouts, _temporaryDirectory, _stream.CanSeek && !InputFile.IsStandardInput(_file) ? FindEarlier : null);
        foreach (var group in groups)
        {
            any = true;
            yield return group;
        }

        if (!any)
        {
            throw new UsageException("the input holds no rollout", InputFile.Display(_file), $"write one record per line with fields {_groupField} and {_rewardField}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!InputFile.IsStandardInput(_file))
        {
            _stream.Dispose();
        }
    }

    private RolloutReader Open(Stream stream) => RolloutReader.Open(stream, InputFile.Display(_file), _csv, _groupField, _rewardField);

    private long? FindEarlier(byte[] id, long before)
    {
        using var again = InputFile.Open(_file, _context, "argument file");
        long? found = null;
        for (var rollouts = Open(again); rollouts.Read() && rollouts.Line < before;)
        {
            found = rollouts.Group.SequenceEqual(id) ? rollouts.Line : found;
        }

        return found;
    }
}
