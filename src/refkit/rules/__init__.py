"""The rules, one file each. A new rule is a new file that defines RULE; nothing else needs to know of it."""
