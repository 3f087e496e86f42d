using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Which alterations bear on HER2-directed drugs, and how (reference 6a), from <c>resistance.json</c>. Expression mechanisms
/// (IQGAP1, microRNAs) have no FHIR marker and are not in it.
/// </summary>
public sealed class AlterationTable
{
    private static readonly Lazy<AlterationTable> Shared = new(static () => new AlterationTable(TermsLoader.Embedded()));

    private readonly ILookup<string, AlterationEntry> _byGene;

    private AlterationTable(IEnumerable<TermsFile> files) => _byGene = files.SelectMany(static file => file.Alterations)
        .Where(static entry => entry.IsActive()).ToLookup(static entry => entry.Gene!, StringComparer.Ordinal);

    public static AlterationTable Embedded => Shared.Value;

    /// <summary>The table has an entry for this gene symbol, spelled exactly so.</summary>
    public bool IsListed(string gene) => _byGene.Contains(gene);

    /// <summary>
    /// What the alteration means. <see cref="AlterationEffect.Unsaid"/>: the entries of its gene differ by protein change, and it
    /// states none; <see cref="AlterationEffect.None"/>: not listed.
    /// </summary>
    public AlterationEffect EffectOf(string gene, AlterationKind kind, string? protein)
    {
        var entries = _byGene[gene].Where(entry => entry.Kinds.Contains(kind)).ToList();
        if (entries.Count == 0 || IsSilent(protein))
        {
            return AlterationEffect.None;
        }

        if (protein is null)
        {
            return entries.Exists(static entry => entry.IsOfSomeProteins) ? AlterationEffect.Unsaid : entries[0].Effect!.Value;
        }

        return entries.Find(entry => entry.Holds(protein))?.Effect ?? AlterationEffect.None;
    }

    /// <summary>"S774=": the protein is unchanged.</summary>
    private static bool IsSilent(string? protein) => protein?.EndsWith('=') == true;
}

/// <summary>What an alteration is reported to do to the response to HER2-directed drugs.</summary>
public enum AlterationEffect
{
    None,
    Resistance,
    Sensitising,

    /// <summary>It cannot be told without the protein change.</summary>
    Unsaid,
}
