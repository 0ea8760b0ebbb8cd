"""HTTP APIs of API Gateway."""
