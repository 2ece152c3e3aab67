"""The command line: the services behind the screens, from a terminal. `application.main` is the `bemanning` command."""
