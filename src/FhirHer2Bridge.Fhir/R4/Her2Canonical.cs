namespace FhirHer2Bridge.Fhir.R4;

/// <summary>
/// Every name we own in FHIR, below one base. The base is a reserved domain until the project has its own; changing it is
/// one line here and one in <c>fhir-profiles/sushi-config.yaml</c>.
/// </summary>
public static class Her2Canonical
{
    /// <summary>Without a trailing slash.</summary>
    public const string Base = "https://fhirher2bridge.example/fhir";

    /// <summary>All our identifier systems start so: a resource carrying one was written by a bridge and is never evidence.</summary>
    public const string SidPrefix = Base + "/sid/";

    /// <summary>All our CodeSystems start so.</summary>
    public const string CodeSystemPrefix = Base + "/CodeSystem/";

    /// <summary>Identity of a flag ("v1-" and 64 hex digits).</summary>
    public const string FlagKey = SidPrefix + "flag-key";

    /// <summary>Hash of the flag's canonical content as we composed it: says whether anybody changed it since.</summary>
    public const string ContentSeal = SidPrefix + "content-seal";

    /// <summary>Identity of the bridge's Device: the instance name.</summary>
    public const string DeviceKey = SidPrefix + "device-key";

    /// <summary>Tag of a Provenance, which has no identifier in R4.</summary>
    public const string ProvenanceKey = SidPrefix + "provenance-key";

    /// <summary>A source resource by name ("Observation/x"), where a reference is not possible.</summary>
    public const string Source = SidPrefix + "source";

    /// <summary>A source resource in one version ("Observation/x/_history/2").</summary>
    public const string SourceVersion = SidPrefix + "source-version";

    /// <summary>What a flag says.</summary>
    public const string FlagCodes = CodeSystemPrefix + "her2-flag";

    /// <summary>Active, resolved.</summary>
    public const string FlagStates = CodeSystemPrefix + "her2-flag-state";

    /// <summary>Positive, negative, equivocal and so on.</summary>
    public const string Statuses = CodeSystemPrefix + "her2-status";

    /// <summary>Categories, components, rules, severities and reasons.</summary>
    public const string Bridge = CodeSystemPrefix + "her2-bridge";

    /// <summary>Profile of the flag Observation.</summary>
    public const string FlagProfile = Base + "/StructureDefinition/her2-flag-observation";

    /// <summary>Category of every flag.</summary>
    public const string FlagCategory = "her2-flag";
}
