using GrpoVerified.Properties.Contract.Theory;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.RootFinding;

namespace GrpoVerified.Properties.Tests.Theory;

/// <summary>The theory on the functions of MathNet.Numerics: logistic and logit, vectors, the binomial law, Brent's method.</summary>
internal static class MathNetTheory
{
    public static TheoryImplementation Instance { get; } = new()
    {
        Name = "MathNet.Numerics",
        SuccessMap = (p, r, b, e) => SpecialFunctions.Logistic(SpecialFunctions.Logit(r) + (Omega(p, e) / b)),
        Mirror = (p, b, e) => SpecialFunctions.Logistic(SpecialFunctions.Logit(p) + (Omega(p, e) / b)),
        MeanOnly = (_, r, b) => SpecialFunctions.Logistic(SpecialFunctions.Logit(r) + (1 / b)),
        Policy = (reference, rewards, old, b, e) =>
        {
            var tilt = Vector<double>.Build.Dense(reference.Count, o => (rewards[o] ? 1 - old : -old) * Omega(old, e) / b).PointwiseExp();
            var weights = Vector<double>.Build.DenseOfEnumerable(reference).PointwiseMultiply(tilt);
            return (weights / weights.Sum()).ToArray();
        },
        GroupWeight = (p, e, g, sample) => Enumerable.Range(1, g - 1).Sum(k => Binomial.PMF(p, g, k) * Term(k, g, e, sample)) / (p * (1 - p)),
        FixedPoints = (r, b, e) => e > 0 && b >= 1 / (Math.Sqrt(27 * e) * (1 + (4 * e))) * 1.001
            ? [SpecialFunctions.Logistic(Brent.FindRoot(x => x - SpecialFunctions.Logit(r) - (Omega(SpecialFunctions.Logistic(x), e) / b), SpecialFunctions.Logit(r), SpecialFunctions.Logit(r) + (1 / (b * Math.Sqrt(e))) + 1, 1e-14, 1000))]
            : throw new InvalidOperationException("more than one fixed point is possible"),
    };

    private static double Omega(double p, double eps) => 1 / Math.Sqrt((p * (1 - p)) + eps);

    private static double Term(int k, int g, double eps, bool sample)
        => k * (double)(g - k) / ((double)g * g) / Math.Sqrt((k * (double)(g - k) / ((double)g * (sample ? g - 1 : g))) + eps);
}
