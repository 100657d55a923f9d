using System.Globalization;
using GrpoVerified.Arithmetic;
using GrpoVerified.Benchmarks.Compare;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>
/// Branch and bound on h(p) &gt; p_ref + 3/2000 for p in [0, 1], p_ref in [1/100, 99/100], β in [1/5, 5], ε in [1/1000, 1], one thread:
/// time for each box, whole searches from the goal to the tree (compilation included).
/// </summary>
internal sealed class BoxWork : IMeasured
{
    public const string Workload = "boxes";
    private readonly Goal _goal;

    private BoxWork(Goal goal) => _goal = goal;

    /// <inheritdoc/>
    public string System => "prover";

    /// <inheritdoc/>
    public bool IsCertified => true;

    public static BoxWork Search() => new(Above(new Rational(3, 2000)));

    /// <summary>h(p) &gt; p_ref + margin on the box.</summary>
    public static Goal Above(Rational margin)
    {
        Axis On(string name, Rational lower, Rational upper) => new(name, Extent.Closed(lower, upper));
        var (p, reference) = (Expr.Variable("p"), Expr.Variable("p_ref"));
        var h = SuccessMap.Next(Probability<Expr>.FromSuccess(p), Probability<Expr>.FromSuccess(reference), Expr.Variable("beta"), Expr.Variable("eps")).Success;
        return new(
            [On("p", Rational.Zero, Rational.One), On("p_ref", new(1, 100), new(99, 100)), On("beta", new(1, 5), new(5, 1)), On("eps", new(1, 1000), Rational.One)],
            [],
            Lowering.Lower(h - reference - Expr.FromRational(margin)),
            Relation.Positive);
    }

    /// <summary>h(p) − p_ref at a point, in decimal digits.</summary>
    public static string GainAt(Rational p, Rational reference, Rational beta, Rational epsilon, int bits)
    {
        var context = new BallContext(bits);
        var h = SuccessMap.Next(Probability<Ball>.FromRational(p, context), Probability<Ball>.FromRational(reference, context), context.Enclose(beta), context.Enclose(epsilon)).Success;
        return Digits.Of(h - context.Enclose(reference), bits / 2);
    }

    /// <summary>The whole search with one thread.</summary>
    public static TreeResult Run(Goal goal) => TreeSearch.Run(goal, 100_000_000, new(new() { Threads = 1 }, default));

    /// <summary>What the anchors read (box_program.h): axes, program, its expression and slopes, the tree.</summary>
    public static string Program()
    {
        var goal = Search()._goal;
        var slopes = goal.Domain.Select(a => Differentiation.Of(goal.Expression, a.Name)!).ToList();
        var program = new SharedProgram([goal.Expression, .. slopes]);
        string Number(Endpoint end) => end.Value!.Value.ToDouble().ToString("R", CultureInfo.InvariantCulture);
        return string.Join(
            '\n',
            [
                .. goal.Domain.Select(a => $"axis {a.Name} {Number(a.Extent.Lower)} {Number(a.Extent.Upper)}"),
                .. program.Lines,
                $"root v{program.Roots[0]}",
                .. program.Roots.Skip(1).Select(r => $"slope v{r}"),
                $"tree {Run(goal).Proof!.Tree}",
                string.Empty,
            ]);
    }

    /// <inheritdoc/>
    public double Time(long count)
    {
        var (start, boxes) = (CpuClock.Thread(), 0L);
        while (boxes < count)
        {
            boxes += Run(_goal).Boxes;
        }

        return (CpuClock.Thread() - start) * count / boxes;
    }

    /// <summary>Boxes of the tree.</summary>
    public string Value() => Run(_goal).Boxes.ToString(CultureInfo.InvariantCulture);
}
