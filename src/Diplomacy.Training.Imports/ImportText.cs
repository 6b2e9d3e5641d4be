namespace Diplomacy.Training.Imports;

/// <summary>One text of this package: its stable code and its words in both languages.</summary>
internal sealed record ImportText(string Code, string English, string Khmer);
