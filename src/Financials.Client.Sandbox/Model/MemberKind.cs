namespace Financials.Client.Sandbox.Model;

/// <summary>What a member holds.</summary>
internal enum MemberKind
{
    Id,
    Text,

    /// <summary>A key in capitals, without spaces around it.</summary>
    Code,

    /// <summary>A span of time, such as <c>1M+CM</c>.</summary>
    DateFormula,

    /// <summary>One of a list of texts.</summary>
    Option,
    Integer,

    /// <summary>A number that is stored as it was sent.</summary>
    Decimal,

    /// <summary>Money, which is stored rounded to what its currency is rounded to.</summary>
    Amount,

    Flag,
    Date,
    Instant,

    /// <summary>A postal address, which is read and written as a whole.</summary>
    Address,

    /// <summary>A code and its description, the form of 2017 for a reference.</summary>
    CodeDescription,

    /// <summary>Bytes, which are read and written at an address of their own.</summary>
    Media,
}
