using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Sandbox.Faults;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>One resource is sent with a key given twice, in every search that returns it.</summary>
internal sealed class RepeatedKey(string id) : Fault
{
    /// <summary>The text of a Bundle with the resource so changed.</summary>
    public static string Break(string bundle, string id) =>
        bundle.Replace($"\"id\":\"{id}\"", $"\"id\":\"{id}\",\"language\":\"en\",\"language\":\"fi\"", StringComparison.Ordinal);

    public override Answer After(FaultRequest request, Answer answer) =>
        request.Interaction == Interaction.Search && answer.Body is { } body
            ? answer with { Body = null, Text = Break(body.ToJsonString(), id) }
            : answer;
}
