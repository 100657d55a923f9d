namespace GrpoVerified.Cli.Readers;

/// <summary>Files that vanish: on Unix they have no name from the start, elsewhere the system deletes them on close.</summary>
internal static class TemporaryFile
{
    /// <summary>An empty file for writing and reading in the directory.</summary>
    public static FileStream Create(string directory)
    {
        var path = Path.Combine(directory, CommandContext.ToolName + "-" + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 0,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            var file = new FileStream(path, options);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("no temporary file can be made", directory, "name a directory that can be written with --temp-dir");
        }
    }
}
