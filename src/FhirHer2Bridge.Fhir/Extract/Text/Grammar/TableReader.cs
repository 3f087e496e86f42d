using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// A row of a table, made a sentence: the name of its column is put before each value ("Copies: 27.5"), and where the columns are
/// the tests ("ER  PR  HER2" over "90 %  5 %  2+"), the value below HER2 is put behind its name.
/// </summary>
internal sealed class TableReader
{
    private const int FewestCells = 2;
    private List<List<Piece>> _header = [];

    /// <param name="row">The pieces of one sentence; changed where it is a row below a header.</param>
    /// <param name="before">What parts it from the sentence before.</param>
    public void Read(List<Piece> row, TokenSpace before)
    {
        if (before >= TokenSpace.Paragraph)
        {
            _header = [];
        }

        // Most sentences have no columns: nothing is built for them.
        if (!row.Exists(static piece => piece.Cue == Cue.Bar || piece.Before == TokenSpace.Column))
        {
            return;
        }

        var cells = Cells(row);
        if (cells.Count < FewestCells)
        {
            return;
        }

        if (IsHeader(cells))
        {
            _header = cells;
        }
        else if (_header.Count > 0)
        {
            Rewrite(row, cells);
        }
    }

    private void Rewrite(List<Piece> row, List<List<Piece>> cells)
    {
        var test = _header.FindIndex(static cell => cell.Exists(static piece => piece.NamesHer2));
        var label = cells.Count - _header.Count;
        if (!row.Exists(static piece => piece.NamesHer2) && test >= 0 && label is 0 or 1)
        {
            var value = cells[test + label];
            row.Clear();
            row.AddRange([.. _header[test], Mark(Cue.Colon, value[0]), .. value]);
        }
        else if (cells[0].Exists(static piece => piece.NamesHer2) && label == 0)
        {
            row.Clear();
            for (var column = 0; column < cells.Count; column++)
            {
                row.AddRange(Named(_header[column], cells[column]));
            }
        }
    }

    /// <summary>A value below the name of what it measures; a column of reference values says nothing of the patient.</summary>
    private static List<Piece> Named(List<Piece> name, List<Piece> cell)
    {
        if (name.Exists(static piece => piece.Cue == Cue.Aside))
        {
            return [];
        }

        var measure = name.Find(static piece => piece.Cue is Cue.RatioWord or Cue.SignalsWord or Cue.CopiesWord or Cue.ScoreWord).Cue;
        return measure != Cue.Unknown && cell[0].Cue is Cue.Number or Cue.Compare ? [Mark(measure, cell[0]), .. cell] : cell;
    }

    /// <summary>A piece that the writer left to the layout: it takes up no words.</summary>
    private static Piece Mark(Cue cue, Piece before) => new(cue, before.Start, before.Start, TokenSpace.Column);

    /// <summary>Names only: what is measured, or the tests themselves.</summary>
    private static bool IsHeader(List<List<Piece>> cells)
    {
        var pieces = cells.SelectMany(static cell => cell).ToList();
        var names = cells.Count(static cell => cell.Exists(static piece => piece.NamesHer2 || piece.Cue is Cue.Marker));
        var measures = pieces.Count(static piece => piece.Cue is Cue.RatioWord or Cue.SignalsWord or Cue.CopiesWord or Cue.ScoreWord or Cue.Aside or Cue.TestWord);
        return (names >= 2 || measures >= 1) && !pieces.Exists(static piece => piece.Cue is Cue.Number or Cue.Plus or Cue.Minus or Cue.Pending or Cue.NotDone or Cue.Colon || (piece.IsFinding && piece.Cue is not (Cue.Amplification or Cue.Expression or Cue.Mutation)));
    }

    private static List<List<Piece>> Cells(List<Piece> row)
    {
        var cells = new List<List<Piece>>();
        var isOpen = false;
        foreach (var piece in row)
        {
            if (piece.Cue == Cue.Bar)
            {
                isOpen = false;
                continue;
            }

            if (!isOpen || piece.Before >= TokenSpace.Column)
            {
                cells.Add([]);
            }

            cells[^1].Add(piece);
            isOpen = true;
        }

        return cells;
    }
}
