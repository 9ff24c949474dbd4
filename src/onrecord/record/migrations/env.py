"""Run by Alembic for every migration, over the connection that `version.migrate` hands in."""

from alembic import context

if __name__ == "env_py":  # as Alembic calls it; an import runs nothing
    context.configure(connection=context.config.attributes["connection"])
    context.run_migrations()
