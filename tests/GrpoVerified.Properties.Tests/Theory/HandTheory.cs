using System.Numerics;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Contract.Theory;

namespace GrpoVerified.Properties.Tests.Theory;

/// <summary>Written from the paper by hand, in log-odds where it can, for any floating-point type: another text than the library's.</summary>
internal static class HandTheory<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Two = T.CreateChecked(2);

    public static TheoryImplementation Of(string name, DType dtype) => new()
    {
        Name = name,
        DType = dtype,
        Weights = (p, eps) => Weights(C(p), C(eps)) is var w ? (D(w.Plus), D(w.Minus)) : default,
        SuccessMap = (p, r, b, e) => D(Map(C(p), C(r), C(b), C(e))),
        LogOddsMap = (x, x0, b, e) => D(C(x0) + (G(C(x), C(e)) / C(b))),
        Derivative = (p, r, b, e) => D(Slope(C(p), C(r), C(b), C(e))),
        LipschitzConstant = e => D(T.One / (T.Sqrt(C(27) * C(e)) * (T.One + (C(4) * C(e))))),
        FixedPoints = (r, b, e) => [.. FixedPoints(r, b, e).Select(p => D(C(p)))],
        Policy = (reference, rewards, old, b, e) => [.. Policy(reference, rewards, C(old), C(b), C(e)).Select(D)],
        Partition = (r, old, b, e) => Weights(C(old), C(e)) is var w ? D((C(r) * T.Exp(w.Plus / C(b))) + ((T.One - C(r)) * T.Exp(-w.Minus / C(b)))) : 0,
        Objective = (policy, reference, rewards, old, b, e) => D(Objective(policy, reference, rewards, C(old), C(b), C(e))),
        Surrogate = (policy, old, rewards, e, low, high) => D(Surrogate(policy, old, rewards, C(e), C(low), C(high))),
        Contrastive = (policy, old, rewards, e, low, high) => D(Contrastive(policy, old, rewards, C(e), C(low), C(high))),
        Mirror = (p, b, e) => D(Sigma(Logit(C(p)) + (Omega(C(p), C(e)) / C(b)))),
        TwoKl = (p, r, a, b, e) => D(Sigma((C(a) * Logit(C(r))) + ((T.One - C(a)) * Logit(C(p))) + (Omega(C(p), C(e)) / C(b)))),
        MeanOnly = (_, r, b) => D(Sigma(Logit(C(r)) + (T.One / C(b)))),
        Clipped = (p, r, b, e, low, high) => D(Clipped(C(p), C(r), C(b), C(e), C(low), C(high))),
        GroupWeight = (p, e, g, sample) => D(GroupWeight(C(p), C(e), g, sample)),
        KeptGroupWeight = (p, e, g, sample) => D(GroupWeight(C(p), C(e), g, sample) / (T.One - T.Pow(C(p), C(g)) - T.Pow(T.One - C(p), C(g)))),
    };

    public static T Omega(T p, T eps) => T.One / T.Sqrt((p * (T.One - p)) + eps);

    public static T Sigma(T x) => x >= T.Zero ? T.One / (T.One + T.Exp(-x)) : T.Exp(x) / (T.One + T.Exp(x));

    public static T Logit(T p) => T.Log(p / (T.One - p));

    private static T C(double x) => T.CreateChecked(x);

    private static double D(T x) => double.CreateChecked(x);

    private static (T Plus, T Minus) Weights(T p, T eps) => ((T.One - p) * Omega(p, eps), p * Omega(p, eps));

    private static T Map(T p, T r, T beta, T eps) => Sigma(Logit(r) + (Omega(p, eps) / beta));

    private static T G(T x, T eps)
    {
        // Ω of the variance σ(x)σ(−x), without cosh and its overflow.
        var t = T.Exp(-T.Abs(x));
        var variance = t / ((T.One + t) * (T.One + t));
        return T.One / T.Sqrt(variance + eps);
    }

    private static T Slope(T p, T r, T beta, T eps)
    {
        var y = Logit(r) + (Omega(p, eps) / beta);
        var omega = Omega(p, eps);
        return Sigma(y) * Sigma(-y) * ((Two * p) - T.One) * omega * omega * omega / (Two * beta);
    }

    // Sign changes of h(σ(x)) against x on a fine grid of log-odds, then bisection: no formula of the library. In double for every T.
    private static IEnumerable<double> FixedPoints(double r, double beta, double eps)
    {
        double Gap(double x)
        {
            var t = Math.Exp(-Math.Abs(x));
            return x - Math.Log(r / (1 - r)) - (1 / (beta * Math.Sqrt((t / ((1 + t) * (1 + t))) + eps)));
        }

        // Every fixed point is between F(0) and x₀ + 1/(β√ε), and where the slope of G may exceed β only for moderate x: 60 is beyond ε = 2^−20 · e^60.
        var (low, high) = (Math.Log(r / (1 - r)), Math.Log(r / (1 - r)) + (1 / (beta * Math.Sqrt(eps))) + 1);
        var dense = Math.Min(high, 60);
        var grid = Enumerable.Range(0, 8_001).Select(i => low + ((Math.Max(dense, low + 1) - low) * i / 8_000)).Append(Math.Max(high, low + 2)).ToArray();
        for (var i = 0; i + 1 < grid.Length; i++)
        {
            var (a, b) = (grid[i], grid[i + 1]);
            if (Gap(a) < 0 != Gap(b) < 0)
            {
                var rising = Gap(a) < 0;
                for (var n = 0; n < 200; n++)
                {
                    var m = (a + b) / 2;
                    (a, b) = Gap(m) < 0 == rising ? (m, b) : (a, m);
                }

                yield return 1 / (1 + Math.Exp(-a));
            }
        }
    }

    private static T[] Policy(IReadOnlyList<double> reference, IReadOnlyList<bool> rewards, T old, T beta, T eps)
    {
        var w = Weights(old, eps);
        var tilted = reference.Select((p, o) => C(p) * T.Exp(rewards[o] ? w.Plus / beta : -w.Minus / beta)).ToArray();
        var z = tilted.Aggregate(T.Zero, (s, x) => s + x);
        return [.. tilted.Select(x => x / z)];
    }

    private static T Objective(IReadOnlyList<double> policy, IReadOnlyList<double> reference, IReadOnlyList<bool> rewards, T old, T beta, T eps)
    {
        var w = Weights(old, eps);
        var sum = T.Zero;
        for (var o = 0; o < policy.Count; o++)
        {
            var p = C(policy[o]);
            sum += p * (rewards[o] ? w.Plus : -w.Minus);
            sum -= p > T.Zero ? beta * p * T.Log(p / C(reference[o])) : T.Zero;
        }

        return sum;
    }

    private static T Surrogate(IReadOnlyList<double> policy, IReadOnlyList<double> old, IReadOnlyList<bool> rewards, T eps, T low, T high)
    {
        var w = Weights(Success(old, rewards), eps);
        var sum = T.Zero;
        for (var o = 0; o < policy.Count; o++)
        {
            var (rho, a) = (C(policy[o]) / C(old[o]), rewards[o] ? w.Plus : -w.Minus);
            sum += C(old[o]) * T.Min(rho * a, T.Clamp(rho, T.One - low, T.One + high) * a);
        }

        return sum;
    }

    private static T Contrastive(IReadOnlyList<double> policy, IReadOnlyList<double> old, IReadOnlyList<bool> rewards, T eps, T low, T high)
    {
        var w = Weights(Success(old, rewards), eps);
        var sum = T.Zero;
        for (var o = 0; o < policy.Count; o++)
        {
            var (p, q) = (C(policy[o]), C(old[o]));
            sum += rewards[o] ? w.Plus * T.Min(p, (T.One + high) * q) : -w.Minus * T.Max(p, (T.One - low) * q);
        }

        return sum;
    }

    private static T Success(IReadOnlyList<double> policy, IReadOnlyList<bool> rewards)
        => policy.Where((_, o) => rewards[o]).Aggregate(T.Zero, (s, p) => s + C(p));

    // Claim J3, regime by regime, in p.
    private static T Clipped(T p, T r, T beta, T eps, T low, T high)
    {
        var (up, down) = (p * (T.One + high), p + (low * (T.One - p)));
        var (omega, x0) = (Omega(p, eps), Logit(r));
        var (first, second) = (T.Min(up, down), T.Max(up, down));
        var middle = up < down ? p * omega : (T.One - p) * omega;
        var free = Sigma(x0 + (omega / beta));
        var part = Sigma(x0 + (middle / beta));
        return T.Min(free, T.Max(T.Min(T.One, first), T.Min(part, T.Max(T.Min(T.One, second), r))));
    }

    private static T GroupWeight(T p, T eps, int g, bool sample)
    {
        // The mean over the group size's binomial law of k(G−k)/G² ω_k, divided by p(1−p), term by term through the ratio of neighbouring ones.
        var sum = T.Zero;
        for (var k = 1; k < g; k++)
        {
            var variance = C(k) * C(g - k) / (C(g) * C(sample ? g - 1 : g));
            var weight = C(g - 1) / C(g) / T.Sqrt(variance + eps);
            for (var i = 1; i < k; i++)
            {
                weight *= p * C(g - 1 - i) / C(i);
            }

            for (var i = 0; i < g - 1 - k; i++)
            {
                weight *= T.One - p;
            }

            sum += weight;
        }

        return sum;
    }

}
