namespace Pipeline.Host.Settings;

/// <summary>How the connection to a mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>It begins plain and is then encrypted, or given up.</summary>
    StartTls,

    /// <summary>Encrypted from its first byte.</summary>
    Tls,

    /// <summary>Not at all: for a server on this machine.</summary>
    None,
}
