using GrpoVerified.Proving.Catalogue;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using static GrpoVerified.Proving.Tests.Search.UserClaims;

namespace GrpoVerified.Proving.Tests.Search;

/// <summary>Many boxes at a time have the decisions of one at a time.</summary>
public sealed class BoxBatchTests
{
    public static TheoryData<string> Claims => ["map", "cross-ratio", "groups", "every operation", "slope is a part", "huge", "tiny", "undefined"];

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_batch_decides_as_single_boxes_do(string claim)
    {
        var goal = GoalOf(claim);
        var test = new BoxTest(goal);
        if (!BoxBatch.Applies(test))
        {
            Assert.False(BatchProgram.IsSupported, "the goal has an axis and no facts");
            return;
        }

        var boxes = Boxes(goal, 400);
        var (batch, workspace) = (new BoxBatch(test), test.NewWorkspace());
        var seen = new HashSet<byte>();
        for (var start = 0; start < boxes.Count; start += 61)
        {
            var decisions = new byte[Math.Min(61, boxes.Count - start)];
            batch.Decide(boxes, start, decisions);
            for (var i = 0; i < decisions.Length; i++)
            {
                var expected = test.Decide(boxes, start + i, workspace);
                Assert.True(expected == decisions[i], $"box {start + i}: {(char)decisions[i]} instead of {(char)expected}");
                seen.Add(char.IsAsciiLetterUpper((char)expected) ? (byte)'A' : expected);
            }
        }

        Assert.True(seen.Count > 1 || claim is "groups" or "huge" or "tiny" or "undefined", "one verdict only tells nothing");
    }

    private static Goal GoalOf(string claim)
    {
        var (x, y) = (V("x"), V("y"));
        Goal On(Expr e) => new([In("x", "[-2, 3]"), In("y", "[1/3, 2]")], [], Lowering.Lower(e), Relation.Positive);
        return claim switch
        {
            "map" => new([In("p", "[0, 1]"), In("p_ref", "[1/100, 99/100]"), In("beta", "[1/5, 5]"), In("eps", "[1/1000, 1]")], [], Lowering.Lower(H(V("p")) - V("p_ref") - N("3/2000")), Relation.Positive),
            "cross-ratio" => Goal.Of((QuantifiedStatement)CertificateCatalogue.All.Single(e => e.Name == "E05-cross-ratio").Statement),
            "groups" => Goal.Of((QuantifiedStatement)CertificateCatalogue.All.Single(e => e.Name == "L06-increases-8").Statement),
            "every operation" => On(Expr.Min(Expr.Max(Expr.Exp(-x) / y, Expr.Abs(x * y)), Expr.Sqrt(Expr.Square(x) + y) - (-x / -y)) + Expr.Log(y)),
            "slope is a part" => On((Expr.Exp(x) * y) - N("1/2")),
            "huge" => On((N("1e200") * x * N("1e200")) + y),
            "tiny" => On((N("1e-200") * x * N("1e-200") * Expr.Square(N("1e-100") * y)) + (N("1e-320") * y)),
            _ => On((x / (x + y)) + Expr.Sqrt(x) + Expr.Log(y - N("1/2"))),
        };
    }

    // Boxes as a search meets them: halves along one axis after the other, of large boxes and of the smallest one so far.
    private static BoxStore Boxes(Goal goal, int count)
    {
        var boxes = new BoxStore(goal.Domain.Count);
        boxes.Add([.. goal.Domain.Select(a => (Interval.FromRational(a.Extent.Lower.Value!.Value), Interval.FromRational(a.Extent.Upper.Value!.Value)))]);
        for (var i = 0; boxes.Count < count; i++)
        {
            boxes.AddHalves(boxes, i % 2 == 0 ? i / 2 : boxes.Count - 1, [(byte)('A' + ((i / 2) % goal.Domain.Count))]);
        }

        return boxes;
    }
}
