"""The composition root of the window: the one package that knows every layer. It begins in `stretchtimer.app.run`."""
