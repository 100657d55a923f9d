using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Advantages;

/// <summary>The rewards of one group given on the command line.</summary>
internal static class RewardList
{
    /// <summary>The exact rewards in a list separated by commas.</summary>
    public static IReadOnlyList<Rational> Parse(string list, string option)
    {
        var parts = list.Split(',');
        var rewards = new Rational[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!Rational.TryParse(parts[i], out rewards[i], out var error))
            {
                throw new UsageException(error, FormattableString.Invariant($"option {option}, entry {i + 1} of {parts.Length}"), "write numbers separated by commas, as in 1,0,0,1");
            }
        }

        return rewards;
    }
}
