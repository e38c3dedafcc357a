namespace Pipeline.Web.Security;

/// <param name="Next">Page to go to afterwards.</param>
public sealed record SignInModel(string Next, bool WrongKey);
