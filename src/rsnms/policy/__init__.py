"""What an act says: typed policies read strictly from folders of YAML."""
