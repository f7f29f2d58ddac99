"""The migrations, rNNNN_what_it_does.py, one after another; env.py tells how one is added."""
