"""Publishing: the docket as tables, feeds and calendars."""
