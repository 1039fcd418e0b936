using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Model;

/// <summary>The service answers a request with an error: the status, and the code and text of its payload.</summary>
internal sealed class ServiceException(int status, string code, string message) : Exception(message)
{
    /// <summary>The code of a key that is taken.</summary>
    public const string DuplicateKey = "Internal_EntityWithSameKeyExists";

    public int Status => status;

    public string Code => code;

    /// <summary>400 with a code of its own.</summary>
    public static ServiceException Refused(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    /// <summary>A query that can be read, but names something that does not exist or does not fit.</summary>
    public static ServiceException InvalidQuery(string message) => Refused("BadRequest", message);

    /// <summary>A query that cannot be read. The code's name means the expression, not an entity.</summary>
    public static ServiceException UnreadableQuery(string message) => Refused("BadRequest_NotFound", message);

    /// <summary>A page that is larger than the service makes them.</summary>
    public static ServiceException PageTooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "Unknown", $"The page size must not exceed {limit} entities.");

    /// <summary>A rule of the business logic.</summary>
    public static ServiceException Dialog(string message) => Refused("Application_DialogException", message);

    /// <summary>A field that does not have the value that it has to have.</summary>
    public static ServiceException Field(string message) => Refused("Application_FieldValidationException", message);

    public static ServiceException UnknownProperty(string name, string typeName) => Refused(
        "BadRequest",
        $"The property '{name}' does not exist on type 'Microsoft.NAV.{typeName}'. Make sure to only use property names that are defined by the type.");

    public static ServiceException ReadOnly(string name) => Refused("BadRequest", $"Control '{name}' is read-only.");

    public static ServiceException Duplicate(EntityType type, string key) => Refused(
        DuplicateKey,
        $"The record in table {type.Table} already exists. Identification fields and values: {type.KeyCaption}='{key}'");

    /// <summary>A value that has to be one of another table's, and is not.</summary>
    public static ServiceException Unrelated(string field, string table, string value, string related) => Refused(
        "Internal_InvalidTableRelation",
        $"The field {field} of table {table} contains a value ({value}) that cannot be found in the related table ({related}).");

    public static ServiceException NoRecord(string table) =>
        new(StatusCodes.Status404NotFound, "Internal_RecordNotFound", $"The {table} does not exist.");

    public static ServiceException NoSegment(string segment) =>
        new(StatusCodes.Status404NotFound, "BadRequest_ResourceNotFound", $"Resource not found for the segment '{segment}'.");

    public static ServiceException NotAllowed(string method, string segment) => new(
        StatusCodes.Status405MethodNotAllowed,
        "BadRequest_MethodNotAllowed",
        $"'{method}' requests for '{segment}' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services.");
}
