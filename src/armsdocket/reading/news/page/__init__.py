"""The page an article stands on: its frame, its lines, its byline, its language."""
