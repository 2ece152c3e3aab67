"""`python -m bemanning.cli`: how a server starts its job processes."""

from bemanning.cli import main

main()
