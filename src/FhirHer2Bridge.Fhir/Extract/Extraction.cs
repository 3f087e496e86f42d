using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Everything one resource says, and what of it could not be used.</summary>
public sealed record Extraction
{
    public required string ResourceType { get; init; }

    /// <summary>Empty where the resource has no id.</summary>
    public required string Id { get; init; }

    /// <summary>The server's versionId, else "sha256-" and the hash of the content.</summary>
    public required string Version { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public Subject Subject { get; init; }

    public EquatableArray<Fact> Facts { get; init; }

    public EquatableArray<ExtractIssue> Issues { get; init; }

    /// <summary>HER2 or a HER2 drug is mentioned by code, text or narrative: the patient is in scope.</summary>
    public bool InScope { get; init; }

    /// <summary>Written by this bridge (its identifiers, codes or device): never evidence.</summary>
    public bool IsOwn { get; init; }

    /// <summary>It is not strict JSON: only its name and its patient were read, leniently; its content is a gap.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Medication resources that must be read to know what was given.</summary>
    public EquatableArray<ResourceKey> Products { get; init; }

    /// <summary>For a Patient: its identifiers, and the surviving patient where it was merged.</summary>
    public EquatableArray<PatientIdentifier> PatientIdentifiers { get; init; }

    public string? ReplacedBy { get; init; }
}

/// <summary>Whom a resource is about: the server's id, else an identifier to be looked up, else nobody.</summary>
public readonly record struct Subject(string? PatientId, string? IdentifierSystem, string? IdentifierValue)
{
    public static Subject Nobody { get; }

    public bool IsKnown => PatientId is not null || IdentifierValue is not null;

    public override string ToString() => IsKnown ? "subject ***" : "nobody";
}

/// <summary>An identifier of a patient; its text form is redacted.</summary>
public readonly record struct PatientIdentifier(string? System, string Value)
{
    public override string ToString() => "identifier ***";
}

public enum IssueSeverity
{
    Information,
    Warning,
    Error,
}

/// <summary>What was wrong with a resource, with a permanent code (docs/errors.md) and where. The text never holds patient data.</summary>
public sealed record ExtractIssue(string Code, IssueSeverity Severity, string Message, SourceRef Source);
