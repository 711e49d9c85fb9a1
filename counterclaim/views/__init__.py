"""The ledger, arranged for one screen: plain values that page, command line and API share."""
