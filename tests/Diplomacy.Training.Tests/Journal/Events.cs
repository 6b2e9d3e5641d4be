using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Journal;

/// <summary>All event records of the library and all their examples, found by reflection.</summary>
internal static class Events
{
    internal static IReadOnlyList<Type> Types { get; } =
        [.. typeof(TrainingEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TrainingEvent)) && !t.IsAbstract && t != typeof(UnknownEvent))];

    /// <summary>Ids, codes and the like, which are compared as a whole.</summary>
    internal static IReadOnlyList<Type> ValueTypes { get; } =
        [.. typeof(TrainingEvent).Assembly.GetTypes().Where(t => t.IsValueType && t.IsPublic && !t.IsGenericTypeDefinition)];

    internal static IReadOnlyList<IEventExamples> Stages { get; } =
        [.. typeof(Events).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IEventExamples))).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (IEventExamples)Activator.CreateInstance(t)!)];

    internal static IReadOnlyList<TrainingEvent> Examples { get; } = [.. Stages.SelectMany(s => s.Examples)];
}
