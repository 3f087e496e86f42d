using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>
/// One way in which a server misbehaves. A new fault is one class here with the hooks it needs; it is then known to
/// the command line by its kebab-case name, and its settable properties by theirs.
/// </summary>
public abstract partial class Fault
{
    private int _fired;

    /// <summary>The class name in kebab case: <c>failing-page</c>.</summary>
    public string Name => Kebab(GetType());

    /// <summary>Only requests for this resource type; null is any.</summary>
    public string? Type { get; init; }

    /// <summary>How often it fires before it goes quiet; null is for ever.</summary>
    public int? Times { get; init; }

    /// <summary>How often it fired.</summary>
    public int Fired => Volatile.Read(ref _fired);

    /// <summary>An answer given instead of handling the request, or null to let it pass.</summary>
    public virtual Answer? Before(FaultRequest request) => null;

    /// <summary>The answer to send for a request that was handled, its writes committed.</summary>
    public virtual Answer After(FaultRequest request, Answer answer) => answer;

    /// <summary>The rows a search found, all pages of them, in the order they will be served.</summary>
    public virtual IReadOnlyList<StoredResource> Rows(FaultRequest request, IReadOnlyList<StoredResource> rows) => rows;

    /// <summary>The next link of a page.</summary>
    public virtual Uri NextLink(FaultRequest request, Uri link) => link;

    internal static string Kebab(Type fault) => WordStart().Replace(fault.Name, "-$0").ToLowerInvariant();

    /// <summary>Whether the request is for <see cref="Type"/>.</summary>
    protected bool Concerns(FaultRequest request) =>
        Type is null || string.Equals(Type, request.Type, StringComparison.Ordinal);

    /// <summary>Counts one firing; false where <see cref="Times"/> is used up.</summary>
    protected bool Fire()
    {
        if (Interlocked.Increment(ref _fired) <= (Times ?? int.MaxValue))
        {
            return true;
        }

        Interlocked.Decrement(ref _fired);
        return false;
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
