using System.Data.Common;

namespace Financials.Client.Ledger.Sql;

/// <summary>Reads columns that may be null.</summary>
internal static class Rows
{
    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Guid? Id(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    public static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
