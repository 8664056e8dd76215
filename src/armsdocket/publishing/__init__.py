"""Publishing: the docket as tables, feeds, calendars and pages."""
