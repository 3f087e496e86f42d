using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Tests;

/// <summary>A patient told in days: day 0 is 2021-01-04.</summary>
internal sealed class PatientBuilder
{
    private static readonly DateTimeOffset DayZero = new(2021, 1, 4, 0, 0, 0, TimeSpan.Zero);

    public static Drug Trastuzumab { get; } = new("trastuzumab", DrugClass.Trastuzumab);

    public static Drug Deruxtecan { get; } = new("trastuzumab deruxtecan", DrugClass.TrastuzumabAdc) { ForHer2Low = true };

    private RuleBook _book = RuleBook.Default;

    public List<Fact> Facts { get; } = [];

    /// <summary>Only these rules are asked.</summary>
    public PatientBuilder Only(params RuleId[] rules)
    {
        _book = new RuleBook(RuleBook.Default.Rules.Where(rule => rules.Contains(rule.Card.Id)));
        return this;
    }

    public static DateTimeOffset Instant(int day) => DayZero.AddDays(day);

    /// <summary>The end of a day, as "--as-of" means a date.</summary>
    public static DateTimeOffset EndOf(int day) => DayZero.AddDays(day + 1).AddTicks(-1);

    public static ClinicalTime Day(int day)
    {
        var start = Instant(day);
        return new ClinicalTime(start, start.AddDays(1), TimePrecision.Day, start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public static ClinicalTime Month(int year, int month)
    {
        var start = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
        return new ClinicalTime(start, start.AddMonths(1), TimePrecision.Month, start.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }

    public PatientBuilder Gastric(int day = 0) =>
        Add(new TumourFact { Source = Ref("Condition", "gastric"), When = Day(day), Kind = TumourKind.Gastric, Condition = new("Condition/gastric") });

    public PatientBuilder Breast() =>
        Add(new TumourFact { Source = Ref("Condition", "breast"), Kind = TumourKind.Breast, Condition = new("Condition/breast") });

    public PatientBuilder Ihc(string id, int day, int score, string? site = null, int? issued = null, string? specimen = null) =>
        Add(Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), site, issued, specimen));

    public PatientBuilder Ish(string id, int day, bool amplified, int? issued = null, string? specimen = null) =>
        Add(Assay(id, day, AssayMethod.Ish, new AssayResult.Gene(amplified), null, issued, specimen));

    public PatientBuilder Ratio(string id, int day, decimal ratio, MeasureBound bound = MeasureBound.Exact, string? specimen = null) =>
        Add(Assay(id, day, AssayMethod.Ish, new AssayResult.Gene(null, new Measure(ratio, bound)), null, null, specimen));

    public PatientBuilder Stated(string id, int day, Her2Status status, Her2Category? category = null) =>
        Add(Assay(id, day, AssayMethod.Overall, new AssayResult.Stated(status, category), null, null, "Specimen/" + id));

    public PatientBuilder Assayed(AssayFact fact) => Add(fact);

    public static AssayFact Assay(
        string id, int day, AssayMethod method, AssayResult result, string? site = null, int? issued = null, string? specimen = null) => new()
        {
            Source = Ref("Observation", id),
            When = Day(day),
            Method = method,
            Result = result,
            Site = site,
            Issued = issued is { } known ? Instant(known) : null,
            Specimen = specimen is null ? null : new ResourceKey(specimen),
        };

    public PatientBuilder Doses(Drug drug, params int[] days)
    {
        foreach (var day in days)
        {
            Add(new TherapyFact
            {
                Source = Ref("MedicationAdministration", string.Create(CultureInfo.InvariantCulture, $"d{day}")),
                When = Day(day),
                Drug = drug,
                WasGiven = true,
            });
        }

        return this;
    }

    /// <summary>A dose of which only the month is known.</summary>
    public PatientBuilder DoseInMonth(Drug drug, int year, int month) => Add(new TherapyFact
    {
        Source = Ref("MedicationAdministration", string.Create(CultureInfo.InvariantCulture, $"m{year}-{month}")),
        When = Month(year, month),
        Drug = drug,
        WasGiven = true,
    });

    public PatientBuilder Every(Drug drug, int from, int to, int step) =>
        Doses(drug, [.. Enumerable.Range(0, ((to - from) / step) + 1).Select(i => from + (i * step))]);

    public PatientBuilder Progression(int day) =>
        Add(new ProgressionFact { Source = Ref("Observation", $"pd{day}"), When = Day(day), Label = "worsened" });

    public PatientBuilder Spread(bool metastatic) =>
        Add(new SpreadFact { Source = Ref("Observation", "m"), Metastatic = metastatic });

    public PatientBuilder Death(int day) => Add(new DeathFact { Source = Ref("Patient", "p1"), When = Day(day) });

    public PatientBuilder Gap(string code, int? day, bool mayHideTest = true, bool mayHideDose = false) => Add(new GapFact
    {
        Source = Ref("DiagnosticReport", "gap"),
        When = day is { } d ? Day(d) : null,
        Code = code,
        Reason = "not readable",
        MayHideTest = mayHideTest,
        MayHideDose = mayHideDose,
    });

    public PatientBuilder Add(Fact fact)
    {
        Facts.Add(fact);
        return this;
    }

    public PatientAssessment AsOf(int day, Completeness? completeness = null, params StandingFlag[] standing) =>
        Her2Engine.Assess(new PatientKey("p1"), Facts, standing, _book, new RuleContext(EndOf(day), completeness ?? Completeness.Whole));

    /// <summary>"severity state start" of one code, with the start and the end as days.</summary>
    public string[] Episodes(string code, int day, Completeness? completeness = null) =>
        [.. AsOf(day, completeness).Flags.Where(flag => flag.Code == code).Select(static flag => FormattableString.Invariant(
            $"{flag.Severity} {flag.State} {(flag.Start - DayZero).Days}").ToLowerInvariant()
            + (flag.End is { } end ? FormattableString.Invariant($" to {(end - DayZero).Days} {flag.Reason}") : ""))];

    /// <summary>Reasons why a rule could not be answered.</summary>
    public string[] Unanswered(RuleId rule, int day, Completeness? completeness = null) =>
        [.. AsOf(day, completeness).Undetermined.Where(undetermined => undetermined.Rule == rule).Select(static undetermined => undetermined.Reason)];

    /// <summary>"code severity state", in order.</summary>
    public string[] FlagsAsOf(int day, Completeness? completeness = null) =>
        [.. AsOf(day, completeness).Flags.Select(static f => $"{f.Code} {f.Severity} {f.State}".ToLowerInvariant()).Order(StringComparer.Ordinal)];

    private static SourceRef Ref(string type, string id) => new(type, id, "1", type);
}
