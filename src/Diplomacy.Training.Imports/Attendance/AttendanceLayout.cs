namespace Diplomacy.Training.Imports;

/// <summary>A layout in which a platform reports one row per connection: which column says what, under all headers it is known by.</summary>
internal sealed record AttendanceLayout(
    string Name,
    ImportColumn DisplayName,
    ImportColumn Email,
    ImportColumn Joined,
    ImportColumn Left,
    ImportColumn Minutes,
    ImportColumn InWaitingRoom)
{
    internal ImportColumn[] Columns { get; } = [DisplayName, Email, Joined, Left, Minutes, InWaitingRoom];
}
