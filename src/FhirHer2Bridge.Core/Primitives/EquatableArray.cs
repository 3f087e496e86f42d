using System.Collections;
using System.Runtime.CompilerServices;

namespace FhirHer2Bridge.Core.Primitives;

/// <summary>An immutable list with value equality, so that records holding one compare by content.</summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items;

    internal EquatableArray(T[] items) => _items = items;

    public int Count => _items?.Length ?? 0;

    public T this[int index] => (_items ?? [])[index];

    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>As the sequence operators of that name, without a boxed list.</summary>
    public bool Contains(T item) => Array.IndexOf(_items ?? [], item) >= 0;

    /// <inheritdoc cref="Contains(T)"/>
    public bool Contains(T item, IEqualityComparer<T> comparer) => AsSpan().Contains(item, comparer);

    /// <inheritdoc cref="Contains(T)"/>
    public bool Any(Predicate<T> holds) => Array.Exists(_items ?? [], holds);

    /// <inheritdoc cref="Contains(T)"/>
    public T? FirstOrDefault(Predicate<T> holds) => Array.Find(_items ?? [], holds);

    /// <inheritdoc cref="Contains(T)"/>
    public T? LastOrDefault(Predicate<T> holds) => Array.FindLast(_items ?? [], holds);

    public bool Equals(EquatableArray<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);
}

/// <summary>Builders of <see cref="EquatableArray{T}"/>.</summary>
public static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);

    /// <summary>Each item once, in the order of its first occurrence. Most lists here are too short for a hash set to pay.</summary>
    public static EquatableArray<T> ToDistinctArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T>
    {
        var distinct = new List<T>();
        HashSet<T>? many = null;
        foreach (var item in items)
        {
            if (many?.Add(item) ?? !distinct.Contains(item))
            {
                distinct.Add(item);
                many ??= distinct.Count > 16 ? [.. distinct] : null;
            }
        }

        return new([.. distinct]);
    }
}
