using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>One resource while it is read: what is known of it, and what was found so far.</summary>
internal sealed class Reading
{
    private readonly List<Fact> _facts = [];
    private readonly List<ExtractIssue> _issues = [];
    private readonly HashSet<ResourceKey> _products = [];
    private readonly FhirTime _time;
    private readonly ReferenceReader _references;

    /// <param name="root">The resource.</param>
    /// <param name="options">The site's terminology, zone and base.</param>
    /// <param name="assumedId">Its id where it has none itself.</param>
    /// <param name="contentHash">Its version where it has none itself; null: the hash of <paramref name="root"/>.</param>
    public Reading(JsonElement root, ExtractOptions options, string? assumedId, string? contentHash = null)
    {
        Root = root;
        Terms = options.Terms;
        PdfText = options.PdfText;
        Type = root.Text("resourceType") ?? string.Empty;
        Id = root.Text("id") ?? assumedId ?? string.Empty;
        Version = root.Member("meta").Text("versionId") ?? contentHash ?? Hash(root);
        Key = new ResourceKey($"{Type}/{Id}");
        _time = new FhirTime(options.TimeZone);
        Updated = _time.Moment(root.Member("meta").Member("lastUpdated")).Time?.Earliest;
        _references = new ReferenceReader(Key.Value, options.BaseUrl, options.FullUrls);
    }

    public JsonElement Root { get; }

    public Terms Terms { get; }

    public IPdfText? PdfText { get; }

    public string Type { get; }

    public string Id { get; }

    public string Version { get; }

    public ResourceKey Key { get; }

    /// <summary>When this version was written on its server; null where it does not say.</summary>
    public DateTimeOffset? Updated { get; }

    public Subject Subject { get; set; }

    public FactStanding Standing { get; set; } = FactStanding.Final;

    /// <summary>Clinical time of the resource, lent to each of its facts.</summary>
    public ClinicalTime? When { get; set; }

    public bool InScope { get; set; }

    public bool IsOwn { get; set; }

    public IReadOnlyList<PatientIdentifier> Identifiers { get; set; } = [];

    public string? ReplacedBy { get; set; }

    public IReadOnlyList<Fact> Facts => _facts;

    public bool HasAssay => _facts.Exists(static fact => fact is AssayFact);

    /// <summary>Words that name HER2, or a tumour by its receptors ("triple negative").</summary>
    public bool SpeaksOfHer2(string words) => Terms.MentionsHer2(words) || Her2TextReader.MayNameTriple(words);

    public SourceRef Source(string path) => new(Type, Id, Version, path.Length == 0 ? Type : $"{Type}.{path}");

    public void Add(Fact fact) => _facts.Add(fact with { Updated = Updated });

    public void Issue(IssueCode code, string path) =>
        _issues.Add(new ExtractIssue(code.Code, code.Severity, code.Meaning, Source(path)));

    public void Gap(IssueCode code, string path, bool hidesTest = false, bool hidesDose = false) => Add(new GapFact
    {
        Source = Source(path),
        When = When,
        Standing = Standing,
        Code = code.Code,
        Reason = code.Meaning,
        MayHideTest = hidesTest && Standing != FactStanding.Withdrawn,
        MayHideDose = hidesDose && Standing != FactStanding.Withdrawn,
    });

    public ReferenceView Reference(JsonElement reference) => _references.Read(reference);

    /// <summary>The key of a reference; an address that leads elsewhere is an issue and no key.</summary>
    public ResourceKey? KeyOf(JsonElement reference, string path)
    {
        var view = Reference(reference);
        if (view.IsElsewhere)
        {
            Issue(IssueCodes.ReferenceUnresolved, path);
        }

        return view.Key is { } key ? new ResourceKey(key) : null;
    }

    public EquatableArray<ResourceKey> KeysOf(string member) =>
        Root.Items(member).Select(reference => KeyOf(reference, member)).OfType<ResourceKey>().Distinct().ToEquatableArray();

    /// <summary>A resource contained in this one, by its id without '#'.</summary>
    public JsonElement Contained(string id) => Root.Items("contained")
        .FirstOrDefault(inner => string.Equals(inner.Text("id"), id, StringComparison.Ordinal));

    public TimeReading TimeOf(JsonElement element, string choice)
    {
        var reading = _time.Choice(element, choice);
        Report(reading, reading.Member ?? choice);
        return reading;
    }

    public TimeReading MomentOf(JsonElement element, string member)
    {
        var reading = _time.Moment(element.Member(member));
        Report(reading, member);
        return reading;
    }

    /// <summary>The moment a result was issued. A date without a time counts from its end: it was not known before that day was over.</summary>
    public DateTimeOffset? Issued() => MomentOf(Root, "issued").Time switch
    {
        { Precision: TimePrecision.Instant } instant => instant.Earliest,
        { } day => day.LatestExclusive,
        null => null,
    };

    public void NeedsProduct(ResourceKey product) => _products.Add(product);

    public Extraction ToExtraction() => new()
    {
        ResourceType = Type,
        Id = Id,
        Version = Version,
        LastUpdated = Updated,
        Subject = Subject,
        Facts = _facts.ToEquatableArray(),
        Issues = _issues.ToEquatableArray(),
        InScope = InScope,
        IsOwn = IsOwn,
        Products = _products.ToEquatableArray(),
        PatientIdentifiers = Identifiers.ToEquatableArray(),
        ReplacedBy = ReplacedBy,
    };

    internal static string Hash(ReadOnlySpan<byte> content) => "sha256-" + Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Hash(JsonElement root) => Hash(JsonMarshal.GetRawUtf8Value(root));

    private void Report(TimeReading reading, string path)
    {
        switch (reading.Problem)
        {
            case TimeProblem.Impossible:
                Issue(IssueCodes.DateImpossible, path);
                break;
            case TimeProblem.MissingZone:
                Issue(IssueCodes.DateWithoutZone, path);
                break;
            default:
                break;
        }
    }
}
