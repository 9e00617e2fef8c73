"""`./run bench match`: *Seen before?* measured: who is found, how many are shown, how fast, beside Splink."""
