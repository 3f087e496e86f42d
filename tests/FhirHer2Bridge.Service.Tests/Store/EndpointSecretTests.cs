using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public sealed class EndpointSecretTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => _folder.File("bridge.db");

    private string KeyFile => Store + ".key";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void BesideStore_FirstAndSecondTime_IsMadeOnceAndSignsAlike()
    {
        var first = EndpointSecret.BesideStore(Store);
        var second = EndpointSecret.BesideStore(Store);

        (first.IsNew, second.IsNew).ShouldBe((true, false));
        second.Sign("x").ShouldBe(first.Sign("x"));
        Directory.GetFiles(_folder.Path).ShouldHaveSingleItem().ShouldBe(KeyFile);
    }

    [Fact]
    public void BesideStore_TwoStores_HaveDifferentSecrets()
    {
        var one = EndpointSecret.BesideStore(Store);
        var other = EndpointSecret.BesideStore(_folder.File("other.db"));

        other.Sign("x").ShouldNotBe(one.Sign("x"), StringComparer.Ordinal);
    }

    [Fact]
    public void FromText_ContentOfTheKeyFile_IsTheSameSecret()
    {
        var made = EndpointSecret.BesideStore(Store);

        var given = EndpointSecret.FromText(File.ReadAllText(KeyFile));

        given.Sign("x").ShouldBe(made.Sign("x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    public void BesideStore_DamagedKeyFile_IsRefusedNotReplaced(string content)
    {
        File.WriteAllText(KeyFile, content);

        var error = Should.Throw<StoreException>(() => EndpointSecret.BesideStore(Store));

        error.Code.ShouldBe("H2B-STORE-009");
        File.ReadAllText(KeyFile).ShouldBe(content);
    }

    [Fact]
    public void FromText_UnderSixteenBytes_IsRefused()
    {
        var error = Should.Throw<StoreException>(() => EndpointSecret.FromText("   0123456789abcde \n"));

        error.Code.ShouldBe("H2B-STORE-009");
        error.Message.ShouldNotContain("0123456789");
    }

    [Fact]
    public void FlagKey_FixedVector_IsThePublishedOne()
    {
        var keys = new FlagKeys(EndpointSecret.FromText("0123456789abcdef0123456789abcdef\n"), "site-a");

        var key = keys.For(new PatientKey("p1"), "positive-to-negative", "Observation/o2");

        key.ShouldBe("v1-45b5f313a1e949ec68c878b84f0a53ce77fcf15be5f532adaf377f84b16933f7");
    }
}
