using System.Globalization;
using System.Text.Json.Nodes;

namespace GrpoVerified.Checking.Tests.Mutation;

/// <summary>One mutant: what it was made from, what was changed, and its text.</summary>
internal sealed record Mutant(string Source, int Number, string Kind, string Change, string Text);

/// <summary>Makes mutants of certificates, the same ones on every run.</summary>
internal sealed class Mutator(IReadOnlyList<JsonObject> sources)
{
    private static readonly string[] Relations = [">", ">=", "=="];
    private static readonly string[] Operations = ["add", "sub", "mul", "div", "min", "max", "neg", "square", "sqrt", "exp", "log", "abs"];
    private static readonly string[] Steps = ["sign", "tree", "cut", "have", "rewrite", "identity", "monotone", "vary", "change", "abstract", "abs", "minimum", "maximum", "square", "contradiction", "witness", "bracket", "orbit", "newton"];
    private static readonly string[] Huge = ["1" + new string('0', 5000), "1/1" + new string('0', 5000), "-" + new string('9', 19_000), new string('7', 25_000), "1" + new string('0', 300), "1/1" + new string('0', 300)];

    /// <summary>Kinds of change, each tried on every certificate in turn.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "end of an interval", "bracket of an interval", "end of an interval, hash not fixed", "relation of the conclusion", "assumption", "operation", "operands exchanged", "constant", "constant made huge",
        "variable renamed", "line of the statement removed", "lines of the statement exchanged", "other statement", "tree letter removed", "tree letter changed", "tree halves exchanged", "tree cut short", "tree axis changed",
        "precision", "step replaced by its sub-proof", "sub-proofs exchanged", "key removed", "kind of step", "number in a step", "number in a step made huge", "word in a step", "program line in a step", "other proof", "text cut short", "byte changed", "hash digit", "step wrapped",
    ];

    /// <summary>The mutant with a number, or null where the kind does not apply.</summary>
    public Mutant? Make(int number)
    {
        var kind = Kinds[number % Kinds.Count];
        var random = new Random(number);
        var source = sources[number / Kinds.Count % sources.Count];
        var copy = (JsonObject)source.DeepClone();
        var name = source["name"]!.GetValue<string>();
        if (kind is "text cut short" or "byte changed")
        {
            var text = source.ToJsonString();
            var at = random.Next(text.Length);
            return new Mutant(name, number, kind, $"at character {at}", kind == "text cut short" ? text[..at] : text[..at] + (char)random.Next(32, 127) + text[(at + 1)..]);
        }

        var change = Apply(kind, copy, source, random);
        if (change is null)
        {
            return null;
        }

        if (!kind.EndsWith("hash not fixed", StringComparison.Ordinal) && kind != "hash digit" && copy["statement"] is JsonArray lines)
        {
            copy["hash"] = CertificateText.Hash(lines.Select(l => l!.GetValue<string>()));
        }

        return new Mutant(name, number, kind, change, copy.ToJsonString());
    }

    private string? Apply(string kind, JsonObject copy, JsonObject source, Random random)
    {
        var statement = copy["statement"]!.AsArray();
        var steps = Objects(copy["proof"]!).ToList();
        switch (kind)
        {
            case "end of an interval" or "end of an interval, hash not fixed" or "bracket of an interval":
                return Line(statement, random, l => l.Contains(" in ", StringComparison.Ordinal), l => Interval(l, kind[0] == 'b', random));
            case "relation of the conclusion":
                return Line(statement, random, l => l.StartsWith("show v", StringComparison.Ordinal) || l.Contains("root ", StringComparison.Ordinal), l => Relation(l, random));
            case "assumption":
                return Line(statement, random, l => l.StartsWith("assume", StringComparison.Ordinal), l => random.Next(2) == 0 ? null : Relation(l, random));
            case "operation":
                return Line(statement, random, IsOperation, l => Word(l, 2, One(Operations, random)));
            case "operands exchanged":
                return Line(statement, random, l => IsOperation(l) && l.Split(' ').Length == 5, l => l.Split(' ') is var w ? $"{w[0]} = {w[2]} {w[4]} {w[3]}" : l);
            case "constant":
                return Line(statement, random, l => l.Contains(" num ", StringComparison.Ordinal), l => Word(l, 3, Number(l.Split(' ')[3], random)));
            case "constant made huge":
                return Line(statement, random, l => l.Contains(" num ", StringComparison.Ordinal), l => Word(l, 3, One(Huge, random)));
            case "variable renamed":
                return Line(statement, random, l => l.Contains(" var ", StringComparison.Ordinal) || l.StartsWith("forall", StringComparison.Ordinal), l => Word(l, l.StartsWith("forall", StringComparison.Ordinal) ? 1 : 3, One(["x", "y", "p", "q", "t"], random)));
            case "line of the statement removed":
                return Line(statement, random, _ => true, _ => null);
            case "lines of the statement exchanged":
                var (i, j) = (random.Next(statement.Count), random.Next(statement.Count));
                var (first, second) = (statement[i]!.GetValue<string>(), statement[j]!.GetValue<string>());
                (statement[i], statement[j]) = (second, first);
                return first == second ? null : $"lines {i} and {j}";
            case "other statement":
                var other = One(sources, random);
                copy["statement"] = other["statement"]!.DeepClone();
                return ReferenceEquals(other, source) ? null : $"that of {other["name"]}";
            case "other proof":
                var from = One(sources, random);
                copy["proof"] = from["proof"]!.DeepClone();
                return ReferenceEquals(from, source) ? null : $"that of {from["name"]}";
            case "tree letter removed":
                return Text(steps, random, "tree", t => random.Next(t.Length) is var k ? t.Remove(k, 1) : t);
            case "tree letter changed":
                return Text(steps, random, "tree", t => random.Next(t.Length) is var k ? t[..k] + One([".", "*", "x", "A", "B"], random) + t[(k + 1)..] : t);
            case "tree axis changed":
                return Text(steps, random, "tree", t => t.IndexOf('A', StringComparison.Ordinal) is >= 0 and var k ? t[..k] + One(["B", "C", "Z"], random) + t[(k + 1)..] : t);
            case "tree halves exchanged":
                return Text(steps, random, "tree", Exchange);
            case "tree cut short":
                return Text(steps, random, "tree", t => random.Next(2) == 0 ? t[..random.Next(t.Length)] : t + t);
            case "precision":
                return Set(steps, random, "precision", _ => One([16, 17, 20, 24, 200, 1000, 15, 0, 4097, -1], random));
            case "step replaced by its sub-proof":
                return Sub(copy, steps, random, (step, key) => step[key]!);
            case "sub-proofs exchanged":
                var two = Pick(steps.Where(s => s.Count(p => p.Value is JsonObject) >= 2), random);
                if (two is null)
                {
                    return null;
                }

                var keys = two.Where(p => p.Value is JsonObject).Select(p => p.Key).Order(StringComparer.Ordinal).Take(2).ToArray();
                var (a, b) = (two[keys[0]]!.DeepClone(), two[keys[1]]!.DeepClone());
                (two[keys[0]], two[keys[1]]) = (b, a);
                return JsonNode.DeepEquals(a, b) ? null : $"{keys[0]} and {keys[1]} of {two["step"]}";
            case "key removed":
                var all = Objects(copy).ToList();
                var from2 = One(all, random);
                var key = from2.Count == 0 ? null : from2.ElementAt(random.Next(from2.Count)).Key;
                return key is not null && key is not ("title" or "claim" or "hash") && from2.Remove(key) ? key : null;
            case "kind of step":
                return Set(steps, random, "step", _ => One(Steps, random));
            case "number in a step" or "number in a step made huge":
                return Value(steps, random, v => char.IsAsciiDigit(v[^1]) || v[0] is '[' or '(', v => v[0] is '[' or '(' ? Interval(v, random.Next(3) == 0, random) : kind[^1] == 'e' ? One(Huge, random) : Number(v, random));
            case "word in a step":
                return Value(steps, random, v => char.IsAsciiLetter(v[0]) || v[0] is '>' or '=', v => v[0] is '>' or '=' ? One(Relations, random)
                    : One(["lower", "upper", "left", "right", "x", "y", "p", "t", "s", "odds", "log-odds", "exp", "square", "reciprocal", "complement"], random));
            case "program line in a step":
                var programs = steps.Where(s => s["program"] is JsonArray).Select(s => s["program"]!.AsArray()).ToList();
                return programs.Count == 0 ? null : Line(One(programs, random), random, _ => true, l => IsOperation(l) ? Word(l, 2, One(Operations, random)) : l.Contains(" num ", StringComparison.Ordinal) ? Word(l, 3, Number(l.Split(' ')[3], random)) : Word(l, 3, One(["x", "y", "p", "t"], random)));
            case "hash digit":
                var hash = copy["hash"]!.GetValue<string>();
                var digit = random.Next(64);
                copy["hash"] = hash[..digit] + (hash[digit] == '0' ? '1' : '0') + hash[(digit + 1)..];
                return $"digit {digit}";
            default:
                var proof = copy["proof"]!.DeepClone();
                var depth = One([1, 10, 500, 1900, 3000], random);
                if (depth > 500)
                {
                    return null; // the writer of JSON nodes recurses; FileTests nests by text
                }

                for (var d = 0; d < depth; d++)
                {
                    proof = new JsonObject { ["step"] = "have", ["program"] = new JsonArray("v0 = num 1"), ["sign"] = One([">", ">=", "=="], random), ["proof"] = new JsonObject { ["step"] = "sign" }, ["then"] = proof };
                }

                copy["proof"] = proof;
                return $"{depth} times in a fact";
        }
    }

    private static bool IsOperation(string line) => line.StartsWith('v') && Operations.Contains(line.Split(' ').ElementAtOrDefault(2), StringComparer.Ordinal);

    private static string Word(string line, int index, string word) => line.Split(' ') is var words && words.Length > index ? string.Join(' ', words.Select((w, i) => i == index ? word : w)) : line;

    private static string Relation(string line, Random random)
        => line.StartsWith("root", StringComparison.Ordinal) ? "unique-" + line : line.StartsWith("unique-", StringComparison.Ordinal) ? line[7..] : Word(line, 2, One(Relations, random));

    // One of the intervals of a line: an end of it, or a bracket.
    private static string Interval(string line, bool bracket, Random random)
    {
        var opens = Enumerable.Range(0, line.Length).Where(i => line[i] is '[' or '(').ToList();
        var open = opens.Count == 0 ? -1 : One(opens, random);
        var comma = open < 0 ? -1 : line.IndexOf(", ", open, StringComparison.Ordinal);
        var close = comma < 0 ? -1 : line.IndexOfAny([']', ')'], comma);
        if (close < 0)
        {
            return line;
        }

        var low = random.Next(2) == 0;
        var at = low ? open : close;
        var (from, to) = low ? (open + 1, comma) : (comma + 2, close);
        return bracket ? line[..at] + "[)(]"["(][)".IndexOf(line[at], StringComparison.Ordinal)] + line[(at + 1)..] : line[..from] + Number(line[from..to], random) + line[to..];
    }

    // A nearby or a very different number, reduced as the format wants it.
    private static string Number(string text, Random random)
    {
        if (!Arithmetic.Rational.TryParse(text, out var q, out _))
        {
            return One(["0", "1", "-1"], random);
        }

        var changed = random.Next(8) switch
        {
            0 => -q,
            1 => q + 1,
            2 => q - 1,
            3 => q * 2,
            4 => q / 2,
            5 => q + new Arithmetic.Rational(1, 1000),
            6 => q - new Arithmetic.Rational(1, 1_000_000_007),
            _ => Arithmetic.Rational.Zero,
        };
        return changed.Denominator.IsOne ? changed.Numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{changed.Numerator}/{changed.Denominator}");
    }

    // The two halves below the first split.
    private static string Exchange(string tree)
    {
        if (tree.Length < 3 || !char.IsAsciiLetterUpper(tree[0]))
        {
            return tree;
        }

        var (open, end) = (1, 1);
        for (; open > 0 && end < tree.Length; end++)
        {
            open += char.IsAsciiLetterUpper(tree[end]) ? 1 : -1;
        }

        return tree[0] + tree[end..] + tree[1..end];
    }

    private static string? Line(JsonArray lines, Random random, Func<string, bool> which, Func<string, string?> change)
    {
        var places = Enumerable.Range(0, lines.Count).Where(i => which(lines[i]!.GetValue<string>())).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var i = One(places, random);
        var old = lines[i]!.GetValue<string>();
        var changed = change(old);
        if (changed is null)
        {
            lines.RemoveAt(i);
        }
        else
        {
            lines[i] = changed;
        }

        return changed == old ? null : $"{old} -> {(changed is null ? "(nothing)" : changed.Length > 200 ? changed[..60] + "..." : changed)}";
    }

    private static string? Text(List<JsonObject> steps, Random random, string key, Func<string, string> change)
        => Set(steps, random, key, v => v!.GetValue<string>() is { Length: > 0 } text ? change(text) : string.Empty);

    private static string? Set(List<JsonObject> steps, Random random, string key, Func<JsonNode?, JsonNode> change)
    {
        var step = Pick(steps.Where(s => s[key] is JsonValue), random);
        if (step is null)
        {
            return null;
        }

        var old = step[key]!.ToJsonString();
        step[key] = change(step[key]);
        var now = step[key]!.ToJsonString();
        return old == now ? null : $"{key}: {Short(old)} -> {Short(now)}";
    }

    private static string Short(string text) => text.Length > 200 ? text[..60] + "..." : text;

    private static string? Value(List<JsonObject> steps, Random random, Func<string, bool> which, Func<string, string> change)
    {
        var places = new List<(string Name, string Old, Action<string> Put)>();
        foreach (var step in steps)
        {
            foreach (var (key, value) in step)
            {
                if (key is "tree" or "step" or "program" or "trees")
                {
                    continue;
                }

                if (value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
                {
                    places.Add((key, value.GetValue<string>(), v => step[key] = v));
                }
                else if (value is JsonArray array)
                {
                    places.AddRange(Enumerable.Range(0, array.Count).Select(i => ($"{key}[{i}]", array[i]!.GetValue<string>(), (Action<string>)(v => array[i] = v))));
                }
                else if (value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.Number)
                {
                    places.Add((key, value.ToJsonString(), v => step[key] = int.TryParse(v, CultureInfo.InvariantCulture, out var n) ? n : v));
                }
            }
        }

        places.RemoveAll(p => p.Old.Length == 0 || !which(p.Old));
        if (places.Count == 0)
        {
            return null;
        }

        var (name, old, put) = One(places, random);
        var changed = change(old);
        put(changed);
        return changed == old ? null : $"{name}: {Short(old)} -> {Short(changed)}";
    }

    private static string? Sub(JsonObject copy, List<JsonObject> steps, Random random, Func<JsonObject, string, JsonNode> replacement)
    {
        var step = Pick(steps.Where(s => s.Any(p => p.Value is JsonObject)), random);
        if (step is null)
        {
            return null;
        }

        var keys = step.Where(p => p.Value is JsonObject).Select(p => p.Key).Order(StringComparer.Ordinal).ToList();
        var key = One(keys, random);
        var kind = step["step"]?.ToJsonString();
        var by = replacement(step, key).DeepClone();
        if (step.Parent is JsonObject parent && step.GetPropertyName() is var place)
        {
            parent[place] = by;
        }
        else
        {
            copy["proof"] = by;
        }

        return $"{kind} replaced by its '{key}'";
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node)
    {
        if (node is JsonObject o)
        {
            yield return o;
            foreach (var inner in o.Where(p => p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => Objects(p.Value!)))
            {
                yield return inner;
            }
        }
    }

    private static T? Pick<T>(IEnumerable<T> items, Random random)
        where T : class => items.ToList() is { Count: > 0 } list ? One(list, random) : null;

    private static T One<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
