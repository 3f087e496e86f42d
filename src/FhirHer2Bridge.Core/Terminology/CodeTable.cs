using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Values by (system, code), never by code alone (domain 2a, traps). A code not listed itself takes the value of its longest
/// listed prefix (ICD-10 categories). A lookup allocates nothing.
/// </summary>
internal sealed class CodeTable<T>
{
    private readonly FrozenDictionary<string, SystemCodes> _systems;

    private CodeTable(FrozenDictionary<string, SystemCodes> systems) => _systems = systems;

    /// <param name="entries">Canonical systems; no key twice.</param>
    /// <param name="aliases">Other spellings of a system, to the canonical one.</param>
    public static CodeTable<T> Create(
        IEnumerable<(CodeKey Key, T Value)> entries, IReadOnlyDictionary<string, string> aliases)
    {
        var systems = entries
            .GroupBy(entry => entry.Key.System, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => SystemCodes.Create([.. group]), StringComparer.Ordinal);
        foreach (var (alias, system) in aliases)
        {
            if (systems.TryGetValue(system, out var codes))
            {
                systems[alias] = codes;
            }
        }

        return new CodeTable<T>(systems.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public bool Knows(string? system) => system is not null && _systems.ContainsKey(system);

    public bool TryFind(string? system, string? code, [MaybeNullWhen(false)] out T value)
    {
        if (system is not null && code is not null && _systems.TryGetValue(system, out var codes))
        {
            return codes.TryFind(code, out value);
        }

        value = default;
        return false;
    }

    private sealed class SystemCodes
    {
        private readonly FrozenDictionary<string, T> _exact;
        private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
        private readonly int[] _lengths;

        private SystemCodes(FrozenDictionary<string, T> exact, FrozenDictionary<string, T> prefixes)
        {
            _exact = exact;
            _prefixes = prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
            _lengths = [.. prefixes.Keys.Select(prefix => prefix.Length).Distinct().OrderDescending()];
        }

        public static SystemCodes Create(IReadOnlyList<(CodeKey Key, T Value)> entries) => new(
            Frozen(entries.Where(entry => !entry.Key.IsPrefix)), Frozen(entries.Where(entry => entry.Key.IsPrefix)));

        public bool TryFind(string code, [MaybeNullWhen(false)] out T value)
        {
            if (_exact.TryGetValue(code, out value))
            {
                return true;
            }

            foreach (var length in _lengths)
            {
                if (code.Length >= length && _prefixes.TryGetValue(code.AsSpan(0, length), out value))
                {
                    return true;
                }
            }

            return false;
        }

        private static FrozenDictionary<string, T> Frozen(IEnumerable<(CodeKey Key, T Value)> entries) =>
            entries.ToFrozenDictionary(entry => entry.Key.Code, entry => entry.Value, StringComparer.Ordinal);
    }
}

/// <summary>Where an entry stands. A prefix key is written with a star ("C16*").</summary>
internal readonly record struct CodeKey(string System, string Code, bool IsPrefix)
{
    public override string ToString() => $"{System}|{Code}{(IsPrefix ? "*" : "")}";
}
