using Diplomacy.Training.Khmer;

namespace Diplomacy.Training.Tests.Khmer;

public sealed class KhmerOrderCompare
{
    [Fact]
    public void A_letter_comes_by_itself_then_before_letters_then_with_vowels_then_with_subscripts() =>
        InOrder("ក", "កក", "កអ", "កា", "កិ", "កី", "កឹ", "កឺ", "កុ", "កូ", "កួ", "កើ", "កឿ", "កៀ", "កេ", "កែ", "កៃ", "កោ", "កៅ", "កុំ", "កំ", "កាំ", "កះ", "កិះ", "កុះ", "កេះ", "កោះ", "ក្ក", "ក្អ", "ខ");

    [Fact]
    public void Independent_vowels_stand_at_their_sound_or_at_their_letter() =>
        InOrder("អ", "អា", "អិន", "ឥន", "អីន", "ឦន", "អុក", "ឧក", "ឧខ", "អូវ", "ឪ", "អែ", "ឯ", "អៃ", "ឰ", "អោ", "ឱ", "ឱក", "អៅ", "ឳ")
            .And("រ", "រ្ស", "ឫ", "ឬ", "ល", "ល្ស", "ឭ", "ឮ", "វ");

    [Fact]
    public void A_robat_is_read_before_its_letter() => InOrder("ធន់", "ធរណី", "ធរ្ម", "ធម៌", "ធល", "ធ្នូ");

    [Fact]
    public void Signs_decide_only_between_words_that_are_otherwise_the_same() =>
        InOrder("សក", "ស័ក", "សខ").And("បុល", "ប៉ុល", "ប៊ុល", "បុលា").And("ដារា", "ដារ៉ា", "ដារិន");

    [Fact]
    public void Space_comes_before_letters_and_digits_before_khmer_and_khmer_before_latin() =>
        InOrder("", "ចាន់ សុភា", "ចាន់ណា", "ចាន់សុភា").And("-", "1", "២", "3", "ក", "ៅ", "A", "ézz", "z", "Ωμέγα", "Яна", "中").And("១០", "10ក", "២", "2ក");

    [Fact]
    public void Latin_letters_go_without_case_then_with_diacritics_then_with_case() =>
        InOrder("cote", "Cote", "coté", "côte", "Côté", "coter", "COTES").And("Strass", "Straße", "Strasse A").And("O'Brien", "O’Brien", "Obrien").And("łowicz", "Lu", "Øre", "os");

    [Theory]
    [InlineData("ក\u17D2រ\u17D2តា", "ក\u17D2ត\u17D2រា", "a subscript រ first")]
    [InlineData("ម\u17C9\u17D2ល", "ម\u17D2ល\u17C9", "a shifter before the subscript")]
    [InlineData("ស\u17BB\u17CA", "ស\u17CA\u17BB", "a shifter after the vowel")]
    [InlineData("ក\u17C6\u17BB", "ក\u17BB\u17C6", "ំ before ុ")]
    [InlineData("ក\u17C1\u17B6", "ក\u17C4", "ោ in two parts")]
    [InlineData("ក\u17C1\u17B8", "ក\u17BE", "ើ in two parts")]
    [InlineData("ធម\u17B6\u17CC", "ធម\u17CC\u17B6", "a robat after the vowel")]
    [InlineData("ក\u17D2ស\u17CC", "ក\u17CC\u17D2ស", "a robat after the subscript")]
    [InlineData("ក\u17BB\u200C\u17C6", "ក\u17BB\u17C6", "a zero-width character inside a vowel")]
    [InlineData("ច\u200Bន\u17D2\u200Bទ", "ចន\u17D2ទ", "zero-width spaces")]
    [InlineData("e\u0302\u0323", "ệ", "composed and decomposed")]
    [InlineData("\u212Bse", "Åse", "the angstrom sign")]
    public void Spellings_that_look_the_same_stand_together(string one, string other, string why)
    {
        KhmerOrder.Comparer.Compare(one, other).Should().NotBe(0, "only identical texts are equal");
        foreach (string end in (string[])["", "\u17CB", "ក", "z"])
        {
            byte[] x = KhmerOrder.KeyOf(one + end), y = KhmerOrder.KeyOf(other + end);
            int levels = y.Length - (2 * (other + end).Length);
            x[..levels].Should().Equal(y[..levels], why);
            x.Should().HaveCount(levels + (2 * (one + end).Length));
        }
    }

    [Fact]
    public void Null_comes_first()
    {
        KhmerOrder.Comparer.Compare(null, "").Should().BeNegative();
        KhmerOrder.Comparer.Compare("", null).Should().BePositive();
        KhmerOrder.Comparer.Compare(null, null).Should().Be(0);
        KhmerOrder.Comparer.Compare("ក", new string('ក', 1)).Should().Be(0);
    }

    private static Then InOrder(params string[] expected)
    {
        expected.Reverse().Order(KhmerOrder.Comparer).Should().Equal(expected);
        return new Then();
    }

    private sealed class Then
    {
        internal Then And(params string[] expected) => InOrder(expected);
    }
}
