using System.Globalization;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Coq;

/// <summary>Statements as propositions about real numbers that a reader needs no other file to understand.</summary>
internal static class CoqTheorem
{
    /// <summary>The proposition.</summary>
    public static string Of(Statement statement) => statement switch
    {
        QuantifiedStatement s => ForAll(s.ForAll) + Assumptions(s.Assumptions) + Conclusion(s),
        OrbitStatement s => Orbit(s),
        UniqueCycleStatement s => UniqueCycle(s),
        _ => throw new InvalidOperationException($"{statement.GetType().Name} has no Coq form."),
    };

    private static string ForAll(IEnumerable<Axis> axes)
        => string.Concat(axes.Select(a => $"forall {CoqNames.Variable(a.Name)} : R,{(Range(a.Extent, CoqNames.Variable(a.Name)) is { } r ? $" {r} ->" : string.Empty)}\n  "));

    private static string Assumptions(IEnumerable<Condition> assumptions)
        => string.Concat(assumptions.Select(a => $"({new CoqProposition(a.Expression).WithSign(a.Relation)}) ->\n  "));

    private static string Conclusion(QuantifiedStatement s)
    {
        var goal = new CoqProposition(s.Expression);
        if (s.Conclusion == Statements.Conclusion.UniqueRoot)
        {
            var x = CoqNames.Variable(s.Exists[0].Name);
            var range = Range(s.Exists[0].Extent, x);
            return $"(forall {x} : R, {Before(range, "->")}{goal.Defined()}) /\\\n  (exists! {x} : R, {Before(range, "/\\")}{Braced(goal.Bindings, $"{goal.Value} = 0")})";
        }

        var exists = string.Concat(s.Exists.Select(a => $"exists {CoqNames.Variable(a.Name)} : R, {Before(Range(a.Extent, CoqNames.Variable(a.Name)), "/\\")}\n  "));
        var sign = s.Relation ?? Relation.Zero;
        return exists + (goal.Bindings.Length == 0 || s.Exists.Count == 0 ? goal.WithSign(sign) : $"({goal.WithSign(sign)})");
    }

    private static string Orbit(OrbitStatement s)
    {
        var map = new CoqProposition(s.Map);
        var x = CoqNames.Variable(s.Variable);
        var start = CoqNumbers.Real(s.Start);
        start = s.Start.IsInteger ? start : $"({start})";
        var k = string.Create(CultureInfo.InvariantCulture, $"{s.Period}%nat");
        return $"let f := fun {x} : R => {map.Bindings}{map.Value} in\n"
            + $"  (forall n : nat, let {x} := iter f {start} n in {map.Defined()}) /\\\n"
            + $"  (exists (c : R) (N : nat), {Range(s.CyclePoint, "c")} /\\ iter f c {k} = c /\\\n"
            + $"     (forall j : nat, (0 < j < {k})%nat -> iter f c j <> c) /\\\n"
            + $"     is_lim_seq (fun n => iter f {start} (n * {k} + N)) c) /\\\n"
            + $"  ((2 <= {k})%nat -> ~ ex_lim_seq (iter f {start}))";
    }

    private static string UniqueCycle(UniqueCycleStatement s)
    {
        var map = new CoqProposition(s.Map);
        var x = CoqNames.Variable(s.Variable);
        var (a, b) = (CoqNumbers.Real(s.CyclePoint.Lower.Value!.Value), CoqNumbers.Real(s.CyclePoint.Upper.Value!.Value));
        var (c, d) = (CoqNumbers.Real(s.Slopes.Lower.Value!.Value), CoqNumbers.Real(s.Slopes.Upper.Value!.Value));
        var k = string.Create(CultureInfo.InvariantCulture, $"{s.Period}%nat");
        return $"let f := fun {x} : R => {map.Bindings}{map.Value} in\n"
            + $"  (forall r : R, {a} <= r <= {b} -> forall j : nat, (j < {k})%nat -> let {x} := iter f r j in {map.Defined()}) /\\\n"
            + $"  (forall r : R, {a} <= r <= {b} -> forall j : nat, (0 < j < {k})%nat -> ~ {a} <= iter f r j <= {b}) /\\\n"
            + $"  (forall r s : R, {a} <= r -> r <= s -> s <= {b} -> ({c}) * (s - r) <= iter f s {k} - iter f r {k} <= ({d}) * (s - r)) /\\\n"
            + $"  (exists! c : R, {a} <= c <= {b} /\\ iter f c {k} = c)";
    }

    private static string Before(string? range, string connective) => range is null ? string.Empty : $"{range} {connective} ";

    private static string Braced(string bindings, string text) => bindings.Length == 0 ? text : $"({bindings}{text})";

    private static string? Range(Extent extent, string x) => (extent.Lower, extent.Upper) switch
    {
        ({ Value: null }, { Value: null }) => null,
        ({ Value: null }, { Value: { } b } u) => $"{x} {Less(u)} {CoqNumbers.Real(b)}",
        ({ Value: { } a } l, { Value: null }) => $"{CoqNumbers.Real(a)} {Less(l)} {x}",
        ({ Value: { } a } l, { Value: { } b } u) => $"{CoqNumbers.Real(a)} {Less(l)} {x} {Less(u)} {CoqNumbers.Real(b)}",
    };

    private static string Less(Endpoint end) => end.IsClosed ? "<=" : "<";
}
