"""``python -m armsdocket`` is the command line."""

from armsdocket.cli.main import run

if __name__ == "__main__":
    run()
