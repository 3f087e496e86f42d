using FhirHer2Bridge.Service.Output;

namespace FhirHer2Bridge.Service.Tests.Output;

public sealed class LabelRowsTests
{
    [Fact]
    public void Assign_Overlapping_DropsTheLeftOneBelow() =>
        LabelRows.Assign([(0, 100), (50, 100), (300, 50)]).ShouldBe([1, 0, 0]);

    [Fact]
    public void Assign_AnyCrowd_NoTwoLabelsOverlapAndNoLeaderCrossesALabel()
    {
        (double X, double Width)[] labels = [.. Enumerable.Range(0, 60).Select(static i => ((double)(i * i * 37 % 640), 60.0 + (i * 13 % 90)))];

        var rows = LabelRows.Assign(labels);

        for (var a = 0; a < labels.Length; a++)
        {
            for (var b = 0; b < labels.Length; b++)
            {
                var isUnder = a != b && labels[a].X > labels[b].X && labels[a].X < labels[b].X + labels[b].Width;
                (isUnder && rows[a] >= rows[b]).ShouldBeFalse($"{a} and {b}");
            }
        }
    }
}
