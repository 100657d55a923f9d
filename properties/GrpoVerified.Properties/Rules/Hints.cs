using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Rules;

/// <summary>What would explain an answer: the single changes of the profile under which it fits.</summary>
internal static class Hints
{
    private const int Most = 4;

    /// <summary>The message with "(it fits std = population)" behind it, if a change fits.</summary>
    public static string With(string message, IEnumerable<AxisVariant> variants, Func<TrainerProfile, bool> fits)
    {
        var found = variants.Where(v => fits(v.Profile)).Select(v => v.Text).Take(Most).ToList();
        return found.Count == 0 ? message : $"{message} (this answer fits {string.Join(", or ", found)})";
    }
}
