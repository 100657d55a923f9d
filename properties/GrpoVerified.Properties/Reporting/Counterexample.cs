using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Reporting;

/// <summary>One number of an input, exactly and as a program reads it.</summary>
/// <param name="Name">Which input ("rewards[2]").</param>
/// <param name="Fraction">Exact value as a fraction ("1/10"), or NaN or an infinity.</param>
/// <param name="Text">Shortest decimal that reads back to the same double.</param>
public sealed record InputNumber(string Name, string Fraction, string Text);

/// <summary>A request on which a rule fails, shrunk to a simple one, with everything needed to see it and run it again.</summary>
public sealed record Counterexample
{
    /// <summary>Id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>How binding the rule is.</summary>
    public required Strength Strength { get; init; }

    /// <summary>Profile judged against.</summary>
    public required string Profile { get; init; }

    /// <summary>The fact, in one line.</summary>
    public required string Message { get; init; }

    /// <summary>Which value of the answer is wrong ("advantages[0]", "gradient[1][2]").</summary>
    public required string Place { get; init; }

    /// <summary>The shrunk request.</summary>
    public required TrainerRequest? Request { get; init; }

    /// <summary>The shrunk request on one line.</summary>
    public required string Input { get; init; }

    /// <summary>The numbers of the shrunk request, as fractions and as round-trip doubles.</summary>
    public IReadOnlyList<InputNumber> Numbers { get; init; } = [];

    /// <summary>The request that failed first, on one line.</summary>
    public required string OriginalInput { get; init; }

    /// <summary>The exact value with 17 certain digits where it is known, or a description ("finite").</summary>
    public required string Expected { get; init; }

    /// <summary>Least value the rounding budget allows; null where no number is expected.</summary>
    public double? AllowedLower { get; init; }

    /// <summary>Largest value the rounding budget allows.</summary>
    public double? AllowedUpper { get; init; }

    /// <summary>What the trainer answered; null if it gave no number.</summary>
    public double? Observed { get; init; }

    /// <summary>Distance of the answer from the exact value, in units in the last place of the format; null where either is no number.</summary>
    public double? Ulps { get; init; }

    /// <summary>Number of shrinking steps.</summary>
    public int Shrinks { get; init; }

    /// <summary>What to set to run this case alone: one line.</summary>
    public required string Replay { get; init; }
}
