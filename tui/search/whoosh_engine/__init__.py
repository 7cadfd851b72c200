"""Full-text search on Whoosh: its segments, table of contents, stored fields and lock; our postings and evaluation."""
