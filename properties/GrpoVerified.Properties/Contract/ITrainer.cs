namespace GrpoVerified.Properties.Contract;

/// <summary>An implementation under test: one answer for one request.</summary>
public interface ITrainer
{
    /// <summary>What it is and what it declares.</summary>
    TrainerDescription Description { get; }

    /// <summary>Answers a request of a declared capability and format.</summary>
    /// <exception cref="TrainerFaultException">It refuses the request, or did not answer it (crash, time-out, garbage, wrong shape).</exception>
    TrainerAnswer Answer(TrainerRequest request);
}

/// <summary>What an implementation is and what it declares.</summary>
/// <param name="Name">A name for reports.</param>
/// <param name="Capabilities">What it does; everything else is skipped with a reason.</param>
/// <param name="DTypes">Formats it computes in.</param>
/// <param name="Options">Options it honours, by the names of <see cref="OptionNames"/>.</param>
public sealed record TrainerDescription(
    string Name,
    IReadOnlySet<Capability> Capabilities,
    IReadOnlySet<DType> DTypes,
    IReadOnlySet<string> Options);
