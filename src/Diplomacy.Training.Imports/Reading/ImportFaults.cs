namespace Diplomacy.Training.Imports;

/// <summary>Collects what is wrong with one file, up to the limit.</summary>
internal sealed class ImportFaults(string source, ImportOptions options)
{
    private readonly List<ImportError> _errors = [];
    private bool _full;

    internal string Source { get; } = source;

    internal ImportOptions Options { get; } = options;

    /// <summary>Whether no more errors are kept, so that reading on is of no use.</summary>
    internal bool IsFull => _full;

    internal bool Any => _errors.Count > 0;

    /// <summary>Everything told so far, in the order in which it was found.</summary>
    internal IReadOnlyList<ImportError> All => [.. _errors];

    /// <summary>Whether anybody hears warnings.</summary>
    internal bool TellsWarnings => Options.OnWarning is not null;

    internal void Add(ImportText text, int? row = null, string? column = null, string? personal = null, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (_full)
        {
            return;
        }

        if (_errors.Count == Options.MaximumErrors)
        {
            _full = true;
            _errors.Add(new(Source, null, null, ImportWords.ErrorListIsComplete.Code, null, [("limit", Options.MaximumErrors)]));
            return;
        }

        _errors.Add(new(Source, row, column, text.Code, personal, arguments));
    }

    internal void Warn(ImportText text, int row, string? column, string? personal, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Options.OnWarning?.Invoke(new(Source, row, column, text.Code, personal, arguments));

    internal void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            // Some checks need the whole file; their errors still stand where a person looks for them.
            throw new ImportException([.. _errors.OrderBy(error => error.Code == ImportWords.ErrorListIsComplete.Code ? int.MaxValue : error.Row ?? 0)]);
        }
    }

    internal ImportException Refuse(ImportText text, int? row = null, string? column = null, string? personal = null, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        Add(text, row, column, personal, arguments);
        return new ImportException([.. _errors]);
    }

    /// <summary>
    /// A value as a message may show it. What is not short printable ASCII without an @ may be a person's name or address in the wrong column,
    /// so the message shows an ellipsis and the value goes to <see cref="ImportError.PersonalValue"/>.
    /// </summary>
    internal static (string Shown, string? Personal) Show(string value) =>
        value.Length <= 40 && value.All(c => c is >= ' ' and <= '~' and not '@') ? (value, null) : ("…", value);
}
