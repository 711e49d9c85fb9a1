import click


@click.command()
def search() -> None:
    """x"""
