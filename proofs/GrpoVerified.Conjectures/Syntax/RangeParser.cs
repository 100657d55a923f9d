namespace GrpoVerified.Conjectures.Syntax;

/// <summary>Reads ranges: <c>p in [0,1], p_ref in (0,1), beta in (0,inf), alpha = 1/2</c>.</summary>
internal sealed class RangeParser
{
    private const string Example = "write ranges such as \"p in [0,1], beta in (0,inf), alpha = 1/2\"";

    private readonly string _text;
    private readonly string _part;
    private int _position;

    private RangeParser(string text, string part)
    {
        _text = text;
        _part = part;
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>All ranges of a text, in order.</summary>
    public static IReadOnlyList<VariableRange> Read(string text, string part)
    {
        ConjectureText.RequireReasonable(text, part);
        var parser = new RangeParser(text, part);
        var ranges = new List<VariableRange>();
        parser.SkipSpaces();
        while (parser.Current != '\0')
        {
            var start = parser._position;
            var range = parser.ReadRange();
            if (ranges.Exists(r => string.Equals(r.Name, range.Name, StringComparison.Ordinal)))
            {
                throw parser.Fault($"{range.Name} has two ranges", start, "give each variable one range");
            }

            ranges.Add(range);
            parser.SkipSpaces();
            if (parser.Current is not ('\0' or ',' or ';'))
            {
                throw parser.Fault($"expected ',' between ranges, found {ConjectureText.Name(parser.Current)}", parser._position, Example);
            }

            if (parser.Current != '\0')
            {
                parser._position++;
                parser.SkipSpaces();
                if (parser.Current == '\0')
                {
                    throw parser.Fault("expected another range after the comma", parser._position, Example);
                }
            }
        }

        return ranges;
    }

    private VariableRange ReadRange()
    {
        var start = _position;
        var name = ReadWord();
        if (name.Length == 0)
        {
            throw Fault($"expected the name of a variable, found {ConjectureText.Name(Current)}", start, Example);
        }

        SkipSpaces();
        if (Current == '=')
        {
            _position++;
            SkipSpaces();
            var value = ReadEnd(",;") ?? throw Fault($"{name} cannot be infinite", start, Example);
            return new(name, value, true, value, true);
        }

        var word = ReadWord();
        if (word is not "in")
        {
            throw Fault($"expected 'in' or '=' after {name}, found {(word.Length > 0 ? $"'{word}'" : ConjectureText.Name(Current))}", _position - word.Length, Example);
        }

        SkipSpaces();
        return ReadInterval(name, start);
    }

    private VariableRange ReadInterval(string name, int start)
    {
        if (Current is not ('[' or '('))
        {
            throw Fault($"expected '[' or '(' to open the range of {name}, found {ConjectureText.Name(Current)}", _position, "'[' includes the end, '(' excludes it");
        }

        var lowerClosed = Current == '[';
        _position++;
        var lowerPlace = _position;
        var lower = ReadEnd(",;])", "-inf");
        if (Current is not (',' or ';'))
        {
            throw Fault($"expected ',' between the ends of the range of {name}, found {ConjectureText.Name(Current)}", _position, Example);
        }

        _position++;
        var upperPlace = _position;
        var upper = ReadEnd("])", "inf");
        if (Current is not (']' or ')'))
        {
            throw Fault($"expected ']' or ')' to close the range of {name}, found {ConjectureText.Name(Current)}", _position, "']' includes the end, ')' excludes it");
        }

        var upperClosed = Current == ']';
        _position++;
        if ((lower is null && lowerClosed) || (upper is null && upperClosed))
        {
            throw Fault("an infinite end is never included", lower is null && lowerClosed ? lowerPlace : upperPlace, "use '(' or ')' beside inf");
        }

        var range = new VariableRange(name, lower, lowerClosed, upper, upperClosed);
        return range.IsEmpty
            ? throw Fault($"the range {range.Interval} of {name} is empty", start, "the lower end comes first; one point is [a,a] or written name = a")
            : range;
    }

    // A number, or the one infinity allowed here, up to one of the closing characters; null for the infinity.
    private Rational? ReadEnd(string closing, string? infinity = null)
    {
        var start = _position;
        while (Current != '\0' && !closing.Contains(Current, StringComparison.Ordinal))
        {
            _position++;
        }

        var text = _text[start.._position].Trim();
        if (infinity is not null && string.Equals(text.TrimStart('+'), infinity, StringComparison.Ordinal))
        {
            return null;
        }

        if (Rational.TryParse(text, out var value, out var error))
        {
            return value;
        }

        throw text is "inf" or "+inf" or "-inf"
            ? Fault($"{text} is on the wrong side", start, "a range goes from -inf up to inf")
            : Fault(error, start, "ends are exact numbers such as 0.1, 1/3, 1e-6, or -inf and inf");
    }

    private string ReadWord()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '_')
        {
            _position++;
        }

        if (_position > start && char.IsAsciiDigit(_text[start]))
        {
            _position = start;
        }

        return _text[start.._position];
    }

    private void SkipSpaces()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private ConjectureException Fault(string fact, int position, string action) => new(fact, _part, position, action);
}
