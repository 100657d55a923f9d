using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Tests.Search.UserClaims;

namespace GrpoVerified.Proving.Tests.Search;

public sealed class OrbitProofTests
{
    [Fact]
    public void The_two_cycle_of_CE1_has_a_box_that_contracts_and_is_entered()
    {
        var step = OrbitProof.Prove(Orbit("1/200", "3/2", "1/1000", 2, "[39/2000, 41/2000]"))!;
        Assert.True(step.Slope < Rational.One);
        Assert.True(step.Enter > 0);
        Assert.Equal(Extent.Parse("[39/2000, 41/2000]"), step.Box);
        Assert.True(step.Box.Contains(Rational.Parse("0.01997942336843314800")), $"{step.Box} misses the reference value");
    }

    [Fact]
    public void An_interval_that_is_not_mapped_into_itself_has_a_smaller_box()
    {
        var step = OrbitProof.Prove(Orbit("1/200", "3/2", "1/1000", 2, "[1/100, 21/1000]"))!;
        Assert.NotEqual(Extent.Parse("[1/100, 21/1000]"), step.Box);
        Assert.True(step.Box.Contains(Rational.Parse("0.01997942336843314800")), $"{step.Box} misses the reference value");
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
