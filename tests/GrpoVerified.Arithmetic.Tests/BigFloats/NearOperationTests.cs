namespace GrpoVerified.Arithmetic.Tests.BigFloats;

/// <summary>The operations of balls on midpoints, beside the correctly rounded ones: theorem NR2.</summary>
public sealed class NearOperationTests
{
    private delegate BigFloat Near(BigFloat a, BigFloat b, int precision, out Magnitude error);

    [Fact]
    public void Products_are_within_their_error() => Compare(51, (a, b, p, out e) => BigFloat.NearProduct(a, b, p, out e), (a, b, p) => BigFloat.Multiply(a, b, p));

    [Fact]
    public void Squares_are_within_their_error() => Compare(52, (a, _, p, out e) => BigFloat.NearProduct(a, a, p, out e), (a, _, p) => BigFloat.Multiply(a, a, p));

    [Fact]
    public void Quotients_are_within_their_error() => Compare(53, (a, b, p, out e) => BigFloat.NearQuotient(a, b, p, out e), (a, b, p) => BigFloat.Divide(a, b, p));

    [Fact]
    public void Reciprocal_roots_are_within_their_error()
        => Compare(54, (a, _, p, out e) => BigFloat.NearReciprocalRoot(a.Abs(), p, out e), (a, _, p) => BigFloat.ReciprocalSqrt(a.Abs(), p));

    [Fact]
    public void Roots_are_within_their_error() => Compare(55, (a, _, p, out e) => BigFloat.NearRoot(a.Abs(), p, out e), (a, _, p) => BigFloat.Sqrt(a.Abs(), p));

    [Fact]
    public void Small_numbers_give_exact_results_at_any_precision()
    {
        foreach (var precision in new[] { 100, 1000, 5000 })
        {
            BigFloat six = BigFloat.FromInteger(6), three = BigFloat.FromInteger(3), nine = BigFloat.FromInteger(9), four = BigFloat.FromInteger(4);
            Assert.Equal(BigFloat.FromInteger(2), BigFloat.NearQuotient(six, three, precision, out var quotient));
            Assert.Equal(BigFloat.FromInteger(18), BigFloat.NearProduct(six, three, precision, out var product));
            Assert.Equal(three, BigFloat.NearRoot(nine, precision, out var root));
            Assert.Equal(BigFloat.PowerOfTwo(-1), BigFloat.NearReciprocalRoot(four, precision, out var inverse));
            Assert.True(quotient.IsZero && product.IsZero && root.IsZero && inverse.IsZero);
        }
    }

    private static void Compare(int seed, Near near, Func<BigFloat, BigFloat, int, BigFloat> exact)
    {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var precision = random.Next(i < 300 ? 900 : 9000) + 2;
            var (a, b) = (Random(random, precision), Random(random, precision));
            var value = near(a, b, precision, out var error);
            var reference = exact(a, b, precision + 200);
            var difference = Magnitude.LowerBound(BigFloat.Subtract(value, reference, 64, RoundingMode.TowardZero));
            Assert.True(difference <= error + Magnitude.PowerOfTwo(reference.Exponent - precision - 190), $"{difference} {error} at {precision}");

            // Hardly more than half a unit of the last bit.
            Assert.True(error <= Magnitude.PowerOfTwo(value.Exponent - precision - 1) * (Magnitude.One + Magnitude.PowerOfTwo(-2)));
        }
    }

    private static BigFloat Random(Random random, int precision)
    {
        var limbs = Limbs.LimbNumbers.Hard(random, 1 + random.Next((precision / 64) + 3));
        limbs[^1] |= 1UL << 63;
        limbs[0] |= 1;
        return BigFloat.Make(random.Next(2) == 0, limbs, random.Next(-40, 40), sticky: false, int.MaxValue, RoundingMode.Nearest, out _);
    }
}
