using FsCheck.Fluent;
using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Rationals;

public sealed class RationalTextLaws
{
    [Fact]
    public void Written_numbers_read_back() => Law.Holds(
        RationalCases.Any,
        RationalCases.Simpler,
        x =>
        {
            Assert.Equal(x, Rational.Parse(x.ToString()));
            if (x.TryToDecimalString(out var text))
            {
                Assert.Equal(x, Rational.Parse(text));
            }
        });

    [Fact]
    public void Doubles_written_in_the_shortest_form_read_back_to_the_same_double() => Law.Holds(
        DoubleCases.Any,
        _ => [],
        x => Assert.Equal(x, Rational.Parse(x.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).ToDouble()),
        count: 2000);

    [Fact]
    public void Any_text_is_read_or_refused_in_one_line() => Law.Holds(
        Gen.ArrayOf(Gen.Elements("0123456789abcdefxXpPeE+-./ \t\n\r\0∞,_".ToCharArray())).Select(c => new string(c)),
        text => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1)),
        text =>
        {
            if (!Rational.TryParse(text, out _, out var error))
            {
                Assert.DoesNotContain(error, char.IsControl);
                Assert.Matches(@"^cannot read "".*"" as a number: .* \(at character [0-9]+\); .*$", error);
            }
        },
        count: 3000);
}
