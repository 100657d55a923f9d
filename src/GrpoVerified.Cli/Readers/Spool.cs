namespace GrpoVerified.Cli.Readers;

/// <summary>A sequence of bytes that is written once and read from the start: in memory while short, in a temporary file beyond.</summary>
internal sealed class Spool : IDisposable
{
    private readonly string _directory;
    private readonly int _inMemory;
    private byte[] _memory = new byte[256];
    private int _used;
    private FileStream? _file;

    /// <summary>An empty spool.</summary>
    /// <param name="directory">Where a temporary file may be made.</param>
    /// <param name="inMemory">Most bytes held in memory.</param>
    public Spool(string directory, int inMemory)
    {
        _directory = directory;
        _inMemory = inMemory;
    }

    /// <summary>Number of bytes written.</summary>
    public long Length => FileLength + _used;

    /// <summary>Number of bytes that are in the file.</summary>
    public long FileLength { get; private set; }

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _memory.Length - _used)
        {
            MakeRoom(bytes.Length);
        }

        bytes.CopyTo(_memory.AsSpan(_used));
        _used += bytes.Length;
    }

    /// <summary>Appends an integer, seven bits per byte.</summary>
    public void WriteVarint(ulong value)
    {
        Span<byte> bytes = stackalloc byte[10];
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[length++] = (byte)(value | 0x80);
        }

        bytes[length++] = (byte)value;
        Write(bytes[..length]);
    }

    /// <summary>Forgets everything written; keeps the buffer and the file.</summary>
    public void Clear()
    {
        _used = 0;
        FileLength = 0;
        _file?.SetLength(0);
    }

    /// <summary>Reads bytes at a place; returns how many, 0 at the end.</summary>
    public int ReadAt(long position, Span<byte> target)
    {
        if (position < FileLength)
        {
            var wanted = (int)Math.Min(target.Length, FileLength - position);
            return RandomAccess.Read(_file!.SafeFileHandle, target[..wanted], position);
        }

        var rest = _memory.AsSpan((int)(position - FileLength), (int)(Length - position));
        var length = Math.Min(rest.Length, target.Length);
        rest[..length].CopyTo(target);
        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void MakeRoom(int wanted)
    {
        if (_used + wanted > _inMemory && _used > 0)
        {
            _file ??= TemporaryFile.Create(_directory);
            RandomAccess.Write(_file.SafeFileHandle, _memory.AsSpan(0, _used), FileLength);
            FileLength += _used;
            _used = 0;
        }

        if (_used + wanted > _memory.Length)
        {
            Array.Resize(ref _memory, Math.Max(_used + wanted, Math.Min(2 * _memory.Length, _inMemory)));
        }
    }
}
