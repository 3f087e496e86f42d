using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>One specimen of one tumour, collected on day 0 (2021-01-04) unless another day is named, and what its results amount to.</summary>
internal sealed class OneSpecimen(TumourKind tumour, int day = 0)
{
    private readonly List<Fact> _facts =
        tumour == TumourKind.None
            ? []
            : [new TumourFact { Source = new SourceRef("Condition", "c", "1", "code"), Kind = tumour, Condition = new("Condition/c") }];

    private readonly Dictionary<string, decimal> _thresholds = new(StringComparer.Ordinal);

    private int _next;

    public static OneSpecimen Breast(int day = 0) => new(TumourKind.Breast, day);

    public static OneSpecimen Gastric() => new(TumourKind.Gastric);

    public OneSpecimen Ihc(int? score, int issued = 1) =>
        score is { } known ? Add(AssayMethod.Ihc, new AssayResult.Ihc(known), issued) : this;

    public OneSpecimen IhcStated(Her2Status status, int issued = 1, Her2Category? category = null) =>
        Add(AssayMethod.Ihc, new AssayResult.Stated(status, category), issued);

    public OneSpecimen Call(bool? amplified, int issued = 1) =>
        amplified is { } call ? Add(AssayMethod.Ish, new AssayResult.Gene(call), issued) : this;

    public OneSpecimen Counts(string? ratio = null, string? copies = null, string? cep17 = null, int? cells = null, int issued = 1)
    {
        var measures = new AssayResult.Gene(null, Of(ratio), Of(copies), Of(cep17), cells is { } counted ? new Measure(counted) : null);
        return Add(AssayMethod.Ish, measures, issued);
    }

    public OneSpecimen Stated(Her2Status status, int issued = 1, Her2Category? category = null) =>
        Add(AssayMethod.Overall, new AssayResult.Stated(status, category), issued);

    public OneSpecimen IshStated(Her2Status status, int issued = 1) => Add(AssayMethod.Ish, new AssayResult.Stated(status), issued);

    public OneSpecimen Ngs(bool? amplified = null, string? copies = null, string? assay = null, int issued = 1) =>
        Add(AssayMethod.Ngs, new AssayResult.Gene(amplified, Copies: Of(copies)), issued, fact => fact with { Assay = assay });

    public OneSpecimen Plasma(bool? amplified = null, string? copies = null, string? tumourFraction = null, string? assay = null, int issued = 1) => Add(
        AssayMethod.Ngs,
        new AssayResult.Gene(amplified, Copies: Of(copies)),
        issued,
        fact => fact with { Material = SpecimenKind.Plasma, TumourFraction = Of(tumourFraction), Assay = assay });

    public OneSpecimen Unreadable() => Add(AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), 1);

    public OneSpecimen With(string parameter, decimal value)
    {
        _thresholds[parameter] = value;
        return this;
    }

    public Assessment Read(int asOf = 400) => Assess(asOf).History.Assessments.Single();

    public Her2Status Status => Read().Status;

    /// <summary>The flags of rule 12, "active" or "resolved".</summary>
    public string[] Mismatches(int asOf = 100) =>
        [.. Assess(asOf).Flags.Where(static flag => flag.Code == IhcIshMismatchRule.Code).Select(static flag => flag.State.ToString().ToLowerInvariant())];

    public PatientAssessment Assess(int asOf) => Her2Engine.Assess(
        new PatientKey("p1"), _facts, [], RuleBook.Default, new RuleContext(PatientBuilder.EndOf(day + asOf), Completeness.Whole, _thresholds));

    /// <summary>"2.0", or bounded: "&lt;4.0", "&gt;6".</summary>
    public static Measure? Of(string? written) => written switch
    {
        null => null,
        ['<', .. var number] => new Measure(Number(number), MeasureBound.LessThan),
        ['>', .. var number] => new Measure(Number(number), MeasureBound.GreaterThan),
        _ => new Measure(Number(written)),
    };

    private static decimal Number(string written) => decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

    private OneSpecimen Add(AssayMethod method, AssayResult result, int issued, Func<AssayFact, AssayFact>? also = null)
    {
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"o{_next++}");
        var fact = PatientBuilder.Assay(id, day, method, result, issued: day + issued, specimen: "Specimen/s");
        _facts.Add(also is null ? fact : also(fact));
        return this;
    }
}
