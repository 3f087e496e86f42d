using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Turns entries into tables and collects every problem on the way, so that a file is corrected in one go. A code may be
/// defined once: a later file adds, and never redefines. Only what is not verified here may be settled by a later file.
/// </summary>
internal sealed class TermsCheck
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<CodeKey, Owner>> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<CodeKey> _refused = [];
    private readonly List<TermProblem> _problems = [];
    private Owner _place = new("", "", true);

    public TermsCheck(IReadOnlyList<TermsFile> files)
    {
        foreach (var file in files)
        {
            FileCheck.Run(file, _problems);
            foreach (var alias in file.Systems)
            {
                if (alias is { Alias: not null, System: not null } && alias.IsActive() && !_aliases.TryAdd(alias.Alias, alias.System))
                {
                    _problems.Add(new(TermCodes.Redefined.Code, file.Name, $"systems {alias.Alias}", "is defined already"));
                }
            }
        }

        _refused.UnionWith(Keys("refused", "refused", files, file => file.Refused).Select(known => known.Key));
    }

    public IReadOnlyList<TermProblem> Problems => _problems;

    public CodeTable<TValue> Table<TEntry, TValue>(
        string section, IReadOnlyList<TermsFile> files, Func<TermsFile, IEnumerable<TEntry>> select, Func<TEntry, TValue> make)
        where TEntry : CodedEntry
    {
        var values = new Dictionary<CodeKey, TValue>();
        foreach (var (key, entry) in Keys(section, section, files, select))
        {
            if (_refused.Contains(key))
            {
                Say(TermCodes.RefusedMeaning, "has a code that is refused");
            }

            values[key] = make(entry);
        }

        return CodeTable<TValue>.Create(values.Select(static pair => (pair.Key, pair.Value)), _aliases);
    }

    /// <summary>A section without a table of its own, whose codes may not stand in another.</summary>
    public void Disjoint<TEntry>(
        string section, string other, IReadOnlyList<TermsFile> files, Func<TermsFile, IEnumerable<TEntry>> select)
        where TEntry : CodedEntry => _ = Keys(section, other, files, select).Count();

    public T Need<T>(T? value, string member)
        where T : struct
    {
        NeedPresent(value is not null, member);
        return value.GetValueOrDefault();
    }

    public string Need(string? value, string member)
    {
        NeedPresent(!string.IsNullOrWhiteSpace(value), member);
        return value ?? "";
    }

    public AnswerTerm Answer(AnswerEntry entry)
    {
        var meaning = Need(entry.Meaning, "meaning");
        if (meaning == AnswerMeaning.IhcScore != entry.Score is >= 0 and <= 3)
        {
            Say(TermCodes.Incomplete, "needs a score from 0 to 3 where its meaning is ihc-score, and only there");
        }

        return new AnswerTerm(meaning, entry.Score);
    }

    /// <summary>The codes of every product, each as an entry of its own.</summary>
    public static IEnumerable<DrugCode> DrugCodes(TermsFile file) =>
        from drug in file.Drugs
        from codes in drug.Codes
        from code in codes.Codes
        select new DrugCode(drug.ToDrug(codes.Uncertain))
        {
            System = codes.System,
            Code = code,
            Source = codes.Source,
            Mark = drug.IsActive() ? codes.Mark : drug.Mark,
        };

    /// <summary>The active entries of a section by their keys; those of a group share one set of owners.</summary>
    private IEnumerable<(CodeKey Key, TEntry Entry)> Keys<TEntry>(
        string section, string group, IReadOnlyList<TermsFile> files, Func<TermsFile, IEnumerable<TEntry>> select)
        where TEntry : CodedEntry
    {
        if (!_owners.TryGetValue(group, out var owners))
        {
            owners = _owners[group] = [];
        }

        foreach (var file in files)
        {
            foreach (var entry in select(file))
            {
                if (Key(entry) is not { } key)
                {
                    _problems.Add(new(TermCodes.NoKey.Code, file.Name, section, "has an entry without a system and one code or prefix"));
                    continue;
                }

                _place = new Owner(file.Name, $"{section} {key}", entry.IsActive());
                if (string.IsNullOrWhiteSpace(entry.Source))
                {
                    Say(TermCodes.NoSource, "has no source");
                }

                if (owners.TryGetValue(key, out var owner) && (owner.IsActive || string.Equals(owner.File, file.Name, StringComparison.Ordinal)))
                {
                    var isOwn = string.Equals(owner.File, file.Name, StringComparison.Ordinal);
                    Say(isOwn ? TermCodes.Duplicate : TermCodes.Redefined, $"is defined already in {owner.File}");
                    continue;
                }

                owners[key] = _place;
                if (entry.IsActive())
                {
                    yield return (key, entry);
                }
            }
        }
    }

    private void NeedPresent(bool isPresent, string member)
    {
        if (!isPresent)
        {
            Say(TermCodes.Incomplete, $"has no {member}");
        }
    }

    private void Say(TermCode code, string message) => _problems.Add(new(code.Code, _place.File, _place.Entry, message));

    private CodeKey? Key(CodedEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.System) || string.IsNullOrWhiteSpace(entry.Code) == string.IsNullOrWhiteSpace(entry.Prefix))
        {
            return null;
        }

        var system = _aliases.GetValueOrDefault(entry.System, entry.System);
        return entry.Code is { } code ? new CodeKey(system, code, false) : new CodeKey(system, entry.Prefix!, true);
    }

    /// <summary>Where a code is defined first.</summary>
    private readonly record struct Owner(string File, string Entry, bool IsActive);
}

/// <summary>One drug code, out of its product.</summary>
internal sealed record DrugCode(Drug Drug) : CodedEntry;
