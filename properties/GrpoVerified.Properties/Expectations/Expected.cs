using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Expectations;

/// <summary>What kind of answer is expected at one place.</summary>
internal enum ExpectedKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>NaN.</summary>
    NaN,

    /// <summary>Anything: not judged.</summary>
    Anything,
}

/// <summary>What is expected at one place of an answer.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
internal readonly record struct Expected<T>(ExpectedKind Kind, T Value)
    where T : IEnclosure<T>
{
    public static Expected<T> NaN => new(ExpectedKind.NaN, T.Zero);

    public static Expected<T> Anything => new(ExpectedKind.Anything, T.Zero);

    public static implicit operator Expected<T>(T value) => new(ExpectedKind.Number, value);
}
