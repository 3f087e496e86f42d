using System.Reflection;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Service.Tests.Store;

/// <summary>Makes any fact, result or flag with every settable member filled (or null where it may be), from a seed.</summary>
internal sealed class SampleMaker(int seed)
{
    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    public object Make(Type type)
    {
        if (type == typeof(string))
        {
            string[] texts = ["HER2 3+", "", "señal \"\\ ñ é", "日本語 \u0001", $"text {_random.Next()}"];
            return texts[_random.Next(texts.Length)];
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length))!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return MakeArray(type.GetGenericArguments()[0]);
        }

        return type switch
        {
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(int) => _random.Next(-3, 1000),
            _ when type == typeof(decimal) => new decimal(_random.Next(), 0, 0, _random.Next(2) == 0, (byte)_random.Next(10)),
            _ when type == typeof(DateTimeOffset) => MakeInstant(),
            _ when type == typeof(ClinicalTime) => MakeTime(),
            _ when type == typeof(AssayResult) => Make(Leaf(type)),
            _ => MakeObject(type),
        };
    }

    private static MethodInfo ToArrayMethod { get; } = typeof(EquatableArray).GetMethod(nameof(EquatableArray.ToEquatableArray))!;

    private Type Leaf(Type root)
    {
        var leaves = root.GetNestedTypes().Where(type => type.IsSubclassOf(root)).ToArray();
        return leaves[_random.Next(leaves.Length)];
    }

    private object MakeArray(Type item)
    {
        var items = Array.CreateInstance(item, _random.Next(4));
        for (var index = 0; index < items.Length; index++)
        {
            items.SetValue(Make(item), index);
        }

        return ToArrayMethod.MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private DateTimeOffset MakeInstant() =>
        new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(_random.NextInt64(1L << 50)).ToOffset(TimeSpan.FromMinutes(_random.Next(-800, 800)));

    private ClinicalTime MakeTime()
    {
        var start = MakeInstant();
        return new ClinicalTime(start, start.AddTicks(_random.NextInt64(1, 1L << 40)), (TimePrecision)Make(typeof(TimePrecision)), (string)Make(typeof(string)));
    }

    private object MakeObject(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var arguments = constructor.GetParameters().Select(parameter =>
            MayBeNull(parameter.ParameterType, _nullability.Create(parameter)) ? null : Make(Bare(parameter.ParameterType)));
        var made = constructor.Invoke([.. arguments]);
        var taken = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && !taken.Contains(property.Name)))
        {
            if (!MayBeNull(property.PropertyType, _nullability.Create(property)))
            {
                property.SetValue(made, Make(Bare(property.PropertyType)));
            }
        }

        return made;
    }

    private bool MayBeNull(Type type, NullabilityInfo nullability) =>
        (Nullable.GetUnderlyingType(type) is not null || nullability.WriteState == NullabilityState.Nullable) && _random.Next(3) == 0;

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
