namespace GrpoVerified.Properties.Contract.Theory;

/// <summary>What a theory implementation may do; the names of the functions of <see cref="TheoryImplementation"/>.</summary>
public enum TheoryOperation
{
    /// <summary><see cref="TheoryImplementation.Weights"/>.</summary>
    Weights,

    /// <summary><see cref="TheoryImplementation.SuccessMap"/>.</summary>
    SuccessMap,

    /// <summary><see cref="TheoryImplementation.LogOddsMap"/>.</summary>
    LogOddsMap,

    /// <summary><see cref="TheoryImplementation.Derivative"/>.</summary>
    Derivative,

    /// <summary><see cref="TheoryImplementation.LipschitzConstant"/>.</summary>
    LipschitzConstant,

    /// <summary><see cref="TheoryImplementation.FixedPoints"/>.</summary>
    FixedPoints,

    /// <summary><see cref="TheoryImplementation.Policy"/>.</summary>
    Policy,

    /// <summary><see cref="TheoryImplementation.Partition"/>.</summary>
    Partition,

    /// <summary><see cref="TheoryImplementation.Objective"/>.</summary>
    Objective,

    /// <summary><see cref="TheoryImplementation.Surrogate"/>.</summary>
    Surrogate,

    /// <summary><see cref="TheoryImplementation.Contrastive"/>.</summary>
    Contrastive,

    /// <summary><see cref="TheoryImplementation.Mirror"/>.</summary>
    Mirror,

    /// <summary><see cref="TheoryImplementation.TwoKl"/>.</summary>
    TwoKl,

    /// <summary><see cref="TheoryImplementation.MeanOnly"/>.</summary>
    MeanOnly,

    /// <summary><see cref="TheoryImplementation.Clipped"/>.</summary>
    Clipped,

    /// <summary><see cref="TheoryImplementation.GroupWeight"/>.</summary>
    GroupWeight,

    /// <summary><see cref="TheoryImplementation.KeptGroupWeight"/>.</summary>
    KeptGroupWeight,
}

/// <summary>Which functions an implementation has.</summary>
public static class TheoryOperations
{
    /// <summary>The functions that are given.</summary>
    public static IReadOnlySet<TheoryOperation> Of(TheoryImplementation implementation)
    {
        ArgumentNullException.ThrowIfNull(implementation);
        var i = implementation;
        (TheoryOperation Operation, object? Function)[] all =
        [
            (TheoryOperation.Weights, i.Weights), (TheoryOperation.SuccessMap, i.SuccessMap), (TheoryOperation.LogOddsMap, i.LogOddsMap),
            (TheoryOperation.Derivative, i.Derivative), (TheoryOperation.LipschitzConstant, i.LipschitzConstant), (TheoryOperation.FixedPoints, i.FixedPoints),
            (TheoryOperation.Policy, i.Policy), (TheoryOperation.Partition, i.Partition), (TheoryOperation.Objective, i.Objective),
            (TheoryOperation.Surrogate, i.Surrogate), (TheoryOperation.Contrastive, i.Contrastive), (TheoryOperation.Mirror, i.Mirror),
            (TheoryOperation.TwoKl, i.TwoKl), (TheoryOperation.MeanOnly, i.MeanOnly), (TheoryOperation.Clipped, i.Clipped), (TheoryOperation.GroupWeight, i.GroupWeight),
            (TheoryOperation.KeptGroupWeight, i.KeptGroupWeight),
        ];
        return all.Where(o => o.Function is not null).Select(o => o.Operation).ToHashSet();
    }
}
