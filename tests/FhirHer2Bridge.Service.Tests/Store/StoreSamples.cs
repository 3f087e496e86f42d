using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

/// <summary>Small facts and flags for the store's tests.</summary>
internal static class StoreSamples
{
    public static DateTimeOffset Noon { get; } = new(2024, 3, 12, 12, 0, 0, TimeSpan.Zero);

    public static StoredResource Resource(string key, string version = "1", int score = 3)
    {
        var parts = key.Split('/');
        var fact = new AssayFact
        {
            Source = new SourceRef(parts[0], parts[1], version, "valueCodeableConcept"),
            When = Day(2024, 3, 12),
            Method = AssayMethod.Ihc,
            Result = new AssayResult.Ihc(score),
        };
        return new StoredResource(new ResourceKey(key), version, [fact]);
    }

    public static Flag Flag(PatientKey patient, string text = "HER2 positive, then negative.") => new()
    {
        Patient = patient,
        Rule = new RuleId("H2B-01"),
        Code = "positive-to-negative",
        Anchor = "Observation/o2",
        Severity = FlagSeverity.High,
        State = FlagState.Active,
        Effective = Day(2024, 6, 1),
        Start = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero),
        Text = text,
        Evidence = [new SourceRef("Observation", "o2", "1", "valueCodeableConcept")],
    };

    public static FlagRecord Record(string key, Flag flag) => new()
    {
        Standing = new StandingFlag
        {
            Key = key,
            Code = flag.Code,
            Anchor = flag.Anchor,
            State = flag.State,
            Evidence = flag.Evidence.Select(source => source.Key).ToEquatableArray(),
            Content = flag,
        },
    };

    /// <summary>A commit with one flag that is to be written.</summary>
    public static PatientCommit Raise(PatientKey patient, string key, string text = "HER2 positive, then negative.")
    {
        var flag = Flag(patient, text);
        return new PatientCommit
        {
            At = Noon,
            Patient = patient,
            Flags = [Record(key, flag)],
            Outbox = [new OutboxDraft(key, flag)],
            AssessmentJson = "{}",
        };
    }

    private static ClinicalTime Day(int year, int month, int day)
    {
        var start = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
        return new ClinicalTime(start, start.AddDays(1), TimePrecision.Day, $"{year}-{month:00}-{day:00}");
    }
}
