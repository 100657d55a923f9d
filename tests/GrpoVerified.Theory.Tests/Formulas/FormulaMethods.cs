using System.Reflection;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Constants;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Groups;
using GrpoVerified.Theory.Policies;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>Every public formula of the theory, found by reflection and named Type.Member.</summary>
internal static class FormulaMethods
{
    // A context decides here how an exact number enters; GroupAdvantage.Of composes Centred, Variance and Whitened: both are tested elsewhere.
    private static readonly string[] NotFormulas = ["Probability.FromRational", "GroupAdvantage.Of"];

    private static readonly Dictionary<string, MethodInfo> Static = FormulaTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(IsFormula)
        .ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Names of all formulas: static methods, constants, and the properties of a probability pair.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Static.Keys.Concat(PairMembers()).Where(n => !NotFormulas.Contains(n, StringComparer.Ordinal)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether the formula is written over every arithmetic (some live on balls only).</summary>
    public static bool IsGeneric(string name) => PairMembers().Contains(name, StringComparer.Ordinal) || Static[name].IsGenericMethodDefinition;

    /// <summary>The static method closed over an arithmetic.</summary>
    public static MethodInfo Close<T>(string name)
        where T : IElementary<T>
    {
        var (type, member) = Split(name);
        if (PairMembers().Contains(name, StringComparer.Ordinal))
        {
            return typeof(Probability<T>).GetMethod(member, BindingFlags.Public | BindingFlags.Static)
                ?? typeof(Probability<T>).GetProperty(member)?.GetMethod
                ?? throw new InvalidOperationException($"{type} has no {member}.");
        }

        var method = Static[name];
        return method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(T)) : method;
    }

    private static (string Type, string Member) Split(string name) => (name.Split('.')[0], name.Split('.')[1]);

    private static Type[] FormulaTypes()
    {
        var spaces = new[] { typeof(Whitening).Namespace, typeof(EffectiveWeight).Namespace, typeof(ExplicitPolicies).Namespace, typeof(UniversalConstants).Namespace };
        return [.. typeof(Whitening).Assembly.GetExportedTypes().Where(t => t is { IsAbstract: true, IsSealed: true } && spaces.Contains(t.Namespace, StringComparer.Ordinal))];
    }

    // Something with a real value: not an exact rational computation.
    private static bool IsFormula(MethodInfo method)
        => method.IsGenericMethodDefinition || method.ReturnType == typeof(Ball) || method.ReturnType == typeof(Root);

    private static IEnumerable<string> PairMembers()
    {
        var pair = typeof(Probability<Float64>);
        return pair.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName && m.ReturnType == pair).Select(m => m.Name)
            .Concat(pair.GetProperties().Where(p => p.SetMethod is null).Select(p => p.Name))
            .Select(n => $"Probability.{n}");
    }

    private static string NameOf(MethodInfo method)
        => $"{method.DeclaringType!.Name}.{(method.IsSpecialName ? method.Name["get_".Length..] : method.Name)}";
}
