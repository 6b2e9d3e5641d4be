using System.Collections.Frozen;

namespace Diplomacy.Training.Khmer;

/// <summary>
/// Latin letters parted from their diacritics, marks in canonical order, characters that do not count left out. <see cref="string.Normalize()"/> is not used: it follows the
/// machine, and does nothing where globalization is switched off.
/// </summary>
internal static class Decomposition
{
    /// <summary>A letter has at most two diacritics.</summary>
    internal const int MaximalGrowth = 3;

    // Letters with a diacritic, by diacritic (UnicodeData, U+00C0 to U+024F and U+1E00 to U+1EFF). A stroke is a diacritic here, as in the Unicode collation.
    private static readonly (string Mark, string Bases, string Letters)[] s_diacritics =
    [
        ("\u0300", "AEIOUaeiouÜüNnĒēŌōWwÂâĂăÊêÔôƠơƯưYy", "ÀÈÌÒÙàèìòùǛǜǸǹḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳ"),
        ("\u0301", "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØøÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯư", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨứ"),
        ("\u0302", "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ"),
        ("\u0303", "ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy", "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ"),
        ("\u0304", "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyGgḶḷṚṛ", "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳḠḡḸḹṜṝ"),
        ("\u0306", "AaEeGgIiOoUuȨȩẠạ", "ĂăĔĕĞğĬĭŎŏŬŭḜḝẶặ"),
        ("\u0307", "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxYyſ", "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎẏẛ"),
        ("\u0308", "AEIOUaeiouyYHhÕõŪūWwXxt", "ÄËÏÖÜäëïöüÿŸḦḧṎṏṺṻẄẅẌẍẗ"),
        ("\u0309", "AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy", "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ"),
        ("\u030A", "AaUuwy", "ÅåŮůẘẙ"),
        ("\u030B", "OoUu", "ŐőŰű"),
        ("\u030C", "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ"),
        ("\u030F", "AaEeIiOoRrUu", "ȀȁȄȅȈȉȌȍȐȑȔȕ"),
        ("\u0311", "AaEeIiOoRrUu", "ȂȃȆȇȊȋȎȏȒȓȖȗ"),
        ("\u031B", "OoUu", "ƠơƯư"),
        ("\u0323", "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy", "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ"),
        ("\u0324", "Uu", "Ṳṳ"),
        ("\u0325", "Aa", "Ḁḁ"),
        ("\u0326", "SsTt", "ȘșȚț"),
        ("\u0327", "CcGgKkLlNnRrSsTtEeDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ"),
        ("\u0328", "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
        ("\u032D", "DdEeLlNnTtUu", "ḒḓḘḙḼḽṊṋṰṱṶṷ"),
        ("\u032E", "Hh", "Ḫḫ"),
        ("\u0330", "EeIiUu", "ḚḛḬḭṴṵ"),
        ("\u0331", "BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ"),
        ("\u0335", "DdHhLl", "ĐđĦħŁł"),
        ("\u0338", "Oo", "Øø"),
        ("\u0301", "\u0308", "\u0344"),
    ];

    private static readonly FrozenDictionary<char, (char Base, char Mark)> s_parts = s_diacritics
        .SelectMany(d => d.Letters.Select((letter, i) => KeyValuePair.Create(letter, (d.Bases[i], d.Mark[0])))).ToFrozenDictionary();

    /// <summary>Writes the decomposition.</summary>
    /// <returns>Its length.</returns>
    internal static int Of(ReadOnlySpan<char> text, Span<char> decomposed)
    {
        int length = 0, run = 0;
        foreach (char c in text)
        {
            if (DoesNotCount(c))
            {
                continue;
            }

            int begin = length;
            length += Part(Same(c), decomposed[length..]);
            if (CombiningClass(decomposed[begin]) == 0)
            {
                Reorder(decomposed[run..begin]);
                run = begin + 1;
            }
        }

        Reorder(decomposed[run..length]);
        return length;
    }

    private static int Part(char letter, Span<char> parts)
    {
        if (letter is < '\u00C0' or (> '\u0344' and < '\u1E00') or > '\u1EFF' || !s_parts.TryGetValue(letter, out (char Base, char Mark) pair))
        {
            parts[0] = letter;
            return 1;
        }

        int length = Part(pair.Base, parts);
        parts[length] = pair.Mark;
        return length + 1;
    }

    private static void Reorder(Span<char> marks)
    {
        if (marks.Length < 2)
        {
            return;
        }

        // Stable, and not quadratic however long somebody makes a run of marks.
        Span<long> order = marks.Length <= 16 ? stackalloc long[16] : new long[marks.Length];
        order = order[..marks.Length];
        for (int i = 0; i < marks.Length; i++)
        {
            order[i] = ((long)CombiningClass(marks[i]) << 48) | ((long)i << 16) | marks[i];
        }

        order.Sort();
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = (char)(order[i] & 0xFFFF);
        }
    }

    /// <summary>Characters that are canonically the same as another one.</summary>
    private static char Same(char c) => c switch
    {
        '\u0340' => '\u0300',
        '\u0341' => '\u0301',
        '\u0343' => '\u0313',
        '\u212A' => 'K',
        '\u212B' => 'Å',
        _ => c,
    };

    private static bool DoesNotCount(char c) =>
        c < ' ' ? c is < '\t' or > '\r'
        : c >= '\u007F' && c is '\u00AD' or '\u034F' or '\u061C' or '\u17B4' or '\u17B5' or '\u17D3' or '\uFEFF'
            or (>= '\u007F' and <= '\u0084') or (>= '\u0086' and <= '\u009F') or (>= '\u180B' and <= '\u180F') or (>= '\u200B' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFFF9' and <= '\uFFFB');

    private static int CombiningClass(char c) => c switch
    {
        '\u17D2' => 9,
        '\u17DD' => 230,
        < '\u0300' or > '\u036F' or '\u034F' => 0,
        >= '\u0334' and <= '\u0338' => 1,
        '\u0321' or '\u0322' or '\u0327' or '\u0328' => 202,
        '\u031B' => 216,
        '\u0315' or '\u031A' or '\u0358' => 232,
        '\u0345' => 240,
        '\u035C' or '\u035F' or '\u0362' => 233,
        '\u035D' or '\u035E' or '\u0360' or '\u0361' => 234,
        (>= '\u0316' and <= '\u0333') or (>= '\u0339' and <= '\u033C') or (>= '\u0347' and <= '\u0349') or '\u034D' or '\u034E'
            or (>= '\u0353' and <= '\u0356') or '\u0359' or '\u035A' => 220,
        _ => 230,
    };
}
