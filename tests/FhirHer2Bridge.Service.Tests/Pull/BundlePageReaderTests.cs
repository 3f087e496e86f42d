using System.Text;
using System.Text.Json;
using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class BundlePageReaderTests
{
    [Fact]
    public void Read_ResourceRepeatsAKey_IsHandedOverAsItIs()
    {
        const string Resource = """{"resourceType":"Observation","id":"a","status":"final","status":"entered-in-error"}""";

        var page = Read(
            $$$"""{"entry":[{"resource":{{{Resource}}} ,"search":{"mode":"match"}}],"type":"searchset","resourceType":"Bundle"}""");

        page.IsSearchSet.ShouldBeTrue();
        var entry = page.Entries.ShouldHaveSingleItem();
        Encoding.UTF8.GetString(entry.Utf8.Span).ShouldBe(Resource);
        (entry.Type, entry.Id, entry.Mode).ShouldBe(("Observation", "a", EntryMode.Match));
    }

    [Fact]
    public void Read_IdGivenTwice_BelievesNeither()
    {
        var page = Read("""{"entry":[{"resource":{"resourceType":"Observation","id":"a","id":"b"}}]}""");

        page.Entries.ShouldHaveSingleItem().Id.ShouldBeNull();
    }

    [Fact]
    public void Read_TwoResourcesInOneEntry_GivesTheLastAsBroken()
    {
        var page = Read("""{"entry":[{"resource":{"id":"a"},"resource":{"id":"b"}}]}""");

        var entry = page.Entries.ShouldHaveSingleItem();
        (entry.Id, entry.IsBroken, page.Damaged).ShouldBe(("b", true, 0));
    }

    [Fact]
    public void Read_ResourceDeeperThanExtractionAllows_IsHandedOver()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);

        var page = Read($$$"""{"entry":[{"resource":{{{deep}}}},{"resource":{"id":"b"}}]}""");

        page.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped()
    {
        var page = BundlePageReader.Read(Encoding.UTF8.GetBytes("\uFEFF{\"resourceType\":\"Bundle\",\"total\":3}"));

        page.Total.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("{\"entry\":{}}")]
    [InlineData("{\"link\":[\"next\"]}")]
    [InlineData("{\"link\":[{\"relation\":\"next\",\"url\":\"a\"},{\"relation\":\"next\",\"url\":\"b\"}]}")]
    [InlineData("{\"link\":[{\"relation\":\"next\",\"url\":\"a\",\"url\":\"b\"}]}")]
    [InlineData("{\"total\":1,\"total\":2}")]
    public void Read_EnvelopeIsBroken_Throws(string body) => Should.Throw<JsonException>(() => Read(body));

    [Fact]
    public void Read_BytesAreNoText_ThrowsOrLeavesNull()
    {
        byte[] body = [.. "{\"type\":\""u8, 0xC3, 0x28, .. "\",\"entry\":[]}"u8];

        var page = BundlePageReader.Read(body);

        page.Type.ShouldBeNull();
    }

    private static BundlePage Read(string body) => BundlePageReader.Read(Encoding.UTF8.GetBytes(body));
}
