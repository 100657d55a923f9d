namespace GrpoVerified.Proving.Coq;

/// <summary>Names that Coq accepts.</summary>
internal static class CoqNames
{
    // Words of Coq and the functions that occur in the emitted statements; a variable of that name would hide them.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "as", "at", "cofix", "else", "end", "exists", "exists2", "fix", "for", "forall", "fun", "if", "in", "let", "match", "mod", "return",
        "then", "using", "where", "with", "Prop", "Set", "Type", "SProp", "R", "nat", "True", "False", "not", "IZR",
        "exp", "ln", "sqrt", "Rmin", "Rmax", "Rabs", "Rsqr", "Rpower", "iter", "is_lim_seq", "ex_lim_seq", "f", "c", "n", "j", "N",
    };

    /// <summary>The name of a variable; names that mean something to Coq, and those of shared parts (<c>v12</c>), get a prime.</summary>
    public static string Variable(string name)
        => Taken.Contains(name) || (name[0] == 'v' && name.Length > 1 && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0) ? name + "'" : name;

    /// <summary>A certificate's name as a part of an identifier.</summary>
    public static string Identifier(string certificate)
        => string.Concat(certificate.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>A text inside a comment.</summary>
    public static string Comment(string text)
        => text.Replace("(*", "( *", StringComparison.Ordinal).Replace("*)", "* )", StringComparison.Ordinal).Replace('"', '\'');
}
