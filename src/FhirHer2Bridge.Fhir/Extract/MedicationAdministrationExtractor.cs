using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.Extract.Observations;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>MedicationAdministration (fhir-design 1.4): one dose, or a whole course where a registry stores it as one period.</summary>
internal static class MedicationAdministrationExtractor
{
    /// <summary>A longer period is a course, not one infusion.</summary>
    private static readonly TimeSpan LongestInfusion = TimeSpan.FromDays(2);

    public static void Read(Reading reading)
    {
        var product = ProductReader.Of(reading);
        reading.InScope = product.Drug is not null || product.ShowsHer2Drug;
        if (product is { Drug: null, Product: null, IsUnknown: false })
        {
            return;
        }

        var use = StatusReader.Event(reading);
        var time = reading.TimeOf(reading.Root, "effective");
        reading.Standing = use == StatusUse.Withdrawn ? FactStanding.Withdrawn : FactStanding.Final;
        reading.When = time.Start ?? time.Time;
        if (product.Product is { } key)
        {
            reading.NeedsProduct(key);
        }

        if (product.Drug is null && product.Product is null)
        {
            reading.Issue(IssueCodes.ProductUnresolved, "medication");
            reading.Gap(GapCodes.ProductNotRead, "medication", hidesDose: use != StatusUse.NotDone);
        }
        else if (use == StatusUse.Unclear)
        {
            reading.Gap(GapCodes.DoseStatusUnknown, "status", hidesDose: true);
        }
        else
        {
            Add(reading, product, use, time);
        }
    }

    private static void Add(Reading reading, ProductView product, StatusUse use, TimeReading time)
    {
        if (product.Drug is { Uncertain: true })
        {
            reading.Issue(IssueCodes.DrugConflict, "medication");
        }

        var wasGiven = use != StatusUse.NotDone && reading.Root.Member("dosage").Member("dose").Number("value") != 0;
        if (reading.When is null)
        {
            AddUndated(reading, wasGiven);
        }

        var isOpen = time is { Start: not null, End: null };
        reading.Add(new TherapyFact
        {
            Source = reading.Source(product.Product is null ? "medication" : "medicationReference"),
            When = reading.When,
            Standing = reading.Standing,
            Drug = product.Drug,
            Product = product.Product,
            WasGiven = wasGiven,
            CourseEnd = CourseEnd(time),
            Ongoing = isOpen && reading.Root.Text("status") is "in-progress",
            Conditions = ReasonConditions.Of(reading),
        });
        AddStopReason(reading, product);
    }

    /// <summary>Without a date a dose takes no place in the history; that it was given at some time must not be lost with it.</summary>
    private static void AddUndated(Reading reading, bool wasGiven)
    {
        reading.Issue(IssueCodes.Undated, "effective");
        if (wasGiven)
        {
            reading.Gap(GapCodes.UndatedDose, "effective", hidesDose: true);
        }
    }

    private static ClinicalTime? CourseEnd(TimeReading time) =>
        time is { Start: { } start, End: { } end } && end.Earliest - start.Earliest > LongestInfusion ? end : null;

    /// <summary>"No response to treatment" as the reason a HER2 drug was stopped or withheld is a sign of progression (domain 1c).</summary>
    private static void AddStopReason(Reading reading, ProductView product)
    {
        if (product.Drug is null && !product.ShowsHer2Drug)
        {
            return;
        }

        var index = 0;
        foreach (var reason in CodingReader.Concepts(reading.Root, "statusReason"))
        {
            CourseReader.Add(reading, reason, $"statusReason[{index++}]", new CourseSubject(ReasonConditions.Of(reading)));
        }
    }
}
