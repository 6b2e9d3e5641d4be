namespace Diplomacy.Training.Khmer;

/// <summary>
/// A Khmer letter and the marks around it, in the order of the Unicode Standard (letter, robat, subscripts, shifter, vowel, signs) whatever order they were
/// typed in: marks in another order look the same.
/// </summary>
internal static class KhmerSyllable
{
    internal static bool Begins(char c) => IsLetter(c) || IsMark(c);

    /// <summary>Adds the syllable that a text begins with.</summary>
    /// <returns>How many characters it has.</returns>
    internal static int Add(ReadOnlySpan<char> text, ref SortLevels levels)
    {
        int first = IsLetter(text[0]) ? 1 : 0, length = first;
        while (length < text.Length && IsMark(text[length]))
        {
            length += Step(text, length);
        }

        ReadOnlySpan<char> marks = text[first..length];
        int robats = marks.Count(SortElements.Robat);
        if (first == 1)
        {
            robats -= AddLetter(text[0], robats > 0, ref levels);
        }

        // A subscript រ is drawn around the others and may be typed before them.
        AddSubscripts(marks, ofRo: false, ref levels);
        AddSubscripts(marks, ofRo: true, ref levels);
        foreach (char mark in marks)
        {
            if (IsShifter(mark))
            {
                levels.Add(SortElements.Find(mark));
            }
        }

        AddVowels(marks, ref levels);
        for (; robats > 0; robats--)
        {
            levels.Add(SortElements.Find(SortElements.Robat));
        }

        foreach (char mark in marks)
        {
            if (IsSign(mark))
            {
                levels.Add(SortElements.Find(mark));
            }
        }

        return length;
    }

    /// <returns>How many robats were taken in.</returns>
    private static int AddLetter(char letter, bool robat, ref SortLevels levels)
    {
        SortElement[] elements = SortElements.Find(letter)!;
        if (!robat || elements.Length > 1)
        {
            levels.Add(elements);
            return 0;
        }

        levels.Add(SortElements.Find(SortElements.Ro));
        levels.Add(SortElements.SubscriptSign);
        levels.Add(elements[0].AsVariant);
        return 1;
    }

    private static void AddSubscripts(ReadOnlySpan<char> marks, bool ofRo, ref SortLevels levels)
    {
        for (int i = 0; i < marks.Length; i += Step(marks, i))
        {
            bool pair = Step(marks, i) == 2;
            if (marks[i] == SortElements.Coeng && ofRo == (pair && marks[i + 1] == SortElements.Ro))
            {
                levels.Add(SortElements.SubscriptSign);
                levels.Add(pair ? SortElements.Find(marks[i + 1]) : []);
            }
        }
    }

    private static void AddVowels(ReadOnlySpan<char> marks, ref SortLevels levels)
    {
        char last = '\0';
        foreach (char mark in marks)
        {
            if (IsVowel(mark))
            {
                char drawn = Drawn(last, mark);
                if (drawn == '\0' && last != '\0')
                {
                    levels.Add(SortElements.Find(last));
                }

                last = drawn == '\0' ? mark : drawn;
            }
        }

        int nikahits = marks.Count(SortElements.Nikahit), reahmuks = marks.Count(SortElements.Reahmuk);
        char sign = nikahits > 0 ? SortElements.Nikahit : reahmuks > 0 ? SortElements.Reahmuk : '\0';
        if (last != '\0' && SortElements.FindVowel(last, sign) is { } compound)
        {
            levels.Add(compound);
            (nikahits, reahmuks) = nikahits > 0 ? (nikahits - 1, reahmuks) : (0, reahmuks - 1);
        }
        else if (last != '\0')
        {
            levels.Add(SortElements.Find(last));
        }

        for (; nikahits > 0; nikahits--)
        {
            levels.Add(SortElements.FindVowel('\0', SortElements.Nikahit)!.Value);
        }

        for (; reahmuks > 0; reahmuks--)
        {
            levels.Add(SortElements.FindVowel('\0', SortElements.Reahmuk)!.Value);
        }
    }

    /// <summary>The vowel that two vowels in a row are drawn as; 0 where they stay two.</summary>
    private static char Drawn(char first, char second) => (first, second) switch
    {
        (SortElements.VowelE, SortElements.VowelAa) => SortElements.VowelOo,
        (SortElements.VowelE, SortElements.VowelIi) => SortElements.VowelOe,
        _ => '\0',
    };

    private static int Step(ReadOnlySpan<char> text, int i) =>
        text[i] == SortElements.Coeng && i + 1 < text.Length && IsLetter(text[i + 1]) ? 2 : 1;

    private static bool IsLetter(char c) => c is >= '\u1780' and <= '\u17B3';

    private static bool IsMark(char c) => c is (>= '\u17B6' and <= '\u17D2') or '\u17DD';

    private static bool IsVowel(char c) => c is >= '\u17B6' and <= '\u17C5';

    private static bool IsShifter(char c) => c is '\u17C9' or '\u17CA';

    private static bool IsSign(char c) => c is '\u17C8' or '\u17CB' or (>= '\u17CD' and <= '\u17D1') or '\u17DD';
}
