using Microsoft.AspNetCore.Http;

namespace Financials.Sandbox.Queries;

/// <summary>The service answers a query with an error: the status, and the code and text of its payload.</summary>
internal sealed class QueryRefusedException : Exception
{
    private QueryRefusedException(int status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    public int Status { get; }

    public string Code { get; }

    /// <summary>The query can be read, but names something that does not exist or does not fit.</summary>
    public static QueryRefusedException Invalid(string message) => new(StatusCodes.Status400BadRequest, "BadRequest", message);

    /// <summary>The query cannot be read. The code's name means the expression, not an entity.</summary>
    public static QueryRefusedException Unreadable(string message) => new(StatusCodes.Status400BadRequest, "BadRequest_NotFound", message);

    /// <summary>The page asked for is larger than the service makes them.</summary>
    public static QueryRefusedException PageTooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "Unknown", $"The page size must not exceed {limit} entities.");
}
