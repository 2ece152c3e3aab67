"""Every Swedish word on screen, a module per screen. Presentation alone writes Swedish."""
