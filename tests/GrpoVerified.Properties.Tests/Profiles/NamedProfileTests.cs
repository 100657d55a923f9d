using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Tests.Profiles;

public sealed class NamedProfileTests
{
    public static TheoryData<string> Names => new(NamedProfiles.Names);

    [Fact]
    public void Names_are_unique_and_in_kebab_case()
    {
        Assert.Equal(NamedProfiles.All.Count, NamedProfiles.Names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(NamedProfiles.Names, n => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", n));
    }

    [Fact]
    public void At_least_fifteen_projects_are_described()
        => Assert.True(NamedProfiles.All.Select(p => p.Version.Split(' ')[0]).Distinct(StringComparer.Ordinal).Count() >= 15);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_profile_says_which_version_it_describes_and_where_to_look(string name)
    {
        var profile = NamedProfiles.Find(name.ToUpperInvariant())!;
        Assert.NotNull(profile);
        Assert.True(profile.Version.Length > 5 && profile.Source.Length > 20, name);
        Assert.False(profile is { Advantage: null, Kl: null, Clip: null, Aggregation: null }, $"{name} describes nothing");
    }

    [Fact]
    public void An_unknown_name_is_not_found() => Assert.Null(NamedProfiles.Find("trl-9"));
}
