"""What the ministry reads and takes away."""
