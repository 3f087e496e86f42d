using System.Text.Json;
using System.Text.Json.Serialization;
using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Which alterations bear on HER2-directed drugs, and how (reference 6a), from <c>resistance.json</c>. Expression mechanisms
/// (IQGAP1, microRNAs) have no FHIR marker and are not in it.
/// </summary>
public sealed class AlterationTable
{
    private const string Resource = "resistance.json";

    private static readonly Lazy<AlterationTable> Shared = new(static () => new AlterationTable(Read()));

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly ILookup<string, AlterationEntry> _byGene;

    private AlterationTable(AlterationFile file) =>
        _byGene = file.Alterations.ToLookup(static entry => entry.Gene, StringComparer.Ordinal);

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
            return entries.Exists(static entry => entry.IsOfSomeProteins) ? AlterationEffect.Unsaid : entries[0].Effect;
        }

        return entries.Find(entry => entry.Holds(protein))?.Effect ?? AlterationEffect.None;
    }

    /// <summary>"S774=": the protein is unchanged.</summary>
    private static bool IsSilent(string? protein) => protein?.EndsWith('=') == true;

    private static AlterationFile Read()
    {
        using var stream = typeof(AlterationTable).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<AlterationFile>(stream, Json)!;
    }

    private sealed record AlterationFile(string Version, string CheckedOn, AlterationEntry[] Alterations);

    /// <param name="Mark">V: seen in the source named.</param>
    private sealed record AlterationEntry(string Gene, AlterationKind[] Kinds, AlterationEffect Effect, string Mark, string Source)
    {
        /// <summary>Protein changes it is about; empty: all.</summary>
        public string[] Only { get; init; } = [];

        /// <summary>Protein changes it is not about.</summary>
        public string[] Except { get; init; } = [];

        public bool IsOfSomeProteins => Only.Length > 0 || Except.Length > 0;

        public bool Holds(string protein) =>
            (Only.Length == 0 || Only.Contains(protein, StringComparer.Ordinal)) && !Except.Contains(protein, StringComparer.Ordinal);
    }
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
