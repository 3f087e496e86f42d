using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Tests.Rules;

namespace FhirHer2Bridge.Core.Tests.Properties;

/// <summary>A plausible patient from a seed: results, re-reads, doses, progressions, gaps, death, in any order.</summary>
internal static partial class RandomPatient
{
    public static PatientBuilder From(int seed)
    {
        var random = new Random(seed);
        var patient = new PatientBuilder();
        if (random.Next(3) > 0)
        {
            patient.Gastric(random.Next(30));
        }
        else if (random.Next(2) == 0)
        {
            patient.Breast();
        }

        for (var i = random.Next(1, 7); i > 0; i--)
        {
            Result(patient, random, string.Create(CultureInfo.InvariantCulture, $"r{i}"));
        }

        for (var i = random.Next(0, 4); i > 0; i--)
        {
            var start = random.Next(400);
            patient.Every(random.Next(4) == 0 ? PatientBuilder.Deruxtecan : PatientBuilder.Trastuzumab, start, start + random.Next(200), 21);
        }

        if (random.Next(3) == 0)
        {
            patient.Progression(random.Next(500));
        }

        for (var i = random.Next(0, 5); i > 0; i--)
        {
            Sequenced(patient, random, string.Create(CultureInfo.InvariantCulture, $"s{i}"));
        }

        if (random.Next(4) == 0)
        {
            patient.Gap("text-not-read", random.Next(500));
        }

        if (random.Next(5) == 0)
        {
            patient.Death(random.Next(300, 700));
        }

        return patient;
    }

    private static void Sequenced(PatientBuilder patient, Random random, string id)
    {
        var day = random.Next(500);
        bool? detected = random.Next(3) == 0 ? null : random.Next(2) == 0;
        patient.Plasma(id, day, random.Next(20), detected, random.Next(3), random.Next(4) == 0 ? null : Molecular.OneAssay);
        if (random.Next(2) == 0)
        {
            patient.Altered(random.Next(2) == 0 ? "PIK3CA" : "NF1", day, present: random.Next(4) > 0, issued: day + random.Next(15));
        }

        if (random.Next(3) == 0)
        {
            patient.Panel(day, "PIK3CA", "NF1");
        }
    }

    private static void Result(PatientBuilder patient, Random random, string id)
    {
        var day = random.Next(500);
        var issued = day + random.Next(15);
        var specimen = random.Next(3) == 0 ? "Specimen/shared" : "Specimen/" + id;
        AssayFact fact = random.Next(4) switch
        {
            0 => PatientBuilder.Assay(id, day, AssayMethod.Ish, new AssayResult.Gene(random.Next(2) == 0), null, issued, specimen),
            1 => PatientBuilder.Assay(id, day, AssayMethod.Ish, new AssayResult.Gene(null, new Measure(random.Next(8, 40) / 10m)), null, issued, specimen),
            2 => PatientBuilder.Assay(id, day, AssayMethod.Overall, new AssayResult.Stated((Her2Status)random.Next(4)), null, issued, null),
            _ => PatientBuilder.Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(random.Next(4)), null, issued, specimen),
        };
        patient.Assayed(fact with { Standing = random.Next(8) == 0 ? FactStanding.Preliminary : FactStanding.Final });
    }
}
