namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>A place where a result may stand that was not given out.</summary>
/// <param name="At">Where it stands in the text as written.</param>
internal readonly record struct Abstention(int At, AbstentionReason Reason);

internal enum AbstentionReason
{
    /// <summary>Its sentence holds a score or a status that could not be tied to it.</summary>
    ValueNotTied,

    /// <summary>It stands alone, in a text that gives no current result.</summary>
    NoValue,

    /// <summary>Positive and negative are both tied to it.</summary>
    Opposites,

    /// <summary>A scale is explained, and a result may stand beside it.</summary>
    Scale,

    /// <summary>Its value was taken for one of a group or for a general remark, in a text that gives no current result.</summary>
    NotOfPatient,

    /// <summary>More results than any report holds.</summary>
    TooMany,
}
