"""What refkit's field model is trained with."""
