"""The screens, one module each: `layout()` and `register(app, services)`; no SQL, no arithmetic."""
