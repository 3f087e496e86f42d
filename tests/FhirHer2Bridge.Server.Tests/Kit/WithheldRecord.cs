using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Sandbox.Faults;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>Searches of one type for one patient are answered with a status; everybody else's are served.</summary>
internal sealed class WithheldRecord(string patient, string type, int status) : Fault
{
    public override Answer After(FaultRequest request, Answer answer) =>
        request.Interaction == Interaction.Search && request.Type == type && IsOfThePatient(answer)
            ? Answer.Outcome(status, "forbidden", "not this patient's")
            : answer;

    private bool IsOfThePatient(Answer answer) =>
        answer.Body?["link"]?.AsArray().Any(link => ((string?)link?["url"])?.Contains($"patient={patient}&", StringComparison.Ordinal) == true) == true;
}
