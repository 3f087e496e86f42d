using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Tests.Properties;

/// <summary>
/// What makes a record hard: dates of a month, courses in one resource, surgery, orders, spread, a second primary, reports that lend
/// their specimen, versions that were replaced, results that came late, doses nobody could read.
/// </summary>
internal static partial class RandomPatient
{
    private static readonly ResourceKey[] Conditions = [new("Condition/gastric"), new("Condition/second")];

    /// <summary>The patient of <see cref="From"/> with all of that by chance.</summary>
    public static PatientBuilder Hard(int seed)
    {
        var patient = From(seed);
        var random = new Random(~seed);
        Some(random, 3, () => patient.Add(Second(random)));
        Some(random, 3, () => patient.Spread(metastatic: random.Next(2) == 0));
        Some(random, 2, () => patient.Add(Surgery(random)));
        Some(random, 3, () => patient.Add(Order(random)));
        Some(random, 3, () => patient.Add(Course(random)));
        Some(random, 3, () => patient.DoseInMonth(PatientBuilder.Trastuzumab, 2021, random.Next(1, 13)));
        Some(random, 3, () => patient.Add(Worse(random)));
        Some(random, 4, () => patient.Add(UnreadDose(random)));
        Some(random, 4, () => patient.Add(Stated(random)));
        for (var i = 0; i < patient.Facts.Count; i++)
        {
            if (patient.Facts[i] is AssayFact assay)
            {
                Age(patient, i, assay, random);
            }
        }

        return patient;
    }

    private static void Some(Random random, int oneIn, Action act)
    {
        if (random.Next(oneIn) == 0)
        {
            act();
        }
    }

    private static SourceRef Of(string type, string id) => new(type, id, "1", type);

    private static ClinicalTime Any(Random random) =>
        random.Next(4) == 0 ? PatientBuilder.Month(2021, random.Next(1, 13)) : PatientBuilder.Day(random.Next(500));

    private static TumourFact Second(Random random) => new()
    {
        Source = Of("Condition", "second"),
        When = random.Next(2) == 0 ? null : PatientBuilder.Day(random.Next(300)),
        Kind = random.Next(2) == 0 ? TumourKind.Breast : TumourKind.Other,
        Condition = Conditions[1],
    };

    private static SurgeryFact Surgery(Random random) => new()
    {
        Source = Of("Procedure", "op"),
        When = Any(random),
        Label = "Gastrectomy",
        Tumour = random.Next(3) == 0 ? TumourKind.Breast : TumourKind.Gastric,
        Conditions = random.Next(2) == 0 ? [] : [Conditions[random.Next(2)]],
    };

    private static OrderFact Order(Random random) => new()
    {
        Source = Of("MedicationRequest", "order"),
        When = random.Next(4) == 0 ? null : Any(random),
        Drug = random.Next(3) == 0 ? null : PatientBuilder.Trastuzumab,
        Product = new ResourceKey("Medication/unknown"),
        Active = random.Next(2) == 0,
    };

    private static TherapyFact Course(Random random)
    {
        var start = random.Next(400);
        var ongoing = random.Next(2) == 0;
        return new TherapyFact
        {
            Source = Of("MedicationAdministration", "course"),
            When = PatientBuilder.Day(start),
            Drug = PatientBuilder.Trastuzumab,
            WasGiven = true,
            Ongoing = ongoing,
            CourseEnd = ongoing ? null : PatientBuilder.Day(start + random.Next(3, 200)),
            Conditions = random.Next(2) == 0 ? [] : [Conditions[random.Next(2)]],
        };
    }

    private static GapFact UnreadDose(Random random) => new()
    {
        Source = Of("MedicationAdministration", "unread"),
        When = Any(random),
        Code = "medication-unresolved",
        Reason = "not readable",
        MayHideDose = true,
    };

    private static ProgressionFact Worse(Random random) => new()
    {
        Source = Of("Condition", "worse"),
        When = Any(random),
        Label = "metastasis",
        Kind = (ProgressionKind)random.Next(4),
        Conditions = random.Next(2) == 0 ? [] : [Conditions[random.Next(2)]],
    };

    private static StatedByConditionFact Stated(Random random) => new()
    {
        Source = Of("Condition", "stated"),
        When = Any(random),
        Label = "HER2 positive carcinoma",
        Status = random.Next(2) == 0 ? Her2Status.Positive : Her2Status.Indeterminate,
    };

    /// <summary>Coarser, later, corrected, or with a specimen that only its report names.</summary>
    private static void Age(PatientBuilder patient, int index, AssayFact assay, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                patient.Facts[index] = assay with { When = PatientBuilder.Month(2021, random.Next(1, 13)) };
                break;
            case 1:
                patient.Facts[index] = assay with { FirstSeen = (assay.Issued ?? assay.When!.Value.Earliest).AddDays(random.Next(200)) };
                break;
            case 2:
                var at = PatientBuilder.Instant(random.Next(600));
                patient.Facts[index] = assay with { Updated = at, Standing = random.Next(3) == 0 ? FactStanding.Withdrawn : FactStanding.Amended };
                patient.Add(assay with
                {
                    Source = assay.Source with { VersionId = "0" },
                    Result = new AssayResult.Stated((Her2Status)random.Next(4)),
                    ReplacedAt = at.AddDays(random.Next(20)),
                });
                break;
            case 3:
                var sample = new ResourceKey(string.Create(CultureInfo.InvariantCulture, $"Specimen/of{index}"));
                patient.Facts[index] = assay with { Specimen = null, Issued = null };
                patient.Add(new SpecimenFact { Source = Of("Specimen", $"of{index}"), When = PatientBuilder.Day(random.Next(500)), Specimen = sample });
                patient.Add(new ReportFact { Source = Of("DiagnosticReport", $"r{index}"), Results = [assay.Source.Key], Specimens = [sample] });
                break;
            case 4:
                patient.Facts[index] = assay with { Conditions = [Conditions[random.Next(2)]] };
                break;
        }
    }
}
