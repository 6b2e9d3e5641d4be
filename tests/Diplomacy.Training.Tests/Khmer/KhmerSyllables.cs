using CsCheck;

namespace Diplomacy.Training.Tests.Khmer;

/// <summary>Khmer as it is written: real words and names, every syllable of a letter with its marks, and such as nobody should write.</summary>
internal static class KhmerSyllables
{
    internal const string Consonants = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវឝឞសហឡអ";
    internal const string IndependentVowels = "\u17A3\u17A4ឥឦឧឨឩឪឫឬឭឮឯឰឱឲឳ";
    internal const string Shifters = "\u17C9\u17CA";
    internal const string Signs = "\u17C8\u17CB\u17CD\u17CE\u17CF\u17D0\u17D1\u17DD";
    internal const string Coeng = "\u17D2", Robat = "\u17CC";

    /// <summary>In the order of the dictionary.</summary>
    internal static readonly string[] Vowels =
    [
        "", "\u17B6", "\u17B7", "\u17B8", "\u17B9", "\u17BA", "\u17BB", "\u17BC", "\u17BD", "\u17BE", "\u17BF", "\u17C0", "\u17C1", "\u17C2", "\u17C3", "\u17C4", "\u17C5",
        "\u17BB\u17C6", "\u17C6", "\u17B6\u17C6", "\u17C7", "\u17B7\u17C7", "\u17BB\u17C7", "\u17C1\u17C7", "\u17C4\u17C7",
    ];

    /// <summary>Real words and names; no two are the same.</summary>
    internal static readonly string[] Words =
    [
        // Days, months, years and eras.
        "អាទិត្យ", "ច័ន្ទ", "ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ",
        "មិគសិរ", "បុស្ស", "មាឃ", "ផល្គុន", "ចេត្រ", "ពិសាខ", "ជេស្ឋ", "អាសាឍ", "បឋមាសាឍ", "ទុតិយាសាឍ", "ស្រាពណ៍", "ភទ្របទ", "អស្សុជ", "កត្តិក", "កត្ដិក", "កក្ដិក",
        "ជូត", "ឆ្លូវ", "ខាល", "ថោះ", "រោង", "ម្សាញ់", "មមី", "មមីរ", "មមែ", "វក", "រកា", "ច", "កុរ", "សំរឹទ្ធិស័ក", "ឯកស័ក", "ទោស័ក", "ត្រីស័ក", "ចត្វាស័ក", "បញ្ចស័ក", "ឆស័ក", "សប្តស័ក", "អដ្ឋស័ក", "នព្វស័ក",
        "ពុទ្ធសករាជ", "ថ្ងៃទី", "ខែ", "ឆ្នាំ", "កើត", "រោច",
        // Words of office.
        "ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ", "សាសនា", "ព្រះមហាក្សត្រ", "សម្ដេច", "ឯកឧត្ដម", "ឯកឧត្តម", "លោកជំទាវ", "លោក", "លោកស្រី", "ឧកញ៉ា", "អ្នកឧកញ៉ា", "កញ្ញាលីដា", "បណ្ឌិត", "ក្រសួងការបរទេស",
        "សហប្រតិបត្តិការអន្តរជាតិ", "វិញ្ញាបនបត្រ", "លិខិតបញ្ជាក់", "វគ្គបណ្តុះបណ្តាល", "ស្តីពី", "ចាប់ពីថ្ងៃទី", "ដល់", "ធ្វើនៅ", "ភេទ", "រដ្ឋមន្ត្រី", "ទីប្រឹក្សា", "ស្ថានទូតកម្ពុជា", "សិក្ខាសាលា", "ការទូតឌីជីថល",
        "និង", "ធម៌", "ធម្ម", "ធរណី", "កម៌", "កម្ម", "ពណ៌", "វណ្ណ", "ឱ្យ", "ឲ្យ", "ឥឡូវ", "ឪពុក", "ឮ", "ឬ", "ឫស", "ឭ", "រូប", "លិខិត", "អាណា", "អោយ", "អូន", "អុក", "អី",
        // Family and given names.
        "ចាន់", "ចាន់ណា", "ចាន់ថា", "ចាន់ សុភា", "ចាន់ សុខា", "ជា", "ជា សុខា", "ជួន", "ឈន", "ឈឿន", "កែវ", "កែវ បុប្ផា", "កុល", "កៅ", "ខៀវ", "ខុន", "គង់", "គឹម", "គឹម ហេង", "ឃុន", "ឃឹម", "ង៉ែត", "ង៉ោ", "ឆាយ", "ឆេង",
        "ញ៉ែម", "ញឹក", "ដារ៉ា", "ដារា", "ដួង", "តាំង", "តូច", "តាន់", "ថន", "ថាច់", "ថៃ", "ទេព", "ទូច", "ធារ៉ា", "ធឿន", "ធី", "នួន", "នាង", "នី", "នៅ", "បុប្ផា", "បូរ៉ា", "ប៊ុន", "ប៊ុនធឿន", "ប៉ុល", "ប៉ែន", "ប៉ាង", "ប្រាក់", "ប្រាក់ សុខុន",
        "ផល្លា", "ផាន", "ពេជ្រ", "ពៅ", "ពិសិដ្ឋ", "ភិរម្យ", "ភារុណ", "ម៉ៅ", "ម៉ម", "ម៉េង", "មុំ", "មុនី", "យិន", "យឹម", "រតនា", "រស្មី", "រិទ្ធី", "ឫទ្ធី", "ឬទ្ធី", "រដ្ឋា", "លី", "លីដា", "លឹម", "លាង", "វណ្ណា", "វណ្ណៈ", "វិចិត្រ", "វាសនា", "វុទ្ធី", "វ៉ាន់",
        "ស៊ីផា", "ស៊ីម", "ស៊ុន", "សុខ", "សុខា", "សុភា", "សុភាព", "សុវណ្ណ", "សុវណ្ណា", "សុផល", "សុធា", "សំ", "សំណាង", "សាំ", "សៅ", "ស្រី", "ស្រីពៅ", "ស្រីមុំ", "ស្រីនាង", "សម្បត្តិ", "ហេង", "ហ៊ុន", "ហ៊ាង", "ហុង", "ហៃ", "ឡុង", "ឡេង", "ឡាយ",
        "អ៊ុក", "អ៊ុំ", "អៀង", "អ៊ិន", "អ៊ុច", "ឧត្តម", "ឧត្ដម", "ឧត្តរា", "ឥន្ទ", "ឥន្ទ្រា", "ឯក", "ឯម", "ឱម", "ឱក", "ឧបល",
    ];

    /// <summary>Every letter with every vowel; every letter with every subscript; two subscripts; robat, shifters and signs; every independent vowel.</summary>
    internal static IEnumerable<string> All()
    {
        foreach (char letter in Consonants)
        {
            yield return letter + Robat;
            foreach (string vowel in Vowels)
            {
                yield return letter + vowel;
                yield return $"{letter}\u17C9{vowel}";
            }

            foreach (char subscript in Consonants)
            {
                yield return letter + Coeng + subscript;
                yield return $"{letter}{Coeng}{subscript}{Vowels[1 + ((letter + subscript) % (Vowels.Length - 1))]}";
                yield return $"{letter}{subscript}";
            }

            foreach (char sign in Signs)
            {
                yield return $"{letter}{sign}";
                yield return $"ក{letter}{sign}ក";
            }
        }

        foreach (char vowel in IndependentVowels)
        {
            yield return vowel.ToString();
            yield return $"{vowel}ក";
            yield return $"{vowel}{Coeng}យ";
            yield return $"ស{Coeng}{vowel}";
        }
    }

    /// <summary>Words of one to three syllables, every mark in its place.</summary>
    internal static Gen<string> WellFormed { get; } = Gen.OneOf(
        Gen.Select(Gen.OneOf(Consonants.ToCharArray()), Subscripts(), Maybe(Shifters, 5), Gen.OneOf(Vowels), Maybe(Signs, 3), (letter, subscripts, shifter, vowel, sign) => letter + subscripts + shifter + vowel + sign),
        Gen.Select(Gen.OneOf(IndependentVowels.ToCharArray()), Maybe(Signs, 3), (vowel, sign) => vowel + sign),
        Gen.OneOf(Consonants.ToCharArray()).Select(letter => letter + Robat),
        Gen.OneOf(" ", "-", "'", "(", "។", "៘", "ៗ", "៛", "ៜ", "1", "២", "a", "B", "é")).Array[1, 4].Select(parts => string.Concat(parts));

    /// <summary>Khmer letters and marks in no order at all.</summary>
    internal static Gen<string> Broken { get; } = Gen.OneOf(
        Gen.Char['\u1780', '\u17FF'],
        Gen.OneOf('\u17D2', '\u179A', '\u17CC', '\u17C6', '\u17C7', '\u17B6', '\u17BB', '\u17C1', '\u200B', '\u200C', 'a', 'B', '\u0301', '\u0323', '\uD83D', '\uDE00')).Array[0, 6].Select(units => new string(units));

    private static Gen<string> Subscripts() =>
        Gen.Select(Gen.OneOf(Consonants.Where(c => c != 'រ').ToArray()), Gen.OneOf(Consonants.ToCharArray()), Gen.Int[0, 5], (first, second, many) =>
            many switch { 0 => Coeng + first + Coeng + second, 1 or 2 => Coeng + second, _ => "" });

    private static Gen<string> Maybe(string marks, int outOf) =>
        Gen.Select(Gen.OneOf(marks.ToCharArray()), Gen.Int[1, outOf], (mark, which) => which == 1 ? mark.ToString() : "");
}
