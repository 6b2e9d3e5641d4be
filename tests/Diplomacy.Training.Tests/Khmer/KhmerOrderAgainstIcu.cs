using System.Globalization;
using CsCheck;
using Diplomacy.Training.Khmer;

namespace Diplomacy.Training.Tests.Khmer;

/// <summary>The judge is ICU with CLDR's collation for Khmer, which shares nothing with ours. Where it finds no difference, ours may still part two texts.</summary>
public sealed class KhmerOrderAgainstIcu
{
    // Letters beyond those that European, Vietnamese and romanised names need go by their code point; ı is an i here, in ICU a letter of its own.
    private static readonly char[] s_latin = [.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        .. Enumerable.Range(0xC0, 0x180 - 0xC0).Concat(Enumerable.Range(0x1E00, 0x100)).Select(c => (char)c).Where(c => char.IsLetter(c) && !"ıſĸŀĿŉẚẛẜẝẟỺỻỼỽỾỿ".Contains(c, StringComparison.Ordinal))];

    [Fact]
    public void Every_word_and_every_syllable_stands_where_icu_puts_it()
    {
        CompareInfo judge = Judge();
        string[] texts = [.. KhmerSyllables.Words.Concat(KhmerSyllables.All()).Distinct()];
        texts.Should().HaveCountGreaterThan(5_000);

        // Neighbours in one order and in the other: a text out of place has a wrong neighbour.
        string[] ours = [.. texts.Order(KhmerOrder.Comparer)];
        string[] theirs = [.. texts.Order(Comparer<string>.Create((x, y) => judge.Compare(x, y, CompareOptions.None)))];
        ours.Zip(ours.Skip(1)).Concat(theirs.Zip(theirs.Skip(1))).Where(pair => !Agree(judge, pair.First, pair.Second)).Should().BeEmpty();
    }

    [Fact]
    public void Words_of_several_syllables_stand_where_icu_puts_them()
    {
        CompareInfo judge = Judge();
        Gen.Select(KhmerSyllables.WellFormed, KhmerSyllables.WellFormed, KhmerSyllables.WellFormed).Sample(
            (beginning, x, y) =>
            {
                Agree(judge, x, y).Should().BeTrue();
                Agree(judge, beginning + x, beginning + y).Should().BeTrue();
                Agree(judge, beginning, beginning + y).Should().BeTrue();
            }, iter: 20_000);
    }

    [Fact]
    public void Latin_names_stand_where_icu_puts_them()
    {
        CompareInfo judge = Judge();
        Gen<string> names = Gen.OneOf(Gen.OneOf(s_latin), Gen.Char[' ', '~']).Array[1, 5].Select(letters => new string(letters));
        Gen.Select(names, names, names).Sample(
            (beginning, x, y) =>
            {
                Agree(judge, x, y).Should().BeTrue();
                Agree(judge, beginning + x, beginning + y).Should().BeTrue();
            }, iter: 20_000);
    }

    private static bool Agree(CompareInfo judge, string x, string y)
    {
        int theirs = Math.Sign(judge.Compare(x, y, CompareOptions.None));
        return theirs == 0 || theirs == Math.Sign(KhmerOrder.Comparer.Compare(x, y));
    }

    private static CompareInfo Judge()
    {
        CompareInfo? judge = KhmerOfTheRuntime();
        if (judge is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("The runtime has no ICU with Khmer collation: apt-get install libicu72, and globalization must not be invariant.");
        }

        Assert.SkipWhen(judge is null, "The runtime has no ICU with Khmer collation.");
        return judge!;
    }

    private static CompareInfo? KhmerOfTheRuntime()
    {
        try
        {
            // By code point, and in ICU without its data for Khmer, ឥ stands behind all of អ.
            CompareInfo khmer = CultureInfo.GetCultureInfo("km").CompareInfo;
            return khmer.Compare("ឥ", "អៅ", CompareOptions.None) < 0 ? khmer : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
