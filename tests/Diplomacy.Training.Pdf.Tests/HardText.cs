namespace Diplomacy.Training.Pdf.Tests;

/// <summary>Khmer that engines get wrong, and what makes each line hard.</summary>
internal static class HardText
{
    public static TheoryData<string> Lines { get; } = new(
        "ស្ត្រី",                                      // two subscripts, one of which stands before, and a vowel above
        "ខ្ញុំ",                                        // subscript, vowel below, sign above
        "ក្រសួង",                                      // coeng ro stands before its consonant
        "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ",
        "ព្រះរាជាណាចក្រកម្ពុជា",
        "ជាតិ សាសនា ព្រះមហាក្សត្រ",
        "កោះ កៅ គេ គែ គៃ គើ គឿ គៀ",                     // split vowels and vowels that stand before
        "ស៊ី ប៉ី ម៉ៅ ហ៊ុន អ៊ំ ប៊ុន",                       // register shifters that move below
        "ធម៌ កម៌ វណ៌",                                  // robat
        "វិញ្ញាបនបត្របញ្ជាក់ការចូលរួម",                     // ញ with its own subscript
        "ព្រហស្បតិ៍ សៅរ៍ ច័ន្ទ",
        "កញ្ញា សុភ័ក្ត្រ លក្ខិណា",
        "សហប្រតិបត្តិការ\u200Bអន្តរជាតិ",                // a break without a space
        "ឆ្នាំ២០២៣ ព.ស. ២៥៦៦",
        "ឯកឧត្តម ឱកាស ឫទ្ធិ ឮ ឥណ្ឌា");                      // independent vowels
}
