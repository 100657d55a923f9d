using System.Reflection;
using System.Text;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Proving.Coq;

/// <summary>Every generic formula of GrpoVerified.Theory.Formulas as a Coq definition: proofs/coq/theories/Generated.v.</summary>
/// <remarks>
/// A formula is called with variables and records itself; nothing is simplified. A probability p enters as the pair (p, 1 − p), and a
/// formula that returns a pair gives two definitions. Ties.v proves each equal to the readable definition of the theories.
/// The mirror flow is not generic (it uses trigonometric functions of balls) and is left out.
/// </remarks>
public static class CoqFormulas
{
    /// <summary>The text of Generated.v.</summary>
    public static string Write()
    {
        var text = new StringBuilder("""
            (** Generated from GrpoVerified.Theory.Formulas: each formula as the program records it.
                Do not edit; the tests of GrpoVerified.Proving say how to write it anew. *)

            Require Import Reals.
            From GrpoProofs Require Import Defs.
            Open Scope R_scope.

            """.ReplaceLineEndings("\n"));
        foreach (var (name, parameters, value) in All())
        {
            var body = new CoqProposition(value);
            text.Append('\n').Append("Definition ").Append(name)
                .Append(" (").AppendJoin(' ', parameters.Select(CoqNames.Variable)).Append(" : R) : R :=\n  ")
                .Append(body.Bindings.Replace("\n    ", "\n  ", StringComparison.Ordinal)).Append(body.Value).Append(".\n");
        }

        return text.ToString();
    }

    /// <summary>Each formula's name in Coq, its parameters and its expression, by class and in the order of the source.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Parameters, Expr Value)> All()
        => typeof(SuccessMap).Assembly.GetTypes()
            .Where(static t => t.Namespace == typeof(SuccessMap).Namespace && t is { IsPublic: true, IsAbstract: true, IsSealed: true })
            .OrderBy(static t => t.Name, StringComparer.Ordinal)
            .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(static m => m.IsGenericMethodDefinition)
                .OrderBy(static m => m.MetadataToken)
                .SelectMany(m => Record(t, m)));

    private static IEnumerable<(string Name, IReadOnlyList<string> Parameters, Expr Value)> Record(Type type, MethodInfo method)
    {
        var call = method.MakeGenericMethod(typeof(Expr));
        var parameters = call.GetParameters();
        var names = parameters.Select(p => p.Name!).ToList();
        var arguments = parameters.Select(p => p.ParameterType == typeof(Expr)
            ? (object)Expr.Variable(p.Name!)
            : p.ParameterType == typeof(Probability<Expr>)
                ? Probability<Expr>.FromSuccess(Expr.Variable(p.Name!))
                : throw new InvalidOperationException($"{type.Name}.{method.Name} has a parameter {p.Name} of a type that has no Coq form."));
        var name = $"{type.Name}_{method.Name}";
        return call.Invoke(null, [.. arguments]) switch
        {
            Expr value => [(name, names, value)],
            Probability<Expr> pair => [($"{name}_success", names, pair.Success), ($"{name}_failure", names, pair.Failure)],
            _ => throw new InvalidOperationException($"{type.Name}.{method.Name} returns a type that has no Coq form."),
        };
    }
}
