namespace GrpoVerified.Properties.Profiles;

/// <summary>How token losses become one number; l the loss, o_i the tokens of sequence i, B sequences.</summary>
public enum AggregationMode
{
    /// <summary>Mean over sequences of the mean over tokens (GRPO).</summary>
    SequenceMeanTokenMean,

    /// <summary>Σl over the tokens of this micro-batch.</summary>
    TokenMeanLocal,

    /// <summary>Σl over the tokens of the whole batch (DAPO).</summary>
    TokenMean,

    /// <summary>Mean over sequences of the sum over tokens.</summary>
    SequenceMeanTokenSum,

    /// <summary>Σl/(B·L_max) (Dr. GRPO).</summary>
    SequenceMeanConstant,

    /// <summary>Σl/L_max, not divided by the number of sequences.</summary>
    SumConstant,

    /// <summary>Mean over prompts of the mean over the prompt's tokens.</summary>
    PromptMean,

    /// <summary>Mean over sequences of |o_i|·Σl (LUSPO).</summary>
    LengthWeighted,

    /// <summary>Σl.</summary>
    Sum,
}

/// <summary>What a fully masked sequence does to a mean over sequences.</summary>
public enum EmptySequenceRule
{
    /// <summary>It is not counted.</summary>
    Excluded,

    /// <summary>It is counted with the value 0.</summary>
    Counted,
}

/// <summary>What a batch without an unmasked token gives.</summary>
public enum EmptyBatchRule
{
    /// <summary>0.</summary>
    Zero,

    /// <summary>NaN, 0/0.</summary>
    NaN,
}

/// <summary>Where L_max comes from.</summary>
public enum LengthSource
{
    /// <summary>The configured length of a completion.</summary>
    Configured,

    /// <summary>The padded width of the batch.</summary>
    PaddedWidth,
}

/// <summary>How token losses become one number.</summary>
public sealed record AggregationProfile
{
    /// <summary>The mode.</summary>
    public AggregationMode Mode { get; init; } = AggregationMode.TokenMean;

    /// <summary>The mode of the KL term where it has its own, or null.</summary>
    public AggregationMode? KlMode { get; init; }

    /// <summary>What a fully masked sequence does, or null where the source was not read for it: then it is not judged.</summary>
    public EmptySequenceRule? EmptySequence { get; init; }

    /// <summary>What a fully masked batch gives, or null where the source was not read for it: then only a crash is judged.</summary>
    public EmptyBatchRule? EmptyBatch { get; init; }

    /// <summary>Where L_max comes from.</summary>
    public LengthSource Length { get; init; } = LengthSource.Configured;
}
