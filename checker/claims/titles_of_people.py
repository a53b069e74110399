def cannot_be_one(a,b): return False
