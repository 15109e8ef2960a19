"""The system measured: indicators against targets, duties against evidence."""
