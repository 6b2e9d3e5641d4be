namespace Diplomacy.Training.Journal;

/// <summary>Rules of the journal and of commands.</summary>
internal static class JournalRules
{
    internal static readonly CatalogText CommandIsNew = new(
        "journal.command-is-new",
        "Command {command} was already used on {stream} for something else. Use a new command id for a new command.",
        "បញ្ជា {command} ត្រូវបានប្រើរួចហើយលើ {stream} សម្រាប់កិច្ចការផ្សេង។ សូមប្រើលេខបញ្ជាថ្មី។");

    internal static readonly CatalogText StreamIsUnderstood = new(
        "journal.stream-is-understood",
        "{stream} holds the event {type} (version {version}) of a newer version of the library and can only be read. Update the library to write to it.",
        "{stream} មានព្រឹត្តិការណ៍ {type} (កំណែ {version}) ពីបណ្ណាល័យកំណែថ្មីជាង ហើយអាចអានបានតែប៉ុណ្ណោះ។ សូមធ្វើបច្ចុប្បន្នភាពបណ្ណាល័យ។");

    internal static readonly CatalogText StreamIsCalm = new(
        "journal.stream-is-calm",
        "{stream} changed {attempts} times while the command was decided. Try again.",
        "{stream} បានផ្លាស់ប្តូរ {attempts} ដង ខណៈពេលកំពុងសម្រេចបញ្ជា។ សូមព្យាយាមម្តងទៀត។");

    internal static readonly CatalogText ActorMay = new(
        "permission.actor-may",
        "This needs the permission {permission} on {scope}.",
        "កិច្ចការនេះត្រូវការសិទ្ធិ {permission} លើ {scope}។");

    internal static CatalogText[] All => [CommandIsNew, StreamIsUnderstood, StreamIsCalm, ActorMay];
}
