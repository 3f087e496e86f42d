using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Turns entries into tables and collects every problem on the way, so that a file is corrected in one go. A code may be
/// defined once: a later file adds, and never redefines.
/// </summary>
internal sealed class TermsCheck
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private string _place = "";

    public TermsCheck(IReadOnlyList<TermsFile> files)
    {
        foreach (var file in files)
        {
            FileCheck.Run(file, _problems);
            foreach (var alias in file.Systems)
            {
                if (alias is { Alias: not null, System: not null } && !_aliases.TryAdd(alias.Alias, alias.System))
                {
                    _problems.Add($"{file.Name}: systems {alias.Alias} is defined already");
                }
            }
        }
    }

    public IReadOnlyList<string> Problems => _problems;

    public CodeTable<TValue> Table<TEntry, TValue>(
        string section, IReadOnlyList<TermsFile> files, Func<TermsFile, IEnumerable<TEntry>> select, Func<TEntry, TValue> make)
        where TEntry : CodedEntry
    {
        var owners = new Dictionary<CodeKey, string>();
        var values = new List<(CodeKey, TValue)>();
        foreach (var file in files)
        {
            foreach (var entry in select(file))
            {
                if (Key(entry) is not { } key)
                {
                    _problems.Add($"{file.Name}: {section} has an entry without a system and one code or prefix");
                    continue;
                }

                _place = $"{file.Name}: {section} {key}";
                if (string.IsNullOrWhiteSpace(entry.Source))
                {
                    _problems.Add($"{_place} has no source");
                }

                if (!owners.TryAdd(key, file.Name))
                {
                    _problems.Add($"{_place} is defined already in {owners[key]}");
                    continue;
                }

                values.Add((key, make(entry)));
            }
        }

        return CodeTable<TValue>.Create(values, _aliases);
    }

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
            _problems.Add($"{_place} needs a score from 0 to 3 where its meaning is ihc-score, and only there");
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
        };

    private void NeedPresent(bool isPresent, string member)
    {
        if (!isPresent)
        {
            _problems.Add($"{_place} has no {member}");
        }
    }

    private CodeKey? Key(CodedEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.System) || string.IsNullOrWhiteSpace(entry.Code) == string.IsNullOrWhiteSpace(entry.Prefix))
        {
            return null;
        }

        var system = _aliases.GetValueOrDefault(entry.System, entry.System);
        return entry.Code is { } code ? new CodeKey(system, code, false) : new CodeKey(system, entry.Prefix!, true);
    }
}

/// <summary>One drug code, out of its product.</summary>
internal sealed record DrugCode(Drug Drug) : CodedEntry;
