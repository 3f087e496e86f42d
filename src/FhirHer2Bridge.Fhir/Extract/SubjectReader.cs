using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Whom a resource is about (fhir-design 1.1, 7): never told by a name.</summary>
internal static class SubjectReader
{
    public static Subject Read(Reading reading)
    {
        if (reading.Type is "Patient")
        {
            return new Subject(reading.Id.Length == 0 ? null : reading.Id, null, null);
        }

        var member = reading.Root.Has("subject") ? "subject" : "patient";
        var view = reading.Reference(reading.Root.Member(member));
        if (view.IsOfType("Patient"))
        {
            return new Subject(view.Key!["Patient/".Length..], view.IdentifierSystem, view.IdentifierValue);
        }

        var subject = view.ContainedId is { Length: > 0 } inner ? OfContained(reading, inner) : OfIdentifier(reading, view);
        if (!subject.IsKnown && reading.Type is not "Medication")
        {
            reading.Issue(IssueCodes.NoSubject, member);
        }

        return subject;
    }

    private static Subject OfIdentifier(Reading reading, ReferenceView view)
    {
        var otherType = reading.Root.Member("subject").Text("type") is { } type && type is not "Patient";
        return view.IdentifierValue is null || view.Key is not null || otherType
            ? Subject.Nobody
            : new Subject(null, view.IdentifierSystem, view.IdentifierValue);
    }

    private static Subject OfContained(Reading reading, string id)
    {
        var patient = reading.Contained(id);
        var identifier = patient.Items("identifier").FirstOrDefault(static item => item.Text("value") is not null);
        return patient.Text("resourceType") is "Patient" && identifier.Text("value") is { } value
            ? new Subject(null, identifier.Text("system"), value)
            : Subject.Nobody;
    }
}
