using System.Collections.Immutable;

namespace GrpoVerified.Checking.Statements;

/// <summary>A variable and its range.</summary>
internal readonly record struct Axis(string Name, RealInterval Range);

/// <summary>The variables of a goal in order, each with its range; no name twice.</summary>
internal sealed record Domain(ImmutableArray<Axis> Axes)
{
    private const int MaxAxes = 100;
    private const int MaxName = 64;

    public static Domain Empty { get; } = new(ImmutableArray<Axis>.Empty);

    /// <summary>The place of a variable, or -1.</summary>
    public int Find(string name)
    {
        for (var i = 0; i < Axes.Length; i++)
        {
            if (Axes[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of a variable that must be there.</summary>
    public int Index(string name) => Find(name) is >= 0 and var i ? i : throw new Refusal($"no variable '{Rational.Short(name)}' in the domain");

    /// <summary>The domain with one more, new variable at its end.</summary>
    public Domain With(string name, RealInterval range)
    {
        Refusal.If(Axes.Length >= MaxAxes, $"more than {MaxAxes} variables in a domain");

        return new Domain(Axes.Add(new Axis(Name(name, this), range)));
    }

    /// <summary>The domain with the variable at a place replaced.</summary>
    public Domain Set(int index, RealInterval range, string? name = null) => new(Axes.SetItem(index, new Axis(name ?? Axes[index].Name, range)));

    /// <summary>Checks a new name: a letter or underscore, then letters, digits and underscores; not in the domain.</summary>
    public static string Name(string name, Domain domain)
    {
        Refusal.If(
            name.Length is 0 or > MaxName || !(char.IsAsciiLetter(name[0]) || name[0] == '_') || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || name == "inf",
            $"'{Rational.Short(name)}' is not a name");

        return domain.Find(name) < 0 ? name : throw new Refusal($"the name '{name}' is taken");
    }
}
