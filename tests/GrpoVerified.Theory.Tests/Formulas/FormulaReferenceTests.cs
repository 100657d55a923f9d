using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>Every formula over balls against the digits of formulas.py.</summary>
public sealed class FormulaReferenceTests
{
    public static TheoryData<string> Formulas => FormulaEntry.Formulas;

    [Fact]
    public void Every_public_formula_has_reference_digits_and_every_reference_is_a_formula()
        => Assert.Equal(FormulaMethods.Names, FormulaEntry.All.Select(e => e.Formula).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Enclosure_contains_the_reference_digits_and_lies_within_them_at_more_precision(string formula)
    {
        foreach (var entry in FormulaEntry.Of(formula))
        {
            var coarse = At(entry, 260);
            var fine = At(entry, 1040);
            Assert.Equal(entry.Values.Count, coarse.Count);
            for (var i = 0; i < coarse.Count; i++)
            {
                var value = Rational.Parse(entry.Values[i]);
                var half = FormulaEntry.HalfUnit(entry.Values[i]);
                var place = $"{entry} component {i}: {entry.Values[i]}";
                Assert.True(Reaches(coarse[i], value, half), $"{place} against {coarse[i]} at 260 bits");
                Assert.True(Ball.Contains(fine[i], value) || Inside(fine[i], value, half), $"{place} against {fine[i]} at 1040 bits");
                Assert.True(IsNarrow(coarse[i], 100), $"{place}: {coarse[i]} is wide at 260 bits");
                Assert.True(IsNarrow(fine[i], 880), $"{place}: {fine[i]} is wide at 1040 bits");
                Assert.True(Ball.Overlap(coarse[i], fine[i]), $"{place}: the enclosures at 260 and 1040 bits are disjoint");
            }
        }
    }

    private static IReadOnlyList<Ball> At(FormulaEntry entry, int bits)
        => FormulaCall.Evaluate(entry, Binding<Ball>.By(new BallContext(bits)), bits);

    // Some number in the ball rounds to the digits.
    private static bool Reaches(Ball ball, Rational value, Rational half)
        => !Ball.Less(ball, Enclose(value - half)).IsCertain && !Ball.Less(Enclose(value + half), ball).IsCertain;

    // Every number in the ball rounds to the digits.
    private static bool Inside(Ball ball, Rational value, Rational half)
        => (Ball.LessOrEqual(Enclose(value - half), ball) & Ball.LessOrEqual(ball, Enclose(value + half))).IsCertain;

    // A zero that is not recognised as exact is known to that many places after the point.
    private static bool IsNarrow(Ball ball, int bits)
        => ball.IsExact || ball.RelativeAccuracyBits >= bits || (Ball.ContainsZero(ball) && ball.Radius.Exponent <= -bits);

    private static Ball Enclose(Rational value) => Ball.FromRational(value, 1200);
}
