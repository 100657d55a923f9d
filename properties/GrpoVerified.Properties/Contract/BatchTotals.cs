namespace GrpoVerified.Properties.Contract;

/// <summary>Counts over the whole batch, given with a part of it: a micro-batch or the share of one rank.</summary>
/// <param name="Sequences">Sequences of the whole batch that count (under the profile's rule for empty ones).</param>
/// <param name="Tokens">Unmasked tokens of the whole batch.</param>
/// <param name="Prompts">Groups of the whole batch with an unmasked token.</param>
/// <remarks>The convention of this contract: with totals, the losses of the parts add up to the loss of the whole, and so do their gradients.</remarks>
public sealed record BatchTotals(int Sequences, int Tokens, int Prompts);
