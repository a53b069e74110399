"""Article -> Claim: clean, split, take apart into clauses, attribute, resolve."""
