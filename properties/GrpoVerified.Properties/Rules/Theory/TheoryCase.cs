using System.Globalization;
using GrpoVerified.Properties.Reporting;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Which parts of a <see cref="TheoryCase"/> a rule reads; the others are not generated, shrunk or printed.</summary>
[Flags]
public enum TheoryInputs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="TheoryCase.P"/>.</summary>
    P = 1,

    /// <summary><see cref="TheoryCase.Other"/>.</summary>
    Other = 2,

    /// <summary><see cref="TheoryCase.Reference"/>.</summary>
    Reference = 4,

    /// <summary><see cref="TheoryCase.Beta"/>.</summary>
    Beta = 8,

    /// <summary><see cref="TheoryCase.Epsilon"/>.</summary>
    Epsilon = 16,

    /// <summary><see cref="TheoryCase.Alpha"/>.</summary>
    Alpha = 32,

    /// <summary><see cref="TheoryCase.ClipLow"/> and <see cref="TheoryCase.ClipHigh"/>.</summary>
    Clip = 64,

    /// <summary><see cref="TheoryCase.GroupSize"/>.</summary>
    GroupSize = 128,

    /// <summary><see cref="TheoryCase.Policies"/>.</summary>
    Policies = 256,

    /// <summary>p_ref, β and ε: a map.</summary>
    Map = Reference | Beta | Epsilon,
}

/// <summary>A finite outcome space with three policies; probabilities are positive multiples of 2^−k that sum to exactly 1.</summary>
/// <param name="Reference">π_ref.</param>
/// <param name="Old">π_old.</param>
/// <param name="Policy">Another policy.</param>
/// <param name="Rewards">r(o); both values occur.</param>
public sealed record TheoryPolicies(IReadOnlyList<double> Reference, IReadOnlyList<double> Old, IReadOnlyList<double> Policy, IReadOnlyList<bool> Rewards);

/// <summary>One point at which a rule of the theory is judged. Numbers are exact: what a double holds is what is meant.</summary>
public sealed record TheoryCase
{
    /// <summary>Probability of success p.</summary>
    public double P { get; init; } = 0.5;

    /// <summary>Another probability of success.</summary>
    public double Other { get; init; } = 0.25;

    /// <summary>p_ref, in (0,1).</summary>
    public double Reference { get; init; } = 0.5;

    /// <summary>β &gt; 0.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>ε ≥ 0.</summary>
    public double Epsilon { get; init; } = 1;

    /// <summary>α of two-KL, in (0,1].</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>e_lo, in (0,1].</summary>
    public double ClipLow { get; init; } = 0.25;

    /// <summary>e_hi &gt; 0.</summary>
    public double ClipHigh { get; init; } = 0.25;

    /// <summary>Group size G ≥ 2.</summary>
    public int GroupSize { get; init; } = 2;

    /// <summary>Policies on a finite outcome space.</summary>
    public TheoryPolicies Policies { get; init; } = new([0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [true, false]);

    /// <summary>The named numbers a rule reads.</summary>
    public IReadOnlyList<InputNumber> Numbers(TheoryInputs inputs)
    {
        var numbers = new List<InputNumber>();
        Add(TheoryInputs.P, "p", P);
        Add(TheoryInputs.Other, "p'", Other);
        Add(TheoryInputs.Reference, "p_ref", Reference);
        Add(TheoryInputs.Beta, "beta", Beta);
        Add(TheoryInputs.Epsilon, "epsilon", Epsilon);
        Add(TheoryInputs.Alpha, "alpha", Alpha);
        Add(TheoryInputs.Clip, "e_lo", ClipLow);
        Add(TheoryInputs.Clip, "e_hi", ClipHigh);
        Add(TheoryInputs.GroupSize, "G", GroupSize);
        if (inputs.HasFlag(TheoryInputs.Policies))
        {
            for (var o = 0; o < Policies.Rewards.Count; o++)
            {
                var name = Policies.Rewards[o] ? "success" : "failure";
                numbers.Add(Number($"pi_ref[{o}] ({name})", Policies.Reference[o]));
                numbers.Add(Number($"pi_old[{o}]", Policies.Old[o]));
                numbers.Add(Number($"pi[{o}]", Policies.Policy[o]));
            }
        }

        return numbers;

        void Add(TheoryInputs input, string name, double value)
        {
            if (inputs.HasFlag(input))
            {
                numbers.Add(Number(name, value));
            }
        }
    }

    /// <summary>The numbers a rule reads, on one line.</summary>
    public string Line(TheoryInputs inputs) => string.Join(", ", Numbers(inputs).Select(n => $"{n.Name} = {n.Fraction}"));

    // The simplest fraction that rounds to the double: what a person would have typed.
    private static InputNumber Number(string name, double value)
        => new(name, SimpleFraction.Of(value).ToString(), value.ToString("R", CultureInfo.InvariantCulture));
}
