namespace Financials.Client;

/// <content>Dimensions, their values, and where they are used.</content>
public static partial class FinancialsModelFactory
{
    /// <summary>A Dimension as read from a service.</summary>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="code">The code, at most 20 characters, unique in the company.</param>
    /// <param name="displayName">The name, at most 30 characters.</param>
    /// <param name="consolidationCode">The code in consolidation, at most 20 characters.</param>
    /// <param name="lastModified">When it was last changed.</param>
    /// <param name="values">The dimension's values; null unless the query asked to expand them.</param>
    public static Dimension Dimension(
        Guid? id = null,
        string? etag = null,
        string? code = null,
        string? displayName = null,
        string? consolidationCode = null,
        DateTimeOffset? lastModified = null,
        IReadOnlyList<DimensionValue>? values = null) =>
        Read(new Dimension
        {
            Id = id ?? Guid.NewGuid(),
            ETag = etag ?? MadeUpETag,
            Code = code,
            DisplayName = displayName,
            ConsolidationCode = consolidationCode,
            LastModified = lastModified,
            Values = values,
        });

    /// <summary>A DimensionValue as read from a service.</summary>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="code">The code, at most 20 characters, unique in its dimension.</param>
    /// <param name="dimensionId">The dimension.</param>
    /// <param name="displayName">The name, at most 50 characters.</param>
    /// <param name="consolidationCode">The code in consolidation, at most 20 characters.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static DimensionValue DimensionValue(
        Guid? id = null,
        string? etag = null,
        string? code = null,
        Guid? dimensionId = null,
        string? displayName = null,
        string? consolidationCode = null,
        DateTimeOffset? lastModified = null) =>
        Read(new DimensionValue
        {
            Id = id ?? Guid.NewGuid(),
            ETag = etag ?? MadeUpETag,
            Code = code,
            DimensionId = dimensionId,
            DisplayName = displayName,
            ConsolidationCode = consolidationCode,
            LastModified = lastModified,
        });

    /// <summary>A DefaultDimension as read from a service.</summary>
    /// <param name="dimension">The properties that a caller can set.</param>
    /// <param name="id">The id; a new one by default.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="dimensionCode">The dimension's code, at most 20 characters.</param>
    /// <param name="dimensionValueCode">The value's code, at most 20 characters.</param>
    /// <param name="lastModified">When it was last changed.</param>
    public static DefaultDimension DefaultDimension(
        DefaultDimension dimension,
        Guid? id = null,
        string? etag = null,
        Guid? customerId = null,
        string? dimensionCode = null,
        string? dimensionValueCode = null,
        DateTimeOffset? lastModified = null) =>
        Read(dimension with
        {
            Id = id ?? dimension.Id ?? Guid.NewGuid(),
            ETag = etag ?? dimension.ETag ?? MadeUpETag,
            CustomerId = customerId,
            DimensionCode = dimensionCode,
            DimensionValueCode = dimensionValueCode,
            LastModified = lastModified,
        });

    /// <summary>A DimensionSetLine as read from a service.</summary>
    /// <param name="line">The properties that a caller can set; without an id, it gets a new one.</param>
    /// <param name="etag">The version; a made-up one by default.</param>
    /// <param name="consolidationCode">The dimension's code in consolidation, at most 20 characters.</param>
    /// <param name="parentId">What the line belongs to.</param>
    /// <param name="displayName">The dimension's name, at most 30 characters.</param>
    /// <param name="valueConsolidationCode">The value's code in consolidation, at most 20 characters.</param>
    /// <param name="valueDisplayName">The value's name, at most 50 characters.</param>
    public static DimensionSetLine DimensionSetLine(
        DimensionSetLine line,
        string? etag = null,
        string? consolidationCode = null,
        Guid? parentId = null,
        string? displayName = null,
        string? valueConsolidationCode = null,
        string? valueDisplayName = null) =>
        Read(line with
        {
            Id = line.Id ?? Guid.NewGuid(),
            ETag = etag ?? MadeUpETag,
            ConsolidationCode = consolidationCode,
            ParentId = parentId,
            DisplayName = displayName,
            ValueConsolidationCode = valueConsolidationCode,
            ValueDisplayName = valueDisplayName,
        });
}
