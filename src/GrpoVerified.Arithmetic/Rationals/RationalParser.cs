using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>Reads <c>[sign] number [/ [sign] number]</c>, number decimal or hexadecimal, each with an optional exponent.</summary>
internal ref struct RationalParser
{
    private const string Examples = "write a number such as 0.1, 1/3, -2.5e-7 or 0x1.8p-3";

    private readonly string _text;
    private int _position;
    private string? _error;

    private RationalParser(string text)
    {
        _text = text;
        _position = 0;
        _error = null;
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    public static bool TryParse(string text, out Rational value, [NotNullWhen(false)] out string? error)
    {
        var parser = new RationalParser(text);
        value = parser.ReadAll();
        error = parser._error;
        value = error is null ? value : Rational.Zero;
        return error is null;
    }

    private Rational ReadAll()
    {
        if (_text.Length > Rational.MaxTextLength)
        {
            return Fail(Rational.MaxTextLength, FormattableString.Invariant($"it has {_text.Length} characters, more than the limit of {Rational.MaxTextLength}"), "write fewer digits");
        }

        SkipSpaces();
        if (_position == _text.Length)
        {
            return Fail(_position, "there is nothing to read", Examples);
        }

        var value = ReadNumber();
        SkipSpaces();
        if (_error is null && Current == '/')
        {
            _position++;
            SkipSpaces();
            var place = _position;
            var denominator = ReadNumber();
            if (_error is null && denominator.IsZero)
            {
                return Fail(place, "the denominator is zero", "write a fraction such as 1/3");
            }

            value = _error is null ? value / denominator : value;
            SkipSpaces();
        }

        return _error is null && _position < _text.Length
            ? Fail(_position, $"{Name(Current)} does not belong to a number", Examples)
            : value;
    }

    private Rational ReadNumber()
    {
        var negative = Current == '-';
        if (Current is '-' or '+')
        {
            _position++;
        }

        var hexadecimal = Current == '0' && _position + 1 < _text.Length && _text[_position + 1] is 'x' or 'X';
        if (hexadecimal)
        {
            _position += 2;
        }

        var magnitude = hexadecimal ? ReadHexadecimal() : ReadDecimal();
        return negative ? -magnitude : magnitude;
    }

    private Rational ReadDecimal()
    {
        var digits = ReadDigits(hexadecimal: false, out var places);
        if (_error is not null)
        {
            return default;
        }

        var exponent = Current is 'e' or 'E' ? ReadExponent(Rational.MaxDecimalExponent) : 0;
        if (_error is not null)
        {
            return default;
        }

        var mantissa = BigInteger.Parse("0" + digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var scale = mantissa.IsZero ? 0 : exponent - places;
        return scale >= 0
            ? mantissa * BigInteger.Pow(10, scale)
            : new Rational(mantissa, BigInteger.Pow(10, -scale));
    }

    private Rational ReadHexadecimal()
    {
        var digits = ReadDigits(hexadecimal: true, out var places);
        if (_error is not null)
        {
            return default;
        }

        var exponent = Current is 'p' or 'P' ? ReadExponent(Rational.MaxBinaryExponent) : 0;
        if (_error is not null)
        {
            return default;
        }

        var mantissa = BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var scale = mantissa.IsZero ? 0 : exponent - (4 * places);
        return scale >= 0 ? mantissa << scale : new Rational(mantissa, BigInteger.One << -scale);
    }

    private string ReadDigits(bool hexadecimal, out int places)
    {
        var whole = ReadRun(hexadecimal);
        var fraction = string.Empty;
        if (Current == '.')
        {
            _position++;
            fraction = ReadRun(hexadecimal);
        }

        places = fraction.Length;
        if (whole.Length + places == 0)
        {
            var found = _position == _text.Length ? "the text ends where a digit should stand" : $"{Name(Current)} stands where a digit should";
            Fail(_position, found, Examples);
        }

        return whole + fraction;
    }

    private string ReadRun(bool hexadecimal)
    {
        var start = _position;
        while (hexadecimal ? char.IsAsciiHexDigit(Current) : char.IsAsciiDigit(Current))
        {
            _position++;
        }

        return _text[start.._position];
    }

    private int ReadExponent(int limit)
    {
        var letter = Current;
        var start = ++_position;
        var negative = Current == '-';
        if (Current is '-' or '+')
        {
            _position++;
        }

        var digits = ReadRun(hexadecimal: false);
        if (digits.Length == 0)
        {
            Fail(_position, $"an exponent needs digits after '{letter}'", Examples);
            return 0;
        }

        var significant = digits.TrimStart('0');
        if (significant.Length > 9 || (significant.Length > 0 && int.Parse(significant, CultureInfo.InvariantCulture) > limit))
        {
            Fail(start, FormattableString.Invariant($"the exponent is beyond the limit of {limit}"), "write a number of smaller exponent");
            return 0;
        }

        var value = significant.Length == 0 ? 0 : int.Parse(significant, CultureInfo.InvariantCulture);
        return negative ? -value : value;
    }

    private void SkipSpaces()
    {
        while (Current is ' ' or '\t')
        {
            _position++;
        }
    }

    private static string Name(char c) => $"'{RationalFault.Printable(c)}'";

    private Rational Fail(int place, string what, string advice)
    {
        _error ??= RationalFault.Describe(_text, place, what, advice);
        return default;
    }
}
