using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GrpoVerified.Arithmetic;
using GrpoVerified.Claims;
using GrpoVerified.Conjectures;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Proving.Search;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Shards;

/// <summary>What a file of a shard belongs to: equal but for the number, two files are parts of one whole.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Build">SHA-256 over the identities of the program's assemblies: another build may decide otherwise.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Arguments">Its arguments, without those that say where and how the result is written.</param>
/// <param name="Fact">What the verb wants to know when the parts are put together.</param>
/// <param name="Shard">The part's number, from 1.</param>
/// <param name="Of">How many parts there are.</param>
internal sealed record ShardHeader(string Format, int Version, string Build, string Verb, IReadOnlyList<string> Arguments, string Fact, int Shard, int Of)
{
    /// <summary>The format's name.</summary>
    public const string Name = "grpo-verified-shard";

    private static readonly string[] NotOfTheWhole = ["--shard", "--out", "--resume", "--format", "--plot", "--threads", "--emit-coq"];

    /// <summary>The header of a command line.</summary>
    public static ShardHeader Create(ParseResult parsed, Shard shard, string fact)
    {
        var command = parsed.CommandResult;
        var options = command.Children.OfType<OptionResult>().Where(o => !o.Implicit && !NotOfTheWhole.Contains(o.Option.Name, StringComparer.Ordinal)).OrderBy(o => o.Option.Name, StringComparer.Ordinal)
            .SelectMany(o => o.Tokens.Count == 0 ? [o.Option.Name] : o.Tokens.Select(t => o.Option.Name + "=" + t.Value));
        var arguments = command.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens.Select(t => t.Value)).ToList();
        return new(Name, 1, BuildId, command.Command.Name, [.. options, .. arguments.Count > 0 ? ["--", .. arguments] : (string[])[]], fact, shard.Number, shard.Count);
    }

    /// <summary>One line of JSON.</summary>
    public string Line() => JsonSerializer.Serialize(this);

    /// <summary>The header of a line; null if it is none.</summary>
    public static ShardHeader? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ShardHeader>(line) is { Format: Name, Version: 1, Arguments: not null, Verb: not null, Fact: not null } header && header.Shard >= 1 && header.Shard <= header.Of ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Twelve digits of the hash of the line: unfinished work of another command or build has another name.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Line())))[..12];

    private static string BuildId { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', new[] { typeof(Rational), typeof(GrpoParameters), typeof(ClaimCatalogue), typeof(Prover), typeof(Conjecture), typeof(ConformanceSuite), typeof(PhaseGrid), typeof(ShardHeader) }
            .Select(t => t.Assembly.ManifestModule.ModuleVersionId.ToString("N"))))));
}
