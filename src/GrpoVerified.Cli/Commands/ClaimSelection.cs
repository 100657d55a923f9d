using GrpoVerified.Claims;

namespace GrpoVerified.Cli.Commands;

/// <summary>Claims named by the user: ids such as C7, or letters for whole groups.</summary>
internal static class ClaimSelection
{
    /// <summary>The claim with an id.</summary>
    public static Claim Find(string id, string where)
    {
        var found = ClaimCatalogue.All.FirstOrDefault(c => string.Equals(c.Id, id.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found is not null)
        {
            return found;
        }

        var near = NearestName.Of(id, ClaimCatalogue.All.Select(c => c.Id));
        throw new UsageException(
            $"no claim {UsageException.Quote(id)}",
            where,
            (near is null ? string.Empty : $"did you mean '{near}'? ") + $"'{CommandContext.ToolName} claims' lists them");
    }

    /// <summary>The claims in a list such as <c>A,C7,F10</c>, in catalogue order; all of them for null.</summary>
    public static IReadOnlyList<Claim> Read(string? list, string where)
    {
        if (list is null)
        {
            return ClaimCatalogue.All;
        }

        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var group = part.Length == 1 ? ClaimCatalogue.All.Where(c => c.Group == char.ToUpperInvariant(part[0])).ToList() : [];
            chosen.UnionWith(group.Count > 0 ? group.Select(c => c.Id) : [Find(part, where).Id]);
        }

        return [.. ClaimCatalogue.All.Where(c => chosen.Contains(c.Id))];
    }
}
