using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Trainers;

/// <summary>The weight of one token in an aggregated loss Σ w·l: exact, because every aggregation is linear.</summary>
/// <remarks>B sequences, |o| tokens of the token's own sequence, N tokens of the batch, P prompts, n tokens of the prompt.</remarks>
public static class TokenWeights
{
    /// <summary>1/(B|o|): mean over sequences of the mean over tokens.</summary>
    public static Rational SequenceMeanTokenMean(int sequences, int length) => new(1, (long)sequences * length);

    /// <summary>1/N: mean over tokens.</summary>
    public static Rational TokenMean(int tokens) => new(1, tokens);

    /// <summary>1/B: mean over sequences of the sum over tokens.</summary>
    public static Rational SequenceMeanTokenSum(int sequences) => new(1, sequences);

    /// <summary>1/(B·L_max): Dr. GRPO.</summary>
    public static Rational SequenceMeanConstant(int sequences, int maxLength) => new(1, (long)sequences * maxLength);

    /// <summary>1/L_max.</summary>
    public static Rational SumConstant(int maxLength) => new(1, maxLength);

    /// <summary>1/(P·n): mean over prompts of the mean over their tokens.</summary>
    public static Rational PromptMean(int prompts, int promptTokens) => new(1, (long)prompts * promptTokens);

    /// <summary>|o|/B: mean over sequences of length times sum.</summary>
    public static Rational LengthWeighted(int sequences, int length) => new(length, sequences);
}
