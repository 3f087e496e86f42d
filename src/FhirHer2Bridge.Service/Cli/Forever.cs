namespace FhirHer2Bridge.Service.Cli;

internal static class Forever
{
    /// <summary>Returns when the token is cancelled (Ctrl-C, SIGTERM).</summary>
    public static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
