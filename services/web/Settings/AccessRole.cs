namespace Pipeline.Web.Settings;

/// <summary>What somebody may do; each role includes the ones before it.</summary>
public enum AccessRole
{
    /// <summary>Look at everything and download it.</summary>
    Read,

    /// <summary>Decide about cells and records.</summary>
    Review,

    /// <summary>Replay failures, read documents again.</summary>
    Operate,
}
