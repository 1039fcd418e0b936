namespace Financials.Client.ContractTests.Operations;

/// <summary>The ids in the files of <c>Exchanges</c>.</summary>
internal static class Ids
{
    public static readonly Guid Company = new("7c6d5e4f-0a1b-4c2d-8e3f-94a5b6c7d801");
    public static readonly Guid Customer = new("8f2a1c30-6b7d-4e59-a1c2-3d4e5f607182");
    public static readonly Guid Importers = new("2b9e4d71-5c83-4f06-9a1d-7e6f50c4b3a2");
    public static readonly Guid Journal = new("41c7d0e9-52b6-4a3f-8d70-96e5f4a3b2c1");
    public static readonly Guid Account = new("d2e3f4a5-b6c7-4d8e-9f0a-1b2c3d4e5f60");
    public static readonly Guid Payment = new("c3d4e5f6-1a2b-4c3d-9e8f-7a6b5c4d3e2f");
    public static readonly Guid Invoice = new("0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b6a");
    public static readonly Guid PostedInvoice = new("e9a8b7c6-d5e4-4f3a-8b2c-1d0e9f8a7b6c");
    public static readonly Guid TaxArea = new("592ce91b-e91b-592c-1be9-2c591be92c59");
    public static readonly Guid PaymentTerm = new("292944c5-44c5-2929-c544-2929c5442929");
    public static readonly Guid PaymentMethod = new("19caf68e-f68e-19ca-8ef6-ca198ef6ca19");
    public static readonly Guid ShipmentMethod = new("29227862-7862-2922-6278-222962782229");
    public static readonly Guid Currency = new("5323df69-df69-5323-69df-235369df2353");
    public static readonly Guid Line = new("5e4d3c2b-1a09-4f8e-9d7c-6b5a49382716");
    public static readonly Guid Item = new("70819203-a4b5-4c6d-8e7f-90a1b2c3d4e5");
    public static readonly Guid Pieces = new("3c4d5e6f-7081-4923-a4b5-c6d7e8f90a1b");
    public static readonly Guid Country = new("64738291-a0b1-4c2d-9e3f-405162738495");
    public static readonly Guid Entry = new("9d4a3f51-6e70-4182-9d9e-0f1a2b3c4d5e");
    public static readonly Guid Dimension = new("6a1f0c2e-3b4d-4e5f-8a6b-7c8d9e0f1a2b");
    public static readonly Guid DimensionValue = new("7b2e1d3f-4c5e-4f60-9b7c-8d9e0f1a2b3c");
    public static readonly Guid OtherDimensionValue = new("8d4f3051-6e70-4172-8d9e-0f1a2b3c4d5e");
    public static readonly Guid DefaultDimension = new("8c3f2e40-5d6f-4071-8c8d-9e0f1a2b3c4d");
    public static readonly Guid Attachment = new("b282a6f1-bfe3-4a11-aa60-000d3ad7cacb");
}
