using System.Runtime.Intrinsics;
using GrpoVerified.Arithmetic.Vectors;

namespace GrpoVerified.Arithmetic.Tests.Vectors;

/// <summary>The exponential function of four doubles has the bounds of <see cref="Interval.Exp"/>, bit for bit; those are tested against balls elsewhere.</summary>
public sealed class TightExpTests
{
    [Fact]
    public void Four_places_have_the_bounds_of_the_interval()
    {
        var arguments = Arguments().ToArray();
        for (var i = 0; i + 4 <= arguments.Length; i += 4)
        {
            var x = Vector256.Create(arguments.AsSpan(i, 4));
            var (down, up) = (TightExp.Down(x), TightExp.Up(x));
            for (var k = 0; k < 4; k++)
            {
                var expected = Interval.Exp(new Interval(x[k]));
                Assert.True(
                    down[k] == expected.Lower && up[k] == expected.Upper,
                    $"exp {x[k]:R} in [{down[k]:R}, {up[k]:R}] instead of [{expected.Lower:R}, {expected.Upper:R}]");
            }
        }
    }

    private static IEnumerable<double> Arguments()
    {
        double[] corners = [0, -0.0, TightExp.Largest, -TightExp.Largest, double.Epsilon, -double.Epsilon, 1e-300, -1e-300, 1e-17, -1e-17, 1e-22, -1e-22, 1, -1];
        var ties = Enumerable.Range(-64000, 128001).Select(n => (n + 0.5) / 92.33248261689366).Where(x => Math.Abs(x) < 690);
        var random = new Random(5);
        var large = Enumerable.Range(0, 200_000).Select(_ => (random.NextDouble() - 0.5) * 1400);
        var small = Enumerable.Range(0, 100_000).Select(_ => (random.NextDouble() - 0.5) * Math.ScaleB(1, -random.Next(70)));
        return [.. corners, .. ties, .. large, .. small, 0, 0, 0];
    }
}
