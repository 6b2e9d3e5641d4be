using System.Diagnostics;
using System.Security.Cryptography;
using CsCheck;
using Diplomacy.Training.Khmer;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Khmer;

public sealed class KhmerOrderKeyOf
{
    private static readonly Gen<string> s_texts = Gen.OneOf(KhmerSyllables.WellFormed, KhmerSyllables.Broken, KhmerSyllables.Broken, Unicode.Any);

    [Fact]
    public void Keys_are_in_the_order_of_the_texts_whatever_these_are() =>
        Gen.Select(s_texts, s_texts).Sample((x, y) => Math.Sign(Keys(x, y)).Should().Be(Math.Sign(KhmerOrder.Comparer.Compare(x, y))), iter: 50_000);

    [Fact]
    public void The_order_is_total_and_only_identical_texts_are_equal() =>
        Gen.Select(s_texts, s_texts, s_texts).Sample((x, y, z) =>
        {
            int xy = Math.Sign(KhmerOrder.Comparer.Compare(x, y)), yz = Math.Sign(KhmerOrder.Comparer.Compare(y, z)), xz = Math.Sign(KhmerOrder.Comparer.Compare(x, z));
            KhmerOrder.Comparer.Compare(x, new string(x)).Should().Be(0);
            Math.Sign(KhmerOrder.Comparer.Compare(y, x)).Should().Be(-xy);
            (xy == 0).Should().Be(x == y);
            if (xy <= 0 && yz <= 0)
            {
                xz.Should().Be(Math.Min(xy, yz), "it is transitive");
            }
        }, iter: 50_000);

    [Fact]
    public void No_key_is_longer_than_was_said()
    {
        s_texts.Sample(text => KhmerOrder.KeyOf(text).Length.Should().BeLessThanOrEqualTo(KhmerOrder.MaximalKeyLength(text.Length)), iter: 20_000);
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            foreach (int times in (int[])[1, 64, 65])
            {
                if (times == 1 || unit is < 0x3100 or > 0xF000)
                {
                    string text = new((char)unit, times);
                    KhmerOrder.KeyOf(text).Length.Should().BeLessThanOrEqualTo(KhmerOrder.MaximalKeyLength(times));
                }
            }
        }

        KhmerOrder.MaximalKeyLength(0).Should().Be(KhmerOrder.KeyOf("").Length);
        FluentActions.Invoking(() => KhmerOrder.MaximalKeyLength(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => KhmerOrder.MaximalKeyLength(int.MaxValue)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => KhmerOrder.KeyOf(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Canonically_equivalent_texts_stand_together() =>
        Gen.OneOf(Gen.Char['\u00C0', '\u017F'], Gen.Char['\u1E00', '\u1EFF'], Gen.Char['\u0300', '\u036F'], Gen.Char['\u1780', '\u17DD']).Array[1, 6].Select(units => new string(units)).Sample(
            text =>
            {
                foreach (var form in (System.Text.NormalizationForm[])[System.Text.NormalizationForm.FormC, System.Text.NormalizationForm.FormD])
                {
                    string same = text.Normalize(form);
                    Levels(same).Should().Equal(Levels(text));
                }
            }, iter: 20_000);

    [Fact]
    public void A_hostile_text_takes_time_in_proportion_to_its_length()
    {
        string[] hostile =
        [
            string.Concat(Enumerable.Repeat("\u0323\u0301\u17DD", 300_000)),
            "ក" + string.Concat(Enumerable.Repeat("\u17D2រ\u17C6\u17B6\u17CC", 200_000)),
            new string('\u17D2', 1_000_000),
            new string('\uD800', 1_000_000),
        ];

        // In proportion it is well under a second; quadratic, it would be an hour.
        var watch = Stopwatch.StartNew();
        foreach (string text in hostile)
        {
            KhmerOrder.KeyOf(text).Should().NotBeEmpty();
        }

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_key_never_changes_without_a_new_version()
    {
        KhmerOrder.Version.Should().Be(1);
        Convert.ToHexString(KhmerOrder.KeyOf("ចាន់ Sok")).Should().Be("01" + "4D705B" + "0AA49F98" + "00" + "020202C7" + "00" + "020202020204" + "00" + "178517B6179317CB00200053006F006B");

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in KhmerSyllables.All().Concat(Enumerable.Range(0, 0x10000).Select(unit => "ក" + (char)unit)))
        {
            digest.AppendData(KhmerOrder.KeyOf(text));
        }

        Convert.ToHexString(digest.GetHashAndReset())[..16].Should().Be("23A27B962D612623", "a stored key of version 1 means this order");
    }

    private static int Keys(string x, string y) => KhmerOrder.KeyOf(x).AsSpan().SequenceCompareTo(KhmerOrder.KeyOf(y));

    private static byte[] Levels(string text) => KhmerOrder.KeyOf(text)[..^(2 * text.Length)];
}
