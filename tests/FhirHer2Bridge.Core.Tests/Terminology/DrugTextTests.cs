using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class DrugTextTests
{
    [Theory]
    [InlineData("trastuzumab 440 mg")]
    [InlineData("TRASTUZUMAB-dkst")]
    [InlineData("Trastuzumabe")]
    [InlineData("trastuzumabum")]
    [InlineData("Herceptin (150 mg)")]
    [InlineData("Ogivri")]
    [InlineData("Zercepac 60 mg")]
    [InlineData("T-mab q3w")]
    [InlineData("Tmab")]
    [InlineData("トラスツズマブ")]
    [InlineData("ﾄﾗｽﾂｽﾞﾏﾌﾞBS点滴静注用")]
    [InlineData("注射用曲妥珠单抗")]
    [InlineData("赫赛汀")]
    [InlineData("트라스투주맙")]
    [InlineData("трастузумаб")]
    [InlineData("trastazumab")]
    [InlineData("trastuzamab")]
    [InlineData("hercepten")]
    [InlineData("trastuzmuab")]
    [InlineData("Ｔｒａｓｔｕｚｕｍａｂ")]
    [InlineData("trástuzumab")]
    [InlineData("lapatinib + trastuzumab")]
    [InlineData("irinotecan and trastuzumab")]
    [InlineData("trastuzumab + topotecan")]
    [InlineData("trastuzumab and placebo")]
    [InlineData("trastuzumab + placebo")]
    [InlineData("Placebo, trastuzumab")]
    [InlineData("Trastuzumab + pertuzumab/placebo")]
    [InlineData("pertuzumab or placebo with trastuzumab")]
    [InlineData("docetaxel, Herceptin, Perjeta/Placebo")]
    public void DrugByText_PlainAntibody_IsTrastuzumab(string text) =>
        Terms.Embedded.DrugByText(text).ShouldBe(new Drug("trastuzumab", DrugClass.Trastuzumab));

    [Theory]
    [InlineData("fam-trastuzumab deruxtecan-nxki", "trastuzumab deruxtecan")]
    [InlineData("T-DXd 5.4 mg/kg", "trastuzumab deruxtecan")]
    [InlineData("DS-8201a", "trastuzumab deruxtecan")]
    [InlineData("Enhertu", "trastuzumab deruxtecan")]
    [InlineData("エンハーツ", "trastuzumab deruxtecan")]
    [InlineData("トラスツズマブ デルクステカン", "trastuzumab deruxtecan")]
    [InlineData("엔허투주", "trastuzumab deruxtecan")]
    [InlineData("德曲妥珠单抗", "trastuzumab deruxtecan")]
    [InlineData("трастузумаб дерукстекан", "trastuzumab deruxtecan")]
    [InlineData("trastuzumab-dxd", "trastuzumab deruxtecan")]
    [InlineData("trastuzumab DXD 5.4 mg/kg", "trastuzumab deruxtecan")]
    [InlineData("fam-trastuzumab", "trastuzumab deruxtecan")]
    [InlineData("trastuzumab deruxtecen", "trastuzumab deruxtecan")]
    [InlineData("trastazumab deruxtacan", "trastuzumab deruxtecan")]
    [InlineData("ado-trastuzumab emtansine", "trastuzumab emtansine")]
    [InlineData("Trastuzumab-Emtansin", "trastuzumab emtansine")]
    [InlineData("T-DM1治疗", "trastuzumab emtansine")]
    [InlineData("TDM1", "trastuzumab emtansine")]
    [InlineData("Kadcyla", "trastuzumab emtansine")]
    [InlineData("恩美曲妥珠单抗", "trastuzumab emtansine")]
    [InlineData("トラスツズマブ エムタンシン", "trastuzumab emtansine")]
    [InlineData("트라스투주맙 엠탄신", "trastuzumab emtansine")]
    [InlineData("trastuzumab emtansene", "trastuzumab emtansine")]
    [InlineData("Trastuzumab duocarmazine", "trastuzumab duocarmazine")]
    [InlineData("瑞康曲妥珠单抗", "trastuzumab rezetecan")]
    public void DrugByText_Conjugate_IsNeverPlainTrastuzumab(string text, string name) =>
        Terms.Embedded.DrugByText(text).ShouldBe(new Drug(name, DrugClass.TrastuzumabAdc) { ForHer2Low = name is "trastuzumab deruxtecan", ForIhc2 = name is "disitamab vedotin" });

    [Theory]
    [InlineData("Phesgo", "pertuzumab + trastuzumab + hyaluronidase", DrugClass.Trastuzumab)]
    [InlineData("pertuzumab-trastuzumab-hyaluronidase-zzxf", "pertuzumab + trastuzumab + hyaluronidase", DrugClass.Trastuzumab)]
    [InlineData("帕妥珠曲妥珠单抗", "pertuzumab + trastuzumab + hyaluronidase", DrugClass.Trastuzumab)]
    [InlineData("trastuzumab and pertuzumab", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("pertuzumab with trastazumab", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("帕妥珠单抗+曲妥珠单抗", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Herceptin + Perjeta", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Perjeta/trastuzumab", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Kanjinti + pertuzumab", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Perjeta 420 mg, Ogivri", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("帕捷特+赫赛汀", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("ペルツズマブ・トラスツズマブ", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("pertuzumab + hercepten", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Herceptin + Perjeta + placebo", "pertuzumab + trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("pertuzumab + trastuzumab placebo", "pertuzumab", DrugClass.OtherHer2)]
    [InlineData("Herceptin Hylecta", "trastuzumab + hyaluronidase", DrugClass.Trastuzumab)]
    [InlineData("trastuzumab and hyaluronidase-oysk", "trastuzumab + hyaluronidase", DrugClass.Trastuzumab)]
    [InlineData("Perjeta 420 mg", "pertuzumab", DrugClass.OtherHer2)]
    [InlineData("pertuzamab", "pertuzumab", DrugClass.OtherHer2)]
    [InlineData("ペルツズマブ", "pertuzumab", DrugClass.OtherHer2)]
    [InlineData("维迪西妥单抗", "disitamab vedotin", DrugClass.OtherHer2)]
    [InlineData("RC48", "disitamab vedotin", DrugClass.OtherHer2)]
    [InlineData("Lapatinib ditosylate", "lapatinib", DrugClass.OtherHer2)]
    [InlineData("吡咯替尼", "pyrotinib", DrugClass.OtherHer2)]
    [InlineData("zanidatamab-hrii", "zanidatamab", DrugClass.OtherHer2)]
    public void DrugByText_OtherProduct_HasItsOwnName(string text, string name, DrugClass drugClass) =>
        Terms.Embedded.DrugByText(text).ShouldBe(new Drug(name, drugClass) { ForHer2Low = name is "trastuzumab deruxtecan", ForIhc2 = name is "disitamab vedotin" });

    [Theory]
    [InlineData("")]
    [InlineData("Trastuzumab ^89^Zr")]
    [InlineData("[⁸⁹Zr]Zr-trastuzumab PET")]
    [InlineData("Zirconium trastuzumab")]
    [InlineData("apatinib")]
    [InlineData("rituximab")]
    [InlineData("bevacizumab")]
    [InlineData("cantuzumab mertansine")]
    [InlineData("Batmabel")]
    [InlineData("irinotecan")]
    [InlineData("placebo")]
    [InlineData("trastuzumab placebo")]
    [InlineData("docetaxel/placebo")]
    [InlineData("datopotamab deruxtecan")]
    [InlineData("Dato-DXd")]
    public void DrugByText_OtherDrugOrTracer_IsNull(string text) => Terms.Embedded.DrugByText(text).ShouldBeNull();

    [Theory]
    [InlineData("trastuzumab ADC")]
    [InlineData("trastuzumab vedotin")]
    [InlineData("Trastuzumab-pamirtecan 100 mg")]
    [InlineData("trastuzumab ravtansine")]
    [InlineData("trastuzumab botidotin")]
    [InlineData("trastazumab vedotin")]
    [InlineData("trastuzumab-DM1")]
    public void DrugByText_ConjugateNotKnown_IsAnUncertainConjugate(string text) =>
        Terms.Embedded.DrugByText(text).ShouldBe(new Drug("trastuzumab conjugate", DrugClass.TrastuzumabAdc, Uncertain: true));

    [Theory]
    [InlineData("trastuzumab or placebo")]
    [InlineData("Placebo or trastuzumab")]
    [InlineData("trastuzumab/placebo")]
    [InlineData("Placebo / Herceptin")]
    [InlineData("Trastuzumab vs. placebo")]
    [InlineData("Trastuzumab oder Placebo + docetaxel")]
    public void DrugByText_BlindedProduct_IsUncertain(string text) =>
        Terms.Embedded.DrugByText(text).ShouldBe(new Drug("trastuzumab", DrugClass.Trastuzumab, Uncertain: true));

    [Theory]
    [InlineData("trastuzumab placebo", true)]
    [InlineData("trastuzumab or placebo", true)]
    [InlineData("89Zr-trastuzumab", true)]
    [InlineData("trastuzumab/placebo", true)]
    [InlineData("placebo", true)]
    [InlineData("trastuzumab and placebo", false)]
    [InlineData("trastuzumab + pertuzumab/placebo", false)]
    [InlineData("trastuzumab", false)]
    public void IsDoubtfulTreatment_Words_AreOfNoCertainDose(string text, bool expected) => Terms.Embedded.IsDoubtfulTreatment(text).ShouldBe(expected);

    [Theory]
    [InlineData("Kadcyla + Perjeta", "trastuzumab emtansine")]
    [InlineData("Perjeta/T-DXd", "trastuzumab deruxtecan")]
    public void DrugByText_ConjugateBesidePertuzumab_IsTheConjugate(string text, string name) =>
        Terms.Embedded.DrugByText(text).ShouldNotBeNull().Name.ShouldBe(name);

    [Fact]
    public void DrugByText_BlindedPair_IsThePairAndUncertain() =>
        Terms.Embedded.DrugByText("trastuzumab/placebo + pertuzumab/placebo")
            .ShouldBe(new Drug("pertuzumab + trastuzumab", DrugClass.Trastuzumab, Uncertain: true));

    [Fact]
    public void DrugByText_UnknownChineseConjugate_IsUncertain() =>
        Terms.Embedded.DrugByText("某曲妥珠")!.Uncertain.ShouldBeTrue();
}
