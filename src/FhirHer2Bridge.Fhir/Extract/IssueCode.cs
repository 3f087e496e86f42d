namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>A permanent code of something that could not be read as hoped. Never reused, never renumbered.</summary>
/// <param name="Code">As it appears in issues or, for gaps, in the history.</param>
/// <param name="Severity">How much of the resource is lost.</param>
/// <param name="Meaning">What was met; also the issue's message, so it never holds data of a patient.</param>
/// <param name="WhatToDo">What a person at the site can do about it.</param>
public sealed record IssueCode(string Code, IssueSeverity Severity, string Meaning, string WhatToDo);
