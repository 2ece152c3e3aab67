"""The demo region: a made-up region's export files, whose sums are a published report's. Writes files, nothing else."""

from bemanning.demo.region import DemoFile, DemoRegion, write_demo_region

__all__ = ["DemoFile", "DemoRegion", "write_demo_region"]
