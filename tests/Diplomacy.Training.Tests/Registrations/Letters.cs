using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Nominations to test with.</summary>
internal static class Letters
{
    internal static readonly Actor FocalPoint = Actor.FocalPoint("mission:us");

    internal static NominationLetter Letter(string number = "125/23 EMB-WAS") => new(number, new LocalDate(2023, 1, 20), new LocalizedText("ឯកអគ្គរដ្ឋទូត", "The Ambassador"));

    internal static Candidate Principal(PersonId person, DeliveryMode mode = DeliveryMode.Online) => new(person, mode);

    internal static Candidate InReserve(PersonId person) => new(person, DeliveryMode.Online) { IsAlternate = true };

    internal static NominationRequest Request(params Candidate[] candidates) => new(Registrar.Code, Registrar.Washington, Letter(), candidates);

    internal static Task<NominationOutcome> NominateAsync(this Office office, params Candidate[] candidates) => office.NominateAsync(Request(candidates));

    internal static Task<NominationOutcome> NominateAsync(this Office office, NominationRequest request, CommandId? command = null) =>
        office.Registrations.NominateAsync(request, FocalPoint, command).AsTask();

    internal static Task<SubstitutionOutcome> ReplaceAsync(this Office office, RegistrationId registration, PersonId? person = null, CommandId? command = null, NominationLetter? letter = null) =>
        office.Registrations.ReplaceAsync(Registrar.Code, registration, new(letter ?? Letter("126/23"), "recalled") { Person = person }, FocalPoint, command).AsTask();

    internal static Task<NominationWithdrawal> WithdrawAsync(this Office office, NominationId nomination, bool cancels, CommandId? command = null, NominationLetter? letter = null) =>
        office.Registrations.WithdrawNominationAsync(Registrar.Code, nomination, "recalled", cancels, FocalPoint, letter, command).AsTask();

    internal static async Task<Registration> RegistrationAsync(this Office office, RegistrationId id) => (await office.Registrations.ListAsync(Registrar.Code)).Single(r => r.Id == id);

    internal static async Task<PersonId> WhoAsync(this Office office, RegistrationId id) => (await office.RegistrationAsync(id)).Person;

    /// <summary>What a nomination was told, as text.</summary>
    internal static string Told(NominationOutcome outcome) => $"{outcome.Nomination}\n{string.Join('\n', outcome.Principals.Select(Office.Told))}";
}
