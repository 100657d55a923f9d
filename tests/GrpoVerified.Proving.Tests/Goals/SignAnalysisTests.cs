using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tests.Goals;

public sealed class SignAnalysisTests
{
    private static readonly Expr P = Expr.Variable("p");
    private static readonly Expr E = Expr.Variable("e");
    private static readonly Goal Context = new([new("p", Extent.Closed(0, 1)), new("e", Extent.Positive)], [], P, Relation.Positive);

    [Fact]
    public void Signs_follow_ranges_and_exact_ends()
    {
        Assert.Equal(Signs.Zero | Signs.Plus, SignAnalysis.Of(Context, P));
        Assert.Equal(Signs.Zero | Signs.Plus, SignAnalysis.Of(Context, Expr.One - P));
        Assert.Equal(Signs.Plus, SignAnalysis.Of(Context, (P * (Expr.One - P)) + E));
        Assert.Equal(Signs.All, SignAnalysis.Of(Context, E - P));
        Assert.Equal(Signs.Plus, SignAnalysis.Of(Context, Expr.FromInteger(2) - P));
        Assert.Equal(Signs.Plus, SignAnalysis.Of(Context, Expr.Exp(P - E)));
        Assert.Equal(Signs.Zero | Signs.Plus, SignAnalysis.Of(Context, Expr.Square(P - E)));
    }

    [Fact]
    public void What_may_be_undefined_is_not_defined_by_signs()
    {
        Assert.Null(SignAnalysis.Of(Context, Expr.One / P));
        Assert.Null(SignAnalysis.Of(Context, Expr.Sqrt(P - E)));
        Assert.Null(SignAnalysis.Of(Context, Expr.Log(P)));
        Assert.Equal(new Condition(P - E, Relation.NonNegative), SignAnalysis.FirstUndefined(Context, Expr.Sqrt(P - E)));
    }

    [Fact]
    public void Facts_are_used_also_mirrored()
    {
        var context = Context.With(new(P - E, Relation.Positive));
        Assert.Equal(Signs.Plus, SignAnalysis.Of(context, P - E));
        Assert.Equal(Signs.Minus, SignAnalysis.Of(context, E - P));
        Assert.Equal(Signs.Minus, SignAnalysis.Of(Context.With(new(-(P - E), Relation.Positive)), P - E));
    }
}
