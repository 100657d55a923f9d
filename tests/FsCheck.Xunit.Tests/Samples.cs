#pragma warning disable GRPO3001 // Samples for the runner: what counts is that they run.
using FsCheck.Fluent;
using Xunit.Abstractions;

[assembly: FsCheck.Xunit.Properties(MaxRejected = 77)]

namespace FsCheck.Xunit.Tests;

#pragma warning disable xUnit1000 // internal on purpose: only the inner run may see them
#pragma warning disable CS1718 // a property that holds for every value
#pragma warning disable CA1812 // made by the inner run
#pragma warning disable CA1822 // test methods

/// <summary>Each way a property can hold or fail.</summary>
[Properties(StartSize = 150, EndSize = 150, Replay = "1,3")]
internal sealed class Outcomes
{
    [Property]
    public bool Holds_by_true(int x) => x == -(-x);

    [Property]
    public void Holds_by_no_exception(int x, string? s) => Assert.Equal((x, s), (x, s));

    [Property]
    public Property Holds_as_a_property(int[] xs) => xs.Reverse().Reverse().SequenceEqual(xs).ToProperty();

    [Property]
    public async Task Holds_after_a_while(int x)
    {
        await Task.Yield();
        Assert.Equal(x, x);
    }

    [Property]
    public bool Fails_by_false(int x) => x < 17;

    [Property]
    public void Fails_by_exception(int x) => Assert.True(x < 17, "seventeen is too much");

    [Property]
    public async Task Fails_after_a_while(int x)
    {
        await Task.Yield();
        Assert.True(x < 17, "seventeen is too much, later");
    }

    [Property]
    public Property Fails_as_a_property(int x) => (x < 17).Label("below seventeen");

    [Property]
    public Property Is_exhausted(int x) => (x == x).When(false);

    [Property(Skip = "said so")]
    public bool Is_skipped(int x) => x < 0;

    [Fact]
    public void Is_an_ordinary_test() => Assert.True(true);
}

/// <summary>Failing arrays, large when they are found.</summary>
[Properties(StartSize = 60, EndSize = 60, Replay = "123456789,987654321")]
internal sealed class Shrinking
{
    [Property]
    public bool No_array_has_a_negative_number(int[] xs) => xs.All(x => x >= 0);

    [Property]
    public bool No_array_has_three_numbers(int[] xs) => xs.Length < 3;

    [Property]
    public bool No_array_and_number_meet(int[] xs, int x) => xs.Length == 0 || x < -1000;

    [Property]
    public bool Fails_now_and_then(int[] xs) => xs.Sum(x => (long)x) % 11 != 3;

    [Property]
    public bool No_list_of_arrays_is_long(int[][] xs) => xs.Length < 2;
}

internal sealed record Even(int Value);

internal static class Generators
{
    public static Arbitrary<Even> Evens() => Gen.Choose(-100, 100).Select(n => new Even(2 * n)).ToArbitrary();
}

internal static class OtherGenerators
{
    public static Arbitrary<Even> Evens() => Gen.Constant(new Even(42)).ToArbitrary();
}

/// <summary>Settings on the class, kept or replaced by a method.</summary>
[Properties(MaxTest = 7, Arbitrary = [typeof(Generators)], QuietOnSuccess = true)]
internal sealed class Settings(ITestOutputHelper output) : IDisposable
{
    public static int Instances;
    public static int Disposed;
    public static readonly Dictionary<string, List<int>> Seen = new();

    private readonly int _instance = Interlocked.Increment(ref Instances);

    [Property]
    public bool Seven_cases_by_the_class(Even even) => See(nameof(Seven_cases_by_the_class), even.Value) && even.Value % 2 == 0;

    [Property(MaxTest = 3)]
    public bool Three_cases_by_the_method(int x) => See(nameof(Three_cases_by_the_method), x);

    [Property(Arbitrary = [typeof(OtherGenerators)])]
    public bool The_arbitrary_of_the_method_wins(Even even) => even.Value == 42;

    [Property(StartSize = 50, EndSize = 50)]
    public bool One_size(int[] xs) => See(nameof(One_size), xs.Length);

    [Property(QuietOnSuccess = false)]
    public bool Says_that_it_holds(int x) => x == x;

    [Property]
    public bool Says_nothing(int x) => x == x;

    [Property(Verbose = true, MaxTest = 2)]
    public bool Prints_every_case(bool b) => b == b;

    [Property(Parallelism = 2, MaxTest = 50)]
    public bool Runs_two_at_a_time(int x) => x == x;

    [Property]
    public bool Writes(int x)
    {
        output.WriteLine($"case of instance {_instance}");
        return x == x;
    }

    public void Dispose() => Interlocked.Increment(ref Disposed);

    private static bool See(string name, int value)
    {
        lock (Seen)
        {
            (Seen.TryGetValue(name, out var list) ? list : Seen[name] = []).Add(value);
        }

        return true;
    }
}

/// <summary>The failing case of <see cref="Shrinking.Fails_now_and_then"/> alone, as its report gives it.</summary>
internal sealed class Replayed
{
    public const string Case = "6391179521074931577,4543166217550731939,60";

    [Property(Replay = Case, StartSize = 60, EndSize = 60)]
    public bool Fails_now_and_then(int[] xs) => xs.Sum(x => (long)x) % 11 != 3;
}

/// <summary>The same seed twice, and no seed twice.</summary>
internal sealed class Replays
{
    public static readonly List<int[]> First = [];
    public static readonly List<int[]> Second = [];
    public static readonly List<int[]> Third = [];
    public static readonly List<int[]> Fourth = [];

    [Property(Replay = "(11,13)", MaxTest = 20)]
    public void Once(int[] xs) => First.Add(xs);

    [Property(Replay = "11,13", MaxTest = 20)]
    public void Again(int[] xs) => Second.Add(xs);

    [Property(StartSize = 50, EndSize = 50, MaxTest = 20)]
    public void Unseeded(int[] xs) => Third.Add(xs);

    [Property(StartSize = 50, EndSize = 50, MaxTest = 20)]
    public void Unseeded_as_well(int[] xs) => Fourth.Add(xs);
}

/// <summary>A seed that cannot be read.</summary>
internal sealed class Unreadable
{
    [Property(Replay = "eleven")]
    public bool Seed(int x) => x == x;
}
