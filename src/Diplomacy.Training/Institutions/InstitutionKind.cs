namespace Diplomacy.Training;

/// <summary>What an institution is.</summary>
public enum InstitutionKind
{
    /// <summary>A ministry or another central body.</summary>
    Ministry,

    /// <summary>A department within a ministry.</summary>
    Department,

    /// <summary>An embassy: a mission abroad.</summary>
    Embassy,

    /// <summary>A permanent mission or delegation to an international organisation: a mission abroad.</summary>
    PermanentMission,

    /// <summary>A consulate general: a mission abroad.</summary>
    ConsulateGeneral,

    /// <summary>A consulate: a mission abroad.</summary>
    Consulate,

    /// <summary>An office of a province, city or district.</summary>
    ProvincialOffice,

    /// <summary>A partner organisation.</summary>
    Partner,
}

/// <summary>What is said of kinds of institutions.</summary>
public static class InstitutionKinds
{
    /// <summary>Whether institutions of this kind are missions abroad: embassies, permanent missions, consulates general and consulates.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsMission(this InstitutionKind kind) =>
        kind is InstitutionKind.Embassy or InstitutionKind.PermanentMission or InstitutionKind.ConsulateGeneral or InstitutionKind.Consulate;
}
