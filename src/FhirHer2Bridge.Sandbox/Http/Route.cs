using FhirHer2Bridge.Sandbox.Faults;

namespace FhirHer2Bridge.Sandbox.Http;

/// <summary>What a request asks, by its method and path (R4 http.html, summary table).</summary>
internal sealed record Route(Interaction Interaction, string Type, string Id, string Version)
{
    /// <exception cref="FhirException">404 no such path or type, 405 no such method there.</exception>
    public static Route Of(FhirRequest request)
    {
        var interaction = (request.Method, request.Segments) switch
        {
            ("GET", []) when request.Parameter("_getpages") is not null => Interaction.NextPage,
            ("POST", []) => Interaction.Bundle,
            ("GET", ["metadata"]) => Interaction.Metadata,
            ("GET", [_]) or ("POST", [_, "_search"]) => Interaction.Search,
            ("POST", [_]) => Interaction.Create,
            ("PUT", [_] or [_, _]) => Interaction.Update,
            ("GET", [_, _]) => Interaction.Read,
            ("DELETE", [_, _]) => Interaction.Delete,
            ("GET", [_, _, "_history"]) => Interaction.History,
            ("GET", [_, _, "_history", _]) => Interaction.VersionRead,
            (_, [_] or [_, _] or [_, _, "_history"] or [_, _, "_history", _]) =>
                throw new FhirException(405, "not-supported", "the method is not supported here"),
            _ => throw FhirException.NotFound("no such path"),
        };
        var typed = interaction is not (Interaction.NextPage or Interaction.Bundle or Interaction.Metadata);
        if (typed && !ResourceTypes.All.Contains(request.Segments[0]))
        {
            throw FhirException.NotFound("unknown resource type");
        }

        return new(
            interaction,
            typed ? request.Segments[0] : string.Empty,
            request.Segments.ElementAtOrDefault(1) ?? string.Empty,
            request.Segments.ElementAtOrDefault(3) ?? string.Empty);
    }
}
