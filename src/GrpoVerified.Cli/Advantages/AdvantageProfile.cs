using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Advantages;

/// <summary>What is subtracted from a reward.</summary>
internal enum Baseline
{
    /// <summary>The mean of the group, the own reward included.</summary>
    Mean,

    /// <summary>The mean of the other members of the group.</summary>
    LeaveOneOut,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>Which standard deviation divides.</summary>
internal enum Deviation
{
    /// <summary>Divisor n.</summary>
    Population,

    /// <summary>Divisor n − 1.</summary>
    Sample,

    /// <summary>No division.</summary>
    None,
}

/// <summary>A convention for advantages within a group.</summary>
/// <param name="Baseline">What is subtracted.</param>
/// <param name="Deviation">Which standard deviation divides.</param>
/// <param name="Epsilon">Smoothing, at least 0.</param>
/// <param name="EpsilonInside">Whether the divisor is √(variance + ε); otherwise it is √variance + ε.</param>
internal sealed record AdvantageProfile(Baseline Baseline, Deviation Deviation, Rational Epsilon, bool EpsilonInside)
{
    /// <summary>The convention in one line.</summary>
    public string Describe()
    {
        var numerator = Baseline switch { Baseline.Mean => "r - mean", Baseline.LeaveOneOut => "r - mean of the others", _ => "r" };
        var variance = Deviation == Deviation.Sample ? "sample" : "population";
        return Deviation == Deviation.None ? numerator
            : Epsilon.IsZero ? $"({numerator}) / {variance} std"
            : EpsilonInside ? $"({numerator}) / sqrt({variance} variance + {Epsilon})"
            : $"({numerator}) / ({variance} std + {Epsilon})";
    }

    /// <summary>The rules for groups on which the convention's formula says nothing.</summary>
    public IReadOnlyList<string> Rules()
    {
        var rules = new List<string>();
        if (Deviation != Deviation.None && Epsilon.IsZero)
        {
            rules.Add("zero variance at epsilon 0: every advantage of the group is 0 (0/0 := 0)");
        }

        if (Deviation == Deviation.Sample)
        {
            rules.Add("group of one: its sample variance is taken as 0");
        }

        if (Baseline == Baseline.LeaveOneOut)
        {
            rules.Add("group of one: there are no others, the baseline is the reward itself and the advantage 0");
        }

        return rules;
    }
}
