"""Papers from released tables: phrases, charts, report, page, workbook, data package."""
