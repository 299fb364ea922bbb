"""The other way that was weighed: an open stream for each phone on an async server.

One task asks the database four times a second for the numbers of each room that somebody
listens to; whoever listens is sent them when they change. All else is Django as it is.
"""

import asyncio
import os
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
django.setup()

from asgiref.sync import sync_to_async  # noqa: E402
from django.core.asgi import get_asgi_application  # noqa: E402
from django.core.handlers.asgi import ASGIHandler  # noqa: E402

from alongside.learning.queries.room import pulse  # noqa: E402

pages: ASGIHandler = get_asgi_application()
OFTEN = 0.25
listening: dict[UUID, set[asyncio.Queue]] = {}
tasks: set = set()


async def watch() -> None:
    """Tell whoever listens to a room when its numbers change."""
    last: dict[UUID, str] = {}
    while True:
        for room, queues in list(listening.items()):
            found = await sync_to_async(pulse)(room)
            told = f"{found.version}.{found.tally}"
            if queues and last.get(room) != told:
                last[room] = told
                for queue in queues:
                    queue.put_nowait(told)
        await asyncio.sleep(OFTEN)


async def stream(scope, send) -> None:
    room, queue = UUID(scope["path"].split("/")[2]), asyncio.Queue()
    if not tasks:
        tasks.add(asyncio.create_task(watch()))
    listening.setdefault(room, set()).add(queue)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    try:
        while True:
            told = await queue.get()
            body = f"{told}\n".encode()
            await send({"type": "http.response.body", "body": body, "more_body": True})
    finally:
        listening[room].discard(queue)


async def application(scope, receive, send):
    if scope["type"] == "http" and scope["path"].startswith("/stream/"):
        await stream(scope, send)
    else:
        await pages(scope, receive, send)
