using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Proving.Tests.Search;

/// <summary>Claims as a user types them, built from formulas of the theory.</summary>
internal static class UserClaims
{
    public static Axis In(string name, string extent) => new(name, Extent.Parse(extent));

    public static Expr V(string name) => Expr.Variable(name);

    public static Expr N(string number) => Expr.FromRational(Rational.Parse(number));

    public static Expr H(Expr p, string pRef = "p_ref", string beta = "beta", string eps = "eps")
        => SuccessMap.Next(Probability<Expr>.FromSuccess(p), Probability<Expr>.FromSuccess(V(pRef)), V(beta), V(eps)).Success;

    public static Axis[] Whole => [In("p", "[0, 1]"), In("p_ref", "(0, 1)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")];

    public static Verdict Prove(Axis[] box, Expr e, Relation relation, ProverOptions? options = null)
        => Prover.Prove(QuantifiedStatement.Show(box, e, relation), options ?? new() { BoxBudget = 20_000, Threads = 2 });
}
