using System.Reflection;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Policies;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>How exact arguments become values of an arithmetic; a slot names the argument (and the element of a list).</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <param name="Context">Encloses constants that the formula itself forms.</param>
/// <param name="Number">A numeric argument.</param>
/// <param name="Pair">A probability.</param>
internal sealed record Binding<T>(IArithmeticContext<T> Context, Func<string, Rational, T> Number, Func<string, Rational, Probability<T>> Pair)
    where T : IElementary<T>
{
    /// <summary>Every argument enclosed by the context.</summary>
    public static Binding<T> By(IArithmeticContext<T> context)
        => new(context, (_, r) => context.Enclose(r), (_, r) => Probability<T>.FromRational(r, context));
}

/// <summary>Calls any formula in any arithmetic: the one harness behind all cross-checks.</summary>
internal static class FormulaCall
{
    /// <summary>Components of the result, in the order of the reference file.</summary>
    public static IReadOnlyList<T> Evaluate<T>(FormulaEntry entry, Binding<T> binding, int bits = 0)
        where T : IElementary<T>
    {
        var method = FormulaMethods.Close<T>(entry.Formula);
        var texts = new Queue<(string Text, string Slot)>(entry.Arguments.Select((a, i) => (a, $"a{i}")));
        var instance = method.IsStatic ? null : (object)Pair(texts.Dequeue(), binding);
        var arguments = method.GetParameters().Select(p => Argument(p, texts, binding, bits)).ToArray();
        Assert.True(texts.Count == 0, $"{entry} has {texts.Count} arguments too many");
        return Components<T>(method.Invoke(instance, arguments)!, bits);
    }

    /// <summary>Slots of the numeric arguments with their exact values; a probability is one slot.</summary>
    public static IReadOnlyList<(string Slot, Rational Value, bool IsPair)> Slots(FormulaEntry entry)
    {
        var slots = new List<(string, Rational, bool)>();
        var context = new BallContext(64);
        Evaluate(entry, new Binding<Ball>(context, (s, r) => Add(s, r, isPair: false, context.Enclose(r)), (s, r) => Add(s, r, isPair: true, Probability<Ball>.FromRational(r, context))), 64);
        return slots;

        TValue Add<TValue>(string slot, Rational value, bool isPair, TValue result)
        {
            slots.Add((slot, value, isPair));
            return result;
        }
    }

    private static Probability<T> Pair<T>((string Text, string Slot) argument, Binding<T> binding)
        where T : IElementary<T>
        => binding.Pair(argument.Slot, Rational.Parse(argument.Text));

    private static object Argument<T>(ParameterInfo parameter, Queue<(string Text, string Slot)> texts, Binding<T> binding, int bits)
        where T : IElementary<T>
    {
        var type = parameter.ParameterType;
        if (type == typeof(IArithmeticContext<T>))
        {
            return binding.Context;
        }

        if (type == typeof(int) && string.Equals(parameter.Name, "bits", StringComparison.Ordinal))
        {
            return bits;
        }

        var (text, slot) = texts.Dequeue();
        return type switch
        {
            _ when type == typeof(T) => binding.Number(slot, Rational.Parse(text)),
            _ when type == typeof(Probability<T>) => Pair((text, slot), binding),
            _ when type == typeof(IReadOnlyList<T>) => text.Split(';').Select((t, i) => binding.Number($"{slot}_{i}", Rational.Parse(t))).ToArray(),
            _ when type == typeof(ExplicitPolicy<T>) => new ExplicitPolicy<T>([.. text.Split(';').Select((t, i) => binding.Number($"{slot}_{i}", Rational.Parse(t)))], T.One, new(T.One, T.Zero)),
            _ when type == typeof(IReadOnlyList<bool>) => text.Split(';').Select(t => t == "1").ToArray(),
            _ when type == typeof(Func<int, bool>) => (Func<int, bool>)(i => text.Split(';')[i] == "1"),
            _ when type == typeof(Rational) => Rational.Parse(text),
            _ when type == typeof(int) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
            _ when type == typeof(bool) => bool.Parse(text),
            { IsEnum: true } => Enum.Parse(type, text),
            _ => throw new NotSupportedException($"The harness cannot build an argument of type {type.Name}: extend {nameof(FormulaCall)}."),
        };
    }

    private static IReadOnlyList<T> Components<T>(object result, int bits)
        where T : IElementary<T>
        => result switch
        {
            T value => [value],
            Probability<T> pair => [pair.Success, pair.Failure],
            ExplicitPolicy<T> policy => [.. policy.Probabilities, policy.Partition, policy.Success.Success, policy.Success.Failure],
            IReadOnlyList<T> list => list,
            Root root => [(T)(object)root.Enclose(bits)],
            _ => throw new NotSupportedException($"The harness cannot read a result of type {result.GetType().Name}: extend {nameof(FormulaCall)}."),
        };
}
