namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>Files of the repository, found from the test's own folder upwards.</summary>
internal static class Repository
{
    /// <summary>The folder that holds GrpoVerified.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path of a file given from the root.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GrpoVerified.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
