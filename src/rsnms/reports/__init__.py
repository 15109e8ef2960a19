"""What people look at: tables, files and records made from policies and decisions."""
