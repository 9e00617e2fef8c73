"""What was done, changed, read and disclosed: append-only, written where the application role cannot forge.

Holds opaque identifiers, names of columns and values of plain columns only: never a name, a narrative or an address."""
