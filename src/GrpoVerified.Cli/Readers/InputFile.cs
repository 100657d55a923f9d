namespace GrpoVerified.Cli.Readers;

/// <summary>Opens what the user named: a file, or standard input for <c>-</c>.</summary>
internal static class InputFile
{
    /// <summary>Whether the name stands for standard input.</summary>
    public static bool IsStandardInput(string name) => name is "-";

    /// <summary>The name used in messages.</summary>
    public static string Display(string name) => IsStandardInput(name) ? "standard input" : name;

    /// <summary>The bytes of the input.</summary>
    public static Stream Open(string name, CommandContext context, string option)
    {
        if (IsStandardInput(name))
        {
            return context.Input;
        }

        if (Directory.Exists(name))
        {
            throw new UsageException($"{UsageException.Quote(name)} is a directory", option, "name a file");
        }

        try
        {
            return new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"no file {UsageException.Quote(name)}", option, "check the name and the current directory");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"file {UsageException.Quote(name)} cannot be read", option, "check its permissions");
        }
        catch (Exception e) when (e is ArgumentException or IOException or NotSupportedException)
        {
            throw new UsageException($"file {UsageException.Quote(name)} cannot be opened: {e.Message}", option, "check the name");
        }
    }
}
