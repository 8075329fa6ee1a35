"""What Alembic runs: the steps, on the keyed connection and in the transaction that it is handed."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=False,  # the caller's transaction holds all steps
)
context.run_migrations()
