namespace GrpoVerified.Cli.Readers;

/// <summary>Walks over the fields of one CSV record (RFC 4180: commas, double quotes, doubled quotes inside).</summary>
internal ref struct CsvFields
{
    private ReadOnlySpan<byte> _rest;
    private bool _more;

    /// <summary>The fields of a record.</summary>
    public CsvFields(ReadOnlySpan<byte> record)
    {
        _rest = record;
        _more = true;
        Raw = default;
    }

    /// <summary>The current field's bytes between its outer quotes, if it has them.</summary>
    public ReadOnlySpan<byte> Raw { get; private set; }

    /// <summary>Whether the field was quoted, so that doubled quotes in <see cref="Raw"/> stand for one.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Whether text follows a closing quote, or a quote stands inside an unquoted field.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Moves to the next field.</summary>
    public bool MoveNext()
    {
        if (!_more)
        {
            return false;
        }

        IsQuoted = _rest.Length > 0 && _rest[0] == '"';
        var length = IsQuoted ? QuotedLength() : _rest.IndexOf((byte)',');
        length = length < 0 ? _rest.Length : length;
        var field = _rest[..length];
        _more = length < _rest.Length;
        _rest = _more ? _rest[(length + 1)..] : default;
        if (IsQuoted)
        {
            IsMalformed = field.Length < 2 || field[^1] != '"';
            Raw = IsMalformed ? field : field[1..^1];
            IsMalformed |= HasLoneQuote(Raw);
        }
        else
        {
            IsMalformed = field.IndexOf((byte)'"') >= 0;
            Raw = field;
        }

        return true;
    }

    /// <summary>The field's text in the buffer given; returns its length.</summary>
    public readonly int CopyTo(Span<byte> target)
    {
        if (!IsQuoted)
        {
            Raw.CopyTo(target);
            return Raw.Length;
        }

        var length = 0;
        for (var i = 0; i < Raw.Length; i++)
        {
            target[length++] = Raw[i];
            i += Raw[i] == '"' ? 1 : 0;
        }

        return length;
    }

    /// <summary>The field as a string.</summary>
    public readonly string Text()
    {
        var buffer = new byte[Raw.Length];
        return System.Text.Encoding.UTF8.GetString(buffer, 0, CopyTo(buffer));
    }

    private static bool HasLoneQuote(ReadOnlySpan<byte> inside)
    {
        for (var at = inside.IndexOf((byte)'"'); at >= 0; at = inside.IndexOf((byte)'"'))
        {
            if (at + 1 == inside.Length || inside[at + 1] != '"')
            {
                return true;
            }

            inside = inside[(at + 2)..];
        }

        return false;
    }

    private readonly int QuotedLength()
    {
        // A comma ends the field when the quotes before it are even in number.
        var at = 0;
        var quotes = 0;
        while (at < _rest.Length)
        {
            if (_rest[at] == '"')
            {
                quotes++;
            }
            else if (_rest[at] == ',' && (quotes & 1) == 0)
            {
                return at;
            }

            at++;
        }

        return _rest.Length;
    }
}
