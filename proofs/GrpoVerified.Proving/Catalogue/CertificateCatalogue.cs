namespace GrpoVerified.Proving.Catalogue;

/// <summary>The certificates of proofs/certificates: what each proves and how it is made.</summary>
public static class CertificateCatalogue
{
    /// <summary>All entries, by name.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } =
    [
        .. WeightEntries.All()
            .Concat(MapEntries.All())
            .Concat(ClosedFormEntries.All())
            .Concat(OrbitEntries.All())
            .Concat(CycleEntries.All())
            .Concat(ThresholdEntries.All())
            .Concat(SharpThresholdEntries.All())
            .Concat(VariantEntries.All())
            .Concat(ClippedEntries.All())
            .Concat(GroupEntries.All())
            .OrderBy(e => e.Name, StringComparer.Ordinal),
    ];
}
