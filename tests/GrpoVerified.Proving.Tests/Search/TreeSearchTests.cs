using System.Text;
using GrpoVerified.Proving.Catalogue;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using static GrpoVerified.Proving.Tests.Search.UserClaims;

namespace GrpoVerified.Proving.Tests.Search;

public sealed class TreeSearchTests
{
    // A statement of the catalogue whose tree has thousands of leaves.
    private static readonly Goal Wave = Goal.Of((QuantifiedStatement)CertificateCatalogue.All.Single(e => e.Name == "L06-increases-8").Statement);

    [Fact]
    public void Every_number_of_threads_gives_the_same_tree()
    {
        var trees = new[] { 1, 2, 5 }.Select(n => TreeSearch.Run(Wave, 100_000, new(new() { Threads = n }, default)).Proof!.Tree).ToList();
        Assert.True(trees[0].Length > 4000, $"the tree has {trees[0].Length} letters, too few to tell threads apart");
        Assert.Single(trees.Distinct());
    }

    [Fact]
    public void A_tree_covers_its_box_and_every_leaf_holds_in_exact_samples()
    {
        var tree = TreeSearch.Run(Wave, 100_000, new(new() { Threads = 1 }, default)).Proof!.Tree;
        var position = 0;
        var leaves = Walk(tree, ref position, [.. Wave.Domain.Select(a => (a.Extent.Lower.Value!.Value, a.Extent.Upper.Value!.Value))]);
        Assert.Equal(tree.Length, position);
        Assert.Equal(tree.Count(c => !char.IsAsciiLetterUpper(c)), leaves.Count);
        foreach (var leaf in leaves.Where((_, i) => i % 37 == 0))
        {
            var at = Wave.Domain.Select((a, i) => (a.Name, (leaf[i].Low + leaf[i].High) / 2)).ToDictionary(p => p.Name, p => p.Item2);
            Assert.True(PointValue.Enclose(Wave.Expression, at, 200)!.Value.IsPositive);
        }
    }

    [Fact]
    public void A_violated_midpoint_is_reported()
    {
        var goal = Wave.Of(Wave.Expression - N("1"));
        var result = TreeSearch.Run(goal, 100_000, new(new() { Threads = 1 }, default));
        Assert.Null(result.Proof);
        Assert.NotNull(Counterexample.Certify(goal, [.. result.Violation!]));
    }

    [Fact]
    public void An_interrupted_search_resumes_to_the_same_bytes()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var whole = TreeSearch.Run(Wave, 100_000, new(new() { Threads = 1 }, default));
            using var stop = new CancellationTokenSource();
            var interrupted = new ProverOptions { Threads = 2, Checkpoint = path, Progress = new StopAfter(8, stop) };
            Assert.Throws<OperationCanceledException>(() => TreeSearch.Run(Wave, 100_000, new(interrupted, stop.Token)));
            var kept = new FileInfo(path).Length;
            Assert.True(kept > 200, "nothing was kept");
            File.AppendAllText(path, "a torn line");
            var resumed = TreeSearch.Run(Wave, 100_000, new(new() { Threads = 2, Checkpoint = path, Resume = true }, default));
            Assert.Equal(Bytes(whole.Proof!), Bytes(resumed.Proof!));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Facts_exclude_boxes()
    {
        var x = V("x");
        var goal = new Goal([In("x", "[-1, 1]")], [new(x - N("1/3"), Relation.Positive)], x - N("1/4"), Relation.Positive);
        var tree = TreeSearch.Run(goal, 1000, new(new(), default)).Proof!.Tree;
        Assert.Contains('x', tree);
        Assert.Contains('.', tree);
    }

    private static string Bytes(TreeStep tree)
        => Encoding.UTF8.GetString(CertificateWriter.Write(new("W", null, "t", QuantifiedStatement.Show(Wave.Domain, Wave.Expression, Wave.Relation), tree)));

    private static List<(Rational Low, Rational High)[]> Walk(string tree, ref int position, (Rational Low, Rational High)[] box)
    {
        var letter = tree[position++];
        if (!char.IsAsciiLetterUpper(letter))
        {
            return [box];
        }

        var axis = letter - 'A';
        var middle = (box[axis].Low + box[axis].High) / 2;
        var (low, high) = (((Rational Low, Rational High)[])box.Clone(), ((Rational Low, Rational High)[])box.Clone());
        low[axis].High = middle;
        high[axis].Low = middle;
        return [.. Walk(tree, ref position, low), .. Walk(tree, ref position, high)];
    }

    private sealed class StopAfter(int reports, CancellationTokenSource stop) : IProgress<ProverProgress>
    {
        private int _left = reports;

        public void Report(ProverProgress value)
        {
            if (--_left == 0)
            {
                stop.Cancel();
            }
        }
    }
}
