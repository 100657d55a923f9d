namespace FsCheck.Xunit.Tests;

/// <summary>The attribute as a user writes it, seen by the outer run.</summary>
[Properties(QuietOnSuccess = true)]
public sealed class PropertyUse
{
    [Property(MaxTest = 50)]
    public bool Reversal_is_its_own_inverse(int[] xs)
    {
        ArgumentNullException.ThrowIfNull(xs);
        return xs.Reverse().Reverse().SequenceEqual(xs);
    }

    [Property]
    public void Sums_commute(int a, int b) => Assert.Equal(a + b, b + a);
}
