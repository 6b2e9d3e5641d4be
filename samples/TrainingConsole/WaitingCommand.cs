using System.Collections.Immutable;
using System.CommandLine;
using Diplomacy.Training;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary><c>waiting</c>: who waits for what, at which place, and what stands in the way.</summary>
internal static class WaitingCommand
{
    internal static Command Build()
    {
        Option<string> archive = WorkshopInArchive.ArchiveOption();
        Option<string> workshop = WorkshopInArchive.WorkshopOption();
        Option<string> at = WorkshopInArchive.AtOption();
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();
        var command = new DocumentedCommand("waiting", "The waiting list of a workshop, with places and what stands in the way.", """
            Who waits, in the order in which seats are passed on: the place in the line of the mode that is waited for, since when, and the limits that are full now.
            Whoever waits for a change keeps a seat meanwhile. A second table has the seats that are offered and not answered yet.
            Times are those of the host's clocks. The first digits of a registration are enough for the command history.

            Example: TrainingConsole waiting --at 2023-02-20T09:00
            """)
        {
            archive, workshop, at, json, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            WorkshopInArchive opened = await WorkshopInArchive.OpenAsync(parsed.GetRequiredValue(archive), parsed.GetValue(workshop), parsed.GetValue(at), cancellationToken);
            WaitingList list = await opened.Desks.Registrations.WaitingListAsync(opened.Id, null, int.MaxValue, cancellationToken);
            var names = new Dictionary<PersonId, Person?>();
            foreach (PersonId person in list.Entries.Select(e => e.Registration.Person).Concat(list.Offers.Select(o => o.Registration.Person)).Distinct())
            {
                names[person] = await opened.Desks.People.FindAsync(person, cancellationToken);
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(json) ? ConsoleJson.Write(WaitingDocument.Of(opened, list, names), j => j.WaitingDocument) : Page(opened, list, names, spoken));
            return ExitCode.Done;
        });
        return command;
    }

    internal static string Short(RegistrationId registration) => registration.ToString()[..8];

    private static string Page(WorkshopInArchive opened, WaitingList list, Dictionary<PersonId, Person?> names, Language language)
    {
        string In(string word) => ConsoleWords.In(language, word);
        var parts = new List<string> { opened.Heading(language) + (list.Promotes || list.Entries.IsEmpty ? "" : $"\n({In("seats are not passed on now")})") };
        var waiting = new TextTable((In("Waits for"), false), (In("No."), true), (In("Registration"), false), (In("Name"), false), (In("From"), false), (In("Since"), false), (In("Full now"), false));
        foreach (WaitingEntry entry in list.Entries)
        {
            Registration registration = entry.Registration;
            waiting.Add(
                $"{In(entry.IsChange ? "a change" : "a seat")}{(language == Language.Khmer ? '\u17D6' : ':')} {ConsoleWords.Mode(entry.Wanted.Mode, language)}{(entry.Wanted.Sitting is { } sitting ? $", {sitting}" : "")}",
                $"{entry.Position}", Short(registration.Id), WorkshopInArchive.NameOf(names[registration.Person], language), registration.Institution.ToString(),
                opened.Local(registration.WaitingSince ?? registration.RegisteredAt), string.Join("; ", entry.BindingLimits.Select(l => l.Describe(language))));
        }

        parts.Add(waiting.Count == 0 ? In("nobody waits") : waiting.ToString());
        if (!list.Offers.IsEmpty)
        {
            var offers = new TextTable((In("Offer ends"), false), (In("Registration"), false), (In("Name"), false), (In("From"), false), (In("Mode"), false));
            foreach (OfferedSeat offer in list.Offers)
            {
                offers.Add(
                    opened.Local(offer.Until), Short(offer.Registration.Id), WorkshopInArchive.NameOf(names[offer.Registration.Person], language),
                    offer.Registration.Institution.ToString(), ConsoleWords.Mode(offer.Registration.Mode, language));
            }

            parts.Add(offers.ToString());
        }

        return string.Join("\n\n", parts);
    }
}

/// <summary>What <c>waiting --json</c> prints. It holds names.</summary>
/// <param name="Workshop">The workshop's code.</param>
/// <param name="AsOf">The moment in UTC, ISO.</param>
/// <param name="Promotes">Whether freed seats are passed on now.</param>
/// <param name="PromotesUntil">Until when they are, in UTC, ISO.</param>
/// <param name="Waiting">Who waits, in order.</param>
/// <param name="Offers">Seats offered and not answered.</param>
internal sealed record WaitingDocument(string Workshop, string AsOf, bool Promotes, string? PromotesUntil, ImmutableArray<WaitingPerson> Waiting, ImmutableArray<OfferedPerson> Offers)
{
    internal static WaitingDocument Of(WorkshopInArchive opened, WaitingList list, Dictionary<PersonId, Person?> names) => new(
        opened.Id.ToString(), InstantPattern.ExtendedIso.Format(opened.Now), list.Promotes, list.PromotesUntil is { } until ? InstantPattern.ExtendedIso.Format(until) : null,
        [.. list.Entries.Select(e => new WaitingPerson(
            e.Position, e.Registration.Id.ToString(), names[e.Registration.Person]?.Name.Printed, names[e.Registration.Person]?.Name.Native?.Printed, e.Registration.Institution.ToString(),
            e.IsChange, ConsoleWords.Code(e.Wanted.Mode), e.Wanted.Sitting, InstantPattern.ExtendedIso.Format(e.Registration.WaitingSince ?? e.Registration.RegisteredAt),
            e.Registration.Priority, [.. e.Limits.Select(l => SeatsLimit.Of(l))]))],
        [.. list.Offers.Select(o => new OfferedPerson(
            o.Registration.Id.ToString(), names[o.Registration.Person]?.Name.Printed, names[o.Registration.Person]?.Name.Native?.Printed, o.Registration.Institution.ToString(),
            ConsoleWords.Code(o.Registration.Mode), InstantPattern.ExtendedIso.Format(o.Until)))]);
}

/// <summary>Somebody who waits; the name is null where it was erased.</summary>
internal sealed record WaitingPerson(
    int Position, string Registration, string? Name, string? NativeName, string Institution, bool IsChange, string Mode, string? Sitting, string Since, int Priority, ImmutableArray<SeatsLimit> Limits);

/// <summary>Somebody to whom a seat is offered; the name is null where it was erased.</summary>
internal sealed record OfferedPerson(string Registration, string? Name, string? NativeName, string Institution, string Mode, string Until);
