using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Rules;

/// <summary>What would explain an answer: the single changes of the profile under which it fits.</summary>
internal static class Hints
{
    private const int Most = 6;

    /// <summary>The finding with the changes that explain it.</summary>
    public static Finding Explained(this Finding finding, IEnumerable<AxisVariant> variants, Func<TrainerProfile, bool> fits)
        => finding with { Fits = [.. variants.Where(v => fits(v.Profile)).Select(v => v.Text)] };

    /// <summary>The message with what explains both the first failing case and the shrunk one; a simple case alone fits too much.</summary>
    public static string Message(Finding shrunk, Finding original)
    {
        var both = shrunk.Fits.Intersect(original.Fits, StringComparer.Ordinal).ToList();
        if (both.Exists(f => !f.StartsWith(AxisVariants.NamedPrefix, StringComparison.Ordinal)))
        {
            // One axis says more than the name of a trainer.
            both.RemoveAll(f => f.StartsWith(AxisVariants.NamedPrefix, StringComparison.Ordinal));
        }

        return both.Count == 0 ? shrunk.Message : $"{shrunk.Message} (this answer fits {string.Join(", or ", both.Take(Most))})";
    }
}
