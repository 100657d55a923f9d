namespace GrpoVerified.Cli.Parameters;

/// <summary>The folder of a file that is to be written.</summary>
internal static class OutputFolder
{
    /// <summary>An error where the folder is not there: better before the work than after it.</summary>
    public static void Require(string path, string where)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"the folder {UsageException.Quote(folder ?? path)} is not there", where, "create it first");
        }
    }
}
