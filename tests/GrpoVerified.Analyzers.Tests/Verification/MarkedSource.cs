using Microsoft.CodeAnalysis.Text;

namespace GrpoVerified.Analyzers.Tests;

/// <summary>Source in which <c>[|</c> and <c>|]</c> mark the places of the expected diagnostics.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<TextSpan> Marked)
{
    public const string Prelude = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using GrpoVerified.Arithmetic;
        using GrpoVerified.Claims;
        using GrpoVerified.Theory;
        using GrpoVerified.Theory.Formulas;
        using GrpoVerified.Theory.Groups;
        using GrpoVerified.Theory.Policies;
        using Xunit;

        """;

    public static MarkedSource Parse(string source)
    {
        source = Prelude + source;
        var text = new System.Text.StringBuilder();
        var open = new Stack<int>();
        var marked = new List<TextSpan>();
        for (var i = 0; i < source.Length; i++)
        {
            if (source.AsSpan(i).StartsWith("[|") && !source.AsSpan(i).StartsWith("[||"))
            {
                open.Push(text.Length);
                i++;
            }
            else if (source.AsSpan(i).StartsWith("|]"))
            {
                marked.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        return new(text.ToString(), [.. marked.OrderBy(m => m.Start)]);
    }
}
