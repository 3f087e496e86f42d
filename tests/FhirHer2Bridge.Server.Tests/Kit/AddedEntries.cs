using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Sandbox.Faults;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>Puts entries on the first page of every search of a type that no store would have let in.</summary>
internal sealed class AddedEntries(params JsonNode?[] entries) : Fault
{
    public override Answer After(FaultRequest request, Answer answer)
    {
        if (request.Interaction != Interaction.Search || !Concerns(request) || answer.Body is not { } body || !Fire())
        {
            return answer;
        }

        var list = body["entry"] as JsonArray ?? [];
        body["entry"] = list;
        for (var index = 0; index < entries.Length; index++)
        {
            list.Insert(index, entries[index]?.DeepClone());
        }

        body.Remove("total");
        return answer;
    }
}
