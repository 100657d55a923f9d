using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>Decides comparisons by raising the working precision until the enclosures separate.</summary>
public static class Decision
{
    /// <summary>First precision tried, in bits.</summary>
    public const int StartPrecision = 96;

    /// <summary>Last precision tried by default, in bits; a tie that holds exactly is never decided.</summary>
    public const int DefaultMaximumPrecision = 6144;

    /// <summary>The answer at the first precision that decides, or undecided after the last.</summary>
    /// <param name="atPrecision">The comparison at a working precision in bits.</param>
    /// <param name="maximumPrecision">Last precision tried.</param>
    public static Truth Decide(Func<int, Truth> atPrecision, int maximumPrecision = DefaultMaximumPrecision)
    {
        ArgumentNullException.ThrowIfNull(atPrecision);
        for (var precision = StartPrecision; precision <= maximumPrecision; precision *= 2)
        {
            var answer = atPrecision(precision);
            if (!answer.IsUndecided)
            {
                return answer;
            }
        }

        return Truth.Undecided;
    }
}
