using System.Globalization;
using System.Text.Json.Nodes;

namespace GrpoVerified.Checking.Tests.Soundness;

/// <summary>Random small statements, and random proofs in which every rule occurs, shaped so that rules often apply.</summary>
internal sealed class RandomProofs(Random random)
{
    private static readonly string[] Unary = ["neg", "square", "sqrt", "exp", "log", "abs"];
    private static readonly string[] Binary = ["add", "sub", "sub", "mul", "mul", "div", "min", "max"];
    private static readonly string[] Numbers = ["0", "1", "-1", "1/2", "2", "1/4", "-1/3", "3"];
    private static readonly string[] Intervals = ["[0, 1]", "(0, 1]", "[-1, 1]", "(0, 1)", "[1, 2]", "[0, inf)", "(0, inf)", "(-inf, inf)", "[1/2, 1)", "[1/4, 4]", "[2, 2]", "[0, 1)"];
    private static readonly string[] Relations = [">", ">=", ">=", "=="];
    private static readonly string[] Changes = ["reciprocal", "odds", "log-odds", "exp", "square", "complement", "affine"];

    /// <summary>One or two variables, a program of a few steps, perhaps an assumption, a goal.</summary>
    public List<string> Statement()
    {
        string[] names = random.Next(2) == 0 ? ["x"] : ["x", "y"];
        var lines = names.Select(n => $"forall {n} in {One(Intervals)}").ToList();
        var program = Program(names, random.Next(2, 7));
        lines.AddRange(program);
        for (var i = random.Next(3); i > 1; i--)
        {
            lines.Add($"assume v{random.Next(program.Count)} {One(Relations)} 0");
        }

        lines.Add($"show v{program.Count - 1} {One(Relations)} 0");
        return lines;
    }

    /// <summary>A random step; the names are the variables it may speak of.</summary>
    public JsonObject Proof(string[] names, int depth)
    {
        var x = One(names);
        if (depth == 0 || random.Next(5) == 0)
        {
            return random.Next(5) switch
            {
                0 => Step("identity"),
                1 or 2 => Step("tree", ("precision", random.Next(16, 80)), ("tree", Tree(names.Length, 4))),
                _ => Step("sign"),
            };
        }

        JsonObject Then(params string[] extra) => Proof([.. names, .. extra], depth - 1);
        JsonArray Some() => new([.. Program(names, random.Next(1, 5)).Select(l => (JsonNode)l)]);
        switch (random.Next(14))
        {
            case 0:
                return Step("cut", ("axis", x), ("at", One(Numbers)), ("below", Then()), ("above", Then()));
            case 1:
                return Step("have", ("program", Some()), ("sign", One(Relations)), ("proof", Then()), ("then", Then()));
            case 2:
                return Step("rewrite", ("program", Some()), ("then", Then()));
            case 3:
                return Step("monotone", ("then", Then()));
            case 4 or 5:
                return Step("vary", ("axis", x), ("toward", random.Next(2) == 0 ? "lower" : "upper"), ("slope", Then()), ("then", Then()));
            case 6:
                var step = Step("change", ("axis", x), ("to", "t" + depth.ToString(CultureInfo.InvariantCulture)), ("by", One(Changes)), ("then", Proof([.. names.Where(n => n != x), "t" + depth.ToString(CultureInfo.InvariantCulture)], depth - 1)));
                if (step["by"]!.GetValue<string>() == "affine")
                {
                    step["scale"] = One(Numbers);
                    step["offset"] = One(Numbers);
                }

                return step;
            case 7:
                var interval = One(Intervals);
                var s = "s" + depth.ToString(CultureInfo.InvariantCulture);
                var cut = Step("abstract", ("program", Some()), ("as", s), ("interval", interval), ("then", Then(s)));
                foreach (var (key, infinite) in new[] { ("lower", "-inf"), ("upper", " inf") })
                {
                    if (!interval.Contains(infinite, StringComparison.Ordinal))
                    {
                        cut[key] = Then();
                    }
                }

                return cut;
            case 8:
                return Step("abs", ("minus", Then()), ("plus", Then()));
            case 9:
                return Step("minimum", ("left", Then()), ("right", Then()));
            case 10:
                return Step("maximum", ("side", random.Next(2) == 0 ? "left" : "right"), ("then", Then()));
            case 11:
                return Step("square", ("nonnegative", Then()), ("then", Then()));
            case 12:
                return Step("contradiction", ("fact", random.Next(2)), ("then", Then()));
            default:
                return Step("tree", ("precision", random.Next(16, 80)), ("tree", Tree(names.Length, 6)));
        }
    }

    private string Tree(int axes, int depth)
        => depth == 0 || random.Next(3) == 0 ? One([".", ".", ".", "*", "*", "x"]) : (char)('A' + random.Next(axes)) + Tree(axes, depth - 1) + Tree(axes, depth - 1);

    private List<string> Program(string[] names, int steps)
    {
        var lines = new List<string>();
        foreach (var name in names)
        {
            lines.Add($"var {name}");
        }

        lines.Add($"num {One(Numbers)}");
        for (var i = 0; i < steps; i++)
        {
            // Recent steps more often: a chain, not a pile.
            int Recent() => Math.Max(random.Next(lines.Count), random.Next(lines.Count));
            lines.Add(random.Next(5) switch
            {
                0 => $"num {One(Numbers)}",
                1 => $"{One(Unary)} v{Recent()}",
                _ => $"{One(Binary)} v{Recent()} v{Recent()}",
            });
        }

        return lines.Select((l, i) => $"v{i} = {l}").ToList();
    }

    private static JsonObject Step(string kind, params (string Key, JsonNode Value)[] parts)
    {
        var step = new JsonObject { ["step"] = kind };
        foreach (var (key, value) in parts)
        {
            step[key] = value;
        }

        return step;
    }

    private string One(string[] list) => list[random.Next(list.Length)];
}
