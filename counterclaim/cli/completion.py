import click


@click.command()
def completion() -> None:
    """x"""
