"""Reading: from documents to sourced claims."""
