using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>Reads the settings from file and environment, and refuses what cannot be meant.</summary>
internal static class SettingsLoader
{
    public const string DefaultFile = "appsettings.json";
    public const string EnvironmentPrefix = "FHIRHER2BRIDGE_";

    /// <param name="file">The file asked for; null: <see cref="DefaultFile"/> in the current folder, where there is one.</param>
    /// <param name="server">A single server instead of the configured ones (--server).</param>
    /// <param name="store">The store's file instead of the configured one (--store).</param>
    /// <param name="now">A first load cannot begin in the future.</param>
    /// <exception cref="SettingsException">With every problem found.</exception>
    public static BridgeSettings Load(string? file, string? server, string? store, DateTimeOffset now)
    {
        var (keys, usable) = SettingsKeys.Check(Configuration(file));
        var problems = keys.ToList();
        var settings = Override(Bind(usable), server, store, problems);
        problems.AddRange(Problems(settings, now));
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static IConfiguration Configuration(string? file)
    {
        try
        {
            return SecretVariables.LeaveOut(new ConfigurationBuilder()
                .AddJsonFile(Path.GetFullPath(file ?? DefaultFile), optional: file is null, reloadOnChange: false)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .Build());
        }
        catch (Exception error) when (error is IOException or InvalidDataException or FormatException)
        {
            throw new SettingsException([$"{file ?? DefaultFile} cannot be read: {error.GetBaseException().Message}"]);
        }
    }

    private static BridgeSettings Bind(IConfiguration configuration)
    {
        var settings = new BridgeSettings();
        try
        {
            configuration.Bind(settings, static options => options.ErrorOnUnknownConfiguration = true);
            return settings;
        }
        catch (InvalidOperationException error)
        {
            throw new SettingsException([Problem(error)]);
        }
    }

    /// <summary>The binder's innermost own sentence: what lies below it ("not a valid TimeSpan") no longer names the key.</summary>
    private static string Problem(InvalidOperationException error)
    {
        while (error.InnerException is InvalidOperationException inner)
        {
            error = inner;
        }

        return error.Message;
    }

    /// <summary>An address that cannot be used is added to the problems, and leaves no server.</summary>
    private static BridgeSettings Override(BridgeSettings settings, string? server, string? store, List<string> problems)
    {
        var servers = settings.Servers;
        if (server is not null)
        {
            servers = new(StringComparer.Ordinal);
            if (BaseAddress.Normalise(server) is not { } wanted)
            {
                problems.Add($"--server is {server}; it must be an absolute http or https address without user, query or fragment");
            }
            else if (settings.Servers.FirstOrDefault(pair => BaseAddress.Normalise(pair.Value.BaseUrl) == wanted) is { Key: { } name } configured)
            {
                servers[name] = configured.Value;
            }
            else if (BaseAddress.IsInsecure(wanted))
            {
                problems.Add(
                    $"--server is {wanted}: http to another machine is refused; use https, or name the server in a file given by --config, "
                    + "as Servers:NAME:BaseUrl with Servers:NAME:AllowInsecureHttp true");
            }
            else
            {
                servers[wanted.AbsoluteUri] = new ServerSettings { BaseUrl = wanted.AbsoluteUri };
            }
        }

        return new BridgeSettings
        {
            Servers = servers,
            Pull = settings.Pull,
            Write = settings.Write,
            Schedule = settings.Schedule,
            Store = store is null
                ? settings.Store
                : new StoreSettings { File = store, SecretFile = settings.Store.SecretFile, SecretVariable = settings.Store.SecretVariable },
            Clinical = settings.Clinical,
            Text = settings.Text,
            Rules = settings.Rules,
            Web = settings.Web,
        };
    }

    private static List<string> Problems(BridgeSettings settings, DateTimeOffset now)
    {
        var problems = new List<string>();
        foreach (var (name, server) in settings.Servers)
        {
            problems.AddRange(SettingsProblems.Of($"Servers:{name}", server));
        }

        problems.AddRange(SettingsProblems.Of("Pull", settings.Pull, now));
        problems.AddRange(SettingsProblems.Of("Text", settings.Text));
        problems.AddRange(settings.Write.Problems());
        problems.AddRange(ScheduleProblems.Of(settings.Schedule));
        problems.AddRange(Rules(settings.Rules, RuleBook.Default));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.Clinical.TimeZone, out _))
        {
            problems.Add($"Clinical:TimeZone is {settings.Clinical.TimeZone}; it must be an IANA time zone such as Europe/Helsinki");
        }

        if (settings.Store is { SecretFile: { } file, SecretVariable: { } variable })
        {
            problems.Add($"Store:SecretFile is {file} and Store:SecretVariable is {variable}: give one of them");
        }

        if (!Uri.TryCreate(settings.Web.Listen, UriKind.Absolute, out _))
        {
            problems.Add($"Web:Listen is {settings.Web.Listen}; it must be an address such as http://127.0.0.1:5090");
        }

        return problems;
    }

    private static IEnumerable<string> Rules(RuleSettings rules, RuleBook book)
    {
        var cards = book.Rules.Select(static rule => rule.Card).ToDictionary(static card => card.Id.Value, StringComparer.Ordinal);
        foreach (var id in rules.Disabled.Where(id => !cards.ContainsKey(id)))
        {
            yield return $"Rules:Disabled names {id}; the rules are {string.Join(", ", cards.Keys)}";
        }

        foreach (var (id, thresholds) in rules.Thresholds)
        {
            if (!cards.TryGetValue(id, out var card))
            {
                yield return $"Rules:Thresholds names {id}; the rules are {string.Join(", ", cards.Keys)}";
                continue;
            }

            foreach (var (name, value) in thresholds)
            {
                var parameter = card.Parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal)
                    || (p.ByAssay && name.StartsWith(p.Name + "@", StringComparison.Ordinal) && name.Length > p.Name.Length + 1));
                if (parameter is null)
                {
                    yield return $"Rules:Thresholds:{id} names {name}; the card has {string.Join(", ", card.Parameters.Select(static p => p.Name))}";
                }
                else if (value < parameter.Min || value > parameter.Max)
                {
                    yield return $"Rules:Thresholds:{id}:{name} is {value}; the card allows {parameter.Min} to {parameter.Max} {parameter.Unit}";
                }
            }
        }
    }
}
