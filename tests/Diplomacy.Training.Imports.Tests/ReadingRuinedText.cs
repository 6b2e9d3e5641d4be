using System.Text;

namespace Diplomacy.Training.Imports.Tests;

public sealed class ReadingRuinedText
{
    // As people in a diplomatic list really write them, where two accented letters, capitals, quotation marks or particles meet.
    private static readonly string[] s_names =
    [
        "José Núñez Peña", "François Müller", "Éléonore Lefèvre-Noël", "ANDRÉ BÉRÉGOVOY", "“ANDRÉ” DIDIER", "“‘René’” Dupré”…", "Zoë Ångström", "Jürgen Groß", "ČÍŽEK", "KŘÍŽ Ondřej", "Strážnický", "BENEŠOVÁ Markéta",
        "Ursuľa Šášky", "Nguyễn Thị Ánh Tuyết", "Trần Đình Hoàng", "Lê Văn Ổn", "Võ Thị Sáu", "Þórður Sigurðsson", "Łukasz Wąs", "Ştefănescu Ţuţea", "Ștefan Țuțea", "İlker Gökçe", "YıLDıZ", "Ayşe Çağlar", "Ðorđe Đilas",
        "Jón Bjarni Gunnarsson", "Maria da Conceição", "IRMÃ LÚCIA", "JOÃO BAPTISTA", "Ève L’Œuvre", "L'HAŸ-LES-ROSES", "María Ángeles Íñiguez", "Ólafur Ragnar Grímsson", "Jāņa Bērziņš", "Živilė Šiaučiūnaitė",
        "McDonald", "MacArthur", "van der Berg", "DeVries", "O'Brien", "d’Arc", "Al-Masri", "LeBlanc", "DiCaprio", "FitzGerald", "Núria Vil·la", "Ms. K. (Kitty) O’Neill",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_of_many_languages_pass_in_Latin_columns_and_with_a_warning_in_Khmer_ones()
    {
        List<ImportError> warnings = [];
        string rows = string.Concat(s_names.Select((name, i) => $"A-{i},\"{name}\",\"{name}\",MFAIC,Online,2026-02-01T08:00\n"));

        IReadOnlyList<RosterEntry> read = await Read("external_id,given,given_km,institution,mode,requested_at\n" + rows, new() { OnWarning = warnings.Add });

        read.Select(entry => entry.Person.Name.Given).Should().Equal(s_names.Select(name => name.Normalize()));
        warnings.Should().HaveCount(s_names.Length).And.OnlyContain(warning => warning.Code == "import.text-is-khmer" && warning.Column == "given_km");
    }

    [Theory]
    [InlineData("José")]
    [InlineData("Lefèvre")]
    [InlineData("Müller")]
    [InlineData("Đình")]
    [InlineData("Nguyễn")]
    [InlineData("Wąs")]
    [InlineData("sœur")]
    [InlineData("d’Arc")]
    [InlineData("តាំង")]
    [InlineData("ផល្លី")]
    [InlineData("សុខ ដារ៉ា")]
    [InlineData("山田")]
    [InlineData("Сергей")]
    public async Task UTF8_that_was_taken_for_another_encoding_is_refused(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (string misread in (string[])[Windows1252(name), Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name)), Windows1252(Windows1252(name))])
        {
            IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read($"external_id,given,institution,mode,requested_at\nA,{misread},MFAIC,Online,2026-02-01T08:00\n"));
            Sources.Told(errors).Should().Equal("2 given import.text-is-not-misread");
            errors[0].PersonalValue.Should().Be(misread);
        }
    }

    [Theory]
    [InlineData("RBHraCaNackRkm<úCa")]
    [InlineData("GgÁPaB")]
    [InlineData("sßab½n")]
    [InlineData("eQµaH")]
    [InlineData("muxtMenAg")]
    [InlineData("mRnþI")]
    [InlineData("KμanGanuPaB")]
    [InlineData("éf¶ExqñaMkMeNIt")]
    [InlineData("b¤cat;")]
    public async Task Khmer_typed_in_an_old_font_is_refused_with_what_to_do(string text)
    {
        IReadOnlyList<ImportError> errors = await Sources.Refused(() =>
            Read($"external_id,given,given_km,title_km,institution,mode,requested_at\nA,Dara,\"{text}\",\"{text}\",MFAIC,Online,2026-02-01T08:00\n"));

        Sources.Told(errors).Should().Equal("2 given_km import.text-is-unicode-khmer", "2 title_km import.text-is-unicode-khmer");
        errors[0].Explain(Language.English).Should().Contain("Convert the column to Khmer Unicode").And.NotContain(text);
        (await Read("external_id,given,given_km,institution,mode,requested_at\nA,Dara,ដារ៉ា Dara-K<1>,MFAIC,Online,2026-02-01T08:00\n")).Should().ContainSingle("it has Khmer letters");
    }

    [Fact]
    public async Task An_answer_may_ask_but_not_be_ruined()
    {
        var form = new RosterForm { Questions = [new("dietary")] };
        string Text(string answer) => $"external_id,given,institution,mode,requested_at,dietary\nA,Dara,MFAIC,Online,2026-02-01T08:00,\"{answer}\"\n";

        (await Read(Text("Really??\n No fish.\t"), form: form)).Single().Answers["dietary"].Should().Be("Really??\n No fish.\t");
        Sources.Told(await Sources.Refused(() => Read(Text("???????"), form: form))).Should().Equal("2 dietary import.text-is-undamaged");
        Sources.Told(await Sources.Refused(() => Read(Text("Pas de lÃ©gumes"), form: form))).Should().Equal("2 dietary import.text-is-not-misread");
    }

    [Fact]
    public async Task Every_Unicode_encoding_is_known_with_and_without_a_mark_and_others_are_told()
    {
        const string Text = "លេខសម្គាល់\tនាមខ្លួនជាអក្សរឡាតាំង\tស្ថាប័ន\tរបៀបចូលរួម\tកាលបរិច្ឆេទស្នើសុំ\nA\tDara\tMFAIC\tOnline\t2026-02-01T08:00\n";
        foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            (await Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)])).Should().ContainSingle();
            (await Read(encoding.GetBytes(Text))).Should().ContainSingle(encoding.WebName + " without a mark");
        }

        Sources.Told(await Sources.Refused(() => Read([.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Text)]))).Should().Equal("- - import.encoding-is-unicode");
        byte[] latin1 = Encoding.Latin1.GetBytes("external_id,given,institution,mode,requested_at\nA,José,MFAIC,Online,2026-02-01T08:00\n");
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => Read(latin1));
        Sources.Told(errors).Should().Equal("2 - import.text-is-utf8");
        errors[0].ToString().Should().Contain("are not UTF-8, and the file is not UTF-16 either");
    }

    private static string Windows1252(string text)
    {
        var encoding = Encoding.GetEncoding(1252);
        return string.Concat(Encoding.UTF8.GetBytes(text).Select(b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? (char)b : encoding.GetString([b])[0]));
    }

    private static Task<IReadOnlyList<RosterEntry>> Read(string text, ImportOptions? options = null, RosterForm? form = null) => Read(Encoding.UTF8.GetBytes(text), options, form);

    private static async Task<IReadOnlyList<RosterEntry>> Read(byte[] bytes, ImportOptions? options = null, RosterForm? form = null)
    {
        using var stream = new MemoryStream(bytes);
        return await RosterReader.ReadAsync(stream, "roster.csv", form: form, options: options, cancellationToken: Token);
    }
}
