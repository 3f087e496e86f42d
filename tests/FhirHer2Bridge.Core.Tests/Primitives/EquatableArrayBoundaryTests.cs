using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Tests.Primitives;

/// <summary>Records that hold a list compare by its content, also where the list was never set.</summary>
public sealed class EquatableArrayBoundaryTests
{
    [Fact]
    public void Equals_SameItems_IsEqualWhoeverMadeThem()
    {
        EquatableArray<int> one = [1, 2];
        EquatableArray<int> other = [1, 2];

        (one == other).ShouldBeTrue();
        (one != other).ShouldBeFalse();
        one.Equals((object)other).ShouldBeTrue();
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }

    [Fact]
    public void Equals_OtherItemsOrderOrKind_IsNotEqual()
    {
        EquatableArray<int> one = [1, 2];
        EquatableArray<int> turned = [2, 1];

        (one == turned).ShouldBeFalse();
        (one != turned).ShouldBeTrue();
        one.GetHashCode().ShouldNotBe(turned.GetHashCode());
        one.Equals((object)"1, 2").ShouldBeFalse();
        one.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void Default_NeverSet_IsEmptyAndEqualToAnEmptyList()
    {
        EquatableArray<string> unset = default;

        unset.Count.ShouldBe(0);
        unset.Contains("a").ShouldBeFalse();
        unset.Any(static _ => true).ShouldBeFalse();
        unset.FirstOrDefault(static _ => true).ShouldBeNull();
        unset.LastOrDefault(static _ => true).ShouldBeNull();
        unset.ToList().ShouldBeEmpty();
        (unset == []).ShouldBeTrue();
        unset.GetHashCode().ShouldBe(((EquatableArray<string>)[]).GetHashCode());
        Should.Throw<IndexOutOfRangeException>(() => unset[0]);
    }

    [Fact]
    public void Contains_FirstLastAndMissing_FindsWhatIsThere()
    {
        EquatableArray<string> array = ["a", "b", "a2"];

        array.Contains("a").ShouldBeTrue();
        array.Contains("a2").ShouldBeTrue();
        array.Contains("c").ShouldBeFalse();
        array.Contains("B", StringComparer.OrdinalIgnoreCase).ShouldBeTrue();
        array.Contains("B", StringComparer.Ordinal).ShouldBeFalse();
        array.FirstOrDefault(static item => item.StartsWith('a')).ShouldBe("a");
        array.LastOrDefault(static item => item.StartsWith('a')).ShouldBe("a2");
        array.Any(static item => item == "b").ShouldBeTrue();
        array.Any(static item => item == "c").ShouldBeFalse();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(40)]
    public void ToDistinctArray_AnyLength_KeepsEachOnceInOrderOfItsFirstOccurrence(int kinds)
    {
        var once = Enumerable.Range(0, kinds).Reverse().ToList();

        once.Concat(once).Concat([0, kinds - 1]).ToDistinctArray().ToList().ShouldBe(once);
    }
}
