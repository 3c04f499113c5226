"""What is reported after a hire: the training taken (circular of 2020-05-27, 1(2)) and the figures."""
