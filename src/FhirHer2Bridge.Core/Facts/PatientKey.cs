namespace FhirHer2Bridge.Core.Facts;

/// <summary>The server's id of a patient, without the type ("p1"). Its text form is redacted, also inside records.</summary>
public readonly record struct PatientKey(string Value)
{
    public override string ToString() => "Patient/***";
}
