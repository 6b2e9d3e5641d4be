
namespace Diplomacy.Training.Tests.Certificates;

/// <summary>The check character catches every one of these slips, so each is tried in all places on hundreds of codes.</summary>
public sealed class VerificationCodeTypingErrors
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Codes = 300;

    [Fact]
    public void Every_wrong_character_is_caught() => EveryCode((code, refuse) =>
    {
        for (int place = 0; place < code.Length; place++)
        {
            foreach (char other in Alphabet.Where(c => c != code[place]))
            {
                refuse(With(code, (place, other)));
            }
        }
    }).Should().Be(Codes * 16 * 31);

    [Fact]
    public void Every_exchange_of_two_characters_is_caught_adjacent_or_not() => EveryCode((code, refuse) =>
    {
        for (int first = 0; first < code.Length; first++)
        {
            for (int second = first + 1; second < code.Length; second++)
            {
                if (code[first] != code[second])
                {
                    refuse(With(code, (first, code[second]), (second, code[first])));
                }
            }
        }
    }).Should().BeGreaterThan(Codes * 110);

    [Fact]
    public void Every_twin_typed_as_another_twin_is_caught() => EveryCode((code, refuse) =>
    {
        for (int place = 0; place < code.Length - 1; place++)
        {
            TryTwins(code, place, place + 1, refuse);
        }
    }).Should().Be(Codes * 15 * 31);

    [Fact]
    public void Every_twin_around_another_character_is_caught() => EveryCode((code, refuse) =>
    {
        for (int place = 0; place < code.Length - 2; place++)
        {
            TryTwins(code, place, place + 2, refuse);
        }
    }).Should().Be(Codes * 14 * 31);

    // A random code seldom has twins where they are wanted, so one is built: the last character is chosen to agree again.
    private static void TryTwins(string code, int first, int second, Action<string> refuse)
    {
        string twins = With(code, (second, code[first]));
        int free = Enumerable.Range(0, code.Length).Last(i => i != first && i != second);
        twins = Alphabet.Select(c => With(twins, (free, c))).Single(text => VerificationCode.TryParse(text, out _));
        foreach (char other in Alphabet.Where(c => c != twins[first]))
        {
            refuse(With(twins, (first, other), (second, other)));
        }
    }

    private static int EveryCode(Action<string, Action<string>> mistype)
    {
        int tried = 0;
        for (int i = 0; i < Codes; i++)
        {
            string code = VerificationCode.New().ToCompactString();
            mistype(code, wrong =>
            {
                tried++;
                if (VerificationCode.TryParse(wrong, out _, out var error) || error is not VerificationCodeError.CheckCharacterMismatch)
                {
                    Assert.Fail($"{wrong}, mistyped for {code}, was not caught by the check character: {error}.");
                }
            });
        }

        return tried;
    }

    private static string With(string code, params ReadOnlySpan<(int Place, char Character)> changes)
    {
        char[] characters = code.ToCharArray();
        foreach (var (place, character) in changes)
        {
            characters[place] = character;
        }

        return new string(characters);
    }
}
