import click


@click.command()
def disputes() -> None:
    """x"""
