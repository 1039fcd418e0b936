namespace Financials.Client.Configuration;

/// <summary>The forms in which services show the same data.</summary>
internal enum ServiceSurface
{
    /// <summary>The paths of Microsoft Graph, and the models of 2017 and their successors.</summary>
    Documented,

    /// <summary>Business Central's API v2.0.</summary>
    BusinessCentral,
}
