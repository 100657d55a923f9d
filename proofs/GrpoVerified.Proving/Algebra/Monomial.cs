namespace GrpoVerified.Proving.Algebra;

/// <summary>A product of powers of atoms, by the atoms' numbers.</summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    private readonly int[] _exponents;
    private readonly int _hash;

    // Exponents without trailing zeros.
    public Monomial(params int[] exponents)
    {
        var length = exponents.Length;
        while (length > 0 && exponents[length - 1] == 0)
        {
            length--;
        }

        _exponents = length == exponents.Length ? exponents : exponents[..length];
        var hash = default(HashCode);
        foreach (var e in _exponents)
        {
            hash.Add(e);
        }

        _hash = hash.ToHashCode();
    }

    public static Monomial One { get; } = new();

    public int Length => _exponents.Length;

    public int Degree => _exponents.Sum();

    public int this[int atom] => atom < _exponents.Length ? _exponents[atom] : 0;

    public static Monomial Atom(int atom, int exponent = 1)
    {
        var e = new int[atom + 1];
        e[atom] = exponent;
        return new(e);
    }

    public static Monomial operator *(Monomial a, Monomial b)
    {
        var e = new int[Math.Max(a.Length, b.Length)];
        for (var i = 0; i < e.Length; i++)
        {
            e[i] = a[i] + b[i];
        }

        return new(e);
    }

    /// <summary>The monomial with the exponent of one atom replaced.</summary>
    public Monomial With(int atom, int exponent)
    {
        var e = new int[Math.Max(Length, atom + 1)];
        _exponents.CopyTo(e, 0);
        e[atom] = exponent;
        return new(e);
    }

    public bool Equals(Monomial? other) => other is not null && _hash == other._hash && _exponents.AsSpan().SequenceEqual(other._exponents);

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => _hash;

    // Higher degree first, then higher exponents of earlier atoms.
    public static int Compare(Monomial a, Monomial b)
    {
        var order = b.Degree.CompareTo(a.Degree);
        for (var i = 0; order == 0 && i < Math.Max(a.Length, b.Length); i++)
        {
            order = b[i].CompareTo(a[i]);
        }

        return order;
    }
}
