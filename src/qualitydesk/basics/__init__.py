"""What every part may use: time, money, ids, words, errors. Imports nothing of ours."""
