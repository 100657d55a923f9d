namespace GrpoVerified.Checking;

/// <summary>Work that one certificate may cost. Every loop over input pays here first, so that no input runs for ever.</summary>
/// <remarks>A unit is about one elementary operation on a machine word (a few nanoseconds).</remarks>
internal sealed class Budget(long units, CancellationToken cancellation)
{
    private long _left = units;
    private int _polls;

    /// <summary>Pays for work, or refuses.</summary>
    public void Spend(long units)
    {
        _left -= units;
        Refusal.If(_left < 0, "the certificate costs more work than a checker grants");
        if ((++_polls & 0xFF) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Pays for arithmetic on whole numbers of about so many bits.</summary>
    public void SpendBits(long bits)
    {
        var words = (bits / 32) + 1;
        Spend(words > 30_000 ? words * 1000 : words * (1 + (words / 8)));
    }
}
