using System.Runtime.CompilerServices;
using System.Text;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>The result of a branch and bound.</summary>
/// <param name="Proof">The tree; null if some box is undecided.</param>
/// <param name="Violation">A midpoint at which the goal certainly fails; null if none was met.</param>
/// <param name="Remaining">Undecided boxes, at most a hundred, in breadth-first order.</param>
/// <param name="Boxes">Boxes tested.</param>
internal sealed record TreeResult(TreeStep? Proof, IReadOnlyList<Rational>? Violation, IReadOnlyList<IReadOnlyList<Axis>> Remaining, long Boxes);

/// <summary>
/// Interval branch and bound over a box of any dimension: breadth first in whole chunks, so that the tree, the budget and the boxes
/// left over depend on the goal alone and not on the number of threads.
/// </summary>
internal sealed class TreeSearch
{
    /// <summary>Bits stated in certificates: what holds in doubles (53 bits) holds at 70 − 16 bits, the margin that the format asks for.</summary>
    public const int Precision = 70;

    private const int Chunk = 2048;
    private const int MaxShownBoxes = 100;

    private readonly Goal _goal;
    private readonly SearchControl _control;
    private readonly List<byte> _decisions = [];
    private readonly int _dimension;

    private TreeSearch(Goal goal, SearchControl control)
    {
        _goal = goal;
        _control = control;
        _dimension = goal.Domain.Count;
    }

    /// <summary>Whether a goal is of the form that trees prove: a sign on a bounded domain of at most 26 axes.</summary>
    public static bool Applies(Goal goal)
        => goal.Relation != Relation.Zero && goal.Domain.Count <= 26 && goal.Domain.All(a => a.Extent.IsBounded);

    /// <summary>Searches with at most a number of boxes.</summary>
    public static TreeResult Run(Goal goal, long budget, SearchControl control)
        => Applies(goal) ? new TreeSearch(goal, control).Run(budget) : throw new ArgumentException("The domain of the goal is not bounded.", nameof(goal));

    /// <summary>Decides the boxes of one part of the search that <see cref="Run(Goal, long, SearchControl)"/> does with the same number of boxes; the decisions go to the checkpoint.</summary>
    public static void Explore(Goal goal, long budget, SearchControl control, Share share)
    {
        // A part counts whole chunks of its own: never fewer boxes than the whole would.
        new TreeSearch(goal, control).Run(budget + Chunk, share);
    }

    private TreeResult Run(long budget, Share? share = null)
    {
        var test = new BoxTest(_goal);
        var (open, next) = (Root(), new BoxStore(_dimension));
        var role = share is null ? string.Empty : Share.Common;
        var checkpoint = _control.Recall(_goal, role);
        var boxes = 0L;
        var known = 0L;
        using var workers = new ThreadLocal<Worker>(() => new(test));
        while (open.Count > 0)
        {
            _control.Token.ThrowIfCancellationRequested();
            if (share is { } part && role != Share.Own && open.Count >= part.Width)
            {
                open = open.Every(part.Count, part.Index);
                role = Share.Own;
                checkpoint = _control.Recall(_goal, role);
                known = boxes;
                _decisions.Clear();
            }

            for (var start = 0; start < open.Count; start += Chunk)
            {
                var count = Math.Min(Chunk, open.Count - start);
                if (boxes + count > budget)
                {
                    return new(null, null, share is null ? Shown(open.Count - start + next.Count) : [], boxes);
                }

                var decisions = new byte[count];
                if (checkpoint is not null && boxes - known + count <= checkpoint.Length)
                {
                    checkpoint.AsSpan((int)(boxes - known), count).CopyTo(decisions);
                }
                else
                {
                    Decide(open, start, decisions, workers);
                }

                boxes += count;
                if (decisions.AsSpan().IndexOfAny((byte)'!', (byte)'?') is var end and >= 0)
                {
                    if (decisions[end] == (byte)'?')
                    {
                        // There is no axis to split.
                        return new(null, null, [], boxes);
                    }

                    // The boxes before it are the part's.
                    _decisions.AddRange(decisions.AsSpan(0, end));
                    _control.Remember(_goal, _decisions, boxes, 0, role);
                    return new(null, share is null ? Midpoint(_decisions.Count) : null, [], boxes);
                }

                _decisions.AddRange(decisions);
                next.AddHalves(open, start, decisions);
                _control.Remember(_goal, _decisions, boxes, open.Count - start - count + next.Count, role);
            }

            (open, next) = (next, open);
            next.Clear();
        }

        return new(share is null ? new(Precision, Write()) : null, null, [], boxes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Decide(BoxStore open, int start, byte[] decisions, ThreadLocal<Worker> workers)
    {
        var batches = (decisions.Length + BatchProgram.Lanes - 1) / BatchProgram.Lanes;
        void One(int i)
        {
            var first = i * BatchProgram.Lanes;
            workers.Value!.Decide(open, start + first, decisions.AsSpan(first, Math.Min(BatchProgram.Lanes, decisions.Length - first)));
        }

        if (_control.Threads == 1 || batches < 4)
        {
            for (var i = 0; i < batches; i++)
            {
                One(i);
            }
        }
        else
        {
            Parallel.For(0, batches, new() { MaxDegreeOfParallelism = _control.Threads }, One);
        }
    }

    private static bool IsSplit(byte decision) => decision is >= (byte)'A' and <= (byte)'Z';

    // For each decision the first of the two boxes that it split into; boxes stand in the order in which they were met.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] FirstChildren()
    {
        var first = new int[_decisions.Count];
        var next = 1;
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = IsSplit(_decisions[i]) ? next : -1;
            next += IsSplit(_decisions[i]) ? 2 : 0;
        }

        return first;
    }

    private BoxStore Root()
    {
        var root = new BoxStore(_dimension);
        root.Add([.. _goal.Domain.Select(a => (Interval.FromRational(a.Extent.Lower.Value!.Value), Interval.FromRational(a.Extent.Upper.Value!.Value)))]);
        return root;
    }

    // Breadth-first decisions as a tree in preorder.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string Write()
    {
        var text = new StringBuilder(_decisions.Count);
        var firstChild = FirstChildren();
        var stack = new Stack<int>([0]);
        while (stack.TryPop(out var i))
        {
            text.Append((char)_decisions[i]);
            if (firstChild[i] >= 0)
            {
                stack.Push(firstChild[i] + 1);
                stack.Push(firstChild[i]);
            }
        }

        return text.ToString();
    }

    // The exact box of a node, by walking down from the root.
    private Extent[] Exact(int node, int[] parent)
    {
        var path = new Stack<int>();
        for (var i = node; i > 0; i = parent[i])
        {
            path.Push(i);
        }

        var box = _goal.Domain.Select(a => a.Extent).ToArray();
        while (path.TryPop(out var i))
        {
            var axis = _decisions[parent[i]] - (byte)'A';
            var middle = (box[axis].Lower.Value!.Value + box[axis].Upper.Value!.Value) / 2;

            // Lower halves have odd numbers.
            box[axis] = i % 2 == 1
                ? box[axis] with { Upper = Endpoint.Closed(middle) }
                : box[axis] with { Lower = Endpoint.Closed(middle) };
        }

        return box;
    }

    private int[] Parents()
        => [-1, .. Enumerable.Range(0, _decisions.Count).Where(i => IsSplit(_decisions[i])).SelectMany(i => new[] { i, i })];

    private Rational[] Midpoint(int node) => [.. Exact(node, Parents()).Select(x => (x.Lower.Value!.Value + x.Upper.Value!.Value) / 2)];

    private List<IReadOnlyList<Axis>> Shown(int left)
    {
        var parent = Parents();
        var first = parent.Length - left;
        return [.. Enumerable.Range(first, Math.Min(MaxShownBoxes, left))
            .Select(i => (IReadOnlyList<Axis>)[.. Exact(i, parent).Select((x, k) => new Axis(_goal.Domain[k].Name, x))])];
    }

    // The tests of one thread: in batches where the processor and the goal allow it, else box by box.
    private sealed class Worker(BoxTest test)
    {
        private readonly BoxTest.Workspace _workspace = test.NewWorkspace();
        private readonly BoxBatch? _batch = BoxBatch.Applies(test) ? new(test) : null;

        public void Decide(BoxStore boxes, int start, Span<byte> decisions)
        {
            if (_batch is not null)
            {
                _batch.Decide(boxes, start, decisions);
                return;
            }

            for (var i = 0; i < decisions.Length; i++)
            {
                decisions[i] = test.Decide(boxes, start + i, _workspace);
            }
        }
    }
}
