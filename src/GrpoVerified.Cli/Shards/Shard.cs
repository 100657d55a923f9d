using System.CommandLine;
using System.Globalization;
using GrpoVerified.Cli.Parameters;

namespace GrpoVerified.Cli.Shards;

/// <summary>One of several parts of a sweep.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Shard(int Number, int Count)
{
    private const int Most = 100_000;

    /// <summary>The option <c>--shard i/n</c>.</summary>
    public static Option<string?> Option() => ExactOption.Create("--shard", "i/n", "Do only part i of n (needs --out FILE; writes FILE.shard-i-of-n, goes on where a killed run ended; 'merge' puts the parts together).");

    /// <summary>The shard asked for; null if the option is absent.</summary>
    public static Shard? Read(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && number >= 1 && number <= count && count <= Most
                ? new(number, count)
                : throw new UsageException($"{UsageException.Quote(text)} is no shard", "option --shard", $"write i/n with 1 <= i <= n <= {Most}, as in 3/16");
    }

    /// <summary>Whether the shard has the item of an index, counted from 0: every n-th item.</summary>
    public bool Has(int index) => index % Count == Number - 1;

    /// <summary>The block of consecutive items that the shard has, of so many.</summary>
    public (int First, int End) BlockOf(int items) => ((int)((long)items * (Number - 1) / Count), (int)((long)items * Number / Count));

    /// <summary>The shard's file beside the file of the whole.</summary>
    public string PathOf(string whole) => string.Create(CultureInfo.InvariantCulture, $"{whole}.shard-{Number}-of-{Count}");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
