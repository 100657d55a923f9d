using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>What a search shares with its caller: cancellation, threads, progress, and the record of what was finished.</summary>
internal sealed class SearchControl
{
    private readonly ProverOptions _options;
    private readonly Checkpoint? _checkpoint;
    private long _spent;

    public SearchControl(ProverOptions options, CancellationToken token)
    {
        _options = options;
        Token = token;
        _checkpoint = options.Checkpoint is { } path ? new(path, options.Resume) : null;
    }

    public CancellationToken Token { get; }

    public int Threads => Math.Max(1, _options.Threads);

    /// <summary>Boxes tested by all searches so far.</summary>
    public long Spent => _spent;

    /// <summary>Boxes that may still be tested.</summary>
    public long Left => Math.Max(0, _options.BoxBudget - _spent);

    public void Count(long boxes) => _spent += boxes;

    /// <summary>The decisions recorded for a goal by an interrupted run; null if there are none.</summary>
    public byte[]? Recall(Goal goal, string role = "") => _checkpoint?.Recall(KeyOf(goal) + role);

    /// <summary>Records the decisions taken so far.</summary>
    public void Remember(Goal goal, List<byte> decisions, long boxes, int open, string role = "")
    {
        if (_checkpoint is not null)
        {
            _checkpoint.Remember(KeyOf(goal) + role, decisions);
        }

        _options.Progress?.Report(new(_spent + boxes, open, _options.BoxBudget));
    }

    private static string KeyOf(Goal goal)
        => Statement.HashOf(QuantifiedStatement.Show(goal.Domain, goal.Expression, goal.Relation, goal.Facts).Lines);
}
