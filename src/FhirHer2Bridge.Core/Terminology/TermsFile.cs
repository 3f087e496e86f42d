namespace FhirHer2Bridge.Core.Terminology;

/// <summary>One terminology file as written; each section may be absent. Unknown members are refused.</summary>
internal sealed record TermsFile
{
    /// <summary>For messages: the embedded file's name, or "overlay".</summary>
    public string Name { get; init; } = "";

    public string? Version { get; init; }

    /// <summary>Day on which a person compared the entries with their sources (yyyy-MM-dd).</summary>
    public string? CheckedOn { get; init; }

    public SystemAlias[] Systems { get; init; } = [];

    public TestEntry[] Tests { get; init; } = [];

    public MethodEntry[] Methods { get; init; } = [];

    public VariantPartEntry[] VariantParts { get; init; } = [];

    public VariantAnswerEntry[] VariantAnswers { get; init; } = [];

    public ReportEntry[] Reports { get; init; } = [];

    public AnswerEntry[] Answers { get; init; } = [];

    public AnswerEntry[] Interpretations { get; init; } = [];

    public DrugEntry[] Drugs { get; init; } = [];

    public WordEntry[] NotTreatment { get; init; } = [];

    /// <summary>Words for what holds no drug.</summary>
    public WordEntry[] Placebo { get; init; } = [];

    /// <summary>What stands between the products of a text, read where one of them is a placebo.</summary>
    public ConnectiveEntry[] Connectives { get; init; } = [];

    public TumourEntry[] Tumours { get; init; } = [];

    /// <summary>Words that say this histology.</summary>
    public WordEntry[] AdenocarcinomaWords { get; init; } = [];

    public ProgressionEntry[] Progression { get; init; } = [];

    /// <summary>Values of a disease status that are no progression, with the reason where one could think otherwise.</summary>
    public LabelEntry[] NotProgression { get; init; } = [];

    /// <summary>Gene alterations that bear on HER2-directed drugs; not in an overlay.</summary>
    public AlterationEntry[] Alterations { get; init; } = [];

    public SpreadEntry[] Spread { get; init; } = [];

    public TumourEntry[] Surgery { get; init; } = [];

    /// <summary>Findings and disorders that name HER2 themselves.</summary>
    public LabelEntry[] Her2Findings { get; init; } = [];

    /// <summary>Codes that were seen misused: no file may give them a meaning.</summary>
    public LabelEntry[] Refused { get; init; } = [];

    public LabelEntry[] Erbb2Genes { get; init; } = [];

    public SpecimenEntry[] Specimens { get; init; } = [];

    public TumourEntry[] Sites { get; init; } = [];

    public MarkerEntry[] Her2Mentions { get; init; } = [];

    public MarkerEntry[] OtherMarkers { get; init; } = [];

    /// <summary>Words beside HER2 that make a test's name something else than a tumour's HER2 status.</summary>
    public WordEntry[] NoStatusWords { get; init; } = [];

    /// <summary>Words beside HER2 that name a test, how or in what it is done, or a status.</summary>
    public WordEntry[] TestWords { get; init; } = [];

    public SpecimenWords[] SpecimenWords { get; init; } = [];

    public SiteWords[] SiteWords { get; init; } = [];

    /// <summary>Every entry, by the name of its section as it is written; drugs by their codes and by their names.</summary>
    public IEnumerable<(string Section, IEnumerable<ITermEntry> Entries)> Sections() =>
    [
        ("systems", Systems), ("tests", Tests), ("methods", Methods), ("variantParts", VariantParts), ("variantAnswers", VariantAnswers),
        ("reports", Reports), ("answers", Answers), ("interpretations", Interpretations), ("drugs", TermsCheck.DrugCodes(this)),
        ("drugNames", Drugs.SelectMany(static drug => drug.Names)), ("notTreatment", NotTreatment), ("placebo", Placebo), ("connectives", Connectives), ("tumours", Tumours),
        ("adenocarcinomaWords", AdenocarcinomaWords),
        ("progression", Progression), ("notProgression", NotProgression), ("spread", Spread), ("surgery", Surgery),
        ("her2Findings", Her2Findings), ("refused", Refused), ("erbb2Genes", Erbb2Genes), ("specimens", Specimens), ("sites", Sites),
        ("her2Mentions", Her2Mentions), ("otherMarkers", OtherMarkers), ("noStatusWords", NoStatusWords),
        ("testWords", TestWords), ("specimenWords", SpecimenWords), ("siteWords", SiteWords), ("alterations", Alterations),
    ];

    public TermsContents Contents() => new(Name, Version ?? "", CheckedOn ?? "",
    [
        .. from section in Sections()
           let entries = section.Entries.ToList()
           where entries.Count > 0
           let active = entries.Count(static entry => entry.IsActive())
           select new TermsTableCount(section.Section, active, entries.Count - active),
    ]);
}
