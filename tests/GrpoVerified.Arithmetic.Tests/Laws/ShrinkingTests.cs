using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Laws;

/// <summary>A failing law is reported on a simple case, and runs are repeatable.</summary>
public sealed class ShrinkingTests
{
    [Fact]
    public void A_law_that_fails_above_ten_is_reported_at_a_small_integer()
    {
        var report = Failure(set => Assert.True(set.Member <= 10));
        Assert.Contains("Shrunk:\n11\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_fails_on_wide_sets_is_reported_on_a_set_around_zero_or_one()
    {
        var report = Failure(set => Assert.True(set.Upper - set.Lower <= 3));
        Assert.Contains("Shrunk:\n0 in [0, 4]\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_sees_the_same_cases_in_every_run()
    {
        var (first, second) = (new List<KnownMember>(), new List<KnownMember>());
        Law.Holds(KnownMember.Any, KnownMember.Simpler, first.Add, name: "same");
        Law.Holds(KnownMember.Any, KnownMember.Simpler, second.Add, name: "same");
        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 150);
    }

    private static string Failure(Action<KnownMember> law)
        => Assert.Throws<Exception>(() => Law.Holds(KnownMember.Any, KnownMember.Simpler, law)).Message.ReplaceLineEndings("\n");
}
