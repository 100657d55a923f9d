using System.Text;

namespace GrpoVerified.Checking.Statements;

/// <summary>A statement in words, cut where it gets long. For people; nothing is decided by it.</summary>
internal static class Wording
{
    private const int MaxLength = 600;
    private const int MaxDepth = 60;

    /// <summary>As in <c>for all x in [0, 1]: x*(1 - x) &gt;= 0</c>.</summary>
    public static string Of(Statement s, Terms terms)
    {
        var text = new StringBuilder();
        if (s.Conclusion is Conclusion.Cycle or Conclusion.UniqueCycle)
        {
            var orbit = s.Conclusion == Conclusion.Cycle;
            text.Append(orbit ? "the orbit " : "the map ").Append(s.Domain.Axes[0].Name).Append(" -> ");
            Write(s.Goal.Term, terms, text, 0);
            return text.Append(orbit ? $" from {s.Start} tends to a cycle of period {s.Period} with a point in " : $" has exactly one point of period {s.Period} in ").Append(Of(s.Target))
                .Append(orbit ? string.Empty : $", iterate {s.Period} has slopes in {Of(s.Slopes)} there").ToString();
        }

        List(text, "for all ", s.Domain.Axes.Take(s.Universal));
        text.Append(s.Assumptions.Count > 0 ? " with " : string.Empty);
        for (var i = 0; i < s.Assumptions.Count && text.Length < MaxLength; i++)
        {
            text.Append(i > 0 ? " and " : string.Empty);
            Judge(s.Assumptions[i], terms, text);
        }

        var root = s.Conclusion is Conclusion.Root or Conclusion.UniqueRoot;
        List(text, s.Conclusion == Conclusion.UniqueRoot ? " there is exactly one " : " there is ", s.Domain.Axes.Skip(s.Universal));
        text.Append(s.Domain.Axes.Length > s.Universal || root ? " such that " : ": ");
        Judge(s.Goal, terms, text);
        return text.ToString().Trim();
    }

    private static void List(StringBuilder text, string before, IEnumerable<Axis> axes)
    {
        foreach (var axis in axes)
        {
            text.Append(before).Append(axis.Name).Append(" in ").Append(Of(axis.Range));
            before = ", ";
        }
    }

    private static string Of(RealInterval r)
        => $"{(r.Lower.Closed ? '[' : '(')}{Of(r.Lower, "-inf")}, {Of(r.Upper, "inf")}{(r.Upper.Closed ? ']' : ')')}";

    private static string Of(End end, string infinite) => end.At is { } q ? q.Bits < 400 ? q.ToString() : "..." : infinite;

    private static void Judge(Judgement j, Terms terms, StringBuilder text)
    {
        Write(j.Term, terms, text, 0);
        text.Append(j.Relation switch { Relation.Positive => " > 0", Relation.NonNegative => " >= 0", _ => " = 0" });
    }

    private static void Write(int t, Terms terms, StringBuilder text, int depth)
    {
        var term = terms[t];
        if (text.Length > MaxLength || depth > MaxDepth)
        {
            text.Append("...");
        }
        else if (term.Operation == Operation.Num)
        {
            text.Append(Of(new End(term.Value, true), "..."));
        }
        else if (term.Operation == Operation.Var)
        {
            text.Append(term.Name);
        }
        else if (term.Operation is Operation.Add or Operation.Sub or Operation.Mul or Operation.Div)
        {
            Part(term.Left, terms, text, depth);
            text.Append(term.Operation switch { Operation.Add => " + ", Operation.Sub => " - ", Operation.Mul => "*", _ => "/" });
            Part(term.Right, terms, text, depth);
        }
        else
        {
            text.Append(term.Operation.ToString().ToLowerInvariant()).Append('(');
            Write(term.Left, terms, text, depth + 1);
            if (term.IsBinary)
            {
                text.Append(", ");
                Write(term.Right, terms, text, depth + 1);
            }

            text.Append(')');
        }
    }

    private static void Part(int t, Terms terms, StringBuilder text, int depth)
    {
        var simple = terms[t].Operation is not (Operation.Add or Operation.Sub or Operation.Mul or Operation.Div);
        text.Append(simple ? string.Empty : "(");
        Write(t, terms, text, depth + 1);
        text.Append(simple ? string.Empty : ")");
    }
}
