namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What an answer code means; Polarity traps are data (domain 2a).</summary>
/// <param name="Meaning">The normalised answer.</param>
/// <param name="IhcScore">For score answers.</param>
public sealed record AnswerTerm(AnswerMeaning Meaning, int? IhcScore = null);

public enum AnswerMeaning
{
    Positive,
    Negative,
    Equivocal,
    Indeterminate,

    /// <summary>Present or detected: positive only on gene codes.</summary>
    Present,

    /// <summary>Absent or not detected: negative only on gene codes.</summary>
    Absent,

    /// <summary>Never positive alone; indeterminate (260408008).</summary>
    WeaklyPositive,
    IhcScore,
    Low,
    Ultralow,

    /// <summary>Gene not amplified, said by the finding itself (705105000).</summary>
    GeneNotAmplified,

    /// <summary>The specimen could not be examined.</summary>
    Unsatisfactory,

    /// <summary>No test was done: not a result.</summary>
    NotDone,
    Unknown,

    /// <summary>The laboratory does not stand by the value: too little evidence, failed in quality control, held for review.</summary>
    Withheld,

    /// <summary>An interpretation that says nothing of a status (abnormal, normal, high; domain 2b).</summary>
    Silent,
}
