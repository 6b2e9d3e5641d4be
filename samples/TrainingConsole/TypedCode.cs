using Diplomacy.Training;

namespace TrainingConsole;

/// <summary>What people type or paste where a verification code belongs.</summary>
internal static class TypedCode
{
    /// <summary>The code within a pasted link, such as <c>https://training.mfaic.example/v/CODE</c>: its last part. Anything else as it is.</summary>
    internal static string Read(string typed)
    {
        string text = typed.Trim();
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            return text;
        }

        int end = text.AsSpan().IndexOfAny('?', '#');
        string path = (end < 0 ? text : text[..end]).TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>What was taken for a code by mistake: nothing at all, or the certificate's number. Null where it may be a code.</summary>
    internal static (string Error, string Explanation)? Mistaken(string code, Language language)
    {
        bool khmer = language == Language.Khmer;
        if (code.Length == 0)
        {
            return ("verification-code.wrong-length", khmer
                ? "សូមវាយបញ្ចូលលេខកូដ ១៦ តួអក្សរ ដែលបោះពុម្ពនៅក្បែរកូដ QR។"
                : "Type the code: the 16 letters and digits that are printed beside the QR code.");
        }

        if (RegisterNumber.TryParse(code.ToUpperInvariant(), out RegisterNumber number))
        {
            return ("verify.register-number", khmer
                ? $"{number} គឺជាលេខវិញ្ញាបនបត្រ មិនមែនលេខកូដទេ។ សូមវាយបញ្ចូលលេខកូដ ១៦ តួអក្សរ ដែលបោះពុម្ពនៅក្បែរកូដ QR។"
                : $"{number} is the certificate's number, not its code. Type the code: the 16 letters and digits that are printed beside the QR code.");
        }

        return null;
    }
}
