namespace ImportPayments.Arguments;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    public const string Text = """
        Imports customer payments from a CSV file into a payment journal, each exactly once.

          ImportPayments <file.csv> [options]
          ImportPayments --example [file.csv] [--rows 100]

        The file has a header. Its values stand between semicolons, commas or tabs. Columns, in any
        order and case; the first four are required:

          customerNumber, amount, postingDate, documentNumber, externalDocumentNumber,
          appliesToInvoiceNumber, description, comment, reference

        Reading the file
          --map <column>=<name>    the file's name for a column, such as amount=Betrag; repeatable
          --culture <name>         whose numbers it has, such as da-DK (default: invariant, 1,234.50)
          --decimals <0-5>         the most decimals of an amount (default: 2)
          --date-format <format>   the form of its dates, such as dd.MM.yyyy; 2026-01-31 is always read
          --encoding <name>        how its text is encoded, such as windows-1252 (default: utf-8)
          --negate                 change the sign of every amount: a payment that was received has to
                                   be negative to be posted

        Importing
          --dry-run                check everything, send nothing
          --concurrency <1-5>      requests in flight at a time (default: 5, what the service works on)
          --ledger <file>          what was sent (default: <file.csv>.ledger, .sandbox.ledger for the
                                   sandbox)
          --rejects <file>         rows not imported, each with the reason; written anew by each run
                                   (default: <file.csv>.rejects.csv)

        Where to: a sandbox of Business Central on this machine, unless you name a tenant or a service
          --data <file>            the sandbox's data (default: <file.csv>.sandbox.json)
          --faults <0-1>           the share of creates that the sandbox disturbs, such as 0.05
          --seed <number>          the choice of these creates (default: 1)
          --tenant <tenant>        Business Central online, by the tenant's domain or id
          --environment <name>     the tenant's environment (default: production)
          --company <name>  --journal <code>
                                   the company and its payment journal
          --service <address> --scope <scope>
                                   API v2.0 at another address: on premises or behind a gateway
          --documented             the documented surface of 2017 instead of API v2.0: of the sandbox, at
                                   --service <address>, or in Microsoft Graph with --service graph
                                   Tokens come from Azure's default credential, or from the variable
                                   FINANCIALS_TOKEN

        Interrupted, stopped or killed? Run the same command again: it goes on where it stopped, and
        creates nothing twice. Ctrl+C ends after the payments under way, a second one at once.

        Correcting the file: rows that were rejected can be corrected in place, and are imported by
        the next run. Rows that were sent must stay what they are, and where they are: if one of them
        was changed or moved, nothing is sent and the row is named. With a reference column, a text of
        your own that is different in each row, rows may be moved, added and taken out. Correct rejects in
        the file or in the rejects file, not in both: importing the rejects file is an import of
        its own. Refused rows are retried by each run.

        Exit codes
          0    all rows are imported
          1    some rows were rejected
          2    the arguments or the file are bad, or the ledger is another import's
          3    stopped by the service: run it again
          130  interrupted: run it again
        """;
}
