namespace Financials.Client.Tests.SafeCreates;

/// <summary>When the service executes a request, whatever it answers.</summary>
internal enum ModelExecution
{
    Now,
    Never,

    /// <summary>Twice, because something on the way repeats it; the second answer is the one that arrives.</summary>
    Twice,

    /// <summary>After further requests: the request is still running when its answer has been given up.</summary>
    Late,
}
