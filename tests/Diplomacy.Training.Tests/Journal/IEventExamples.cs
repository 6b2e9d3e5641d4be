using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Journal;

/// <summary>
/// One example of each event of a stage, from which its golden file is written and checked. Each stage has its own implementation in this
/// folder, found by reflection: a class without parameters is all it takes.
/// </summary>
public interface IEventExamples
{
    /// <summary>A stream in which these events can stand.</summary>
    StreamId Stream { get; }

    /// <summary>One example per event record, every property with a telling value.</summary>
    IEnumerable<TrainingEvent> Examples { get; }

    /// <summary>The string properties that may stand in these events, as <c>Type.Property</c>: codes and the names of public bodies, never data about a person.</summary>
    IEnumerable<string> Texts { get; }

    /// <summary>The types of these events that may hold a <see cref="LocalizedText"/>, such as an institution's name; none for events about people.</summary>
    IEnumerable<Type> MayHoldLocalizedText { get; }
}
