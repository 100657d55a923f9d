using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Marks a method as a property: its arguments are generated, and it fails by an exception, by <c>false</c>, or by a failing <see cref="Property"/>.</summary>
/// <remarks>A value that is set here wins over one set by <see cref="PropertiesAttribute"/> on the class, which wins over one on the assembly.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "FsCheck.Xunit")]
#pragma warning disable CA1813, CA1044 // derived as the package's own attribute is; the values are read back as settings, not one by one
public class PropertyAttribute : FactAttribute
#pragma warning restore CA1813, CA1044
{
    /// <summary>Where a run starts: <c>"seed,gamma"</c> or <c>"seed,gamma,size"</c>, parentheses allowed. Unset: a random seed.</summary>
    public string? Replay
    {
        get => Settings.Replay;
        set => Settings = Settings with { Replay = value };
    }

    /// <summary>Number of cases. Unset: 100.</summary>
    public int MaxTest
    {
        get => Settings.MaxTest ?? PropertySettings.Default.MaxTest!.Value;
        set => Settings = Settings with { MaxTest = value };
    }

    /// <summary>Number of cases that may be rejected by a condition before the property counts as exhausted, which is a failure. Unset: 1000.</summary>
    public int MaxRejected
    {
        get => Settings.MaxRejected ?? PropertySettings.Default.MaxRejected!.Value;
        set => Settings = Settings with { MaxRejected = value };
    }

    /// <summary>Size of the first case. Unset: 1.</summary>
    public int StartSize
    {
        get => Settings.StartSize ?? PropertySettings.Default.StartSize!.Value;
        set => Settings = Settings with { StartSize = value };
    }

    /// <summary>Size of the last case. Unset: 100.</summary>
    public int EndSize
    {
        get => Settings.EndSize ?? PropertySettings.Default.EndSize!.Value;
        set => Settings = Settings with { EndSize = value };
    }

    /// <summary>Types whose public static members give an <see cref="Arbitrary{T}"/>; added to those of the class and the assembly, and stronger.</summary>
#pragma warning disable CA1819 // an attribute takes arrays
    public Type[] Arbitrary
    {
        get => [.. Settings.Arbitrary];
        set => Settings = Settings with { Arbitrary = value };
    }
#pragma warning restore CA1819

    /// <summary>Number of cases evaluated at a time; 0 or unset: one after the other.</summary>
    public int Parallelism
    {
        get => Settings.Parallelism ?? PropertySettings.Default.Parallelism!.Value;
        set => Settings = Settings with { Parallelism = value };
    }

    /// <summary>Whether every case and every shrink goes to the test's output.</summary>
    public bool Verbose
    {
        get => Settings.Verbose ?? PropertySettings.Default.Verbose!.Value;
        set => Settings = Settings with { Verbose = value };
    }

    /// <summary>Whether a property that holds prints nothing.</summary>
    public bool QuietOnSuccess
    {
        get => Settings.QuietOnSuccess ?? PropertySettings.Default.QuietOnSuccess!.Value;
        set => Settings = Settings with { QuietOnSuccess = value };
    }

    internal PropertySettings Settings { get; private set; } = new();
}
