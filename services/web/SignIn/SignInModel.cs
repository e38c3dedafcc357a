namespace Pipeline.Web.SignIn;

/// <param name="Next">Page to go to afterwards.</param>
public sealed record SignInModel(string Next, bool WrongKey);
