using System.Globalization;

namespace GrpoVerified.Properties.Suites;

/// <summary>How much is run, and with which cases. The same settings give the same cases on every machine.</summary>
public sealed record SuiteSettings
{
    /// <summary>Variable that multiplies the number of cases.</summary>
    public const string EffortVariable = "GRPOVERIFIED_TEST_EFFORT";

    /// <summary>Variable with a number that changes the cases of every rule.</summary>
    public const string SeedVariable = "GRPOVERIFIED_TEST_SEED";

    /// <summary>Variable that runs one case of one rule: <c>T101:seed:case</c>, as a report prints it.</summary>
    public const string ReplayVariable = "GRPOVERIFIED_REPLAY";

    /// <summary>Cases of each rule.</summary>
    public int Cases { get; init; } = 100;

    /// <summary>Which of the cases are tried, from a first one up to but not an end; null for all.</summary>
    internal (int First, int End)? Block { get; init; }

    /// <summary>Changes the cases of every rule; 0 for the cases that derive from the rules' names alone.</summary>
    public ulong Seed { get; init; }

    /// <summary>Ids of the rules to run; null for all.</summary>
    public IReadOnlySet<string>? Rules { get; init; }

    /// <summary>One case of one rule, or null.</summary>
    public ReplayPoint? Replay { get; init; }

    /// <summary>Most requests that shrinking a counterexample may take.</summary>
    public int MaxShrinkSteps { get; init; } = 2000;

    /// <summary>Settings with what the environment says.</summary>
    /// <exception cref="FormatException">A variable does not have the form it needs.</exception>
    public static SuiteSettings FromEnvironment()
    {
        var settings = new SuiteSettings();
        return settings with
        {
            Cases = checked(settings.Cases * (int)Number(EffortVariable, 1)),
            Seed = Number(SeedVariable, 0),
            Replay = Environment.GetEnvironmentVariable(ReplayVariable) is { Length: > 0 } text ? ReplayPoint.Parse(text) : null,
        };
    }

    private static ulong Number(string name, ulong otherwise)
        => Environment.GetEnvironmentVariable(name) is not { Length: > 0 } text ? otherwise
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"{name} is '{text}'; it must be a whole number");
}

/// <summary>One case of one rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Seed">Seed of the rule's cases.</param>
/// <param name="Case">Number of the case, from 0.</param>
public sealed record ReplayPoint(string RuleId, ulong Seed, int Case)
{
    /// <summary>Reads <c>T101:seed:case</c>.</summary>
    /// <exception cref="FormatException">The text does not have this form.</exception>
    public static ReplayPoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        return parts.Length == 3
            && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new(parts[0], seed, index)
            : throw new FormatException($"'{text}' names no case; a report prints it as rule:seed:case, for example T101:12345:7");
    }

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RuleId}:{Seed}:{Case}");
}
