using System.Globalization;
using BenchmarkDotNet.Attributes;
using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;

namespace FhirHer2Bridge.Bench;

/// <summary>One patient's facts to history, all rules and the plan.</summary>
/// <remarks>All rules are much code: on a busy machine it takes some ten thousand patients until it is compiled for good.</remarks>
[WarmupCount(60)]
public class EngineBenchmarks
{
    private static readonly ExtractOptions Options = new(Terms.Embedded, TimeZoneInfo.Utc);
    private static readonly RuleContext Context = new(new DateTimeOffset(2022, 1, 1, 0, 0, 0, TimeSpan.Zero), Completeness.Whole);
    private readonly PatientKey _patient = new("s0002-patient");
    private List<Fact> _record = [];
    private List<Fact> _dense = [];

    [GlobalSetup]
    public void Read()
    {
        _record = [.. Samples.Patient("b-", 500).SelectMany(resource => Extractor.Extract(resource, Options).Facts)];
        _dense = [.. Enumerable.Range(0, 250).SelectMany(Dense)];
    }

    /// <summary>500 resources of which a story's worth concerns HER2: what a real record looks like.</summary>
    [Benchmark(Baseline = true)]
    public PatientAssessment Record500() => Her2Engine.Assess(_patient, _record, [], RuleBook.Default, Context);

    /// <summary>500 resources that all concern HER2: 250 results and 250 doses. No patient is like that.</summary>
    [Benchmark]
    public PatientAssessment AllHer2500() => Her2Engine.Assess(_patient, _dense, [], RuleBook.Default, Context);

    private static IEnumerable<Fact> Dense(int index)
    {
        var start = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(index * 14);
        var when = new ClinicalTime(start, start.AddDays(1), TimePrecision.Day, start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return new AssayFact
        {
            Source = new SourceRef("Observation", $"o{index}", "1", "valueCodeableConcept"),
            When = when,
            Method = AssayMethod.Ihc,
            Result = new AssayResult.Ihc(index % 4),
            Specimen = new ResourceKey($"Specimen/s{index}"),
        };
        yield return new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", $"m{index}", "1", "medicationCodeableConcept"),
            When = when,
            Drug = new Drug("trastuzumab", DrugClass.Trastuzumab),
            WasGiven = true,
        };
    }
}
