namespace GrpoVerified.Cli.Tests;

/// <summary>Files of the repository, found from the folder of the test assembly upwards.</summary>
internal static class RepositoryFile
{
    public static string Find(string path)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, path);
            if (File.Exists(candidate) && File.Exists(Path.Combine(directory.FullName, "GrpoVerified.sln")))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException("not in the repository", path);
    }
}
