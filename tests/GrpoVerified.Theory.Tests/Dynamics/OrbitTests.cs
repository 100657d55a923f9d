using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>Iterates of every variant against orbits.json, and at two precisions.</summary>
public sealed class OrbitTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, ReferenceRows.Read("orbits.json").Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Iterate_has_the_digits_of_the_reference(int index)
    {
        var row = ReferenceRows.Read("orbits.json")[index];
        var parameters = ReferenceRows.Parameters(row);
        var p = Orbit.Enclose(parameters, row.GetProperty("step").GetInt32(), 768).Last();
        ReferenceRows.AssertRoundsTo(row.GetProperty("success").GetString()!, p.Success, $"row {index} success");
        ReferenceRows.AssertRoundsTo(row.GetProperty("failure").GetString()!, p.Failure, $"row {index} failure");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Iterates_at_two_precisions_overlap_and_the_pair_sums_to_one(int index)
    {
        var row = ReferenceRows.Read("orbits.json")[index];
        var parameters = ReferenceRows.Parameters(row);
        var steps = row.GetProperty("step").GetInt32();
        var coarse = Orbit.Enclose(parameters, steps, 96).ToList();
        var fine = Orbit.Enclose(parameters, steps, 512).ToList();
        Assert.Equal(steps + 1, coarse.Count);
        foreach (var (a, b) in coarse.Zip(fine))
        {
            Assert.True(Ball.Overlap(a.Success, b.Success) && Ball.Overlap(a.Failure, b.Failure), $"row {index}");
            Assert.True(Ball.Contains(a.Success + a.Failure, Rational.One) && Ball.Contains(b.Success + b.Failure, Rational.One), $"row {index}");
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Log_odds_form_agrees_with_the_probability_form(int index)
    {
        var row = ReferenceRows.Read("orbits.json")[index];
        var parameters = ReferenceRows.Parameters(row);
        var steps = row.GetProperty("step").GetInt32();
        var bound = BoundParameters<Ball>.Bind(parameters, new BallContext(512));
        foreach (var (x, p) in Orbit.LogOdds(bound, steps).Zip(Orbit.Enclose(parameters, steps, 512)))
        {
            Assert.True(Ball.Overlap(Ball.Logistic(x), p.Success) && Ball.Overlap(Ball.Logistic(-x), p.Failure), $"row {index}");
        }
    }

    // Two hundred steps at a Lyapunov exponent of about 0.55 lose 160 bits, and balls lose about 440: too few bits must be admitted, not hidden.
    [Fact]
    public void Chaotic_orbit_at_too_few_bits_is_wide_rather_than_wrong()
    {
        var parameters = GrpoParameters.Of(Rational.Parse("1/10000"), Rational.Parse("3/5"), Rational.Parse("1/100"));
        var coarse = Orbit.Enclose(parameters, 200, 96).Last().Success;
        var fine = Orbit.Enclose(parameters, 200, 1024).Last().Success;
        Assert.True(fine.RelativeAccuracyBits > 500, $"{fine}");
        Assert.True(coarse.RelativeAccuracyBits < 4, $"{coarse}");
        Assert.True(Ball.Overlap(coarse, fine));
    }
}
