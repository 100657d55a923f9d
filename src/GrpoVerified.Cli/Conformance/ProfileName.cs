using System.CommandLine;
using System.CommandLine.Completions;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Cli.Conformance;

/// <summary>Named profiles on the command line.</summary>
internal static class ProfileName
{
    /// <summary>The word that asks for probing.</summary>
    public const string Infer = "infer";

    /// <summary>Offers the names, and perhaps the word that asks for probing, to a shell that completes.</summary>
    public static void Offer(Option<string?> option, bool withInfer)
        => option.CompletionSources.Add(_ => NamedProfiles.Names.Concat(withInfer ? [Infer] : Array.Empty<string>()).Select(n => new CompletionItem(n)));

    /// <summary>The profile of a name.</summary>
    public static TrainerProfile Read(string name, string option)
        => NamedProfiles.Find(name)
            ?? throw new UsageException(
                $"no profile {UsageException.Quote(name)}",
                option,
                NearestName.Of(name, NamedProfiles.Names) is { } near ? $"did you mean '{near}'?" : $"choose one of {string.Join(", ", NamedProfiles.Names)}");
}
