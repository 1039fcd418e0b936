using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>What a blocked customer must not have.</summary>
internal static class BlockedCustomer
{
    /// <summary>Only those that are blocked for everything get no payments.</summary>
    /// <param name="customer">The customer; null for none.</param>
    /// <param name="action">What is about to be done: create or post.</param>
    /// <exception cref="ServiceException">The customer is blocked.</exception>
    public static void CheckPayment(Entity? customer, string action) => Check(customer, action, "All");

    /// <summary>An invoice is refused to those blocked for invoices; to those blocked for shipments when it is posted, because that ships.</summary>
    /// <exception cref="ServiceException">The customer is blocked.</exception>
    public static void CheckInvoice(Entity? customer, string action)
    {
        Check(customer, action, "All");
        Check(customer, action, "Invoice");
        if (action == "post")
        {
            Check(customer, action, "Ship");
        }
    }

    private static void Check(Entity? customer, string action, string type)
    {
        if (customer?.Values.Text("blocked") == type)
        {
            throw ServiceException.Dialog($"You cannot {action} this type of document when Customer {customer.Values.Text("number")} is blocked with type {type}");
        }
    }
}
