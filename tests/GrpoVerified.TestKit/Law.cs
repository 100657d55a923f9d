using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace GrpoVerified.TestKit;

/// <summary>Runs a law on generated cases: deterministic, seeded by the law's name.</summary>
/// <remarks>
/// GRPOVERIFIED_TEST_EFFORT multiplies the number of cases, GRPOVERIFIED_TEST_SEED (a number) changes the cases of every law.
/// </remarks>
public static class Law
{
    private static readonly int Effort = (int)Variable("GRPOVERIFIED_TEST_EFFORT", 1);

    private static readonly ulong Seed = Variable("GRPOVERIFIED_TEST_SEED", 0);

    /// <summary>Checks that <paramref name="law"/> throws on no generated case.</summary>
    /// <param name="cases">The generator.</param>
    /// <param name="shrink">Simpler cases to try after a failure.</param>
    /// <param name="law">The law; it fails by an exception.</param>
    /// <param name="count">Number of cases before GRPOVERIFIED_TEST_EFFORT multiplies it.</param>
    /// <param name="name">The law's name; by default that of the calling test.</param>
    public static void Holds<TCase>(Gen<TCase> cases, Func<TCase, IEnumerable<TCase>> shrink, Action<TCase> law, int count = 200, [CallerMemberName] string name = "")
    {
        var seed = Seed == 0 ? Hash(name) : Seed ^ Hash(name);
        var config = Config.QuickThrowOnFailure
            .WithName(name)
            .WithMaxTest(checked(count * Effort))
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, Hash(name + "gamma") | 1), null!)));
        Check.One(config, Prop.ForAll(Arb.From(cases, shrink), law));
    }

    // FNV-1a, 64 bits: the same on every machine and run.
    private static ulong Hash(string text)
        => text.Aggregate(14695981039346656037UL, (hash, c) => unchecked((hash ^ c) * 1099511628211UL));

    private static ulong Variable(string name, ulong otherwise)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : otherwise;
}
