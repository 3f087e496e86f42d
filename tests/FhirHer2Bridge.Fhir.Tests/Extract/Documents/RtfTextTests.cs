using System.Text;
using FhirHer2Bridge.Fhir.Extract.Documents;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Documents;

public sealed class RtfTextTests
{
    [Theory]
    [InlineData(@"HER2 negative (IHC 0).", "HER2 negative (IHC 0).")]
    [InlineData(@"\b HER2\b0  negative", "HER2 negative")]
    [InlineData(@"HER2\par negative\line IHC\sect x\page y", "HER2\nnegative\nIHC\nx\ny")]
    [InlineData("HER2\r\n 3+\\\r\nnext", "HER2 3+\nnext")]
    [InlineData(@"HER2\tab 3+", "HER2\t3+")]
    [InlineData(@"a\emdash b\endash c\bullet d\lquote e\rquote\ldblquote f\rdblquote", "a\u2014b\u2013c\u2022d\u2018e\u2019\u201Cf\u201D")]
    [InlineData(@"HER\-2\~3+ HER\_2", "HER2\u00A03+ HER\u20112")]
    [InlineData(@"\{HER2\} a\\b", "{HER2} a\\b")]
    [InlineData(@"{\footnote see addendum}x", " (see addendum)x")]
    [InlineData(@"3\super 1\nosupersub  HER\sub 2\nosupersub  3\super +", "3^1 HER2 3+")]
    [InlineData(@"3{\super 1}2", "3^12")]
    [InlineData(@"HER2 3\bin3 {}\+", "HER2 3+")]
    public void Of_MarksAndWords_AreTheirCharacters(string body, string expected) => Read(body).ShouldBe(expected);

    [Theory]
    [InlineData(@"\'fcberexprimiert", "überexprimiert")]
    [InlineData(@"\'DCber", "Über")]
    [InlineData(@"n\'e9gatif", "négatif")]
    [InlineData(@"\u252?berexprimiert", "überexprimiert")]
    [InlineData(@"\u252\'fcberexprimiert", "überexprimiert")]
    [InlineData(@"\u8722? 3+", "\u2212 3+")]
    [InlineData(@"\u-10179?\u-8704?", "😀")]
    [InlineData(@"\u-26490 ?", "领")]
    [InlineData(@"\u8805\'3e\'3d 10", "\u2265= 10")]
    [InlineData(@"{\uc0\u252 b}{\uc2\u252\'fc\'fcb}{\uc2\u252 ueb}", "übübüb")]
    [InlineData(@"\uc1\u252\~b\u252{b}", "übüb")]
    [InlineData(@"\u128512?", "😀")]
    public void Of_EscapedLetters_AreDecoded(string body, string expected) => Read(body).ShouldBe(expected);

    [Theory]
    [InlineData(@"\ansi\ansicpg1250", @"gruczo\'b3owy", "gruczołowy")]
    [InlineData(@"\ansi\ansicpg1251", @"\'ee\'f2\'f0", "отр")]
    [InlineData(@"\ansi\ansicpg936", @"HER2 \'d2\'f5\'d0\'d4", "HER2 阴性")]
    [InlineData(@"\ansi\ansicpg54936", @"HER2 \'d2\'f5\'d0\'d4", "HER2 阴性")]
    [InlineData(@"\ansi\ansicpg932", @"\'89\'41\'90\'ab", "陰性")]
    [InlineData(@"\mac", @"\'9fber", "über")]
    [InlineData(@"\pc", @"\'81ber", "über")]
    [InlineData(@"\pca", @"\'81ber", "über")]
    [InlineData(@"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}}", @"\'fc{\f1 \'ee}\'fc", "üоü")]
    [InlineData(@"\ansi\deff0{\fonttbl{\f0\fnil\fcharset134{\*\panose 02010600030101010101}SimSun{\*\falt Song};}}", @"\'d2\'f5\'d0\'d4", "阴性")]
    [InlineData(@"\ansi\deff0{\fonttbl\f0\fcharset0 Arial;\f2\fcharset2 Symbol;}", @"{\f2 \'b3}10 {\f2\'a3 a}", "\u226510 \u2264 α")]
    [InlineData(@"\ansi\deff0{\fonttbl{\f0 Arial;}{\f7\fcharset2 Wingdings;}}", @"{\f7\'fe} Positive {\f7\'a8} Negative", "[x] Positive [ ] Negative")]
    [InlineData(@"\ansi\deff0{\fonttbl{\f0 Arial;}{\f7\fcharset2 Wingdings;}}", @"{\f7\u-3842\'fe} Positive {\f7\u-3928\'a8} Negative", "[x] Positive [ ] Negative")]
    public void Of_CodePages_AreThoseOfDocumentAndFont(string head, string body, string expected) => Read(body, head).ShouldBe(expected);

    [Theory]
    [InlineData(@"{\*\unknowndestination HER2 3+}negative")]
    [InlineData(@"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\title HER2 3+}{\author X}}negative")]
    [InlineData(@"{\pict\wmetafile8 0102030405}{\*\shppict{\pict 01}}{\nonshppict{\pict 01}}negative")]
    [InlineData(@"{\header HER2 3+\par}{\footerf page}negative")]
    [InlineData(@"{\v HER2 3+}neg\v 3+\v0 ative")]
    [InlineData(@"{\deleted HER2 positive}nega\deleted\revauthdel1 3+\deleted0 tive")]
    [InlineData(@"{\strike positive}{\striked1 3+}neg\strike x\plain ative")]
    [InlineData(@"{\object\objemb{\*\objclass Word}{\*\objdata 0102}{\result negative}}")]
    [InlineData(@"{\field{\*\fldinst HYPERLINK ""HER2 3+""}{\fldrslt negative}}")]
    [InlineData(@"{\field{\fldinst DATE}{\fldrslt{\b negative}}}")]
    [InlineData(@"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt negative}}{\shprslt old}}")]
    [InlineData(@"{\xe HER2}{\*\bkmkstart a}negative{\*\bkmkend a}{\*\annotation HER2 3+}")]
    public void Of_WhatIsNotSeenOnThePage_IsLeftOut(string body) => Read(body).ShouldBe("negative");

    [Fact]
    public void Of_TableOfALaboratory_IsRowsOfCells() => Read(
        """
        \trowd\trgaph70\cellx3000\cellx6000\pard\intbl{\b Marker}\cell{\b Ergebnis}\cell\row
        \trowd\cellx3000\cellx6000\pard\intbl HER2 (IHC)\cell Score 2+\cell\row
        \trowd\cellx3000\cellx6000\pard\intbl HER2 (FISH)\cell\cell\row\pard Ende\par
        """).ShouldBe("Marker\tErgebnis\nHER2 (IHC)\tScore 2+\nHER2 (FISH)\t\nEnde\n");

    [Fact]
    public void Of_NestedTable_IsReadOnce() =>
        Read(@"\trowd outer\pard\intbl\itap2 HER2\nestcell 3+\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}\pard\intbl x\cell\row")
            .ShouldBe("outerHER2\t3+\nx\n");

    [Theory]
    [InlineData(@"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1\ffdefres0{\*\ffname A}}}}{\fldrslt }}Positive", "[x] Positive")]
    [InlineData(@"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres0}}}{\fldrslt }}Positive", "[ ] Positive")]
    [InlineData(@"{\field{\*\fldinst FORMTEXT {\*\formfield{\fftype0{\*\ffdeftext x}}}}{\fldrslt HER2 3+}}", "HER2 3+")]
    [InlineData(@"{\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2\ffres1{\*\ffl Positive}{\*\ffl Negative}}}}{\fldrslt }}", null)]
    public void Of_FormField_SaysWhatWasTicked(string body, string? expected) => Read(body).ShouldBe(expected);

    [Fact]
    public void Of_UnescapedUtf8_IsUnderstood() => RtfText.Of(Encoding.UTF8.GetBytes(@"{\rtf1\ansi HER2 überexprimiert}")).ShouldBe("HER2 überexprimiert");

    [Fact]
    public void Of_RawByteOfTheCodePage_IsUnderstood() => Read("HER2 \u00FCberexprimiert").ShouldBe("HER2 überexprimiert");

    [Fact]
    public void Of_TwoDocumentsInARow_AreBothRead() =>
        RtfText.Of(@"{\rtf1 HER2 2+}{\rtf1 Addendum: negative}"u8).ShouldBe("HER2 2+\nAddendum: negative");

    [Theory]
    [InlineData(@"{\rtf1 HER2 negative")]
    [InlineData(@"{\rtf1 {HER2 negative}")]
    [InlineData(@"{\rtf1 HER2} negative")]
    [InlineData(@"{\rtf1 HER2}}")]
    [InlineData(@"{\rtf1 HER2 \'f")]
    [InlineData(@"{\rtf1 HER2 \'zz}")]
    [InlineData(@"{\rtf1 HER2 \")]
    [InlineData(@"{\rtf1 HER2 \bin99 x}")]
    [InlineData(@"{\rtf1\ansi HER2 \'81}")]
    [InlineData(@"{\rtf1\ansi\ansicpg936 HER2 \'d2}")]
    [InlineData(@"{\rtf1\ansi\ansicpg99 HER2 \'d2}")]
    [InlineData(@"{\rtf1 HER2 \u-10179?}")]
    [InlineData(@"{\rtf1 HER2 \header negative}")]
    [InlineData(@"{\rtf1 HER2 \*\private negative}")]
    [InlineData(@"HER2 negative")]
    [InlineData("")]
    public void Of_BrokenOrCutOff_IsNotRead(string rtf) => RtfText.Of(Encoding.Latin1.GetBytes(rtf)).ShouldBeNull();

    private static string? Read(string body, string head = @"\ansi\ansicpg1252\deff0") =>
        RtfText.Of(Encoding.Latin1.GetBytes(@"{\rtf1" + head + (head.EndsWith('}') ? "" : " ") + body + "}\r\n\0"));
}
