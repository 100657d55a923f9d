using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Tests.Search.UserClaims;

namespace GrpoVerified.Proving.Tests.Search;

public sealed class OrbitProofTests
{
    [Fact]
    public void The_two_cycle_of_CE1_has_boxes_that_contract_and_are_entered()
    {
        var step = OrbitProof.Prove(Orbit("1/200", "3/2", "1/1000", 2, "[39/2000, 41/2000]"))!;
        Assert.Equal(2, step.Boxes.Count);
        Assert.True(step.Slopes[0] * step.Slopes[1] < Rational.One);
        Assert.True(step.Enter > 0);
        Assert.True(step.Boxes[0].Contains(Rational.Parse("0.01997942336843314800")), $"{step.Boxes[0]} misses the reference value");
        Assert.True(step.Boxes[1].Contains(Rational.Parse("0.34384876135916036101")), $"{step.Boxes[1]} misses the reference value");
    }

    [Fact]
    public void A_cycle_that_is_not_there_is_not_found()
    {
        Assert.Null(OrbitProof.Prove(Orbit("2/5", "4", "1/10", 2, "[1/2, 51/100]")));
        Assert.Null(OrbitProof.Prove(Orbit("1/200", "3/2", "1/1000", 2, "[1/10, 2/10]")));
        Assert.Null(OrbitProof.Prove(Orbit("1/200", "3/2", "1/1000", 1, "[39/2000, 41/2000]")));
    }

    private static OrbitStatement Orbit(string pRef, string beta, string eps, int period, string box)
        => new("p", Rational.Parse(pRef), SuccessMap.Next(Probability<Expr>.FromSuccess(V("p")), Probability<Expr>.FromSuccess(N(pRef)), N(beta), N(eps)).Success, period, Extent.Parse(box));
}
