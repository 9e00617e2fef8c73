"""Keys and sealed content: one data key for each record, documents, destruction. Nothing lives here yet."""
