using System.Text.Json.Nodes;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;

namespace GrpoVerified.Reports.Vectors;

/// <summary>Golden values of the theory: success map, orbit, fixed points, policies, divergences.</summary>
internal static class DynamicsVectors
{
    private static readonly (string Reference, string Beta, string Epsilon)[] Points =
    [
        ("1/10", "1", "1/1000"), ("1/2", "1/25", "1/1000000"), ("3/4", "1/2", "1/100"), ("1/200", "3/2", "1/1000"),
        ("1/100", "1", "1/1000"), ("99/100", "1/10", "1/10000"), ("1/10", "1", "0"), ("1/1000", "5", "1/10"),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Vector> All()
        => SuccessMaps().Concat(Orbits()).Concat(FixedPoints()).Concat(Policies()).Concat(Divergences());

    private static IEnumerable<Vector> SuccessMaps()
    {
        string[] probabilities = ["1/1000", "1/10", "1/2", "7/8", "999/1000"];
        return Points.SelectMany((point, i) => probabilities.SelectMany((text, j) =>
        {
            var inputs = Inputs(point);
            inputs["p"] = text;
            return VectorCase.Of("success-map", (i * probabilities.Length) + j + 1, inputs, ["next", "complement", "derivative"], bits =>
            {
                var context = new BallContext(bits);
                var p = Probability<Ball>.FromRational(Rational.Parse(text), context);
                var (reference, beta, eps) = (Probability<Ball>.FromRational(Rational.Parse(point.Reference), context), context.Enclose(Rational.Parse(point.Beta)), context.Enclose(Rational.Parse(point.Epsilon)));
                var next = SuccessMap.Next(p, reference, beta, eps);
                return [next.Success, next.Failure, SuccessMap.Derivative(p, reference, beta, eps)];
            });
        }));
    }

    private static IEnumerable<Vector> Orbits()
        => Points.Where(p => p.Epsilon is not "0").SelectMany((point, i) =>
        {
            var inputs = Inputs(point);
            inputs["n"] = "5";
            return VectorCase.Of("iterate", i + 1, inputs, ["p", "complement"], bits =>
            {
                var last = Orbit.Enclose(Parameters(point), 5, bits + 64).Last();
                return [last.Success, last.Failure];
            });
        });

    private static IEnumerable<Vector> FixedPoints()
        => Points.SelectMany((point, i) => FixedPointSet.Find(Parameters(point)).Interior.SelectMany((fixedPoint, j) =>
        {
            var inputs = Inputs(point);
            inputs["number"] = (j + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return VectorCase.Of("fixed-point", (10 * (i + 1)) + j + 1, inputs, ["p", "complement", "multiplier"], bits =>
            {
                var p = fixedPoint.Probability(bits);
                return [p.Success, p.Failure, fixedPoint.Multiplier(bits)];
            });
        }));

    private static IEnumerable<Vector> Policies()
    {
        Rational[] reference = [new(1, 10), new(1, 5), new(3, 10), new(2, 5)];
        bool[] rewards = [true, false, true, false];
        return Points.Take(4).SelectMany((point, i) =>
        {
            var inputs = new JsonObject
            {
                ["reference"] = VectorCase.List(reference),
                ["rewards"] = VectorCase.List(rewards.Select(r => r ? Rational.One : Rational.Zero)),
                ["p_old"] = point.Reference,
                ["beta"] = point.Beta,
                ["epsilon"] = point.Epsilon,
            };
            return VectorCase.Of("policy", i + 1, inputs, ["probability[0]", "probability[1]", "probability[2]", "probability[3]", "partition", "kl(new|reference)", "objective"], bits =>
            {
                var context = new BallContext(bits);
                var old = Probability<Ball>.FromRational(Rational.Parse(point.Reference), context);
                var (beta, eps) = (context.Enclose(Rational.Parse(point.Beta)), context.Enclose(Rational.Parse(point.Epsilon)));
                var anchor = new OutcomeSpace(reference, rewards).Bind(context);
                var (plus, minus) = (Whitening.WeightPlus(old, eps), Whitening.WeightMinus(old, eps));
                var policy = ExplicitPolicies.Maximiser(anchor, rewards, plus, minus, beta);
                return
                [
                    .. policy.Probabilities, policy.Partition, ExplicitPolicies.KullbackLeibler(policy.Probabilities, anchor, _ => true),
                    ExplicitPolicies.Objective(policy.Probabilities, anchor, rewards, plus, minus, beta, _ => true),
                ];
            });
        });
    }

    private static IEnumerable<Vector> Divergences()
    {
        (string P, string Q)[] pairs = [("1/2", "1/10"), ("9/10", "1/10"), ("1/1000", "1/1001"), ("1/3", "2/3")];
        return pairs.SelectMany((pair, i) => VectorCase.Of("bernoulli-kl", i + 1, new JsonObject { ["p"] = pair.P, ["q"] = pair.Q }, ["kl", "jeffreys"], bits =>
        {
            var context = new BallContext(bits);
            var (p, q) = (Probability<Ball>.FromRational(Rational.Parse(pair.P), context), Probability<Ball>.FromRational(Rational.Parse(pair.Q), context));
            return [Theory.Formulas.Divergences.Bernoulli(p, q), Theory.Formulas.Divergences.Jeffreys(p, q)];
        }));
    }

    private static JsonObject Inputs((string Reference, string Beta, string Epsilon) point)
        => new() { ["p_ref"] = point.Reference, ["beta"] = point.Beta, ["epsilon"] = point.Epsilon };

    private static GrpoParameters Parameters((string Reference, string Beta, string Epsilon) point)
        => GrpoParameters.Of(Rational.Parse(point.Reference), Rational.Parse(point.Beta), Rational.Parse(point.Epsilon));
}
