"""HTTP/2, which the SDK's Kinesis client speaks."""
