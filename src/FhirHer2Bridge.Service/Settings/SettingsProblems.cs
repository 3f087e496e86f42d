using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>What is wrong with the settings, each sentence with the key and the values, so that it can be fixed from it alone.</summary>
internal static class SettingsProblems
{
    /// <param name="section">Path of the section, for example "Servers:main".</param>
    /// <param name="server">The bound values.</param>
    public static IReadOnlyList<string> Of(string section, ServerSettings server)
    {
        var problems = Annotated(section, server);
        if (BaseAddress.Normalise(server.BaseUrl) is not { } address)
        {
            problems.Add($"{section}:BaseUrl is not a plain http or https address (no user, query or fragment)");
        }
        else if (BaseAddress.IsInsecure(address) && !server.AllowInsecureHttp)
        {
            problems.Add(
                $"{section}:BaseUrl is {address} and {section}:AllowInsecureHttp is false: "
                + $"http to another machine is refused; use https, or set {section}:AllowInsecureHttp to true");
        }

        if (server.AttemptTimeout > server.TotalTimeout)
        {
            problems.Add(
                $"{section}:AttemptTimeout is {server.AttemptTimeout:c} and {section}:TotalTimeout is {server.TotalTimeout:c}: "
                + "an attempt cannot last longer than all of them");
        }

        if (server.ConnectTimeout > server.AttemptTimeout)
        {
            problems.Add(
                $"{section}:ConnectTimeout is {server.ConnectTimeout:c} and {section}:AttemptTimeout is {server.AttemptTimeout:c}: "
                + "connecting is part of an attempt");
        }

        if (!string.IsNullOrEmpty(server.BearerTokenFile) && !string.IsNullOrEmpty(server.BearerTokenVariable))
        {
            problems.Add(
                $"{section}:BearerTokenFile is {server.BearerTokenFile} and {section}:BearerTokenVariable is {server.BearerTokenVariable}: "
                + "give one of them");
        }

        return problems;
    }

    /// <param name="section">Path of the section, "Pull".</param>
    /// <param name="pull">The bound values.</param>
    /// <param name="now">A first load cannot begin in the future.</param>
    public static IReadOnlyList<string> Of(string section, PullSettings pull, DateTimeOffset now)
    {
        var problems = Annotated(section, pull);
        if (pull.PageSize > pull.MaxEntriesPerPage)
        {
            problems.Add(
                $"{section}:PageSize is {pull.PageSize} and {section}:MaxEntriesPerPage is {pull.MaxEntriesPerPage}: "
                + "the pages asked for would be refused");
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (pull.Since > today)
        {
            problems.Add(
                $"{section}:Since is {pull.Since:yyyy-MM-dd} and today is {today:yyyy-MM-dd}: "
                + "nothing would be read");
        }

        return problems;
    }

    /// <param name="section">Path of the section, "Text".</param>
    /// <param name="text">The bound values.</param>
    public static IReadOnlyList<string> Of(string section, TextSettings text) => Annotated(section, text);

    private static List<string> Annotated(string section, object settings)
    {
        var problems = new List<string>();
        foreach (var property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(settings);
            problems.AddRange(
                from rule in property.GetCustomAttributes<ValidationAttribute>()
                where !rule.IsValid(value)
                select $"{section}:{property.Name} is {Shown(value)}; {Wanted(rule)}");
        }

        return problems;
    }

    private static string Shown(object? value) =>
        value is null or "" ? "not given" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Wanted(ValidationAttribute rule) =>
        rule is RangeAttribute range
            ? string.Create(CultureInfo.InvariantCulture, $"it must lie between {range.Minimum} and {range.Maximum}")
            : "it must be given";
}
