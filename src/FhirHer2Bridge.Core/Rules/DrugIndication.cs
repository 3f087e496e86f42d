using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>The documented exceptions of reference 4d and 7 (F03).</summary>
internal static class DrugIndication
{
    /// <summary>
    /// A conjugate may be meant for a low or ultralow breast tumour; in gastric cancer negative has no sub-category. One drug is
    /// licensed in one country for gastric IHC 2+ without regard to ISH: only where the site says so.
    /// </summary>
    public static Indication Of(Drug drug, ReadAssessment negative, TumourKind tumour, RuleContext context)
    {
        if (drug.Class == DrugClass.TrastuzumabAdc && tumour != TumourKind.Gastric)
        {
            return !drug.ForHer2Low ? Indication.None : negative.Latest.Category is null ? Indication.LowCategoryUnknown : Indication.Meant;
        }

        if (drug.ForIhc2 && tumour == TumourKind.Gastric && context.Days(DrugAfterNegativeRule.Id, DrugAfterNegativeRule.DisitamabIhc2Licensed) == 1)
        {
            return negative.Latest.IhcScore switch
            {
                2 => Indication.Meant,
                null => Indication.IhcScoreUnknown,
                _ => Indication.None,
            };
        }

        return Indication.None;
    }
}

/// <summary>Whether a HER2-directed drug is meant for a negative tumour all the same.</summary>
internal enum Indication
{
    None,
    Meant,

    /// <summary>A conjugate, and nobody said whether the tumour is low.</summary>
    LowCategoryUnknown,

    /// <summary>A drug for IHC 2+, and no score is known.</summary>
    IhcScoreUnknown,
}
