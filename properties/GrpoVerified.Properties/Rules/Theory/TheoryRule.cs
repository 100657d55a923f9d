using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>A claim of the catalogue as a property of any implementation.</summary>
public sealed class TheoryRule
{
    internal TheoryRule(string claim, string suffix, Strength strength, string title, TheoryInputs inputs, TheoryOperation[] needs, Action<TheoryJudge> judge)
    {
        Claim = claim;
        Id = suffix.Length == 0 ? claim : $"{claim}.{suffix}";
        Strength = strength;
        Title = title;
        Inputs = inputs;
        Needs = needs;
        Judge = judge;
    }

    /// <summary>Id: that of the claim, with a suffix where a claim gives several rules ("C5", "F10.ce1").</summary>
    public string Id { get; }

    /// <summary>The claim it comes from.</summary>
    public string Claim { get; }

    /// <summary>How binding it is.</summary>
    public Strength Strength { get; }

    /// <summary>What it says.</summary>
    public string Title { get; }

    /// <summary>What it reads of a case.</summary>
    public TheoryInputs Inputs { get; }

    /// <summary>The functions it calls.</summary>
    public IReadOnlyList<TheoryOperation> Needs { get; }

    /// <summary>Strength, id and title.</summary>
    public string Name => $"{Strength} {Id} {Title}";

    /// <summary>Whether ε = 0 belongs to its domain.</summary>
    internal bool AllowsUnsmoothed { get; init; }

    /// <summary>Moves a valid case into the rule's domain.</summary>
    internal Func<TheoryCase, TheoryCase> Into { get; init; } = c => c;

    /// <summary>Number of cases before effort multiplies it; 1 for a rule at certified points.</summary>
    internal int Cases { get; init; } = 100;

    internal Action<TheoryJudge> Judge { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
