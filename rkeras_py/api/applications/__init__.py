"""Well-known architectures, optionally with weights trained on ImageNet."""
