using System.Reflection;

namespace GrpoVerified.Arithmetic;

/// <summary>Which of two derivatives applies where a formula takes the smaller of two values.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <remarks>
/// Ordering is no operation of formulas, so <see cref="IElementary{T}"/> has none; this finds, once per type, the ordering
/// an arithmetic does have: three-valued for an <see cref="IEnclosure{T}"/>, of values for nested derivatives, of doubles.
/// </remarks>
internal static class Kink<T>
    where T : IElementary<T>
{
    private static readonly Func<T, T, Truth> LessOrEqual = Create<Func<T, T, Truth>>(
        nameof(KinkRules.EnclosureOrder), nameof(KinkRules.DualOrder), nameof(KinkRules.JetOrder), nameof(KinkRules.DoubleOrder), nameof(KinkRules.NoOrder));

    private static readonly Func<T, T, T> Hull = Create<Func<T, T, T>>(
        nameof(KinkRules.EnclosureHull), nameof(KinkRules.DualHull), nameof(KinkRules.JetHull), nameof(KinkRules.DoubleHull), nameof(KinkRules.NoHull));

    /// <summary><paramref name="first"/> where a ≤ b, <paramref name="second"/> where a &gt; b, the hull of both where that is undecided.</summary>
    public static T Select(T a, T b, T first, T second) => Order(a, b) switch
    {
        { IsCertain: true } => first,
        { IsRefuted: true } => second,
        _ => Join(first, second),
    };

    /// <summary>Whether a ≤ b.</summary>
    public static Truth Order(T a, T b) => LessOrEqual(a, b);

    /// <summary>The hull of two enclosures.</summary>
    public static T Join(T a, T b) => Hull(a, b);

    private static TDelegate Create<TDelegate>(string enclosure, string dual, string jet, string number, string none)
        where TDelegate : Delegate
    {
        var type = typeof(T);
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var isEnclosure = Array.Exists(
            type.GetInterfaces(),
            i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnclosure<>) && i.GetGenericArguments()[0] == type);
        var (name, argument) =
            generic == typeof(Dual<>) ? (dual, type.GetGenericArguments()[0])
            : generic == typeof(Jet<>) ? (jet, type.GetGenericArguments()[0])
            : type == typeof(Float64) ? (number, null)
            : isEnclosure ? (enclosure, type)
            : (none, type);
        var method = typeof(KinkRules).GetMethod(name, BindingFlags.Static | BindingFlags.Public)!;
        return (argument is null ? method : method.MakeGenericMethod(argument)).CreateDelegate<TDelegate>();
    }
}

/// <summary>The rules <see cref="Kink{T}"/> chooses from.</summary>
internal static class KinkRules
{
    public static Truth EnclosureOrder<T>(T a, T b)
        where T : IEnclosure<T>
        => T.LessOrEqual(a, b);

    public static T EnclosureHull<T>(T a, T b)
        where T : IEnclosure<T>
        => T.Hull(a, b);

    public static Truth DualOrder<T>(Dual<T> a, Dual<T> b)
        where T : IElementary<T>
        => Kink<T>.Order(a.Value, b.Value);

    public static Dual<T> DualHull<T>(Dual<T> a, Dual<T> b)
        where T : IElementary<T>
        => new(Kink<T>.Join(a.Value, b.Value), Kink<T>.Join(a.Derivative, b.Derivative));

    public static Truth JetOrder<T>(Jet<T> a, Jet<T> b)
        where T : IElementary<T>
        => Kink<T>.Order(a.Value, b.Value);

    public static Jet<T> JetHull<T>(Jet<T> a, Jet<T> b)
        where T : IElementary<T>
        => new(Kink<T>.Join(a.Value, b.Value), Kink<T>.Join(a.First, b.First), Kink<T>.Join(a.Second, b.Second));

    public static Truth DoubleOrder(Float64 a, Float64 b) => Truth.Of(a.Value <= b.Value);

    public static Float64 DoubleHull(Float64 a, Float64 b) => a;

    public static Truth NoOrder<T>(T a, T b)
        where T : IElementary<T>
        => throw new NotSupportedException($"min, max and abs have no derivative over {typeof(T).Name}, which has no order; differentiate over Interval, Ball or Float64.");

    public static T NoHull<T>(T a, T b)
        where T : IElementary<T>
        => a;
}
