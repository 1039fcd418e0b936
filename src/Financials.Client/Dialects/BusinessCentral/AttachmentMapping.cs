using Financials.Client.Queries;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary><see cref="Attachment"/> as Business Central's API v2.0 has it.</summary>
internal sealed class AttachmentMapping : WritableMapping<Attachment, Wire.Attachment>
{
    public static AttachmentMapping Instance { get; } = new();

    public override PropertyTable Properties { get; } = new PropertyTable(BusinessCentralDialect.Name, encodesOptions: true)
    {
        { nameof(Attachment.Id), "id" },
        { nameof(Attachment.ParentId), "parentId" },
        { nameof(Attachment.FileName), "fileName" },
        { nameof(Attachment.ByteSize), "byteSize" },
        { nameof(Attachment.LastModified), "lastModifiedDateTime" },
        { nameof(Attachment.ParentType), "parentType" },
    };

    protected override void Write(Wire.Attachment wire, Attachment now, Attachment before, ref ChangedProperties changed) =>
        wire.FileName = changed.Text(now.FileName, before.FileName);

    protected override Attachment ReadProperties(ref RecordReader record)
    {
        Guid? id = null;
        string? etag = null;
        Guid? parentId = null;
        string? fileName = null;
        int? byteSize = null;
        DateTimeOffset? lastModified = null;
        AttachmentParentType? parentType = null;
        var expected = 0;
        while (record.Next(Properties, ref expected, out var property))
        {
            switch (property)
            {
                case nameof(Attachment.Id): id = record.Id(); break;
                case nameof(Attachment.ETag): etag = record.ETag(); break;
                case nameof(Attachment.ParentId): parentId = record.Id(); break;
                case nameof(Attachment.FileName): fileName = record.Text(); break;
                case nameof(Attachment.ByteSize): byteSize = record.Integer(); break;
                case nameof(Attachment.LastModified): lastModified = record.Instant(); break;
                case nameof(Attachment.ParentType): parentType = OptionName.Decoded(record.Option()) is { } typeName ? new AttachmentParentType(typeName) : null; break;
            }
        }

        return new()
        {
            Id = id,
            ETag = etag,
            ParentId = parentId,
            FileName = fileName,
            ByteSize = byteSize,
            LastModified = lastModified,
            ParentType = parentType,
        };
    }
}
