using System.CommandLine;
using System.Text;
using Diplomacy.Training;
using Diplomacy.Training.Journal;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary><c>verify</c>: whether a certificate stands in the register, and what it states.</summary>
internal static class VerifyCommand
{
    internal static Command Build()
    {
        var code = new Argument<string[]>("code")
        {
            Description = "The code printed on the certificate beside the QR code, or the link that the QR code holds. Case, dashes and spaces do not matter.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var store = new Option<string>("--store")
        {
            Description = "The register: the archive that the workshop sample leaves behind.",
            HelpName = "file",
            DefaultValueFactory = _ => Archive.DefaultFile,
        };
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();

        var command = new DocumentedCommand("verify", "Whether a certificate is genuine, and what it states.", """
            Whether a certificate is genuine, and what it states, to be compared with the page in your hand.
            A typing error is told before anything is looked up.
            Exit codes: 0 valid, 1 not in the register or not in force, 2 mistyped, or the register cannot be read.

            Example: TrainingConsole verify 0123-4567-89AB-CDE4
            """)
        {
            code, store, json, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            string typed = TypedCode.Read(string.Join(' ', parsed.GetValue(code) ?? []));
            bool asJson = parsed.GetValue(json);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (TypedCode.Mistaken(typed, spoken) is { } mistaken)
            {
                if (asJson)
                {
                    await output.WriteLineAsync(ConsoleJson.Write(new VerificationDocument("mistyped", mistaken.Explanation, mistaken.Error, null), j => j.VerificationDocument));
                }

                await parsed.InvocationConfiguration.Error.WriteLineAsync(Faults.OneLine(mistaken.Explanation));
                return ExitCode.BadUsageOrInput;
            }

            Verification verification = await VerifyAsync(typed, parsed.GetRequiredValue(store), cancellationToken);
            string explanation = verification.Explain(spoken);
            if (asJson)
            {
                await output.WriteLineAsync(ConsoleJson.Write(VerificationDocument.Of(verification, explanation), j => j.VerificationDocument));
            }

            if (verification is Verification.Valid valid)
            {
                if (!asJson)
                {
                    await output.WriteLineAsync(Page(explanation, valid.Facts, spoken));
                }

                return ExitCode.Done;
            }

            await parsed.InvocationConfiguration.Error.WriteLineAsync(Faults.OneLine(explanation));
            return verification is Verification.Mistyped ? ExitCode.BadUsageOrInput : ExitCode.RefusedOrNotFound;
        });
        return command;
    }

    private static async Task<Verification> VerifyAsync(string typed, string store, CancellationToken cancellationToken)
    {
        // Told without a register too: a typing error needs none.
        if (!VerificationCode.TryParse(typed, out _, out VerificationCodeError? error))
        {
            return new Verification.Mistyped(error);
        }

        InMemoryTrainingStore register = await Archive.ReadAsync("--store", store, null, cancellationToken);
        return await new CertificateVerifier(register, register).VerifyAsync(typed, cancellationToken);
    }

    private static string Page(string explanation, CertificateFacts facts, Language language)
    {
        string[] labels = ["Number", "Level", "Name", "Workshop", "Held", "Hours", "Venue", "Issuer", "Issued", "Signed by"];
        int width = labels.Max(label => ConsoleWords.Width(ConsoleWords.In(language, label))) + 1;
        var page = new StringBuilder().Append(Faults.OneLine(explanation)).Append('\n');
        Line("Number", facts.Number.ToString());
        Line("Level", ConsoleWords.In(language, VerificationDocument.Word(facts.Level)));
        Line("Name", Joined(facts.Honorific?.English, facts.PrintedName));
        Line("", Joined(facts.Honorific?.Khmer, facts.NativeName));
        Line("Workshop", facts.Title.English);
        Line("", facts.Title.Khmer);
        Line("Held", facts.FirstDay == facts.LastDay ? LocalDatePattern.Iso.Format(facts.FirstDay) : $"{LocalDatePattern.Iso.Format(facts.FirstDay)} to {LocalDatePattern.Iso.Format(facts.LastDay)}");
        Line("Hours", facts.Hours.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture));
        Line("Venue", facts.Venue?.English);
        Line("", facts.Venue?.Khmer);
        Line("Issuer", facts.IssuerName.English);
        Line("", facts.IssuerName.Khmer);
        Line("Issued", Joined(LocalDatePattern.Iso.Format(facts.IssuedOn), facts.PlaceOfIssue?.English));
        Line("Signed by", Joined(facts.Signatory?.Name.English, facts.Signatory?.Title.English, ", "));
        Line("", Joined(facts.Signatory?.Name.Khmer, facts.Signatory?.Title.Khmer));
        return page.ToString().TrimEnd();

        void Line(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                page.Append("  ").Append(ConsoleWords.Padded(ConsoleWords.In(language, label), width)).Append(Faults.OneLine(value)).Append('\n');
            }
        }

        static string Joined(string? first, string? second, string between = " ") => string.Join(between, new[] { first, second }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
