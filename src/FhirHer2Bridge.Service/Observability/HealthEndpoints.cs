namespace FhirHer2Bridge.Service.Observability;

internal static class HealthEndpoints
{
    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: 200 once every server was read completely and none keeps
    /// failing, else 503; "no flags" must be told apart from "not evaluated".
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", static () => Results.Text("live"));
        app.MapGet("/health/ready", static (BridgeHealth health) => Results.Json(
            new { ready = health.IsReady, servers = health.Describe() },
            statusCode: health.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
    }
}
