using GrpoVerified.Theory;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Cli.Advantages;

/// <summary>A convention for advantages in words.</summary>
internal static class ConventionText
{
    /// <summary>The convention in one line.</summary>
    public static string Describe(AdvantageConvention convention)
    {
        var numerator = convention.Baseline switch { Baseline.Mean => "r - mean", Baseline.LeaveOneOut => "r - mean of the others", _ => "r" };
        if (convention.Deviation is not { } deviation)
        {
            return numerator;
        }

        var variance = deviation == GroupDeviation.Sample ? "sample" : "population";
        return convention.Epsilon.IsZero ? $"({numerator}) / {variance} std"
            : convention.Placement == EpsilonPlacement.Inside ? $"({numerator}) / sqrt({variance} variance + {convention.Epsilon})"
            : $"({numerator}) / ({variance} std + {convention.Epsilon})";
    }

    /// <summary>The rules for groups on which the convention's formula says nothing.</summary>
    public static IReadOnlyList<string> Rules(AdvantageConvention convention)
    {
        var rules = new List<string>();
        if (convention.Deviation is not null && convention.Epsilon.IsZero)
        {
            rules.Add("zero variance at epsilon 0: every advantage of the group is 0 (0/0 := 0)");
        }

        if (convention.Deviation == GroupDeviation.Sample)
        {
            rules.Add("group of one: its sample variance is taken as 0");
        }

        if (convention.Baseline == Baseline.LeaveOneOut)
        {
            rules.Add("group of one: there are no others, the baseline is the reward itself and the advantage 0");
        }

        return rules;
    }

    /// <summary>The word of the option for a baseline.</summary>
    public static string Word(Baseline baseline) => baseline switch { Baseline.Mean => "mean", Baseline.LeaveOneOut => "leave-one-out", _ => "none" };

    /// <summary>The word of the option for a deviation.</summary>
    public static string Word(GroupDeviation? deviation)
        => deviation switch { GroupDeviation.Population => "population", GroupDeviation.Sample => "sample", _ => "none" };
}
