using System.Globalization;
using System.Text;
using GrpoVerified.Claims;
using GrpoVerified.Proving.Catalogue;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Search;
using GrpoVerified.TestKit;

namespace GrpoVerified.Proving.Tests.Catalogue;

/// <summary>
/// The committed certificates are those of the catalogue. GRPOVERIFIED_UPDATE_CERTIFICATES=1 writes them; GRPOVERIFIED_PROVER_FIGURES names a
/// file that receives a line for each: name, seconds of processor time that the prover takes (with one thread, the second time).
/// </summary>
public sealed class CertificateCatalogueTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "proofs", "certificates");

    public static TheoryData<string> Names => [.. CertificateCatalogue.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_certificate_is_made_anew_byte_for_byte(string name)
    {
        var entry = Entry(name);
        var bytes = CertificateWriter.Write(entry.Certify(new ProverOptions { Threads = 2 }));
        var path = Path.Combine(Folder, name + Certificate.Extension);
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_UPDATE_CERTIFICATES") is "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(path, bytes);
        }

        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), Encoding.UTF8.GetString(bytes));
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_PROVER_FIGURES") is { Length: > 0 } figures)
        {
            var before = Environment.CpuUsage.TotalTime;
            entry.Certify(new ProverOptions { Threads = 1 });
            File.AppendAllText(figures, string.Create(CultureInfo.InvariantCulture, $"{name}\t{(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0000}\n"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_statement_in_the_file_is_the_one_built_from_the_formulas(string name)
    {
        var file = CertificateReader.ReadFile(Path.Combine(Folder, name + Certificate.Extension));
        var entry = Entry(name);
        Assert.Equal(entry.Statement.Lines, file.Statement.Lines);
        Assert.Equal(entry.Claim, file.Claim);
        Assert.Equal(name, file.Name);
    }

    [Fact]
    public void Every_file_is_in_the_catalogue_and_every_claim_exists()
    {
        var files = Directory.GetFiles(Folder, "*" + Certificate.Extension).Select(f => Path.GetFileName(f)[..^Certificate.Extension.Length]);
        Assert.Equal(CertificateCatalogue.All.Select(e => e.Name).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        Assert.All(CertificateCatalogue.All, e => Assert.Contains(ClaimCatalogue.All, c => c.Id == e.Claim));
    }

    [Fact]
    public void Every_claim_has_a_certificate_or_the_reason_why_not()
    {
        var covered = CertificateCatalogue.All.Select(e => e.Claim).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in ClaimCatalogue.All)
        {
            Assert.True(covered.Contains(claim.Id) != CertificateCoverage.Reasons.ContainsKey(claim.Id), $"{claim.Id}: a certificate or a reason, not both and not neither");
        }

        Assert.All(CertificateCoverage.Reasons.Keys, id => Assert.Contains(ClaimCatalogue.All, c => c.Id == id));
    }

    [Fact]
    public void All_certificates_together_have_at_most_50000_leaves()
    {
        var leaves = Directory.GetFiles(Folder, "*" + Certificate.Extension).Sum(f => CertificateReader.ReadFile(f).Proof.LeafCount);
        Assert.InRange(leaves, 1, 50_000);
    }

    private static CatalogueEntry Entry(string name) => CertificateCatalogue.All.Single(e => e.Name == name);
}
