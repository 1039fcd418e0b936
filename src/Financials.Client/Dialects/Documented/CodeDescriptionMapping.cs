using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>The values of 2017 for payment terms and methods.</summary>
internal static class CodeDescriptionMapping
{
    private static readonly PropertyTable Properties = new()
    {
        { nameof(CodeDescription.Code), "code" },
        { nameof(CodeDescription.Description), "description" },
    };

    /// <returns>Null, and so an explicit "nothing" in the request, for <see cref="CodeDescription.None"/>.</returns>
    public static Wire.CodeDescription? ToWire(CodeDescription value) => value == CodeDescription.None
        ? null
        : new() { Code = value.Code, Description = value.Description };

    /// <summary>
    /// Whether a stored value is the one that was sent. Its description is the service's own, and later services return ids
    /// in its place.
    /// </summary>
    public static bool Agree(CodeDescription sent, CodeDescription? stored) =>
        stored is null || string.IsNullOrEmpty(sent.Code) || string.Equals(sent.Code, stored.Code, StringComparison.OrdinalIgnoreCase);

    public static CodeDescription? Read(ref RecordReader record)
    {
        if (record.IsNull)
        {
            return null;
        }

        record.BeginObject();
        string? code = null, description = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(CodeDescription.Code): code = record.Text(); break;
                case nameof(CodeDescription.Description): description = record.Text(); break;
            }
        }

        var value = new CodeDescription { Code = code, Description = description };
        return value == CodeDescription.None ? null : value;
    }
}
