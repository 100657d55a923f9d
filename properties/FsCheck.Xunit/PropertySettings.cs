using System.Globalization;
using System.Reflection;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>What an attribute sets; null is unset.</summary>
internal sealed record PropertySettings
{
    public string? Replay { get; init; }

    public int? MaxTest { get; init; }

    public int? MaxRejected { get; init; }

    public int? StartSize { get; init; }

    public int? EndSize { get; init; }

    public int? Parallelism { get; init; }

    public bool? Verbose { get; init; }

    public bool? QuietOnSuccess { get; init; }

    public IReadOnlyList<Type> Arbitrary { get; init; } = [];

    /// <summary>What holds where nothing is set.</summary>
    public static PropertySettings Default { get; } = new()
    {
        MaxTest = 100,
        MaxRejected = 1000,
        StartSize = 1,
        EndSize = 100,
        Parallelism = 0,
        Verbose = false,
        QuietOnSuccess = false,
    };

    /// <summary>The settings of a property: the method's over those of its class, the class it is nested in, and the assembly.</summary>
    public static PropertySettings Of(MethodInfo method, Type testClass)
    {
        var settings = method.GetCustomAttribute<PropertyAttribute>(inherit: true)?.Settings ?? new PropertySettings();
        for (var type = testClass; type is not null; type = type.DeclaringType)
        {
            settings = settings.Over(type.GetCustomAttribute<PropertiesAttribute>(inherit: true)?.Settings);
        }

        return settings.Over(testClass.Assembly.GetCustomAttribute<PropertiesAttribute>()?.Settings).Over(Default);
    }

    /// <summary>The configuration that FsCheck runs with.</summary>
    /// <exception cref="FormatException">The replay text cannot be read.</exception>
    public Config ToConfig(string name, IRunner runner)
    {
        var config = Config.Default
            .WithName(name)
            .WithMaxTest(MaxTest!.Value)
            .WithMaxRejected(MaxRejected!.Value)
            .WithStartSize(StartSize!.Value)
            .WithEndSize(EndSize!.Value)
            .WithQuietOnSuccess(QuietOnSuccess!.Value)
            .WithArbitrary(Arbitrary)
            .WithRunner(runner);
        if (Parallelism is > 0 and var degree)
        {
            config = config.WithParallelRunConfig(FSharpOption<ParallelRunConfig>.Some(new ParallelRunConfig(degree)));
        }

        if (Verbose!.Value)
        {
            config = config.WithEvery(Config.Verbose.Every).WithEveryShrink(Config.Verbose.EveryShrink);
        }

        return Replay is null ? config : config.WithReplay(FSharpOption<Replay>.Some(ParseReplay(Replay)));
    }

    private PropertySettings Over(PropertySettings? weaker)
        => weaker is null
            ? this
            : new()
            {
                Replay = Replay ?? weaker.Replay,
                MaxTest = MaxTest ?? weaker.MaxTest,
                MaxRejected = MaxRejected ?? weaker.MaxRejected,
                StartSize = StartSize ?? weaker.StartSize,
                EndSize = EndSize ?? weaker.EndSize,
                Parallelism = Parallelism ?? weaker.Parallelism,
                Verbose = Verbose ?? weaker.Verbose,
                QuietOnSuccess = QuietOnSuccess ?? weaker.QuietOnSuccess,

                // FsCheck lets the earlier one win.
                Arbitrary = [.. Arbitrary, .. weaker.Arbitrary],
            };

    private static Replay ParseReplay(string text)
    {
        var parts = text.Replace("(", string.Empty, StringComparison.Ordinal).Replace(")", string.Empty, StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is 2 or 3
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var gamma))
        {
            if (parts.Length == 2)
            {
                return new(new Rnd(seed, gamma), FSharpOption<int>.None);
            }

            if (int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                return new(new Rnd(seed, gamma), FSharpOption<int>.Some(size));
            }
        }

        throw new FormatException($"Replay is '{text}'; write \"seed,gamma\" or \"seed,gamma,size\" as a failure report prints them.");
    }
}
