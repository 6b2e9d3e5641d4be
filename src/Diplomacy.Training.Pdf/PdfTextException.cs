namespace Diplomacy.Training.Pdf;

/// <summary>
/// A text cannot be printed as it stands. <see cref="Exception.Message"/> names the field and the cause but never
/// the text, which may be a person's name: that is in <see cref="Text"/>, for those who may see it.
/// </summary>
public abstract class PdfTextException : Exception
{
    private protected PdfTextException(string message, string field, string text)
        : base(message)
    {
        Field = field;
        Text = text;
    }

    /// <summary>Where the text came from: the property of the document, such as <c>Name.Khmer</c> or <c>Statement.English[1]</c>.</summary>
    public string Field { get; }

    /// <summary>The text as given. It may be personal data; keep it out of logs.</summary>
    public string Text { get; }
}
