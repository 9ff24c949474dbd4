"""What people see of a record: a page an answer, for a terminal, and flat rows for a spreadsheet."""
